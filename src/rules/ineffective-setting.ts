import {
  allCapabilities,
  type Container,
  gates,
  type KubernetesVersion,
  type Pod,
  seccompContainerAnnotation,
  seccompPodAnnotation,
} from "../pod/index.ts";
import type { Path } from "../yaml/index.ts";
import type { Rule, Violation } from "./rule.ts";
import { containersAt } from "./support/words.ts";

export const ineffectiveSetting: Rule = {
  id: "ineffective-setting",
  summary: "Every setting must do what its author wanted.",
  level: "privileged",
  mode: "warn",
  references: { cwe: [1188] },
  controls: [],

  *check(pod, { version }) {
    if (!pod.isPodSpec) return;
    yield* closedGates(pod, version);
    yield* deadAnnotations(pod, version);
    if (pod.os === "windows") return;
    for (const container of pod.containers) {
      const { add = [], drop = [] } = container.securityContext.capabilities ?? {};
      yield* unknownIn(container, "add", add);
      // Beside ALL a name more or less drops nothing.
      if (!drop.some((name) => name.toUpperCase() === "ALL")) yield* unknownIn(container, "drop", drop);
      yield* underPrivileged(container);
      yield* unusedAdds(container);
    }
  },
};

function finding(
  containers: readonly Container[],
  at: Path,
  origin: Violation["origin"],
  message: Violation["message"],
  fix?: Violation["fix"],
): Violation {
  return { level: "privileged", at, origin, containers, message, ...(fix ? { fix } : {}) };
}

/** containerd takes every name for one without prefix: `CAP_NET_RAW` becomes CAP_CAP_NET_RAW there, which nobody has. */
function* unknownIn(container: Container, list: "add" | "drop", names: readonly string[]): Generator<Violation> {
  for (const [index, name] of names.entries()) {
    const upper = name.toUpperCase();
    if (upper === "ALL" || allCapabilities.includes(upper)) continue;
    const bare = upper.replace(/^CAP_/, "");
    const isPrefixed = allCapabilities.includes(bare) || bare === "ALL";
    const at = [...container.effective.capabilities.path, list, index];
    const outcome = list === "add" ? "grants nothing" : "drops nothing";
    yield finding(
      [container],
      at,
      "container",
      ({ who }) =>
        isPrefixed
          ? `"${name}" ${outcome} where containerd runs ${who}: capabilities are named without CAP_ there. ${list === "add" ? "Remove it, or write" : "Write"} ${bare}.`
          : `"${name}" ${outcome} in ${who}: Linux has no such capability. Correct the name, or remove it.`,
      isPrefixed && list === "drop"
        ? {
            title: `Write ${bare}`,
            safety: "review",
            risk: `fails if the process uses ${bare}`,
            patches: [{ op: "set", path: at, value: bare }],
          }
        : { declined: "only you know which capability was meant" },
    );
  }
}

function* underPrivileged(container: Container): Generator<Violation> {
  const { privileged, capabilities, seccompProfile } = container.effective;
  if (!container.derived.privileged) return;
  const { add = [], drop = [] } = capabilities.value ?? {};
  const idle = [
    ...(add.length + drop.length > 0 ? [{ name: "capabilities", ...capabilities }] : []),
    ...(seccompProfile.origin === "container" && seccompProfile.value?.type !== "Unconfined"
      ? [{ name: "seccompProfile", ...seccompProfile }]
      : []),
  ];
  for (const { name, path, origin } of idle) {
    const message: Violation["message"] = ({ who, line }) =>
      `The setting ${name} has no effect: privileged is true (line ${line(privileged.path)}), and gives ${who} every capability and no seccomp ` +
      "profile. Remove privileged.";
    yield finding([container], path, origin, message, { declined: "it takes effect as soon as privileged is removed" });
  }
}

/** The kernel empties the sets of a process that is not root, and no_new_privs keeps file capabilities from filling them (capabilities(7)). */
function* unusedAdds(container: Container): Generator<Violation> {
  const { uid, noNewPrivileges, privileged } = container.derived;
  const adds = container.securityContext.capabilities?.add ?? [];
  if (privileged || !noNewPrivileges || uid === null || uid === 0 || adds.length === 0) return;
  const { runAsUser, capabilities } = container.effective;
  const at = [...capabilities.path, "add"];
  const message: Violation["message"] = ({ who, line }) =>
    `capabilities.add has no effect in ${who}: ${runAsUser.origin === "image" ? "the image's user" : "runAsUser"} is ${uid} (line ${line(runAsUser.path)}), and only root gets added capabilities. ` +
    (adds.includes("NET_BIND_SERVICE")
      ? "For a port below 1024 set the sysctl net.ipv4.ip_unprivileged_port_start to 0, or listen on a higher one."
      : "Remove it, or run as root if the process can't do without.");
  yield finding([container], at, "container", message, {
    title: "Remove capabilities.add",
    safety: "safe",
    risk: null,
    patches: [{ op: "remove", path: at }],
  });
}

/** Fields that the chosen release drops or does not know. */
function* closedGates(pod: Pod, { minor, name }: KubernetesVersion): Generator<Violation> {
  for (const { field, since } of gates.filter((gate) => minor < gate.since)) {
    const owners = field === "hostUsers" ? [] : [pod, ...pod.containers];
    const places = owners
      .filter(({ securityContext }) => field in securityContext)
      .map(({ context }) => [...context, field]);
    for (const at of pod.hostUsers !== undefined && field === "hostUsers" ? [[...pod.path, field]] : places) {
      const containers = containersAt(pod, at);
      const message = () =>
        `${field} has no effect in Kubernetes ${name}: it works from v1.${since} on. Until then nothing enforces it.`;
      yield finding(
        containers.length > 0 ? containers : pod.containers,
        at,
        containers.length > 0 ? "container" : "pod",
        message,
      );
    }
  }
}

/** Annotations that fields took the place of; Kubernetes warns of them in these words (pkg/api/pod/warnings.go). */
function* deadAnnotations(pod: Pod, { minor }: KubernetesVersion): Generator<Violation> {
  if (Object.keys(pod.annotations).length === 0) return;
  const isUnset = (container: Container) => container.securityContext.seccompProfile === undefined;
  const seccomp = [
    ...(pod.securityContext.seccompProfile ? [] : [{ key: seccompPodAnnotation, containers: pod.containers }]),
    ...pod.containers
      .filter(isUnset)
      .map((container) => ({ key: seccompContainerAnnotation + container.name, containers: [container] })),
  ];
  const dead = [
    ...seccomp.map((each) => ({ ...each, field: "seccompProfile", since: 27 })),
    ...["security.alpha.kubernetes.io/sysctls", "security.alpha.kubernetes.io/unsafe-sysctls"].map((key) => {
      return { key, containers: pod.containers, field: "sysctls", since: 11 };
    }),
  ];
  for (const { key, containers, field, since } of dead) {
    if (pod.annotations[key] === undefined || minor < since) continue;
    const at = [...pod.metadata, "annotations", key];
    const message: Violation["message"] = ({ who }) =>
      `Kubernetes does not read this annotation (non-functional in v1.${since}+; use the "${field}" field instead): it changes nothing in ${who}. ` +
      "Set the field, and remove the annotation.";
    yield finding(containers, at, "annotation", message, {
      title: "Remove the annotation",
      safety: "safe",
      risk: null,
      patches: [{ op: "remove", path: at }],
    });
  }
}
