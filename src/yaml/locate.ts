import type { Document, Path, Range } from "./document.ts";
import { endOfLine } from "./position.ts";
import { type Content, type Entry, type Found, find, type Node, resolve } from "./tree.ts";

/** What stands at a path, or the nearest thing above it that exists. */
export interface Place {
  /** Steps of the path that exist. */
  readonly depth: number;
  readonly exists: boolean;
  /** The entry's key, where the last existing step is a field. */
  readonly key: Range | undefined;
  /** The value's own text. */
  readonly value: Range;
  /** The first alias (`*name`) or merge key (`<<`) that the path goes through: the text is shared with other places. */
  readonly shared: Range | undefined;
}

/** Finds a path in the text. Aliases and merge keys are followed to where the value is written. */
export function locate(document: Document, path: Path): Place {
  const { depth, node, entry, shared } = walk(document, path);
  return { depth, exists: depth === path.length, key: entry?.keyRange, value: node.range, shared };
}

/**
 * The range that a finding about a path points at, never an empty one: the value, where it stands on one line with its key; else the key;
 * for what is missing the key of the nearest block around it, or the first line of the nearest list item.
 */
export function pointAt(document: Document, path: Path): Range {
  const { text } = document;
  const { depth, node, entry } = walk(document, path);
  const line = firstLine(text, node);
  const lineBreak = entry ? text.indexOf("\n", entry.keyRange.end) : -1;
  const isBeside = lineBreak === -1 || lineBreak >= line.start;
  const isWhole = depth === path.length && line.end === node.range.end && line.start < line.end;
  const { start, end } = entry && !(isWhole && isBeside) ? clipped(text, entry.keyRange) : line;
  // Where nothing is written, not even a key: the dash before it.
  return { start: start < end ? start : Math.max(0, start - 1), end };
}

/** What stands of a node on its first line, without a comment behind it. */
function firstLine(text: string, node: Node): Range {
  const line = clipped(text, node.range);
  if (line.end === node.range.end || node.kind === "scalar" || node.kind === "alias") return line;
  const { start, end } = line;
  const isOnLine = (range: Range): boolean => range.start < end;
  if (node.kind === "sequence") {
    const item = node.items.findLast(({ range }) => isOnLine(range));
    return { start, end: item ? firstLine(text, item).end : start + 1 };
  }
  const entry = node.entries.findLast(({ keyRange }) => isOnLine(keyRange));
  if (!entry) return { start, end: start + 1 };
  return { start, end: (isOnLine(entry.node.range) ? firstLine(text, entry.node) : clipped(text, entry.keyRange)).end };
}

/** A range up to the end of its first line. */
function clipped(text: string, { start, end }: Range): Range {
  return { start, end: Math.min(end, endOfLine(text, start)) };
}

export interface Walk {
  readonly depth: number;
  /** The deepest node that exists, with aliases resolved. */
  readonly node: Content;
  readonly entry: Entry | undefined;
  readonly shared: Range | undefined;
  /** Whether the node stands in brackets. */
  readonly inFlow: boolean;
}

/** Goes as far down the path as the document does. */
export function walk({ tree }: Document, path: Path): Walk {
  let node = resolve(tree as Node);
  let entry: Entry | undefined;
  let shared: Range | undefined;
  let inFlow = false;
  for (let depth = 0; depth < path.length; depth++) {
    const step = path[depth] as string | number;
    const found = typeof step === "string" ? member(node, step) : undefined;
    const next = typeof step === "number" ? item(node, step) : found?.node;
    if (!next) return { depth, node, entry, shared, inFlow };
    shared ??= found?.merged ?? (next.kind === "alias" ? next.range : undefined);
    inFlow ||= node.kind !== "scalar" && node.flow;
    node = resolve(next);
    entry = found;
  }
  return { depth: path.length, node, entry, shared, inFlow };
}

/** What stands in a list under a number. */
export function item(node: Content, index: number): Node | undefined {
  return node.kind === "sequence" ? node.items[index] : undefined;
}

/** What stands in a mapping under a key. */
export function member(node: Content, key: string): Found | undefined {
  return node.kind === "mapping" ? find(node, key) : undefined;
}
