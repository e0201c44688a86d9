import { describe, expect, it } from "vitest";
import {
  type Container,
  findAdmissionRefusal,
  findPods,
  findStartRefusal,
  type ImageConfig,
  type Pod,
} from "../src/pod/index.ts";
import { defaultPolicy } from "../src/policy/index.ts";
import { readManifest } from "../src/review/documents.ts";
import { formatPath, withFullReader } from "../src/yaml/index.ts";

/** A Pod of one container, from the parts that a case is about. */
interface Parts {
  readonly pod?: string;
  readonly container?: string;
  readonly spec?: string;
  readonly annotation?: string;
  /** The `USER` of its image; nobody knows the image where this is left out. */
  readonly user?: string;
}

async function podOf({ pod = "{}", container = "{}", spec = "", annotation, user }: Parts): Promise<Pod> {
  const annotations =
    annotation === undefined ? "{}" : `{container.apparmor.security.beta.kubernetes.io/c: ${annotation}}`;
  const text = `{apiVersion: v1, kind: Pod, metadata: {name: p, annotations: ${annotations}}, spec: {${spec && `${spec}, `}securityContext: ${pod},
    containers: [{name: c, image: i, securityContext: ${container}}]}}`;
  const image: ImageConfig | undefined = user === undefined ? undefined : { user, volumes: [], ports: [] };
  const images = new Map(image ? [["i", { "linux/amd64": image, "windows/amd64": image }]] : []);
  const { documents } = await withFullReader(() => readManifest({ file: "p.yaml", text }, defaultPolicy));
  const [found] = documents.flatMap((document) => findPods(document, { ...defaultPolicy, images }));
  if (!found) throw new Error(`no pod in ${text}`);
  return found;
}

async function containerOf(parts: Parts): Promise<{ readonly pod: Pod; readonly container: Container }> {
  const pod = await podOf(parts);
  const [container] = pod.containers;
  if (!container) throw new Error("no container");
  return { pod, container };
}

const selectors = [
  "os: {name: windows}",
  'nodeSelector: {"kubernetes.io/os": windows}',
  'nodeSelector: {"beta.kubernetes.io/os": windows}',
  "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/os, operator: In, values: [windows]}]}]}}}",
];
const windows = "os: {name: windows}";

describe("the system that a pod runs on", () => {
  it.each(selectors)("is Windows by %s", async (spec) => {
    expect((await podOf({ spec })).runsOn).toBe("windows");
  });

  it.each([
    "",
    "os: {name: linux}",
    "os: {name: Windows}",
    'nodeSelector: {"kubernetes.io/os": linux}',
    'os: {name: linux}, nodeSelector: {"kubernetes.io/os": windows}',
    "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/os, operator: In, values: [windows, linux]}]}]}}}",
    "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/arch, operator: NotIn, values: [amd64, arm64]}]}]}}}",
  ])("is Linux by %j", async (spec) => {
    expect((await podOf({ spec })).runsOn).toBe("linux");
  });
});

describe("what a Windows process gets", () => {
  const nothingOfLinux = {
    uid: null,
    gid: null,
    capabilities: null,
    noNewPrivileges: null,
    seccomp: null,
    privileged: null,
    readOnlyRoot: null,
  };

  it.each<[string, Parts, string | null]>([
    [
      "the container's user",
      { container: "{windowsOptions: {runAsUserName: a}}", pod: "{windowsOptions: {runAsUserName: b}}" },
      "a",
    ],
    [
      "the pod's user",
      { container: "{windowsOptions: {hostProcess: false}}", pod: "{windowsOptions: {runAsUserName: b}}" },
      "b",
    ],
    ["the image's user", { user: "ContainerUser" }, "ContainerUser"],
    ["the declared user before the image's", { pod: "{windowsOptions: {runAsUserName: b}}", user: "c" }, "b"],
    ["an unknown user of an image that names none", { user: "" }, null],
    ["an unknown user of an image that nobody knows", {}, null],
    [
      "nothing of what only Linux has",
      { container: "{privileged: true, runAsUser: 0, allowPrivilegeEscalation: false}" },
      null,
    ],
  ])("%s", async (_, parts, userName) => {
    const { container } = await containerOf({ ...parts, spec: windows });
    expect(container.derived).toEqual({ ...nothingOfLinux, userName });
  });

  it("is not what a Linux process gets", async () => {
    const { container } = await containerOf({ pod: "{windowsOptions: {runAsUserName: a}}", user: "b" });
    expect(container.derived).toMatchObject({ userName: null, uid: null, seccomp: "Unconfined" });
  });
});

describe("the kubelet does not start a container", () => {
  const nonRoot = "runAsNonRoot: true";
  const administrator = (field: string, name: string) =>
    `container's ${field} (${name}) which will be regarded as root identity and will break non-root policy`;
  const image = "spec.containers[0].image";
  const onPod = "spec.securityContext.windowsOptions.runAsUserName";
  const inContainer = "spec.containers[0].securityContext.windowsOptions.runAsUserName";
  const noProfile = "localhostProfile must be set if seccompProfile type is Localhost.";
  const invalid = (id: string) =>
    `container has runAsNonRoot and image has an invalid user id (${id}). (Must be 1-(2147483647)): must be between 0 and 2147483647, inclusive`;

  it.each<[Parts, text: string, at: string]>([
    [
      { pod: `{${nonRoot}, runAsUser: 0}` },
      "container's runAsUser breaks non-root policy",
      "spec.securityContext.runAsUser",
    ],
    [{ pod: `{${nonRoot}}`, user: "" }, "container has runAsNonRoot and image will run as root", image],
    [{ pod: `{${nonRoot}}`, user: "0:1000" }, "container has runAsNonRoot and image will run as root", image],
    [
      { pod: `{${nonRoot}}`, user: "app:app" },
      "container has runAsNonRoot and image has non-numeric user (app), cannot verify user is non-root",
      image,
    ],
    [{ pod: `{${nonRoot}}`, user: "-1" }, invalid("-1"), image],
    [{ pod: `{${nonRoot}}`, user: "4294967296" }, invalid("4294967296"), image],
    [{ pod: `{${nonRoot}}`, user: "9223372036854775807" }, invalid("9223372036854775807"), image],
    // Windows
    ...selectors.map((spec): [Parts, string, string] => [
      { spec, pod: `{${nonRoot}, windowsOptions: {runAsUserName: ContainerAdministrator}}` },
      administrator("runAsUserName", "ContainerAdministrator"),
      onPod,
    ]),
    [
      { spec: windows, pod: `{${nonRoot}}`, container: "{windowsOptions: {runAsUserName: CONTAINERadministrator}}" },
      administrator("runAsUserName", "CONTAINERadministrator"),
      inContainer,
    ],
    [
      { spec: windows, pod: `{${nonRoot}, windowsOptions: {runAsUserName: ContainerAdminiſtrator}}` },
      administrator("runAsUserName", "ContainerAdminiſtrator"),
      onPod,
    ],
    [
      { spec: windows, pod: `{${nonRoot}}`, user: "containeradministrator" },
      administrator("runAsUser", "containeradministrator"),
      image,
    ],
    // seccomp
    [
      { pod: '{seccompProfile: {type: Localhost, localhostProfile: ""}}' },
      noProfile,
      "spec.securityContext.seccompProfile.localhostProfile",
    ],
    [
      { container: '{privileged: true, seccompProfile: {type: Localhost, localhostProfile: ""}}' },
      noProfile,
      "spec.containers[0].securityContext.seccompProfile.localhostProfile",
    ],
  ])("%j", async (parts, text, at) => {
    const { pod, container } = await containerOf(parts);
    const refusal = findStartRefusal(pod, container);
    expect(refusal && { text: refusal.text, at: formatPath(refusal.at) }).toEqual({ text, at });
  });

  it.each<Parts>([
    { pod: "{runAsNonRoot: false, runAsUser: 0}" },
    { pod: "{runAsUser: 0}" },
    { pod: `{${nonRoot}, runAsUser: 0}`, container: "{runAsUser: 1}" },
    { pod: `{${nonRoot}}` },
    { pod: `{${nonRoot}}`, user: "1000" },
    { pod: `{${nonRoot}, runAsUser: 1}`, user: "app" },
    { spec: windows, pod: `{${nonRoot}, runAsUser: 0}` },
    {
      spec: windows,
      pod: `{${nonRoot}, windowsOptions: {runAsUserName: ContainerUser}}`,
      user: "ContainerAdministrator",
    },
    { spec: windows, pod: `{${nonRoot}, windowsOptions: {runAsUserName: 'D\\ContainerAdministrator'}}` },
    { spec: windows, pod: `{${nonRoot}, windowsOptions: {runAsUserName: ContainerAdmınistrator}}` },
    { spec: windows, pod: `{${nonRoot}}`, user: "" },
    { spec: windows, pod: '{seccompProfile: {type: Localhost, localhostProfile: ""}}' },
    {
      pod: '{seccompProfile: {type: Localhost, localhostProfile: ""}}',
      container: "{seccompProfile: {type: RuntimeDefault}}",
    },
    { pod: "{seccompProfile: {type: Localhost, localhostProfile: a.json}}" },
  ])("but it does start %j", async (parts) => {
    const { pod, container } = await containerOf(parts);
    expect(findStartRefusal(pod, container)).toBeUndefined();
  });
});

describe("the kubelet does not admit a pod", () => {
  it.each(["localhost/", '"localhost/ "'])("with the AppArmor annotation %s", async (annotation) => {
    const refusal = findAdmissionRefusal(await podOf({ annotation }));
    expect(refusal?.text).toContain("Cannot enforce AppArmor: invalid empty AppArmor profile name: ");
    expect(refusal?.at.slice(0, 2)).toEqual(["metadata", "annotations"]);
  });

  it.each<Parts>([
    { annotation: "localhost/a" },
    { annotation: "runtime/default" },
    { annotation: "localhost/", container: "{appArmorProfile: {type: RuntimeDefault}}" },
    { annotation: "localhost/", spec: windows },
  ])("but it does admit %j", async (parts) => {
    expect(findAdmissionRefusal(await podOf(parts))).toBeUndefined();
  });
});
