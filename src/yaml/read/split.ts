import type { Range } from "../position.ts";

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
  const open = /\s*\{/y;
  for (let start = 0; ; ) {
    open.lastIndex = start;
    const end = open.test(text) && endOfObject(text, open.lastIndex - 1);
    if (!end || !isJson(text.slice(start, end))) return objects;
    objects.push({ start, end });
    start = end;
  }
}

/** The offset behind the brace that closes the one at `start`. Token by token: a pattern for a whole string runs out of stack at a long one. */
function endOfObject(text: string, start: number): number | undefined {
  const token = /\\.|["{}[\]]/gs;
  token.lastIndex = start;
  let depth = 0;
  let isQuoted = false;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [character] = found;
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === "{" || character === "[") depth++;
    else if ((character === "}" || character === "]") && --depth === 0) return token.lastIndex;
  }
  return undefined;
}
