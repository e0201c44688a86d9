import type { Fields, Value } from "../types.ts";
import { resolvePlain } from "./scalar.ts";
import type { Style } from "./style.ts";

/**
 * What follows a key and its colon when the key stands at `column`: ` true`, ` []`, or lines of their own.
 * No line break at the end.
 */
export function renderBlock(value: Value, column: number, style: Style): string {
  if (isList(value) && value.length > 0) {
    if (style.flowLists && value.every((item) => !isCollection(item))) return ` ${renderFlow(value, style)}`;
    const dash = column + style.listIndent;
    return value.map((item) => style.eol + renderItem(item, dash, style)).join("");
  }
  if (isFields(value) && Object.keys(value).length > 0) {
    const inner = column + style.indent;
    return Object.entries(value)
      .map(([key, member]) => style.eol + renderEntry(key, member, inner, style))
      .join("");
  }
  return ` ${renderFlow(value, style)}`;
}

/** A key and its value, on lines that start at `column`. */
export function renderEntry(key: string, value: Value, column: number, style: Style): string {
  return `${" ".repeat(column)}${renderKey(key, style)}:${renderBlock(value, column, style)}`;
}

/** A list item, its dash at `column`. */
export function renderItem(value: Value, column: number, style: Style): string {
  const dash = `${" ".repeat(column)}- `;
  if (isFields(value) && Object.keys(value).length > 0) {
    const lines = Object.entries(value).map(([key, member]) => renderEntry(key, member, column + 2, style));
    return dash + lines.join(style.eol).slice(column + 2);
  }
  return dash + renderFlow(value, style);
}

/** A value on one line; in JSON's own way where the document is JSON. */
export function renderFlow(value: Value, style: Style): string {
  if (isList(value)) return `[${value.map((item) => renderFlow(item, style)).join(", ")}]`;
  if (isFields(value)) {
    const members = Object.entries(value).map(([key, member]) => `${renderKey(key, style)}: ${renderFlow(member, style)}`);
    return `{${members.join(", ")}}`;
  }
  return typeof value === "string" ? renderString(value, style) : String(value);
}

/** A value in braces over several lines, as pretty-printed JSON stands at `column`. */
export function renderJson(value: Value, column: number, indent: number, eol: string): string {
  return JSON.stringify(value, null, indent).replaceAll("\n", eol + " ".repeat(column));
}

function renderKey(key: string, style: Style): string {
  return style.json || !isPlain(key) ? JSON.stringify(key) : key;
}

function renderString(text: string, style: Style): string {
  if (style.json || !isSingleLine(text)) return JSON.stringify(text);
  if (style.quotes === "single") return `'${text.replaceAll("'", "''")}'`;
  return style.quotes === "double" || !isPlain(text) ? JSON.stringify(text) : text;
}

/** Whether a word needs no quotes, in a block or in brackets. */
function isPlain(text: string): boolean {
  return /^[A-Za-z_./][\w./-]*$/.test(text) && resolvePlain(text) === text;
}

function isSingleLine(text: string): boolean {
  return !/[\p{Cc}\u2028\u2029\uFEFF]/u.test(text);
}

function isCollection(value: Value): boolean {
  return typeof value === "object" && value !== null;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isFields(value: Value | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
