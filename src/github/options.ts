import {
  type ConfiguredSettings,
  defaultFiles,
  type Policy,
  type PolicyEntry,
  type PolicyLayer,
  settleLayers,
} from "../policy/index.ts";
import { type RenderSettings, readRenderSettings } from "../rendering/manifests.ts";
import { UsageError } from "../source/errors.ts";
import type { Share } from "../source/shard.ts";
import type { Path } from "../yaml/index.ts";
import type { Trigger } from "./event.ts";
import type { AnnotationChannel, Inputs } from "./inputs.ts";
import type { RepositoryConfiguration } from "./repository-configuration.ts";

/** Everything that decides a run, with no value left open. */
export interface Options {
  readonly files: readonly string[];
  readonly policy: Policy;
  /** Each value of the policy, with who set it. */
  readonly sources: readonly PolicyEntry[];
  readonly annotations: AnnotationChannel;
  readonly maxAnnotations: number;
  readonly checkName: string;
  /** Whether fixes are suggested: of what the change brings, or also of what was there before. */
  readonly suggest: Suggest;
  readonly maxSuggestions: number;
  /** Whether registries are asked for the images' configurations, and for their layers. */
  readonly images: boolean | "layers";
  /** Patterns of the registries at private addresses that may be asked. */
  readonly registries: readonly string[];
  /** Whether charts and overlays are rendered: `true` if the workflow relies on it. */
  readonly render: "auto" | boolean;
  /** How they are rendered; `undefined` where they are not. */
  readonly rendering: RenderSettings | undefined;
  readonly sarifFile: string | undefined;
  readonly jsonFile: string | undefined;
  readonly htmlFile: string | undefined;
  /** This job's share of a full scan. */
  readonly shard: Share | undefined;
}

/** The name of the check run, unless the workflow or the configuration names another. */
export const defaultCheckName = "secctx";

export type Suggest = false | "new" | "all";

/**
 * Combines what the workflow, the repository, the policy that it shares and the event say: an input wins over the configuration, and that over the default; what
 * a shared policy says, both may only tighten. `today` is a day such as `2027-06-30`. Throws a UsageError where they loosen it.
 */
export function combineOptions(
  inputs: Inputs,
  { layers, entries, baseline }: RepositoryConfiguration,
  { asksToMerge, scope }: Trigger,
  today: string,
): Options {
  const settled = settleLayers([...layers, layerOfInputs(inputs)], asksToMerge ? "new" : "all");
  if ("loosening" in settled) throw new UsageError(settled.loosening);
  const { settings } = settled;
  const policy = { ...settled.policy, baseline, today, isWhole: scope.kind === "full" };
  return {
    files: settings.files ?? defaultFiles,
    policy,
    sources: [...entries, ...settled.entries],
    annotations: settings.annotations ?? "auto",
    maxAnnotations: settings.maxAnnotations ?? 200,
    checkName: settings.checkName ?? defaultCheckName,
    suggest: readSuggest(settings.suggest ?? false),
    maxSuggestions: settings.maxSuggestions ?? 20,
    images: settings.images,
    registries: inputs.registries ?? [],
    render: settings.render,
    rendering: settings.render === false ? undefined : readRenderSettings(settings, policy),
    sarifFile: settings.sarifFile,
    jsonFile: settings.jsonFile,
    htmlFile: settings.htmlFile,
    shard: inputs.shard,
  };
}

function readSuggest(value: boolean | "all"): Suggest {
  return value === true ? "new" : value;
}

/** The inputs as the uppermost layer of the policy: those that a configuration has too. */
function layerOfInputs(inputs: Inputs): PolicyLayer {
  const nameInput = (path: Path) => path.join("-").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const { configRef, config, configToken, registries, shard, githubToken, ...settings } = inputs;
  return {
    // An input that the workflow does not set says nothing.
    settings: settings as ConfiguredSettings,
    policy: { namespaces: [], workloads: [], exemptions: [] },
    isShared: false,
    locate: (path) => `input ${nameInput(path)}`,
    introduce: (path) => `The input ${nameInput(path)}`,
  };
}
