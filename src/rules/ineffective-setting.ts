import { allCapabilities, type Container, featureGates, type KubernetesVersion, type Pod } from "../pod/index.ts";
import type { Declined, Fix, Rule, Violation } from "./rule.ts";
import { findUndoingDrop, plainName, whichOfTwo } from "./support/capabilities.ts";
import { deadAnnotationsOn } from "./support/dead-annotations.ts";
import { containersAt } from "./support/declarations.ts";
import { reviewFix, safeFix } from "./support/fixes.ts";
import { checkMisplacedAnnotations } from "./support/misplaced-annotations.ts";

export const ineffectiveSetting: Rule = {
  id: "ineffective-setting",
  summary: "Every setting must do what its author wanted.",
  level: "privileged",
  mode: "warn",
  references: { cwe: [1188] },
  controls: [],

  *check(pod, { version }) {
    if (!pod.isPodSpec) return;
    yield* checkGates(pod, version);
    yield* checkAnnotations(pod, version);
    yield* checkMisplacedAnnotations(pod, version.minor);
    for (const container of pod.containers) {
      const { add = [], drop = [] } = container.securityContext.capabilities ?? {};
      yield* checkNames(container, "add", add);
      // Beside ALL another name does not drop anything more.
      if (!drop.some((name) => name.toUpperCase() === "ALL")) yield* checkNames(container, "drop", drop);
      yield* checkPrivileged(container);
      yield* checkUndone(container);
    }
  },
};

/** Fields that the chosen release drops or does not know. */
function* checkGates(pod: Pod, { minor, name }: KubernetesVersion): Generator<Violation> {
  for (const { field, since } of featureGates.filter((gate) => minor < gate.since)) {
    const owners = [pod, ...pod.containers].filter(({ securityContext }) => field in securityContext);
    const isOnSpec = field === "hostUsers" && pod.hostUsers !== undefined;
    const places = isOnSpec ? [[...pod.path, field]] : owners.map(({ context }) => [...context, field]);
    for (const at of places) {
      const own = containersAt(pod, at);
      yield {
        level: "privileged",
        at,
        origin: own.length > 0 ? "container" : "pod",
        containers: own.length > 0 ? own : pod.containers,
        message: () =>
          `${field} has no effect in Kubernetes ${name}: it works from v1.${since} on. Until then nothing enforces it.`,
      };
    }
  }
}

/** The words in brackets are Kubernetes' own warning. */
function* checkAnnotations(pod: Pod, { minor }: KubernetesVersion): Generator<Violation> {
  for (const { key, containers, field, since } of deadAnnotationsOn(pod, minor)) {
    const at = [...pod.metadata, "annotations", key];
    yield {
      level: "privileged",
      at,
      origin: "annotation",
      containers,
      message: ({ who }) =>
        `Kubernetes does not read this annotation (non-functional in v1.${since}+; use the "${field}" field instead): it changes nothing in ${who}. ` +
        "Set the field, and remove the annotation.",
      fix: safeFix(`Remove the annotation ${key}`, { op: "remove", path: at }),
    };
  }
}

/** containerd puts `CAP_` before every name: `CAP_NET_RAW` becomes CAP_CAP_NET_RAW there, which does not exist. */
function* checkNames(container: Container, list: "add" | "drop", names: readonly string[]): Generator<Violation> {
  const outcome = list === "add" ? "grants nothing" : "drops nothing";
  for (const [index, name] of names.entries()) {
    if (isCapability(name.toUpperCase())) continue;
    const plain = plainName(name);
    const isPrefixed = isCapability(plain);
    const at = [...container.effective.capabilities.path, list, index];
    const step = list === "add" ? `Remove it, or write ${plain}.` : `Write ${plain}.`;
    const fix: Fix | Declined =
      isPrefixed && list === "drop"
        ? reviewFix(`Write ${plain}`, `fails if the process uses ${plain}`, { op: "set", path: at, value: plain })
        : { declined: "only you know which capability was meant" };
    yield {
      level: "privileged",
      at,
      origin: "container",
      containers: [container],
      message: ({ who }) =>
        isPrefixed
          ? `"${name}" ${outcome} where containerd runs ${who}: capabilities are named without CAP_ there. ${step}`
          : `"${name}" ${outcome} in ${who}: Linux has no such capability. Correct the name, or remove it.`,
      fix,
    };
  }
}

function isCapability(name: string): boolean {
  return name === "ALL" || allCapabilities.includes(name);
}

/** privileged gives a container every capability, whatever it adds and drops, and no seccomp profile. */
function* checkPrivileged(container: Container): Generator<Violation> {
  if (!container.derived.privileged) return;
  const { privileged, capabilities, seccompProfile } = container.effective;
  const { add = [], drop = [] } = capabilities.value ?? {};
  // RuntimeDefault is what Pod Security asks for, privileged or not. A profile without a name keeps the container from starting, which is not nothing.
  const isFiltered =
    seccompProfile.origin === "container" &&
    seccompProfile.value?.type === "Localhost" &&
    (seccompProfile.value.localhostProfile ?? "") !== "";
  const idle = [
    ...(add.length + drop.length > 0 ? [{ name: "capabilities", ...capabilities }] : []),
    ...(isFiltered ? [{ name: "seccompProfile", ...seccompProfile }] : []),
  ];
  for (const { name, path, origin } of idle) {
    yield {
      level: "privileged",
      at: path,
      origin,
      containers: [container],
      message: ({ who, line }) =>
        `The setting ${name} has no effect: privileged is true (${line(privileged.path)}), and gives ${who} every capability and no seccomp ` +
        "profile. Remove privileged.",
      fix: { declined: "it takes effect as soon as privileged is removed" },
    };
  }
}

/** The one capability that no other rule reports: added, and dropped again. */
function* checkUndone(container: Container): Generator<Violation> {
  const when = container.derived.privileged ? "once privileged is removed, the drop wins" : "the drop wins";
  const { add = [], drop = [] } = container.securityContext.capabilities ?? {};
  for (const [index, name] of add.entries()) {
    const undoing = name.toUpperCase() === "NET_BIND_SERVICE" ? findUndoingDrop(name, drop) : undefined;
    if (undoing === undefined) continue;
    const { path } = container.effective.capabilities;
    yield {
      level: "privileged",
      at: [...path, "add", index],
      origin: "container",
      containers: [container],
      message: ({ who, line }) =>
        `capabilities.add names "${name}" in ${who}, and capabilities.drop takes it away again (${line([...path, "drop", undoing])}): ` +
        `${when} in containerd and CRI-O. Remove one of the two.`,
      fix: { declined: whichOfTwo },
    };
  }
}
