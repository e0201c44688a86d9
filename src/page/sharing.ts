import { announce, getElement, h, show } from "./dom.ts";
import { makeLink, type Worksheet } from "./worksheet.ts";

/** A larger file is not a manifest that a person reads. */
const mostBytes = 5_000_000;
/** Some programs cut a longer link. */
const longLink = 8000;

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
    void openFile(file, onText);
  };
  // Captured before the editor would insert the file into its text.
  element.addEventListener("drop", takeFile, { capture: true });
}

/** Passes on the text of a file, unless it is too large. */
export async function openFile(file: File, onText: (text: string) => void): Promise<void> {
  if (file.size > mostBytes) announce(`${file.name} is larger than 5 MB: review it with the command line.`);
  else onText(await file.text());
}

/** Shows a link that carries the worksheet, ready to be copied. */
export async function offerLink(worksheet: Worksheet): Promise<void> {
  const link = await makeLink(worksheet);
  if (link === undefined) {
    announce("The text is too long for a link: send the file instead.");
    return;
  }
  const input = h("input", {
    id: "link",
    type: "text",
    readonly: true,
    "aria-label": "Link to this manifest",
    value: link,
  });
  const copy = h(
    "button",
    { type: "button", id: "copy-link", click: () => void copyText(input.value, "The link is copied.") },
    "Copy",
  );
  const close = h("button", { type: "button", id: "close-link", click: () => withdrawLink() }, "Close");
  const note =
    link.length > longLink
      ? "This link is long, and some programs cut it: send the file instead."
      : "The manifest is part of the link, behind the #. Browsers do not send that part to any server.";
  show(getElement("sharing"), h("div", { class: "row sharing" }, input, copy, close, h("p", { class: "note" }, note)));
  input.focus();
  input.select();
}

/** Takes the link away that is shown. */
export function withdrawLink(): void {
  const place = getElement("sharing");
  const hadFocus = place.contains(document.activeElement);
  place.replaceChildren();
  if (hadFocus) getElement("share").focus();
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
