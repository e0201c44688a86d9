import type { Namespace, Pod } from "../pod/index.ts";
import type { Policy } from "../policy/index.ts";
import { isReported, type Problem, type Source } from "../yaml/index.ts";
import type { Finding } from "./finding.ts";
import { type Beside, type Conclusion, decideVerdict, type Result, type ReviewedWorkload } from "./result.ts";

/** What is said of one manifest. */
export interface ReviewedManifest {
  readonly source: Source;
  /** The source's text with all fixes in it, where it was made of renderings; left out where fixing the source itself tells. */
  readonly fixed?: string;
  /** Sorted by place and rule. */
  readonly findings: readonly Finding[];
  readonly workloads: readonly ReviewedWorkload[];
  readonly beside: Beside;
}

/** A review as it goes: manifest after manifest, and what can only be said at its end. */
export interface ReviewStream {
  /** With what the reviewed Namespaces demand. */
  readonly policy: Policy;
  readonly manifests: AsyncGenerator<ReviewedManifest, Conclusion>;
}

/** A review to its end, held as a whole, and what it was about. */
export interface CollectedReview {
  readonly result: Result;
  readonly sources: readonly Source[];
  /** The texts with all fixes in them of the files that renderings were made of. */
  readonly fixed: ReadonlyMap<string, string>;
}

/** Waits for a review to its end. */
export async function collectReview({ manifests }: ReviewStream): Promise<CollectedReview> {
  const [sources, findings, workloads]: [Source[], Finding[], ReviewedWorkload[]] = [[], [], []];
  const [namespaces, fragments]: [Namespace[], Pod[]] = [[], []];
  const fixed = new Map<string, string>();
  for (;;) {
    const { done, value } = await manifests.next();
    if (done) {
      const all = { findings: [...findings, ...value.findings], workloads, beside: { namespaces, fragments } };
      return { sources, fixed, result: { ...value, ...all } };
    }
    sources.push(value.source);
    if (value.fixed !== undefined) fixed.set(value.source.file, value.fixed);
    for (const finding of value.findings) findings.push(finding);
    for (const workload of value.workloads) workloads.push(workload);
    for (const namespace of value.beside.namespaces) namespaces.push(namespace);
    for (const fragment of value.beside.fragments) fragments.push(fragment);
  }
}

/** A review of sources together with what went wrong before it: what could not be read can't pass, and counts as a file. */
export function addProblems<T extends Conclusion>(
  review: T,
  problems: readonly Problem[],
  sources: readonly Source[],
): T {
  const all = [...problems, ...review.problems].toSorted(compareProblems);
  const unread = problems.filter(({ severity }) => severity === "error");
  return {
    ...review,
    verdict: decideVerdict(review.policy, { hasFailed: review.verdict === "fail", problems: all }),
    problems: all,
    files: new Set([...sources.filter(isReported), ...unread].map(({ file }) => file)).size,
  };
}

/** Orders problems by file and line, and keeps their order within a line. Merged shards use the same order. */
export function compareProblems(a: Problem, b: Problem): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
}
