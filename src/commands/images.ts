import { imagesIn } from "../images.ts";
import { visible } from "../report/escape.ts";
import { withoutTemplates } from "../source/charts.ts";
import { UsageError } from "../source/errors.ts";
import { collect } from "../source/files.ts";
import type { Images, Policy, Source, WantedImage } from "../types.ts";
import { parse } from "./options.ts";

/** Where what images say comes from; of every command that judges. */
export const imageOptions = {
  images: { type: "boolean" },
  "images-from": { type: "string" },
  "insecure-registry": { type: "string", multiple: true },
} as const;

interface ImageValues {
  readonly images?: boolean | undefined;
  readonly "images-from"?: string | undefined;
  readonly "insecure-registry"?: readonly string[] | undefined;
}

/** What `secctx images` takes. */
export const imagesOptions = {
  "insecure-registry": imageOptions["insecure-registry"],
  quiet: { type: "boolean" },
} as const;

/** `secctx images`: reads the images' configurations and prints the file that --images-from takes. 2 if one could not be read. */
export async function images(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("images", args, imagesOptions);
  const { sources, problems } = await collect(positionals);
  const { manifests, notes } = withoutTemplates(sources);
  const found = await read(await imagesIn(manifests), values["insecure-registry"]);
  const { imagesFile } = await import("../source/images-file.ts");
  process.stdout.write(imagesFile(found));
  const failures = [...found].flatMap(([image, answers]) =>
    Object.entries(answers).flatMap(([platform, answer]) =>
      "error" in answer ? [{ image, platform, ...answer }] : [],
    ),
  );
  for (const { file, line, message } of values.quiet ? problems : [...problems, ...notes])
    process.stderr.write(`${visible(`${file}:${line}: ${message}`)}\n`);
  for (const { image, platform, error } of failures)
    process.stderr.write(`${visible(`${image} (${platform}): could not read the image: ${error}.`)}\n`);
  return failures.length > 0 || problems.some(({ severity }) => severity === "error") ? 2 : 0;
}

/** The policy with what the manifests' images say, where that is asked for. */
export async function withImages(policy: Policy, values: ImageValues, sources: readonly Source[]): Promise<Policy> {
  const { images: isWanted, "images-from": file, "insecure-registry": insecure } = values;
  if (isWanted && file !== undefined) throw new UsageError("--images and --images-from: choose one of the two.");
  if (insecure && !isWanted) throw new UsageError("--insecure-registry needs --images.");
  if (!isWanted && file === undefined) return policy;
  const wanted = await imagesIn(sources);
  if (file === undefined) return { ...policy, images: await read(wanted, insecure) };
  const { imagesFrom } = await import("../source/images-file.ts");
  return { ...policy, images: imagesFrom(file, wanted) };
}

/** From the registries; a wait that a person would notice says how far it is. */
async function read(wanted: readonly WantedImage[], insecure: readonly string[] = []): Promise<Images> {
  const { readImages } = await import("../source/images.ts");
  const start = performance.now();
  const isShown = process.stderr.isTTY === true;
  const onProgress = (done: number, all: number) => {
    if (isShown && performance.now() - start > 300) process.stderr.write(`\r\u001b[KReading images: ${done} of ${all}`);
  };
  const found = await readImages(wanted, { helpers: "run", insecure, onProgress });
  if (isShown) process.stderr.write("\r\u001b[K");
  return found;
}
