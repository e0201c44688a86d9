import { type Exemption, type Policy, workloadKey } from "../policy/index.ts";
import type { Problem } from "../yaml/index.ts";
import { type BaselineUses, type Holder, listUses, noteGone, splitUses } from "./baseline-uses.ts";
import type { Finding } from "./finding.ts";
import type { Used } from "./ignores.ts";
import { noteOmissions, type Omission } from "./omissions.ts";
import { type AddedIgnore, type Conclusion, decideVerdict } from "./result.ts";
import type { ReviewedManifest } from "./stream.ts";
import { findUnusedExemptions } from "./unused-ignores.ts";

/** What a review has met so far. */
export interface Tally {
  readonly files: number;
  readonly addedIgnores: readonly AddedIgnore[];
  readonly problems: Problem[];
  readonly omissions: Omission[];
  /** The exemptions that matched. */
  readonly exemptions: Set<Exemption>;
  /** What was found of what the baseline accepts. */
  readonly uses: BaselineUses;
  /** The workloads that were reviewed, by `workloadKey`, each with the files that held it or that it was rendered of. */
  readonly workloads: Map<string, Holder[]>;
  hasFailed: boolean;
}

/** What is known before the first manifest. */
export interface TallyStart extends Pick<Tally, "files" | "addedIgnores" | "uses"> {
  readonly problems: readonly Problem[];
}

/** A tally of no manifest yet; `files` is the number of manifests to come. */
export function startTally({ files, addedIgnores, problems, uses }: TallyStart): Tally {
  return {
    files,
    addedIgnores,
    problems: [...problems],
    omissions: [],
    exemptions: new Set(),
    uses,
    workloads: new Map(),
    hasFailed: false,
  };
}

/** A manifest's review, with what only the conclusion needs. */
export interface ManifestReview extends ReviewedManifest {
  readonly problems: readonly Problem[];
  readonly omission: Omission | undefined;
  /** What ignored some of the findings, document by document. */
  readonly used: readonly Used[];
}

/** Counts a manifest in. */
export function addToTally(tally: Tally, { findings, workloads, problems, omission, used }: ManifestReview): void {
  for (const { exemptions } of used) for (const each of exemptions) tally.exemptions.add(each);
  for (const { pod } of workloads) {
    const { rendering, file } = pod.document;
    const key = workloadKey(pod.workload);
    const holders = tally.workloads.get(key) ?? [];
    holders.push(rendering?.parts ?? file);
    tally.workloads.set(key, holders);
  }
  for (const problem of problems) tally.problems.push(problem);
  if (omission) tally.omissions.push(omission);
  tally.hasFailed ||= findings.some(fails);
}

/** What can only be said once every manifest is reviewed. A shard holds back what only all shards together can say. */
export function conclude(tally: Tally, policy: Policy): Conclusion {
  const { files, addedIgnores, omissions, hasFailed } = tally;
  const unused = findUnusedExemptions(policy, tally.exemptions);
  const accepted = listUses(policy, tally.uses, tally.workloads);
  const pending = { findings: unused, omissions, ...splitUses(accepted) };
  const shard = policy.shard && { ...policy.shard, pending };
  const findings = shard ? [] : unused;
  const notes = shard ? [] : [...noteOmissions(omissions), ...noteGone(pending.gone, pending.used)];
  const problems = [...tally.problems, ...notes];
  const verdict = decideVerdict(policy, { hasFailed: hasFailed || findings.some(fails), problems });
  const unjudged = omissions.filter((each) => each.looksLikeWorkload).length;
  return { policy, verdict, findings, problems, files, unjudged, addedIgnores, accepted, shard };
}

function fails({ mode, ignored }: Finding): boolean {
  return mode === "enforce" && !ignored;
}
