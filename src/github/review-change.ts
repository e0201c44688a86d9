import type { Policy } from "../policy/index.ts";
import { findImages } from "../review/images.ts";
import type { Result } from "../review/result.ts";
import { review } from "../review/review.ts";
import { addProblems } from "../review/stream.ts";
import { readImages } from "../source/images.ts";
import { isOwn, selectShare } from "../source/shard.ts";
import type { Change } from "./change.ts";
import type { Options } from "./options.ts";
import { maskSecret } from "./runner.ts";

/** Leaves a change what this job's shard judges of it; all of it if the scan is not divided. */
export async function takeShare(
  change: Change,
  { shard, policy }: Options,
): Promise<{ change: Change; policy: Policy }> {
  if (!shard) return { change, policy };
  const share = await selectShare(change, shard, policy);
  return { change: { ...change, ...share }, policy: { ...policy, shard: share.shard } };
}

/** Reviews a change. What could not be read becomes a problem of the result. */
export async function reviewChange(change: Change, policy: Policy, options: Options): Promise<Result> {
  const { sources, base, problems } = change;
  const whole = options.images ? { ...policy, images: await readImagesOf(change, policy, options) } : policy;
  const result = await review(sources, base, whole);
  return addProblems(
    result,
    problems,
    sources.filter(isOwn).length + problems.filter(({ severity }) => severity === "error").length,
  );
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
