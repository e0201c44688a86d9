import type { Range } from "../../position.ts";
import type { Scalar } from "../../tree.ts";
import { refuse } from "../refusals.ts";
import { type Cursor, columnOf, startOf } from "./cursor.ts";
import type { Directive, WrittenTag } from "./tags.ts";

/** A word or sign of a document. Those that stand for a block's start or end, and for the start of a key, have no width. */
export type YamlToken = Range & TokenMeaning;

export type TokenMeaning =
  | { readonly kind: "stream-end" | "document-start" | "document-end" }
  | { readonly kind: "block-mapping" | "block-sequence" | "block-end" }
  | { readonly kind: "[" | "]" | "{" | "}" | "," | "-" | "?" | ":" }
  | { readonly kind: "directive"; readonly directive: Directive }
  | { readonly kind: "anchor" | "alias"; readonly name: string }
  | { readonly kind: "tag"; readonly tag: WrittenTag }
  | { readonly kind: "scalar"; readonly value: string; readonly style: Scalar["style"] };

/** Where a key without `?` may have started, of late, in the blocks or in a bracket. */
export interface PossibleKey {
  isPossible: boolean;
  /** The number of the token that starts it. */
  readonly token: number;
  readonly at: number;
  readonly line: number;
  readonly column: number;
  /** Whether nothing but a key can stand there. */
  readonly isRequired: boolean;
}

/** The state of go-yaml's scanner: by its rules signs mean what they mean (go-yaml scannerc.go). */
export interface Scanner {
  readonly cursor: Cursor;
  /** The column of the innermost block, -1 outside of all, and those of the blocks around it. */
  indent: number;
  readonly outer: number[];
  /** For the blocks, and for each bracket that is open. */
  readonly keys: PossibleKey[];
  /** The tokens that wait to see whether a colon makes keys of them, each with the number of its brackets. */
  readonly waiting: Map<number, number>;
  mayStartKey: boolean;
  /** Tokens that are scanned and not taken, and the number of those that were. */
  readonly queue: YamlToken[];
  taken: number;
}

/** The state at the start of a text. */
export function startScanner(text: string): Scanner {
  const scanner: Scanner = {
    cursor: startOf(text),
    indent: -1,
    outer: [],
    keys: [],
    waiting: new Map(),
    mayStartKey: true,
    queue: [],
    taken: 0,
  };
  openLevel(scanner);
  return scanner;
}

/** Whether it is not known yet what the next token is: a colon would make a key of it. */
export function isWaiting(scanner: Scanner): boolean {
  const level = scanner.waiting.get(scanner.taken);
  const key = level === undefined ? undefined : scanner.keys[level];
  return key !== undefined && isStillPossible(scanner, key);
}

/** Whether a key that may have started can still end: on its line, within 1,024 characters. */
export function isStillPossible({ cursor }: Scanner, key: PossibleKey): boolean {
  if (!key.isPossible) return false;
  if (key.line === cursor.line && lengthOf(cursor, key.at) <= 1024) return true;
  if (key.isRequired) throw refuse("could not find expected ':'", key.at);
  key.isPossible = false;
  return false;
}

function lengthOf({ text, at }: Cursor, start: number): number {
  return at - start <= 1024 ? at - start : [...text.slice(start, at)].length;
}

/** Where a key may have started, in the blocks or in the innermost bracket. */
export function lastKey({ keys }: Scanner): PossibleKey {
  return keys[keys.length - 1] as PossibleKey;
}

/** No colon comes for what may have been a key. */
export function forgetKey(scanner: Scanner): void {
  const key = lastKey(scanner);
  if (!key.isPossible) return;
  if (key.isRequired) throw refuse("could not find expected ':'", key.at);
  key.isPossible = false;
  scanner.waiting.delete(key.token);
}

/** Remembers that a key may start at the cursor. */
export function noteKey(scanner: Scanner): void {
  if (!scanner.mayStartKey) return;
  forgetKey(scanner);
  const key = possibleKeyAt(scanner, true);
  scanner.keys[scanner.keys.length - 1] = key;
  scanner.waiting.set(key.token, scanner.keys.length - 1);
}

function possibleKeyAt(scanner: Scanner, isPossible: boolean): PossibleKey {
  const { cursor, indent, taken, queue } = scanner;
  const column = columnOf(cursor);
  const isRequired = isInBlock(scanner) && indent === column;
  return { isPossible, token: taken + queue.length, at: cursor.at, line: cursor.line, column, isRequired };
}

/** Goes into a bracket. */
export function openLevel(scanner: Scanner): void {
  scanner.keys.push(possibleKeyAt(scanner, false));
}

/** go-yaml does not wait for the token of a key in the bracket any more; if it had none, for the bracket itself. */
export function closeLevel(scanner: Scanner): void {
  if (isInBlock(scanner)) return;
  scanner.waiting.delete(lastKey(scanner).token);
  scanner.keys.pop();
}

/** Whether no bracket is open. */
export function isInBlock({ keys }: Scanner): boolean {
  return keys.length === 1;
}

/** Adds a token from an offset to the cursor. */
export function push({ queue, cursor }: Scanner, start: number, meaning: TokenMeaning): void {
  queue.push({ start, end: cursor.at, ...meaning });
}

/** Adds a token of no width before the one with a number. */
export function insert({ queue, taken }: Scanner, token: number, at: number, meaning: TokenMeaning): void {
  const place = token - taken;
  queue.splice(place < 0 ? queue.length : place, 0, { start: at, end: at, ...meaning });
}

/** Opens a block where a column is deeper than the innermost one. Its token comes before the one with a number. */
export function openBlock(
  scanner: Scanner,
  column: number,
  kind: "block-mapping" | "block-sequence",
  key?: PossibleKey,
) {
  if (!isInBlock(scanner) || scanner.indent >= column) return;
  scanner.outer.push(scanner.indent);
  scanner.indent = column;
  insert(scanner, key?.token ?? scanner.taken + scanner.queue.length, key?.at ?? scanner.cursor.at, { kind });
}

/** Closes the blocks that are deeper than a column. */
export function closeBlocks(scanner: Scanner, column: number): void {
  if (!isInBlock(scanner)) return;
  while (scanner.indent > column) {
    push(scanner, scanner.cursor.at, { kind: "block-end" });
    scanner.indent = scanner.outer.pop() ?? -1;
  }
}
