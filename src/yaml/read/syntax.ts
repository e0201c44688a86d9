import { Composer, CST, Parser, type ParsedNode as YamlNode } from "yaml";
import { maxLexemes, tooMany } from "./excess.ts";
import { parseSentence, type Sentence, type Word } from "./go/grammar.ts";
import type { YamlToken } from "./go/scanner.ts";
import { refuse, Unreadable } from "./refusals.ts";

/** What the `yaml` package makes of the words and signs that go-yaml finds in a document. */
export interface ParsedYaml {
  readonly root: YamlNode | null;
  /** What the words mean, by where they start. In the package's tree others of the same length stand in for them. */
  readonly words: ReadonlyMap<number, Word>;
  /** The offset behind the document; Kubernetes doesn't read what follows. */
  readonly ends: number;
}

/**
 * The `yaml` package's tree of a document, every offset as in `text`. go-yaml decides what the text is made of, and whether it is YAML at all; the
 * package, which has other rules for that, gets to see what go-yaml found. Throws `Unreadable`.
 */
export function parse(text: string): ParsedYaml {
  const sentence = parsePrintable(text);
  const [document] = new Composer(options).compose(tokensOf(text, sentence));
  const error = document?.errors.find(({ code }) => code !== "MISSING_CHAR");
  if (error) throw new Unreadable("Readers take this differently. Write it as plain keys and values.", error.pos[0]);
  return { root: document?.contents ?? null, words: sentence.words, ends: sentence.ends };
}

/** What go-yaml refuses to read, wherever it stands (readerc.go, `yaml_parser_update_buffer`). */
const forbidden = /[^\t\n\r\x20-\x7e\x85\xa0-\ufffd]/;

function parsePrintable(text: string): Sentence {
  const control = text.search(forbidden);
  if (control === -1) return parseSentence(text);
  try {
    const sentence = parseSentence(text);
    if (!isRead(text, control, sentence.seen)) return sentence;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  throw refuse("control characters are not allowed", control);
}

/** Whether go-yaml, which reads 512 bytes at once, has read a character when it has looked at the text up to `seen`. */
function isRead(text: string, offset: number, seen: number): boolean {
  const block = (end: number) => Math.floor(new TextEncoder().encode(text.slice(0, end)).length / 512);
  return block(offset) <= block(seen + 4);
}

// `failsafe` leaves every scalar as its text: what it means is for scalar.ts to say.
const options = {
  schema: "failsafe",
  resolveKnownTags: false,
  uniqueKeys: false,
  strict: false,
  logLevel: "silent",
} as const;

/** Each lexeme becomes half a kilobyte of objects: of too many there would be no room. */
function* tokensOf(text: string, sentence: Sentence): Generator<CST.Token> {
  const parser = new Parser();
  let count = 0;
  for (const lexeme of lexemesOf(text, sentence)) {
    yield* parser.next(lexeme);
    if (++count > maxLexemes) throw new Unreadable(tooMany, parser.offset);
  }
  yield* parser.end();
}

/** A sentence as the package's own lexer would part it. Together the lexemes are as long as the text. */
function* lexemesOf(text: string, { tokens, ends }: Sentence): Generator<string> {
  yield CST.DOCUMENT;
  let at = 0;
  let brackets = 0;
  let before: YamlToken["kind"] = "document-start";
  for (const token of tokens) {
    // Lines need no indent in brackets, nor does a word below its key or dash: the package gets them on one line.
    const isOnLine = brackets > 0 || (introductions.has(before) && nodeStarts.has(token.kind));
    const isWritten = token.start < token.end || token.kind === "scalar";
    before = isWritten ? token.kind : "block-end";
    if (!isWritten) continue;
    yield* gap(text.slice(at, token.start), isOnLine);
    if (token.kind === "[" || token.kind === "{") brackets++;
    if (token.kind === "]" || token.kind === "}") brackets--;
    if (token.kind === "scalar") yield CST.SCALAR;
    yield standIn(token);
    at = token.end;
  }
  yield* gap(text.slice(at, ends), false);
}

const introductions: ReadonlySet<YamlToken["kind"]> = new Set([":", "-", "?", "anchor", "tag"]);
const nodeStarts: ReadonlySet<YamlToken["kind"]> = new Set(["scalar", "[", "{", "alias", "anchor", "tag"]);

/** White space, comments and directives: of their line breaks only the last one matters. */
function* gap(between: string, isOnLine: boolean): Generator<string> {
  const at = isOnLine ? -1 : between.search(/[\r\n\u0085\u2028\u2029][^\r\n\u0085\u2028\u2029]*$/);
  const before = at === -1 ? between.length : at;
  const behind = between.length - before - 1;
  if (before > 0) yield " ".repeat(before);
  if (at !== -1) yield "\n";
  if (behind > 0) yield " ".repeat(behind);
}

function standIn({ kind, start, end, ...token }: YamlToken): string {
  const length = end - start;
  switch (kind) {
    case "scalar":
      return "x".repeat(length);
    case "tag":
      return `!${"x".repeat(length - 1)}`;
    case "anchor":
      return `&${"name" in token ? token.name : ""}`;
    case "alias":
      return `*${"name" in token ? token.name : ""}`;
    case "document-start":
      return "---";
    default:
      return kind;
  }
}
