import type { Path, Range, Value } from "../document.ts";

/** A change at a path, without text: only `yaml/` turns it into an edit. */
export type Patch =
  /** Write `value` at `path`, making the mappings that lead there. */
  (
    | { readonly op: "set"; readonly path: Path; readonly value: Value; readonly among?: Siblings }
    /** Add `value` to the end of the list at `path`, making the list if there is none. */
    | { readonly op: "append"; readonly path: Path; readonly value: Value; readonly among?: Siblings }
    | { readonly op: "remove"; readonly path: Path }
  ) & {
    /** Where else the same text is read, by aliases: the change is meant there too. */
    readonly also?: readonly Path[];
  };

/** Where a new key belongs among the keys that are there: before the first of `before`, else behind the last of `after`, else last. */
export interface Siblings {
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** A splice: replace `range` of the text by `text`. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}
