import { refuse } from "../refusals.ts";
import {
  type Cursor,
  columnOf,
  isAnyMarker,
  isGap,
  isLineBreak,
  isSpaceOrTab,
  peek,
  take,
  takeBreak,
} from "./cursor.ts";

/** Moves past a word in quotes. Returns what it means (go-yaml scannerc.go, `yaml_parser_scan_flow_scalar`). */
export function takeQuoted(cursor: Cursor): string {
  const start = cursor.at;
  const quote = peek(cursor);
  cursor.at++;
  let value = "";
  for (;;) {
    if (isAnyMarker(cursor)) throw refuse("found unexpected document indicator", start);
    if (peek(cursor) === "") throw refuse("found unexpected end of stream", start);
    const { text, joins } = takeCharacters(cursor, quote, start);
    value += text;
    if (peek(cursor) === quote) break;
    value += takeFold(cursor, joins);
  }
  cursor.at++;
  return value;
}

const single = /[^' \t\r\n\u0085\u2028\u2029]+/y;
const double = /[^"\\ \t\r\n\u0085\u2028\u2029]+/y;

/** Up to a blank, a line break or the closing quote. `joins`: an escaped line break was the last. */
function takeCharacters(cursor: Cursor, quote: string, start: number): { text: string; joins: boolean } {
  let text = "";
  for (;;) {
    text += take(cursor, quote === "'" ? single : double);
    const next = peek(cursor);
    if (next === "'" && peek(cursor, 1) === "'" && quote === "'") {
      text += "'";
      cursor.at += 2;
    } else if (next === "\\" && quote === '"') {
      cursor.at++;
      if (isLineBreak(peek(cursor))) {
        takeBreak(cursor);
        return { text, joins: true };
      }
      text += takeEscape(cursor, start);
    } else return { text, joins: false };
  }
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["t", "\t"],
  ["\t", "\t"],
  ["n", "\n"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
  ["e", "\x1b"],
  [" ", " "],
  ['"', '"'],
  ["'", "'"],
  ["\\", "\\"],
  ["N", "\u0085"],
  ["_", "\u00a0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
]);

const codes: ReadonlyMap<string, RegExp> = new Map([
  ["x", /[0-9A-Fa-f]{2}/y],
  ["u", /[0-9A-Fa-f]{4}/y],
  ["U", /[0-9A-Fa-f]{8}/y],
]);

/** What stands behind a backslash. */
function takeEscape(cursor: Cursor, start: number): string {
  const name = peek(cursor);
  const digits = codes.get(name);
  const meaning = escapes.get(name);
  if (!digits && meaning === undefined) throw refuse("found unknown escape character", cursor.at - 1);
  cursor.at++;
  if (!digits) return meaning ?? "";
  const code = take(cursor, digits);
  if (code === "") throw refuse("did not find expected hexdecimal number", start);
  const point = Number.parseInt(code, 16);
  if ((point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff)
    throw refuse("found invalid Unicode character escape code", start);
  return String.fromCodePoint(point);
}

const blanks = /[ \t]+/y;

/** Moves past blanks and line breaks within a word. Returns what they mean: themselves on one line, else a space, or the breaks beyond the first. */
function takeFold(cursor: Cursor, joins: boolean): string {
  const spaces = take(cursor, blanks);
  const first = joins ? "" : takeBreak(cursor);
  if (!joins && first === "") return spaces;
  let rest = "";
  while (isSpaceOrTab(peek(cursor)) || isLineBreak(peek(cursor))) {
    take(cursor, blanks);
    rest += takeBreak(cursor);
  }
  return fold(first, rest);
}

/** A first line break is a space unless more follow, or it is one that counts as itself. */
function fold(first: string, rest: string): string {
  if (first !== "\n") return first + rest;
  return rest === "" ? " " : rest;
}

/** A plain word, and whether line breaks follow it before anything else. */
export interface PlainWord {
  readonly value: string;
  readonly end: number;
  readonly isBroken: boolean;
}

const inBlock = /(?:[^: \t\r\n\u0085\u2028\u2029]|:(?![ \t\r\n\u0085\u2028\u2029]|$))+/y;
const inFlow = /(?:[^:,?[\]{} \t\r\n\u0085\u2028\u2029]|:(?![ \t\r\n\u0085\u2028\u2029]|$))+/y;

/**
 * Moves past a plain word, and the blanks and line breaks behind it. `indent` is the column that its next lines must reach, and `isFlow` whether it
 * stands in brackets, where they may start anywhere (go-yaml scannerc.go, `yaml_parser_scan_plain_scalar`).
 */
export function takePlain(cursor: Cursor, indent: number, isFlow: boolean): PlainWord {
  const start = cursor.at;
  let [value, gap, end, isBroken] = ["", "", start, false];
  while (!isAnyMarker(cursor) && peek(cursor) !== "#") {
    const word = take(cursor, isFlow ? inFlow : inBlock);
    if (word !== "") {
      value += gap + word;
      [gap, end, isBroken] = ["", cursor.at, false];
    }
    if (peek(cursor) === "" || !isGap(peek(cursor))) break;
    const spaces = take(cursor, blanks);
    const first = isBroken ? "" : takeBreak(cursor);
    if (!isBroken && first === "") {
      gap = spaces;
      continue;
    }
    isBroken = true;
    gap = fold(first, takeIndents(cursor, indent, start));
    if (!isFlow && columnOf(cursor) < indent) break;
  }
  return { value, end, isBroken };
}

/** The empty lines below a line, and the white space before the next one. Returns the line breaks. */
function takeIndents(cursor: Cursor, indent: number, start: number): string {
  let breaks = "";
  for (let next = peek(cursor); isSpaceOrTab(next) || isLineBreak(next); next = peek(cursor)) {
    if (next === "\t" && columnOf(cursor) < indent)
      throw refuse("found a tab character that violates indentation", start);
    if (isSpaceOrTab(next)) cursor.at++;
    else breaks += takeBreak(cursor);
  }
  return breaks;
}
