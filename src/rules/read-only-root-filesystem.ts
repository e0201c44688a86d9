import type { Container, Fields, Patch, Pod, Rule, Value } from "../types.ts";
import { amongMounts, siblings } from "./rule.ts";

export const readOnlyRootFilesystem: Rule = {
  id: "read-only-root-filesystem",
  summary: "Containers must have a read-only root file system.",
  level: "hardened",
  references: { nsa: "Immutable container file systems", cwe: [732] },
  controls: [],

  *check(pod) {
    if (pod.os === "windows") return;
    const writable = pod.containers.filter(({ derived }) => !derived.readOnlyRoot);
    const taken = volumeNames(pod);
    for (const container of writable) {
      const { value, path, origin } = container.effective.readOnlyRootFilesystem;
      const tmp = tmpMount(pod, container, writable.length > 1, taken);
      yield {
        level: "hardened",
        at: path,
        origin,
        containers: [container],
        message: ({ who }) =>
          `readOnlyRootFilesystem is ${value === false ? "false" : "not set, and unset means writable"}: an intruder in ${who} can change ` +
          "its programs and plant new ones. Set it to true, and mount a volume where the process writes.",
        fix: {
          title: `Set readOnlyRootFilesystem: true${tmp.length > 0 ? " and mount an emptyDir at /tmp" : ""}`,
          safety: "review",
          risk: "fails if the process writes to a path that is not on a volume",
          patches: [{ op: "set", path, value: true, among: siblings(pod, path) }, ...tmp],
        },
      };
    }
  },
};

/** A volume of the container's own at /tmp, unless something is mounted there. Ephemeral containers can't bring one to a running pod. */
function tmpMount(pod: Pod, container: Container, isOneOfSeveral: boolean, taken: Set<string>): Patch[] {
  if (mappings(container.spec.volumeMounts).some(({ mountPath }) => isTmp(mountPath)) || container.type === "ephemeral") return [];
  const name = freeName(isOneOfSeveral ? `tmp-${container.name}`.slice(0, 60).replace(/-+$/, "") : "tmp", taken);
  taken.add(name);
  return [
    {
      op: "append",
      path: [...container.path, "volumeMounts"],
      value: { name, mountPath: "/tmp" },
      among: amongMounts,
    },
    { op: "append", path: [...pod.path, "volumes"], value: { name, emptyDir: {} } },
  ];
}

function isTmp(path: Value | undefined): boolean {
  return typeof path === "string" && path.replace(/\/+$/, "") === "/tmp";
}

function freeName(wish: string, taken: ReadonlySet<string>): string {
  let name = wish;
  for (let count = 2; taken.has(name); count++) name = `${wish}-${count}`;
  return name;
}

/** Names that a new volume must not have: the pod's volumes, and the claims that a StatefulSet makes into volumes. */
function volumeNames(pod: Pod): Set<string> {
  const { value } = pod.document;
  const root = pod.object.reduce<Value | undefined>((inner, step) => (inner as Fields | undefined)?.[step], value) as Fields;
  const claims = (root.spec as Fields | undefined)?.volumeClaimTemplates;
  const names = mappings(pod.spec.volumes).map(({ name }) => name);
  const claimed = mappings(claims).map(({ metadata }) => (metadata as Fields | undefined)?.name);
  return new Set([...names, ...claimed].filter((name) => typeof name === "string"));
}

function mappings(value: Value | undefined): Fields[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "object" && item !== null && !Array.isArray(item)) : [];
}
