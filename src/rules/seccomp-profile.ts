import type { Container, Pod, SecurityProfile } from "../pod/index.ts";
import type { Patch, Path } from "../yaml/index.ts";
import type { Control, Declined, Denial, Fix, Rule, Violation } from "./rule.ts";
import { placeFor } from "./run-as-non-root.ts";
import {
  denial,
  isMistyped,
  isOnPod,
  levelUnder,
  named,
  overriddenByAll,
  overriding,
  plural,
  quoted,
  type Setter,
  setBy,
  setters,
  siblings,
  sorted,
} from "./support/words.ts";

const allowed = new Set(["RuntimeDefault", "Localhost"]);
const podAnnotation = "seccomp.security.alpha.kubernetes.io/pod";
const containerAnnotation = "container.seccomp.security.alpha.kubernetes.io/";

const baseline: Control = {
  id: "seccompProfile_baseline",
  level: "baseline",
  revisions: [
    { since: 0, check: annotated },
    { since: 19, check: forbidden },
  ],
};

const restricted: Control = {
  id: "seccompProfile_restricted",
  level: "restricted",
  overrides: ["seccompProfile_baseline"],
  revisions: [
    { since: 19, check: (pod) => forbidden(pod) ?? missing(pod) },
    { since: 25, check: (pod) => (pod.os === "windows" ? undefined : (forbidden(pod) ?? missing(pod))) },
  ],
};

export const seccompProfile: Rule = {
  id: "seccomp-profile",
  summary: "Containers must run under a seccomp profile.",
  level: "baseline",
  references: { cis: ["5.6.2"], nsa: "Seccomp", cwe: [693] },
  controls: [baseline, restricted],

  *check(pod, { version }) {
    if (pod.os === "windows") return;
    // The fields came with v1.19.
    if (version.minor < 19) return yield* unconfinedAnnotations(pod);
    for (const { container, at } of badTypes(pod).filter(({ value }) => value.type === "Unconfined")) {
      const containers = container
        ? [container]
        : pod.containers.filter(({ effective }) => effective.seccompProfile.origin === "pod");
      const onPod = container && pod.securityContext.seccompProfile?.type;
      yield {
        level: "baseline",
        at: [...at, "type"],
        origin: container ? "container" : "pod",
        containers,
        message: (say) =>
          `seccompProfile.type is Unconfined here${overriding(pod, "seccompProfile", "Unconfined", onPod, say)}: ` +
          (containers.length > 0
            ? `${say.who} may call the whole kernel, every bug in it included. Set it to RuntimeDefault.`
            : `${overriddenByAll}. Set it to RuntimeDefault.`),
        fix: fixFor(pod, [...at, "type"], "RuntimeDefault", container),
      };
    }
    if (isMistyped(pod, "seccompProfile")) return;
    const bare = unfiltered(pod).filter((container) => !isMistyped(container, "seccompProfile"));
    if (bare.length === 0) return;
    const at = placeFor(pod, bare, "seccompProfile");
    yield {
      level: levelUnder(restricted, version),
      at,
      origin: "default",
      containers: bare,
      message: ({ who }) =>
        `seccompProfile is set neither on the pod nor in ${who}: without it nothing filters system calls (Unconfined), unless the node is ` +
        `configured otherwise. Set seccompProfile.type: RuntimeDefault ${isOnPod(pod, at) ? "on the pod" : "there"}.`,
      fix: fixFor(pod, at, { type: "RuntimeDefault" }, isOnPod(pod, at) ? undefined : bare[0]),
    };
  },
};

/** Before v1.19 annotations said it. */
function* unconfinedAnnotations(pod: Pod): Generator<Violation> {
  for (const { key, containers } of badAnnotations(pod)) {
    const at = [...pod.metadata, "annotations", key];
    yield {
      level: "baseline",
      at,
      origin: "annotation",
      containers,
      message: ({ who }) =>
        `This annotation takes the seccomp profile from ${who}, which may call the whole kernel then. Write runtime/default.`,
      fix: fixFor(pod, at, "runtime/default"),
    };
  }
}

function badTypes(pod: Pod): Setter<SecurityProfile>[] {
  const declared = setters(
    pod,
    "seccompProfile",
    pod.securityContext.seccompProfile,
    ({ securityContext }) => securityContext.seccompProfile,
  );
  return declared.filter(({ value }) => !allowed.has(value.type ?? ""));
}

/** Containers without a profile of their own, under a pod that has none either. */
function unfiltered(pod: Pod): Container[] {
  return pod.securityContext.seccompProfile
    ? []
    : pod.containers.filter(({ securityContext }) => !securityContext.seccompProfile);
}

function forbidden(pod: Pod): Denial | undefined {
  const bad = badTypes(pod);
  if (bad.length === 0) return undefined;
  const types = quoted(sorted(bad.map(({ value }) => value.type ?? "")));
  return denial("seccompProfile", `${setBy(bad)} must not set securityContext.seccompProfile.type to ${types}`);
}

function missing(pod: Pod): Denial | undefined {
  const bare = unfiltered(pod);
  if (bare.length === 0) return undefined;
  return denial(
    "seccompProfile",
    `pod or ${named(bare)} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`,
  );
}

function annotated(pod: Pod): Denial | undefined {
  const bad = badAnnotations(pod);
  if (bad.length === 0) return undefined;
  const values = sorted(bad.map(({ key }) => `${key}="${pod.annotations[key]}"`));
  return denial("seccompProfile", `forbidden ${plural("annotation", values.length)} ${values.join(", ")}`);
}

function badAnnotations({
  annotations,
  containers,
}: Pod): { readonly key: string; readonly containers: readonly Container[] }[] {
  const keys = [
    { key: podAnnotation, containers },
    ...containers.map((each) => ({ key: containerAnnotation + each.name, containers: [each] })),
  ];
  return keys.filter(({ key }) => annotations[key] !== undefined && !isAllowedAnnotation(annotations[key]));
}

function isAllowedAnnotation(value: string): boolean {
  return value === "runtime/default" || value === "docker/default" || value.startsWith("localhost/");
}

function fixFor(pod: Pod, path: Path, value: string | { readonly type: string }, owner?: Container): Fix | Declined {
  return {
    title:
      typeof value === "string" && value !== "RuntimeDefault"
        ? `Write ${value}`
        : "Set seccompProfile.type: RuntimeDefault",
    safety: "review",
    risk: "fails if the process needs a system call that the runtime's default profile blocks",
    patches: [{ op: "set", path, value, among: siblings(pod, path) }, ...withoutContradiction(pod, path, owner)],
  };
}

/** Of a Pod the API server refuses a field that says something else than its old annotation (validation.go, validateSeccompAnnotationsAndFieldsMatch). */
function withoutContradiction(
  { workload, annotations, metadata }: Pod,
  path: Path,
  owner: Container | undefined,
): Patch[] {
  const key = owner ? containerAnnotation + owner.name : podAnnotation;
  const at = [...metadata, "annotations", key];
  const says = annotations[key];
  if (workload.kind !== "Pod" || path.includes("annotations") || says === undefined) return [];
  return says === "runtime/default" || says === "docker/default" ? [] : [{ op: "remove", path: at }];
}
