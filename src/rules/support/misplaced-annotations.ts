import {
  appArmorAnnotation,
  type Container,
  formatField,
  type Pod,
  parseProfileAnnotation,
  type SecurityProfile,
  seccompContainerAnnotation,
  seccompPodAnnotation,
} from "../../pod/index.ts";
import { isFields, type Path, valueAt } from "../../yaml/index.ts";
import type { Declined, Fix, Violation } from "../rule.ts";
import { reviewFix, safeFix } from "./fixes.ts";

/** An annotation for pods that stands on what makes them: on a controller, or on the Job of a CronJob. */
interface MisplacedAnnotation {
  readonly at: Path;
  readonly key: string;
  readonly value: string;
  readonly field: "appArmorProfile" | "seccompProfile";
  /** The containers that it was meant for; none where no container has the name. */
  readonly containers: readonly Container[];
}

/**
 * Reports the annotations for pods that stand on their controller. Kubernetes copies a template's metadata into the pods, and not its owner's
 * (pkg/controller/controller_utils.go GetPodFromTemplate).
 */
export function* checkMisplacedAnnotations(pod: Pod, minor: number): Generator<Violation> {
  if (!pod.builtIn) return;
  const place = formatField(pod, pod.metadata);
  for (const annotation of misplacedAnnotations(pod)) {
    const { at, containers } = annotation;
    const { rest, fix } = remedy(pod, annotation, minor);
    yield {
      level: "privileged",
      at,
      origin: "annotation",
      containers,
      message: ({ who }) =>
        `Nothing reads this annotation here, and it changes nothing in ${who}: it belongs to ${place}, ${rest}`,
      fix,
    };
  }
}

/** The rest of the message, which says what to do, and the fix that does it. */
function remedy(
  pod: Pod,
  { at, key, value, field, containers }: MisplacedAnnotation,
  minor: number,
): { readonly rest: string; readonly fix: Fix | Declined } {
  const remove = { op: "remove", path: at } as const;
  const removal = safeFix(`Remove the annotation ${key}`, remove);
  if (field === "seccompProfile" && minor >= seccompIgnoredSince) {
    const why = `non-functional in v1.${seccompIgnoredSince}+; use the "${field}" field instead`;
    return {
      rest: `and Kubernetes does not read it there any more either (${why}). Set the field, and remove the annotation.`,
      fix: removal,
    };
  }
  const rest = "whose annotations the pods get. ";
  const profile = parseProfileAnnotation(value);
  if (profile?.type === "Unconfined")
    return { rest: `${rest}It would switch the profile off there: remove it.`, fix: removal };
  const inForce = containers.flatMap(({ effective }) => effective[field].value ?? []);
  if (inForce.length > 0) {
    const isSame = inForce.every((each) => sameProfile(each, profile));
    return {
      rest: `${rest}A profile is set there already: remove it here.`,
      fix: isSame ? removal : { declined: "another profile is set there: only you know which is right" },
    };
  }
  const step = `${rest}Move it there, or set ${field}.`;
  if (!profile || profile.localhostProfile?.trim() === "" || containers.length === 0)
    return { rest: step, fix: { declined: "only you know which profile was meant" } };
  const moved = { op: "set", path: [...pod.metadata, "annotations", key], value } as const;
  const risk = "fails where the node does not have the profile, or where the process needs what it forbids";
  return {
    rest: step,
    fix: reviewFix(`Move the annotation to ${formatField(pod, pod.metadata)}`, risk, moved, {
      ...remove,
      moved: [{ from: at, to: [moved.path] }],
    }),
  };
}

function sameProfile(a: SecurityProfile, b: SecurityProfile | undefined): boolean {
  return a.type === b?.type && a.localhostProfile === b?.localhostProfile;
}

/** The release (N of 1.N) that stopped reading the seccomp annotations of pods. */
const seccompIgnoredSince = 27;

function misplacedAnnotations(pod: Pod): MisplacedAnnotation[] {
  const above = pod.path.slice(pod.object.length).map((_, index) => pod.path.slice(0, pod.object.length + index));
  const owners = above.map((path) => [...path, "metadata"]).filter((path) => path.length < pod.metadata.length);
  return owners.flatMap((metadata) => {
    const path = [...metadata, "annotations"];
    const annotations = valueAt(pod.document.value, path);
    return Object.entries(isFields(annotations) ? annotations : {}).flatMap(([key, value]) => {
      const meant = typeof value === "string" ? intend(pod, key) : undefined;
      return meant ? [{ at: [...path, key], key, value: String(value), ...meant }] : [];
    });
  });
}

/** What an annotation would do on a pod; `undefined` for one that is not about its security. */
function intend(pod: Pod, key: string): Pick<MisplacedAnnotation, "field" | "containers"> | undefined {
  const named = (prefix: string) => pod.containers.filter(({ name }) => key === prefix + name);
  if (key === seccompPodAnnotation) return { field: "seccompProfile", containers: pod.containers };
  if (key.startsWith(seccompContainerAnnotation))
    return { field: "seccompProfile", containers: named(seccompContainerAnnotation) };
  if (key.startsWith(appArmorAnnotation)) return { field: "appArmorProfile", containers: named(appArmorAnnotation) };
  return undefined;
}
