import type { Path } from "../../yaml/index.ts";
import { annotatedProfile, appArmorAnnotation } from "../effective.ts";
import type { Container, Pod } from "../pod.ts";
import type { SecurityProfile } from "../security-context.ts";
import { descendingPath } from "./context.ts";
import { type ApiError, fieldOf, forbidden, goPath, invalid } from "./error.ts";

export const seccompPodAnnotation = "seccomp.security.alpha.kubernetes.io/pod";
export const seccompContainerAnnotation = "container.seccomp.security.alpha.kubernetes.io/";

/** The deprecated annotations: their values, and that they agree with the fields that took their place (ValidatePodSpecificAnnotations). */
export function annotations(pod: Pod): ApiError[] {
  const written = Object.entries(pod.annotations);
  if (written.length === 0) return [];
  const names = new Set(pod.containers.map(({ name }) => name));
  return [
    ...written.flatMap(([key, value]) =>
      key.startsWith(appArmorAnnotation) ? appArmorValue(pod, names, key, value) : [],
    ),
    ...written.flatMap(([key, value]) => (isSeccomp(key) ? seccompValue(pod, key, value) : [])),
    ...pod.containers.flatMap((container) => appArmorMatch(pod, container)),
    ...seccompMatch(pod, pod.annotations[seccompPodAnnotation], pod),
    ...pod.containers.flatMap((container) =>
      seccompMatch(pod, pod.annotations[seccompContainerAnnotation + container.name], container),
    ),
  ];
}

function isSeccomp(key: string): boolean {
  return key === seccompPodAnnotation || key.startsWith(seccompContainerAnnotation);
}

function placeOf(pod: Pod, key: string): Path {
  return [...pod.metadata, "annotations", key];
}

/** A template's annotations are printed as if they stood in the template itself. */
function printedAnnotations(pod: Pod): string {
  const owner = pod.workload.kind === "Pod" ? pod.metadata : pod.metadata.slice(0, -1);
  return fieldOf(pod, [...owner, "annotations"]);
}

function appArmorValue(pod: Pod, names: ReadonlySet<string>, key: string, value: string): ApiError[] {
  const field = `${printedAnnotations(pod)}[${key}]`;
  const name = key.slice(appArmorAnnotation.length);
  const isKnown =
    value === "" || value === "runtime/default" || value === "unconfined" || value.startsWith("localhost/");
  return [
    ...(names.has(name) ? [] : [invalid(pod, placeOf(pod, key), name, "container not found", { field })]),
    ...(isKnown
      ? []
      : [invalid(pod, placeOf(pod, key), value, `invalid AppArmor profile name: "${value}"`, { field })]),
  ];
}

function seccompValue(pod: Pod, key: string, value: string): ApiError[] {
  const field = goPath([printedAnnotations(pod), key]);
  if (value.startsWith("localhost/")) {
    return descendingPath(value.slice("localhost/".length)).map((detail) =>
      invalid(pod, placeOf(pod, key), value, detail, { field }),
    );
  }
  if (["runtime/default", "docker/default", "unconfined"].includes(value)) return [];
  return [invalid(pod, placeOf(pod, key), value, "must be a valid seccomp profile", { field })];
}

function appArmorMatch(pod: Pod, { name, securityContext, context }: Container): ApiError[] {
  const value = pod.annotations[appArmorAnnotation + name];
  // A Pod's annotation has been copied into the container's field by now, if it could be (applyAppArmorVersionSkew).
  const isCopied = pod.workload.kind === "Pod" && annotatedProfile(value) !== undefined;
  const profile = securityContext.appArmorProfile ?? (isCopied ? undefined : pod.securityContext.appArmorProfile);
  if (pod.os === "windows" || value === undefined || !profile) return [];
  const at = [...context, "appArmorProfile"];
  return match(pod, at, profile, value, "apparmor", {
    RuntimeDefault: ["runtime/default"],
    Unconfined: ["unconfined"],
  });
}

function seccompMatch(pod: Pod, value: string | undefined, owner: Pod | Container): ApiError[] {
  const profile = owner.securityContext.seccompProfile;
  if (value === undefined || !profile) return [];
  const at = [...owner.context, "seccompProfile"];
  return match(pod, at, profile, value, "seccomp", {
    RuntimeDefault: ["runtime/default", "docker/default"],
    Unconfined: ["unconfined"],
  });
}

function match(
  pod: Pod,
  at: Path,
  { type = "", localhostProfile }: SecurityProfile,
  value: string,
  what: string,
  words: Record<string, string[]>,
) {
  const differs = forbidden(pod, [...at, "type"], `${what} type in annotation and field must match`);
  if (type !== "Localhost") return words[type]?.includes(value) === false ? [differs] : [];
  if (!value.startsWith("localhost/")) return [differs];
  if (value.slice("localhost/".length) === localhostProfile) return [];
  return [forbidden(pod, [...at, "localhostProfile"], `${what} profile in annotation and field must match`)];
}
