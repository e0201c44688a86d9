import type { Policy } from "../policy/index.ts";
import { type Rule, rules } from "../rules/index.ts";
import {
  applyPatches,
  type Document,
  excessFor,
  type Patch,
  type Path,
  type Problem,
  type Refusal,
  reading,
  type Source,
} from "../yaml/index.ts";
import { problemAtStart, readManifest } from "./documents.ts";
import type { Finding } from "./finding.ts";
import { type DocumentFindings, findingsIn } from "./findings.ts";
import { findSubjects } from "./subjects.ts";

/** What fixing made of a file. */
export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly text: string;
  /** Findings whose fix is in `text`, in the order in which the fixes went in. */
  readonly applied: readonly Finding[];
  /** Findings that stay, each with the reason. */
  readonly declined: readonly DeclinedFinding[];
  /** What could not be read; a file with an error among them keeps its text. */
  readonly problems: readonly Problem[];
}

export interface DeclinedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** Which fixes are wanted: all of them, unless the caller chooses. */
export type Choice = (finding: Finding) => boolean;

/**
 * The file with every wanted fix in it. Pure. A fix goes in by one splice a patch, the text read again in between; what one fix uncovers is fixed
 * too, so that fixing twice is fixing once. A fix that does not end its finding, or brings a worse one, is left out.
 */
export function fix(source: Source, policy: Policy, isWanted: Choice = () => true): Promise<FixedFile> {
  return reading(() => fixed(source, policy, isWanted));
}

function fixed({ file, text: before, ...source }: Source, policy: Policy, isWanted: Choice): FixedFile {
  const { documents, problems: unread } = readManifest({ file, text: before, ...source }, policy);
  const states = documents.map((document) => ({ document, ...judged(document, policy) }));
  // What has too many findings is not fixed either.
  const excesses = states.flatMap(({ document, excess }) =>
    excess === undefined ? [] : problemAtStart(document, excess),
  );
  const problems = [...unread, ...excesses];
  const isReadable = !problems.some(({ severity }) => severity === "error");
  const done: FixedDocument[] = [];
  let text = before;
  // From the last document to the first: what stands before a change keeps its place.
  for (const { document, findings } of isReadable ? states.toReversed() : []) {
    const each = fixDocument({ document: { ...document, text }, findings }, policy, isWanted);
    text = each.document.text;
    done.unshift(each);
  }
  const applied = done.flatMap((each) => each.applied);
  return { file, before, text, applied, declined: done.flatMap((each) => each.declined), problems };
}

interface FixedDocument {
  readonly document: Document;
  readonly applied: readonly Finding[];
  readonly declined: readonly DeclinedFinding[];
}

/**
 * Pass after pass, until no fix is left: what one pass uncovers, the next sees. What is written and wrong comes first, then what is missing, so that it
 * is added in one place and in the order of the rules. A pass takes all fixes that do not get in each other's way at once, and one at a time where that
 * can't be proven.
 */
function fixDocument(start: Step, policy: Policy, isWanted: Choice): FixedDocument {
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
    const written = open.filter(({ origin }) => origin !== "default");
    const batch = affordable(state, independent(written.length > 0 ? written : open), budget);
    if (batch.length === 0) {
      for (const { fingerprint } of open) refused.set(fingerprint, tooMuch);
      break;
    }
    const together = step(state, batch, policy);
    const isSplit = "declined" in together && batch.length > 1;
    const taken = isSplit ? batch.slice(0, 1) : batch;
    const next = isSplit ? step(state, taken, policy) : together;
    budget -= stepWork(state, batch) + (isSplit ? stepWork(state, taken) : 0);
    if ("declined" in next) {
      for (const { fingerprint } of taken) refused.set(fingerprint, next.declined);
      continue;
    }
    // What is done is not done again, should a later fix bring it back; what was refused may be possible now.
    const left = new Set(next.findings.map(({ fingerprint }) => fingerprint));
    for (const { fingerprint } of taken) if (!left.has(fingerprint)) done.add(fingerprint);
    refused.clear();
    applied.push(...taken);
    state = next;
  }
  const declined = state.findings.map((finding) => ({
    finding,
    reason: refused.get(finding.fingerprint) ?? reasonFor(finding),
  }));
  return { document: state.document, applied, declined };
}

const tooMuch =
  "there is too much to fix in this document at once (limits.fixCharacters): fix again, and it goes on, or split the document";

/** As many fixes as the work that is left is enough for. */
function affordable(state: Step, fixes: readonly Finding[], budget: number): readonly Finding[] {
  let count = fixes.length;
  while (count > 0 && stepWork(state, fixes.slice(0, count)) > budget) count >>= 1;
  return fixes.slice(0, count);
}

function stepWork({ document: { range }, findings }: Step, fixes: readonly Finding[]): number {
  return workOf(range.end - range.start, findings.length, fixes);
}

/** What a step costs at most, in characters: each patch may have the document read again, and so has the review, for which a finding is as much as some hundred. */
export function workOf(length: number, findings: number, fixes: readonly Finding[]): number {
  const patches = fixes.reduce((sum, { fix: offered }) => sum + (offered?.patches.length ?? 0), 0);
  return (patches + 1) * length + 400 * findings;
}

/** A document with one finding's fix, proven; `findings` are what is said of the document before. */
export function tryFix(
  document: Document,
  finding: Finding,
  findings: readonly Finding[],
  policy: Policy,
): Step | Refusal {
  return step({ document, findings }, [finding], policy);
}

/** A document's findings, in the order in which their fixes go in. */
function judged(document: Document, policy: Policy): DocumentFindings {
  const { findings, ...rest } = findingsIn(document, findSubjects(document, policy), policy);
  return { findings: findings.toSorted((a, b) => rules.indexOf(a.rule) - rules.indexOf(b.rule)), ...rest };
}

/**
 * The findings whose fixes stay out of each other's way: no other has a patch at, above or below the same place, in a list that loses an item, or in text
 * that several places read.
 */
function independent(findings: readonly Finding[]): Finding[] {
  const taken = new Set<string>();
  const above = new Set<string>();
  const isFree = (path: Path) => !above.has(keyOf(path)) && !rootsOf(path).some((root) => taken.has(root));
  return findings.filter(({ fix: offered }) => {
    const patches = offered?.patches ?? [];
    if (!patches.every(({ path }) => isFree(path))) return false;
    for (const place of patches.filter(({ op, also }) => op !== "append" || also).map(placeOf)) {
      taken.add(keyOf(place));
      for (const root of rootsOf(place)) above.add(root);
    }
    return true;
  });
}

/** A path, and all that it goes through. */
function rootsOf(path: Path): string[] {
  return [...path, ""].map((_, depth) => keyOf(path.slice(0, depth)));
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

/** What a patch makes its own: the place that it writes, or the list that it takes an item from. */
function placeOf({ op, path }: Patch): Path {
  return op === "remove" && typeof path.at(-1) === "number" ? path.slice(0, -1) : path;
}

interface Step {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

/** The document with some fixes, proven: their findings are gone, and nothing came that is wrong under any policy. */
function step({ document, findings: before }: Step, fixed: readonly Finding[], policy: Policy): Step | Refusal {
  const changed = applyPatches(
    document,
    fixed.flatMap(({ fix: offered }) => offered?.patches ?? []),
  );
  if ("declined" in changed) return changed;
  const { start, end } = changed.range;
  if (excessFor("documentCharacters", end - start, policy.limits))
    return { declined: "the document would become too long (limits.documentCharacters)" };
  const { findings } = judged(changed, policy);
  const count = (all: readonly Finding[], rule: Rule) => all.filter((finding) => finding.rule === rule).length;
  const ends = (rule: Rule) => count(findings, rule) <= count(before, rule) - count(fixed, rule);
  if (!fixed.every(({ rule }) => ends(rule))) return { declined: "the fix would not end the finding" };
  const known = new Set(before.flatMap(({ fingerprint, rule, path }) => [fingerprint, `${rule.id} ${path.join("/")}`]));
  const isKnown = ({ fingerprint, rule, path }: Finding) =>
    known.has(fingerprint) || known.has(`${rule.id} ${path.join("/")}`);
  // What a rule only warns of may come of a fix: the next pass sees it.
  const worse = findings.find((other) => other.level === "privileged" && !other.rule.mode && !isKnown(other));
  return worse
    ? { declined: `the fix would bring another finding (${worse.rule.id})` }
    : { document: changed, findings };
}

function reasonFor({ fix: offered, declined, ignored }: Finding): string {
  if (ignored) return `ignored: ${ignored.reason}`;
  if (!offered) return declined ?? "there is no fix that needs no decision of yours";
  return offered.safety === "review" ? `not asked for: it ${offered.risk}` : "not asked for";
}
