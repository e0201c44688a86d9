import { commentRanges } from "../comments.ts";
import type { Document } from "../document.ts";
import { descend } from "../locate.ts";
import type { Path } from "../path.ts";
import { columnAt, endOfLine, indentBefore, type Range, startOfLine } from "../position.ts";
import type { Moved, Splice } from "./patch.ts";
import type { Style } from "./value-text.ts";

/**
 * The splices that take the comments of a key along to where its value stands now: those right above it at its indent, those within, and the one behind it.
 * Each of several places gets them. None where there is nothing to carry.
 */
export function carriedComments(document: Document, { from, to }: Moved, style: Style): Splice[] {
  const comments = ownComments(document, from);
  const inserted = to.map((path) => insertion(document, path, comments, style));
  if (comments.length * to.length === 0 || !inserted.every((splice) => splice !== undefined)) return [];
  const removed = comments.map(({ range }) => ({ range: rangeWithLine(document.text, range), text: "" }));
  return [...removed, ...inserted].toSorted((a, b) => a.range.start - b.range.start);
}

interface KeyComment {
  readonly range: Range;
  readonly text: string;
  /** Whether it stands behind something on its line. */
  readonly isBehind: boolean;
}

function ownComments(document: Document, path: Path): KeyComment[] {
  const { text } = document;
  const { depth, entry, node, shared, inFlow } = descend(document, path);
  if (depth < path.length || !entry || shared || inFlow) return [];
  const start = startOfComments(text, entry.keyRange.start);
  const end = endOfLine(text, Math.max(entry.keyRange.end, node.range.end));
  return commentRanges(document, { start, end }).map((range) => ({
    range,
    text: text.slice(range.start, range.end),
    isBehind: indentBefore(text, range.start) === undefined,
  }));
}

/** The start of the first of the comment lines right above a key that stand at its indent; of the key itself where there are none. */
function startOfComments(text: string, key: number): number {
  const indent = indentBefore(text, key);
  if (indent === undefined) return key;
  let start = key;
  for (let line = startOfLine(text, key); line > 0 && text[line - 1] === "\n"; ) {
    line = startOfLine(text, line - 1);
    if (!text.startsWith(`${indent}#`, line)) break;
    start = line + indent.length;
  }
  return start;
}

/** A comment with the white space before it, or with its line where nothing else stands on it. */
function rangeWithLine(text: string, { start, end }: Range): Range {
  if (indentBefore(text, start) === undefined) return { start: text.slice(0, start).trimEnd().length, end };
  const next = text.indexOf("\n", end) + 1;
  return { start: startOfLine(text, start), end: next === 0 ? text.length : next };
}

/** Writes comments above the line of a key; the one that stood behind its value stands there again, if the value is on that line. */
function insertion(
  { text, tree }: Document,
  path: Path,
  comments: readonly KeyComment[],
  { eol }: Style,
): Splice | undefined {
  const { depth, entry, node, shared } = descend({ tree }, path);
  if (depth < path.length || !entry || shared) return undefined;
  const key = entry.keyRange.start;
  const start = startOfLine(text, key);
  const end = endOfLine(text, key);
  const isAlone = indentBefore(text, key) !== undefined && node.range.end <= end;
  const isFree = isAlone && text.slice(Math.max(entry.keyRange.end + 1, node.range.end), end).trim() === "";
  const behind = isFree && comments.at(-1)?.isBehind ? comments.at(-1) : undefined;
  const indent = " ".repeat(columnAt(text, start + text.slice(start).search(/\S/)));
  const above = comments.filter((comment) => comment !== behind).map((comment) => indent + comment.text + eol);
  return { range: { start, end }, text: above.join("") + text.slice(start, end) + (behind ? ` ${behind.text}` : "") };
}
