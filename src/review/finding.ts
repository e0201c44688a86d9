import type { Level, Mode, Origin, Workload } from "../pod/index.ts";
import type { Fact } from "../policy/index.ts";
import type { Fix, Rule } from "../rules/index.ts";
import type { Location, Path } from "../yaml/index.ts";

/** What a user sees: a violation with everything filled in. */
export interface Finding {
  readonly rule: Rule;
  readonly level: Level;
  readonly mode: Mode;
  readonly message: string;
  readonly location: Location;
  /** The text of the line that the finding starts on. */
  readonly excerpt: string;
  readonly document: number;
  readonly path: Path;
  readonly workload: Workload;
  readonly containers: readonly string[];
  readonly origin: Origin;
  /** Whether the change brought it; `null` without a base. */
  readonly new: boolean | null;
  /** Sixteen hexadecimal digits that survive moved lines. */
  readonly fingerprint: string;
  /** What it says of each container: what a baseline remembers, and nobody else asks for. */
  readonly facts: () => readonly Fact[];
  readonly related: readonly { readonly location: Location; readonly message: string }[];
  readonly fix: Fix | null;
  /** Why there is no fix, where one could be expected. */
  readonly declined: string | null;
  readonly ignored: Ignored | null;
}

export interface Ignored {
  readonly by: "comment" | "config" | "baseline";
  readonly reason: string;
  readonly expires: string | null;
}
