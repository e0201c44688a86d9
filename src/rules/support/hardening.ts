import { type Container, fits, isDeclared } from "../../pod/index.ts";
import type { Fields, Value } from "../../yaml/index.ts";

/** The one value of a field that opens nothing up. */
const hardened: Readonly<Record<string, Value>> = {
  runAsNonRoot: true,
  readOnlyRootFilesystem: true,
  privileged: false,
  allowPrivilegeEscalation: false,
  procMount: "Default",
  hostUsers: false,
  hostNetwork: false,
  hostPID: false,
  hostIPC: false,
};
const ids = ["runAsUser", "runAsGroup", "fsGroup"];
const profiles = ["seccompProfile", "appArmorProfile"];

/** Whether a value would open something up, were Kubernetes to read it: better off where it does nothing. */
export function weakens(field: string, value: Value): boolean {
  if (Object.hasOwn(hardened, field)) return value !== hardened[field];
  if (ids.includes(field)) return value === 0;
  if (field === "supplementalGroups") return Array.isArray(value) && value.includes(0);
  if (field === "capabilities") return fieldsOf(value).add !== undefined;
  if (field === "securityContext") return Object.entries(fieldsOf(value)).some(([name, inner]) => weakens(name, inner));
  return profiles.includes(field) && fieldsOf(value).type === "Unconfined";
}

/**
 * Whether a value that does nothing today can take effect without anybody looking: Kubernetes takes it, the containers that get it start, and it has no
 * meaning that only its author knows.
 */
export function isSound(field: string, value: Value, containers: readonly Container[]): boolean {
  if (!fits(field, value) || weakens(field, value)) return false;
  if (field === "securityContext")
    return Object.entries(fieldsOf(value)).every(([name, inner]) => isSound(name, inner, containers));
  const isPrivileged = containers.some(({ derived }) => derived.privileged);
  switch (field) {
    case "runAsNonRoot":
      return containers.every((each) => each.derived.uid !== 0 && whyRefused(each) === undefined);
    case "allowPrivilegeEscalation":
      return !containers.some(
        ({ derived, securityContext }) => derived.privileged || addsAdministration(securityContext),
      );
    case "capabilities":
      return !isPrivileged && Object.keys(fieldsOf(value)).join() === "drop" && String(fieldsOf(value).drop) === "ALL";
    case "seccompProfile":
    case "appArmorProfile":
      return (
        !isPrivileged && Object.keys(fieldsOf(value)).join() === "type" && fieldsOf(value).type === "RuntimeDefault"
      );
    case "supplementalGroups":
      return (value as readonly Value[]).every(isId);
    default:
      return ids.includes(field) ? isId(value) : field !== "hostUsers" && Object.hasOwn(hardened, field);
  }
}

/** Whether a user other than root is declared, or the image's. */
export function runsAsOther({ derived }: Pick<Container, "derived">): boolean {
  return derived.uid !== null && derived.uid !== 0;
}

/** Why the kubelet would not start a container that must not run as root. */
export function whyRefused({ derived, effective, imageConfig }: Container): string | undefined {
  if (isDeclared(effective.runAsUser)) return derived.uid === 0 ? "runAsUser is 0" : undefined;
  if (effective.runAsUser.origin !== "image" || runsAsOther({ derived })) return undefined;
  return derived.uid === 0 ? "the image runs as root" : `the image's user (${imageConfig?.user}) is no number above 0`;
}

/** What the API server refuses beside `allowPrivilegeEscalation: false` (validation.go, ValidateSecurityContext). */
function addsAdministration({ capabilities }: Container["securityContext"]): boolean {
  return capabilities?.add?.includes("CAP_SYS_ADMIN") === true;
}

function isId(value: Value): boolean {
  return typeof value === "number" && value > 0 && value <= 2147483647;
}

function fieldsOf(value: Value): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}
