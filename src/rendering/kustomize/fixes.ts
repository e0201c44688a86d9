import { joinSharing } from "../../review/groups.ts";
import type { CarriedFix, CarriedFixes, WantedFix } from "../../review/source-edits.ts";
import { type Document, isFields, isList, type Patch, type Source, withFullReader } from "../../yaml/index.ts";
import { proveInParts, readRendered, unknownLine } from "../carry.ts";
import type { RenderOptions } from "../rendered.ts";
import type { FindUnrendered } from "../unrendered.ts";
import { applyToSources, fileOf, keyOfSourcePatch, type PlacedFix, type SourcePatch } from "./apply-fixes.ts";
import { buildBehind } from "./build.ts";
import { type BuiltRoot, findOverlayFault, isOfOneText } from "./proof.ts";
import { findCause, findPatchAround, placeOfCause } from "./source-map.ts";

/** All that is rendered, and the fixes that are proven to hold together: each list is made whole or not at all. */
interface Progress {
  /** Those that refused last come first. */
  readonly roots: BuiltRoot[];
  readonly done: (readonly PlacedFix[])[];
  readonly options: RenderOptions;
  readonly findUnrendered: FindUnrendered;
}

/**
 * Carries fixes of rendered documents to the files that they are made of: to what has the value or names what lacks it, and where that does not hold, to the
 * patch that the root has there. Proven: each root that uses a changed file then renders what fixing its rendering gives. `sources` are the renderings of all
 * roots that may share files; what others use that are not among them is left alone.
 */
export async function carryToOverlayFiles(
  sources: readonly Source[],
  wanted: readonly WantedFix[],
  options: RenderOptions,
  findUnrendered: FindUnrendered,
): Promise<CarriedFixes> {
  const roots = await withFullReader(() => sources.flatMap(builtRootOf));
  const progress: Progress = { roots, done: [], options, findUnrendered };
  const reasons = new Map<string, string>();
  for (const carry of [carryToCauses, carryToPatches]) {
    const isDone = new Set(progress.done.flat().map((each) => each.wanted));
    const left = wanted.filter((each) => !isDone.has(each));
    const faults = await carryAndProve(left, carry, progress);
    for (const [finding, reason] of faults) if (!reasons.has(finding)) reasons.set(finding, reason);
  }
  return await withFullReader(() => {
    const all = applyToSources(progress.done.flat());
    const fixes = new Map<string, CarriedFix>(
      wanted.map(({ id, finding }) => [id, { declined: reasons.get(finding) ?? unknownLine }]),
    );
    for (const together of progress.done) {
      const changed = applyToSources(together);
      const fix = "declined" in changed ? changed : { edits: changed.edits };
      for (const each of together) fixes.set(each.wanted.id, fix);
    }
    return {
      fixes,
      texts: "declined" in all ? new Map() : new Map([...all.texts].map(([file, { text }]) => [file, text])),
    };
  });
}

function builtRootOf(source: Source): BuiltRoot[] {
  const { rendering, ...plain } = source;
  const build = rendering && buildBehind(rendering);
  return build ? [{ ...build, rendering, documents: readRendered(plain) }] : [];
}

/** Carries fixes in one way, and adds those that hold to what is done. Gives what keeps the others away, by finding. */
async function carryAndProve(
  wanted: readonly WantedFix[],
  carry: Carry,
  progress: Progress,
): Promise<Map<string, string>> {
  const placed: PlacedFix[] = [];
  const reasons = new Map<string, string>();
  await withFullReader(() => {
    for (const each of wanted) {
      const root = progress.roots.find(({ documents: [first] }) => first && isOfOneText(first, each.document));
      const patches = root ? carry(root, each) : unknownLine;
      if (typeof patches === "string") reasons.set(each.finding, patches);
      else placed.push({ wanted: each, patches });
    }
  });
  const whole = placed.filter(({ wanted: { finding } }) => !reasons.has(finding));
  // What shares a patch is tried together: each alone would do a part of the others.
  const bundles = joinSharing(whole, ({ wanted: { finding }, patches }) => [finding, ...patches.map(keyOfSourcePatch)]);
  const failed = await prove(bundles, progress);
  const alike = ({ wanted: { finding }, patches }: PlacedFix) => [finding, patches.map(keyOfSourcePatch).join()];
  const parts = [...failed.keys()].map((bundle) => joinSharing(bundle, alike)).filter(({ length }) => length > 1);
  for (const [each, reason] of [...failed, ...(await prove(parts.flat(), progress))])
    for (const {
      wanted: { finding },
    } of each)
      reasons.set(finding, reason);
  return reasons;
}

/** Proves lists of fixes, those that one root sees in one go, and adds what holds to what is done. Gives what keeps each of the others away. */
async function prove(
  open: readonly (readonly PlacedFix[])[],
  { roots, done, options, findUnrendered }: Progress,
): Promise<Map<readonly PlacedFix[], string>> {
  const reasons = new Map<readonly PlacedFix[], string>();
  for (const group of joinSharing(open, (fixes) => roots.filter((root) => isTouched(root, fixes)))) {
    const faults = await proveInParts(group, done, async (some) => {
      const fresh = some.filter((each) => !done.includes(each)).flat();
      const files = fresh.flatMap(({ patches }) => patches.map(({ contributor }) => fileOf(contributor)));
      const unrendered = await findUnrendered(files);
      if (unrendered !== undefined) return { reason: unrendered };
      const touched = roots.filter((root) => isTouched(root, fresh));
      const { fault, root } = await findOverlayFault(some.flat(), touched, options);
      if (root) roots.unshift(...roots.splice(roots.indexOf(root), 1));
      return fault === undefined ? undefined : { reason: fault };
    });
    for (const [fixes, reason] of faults) reasons.set(fixes, reason);
  }
  return reasons;
}

function isTouched({ closure }: BuiltRoot, fixes: readonly PlacedFix[]): boolean {
  return fixes.some(({ patches }) => patches.some(({ contributor }) => closure.files.has(fileOf(contributor))));
}

/** The patches of the sources that a fix becomes, or a reason as a clause. */
type Carry = (root: BuiltRoot, wanted: WantedFix) => readonly SourcePatch[] | string;

/** The fix where what it changes is set, removed, or missing. */
function carryToCauses(root: BuiltRoot, { document, patches }: WantedFix): readonly SourcePatch[] | string {
  return allOf(patches.map((patch) => carryToCause(root, document, patch)));
}

/** The fix in the patch that the root has for the container or object already, as far as there is one. */
function carryToPatches(root: BuiltRoot, { document, patches }: WantedFix): readonly SourcePatch[] | string {
  const around = patches.map(({ also: _, ...patch }): SourcePatch | undefined => {
    const place = patch.op === "remove" ? undefined : findPatchAround(root.map, document, patch.path);
    return place && { contributor: place.contributor, patch: { ...patch, path: place.path } };
  });
  if (!around.some(Boolean)) return `${root.rendering.root} has no patch there`;
  return allOf(patches.map((patch, index) => around[index] ?? carryToCause(root, document, patch)));
}

function allOf(patches: readonly (SourcePatch | string)[]): readonly SourcePatch[] | string {
  const refusal = patches.find((patch) => typeof patch === "string");
  return typeof refusal === "string" ? refusal : patches.filter((patch) => typeof patch !== "string");
}

/** The patch of the contributor that has what is to be changed, or a reason as a clause. */
function carryToCause({ map }: BuiltRoot, document: Document, { also: _, ...patch }: Patch): SourcePatch | string {
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
