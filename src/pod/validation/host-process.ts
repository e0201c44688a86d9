import type { Pod } from "../pod.ts";
import { type ApiError, invalid } from "./error.ts";

/** Windows HostProcess pods: all containers or none, on the node's network (validateWindowsHostProcessPod). */
export function hostProcess(pod: Pod): ApiError[] {
  const onPod = pod.securityContext.windowsOptions?.hostProcess;
  const errors: ApiError[] = [];
  for (const { securityContext, context } of pod.containers) {
    const own = securityContext.windowsOptions?.hostProcess;
    if (onPod === undefined || own === undefined || onPod === own) continue;
    const at = [...context, "windowsOptions", "hostProcess"];
    errors.push(invalid(pod, at, own, `pod hostProcess value must be identical if both are specified, was ${onPod}`));
  }
  const count = pod.containers.filter(
    ({ securityContext }) => securityContext.windowsOptions?.hostProcess ?? onPod,
  ).length;
  if (count === 0) return errors;
  if (count < pod.containers.length) {
    const detail = "If pod contains any hostProcess containers then all containers must be HostProcess containers";
    errors.push(invalid(pod, pod.path, "", detail));
  }
  if (!pod.hostNetwork) {
    const detail = "hostNetwork must be true if pod contains any hostProcess containers";
    errors.push(invalid(pod, [...pod.path, "hostNetwork"], false, detail));
  }
  return errors;
}
