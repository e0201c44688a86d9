import { type Alias, childrenOf, type Node } from "../tree.ts";

/** Why Kubernetes refuses a well-formed document for its depth or its aliases; `undefined` where it does not. */
export function excessOf(root: Node, aliases: readonly Alias[]): string | undefined {
  if (isDeeper(root, maxHeight)) return tooDeep;
  if (aliases.length === 0) return undefined;
  const known = new Map<Node, Weight>();
  const { height, size } = weigh(root, known);
  if (height > maxHeight) return tooDeep;
  const repeated = size - known.size;
  const isExcessive = size > 1000 && repeated > 100 && repeated / size > allowedShare(size);
  return isExcessive
    ? "Aliases make this document too large: Kubernetes refuses it. Write out what they stand for."
    : undefined;
}

export const tooDeep =
  "This document is nested more than 1,000 levels deep. Leave its file out if it is not a manifest.";

export const tooMany =
  "This document has more than 700,000 tokens (words, signs and spaces). Split it, or leave its file out if it is not a manifest.";

/** The most tokens that the full reader takes. A list of pods as long as a document may be has some 600,000. */
export const maxLexemes = 700_000;

/** The most levels of nesting. Kubernetes stops at 10,000; nothing that a person wrote comes near 1,000. */
export const maxHeight = 1000;

/** The share of a document that aliases may make up (goyaml.v2/decode.go, `allowedAliasRatio`). */
function allowedShare(size: number): number {
  return Math.max(0.1, Math.min(0.99, 0.99 - (0.89 * (size - 400_000)) / 3_600_000));
}

function isDeeper(node: Node, levels: number): boolean {
  return levels === 0 || childrenOf(node).some((child) => isDeeper(child, levels - 1));
}

interface Weight {
  readonly height: number;
  /** The number of nodes, each counted as often as aliases repeat it. */
  readonly size: number;
}

function weigh(node: Node, known: Map<Node, Weight>): Weight {
  const before = known.get(node);
  if (before) return before;
  const children = (node.kind === "alias" ? [node.target] : childrenOf(node)).map((child) => weigh(child, known));
  const height = children.reduce((highest, child) => Math.max(highest, child.height + 1), 0);
  const size = children.reduce((sum, child) => sum + child.size, 1);
  known.set(node, { height, size });
  return { height, size };
}
