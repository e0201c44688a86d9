import { modes } from "../../pod/index.ts";
import type { Policy } from "../../policy/index.ts";
import { diffLines, type LineChange } from "../../report/diff.ts";
import { readManifest } from "../../review/documents.ts";
import type { Finding } from "../../review/finding.ts";
import { fix } from "../../review/fix.ts";
import { review } from "../../review/review.ts";
import { type Source, sameValue, withFullReader } from "../../yaml/index.ts";
import { type FileContext, type Hunk, isCommentable } from "./hunks.ts";
import { listOtherPlaces } from "./insertions.ts";
import { anchor, applyChanges, byLine, isShowable, mergeChanges, overlap, splitByLine } from "./line-changes.ts";
import { findTargets, type Target } from "./targets.ts";

/** A change that a reviewer applies with one click: `lines` replace the lines from `start` to `end` (counted from 1, `end` exclusive). */
export interface Suggestion extends LineChange {
  readonly file: string;
  /** The name of what it hardens: a container, or a pod apart from its containers; several are listed. */
  readonly target: string;
  readonly spansTargets: boolean;
  /** The findings that it ends. */
  readonly findings: readonly Finding[];
}

/** A file's fixes as its pull request can hold them. */
export interface Offer {
  readonly source: Source;
  readonly suggestions: readonly Suggestion[];
  /** The changes that no suggestion can hold. */
  readonly rest: readonly LineChange[];
}

/** The findings of a file that are to be fixed, and those that are not. */
export interface FileChoice {
  readonly wanted: readonly Finding[];
  readonly unwanted: readonly Finding[];
}

/**
 * Offers the wanted fixes of a file as suggestions, one for each run of changed lines of a container or pod that lies in the diff. Each is proven alone: applied to the
 * head's text it ends findings and brings none. Changes that need each other become one suggestion, or go into the rest.
 */
export async function offerFixes(
  source: Source,
  hunks: readonly Hunk[],
  policy: Policy,
  choice: FileChoice,
): Promise<Offer> {
  const isWanted = choiceByPlace(choice);
  const { text } = await fix(source, policy, (finding) => isWanted(finding, finding.document));
  if (text === source.text) return { source, suggestions: [], rest: [] };
  const result = await review([source], null, policy);
  const context = {
    source,
    lines: source.text.split("\n"),
    policy,
    isWanted,
    hunks,
    targets: findTargets(result),
    before: result.findings,
  };
  const changes: LineChange[] = [];
  for (const change of diffLines(source.text, text).flatMap(splitByLine))
    changes.push(await reachDiff(context, change));
  const suggestions: Suggestion[] = [];
  const rest: LineChange[] = [];
  for (const pod of new Set(changes.map((change) => targetOf(context, change).pod))) {
    const ofPod = changes.filter((change) => targetOf(context, change).pod === pod);
    const offer = await offerPodFixes(context, ofPod);
    suggestions.push(...offer.suggestions);
    rest.push(...offer.rest);
  }
  return { source, suggestions, rest: rest.sort(byLine) };
}

/** Whether a finding is to be fixed, by its place in the document with this number. A finding that a fix uncovers is. */
type IsWanted = (finding: Finding, document: number) => boolean;

/** A review without the base merges what is old and what is new of one place: places tell which findings are meant. */
function choiceByPlace({ wanted, unwanted }: FileChoice): IsWanted {
  const place = ({ rule, path }: Finding, document: number) => JSON.stringify([document, rule.id, path]);
  const [named, left] = [wanted, unwanted].map((all) => new Set(all.map((each) => place(each, each.document))));
  return (finding, document) => {
    const key = place(finding, document);
    return !finding.ignored && (named?.has(key) || !left?.has(key));
  };
}

/**
 * A change as it is, or inserted lines in another place of the same block, which the diff shows: a key that the change took from the top of a block would be
 * put at its end, far from any line that can have a comment.
 */
async function reachDiff(context: Context, change: LineChange): Promise<LineChange> {
  const { start, end } = anchor(context, change);
  if (change.end > change.start || isCommentable(context.hunks, start, end)) return change;
  const wanted = applyChanges(context.source.text, [change]);
  for (const other of listOtherPlaces(context, targetOf(context, change), change))
    if (await saysTheSame(context, wanted, applyChanges(context.source.text, [other]))) return other;
  return change;
}

/** Whether Kubernetes reads the same in two texts of a file. */
function saysTheSame({ source, policy }: Context, ...texts: readonly [string, string]): Promise<boolean> {
  return withFullReader(() => {
    const [one, other] = texts.map((text) => readManifest({ ...source, text }, policy).documents);
    return (
      one !== undefined &&
      one.length === other?.length &&
      one.every(({ value }, index) => sameValue(value, other[index]?.value))
    );
  });
}

interface Context extends FileContext {
  readonly source: Source;
  readonly policy: Policy;
  readonly isWanted: IsWanted;
  readonly targets: readonly Target[];
  /** The findings of the file as it is. */
  readonly before: readonly Finding[];
}

/** Offers the fixes of one pod. What fails alone is tried together; the rest must hold as a patch of its own. */
async function offerPodFixes(
  context: Context,
  changes: readonly LineChange[],
): Promise<Pick<Offer, "suggestions" | "rest">> {
  const groups = groupChanges(context, changes);
  const suggestions: Suggestion[] = [];
  const failed: LineChange[] = [];
  for (const group of groups) {
    const proven = await prove(context, group);
    if (proven) suggestions.push(proven);
    else failed.push(...group);
  }
  const together = failed.length > 1 ? await prove(context, failed) : undefined;
  const isFree = together && !suggestions.some((each) => overlap(each, together));
  if (isFree) suggestions.push(together);
  const grouped = new Set(groups.flat());
  const rest = changes.filter((change) => !grouped.has(change) || (!isFree && failed.includes(change)));
  if (rest.length === 0 || (await findEnded(context, rest))) return { suggestions, rest };
  return { suggestions: [], rest: changes };
}

/** Groups the changes that one suggestion can hold: they are about one target and lie in one hunk, with no deletion and no other target between them. */
function groupChanges(context: Context, changes: readonly LineChange[]): LineChange[][] {
  const { hunks, targets } = context;
  const place = (change: LineChange) => anchor(context, change);
  const belongs = (next: LineChange, first: LineChange, last: LineChange) => {
    const isSameTarget =
      targetOf(context, first) === targetOf(context, next) &&
      !targets.some(({ start }) => start > first.start && start < next.start);
    const isConnected = isSameTarget || overlap(place(last), place(next));
    return isConnected && isCommentable(hunks, place(first).start, place(next).end);
  };
  const groups: LineChange[][] = [];
  for (const change of changes) {
    if (!isCommentable(hunks, place(change).start, place(change).end)) continue;
    const group = groups.at(-1) ?? [];
    const [first, last] = [group[0], group.at(-1)];
    if (first && last && belongs(change, first, last)) group.push(change);
    else groups.push([change]);
  }
  return groups;
}

/** The smallest target that a change lies in. Inserted lines belong to the line before them. */
function targetOf({ targets }: Pick<Context, "targets">, { start, end }: LineChange): Target | typeof noTarget {
  const line = end > start ? start : start - 1;
  return targets.findLast((target) => line >= target.start && line < target.end) ?? noTarget;
}

/** Stands for what belongs to no pod, such as a Namespace. */
const noTarget = { name: "", pod: "", document: undefined, start: 0, end: 0 };

/** Makes one suggestion of changes, if GitHub takes it and it does what it promises. */
async function prove(context: Context, changes: readonly LineChange[]): Promise<Suggestion | undefined> {
  const { source } = context;
  const change = anchor(context, mergeChanges(context.lines, changes));
  if (!isShowable(context, change)) return undefined;
  const findings = await findEnded(context, [change]);
  const names = new Set(changes.map((each) => targetOf(context, each).name));
  const target = [...names].join(", ");
  return findings && { file: source.file, target, spansTargets: names.size > 1, ...change, findings };
}

/**
 * Finds the findings that changes to one pod end. `undefined` unless they end some, bring none, and are all that fixing these takes: a mount without its
 * volume is half a fix. Only the pod's document is reviewed: a file may hold hundreds.
 */
async function findEnded(context: Context, changes: readonly LineChange[]): Promise<Finding[] | undefined> {
  const { source, policy, isWanted, before } = context;
  const [first] = changes as [LineChange, ...LineChange[]];
  const { document } = targetOf(context, first);
  const { start, end } = document?.range ?? { start: 0, end: source.text.length };
  const changed = applyChanges(source.text, changes);
  const text = changed.slice(start, end + changed.length - source.text.length);
  const { findings, problems } = await review([{ ...source, text }], null, policy);
  const old = before.filter(({ location: { range } }) => range.start >= start && range.start < end);
  const includes = (all: readonly Finding[], one: Finding) =>
    all.some((other) => other.fingerprint === one.fingerprint || findingPlace(other) === findingPlace(one));
  const ended = old.filter((finding) => !includes(findings, finding));
  const isWorse =
    problems.some(({ severity }) => severity === "error") || findings.some((finding) => !includes(old, finding));
  if (ended.length === 0 || isWorse) return undefined;
  const staying = old.filter((finding) => !ended.includes(finding));
  // A fix may uncover a finding, such as the escalation behind a privileged container: it has to end that one too.
  const toFix = (finding: Finding) =>
    isWanted(finding, document?.index ?? finding.document) && !includes(staying, finding);
  const alone = await fix({ ...source, text: source.text.slice(start, end) }, policy, toFix);
  return alone.text === text || (await saysTheSame(context, alone.text, text)) ? ended : undefined;
}

function findingPlace({ rule, path }: Finding): string {
  return JSON.stringify([rule.id, path]);
}

/** Sorts suggestions by their most serious finding. */
export function bySeverity(a: Suggestion, b: Suggestion): number {
  const worst = ({ findings }: Suggestion) => Math.min(...findings.map(({ mode }) => modes.indexOf(mode)));
  return worst(a) - worst(b);
}
