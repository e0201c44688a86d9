import { commentsIn } from "../comments.ts";
import type { Document } from "../document.ts";
import { descend } from "../locate.ts";
import type { Path } from "../path.ts";
import { columnAt, endOfLine, startOfLine } from "../position.ts";
import { reread } from "../read/read.ts";
import type { Mapping, Sequence } from "../tree.ts";
import { sameValue, type Value } from "../value.ts";
import { carriedComments } from "./carried-comments.ts";
import { type Addition, insertions } from "./insert.ts";
import { isShared, obstacleTo, sharedText } from "./obstacle.ts";
import { type Moved, orderPatches, type Patch, patchValue, type Splice } from "./patch.ts";
import { removal } from "./remove.ts";
import { replacement } from "./replace.ts";
import { styleOf } from "./style.ts";
import type { Style } from "./value-text.ts";

/** The reason why a document stays as it is. */
export interface PatchRefusal {
  readonly declined: string;
}

/** The document after one patch, as `applyPatches` makes it. */
export function applyPatch(document: Document, patch: Patch): Document | PatchRefusal {
  return applyPatches(document, [patch]);
}

/** The document after patches that are made together, as `patchTogether` makes them. */
export function applyTogether(document: Document, patches: readonly Patch[]): Document | PatchRefusal {
  return applyPatches(document, orderPatches(patches));
}

/**
 * The document after some patches, in their order: one splice for each, and every other byte stays. The text is read again, and splices that change
 * anything but the patched paths, or lose a comment, are refused. So are places behind an alias or a merge key, whose text other places share. Splices
 * that stay apart go in at once, if what is read then is what the patches make of the data.
 */
export function applyPatches(document: Document, patches: readonly Patch[]): Document | PatchRefusal {
  let changed = document;
  for (let left = patches; left.length > 0; ) {
    const step = applyFirst(changed, left);
    if ("declined" in step) return step;
    changed = step.document;
    left = step.left;
  }
  return changed;
}

/** The document after the first of some patches, and those that are left: as many as go together, else one, so that the refusal is about that one. */
function applyFirst(
  document: Document,
  patches: readonly Patch[],
): { readonly document: Document; readonly left: readonly Patch[] } | PatchRefusal {
  const style = styleOf(document);
  const [first] = patches;
  const start = first?.op === "remove" ? carryComments(document, first.moved ?? [], style) : document;
  const batch = planBatch(start, patches, style);
  if ("declined" in batch) return batch;
  const { left } = batch;
  const changed = spliceIn(start, splicesFor(start, batch.plans, style), batch.wanted, style);
  if (!("declined" in changed)) return { document: changed, left };
  if (patches.length - left.length === 1) return changed;
  const alone = applyFirst(document, patches.slice(0, 1));
  return "declined" in alone ? alone : { document: alone.document, left: patches.slice(1) };
}

/** The document with the comments of what was moved at its new places. Where the text does not allow that, they stay. */
function carryComments(document: Document, moved: readonly Moved[], style: Style): Document {
  let carried = document;
  for (const each of moved) {
    const next = spliceIn(carried, carriedComments(carried, each, style), document.value, style);
    if (!("declined" in next)) carried = next;
  }
  return carried;
}

/** The document with some splices, in the order of the text, if it says then what is wanted. */
function spliceIn(
  document: Document,
  splices: readonly Splice[],
  wanted: Value,
  style: Style,
): Document | PatchRefusal {
  if (splices.length === 0) return document;
  const { text, range } = document;
  let chunk = "";
  let end = range.start;
  for (const splice of splices) {
    chunk += text.slice(end, splice.range.start) + splice.text;
    end = splice.range.end;
  }
  const changed = reread(document, chunk + text.slice(end, range.end));
  if (typeof changed !== "string" && sameValue(changed.value, wanted)) return { ...changed, style };
  if (splices.some((splice) => isShared(document.aliases, splice.range))) return { declined: sharedText };
  if (typeof changed === "string") return { declined: `the changed text could not be read again (${changed})` };
  return { declined: "the text is written in a way that this change would break" };
}

/** Patches whose splices stay apart, what they make of the data, and those that are left, in their order. */
interface Batch {
  readonly plans: readonly Plan[];
  readonly wanted: Value;
  readonly left: readonly Patch[];
}

/** Plans the first patch, and all that can go with it. A patch that changes nothing needs no splice. */
function planBatch(document: Document, patches: readonly Patch[], style: Style): Batch | PatchRefusal {
  const plans: Plan[] = [];
  const left: Patch[] = [];
  let wanted = document.value;
  for (const [index, patch] of patches.entries()) {
    if (left.some((other) => mayMeet(patch, other))) {
      left.push(patch);
      continue;
    }
    const next = patchValue(wanted, patch);
    if (patch.op !== "set" || !sameValue(next, wanted)) {
      const plan = planFor(document, patch, style);
      if ("declined" in plan && index === 0) return plan;
      const carries = index > 0 && patch.op === "remove" && patch.moved !== undefined;
      if ("declined" in plan || carries || !plans.every((other) => isApart(plan, other))) {
        left.push(patch);
        continue;
      }
      plans.push(plan);
    }
    wanted = next;
  }
  return { plans, wanted, left };
}

/** Whether it may matter which of two patches comes first: not where each is in a block of its own. */
function mayMeet(one: Patch, other: Patch): boolean {
  if (one.also || other.also || one.op === "remove" || other.op === "remove") return true;
  const [a, b] = [one.path.slice(0, -1), other.path.slice(0, -1)];
  const depth = Math.min(a.length, b.length);
  return sameValue(a.slice(0, depth), b.slice(0, depth));
}

/** What a patch does to the text. What is added to a block can be written along with what others add there. */
interface Plan {
  readonly splice: Splice;
  readonly added?: { readonly into: Mapping | Sequence; readonly addition: Addition };
}

function isApart(plan: Plan, other: Plan): boolean {
  const [a, b] = [plan.splice.range, other.splice.range];
  // Two blocks may end together, or be one. Where both would add one key, the second goes into the first.
  if (plan.added && other.added && a.start === b.start) {
    const { key } = plan.added.addition;
    return plan.added.into !== other.added.into || key === undefined || key !== other.added.addition.key;
  }
  return a.end < b.start || b.end < a.start;
}

/** The splices in the order of the text: at one place what is added to an inner block stands before what is added around it. */
function splicesFor(document: Document, plans: readonly Plan[], style: Style): Splice[] {
  const blocks = new Map<Mapping | Sequence, Addition[]>();
  for (const { added } of plans) {
    if (!added) continue;
    const additions = blocks.get(added.into) ?? [];
    additions.push(added.addition);
    blocks.set(added.into, additions);
  }
  const own = plans.flatMap(({ added, splice }) => (added ? [] : [{ splice, depth: 0 }]));
  const added = [...blocks].flatMap(([into, additions]) =>
    insertions(document, into, additions, style).map((splice) => ({ splice, depth: into.range.start })),
  );
  return [...own, ...added]
    .toSorted((a, b) => a.splice.range.start - b.splice.range.start || b.depth - a.depth)
    .map(({ splice }) => splice);
}

/** The same splice with the comments of what it takes away: in its place, or below the line that it ends on. */
function keepComments(document: Document, splice: Splice, { eol }: Style): Splice {
  const { text } = document;
  const { start, end } = splice.range;
  const lost = lostComments(document, splice);
  if (lost.length === 0) return splice;
  // What goes without a trace leaves its own column; a value on one line leaves that of the block that it was.
  const indent =
    splice.text === ""
      ? " ".repeat(columnAt(text, start + text.slice(start).search(/\S/)))
      : (/^[ \t]*/.exec(text.slice(startOfLine(text, end)))?.[0] ?? "");
  const lines = (comments: readonly string[]) => comments.join(eol + indent);
  if (splice.text === "" && start === startOfLine(text, start) && end === startOfLine(text, end))
    return { range: splice.range, text: indent + lines(lost) + eol };
  // The text ends here, without a line break.
  if (splice.text === "" && start === endOfLine(text, start))
    return { range: splice.range, text: eol + indent + lines(lost) };
  const lineEnd = endOfLine(text, end);
  const rest = text.slice(end, lineEnd);
  const isRestOpen = !/^\s*(#|$)/.test(rest);
  if (isRestOpen) return { range: { start, end: lineEnd }, text: `${splice.text}${rest}${eol}${indent}${lines(lost)}` };
  const comments = rest.trim() === "" ? lost : [...lost, rest.trim()];
  return { range: { start, end: lineEnd }, text: `${splice.text}${splice.text && " "}${lines(comments)}` };
}

function lostComments(document: Document, { range, text }: Splice): string[] {
  let written = text;
  return commentsIn(document, range).filter((comment) => {
    const isLost = !written.includes(comment);
    written = written.replace(comment, () => "");
    return isLost;
  });
}

function planFor(document: Document, patch: Patch, style: Style): Plan | PatchRefusal {
  const obstacle = obstacleTo(document, patch);
  if (obstacle !== undefined) return { declined: obstacle };
  if (patch.op === "remove") {
    const splice = removal(document, patch.path, style);
    return splice ? { splice: keepComments(document, splice, style) } : { declined: "there is nothing to remove" };
  }
  const place = descend(document, patch.path);
  const { node, depth } = place;
  const exists = depth === patch.path.length;
  const replaceBy = (value: Value): Plan => ({
    splice: keepComments(document, replacement(document, place, value, style), style),
  });
  if (patch.op === "append" && exists && node.kind === "sequence" && node.items.length > 0)
    return planAddition(document, node, { value: patch.value }, style);
  const value = patch.op === "append" ? [patch.value] : patch.value;
  if (exists) return replaceBy(value);
  const [step = "", ...rest] = patch.path.slice(depth);
  return node.kind === "mapping" && node.entries.length > 0
    ? planAddition(document, node, { key: String(step), value: nest(rest, value), among: patch.among }, style)
    : replaceBy(nest([step, ...rest], value));
}

function planAddition(
  document: Document,
  into: Mapping | Sequence,
  addition: Addition,
  style: Style,
): Plan | PatchRefusal {
  const [splice] = insertions(document, into, [addition], style);
  if (!splice) return { declined: "there is nothing to add to" };
  return into.flow ? { splice: keepComments(document, splice, style) } : { splice, added: { into, addition } };
}

/** The value at the end of a path that does not exist: the mappings and lists that lead to it. */
function nest(path: Path, value: Value): Value {
  return path.reduceRight<Value>((inner, step) => (typeof step === "number" ? [inner] : { [step]: inner }), value);
}
