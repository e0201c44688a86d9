import { type Container, findLinuxSetting, type Pod, validate } from "../../pod/index.ts";
import type { Path } from "../../yaml/index.ts";
import type { Declined, Fix, Rule, RuleContext, Violation } from "../rule.ts";
import { safeFix } from "./fixes.ts";
import { findApiRefusal } from "./moves.ts";
import { siblingsOf } from "./placement.ts";

/** The first release in which Pod Security passes over Linux settings where `os.name` is windows (IdentifyPodOS, KEP-2802). */
const exemptsWindowsSince = 25;

/**
 * What a rule says of a pod that runs on Windows. Nothing of Linux is demanded of it: a setting that only Linux has is to be removed where Pod Security
 * rejects it all the same, and does not matter otherwise. Beside `os.name: windows` the API server refuses it, and that says it all.
 */
export function* judgeOnWindows(rule: Rule, pod: Pod, context: RuleContext): Generator<Violation> {
  for (const violation of rule.check(pod, context)) {
    const setting = findLinuxSetting(pod, violation.at);
    const isRefused = violation.level === "privileged" && rule.mode === undefined;
    if (setting === undefined || isRefused) yield withoutLinuxFix(pod, violation);
    else if (pod.os !== "windows" && isRejected(violation)) yield removeFromWindows(pod, violation, setting, context);
  }
}

/** Whether Pod Security rejects a value as such. What it demands of Linux pods alone ends with `os.name: windows`. */
function isRejected({ at, level, origin }: Violation): boolean {
  const isDemand = origin === "default" || at.at(-1) === "allowPrivilegeEscalation" || at.at(-1) === "drop";
  return (level === "baseline" || level === "restricted") && !isDemand;
}

function removeFromWindows(pod: Pod, violation: Violation, path: Path, { version }: RuleContext): Violation {
  const field = String(path.at(-1));
  const place = selectionPlace(pod);
  const patch = { op: "remove", path } as const;
  const refused = findApiRefusal(pod, [patch], version.minor);
  return {
    ...violation,
    message: ({ line }) =>
      `${field} is a setting of Linux, and the pod runs on Windows (${line(place)}), where it does nothing: Pod Security rejects the pod for it ` +
      "all the same. Remove it.",
    fix:
      refused === undefined
        ? safeFix(`Remove ${field}, which Windows does not have`, patch)
        : { declined: `the API server would refuse it then: ${refused}` },
  };
}

function withoutLinuxFix(pod: Pod, violation: Violation): Violation {
  const patches = violation.fix && "patches" in violation.fix ? violation.fix.patches : [];
  const setting = patches
    .flatMap(({ op, path }) => (op === "remove" ? [] : (findLinuxSetting(pod, path) ?? [])))
    .at(-1);
  if (setting === undefined) return violation;
  return { ...violation, fix: { declined: `the pod runs on Windows, which does not have ${setting}` } };
}

/** Whether settings belong to places that a pod does not have because it runs on Windows. */
export function isOfLinuxAlone(pod: Pod, places: readonly Path[]): boolean {
  const belongs = (place: Path) => findLinuxSetting(pod, place) !== undefined;
  return pod.runsOn === "windows" && places.length > 0 && places.every(belongs);
}

/** Where the pod says that it runs on Windows. */
function selectionPlace(pod: Pod): Path {
  const selector = Object.keys(labelsOf(pod)).find((label) => /^(beta\.)?kubernetes\.io\/os$/.test(label));
  return [...pod.path, ...(selector ? ["nodeSelector", selector] : ["affinity"])];
}

/**
 * Reports a pod that runs on Windows by its node selector or affinity alone. Pod Security goes by `os.name`: without it, it demands settings of the pod
 * that mean nothing to Windows.
 */
export function* checkOsName(pod: Pod, minor: number): Generator<Violation> {
  if (pod.runsOn !== "windows" || pod.os === "windows" || minor < exemptsWindowsSince) return;
  const place = selectionPlace(pod);
  yield {
    level: pod.containers.every((container) => meetsLinuxControls(pod, container)) ? "hardened" : "restricted",
    at: [...pod.path, "os", "name"],
    origin: "default",
    containers: pod.containers,
    message: ({ line }) =>
      `os.name is not set, and the pod runs on Windows (${line(place)}): Pod Security takes it for a Linux pod, and demands settings of it ` +
      "that mean nothing to Windows. Set os.name: windows.",
    related: [{ at: place, message: "Only Windows nodes are selected here." }],
    fix: setOsName(pod, minor),
  };
}

function labelsOf({ spec }: Pod): object {
  return typeof spec.nodeSelector === "object" ? (spec.nodeSelector ?? {}) : {};
}

/** Whether a container sets what the three controls demand that Pod Security passes over on Windows. */
function meetsLinuxControls(pod: Pod, { securityContext }: Container): boolean {
  const { allowPrivilegeEscalation, capabilities } = securityContext;
  const profile = securityContext.seccompProfile ?? pod.securityContext.seccompProfile;
  return allowPrivilegeEscalation === false && capabilities?.drop?.includes("ALL") === true && profile !== undefined;
}

/** What a Linux pod may set the API server refuses in a Windows pod. */
function setOsName(pod: Pod, minor: number): Fix | Declined {
  const errors = validate({ ...pod, os: "windows", spec: { ...pod.spec, os: { name: "windows" } } }, minor);
  const [refused] = errors.filter(({ text }) => text.endsWith("cannot be set for a windows pod"));
  if (refused) return { declined: `a Windows pod may not have Linux settings: remove ${refused.field} first` };
  const among = siblingsOf(pod, pod.context);
  return safeFix("Set os.name: windows", { op: "set", path: [...pod.path, "os"], value: { name: "windows" }, among });
}
