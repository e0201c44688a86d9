import type { Path } from "../yaml/index.ts";
import { isDeclared, isUnknown } from "./effective.ts";
import { parseImageUser } from "./images.ts";
import { largestId } from "./kubernetes.ts";
import type { Container, Pod } from "./pod.ts";
import type { Origin } from "./security-context.ts";

/** Why the kubelet does not start a container, or does not admit a pod. */
export interface KubeletRefusal {
  readonly cause:
    | "declared root"
    | "declared administrator"
    | "image root"
    | "image administrator"
    | "image name"
    | "image id"
    | "seccomp profile"
    | "AppArmor profile";
  /** The kubelet's own words, without the names of pod and container at their end. */
  readonly text: string;
  /** Where the refused value is declared, or the image is named. */
  readonly at: Path;
  readonly origin: Origin;
}

/**
 * Finds why the kubelet of v1.37 does not start a container, as generateContainerConfig does (kubernetes pkg/kubelet/kuberuntime): the user under
 * `runAsNonRoot`, then the seccomp profile. An image that is not known refuses nothing.
 */
export function findStartRefusal(pod: Pod, container: Container): KubeletRefusal | undefined {
  if (container.effective.runAsNonRoot.value === true) {
    const refusal = pod.runsOn === "windows" ? refuseWindowsUser(pod, container) : refuseUser(container);
    if (refusal) return refusal;
  }
  return pod.runsOn === "windows" ? undefined : refuseSeccompProfile(container);
}

/** verifyRunAsNonRoot of security_context_others.go. */
function refuseUser({ effective: { runAsUser }, imageConfig, path }: Container): KubeletRefusal | undefined {
  if (isDeclared(runAsUser)) {
    const text = "container's runAsUser breaks non-root policy";
    return runAsUser.value === 0
      ? { cause: "declared root", text, at: runAsUser.path, origin: runAsUser.origin }
      : undefined;
  }
  if (!imageConfig) return undefined;
  const place = { at: [...path, "image"], origin: "image" } as const;
  const { uid, name, digits } = parseImageUser(imageConfig.user);
  if (name !== undefined) {
    const text = `container has runAsNonRoot and image has non-numeric user (${name}), cannot verify user is non-root`;
    return { cause: "image name", text, ...place };
  }
  if (uid === 0)
    return { cause: "image root", text: "container has runAsNonRoot and image will run as root", ...place };
  if (uid > 0 && uid <= largestId) return undefined;
  const range = `must be between 0 and ${largestId}, inclusive`;
  const text = `container has runAsNonRoot and image has an invalid user id (${digits}). (Must be 1-(${largestId})): ${range}`;
  return { cause: "image id", text, ...place };
}

/** verifyRunAsNonRoot of security_context_windows.go: a declared name decides alone, and ids count for nothing. */
function refuseWindowsUser(
  pod: Pod,
  { effective: { windowsOptions }, securityContext, context, imageConfig, path }: Container,
): KubeletRefusal | undefined {
  const refuse = (field: string, user: string) =>
    `container's ${field} (${user}) which will be regarded as root identity and will break non-root policy`;
  if (isUnknown(windowsOptions)) return undefined;
  const declared = windowsOptions.value?.runAsUserName;
  if (declared !== undefined) {
    if (!isAdministrator(declared)) return undefined;
    // Windows options are merged member by member: the name may be the pod's where another option is the container's.
    const isOwn = securityContext.windowsOptions?.runAsUserName !== undefined;
    const at = [...(isOwn ? context : pod.context), "windowsOptions", "runAsUserName"];
    return {
      cause: "declared administrator",
      text: refuse("runAsUserName", declared),
      at,
      origin: isOwn ? "container" : "pod",
    };
  }
  const { name } = parseImageUser(imageConfig?.user ?? "");
  if (name === undefined || !isAdministrator(name)) return undefined;
  return { cause: "image administrator", text: refuse("runAsUser", name), at: [...path, "image"], origin: "image" };
}

/** Whether a user of Windows is the administrator of its container. Windows compares names without regard to case; so does Go's strings.EqualFold, to which `ſ` is an s. */
export function isAdministrator(name: string): boolean {
  return /^ContainerAdministrator$/iu.test(name);
}

/** getSeccompProfile of helpers.go. The API server accepts an empty name, and refuses one that is missing. */
function refuseSeccompProfile({ effective: { seccompProfile } }: Container): KubeletRefusal | undefined {
  const { value, path, origin } = seccompProfile;
  if (value?.type !== "Localhost" || value.localhostProfile !== "") return undefined;
  const text = "localhostProfile must be set if seccompProfile type is Localhost.";
  return { cause: "seccomp profile", text, at: [...path, "localhostProfile"], origin };
}

/**
 * Finds why the kubelet of v1.37 does not admit a pod: an AppArmor profile without a name (kubernetes pkg/security/apparmor/validate.go). The API server
 * refuses one in a field, but not in an annotation.
 */
export function findAdmissionRefusal({ containers, runsOn }: Pod): KubeletRefusal | undefined {
  if (runsOn === "windows") return undefined;
  for (const { effective } of containers) {
    const { value, path, origin } = effective.appArmorProfile;
    const { type, localhostProfile = "" } = value ?? {};
    if (type !== "Localhost" || origin !== "annotation" || localhostProfile.trim() !== "") continue;
    const text = `Cannot enforce AppArmor: invalid empty AppArmor profile name: "&AppArmorProfile{Type:Localhost,LocalhostProfile:*${localhostProfile},}"`;
    return { cause: "AppArmor profile", text, at: path, origin };
  }
  return undefined;
}
