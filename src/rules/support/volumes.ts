import type { Container, Pod } from "../../pod/index.ts";
import { type Fields, isFields, isList, type Path, type Value } from "../../yaml/index.ts";

export interface Volume {
  readonly name: string;
  readonly path: Path;
  readonly fields: Fields;
  /** The sources that are set: `hostPath`, `emptyDir`, … A volume without any is an `emptyDir` (SetDefaults_Volume). */
  readonly types: readonly string[];
}

/** The pod's volumes, in the manifest's order. */
export function volumesIn({ path, spec }: Pod): readonly Volume[] {
  const volumes = isList(spec.volumes) ? spec.volumes : [];
  return volumes.flatMap((volume, index) => {
    if (!isFields(volume)) return [];
    const name = typeof volume.name === "string" ? volume.name : "";
    return [{ name, path: [...path, "volumes", index], fields: volume, types: typesOf(volume) }];
  });
}

function typesOf(volume: Fields): string[] {
  return Object.keys(volume).filter(
    (key) => knownTypes.has(key) && typeof volume[key] === "object" && volume[key] !== null,
  );
}

/** The containers that mount each volume, by its name. */
export function mountersByVolume({ containers }: Pod): ReadonlyMap<Value | undefined, readonly Container[]> {
  const mounters = new Map<Value | undefined, Container[]>();
  for (const container of containers) {
    for (const name of new Set(mountsOf(container.spec).map((mount) => mount.name))) {
      const known = mounters.get(name);
      if (known) known.push(container);
      else mounters.set(name, [container]);
    }
  }
  return mounters;
}

/** The paths of the node that a container mounts. */
export function nodePathsOf(pod: Pod, { spec }: Container): string[] {
  const names = new Set(mountsOf(spec).map(({ name }) => name));
  return volumesIn(pod).flatMap(({ name, fields: { hostPath } }) => {
    const path = names.has(name) && isFields(hostPath) ? hostPath.path : undefined;
    return typeof path === "string" ? [path] : [];
  });
}

/** What a container mounts. */
export function mountsOf({ volumeMounts }: Fields): Fields[] {
  return isList(volumeMounts) ? volumeMounts.filter(isFields) : [];
}

/** Whether a folder of a container is on a volume already. */
export function isOnVolume(folder: string, container: Fields): boolean {
  const path = withSlash(folder);
  return mountsOf(container).some(
    ({ mountPath }) => typeof mountPath === "string" && path.startsWith(withSlash(mountPath)),
  );
}

function withSlash(path: string): string {
  return `${path.replace(/\/+$/, "")}/`;
}

/** What `restricted` allows (pod-security-admission policy/check_restrictedVolumes.go). */
// biome-ignore format: a list to be read, not a column
export const allowedVolumeTypes: readonly string[] = [
  "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret",
];

/** The others, in the order in which the standard looks for them. */
// biome-ignore format: a list to be read, not a column
export const otherVolumeTypes: readonly string[] = [
  "hostPath", "gcePersistentDisk", "awsElasticBlockStore", "gitRepo", "nfs", "iscsi", "glusterfs", "rbd", "flexVolume", "cinder", "cephfs",
  "flocker", "fc", "azureFile", "vsphereVolume", "quobyte", "azureDisk", "photonPersistentDisk", "portworxVolume", "scaleIO", "storageos",
];

const knownTypes = new Set([...allowedVolumeTypes, ...otherVolumeTypes]);
