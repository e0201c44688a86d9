import type { Mode, Workload } from "../pod/index.ts";
import type { Fix } from "../rules/index.ts";

/** What people call the findings of each mode. */
export const modeNouns: Readonly<Record<Mode, string>> = { enforce: "failure", warn: "warning", audit: "notice" };

/** Formats a count with its noun: `1 finding`, `2 findings`. */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
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

/** Describes a fix in a few words: its title, and its risk in brackets. */
export function describeFix({ title, risk }: Pick<Fix, "title" | "risk">): string {
  return risk ? `${title} (${risk})` : title;
}
