import type { Pod } from "../pod.ts";
import { type ApiError, duplicate, invalid, required } from "./error.ts";

const namePattern = /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/;
const nameDetail =
  "must have at most 253 characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$";

/** `spec.securityContext.sysctls` (validateSysctls, validateHostNetworkSysctl). */
export function validateSysctls(pod: Pod): ApiError[] {
  const seen = new Set<string>();
  return (pod.securityContext.sysctls ?? []).flatMap((sysctl, index) => {
    const value = sysctl.name ?? "";
    const at = [...pod.context, "sysctls", index, "name"];
    const errors: ApiError[] = [];
    if (value === "") errors.push(required(pod, at));
    else if (value.length > 253 || !namePattern.test(value)) errors.push(invalid(pod, at, value, nameDetail));
    else if (seen.has(value)) errors.push(duplicate(pod, at, value));
    seen.add(value);
    const dotted = normalizeSysctl(value);
    if (pod.hostNetwork && dotted.startsWith("net."))
      errors.push(invalid(pod, at, value, "may not be specified when 'hostNetwork' is true"));
    if (pod.hostIPC && isIpcSysctl(dotted))
      errors.push(invalid(pod, at, value, "may not be specified when 'hostIPC' is true"));
    return errors;
  });
}

// biome-ignore format: a list to be read, not a column
const ipcSysctls = new Set([
  "kernel.sem", "kernel.shmall", "kernel.shmmax", "kernel.shmmni", "kernel.shm_rmid_forced", "kernel.msgmax", "kernel.msgmnb",
  "kernel.msgmni", "kernel.shm", "kernel.msg",
]);

function isIpcSysctl(sysctl: string): boolean {
  return ipcSysctls.has(sysctl) || sysctl.startsWith("fs.mqueue.");
}

/** Writes the name of a sysctl with dots, as the kubelet does: `net/ipv4/x.y` is `net.ipv4.x/y`. The first separator decides which is which (component-helpers node/util/sysctl). */
export function normalizeSysctl(sysctl: string): string {
  const first = /[./]/.exec(sysctl)?.[0];
  return first === "/" ? sysctl.replace(/[./]/g, (separator) => (separator === "/" ? "." : "/")) : sysctl;
}
