import type { Policy } from "../policy/index.ts";
import { findImages } from "../review/images.ts";
import type { Result } from "../review/result.ts";
import { review } from "../review/review.ts";
import { addProblems } from "../review/stream.ts";
import { withoutTemplates } from "../source/charts.ts";
import { isOwn } from "../source/shard.ts";
import type { Change } from "./change.ts";
import type { Inputs } from "./inputs.ts";

/** The change, reviewed. What could not be read is a problem of the result. */
export async function reviewed(change: Change, { images }: Inputs, policy: Policy): Promise<Result> {
  const { sources, base, problems } = change;
  const { manifests, notes } = withoutTemplates(sources);
  const whole = images ? await asked(policy, change) : policy;
  const result = await review(manifests, base && withoutTemplates(base).manifests, whole);
  return addProblems(result, [...problems, ...notes], sources.filter(isOwn).length + problems.length);
}

/** The policy with what the change's images say. No credential helper is run for it, and no token of GitHub's goes to a registry. */
async function asked(policy: Policy, { sources, base }: Change): Promise<Policy> {
  const { readImages } = await import("../source/images.ts");
  const { manifests: named } = withoutTemplates([...sources.filter(isOwn), ...(base ?? [])]);
  return { ...policy, images: await readImages(await findImages(named, policy), { helpers: "never", insecure: [] }) };
}
