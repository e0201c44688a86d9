import type { Mode, Workload } from "../pod/index.ts";
import type { Fix } from "../rules/index.ts";
import type { Problem } from "../yaml/index.ts";

/** What people call the findings of each mode. */
export const modeNouns: Readonly<Record<Mode, string>> = { enforce: "failure", warn: "warning", audit: "notice" };

/** Formats a count with its noun: `1 finding`, `2 findings`. */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** Names what a problem tells of. */
export function nameProblem({ severity }: Pick<Problem, "severity">): string {
  return severity === "error" ? "not evaluated" : "note";
}

/** Names a workload for a reader: `Deployment web`. */
export function nameWorkload({ kind, name }: Pick<Workload, "kind" | "name">): string {
  return `${kind} ${name || "without a name"}`;
}

/** Names what Pod Security Admission answers; `null` where there is no answer. */
export function nameAnswer(allowed: boolean | null): string {
  if (allowed === null) return "no answer";
  return allowed ? "allowed" : "rejected";
}

/** What people call the two groups of fixes, of one and of several: those that can't stop a container that works today, and those that somebody has to think about. */
const fixGroups: Readonly<Record<Fix["safety"], readonly [one: string, several: string]>> = {
  safe: ["safe", "safe"],
  review: ["needs a look", "need a look"],
};

/** Says of so many fixes which group they are of: `safe`, `needs a look`, `need a look`. */
export function nameFixGroup(safety: Fix["safety"], count = 1): string {
  const [one, several] = fixGroups[safety];
  return count === 1 ? one : several;
}

/** Names a fix's group, and what it risks: `safe`, `needs a look: fails if …`. */
export function describeSafety({ safety, risk }: Pick<Fix, "safety" | "risk">): string {
  return risk ? `${nameFixGroup(safety)}: ${risk}` : nameFixGroup(safety);
}

/** Describes a fix in a few words: its title, and in brackets its group and its risk. */
export function describeFix(fix: Pick<Fix, "title" | "safety" | "risk">): string {
  return `${fix.title} (${describeSafety(fix)})`;
}
