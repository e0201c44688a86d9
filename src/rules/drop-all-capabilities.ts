import { boundingSet, type Container, type Pod } from "../pod/index.ts";
import type { Patch } from "../yaml/index.ts";
import { forbiddenAdds } from "./added-capabilities.ts";
import type { Control, Declined, Fix, FixOptions, Rule } from "./rule.ts";
import { denial, isMistyped, levelUnder, listed, named, siblings } from "./support/words.ts";

/** Both halves of the control; the adds are the rule `added-capabilities`' to report. */
const check = (pod: Pod) => {
  const keeping = pod.containers.filter(keepsDefaults);
  const drop = keeping.length > 0 ? [`${named(keeping)} must set securityContext.capabilities.drop=["ALL"]`] : [];
  const adds = forbiddenAdds(pod, (name) => name !== "NET_BIND_SERVICE");
  const details = [...drop, ...(adds ? [adds.detail] : [])];
  return details.length > 0 ? denial("unrestricted capabilities", details.join("; ")) : undefined;
};

const control: Control = {
  id: "capabilities_restricted",
  level: "restricted",
  overrides: ["capabilities_baseline"],
  revisions: [
    { since: 22, check },
    { since: 25, check: (pod) => (pod.os === "windows" ? undefined : check(pod)) },
  ],
};

export const dropAllCapabilities: Rule = {
  id: "drop-all-capabilities",
  summary: "Containers must drop ALL capabilities.",
  level: "restricted",
  references: { cis: ["5.2.8", "5.2.9"], cwe: [250, 1188] },
  controls: [control],

  *check(pod, { version, fix }) {
    if (pod.os === "windows") return;
    const opensPorts = portOpener(pod);
    for (const container of pod.containers.filter(keepsDefaults)) {
      if (isMistyped(container, "capabilities", "drop")) continue;
      const { origin, path } = container.effective.capabilities;
      const spelling = container.securityContext.capabilities?.drop?.find((name) => name.toUpperCase() === "ALL");
      yield {
        level: levelUnder(control, version),
        at: [...path, "drop"],
        // Capabilities without a list of drops leave that list out.
        origin: container.securityContext.capabilities?.drop ? origin : "default",
        containers: [container],
        message: ({ who }) =>
          spelling
            ? `capabilities.drop says "${spelling}", which Pod Security does not take for "ALL": it counts as if ${who} dropped nothing. Write "ALL".`
            : `capabilities.drop does not hold "ALL": ${kept(container, who)}. Drop ALL, and add back only what the process needs.`,
        fix: fixFor(pod, container, bindsAsRoot(container, fix) ? bindService : opensPorts),
        // What it adds, and what privileged gives it, are for other rules to report.
        extent: boundingSet({ drop: container.securityContext.capabilities?.drop ?? [] }, false),
      };
    }
  },
};

function keepsDefaults({ securityContext }: Container): boolean {
  return !securityContext.capabilities?.drop?.includes("ALL");
}

function kept({ derived: { capabilities, privileged } }: Container, who: string): string {
  if (privileged) return `that leaves ${who} with every capability there is`;
  const shown = capabilities.slice(0, 3);
  const rest = capabilities.length - shown.length;
  if (shown.length === 0) return `that leaves ${who} with nothing today, but Pod Security asks for ALL`;
  const names =
    rest > 0 ? `${shown.join(", ")} and ${rest} more ${rest === 1 ? "capability" : "capabilities"}` : listed(shown);
  return `that leaves ${who} with ${names}, ${capabilities.length > 1 ? "each " : ""}a tool for an intruder`;
}

/** What a container needs beside the drop to go on binding its ports below 1024. */
type PortPatches = (container: Container) => { readonly patches: readonly Patch[]; readonly says: string };

function fixFor(pod: Pod, container: Container, keepPorts: PortPatches): Fix | Declined {
  if (container.derived.privileged) {
    return { declined: "a privileged container has every capability, whatever it drops: remove privileged first" };
  }
  const { path } = container.effective.capabilities;
  const { drop = [] } = container.securityContext.capabilities ?? {};
  const variant = drop.findIndex((name) => name.toUpperCase() === "ALL");
  const dropAll =
    variant === -1
      ? ({ op: "append", path: [...path, "drop"], value: "ALL", among: siblings(pod, path) } as const)
      : ({ op: "set", path: [...path, "drop", variant], value: "ALL" } as const);
  // What it does without today it needs no more tomorrow.
  const needsPorts = lowPorts(container).length > 0 && container.derived.capabilities.includes("NET_BIND_SERVICE");
  const ports = needsPorts ? keepPorts(container) : { patches: [], says: "" };
  return {
    title: `Drop ALL capabilities${ports.says}`,
    safety: "review",
    risk: "fails if the process changes file owners or users, or opens raw sockets, as root",
    patches: [dropAll, ...ports.patches],
  };
}

/** Only root gets to use an added capability: another process has none, whatever is added. */
function bindsAsRoot({ derived }: Container, { runAsUser }: FixOptions): boolean {
  return derived.uid === 0 && runAsUser === undefined;
}

const bindService: PortPatches = ({ effective, securityContext }) => {
  const { add = [] } = securityContext.capabilities ?? {};
  if (add.includes("NET_BIND_SERVICE")) return { patches: [], says: "" };
  const patch: Patch = { op: "append", path: [...effective.capabilities.path, "add"], value: "NET_BIND_SERVICE" };
  return { patches: [patch], says: " but NET_BIND_SERVICE, for its ports below 1024" };
};

const unprivilegedPorts = "net.ipv4.ip_unprivileged_port_start";

/** The safe sysctl that lets every user of the pod bind any port; once for the pod. The node's own network keeps the node's setting. */
function portOpener({ context, hostNetwork, isPodSpec, securityContext }: Pod): PortPatches {
  let isOpen =
    hostNetwork || !isPodSpec || (securityContext.sysctls ?? []).some(({ name }) => name === unprivilegedPorts);
  return () => {
    if (isOpen) return { patches: [], says: "" };
    isOpen = true;
    const patch: Patch = {
      op: "append",
      path: [...context, "sysctls"],
      value: { name: unprivilegedPorts, value: "0" },
    };
    return { patches: [patch], says: `, and let other users bind ports below 1024 (sysctl ${unprivilegedPorts})` };
  };
}

/** Ports that only root or NET_BIND_SERVICE may listen on: those of the manifest, and those that the image exposes. */
function lowPorts({ spec, imageConfig }: Container): number[] {
  const declared = (Array.isArray(spec.ports) ? spec.ports : []).map((port) => port?.containerPort);
  const exposed = (imageConfig?.ports ?? []).map((port) => Number.parseInt(port, 10));
  return [...declared, ...exposed].filter((port) => typeof port === "number" && port > 0 && port < 1024);
}
