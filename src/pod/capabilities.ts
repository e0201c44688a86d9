import type { Capabilities } from "./security-context.ts";

/** Every capability in the kernel's order, without `CAP_` (Linux 5.9, include/uapi/linux/capability.h). */
// biome-ignore format: a list to be read, not a column
export const allCapabilities: readonly string[] = [
  "CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID", "KILL", "SETGID", "SETUID", "SETPCAP", "LINUX_IMMUTABLE",
  "NET_BIND_SERVICE", "NET_BROADCAST", "NET_ADMIN", "NET_RAW", "IPC_LOCK", "IPC_OWNER", "SYS_MODULE", "SYS_RAWIO", "SYS_CHROOT",
  "SYS_PTRACE", "SYS_PACCT", "SYS_ADMIN", "SYS_BOOT", "SYS_NICE", "SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "MKNOD", "LEASE",
  "AUDIT_WRITE", "AUDIT_CONTROL", "SETFCAP", "MAC_OVERRIDE", "MAC_ADMIN", "SYSLOG", "WAKE_ALARM", "BLOCK_SUSPEND", "AUDIT_READ",
  "PERFMON", "BPF", "CHECKPOINT_RESTORE",
];

/** The set that containerd and Docker give a container that neither adds nor drops any (containerd pkg/oci/spec.go): the largest of all runtimes. */
// biome-ignore format: a list to be read, not a column
export const defaultCapabilities: readonly string[] = [
  "CHOWN", "DAC_OVERRIDE", "FSETID", "FOWNER", "MKNOD", "NET_RAW", "SETGID", "SETUID", "SETFCAP", "SETPCAP", "NET_BIND_SERVICE",
  "SYS_CHROOT", "KILL", "AUDIT_WRITE",
];

/**
 * Computes the bounding set that containerd gives, in the kernel's order: ALL added, ALL dropped, then single adds, then single drops (containerd
 * internal/cri/opts/spec_opts.go WithCapabilities). Names count in any case; unknown ones are ignored. `CAP_NET_ADMIN` is unknown: containerd takes it for
 * `CAP_CAP_NET_ADMIN`.
 */
export function computeBoundingSet({ add = [], drop = [] }: Capabilities, privileged: boolean): readonly string[] {
  if (privileged) return allCapabilities;
  const adds = add.map((name) => name.toUpperCase());
  const drops = drop.map((name) => name.toUpperCase());
  const start = drops.includes("ALL") ? [] : adds.includes("ALL") ? allCapabilities : defaultCapabilities;
  const set = new Set([...start, ...adds]);
  for (const name of drops) set.delete(name);
  return allCapabilities.filter((name) => set.has(name));
}
