import { basename, dirname, join, relative } from "node:path";
import { matchesPattern } from "../pod/patterns.ts";
import { isWithin } from "../source/links.ts";
import { isFields, type Problem } from "../yaml/index.ts";
import type { Deployment } from "./deployers/deployment.ts";
import { type Chart, neighboursOf, readChart } from "./helm/charts.ts";
import { filesOfRequest } from "./helm/inputs.ts";
import { type Closure, closureOf } from "./kustomize/closure.ts";
import { generateKustomization } from "./kustomize/generated.ts";
import { type Kustomization, kustomizationNames, readKustomization, targetsOf } from "./kustomize/kustomizations.ts";
import { filesOfOverrides, withOverrides } from "./kustomize/overrides.ts";
import { listNames } from "./names.ts";
import type { Surroundings } from "./rendered.ts";

/** What is rendered. Paths are absolute, with links resolved. */
export type Root = ChartRoot | OverlayRoot;

interface RootFiles {
  readonly folder: string;
  /** Whether it stands for itself: its own file is among those that are judged. */
  readonly isListed: boolean;
  /** What objects of Argo CD and Flux make of it. */
  readonly deployments: readonly Deployment[];
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
  /** What each object that deploys it makes of it; nobody builds it as it is then. */
  readonly deployed: readonly { readonly deployment: Deployment; readonly closure: Closure }[];
}

/** What is rendered, and why other charts and overlays are not. */
export interface ChosenRoots {
  readonly roots: readonly Root[];
  readonly problems: readonly RootProblem[];
}

/** What may be rendered among files, and what can't be. */
export interface FoundRoots extends ChosenRoots {
  /** The folders of charts that are not rendered: libraries, and those with a problem. */
  readonly unrendered: readonly string[];
}

export interface RootProblem extends Problem {
  /** The folder of the chart or overlay that it keeps from being rendered; left out for what an object says that deploys one. */
  readonly folder?: string;
}

/** Which folders are wanted as overlays: patterns of their paths from the repository's root; left out: those that no other kustomization uses. */
export interface RootChoice {
  readonly charts: boolean;
  /** The values files that are rendered with a chart and may lie elsewhere: absolute. */
  readonly valuesOf: (folder: string) => readonly string[];
  readonly overlays: boolean | readonly string[];
  /** The folders that were overlays before a change: they stay overlays, so that a change can't hide one by using it elsewhere. */
  readonly kept: ReadonlySet<string>;
  /** What objects of Argo CD and Flux deploy, from wherever in the repository. */
  readonly deployments: readonly Deployment[];
}

/** Tells which files are judged through charts and overlays or, where these can't be rendered, not at all: none is a manifest by itself. */
export function consumedBy({ roots, unrendered }: Pick<FoundRoots, "roots" | "unrendered">): (path: string) => boolean {
  const consumed = new Set(roots.flatMap((root) => [...root.consumed]));
  return (path) => consumed.has(path) || unrendered.some((folder) => isPartOfChart(folder, path));
}

/** Finds the charts that are not libraries, and the overlays that nothing else uses, among files with absolute paths. Call it within `withFullReader`. */
export function findRoots(files: readonly string[], choice: RootChoice, surroundings: Surroundings): FoundRoots {
  const chartFolders = foldersOf(files, ["Chart.yaml"]);
  const charts = choice.charts ? findCharts(chartFolders, choice, surroundings) : nothing;
  const isOfChart = (folder: string) =>
    choice.charts && chartFolders.some((chart) => isWithin(join(chart, "templates"), folder));
  const candidates = foldersOf(files, kustomizationNames).filter((folder) => !isOfChart(folder));
  const overlays = choice.overlays === false ? nothing : findOverlays(candidates, choice, surroundings);
  return {
    roots: [...charts.roots, ...overlays.roots],
    problems: [...charts.problems, ...overlays.problems],
    unrendered: charts.unrendered,
  };
}

const nothing: FoundRoots = { roots: [], problems: [], unrendered: [] };

function foldersOf(files: readonly string[], names: readonly string[]): string[] {
  return [...new Set(files.filter((file) => names.includes(basename(file))).map((file) => dirname(file)))].toSorted();
}

function findCharts(
  folders: readonly string[],
  { valuesOf, deployments: all }: RootChoice,
  surroundings: Surroundings,
): FoundRoots {
  const isSubchart = (folder: string) =>
    folders.some((other) => other !== folder && isWithin(join(other, "charts"), folder));
  const problems: RootProblem[] = [];
  const listed = folders.filter((folder) => !isSubchart(folder));
  const charts = all.filter(({ request }) => request);
  const roots = [...new Set([...listed, ...charts.map(({ folder }) => folder)])]
    .toSorted()
    .flatMap((folder): ChartRoot[] => {
      const deployments = charts.filter((each) => each.folder === folder);
      const chart = readChart(folder, surroundings);
      if ("problems" in chart) {
        for (const problem of chart.problems) problems.push({ ...problem, folder });
        return [];
      }
      if (chart.type === "library") return [];
      const paths = chart.entries.map(({ path }) => path);
      const around = [folder, ...neighboursOf(chart, surroundings).map((each) => each.folder)];
      // Links lead to files elsewhere.
      const elsewhere = new Set([
        ...valuesOf(folder),
        ...chart.entries.map(({ target }) => target),
        ...deployments.flatMap(filesOfDeployment),
      ]);
      return [
        {
          kind: "chart",
          chart,
          folder,
          isListed: listed.includes(folder),
          deployments,
          consumed: new Set(paths.filter((path) => isPartOfChart(folder, path))),
          isTouchedBy: (path) => around.some((each) => isWithin(each, path)) || elsewhere.has(path),
        },
      ];
    });
  const rendered = new Set(roots.map(({ folder }) => folder));
  return { roots, problems, unrendered: listed.filter((folder) => !rendered.has(folder)) };
}

/** Whether a file is part of what Helm renders of a chart. Definitions in `crds/`, `files/` and examples are manifests like others. Both paths are absolute. */
function isPartOfChart(folder: string, path: string): boolean {
  const name = relative(folder, path).replaceAll("\\", "/");
  return /^(Chart|requirements)\.(yaml|lock)$|^values(\.yaml|\.schema\.json)$|^templates\/|^charts\/[^._/][^/]*\/|^ci\/[^/]*-values\.yaml$/.test(
    name,
  );
}

function findOverlays(folders: readonly string[], choice: RootChoice, surroundings: Surroundings): ChosenRoots {
  const problems: RootProblem[] = [];
  const read = folders.flatMap((folder): Kustomization[] => {
    const kustomization = readKustomization(folder, surroundings);
    if (kustomization.uses) return isOfKustomize(kustomization) ? [kustomization] : [];
    for (const problem of kustomization.problems) problems.push({ ...problem, folder });
    return [];
  });
  const isWanted = wantedBy(read, choice, surroundings);
  const overlays = choice.deployments.filter(
    ({ request, folder }) =>
      !request && (typeof choice.overlays === "boolean" || isChosen(folder, choice.overlays, surroundings)),
  );
  const known = new Map(read.map((each) => [each.folder, each]));
  const wanted = [...new Set([...known.keys(), ...overlays.map(({ folder }) => folder)])].toSorted();
  const roots = wanted.flatMap((folder): OverlayRoot[] => {
    const own = known.get(folder) ?? readDeployed(folder, surroundings);
    const deployments = overlays.filter((each) => each.folder === folder);
    if (!own.uses) for (const problem of own.problems) problems.push({ ...problem, folder });
    if (!own.uses || (deployments.length === 0 && !isWanted(own))) return [];
    const closure = closureOf(own, surroundings);
    const deployed = deployments.map((deployment) => {
      const { overrides } = deployment;
      const overridden = overrides && closureOf(withOverrides(own, overrides, surroundings), surroundings);
      return { deployment, closure: overridden ?? closure };
    });
    const all = [closure, ...deployed.map((each) => each.closure)];
    const objects = new Set(deployments.flatMap(filesOfDeployment));
    return [
      {
        kind: "overlay",
        closure,
        deployed,
        deployments,
        isListed: known.has(folder) && (deployments.length === 0 || choice.kept.has(folder)),
        folder,
        consumed: new Set(all.flatMap((each) => [...findConsumed(each)])),
        isTouchedBy: (path) => objects.has(path) || all.some(({ files }) => files.has(path)),
      },
    ];
  });
  const unreached = typeof choice.overlays === "boolean" ? explainUnreached(read, roots, surroundings) : [];
  return { roots, problems: [...problems, ...unreached] };
}

/** What is said of the kustomizations that nothing rendered is built of: components that nobody uses, and those that use each other in a circle. */
function explainUnreached(
  read: readonly Kustomization[],
  roots: readonly OverlayRoot[],
  { show }: Surroundings,
): RootProblem[] {
  const closures = roots.flatMap(({ closure, deployed }) => [closure, ...deployed.map((each) => each.closure)]);
  const reached = new Set(closures.flatMap(({ kustomizations }) => [...kustomizations.keys()]));
  const unreached = read.filter(({ folder }) => !reached.has(folder));
  const known = new Map(unreached.map((each) => [each.folder, each]));
  const isInCircle = ({ folder }: Kustomization) => {
    const around = new Set([folder]);
    for (const each of around)
      for (const next of targetsOf(known.get(each) ?? { uses: [] }, "folder")) {
        if (next === folder) return true;
        around.add(next);
      }
    return false;
  };
  const circles = unreached.filter(isInCircle).map(({ document: { file }, folder }): RootProblem => {
    const message = `${show(folder) || "."} is built of itself, through other kustomizations: not evaluated, because kustomize can't build a circle. Leave one of them out.`;
    return { severity: "error", file, line: 1, message, folder };
  });
  const components = unreached.filter(({ kind }) => kind === "Component");
  const [first] = components;
  if (!first) return circles;
  const names = listNames(components.map(({ folder }) => show(folder) || "."));
  const message = `Nothing that is rendered here uses ${components.length === 1 ? "this component, so its patches are" : "these components, so their patches are"} not judged: ${names}.`;
  return [...circles, { severity: "note", file: first.document.file, line: 1, message, folder: first.folder }];
}

/** Which kustomizations stand for themselves. */
function wantedBy(read: readonly Kustomization[], { overlays, kept }: RootChoice, surroundings: Surroundings) {
  const used = new Set(read.flatMap((each) => targetsOf(each, "folder").filter((base) => base !== each.folder)));
  return ({ folder, kind }: Kustomization) =>
    kept.has(folder) ||
    (typeof overlays === "boolean"
      ? kind === "Kustomization" && !used.has(folder)
      : isChosen(folder, overlays, surroundings));
}

function isChosen(folder: string, patterns: readonly string[], { repository }: Surroundings): boolean {
  return patterns.some((pattern) => matchesPattern(pattern, relative(repository, folder).replaceAll("\\", "/") || "."));
}

/** The kustomization of a folder that an object deploys: its own, or the one that Flux makes of all manifests in it. */
function readDeployed(folder: string, surroundings: Surroundings): ReturnType<typeof readKustomization> {
  const own = readKustomization(folder, surroundings);
  return own.uses || own.problems.length > 0 ? own : generateKustomization(folder, surroundings);
}

/** The files that say what a deployment makes of a chart or overlay. */
function filesOfDeployment({ deployer, request, overrides }: Deployment): string[] {
  return [
    deployer.path,
    ...(request ? filesOfRequest(request) : []),
    ...(overrides ? filesOfOverrides(overrides) : []),
  ];
}

/** The files of an overlay that become objects or patches of it. What a generator puts into a ConfigMap may be a manifest that somebody else deploys. */
function findConsumed({ kustomizations, pluginFiles }: Closure): Set<string> {
  const consumed = new Set<string>(pluginFiles);
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
