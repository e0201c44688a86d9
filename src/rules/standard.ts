import type { Admission, Control, Denial, KubernetesVersion, Pod, Rule, Verdict } from "../types.ts";

/**
 * What Pod Security Admission answers, in its own words (pod-security-admission policy/registry.go): every control in force, none cut short.
 * `pod` is the pod as the API server sees it, defaults filled in.
 */
export function admit(pod: Pod, rules: readonly Rule[], version: KubernetesVersion): Admission {
  const controls = rules.flatMap((rule) => rule.controls);
  return {
    version: `v1.${version.minor}`,
    baseline: verdict(pod, denials(pod, controls, "baseline", version), `baseline:${version.name}`),
    restricted: verdict(pod, denials(pod, controls, "restricted", version), `restricted:${version.name}`),
  };
}

/** Baseline's controls first, then restricted's, each in byte order of their ids. */
function denials(
  pod: Pod,
  controls: readonly Control[],
  level: Control["level"],
  { minor }: KubernetesVersion,
): Denial[] {
  const inForce = controls.filter(({ revisions }) => revisions.some(({ since }) => since <= minor)).sort(byId);
  const restricted = level === "restricted" ? inForce.filter((control) => control.level === "restricted") : [];
  const overridden = new Set(restricted.flatMap(({ overrides = [] }) => overrides));
  const baseline = inForce.filter((control) => control.level === "baseline" && !overridden.has(control.id));
  return [...baseline, ...restricted].flatMap(
    ({ revisions }) => revisions.findLast(({ since }) => since <= minor)?.check(pod) ?? [],
  );
}

/** A Pod is refused; a controller is let in with a warning, and its pods are refused later. Of other kinds Pod Security says nothing. */
function verdict({ workload: { kind }, isCustom }: Pod, denials: readonly Denial[], standard: string): Verdict {
  if (denials.length === 0) return { allowed: true, message: null };
  const reasons = denials.map(({ reason, detail }) => (detail ? `${reason} (${detail})` : reason)).join(", ");
  const message = `${kind === "Pod" ? "violates" : "would violate"} PodSecurity "${standard}": ${reasons}`;
  return {
    allowed: false,
    message: isCustom ? `${message}; Pod Security judges the pods that this ${kind} makes, not the ${kind}` : message,
  };
}

function byId(a: Control, b: Control): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
