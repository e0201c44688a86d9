import type { KubernetesVersion, Pod } from "../../pod/index.ts";
import type { Control, Denial, Rule } from "../rule.ts";

/** Pod Security Admission's answer for one level. `message` is the API server's own. */
export interface Verdict {
  readonly allowed: boolean;
  readonly message: string | null;
}

export interface Admission {
  /** The version of the standard that judged: `v1.N`. */
  readonly version: string;
  readonly baseline: Verdict;
  readonly restricted: Verdict;
}

/**
 * What Pod Security Admission answers, in its own words (pod-security-admission policy/registry.go): every control in force, none cut short.
 * `pod` is the pod as the API server sees it, defaults filled in.
 */
export function admit(pod: Pod, rules: readonly Rule[], version: KubernetesVersion): Admission {
  const { all, baseline, restricted } = controlsIn(rules, version.minor);
  const denied = all.map(({ check }) => check(pod));
  const denials = (controls: readonly number[]) =>
    controls.map((index) => denied[index]).filter((denial) => denial !== undefined);
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

/** The controls of a version, and which of them each level asks. */
interface Controls {
  readonly all: readonly InForce[];
  readonly baseline: readonly number[];
  readonly restricted: readonly number[];
}

/** Each level's controls in the order of its answer: baseline's first, then restricted's, each in byte order of their ids. Kept, because every pod of a run is asked the same. */
function controlsIn(rules: readonly Rule[], minor: number): Controls {
  if (latest?.rules === rules && latest.minor === minor) return latest.controls;
  const inForce = rules
    .flatMap((rule) => rule.controls)
    .flatMap(({ id, level, overrides = [], revisions }): InForce[] => {
      const check = revisions.findLast(({ since }) => since <= minor)?.check;
      return check ? [{ id, level, overrides, check }] : [];
    })
    .sort(byId);
  const baseline = inForce.filter(({ level }) => level === "baseline");
  const all = [...baseline, ...inForce.filter(({ level }) => level === "restricted")];
  const overridden = new Set(all.flatMap(({ overrides = [] }) => overrides));
  const indexes = [...all.keys()];
  const controls = {
    all,
    baseline: indexes.slice(0, baseline.length),
    restricted: indexes.filter((index) => !overridden.has((all[index] as InForce).id)),
  };
  latest = { rules, minor, controls };
  return controls;
}

let latest: { rules: readonly Rule[]; minor: number; controls: Controls } | undefined;

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
