import { escapeControls } from "../report/escape.ts";

/** What an element takes: attributes, and listeners by the name of their event. */
type Properties = {
  readonly [name: string]: string | number | boolean | undefined | ((event: Event) => void);
};
export type Child = Node | string | null | undefined | false;

/**
 * Creates an element. `true` becomes an attribute without a value, `false` and `undefined` leave the attribute out. Strings among the children become text
 * nodes: text from a manifest is never read as HTML.
 */
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
  const shown = children.flat().filter((child): child is Node | string => !!child || child === "");
  element.append(...shown.map((child) => (typeof child === "string" ? showHidden(child) : child)));
  return element;
}

/** Shows the characters that turn or hide text: those in a name must not rewrite the sentence around it. */
function showHidden(text: string): string {
  return text.replace(/[^\r\n]+/g, escapeControls);
}

/** Finds the page's element with this id. */
export function getElement(id: string): HTMLElement {
  return getTypedElement(id, HTMLElement);
}

/** Finds the page's element with this id, and checks its type. */
export function getTypedElement<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`The page has no element #${id} of type ${type.name}.`);
}

/** Replaces what an element holds. The focus stays on the element with the same id, and an open part stays open. */
export function show(element: HTMLElement, ...content: readonly (Child | readonly Child[])[]): void {
  const active = element.contains(document.activeElement) ? document.activeElement : undefined;
  const open = new Set([...element.querySelectorAll<HTMLElement>("details[open][id]")].map(({ id }) => id));
  element.replaceChildren(...h("div", {}, ...content).childNodes);
  for (const details of element.querySelectorAll("details")) if (open.has(details.id)) details.open = true;
  // If the focused element is gone, the keyboard stays near it.
  if (active) (document.getElementById(active.id) ?? element).focus({ preventScroll: true });
}

/** Shows a message for a few seconds, with a button that takes back what it tells of. Screen readers read the message aloud. */
export function announce(message: string, onUndo?: () => void): void {
  const status = getElement("status");
  const place = getElement("undo-here");
  status.textContent = showHidden(message);
  show(place, onUndo && h("button", { type: "button", click: onUndo }, "Undo"));
  clearTimeout(fading);
  const fade = (): void => {
    // Who is about to press the button has all the time.
    if (place.matches(":focus-within, :hover")) fading = setTimeout(fade, readingTime);
    else {
      status.replaceChildren();
      withdrawUndo();
    }
  };
  fading = setTimeout(fade, readingTime);
}

/** Takes the button away that a message came with: there is something newer to take back. */
export function withdrawUndo(): void {
  const place = getElement("undo-here");
  const hadFocus = place.contains(document.activeElement);
  place.replaceChildren();
  if (hadFocus) document.getElementById("undo")?.focus();
}

/** How long a message stays, in milliseconds. */
const readingTime = 6000;
let fading: ReturnType<typeof setTimeout> | undefined;

/** Sets up what all pages have: the link that skips what stands before, the button that switches between dark and light, and a message for errors that nobody catches. */
export function setUpPage(): void {
  const skip = document.querySelector<HTMLAnchorElement>(".skip");
  skip?.addEventListener("click", (event) => {
    // Followed, it would take what the page's address carries.
    event.preventDefault();
    document.querySelector<HTMLElement>(skip.hash)?.focus();
  });
  const { dataset } = document.documentElement;
  const systemTheme = matchMedia("(prefers-color-scheme: dark)");
  getElement("theme").addEventListener("click", () => {
    const isDark = dataset.theme === undefined ? systemTheme.matches : dataset.theme === "dark";
    dataset.theme = isDark ? "light" : "dark";
    announce(isDark ? "Light." : "Dark.");
  });
  addEventListener("error", ({ message }) => reportBug(message));
  addEventListener("unhandledrejection", ({ reason }) => reportBug(String(reason)));
}

function reportBug(message: string): void {
  announce(`This is a bug in secctx. Please report it with this line: ${message}`);
}
