import type { Document } from "../document.ts";
import { type Descent, descend, findChild } from "../locate.ts";
import type { Path } from "../path.ts";
import type { Range } from "../position.ts";
import type { Alias, Content, Node } from "../tree.ts";
import type { Patch } from "./patch.ts";

export const sharedText = "the text is shared through an anchor";
const occupied = "something else is written where the change belongs";

/** What stands in a patch's way, as far as the document tells without being changed; `undefined` where nothing does. */
export function obstacleTo(document: Document, patch: Patch): string | undefined {
  const twice = keySetTwice(document, patch.path);
  if (twice !== undefined) return `${twice} is set twice: remove one of the two first`;
  if (patch.op === "remove")
    return obstacleToRemoval(document, descend(document, patch.path.slice(0, -1)), patch.path.at(-1));
  const { node, depth, shared } = descend(document, patch.path);
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
  let node: Node | undefined = duplicates.length > 0 ? tree : undefined;
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
  { aliases }: Document,
  { node, shared }: Descent,
  step: string | number | undefined,
): string | undefined {
  const removed = step === undefined ? undefined : findChild(node, step);
  if (!removed) return "there is nothing to remove";
  if (shared || removed.entry?.mergeKey) return sharedText;
  return isNamed(aliases, removed.node.range) ? "an anchor in it is used elsewhere" : undefined;
}

/** Whether a node holds nothing yet, and a step may lead on from it. */
function isOpen(node: Content, step: string | number): boolean {
  if (node.kind === "scalar") return node.value === null && (typeof step === "string" || step === 0);
  return node.kind === "mapping"
    ? node.entries.length === 0 && typeof step === "string"
    : node.items.length === 0 && step === 0;
}

/** Whether an alias stands for text that a splice touches. */
export function isShared(aliases: readonly Alias[], spliced: Range): boolean {
  return aliases.some(({ target }) => target.range.start <= spliced.end && spliced.start <= target.range.end);
}

/** Whether an alias outside of a part of the text stands for something in it. */
function isNamed(aliases: readonly Alias[], part: Range): boolean {
  const holds = ({ start, end }: Range) => part.start <= start && end <= part.end;
  return aliases.some(({ range, target }) => holds(target.range) && !holds(range));
}
