import {
  type Container,
  findAdmissionRefusal,
  findStartRefusal,
  type KubeletRefusal,
  type Pod,
  parseImageUser,
} from "../pod/index.ts";
import type { Declined, Fix, FixOptions, Rule, Violation } from "./rule.ts";
import { setUser } from "./support/ids.ts";

export const failsToStart: Rule = {
  id: "fails-to-start",
  summary: "The kubelet must be able to start every container.",
  level: "privileged",
  references: { cwe: [250] },
  controls: [],

  *check(pod, { fix }) {
    const refusal = findAdmissionRefusal(pod);
    if (refusal) yield reportPod(refusal);
    for (const container of pod.containers) {
      const refused = findStartRefusal(pod, container);
      if (refused) yield reportContainer(pod, container, refused, fix);
    }
  },
};

/** The kubelet refuses the pod before it starts any container. */
function reportPod({ at, origin, text }: KubeletRefusal): Violation {
  return {
    level: "privileged",
    at,
    origin,
    containers: [],
    message: () =>
      `The kubelet will not admit the pod (AppArmor): ${text}. The API server accepts this annotation. ` +
      "Name a profile behind localhost/, or remove the annotation.",
    fix: { declined: "only you know which profile was meant" },
  };
}

function reportContainer(pod: Pod, container: Container, refusal: KubeletRefusal, fix: FixOptions): Violation {
  const { at, origin, text } = refusal;
  const { path, origin: setter } = container.effective.runAsNonRoot;
  const report = { level: "privileged", at, origin, containers: [container] } as const;
  if (refusal.cause === "seccomp profile")
    return {
      ...report,
      message: ({ who }) =>
        `The kubelet will not start ${who} (CreateContainerConfigError): ${text} The API server accepts the empty name. ` +
        "Name the profile's file, or choose RuntimeDefault.",
      fix: { declined: "only you know which profile was meant" },
    };
  return {
    ...report,
    message: ({ who, line }) =>
      `The kubelet will not start ${who} (CreateContainerConfigError): ${text}. ` +
      `runAsNonRoot is true (${setter === "pod" ? "on the pod, " : ""}${line(path)}), and ${explainUser(refusal, container)}.`,
    related: [{ at: path, message: "runAsNonRoot is required here." }],
    fix: chooseUser(pod, container, refusal, fix),
  };
}

/** Why a user is refused, and what to do: the end of a sentence. */
function explainUser({ cause }: KubeletRefusal, { imageConfig }: Container): string {
  const { user = "" } = imageConfig ?? {};
  switch (cause) {
    case "declared root":
      return "this user is root: choose another user";
    case "declared administrator":
      return "this user is the administrator: choose another user";
    case "image administrator":
      return "the image's user is the administrator: set runAsUserName";
    case "image name":
      return `only a number proves that the image's user "${parseImageUser(user).name}" is not root: set runAsUser to its id`;
    case "image id":
      return "Kubernetes does not accept this id: set runAsUser";
    default: {
      const why = user === "" ? "the image names no user, which means root" : "the image's user is root";
      return `${why}: set runAsUser to another user, or choose an image that names one`;
    }
  }
}

function chooseUser(pod: Pod, container: Container, { at, origin }: KubeletRefusal, fix: FixOptions): Fix | Declined {
  if (pod.runsOn === "windows")
    return { declined: "only you know which user the image can run as: set windowsOptions.runAsUserName" };
  return setUser(pod, [container], origin === "image" ? [...container.context, "runAsUser"] : at, fix);
}
