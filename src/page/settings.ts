import {
  allCapabilities,
  type Container,
  defaultCapabilities,
  type EffectiveContext,
  findPods,
  type Pod,
} from "../pod/index.ts";
import { defaultPolicy } from "../policy/index.ts";
import {
  applyPatch,
  type Document,
  type Patch,
  type PatchRefusal,
  type Path,
  read,
  type Value,
  withFullReader,
} from "../yaml/index.ts";

/** A container that can be picked: where it stands, and all that is known of it. */
export interface Subject {
  readonly pod: Pod;
  readonly container: Container;
}

/** Every container of a text, in its order. Rejects nothing: what can't be read holds none. */
export async function subjectsIn(file: string, text: string): Promise<Subject[]> {
  const { documents } = await withFullReader(() => read({ file, text }));
  return documents.flatMap(subjectsOf);
}

/** Every container of a document. */
export function subjectsOf(document: Document): Subject[] {
  return findPods(document, defaultPolicy).flatMap((pod) => pod.containers.map((container) => ({ pod, container })));
}

/** A setting that the dropper switches; `undefined` takes it out of the YAML. */
export type Change =
  | {
      readonly field: "privileged" | "allowPrivilegeEscalation" | "readOnlyRootFilesystem" | "runAsNonRoot";
      readonly value: boolean | undefined;
    }
  | { readonly field: "runAsUser"; readonly value: number | undefined }
  | { readonly field: "seccompProfile"; readonly value: "RuntimeDefault" | "Unconfined" | undefined }
  | { readonly field: "capability"; readonly name: string; readonly value: boolean };

export const presets = ["default", "privileged", "drop all", "drop all but NET_BIND_SERVICE"] as const;
export type Preset = (typeof presets)[number];

/** The document with the change in its YAML, in its own style; or why its text can't take it. */
export function changed(subject: Subject, change: Change): Document | PatchRefusal {
  if (change.field === "capability") return switchCapability(subject, change.name, change.value);
  const { container } = subject;
  const at = writtenAt(container, change.field);
  const profile = container.effective.seccompProfile.value;
  const patches =
    change.field !== "seccompProfile" || change.value === undefined
      ? assignment(subject, at, change.value)
      : profile?.type !== undefined && profile.localhostProfile === undefined
        ? assignment(subject, [...at, "type"], change.value)
        : assignment(subject, at, { type: change.value });
  // The API server refuses a privileged container that forbids escalation.
  const forbids = container.securityContext.allowPrivilegeEscalation === false;
  if (change.field === "privileged" && change.value === true && forbids)
    patches.push({ op: "set", path: [...container.context, "allowPrivilegeEscalation"], value: true });
  return patched(subject.pod.document, patches);
}

/** The document with the container's capabilities and `privileged` as the preset has them. */
export function withPreset(subject: Subject, preset: Preset): Document | PatchRefusal {
  const { container } = subject;
  if (preset === "privileged") return changed(subject, { field: "privileged", value: true });
  const { context } = container;
  const list = [...context, "capabilities"];
  const value: Value | undefined =
    preset === "default"
      ? undefined
      : { drop: ["ALL"], ...(preset === "drop all" ? {} : { add: ["NET_BIND_SERVICE"] }) };
  return patched(subject.pod.document, [
    ...assignment(subject, [...context, "privileged"], undefined),
    ...assignment(subject, list, value),
  ]);
}

/** Where a field is written; on the container where nobody wrote it. */
function writtenAt({ effective, context }: Container, field: keyof EffectiveContext): Path {
  const { origin, path } = effective[field];
  return origin === "default" ? [...context, field] : path;
}

function assignment({ pod: { document } }: Subject, path: Path, value: Value | undefined): Patch[] {
  if (value !== undefined)
    return [{ op: "set", path, value, among: { after: ["name", "image", "command", "args", "ports"] } }];
  return isWritten(document.value, path) ? [{ op: "remove", path }] : [];
}

function isWritten(value: Value | undefined, [step, ...rest]: Path): boolean {
  if (step === undefined) return value !== undefined;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return false;
  return isWritten((value as Record<string | number, Value>)[step], rest);
}

function patched(document: Document, patches: readonly Patch[]): Document | PatchRefusal {
  let current = document;
  for (const patch of patches) {
    const next = applyPatch(current, patch);
    if ("declined" in next) return next;
    current = next;
  }
  return current;
}

/** Takes names out of the list that works against the wish, and only then adds to the other; what each step did is read again. */
function switchCapability(subject: Subject, name: string, wanted: boolean): Document | PatchRefusal {
  let { container } = subject;
  let { document } = subject.pod;
  const has = () => container.derived.capabilities.includes(name);
  for (let step = 0; has() !== wanted && step < allCapabilities.length; step++) {
    const next = applyPatch(document, stepTowards(container, name, wanted));
    if ("declined" in next) return next;
    document = next;
    const found = subjectsOf(document).find((each) => samePath(each.container.path, container.path));
    if (!found) return { declined: "the container is gone" };
    container = found.container;
  }
  return has() === wanted ? document : { declined: "a privileged container has every capability, whatever it drops" };
}

function stepTowards({ context, securityContext }: Container, name: string, wanted: boolean): Patch {
  const { add = [], drop = [] } = securityContext.capabilities ?? {};
  const [against, list] = wanted ? ([drop, "drop"] as const) : ([add, "add"] as const);
  const index = against.findIndex((each) => each.toUpperCase() === name);
  if (index !== -1)
    return { op: "remove", path: [...context, "capabilities", list, ...(against.length > 1 ? [index] : [])] };
  return { op: "append", path: [...context, "capabilities", wanted ? "add" : "drop"], value: name };
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

/** What a process in the container can do with a capability. */
export type Reach = "in effect" | "within reach" | "out of reach" | "dropped";

/** Root has its bounding set at once. Another user starts with nothing, and gets it back through a set-user-ID program, save under no_new_privs (capabilities(7)). */
export function reachOf({ derived, effective }: Pick<Container, "derived" | "effective">, name: string): Reach {
  if (!derived.capabilities.includes(name)) return "dropped";
  const isRoot = derived.uid === null ? effective.runAsNonRoot.value !== true : derived.uid === 0;
  if (isRoot) return "in effect";
  return derived.noNewPrivileges && !derived.privileged ? "out of reach" : "within reach";
}

/** Whether a container that asks for nothing gets the capability. */
export function isDefault(name: string): boolean {
  return defaultCapabilities.includes(name);
}
