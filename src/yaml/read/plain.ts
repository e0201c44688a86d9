import type { Mapping, MappingEntry, Node, Scalar, Sequence } from "../tree.ts";
import { afterSpaces, flow, keyAt, notPlain, word } from "./plain-scalars.ts";

/**
 * The tree of a document in the plain style that most manifests have: block mappings and lists, words on one line, brackets on one line, `|` text.
 * `undefined` at the first thing that it does not know, errors included: then the full reader decides.
 * `start` and `end` bound the document in the file's text.
 */
export function readPlain(text: string, start: number, end: number): Node | undefined {
  if (unusual.test(text.slice(start, end))) return undefined;
  const lines = linesOf(text, start, end);
  const cursor: LineCursor = { text, lines, at: 0 };
  cursor.at = afterMarker(cursor, content(cursor, 0));
  const first = current(cursor);
  if (!first) return undefined;
  try {
    const root = block(cursor, first.indent);
    return cursor.at === lines.length ? root : undefined;
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

/** Tabs, control characters, other line breaks, byte order marks, what Unicode has no character for, returns without a line feed, directives, document end markers. */
const unusual = /[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]|\r(?!\n)|^(?:%|\.\.\.)/m;

interface Line {
  /** The offset of the first character that is not a space, and the offset after the last one. */
  readonly start: number;
  readonly end: number;
  /** The number of spaces before `start`. */
  readonly indent: number;
  /** The offset after the line break. */
  readonly next: number;
}

/** The lines, and the number of the one to be read next, which is never empty or a comment. */
interface LineCursor {
  readonly text: string;
  readonly lines: readonly Line[];
  at: number;
}

function linesOf(text: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  for (let lineStart = start; lineStart < end; ) {
    const found = text.indexOf("\n", lineStart);
    const next = found === -1 || found >= end ? end : found + 1;
    let first = lineStart;
    while (first < next && text.charCodeAt(first) === space) first++;
    let last = found === -1 || found >= end ? end : found;
    while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
    lines.push({ start: first, end: last, indent: first - lineStart, next });
    lineStart = next;
  }
  return lines;
}

const space = 32;
const carriageReturn = 13;

function isBlank(code: number): boolean {
  return code === space || code === carriageReturn;
}

function skip(lines: readonly Line[], from: number): number {
  let at = from;
  for (let line = lines[at]; line && line.start === line.end; line = lines[at]) at++;
  return at;
}

/** The number of the next line that is not empty or a comment. */
function content({ text, lines }: LineCursor, from: number): number {
  let at = from;
  for (let line = lines[at]; line && (line.start === line.end || text[line.start] === "#"); line = lines[at]) at++;
  return at;
}

/** The number of the line after `---`, where a document starts with it; that after the last line where something else follows on the marker's line. */
function afterMarker(cursor: LineCursor, first: number): number {
  const line = cursor.lines[first];
  if (line?.indent !== 0 || !cursor.text.startsWith("---", line.start)) return first;
  const isBare = /^---( +#.*)?$/.test(cursor.text.slice(line.start, line.end));
  return isBare ? content(cursor, first + 1) : cursor.lines.length;
}

function current({ lines, at }: LineCursor): Line | undefined {
  return lines[at];
}

function isDash({ text }: LineCursor, { start, end }: Line): boolean {
  return text[start] === "-" && (start + 1 === end || text[start + 1] === " ");
}

/** The most columns of indent, which bounds this reader's recursion. */
const maxIndent = 200;

/** The mapping or list whose lines start at a column. */
function block(cursor: LineCursor, indent: number): Mapping | Sequence {
  const line = current(cursor);
  if (!line || line.indent !== indent || indent > maxIndent) throw notPlain;
  return isDash(cursor, line) ? list(cursor, line) : mapping(cursor, line, line.start, indent);
}

/** The list that starts on a line. */
function list(cursor: LineCursor, { start, indent }: Line): Sequence {
  const items: Node[] = [];
  for (let line = current(cursor); line?.indent === indent && isDash(cursor, line); line = current(cursor)) {
    items.push(item(cursor, line, indent));
  }
  return { kind: "sequence", range: { start, end: endOf(items.at(-1)) }, flow: false, items };
}

function item(cursor: LineCursor, line: Line, indent: number): Node {
  const at = afterSpaces(cursor.text, line.start + 1, line.end);
  if (at >= line.end || cursor.text[at] === "#") {
    cursor.at = content(cursor, cursor.at + 1);
    const next = current(cursor);
    if (!next || next.indent <= indent) throw notPlain;
    return block(cursor, next.indent);
  }
  if (keyAt(cursor.text, at, line.end)) return mapping(cursor, line, at, indent + at - line.start);
  return inline(cursor, at, line, indent);
}

/** The entries at a column. The first one may follow a dash. */
function mapping(cursor: LineCursor, first: Line, start: number, indent: number): Mapping {
  const entries: MappingEntry[] = [entry(cursor, first, start, indent)];
  for (let line = current(cursor); line && line.indent >= indent; line = current(cursor)) {
    if (line.indent > indent) throw notPlain;
    // A list at this column belongs to the mapping around this one.
    if (isDash(cursor, line)) break;
    entries.push(entry(cursor, line, line.start, indent));
  }
  return { kind: "mapping", range: { start, end: endOf(entries.at(-1)?.node) }, flow: false, entries };
}

function entry(cursor: LineCursor, line: Line, at: number, indent: number): MappingEntry {
  const key = keyAt(cursor.text, at, line.end);
  if (!key) throw notPlain;
  const value = afterSpaces(cursor.text, key.end + 1, line.end);
  const isOnLine = value < line.end && cursor.text[value] !== "#";
  const node = isOnLine ? inline(cursor, value, line, indent) : below(cursor, key.end + 1, indent);
  return { key: key.name, keyRange: { start: at, end: key.end }, merge: false, node };
}

/** What stands on the lines below a key: a deeper block, a list at the key's own column, or nothing. */
function below(cursor: LineCursor, afterColon: number, indent: number): Node {
  cursor.at = content(cursor, cursor.at + 1);
  const next = current(cursor);
  if (next && next.indent > indent) return block(cursor, next.indent);
  if (next && next.indent === indent && isDash(cursor, next)) return list(cursor, next);
  return { kind: "scalar", range: { start: afterColon, end: afterColon }, value: null, style: "plain" };
}

/** A value on the line of its key or dash. The cursor moves past it. */
function inline(cursor: LineCursor, at: number, line: Line, indent: number): Node {
  const first = cursor.text[at] as string;
  if (first === "|") return literal(cursor, at, line, indent);
  const { node, end } =
    first === "[" || first === "{" ? flow(cursor.text, at, line.end) : word(cursor.text, at, line.end);
  const rest = afterSpaces(cursor.text, end, line.end);
  if (rest < line.end && (cursor.text[rest] !== "#" || rest === end)) throw notPlain;
  cursor.at = content(cursor, cursor.at + 1);
  // A deeper line would continue the word.
  if ((current(cursor)?.indent ?? 0) > indent) throw notPlain;
  return node;
}

/** `|` and `|-`: the lines below, without their common indent. */
function literal(cursor: LineCursor, at: number, line: Line, indent: number): Scalar {
  const { text, lines } = cursor;
  const header = /^\|(-?)(?: +#.*)?$/.exec(text.slice(at, line.end));
  if (!header) throw notPlain;
  let index = cursor.at + 1;
  const depth = lines[skip(lines, index)]?.indent ?? 0;
  if (depth <= indent) throw notPlain;
  let last = line;
  let count = 0;
  const rows: string[] = [];
  for (let row = lines[index]; row; row = lines[++index]) {
    const isEmpty = row.start === row.end;
    if (isEmpty ? row.indent > depth : row.indent < depth) break;
    rows.push(isEmpty ? "" : text.slice(row.start - (row.indent - depth), endOfRow(text, row)));
    if (isEmpty) continue;
    last = row;
    count = rows.length;
  }
  if (lines[index]?.start === lines[index]?.end && lines[index]) throw notPlain;
  const value = rows.slice(0, count).join("\n") + (header[1] === "-" ? "" : "\n");
  cursor.at = content(cursor, index);
  if ((current(cursor)?.indent ?? 0) > indent) throw notPlain;
  return { kind: "scalar", range: { start: at, end: endOfRow(text, last) }, value, style: "block" };
}

/** The offset at which a line's text ends, with its spaces and without its line break. */
function endOfRow(text: string, { next }: Line): number {
  if (text[next - 1] !== "\n") return next;
  return text[next - 2] === "\r" ? next - 2 : next - 1;
}

function endOf(node: Node | undefined): number {
  return node?.range.end ?? 0;
}
