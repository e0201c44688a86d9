import {
  type Container,
  findUnknownFields,
  formatField,
  isInContext,
  type Pod,
  podSpecFields,
  type UnknownField,
} from "../pod/index.ts";
import { type Path, type Value, valueAt } from "../yaml/index.ts";
import type { Declined, Fix, Rule, Say } from "./rule.ts";
import { reviewFix, safeFix } from "./support/fixes.ts";
import { mayTakeEffect, weakens } from "./support/hardening.ts";
import { isOnPod, siblingsOf } from "./support/placement.ts";
import { containersAt } from "./support/settings.ts";
import { enumerateContainers } from "./support/wording.ts";

export const ignoredField: Rule = {
  id: "ignored-field",
  summary: "Every field must stand where Kubernetes reads it, in its right spelling.",
  level: "privileged",
  references: { cwe: [1188] },
  controls: [],

  *check(pod) {
    if (!pod.isPodSpec) return;
    for (const unknown of findUnknownFields(pod)) {
      const { at } = unknown;
      const own = containersAt(pod, at);
      yield {
        level: "privileged",
        at,
        origin: own.length > 0 ? "container" : "pod",
        containers: own.length > 0 ? own : pod.containers,
        message: (say) => `${formatField(pod, at)} has no effect: ${explain(pod, unknown, say)}`,
        fix: correct(pod, unknown),
      };
    }
  },
};

const refusal = "kubectl refuses to apply it, and other clients drop it silently";

function explain(pod: Pod, { at, name, value, intended }: UnknownField, { line }: Say): string {
  switch (intended?.place) {
    case "here":
      return `Kubernetes has no field ${name}, only ${intended.name}; ${refusal}. Write ${intended.name}.`;
    case "containers":
      return `${correctSpelling(name, intended.name)}only a container's securityContext has it; ${refusal}. ${sendToContainers(pod, intended.name, value)}`;
    case "pod": {
      const place = [...pod.context, intended.name];
      const step =
        intended.name in pod.securityContext
          ? `The pod sets it itself (line ${line(place)}): remove it here.`
          : "Move it to the pod.";
      return `${correctSpelling(name, intended.name)}only the pod's securityContext has it; ${refusal}. ${step}`;
    }
    case "pod spec":
      return intended.name === "securityContext"
        ? `Kubernetes reads a securityContext in the pod spec and in its containers, not here; ${refusal}. Move it to ${formatField(pod, pod.path)}.`
        : `${name} belongs in the pod spec itself, beside securityContext; ${refusal}. Move it to ${formatField(pod, pod.path)}.`;
    case "context":
      return `it belongs in the securityContext; ${refusal}. Move it there.`;
    default:
      return `Kubernetes has no field ${name} in ${nameBlock(pod, at.slice(0, -1))}; ${refusal}. Remove it, or correct its name.`;
  }
}

/** The last step to a block: `seccompProfile`, `env[0]`. */
function nameBlock(pod: Pod, path: Path): string {
  return formatField(pod, path).split(".").at(-1) || `a ${pod.workload.kind}`;
}

function correctSpelling(name: string, right: string): string {
  return name === right ? "" : `it is spelt ${right}, and `;
}

/** Where a container's field should go; one that opens something up is better off where it has no effect. */
function sendToContainers(pod: Pod, field: string, value: Value): string {
  if (weakens(field, value)) return "Remove it: nothing needs it today.";
  const lacking = pod.containers.filter(({ securityContext }) => !(field in securityContext));
  if (lacking.length === 0) return "Every container sets it itself: remove it here.";
  return `Move it to ${enumerateContainers(lacking)}.`;
}

/** Corrects the name, moves a pod's field up, or removes what has no effect: the containers' own rules offer what belongs to them. */
function correct(pod: Pod, { at, name, value, intended }: UnknownField): Fix | Declined {
  const remove = { op: "remove", path: at } as const;
  const removal = safeFix(`Remove ${name}`, remove);
  if (intended?.place === "containers") return removal;
  const target = targetOf(pod, at, intended);
  if (!target || !intended) return { declined: "only you know what was meant" };
  if (isWritten(pod, target) || weakens(intended.name, value)) return removal;
  if (pod.os === "windows" && isOnlyForLinux(pod, target)) return removal;
  if (!mayTakeEffect(intended.name, value, containersReading(pod, target)))
    return { declined: "only you know which value was meant, and whether it is still wanted" };
  const title =
    intended.place === "here" ? `Correct ${name} to ${intended.name}` : `Move ${name} to the pod's securityContext`;
  const isPodField = isOnPod(pod, target) || target.length === pod.path.length + 1;
  const among = isPodField ? siblingsOf(pod, pod.context) : {};
  return reviewFix(title, "takes effect from now on", remove, { op: "set", path: target, value, among });
}

/** Whether a Windows pod may not have a field: of those of the contexts and around them it may have only these. */
function isOnlyForLinux(pod: Pod, path: Path): boolean {
  const name = String(path.at(-1));
  if (["runAsNonRoot", "windowsOptions", "hostNetwork"].includes(name)) return false;
  return isInContext(pod, path) || podSpecFields.includes(name);
}

/** Where a field should stand; `undefined` where that is not one place. */
function targetOf(pod: Pod, at: Path, intended: UnknownField["intended"]): Path | undefined {
  if (intended?.place === "here") return [...at.slice(0, -1), intended.name];
  return intended?.place === "pod" ? [...pod.context, intended.name] : undefined;
}

/** The containers that a field at a path is for: the one that it stands in, else those that get the pod's. */
function containersReading(pod: Pod, path: Path): readonly Container[] {
  const own = containersAt(pod, path);
  return own.length > 0 ? own : pod.containers;
}

function isWritten(pod: Pod, path: Path): boolean {
  return valueAt(pod.document.value, path) !== undefined;
}
