import { groupBy } from "../../review/groups.ts";
import { applyEdits, type SourceEdit } from "../../review/source-edits.ts";
import { applyTogether, type Patch, type Path } from "../../yaml/index.ts";
import { editBetween } from "../carry.ts";
import { editWithin } from "../inset.ts";
import { writeKeys } from "./carry-templates.ts";
import type { ValuesPatch } from "./carry-values.ts";
import type { ChartReading } from "./chart-reading.ts";
import { editFor, type TemplatePatch } from "./template-edits.ts";

/** A patch of a chart's file. */
export type ChartPatch = ValuesPatch | (TemplatePatch & { readonly file: string; readonly reading: ChartReading });

interface ChangedFiles {
  /** By the names that the user sees. */
  readonly texts: ReadonlyMap<string, string>;
  readonly edits: readonly SourceEdit[];
}

/** What tells patches apart that change the same place in the same way. */
export function keyOfPatch(patch: ChartPatch): string {
  const { file } = patch;
  if (patch.kind === "values") return JSON.stringify([file, ...partOf(patch), patch.patch]);
  return patch.kind === "edit"
    ? JSON.stringify([file, patch.range, patch.text])
    : JSON.stringify([file, patch.offset, patch.follows, patch.column, patch.patch]);
}

/** A chart's files with some patches in them. Call it within `withFullReader`. */
export function applyToChart(all: readonly ChartPatch[]): ChangedFiles | { readonly declined: string } {
  // Several renderings ask for the same.
  const patches = [...new Map(all.map((patch) => [keyOfPatch(patch), patch])).values()];
  const texts = new Map<string, string>();
  const edits: SourceEdit[] = [];
  for (const [file, own] of groupBy(patches, (patch) => patch.file)) {
    const [first] = own;
    const before = first.kind === "values" ? (first.around ?? first).document.text : first.template.text;
    const changes = first.kind === "values" ? editsOfValues(own) : editsOfTemplate(own);
    if ("declined" in changes) return changes;
    texts.set(file, applyEdits(before, changes.edits));
    edits.push(...changes.edits.map((edit) => ({ file, ...edit })));
  }
  return { texts, edits };
}

type Edits = { readonly edits: readonly Omit<SourceEdit, "file">[] } | { readonly declined: string };

/** Values may stand in several parts of one file. */
function editsOfValues(patches: readonly ChartPatch[]): Edits {
  const values = patches.flatMap((each) => (each.kind === "values" ? [each] : []));
  const edits: Omit<SourceEdit, "file">[] = [];
  for (const own of groupBy(values, (each) => JSON.stringify(partOf(each))).values()) {
    const [{ document, around }] = own;
    const changed = applyTogether(
      document,
      own.map(({ patch }) => patch),
    );
    if ("declined" in changed) return changed;
    const edit = editBetween(document.text, changed.text);
    const placed = around ? editWithin(around, document.text, edit) : edit;
    if (!placed) return { declined: "the values there are not written as a block of lines" };
    edits.push(placed);
  }
  return { edits };
}

/** Which document of a file, or which text in one, has the values. */
function partOf({ document, around }: ValuesPatch): readonly (number | Path)[] {
  return around ? [around.document.index, around.path] : [document.index];
}

function editsOfTemplate(patches: readonly ChartPatch[]): Edits {
  const insertions = patches.flatMap((each) => (each.kind === "insertion" ? [each] : []));
  const edits = [...groupBy(insertions, ({ offset }) => offset)].map(([offset, here]) => {
    const blocks = [...groupBy(here, ({ column }) => column)].toSorted(([a], [b]) => b - a);
    const lines = blocks.map(([, [first, ...rest]]) =>
      writeKeys(
        first,
        [first, ...rest].map(({ patch }) => patch),
      ),
    );
    // What belongs to an inner block stands before what belongs to the one around it.
    return { range: { start: offset, end: offset }, text: lines.join("") };
  });
  let joined: (ChartPatch & { readonly kind: "edit"; readonly patches: readonly [Patch, ...Patch[]] })[] = [];
  for (const each of patches) {
    if (each.kind !== "edit") continue;
    const touching = joined.filter(({ range }) => range.start <= each.range.end && each.range.start <= range.end);
    if (touching.some(({ document }) => document !== each.document))
      return { declined: "another fix changes the same lines" };
    const [first, ...rest] = [...touching.flatMap((other) => other.patches), each.patch];
    const together = first && rest.length > 0 ? editFor(each.document, [first, ...rest], each.reading) : each;
    if (!first || typeof together === "string" || together.kind !== "edit" || together.template !== each.template)
      return { declined: "another fix changes the same lines" };
    joined = [
      ...joined.filter((other) => !touching.includes(other)),
      { ...each, ...together, patches: [first, ...rest] },
    ];
  }
  return { edits: [...edits, ...joined.map(({ range, text }) => ({ range, text }))] };
}
