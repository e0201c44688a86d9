import { workloadTypes } from "./workload-types.ts";

/** What a field holds. The scalars have the names of the table; Go decodes each in its own way (`decode.ts`). */
export type FieldType =
  | { readonly type: "boolean" | "string" | "int32" | "int64" | "intOrString" | "quantity" | "time" | "any" }
  | { readonly type: "list" | "map"; readonly of: FieldType }
  | ObjectType;

/** A type of Kubernetes' API, by its name in Go: `Container`. */
export interface ObjectType {
  readonly type: "object";
  readonly name: string;
}

/** The fields of a type by their names. */
export type FieldTypes = ReadonlyMap<string, FieldType>;

export function typeNamed(name: string): ObjectType {
  return { type: "object", name };
}

/** The fields of a type. Each type is read from the table when a manifest first uses it. */
export function fieldTypesOf({ name }: ObjectType): FieldTypes {
  const known = fieldTypes.get(name) ?? readFields(name);
  fieldTypes.set(name, known);
  return known;
}

const fieldTypes = new Map<string, FieldTypes>();

/** The table writes a type as `Capabilities add:[string] drop:[string]`. */
function readFields(name: string): FieldTypes {
  const start = workloadTypes.indexOf(`\n${name} `) + 1;
  const [, ...fields] = workloadTypes.slice(start, workloadTypes.indexOf("\n", start)).split(" ");
  return new Map(
    fields.map((field) => {
      const [key = "", holds = ""] = field.split(":");
      return [key, readType(holds)];
    }),
  );
}

function readType(text: string): FieldType {
  if (text.startsWith("[")) return { type: "list", of: readType(text.slice(1, -1)) };
  if (text.startsWith("{")) return { type: "map", of: readType(text.slice(1, -1)) };
  return scalars.get(text) ?? typeNamed(text);
}

const scalars: ReadonlyMap<string, FieldType> = new Map(
  (["boolean", "string", "int32", "int64", "intOrString", "quantity", "time", "any"] as const).map((type) => [
    type,
    { type },
  ]),
);

/** The pod's `securityContext`, or the containers'. */
export type ContextOwner = "pod" | "containers";

/** The fields of the pod's `securityContext`, or of the containers'. */
export function contextFields(owner: ContextOwner): FieldTypes {
  return fieldTypesOf(typeNamed(owner === "pod" ? "PodSecurityContext" : "SecurityContext"));
}

/** Whether only the one of the two contexts has a field; the other lacks it. */
export function isOnlyIn(owner: ContextOwner, field: string): boolean {
  return contextFields(owner).has(field) && !contextFields(owner === "pod" ? "containers" : "pod").has(field);
}

/** The fields of the pod spec itself that belong to the context. */
export const podSpecFields: readonly string[] = [
  "hostNetwork",
  "hostPID",
  "hostIPC",
  "hostUsers",
  "shareProcessNamespace",
];
