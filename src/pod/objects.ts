import { isFields, isList, type Path, startsWith, type Value } from "../yaml/index.ts";
import { isPlainlyWorkload, type TypedFields } from "./built-in-kinds.ts";
import { readString } from "./decode.ts";
import type { Workload } from "./pod.ts";

/** A Kubernetes object in a document: the document itself, or an item of a list (`kind: List`, `PodList`, …). */
export interface KubernetesObject extends TypedFields {
  readonly path: Path;
}

/** What says of which type an object is. */
type TypeMeta = Pick<KubernetesObject, "apiVersion" | "kind">;

/**
 * Finds the objects of a document; none in what is not a Kubernetes object. Items of a typed list may leave out their own type, and a workload is one
 * without its `apiVersion` or `kind` too, whatever a cluster says to it.
 */
export function findObjects(value: Value, path: Path = [], inherited?: TypeMeta): KubernetesObject[] {
  if (!isFields(value)) return [];
  const apiVersion = readString(value.apiVersion) ?? inherited?.apiVersion ?? "";
  const kind = readString(value.kind) ?? inherited?.kind ?? "";
  if (kind.endsWith("List") && isList(value.items)) {
    const item = kind === "List" ? undefined : { apiVersion, kind: kind.slice(0, -"List".length) };
    return value.items.flatMap((each, index) => findObjects(each, [...path, "items", index], item));
  }
  const object = { path, apiVersion, kind, fields: value };
  const isTyped = apiVersion !== "" && kind !== "";
  return isTyped || isPlainlyWorkload(object) ? [object] : [];
}

/** Finds the object that a path is in; the first where it is in none. */
export function findOwner(objects: readonly KubernetesObject[], path: Path): KubernetesObject | undefined {
  return objects.find((object) => startsWith(path, object.path)) ?? objects[0];
}

/** Reads what an object is called: its kind, its namespace or the one that it is deployed to, and its own or generated name. */
export function identifyWorkload({ apiVersion, kind, fields }: KubernetesObject, deployedTo?: string): Workload {
  const metadata = isFields(fields.metadata) ? fields.metadata : {};
  const name = readString(metadata.name) ?? readString(metadata.generateName) ?? "";
  return { apiVersion, kind, namespace: readString(metadata.namespace) ?? deployedTo ?? null, name };
}
