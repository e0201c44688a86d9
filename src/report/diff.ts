import { formatPatch, OMIT_HEADERS, structuredPatch } from "diff";

/** Formats the difference between two texts of a file as a unified diff for `git apply`, with the prefixes `a/` and `b/`. Empty for equal texts. */
export function formatUnifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return "";
  const hunks = formatPatch(
    structuredPatch(file, file, before, after, undefined, undefined, { context: 3 }),
    OMIT_HEADERS,
  );
  return `--- ${quoteFileName(`a/${file}`)}\n+++ ${quoteFileName(`b/${file}`)}\n${hunks}`;
}

/** Formats only what differs between two texts, hunk by hunk with the numbers of the lines, for a reader who has the file. Empty for equal texts. */
export function formatChanges(before: string, after: string): string {
  if (before === after) return "";
  return formatPatch(structuredPatch("", "", before, after, undefined, undefined, { context: 0 }), OMIT_HEADERS);
}

/**
 * Writes a name so that git reads it: quoted if it holds a quote, a backslash, a control character or one that turns, joins or hides text, and followed by a tab
 * if it holds a space.
 */
function quoteFileName(name: string): string {
  if (!/["\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)) return name.includes(" ") ? `${name}\t` : name;
  const bytes = new TextEncoder().encode(name);
  const escaped = [...bytes].map((byte) =>
    byte < 32 || byte > 126 || byte === 34 || byte === 92
      ? `\\${byte.toString(8).padStart(3, "0")}`
      : String.fromCharCode(byte),
  );
  return `"${escaped.join("")}"`;
}

/** A change of whole lines: `lines` replace the old text's lines from `start` to `end` (1-based, end exclusive). */
export interface LineChange {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** Lists the changes of whole lines that turn one text into another, from top to bottom. */
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
