import { announce, byId, h, show } from "./dom.ts";
import { fromFragment, toFragment } from "./share.ts";

/** Larger files are no manifests that a person reads. */
const mostBytes = 5_000_000;

/** Takes files that are dropped on an element. */
export function onDroppedFile(element: HTMLElement, onText: (text: string) => void): void {
  element.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    element.dataset.dropping = "true";
  });
  element.addEventListener("dragleave", () => delete element.dataset.dropping);
  const take = (event: DragEvent): void => {
    delete element.dataset.dropping;
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    if (file.size > mostBytes) announce(`${file.name} is larger than 5 MB: review it with the command line.`);
    else void file.text().then(onText);
  };
  // Before the editor, which would put the file into its text.
  element.addEventListener("drop", take, { capture: true });
}

/** The text that the page's own address carries. */
export async function openedLink(): Promise<string | undefined> {
  try {
    return await fromFragment(location.hash);
  } catch {
    announce("The link holds no manifest that can be read: it was cut, or it is too long.");
    return undefined;
  }
}

/** Shows a link that carries the text, ready to be copied. */
export async function offerLink(text: string): Promise<void> {
  const fragment = await toFragment(text);
  history.replaceState(null, "", fragment);
  const input = h("input", {
    id: "link",
    type: "text",
    readonly: true,
    "aria-label": "Link to this manifest",
    value: location.href,
  });
  const copy = h(
    "button",
    { type: "button", id: "copy-link", click: () => void copyText(input.value, "The link is copied.") },
    "Copy",
  );
  const close = h(
    "button",
    { type: "button", id: "close-link", click: () => byId("sharing").replaceChildren() },
    "Close",
  );
  const note =
    fragment.length > 8000
      ? "This link is long, and some programs cut it: send the file instead."
      : "The manifest is in the link itself, behind the #: browsers send that part to no server.";
  show(byId("sharing"), h("div", { class: "row sharing" }, input, copy, close, h("p", { class: "note" }, note)));
  input.focus();
  input.select();
}

/** Puts a text on the clipboard, and says so; or how else to do it. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(said);
  } catch {
    announce("The browser does not let this page copy: select the text and press Ctrl+C.");
  }
}
