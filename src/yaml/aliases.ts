import type { Document, Path } from "./document.ts";
import { walk } from "./locate.ts";
import { type Content, type Node, resolve } from "./tree.ts";

/** More places than people give one anchor: a document with more is not changed there. */
const mostPlaces = 100;

/** Whether a document can hold an alias. */
export function mayShare({ text, range: { start, end } }: Document): boolean {
  const star = text.indexOf("*", start);
  return star !== -1 && star < end;
}

/**
 * Every path at which the text of a path is read, that path included and the anchor's own first. `undefined` where no list of paths says it all:
 * a merge key brings the text in somewhere, or there are too many.
 */
export function sharersOf(document: Document, path: Path): readonly Path[] | undefined {
  if (!mayShare(document)) return [path];
  const { node, depth } = walk(document, path);
  const root = document.tree as Node;
  const rest = path.slice(depth);
  const found: { readonly path: Path; readonly isAlias: boolean }[] = [];
  const known = new Map<Node, boolean>();
  const isListed = collect(root, [], false);
  if (!isListed || found.length > mostPlaces) return undefined;
  return found.toSorted((a, b) => Number(a.isAlias) - Number(b.isAlias)).map(({ path: place }) => [...place, ...rest]);

  /** Whether what leads to the node is aliases and plain steps alone. */
  function collect(at: Node, place: Path, isAlias: boolean): boolean {
    if (found.length > mostPlaces) return false;
    const content = resolve(at);
    const behindAlias = isAlias || at.kind === "alias";
    if (content === node) found.push({ path: place, isAlias: behindAlias });
    if (content === node || !leadsTo(content)) return true;
    if (content.kind === "sequence")
      return content.items.every((item, index) => collect(item, [...place, index], behindAlias));
    if (content.kind !== "mapping") return true;
    // Of a key that is set twice only the last is read.
    const inForce = new Map(content.entries.flatMap(({ merge, key, node }) => (merge ? [] : [[key, node]])));
    return content.entries.every((entry) =>
      entry.merge
        ? !leadsTo(resolve(entry.node))
        : inForce.get(entry.key) !== entry.node || collect(entry.node, [...place, entry.key], behindAlias),
    );
  }

  function leadsTo(content: Content): boolean {
    if (content === node) return true;
    const before = known.get(content);
    if (before !== undefined) return before;
    const parts =
      content.kind === "scalar"
        ? []
        : content.kind === "sequence"
          ? content.items
          : content.entries.map((each) => each.node);
    const leads = parts.some((part) => leadsTo(resolve(part)));
    known.set(content, leads);
    return leads;
  }
}
