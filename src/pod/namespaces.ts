import { type Document, isFields, type Location, mayHideWords, type Path, valueAt } from "../yaml/index.ts";
import { type KubernetesVersion, type Level, latestVersion, levels, type Mode, parseVersion } from "./kubernetes.ts";
import { findObjects, identifyWorkload } from "./objects.ts";
import { isPlaceholder, readDefault } from "./placeholders.ts";
import type { Namespace } from "./pod.ts";

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
  /** Whether it held before the change that is reviewed. */
  readonly isBefore?: boolean;
}

/** What the labels of Pod Security Admission start with. */
export const podSecurityLabels = "pod-security.kubernetes.io";
const prefix = `${podSecurityLabels}/`;
const labelLevels: readonly Level[] = levels.filter((level) => level !== "hardened");
/** In the order in which Pod Security Admission reads the labels. */
const labelModes: readonly Mode[] = ["enforce", "audit", "warn"];

/** Whether a text can hold a Namespace that demands something of its pods: as cheap as `mayHoldWorkload`, and as safe in saying no. */
export function mayDemand(text: string): boolean {
  return text.includes(podSecurityLabels) || mayHideWords(text);
}

/** Finds the Namespace objects of a document. A label that is filled in later is not there, unless it has a default. */
export function findNamespaces(document: Document, { placeholders }: { readonly placeholders: boolean }): Namespace[] {
  const objects = findObjects(document.value).filter(
    ({ apiVersion, kind }) => apiVersion === "v1" && kind === "Namespace",
  );
  return objects.map((object) => {
    const labels = valueAt(object.fields, ["metadata", "labels"]);
    const texts = Object.entries(isFields(labels) ? labels : {}).filter(([, value]) => typeof value === "string") as [
      string,
      string,
    ][];
    const filled = texts.map(([key, text]) => {
      const isOpen = placeholders && key.startsWith(prefix) && isPlaceholder(text);
      return { key, text, value: isOpen ? readDefault(text) : text };
    });
    const path = [...object.path, "metadata", "labels"];
    return {
      document,
      workload: identifyWorkload(object),
      object: object.path,
      labels: Object.fromEntries(filled.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]]))),
      unknown: filled.flatMap(({ key, text, value }) =>
        value === undefined ? [{ path: [...path, key], text, at: [...path, key] }] : [],
      ),
    };
  });
}

/** A Pod Security label with a value that the API server refuses. */
export interface BadLabel {
  readonly at: Path;
  /** The API server's words. */
  readonly text: string;
}

/** Finds the malformed labels of a Namespace (pod-security-admission api/helpers.go). */
export function validateLabels({ labels, object }: Namespace): BadLabel[] {
  const refuse = (name: string, value: string, detail: string): BadLabel => ({
    at: [...object, "metadata", "labels", prefix + name],
    text: `metadata.labels[${prefix}${name}]: Invalid value: ${JSON.stringify(value)}: ${detail}`,
  });
  return labelModes.flatMap((mode) => {
    const level = labels[prefix + mode];
    const version = labels[`${prefix}${mode}-version`];
    const isBadLevel = level !== undefined && parseLevel(level) === undefined;
    const isBadVersion = version !== undefined && !isVersion(version);
    return [
      ...(isBadLevel ? [refuse(mode, level, `must be one of ${labelLevels.join(", ")}`)] : []),
      ...(isBadVersion ? [refuse(`${mode}-version`, version, 'must be "latest" or "v1.x"')] : []),
    ];
  });
}

/** Reads what the labels demand, and the path of the label that says so; `undefined` without a valid level. Warnings default to what is enforced. */
export function readDemand({
  labels,
  object,
}: Namespace): (Pick<NamespaceDemand, "levels" | "version"> & { readonly at: Path }) | undefined {
  const enforce = parseLevel(labels[`${prefix}enforce`]);
  const warn = parseLevel(labels[`${prefix}warn`]) ?? enforce;
  const audit = parseLevel(labels[`${prefix}audit`]);
  const first = labelModes.find((mode) => parseLevel(labels[prefix + mode]) !== undefined);
  if (!first) return undefined;
  const version = labels[`${prefix}${first}-version`];
  return {
    levels: { ...(enforce && { enforce }), ...(warn && { warn }), ...(audit && { audit }) },
    version: (version !== undefined && isVersion(version) && parseVersion(version)) || latestVersion,
    at: [...object, "metadata", "labels", prefix + first],
  };
}

function parseLevel(label: string | undefined): Level | undefined {
  return labelLevels.find((level) => level === label);
}

function isVersion(label: string): boolean {
  return /^(latest|v1\.(0|[1-9]\d*))$/.test(label);
}
