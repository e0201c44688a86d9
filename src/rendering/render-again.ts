import { mkdtempSync } from "node:fs";
import { join, parse } from "node:path";
import type { RenderAgain } from "../review/source-edits.ts";
import type { Collected } from "../source/files.ts";
import type { Source } from "../yaml/index.ts";
import type { RenderSettings, Root } from "./index.ts";
import { addRenderings, carryWith, takeOutRoots } from "./manifests.ts";
import { worktreeIn, worktreeOfNow } from "./worktree.ts";

/** What renders again what was rendered of manifests. */
export function renderAgainWith(
  found: Collected,
  roots: readonly Root[],
  rendered: readonly Source[],
  settings: RenderSettings,
): RenderAgain {
  return async (texts) => {
    const { copyFiles, filesBehind, scratchFolder } = await import("./index.ts");
    const now = worktreeOfNow();
    // The files may be of several repositories.
    const copy = worktreeIn(mkdtempSync(join(scratchFolder(), "again-")), parse(now.repository).root, now);
    copyFiles(filesBehind(rendered, roots), copy.pathHere, (file) => texts.get(now.show(file)));
    const changed = found.sources.map((source) => ({ ...source, text: texts.get(source.file) ?? source.text }));
    const own = { ...settings, values: settings.values.map(copy.pathOf) };
    const again = await addRenderings(await takeOutRoots({ sources: changed, problems: [] }, own, copy), own, copy);
    const sources = again.sources.filter(({ rendering }) => rendering);
    const carry = carryWith(own, copy);
    return carry && namesOf(sources) === namesOf(rendered) ? { sources, carry } : undefined;
  };
}

function namesOf(rendered: readonly Source[]): string {
  const names = rendered.map(({ file, rendering }) => [file, rendering?.values, rendering?.deployer]);
  return JSON.stringify(names.map((name) => JSON.stringify(name)).toSorted());
}
