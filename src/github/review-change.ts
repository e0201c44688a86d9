import type { Policy } from "../policy/index.ts";
import { addRenderings, carryWith } from "../rendering/manifests.ts";
import { findImages } from "../review/images.ts";
import type { Result } from "../review/result.ts";
import { streamReview } from "../review/review.ts";
import { addProblems, collectReview } from "../review/stream.ts";
import { readImages } from "../source/images.ts";
import { isOwn, selectShare } from "../source/shard.ts";
import type { Source } from "../yaml/index.ts";
import type { Change } from "./change.ts";
import type { Options } from "./options.ts";
import { maskSecret } from "./runner.ts";

/** Leaves a change what this job's shard judges of it, all of it if the scan is not divided, and adds what the charts and overlays of that give. */
export async function takeShare(
  change: Change,
  { shard, policy, rendering }: Options,
): Promise<{ change: Change; policy: Policy }> {
  const { roots = [] } = change;
  const share = shard && (await selectShare(change, shard, policy));
  const judged = await addRenderings({ ...change, ...share, roots }, rendering);
  return { change: { ...change, ...judged }, policy: share ? { ...policy, shard: share.shard } : policy };
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
  const { sources, base, problems } = change;
  const whole = options.images ? { ...policy, images: await readImagesOf(change, policy, options) } : policy;
  const reviewed = await collectReview(await streamReview(sources, base, whole, carryWith(options.rendering)));
  const files = new Set(sources.filter(isOwn).map(({ file }) => file));
  return {
    change: { ...change, sources: reviewed.sources },
    result: addProblems(
      reviewed.result,
      problems,
      files.size + problems.filter(({ severity }) => severity === "error").length,
    ),
    renderings: sources.filter(({ rendering }) => rendering),
    fixed: reviewed.fixed,
  };
}

/**
 * Asks registries about the images of a change. No credential helper is run for it, no token of GitHub's goes to a registry, and what the runner alone can
 * reach is asked only where the workflow names it: the manifests choose the registries.
 */
async function readImagesOf(
  { sources, base }: Change,
  policy: Policy,
  { images, registries }: Options,
): Promise<Policy["images"]> {
  const wanted = await findImages([...sources.filter(isOwn), ...(base ?? [])], policy);
  const depth = images === "layers" ? "layers" : "configuration";
  return await readImages(wanted, {
    helpers: "never",
    insecure: [],
    private: registries,
    depth,
    onSecret: maskSecret,
  });
}
