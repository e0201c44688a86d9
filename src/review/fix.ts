import type { Policy } from "../policy/index.ts";
import { type Rule, rules } from "../rules/index.ts";
import {
  applyPatches,
  type Document,
  excessFor,
  type Patch,
  type PatchRefusal,
  type Path,
  type Problem,
  type Source,
  withFullReader,
} from "../yaml/index.ts";
import { problemAtStart, readManifest } from "./documents.ts";
import type { Finding } from "./finding.ts";
import { type DocumentFindings, findingsIn } from "./findings.ts";
import type { Omission } from "./omissions.ts";
import { findSubjects, keyOf } from "./subjects.ts";

/** What fixing made of a file. */
export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly text: string;
  /** Findings whose fix is in `text`, in the order in which the fixes went in. */
  readonly applied: readonly Finding[];
  /** Findings that stay, each with the reason. */
  readonly declined: readonly DeclinedFinding[];
  /** Findings on what was rendered that nobody asked for; those of other files are among `declined`. */
  readonly unwanted?: readonly Finding[];
  /** What could not be read; a file with an error among them keeps its text. */
  readonly problems: readonly Problem[];
  /** Why it was passed over; it keeps its text then. */
  readonly omission: Omission | undefined;
}

/** A finding that stays, and why. */
export interface DeclinedFinding {
  /** On the lines of the fixed text. */
  readonly finding: Finding;
  readonly reason: string;
  /** Its line before the file was fixed, and the reason with the lines of that text; `null` for what a fix uncovered. */
  readonly before: { readonly line: number; readonly reason: string } | null;
}

/** Which fixes are wanted: all of them, unless the caller chooses. */
export type Choice = (finding: Finding) => boolean;

/**
 * The file with every wanted fix in it. Pure. Each patch is one splice, and the text is read again before the next. What one fix uncovers is fixed too, so
 * that fixing twice is fixing once. A fix that does not end its finding, or brings a worse one, is left out.
 */
export function fix(source: Source, policy: Policy, isWanted: Choice = () => true): Promise<FixedFile> {
  return withFullReader(() => fixManifest(source, policy, isWanted));
}

function fixManifest(source: Source, policy: Policy, isWanted: Choice): FixedFile {
  const { file, text: before } = source;
  const { documents, problems: unread, omission } = readManifest(source, policy);
  const states = documents.map((document) => ({ document, ...findInFixOrder(document, policy) }));
  const excesses = states.flatMap(({ document, excess }) =>
    excess === undefined ? [] : problemAtStart(document, excess),
  );
  const problems = [...unread, ...excesses];
  const isReadable = !omission && !problems.some(({ severity }) => severity === "error");
  const done: FixedDocument[] = [];
  let text = before;
  // From the last document to the first, so that what stands before a change keeps its place.
  for (const { document, findings } of isReadable ? states.toReversed() : []) {
    const each = fixDocument({ document: { ...document, text }, findings }, policy, isWanted);
    text = each.document.text;
    done.unshift(each);
  }
  const applied = done.flatMap((each) => each.applied);
  const declined = placeDeclined({ ...source, text }, done, policy);
  return { file, before, text, applied, declined, problems, omission };
}

/** The findings that stay, on the lines of the text as it is now: what was fixed in a document above moves those of the documents below. */
function placeDeclined(source: Source, done: readonly FixedDocument[], policy: Policy): DeclinedFinding[] {
  const firstChanged = done.findIndex(({ applied }) => applied.length > 0);
  if (firstChanged === -1 || firstChanged === done.length - 1) return done.flatMap(({ declined }) => declined);
  const { documents } = readManifest(source, policy);
  return done.flatMap(({ document: { index }, declined }, position) => {
    const document = documents.find((each) => each.index === index);
    if (!document || position <= firstChanged || declined.length === 0) return declined;
    const { findings } = findInFixOrder(document, policy);
    return declined.map((each, place) => ({ ...each, finding: findings[place] ?? each.finding }));
  });
}

interface FixedDocument {
  readonly document: Document;
  readonly applied: readonly Finding[];
  readonly declined: readonly DeclinedFinding[];
}

/**
 * Fixes in passes until no fix is left: each pass sees what the one before uncovered. What is written and wrong comes first, then what is missing, so that
 * the missing keys are added in one place and in the order of the rules. A pass makes all fixes that do not touch each other at once, and the first alone
 * where that fails.
 */
function fixDocument(start: FixState, policy: Policy, isWanted: Choice): FixedDocument {
  const findingsBefore = new Map(start.findings.map((finding) => [finding.fingerprint, finding]));
  const refused = new Map<string, string>();
  let budget = policy.limits.fixCharacters;
  const done = new Set<string>();
  const applied: Finding[] = [];
  let state = start;
  const isOpen = (finding: Finding) =>
    finding.fix &&
    !finding.ignored &&
    isWanted(finding) &&
    !refused.has(finding.fingerprint) &&
    !done.has(finding.fingerprint);
  for (let open = state.findings.filter(isOpen); open.length > 0; open = state.findings.filter(isOpen)) {
    const misset = open.filter(({ origin }) => origin !== "default");
    const batch = fitBudget(state, pickIndependent(misset.length > 0 ? misset : open), budget);
    if (batch.length === 0) {
      for (const { fingerprint } of open) refused.set(fingerprint, tooMuch);
      break;
    }
    const together = applyFixes(state, batch, policy);
    const fallsBack = "declined" in together && batch.length > 1;
    const taken = fallsBack ? batch.slice(0, 1) : batch;
    const next = fallsBack ? applyFixes(state, taken, policy) : together;
    budget -= passWork(state, batch) + (fallsBack ? passWork(state, taken) : 0);
    if ("declined" in next) {
      for (const { fingerprint } of taken) refused.set(fingerprint, next.declined);
      continue;
    }
    // A fix is made once, even if a later one brings its finding back. What was refused may be possible now.
    const left = new Set(next.findings.map(({ fingerprint }) => fingerprint));
    for (const { fingerprint } of taken) if (!left.has(fingerprint)) done.add(fingerprint);
    refused.clear();
    for (const finding of taken) applied.push(finding);
    state = next;
  }
  const declined = state.findings.map((finding) => {
    const reason = refused.get(finding.fingerprint) ?? whyUnfixed(finding);
    const was = findingsBefore.get(finding.fingerprint);
    return {
      finding,
      reason,
      before: was ? { line: was.location.start.line, reason: reasonBefore(whyUnfixed(was), reason) } : null,
    };
  });
  return { document: state.document, applied, declined };
}

const tooMuch =
  "there is too much to fix in this document at once (limits.fixCharacters): fix again, and it goes on, or split the document";

/** The first fixes that the budget is enough for. */
function fitBudget(state: FixState, fixes: readonly Finding[], budget: number): readonly Finding[] {
  let count = fixes.length;
  while (count > 0 && passWork(state, fixes.slice(0, count)) > budget) count >>= 1;
  return fixes.slice(0, count);
}

function passWork({ document: { range }, findings }: FixState, fixes: readonly Finding[]): number {
  return workOf(range.end - range.start, findings.length, fixes);
}

/** What making fixes costs at most, in characters read: each patch reads the document again, and so does the review after them, where a finding costs as much as some hundred characters. */
export function workOf(length: number, findings: number, fixes: readonly Finding[]): number {
  const patches = fixes.reduce((sum, { fix: offered }) => sum + (offered?.patches.length ?? 0), 0);
  return (patches + 1) * length + 400 * findings;
}

/** A document with one finding's fix in it, proven, or why not; `findings` are all that the document has before. */
export function tryFix(
  document: Document,
  finding: Finding,
  findings: readonly Finding[],
  policy: Policy,
): FixState | PatchRefusal {
  return applyFixes({ document, findings }, [finding], policy);
}

/** A document's findings, in the order in which their fixes are made. */
function findInFixOrder(document: Document, policy: Policy): DocumentFindings {
  const { findings, ...rest } = findingsIn(document, findSubjects(document, policy), { policy, uses: new Map() });
  return { findings: findings.toSorted((a, b) => rules.indexOf(a.rule) - rules.indexOf(b.rule)), ...rest };
}

/**
 * Findings whose fixes do not touch each other: no two have a patch at, above or below the same place, in a list that loses an item, or in text that
 * several places read.
 */
function pickIndependent(findings: readonly Finding[]): Finding[] {
  const taken = new Set<string>();
  const above = new Set<string>();
  const isFree = (path: Path) => !above.has(keyOf(path)) && !prefixKeys(path).some((root) => taken.has(root));
  return findings.filter(({ fix: offered }) => {
    const patches = offered?.patches ?? [];
    if (!patches.every(({ path }) => isFree(path))) return false;
    for (const place of patches.filter(({ op, also }) => op !== "append" || also).map(placeTakenBy)) {
      taken.add(keyOf(place));
      for (const root of prefixKeys(place)) above.add(root);
    }
    return true;
  });
}

/** The keys of a path and of all that it goes through. */
function prefixKeys(path: Path): string[] {
  return [...path, ""].map((_, depth) => keyOf(path.slice(0, depth)));
}

/** What no other patch may touch: the place that a patch writes, or the list that it takes an item from. */
function placeTakenBy({ op, path }: Patch): Path {
  return op === "remove" && typeof path.at(-1) === "number" ? path.slice(0, -1) : path;
}

interface FixState {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

/** The document with some fixes in it, proven: their findings are gone, and nothing new is wrong under every policy. */
function applyFixes(
  { document, findings: before }: FixState,
  fixed: readonly Finding[],
  policy: Policy,
): FixState | PatchRefusal {
  const changed = applyPatches(
    document,
    fixed.flatMap(({ fix: offered }) => offered?.patches ?? []),
  );
  if ("declined" in changed) return changed;
  const { start, end } = changed.range;
  if (excessFor("documentCharacters", end - start, policy.limits))
    return { declined: "the document would become too long (limits.documentCharacters)" };
  const { findings } = findInFixOrder(changed, policy);
  const count = (all: readonly Finding[], rule: Rule) => all.filter((finding) => finding.rule === rule).length;
  const ends = (rule: Rule) => count(findings, rule) <= count(before, rule) - count(fixed, rule);
  if (!fixed.every(({ rule }) => ends(rule))) return { declined: "the fix would not end the finding" };
  const known = new Set(before.flatMap(({ fingerprint, rule, path }) => [fingerprint, `${rule.id} ${path.join("/")}`]));
  const isKnown = ({ fingerprint, rule, path }: Finding) =>
    known.has(fingerprint) || known.has(`${rule.id} ${path.join("/")}`);
  // A fix may bring what a rule only warns of: the next pass sees it.
  const worse = findings.find((other) => other.level === "privileged" && !other.rule.mode && !isKnown(other));
  return worse
    ? { declined: `the fix would bring another finding (${worse.rule.id})` }
    : { document: changed, findings };
}

/** The reason why a finding stays, with the lines that it names in the text before; `own` is what was said of it there. */
export function reasonBefore(own: string, reason: string): string {
  const withoutLines = (text: string) => text.replace(/line \d+/g, "line");
  return withoutLines(own) === withoutLines(reason) ? own : reason;
}

/** Why a finding stays that no fix was tried for. */
function whyUnfixed({ fix: offered, declined, ignored }: Finding): string {
  if (ignored) return `ignored: ${ignored.reason}`;
  if (!offered) return declined ?? "there is no fix that needs no decision of yours";
  return offered.safety === "review" ? `not asked for: it ${offered.risk}` : "not asked for";
}
