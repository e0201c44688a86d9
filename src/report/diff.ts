import { formatPatch, OMIT_HEADERS, structuredPatch } from "diff";

/** A unified diff that `git apply` takes: paths from the repository's root or the working directory, with `a/` and `b/`. Empty for equal texts. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return "";
  const hunks = formatPatch(
    structuredPatch(file, file, before, after, undefined, undefined, { context: 3 }),
    OMIT_HEADERS,
  );
  return `--- ${quoted(`a/${file}`)}\n+++ ${quoted(`b/${file}`)}\n${hunks}`;
}

/** Names with quotes, backslashes or control characters are written as git writes them; a tab ends a name with spaces. */
function quoted(name: string): string {
  if (!/["\\\p{Cc}]/u.test(name)) return name.includes(" ") ? `${name}\t` : name;
  const bytes = new TextEncoder().encode(name);
  const escaped = [...bytes].map((byte) =>
    byte < 32 || byte > 126 || byte === 34 || byte === 92
      ? `\\${byte.toString(8).padStart(3, "0")}`
      : String.fromCharCode(byte),
  );
  return `"${escaped.join("")}"`;
}

/** Lines `start` to `end` of the old text (1-based, end exclusive) give way to `lines`. */
export interface LineChange {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** The places at which two texts differ, by whole lines, in order. */
export function diffLines(before: string, after: string): LineChange[] {
  const { hunks } = structuredPatch("", "", before, after, undefined, undefined, { context: 0 });
  return hunks.map(({ oldStart: start, oldLines, lines }) => {
    return {
      start,
      end: start + oldLines,
      lines: lines.filter((line) => line.startsWith("+")).map((line) => line.slice(1)),
    };
  });
}
