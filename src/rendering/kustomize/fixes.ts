import type { CarriedFix, CarriedFixes, SourceEdit, WantedFix } from "../../review/source-edits.ts";
import {
  applyPatches,
  canonicalText,
  type Document,
  isFields,
  isList,
  type Patch,
  type Path,
  patchValue,
  type Rendering,
  type Source,
  sameValue,
  type Value,
  valueAt,
  withFullReader,
} from "../../yaml/index.ts";
import { editBetween, proveInParts, readRendered } from "../carry.ts";
import { editWithin } from "../inset.ts";
import type { RenderOptions } from "../rendered.ts";
import { type Build, buildBehind, buildWith } from "./build.ts";
import { writtenAt } from "./kustomizations.ts";
import { type Contributor, withoutProbes } from "./probes.ts";
import { findCause, placeOfCause } from "./source-map.ts";

/** Fixes that change the same places of the sources in the same way. */
interface OverlayChange {
  readonly wanted: WantedFix[];
  readonly patches: readonly SourcePatch[];
}

interface SourcePatch {
  readonly contributor: Contributor;
  readonly patch: Patch;
}

/** A root, and what it renders. */
interface BuiltRoot extends Build {
  readonly rendering: Rendering;
  readonly documents: readonly Document[];
}

/**
 * Carries fixes of rendered documents to the files that they are made of. Proven: each root that uses a changed file then renders what fixing its rendering
 * gives. `sources` are the renderings of all roots that may share files.
 */
export async function carryToOverlayFiles(
  sources: readonly Source[],
  wanted: readonly WantedFix[],
  options: RenderOptions,
): Promise<CarriedFixes> {
  const roots = await withFullReader(() => sources.flatMap(builtRootOf));
  const fixes = new Map<string, CarriedFix>();
  const changes = new Map<string, OverlayChange>();
  for (const each of wanted) {
    const root = roots.find(({ documents: [first] }) => first && isOfOneText(first, each.document));
    const patches = root ? each.patches.map((patch) => carryPatch(root, each.document, patch)) : [unknownLine];
    const refusal = patches.find((patch) => typeof patch === "string");
    if (refusal !== undefined) fixes.set(each.id, { declined: refusal });
    else addChange(changes, each, patches as SourcePatch[]);
  }
  // The root that refused last is asked first.
  const suspects = [...roots];
  const done: OverlayChange[] = [];
  for (const group of groupsOf([...changes.values()], roots)) {
    const reasons = await proveInParts(group, done, async (some) => {
      const touched = suspects.filter((root) => some.some((each) => !done.includes(each) && isTouched(root, each)));
      const { fault, root } = await findOverlayFault(some, touched, options);
      if (root) suspects.unshift(...suspects.splice(suspects.indexOf(root), 1));
      return fault === undefined ? undefined : { reason: fault };
    });
    for (const change of group) {
      const reason = reasons.get(change);
      const texts = reason === undefined ? await withFullReader(() => applyToSources([change])) : { declined: reason };
      for (const { id } of change.wanted) fixes.set(id, "declined" in texts ? texts : { edits: texts.edits });
    }
  }
  const all = await withFullReader(() => applyToSources(done));
  return {
    fixes,
    texts: "declined" in all ? new Map() : new Map([...all.texts].map(([file, { text }]) => [file, text])),
  };
}

/** Whether two documents are of one rendering: two roots may render the same. */
function isOfOneText(a: Document, b: Document): boolean {
  return a.file === b.file && a.text === b.text;
}

function isTouched({ closure }: BuiltRoot, { patches }: OverlayChange): boolean {
  return patches.some(({ contributor: { use, by } }) => closure.files.has(use.target ?? writtenAt(by, use).file));
}

/** Changes that no root sees together: whether one holds says nothing of the others. */
function groupsOf(changes: readonly OverlayChange[], roots: readonly BuiltRoot[]): OverlayChange[][] {
  let groups: { changes: OverlayChange[]; roots: BuiltRoot[] }[] = [];
  for (const change of changes) {
    const own = roots.filter((root) => isTouched(root, change));
    const isJoined = (group: { roots: BuiltRoot[] }) => group.roots.some((root) => own.includes(root));
    const joined = groups.filter(isJoined);
    const together = {
      changes: [...joined.flatMap((group) => group.changes), change],
      roots: [...new Set([...joined.flatMap((group) => group.roots), ...own])],
    };
    groups = [...groups.filter((group) => !isJoined(group)), together];
  }
  return groups.map((group) => group.changes);
}

const unknownLine = "the line that it comes from is not known";

function builtRootOf(source: Source): BuiltRoot[] {
  const { rendering, ...plain } = source;
  const build = rendering && buildBehind(rendering);
  return build ? [{ ...build, rendering, documents: readRendered(plain) }] : [];
}

function addChange(changes: Map<string, OverlayChange>, wanted: WantedFix, patches: readonly SourcePatch[]): void {
  const key = JSON.stringify(patches.map(({ contributor, patch }) => [...keyOfContributor(contributor), patch]));
  const known = changes.get(key);
  if (known) known.wanted.push(wanted);
  else changes.set(key, { wanted: [wanted], patches });
}

/** The patch of the contributor that has what is to be changed, or a reason as a clause. */
function carryPatch({ map }: BuiltRoot, document: Document, { also: _, ...patch }: Patch): SourcePatch | string {
  const cause = findCause(map, document, patch.path);
  if (!cause) return unknownLine;
  if (!("contributor" in cause)) {
    const { file } = cause.kustomization.document;
    return `it is ${cause.message} in ${file}`;
  }
  const { contributor, operation, what } = cause;
  const { location } = placeOfCause(cause);
  if (contributor.document.rendering) return `it is set in ${location.file}, which another rendering takes it from`;
  if (contributor.use.role === "variable")
    return patch.op === "set" && !isFields(patch.value) && !isList(patch.value)
      ? { contributor, patch: { ...patch, path: cause.path, value: String(patch.value) } }
      : `a variable sets it (${location.file}:${location.start.line})`;
  const isValue = operation !== undefined && what === "set";
  if (what === "removed") return `${location.file}:${location.start.line} takes it away`;
  return { contributor, patch: { ...patch, path: isValue ? [operation, "value"] : cause.path } };
}

/** What tells a contributor from all others: its file, or the text in one, and which of the documents there. */
function keyOfContributor({ document, by, use }: Contributor): (string | number | Path)[] {
  if (use.target !== undefined) return [use.target, document.index];
  const origin = writtenAt(by, use);
  return [origin.file, origin.document.index, origin.path, document.index];
}

interface Changed {
  /** By the name that is shown, with the absolute path. */
  readonly texts: ReadonlyMap<string, { readonly path: string; readonly text: string }>;
  readonly edits: readonly SourceEdit[];
}

/** The sources with some changes in them. Each document is changed as it stands in its file. */
function applyToSources(changes: readonly OverlayChange[]): Changed | { readonly declined: string } {
  const byDocument = new Map<string, { contributor: Contributor; patches: Patch[] }>();
  for (const { contributor, patch } of changes.flatMap(({ patches }) => patches)) {
    const key = JSON.stringify(keyOfContributor(contributor));
    const known = byDocument.get(key);
    if (known) known.patches.push(patch);
    else byDocument.set(key, { contributor, patches: [patch] });
  }
  const edits: (SourceEdit & { path: string; before: string })[] = [];
  for (const { contributor, patches } of byDocument.values()) {
    const { document, use, by } = contributor;
    const changed = applyPatches(document, patches);
    if ("declined" in changed) return changed;
    const edit = editBetween(document.text, changed.text);
    const origin = writtenAt(by, use);
    const placed = use.target === undefined ? editWithin(origin, document.text, edit) : edit;
    if (!placed) return { declined: `the patch in ${origin.document.file} is not written as a block of lines` };
    const { text: before } = use.target === undefined ? origin.document : document;
    edits.push({ ...placed, file: document.file, path: use.target ?? origin.file, before });
  }
  const texts = new Map<string, { path: string; text: string }>();
  // From the last to the first, so that what stands before a change keeps its place.
  for (const { file, path, before, range, text } of edits.toSorted((a, b) => b.range.start - a.range.start)) {
    const known = texts.get(file)?.text ?? before;
    texts.set(file, { path, text: known.slice(0, range.start) + text + known.slice(range.end) });
  }
  return { texts, edits: edits.map(({ file, range, text }) => ({ file, range, text })) };
}

/** Why some changes of the sources are not the fixes of what is rendered; `undefined` where they are, for each of some roots. */
async function findOverlayFault(
  changes: readonly OverlayChange[],
  roots: readonly BuiltRoot[],
  options: RenderOptions,
): Promise<{ readonly fault: string | undefined; readonly root?: BuiltRoot }> {
  const changed = await withFullReader(() => applyToSources(changes));
  if ("declined" in changed) return { fault: changed.declined };
  const texts = new Map([...changed.texts.values()].map(({ path, text }) => [path, text]));
  const wanted = changes.flatMap((change) => change.wanted);
  for (const root of roots) {
    const fault = await findFaultIn(root, texts, wanted, options);
    if (fault !== undefined) return { fault, root };
  }
  return { fault: undefined };
}

/** Why a root does not render with some texts what its rendering is with some fixes. */
async function findFaultIn(
  root: BuiltRoot,
  texts: ReadonlyMap<string, string>,
  wanted: readonly WantedFix[],
  options: RenderOptions,
): Promise<string | undefined> {
  const { closure, settings, rendering } = root;
  const run = await buildWith(closure, texts, settings, options);
  if (run.status !== 0) return `${rendering.root} could not be built with it`;
  const documents = await withFullReader(() => readRendered({ file: "", text: run.stdout }));
  if (documents.length !== root.documents.length) return `${rendering.root} would have other objects`;
  for (const [position, before] of root.documents.entries()) {
    const after = documents[position]?.value ?? null;
    const own = wanted.filter(({ document }) => document.index === before.index && isOfOneText(document, before));
    if (own.length === 0 && sameValue(before.value, after)) continue;
    // What no finding asks for here may still be the same fix, seen through another overlay.
    const choices = own.length > 0 ? [own] : [[], ...wanted.map((each) => [each])];
    const rendered = comparable(after);
    const isFixed = choices.some((choice) => {
      const patches = choice.flatMap((each) => each.patches);
      return sameValue(comparable(patches.reduce<Value>(patchValue, before.value)), rendered);
    });
    if (isFixed) continue;
    const name = JSON.stringify(valueAt(before.value, ["metadata", "name"]));
    return own.length > 0
      ? `the change would not have this effect in ${rendering.root}`
      : `the change would also change ${name} of ${rendering.root}`;
  }
  return undefined;
}

/** A value in which empty mappings are none, and the order of volumes and mounts does not count, as for Kubernetes. */
function comparable(value: Value): Value {
  const sorted = (each: Value): Value => {
    if (isList(each)) return each.map(sorted);
    if (!isFields(each)) return each;
    const entries = Object.entries(each).map(([key, inner]): [string, Value] => {
      const own = sorted(inner);
      const isOrderless = isList(own) && /^volume(?:s|Mounts)$/.test(key);
      return [key, isOrderless ? own.toSorted((a, b) => (canonicalText(a) < canonicalText(b) ? -1 : 1)) : own];
    });
    return Object.fromEntries(entries);
  };
  return sorted(withoutProbes(value, "\0"));
}
