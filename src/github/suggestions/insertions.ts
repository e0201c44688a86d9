import type { LineChange } from "../../report/diff.ts";
import type { FileContext } from "./hunks.ts";

/**
 * Lists other places for inserted lines, in the lines that the diff shows of a part of the file (`end` exclusive): above each line that is indented like
 * them, and above the comment that belongs to it. Those come first from which the change took lines away. Which of them means the same is for the caller to
 * find out.
 */
export function listOtherPlaces(
  { lines, hunks }: FileContext,
  { start, end }: { readonly start: number; readonly end: number },
  inserted: LineChange,
): LineChange[] {
  const indentation = indentationOf(inserted.lines[0] ?? "");
  const isAlike = (line: number) => indentationOf(lines[line - 1] ?? "") === indentation;
  const isComment = (line: number) => /^\s*#/.test(lines[line - 1] ?? "");
  const places = hunks.flatMap((hunk) => {
    const first = Math.max(hunk.start + 1, start + 1);
    const last = Math.min(hunk.end, end);
    const shown = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
    return shown
      .filter((line) => isAlike(line) && !(isComment(line - 1) && isAlike(line - 1)))
      .map((line) => ({ line, isHole: hunk.deletedBefore.has(line) }));
  });
  return places
    .toSorted((a, b) => Number(b.isHole) - Number(a.isHole) || a.line - b.line)
    .map(({ line }) => ({ start: line, end: line, lines: inserted.lines }));
}

function indentationOf(line: string): number {
  return line.search(/\S/);
}
