import type { ChangedFile } from "../changed-files.ts";

/** A hunk of a pull request's diff, as lines of the head. They are counted from 1. */
export interface Hunk {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Lines before which the change deleted something: a suggestion must not reach across such a place. */
  readonly deletedBefore: ReadonlySet<number>;
}

/** A file's lines, and those of them that suggestions may be about. */
export interface FileContext {
  readonly lines: readonly string[];
  readonly hunks: readonly Hunk[];
}

/**
 * Parses the hunks of a file's `patch`: review comments may stand on their lines, whether added or context. Gives none if the patch was cut, or is of another
 * text than `lines`: GitHub would refuse the whole review.
 */
export function parseHunks({ patch = "", additions, deletions }: ChangedFile, lines: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  const counted = { additions: 0, deletions: 0 };
  let line = 0;
  for (const text of patch.split("\n")) {
    const header = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
    const hunk = hunks.at(-1);
    if (header) {
      line = Number(header[1]);
      hunks.push({ start: line, end: line, deletedBefore: new Set() });
    } else if (hunk && text.startsWith("-")) {
      counted.deletions++;
      hunks[hunks.length - 1] = { ...hunk, deletedBefore: new Set([...hunk.deletedBefore, line]) };
    } else if (hunk && (text.startsWith("+") || text.startsWith(" "))) {
      if (text.startsWith("+")) counted.additions++;
      if (lines[line - 1] !== text.slice(1)) return [];
      line++;
      hunks[hunks.length - 1] = { ...hunk, end: line };
    }
  }
  const isWhole =
    (additions ?? counted.additions) === counted.additions && (deletions ?? counted.deletions) === counted.deletions;
  return isWhole ? hunks.filter(({ start, end }) => start < end) : [];
}

/** Whether GitHub takes a suggestion for these lines (`end` exclusive): they lie in one hunk, and nothing was deleted between them. */
export function isCommentable(hunks: readonly Hunk[], start: number, end: number): boolean {
  const hunk = hunks.find((each) => start >= each.start && end <= each.end);
  if (!hunk) return false;
  for (let line = start + 1; line < end; line++) if (hunk.deletedBefore.has(line)) return false;
  return true;
}
