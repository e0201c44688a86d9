import { compress, decompress } from "../report/compression.ts";
import { announce, getElement, h, show } from "./dom.ts";

/** A larger file is not a manifest that a person reads. */
const mostBytes = 5_000_000;
/** The longest text that is taken from a link: anyone can make one. */
const mostCharacters = 2_000_000;

/** Passes on the text of each file that is dropped on an element. */
export function acceptDroppedFiles(element: HTMLElement, onText: (text: string) => void): void {
  element.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    element.dataset.dropping = "true";
  });
  element.addEventListener("dragleave", () => delete element.dataset.dropping);
  const takeFile = (event: DragEvent): void => {
    delete element.dataset.dropping;
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    if (file.size > mostBytes) announce(`${file.name} is larger than 5 MB: review it with the command line.`);
    else void file.text().then(onText);
  };
  // Captured before the editor would insert the file into its text.
  element.addEventListener("drop", takeFile, { capture: true });
}

/** Reads the text that the page's own address carries. `undefined` if it carries none, or none that can be read. */
export async function readLink(): Promise<string | undefined> {
  try {
    return await fromFragment(location.hash);
  } catch {
    announce("The link has no readable manifest: it was cut, or it is too long.");
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
    { type: "button", id: "close-link", click: () => getElement("sharing").replaceChildren() },
    "Close",
  );
  const note =
    fragment.length > 8000
      ? "This link is long, and some programs cut it: send the file instead."
      : "The manifest is part of the link, behind the #. Browsers do not send that part to any server.";
  show(getElement("sharing"), h("div", { class: "row sharing" }, input, copy, close, h("p", { class: "note" }, note)));
  input.focus();
  input.select();
}

/** Copies text to the clipboard and announces it. */
export async function copyText(text: string, announcement: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(announcement);
  } catch {
    announce("The browser does not let this page copy: select the text and press Ctrl+C.");
  }
}

/** Packs text into the fragment of a link, in URL-safe base64. Browsers send no fragments, so it never leaves the machine. */
async function toFragment(text: string): Promise<string> {
  return `#m=${(await compress(text)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** Unpacks the text from the fragment of a link. `undefined` if it carries none. Rejects if the data is damaged or too long. */
async function fromFragment(fragment: string): Promise<string | undefined> {
  const packed = /^#m=(.+)$/s.exec(fragment)?.[1];
  if (packed === undefined) return undefined;
  return await decompress(packed.replaceAll("-", "+").replaceAll("_", "/"), mostCharacters);
}
