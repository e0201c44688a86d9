import type { Container, Pod } from "../pod/index.ts";
import { type Fields, isList, valueAt } from "../yaml/index.ts";
import type { Control, Denial, Fix, Rule } from "./rule.ts";
import { reviewFix } from "./support/fixes.ts";
import { describeNodePath } from "./support/node-paths.ts";
import { removeItem } from "./support/placement.ts";
import { reachOf } from "./support/reach.ts";
import { mountersByVolume, mountsOf, type Volume, volumesIn } from "./support/volumes.ts";
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
  values: { form: "a path of the node such as /var/log", isPossible: (text) => /^(\/|[A-Za-z]:)/.test(text) },

  *check(pod) {
    const mounters = mountersByVolume(pod);
    for (const volume of hostPathsIn(pod)) {
      const containers = mounters.get(volume.name) ?? [];
      const path = readPath(volume.fields);
      yield {
        level: "baseline",
        at: [...volume.path, "hostPath"],
        origin: "pod",
        containers,
        message: (say) => describe(volume, say.containers, say.who),
        fix:
          containers.length > 0
            ? { declined: "what the path holds must move to another kind of volume first" }
            : removeVolume(pod, volume),
        ...(path !== undefined && { value: path }),
        extent: (container) => reachOf(volume.fields, "hostPath", container),
      };
    }
  },
};

/** Which path it is, and what can be done with it from the containers that mount it. */
function describe({ name, fields }: Volume, containers: readonly Container[], who: string): string {
  const path = readPath(fields);
  const subject = `The hostPath volume "${name}"`;
  const place = `${path ?? "a path"} of the node`;
  if (containers.length === 0)
    return `${subject} names ${place}: no container mounts it, but Pod Security rejects the pod all the same. Remove the volume.`;
  const access = containers.some((container) => writesTo(container, name)) ? "write" : "read";
  const gain = path === undefined ? "files of the node are there" : describeNodePath(path, access);
  return `${subject} puts ${place} into ${who}: ${gain}. Use an emptyDir, a persistentVolumeClaim or a configMap.`;
}

function readPath(volume: Fields): string | undefined {
  const path = valueAt(volume, ["hostPath", "path"]);
  return typeof path === "string" && path !== "" ? path : undefined;
}

function writesTo({ spec }: Container, volume: string): boolean {
  return mountsOf(spec).some(({ name, readOnly }) => name === volume && readOnly !== true);
}

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
