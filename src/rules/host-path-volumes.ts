import type { Pod } from "../pod/index.ts";
import { isList } from "../yaml/index.ts";
import type { Control, Denial, Fix, Rule } from "./rule.ts";
import { reviewFix } from "./support/fixes.ts";
import { removeItem } from "./support/placement.ts";
import { mountersByVolume, type Volume, volumesIn } from "./support/volumes.ts";
import { pluralize, quote } from "./support/wording.ts";

const control: Control = {
  id: "hostPathVolumes",
  level: "baseline",
  revisions: [{ since: 0, check: denyHostPaths }],
};

export const hostPathVolumes: Rule = {
  id: "host-path-volumes",
  summary: "Pods must not mount paths of the node.",
  level: "baseline",
  references: { cis: ["5.2.11"], cwe: [668, 732] },
  controls: [control],

  *check(pod) {
    const mounters = mountersByVolume(pod);
    for (const volume of hostPathsIn(pod)) {
      const containers = mounters.get(volume.name) ?? [];
      yield {
        level: "baseline",
        at: [...volume.path, "hostPath"],
        origin: "pod",
        containers,
        message: ({ who }) =>
          containers.length > 0
            ? `The volume "${volume.name}" is a hostPath: it puts a path of the node into ${who}, and from there an intruder reaches the node. ` +
              "Use an emptyDir, a persistentVolumeClaim or a configMap."
            : `The volume "${volume.name}" is a hostPath: no container mounts it, but Pod Security rejects the pod all the same. Remove the volume.`,
        fix:
          containers.length > 0
            ? { declined: "what the path holds must move to another kind of volume first" }
            : removeVolume(pod, volume),
      };
    }
  },
};

function denyHostPaths(pod: Pod): Denial | undefined {
  const names = hostPathsIn(pod).map(({ name }) => name);
  if (names.length === 0) return undefined;
  return { reason: "hostPath volumes", detail: `${pluralize("volume", names.length)} ${quote(names)}` };
}

function hostPathsIn(pod: Pod): readonly Volume[] {
  return volumesIn(pod).filter(({ types }) => types.includes("hostPath"));
}

function removeVolume({ spec }: Pod, { name, path }: Volume): Fix {
  const volumes = isList(spec.volumes) ? spec.volumes : [];
  const remove = removeItem(path.slice(0, -1), Number(path.at(-1)), volumes);
  return reviewFix(`Remove the volume ${name}`, "fails if something mounts it later", remove);
}
