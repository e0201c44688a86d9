import type { Node } from "../tree.ts";

/** What bounds the work that a manifest can ask for, under the configuration's names: what has more is a problem. */
export type Limits = Readonly<
  Record<
    "documentCharacters" | "documentsPerFile" | "containersPerDocument" | "findingsPerDocument" | "fixCharacters",
    number
  >
>;

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

/** What bounds the work that a text can ask for, where nobody says anything else. */
export const usualLimits: Limits = {
  // What the API server takes in one request (apiserver, `MaxRequestBodyBytes`): nothing larger can be applied.
  documentCharacters: 3_145_728,
  // Nobody writes as many into a file; a million would cost seconds for nothing.
  documentsPerFile: 50_000,
  // A cluster runs at most some hundred in a pod, and at most so many in a list of 3 MB.
  containersPerDocument: 10_000,
  // Some dozens for each of so many containers. What a pod says is found for each container, so that the two multiply.
  findingsPerDocument: 200_000,
  // Some seconds: each patch reads its document again. A Deployment takes some hundred thousand.
  fixCharacters: 30_000_000,
};

/** What a document or file has more of than its limit allows, as a sentence that names the limit, and the key that sets it. */
export function excessFor(limit: keyof typeof subjects, count: number, limits: Limits): string | undefined {
  const most = limits[limit];
  return count > most
    ? `This ${subjects[limit](most.toLocaleString("en"))} (limits.${limit}). Split it, or leave it out if it is no manifest.`
    : undefined;
}

const subjects = {
  documentCharacters: (most: string) => `document has more than ${most} characters`,
  documentsPerFile: (most: string) => `file holds more than ${most} documents`,
  containersPerDocument: (most: string) => `document has more than ${most} containers`,
  findingsPerDocument: (most: string) => `document has more than ${most} findings, each counted for every container`,
};

export const tooDeep = "This document is nested more than 1,000 levels deep. Leave its file out if it is no manifest.";

export const tooMany =
  "This document has more than 700,000 words, signs and spaces between them. Split it, or leave its file out if it is no manifest.";

/** For what only the reader of all YAML reads. A list of pods as long as a document may be has some 600,000. */
export const maxLexemes = 700_000;

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
