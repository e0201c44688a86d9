import type { Document, DuplicateKey, Manifest, Problem, Range, Source } from "../document.ts";
import { lineAt } from "../position.ts";
import { type Entry, type Node, valueIn } from "../tree.ts";
import type { Reading } from "./full.ts";
import { readJson } from "./json.ts";
import { excessFor, excessOf, type Limits, usualLimits } from "./limits.ts";
import { readPlain } from "./plain.ts";
import { split } from "./split.ts";

export interface ReadOptions {
  /** Whether a document of this text can hold anything of interest; one that can't is never parsed. */
  readonly matters: (text: string) => boolean;
  readonly limits: Limits;
}

/** The documents of a file; call it within `reading`. What can't be read is a problem with its line. */
export function read(source: Source, { matters, limits }: ReadOptions = everything): Manifest {
  const { file, text } = source;
  const documents: Document[] = [];
  const problems: Problem[] = [];
  const problem = (severity: Problem["severity"], offset: number, message: string): void => {
    // What is missing at the end of the text is missed on its last line.
    problems.push({ severity, file, line: lineAt(text, Math.min(offset, text.trimEnd().length)), message });
  };
  if (text.includes("\0"))
    problem("error", 0, "This is a binary file, not a manifest. Rename it, or leave it out of `files`.");
  else {
    const ranges = split(text);
    const excess = excessFor("documentsPerFile", ranges.length, limits);
    if (excess) problem("error", ranges[limits.documentsPerFile]?.start ?? 0, excess);
    for (const [index, range] of (excess ? [] : ranges).entries()) {
      const chunk = text.slice(range.start, range.end);
      if (!matters(chunk)) continue;
      const long = excessFor("documentCharacters", chunk.length, limits);
      const reading = long ? { error: long, offset: range.start } : readTree(text, range);
      if ("error" in reading) problem("error", reading.offset, reading.error);
      else if (reading.tree) documents.push(documentOf(source, index, range, reading.tree));
      if ("ends" in reading && reading.ends) {
        problem("note", reading.ends, "Kubernetes reads no text behind `...`: start the next document with `---`.");
      }
    }
  }
  return { file, text, documents, problems };
}

const everything: ReadOptions = { matters: () => true, limits: usualLimits };

/** A document read again after its text was changed to `chunk`; an error's sentence if it can't be. */
export function reread({ file, text, range, index }: Document, chunk: string): Document | string {
  const changed = text.slice(0, range.start) + chunk + text.slice(range.end);
  const reading = readTree(changed, { start: range.start, end: range.start + chunk.length });
  if ("error" in reading) return reading.error;
  const nothing = { start: range.start, end: range.start };
  const tree = reading.tree ?? { kind: "scalar", range: nothing, value: null, style: "plain" };
  return documentOf({ file, text: changed }, index, { start: range.start, end: range.start + chunk.length }, tree);
}

/**
 * Runs work that reads documents. The full reader is loaded at the first one that is not in the plain style, and the work starts again then:
 * most runs never need it, and it costs as much as everything else that a start loads.
 */
export async function reading<T>(work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    if (error !== fullReaderMissing) throw error;
    fullReader.read = (await import("./full.ts")).readFully;
    return work();
  }
}

const fullReaderMissing = new Error("read documents within reading()");
type FullReader = (chunk: string, base: number) => Reading;
const fullReader: { read?: FullReader } = {};

function readTree(text: string, { start, end }: Range): Reading {
  const plain = readJson(text, start, end) ?? readPlain(text, start, end);
  if (!plain && !fullReader.read) throw fullReaderMissing;
  const reading = plain ? { tree: plain } : (fullReader.read as FullReader)(text.slice(start, end), start);
  // The two small readers know no aliases, and give up long before the limit of depth.
  const excess = !plain && "tree" in reading && reading.tree ? excessOf(reading.tree) : undefined;
  return excess ? { error: excess, offset: start } : reading;
}

function documentOf({ file, text }: Source, index: number, range: Range, tree: Node): Document {
  return { file, text, index, range, tree, value: valueIn(tree), duplicates: duplicatesIn(tree) };
}

/** Keys set twice. JSON allows them; Kubernetes' strict decoding names them in both. */
function duplicatesIn(tree: Node): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const path: (string | number)[] = [];
  visit(tree);
  return found;

  function visit(node: Node): void {
    if (node.kind === "sequence") node.items.forEach((item, index) => void step(index, item));
    if (node.kind !== "mapping") return;
    const { entries } = node;
    // Of a few it is faster to look at those before.
    const seen = entries.length > 16 ? new Set<string>() : undefined;
    for (let index = 0; index < entries.length; index++) {
      const { key, keyRange, merge, node: value } = entries[index] as Entry;
      const isTwice = !merge && (seen ? seen.has(key) : isBefore(entries, index));
      if (isTwice) found.push({ path: [...path, key], key, range: keyRange });
      if (!merge) seen?.add(key);
      step(key, value);
    }
  }

  function isBefore(entries: readonly Entry[], index: number): boolean {
    const key = entries[index]?.key;
    for (let at = 0; at < index; at++) if (entries[at]?.key === key && !entries[at]?.merge) return true;
    return false;
  }

  function step(to: string | number, node: Node): void {
    if (node.kind === "scalar" || node.kind === "alias") return;
    path.push(to);
    visit(node);
    path.pop();
  }
}
