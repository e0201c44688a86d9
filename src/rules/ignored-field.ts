import { type Container, fieldOf, type Pod, type UnknownField, unknownFields } from "../pod/index.ts";
import type { Path, Value } from "../yaml/index.ts";
import type { Declined, Fix, Rule, Say } from "./rule.ts";
import { isSound, weakens } from "./support/hardening.ts";
import { containersAt, isOnPod, listed, siblings } from "./support/words.ts";

export const ignoredField: Rule = {
  id: "ignored-field",
  summary: "Every field must stand where Kubernetes reads it, in its right spelling.",
  level: "privileged",
  references: { cwe: [1188] },
  controls: [],

  *check(pod) {
    if (!pod.isPodSpec) return;
    for (const unknown of unknownFields(pod)) {
      const { at } = unknown;
      const own = containersAt(pod, at);
      yield {
        level: "privileged",
        at,
        origin: own.length > 0 ? "container" : "pod",
        containers: own.length > 0 ? own : pod.containers,
        message: (say) => `${fieldOf(pod, at)} has no effect: ${explain(pod, unknown, say)}`,
        fix: fixFor(pod, unknown),
      };
    }
  },
};

const refusal = "kubectl refuses to apply it, and other clients drop it in silence";

function explain(pod: Pod, { at, name, value, meant }: UnknownField, { line }: Say): string {
  switch (meant?.owner) {
    case "here":
      return `Kubernetes knows no field ${name}, only ${meant.name}; ${refusal}. Write ${meant.name}.`;
    case "containers":
      return `${spelt(name, meant.name)}only a container's securityContext has it; ${refusal}. ${whereInContainers(pod, meant.name, value)}`;
    case "pod": {
      const onPod = (pod.securityContext as Record<string, unknown>)[meant.name];
      const place = [...pod.context, meant.name];
      const step =
        onPod === undefined ? "Move it to the pod." : `The pod's own counts (line ${line(place)}): remove it here.`;
      return `${spelt(name, meant.name)}only the pod's securityContext has it; ${refusal}. ${step}`;
    }
    case "pod spec":
      return meant.name === "securityContext"
        ? `Kubernetes reads a securityContext in the pod spec and in its containers, not here; ${refusal}. Move it to ${fieldOf(pod, pod.path)}.`
        : `${name} stands in the pod spec itself, beside securityContext; ${refusal}. Move it to ${fieldOf(pod, pod.path)}.`;
    case "context":
      return `it belongs in the securityContext; ${refusal}. Move it there.`;
    default:
      return `Kubernetes knows no field ${name} in ${fieldOf(pod, at.slice(0, -1)).split(".").at(-1)}; ${refusal}. Remove it, or correct its name.`;
  }
}

function spelt(name: string, right: string): string {
  return name === right ? "" : `it is spelt ${right}, and `;
}

/** Where a container's field should go; one that opens things up is better off where it does nothing. */
function whereInContainers(pod: Pod, field: string, value: Value): string {
  if (weakens(field, value)) return "Remove it: nothing needs it today.";
  const lacking = pod.containers.filter(({ securityContext }) => !(field in securityContext));
  if (lacking.length === 0) return "Every container sets it itself: remove it here.";
  return `Move it to ${lacking.length === 1 ? "container" : "containers"} ${listed(lacking.map(({ name }) => `"${name}"`))}.`;
}

/** Correct the name, move a pod's field up, or take away what does nothing: the containers' own rules offer what belongs to them. */
function fixFor(pod: Pod, { at, name, value, meant }: UnknownField): Fix | Declined {
  const remove = { op: "remove", path: at } as const;
  const removal: Fix = { title: `Remove ${name}`, safety: "safe", risk: null, patches: [remove] };
  if (meant?.owner === "containers") return removal;
  const target = targetOf(pod, at, meant);
  if (!target) return { declined: "only you know what was meant" };
  if (isWritten(pod, target) || (meant && weakens(meant.name, value))) return removal;
  // Of the shared fields a Windows pod may have these two, and of the pod's none.
  if (pod.os === "windows" && !["runAsNonRoot", "windowsOptions", "hostNetwork"].includes(meant?.name ?? ""))
    return removal;
  if (meant && !isSound(meant.name, value, containersReading(pod, target)))
    return { declined: "only you know which value was meant, and whether it still is" };
  const title =
    meant?.owner === "here" ? `Correct ${name} to ${meant.name}` : `Move ${name} to the pod's securityContext`;
  const among = isOnPod(pod, target) || target.length === pod.path.length + 1 ? siblings(pod, pod.context) : {};
  return {
    title,
    safety: "review",
    risk: "takes effect from now on",
    patches: [remove, { op: "set", path: target, value, among }],
  };
}

/** The containers that a field at a path is for: the one that it stands in, else those that get the pod's. */
function containersReading(pod: Pod, path: Path): readonly Container[] {
  const own = containersAt(pod, path);
  return own.length > 0 ? own : pod.containers;
}

function targetOf(pod: Pod, at: Path, meant: UnknownField["meant"]): Path | undefined {
  if (meant?.owner === "here") return [...at.slice(0, -1), meant.name];
  return meant?.owner === "pod" ? [...pod.context, meant.name] : undefined;
}

function isWritten(pod: Pod, path: Path): boolean {
  let value: unknown = pod.document.value;
  for (const step of path) value = (value as Record<string | number, unknown> | null | undefined)?.[step];
  return value !== undefined;
}
