import type { Document } from "../document.ts";
import { columnAt, indentBefore, startOfLine } from "../position.ts";
import type { Mapping, Node, Sequence } from "../tree.ts";
import type { Quotes, Style } from "./value-text.ts";

/** The style that a document is written in. Where it shows nothing: two spaces, plain words and block lists. */
export function styleOf({ text, range, tree, style }: Document): Style {
  // What one patch added does not decide how the next one is written.
  if (style) return style;
  const seen = {
    indent: count<number>(),
    listIndent: count<number>(),
    flowLists: count<boolean>(),
    quotes: new Map<string, Count<Quotes>>(),
    keyQuotes: count<Quotes>(),
  };
  const flow = { quotedKeys: count<boolean>(), gap: count<"" | " ">(), indent: count<string>() };
  observe(tree, undefined, "");
  const inside = text.indexOf("\n", range.start);
  const lineBreak = inside === -1 || inside >= range.end ? text.indexOf("\n") : inside;
  return {
    eol: text[lineBreak - 1] === "\r" ? "\r\n" : "\n",
    indent: mostFrequent(seen.indent) ?? 2,
    listIndent: mostFrequent(seen.listIndent) ?? 2,
    flowLists: mostFrequent(seen.flowLists) ?? false,
    quotes: mostFrequent(votesOf(seen.quotes)) ?? "plain",
    keyQuotes: mostFrequent(seen.keyQuotes) ?? "plain",
    json: tree.kind === "mapping" && tree.flow && !flow.quotedKeys.has(false),
    gap: mostFrequent(flow.gap) ?? " ",
    flowIndent: mostFrequent(flow.indent) ?? "  ",
  };

  function observe(node: Node, keyColumn: number | undefined, key: string): void {
    if (node.kind === "scalar" && typeof node.value === "string" && node.style !== "block")
      add(getOrMake(seen.quotes, key), node.style);
    if (node.kind === "sequence") observeList(node, keyColumn, key);
    if (node.kind === "mapping") observeMapping(node, keyColumn);
  }

  function observeList(list: Sequence, keyColumn: number | undefined, key: string): void {
    if (list.items.length > 0 && list.items.every(({ kind }) => kind === "scalar")) add(seen.flowLists, list.flow);
    if (list.flow) observeBrackets(list, list.items[0]?.range.start);
    const indent = columnAt(text, list.range.start) - (keyColumn ?? 0);
    // A key after a line break of another kind seems to be on the line before.
    if (!list.flow && keyColumn !== undefined && indent >= 0) add(seen.listIndent, indent);
    for (const item of list.items) observe(item, undefined, key);
  }

  function observeMapping(mapping: Mapping, keyColumn: number | undefined): void {
    const column = mapping.flow ? undefined : columnAt(text, mapping.range.start);
    if (column !== undefined && keyColumn !== undefined && column > keyColumn) add(seen.indent, column - keyColumn);
    if (mapping.flow) observeBrackets(mapping, mapping.entries[0]?.keyRange.start);
    for (const { key, keyRange, node } of mapping.entries) {
      if (mapping.flow) {
        add(flow.quotedKeys, text[keyRange.start] === '"');
        add(flow.gap, /\s/.test(text[keyRange.end + 1] ?? " ") ? " " : "");
      } else add(seen.keyQuotes, quotesAt(text, keyRange.start));
      observe(node, column, key);
    }
  }

  function observeBrackets({ range }: Mapping | Sequence, first: number | undefined): void {
    if (first === undefined || !text.slice(range.start, first).includes("\n")) return;
    const outer = /^[ \t]*/.exec(text.slice(startOfLine(text, range.start), range.start))?.[0] ?? "";
    const inner = indentBefore(text, first) ?? "";
    if (inner.startsWith(outer)) add(flow.indent, inner.slice(outer.length));
  }
}

function quotesAt(text: string, offset: number): Quotes {
  if (text[offset] === '"') return "double";
  return text[offset] === "'" ? "single" : "plain";
}

/** How often each value was seen. */
type Count<T> = Map<T, number>;

function count<T>(): Count<T> {
  return new Map();
}

function add<T>(counts: Count<T>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** Each key has one vote, for the quotes that it is written in most: a long list of quoted arguments says nothing about the rest. */
function votesOf<T>(counts: ReadonlyMap<string, Count<T>>): Count<T> {
  const votes = count<T>();
  for (const each of counts.values()) {
    const vote = mostFrequent(each);
    if (vote !== undefined) add(votes, vote);
  }
  return votes;
}

function getOrMake<T>(counts: Map<string, Count<T>>, key: string): Count<T> {
  const found = counts.get(key) ?? count<T>();
  counts.set(key, found);
  return found;
}

function mostFrequent<T>(counts: Count<T>): T | undefined {
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
