import { refuse } from "../refusals.ts";

/** A place in the text of a document. Its column is `at - lineStart`. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** The number of line breaks before it. */
  line: number;
  lineStart: number;
}

/** A cursor at the start of a text. */
export function startOf(text: string): Cursor {
  return { text, at: 0, line: 0, lineStart: 0 };
}

/** The column of a cursor, from 0. */
export function columnOf({ at, lineStart }: Cursor): number {
  return at - lineStart;
}

/** The character at a cursor, or some characters behind it; empty at the end of the text. */
export function peek({ text, at }: Cursor, ahead = 0): string {
  return text[at + ahead] ?? "";
}

/** Whether a character is one of space and tab. */
export function isSpaceOrTab(character: string): boolean {
  return character === " " || character === "\t";
}

/** Whether a character ends a line, as libyaml sees it. */
export function isLineBreak(character: string): boolean {
  return /^[\r\n\u0085\u2028\u2029]$/.test(character);
}

/** Whether a word ends before a character: a blank, a line break, or the end of the text. */
export function isGap(character: string): boolean {
  return character === "" || isSpaceOrTab(character) || isLineBreak(character);
}

/** Moves past what a sticky pattern without line breaks matches, and returns that. */
export function take(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at;
  const [found = ""] = pattern.exec(cursor.text) ?? [];
  cursor.at += found.length;
  return found;
}

const lineBreak = /\r\r?\n|[\r\n\u0085\u2028\u2029]/y;

/** Moves past a line break. Returns what it means within a scalar; nothing at the end of the text. A return before CRLF is lost when kubectl reads lines. */
export function takeBreak(cursor: Cursor): string {
  const found = take(cursor, lineBreak);
  if (found === "") return "";
  cursor.line++;
  cursor.lineStart = cursor.at;
  return found === "\u2028" || found === "\u2029" ? found : "\n";
}

const blanks = /[ \t]*/y;
const restOfLine = /[^\r\n\u0085\u2028\u2029]*/y;

/** Moves past blanks and a comment, to the end of the line; refuses anything else. */
export function takeRestOfLine(cursor: Cursor, start: number): void {
  take(cursor, blanks);
  if (peek(cursor) === "#") take(cursor, restOfLine);
  const next = peek(cursor);
  if (next !== "" && !isLineBreak(next)) throw refuse("did not find expected comment or line break", start);
  takeBreak(cursor);
}

/** Whether `---` or `...` stands alone at the start of a line. */
export function isMarker(cursor: Cursor, marker: "---" | "..."): boolean {
  return columnOf(cursor) === 0 && cursor.text.startsWith(marker, cursor.at) && isGap(peek(cursor, 3));
}

/** Whether one of both markers does. */
export function isAnyMarker(cursor: Cursor): boolean {
  return isMarker(cursor, "---") || isMarker(cursor, "...");
}
