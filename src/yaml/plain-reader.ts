import { resolvePlain } from "./scalar.ts";
import type { Entry, Mapping, Node, Scalar, Sequence } from "./tree.ts";

/**
 * The tree of a document in the plain style that most manifests have: block mappings and lists, words on one line, brackets on one line, `|` text.
 * It gives up (`undefined`) at the first thing that it does not know, errors included: the full reader decides then, and is right where the two differ.
 * `start` and `end` bound the document in the file's text.
 */
export function readPlain(text: string, start: number, end: number): Node | undefined {
  if (unusual.test(text.slice(start, end))) return undefined;
  const lines = linesOf(text, start, end);
  const cursor: Cursor = { text, lines, at: 0 };
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

const notPlain = new Error("not in the plain style");

/** Tabs, control characters, other line breaks, directives, document end markers. */
const unusual = /[\t\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\r(?!\n)|^(%|\.\.\.)/m;

interface Line {
  /** Offset of the first character that is no space, and the offset behind the last one. */
  readonly start: number;
  readonly end: number;
  /** Spaces before `start`. */
  readonly indent: number;
  /** Offset behind the line break. */
  readonly next: number;
}

/** Where reading stands: the line to be read next, never an empty one or a comment. */
interface Cursor {
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

/** The index of the next line that holds something. */
function content({ text, lines }: Cursor, from: number): number {
  let at = from;
  for (let line = lines[at]; line && (line.start === line.end || text[line.start] === "#"); line = lines[at]) at++;
  return at;
}

/** The line behind `---`, where a document starts with it; behind the last line where something else stands on the marker's. */
function afterMarker(cursor: Cursor, first: number): number {
  const line = cursor.lines[first];
  if (line?.indent !== 0 || !cursor.text.startsWith("---", line.start)) return first;
  const isBare = /^---( +#.*)?$/.test(cursor.text.slice(line.start, line.end));
  return isBare ? content(cursor, first + 1) : cursor.lines.length;
}

function current({ lines, at }: Cursor): Line | undefined {
  return lines[at];
}

function isDash({ text }: Cursor, { start, end }: Line): boolean {
  return text[start] === "-" && (start + 1 === end || text[start + 1] === " ");
}

/** The mapping or list whose lines start at a column. */
function block(cursor: Cursor, indent: number): Mapping | Sequence {
  const line = current(cursor);
  if (!line || line.indent !== indent) throw notPlain;
  return isDash(cursor, line) ? list(cursor, indent) : mapping(cursor, line.start, indent);
}

function list(cursor: Cursor, indent: number): Sequence {
  const items: Node[] = [];
  const { start } = current(cursor) as Line;
  for (let line = current(cursor); line?.indent === indent && isDash(cursor, line); line = current(cursor)) {
    items.push(item(cursor, line, indent));
  }
  return { kind: "sequence", range: { start, end: endOf(items.at(-1)) }, flow: false, items };
}

function item(cursor: Cursor, line: Line, indent: number): Node {
  const at = afterSpaces(cursor.text, line.start + 1, line.end);
  if (at >= line.end || cursor.text[at] === "#") {
    cursor.at = content(cursor, cursor.at + 1);
    const next = current(cursor);
    if (!next || next.indent <= indent) throw notPlain;
    return block(cursor, next.indent);
  }
  if (keyAt(cursor, at, line.end)) return mapping(cursor, at, indent + at - line.start);
  return inline(cursor, at, line, indent);
}

/** The entries at a column; the first may stand behind a dash. */
function mapping(cursor: Cursor, start: number, indent: number): Mapping {
  const entries: Entry[] = [];
  let at = start;
  for (;;) {
    entries.push(entry(cursor, at, indent));
    const line = current(cursor);
    if (!line || line.indent < indent) break;
    if (line.indent > indent) throw notPlain;
    // A list at the column of the keys around this mapping belongs to them.
    if (isDash(cursor, line)) break;
    at = line.start;
  }
  return { kind: "mapping", range: { start, end: endOf(entries.at(-1)?.node) }, flow: false, entries };
}

function entry(cursor: Cursor, at: number, indent: number): Entry {
  const line = current(cursor) as Line;
  const key = keyAt(cursor, at, line.end);
  if (!key) throw notPlain;
  const value = afterSpaces(cursor.text, key.colon + 1, line.end);
  const isOnLine = value < line.end && cursor.text[value] !== "#";
  const node = isOnLine ? inline(cursor, value, line, indent) : below(cursor, key.colon + 1, indent);
  return { key: key.name, keyRange: { start: at, end: key.end }, merge: false, node };
}

/** What stands on the lines below a key: a deeper block, a list at the key's own column, or nothing. */
function below(cursor: Cursor, afterColon: number, indent: number): Node {
  cursor.at = content(cursor, cursor.at + 1);
  const next = current(cursor);
  if (next && next.indent > indent) return block(cursor, next.indent);
  if (next && next.indent === indent && isDash(cursor, next)) return list(cursor, indent);
  return { kind: "scalar", range: { start: afterColon, end: afterColon }, value: null, style: "plain" };
}

interface Key {
  readonly name: string;
  readonly end: number;
  readonly colon: number;
}

const plainKey = /[A-Za-z_./][\w./-]*(?=:(?: |$))/my;
const quotedKey = /"([^"\\\n]*)"(?=:(?: |$))|'([^'\n]*)'(?=:(?: |$))/my;

function keyAt({ text }: Cursor, at: number, lineEnd: number): Key | undefined {
  const found = matchAt(text[at] === '"' || text[at] === "'" ? quotedKey : plainKey, text, at);
  if (!found) return undefined;
  const end = at + found[0].length;
  return end < lineEnd ? { name: found[1] ?? found[2] ?? found[0], end, colon: end } : undefined;
}

/** A value on its key's or dash's line; the cursor goes on behind it. */
function inline(cursor: Cursor, at: number, line: Line, indent: number): Node {
  const first = cursor.text[at] as string;
  if (first === "|") return literal(cursor, at, line, indent);
  const { node, end } = first === "[" || first === "{" ? flow(cursor.text, at, line.end) : word(cursor.text, at, line.end);
  const rest = afterSpaces(cursor.text, end, line.end);
  if (rest < line.end && (cursor.text[rest] !== "#" || rest === end)) throw notPlain;
  cursor.at = content(cursor, cursor.at + 1);
  // A deeper line would go on with the word.
  if ((current(cursor)?.indent ?? 0) > indent) throw notPlain;
  return node;
}

interface Read<N> {
  readonly node: N;
  readonly end: number;
}

const wordStart = /[^\s,[\]{}#&*!|>'"%@`?:-]|-[^\s]/y;
const wordInFlow = /[\w./$<>=+~^][\w./$<>=+@~^*%;()-]*(?::[\w./$<>=+@~^*%;()-]+)*|-[\w./][\w./-]*/y;
const doubleQuoted = /"((?:[^"\\\n]|\\["\\/bfnrt])*)"/y;
const singleQuoted = /'((?:[^'\n]|'')*)'/y;

/** A word on one line, up to a comment. */
function word(text: string, at: number, lineEnd: number): Read<Scalar> {
  if (text[at] === '"' || text[at] === "'") return quoted(text, at, lineEnd);
  const comment = text.indexOf(" #", at);
  let end = comment === -1 || comment > lineEnd ? lineEnd : comment;
  while (text.charCodeAt(end - 1) === space) end--;
  const found = text.slice(at, end);
  if (!matchAt(wordStart, text, at) || /:(?: |$)/.test(found)) throw notPlain;
  return { node: { kind: "scalar", range: { start: at, end }, value: resolvePlain(found), style: "plain" }, end };
}

/** A word in brackets. */
function wordIn(text: string, at: number, lineEnd: number): Read<Scalar> {
  if (text[at] === '"' || text[at] === "'") return quoted(text, at, lineEnd);
  const found = matchAt(wordInFlow, text, at)?.[0];
  if (!found || at + found.length > lineEnd) throw notPlain;
  const end = at + found.length;
  return { node: { kind: "scalar", range: { start: at, end }, value: resolvePlain(found), style: "plain" }, end };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function quoted(text: string, at: number, lineEnd: number): Read<Scalar> {
  const style = text[at] === '"' ? "double" : "single";
  const found = matchAt(style === "double" ? doubleQuoted : singleQuoted, text, at);
  if (!found || at + found[0].length > lineEnd) throw notPlain;
  const end = at + found[0].length;
  const value = style === "double" ? (JSON.parse(found[0]) as string) : (found[1] as string).replaceAll("''", "'");
  return { node: { kind: "scalar", range: { start: at, end }, value, style }, end };
}

/** Brackets or braces that close on the same line. */
function flow(text: string, at: number, lineEnd: number): Read<Node> {
  const first = text[at];
  if (first !== "[" && first !== "{") return wordIn(text, at, lineEnd);
  const close = first === "[" ? "]" : "}";
  const items: Node[] = [];
  const entries: Entry[] = [];
  let next = afterSpaces(text, at + 1, lineEnd);
  while (text[next] !== close) {
    if (next >= lineEnd) throw notPlain;
    const read = first === "[" ? flow(text, next, lineEnd) : flowEntry(text, next, lineEnd);
    if ("key" in read.node) entries.push(read.node);
    else items.push(read.node);
    next = afterSpaces(text, read.end, lineEnd);
    if (text[next] === ",") next = afterSpaces(text, next + 1, lineEnd);
    else if (text[next] !== close) throw notPlain;
  }
  if (next >= lineEnd) throw notPlain;
  const range = { start: at, end: next + 1 };
  const node: Node = first === "[" ? { kind: "sequence", range, flow: true, items } : { kind: "mapping", range, flow: true, entries };
  return { node, end: next + 1 };
}

function flowEntry(text: string, at: number, lineEnd: number): Read<Entry> {
  const found = matchAt(text[at] === '"' || text[at] === "'" ? quotedKey : plainKey, text, at);
  if (!found) throw notPlain;
  const keyEnd = at + found[0].length;
  const start = afterSpaces(text, keyEnd + 1, lineEnd);
  const value = flow(text, start, lineEnd);
  const key = found[1] ?? found[2] ?? found[0];
  return { node: { key, keyRange: { start: at, end: keyEnd }, merge: false, node: value.node }, end: value.end };
}

/** `|` and `|-`: the lines below, without their common indent. */
function literal(cursor: Cursor, at: number, line: Line, indent: number): Scalar {
  const { text, lines } = cursor;
  const header = /^\|(-?)(?: +#.*)?$/.exec(text.slice(at, line.end));
  if (!header) throw notPlain;
  let index = cursor.at + 1;
  const depth = lines[skip(lines, index)]?.indent ?? 0;
  if (depth <= indent) throw notPlain;
  let last = index;
  const rows: string[] = [];
  for (let row = lines[index]; row; row = lines[++index]) {
    const isEmpty = row.start === row.end;
    if (isEmpty ? row.indent > depth : row.indent < depth) break;
    rows.push(isEmpty ? "" : text.slice(row.start - (row.indent - depth), row.next).replace(/\r?\n$/, ""));
    if (!isEmpty) last = index;
  }
  if (lines[index]?.start === lines[index]?.end && lines[index]) throw notPlain;
  const kept = rows.slice(0, last - cursor.at);
  const end = (lines[last] as Line).next;
  if (text[end - 1] !== "\n") throw notPlain;
  cursor.at = content(cursor, index);
  if ((current(cursor)?.indent ?? 0) > indent) throw notPlain;
  return { kind: "scalar", range: { start: at, end }, value: kept.join("\n") + (header[1] === "-" ? "" : "\n"), style: "block" };
}

function afterSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === space) at++;
  return at;
}

function endOf(node: Node | undefined): number {
  return node?.range.end ?? 0;
}
