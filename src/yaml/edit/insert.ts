import type { Document } from "../document.ts";
import { columnAt, endOfLine, indentBefore, type Range, startOfLine } from "../position.ts";
import type { Mapping, Sequence } from "../tree.ts";
import type { Value } from "../value.ts";
import type { Siblings, Splice } from "./patch.ts";
import { renderBrackets, renderEntry, renderItem, renderMember, type Style } from "./value-text.ts";

/** An entry with its key, or a list's item without one. */
export interface Addition {
  readonly key?: string;
  readonly value: Value;
  readonly among?: Siblings | undefined;
}

/** The splices that add to a mapping or list that already holds something, as if one came after the other. Brackets take one at a time. */
export function insertions(
  { text }: Document,
  into: Mapping | Sequence,
  additions: readonly Addition[],
  documentStyle: Style,
): Splice[] {
  const parts = partRanges(into);
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return [];
  const style = { ...documentStyle, ...styleOfPart(text, into, last) };
  // Additions that follow one another go in together, after the part before them.
  const runs: { readonly previous?: Range; readonly additions: Addition[] }[] = [];
  for (const slot of slotsIn(into, parts, additions)) {
    if ("part" in slot) runs.push({ previous: slot.part, additions: [] });
    else if (runs.length === 0) runs.push({ additions: [slot.addition] });
    else runs.at(-1)?.additions.push(slot.addition);
  }
  return runs.flatMap(({ previous, additions: [addition, ...rest] }) => {
    if (!addition) return [];
    return into.flow
      ? insertInBrackets(text, first, previous, addition, style)
      : insertLines(text, into, previous, [addition, ...rest], style);
  });
}

type Slot = { readonly key: string | undefined } & ({ readonly part: Range } | { readonly addition: Addition });

/** The parts that are there and the additions, in order: each addition finds its place among those before it. */
function slotsIn(into: Mapping | Sequence, parts: readonly Range[], additions: readonly Addition[]): Slot[] {
  const keys = into.kind === "mapping" ? into.entries.map(({ key }) => key) : [];
  const slots: Slot[] = parts.map((part, index) => ({ part, key: keys[index] }));
  for (const addition of additions) {
    const index = into.kind === "mapping" ? indexAmong(slots, addition.among) : slots.length;
    slots.splice(index, 0, { addition, key: addition.key });
  }
  return slots;
}

function indexAmong(slots: readonly Slot[], { before = [], after = [] }: Siblings = {}): number {
  const isOneOf = (keys: readonly string[]) => (slot: Slot) => slot.key !== undefined && keys.includes(slot.key);
  const next = slots.findIndex(isOneOf(before));
  if (next !== -1) return next;
  const previous = slots.findLastIndex(isOneOf(after));
  return previous === -1 ? slots.length : previous + 1;
}

/** The text of each entry, key included, or of each item. */
export function partRanges(node: Mapping | Sequence): readonly Range[] {
  if (node.kind === "sequence") return node.items.map(({ range }) => range);
  return node.entries.map(({ keyRange, node: value }) => ({
    start: keyRange.start,
    end: Math.max(keyRange.end, value.range.end),
  }));
}

/** What an addition's neighbour shows of how it should be quoted. */
function styleOfPart(text: string, into: Mapping | Sequence, last: Range): Partial<Style> {
  const isQuoted = text[last.start] === '"' || text.startsWith('{"', last.start);
  if (into.flow && isQuoted) return { json: true };
  const item = into.kind === "sequence" ? into.items.at(-1) : undefined;
  return item?.kind === "scalar" && item.style !== "block" && typeof item.value === "string"
    ? { quotes: item.style }
    : {};
}

function insertLines(
  text: string,
  into: Mapping | Sequence,
  previous: Range | undefined,
  additions: readonly Addition[],
  style: Style,
): Splice {
  const column = columnAt(text, into.range.start);
  const lines = additions
    .map(({ key, value }) =>
      key === undefined ? renderItem(value, column, style) : renderEntry(key, value, column, style),
    )
    .join(style.eol);
  if (previous) return insertAt(endOfPart(text, previous, column), style.eol + lines);
  const start = startWithComments(text, into.range.start);
  if (start !== undefined) return insertAt(start, lines + style.eol);
  return insertAt(into.range.start, lines.slice(column) + style.eol + " ".repeat(column));
}

/** Where a part of a block that starts at a column ends, with the comments below that stand deeper than the block: they are the part's own. */
function endOfPart(text: string, { end }: Range, column: number): number {
  let at = endOfLine(text, end);
  for (;;) {
    const next = text.indexOf("\n", at) + 1;
    const indent = next === 0 ? undefined : /^[ \t]*(?=#)/.exec(text.slice(next, endOfLine(text, next)))?.[0];
    if (indent === undefined || indent.length <= column) return at;
    at = endOfLine(text, next);
  }
}

/** The start of the comments right above a line's first word, which belong to it, or of the line where there are none; `undefined` behind other words. */
function startWithComments(text: string, offset: number): number | undefined {
  if (indentBefore(text, offset) === undefined) return undefined;
  let start = startOfLine(text, offset);
  while (start > 0 && text[start - 1] === "\n") {
    const above = startOfLine(text, start - 1);
    if (!/^[ \t]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

function insertInBrackets(
  text: string,
  first: Range,
  previous: Range | undefined,
  { key, value }: Addition,
  style: Style,
): Splice {
  const indent = indentBefore(text, first.start);
  const written = renderBrackets(value, indent, style);
  const added = key === undefined ? written : renderMember(key, written, style);
  const lineBreak = indent === undefined ? undefined : style.eol + indent;
  if (!previous) {
    const start = lineBreak === undefined ? undefined : startWithComments(text, first.start);
    return start === undefined
      ? insertAt(first.start, `${added},${style.gap}`)
      : insertAt(start, `${indent}${added},${style.eol}`);
  }
  const lineEnd = endOfLine(text, previous.end);
  const rest = text.slice(previous.end, lineEnd);
  const [isLineEnd, comma] = /^[ \t]*(,?)[ \t]*(?:#.*)?$/.exec(rest) ?? [];
  if (lineBreak === undefined || isLineEnd === undefined)
    return insertAt(previous.end, `,${lineBreak ?? style.gap}${added}`);
  if (comma) return insertAt(lineEnd, `${lineBreak}${added},`);
  return { range: { start: previous.end, end: lineEnd }, text: `,${rest}${lineBreak}${added}` };
}

function insertAt(offset: number, text: string): Splice {
  return { range: { start: offset, end: offset }, text };
}
