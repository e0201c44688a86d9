import { commentsIn } from "../comments.ts";
import type { Document, Path, Value } from "../document.ts";
import { walk } from "../locate.ts";
import { columnAt, endOfLine, startOfLine } from "../position.ts";
import { reread } from "../read/read.ts";
import type { Mapping, Node, Sequence } from "../tree.ts";
import { patchedValue, sameValue } from "./expected-value.ts";
import { type Addition, insertions } from "./insert.ts";
import { isShared, obstacleTo, sharedText } from "./obstacle.ts";
import type { Edit, Patch } from "./patch.ts";
import { removal } from "./remove.ts";
import { replacement } from "./replace.ts";
import { keepStyle, styleOf } from "./style.ts";

export interface Refusal {
  readonly declined: string;
}

/** The document after one patch, as `applyPatches` makes it. */
export function applyPatch(document: Document, patch: Patch): Document | Refusal {
  return applyPatches(document, [patch]);
}

/**
 * The document after patches, one behind the other: a splice for each, every other byte kept. The text is read again, and splices that change anything
 * but the patched paths, or lose a comment, are refused: so are places behind an alias or a merge key, whose text other places share. Splices that
 * stay out of each other's way go in at once, as far as what is read then is what the patches make of the data.
 */
export function applyPatches(document: Document, patches: readonly Patch[]): Document | Refusal {
  let changed = document;
  for (let left = patches; left.length > 0; ) {
    const step = applied(changed, left);
    if ("declined" in step) return step;
    changed = step.document;
    left = left.slice(step.count);
  }
  return changed;
}

/** The document after the first of some patches: as many as go together, else one, so that it is said which one does not go. */
function applied(
  document: Document,
  patches: readonly Patch[],
): { readonly document: Document; readonly count: number } | Refusal {
  const batch = planned(document, patches);
  if ("declined" in batch) return batch;
  const { count } = batch;
  const changed = spliced(document, batch);
  if (!("declined" in changed)) return { document: changed, count };
  return count === 1 ? changed : applied(document, patches.slice(0, 1));
}

/** The document with splices that are planned, if its text says then what is wanted. */
function spliced(document: Document, { plans, wanted }: Batch): Document | Refusal {
  const edits = editsOf(document, plans);
  if (edits.length === 0) return document;
  const { text, range } = document;
  let chunk = "";
  let end = range.start;
  for (const edit of edits) {
    chunk += text.slice(end, edit.range.start) + edit.text;
    end = edit.range.end;
  }
  const changed = reread(document, chunk + text.slice(end, range.end));
  if (typeof changed !== "string" && sameValue(changed.value, wanted)) {
    keepStyle(document, changed);
    return changed;
  }
  if (edits.some((edit) => isShared(document.tree as Node, edit.range))) return { declined: sharedText };
  if (typeof changed === "string") return { declined: `the changed text could not be read again (${changed})` };
  return { declined: "the text is written in a way that this change would break" };
}

/** The first of some patches, whose splices stay apart, and what they make of the data. */
interface Batch {
  readonly count: number;
  readonly plans: readonly Plan[];
  readonly wanted: Value;
}

/** At least one patch, and all that can go with it; what changes nothing takes no splice. */
function planned(document: Document, patches: readonly Patch[]): Batch | Refusal {
  const plans: Plan[] = [];
  let wanted = document.value;
  let count = 0;
  for (const patch of patches) {
    const next = patchedValue(wanted, patch);
    if (patch.op !== "set" || !sameValue(next, wanted)) {
      const plan = planFor(document, patch);
      if ("declined" in plan && count === 0) return plan;
      if ("declined" in plan || !plans.every((other) => isApart(plan, other))) break;
      plans.push(plan);
    }
    wanted = next;
    count++;
  }
  return { count, plans, wanted };
}

/** What a patch does to the text. What is added to a block can be made along with what others add there. */
interface Plan {
  readonly edit: Edit;
  readonly added?: { readonly into: Mapping | Sequence; readonly addition: Addition };
}

function isApart(plan: Plan, other: Plan): boolean {
  const [a, b] = [plan.edit.range, other.edit.range];
  // The lines of two blocks that end together, or of one; of a key that both would add, the second goes into the first.
  if (plan.added && other.added && a.start === b.start) {
    const { key } = plan.added.addition;
    return plan.added.into !== other.added.into || key === undefined || key !== other.added.addition.key;
  }
  return a.end < b.start || b.end < a.start;
}

/** The splices in the order of the text: at one place what is added to an inner block stands before what is added around it. */
function editsOf(document: Document, plans: readonly Plan[]): Edit[] {
  const blocks = new Map<Mapping | Sequence, Addition[]>();
  for (const { added } of plans) {
    if (!added) continue;
    const additions = blocks.get(added.into);
    if (additions) additions.push(added.addition);
    else blocks.set(added.into, [added.addition]);
  }
  const own = plans.flatMap(({ added, edit }) => (added ? [] : [{ edit, depth: 0 }]));
  const added = [...blocks].flatMap(([into, additions]) =>
    insertions(document, into, additions, styleOf(document)).map((edit) => ({ edit, depth: into.range.start })),
  );
  return [...own, ...added]
    .toSorted((a, b) => a.edit.range.start - b.edit.range.start || b.depth - a.depth)
    .map(({ edit }) => edit);
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

function planFor(document: Document, patch: Patch): Plan | Refusal {
  const obstacle = obstacleTo(document, patch);
  if (obstacle !== undefined) return { declined: obstacle };
  if (patch.op === "remove") return { edit: keepingComments(document, removal(document, patch.path)) };
  const place = walk(document, patch.path);
  const { node, depth } = place;
  const exists = depth === patch.path.length;
  const style = styleOf(document);
  if (patch.op === "append" && exists && node.kind === "sequence" && node.items.length > 0)
    return adding(document, node, { value: patch.value });
  const value = patch.op === "append" ? [patch.value] : patch.value;
  if (exists) return { edit: keepingComments(document, replacement(document, place, value, style)) };
  const [step = "", ...rest] = patch.path.slice(depth);
  return node.kind === "mapping" && node.entries.length > 0
    ? adding(document, node, { key: String(step), value: nested(rest, value), among: patch.among })
    : { edit: keepingComments(document, replacement(document, place, nested([step, ...rest], value), style)) };
}

function adding(document: Document, into: Mapping | Sequence, addition: Addition): Plan {
  const [edit] = insertions(document, into, [addition], styleOf(document)) as [Edit];
  return into.flow ? { edit: keepingComments(document, edit) } : { edit, added: { into, addition } };
}

/** The value at the end of a path that does not exist: the mappings and lists that lead to it. */
function nested(path: Path, value: Value): Value {
  return path.reduceRight<Value>((inner, step) => (typeof step === "number" ? [inner] : { [step]: inner }), value);
}
