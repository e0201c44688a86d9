import type { Fields, Patch, Path, Value } from "../types.ts";
import { isFields, isList } from "./render.ts";

/** What a patch makes of a value: what its splice must make of the text. */
export function patchedValue(value: Value, patch: Patch): Value {
  return change(value, patch.path, patch);
}

function change(value: Value | undefined, [step, ...rest]: Path, patch: Patch): Value {
  if (step === undefined) {
    if (patch.op === "append") return [...(isList(value) ? value : []), patch.value];
    return patch.op === "set" ? patch.value : null;
  }
  const removes = patch.op === "remove" && rest.length === 0;
  if (typeof step === "number") {
    const items = isList(value) ? value : [];
    return removes ? items.filter((_, index) => index !== step) : [...items.slice(0, step), change(items[step], rest, patch), ...items.slice(step + 1)];
  }
  const { [step]: member, ...others }: Fields = isFields(value) ? value : {};
  return removes ? others : { ...(isFields(value) ? value : {}), [step]: change(member, rest, patch) };
}

/** Whether two values are the same to Kubernetes: the order of keys does not count. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  if (!isFields(a) || !isFields(b)) return Number.isNaN(a) && Number.isNaN(b);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameValue(a[key], b[key]));
}
