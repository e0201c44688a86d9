import { type Container, type KubernetesVersion, parseVersion, type SecurityProfile } from "../../src/pod/index.ts";
import { defaultPolicy } from "../../src/policy/index.ts";
import type { Result, ReviewedWorkload } from "../../src/review/result.ts";
import { review } from "../../src/review/review.ts";
import type { Verdict } from "../../src/rules/index.ts";
import type { RecordedContainer } from "./data.ts";

/** What the product says of a manifest at a version. */
export function reviewAt(text: string, version: string): Promise<Result> {
  const kubernetesVersion = parseVersion(version) as KubernetesVersion;
  return review([{ file: "manifest.yaml", text, named: true }], null, { ...defaultPolicy, kubernetesVersion });
}

/** The workload that one document of the manifest holds. */
export function workloadIn({ workloads }: Result, document: number): ReviewedWorkload | undefined {
  return workloads.find(({ pod }) => pod.document.index === document);
}

/** A verdict without the words around the reasons: `null` where the pod is let in. */
export function reasonsOf({ allowed, message }: Verdict): string | null {
  return allowed
    ? null
    : (message ?? "").replace(/^(would violate|violates) PodSecurity "[a-z]+:(latest|v1\.\d+)": /, "");
}

/** A container in the shape of the recorded answers. */
export function recorded({ name, type, effective }: Container): RecordedContainer {
  const { seLinuxOptions, capabilities, windowsOptions, runAsUser, runAsGroup, runAsNonRoot } = effective;
  const { privileged, allowPrivilegeEscalation, readOnlyRootFilesystem, procMount, seccompProfile, appArmorProfile } =
    effective;
  const merged = {
    capabilities: withoutEmpty(capabilities.value),
    privileged: privileged.value,
    seLinuxOptions: withoutEmpty(seLinuxOptions.value),
    windowsOptions: windowsOptions.value,
    runAsUser: runAsUser.value,
    runAsGroup: runAsGroup.value,
    runAsNonRoot: runAsNonRoot.value,
    readOnlyRootFilesystem: readOnlyRootFilesystem.value,
    allowPrivilegeEscalation: allowPrivilegeEscalation.value,
    procMount: procMount.value,
  };
  return {
    name,
    type,
    effective: Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)),
    seccomp: profile(seccompProfile.value),
    appArmor: profile(appArmorProfile.value),
    // What Linux nodes would do, also for a Windows pod, whose process has no such bit.
    noNewPrivs: allowPrivilegeEscalation.value === false,
  };
}

/** Go leaves these members out when they are empty (`omitempty`). */
function withoutEmpty(members: object | undefined): object | undefined {
  return members && Object.fromEntries(Object.entries(members).filter(([, member]) => member.length > 0));
}

/** Go always writes a profile's type. */
function profile(value: SecurityProfile | undefined): SecurityProfile | null {
  return value ? { ...value, type: value.type ?? "" } : null;
}
