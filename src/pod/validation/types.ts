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
  if (value === null || value === undefined || isScalarOf(value, field)) return [];
  const members = membersOf(value, field);
  if (!members) return [{ at, value, field }];
  return members
    .filter(([, member, type]) => !isScalarOf(member, type))
    .flatMap(([step, member, type]) => compare(member, type, [...at, step]));
}

/** The parts of a list or mapping that have a type, each with its step and type; `undefined` where the field is of another kind. */
function membersOf(value: Value, field: FieldType): (readonly [string | number, Value, FieldType])[] | undefined {
  if (isList(value) && field.type === "list") return value.map((item, index) => [index, item, field.of] as const);
  if (!isFields(value)) return undefined;
  if (field.type === "map") return Object.entries(value).map(([key, member]) => [key, member, field.of] as const);
  if (field.type !== "object") return undefined;
  const { fields } = field;
  return Object.entries(value).flatMap(([key, member]) => {
    const type = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return type ? [[key, member, type] as const] : [];
  });
}

function isScalarOf(value: Value, { type }: FieldType): boolean {
  if (type === "boolean" || type === "string") return typeof value === type;
  if (type === "int32") return isIntegerBelow(value, 2 ** 31);
  return type === "int64" && isIntegerBelow(value, 2 ** 63);
}

function isIntegerBelow(value: Value, limit: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value < limit && value >= -limit;
}
