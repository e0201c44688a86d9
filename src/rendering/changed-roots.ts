import { cpSync, existsSync, lstatSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { mayDeploy } from "../pod/deployers.ts";
import { listEntries } from "../source/folders.ts";
import type { FoundHere, RenderSettings, Root } from "./index.ts";
import { type Listed, listIn } from "./root-files.ts";
import { worktreeIn } from "./worktree.ts";

/** The charts and overlays of a worktree, and which of them a change touches. */
export interface Touched extends Listed, FoundHere {
  readonly settings: RenderSettings;
  /** The changed files, as absolute paths in the worktree. */
  readonly changedPaths: readonly string[];
  readonly touched: readonly Root[];
  readonly isTouched: (root: Root) => boolean;
  /** Those that bring along objects which deploy others. */
  readonly carriers: readonly Root[];
}

/** Finds which charts and overlays a change touches. `kept` are folders of overlays that stay overlays; `touchedNow` are those that are compared, whatever they were. */
export async function findTouched(
  listed: Listed,
  changedFiles: readonly string[],
  settings: RenderSettings,
  kept?: ReadonlySet<string>,
  touchedNow: ReadonlySet<string> = new Set(),
): Promise<Touched> {
  const { worktree, rootFiles, texts } = listed;
  const { findRootsIn } = await import("./index.ts");
  const found = await findRootsIn(rootFiles, texts, worktree, settings, kept);
  const changedPaths = changedFiles.map((file) => worktree.pathHere(resolve(file)));
  const isTouched = (root: Root) =>
    touchedNow.has(worktree.pathNow(root.folder)) || changedPaths.some((path) => root.isTouchedBy(path));
  const deploying = texts.filter(mayDeploy).map(({ file }) => worktree.pathOf(file));
  const carriers = found.roots.filter(({ consumed }) => deploying.some((path) => consumed.has(path)));
  const touched = found.roots.filter(isTouched);
  return { ...listed, ...found, settings, changedPaths, touched, isTouched, carriers };
}

/** The charts and overlays before the change that it touched, or that it touches now. */
export async function findBefore(
  commit: string,
  { worktree: now, rootFiles, touched }: Touched,
  changedFiles: readonly string[],
  isWanted: (file: string) => boolean,
  settings: RenderSettings,
): Promise<Touched> {
  const { scratchFolder } = await import("./index.ts");
  const folder = join(scratchFolder(), "before");
  // Only a comparison needs git.
  const { checkOut } = await import("../source/git.ts");
  await checkOut(commit, folder);
  await copyIgnoredCharts(rootFiles, now.repository, folder);
  const worktree = worktreeIn(folder, now.repository, now);
  const listed = await listIn(worktree, isWanted);
  const settingsBefore = { ...settings, values: settings.values.map(worktree.pathOf) };
  return await findTouched(listed, changedFiles, settingsBefore, undefined, foldersOfRoots(touched));
}

/** The folders of roots. */
export function foldersOfRoots(roots: readonly Root[]): Set<string> {
  return new Set(roots.map(({ folder }) => folder));
}

/** Copies the charts that `helm dependency build` put into others and git ignores: they are the same before a change, as far as git can tell. */
async function copyIgnoredCharts(rootFiles: readonly string[], repository: string, before: string): Promise<void> {
  for (const file of rootFiles.filter((each) => basename(each) === "Chart.yaml")) {
    const charts = join(dirname(file), "charts");
    const copy = join(before, relative(repository, charts));
    if (!existsSync(charts) || !existsSync(dirname(copy))) continue;
    const entries = (await listEntries(dirname(file))).map(({ name }) => name.split("/"));
    const known = new Set(entries.flatMap(([first, second]) => (first === "charts" && second ? [second] : [])));
    for (const name of readdirSync(charts).filter((each) => !known.has(each) && !existsSync(join(copy, each))))
      cpSync(join(charts, name), join(copy, name), {
        recursive: true,
        filter: (path) => !lstatSync(path).isSymbolicLink(),
      });
  }
}
