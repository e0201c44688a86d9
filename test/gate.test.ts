import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { Exemption, Policy } from "../src/policy/index.ts";
import { review } from "../src/review/review.ts";
import { change, type Fields, failures, logs, pod, policy, sourcesOf, type Texts, volume } from "./gate/change.ts";

// What the author of a change can do to get something worse past a gate that only new findings fail.

describe("a fact holds all that makes it dangerous", () => {
  it.each<[what: string, rule: string, before: Fields, after: Fields]>([
    ["a folder of the node becomes its parent", "host-path-volumes", logs("/var/log"), logs("/var")],
    ["a folder of the node becomes the root", "host-path-volumes", logs("/var/log"), logs("/")],
    ["a folder of the node becomes another one", "host-path-volumes", logs("/var/log"), logs("/var/lib")],
    ["one whose name only starts alike", "host-path-volumes", logs("/var/log"), logs("/var/log2")],
    ["the parent by steps up", "host-path-volumes", logs("/var/log"), logs("/var/log/../../etc")],
    ["a mount turns writable", "host-path-volumes", logs("/var/log"), logs("/var/log", {})],
    ["a mount turns writable for false", "host-path-volumes", logs("/var/log"), logs("/var/log", { readOnly: false })],
    [
      "a mount shares its own mounts with the node",
      "host-path-volumes",
      logs("/var/log", {}),
      logs("/var/log", { mountPropagation: "Bidirectional" }),
    ],
    [
      "a mount sees what the node mounts later",
      "host-path-volumes",
      logs("/var/log"),
      logs("/var/log", { readOnly: true, mountPropagation: "HostToContainer" }),
    ],
    ["a mount loses its sub-path", "host-path-volumes", logs("/var", { readOnly: true, subPath: "log" }), logs("/var")],
    [
      "a folder becomes a socket",
      "host-path-volumes",
      logs("/var/run/a"),
      logs("/var/run/a", { readOnly: true }, "Socket"),
    ],
    [
      "a second mount, writable",
      "host-path-volumes",
      logs("/var/log"),
      pod({
        spec: { volumes: [{ name: "data", hostPath: { path: "/var/log" } }] },
        container: {
          volumeMounts: [
            { name: "data", mountPath: "/a", readOnly: true },
            { name: "data", mountPath: "/b" },
          ],
        },
      }),
    ],
    [
      "another server",
      "volume-types",
      volume({ nfs: { server: "a", path: "/x" } }),
      volume({ nfs: { server: "b", path: "/x" } }),
    ],
    [
      "a wider export",
      "volume-types",
      volume({ nfs: { server: "a", path: "/x/y" } }),
      volume({ nfs: { server: "a", path: "/x" } }),
    ],
    [
      "an export that turns writable",
      "volume-types",
      volume({ nfs: { server: "a", path: "/x", readOnly: true } }),
      volume({ nfs: { server: "a", path: "/x" } }),
    ],
    [
      "another driver",
      "volume-types",
      volume({ flexVolume: { driver: "a/b" } }),
      volume({ flexVolume: { driver: "a/c" } }),
    ],
    [
      "another option of a driver",
      "volume-types",
      volume({ flexVolume: { driver: "a/b", options: { x: "1" } } }),
      volume({ flexVolume: { driver: "a/b", options: { x: "2" } } }),
    ],
    [
      "another repository",
      "volume-types",
      volume({ gitRepo: { repository: "https://a.example" } }),
      volume({ gitRepo: { repository: "https://b.example" } }),
    ],
    [
      "another kind of volume",
      "volume-types",
      volume({ nfs: { server: "a", path: "/x" } }),
      volume({ rbd: { monitors: ["a"], image: "x" } }),
    ],
    [
      "a sysctl's other value",
      "sysctls",
      pod({
        spec: {
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 1,
            seccompProfile: { type: "RuntimeDefault" },
            sysctls: [{ name: "kernel.msgmax", value: "1" }],
          },
        },
      }),
      pod({
        spec: {
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 1,
            seccompProfile: { type: "RuntimeDefault" },
            sysctls: [{ name: "kernel.msgmax", value: "2" }],
          },
        },
      }),
    ],
    [
      "a port of one address opens on all",
      "host-ports",
      pod({ container: { ports: [{ containerPort: 80, hostPort: 80, hostIP: "127.0.0.1" }] } }),
      pod({ container: { ports: [{ containerPort: 80, hostPort: 80 }] } }),
    ],
    [
      "a probe of another port",
      "host-probes",
      pod({ container: { livenessProbe: { tcpSocket: { host: "10.0.0.1", port: 80 } } } }),
      pod({ container: { livenessProbe: { tcpSocket: { host: "10.0.0.1", port: 2379 } } } }),
    ],
    [
      "an init container takes the name of another container",
      "privileged",
      pod({ context: { privileged: true, allowPrivilegeEscalation: true }, container: { name: "agent" } }),
      pod({
        spec: {
          initContainers: [{ name: "agent", image: "evil", securityContext: { privileged: true } }],
          containers: [{ name: "app", image: "b" }],
        },
      }),
    ],
    [
      "what is mounted below a read-only mount becomes writable",
      "host-path-volumes",
      logs("/var/log", { readOnly: true, recursiveReadOnly: "Enabled" }),
      logs("/var/log"),
    ],
  ])("%s: %s is new", async (_, rule, before, after) => {
    expect(failures(await change({ "a.yaml": [before] }, { "a.yaml": [before] }))).toEqual([]);
    expect(failures(await change({ "a.yaml": [before] }, { "a.yaml": [after] }))).toContain(rule);
  });

  it.each<[what: string, before: Fields, after: Fields]>([
    ["a folder below the one of before", logs("/var"), logs("/var/log")],
    ["a mount that turns read-only", logs("/var/log", {}), logs("/var/log")],
    ["a mount without propagation", logs("/var/log", { mountPropagation: "Bidirectional" }), logs("/var/log", {})],
    ["a path with a slash at its end", logs("/var/log"), logs("/var/log/")],
    ["a mount of a part", logs("/var"), logs("/var", { readOnly: true, subPath: "log" })],
    [
      "a mount at another place of the container",
      logs("/var"),
      logs("/var", { readOnly: true, mountPath: "/elsewhere" }),
    ],
    ["a narrower export", volume({ nfs: { server: "a", path: "/" } }), volume({ nfs: { path: "/x", server: "a" } })],
    [
      "monitors in another order",
      volume({ rbd: { monitors: ["a", "b"], image: "x" } }),
      volume({ rbd: { image: "x", monitors: ["b", "a"] } }),
    ],
    [
      "a port on one address instead of all",
      pod({ container: { ports: [{ containerPort: 80, hostPort: 80 }] } }),
      pod({ container: { ports: [{ containerPort: 80, hostPort: 80, hostIP: "127.0.0.1", protocol: "TCP" }] } }),
    ],
  ])("nothing is new for %s", async (_, before, after) => {
    expect(failures(await change({ "a.yaml": [before] }, { "a.yaml": [after] }))).toEqual([]);
  });
});

function namespace(enforce: string | null, name = "shop"): Fields {
  const labels: Fields = enforce === null ? {} : { "pod-security.kubernetes.io/enforce": enforce };
  return { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } };
}

describe("the policy of a change is the strictest that holds", () => {
  const lax: Partial<Policy> = { enforce: "privileged", warn: "privileged", audit: "privileged" };
  const good = pod({ namespace: "shop" });
  const bad = pod({ namespace: "shop", context: { privileged: true, allowPrivilegeEscalation: true } });

  it.each<[what: string, before: Texts, after: Texts]>([
    [
      "a label is lowered",
      { "n.yaml": [namespace("restricted")], "a.yaml": [good] },
      { "n.yaml": [namespace("privileged")], "a.yaml": [bad] },
    ],
    [
      "a label is taken off",
      { "n.yaml": [namespace("restricted")], "a.yaml": [good] },
      { "n.yaml": [namespace(null)], "a.yaml": [bad] },
    ],
    ["the Namespace is deleted", { "n.yaml": [namespace("restricted")], "a.yaml": [good] }, { "a.yaml": [bad] }],
    [
      "a laxer Namespace of the same name sorts first",
      { "n.yaml": [namespace("restricted")], "a.yaml": [good] },
      { "0.yaml": [namespace("privileged")], "n.yaml": [namespace("restricted")], "a.yaml": [bad] },
    ],
  ])("%s", async (_, before, after) => {
    expect(failures(await change(before, after, lax))).toContain("privileged");
  });

  it("a Namespace that the change adds does not loosen what the configuration demands", async () => {
    const [demand] = (await review(sourcesOf({ "n.yaml": [namespace("restricted", "sh*")] }), null, policy)).policy
      .namespaces;
    const configured = { ...lax, namespaces: demand ? [{ ...demand, isPattern: true }] : [] };
    const after = { "n.yaml": [namespace("privileged")], "a.yaml": [bad] };
    expect(failures(await change({ "a.yaml": [good] }, after, configured))).toContain("privileged");
  });

  it("a pod that moves into a stricter namespace brings with it what that one refuses", async () => {
    const namespaces = [namespace("restricted"), namespace("privileged", "lab")];
    const inLab = pod({ namespace: "lab", context: { privileged: true, allowPrivilegeEscalation: true } });
    const before = { "n.yaml": namespaces, "a.yaml": [inLab] };
    expect(failures(await change(before, before, lax))).toEqual([]);
    expect(failures(await change(before, { "n.yaml": namespaces, "a.yaml": [bad] }, lax))).toContain("privileged");
  });

  it("a Namespace that enforces nothing does not bring a newer version of the standard, which may ask for less", async () => {
    const old = { kubernetesVersion: { name: "v1.30", minor: 30 } };
    const spec = {
      hostUsers: false,
      securityContext: { runAsNonRoot: false, seccompProfile: { type: "RuntimeDefault" } },
    };
    const mapped = pod({ namespace: "shop", spec });
    expect(failures(await change({}, { "a.yaml": [mapped] }, old))).toContain("run-as-non-root");
    const after = { "a.yaml": [mapped], "n.yaml": [namespace("privileged")] };
    expect(failures(await change({}, after, old))).toContain("run-as-non-root");
  });

  it("text that an alias repeats is judged at each place", async () => {
    const web = (probe: string) =>
      `${stringify(pod({ container: { x: "y" } })).replace("x: y", `livenessProbe: {httpGet: &g {host: 127.0.0.1, port: 80}}${probe}`)}`;
    const before = { "a.yaml": web("") };
    const after = { "a.yaml": web("\n      readinessProbe: {httpGet: {<<: *g, port: 10250}}") };
    expect(failures(await change(before, after))).toContain("host-probes");
  });

  it("a Namespace that is raised makes nothing new of what was there", async () => {
    const before = { "n.yaml": [namespace("privileged")], "a.yaml": [bad] };
    expect(failures(await change(before, { ...before, "n.yaml": [namespace("restricted")] }, lax))).toEqual([]);
  });

  it("says what is lowered, and what contradicts itself", async () => {
    const lowered = await change({ "n.yaml": [namespace("restricted")] }, { "n.yaml": [namespace("baseline")] });
    expect(lowered.problems).toEqual([
      {
        severity: "note",
        file: "n.yaml",
        line: 6,
        message:
          'This change lowers what the namespace "shop" enforces from restricted to baseline: its pods are judged by restricted here, and by the lower level from the next change on.',
      },
    ]);
    const twice = await review(sourcesOf({ "n.yaml": [namespace("restricted"), namespace("baseline")] }), null, policy);
    expect(twice.problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      "13: This Namespace enforces baseline, and another one of its name restricted (n.yaml, line 6): its pods are judged by the stricter.",
    ]);
  });
});

describe("an ignore holds where it was given", () => {
  const privileged = { context: { privileged: true, allowPrivilegeEscalation: true } };
  const exemption: Exemption = {
    rules: ["privileged"],
    namespaces: ["lab"],
    files: ["lab/**"],
    names: ["web"],
    reason: "trials",
    expires: null,
    location: {
      file: ".secctx.yaml",
      range: { start: 0, end: 0 },
      start: { line: 1, column: 1 },
      end: { line: 1, column: 1 },
    },
    excerpt: "",
    path: [],
  };
  const before = { "lab/a.yaml": [pod({ namespace: "lab", ...privileged })] };

  it.each<[what: string, after: Texts]>([
    ["another namespace", { "lab/a.yaml": [pod({ namespace: "prod", ...privileged })] }],
    ["another folder", { "prod/a.yaml": [pod({ namespace: "lab", ...privileged })] }],
    ["another name", { "lab/a.yaml": [pod({ namespace: "lab", name: "api", ...privileged })] }],
  ])("what is exempt is new in %s", async (_, after) => {
    const exempt = { exemptions: [exemption] };
    expect(failures(await change(before, before, exempt))).toEqual([]);
    expect(failures(await change(before, after, exempt))).toEqual(["privileged"]);
  });

  const text = stringify(pod(privileged));
  const ignored = text.replace("privileged: true", "privileged: true # secctx: ignore[privileged] trials");

  it("what a comment ignored is new without it", async () => {
    expect(failures(await change({ "a.yaml": ignored }, { "a.yaml": ignored }))).toEqual([]);
    expect(failures(await change({ "a.yaml": ignored }, { "a.yaml": text }))).toEqual(["privileged"]);
  });

  const covering = text.replace("  containers:", "  # secctx: ignore[privileged] trials\n  containers:");
  const second = covering.replace(/( {4}- name: app[\s\S]*)$/, (one) => one + one.replace("name: app", "name: more"));

  it.each<[what: string, before: string, after: string, added: number]>([
    ["the comment of before", ignored, ignored, 0],
    ["a new comment", text, ignored, 1],
    ["a copy of a comment on an object of the same name", ignored, `${ignored}---\n${ignored}`, 1],
    ["a comment that covers one container more", covering, second, 1],
    ["a comment that covers one container less", second, covering, 0],
  ])("lists %s", async (_, was, is, added) => {
    expect((await change({ "a.yaml": was }, { "a.yaml": is })).addedIgnores).toHaveLength(added);
  });
});
