import type { Document } from "./document.ts";
import type { Path } from "./path.ts";
import { endOfLine, type Range, startOfLine } from "./position.ts";
import { type Content, type EntryInForce, findEntry, type Node, resolve } from "./tree.ts";

/** Where a path, or the nearest thing above it that exists, stands in the text. */
export interface PathRanges {
  /** The number of steps of the path that exist. */
  readonly depth: number;
  readonly exists: boolean;
  /** The entry's key, where the last existing step is a field. */
  readonly key: Range | undefined;
  /** The value's own text. */
  readonly value: Range;
  /** The first alias (`*name`) or merge key (`<<`) that the path goes through: other places share the text behind it. */
  readonly shared: Range | undefined;
}

/** Finds a path in the text. Aliases and merge keys are followed to where the value is written. */
export function locate(document: Document, path: Path): PathRanges {
  const { depth, node, entry, shared } = descend(document, path);
  return { depth, exists: depth === path.length, key: entry?.keyRange, value: node.range, shared };
}

/**
 * The range that a finding about a path points at, never an empty one: the value, where it stands on one line with its key; else the key;
 * for what is missing the key of the nearest block around it, or the first line of the nearest list item.
 */
export function pointAt(document: Document, path: Path): Range {
  const { text } = document;
  const { depth, node, entry } = descend(document, path);
  const line = firstLineOf(text, node);
  const lineBreak = entry ? text.indexOf("\n", entry.keyRange.end) : -1;
  const isBeside = lineBreak === -1 || lineBreak >= line.start;
  const isWhole = depth === path.length && line.end === node.range.end && line.start < line.end;
  const { start, end } = entry && !(isWhole && isBeside) ? clipToLine(text, entry.keyRange) : line;
  // Where nothing is written, not even a key, the dash before it is pointed at.
  return { start: start < end ? start : Math.max(0, start - 1), end };
}

/** Where a path is read: at the alias or merge key that brings its text in from another line, else where `pointAt` points. */
export function readAt(document: Document, path: Path): Range {
  const { text } = document;
  const point = pointAt(document, path);
  const { shared } = descend(document, path);
  return shared && startOfLine(text, shared.start) !== startOfLine(text, point.start) ? shared : point;
}

/** The part of a node that stands on its first line, without a comment after it. */
function firstLineOf(text: string, node: Node): Range {
  const line = clipToLine(text, node.range);
  if (line.end === node.range.end || node.kind === "scalar" || node.kind === "alias") return line;
  const { start, end } = line;
  const isOnLine = (range: Range): boolean => range.start < end;
  if (node.kind === "sequence") {
    const item = node.items.findLast(({ range }) => isOnLine(range));
    return { start, end: item ? firstLineOf(text, item).end : start + 1 };
  }
  const entry = node.entries.findLast(({ keyRange }) => isOnLine(keyRange));
  if (!entry) return { start, end: start + 1 };
  const last = isOnLine(entry.node.range) ? firstLineOf(text, entry.node) : clipToLine(text, entry.keyRange);
  return { start, end: last.end };
}

/** A range up to the end of its first line. */
function clipToLine(text: string, { start, end }: Range): Range {
  return { start, end: Math.min(end, endOfLine(text, start)) };
}

/** The deepest node of a path that exists, and how it was reached. */
export interface Descent {
  /** The number of steps that exist. */
  readonly depth: number;
  /** The node, with aliases resolved. */
  readonly node: Content;
  /** The node's entry, where the last step is a field. */
  readonly entry: EntryInForce | undefined;
  /** The first alias or merge key on the way. */
  readonly shared: Range | undefined;
  /** Whether the node stands in brackets or braces. */
  readonly inFlow: boolean;
}

/** Goes as far down a path as the document does. */
export function descend({ tree }: Pick<Document, "tree">, path: Path): Descent {
  let node = resolve(tree);
  let entry: EntryInForce | undefined;
  let shared: Range | undefined;
  let inFlow = false;
  let depth = 0;
  for (const step of path) {
    const next = findChild(node, step);
    if (!next) break;
    shared ??= next.entry?.mergeKey ?? (next.node.kind === "alias" ? next.node.range : undefined);
    inFlow ||= node.kind !== "scalar" && node.flow;
    node = resolve(next.node);
    entry = next.entry;
    depth++;
  }
  return { depth, node, entry, shared, inFlow };
}

/** The node that one step leads to: a list's item, or a mapping's value with its entry. */
export function findChild(
  node: Content,
  step: string | number,
): { readonly node: Node; readonly entry?: EntryInForce } | undefined {
  if (typeof step === "string") {
    const entry = node.kind === "mapping" ? findEntry(node, step) : undefined;
    return entry && { node: entry.node, entry };
  }
  const item = node.kind === "sequence" ? node.items[step] : undefined;
  return item && { node: item };
}
