import { basename } from "node:path";
import type { CarriedFix, CarriedFixes, WantedFix } from "../review/source-edits.ts";
import { isWithin } from "../source/links.ts";
import type { Source } from "../yaml/index.ts";
import { findRootsIn } from "./find-roots.ts";
import { carryToChartFiles } from "./helm/fixes.ts";
import { carryToOverlayFiles, type FindUnrendered } from "./kustomize/fixes.ts";
import type { OverlayRoot } from "./roots.ts";
import { findBuilder, findHelm, optionsFor, type RenderSettings } from "./settings.ts";
import { listRootFiles, type Worktree, worktreeOfNow } from "./worktree.ts";

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
  for (const kind of ["helm", "kustomize"] as const) {
    const isOfKind = ({ rendering }: Pick<Source, "rendering">) => rendering?.tool === kind;
    const own = sources.filter(isOfKind);
    const tool = found[kind];
    if (own.length === 0 || "reason" in tool) continue;
    const asked = wanted.filter(({ document }) => isOfKind(document));
    const options = optionsFor(tool, worktree.repository, worktree, settings);
    const carried =
      kind === "helm"
        ? await carryToChartFiles(own, asked, options)
        : await carryToOverlayFiles(own, asked, options, unrenderedIn(worktree, settings));
    for (const [id, fix] of carried.fixes) fixes.set(id, fix);
    for (const [file, text] of carried.texts) texts.set(file, text);
  }
  return { fixes, texts };
}

/** Finds an overlay that is not rendered but uses a file which lies outside of the folders of those that are. All overlays of the repository are asked. */
function unrenderedIn(worktree: Worktree, settings: RenderSettings): FindUnrendered {
  let overlays: ReturnType<typeof listOverlays> | undefined;
  return async (files, rendered) => {
    const shared = files.filter((file) => !rendered.some((folder) => isWithin(folder, file)));
    if (shared.length === 0) return undefined;
    overlays ??= listOverlays(settings);
    const known = new Set(rendered.map(worktree.pathNow));
    for (const { folder, closure } of await overlays) {
      const file = known.has(folder) ? undefined : shared.find((each) => closure.files.has(worktree.pathNow(each)));
      if (file !== undefined) return { file: worktree.show(file), overlay: worktreeOfNow().show(folder) };
    }
    return undefined;
  };
}

async function listOverlays(settings: RenderSettings): Promise<OverlayRoot[]> {
  const now = worktreeOfNow();
  const files = await listRootFiles(now, (file) => basename(file) !== "Chart.yaml");
  const { roots } = await findRootsIn(files, [], now, settings);
  return roots.filter((root) => root.kind === "overlay");
}
