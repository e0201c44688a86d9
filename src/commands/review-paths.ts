import type { Shard } from "../policy/index.ts";
import { addRenderings, carryWith, takeOutRoots } from "../rendering/manifests.ts";
import { renderAgainWith } from "../rendering/render-again.ts";
import { renderChange } from "../rendering/render-change.ts";
import { escapeLine } from "../report/escape.ts";
import { mayHoldGone } from "../review/moved-files.ts";
import type { Result } from "../review/result.ts";
import { streamReview } from "../review/review.ts";
import type { RenderAgain } from "../review/source-edits.ts";
import { addProblems, collectReview, type ReviewStream } from "../review/stream.ts";
import { findUnselectedWorkloads } from "../review/unselected-workloads.ts";
import { type Collected, collect, displayPath, isRootFile, liesAt } from "../source/files.ts";
import { findRoot } from "../source/own-files.ts";
import { type Share, selectShare } from "../source/shard.ts";
import { isReported, type Problem, type Source } from "../yaml/index.ts";
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
  const isWhole = changed === undefined && inForce.policy.folder === "" && paths.every((path) => path === ".");
  const found =
    changed === undefined
      ? await collectAll(paths, inForce, shard && { ...shard, isWhole })
      : await collectChange(paths, changed, inForce);
  const { sources, base, problems } = found;
  const policy = await addImages(inForce, [...sources.filter(isReported), ...(base ?? [])]);
  const judged = { ...policy, isWhole, shard: found.shard ?? null };
  const review = await streamReview(sources, base, judged, carryWith(inForce.rendering));
  return { ...review, manifests: conclude(review.manifests) };

  async function* conclude(reviewed: ReviewStream["manifests"]): ReviewStream["manifests"] {
    return addProblems(yield* reviewed, problems, sources);
  }
}

/** What is reviewed: texts, those before a change, and what could not be read. */
interface Material extends Collected {
  readonly base: readonly Source[] | null;
  readonly shard?: Shard;
  readonly renderAgain?: RenderAgain;
}

async function collectAll(
  paths: readonly string[],
  inForce: PolicyInForce,
  share?: Share & { readonly isWhole: boolean },
): Promise<Material> {
  const { rendering, policy } = inForce;
  const found = await collect(paths, createFileFilter(inForce));
  const judged = await takeOutRoots(found, rendering);
  const shared = share && (await selectShare(judged, share, { ...policy, isWhole: share.isWhole }));
  const { sources, problems } = await addRenderings({ ...judged, ...shared }, rendering);
  return {
    sources: [...sources, ...(await collectCounted([...found.sources, ...sources], inForce))],
    problems,
    base: null,
    ...(shared && { shard: shared.shard }),
    ...(rendering && { renderAgain: renderAgainWith(found, judged.roots, sources.filter(isRendered), rendering) }),
  };
}

function isRendered({ rendering }: Source): boolean {
  return rendering !== undefined;
}

/** The manifests of the repository that may use up what the baseline accepts of files that are gone, beside those that are judged. */
async function collectCounted(judged: readonly Source[], inForce: PolicyInForce): Promise<Source[]> {
  const { baseline } = inForce.policy;
  if (!judged.some(({ text }) => mayHoldGone(baseline, text))) return [];
  const known = new Set(judged.flatMap(({ file, rendering }) => [file, ...(rendering?.parts?.keys() ?? [])]));
  const { sources } = await collect([displayPath(findRoot())], createFileFilter(inForce));
  return sources
    .filter(({ file, text }) => !known.has(file) && mayHoldGone(baseline, text))
    .map((source) => ({ ...source, elsewhere: true }));
}

async function collectChange(paths: readonly string[], revision: string, inForce: PolicyInForce): Promise<Material> {
  // Only a comparison needs git.
  const { readChangeSince } = await import("../source/git.ts");
  const isManifest = createFileFilter(inForce);
  const isBelow = liesAt(paths);
  const isWanted: typeof isBelow = (file, isTracked) => isBelow(file, isTracked) && isManifest({ file });
  const change = await readChangeSince(revision === "" ? undefined : revision, isWanted);
  const { rendering } = inForce;
  const { changedFiles, commit: findCommit } = change;
  // `Kustomization` needs no extension.
  const isWantedRoot = (file: string) => isWanted(file, true) || (isRootFile(file) && isWanted(`${file}.yaml`, true));
  const scope = { changedFiles, isWanted: isWantedRoot, findCommit };
  const rendered = rendering ? await renderChange(change, scope, rendering) : change;
  const { unselected, sources: selected } = rendered;
  const base = rendered.base.filter(({ file }) => isWanted(file, true));
  const unjudged = await findUnselectedWorkloads({ unselected, selected, base }, inForce.policy);
  return { ...rendered, problems: [...rendered.problems, ...unjudged] };
}

/** What a command finds at its paths. */
export interface CollectedManifests {
  readonly manifests: readonly Source[];
  readonly problems: readonly Problem[];
  /** Where something may be rendered. */
  readonly renderAgain?: RenderAgain | undefined;
}

/** Collects the manifests at paths, for a command that does not review them. */
export async function collectManifests(paths: readonly string[], inForce: PolicyInForce): Promise<CollectedManifests> {
  const { sources, problems, renderAgain } = await collectAll(paths, inForce);
  return { manifests: sources, problems, renderAgain };
}

/** Prints problems to standard error, one a line. */
export async function remarkProblems(problems: readonly Problem[]): Promise<void> {
  for (const { file, line, message } of problems) await remark(`${escapeLine(`${file}:${line}: ${message}`)}\n`);
}
