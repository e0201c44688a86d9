import type { Document } from "../document.ts";
import type { Descent } from "../locate.ts";
import { columnAt, endOfLine, indentBefore, startOfGap } from "../position.ts";
import type { MappingEntry, Node } from "../tree.ts";
import { isEmpty, isFields, isList, type Value } from "../value.ts";
import type { Splice } from "./patch.ts";
import { renderBlock, renderBrackets, renderFlow, type Style } from "./value-text.ts";

/** The splice that writes a value in place of another one, or where nothing is written. */
export function replacement({ text }: Document, { node, entry, inFlow }: Descent, value: Value, style: Style): Splice {
  if (!entry || inFlow) {
    const line = indentBefore(text, (entry?.keyRange ?? node.range).start);
    const isQuoted = entry !== undefined && text[entry.keyRange.start] === '"';
    const written = renderBrackets(value, line, { ...style, json: style.json || isQuoted });
    const gap = node.range.start === node.range.end ? " " : "";
    return { range: node.range, text: gap + written };
  }
  const keepsBrackets =
    node.kind !== "scalar" && node.flow && node.range.end - node.range.start > 2 && (isList(value) || isFields(value));
  const written =
    keepsBrackets && !isEmpty(value)
      ? ` ${renderFlow(value, style)}`
      : renderBlock(value, columnAt(text, entry.keyRange.start), style);
  return written.startsWith(" ")
    ? replaceOnKeyLine(text, entry, node, written)
    : replaceBelowKey(text, entry, node, written);
}

/** Writes ` value` after the colon. A scalar may stay on the line of the one before it. */
function replaceOnKeyLine(text: string, entry: MappingEntry, node: Node, written: string): Splice {
  const { start, end } = node.range;
  if (start === end) return { range: node.range, text: written };
  const colon = endOfColon(text, entry);
  const gap = text.slice(colon, start);
  if (node.kind === "scalar" || !gap.includes("\n")) return { range: node.range, text: written.slice(1) };
  const anchor = /^[^#\r\n]*/.exec(gap)?.[0].trimEnd() ?? "";
  return { range: { start: colon + anchor.length, end }, text: written };
}

/** Writes lines below the key. A comment after the key stays there. */
function replaceBelowKey(text: string, entry: MappingEntry, node: Node, written: string): Splice {
  const { start, end } = node.range;
  const lineEnd = endOfLine(text, end);
  if (start === end) return { range: { start: lineEnd, end: lineEnd }, text: written };
  const isBelow = text.slice(endOfColon(text, entry), start).includes("\n");
  if (isBelow) return { range: { start: startOfGap(text, start), end }, text: written };
  const comment = text.slice(end, lineEnd);
  return { range: { start: startOfGap(text, start), end: lineEnd }, text: (comment.trim() && comment) + written };
}

function endOfColon(text: string, { keyRange }: MappingEntry): number {
  return text.indexOf(":", keyRange.end) + 1;
}
