import type { Document, Placement } from "./document.ts";
import { pointAt } from "./locate.ts";
import type { Path } from "./path.ts";
import { lineText, locationOf, type Range } from "./position.ts";

/**
 * Where a person would edit what stands at a path of a document, or at a range of it that is blamed for the path: the place itself, or, where the document
 * was rendered, a place in one of the files that it was made of.
 */
export function sourcePlaceOf(document: Document, path: Path, range: Range = pointAt(document, path)): Placement {
  const { rendering } = document;
  if (rendering) return rendering.place(document, path, range);
  return {
    location: locationOf(document, range),
    excerpt: lineText(document, range.start),
    via: [],
    isExact: true,
  };
}
