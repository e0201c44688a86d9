import type { Document, Path, Range } from "../document.ts";
import { walk } from "../locate.ts";
import { columnAt, endOfLine, indentBefore, startOfLine } from "../position.ts";
import type { Mapping, Sequence } from "../tree.ts";
import { partsOf } from "./insert.ts";
import type { Edit } from "./patch.ts";
import { replacement } from "./replace.ts";
import { styleOf } from "./style.ts";

/**
 * The splice that removes an entry or a list item that exists. The last of its block leaves `{}` or `[]`. A comment behind what is removed
 * stays, on a line of its own.
 */
export function removal(document: Document, path: Path): Edit {
  const parent = walk(document, path.slice(0, -1));
  const node = parent.node as Mapping | Sequence;
  const step = path.at(-1);
  const parts = node.flow || node.kind === "mapping" ? partsOf(node) : withDashes(document.text, node);
  if (parts.length === 1) return replacement(document, parent, node.kind === "mapping" ? {} : [], styleOf(document));
  const index = node.kind === "mapping" ? node.entries.findIndex(({ key }) => key === step) : Number(step);
  return (node.flow ? fromBrackets : fromLines)(document.text, parts, index);
}

/** The items of a list with their dashes, which start their lines: all but the first, where the list itself starts. */
function withDashes(text: string, { items, range }: Sequence): Range[] {
  const dash = `\n${" ".repeat(columnAt(text, range.start))}-`;
  return items.map((item, index) => {
    const previous = items[index - 1];
    return {
      start: previous ? text.indexOf(dash, previous.range.end) + dash.length - 1 : range.start,
      end: item.range.end,
    };
  });
}

function fromBrackets(text: string, parts: readonly Range[], index: number): Edit {
  const { start, end } = parts[index] as Range;
  const next = parts[index + 1];
  const previous = parts[index - 1];
  const gap = next ? { start, end: next.start } : { start: previous?.end ?? start, end };
  const around = text.slice(gap.start, start) + text.slice(end, gap.end);
  if (!around.includes("#")) return { range: gap, text: "" };
  const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0;
  return { range: { start, end: end + comma }, text: "" };
}

function fromLines(text: string, parts: readonly Range[], index: number): Edit {
  const { start, end } = parts[index] as Range;
  const lineEnd = endOfLine(text, end);
  const isCommented = text.slice(end, lineEnd).trim() !== "";
  const isAlone = indentBefore(text, start) !== undefined;
  const next = parts[index + 1];
  // The first entry of a list's item shares its line with the dash: the next one takes its place.
  if (!isAlone && next && !text.slice(end, next.start).includes("#"))
    return { range: { start, end: next.start }, text: "" };
  if (!isAlone || isCommented)
    return { range: { start, end: end + text.slice(end, lineEnd).search(/\S|$/) }, text: "" };
  const nextLine = text.indexOf("\n", lineEnd) + 1;
  if (nextLine > 0) return { range: { start: startOfLine(text, start), end: nextLine }, text: "" };
  // The last line of a text without a line break at its end: the one before it becomes the last.
  const lineStart = startOfLine(text, start);
  return { range: { start: lineStart - (text[lineStart - 2] === "\r" ? 2 : 1), end: lineEnd }, text: "" };
}
