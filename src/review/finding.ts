import type { Level, Mode, Origin, Workload } from "../pod/index.ts";
import { type Occurrence, workloadKey } from "../policy/index.ts";
import type { Fix, Rule } from "../rules/index.ts";
import type { Document, Location, Patch, Path } from "../yaml/index.ts";
import type { SourceEdit } from "./source-edits.ts";

/** What a user sees: a violation with everything filled in. */
export interface Finding {
  readonly rule: Rule;
  readonly level: Level;
  readonly mode: Mode;
  readonly message: string;
  readonly location: Location;
  /** The text of the line that the finding starts on. */
  readonly excerpt: string;
  /** `false` where the line can't be told, and the location is that of the file it comes from. */
  readonly isExact?: boolean;
  readonly document: number;
  readonly path: Path;
  readonly workload: Workload;
  readonly containers: readonly string[];
  readonly origin: Origin;
  /** Whether the change brought it; `null` without a base. */
  readonly new: boolean | null;
  /** Sixteen hexadecimal digits that survive moved lines. */
  readonly fingerprint: string;
  /** What it says of each container, and where: what a baseline remembers, and nobody else asks for. */
  readonly occurrences: () => readonly Occurrence[];
  readonly related: readonly { readonly location: Location; readonly message: string }[];
  readonly fix: Fix | null;
  /** Why there is no fix, where one could be expected. */
  readonly declined: string | null;
  readonly ignored: Ignored | null;
  /** The renderings that show it, where a tool made what was judged. `workload` and `fingerprint` are those of the first. */
  readonly rendered: readonly RenderedAs[] | null;
  /** The fix as edits of the files that a rendering was made of; left out where the finding's own file is fixed. */
  readonly edits?: readonly SourceEdit[];
  /** The message, for containers of other names. */
  readonly tell: (names: readonly string[]) => string;
}

/** A finding as one rendering shows it. */
export interface RenderedAs {
  readonly root: string;
  readonly values: readonly string[];
  /** The index of the document in the rendered text, and the path in it. */
  readonly document: number;
  readonly path: Path;
  readonly workload: Workload;
  /** The file that is named for the workload. */
  readonly file: string;
  /** What would mend the rendered document. */
  readonly fixed: { readonly document: Document; readonly patches: readonly Patch[] };
}

/** The workloads that a finding is about, each with the file that is named for it. */
export function ownersOf({ rendered, location, workload }: Finding): Pick<RenderedAs, "file" | "workload">[] {
  return rendered ? [...rendered] : [{ file: location.file, workload }];
}

/** A key for an owner, which workloads of one name in one file share. */
export function ownerKey({ file, workload }: Pick<RenderedAs, "file" | "workload">): string {
  return `${workloadKey(workload)} ${file}`;
}

export interface Ignored {
  readonly by: "comment" | "annotation" | "config" | "baseline";
  readonly reason: string;
  readonly expires: string | null;
}
