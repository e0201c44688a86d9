import { formatField, isInContext, largestId, type Pod, podSpecFields, type TypeMismatch } from "../../pod/index.ts";
import { locate, type Path, type Value } from "../../yaml/index.ts";
import type { Declined, Fix } from "../rule.ts";
import { safeFix } from "./fixes.ts";

const wanted: Readonly<Record<TypeMismatch["field"]["type"], string>> = {
  boolean: "true or false",
  int32: "a whole number",
  int64: "a whole number",
  intOrString: "a whole number or text",
  string: "text",
  quantity: "a quantity such as 500m or 1Gi",
  time: "a time such as 2026-01-31T12:00:00Z",
  any: "anything",
  list: "a list",
  map: "a mapping",
  object: "a mapping",
};

/** What is wrong with a value's type, and what to write: two sentences. */
export function describeWrongType(pod: Pod, mismatch: TypeMismatch): string {
  const { at, value, field } = mismatch;
  return `${formatField(pod, at)} must be ${wanted[field.type]}, and this is ${describeValue(value)}. ${nameStep(pod, mismatch)}`;
}

function describeValue(value: Value): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  if (typeof value === "string") return `the text "${value}"`;
  return `${typeof value === "boolean" ? "the word" : "the number"} ${value}`;
}

function nameStep(pod: Pod, mismatch: TypeMismatch): string {
  const { value, field } = mismatch;
  if (field.type === "string" && typeof value !== "object") return "Put it in quotes.";
  const meant = intendedValue(pod, mismatch);
  if (meant === undefined) return `Write ${wanted[field.type]} there.`;
  return `Write ${renderShort(meant)}${typeof meant === "object" ? "" : " without quotes"}.`;
}

/** Writes the value that was meant, where that is beyond doubt. */
export function correctType(pod: Pod, mismatch: TypeMismatch): Fix | Declined {
  const { at } = mismatch;
  const meant = intendedValue(pod, mismatch);
  if (meant === undefined) return { declined: "only you know which value was meant" };
  // In a Windows pod's context the API server would refuse the field itself next.
  if (pod.os === "windows" && isInContext(pod, at) && at.at(-1) !== "runAsNonRoot")
    return safeFix(`Remove ${at.at(-1)}`, { op: "remove", path: at });
  const title =
    typeof meant === "string"
      ? `Put ${meant} in quotes`
      : `Write ${formatField(pod, at).split(".").at(-1)}: ${renderShort(meant)}`;
  return safeFix(title, { op: "set", path: at, value: meant });
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

/**
 * The value that was meant, where that is beyond doubt and opens nothing up: `"true"` for true, `"30"` for 30, 443 for the text of a variable, `ALL` for a
 * list of it, a profile's type for the profile.
 */
function intendedValue(pod: Pod, { at, value, field: { type } }: TypeMismatch): Value | undefined {
  const name = String(at.at(-1));
  if (type === "string") return typeof value !== "object" && isFreeText(at) ? readWritten(pod, at) : undefined;
  if (typeof value !== "string") return undefined;
  switch (type) {
    case "boolean":
      if (hardening.has(name)) return String(hardening.get(name)) === value ? hardening.get(name) : undefined;
      return /^(true|false)$/.test(value) && !isJudged(pod, at) ? value === "true" : undefined;
    case "int32":
    case "int64":
      if (!/^[1-9]\d{0,9}$/.test(value) || Number(value) > largestId) return undefined;
      return type === "int64" || !isJudged(pod, at) ? Number(value) : undefined;
    case "list":
      return name === "drop" ? [value] : undefined;
    default:
      return name === "seccompProfile" && value === "RuntimeDefault" ? { type: value } : undefined;
  }
}

/** Whether rules judge the field, so that more follows from a value than that it is accepted. */
function isJudged(pod: Pod, at: Path): boolean {
  return isInContext(pod, at) || at.includes("ports") || podSpecFields.includes(String(at.at(-1)));
}

/** Whether Kubernetes takes any text there. */
function isFreeText(at: Path): boolean {
  const [list, , name] = at.slice(-3);
  if (name === "value") return list === "env";
  return ["args", "command", "labels", "matchLabels", "nodeSelector"].includes(String(at.at(-2)));
}

/** The text of a scalar as it stands in the manifest: `0644` is not 420 to its author. */
function readWritten({ document }: Pod, at: Path): string | undefined {
  const { start, end } = locate(document, at).value;
  const written = document.text.slice(start, end);
  return /^[\w.+-]+$/.test(written) ? written : undefined;
}
