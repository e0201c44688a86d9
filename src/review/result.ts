import type { Namespace, Pod, Workload } from "../pod/index.ts";
import type { Accepted, Occurrence, Policy, Shard } from "../policy/index.ts";
import type { Admission } from "../rules/index.ts";
import type { Location, Problem } from "../yaml/index.ts";
import type { Finding, Ignored } from "./finding.ts";
import type { Omission } from "./omissions.ts";

/** The exit status of a run with each verdict, at both doors. */
export const exitStatus: Readonly<Record<Conclusion["verdict"], number>> = { pass: 0, fail: 1, error: 2 };

/** The verdict on findings of which some may fail the gate, beside what could not be evaluated. */
export function decideVerdict(
  { gate }: { readonly gate: string },
  { hasFailed, problems }: { readonly hasFailed: boolean; readonly problems: readonly Problem[] },
): Conclusion["verdict"] {
  if (problems.some(({ severity }) => severity === "error")) return "error";
  return hasFailed && gate !== "none" ? "fail" : "pass";
}

export interface ReviewedWorkload {
  readonly pod: Pod;
  readonly file: string;
  readonly line: number;
  readonly source: "manifest" | "helm" | "kustomize";
  readonly admission: Admission;
}

/** What is said once every manifest is reviewed. */
export interface Conclusion {
  readonly policy: Policy;
  /** `error`: something could not be evaluated. */
  readonly verdict: "pass" | "fail" | "error";
  /** On the policy itself. */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly files: number;
  /** How many files hold something like a workload and were passed over. */
  readonly unjudged: number;
  /** The comments and annotations that the change brought, and that ignore something: a reviewer is to see them. */
  readonly addedIgnores: readonly AddedIgnore[];
  /** What became of the entries of the baseline. */
  readonly accepted: readonly AcceptedUse[];
  /** The shard that was reviewed, with what it holds back for `merge`; `null` where nothing is divided. */
  readonly shard: (Shard & { readonly pending: Pending }) | null;
}

/** A review as a whole; its findings are sorted by file, place and rule, those on the policy last. */
export interface Result extends Conclusion {
  readonly workloads: readonly ReviewedWorkload[];
  readonly beside: Beside;
}

/** What stands beside the workloads, and decides which level their namespaces can have. */
export interface Beside {
  readonly namespaces: readonly Namespace[];
  /** What is written of pods that are whole only elsewhere: in an operator, or in what a patch is for. */
  readonly fragments: readonly Pod[];
}

/** What can only be said once all shards are joined. */
export interface Pending {
  /** On exemptions that nothing needs, or that have expired: each holds if every shard has it. */
  readonly findings: readonly Finding[];
  /** What was passed over here: one note counts those of all shards. */
  readonly omissions: readonly Omission[];
  /** The baseline entries that matched here: their numbers, their counts, and the places where each was found. */
  readonly used: readonly { readonly entry: number; readonly count: number; readonly places: readonly string[] }[];
  /** Those whose workload is here, and that accept more than was found: that much is gone if no other shard found it. */
  readonly gone: readonly Gone[];
}

/** What an entry of the baseline was used for. */
export interface AcceptedUse {
  readonly workload: string;
  readonly entry: Accepted;
  readonly found: readonly Occurrence[];
  /** Whether its workload was reviewed in its file: what was not found there is gone. */
  readonly isJudged: boolean;
}

/** An entry of the baseline that accepts more than there is: where the baseline says it, how often, and what. */
export interface Gone extends Pick<Accepted, "entry" | "count"> {
  readonly file: string;
  readonly line: number;
  /** What it says, in words. */
  readonly fact: string;
}

export interface AddedIgnore extends Omit<Ignored, "by"> {
  readonly location: Location;
  readonly workload: Workload;
  readonly rules: readonly string[];
}
