import type { Path } from "../../yaml/index.ts";
import type { Pod } from "../pod.ts";

/** An error of the API server's validation, in its own words (apimachinery pkg/util/validation/field/errors.go). */
export interface ApiError {
  /** Where to point: the value, or the block in which one is missing. */
  readonly at: Path;
  /** The field as the API server prints it; here and there that is not where it stands. */
  readonly field: string;
  readonly kind: "Invalid value" | "Forbidden" | "Required value" | "Unsupported value" | "Duplicate value";
  /** `<field>: Invalid value: <value>: <detail>` and its kin. */
  readonly text: string;
}

/** `field` where the API server prints another one than the path of `at`. */
interface As {
  readonly field?: string;
}

export function invalid(
  pod: Pod,
  at: Path,
  value: unknown,
  detail: string,
  { field = fieldOf(pod, at) }: As = {},
): ApiError {
  return { at, field, kind: "Invalid value", text: `${field}: Invalid value: ${JSON.stringify(value)}: ${detail}` };
}

export function forbidden(pod: Pod, at: Path, detail: string, { field = fieldOf(pod, at) }: As = {}): ApiError {
  return { at, field, kind: "Forbidden", text: `${field}: Forbidden: ${detail}` };
}

export function required(pod: Pod, at: Path, detail = ""): ApiError {
  const field = fieldOf(pod, at);
  return { at, field, kind: "Required value", text: `${field}: Required value${detail && `: ${detail}`}` };
}

export function unsupported(pod: Pod, at: Path, value: string, supported: readonly string[]): ApiError {
  const field = fieldOf(pod, at);
  const values = supported.map((each) => JSON.stringify(each)).join(", ");
  return {
    at,
    field,
    kind: "Unsupported value",
    text: `${field}: Unsupported value: ${JSON.stringify(value)}: supported values: ${values}`,
  };
}

export function duplicate(pod: Pod, at: Path, value: string, { field = fieldOf(pod, at) }: As = {}): ApiError {
  return { at, field, kind: "Duplicate value", text: `${field}: Duplicate value: ${JSON.stringify(value)}` };
}

/** A path as Go prints it: `spec.template.spec.containers[0].securityContext`. */
export function fieldOf(pod: Pod, path: Path): string {
  return goPath(path.slice(pod.object.length));
}

export function goPath(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}
