import { type Fields, isFields, isList, type Value } from "../yaml/index.ts";
import { appArmorAnnotation, parseProfileAnnotation } from "./effective.ts";
import type { Container, Pod } from "./pod.ts";
import type { PodSecurityContext, SecurityContext } from "./security-context.ts";

/** A field that a release before `since` drops or does not know (kubernetes pkg/api/pod/util.go dropDisabledFields, pkg/features). */
export interface FeatureGate {
  readonly field: keyof PodSecurityContext | keyof SecurityContext | "hostUsers";
  /** N of the first release 1.N in which it works by default. */
  readonly since: number;
}

/** The fields that not every release has. */
export const featureGates: readonly FeatureGate[] = [
  { field: "seccompProfile", since: 19 },
  { field: "appArmorProfile", since: 30 },
  { field: "hostUsers", since: 33 },
  { field: "procMount", since: 33 },
  { field: "supplementalGroupsPolicy", since: 33 },
  { field: "seLinuxChangePolicy", since: 33 },
];

/** The pod as release 1.`minor` stores it: without the fields that it drops. */
export function dropDisabledFields(pod: Pod, minor: number): Pod {
  const dropped = new Set<string>(featureGates.filter(({ since }) => minor < since).map(({ field }) => field));
  if (dropped.size === 0) return pod;
  const withoutDropped = (context: object) =>
    Object.fromEntries(Object.entries(context).filter(([field]) => !dropped.has(field)));
  return {
    ...pod,
    hostUsers: dropped.has("hostUsers") ? undefined : pod.hostUsers,
    securityContext: withoutDropped(pod.securityContext),
    containers: pod.containers.map((container) => ({
      ...container,
      securityContext: withoutDropped(container.securityContext),
    })),
  };
}

/**
 * The pod as admission sees it: after defaulting and the create strategy. In a Pod on the node's network a port takes the same port of the node
 * (kubernetes pkg/apis/core/v1/defaults.go SetDefaults_Pod), and AppArmor annotations are copied into the fields (pkg/registry/core/pod/strategy.go
 * applyAppArmorVersionSkew). Neither happens in a template.
 */
export function applyDefaults(pod: Pod): Pod {
  if (pod.workload.kind !== "Pod") return pod;
  return {
    ...pod,
    containers: pod.containers.map((container) =>
      copyAppArmor(pod, pod.hostNetwork ? defaultHostPorts(container) : container),
    ),
  };
}

function defaultHostPorts(container: Container): Container {
  const { spec, type } = container;
  if (!isList(spec.ports) || type === "ephemeral") return container;
  return { ...container, spec: { ...spec, ports: spec.ports.map(defaultHostPort) } };
}

function defaultHostPort(port: Value): Value {
  if (!isFields(port) || port.hostPort) return port;
  return { ...port, hostPort: port.containerPort ?? 0 } satisfies Fields;
}

function copyAppArmor(pod: Pod, container: Container): Container {
  const profile = parseProfileAnnotation(pod.annotations[appArmorAnnotation + container.name]);
  if (pod.os === "windows" || !profile || container.securityContext.appArmorProfile) return container;
  // A name that validation would refuse is not copied.
  if (profile.localhostProfile !== undefined && !isProfileName(profile.localhostProfile)) return container;
  const inherited = pod.securityContext.appArmorProfile;
  if (inherited?.type === profile.type && inherited?.localhostProfile === profile.localhostProfile) return container;
  return { ...container, securityContext: { ...container.securityContext, appArmorProfile: profile } };
}

/** Whether validation accepts the name of an AppArmor profile (kubernetes pkg/apis/core/validation ValidateAppArmorProfileField). */
function isProfileName(name: string): boolean {
  return name !== "" && name.trim() === name && name.length <= 4095;
}
