/** What Kubernetes' decoder makes of a document, anchors and merge keys resolved. Shared where the text shares it: never written to. */
export type Value = null | boolean | number | string | readonly Value[] | Fields;

export interface Fields {
  readonly [field: string]: Value;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether a value is a mapping, of YAML or of JSON. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a collection with nothing in it. */
export function isEmpty(value: Value): boolean {
  if (isList(value)) return value.length === 0;
  return isFields(value) && Object.keys(value).length === 0;
}

/** Whether two values are the same to Kubernetes: the order of keys does not count. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  if (!isFields(a) || !isFields(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
  );
}

/** A value as JSON, the same for every order of keys and of list items. */
export function canonicalText(value: Value): string {
  if (isList(value)) return `[${value.map(canonicalText).toSorted().join()}]`;
  if (!isFields(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`);
  return `{${entries.toSorted().join()}}`;
}
