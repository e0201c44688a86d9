import type { Document, Location, Position, Range } from "./document.ts";
import { kept } from "./remember.ts";

/** 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  return positionAt(text, offset).line;
}

/** Line and column of an offset: 1-based, columns in UTF-16 units; a leading BOM takes no column. */
export function positionAt(text: string, offset: number): Position {
  const starts = lineStarts(text);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: Math.max(1, offset - (starts[low] as number) + 1) };
}

/** Where a range of a document stands. */
export function locationOf({ file, text }: Pick<Document, "file" | "text">, range: Range): Location {
  return { file, range, start: positionAt(text, range.start), end: positionAt(text, range.end) };
}

/** The text of a 1-based line, without its line break. */
export function lineText(text: string, line: number): string {
  const starts = lineStarts(text);
  const start = starts[line - 1] ?? text.length;
  const next = starts[line];
  if (next === undefined) return text.slice(start);
  return text.slice(start, text[next - 2] === "\r" ? Math.max(start, next - 2) : next - 1);
}

/** The offset at which the line of an offset starts, behind a BOM. */
export function startOfLine(text: string, offset: number): number {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  return start === 0 && text.startsWith("\uFEFF") ? 1 : start;
}

/** The offset of the line break behind an offset, or of the text's end. */
export function endOfLine(text: string, offset: number): number {
  const found = text.indexOf("\n", offset);
  const end = found === -1 ? text.length : found;
  return found > offset && text[end - 1] === "\r" ? end - 1 : end;
}

/** 0-based column of an offset. */
export function columnAt(text: string, offset: number): number {
  return offset - startOfLine(text, offset);
}

/** The white space that an offset's line starts with, if nothing else stands before the offset. */
export function indentBefore(text: string, offset: number): string | undefined {
  const before = text.slice(startOfLine(text, offset), offset);
  return before.trim() === "" ? before : undefined;
}

/** The start of the white space before an offset. */
export function startOfGap(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && /\s/.test(text[start - 1] as string)) start--;
  return start;
}

/** Offset of each line's first character. */
const lineStarts = kept((text: string): readonly number[] => {
  const starts = [text.startsWith("\uFEFF") ? 1 : 0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
});
