import type { Declined, Document, Fix, Patch, Path } from "./types.ts";
import { lineAt, locate, obstacleTo, pointAt, sameValue, sharersOf } from "./yaml/index.ts";

/**
 * A fix, if it may be shown: nothing is offered that the text does not let be done. Text that other places read too is only changed where a patch among
 * `wanted` says the same for each of them.
 */
export function offerOf(document: Document, fix: Fix, wanted: readonly Patch[]): Fix | Declined {
  const patches: Patch[] = [];
  for (const patch of fix.patches) {
    const placed = placedIn(document, patch, wanted);
    if ("declined" in placed) return placed;
    const obstacle = setTwice(document, placed) ?? obstacleTo(document, placed);
    if (obstacle !== undefined) return { declined: obstacle };
    patches.push(placed);
  }
  return { ...fix, patches };
}

function isAlike(a: Patch, b: Patch): boolean {
  return a.op === b.op && (a.op === "remove" || sameValue(a.value, (b as typeof a).value));
}

/** The patch at the place where the text stands, with all others that read it; the reason where one of them does not want it. */
function placedIn(document: Document, patch: Patch, wanted: readonly Patch[]): Patch | Declined {
  // What is removed is an entry of the mapping or list around it.
  const depth = patch.op === "remove" ? patch.path.length - 1 : patch.path.length;
  const places = sharersOf(document, patch.path.slice(0, depth))?.map((place) => [
    ...place,
    ...patch.path.slice(depth),
  ]);
  const [path, ...also] = places ?? [];
  if (path && also.length === 0) return patch;
  const isWanted = (place: Path) => wanted.some((other) => isAlike(other, patch) && isSamePath(other.path, place));
  if (path && places?.every(isWanted)) return { ...patch, path, also };
  const line = lineAt(document.text, (locate(document, patch.path).shared ?? pointAt(document, patch.path)).start);
  return { declined: `the text is shared through an anchor (line ${line}): change it where the anchor stands` };
}

/** Of a key that is set twice nobody but the author knows which one is meant. */
function setTwice({ duplicates }: Document, patch: Patch): string | undefined {
  const twice = duplicates.find(({ path }) => isSamePath(path, patch.path.slice(0, path.length)));
  return twice && `${twice.key} is set twice: remove one of the two first`;
}

function isSamePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
