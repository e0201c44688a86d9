import type { Mapping, MappingEntry, Node, Scalar } from "../tree.ts";
import { resolvePlain } from "./scalar.ts";

/**
 * The tree of a document that is one JSON object, as the full reader would give it; `undefined` at the first thing that is not JSON, or that only the full
 * reader can judge. `start` and `end` bound the document in the file's text.
 */
export function readJson(text: string, start: number, end: number): Mapping | undefined {
  let at = start;
  try {
    skipSpace();
    const root = text[at] === "{" ? mapping(0) : undefined;
    skipSpace();
    return at === end ? root : undefined;
  } catch (error) {
    if (error === notJson || error instanceof SyntaxError) return undefined;
    throw error;
  }

  function skipSpace(): void {
    while (at < end && isSpace(text.charCodeAt(at))) at++;
  }

  function node(depth: number): Node {
    if (depth > maxDepth) throw notJson;
    const first = text[at];
    if (first === "{") return mapping(depth);
    if (first !== "[") return first === '"' ? quoted() : word();
    const from = at;
    const items: Node[] = [];
    for (let more = opens("]"); more; more = goesOn("]")) items.push(node(depth + 1));
    return { kind: "sequence", range: { start: from, end: at }, flow: true, items };
  }

  function mapping(depth: number): Mapping {
    const from = at;
    const entries: MappingEntry[] = [];
    for (let more = opens("}"); more; more = goesOn("}")) entries.push(entry(depth + 1));
    return { kind: "mapping", range: { start: from, end: at }, flow: true, entries };
  }

  function entry(depth: number): MappingEntry {
    if (text[at] !== '"') throw notJson;
    const { value, range } = quoted();
    skipSpace();
    // The full reader says what is wrong with such keys.
    if (text[at++] !== ":" || range.end - range.start > longestKey || value.startsWith("?")) throw notJson;
    skipSpace();
    return { key: value, keyRange: range, merge: false, node: node(depth) };
  }

  /** Goes past a bracket; whether something stands in it. */
  function opens(close: string): boolean {
    at++;
    skipSpace();
    if (text[at] !== close) return true;
    at++;
    return false;
  }

  /** Goes past what follows an item; whether another item comes. */
  function goesOn(close: string): boolean {
    skipSpace();
    const next = text[at++];
    if (next !== close && next !== ",") throw notJson;
    if (next === ",") skipSpace();
    return next === ",";
  }

  function quoted(): Scalar & { readonly value: string } {
    let close = at + 1;
    while (text[close] !== '"') {
      if (close >= end) throw notJson;
      close += text[close] === "\\" ? 2 : 1;
    }
    const range = { start: at, end: close + 1 };
    at = range.end;
    return { kind: "scalar", range, value: JSON.parse(text.slice(range.start, range.end)) as string, style: "double" };
  }

  function word(): Scalar {
    const from = at;
    while (at < end && !isBreak(text.charCodeAt(at))) at++;
    const found = text.slice(from, at);
    // It must be a word of JSON; its value is that of YAML, as everywhere.
    JSON.parse(found);
    const value = resolvePlain(found);
    if (typeof value === "string" || (typeof value === "number" && !Number.isFinite(value))) throw notJson;
    return { kind: "scalar", range: { start: from, end: at }, value, style: "plain" };
  }
}

const notJson = new Error("not JSON");
/** The most levels of this reader's recursion. */
const maxDepth = 100;
const longestKey = 1000;

/** JSON's white space: space, tab, line feed and carriage return. */
function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function isBreak(code: number): boolean {
  return isSpace(code) || code === 44 || code === 93 || code === 125;
}
