import type { MappingEntry, Node, Scalar } from "../tree.ts";
import { keyName, resolvePlain } from "./scalar.ts";

/** Thrown at the first thing that is not in the plain style. */
export const notPlain = new Error("not in the plain style");

export interface PlainKey {
  readonly name: string;
  /** The offset of the colon. */
  readonly end: number;
}

const plainKey = /[A-Za-z_./][\w./-]*(?=:(?: |$))/my;
const quotedKey = /(?:"[^"\\\n]*"|'[^'\n]*')(?=:(?: |$))/my;

/** go-yaml takes a longer one for no key. */
const longestKey = 1000;

/** The key that starts at an offset, if a colon follows it. */
export function keyAt(text: string, at: number, lineEnd: number): PlainKey | undefined {
  const isQuoted = isQuote(text[at]);
  const end = endOfMatch(isQuoted ? quotedKey : plainKey, text, at);
  if (end === -1 || end >= lineEnd) return undefined;
  if (end - at > longestKey) throw notPlain;
  const word = isQuoted ? text.slice(at + 1, end - 1) : text.slice(at, end);
  const name = isQuoted ? word : keyName(resolvePlain(word), word);
  if (name === undefined) throw notPlain;
  return { name, end };
}

/** A node or entry, and the offset after it. */
export interface NodeAndEnd<N> {
  readonly node: N;
  readonly end: number;
}

const wordStart = /[^\s,[\]{}#&*!|>'"%@`?:-]|-[^\s]/y;
const wordInFlow = /[\w./$<=+~^][\w./$<>=+@~^*%;()-]*(?::[\w./$<>=+@~^*%;()-]+)*|-[\w./][\w./-]*/y;
const doubleQuoted = /"[^"\\\n]*(?:\\["\\bfnrt][^"\\\n]*)*"/y;
const singleQuoted = /'[^'\n]*(?:''[^'\n]*)*'/y;

/** A word on one line, up to a comment. */
export function word(text: string, at: number, lineEnd: number): NodeAndEnd<Scalar> {
  if (isQuote(text[at])) return quoted(text, at, lineEnd);
  const line = text.slice(at, lineEnd);
  const comment = line.indexOf(" #");
  const found = comment === -1 ? line : line.slice(0, comment).trimEnd();
  if (endOfMatch(wordStart, text, at) === -1 || /:(?: |$)/.test(found)) throw notPlain;
  return plain(found, at);
}

/** A word in brackets. */
function wordIn(text: string, at: number, lineEnd: number): NodeAndEnd<Scalar> {
  if (isQuote(text[at])) return quoted(text, at, lineEnd);
  const end = endOfMatch(wordInFlow, text, at);
  if (end === -1 || end > lineEnd) throw notPlain;
  return plain(text.slice(at, end), at);
}

function plain(found: string, start: number): NodeAndEnd<Scalar> {
  const value = resolvePlain(found);
  if (typeof value === "number" && !Number.isFinite(value)) throw notPlain;
  const end = start + found.length;
  return { node: { kind: "scalar", range: { start, end }, value, style: "plain" }, end };
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}

/** The offset after what a sticky pattern matches at an offset; -1 where it does not match. */
function endOfMatch(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function quoted(text: string, at: number, lineEnd: number): NodeAndEnd<Scalar> {
  // A pattern that repeats a group a million times runs out of stack.
  if (lineEnd - at > 1_000_000) throw notPlain;
  const style = text[at] === '"' ? "double" : "single";
  const end = endOfMatch(style === "double" ? doubleQuoted : singleQuoted, text, at);
  if (end === -1 || end > lineEnd) throw notPlain;
  const value =
    style === "double"
      ? (JSON.parse(text.slice(at, end)) as string)
      : text.slice(at + 1, end - 1).replaceAll("''", "'");
  return { node: { kind: "scalar", range: { start: at, end }, value, style }, end };
}

/** The most levels of brackets, which bounds this reader's recursion. */
const maxDepth = 100;

/** Brackets or braces that close on the same line. */
export function flow(text: string, at: number, lineEnd: number, depth = 0): NodeAndEnd<Node> {
  if (depth > maxDepth) throw notPlain;
  const first = text[at];
  if (first !== "[" && first !== "{") return wordIn(text, at, lineEnd);
  const close = first === "[" ? "]" : "}";
  const items: Node[] = [];
  const entries: MappingEntry[] = [];
  let next = afterSpaces(text, at + 1, lineEnd);
  while (text[next] !== close) {
    if (next >= lineEnd) throw notPlain;
    const read = first === "[" ? flow(text, next, lineEnd, depth + 1) : flowEntry(text, next, lineEnd, depth + 1);
    if ("key" in read.node) entries.push(read.node);
    else items.push(read.node);
    next = afterSpaces(text, read.end, lineEnd);
    if (text[next] === ",") next = afterSpaces(text, next + 1, lineEnd);
    else if (text[next] !== close) throw notPlain;
  }
  if (next >= lineEnd) throw notPlain;
  const range = { start: at, end: next + 1 };
  const node: Node =
    first === "[" ? { kind: "sequence", range, flow: true, items } : { kind: "mapping", range, flow: true, entries };
  return { node, end: next + 1 };
}

function flowEntry(text: string, at: number, lineEnd: number, depth: number): NodeAndEnd<MappingEntry> {
  const key = keyAt(text, at, lineEnd);
  if (!key) throw notPlain;
  const { node, end } = flow(text, afterSpaces(text, key.end + 1, lineEnd), lineEnd, depth);
  return { node: { key: key.name, keyRange: { start: at, end: key.end }, merge: false, node }, end };
}

export function afterSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text[at] === " ") at++;
  return at;
}
