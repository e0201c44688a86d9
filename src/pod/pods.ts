import { type Document, type Fields, isFields, isList, type Path, type Value, valueAt } from "../yaml/index.ts";
import type { BuiltIn } from "./built-in-kinds.ts";
import { type PodBlock, readContainer, readContainers, shareSettings } from "./containers.ts";
import type { CustomWorkload } from "./custom-resources.ts";
import {
  type DecodingErrors,
  decodePodSecurityContext,
  findDecodingErrors,
  listFields,
  readBoolean,
  readString,
} from "./decode.ts";
import { isOnlyIn, typeNamed } from "./fields.ts";
import { type Images, listPlatforms } from "./images.ts";
import { findObjects, identifyWorkload, type KubernetesObject } from "./objects.ts";
import { isPlaceholder, isPlaceholderKey } from "./placeholders.ts";
import type { Assumption, Pod, UnknownValue, Workload } from "./pod.ts";
import { type ContextPlace, containerLists, findPodPlaces, type PodPlace, type WorkloadPlace } from "./pod-places.ts";
import type { PodOnlyContext } from "./security-context.ts";
import { fillInPod } from "./unknown-values.ts";

/** What is known from outside of a document: the user's own kinds that hold a pod, and the configurations of images. */
export interface FindPodsOptions {
  readonly workloads: readonly CustomWorkload[];
  readonly images: Images;
  /** Whether texts such as `${NAME}` stand for values that a tool fills in later; else they are only texts. */
  readonly placeholders: boolean;
}

/** Finds the pods of a document, each with the contexts of its containers worked out. */
export function findPods(document: Document, { workloads, images, placeholders }: FindPodsOptions): Pod[] {
  const { text, range } = document;
  const mayBeOpen = placeholders && text.slice(range.start, range.end).includes("$");
  return findObjects(document.value).flatMap((object) =>
    findPodPlaces(object, workloads).flatMap((place) => {
      const source = { document, object, images, unknown: [] };
      return (mayBeOpen ? readOpenPod(source, place) : readPlace(source, place)) ?? [];
    }),
  );
}

/** Reads a pod of which something may be filled in later: if something is, under each assumption. */
function readOpenPod(source: PodSource, place: PodPlace): Pod | undefined {
  const read = (assumption: Assumption) => {
    const { filled, unknown, isWritten } = fillInPod(source.object, place, assumption);
    const pod = readPlace({ ...source, object: filled, unknown }, place);
    return pod && { isWritten, pod: { ...pod, decoding: withoutPlaceholders(pod.decoding) } };
  };
  const likely = read("likely");
  if (!likely || likely.isWritten) return likely?.pod;
  const [worst, harmless, harmful] = (["worst", "harmless", "harmful"] as const).map((other) => read(other)?.pod);
  return worst && harmless && harmful ? { ...likely.pod, assumed: { worst, harmless, harmful } } : likely.pod;
}

/** What is filled in later is of no wrong type, and no unknown field. */
function withoutPlaceholders({ mismatches, strays }: DecodingErrors): DecodingErrors {
  return {
    mismatches: mismatches.filter(({ value }) => !isPlaceholder(value)),
    strays: strays.filter(({ at }) => !isPlaceholderKey(at.at(-1))),
  };
}

/** What a pod is read from. */
interface PodSource {
  readonly document: Document;
  /** With nothing left open. */
  readonly object: KubernetesObject;
  readonly images: Images;
  readonly unknown: readonly UnknownValue[];
}

function readPlace(source: PodSource, place: PodPlace): Pod | undefined {
  return "context" in place ? readContext(source, place) : readPod(source, place);
}

/** Counts the containers that `findPods` would work out: each costs as much as some hundred characters of text, and an alias makes one of a few. */
export function countContainers({ value }: Document, { workloads }: FindPodsOptions): number {
  const places = findObjects(value).flatMap((object) =>
    findPodPlaces(object, workloads).flatMap((place) => {
      if ("context" in place) return 1;
      return containerLists.map(({ list }) => {
        const containers = valueAt(object.fields, [...place.spec, list]);
        return isList(containers) ? containers.length : 0;
      });
    }),
  );
  return places.reduce((sum, count) => sum + count, 0);
}

/** Reads the pod at a place. Where nothing of the right shape stands there, that of a built-in workload is empty, and there is no other. */
function readPod({ document, object, images, unknown }: PodSource, place: WorkloadPlace): Pod | undefined {
  const written = valueAt(object.fields, place.spec);
  if (!isFields(written) && !place.builtIn) return undefined;
  const spec = isFields(written) ? written : {};
  const isMisshapen = (written ?? null) !== null && !isFields(written);
  const described = describePod(document, object, spec, place.builtIn);
  const path = [...object.path, ...place.spec];
  const pod: PodBlock = {
    ...described,
    metadata: [...object.path, ...place.metadata],
    path,
    context: [...path, "securityContext"],
    annotations: readAnnotations(valueAt(object.fields, [...place.metadata, "annotations"])),
    securityContext: decodePodSecurityContext(spec.securityContext),
    unknown,
    decoding: findErrorsAround(object, place),
    isFragment: !place.isWhole || isMisshapen || isPatch(described.workload, object.fields, spec),
    isPodSpec: place.isWhole,
  };
  return { ...pod, containers: readContainers(pod, images) };
}

/** A whole pod with another spec in its place, worked out again. What its images say is left out: the API server does not ask them. */
export function withSpec(pod: Pod, spec: Fields): Pod {
  const { containers: _before, ...rest } = pod;
  const changed = {
    ...rest,
    ...describeSpec(spec),
    securityContext: decodePodSecurityContext(spec.securityContext),
    decoding: findDecodingErrors(spec, typeNamed("PodSpec"), pod.path),
  };
  return { ...changed, containers: readContainers(changed, new Map()) };
}

/** Reads a lone security context, and the ports beside it, as a pod of one container. It may hold fields of both levels; those that only a pod has are the pod's. */
function readContext({ document, object, images, unknown }: PodSource, place: ContextPlace): Pod {
  const context = [...object.path, ...place.context];
  const declared = valueAt(object.fields, place.context) ?? null;
  const pod: PodBlock = {
    ...describePod(document, object, {}, undefined),
    metadata: [...object.path, "metadata"],
    path: context.slice(0, -1),
    context,
    annotations: {},
    securityContext: pickPodOnly(decodePodSecurityContext(declared)),
    unknown,
    decoding: noErrors,
    isFragment: true,
    isPodSpec: false,
  };
  const name = readString(valueAt(document.value, [...pod.path, "name"])) ?? nameBlockAround(place.context);
  const ports = valueAt(document.value, [...pod.path, "ports"]);
  const spec = { name, securityContext: declared, ...(ports !== undefined && { ports }) };
  return {
    ...pod,
    containers: [readContainer(shareSettings(pod, images), { spec, path: pod.path, context, type: "app" })],
  };
}

function describePod(document: Document, object: KubernetesObject, spec: Fields, builtIn: BuiltIn | undefined) {
  const written = identifyWorkload(object, document.rendering?.namespace);
  return {
    document,
    workload: { ...written, kind: builtIn?.kind?.name ?? written.kind },
    object: object.path,
    builtIn,
    ...describeSpec(spec),
  };
}

function describeSpec(spec: Fields) {
  return {
    spec,
    hostNetwork: spec.hostNetwork === true,
    hostPID: spec.hostPID === true,
    hostIPC: spec.hostIPC === true,
    hostUsers: readBoolean(spec.hostUsers),
    os: readString(valueAt(spec, ["os", "name"])),
    runsOn: findSystem(spec),
  };
}

/** What the decoder finds wrong: in the whole object where its type is known, else in the pod's metadata and spec. */
function findErrorsAround(object: KubernetesObject, place: WorkloadPlace): DecodingErrors {
  const kind = place.builtIn?.kind;
  if (kind) return findDecodingErrors(object.fields, typeNamed(kind.name), object.path);
  if (!place.isWhole) return noErrors;
  const parts = [
    { name: "ObjectMeta", path: place.metadata },
    { name: "PodSpec", path: place.spec },
  ].map(({ name, path }) =>
    findDecodingErrors(valueAt(object.fields, path) ?? null, typeNamed(name), [...object.path, ...path]),
  );
  return {
    mismatches: parts.flatMap(({ mismatches }) => mismatches),
    strays: parts.flatMap(({ strays }) => strays),
  };
}

const noErrors: DecodingErrors = { mismatches: [], strays: [] };

/** The system of the nodes that a pod runs on: Windows only where every platform that it may run on is. */
function findSystem(spec: Fields): Pod["runsOn"] {
  const platforms = listPlatforms(spec);
  const isWindows = platforms.length > 0 && platforms.every((platform) => platform.startsWith("windows/"));
  return isWindows ? "windows" : "linux";
}

function pickPodOnly(context: PodOnlyContext): PodOnlyContext {
  return Object.fromEntries(Object.entries(context).filter(([field]) => isOnlyIn("pod", field)));
}

/** The name of the block that a lone context stands in. */
function nameBlockAround(context: Path): string {
  return String(context.slice(0, -1).findLast((step) => typeof step === "string") ?? "");
}

/**
 * Whether a manifest is a patch for Kustomize: it deletes the object, or is a controller that names neither an image nor the pods that it selects, as a whole
 * one must. A Pod selects nothing: one without images is a patch only where a directive says so.
 */
function isPatch({ kind }: Workload, fields: Fields, spec: Fields): boolean {
  if (fields.$patch === "delete") return true;
  const isWhole = kind === "Pod" ? !("$patch" in fields) : valueAt(fields, ["spec", "selector"]) !== undefined;
  if (isWhole) return false;
  const containers = containerLists.flatMap(({ list }) => listFields(spec[list]));
  return containers.every(({ fields: container }) => container.image === undefined);
}

function readAnnotations(value: Value | undefined): Record<string, string> {
  const entries = isFields(value) ? Object.entries(value) : [];
  // Null in a map of strings is Go's empty string.
  return Object.fromEntries(
    entries.flatMap(([key, text]) => (typeof text === "string" || text === null ? [[key, text ?? ""]] : [])),
  );
}
