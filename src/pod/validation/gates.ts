import type { Container, Pod } from "../pod.ts";
import type { PodSecurityContext, SecurityContext } from "../security-context.ts";

/** A field that a release before `since` drops or does not know (kubernetes pkg/api/pod/util.go dropDisabledFields, pkg/features). */
export interface Gate {
  readonly field: keyof PodSecurityContext | keyof SecurityContext | "hostUsers";
  /** N of the first release 1.N in which it works by default. */
  readonly since: number;
}

export const gates: readonly Gate[] = [
  { field: "seccompProfile", since: 19 },
  { field: "appArmorProfile", since: 30 },
  { field: "hostUsers", since: 33 },
  { field: "procMount", since: 33 },
  { field: "supplementalGroupsPolicy", since: 33 },
  { field: "seLinuxChangePolicy", since: 33 },
];

/** The pod as a release reads it: without the fields that it does not have. */
export function inVersion(pod: Pod, minor: number): Pod {
  const closed = gates.filter(({ since }) => minor < since).map(({ field }) => field);
  if (closed.length === 0) return pod;
  const without = <C extends object>(context: C): C =>
    Object.fromEntries(Object.entries(context).filter(([field]) => !closed.includes(field as Gate["field"]))) as C;
  return {
    ...pod,
    hostUsers: closed.includes("hostUsers") ? undefined : pod.hostUsers,
    securityContext: without(pod.securityContext),
    containers: pod.containers.map(
      (container): Container => ({ ...container, securityContext: without(container.securityContext) }),
    ),
  };
}
