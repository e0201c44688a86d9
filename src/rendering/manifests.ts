import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { mayDeploy } from "../pod/deployers.ts";
import { matchesPattern } from "../pod/patterns.ts";
import type { ConfiguredSettings, Policy } from "../policy/index.ts";
import type { CarryFixes } from "../review/source-edits.ts";
import { UsageError } from "../source/errors.ts";
import { type Collected, isRootFile } from "../source/files.ts";
import { findRepository } from "../source/folders.ts";
import { isWithin } from "../source/links.ts";
import { findRoot, foldersUpTo } from "../source/own-files.ts";
import { isReported, type Problem, type Source } from "../yaml/index.ts";
import type { RenderSettings, Root } from "./index.ts";
import { listRootFiles } from "./root-files.ts";
import { type Worktree, withoutLinks, worktreeOfNow } from "./worktree.ts";

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
export async function takeOutRoots(
  found: Collected,
  settings: RenderSettings | undefined,
  copy?: Worktree,
): Promise<WithRoots> {
  const helm = settings?.helm || {};
  for (const { path } of helm.charts ?? [])
    if (!existsSync(join(findRoot(), path, "Chart.yaml")))
      throw new UsageError(`helm.charts: there is no chart in ${JSON.stringify(path)}, seen from ${findRoot()}.`);
  const named = settings ? findRootFiles(found.sources) : [];
  const files = copy ? named.map(copy.pathOf).filter((path) => existsSync(path)) : named;
  const deploys = settings?.values.length === 0 && found.sources.some(mayDeploy);
  if (!settings || (files.length === 0 && !deploys)) {
    if (settings && settings.values.length > 0) throw valuesError([]);
    const problems = settings?.kustomize ? found.problems : [...found.problems, ...noteUnbuilt(found.sources)];
    return { ...found, problems, roots: [] };
  }
  // Only a repository with charts or overlays needs what finds them.
  const { consumedBy, findRootsIn, markEvaluated } = await import("./index.ts");
  const worktree = copy ?? worktreeOfNow();
  const { roots: patterns } = settings.kustomize || {};
  if (patterns && !copy) await refuseIdlePatterns(patterns, worktree);
  const here = await findRootsIn(files, found.sources, worktree, settings);
  const { roots, problems, evaluated } = here;
  const charts = roots.filter(({ kind }) => kind === "chart");
  if (settings.values.length > 0 && charts.length !== 1)
    throw valuesError(charts.map(({ folder }) => worktree.show(folder)));
  const isConsumed = consumedBy(here);
  const sources = found.sources.filter(({ file }) => isRootFile(file) || !isConsumed(worktree.pathOf(file)));
  return { sources: markEvaluated(sources, evaluated), problems: [...found.problems, ...problems], roots };
}

/** Refuses patterns that no overlay of the repository fits: they would leave all out. */
async function refuseIdlePatterns(patterns: readonly string[], worktree: Worktree): Promise<void> {
  const { repository } = worktree;
  const files = await listRootFiles(worktree, () => true);
  const folders = files
    .filter((file) => basename(file) !== "Chart.yaml")
    .map((file) => relative(repository, dirname(file)).replaceAll("\\", "/") || ".");
  const idle = patterns.find((pattern) => !folders.some((folder) => matchesPattern(pattern, folder)));
  if (idle !== undefined)
    throw new UsageError(
      `kustomize.roots: no folder with a kustomization fits ${JSON.stringify(idle)}, seen from ${repository}.`,
    );
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
  copy?: Worktree,
): Promise<Collected> {
  if (!settings || roots.length === 0) return { sources, problems };
  const worktree = copy ?? worktreeOfNow();
  const elsewhere = new Set(sources.filter((source) => !isReported(source)).map(({ file }) => file));
  const { renderRoots } = await import("./index.ts");
  const rendered = await renderRoots(
    roots.filter((root) => !elsewhere.has(rootFileOf(root, worktree))),
    worktree,
    settings,
    { all: sources },
  );
  const rootFiles = new Set(roots.map((root) => ownFileOf(root, worktree)));
  return {
    sources: [...sources.filter(({ file }) => !rootFiles.has(file)), ...rendered.sources],
    problems: [...problems, ...rendered.problems],
  };
}

/** What carries the fixes of rendered documents to the files that they were made of, and renders again for a proof. */
export function carryWith(settings: RenderSettings | undefined, copy?: Worktree): CarryFixes | undefined {
  if (!settings) return undefined;
  return async (sources, wanted) => {
    const { carryFixes } = await import("./index.ts");
    return carryFixes(sources, wanted, copy ?? worktreeOfNow(), settings);
  };
}

/** The file of a chart or overlay, as it is shown. */
function ownFileOf(root: Root, { show }: Worktree): string {
  return root.kind === "chart" ? root.chart.file : show(root.closure.root.file);
}

/** The file by which a shard is chosen: that of the chart or overlay; of one that is only deployed, that of the object which does. */
function rootFileOf(root: Root, worktree: Worktree): string {
  const [first] = root.deployments;
  if (!root.isListed && first) return first.deployer.file;
  return ownFileOf(root, worktree);
}

/** The files that make a folder a chart or an overlay: those among the manifests, and those of charts of which the user named a file. */
function findRootFiles(sources: readonly Source[]): string[] {
  const files = sources.filter(({ file }) => file !== "-");
  const own = files.filter(({ file }) => isRootFile(file)).map(({ file }) => file);
  const folders = new Set(files.filter(({ named }) => named).map(({ file }) => dirname(resolve(file))));
  return [...new Set([...own, ...[...folders].flatMap(findChartsAround)].map(withoutLinks))];
}

/** The charts that a folder belongs to, within its repository. */
function findChartsAround(folder: string): string[] {
  const top = findRepository(folder) ?? findRoot();
  if (!isWithin(top, folder)) return [];
  return foldersUpTo(top, folder)
    .map((each) => join(each, "Chart.yaml"))
    .filter((chart) => existsSync(chart));
}

function valuesError(charts: readonly string[]): UsageError {
  const found = charts.length === 0 ? "there is none" : `there are ${charts.length} (${charts.join(", ")})`;
  return new UsageError(`--values is for one chart, and among the paths ${found}: name the folder of one.`);
}
