import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../src/policy/index.ts";
import { review } from "../src/review/review.ts";

/** Why rules offer no fix for a pod of one container, by rule. */
async function declinedIn(container: string, spec = ""): Promise<Record<string, string>> {
  const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  ${spec || "hostUsers: true"}\n  containers:\n    - {name: c, image: i, ${container}}\n`;
  const { findings } = await review([{ file: "p.yaml", text }], null, defaultPolicy);
  return Object.fromEntries(findings.flatMap(({ rule, declined }) => (declined === null ? [] : [[rule.id, declined]])));
}

describe("what a manifest's own command needs, no fix takes away", () => {
  const shell = (script: string) => `command: [sh, -c, ${JSON.stringify(script)}]`;

  it.each<[string, Readonly<Record<string, string>>]>([
    [
      shell("chown -R 1000 /data && exec app"),
      {
        "run-as-non-root": 'container "c" runs chown, which takes root',
        "drop-all-capabilities":
          "the container needs CHOWN, for chown, which it runs, and the restricted level does not let it add it back",
      },
    ],
    ["command: [/bin/chown, -R, '1000', /data]", { "run-as-non-root": 'container "c" runs chown, which takes root' }],
    ["command: [bash], args: [-ec, 'find / -exec chown 1 {} +']", { "run-as-non-root": "chown" }],
    [shell("set -e\n# mount nothing\nif true; then\n  setcap x=+ep /app\nfi"), { "drop-all-capabilities": "SETFCAP" }],
    ["command: [tini, --, gosu, app, /app]", { "drop-all-capabilities": "needs SETGID and SETUID, for gosu" }],
    ["lifecycle: {postStart: {exec: {command: [chown, '1', /a]}}}", { "run-as-non-root": "runs chown" }],
    [
      `${shell("sudo app")}, securityContext: {runAsUser: 1000}`,
      { "allow-privilege-escalation": 'container "c" runs sudo, a set-uid program, which gets no rights then' },
    ],
    [
      shell("apk add --no-cache curl"),
      { "read-only-root-filesystem": "runs apk, which writes to its image's folders" },
    ],
    [
      shell("echo hi > /usr/share/nginx/html/index.html"),
      {
        "read-only-root-filesystem":
          'container "c" writes to /usr/share/nginx/html/index.html, which is not on a volume',
      },
    ],
    [shell("mkdir -p /work/out && app"), { "read-only-root-filesystem": "writes to /work/out" }],
    [
      `${shell("iptables -A INPUT -j DROP")}, securityContext: {capabilities: {drop: [ALL], add: [NET_ADMIN]}}`,
      { "added-capabilities": "the container runs iptables, which needs NET_ADMIN" },
    ],
    [
      `${shell("sysctl -w vm.max_map_count=262144")}, securityContext: {privileged: true}`,
      { privileged: "it runs sysctl -w, which does not work without privileged" },
    ],
    [
      `${shell("echo 1 > /proc/sys/net/ipv4/ip_forward")}, securityContext: {privileged: true}`,
      { privileged: "it writes to /proc/sys or /sys, which does not work without privileged" },
    ],
    [
      `${shell("modprobe br_netfilter")}, securityContext: {privileged: true}`,
      {
        privileged:
          "it runs modprobe, which does not work without privileged (it needs SYS_MODULE, which the container does not add)",
      },
    ],
    [
      "securityContext: {privileged: true}, volumeMounts: [{name: v, mountPath: /v, mountPropagation: Bidirectional}]",
      { privileged: "mountPropagation: Bidirectional, which the API server allows only to privileged containers" },
    ],
    [
      `${shell("mount /a /b")}, securityContext: {appArmorProfile: {type: Unconfined}}`,
      { "app-armor-profile": "mounts file systems" },
    ],
    [
      `${shell("chown 1 /a; su app -c b")}, ports: [{containerPort: 80}]`,
      {
        "drop-all-capabilities":
          "the container needs CHOWN, SETGID and SETUID, for chown and su, which it runs, and the restricted level does not let it add these back",
      },
    ],
    [
      "command: [tcpdump, -i, any]",
      {
        "run-as-non-root": "runs tcpdump, which takes root",
        "drop-all-capabilities": "the container needs NET_RAW, for tcpdump, which it runs",
      },
    ],
    [
      shell("until ping -c1 db; do sleep 1; done"),
      { "drop-all-capabilities": "the container needs NET_RAW, for ping, which it runs" },
    ],
    ["command: [gosu, app, /app]", { "run-as-non-root": "runs gosu, which takes root" }],
    [
      shell("adduser -D app && su app -c /app"),
      { "read-only-root-filesystem": "runs adduser, which writes", "run-as-non-root": "which takes root" },
    ],
    [
      "command: [chronyd, -d], securityContext: {capabilities: {add: [SYS_TIME], drop: [ALL]}}",
      { "added-capabilities": "runs chronyd, which needs SYS_TIME" },
    ],
  ])("%s", async (container, expected) => {
    const declined = await declinedIn(container);
    for (const [rule, reason] of Object.entries(expected)) expect(declined[rule]).toContain(reason);
  });

  it.each([
    shell("sysctl net.ipv4.ip_forward; mount | grep data; apk --version"),
    shell("echo mount; ./chown-report --su"),
    shell("app # chown comes later"),
    "args: [--mount=/data, --chown]",
    shell("echo hi >> /tmp/x 2> /dev/null; mkdir $HOME/a"),
    `${shell("echo hi > /data/x")}, volumeMounts: [{name: d, mountPath: /data}]`,
    "command: [/app, chown]",
    "env: [{name: RUN, value: 'chown -R 1 /'}]",
    "securityContext: {privileged: true}, volumeMounts: [{name: v, mountPath: /v, mountPropagation: HostToContainer}]",
    `${shell("chown 1 /a")}, securityContext: {privileged: true}`,
  ])("and nothing else counts as a need: %s", async (container) => {
    const { "explicit-user": _user, "explicit-group": _group, ...others } = await declinedIn(container);
    const { "run-as-non-root": _root, "drop-all-capabilities": _drop, ...rest } = others;
    expect(container.includes("privileged") ? rest : others).toEqual({});
  });

  it("what another user can't do today fails neither way", async () => {
    const declined = await declinedIn(`${shell("chown 1 /a || true")}, securityContext: {runAsUser: 1000}`);
    expect(Object.keys(declined)).toEqual(["explicit-group"]);
  });

  it.each([
    [
      "hostNetwork: true\n  volumes: [{name: v, hostPath: {path: /etc/cni/net.d}}]",
      "host-namespaces",
      "the pod mounts /etc/cni/net.d of the node",
    ],
    ["hostNetwork: true\n  volumes: [{name: v, hostPath: {path: /etc/cnix}}]", "host-namespaces", undefined],
    ["hostNetwork: true", "host-namespaces", undefined],
  ])("a network plugin keeps the node's network: %s", async (spec, rule, reason) => {
    const declined = (await declinedIn("ports: []", spec))[rule];
    expect(reason === undefined ? (declined ?? "") : declined).toContain(reason ?? "");
    expect(declined === undefined).toBe(reason === undefined);
  });

  it("ping needs no root", async () => {
    expect(Object.keys(await declinedIn("command: [ping, db]"))).not.toContain("run-as-non-root");
  });

  it.each<[path: string, rule: string, reason: string | undefined]>([
    ["/var/run/docker.sock", "run-as-non-root", 'container "c" mounts /var/run/docker.sock of the node'],
    ["/run/containerd/containerd.sock", "explicit-user", "the container runtime's socket, which belongs to root"],
    ["/var/run/app.sock", "run-as-non-root", undefined],
    ["/dev/fuse", "privileged", "it mounts /dev/fuse of the node, and only privileged containers can open its devices"],
    ["/dev", "privileged", "it mounts /dev of the node"],
    ["/dev/shm", "privileged", undefined],
    ["/devices", "privileged", undefined],
  ])("what is mounted of the node needs its rights: %s", async (path, rule, reason) => {
    const privileged = rule === "privileged" ? ", securityContext: {privileged: true}" : "";
    const volumes = `volumes: [{name: v, hostPath: {path: ${path}}}]`;
    const declined = await declinedIn(`volumeMounts: [{name: v, mountPath: /x}]${privileged}`, volumes);
    if (reason === undefined) expect(declined[rule]).toBeUndefined();
    else expect(declined[rule]).toContain(reason);
  });

  it("nsenter keeps the node's processes", async () => {
    expect((await declinedIn("command: [nsenter, -t, '1']", "hostPID: true"))["host-namespaces"]).toContain("nsenter");
  });
});

it("a sysctl is not written like another one that is there", async () => {
  const sysctls =
    "securityContext: {sysctls: [{name: net/ipv4/tcp_syncookies, value: '1'}, {name: net.ipv4.tcp_syncookies, value: '1'}]}";
  expect((await declinedIn("ports: []", sysctls)).sysctls).toContain("only you know which of the two is meant");
});
