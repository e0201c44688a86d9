import { formatPath, type Path } from "../../yaml/index.ts";
import { appArmorAnnotation, parseProfileAnnotation } from "../effective.ts";
import type { Container, Pod } from "../pod.ts";
import type { SecurityProfile } from "../security-context.ts";
import { validateDescendingPath } from "./context.ts";
import { type ApiError, forbidden, formatField, invalid } from "./error.ts";

/** The deprecated annotation that set the pod's seccomp profile. */
export const seccompPodAnnotation = "seccomp.security.alpha.kubernetes.io/pod";
/** The prefix of the one that set a container's; the container's name follows. */
export const seccompContainerAnnotation = "container.seccomp.security.alpha.kubernetes.io/";

/** The deprecated annotations: their values, and that they agree with the fields that replace them (ValidatePodSpecificAnnotations). */
export function validateAnnotations(pod: Pod): ApiError[] {
  const written = Object.entries(pod.annotations);
  if (written.length === 0) return [];
  const names = new Set(pod.containers.map(({ name }) => name));
  return [
    ...written.flatMap(([key, value]) =>
      key.startsWith(appArmorAnnotation) ? validateAppArmorValue(pod, names, key, value) : [],
    ),
    ...written.flatMap(([key, value]) => (isSeccompAnnotation(key) ? validateSeccompValue(pod, key, value) : [])),
    ...pod.containers.flatMap((container) => matchAppArmor(pod, container)),
    ...matchSeccomp(pod, pod.annotations[seccompPodAnnotation], pod),
    ...pod.containers.flatMap((container) =>
      matchSeccomp(pod, pod.annotations[seccompContainerAnnotation + container.name], container),
    ),
  ];
}

function isSeccompAnnotation(key: string): boolean {
  return key === seccompPodAnnotation || key.startsWith(seccompContainerAnnotation);
}

function locateAnnotation(pod: Pod, key: string): Path {
  return [...pod.metadata, "annotations", key];
}

/** The path of the annotations as the API server prints it: those of a template as if they stood in the template itself. */
function formatAnnotations(pod: Pod): string {
  const owner = pod.workload.kind === "Pod" ? pod.metadata : pod.metadata.slice(0, -1);
  return formatField(pod, [...owner, "annotations"]);
}

function validateAppArmorValue(pod: Pod, names: ReadonlySet<string>, key: string, value: string): ApiError[] {
  const field = `${formatAnnotations(pod)}[${key}]`;
  const name = key.slice(appArmorAnnotation.length);
  const at = locateAnnotation(pod, key);
  const isValid = value === "" || parseProfileAnnotation(value) !== undefined;
  return [
    ...(names.has(name) ? [] : [invalid(pod, at, name, "container not found", field)]),
    ...(isValid ? [] : [invalid(pod, at, value, `invalid AppArmor profile name: "${value}"`, field)]),
  ];
}

function validateSeccompValue(pod: Pod, key: string, value: string): ApiError[] {
  const field = formatPath([formatAnnotations(pod), key]);
  const isWord = ["runtime/default", "docker/default", "unconfined"].includes(value);
  const details = value.startsWith("localhost/")
    ? validateDescendingPath(value.slice("localhost/".length))
    : isWord
      ? []
      : ["must be a valid seccomp profile"];
  return details.map((detail) => invalid(pod, locateAnnotation(pod, key), value, detail, field));
}

function matchAppArmor(pod: Pod, { name, securityContext, context }: Container): ApiError[] {
  const value = pod.annotations[appArmorAnnotation + name];
  // A Pod's annotation has been copied into the container's field by now, if it could be (applyAppArmorVersionSkew).
  const isCopied = pod.workload.kind === "Pod" && parseProfileAnnotation(value) !== undefined;
  const profile = securityContext.appArmorProfile ?? (isCopied ? undefined : pod.securityContext.appArmorProfile);
  if (pod.os === "windows" || value === undefined || !profile) return [];
  const at = [...context, "appArmorProfile"];
  return matchProfile(pod, at, profile, value, "apparmor", {
    RuntimeDefault: ["runtime/default"],
    Unconfined: ["unconfined"],
  });
}

function matchSeccomp(pod: Pod, value: string | undefined, owner: Pod | Container): ApiError[] {
  const profile = owner.securityContext.seccompProfile;
  if (value === undefined || !profile) return [];
  const at = [...owner.context, "seccompProfile"];
  return matchProfile(pod, at, profile, value, "seccomp", {
    RuntimeDefault: ["runtime/default", "docker/default"],
    Unconfined: ["unconfined"],
  });
}

/** Whether an annotation's value names the same profile as a field; `words` are the values that a type stands for. */
function matchProfile(
  pod: Pod,
  at: Path,
  { type = "", localhostProfile }: SecurityProfile,
  value: string,
  what: string,
  words: Record<string, string[]>,
): ApiError[] {
  const differs = forbidden(pod, [...at, "type"], `${what} type in annotation and field must match`);
  if (type !== "Localhost") return words[type]?.includes(value) === false ? [differs] : [];
  if (!value.startsWith("localhost/")) return [differs];
  if (value.slice("localhost/".length) === localhostProfile) return [];
  return [forbidden(pod, [...at, "localhostProfile"], `${what} profile in annotation and field must match`)];
}
