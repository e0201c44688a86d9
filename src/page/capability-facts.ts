import { type Container, defaultCapabilities } from "../pod/index.ts";

/** How far a capability takes an intruder. The dropper shows the titles as headings. */
export const dangers = [
  { danger: 1, title: "Owns the node", meaning: "each of these alone can lead out of the container" },
  { danger: 2, title: "Reaches beyond the container", meaning: "the network, the clock, or what the node knows" },
  {
    danger: 3,
    title: "Root's rights inside the container",
    meaning: "building blocks: from a bug to root, from root to more",
  },
  { danger: 4, title: "Little by itself", meaning: "a nuisance, or hardly used any more" },
] as const;

export interface CapabilityFacts {
  readonly danger: (typeof dangers)[number]["danger"];
  /** What it lets an intruder do; continues "An intruder can". */
  readonly lets: string;
  /** Who really needs it; continues "Needed by". */
  readonly need: string;
}

/**
 * The facts about each capability, in the kernel's order. What it allows comes from capabilities(7) and include/uapi/linux/capability.h (Linux 5.9). How
 * dangerous it is and who needs it is this project's own judgement, for containers without a user namespace.
 */
export const capabilityFacts: Readonly<Record<string, CapabilityFacts>> = {
  CHOWN: {
    danger: 3,
    lets: "take over any file in the container and on its volumes",
    need: "start scripts that hand a volume to another user; fsGroup does that without it",
  },
  DAC_OVERRIDE: {
    danger: 3,
    lets: "read and write every file in the container and on its volumes, whatever its permissions",
    need: "images whose root writes other users' files",
  },
  DAC_READ_SEARCH: {
    danger: 1,
    lets: "read every file, and open files of the node by their inode",
    need: "backup agents that read the node's disk",
  },
  FOWNER: {
    danger: 3,
    lets: "change the permissions of files that belong to others",
    need: "start scripts that chmod other users' files",
  },
  FSETID: {
    danger: 3,
    lets: "rewrite programs and keep their set-user-ID bits",
    need: "package managers, when an image is built",
  },
  KILL: {
    danger: 3,
    lets: "stop any process in the container; with hostPID any process of the node",
    need: "supervisors that run processes as several users",
  },
  SETGID: {
    danger: 3,
    lets: "join any group in the container",
    need: "servers that start as root and step down, such as nginx or sshd",
  },
  SETUID: {
    danger: 3,
    lets: "become any user in the container, root too",
    need: "servers that start as root and step down; gosu, su-exec, sudo",
  },
  SETPCAP: {
    danger: 3,
    lets: "pass capabilities on to child processes",
    need: "programs that sandbox their own children",
  },
  LINUX_IMMUTABLE: { danger: 4, lets: "make files that nobody can delete", need: "hardly anyone" },
  NET_BIND_SERVICE: {
    danger: 4,
    lets: "pose as a service on a port below 1024",
    need: "root servers on ports below 1024; a higher port behind a Service needs nothing",
  },
  NET_BROADCAST: { danger: 4, lets: "do nothing: the kernel never checks it", need: "nobody" },
  NET_ADMIN: {
    danger: 2,
    lets: "change interfaces, routes and firewall rules; with hostNetwork the node's",
    need: "CNI plugins, service mesh init containers, VPNs",
  },
  NET_RAW: {
    danger: 2,
    lets: "forge and sniff packets: answer for other pods' addresses and names",
    need: "ping and traceroute in older images, network probes",
  },
  IPC_LOCK: {
    danger: 4,
    lets: "pin memory until the node runs short",
    need: "databases with huge pages, secret stores such as Vault",
  },
  IPC_OWNER: {
    danger: 3,
    lets: "read and change shared memory of other users; with hostIPC the node's",
    need: "hardly anyone",
  },
  SYS_MODULE: {
    danger: 1,
    lets: "load their own code into the node's kernel",
    need: "driver installers; better done on the node",
  },
  SYS_RAWIO: { danger: 1, lets: "read and write the node's memory and devices", need: "hardware tools" },
  SYS_CHROOT: {
    danger: 3,
    lets: "change the root directory, and with another flaw escape from it",
    need: "sshd, build tools",
  },
  SYS_PTRACE: {
    danger: 1,
    lets: "read and change the memory of other processes; with hostPID of every process on the node",
    need: "debuggers and profilers, for a while",
  },
  SYS_PACCT: { danger: 4, lets: "switch the node's process accounting on and off", need: "hardly anyone" },
  SYS_ADMIN: {
    danger: 1,
    lets: "mount the node's disks and enter its namespaces: as good as root on the node",
    need: "storage plugins and container builders; there is nearly always something smaller",
  },
  SYS_BOOT: { danger: 1, lets: "restart the node, or start another kernel on it", need: "agents that reboot nodes" },
  SYS_NICE: {
    danger: 4,
    lets: "take processor time from everyone else",
    need: "real-time and media software, some databases",
  },
  SYS_RESOURCE: {
    danger: 4,
    lets: "exceed limits and quotas",
    need: "databases and agents that raise their own limits",
  },
  SYS_TIME: {
    danger: 2,
    lets: "set the node's clock, on which certificates and logs depend",
    need: "time servers",
  },
  SYS_TTY_CONFIG: { danger: 4, lets: "hang up terminals", need: "hardly anyone" },
  MKNOD: { danger: 3, lets: "make device files; which of them open is the node's decision", need: "image builders" },
  LEASE: { danger: 4, lets: "hold up others who open a file", need: "file servers such as Samba" },
  AUDIT_WRITE: { danger: 4, lets: "write false entries into the node's audit log", need: "sshd, login, PAM" },
  AUDIT_CONTROL: { danger: 2, lets: "switch off the node's audit log", need: "audit agents" },
  SETFCAP: {
    danger: 3,
    lets: "give programs capabilities that they keep",
    need: "package managers, when an image is built",
  },
  MAC_OVERRIDE: { danger: 1, lets: "bypass Smack's access rules", need: "hardly anyone" },
  MAC_ADMIN: { danger: 1, lets: "change the node's AppArmor or Smack policy", need: "agents that load profiles" },
  SYSLOG: { danger: 2, lets: "read the node's kernel log, and the addresses that exploits need", need: "log agents" },
  WAKE_ALARM: { danger: 4, lets: "wake a sleeping machine", need: "nobody in a cluster" },
  BLOCK_SUSPEND: { danger: 4, lets: "keep a machine awake", need: "nobody in a cluster" },
  AUDIT_READ: { danger: 2, lets: "read the node's audit log", need: "audit agents" },
  PERFMON: {
    danger: 2,
    lets: "watch the node's kernel and every process on it",
    need: "profilers, eBPF observability",
  },
  BPF: { danger: 1, lets: "load programs into the node's kernel", need: "eBPF agents such as Cilium or Falco" },
  CHECKPOINT_RESTORE: {
    danger: 2,
    lets: "read how other processes are laid out in memory, and choose process ids",
    need: "checkpoint and migration tools",
  },
};

/** What a process in the container can do with a capability. */
export type CapabilityReach = "in effect" | "within reach" | "out of reach" | "dropped";

/**
 * Assesses what a process can do with a capability (capabilities(7)). Root has its bounding set at once. Another user starts with nothing, and gets the set
 * back through a set-user-ID program unless no_new_privs forbids it.
 */
export function assessReach(
  { derived, effective }: Pick<Container, "derived" | "effective">,
  name: string,
): CapabilityReach {
  if (!derived.capabilities?.includes(name)) return "dropped";
  const isRoot = derived.uid === null ? effective.runAsNonRoot.value !== true : derived.uid === 0;
  if (isRoot) return "in effect";
  return derived.noNewPrivileges && !derived.privileged ? "out of reach" : "within reach";
}

/** Whether a container gets the capability without asking for it. */
export function isDefaultCapability(name: string): boolean {
  return defaultCapabilities.includes(name);
}
