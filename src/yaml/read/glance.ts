/** What a glance at a document's text tells for sure, without reading it. */

/**
 * Whether a text can mean a word that is not written in it: by an escape in double quotes (of a character, or of a line break within the word), or as
 * base64, whose tag may be written with escapes or behind a handle of its own.
 */
export function mayHideWords(text: string): boolean {
  return (text.includes("\\") && escapes.test(text)) || (text.includes("!") && base64.test(text));
}

const escapes = /\\[xuU\r\n\u0085\u2028\u2029]/;
const base64 = /!\S*(?:binary|%)|%TAG/;

/**
 * The lines at the edge of the page, where a document's root is for sure a block mapping there, of plain keys that are each the first word of their line:
 * every key of the root is among them. `undefined` where it may be anything else.
 */
export function findRootLines(text: string): string[] | undefined {
  const lines: string[] = [];
  const [first = ""] = /^[^\n]*/.exec(text) ?? [];
  const isMarker = /^---[ \r]*$|^--- +#/.test(first);
  if (!isMarker && /^[^ \r#]/.test(first)) lines.push(first);
  for (const { index, 0: line } of text.matchAll(edge)) {
    if (lines.length === 0 && /\n +[^ \r\n#]/.test(text.slice(0, index))) return undefined;
    lines.push(line.slice(1));
  }
  return lines.every((line) => /^[A-Za-z]+:(?![^ \r])/.test(line)) ? lines : undefined;
}

/** The line breaks that no white space or comment follows, with the line below; and each break that is one to Kubernetes alone. */
const edge = /\n[^ \r\n#][^\n]*|\r(?!\n)|[\u0085\u2028\u2029]/g;
