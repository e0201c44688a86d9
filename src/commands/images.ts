import type { Images, WantedImage } from "../pod/index.ts";
import type { Policy } from "../policy/index.ts";
import { escapeControls } from "../report/escape.ts";
import { findImages } from "../review/images.ts";
import { withoutTemplates } from "../source/charts.ts";
import { collect } from "../source/files.ts";
import type { Source } from "../yaml/index.ts";
import { imageOptions, parse, policyOptions } from "./options.ts";
import { chosenBy, type InForce, policyOf } from "./policy.ts";
import { remark, say } from "./streams.ts";

/** What `secctx images` takes. */
export const imagesOptions = {
  config: policyOptions.config,
  "no-config": policyOptions["no-config"],
  "insecure-registry": imageOptions["insecure-registry"],
  quiet: policyOptions.quiet,
} as const;

/** `secctx images`: reads the images' configurations and prints the file that --images-from takes. 2 if one could not be read. */
export async function images(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("images", args, imagesOptions);
  // Which files are manifests, and which kinds hold pods, is the configuration's to say.
  const inForce = await policyOf({ ...values, images: true }, { baseline: "passed over" });
  const isChosen = chosenBy(inForce);
  const collected = await collect(positionals);
  const problems = collected.problems.filter(isChosen);
  const { manifests, notes } = withoutTemplates(collected.sources.filter(isChosen));
  const { images: found } = await withImages(inForce, manifests);
  const { imagesFile } = await import("../source/images-file.ts");
  await say(imagesFile(found));
  const failures = [...found].flatMap(([image, answers]) =>
    Object.entries(answers).flatMap(([platform, answer]) =>
      "error" in answer ? [{ image, platform, ...answer }] : [],
    ),
  );
  for (const { file, line, message } of values.quiet ? problems : [...problems, ...notes])
    await remark(`${escapeControls(`${file}:${line}: ${message}`)}\n`);
  for (const { image, platform, error } of failures)
    await remark(`${escapeControls(`${image} (${platform}): could not read the image: ${error}.`)}\n`);
  return failures.length > 0 || problems.some(({ severity }) => severity === "error") ? 2 : 0;
}

/** The policy with what the manifests' images say, where that is asked for. */
export async function withImages({ policy, images: origin }: InForce, sources: readonly Source[]): Promise<Policy> {
  if (!origin) return policy;
  const wanted = await findImages(sources, policy);
  if ("insecure" in origin) return { ...policy, images: await read(wanted, origin.insecure) };
  const { imagesFrom } = await import("../source/images-file.ts");
  return { ...policy, images: imagesFrom(origin.file, wanted) };
}

/** From the registries; a wait that a person would notice says how far it is. */
async function read(wanted: readonly WantedImage[], insecure: readonly string[]): Promise<Images> {
  const { readImages } = await import("../source/images.ts");
  const start = performance.now();
  const isShown = process.stderr.isTTY === true;
  const onProgress = (done: number, all: number) => {
    if (isShown && performance.now() - start > 300) void remark(`\r\u001b[KReading images: ${done} of ${all}`);
  };
  const found = await readImages(wanted, { helpers: "run", insecure, onProgress });
  if (isShown) await remark("\r\u001b[K");
  return found;
}
