import { type Fields, isFields, isList, type Path, type Value } from "../yaml/index.ts";
import { decode } from "./decode.ts";
import {
  containerOnly,
  containerSecurityContext,
  type FieldType,
  podOnly,
  podSecurityContext,
  podSpecFields,
  sharedFields,
} from "./fields.ts";
import type { Pod } from "./pod.ts";
import { at, memberOf } from "./workloads.ts";

/** A field that Kubernetes does not read where it stands; strict decoding, kubectl's default, refuses the object. */
export interface UnknownField {
  readonly at: Path;
  readonly name: string;
  readonly value: Value;
  /** What it is taken for; `undefined`: nothing that Kubernetes knows. */
  readonly meant: Meant | undefined;
}

export type Meant =
  /** A field of this name that belongs to the pod's context, the containers', the pod spec, or either context. */
  | { readonly owner: "pod" | "containers" | "pod spec" | "context"; readonly name: string }
  /** A misspelling of a field of the same block. */
  | { readonly owner: "here"; readonly name: string };

/** Unknown fields in and around the security contexts of a pod and its workload. */
export function unknownFields(pod: Pod): UnknownField[] {
  const { spec, path } = pod;
  const found = aboveThePod(pod);
  inSpec(found, spec, path, podKeys);
  inContext(found, spec.securityContext, pod.context, podSecurityContext, "pod");
  for (const container of pod.containers) {
    inSpec(found, container.spec, container.path, containerKeys);
    inContext(found, container.spec.securityContext, container.context, containerSecurityContext, "containers");
  }
  return found;
}

const podKeys = [...Object.keys(podSpecFields), "securityContext"];
const containerKeys = ["securityContext"];

/** A `securityContext` in a mapping that leads to the pod, or in its metadata: nobody reads it there. */
function aboveThePod(pod: Pod): UnknownField[] {
  const found: UnknownField[] = [];
  const inMetadata: UnknownField[] = [];
  let fields = at(pod.document.value, pod.object);
  for (let depth = pod.object.length; depth < pod.path.length && isFields(fields); depth++) {
    const path = pod.path.slice(0, depth);
    misplacedContexts(found, fields, path);
    if (isFields(fields.metadata)) misplacedContexts(inMetadata, fields.metadata, [...path, "metadata"]);
    fields = memberOf(fields, pod.path[depth] as string | number);
  }
  return found.concat(inMetadata);
}

function misplacedContexts(found: UnknownField[], fields: Fields, path: Path): void {
  for (const name in fields) {
    if (name.length !== "securityContext".length || name.toLowerCase() !== "securitycontext") continue;
    const meant = { owner: "pod spec", name: "securityContext" } as const;
    found.push({ at: [...path, name], name, value: fields[name] ?? null, meant });
  }
}

/** Context fields outside of their block, and misspellings of the block itself. */
function inSpec(found: UnknownField[], fields: Fields, path: Path, known: readonly string[]): void {
  for (const name in fields) {
    const meant = known.includes(name) ? undefined : meantInSpec(name, known);
    if (meant) found.push({ at: [...path, name], name, value: fields[name] ?? null, meant });
  }
}

const contextFields = new Set([sharedFields.fields, podOnly, containerOnly].flatMap(Object.keys));

function meantInSpec(name: string, known: readonly string[]): Meant | undefined {
  if (contextFields.has(name)) return { owner: "context", name };
  const here = misspelling(name, known);
  return here === undefined ? undefined : { owner: "here", name: here };
}

function inContext(
  found: UnknownField[],
  value: Value | undefined,
  path: Path,
  field: FieldType,
  owner: "pod" | "containers" | undefined,
): void {
  if (field.type === "list" && field.of.type === "object" && isList(value))
    value.forEach((item, index) => void inContext(found, item, [...path, index], field.of, undefined));
  if (field.type !== "object" || !isFields(value)) return;
  for (const name in value) {
    const known = Object.hasOwn(field.fields, name) ? field.fields[name] : undefined;
    const inner = value[name] ?? null;
    if (known && (typeof inner !== "object" || inner === null)) continue;
    const at = [...path, name];
    if (known) inContext(found, inner, at, known, undefined);
    else found.push({ at, name, value: inner, meant: meantBy(name, Object.keys(field.fields), owner) });
  }
}

function meantBy(name: string, known: readonly string[], owner: "pod" | "containers" | undefined): Meant | undefined {
  if (owner === "pod" && Object.hasOwn(containerOnly, name)) return { owner: "containers", name };
  if (owner === "containers" && Object.hasOwn(podOnly, name)) return { owner: "pod", name };
  if (owner && Object.hasOwn(podSpecFields, name)) return { owner: "pod spec", name };
  const here = misspelling(name, known);
  if (here) return { owner: "here", name: here };
  const elsewhere =
    owner === "pod" ? misspelling(name, Object.keys(containerOnly)) : owner && misspelling(name, Object.keys(podOnly));
  if (!elsewhere) return undefined;
  return { owner: owner === "pod" ? "containers" : "pod", name: elsewhere };
}

/** Whether a value would decode under a field's name. */
export function fits(name: string, value: Value): boolean {
  const known: Readonly<Record<string, FieldType>> = {
    ...podSpecFields,
    ...podSecurityContext.fields,
    ...containerSecurityContext.fields,
  };
  const field = Object.hasOwn(known, name) ? known[name] : undefined;
  return !field || decode(value, field) !== undefined;
}

/** The known name that a word is close to: the same but for case, or at most two letters away. */
export function misspelling(word: string, known: readonly string[]): string | undefined {
  const answers = answered.get(known) ?? new Map<string, string | undefined>();
  answered.set(known, answers);
  if (!answers.has(word)) answers.set(word, nearest(word.toLowerCase(), known));
  return answers.get(word);
}

/** Every container has the same few keys. */
const answered = new WeakMap<readonly string[], Map<string, string | undefined>>();

function nearest(lower: string, known: readonly string[]): string | undefined {
  const same = known.find((name) => name.toLowerCase() === lower);
  if (same) return same;
  const near = known
    .filter((name) => Math.abs(name.length - lower.length) <= allowance(name))
    .map((name) => ({ name, distance: distance(lower, name.toLowerCase()) }))
    .filter((each) => each.distance <= allowance(each.name));
  return near.toSorted((a, b) => a.distance - b.distance)[0]?.name;
}

function allowance(name: string): number {
  return name.length < 8 ? 1 : 2;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] as number) + (letter === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
