import { existsSync } from "node:fs";
import { join } from "node:path";
import { type KubernetesVersion, type Level, levels, type Mode } from "../pod/index.ts";
import { describeUnknownRelease, parseVersion } from "../pod/kubernetes.ts";
import { selectsPath } from "../pod/patterns.ts";
import {
  type Configuration,
  type Defect,
  defaultPolicy,
  fromFolder,
  type Gate,
  type Policy,
  readBaseline,
  readConfiguration,
} from "../policy/index.ts";
import { escapeControls } from "../report/escape.ts";
import { rules } from "../rules/index.ts";
import { UsageError } from "../source/errors.ts";
import { shown } from "../source/files.ts";
import { baselineName, findConfiguration, fromRoot, readOwn, rootFolder } from "../source/repository.ts";
import { formatPath, type Limits, type Path, withFullReader } from "../yaml/index.ts";
import { type ImageValues, idOf, oneOf, type PolicyValues } from "./options.ts";
import { remark } from "./streams.ts";

/** The policy of a run, and where it comes from. */
export interface InForce {
  readonly policy: Policy;
  /** Which files are manifests, where the configuration says so. */
  readonly files: readonly string[] | undefined;
  /** Who is asked what the images say; nobody unless somebody wants it. */
  readonly images: ImageOrigin | undefined;
  readonly entries: readonly Entry[];
}

/** The images' own registries, or a file that `secctx images` wrote. */
export type ImageOrigin = { readonly insecure: readonly string[] } | { readonly file: string };

/** A value, and who said it: an option, a line of the configuration, or the default. */
export interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly from: string;
}

export interface PolicyRequest {
  /** What the baseline accepts is no matter for who writes it, and for fixes. */
  readonly baseline: "asked" | "passed over";
  readonly gate?: Gate | undefined;
  /** Whether there is a change to compare: without one, all counts. */
  readonly compares?: boolean;
  readonly runAsUser?: string | undefined;
  readonly runAsGroup?: string | undefined;
}

/** Options over the configuration over defaults. Throws a UsageError for what any of them says wrong: no run goes on with less than was asked for. */
export async function policyOf(values: PolicyValues & ImageValues, request: PolicyRequest): Promise<InForce> {
  const root = rootFolder();
  const configuration = await configurationFor(values, root);
  const { settings = {}, policy: written } = configuration ?? {};
  const entries: Entry[] = [];

  function entry(path: Path, value: unknown): void {
    entries.push({ key: formatPath(path), value, from: `${configuration?.file}:${configuration?.lineOf(...path)}` });
  }

  /** The first that says something; `option` is undefined for what only the configuration can say. */
  function pick<T>(
    key: string,
    configured: T | undefined,
    fallback: T,
    option?: { name: string; value: T | undefined },
  ): T {
    const line = configured === undefined ? undefined : configuration?.lineOf(...key.split("."));
    const from =
      option?.value !== undefined ? option.name : line === undefined ? "default" : `${configuration?.file}:${line}`;
    const value = option?.value ?? configured ?? fallback;
    entries.push({ key, value, from });
    return value;
  }
  const level = (mode: Mode) => {
    const value = values[mode] === undefined ? undefined : oneOf(`--${mode}`, values[mode], levels);
    return pick<Level>(mode, settings[mode], defaultPolicy[mode], { name: `--${mode}`, value });
  };
  const release = { name: "--kubernetes-version", value: values["kubernetes-version"] };
  const user = { name: "--run-as-user", value: idOf("--run-as-user", request.runAsUser) };
  const group = { name: "--run-as-group", value: idOf("--run-as-group", request.runAsGroup) };

  const base = {
    ...defaultPolicy,
    enforce: level("enforce"),
    warn: level("warn"),
    audit: level("audit"),
    kubernetesVersion: await versionOf(pick("kubernetesVersion", settings.kubernetesVersion, "latest", release)),
    gate: pick<Gate>("gate", request.compares ? settings.gate : undefined, "all", {
      name: "--gate",
      value: request.gate,
    }),
    rules: settings.rules ?? defaultPolicy.rules,
  };
  const images = pick<boolean | string>("images", settings.images, false, imageOption(values));
  for (const [id, mode] of Object.entries(base.rules)) pick(`rules.${id}`, mode, mode);
  for (const { name, levels: demanded } of written?.namespaces ?? []) entry(["namespaces", name], demanded);
  for (const [index, each] of written?.workloads.entries() ?? [])
    entry(["workloads", index], `${each.apiVersion} ${each.kind}, ${each.holds} at ${each.path}`);
  for (const [index, { reason, expires }] of written?.exemptions.entries() ?? [])
    entry(["exemptions", index], expires === null ? reason : `${reason} (until ${expires})`);
  const files = pick("files", settings.files, undefined);
  const runAsUser = pick("fix.runAsUser", settings.fix?.runAsUser, undefined, user);
  const runAsGroup = pick("fix.runAsGroup", settings.fix?.runAsGroup, undefined, group);
  const writablePaths = pick("fix.writablePaths", settings.fix?.writablePaths, undefined);
  const limit = (name: keyof Limits) => pick(`limits.${name}`, settings.limits?.[name], defaultPolicy.limits[name]);
  const policy = {
    ...base,
    ...written,
    limits: {
      documentCharacters: limit("documentCharacters"),
      documentsPerFile: limit("documentsPerFile"),
      containersPerDocument: limit("containersPerDocument"),
      findingsPerDocument: limit("findingsPerDocument"),
      fixCharacters: limit("fixCharacters"),
    },
    fix: {
      ...(runAsUser !== undefined && { runAsUser }),
      ...(runAsGroup !== undefined && { runAsGroup }),
      ...(writablePaths !== undefined && { writablePaths }),
    },
    baseline: request.baseline === "asked" ? baselineIn(root, entries) : defaultPolicy.baseline,
    today: new Date().toISOString().slice(0, 10),
    folder: fromRoot(root),
  };
  return { policy, files, images: originOf(images, values["insecure-registry"]), entries };
}

/** The option that speaks of images: a file has the word also where the configuration would have the registries asked. */
function imageOption({ images, "images-from": file }: ImageValues): {
  name: string;
  value: boolean | string | undefined;
} {
  if (images && file !== undefined) throw new UsageError("--images and --images-from: choose one of the two.");
  return file === undefined ? { name: "--images", value: images } : { name: "--images-from", value: file };
}

function originOf(images: boolean | string, insecure: readonly string[] | undefined): ImageOrigin | undefined {
  if (insecure && images !== true) throw new UsageError("--insecure-registry needs --images.");
  if (typeof images === "string") return { file: images };
  return images ? { insecure: insecure ?? [] } : undefined;
}

async function versionOf(wanted: string): Promise<KubernetesVersion> {
  const version = parseVersion(wanted);
  if (!version) throw new UsageError(`--kubernetes-version "${wanted}": use latest or a release such as 1.34.`);
  const note = describeUnknownRelease(version);
  if (note) await remark(`${note}\n`);
  return version;
}

/** Which files the configuration takes for manifests; what the user names is one. */
export function chosenBy({
  policy: { folder },
  files: patterns,
}: InForce): (source: { readonly file: string; readonly named?: boolean }) => boolean {
  if (!patterns) return () => true;
  return ({ file, named }) => named === true || selectsPath(patterns, fromFolder(folder, file));
}

/** The policy in force as a configuration would say it, each value with where it comes from. */
export function shownPolicy({ entries }: InForce): string {
  const lines = entries
    .filter(({ value }) => value !== undefined)
    .map(({ key, value, from }) => ({ text: `${key}: ${lineFor(value)}`, from }));
  const width = Math.min(60, Math.max(...lines.map(({ text }) => text.length)));
  return lines.map(({ text, from }) => `${escapeControls(text.padEnd(width))}  # ${escapeControls(from)}\n`).join("");
}

function lineFor(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

async function configurationFor(values: PolicyValues, root: string): Promise<Configuration | undefined> {
  if (values.config !== undefined && values["no-config"])
    throw new UsageError("--config and --no-config exclude each other: give one.");
  const file = values["no-config"] ? undefined : (values.config ?? findConfiguration(root));
  if (file === undefined) return undefined;
  const source = readOwn(file);
  const ids = rules.map(({ id }) => id);
  const read = await withFullReader(() => readConfiguration(source, ids));
  if ("defects" in read) throw wrong(source.file, read.defects);
  return read;
}

function baselineIn(root: string, entries: Entry[]): Policy["baseline"] {
  const baseline = acceptedIn(root);
  const count = [...baseline.values()].reduce((sum, facts) => sum + facts.length, 0);
  if (count > 0) entries.push({ key: "baseline", value: `${count} accepted`, from: shown(join(root, baselineName)) });
  return baseline;
}

/** What the repository's baseline accepts; nothing without one. */
export function acceptedIn(root: string): Policy["baseline"] {
  const file = join(root, baselineName);
  if (!existsSync(file)) return defaultPolicy.baseline;
  const source = readOwn(file);
  const read = readBaseline(source);
  if ("line" in read) throw wrong(source.file, [read]);
  return read;
}

/** The first thing that is wrong with a file of ours, and how much more there is. */
function wrong(file: string, [first, ...rest]: readonly Defect[]): UsageError {
  const more =
    rest.length === 0
      ? ""
      : ` (${rest.length} more below: line ${[...new Set(rest.map(({ line }) => line))].join(", ")})`;
  return new UsageError(`${file}:${first?.line}: ${first?.message}${more}`);
}
