import { isFields, type Path, startsWith } from "../../yaml/index.ts";
import type { Pod } from "../pod.ts";
import { type ApiError, forbidden, required, unsupported } from "./error.ts";

/** The fields that a pod of its `os.name` may not set, whatever their value (validateOS, validateWindows, validateLinux). */
export function validateOperatingSystem(pod: Pod): ApiError[] {
  const { os } = pod.spec;
  if (!isFields(os)) return [];
  const name = pod.os ?? "";
  if (name === "") return [required(pod, [...pod.path, "os", "name"])];
  if (name === "windows") return validateForWindows(pod);
  if (name === "linux") return validateForLinux(pod);
  return [unsupported(pod, [...pod.path, "os"], name, ["linux", "windows"])];
}

// biome-ignore format: a list to be read, not a column
const linuxOnPod = [
  "appArmorProfile", "seLinuxOptions", "seccompProfile", "fsGroup", "fsGroupChangePolicy", "sysctls", "runAsUser", "runAsGroup",
  "supplementalGroups", "supplementalGroupsPolicy", "seLinuxChangePolicy",
] as const;
// biome-ignore format: a list to be read, not a column
const linuxInContainer = [
  "appArmorProfile", "seLinuxOptions", "seccompProfile", "capabilities", "readOnlyRootFilesystem", "privileged", "allowPrivilegeEscalation",
  "procMount", "runAsUser", "runAsGroup",
] as const;

const linuxInSpec = ["hostUsers", "hostPID", "hostIPC", "shareProcessNamespace"];

/** The path of the setting at or above a path that Windows does not have, set or not; `undefined` for any other path. */
export function findLinuxSetting(pod: Pod, path: Path): Path | undefined {
  const isIn = (block: Path, fields: readonly string[]) =>
    startsWith(path, block) && fields.includes(String(path[block.length]));
  const [block] = [
    ...pod.containers.filter(({ context }) => isIn(context, linuxInContainer)).map(({ context }) => context),
    ...(isIn(pod.context, linuxOnPod) ? [pod.context] : []),
    ...(isIn(pod.path, linuxInSpec) ? [pod.path] : []),
  ];
  return block && path.slice(0, block.length + 1);
}

function validateForWindows(pod: Pod): ApiError[] {
  const inSpec = [
    ...(pod.hostUsers === undefined ? [] : ["hostUsers"]),
    ...(pod.hostPID ? ["hostPID"] : []),
    ...(pod.hostIPC ? ["hostIPC"] : []),
    ...(typeof pod.spec.shareProcessNamespace === "boolean" ? ["shareProcessNamespace"] : []),
  ];
  const { securityContext } = pod;
  const onPod = linuxOnPod.filter(
    (field) => securityContext[field] !== undefined && !(field === "sysctls" && securityContext.sysctls?.length === 0),
  );
  const places = [
    ...inSpec.map((field) => [...pod.path, field]),
    ...onPod.map((field) => [...pod.context, field]),
    ...pod.containers.flatMap(({ context, securityContext }) =>
      linuxInContainer.filter((field) => securityContext[field] !== undefined).map((field) => [...context, field]),
    ),
  ];
  return places.map((at) => forbidden(pod, at, "cannot be set for a windows pod"));
}

function validateForLinux(pod: Pod): ApiError[] {
  const setting = [pod, ...pod.containers].filter(({ securityContext }) => securityContext.windowsOptions);
  return setting.map(({ context }) =>
    forbidden(pod, [...context, "windowsOptions"], "windows options cannot be set for a linux pod"),
  );
}
