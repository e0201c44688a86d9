import { canonicalText, isFields, isList, sameValue, type Value } from "../yaml/index.ts";

/** Whether two objects are the same to Kubernetes, up to what any two renderings may have otherwise. */
export function isSameObject(a: Value, b: Value): boolean {
  return sameValue(comparable(a), comparable(b));
}

/** Fields that Kubernetes takes for `false` where they are missing. */
const offByDefault: ReadonlySet<string> = new Set(["hostNetwork", "hostPID", "hostIPC", "privileged"]);

/** A value without what is empty, what says the default, and checksums: a changed file has another one. Volumes and mounts are in one order. */
function comparable(value: Value): Value {
  if (isList(value)) return value.map(comparable);
  if (!isFields(value)) return value;
  const kept = Object.entries(value).flatMap(([key, inner]): [string, Value][] => {
    const own = comparable(inner);
    const isNone = own === null || (isFields(own) && Object.keys(own).length === 0);
    const isChecksum = /checksum|sha256/i.test(key) && typeof own === "string" && /^[0-9a-f]{32,64}$/.test(own);
    if (isNone || isChecksum || (own === false && offByDefault.has(key))) return [];
    const isOrderless = isList(own) && (key === "volumes" || key === "volumeMounts");
    return [[key, isOrderless ? own.toSorted((a, b) => (canonicalText(a) < canonicalText(b) ? -1 : 1)) : own]];
  });
  return Object.fromEntries(kept);
}

/** A value without what differs between two renderings of the same sources: passwords, certificates, dates. */
export function withoutNoise(value: Value | undefined, once: Value | undefined, again: Value | undefined): Value {
  if (value === undefined) return null;
  if (sameValue(once, again)) return value;
  if (isFields(value) && isFields(once) && isFields(again))
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, withoutNoise(inner, once[key], again[key])]),
    );
  if (isList(value) && isList(once) && isList(again) && once.length === again.length)
    return value.map((inner, index) => withoutNoise(inner, once[index], again[index]));
  return null;
}

/** The path of the first member that a value has lost. */
export function findLoss(
  before: Value,
  after: Value | undefined,
  path: readonly (string | number)[] = [],
): (string | number)[] | undefined {
  if (after === undefined) return [...path];
  if (isFields(before) && isFields(after)) {
    for (const [key, inner] of Object.entries(before)) {
      const loss = findLoss(inner, Object.hasOwn(after, key) ? after[key] : undefined, [...path, key]);
      if (loss) return loss;
    }
  } else if (isList(before) && isList(after))
    for (const [index, inner] of before.entries()) {
      const loss = findLoss(inner, after[index], [...path, index]);
      if (loss) return loss;
    }
  return undefined;
}
