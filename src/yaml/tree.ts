import type { Fields, Range, Value } from "../types.ts";

/**
 * What the text says, as data: the one shape that locating and patching work on, whichever reader made it.
 * Every range points into the whole file's text.
 */
export type Node = Scalar | Mapping | Sequence | Alias;

export interface Scalar {
  readonly kind: "scalar";
  /** Zero-width, behind the colon or dash, where nothing is written. */
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
  /** A merge key (`<<`): its value's entries stand behind this mapping's own. */
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
  readonly target: Node;
}

/** The value of a tree. What is anchored once is one object, however often it is used: aliases cost nothing. */
export function valueOf(node: Node, known: Map<Node, Value> = new Map()): Value {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "alias") return valueOf(node.target, known);
  const before = known.get(node);
  if (before !== undefined) return before;
  const value =
    node.kind === "sequence" ? node.items.map((item) => valueOf(item, known)) : fieldsOf(node, known);
  known.set(node, value);
  return value;
}

function fieldsOf(mapping: Mapping, known: Map<Node, Value>): Fields {
  const fields: Record<string, Value> = Object.create(null);
  for (const { key, node, merge } of mapping.entries) if (!merge) fields[key] = valueOf(node, known);
  for (const source of mergeSources(mapping)) {
    const merged = valueOf(source, known) as Fields;
    for (const key in merged) if (!(key in fields)) fields[key] = merged[key] as Value;
  }
  return fields;
}

/** The mappings that merge keys bring in, the strongest first. */
export function mergeSources(mapping: Mapping): readonly Mapping[] {
  return mapping.entries
    .filter(({ merge }) => merge)
    .flatMap(({ node }) => {
      const target = resolve(node);
      return target.kind === "sequence" ? target.items.map(resolve) : [target];
    })
    .filter((node) => node.kind === "mapping");
}

/** The node itself, or what its alias stands for. */
export function resolve(node: Node): Exclude<Node, Alias> {
  return node.kind === "alias" ? resolve(node.target) : node;
}

/** The entry that counts: of equal keys the last. */
export function entryOf(mapping: Mapping, key: string): Entry | undefined {
  return mapping.entries.findLast((entry) => !entry.merge && entry.key === key);
}
