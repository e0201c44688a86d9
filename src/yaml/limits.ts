import type { Node } from "./tree.ts";

/** Why Kubernetes would not read a tree, well written as it is; `undefined` where it would. */
export function excessOf(root: Node): string | undefined {
  if (isDeeper(root, maxHeight)) return tooDeep;
  if (!holdsAlias(root)) return undefined;
  const known = new Map<Node, Weight>();
  const { height, size } = weigh(root, known);
  if (height > maxHeight) return tooDeep;
  const repeated = size - known.size;
  const isExcessive = size > 1000 && repeated > 100 && repeated / size > allowedShare(size);
  return isExcessive
    ? "Aliases make this document too large: Kubernetes refuses it. Write out what they stand for."
    : undefined;
}

/** What the API server takes in one request (apiserver, `MaxRequestBodyBytes`), in characters: nothing larger can be applied. */
export const maxLength = 3_145_728;

/** `undefined` for a document of a length that is read. */
export function tooLong(length: number): string | undefined {
  return length > maxLength
    ? "This document has more than 3,145,728 characters, more than Kubernetes takes at once. Split it, or leave its file out if it is no manifest."
    : undefined;
}

/** Nobody writes as many into a file; a million would cost seconds for nothing. */
export const maxDocuments = 50_000;
export const tooMany = "This file holds more than 50,000 documents. Split it, or leave it out if it is no manifest.";

export const tooDeep = "This document is nested more than 1,000 levels deep. Leave its file out if it is no manifest.";

/** Kubernetes stops at 10,000; nothing that a person wrote comes near this one. */
export const maxHeight = 1000;

/** The part of a document that aliases may make (goyaml.v2/decode.go, `allowedAliasRatio`). */
function allowedShare(size: number): number {
  return Math.max(0.1, Math.min(0.99, 0.99 - (0.89 * (size - 400_000)) / 3_600_000));
}

function isDeeper(node: Node, levels: number): boolean {
  if (levels === 0) return true;
  if (node.kind === "sequence") return node.items.some((item) => isDeeper(item, levels - 1));
  return node.kind === "mapping" && node.entries.some((entry) => isDeeper(entry.node, levels - 1));
}

function holdsAlias(node: Node): boolean {
  if (node.kind === "sequence") return node.items.some(holdsAlias);
  return node.kind === "alias" || (node.kind === "mapping" && node.entries.some((entry) => holdsAlias(entry.node)));
}

interface Weight {
  readonly height: number;
  /** Nodes, each as often as aliases repeat it. */
  readonly size: number;
}

function weigh(node: Node, known: Map<Node, Weight>): Weight {
  const before = known.get(node);
  if (before) return before;
  const parts = partsOf(node).map((part) => weigh(part, known));
  const height = parts.reduce((highest, part) => Math.max(highest, part.height + 1), 0);
  const size = parts.reduce((sum, part) => sum + part.size, 1);
  known.set(node, { height, size });
  return { height, size };
}

function partsOf(node: Node): readonly Node[] {
  if (node.kind === "alias") return [node.target];
  if (node.kind === "sequence") return node.items;
  return node.kind === "mapping" ? node.entries.map((entry) => entry.node) : [];
}
