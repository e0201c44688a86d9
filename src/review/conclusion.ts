import type { Workload } from "../pod/index.ts";
import {
  type Exemption,
  explainBar,
  factText,
  fromFolder,
  hasExpired,
  type Policy,
  workloadKey,
} from "../policy/index.ts";
import { reportUnused, unusedIgnore } from "../rules/index.ts";
import type { Problem, Rendering } from "../yaml/index.ts";
import { type BaselineUses, placeOf } from "./baseline-uses.ts";
import type { Finding } from "./finding.ts";
import { fingerprint, hashWorkload } from "./identity.ts";
import type { Used } from "./ignores.ts";
import { noteOmissions, type Omission } from "./omissions.ts";
import type { AcceptedUse, AddedIgnore, Conclusion, Gone, Pending } from "./result.ts";
import type { ReviewedManifest } from "./stream.ts";

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

/** What held a workload: a file, or those that it was rendered of. */
type Holder = string | NonNullable<Rendering["parts"]>;

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
  const unused = policy.exemptions.length > 0 ? findUnusedExemptions(policy, tally) : [];
  const accepted = listUses(policy, tally);
  const pending = { findings: unused, omissions, ...splitUses(accepted) };
  const shard = policy.shard && { ...policy.shard, pending };
  const findings = shard ? [] : unused;
  const notes = shard ? [] : [...noteOmissions(omissions), ...noteGone(pending.gone, pending.used)];
  const problems = [...tally.problems, ...notes];
  const isComplete = !problems.some(({ severity }) => severity === "error");
  const passes = policy.gate === "none" || (!hasFailed && !findings.some(fails));
  const verdict = isComplete ? (passes ? "pass" : "fail") : "error";
  const unjudged = omissions.filter((each) => each.looksLikeWorkload).length;
  return { policy, verdict, findings, problems, files, unjudged, addedIgnores, accepted, shard };
}

function fails({ mode, ignored }: Finding): boolean {
  return mode === "enforce" && !ignored;
}

/** Findings on the exemptions that have expired, and, where everything was reviewed, on those that match nothing. */
function findUnusedExemptions({ exemptions, exempting, today, isWhole, rules }: Policy, tally: Tally): Finding[] {
  const mode = rules[unusedIgnore.id] ?? "warn";
  if (mode === "off") return [];
  return exemptions.flatMap((exemption) => {
    const { expires, isBarred } = exemption;
    const unused: UnusedIgnore = { what: "exemption", ...exemption };
    if (isBarred) return findingOn(unused, explainBar(exempting), mode);
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
  const said = message({ who: "", containers: [], line: () => "" });
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
    occurrences: () => [],
    related: [],
    fix: null,
    declined: null,
    ignored: null,
    rendered: null,
    tell: () => said,
  };
}

/** What became of each entry of the baseline. */
function listUses({ baseline, folder }: Policy, { uses, workloads }: Tally): AcceptedUse[] {
  return [...baseline].flatMap(([workload, entries]) => {
    const holders = workloads.get(workload) ?? [];
    const files = new Set(
      holders.flatMap((holder) => (typeof holder === "string" ? holder : [...holder.keys()])).map(nameFromRoot),
    );
    return entries.map((entry) => ({
      workload,
      entry,
      found: [...(uses.get(entry)?.values() ?? [])],
      isJudged: files.size > 0 && (entry.gone !== undefined || entry.file === null || files.has(entry.file)),
    }));
  });

  function nameFromRoot(file: string): string {
    return fromFolder(folder, file);
  }
}

/** Of the entries that were judged: where they were used, and those that not all of their count was found of. */
function splitUses(accepted: readonly AcceptedUse[]): Pick<Pending, "used" | "gone"> {
  const judged = accepted.filter(({ isJudged }) => isJudged).toSorted((a, b) => a.entry.entry - b.entry.entry);
  // What speaks in the place of an accepted finding is not that finding.
  const placesOf = ({ entry, found }: AcceptedUse) => found.filter(({ fact }) => fact.rule === entry.rule).map(placeOf);
  return {
    used: judged.flatMap((each) => {
      const places = placesOf(each);
      return places.length > 0 ? [{ entry: each.entry.entry, count: each.entry.count, places }] : [];
    }),
    gone: judged
      .filter((each) => placesOf(each).length < each.entry.count)
      .map(({ entry: { entry, count, written, ...fact } }) => ({ entry, count, ...written, fact: factText(fact) })),
  };
}

/** One note on the entries of the baseline that accept more than there is, so that nobody brings it back unseen. `used` says what was found of them. */
export function noteGone(gone: readonly Gone[], used: Pending["used"]): Problem[] {
  const places = joinPlaces(used);
  const left = gone.flatMap((each) => {
    const missing = each.count - (places.get(each.entry)?.size ?? 0);
    return missing > 0 ? [{ ...each, missing }] : [];
  });
  const [first, ...rest] = left;
  if (!first) return [];
  const { count, missing } = first;
  const part = missing < count ? `, ${missing} of ${count}` : "";
  const what =
    rest.length === 0 ? "An accepted finding is gone" : `${left.length} accepted findings are gone, the first here`;
  const message = `${what} (${first.fact}${part}): run \`secctx baseline --prune\` to take ${rest.length === 0 ? "it" : "them"} out.`;
  return [{ severity: "note", file: first.file, line: first.line, message }];
}

/** The places where entries of the baseline were used, of all shards. */
export function joinPlaces(used: Pending["used"]): ReadonlyMap<number, ReadonlySet<string>> {
  const joined = new Map<number, Set<string>>();
  for (const { entry, places } of used) {
    const all = joined.get(entry) ?? new Set();
    for (const place of places) all.add(place);
    joined.set(entry, all);
  }
  return joined;
}
