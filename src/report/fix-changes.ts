import type { Policy } from "../policy/index.ts";
import { readManifest } from "../review/documents.ts";
import type { Finding } from "../review/finding.ts";
import { fix, tryFix, workOf } from "../review/fix.ts";
import { groupBy } from "../review/groups.ts";
import type { Result } from "../review/result.ts";
import { applyEdits } from "../review/source-edits.ts";
import type { ReviewedManifest } from "../review/stream.ts";
import { type Source, withFullReader } from "../yaml/index.ts";
import type { LineChange } from "./diff.ts";
import { compareModes } from "./order.ts";

/** What making all fixes of a file at once does. */
export interface FileFixes {
  /** Why a fix that is offered does not go in, by the finding's fingerprint. */
  readonly refusals: ReadonlyMap<string, string>;
  /** Findings that were not there before other fixes went in, with the fixes that end them. */
  readonly followUps: readonly Finding[];
  /** What changes, as the hunks of a diff, where the file is what something was rendered from. */
  readonly patch: string;
}

/** Makes all fixes of a file at once, which proves each beside the others. */
export async function makeAllFixes({ source, fixed, findings }: ReviewedManifest, policy: Policy): Promise<FileFixes> {
  if (fixed !== undefined) {
    const { formatChanges } = await import("./diff.ts");
    return { refusals: new Map(), followUps: [], patch: formatChanges(source.text, fixed) };
  }
  const { applied, declined } = await fix(source, policy);
  const known = new Set(findings.map(({ fingerprint }) => fingerprint));
  return {
    refusals: new Map(declined.map(({ finding, reason, before }) => [finding.fingerprint, before?.reason ?? reason])),
    followUps: applied.filter(({ fingerprint }) => !known.has(fingerprint)),
    patch: "",
  };
}

/** The most fixes that are tried for one report. GitHub shows as many results of a SARIF run. */
const mostFixes = 5000;

/** Chooses the findings whose fixes are worth a try, the most serious first. Each try reviews a document again, so the policy's limit of work for a file holds here too. */
export function chooseFixesToTry({ findings, policy }: Result, sources: readonly Source[]): Set<Finding> {
  const offered = findings.filter((finding) => finding.fix && !finding.ignored).toSorted(compareModes);
  const findingsByFile = groupBy(findings, getFile);
  const lengths = new Map(sources.map(({ file, text }) => [file, text.length]));
  const remainingWork = new Map<string, number>();
  const affordable = offered.filter((finding) => {
    const { file } = finding.location;
    const work = workOf(lengths.get(file) ?? 0, findingsByFile.get(file)?.length ?? 0, [finding]);
    const remaining = (remainingWork.get(file) ?? policy.limits.fixCharacters) - work;
    remainingWork.set(file, remaining);
    return remaining >= 0;
  });
  return new Set(affordable.slice(0, mostFixes));
}

/** What a fix changes in a file, by its lines. */
export interface FixedLines {
  readonly file: string;
  readonly changes: readonly LineChange[];
}

/** Tries each chosen finding's fix by itself and returns what it changes, in the finding's own file first. A fix that is declined is left out. */
export async function computeFixChanges(
  result: Result,
  sources: readonly Source[],
): Promise<Map<Finding, readonly FixedLines[]>> {
  const { diffLines } = await import("./diff.ts");
  const changes = new Map<Finding, readonly FixedLines[]>();
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  const { findings, policy } = result;
  const chosen = chooseFixesToTry(result, sources);
  for (const finding of chosen) {
    const { edits, location } = finding;
    if (!edits) continue;
    const byFile = [...groupBy(edits, ({ file }) => file)].toSorted(
      ([a], [b]) => Number(b === location.file) - Number(a === location.file),
    );
    const changed = byFile.map(([file, own]) => {
      const before = texts.get(file) ?? "";
      return { file, changes: shiftChanges(diffLines(before, applyEdits(before, own)), 0) };
    });
    changes.set(finding, changed);
  }
  const filesToFix = new Set([...chosen].filter(({ edits }) => !edits).map(getFile));
  const findingsByFile = groupBy(findings, getFile);
  for (const source of sources.filter(({ file }) => filesToFix.has(file))) {
    const findingsByDocument = groupBy(findingsByFile.get(source.file) ?? [], ({ document }) => document);
    const { documents } = await withFullReader(() => readManifest(source, policy));
    for (const document of documents) {
      const ofDocument = findingsByDocument.get(document.index) ?? [];
      const before = document.text.slice(document.range.start, document.range.end);
      const linesAbove = document.text.slice(0, document.range.start).split("\n").length - 1;
      for (const finding of ofDocument.filter((each) => chosen.has(each) && !each.edits)) {
        const step = await withFullReader(() => tryFix(document, finding, ofDocument, policy));
        if ("declined" in step) continue;
        const { text, range } = step.document;
        const own = shiftChanges(diffLines(before, text.slice(range.start, range.end)), linesAbove);
        changes.set(finding, [{ file: source.file, changes: own }]);
      }
    }
  }
  return changes;
}

function getFile({ location }: Finding): string {
  return location.file;
}

/** Moves changes down by so many lines. */
function shiftChanges(changes: readonly LineChange[], by: number): LineChange[] {
  return changes.map(({ start, end, lines }) => ({
    start: start + by,
    end: end + by,
    // A part of a string keeps the whole string in memory, here a whole file for each fix: a copy does not.
    lines: structuredClone(lines),
  }));
}
