import { Composer, type CST, Lexer, Parser, type YAMLError, type ParsedNode as YamlNode } from "yaml";
import { maxHeight, maxLexemes, tooDeep, tooMany } from "./excess.ts";
import { isJson } from "./split.ts";

/** What stops a document from being read: a sentence for the user, and where it is in the text. */
export class Unreadable extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** What the `yaml` package makes of a document. */
export interface ParsedYaml {
  readonly root: YamlNode | null;
  /** The offset of text that is another document to YAML; Kubernetes doesn't read it. */
  readonly ends: number | undefined;
}

/** The `yaml` package's tree of a document, every offset as in `text`. Throws `Unreadable`. */
export function parse(text: string): ParsedYaml {
  const json = isJson(text);
  let lines = json ? text : withLineFeeds(text);
  let first: YAMLError | undefined;
  for (let repairs = 0; ; repairs++) {
    const [document, next] = [...new Composer(options).compose(tokensOf(lines))];
    const error = json ? undefined : document?.errors[0];
    if (!error) return { root: document?.contents ?? null, ends: next?.contents?.range[0] };
    first ??= error;
    const isWorthIt =
      repairs < maxRepairs && repairs * text.length < maxReread && (document?.errors.length ?? 0) < maxErrors;
    const joined = isWorthIt ? withoutBreak(lines, error) : undefined;
    if (joined === undefined) throw new Unreadable(sentenceFor(first), first.pos[0]);
    lines = joined;
  }
}

// `failsafe` leaves every scalar as its text: what it means is for scalar.ts to say.
const options = {
  schema: "failsafe",
  resolveKnownTags: false,
  uniqueKeys: false,
  strict: false,
  logLevel: "silent",
} as const;

/**
 * The steps behind these go into themselves for every level: text that nests too deeply must not reach them. Each lexeme becomes half a kilobyte of
 * objects: of too many there would be no room.
 */
function* tokensOf(text: string): Generator<CST.Token> {
  const parser = new Parser();
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > maxHeight) throw new Unreadable(tooDeep, parser.offset);
    if (++count > maxLexemes) throw new Unreadable(tooMany, parser.offset);
  }
  yield* parser.end();
}

/** Each repair costs a parse: of so many characters in all. */
const maxRepairs = 20;
const maxReread = 1_000_000;
/** A line break that is one brings few others. */
const maxErrors = 1000;

/** libyaml ends a line at more characters than a line feed, and passes over a byte order mark that starts one. */
function withLineFeeds(text: string): string {
  return text.replace(/\r(?!\n)|[\u0085\u2028\u2029]|^\uFEFF/gm, "\n");
}

/**
 * The text with the line break that an error is about made a space: libyaml lets brackets and quotes go on at any indent, where
 * this parser wants them deeper than their key. `undefined` where that is not the error, or a space might mean something else.
 */
function withoutBreak(text: string, { code, message, pos: [at] }: YAMLError): string | undefined {
  const isQuote = code === "MISSING_CHAR" && /^Missing closing ["']/.test(message);
  const isBracket = code === "BAD_INDENT" && message.startsWith("Flow ");
  if (!isQuote && !isBracket) return undefined;
  const lineBreak = isQuote ? text.indexOf("\n", at) : text.lastIndexOf("\n", at);
  if (lineBreak === -1) return undefined;
  const above = text.slice(text.lastIndexOf("\n", lineBreak - 1) + 1, lineBreak);
  if (above.trim() === "" || /(^|\s)#/.test(above)) return undefined;
  const below = text.slice(lineBreak + 1, lineBreak + 2);
  // Within a word, every space and every empty line counts.
  const isExact = !/[\s\\]$/.test(above) && !/^\s?$/.test(below);
  const isBetween = isBracket && (/[,[{]\s*$/.test(above) || /^[ \t]*[\]},]/.test(text.slice(lineBreak + 1)));
  if (!isExact && !isBetween) return undefined;
  const start = text[lineBreak - 1] === "\r" ? lineBreak - 1 : lineBreak;
  return text.slice(0, start) + " ".repeat(lineBreak + 1 - start) + text.slice(lineBreak + 1);
}

function sentenceFor({ code, message }: YAMLError): string {
  const [, cause] = causes.find(([about]) => about.test(`${code} ${message}`)) ?? [];
  return `This is not YAML: ${cause ?? `${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.?$/, ".")}`}`;
}

const causes: readonly (readonly [about: RegExp, cause: string])[] = [
  [/Missing closing/, "a quote is not closed. Close it, or put quotes around the whole value."],
  [/ Flow | must end with a /, "a bracket or brace is not closed. Close it, or indent the lines within it."],
  [
    /Implicit map keys need/,
    "a colon is missing after this word. Write `key: value`, or check the indent and the quotes above.",
  ],
  [/^BAD_DQ_ESCAPE/, "this escape means nothing in double quotes. Write \\\\ for a backslash, or use single quotes."],
  [/^BAD_INDENT/, "the line's indent matches no line above it. Align it with the keys or dashes that it belongs to."],
  [/^BAD_SCALAR_START/, "a word can't start with this character. Put the value in quotes."],
  [/Nested mappings/, "the line has a second `: `. Put the value in quotes, or the second key on a line of its own."],
  [
    /^MULTILINE_IMPLICIT_KEY/,
    "a key spans several lines. Check the indent and the colons of this line and the one below.",
  ],
  [/^TAB_AS_INDENT/, "a tab indents the line. Use spaces."],
  [
    /^UNEXPECTED_TOKEN/,
    "this does not belong here. Check the indent, quotes and brackets of this line and the one above.",
  ],
];
