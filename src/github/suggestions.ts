import { fix } from "../fix.ts";
import { diffLines } from "../report/diff.ts";
import { review } from "../review.ts";
import type { Finding, Policy, Source } from "../types.ts";
import { hunksOf, isCommentable } from "./patch.ts";

/** A change that a reviewer applies with one click: `lines` take the place of the lines from `start` to `end` (1-based, end exclusive). */
export interface Suggestion {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
  /** The findings that it ends. */
  readonly findings: readonly Finding[];
}

/**
 * What a file's fixes make of the lines that are in the pull request's diff. Changes that need each other are one suggestion, and each is proven alone:
 * applied to the head's text it ends findings and brings none.
 */
export async function suggestionsFor(source: Source, patch: string | undefined, policy: Policy): Promise<Suggestion[]> {
  const hunks = hunksOf(patch);
  // GitHub gives comments back with its own line ends.
  if (hunks.length === 0 || source.text.includes("\r")) return [];
  const { text } = await fix(source, policy);
  const changes = diffLines(source.text, text).map(anchored(source.text));
  const before = (await review([source], null, policy)).findings;
  const found: Suggestion[] = [];
  for (const group of groups(changes, hunks)) {
    const suggestion = await proven(source, merged(source.text, group), before, policy);
    if (suggestion) found.push(suggestion);
  }
  return found;
}

interface LineChange {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** A pure insertion takes the line before it along, or the one behind: a suggestion replaces at least one line. */
function anchored(text: string): (change: LineChange) => LineChange {
  const lines = text.split("\n");
  return ({ start, end, lines: inserted }) => {
    if (end > start) return { start, end, lines: inserted };
    if (start > 1) return { start: start - 1, end, lines: [lines[start - 2] ?? "", ...inserted] };
    return { start, end: end + 1, lines: [...inserted, lines[start - 1] ?? ""] };
  };
}

/** All changes of one hunk go together: pressing the button once leaves nothing half done. What no hunk holds is left out. */
function groups(changes: readonly LineChange[], hunks: ReturnType<typeof hunksOf>): LineChange[][] {
  return hunks.flatMap((hunk) => {
    const inside = changes.filter(({ start, end }) => start >= hunk.start && end <= hunk.end);
    const [first] = inside;
    const last = inside.at(-1);
    if (!first || !last) return [];
    return isCommentable([hunk], first.start, last.end)
      ? [inside]
      : inside.filter(({ start, end }) => isCommentable([hunk], start, end)).map((change) => [change]);
  });
}

/** Several changes as one, with the lines between them as they are. */
function merged(text: string, group: readonly LineChange[]): LineChange {
  const lines = text.split("\n");
  const [first] = group as readonly [LineChange, ...LineChange[]];
  return group.slice(1).reduce<LineChange>((all, next) => {
    const between = lines.slice(all.end - 1, next.start - 1);
    return { start: all.start, end: next.end, lines: [...all.lines, ...between, ...next.lines] };
  }, first);
}

/** The text with a suggestion in it, as GitHub applies it. */
export function applied(text: string, { start, end, lines }: LineChange): string {
  const all = text.split("\n");
  return [...all.slice(0, start - 1), ...lines, ...all.slice(end - 1)].join("\n");
}

async function proven(
  source: Source,
  change: LineChange,
  before: readonly Finding[],
  policy: Policy,
): Promise<Suggestion | undefined> {
  const result = await review([{ ...source, text: applied(source.text, change) }], null, policy);
  const known = new Set(before.map(({ fingerprint }) => fingerprint));
  const left = new Set(result.findings.map(({ fingerprint }) => fingerprint));
  const ended = before.filter(({ fingerprint }) => !left.has(fingerprint));
  const isWorse = result.problems.length > 0 || result.findings.some(({ fingerprint }) => !known.has(fingerprint));
  return ended.length > 0 && !isWorse ? { file: source.file, ...change, findings: ended } : undefined;
}
