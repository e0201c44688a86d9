import { describe, expect, it } from "vitest";
import type { Level } from "../src/pod/index.ts";
import { defaultPolicy } from "../src/policy/index.ts";
import { fix } from "../src/review/fix.ts";

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
      "what a container adds, it keeps",
      manifest("", "")
        .replace("allowPrivilegeEscalation: false, ", "")
        .replace("drop: [ALL]", "drop: [ALL], add: [NET_BIND_SERVICE]"),
      ["allow-privilege-escalation: review: Set allowPrivilegeEscalation: false"],
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

describe("drop ALL keeps what a container needs", () => {
  const pod = (
    ports: string,
    capabilities = "{}",
    { image = "i", user = "runAsUser: 0", rest = "" } = {},
  ) => `apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  securityContext: {${user}}
  containers:
    - {name: c, image: ${image}, ports: ${ports}, securityContext: {capabilities: ${capabilities}}${rest}}
`;
  const fileCapability = "registry.k8s.io/ingress-nginx/controller:v1.13.2";

  it.each<[string, string, string, Parameters<typeof pod>[2]?]>([
    ["[{containerPort: 1023}]", "{}", "{drop: [ALL], add: [NET_BIND_SERVICE]}"],
    ["[{containerPort: 8080}, {containerPort: 1}]", "{}", "{drop: [ALL], add: [NET_BIND_SERVICE]}"],
    ["[{containerPort: 80}]", "{}", "{drop: [ALL], add: [NET_BIND_SERVICE]}", { user: "runAsUser: 1000" }],
    ["[{containerPort: 80}]", "{}", "{drop: [ALL], add: [NET_BIND_SERVICE]}", { user: "" }],
    ["[{containerPort: 1024}]", "{}", "{drop: [ALL]}"],
    ["[{containerPort: 0}, {name: http}]", "{}", "{drop: [ALL]}"],
    ["[]", "{}", "{drop: [ALL]}"],
    ["[{containerPort: 80}]", "{add: [NET_BIND_SERVICE]}", "{add: [NET_BIND_SERVICE], drop: [ALL]}"],
    ["[{containerPort: 80}]", "{drop: [NET_BIND_SERVICE]}", "{drop: [NET_BIND_SERVICE, ALL]}"],
    ["[{containerPort: 80}]", "{drop: [all]}", "{drop: [ALL]}"],
    ["[]", "{}", "{drop: [ALL], add: [NET_BIND_SERVICE]}", { image: fileCapability, user: "runAsUser: 101" }],
    ["[]", "{}", "{drop: [ALL]}", { image: "nginx", user: "runAsUser: 101" }],
    ["[]", "{}", "{drop: [ALL]}", { image: "nginx", rest: ", command: [cat, /etc/motd]" }],
  ])("%s, %s: %s %j", async (ports, before, after, more) => {
    expect((await fixesOf(pod(ports, before, more))).fixed).toContain(`capabilities: ${after}`);
  });

  it.each<[string, string, Parameters<typeof pod>[2]]>([
    [
      "a file capability",
      "needs IPC_LOCK, for the file capabilities of its image",
      { image: "hashicorp/vault", user: "runAsUser: 100" },
    ],
    [
      "an entry point that starts as root",
      "needs CHOWN, SETGID and SETUID, for its image, which starts as root",
      { image: "docker.io/library/nginx:1.29", user: "" },
    ],
  ])("and is not offered where the level forbids it: %s", async (_, reason, more) => {
    const text = pod("[]", "{}", more);
    const left = async (enforce: Level) => {
      const { declined, text: fixed } = await fix({ file: "p.yaml", text }, { ...defaultPolicy, enforce });
      const of = declined.find(({ finding }) => finding.rule.id === "drop-all-capabilities");
      return { reason: of?.reason, fixed };
    };
    expect((await left("restricted")).reason).toContain(reason);
    expect((await left("restricted")).fixed).not.toContain("drop:");
    expect((await left("privileged")).reason).toBeUndefined();
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
    ["not another's of the same last name", "image: registry.example.com/nginx:1", ["/tmp"]],
    ["an image of another owner by its own name", "image: bitnami/nginx:1.29", ["/tmp", "/opt/bitnami/nginx/tmp"]],
    ["one that writes to /tmp alone", "image: nginxinc/nginx-unprivileged:1.29", ["/tmp"]],
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

describe("what stands one level off is moved to where Kubernetes reads it", () => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata: {name: d}
spec:
  selector: {matchLabels: {a: b}}
  template:
    metadata: {labels: {a: b}}
    spec:
      containers:
        - name: c
          image: i
`;

  it.each<[line: string, above: string, title: string, moved: readonly string[]]>([
    ["  hostUsers: false\n", "  selector", "Move hostUsers to the pod spec", ["hostUsers: false"]],
    ["    hostPID: false\n", "    metadata", "Move hostPID to the pod spec", ["hostPID: false"]],
    ["          hostIPC: false\n", "          image", "Move hostIPC to the pod spec", ["hostIPC: false"]],
    ["    runAsUser: 7\n", "    metadata", "Move runAsUser to the pod's securityContext", ["runAsUser: 7"]],
    ["    privileged: false\n", "    metadata", 'Move privileged to container "c"', ["privileged: false"]],
  ])("%j", async (line, above, title, moved) => {
    const { done, fixed } = await fixesOf(text.replace(`\n${above}`, `\n${line}${above}`));
    expect(done).toContain(`ignored-field: review: ${title}`);
    expect(fixed).not.toContain(`\n${line}${above}`);
    for (const place of moved) expect(fixed).toContain(place.slice(place.lastIndexOf(".") + 1));
  });

  it("but what is not about security is only said to belong there", async () => {
    const { done, declined } = await fixesOf(text.replace("    spec:", "    serviceAccountName: a\n    spec:"));
    expect(done.join()).not.toContain("serviceAccountName");
    expect(declined).toContain("ignored-field");
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

it("a finding that stays is told on the lines of the file as it is then, and on those that it had", async () => {
  const pod = (name: string) => `apiVersion: v1
kind: Pod
metadata: {name: ${name}}
spec:
  containers:
    - {name: c, image: i}
`;
  const { text, declined } = await fix({ file: "p.yaml", text: `${pod("a")}---\n${pod("b")}` }, defaultPolicy);
  const lines = text.split("\n");
  const users = declined.filter(({ finding }) => finding.rule.id === "explicit-user");
  expect(users.map(({ finding }) => lines[finding.location.start.line - 1])).toEqual([
    "  securityContext:",
    "  securityContext:",
  ]);
  expect(users.map(({ before }) => before?.line)).toEqual([4, 11]);
});

it("a reason that names a line names it in the file as it is, and in the file as it was", async () => {
  const text = `apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  containers:
    - name: a
      image: i
      securityContext: &c {privileged: true}
    - name: b
      image: i
      command: [sysctl, -w, a=b]
      securityContext: *c
`;
  const { text: fixed, declined } = await fix({ file: "p.yaml", text }, defaultPolicy);
  const [shared] = declined.filter(({ reason }) => reason.includes("anchor"));
  const lineIn = (whole: string) => whole.slice(0, whole.indexOf("&c")).split("\n").length;
  const words = (line: number) =>
    `the text is shared through an anchor (line ${line}): change it where the anchor stands`;
  expect(lineIn(fixed)).toBeGreaterThan(lineIn(text));
  expect(shared?.reason).toBe(words(lineIn(fixed)));
  expect(shared?.before?.reason).toBe(words(lineIn(text)));
});
