import { type Fields, isFields, isList, memberOf, type Path, startsWith, type Value, valueAt } from "../yaml/index.ts";
import { contextFields, podSpecFields } from "./fields.ts";
import { type JudgedField, type JudgedFields, judgedAnnotations, judgedContext, judgedSpec } from "./judged-fields.ts";
import type { KubernetesObject } from "./objects.ts";
import { isPlaceholder, isPlaceholderKey, readDefaultLike } from "./placeholders.ts";
import type { Assumption, Container, Pod, UnknownValue } from "./pod.ts";
import type { PodPlace } from "./pod-places.ts";
import type { EffectiveContext, Setting } from "./security-context.ts";

/** An object or a value in it, with nothing left open. */
export interface Filled<T> {
  readonly filled: T;
  /** Those values that have no default. */
  readonly unknown: readonly UnknownValue[];
  /** Whether it is what is written: nothing is filled in later. */
  readonly isWritten: boolean;
}

/** Fills in the judged values of the pod at a place of an object. */
export function fillInPod(object: KubernetesObject, place: PodPlace, assumption: Assumption): Filled<KubernetesObject> {
  const parts =
    "context" in place
      ? [{ path: place.context, field: judgedContext }]
      : [
          { path: place.spec, field: judgedSpec },
          { path: [...place.metadata, "annotations"], field: judgedAnnotations },
        ];
  let { fields } = object;
  const answers = parts.map(({ path, field }) => {
    const open = findOpenBlock(object.fields, path) ?? path;
    const value = valueAt(object.fields, open);
    if (value === undefined) return { unknown: [], isWritten: true };
    const { filled, ...answer } = fillIn(value, field, [...object.path, ...open], assumption);
    fields = replaceAt(fields, isPlaceholder(value) ? path : open, filled) as Fields;
    return answer;
  });
  return {
    filled: { ...object, fields },
    unknown: answers.flatMap(({ unknown }) => unknown),
    isWritten: answers.every(({ isWritten }) => isWritten),
  };
}

/** The path of a placeholder that stands for all that is on the way to a place. */
function findOpenBlock(fields: Fields, path: Path): Path | undefined {
  const length = path.findIndex((_, depth) => isPlaceholder(valueAt(fields, path.slice(0, depth + 1))));
  return length === -1 ? undefined : path.slice(0, length + 1);
}

/** A value with another one at a path; what is not a block on the way becomes one. */
function replaceAt(value: Value | undefined, [step, ...rest]: Path, replacement: Value): Value {
  if (step === undefined) return replacement;
  const member = replaceAt(memberOf(value, step), rest, replacement);
  if (typeof step === "number") return isList(value) ? value.toSpliced(step, 1, member) : [member];
  return { ...(isFields(value) ? value : {}), [step]: member };
}

/** Fills in the unknown values of a judged field. `path` leads to the field. */
function fillIn(value: Value, field: JudgedField, path: Path, assumption: Assumption): Filled<Value> {
  const unknown: UnknownValue[] = [];
  let isWritten = true;
  const filled = fill(value, field, path, {});
  return { filled, unknown, isWritten };

  function fill(written: Value, judged: JudgedField, at: Path, block: Fields): Value {
    const { items, fields, each } = judged;
    if (isPlaceholder(written)) return take(written, judged, at, block);
    if (isList(written) && items) return written.map((item, index) => fill(item, items, [...at, index], {}));
    return isFields(written) && (fields || each) ? fillFields(written, judged, at) : written;
  }

  function fillFields(written: Fields, { fields = {}, each }: JudgedField, at: Path): Fields {
    const judgedAs = (key: string) =>
      Object.hasOwn(fields, key) ? fields[key] : each?.judges(key) ? each.field : undefined;
    const whole = Object.entries(written).filter(([key]) => !isPlaceholderKey(key));
    const filled = Object.fromEntries(
      whole.map(([key, member]) => {
        const judged = judgedAs(key);
        return [key, judged ? fill(member, judged, [...at, key], written) : member];
      }),
    );
    // A key that is filled in later may be any that is not there.
    const open = Object.keys(written).find(isPlaceholderKey);
    return open === undefined ? filled : { ...assumeRest(fields, filled, open, at), ...filled };
  }

  function assumeRest(fields: JudgedFields, block: Fields, open: string, at: Path): Fields {
    isWritten = false;
    const rest = Object.entries(fields).filter(([key]) => !Object.hasOwn(block, key));
    unknown.push(...rest.map(([key]) => ({ path: [...at, key], text: open, at: [...at, open] })));
    return Object.fromEntries(rest.map(([key, judged]) => [key, assume(judged, block)]));
  }

  function take(text: string, judged: JudgedField, at: Path, block: Fields): Value {
    isWritten = false;
    const fallback = readDefaultLike(judged.harmful, text);
    if (fallback === undefined) unknown.push({ path: at, text, at });
    const counts = fallback !== undefined && (assumption === "likely" || assumption === "worst");
    return counts ? fallback : assume(judged, block);
  }

  function assume({ harmless, harmful }: JudgedField, block: Fields): Value {
    if (assumption === "worst" || assumption === "harmful") return harmful;
    return typeof harmless === "function" ? harmless(block) : harmless;
  }
}

/** Takes the values that are unknown out of a container's settings: they keep who sets them and what is written. */
export function markUnknown(
  effective: EffectiveContext,
  pod: Pick<Pod, "document" | "context" | "path" | "unknown">,
  { context }: Pick<Container, "context">,
): EffectiveContext {
  if (pod.unknown.length === 0) return effective;
  const settings = Object.entries<Setting<unknown>>(effective).map(([field, setting]) => {
    const own = contextFields("containers").has(field) ? markAs(pod, "container", [...context, field]) : undefined;
    if (own || setting.origin === "container") return [field, own ?? setting];
    const isAnnotation = setting.origin === "annotation";
    const path = isAnnotation ? setting.path : podPath(pod, field);
    return [field, (path && markAs(pod, isAnnotation ? "annotation" : "pod", path)) ?? setting];
  });
  return Object.fromEntries(settings);
}

/** The setting at a place, if its value is unknown. */
function markAs(
  { document, unknown }: Pick<Pod, "document" | "unknown">,
  origin: Setting<never>["origin"],
  path: Path,
): Setting<never> | undefined {
  const found = findUnknown(unknown, path);
  return found && { value: undefined, origin, path, placeholder: valueAt(document.value, path) ?? found.text };
}

/** Where a pod would set a field. */
function podPath({ context, path }: Pick<Pod, "context" | "path">, field: string): Path | undefined {
  if (podSpecFields.includes(field)) return [...path, field];
  return contextFields("pod").has(field) ? [...context, field] : undefined;
}

/** The unknown value that a place is in, or that is in it. */
export function findUnknown(unknown: readonly UnknownValue[], place: Path): UnknownValue | undefined {
  return unknown.find(({ path }) => startsWith(path, place) || startsWith(place, path));
}
