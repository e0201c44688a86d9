import type { Pod } from "../pod/index.ts";
import type { Control, Rule } from "./rule.ts";
import { volumesIn } from "./support/volumes.ts";
import { denial, plural, quoted, removeItem } from "./support/words.ts";

const control: Control = {
  id: "hostPathVolumes",
  level: "baseline",
  revisions: [
    {
      since: 0,
      check: (pod) => {
        const names = hostPaths(pod).map(({ name }) => name);
        return names.length > 0
          ? denial("hostPath volumes", `${plural("volume", names.length)} ${quoted(names)}`)
          : undefined;
      },
    },
  ],
};

export const hostPathVolumes: Rule = {
  id: "host-path-volumes",
  summary: "Pods must not mount paths of the node.",
  level: "baseline",
  references: { cis: ["5.2.11"], cwe: [668, 732] },
  controls: [control],

  *check(pod) {
    for (const { name, path, users } of hostPaths(pod)) {
      yield {
        level: "baseline",
        at: [...path, "hostPath"],
        origin: "pod",
        containers: users,
        message: ({ who }) =>
          users.length > 0
            ? `The volume "${name}" is a hostPath: it puts a path of the node into ${who}, and from there an intruder reaches the node. ` +
              "Use an emptyDir, a persistentVolumeClaim or a configMap."
            : `The volume "${name}" is a hostPath: no container mounts it, but Pod Security rejects the pod all the same. Remove the volume.`,
        fix:
          users.length > 0
            ? { declined: "what the path holds must move to another kind of volume first" }
            : {
                title: `Remove the volume ${name}`,
                safety: "review",
                risk: "fails if something mounts it later",
                patches: [removeItem(path.slice(0, -1), Number(path.at(-1)), volumesIn(pod))],
              },
      };
    }
  },
};

function hostPaths(pod: Pod) {
  return volumesIn(pod).filter(({ types }) => types.includes("hostPath"));
}
