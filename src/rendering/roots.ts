import { basename, dirname, join, relative } from "node:path";
import { matchesPattern } from "../pod/patterns.ts";
import { isWithin } from "../source/links.ts";
import { isFields, type Problem } from "../yaml/index.ts";
import { type Chart, neighboursOf, readChart } from "./helm/charts.ts";
import { type Closure, closureOf } from "./kustomize/closure.ts";
import { type Kustomization, readKustomization, type Surroundings } from "./kustomize/kustomizations.ts";

/** What is rendered. Paths are absolute, with links resolved. */
export type Root = ChartRoot | OverlayRoot;

interface RootFiles {
  readonly folder: string;
  /** The files that are judged through it. */
  readonly consumed: ReadonlySet<string>;
  /** Whether a change of a file is a change of what is rendered. */
  readonly isTouchedBy: (path: string) => boolean;
}

export interface ChartRoot extends RootFiles {
  readonly kind: "chart";
  readonly chart: Chart;
}

export interface OverlayRoot extends RootFiles {
  readonly kind: "overlay";
  readonly closure: Closure;
}

/** What may be rendered among files, and what can't be. */
export interface FoundRoots {
  readonly roots: readonly Root[];
  readonly problems: readonly Problem[];
}

/** Which folders are wanted as overlays: patterns of their paths from the repository's root; left out: those that no other kustomization uses. */
export interface RootChoice {
  readonly charts: boolean;
  /** The values files that are rendered with a chart and may lie elsewhere: absolute. */
  readonly valuesOf: (folder: string) => readonly string[];
  readonly overlays: boolean | readonly string[];
  /** The folders that were overlays before a change: they stay overlays, so that a change can't hide one by using it elsewhere. */
  readonly kept: ReadonlySet<string>;
}

/** Finds the charts that are not libraries, and the overlays that nothing else uses, among files with absolute paths. Call it within `withFullReader`. */
export function findRoots(files: readonly string[], choice: RootChoice, surroundings: Surroundings): FoundRoots {
  const chartFolders = choice.charts ? foldersOf(files, ["Chart.yaml"]) : [];
  const charts = findCharts(chartFolders, choice, surroundings);
  const isOfChart = (folder: string) => chartFolders.some((chart) => isWithin(join(chart, "templates"), folder));
  const candidates = foldersOf(files, ["kustomization.yaml", "kustomization.yml", "Kustomization"]).filter(
    (folder) => !isOfChart(folder),
  );
  const overlays =
    choice.overlays === false ? nothing : findOverlays(candidates, choice.overlays, choice.kept, surroundings);
  return { roots: [...charts.roots, ...overlays.roots], problems: [...charts.problems, ...overlays.problems] };
}

const nothing: FoundRoots = { roots: [], problems: [] };

function foldersOf(files: readonly string[], names: readonly string[]): string[] {
  return [...new Set(files.filter((file) => names.includes(basename(file))).map((file) => dirname(file)))].toSorted();
}

function findCharts(
  folders: readonly string[],
  { valuesOf }: Pick<RootChoice, "valuesOf">,
  surroundings: Surroundings,
): FoundRoots {
  const isSubchart = (folder: string) =>
    folders.some((other) => other !== folder && isWithin(join(other, "charts"), folder));
  const problems: Problem[] = [];
  const roots = folders
    .filter((folder) => !isSubchart(folder))
    .flatMap((folder): ChartRoot[] => {
      const chart = readChart(folder, surroundings);
      if ("problems" in chart) {
        problems.push(...chart.problems);
        return [];
      }
      if (chart.type === "library") return [];
      const paths = chart.entries.map(({ path }) => path);
      const around = [folder, ...neighboursOf(chart, surroundings)];
      // Links lead to files elsewhere.
      const elsewhere = new Set([...valuesOf(folder), ...chart.entries.map(({ target }) => target)]);
      return [
        {
          kind: "chart",
          chart,
          folder,
          consumed: new Set(paths.filter((path) => isOwnOfChart(relative(folder, path)))),
          isTouchedBy: (path) => around.some((each) => isWithin(each, path)) || elsewhere.has(path),
        },
      ];
    });
  return { roots, problems };
}

/** Whether a file of a chart, by its path from there, is part of what Helm renders. Definitions in `crds/`, `files/` and examples are manifests like others. */
function isOwnOfChart(path: string): boolean {
  const name = path.replaceAll("\\", "/");
  return /^(Chart|requirements)\.(yaml|lock)$|^values(\.yaml|\.schema\.json)$|^templates\/|^charts\/[^._/][^/]*\/|^ci\/[^/]*-values\.yaml$/.test(
    name,
  );
}

function findOverlays(
  folders: readonly string[],
  wanted: true | readonly string[],
  kept: ReadonlySet<string>,
  surroundings: Surroundings,
): FoundRoots {
  const problems: Problem[] = [];
  const read = folders.flatMap((folder): Kustomization[] => {
    const kustomization = readKustomization(folder, surroundings);
    if (kustomization.uses) return isOfKustomize(kustomization) ? [kustomization] : [];
    problems.push(...kustomization.problems);
    return [];
  });
  const used = new Set(read.flatMap(({ folder, folders: bases }) => bases.filter((base) => base !== folder)));
  const isWanted = ({ folder, kind }: Kustomization) =>
    kept.has(folder) ||
    (wanted === true
      ? kind === "Kustomization" && !used.has(folder)
      : wanted.some((pattern) => matchesPattern(pattern, relative(surroundings.repository, folder) || ".")));
  const roots = read.filter(isWanted).map((root): OverlayRoot => {
    const closure = closureOf(root, surroundings);
    const { files } = closure;
    return {
      kind: "overlay",
      closure,
      folder: root.folder,
      consumed: findConsumed(closure),
      isTouchedBy: (path) => files.has(path),
    };
  });
  return { roots, problems };
}

/** The files of an overlay that become objects or patches of it. What a generator puts into a ConfigMap may be a manifest that somebody else deploys. */
function findConsumed({ kustomizations }: Closure): Set<string> {
  const consumed = new Set<string>();
  for (const { file, uses } of kustomizations.values()) {
    consumed.add(file);
    for (const { role, target } of uses)
      if (
        target !== undefined &&
        !/^(config|secret)mapgenerator$|^secretgenerator$|^(files|envs?|path|crds|configurations|openapi)$/.test(role)
      )
        consumed.add(target);
  }
  return consumed;
}

/** Flux has a kind of the same name. */
function isOfKustomize({ document: { value } }: Kustomization): boolean {
  const apiVersion = isFields(value) ? value.apiVersion : undefined;
  return apiVersion === undefined || String(apiVersion).startsWith("kustomize.config.k8s.io/");
}
