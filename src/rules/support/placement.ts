import { type Container, type Pod, readsPodContext } from "../../pod/index.ts";
import { type Patch, type Path, type Siblings, startsWith } from "../../yaml/index.ts";

/** Where a missing field belongs: on the pod, once; in the container where only one of several lacks it, or where the kind does not read its pod's context. */
export function placeFor(pod: Pod, lacking: readonly Container[], field: string): Path {
  const [only] = lacking;
  const owner =
    only && lacking.length === 1 && (pod.containers.length > 1 || !readsPodContext(pod.workload)) ? only : pod;
  return [...owner.context, field];
}

/** Whether a path stands in the pod's own `securityContext`. */
export function isOnPod(pod: Pod, path: Path): boolean {
  return startsWith(path, pod.context);
}

/** Takes an item from a list; the last item takes the list along. */
export function removeItem(list: Path, index: number, items: readonly unknown[]): Patch {
  return { op: "remove", path: items.length === 1 ? list : [...list, index] };
}

/** Where people write a `securityContext`: before a pod's containers, behind what a container runs and uses. */
export function siblingsOf(pod: Pod, path: Path): Siblings {
  return isOnPod(pod, path) ? { before: ["initContainers", "containers"] } : { after: keysBeforeContext };
}

// biome-ignore format: a list to be read, not a column
const keysBeforeContext = [
  "name", "image", "imagePullPolicy", "command", "args", "workingDir", "envFrom", "env", "ports", "resources",
];

/** Where people write a container's `volumeMounts`. */
export const siblingsOfMounts: Siblings = { after: [...keysBeforeContext, "securityContext"] };
