import { type Container, type Pod, seccompContainerAnnotation, seccompPodAnnotation } from "../../pod/index.ts";

/** An annotation that Kubernetes does not read any more. */
export interface DeadAnnotation {
  readonly key: string;
  /** The containers that it was meant for. */
  readonly containers: readonly Container[];
  /** The field that took its place. */
  readonly field: "seccompProfile" | "sysctls";
  /** The release (N of 1.N) that stopped reading it. */
  readonly since: number;
}

/** The annotations of a pod that fields took the place of, and whose field is not set (kubernetes pkg/api/pod/warnings.go). */
export function deadAnnotationsOn(pod: Pod, minor: number): DeadAnnotation[] {
  const bare = pod.containers.filter(({ securityContext }) => securityContext.seccompProfile === undefined);
  const seccomp = [
    ...(pod.securityContext.seccompProfile ? [] : [{ key: seccompPodAnnotation, containers: pod.containers }]),
    ...bare.map((container) => ({ key: seccompContainerAnnotation + container.name, containers: [container] })),
  ].map((each) => ({ ...each, field: "seccompProfile" as const, since: 27 }));
  const sysctls = ["security.alpha.kubernetes.io/sysctls", "security.alpha.kubernetes.io/unsafe-sysctls"].map(
    (key) => ({ key, containers: pod.containers, field: "sysctls" as const, since: 11 }),
  );
  return [...seccomp, ...sysctls].filter(({ key, since }) => pod.annotations[key] !== undefined && minor >= since);
}
