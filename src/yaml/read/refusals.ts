/** What stops a document from being read: a sentence for the user, and where it is in the text. */
export class Unreadable extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** The refusal of a text for which go-yaml has these words. */
export function refuse(words: keyof typeof advice, offset: number): Unreadable {
  return new Unreadable(`This is not YAML: ${advice[words]}`, offset);
}

const colon = "a colon is missing after this word. Write `key: value`, or check the indent and the quotes above.";
const openQuote = "a quote is not closed. Close it, or put quotes around the whole value.";
const openBracket = "a bracket or brace is not closed. Close it, or put a comma between what is in it.";
const tag = "this tag is not well-formed. Remove it, or write one such as `!!str`.";
const directive = "this directive is not one that Kubernetes knows. Remove the line, or put the value in quotes.";
const version = "Kubernetes takes no version but 1.1 here. Remove the line.";
const place = "this does not belong here. Check the indent, quotes and brackets of this line and the one above.";
const indent = "the line's indent matches no line above it. Align it with the keys or dashes that it belongs to.";
const block = "only `+`, `-`, a digit from 1 to 9 or a comment may follow `|` or `>`. Put the text on the lines below.";
const code =
  "this escape is not of a character. Write two, four or eight hexadecimal digits behind `\\x`, `\\u` or `\\U`.";

/** What go-yaml says, and what it means for the user: what is wrong, and what to do. */
const advice = {
  "control characters are not allowed":
    "control characters are not allowed. Remove the character, or write it as an escape in double quotes.",
  "could not find expected ':'": colon,
  "mapping values are not allowed in this context":
    "the line has a second `: `. Put the value in quotes, or the second key on a line of its own.",
  "mapping keys are not allowed in this context": place,
  "block sequence entries are not allowed in this context": place,
  "found character that cannot start any token": "a word can't start with this character. Put the value in quotes.",
  "found a tab that cannot start any token": "a tab indents the line. Use spaces.",
  "did not find expected node content": place,
  "did not find expected key": indent,
  "did not find expected '-' indicator": indent,
  "did not find expected ',' or ']'": openBracket,
  "did not find expected ',' or '}'": openBracket,
  "did not find expected <document start>":
    "no `---` follows this directive before Kubernetes parts the file there. Remove the line.",
  "found unexpected end of stream": openQuote,
  "found unexpected document indicator": openQuote,
  "found unknown escape character":
    "this escape means nothing in double quotes. Write \\\\ for a backslash, or use single quotes.",
  "did not find expected hexdecimal number": code,
  "found invalid Unicode character escape code": code,
  "found a tab character that violates indentation": "a tab indents the line. Use spaces.",
  "found a tab character where an indentation space is expected": "a tab indents the line. Use spaces.",
  "found an indentation indicator equal to 0": block,
  "did not find expected comment or line break": block,
  "did not find expected alphabetic or numeric character":
    "`&` and `*` start the name of an anchor, of letters, digits, `-` and `_`. Put the value in quotes if it is a word.",
  "did not find expected whitespace or line break": tag,
  "did not find the expected '>'": tag,
  "did not find expected tag URI": tag,
  "did not find URI escaped octet": tag,
  "found undefined tag handle": tag,
  "could not find expected directive name": directive,
  "found unexpected non-alphabetical character": directive,
  "found unknown directive name": directive,
  "did not find expected '!'": directive,
  "did not find expected whitespace": directive,
  "found duplicate %TAG directive": directive,
  "found duplicate %YAML directive": version,
  "found incompatible YAML document": version,
  "did not find expected version number": version,
  "found extremely long version number": version,
  "did not find expected digit or '.' character": version,
} as const;
