import {
  findImageAnswer,
  findPods,
  type ImageAnswer,
  type Images,
  listPlatforms,
  type Pod,
  type WantedImage,
} from "../pod/index.ts";
import type { Policy } from "../policy/index.ts";
import { type Problem, type Source, sourcePlaceOf, withFullReader } from "../yaml/index.ts";
import { readManifest } from "./documents.ts";

/** The images that manifests name, each once for each platform, in the order of their names. Somebody else asks the registries. */
export function findImages(sources: readonly Source[], policy: Policy): Promise<readonly WantedImage[]> {
  return withFullReader(() => {
    const wanted = new Map<string, WantedImage>();
    for (const { spec, containers } of readPods(sources, policy))
      for (const { image } of containers)
        for (const platform of image ? listPlatforms(spec) : [])
          wanted.set(`${image} ${platform}`, { image: image ?? "", platform });
    return [...wanted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  });
}

/** Notes on the containers of manifests whose image could not be read; the result of `review` has them too. */
export function findImageNotes(sources: readonly Source[], policy: Policy): Promise<readonly Problem[]> {
  return withFullReader(() => noteUnreadImages(readPods(sources, policy), policy.images));
}

function readPods(sources: readonly Source[], policy: Policy): Pod[] {
  return sources.flatMap((source) =>
    readManifest(source, policy).documents.flatMap((document) => findPods(document, policy)),
  );
}

/** Containers whose image could not be read: each is judged as if nobody had asked, and that is said. */
export function noteUnreadImages(pods: readonly Pod[], images: Images): Problem[] {
  if (images.size === 0) return [];
  return pods.flatMap(({ document, spec, containers }) =>
    containers.flatMap(({ name, image, path }): Problem[] => {
      const answer = findImageAnswer(images, image, listPlatforms(spec));
      if (!answer) return [];
      const missing = describeMissing(answer);
      if (missing === undefined) return [];
      const { file, start } = sourcePlaceOf(document, [...path, "image"]).location;
      return [{ severity: "note", file, line: start.line, message: `Container "${name}": ${missing}` }];
    }),
  );
}

function describeMissing(answer: ImageAnswer): string | undefined {
  if ("error" in answer) return `could not read the image: ${answer.error}. The container is judged without it.`;
  const { layersError } = answer;
  return layersError === undefined
    ? undefined
    : `could not read the layers of the image: ${layersError}. What its programs carry in their files is not known.`;
}
