import { refuse } from "../refusals.ts";
import { type Cursor, columnOf, isLineBreak, isSpaceOrTab, peek, take, takeBreak, takeRestOfLine } from "./cursor.ts";

/** Text behind `|` or `>`. */
export interface BlockText {
  readonly value: string;
  /** The offset at which its last line ends, without the line break; with `+`, the last of the empty lines below. */
  readonly end: number;
}

const header = /([+-]?)([0-9]?)/y;
const headerTurned = /([0-9])([+-]?)/y;
const spaces = / */y;
const restOfLine = /[^\r\n\u0085\u2028\u2029]*/y;

/** Moves past a block scalar of a node that is indented to a column, -1 at the root (go-yaml scannerc.go, `yaml_parser_scan_block_scalar`). */
export function takeBlock(cursor: Cursor, parentIndent: number): BlockText {
  const start = cursor.at;
  const isFolded = peek(cursor) === ">";
  cursor.at++;
  const signs = /^[0-9]/.test(peek(cursor)) ? take(cursor, headerTurned) : take(cursor, header);
  const width = Number(/[0-9]/.exec(signs)?.[0] ?? Number.NaN);
  if (width === 0) throw refuse("found an indentation indicator equal to 0", start);
  takeRestOfLine(cursor, start);

  let end = Math.max(start + 1, endOfLineBefore(cursor));
  let value = "";
  let first = "";
  let wasIndented = false;
  let { indent, breaks } = takeIndents(cursor, width ? Math.max(parentIndent, 0) + width : 0, parentIndent, start);
  while (columnOf(cursor) === indent && peek(cursor) !== "") {
    const isIndented = isSpaceOrTab(peek(cursor));
    value += isFolded && first === "\n" && !wasIndented && !isIndented ? (breaks === "" ? " " : "") : first;
    value += breaks + take(cursor, restOfLine);
    wasIndented = isIndented;
    end = cursor.at;
    first = takeBreak(cursor);
    ({ breaks } = takeIndents(cursor, indent, parentIndent, start));
  }
  if (signs.includes("-")) return { value, end };
  if (!signs.includes("+")) return { value: value + first, end };
  return { value: value + first + breaks, end: breaks === "" ? end : Math.max(end, endOfLineBefore(cursor)) };
}

/** The offset at which the line above the cursor's ends. */
function endOfLineBefore({ text, lineStart }: Cursor): number {
  return lineStart - (text.endsWith("\r\n", lineStart) ? 2 : Math.min(1, lineStart));
}

/** The empty lines before the next line of text, and its indentation. An indent of 0 is still to be found out. */
function takeIndents(cursor: Cursor, known: number, parentIndent: number, start: number) {
  let breaks = "";
  let deepest = 0;
  for (;;) {
    if (known === 0) take(cursor, spaces);
    else while (columnOf(cursor) < known && peek(cursor) === " ") cursor.at++;
    deepest = Math.max(deepest, columnOf(cursor));
    if (peek(cursor) === "\t" && (known === 0 || columnOf(cursor) < known))
      throw refuse("found a tab character where an indentation space is expected", start);
    if (!isLineBreak(peek(cursor))) break;
    breaks += takeBreak(cursor);
  }
  return { breaks, indent: known === 0 ? Math.max(deepest, parentIndent + 1, 1) : known };
}
