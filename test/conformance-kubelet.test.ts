import { describe, expect, test } from "vitest";
import type { Container, Pod } from "../src/pod/index.ts";
import { defaultPolicy } from "../src/policy/index.ts";
import type { Finding } from "../src/review/finding.ts";
import { review } from "../src/review/review.ts";
import { workloadIn } from "./conformance/answers.ts";
import {
  conformanceFolder,
  type KubeletContainer,
  type KubeletRecord,
  kubeletRecordsIn,
  noConformance,
} from "./conformance/data.ts";

const folder = conformanceFolder();

describe("the kubelet's own answers", () => {
  test("random pods and the users of their images", async ({ skip }) => {
    if (folder === undefined) return skip(noConformance);
    const records = kubeletRecordsIn(folder);
    const differences = (await Promise.all(records.map(compare))).flat();
    console.log(`kubelet: ${records.length} pods compared, ${differences.length} differences`);
    expect(differences).toEqual([]);
  });
});

async function compare({ id, manifest, document, images, expect: expected }: KubeletRecord): Promise<string[]> {
  const policy = { ...defaultPolicy, images: answersFor(images) };
  const result = await review([{ file: "manifest.yaml", text: manifest, named: true }], null, policy);
  const findings = result.findings.filter((finding) => finding.document === document);
  const pod = workloadIn(result, document)?.pod;
  const differences =
    isRefused(expected) && findings.some(({ rule }) => refusals.includes(rule.id))
      ? []
      : isRefused(expected)
        ? ["the API server refuses it"]
        : [...compareAdmission(findings, expected.admit), ...compareContainers(findings, pod, expected)];
  return differences.map((difference) => `${id}: ${difference}`);
}

/** The users of images on every platform. */
function answersFor(users: KubeletRecord["images"]) {
  const platforms = ["linux/amd64", "linux/arm64", "windows/amd64"];
  return new Map(
    Object.entries(users).map(([image, user]) => [
      image,
      Object.fromEntries(platforms.map((platform) => [platform, { user, volumes: [], ports: [] }])),
    ]),
  );
}

/** An unknown field is refused by strict decoding, which kubectl asks for. */
const refusals = ["api-rejected", "ignored-field"];

function isRefused({ decode, strict = [], invalid = [], podInvalid = [] }: KubeletRecord["expect"]): boolean {
  return decode !== undefined || strict.length + invalid.length + podInvalid.length > 0;
}

function compareAdmission(findings: readonly Finding[], admit: KubeletRecord["expect"]["admit"]): string[] {
  if (admit === null) return [];
  const rules =
    admit.reason === "SysctlForbidden" ? ["sysctls"] : ["app-armor-profile", "api-rejected", "fails-to-start"];
  return findings.some(({ rule }) => rules.includes(rule.id)) ? [] : [`refused: ${admit.message}`];
}

function compareContainers(
  findings: readonly Finding[],
  pod: Pod | undefined,
  { os, containers }: KubeletRecord["expect"],
): string[] {
  if (pod?.containers.length !== containers.length)
    return [`${containers.length} containers, not ${pod?.containers.length}`];
  return containers.flatMap((theirs, index) => {
    const ours = pod.containers[index];
    if (!ours) return [];
    const derived = os === "windows" ? describeWindows(ours) : describeLinux(ours, pod);
    const expected = comparable(theirs[os] ?? {});
    return [
      ...compareStart(findings, theirs),
      ...Object.entries(expected).flatMap(([key, value]) =>
        JSON.stringify(derived[key]) === JSON.stringify(value)
          ? []
          : [`${theirs.name}.${key}: ${JSON.stringify(derived[key])}, not ${JSON.stringify(value)}`],
      ),
    ];
  });
}

/** What of the recorded answers has a counterpart: names of Linux users are the image's to number, and nothing filters what a privileged container calls. */
function comparable(answer: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { runAsUsername, seccomp, ...rest } = answer;
  if (!("runAsUser" in answer)) return answer;
  const known = runAsUsername === "root" ? { ...rest, runAsUser: 0 } : rest;
  return answer.privileged === true ? known : { ...known, seccomp };
}

function compareStart(findings: readonly Finding[], { name, startError = null }: KubeletContainer): string[] {
  const said = findings.filter(({ rule, containers }) => rule.id === "fails-to-start" && containers.includes(name));
  const words = startError?.replace(/ \(pod: ".*$/s, "");
  if (words === undefined) return said.map(({ message }) => `${name} starts, but: ${message}`);
  return said.some(({ message }) => message.includes(words)) ? [] : [`${name} does not start: ${words}`];
}

/** What the runtime gets for a container on Linux, in the words of the recorded answers. */
function describeLinux({ effective, derived }: Container, { hostUsers }: Pod): Record<string, unknown> {
  const { appArmorProfile, capabilities, procMount, seLinuxOptions, fsGroup, supplementalGroups } = effective;
  const { user = "", role = "", type = "", level = "" } = seLinuxOptions.value ?? {};
  const isMasked = procMount.value !== "Unmasked";
  const groups = [...(fsGroup.value === undefined ? [] : [fsGroup.value]), ...(supplementalGroups.value ?? [])];
  return {
    runAsUser: derived.uid,
    runAsGroup: effective.runAsGroup.origin === "image" ? null : (effective.runAsGroup.value ?? null),
    supplementalGroups: groups.length > 0 ? groups : null,
    supplementalGroupsPolicy: effective.supplementalGroupsPolicy.value ?? "Merge",
    privileged: derived.privileged,
    noNewPrivs: derived.noNewPrivileges,
    readonlyRootfs: derived.readOnlyRoot,
    add: capabilities.value ? (capabilities.value.add ?? []) : null,
    drop: capabilities.value ? (capabilities.value.drop ?? []) : null,
    seccomp: describeSeccomp(derived.seccomp ?? ""),
    appArmor: appArmorProfile.value
      ? {
          type: appArmorProfile.value.type,
          ...(appArmorProfile.value.localhostProfile && { ref: appArmorProfile.value.localhostProfile }),
        }
      : null,
    seLinux: seLinuxOptions.value ? [user, role, type, level].join(":") : null,
    masked: isMasked,
    readonlyPaths: isMasked,
    network: effective.hostNetwork.value ? "NODE" : "POD",
    pid: effective.hostPID.value ? "NODE" : effective.shareProcessNamespace.value ? "POD" : "CONTAINER",
    ipc: effective.hostIPC.value ? "NODE" : "POD",
    userNamespace: hostUsers === false,
  };
}

function describeSeccomp(profile: string): object {
  const [, ref] = /^Localhost\/(.*)$/s.exec(profile) ?? [];
  return ref === undefined ? { type: profile } : { type: "Localhost", ref };
}

/** What the runtime gets for a container on Windows. */
function describeWindows({ effective, derived }: Container): Record<string, unknown> {
  const { gmsaCredentialSpec = "", hostProcess = false } = effective.windowsOptions.value ?? {};
  return { runAsUsername: derived.userName ?? "", credentialSpec: gmsaCredentialSpec, hostProcess };
}
