import { markGone, type Policy } from "../policy/index.ts";
import { addRenderings, carryWith } from "../rendering/manifests.ts";
import { findImages } from "../review/images.ts";
import { followMoves } from "../review/moved-files.ts";
import type { Result } from "../review/result.ts";
import { streamReview } from "../review/review.ts";
import { addProblems, collectReview } from "../review/stream.ts";
import { readImages } from "../source/images.ts";
import { selectShare } from "../source/shard.ts";
import { isReported, type Source, withFullReader } from "../yaml/index.ts";
import type { Change } from "./change.ts";
import type { Options } from "./options.ts";
import { maskSecret } from "./runner.ts";

/** Narrows a change to this job's shard, if the scan is divided, and renders the charts and overlays in it. */
export async function prepareChange(
  change: Change,
  { shard, policy, rendering }: Options,
): Promise<{ change: Change; policy: Policy }> {
  const { roots = [], gone } = change;
  const marked = { ...policy, baseline: markGone(policy.baseline, (file) => !gone.has(file)) };
  const share = shard && (await selectShare(change, shard, marked));
  const judged = await addRenderings({ ...change, ...share, roots }, rendering);
  return { change: { ...change, ...judged }, policy: share ? { ...marked, shard: share.shard } : marked };
}

/** A reviewed change: its sources are the files in which something is to be mended. */
export interface ReviewedChange {
  readonly change: Change;
  readonly result: Result;
  /** The rendered texts. */
  readonly renderings: readonly Source[];
  /** The files that these were made of, with all their fixes in them. */
  readonly fixed: ReadonlyMap<string, string>;
}

/** Reviews a change. What could not be read becomes a problem of the result. */
export async function reviewChange(change: Change, policy: Policy, options: Options): Promise<ReviewedChange> {
  const { sources, before, isCompared, problems, files: changed } = change;
  const base = isCompared ? before : null;
  // What is not compared can still have moved.
  const moved =
    !isCompared && changed.length > 0
      ? await withFullReader(() => followMoves(policy, sources.filter(isReported), before))
      : policy;
  const whole = options.images ? { ...moved, images: await readImagesOf(change, moved, options) } : moved;
  const reviewed = await collectReview(await streamReview(sources, base, whole, carryWith(options.rendering)));
  return {
    change: { ...change, sources: reviewed.sources },
    result: addProblems(reviewed.result, problems, sources),
    renderings: sources.filter(({ rendering }) => rendering),
    fixed: reviewed.fixed,
  };
}

/**
 * Asks registries about the images of a change. No credential helper is run for it, no token of GitHub's goes to a registry, and what the runner alone can
 * reach is asked only where the workflow names it: the manifests choose the registries.
 */
async function readImagesOf(
  { sources, before, isCompared }: Change,
  policy: Policy,
  { images, registries }: Options,
): Promise<Policy["images"]> {
  const wanted = await findImages([...sources.filter(isReported), ...(isCompared ? before : [])], policy);
  const depth = images === "layers" ? "layers" : "configuration";
  return await readImages(wanted, {
    helpers: "never",
    insecure: [],
    private: registries,
    depth,
    onSecret: maskSecret,
  });
}
