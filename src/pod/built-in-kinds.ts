import { type Fields, isFields, type Path, type Value, valueAt } from "../yaml/index.ts";
import { findSimilarName } from "./similar-names.ts";

/** A pod spec, and the metadata that the pod gets. Paths lead from the object. */
export interface SpecPlace {
  readonly spec: Path;
  readonly metadata: Path;
  /** `false`: an operator merges it into a pod of its own. */
  readonly isWhole: boolean;
}

export const podAt = (spec: Path): SpecPlace => ({ spec, metadata: ["metadata"], isWhole: true });
export const templateAt = (path: Path): SpecPlace => ({
  spec: [...path, "spec"],
  metadata: [...path, "metadata"],
  isWhole: true,
});

/** A kind of Kubernetes' own that holds a pod. */
export interface BuiltInKind {
  readonly name: string;
  readonly place: SpecPlace;
  /** The newest first: its types are those of the table (`workload-types.ts`). */
  readonly versions: readonly ServedVersion[];
}

/** An `apiVersion` that has a kind, or had it. */
interface ServedVersion {
  readonly apiVersion: string;
  /** N of the first release 1.N that serves it; left out where every release that anybody judges by does. */
  readonly since?: number;
  /** N of the first release 1.N that no longer does. */
  readonly removed?: number;
}

const v1: readonly ServedVersion[] = [{ apiVersion: "v1" }];
const appsV1: ServedVersion = { apiVersion: "apps/v1", since: 9 };
const appsV1beta2: ServedVersion = { apiVersion: "apps/v1beta2", removed: 16 };
const appsV1beta1: ServedVersion = { apiVersion: "apps/v1beta1", removed: 16 };
const extensionsV1beta1: ServedVersion = { apiVersion: "extensions/v1beta1", removed: 16 };
const cronJobs: readonly ServedVersion[] = [
  { apiVersion: "batch/v1", since: 21 },
  { apiVersion: "batch/v1beta1", removed: 25 },
  { apiVersion: "batch/v2alpha1", removed: 21 },
];

const inTemplate = templateAt(["spec", "template"]);

/** From kubernetes/api: where the types keep their pods, and `prerelease-lifecycle-gen` beside them for the releases. */
export const builtInKinds: readonly BuiltInKind[] = [
  { name: "Pod", place: podAt(["spec"]), versions: v1 },
  { name: "PodTemplate", place: templateAt(["template"]), versions: v1 },
  { name: "ReplicationController", place: inTemplate, versions: v1 },
  { name: "Deployment", place: inTemplate, versions: [appsV1, appsV1beta2, appsV1beta1, extensionsV1beta1] },
  { name: "ReplicaSet", place: inTemplate, versions: [appsV1, appsV1beta2, extensionsV1beta1] },
  { name: "DaemonSet", place: inTemplate, versions: [appsV1, appsV1beta2, extensionsV1beta1] },
  { name: "StatefulSet", place: inTemplate, versions: [appsV1, appsV1beta2, appsV1beta1] },
  { name: "Job", place: inTemplate, versions: [{ apiVersion: "batch/v1" }] },
  { name: "CronJob", place: templateAt(["spec", "jobTemplate", "spec", "template"]), versions: cronJobs },
];

const byName: ReadonlyMap<string, BuiltInKind> = new Map(builtInKinds.map((kind) => [kind.name, kind]));

/** An object, and what it says of its type: an empty text where it says nothing. */
export interface TypedFields {
  readonly apiVersion: string;
  readonly kind: string;
  readonly fields: Fields;
}

/** An object that is a workload of Kubernetes' own, or plainly is meant to be one. */
export interface BuiltIn {
  readonly written: Pick<TypedFields, "apiVersion" | "kind">;
  /** `undefined`: its shape shows a pod, but not of which kind. */
  readonly kind: BuiltInKind | undefined;
  readonly place: SpecPlace;
}

/**
 * The built-in workload that an object is or is plainly meant to be: of a kind by name or nearly so, or else by the pod in it. `undefined` for anything
 * else, and for custom resources: their groups have a dot (apiextensions-apiserver validation.go), and those of built-in workloads have none.
 */
export function findBuiltIn({ apiVersion, kind, fields }: TypedFields): BuiltIn | undefined {
  const written = { apiVersion, kind };
  if (parseGroup(apiVersion).includes(".")) return undefined;
  const named = byName.get(kind) ?? byName.get(findSimilarName(kind, [...byName.keys()]) ?? "");
  if (named) return { written, kind: named, place: named.place };
  const shaped = builtInKinds.filter(({ place }) => holdsContainers(valueAt(fields, place.spec)));
  const [first] = shaped;
  if (!first) return undefined;
  const group = parseGroup(apiVersion);
  const [likely, ...others] = shaped.filter(({ versions }) =>
    versions.some((each) => parseGroup(each.apiVersion) === group),
  );
  return { written, kind: others.length === 0 ? likely : undefined, place: first.place };
}

/** Whether some release has served a kind as it is written. */
export function wasEverServed({ written, kind }: BuiltIn): boolean {
  return kind?.name === written.kind && kind.versions.some(({ apiVersion }) => apiVersion === written.apiVersion);
}

/** Whether an object that says its `apiVersion` or its `kind`, and not both, is plainly a workload all the same. */
export function isPlainlyWorkload({ apiVersion, kind, fields }: TypedFields): boolean {
  if (kind === "") return apiVersion !== "" && findBuiltIn({ apiVersion, kind, fields }) !== undefined;
  return byName.has(kind) && "metadata" in fields && ("spec" in fields || "template" in fields);
}

function holdsContainers(spec: Value | undefined): boolean {
  return isFields(spec) && (spec.containers ?? null) !== null;
}

/** What is wrong with the kind that an object says it is of. */
export interface KindDefect {
  readonly field: "apiVersion" | "kind";
  /** In the words of Kubernetes' clients. */
  readonly text: string;
  /** What belongs there; `undefined` where that is not known. */
  readonly meant: string | undefined;
}

/** Finds what is wrong with a workload's `apiVersion` and `kind` for release 1.`minor` (apimachinery pkg/api/meta/errors.go, pkg/runtime/error.go). */
export function findKindDefects({ written, kind }: BuiltIn, minor: number): KindDefect[] {
  const { apiVersion } = written;
  const isServed = ({ since = 0, removed = Number.POSITIVE_INFINITY }: ServedVersion) =>
    since <= minor && minor < removed;
  const version = kind?.versions.find((each) => each.apiVersion === apiVersion);
  const newest = kind?.versions.find(isServed)?.apiVersion;
  const noMatch = (name: string) => `no matches for kind "${name}" in version "${apiVersion}"`;
  const defects: KindDefect[] = [];
  if (written.kind === "") defects.push({ field: "kind", text: "Object 'Kind' is missing", meant: kind?.name });
  else if (written.kind !== kind?.name) defects.push({ field: "kind", text: noMatch(written.kind), meant: kind?.name });
  if (apiVersion === "") defects.push({ field: "apiVersion", text: "Object 'apiVersion' is missing", meant: newest });
  else if (kind && !(version && isServed(version)))
    defects.push({ field: "apiVersion", text: noMatch(kind.name) + describeService(version, minor), meant: newest });
  return defects;
}

/** Which release serves a version, where another does. */
function describeService(version: ServedVersion | undefined, minor: number): string {
  if (!version) return "";
  const { since = 0, removed } = version;
  return minor < since ? `, which v1.${since} is the first to serve` : `, which v1.${removed} removed`;
}

/** The API group of an `apiVersion`: `apps` of `apps/v1`, and the empty text of `v1`. */
export function parseGroup(apiVersion: string): string {
  return apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
}
