import type { Admission, Control, Denial, KubernetesVersion, Pod, Rule, Verdict } from "../types.ts";

/**
 * What Pod Security Admission answers, in its own words (pod-security-admission policy/registry.go): every control in force, none cut short.
 * `pod` is the pod as the API server sees it, defaults filled in.
 */
export function admit(pod: Pod, rules: readonly Rule[], version: KubernetesVersion): Admission {
  const { baseline, restricted } = controlsIn(rules, version.minor);
  const denied = new Map<string, Denial | undefined>();
  for (const { id, check } of [...baseline, ...restricted]) if (!denied.has(id)) denied.set(id, check(pod));
  const denials = (controls: readonly InForce[]) => controls.flatMap(({ id }) => denied.get(id) ?? []);
  return {
    version: `v1.${version.minor}`,
    baseline: verdict(pod, denials(baseline), `baseline:${version.name}`),
    restricted: verdict(pod, denials(restricted), `restricted:${version.name}`),
  };
}

/** A control as a version of the standard has it. */
interface InForce extends Pick<Control, "id" | "level" | "overrides"> {
  readonly check: (pod: Pod) => Denial | undefined;
}

/** The controls of both levels: baseline's first, then restricted's, each in byte order of their ids. Kept, because every pod of a run is asked the same. */
function controlsIn(rules: readonly Rule[], minor: number): Readonly<Record<Control["level"], readonly InForce[]>> {
  if (latest?.rules === rules && latest.minor === minor) return latest.controls;
  const inForce = rules
    .flatMap((rule) => rule.controls)
    .flatMap(({ id, level, overrides = [], revisions }): InForce[] => {
      const check = revisions.findLast(({ since }) => since <= minor)?.check;
      return check ? [{ id, level, overrides, check }] : [];
    })
    .sort(byId);
  const baseline = inForce.filter(({ level }) => level === "baseline");
  const restricted = inForce.filter(({ level }) => level === "restricted");
  const overridden = new Set(restricted.flatMap(({ overrides = [] }) => overrides));
  const kept = baseline.filter(({ id }) => !overridden.has(id));
  latest = { rules, minor, controls: { baseline, restricted: [...kept, ...restricted] } };
  return latest.controls;
}

let latest: { rules: readonly Rule[]; minor: number; controls: ReturnType<typeof controlsIn> } | undefined;

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

function byId(a: InForce, b: InForce): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
