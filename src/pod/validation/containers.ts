import { isList } from "../../yaml/index.ts";
import { fieldsIn } from "../decode.ts";
import type { Pod } from "../pod.ts";
import { type ApiError, duplicate, forbidden, required } from "./error.ts";

/** The lists of containers: at least one, no name twice, ephemeral ones only in a running pod (validateContainers, ValidatePodTemplateSpec). */
export function containerList(pod: Pod): ApiError[] {
  const { spec, path } = pod;
  const errors: ApiError[] = [];
  const isEmpty = isList(spec.containers)
    ? spec.containers.length === 0
    : spec.containers === null || pod.workload.kind === "Pod";
  if (isEmpty && !(spec.containers !== undefined && spec.containers !== null && !isList(spec.containers))) {
    errors.push(required(pod, [...path, "containers"]));
  }
  if (fieldsIn(spec.ephemeralContainers).length > 0) {
    const detail =
      pod.workload.kind === "Pod" ? "cannot be set on create" : "ephemeral containers not allowed in pod template";
    errors.push(forbidden(pod, [...path, "ephemeralContainers"], detail));
  }
  // Regular containers come first: an init container of the same name is the one too many.
  const regular = pod.containers.filter(({ type }) => type === "app");
  const seen = new Set<string>();
  for (const container of regular.concat(pod.containers.filter(({ type }) => type !== "app"))) {
    if (container.name !== "" && seen.has(container.name))
      errors.push(duplicate(pod, [...container.path, "name"], container.name));
    seen.add(container.name);
  }
  return errors;
}
