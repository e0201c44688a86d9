import type { Pod } from "../pod/index.ts";
import { addedCapabilities } from "./added-capabilities.ts";
import { allowPrivilegeEscalation } from "./allow-privilege-escalation.ts";
import { apiRejected } from "./api-rejected.ts";
import { appArmorProfile } from "./app-armor-profile.ts";
import { dropAllCapabilities } from "./drop-all-capabilities.ts";
import { explicitGroup } from "./explicit-group.ts";
import { explicitUser } from "./explicit-user.ts";
import { failsToStart } from "./fails-to-start.ts";
import { hostNamespaces } from "./host-namespaces.ts";
import { hostPathVolumes } from "./host-path-volumes.ts";
import { hostPorts } from "./host-ports.ts";
import { hostProbes } from "./host-probes.ts";
import { ignoredField } from "./ignored-field.ts";
import { ineffectiveSetting } from "./ineffective-setting.ts";
import { privileged } from "./privileged.ts";
import { procMount } from "./proc-mount.ts";
import { readOnlyRootFilesystem } from "./read-only-root-filesystem.ts";
import { rootGroups } from "./root-groups.ts";
import type { Rule, RuleContext, Violation } from "./rule.ts";
import { runAsNonRoot } from "./run-as-non-root.ts";
import { runAsUser } from "./run-as-user.ts";
import { seccompProfile } from "./seccomp-profile.ts";
import { selinuxOptions } from "./selinux-options.ts";
import { listControls } from "./support/admission.ts";
import { judgeOnWindows } from "./support/windows.ts";
import { sysctls } from "./sysctls.ts";
import { unusedIgnore } from "./unused-ignore.ts";
import { volumeTypes } from "./volume-types.ts";
import { windowsHostProcess } from "./windows-host-process.ts";

export { type Admission, admit, type Verdict } from "./support/admission.ts";
export { enumerate } from "./support/wording.ts";
export { reportUnused, unusedIgnore } from "./unused-ignore.ts";

/** Every rule. Fixes of one place are applied in this order: the one in which people write the fields that they add. */
export const rules: readonly Rule[] = [
  apiRejected,
  failsToStart,
  ignoredField,
  ineffectiveSetting,
  privileged,
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbes,
  volumeTypes,
  procMount,
  appArmorProfile,
  selinuxOptions,
  sysctls,
  windowsHostProcess,
  addedCapabilities,
  runAsNonRoot,
  runAsUser,
  explicitUser,
  explicitGroup,
  rootGroups,
  seccompProfile,
  allowPrivilegeEscalation,
  dropAllCapabilities,
  readOnlyRootFilesystem,
  unusedIgnore,
];

export { levelIn } from "./support/admission.ts";

/** What a rule says of a pod. */
export function checkPod(rule: Rule, pod: Pod, context: RuleContext): Iterable<Violation> {
  return pod.runsOn === "windows" ? judgeOnWindows(rule, pod, context) : rule.check(pod, context);
}

/** Every control of the Pod Security Standards. */
export const controls = listControls(rules);

export type {
  Control,
  Declined,
  Denial,
  Fix,
  FixOptions,
  NamedValues,
  References,
  Rule,
  RuleContext,
  Say,
  Violation,
} from "./rule.ts";
