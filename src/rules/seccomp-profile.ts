import {
  type Container,
  type Pod,
  type SecurityProfile,
  seccompContainerAnnotation,
  seccompPodAnnotation,
} from "../pod/index.ts";
import type { Patch, Path } from "../yaml/index.ts";
import type { Control, Denial, Fix, Rule, Violation } from "./rule.ts";
import { levelIn } from "./support/admission.ts";
import { type Declaration, declarationsOf, isMistyped, podDeclaration } from "./support/declarations.ts";
import { reviewFix } from "./support/fixes.ts";
import { oneOf } from "./support/named-values.ts";
import { isOnPod, placeFor, siblingsOf } from "./support/placement.ts";
import {
  describeOverride,
  nameContainers,
  nameDeclarers,
  overriddenByAll,
  pluralize,
  quote,
  sortDistinct,
} from "./support/wording.ts";

const allowedTypes = new Set(["RuntimeDefault", "Localhost"]);

const baseline: Control = {
  id: "seccompProfile_baseline",
  level: "baseline",
  revisions: [
    { since: 0, check: denyAnnotations },
    { since: 19, check: denyForbiddenTypes },
  ],
};

const restricted: Control = {
  id: "seccompProfile_restricted",
  level: "restricted",
  overrides: ["seccompProfile_baseline"],
  revisions: [
    { since: 19, check: denyUnfiltered },
    { since: 25, check: (pod) => (pod.os === "windows" ? undefined : denyUnfiltered(pod)) },
  ],
};

export const seccompProfile: Rule = {
  id: "seccomp-profile",
  summary: "Containers must run under a seccomp profile.",
  level: "baseline",
  references: { cis: ["5.6.2"], nsa: "Seccomp", cwe: [693] },
  controls: [baseline, restricted],
  values: oneOf("Unconfined", "unconfined"),

  *check(pod, { version }) {
    // The fields came with v1.19.
    if (version.minor < 19) return yield* checkAnnotations(pod);
    const unconfined = forbiddenProfiles(pod).filter(({ value }) => value.type === "Unconfined");
    for (const { container, containers, origin, at } of unconfined) {
      const onPod = container && podDeclaration(pod, "seccompProfile")?.type;
      yield {
        level: "baseline",
        at: [...at, "type"],
        origin,
        containers,
        message: (say) =>
          `seccompProfile.type is Unconfined here${describeOverride(pod, "seccompProfile", "Unconfined", onPod, say)}: ` +
          (containers.length > 0
            ? `${say.who} may make every system call, which opens up every bug in the kernel. Set it to RuntimeDefault.`
            : `${overriddenByAll}. Set it to RuntimeDefault.`),
        fix: setRuntimeDefault(pod, { op: "set", path: [...at, "type"], value: "RuntimeDefault" }, container),
        value: "Unconfined",
      };
    }
    if (isMistyped(pod, "seccompProfile")) return;
    const bare = unfilteredContainers(pod).filter((container) => !isMistyped(container, "seccompProfile"));
    if (bare.length === 0) return;
    const at = placeFor(pod, bare, "seccompProfile");
    const value = { type: "RuntimeDefault" };
    yield {
      level: levelIn(restricted, version),
      at,
      origin: "default",
      containers: bare,
      message: ({ who }) =>
        `seccompProfile is set neither on the pod nor in ${who}: without it nothing filters system calls (Unconfined), unless the node is ` +
        `configured otherwise. Set seccompProfile.type: RuntimeDefault ${isOnPod(pod, at) ? "on the pod" : "there"}.`,
      fix: setRuntimeDefault(
        pod,
        { op: "set", path: at, value, among: siblingsOf(pod, at) },
        isOnPod(pod, at) ? undefined : bare[0],
      ),
    };
  },
};

/** Before v1.19 the annotations counted. */
function* checkAnnotations(pod: Pod): Generator<Violation> {
  for (const { key, containers } of forbiddenAnnotations(pod)) {
    const at = annotationPath(pod, key);
    yield {
      level: "baseline",
      at,
      origin: "annotation",
      containers,
      message: ({ who }) =>
        `This annotation switches seccomp off for ${who}, which may then make every system call. Write runtime/default.`,
      fix: reviewFix("Write runtime/default", risk, { op: "set", path: at, value: "runtime/default" }),
      value: pod.annotations[key] ?? "",
    };
  }
}

function denyAnnotations(pod: Pod): Denial | undefined {
  const bad = forbiddenAnnotations(pod);
  if (bad.length === 0) return undefined;
  const values = sortDistinct(bad.map(({ key }) => `${key}="${pod.annotations[key]}"`));
  const detail = `forbidden ${pluralize("annotation", values.length)} ${values.join(", ")}`;
  return { reason: "seccompProfile", detail };
}

function denyForbiddenTypes(pod: Pod): Denial | undefined {
  const bad = forbiddenProfiles(pod);
  if (bad.length === 0) return undefined;
  const types = quote(sortDistinct(bad.map(({ value }) => value.type ?? "")));
  const detail = `${nameDeclarers(bad)} must not set securityContext.seccompProfile.type to ${types}`;
  return { reason: "seccompProfile", detail };
}

function denyUnfiltered(pod: Pod): Denial | undefined {
  const forbidden = denyForbiddenTypes(pod);
  if (forbidden) return forbidden;
  const bare = unfilteredContainers(pod);
  if (bare.length === 0) return undefined;
  const must = 'must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"';
  return { reason: "seccompProfile", detail: `pod or ${nameContainers(bare)} ${must}` };
}

function forbiddenProfiles(pod: Pod): Declaration<SecurityProfile>[] {
  return declarationsOf(pod, "seccompProfile").filter(({ value }) => !allowedTypes.has(value.type ?? ""));
}

/** Containers without a profile of their own, under a pod that has none either. */
function unfilteredContainers(pod: Pod): Container[] {
  if (pod.securityContext.seccompProfile) return [];
  return pod.containers.filter(({ securityContext }) => !securityContext.seccompProfile);
}

function forbiddenAnnotations(pod: Pod): { readonly key: string; readonly containers: readonly Container[] }[] {
  const keys = [
    { key: seccompPodAnnotation, containers: pod.containers },
    ...pod.containers.map((each) => ({ key: seccompContainerAnnotation + each.name, containers: [each] })),
  ];
  return keys.filter(({ key }) => {
    const value = pod.annotations[key];
    return value !== undefined && !isDefault(value) && !value.startsWith("localhost/");
  });
}

function isDefault(annotation: string): boolean {
  return annotation === "runtime/default" || annotation === "docker/default";
}

function annotationPath({ metadata }: Pod, key: string): Path {
  return [...metadata, "annotations", key];
}

const risk = "fails if the process needs a system call that the runtime's default profile blocks";

/** Of a Pod the API server refuses a field that contradicts its old annotation (validation.go, validateSeccompAnnotationsAndFieldsMatch). */
function setRuntimeDefault(pod: Pod, patch: Patch, owner: Container | undefined): Fix {
  const key = owner ? seccompContainerAnnotation + owner.name : seccompPodAnnotation;
  const annotation = pod.annotations[key];
  const contradicts = pod.workload.kind === "Pod" && annotation !== undefined && !isDefault(annotation);
  const remove: Patch = { op: "remove", path: annotationPath(pod, key) };
  const title = "Set seccompProfile.type: RuntimeDefault";
  return contradicts
    ? reviewFix(`${title}, and remove the annotation ${key}`, risk, patch, remove)
    : reviewFix(title, risk, patch);
}
