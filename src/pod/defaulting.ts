import { type Fields, isFields, isList, type Value } from "../yaml/index.ts";
import { annotatedProfile, appArmorAnnotation } from "./effective.ts";
import type { Container, Pod } from "./pod.ts";

/**
 * A Pod as admission sees it: after defaulting and the create strategy. Ports of a pod on the node's network take the node's port (SetDefaults_Pod),
 * and AppArmor annotations are copied into the fields (registry/core/pod/strategy.go applyAppArmorVersionSkew). Templates get neither.
 */
export function admitted(pod: Pod): Pod {
  if (pod.workload.kind !== "Pod") return pod;
  return {
    ...pod,
    containers: pod.containers.map((container) =>
      withAppArmor(pod, pod.hostNetwork ? withHostPorts(container) : container),
    ),
  };
}

function withHostPorts(container: Container): Container {
  const { spec, type } = container;
  if (!isList(spec.ports) || type === "ephemeral") return container;
  return { ...container, spec: { ...spec, ports: spec.ports.map(withHostPort) } };
}

function withHostPort(port: Value): Value {
  if (!isFields(port) || port.hostPort) return port;
  return { ...port, hostPort: port.containerPort ?? 0 } satisfies Fields;
}

function withAppArmor(pod: Pod, container: Container): Container {
  const profile = annotatedProfile(pod.annotations[appArmorAnnotation + container.name]);
  if (pod.os === "windows" || !profile || container.securityContext.appArmorProfile) return container;
  const inherited = pod.securityContext.appArmorProfile;
  if (inherited?.type === profile.type && inherited?.localhostProfile === profile.localhostProfile) return container;
  return { ...container, securityContext: { ...container.securityContext, appArmorProfile: profile } };
}
