import { listFields, readString } from "../decode.ts";
import type { Container, Pod } from "../pod.ts";
import { type ApiError, forbidden, unsupported } from "./error.ts";

const modes = ["Bidirectional", "HostToContainer", "None"];

/** How the mounts of a container reach the node (validateMountPropagation). */
export function validateMounts(pod: Pod, { spec, path, securityContext }: Container): ApiError[] {
  return listFields(spec.volumeMounts).flatMap(({ fields, index }) => {
    const mode = readString(fields.mountPropagation);
    const at = [...path, "volumeMounts", index, "mountPropagation"];
    if (mode === undefined) return [];
    if (!modes.includes(mode)) return [unsupported(pod, at, mode, modes)];
    return mode === "Bidirectional" && !securityContext.privileged
      ? [forbidden(pod, at, "Bidirectional mount propagation is available only to privileged containers")]
      : [];
  });
}
