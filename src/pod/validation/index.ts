import type { Pod } from "../pod.ts";
import { annotations } from "./annotations.ts";
import { containerList } from "./containers.ts";
import { containerContext, podContext } from "./context.ts";
import type { ApiError } from "./error.ts";
import { inVersion } from "./gates.ts";
import { hostNamespaces } from "./host.ts";
import { hostProcess } from "./host-process.ts";
import { operatingSystem } from "./operating-system.ts";
import { sysctls } from "./sysctls.ts";

export { type ApiError, fieldOf } from "./error.ts";

/**
 * What the API server of a release refuses about a pod's security (https://github.com/kubernetes/kubernetes/blob/v1.37.0/pkg/apis/core/validation/validation.go).
 * Values of a wrong type are not here: they don't even decode (types.ts).
 */
export function validate(declared: Pod, minor: number): ApiError[] {
  const pod = inVersion(declared, minor);
  return containerList(pod).concat(
    podContext(pod),
    sysctls(pod),
    pod.containers.flatMap((container) => containerContext(pod, container)),
    hostNamespaces(pod, minor),
    hostProcess(pod),
    operatingSystem(pod),
    annotations(pod),
  );
}
