import type { Range } from "./position.ts";
import type { Fields, Value } from "./value.ts";

/**
 * What the text says, as data: the one shape that locating and patching work on, whichever reader made it.
 * Every range points into the whole file's text; none takes in the line break at its end, nor the anchor or tag before it.
 */
export type Node = Content | Alias;
export type Content = Scalar | Mapping | Sequence;

export interface Scalar {
  readonly kind: "scalar";
  /** Zero-width, right after the colon, dash or anchor, where nothing is written. */
  readonly range: Range;
  readonly value: null | boolean | number | string;
  readonly style: "plain" | "single" | "double" | "block";
}

export interface Mapping {
  readonly kind: "mapping";
  readonly range: Range;
  /** Whether it is written in braces. */
  readonly flow: boolean;
  readonly entries: readonly MappingEntry[];
}

export interface MappingEntry {
  readonly key: string;
  readonly keyRange: Range;
  /** Whether the key is a merge key (`<<`): the entries of its value stand in for it. */
  readonly merge: boolean;
  readonly node: Node;
}

export interface Sequence {
  readonly kind: "sequence";
  readonly range: Range;
  /** Whether it is written in brackets. */
  readonly flow: boolean;
  readonly items: readonly Node[];
}

/** `*name`: `range` is where it stands, `target` what was anchored. */
export interface Alias {
  readonly kind: "alias";
  readonly range: Range;
  readonly target: Content;
}

/** The node itself, or what its alias stands for. */
export function resolve(node: Node): Content {
  return node.kind === "alias" ? node.target : node;
}

/** The nodes right below a node; an alias has none. */
export function childrenOf(node: Node): readonly Node[] {
  if (node.kind === "sequence") return node.items;
  return node.kind === "mapping" ? node.entries.map((entry) => entry.node) : [];
}

/** The value of a tree, and whether a mapping in it may set a key twice. Each anchored node becomes one object, however many aliases stand for it. */
export function evaluate(tree: Node): { readonly value: Value; readonly mayRepeatKeys: boolean } {
  const evaluation: Evaluation = { shared: new Map(), mayRepeatKeys: false };
  return { value: toValue(tree, evaluation), mayRepeatKeys: evaluation.mayRepeatKeys };
}

/** What is known so far of a tree whose value is worked out. */
interface Evaluation {
  /** The values of the anchored nodes. */
  readonly shared: Map<Node, Value>;
  mayRepeatKeys: boolean;
}

function toValue(node: Node, evaluation: Evaluation): Value {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "alias") return toSharedValue(node.target, evaluation);
  return node.kind === "sequence" ? node.items.map((item) => toValue(item, evaluation)) : toFields(node, evaluation);
}

function toSharedValue(node: Content, evaluation: Evaluation): Value {
  const value = evaluation.shared.get(node) ?? toValue(node, evaluation);
  evaluation.shared.set(node, value);
  return value;
}

function toFields({ entries }: Mapping, evaluation: Evaluation): Fields {
  // It inherits nothing, so that `constructor` is a key like any other.
  const fields: Record<string, Value> = Object.create(null);
  for (const entry of entries) {
    if (entry.merge)
      for (const source of mergedBy(entry).toReversed()) Object.assign(fields, toSharedValue(source, evaluation));
    else {
      evaluation.mayRepeatKeys ||= entry.key in fields;
      fields[entry.key] = toValue(entry.node, evaluation);
    }
  }
  return fields;
}

/** The entry that gives a key its value; `mergeKey` is the merge key that brings it in, where one does. */
export interface EntryInForce extends MappingEntry {
  readonly mergeKey?: Range;
}

/**
 * Finds a key, in a mapping or in what it merges. Kubernetes reads from top to bottom and the last one wins: also over a merge key
 * above, or below, it (goyaml.v2/decode.go).
 */
export function findEntry(mapping: Mapping, key: string): EntryInForce | undefined {
  const { entries } = mapping;
  const needsIndex = entries.length > 32 || entries.some(({ merge }) => merge);
  return needsIndex ? entriesInForce(mapping).get(key) : entries.findLast((entry) => entry.key === key);
}

/** Every key of a mapping, with the entry that gives it its value. */
function entriesInForce(mapping: Mapping): ReadonlyMap<string, EntryInForce> {
  const known = indexes.get(mapping);
  if (known) return known;
  const index = new Map<string, EntryInForce>();
  for (const entry of mapping.entries) {
    if (!entry.merge) index.set(entry.key, entry);
    for (const source of entry.merge ? mergedBy(entry).toReversed() : [])
      for (const [key, each] of entriesInForce(source)) index.set(key, { ...each, mergeKey: entry.keyRange });
  }
  indexes.set(mapping, index);
  return index;
}

/** So that a mapping of 100,000 keys can be asked for each of them. */
const indexes = new WeakMap<Mapping, ReadonlyMap<string, EntryInForce>>();

/** The mappings that a merge key brings in, the strongest first. */
function mergedBy({ node }: MappingEntry): readonly Mapping[] {
  const sources = node.kind === "sequence" ? node.items.map(resolve) : [resolve(node)];
  return sources.filter((source) => source.kind === "mapping");
}
