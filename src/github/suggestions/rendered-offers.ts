import { diffLines, type LineChange } from "../../report/diff.ts";
import { nameWorkload } from "../../report/words.ts";
import { carryOnly } from "../../review/carried-fixes.ts";
import type { Finding } from "../../review/finding.ts";
import type { CarryFixes } from "../../review/source-edits.ts";
import type { Source } from "../../yaml/index.ts";
import type { ReviewedChange } from "../review-change.ts";
import type { Hunk } from "./hunks.ts";
import { anchor, applyChanges, isShowable } from "./line-changes.ts";
import type { Offer, Suggestion } from "./offers.ts";

/** What the fixes of a rendering's files are tried with. */
export interface RenderedFixes extends Pick<ReviewedChange, "renderings" | "fixed"> {
  readonly findings: readonly Finding[];
  readonly carry: CarryFixes;
}

/**
 * Offers the fixes of a file that renderings were made of: a suggestion for each run of changed lines that lies in the diff and is all that some findings need.
 * Each is proven alone, by rendering the file with it; so is the rest.
 */
export async function offerRendered(source: Source, hunks: readonly Hunk[], fixes: RenderedFixes): Promise<Offer> {
  const changes = diffLines(source.text, fixes.fixed.get(source.file) ?? source.text);
  const lines = source.text.split("\n");
  const suggestions: Suggestion[] = [];
  const rest: LineChange[] = [];
  for (const change of changes) {
    const anchored = anchor({ lines, hunks }, change);
    const findings = isShowable({ lines, hunks }, anchored) ? await findEnding(source, change, fixes) : [];
    if (findings.length === 0) rest.push(change);
    else {
      const names = nameTargets(findings);
      const target = names.join(", ");
      suggestions.push({ file: source.file, target, spansTargets: names.length > 1, ...anchored, findings });
    }
  }
  if (suggestions.length === 0 || (await holdsAlone(source, rest, suggestions, fixes)))
    return { source, suggestions, rest };
  return { source, suggestions: [], rest: changes };
}

/** Whether what no suggestion holds is all that the other findings need. */
async function holdsAlone(
  source: Source,
  rest: readonly LineChange[],
  suggestions: readonly Suggestion[],
  { findings, renderings, carry }: RenderedFixes,
): Promise<boolean> {
  if (rest.length === 0) return true;
  const suggested = new Set(suggestions.flatMap((suggestion) => suggestion.findings));
  const others = findings.filter((finding) => !suggested.has(finding));
  const texts = await carryOnly(others, renderings, carry);
  return texts.get(source.file) === applyChanges(source.text, rest);
}

/** The findings that a change of one file ends. Empty unless it is all that they need, and rendering proves it alone. */
async function findEnding(
  source: Source,
  change: LineChange,
  { findings, renderings, carry }: RenderedFixes,
): Promise<readonly Finding[]> {
  const touched = findings.filter(({ edits = [] }) => edits.some((edit) => liesIn(source, change, edit)));
  const isWhole = touched.every(({ edits = [] }) => edits.every((edit) => liesIn(source, change, edit)));
  if (touched.length === 0 || !isWhole) return [];
  const texts = await carryOnly(touched, renderings, carry);
  const isProven = texts.size === 1 && texts.get(source.file) === applyChanges(source.text, [change]);
  return isProven ? touched : [];
}

/** Whether an edit is part of a change. What is inserted behind a line may start on that line or on the next. */
function liesIn(
  { file, text }: Source,
  { start, end }: LineChange,
  edit: NonNullable<Finding["edits"]>[number],
): boolean {
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  return edit.file === file && lineAt(edit.range.start) >= start - 1 && lineAt(edit.range.end) <= end;
}

function nameTargets(findings: readonly Finding[]): string[] {
  const names = findings.flatMap(({ containers, workload }) => {
    const workloadName = nameWorkload(workload);
    return containers.length === 0 ? [workloadName] : containers.map((name) => `container ${name} of ${workloadName}`);
  });
  return [...new Set(names)];
}
