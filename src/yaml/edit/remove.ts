import type { Document } from "../document.ts";
import { descend } from "../locate.ts";
import type { Path } from "../path.ts";
import { columnAt, endOfLine, indentBefore, type Range, startOfLine } from "../position.ts";
import type { Sequence } from "../tree.ts";
import { partRanges } from "./insert.ts";
import type { Splice } from "./patch.ts";
import { replacement } from "./replace.ts";
import type { Style } from "./value-text.ts";

/**
 * The splice that removes an entry or a list item; `undefined` where there is none. The last of its block leaves `{}` or `[]`. A comment after
 * what is removed stays, on a line of its own.
 */
export function removal(document: Document, path: Path, style: Style): Splice | undefined {
  const { text } = document;
  const parent = descend(document, path.slice(0, -1));
  const { node } = parent;
  const step = path.at(-1);
  if (node.kind === "scalar") return undefined;
  const index = node.kind === "mapping" ? node.entries.findIndex(({ key }) => key === step) : Number(step);
  const parts = node.flow || node.kind === "mapping" ? partRanges(node) : partsWithDashes(text, node);
  const part = parts[index];
  if (!part) return undefined;
  if (parts.length === 1) return replacement(document, parent, node.kind === "mapping" ? {} : [], style);
  return node.flow
    ? removeFromBrackets(text, parts[index - 1], part, parts[index + 1])
    : removeLines(text, part, parts[index + 1]);
}

/** The items of a list with their dashes. Each dash starts its line, except the first, which is where the list itself starts. */
function partsWithDashes(text: string, { items, range }: Sequence): Range[] {
  const dash = `\n${" ".repeat(columnAt(text, range.start))}-`;
  return items.map((item, index) => {
    const previous = items[index - 1];
    return {
      start: previous ? text.indexOf(dash, previous.range.end) + dash.length - 1 : range.start,
      end: item.range.end,
    };
  });
}

function removeFromBrackets(
  text: string,
  previous: Range | undefined,
  { start, end }: Range,
  next: Range | undefined,
): Splice {
  const gap = next ? { start, end: next.start } : { start: previous?.end ?? start, end };
  const around = text.slice(gap.start, start) + text.slice(end, gap.end);
  if (!around.includes("#")) return { range: gap, text: "" };
  const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0;
  return { range: { start, end: end + comma }, text: "" };
}

function removeLines(text: string, { start, end }: Range, next: Range | undefined): Splice {
  const lineEnd = endOfLine(text, end);
  const isCommented = text.slice(end, lineEnd).trim() !== "";
  const isAlone = indentBefore(text, start) !== undefined;
  // The first entry of a list's item shares its line with the dash: the next one takes its place.
  if (!isAlone && next && !text.slice(end, next.start).includes("#"))
    return { range: { start, end: next.start }, text: "" };
  if (!isAlone || isCommented)
    return { range: { start, end: end + text.slice(end, lineEnd).search(/\S|$/) }, text: "" };
  const nextLine = text.indexOf("\n", lineEnd) + 1;
  if (nextLine > 0) return { range: { start: startOfLine(text, start), end: nextLine }, text: "" };
  // The text ends here without a line break: the line before becomes the last one.
  const lineStart = startOfLine(text, start);
  return { range: { start: lineStart - (text[lineStart - 2] === "\r" ? 2 : 1), end: lineEnd }, text: "" };
}
