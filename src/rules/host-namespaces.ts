import type { Pod } from "../pod/index.ts";
import type { Path } from "../yaml/index.ts";
import type { Control, Declined, Fix, Rule } from "./rule.ts";
import { denial } from "./support/words.ts";

const namespaces = [
  { field: "hostNetwork", gives: "every network interface of the node, and what listens on its loopback address" },
  { field: "hostPID", gives: "every process on the node, to watch and to signal" },
  { field: "hostIPC", gives: "the shared memory of the processes on the node" },
] as const;

const control: Control = {
  id: "hostNamespaces",
  level: "baseline",
  revisions: [
    {
      since: 0,
      check: (pod) => {
        const shared = sharedWithNode(pod).map(({ field }) => `${field}=true`);
        return shared.length > 0 ? denial("host namespaces", shared.join(", ")) : undefined;
      },
    },
  ],
};

export const hostNamespaces: Rule = {
  id: "host-namespaces",
  summary: "Pods must not share the node's network, process or IPC namespace.",
  level: "baseline",
  references: { cis: ["5.2.3", "5.2.4", "5.2.5"], nsa: "Share the host's namespaces", cwe: [653, 668] },
  controls: [control],

  *check(pod) {
    for (const { field, gives } of sharedWithNode(pod)) {
      const at = [...pod.path, field];
      yield {
        level: "baseline",
        at,
        origin: "pod",
        containers: pod.containers,
        message: ({ who }) => `${field} is true: ${who} can reach ${gives}. Remove it.`,
        fix: fixFor(pod, field, at),
      };
    }
  },
};

function fixFor(pod: Pod, field: (typeof namespaces)[number]["field"], at: Path): Fix | Declined {
  const isHostProcess = pod.containers.some(({ effective }) => effective.windowsOptions.value?.hostProcess === true);
  if (field === "hostNetwork" && isHostProcess)
    return { declined: "HostProcess containers need the node's network: remove hostProcess first" };
  return {
    title: `Set ${field}: false`,
    safety: "review",
    risk: `fails if the process needs the node's ${field.slice("host".length)}`,
    patches: [{ op: "set", path: at, value: false }],
  };
}

function sharedWithNode(pod: Pod) {
  return namespaces.filter(({ field }) => pod[field]);
}
