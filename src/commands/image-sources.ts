import type { Images, WantedImage } from "../pod/index.ts";
import type { Policy } from "../policy/index.ts";
import { findImages } from "../review/images.ts";
import type { ReadImagesOptions } from "../source/images.ts";
import type { Source } from "../yaml/index.ts";
import type { PolicyInForce } from "./policy-in-force.ts";
import { remark } from "./streams.ts";

/** Adds to the policy what the manifests' images say, if the policy in force asks for it. */
export async function addImages(
  { policy, images: source }: PolicyInForce,
  manifests: readonly Source[],
): Promise<Policy> {
  if (!source) return policy;
  const wanted = await findImages(manifests, policy);
  if ("insecure" in source) return { ...policy, images: await readFromRegistries(wanted, source) };
  const { readImagesFile } = await import("../source/images-file.ts");
  return { ...policy, images: readImagesFile(source.file, wanted) };
}

/** Asks the registries. On a terminal, a wait that a person would notice shows its progress. */
async function readFromRegistries(
  wanted: readonly WantedImage[],
  { insecure, depth }: Pick<ReadImagesOptions, "insecure" | "depth">,
): Promise<Images> {
  const { readImages } = await import("../source/images.ts");
  const start = performance.now();
  const isTerminal = process.stderr.isTTY === true;
  const onProgress = (done: number, all: number) => {
    if (isTerminal && performance.now() - start > 300) void remark(`\r\u001b[KReading images: ${done} of ${all}`);
  };
  const images = await readImages(wanted, { helpers: "run", insecure, depth, onProgress });
  if (isTerminal) await remark("\r\u001b[K");
  return images;
}
