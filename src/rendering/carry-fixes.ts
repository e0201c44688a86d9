import type { CarriedFix, CarriedFixes, WantedFix } from "../review/source-edits.ts";
import type { Source } from "../yaml/index.ts";
import { carryToChartFiles } from "./helm/fixes.ts";
import { carryToOverlayFiles } from "./kustomize/fixes.ts";
import { findBuilder, findHelm, optionsFor, type RenderSettings } from "./settings.ts";
import { unrenderedBeside } from "./unrendered.ts";
import type { Worktree } from "./worktree.ts";

/** Carries fixes of rendered documents to the files that they were made of. Proven: what is rendered of these is then what fixing the rendering gives. */
export async function carryFixes(
  sources: readonly Source[],
  wanted: readonly WantedFix[],
  worktree: Worktree,
  settings: RenderSettings,
): Promise<CarriedFixes> {
  const found = { helm: findHelm(worktree, settings), kustomize: findBuilder(worktree, settings) };
  const fixes = new Map<string, CarriedFix>();
  const texts = new Map<string, string>();
  const findUnrendered = unrenderedBeside(sources, worktree, settings);
  for (const kind of ["helm", "kustomize"] as const) {
    const isOfKind = ({ rendering }: Pick<Source, "rendering">) => rendering?.tool === kind;
    const own = sources.filter(isOfKind);
    const tool = found[kind];
    if (own.length === 0 || "reason" in tool) continue;
    const asked = wanted.filter(({ document }) => isOfKind(document));
    const options = optionsFor(tool, worktree.repository, worktree, settings);
    const carry = kind === "helm" ? carryToChartFiles : carryToOverlayFiles;
    const carried = await carry(own, asked, options, findUnrendered);
    for (const [id, fix] of carried.fixes) fixes.set(id, fix);
    for (const [file, text] of carried.texts) texts.set(file, text);
  }
  return { fixes, texts };
}
