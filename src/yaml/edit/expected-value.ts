import type { Fields, Path, Value } from "../document.ts";
import type { Patch } from "./patch.ts";
import { isFields, isList } from "./render.ts";

/** What a patch makes of a value: what its splice must make of the text. */
export function patchedValue(value: Value, patch: Patch): Value {
  return [patch.path, ...(patch.also ?? [])].reduce((each, path) => changed(each, path, patch), value);
}

function changed(value: Value | undefined, [step, ...rest]: Path, patch: Patch): Value {
  if (step === undefined) {
    if (patch.op === "append") return [...(isList(value) ? value : []), patch.value];
    return patch.op === "set" ? patch.value : null;
  }
  const removes = patch.op === "remove" && rest.length === 0;
  if (typeof step === "number") {
    const items = isList(value) ? value : [];
    return items.toSpliced(step, 1, ...(removes ? [] : [changed(items[step], rest, patch)]));
  }
  const fields: Fields = isFields(value) ? value : {};
  if (removes) return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== step));
  // A key may be the name of something that every object inherits.
  const member = Object.hasOwn(fields, step) ? fields[step] : undefined;
  return { ...fields, [step]: changed(member, rest, patch) };
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
