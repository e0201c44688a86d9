import type { Range } from "../position.ts";

/** A document of a file, as kubectl parts it. */
export interface Part extends Range {
  /** Kubernetes reads a stream of JSON by the rules of JSON, and all else as YAML, even if it is JSON. */
  readonly format: "json" | "yaml";
  /** The offset at which its own text starts: a line that only parts it from the document before is not part of it, and directives may follow. */
  readonly contentStart: number;
  /** Why Kubernetes does not get to read the document, and where. */
  readonly refusal?: { readonly error: string; readonly offset: number };
}

/**
 * The documents of a file (apimachinery util/yaml decoder.go, `YAMLOrJSONDecoder`): values of JSON that follow one another, then what stands between lines
 * that start with `---`. A document's range starts with its own `---` line.
 */
export function split(text: string): Part[] {
  const { parts, end } = leadingJson(text);
  const last = parts.at(-1);
  if (!last) return splitLines(text, text.startsWith("\uFEFF") ? 1 : end);
  if (!last.refusal && end === text.length) return [...parts.slice(0, -1), { ...last, end }];
  return last.refusal ? parts : [...parts, ...splitLines(text, end)];
}

/** Lines that start with `---` part documents, save one that is a document's first. */
function splitLines(text: string, start: number): Part[] {
  const parts: Part[] = [];
  let from = start;
  let contentStart = start;
  for (let at = separatorFrom(text, start); at !== -1; at = separatorFrom(text, at + 1)) {
    const lineBreak = text.indexOf("\n", at);
    const next = lineBreak === -1 ? text.length : lineBreak + 1;
    const comment = /^[^\S\uFEFF]*$|^[^\S\uFEFF]*#/.test(text.slice(at + 3, next).replace(/\u0085/g, " "));
    if (!comment) {
      const refusal = { error: notAlone, offset: at };
      parts.push({ start: from, end: next, format: "yaml", contentStart, refusal });
      [from, contentStart] = [next, next];
    } else if (at > contentStart) {
      parts.push({ start: from, end: at, format: "yaml", contentStart });
      [from, contentStart] = [at, next];
    }
  }
  if (from < text.length || parts.length === 0)
    parts.push({ start: from, end: text.length, format: "yaml", contentStart });
  return parts;
}

const notAlone =
  "Kubernetes reads nothing but a comment behind `---` on its line, and refuses this file. Start the document on the next line.";

/** The offset of the next line that starts with `---`. */
function separatorFrom(text: string, start: number): number {
  if (text.startsWith("---", start) && (start === 0 || text[start - 1] === "\n")) return start;
  const found = text.indexOf("\n---", start);
  return found === -1 ? -1 : found + 1;
}

/** Go's white space, `unicode.IsSpace`. */
const whiteSpace = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/y;
/** How much of a file kubectl looks at to see that it is JSON. */
const guessed = 4096;

/** The values of JSON that a file starts with, and the offset behind them at which YAML starts. */
function leadingJson(text: string): { readonly parts: Part[]; readonly end: number } {
  const parts: Part[] = [];
  if (text[skipWhiteSpace(text, 0)] !== "{" || skipWhiteSpace(text, 0) >= guessed) return { parts, end: 0 };
  for (let start = 0; ; ) {
    const end = endOfValue(text, start);
    if (end === undefined) return endOfJson(text, start, parts);
    parts.push({ start, end, format: "json", contentStart: start });
    start = end;
  }
}

/** After one value, or none, the rest may be YAML; after more it is JSON that is broken. White space up to the next line goes with what is before it. */
function endOfJson(text: string, start: number, parts: Part[]): { readonly parts: Part[]; readonly end: number } {
  if (skipSpace(text, start) === text.length) return { parts, end: text.length };
  const content = skipWhiteSpace(text, start);
  const lineBreak = text.indexOf("\n", start);
  const isBelow = lineBreak !== -1 && lineBreak < content;
  // kubectl looks at four bytes at once, and takes fewer for the end.
  const next = text.slice(isBelow ? lineBreak : content);
  const isShort = new TextEncoder().encode(next.slice(0, 4)).length < 4;
  if (parts.length === 0 || (parts.length === 1 && !isShort)) return { parts, end: isBelow ? lineBreak + 1 : content };
  const refusal = { error: notJson, offset: Math.min(content, text.length - 1) };
  const rest: Part = { start, end: text.length, format: "json", contentStart: start, refusal };
  return { parts: [...parts, rest], end: text.length };
}

const notJson =
  "This is not JSON, as the documents before it are. Put a line with `---` before the first of them, or correct it.";

function skipWhiteSpace(text: string, start: number): number {
  let at = start;
  for (whiteSpace.lastIndex = at; whiteSpace.test(text); whiteSpace.lastIndex = at) at++;
  return at;
}

/** Past JSON's own white space. */
function skipSpace(text: string, start: number): number {
  space.lastIndex = start;
  return space.test(text) ? space.lastIndex : start;
}

const space = /[ \t\r\n]+/y;
const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;

/** The offset behind the value of JSON that follows, if one does. */
function endOfValue(text: string, start: number): number | undefined {
  const first = skipSpace(text, start);
  word.lastIndex = first;
  const end = word.test(text) ? word.lastIndex : endOfToken(text, first);
  return end !== undefined && isJson(text.slice(first, end)) ? end : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The offset behind the quote or bracket that closes the one at `start`. Token by token: a pattern for a whole string runs out of stack at a long one. */
function endOfToken(text: string, start: number): number | undefined {
  const token = /\\.|["{}[\]]/gs;
  token.lastIndex = start;
  let depth = 0;
  let isQuoted = false;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [character] = found;
    if (depth === 0 && !isQuoted && found.index > start) return undefined;
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
    if (depth === 0 && !isQuoted) return token.lastIndex;
  }
  return undefined;
}
