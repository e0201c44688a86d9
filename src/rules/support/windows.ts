import { type Container, type Pod, validate } from "../../pod/index.ts";
import type { Declined, Fix, Violation } from "../rule.ts";
import { safeFix } from "./fixes.ts";
import { siblingsOf } from "./placement.ts";

/** The first release in which Pod Security passes over Linux settings where `os.name` is windows (IdentifyPodOS, KEP-2802). */
const exemptsWindowsSince = 25;

/**
 * Reports a pod that runs on Windows by its node selector or affinity alone. Pod Security goes by `os.name`: without it, it demands settings of the pod
 * that mean nothing to Windows.
 */
export function* checkOsName(pod: Pod, minor: number): Generator<Violation> {
  if (pod.runsOn !== "windows" || pod.os === "windows" || minor < exemptsWindowsSince) return;
  const selector = Object.keys(labelsOf(pod)).find((label) => /^(beta\.)?kubernetes\.io\/os$/.test(label));
  const place = [...pod.path, ...(selector ? ["nodeSelector", selector] : ["affinity"])];
  yield {
    level: pod.containers.every((container) => meetsLinuxControls(pod, container)) ? "hardened" : "restricted",
    at: [...pod.path, "os", "name"],
    origin: "default",
    containers: pod.containers,
    message: ({ line }) =>
      `os.name is not set, and the pod runs on Windows (line ${line(place)}): Pod Security takes it for a Linux pod, and demands settings of it ` +
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
