import type { CustomWorkload, Images, KubernetesVersion, NamespaceDemand } from "../pod/index.ts";
import { type Level, levels, type Mode, modes } from "../pod/pod-security.ts";
import type { FixOptions } from "../rules/index.ts";
import type { Limits, Location, Path } from "../yaml/index.ts";
import { usualLimits } from "../yaml/read/limits.ts";
import type { Accepted } from "./facts.ts";

export type Gate = "all" | "new";

export interface Policy {
  readonly enforce: Level;
  readonly warn: Level;
  readonly audit: Level;
  readonly kubernetesVersion: KubernetesVersion;
  readonly gate: Gate;
  readonly fix: FixOptions;
  readonly limits: Limits;
  /** What the pods' namespaces demand, where it is known: the first that fits. A stricter demand than the policy's own wins. */
  readonly namespaces: readonly NamespaceDemand[];
  /** What the findings of a rule are, whatever their level; `off`: it is not asked. */
  readonly rules: Readonly<Record<string, Mode | "off">>;
  /** Kinds of the user's own that hold a pod. */
  readonly workloads: readonly CustomWorkload[];
  readonly exemptions: readonly Exemption[];
  /** What is accepted as it is, by workload (`workloadKey`). */
  readonly baseline: ReadonlyMap<string, readonly Accepted[]>;
  /** What the images say, where somebody has asked them. */
  readonly images: Images;
  /** The day, as `2027-06-30`: ignores expire, and the core reads no clock. Empty where nothing expires. */
  readonly today: string;
  /** What leads from the folder of the configuration to where files are named from, such as `k8s/`; empty where they are one. */
  readonly folder: string;
  /** Whether all is judged that the configuration speaks of: what matches nothing is unused then. */
  readonly isWhole: boolean;
  /** Which share of it is judged here; `null`: all. */
  readonly shard: Shard | null;
}

/** One of the shares that a full scan is divided into. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
  /** Names the files and the policy that were divided: the same in every shard of a scan. */
  readonly scan: string;
}

/** What the configuration lets pass, by patterns: a criterion that is not there matches everything. */
export interface Exemption {
  readonly rules?: readonly string[];
  readonly kinds?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly names?: readonly string[];
  readonly containers?: readonly string[];
  readonly images?: readonly string[];
  readonly files?: readonly string[];
  readonly reason: string;
  readonly expires: string | null;
  /** Where it is written. */
  readonly location: Location;
  readonly excerpt: string;
  readonly path: Path;
}

/** What is in force where nobody says anything else. */
export const defaultPolicy: Policy = {
  enforce: "restricted",
  warn: "hardened",
  audit: "hardened",
  kubernetesVersion: { name: "latest", minor: 37 },
  gate: "all",
  fix: {},
  limits: usualLimits,
  namespaces: [],
  rules: {},
  workloads: [],
  exemptions: [],
  baseline: new Map(),
  images: new Map(),
  today: "",
  folder: "",
  isWhole: false,
  shard: null,
};

/**
 * The mode of a violation: the strictest whose level is at least the violated one; `undefined` where no mode asks for that level. `strictest` caps it.
 */
export function modeOf(policy: Policy, violated: Level, strictest: Mode = "enforce"): Mode | undefined {
  const least = levels.indexOf(violated);
  for (let index = modes.indexOf(strictest); index < modes.length; index++) {
    const mode = modes[index] as Mode;
    if (levels.indexOf(policy[mode]) >= least) return mode;
  }
  return undefined;
}

/** Whether a day is over; the last day still counts. */
export function hasExpired(expires: string | null, today: string): boolean {
  return expires !== null && expires < today;
}

/** A file's path from the configuration's folder on. */
export function fromFolder(folder: string, file: string): string {
  const steps: string[] = [];
  for (const step of `${folder}${file}`.split("/")) {
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
