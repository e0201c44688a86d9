import type { Path, Pod, Value } from "../../types.ts";
import { isFields, isList } from "../../yaml/index.ts";
import { annotationMap, type FieldType, podSpec } from "../fields.ts";
import { at } from "../workloads.ts";

/** A value that does not decode into its field: the API server refuses the whole object. */
export interface TypeError {
  readonly at: Path;
  readonly value: Value;
  readonly field: FieldType;
}

/** Every value of a wrong type around the pod's security, in the manifest's order of fields. Null is no value: it fits everywhere. */
export function typeErrors(pod: Pod): TypeError[] {
  const annotations = [...pod.metadata, "annotations"];
  return [
    ...mistyped(pod.spec, podSpec, pod.path),
    ...mistyped(at(pod.document.value, annotations), annotationMap, annotations),
  ];
}

function mistyped(value: Value | undefined, field: FieldType, path: Path): TypeError[] {
  if (value === null || value === undefined) return [];
  const wrong = [{ at: path, value, field }];
  switch (field.type) {
    case "boolean":
    case "string":
      return typeof value === field.type ? [] : wrong;
    case "int32":
      return isIntegerBelow(value, 2 ** 31) ? [] : wrong;
    case "int64":
      return isIntegerBelow(value, 2 ** 63) ? [] : wrong;
    case "list":
      return isList(value) ? value.flatMap((item, index) => mistyped(item, field.of, [...path, index])) : wrong;
    case "map":
      return isFields(value)
        ? Object.keys(value).flatMap((key) => mistyped(value[key], field.of, [...path, key]))
        : wrong;
    case "object":
      return isFields(value)
        ? Object.keys(field.fields).flatMap((key) =>
            mistyped(value[key], field.fields[key] as FieldType, [...path, key]),
          )
        : wrong;
  }
}

function isIntegerBelow(value: Value, limit: number): boolean {
  return Number.isInteger(value) && Number(value) < limit && Number(value) >= -limit;
}
