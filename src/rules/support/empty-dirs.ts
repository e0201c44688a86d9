import type { Container, Pod } from "../../pod/index.ts";
import { type Fields, isFields, isList, type Patch, type Value, valueAt } from "../../yaml/index.ts";
import type { FixOptions } from "../rule.ts";
import { hasOwnCommand } from "./capabilities.ts";
import { siblingsOfMounts } from "./placement.ts";
import { isOnVolume, mountersByVolume, volumesIn } from "./volumes.ts";
import { writablePathsOf } from "./writable-paths.ts";

/** The names of a pod's volumes while fixes mount new ones: each name that is given away is taken. */
export interface VolumeNames {
  readonly taken: Set<string>;
  /** The pod's emptyDirs that nothing mounts, with their positions. */
  readonly spare: Map<string, number>;
}

/** The names as the manifest has them: the pod's volumes, and the claims that a StatefulSet makes into volumes. */
export function volumeNamesIn(pod: Pod): VolumeNames {
  const claims = valueAt(pod.document.value, [...pod.object, "spec", "volumeClaimTemplates"]);
  const names = [
    ...fieldsOf(pod.spec.volumes).map(({ name }) => name),
    ...fieldsOf(claims).map(({ metadata }) => (isFields(metadata) ? metadata.name : undefined)),
  ];
  const mounters = mountersByVolume(pod);
  const spare = new Map<string, number>();
  for (const [index, { name, types }] of volumesIn(pod).entries())
    if (types.includes("emptyDir") && !mounters.has(name) && !spare.has(name)) spare.set(name, index);
  return { taken: new Set(names.filter((name) => typeof name === "string")), spare };
}

/** Mounts an emptyDir of the container's own at a folder: one that stands unused under a fitting name, else a new one. */
export function mountEmptyDir(pod: Pod, container: Container, folder: string, names: VolumeNames): Patch[] {
  // A volume's name is a label: lower case, digits and hyphens.
  const base = folder
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  const own = pod.containers.length > 1 ? `${base}-${container.name}`.slice(0, 60).replace(/-+$/, "") : base;
  const spare = firstSpare([own, base], names);
  const name = spare ?? freeName(own, names);
  names.spare.delete(name);
  names.taken.add(name);
  const mounted: Patch = {
    op: "append",
    path: [...container.path, "volumeMounts"],
    value: { name, mountPath: folder },
    among: siblingsOfMounts,
  };
  if (spare !== undefined) return [mounted];
  return [mounted, { op: "append", path: [...pod.path, "volumes"], value: { name, emptyDir: {} } }];
}

/** Of several names the one whose unused emptyDir comes first. */
function firstSpare(names: readonly string[], { spare }: VolumeNames): string | undefined {
  const known = names.filter((name) => spare.has(name));
  return known.toSorted((a, b) => (spare.get(a) ?? 0) - (spare.get(b) ?? 0))[0];
}

function freeName(wish: string, { taken }: VolumeNames): string {
  let name = wish;
  for (let count = 2; taken.has(name); count++) name = `${wish}-${count}`;
  return name;
}

/** /tmp and what the image is known to write to, unless a volume is mounted there. Ephemeral containers can't bring a volume to a running pod. */
export function writableFolders({ type, image, spec }: Container, { writablePaths }: FixOptions): string[] {
  if (type === "ephemeral") return [];
  // A command of the manifest's own may be anything.
  const known = hasOwnCommand(spec) ? [] : writablePathsOf(image, writablePaths);
  const folders = new Set(["/tmp", ...known.map((path) => path.replace(/\/+$/, ""))]);
  return [...folders].filter((folder) => !isOnVolume(folder, spec));
}

function fieldsOf(value: Value | undefined): Fields[] {
  return isList(value) ? value.filter(isFields) : [];
}
