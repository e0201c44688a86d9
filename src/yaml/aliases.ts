import type { Document } from "./document.ts";
import { descend } from "./locate.ts";
import type { Path } from "./path.ts";
import { type Content, childrenOf, type Node, resolve } from "./tree.ts";

/** More places than people give one anchor: text that more places share is not changed. */
const mostPlaces = 100;

/**
 * Every path at which the text of a path is read, the anchor's own first. `undefined` where no list of paths says it all: a merge key brings
 * the text in somewhere, or there are too many.
 */
export function pathsSharing(document: Document, path: Path): readonly Path[] | undefined {
  const { node, depth } = descend(document, path);
  const rest = path.slice(depth);
  const places: { readonly path: Path; readonly isAlias: boolean }[] = [];
  const leading = new Map<Node, boolean>();
  const isWhole = collect(document.tree, [], false);
  if (!isWhole || places.length > mostPlaces) return undefined;
  return places.toSorted((a, b) => Number(a.isAlias) - Number(b.isAlias)).map((place) => [...place.path, ...rest]);

  /** Adds the places of the node below another one; `false` where a merge key leads to it, or there are too many. */
  function collect(at: Node, place: Path, isBehindAlias: boolean): boolean {
    if (places.length > mostPlaces) return false;
    const content = resolve(at);
    const isAlias = isBehindAlias || at.kind === "alias";
    if (content === node) places.push({ path: place, isAlias });
    if (content === node || !leadsToNode(content)) return true;
    if (content.kind === "sequence")
      return content.items.every((item, index) => collect(item, [...place, index], isAlias));
    if (content.kind !== "mapping") return true;
    // Of a key that is set twice only the last is read.
    const inForce = new Map(content.entries.flatMap(({ merge, key, node: value }) => (merge ? [] : [[key, value]])));
    return content.entries.every((entry) =>
      entry.merge
        ? !leadsToNode(resolve(entry.node))
        : inForce.get(entry.key) !== entry.node || collect(entry.node, [...place, entry.key], isAlias),
    );
  }

  function leadsToNode(content: Content): boolean {
    if (content === node) return true;
    const known = leading.get(content);
    if (known !== undefined) return known;
    const leads = childrenOf(content).some((child) => leadsToNode(resolve(child)));
    leading.set(content, leads);
    return leads;
  }
}
