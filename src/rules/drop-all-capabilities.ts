import type { Container, Control, Declined, Fix, Pod, Rule } from "../types.ts";
import { forbiddenAdds } from "./added-capabilities.ts";
import { denial, isMistyped, levelUnder, listed, named, siblings } from "./rule.ts";

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
        fix: fixFor(pod, container, fix.runAsUser !== undefined),
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

function fixFor(pod: Pod, container: Container, changesUser: boolean): Fix | Declined {
  if (container.derived.privileged) {
    return { declined: "a privileged container has every capability, whatever it drops: remove privileged first" };
  }
  const { path } = container.effective.capabilities;
  const { add = [], drop = [] } = container.securityContext.capabilities ?? {};
  const variant = drop.findIndex((name) => name.toUpperCase() === "ALL");
  const dropAll =
    variant === -1
      ? ({ op: "append", path: [...path, "drop"], value: "ALL", among: siblings(pod, path) } as const)
      : ({ op: "set", path: [...path, "drop", variant], value: "ALL" } as const);
  // Only root gets to use it: a non-root process has no capabilities, whatever is added.
  const bindsLowPort = container.derived.uid === 0 && !changesUser && lowPorts(container).length > 0;
  const addsBind = bindsLowPort && !add.includes("NET_BIND_SERVICE");
  return {
    title: "Drop ALL capabilities",
    safety: "review",
    risk: "fails if the process changes file owners or users, or opens raw sockets, as root",
    patches: addsBind ? [dropAll, { op: "append", path: [...path, "add"], value: "NET_BIND_SERVICE" }] : [dropAll],
  };
}

function lowPorts({ spec }: Container): number[] {
  const ports = Array.isArray(spec.ports) ? spec.ports : [];
  return ports.map((port) => port?.containerPort).filter((port) => typeof port === "number" && port > 0 && port < 1024);
}
