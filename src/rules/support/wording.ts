import type { Container, Pod } from "../../pod/index.ts";
import type { Say } from "../rule.ts";
import type { Declaration } from "./declarations.ts";

// ── the words of Pod Security Admission (pod-security-admission policy/helpers.go, visitor.go) ──────────────────────────

/** `"a", "b"` */
export function quote(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(", ");
}

/** `volume` for one, `volumes` for any other count. */
export function pluralize(word: string, count: number): string {
  return count === 1 ? word : `${word}s`;
}

/** `container "a"`, `containers "a", "b"` */
export function nameContainers(containers: readonly Container[]): string {
  return `${pluralize("container", containers.length)} ${quote(containers.map(({ name }) => name))}`;
}

/** `pod`, `container "a"`, `pod and containers "a", "b"` */
export function nameDeclarers(declarations: readonly Declaration<unknown>[]): string {
  const containers = declarations.flatMap(({ container }) => container ?? []);
  const pod = declarations.some(({ container }) => !container) ? ["pod"] : [];
  return [...pod, ...(containers.length > 0 ? [nameContainers(containers)] : [])].join(" and ");
}

/** The distinct values in byte order. */
export function sortDistinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

// ── our own words ───────────────────────────────────────────────────────────────────────────────

/** `a`, `a and b`, `a, b and c` */
export function enumerate(values: readonly string[]): string {
  return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} and ${values.at(-1)}`;
}

/** `container "a"`, `containers "a" and "b"` */
export function enumerateContainers(containers: readonly Container[]): string {
  return `${pluralize("container", containers.length)} ${enumerate(containers.map(({ name }) => `"${name}"`))}`;
}

/** `, overriding true on the pod (line 18)` where a container's own value beats another one, which the pod declares. */
export function describeOverride<T>(
  pod: Pod,
  field: string,
  own: T,
  onPod: T | undefined,
  { line }: Pick<Say, "line">,
): string {
  if (onPod === undefined || onPod === own) return "";
  return `, overriding ${String(onPod)} on the pod (${line([...pod.context, field])})`;
}

/** The rest of a sentence about a pod's field that no container inherits. */
export const overriddenByAll = "every container overrides it, but Pod Security rejects the pod all the same";
