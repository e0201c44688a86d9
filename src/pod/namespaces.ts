import { type Document, isFields, type Location, type Path } from "../yaml/index.ts";
import { string } from "./decode.ts";
import type { Namespace } from "./pod.ts";
import type { Level, Mode } from "./pod-security.ts";
import { type KubernetesVersion, parseVersion } from "./version.ts";
import { at, objectsIn, workloadOf } from "./workloads.ts";

/** What a Namespace's `pod-security.kubernetes.io/*` labels make the cluster do. */
export interface NamespaceDemand {
  /** Its name; from the configuration a pattern. */
  readonly name: string;
  readonly isPattern?: boolean;
  readonly levels: Readonly<Partial<Record<Mode, Level>>>;
  /** The version of the standard that it enforces. */
  readonly version: KubernetesVersion;
  /** The label that says what is enforced. */
  readonly location: Location;
}

const prefix = "pod-security.kubernetes.io/";
const levels = ["privileged", "baseline", "restricted"] as const;
const modes = ["enforce", "audit", "warn"] as const;

/** The Namespace objects of a document. */
export function namespacesIn(document: Document): Namespace[] {
  const objects = objectsIn(document.value).filter(
    ({ apiVersion, kind }) => apiVersion === "v1" && kind === "Namespace",
  );
  return objects.map((object) => {
    const labels = at(object.fields, ["metadata", "labels"]);
    const texts = isFields(labels)
      ? Object.entries(labels).flatMap(([key, value]) => (string(value) === undefined ? [] : [[key, value]]))
      : [];
    return { document, workload: workloadOf(object), object: object.path, labels: Object.fromEntries(texts) };
  });
}

/** A label of Pod Security that does not say what it must; the API server refuses the Namespace. */
export interface BadLabel {
  readonly at: Path;
  readonly text: string;
}

/** The malformed labels of a Namespace, in the API server's words (pod-security-admission api/helpers.go). */
export function badLabels({ labels, object }: Namespace): BadLabel[] {
  return modes.flatMap((mode) => {
    const level = labels[prefix + mode];
    const version = labels[`${prefix}${mode}-version`];
    return [
      ...(level === undefined || isLevel(level)
        ? []
        : [bad(object, mode, level, `must be one of ${levels.join(", ")}`)]),
      ...(version === undefined || isVersion(version)
        ? []
        : [bad(object, `${mode}-version`, version, 'must be "latest" or "v1.x"')]),
    ];
  });
}

function bad(object: Path, name: string, value: string, detail: string): BadLabel {
  const text = `metadata.labels[${prefix}${name}]: Invalid value: ${JSON.stringify(value)}: ${detail}`;
  return { at: [...object, "metadata", "labels", prefix + name], text };
}

/** What the labels demand; `undefined` without an enforced or warned level. Warnings default to what is enforced. */
export function demandOf(
  namespace: Namespace,
): { levels: Partial<Record<Mode, Level>>; version: KubernetesVersion; at: Path } | undefined {
  const { labels, object } = namespace;
  const enforce = levelOf(labels[`${prefix}enforce`]);
  const warn = levelOf(labels[`${prefix}warn`]) ?? enforce;
  const audit = levelOf(labels[`${prefix}audit`]);
  const first = modes.find((mode) => levelOf(labels[prefix + mode]) !== undefined);
  if (!first) return undefined;
  const label = labels[`${prefix}${first}-version`] ?? "latest";
  const version = parseVersion(isVersion(label) ? label : "latest") as KubernetesVersion;
  return {
    levels: { ...(enforce && { enforce }), ...(warn && { warn }), ...(audit && { audit }) },
    version,
    at: [...object, "metadata", "labels", prefix + first],
  };
}

function levelOf(label: string | undefined): Level | undefined {
  return levels.find((level) => level === label);
}

function isLevel(label: string): boolean {
  return levelOf(label) !== undefined;
}

function isVersion(label: string): boolean {
  return /^(latest|v1\.(0|[1-9]\d*))$/.test(label);
}
