import type { LineChange } from "../../report/diff.ts";
import { isSafeToShow } from "../../report/escape.ts";
import { type FileContext, isCommentable } from "./hunks.ts";

/** Applies changes to a text, as GitHub applies suggestions. */
export function applyChanges(text: string, changes: readonly LineChange[]): string {
  const lines = text.split("\n");
  for (const { start, end, lines: replacement } of changes.toSorted(byLine).toReversed())
    lines.splice(start - 1, end - start, ...replacement);
  return lines.join("\n");
}

/** A suggestion replaces at least one line: an insertion takes along a line beside it, one of the diff if possible. */
export function anchor({ lines, hunks }: FileContext, { start, end, lines: inserted }: LineChange): LineChange {
  if (end > start) return { start, end, lines: inserted };
  const above = { start: start - 1, end, lines: [lines[start - 2] ?? "", ...inserted] };
  const below = { start, end: end + 1, lines: [...inserted, lines[start - 1] ?? ""] };
  const fits = (change: LineChange) => isCommentable(hunks, change.start, change.end);
  return start > 1 && (fits(above) || !fits(below)) ? above : below;
}

/** Characters. GitHub takes 65,536 in a comment, and some of these are for the text around the suggestion. */
const longestContent = 50_000;

/** Whether GitHub takes a change as a suggestion, and shows it as it is. */
export function isShowable({ lines, hunks }: FileContext, change: LineChange): boolean {
  // GitHub would add a line end to a last line that has none.
  const isInside = isCommentable(hunks, change.start, change.end) && change.end <= lines.length;
  return isInside && change.lines.join("\n").length <= longestContent && change.lines.every(isSafeToShow);
}

/** Makes one change of several, with the lines between them as they are. `lines` are those of the file. */
export function mergeChanges(lines: readonly string[], changes: readonly LineChange[]): LineChange {
  const [first, ...others] = changes.toSorted(byLine) as [LineChange, ...LineChange[]];
  return others.reduce((all, next) => {
    const between = lines.slice(all.end - 1, next.start - 1);
    return { start: all.start, end: next.end, lines: [...all.lines, ...between, ...next.lines] };
  }, first);
}

/** Splits a change that keeps the number of lines into one for each line: the pull request may have deleted something between two of them. */
export function splitByLine({ start, end, lines }: LineChange): LineChange[] {
  if (lines.length !== end - start) return [{ start, end, lines }];
  return lines.map((line, index) => ({ start: start + index, end: start + index + 1, lines: [line] }));
}

/** Whether two changes replace one line. */
export function overlap(a: LineChange, b: LineChange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Sorts changes by their lines. */
export function byLine(a: LineChange, b: LineChange): number {
  return a.start - b.start;
}
