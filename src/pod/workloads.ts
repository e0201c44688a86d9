import type { Container, ContainerType, Document, Fields, Path, Pod, Value, Workload } from "../types.ts";
import { isFields, isList } from "../yaml/index.ts";
import { boolean, decodePodSecurityContext, decodeSecurityContext, fieldsIn, string } from "./decode.ts";
import { derivedContext, effectiveContext } from "./effective.ts";

/** Where a kind keeps its pod: the path of its pod spec, and of the metadata that the pod gets. */
interface PodPlace {
  readonly spec: Path;
  readonly metadata: Path;
}

const template = (...path: string[]): PodPlace => ({ spec: [...path, "spec"], metadata: [...path, "metadata"] });

/** Built-in kinds (kubernetes/api). Their API group is looked at only to tell them from another project's kind of the same name. */
const builtIn: Readonly<Record<string, { readonly groups: readonly string[]; readonly place: PodPlace }>> = {
  Pod: { groups: [""], place: { spec: ["spec"], metadata: ["metadata"] } },
  PodTemplate: { groups: [""], place: template("template") },
  ReplicationController: { groups: [""], place: template("spec", "template") },
  Deployment: { groups: ["apps", "extensions"], place: template("spec", "template") },
  ReplicaSet: { groups: ["apps", "extensions"], place: template("spec", "template") },
  DaemonSet: { groups: ["apps", "extensions"], place: template("spec", "template") },
  StatefulSet: { groups: ["apps"], place: template("spec", "template") },
  Job: { groups: ["batch", "extensions"], place: template("spec", "template") },
  CronJob: { groups: ["batch"], place: template("spec", "jobTemplate", "spec", "template") },
};

/** A Kubernetes object in a document: the document itself, or an item of a list (`kind: List`, `PodList`, …). */
export interface KubernetesObject {
  readonly path: Path;
  readonly apiVersion: string;
  readonly kind: string;
  readonly fields: Fields;
}

/** The objects of a document; none where it is no Kubernetes object. Items of a typed list may leave out their own kind. */
export function objectsIn(value: Value, path: Path = [], inherited?: { apiVersion: string; kind: string }): KubernetesObject[] {
  if (!isFields(value)) return [];
  const apiVersion = string(value.apiVersion) ?? inherited?.apiVersion;
  const kind = string(value.kind) ?? inherited?.kind;
  if (apiVersion === undefined || kind === undefined) return [];
  if (kind.endsWith("List") && isList(value.items)) {
    const item = kind === "List" ? undefined : { apiVersion, kind: kind.slice(0, -"List".length) };
    return value.items.flatMap((each, index) => objectsIn(each, [...path, "items", index], item));
  }
  return [{ path, apiVersion, kind, fields: value }];
}

/** The pod specs of a document, each with its containers' contexts worked out. */
export function podsIn(document: Document): Pod[] {
  return objectsIn(document.value).flatMap((object) => podOf(document, object) ?? []);
}

/** Where a kind keeps its pod, if it is a built-in one that has one. */
export function placeOf(apiVersion: string, kind: string): PodPlace | undefined {
  if (!Object.hasOwn(builtIn, kind)) return undefined;
  const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
  return builtIn[kind]?.groups.includes(group) ? builtIn[kind].place : undefined;
}

function podOf(document: Document, object: KubernetesObject): Pod | undefined {
  const place = placeOf(object.apiVersion, object.kind);
  const spec = place && at(object.fields, place.spec);
  if (!place || !isFields(spec)) return undefined;
  const path = [...object.path, ...place.spec];
  const metadata = [...object.path, ...place.metadata];
  const annotations = annotationsOf(at(object.fields, [...place.metadata, "annotations"]));
  const securityContext = decodePodSecurityContext(spec.securityContext);
  const pod = { document, path, metadata, spec, annotations, securityContext };
  return {
    ...pod,
    workload: workloadOf(object),
    object: object.path,
    hostNetwork: spec.hostNetwork === true,
    hostPID: spec.hostPID === true,
    hostIPC: spec.hostIPC === true,
    hostUsers: boolean(spec.hostUsers),
    os: isFields(spec.os) ? string(spec.os.name) : undefined,
    isFragment: isFragment(object, spec),
    containers: containerLists.flatMap(({ list, type }) =>
      fieldsIn(spec[list]).map(({ fields, index }) => containerOf(pod, fields, [...path, list, index], type)),
    ),
  };
}

/** A patch for Kustomize looks like a controller, but names neither an image nor the pods that it selects: both are required in a whole one. */
function isFragment({ kind, fields }: KubernetesObject, spec: Fields): boolean {
  const containers = containerLists.flatMap(({ list }) => fieldsIn(spec[list]));
  const selects = isFields(fields.spec) && fields.spec.selector !== undefined;
  return kind !== "Pod" && !selects && containers.every(({ fields: container }) => container.image === undefined);
}

/** In the order in which Pod Security visits them (pod-security-admission policy/visitor.go). */
export const containerLists = [
  { list: "initContainers", type: "init" },
  { list: "containers", type: "app" },
  { list: "ephemeralContainers", type: "ephemeral" },
] as const;

type PodParts = Pick<Pod, "path" | "metadata" | "spec" | "annotations" | "securityContext">;

function containerOf(pod: PodParts, spec: Fields, path: Path, type: ContainerType): Container {
  const name = string(spec.name) ?? "";
  const own = decodeSecurityContext(spec.securityContext);
  const effective = effectiveContext({
    name,
    own,
    path,
    pod: pod.securityContext,
    podPath: pod.path,
    podSpec: pod.spec,
    metadata: pod.metadata,
    annotations: pod.annotations,
  });
  return {
    // An init container that restarts always runs beside the others: Kubernetes calls it a sidecar (KEP-753).
    type: type === "init" && spec.restartPolicy === "Always" ? "sidecar" : type,
    name,
    image: string(spec.image) ?? null,
    path,
    spec,
    securityContext: own,
    effective,
    derived: derivedContext(effective),
  };
}

/** How an object is called: its kind, and its own or generated name. */
export function workloadOf({ apiVersion, kind, fields }: KubernetesObject): Workload {
  const metadata = isFields(fields.metadata) ? fields.metadata : {};
  const generated = string(metadata.generateName);
  return { apiVersion, kind, namespace: string(metadata.namespace) ?? null, name: string(metadata.name) ?? generated ?? "" };
}

function annotationsOf(value: Value | undefined): Record<string, string> {
  const entries = isFields(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

/** The value at a path, if it is there. */
export function at(value: Value | undefined, path: Path): Value | undefined {
  return path.reduce<Value | undefined>((inner, step) => {
    if (typeof step === "number") return isList(inner) ? inner[step] : undefined;
    return isFields(inner) ? inner[step] : undefined;
  }, value);
}
