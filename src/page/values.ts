import { resolvePlain } from "../yaml/index.ts";

/** Formats a value on one line, as people write it: `drop: ["ALL"]`, `type: RuntimeDefault`, `true`. */
export function formatValue(value: unknown): string {
  if (typeof value === "string") return value;
  return isEntries(value) ? formatEntries(value) : formatItem(value);
}

function isEntries(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}

function formatEntries(entries: Readonly<Record<string, unknown>>): string {
  return Object.entries(entries)
    .map(
      ([key, value]) =>
        `${quoteIfNeeded(key)}: ${typeof value === "string" ? quoteIfNeeded(value) : formatItem(value)}`,
    )
    .join(", ");
}

/** Formats a value in a list. Texts are quoted there, as in `["ALL"]`. */
function formatItem(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatItem).join(", ")}]`;
  return isEntries(value) ? `{${formatEntries(value)}}` : JSON.stringify(value);
}

/** Quotes a text that YAML would read as something else. */
function quoteIfNeeded(text: string): string {
  return /^[\w./][\w./@+-]*$/.test(text) && resolvePlain(text) === text ? text : JSON.stringify(text);
}
