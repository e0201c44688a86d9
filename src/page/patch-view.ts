import { formatUnifiedDiff } from "../report/diff.ts";
import { h, show } from "./dom.ts";
import { copyText } from "./sharing.ts";

/** Shows the change between two texts as a patch, with a button that copies it for `git apply`. */
export function showPatch(place: HTMLElement, file: string, before: string, after: string): void {
  const patch = formatUnifiedDiff(file, before, after);
  if (patch === "") show(place, h("p", { class: "empty" }, "Nothing changed yet: flip a switch."));
  else
    show(
      place,
      renderPatch(patch),
      h(
        "button",
        { type: "button", id: "copy-patch", click: () => void copyText(patch, "The patch is copied.") },
        "Copy the patch",
      ),
    );
}

/** Renders the lines of a unified diff. Added and removed lines differ by their sign and by colour. */
export function renderPatch(patch: string): HTMLElement {
  const lines = patch.split("\n").slice(2, -1);
  return h(
    "pre",
    { class: "patch", tabindex: 0, role: "region", "aria-label": "Change" },
    lines.map((line) => h("span", { "data-kind": lineKinds[line.charAt(0)] ?? "" }, `${line}\n`)),
  );
}

const lineKinds: Readonly<Record<string, string>> = { "+": "added", "-": "removed", "@": "place" };
