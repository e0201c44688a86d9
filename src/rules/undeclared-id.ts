import type { Declined, Fix, Path, Pod, Violation } from "../types.ts";
import { isMistyped, overriding, siblings } from "./rule.ts";
import { placeFor } from "./run-as-non-root.ts";

interface Question {
  readonly field: "runAsUser" | "runAsGroup";
  /** The id that the configuration gives to fixes. */
  readonly id: number | undefined;
  /** The option that would give it. */
  readonly option: string;
  /** Whether a declared 0 is reported here. */
  readonly reportsRoot: boolean;
  /** What an undeclared id means, and what a 0 does. */
  readonly unset: string;
  readonly root: string;
  readonly risk: string;
}

/** What `explicit-user` and `explicit-group` share: an id that is effectively undeclared, or 0. */
export function* undeclaredId(pod: Pod, question: Question): Generator<Violation> {
  if (pod.os === "windows") return;
  const { field, unset, root } = question;
  const missing = pod.containers.filter(
    (container) => container.effective[field].value === undefined && !isMistyped(container, field),
  );
  if (missing.length > 0 && !isMistyped(pod, field)) {
    const at = placeFor(pod, missing, field);
    yield {
      level: "hardened",
      at,
      origin: "default",
      containers: missing,
      message: ({ who }) => `${field} is set neither on the pod nor in ${who}: ${unset}. Declare an id above 0.`,
      fix: fixFor(pod, at, question),
    };
  }
  if (!question.reportsRoot) return;
  for (const container of pod.containers) {
    const { value, origin, path } = container.effective[field];
    if (value !== 0) continue;
    yield {
      level: "hardened",
      at: path,
      origin,
      containers: [container],
      message: (say) =>
        `${field} is 0 here${origin === "container" ? overriding(pod, field, 0, pod.securityContext[field], say) : ""}: ` +
        `it makes ${say.who} run ${root}. Declare an id above 0.`,
      fix: fixFor(pod, path, question),
    };
  }
}

function fixFor(pod: Pod, at: Path, { field, id, option, risk }: Question): Fix | Declined {
  if (id === undefined)
    return { declined: `only you know which id fits the image: give it with ${option} or fix.${field}` };
  return {
    title: `Set ${field}: ${id}`,
    safety: "review",
    risk,
    patches: [{ op: "set", path: at, value: id, among: siblings(pod, at) }],
  };
}
