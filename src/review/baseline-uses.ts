import {
  type Accepted,
  type FactIndex,
  factsAbout,
  factText,
  fromFolder,
  indexFacts,
  isNoWorse,
  isSameFact,
  type Occurrence,
  type Policy,
} from "../policy/index.ts";
import type { Rule } from "../rules/index.ts";
import type { Problem, Rendering } from "../yaml/index.ts";
import type { AcceptedUse, Gone, Pending } from "./result.ts";

/** Where each entry of the baseline was used, by place (`placeOf`): in no more places than it counts. */
export type BaselineUses = Map<Accepted, Map<string, Occurrence>>;

/** Something found that nothing else ignores, and the rule that says it. */
export interface OpenOccurrence extends Occurrence {
  readonly rule: Pick<Rule, "coveredBy">;
}

/**
 * Finds what the baseline accepts of all that is found on one subject, and counts it as used. The very same fact comes first, then the entry that goes just
 * as far as needed, last one of the rule that spoke in this rule's place. `entries` are those for the subject's workload.
 */
export function acceptFound<F extends OpenOccurrence>(
  found: readonly F[],
  entries: readonly Accepted[],
  uses: BaselineUses,
): Map<F, Accepted> {
  const accepted = new Map<F, Accepted>();
  if (entries.length === 0) return accepted;
  const index = indexFacts(entries);
  const ownFiles = new Set(entries.map(({ file }) => file));
  const steps = [findSame, findTightest, findCovering];
  for (const find of steps)
    for (const each of found) {
      if (accepted.has(each)) continue;
      const entry = find(
        each,
        index,
        (candidate) => isFor(candidate, each, ownFiles) && hasRoom(candidate, each, uses),
      );
      if (!entry) continue;
      accepted.set(each, entry);
      const places = uses.get(entry) ?? new Map<string, Occurrence>();
      uses.set(entry, places.set(placeOf(each), each));
    }
  return accepted;
}

type Find = (
  found: OpenOccurrence,
  index: FactIndex<Accepted>,
  isOpen: (entry: Accepted) => boolean,
) => Accepted | undefined;

const findSame: Find = ({ fact }, index, isOpen) =>
  factsAbout(fact, index).find((entry) => isSameFact(entry, fact) && isOpen(entry));

const findTightest: Find = ({ fact }, index, isOpen) => {
  const wide = factsAbout(fact, index).filter((entry) => isNoWorse(fact, entry) && isOpen(entry));
  return wide.length === 0 ? undefined : wide.reduce((best, each) => (isNoWorse(each, best) ? each : best));
};

const findCovering: Find = ({ fact: { container }, rule: { coveredBy } }, index, isOpen) =>
  coveredBy === undefined ? undefined : factsAbout({ rule: coveredBy, container }, index).find(isOpen);

/** Whether an entry is for the file: its own, or what its own became, which no file with entries of its own can be. */
function isFor({ file, gone }: Accepted, found: Occurrence, ownFiles: ReadonlySet<string | null>): boolean {
  if (file === null || file === found.file) return true;
  return gone !== undefined && !gone.notIn.includes(found.file) && !ownFiles.has(found.file);
}

function hasRoom(entry: Accepted, found: Occurrence, uses: BaselineUses): boolean {
  const places = uses.get(entry);
  return !places || places.size < entry.count || places.has(placeOf(found));
}

/** Names a place in the repository. */
export function placeOf({ file, place }: Occurrence): string {
  return `${file}:${place}`;
}

/** What held a workload: a file, or those that it was rendered of. */
export type Holder = string | NonNullable<Rendering["parts"]>;

/** What became of each entry of the baseline. `workloads` are those that were reviewed, by `workloadKey`, with what held them. */
export function listUses(
  { baseline, folder }: Policy,
  uses: BaselineUses,
  workloads: ReadonlyMap<string, readonly Holder[]>,
): AcceptedUse[] {
  return [...baseline].flatMap(([workload, entries]) => {
    const holders = workloads.get(workload) ?? [];
    const parts = holders.flatMap((holder) => (typeof holder === "string" ? holder : [...holder.keys()]));
    const files = new Set(parts.map((file) => fromFolder(folder, file)));
    return entries.map((entry) => ({
      workload,
      entry,
      found: [...(uses.get(entry)?.values() ?? [])],
      isJudged: files.size > 0 && (entry.gone !== undefined || entry.file === null || files.has(entry.file)),
    }));
  });
}

/** For the judged entries: where each was used, and which were found less often than they count. */
export function splitUses(accepted: readonly AcceptedUse[]): Pick<Pending, "used" | "gone"> {
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
