import { escapeLine } from "../report/escape.ts";
import { findReadingProblems } from "../review/documents.ts";
import { addImages } from "./image-sources.ts";
import { imageOptions, parseOptions, policyOptions } from "./options.ts";
import { resolvePolicy } from "./policy-in-force.ts";
import { collectManifests, remarkProblems } from "./review-paths.ts";
import { remark, say } from "./streams.ts";

/** What `secctx images` takes. */
export const imagesOptions = {
  config: policyOptions.config,
  "no-config": policyOptions["no-config"],
  "policy-clone": policyOptions["policy-clone"],
  images: imageOptions.images,
  "insecure-registry": imageOptions["insecure-registry"],
  quiet: policyOptions.quiet,
} as const;

/** `secctx images`: reads the images' configurations and prints the file that --images-from takes. 2 if an image or a manifest could not be read. */
export async function runImages(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions("images", args, imagesOptions);
  // The configuration says which files are manifests, and which kinds hold pods.
  const inForce = await resolvePolicy(values, { appliesBaseline: false, readsImages: true });
  const { manifests, problems: missing } = await collectManifests(positionals, inForce);
  const problems = [...missing, ...(await findReadingProblems(manifests, inForce.policy))];
  const { images } = await addImages(inForce, manifests);
  const { renderImagesFile } = await import("../source/images-file.ts");
  await say(renderImagesFile(images));
  const failures = [...images].flatMap(([image, answers]) =>
    Object.entries(answers).flatMap(([platform, answer]) => {
      if ("error" in answer) return [{ image, platform, error: `the image: ${answer.error}` }];
      const { layersError } = answer;
      return layersError === undefined ? [] : [{ image, platform, error: `the layers of the image: ${layersError}` }];
    }),
  );
  await remarkProblems(problems.filter(({ severity }) => severity === "error" || !values.quiet));
  for (const { image, platform, error } of failures)
    await remark(`${escapeLine(`${image} (${platform}): could not read ${error}.`)}\n`);
  return failures.length > 0 || problems.some(({ severity }) => severity === "error") ? 2 : 0;
}
