import type { Document, Edit, Patch, Path, Value } from "../types.ts";
import { commentsIn } from "./comments.ts";
import { insertion } from "./insert.ts";
import { walk } from "./locate.ts";
import { isShared, obstacleTo, sharedText } from "./obstacle.ts";
import { patchedValue, sameValue } from "./patched.ts";
import { columnAt, endOfLine, startOfLine } from "./position.ts";
import { reread } from "./read.ts";
import { removal } from "./remove.ts";
import { replacement } from "./replace.ts";
import { keepStyle, styleOf } from "./style.ts";
import type { Node } from "./tree.ts";

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
  const planned = editFor(document, patch);
  if ("declined" in planned) return planned;
  const edit = keepingComments(document, planned);
  const { text, range } = document;
  const chunk = text.slice(range.start, edit.range.start) + edit.text + text.slice(edit.range.end, range.end);
  const changed = reread(document, chunk);
  if (typeof changed !== "string" && sameValue(changed.value, wanted)) {
    keepStyle(document, changed);
    return changed;
  }
  if (isShared(document.tree as Node, edit.range)) return { declined: sharedText };
  if (typeof changed === "string") return { declined: `the changed text could not be read again (${changed})` };
  return { declined: "the text is written in a way that this change would break" };
}

/** The same splice with the comments of what it takes away: in its place, or below the line that it ends on. */
function keepingComments(document: Document, edit: Edit): Edit {
  const { text } = document;
  const { start, end } = edit.range;
  const lost = lostComments(document, edit);
  if (lost.length === 0) return edit;
  const { eol } = styleOf(document);
  // What goes without a trace leaves its own column; a value on one line that of the block that it was.
  const indent =
    edit.text === ""
      ? " ".repeat(columnAt(text, start + text.slice(start).search(/\S/)))
      : (/^[ \t]*/.exec(text.slice(startOfLine(text, end)))?.[0] ?? "");
  const lines = (comments: readonly string[]) => comments.join(eol + indent);
  if (edit.text === "" && start === startOfLine(text, start) && end === startOfLine(text, end))
    return { range: edit.range, text: indent + lines(lost) + eol };
  // The end of a text without a line break behind it.
  if (edit.text === "" && start === endOfLine(text, start))
    return { range: edit.range, text: eol + indent + lines(lost) };
  const lineEnd = endOfLine(text, end);
  const rest = text.slice(end, lineEnd);
  const isRestOpen = !/^\s*(#|$)/.test(rest);
  if (isRestOpen) return { range: { start, end: lineEnd }, text: `${edit.text}${rest}${eol}${indent}${lines(lost)}` };
  const kept = rest.trim() === "" ? lost : [...lost, rest.trim()];
  return { range: { start, end: lineEnd }, text: `${edit.text}${edit.text && " "}${lines(kept)}` };
}

function lostComments(document: Document, { range, text }: Edit): string[] {
  let kept = text;
  return commentsIn(document, range).filter((comment) => {
    const isLost = !kept.includes(comment);
    kept = kept.replace(comment, () => "");
    return isLost;
  });
}

function editFor(document: Document, patch: Patch): Edit | Refusal {
  const obstacle = obstacleTo(document, patch);
  if (obstacle !== undefined) return { declined: obstacle };
  if (patch.op === "remove") return removal(document, patch.path);
  const place = walk(document, patch.path);
  const { node, depth } = place;
  const exists = depth === patch.path.length;
  const style = styleOf(document);
  if (patch.op === "append" && exists && node.kind === "sequence" && node.items.length > 0)
    return insertion(document, node, { value: patch.value }, style);
  const value = patch.op === "append" ? [patch.value] : patch.value;
  if (exists) return replacement(document, place, value, style);
  const [step = "", ...rest] = patch.path.slice(depth);
  return node.kind === "mapping" && node.entries.length > 0
    ? insertion(document, node, { key: String(step), value: nested(rest, value), among: patch.among }, style)
    : replacement(document, place, nested([step, ...rest], value), style);
}

/** The value at the end of a path that does not exist: the mappings and lists that lead to it. */
function nested(path: Path, value: Value): Value {
  return path.reduceRight<Value>((inner, step) => (typeof step === "number" ? [inner] : { [step]: inner }), value);
}
