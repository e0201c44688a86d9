import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { ConfiguredSettings, Policy } from "../policy/index.ts";
import type { CarryFixes } from "../review/source-edits.ts";
import { UsageError } from "../source/errors.ts";
import { type Collected, displayPath, isRootFile } from "../source/files.ts";
import { listEntries } from "../source/folders.ts";
import { findRoot } from "../source/repository.ts";
import { isOwn } from "../source/shard.ts";
import type { Problem, Source } from "../yaml/index.ts";
import type { RenderPlace, RenderSettings, Root } from "./index.ts";

export type { RenderSettings } from "./index.ts";

/** How charts and overlays are rendered, as a configuration and a policy say it. `values` are the files that replace a chart's lists. */
export function readRenderSettings(
  { helm = true, kustomize = true }: Pick<ConfiguredSettings, "helm" | "kustomize">,
  { kubernetesVersion, limits }: Pick<Policy, "kubernetesVersion" | "limits">,
  values: readonly string[] = [],
): RenderSettings {
  return {
    helm: helm === true ? {} : helm,
    kustomize: kustomize === true ? {} : kustomize,
    values: values.map((file) => resolve(file)),
    kubernetesVersion: `1.${kubernetesVersion.minor}`,
    limits,
  };
}

/** Manifests, without the files that are judged through a chart or an overlay, and these. */
export interface WithRoots extends Collected {
  readonly roots: readonly Root[];
}

/** Finds the charts and overlays among files: their files are judged through them. */
export async function takeOutRoots(found: Collected, settings: RenderSettings | undefined): Promise<WithRoots> {
  const helm = settings?.helm || {};
  for (const { path } of helm.charts ?? [])
    if (!existsSync(join(findRoot(), path, "Chart.yaml")))
      throw new UsageError(`helm.charts: there is no chart in ${JSON.stringify(path)}, seen from ${findRoot()}.`);
  const files = settings ? listRootFiles(found.sources) : [];
  if (!settings || files.length === 0) {
    if (settings && settings.values.length > 0) throw valuesError([]);
    const problems = settings?.kustomize ? found.problems : [...found.problems, ...noteUnbuilt(found.sources)];
    return { ...found, problems, roots: [] };
  }
  // Only a repository with charts or overlays needs what finds them.
  const { findRootsIn } = await import("./index.ts");
  const { roots, problems } = await findRootsIn(files, workplace(), settings);
  const charts = roots.filter(({ kind }) => kind === "chart");
  if (settings.values.length > 0 && charts.length !== 1)
    throw valuesError(charts.map(({ folder }) => displayPath(folder)));
  const consumed = consumedBy(roots);
  return {
    sources: found.sources.filter(({ file }) => isRootFile(file) || !consumed.has(realPath(file))),
    problems: [...found.problems, ...problems],
    roots,
  };
}

/** The note on kustomizations that nobody builds. */
function noteUnbuilt(sources: readonly Source[]): Problem[] {
  const [first, ...rest] = sources.filter(
    ({ file, named }) => isRootFile(file) && !named && basename(file) !== "Chart.yaml",
  );
  if (!first) return [];
  const what = rest.length === 0 ? "A kustomization, not built" : `${rest.length + 1} kustomizations, not built`;
  const message = `${what}: bases and patches are judged as they stand, and not what overlays make of them.`;
  return [{ severity: "note", file: first.file, line: 1, message }];
}

/** Adds what the charts and overlays that are judged here give, and leaves out their own files. */
export async function addRenderings(
  { sources, problems, roots }: WithRoots,
  settings: RenderSettings | undefined,
): Promise<Collected> {
  if (!settings || roots.length === 0) return { sources, problems };
  const elsewhere = new Set(sources.filter((source) => !isOwn(source)).map(({ file }) => file));
  const { renderRoots } = await import("./index.ts");
  const rendered = await renderRoots(
    roots.filter((root) => !elsewhere.has(rootFileOf(root))),
    workplace(),
    settings,
  );
  const rootFiles = new Set(roots.map(rootFileOf));
  return {
    sources: [...sources.filter(({ file }) => !rootFiles.has(file)), ...rendered.sources],
    problems: [...problems, ...rendered.problems],
  };
}

/** The manifests of a change: now and before it. `base` is `null` where nothing is compared. */
export interface ChangedManifests extends Collected {
  readonly base: readonly Source[] | null;
  /** Other files of the change, which are not judged because of their names. */
  readonly unselected: readonly Source[];
}

/** What a change is, and what of it may be rendered. Files have the names that the user sees. */
export interface RenderScope {
  /** Every file that differs, manifest or not, gone or new. */
  readonly changedFiles: readonly string[];
  /** Whether the file of a root is among the files that are judged. */
  readonly isWanted: (file: string) => boolean;
  /** Finds the commit before the change; `undefined` where git does not have it: then all that is rendered counts as new. */
  readonly findCommit: () => Promise<string | undefined>;
  /** Chooses the roots that may be judged here, and says why the others are not. Default: all may. */
  readonly choose?: (roots: readonly Root[]) => Promise<ChosenRoots>;
}

/** Roots that are rendered, and what is said of those that are not. */
export interface ChosenRoots {
  readonly roots: readonly Root[];
  readonly problems: readonly Problem[];
}

/** Adds to a change what the charts and overlays that it touches give, before it and after it, and leaves out their own files. */
export async function renderChange<T extends ChangedManifests>(
  change: T,
  { changedFiles, isWanted, findCommit, choose = takeAll }: RenderScope,
  settings: RenderSettings,
): Promise<T> {
  const changed = changedFiles.map((file) => resolve(file));
  const here = workplace();
  const { findRootsIn, renderRoots } = await import("./index.ts");
  const rootFiles = await listRootFilesBelow(here.repository, isWanted, here.show);
  let now = await findRootsIn(rootFiles, here, settings);
  const isTouched = (root: Root) => changed.some((path) => root.isTouchedBy(path));
  let touched = now.roots.filter(isTouched);
  const mayBeGone = changedFiles.some(isRootFile);
  const problems = now.problems.filter(({ file }) => changed.some((path) => path.startsWith(dirname(resolve(file)))));
  if (touched.length === 0 && !mayBeGone) return { ...change, problems: [...change.problems, ...problems] };
  const past = change.base && (await findPast(touched));
  if (past) {
    now = await findRootsIn(rootFiles, here, settings, new Set(past.all.map(({ folder }) => past.placeNow(folder))));
    touched = now.roots.filter(isTouched);
  }
  const foldersBefore = new Set(past?.roots.map(({ folder }) => past.placeNow(folder)));
  const chosen = await choose(now.roots.filter((root) => touched.includes(root) || foldersBefore.has(root.folder)));
  const rendered = await renderRoots(chosen.roots, here, settings);
  const left = new Set(touched.filter((root) => !chosen.roots.includes(root)).map(({ folder }) => folder));
  const rootsBefore = past?.roots.filter(({ folder }) => !left.has(past.placeNow(folder))) ?? [];
  const renderedBefore = past && (await renderRoots(rootsBefore, past.place, past.settings));
  const consumed = consumedBy(now.roots.filter(({ folder }) => !left.has(folder)));
  const consumedBefore = past
    ? consumedBy(
        past.all.filter(({ folder }) => !left.has(past.placeNow(folder))),
        past.placeNow,
      )
    : consumed;
  const rootsNow = new Set(chosen.roots.map(({ folder }) => folder));
  return {
    ...change,
    sources: [...change.sources.filter(({ file }) => !consumed.has(realPath(file))), ...rendered.sources],
    // A kustomization takes files of any name.
    unselected: change.unselected.filter(({ file }) => !consumed.has(realPath(file))),
    base: change.base && [
      ...change.base.filter(({ file }) => !consumedBefore.has(resolve(file))),
      ...(renderedBefore?.sources ?? []),
    ],
    problems: [
      ...change.problems,
      ...problems,
      ...chosen.problems,
      ...rendered.problems,
      ...[...(past?.problems ?? []), ...(renderedBefore?.problems ?? [])]
        .filter(({ file }) => rootsNow.has(dirname(resolve(file))))
        .map(describeBefore),
    ],
  };

  /** The roots before the change that it touched, or that are touched now. */
  async function findPast(touchedNow: readonly Root[]) {
    const commit = await findCommit();
    if (commit === undefined) return undefined;
    const { findRootsIn: findBefore, scratchFolder } = await import("./index.ts");
    const folder = join(scratchFolder(), "before");
    // Only a comparison needs git.
    const { checkOut } = await import("../source/git.ts");
    await checkOut(commit, folder);
    const placeNow = (path: string) => join(here.repository, relative(folder, path));
    const placeBefore = (path: string) => join(folder, relative(here.repository, path));
    const place: RenderPlace = {
      repository: folder,
      workplace: here.repository,
      show: (path) => here.show(placeNow(path)),
    };
    const before = await findBefore(await listRootFilesBelow(folder, isWanted, place.show), place, settings);
    const folders = new Set(touchedNow.map((root) => root.folder));
    const roots = before.roots.filter(
      (root) => folders.has(placeNow(root.folder)) || changed.some((path) => root.isTouchedBy(placeBefore(path))),
    );
    return {
      all: before.roots,
      problems: before.problems,
      roots,
      place,
      placeNow,
      settings: { ...settings, values: settings.values.map(placeBefore) },
    };
  }
}

function takeAll(roots: readonly Root[]): Promise<ChosenRoots> {
  return Promise.resolve({ roots, problems: [] });
}

/** Whether a change touches a chart or an overlay of the repository, by the names of its files. */
export async function touchesRoots(
  changedFiles: readonly string[],
  isWanted: (file: string) => boolean,
  settings: RenderSettings,
): Promise<boolean> {
  const here = workplace();
  const files = await listRootFilesBelow(here.repository, isWanted, here.show);
  if (files.length === 0) return false;
  const { findRootsIn } = await import("./index.ts");
  const { roots } = await findRootsIn(files, here, settings);
  return changedFiles.some((file) => isRootFile(file) || roots.some((root) => root.isTouchedBy(resolve(file))));
}

/** What could not be rendered before a change keeps nothing from being judged: it only makes more of it new. */
function describeBefore({ file, line, message }: Problem): Problem {
  return {
    severity: "note",
    file,
    line,
    message: `Before this change it could not be rendered, so all of it counts as new: ${message}`,
  };
}

function consumedBy(roots: readonly Root[], place: (path: string) => string = (path) => path): Set<string> {
  return new Set(roots.flatMap((root) => [...root.consumed].map(place)));
}

async function listRootFilesBelow(
  folder: string,
  isWanted: (file: string) => boolean,
  show: (path: string) => string,
): Promise<string[]> {
  // A change must not put a chart or an overlay where nobody looks.
  const entries = await listEntries(folder, (name) => name === ".git");
  const paths = entries.filter(({ name }) => isRootFile(name)).map(({ name }) => join(folder, name));
  return paths.filter((path) => isWanted(show(path)));
}

/** What carries the fixes of rendered documents to the files that they were made of, and renders again for a proof. */
export function carryWith(settings: RenderSettings | undefined): CarryFixes | undefined {
  if (!settings) return undefined;
  return async (sources, wanted) => {
    const { carryFixes } = await import("./index.ts");
    return carryFixes(sources, wanted, workplace(), settings);
  };
}

/** The file of a chart or overlay, as it is shown. */
function rootFileOf(root: Root): string {
  return root.kind === "chart" ? root.chart.file : displayPath(root.closure.root.file);
}

function workplace(): RenderPlace {
  const repository = realpathSync(findRoot());
  return { repository, workplace: repository, show: displayPath };
}

/** The files that make a folder a chart or an overlay: those among the manifests, and those of charts of which the user named a file. */
function listRootFiles(sources: readonly Source[]): string[] {
  const top = findRoot();
  const files = new Set<string>();
  for (const { file, named } of sources) {
    if (file === "-") continue;
    if (isRootFile(file)) files.add(realPath(file));
    for (let folder = dirname(resolve(file)); named && folder.startsWith(top); folder = dirname(folder)) {
      const chart = join(folder, "Chart.yaml");
      if (existsSync(chart)) files.add(realPath(chart));
      if (folder === dirname(folder)) break;
    }
  }
  return [...files];
}

/** An absolute path; links among its folders are resolved, and the file itself keeps its name. What is not there has no links. */
function realPath(file: string): string {
  const path = resolve(file);
  return existsSync(dirname(path)) ? join(realpathSync(dirname(path)), basename(path)) : path;
}

function valuesError(charts: readonly string[]): UsageError {
  const found = charts.length === 0 ? "there is none" : `there are ${charts.length} (${charts.join(", ")})`;
  return new UsageError(`--values is for one chart, and among the paths ${found}: name the folder of one.`);
}
