import { isFields, isList, type Value } from "../yaml/index.ts";
import { containerSecurityContext, type FieldType, podSecurityContext } from "./fields.ts";
import type { PodSecurityContext, SecurityContext } from "./security-context.ts";

/** A container's `securityContext` as Kubernetes decodes it; what has a wrong type is absent (validation names it). */
export function decodeSecurityContext(value: Value | undefined): SecurityContext {
  return (decode(value, containerSecurityContext) ?? {}) as SecurityContext;
}

/** The pod's `securityContext`, likewise. */
export function decodePodSecurityContext(value: Value | undefined): PodSecurityContext {
  return (decode(value, podSecurityContext) ?? {}) as PodSecurityContext;
}

/** A value of the field's type, known members only; `undefined` for null and for a wrong type. */
export function decode(value: Value | undefined, field: FieldType): unknown {
  if (value === null || value === undefined) return undefined;
  switch (field.type) {
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "int32":
    case "int64":
      return Number.isInteger(value) ? value : undefined;
    case "string":
      return typeof value === "string" ? value : undefined;
    case "list":
      return isList(value) ? decodeItems(value, field.of) : undefined;
    case "map":
      return isFields(value) ? decodeMembers(value, value, () => field.of) : undefined;
    case "object":
      return isFields(value) ? decodeMembers(value, field.fields, (key) => field.fields[key]) : undefined;
  }
}

/** All or nothing: a list with an item of a wrong type is refused whole. A null item is Go's zero value. */
function decodeItems(items: readonly Value[], field: FieldType): unknown[] | undefined {
  const decoded = items.map((item) => (item === null ? zero(field) : decode(item, field)));
  return decoded.includes(undefined) ? undefined : decoded;
}

function zero({ type }: FieldType): unknown {
  if (type === "string") return "";
  if (type === "boolean") return false;
  return type === "int32" || type === "int64" ? 0 : type === "list" ? [] : {};
}

function decodeMembers(
  value: Record<string, Value>,
  names: Readonly<Record<string, unknown>>,
  fieldOf: (key: string) => FieldType | undefined,
): object {
  const members: Record<string, unknown> = {};
  for (const key in names) {
    const written = value[key];
    // Most of the fields that there may be.
    if (written === undefined) continue;
    const field = fieldOf(key);
    const member = field && decode(written, field);
    if (member !== undefined) members[key] = member;
  }
  return members;
}

export function boolean(value: Value | undefined): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

export function string(value: Value | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The list's mappings, each with its index; anything else in it is validation's to name. */
export function fieldsIn(
  value: Value | undefined,
): { readonly fields: Record<string, Value>; readonly index: number }[] {
  const found: { readonly fields: Record<string, Value>; readonly index: number }[] = [];
  if (!isList(value)) return found;
  for (let index = 0; index < value.length; index++) {
    const fields = value[index];
    if (isFields(fields)) found.push({ fields, index });
  }
  return found;
}
