import { isFields, isList, type Value } from "./value.ts";

/** Steps from a document's root: field names and list indexes. */
export type Path = readonly (string | number)[];

/** The value at a path; `undefined` where nothing stands there. */
export function valueAt(value: Value | undefined, path: Path): Value | undefined {
  return path.reduce(memberOf, value);
}

/** The value that one step leads to: a list's item for a number, a mapping's member for a key. */
export function memberOf(value: Value | undefined, step: string | number): Value | undefined {
  if (typeof step === "number") return isList(value) ? value[step] : undefined;
  return isFields(value) ? value[step] : undefined;
}

/** Whether a path leads to the place that `start` leads to, or into it. */
export function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}

/** A path as Go prints it: `spec.containers[0].name`. */
export function formatPath(path: Path): string {
  return path.map((step, index) => (typeof step === "number" ? `[${step}]` : index > 0 ? `.${step}` : step)).join("");
}
