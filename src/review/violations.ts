import type { Container } from "../pod/index.ts";
import type { Policy } from "../policy/index.ts";
import { checkPod, type Rule, rules, type Violation } from "../rules/index.ts";
import {
  type Document,
  excessFor,
  lineAt,
  type Patch,
  type Path,
  pointAt,
  type Range,
  readAt,
  sourcePlaceOf,
} from "../yaml/index.ts";
import { type Counterpart, moveToPod } from "./only-new.ts";
import { isPod, keyOf, type Subject } from "./subjects.ts";

/** A violation in its place: what a rule says of one piece of text, for all the containers that it affects. One root cause is one of these. */
export interface PlacedViolation extends Violation {
  readonly rule: Rule;
  readonly subject: Subject;
  /** The text that is wrong. */
  readonly range: Range;
  /** Where containers read that text, or the pod does (`undefined`), if an alias or a merge key brings it there. */
  readonly readAt: ReadonlyMap<Container | undefined, Range>;
  /** The message, with `everyone` where the containers' names belong. */
  readonly text: string;
  /** The same about some of the containers. */
  readonly tell: (containers: readonly Container[]) => string;
  /** The patches that the rule's fixes want, by their places (`keyOf`); empty where no text is read at two places. */
  readonly wanted: ReadonlyMap<string, readonly Patch[]>;
}

/** Stands in a message for the containers: their names are known once like violations are merged. */
export const everyone = "\0everyone\0";

/** What the rules say of a pod or a Namespace, in the order of the rules. `before` is the same subject at the base, if it was there. */
export function findViolations(subject: Subject, policy: Policy, before?: Counterpart): PlacedViolation[] {
  const found: PlacedViolation[] = [];
  for (const rule of rules) {
    const violations = runRule(rule, subject, policy);
    if (violations.length === 0) continue;
    const wanted = subject.document.aliases.length > 0 ? patchesByPlace(violations) : nothingWanted;
    const moved = before && isPod(subject) ? violations.map((each) => moveToPod(each, subject, before)) : violations;
    for (const each of mergeLike(moved.map((violation) => place(violation, rule, subject, wanted)))) found.push(each);
  }
  return found;
}

function runRule(rule: Rule, subject: Subject, policy: Policy): Violation[] {
  if (policy.rules[rule.id] === "off") return [];
  if (!isPod(subject)) return [...(rule.checkNamespace?.(subject) ?? [])];
  const { kubernetesVersion: version, enforce: enforced, fix } = policy;
  const violations = [...checkPod(rule, subject, { version, enforced, fix })];
  // A fragment leaves out what the whole has: only what it writes counts.
  return subject.isFragment ? violations.filter(({ origin }) => origin !== "default") : violations;
}

function place(violation: Violation, rule: Rule, subject: Subject, wanted: PlacedViolation["wanted"]): PlacedViolation {
  const { document } = subject;
  const range = pointAt(document, violation.at);
  const line = (path: Path) => nameLine(document, path, violation.at, range);
  const tell = (containers: readonly Container[]) => violation.message({ who: everyone, containers, line });
  const text = tell(violation.containers);
  return { ...violation, rule, subject, range, readAt: findReaders(violation, document, range), text, tell, wanted };
}

/** Names the line of a path; with its file, where what is spoken of stands in another one. */
function nameLine(document: Document, path: Path, at: Path, range: Range): string {
  if (!document.rendering) return `line ${lineAt(document, pointAt(document, path).start)}`;
  const { file, start } = sourcePlaceOf(document, path).location;
  return sourcePlaceOf(document, at, range).location.file === file
    ? `line ${start.line}`
    : `${file}, line ${start.line}`;
}

function findReaders({ at, containers }: Violation, document: Document, range: Range): PlacedViolation["readAt"] {
  const place = document.aliases.length > 0 ? readAt(document, at) : range;
  if (place.start === range.start) return nowhere;
  return new Map((containers.length > 0 ? containers : [undefined]).map((container) => [container, place]));
}

const nowhere: PlacedViolation["readAt"] = new Map();

/** Violations of one rule that say the same of the same text become one, with the containers of all. */
function mergeLike(violations: readonly PlacedViolation[]): readonly PlacedViolation[] {
  if (violations.length < 2) return violations;
  const merged = new Map<
    string,
    {
      readonly first: PlacedViolation;
      readonly containers: Set<Container>;
      readonly readAt: Map<Container | undefined, Range>;
    }
  >();
  for (const violation of violations) {
    const { range, level, text, containers, extent } = violation;
    // Each container may have the line of its own that makes it so.
    const reach = extent?.(containers[0]).join(" ") ?? "";
    const key = `${range.start} ${range.end} ${level} ${reach} ${text.replace(/line \d+/g, "line")}`;
    const like = merged.get(key) ?? { first: violation, containers: new Set(), readAt: new Map() };
    for (const container of containers) like.containers.add(container);
    for (const [container, place] of violation.readAt) like.readAt.set(container, place);
    merged.set(key, like);
  }
  return [...merged.values()].map(({ first, containers, readAt }) => ({
    ...first,
    containers: [...containers],
    readAt,
  }));
}

const nothingWanted: PlacedViolation["wanted"] = new Map();

function patchesByPlace(violations: readonly Violation[]): PlacedViolation["wanted"] {
  const patches = violations.flatMap(({ fix }) => (fix && "patches" in fix ? fix.patches : []));
  const byPlace = new Map<string, Patch[]>(patches.map(({ path }) => [keyOf(path), []]));
  for (const patch of patches) byPlace.get(keyOf(patch.path))?.push(patch);
  return byPlace;
}

/**
 * Why a document would have more findings than its limit allows, each counted for every container that it affects; `undefined` where it would not. Counted
 * before any finding is made, and only where the text is long enough for too many.
 */
export function excessOfFindings(
  { range }: Document,
  subjects: readonly Subject[],
  policy: Policy,
): string | undefined {
  const sizes = subjects.map((subject) => (isPod(subject) ? subject.containers.length : 1));
  const largest = sizes.reduce((a, b) => Math.max(a, b), 1);
  if ((range.end - range.start) * largest <= policy.limits.findingsPerDocument) return undefined;
  let count = 0;
  for (const subject of subjects)
    for (const rule of rules)
      for (const { containers } of runRule(rule, subject, policy)) count += Math.max(1, containers.length);
  return excessFor("findingsPerDocument", count, policy.limits);
}
