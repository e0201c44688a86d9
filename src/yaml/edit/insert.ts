import type { Document, Range, Value } from "../document.ts";
import { columnAt, endOfLine, indentBefore } from "../position.ts";
import type { Mapping, Node, Sequence } from "../tree.ts";
import type { Edit, Siblings } from "./patch.ts";
import { renderBrackets, renderEntry, renderItem, renderMember } from "./render.ts";
import type { Style } from "./style.ts";

/** An entry with its key, or a list's item without one. */
export interface Addition {
  readonly key?: string;
  readonly value: Value;
  readonly among?: Siblings | undefined;
}

/** The splices that add to a mapping or a list that holds something already, as if one came behind the other. Brackets take one at a time. */
export function insertions(
  { text }: Document,
  into: Mapping | Sequence,
  additions: readonly Addition[],
  style: Style,
): Edit[] {
  const parts = partsOf(into);
  const own = { ...style, ...styleOfPart(text, into, parts.at(-1) as Range) };
  // What is there by its number, and what comes: each finds its place among those before it.
  const order: (number | Addition)[] = [...parts.keys()];
  const keys = into.kind === "mapping" ? into.entries.map(({ key }) => key) : [];
  for (const addition of additions) {
    const index = into.kind === "mapping" ? indexIn(keys, addition.among) : order.length;
    order.splice(index, 0, addition);
    keys.splice(index, 0, addition.key ?? "");
  }
  const edits: Edit[] = [];
  for (let index = 0; index < order.length; index++) {
    if (typeof order[index] === "number") continue;
    const start = index;
    while (index < order.length && typeof order[index] !== "number") index++;
    const added = order.slice(start, index) as Addition[];
    const previous = order[start - 1] as number | undefined;
    edits.push(
      into.flow
        ? inBrackets(text, parts, (previous ?? -1) + 1, added[0] as Addition, own)
        : onLines(text, into, previous === undefined ? undefined : parts[previous], added, own),
    );
  }
  return edits;
}

/** The text of each entry, key included, or of each item. */
export function partsOf(node: Mapping | Sequence): readonly Range[] {
  if (node.kind === "sequence") return node.items.map(({ range }) => range);
  return node.entries.map(({ keyRange, node: value }) => ({
    start: keyRange.start,
    end: Math.max(keyRange.end, value.range.end),
  }));
}

function indexIn(keys: readonly string[], { before = [], after = [] }: Siblings = {}): number {
  const next = keys.findIndex((key) => before.includes(key));
  if (next !== -1) return next;
  const previous = keys.findLastIndex((key) => after.includes(key));
  return previous === -1 ? keys.length : previous + 1;
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
  additions: readonly Addition[],
  style: Style,
): Edit {
  const column = columnAt(text, into.range.start);
  const lines = additions
    .map(({ key, value }) =>
      key === undefined ? renderItem(value, column, style) : renderEntry(key, value, column, style),
    )
    .join(style.eol);
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
