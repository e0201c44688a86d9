import type { Document, Edit, Patch, Path, Range, Siblings, Value } from "../types.ts";
import { walk } from "./locate.ts";
import { patchedValue, sameValue } from "./patched.ts";
import { reread } from "./read.ts";
import { removal } from "./remove.ts";
import { isFields, isList, renderBlock, renderEntry, renderFlow, renderItem, renderJson } from "./render.ts";
import { columnAt, type Style, styleOf } from "./style.ts";
import type { Entry, Mapping, Node, Sequence } from "./tree.ts";

export interface Refusal {
  readonly declined: string;
}

/**
 * The document after one patch: one splice, every other byte kept. The text is read again, and a splice that changes anything
 * but the patched path is refused: so are places behind an alias or a merge key, whose text other places share.
 */
export function applyPatch(document: Document, patch: Patch): Document | Refusal {
  const edit = editFor(document, patch);
  if ("declined" in edit) return edit;
  const { text, range } = document;
  const chunk = text.slice(range.start, edit.range.start) + edit.text + text.slice(edit.range.end, range.end);
  const changed = reread(document, chunk);
  if (typeof changed === "string") return { declined: `the changed text could not be read again (${changed})` };
  const wanted = patchedValue(document.value, patch);
  return sameValue(changed.value, wanted) ? changed : { declined: "the text is written in a way that this change would break" };
}

/** The splice of a patch. */
export function editFor(document: Document, patch: Patch): Edit | Refusal {
  const { node, depth, shared, entry } = walk(document.tree as Node, patch.path);
  if (shared) return { declined: "the text is shared through an anchor" };
  const exists = depth === patch.path.length;
  if (patch.op === "remove") return exists ? removal(document, patch.path) : { declined: "there is nothing to remove" };
  const style = styleOf(document);
  if (patch.op === "append" && exists && node.kind === "sequence" && node.items.length > 0) {
    return appendItem(document, node, patch.value, style);
  }
  const value = patch.op === "append" ? [patch.value] : patch.value;
  const place: Target = { document, style, keyColumn: entry && columnAt(document.text, entry.keyRange.start), inFlow: false };
  const target = { ...place, inFlow: style.json || isInFlow(document, patch.path.slice(0, depth)) };
  if (exists) return replace(target, node, value);
  const rest = patch.path.slice(depth);
  const nested = nest(rest.slice(1), value);
  const [step] = rest;
  if (node.kind === "mapping" && node.entries.length > 0 && typeof step === "string") {
    return node.flow
      ? insertInBraces(target, node, step, nested, patch.among)
      : insertLines(target, node, step, nested, patch.among);
  }
  if (isEmpty(node)) return replace(target, node, nest(rest, value));
  return { declined: "something else is written where the change belongs" };
}

interface Target {
  readonly document: Document;
  readonly style: Style;
  /** Column of the key that the deepest existing node belongs to. */
  readonly keyColumn: number | undefined;
  /** Whether the node stands inside brackets or braces. */
  readonly inFlow: boolean;
}

/** The value at the end of a path that does not exist: the mappings (and lists) that lead to it. */
function nest(path: Path, value: Value): Value {
  return path.reduceRight<Value>((inner, step) => (typeof step === "number" ? [inner] : { [step]: inner }), value);
}

function isEmpty(node: Node): boolean {
  if (node.kind === "scalar") return node.value === null;
  return node.kind === "mapping" ? node.entries.length === 0 : node.kind === "sequence" && node.items.length === 0;
}

function isInFlow(document: Document, path: Path): boolean {
  return path.some((_, depth) => {
    const { node } = walk(document.tree as Node, path.slice(0, depth));
    return node.kind !== "scalar" && node.flow;
  });
}

function replace({ document, style, keyColumn, inFlow }: Target, node: Node, value: Value): Edit {
  const { range } = node;
  if (inFlow || keyColumn === undefined) {
    const space = range.start === range.end ? " " : "";
    return { range, text: space + renderFlow(value, style) };
  }
  const text = renderBlock(value, keyColumn, style);
  const behindColon = startOfGap(document.text, range.start);
  if (!text.startsWith(style.eol)) {
    const isNothing = range.start === range.end;
    return isNothing || node.kind === "scalar" || isOnKeyLine(document.text, range)
      ? { range, text: isNothing ? text : text.slice(1) }
      : { range: { start: behindColon, end: range.end }, text };
  }
  const lineEnd = endOfLine(document.text, range.end);
  const comment = document.text.slice(range.end, lineEnd);
  return { range: { start: behindColon, end: lineEnd }, text: (comment.trim() ? ` ${comment.trim()}` : "") + text };
}

function isOnKeyLine(text: string, { start }: Range): boolean {
  return text[startOfGap(text, start) - 1] === ":" && !text.slice(startOfGap(text, start), start).includes("\n");
}

/** The start of the white space before an offset. */
function startOfGap(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && /\s/.test(text[start - 1] as string)) start--;
  return start;
}

/** The offset of the line break (or the end) behind an offset; where a block scalar ended with its line, that line's. */
function endOfLine(text: string, offset: number): number {
  const from = text[offset - 1] === "\n" ? offset - 1 : offset;
  const found = text.indexOf("\n", from);
  const end = found === -1 ? text.length : found;
  return text[end - 1] === "\r" && end > from ? end - 1 : end;
}

function insertLines(target: Target, mapping: Mapping, key: string, value: Value, among: Siblings = {}): Edit {
  const { document, style } = target;
  const column = columnAt(document.text, mapping.entries[0]?.keyRange.start ?? mapping.range.start);
  const lines = renderEntry(key, value, column, style);
  const next = mapping.entries.find((entry) => among.before?.includes(entry.key));
  const lineStart = next && next.keyRange.start - column;
  if (lineStart !== undefined && document.text.slice(lineStart, lineStart + column).trim() === "") {
    return { range: { start: lineStart, end: lineStart }, text: lines + style.eol };
  }
  return lineBehind(document, previousOf(mapping, among)?.node.range.end ?? mapping.range.end, lines, style);
}

/** The entry behind which a new key goes. */
function previousOf({ entries }: Mapping, { after = [] }: Siblings): Entry | undefined {
  return entries.findLast(({ key }) => after.includes(key)) ?? entries.at(-1);
}

/** Whole lines, put behind the line on which `offset` stands. */
function lineBehind({ text }: Document, offset: number, lines: string, { eol }: Style): Edit {
  const at = endOfLine(text, offset);
  const end = { start: at, end: at };
  const startsLine = at > 0 && text[at - 1] === "\n" && text[offset - 1] === "\n" && at >= offset;
  return { range: end, text: startsLine ? lines : eol + lines };
}

function insertInBraces(target: Target, mapping: Mapping, key: string, value: Value, among: Siblings = {}): Edit {
  const { document, style } = target;
  const at = previousOf(mapping, among)?.node.range.end ?? mapping.range.start + 1;
  const first = mapping.entries[0]?.keyRange.start ?? mapping.range.start + 1;
  const isQuoted = document.text[first] === '"';
  const line = lineIndent(document.text, first);
  const own = { ...style, json: isQuoted, quotes: isQuoted ? ("double" as const) : style.quotes };
  if (line === undefined) {
    return { range: { start: at, end: at }, text: `, ${renderFlow({ [key]: value }, own).slice(1, -1)}` };
  }
  const entry = isQuoted ? `${JSON.stringify(key)}: ${renderJson(value, line.length, indentOf(document, mapping, line), style.eol)}`
    : renderFlow({ [key]: value }, own).slice(1, -1);
  return { range: { start: at, end: at }, text: `,${style.eol}${line}${entry}` };
}

/** The white space before an offset, if nothing else stands before it on its line. */
function lineIndent(text: string, offset: number): string | undefined {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return line.trim() === "" && text.lastIndexOf("\n", offset - 1) !== -1 ? line : undefined;
}

function indentOf({ text }: Document, { range }: Mapping, line: string): number {
  const outer = /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", range.start - 1) + 1))?.[0].length ?? 0;
  return Math.max(1, line.length - outer);
}

function appendItem(document: Document, list: Sequence, value: Value, style: Style): Edit {
  const last = list.items.at(-1) as Node;
  if (!list.flow) return lineBehind(document, last.range.end, renderItem(value, columnAt(document.text, list.range.start), style), style);
  const at = last.range.end;
  const line = lineIndent(document.text, last.range.start);
  const isQuoted = document.text[last.range.start] === '"' || (last.kind === "mapping" && document.text[(last.entries[0]?.keyRange.start ?? 0)] === '"');
  const own = { ...style, json: style.json || isQuoted };
  if (line === undefined) return { range: { start: at, end: at }, text: `, ${renderFlow(value, own)}` };
  const item = own.json && (isFields(value) || isList(value)) ? renderJson(value, line.length, style.indent, style.eol) : renderFlow(value, own);
  return { range: { start: at, end: at }, text: `,${style.eol}${line}${item}` };
}
