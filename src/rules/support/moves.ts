import {
  type Container,
  contextFields,
  decodeSecurityContext,
  findContainer,
  formatField,
  isOnlyIn,
  type Pod,
  podSpecFields,
  type UnknownField,
  validate,
  withSpec,
} from "../../pod/index.ts";
import {
  isFields,
  type Patch,
  type Path,
  patchValue,
  type Siblings,
  sameValue,
  startsWith,
  type Value,
  valueAt,
} from "../../yaml/index.ts";
import type { Declined, RuleContext } from "../rule.ts";
import { describeNeeds, keepNeeded } from "./capabilities.ts";
import { mountEmptyDir, type VolumeNames, writableFolders } from "./empty-dirs.ts";
import { isOnPod, siblingsOf } from "./placement.ts";
import { enumerate, enumerateContainers } from "./wording.ts";

/** One place to which a misplaced setting belongs. */
export interface Move {
  readonly field: string;
  readonly value: Value;
  readonly to: Path;
  /** What stands there today; null counts as nothing. */
  readonly written: Value | undefined;
  /** Where it belongs among its new neighbours. */
  readonly among: Siblings;
  /** The containers that get the setting there. */
  readonly containers: readonly Container[];
}

/** Every place to which a misplaced field belongs; a container's field that stands on the pod belongs to each container. `undefined`: nobody can tell. */
export function planMoves(pod: Pod, { at, value, intended }: UnknownField): Move[] | undefined {
  if (!intended) return undefined;
  const { name, place } = intended;
  const own = findContainer(pod, at);
  if (name === "securityContext") {
    if (!isFields(value)) return [];
    const moves = Object.entries(value).map(([field, member]) => listMoves(pod, own, field, member));
    return moves.every((each) => each !== undefined) ? moves.flat() : undefined;
  }
  if (place === "here") {
    const to = [...at.slice(0, -1), name];
    return [{ ...makeMove(pod, name, value, to, own ? [own] : pod.containers), among: { after: [String(at.at(-1))] } }];
  }
  return listMoves(pod, own, name, value);
}

/** The places of a field, by its name and by the container in whose block it stands. */
function listMoves(pod: Pod, own: Container | undefined, field: string, value: Value): Move[] | undefined {
  const move = (to: Path, containers: readonly Container[]) => makeMove(pod, field, value, to, containers);
  if (podSpecFields.includes(field)) return [move([...pod.path, field], pod.containers)];
  const isOfPod = contextFields("pod").has(field);
  if (isOnlyIn("pod", field) || (!own && isOfPod)) return [move([...pod.context, field], pod.containers)];
  if (!contextFields("containers").has(field)) return undefined;
  return (own ? [own] : pod.containers).map((each) => move([...each.context, field], [each]));
}

function makeMove(pod: Pod, field: string, value: Value, to: Path, containers: readonly Container[]): Move {
  const written = valueAt(pod.document.value, to) ?? undefined;
  return { field, value, to, containers, written, among: siblingsOf(pod, siblingPath(pod, to)) };
}

/** What the moves of a pod put at each place, by its path in JSON. Two values are kept of each place: they tell that its moves differ. */
export type WantedValues = ReadonlyMap<string, readonly Value[]>;

export function collectWanted(moves: readonly Move[]): WantedValues {
  const wanted = new Map<string, Value[]>();
  for (const { to, value } of moves) {
    const place = JSON.stringify(to);
    const values = wanted.get(place) ?? [];
    if (values.length < 2 && !values.some((other) => sameValue(other, value))) wanted.set(place, [...values, value]);
  }
  return wanted;
}

/**
 * Why moves would lose a value that somebody wrote, as a clause: where two places want different values for one, and where every place says something
 * else already.
 */
export function findConflict(pod: Pod, moves: readonly Move[], wanted: WantedValues): string | undefined {
  for (const { field, value, to, written } of moves) {
    const rival = wanted.get(JSON.stringify(to))?.find((other) => !sameValue(other, value));
    if (rival !== undefined)
      return `two places want ${field} to be ${printShort(value)} and ${printShort(rival)}: only you can choose`;
    const places = moves.filter((other) => other.field === field);
    if (written === undefined || places.some((other) => other.written === undefined || sameValue(other.written, value)))
      continue;
    return places.length === 1
      ? `${formatField(pod, to)} says ${printShort(written)}, and this says ${printShort(value)}: only you can choose`
      : `every container says something else than ${printShort(value)} itself: only you can choose`;
  }
  return undefined;
}

/** What makes a move, and what has to come with it: the volumes of a read-only root, and the capabilities that a container needs beside a drop of ALL. */
export function makeMovePatches(
  pod: Pod,
  { field, value, to, containers, among }: Move,
  names: VolumeNames,
  { fix, enforced }: RuleContext,
): { readonly patches: readonly Patch[]; readonly note?: string } | Declined {
  const set = (moved: Value): Patch => ({ op: "set", path: to, value: moved, among });
  const [container] = containers;
  if (field === "readOnlyRootFilesystem" && container) {
    const folders = writableFolders(container, fix);
    const mounts = folders.flatMap((folder) => mountEmptyDir(pod, container, folder, names));
    return folders.length > 0
      ? { patches: [set(value), ...mounts], note: `mount an emptyDir at ${enumerate(folders)}` }
      : { patches: [set(value)] };
  }
  if (field === "capabilities" && container && isFields(value)) {
    const lists = decodeSecurityContext({ capabilities: value }).capabilities ?? {};
    const kept = keepNeeded(container, lists, enforced);
    if ("declined" in kept) return kept;
    const add = [...(lists.add ?? []), ...kept.map(({ name }) => name)];
    return kept.length > 0
      ? { patches: [set({ ...value, add })], note: `keep ${describeNeeds(kept)}` }
      : { patches: [set(value)] };
  }
  return { patches: [set(value)] };
}

/** A field of the pod spec stands where its securityContext would. */
function siblingPath(pod: Pod, to: Path): Path {
  return to.length === pod.path.length + 1 ? pod.context : to;
}

/** `the pod's securityContext`, or `container "app" and the pod spec` */
export function describeDestinations(pod: Pod, moves: readonly Move[]): string {
  const own = moves.filter(({ to }) => findContainer(pod, to));
  const onPod = moves.some(({ to }) => isOnPod(pod, to));
  const onSpec = moves.some(({ to }) => to.length === pod.path.length + 1);
  return enumerate([
    ...(own.length > 0 ? [enumerateContainers([...new Set(own.flatMap(({ containers }) => containers))])] : []),
    ...(onPod ? ["the pod's securityContext"] : []),
    ...(onSpec ? ["the pod spec"] : []),
  ]);
}

/** Why the API server would refuse a pod that it accepts today, in its own words, if patches were made; `undefined` where it would not. */
export function findApiRefusal(pod: Pod, patches: readonly Patch[], minor: number): string | undefined {
  const spec = valueAt(patches.reduce(patchValue, pod.document.value), pod.path);
  if (!isFields(spec)) return "the pod would have no spec";
  const changed = withSpec(pod, spec);
  const known = new Set(validate(pod, minor).map(({ text }) => text));
  const refusal = validate(changed, minor).find(({ text }) => !known.has(text));
  if (refusal) return refusal.text;
  const before = pod.decoding.mismatches.filter(({ at }) => startsWith(at, pod.path));
  const isWorse = changed.decoding.mismatches.length > before.length;
  return isWorse ? "a value would be of a wrong type" : undefined;
}

/** `true`, `[ALL]`, `{type: RuntimeDefault}`, and the first part of what is longer. */
export function printShort(value: Value): string {
  const text = JSON.stringify(value).replaceAll('"', "").replaceAll(":", ": ").replaceAll(",", ", ");
  return text.length > 80 ? `${text.slice(0, 79)}\u2026` : text;
}
