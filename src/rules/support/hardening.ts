import {
  type Container,
  findKnownImage,
  hasTypeOf,
  isAdministrator,
  isDeclared,
  largestId,
  parseImageUser,
} from "../../pod/index.ts";
import { type Fields, isFields, isList, type Value } from "../../yaml/index.ts";
import { programsOf } from "./programs.ts";

/** The one value of a field that does not open anything up. */
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

/** Whether a value would open something up if Kubernetes read it: it is better off where it has no effect. */
export function weakens(field: string, value: Value): boolean {
  if (Object.hasOwn(hardened, field)) return value !== hardened[field];
  if (ids.includes(field)) return value === 0;
  if (field === "supplementalGroups") return isList(value) && value.includes(0);
  if (field === "capabilities") return fieldsOf(value).add !== undefined;
  if (field === "securityContext") return Object.entries(fieldsOf(value)).some(([name, inner]) => weakens(name, inner));
  return profiles.includes(field) && fieldsOf(value).type === "Unconfined";
}

/**
 * Whether a value that has no effect today may take effect without a decision of its author: Kubernetes accepts it, the containers that get it start, and
 * only its author could know of no other meaning.
 */
export function mayTakeEffect(field: string, value: Value, containers: readonly Container[]): boolean {
  if (!hasTypeOf(field, value) || weakens(field, value)) return false;
  if (field === "securityContext")
    return Object.entries(fieldsOf(value)).every(([name, inner]) => mayTakeEffect(name, inner, containers));
  const isPrivileged = containers.some(({ derived }) => derived.privileged);
  switch (field) {
    case "runAsNonRoot":
      return containers.every(
        (each) => each.derived.uid !== 0 && (explainNonRootRefusal(each) ?? explainRootNeed(each)) === undefined,
      );
    case "allowPrivilegeEscalation":
      return !isPrivileged && !containers.some(addsSysAdmin);
    case "capabilities":
      return !isPrivileged && Object.keys(fieldsOf(value)).join() === "drop" && String(fieldsOf(value).drop) === "ALL";
    case "seccompProfile":
    case "appArmorProfile":
      return (
        !isPrivileged && Object.keys(fieldsOf(value)).join() === "type" && fieldsOf(value).type === "RuntimeDefault"
      );
    case "supplementalGroups":
      return isList(value) && value.every(isNonRootId);
    default:
      return ids.includes(field) ? isNonRootId(value) : field !== "hostUsers" && Object.hasOwn(hardened, field);
  }
}

/** Whether the container's user is known, from the manifest or the image, and is neither root nor the administrator of Windows. */
export function runsAsNonRoot({ derived, runsOn }: Pick<Container, "derived" | "runsOn">): boolean {
  if (runsOn === "windows") return derived.userName !== null && !isAdministrator(derived.userName);
  return derived.uid !== null && derived.uid > 0 && derived.uid <= largestId;
}

/**
 * Why the kubelet would not start a container under `runAsNonRoot: true`, as a clause; `undefined` where nothing speaks against it. What is known of a
 * public image speaks where nobody asked its registry.
 */
export function explainNonRootRefusal(container: Container): string | undefined {
  const { derived, effective, image, imageConfig, runsOn } = container;
  if (runsOn === "windows")
    return derived.userName === null || runsAsNonRoot(container) ? undefined : `the user is ${derived.userName}`;
  if (isDeclared(effective.runAsUser)) return derived.uid === 0 ? "runAsUser is 0" : undefined;
  const known = imageConfig ? undefined : findKnownImage(image);
  const { user } = imageConfig ?? known ?? {};
  if (user === undefined) return undefined;
  const subject = known ? `the image ${known.name}` : "the image";
  const { uid, name } = parseImageUser(user);
  if (uid === 0 || name === "root") return `${subject} runs as root`;
  if (uid !== undefined && uid > 0 && uid <= largestId) return undefined;
  const defect = name === undefined && uid > 0 ? "not an id that Kubernetes accepts" : "not a number above 0";
  return `${subject}'s user (${user}) is ${defect}`;
}

/** Why a container can't run as another user than root, as a clause: what its command runs; `undefined` where nothing speaks against it. */
export function explainRootNeed(container: Container): string | undefined {
  if (runsAsNonRoot(container)) return undefined;
  const program = programsOf(container).find(({ needs }) => needs !== "set-uid");
  return program && `container "${container.name}" ${program.does}, which takes root`;
}

/** The API server refuses this very spelling beside `allowPrivilegeEscalation: false` (validation.go ValidateSecurityContext, kubernetes#119568). */
export function addsSysAdmin({ securityContext }: Container): boolean {
  return securityContext.capabilities?.add?.includes("CAP_SYS_ADMIN") === true;
}

function isNonRootId(value: Value): boolean {
  return typeof value === "number" && value > 0 && value <= largestId;
}

function fieldsOf(value: Value): Fields {
  return isFields(value) ? value : {};
}
