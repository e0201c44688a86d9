import type { Container, Pod } from "../../pod/index.ts";
import { type Fields, kept, type Path, type Value } from "../../yaml/index.ts";

export interface Volume {
  readonly name: string;
  readonly path: Path;
  /** The sources that are set: `hostPath`, `emptyDir`, … A volume without any is an `emptyDir` (SetDefaults_Volume). */
  readonly types: readonly string[];
  /** The containers that mount it. */
  readonly users: readonly Container[];
}

/** The pod's volumes. */
export const volumesIn = kept((pod: Pod): readonly Volume[] => {
  const users = usersIn(pod);
  const volumes = Array.isArray(pod.spec.volumes) ? pod.spec.volumes : [];
  return volumes.flatMap((volume: Value, index) => {
    if (typeof volume !== "object" || volume === null || Array.isArray(volume)) return [];
    const fields = volume as Fields;
    const name = typeof fields.name === "string" ? fields.name : "";
    const types = Object.keys(fields)
      .filter((key) => volumeTypes.has(key) && typeof fields[key] === "object" && fields[key] !== null)
      .sort((a, b) => (volumeTypes.get(a) ?? 0) - (volumeTypes.get(b) ?? 0));
    return [
      {
        name,
        path: [...pod.path, "volumes", index],
        types,
        users: users.get(name) ?? [],
      },
    ];
  });
});

/** Which containers mount a volume, by its name. */
function usersIn({ containers }: Pod): Map<unknown, Container[]> {
  const users = new Map<unknown, Container[]>();
  for (const container of containers) {
    const { volumeMounts } = container.spec;
    const mounted = Array.isArray(volumeMounts) ? volumeMounts : [];
    for (const name of new Set(mounted.map((mount) => (mount as Fields | null)?.name))) {
      const known = users.get(name);
      if (known) known.push(container);
      else users.set(name, [container]);
    }
  }
  return users;
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

/** Where each stands among all. */
const volumeTypes = new Map([...allowedVolumeTypes, ...otherVolumeTypes].map((type, index) => [type, index]));
