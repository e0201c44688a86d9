import { applyTogether, type Document, endOfLine, type Patch, type Range, startOfLine } from "../../yaml/index.ts";
import { editBetween } from "../carry.ts";
import type { ChartReading } from "./chart-reading.ts";
import type { Site, Template } from "./marks.ts";
import { indentAt } from "./template-lines.ts";

/** A change of a template's literal text: new keys beside others, or an edit. */
export type TemplatePatch =
  | {
      readonly kind: "insertion";
      readonly template: Template;
      /** Where its lines begin or, where it follows a line, where that ends. */
      readonly offset: number;
      readonly follows: boolean;
      readonly column: number;
      /** By the path in the mapping that is added to. */
      readonly patch: Patch;
    }
  | {
      readonly kind: "edit";
      readonly template: Template;
      readonly document: Document;
      readonly patch: Patch;
      readonly range: Range;
      readonly text: string;
    };

const notLiteral = "what is to be changed is not written in a template as it is rendered";

/** The edit of a template's text that is some patches of a rendered document, or a reason as a clause. */
export function editFor(
  document: Document,
  patches: readonly [Patch, ...Patch[]],
  reading: ChartReading,
): TemplatePatch | string {
  const changed = applyTogether(document, patches);
  if ("declined" in changed) return changed.declined;
  const { text } = document;
  const edit = alignToLines(text, editBetween(text, changed.text));
  const removed = text.slice(edit.range.start, edit.range.end);
  const place =
    removed.includes("\n") || edit.text.includes("\n")
      ? placeLines(text, edit, reading)
      : placeInLine(text, edit, reading);
  return place ? { kind: "edit", document, patch: patches[0], ...place } : notLiteral;
}

interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/** The same edit, as one of whole lines where it only adds or only removes lines. */
function alignToLines(before: string, { range, text }: TextEdit): TextEdit {
  let { start, end } = range;
  let added = text;
  if (start < end && added !== "") return { range, text };
  if (added.startsWith("\n") && before[start] === "\n") {
    added = `${added.slice(1)}\n`;
    start = end = start + 1;
  }
  const last = () => (added === "" ? before[end - 1] : added.at(-1));
  while (before[start - 1] !== "\n" && before[start - 1] === last()) {
    if (added !== "") added = last() + added.slice(0, -1);
    start--;
    end--;
  }
  return before[start - 1] === "\n" && last() === "\n" ? { range: { start, end }, text: added } : { range, text };
}

/** An edit of a part of a line, in the template. */
function placeInLine(text: string, { range, text: added }: TextEdit, { map }: ChartReading) {
  // What is only added stands behind the character before it, or else before the next.
  const isAdded = range.start === range.end;
  const isBefore = isAdded && !map.originAt(range.start - 1)?.literal;
  const from = isAdded && !isBefore ? range.start - 1 : range.start;
  const literal = map.originAt(from)?.literal;
  const last = map.originAt(Math.max(from, range.end - 1))?.literal;
  if (!literal || literal.site !== last?.site) return undefined;
  const { template } = literal.site;
  const known = text.slice(from, Math.max(range.end, from + 1));
  if (!template.text.startsWith(known, literal.offset)) return undefined;
  const start = literal.offset + (isAdded && !isBefore ? 1 : 0);
  return { template, range: { start, end: start + range.end - range.start }, text: added };
}

/** An edit of whole lines, in the template: of those that are replaced, or behind the line above. */
function placeLines(before: string, { range: { start, end }, text: written }: TextEdit, { map, tokens }: ChartReading) {
  const from = startOfLine(before, start);
  const isWhole = start === from && (end === start || before[end - 1] === "\n");
  const to = isWhole ? end : Math.min(before.length, endOfLine(before, end) + 1);
  const added = before.slice(from, start) + written + before.slice(end, to);
  const replaced = before.slice(from, to).split("\n").slice(0, -1);
  const anchor = replaced.length > 0 ? from : startOfLine(before, Math.max(0, from - 1));
  const rows = replaced.length > 0 ? replaced : [before.slice(anchor, endOfLine(before, anchor))];
  let at = anchor;
  let site: Site | undefined;
  let first: number | undefined;
  let next: number | undefined;
  for (const row of rows) {
    const literal = row.trim() === "" ? undefined : map.originAt(at + indentAt(row, 0))?.literal;
    if (!literal) return undefined;
    const source = literal.site.template.text;
    const line = startOfLine(source, literal.offset);
    const stop = endOfLine(source, line);
    if (source.slice(line, stop).trim() !== row.trim() || (next !== undefined && line !== next)) return undefined;
    site ??= literal.site;
    first ??= line;
    next = Math.min(source.length, source.indexOf("\n", line) + 1 || source.length);
    at += row.length + 1;
  }
  if (!site || first === undefined || next === undefined) return undefined;
  const { template, token } = site;
  // What is added behind a line is in force where the line is.
  const behind = tokens.get(template)?.find(({ range }) => range.end > (next ?? 0));
  const isInArm = behind ? behind.parent === token.parent && behind.arm === token.arm : token.parent === undefined;
  if (replaced.length === 0 && !isInArm) return undefined;
  const shift = indentAt(template.text, first) - indentAt(before, anchor);
  const lines = added.split("\n").map((line) => {
    const indent = indentAt(line, 0);
    return line === "" ? line : " ".repeat(Math.max(0, indent + shift)) + line.slice(indent);
  });
  const text = lines.join(template.text.includes("\r\n") ? "\r\n" : "\n");
  return { template, range: { start: replaced.length > 0 ? first : next, end: next }, text };
}
