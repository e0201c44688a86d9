/** What an element may be given; text from a manifest comes in as a child only, and is never read as HTML. */
type Properties = {
  readonly [name: string]: string | number | boolean | undefined | ((event: Event) => void);
};
export type Child = Node | string | null | undefined | false;

/** An element: functions are listeners, `true` is a bare attribute, `false` and `undefined` leave it out, strings among the children are text. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.flat().filter((child): child is Node | string => !!child || child === ""));
  return element;
}

/** The element of the page with this id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element #${id}`);
  return found;
}

/** New content for an element; the focus stays on what has the same id, and an open part stays open. */
export function show(element: HTMLElement, ...content: readonly (Child | readonly Child[])[]): void {
  const active = element.contains(document.activeElement) ? document.activeElement : undefined;
  const open = new Set([...element.querySelectorAll<HTMLElement>("details[open][id]")].map(({ id }) => id));
  element.replaceChildren(...h("div", {}, ...content).childNodes);
  for (const details of element.querySelectorAll("details")) if (open.has(details.id)) details.open = true;
  // Where what had it is gone, the keyboard stays near.
  if (active) (document.getElementById(active.id) ?? element).focus({ preventScroll: true });
}

/** Says something to who listens to the page instead of looking at it, and shows it for a while. */
export function announce(message: string): void {
  const place = byId("status");
  place.textContent = message;
  clearTimeout(fading);
  fading = setTimeout(() => place.replaceChildren(), 6000);
}

let fading: ReturnType<typeof setTimeout> | undefined;
