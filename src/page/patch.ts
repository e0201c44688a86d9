import { unifiedDiff } from "../report/diff.ts";
import { type Child, h, show } from "./dom.ts";
import { copyText } from "./exchange.ts";

/** What changed between two texts, as a patch that can be copied for `git apply`. */
export function showPatch(place: HTMLElement, file: string, before: string, after: string): void {
  const patch = unifiedDiff(file, before, after);
  if (patch === "") show(place, h("p", { class: "empty" }, "Nothing changed yet: switch something."));
  else
    show(
      place,
      patchView(patch),
      h(
        "button",
        { type: "button", id: "copy-patch", click: () => void copyText(patch, "The patch is copied.") },
        "Copy the patch",
      ),
    );
}

/** A unified diff's lines, added and removed ones told apart by their sign and by colour. */
export function patchView(patch: string): Child {
  const lines = patch.split("\n").slice(2, -1);
  return h(
    "pre",
    { class: "patch", tabindex: 0, role: "region", "aria-label": "Change" },
    lines.map((line) => h("span", { "data-kind": kinds[line.charAt(0)] ?? "" }, `${line}\n`)),
  );
}

const kinds: Readonly<Record<string, string>> = { "+": "added", "-": "removed", "@": "place" };
