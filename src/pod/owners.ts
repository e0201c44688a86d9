import type { Container, Path, Pod } from "../types.ts";
import type { KubernetesObject } from "./workloads.ts";

/** The container in whose block a path stands; none for the pod's own. By a map that is made once: a pod may have thousands, and each be asked for. */
export function containerAt(
  { path: start, containers }: Pick<Pod, "path" | "containers">,
  path: Path,
): Container | undefined {
  const keyOf = (place: Path) => `${place[start.length]} ${place[start.length + 1]}`;
  const known = byPlace.get(containers) ?? new Map(containers.map((each) => [keyOf(each.path), each]));
  byPlace.set(containers, known);
  if (!start.every((step, index) => path[index] === step)) return undefined;
  const [first] = containers;
  return first?.path.length === start.length ? first : known.get(keyOf(path));
}

const byPlace = new WeakMap<readonly Container[], ReadonlyMap<string, Container>>();

/** The object in which a path stands, else the first. */
export function ownerOf(objects: readonly KubernetesObject[], path: Path): KubernetesObject | undefined {
  const known = byRoot.get(objects) ?? new Map(objects.map((each) => [JSON.stringify(each.path), each]));
  byRoot.set(objects, known);
  for (let depth = path.length; depth >= 0; depth--) {
    const owner = known.get(JSON.stringify(path.slice(0, depth)));
    if (owner) return owner;
  }
  return objects[0];
}

const byRoot = new WeakMap<readonly KubernetesObject[], ReadonlyMap<string, KubernetesObject>>();
