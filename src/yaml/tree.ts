import type { Fields, Range, Value } from "./document.ts";

/**
 * What the text says, as data: the one shape that locating and patching work on, whichever reader made it.
 * Every range points into the whole file's text; none takes in the line break at its end, nor the anchor or tag before it.
 */
export type Node = Content | Alias;
export type Content = Scalar | Mapping | Sequence;

export interface Scalar {
  readonly kind: "scalar";
  /** Zero-width, right behind the colon, dash or anchor, where nothing is written. */
  readonly range: Range;
  readonly value: null | boolean | number | string;
  readonly style: "plain" | "single" | "double" | "block";
}

export interface Mapping {
  readonly kind: "mapping";
  readonly range: Range;
  readonly flow: boolean;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  readonly keyRange: Range;
  /** A merge key (`<<`): its value's entries stand in for it. */
  readonly merge: boolean;
  readonly node: Node;
}

export interface Sequence {
  readonly kind: "sequence";
  readonly range: Range;
  readonly flow: boolean;
  readonly items: readonly Node[];
}

/** `*name`: `range` is where it stands, `target` what was anchored. */
export interface Alias {
  readonly kind: "alias";
  readonly range: Range;
  readonly target: Content;
}

/** The value of a tree. What aliases stand for is one object, however often they do: they cost nothing. */
export function valueIn(node: Node, known: Map<Node, Value> = new Map()): Value {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "alias") return sharedValue(node.target, known);
  return node.kind === "sequence" ? node.items.map((item) => valueIn(item, known)) : fieldsOf(node, known);
}

function sharedValue(node: Content, known: Map<Node, Value>): Value {
  const before = known.get(node);
  if (before !== undefined) return before;
  const value = valueIn(node, known);
  known.set(node, value);
  return value;
}

function fieldsOf({ entries }: Mapping, known: Map<Node, Value>): Fields {
  const fields = bare();
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index] as Entry;
    if (!entry.merge) fields[entry.key] = valueIn(entry.node, known);
    else for (const source of sourcesOf(entry).toReversed()) Object.assign(fields, sharedValue(source, known));
  }
  return fields;
}

/**
 * An object that inherits nothing, so that every name is a key like any other. What `Object.create(null)` makes is the same as a hash table, which takes
 * three times as long to fill.
 */
function bare(): Record<string, Value> {
  return new (Bare as unknown as new () => Record<string, Value>)();
}

function Bare(): void {}
Bare.prototype = Object.create(null);

/** The entry that gives a key its value; `merged` is the merge key that brings it in, where one does. */
export interface Found extends Entry {
  readonly merged?: Range;
}

/**
 * Finds a key, in a mapping or in what it merges. Kubernetes reads from top to bottom and the last one wins: also over a merge key
 * above, or below, it (goyaml.v2/decode.go).
 */
export function find(mapping: Mapping, key: string): Found | undefined {
  const { entries } = mapping;
  if (entries.length > fewEntries) return foundByKey(mapping).get(key);
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index] as Entry;
    const found = entry.merge ? foundBehind(entry, key) : entry.key === key ? entry : undefined;
    if (found) return found;
  }
  return undefined;
}

function foundBehind(entry: Entry, key: string): Found | undefined {
  for (const source of sourcesOf(entry)) {
    const found = find(source, key);
    if (found) return { ...found, merged: entry.keyRange };
  }
  return undefined;
}

/** Up to so many, looking at each is faster than a map. */
const fewEntries = 32;

/** Every key of a mapping that is large, with what gives it its value. */
function foundByKey(mapping: Mapping): ReadonlyMap<string, Found> {
  const before = known.get(mapping);
  if (before) return before;
  const found = new Map<string, Found>();
  for (const entry of mapping.entries) {
    if (!entry.merge) found.set(entry.key, entry);
    for (const source of entry.merge ? sourcesOf(entry).toReversed() : [])
      for (const [key, each] of foundByKey(source)) found.set(key, { ...each, merged: entry.keyRange });
  }
  known.set(mapping, found);
  return found;
}

const known = new WeakMap<Mapping, ReadonlyMap<string, Found>>();

/** The mappings that a merge key brings in, the strongest first. */
function sourcesOf({ node }: Entry): readonly Mapping[] {
  const sources = node.kind === "sequence" ? node.items.map(resolve) : [resolve(node)];
  return sources.filter((source) => source.kind === "mapping");
}

/** The node itself, or what its alias stands for. */
export function resolve(node: Node): Content {
  return node.kind === "alias" ? node.target : node;
}
