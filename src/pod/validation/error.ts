import { formatPath, type Path } from "../../yaml/index.ts";
import type { Pod } from "../pod.ts";

/** An error of the API server's validation, in its own words (apimachinery pkg/util/validation/field/errors.go). */
export interface ApiError {
  /** Where to point: the value, or the block in which one is missing. */
  readonly at: Path;
  /** The field as the API server prints it, which is not always where it stands. */
  readonly field: string;
  readonly kind: "Invalid value" | "Forbidden" | "Required value" | "Unsupported value" | "Duplicate value";
  /** `<field>: Invalid value: <value>: <detail>` and its kin. */
  readonly text: string;
}

/** A path as the API server prints it: from the object on, as in `spec.template.spec.containers[0].securityContext`. */
export function formatField({ object }: Pick<Pod, "object">, path: Path): string {
  return formatPath(path.slice(object.length));
}

// One function for each kind of error, named as in Go. `field` is given where the API server prints another path than `at`.

/** The value at a path is wrong; `detail` says why. */
export function invalid(pod: Pod, at: Path, value: unknown, detail: string, field = formatField(pod, at)): ApiError {
  return { at, field, kind: "Invalid value", text: `${field}: Invalid value: ${JSON.stringify(value)}: ${detail}` };
}

/** The field at a path may not be set; `detail` says why. */
export function forbidden(pod: Pod, at: Path, detail: string, field = formatField(pod, at)): ApiError {
  return { at, field, kind: "Forbidden", text: `${field}: Forbidden: ${detail}` };
}

/** The field at a path has to be set. */
export function required(pod: Pod, at: Path, detail = ""): ApiError {
  const field = formatField(pod, at);
  return { at, field, kind: "Required value", text: `${field}: Required value${detail && `: ${detail}`}` };
}

/** The value at a path is not one of those that are supported. */
export function unsupported(pod: Pod, at: Path, value: string, supported: readonly string[]): ApiError {
  const field = formatField(pod, at);
  const values = supported.map((each) => JSON.stringify(each)).join(", ");
  const text = `${field}: Unsupported value: ${JSON.stringify(value)}: supported values: ${values}`;
  return { at, field, kind: "Unsupported value", text };
}

/** The value at a path must be unique, and an earlier one is equal to it. */
export function duplicate(pod: Pod, at: Path, value: string, field = formatField(pod, at)): ApiError {
  return { at, field, kind: "Duplicate value", text: `${field}: Duplicate value: ${JSON.stringify(value)}` };
}
