import { type Container, isDeclared, type Pod } from "../pod/index.ts";
import type { Path } from "../yaml/index.ts";
import type { Control, Declined, Denial, Fix, Rule } from "./rule.ts";
import { levelIn } from "./support/admission.ts";
import { reviewFix, safeFix } from "./support/fixes.ts";
import { explainNonRootRefusal, runsAsNonRoot } from "./support/hardening.ts";
import { isOnPod, placeFor, siblingsOf } from "./support/placement.ts";
import { type Declaration, declarationsOf, isMistyped } from "./support/settings.ts";
import {
  describeOverride,
  enumerate,
  enumerateContainers,
  nameContainers,
  nameDeclarers,
  overriddenByAll,
} from "./support/wording.ts";

const control: Control = {
  id: "runAsNonRoot",
  level: "restricted",
  revisions: [
    { since: 0, check: denyRoot },
    { since: 35, check: (pod) => (pod.hostUsers === false ? undefined : denyRoot(pod)) },
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
    const level = levelIn(control, version);
    for (const { container, containers, origin, at } of falseDeclarations(pod)) {
      const onPod = container && pod.securityContext.runAsNonRoot;
      yield {
        level,
        at,
        origin,
        containers,
        message: (say) =>
          `runAsNonRoot is false here${describeOverride(pod, "runAsNonRoot", false, onPod, say)}: ` +
          `${explainFalse(containers, say.who)}. Set it to true.`,
        ...(onPod ? { related: [{ at: [...pod.context, "runAsNonRoot"], message: "The pod says true here." }] } : {}),
        fix: requireNonRoot(pod, containers, at),
      };
    }
    if (pod.securityContext.runAsNonRoot === false || isMistyped(pod, "runAsNonRoot")) return;
    const open = unprotectedContainers(pod).filter((container) => !isMistyped(container, "runAsNonRoot"));
    if (open.length === 0) return;
    const at = placeFor(pod, open, "runAsNonRoot");
    yield {
      level,
      at,
      origin: "default",
      containers: open,
      message: ({ who }) =>
        `runAsNonRoot is set neither on the pod nor in ${who}: ${explainUnset(open)}. ` +
        `Set runAsNonRoot: true ${isOnPod(pod, at) ? "on the pod" : "there"}.`,
      fix: requireNonRoot(pod, open, at),
    };
  },
};

function denyRoot(pod: Pod): Denial | undefined {
  const reason = "runAsNonRoot != true";
  const explicit = falseDeclarations(pod);
  if (explicit.length > 0)
    return { reason, detail: `${nameDeclarers(explicit)} must not set securityContext.runAsNonRoot=false` };
  const open = unprotectedContainers(pod);
  if (open.length === 0) return undefined;
  return { reason, detail: `pod or ${nameContainers(open)} must set securityContext.runAsNonRoot=true` };
}

function falseDeclarations(pod: Pod): Declaration<boolean>[] {
  return declarationsOf(pod, "runAsNonRoot").filter(({ value }) => !value);
}

/** Containers that say nothing themselves and are not covered by the pod. */
function unprotectedContainers(pod: Pod): Container[] {
  if (pod.securityContext.runAsNonRoot === true) return [];
  return pod.containers.filter(({ securityContext }) => securityContext.runAsNonRoot === undefined);
}

function explainFalse(containers: readonly Container[], who: string): string {
  if (containers.length === 0) return overriddenByAll;
  if (!containers.every(runsAsNonRoot))
    return `it lets ${who} run as root, which is root on the node for whoever breaks out`;
  const keeper = containers.some(declaresUser)
    ? "runAsUser keeps root out today"
    : `the image's user (${usersOf(containers)}) is not root today`;
  return `${keeper}, but Pod Security rejects the pod all the same`;
}

function explainUnset(containers: readonly Container[]): string {
  if (containers.every(runsAsNonRoot))
    return containers.some(declaresUser)
      ? "runAsUser keeps root out today, but Pod Security asks for both"
      : `the image's user (${usersOf(containers)}) is not root today, and nothing keeps it so`;
  const root = containers.filter(({ imageConfig, derived }) => imageConfig && derived.uid === 0);
  if (root.length === 0) return "nothing stops an image that runs as root";
  return `the image of ${enumerateContainers(root)} runs as root`;
}

function declaresUser({ effective }: Container): boolean {
  return isDeclared(effective.runAsUser);
}

/** `1000`, or `1000 and 2000` where images differ. */
function usersOf(containers: readonly Container[]): string {
  return enumerate([...new Set(containers.map(({ derived }) => String(derived.uid)))]);
}

function requireNonRoot(pod: Pod, containers: readonly Container[], path: Path): Fix | Declined {
  const refused = containers.filter((container) => explainNonRootRefusal(container) !== undefined);
  const [first] = refused;
  if (first)
    return {
      declined:
        `${explainNonRootRefusal(first)}, and the kubelet would not start ${enumerateContainers(refused)}: ` +
        "choose another user first (--run-as-user or fix.runAsUser)",
    };
  const title = "Set runAsNonRoot: true";
  const patch = { op: "set", path, value: true, among: siblingsOf(pod, path) } as const;
  // Windows ignores runAsUser.
  const isKnown = pod.runsOn === "linux" && pod.containers.length > 0 && containers.every(runsAsNonRoot);
  return isKnown ? safeFix(title, patch) : reviewFix(title, "fails to start if the image's user is root", patch);
}
