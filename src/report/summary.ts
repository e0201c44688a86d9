import type { Finding } from "../review/finding.ts";
import type { Conclusion } from "../review/result.ts";
import type { ReviewedManifest } from "../review/stream.ts";

/** What a summary counts, in its order. */
export const counts = ["files", "workloads", "containers", "enforce", "warn", "audit", "ignored", "problems"] as const;
export type Summary = Readonly<Record<(typeof counts)[number], number>>;

/** Counts what a review says while it goes. */
export function summing(): {
  readonly add: (part: Partial<Pick<ReviewedManifest, "findings" | "workloads">>) => void;
  readonly of: (conclusion: Pick<Conclusion, "files" | "problems">) => Summary;
} {
  const sum = { workloads: 0, containers: 0, enforce: 0, warn: 0, audit: 0, ignored: 0 };
  return {
    add({ findings = [], workloads = [] }) {
      for (const { mode, ignored } of findings) sum[ignored ? "ignored" : mode]++;
      sum.workloads += workloads.length;
      for (const { pod } of workloads) sum.containers += pod.containers.length;
    },
    of: ({ files, problems }) => ({ files, ...sum, problems: problems.length }),
  };
}

/** Findings of a mode that nobody ignores. */
export function count(findings: readonly Finding[], mode: Finding["mode"]): number {
  return findings.filter((finding) => finding.mode === mode && !finding.ignored).length;
}
