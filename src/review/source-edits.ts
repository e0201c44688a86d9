import type { Document, Patch, Range, Source } from "../yaml/index.ts";

/** A fix of a rendered document. */
export interface WantedFix {
  readonly id: string;
  /** What tells the finding from others: where several renderings show it, it is fixed in all of them or in none. */
  readonly finding: string;
  readonly document: Document;
  readonly patches: readonly Patch[];
}

/** A change of a text. */
export interface SourceEdit {
  readonly file: string;
  readonly range: Range;
  readonly text: string;
}

/** A text with edits in it that do not touch each other. */
export function applyEdits(text: string, edits: readonly Omit<SourceEdit, "file">[]): string {
  // From the last to the first, so that what stands before a change keeps its place.
  const last = edits.toSorted((a, b) => b.range.start - a.range.start || b.range.end - a.range.end);
  return last.reduce((all, { range, text: added }) => all.slice(0, range.start) + added + all.slice(range.end), text);
}

/** What became of a fix: the edits of the files as they are, or why there are none, as a clause. */
export type CarriedFix = { readonly edits: readonly SourceEdit[] } | { readonly declined: string };

/** What became of fixes, each proven by rendering again. */
export interface CarriedFixes {
  /** By id. */
  readonly fixes: ReadonlyMap<string, CarriedFix>;
  /** The files with all of these edits in them. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Carries fixes of rendered documents to the files that they were made of. `sources` are all that may share files. */
export type CarryFixes = (sources: readonly Source[], wanted: readonly WantedFix[]) => Promise<CarriedFixes>;

/** What was rendered, and what carries its fixes. */
export interface RenderedSources {
  readonly sources: readonly Source[];
  readonly carry: CarryFixes;
}

/** Renders the same once more, where files have other texts, by the names that the user sees; `undefined` where other things would be rendered then. */
export type RenderAgain = (texts: ReadonlyMap<string, string>) => Promise<RenderedSources | undefined>;
