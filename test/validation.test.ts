import { describe, expect, it } from "vitest";
import { findPods, findUnknownFields, type Pod, validate } from "../src/pod/index.ts";
import { defaultPolicy } from "../src/policy/index.ts";
import { readManifest } from "../src/review/documents.ts";
import { formatPath, withFullReader } from "../src/yaml/index.ts";

/** A Pod with one container, from the parts that a case is about. */
interface Parts {
  readonly annotations?: string;
  readonly spec?: string;
  readonly pod?: string;
  readonly container?: string;
  readonly more?: string;
}

function manifest({ annotations = "{}", spec = "", pod = "{}", container = "{}", more = "" }: Parts): string {
  return `{apiVersion: v1, kind: Pod, metadata: {name: p, annotations: ${annotations}}, spec: {${spec && `${spec}, `}securityContext: ${pod},
    containers: [{name: c, image: i, securityContext: ${container}}${more && `, ${more}`}]}}`;
}

async function podOf(text: string): Promise<Pod> {
  const { documents, problems } = await withFullReader(() =>
    readManifest({ file: "pod.yaml", text, named: true }, defaultPolicy),
  );
  expect(problems).toEqual([]);
  const [pod] = documents.flatMap((document) => findPods(document, defaultPolicy));
  if (!pod) throw new Error(`no pod in ${text}`);
  return pod;
}

async function errors(parts: Parts, minor = 37): Promise<string[]> {
  return validate(await podOf(manifest(parts)), minor).map(({ text }) => text);
}

const C = "spec.containers[0].securityContext";
const P = "spec.securityContext";
const windows = "os: {name: windows}";
const range = "must be between 0 and 2147483647, inclusive";
const long = "a".repeat(105);

describe("the API server refuses, in its own words", () => {
  it.each<[Parts, ...string[]]>([
    // privileges that exclude each other
    [
      { container: "{privileged: true, allowPrivilegeEscalation: false}" },
      "cannot set `allowPrivilegeEscalation` to false and `privileged` to true",
    ],
    [
      { container: "{allowPrivilegeEscalation: false, capabilities: {add: [CAP_SYS_ADMIN]}}" },
      "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN",
    ],
    // ids
    [{ pod: "{runAsUser: -1}" }, `${P}.runAsUser: Invalid value: -1: ${range}`],
    [{ pod: "{runAsUser: 2147483648}" }, `${P}.runAsUser: Invalid value: 2147483648: ${range}`],
    [{ container: "{runAsUser: -1}" }, `${C}.runAsUser: Invalid value: -1: ${range}`],
    [{ container: "{runAsGroup: 2147483648}" }, `${C}.runAsGroup: Invalid value: 2147483648: ${range}`],
    [{ pod: "{runAsGroup: -7}" }, `${P}.runAsGroup: Invalid value: -7: ${range}`],
    [{ pod: "{fsGroup: -1}" }, `${P}.fsGroup: Invalid value: -1: ${range}`],
    [{ pod: "{supplementalGroups: [0, -1]}" }, `${P}.supplementalGroups[1]: Invalid value: -1: ${range}`],
    // words
    [
      { pod: "{fsGroupChangePolicy: Never}" },
      `${P}.fsGroupChangePolicy: Unsupported value: "Never": supported values: "Always", "OnRootMismatch"`,
    ],
    [
      { pod: "{supplementalGroupsPolicy: X}" },
      `${P}.supplementalGroupsPolicy: Unsupported value: "X": supported values: "Merge", "Strict"`,
    ],
    [
      { pod: "{seLinuxChangePolicy: X}" },
      `${P}.seLinuxChangePolicy: Unsupported value: "X": supported values: "MountOption", "Recursive"`,
    ],
    [
      { container: "{procMount: default}" },
      `${C}.procMount: Unsupported value: "default": supported values: "Default", "Unmasked"`,
    ],
    [
      { container: '{procMount: ""}' },
      `${C}.procMount: Unsupported value: "": supported values: "Default", "Unmasked"`,
    ],
    [
      { container: "{procMount: Unmasked}" },
      `${C}.procMount: Invalid value: "Unmasked": \`hostUsers\` must be false to use \`Unmasked\``,
    ],
    // seccomp
    [
      { pod: "{seccompProfile: {}}" },
      `${P}.seccompProfile.type: Required value: type is required when seccompProfile is set`,
    ],
    [
      { container: "{seccompProfile: {type: runtime/default}}" },
      `${C}.seccompProfile.type: Unsupported value: "runtime/default": supported values: "Localhost", "RuntimeDefault", "Unconfined"`,
    ],
    [
      { pod: "{seccompProfile: {type: Localhost}}" },
      `${P}.seccompProfile.localhostProfile: Required value: must be set when seccomp type is Localhost`,
    ],
    [
      { pod: "{seccompProfile: {type: Localhost, localhostProfile: /a}}" },
      `Invalid value: "/a": must be a relative path`,
    ],
    [
      { pod: "{seccompProfile: {type: Localhost, localhostProfile: a/../b}}" },
      `Invalid value: "a/../b": must not contain '..'`,
    ],
    [
      { pod: "{seccompProfile: {type: Localhost, localhostProfile: /..}}" },
      "must be a relative path",
      "must not contain '..'",
    ],
    [
      { pod: "{seccompProfile: {type: Unconfined, localhostProfile: a}}" },
      "can only be set when seccomp type is Localhost",
    ],
    // AppArmor
    [
      { container: "{appArmorProfile: {}}" },
      `${C}.appArmorProfile.type: Required value: type is required when appArmorProfile is set`,
    ],
    [
      { pod: "{appArmorProfile: {type: X}}" },
      `${P}.appArmorProfile.type: Unsupported value: "X": supported values: "Localhost", "RuntimeDefault", "Unconfined"`,
    ],
    [
      { pod: "{appArmorProfile: {type: Localhost}}" },
      `${P}.appArmorProfile.localhostProfile: Required value: must be set when AppArmor type is Localhost`,
    ],
    [
      { pod: '{appArmorProfile: {type: Localhost, localhostProfile: ""}}' },
      "Required value: must be set when AppArmor type is Localhost",
    ],
    [
      { pod: '{appArmorProfile: {type: Localhost, localhostProfile: " a"}}' },
      'Invalid value: " a": must not be padded with whitespace',
    ],
    [
      { pod: `{appArmorProfile: {type: Localhost, localhostProfile: ${"a".repeat(4096)}}}` },
      "Too long: may not be more than 4095 bytes",
    ],
    [
      { pod: "{appArmorProfile: {type: RuntimeDefault, localhostProfile: a}}" },
      "can only be set when AppArmor type is Localhost",
    ],
    // the node's namespaces
    [
      { spec: "hostPID: true, shareProcessNamespace: true" },
      "spec.shareProcessNamespace: Invalid value: true: ShareProcessNamespace and HostPID cannot both be enabled",
    ],
    [{ spec: "hostUsers: false, hostNetwork: true" }, "spec.hostNetwork: Forbidden: when `hostUsers` is false"],
    [{ spec: "hostUsers: false, hostPID: true" }, "spec.HostPID: Forbidden: when `hostUsers` is false"],
    [{ spec: "hostUsers: false, hostIPC: true" }, "spec.HostIPC: Forbidden: when `hostUsers` is false"],
    [
      { spec: "hostUsers: false", more: "{name: d, image: i, volumeDevices: [{name: v, devicePath: /d}]}" },
      "spec.containers[1].volumeDevices: Forbidden: when `hostUsers` is false",
    ],
    // ports
    [
      { spec: "hostNetwork: true", more: "{name: d, image: i, ports: [{containerPort: 80, hostPort: 81}]}" },
      "spec.containers[1].ports[0].hostPort: Invalid value: 81: must match `containerPort` when `hostNetwork` is true",
    ],
    [
      { more: "{name: d, image: i, ports: [{containerPort: 1, hostPort: 80}, {containerPort: 2, hostPort: 80}]}" },
      'spec.containers[1].ports[1].hostPort: Duplicate value: "TCP//80"',
    ],
    [
      {
        more: "{name: d, image: i, ports: [{containerPort: 1, hostPort: 80, hostIP: 1.2.3.4, protocol: UDP}, {containerPort: 2, hostPort: 80, hostIP: 1.2.3.4, protocol: UDP}]}",
      },
      'Duplicate value: "UDP/1.2.3.4/80"',
    ],
    [
      {
        spec: "hostNetwork: true",
        more: "{name: d, image: i, ports: [{containerPort: 80}]}, {name: e, image: i, ports: [{containerPort: 80}]}",
      },
      'spec.containers[2].ports[0].hostPort: Duplicate value: "TCP//80"',
    ],
    // sysctls
    [{ pod: "{sysctls: [{value: a}]}" }, `${P}.sysctls[0].name: Required value`],
    [{ pod: "{sysctls: [{name: Kernel.x}]}" }, "must have at most 253 characters and match regex ^([a-z0-9]"],
    [{ pod: `{sysctls: [{name: ${"a".repeat(254)}}]}` }, "must have at most 253 characters"],
    [{ pod: "{sysctls: [{name: kernel.x}, {name: kernel.x}]}" }, `${P}.sysctls[1].name: Duplicate value: "kernel.x"`],
    [
      { spec: "hostNetwork: true", pod: "{sysctls: [{name: net.x}]}" },
      "may not be specified when 'hostNetwork' is true",
    ],
    [
      { spec: "hostNetwork: true", pod: "{sysctls: [{name: net/x}]}" },
      "may not be specified when 'hostNetwork' is true",
    ],
    [{ spec: "hostIPC: true", pod: "{sysctls: [{name: kernel.sem}]}" }, "may not be specified when 'hostIPC' is true"],
    [{ spec: "hostIPC: true", pod: "{sysctls: [{name: fs/mqueue/x}]}" }, "may not be specified when 'hostIPC' is true"],
    // operating systems
    [{ spec: "os: {}" }, "spec.os.name: Required value"],
    [{ spec: "os: {name: plan9}" }, 'spec.os: Unsupported value: "plan9": supported values: "linux", "windows"'],
    [
      { spec: "os: {name: linux}", pod: "{windowsOptions: {}}" },
      `${P}.windowsOptions: Forbidden: windows options cannot be set for a linux pod`,
    ],
    [
      { spec: "os: {name: linux}", container: "{windowsOptions: {}}" },
      `${C}.windowsOptions: Forbidden: windows options cannot be set for a linux pod`,
    ],
    ...["hostUsers: true", "hostPID: true", "hostIPC: true", "shareProcessNamespace: false"].map(
      (field): [Parts, string] => [
        { spec: `${windows}, ${field}` },
        `spec.${field.split(":")[0]}: Forbidden: cannot be set for a windows pod`,
      ],
    ),
    ...[
      "appArmorProfile: {type: RuntimeDefault}",
      "seLinuxOptions: {}",
      "seccompProfile: {type: RuntimeDefault}",
      "fsGroup: 1",
      "fsGroupChangePolicy: Always",
    ]
      .concat(
        "sysctls: [{name: kernel.x}]",
        "runAsUser: 1",
        "runAsGroup: 1",
        "supplementalGroups: []",
        "supplementalGroupsPolicy: Merge",
        "seLinuxChangePolicy: Recursive",
      )
      .map((field): [Parts, string] => [
        { spec: windows, pod: `{${field}}` },
        `${P}.${field.split(":")[0]}: Forbidden: cannot be set for a windows pod`,
      ]),
    ...[
      "appArmorProfile: {type: RuntimeDefault}",
      "seLinuxOptions: {}",
      "seccompProfile: {type: RuntimeDefault}",
      "capabilities: {}",
      "privileged: false",
    ]
      .concat(
        "readOnlyRootFilesystem: false",
        "allowPrivilegeEscalation: true",
        "procMount: Default",
        "runAsUser: 1",
        "runAsGroup: 1",
      )
      .map((field): [Parts, string] => [
        { spec: windows, container: `{${field}}` },
        `${C}.${field.split(":")[0]}: Forbidden: cannot be set for a windows pod`,
      ]),
    // Windows' own options
    [
      { pod: "{windowsOptions: {gmsaCredentialSpecName: A_b}}" },
      `${P}.windowsOptions.gmsaCredentialSpecName: Invalid value: "A_b": a lowercase RFC 1123 subdomain`,
    ],
    [{ pod: '{windowsOptions: {gmsaCredentialSpec: ""}}' }, "gmsaCredentialSpec cannot be an empty string"],
    [
      { pod: `{windowsOptions: {gmsaCredentialSpec: ${"a".repeat(65537)}}}` },
      "gmsaCredentialSpec size must be under 64 KiB",
    ],
    [{ container: '{windowsOptions: {runAsUserName: ""}}' }, "runAsUserName cannot be an empty string"],
    [{ container: '{windowsOptions: {runAsUserName: "a\\tb"}}' }, "runAsUserName cannot contain control characters"],
    [
      { container: "{windowsOptions: {runAsUserName: 'a\\b\\c'}}" },
      "runAsUserName cannot contain more than one backslash",
    ],
    [{ container: "{windowsOptions: {runAsUserName: 'a b\\'}}" }, "runAsUserName's User cannot be empty"],
    [
      { container: `{windowsOptions: {runAsUserName: '${"d".repeat(256)}\\u'}}` },
      "runAsUserName's Domain length must be under 256 characters",
    ],
    [
      { container: "{windowsOptions: {runAsUserName: '.:\\u'}}" },
      "runAsUserName's Domain doesn't match the NetBios nor the DNS format",
    ],
    [
      { container: `{windowsOptions: {runAsUserName: ${long}}}` },
      "runAsUserName's User length must not be longer than 104 characters",
    ],
    [
      { container: "{windowsOptions: {runAsUserName: '. .'}}" },
      "runAsUserName's User cannot contain only periods or spaces",
    ],
    [
      { container: "{windowsOptions: {runAsUserName: 'a@b'}}" },
      "runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]",
    ],
    // HostProcess
    [
      {
        spec: "hostNetwork: true",
        pod: "{windowsOptions: {hostProcess: true}}",
        container: "{windowsOptions: {hostProcess: false}}",
      },
      `${C}.windowsOptions.hostProcess: Invalid value: false: pod hostProcess value must be identical if both are specified, was true`,
    ],
    [
      { spec: "hostNetwork: true", container: "{windowsOptions: {hostProcess: true}}", more: "{name: d, image: i}" },
      'spec: Invalid value: "": If pod contains any hostProcess containers then all containers must be HostProcess containers',
    ],
    [
      { pod: "{windowsOptions: {hostProcess: true}}" },
      "spec.hostNetwork: Invalid value: false: hostNetwork must be true if pod contains any hostProcess containers",
    ],
    // the list of containers
    [{ more: "{name: c, image: i}" }, 'spec.containers[1].name: Duplicate value: "c"'],
    [{ spec: "initContainers: [{name: c, image: i}]" }, 'spec.initContainers[0].name: Duplicate value: "c"'],
    [
      { spec: "ephemeralContainers: [{name: e, image: i}]" },
      "spec.ephemeralContainers: Forbidden: cannot be set on create",
    ],
    // annotations
    [
      { annotations: "{container.apparmor.security.beta.kubernetes.io/x: unconfined}" },
      'io/x]: Invalid value: "x": container not found',
    ],
    [
      { annotations: "{container.apparmor.security.beta.kubernetes.io/c: bad}" },
      'io/c]: Invalid value: "bad": invalid AppArmor profile name: "bad"',
    ],
    [
      {
        annotations: "{container.apparmor.security.beta.kubernetes.io/c: unconfined}",
        container: "{appArmorProfile: {type: RuntimeDefault}}",
      },
      `${C}.appArmorProfile.type: Forbidden: apparmor type in annotation and field must match`,
    ],
    [
      {
        annotations: "{container.apparmor.security.beta.kubernetes.io/c: localhost/a}",
        container: "{appArmorProfile: {type: Localhost, localhostProfile: b}}",
      },
      `${C}.appArmorProfile.localhostProfile: Forbidden: apparmor profile in annotation and field must match`,
    ],
    [
      { annotations: "{seccomp.security.alpha.kubernetes.io/pod: bad}" },
      'metadata.annotations.seccomp.security.alpha.kubernetes.io/pod: Invalid value: "bad": must be a valid seccomp profile',
    ],
    [{ annotations: "{seccomp.security.alpha.kubernetes.io/pod: localhost//a}" }, "must be a relative path"],
    [
      {
        annotations: "{seccomp.security.alpha.kubernetes.io/pod: unconfined}",
        pod: "{seccompProfile: {type: RuntimeDefault}}",
      },
      `${P}.seccompProfile.type: Forbidden: seccomp type in annotation and field must match`,
    ],
    [
      {
        annotations: "{container.seccomp.security.alpha.kubernetes.io/c: localhost/a}",
        container: "{seccompProfile: {type: Localhost, localhostProfile: b}}",
      },
      `${C}.seccompProfile.localhostProfile: Forbidden: seccomp profile in annotation and field must match`,
    ],
  ])("%j: %s", async (parts, ...wanted) => {
    const found = await errors(parts);
    expect(found).toHaveLength(wanted.length);
    for (const [index, text] of wanted.entries()) expect(found[index]).toContain(text);
  });

  it("refuses a Pod without containers", async () => {
    const pod = await podOf("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: null}}");
    expect(validate(pod, 37).map(({ text }) => text)).toEqual(["spec.containers: Required value"]);
  });

  it("names a template's fields from the object on, and its annotations without their metadata", async () => {
    const text = `{apiVersion: v1, kind: List, items: [{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {selector: {}, template: {
      metadata: {annotations: {seccomp.security.alpha.kubernetes.io/pod: bad, container.apparmor.security.beta.kubernetes.io/c: bad}},
      spec: {ephemeralContainers: [{name: e}], containers: [{name: c, image: i, securityContext: {runAsUser: -1}}]}}}}]}`;
    expect(validate(await podOf(text), 37).map(({ field }) => field)).toEqual([
      "spec.template.spec.ephemeralContainers",
      "spec.template.spec.containers[0].securityContext.runAsUser",
      "spec.template.annotations[container.apparmor.security.beta.kubernetes.io/c]",
      "spec.template.annotations.seccomp.security.alpha.kubernetes.io/pod",
    ]);
  });
});

describe("a workload without containers", () => {
  const controller = (spec: string) =>
    `{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {selector: {matchLabels: {a: b}}${spec}}}`;

  it.each([
    ["{apiVersion: v1, kind: Pod, metadata: {name: p}}", "spec.containers"],
    ["{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: null}", "spec.containers"],
    ["{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {}}", "spec.containers"],
    [controller(""), "spec.template.spec.containers"],
    [controller(", template: null"), "spec.template.spec.containers"],
    [controller(", template: {metadata: {labels: {a: b}}}"), "spec.template.spec.containers"],
    [controller(", template: {spec: {hostPID: true}}"), "spec.template.spec.containers"],
    [
      "{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Pod, metadata: {name: p}}]}",
      "items[0].spec.containers",
    ],
  ])("is refused: %s", async (text, at) => {
    const found = validate(await podOf(text), 37);
    expect(found.map(({ at: place }) => formatPath(place))).toEqual([at]);
    expect(found.map(({ text: words }) => words)).toEqual([`${at.replace(/^items\[0\]\./, "")}: Required value`]);
  });

  it.each([
    "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}}",
    "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {replicas: 2}}",
    "{apiVersion: v1, kind: Pod, metadata: {name: p}, $patch: delete}",
    "{apiVersion: batch/v1, kind: CronJob, metadata: {name: c}, spec: {schedule: '@daily'}}",
    "{apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: r}, spec: {selector: {}, template: {spec: {}}}}",
  ])("is a patch, or a resource of others: %s", async (text) => {
    const { documents } = await withFullReader(() =>
      readManifest({ file: "pod.yaml", text, named: true }, defaultPolicy),
    );
    const pods = documents.flatMap((document) => findPods(document, defaultPolicy));
    expect(pods.flatMap((pod) => validate(pod, 37))).toEqual([]);
  });
});

describe("the API server takes", () => {
  it.each<Parts>([
    { container: "{privileged: true, allowPrivilegeEscalation: true}" },
    { container: "{allowPrivilegeEscalation: false, capabilities: {add: [SYS_ADMIN, ALL]}}" },
    {
      container: "{runAsUser: 2147483647, runAsGroup: 0}",
      pod: "{runAsUser: 0, supplementalGroups: [], fsGroup: 2147483647}",
    },
    { spec: "hostUsers: false", container: "{procMount: Unmasked}" },
    { pod: "{seccompProfile: {type: Localhost, localhostProfile: a/..b}}" },
    { pod: `{appArmorProfile: {type: Localhost, localhostProfile: ${"a".repeat(4095)}}}` },
    { pod: "{appArmorProfile: null, seccompProfile: null, fsGroup: null}" },
    { spec: "hostPID: true, shareProcessNamespace: false" },
    { spec: "hostUsers: true, hostNetwork: true, hostPID: true, hostIPC: true" },
    {
      spec: "hostNetwork: true",
      more: "{name: d, image: i, ports: [{containerPort: 80}, {containerPort: 81, hostPort: 81}]}",
    },
    {
      more: "{name: d, image: i, ports: [{containerPort: 1, hostPort: 80}, {containerPort: 2, hostPort: 80, protocol: UDP}, {containerPort: 3}, {containerPort: 4}]}",
    },
    {
      spec: "initContainers: [{name: a, image: i, ports: [{containerPort: 1, hostPort: 80}]}, {name: b, image: i, ports: [{containerPort: 1, hostPort: 80}]}]",
    },
    { spec: "hostNetwork: true", pod: "{sysctls: [{name: kernel.sem}]}" },
    { spec: "hostIPC: true", pod: "{sysctls: [{name: net.x}, {name: kernel.semx}]}" },
    { pod: `{sysctls: [{name: ${"a".repeat(253)}}, {name: net/ipv4/a.b}]}` },
    {
      spec: `${windows}, hostNetwork: true`,
      pod: "{runAsNonRoot: true, windowsOptions: {runAsUserName: 'DOMAIN\\user', gmsaCredentialSpecName: a.b-c}}",
    },
    { spec: `${windows}, hostPID: false`, pod: "{sysctls: []}" },
    {
      container: `{windowsOptions: {gmsaCredentialSpec: ${"a".repeat(65536)}, runAsUserName: 'corp.example.com\\${"u".repeat(104)}'}}`,
    },
    { spec: "os: {name: linux}", pod: "{fsGroup: 1}" },
    {
      spec: "hostNetwork: true",
      pod: "{windowsOptions: {hostProcess: true}}",
      more: "{name: d, image: i, securityContext: {windowsOptions: {hostProcess: true}}}",
    },
    { pod: "{windowsOptions: {hostProcess: false}}" },
    { annotations: '{container.apparmor.security.beta.kubernetes.io/c: "", other: bad}' },
    {
      annotations: "{container.apparmor.security.beta.kubernetes.io/c: runtime/default}",
      pod: "{appArmorProfile: {type: Unconfined}}",
    },
    {
      annotations: "{seccomp.security.alpha.kubernetes.io/pod: docker/default}",
      pod: "{seccompProfile: {type: RuntimeDefault}}",
    },
    {
      annotations: "{container.seccomp.security.alpha.kubernetes.io/c: localhost/b}",
      container: "{seccompProfile: {type: Localhost, localhostProfile: b}}",
    },
    { spec: windows, annotations: "{container.apparmor.security.beta.kubernetes.io/c: unconfined}" },
  ])("%j", async (parts) => {
    expect(await errors(parts)).toEqual([]);
  });
});

describe("older releases drop fields before they are validated", () => {
  it.each<[Parts, number, number]>([
    [{ container: "{procMount: Unmasked}" }, 32, 33],
    [{ spec: "hostUsers: false, hostNetwork: true" }, 32, 33],
    [{ pod: "{supplementalGroupsPolicy: X}" }, 32, 33],
    [{ pod: "{seLinuxChangePolicy: X}" }, 32, 33],
    [{ pod: "{appArmorProfile: {type: X}}" }, 29, 30],
    [{ pod: "{seccompProfile: {type: X}}" }, 18, 19],
    [{ spec: "hostUsers: false", more: "{name: d, image: i, volumeDevices: [{name: v, devicePath: /d}]}" }, 33, 34],
  ])("%j: taken by 1.%i, refused by 1.%i", async (parts, before, since) => {
    expect(await errors(parts, before)).toEqual([]);
    expect(await errors(parts, since)).toHaveLength(1);
  });
});

describe("values of a wrong type", () => {
  it.each<[Parts, ...string[]]>([
    [{ pod: '{runAsUser: "1000"}' }, `${P}.runAsUser`],
    [{ pod: "{runAsUser: 1.5}" }, `${P}.runAsUser`],
    [{ pod: "{runAsUser: 9223372036854775808}" }, `${P}.runAsUser`],
    [{ pod: "{runAsNonRoot: 1, fsGroup: yes}" }, `${P}.runAsNonRoot`, `${P}.fsGroup`],
    [{ pod: "{seccompProfile: RuntimeDefault}" }, `${P}.seccompProfile`],
    [{ pod: "{supplementalGroups: [1, a]}" }, `${P}.supplementalGroups[1]`],
    [{ container: "{capabilities: {drop: ALL}}" }, `${C}.capabilities.drop`],
    [{ container: "{capabilities: [ALL]}" }, `${C}.capabilities`],
    [{ container: "{capabilities: {add: [1]}}" }, `${C}.capabilities.add[0]`],
    [{ container: "[]" }, C],
    [{ spec: 'hostNetwork: "true"' }, "spec.hostNetwork"],
    [{ spec: "os: windows" }, "spec.os"],
    [
      { more: "{name: 5, image: i, ports: [{containerPort: 2147483648}]}" },
      "spec.containers[1].name",
      "spec.containers[1].ports[0].containerPort",
    ],
    [{ annotations: "{a: 1}" }, "metadata.annotations.a"],
    [{ annotations: "[]" }, "metadata.annotations"],
  ])("%j: %s", async (parts, ...wanted) => {
    expect((await podOf(manifest(parts))).decoding.mismatches.map(({ at }) => formatPath(at))).toEqual(wanted);
  });

  it.each<Parts>([
    { pod: "{runAsUser: 1e3, runAsNonRoot: yes, fsGroup: 0644, seccompProfile: null}" },
    { container: "{capabilities: {drop: [null], add: null}, runAsUser: 9007199254740993}" },
    { annotations: "null", spec: "hostPID: null, os: null" },
  ])("%j are none", async (parts) => {
    expect((await podOf(manifest(parts))).decoding.mismatches).toEqual([]);
  });
});

describe("fields that Kubernetes does not read", () => {
  it.each<[Parts, string, string | undefined]>([
    [{ pod: "{readOnlyRootFilesystem: true}" }, `${P}.readOnlyRootFilesystem`, "containers readOnlyRootFilesystem"],
    [{ pod: "{readOnlyRootFileSystem: true}" }, `${P}.readOnlyRootFileSystem`, "containers readOnlyRootFilesystem"],
    [{ container: "{fsGroup: 1}" }, `${C}.fsGroup`, "pod fsGroup"],
    [{ container: "{fsgroup: 1}" }, `${C}.fsgroup`, "pod fsGroup"],
    [{ container: "{hostUsers: false}" }, `${C}.hostUsers`, "pod spec hostUsers"],
    [{ pod: "{hostNetwork: false}" }, `${P}.hostNetwork`, "pod spec hostNetwork"],
    [{ pod: "{runAsNonroot: true}" }, `${P}.runAsNonroot`, "here runAsNonRoot"],
    [
      { container: "{allowPrivilegedEscalation: false}" },
      `${C}.allowPrivilegedEscalation`,
      "here allowPrivilegeEscalation",
    ],
    [{ container: "{seccompProfile: {typ: RuntimeDefault}}" }, `${C}.seccompProfile.typ`, "here type"],
    [{ container: "{capabilities: {drops: [ALL]}}" }, `${C}.capabilities.drops`, "here drop"],
    [{ pod: "{sysctls: [{name: a, valeu: b}]}" }, `${P}.sysctls[0].valeu`, "here value"],
    [{ pod: "{banana: 1}" }, `${P}.banana`, undefined],
    [{ spec: "securitycontext: {}" }, "spec.securitycontext", "here securityContext"],
    [{ spec: "runAsNonRoot: true" }, "spec.runAsNonRoot", "context runAsNonRoot"],
    [{ spec: "hostnetwork: true" }, "spec.hostnetwork", "here hostNetwork"],
    [{ more: "{name: d, image: i, privileged: true}" }, "spec.containers[1].privileged", "context privileged"],
    [{ more: "{name: d, image: i, hostUsers: false}" }, "spec.containers[1].hostUsers", "pod spec hostUsers"],
    [
      { more: "{name: d, image: i, serviceAccountName: a}" },
      "spec.containers[1].serviceAccountName",
      "pod spec serviceAccountName",
    ],
    [{ more: "{name: d, image: i, securityContex: {}}" }, "spec.containers[1].securityContex", "here securityContext"],
  ])("%j: %s, meant as %s", async (parts, field, meant) => {
    const found = findUnknownFields(await podOf(manifest(parts)));
    expect(found.map(({ at }) => formatPath(at))).toEqual([field]);
    expect(found[0]?.intended && `${found[0].intended.place} ${found[0].intended.name}`).toBe(meant);
  });

  it("finds a securityContext in what leads to the pod, and in metadata", async () => {
    const text = `{apiVersion: apps/v1, kind: Deployment, metadata: {name: d, securityContext: {}}, securityContext: {}, spec: {selector: {}, securityContext: {},
      template: {securityContext: {}, metadata: {securityContext: {}}, spec: {containers: [{name: c, image: i}]}}}}`;
    expect(findUnknownFields(await podOf(text)).map(({ at }) => formatPath(at))).toEqual([
      "metadata.securityContext",
      "securityContext",
      "spec.securityContext",
      "spec.template.securityContext",
      "spec.template.metadata.securityContext",
    ]);
  });

  it("finds what belongs to the pod in what leads to it", async () => {
    const text = `{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, hostPID: false, spec: {selector: {}, hostNetwork: false, restartPolicy: Always,
      template: {hostUsers: false, runAsUser: 1, privileged: false, spec: {containers: [{name: c, image: i}]}}}}`;
    const found = findUnknownFields(await podOf(text));
    expect(found.map(({ at, intended }) => `${formatPath(at)}: ${intended?.place} ${intended?.name}`)).toEqual([
      "hostPID: pod spec hostPID",
      "spec.hostNetwork: pod spec hostNetwork",
      "spec.restartPolicy: pod spec restartPolicy",
      "spec.template.hostUsers: pod spec hostUsers",
      "spec.template.runAsUser: context runAsUser",
      "spec.template.privileged: context privileged",
    ]);
  });

  it("leaves the directives of a patch for Kustomize alone, and reports them in a whole object", async () => {
    const patch = (
      image: string,
    ) => `{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {template: {spec: {
      $setElementOrder/containers: [{name: c}], containers: [{name: c${image}}, {name: d, $patch: delete, imagePulPolicy: Always}]}}}}`;
    const names = async (text: string) => findUnknownFields(await podOf(text)).map(({ name }) => name);
    expect(await names(patch(""))).toEqual(["imagePulPolicy"]);
    expect(await names(patch(", image: i"))).toEqual(["$setElementOrder/containers", "$patch", "imagePulPolicy"]);
  });

  it.each<Parts>([
    {
      spec: "hostNetwork: true, volumes: [], restartPolicy: Always, serviceAccountName: a",
      pod: "{runAsUser: 1, sysctls: [{name: a, value: b}]}",
    },
    {
      container:
        "{capabilities: {add: [], drop: []}, windowsOptions: {hostProcess: false}, seLinuxOptions: {level: a}}",
    },
  ])("%j has none", async (parts) => {
    expect(findUnknownFields(await podOf(manifest(parts)))).toEqual([]);
  });
});
