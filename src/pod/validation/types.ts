import { isFields, isList, type Path, type Value, valueAt } from "../../yaml/index.ts";
import { annotationMap, type FieldType, podSpec } from "../fields.ts";
import type { Pod } from "../pod.ts";

/** A value that does not decode into its field: the API server refuses the whole object. */
export interface TypeMismatch {
  readonly at: Path;
  readonly value: Value;
  readonly field: FieldType;
}

/** Finds every value of a wrong type around the pod's security, in the manifest's order of fields. Null fits every type. */
export function findTypeMismatches(pod: Pod): TypeMismatch[] {
  const annotations = [...pod.metadata, "annotations"];
  return [
    ...compare(pod.spec, podSpec, pod.path),
    ...compare(valueAt(pod.document.value, annotations), annotationMap, annotations),
  ];
}

function compare(value: Value | undefined, field: FieldType, at: Path): TypeMismatch[] {
  if (value === null || value === undefined) return [];
  if (isList(value) && field.type === "list")
    return value.flatMap((item, index) => compare(item, field.of, [...at, index]));
  if (isFields(value) && field.type === "map")
    return Object.entries(value).flatMap(([key, member]) => compare(member, field.of, [...at, key]));
  if (isFields(value) && field.type === "object")
    return Object.entries(value).flatMap(([key, member]) => {
      const known = Object.hasOwn(field.fields, key) ? field.fields[key] : undefined;
      return known ? compare(member, known, [...at, key]) : [];
    });
  return isScalarOf(value, field) ? [] : [{ at, value, field }];
}

function isScalarOf(value: Value, { type }: FieldType): boolean {
  if (type === "boolean" || type === "string") return typeof value === type;
  if (type === "int32") return isIntegerBelow(value, 2 ** 31);
  return type === "int64" && isIntegerBelow(value, 2 ** 63);
}

function isIntegerBelow(value: Value, limit: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value < limit && value >= -limit;
}
