import { escapeLine } from "../report/escape.ts";
import type { Result } from "../review/result.ts";
import { streamReview } from "../review/review.ts";
import { addProblems, collectReview, type ReviewStream } from "../review/stream.ts";
import { findUnselectedWorkloads } from "../review/unselected.ts";
import { collect, liesAt } from "../source/files.ts";
import type { LocalChange } from "../source/git.ts";
import { isOwn, type Share, selectShare } from "../source/shard.ts";
import type { Problem, Source } from "../yaml/index.ts";
import { addImages } from "./image-sources.ts";
import { createFileFilter, type PolicyInForce } from "./policy-in-force.ts";
import { remark } from "./streams.ts";

/** Narrows a review of paths to what changed since a revision, or to one share of the files. An empty revision stands for the branch's own base. */
export interface ReviewScope {
  readonly changed?: string | undefined;
  readonly shard?: Share | undefined;
}

/** Reviews the manifests at paths, and waits for the whole result. */
export async function reviewPaths(paths: readonly string[], inForce: PolicyInForce): Promise<Result> {
  return (await collectReview(await streamPaths(paths, inForce))).result;
}

/** Reviews the manifests at paths one after the other. What could not be read is a problem in the conclusion. */
export async function streamPaths(
  paths: readonly string[],
  inForce: PolicyInForce,
  { changed, shard }: ReviewScope = {},
): Promise<ReviewStream> {
  const isManifest = createFileFilter(inForce);
  const found =
    changed === undefined
      ? { ...(await collect(paths, isManifest)), base: null }
      : await collectChange(paths, changed, isManifest, inForce);
  const isWhole = changed === undefined && inForce.policy.folder === "" && paths.every((path) => path === ".");
  const share = shard && (await selectShare(found, shard, { ...inForce.policy, isWhole }));
  const { sources, problems } = share ?? found;
  const { base } = found;
  const policy = await addImages(inForce, [...sources.filter(isOwn), ...(base ?? [])]);
  const review = await streamReview(sources, base, { ...policy, isWhole, shard: share?.shard ?? null });
  const fileCount = new Set(
    [...sources.filter(isOwn), ...problems.filter(({ severity }) => severity === "error")].map(({ file }) => file),
  ).size;
  return { ...review, manifests: conclude(review.manifests) };

  async function* conclude(reviewed: ReviewStream["manifests"]): ReviewStream["manifests"] {
    return addProblems(yield* reviewed, problems, fileCount);
  }
}

async function collectChange(
  paths: readonly string[],
  revision: string,
  isManifest: ReturnType<typeof createFileFilter>,
  { policy }: PolicyInForce,
): Promise<LocalChange> {
  // Only a comparison needs git.
  const { readChangeSince } = await import("../source/git.ts");
  const isBelow = liesAt(paths);
  const isWanted: typeof isBelow = (file, isTracked) => isBelow(file, isTracked) && isManifest({ file });
  const change = await readChangeSince(revision === "" ? undefined : revision, isWanted);
  const { unselected, sources: selected } = change;
  const base = change.base.filter(({ file }) => isWanted(file, true));
  const unjudged = await findUnselectedWorkloads({ unselected, selected, base }, policy);
  return { ...change, problems: [...change.problems, ...unjudged] };
}

/** What a command finds at its paths. */
export interface CollectedManifests {
  readonly manifests: readonly Source[];
  readonly problems: readonly Problem[];
}

/** Collects the manifests at paths, for a command that does not review them. */
export async function collectManifests(paths: readonly string[], inForce: PolicyInForce): Promise<CollectedManifests> {
  const { sources, problems } = await collect(paths, createFileFilter(inForce));
  return { manifests: sources, problems };
}

/** Prints problems to standard error, one a line. */
export async function remarkProblems(problems: readonly Problem[]): Promise<void> {
  for (const { file, line, message } of problems) await remark(`${escapeLine(`${file}:${line}: ${message}`)}\n`);
}
