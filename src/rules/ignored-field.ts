import {
  contextFields,
  findUnknownFields,
  formatField,
  type Pod,
  podSpecFields,
  type UnknownField,
} from "../pod/index.ts";
import { isEmpty, isFields, isList, type Moved, type Patch, type Path, type Value } from "../yaml/index.ts";
import type { Declined, Fix, Rule, RuleContext, Say } from "./rule.ts";
import { containersAt } from "./support/declarations.ts";
import { volumeNamesIn } from "./support/empty-dirs.ts";
import { reviewFix } from "./support/fixes.ts";
import { explainIdleness, weakens } from "./support/hardening.ts";
import {
  collectWanted,
  describeDestinations,
  findApiRefusal,
  findConflict,
  type Move,
  makeMovePatches,
  planMoves,
  printShort,
  type WantedValues,
} from "./support/moves.ts";
import { isOfLinuxAlone } from "./support/windows.ts";
import { enumerate, enumerateContainers } from "./support/wording.ts";

export const ignoredField: Rule = {
  id: "ignored-field",
  summary: "Every field must stand where Kubernetes reads it, in its right spelling.",
  level: "privileged",
  references: { cwe: [1188] },
  controls: [],

  *check(pod, context) {
    if (!pod.isPodSpec) return;
    const plans = findUnknownFields(pod).map((unknown) => ({ unknown, moves: planMoves(pod, unknown) }));
    const wanted = collectWanted(plans.flatMap(({ moves }) => moves ?? []));
    for (const { unknown, moves } of plans) {
      const { at } = unknown;
      const own = containersAt(pod, at);
      yield {
        level: "privileged",
        at,
        origin: own.length > 0 ? "container" : "pod",
        containers: own.length > 0 ? own : pod.containers,
        message: (say) =>
          `${formatField(pod, at)} has no effect: ${explainPlace(pod, unknown)}; kubectl refuses to apply it, and other clients drop it silently. ` +
          nextStep(pod, unknown, moves, context, say),
        fix: correct(pod, unknown, moves, wanted, context),
      };
    }
  },
};

/** Why nobody reads a field where it stands, as a clause. */
function explainPlace(pod: Pod, { at, name, intended }: UnknownField): string {
  const spelling = intended && name !== intended.name ? `it is spelt ${intended.name}, and ` : "";
  switch (intended?.place) {
    case "here":
      return `Kubernetes has no field ${name}, only ${intended.name}`;
    case "containers":
      return `${spelling}only a container's securityContext has it`;
    case "pod":
      return `${spelling}only the pod's securityContext has it`;
    case "pod spec":
      return intended.name === "securityContext"
        ? "Kubernetes reads a securityContext in the pod spec and in its containers, not here"
        : `${name} belongs in the pod spec itself, beside securityContext`;
    case "context":
      return "it belongs in the securityContext";
    case "context around":
      return "it belongs one level up, in the securityContext";
    default:
      return `Kubernetes has no field ${name} in ${nameBlock(pod, at.slice(0, -1))}`;
  }
}

/** The last step to a block: `seccompProfile`, `env[0]`. */
function nameBlock(pod: Pod, path: Path): string {
  return formatField(pod, path).split(".").at(-1) || `a ${pod.workload.kind}`;
}

/** What to do, as a sentence. What opens something up is better off where it has no effect. */
function nextStep(
  pod: Pod,
  { name, intended, value }: UnknownField,
  moves: readonly Move[] | undefined,
  { version }: RuleContext,
  { line }: Say,
): string {
  if (!intended) return "Remove it, or correct its name.";
  if (!moves) return intended.place === "pod spec" ? moveToSpec(pod) : "Remove it, or correct its name.";
  if (isOfLinuxAlone(pod, placesOf(moves))) return "Remove it: the pod runs on Windows, which does not have it.";
  const open = moves.filter(({ written }) => written === undefined);
  const [first] = moves;
  if (first && open.length === 0) {
    const isSettled = findConflict(pod, moves, new Map()) === undefined;
    if (moves.length > 1 && intended.place === "containers")
      return isSettled
        ? "Every container sets it itself: remove it here."
        : "Every container says otherwise: keep what you mean.";
    return isSettled
      ? `It is set there (${line(first.to)}): remove it here.`
      : `There it is ${printShort(first.written ?? null)} (${line(first.to)}): keep one of the two.`;
  }
  if (open.length > 0 && open.every((move) => weakens(move.field, move.value, version.minor)))
    return "Remove it: nothing needs it today.";
  switch (intended.place) {
    case "here":
      return `Write ${intended.name}.`;
    case "containers":
      return `Move it to ${enumerateContainers(open.flatMap(({ containers }) => containers))}.`;
    case "pod":
      return "Move it to the pod.";
    case "pod spec":
      return moveToSpec(pod);
    default:
      return isFields(value) && name === "securityContext" ? "Move what it holds there." : "Move it there.";
  }
}

function moveToSpec(pod: Pod): string {
  return `Move it to ${formatField(pod, pod.path)}.`;
}

/** Moves what is written, whole, to where Kubernetes reads it. What only goes away may be missed by its author, so that no fix here is safe. */
function correct(
  pod: Pod,
  { at, name, value, intended }: UnknownField,
  moves: readonly Move[] | undefined,
  wanted: WantedValues,
  context: RuleContext,
): Fix | Declined {
  if (!moves?.every(({ field }) => isOfSecurity(field))) return { declined: "only you know what was meant" };
  const remove = { op: "remove", path: at } as const;
  const removal = (why: string) =>
    reviewFix(`Remove ${name}: ${printShort(value)}, ${why}`, "loses a setting that its author may still want", remove);
  if (value === null || isEmpty(value)) return removal("which is empty");
  if (isOfLinuxAlone(pod, placesOf(moves))) return removal("which Windows does not have");
  const conflict = findConflict(pod, moves, wanted);
  if (conflict !== undefined) return { declined: conflict };
  const open = moves.filter(({ written }) => written === undefined);
  if (open.length === 0) return removal("which stands in its place already");
  if (open.some((move) => weakens(move.field, move.value, context.version.minor))) {
    const holdsMore = (isFields(value) && Object.keys(value).length > 1) || (isList(value) && value.length > 1);
    return holdsMore
      ? { declined: "it would also open up what is closed today: move by hand what is still wanted" }
      : removal("which would open up what is closed today");
  }
  for (const move of open) {
    const reason = explainIdleness(pod, move.field, move.value, move.containers);
    if (reason !== undefined) return { declined: reason };
  }
  const names = volumeNamesIn(pod);
  const made = open.map((move) => makeMovePatches(pod, move, names, context));
  const notes = new Set<string>();
  const patches: Patch[] = [];
  for (const each of made) {
    if ("declined" in each) return each;
    for (const patch of each.patches) patches.push(patch);
    if (each.note) notes.add(each.note);
  }
  patches.push({ ...remove, moved: movedFrom(at, value, open) });
  const refused = findApiRefusal(pod, patches, context.version.minor);
  if (refused !== undefined) return { declined: `the API server would refuse it: ${refused}` };
  const title =
    intended?.place === "here"
      ? `Correct ${name} to ${intended.name}`
      : `Move ${name} to ${describeDestinations(pod, open)}`;
  return reviewFix(
    notes.size > 0 ? `${title}, and ${enumerate([...notes])}` : title,
    "takes effect from now on, and fails if the process can't work with it",
    ...patches,
  );
}

function placesOf(moves: readonly Move[]): Path[] {
  return moves.map(({ to }) => to);
}

/** Where what stands at a place has gone: the members of a block first, and what is left of it to where the first of them stands. */
function movedFrom(at: Path, value: Value, open: readonly Move[]): Moved[] {
  const placesOf = (field: string) => open.filter((move) => move.field === field).map(({ to }) => to);
  const members = at.at(-1) === "securityContext" && isFields(value) ? Object.keys(value) : [];
  const whole = { from: at, to: open.slice(0, members.length > 0 ? 1 : open.length).map(({ to }) => to) };
  return [...members.map((field) => ({ from: [...at, field], to: placesOf(field) })), whole];
}

/** Whether what a field does is known here: those of the contexts, and those of the pod spec that belong to them. */
function isOfSecurity(field: string): boolean {
  return contextFields("pod").has(field) || contextFields("containers").has(field) || podSpecFields.includes(field);
}
