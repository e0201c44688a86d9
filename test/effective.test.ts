import { describe, expect, test } from "vitest";
import type { Container, ContainerType, DerivedContext, EffectiveContext, Origin } from "../src/pod/index.ts";
import { defaultPolicy } from "../src/policy/index.ts";
import { review } from "../src/review/review.ts";

type Json = Readonly<Record<string, unknown>>;
type Field = keyof EffectiveContext;

/** A pod of one container under test, beside a bystander that declares nothing. */
interface Declared {
  readonly pod?: Json | null;
  readonly container?: Json | null;
  readonly annotations?: Json;
  readonly spec?: Json;
  readonly type?: ContainerType;
}

const lists = {
  app: "containers",
  init: "initContainers",
  sidecar: "initContainers",
  ephemeral: "ephemeralContainers",
};
const types = ["app", "init", "sidecar", "ephemeral"] as const;

async function containerOf({ pod, container, annotations, spec, type = "app" }: Declared): Promise<Container> {
  const tested = {
    name: "tested",
    ...(container !== undefined && { securityContext: container }),
    ...(type === "sidecar" && { restartPolicy: "Always" }),
  };
  const bystander = { name: "bystander", image: "bystander:1" };
  const list = lists[type];
  return await read(
    JSON.stringify({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "web", annotations },
      spec: {
        ...spec,
        ...(pod !== undefined && { securityContext: pod }),
        containers: [bystander],
        [list]: list === "containers" ? [bystander, tested] : [tested],
      },
    }),
  );
}

async function read(text: string): Promise<Container> {
  const { workloads } = await review([{ file: "pod.yaml", text, named: true }], null, defaultPolicy);
  const found = workloads[0]?.pod.containers.find(({ name }) => name === "tested");
  if (!found) throw new Error(`no such container in ${text}`);
  return found;
}

const podContext = ["spec", "securityContext"];
const pathOf = (type: ContainerType) => ["spec", lists[type], type === "app" ? 1 : 0, "securityContext"];

// Two values of each field, different from each other; the second is as weak as the field can be.
const bothLevels: readonly [Field, unknown, unknown][] = [
  ["runAsUser", 1000, 0],
  ["runAsGroup", 1000, 0],
  ["runAsNonRoot", true, false],
  ["seLinuxOptions", { type: "container_t", level: "s0:c1" }, { user: "system_u" }],
  ["seccompProfile", { type: "RuntimeDefault" }, { type: "Unconfined" }],
  ["appArmorProfile", { type: "RuntimeDefault" }, { type: "Unconfined" }],
  ["windowsOptions", { runAsUserName: "ContainerUser" }, { runAsUserName: "ContainerAdministrator" }],
];
const podOnly: readonly [Field, unknown][] = [
  ["fsGroup", 0],
  ["fsGroupChangePolicy", "OnRootMismatch"],
  ["supplementalGroups", [0, 2000]],
  ["supplementalGroupsPolicy", "Strict"],
  ["sysctls", [{ name: "kernel.shm_rmid_forced", value: "0" }]],
  ["seLinuxChangePolicy", "Recursive"],
];
const containerOnly: readonly [Field, unknown][] = [
  ["privileged", false],
  ["allowPrivilegeEscalation", false],
  ["capabilities", { add: ["NET_BIND_SERVICE"], drop: ["ALL"] }],
  ["readOnlyRootFilesystem", false],
  ["procMount", "Unmasked"],
];
// biome-ignore format: a list to be read, not a column
const inSpec: readonly Field[] = ["hostNetwork", "hostPID", "hostIPC", "hostUsers", "shareProcessNamespace"];

test("every field of the two security contexts is in one of the tables", async () => {
  const { effective } = await containerOf({});
  const tabled = [...bothLevels, ...podOnly, ...containerOnly].map(([field]) => field);
  expect(Object.keys(effective).toSorted()).toEqual([...tabled, ...inSpec].toSorted());
});

describe.each(types)("of a container of type %s", (type) => {
  const own = pathOf(type);

  test("the type is known", async () => {
    expect((await containerOf({ type })).type).toBe(type);
  });

  describe.each(bothLevels)("%s", (field, strict, weak) => {
    test.each<[string, Json | undefined, Json | undefined, unknown, Origin, unknown]>([
      ["nowhere", undefined, undefined, undefined, "default", [...podContext, field]],
      ["in two empty blocks", {}, {}, undefined, "default", [...podContext, field]],
      ["as null in both", { [field]: null }, { [field]: null }, undefined, "default", [...podContext, field]],
      ["on the pod", { [field]: strict }, undefined, strict, "pod", [...podContext, field]],
      ["on the pod, beside an empty block", { [field]: weak }, {}, weak, "pod", [...podContext, field]],
      [
        "on the pod, and as null in the container",
        { [field]: strict },
        { [field]: null },
        strict,
        "pod",
        [...podContext, field],
      ],
      ["in the container", undefined, { [field]: strict }, strict, "container", [...own, field]],
      ["in both, weaker in the container", { [field]: strict }, { [field]: weak }, weak, "container", [...own, field]],
      [
        "in both, stricter in the container",
        { [field]: weak },
        { [field]: strict },
        strict,
        "container",
        [...own, field],
      ],
      ["in both, the same", { [field]: weak }, { [field]: weak }, weak, "container", [...own, field]],
    ])("declared %s", async (_, pod, container, value, origin, path) => {
      const { effective } = await containerOf({ pod, container, type } as Declared);
      expect(effective[field]).toEqual({ value, origin, path });
    });
  });

  test.each(podOnly)("%s is the pod's", async (field, value) => {
    const path = [...podContext, field];
    expect((await containerOf({ type })).effective[field]).toEqual({ value: undefined, origin: "default", path });
    expect((await containerOf({ type, pod: { [field]: value } })).effective[field]).toEqual({
      value,
      origin: "pod",
      path,
    });
    // It does nothing in a container.
    expect((await containerOf({ type, container: { [field]: value } })).effective[field].value).toBeUndefined();
  });

  test.each(containerOnly)("%s is the container's", async (field, value) => {
    const path = [...own, field];
    expect((await containerOf({ type })).effective[field]).toEqual({ value: undefined, origin: "default", path });
    expect((await containerOf({ type, container: { [field]: value } })).effective[field]).toEqual({
      value,
      origin: "container",
      path,
    });
    // It does nothing on the pod.
    expect((await containerOf({ type, pod: { [field]: value } })).effective[field].value).toBeUndefined();
  });

  test.each(inSpec)("%s is the pod spec's", async (field) => {
    const path = ["spec", field];
    expect((await containerOf({ type })).effective[field]).toEqual({ value: undefined, origin: "default", path });
    for (const value of [true, false]) {
      expect((await containerOf({ type, spec: { [field]: value } })).effective[field]).toEqual({
        value,
        origin: "pod",
        path,
      });
    }
  });
});

describe("the merge", () => {
  const localhost = { type: "Localhost", localhostProfile: "app.json" };
  const rows: readonly [string, Field, Json, Json, unknown, Origin][] = [
    [
      "SELinux options are replaced whole",
      "seLinuxOptions",
      { seLinuxOptions: { type: "spc_t", level: "s0" } },
      { seLinuxOptions: { level: "s0:c1" } },
      { level: "s0:c1" },
      "container",
    ],
    [
      "empty SELinux options replace the pod's",
      "seLinuxOptions",
      { seLinuxOptions: { type: "spc_t" } },
      { seLinuxOptions: {} },
      {},
      "container",
    ],
    [
      "a seccomp profile never borrows the pod's path",
      "seccompProfile",
      { seccompProfile: localhost },
      { seccompProfile: { type: "Localhost" } },
      { type: "Localhost" },
      "container",
    ],
    [
      "an empty seccomp profile replaces the pod's",
      "seccompProfile",
      { seccompProfile: { type: "RuntimeDefault" } },
      { seccompProfile: {} },
      {},
      "container",
    ],
    [
      "an AppArmor profile never borrows the pod's path",
      "appArmorProfile",
      { appArmorProfile: localhost },
      { appArmorProfile: { type: "Localhost" } },
      { type: "Localhost" },
      "container",
    ],
    [
      "Windows options are merged member by member",
      "windowsOptions",
      {
        windowsOptions: {
          runAsUserName: "pod",
          hostProcess: true,
          gmsaCredentialSpecName: "pod",
          gmsaCredentialSpec: "{}",
        },
      },
      { windowsOptions: { runAsUserName: "container" } },
      { runAsUserName: "container", hostProcess: true, gmsaCredentialSpecName: "pod", gmsaCredentialSpec: "{}" },
      "container",
    ],
    [
      "hostProcess: false of a container counts",
      "windowsOptions",
      { windowsOptions: { hostProcess: true } },
      { windowsOptions: { hostProcess: false } },
      { hostProcess: false },
      "container",
    ],
    [
      "credentials go together: a container's name drops the pod's specification",
      "windowsOptions",
      { windowsOptions: { gmsaCredentialSpecName: "pod", gmsaCredentialSpec: "{}" } },
      { windowsOptions: { gmsaCredentialSpecName: "container" } },
      { gmsaCredentialSpecName: "container" },
      "container",
    ],
    [
      "credentials go together: a container's specification drops the pod's name",
      "windowsOptions",
      { windowsOptions: { gmsaCredentialSpecName: "pod", gmsaCredentialSpec: "{}" } },
      { windowsOptions: { gmsaCredentialSpec: "" } },
      { gmsaCredentialSpec: "" },
      "container",
    ],
    [
      "capabilities are one field: a list of adds is no list of drops",
      "capabilities",
      {},
      { capabilities: { add: ["CHOWN"] } },
      { add: ["CHOWN"] },
      "container",
    ],
    ["empty capabilities are declared", "capabilities", {}, { capabilities: {} }, {}, "container"],
    ["privileged sets nothing else", "allowPrivilegeEscalation", {}, { privileged: true }, undefined, "default"],
    ["runAsUser says nothing of runAsNonRoot", "runAsNonRoot", { runAsUser: 1000 }, {}, undefined, "default"],
    ["runAsNonRoot says nothing of runAsUser", "runAsUser", {}, { runAsNonRoot: true }, undefined, "default"],
    ["fsGroup says nothing of runAsGroup", "runAsGroup", { fsGroup: 1000 }, {}, undefined, "default"],
    ["a value of another type is none", "runAsUser", { runAsUser: 1000 }, { runAsUser: "0" }, 1000, "pod"],
    ["nor is a fraction", "runAsUser", { runAsUser: 1000 }, { runAsUser: 0.5 }, 1000, "pod"],
    ["nor a word for a profile", "seccompProfile", { seccompProfile: "RuntimeDefault" }, {}, undefined, "default"],
    [
      "nor a list with another type in it",
      "supplementalGroups",
      { supplementalGroups: [1, "2"] },
      {},
      undefined,
      "default",
    ],
    ["a field is read in its right spelling only", "runAsNonRoot", { runAsNonroot: true }, {}, undefined, "default"],
  ];

  test.each(rows)("%s", async (_, field, pod, container, value, origin) => {
    const setting = (await containerOf({ pod, container })).effective[field];
    expect({ value: setting.value, origin: setting.origin }).toEqual({ value, origin });
  });

  test.each<[string, unknown, unknown]>([
    ["null", null, undefined],
    ["text", "none", undefined],
    ["a list", [], undefined],
  ])("a block that is %s declares nothing", async (_, block, value) => {
    const { effective } = await containerOf({ pod: { runAsUser: 1000 }, container: block as Json });
    expect(effective.runAsUser).toMatchObject({ value: 1000, origin: "pod" });
    expect(effective.privileged.value).toBe(value);
  });

  test("YAML's own words are read as Kubernetes reads them", async () => {
    const { effective } = await read(`
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  securityContext: &shared
    runAsNonRoot: yes
    runAsUser: 0x3E8
  containers:
    - name: tested
      securityContext:
        <<: *shared
        runAsGroup: 0_777
        privileged: Off
`);
    const { runAsNonRoot, runAsUser, runAsGroup, privileged } = effective;
    expect([runAsNonRoot, runAsUser, runAsGroup, privileged].map(({ value, origin }) => [value, origin])).toEqual([
      [true, "container"],
      [1000, "container"],
      [511, "container"],
      [false, "container"],
    ]);
  });
});

describe("AppArmor's annotation", () => {
  const key = "container.apparmor.security.beta.kubernetes.io/tested";
  const runtime = { type: "RuntimeDefault" };
  const unconfined = { type: "Unconfined" };

  test.each<[string, string | null, Json, Json, unknown, Origin]>([
    ["alone", "runtime/default", {}, {}, runtime, "annotation"],
    ["unconfined", "unconfined", {}, {}, unconfined, "annotation"],
    ["a profile of the node", "localhost/a/b", {}, {}, { type: "Localhost", localhostProfile: "a/b" }, "annotation"],
    ["beats the pod's field", "unconfined", { appArmorProfile: runtime }, {}, unconfined, "annotation"],
    ["yields to the container's field", "unconfined", {}, { appArmorProfile: runtime }, runtime, "container"],
    ["with another word is ignored", "bad", { appArmorProfile: runtime }, {}, runtime, "pod"],
    ["empty is ignored", "", {}, {}, undefined, "default"],
    ["null is ignored", null, {}, {}, undefined, "default"],
  ])("%s", async (_, annotation, pod, container, value, origin) => {
    const { effective } = await containerOf({ annotations: { [key]: annotation }, pod, container });
    expect(effective.appArmorProfile).toMatchObject({ value, origin });
    if (origin === "annotation") expect(effective.appArmorProfile.path).toEqual(["metadata", "annotations", key]);
  });

  test("of another container says nothing", async () => {
    const { effective } = await containerOf({ annotations: { [key.replace("tested", "other")]: "unconfined" } });
    expect(effective.appArmorProfile.origin).toBe("default");
  });

  test.each(["seccomp.security.alpha.kubernetes.io/pod", "container.seccomp.security.alpha.kubernetes.io/tested"])(
    "seccomp's, %s, is not read",
    async (name) => {
      const { effective } = await containerOf({ annotations: { [name]: "runtime/default" } });
      expect(effective.seccompProfile.origin).toBe("default");
    },
  );
});

describe("what the process gets", () => {
  const default14 = [
    "CHOWN",
    "DAC_OVERRIDE",
    "FOWNER",
    "FSETID",
    "KILL",
    "SETGID",
    "SETUID",
    "SETPCAP",
    "NET_BIND_SERVICE",
    "NET_RAW",
    "SYS_CHROOT",
    "MKNOD",
    "AUDIT_WRITE",
    "SETFCAP",
  ];
  const nothingSaid: DerivedContext = {
    userName: null,
    uid: null,
    gid: null,
    capabilities: default14,
    noNewPrivileges: false,
    seccomp: "Unconfined",
    privileged: false,
    readOnlyRoot: false,
  };

  test.each<[string, Json, Json, Partial<DerivedContext>]>([
    ["from nothing", {}, {}, {}],
    ["of a user: the group is in the image's /etc/passwd", { runAsUser: 1000 }, {}, { uid: 1000, gid: null }],
    ["of root: its group is 0, listed or not", { runAsUser: 0 }, {}, { uid: 0, gid: 0 }],
    ["of root over the pod's user", { runAsUser: 1000 }, { runAsUser: 0 }, { uid: 0, gid: 0 }],
    ["of a user in the container", { runAsUser: 1000, runAsGroup: 1000 }, { runAsUser: 0 }, { uid: 0, gid: 1000 }],
    ["of a group alone", { runAsGroup: 3000 }, {}, { gid: 3000 }],
    ["of group 0 over the pod's", { runAsUser: 1, runAsGroup: 3000 }, { runAsGroup: 0 }, { uid: 1, gid: 0 }],
    ["of runAsNonRoot: no user is known by it", { runAsNonRoot: true }, {}, {}],
    ["of allowPrivilegeEscalation: false", {}, { allowPrivilegeEscalation: false }, { noNewPrivileges: true }],
    ["of allowPrivilegeEscalation: true", {}, { allowPrivilegeEscalation: true }, {}],
    [
      "of dropped capabilities: they don't forbid escalation",
      {},
      { capabilities: { drop: ["ALL"] }, runAsUser: 1000 },
      { capabilities: [], uid: 1000 },
    ],
    [
      "of SYS_ADMIN: the kernel's bit is set all the same",
      {},
      { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"], add: ["SYS_ADMIN"] } },
      { noNewPrivileges: true, capabilities: ["SYS_ADMIN"] },
    ],
    ["of RuntimeDefault", { seccompProfile: { type: "RuntimeDefault" } }, {}, { seccomp: "RuntimeDefault" }],
    [
      "of Unconfined over the pod's",
      { seccompProfile: { type: "RuntimeDefault" } },
      { seccompProfile: { type: "Unconfined" } },
      { seccomp: "Unconfined" },
    ],
    [
      "of a profile of the node",
      { seccompProfile: { type: "Localhost", localhostProfile: "a/b.json" } },
      {},
      { seccomp: "Localhost/a/b.json" },
    ],
    ["of a profile without a type", {}, { seccompProfile: { localhostProfile: "a" } }, { seccomp: "Unconfined" }],
    ["of readOnlyRootFilesystem", {}, { readOnlyRootFilesystem: true }, { readOnlyRoot: true }],
    ["of privileged: false", {}, { privileged: false }, {}],
  ])("%s", async (_, pod, container, expected) => {
    expect((await containerOf({ pod, container })).derived).toEqual({ ...nothingSaid, ...expected });
  });

  test("of privileged: everything, whatever else is said, save the read-only root", async () => {
    const { derived } = await containerOf({
      pod: { runAsUser: 1000, seccompProfile: { type: "RuntimeDefault" } },
      container: { privileged: true, capabilities: { drop: ["ALL"] }, readOnlyRootFilesystem: true },
    });
    expect(derived).toMatchObject({
      privileged: true,
      seccomp: "Unconfined",
      readOnlyRoot: true,
      uid: 1000,
      gid: null,
    });
    expect(derived.capabilities).toHaveLength(41);
    expect([derived.capabilities?.[0], derived.capabilities?.at(-1)]).toEqual(["CHOWN", "CHECKPOINT_RESTORE"]);
    expect(derived.noNewPrivileges).toBe(false);
  });

  const without = (...names: string[]) => default14.filter((name) => !names.includes(name));
  const all = 41;

  test.each<[string, readonly string[] | undefined, readonly string[] | undefined, readonly string[] | number]>([
    ["nothing", undefined, undefined, default14],
    ["empty lists", [], [], default14],
    ["a drop", undefined, ["NET_RAW", "MKNOD"], without("NET_RAW", "MKNOD")],
    ["a drop of what was not there", undefined, ["SYS_ADMIN"], default14],
    ["an add, in the kernel's order", ["NET_ADMIN"], undefined, default14.toSpliced(9, 0, "NET_ADMIN")],
    ["an add of what is there", ["CHOWN", "CHOWN"], undefined, default14],
    ["the same dropped and added: dropped", ["NET_RAW"], ["NET_RAW"], without("NET_RAW")],
    ["ALL dropped", undefined, ["ALL"], []],
    ["ALL dropped, one added", ["NET_BIND_SERVICE"], ["ALL"], ["NET_BIND_SERVICE"]],
    ["ALL dropped, one added and dropped", ["CHOWN"], ["ALL", "CHOWN"], []],
    ["ALL added", ["ALL"], undefined, all],
    ["ALL added, one dropped", ["ALL"], ["SYS_ADMIN"], all - 1],
    ["ALL added and dropped", ["ALL"], ["ALL"], []],
    ["ALL added and dropped, one added", ["ALL", "KILL"], ["ALL"], ["KILL"]],
    ["ALL in lower case", undefined, ["all"], []],
    ["lower case", ["sys_time"], ["All"], ["SYS_TIME"]],
    ["a prefix: containerd does not know the name", ["CAP_SYS_ADMIN"], ["ALL"], []],
    ["a prefix in a drop: nothing is dropped", undefined, ["CAP_NET_RAW", "CAP_ALL"], default14],
    ["unknown names", ["FOO"], ["BAR"], default14],
  ])("of capabilities: %s", async (_, add, drop, expected) => {
    const { derived } = await containerOf({ container: { capabilities: { add, drop } } });
    if (typeof expected === "number") expect(derived.capabilities).toHaveLength(expected);
    else expect(derived.capabilities).toEqual(expected);
  });
});
