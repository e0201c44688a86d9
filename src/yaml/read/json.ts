import type { Mapping, MappingEntry, Node, Scalar } from "../tree.ts";
import { maxHeight, tooDeep } from "./excess.ts";
import type { TreeReading } from "./full.ts";
import { resolvePlain } from "./scalar.ts";

/** The tree of a document that Kubernetes reads as JSON. `start` and `end` bound it in the file's text. */
export function readJson(text: string, start: number, end: number): TreeReading {
  try {
    return { tree: parseJson(text, start, end), aliases: [] };
  } catch (error) {
    if (error === deeper) return { error: tooDeep, offset: start };
    if (isNoJson(error)) return { error: unfit, offset: start };
    throw error;
  }
}

const unfit =
  "Kubernetes can't take this JSON: it has a number that is too large. Correct it, or put it in quotes if it is a word.";

/** The tree of a document that is a JSON object and that go-yaml reads as JSON does, and the full reader too; `undefined` for all else. */
export function readJsonAsYaml(text: string, start: number, end: number): Node | undefined {
  const document = text.slice(start, end);
  if (!/^[ \n\r]*\{/.test(document) || unlikeJson.test(document)) return undefined;
  try {
    return parseJson(text, start, end);
  } catch (error) {
    if (error === deeper || isNoJson(error)) return undefined;
    throw error;
  }
}

/** What is not read by the same rules in both: a tab behind the object, a long key, a colon on its own line, escapes of `/` and of half characters, other breaks, a byte order mark. */
const unlikeJson =
  /\}[ \r\n]*\t\s*$|"(?:[^"\\]|\\.){1000}|"\s*[\r\n]\s*:|\\\/|\\u[dD][89a-fA-F]|[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]/;

const notJson = new Error("not JSON");
const deeper = new Error("deeper than what is read");

function isNoJson(error: unknown): boolean {
  return error === notJson || error instanceof SyntaxError;
}

function parseJson(text: string, start: number, end: number): Node {
  let at = start;
  skipSpace();
  const root = node(0);
  skipSpace();
  if (at < end) throw notJson;
  return root;

  function skipSpace(): void {
    while (at < end && isSpace(text.charCodeAt(at))) at++;
  }

  function node(depth: number): Node {
    if (depth > maxHeight) throw deeper;
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
    if (text[at++] !== ":") throw notJson;
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
    // For half of a character, which no text may hold, Go has U+FFFD.
    const value = (JSON.parse(text.slice(range.start, range.end)) as string).replace(/\p{Surrogate}/gu, "\ufffd");
    return { kind: "scalar", range, value, style: "double" };
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

/** JSON's white space: space, tab, line feed and carriage return. */
function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function isBreak(code: number): boolean {
  return isSpace(code) || code === 44 || code === 93 || code === 125;
}
