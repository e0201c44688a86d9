import { refuse } from "../refusals.ts";
import { takeBlock } from "./block-scalars.ts";
import { type Cursor, columnOf, isAnyMarker, isGap, isLineBreak, isMarker, peek, take, takeBreak } from "./cursor.ts";
import { takePlain, takeQuoted } from "./flow-scalars.ts";
import {
  closeBlocks,
  closeLevel,
  forgetKey,
  insert,
  isInBlock,
  isStillPossible,
  isWaiting,
  lastKey,
  noteKey,
  openBlock,
  openLevel,
  push,
  type Scanner,
  startScanner,
  type YamlToken,
} from "./scanner.ts";
import { takeDirective, takeTag } from "./tags.ts";

/** Where the tokens of a text come from. */
export interface TokenSource {
  /** The next token; at the end `stream-end`, again and again. Throws `Unreadable` where go-yaml refuses the text. */
  readonly next: () => YamlToken;
  /** Where the text is read by now; that of the last token may lie before. */
  readonly cursor: Readonly<Cursor>;
}

/** Starts to part a text into tokens. */
export function scan(text: string): TokenSource {
  const scanner = startScanner(text);
  const next = () => {
    while (scanner.queue.length === 0 || isWaiting(scanner)) scanToken(scanner);
    const token = scanner.queue[0] as YamlToken;
    if (token.kind !== "stream-end") {
      scanner.queue.shift();
      scanner.taken++;
    }
    return token;
  };
  return { next, cursor: scanner.cursor };
}

const restOfLine = /[^\r\n\u0085\u2028\u2029]*/y;
const spaces = / */y;
const blanks = /[ \t]*/y;

/** Moves to the next token. In blocks a tab may not stand where a key may start. */
function skipToToken(scanner: Scanner): void {
  const { cursor } = scanner;
  for (;;) {
    if (columnOf(cursor) === 0 && startsWithBom(cursor)) cursor.at++;
    take(cursor, isInBlock(scanner) && scanner.mayStartKey ? spaces : blanks);
    if (peek(cursor) === "#") take(cursor, restOfLine);
    if (!isLineBreak(peek(cursor))) return;
    takeBreak(cursor);
    if (isInBlock(scanner)) scanner.mayStartKey = true;
  }
}

/**
 * Whether go-yaml takes the character at a cursor for a byte order mark. It looks at the first one in its buffer instead, which matters where a text
 * starts with two (yamlprivateh.go, `is_bom`): for the 512 bytes of the buffer it passes over the first character of every line.
 */
function startsWithBom({ text, at }: Cursor): boolean {
  return text.startsWith("\uFEFF") && at < bufferedAtFirst;
}
const bufferedAtFirst = 500;

/** Scans the next token, and those of no width before it. */
function scanToken(scanner: Scanner): void {
  skipToToken(scanner);
  closeBlocks(scanner, columnOf(scanner.cursor));
  chooseScan(scanner)(scanner);
}

/** What scans the token that starts at the cursor. */
function chooseScan(scanner: Scanner): (scanner: Scanner) => void {
  const { cursor } = scanner;
  const first = peek(cursor);
  const inBlock = isInBlock(scanner);
  const isIndicator = !inBlock || isGap(peek(cursor, 1));
  if (first === "") return scanStreamEnd;
  if (first === "%" && columnOf(cursor) === 0) return scanDirective;
  if (isAnyMarker(cursor)) return scanMarker;
  if (first === "[" || first === "{") return scanOpening;
  if (first === "]" || first === "}") return scanClosing;
  if (first === ",") return scanComma;
  if (first === "-" && isGap(peek(cursor, 1))) return scanDash;
  if (first === "?" && isIndicator) return scanQuestionMark;
  if (first === ":" && isIndicator) return scanColon;
  if (first === "*" || first === "&") return scanAnchor;
  if (first === "!") return scanTag;
  if ((first === "|" || first === ">") && inBlock) return scanBlockScalar;
  if (first === "'" || first === '"') return scanQuoted;
  if (first === "\t") throw refuse("found a tab that cannot start any token", cursor.at);
  if ("%@`|>".includes(first)) throw refuse("found character that cannot start any token", cursor.at);
  return scanPlain;
}

function scanStreamEnd(scanner: Scanner): void {
  closeBlocks(scanner, -1);
  forgetKey(scanner);
  push(scanner, scanner.cursor.at, { kind: "stream-end" });
}

function scanDirective(scanner: Scanner): void {
  closeBlocks(scanner, -1);
  forgetKey(scanner);
  scanner.mayStartKey = false;
  const start = scanner.cursor.at;
  push(scanner, start, { kind: "directive", directive: takeDirective(scanner.cursor) });
}

function scanMarker(scanner: Scanner): void {
  closeBlocks(scanner, -1);
  forgetKey(scanner);
  scanSign(scanner, isMarker(scanner.cursor, "---") ? "document-start" : "document-end", 3, false);
}

function scanSign(scanner: Scanner, kind: SignKind, length: number, mayStartKey: boolean): void {
  const start = scanner.cursor.at;
  scanner.mayStartKey = mayStartKey;
  scanner.cursor.at += length;
  push(scanner, start, { kind });
}
type SignKind = "document-start" | "document-end" | "[" | "]" | "{" | "}" | "," | "-" | "?" | ":";

function scanOpening(scanner: Scanner): void {
  noteKey(scanner);
  openLevel(scanner);
  scanSign(scanner, peek(scanner.cursor) === "[" ? "[" : "{", 1, true);
}

function scanClosing(scanner: Scanner): void {
  forgetKey(scanner);
  closeLevel(scanner);
  scanSign(scanner, peek(scanner.cursor) === "]" ? "]" : "}", 1, false);
}

function scanComma(scanner: Scanner): void {
  forgetKey(scanner);
  scanSign(scanner, ",", 1, true);
}

function scanDash(scanner: Scanner): void {
  const { cursor } = scanner;
  if (isInBlock(scanner) && !scanner.mayStartKey)
    throw refuse("block sequence entries are not allowed in this context", cursor.at);
  openBlock(scanner, columnOf(cursor), "block-sequence");
  forgetKey(scanner);
  scanSign(scanner, "-", 1, true);
}

function scanQuestionMark(scanner: Scanner): void {
  const { cursor } = scanner;
  if (isInBlock(scanner) && !scanner.mayStartKey)
    throw refuse("mapping keys are not allowed in this context", cursor.at);
  openBlock(scanner, columnOf(cursor), "block-mapping");
  forgetKey(scanner);
  scanSign(scanner, "?", 1, isInBlock(scanner));
}

function scanColon(scanner: Scanner): void {
  const { cursor } = scanner;
  const key = lastKey(scanner);
  if (isStillPossible(scanner, key)) {
    insert(scanner, key.token, key.at, { kind: "?" });
    openBlock(scanner, key.column, "block-mapping", key);
    key.isPossible = false;
    scanner.waiting.delete(key.token);
    scanSign(scanner, ":", 1, false);
    return;
  }
  if (isInBlock(scanner) && !scanner.mayStartKey)
    throw refuse("mapping values are not allowed in this context", cursor.at);
  openBlock(scanner, columnOf(cursor), "block-mapping");
  scanSign(scanner, ":", 1, isInBlock(scanner));
}

const name = /[\w-]*/y;

function scanAnchor(scanner: Scanner): void {
  const { cursor } = scanner;
  const kind = peek(cursor) === "*" ? "alias" : "anchor";
  noteKey(scanner);
  scanner.mayStartKey = false;
  const start = cursor.at;
  cursor.at++;
  const found = take(cursor, name);
  const next = peek(cursor);
  if (found === "" || !(isGap(next) || "?:,]}%@`".includes(next)))
    throw refuse("did not find expected alphabetic or numeric character", start);
  push(scanner, start, { kind, name: found });
}

function scanTag(scanner: Scanner): void {
  noteKey(scanner);
  scanner.mayStartKey = false;
  const start = scanner.cursor.at;
  push(scanner, start, { kind: "tag", tag: takeTag(scanner.cursor) });
}

function scanBlockScalar(scanner: Scanner): void {
  const { cursor, indent, queue } = scanner;
  forgetKey(scanner);
  scanner.mayStartKey = true;
  const start = cursor.at;
  const { value, end } = takeBlock(cursor, indent);
  queue.push({ kind: "scalar", start, end, value, style: "block" });
}

function scanQuoted(scanner: Scanner): void {
  const { cursor } = scanner;
  noteKey(scanner);
  scanner.mayStartKey = false;
  const start = cursor.at;
  const style = peek(cursor) === "'" ? "single" : "double";
  push(scanner, start, { kind: "scalar", value: takeQuoted(cursor), style });
}

function scanPlain(scanner: Scanner): void {
  const { cursor, indent, queue } = scanner;
  noteKey(scanner);
  scanner.mayStartKey = false;
  const start = cursor.at;
  const { value, end, isBroken } = takePlain(cursor, indent + 1, !isInBlock(scanner));
  if (isBroken) scanner.mayStartKey = true;
  queue.push({ kind: "scalar", start, end, value, style: "plain" });
}
