import type { Document } from "./document.ts";
import type { Path } from "./path.ts";
import { countBefore, endOfLine, type Range, startOfLine } from "./position.ts";
import type { Node, Sequence } from "./tree.ts";

/** The comments in a part of a document, each from its `#` to the end of its line. A `#` within a word starts no comment. */
export function commentsIn(document: Document, range: Range): string[] {
  return commentRanges(document, range).map(({ start, end }) => document.text.slice(start, end));
}

/** A comment, and the node that it speaks of. */
export interface Remark {
  readonly text: string;
  readonly range: Range;
  /** The path of the key or list item on its line, else of the one below; `[]` for the document; `undefined` where there is none. */
  readonly path: Path | undefined;
}

/** The comments of a document that hold a word, each with what it speaks of. One above a `---` speaks of the document below. */
export function remarksIn(document: Document, word: string): Remark[] {
  const { text, range } = document;
  const above = heading(text, range.start);
  if (!text.slice(above.start, range.end).includes(word)) return [];
  const own = commentRanges(document, range);
  const isFollowed = text.startsWith("---", range.end);
  const next = isFollowed ? heading(text, range.end).start : range.end;
  const nodes = nodeStartsIn(document.tree, text);
  const starts = nodes.map((each) => each.start);
  const remark = (comment: Range, path: Path | undefined): Remark => ({
    text: text.slice(comment.start, comment.end),
    range: comment,
    path,
  });
  return [
    ...linesIn(text, above).map((comment) => remark(comment, [])),
    ...own
      .filter(({ start }) => start < next)
      .map((comment) => remark(comment, pathBeside(document, nodes, starts, comment))),
  ].filter((each) => each.text.includes(word));
}

/** Where the comments in a part of a document stand. */
export function commentRanges({ text, tree }: Document, { start, end }: Range): Range[] {
  if (!text.slice(start, end).includes("#")) return [];
  const words = wordsIn(tree, text).filter((word) => word.end > start && word.start < end);
  const comments: Range[] = [];
  let from = start;
  for (const word of [...words, { start: end, end }]) {
    for (const { index, 0: comment } of text.slice(from, word.start).matchAll(/#[^\r\n\u0085\u2028\u2029]*/g))
      comments.push({ start: from + index, end: from + index + comment.length });
    from = Math.max(from, word.end);
  }
  return comments;
}

/** The places where a `#` starts no comment, in the order of the text. */
function wordsIn(node: Node, text: string): Range[] {
  if (node.kind === "mapping") return node.entries.flatMap((entry) => [entry.keyRange, ...wordsIn(entry.node, text)]);
  if (node.kind === "sequence") return node.items.flatMap((item) => wordsIn(item, text));
  const { start, end } = node.range;
  const isBlock = node.kind === "scalar" && node.style === "block";
  return [{ start: isBlock ? Math.min(endOfLine(text, start), end) : start, end }];
}

/** The lines of comments and blanks right before a document's own `---`, at the edge of the page: they are the head of what follows. */
function heading(text: string, offset: number): Range {
  let start = offset;
  // What follows a JSON object may stand on the same line.
  while (start > 0 && text[start - 1] === "\n") {
    const line = startOfLine(text, start - 1);
    if (line >= start || !/^(#.*)?\s*$/.test(text.slice(line, start))) break;
    start = line;
  }
  return { start, end: text.startsWith("---", offset) ? offset : start };
}

function linesIn(text: string, { start, end }: Range): Range[] {
  const comments = [...text.slice(start, end).matchAll(/^#[^\r\n]*/gm)];
  return comments.map(({ index, 0: comment }) => ({ start: start + index, end: start + index + comment.length }));
}

/** Where a key or a list item starts. */
interface NodeStart {
  readonly start: number;
  readonly path: Path;
}

/** Every key and list item, the outer before the inner. */
function nodeStartsIn(node: Node, text: string, path: Path = []): NodeStart[] {
  if (node.kind === "mapping") {
    return node.entries.flatMap(({ key, keyRange, node: value }) => [
      { start: keyRange.start, path: [...path, key] },
      ...nodeStartsIn(value, text, [...path, key]),
    ]);
  }
  if (node.kind !== "sequence") return [];
  return node.items.flatMap((item, index) => [
    { start: node.flow ? item.range.start : dashOf(node, index, text), path: [...path, index] },
    ...nodeStartsIn(item, text, [...path, index]),
  ]);
}

/** The dash of a block sequence's item: the first thing after the item before it that is not a comment. */
function dashOf({ items, range }: Sequence, index: number, text: string): number {
  const from = items[index - 1]?.range.end ?? range.start;
  const gap = text.slice(from, items[index]?.range.start).replace(/#.*/g, (comment) => " ".repeat(comment.length));
  return from + Math.max(0, gap.indexOf("-"));
}

/** The path of the node that a comment speaks of. `starts` are those of `nodes`. */
function pathBeside(
  { text, range, tree }: Document,
  nodes: readonly NodeStart[],
  starts: readonly number[],
  comment: Range,
): Path | undefined {
  const line = startOfLine(text, comment.start);
  const before = text.slice(line, comment.start);
  const isAlone = before.trim() === "";
  if ((isAlone && comment.start < tree.range.start) || before.startsWith("---")) return [];
  if (isAlone) {
    const below = nodes[countBefore(starts, comment.end + 1)];
    return below && below.start < range.end ? below.path : undefined;
  }
  const beside = nodes[countBefore(starts, line)];
  // Behind the last line of a long value no key starts: the comment speaks of the key that the value belongs to.
  return (beside && beside.start < comment.start ? beside : nodes[countBefore(starts, comment.start) - 1])?.path;
}
