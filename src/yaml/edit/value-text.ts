import { resolvePlain } from "../read/scalar.ts";
import { isEmpty, isFields, isList, type Value } from "../value.ts";

/** How a document is written. What is added to it is written the same way. */
export interface Style {
  readonly eol: "\n" | "\r\n";
  /** Columns from a block mapping to the mapping inside it. */
  readonly indent: number;
  /** Columns from a key to the dashes of its list: 0 or more. */
  readonly listIndent: number;
  /** Whether lists of words stand in brackets. */
  readonly flowLists: boolean;
  readonly quotes: Quotes;
  readonly keyQuotes: Quotes;
  /** Whether the document is JSON: everything in braces, every key and word in double quotes. */
  readonly json: boolean;
  /** What follows colons and commas in brackets. */
  readonly gap: "" | " ";
  /** The indent of the lines within brackets that span several lines. */
  readonly flowIndent: string;
}

export type Quotes = "plain" | "single" | "double";

/**
 * What follows a key and its colon when the key stands at `column`: ` true`, ` []`, or lines of their own.
 * No line break at the end.
 */
export function renderBlock(value: Value, column: number, style: Style): string {
  const isOfWords = isList(value) && !value.some((item) => isList(item) || isFields(item));
  if (isEmpty(value) || (isOfWords && style.flowLists)) return ` ${renderFlow(value, style)}`;
  if (isList(value))
    return value.map((item) => style.eol + renderItem(item, column + style.listIndent, style)).join("");
  if (!isFields(value)) return ` ${renderFlow(value, style)}`;
  const members = Object.entries(value);
  return members.map(([key, member]) => style.eol + renderEntry(key, member, column + style.indent, style)).join("");
}

/** A key and its value, on lines that start at `column`. */
export function renderEntry(key: string, value: Value, column: number, style: Style): string {
  return `${" ".repeat(column)}${renderKey(key, style)}:${renderBlock(value, column, style)}`;
}

/** A list item, its dash at `column`. */
export function renderItem(value: Value, column: number, style: Style): string {
  const dash = `${" ".repeat(column)}- `;
  if (!isFields(value) || isEmpty(value)) return dash + renderFlow(value, style);
  const lines = Object.entries(value).map(([key, member]) => renderEntry(key, member, column + 2, style));
  return dash + lines.join(style.eol).slice(dash.length);
}

/** A value on one line of YAML, for a reader who sees no file around it. */
export function formatFlow(value: Value): string {
  return renderFlow(value, readersStyle);
}

const readersStyle: Style = {
  eol: "\n",
  indent: 2,
  listIndent: 2,
  flowLists: true,
  quotes: "plain",
  keyQuotes: "plain",
  json: false,
  gap: " ",
  flowIndent: "  ",
};

/** A value on one line, in JSON's own way where the document is JSON. */
export function renderFlow(value: Value, style: Style): string {
  const comma = `,${style.json ? style.gap : " "}`;
  if (isList(value)) return `[${value.map((item) => renderFlow(item, style)).join(comma)}]`;
  if (isFields(value)) {
    const members = Object.entries(value).map(([key, member]) => renderMember(key, renderFlow(member, style), style));
    return `{${members.join(comma)}}`;
  }
  return typeof value === "string" ? renderString(value, style) : String(value);
}

/** A key and what is written for its value, between braces. */
export function renderMember(key: string, written: string, style: Style): string {
  return `${renderKey(key, style)}:${style.json ? style.gap : " "}${written}`;
}

/** A value in brackets. In JSON it spans several lines where `line` is given, the white space that its line starts with. */
export function renderBrackets(value: Value, line: string | undefined, style: Style): string {
  if (!style.json || line === undefined) return renderFlow(value, style);
  return escapeForYaml(JSON.stringify(value, null, style.flowIndent)).replaceAll("\n", style.eol + line);
}

function renderKey(key: string, style: Style): string {
  return renderString(key, { ...style, quotes: style.keyQuotes });
}

function renderString(text: string, style: Style): string {
  const quotes = style.json ? "double" : style.quotes;
  if (quotes === "plain" && isPlain(text)) return text;
  if (quotes === "single" && isPrintable(text)) return `'${text.replaceAll("'", "''")}'`;
  return escapeForYaml(JSON.stringify(text));
}

function isPrintable(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u.test(text);
}

/** JSON with those characters escaped at which YAML breaks lines, or which it takes for a byte order mark. */
function escapeForYaml(json: string): string {
  return json.replace(
    /[\x7f-\x9f\u2028\u2029\uFEFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Whether a word needs no quotes, in a block or in brackets. */
function isPlain(text: string): boolean {
  return /^[A-Za-z_./][\w./-]*$/.test(text) && resolvePlain(text) === text;
}
