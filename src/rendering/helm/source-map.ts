import { endOfLine, type Range, startOfLine } from "../../yaml/index.ts";
import type { Mark, Site } from "./marks.ts";
import { indentAt } from "./template-lines.ts";

/** The way from a rendered text to the templates that made it. */
export interface TemplateMap {
  /** What made the character at an offset of the rendered text; `undefined` where the marks are not believed. */
  readonly originAt: (offset: number) => SourceOrigin | undefined;
  /** The marks between two offsets of the rendered text, with the frame that each stands in. */
  readonly marksIn: (range: Range) => readonly PlacedMark[];
  /** The marked output without its marks. */
  readonly text: string;
  /** The nearest mark of literal text in a frame, before a mark or else behind it. */
  readonly textNear: (mark: PlacedMark) => Mark | undefined;
}

export interface PlacedMark extends Mark {
  readonly order: number;
  readonly frame: Frame | undefined;
}

/** An action whose output stands around others: an `include`. */
export interface Frame {
  readonly site: number;
  /** The position of its mark among all. */
  readonly order: number;
  readonly parent: Frame | undefined;
}

/** Where a character comes from: from literal text, at an offset of a template, or from the output of the innermost frame's action. */
export interface SourceOrigin {
  readonly frame: Frame | undefined;
  readonly literal: { readonly site: Site; readonly offset: number } | undefined;
  /** The position among all marks. */
  readonly order: number;
}

/** What is rendered with marks: the text without them, and the marks. */
interface MarkedOutput {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Finds out which part of the marked output each document of the plain one is, and believes the marks of those that are the same. */
export function mapSources(plain: string, { text, marks }: MarkedOutput, sites: readonly Site[]): TemplateMap {
  const pieces = placeMarks(text, marks);
  const documents = pairDocuments(plain, text);
  const pairs = new Map<PairedDocument, ReadonlyMap<number, number>>();
  const documentAt = (offset: number) => documents[firstFrom(documents, offset + 1) - 1];
  /** The marked output's offset for one of the plain text. */
  const follow = (offset: number): number | undefined => {
    const part = documentAt(offset);
    if (!part?.twin) return undefined;
    if (part.isSame) return part.twin.start + offset - part.start;
    const lines = pairs.get(part) ?? pairLines(plain, part, text, part.twin);
    pairs.set(part, lines);
    const start = startOfLine(plain, offset);
    const to = lines.get(start);
    return to === undefined ? undefined : to + offset - start;
  };
  return {
    text,
    textNear: ({ order, frame }) => {
      const isNear = (each: MarkedPiece) => each.kind === "text" && each.frame === frame;
      return (
        pieces.slice(Math.max(0, order - 500), order).findLast(isNear) ?? pieces.slice(order, order + 500).find(isNear)
      );
    },
    originAt: (offset) => {
      const at = follow(offset);
      return at === undefined ? undefined : originOf(text, at, pieces, sites);
    },
    marksIn: ({ start, end }) => {
      const [from, to] = [follow(start), follow(end)];
      if (from === undefined || to === undefined) return [];
      return pieces.slice(firstFrom(pieces, from), firstFrom(pieces, to + 1));
    },
  };
}

interface MarkedPiece extends PlacedMark {
  /** The mark of the literal text that goes on from here. */
  readonly literal: Mark | undefined;
}

function placeMarks(text: string, marks: readonly Mark[]): MarkedPiece[] {
  let frame: Frame | undefined;
  let literal: Mark | undefined;
  let file = nextFile(text, 0);
  return marks.map((mark, order) => {
    if (mark.at >= file) {
      // No action's output goes beyond its file.
      [frame, literal] = [undefined, undefined];
      file = nextFile(text, mark.at);
    }
    const around = frame;
    if (mark.kind === "open") [frame, literal] = [{ site: mark.site, order, parent: frame }, undefined];
    else if (mark.kind === "text") literal = mark;
    else if (mark.kind === "close") {
      let closed = frame;
      while (closed && closed.site !== mark.site) closed = closed.parent;
      if (closed) [frame, literal] = [closed.parent, undefined];
    }
    return { ...mark, order, frame: mark.kind === "open" || mark.kind === "close" ? frame : around, literal };
  });
}

function nextFile(text: string, from: number): number {
  const found = text.indexOf("\n---\n# Source: ", from);
  return found === -1 ? Number.POSITIVE_INFINITY : found + 1;
}

/** The index of the first of some marks or documents that starts at an offset or behind it. */
function firstFrom(pieces: readonly { readonly at: number }[], offset: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.at ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function originOf(
  text: string,
  at: number,
  pieces: readonly MarkedPiece[],
  sites: readonly Site[],
): SourceOrigin | undefined {
  const order = firstFrom(pieces, at + 1) - 1;
  const piece = pieces[order];
  if (!piece) return undefined;
  const { frame, literal } = piece;
  const site = literal && sites[literal.site];
  if (!literal || !site) return frame && { frame, literal: undefined, order };
  const own = sourceOffset(text, at, literal, site);
  return own === undefined ? undefined : { frame, literal: { site, offset: own }, order };
}

/** The template's offset for one in literal text, whose lines may have been indented since; `undefined` behind its end, in a template without marks. */
function sourceOffset(text: string, at: number, { at: start }: Mark, { template, offset }: Site): number | undefined {
  if (text.lastIndexOf("\n", at - 1) < start) return offset + at - start;
  let source = offset;
  for (let line = text.indexOf("\n", start); line !== -1 && line < at; line = text.indexOf("\n", line + 1)) {
    source = template.text.indexOf("\n", source) + 1;
    if (source === 0) return undefined;
  }
  const rendered = startOfLine(text, at);
  const shift = indentAt(text, rendered) - indentAt(template.text, source);
  const end = endOfLine(template.text, source);
  return Math.min(Math.max(source, source + at - rendered - shift), end);
}

interface PairedDocument extends OutputPart {
  readonly at: number;
  /** The same document in the marked output. */
  readonly twin: OutputPart | undefined;
  readonly isSame: boolean;
}

interface OutputPart extends Range {
  readonly name: string;
}

function pairDocuments(plain: string, marked: string): PairedDocument[] {
  const waiting = new Map<string, OutputPart[]>();
  for (const part of splitOutput(marked)) {
    const key = `${part.name}\n${marked.slice(part.start, part.end)}`;
    const others = waiting.get(key);
    if (others) others.push(part);
    else waiting.set(key, [part]);
  }
  for (const parts of waiting.values()) parts.reverse();
  const paired = splitOutput(plain).map((part): PairedDocument => {
    const twin = waiting.get(`${part.name}\n${plain.slice(part.start, part.end)}`)?.pop();
    return { ...part, at: part.start, twin, isSame: twin !== undefined };
  });
  const left = new Map<string, OutputPart[]>();
  for (const part of [...waiting.values()].flat()) {
    const others = left.get(part.name);
    if (others) others.push(part);
    else left.set(part.name, [part]);
  }
  return paired.map((part) => {
    const others = part.twin ? undefined : left.get(part.name);
    const twin = others && nearest(plain, part, marked, others.slice(0, mostOthers));
    if (!others || !twin) return part;
    others.splice(others.indexOf(twin), 1);
    return { ...part, twin };
  });
}

/** More documents of one template that differ between two renderings are random all over. */
const mostOthers = 50;

/** Random values and checksums differ between any two renderings: the document with as many lines, most of which are the same. */
function nearest(
  plain: string,
  part: OutputPart,
  marked: string,
  others: readonly OutputPart[],
): OutputPart | undefined {
  const lines = linesOf(plain, part);
  const scored = others.map((other) => {
    const theirs = linesOf(marked, other);
    const equal = lines.filter(({ text }, index) => text === theirs[index]?.text).length;
    return { other, score: theirs.length === lines.length ? equal / lines.length : 0 };
  });
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  return best && best.score > 0.5 ? best.other : undefined;
}

/** For the start of each line the start of the marked output's line; a line that differs has none. */
function pairLines(plain: string, part: OutputPart, marked: string, twin: OutputPart): Map<number, number> {
  const theirs = linesOf(marked, twin);
  const pairs = new Map<number, number>();
  /** The indentation of the nearest line that differs: what stands below it is not believed. */
  let doubted = Number.POSITIVE_INFINITY;
  for (const [index, { start, text }] of linesOf(plain, part).entries()) {
    const other = theirs[index];
    const indent = indentAt(text, 0);
    if (indent <= doubted) doubted = other?.text === text ? Number.POSITIVE_INFINITY : indent;
    if (other?.text === text && doubted === Number.POSITIVE_INFINITY) pairs.set(start, other.start);
  }
  return pairs;
}

/** The documents of an output, each with the template that Helm names above it. */
function splitOutput(output: string): OutputPart[] {
  const parts: OutputPart[] = [];
  const add = (name: string, from: number, to: number) => {
    const body = output.slice(from, to);
    const start = from + body.length - body.trimStart().length;
    const end = start + body.trim().length;
    if (start < end) parts.push({ name, start, end });
  };
  let [name, start] = ["", 0];
  for (const { index, 0: line } of output.matchAll(/^---.*$/gm)) {
    add(name, start, index);
    const header = /^---\r?\n# Source: (.*)\n/.exec(output.slice(index, index + 1000));
    if (header) name = header[1] ?? "";
    start = index + (header?.[0].length ?? 3);
    // What stands behind the dashes belongs to the document.
    if (!header && line.length === 3) start = index + 3;
  }
  add(name, start, output.length);
  return parts;
}

interface OutputLine {
  readonly start: number;
  readonly text: string;
}

/** The lines of a document with something in them. */
function linesOf(output: string, { start, end }: Range): OutputLine[] {
  const lines: OutputLine[] = [];
  for (let at = start; at < end; ) {
    const stop = Math.min(endOfLine(output, at), end);
    const text = output.slice(at, stop).trimEnd();
    if (text !== "") lines.push({ start: at, text });
    const next = output.indexOf("\n", at);
    at = next === -1 ? end : next + 1;
  }
  return lines;
}
