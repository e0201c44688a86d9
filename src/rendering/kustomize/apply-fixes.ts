import { groupBy } from "../../review/groups.ts";
import type { SourceEdit, WantedFix } from "../../review/source-edits.ts";
import { applyTogether, type Patch, type Path } from "../../yaml/index.ts";
import { editBetween } from "../carry.ts";
import { editWithin } from "../inset.ts";
import { writtenAt } from "./kustomizations.ts";
import type { Contributor } from "./probes.ts";

/** A fix, and the patches of the sources that it becomes. */
export interface PlacedFix {
  readonly wanted: WantedFix;
  readonly patches: readonly SourcePatch[];
}

/** A patch of a document that a rendering is made of. */
export interface SourcePatch {
  readonly contributor: Contributor;
  readonly patch: Patch;
}

interface ChangedSources {
  /** By the name that is shown, with the absolute path. */
  readonly texts: ReadonlyMap<string, { readonly path: string; readonly text: string }>;
  readonly edits: readonly SourceEdit[];
}

/** The absolute path of the file that a contributor stands in. */
export function fileOf({ use, by }: Contributor): string {
  return use.target ?? writtenAt(by, use).file;
}

/** What tells patches apart that change the same place in the same way. */
export function keyOfSourcePatch({ contributor, patch }: SourcePatch): string {
  return JSON.stringify([...keyOfContributor(contributor), patch]);
}

/** What tells a contributor from all others: its file, or the text in one, and which of the documents there. */
function keyOfContributor({ document, by, use }: Contributor): (string | number | Path)[] {
  if (use.target !== undefined) return [use.target, document.index];
  const origin = writtenAt(by, use);
  return [origin.file, origin.document.index, origin.path, document.index];
}

/** The sources with some fixes in them. Each document is changed as it stands in its file. Call it within `withFullReader`. */
export function applyToSources(fixes: readonly PlacedFix[]): ChangedSources | { readonly declined: string } {
  // Several renderings ask for the same.
  const all = new Map(fixes.flatMap(({ patches }) => patches.map((patch) => [keyOfSourcePatch(patch), patch])));
  const byDocument = groupBy(all.values(), ({ contributor }) => JSON.stringify(keyOfContributor(contributor)));
  const edits: (SourceEdit & { path: string; before: string })[] = [];
  for (const own of byDocument.values()) {
    const [{ contributor }] = own;
    const { document, use, by } = contributor;
    const changed = applyTogether(
      document,
      own.map(({ patch }) => patch),
    );
    if ("declined" in changed) return changed;
    const edit = editBetween(document.text, changed.text);
    const origin = writtenAt(by, use);
    const placed = use.target === undefined ? editWithin(origin, document.text, edit) : edit;
    if (!placed) return { declined: `the patch in ${origin.document.file} is not written as a block of lines` };
    const { text: before } = use.target === undefined ? origin.document : document;
    edits.push({ ...placed, file: document.file, path: fileOf(contributor), before });
  }
  const texts = new Map<string, { path: string; text: string }>();
  // From the last to the first, so that what stands before a change keeps its place.
  for (const { file, path, before, range, text } of edits.toSorted((a, b) => b.range.start - a.range.start)) {
    const known = texts.get(file)?.text ?? before;
    texts.set(file, { path, text: known.slice(0, range.start) + text + known.slice(range.end) });
  }
  return { texts, edits: edits.map(({ file, range, text }) => ({ file, range, text })) };
}
