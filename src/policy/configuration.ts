import {
  type CustomWorkload,
  type KubernetesVersion,
  type Level,
  type Mode,
  type NamespaceDemand,
  parseVersion,
} from "../pod/index.ts";
import type { FixOptions } from "../rules/index.ts";
import {
  type Document,
  isFields,
  type Limits,
  type Location,
  lineAt,
  lineText,
  type Path,
  pointAt,
  positionAt,
  read,
  type Source,
} from "../yaml/index.ts";
import { configurationSchema, type criteria, elsewhere } from "./configuration-schema.ts";
import type { Exemption, Gate, Policy } from "./policy.ts";
import { checked, type Defect } from "./schema.ts";

/** What the file may say, once it is checked: by the schema's own names. */
export interface Settings {
  readonly enforce?: Level;
  readonly warn?: Level;
  readonly audit?: Level;
  readonly kubernetesVersion?: string;
  readonly gate?: Gate;
  readonly files?: readonly string[];
  readonly images?: boolean;
  readonly rules?: Readonly<Record<string, Mode | "off">>;
  readonly fix?: FixOptions;
  readonly limits?: Partial<Limits>;
  readonly annotations?: string;
  readonly maxAnnotations?: number;
  readonly checkName?: string;
  readonly suggest?: boolean;
  readonly maxSuggestions?: number;
  readonly sarifFile?: string;
  readonly jsonFile?: string;
  readonly htmlFile?: string;
}

/** A configuration that is what it should be. */
export interface Configuration {
  readonly file: string;
  readonly settings: Settings;
  /** What only the file can say. */
  readonly policy: Pick<Policy, "namespaces" | "workloads" | "exemptions">;
  /** The line on which a key stands. */
  readonly lineOf: (...path: Path) => number;
}

/** Reads a configuration; call it within `withFullReader`. What is wrong with it is said, each with its line, and nothing of it holds then. */
export function readConfiguration(
  source: Source,
  ruleIds: readonly string[],
): Configuration | { readonly defects: readonly Defect[] } {
  const { documents, problems } = read(source);
  const errors = problems.map(({ line, message }) => ({ line, message }));
  if (errors.length > 0) return { defects: errors };
  const [document, second] = documents.filter(({ value }) => value !== null);
  if (second)
    return { defects: [{ line: lineAt(second, second.range.start), message: "A second document: keep one." }] };
  if (!document) return { file: source.file, settings: {}, policy: emptyPolicy, lineOf: () => 1 };
  const misplaced = isFields(document.value)
    ? Object.keys(document.value).filter((key) => Object.hasOwn(elsewhere, key))
    : [];
  if (misplaced.length > 0)
    return {
      defects: misplaced.map((key) => ({ line: lineFor(document, [key]), message: `${key}: ${elsewhere[key]}.` })),
    };
  const result = checked(document, configurationSchema(ruleIds));
  if ("defects" in result) return result;
  const written = result.value as unknown as Settings & Written;
  const { namespaces = {}, workloads = [], exemptions = [], ...settings } = written;
  return {
    file: source.file,
    settings,
    policy: {
      namespaces: Object.entries(namespaces).map(([name, demanded]) =>
        demand(name, demanded, locationAt(document, ["namespaces", name])),
      ),
      workloads: workloads.map(({ apiVersion, kind, podSpec, podTemplate = "" }) =>
        podSpec === undefined
          ? { apiVersion, kind, holds: "podTemplate", path: podTemplate }
          : { apiVersion, kind, holds: "podSpec", path: podSpec },
      ) satisfies CustomWorkload[],
      exemptions: exemptions.map((each, index) => exemption(document, each, ["exemptions", index])),
    },
    lineOf: (...path) => lineFor(document, path),
  };
}

const emptyPolicy = { namespaces: [], workloads: [], exemptions: [] };

type Demanded =
  | Level
  | { readonly enforce?: Level; readonly warn?: Level; readonly audit?: Level; readonly version?: string };

interface Written {
  readonly namespaces?: Readonly<Record<string, Demanded>>;
  readonly workloads?: readonly {
    readonly apiVersion: string;
    readonly kind: string;
    readonly podSpec?: string;
    readonly podTemplate?: string;
  }[];
  readonly exemptions?: readonly (Pick<Exemption, (typeof criteria)[number] | "reason"> & {
    readonly expires?: string;
  })[];
}

/** As the labels of a Namespace: what is enforced is warned of too. */
function demand(name: string, demanded: Demanded, location: Location): NamespaceDemand {
  const { version = "latest", ...levels } = typeof demanded === "string" ? { enforce: demanded } : demanded;
  const warn = levels.warn ?? levels.enforce;
  return {
    name,
    isPattern: true,
    levels: { ...levels, ...(warn && { warn }) },
    version: parseVersion(version) as KubernetesVersion,
    location,
  };
}

function exemption(
  document: Document,
  { expires, ...written }: NonNullable<Written["exemptions"]>[number],
  path: Path,
): Exemption {
  const location = locationAt(document, path);
  return {
    ...written,
    expires: expires ?? null,
    location,
    excerpt: lineText(document, location.range.start),
    path,
  };
}

function locationAt(document: Document, path: Path): Location {
  const range = pointAt(document, path);
  return { file: document.file, range, start: positionAt(document, range.start), end: positionAt(document, range.end) };
}

function lineFor(document: Document, path: readonly (string | number)[]): number {
  return lineAt(document, pointAt(document, path).start);
}
