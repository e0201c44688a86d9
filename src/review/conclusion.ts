import type { Workload } from "../pod/index.ts";
import { type Accepted, type Exemption, factText, hasExpired, type Policy, workloadKey } from "../policy/index.ts";
import { reportUnused, unusedIgnore } from "../rules/index.ts";
import type { Problem } from "../yaml/index.ts";
import type { Finding } from "./finding.ts";
import { fingerprint, hashWorkload } from "./identity.ts";
import type { Used } from "./ignores.ts";
import { noteOmissions, type Omission } from "./omissions.ts";
import type { AddedIgnore, Conclusion, Gone, Pending } from "./result.ts";
import type { ReviewedManifest } from "./stream.ts";

/** What a review has met so far. */
export interface Tally {
  readonly files: number;
  readonly addedIgnores: readonly AddedIgnore[];
  readonly problems: Problem[];
  readonly omissions: Omission[];
  /** The exemptions and accepted facts that matched. */
  readonly exemptions: Set<Exemption>;
  readonly accepted: Set<Accepted>;
  /** The workloads that were reviewed. */
  readonly workloads: Workload[];
  hasFailed: boolean;
}

/** What is known before the first manifest. */
export interface TallyStart extends Pick<Tally, "files" | "addedIgnores"> {
  readonly problems: readonly Problem[];
}

/** A tally of no manifest yet; `files` is the number of manifests to come. */
export function startTally({ files, addedIgnores, problems }: TallyStart): Tally {
  const [exemptions, accepted] = [new Set<Exemption>(), new Set<Accepted>()];
  return {
    files,
    addedIgnores,
    problems: [...problems],
    omissions: [],
    exemptions,
    accepted,
    workloads: [],
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
  for (const { exemptions, accepted } of used) {
    for (const each of exemptions) tally.exemptions.add(each);
    for (const each of accepted) tally.accepted.add(each);
  }
  for (const { pod } of workloads) tally.workloads.push(pod.workload);
  for (const problem of problems) tally.problems.push(problem);
  if (omission) tally.omissions.push(omission);
  tally.hasFailed ||= findings.some(fails);
}

/** What can only be said once every manifest is reviewed. A shard holds back what only all shards together can say. */
export function conclude(tally: Tally, policy: Policy): Conclusion {
  const { files, addedIgnores, omissions, hasFailed } = tally;
  const unused = policy.exemptions.length > 0 ? findUnusedExemptions(policy, tally) : [];
  const pending = {
    findings: unused,
    omissions,
    ...(policy.baseline.size > 0 ? findGone(policy, tally) : { used: [], gone: [] }),
  };
  const shard = policy.shard && { ...policy.shard, pending };
  const findings = shard ? [] : unused;
  const notes = shard ? [] : [...noteOmissions(omissions), ...goneNotes(pending.gone)];
  const problems = [...tally.problems, ...notes];
  const isComplete = !problems.some(({ severity }) => severity === "error");
  const passes = policy.gate === "none" || (!hasFailed && !findings.some(fails));
  const verdict = isComplete ? (passes ? "pass" : "fail") : "error";
  const unjudged = omissions.filter((each) => each.looksLikeWorkload).length;
  return { policy, verdict, findings, problems, files, unjudged, addedIgnores, shard };
}

function fails({ mode, ignored }: Finding): boolean {
  return mode === "enforce" && !ignored;
}

/** Findings on the exemptions that have expired, and, where everything was reviewed, on those that match nothing. */
function findUnusedExemptions({ exemptions, today, isWhole, rules }: Policy, tally: Tally): Finding[] {
  const mode = rules[unusedIgnore.id] ?? "warn";
  if (mode === "off") return [];
  return exemptions.flatMap((exemption) => {
    const { expires } = exemption;
    const unused: UnusedIgnore = { what: "exemption", ...exemption };
    if (hasExpired(expires, today)) return findingOn(unused, `it expired on ${expires}`, mode);
    return tally.exemptions.has(exemption) || !isWhole ? [] : findingOn(unused, "it fits no finding", mode);
  });
}

/** What an ignore is that matches nothing: an exemption in the configuration, or a comment in a file that no workload stands in. */
interface UnusedIgnore extends Pick<Exemption, "location" | "excerpt" | "path"> {
  readonly what: "exemption" | "comment";
}

/** The finding on an ignore that matches nothing, and on no workload. */
export function findingOn(
  { what, location, excerpt, path }: UnusedIgnore,
  why: string,
  mode: Finding["mode"],
): Finding {
  const { level, origin, message } = reportUnused(what, why, path);
  const said = message({ who: "", line: () => "" });
  const field = path.filter((step) => typeof step === "string");
  const workload: Workload = { apiVersion: "", kind: "Configuration", namespace: null, name: location.file };
  return {
    rule: unusedIgnore,
    level,
    mode,
    message: said,
    location,
    excerpt,
    document: 0,
    path,
    workload,
    containers: [],
    origin,
    new: null,
    fingerprint: fingerprint({
      rule: unusedIgnore.id,
      workload: hashWorkload(workload),
      container: null,
      field,
      value: excerpt,
    }),
    facts: () => [],
    related: [],
    fix: null,
    declined: null,
    ignored: null,
    rendered: null,
    tell: () => said,
  };
}

/** What the baseline accepts of the workloads that were reviewed: the numbers of the entries that matched, and the entries that are gone. */
function findGone({ baseline }: Policy, { accepted, workloads }: Tally): Pick<Pending, "used" | "gone"> {
  const keys = new Set(workloads.map(workloadKey));
  const known = [...keys].flatMap((key) => baseline.get(key) ?? []).toSorted((a, b) => a.entry - b.entry);
  const gone = known.filter((each) => !accepted.has(each));
  return {
    used: known.filter((each) => accepted.has(each)).map(({ entry }) => entry),
    gone: gone.map((each) => ({ entry: each.entry, file: each.file, line: each.line, fact: factText(each) })),
  };
}

/** One note on what is gone from the baseline, so that nobody brings it back unseen. */
export function goneNotes([first, ...rest]: readonly Gone[]): Problem[] {
  if (!first) return [];
  const count = 1 + rest.length;
  const what = count === 1 ? "An accepted finding is gone" : `${count} accepted findings are gone, the first here`;
  const message = `${what} (${first.fact}): run \`secctx baseline\` to take ${count === 1 ? "it" : "them"} out.`;
  return [{ severity: "note", file: first.file, line: first.line, message }];
}
