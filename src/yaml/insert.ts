import type { Document, Edit, Range, Siblings, Value } from "../types.ts";
import { columnAt, endOfLine, indentBefore } from "./position.ts";
import { renderBrackets, renderEntry, renderItem, renderMember } from "./render.ts";
import type { Style } from "./style.ts";
import type { Mapping, Node, Sequence } from "./tree.ts";

/** An entry with its key, or a list's item without one. */
export interface Addition {
  readonly key?: string;
  readonly value: Value;
  readonly among?: Siblings | undefined;
}

/** The splice that adds to a mapping or a list that holds something already. */
export function insertion({ text }: Document, into: Mapping | Sequence, addition: Addition, style: Style): Edit {
  const parts = partsOf(into);
  const index = indexIn(into, addition.among);
  const own = { ...style, ...styleOfPart(text, into, parts.at(-1) as Range) };
  return into.flow
    ? inBrackets(text, parts, index, addition, own)
    : onLines(text, into, parts[index - 1], addition, own);
}

/** The text of each entry, key included, or of each item. */
export function partsOf(node: Mapping | Sequence): readonly Range[] {
  if (node.kind === "sequence") return node.items.map(({ range }) => range);
  return node.entries.map(({ keyRange, node: value }) => ({
    start: keyRange.start,
    end: Math.max(keyRange.end, value.range.end),
  }));
}

function indexIn(node: Mapping | Sequence, { before = [], after = [] }: Siblings = {}): number {
  if (node.kind === "sequence") return node.items.length;
  const next = node.entries.findIndex(({ key }) => before.includes(key));
  if (next !== -1) return next;
  const previous = node.entries.findLastIndex(({ key }) => after.includes(key));
  return previous === -1 ? node.entries.length : previous + 1;
}

/** What stands beside it shows how it is quoted. */
function styleOfPart(text: string, into: Mapping | Sequence, last: Range): Partial<Style> {
  const isQuoted = text[last.start] === '"' || text.startsWith('{"', last.start);
  if (into.flow && isQuoted) return { json: true };
  const item: Node | undefined = into.kind === "sequence" ? into.items.at(-1) : undefined;
  return item?.kind === "scalar" && item.style !== "block" && typeof item.value === "string"
    ? { quotes: item.style }
    : {};
}

function onLines(
  text: string,
  into: Mapping | Sequence,
  previous: Range | undefined,
  { key, value }: Addition,
  style: Style,
): Edit {
  const column = columnAt(text, into.range.start);
  const lines = key === undefined ? renderItem(value, column, style) : renderEntry(key, value, column, style);
  if (previous) return at(endOfLine(text, previous.end), style.eol + lines);
  return at(into.range.start, lines.slice(column) + style.eol + " ".repeat(column));
}

function inBrackets(
  text: string,
  parts: readonly Range[],
  index: number,
  { key, value }: Addition,
  style: Style,
): Edit {
  const line = indentBefore(text, (parts[0] as Range).start);
  const written = renderBrackets(value, line, style);
  const added = key === undefined ? written : renderMember(key, written, style);
  const lineBreak = line === undefined ? undefined : style.eol + line;
  const previous = parts[index - 1];
  if (!previous) return at((parts[0] as Range).start, `${added},${lineBreak ?? style.gap}`);
  const lineEnd = endOfLine(text, previous.end);
  const rest = text.slice(previous.end, lineEnd);
  const [isLineEnd, comma] = /^[ \t]*(,?)[ \t]*(?:#.*)?$/.exec(rest) ?? [];
  if (lineBreak === undefined || isLineEnd === undefined) return at(previous.end, `,${lineBreak ?? style.gap}${added}`);
  if (comma) return at(lineEnd, `${lineBreak}${added},`);
  return { range: { start: previous.end, end: lineEnd }, text: `,${rest}${lineBreak}${added}` };
}

function at(offset: number, text: string): Edit {
  return { range: { start: offset, end: offset }, text };
}
