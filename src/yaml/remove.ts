import type { Document, Edit, Path, Range } from "../types.ts";
import { walk } from "./locate.ts";
import { type Entry, entryOf, type Mapping, type Node, type Sequence } from "./tree.ts";

/**
 * The splice that removes an entry or a list item. The last of its block leaves `{}` or `[]`. A comment on the removed line stays, on a
 * line of its own; comments inside a removed block would be lost, so that such a removal is declined.
 */
export function removal(document: Document, path: Path): Edit | { readonly declined: string } {
  const step = path.at(-1);
  const parent = walk(document.tree as Node, path.slice(0, -1));
  const { node } = parent;
  const part = typeof step === "number" ? itemPart(document, node as Sequence, step) : entryPart(node as Mapping, String(step));
  if (!part || node.kind === "scalar") return { declined: "there is nothing to remove" };
  const { range, index, count } = part;
  if (/(^|\s)#/.test(document.text.slice(range.start, range.end)) && document.text.slice(range.start, range.end).includes("\n")) {
    return { declined: "a comment stands in what would be removed" };
  }
  if (count === 1) return emptied(document, node, parent.entry);
  return node.flow ? fromFlow(document, range, index) : fromBlock(document, range, node, index);
}

interface Part {
  readonly range: Range;
  readonly index: number;
  readonly count: number;
}

function entryPart(mapping: Mapping, key: string): Part | undefined {
  const entry = entryOf(mapping, key);
  if (!entry || mapping.entries.filter((each) => each.key === key).length > 1) return undefined;
  const range = { start: entry.keyRange.start, end: entry.node.range.end };
  return { range, index: mapping.entries.indexOf(entry), count: mapping.entries.length };
}

function itemPart({ text }: Document, { items, flow, range }: Sequence, index: number): Part | undefined {
  const item = items[index];
  if (!item) return undefined;
  const previous = items[index - 1]?.range.end ?? range.start;
  const dash = flow ? item.range.start : text.lastIndexOf("-", item.range.start - (item.range.start > previous ? 1 : 0));
  return { range: { start: flow ? item.range.start : dash, end: item.range.end }, index, count: items.length };
}

function emptied({ text }: Document, node: Mapping | Sequence, entry: Entry | undefined): Edit | { readonly declined: string } {
  const empty = node.kind === "mapping" ? "{}" : "[]";
  if (node.flow || !entry) return { range: node.range, text: empty };
  const gap = text.slice(entry.keyRange.end, node.range.start);
  if (gap.includes("#")) return { declined: "a comment stands in what would be removed" };
  const colon = text.indexOf(":", entry.keyRange.end) + 1;
  return { range: { start: colon, end: node.range.end }, text: ` ${empty}` };
}

function fromFlow({ text }: Document, { start, end }: Range, index: number): Edit {
  if (index > 0) return { range: { start: text.lastIndexOf(",", start), end }, text: "" };
  const behind = /^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0;
  return { range: { start, end: end + behind }, text: "" };
}

function fromBlock({ text }: Document, { start, end }: Range, node: Mapping | Sequence, index: number): Edit | { readonly declined: string } {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const isAlone = text.slice(lineStart, start).replace("\uFEFF", "").trim() === "";
  if (!isAlone) return pullUp(text, { start, end }, node, index);
  const found = text.indexOf("\n", text[end - 1] === "\n" ? end - 1 : end);
  const lineEnd = found === -1 ? text.length : found + 1;
  const isCommented = text[end - 1] !== "\n" && text.slice(end, lineEnd).trim() !== "";
  if (isCommented) return { range: { start, end: end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0) }, text: "" };
  return { range: { start: found === -1 ? Math.max(0, lineStart - 1) : lineStart, end: lineEnd }, text: "" };
}

/** The first entry shares its line with a dash: the next one takes its place. */
function pullUp(text: string, { start, end }: Range, node: Mapping | Sequence, index: number): Edit | { readonly declined: string } {
  const next = node.kind === "mapping" ? node.entries[index + 1]?.keyRange.start : undefined;
  if (next === undefined || text.slice(end, next).trim() !== "") return { declined: "a comment stands in what would be removed" };
  return { range: { start, end: next }, text: "" };
}
