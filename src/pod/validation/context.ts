import type { Path } from "../../yaml/index.ts";
import { largestId } from "../kubernetes.ts";
import type { Container, Pod } from "../pod.ts";
import type { SecurityProfile, SharedContext } from "../security-context.ts";
import { type ApiError, invalid, required, unsupported } from "./error.ts";
import { validateWindowsOptions } from "./windows-options.ts";

const profileTypes = ["Localhost", "RuntimeDefault", "Unconfined"];

/** `spec.securityContext` (ValidatePodSecurityContext); its sysctls are `validateSysctls`. */
export function validatePodSecurityContext(pod: Pod): ApiError[] {
  const context = pod.securityContext;
  const at = pod.context;
  return [
    ...validateShared(pod, context, at),
    ...validateId(pod, [...at, "fsGroup"], context.fsGroup),
    ...(context.supplementalGroups ?? []).flatMap((group, index) =>
      validateId(pod, [...at, "supplementalGroups", index], group),
    ),
    ...validateWord(pod, [...at, "fsGroupChangePolicy"], context.fsGroupChangePolicy, ["Always", "OnRootMismatch"]),
    ...validateWord(pod, [...at, "supplementalGroupsPolicy"], context.supplementalGroupsPolicy, ["Merge", "Strict"]),
    ...validateWord(pod, [...at, "seLinuxChangePolicy"], context.seLinuxChangePolicy, ["MountOption", "Recursive"]),
  ];
}

/** A container's `securityContext` (ValidateSecurityContext). */
export function validateSecurityContext(pod: Pod, { securityContext: context, context: at }: Container): ApiError[] {
  const errors = [
    ...validateShared(pod, context, at),
    ...validateWord(pod, [...at, "procMount"], context.procMount, ["Default", "Unmasked"]),
  ];
  if (context.procMount === "Unmasked" && pod.hostUsers !== false) {
    errors.push(invalid(pod, [...at, "procMount"], context.procMount, "`hostUsers` must be false to use `Unmasked`"));
  }
  if (context.allowPrivilegeEscalation !== false) return errors;
  if (context.privileged) {
    errors.push(invalid(pod, at, context, "cannot set `allowPrivilegeEscalation` to false and `privileged` to true"));
  }
  // In this very spelling only (kubernetes#119568).
  if (context.capabilities?.add?.includes("CAP_SYS_ADMIN")) {
    errors.push(
      invalid(pod, at, context, "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN"),
    );
  }
  return errors;
}

function validateShared(pod: Pod, context: SharedContext, at: Path): ApiError[] {
  return [
    ...validateId(pod, [...at, "runAsUser"], context.runAsUser),
    ...validateId(pod, [...at, "runAsGroup"], context.runAsGroup),
    ...validateSeccomp(pod, [...at, "seccompProfile"], context.seccompProfile),
    ...validateAppArmor(pod, [...at, "appArmorProfile"], context.appArmorProfile),
    ...validateWindowsOptions(pod, [...at, "windowsOptions"], context.windowsOptions),
  ];
}

function validateId(pod: Pod, at: Path, id: number | undefined): ApiError[] {
  if (id === undefined || (id >= 0 && id <= largestId)) return [];
  return [invalid(pod, at, id, `must be between 0 and ${largestId}, inclusive`)];
}

function validateWord(pod: Pod, at: Path, word: string | undefined, supported: readonly string[]): ApiError[] {
  return word === undefined || supported.includes(word) ? [] : [unsupported(pod, at, word, supported)];
}

function validateSeccomp(pod: Pod, at: Path, profile: SecurityProfile | undefined): ApiError[] {
  if (!profile) return [];
  const { type = "", localhostProfile } = profile;
  const errors = validateProfileType(pod, at, type, "type is required when seccompProfile is set");
  const place = [...at, "localhostProfile"];
  if (type !== "Localhost") {
    const isAlone = localhostProfile !== undefined;
    return isAlone
      ? [...errors, invalid(pod, place, localhostProfile, "can only be set when seccomp type is Localhost")]
      : errors;
  }
  if (localhostProfile === undefined)
    return [...errors, required(pod, place, "must be set when seccomp type is Localhost")];
  return [
    ...errors,
    ...validateDescendingPath(localhostProfile).map((detail) => invalid(pod, place, localhostProfile, detail)),
  ];
}

function validateAppArmor(pod: Pod, at: Path, profile: SecurityProfile | undefined): ApiError[] {
  if (!profile) return [];
  const { type = "", localhostProfile } = profile;
  const place = [...at, "localhostProfile"];
  const missing = required(pod, place, "must be set when AppArmor type is Localhost");
  if (type !== "Localhost") {
    const errors = validateProfileType(pod, at, type, "type is required when appArmorProfile is set");
    const isAlone = errors.length === 0 && localhostProfile !== undefined;
    return isAlone
      ? [invalid(pod, place, localhostProfile, "can only be set when AppArmor type is Localhost")]
      : errors;
  }
  if (localhostProfile === undefined) return [missing];
  if (localhostProfile.trim() !== localhostProfile)
    return [invalid(pod, place, localhostProfile, "must not be padded with whitespace")];
  if (localhostProfile === "") return [missing];
  if (localhostProfile.length <= 4095) return [];
  return [{ ...missing, text: `${missing.field}: Too long: may not be more than 4095 bytes` }];
}

function validateProfileType(pod: Pod, at: Path, type: string, missing: string): ApiError[] {
  if (type === "") return [required(pod, [...at, "type"], missing)];
  return validateWord(pod, [...at, "type"], type, profileTypes);
}

/** What is wrong with a path that must lead down from the kubelet's own folder (validateLocalDescendingPath). */
export function validateDescendingPath(path: string): string[] {
  const isAbsolute = path.startsWith("/") ? ["must be a relative path"] : [];
  return path.split("/").includes("..") ? [...isAbsolute, "must not contain '..'"] : isAbsolute;
}
