import type { Container, Control, Declined, Denial, Fix, Path, Pod, Rule } from "../types.ts";
import { denial, isOnPod, levelUnder, named, overriding, type Setter, setBy, setters, siblings } from "./rule.ts";

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

  *check(pod, { version, fix }) {
    if (pod.hostUsers === false && version.minor >= 35) return;
    const level = levelUnder(control, version);
    for (const { container, at } of explicitlyFalse(pod)) {
      const containers = container ? [container] : pod.containers.filter(({ effective }) => effective.runAsNonRoot.origin === "pod");
      const inherited = container && pod.securityContext.runAsNonRoot;
      yield {
        level,
        at,
        origin: container ? "container" : "pod",
        containers,
        message: (say) =>
          `runAsNonRoot is false here${overriding(pod, "runAsNonRoot", inherited, say)}: ` +
          (containers.length > 0
            ? `${say.who} may run as root, which is root on the node for whoever breaks out. Set it to true.`
            : "every container overrides it, but Pod Security rejects the pod all the same. Set it to true."),
        ...(inherited ? { related: [{ at: [...pod.context, "runAsNonRoot"], message: "The pod says true here." }] } : {}),
        fix: fixFor(pod, containers, at, fix.runAsUser),
      };
    }
    const missing = unprotected(pod);
    if (missing.length === 0 || pod.securityContext.runAsNonRoot === false) return;
    const at = placeFor(pod, missing, "runAsNonRoot");
    yield {
      level,
      at,
      origin: "default",
      containers: missing,
      message: ({ who }) =>
        `runAsNonRoot is set neither on the pod nor in ${who}: nothing stops an image that runs as root. ` +
        `Set runAsNonRoot: true${isOnPod(pod, at) ? " on the pod" : ""}.`,
      fix: fixFor(pod, missing, at, fix.runAsUser),
    };
  },
};

function explicitlyFalse(pod: Pod): Setter<boolean>[] {
  const declared = setters(pod, "runAsNonRoot", pod.securityContext.runAsNonRoot, ({ securityContext }) => securityContext.runAsNonRoot);
  return declared.filter(({ value }) => !value);
}

/** Containers that say nothing themselves and are not covered by the pod. */
function unprotected(pod: Pod): Container[] {
  if (pod.securityContext.runAsNonRoot === true) return [];
  return pod.containers.filter(({ securityContext }) => securityContext.runAsNonRoot === undefined);
}

/** Where a missing field belongs: on the pod, once; in the container where it is the only one of several that lacks it. */
export function placeFor(pod: Pod, missing: readonly Container[], field: string): Path {
  const [only] = missing;
  const owner = only && missing.length === 1 && pod.containers.length > 1 ? only : pod;
  return [...owner.context, field];
}

function fixFor(pod: Pod, containers: readonly Container[], at: Path, configuredUser: number | undefined): Fix | Declined {
  const root = containers.filter(({ derived }) => derived.uid === 0);
  if (root.length > 0 && configuredUser === undefined) {
    return { declined: `runAsUser is 0 in ${named(root)}: the kubelet would not start it. Choose a user id first (--run-as-user)` };
  }
  const isKnown = pod.containers.length > 0 && containers.every(({ derived }) => derived.uid !== null && derived.uid !== 0);
  return {
    title: "Set runAsNonRoot: true",
    safety: isKnown ? "safe" : "review",
    risk: isKnown ? null : "fails to start if the image's user is root",
    patches: [{ op: "set", path: at, value: true, among: siblings(pod, at) }],
  };
}
