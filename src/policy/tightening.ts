import { levels, type Mode, modes, parseVersion } from "../pod/kubernetes.ts";
import type { ChartSettings, ConfiguredSettings } from "./configuration.ts";
import { defaultFiles, defaultPolicy, gates } from "./policy.ts";

/** What those who extend a policy may make of a key. Nothing that they write there may ask for less. */
export interface Tightening<T> {
  /** What they may not go below where the policy does not name the key; left out where they are then free to choose. */
  readonly unnamed?: T;
  /** Whether a value asks for as much as the policy's. */
  readonly keeps: (own: T, shared: T) => boolean;
  /** What they may write, behind "write". */
  readonly remedy: (shared: T) => string;
  /** What both make together, where the own value does not take the place of the shared one. */
  readonly join?: (own: T, shared: T) => T;
}

type SettingKey = Exclude<keyof ConfiguredSettings, "rules" | "fix" | "limits" | "helm" | "kustomize">;
type ToolSettings<T> = Exclude<T, boolean | undefined>;
type PartKeys<K extends "helm" | "kustomize"> = {
  readonly [P in keyof ToolSettings<ConfiguredSettings[K]>]-?: Tightening<
    NonNullable<ToolSettings<ConfiguredSettings[K]>[P]>
  >;
};

/**
 * The answer for each key: what is tighter, and what holds where the shared policy is silent. What decides about findings may only be tightened. What a
 * repository alone can know, and what only shows or mends, is its own.
 */
export const tightenings: { readonly [K in SettingKey]-?: Tightening<NonNullable<ConfiguredSettings[K]>> } = {
  enforce: atLeast(levels, defaultPolicy.enforce),
  warn: atLeast(levels, defaultPolicy.warn),
  audit: atLeast(levels, defaultPolicy.audit),
  // Releases add controls. Where the cluster is older than `latest`, the shared policy says so.
  kubernetesVersion: {
    unnamed: "latest",
    keeps: (own, shared) => minorOf(own) >= minorOf(shared),
    remedy: (shared) => (shared === "latest" ? shared : `${shared} or a newer release`),
  },
  // On a pull request only what is new fails, unless somebody says otherwise.
  gate: atLeast(gates.toReversed(), "new"),
  files: {
    unnamed: defaultFiles,
    keeps: selectsNoLess,
    remedy: (shared) => `all of ${shared.join(", ")} in this order, with others if you like, and exclude nothing more`,
  },
  images: atLeast([false, true, "layers"], false),
  // A text that is taken for what it says is judged. What a tool fills in later is not.
  placeholders: atLeast([true, false], true),
  render: atLeast([false, "auto", true], "auto"),
  annotations: free(),
  maxAnnotations: free(),
  checkName: free(),
  suggest: free(),
  maxSuggestions: free(),
  sarifFile: free(),
  jsonFile: free(),
  htmlFile: free(),
};

/** Whether charts are rendered, and overlays built. */
export const toolTightening: Tightening<boolean> = atLeast([false, true], true);

/** How charts are rendered. With which values, only their repository knows. */
export const helmTightenings: PartKeys<"helm"> = {
  // Another program may print what it likes.
  binary: unchanged("helm"),
  charts: {
    keeps: (own, shared) => own.every((chart) => isSameChart(chart, shared)),
    remedy: () => "other charts only",
    join: (own, shared) => [...shared, ...own.filter(({ path }) => !shared.some((each) => each.path === path))],
  },
  ci: atLeast([false, true], true),
  skipTests: atLeast([true, false], false),
};

/** How overlays are built. */
export const kustomizeTightenings: PartKeys<"kustomize"> = {
  binary: { ...unchanged("kustomize"), remedy: (shared) => `${shared}, or leave the choice to secctx` },
  // Without roots all are built that no other kustomization uses.
  roots: {
    unnamed: [],
    keeps: (own, shared) => shared.length > 0 && selectsNoLess(own, shared),
    remedy: (shared) => (shared.length > 0 ? `all of ${shared.join(", ")}, with others if you like` : "no roots"),
  },
  // What can't be read fails the run: to read more of the repository passes nothing that failed.
  loadRestrictor: { keeps: (own, shared) => own === shared, remedy: (shared) => shared },
};

/** A rule's own mode. What it is without one depends on the levels. */
export const ruleTightening: Tightening<Mode | "off"> = atLeast(["off", ...modes.toReversed()]);

/** A limit that the shared policy sets. A document beyond it does not pass, so that without one nothing is weaker. */
export const limitTightening: Tightening<number> = {
  keeps: (own, shared) => own <= shared,
  remedy: (shared) => `at most ${shared}`,
};

/** What fixes may write: nothing that is found depends on it. */
export const fixTightening: Tightening<unknown> = {
  ...free(),
  join: (own, shared) => (Array.isArray(own) && Array.isArray(shared) ? [...own, ...shared] : own),
};

/** What those who extend a policy may exempt. */
export const exemptingTightening: Tightening<"all" | "base" | "none"> = atLeast(["all", "base", "none"]);

function atLeast<T>(weakestFirst: readonly T[], unnamed?: T): Tightening<T> {
  return {
    ...(unnamed !== undefined && { unnamed }),
    keeps: (own, shared) => weakestFirst.indexOf(own) >= weakestFirst.indexOf(shared),
    remedy: (shared) => weakestFirst.slice(weakestFirst.indexOf(shared)).join(" or "),
  };
}

function unchanged<T>(unnamed: T): Tightening<T> {
  return { unnamed, keeps: (own, shared) => own === shared, remedy: String };
}

function free<T>(): Tightening<T> {
  return { keeps: () => true, remedy: () => "" };
}

function minorOf(version: string): number {
  return parseVersion(version)?.minor ?? 0;
}

/**
 * Whether patterns select all that others select, as far as their words show it: they have each pattern that includes, and what they exclude behind it is
 * excluded behind it there.
 */
function selectsNoLess(own: readonly string[], shared: readonly string[]): boolean {
  const isExclusion = (pattern: string) => /^!(?!\()/.test(pattern);
  const included = shared.filter((pattern) => !isExclusion(pattern));
  return included.every((pattern) => {
    if (!own.includes(pattern)) return false;
    const excludedBehind = shared.slice(shared.lastIndexOf(pattern) + 1).filter(isExclusion);
    return own
      .slice(own.lastIndexOf(pattern) + 1)
      .filter(isExclusion)
      .every((each) => excludedBehind.includes(each));
  });
}

function isSameChart(chart: ChartSettings, shared: readonly ChartSettings[]): boolean {
  const known = shared.find(({ path }) => path === chart.path);
  return known === undefined || JSON.stringify(known) === JSON.stringify(chart);
}
