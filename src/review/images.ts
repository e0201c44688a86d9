import { type Pod, platformsOf, podsIn, type WantedImage } from "../pod/index.ts";
import type { Policy } from "../policy/index.ts";
import { type Problem, reading, type Source } from "../yaml/index.ts";
import { manifestOf, unreadImages } from "./review.ts";

/** The images that manifests name, each once for each platform, in the order of their names. Pure: somebody else asks the registries. */
export function imagesIn(sources: readonly Source[], policy: Policy): Promise<readonly WantedImage[]> {
  return reading(() => {
    const wanted = new Map<string, WantedImage>();
    for (const { spec, containers } of podsOf(sources, policy))
      for (const { image } of containers)
        for (const platform of image ? platformsOf(spec) : [])
          wanted.set(`${image} ${platform}`, { image: image ?? "", platform });
    return [...wanted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  });
}

/** Notes on the containers whose image could not be read; `review` has them in its result. */
export function imageNotes(sources: readonly Source[], policy: Policy): Promise<readonly Problem[]> {
  return reading(() => unreadImages(podsOf(sources, policy), policy.images));
}

function podsOf(sources: readonly Source[], policy: Policy): Pod[] {
  return sources.flatMap((source) =>
    manifestOf(source, policy).documents.flatMap((document) => podsIn(document, policy)),
  );
}
