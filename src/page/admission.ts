import { admitted } from "../pod/index.ts";
import { admit, rules } from "../rules/index.ts";
import type { Admission, KubernetesVersion, Pod } from "../types.ts";

/** What Pod Security Admission answers for a pod: the command line's own code. */
export function admissionOf(pod: Pod, version: KubernetesVersion): Admission {
  return admit(admitted(pod), rules, version);
}
