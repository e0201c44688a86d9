import type { Style } from "./edit/value-text.ts";
import type { Path } from "./path.ts";
import type { LinedText, Location, Range } from "./position.ts";
import type { Alias, Node } from "./tree.ts";
import type { Value } from "./value.ts";

/** A manifest's text as it was found. `file` is what the user sees: relative, with `/`, without `./`. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** Whether the user named this very file: what can't be read in it is never passed over. */
  readonly named?: boolean;
  /** Not reported here: it only says what its Namespaces demand, or uses up the baseline. */
  readonly elsewhere?: boolean;
  /** Its text before a change, where that is known. */
  readonly before?: string;
  /** Why it can't be read; `text` is then what can be seen of it. */
  readonly unread?: Unread;
  /** How the text came about, where a tool made it of other files. */
  readonly rendering?: Rendering;
  /** The objects in it that are judged by what they deploy: only their own text stands here. */
  readonly evaluated?: readonly ObjectPlace[];
}

/** Whether what is found in a file is reported, by this run and by this shard. */
export function isReported({ elsewhere }: Source): boolean {
  return !elsewhere;
}

/** Where an object stands in a file: in which document, and where in that. */
export interface ObjectPlace {
  readonly document: number;
  readonly path: Path;
  /** Of the file. */
  readonly range: Range;
}

/** What a tool made of a chart or an overlay. Paths are as the user sees them: relative, with `/`, without `./`. */
export interface Rendering {
  readonly tool: "helm" | "kustomize";
  /** The folder of the chart or overlay; `.` for the working directory. */
  readonly root: string;
  /** The values files of the rendering, in the order in which they were given; empty for the chart's own. */
  readonly values: readonly string[];
  /** The object of Argo CD or Flux that asks for it, in words; left out where the chart or overlay stands for itself. */
  readonly deployer?: string;
  /** Where the objects go that name no namespace; left out where only the one who applies them says so. */
  readonly namespace?: string;
  /** The texts of the files that it was made of, by their paths; left out where nobody asks for them. */
  readonly parts?: ReadonlyMap<string, string>;
  /** Finds where a person would edit what stands at a range of a rendered document, or what is missing at a path of it. */
  readonly place: (document: Document, path: Path, range: Range) => Placement;
}

/** A place in a file of the repository, and the way from there to the rendered text. */
export interface Placement {
  readonly location: Location;
  /** The text of the line that the location starts on. */
  readonly excerpt: string;
  /** The way, the nearest first. */
  readonly via: readonly { readonly location: Location; readonly message: string }[];
  /** Whether this is the very line. Where it can't be told, the location is the first line of the template or of the kustomization. */
  readonly isExact: boolean;
}

/** Why a file is not a text that can be read. */
export interface Unread {
  readonly line: number;
  /** A clause that says why and what to do, without a full stop. */
  readonly reason: string;
  /** `closed`: what is in it can't be seen at all. */
  readonly what: "pointer" | "link" | "submodule" | "binary" | "encoding" | "large" | "closed";
}

/** A document of a manifest. Its lines are those of `range`. */
export interface Document extends LinedText {
  /** 0-based position in its file, counted as kubectl splits it. */
  readonly index: number;
  readonly file: string;
  /** The whole file's text; every range in the document points into it. */
  readonly text: string;
  readonly range: Range;
  /** By whose rules Kubernetes reads it, and from which offset on: behind a `---` that only parts it from the document before. */
  readonly format: "json" | "yaml";
  readonly contentStart: number;
  readonly value: Value;
  /** Keys set twice in one mapping: Kubernetes keeps the last, strict decoding refuses the object. */
  readonly duplicates: readonly DuplicateKey[];
  /** What the text says. Nothing outside `yaml/` looks into it. */
  readonly tree: Node;
  /** The aliases (`*name`) in the tree, in the order of the text. */
  readonly aliases: readonly Alias[];
  /** How the document was written before patches changed it; `undefined` where none did. */
  readonly style?: Style;
  readonly rendering?: Rendering;
  /** The objects in it that are judged by what they deploy. */
  readonly evaluated?: readonly Path[];
}

/** A key that a mapping sets a second time. */
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
