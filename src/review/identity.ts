import { type Container, findContainer, parseGroup, type Workload } from "../pod/index.ts";
import { type Fact, type FactIndex, factsAbout, fromFolder, type Occurrence, workloadKey } from "../policy/index.ts";
import type { Rule } from "../rules/index.ts";
import { type Path, sourcePlaceOf, startsWith, type Value, valueAt } from "../yaml/index.ts";
import { containerKey, isPod, keyOf, nameSteps, type Subject } from "./subjects.ts";
import type { PlacedViolation } from "./violations.ts";

/** What a violation says of one of its containers, or of the pod, and where. `folder` leads from the root of the repository to the working directory. */
export function occurrenceOf(violation: PlacedViolation, container: Container | undefined, folder: string): Occurrence {
  const { subject, at: path, range } = violation;
  const { document, workload } = subject;
  const { location, isExact } = sourcePlaceOf(document, path, range);
  const { start } = location.range;
  return {
    workload: workloadKey(workload),
    fact: factOf(violation, container),
    file: fromFolder(folder, location.file),
    // A text that several aliases read counts for each; one line of a template or of values counts once, however many renderings show it.
    place: document.rendering && isExact ? String(start) : `${start} ${keyOf(path)}`,
  };
}

/** The containers that a violation is about; `undefined` stands for the pod. */
export function containersOf({ containers }: Pick<PlacedViolation, "containers">): readonly (Container | undefined)[] {
  return containers.length > 0 ? containers : [undefined];
}

/** What a violation says of one of its containers, or of the pod: free of lines, files and positions in lists. */
export function factOf(
  { rule, subject, at: place, level, extent }: PlacedViolation,
  container: Container | undefined,
): Fact {
  const root = subject.document.value;
  const written = valueAt(root, place);
  const depth = depthOfOwner(subject, place);
  // Where the extent says all of it, what a volume or a port is called says nothing.
  const names = extent ? place.slice(depth).filter((step) => typeof step === "string") : fieldNames(root, place, depth);
  return {
    rule: rule.id,
    level,
    container: container ? containerKey(container) : null,
    field: names.join("."),
    value: typeof written === "string" || typeof written === "number" ? written : null,
    extent: extent?.(container) ?? [],
  };
}

/** How many steps of a path lead to its owner, the container or the pod: what both can set is called the same. */
function depthOfOwner(subject: Subject, path: Path): number {
  if (!isPod(subject)) return subject.object.length;
  const owner = findContainer(subject, path);
  if (owner) return owner.path.length;
  return startsWith(path, subject.path) ? subject.path.length : subject.object.length;
}

/** The names on a path from some depth on; a list item without a name has none. */
function fieldNames(root: Value, path: Path, depth: number): string[] {
  return nameSteps(root, path)
    .slice(depth)
    .filter((step) => typeof step === "string");
}

/** The known fact, of those that count, of the rule that speaks in this rule's place. */
export function findCovering<F extends Fact>(
  { coveredBy }: Rule,
  { container }: Fact,
  known: FactIndex<F>,
  counts: (known: F) => boolean = () => true,
): F | undefined {
  return coveredBy === undefined ? undefined : factsAbout({ rule: coveredBy, container }, known).find(counts);
}

/** Sixteen hexadecimal digits for what a violation means for some of its containers: the same before and after a move. */
export function fingerprintOf(
  { rule, subject, at: place }: Pick<PlacedViolation, "rule" | "subject" | "at">,
  containers: readonly Container[],
  workload: Hash,
): string {
  const { document, object } = subject;
  const owner = containers.find(({ path }) => startsWith(place, path));
  const field = fieldNames(document.value, place, owner ? owner.path.length : object.length);
  // Of a block only its place counts: the finding is not about what stands in it.
  const written = valueAt(document.value, place);
  const value = typeof written === "object" ? null : written;
  const names = containers.length > 0 ? containers.map(({ name }) => name) : [null];
  const each = names.map((container) => fingerprint({ rule: rule.id, workload, container, field, value }));
  return each.length === 1 ? each.join() : hexadecimal(hash(each.toSorted().join()));
}

/** What a fingerprint is made of. */
export interface Meaning {
  readonly rule: string;
  /** The workload's hash (`hashWorkload`). */
  readonly workload: Hash;
  readonly container: string | null;
  /** The names that lead to the place. */
  readonly field: readonly string[];
  /** What is written there, if that is a scalar. */
  readonly value: Value | undefined;
}

/** Sixteen hexadecimal digits for a meaning. */
export function fingerprint({ rule, workload, container, field, value = null }: Meaning): string {
  return hexadecimal(hash(JSON.stringify([rule, container, value, ...field]), workload));
}

/**
 * What fingerprints of a workload's findings start with. Its API version does not count; the chart or overlay that it was rendered from does, because
 * several may bring workloads of one name.
 */
export function hashWorkload({ apiVersion, kind, namespace, name }: Workload, root?: string): Hash {
  return hash(JSON.stringify([parseGroup(apiVersion), kind, namespace, name, ...(root === undefined ? [] : [root])]));
}

/** 64 bits of cyrb53's construction (public domain): the core also runs where there is no crypto module. */
export interface Hash {
  readonly high: number;
  readonly low: number;
}

/** The hash of a text, or of more text. */
function hash(text: string, start: Hash = { high: 0xdeadbeef, low: 0x41c6ce57 }): Hash {
  let { high, low } = start;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  return { high, low };
}

function hexadecimal({ high, low }: Hash): string {
  return mix(high, low) + mix(low, high);
}

/** Eight hexadecimal digits. */
function mix(a: number, b: number): string {
  const half = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  return (half >>> 0).toString(16).padStart(8, "0");
}
