import type { Document } from "./document.ts";
import { locate } from "./locate.ts";
import { type Path, valueAt } from "./path.ts";

/** Which offset of the file each offset of a scalar's text is; `undefined` where its spelling is not its text, line by line. */
export function offsetsWithin(document: Document, path: Path): ((offset: number) => number) | undefined {
  const inner = valueAt(document.value, path);
  const { value: range } = locate(document, path);
  const { text } = document;
  if (typeof inner !== "string") return undefined;
  if (text[range.start] !== "|") {
    const start = /["']/.test(text[range.start] ?? "") ? range.start + 1 : range.start;
    return text.startsWith(inner, start) ? (offset) => start + offset : undefined;
  }
  const lines = inner.replace(/\n$/, "").split("\n");
  const starts: number[] = [];
  let indent: number | undefined;
  let at = text.indexOf("\n", range.start) + 1;
  for (const line of lines) {
    const lineEnd = text.indexOf("\n", at);
    const end = lineEnd === -1 ? text.length : lineEnd;
    const written = text.slice(at, end).replace(/\r$/, "");
    if (line !== "") indent ??= written.length - line.length;
    if (written.slice(indent ?? written.length) !== line) return undefined;
    starts.push(at + Math.min(indent ?? written.length, written.length));
    at = end + 1;
  }
  let from = 0;
  const own = lines.map((line) => {
    const start = from;
    from += line.length + 1;
    return start;
  });
  return (offset) => {
    const line = Math.max(
      0,
      own.findLastIndex((start) => start <= offset),
    );
    return (starts[line] ?? 0) + Math.min(offset - (own[line] ?? 0), lines[line]?.length ?? 0);
  };
}
