import { type Container, computeBoundingSet, type Level, type Pod } from "../pod/index.ts";
import type { Patch } from "../yaml/index.ts";
import type { Control, Declined, Denial, Fix, Rule } from "./rule.ts";
import { levelIn } from "./support/admission.ts";
import { denyAdds, describeNeeds, keepNeeded } from "./support/capabilities.ts";
import { isMistyped } from "./support/declarations.ts";
import { reviewFix, safeFix } from "./support/fixes.ts";
import { capableProgramsOf } from "./support/image-programs.ts";
import { siblingsOf } from "./support/placement.ts";
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

  *check(pod, { version, enforced }) {
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
            : `capabilities.drop does not hold "ALL": ${describeRest(container, who)}`,
        fix: dropAll(pod, container, enforced),
        // What a container adds, and what privileged gives it, are for other rules to report.
        extent: (each) => computeBoundingSet({ drop: each?.securityContext.capabilities?.drop ?? [] }, false),
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

/** What the container has without it, and what to do. */
function describeRest({ derived, securityContext }: Container, who: string): string {
  const capabilities = derived.capabilities ?? computeBoundingSet(securityContext.capabilities ?? {}, false);
  if (derived.privileged)
    return `privileged gives ${who} every capability there is, whatever it drops. Remove privileged, and drop ALL.`;
  const step = "Drop ALL, and add back only what the process needs.";
  if (capabilities.length === 0)
    return `that leaves ${who} without any capability today, but Pod Security asks for ALL. ${step}`;
  const shown = capabilities.slice(0, 3);
  const rest = capabilities.length - shown.length;
  const names =
    rest > 0 ? `${shown.join(", ")} and ${rest} more ${rest === 1 ? "capability" : "capabilities"}` : enumerate(shown);
  return `that leaves ${who} with ${names}, ${capabilities.length > 1 ? "each " : ""}a tool for an intruder. ${step}`;
}

function dropAll(pod: Pod, container: Container, enforced: Level): Fix | Declined {
  if (container.derived.privileged)
    return { declined: "a privileged container has every capability, whatever it drops: remove privileged first" };
  const { path } = container.effective.capabilities;
  const { add = [], drop = [] } = container.securityContext.capabilities ?? {};
  const misspelt = drop.findIndex(isAllMisspelt);
  // Every runtime takes the word in any case: nothing changes but the answer of Pod Security.
  if (misspelt !== -1) return safeFix("Write ALL", { op: "set", path: [...path, "drop", misspelt], value: "ALL" });
  const kept = keepNeeded(container, { add, drop }, enforced);
  if ("declined" in kept) return kept;
  const keeping = kept.length > 0 ? ` but ${describeNeeds(kept)}` : "";
  return reviewFix(
    `Drop ALL capabilities${keeping}`,
    describeRisk(container),
    { op: "append", path: [...path, "drop"], value: "ALL", among: siblingsOf(pod, path) },
    ...kept.map(({ name }): Patch => ({ op: "append", path: [...path, "add"], value: name })),
  );
}

/** What stops a container without capabilities. Layers tell which of the image's programs can't be executed then; without them, nobody knows. */
function describeRisk(container: Container): string {
  const asRoot = "fails if the process changes file owners or users, or opens raw sockets, as root";
  if (!container.imageConfig?.fileCapabilities) return `${asRoot}, or if its program carries other file capabilities`;
  const byName = new Map(
    capableProgramsOf(container).others.map(({ path, capabilities }) => [
      path.slice(path.lastIndexOf("/")),
      { path, capabilities },
    ]),
  );
  const programs = [...byName.values()].slice(0, 3);
  if (programs.length === 0) return asRoot;
  const carrying = programs.map(({ path, capabilities }) => `${path}, which carries ${enumerate(capabilities)}`);
  return `${asRoot}, or if it starts ${carrying.join(", or ")}`;
}
