import { isList } from "../../yaml/index.ts";
import { listFields } from "../decode.ts";
import type { Pod } from "../pod.ts";
import { dropDisabledFields } from "../stored-pod.ts";
import { validateAnnotations } from "./annotations.ts";
import { validatePodSecurityContext, validateSecurityContext } from "./context.ts";
import { type ApiError, duplicate, forbidden, required } from "./error.ts";
import { validateHostNamespaces, validateHostProcess } from "./host.ts";
import { validateMounts } from "./mounts.ts";
import { validateOperatingSystem } from "./operating-system.ts";
import { validateSysctls } from "./sysctls.ts";

/**
 * Finds what the API server of release 1.`minor` refuses about a pod's security (kubernetes pkg/apis/core/validation/validation.go), whatever is filled in
 * later. Values of a wrong type are not here: they don't even decode (`findDecodingErrors`).
 */
export function validate(pod: Pod, minor: number): ApiError[] {
  if (!pod.assumed) return validateFilled(pod, minor);
  const { harmless, harmful } = pod.assumed;
  const fields = new Set(validateFilled(harmful, minor).map(({ kind, field }) => `${kind}: ${field}`));
  return validateFilled(harmless, minor).filter(({ kind, field }) => fields.has(`${kind}: ${field}`));
}

/** The same for a pod in which nothing is open. */
function validateFilled(declared: Pod, minor: number): ApiError[] {
  const pod = dropDisabledFields(declared, minor);
  return [
    ...validateContainers(pod),
    ...validatePodSecurityContext(pod),
    ...validateSysctls(pod),
    ...pod.containers.flatMap((container) => validateSecurityContext(pod, container)),
    ...pod.containers.flatMap((container) => validateMounts(pod, container)),
    ...validateHostNamespaces(pod, minor),
    ...validateHostProcess(pod),
    ...validateOperatingSystem(pod),
    ...validateAnnotations(pod),
  ];
}

/** The lists of containers: at least one container, no name twice, ephemeral ones only in a running pod (validateContainers, ValidatePodTemplateSpec). */
function validateContainers(pod: Pod): ApiError[] {
  const { path, containers } = pod;
  // Regular containers come first: of two containers with one name it is the init container that is refused.
  const ordered = [
    ...containers.filter(({ type }) => type === "app"),
    ...containers.filter(({ type }) => type !== "app"),
  ];
  const seen = new Set<string>();
  const duplicates = ordered.filter(({ name }) => {
    const isSecond = name !== "" && seen.has(name);
    seen.add(name);
    return isSecond;
  });
  return [
    ...(lacksContainers(pod) ? [required(pod, [...path, "containers"])] : []),
    ...validateEphemeralContainers(pod),
    ...duplicates.map((container) => duplicate(pod, [...container.path, "name"], container.name)),
  ];
}

function lacksContainers({ spec, builtIn, isFragment }: Pod): boolean {
  if (isList(spec.containers)) return spec.containers.length === 0;
  return spec.containers === null || (spec.containers === undefined && builtIn?.kind !== undefined && !isFragment);
}

function validateEphemeralContainers(pod: Pod): ApiError[] {
  if (listFields(pod.spec.ephemeralContainers).length === 0) return [];
  const detail =
    pod.workload.kind === "Pod" ? "cannot be set on create" : "ephemeral containers not allowed in pod template";
  return [forbidden(pod, [...pod.path, "ephemeralContainers"], detail)];
}
