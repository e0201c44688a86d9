import { describe, expect, test } from "vitest";
import { type KubernetesVersion, parseVersion } from "../src/pod/index.ts";
import { defaultPolicy } from "../src/policy/index.ts";
import { review } from "../src/review/review.ts";
import { type Admission, rules } from "../src/rules/index.ts";

type Json = Readonly<Record<string, unknown>>;
type Level = "baseline" | "restricted";

const kinds: Readonly<Record<string, (metadata: Json, spec: Json) => Json>> = {
  Pod: (metadata, spec) => ({ apiVersion: "v1", kind: "Pod", metadata: { name: "web", ...metadata }, spec }),
  Deployment: (metadata, spec) => ({
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "web" },
    spec: { selector: {}, template: { metadata, spec } },
  }),
  CronJob: (metadata, spec) => ({
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: { name: "web" },
    spec: { jobTemplate: { spec: { template: { metadata, spec } } } },
  }),
  CloneSet: (metadata, spec) => ({
    apiVersion: "apps.kruise.io/v1alpha1",
    kind: "CloneSet",
    metadata: { name: "web" },
    spec: { selector: {}, template: { metadata, spec } },
  }),
};

interface Asked {
  readonly version?: string;
  readonly kind?: keyof typeof kinds;
  readonly annotations?: Json;
}

async function admission(
  spec: Json,
  { version = "latest", kind = "Pod", annotations }: Asked = {},
): Promise<Admission> {
  const text = JSON.stringify(kinds[kind]?.(annotations ? { annotations } : {}, spec));
  const kubernetesVersion = parseVersion(version) as KubernetesVersion;
  const { workloads } = await review([{ file: "web.yaml", text, named: true }], null, {
    ...defaultPolicy,
    kubernetesVersion,
  });
  const [only] = workloads;
  if (!only) throw new Error(`no workload in ${text}`);
  return only.admission;
}

/** The reasons of a refusal: what stands behind the level and version. `null`: allowed. */
async function reasons(level: Level, spec: Json, asked: Asked = {}): Promise<string | null> {
  const { version = "latest" } = asked;
  const { allowed, message } = (await admission(spec, asked))[level];
  const verb = asked.kind === undefined || asked.kind === "Pod" ? "violates" : "would violate";
  const start = `${verb} PodSecurity "${level}:${version}": `;
  if (allowed) return message;
  expect(message?.slice(0, start.length)).toBe(start);
  return message?.slice(start.length) ?? "";
}

const hardened = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } };
const podContext = { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } };

/** A container that every level allows, with something else in it. */
const container = (name: string, context: Json = {}, rest: Json = {}) => ({
  name,
  image: "registry.example/app:1",
  securityContext: { ...hardened, ...context },
  ...rest,
});
/** A pod that every level allows, with something else in it. */
const pod = (context: Json = {}, rest: Json = {}) => ({
  securityContext: { ...podContext, ...context },
  containers: [container("app")],
  ...rest,
});
const containers = (...each: Json[]) => pod({}, { containers: each });

describe("the answer", () => {
  const bare = { containers: [{ name: "nginx", image: "nginx:1" }] };
  const bareReasons =
    'allowPrivilegeEscalation != false (container "nginx" must set securityContext.allowPrivilegeEscalation=false), ' +
    'unrestricted capabilities (container "nginx" must set securityContext.capabilities.drop=["ALL"]), ' +
    'runAsNonRoot != true (pod or container "nginx" must set securityContext.runAsNonRoot=true), ' +
    'seccompProfile (pod or container "nginx" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")';

  test("allows a hardened pod at every version", async () => {
    for (let minor = 0; minor <= 37; minor++) {
      const { baseline, restricted, version } = await admission(pod(), { version: `v1.${minor}` });
      expect(version).toBe(`v1.${minor}`);
      expect([baseline, restricted]).toEqual([
        { allowed: true, message: null },
        { allowed: true, message: null },
      ]);
    }
  });

  test("is in the words of the API server for a Pod", async () => {
    const { baseline, restricted } = await admission(bare);
    expect(baseline).toEqual({ allowed: true, message: null });
    expect(restricted).toEqual({ allowed: false, message: `violates PodSecurity "restricted:latest": ${bareReasons}` });
  });

  test.each(["Deployment", "CronJob"])("is a warning for a %s", async (kind) => {
    const { restricted } = await admission(bare, { kind });
    expect(restricted.message).toBe(`would violate PodSecurity "restricted:latest": ${bareReasons}`);
  });

  test("says of another kind that its pods are judged", async () => {
    const { restricted } = await admission(bare, { kind: "CloneSet" });
    expect(restricted.message).toBe(
      `would violate PodSecurity "restricted:latest": ${bareReasons}; Pod Security judges the pods that this CloneSet makes, not the CloneSet`,
    );
  });

  test.each([
    ["latest", "latest", "v1.37"],
    ["1.25", "v1.25", "v1.25"],
    ["v1.99", "v1.99", "v1.37"],
  ])("names the version as it was asked for: %s", async (asked, named, judged) => {
    const { restricted, version } = await admission(bare, { version: asked });
    expect(restricted.message?.startsWith(`violates PodSecurity "restricted:${named}": `)).toBe(true);
    expect(version).toBe(judged);
  });

  test("lists baseline's controls, then restricted's, each in byte order, none cut short", async () => {
    const everything = {
      hostNetwork: true,
      securityContext: {
        appArmorProfile: { type: "Unconfined" },
        seLinuxOptions: { user: "u", role: "r", type: "t" },
        sysctls: [{ name: "kernel.msgmax", value: "1" }],
        windowsOptions: { hostProcess: true },
        runAsNonRoot: false,
        runAsUser: 0,
        seccompProfile: { type: "Unconfined" },
      },
      containers: [
        {
          name: "app",
          ports: [{ containerPort: 80, hostPort: 80 }],
          livenessProbe: { httpGet: { host: "h", port: 80 } },
          securityContext: { privileged: true, procMount: "Unmasked", capabilities: { add: ["SYS_ADMIN"] } },
        },
      ],
      volumes: [{ name: "v", hostPath: { path: "/" } }],
    };
    const baseline = [
      'forbidden AppArmor profile (pod must not set AppArmor profile type to "Unconfined")',
      'non-default capabilities (container "app" must not include "SYS_ADMIN" in securityContext.capabilities.add)',
      "host namespaces (hostNetwork=true)",
      'hostPath volumes (volume "v")',
      'hostPort (container "app" uses hostPort 80)',
      'probe or lifecycle host (container "app" uses probe or lifecycle host "h")',
      'privileged (container "app" must not set securityContext.privileged=true)',
      'procMount (container "app" must not set securityContext.procMount to "Unmasked")',
      'seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: type "t"; user may not be set; role may not be set)',
      'seccompProfile (pod must not set securityContext.seccompProfile.type to "Unconfined")',
      "forbidden sysctls (kernel.msgmax)",
      "hostProcess (pod must not set securityContext.windowsOptions.hostProcess=true)",
    ];
    const restricted = [
      'allowPrivilegeEscalation != false (container "app" must set securityContext.allowPrivilegeEscalation=false)',
      'unrestricted capabilities (container "app" must set securityContext.capabilities.drop=["ALL"]; ' +
        'container "app" must not include "SYS_ADMIN" in securityContext.capabilities.add)',
      'procMount (container "app" must not set securityContext.procMount to "Unmasked")',
      'restricted volume types (volume "v" uses restricted volume type "hostPath")',
      "runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false)",
      "runAsUser=0 (pod must not set runAsUser=0)",
      'seccompProfile (pod must not set securityContext.seccompProfile.type to "Unconfined")',
    ];
    // These four have a stricter counterpart, which speaks for them.
    const overridden = /^(non-default capabilities|hostPath volumes|procMount|seccompProfile) /;
    expect(await reasons("baseline", everything)).toBe(baseline.join(", "));
    expect(await reasons("restricted", everything)).toBe(
      [...baseline.filter((reason) => !overridden.test(reason)), ...restricted].join(", "),
    );
  });

  test.each<[number, number, number]>([
    [0, 11, 12],
    [7, 11, 12],
    [8, 11, 13],
    [21, 11, 13],
    [22, 11, 13],
    [23, 11, 14],
    [33, 11, 14],
    [34, 12, 15],
    [37, 12, 15],
  ])("v1.%i has %i controls at baseline and %i at restricted", (minor, baseline, restricted) => {
    const inForce = rules
      .flatMap(({ controls }) => controls)
      .filter(({ revisions }) => revisions.some(({ since }) => since <= minor));
    const ofRestricted = inForce.filter(({ level }) => level === "restricted");
    const overridden = new Set(ofRestricted.flatMap(({ overrides = [] }) => overrides));
    const ofBaseline = inForce.filter(({ level }) => level === "baseline");
    expect(ofBaseline).toHaveLength(baseline);
    expect(ofBaseline.filter(({ id }) => !overridden.has(id)).length + ofRestricted.length).toBe(restricted);
  });
});

describe("wording", () => {
  const profile = (type: string) => ({ seccompProfile: { type } });
  const annotation = (name: string) => `container.apparmor.security.beta.kubernetes.io/${name}`;

  test.each<[string, Level, Json, string | null, Asked?]>([
    [
      "host namespaces",
      "baseline",
      pod({}, { hostPID: true, hostIPC: true }),
      "host namespaces (hostPID=true, hostIPC=true)",
    ],
    ["host namespaces said to be false", "baseline", pod({}, { hostPID: false }), null],
    [
      "several containers, init containers first",
      "baseline",
      pod(
        {},
        {
          initContainers: [container("z", { privileged: true })],
          containers: [container("b", { privileged: true }), container("a", { privileged: true }), container("c")],
          ephemeralContainers: [container("d", { privileged: true })],
        },
      ),
      'privileged (containers "z", "b", "a", "d" must not set securityContext.privileged=true)',
    ],
    [
      "capabilities, sorted and once each",
      "baseline",
      containers(
        container("a", { capabilities: { add: ["SYS_TIME", "NET_RAW", "CHOWN"] } }),
        container("b", { capabilities: { add: ["NET_RAW", "chown", "CAP_CHOWN", "ALL"] } }),
      ),
      'non-default capabilities (containers "a", "b" must not include "ALL", "CAP_CHOWN", "NET_RAW", "SYS_TIME", "chown" ' +
        "in securityContext.capabilities.add)",
    ],
    [
      "drops and adds apart",
      "restricted",
      containers(
        container("a", { capabilities: { drop: ["all"] } }),
        container("b", { capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] } }),
        container("c", { capabilities: { drop: ["ALL"], add: ["CHOWN"] } }),
        container("d", { capabilities: { add: ["KILL"] } }),
      ),
      'unrestricted capabilities (containers "a", "d" must set securityContext.capabilities.drop=["ALL"]; ' +
        'containers "c", "d" must not include "CHOWN", "KILL" in securityContext.capabilities.add)',
    ],
    [
      "several hostPath volumes",
      "baseline",
      pod(
        {},
        {
          volumes: [
            { name: "b", hostPath: {} },
            { name: "a", hostPath: { path: "/" } },
            { name: "c", hostPath: null },
          ],
        },
      ),
      'hostPath volumes (volumes "b", "a")',
    ],
    [
      "volume types, the first known of each, and a volume without one",
      "restricted",
      pod(
        {},
        {
          volumes: [
            { name: "a", nfs: {} },
            { name: "b", rbd: {}, glusterfs: {} },
            { name: "c", nfs: {} },
            { name: "d" },
            { name: "e", image: {} },
          ],
        },
      ),
      'restricted volume types (volumes "a", "b", "c" use restricted volume types "glusterfs", "nfs")',
    ],
    [
      "host ports, sorted as text",
      "baseline",
      containers(
        container("a", {}, { ports: [{ hostPort: 9 }, { hostPort: 80 }, { hostPort: 0 }] }),
        container("b", {}, { ports: [{ hostPort: 80 }, { hostPort: 443 }] }),
      ),
      'hostPort (containers "a", "b" use hostPorts 443, 80, 9)',
    ],
    [
      "one container with several host ports",
      "baseline",
      containers(container("a", {}, { ports: [{ hostPort: 1 }, { hostPort: 2 }] })),
      'hostPort (container "a" uses hostPorts 1, 2)',
    ],
    [
      "hosts, with the containers sorted",
      "baseline",
      containers(
        container(
          "b",
          {},
          { readinessProbe: { tcpSocket: { host: "y" } }, lifecycle: { postStart: { httpGet: { host: "x" } } } },
        ),
        container("a", {}, { startupProbe: { httpGet: { host: "x" } }, livenessProbe: { grpc: { host: "z" } } }),
      ),
      'probe or lifecycle host (containers "a", "b" use probe or lifecycle hosts "x", "y")',
    ],
    [
      "one AppArmor profile",
      "baseline",
      pod({ appArmorProfile: {} }),
      'forbidden AppArmor profile (pod must not set AppArmor profile type to "")',
    ],
    [
      "AppArmor of pod, containers and annotations, also of no container",
      "baseline",
      pod(
        { appArmorProfile: { type: "Unconfined" } },
        {
          containers: [
            container("b", { appArmorProfile: { type: "Bad" } }),
            container("a", { appArmorProfile: { type: "Unconfined" } }),
          ],
        },
      ),
      'forbidden AppArmor profiles (pod and containers "b", "a" and annotations must not set AppArmor profile type to "Bad", "Unconfined", ' +
        `"${annotation("a")}="unconfined"", "${annotation("x")}="bad"")`,
      {
        annotations: {
          [annotation("x")]: "bad",
          [annotation("a")]: "unconfined",
          [annotation("b")]: "localhost/a",
          [annotation("c")]: "",
        },
      },
    ],
    [
      "SELinux, by what applies",
      "baseline",
      pod(
        { seLinuxOptions: { role: "r", level: "s0" } },
        { containers: [container("a", { seLinuxOptions: { type: "b" } })] },
      ),
      'seLinuxOptions (pod and container "a" set forbidden securityContext.seLinuxOptions: type "b"; role may not be set)',
    ],
    [
      "SELinux types",
      "baseline",
      pod({ seLinuxOptions: { type: "b" } }, { containers: [container("a", { seLinuxOptions: { type: "a" } })] }),
      'seLinuxOptions (pod and container "a" set forbidden securityContext.seLinuxOptions: types "a", "b")',
    ],
    [
      "procMount values",
      "baseline",
      containers(container("a", { procMount: "Unmasked" }), container("b", { procMount: "" })),
      'procMount (containers "a", "b" must not set securityContext.procMount to "", "Unmasked")',
    ],
    [
      "seccomp types",
      "baseline",
      pod(profile("Unconfined"), {
        containers: [container("a", profile("Bad")), container("b", { seccompProfile: {} })],
      }),
      'seccompProfile (pod and containers "a", "b" must not set securityContext.seccompProfile.type to "", "Bad", "Unconfined")',
    ],
    [
      "seccomp that is bad hides seccomp that is missing",
      "restricted",
      { securityContext: { runAsNonRoot: true }, containers: [container("a", profile("Unconfined")), container("b")] },
      'seccompProfile (container "a" must not set securityContext.seccompProfile.type to "Unconfined")',
    ],
    [
      "seccomp that is missing",
      "restricted",
      {
        securityContext: { runAsNonRoot: true },
        containers: [container("a"), container("b"), container("c", profile("Localhost"))],
      },
      'seccompProfile (pod or containers "a", "b" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
    ],
    [
      "sysctls, in the list's order, as often as they stand there",
      "baseline",
      pod({ sysctls: [{ name: "z" }, { name: "a" }, { name: "kernel.shm_rmid_forced" }, { name: "z" }] }),
      "forbidden sysctls (z, a, z)",
    ],
    [
      "a safe sysctl with slashes",
      "baseline",
      pod({ sysctls: [{ name: "net/ipv4/tcp_syncookies" }] }),
      "forbidden sysctls (net/ipv4/tcp_syncookies)",
    ],
    ["a sysctl without a name: no detail", "baseline", pod({ sysctls: [{ value: "1" }] }), "forbidden sysctls"],
    [
      "hostProcess",
      "baseline",
      pod(
        { windowsOptions: { hostProcess: true } },
        { containers: [container("a", { windowsOptions: { hostProcess: true } }), container("b")] },
      ),
      'hostProcess (pod and container "a" must not set securityContext.windowsOptions.hostProcess=true)',
    ],
    [
      "runAsNonRoot that is false hides runAsNonRoot that is missing, and counts where every container overrides it",
      "restricted",
      pod(
        { runAsNonRoot: false },
        {
          containers: [container("a", { runAsNonRoot: true }), container("b", { runAsNonRoot: false }), container("c")],
        },
      ),
      'runAsNonRoot != true (pod and container "b" must not set securityContext.runAsNonRoot=false)',
    ],
    [
      "runAsNonRoot that is missing",
      "restricted",
      {
        securityContext: profile("RuntimeDefault"),
        containers: [container("a"), container("b", { runAsNonRoot: true }), container("c")],
      },
      'runAsNonRoot != true (pod or containers "a", "c" must set securityContext.runAsNonRoot=true)',
    ],
    [
      "runAsUser",
      "restricted",
      pod({ runAsUser: 0 }, { containers: [container("a", { runAsUser: 1 }), container("b", { runAsUser: 0 })] }),
      'runAsUser=0 (pod and container "b" must not set runAsUser=0)',
    ],
    ["no runAsUser", "restricted", pod({ runAsGroup: 0, fsGroup: 0 }), null],
    ["no read-only root", "restricted", containers(container("a", { readOnlyRootFilesystem: false })), null],
  ])("of %s", async (_, level, spec, expected, asked = { kind: "Deployment" }) => {
    expect(await reasons(level, spec, { kind: "Deployment", ...asked })).toBe(expected);
  });
});

describe("version by version", () => {
  const sysctl = (name: string) => pod({ sysctls: [{ name, value: "1" }] });
  const podSeccomp = { "seccomp.security.alpha.kubernetes.io/pod": "unconfined" };
  const inUserNamespace = (context: Json, ...each: Json[]) => ({
    hostUsers: false,
    securityContext: { ...profile, ...context },
    containers: each.length > 0 ? each : [container("app")],
  });
  const profile = { seccompProfile: { type: "RuntimeDefault" } };
  const windows = { os: { name: "windows" }, securityContext: { runAsNonRoot: true }, containers: [{ name: "app" }] };
  const never = 38;

  /** From the first version on the answer is no (`null`: allowed before); from the second on it is yes again. */
  test.each<[string, Level, Json, number, number, Asked?]>([
    ["hostPath", "restricted", pod({}, { volumes: [{ name: "v", hostPath: {} }] }), 0, never],
    [
      "allowPrivilegeEscalation",
      "restricted",
      containers(container("a", { allowPrivilegeEscalation: true })),
      8,
      never,
    ],
    [
      "an add of baseline's",
      "restricted",
      containers(container("a", { capabilities: { drop: ["ALL"], add: ["CHOWN"] } })),
      22,
      never,
    ],
    ["ALL not dropped", "restricted", containers(container("a", { capabilities: {} })), 22, never],
    [
      "an add beyond baseline",
      "restricted",
      containers(container("a", { capabilities: { drop: ["ALL"], add: ["NET_RAW"] } })),
      0,
      never,
    ],
    ["runAsUser: 0", "restricted", pod({ runAsUser: 0 }), 23, never],
    ["runAsNonRoot: false", "restricted", pod({ runAsNonRoot: false }), 0, never],
    ["no seccomp profile", "restricted", pod({ seccompProfile: null }), 19, never],
    ["seccomp Unconfined", "baseline", pod({ seccompProfile: { type: "Unconfined" } }), 19, never],
    ["a seccomp annotation", "baseline", pod(), 0, 19, { annotations: podSeccomp }],
    [
      "an empty seccomp annotation",
      "baseline",
      pod(),
      0,
      19,
      { annotations: { "seccomp.security.alpha.kubernetes.io/pod": "" } },
    ],
    [
      "a seccomp annotation of no container",
      "baseline",
      pod(),
      never,
      0,
      { annotations: { "container.seccomp.security.alpha.kubernetes.io/x": "bad" } },
    ],
    [
      "a good seccomp annotation",
      "baseline",
      pod(),
      never,
      0,
      { annotations: { "container.seccomp.security.alpha.kubernetes.io/app": "docker/default" } },
    ],
    ["ip_local_reserved_ports", "baseline", sysctl("net.ipv4.ip_local_reserved_ports"), 0, 27],
    ["tcp_keepalive_time", "baseline", sysctl("net.ipv4.tcp_keepalive_time"), 0, 29],
    ["tcp_rmem", "baseline", sysctl("net.ipv4.tcp_rmem"), 0, 32],
    ["tcp_notsent_lowat", "baseline", sysctl("net.ipv4.tcp_notsent_lowat"), 0, 37],
    ["kernel.msgmax", "baseline", sysctl("kernel.msgmax"), 0, never],
    ["container_engine_t", "baseline", pod({ seLinuxOptions: { type: "container_engine_t" } }), 0, 31],
    [
      "a probe's host",
      "baseline",
      containers(container("a", {}, { livenessProbe: { httpGet: { host: "h" } } })),
      34,
      never,
    ],
    ["Unmasked", "baseline", containers(container("a", { procMount: "Unmasked" })), 0, never],
    ["Unmasked in a user namespace", "baseline", inUserNamespace({}, container("a", { procMount: "Unmasked" })), 0, 35],
    [
      "Unmasked in a user namespace",
      "restricted",
      inUserNamespace({ runAsNonRoot: true }, container("a", { procMount: "Unmasked" })),
      0,
      never,
    ],
    ["no runAsNonRoot in a user namespace", "restricted", inUserNamespace({}), 0, 35],
    ["runAsNonRoot: false in a user namespace", "restricted", inUserNamespace({ runAsNonRoot: false }), 0, 35],
    ["runAsUser: 0 in a user namespace", "restricted", inUserNamespace({ runAsNonRoot: true, runAsUser: 0 }), 23, 35],
    [
      "escalation in a user namespace",
      "restricted",
      inUserNamespace({ runAsNonRoot: true }, container("a", { allowPrivilegeEscalation: null })),
      8,
      never,
    ],
    ["hostUsers: true", "restricted", { ...inUserNamespace({}), hostUsers: true }, 0, never],
    ["a bare Windows pod", "restricted", windows, 8, 25],
    [
      "a Windows pod that adds capabilities",
      "restricted",
      { ...windows, containers: [{ name: "a", securityContext: { capabilities: { add: ["SYS_ADMIN"] } } }] },
      0,
      25,
    ],
    [
      "the same",
      "baseline",
      { ...windows, containers: [{ name: "a", securityContext: { capabilities: { add: ["SYS_ADMIN"] } } }] },
      0,
      never,
    ],
    [
      "a Windows pod with Unconfined",
      "restricted",
      { ...windows, securityContext: { runAsNonRoot: true, seccompProfile: { type: "Unconfined" } } },
      8,
      25,
    ],
    ["a Windows pod without runAsNonRoot", "restricted", { ...windows, securityContext: {} }, 0, never],
    [
      "a privileged Windows pod",
      "baseline",
      { ...windows, containers: [{ name: "a", securityContext: { privileged: true } }] },
      0,
      never,
    ],
    ["a Linux pod that says so", "restricted", { ...pod(), os: { name: "linux" } }, never, 0],
  ])("%s at %s", async (_, level, spec, from, until, asked = {}) => {
    for (let minor = 0; minor <= 37; minor++) {
      const answer = await reasons(level, spec, { kind: "Deployment", ...asked, version: `v1.${minor}` });
      expect([`v1.${minor}`, answer === null]).toEqual([`v1.${minor}`, minor < from || minor >= until]);
    }
  });

  test("words a seccomp annotation of old", async () => {
    const annotations = { ...podSeccomp, "container.seccomp.security.alpha.kubernetes.io/app": "bad" };
    expect(await reasons("baseline", pod(), { version: "v1.18", annotations })).toBe(
      'seccompProfile (forbidden annotations container.seccomp.security.alpha.kubernetes.io/app="bad", ' +
        'seccomp.security.alpha.kubernetes.io/pod="unconfined")',
    );
  });

  test("calls the same control by its overriding name where that is in force", async () => {
    const spec = containers(container("a", { capabilities: { drop: ["ALL"], add: ["NET_RAW"] } }));
    const detail = '(container "a" must not include "NET_RAW" in securityContext.capabilities.add)';
    expect(await reasons("restricted", spec, { version: "v1.21" })).toBe(`non-default capabilities ${detail}`);
    expect(await reasons("restricted", spec, { version: "v1.22" })).toBe(`unrestricted capabilities ${detail}`);
  });
});

describe("a Pod is judged as the API server completes it", () => {
  const ports = { ports: [{ containerPort: 8080 }, { containerPort: 9090, hostPort: 9090 }] };
  const key = "container.apparmor.security.beta.kubernetes.io/app";
  const onHost = pod(
    {},
    {
      hostNetwork: true,
      initContainers: [container("setup", {}, { ports: [{ containerPort: 70 }] })],
      containers: [container("app", {}, ports)],
      ephemeralContainers: [container("debug", {}, { ports: [{ containerPort: 60 }] })],
    },
  );
  const apparmor = (setters: string, values: string, word = "profiles") =>
    `forbidden AppArmor ${word} (${setters} must not set AppArmor profile type to ${values})`;

  test("on the node's network every port is the node's, save those of ephemeral containers", async () => {
    expect(await reasons("baseline", onHost)).toBe(
      'host namespaces (hostNetwork=true), hostPort (containers "setup", "app" use hostPorts 70, 8080, 9090)',
    );
  });

  test("a template's ports stay as they are", async () => {
    expect(await reasons("baseline", onHost, { kind: "Deployment" })).toBe(
      'host namespaces (hostNetwork=true), hostPort (container "app" uses hostPort 9090)',
    );
  });

  test("ports stay as they are without the node's network", async () => {
    expect(await reasons("baseline", containers(container("app", {}, { ports: [{ containerPort: 80 }] })))).toBeNull();
  });

  test.each<[string, Json, Asked, string | null]>([
    [
      "into its container",
      pod(),
      { annotations: { [key]: "unconfined" } },
      apparmor('container "app" and annotation', `"Unconfined", "${key}="unconfined""`),
    ],
    [
      "into an ephemeral container",
      pod({}, { containers: [container("web")], ephemeralContainers: [container("app")] }),
      { annotations: { [key]: "unconfined" } },
      apparmor('container "app" and annotation', `"Unconfined", "${key}="unconfined""`),
    ],
    [
      "not in a template",
      pod(),
      { annotations: { [key]: "unconfined" }, kind: "Deployment" },
      apparmor("annotation", `"${key}="unconfined""`, "profile"),
    ],
    [
      "not over the container's own",
      containers(container("app", { appArmorProfile: { type: "RuntimeDefault" } })),
      { annotations: { [key]: "unconfined" } },
      apparmor("annotation", `"${key}="unconfined""`, "profile"),
    ],
    [
      "not where the pod says the same",
      pod({ appArmorProfile: { type: "Unconfined" } }),
      { annotations: { [key]: "unconfined" } },
      apparmor("pod and annotation", `"Unconfined", "${key}="unconfined""`),
    ],
    [
      "not on Windows",
      { os: { name: "windows" }, containers: [{ name: "app" }] },
      { annotations: { [key]: "unconfined" } },
      apparmor("annotation", `"${key}="unconfined""`, "profile"),
    ],
    [
      "not where nobody knows its value",
      pod(),
      { annotations: { [key]: "bad" } },
      apparmor("annotation", `"${key}="bad""`, "profile"),
    ],
    ["a good one does no harm", pod(), { annotations: { [key]: "runtime/default" } }, null],
  ])("an AppArmor annotation is copied: %s", async (_, spec, asked, expected) => {
    expect(await reasons("baseline", spec, asked)).toBe(expected);
  });

  test("a volume without a source is an emptyDir", async () => {
    expect(
      await reasons("restricted", pod({}, { volumes: [{ name: "v" }, { name: "w", hostPath: null }] })),
    ).toBeNull();
  });

  test("null is unset", async () => {
    const nothing = {
      privileged: null,
      capabilities: { add: null, drop: ["ALL"] },
      seLinuxOptions: null,
      seccompProfile: null,
      procMount: null,
    };
    expect(await reasons("restricted", containers(container("app", nothing)))).toBeNull();
  });
});
