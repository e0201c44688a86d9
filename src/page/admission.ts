import { applyDefaults, type KubernetesVersion, type Pod } from "../pod/index.ts";
import { type Admission, admit, rules } from "../rules/index.ts";

/** What Pod Security Admission answers for a pod: the command line's own code. */
export function admissionOf(pod: Pod, version: KubernetesVersion): Admission {
  return admit(applyDefaults(pod), rules, version);
}
