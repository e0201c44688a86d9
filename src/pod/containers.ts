import { decodeSecurityContext, listFields, readString } from "./decode.ts";
import {
  computeEffectiveContext,
  deriveContext,
  deriveWindowsContext,
  type PodSettings,
  readPodSettings,
} from "./effective.ts";
import { findImageAnswer, type Images, listPlatforms } from "./images.ts";
import type { Container, ContainerType, Pod } from "./pod.ts";
import { containerLists } from "./pod-places.ts";
import { markUnknown } from "./unknown-values.ts";

/** A pod without its containers. */
export type PodBlock = Omit<Pod, "containers">;

/** Reads the containers of a pod, in the order in which Pod Security visits them, and works out the context of each. */
export function readContainers(pod: PodBlock, images: Images): Container[] {
  const shared = shareSettings(pod, images);
  return containerLists.flatMap(({ list, type }) =>
    listFields(pod.spec[list]).map(({ fields, index }) => {
      const at = [...pod.path, list, index];
      return readContainer(shared, { spec: fields, path: at, context: [...at, "securityContext"], type });
    }),
  );
}

/** What the containers of a pod share. */
interface Shared {
  readonly pod: PodBlock;
  readonly settings: PodSettings;
  readonly images: Images;
  /** Those that the pod may run on; none where no image is known. */
  readonly platforms: readonly string[];
}

/** Works out once what all containers of a pod ask for. */
export function shareSettings(pod: PodBlock, images: Images): Shared {
  return { pod, settings: readPodSettings(pod), images, platforms: images.size > 0 ? listPlatforms(pod.spec) : [] };
}

/** Where a container is written. */
interface ContainerBlock extends Pick<Container, "spec" | "path" | "context"> {
  /** The list that it is in. */
  readonly type: ContainerType;
}

/** Reads a container, and works out its context. */
export function readContainer({ pod, settings, images, platforms }: Shared, block: ContainerBlock): Container {
  const { spec, path, context, type } = block;
  const name = readString(spec.name) ?? "";
  const securityContext = decodeSecurityContext(spec.securityContext);
  const image = readString(spec.image) ?? null;
  const answer = findImageAnswer(images, image, platforms);
  const imageConfig = !answer || "error" in answer ? null : answer;
  const linuxConfig = platforms.some((platform) => platform.startsWith("windows/")) ? null : imageConfig;
  const known = computeEffectiveContext({
    name,
    own: securityContext,
    context,
    pod,
    podSettings: settings,
    image: linuxConfig,
    imagePath: [...path, "image"],
  });
  const effective = markUnknown(known, pod, block);
  return {
    runsOn: pod.runsOn,
    type: type === "init" && spec.restartPolicy === "Always" ? "sidecar" : type,
    name,
    image,
    path,
    context,
    spec,
    securityContext,
    imageConfig,
    effective,
    derived:
      pod.runsOn === "windows" ? deriveWindowsContext(effective, imageConfig) : deriveContext(effective, linuxConfig),
  };
}
