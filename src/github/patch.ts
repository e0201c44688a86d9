/** A hunk of a pull request's diff, on the side of the head. Lines are 1-based. */
export interface Hunk {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Lines of the head before which something was deleted: a suggestion may not cross one. */
  readonly deletedBefore: ReadonlySet<number>;
}

/** The hunks of a `patch` as the API gives it: no file headers. Review comments may stand on their lines, added and context alike. */
export function hunksOf(patch: string | undefined): Hunk[] {
  const hunks: Hunk[] = [];
  let line = 0;
  let deleted = new Set<number>();
  let start = 0;
  const close = (): void => {
    if (start > 0) hunks.push({ start, end: line, deletedBefore: deleted });
  };
  for (const text of patch?.split("\n") ?? []) {
    const header = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
    if (header) {
      close();
      start = line = Number(header[1]);
      deleted = new Set();
    } else if (text.startsWith("-")) deleted.add(line);
    else if (text.startsWith("+") || text.startsWith(" ")) line++;
  }
  close();
  return hunks;
}

/** Whether a suggestion for these lines (end exclusive) can be applied: all in one hunk, no deletion between them. */
export function isCommentable(hunks: readonly Hunk[], start: number, end: number): boolean {
  const hunk = hunks.find((each) => start >= each.start && end <= each.end);
  if (!hunk) return false;
  for (let line = start + 1; line < end; line++) if (hunk.deletedBefore.has(line)) return false;
  return true;
}
