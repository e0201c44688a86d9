/** What Kubernetes does with a manifest. Knows no rules and no text. */
export { allCapabilities, boundingSet, defaultCapabilities } from "./capabilities.ts";
export { type CustomWorkload, readsPodContext } from "./custom-resources.ts";
export { admitted } from "./defaulting.ts";
export { annotatedProfile, appArmorAnnotation, isDeclared } from "./effective.ts";
export { containerOnly, containerSecurityContext, podOnly, podSecurityContext, sharedFields } from "./fields.ts";
export {
  answerFor,
  type ImageAnswer,
  type ImageConfig,
  type Images,
  identityOf,
  largestId,
  platformsOf,
  type WantedImage,
} from "./images.ts";
export { badLabels, demandOf, type NamespaceDemand, namespacesIn } from "./namespaces.ts";
export { containerAt, ownerOf } from "./owners.ts";
export type { Container, ContainerType, Namespace, Pod, Workload } from "./pod.ts";
export { type Level, levels, type Mode, modes } from "./pod-security.ts";
export type {
  Capabilities,
  DerivedContext,
  EffectiveContext,
  Origin,
  PodSecurityContext,
  SecurityContext,
  SecurityProfile,
  SeLinuxOptions,
  Setting,
  SharedContext,
  Sysctl,
  WindowsOptions,
} from "./security-context.ts";
export { shapeProblems } from "./shape.ts";
export { mayDemand, mayHoldWorkload } from "./triage.ts";
export { fits, type Meant, misspelling, type UnknownField, unknownFields } from "./unknown-fields.ts";
export { seccompContainerAnnotation, seccompPodAnnotation } from "./validation/annotations.ts";
export { gates } from "./validation/gates.ts";
export { type ApiError, fieldOf, validate } from "./validation/index.ts";
export { type TypeError, typeErrors } from "./validation/types.ts";
export { type KubernetesVersion, newestMinor, parseVersion } from "./version.ts";
export {
  at,
  containerCount,
  groupOf,
  type KubernetesObject,
  memberOf,
  objectsIn,
  podsIn,
  workloadOf,
} from "./workloads.ts";
