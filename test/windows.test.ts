import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../src/policy/index.ts";
import type { Finding } from "../src/review/finding.ts";
import { fix } from "../src/review/fix.ts";
import { review } from "../src/review/review.ts";

/** How a pod says that it runs on Windows, without `os.name`. */
const selections = [
  "nodeSelector: {kubernetes.io/os: windows}",
  "nodeSelector: {beta.kubernetes.io/os: windows}",
  "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/os, operator: In, values: [windows]}]}]}}}",
];

interface Parts {
  readonly selection?: string;
  readonly spec?: string;
  readonly pod?: string;
  readonly container?: string;
}

function podText({ selection = selections[0], spec, pod = "", container = "" }: Parts): string {
  return `apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  ${selection}
${spec ? `  ${spec}\n` : ""}  securityContext: {runAsNonRoot: true${pod && `, ${pod}`}}
  containers:
    - name: c
      image: registry.example/app:1
      securityContext: {${container}}
`;
}

async function findingsOf(text: string): Promise<readonly Finding[]> {
  return (await review([{ file: "p.yaml", text, named: true }], null, defaultPolicy)).findings;
}

describe("a pod that runs on Windows, and says so by its nodes alone", () => {
  it.each(selections)("is told of os.name, and of nothing that only Linux has: %s", async (selection) => {
    const findings = await findingsOf(podText({ selection }));
    expect(findings.map(({ message }) => message)).toEqual([
      "os.name is not set, and the pod runs on Windows (line 5): Pod Security takes it for a Linux pod, and demands settings of it that mean nothing " +
        "to Windows. Set os.name: windows.",
    ]);
    expect(findings.map(({ fix: offered }) => offered?.title)).toEqual(["Set os.name: windows"]);
  });

  it.each<[field: string, rule: string, parts: Parts]>([
    ["hostPID", "host-namespaces", { spec: "hostPID: true" }],
    ["hostIPC", "host-namespaces", { spec: "hostIPC: true" }],
    ["runAsUser", "run-as-user", { pod: "runAsUser: 0" }],
    ["runAsUser", "run-as-user", { container: "runAsUser: 0" }],
    ["seccompProfile", "seccomp-profile", { pod: "seccompProfile: {type: Unconfined}" }],
    ["appArmorProfile", "app-armor-profile", { container: "appArmorProfile: {type: Unconfined}" }],
    ["seLinuxOptions", "selinux-options", { pod: "seLinuxOptions: {user: root}" }],
    ["sysctls", "sysctls", { pod: 'sysctls: [{name: kernel.msgmax, value: "1"}]' }],
    ["privileged", "privileged", { container: "privileged: true" }],
    ["procMount", "proc-mount", { container: "procMount: Unmasked" }],
    ["capabilities", "added-capabilities", { container: "capabilities: {add: [SYS_ADMIN], drop: [ALL]}" }],
  ])("is to lose %s, which Pod Security rejects (%s)", async (field, rule, parts) => {
    const text = podText(parts);
    const own = (await findingsOf(text)).filter((finding) => finding.rule.id === rule);
    expect(own.map(({ message }) => message)).toEqual([
      `${field} is a setting of Linux, and the pod runs on Windows (line 5), where it does nothing: Pod Security rejects the pod for it all the same. Remove it.`,
    ]);
    expect(own.map(({ fix: offered }) => [offered?.safety, offered?.title])).toEqual([
      ["safe", `Remove ${field}, which Windows does not have`],
    ]);
    expect((await fix({ file: "p.yaml", text, named: true }, defaultPolicy)).text).not.toContain(field);
  });

  it.each<Parts>([
    { pod: "fsGroup: 0, supplementalGroups: [0], runAsGroup: 0" },
    { container: "readOnlyRootFilesystem: false, runAsGroup: 0" },
    { container: "allowPrivilegeEscalation: true, capabilities: {drop: [all]}" },
    { container: "capabilities: {drop: [CAP_CHOWN, NOTHING]}" },
  ])("hears nothing of what does nothing there: %j", async (parts) => {
    const findings = await findingsOf(podText(parts));
    expect(findings.map(({ rule, message }) => `${rule.id}: ${message.slice(0, 18)}`)).toEqual([
      "allow-privilege-escalation: os.name is not set",
    ]);
  });

  it.each<[Parts, title: string]>([
    [{ spec: "readOnlyRootFilesystem: true" }, "Remove readOnlyRootFilesystem: true, which Windows does not have"],
    [{ container: "readonlyRootFilesystem: true" }, "Remove readonlyRootFilesystem: true, which Windows does not have"],
    [{ container: "fsGroup: 1" }, "Remove fsGroup: 1, which Windows does not have"],
  ])("gets nothing moved that Windows does not have: %j", async (parts, title) => {
    const [misplaced] = (await findingsOf(podText(parts))).filter(({ rule }) => rule.id === "ignored-field");
    expect(misplaced?.message).toContain("Remove it: the pod runs on Windows, which does not have it.");
    expect(misplaced?.fix).toMatchObject({ safety: "review", title });
  });

  it("is not offered a removal that the API server would refuse", async () => {
    const text = podText({ container: "privileged: true" }).replace(
      "    - name: c\n",
      "    - name: c\n      volumeMounts: [{name: data, mountPath: /data, mountPropagation: Bidirectional}]\n",
    );
    const finding = (await findingsOf(text)).find(({ rule }) => rule.id === "privileged");
    expect(finding?.declined).toContain("the API server would refuse it then: spec.containers[0].volumeMounts");
  });

  it("is not offered a value in another type, which would stay without effect", async () => {
    const findings = await findingsOf(podText({ container: 'readOnlyRootFilesystem: "true"' }));
    const mistyped = findings.find(({ rule }) => rule.id === "api-rejected");
    expect(mistyped?.fix).toBeNull();
    expect(mistyped?.declined).toContain("the pod runs on Windows, which does not have readOnlyRootFilesystem");
  });
});

describe("beside os.name: windows", () => {
  it.each(["privileged: true", "runAsUser: 0", "procMount: Unmasked", "capabilities: {add: [SYS_ADMIN]}"])(
    "the API server's refusal says it all: %s",
    async (container) => {
      const findings = await findingsOf(podText({ selection: "os: {name: windows}", container }));
      expect(new Set(findings.map(({ rule }) => rule.id))).toEqual(new Set(["api-rejected"]));
    },
  );
});
