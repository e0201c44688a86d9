import type { Container, Pod, Rule } from "../types.ts";

export const failsToStart: Rule = {
  id: "fails-to-start",
  summary: "The kubelet must be able to start every container.",
  level: "privileged",
  references: { cwe: [250] },
  controls: [],

  *check(pod) {
    for (const container of pod.containers) {
      const { runAsNonRoot, runAsUser, windowsOptions } = container.effective;
      if (runAsNonRoot.value !== true) continue;
      const isAdministrator = pod.os === "windows" && windowsOptions.value?.runAsUserName === "ContainerAdministrator";
      const isRoot = pod.os !== "windows" && runAsUser.value === 0;
      if (!isAdministrator && !isRoot) continue;
      const user = isRoot ? runAsUser : windowsOptions;
      yield {
        level: "privileged",
        at: isRoot ? user.path : [...user.path, "runAsUserName"],
        origin: user.origin,
        containers: [container],
        message: ({ who, line }) =>
          `The kubelet will not start ${who} (CreateContainerConfigError): ${kubeletSays(pod, container)}. ` +
          `runAsNonRoot is true (${runAsNonRoot.origin === "pod" ? "on the pod, " : ""}line ${line(runAsNonRoot.path)}), ` +
          `and this user is ${isRoot ? "root" : "the administrator"}: choose another user.`,
        related: [{ at: runAsNonRoot.path, message: "runAsNonRoot is required here." }],
        fix: { declined: "only you know which user the image can run as: give it with --run-as-user or fix.runAsUser" },
      };
    }
  },
};

/** The kubelet's own words (kubernetes pkg/kubelet/kuberuntime/security_context_others.go, …_windows.go). */
function kubeletSays({ os, workload }: Pod, { name }: Container): string {
  const pod = `(pod: "${workload.name}_${workload.namespace ?? "default"}", container: ${name})`;
  if (os !== "windows") return `container's runAsUser breaks non-root policy ${pod}`;
  return `container's runAsUser (ContainerAdministrator) which will be regarded as root identity and will break non-root policy ${pod}`;
}
