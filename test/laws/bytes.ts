import type { FixedFile } from "../../src/review/fix.ts";
import { type Document, lineAt, locate, type Manifest, type Patch, type Path } from "../../src/yaml/index.ts";

/** What a fix did to bytes that no patch is about: lines elsewhere, the byte order mark, line ends, the end of the text. */
export function strayBytes({ documents, text: before }: Manifest, { text: after, applied }: FixedFile): string[] {
  if (before === after) return [];
  const touched = new Set<number>();
  for (const document of documents) {
    const patches = applied.filter((each) => each.document === document.index).flatMap(({ fix }) => fix?.patches ?? []);
    const places = patches.flatMap((patch) =>
      [patch.path, ...(patch.also ?? [])].map((path) => placeOf(patch.op, path)),
    );
    for (const line of places.flatMap((path) => linesAt(document, path))) touched.add(line);
  }
  const lines = before.split("\n");
  // Comments in what is taken away stay, at the indent of what stays: a law of their own holds them.
  const isKept = (line: string, index: number) => !touched.has(index + 1) && !line.trim().startsWith("#");
  const missing = firstMissing(lines.filter(isKept), after.split("\n"));
  return [
    ...(missing === undefined ? [] : [`a line is gone or changed: ${missing}`]),
    ...(before.startsWith("\uFEFF") === after.startsWith("\uFEFF") ? [] : ["the byte order mark"]),
    ...(/\n$/.test(before) === /\n$/.test(after) ? [] : ["the line break at the end"]),
    ...(/[^\r]\n/.test(before) || !/[^\r]\n/.test(after) ? [] : ["a line ends in LF"]),
    ...(before.includes("\r") || !after.includes("\r") ? [] : ["a line ends in CRLF"]),
  ];
}

/** The first of some lines that does not stand among others, behind the one before it. */
function firstMissing(kept: readonly string[], lines: readonly string[]): string | undefined {
  let from = 0;
  for (const [index, line] of kept.entries()) {
    // What is last may have got a line break, or be so without one now.
    const isSame = (other: string) =>
      other === line || (index === kept.length - 1 && other.replace(/\r$/, "") === line.replace(/\r$/, ""));
    while (from < lines.length && !isSame(lines[from] as string)) from++;
    if (from++ >= lines.length) return line;
  }
  return undefined;
}

/** A list that loses an item is touched as a whole: its other items have other indexes from then on. */
function placeOf(op: Patch["op"], path: Path): Path {
  return op === "remove" && typeof path.at(-1) === "number" ? path.slice(0, -1) : path;
}

/** The 1-based lines that a change at a path may rewrite: those of what stands there, and of the entry or item that holds it. */
function linesAt(document: Document, path: Path): number[] {
  const { text } = document;
  const spans = [path, path.slice(0, -1)].map((each) => locate(document, each));
  return spans.flatMap(({ exists, key, value }, index) => {
    const isWhole = exists && index === 0;
    const inBrackets = /^[[{]/.test(text.slice(value.start, value.end));
    const first = lineAt(document, (key ?? value).start);
    // Of the block around it only the line with its key; of brackets that it goes into, all.
    const last =
      (isWhole || inBrackets ? lineAt(document, value.end) : first) +
      (isWhole && key && isBehindDash(text, key.start) ? 1 : 0);
    return Array.from({ length: last - first + 1 }, (_, each) => first + each);
  });
}

/** Where an item's first key goes, the next one takes its place behind the dash. */
function isBehindDash(text: string, start: number): boolean {
  return /^\s*(- +)+$/.test(text.slice(text.lastIndexOf("\n", start) + 1, start));
}
