import { kept, type Path } from "../yaml/index.ts";
import type { Container, Pod } from "./pod.ts";
import type { KubernetesObject } from "./workloads.ts";

/** The container in whose block a path stands; none for the pod's own. */
export function containerAt(
  { path: start, containers }: Pick<Pod, "path" | "containers">,
  path: Path,
): Container | undefined {
  const [first] = containers;
  if (!first || !start.every((step, index) => path[index] === step)) return undefined;
  if (first.path.length === start.length) return first;
  return byPlace(containers).get(path[start.length])?.[Number(path[start.length + 1])];
}

/** By list and number: a pod may have thousands, and each be asked for. */
const byPlace = kept((containers: readonly Container[]) => {
  const lists = new Map<string | number | undefined, Container[]>();
  for (const container of containers) {
    const [list, index] = container.path.slice(-2);
    const known = lists.get(list) ?? [];
    known[Number(index)] = container;
    lists.set(list, known);
  }
  return lists;
});

/** The object in which a path stands, else the first. */
export function ownerOf(objects: readonly KubernetesObject[], path: Path): KubernetesObject | undefined {
  const known = byRoot(objects);
  for (let depth = path.length; depth >= 0; depth--) {
    const owner = known.get(JSON.stringify(path.slice(0, depth)));
    if (owner) return owner;
  }
  return objects[0];
}

const byRoot = kept((objects: readonly KubernetesObject[]) => {
  return new Map(objects.map((each) => [JSON.stringify(each.path), each]));
});
