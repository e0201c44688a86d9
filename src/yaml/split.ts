import type { Range } from "../types.ts";

/**
 * The documents of a file, as kubectl splits it: JSON objects that follow one another, then at every line that starts with `---`,
 * save one that opens the text. A document's range starts with its own `---` line.
 */
export function split(text: string): Range[] {
  const objects = leadingObjects(text);
  const last = objects.at(-1);
  if (!last) return splitLines(text, text.startsWith("\uFEFF") ? 1 : 0);
  if (text.slice(last.end).trim() === "") return [...objects.slice(0, -1), { start: last.start, end: text.length }];
  const rest = last.end + (/^[^\S\n]*\n?/.exec(text.slice(last.end))?.[0].length ?? 0);
  return [...objects, ...splitLines(text, rest)];
}

/** Whether text is a JSON object: Kubernetes reads it as JSON then, not as YAML. */
export function isJson(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function splitLines(text: string, start: number): Range[] {
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

function leadingObjects(text: string): Range[] {
  const objects: Range[] = [];
  for (let start = 0; ; ) {
    const open = /^\s*\{/.exec(objects.length === 0 ? text : text.slice(start));
    const end = open && endOfObject(text, start + open[0].length - 1);
    if (!end || !isJson(text.slice(start, end))) return objects;
    objects.push({ start, end });
    start = end;
  }
}

/** The offset behind the brace that closes the one at `start`. */
function endOfObject(text: string, start: number): number | undefined {
  const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]|[^"{}[\]]+/gsy;
  token.lastIndex = start;
  let depth = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (found[0] === "{" || found[0] === "[") depth++;
    if ((found[0] === "}" || found[0] === "]") && --depth === 0) return token.lastIndex;
  }
  return undefined;
}
