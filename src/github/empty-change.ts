import type { Policy } from "../policy/index.ts";
import type { Result } from "../review/result.ts";
import type { Change } from "./change.ts";

/**
 * Whether a change brings nothing to review: no manifest, and none that could not be read. What is judged as a whole is reviewed also when it is empty, and
 * an exemption may have expired, whatever changes.
 */
export function isNothing({ sources, base, problems }: Change, { isWhole, exemptions }: Policy): boolean {
  return !isWhole && [...sources, ...(base ?? []), ...problems, ...exemptions].length === 0;
}

/** What a review of nothing comes to, for whoever has not loaded what reviews. */
export function nothingFound(policy: Policy): Result {
  return {
    policy,
    verdict: "pass",
    findings: [],
    workloads: [],
    problems: [],
    files: 0,
    addedIgnores: [],
    shard: null,
  };
}
