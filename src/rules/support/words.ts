import { type Container, containerAt, type KubernetesVersion, type Level, type Pod } from "../../pod/index.ts";
import type { Fields, Patch, Path, Siblings } from "../../yaml/index.ts";
import type { Control, Denial, Say } from "../rule.ts";

/** One place where a bad value is written: the pod's own (no container) or a container's. */
export interface Setter<T = string> {
  readonly container?: Container;
  readonly at: Path;
  readonly value: T;
}

/** Everything that the pod and its containers declare for one field, the pod first, then as Pod Security visits them. */
export function setters<T>(
  pod: Pod,
  field: string,
  onPod: T | undefined,
  onContainer: (container: Container) => T | undefined,
): Setter<T>[] {
  const declared: Setter<T>[] = onPod === undefined ? [] : [{ at: [...pod.context, field], value: onPod }];
  for (const container of pod.containers) {
    const value = onContainer(container);
    if (value !== undefined) declared.push({ container, at: [...container.context, field], value });
  }
  return declared;
}

export function containersOf(setters: readonly Setter<unknown>[]): Container[] {
  return setters.flatMap(({ container }) => container ?? []);
}

/** The container in whose block a path stands, as a list; none for the pod's own. */
export function containersAt(pod: Pod, path: Path): Container[] {
  const container = containerAt(pod, path);
  return container ? [container] : [];
}

// ── the words of Pod Security Admission (pod-security-admission policy/helpers.go, visitor.go) ──────────────────────────

export function denial(reason: string, detail = ""): Denial {
  return { reason, detail };
}

/** `"a", "b"` */
export function quoted(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(", ");
}

export function plural(word: string, count: number): string {
  return count === 1 ? word : `${word}s`;
}

/** `container "a"`, `containers "a", "b"` */
export function named(containers: readonly Container[]): string {
  return `${plural("container", containers.length)} ${quoted(containers.map(({ name }) => name))}`;
}

/** `pod`, `container "a"`, `pod and containers "a", "b"` */
export function setBy(setters: readonly Setter<unknown>[]): string {
  const containers = containersOf(setters);
  const pod = setters.some(({ container }) => !container) ? ["pod"] : [];
  return [...pod, ...(containers.length > 0 ? [named(containers)] : [])].join(" and ");
}

/** Unique values in byte order. */
export function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The level of a restricted control's violation: `hardened` under versions of the standard that did not have the control yet. */
export function levelUnder(control: Control, { minor }: KubernetesVersion): Level {
  return control.revisions.some(({ since }) => since <= minor) ? control.level : "hardened";
}

// ── our own words ───────────────────────────────────────────────────────────────────────────────

/** `, overriding true on the pod (line 18)` where a container's own value beats another one, which the pod declares. */
export function overriding<T>(
  pod: Pod,
  field: string,
  own: T,
  onPod: T | undefined,
  { line }: Pick<Say, "line">,
): string {
  if (onPod === undefined || onPod === own) return "";
  return `, overriding ${String(onPod)} on the pod (line ${line([...pod.context, field])})`;
}

/** The rest of a sentence on a pod's field that no container inherits. */
export const overriddenByAll = "every container overrides it, but Pod Security rejects the pod all the same";

/** `a`, `a and b`, `a, b and c` */
export function listed(values: readonly string[]): string {
  return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} and ${values.at(-1)}`;
}

/** Whether a field of a security context holds what does not decode: the rule `api-rejected` speaks of it, and it is not unset. */
export function isMistyped({ spec, securityContext }: Pod | Container, ...field: readonly string[]): boolean {
  let written: unknown = spec.securityContext;
  let decoded: unknown = securityContext;
  for (let depth = 0; depth < field.length; depth++) {
    const step = field[depth] as string;
    if (written === undefined || written === null) return false;
    if (typeof written !== "object" || Array.isArray(written)) return true;
    written = (written as Fields)[step];
    decoded = (decoded as Fields | undefined)?.[step];
  }
  return written !== undefined && written !== null && decoded === undefined;
}

/** Whether a path stands in the pod's own `securityContext`. */
export function isOnPod(pod: Pod, path: Path): boolean {
  return pod.context.every((step, index) => path[index] === step);
}

/** Takes an item from a list; the last one takes the list along. */
export function removeItem(list: Path, index: number, items: readonly unknown[]): Patch {
  return { op: "remove", path: items.length === 1 ? list : [...list, index] };
}

/** Where people write a `securityContext`: before a pod's containers, behind what a container runs and uses. */
export function siblings(pod: Pod, path: Path): Siblings {
  return isOnPod(pod, path) ? { before: ["initContainers", "containers"] } : { after: keysBeforeContext };
}

// biome-ignore format: a list to be read, not a column
const keysBeforeContext = [
  "name", "image", "imagePullPolicy", "command", "args", "workingDir", "envFrom", "env", "ports", "resources",
];

/** Where people write a container's `volumeMounts`. */
export const amongMounts: Siblings = { after: [...keysBeforeContext, "securityContext"] };
