import type { Declined, Document, Fix, Patch, Path } from "./types.ts";
import { lineAt, locate, obstacleTo, pointAt, sameValue, sharersOf } from "./yaml/index.ts";

/**
 * The fix that may be shown for one root cause, whose violations each come with their own. Nothing is offered that the text does not let be done:
 * text that other places read too is only changed where all of them want the same.
 */
export function offerOf(
  document: Document,
  wanted: readonly (Fix | Declined | undefined)[],
): Fix | Declined | undefined {
  const [first, ...others] = wanted;
  if (!first || "declined" in first) return first;
  const fixes = [first, ...others.filter((other) => other && "patches" in other)] as readonly Fix[];
  const patches: Patch[] = [];
  for (const [index, patch] of first.patches.entries()) {
    const same = fixes.flatMap((fix) => fix.patches[index] ?? []).filter((other) => isAlike(patch, other));
    const placed = placedIn(document, patch, same);
    if ("declined" in placed) return placed;
    const obstacle = setTwice(document, placed) ?? obstacleTo(document, placed);
    if (obstacle !== undefined) return { declined: obstacle };
    patches.push(placed);
  }
  return { ...first, patches };
}

function isAlike(a: Patch, b: Patch): boolean {
  return a.op === b.op && (a.op === "remove" || sameValue(a.value, (b as typeof a).value));
}

/** The patch at the place where the text stands, with all others that read it; the reason where one of them does not want it. */
function placedIn(document: Document, patch: Patch, same: readonly Patch[]): Patch | Declined {
  // What is removed is an entry of the mapping or list around it.
  const depth = patch.op === "remove" ? patch.path.length - 1 : patch.path.length;
  const places = sharersOf(document, patch.path.slice(0, depth))?.map((place) => [
    ...place,
    ...patch.path.slice(depth),
  ]);
  const [path, ...also] = places ?? [];
  if (path && also.length === 0) return patch;
  const isWanted = (place: Path) => same.some((other) => isSamePath(other.path, place));
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
