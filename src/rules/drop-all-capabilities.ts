import { type Container, computeBoundingSet, type Pod } from "../pod/index.ts";
import { isFields, isList, type Patch } from "../yaml/index.ts";
import type { Control, Declined, Denial, Fix, FixOptions, Rule } from "./rule.ts";
import { levelIn } from "./support/admission.ts";
import { denyAdds } from "./support/capabilities.ts";
import { reviewFix } from "./support/fixes.ts";
import { siblingsOf } from "./support/placement.ts";
import { isMistyped } from "./support/settings.ts";
import { enumerate, nameContainers } from "./support/wording.ts";

const control: Control = {
  id: "capabilities_restricted",
  level: "restricted",
  overrides: ["capabilities_baseline"],
  revisions: [
    { since: 22, check: denyCapabilities },
    { since: 25, check: (pod) => (pod.os === "windows" ? undefined : denyCapabilities(pod)) },
  ],
};

export const dropAllCapabilities: Rule = {
  id: "drop-all-capabilities",
  summary: "Containers must drop ALL capabilities.",
  level: "restricted",
  references: { cis: ["5.2.8", "5.2.9"], cwe: [250, 1188] },
  controls: [control],

  *check(pod, { version, fix }) {
    if (pod.runsOn === "windows") return;
    const openPorts = makePortOpener(pod);
    for (const container of pod.containers.filter(keepsDefaults)) {
      if (isMistyped(container, "capabilities", "drop")) continue;
      const { origin, path } = container.effective.capabilities;
      const { drop } = container.securityContext.capabilities ?? {};
      const spelling = drop?.find(isAllMisspelt);
      yield {
        level: levelIn(control, version),
        at: [...path, "drop"],
        origin: drop ? origin : "default",
        containers: [container],
        message: ({ who }) =>
          spelling
            ? `capabilities.drop says "${spelling}", which Pod Security does not take for "ALL": it counts as if ${who} dropped nothing. Write "ALL".`
            : `capabilities.drop does not hold "ALL": ${describeRest(container, who)}. Drop ALL, and add back only what the process needs.`,
        fix: dropAll(pod, container, bindsAsRoot(container, fix) ? addBindService : openPorts),
        // What a container adds, and what privileged gives it, are for other rules to report.
        extent: computeBoundingSet({ drop: drop ?? [] }, false),
      };
    }
  },
};

/** Both halves of the control; the adds are the rule `added-capabilities`' to report. */
function denyCapabilities(pod: Pod): Denial | undefined {
  const keeping = pod.containers.filter(keepsDefaults);
  const drops = `${nameContainers(keeping)} must set securityContext.capabilities.drop=["ALL"]`;
  const adds = denyAdds(pod, (name) => name !== "NET_BIND_SERVICE");
  const details = [...(keeping.length > 0 ? [drops] : []), ...(adds ? [adds.detail] : [])];
  return details.length > 0 ? { reason: "unrestricted capabilities", detail: details.join("; ") } : undefined;
}

function keepsDefaults({ securityContext }: Container): boolean {
  return !securityContext.capabilities?.drop?.includes("ALL");
}

function isAllMisspelt(name: string): boolean {
  return name !== "ALL" && name.toUpperCase() === "ALL";
}

function describeRest({ derived }: Container, who: string): string {
  const capabilities = derived.capabilities ?? [];
  if (derived.privileged) return `that leaves ${who} with every capability there is`;
  if (capabilities.length === 0)
    return `that leaves ${who} without any capability today, but Pod Security asks for ALL`;
  const shown = capabilities.slice(0, 3);
  const rest = capabilities.length - shown.length;
  const names =
    rest > 0 ? `${shown.join(", ")} and ${rest} more ${rest === 1 ? "capability" : "capabilities"}` : enumerate(shown);
  return `that leaves ${who} with ${names}, ${capabilities.length > 1 ? "each " : ""}a tool for an intruder`;
}

/** What lets a container go on listening on its ports below 1024 without its other capabilities, and how the title says so. */
type KeepPorts = (container: Container) => { readonly patches: readonly Patch[]; readonly title: string };

function dropAll(pod: Pod, container: Container, keepPorts: KeepPorts): Fix | Declined {
  if (container.derived.privileged)
    return { declined: "a privileged container has every capability, whatever it drops: remove privileged first" };
  const { path } = container.effective.capabilities;
  const { drop = [] } = container.securityContext.capabilities ?? {};
  const misspelt = drop.findIndex(isAllMisspelt);
  const patch: Patch =
    misspelt === -1
      ? { op: "append", path: [...path, "drop"], value: "ALL", among: siblingsOf(pod, path) }
      : { op: "set", path: [...path, "drop", misspelt], value: "ALL" };
  // A container that can't bind such ports today does not have to tomorrow.
  const bindsPorts = hasLowPort(container) && container.derived.capabilities?.includes("NET_BIND_SERVICE");
  const ports = bindsPorts ? keepPorts(container) : { patches: [], title: "" };
  return reviewFix(
    `Drop ALL capabilities${ports.title}`,
    "fails if the process changes file owners or users, or opens raw sockets, as root",
    patch,
    ...ports.patches,
  );
}

/** Only root gets to use an added capability: another process has none, whatever is added. */
function bindsAsRoot({ derived }: Container, { runAsUser }: FixOptions): boolean {
  return derived.uid === 0 && runAsUser === undefined;
}

const addBindService: KeepPorts = ({ effective, securityContext }) => {
  if (securityContext.capabilities?.add?.includes("NET_BIND_SERVICE")) return { patches: [], title: "" };
  const path = [...effective.capabilities.path, "add"];
  return {
    patches: [{ op: "append", path, value: "NET_BIND_SERVICE" }],
    title: " but NET_BIND_SERVICE, for its ports below 1024",
  };
};

const unprivilegedPorts = "net.ipv4.ip_unprivileged_port_start";

/** Sets the safe sysctl that lets every user of the pod bind any port; once for the pod. On the node's own network the node's setting counts. */
function makePortOpener({ context, hostNetwork, isPodSpec, securityContext }: Pod): KeepPorts {
  let isOpen =
    hostNetwork || !isPodSpec || (securityContext.sysctls ?? []).some(({ name }) => name === unprivilegedPorts);
  return () => {
    if (isOpen) return { patches: [], title: "" };
    isOpen = true;
    const value = { name: unprivilegedPorts, value: "0" };
    return {
      patches: [{ op: "append", path: [...context, "sysctls"], value }],
      title: `, and let other users bind ports below 1024 (sysctl ${unprivilegedPorts})`,
    };
  };
}

/** Whether the manifest or the image declares a port that only root or NET_BIND_SERVICE may listen on. */
function hasLowPort({ spec, imageConfig }: Container): boolean {
  const declared = isList(spec.ports) ? spec.ports.filter(isFields).map(({ containerPort }) => containerPort) : [];
  const exposed = (imageConfig?.ports ?? []).map((port) => Number.parseInt(port, 10));
  return [...declared, ...exposed].some((port) => typeof port === "number" && port > 0 && port < 1024);
}
