import { join, relative, resolve } from "node:path";
import type { ChartSettings, HelmSettings, KustomizeSettings } from "../policy/index.ts";
import type { CarriedFix, CarriedFixes, WantedFix } from "../review/source-edits.ts";
import { isWithin } from "../source/links.ts";
import { type Limits, type Problem, type Source, withFullReader } from "../yaml/index.ts";
import { carryToChartFiles } from "./helm/fixes.ts";
import type { ChartRequest } from "./helm/inputs.ts";
import { renderChart } from "./helm/render.ts";
import { buildOverlay } from "./kustomize/build.ts";
import { carryToOverlayFiles } from "./kustomize/fixes.ts";
import type { Rendered, RenderOptions } from "./rendered.ts";
import { type ChartRoot, type FoundRoots, findRoots, type OverlayRoot, type Root } from "./roots.ts";

export type { Root } from "./roots.ts";
export { scratchFolder } from "./run.ts";

import { findTool, type Tool } from "./run.ts";

/** How charts and overlays are rendered, as options and configuration say it. `false` for those that are not. */
export interface RenderSettings {
  readonly helm: HelmSettings | false;
  readonly kustomize: KustomizeSettings | false;
  /** The values files that replace a chart's lists; absolute. */
  readonly values: readonly string[];
  /** The release of Kubernetes that is judged, such as `1.37`. */
  readonly kubernetesVersion: string;
  readonly limits: Limits;
}

/** Where charts and overlays are. */
export interface RenderPlace extends Pick<RenderOptions, "repository" | "show"> {
  /** The repository of which no program is run; another one than `repository` where that is a copy of its past. */
  readonly workplace: string;
}

/** Finds the charts and overlays among files, which have absolute paths. */
export function findRootsIn(
  files: readonly string[],
  place: RenderPlace,
  settings: RenderSettings,
  kept: ReadonlySet<string> = new Set(),
): Promise<FoundRoots> {
  const { helm, kustomize, values } = settings;
  const choice = {
    charts: helm !== false,
    valuesOf: (folder: string) => [...values, ...(findOwnLists(folder, place, settings) ?? []).flat()],
    kept,
    overlays: kustomize === false ? false : (kustomize.roots ?? true),
  };
  return withFullReader(() => findRoots(files, choice, place));
}

/** Renders charts and overlays one after the other. What can't be rendered is a problem. */
export async function renderRoots(
  roots: readonly Root[],
  place: RenderPlace,
  settings: RenderSettings,
): Promise<{ readonly sources: readonly Source[]; readonly problems: readonly Problem[] }> {
  const renderings: Rendered[] = [];
  for (const root of roots) {
    const rendered =
      root.kind === "chart" ? await renderLists(root, place, settings) : [await build(root, place, settings)];
    for (const each of rendered) renderings.push(withinLimit(each, settings.limits));
  }
  return {
    sources: renderings.flatMap(({ source }) => source ?? []),
    problems: renderings.flatMap(({ problems }) => problems),
  };
}

/** Carries fixes of rendered documents to the files that they were made of. Proven: what is rendered of these is then what fixing the rendering gives. */
export async function carryFixes(
  sources: readonly Source[],
  wanted: readonly WantedFix[],
  place: RenderPlace,
  settings: RenderSettings,
): Promise<CarriedFixes> {
  const found = { helm: findHelm(place, settings), kustomize: findBuilder(place, settings) };
  const fixes = new Map<string, CarriedFix>();
  const texts = new Map<string, string>();
  for (const kind of ["helm", "kustomize"] as const) {
    const isOfKind = ({ rendering }: Pick<Source, "rendering">) => rendering?.tool === kind;
    const own = sources.filter(isOfKind);
    const tool = found[kind];
    if (own.length === 0 || "reason" in tool) continue;
    const carry = kind === "helm" ? carryToChartFiles : carryToOverlayFiles;
    const asked = wanted.filter(({ document }) => isOfKind(document));
    const carried = await carry(own, asked, optionsFor(tool, place, settings));
    for (const [id, fix] of carried.fixes) fixes.set(id, fix);
    for (const [file, text] of carried.texts) texts.set(file, text);
  }
  return { fixes, texts };
}

/** What the configuration says of a chart. */
function findOwn(folder: string, { repository }: RenderPlace, { helm }: RenderSettings): ChartSettings | undefined {
  return helm ? helm.charts?.find(({ path }) => resolve(repository, path) === folder) : undefined;
}

/** The lists of values files that the configuration has for a chart, as absolute paths. */
function findOwnLists(folder: string, place: RenderPlace, settings: RenderSettings): string[][] | undefined {
  return findOwn(folder, place, settings)?.values?.map((list) => list.map((file) => join(folder, file)));
}

async function renderLists(root: ChartRoot, place: RenderPlace, settings: RenderSettings): Promise<Rendered[]> {
  const helm = settings.helm || {};
  const { folder, chart } = root;
  const own = findOwn(folder, place, settings);
  const tool = findHelm(place, settings);
  if ("reason" in tool) return [notEvaluated(chart.file, place.show(folder), tool.reason)];
  const options = optionsFor(tool, place, settings, own?.kubeVersion);
  const lists = chooseLists(root, findOwnLists(folder, place, settings), settings);
  const outside = lists.flat().find((path) => !isWithin(place.repository, path));
  if (outside !== undefined)
    return [notEvaluated(chart.file, place.show(folder), `${place.show(outside)} lies outside of the repository`)];
  const release: Omit<ChartRequest, "values"> = {
    release: own?.release ?? "release-name",
    namespace: own?.namespace ?? "default",
    apiVersions: own?.apiVersions ?? [],
    skipTests: helm.skipTests ?? false,
  };
  const rendered: Rendered[] = [];
  for (const values of lists) rendered.push(await renderChart(chart, { ...release, values }, options));
  return [...rendered, { problems: settings.values.length > 0 ? [] : noteUnused(root, lists.flat(), place) }];
}

/** The note on values files of a chart that no rendering has, such as `values-prod.yaml`: what they make of the chart is not judged. */
function noteUnused({ folder, chart }: ChartRoot, used: readonly string[], { show }: RenderPlace): Problem[] {
  const isValues = (name: string) => /^(values[-_.].+|(envs?|environments|values)[\\/].+)\.ya?ml$/.test(name);
  const unused = chart.entries
    .map(({ path }) => path)
    .filter((path) => isValues(relative(folder, path)) && !used.includes(path));
  const [first] = unused;
  if (!first) return [];
  const names =
    unused.length > 10
      ? `${unused.slice(0, 10).map(show).join(", ")} and ${unused.length - 10} more`
      : unused.map(show).join(", ");
  const message = `In no rendering of this chart: ${names}. Name them in .secctx.yaml (helm.charts[].values), or give them with --values, to have what they make of it judged.`;
  return [{ severity: "note", file: show(first), line: 1, message }];
}

/** The values files of each rendering: those of the option, else of the configuration, else the chart's own. */
function chooseLists(
  { chart }: ChartRoot,
  own: readonly (readonly string[])[] | undefined,
  { helm, values }: RenderSettings,
): readonly (readonly string[])[] {
  if (values.length > 0) return [values];
  return own ?? (helm && helm.ci === false ? [[]] : chart.values);
}

async function build({ closure }: OverlayRoot, place: RenderPlace, settings: RenderSettings): Promise<Rendered> {
  const { root, problems } = closure;
  if (problems.some(({ severity }) => severity === "error")) return { problems };
  const kustomize = settings.kustomize || {};
  const tool = findBuilder(place, settings);
  if ("reason" in tool) return notEvaluated(place.show(root.file), place.show(root.folder), tool.reason);
  const options = optionsFor(tool, place, settings);
  return await buildOverlay(root, { loadRestrictor: kustomize.loadRestrictor ?? "root" }, options);
}

function findHelm({ workplace }: RenderPlace, { helm }: RenderSettings): Tool | { readonly reason: string } {
  return findTool("helm", (helm === false ? undefined : helm.binary) ?? "helm", workplace);
}

/** Finds what builds overlays: kustomize, else kubectl, or what the configuration names. */
function findBuilder({ workplace }: RenderPlace, { kustomize }: RenderSettings): Tool | { readonly reason: string } {
  const binary = kustomize ? kustomize.binary : undefined;
  const find = (name: string) => findTool(/kubectl(\.exe)?$/.test(name) ? "kubectl" : "kustomize", name, workplace);
  if (binary !== undefined) return find(binary);
  const [own, other] = [find("kustomize"), find("kubectl")];
  if ("path" in own) return own;
  return "path" in other ? other : { reason: "neither kustomize nor kubectl is on PATH" };
}

function optionsFor(
  tool: Tool,
  { repository, show }: RenderPlace,
  { limits, kubernetesVersion }: RenderSettings,
  version = kubernetesVersion,
): RenderOptions {
  const bounds = { seconds: limits.renderSeconds, megabytes: limits.renderMegabytes };
  return { tool, limits: bounds, repository, show, kubernetesVersion: version };
}

function notEvaluated(file: string, shown: string, reason: string): Rendered {
  const advice = reason.endsWith("on PATH")
    ? " Install it, or choose render: false to have charts and overlays as notes."
    : "";
  const message = `${shown}: not evaluated: ${reason}.${advice}`;
  return { problems: [{ severity: "error", file, line: 1, message }] };
}

function withinLimit(rendered: Rendered, { renderDocuments: most }: Limits): Rendered {
  const { source, problems } = rendered;
  const count = source ? source.text.split(/^---/m).length - 1 : 0;
  if (!source || count <= most) return rendered;
  const message = `The rendering holds more than ${most.toLocaleString("en")} documents (limits.renderDocuments): not evaluated.`;
  return { problems: [...problems, { severity: "error", file: source.file, line: 1, message }] };
}
