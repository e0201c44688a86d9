import type { Path } from "../../yaml/index.ts";
import type { Container, Pod } from "../pod.ts";
import type { SecurityProfile, SharedContext } from "../security-context.ts";
import { type ApiError, invalid, required, unsupported } from "./error.ts";
import { windowsOptions } from "./windows-options.ts";

const idRange = "must be between 0 and 2147483647, inclusive";
const maxId = 2147483647;
const profileTypes = ["Localhost", "RuntimeDefault", "Unconfined"];

/** `spec.securityContext` (ValidatePodSecurityContext). */
export function podContext(pod: Pod): ApiError[] {
  const context = pod.securityContext;
  const at = pod.context;
  const groups = (context.supplementalGroups ?? []).map((group, index) =>
    id(pod, [...at, "supplementalGroups"], index, group),
  );
  return shared(pod, context, at).concat(
    id(pod, at, "fsGroup", context.fsGroup),
    groups.flat(),
    oneOf(pod, at, "fsGroupChangePolicy", context.fsGroupChangePolicy, ["Always", "OnRootMismatch"]),
    oneOf(pod, at, "supplementalGroupsPolicy", context.supplementalGroupsPolicy, ["Merge", "Strict"]),
    oneOf(pod, at, "seLinuxChangePolicy", context.seLinuxChangePolicy, ["MountOption", "Recursive"]),
  );
}

/** A container's `securityContext` (ValidateSecurityContext). */
export function containerContext(pod: Pod, { securityContext: context, context: at }: Container): ApiError[] {
  const errors = shared(pod, context, at).concat(
    oneOf(pod, at, "procMount", context.procMount, ["Default", "Unmasked"]),
  );
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

function shared(pod: Pod, context: SharedContext, at: Path): ApiError[] {
  return id(pod, at, "runAsUser", context.runAsUser).concat(
    id(pod, at, "runAsGroup", context.runAsGroup),
    seccomp(pod, at, context.seccompProfile),
    appArmor(pod, at, context.appArmorProfile),
    windowsOptions(pod, [...at, "windowsOptions"], context.windowsOptions),
  );
}

function id(pod: Pod, at: Path, step: string | number, value: number | undefined): ApiError[] {
  return value === undefined || (value >= 0 && value <= maxId) ? [] : [invalid(pod, [...at, step], value, idRange)];
}

function oneOf(pod: Pod, at: Path, field: string, value: string | undefined, supported: readonly string[]): ApiError[] {
  if (value === undefined || supported.includes(value)) return [];
  return [unsupported(pod, [...at, field], value, supported)];
}

function seccomp(pod: Pod, context: Path, profile: SecurityProfile | undefined): ApiError[] {
  if (!profile) return [];
  const { type = "", localhostProfile } = profile;
  const at = [...context, "seccompProfile"];
  const errors = profileType(pod, at, type, "type is required when seccompProfile is set");
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
    ...descendingPath(localhostProfile).map((detail) => invalid(pod, place, localhostProfile, detail)),
  ];
}

function appArmor(pod: Pod, context: Path, profile: SecurityProfile | undefined): ApiError[] {
  if (!profile) return [];
  const { type = "", localhostProfile } = profile;
  const at = [...context, "appArmorProfile"];
  const place = [...at, "localhostProfile"];
  const missing = required(pod, place, "must be set when AppArmor type is Localhost");
  if (type !== "Localhost") {
    const errors = profileType(pod, at, type, "type is required when appArmorProfile is set");
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

function profileType(pod: Pod, at: Path, type: string, missing: string): ApiError[] {
  if (type === "") return [required(pod, [...at, "type"], missing)];
  return oneOf(pod, at, "type", type, profileTypes);
}

/** What is wrong with a path that must lead down from the kubelet's own folder (validateLocalDescendingPath). */
export function descendingPath(path: string): string[] {
  const isAbsolute = path.startsWith("/") ? ["must be a relative path"] : [];
  return path.split("/").includes("..") ? [...isAbsolute, "must not contain '..'"] : isAbsolute;
}
