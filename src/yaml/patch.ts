import type { Document, Edit, Patch, Path, Range, Value } from "../types.ts";
import { commentsIn } from "./comments.ts";
import { insertion } from "./insert.ts";
import { walk } from "./locate.ts";
import { patchedValue, sameValue } from "./patched.ts";
import { reread } from "./read.ts";
import { removal } from "./remove.ts";
import { replacement } from "./replace.ts";
import { styleOf } from "./style.ts";
import type { Content, Node } from "./tree.ts";

export interface Refusal {
  readonly declined: string;
}

/**
 * The document after one patch: one splice, every other byte kept. The text is read again, and a splice that changes anything
 * but the patched path, or loses a comment, is refused: so are places behind an alias or a merge key, whose text other places share.
 */
export function applyPatch(document: Document, patch: Patch): Document | Refusal {
  const wanted = patchedValue(document.value, patch);
  if (patch.op === "set" && sameValue(wanted, document.value)) return document;
  const edit = editFor(document, patch);
  if ("declined" in edit) return edit;
  if (commentsIn(document, edit.range).some((comment) => !edit.text.includes(comment))) {
    return { declined: "a comment stands in what would be removed" };
  }
  const { text, range } = document;
  const chunk = text.slice(range.start, edit.range.start) + edit.text + text.slice(edit.range.end, range.end);
  const changed = reread(document, chunk);
  if (typeof changed !== "string" && sameValue(changed.value, wanted)) return changed;
  if (isShared(document.tree as Node, edit.range)) return { declined: shared };
  if (typeof changed === "string") return { declined: `the changed text could not be read again (${changed})` };
  return { declined: "the text is written in a way that this change would break" };
}

const shared = "the text is shared through an anchor";

function editFor(document: Document, patch: Patch): Edit | Refusal {
  const place = walk(document, patch.path);
  const { node, depth } = place;
  if (place.shared) return { declined: shared };
  const exists = depth === patch.path.length;
  if (patch.op === "remove") return exists ? removal(document, patch.path) : { declined: "there is nothing to remove" };
  const style = styleOf(document);
  if (patch.op === "append" && exists && !isOpen(node, 0)) {
    return node.kind === "sequence" ? insertion(document, node, { value: patch.value }, style) : { declined: occupied };
  }
  const value = patch.op === "append" ? [patch.value] : patch.value;
  if (exists)
    return depth === 0
      ? { declined: "the whole document would be replaced" }
      : replacement(document, place, value, style);
  const [step = "", ...rest] = patch.path.slice(depth);
  if (node.kind === "mapping" && node.entries.length > 0 && typeof step === "string") {
    return insertion(document, node, { key: step, value: nested(rest, value), among: patch.among }, style);
  }
  return isOpen(node, step)
    ? replacement(document, place, nested([step, ...rest], value), style)
    : { declined: occupied };
}

const occupied = "something else is written where the change belongs";

/** The value at the end of a path that does not exist: the mappings and lists that lead to it. */
function nested(path: Path, value: Value): Value {
  return path.reduceRight<Value>((inner, step) => (typeof step === "number" ? [inner] : { [step]: inner }), value);
}

/** Whether a node holds nothing yet, and a step may lead on from it. */
function isOpen(node: Content, step: string | number): boolean {
  if (node.kind === "scalar") return node.value === null && (typeof step === "string" || step === 0);
  return node.kind === "mapping"
    ? node.entries.length === 0 && typeof step === "string"
    : node.items.length === 0 && step === 0;
}

/** Whether an alias stands for text that an edit touches. */
function isShared(node: Node, edited: Range): boolean {
  if (node.kind === "alias") return node.target.range.start <= edited.end && edited.start <= node.target.range.end;
  if (node.kind === "sequence") return node.items.some((item) => isShared(item, edited));
  return node.kind === "mapping" && node.entries.some((entry) => isShared(entry.node, edited));
}
