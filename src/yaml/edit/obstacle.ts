import type { Document, Path, Range } from "../document.ts";
import { item, member, type Walk, walk } from "../locate.ts";
import { kept } from "../remember.ts";
import type { Alias, Content, Node } from "../tree.ts";
import type { Patch } from "./patch.ts";

export const sharedText = "the text is shared through an anchor";
const occupied = "something else is written where the change belongs";

/** What stands in a patch's way, as far as the document tells without being changed; `undefined`: nothing. */
export function obstacleTo(document: Document, patch: Patch): string | undefined {
  const twice = keySetTwice(document, patch.path);
  if (twice !== undefined) return `${twice} is set twice: remove one of the two first`;
  if (patch.op === "remove")
    return obstacleToRemoval(document, walk(document, patch.path.slice(0, -1)), patch.path.at(-1));
  const { node, depth, shared } = walk(document, patch.path);
  if (shared) return sharedText;
  const step = patch.path[depth];
  if (step === undefined) {
    if (patch.op === "append") return node.kind === "sequence" || isOpen(node, 0) ? undefined : occupied;
    return depth === 0 ? "the whole document would be replaced" : undefined;
  }
  const takesKey = node.kind === "mapping" && node.entries.length > 0 && typeof step === "string";
  return takesKey || isOpen(node, step) ? undefined : occupied;
}

/** The first key on a path that its mapping has twice: nobody but the author knows which one is meant. */
function keySetTwice({ tree, duplicates }: Document, path: Path): string | undefined {
  let node: Node | undefined = duplicates.length > 0 ? (tree as Node) : undefined;
  for (const step of path) {
    if (typeof step === "number") node = node?.kind === "sequence" ? node.items[step] : undefined;
    else {
      const entries = node?.kind === "mapping" ? node.entries.filter(({ merge, key }) => !merge && key === step) : [];
      if (entries.length > 1) return step;
      node = entries[0]?.node;
    }
  }
  return undefined;
}

function obstacleToRemoval(
  { tree }: Document,
  { node, shared }: Walk,
  step: string | number | undefined,
): string | undefined {
  const found = typeof step === "string" ? member(node, step) : undefined;
  const removed = typeof step === "number" ? item(node, step) : found?.node;
  if (!removed) return "there is nothing to remove";
  if (shared || found?.merged) return sharedText;
  if (node.kind === "mapping" && node.entries.filter(({ key }) => key === step).length > 1)
    return "the key is written twice";
  return isNamed(tree as Node, removed.range) ? "an anchor in it is used elsewhere" : undefined;
}

/** Whether a node holds nothing yet, and a step may lead on from it. */
function isOpen(node: Content, step: string | number): boolean {
  if (node.kind === "scalar") return node.value === null && (typeof step === "string" || step === 0);
  return node.kind === "mapping"
    ? node.entries.length === 0 && typeof step === "string"
    : node.items.length === 0 && step === 0;
}

/** Whether an alias stands for text that an edit touches. */
export function isShared(root: Node, edited: Range): boolean {
  return aliasesIn(root).some(({ target }) => target.range.start <= edited.end && edited.start <= target.range.end);
}

/** Whether an alias outside of a part of the text stands for something in it. */
function isNamed(root: Node, part: Range): boolean {
  const holds = ({ start, end }: Range) => part.start <= start && end <= part.end;
  return aliasesIn(root).some(({ range, target }) => holds(target.range) && !holds(range));
}

/** Each fix asks for those of the tree. */
const aliasesIn = kept((root: Node): readonly Alias[] => [...aliasesBelow(root)]);

function* aliasesBelow(node: Node): Generator<Alias> {
  if (node.kind === "alias") yield node;
  else if (node.kind === "sequence") for (const item of node.items) yield* aliasesBelow(item);
  else if (node.kind === "mapping") for (const entry of node.entries) yield* aliasesBelow(entry.node);
}
