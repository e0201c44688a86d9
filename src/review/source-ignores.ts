import {
  type Document,
  isFields,
  isList,
  type Location,
  lineText,
  locate,
  locationOf,
  offsetsWithin,
  type Path,
  type Range,
  type Rendering,
  read,
  type Value,
  valueAt,
  withLines,
} from "../yaml/index.ts";
import { findIgnoreComments, type InlineIgnore, readIgnore } from "./inline-ignores.ts";

/** An ignore comment in a file that a rendering was made of. It covers a part of that file. */
export interface SourceIgnore {
  readonly comment: InlineIgnore;
  readonly location: Location;
  readonly excerpt: string;
  readonly covers: Range;
}

/** The ignore comments in the files that a rendering was made of: in values, bases and patches, and in the comments of templates. Call it within `withFullReader`. */
export function ignoresInSources({ parts }: Rendering, today: string): readonly SourceIgnore[] {
  if (!parts) return [];
  // Read once for all documents of a rendering: each of them asks.
  const known = ignoresByParts.get(parts);
  if (known) return known;
  const found = [...parts].flatMap(([file, text]) => (text.includes(marker) ? ignoresInFile(file, text, today) : []));
  ignoresByParts.set(parts, found);
  return found;
}

const marker = "secctx:";
const ignoresByParts = new WeakMap<ReadonlyMap<string, string>, readonly SourceIgnore[]>();

function ignoresInFile(file: string, text: string, today: string): SourceIgnore[] {
  if (/(^|\/)templates\//.test(file)) return ignoresInTemplate(file, text, today);
  return read({ file, text }).documents.flatMap((document) => [
    ...findIgnoreComments(document, today).map((comment) => ({
      comment,
      location: locationOf(document, comment.range),
      excerpt: lineText(document, comment.range.start),
      covers: comment.path ? rangeOf(document, comment.path) : comment.range,
    })),
    ...commentedTexts(document.value).flatMap((path) => ignoresInText(document, path, today)),
  ]);
}

/** The paths of the texts in a document in which such a comment may stand, such as a patch in a kustomization. */
function commentedTexts(value: Value, path: Path = []): Path[] {
  if (typeof value === "string") return value.includes(marker) && value.includes("\n") ? [path] : [];
  const entries = isList(value) ? [...value.entries()] : isFields(value) ? Object.entries(value) : [];
  return entries.flatMap(([key, inner]) => commentedTexts(inner, [...path, key]));
}

/** The comments of a document that stands in a text of another one. */
function ignoresInText(document: Document, path: Path, today: string): SourceIgnore[] {
  const toFile = offsetsWithin(document, path);
  if (!toFile) return [];
  const place = ({ start, end }: Range): Range => ({ start: toFile(start), end: toFile(end) });
  return read({ file: document.file, text: String(valueAt(document.value, path)) }).documents.flatMap((inner) =>
    findIgnoreComments(inner, today).map((comment) => {
      const range = place(comment.range);
      return {
        comment: { ...comment, range },
        location: locationOf(document, range),
        excerpt: lineText(document, range.start),
        covers: place(comment.path ? rangeOf(inner, comment.path) : comment.range),
      };
    }),
  );
}

function rangeOf(document: Document, path: NonNullable<InlineIgnore["path"]>): Range {
  if (path.length === 0) return document.range;
  const { key, value } = locate(document, path);
  return { start: (key ?? value).start, end: value.end };
}

// A comment of a template covers what stands on its line, else what stands below it. Comments of YAML are in the rendered text, too.
function ignoresInTemplate(file: string, text: string, today: string): SourceIgnore[] {
  const lined = { ...withLines(text), file };
  return [...text.matchAll(/\{\{-?\s*\/\*\s*(secctx:[^*]*?)\s*\*\/\s*-?\}\}/g)].map(
    ({ index, 0: whole, 1: content = "" }) => {
      const range = { start: index, end: index + whole.length };
      const covers = blockAt(text, range);
      const comment: InlineIgnore = {
        by: "comment",
        range,
        path: undefined,
        ...readIgnore(content, covers !== undefined, today),
      };
      return { comment, location: locationOf(lined, range), excerpt: lineText(lined, index), covers: covers ?? range };
    },
  );
}

/** The line before a comment, or else the next line that holds more than a template's action, each with the lines below that are further in. */
function blockAt(text: string, { start, end }: Range): Range | undefined {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const first = text.slice(lineStart, start).trim() === "" ? nextLine(text, end) : lineStart;
  if (first === undefined) return undefined;
  const indent = indentOfLine(text, first);
  let last = first;
  for (
    let line = nextLine(text, first);
    line !== undefined && indentOfLine(text, line) > indent;
    line = nextLine(text, line)
  )
    last = line;
  const stop = text.indexOf("\n", last);
  return { start: first, end: stop === -1 ? text.length : stop };
}

/** The start of the next line that holds more than white space or an action. */
function nextLine(text: string, offset: number): number | undefined {
  for (let at = text.indexOf("\n", offset); at !== -1; at = text.indexOf("\n", at + 1)) {
    const stop = text.indexOf("\n", at + 1);
    const line = text.slice(at + 1, stop === -1 ? text.length : stop).trim();
    if (line !== "" && !/^\{\{[^}]*\}\}$/.test(line)) return at + 1;
  }
  return undefined;
}

/** How far a line is indented. An item of a list stands where its dash does. */
function indentOfLine(text: string, lineStart: number): number {
  return /^ */.exec(text.slice(lineStart, lineStart + 200))?.[0].length ?? 0;
}
