import { modes } from "../../pod/index.ts";
import type { Policy } from "../../policy/index.ts";
import { diffLines, type LineChange } from "../../report/diff.ts";
import { isSafeToShow } from "../../report/escape.ts";
import type { Finding } from "../../review/finding.ts";
import { fix } from "../../review/fix.ts";
import { review } from "../../review/review.ts";
import type { Source } from "../../yaml/index.ts";
import { type Hunk, isCommentable } from "./hunks.ts";
import { type Part, partsOf } from "./targets.ts";

/** A change that a reviewer applies with one click: `lines` take the place of the lines from `start` to `end` (1-based, end exclusive). */
export interface Suggestion extends LineChange {
  readonly file: string;
  /** What it hardens: a container, or a pod apart from its containers. */
  readonly part: string;
  /** The findings that it ends. */
  readonly findings: readonly Finding[];
}

/** What a file's fixes come to in its pull request. */
export interface Offer {
  readonly source: Source;
  readonly suggestions: readonly Suggestion[];
  /** Fixes that no suggestion can hold. */
  readonly rest: readonly LineChange[];
}

/**
 * The fixes of a file as suggestions: one for each contiguous edit of a container or pod that stands in the diff. Each is proven alone: applied to the
 * head's text it ends findings and brings none. Edits that need each other go together, or into the rest.
 */
export async function offerFor(source: Source, hunks: readonly Hunk[], policy: Policy): Promise<Offer> {
  const { text } = await fix(source, policy, ({ ignored }) => !ignored);
  if (text === source.text) return { source, suggestions: [], rest: [] };
  const result = await review([source], null, policy);
  const context = {
    source,
    lines: source.text.split("\n"),
    policy,
    hunks,
    parts: partsOf(result),
    before: result.findings,
  };
  const changes = diffLines(source.text, text).flatMap(byLines);
  const suggestions: Suggestion[] = [];
  const rest: LineChange[] = [];
  for (const pod of new Set(changes.map((change) => partAt(context, change).pod))) {
    const ofPod = changes.filter((change) => partAt(context, change).pod === pod);
    const offer = await offerForPod(context, ofPod);
    suggestions.push(...offer.suggestions);
    rest.push(...offer.rest);
  }
  return { source, suggestions, rest: rest.sort(byLine) };
}

/** Line for line, where as many come as go: the change may have deleted something between two of them. */
function byLines({ start, end, lines }: LineChange): LineChange[] {
  if (lines.length !== end - start) return [{ start, end, lines }];
  return lines.map((line, index) => ({ start: start + index, end: start + index + 1, lines: [line] }));
}

interface Context {
  readonly source: Source;
  readonly lines: readonly string[];
  readonly policy: Policy;
  readonly hunks: readonly Hunk[];
  readonly parts: readonly Part[];
  readonly before: readonly Finding[];
}

/** The fixes of one pod: what can stand alone does, what can't is tried together, and what is left has to be a patch that stands alone too. */
async function offerForPod(
  context: Context,
  changes: readonly LineChange[],
): Promise<Pick<Offer, "suggestions" | "rest">> {
  const groups = runs(context, changes);
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
  if (rest.length === 0 || (await ends(context, rest))) return { suggestions, rest };
  return { suggestions: [], rest: changes };
}

/** Changes of one part that a single suggestion can hold: in one hunk, no deletion between them, and nothing of another part. */
function runs(context: Context, changes: readonly LineChange[]): LineChange[][] {
  const { hunks, parts } = context;
  const place = (change: LineChange) => anchored(context, change);
  const isOneRun = (first: LineChange, last: LineChange, next: LineChange) => {
    const [start, end] = [place(first).start, place(next).end];
    const isSamePart =
      partAt(context, first) === partAt(context, next) &&
      !parts.some((part) => part.start > first.start && part.start < next.start);
    return (isSamePart || overlap(place(last), place(next))) && isCommentable(hunks, start, end);
  };
  const found: LineChange[][] = [];
  for (const change of changes) {
    if (!isCommentable(hunks, place(change).start, place(change).end)) continue;
    const run = found.at(-1) ?? [];
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && isOneRun(first, last, change)) run.push(change);
    else found.push([change]);
  }
  return found;
}

/** The smallest part that a change lies in; what is inserted belongs to the line before it. */
function partAt({ parts }: Pick<Context, "parts">, { start, end }: LineChange): Part | typeof outside {
  const line = end > start ? start : start - 1;
  return parts.findLast((part) => line >= part.start && line < part.end) ?? outside;
}

/** What belongs to no pod, such as a Namespace. */
const outside = { name: "", pod: "", document: undefined, start: 0, end: 0 };

/** A suggestion replaces at least one line: a pure insertion takes one beside it along, of the diff if it can be. */
function anchored({ lines, hunks }: Context, { start, end, lines: inserted }: LineChange): LineChange {
  if (end > start) return { start, end, lines: inserted };
  const above = { start: start - 1, end, lines: [lines[start - 2] ?? "", ...inserted] };
  const below = { start, end: end + 1, lines: [...inserted, lines[start - 1] ?? ""] };
  const fits = (change: LineChange) => isCommentable(hunks, change.start, change.end);
  return start > 1 && (fits(above) || !fits(below)) ? above : below;
}

/** Several changes as one, with the lines between them as they are. */
function merged({ lines }: Context, changes: readonly LineChange[]): LineChange {
  const [first, ...others] = changes.toSorted(byLine) as [LineChange, ...LineChange[]];
  return others.reduce((all, next) => {
    const between = lines.slice(all.end - 1, next.start - 1);
    return { start: all.start, end: next.end, lines: [...all.lines, ...between, ...next.lines] };
  }, first);
}

/** A text with changes in it, as GitHub applies suggestions. */
export function applied(text: string, changes: readonly LineChange[]): string {
  const lines = text.split("\n");
  for (const { start, end, lines: replacement } of changes.toSorted(byLine).toReversed())
    lines.splice(start - 1, end - start, ...replacement);
  return lines.join("\n");
}

/** GitHub takes 65,536 characters of comment; what it says needs some of them. */
const longestContent = 50_000;

/** Changes as one suggestion, if GitHub takes it and it holds what it promises. */
async function prove(context: Context, changes: readonly LineChange[]): Promise<Suggestion | undefined> {
  const { source, lines, hunks } = context;
  const change = anchored(context, merged(context, changes));
  // A last line without an end would get one.
  const isInside = isCommentable(hunks, change.start, change.end) && change.end <= lines.length;
  const isShort = change.lines.join("\n").length <= longestContent;
  if (!isInside || !isShort || !change.lines.every(isSafeToShow)) return undefined;
  const findings = await ends(context, [change]);
  const parts = new Set(changes.map((each) => partAt(context, each).name));
  return findings && { file: source.file, part: [...parts].join(", "), ...change, findings };
}

/**
 * The findings that changes to one pod end, if they end any, bring none, and are all that fixing just these needs: a mount without its volume is half a fix.
 * Only the pod's document is judged: a file may hold hundreds.
 */
async function ends(context: Context, changes: readonly LineChange[]): Promise<Finding[] | undefined> {
  const { source, policy, before } = context;
  const [first] = changes as [LineChange, ...LineChange[]];
  const { start, end } = partAt(context, first).document ?? { start: 0, end: source.text.length };
  const changed = applied(source.text, changes);
  const text = changed.slice(start, end + changed.length - source.text.length);
  const { findings, problems } = await review([{ ...source, text }], null, policy);
  const was = before.filter(({ location: { range } }) => range.start >= start && range.start < end);
  const isIn = (all: readonly Finding[], one: Finding) =>
    all.some((other) => other.fingerprint === one.fingerprint || placeOf(other) === placeOf(one));
  const ended = was.filter((finding) => !isIn(findings, finding));
  const isWorse =
    problems.some(({ severity }) => severity === "error") || findings.some((finding) => !isIn(was, finding));
  if (ended.length === 0 || isWorse) return undefined;
  const staying = was.filter((finding) => !ended.includes(finding));
  // What one fix uncovers, such as the escalation behind a privileged container, is of these too.
  const isWanted = (finding: Finding) => !finding.ignored && !isIn(staying, finding);
  const alone = await fix({ ...source, text: source.text.slice(start, end) }, policy, isWanted);
  return alone.text === text ? ended : undefined;
}

function placeOf({ rule, path }: Finding): string {
  return JSON.stringify([rule.id, path]);
}

function overlap(a: LineChange, b: LineChange): boolean {
  return a.start < b.end && b.start < a.end;
}

function byLine(a: LineChange, b: LineChange): number {
  return a.start - b.start;
}

/** The most serious first. */
export function bySeverity(a: Suggestion, b: Suggestion): number {
  const worst = ({ findings }: Suggestion) => Math.min(...findings.map(({ mode }) => modes.indexOf(mode)));
  return worst(a) - worst(b);
}
