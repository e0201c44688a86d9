import type { Document, DuplicateKey, Manifest, Problem, Source } from "../document.ts";
import { countLineBreaks, type LinedText, lineAt, lineStartsIn, type Range, startOfLine } from "../position.ts";
import { evaluate, type Node } from "../tree.ts";
import { excessOf } from "./excess.ts";
import type { TreeReading } from "./full.ts";
import { readJson, readJsonAsYaml } from "./json.ts";
import { excessFor, type Limits, usualLimits } from "./limits.ts";
import { readPlain } from "./plain.ts";
import { type Part, split } from "./split.ts";

export interface ReadingOptions {
  /** Whether a document with this text can hold anything of interest. One that can't is never parsed. */
  readonly matters: (text: string) => boolean;
  readonly limits: Limits;
}

/** The documents of a file; call it within `withFullReader`. What can't be read is a problem with its line. */
export function read(
  { file, text, rendering, evaluated }: Source,
  { matters, limits }: ReadingOptions = everything,
): Manifest {
  const parts = split(text);
  const excess = excessFor("documentsPerFile", parts.length, limits);
  if (excess !== undefined) {
    const start = parts[limits.documentsPerFile]?.start ?? 0;
    return unreadable(file, text, 1 + countLineBreaks(text, 0, start), excess);
  }
  const documents: Document[] = [];
  const problems: Problem[] = [];
  for (const chunk of chunksIn(text, parts, matters)) {
    const reading = readChunk(chunk, limits);
    if ("error" in reading) problems.push(problemIn(file, chunk, "error", reading.offset, reading.error));
    else if (reading.tree) {
      const own = evaluated?.flatMap(({ document, path }) => (document === chunk.index ? [path] : []));
      const origin = { file, ...(rendering && { rendering }), ...(own?.length && { evaluated: own }) };
      documents.push(documentOf(origin, chunk, reading.tree, reading.aliases));
    }
    if ("ends" in reading && reading.ends !== undefined)
      problems.push(problemIn(file, chunk, "note", reading.ends, unread));
  }
  return { file, text, documents, problems };
}

const everything: ReadingOptions = { matters: () => true, limits: usualLimits };
const unread = "Kubernetes does not read on from here: its document ends above. Start the next document with `---`.";

function unreadable(file: string, text: string, line: number, message: string): Manifest {
  return { file, text, documents: [], problems: [{ severity: "error", file, line, message }] };
}

function problemIn(
  file: string,
  chunk: Chunk,
  severity: Problem["severity"],
  offset: number,
  message: string,
): Problem {
  // What is missing at the end of the document is reported on its last line.
  const end = chunk.range.start + chunk.text.slice(chunk.range.start, chunk.range.end).trimEnd().length;
  return { severity, file, line: lineAt(chunk, Math.min(offset, end)), message };
}

/** A part of a file that is read on its own: what stands between two separators. */
interface Chunk extends LinedText, Omit<Part, keyof Range> {
  readonly index: number;
  readonly range: Range;
}

function* chunksIn(text: string, parts: readonly Part[], matters: ReadingOptions["matters"]): Generator<Chunk> {
  // One walk over the lines of the file, and not one for each document: thousands of JSON documents may stand on one line.
  let [line, lineStart, lineBreak] = [1, startOfLine(text, 0), text.indexOf("\n")];
  const walkTo = (offset: number, starts: number[] = []): number[] => {
    for (; lineBreak !== -1 && lineBreak < offset; lineBreak = text.indexOf("\n", lineStart)) {
      line++;
      lineStart = lineBreak + 1;
      starts.push(lineStart);
    }
    return starts;
  };
  for (const [index, { start, end, ...part }] of parts.entries()) {
    if (!matters(text.slice(start, end))) continue;
    walkTo(start);
    yield { ...part, text, index, range: { start, end }, firstLine: line, lineStarts: walkTo(end, [lineStart]) };
  }
}

/** A document read again after its text was changed to `text`; an error's sentence if it can't be. */
export function reread(
  { file, rendering, evaluated, index, format, contentStart, firstLine, ...before }: Document,
  text: string,
): Document | string {
  const { start, end } = before.range;
  const whole = before.text.slice(0, start) + text + before.text.slice(end);
  const range = { start, end: start + text.length };
  const lineStarts = lineStartsIn(whole, range);
  const chunk: Chunk = { text: whole, index, format, contentStart, range, firstLine, lineStarts };
  const reading = readTree(chunk);
  if ("error" in reading) return reading.error;
  const nothing: Node = { kind: "scalar", range: { start, end: start }, value: null, style: "plain" };
  const origin = { file, ...(rendering && { rendering }), ...(evaluated && { evaluated }) };
  return documentOf(origin, chunk, reading.tree ?? nothing, reading.aliases);
}

/**
 * Runs work that reads documents. The full reader is loaded at the first document that is not in the plain style, and the work starts again then:
 * most runs never need it, and it costs as much as everything else that a start loads.
 */
export async function withFullReader<T>(work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    if (error !== fullReaderMissing) throw error;
    fullReader = await import("./full.ts");
    return work();
  }
}

const fullReaderMissing = new Error("read documents within withFullReader()");
let fullReader: Pick<typeof import("./full.ts"), "readFully"> | undefined;

function readChunk(chunk: Chunk, limits: Limits): TreeReading {
  const { start, end } = chunk.range;
  const excess = excessFor("documentCharacters", end - start, limits);
  return excess === undefined ? readTree(chunk) : { error: excess, offset: start };
}

function readTree({ text, range: { end }, contentStart: start, format, refusal }: Chunk): TreeReading {
  if (refusal) return refusal;
  if (format === "json") return readJson(text, start, end);
  const plain = readJsonAsYaml(text, start, end) ?? readPlain(text, start, end);
  // The two small readers take no aliases, and give up long before the limit of depth.
  if (plain) return { tree: plain, aliases: [] };
  if (!fullReader) throw fullReaderMissing;
  const reading = fullReader.readFully(text.slice(start, end), start);
  const excess = "error" in reading || !reading.tree ? undefined : excessOf(reading.tree, reading.aliases);
  return excess === undefined ? reading : { error: excess, offset: start };
}

function documentOf(
  origin: Pick<Document, "file" | "rendering" | "evaluated">,
  { refusal: _, ...chunk }: Chunk,
  tree: Node,
  aliases: Document["aliases"],
): Document {
  const { value, mayRepeatKeys } = evaluate(tree);
  return {
    ...chunk,
    ...origin,
    tree,
    aliases,
    value,
    duplicates: mayRepeatKeys ? duplicatesIn(tree) : [],
  };
}

/** Keys set twice. JSON allows them; Kubernetes' strict decoding names them in both. */
function duplicatesIn(node: Node): DuplicateKey[] {
  if (node.kind === "sequence") return node.items.flatMap((item, index) => duplicatesBelow(index, item));
  if (node.kind !== "mapping") return [];
  const keys = new Set<string>();
  return node.entries.flatMap(({ key, keyRange, merge, node: value }) => {
    const isTwice = !merge && keys.has(key);
    if (!merge) keys.add(key);
    const below = duplicatesBelow(key, value);
    return isTwice ? [{ path: [key], key, range: keyRange }, ...below] : below;
  });
}

function duplicatesBelow(step: string | number, node: Node): DuplicateKey[] {
  return duplicatesIn(node).map((duplicate) => ({ ...duplicate, path: [step, ...duplicate.path] }));
}
