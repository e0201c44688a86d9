/** What Kubernetes does with a manifest. Knows no rules and no text. */
export { findKindDefects, type KindDefect, parseGroup } from "./built-in-kinds.ts";
export { allCapabilities, computeBoundingSet, defaultCapabilities } from "./capabilities.ts";
export { type CustomWorkload, readsPodContext } from "./custom-resources.ts";
export { decodeSecurityContext, type TypeMismatch } from "./decode.ts";
export { findDeployers, isDeployer, mayDeploy } from "./deployers.ts";
export { appArmorAnnotation, isDeclared, isUnknown, parseProfileAnnotation } from "./effective.ts";
export { contextFields, isOnlyIn, podSpecFields } from "./fields.ts";
export { isDigest, parseReference, type Reference, withoutTag } from "./image-reference.ts";
export {
  findImageAnswer,
  type ImageAnswer,
  type ImageConfig,
  type Images,
  listPlatforms,
  parseImageUser,
  type WantedImage,
} from "./images.ts";
export { findKnownImage, type KnownImage } from "./known-images.ts";
export { findAdmissionRefusal, findStartRefusal, isAdministrator, type KubeletRefusal } from "./kubelet.ts";
export {
  type KubernetesVersion,
  type Level,
  largestId,
  latestVersion,
  levels,
  type Mode,
  modes,
  newestMinor,
  parseVersion,
} from "./kubernetes.ts";
export {
  findNamespaces,
  mayDemand,
  type NamespaceDemand,
  podSecurityLabels,
  readDemand,
  validateLabels,
} from "./namespaces.ts";
export { findObjects, findOwner, identifyWorkload, type KubernetesObject } from "./objects.ts";
export { type Container, type ContainerType, findContainer, type Namespace, type Pod, type Workload } from "./pod.ts";
export { findShapeDefects, isDefinitionText, mayHoldWorkload } from "./pod-places.ts";
export { countContainers, findPods, withSpec } from "./pods.ts";
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
export { isKustomization, looksLikeWorkload, saysObject } from "./signs.ts";
export { findSimilarName } from "./similar-names.ts";
export { applyDefaults, featureGates } from "./stored-pod.ts";
export { findUnknownFields, hasTypeOf, type IntendedField, isInContext, type UnknownField } from "./unknown-fields.ts";
export { findUnknown } from "./unknown-values.ts";
export { seccompContainerAnnotation, seccompPodAnnotation } from "./validation/annotations.ts";
export { type ApiError, formatField } from "./validation/error.ts";
export { findLinuxSetting } from "./validation/operating-system.ts";
export { normalizeSysctl } from "./validation/sysctls.ts";
export { validate } from "./validation/validate.ts";
