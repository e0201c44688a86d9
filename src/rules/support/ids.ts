import { type Container, isDeclared, type Pod } from "../../pod/index.ts";
import type { Path } from "../../yaml/index.ts";
import type { Declined, Fix, Violation } from "../rule.ts";
import { placeFor } from "../run-as-non-root.ts";
import { isMistyped, listed, overriding, siblings } from "./words.ts";

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
    (container) => !isDeclared(container.effective[field]) && !isMistyped(container, field),
  );
  if (missing.length > 0 && !isMistyped(pod, field)) {
    const at = placeFor(pod, missing, field);
    yield {
      level: "hardened",
      at,
      origin: "default",
      containers: missing,
      message: ({ who }) =>
        `${field} is set neither on the pod nor in ${who}: ${unset}${imageSays(missing, field)}. Declare an id above 0.`,
      fix: fixFor(pod, at, question, question.field === "runAsUser" ? missing : []),
    };
  }
  if (!question.reportsRoot) return;
  for (const container of pod.containers) {
    const { value, origin, path } = container.effective[field];
    if (value !== 0 || origin === "image") continue;
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

/** What the containers' images say, where they are known; of a group behind the user nobody takes notice. */
function imageSays(containers: readonly Container[], field: Question["field"]): string {
  const known = containers.filter(({ imageConfig }) => imageConfig);
  if (known.length === 0) return "";
  const users = new Set(known.map(({ imageConfig }) => imageConfig?.user || "root"));
  if (field === "runAsUser") return ` (today that is ${listed([...users])})`;
  const groups = [...users].filter((user) => user.includes(":"));
  return groups.length > 0 ? `; the group of the image's USER ${listed(groups)} is passed over` : "";
}

function fixFor(
  pod: Pod,
  at: Path,
  { field, id, option, risk }: Question,
  ofImages: readonly Container[] = [],
): Fix | Declined {
  const known = id === undefined ? imageUser(ofImages) : undefined;
  if (known !== undefined)
    return {
      title: `Set runAsUser: ${known}, which is the image's user`,
      safety: "safe",
      risk: null,
      patches: [{ op: "set", path: at, value: known, among: siblings(pod, at) }],
    };
  if (id === undefined)
    return { declined: `only you know which id fits the image: give it with ${option} or fix.${field}` };
  return {
    title: `Set ${field}: ${id}`,
    safety: "review",
    risk,
    patches: [{ op: "set", path: at, value: id, among: siblings(pod, at) }],
  };
}

/** The user id that the images of containers share: to declare it changes nothing but that it stays. */
function imageUser(containers: readonly Container[]): number | undefined {
  const only = containers[0]?.derived.uid;
  const isShared = ({ effective, derived }: Container) =>
    effective.runAsUser.origin === "image" && derived.uid === only;
  return only && only > 0 && containers.every(isShared) ? only : undefined;
}
