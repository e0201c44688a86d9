import type { Document } from "../document.ts";
import { columnAt, indentBefore, startOfLine } from "../position.ts";
import type { Mapping, Node, Sequence } from "../tree.ts";

/** How a document is written; what is added to it is written the same way. */
export interface Style {
  readonly eol: "\n" | "\r\n";
  /** Columns from a block mapping to the mapping inside it. */
  readonly indent: number;
  /** Columns from a key to the dashes of its list: 0 or more. */
  readonly listIndent: number;
  /** Whether lists of words stand in brackets. */
  readonly flowLists: boolean;
  readonly quotes: Quotes;
  readonly keyQuotes: Quotes;
  /** JSON: everything in braces, every key and word in double quotes. */
  readonly json: boolean;
  /** What stands behind colons and commas in brackets. */
  readonly gap: "" | " ";
  /** What brackets over several lines indent their lines by. */
  readonly flowIndent: string;
}

export type Quotes = "plain" | "single" | "double";

/** The style of a document, from what it shows; two spaces, plain words and block lists where it shows nothing. */
export function styleOf(document: Document): Style {
  if (latest?.document !== document) latest = { document, style: observed(document) };
  return latest.style;
}

/** A document that was changed is written as it was before: what was added has no say. */
export function keepStyle(before: Document, changed: Document): void {
  latest = { document: changed, style: styleOf(before) };
}

/** Of the document that was changed last: it is the one that is changed next. */
let latest: { readonly document: Document; readonly style: Style } | undefined;

function observed({ text, range, tree }: Document): Style {
  const root = tree as Node;
  const seen = {
    indent: count<number>(),
    listIndent: count<number>(),
    flowLists: count<boolean>(),
    quotes: new Map<string, Count<Quotes>>(),
    keyQuotes: count<Quotes>(),
  };
  const flow = { quotedKeys: count<boolean>(), gap: count<"" | " ">(), indent: count<string>() };
  observe(root, undefined, "");
  const inside = text.indexOf("\n", range.start);
  const lineBreak = inside === -1 || inside >= range.end ? text.indexOf("\n") : inside;
  return {
    eol: text[lineBreak - 1] === "\r" ? "\r\n" : "\n",
    indent: mostFrequent(seen.indent) ?? 2,
    listIndent: mostFrequent(seen.listIndent) ?? 2,
    flowLists: mostFrequent(seen.flowLists) ?? false,
    quotes: mostFrequent(votesOf(seen.quotes)) ?? "plain",
    keyQuotes: mostFrequent(seen.keyQuotes) ?? "plain",
    json: root.kind === "mapping" && root.flow && !flow.quotedKeys.has(false),
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
    // A key behind a line break of another kind seems to stand on the line before.
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
      } else
        add(
          seen.keyQuotes,
          ({ '"': "double", "'": "single" }[text[keyRange.start] ?? ""] as Quotes | undefined) ?? "plain",
        );
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

/** How often each value was seen. */
type Count<T> = Map<T, number>;

function count<T>(): Count<T> {
  return new Map();
}

function add<T>(counts: Count<T>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** Each key has one vote, for what it is written in most: a long list of quoted arguments says nothing of the rest. */
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
