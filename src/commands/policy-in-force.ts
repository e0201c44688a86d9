import { join } from "node:path";
import { levels } from "../pod/index.ts";
import { describeUnknownRelease, parseVersion } from "../pod/kubernetes.ts";
import { selectsPath } from "../pod/patterns.ts";
import {
  type ConfiguredSettings,
  defaultPolicy,
  fromFolder,
  type Gate,
  type Policy,
  type PolicyEntry,
  type PolicyLayer,
  settleLayers,
} from "../policy/index.ts";
import { type RenderSettings, readRenderSettings } from "../rendering/manifests.ts";
import { escapeControls } from "../report/escape.ts";
import { formatCount } from "../report/words.ts";
import { UsageError } from "../source/errors.ts";
import { allowsOnlyBefore, exemptAsBefore } from "../source/extended-policies.ts";
import { displayPath } from "../source/files.ts";
import type { ImageDepth } from "../source/images.ts";
import { baselineName, findRoot, pathFrom } from "../source/own-files.ts";
import type { Path } from "../yaml/index.ts";
import { findEdited, findOwnFiles, loadBaseline, loadPolicies } from "./configuration-files.ts";
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
  readonly entries: readonly PolicyEntry[];
}

/** The images' own registries, or a file that `secctx images` wrote. */
export type ImageSource =
  | { readonly insecure: readonly string[]; readonly depth: ImageDepth }
  | { readonly file: string };

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

/**
 * Resolves each value of the policy: an option wins over the configuration, and the configuration over the default; what a shared policy says, both may only
 * tighten. Throws a UsageError if one is wrong.
 */
export async function resolvePolicy(
  values: PolicyValues & ImageValues & RenderValues,
  request: PolicyRequest,
): Promise<PolicyInForce> {
  const root = findRoot();
  const { changed, trustsChange = false } = request;
  const files = await findOwnFiles(values, root, trustsChange ? undefined : changed);
  const asked = await loadPolicies(values, root, files);
  // What a change exempts by itself does not count where the shared policy says so.
  const isFromBefore = trustsChange && changed !== undefined && allowsOnlyBefore(asked);
  const filesBefore = isFromBefore ? await findOwnFiles(values, root, changed) : files;
  const stack = isFromBefore ? exemptAsBefore(asked, await loadPolicies(values, root, filesBefore)) : asked;
  const edited = values["no-config"] ? [] : findEdited(root, files, values.config);
  if (edited.length > 0) await remark(`${escapeControls(describeEdited(edited, files.place))}\n`);
  for (const note of stack.notes) await remark(`${escapeControls(note)}\n`);

  const imageFile = readImageFile(values);
  const settled = settleLayers([...stack.layers, readOptionLayer(values, request)], "all");
  if ("loosening" in settled) throw new UsageError(settled.loosening);
  const { settings } = settled;
  const note = describeUnknownRelease(settled.policy.kubernetesVersion);
  if (note) await remark(`${note}\n`);
  const baseline = request.appliesBaseline ? loadBaseline(root, filesBefore) : defaultPolicy.baseline;
  const comparesNothing = settings.gate === "new" && changed === undefined;

  const policy: Policy = {
    ...settled.policy,
    gate: comparesNothing ? "all" : settings.gate,
    baseline,
    today: new Date().toISOString().slice(0, 10),
    folder: pathFrom(root),
  };
  const replaced: readonly PolicyEntry[] = [
    ...(imageFile === undefined ? [] : [{ key: "images", value: imageFile, from: imageFileOption }]),
    ...(comparesNothing ? [{ key: "gate", value: "all", from: "default" }] : []),
  ];
  return {
    policy,
    files: settings.files,
    images: chooseImageSource(imageFile, request.readsImages ? settings.images || true : settings.images, values),
    rendering: settings.render === false ? undefined : readRenderSettings(settings, policy, values.values),
    entries: [
      ...stack.entries,
      ...settled.entries.map((entry) => replaced.find(({ key }) => key === entry.key) ?? entry),
      ...countAccepted(baseline, root),
    ],
  };
}

/** What the options say, as the uppermost layer of the policy. */
function readOptionLayer(
  values: PolicyValues & ImageValues & RenderValues,
  { gate, runAsUser, runAsGroup }: PolicyRequest,
): PolicyLayer {
  const images = readWord("--images", values.images, ["true", "false", "layers"]);
  const render = readWord("--render", values.render, ["auto", "true", "false"]);
  const fix = { runAsUser: readId("--run-as-user", runAsUser), runAsGroup: readId("--run-as-group", runAsGroup) };
  const settings = {
    enforce: readWord("--enforce", values.enforce, levels),
    warn: readWord("--warn", values.warn, levels),
    audit: readWord("--audit", values.audit, levels),
    kubernetesVersion: readVersion(values["kubernetes-version"]),
    gate,
    images: images === "layers" ? images : asBoolean(images),
    render: render === "auto" ? render : asBoolean(render),
    fix,
  };
  const nameOption = (path: Path) =>
    `--${String(path.at(-1)).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return {
    // What is not given says nothing, which the settings leave out.
    settings: settings as ConfiguredSettings,
    policy: { namespaces: [], workloads: [], exemptions: [] },
    isShared: false,
    locate: nameOption,
    introduce: nameOption,
  };
}

/** Said where a change edits what it is judged by. */
function describeEdited(files: readonly string[], place: string): string {
  const verb = files.length === 1 ? "is" : "are";
  return `${files.join(" and ")} ${verb} read at ${place}: what the change itself says takes effect once it is merged. --config-ref head takes it now.`;
}

function countAccepted(baseline: Policy["baseline"], root: string): PolicyEntry[] {
  const count = [...baseline.values()].reduce((sum, entries) => sum + entries.length, 0);
  if (count === 0) return [];
  return [
    { key: "baseline", value: formatCount(count, "entry", "entries"), from: displayPath(join(root, baselineName)) },
  ];
}

function readWord<T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  return value === undefined ? undefined : readChoice(option, value, allowed);
}

function asBoolean(word: "true" | "false" | undefined): boolean | undefined {
  return word && word === "true";
}

const imageFileOption = "--images-from";

/** The file that images are read from, which wins over a configuration that asks the registries. */
function readImageFile({ images, "images-from": file }: ImageValues): string | undefined {
  if (images !== undefined && file !== undefined)
    throw new UsageError("--images and --images-from: choose one of the two.");
  return file;
}

function chooseImageSource(
  file: string | undefined,
  wanted: boolean | "layers",
  { "insecure-registry": insecure }: ImageValues,
): ImageSource | undefined {
  if (insecure && (file !== undefined || !wanted)) throw new UsageError("--insecure-registry needs --images.");
  if (file !== undefined) return { file };
  return wanted ? { insecure: insecure ?? [], depth: wanted === "layers" ? "layers" : "configuration" } : undefined;
}

function readVersion(wanted: string | undefined): string | undefined {
  if (wanted === undefined || parseVersion(wanted)) return wanted;
  throw new UsageError(`--kubernetes-version "${wanted}": use latest or a release such as 1.34.`);
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
  const lines = entries.map(({ key, value, from }) => ({ text: `${key}: ${formatPolicyValue(value)}`, from }));
  const width = Math.min(60, Math.max(...lines.map(({ text }) => text.length)));
  return lines.map(({ text, from }) => `${escapeControls(text.padEnd(width))}  # ${escapeControls(from)}\n`).join("");
}

function formatPolicyValue(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
