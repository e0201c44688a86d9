import { isFields, type Path, startsWith, type Value, valueAt } from "../yaml/index.ts";
import { canDecode, type StrayField } from "./decode.ts";
import { type ContextOwner, contextFields, fieldTypesOf, isOnlyIn, podSpecFields, typeNamed } from "./fields.ts";
import type { Pod } from "./pod.ts";
import { findSimilarName } from "./similar-names.ts";

/** A field that Kubernetes does not read where it stands; strict decoding, kubectl's default, refuses the object. */
export interface UnknownField {
  readonly at: Path;
  readonly name: string;
  readonly value: Value;
  /** The field that the author most likely wanted; `undefined` where nothing that Kubernetes knows is close. */
  readonly intended: IntendedField | undefined;
}

/** A field of Kubernetes, and where it belongs. */
export interface IntendedField {
  /** In the same block, in the pod's or the containers' `securityContext`, in the pod spec, in the `securityContext` beside it, or in the one around it. */
  readonly place: "here" | ContextOwner | "pod spec" | "context" | "context around";
  readonly name: string;
}

/** Finds the unknown fields of a pod and its workload. */
export function findUnknownFields(pod: Pod): UnknownField[] {
  const strays = pod.decoding.strays.filter(({ at }) => !isDirective(pod, at));
  const unknown = strays.map((stray) => describeStray(pod, stray));
  if (pod.builtIn?.kind) return unknown;
  // A template of another project may have fields of its own, but none that is nearly one of Kubernetes'.
  return [...findContextsAbove(pod), ...unknown.filter(({ at, intended }) => intended || isInContext(pod, at))];
}

/** `$patch`, `$retainKeys`, … are words of Kustomize, which merges a patch into the whole. */
function isDirective({ isFragment }: Pod, at: Path): boolean {
  return isFragment && String(at.at(-1)).startsWith("$");
}

/** Whether a path leads to or into a `securityContext`, the pod's or a container's. */
export function isInContext({ context, containers }: Pod, at: Path): boolean {
  return startsWith(at, context) || containers.some((container) => startsWith(at, container.context));
}

function describeStray(pod: Pod, { at, value, block }: StrayField): UnknownField {
  const name = String(at.at(-1));
  const known = [...fieldTypesOf(block).keys()];
  switch (block.name) {
    case "PodSecurityContext":
      return { at, name, value, intended: intendInContext(name, known, "pod") };
    case "SecurityContext":
      return { at, name, value, intended: intendInContext(name, known, "containers") };
    case "PodSpec":
      return { at, name, value, intended: intendInSpec(name, known) };
    case "Container":
    case "EphemeralContainer":
      return { at, name, value, intended: intendForPod(name) ?? intendInSpec(name, known) };
    default:
      return { at, name, value, intended: intendElsewhere(pod, at, name, known) };
  }
}

function intendInContext(name: string, known: readonly string[], owner: ContextOwner): IntendedField | undefined {
  const other = owner === "pod" ? "containers" : "pod";
  if (isOnlyIn(other, name)) return { place: other, name };
  if (podSpecFields.includes(name)) return { place: "pod spec", name };
  const here = intendHere(name, known);
  if (here) return here;
  const there = findSimilarName(
    name,
    [...contextFields(other).keys()].filter((field) => isOnlyIn(other, field)),
  );
  return there === undefined ? undefined : { place: other, name: there };
}

/** In a block of the pod, or above it. A block within a context has none of the context's fields. */
function intendElsewhere(pod: Pod, at: Path, name: string, known: readonly string[]): IntendedField | undefined {
  if (isInContext(pod, at) && isOfContext(name)) return { place: "context around", name };
  return startsWith(at, pod.path) ? intendHere(name, known) : intendAbove(name, known);
}

function isOfContext(name: string): boolean {
  return contextFields("pod").has(name) || contextFields("containers").has(name);
}

function intendInSpec(name: string, known: readonly string[]): IntendedField | undefined {
  return isOfContext(name) ? { place: "context", name } : intendHere(name, known);
}

/** Above the pod, and in metadata. */
function intendAbove(name: string, known: readonly string[]): IntendedField | undefined {
  if (isContextName(name)) return { place: "pod spec", name: "securityContext" };
  return intendForPod(name) ?? intendInSpec(name, known);
}

/** What only the pod spec itself has. */
function intendForPod(name: string): IntendedField | undefined {
  return fieldTypesOf(typeNamed("PodSpec")).has(name) ? { place: "pod spec", name } : undefined;
}

function intendHere(name: string, known: readonly string[]): IntendedField | undefined {
  const here = findSimilarName(name, known);
  return here === undefined ? undefined : { place: "here", name: here };
}

function isContextName(name: string): boolean {
  return name.toLowerCase() === "securitycontext";
}

/** A `securityContext` in a mapping that leads to the pod, or in its metadata: nothing reads it there. */
function findContextsAbove({ document, object, path }: Pod): UnknownField[] {
  const above = path.slice(object.length).map((_, index) => path.slice(0, object.length + index));
  return [...above, ...above.map((at) => [...at, "metadata"])].flatMap((at) => {
    const block = valueAt(document.value, at);
    const names = isFields(block) ? Object.keys(block).filter(isContextName) : [];
    return names.map((name) => ({
      at: [...at, name],
      name,
      value: valueAt(block, [name]) ?? null,
      intended: intendAbove(name, []),
    }));
  });
}

/** Whether a value is of the type of a field around the security contexts; `true` for a name that is not one. */
export function hasTypeOf(name: string, value: Value): boolean {
  const field =
    contextFields("containers").get(name) ??
    contextFields("pod").get(name) ??
    fieldTypesOf(typeNamed("PodSpec")).get(name);
  return !field || canDecode(value, field);
}
