import { parseVersion } from "../pod/index.ts";
import { defaultPolicy, type Policy } from "../policy/index.ts";
import { type RenderSettings, readRenderSettings } from "../rendering/manifests.ts";
import type { Share } from "../source/shard.ts";
import type { RepositoryConfiguration } from "./configuration.ts";
import type { Trigger } from "./event.ts";
import type { AnnotationChannel, Inputs } from "./inputs.ts";

/** Everything that decides a run, with no value left open. */
export interface Options {
  readonly files: readonly string[];
  readonly policy: Policy;
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

/** Combines what the workflow, the repository and the event say: an input wins over the configuration, and that over the default. `today` is a day such as `2027-06-30`. */
export function combineOptions(
  inputs: Inputs,
  { settings, policy }: RepositoryConfiguration,
  { gate, scope }: Trigger,
  today: string,
): Options {
  const version = inputs.kubernetesVersion ?? settings.kubernetesVersion;
  const render = inputs.render ?? settings.render ?? "auto";
  const judged: Policy = {
    ...defaultPolicy,
    ...policy,
    enforce: inputs.enforce ?? settings.enforce ?? defaultPolicy.enforce,
    warn: inputs.warn ?? settings.warn ?? defaultPolicy.warn,
    audit: inputs.audit ?? settings.audit ?? defaultPolicy.audit,
    kubernetesVersion: (version && parseVersion(version)) || defaultPolicy.kubernetesVersion,
    gate: inputs.gate ?? settings.gate ?? gate,
    placeholders: settings.placeholders ?? defaultPolicy.placeholders,
    rules: settings.rules ?? defaultPolicy.rules,
    fix: settings.fix ?? defaultPolicy.fix,
    limits: { ...defaultPolicy.limits, ...settings.limits },
    today,
    isWhole: scope.kind === "full",
  };
  return {
    files: inputs.files ?? settings.files ?? ["**/*.yaml", "**/*.yml", "**/*.json"],
    policy: judged,
    annotations: inputs.annotations ?? settings.annotations ?? "auto",
    maxAnnotations: inputs.maxAnnotations ?? settings.maxAnnotations ?? 200,
    checkName: inputs.checkName ?? settings.checkName ?? defaultCheckName,
    suggest: readSuggest(inputs.suggest ?? settings.suggest ?? false),
    maxSuggestions: inputs.maxSuggestions ?? settings.maxSuggestions ?? 20,
    images: inputs.images ?? settings.images ?? false,
    registries: inputs.registries ?? [],
    render,
    rendering: render === false ? undefined : readRenderSettings(settings, judged),
    sarifFile: inputs.sarifFile ?? settings.sarifFile,
    jsonFile: inputs.jsonFile ?? settings.jsonFile,
    htmlFile: inputs.htmlFile ?? settings.htmlFile,
    shard: inputs.shard,
  };
}

function readSuggest(value: boolean | "all"): Suggest {
  return value === true ? "new" : value;
}
