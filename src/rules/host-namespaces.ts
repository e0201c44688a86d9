import type { Pod } from "../pod/index.ts";
import { type Path, valueAt } from "../yaml/index.ts";
import type { Control, Declined, Denial, Fix, Rule } from "./rule.ts";
import { reviewFix } from "./support/fixes.ts";
import { oneOf } from "./support/named-values.ts";
import { programsOf } from "./support/programs.ts";
import { volumesIn } from "./support/volumes.ts";

const hostFields = [
  {
    field: "hostNetwork",
    shares: "network",
    gives: "every network interface of the node, and what listens on its loopback address",
  },
  { field: "hostPID", shares: "processes", gives: "every process on the node, to watch and to signal" },
  { field: "hostIPC", shares: "shared memory", gives: "the shared memory of the processes on the node" },
] as const;
type HostField = (typeof hostFields)[number];

const control: Control = {
  id: "hostNamespaces",
  level: "baseline",
  revisions: [{ since: 0, check: denyHostNamespaces }],
};

export const hostNamespaces: Rule = {
  id: "host-namespaces",
  summary: "Pods must not share the node's network, process or IPC namespace.",
  level: "baseline",
  references: { cis: ["5.2.3", "5.2.4", "5.2.5"], nsa: "Share the host's namespaces", cwe: [653, 668] },
  controls: [control],
  values: oneOf(...hostFields.map(({ field }) => field)),

  *check(pod) {
    for (const shared of sharedNamespaces(pod)) {
      const { field, gives } = shared;
      const at = [...pod.path, field];
      yield {
        level: "baseline",
        at,
        origin: "pod",
        containers: pod.containers,
        message: ({ who }) => `${field} is true: ${who} can reach ${gives}. Remove it.`,
        fix: leaveNamespace(pod, shared, at),
        value: field,
      };
    }
  },
};

function denyHostNamespaces(pod: Pod): Denial | undefined {
  const shared = sharedNamespaces(pod).map(({ field }) => `${field}=true`);
  return shared.length > 0 ? { reason: "host namespaces", detail: shared.join(", ") } : undefined;
}

function sharedNamespaces(pod: Pod) {
  return hostFields.filter(({ field }) => pod[field]);
}

function leaveNamespace(pod: Pod, { field, shares }: HostField, path: Path): Fix | Declined {
  const isHostProcess = pod.containers.some(({ effective }) => effective.windowsOptions.value?.hostProcess === true);
  if (field === "hostNetwork" && isHostProcess)
    return { declined: "HostProcess containers need the node's network: remove hostProcess first" };
  const need =
    field === "hostNetwork" ? explainNetworkNeed(pod) : field === "hostPID" ? explainPidNeed(pod) : undefined;
  if (need !== undefined) return { declined: need };
  return reviewFix(`Set ${field}: false`, `fails if the process needs the node's ${shares}`, {
    op: "set",
    path,
    value: false,
  });
}

/** Where network plugins and the node's firewall keep what pods with a network of their own have no use for. */
const networkFolders = ["/etc/cni", "/opt/cni", "/var/lib/cni", "/run/xtables.lock"];

/** What in the manifest sets up the node's own network, as a clause. */
function explainNetworkNeed(pod: Pod): string | undefined {
  const folder = hostPathsOf(pod).find((path) => networkFolders.some((each) => `${path}/`.startsWith(`${each}/`)));
  return folder && `the pod mounts ${folder} of the node: it sets up the node's network, and needs it`;
}

function explainPidNeed(pod: Pod): string | undefined {
  const container = pod.containers.find((each) => programsOf(each).some(({ name }) => name === "nsenter"));
  return container && `container "${container.name}" runs nsenter, which needs the node's processes`;
}

function hostPathsOf(pod: Pod): string[] {
  const paths = volumesIn(pod).map(({ fields }) => valueAt(fields, ["hostPath", "path"]));
  return paths.filter((path) => typeof path === "string");
}
