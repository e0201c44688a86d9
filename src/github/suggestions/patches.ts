import { modes } from "../../pod/index.ts";
import { formatUnifiedDiff } from "../../report/diff.ts";
import { isSafeToShow } from "../../report/escape.ts";
import { fix } from "../../review/fix.ts";
import type { Result } from "../../review/result.ts";
import type { Source } from "../../yaml/index.ts";
import { bodyLimit } from "../check-run.ts";
import type { ReviewedChange } from "../review-change.ts";

/** Files as patches for `git apply`. */
export interface Patches {
  readonly patches: readonly string[];
  /** Files that GitHub's text fields would change: their line ends or hidden characters would be lost. */
  readonly others: readonly string[];
  /** How many more files there are to harden. */
  readonly left: number;
}

/** A file and its text once it is fixed. */
export interface PatchedFile {
  readonly source: Source;
  readonly text: string;
}

/** Makes a patch of each file that has changed, if GitHub's text fields keep it whole. */
export function patchFiles(files: readonly PatchedFile[]): Omit<Patches, "left"> {
  const changed = files.filter(({ source, text }) => source.text !== text);
  const kept = changed.filter(({ source, text }) => isSafeToShow(source.text) && isSafeToShow(text));
  return {
    patches: kept.map(({ source, text }) => formatUnifiedDiff(source.file, source.text, text)),
    others: changed.filter((each) => !kept.includes(each)).map(({ source }) => source.file),
  };
}

/** Fixes the reviewed files, those with the most serious findings first, until the patches fill a report. */
export async function patchFindings(
  { change: { sources }, fixed }: Pick<ReviewedChange, "change" | "fixed">,
  { findings, policy }: Result,
): Promise<Patches> {
  const fixable = findings
    .filter(({ fix: offered, ignored }) => offered && !ignored)
    .toSorted((a, b) => modes.indexOf(a.mode) - modes.indexOf(b.mode));
  const files = [...new Set(fixable.flatMap(({ location, edits }) => edits?.map(({ file }) => file) ?? location.file))];
  const byName = new Map(sources.map((source) => [source.file, source]));
  const patches: string[] = [];
  const others: string[] = [];
  let [size, left] = [0, 0];
  for (const file of files) {
    const source = byName.get(file);
    if (!source || size > bodyLimit) {
      left++;
      continue;
    }
    const text = fixed.get(file) ?? (await fix(source, { ...policy, gate: "all" }, ({ ignored }) => !ignored)).text;
    const one = patchFiles([{ source, text }]);
    patches.push(...one.patches);
    others.push(...one.others);
    size += one.patches.join("").length;
  }
  return { patches, others, left };
}
