/** A place in a node's file system, and what can be done there from a container: clauses. */
interface NodePlace {
  readonly paths: readonly string[];
  /** Whether what stands below is as serious. Without it only these paths and the folders above them are meant. */
  readonly includesBelow?: boolean;
  /** Through a read-only mount; left out where that is no more serious than for any path. */
  readonly read?: string;
  readonly write: string;
}

// biome-ignore format: a list to be read, not a column
const runtimeSockets = [
  "/run/docker.sock", "/run/containerd/containerd.sock", "/run/k3s/containerd/containerd.sock", "/run/crio/crio.sock", "/run/cri-dockerd.sock",
  "/run/podman/podman.sock", "//./pipe/docker_engine", "//./pipe/containerd-containerd",
];
const socket =
  "the container runtime's socket is there, which is root on the node: whoever connects to it starts containers that own the node, and a read-only " +
  "mount does not prevent that";

const devices =
  "the node's devices are there: a privileged container can read and change its disks through them, read-only mount or not, which is root on the node";

/**
 * What the places of a node are good for, the most serious first. Sources: Docker "Docker daemon attack surface"; the sockets of kubeadm
 * (cmd/kubeadm/app/constants) and K3s; Kubernetes "Create static Pods", "PKI certificates and requirements" and the kubelet's `--root-dir`; core(5) and
 * kernel.org "sysfs" for programs that the kernel starts, and "device-cgroup" for devices; sshd(8) "authorized_keys"; Aqua Security "Kubernetes Pod Escape Using Log Mounts".
 */
const places: readonly NodePlace[] = [
  {
    paths: ["/", "C:"],
    read: "every file of the node can be read there, and the container runtime's socket be used, which is root on the node",
    write: "every file of the node can be changed there, which is root on the node",
  },
  {
    paths: runtimeSockets,
    read: socket,
    write: socket,
  },
  { paths: ["/dev"], read: devices, write: devices },
  {
    paths: ["/etc/kubernetes/manifests"],
    includesBelow: true,
    write: "the pods that the kubelet starts unasked can be changed there, which is root on the node",
  },
  {
    paths: ["/etc/kubernetes"],
    includesBelow: true,
    read: "the keys and the configuration of Kubernetes can be read there",
    write: "the keys and the configuration of Kubernetes can be read and changed there",
  },
  {
    // biome-ignore format: a list to be read, not a column
    paths: ["/etc/cron.d", "/etc/ld.so.preload", "/etc/passwd", "/etc/sudoers", "/etc/systemd", "/var/spool/cron"],
    includesBelow: true,
    write: "the node's accounts, cron jobs and services can be changed there, which is root on the node",
  },
  {
    paths: ["/etc/shadow", "/etc/ssh"],
    includesBelow: true,
    read: "the node's keys and password hashes can be read there",
    write: "the node's keys and password hashes can be changed there, which is root on the node",
  },
  {
    // biome-ignore format: a list to be read, not a column
    paths: ["/bin", "/sbin", "/lib", "/lib64", "/usr/bin", "/usr/sbin", "/usr/lib", "/usr/lib64", "/usr/local", "/opt/cni", "/etc/cni", "/boot"],
    includesBelow: true,
    write: "what the node runs as root can be changed there, which is root on the node",
  },
  {
    paths: ["/root", "/home"],
    includesBelow: true,
    read: "private keys of the node's accounts can be read there",
    write: "an SSH key can be added there, which is a login on the node",
  },
  {
    paths: ["/proc", "/sys"],
    includesBelow: true,
    read: "the processes and the kernel of the node can be looked into there",
    write:
      "settings that name a program for the kernel to start as root can be changed there, which is root on the node",
  },
  {
    paths: ["/var/lib/kubelet"],
    includesBelow: true,
    read: "the kubelet's credentials and the secrets of every pod on the node can be read there",
    write: "the kubelet's credentials and the secrets of every pod on the node can be read and changed there",
  },
  {
    paths: ["/var/lib/etcd"],
    includesBelow: true,
    read: "all that the cluster stores can be read there, secrets included",
    write: "all that the cluster stores can be changed there, which is the whole cluster",
  },
  {
    paths: ["/var/lib/containerd", "/var/lib/containers", "/var/lib/docker", "/var/lib/rancher"],
    includesBelow: true,
    read: "the files of every container on the node can be read there",
    write: "the programs of every container on the node can be changed there",
  },
  {
    paths: ["/var/log"],
    includesBelow: true,
    read: "the logs of the node and of its containers can be read there, which is not root on the node",
    write:
      "the logs of the node and of its containers can be read and forged there, which is not root on the node; but through a link that is put there, the " +
      "kubelet shows any file to whoever may ask it for logs",
  },
];

/** What a container can do where a path of the node is mounted into it, as a clause. */
export function describeNodePath(path: string, access: "read" | "write"): string {
  const plain = normalize(path);
  const place = places.find((each) => each[access] !== undefined && isAt(each, plain));
  if (place) return place[access] ?? "";
  return access === "write"
    ? "files of the node can be changed there, and what reads them on the node trusts them"
    : "files of the node can be read there";
}

/** Whether a path of the node is a container runtime's socket, which belongs to root. */
export function isRuntimeSocket(path: string): boolean {
  return runtimeSockets.includes(normalize(path));
}

/** Whether a path of the node is a device: the runtime lets no container open it that is not privileged, but for those that it makes itself. */
export function isDevice(path: string): boolean {
  const plain = normalize(path);
  return isPathWithin(plain, "/dev") && !usableDevices.some((each) => isPathWithin(plain, each));
}

/** Devices that every container may use, and folders of /dev that hold none (OCI runtime specification, "Default Devices"). */
// biome-ignore format: a list to be read, not a column
const usableDevices = [
  "/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty", "/dev/ptmx", "/dev/pts", "/dev/shm", "/dev/mqueue", "/dev/hugepages",
  "/dev/log",
];

function isAt({ paths, includesBelow = false }: NodePlace, path: string): boolean {
  return paths.some((each) => isPathWithin(each, path) || (includesBelow && isPathWithin(path, each)));
}

/** Whether a path is a folder or stands below it. The root has a place of its own, and is nobody's folder here. */
function isPathWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** The one spelling of a path: `/var/run` is a link to `/run` (Filesystem Hierarchy Standard 3.0, 5.13), and Windows takes both slashes and any case. */
function normalize(path: string): string {
  const slashed = path.replaceAll("\\", "/");
  if (slashed.startsWith("//./")) return slashed.toLowerCase();
  const steps = slashed.split("/").filter((step) => step !== "" && step !== ".");
  if (/^[a-z]:$/i.test(steps[0] ?? "")) return steps.join("/").toUpperCase();
  return `/${steps.join("/")}`.replace(/^\/var\/run(?=\/|$)/, "/run");
}
