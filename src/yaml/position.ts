/** Half-open range of UTF-16 offsets into a file's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** 1-based line and column; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A range of a file, with its lines and columns. */
export interface Location {
  readonly file: string;
  readonly range: Range;
  readonly start: Position;
  readonly end: Position;
}

/** A file's text, and where the lines of a part of it start. */
export interface LinedText {
  readonly text: string;
  /** The 1-based number of the part's first line. */
  readonly firstLine: number;
  /** The offset at which each of the part's lines starts, in order. */
  readonly lineStarts: readonly number[];
}

/** A whole text, with its lines. */
export function withLines(text: string): LinedText {
  return { text, firstLine: 1, lineStarts: lineStartsIn(text, { start: 0, end: text.length }) };
}

/** The offset at which each line of a part starts, in order; the first may lie before the part. */
export function lineStartsIn(text: string, { start, end }: Range): number[] {
  const starts = [startOfLine(text, start)];
  for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** 1-based line of an offset. */
export function lineAt(lined: LinedText, offset: number): number {
  return findLine(lined, offset).line;
}

/** Line and column of an offset, both 1-based; a leading byte order mark takes no column. */
export function positionAt(lined: LinedText, offset: number): Position {
  const { line, start } = findLine(lined, offset);
  return { line, column: Math.max(0, offset - start) + 1 };
}

/** The lines and columns of a range of a document. */
export function locationOf(document: LinedText & { readonly file: string }, range: Range): Location {
  const { file } = document;
  return { file, range, start: positionAt(document, range.start), end: positionAt(document, range.end) };
}

/** The text of the line of an offset, without its line break. */
export function lineText(lined: LinedText, offset: number): string {
  const { text } = lined;
  return text.slice(findLine(lined, offset).start, endOfLine(text, offset));
}

/** The line of an offset: its 1-based number and the offset at which it starts. */
function findLine({ text, firstLine, lineStarts }: LinedText, offset: number): { line: number; start: number } {
  const index = countBefore(lineStarts, offset + 1) - 1;
  const start = lineStarts[index];
  if (start !== undefined) return { line: firstLine + index, start };
  // The comments above a document lie before its range, and are few.
  const from = startOfLine(text, offset);
  return { line: firstLine - countLineBreaks(text, from, lineStarts[0] ?? from), start: from };
}

/** The number of line feeds in a part of a text. */
export function countLineBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** How many of some offsets, which are sorted, are below a limit. */
export function countBefore(offsets: readonly number[], limit: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The offset at which the line of an offset starts, after a byte order mark. */
export function startOfLine(text: string, offset: number): number {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  return start === 0 && text.startsWith("\uFEFF") ? 1 : start;
}

/** The offset of the next line break at or after an offset, or of the text's end. */
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
  return text.slice(0, offset).trimEnd().length;
}
