import { type Container, isDeclared, largestId, type Origin, type Pod, parseImageUser } from "../pod/index.ts";
import type { Path } from "../yaml/index.ts";
import type { Declined, Fix, Rule } from "./rule.ts";
import { setUser } from "./support/ids.ts";

export const failsToStart: Rule = {
  id: "fails-to-start",
  summary: "The kubelet must be able to start every container.",
  level: "privileged",
  references: { cwe: [250] },
  controls: [],

  *check(pod, { fix }) {
    for (const container of pod.containers) {
      const { runAsNonRoot } = container.effective;
      const refusal = runAsNonRoot.value === true && (refuseDeclaredUser(pod, container) ?? refuseImageUser(container));
      if (!refusal) continue;
      yield {
        level: "privileged",
        at: refusal.at,
        origin: refusal.origin,
        containers: [container],
        message: ({ who, line }) =>
          `The kubelet will not start ${who} (CreateContainerConfigError): ${refusal.says}. ` +
          `runAsNonRoot is true (${runAsNonRoot.origin === "pod" ? "on the pod, " : ""}line ${line(runAsNonRoot.path)}), ` +
          `and ${refusal.because}.`,
        related: [{ at: runAsNonRoot.path, message: "runAsNonRoot is required here." }],
        fix: chooseUser(pod, container, refusal, fix.runAsUser),
      };
    }
  },
};

interface Refusal {
  /** The kubelet's own words, which it ends with the pod's name (kubernetes pkg/kubelet/kuberuntime/security_context_others.go, …_windows.go). */
  readonly says: string;
  readonly because: string;
  /** Where the user is declared, or the image is named. */
  readonly at: Path;
  readonly origin: Origin;
}

/** The refusal of a user that the manifest declares, and that is root. */
function refuseDeclaredUser(pod: Pod, { effective, securityContext, context }: Container): Refusal | undefined {
  const { runAsUser, windowsOptions } = effective;
  if (pod.os !== "windows") {
    if (!isDeclared(runAsUser) || runAsUser.value !== 0) return undefined;
    const says = "container's runAsUser breaks non-root policy";
    return { says, because: "this user is root: choose another user", at: runAsUser.path, origin: runAsUser.origin };
  }
  if (windowsOptions.value?.runAsUserName !== administrator) return undefined;
  // Windows options are merged member by member: the name may be the pod's where another option is the container's.
  const isOwn = securityContext.windowsOptions?.runAsUserName !== undefined;
  const at = [...(isOwn ? context : pod.context), "windowsOptions", "runAsUserName"];
  const because = "this user is the administrator: choose another user";
  return { says: windowsSays, because, at, origin: isOwn ? "container" : "pod" };
}

/** The refusal of the image's user, where the manifest does not declare one and the kubelet can't tell that the image's is not root. */
function refuseImageUser({ effective, imageConfig, path }: Container): Refusal | undefined {
  if (!imageConfig) return undefined;
  const place = { at: [...path, "image"], origin: "image" } as const;
  const { uid, name, digits } = parseImageUser(imageConfig.user);
  if (effective.runAsUser.origin !== "image") {
    if (name !== administrator || effective.windowsOptions.value?.runAsUserName !== undefined) return undefined;
    return { ...place, says: windowsSays, because: "the image's user is the administrator: set runAsUserName" };
  }
  if (name !== undefined) {
    const says = `container has runAsNonRoot and image has non-numeric user (${name}), cannot verify user is non-root`;
    const because = `only a number proves that the image's user "${name}" is not root: set runAsUser to its id`;
    return { ...place, says, because };
  }
  if (uid === 0) {
    const says = "container has runAsNonRoot and image will run as root";
    const why = imageConfig.user === "" ? "the image names no user, which means root" : "the image's user is root";
    return { ...place, says, because: `${why}: set runAsUser to another user, or choose an image that names one` };
  }
  if (effective.runAsUser.value !== undefined) return undefined;
  const range = `must be between 0 and ${largestId}, inclusive`;
  const says = `container has runAsNonRoot and image has an invalid user id (${digits}). (Must be 1-(${largestId})): ${range}`;
  return { ...place, says, because: "Kubernetes does not accept this id: set runAsUser" };
}

const administrator = "ContainerAdministrator";

const windowsSays = `container's runAsUser (${administrator}) which will be regarded as root identity and will break non-root policy`;

function chooseUser(pod: Pod, { context }: Container, { at, origin }: Refusal, id: number | undefined): Fix | Declined {
  return setUser(pod, origin === "image" ? [...context, "runAsUser"] : at, pod.os === "windows" ? undefined : id);
}
