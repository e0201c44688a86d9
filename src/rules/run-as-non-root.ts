import { type Container, isDeclared, type Pod, readsPodContext } from "../pod/index.ts";
import type { Path } from "../yaml/index.ts";
import type { Control, Declined, Denial, Fix, Rule } from "./rule.ts";
import { runsAsOther, whyRefused } from "./support/hardening.ts";
import {
  denial,
  isMistyped,
  isOnPod,
  levelUnder,
  listed,
  named,
  overriddenByAll,
  overriding,
  type Setter,
  setBy,
  setters,
  siblings,
} from "./support/words.ts";

const check = (pod: Pod): Denial | undefined => {
  const explicit = explicitlyFalse(pod);
  if (explicit.length > 0) {
    return denial("runAsNonRoot != true", `${setBy(explicit)} must not set securityContext.runAsNonRoot=false`);
  }
  const missing = unprotected(pod);
  if (missing.length === 0) return undefined;
  return denial("runAsNonRoot != true", `pod or ${named(missing)} must set securityContext.runAsNonRoot=true`);
};

const control: Control = {
  id: "runAsNonRoot",
  level: "restricted",
  revisions: [
    { since: 0, check },
    { since: 35, check: (pod) => (pod.hostUsers === false ? undefined : check(pod)) },
  ],
};

export const runAsNonRoot: Rule = {
  id: "run-as-non-root",
  summary: "Containers must be required to run as a user other than root.",
  level: "restricted",
  references: { cis: ["5.2.7"], nsa: "Non-root containers", cwe: [250] },
  controls: [control],

  *check(pod, { version }) {
    if (pod.hostUsers === false && version.minor >= 35) return;
    const level = levelUnder(control, version);
    for (const { container, at } of explicitlyFalse(pod)) {
      const containers = container
        ? [container]
        : pod.containers.filter(({ effective }) => effective.runAsNonRoot.origin === "pod");
      const onPod = container && pod.securityContext.runAsNonRoot;
      yield {
        level,
        at,
        origin: container ? "container" : "pod",
        containers,
        message: (say) =>
          `runAsNonRoot is false here${overriding(pod, "runAsNonRoot", false, onPod, say)}: ` +
          `${whyNotFalse(containers, say.who)}. Set it to true.`,
        ...(onPod ? { related: [{ at: [...pod.context, "runAsNonRoot"], message: "The pod says true here." }] } : {}),
        fix: fixFor(pod, containers, at),
      };
    }
    if (pod.securityContext.runAsNonRoot === false || isMistyped(pod, "runAsNonRoot")) return;
    const missing = unprotected(pod).filter((container) => !isMistyped(container, "runAsNonRoot"));
    if (missing.length === 0) return;
    const at = placeFor(pod, missing, "runAsNonRoot");
    yield {
      level,
      at,
      origin: "default",
      containers: missing,
      message: ({ who }) =>
        `runAsNonRoot is set neither on the pod nor in ${who}: ` +
        `${whyNotUnset(missing)}. ` +
        `Set runAsNonRoot: true ${isOnPod(pod, at) ? "on the pod" : "there"}.`,
      fix: fixFor(pod, missing, at),
    };
  },
};

function explicitlyFalse(pod: Pod): Setter<boolean>[] {
  const declared = setters(
    pod,
    "runAsNonRoot",
    pod.securityContext.runAsNonRoot,
    ({ securityContext }) => securityContext.runAsNonRoot,
  );
  return declared.filter(({ value }) => !value);
}

function whyNotUnset(containers: readonly Container[]): string {
  if (containers.every(runsAsOther)) {
    return containers.some(({ effective }) => isDeclared(effective.runAsUser))
      ? "runAsUser keeps root out today, but Pod Security asks for both"
      : `the image's user (${userOf(containers)}) is not root today, and nothing keeps it so`;
  }
  const root = containers.filter(({ imageConfig, derived }) => imageConfig && derived.uid === 0);
  if (root.length === 0) return "nothing stops an image that runs as root";
  return `the image of ${root.length === 1 ? "container" : "containers"} ${listed(root.map(({ name }) => `"${name}"`))} runs as root`;
}

/** `1000`, or `1000 and 2000` where images differ. */
function userOf(containers: readonly Container[]): string {
  return listed([...new Set(containers.map(({ derived }) => String(derived.uid)))]);
}

function whyNotFalse(containers: readonly Container[], who: string): string {
  if (containers.length === 0) return overriddenByAll;
  if (containers.every(runsAsOther)) {
    const keeper = containers.some(({ effective }) => isDeclared(effective.runAsUser))
      ? "runAsUser keeps root out today"
      : `the image's user (${userOf(containers)}) is not root today`;
    return `${keeper}, but Pod Security rejects the pod all the same`;
  }
  return `it lets ${who} run as root, which is root on the node for whoever breaks out`;
}

/** Containers that say nothing themselves and are not covered by the pod. */
function unprotected(pod: Pod): Container[] {
  if (pod.securityContext.runAsNonRoot === true) return [];
  return pod.containers.filter(({ securityContext }) => securityContext.runAsNonRoot === undefined);
}

/** Where a missing field belongs: on the pod, once; in the container where only one of several lacks it, or where the kind reads no pod's context. */
export function placeFor(pod: Pod, missing: readonly Container[], field: string): Path {
  const [only] = missing;
  const owner =
    only && missing.length === 1 && (pod.containers.length > 1 || !readsPodContext(pod.workload)) ? only : pod;
  return [...owner.context, field];
}

function fixFor(pod: Pod, containers: readonly Container[], at: Path): Fix | Declined {
  const refused = containers.filter((container) => whyRefused(container) !== undefined);
  const [first] = refused;
  if (first) {
    const which = `${refused.length === 1 ? "container" : "containers"} ${listed(refused.map(({ name }) => `"${name}"`))}`;
    return {
      declined: `${whyRefused(first)}, and the kubelet would not start ${which}: choose another user first (--run-as-user or fix.runAsUser)`,
    };
  }
  // Windows passes over runAsUser.
  const isKnown = pod.os !== "windows" && pod.containers.length > 0 && containers.every(runsAsOther);
  return {
    title: "Set runAsNonRoot: true",
    safety: isKnown ? "safe" : "review",
    risk: isKnown ? null : "fails to start if the image's user is root",
    patches: [{ op: "set", path: at, value: true, among: siblings(pod, at) }],
  };
}
