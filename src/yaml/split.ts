import type { Range } from "../types.ts";

/**
 * The documents of a file, as kubectl splits it: at every line that starts with `---`, save one that opens the file.
 * A document's range starts with its own `---` line. JSON is one document.
 */
export function split(text: string): Range[] {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  if (looksLikeJson(text)) return [{ start, end: text.length }];
  const ranges: Range[] = [];
  let from = start;
  for (let at = text.indexOf("\n---", start); at !== -1; at = text.indexOf("\n---", at + 1)) {
    if (!/[ \t\r\n]/.test(text[at + 4] ?? "\n")) continue;
    ranges.push({ start: from, end: at + 1 });
    from = at + 1;
  }
  ranges.push({ start: from, end: text.length });
  return ranges;
}

/** As the Kubernetes decoder tells the two apart: JSON starts with a brace. */
export function looksLikeJson(text: string): boolean {
  return /^\uFEFF?\s*\{/.test(text);
}
