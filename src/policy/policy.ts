import type { CustomWorkload, Images, KubernetesVersion, NamespaceDemand } from "../pod/index.ts";
import { type Level, latestVersion, levels, type Mode, modes } from "../pod/kubernetes.ts";
import type { FixOptions, Rule } from "../rules/index.ts";
import type { Limits, Location, Path } from "../yaml/index.ts";
import { usualLimits } from "../yaml/read/limits.ts";
import type { Baseline } from "./baseline.ts";

/** Which findings fail the gate: all of them, only the new ones, or none. The strictest first. */
export const gates = ["all", "new", "none"] as const;
export type Gate = (typeof gates)[number];

/** What a review judges by. */
export interface Policy {
  readonly enforce: Level;
  readonly warn: Level;
  readonly audit: Level;
  readonly kubernetesVersion: KubernetesVersion;
  readonly gate: Gate;
  readonly fix: FixOptions;
  readonly limits: Limits;
  /** What the pods' namespaces demand, where it is known. The first that fits a namespace holds, where it is stricter than the policy itself. */
  readonly namespaces: readonly NamespaceDemand[];
  /** The mode of all findings of a rule, whatever their level; a rule that is `off` does not run. */
  readonly rules: Readonly<Record<string, Mode | "off">>;
  /** Kinds of the user's own that hold a pod. */
  readonly workloads: readonly CustomWorkload[];
  readonly exemptions: readonly Exemption[];
  readonly exempting: Exempting;
  /** The facts that are accepted, by workload (`workloadKey`). */
  readonly baseline: Baseline;
  /** What the images say, where their registries were asked. */
  readonly images: Images;
  /** Whether texts such as `${NAME}` stand for values that a tool fills in later. */
  readonly placeholders: boolean;
  /** Today, as `2027-06-30`: ignores expire, and the core reads no clock. Empty where nothing is to expire. */
  readonly today: string;
  /** The path from the folder of the configuration to the folder that files are named from, such as `k8s/`; empty where they are the same. */
  readonly folder: string;
  /** Whether everything that the configuration speaks of is reviewed: an exemption that matches nothing is unused only then. */
  readonly isWhole: boolean;
  /** Which share of the files is reviewed here; `null` for all of them. */
  readonly shard: Shard | null;
}

/** One of the shares of a full scan. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
  /** Identifies the files and the policy: the same in every shard of a scan. */
  readonly scan: string;
}

/** What those who are judged by a shared policy may exempt by themselves. */
export interface Exempting {
  /** `base`: only what held before the change that is reviewed. */
  readonly allows: "all" | "base" | "none";
  /** The file and line that say so. */
  readonly by: string;
}

/** What the configuration lets pass, by patterns. A criterion that is not given matches everything. */
export interface Exemption {
  readonly rules?: readonly string[];
  readonly kinds?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly names?: readonly string[];
  readonly containers?: readonly string[];
  readonly images?: readonly string[];
  readonly files?: readonly string[];
  /** What findings of the rules may name (`Violation.value`), exactly. */
  readonly values?: readonly string[];
  readonly reason: string;
  readonly expires: string | null;
  /** Whether a shared policy below it lets nothing be exempted: it is not in force. */
  readonly isBarred?: boolean;
  /** Where it is written. */
  readonly location: Location;
  readonly excerpt: string;
  readonly path: Path;
}

/** The files that are manifests, where nobody says anything else. */
export const defaultFiles: readonly string[] = ["**/*.yaml", "**/*.yml", "**/*.json"];

/** What is in force where nobody says anything else. */
export const defaultPolicy: Policy = {
  enforce: "restricted",
  warn: "hardened",
  audit: "hardened",
  kubernetesVersion: latestVersion,
  gate: "all",
  fix: {},
  limits: usualLimits,
  namespaces: [],
  rules: {},
  workloads: [],
  exemptions: [],
  exempting: { allows: "all", by: "default" },
  baseline: new Map(),
  images: new Map(),
  placeholders: true,
  today: "",
  folder: "",
  isWhole: false,
  shard: null,
};

/** What decides the mode of a finding. */
export type ModePolicy = Pick<Policy, Mode | "rules">;

/** The mode of what a rule says of a level: the rule's own, where one is set for it, else that of the level; `undefined` where nobody asks for it. */
export function modeOf(policy: ModePolicy, { id, mode }: Pick<Rule, "id" | "mode">, violated: Level): Mode | undefined {
  const set = policy.rules[id];
  return set === undefined || set === "off" ? modeOfLevel(policy, violated, mode) : set;
}

/** The strictest mode, from `strictest` on, that asks for a level; `undefined` where none does. */
function modeOfLevel(policy: ModePolicy, violated: Level, strictest: Mode = "enforce"): Mode | undefined {
  return modes.slice(modes.indexOf(strictest)).find((mode) => levels.indexOf(policy[mode]) >= levels.indexOf(violated));
}

/** Whether an ignore or exemption is over today; its last day still counts. */
export function hasExpired(expires: string | null, today: string): boolean {
  return expires !== null && expires < today;
}

/** A file's path as seen from the folder of the configuration. */
export function fromFolder(folder: string, file: string): string {
  // Standard input is in no folder.
  if (file === "-") return file;
  const steps: string[] = [];
  for (const step of `${folder}${file}`.split("/")) {
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
