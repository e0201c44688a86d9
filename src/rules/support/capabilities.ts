import { type Capabilities, type Container, findKnownImage, type Level, levels, type Pod } from "../../pod/index.ts";
import { type Fields, isFields, isList } from "../../yaml/index.ts";
import type { Declined, Denial } from "../rule.ts";
import { runsAsNonRoot } from "./hardening.ts";
import { capableProgramsOf } from "./image-programs.ts";
import { programsOf } from "./programs.ts";
import { enumerate, nameContainers, quote, sortDistinct } from "./wording.ts";

/** What the baseline level lets a container add (pod-security-admission policy/check_capabilities_baseline.go): no prefix, upper case. */
// biome-ignore format: a list to be read, not a column
const baselineAdds = new Set([
  "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP",
  "SETUID", "SYS_CHROOT",
]);

/** The level that an added capability breaks, by its name as it is written; `undefined` for the one that every level allows. */
export function levelOfAdd(name: string): Level | undefined {
  if (name === "NET_BIND_SERVICE") return undefined;
  return baselineAdds.has(name) ? "restricted" : "baseline";
}

/** Whether a level lets containers add a capability. */
export function allowsAdd(level: Level, name: string): boolean {
  const broken = levelOfAdd(name);
  return broken === undefined || levels.indexOf(level) < levels.indexOf(broken);
}

/** Pod Security's denial of the added capabilities that a control forbids, if there are any. */
export function denyAdds(pod: Pod, isForbidden: (name: string) => boolean): Denial | undefined {
  const forbiddenIn = ({ securityContext }: Container) => (securityContext.capabilities?.add ?? []).filter(isForbidden);
  const bad = pod.containers.filter((container) => forbiddenIn(container).length > 0);
  if (bad.length === 0) return undefined;
  const names = quote(sortDistinct(bad.flatMap(forbiddenIn)));
  return {
    reason: "non-default capabilities",
    detail: `${nameContainers(bad)} must not include ${names} in securityContext.capabilities.add`,
  };
}

/** What a capability's name is taken for: upper case, without the prefix `CAP_`. */
export function plainName(capability: string): string {
  return capability.toUpperCase().replace(/^CAP_/, "");
}

/**
 * The name in `drop` that takes an added capability away again: containerd and CRI-O drop single names last (containerd
 * internal/cri/opts/spec_opts.go WithCapabilities). `ALL` takes away only `ALL`.
 */
export function findUndoingDrop(name: string, drop: readonly string[]): number | undefined {
  const index = drop.findIndex((dropped) => dropped.toUpperCase() === name.toUpperCase());
  return index === -1 ? undefined : index;
}

/** Why nobody else can undo the contradiction of a list that adds and one that drops. */
export const whichOfTwo = "only you know which of the two is meant, the add or the drop";

/** A capability that a container's programs need in their bounding set, and what says so, as in "for its ports below 1024". */
export interface NeededCapability {
  readonly name: string;
  readonly what: string;
  /** Whether that is the name of a program that the manifest is seen to run. */
  readonly isProgram?: boolean;
}

/**
 * The capabilities that a container is known to need: for ports below 1024 that the manifest or the image declares, for the programs of its image, for
 * an entry point that starts as root, and for what its command runs. A program with a file capability that is not in the bounding set can't be executed
 * at all, whatever the user (kernel security/commoncap.c bprm_caps_from_vfs_caps).
 */
export function neededCapabilities(container: Container): NeededCapability[] {
  const needed = new Map<string, string>();
  if (hasLowPort(container)) needed.set("NET_BIND_SERVICE", "its ports below 1024");
  for (const { name, what } of programNeeds(container)) if (!needed.has(name)) needed.set(name, what);
  for (const name of rootCapabilitiesOf(container))
    if (!needed.has(name)) needed.set(name, "its image, which starts as root");
  // What another user can't do today does not fail tomorrow.
  const programs = runsAsNonRoot(container) ? [] : programsOf(container);
  for (const { name: program, capabilities } of programs)
    for (const name of capabilities)
      if (!needed.has(name) && container.derived.capabilities?.includes(name)) needed.set(name, program);
  const isProgram = (what: string) => programs.some(({ name }) => name === what);
  return [...needed].map(([name, what]) => ({ name, what, isProgram: isProgram(what) }));
}

/** What the programs that a container starts carry in their files, by its layers; what is known of its image where these don't say otherwise. */
function programNeeds(container: Container): NeededCapability[] {
  const carried = fileCapabilitiesOf(container);
  const known = (findKnownImage(container.image)?.fileCapabilities ?? []).filter((name) => carried.includes(name));
  return [
    ...capableProgramsOf(container).started.flatMap(({ path, capabilities }) =>
      capabilities.map((name) => ({ name, what: `the file capabilities of ${path}` })),
    ),
    ...known.map((name) => ({ name, what: "the file capabilities of its image" })),
  ];
}

/**
 * What a container has to add back when it drops ALL beside these lists, or why it can't. Nothing is added that it does not have today.
 */
export function keepNeeded(
  container: Container,
  { add = [], drop = [] }: Capabilities,
  enforced: Level,
): readonly NeededCapability[] | Declined {
  const needed = neededCapabilities(container).filter(
    ({ name }) => !add.includes(name) && findUndoingDrop(name, drop) === undefined,
  );
  const forbidden = needed.filter(({ name }) => !allowsAdd(enforced, name));
  if (forbidden.length === 0) return needed.filter(({ name }) => container.derived.capabilities?.includes(name));
  const pronoun = forbidden.length > 1 ? "these" : "it";
  return {
    declined: `the container needs ${describeNeeds(forbidden)}, and the ${enforced} level does not let it add ${pronoun} back`,
  };
}

/** `NET_BIND_SERVICE, for its ports below 1024`, or `IPC_LOCK and SETFCAP, for …` */
export function describeNeeds(needs: readonly NeededCapability[]): string {
  const distinct = (some: readonly NeededCapability[]) => [...new Set(some.map(({ what }) => what))];
  const programs = distinct(needs.filter(({ isProgram }) => isProgram));
  const others = distinct(needs.filter(({ isProgram }) => !isProgram));
  const whats = [...others, ...(programs.length > 0 ? [`${enumerate(programs)}, which it runs`] : [])];
  return `${enumerate(needs.map(({ name }) => name))}, for ${enumerate(whats)}`;
}

/** The capabilities in the files of a container's image: read from its layers, or known. */
export function fileCapabilitiesOf({ image, imageConfig }: Container): readonly string[] {
  const read = imageConfig?.fileCapabilities;
  return read ? [...new Set(Object.values(read).flat())] : (findKnownImage(image)?.fileCapabilities ?? []);
}

/** What the entry point of a known image does as root; nothing where the manifest names another program or another user. */
function rootCapabilitiesOf({ image, imageConfig, derived, spec }: Container): readonly string[] {
  const known = findKnownImage(image);
  const isRoot = derived.uid === 0 || (derived.uid === null && !imageConfig && known?.user === "");
  return known && isRoot && !hasOwnCommand(spec) ? known.rootCapabilities : [];
}

/** Whether the manifest says what a container runs, so that its image's entry point does not count. */
export function hasOwnCommand({ command }: Fields): boolean {
  return isList(command) && command.length > 0;
}

function hasLowPort({ spec, imageConfig }: Container): boolean {
  const declared = isList(spec.ports) ? spec.ports.filter(isFields).map(({ containerPort }) => containerPort) : [];
  const exposed = (imageConfig?.ports ?? []).map((port) => Number.parseInt(port, 10));
  return [...declared, ...exposed].some((port) => typeof port === "number" && port > 0 && port < 1024);
}
