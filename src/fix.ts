import { findingsIn } from "./findings.ts";
import { manifestOf } from "./review.ts";
import { rules } from "./rules/index.ts";
import type { Document, Finding, Patch, Path, Policy, Problem, Source } from "./types.ts";
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

function fixed(source: Source, policy: Policy, isWanted: Choice): FixedFile {
  const { documents, problems } = manifestOf(source);
  const untouched: FixedFile = { file: source.file, before: source.text, text: source.text, applied: [], declined: [], problems };
  if (problems.some(({ severity }) => severity === "error")) return untouched;
  // From the last document to the first: what stands before a change keeps its place.
  return documents.toReversed().reduce((file, document) => {
    const { document: after, applied, declined } = fixDocument({ ...document, text: file.text }, policy, isWanted);
    return { ...file, text: after.text, applied: [...applied, ...file.applied], declined: [...declined, ...file.declined] };
  }, untouched);
}

interface FixedDocument {
  readonly document: Document;
  readonly applied: readonly Finding[];
  readonly declined: readonly DeclinedFinding[];
}

function fixDocument(start: Document, policy: Policy, isWanted: Choice): FixedDocument {
  const refused = new Map<string, string>();
  const applied: Finding[] = [];
  let document = start;
  let findings = judge(document, policy);
  for (let round = nextRound(findings, isWanted, refused); round.length > 0; round = nextRound(findings, isWanted, refused)) {
    for (const finding of round) {
      const changed = applyFix(document, finding, policy);
      if ("declined" in changed) refused.set(finding.fingerprint, changed.declined);
      else {
        applied.push(finding);
        document = changed;
      }
    }
    findings = judge(document, policy);
  }
  const declined = findings.map((finding) => ({ finding, reason: refused.get(finding.fingerprint) ?? reasonFor(finding) }));
  return { document, applied, declined };
}

function judge(document: Document, policy: Policy): readonly Finding[] {
  return findingsIn(document, policy, null).findings;
}

/** The fixes that can go in one after the other: none writes where another one of the round does. */
function nextRound(findings: readonly Finding[], isWanted: Choice, refused: ReadonlyMap<string, string>): Finding[] {
  const written: Patch[] = [];
  const open = findings.filter((finding) => finding.fix && !refused.has(finding.fingerprint) && isWanted(finding));
  return open.toSorted((a, b) => rules.indexOf(a.rule) - rules.indexOf(b.rule)).filter(({ fix: offered }) => {
    const patches = offered?.patches ?? [];
    if (patches.some((patch) => written.some((other) => collide(patch, other)))) return false;
    written.push(...patches);
    return true;
  });
}

/** Whether one patch writes into what the other writes; two items for one list don't get in each other's way. */
function collide(one: Patch, other: Patch): boolean {
  if (one.op === "append" && other.op === "append" && one.path.length === other.path.length) return false;
  const [short, long] = [touched(one), touched(other)].toSorted((a, b) => a.length - b.length) as [Path, Path];
  return short.every((step, index) => long[index] === step);
}

/** What a patch moves or writes: to remove an item moves the whole list. */
function touched({ op, path }: Patch): Path {
  return op === "remove" && typeof path.at(-1) === "number" ? path.slice(0, -1) : path;
}

/** The document with one finding's fix, proven: the finding is gone, and nothing that is wrong under any policy came. */
function applyFix(document: Document, finding: Finding, policy: Policy): Document | Refusal {
  let changed = document;
  for (const patch of finding.fix?.patches ?? []) {
    const next = applyPatch(changed, patch);
    if ("declined" in next) return next;
    changed = next;
  }
  const before = new Set(judge(document, policy).map(({ fingerprint }) => fingerprint));
  const after = judge(changed, policy);
  if (after.some(({ fingerprint }) => fingerprint === finding.fingerprint)) return { declined: "the fix would not end the finding" };
  const worse = after.find(({ fingerprint, level }) => level === "privileged" && !before.has(fingerprint));
  return worse ? { declined: `the fix would bring another finding (${worse.rule.id})` } : changed;
}

function reasonFor({ fix: offered, declined }: Finding): string {
  if (!offered) return declined ?? "there is no fix that needs no decision of yours";
  return offered.safety === "review" ? `not asked for: it ${offered.risk}` : "not asked for";
}
