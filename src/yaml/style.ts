import type { Document } from "../types.ts";
import type { Node, Scalar } from "./tree.ts";

/** How a document is written; what is added to it is written the same way. */
export interface Style {
  readonly eol: "\n" | "\r\n";
  /** Columns from a block mapping to the mapping inside it. */
  readonly indent: number;
  /** Columns from a key to the dashes of its list: 0 or more. */
  readonly listIndent: number;
  /** Whether lists of words stand in brackets. */
  readonly flowLists: boolean;
  readonly quotes: "plain" | "single" | "double";
  /** JSON: everything in braces, every key and word in double quotes. */
  readonly json: boolean;
}

/** The style of a document, from what it shows; two spaces, plain words and block lists where it shows nothing. */
export function styleOf(document: Document): Style {
  const seen: Seen = { indents: [], listIndents: [], flowLists: [], strings: [], keyQuotes: { quoted: 0, plain: 0 } };
  const root = document.tree as Node;
  observe(root, document.text, undefined, seen, new Set());
  const { start, end } = document.range;
  const crlf = document.text.indexOf("\r\n", start);
  return {
    eol: crlf !== -1 && crlf < end ? "\r\n" : "\n",
    indent: mostFrequent(seen.indents) ?? 2,
    listIndent: mostFrequent(seen.listIndents) ?? 2,
    flowLists: mostFrequent(seen.flowLists) ?? false,
    quotes: mostFrequent(seen.strings) ?? "plain",
    json: root.kind === "mapping" && root.flow && seen.keyQuotes.plain === 0,
  };
}

interface Seen {
  readonly indents: number[];
  readonly listIndents: number[];
  readonly flowLists: boolean[];
  readonly strings: Style["quotes"][];
  readonly keyQuotes: { quoted: number; plain: number };
}

function observe(node: Node, text: string, keyColumn: number | undefined, seen: Seen, visited: Set<Node>): void {
  if (visited.has(node)) return;
  visited.add(node);
  if (node.kind === "scalar" && isWord(node)) seen.strings.push(node.style);
  if (node.kind === "sequence") {
    const isOfWords = node.items.length > 0 && node.items.every((item) => item.kind === "scalar");
    if (isOfWords) seen.flowLists.push(node.flow);
    if (!node.flow && keyColumn !== undefined) seen.listIndents.push(columnAt(text, node.range.start) - keyColumn);
    for (const item of node.items) observe(item, text, undefined, seen, visited);
  }
  if (node.kind === "mapping") {
    const column = columnAt(text, node.range.start);
    if (!node.flow && keyColumn !== undefined && column > keyColumn) seen.indents.push(column - keyColumn);
    for (const { keyRange, node: value } of node.entries) {
      seen.keyQuotes[text[keyRange.start] === '"' ? "quoted" : "plain"]++;
      observe(value, text, node.flow ? undefined : columnAt(text, keyRange.start), seen, visited);
    }
  }
}

function isWord(node: Scalar): node is Scalar & { style: Style["quotes"] } {
  return typeof node.value === "string" && node.style !== "block";
}

/** 0-based column of an offset. */
export function columnAt(text: string, offset: number): number {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  return offset - lineStart - (lineStart === 0 && text.startsWith("\uFEFF") ? 1 : 0);
}

function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<[T | undefined, number]>((best, each) => (each[1] > best[1] ? each : best), [undefined, 0])[0];
}
