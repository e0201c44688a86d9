import {
  type ApiError,
  findKindDefects,
  type KubernetesVersion,
  type Pod,
  validate,
  validateLabels,
} from "../pod/index.ts";
import { type Path, startsWith } from "../yaml/index.ts";
import type { Declined, Fix, Rule, Violation } from "./rule.ts";
import { containersAt } from "./support/declarations.ts";
import { reviewFix, safeFix } from "./support/fixes.ts";
import { findApiRefusal } from "./support/moves.ts";
import { correctType, describeWrongType } from "./support/wrong-types.ts";

export const apiRejected: Rule = {
  id: "api-rejected",
  summary: "The API server must accept the object.",
  level: "privileged",
  references: {},
  controls: [],

  *check(pod, { version }) {
    if (!pod.isPodSpec) return;
    yield* checkKind(pod, version);
    for (const error of pod.decoding.mismatches) {
      yield {
        ...errorPlace(pod, error.at),
        message: () => `The API server refuses this object: ${describeWrongType(pod, error)}`,
        fix: correctType(pod, error),
      };
    }
    for (const error of validate(pod, version.minor)) {
      if (isWrongType(pod, error.at)) continue;
      const fix = removeIdleField(pod, error, version.minor);
      yield {
        ...errorPlace(pod, error.at),
        message: () => `The API server refuses this object: ${withoutBlock(error.text)}. ${nextStep(error)}`,
        ...(fix ? { fix } : {}),
      };
    }
    yield* checkDuplicates(pod);
  },

  *checkNamespace(namespace) {
    for (const { at, text } of validateLabels(namespace)) {
      yield {
        level: "privileged",
        at,
        origin: "namespace",
        containers: [],
        message: () => `The API server refuses this Namespace: ${text}. Use one of these values.`,
      };
    }
  },
};

/** Whether a path leads to or into a value of a wrong type, which is said already. */
function isWrongType({ decoding }: Pod, path: Path): boolean {
  return decoding.mismatches.some(({ at }) => startsWith(path, at));
}

/** What the cluster has no kind for. The pod is judged all the same, as one of the kind that was plainly meant. */
function* checkKind(pod: Pod, { minor }: KubernetesVersion): Generator<Violation> {
  const defects = pod.builtIn ? findKindDefects(pod.builtIn, minor) : [];
  for (const { field, text, meant } of defects) {
    const at = [...pod.object, field];
    if (isWrongType(pod, at)) continue;
    const isMissing = pod.builtIn?.written[field] === "";
    const step = meant === undefined ? (isMissing ? "Add it." : "Correct it.") : `Write ${field}: ${meant}.`;
    yield {
      ...errorPlace(pod, at),
      message: () => `The API server refuses this object: ${text}. ${step}`,
      fix: { declined: "only you know which kind and version were meant" },
    };
  }
}

function* checkDuplicates(pod: Pod): Generator<Violation> {
  const { document, object } = pod;
  for (const { path, key } of document.duplicates) {
    if (!startsWith(path, object)) continue;
    yield {
      ...errorPlace(pod, path),
      message: () =>
        `${key} is set twice in one block: kubectl refuses the object, and other clients take the last value, which is this one. Remove one of the two.`,
      fix: { declined: "only you know which of the two is meant" },
    };
  }
}

function errorPlace(pod: Pod, at: Path): Pick<Violation, "level" | "at" | "origin" | "containers"> {
  const containers = containersAt(pod, at);
  const { metadata } = pod;
  const isAnnotation = at[metadata.length - 1] === "metadata" && at[metadata.length] === "annotations";
  const origin = isAnnotation ? "annotation" : containers.length > 0 ? "container" : "pod";
  return { level: "privileged", at, origin, containers };
}

/** A whole block is not printed: it stands in the manifest, at the very place that the finding points at. */
function withoutBlock(text: string): string {
  return text.replace(/: Invalid value: \{.*\}: /s, ": Invalid value: ");
}

const nextSteps: Readonly<Record<ApiError["kind"], string>> = {
  "Invalid value": "Change it.",
  Forbidden: "Remove it.",
  "Required value": "Add it.",
  "Unsupported value": "Use one of the supported values.",
  "Duplicate value": "Change or remove one of the two.",
};

function nextStep({ kind, text }: ApiError): string {
  const isPair = text.includes("cannot set `allowPrivilegeEscalation` to false and ");
  return isPair ? "Change one of the two." : nextSteps[kind];
}

/** What can't be set for the pod's operating system, or beside a profile of another type, does nothing today: the object is refused. */
function removeIdleField(pod: Pod, { at, text }: ApiError, minor: number): Fix | Declined | undefined {
  const isIdle =
    /cannot be set for a (windows|linux) pod$|can only be set when (seccomp|AppArmor) type is Localhost$/.test(text);
  if (!isIdle) return undefined;
  const title = `Remove ${at.at(-1)}`;
  const patch = { op: "remove", path: at } as const;
  const refused = findApiRefusal(pod, [patch], minor);
  if (refused !== undefined) return { declined: `the API server would refuse it then: ${refused}` };
  if (at.at(-1) !== "hostUsers") return safeFix(title, patch);
  // A user namespace lets Pod Security pass over some controls (KEP-127), even where the node would not make one.
  const risk = "fails Pod Security until runAsNonRoot is true, for which hostUsers: false stood in";
  return reviewFix(title, risk, patch);
}
