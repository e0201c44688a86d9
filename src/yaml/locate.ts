import type { Document, Path, Range } from "../types.ts";
import { type Entry, entryOf, type Mapping, mergeSources, type Node, resolve } from "./tree.ts";

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
  const { depth, node, entry, shared } = walk(document.tree as Node, path);
  return { depth, exists: depth === path.length, key: entry?.keyRange, value: node.range, shared };
}

/**
 * The range that a finding about a path points at: the value, where it stands on one line with its key; else the key;
 * for what is missing the key of the nearest block around it, or the first line of the nearest list item.
 */
export function pointAt(document: Document, path: Path): Range {
  const { exists, key, value } = locate(document, path);
  const { text } = document;
  const line = firstLine(text, value);
  if (!exists) return key ?? line;
  const isBeside = key === undefined || !text.slice(key.end, value.start).includes("\n");
  const isOneLine = value.end > value.start && line.end === value.end;
  return isOneLine && isBeside ? value : (key ?? line);
}

function firstLine(text: string, { start, end }: Range): Range {
  const lineEnd = text.slice(start, end).search(/[ \t]*\r?\n/);
  return { start, end: lineEnd === -1 ? end : start + lineEnd };
}

export interface Walk {
  readonly depth: number;
  /** The deepest node that exists, with aliases resolved. */
  readonly node: Exclude<Node, { kind: "alias" }>;
  readonly entry: Entry | undefined;
  readonly shared: Range | undefined;
}

/** Goes as far down the path as the tree does. */
export function walk(root: Node, path: Path): Walk {
  let shared: Range | undefined = root.kind === "alias" ? root.range : undefined;
  let node = resolve(root);
  let entry: Entry | undefined;
  for (const [depth, step] of path.entries()) {
    const found = typeof step === "number" ? itemOf(node, step) : fieldOf(node, step);
    if (!found) return { depth, node, entry, shared };
    if (!shared && found.merged) shared = found.merged;
    if (!shared && found.node.kind === "alias") shared = found.node.range;
    node = resolve(found.node);
    entry = found.entry;
  }
  return { depth: path.length, node, entry, shared };
}

interface Found {
  readonly node: Node;
  readonly entry: Entry | undefined;
  readonly merged: Range | undefined;
}

function itemOf(node: Node, index: number): Found | undefined {
  const item = node.kind === "sequence" ? node.items[index] : undefined;
  return item && { node: item, entry: undefined, merged: undefined };
}

function fieldOf(node: Node, key: string): Found | undefined {
  if (node.kind !== "mapping") return undefined;
  const own = entryOf(node, key);
  if (own) return { node: own.node, entry: own, merged: undefined };
  return mergedField(node, key);
}

function mergedField(mapping: Mapping, key: string): Found | undefined {
  for (const source of mergeSources(mapping)) {
    const found = fieldOf(source, key);
    if (found) return { ...found, merged: mapping.entries.find(({ merge }) => merge)?.keyRange };
  }
  return undefined;
}
