import { type Container, isDeclared, type Pod } from "../../pod/index.ts";
import type { Path } from "../../yaml/index.ts";
import type { Declined, Fix, FixOptions, Violation } from "../rule.ts";
import { isMistyped, podDeclaration } from "./declarations.ts";
import { reviewFix, safeFix } from "./fixes.ts";
import { explainRootNeed, runsAsNonRoot } from "./hardening.ts";
import { placeFor, siblingsOf } from "./placement.ts";
import { describeOverride, enumerate } from "./wording.ts";

type IdField = "runAsUser" | "runAsGroup";

/** What `explicit-user` and `explicit-group` ask for, and their words. */
interface IdRequirement {
  readonly field: IdField;
  /** The ids that fixes may write. */
  readonly fix: FixOptions;
  /** Whether a declared 0 is reported here. */
  readonly reportsRoot: boolean;
  /** What an undeclared id means, and what a 0 does. */
  readonly unset: string;
  readonly root: string;
  readonly risk: string;
}

/** Reports an id that is effectively undeclared, or 0. */
export function* checkId(pod: Pod, requirement: IdRequirement): Generator<Violation> {
  const { field, unset, root } = requirement;
  const lacking = pod.containers.filter(
    (container) => !isDeclared(container.effective[field]) && !isMistyped(container, field),
  );
  if (lacking.length > 0 && !isMistyped(pod, field)) {
    const at = placeFor(pod, lacking, field);
    yield {
      level: "hardened",
      at,
      origin: "default",
      containers: lacking,
      message: ({ who, containers }) =>
        `${field} is set neither on the pod nor in ${who}: ${unset}${describeImageUsers(containers, field)}. Declare an id above 0.`,
      fix: declareId(pod, lacking, at, requirement),
    };
  }
  if (!requirement.reportsRoot) return;
  for (const container of pod.containers) {
    const { value, origin, path } = container.effective[field];
    if (value !== 0 || origin === "image") continue;
    yield {
      level: "hardened",
      at: path,
      origin,
      containers: [container],
      message: (say) =>
        `${field} is 0 here${origin === "container" ? describeOverride(pod, field, 0, podDeclaration(pod, field), say) : ""}: ` +
        `it makes ${say.who} run ${root}. Declare an id above 0.`,
      fix: declareId(pod, [container], path, requirement),
      value: "0",
    };
  }
}

/** Makes containers run as the user that the configuration gives; we never invent one. */
export function setUser(pod: Pod, containers: readonly Container[], path: Path, fix: FixOptions): Fix | Declined {
  const need = findRootNeed(pod, containers);
  if (need !== undefined) return { declined: need };
  const id = fix.runAsUser;
  if (id === undefined)
    return { declined: `only you know which user the image can run as: give it with ${nameIdPlace(fix, "runAsUser")}` };
  return reviewFix(`Set runAsUser: ${id}`, "fails if the process needs root, or files that only root may read", {
    op: "set",
    path,
    value: id,
    among: siblingsOf(pod, path),
  });
}

const idOptions: Readonly<Record<IdField, string>> = { runAsUser: "--run-as-user", runAsGroup: "--run-as-group" };

/** Names where the reader gives an id that fixes may write. */
export function nameIdPlace({ places }: FixOptions, field: IdField): string {
  return places?.[field] ?? `${idOptions[field]} or fix.${field}`;
}

function findRootNeed(pod: Pod, containers: readonly Container[]): string | undefined {
  return containers.map((each) => explainRootNeed(pod, each)).find((need) => need !== undefined);
}

/** What the containers' images say, where they are known. Kubernetes ignores a group behind an image's user. */
function describeImageUsers(containers: readonly Container[], field: IdRequirement["field"]): string {
  const known = containers.filter(({ imageConfig }) => imageConfig);
  if (known.length === 0) return "";
  const users = new Set(known.map(({ imageConfig }) => imageConfig?.user || "root"));
  if (field === "runAsUser") return ` (today that is ${enumerate([...users])})`;
  const groups = [...users].filter((user) => user.includes(":"));
  return groups.length > 0 ? `; the group of the image's USER ${enumerate(groups)} is ignored` : "";
}

function declareId(
  pod: Pod,
  containers: readonly Container[],
  path: Path,
  { field, fix, risk }: IdRequirement,
): Fix | Declined {
  const id = fix[field];
  const among = siblingsOf(pod, path);
  const need = field === "runAsUser" ? findRootNeed(pod, containers) : undefined;
  if (need !== undefined) return { declined: need };
  if (id !== undefined) return reviewFix(`Set ${field}: ${id}`, risk, { op: "set", path, value: id, among });
  const imageUser = field === "runAsUser" ? sharedImageUser(containers) : undefined;
  if (imageUser !== undefined)
    return safeFix(`Set runAsUser: ${imageUser}, which is the image's user`, {
      op: "set",
      path,
      value: imageUser,
      among,
    });
  return { declined: `only you know which id fits the image: give it with ${nameIdPlace(fix, field)}` };
}

/** The user id that the images of containers share: declaring it only makes sure that it stays. */
function sharedImageUser(containers: readonly Container[]): number | undefined {
  const uid = containers[0]?.derived.uid;
  const isShared = ({ effective, derived }: Container) => effective.runAsUser.origin === "image" && derived.uid === uid;
  return uid && containers.every((container) => isShared(container) && runsAsNonRoot(container)) ? uid : undefined;
}
