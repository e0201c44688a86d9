import { type Mode, modes } from "../pod/kubernetes.ts";
import type { Finding } from "../review/finding.ts";
import type { Conclusion } from "../review/result.ts";
import type { ReviewedManifest } from "../review/stream.ts";
import { formatCount, modeNouns } from "./words.ts";

/** What a summary counts, in the order of the reports. */
export const summaryKeys = [
  "files",
  "workloads",
  "containers",
  "enforce",
  "warn",
  "audit",
  "ignored",
  "problems",
  "unjudged",
] as const;
export type Summary = Readonly<Record<(typeof summaryKeys)[number], number>>;

/** Counts while a review goes on, so that nobody has to hold its findings and workloads. */
export interface SummaryCounter {
  readonly add: (part: Partial<Pick<ReviewedManifest, "findings" | "workloads">>) => void;
  readonly finish: (conclusion: Pick<Conclusion, "files" | "problems" | "unjudged">) => Summary;
}

/** Starts to count at zero. */
export function startSummary(): SummaryCounter {
  const sum = { workloads: 0, containers: 0, enforce: 0, warn: 0, audit: 0, ignored: 0 };
  return {
    add({ findings = [], workloads = [] }) {
      for (const { mode, ignored } of findings) sum[ignored ? "ignored" : mode]++;
      for (const { pod } of workloads) sum.containers += pod.containers.length;
      sum.workloads += workloads.length;
    },
    finish: ({ files, problems, unjudged }) => ({ files, ...sum, problems: problems.length, unjudged }),
  };
}

/** Says that files were passed over although they may hold what the reader cares about. Empty where there are none. */
export function describeUnjudged(count: number): string {
  if (count === 0) return "";
  return `${formatCount(count, "file")} with something like a workload ${count === 1 ? "was" : "were"} not judged`;
}

/** Counts the findings of a mode that nobody ignores. */
export function countFindings(findings: readonly Finding[], mode: Mode): number {
  return findings.filter((finding) => finding.mode === mode && !finding.ignored).length;
}

/** How many findings there are of each mode, ignored or not. */
export function countByMode(findings: readonly Pick<Finding, "mode">[]): Readonly<Record<Mode, number>> {
  const counts = { enforce: 0, warn: 0, audit: 0 };
  for (const { mode } of findings) counts[mode]++;
  return counts;
}

/** Says how many findings there are of each mode, such as `2 failures, 1 warning`; empty where there are none. */
export function describeModes(counts: Readonly<Record<Mode, number>>): string {
  return modes
    .filter((mode) => counts[mode] > 0)
    .map((mode) => formatCount(counts[mode], modeNouns[mode]))
    .join(", ");
}
