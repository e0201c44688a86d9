import { join } from "node:path";
import { type Level, levels, type Mode } from "../pod/index.ts";
import { describeUnknownRelease, parseVersion } from "../pod/kubernetes.ts";
import { selectsPath } from "../pod/patterns.ts";
import { type Configuration, defaultPolicy, fromFolder, type Gate, type Policy } from "../policy/index.ts";
import { type RenderSettings, readRenderSettings } from "../rendering/manifests.ts";
import { escapeControls } from "../report/escape.ts";
import { formatCount } from "../report/words.ts";
import { UsageError } from "../source/errors.ts";
import { displayPath } from "../source/files.ts";
import type { ImageDepth } from "../source/images.ts";
import { baselineName, findRoot, pathFrom } from "../source/repository.ts";
import { formatPath, type Path } from "../yaml/index.ts";
import { findEdited, findOwnFiles, loadBaseline, loadConfiguration } from "./configuration-files.ts";
import { type ImageValues, type PolicyValues, type RenderValues, readChoice, readId } from "./options.ts";
import { remark } from "./streams.ts";

/** What a run judges by, and where each value of it comes from. */
export interface PolicyInForce {
  readonly policy: Policy;
  /** Patterns of the files that are manifests, if the configuration has any. */
  readonly files: readonly string[] | undefined;
  /** Where the images' configuration is read; `undefined` if nobody wants it. */
  readonly images: ImageSource | undefined;
  /** How charts and overlays are rendered; `undefined` where they are not. */
  readonly rendering: RenderSettings | undefined;
  readonly entries: readonly PolicyEntry<unknown>[];
}

/** The images' own registries, or a file that `secctx images` wrote. */
export type ImageSource =
  | { readonly insecure: readonly string[]; readonly depth: ImageDepth }
  | { readonly file: string };

/** A value of the policy, and who set it: an option, a line of the configuration, or the default. */
export interface PolicyEntry<T> {
  readonly key: string;
  readonly value: T;
  readonly from: string;
}

/** What a command asks of its policy. */
export interface PolicyRequest {
  /** Whether what the baseline accepts is ignored. A command that fixes findings, or writes the baseline, wants to see them. */
  readonly appliesBaseline: boolean;
  readonly gate?: Gate | undefined;
  /** The revision that a change is compared with. Without one nothing is new, and every finding counts where the configuration asks for new ones. */
  readonly changed?: string | undefined;
  /** Whether a change is judged by its own configuration and baseline, rather than by those of where it comes from. */
  readonly trustsChange?: boolean;
  /** Whether images are read, whatever else is said: a command about images. */
  readonly readsImages?: boolean;
  readonly runAsUser?: string | undefined;
  readonly runAsGroup?: string | undefined;
}

/** A value as an option gives it; `undefined` if the user did not give the option. */
interface OptionValue<T> {
  readonly name: string;
  readonly value: T | undefined;
}

/** Resolves each value of the policy: an option wins over the configuration, and the configuration over the default. Throws a UsageError if one is wrong. */
export async function resolvePolicy(
  values: PolicyValues & ImageValues & RenderValues,
  request: PolicyRequest,
): Promise<PolicyInForce> {
  const root = findRoot();
  const { changed, trustsChange = false } = request;
  const files = await findOwnFiles(values, root, trustsChange ? undefined : changed);
  const configuration = await loadConfiguration(values, root, files);
  const edited = values["no-config"] ? [] : findEdited(root, files, values.config);
  if (edited.length > 0) await remark(`${escapeControls(describeEdited(edited, files.place))}\n`);
  const settings = configuration?.settings ?? {};

  const choose = <T>(key: string, fallback: T, configured: T | undefined, option?: OptionValue<T>): PolicyEntry<T> => {
    if (option?.value !== undefined) return { key, value: option.value, from: option.name };
    if (configured !== undefined) return { key, value: configured, from: locateKey(configuration, key.split(".")) };
    return { key, value: fallback, from: "default" };
  };
  const chooseLevel = (mode: Mode) =>
    choose<Level>(mode, defaultPolicy[mode], settings[mode], readLevel(`--${mode}`, values[mode]));

  const enforce = chooseLevel("enforce");
  const warn = chooseLevel("warn");
  const audit = chooseLevel("audit");
  const version = choose("kubernetesVersion", "latest", settings.kubernetesVersion, {
    name: "--kubernetes-version",
    value: values["kubernetes-version"],
  });
  const comparesNothing = settings.gate === "new" && changed === undefined;
  const gate = choose<Gate>("gate", "all", comparesNothing ? undefined : settings.gate, {
    name: "--gate",
    value: request.gate,
  });
  const wanted = choose<boolean | string>("images", false, settings.images, readImageOption(values));
  const images = request.readsImages && !wanted.value ? { ...wanted, value: true } : wanted;
  const render = choose<string | boolean>("render", "auto", settings.render, {
    name: "--render",
    value: values.render && readChoice("--render", values.render, ["auto", "true", "false"]),
  });
  const tools = (["helm", "kustomize"] as const).map((key) => choose(key, undefined, settings[key]));
  const placeholders = choose("placeholders", defaultPolicy.placeholders, settings.placeholders);
  const rules = Object.entries(settings.rules ?? {}).map(([id, mode]) => choose(`rules.${id}`, mode, mode));
  const patterns = choose("files", undefined, settings.files);
  const runAsUser = choose("fix.runAsUser", undefined, settings.fix?.runAsUser, {
    name: "--run-as-user",
    value: readId("--run-as-user", request.runAsUser),
  });
  const runAsGroup = choose("fix.runAsGroup", undefined, settings.fix?.runAsGroup, {
    name: "--run-as-group",
    value: readId("--run-as-group", request.runAsGroup),
  });
  const writablePaths = choose("fix.writablePaths", undefined, settings.fix?.writablePaths);
  const configuredLimits = new Map(Object.entries(settings.limits ?? {}));
  const limits = Object.entries(defaultPolicy.limits).map(([name, fallback]) =>
    choose(`limits.${name}`, fallback, configuredLimits.get(name)),
  );
  const baseline = request.appliesBaseline ? loadBaseline(root, files) : defaultPolicy.baseline;

  const policy: Policy = {
    ...defaultPolicy,
    enforce: enforce.value,
    warn: warn.value,
    audit: audit.value,
    kubernetesVersion: await readVersion(version.value),
    gate: gate.value,
    placeholders: placeholders.value,
    rules: settings.rules ?? defaultPolicy.rules,
    ...configuration?.policy,
    limits: { ...defaultPolicy.limits, ...settings.limits },
    fix: {
      ...(runAsUser.value !== undefined && { runAsUser: runAsUser.value }),
      ...(runAsGroup.value !== undefined && { runAsGroup: runAsGroup.value }),
      ...(writablePaths.value !== undefined && { writablePaths: writablePaths.value }),
    },
    baseline,
    today: new Date().toISOString().slice(0, 10),
    folder: pathFrom(root),
  };
  return {
    policy,
    files: patterns.value,
    images: chooseImageSource(images, values["insecure-registry"]),
    rendering: String(render.value) === "false" ? undefined : readRenderSettings(settings, policy, values.values),
    entries: [
      ...[enforce, warn, audit, version, gate, images, render, ...tools, placeholders],
      ...rules,
      ...listConfigured(configuration),
      ...[patterns, runAsUser, runAsGroup, writablePaths],
      ...limits,
      ...countAccepted(baseline, root),
    ],
  };
}

/** Said where a change edits what it is judged by. */
function describeEdited(files: readonly string[], place: string): string {
  const verb = files.length === 1 ? "is" : "are";
  return `${files.join(" and ")} ${verb} read at ${place}: what the change itself says takes effect once it is merged. --config-ref head takes it now.`;
}

function locateKey(configuration: Configuration | undefined, path: Path): string {
  return `${configuration?.file}:${configuration?.lineOf(...path)}`;
}

/** Lists what only the configuration can say, in a few words each. */
function listConfigured(configuration: Configuration | undefined): PolicyEntry<unknown>[] {
  if (!configuration) return [];
  const { namespaces, workloads, exemptions } = configuration.policy;
  const toEntry = (path: Path, value: unknown) => ({
    key: formatPath(path),
    value,
    from: locateKey(configuration, path),
  });
  return [
    ...namespaces.map(({ name, levels: demanded }) => toEntry(["namespaces", name], demanded)),
    ...workloads.map(({ apiVersion, kind, holds, path }, index) =>
      toEntry(["workloads", index], `${apiVersion} ${kind}, ${holds} at ${path}`),
    ),
    ...exemptions.map(({ reason, expires }, index) =>
      toEntry(["exemptions", index], expires === null ? reason : `${reason} (until ${expires})`),
    ),
  ];
}

function countAccepted(baseline: Policy["baseline"], root: string): PolicyEntry<string>[] {
  const count = [...baseline.values()].reduce((sum, entries) => sum + entries.length, 0);
  if (count === 0) return [];
  return [
    { key: "baseline", value: formatCount(count, "entry", "entries"), from: displayPath(join(root, baselineName)) },
  ];
}

function readLevel(name: string, value: string | undefined): OptionValue<Level> {
  return { name, value: value === undefined ? undefined : readChoice(name, value, levels) };
}

/** Reads the option about images. A file wins over a configuration that asks the registries. */
function readImageOption({ images, "images-from": file }: ImageValues): OptionValue<boolean | string> {
  if (images !== undefined && file !== undefined)
    throw new UsageError("--images and --images-from: choose one of the two.");
  if (file !== undefined) return { name: imageFileOption, value: file };
  const word = images === undefined ? undefined : readChoice("--images", images, ["true", "false", "layers"]);
  return { name: "--images", value: word === "layers" ? word : word && word === "true" };
}

const imageFileOption = "--images-from";

function chooseImageSource(
  { value, from }: PolicyEntry<boolean | string>,
  insecure: readonly string[] | undefined,
): ImageSource | undefined {
  const isFile = from === imageFileOption;
  if (insecure && (isFile || !value)) throw new UsageError("--insecure-registry needs --images.");
  if (isFile) return { file: String(value) };
  return value ? { insecure: insecure ?? [], depth: value === "layers" ? "layers" : "configuration" } : undefined;
}

async function readVersion(wanted: string): Promise<Policy["kubernetesVersion"]> {
  const version = parseVersion(wanted);
  if (!version) throw new UsageError(`--kubernetes-version "${wanted}": use latest or a release such as 1.34.`);
  const note = describeUnknownRelease(version);
  if (note) await remark(`${note}\n`);
  return version;
}

/** Creates a filter for the files that the configuration takes for manifests. A file that the user named always passes. */
export function createFileFilter({
  policy: { folder },
  files: patterns,
}: PolicyInForce): (source: { readonly file: string; readonly named?: boolean }) => boolean {
  if (!patterns) return () => true;
  return ({ file, named }) => named === true || selectsPath(patterns, fromFolder(folder, file));
}

/** Formats the policy in force as a configuration would say it, with a comment behind each value that says where it comes from. */
export function formatPolicy({ entries }: PolicyInForce): string {
  const lines = entries
    .filter(({ value }) => value !== undefined)
    .map(({ key, value, from }) => ({ text: `${key}: ${formatPolicyValue(value)}`, from }));
  const width = Math.min(60, Math.max(...lines.map(({ text }) => text.length)));
  return lines.map(({ text, from }) => `${escapeControls(text.padEnd(width))}  # ${escapeControls(from)}\n`).join("");
}

function formatPolicyValue(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
