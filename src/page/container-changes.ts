import { allCapabilities, type Container, type EffectiveContext, findPods, type Pod } from "../pod/index.ts";
import { defaultPolicy } from "../policy/index.ts";
import {
  applyPatch,
  applyPatches,
  type Document,
  isFields,
  isList,
  type Patch,
  type PatchRefusal,
  type Path,
  type Problem,
  read,
  type Value,
  withFullReader,
} from "../yaml/index.ts";

/** A container with the pod that it belongs to. */
export interface PlacedContainer {
  readonly pod: Pod;
  readonly container: Container;
}

/** The containers of a text, in their order, and what of the text can't be read. */
export interface ContainerReading {
  readonly containers: readonly PlacedContainer[];
  readonly problems: readonly Problem[];
}

/** Finds the containers of a text, in their order. A text that can't be read has none. */
export async function findContainers(file: string, text: string): Promise<readonly PlacedContainer[]> {
  return (await collectContainers(file, text)).containers;
}

/** Collects the containers of a text, and what of it can't be read. */
export async function collectContainers(file: string, text: string): Promise<ContainerReading> {
  const { documents, problems } = await withFullReader(() => read({ file, text }));
  return { containers: documents.flatMap(listContainers), problems };
}

function listContainers(document: Document): PlacedContainer[] {
  return findPods(document, defaultPolicy).flatMap((pod) => pod.containers.map((container) => ({ pod, container })));
}

/** A change of one setting. The value `undefined` removes it from the YAML. */
export type SettingChange =
  | {
      readonly field: "privileged" | "allowPrivilegeEscalation" | "readOnlyRootFilesystem" | "runAsNonRoot";
      readonly value: boolean | undefined;
    }
  | { readonly field: "runAsUser"; readonly value: number | undefined }
  | { readonly field: "seccompProfile"; readonly value: "RuntimeDefault" | "Unconfined" | undefined }
  | { readonly field: "capability"; readonly name: string; readonly value: boolean };

export const presets = ["default", "privileged", "drop all", "drop all but NET_BIND_SERVICE"] as const;
export type Preset = (typeof presets)[number];

/** Changes a setting in the YAML of a container, where the setting is written today. Refused if the text does not allow the change. */
export function applyChange(placed: PlacedContainer, change: SettingChange): Document | PatchRefusal {
  if (change.field === "capability") return switchCapability(placed, change.name, change.value);
  const { pod, container } = placed;
  const path = findWrittenPath(container, change.field);
  const patches =
    change.field === "seccompProfile"
      ? buildProfilePatches(placed, path, change.value)
      : buildPatches(placed, path, change.value);
  // The API server refuses a privileged container that forbids escalation.
  const forbidsEscalation = container.securityContext.allowPrivilegeEscalation === false;
  if (change.field === "privileged" && change.value === true && forbidsEscalation)
    patches.push({ op: "set", path: [...container.context, "allowPrivilegeEscalation"], value: true });
  return applyPatches(pod.document, patches);
}

/** Sets the capabilities of a container, and `privileged`, to a preset. Refused if the text does not allow the change. */
export function applyPreset(placed: PlacedContainer, preset: Preset): Document | PatchRefusal {
  if (preset === "privileged") return applyChange(placed, { field: "privileged", value: true });
  const { context } = placed.container;
  return applyPatches(placed.pod.document, [
    ...buildPatches(placed, [...context, "privileged"], undefined),
    ...buildPatches(placed, [...context, "capabilities"], presetCapabilities[preset]),
  ]);
}

const presetCapabilities: Readonly<Record<Exclude<Preset, "privileged">, Value | undefined>> = {
  default: undefined,
  "drop all": { drop: ["ALL"] },
  "drop all but NET_BIND_SERVICE": { drop: ["ALL"], add: ["NET_BIND_SERVICE"] },
};

/** Finds where a field is written. If nobody wrote it, it belongs on the container. */
function findWrittenPath({ effective, context }: Container, field: keyof EffectiveContext): Path {
  const { origin, path } = effective[field];
  return origin === "default" ? [...context, field] : path;
}

function buildPatches({ pod }: PlacedContainer, path: Path, value: Value | undefined): Patch[] {
  if (value !== undefined)
    return [{ op: "set", path, value, among: { after: ["name", "image", "command", "args", "ports"] } }];
  return isWritten(pod.document.value, path) ? [{ op: "remove", path }] : [];
}

/** Changes only the type of a profile if the profile has nothing else. */
function buildProfilePatches(placed: PlacedContainer, path: Path, type: string | undefined): Patch[] {
  if (type === undefined) return buildPatches(placed, path, undefined);
  const profile = placed.container.effective.seccompProfile.value;
  const hasOnlyType = profile?.type !== undefined && profile.localhostProfile === undefined;
  return hasOnlyType ? buildPatches(placed, [...path, "type"], type) : buildPatches(placed, path, { type });
}

function isWritten(value: Value | undefined, [step, ...rest]: Path): boolean {
  if (step === undefined) return value !== undefined;
  if (typeof step === "number") return isList(value) && isWritten(value[step], rest);
  return isFields(value) && isWritten(value[step], rest);
}

/** Takes the name out of the list that works against the wish, then adds it to the other list. The document is read again after each step. */
function switchCapability({ pod, container }: PlacedContainer, name: string, wanted: boolean): Document | PatchRefusal {
  let document = pod.document;
  let current = container;
  for (const _ of allCapabilities) {
    const { capabilities } = current.derived;
    if (!capabilities) return { declined: "a Windows container has no Linux capabilities" };
    if (capabilities.includes(name) === wanted) return document;
    const next = applyPatch(document, planStep(current, name, wanted));
    if ("declined" in next) return next;
    document = next;
    const found = listContainers(document).find((each) => isSamePath(each.container.path, container.path));
    if (!found) return { declined: "the container is gone" };
    current = found.container;
  }
  return { declined: "a privileged container has every capability, whatever it drops" };
}

function planStep({ context, securityContext }: Container, name: string, wanted: boolean): Patch {
  const { add = [], drop = [] } = securityContext.capabilities ?? {};
  const [against, list] = wanted ? ([drop, "drop"] as const) : ([add, "add"] as const);
  const index = against.findIndex((each) => each.toUpperCase() === name);
  if (index !== -1)
    return { op: "remove", path: [...context, "capabilities", list, ...(against.length > 1 ? [index] : [])] };
  return { op: "append", path: [...context, "capabilities", wanted ? "add" : "drop"], value: name };
}

function isSamePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
