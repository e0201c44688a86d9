import {
  type Accepted,
  type FactIndex,
  factsAbout,
  indexFacts,
  isNoWorse,
  isSameFact,
  type Occurrence,
} from "../policy/index.ts";
import type { Rule } from "../rules/index.ts";

/** What was found of what the baseline accepts: for each of its entries by the places, which are no more than it counts. */
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
