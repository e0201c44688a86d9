import { type Fields, isFields, isList, type Value } from "../yaml/index.ts";
import { containerSecurityContext, type FieldType, podSecurityContext } from "./fields.ts";
import type { PodSecurityContext, SecurityContext } from "./security-context.ts";

/** What a value of a field's type decodes to. */
export type Decoded<F extends FieldType> = F extends { readonly type: "boolean" }
  ? boolean
  : F extends { readonly type: "int32" | "int64" }
    ? number
    : F extends { readonly type: "string" }
      ? string
      : F extends { readonly type: "list"; readonly of: infer Item extends FieldType }
        ? readonly Decoded<Item>[]
        : F extends { readonly type: "map"; readonly of: infer Item extends FieldType }
          ? Readonly<Record<string, Decoded<Item>>>
          : F extends { readonly type: "object"; readonly fields: infer Members extends Record<string, FieldType> }
            ? { readonly [M in keyof Members]?: Decoded<Members[M]> }
            : never;

/** Decodes a container's `securityContext` as Kubernetes does; a value of a wrong type is absent (validation reports it). */
export function decodeSecurityContext(value: Value | undefined): SecurityContext {
  return decode(value, containerSecurityContext) ?? {};
}

/** Decodes the pod's `securityContext` likewise. */
export function decodePodSecurityContext(value: Value | undefined): PodSecurityContext {
  return decode(value, podSecurityContext) ?? {};
}

/** Decodes a value into a field, known members only; `undefined` for null and for a wrong type. */
export function decode<F extends FieldType>(value: Value | undefined, field: F): Decoded<F> | undefined {
  return decodeAny(value, field) as Decoded<F> | undefined;
}

/** Whether a value decodes into a field. */
export function canDecode(value: Value, field: FieldType): boolean {
  return decodeAny(value, field) !== undefined;
}

function decodeAny(value: Value | undefined, field: FieldType): unknown {
  if (value === null || value === undefined) return undefined;
  switch (field.type) {
    case "boolean":
    case "string":
      return typeof value === field.type ? value : undefined;
    case "int32":
    case "int64":
      return Number.isInteger(value) ? value : undefined;
    case "list":
      return isList(value) ? decodeItems(value, field.of) : undefined;
    case "map":
      return isFields(value) ? decodeMembers(value, Object.keys(value), () => field.of) : undefined;
    case "object":
      return isFields(value) ? decodeMembers(value, Object.keys(field.fields), (key) => field.fields[key]) : undefined;
  }
}

/** All or nothing: one item of a wrong type refuses the list. A null item is Go's zero value. */
function decodeItems(items: readonly Value[], field: FieldType): unknown[] | undefined {
  const decoded = items.map((item) => (item === null ? zeroOf(field) : decodeAny(item, field)));
  return decoded.includes(undefined) ? undefined : decoded;
}

function zeroOf({ type }: FieldType): unknown {
  if (type === "string") return "";
  if (type === "boolean") return false;
  return type === "int32" || type === "int64" ? 0 : type === "list" ? [] : {};
}

function decodeMembers(
  value: Fields,
  keys: readonly string[],
  fieldOf: (key: string) => FieldType | undefined,
): object {
  const members: Record<string, unknown> = {};
  for (const key of keys) {
    const field = fieldOf(key);
    const member = field && decodeAny(value[key], field);
    if (member !== undefined) members[key] = member;
  }
  return members;
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
