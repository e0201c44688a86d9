import { expect, test } from "vitest";
import { describeNodePath } from "../src/rules/support/node-paths.ts";

const root = "root on the node";
const notRoot = "not root on the node";

test.each<[path: string, read: string, write: string]>([
  ["/", root, root],
  ["//.", root, root],
  ["C:\\", root, root],
  // A socket takes connections through a read-only mount, and so does one in a folder.
  ["/var/run/docker.sock", root, root],
  ["/run/containerd", root, root],
  ["/var/run/", root, root],
  ["\\\\.\\pipe\\docker_engine", root, root],
  ["/dev", root, root],
  ["/dev/log", "files of the node can be read", "files of the node can be changed"],
  ["/etc", "keys and the configuration of Kubernetes can be read", root],
  ["/etc/kubernetes/manifests", "keys and the configuration of Kubernetes can be read", root],
  ["/etc/kubernetes/pki", "can be read", "keys and the configuration of Kubernetes can be read and changed"],
  ["/etc/cron.d", "files of the node can be read", root],
  ["/etc/ssl/certs", "files of the node can be read", "files of the node can be changed"],
  ["/usr", "files of the node can be read", root],
  ["/opt/cni/bin", "files of the node can be read", root],
  ["/root/.ssh", "private keys", "a login on the node"],
  ["/proc", "looked into", root],
  ["/sys/fs/cgroup", "looked into", root],
  ["/var", "kubelet's credentials", root],
  ["/var/lib", "secrets of every pod", "secrets of every pod"],
  ["/var/lib/kubelet/pods", "secrets of every pod", "secrets of every pod"],
  ["/var/lib/etcd", "all that the cluster stores", "the whole cluster"],
  ["/var/lib/docker/containers", "every container on the node", "programs of every container"],
  ["/var/log", notRoot, notRoot],
  ["/var/log/pods/", notRoot, notRoot],
  // The name alone proves nothing.
  ["/var/logs", "files of the node can be read", "files of the node can be changed"],
  ["/rootfs", "files of the node can be read", "files of the node can be changed"],
  ["/data", "files of the node can be read", "files of the node can be changed"],
])("%s", (path, read, write) => {
  expect(describeNodePath(path, "read")).toContain(read);
  expect(describeNodePath(path, "write")).toContain(write);
  for (const said of [describeNodePath(path, "read"), describeNodePath(path, "write")])
    expect(said.includes(notRoot) && said.replace(notRoot, "").includes(root)).toBe(false);
});
