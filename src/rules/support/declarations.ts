import { type Container, findContainer, findUnknown, type Pod, type SharedContext } from "../../pod/index.ts";
import { isFields, type Path, type Value } from "../../yaml/index.ts";

/** One place where a field of a security context is written: on the pod (no `container`), or in a container. */
export interface Declaration<T> {
  readonly container?: Container;
  readonly origin: "pod" | "container";
  readonly at: Path;
  readonly value: T;
  /** The containers that get this value. A pod's may reach none. */
  readonly containers: readonly Container[];
}

/** All that a pod and its containers declare for a field that both levels have: the pod first, then in the order in which Pod Security visits containers. */
export function declarationsOf<F extends keyof SharedContext>(
  pod: Pod,
  field: F,
): Declaration<NonNullable<SharedContext[F]>>[] {
  const declared: Declaration<NonNullable<SharedContext[F]>>[] = [];
  const onPod = pod.securityContext[field];
  if (onPod !== undefined && onPod !== null) {
    const containers = pod.containers.filter(({ effective }) => effective[field].origin === "pod");
    declared.push({ origin: "pod", at: [...pod.context, field], value: onPod, containers });
  }
  for (const container of pod.containers) {
    const own = container.securityContext[field];
    if (own === undefined || own === null) continue;
    const at = [...container.context, field];
    declared.push({ container, origin: "container", at, value: own, containers: [container] });
  }
  return declared;
}

/** What the pod itself declares for a field that both levels have; `undefined` where that is filled in later. */
export function podDeclaration<F extends keyof SharedContext>(pod: Pod, field: F): SharedContext[F] | undefined {
  return findUnknown(pod.unknown, [...pod.context, field]) ? undefined : pod.securityContext[field];
}

/** The container in whose block a path stands, as a list; an empty one for the pod's own. */
export function containersAt(pod: Pod, path: Path): Container[] {
  const container = findContainer(pod, path);
  return container ? [container] : [];
}

/**
 * Whether a field of a security context, or the block that it stands in, holds what does not decode: the rule `api-rejected` reports that, and to the
 * others the field is not unset. `names` leads to the field: `runAsUser`, or `capabilities`, `drop`.
 */
export function isMistyped({ spec, securityContext }: Pod | Container, ...names: readonly string[]): boolean {
  let written = spec.securityContext;
  let decoded: unknown = securityContext;
  for (const name of names) {
    if (isUnset(written)) return false;
    if (!isFields(written)) return true;
    written = written[name];
    decoded = isFields(decoded) ? decoded[name] : undefined;
  }
  return !isUnset(written) && decoded === undefined;
}

function isUnset(value: Value | undefined): value is null | undefined {
  return value === undefined || value === null;
}
