import {
  type Container,
  findKnownImage,
  hasTypeOf,
  isAdministrator,
  isDeclared,
  largestId,
  type Pod,
  parseImageUser,
} from "../../pod/index.ts";
import { type Fields, isFields, isList, type Value } from "../../yaml/index.ts";
import { isRuntimeSocket } from "./node-paths.ts";
import { type Program, programsOf } from "./programs.ts";
import { safeSysctlsIn } from "./safe-sysctls.ts";
import { nodePathsOf } from "./volumes.ts";

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

/** Whether a value would open something up if Kubernetes read it: it is better off where it has no effect. */
export function weakens(field: string, value: Value, minor: number): boolean {
  if (Object.hasOwn(hardened, field)) return value !== hardened[field];
  if (ids.includes(field)) return value === 0;
  switch (field) {
    case "supplementalGroups":
      return isList(value) && value.includes(0);
    case "capabilities":
      return namesIn(fieldsOf(value).add).some((name) => name !== "NET_BIND_SERVICE");
    case "seccompProfile":
    case "appArmorProfile":
      return fieldsOf(value).type === "Unconfined";
    case "seLinuxOptions":
      return Object.keys(fieldsOf(value)).some((member) => member !== "level");
    case "windowsOptions":
      return fieldsOf(value).hostProcess === true;
    case "sysctls":
      return isList(value) && !value.every((item) => safeSysctlsIn(minor).has(String(fieldsOf(item).name)));
    default:
      return false;
  }
}

/**
 * Why a value that nothing reads today should not take effect in containers without a decision of its author, as a clause; `undefined` where only its
 * author could know of a reason. What the API server refuses is not asked here.
 */
export function explainIdleness(
  pod: Pod,
  field: string,
  value: Value,
  containers: readonly Container[],
): string | undefined {
  if (!hasTypeOf(field, value)) return "Kubernetes does not accept its value";
  const privileged = containers.find(({ derived }) => derived.privileged);
  const isIdle = ["allowPrivilegeEscalation", "capabilities", "seccompProfile", "appArmorProfile"].includes(field);
  if (privileged && isIdle) return `container "${privileged.name}" is privileged, which leaves it without effect`;
  switch (field) {
    case "runAsNonRoot":
      return findReason(containers, (each) => explainNonRootRefusal(each) ?? explainRootNeed(pod, each));
    case "runAsUser":
      return isNonRootId(value) ? findReason(containers, (each) => explainRootNeed(pod, each)) : notAnId;
    case "runAsGroup":
    case "fsGroup":
      return isNonRootId(value) ? undefined : notAnId;
    case "supplementalGroups":
      return isList(value) && value.every(isNonRootId) ? undefined : notAnId;
    case "allowPrivilegeEscalation":
      return findReason(containers, explainSetUidNeed);
    case "capabilities":
      return namesIn(fieldsOf(value).drop).includes("ALL") ? undefined : "it does not drop ALL";
    case "readOnlyRootFilesystem":
      return findReason(containers, explainWriting);
    case "windowsOptions":
      return "only you know which user the container can run as";
    default:
      return undefined;
  }
}

const notAnId = "it is not an id above 0 that Kubernetes accepts";

function findReason(
  containers: readonly Container[],
  explain: (container: Container) => string | undefined,
): string | undefined {
  return containers.map(explain).find((reason) => reason !== undefined);
}

function namesIn(value: Value | undefined): string[] {
  return isList(value) ? value.map(String) : [];
}

/** Why a container needs its set-uid programs, as a clause. */
export function explainSetUidNeed(container: Container): string | undefined {
  const program = programsOf(container).find(({ needs }) => needs === "set-uid");
  return program && `container "${container.name}" ${program.does}, a set-uid program, which gets no rights then`;
}

/** Why a container needs to write to its own root file system, as a clause. */
export function explainWriting(container: Container): string | undefined {
  const program = programsOf(container).find(({ needs }) => needs === "its own files");
  return (
    program &&
    `container "${container.name}" ${program.does}${program.capabilities.length > 0 ? ", which writes to its image's folders" : ", which is not on a volume"}`
  );
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

/** Why a container can't run as another user than root, as a clause: what its command runs, and what it mounts; `undefined` where nothing speaks against it. */
export function explainRootNeed(pod: Pod, container: Container): string | undefined {
  // Windows has no root.
  if (runsAsNonRoot(container) || container.derived.capabilities === null) return undefined;
  const takesRoot = ({ capabilities, needs }: Program) =>
    needs === "privileged" || (needs !== "set-uid" && needs !== "raw sockets" && capabilities.length > 0);
  const program = programsOf(container).find(takesRoot);
  const socket = nodePathsOf(pod, container).find(isRuntimeSocket);
  if (!program && socket !== undefined)
    return `container "${container.name}" mounts ${socket} of the node, the container runtime's socket, which belongs to root`;
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
