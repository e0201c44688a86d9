import { type CustomWorkload, type Level, type Mode, type NamespaceDemand, parseVersion } from "../pod/index.ts";
import type { FixOptions } from "../rules/index.ts";
import {
  type Document,
  formatPath,
  isFields,
  type Limits,
  type Location,
  lineAt,
  lineText,
  locationOf,
  type Path,
  pointAt,
  read,
  type Source,
} from "../yaml/index.ts";
import { configurationSchema, type criteria, keysElsewhere } from "./configuration-schema.ts";
import { findValueDefects } from "./exemptions.ts";
import { defaultPolicy, type Exempting, type Exemption, type Gate, type Policy } from "./policy.ts";
import { type Defect, readBySchema } from "./schema.ts";

/** What a configuration says that options and inputs can also say, by the keys of the schema. */
export interface ConfiguredSettings {
  readonly enforce?: Level;
  readonly warn?: Level;
  readonly audit?: Level;
  readonly kubernetesVersion?: string;
  readonly gate?: Gate;
  readonly files?: readonly string[];
  readonly images?: boolean | "layers";
  readonly placeholders?: boolean;
  readonly rules?: Readonly<Record<string, Mode | "off">>;
  readonly fix?: FixOptions;
  readonly limits?: Partial<Limits>;
  readonly render?: "auto" | boolean;
  readonly helm?: boolean | HelmSettings;
  readonly kustomize?: boolean | KustomizeSettings;
  readonly annotations?: "auto" | "check-run" | "commands" | "none";
  readonly maxAnnotations?: number;
  readonly checkName?: string;
  readonly suggest?: boolean | "all";
  readonly maxSuggestions?: number;
  readonly sarifFile?: string;
  readonly jsonFile?: string;
  readonly htmlFile?: string;
}

/** How charts are rendered. */
export interface HelmSettings {
  readonly binary?: string;
  readonly charts?: readonly ChartSettings[];
  readonly ci?: boolean;
  readonly skipTests?: boolean;
}

/** What a single chart needs. Its paths are those of the configuration. */
export interface ChartSettings {
  readonly path: string;
  readonly values?: readonly (readonly string[])[];
  readonly release?: string;
  readonly namespace?: string;
  readonly kubeVersion?: string;
  readonly apiVersions?: readonly string[];
}

/** How overlays are built. */
export interface KustomizeSettings {
  readonly binary?: string;
  readonly roots?: readonly string[];
  readonly loadRestrictor?: "root" | "none";
}

/** A configuration that has passed its schema. */
export interface Configuration {
  readonly file: string;
  readonly settings: ConfiguredSettings;
  /** The policy that it extends: a path from its own folder, or an address in another repository. */
  readonly extends: string | undefined;
  /** What those who extend it may do. */
  readonly extending: { readonly exemptions?: Exempting["allows"] } | undefined;
  /** What only a configuration can say. */
  readonly policy: Pick<Policy, "namespaces" | "workloads" | "exemptions">;
  /** The line of a key, or of the item of a list. */
  readonly lineOf: (...path: Path) => number;
}

/** Reads a configuration, within `withFullReader`. One that has anything wrong with it is nothing but its defects: no part of it applies. */
export function readConfiguration(source: Source): Configuration | { readonly defects: readonly Defect[] } {
  const { documents, problems } = read(source);
  if (problems.length > 0) return { defects: problems.map(({ line, message }) => ({ line, message })) };
  const [document, second] = documents.filter(({ value }) => value !== null);
  if (second)
    return { defects: [{ line: lineAt(second, second.range.start), message: "A second document: keep one." }] };
  if (!document) return { ...emptyConfiguration, file: source.file };
  const misplaced = findMisplacedKeys(document);
  if (misplaced.length > 0) return { defects: misplaced };
  const result = readBySchema(document, configurationSchema());
  if ("defects" in result) return result;
  // The schema has just found every key to be of its type.
  const keys = result.value as unknown as ConfiguredSettings & PolicyKeys;
  const { namespaces = {}, workloads = [], exemptions = [], extends: extended, extending, ...settings } = keys;
  const defects = exemptions.flatMap((exemption, index) => {
    const own = (at: Path) => ["exemptions", index, ...at];
    return findValueDefects(exemption).map(({ at, message }) => ({
      line: lineOfPath(document, own(at)),
      message: `${formatPath(own(at))}: ${message}.`,
    }));
  });
  if (defects.length > 0) return { defects };
  return {
    file: source.file,
    extends: extended,
    extending,
    settings,
    policy: {
      namespaces: Object.entries(namespaces).map(([name, demand]) => readNamespaceDemand(document, name, demand)),
      workloads: workloads.map(readWorkload),
      exemptions: exemptions.map((exemption, index) => readExemption(document, exemption, index)),
    },
    lineOf: (...path) => lineOfPath(document, path),
  };
}

const emptyConfiguration: Omit<Configuration, "file"> = {
  extends: undefined,
  extending: undefined,
  settings: {},
  policy: { namespaces: [], workloads: [], exemptions: [] },
  lineOf: () => 1,
};

/** Keys that belong somewhere else, with where that is. */
function findMisplacedKeys(document: Document): Defect[] {
  const keys = isFields(document.value) ? Object.keys(document.value) : [];
  return keys
    .filter((key) => Object.hasOwn(keysElsewhere, key))
    .map((key) => ({ line: lineOfPath(document, [key]), message: `${key}: ${keysElsewhere[key]}.` }));
}

/** The keys that only a configuration has. */
interface PolicyKeys {
  readonly extends?: string;
  readonly extending?: NonNullable<Configuration["extending"]>;
  readonly namespaces?: Readonly<Record<string, DemandKeys>>;
  readonly workloads?: readonly WorkloadKeys[];
  readonly exemptions?: readonly ExemptionKeys[];
}

type DemandKeys =
  | Level
  | { readonly enforce?: Level; readonly warn?: Level; readonly audit?: Level; readonly version?: string };

interface WorkloadKeys {
  readonly apiVersion: string;
  readonly kind: string;
  readonly podSpec?: string;
  readonly podTemplate?: string;
}

type ExemptionKeys = Pick<Exemption, (typeof criteria)[number] | "values" | "reason"> & { readonly expires?: string };

/** As with the labels of a Namespace, the level that is enforced is the one to warn of, unless another one is given. */
function readNamespaceDemand(document: Document, name: string, demand: DemandKeys): NamespaceDemand {
  const { version = "latest", ...levels } = typeof demand === "string" ? { enforce: demand } : demand;
  const warn = levels.warn ?? levels.enforce;
  return {
    name,
    isPattern: true,
    levels: { ...levels, ...(warn && { warn }) },
    version: parseVersion(version) ?? defaultPolicy.kubernetesVersion,
    location: locationOfPath(document, ["namespaces", name]),
  };
}

function readWorkload({ apiVersion, kind, podSpec, podTemplate = "" }: WorkloadKeys): CustomWorkload {
  return podSpec === undefined
    ? { apiVersion, kind, holds: "podTemplate", path: podTemplate }
    : { apiVersion, kind, holds: "podSpec", path: podSpec };
}

function readExemption(document: Document, { expires, ...keys }: ExemptionKeys, index: number): Exemption {
  const path = ["exemptions", index];
  const location = locationOfPath(document, path);
  return {
    ...keys,
    expires: expires ?? null,
    location,
    excerpt: lineText(document, location.range.start),
    path,
  };
}

function locationOfPath(document: Document, path: Path): Location {
  return locationOf(document, pointAt(document, path));
}

function lineOfPath(document: Document, path: Path): number {
  return lineAt(document, pointAt(document, path).start);
}
