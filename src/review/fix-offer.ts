import type { Declined, Fix, Violation } from "../rules/index.ts";
import {
  type Document,
  kept,
  lineAt,
  locate,
  mayShare,
  obstacleTo,
  type Patch,
  type Path,
  pointAt,
  sameValue,
  sharersOf,
} from "../yaml/index.ts";

/**
 * A fix, if it may be shown: nothing is offered that the text does not let be done. Text that other places read too is only changed where the fix of one
 * of `peers` says the same for each of them.
 */
export function offerOf(document: Document, fix: Fix, peers: readonly Violation[]): Fix | Declined {
  const isShared = mayShare(document);
  const patches: Patch[] = [];
  for (const patch of fix.patches) {
    const placed = isShared ? placedIn(document, patch, peers) : patch;
    if ("declined" in placed) return placed;
    const obstacle = setTwice(document, placed) ?? obstacleTo(document, placed);
    if (obstacle !== undefined) return { declined: obstacle };
    patches.push(placed);
  }
  return isShared ? { ...fix, patches } : fix;
}

function isAlike(a: Patch, b: Patch): boolean {
  return a.op === b.op && (a.op === "remove" || sameValue(a.value, (b as typeof a).value));
}

/** The patch at the place where the text stands, with all others that read it; the reason where one of them does not want it. */
function placedIn(document: Document, patch: Patch, peers: readonly Violation[]): Patch | Declined {
  // What is removed is an entry of the mapping or list around it.
  const depth = patch.op === "remove" ? patch.path.length - 1 : patch.path.length;
  const places = sharersOf(document, patch.path.slice(0, depth))?.map((place) => [
    ...place,
    ...patch.path.slice(depth),
  ]);
  const [path, ...also] = places ?? [];
  if (path && also.length === 0) return patch;
  const isWanted = (place: Path) => wantedAt(peers, place).some((other) => isAlike(other, patch));
  if (path && places?.every(isWanted)) return { ...patch, path, also };
  const line = lineAt(document.text, (locate(document, patch.path).shared ?? pointAt(document, patch.path)).start);
  return { declined: `the text is shared through an anchor (line ${line}): change it where the anchor stands` };
}

/** The patches that violations want at a path. */
function wantedAt(peers: readonly Violation[], path: Path): readonly Patch[] {
  return wantedBy(peers).get(keyOf(path)) ?? [];
}

const wantedBy = kept((peers: readonly Violation[]): ReadonlyMap<string, readonly Patch[]> => {
  const patches = peers.flatMap(patchesOf);
  const found = new Map<string, Patch[]>(patches.map(({ path }) => [keyOf(path), []]));
  for (const patch of patches) found.get(keyOf(patch.path))?.push(patch);
  return found;
});

function patchesOf({ fix }: Violation): readonly Patch[] {
  return fix && "patches" in fix ? fix.patches : [];
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

/** Of a key that is set twice nobody but the author knows which one is meant. */
function setTwice({ duplicates }: Document, { path }: Patch): string | undefined {
  if (duplicates.length === 0) return undefined;
  const known = twiceIn(duplicates);
  const depth = path.findIndex((_, index) => known.has(keyOf(path.slice(0, index + 1))));
  return depth === -1 ? undefined : `${path[depth]} is set twice: remove one of the two first`;
}

const twiceIn = kept((duplicates: Document["duplicates"]) => new Set(duplicates.map(({ path }) => keyOf(path))));
