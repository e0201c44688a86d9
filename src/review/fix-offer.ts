import type { Declined, Fix } from "../rules/index.ts";
import {
  type Document,
  lineAt,
  locate,
  obstacleTo,
  type Patch,
  type Path,
  pathsSharing,
  pointAt,
  sameValue,
  startsWith,
} from "../yaml/index.ts";
import type { Fate } from "./fate.ts";
import type { Finding } from "./finding.ts";
import { keyOf } from "./subjects.ts";
import type { PlacedViolation } from "./violations.ts";

/**
 * A violation's fix for the containers of one fate, or the reason why there is none. Nothing is offered that the text does not allow, or that would change
 * what is ignored or what another place wants otherwise.
 */
export function offerFix(violation: PlacedViolation, fate: Fate): Pick<Finding, "fix" | "declined"> {
  const { fix } = violation;
  if (!fix) return { fix: null, declined: null };
  const offer = "declined" in fix ? fix : placePatches(violation, fix);
  const hasIgnored = !fate.ignored && fate.ignoredBeside.length > 0;
  const reason = "declined" in offer ? offer.declined : hasIgnored ? whyNotBesideIgnored(fate, offer) : undefined;
  return "declined" in offer || reason !== undefined
    ? { fix: null, declined: reason ?? null }
    : { fix: offer, declined: null };
}

function placePatches({ subject: { document }, wanted }: PlacedViolation, fix: Fix): Fix | Declined {
  const patches: Patch[] = [];
  for (const patch of fix.patches) {
    const placed = document.aliases.length > 0 ? placeAtAnchor(document, patch, wanted) : patch;
    if ("declined" in placed) return placed;
    const obstacle = obstacleTo(document, placed);
    if (obstacle !== undefined) return { declined: obstacle };
    patches.push(placed);
  }
  return { ...fix, patches };
}

/** The patch where the text stands, with every other place that reads the text; the reason why not, where one of them does not want the patch too. */
function placeAtAnchor(document: Document, patch: Patch, wanted: PlacedViolation["wanted"]): Patch | Declined {
  // What is removed is an entry of the mapping or list around it.
  const depth = patch.op === "remove" ? patch.path.length - 1 : patch.path.length;
  const readers = pathsSharing(document, patch.path.slice(0, depth));
  const [path, ...also] = (readers ?? []).map((reader) => [...reader, ...patch.path.slice(depth)]);
  if (path && also.length === 0) return patch;
  const isWanted = (place: Path) => wanted.get(keyOf(place))?.some((other) => isAlike(other, patch));
  if (path && [path, ...also].every(isWanted)) return { ...patch, path, also };
  const line = lineAt(document, (locate(document, patch.path).shared ?? pointAt(document, patch.path)).start);
  return { declined: `the text is shared through an anchor (line ${line}): change it where the anchor stands` };
}

function isAlike(a: Patch, b: Patch): boolean {
  if (a.op === "remove" || b.op === "remove") return a.op === b.op;
  return a.op === b.op && sameValue(a.value, b.value);
}

/** Why a fix would not leave alone what is ignored beside it; `undefined` where it would. */
function whyNotBesideIgnored({ containers, ignoredBeside }: Fate, { patches }: Fix): string | undefined {
  const places = patches.flatMap(({ path, also = [] }) => [path, ...also]);
  if (places.every((place) => containers.some((container) => startsWith(place, container.path)))) return undefined;
  const names = ignoredBeside.map(({ name }) => JSON.stringify(name)).join(", ");
  return `it would also change what is ignored in ${names}: set the field in the other containers`;
}
