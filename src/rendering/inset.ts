import {
  type Document,
  type Location,
  lineText,
  locate,
  locationOf,
  offsetsWithin,
  type Path,
  type Placement,
  pointAt,
  type Range,
  read,
  type Value,
  valueAt,
} from "../yaml/index.ts";

/** Where a part of a contributor's text stands in a file. */
export interface SourcePlace {
  readonly location: Location;
  readonly excerpt: string;
  /** Whether this is the very line. */
  readonly isExact: boolean;
  /** The way from there, where the document was itself rendered. */
  readonly via?: Placement["via"];
}

/** A place in a document at which something of its own stands: a text that holds a document, or a mapping. */
export interface Inset {
  readonly document: Document;
  readonly path: Path;
}

/** A part of a document, and the absolute path of its file. */
export interface FileInset extends Inset {
  readonly file: string;
}

/** What stands at such a place, where its file may have another text now. Call it within `withFullReader`. */
export function valueNow({ document, path }: Inset, text: string | undefined): Value | undefined {
  // What was rendered itself is not one of the file's documents.
  const now =
    text === undefined || document.rendering
      ? document
      : read({ file: document.file, text }).documents.find(({ index }) => index === document.index);
  return now && valueAt(now.value, path);
}

export type Placing = (range: Range) => SourcePlace;

/** The places of a document that is a file's own. */
export function placesInDocument(document: Document): Placing {
  return (range) => placeAt(document, range, true);
}

/** The place of a range of a document. */
export function placeAt(document: Document, range: Range, isExact: boolean): SourcePlace {
  return { location: locationOf(document, range), excerpt: lineText(document, range.start), isExact };
}

/** The places of a text that stands in a scalar of a document, such as a patch in a kustomization. */
export function placesWithin(document: Document, path: Path): Placing {
  const toFile = offsetsWithin(document, path);
  const { value } = locate(document, path);
  const whole = pointAt(document, path);
  const isOneLine = !document.text.slice(value.start, value.end).includes("\n");
  return ({ start, end }) => {
    const from = toFile?.(start);
    const to = toFile?.(end);
    if (from === undefined || to === undefined) return placeAt(document, whole, isOneLine);
    return placeAt(document, { start: from, end: to }, true);
  };
}

/** An edit of a text that stands in a scalar of a document, as one of the document; `undefined` where it is not written as a block of lines. */
export function editWithin({ document, path }: Inset, inner: string, edit: InsetEdit): InsetEdit | undefined {
  const offsets = offsetsWithin(document, path);
  const firstLine = inner.search(/[^\n]/);
  if (!offsets || firstLine === -1 || !inner.includes("\n")) return undefined;
  const columnOf = (at: number) => at - (document.text.lastIndexOf("\n", at - 1) + 1);
  const indent = " ".repeat(columnOf(offsets(firstLine)));
  // Behind the last line break there is no line yet.
  const isBehind = edit.range.start === inner.length && inner.endsWith("\n");
  const { start, end } = isBehind ? { start: inner.length - 1, end: inner.length - 1 } : edit.range;
  const added = isBehind ? `\n${edit.text.replace(/\n$/, "")}` : edit.text;
  const lineBreak = document.text.includes("\r\n") ? "\r\n" : "\n";
  // Empty lines are not indented: neither those that are written nor the one that may be at either end.
  const isAtEmptyLine = /^[^\n]/.test(added) && columnOf(offsets(start)) === 0;
  const lines = added.split("\n").map((line, index, { length }) => {
    const isEmpty = line === "" && (index < length - 1 || /^\n?$/.test(inner.slice(end, end + 1)));
    return (index === 0 && !isAtEmptyLine) || isEmpty ? line : indent + line;
  });
  return { range: { start: offsets(start), end: offsets(end) }, text: lines.join(lineBreak) };
}

interface InsetEdit {
  readonly range: Range;
  readonly text: string;
}
