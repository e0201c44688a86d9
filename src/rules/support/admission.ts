import { applyDefaults, type KubernetesVersion, type Level, type Pod } from "../../pod/index.ts";
import type { Control, Denial, Rule } from "../rule.ts";

/** Pod Security Admission's answer for one level. `message` is the API server's own. */
export interface Verdict {
  /** `null` where Pod Security never sees the object, which can't be decoded, or where it hangs on what is filled in later. */
  readonly allowed: boolean | null;
  readonly message: string | null;
}

export interface Admission {
  /** The version of the standard that judged: `v1.N`. */
  readonly version: string;
  readonly baseline: Verdict;
  readonly restricted: Verdict;
}

/** The controls that rules answer for, in the byte order of their ids: the order in which Pod Security answers. */
export function listControls(rules: readonly Rule[]): Control[] {
  return rules.flatMap(({ controls }) => controls).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * What Pod Security Admission answers, in its own words (pod-security-admission policy/registry.go): every control in force, none cut short, baseline's
 * before restricted's. It judges the pod as the API server sees it, defaults filled in.
 */
export function admit(pod: Pod, controls: readonly Control[], version: KubernetesVersion): Admission {
  const likely = judge(pod, controls, version);
  const worst = pod.assumed && judge(pod.assumed.worst, controls, version);
  return {
    version: `v1.${version.minor}`,
    baseline: agree(likely.baseline, worst?.baseline),
    restricted: agree(likely.restricted, worst?.restricted),
  };
}

/** The answer, if another assumption about what is filled in later does not change it. */
function agree(verdict: Verdict, other = verdict): Verdict {
  return verdict.allowed === other.allowed ? verdict : { allowed: null, message: null };
}

function judge(
  declared: Pod,
  controls: readonly Control[],
  version: KubernetesVersion,
): Pick<Admission, "baseline" | "restricted"> {
  const pod = applyDefaults(declared);
  const answers = controls.flatMap((control) => answerOf(control, pod, version.minor) ?? []);
  const baseline = answers.filter(({ control }) => control.level === "baseline");
  const restricted = answers.filter(({ control }) => control.level === "restricted");
  const overridden = new Set(restricted.flatMap(({ control }) => control.overrides ?? []));
  const both = [...baseline.filter(({ control }) => !overridden.has(control.id)), ...restricted];
  return {
    baseline: verdictOn(pod, baseline, `baseline:${version.name}`),
    restricted: verdictOn(pod, both, `restricted:${version.name}`),
  };
}

/** The level of a restricted control's violation: `hardened` under versions of the standard that did not have the control yet. */
export function levelIn(control: Control, { minor }: KubernetesVersion): Level {
  return revisionIn(control, minor) ? control.level : "hardened";
}

/** What a control that is in force says of a pod. */
interface ControlAnswer {
  readonly control: Control;
  readonly denial: Denial | undefined;
}

function answerOf(control: Control, pod: Pod, minor: number): ControlAnswer | undefined {
  const revision = revisionIn(control, minor);
  return revision && { control, denial: revision.check(pod) };
}

function revisionIn({ revisions }: Control, minor: number) {
  return revisions.findLast(({ since }) => since <= minor);
}

/** A Pod is refused; a controller is let in with a warning, and its pods are refused later. Pod Security does not judge other kinds. */
function verdictOn(
  { workload: { kind }, builtIn, decoding }: Pod,
  answers: readonly ControlAnswer[],
  standard: string,
): Verdict {
  if (decoding.mismatches.length > 0) return { allowed: null, message: null };
  const denials = answers.flatMap(({ denial }) => denial ?? []);
  if (denials.length === 0) return { allowed: true, message: null };
  const reasons = denials.map(({ reason, detail }) => (detail ? `${reason} (${detail})` : reason)).join(", ");
  const message = `${kind === "Pod" ? "violates" : "would violate"} PodSecurity "${standard}": ${reasons}`;
  return {
    allowed: false,
    message: builtIn ? message : `${message}; Pod Security judges the pods that this ${kind} makes, not the ${kind}`,
  };
}
