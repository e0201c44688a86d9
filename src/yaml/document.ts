/** A manifest's text as it was found. `file` is what the user sees: relative, with `/`, without `./`. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** The user named this very file: what can't be read in it is never passed over. */
  readonly named?: boolean;
  /** Another shard judges it: here it only says what its namespaces demand. */
  readonly elsewhere?: boolean;
}

/** Half-open range of UTF-16 offsets into a file's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** 1-based line and column; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Steps from a document's root: field names and list indexes. */
export type Path = readonly (string | number)[];

/** What Kubernetes' decoder makes of a document, anchors and merge keys resolved. Shared where the text shares it: never written to. */
export type Value = null | boolean | number | string | readonly Value[] | Fields;

export interface Fields {
  readonly [field: string]: Value;
}

/** A document of a manifest. `tree` is opaque outside `yaml/`. */
export interface Document {
  /** 0-based position in its file, counted as kubectl splits it. */
  readonly index: number;
  readonly file: string;
  /** The whole file's text; every range in the document points into it. */
  readonly text: string;
  readonly range: Range;
  readonly value: Value;
  /** Keys set twice in one mapping: Kubernetes keeps the last, strict decoding refuses the object. */
  readonly duplicates: readonly DuplicateKey[];
  readonly tree: unknown;
}

export interface DuplicateKey {
  readonly path: Path;
  readonly key: string;
  /** The later key, the one that wins. */
  readonly range: Range;
}

/** One file, read. */
export interface Manifest {
  readonly file: string;
  readonly text: string;
  readonly documents: readonly Document[];
  readonly problems: readonly Problem[];
}

/** Input that could not be evaluated. An `error` ends the run as "could not evaluate"; a `note` is said and no more. */
export interface Problem {
  readonly severity: "error" | "note";
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface Location {
  readonly file: string;
  readonly range: Range;
  readonly start: Position;
  readonly end: Position;
}
