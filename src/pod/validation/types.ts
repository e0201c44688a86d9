import { type Fields, isFields, isList, type Path, type Value } from "../../yaml/index.ts";
import { annotationMap, type FieldType, podSpec } from "../fields.ts";
import type { Pod } from "../pod.ts";
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

function mistyped(root: Value | undefined, type: FieldType, start: Path): TypeError[] {
  const found: TypeError[] = [];
  const path = [...start];
  visit(root, type);
  return found;

  function visit(value: Value | undefined, field: FieldType): void {
    if (value === null || value === undefined) return;
    if (!isOf(value, field)) found.push({ at: [...path], value, field });
    else if (field.type === "list")
      for (let index = 0; index < (value as Value[]).length; index++) step(index, (value as Value[])[index], field.of);
    else if (field.type === "map") for (const [key, item] of Object.entries(value)) step(key, item, field.of);
    else if (field.type === "object")
      for (const key in value as Fields)
        if (Object.hasOwn(field.fields, key)) step(key, (value as Fields)[key], field.fields[key] as FieldType);
  }

  function step(to: string | number, value: Value | undefined, field: FieldType): void {
    path.push(to);
    visit(value, field);
    path.pop();
  }
}

function isOf(value: Value, { type }: FieldType): boolean {
  switch (type) {
    case "boolean":
    case "string":
      return typeof value === type;
    case "int32":
      return isIntegerBelow(value, 2 ** 31);
    case "int64":
      return isIntegerBelow(value, 2 ** 63);
    case "list":
      return isList(value);
    default:
      return isFields(value);
  }
}

function isIntegerBelow(value: Value, limit: number): boolean {
  return Number.isInteger(value) && Number(value) < limit && Number(value) >= -limit;
}
