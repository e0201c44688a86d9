import { formatField, largestId, type Pod, type TypeMismatch } from "../../pod/index.ts";
import type { Path, Value } from "../../yaml/index.ts";
import type { Declined, Fix } from "../rule.ts";
import { safeFix } from "./fixes.ts";

const wanted: Readonly<Record<TypeMismatch["field"]["type"], string>> = {
  boolean: "true or false",
  int32: "a whole number",
  int64: "a whole number",
  string: "text",
  list: "a list",
  map: "a mapping",
  object: "a mapping",
};

/** What is wrong with a value's type, and what to write: two sentences. */
export function describeWrongType(pod: Pod, { at, value, field }: TypeMismatch): string {
  const meant = intendedValue(String(at.at(-1)), value, field);
  const step =
    meant === undefined
      ? `Write ${wanted[field.type]} there.`
      : `Write ${renderShort(meant)}${typeof meant === "object" ? "" : " without quotes"}.`;
  return `${formatField(pod, at)} must be ${wanted[field.type]}, and this is ${describeValue(value)}. ${step}`;
}

function describeValue(value: Value): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  if (typeof value === "string") return `the text "${value}"`;
  return `${typeof value === "boolean" ? "the word" : "the number"} ${value}`;
}

/** Writes the value that was meant, where that is beyond doubt. */
export function correctType(pod: Pod, { at, value, field }: TypeMismatch): Fix | Declined {
  const meant = intendedValue(String(at.at(-1)), value, field);
  if (meant === undefined) return { declined: "only you know which value was meant" };
  // In a Windows pod's context the API server would refuse the field itself next.
  if (pod.os === "windows" && at.at(-1) !== "runAsNonRoot") return removeField(at);
  const title = `Write ${formatField(pod, at).split(".").at(-1)}: ${renderShort(meant)}`;
  return safeFix(title, { op: "set", path: at, value: meant });
}

function removeField(path: Path): Fix {
  return safeFix(`Remove ${path.at(-1)}`, { op: "remove", path });
}

/** `true`, `[ALL]`, `{type: RuntimeDefault}` */
function renderShort(value: Value): string {
  return JSON.stringify(value).replaceAll('"', "").replaceAll(":", ": ");
}

/** The value of each switch that hardens. */
const hardening: ReadonlyMap<string, boolean> = new Map([
  ["runAsNonRoot", true],
  ["readOnlyRootFilesystem", true],
  ["privileged", false],
  ["allowPrivilegeEscalation", false],
]);

/** The value that was meant, where that is beyond doubt and hardens: `"true"` for true, `ALL` for a list of it, a profile's type for the profile. */
function intendedValue(name: string, value: Value, { type }: TypeMismatch["field"]): Value | undefined {
  if (typeof value !== "string") return undefined;
  if (type === "boolean") return String(hardening.get(name)) === value ? hardening.get(name) : undefined;
  if (type === "int64") return /^[1-9]\d{0,9}$/.test(value) && Number(value) <= largestId ? Number(value) : undefined;
  if (type === "list" && name === "drop") return [value];
  return type === "object" && name === "seccompProfile" && value === "RuntimeDefault" ? { type: value } : undefined;
}
