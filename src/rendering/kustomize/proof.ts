import type { WantedFix } from "../../review/source-edits.ts";
import { type Document, patchTogether, type Rendering, sameValue, valueAt, withFullReader } from "../../yaml/index.ts";
import { readRendered } from "../carry.ts";
import { isSameObject } from "../object-equality.ts";
import type { RenderOptions } from "../rendered.ts";
import { applyToSources, type PlacedFix } from "./apply-fixes.ts";
import { type Build, buildWith } from "./build.ts";

/** A root, and what it renders. */
export interface BuiltRoot extends Build {
  readonly rendering: Rendering;
  readonly documents: readonly Document[];
}

/** Whether two documents are of one rendering: two roots may render the same. */
export function isOfOneText(a: Document, b: Document): boolean {
  return a.file === b.file && a.text === b.text;
}

/** Why some fixes of the sources are not the fixes of what is rendered, and which of some roots says so; `undefined` where they are. */
export async function findOverlayFault(
  fixes: readonly PlacedFix[],
  roots: readonly BuiltRoot[],
  options: RenderOptions,
): Promise<{ readonly fault: string | undefined; readonly root?: BuiltRoot }> {
  const changed = await withFullReader(() => applyToSources(fixes));
  if ("declined" in changed) return { fault: changed.declined };
  const texts = new Map([...changed.texts.values()].map(({ path, text }) => [path, text]));
  const wanted = fixes.map((fix) => fix.wanted);
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
    const fixed = patchTogether(
      before.value,
      own.flatMap(({ patches }) => patches),
    );
    if (isSameObject(fixed, after)) continue;
    const name = `${valueAt(before.value, ["kind"])} ${valueAt(before.value, ["metadata", "name"])}`;
    return own.length > 0
      ? `the change would not have this effect in ${rendering.root}`
      : `the change would also change ${name} of ${rendering.root}`;
  }
  return undefined;
}
