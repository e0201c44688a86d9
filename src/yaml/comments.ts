import type { Document, Range } from "../types.ts";
import { endOfLine } from "./position.ts";
import type { Node } from "./tree.ts";

/** The comments in a part of a document, each from its `#` to the end of its line: a `#` in a word is none. */
export function commentsIn({ text, tree }: Document, { start, end }: Range): string[] {
  if (!text.slice(start, end).includes("#")) return [];
  const words = wordsIn(tree as Node, text).filter((word) => word.end > start && word.start < end);
  const comments: string[] = [];
  let from = start;
  for (const word of [...words, { start: end, end }]) {
    comments.push(...(text.slice(from, word.start).match(/#[^\r\n\u0085\u2028\u2029]*/g) ?? []));
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
