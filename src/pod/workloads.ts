import { type Document, type Fields, isFields, isList, type Path, type Value } from "../yaml/index.ts";
import { type CustomWorkload, isDefinition, pathsOf, shapesIn, templatesOf } from "./custom-resources.ts";
import { boolean, decodePodSecurityContext, decodeSecurityContext, fieldsIn, string } from "./decode.ts";
import { derivedContext, effectiveContext, type PodSettings, podSettings } from "./effective.ts";
import { podOnly } from "./fields.ts";
import { answerFor, type Images, platformsOf } from "./images.ts";
import { matchesPattern } from "./patterns.ts";
import type { Container, ContainerType, Pod, Workload } from "./pod.ts";
import type { PodSecurityContext } from "./security-context.ts";

/** Where an object keeps a pod. */
interface PodPlace {
  /** Path of the pod spec, and of the metadata that the pod gets, in the object. */
  readonly spec: Path;
  readonly metadata: Path;
  /** Path of a lone security context: the rest of the pod is an operator's to write. */
  readonly context?: Path;
  /** `false`: an operator merges it into a pod of its own. */
  readonly isWhole: boolean;
}

const pod = (...path: Path): PodPlace => ({ spec: path, metadata: ["metadata"], isWhole: true });
const template = (...path: Path): PodPlace => ({
  spec: [...path, "spec"],
  metadata: [...path, "metadata"],
  isWhole: true,
});

/** Built-in kinds (kubernetes/api). Their API group is looked at only to tell them from another project's kind of the same name. */
const builtIn: Readonly<Record<string, { readonly groups: readonly string[]; readonly place: PodPlace }>> = {
  Pod: { groups: [""], place: pod("spec") },
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
export function objectsIn(
  value: Value,
  path: Path = [],
  inherited?: { apiVersion: string; kind: string },
): KubernetesObject[] {
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

/** What is known from outside a document: the user's own kinds that hold a pod, and what images say. */
export interface Known {
  readonly workloads: readonly CustomWorkload[];
  readonly images: Images;
}

/** The pods of a document, each with its containers' contexts worked out. */
export function podsIn(document: Document, { workloads, images }: Known): Pod[] {
  return objectsIn(document.value).flatMap((object) =>
    placesIn(object, workloads).flatMap((place) => podAt(document, object, place, images) ?? []),
  );
}

/** How many containers `podsIn` would work out: each costs as much as some hundred characters, and an alias makes one of a few. */
export function containerCount({ value }: Document, { workloads }: Known): number {
  const places = objectsIn(value).flatMap((object) =>
    placesIn(object, workloads).map((place) => (place.context ? undefined : at(object.fields, place.spec))),
  );
  const counts = places.map((spec) => (isFields(spec) ? containerLists.map(({ list }) => itemsOf(spec[list])) : [1]));
  return counts.flat().reduce((sum, count) => sum + count, 0);
}

function itemsOf(value: Value | undefined): number {
  return isList(value) ? value.length : 0;
}

/** Where a built-in kind keeps its pod. */
export function placeOf({ apiVersion, kind }: KubernetesObject): PodPlace | undefined {
  if (!Object.hasOwn(builtIn, kind)) return undefined;
  return builtIn[kind]?.groups.includes(groupOf(apiVersion)) ? builtIn[kind].place : undefined;
}

/** `apps` of `apps/v1`; nothing of `v1`. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
}

/** Built-in kinds by their own place, the user's own as they are told, known custom resources by the table, all others by shape. */
function placesIn(object: KubernetesObject, custom: readonly CustomWorkload[]): PodPlace[] {
  const place = placeOf(object);
  if (place) return [place];
  const told = custom.filter(
    ({ apiVersion, kind }) => kind === object.kind && matchesPattern(apiVersion, object.apiVersion),
  );
  if (told.length > 0) {
    return told.flatMap(({ path, holds }) =>
      pathsOf(object.fields, path).map((each) => (holds === "podSpec" ? pod(...each) : template(...each))),
    );
  }
  const group = groupOf(object.apiVersion);
  if (group === "" || isDefinition(group, object.kind)) return [];
  const templates = templatesOf(group, object.kind, object.fields);
  if (templates) return templates.map((path) => template(...path));
  const { specs, contexts } = shapesIn(object.fields);
  return [
    ...specs.map((spec) => ({ spec, metadata: [...spec.slice(0, -1), "metadata"], isWhole: false })),
    ...contexts.map((context) => ({ spec: context.slice(0, -1), metadata: ["metadata"], context, isWhole: false })),
  ];
}

function podAt(document: Document, object: KubernetesObject, place: PodPlace, images: Images): Pod | undefined {
  const spec = at(object.fields, place.spec);
  if (!isFields(spec)) return undefined;
  const path = [...object.path, ...place.spec];
  const isContext = place.context !== undefined;
  const context = place.context ? [...object.path, ...place.context] : [...path, "securityContext"];
  const declared = at(document.value, context);
  // In a lone context the fields of both levels may stand; those that only a pod has are the pod's.
  const decoded = decodePodSecurityContext(declared);
  const securityContext = isContext ? podOnlyFields(decoded) : decoded;
  const parts = {
    document,
    images,
    path,
    context,
    securityContext,
    settings: podSettings(securityContext, context, isContext ? {} : spec, path),
    metadata: [...object.path, ...place.metadata],
    spec: isContext ? {} : spec,
    annotations: isContext ? {} : annotationsOf(at(object.fields, [...place.metadata, "annotations"])),
  };
  const { images: _, settings: __, ...own } = parts;
  return {
    ...own,
    workload: workloadOf(object),
    object: object.path,
    hostNetwork: parts.spec.hostNetwork === true,
    hostPID: parts.spec.hostPID === true,
    hostIPC: parts.spec.hostIPC === true,
    hostUsers: boolean(parts.spec.hostUsers),
    os: isFields(parts.spec.os) ? string(parts.spec.os.name) : undefined,
    isFragment: !place.isWhole || isPatch(object, spec),
    isPodSpec: place.isWhole,
    isCustom: placeOf(object) === undefined,
    containers: isContext
      ? [
          containerOf(
            parts,
            { name: string(spec.name) ?? blockAround(place.context as Path), securityContext: declared ?? null },
            path,
            context,
            "app",
          ),
        ]
      : containersOf(parts),
  };
}

function containersOf(parts: PodParts): Container[] {
  return containerLists.flatMap(({ list, type }) =>
    fieldsIn(parts.spec[list]).map(({ fields, index }) => {
      const path = [...parts.path, list, index];
      return containerOf(parts, fields, path, [...path, "securityContext"], type);
    }),
  );
}

function podOnlyFields(context: PodSecurityContext): PodSecurityContext {
  return Object.fromEntries(Object.entries(context).filter(([field]) => Object.hasOwn(podOnly, field)));
}

/** What a lone context belongs to, by the name of the block around it. */
function blockAround(context: Path): string {
  return String(context.findLast((step, index) => index < context.length - 1 && typeof step === "string") ?? "");
}

/** A patch for Kustomize looks like a controller, but names neither an image nor the pods that it selects: both are required in a whole one. */
function isPatch({ kind, fields }: KubernetesObject, spec: Fields): boolean {
  if (kind === "Pod" || (isFields(fields.spec) && fields.spec.selector !== undefined)) return false;
  const containers = containerLists.flatMap(({ list }) => fieldsIn(spec[list]));
  return containers.every(({ fields: container }) => container.image === undefined);
}

/** In the order in which Pod Security visits them (pod-security-admission policy/visitor.go). */
export const containerLists = [
  { list: "initContainers", type: "init" },
  { list: "containers", type: "app" },
  { list: "ephemeralContainers", type: "ephemeral" },
] as const;

interface PodParts extends Pick<Pod, "path" | "context" | "metadata" | "spec" | "annotations" | "securityContext"> {
  readonly settings: PodSettings;
  readonly images: Images;
}

function containerOf(parts: PodParts, spec: Fields, path: Path, context: Path, type: ContainerType): Container {
  const name = string(spec.name) ?? "";
  const own = decodeSecurityContext(spec.securityContext);
  const image = string(spec.image) ?? null;
  // Of the nodes only images ask.
  const platforms = parts.images.size > 0 ? platformsOf(parts.spec) : [];
  const answer = answerFor(parts.images, image, platforms);
  const imageConfig = !answer || "error" in answer ? null : answer;
  const linuxConfig = platforms.some((platform) => platform.startsWith("windows/")) ? null : imageConfig;
  const effective = effectiveContext({
    name,
    own,
    context,
    ofPod: parts.settings,
    metadata: parts.metadata,
    annotations: parts.annotations,
    image: linuxConfig,
    imagePath: [...path, "image"],
  });
  return {
    // An init container that restarts always runs beside the others: Kubernetes calls it a sidecar (KEP-753).
    type: type === "init" && spec.restartPolicy === "Always" ? "sidecar" : type,
    name,
    image,
    path,
    context,
    spec,
    securityContext: own,
    imageConfig,
    effective,
    derived: derivedContext(effective, linuxConfig),
  };
}

/** How an object is called: its kind, and its own or generated name. */
export function workloadOf({ apiVersion, kind, fields }: KubernetesObject): Workload {
  const metadata = isFields(fields.metadata) ? fields.metadata : {};
  const generated = string(metadata.generateName);
  return {
    apiVersion,
    kind,
    namespace: string(metadata.namespace) ?? null,
    name: string(metadata.name) ?? generated ?? "",
  };
}

function annotationsOf(value: Value | undefined): Record<string, string> {
  const entries = isFields(value) ? Object.entries(value) : [];
  // Null in a map of strings is Go's empty string.
  const texts = entries.map(([key, text]): [string, Value] => [key, text ?? ""]);
  return Object.fromEntries(texts.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

/** The value at a path, if it is there. */
export function at(value: Value | undefined, path: Path): Value | undefined {
  let inner = value;
  for (let depth = 0; depth < path.length; depth++) inner = memberOf(inner, path[depth] as string | number);
  return inner;
}

/** What one step of a path leads to. */
export function memberOf(value: Value | undefined, step: string | number): Value | undefined {
  if (typeof step === "number") return isList(value) ? value[step] : undefined;
  return isFields(value) ? value[step] : undefined;
}
