import { type Container, isDeclared, type Pod } from "../pod/index.ts";
import type { Path } from "../yaml/index.ts";
import type { Control, Declined, Denial, Fix, FixOptions, Rule, Say } from "./rule.ts";
import { levelIn } from "./support/admission.ts";
import { type Declaration, declarationsOf, isMistyped, podDeclaration } from "./support/declarations.ts";
import { reviewFix, safeFix } from "./support/fixes.ts";
import { explainNonRootRefusal, explainRootNeed, runsAsNonRoot } from "./support/hardening.ts";
import { nameIdPlace } from "./support/ids.ts";
import { isOnPod, placeFor, siblingsOf } from "./support/placement.ts";
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

  *check(pod, { version, fix }) {
    if (pod.hostUsers === false && version.minor >= 35) return;
    const level = levelIn(control, version);
    for (const { container, containers, origin, at } of falseDeclarations(pod)) {
      const onPod = container && podDeclaration(pod, "runAsNonRoot");
      yield {
        level,
        at,
        origin,
        containers,
        message: (say) =>
          `runAsNonRoot is false here${describeOverride(pod, "runAsNonRoot", false, onPod, say)}: ` +
          `${explainFalse(pod, say)}. Set it to true.`,
        ...(onPod ? { related: [{ at: [...pod.context, "runAsNonRoot"], message: "The pod says true here." }] } : {}),
        fix: requireNonRoot(pod, containers, at, fix),
        extent: mayBeRoot,
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
      message: ({ who, containers }) =>
        `runAsNonRoot is set neither on the pod nor in ${who}: ${explainUnset(pod, containers)}. ` +
        `Set runAsNonRoot: true ${isOnPod(pod, at) ? "on the pod" : "there"}.`,
      fix: requireNonRoot(pod, open, at, fix),
      extent: mayBeRoot,
    };
  },
};

/** It goes further for a container whose user is root, or whoever the image chooses: one that declares another user is held by that. */
function mayBeRoot(container: Container | undefined): readonly string[] {
  if (!container || runsAsNonRoot(container) || container.effective.runAsUser.placeholder !== undefined) return [];
  return ["root"];
}

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

/** What the two systems call it: the user that must not be, the field that chooses another, and how to set that. */
const words = {
  linux: {
    root: "root",
    danger: "root, which is root on the node for whoever breaks out",
    field: "runAsUser",
    choice: (fix: FixOptions) => `choose another user first (${nameIdPlace(fix, "runAsUser")})`,
  },
  windows: {
    root: "ContainerAdministrator",
    danger: "ContainerAdministrator, who may do everything in the container",
    field: "runAsUserName",
    choice: () => "choose another windowsOptions.runAsUserName first",
  },
} as const;

function explainFalse({ runsOn }: Pod, { containers, who }: Say): string {
  if (containers.length === 0) return overriddenByAll;
  const { root, danger, field } = words[runsOn];
  if (!containers.every(runsAsNonRoot)) return `it lets ${who} run as ${danger}`;
  const keeper = containers.some(declaresUser)
    ? `${field} keeps ${root} out today`
    : `the image's user (${usersOf(containers)}) is not ${root} today`;
  return `${keeper}, but Pod Security rejects the pod all the same`;
}

function explainUnset({ runsOn }: Pod, containers: readonly Container[]): string {
  const { root, field } = words[runsOn];
  if (containers.every(runsAsNonRoot))
    return containers.some(declaresUser)
      ? `${field} keeps ${root} out today, but Pod Security asks for both`
      : `the image's user (${usersOf(containers)}) is not ${root} today, and nothing keeps it so`;
  const rooted = containers.filter((container) => container.imageConfig && isRoot(container));
  if (rooted.length === 0) return `nothing stops an image that runs as ${root}`;
  return `the image of ${enumerateContainers(rooted)} runs as ${root}`;
}

function isRoot(container: Container): boolean {
  const { uid, userName } = container.derived;
  return uid === 0 || (userName !== null && !runsAsNonRoot(container));
}

function declaresUser({ effective, runsOn }: Container): boolean {
  return runsOn === "windows"
    ? effective.windowsOptions.value?.runAsUserName !== undefined
    : isDeclared(effective.runAsUser);
}

/** `1000`, or `1000 and 2000` where images differ. */
function usersOf(containers: readonly Container[]): string {
  return enumerate([...new Set(containers.map(({ derived }) => derived.userName ?? String(derived.uid)))]);
}

function requireNonRoot(pod: Pod, containers: readonly Container[], path: Path, options: FixOptions): Fix | Declined {
  const { root, choice } = words[pod.runsOn];
  const refusal = containers.map(explainNonRootRefusal).find((each) => each !== undefined);
  if (refusal !== undefined) {
    const refused = containers.filter((container) => explainNonRootRefusal(container) === refusal);
    return {
      declined: `${refusal}, and the kubelet would not start ${enumerateContainers(refused)}: ${choice(options)}`,
    };
  }
  const need = containers.map((each) => explainRootNeed(pod, each)).find((each) => each !== undefined);
  if (need !== undefined) return { declined: need };
  const title = "Set runAsNonRoot: true";
  const patch = { op: "set", path, value: true, among: siblingsOf(pod, path) } as const;
  const isKnown = pod.containers.length > 0 && containers.every(runsAsNonRoot);
  return isKnown ? safeFix(title, patch) : reviewFix(title, `fails to start if the image's user is ${root}`, patch);
}
