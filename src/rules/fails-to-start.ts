import type { Declined, Fix, Path, Pod, Rule } from "../types.ts";

export const failsToStart: Rule = {
  id: "fails-to-start",
  summary: "The kubelet must be able to start every container.",
  level: "privileged",
  references: { cwe: [250] },
  controls: [],

  *check(pod, { fix }) {
    for (const container of pod.containers) {
      const { runAsNonRoot, runAsUser, windowsOptions } = container.effective;
      if (runAsNonRoot.value !== true) continue;
      const isAdministrator = pod.os === "windows" && windowsOptions.value?.runAsUserName === "ContainerAdministrator";
      const isRoot = pod.os !== "windows" && runAsUser.value === 0;
      if (!isAdministrator && !isRoot) continue;
      // Windows options are merged member by member: the name may be the pod's where another option is the container's.
      const isOwnName = container.securityContext.windowsOptions?.runAsUserName !== undefined;
      const named = {
        path: [...(isOwnName ? container : pod).context, "windowsOptions", "runAsUserName"],
        origin: isOwnName ? "container" : "pod",
      } as const;
      const user = isRoot ? runAsUser : named;
      yield {
        level: "privileged",
        at: user.path,
        origin: user.origin,
        containers: [container],
        message: ({ who, line }) =>
          `The kubelet will not start ${who} (CreateContainerConfigError): ${kubeletSays(pod)}. ` +
          `runAsNonRoot is true (${runAsNonRoot.origin === "pod" ? "on the pod, " : ""}line ${line(runAsNonRoot.path)}), ` +
          `and this user is ${isRoot ? "root" : "the administrator"}: choose another user.`,
        related: [{ at: runAsNonRoot.path, message: "runAsNonRoot is required here." }],
        fix: fixFor(user.path, isRoot ? fix.runAsUser : undefined),
      };
    }
  },
};

function fixFor(at: Path, id: number | undefined): Fix | Declined {
  if (id === undefined)
    return { declined: "only you know which user the image can run as: give it with --run-as-user or fix.runAsUser" };
  return {
    title: `Set runAsUser: ${id}`,
    safety: "review",
    risk: "fails if the process needs root, or files that only root may read",
    patches: [{ op: "set", path: at, value: id }],
  };
}

/** The kubelet's own words (kubernetes pkg/kubelet/kuberuntime/security_context_others.go, …_windows.go); the pod's name comes behind them. */
function kubeletSays({ os }: Pod): string {
  if (os !== "windows") return "container's runAsUser breaks non-root policy";
  return "container's runAsUser (ContainerAdministrator) which will be regarded as root identity and will break non-root policy";
}
