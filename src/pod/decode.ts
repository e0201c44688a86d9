import { type Fields, isFields, isList, type Path, type Value } from "../yaml/index.ts";
import { type FieldType, fieldTypesOf, type ObjectType, typeNamed } from "./fields.ts";
import type { PodSecurityContext, SecurityContext } from "./security-context.ts";

/** A value that does not decode into its field: the API server refuses the whole object. */
export interface TypeMismatch {
  readonly at: Path;
  readonly value: Value;
  readonly field: FieldType;
}

/** A field that the type of its block does not have: strict decoding, kubectl's default, refuses the object, and other clients lose the field. */
export interface StrayField {
  readonly at: Path;
  readonly value: Value;
  readonly block: ObjectType;
}

/** What the decoder finds wrong, in the order of the text. */
export interface DecodingErrors {
  readonly mismatches: readonly TypeMismatch[];
  readonly strays: readonly StrayField[];
}

/** Compares a value and all that is in it with a type, as strict decoding does (sigs.k8s.io/json). `path` leads to the value. */
export function findDecodingErrors(value: Value, type: FieldType, path: Path): DecodingErrors {
  const mismatches: TypeMismatch[] = [];
  const strays: StrayField[] = [];
  // The steps to what is compared: they become a path only where something is wrong.
  const steps = [...path];
  compare(value, type);
  return { mismatches, strays };

  function compare(found: Value, field: FieldType): void {
    if (isFields(found) && field.type === "object") compareFields(found, field);
    else if (isFields(found) && field.type === "map")
      for (const [key, member] of Object.entries(found)) compareBelow(key, member, field.of);
    else if (isList(found) && field.type === "list")
      for (const [index, item] of found.entries()) compareBelow(index, item, field.of);
    else if (!fits(found, field)) mismatches.push({ at: [...steps], value: found, field });
  }

  function compareFields(found: Fields, block: ObjectType): void {
    const fields = fieldTypesOf(block);
    for (const [key, member] of Object.entries(found)) {
      const field = fields.get(key);
      if (field) compareBelow(key, member, field);
      else strays.push({ at: [...steps, key], value: member, block });
    }
  }

  function compareBelow(step: string | number, member: Value, field: FieldType): void {
    steps.push(step);
    compare(member, field);
    steps.pop();
  }
}

/** Whether a value fits a field that is not a list, a mapping or a block of fields. Null fits all. */
function fits(value: Value, { type }: FieldType): boolean {
  if (value === null) return true;
  switch (type) {
    case "boolean":
    case "string":
      return typeof value === type;
    case "int32":
      return isIntegerBelow(2 ** 31, value);
    case "int64":
      return isIntegerBelow(2 ** 63, value);
    case "intOrString":
      return typeof value === "string" || isIntegerBelow(2 ** 31, value);
    case "quantity":
      return typeof value === "number" || (typeof value === "string" && quantity.test(value));
    case "time":
      return typeof value === "string" && time.test(value);
    default:
      return type === "any";
  }
}

/** By its value: Go sees `1e3` and `2.0` as kubectl writes them, which is `1000` and `2`. */
function isIntegerBelow(limit: number, value: Value): boolean {
  return typeof value === "number" && Number.isInteger(value) && value < limit && value >= -limit;
}

/** Digits are not asked for (apimachinery pkg/api/resource/quantity.go parseQuantityString, suffix.go). */
const quantity = /^ *(?=[^ ])[-+]?\d*(\.\d*)?([numkMGTPE]|[KMGTPE]i|[eE][-+]?\d{1,18})? *$/;

/** RFC 3339, as Go's `time.Parse` takes it (apimachinery pkg/apis/meta/v1/time.go). */
const time = new RegExp(
  "^\\d{4}-(02-(0[1-9]|[12]\\d)|(0[469]|11)-(0[1-9]|[12]\\d|30)|(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01]))" +
    "T([01]?\\d|2[0-3]):[0-5]\\d:[0-5]\\d([.,]\\d+)?(Z|[-+]([01]\\d|2[0-4]):([0-5]\\d|60))$",
);

/** Whether a value decodes into a field, and sets it. */
export function canDecode(value: Value, field: FieldType): boolean {
  return value !== null && findDecodingErrors(value, field, []).mismatches.length === 0;
}

/** Decodes a container's `securityContext` as Kubernetes does; a value of a wrong type is absent (`api-rejected` reports it). */
export function decodeSecurityContext(value: Value | undefined): SecurityContext {
  return decode(value, typeNamed("SecurityContext")) ?? {};
}

/** Decodes the pod's `securityContext` likewise. */
export function decodePodSecurityContext(value: Value | undefined): PodSecurityContext {
  return decode(value, typeNamed("PodSecurityContext")) ?? {};
}

/** The fields of a block that are set, without those that it does not know; `undefined` for null and for a wrong type. */
function decode(value: Value | undefined, block: ObjectType): Readonly<Record<string, unknown>> | undefined {
  if (!isFields(value)) return undefined;
  const decoded: Record<string, unknown> = {};
  for (const [key, field] of fieldTypesOf(block)) {
    const member = decodeField(value[key], field);
    if (member !== undefined) decoded[key] = member;
  }
  return decoded;
}

function decodeField(value: Value | undefined, field: FieldType): unknown {
  if (value === null || value === undefined) return undefined;
  if (field.type === "object") return decode(value, field);
  if (field.type === "list") return isList(value) ? decodeItems(value, field.of) : undefined;
  return fits(value, field) ? value : undefined;
}

/** All or nothing: one item of a wrong type refuses the list. A null item is Go's zero value. */
function decodeItems(items: readonly Value[], field: FieldType): unknown[] | undefined {
  const decoded = items.map((item) => (item === null ? zeroOf(field) : decodeField(item, field)));
  return decoded.includes(undefined) ? undefined : decoded;
}

/** Of what the lists of security contexts hold. */
function zeroOf({ type }: FieldType): unknown {
  return type === "string" ? "" : type === "int64" ? 0 : {};
}

/** The value where it is a boolean, else `undefined`. */
export function readBoolean(value: Value | undefined): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** The value where it is a text, else `undefined`. */
export function readString(value: Value | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** A mapping in a list. */
export interface ListedFields {
  readonly fields: Fields;
  readonly index: number;
}

/** The mappings of a list, each with its index; validation reports anything else in it. */
export function listFields(value: Value | undefined): ListedFields[] {
  if (!isList(value)) return [];
  return value.flatMap((fields, index) => (isFields(fields) ? [{ fields, index }] : []));
}
