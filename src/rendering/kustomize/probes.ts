import { type Document, isFields, isList, locate, type Path, type Value } from "../../yaml/index.ts";
import type { Placing } from "../inset.ts";
import type { Kustomization, Use } from "./kustomizations.ts";

/** A document that the rendering is made of: a resource, a patch, or a list of operations. */
export interface Contributor {
  readonly document: Document;
  readonly place: Placing;
  readonly isPatch: boolean;
  /** The kustomization that names it first, and where. */
  readonly by: Kustomization;
  readonly use: Use;
}

/** A key of its own that a mapping carries through the build, and whose it is. Those with a higher number were applied later. */
export interface Probe {
  readonly number: number;
  readonly contributor: Contributor;
  /** The mapping, or the operation beside which the probe was set. */
  readonly path: Path;
  /** What the operation does to the mapping that has the probe. */
  readonly operation?: Operation;
}

export interface Operation {
  readonly kind: "set" | "remove";
  /** The key of the mapping, and the positions in the list below it. */
  readonly key: string;
  readonly rest: readonly string[];
  /** `undefined` where it is taken from elsewhere in the object. */
  readonly value: Value | undefined;
}

/** The probes of one build. */
export interface Probes {
  /** What each key starts with; no text of the build has it. */
  readonly prefix: string;
  readonly all: Probe[];
}

/** A document of a resource or of a strategic merge patch, in JSON, with a probe in each mapping. */
export function markMappings(value: Value, contributor: Contributor, probes: Probes, base: Path = []): Value {
  if (isList(value)) return value.map((item, index) => markMappings(item, contributor, probes, [...base, index]));
  if (!isFields(value)) return asWritten(value, contributor, probes, base);
  if (value.$patch === "delete") return value;
  const probe = addProbe(probes, { contributor, path: base });
  const entries = Object.entries(value).map(([key, inner]): [string, Value] => {
    // Directives of strategic merge are lists and words that must stay as they are.
    return [key, key.startsWith("$") ? inner : markMappings(inner, contributor, probes, [...base, key])];
  });
  return Object.fromEntries([...entries, [probe, mark]]);
}

/** A number or a word that kustomize may read in another way than Kubernetes does, such as `yes`, in the spelling of its source. */
function asWritten(value: Value, { document }: Contributor, { prefix }: Probes, path: Path): Value {
  // Operations are read as Kubernetes reads them, or as JSON.
  if (typeof value === "string" || isList(document.value)) return value;
  const { start, end } = locate(document, path).value;
  const text = document.text.slice(start, end);
  return text === JSON.stringify(value) || !/^[\w.+:~-]+$/.test(text) ? value : prefix + text;
}

/** The operations of a JSON6902 patch, each with a neighbour that sets a probe in the mapping that it changes. */
export function markOperations(
  operations: readonly Value[],
  contributor: Contributor,
  probes: Probes,
  { neighbours }: { readonly neighbours: boolean },
): Value[] {
  return operations.flatMap((operation, index): Value[] => {
    if (!isFields(operation) || typeof operation.path !== "string") return [operation];
    const { op, path, from, value } = operation;
    const beside = (pointer: Value | undefined, kind: Operation["kind"]): Value[] => {
      const target = typeof pointer === "string" && neighbours ? mappingOf(pointer) : undefined;
      if (!target) return [];
      const { parent, key, rest } = target;
      const probe = addProbe(probes, { contributor, path: [index], operation: { kind, key, rest, value } });
      return [{ op: "add", path: `${parent}/${probe}`, value: mark }];
    };
    // A test that held for the plain text may not hold for one with probes.
    if (op === "test")
      return [{ op: "add", path: `/${addProbe(probes, { contributor, path: [index] })}`, value: mark }];
    if (op === "remove") return [operation, ...beside(path, "remove")];
    const marked =
      value === undefined
        ? operation
        : { ...operation, value: markMappings(value, contributor, probes, [index, "value"]) };
    return [marked, ...(op === "move" ? beside(from, "remove") : []), ...beside(path, "set")];
  });
}

const mark = "x";

function addProbe({ prefix, all }: Probes, probe: Omit<Probe, "number">): string {
  return prefix + (all.push({ ...probe, number: all.length }) - 1);
}

/** The mapping that a JSON pointer leads into, and the key there. What looks like a position in a list is taken for one. */
function mappingOf(pointer: string): { parent: string; key: string; rest: string[] } | undefined {
  const [, ...steps] = pointer.split("/");
  const at = steps.findLastIndex((step) => !/^(?:-|\d+)$/.test(step));
  if (at === -1) return undefined;
  const decode = (step: string) => step.replaceAll("~1", "/").replaceAll("~0", "~");
  const parent = steps.slice(0, at).map((step) => `/${step}`);
  return { parent: parent.join(""), key: decode(steps[at] ?? ""), rest: steps.slice(at + 1) };
}

/** The probes of a mapping, in the order of application. */
export function probesOf(value: Value | undefined, { prefix, all }: Probes): Probe[] {
  if (!isFields(value)) return [];
  const numbers = Object.keys(value).flatMap((key) => (key.startsWith(prefix) ? Number(key.slice(prefix.length)) : []));
  return numbers.toSorted((a, b) => a - b).flatMap((number) => all[number] ?? []);
}

/** A value without probes and without fields that hold an empty mapping, which Kubernetes takes for none. */
export function withoutProbes(value: Value, prefix: string): Value {
  if (isList(value)) return value.map((item) => withoutProbes(item, prefix));
  if (!isFields(value)) return value;
  const kept = Object.entries(value).flatMap(([key, inner]): [string, Value][] => {
    const own = key.startsWith(prefix) ? undefined : withoutProbes(inner, prefix);
    return own === undefined || (isFields(own) && Object.keys(own).length === 0) ? [] : [[key, own]];
  });
  return Object.fromEntries(kept);
}

/** The same as `plainJson`, with what is to stand as it was written. */
export function toJson(value: Value, { prefix }: Probes): string {
  const written = new RegExp(`"${prefix}([\\w.+:~-]+)"(?!:)`, "g");
  return plainJson(value).replace(written, "$1");
}

/** A value in JSON that every reader of YAML takes, too. */
export function plainJson(value: Value): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
