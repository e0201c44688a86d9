import { findingsIn } from "./findings.ts";
import { manifestOf } from "./review.ts";
import { rules } from "./rules/index.ts";
import type { Document, Finding, Policy, Problem, Source } from "./types.ts";
import { applyPatch, type Refusal, reading } from "./yaml/index.ts";

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
  const { documents, problems } = manifestOf({ file, text: before, ...source });
  const isReadable = !problems.some(({ severity }) => severity === "error");
  const done: FixedDocument[] = [];
  let text = before;
  // From the last document to the first: what stands before a change keeps its place.
  for (const document of isReadable ? documents.toReversed() : []) {
    const each = fixDocument({ ...document, text }, policy, isWanted);
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

/** One fix after the other, in the order of the rules; what one uncovers, the next sees. */
function fixDocument(start: Document, policy: Policy, isWanted: Choice): FixedDocument {
  const refused = new Map<string, string>();
  const done = new Set<string>();
  const applied: Finding[] = [];
  let document = start;
  let findings = judge(document, policy);
  const isOpen = ({ fingerprint }: Finding) => !refused.has(fingerprint) && !done.has(fingerprint);
  const next = () => findings.find((finding) => finding.fix && isWanted(finding) && isOpen(finding));
  for (let finding = next(); finding; finding = next()) {
    const step = tryFix(document, finding, findings, policy);
    if ("declined" in step) {
      refused.set(finding.fingerprint, step.declined);
      continue;
    }
    // What is done is not done again, should a later fix bring it back; what was refused may be possible now.
    if (step.findings.every(({ fingerprint }) => fingerprint !== finding.fingerprint)) done.add(finding.fingerprint);
    refused.clear();
    applied.push(finding);
    ({ document, findings } = step);
  }
  const declined = findings.map((finding) => ({
    finding,
    reason: refused.get(finding.fingerprint) ?? reasonFor(finding),
  }));
  return { document, applied, declined };
}

/** A document's findings, in the order in which their fixes go in. */
function judge(document: Document, policy: Policy): readonly Finding[] {
  const { findings } = findingsIn(document, policy, null);
  return findings.toSorted((a, b) => rules.indexOf(a.rule) - rules.indexOf(b.rule));
}

interface Step {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

/** The document with one fix, proven: the finding is gone, and nothing came that is wrong under any policy. */
function tryFix(document: Document, finding: Finding, before: readonly Finding[], policy: Policy): Step | Refusal {
  let changed = document;
  for (const patch of finding.fix?.patches ?? []) {
    const next = applyPatch(changed, patch);
    if ("declined" in next) return next;
    changed = next;
  }
  const findings = judge(changed, policy);
  const ofRule = (all: readonly Finding[]) => all.filter(({ rule }) => rule === finding.rule).length;
  if (ofRule(findings) >= ofRule(before)) return { declined: "the fix would not end the finding" };
  const known = new Set(before.flatMap(({ fingerprint, rule, path }) => [fingerprint, `${rule.id} ${path.join("/")}`]));
  const isKnown = ({ fingerprint, rule, path }: Finding) =>
    known.has(fingerprint) || known.has(`${rule.id} ${path.join("/")}`);
  // What a rule only warns of may come of a fix: the next run says so.
  const worse = findings.find((other) => other.level === "privileged" && !other.rule.mode && !isKnown(other));
  return worse
    ? { declined: `the fix would bring another finding (${worse.rule.id})` }
    : { document: changed, findings };
}

function reasonFor({ fix: offered, declined }: Finding): string {
  if (!offered) return declined ?? "there is no fix that needs no decision of yours";
  return offered.safety === "review" ? `not asked for: it ${offered.risk}` : "not asked for";
}
