import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../src/policy/index.ts";
import { type Choice, fix } from "../src/review/fix.ts";

/** A pod that is hardened save for the part that a case is about. */
function manifest(pod: string, container = ""): string {
  return `apiVersion: v1
kind: Pod
metadata: {name: p, annotations: {a: b}}
spec:
  securityContext: {runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, seccompProfile: {type: RuntimeDefault}${pod && `, ${pod}`}}
  containers:
    - {name: c, image: i, securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}${container && `, ${container}`}}}
`;
}

async function fixesOf(text: string) {
  const { applied, declined, text: fixed } = await fix({ file: "p.yaml", text }, defaultPolicy);
  return {
    done: applied.map(({ rule, fix: offered }) => `${rule.id}: ${offered?.safety}: ${offered?.title}`),
    declined: declined.map(({ finding }) => finding.rule.id),
    fixed,
  };
}

describe("values of a wrong type", () => {
  const pod = manifest("");
  it.each([
    ["runAsNonRoot: true", 'runAsNonRoot: "true"', ["api-rejected: safe: Write runAsNonRoot: true"]],
    ["runAsUser: 1000", 'runAsUser: "1000"', ["api-rejected: safe: Write runAsUser: 1000"]],
    ["runAsUser: 1000", 'runAsUser: "2147483647"', ["api-rejected: safe: Write runAsUser: 2147483647"]],
    [
      "seccompProfile: {type: RuntimeDefault}",
      "seccompProfile: RuntimeDefault",
      ["api-rejected: safe: Write seccompProfile: {type: RuntimeDefault}"],
    ],
    ["drop: [ALL]", "drop: ALL", ["api-rejected: safe: Write drop: [ALL]"]],
    [
      "allowPrivilegeEscalation: false",
      'allowPrivilegeEscalation: "false"',
      ["api-rejected: safe: Write allowPrivilegeEscalation: false"],
    ],
    [
      "readOnlyRootFilesystem: true",
      "readOnlyRootFilesystem: 'true'",
      ["api-rejected: safe: Write readOnlyRootFilesystem: true"],
    ],
  ])("%s was meant by %s", async (meant, written, titles) => {
    const { done, declined } = await fixesOf(pod.replace(meant, written));
    expect(done).toEqual(titles);
    expect(declined).toEqual([]);
  });

  it.each([
    ["runAsNonRoot: true", 'runAsNonRoot: "false"'],
    ["runAsNonRoot: true", 'runAsNonRoot: "yes"'],
    ["runAsUser: 1000", 'runAsUser: "0"'],
    ["runAsUser: 1000", 'runAsUser: "2147483648"'],
    ["runAsUser: 1000", 'runAsUser: "one"'],
    ["seccompProfile: {type: RuntimeDefault}", "seccompProfile: Unconfined"],
    ["drop: [ALL]", "add: NET_BIND_SERVICE, drop: [ALL]"],
    ["allowPrivilegeEscalation: false", 'allowPrivilegeEscalation: "true"'],
    ["annotations: {a: b}", "annotations: {a: 1}"],
  ])("what %s should be is not guessed from %s", async (meant, written) => {
    const { done, declined } = await fixesOf(pod.replace(meant, written));
    expect(done.filter((title) => title.startsWith("api-rejected"))).toEqual([]);
    expect(declined).toContain("api-rejected");
  });
});

describe("fixes that depend on what stands beside them", () => {
  it.each<[string, string, readonly string[]]>([
    ["a set twice key is left to the author", manifest("", "runAsUser: 1000, runAsUser: 1001"), []],
    [
      "the last added capability takes its list along",
      manifest("", "").replace("drop: [ALL]", "drop: [ALL], add: [NET_ADMIN]").replace("runAsUser: 1000, ", ""),
      ["added-capabilities: review: Remove NET_ADMIN from capabilities.add"],
    ],
    [
      "of several added capabilities each goes alone",
      manifest("", "")
        .replace("drop: [ALL]", "drop: [ALL], add: [SYS_TIME, NET_ADMIN]")
        .replace("runAsUser: 1000, ", ""),
      [
        "added-capabilities: review: Remove SYS_TIME from capabilities.add",
        "added-capabilities: review: Remove NET_ADMIN from capabilities.add",
      ],
    ],
    [
      "privileged first, then what it hid",
      manifest("", "privileged: true").replace("allowPrivilegeEscalation: false, ", ""),
      [
        "privileged: review: Set privileged: false",
        "allow-privilege-escalation: review: Set allowPrivilegeEscalation: false",
      ],
    ],
    [
      "a warning that a fix brings does not hold it up",
      manifest("", "")
        .replace("allowPrivilegeEscalation: false, ", "")
        .replace("drop: [ALL]", "drop: [ALL], add: [NET_BIND_SERVICE]"),
      [
        "allow-privilege-escalation: review: Set allowPrivilegeEscalation: false",
        "ineffective-setting: safe: Remove capabilities.add",
      ],
    ],
  ])("%s", async (_, text, titles) => {
    const { done, fixed } = await fixesOf(text);
    expect(done).toEqual(titles);
    expect((await fixesOf(fixed)).fixed).toBe(fixed);
  });

  it("the same finding twice is fixed twice", async () => {
    const { fixed, declined } = await fixesOf(manifest("supplementalGroups: [0, 0]"));
    expect(fixed).not.toContain("supplementalGroups");
    expect(declined).toEqual([]);
  });
});

describe("drop ALL keeps a root user's low ports", () => {
  const root = (ports: string, capabilities = "{}") => `apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  securityContext: {runAsUser: 0}
  containers:
    - {name: c, image: i, ports: ${ports}, securityContext: {capabilities: ${capabilities}}}
`;

  it.each([
    ["[{containerPort: 1023}]", "{}", "{drop: [ALL], add: [NET_BIND_SERVICE]}"],
    ["[{containerPort: 8080}, {containerPort: 1}]", "{}", "{drop: [ALL], add: [NET_BIND_SERVICE]}"],
    ["[{containerPort: 1024}]", "{}", "{drop: [ALL]}"],
    ["[{containerPort: 0}, {name: http}]", "{}", "{drop: [ALL]}"],
    ["[]", "{}", "{drop: [ALL]}"],
    ["[{containerPort: 80}]", "{add: [NET_BIND_SERVICE]}", "{add: [NET_BIND_SERVICE], drop: [ALL]}"],
  ])("%s, %s", async (ports, before, after) => {
    expect((await fixesOf(root(ports, before))).fixed).toContain(`capabilities: ${after}`);
  });

  it("nobody else's: another user can't use the capability, and a user from the configuration is no longer root", async () => {
    const user = root("[{containerPort: 80}]").replace("runAsUser: 0", "runAsUser: 1000");
    expect((await fixesOf(user)).fixed).not.toContain("NET_BIND_SERVICE");
    const policy = { ...defaultPolicy, fix: { runAsUser: 1000 } };
    expect((await fix({ file: "p.yaml", text: root("[{containerPort: 80}]") }, policy)).text).not.toContain(
      "NET_BIND_SERVICE",
    );
  });
});

describe("a read-only root comes with volumes where the image writes", () => {
  const pod = (container: string) => `apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  containers:
    - {name: c, ${container}}
`;
  const writablePaths = [
    { image: "registry.example.com/shop/*", paths: ["/var/spool", "/tmp/"] },
    { image: "*:edge", paths: ["/data"] },
  ];
  const mounted = async (container: string) => {
    const { text } = await fix({ file: "p.yaml", text: pod(container) }, { ...defaultPolicy, fix: { writablePaths } });
    return [...text.matchAll(/mountPath: "?([^,}"]+)/g)].map(([, path]) => path);
  };

  it.each<[string, string, readonly string[]]>([
    ["/tmp for any", "image: busybox", ["/tmp"]],
    ["the image's own", "image: nginx", ["/tmp", "/var/cache/nginx", "/var/run"]],
    [
      "the same with registry, tag and digest",
      "image: 'docker.io/library/nginx:1.27@sha256:00'",
      ["/tmp", "/var/cache/nginx", "/var/run"],
    ],
    ["not another's of a like name", "image: nginx-exporter", ["/tmp"]],
    ["none for a command of the manifest's own", "image: nginx, command: [sleep]", ["/tmp"]],
    ["what the configuration says, once", "image: registry.example.com/shop/web:1", ["/tmp", "/var/spool"]],
    ["of the image as it is written", "image: web:edge", ["/tmp", "/data"]],
    [
      "but not where something is mounted",
      "image: nginx, volumeMounts: [{name: t, mountPath: /tmp/}, {name: c, mountPath: /var/cache}]",
      ["/tmp/", "/var/cache", "/var/run"],
    ],
    ["but not for a port's number in the name", "image: 'host:5000/web'", ["/tmp"]],
  ])("%s", async (_, container, paths) => {
    expect(await mounted(container)).toEqual(paths);
  });
});

describe("low ports of other users than root", () => {
  const pod = (spec: string, containers: string) => `apiVersion: v1
kind: Pod
metadata: {name: p}
spec: {${spec}containers: [${containers}]}
`;
  const sysctl = 'sysctls: [{name: net.ipv4.ip_unprivileged_port_start, value: "0"}]';
  const web = (name: string, more = "") => `{name: ${name}, image: i, ports: [{containerPort: 80}]${more}}`;

  it.each<[string, string, string, number]>([
    ["one sysctl for the pod", "", `${web("a")}, ${web("b")}`, 1],
    ["none where it is set", `securityContext: {${sysctl}}, `, web("a"), 1],
    ["one as soon as the pod leaves the node's network", "hostNetwork: true, ", web("a"), 1],
    [
      "none where the port is bound without it today",
      "",
      web("a", ", securityContext: {capabilities: {drop: [NET_BIND_SERVICE]}}"),
      0,
    ],
    ["none for a high port", "", "{name: a, image: i, ports: [{containerPort: 8080}]}", 0],
  ])("%s", async (_, spec, containers, count) => {
    const { fixed } = await fixesOf(pod(spec, containers));
    expect(fixed.match(/ip_unprivileged_port_start/g)?.length ?? 0).toBe(count);
    expect(fixed).not.toContain("add:");
  });
});

describe("text that several places read", () => {
  it("an alias that goes takes no anchor along, and an anchor that is used stays", async () => {
    const text = `apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  containers:
    - {name: a, image: i, securityContext: &c {privileged: true}}
    - {name: b, image: i, securityContext: *c}
`;
    const { fixed, declined } = await fixesOf(text);
    expect(fixed).toMatch(/securityContext: &c \{privileged: false, .*readOnlyRootFilesystem: true\}/);
    expect(fixed).toContain("securityContext: *c");
    expect(declined).toEqual(["explicit-user", "explicit-group"]);
  });
});

it("the node's own network takes no sysctl", async () => {
  const text = `apiVersion: v1
kind: Pod
metadata: {name: p}
spec: {hostNetwork: true, containers: [{name: a, image: i, ports: [{containerPort: 80}]}]}
`;
  const isWanted: Choice = ({ rule }) => rule.id === "drop-all-capabilities";
  const { text: fixed } = await fix({ file: "p.yaml", text }, defaultPolicy, isWanted);
  expect(fixed).toContain("drop: [ALL]");
  expect(fixed).not.toContain("sysctls");
});
