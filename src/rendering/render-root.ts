import { relative } from "node:path";
import { isWithin } from "../source/links.ts";
import type { Problem, Source } from "../yaml/index.ts";
import { nameDeployer, sayAt } from "./deployers/deployer.ts";
import type { Deployment } from "./deployers/deployment.ts";
import { type ChartRequest, filesOfRequest } from "./helm/inputs.ts";
import { renderChart } from "./helm/render.ts";
import { noteStaleCopies } from "./helm/stale-copies.ts";
import { buildOverlay } from "./kustomize/build.ts";
import type { Closure } from "./kustomize/closure.ts";
import { listNames } from "./names.ts";
import type { Ingredient, Rendered } from "./rendered.ts";
import type { ChartRoot, OverlayRoot, Root } from "./roots.ts";
import {
  findBuilder,
  findHelm,
  findOwn,
  findOwnLists,
  notEvaluated,
  optionsFor,
  type RenderSettings,
  withinLimit,
} from "./settings.ts";
import { doSideBySide } from "./side-by-side.ts";
import type { Worktree } from "./worktree.ts";

/** All that is rendered of a root. */
export interface RenderedRoot {
  readonly root: Root;
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
  readonly ingredients: readonly Ingredient[];
}

/** Renders a chart with each of its lists of values, or an overlay, and each as objects of Argo CD and Flux deploy it. */
export async function renderRoot(root: Root, worktree: Worktree, settings: RenderSettings): Promise<RenderedRoot> {
  const found =
    root.kind === "chart" ? await renderLists(root, worktree, settings) : await buildAll(root, worktree, settings);
  const rendered = found.map((each) => withinLimit(each, settings.limits));
  return {
    root,
    sources: rendered.flatMap(({ source }) => source ?? []),
    problems: rendered.flatMap(({ problems }) => problems),
    ingredients: rendered.flatMap(({ ingredients = [] }) => ingredients),
  };
}

async function renderLists(root: ChartRoot, worktree: Worktree, settings: RenderSettings): Promise<Rendered[]> {
  const helm = settings.helm || {};
  const { folder, chart, deployments, isListed } = root;
  const own = findOwn(folder, worktree, settings);
  const tool = findHelm(worktree, settings);
  if ("reason" in tool) return [notEvaluated(chart.file, worktree.show(folder), tool.reason)];
  const options = (version?: string) => optionsFor(tool, folder, worktree, settings, version ?? own?.kubeVersion);
  const lists = isListed ? chooseLists(root, findOwnLists(folder, worktree, settings), settings) : [];
  const outside = lists.flat().find((path) => !isWithin(options().repository, path));
  if (outside !== undefined)
    return [
      notEvaluated(chart.file, worktree.show(folder), `${worktree.show(outside)} lies outside of the repository`),
    ];
  const base = {
    release: own?.release ?? "release-name",
    namespace: own?.namespace ?? "default",
    apiVersions: own?.apiVersions ?? [],
    skipTests: helm.skipTests ?? false,
  };
  const listed = lists.map((list) => {
    return { deployment: undefined, request: { ...base, values: list.map((path) => ({ path })) }, options: options() };
  });
  const deployed = deployments.flatMap((deployment) => {
    const request = requestOf(deployment, base);
    return request ? [{ deployment, request, options: options(deployment.request?.kubeVersion) }] : [];
  });
  const asked = [...listed, ...deployed];
  const all = await renderChart(chart, asked);
  const isDeployed = all.some(({ source }) => source?.rendering?.deployer !== undefined);
  const rendered = all.map((each, index) => {
    const deployment = asked[index]?.deployment;
    if (deployment) return nameCause(each, deployment, chart.file);
    return isDeployed ? excuse(each) : each;
  });
  const used = [...lists.flat(), ...deployments.flatMap(({ request }) => (request ? filesOfRequest(request) : []))];
  const unused = settings.values.length > 0 || !isListed ? [] : noteUnused(root, used, worktree);
  const stale = await noteStaleCopies(chart, { repository: options().repository, show: worktree.show });
  return [...rendered, { problems: [...unused, ...stale] }];
}

function requestOf(
  { deployer, namespace, request }: Deployment,
  base: Omit<ChartRequest, "values">,
): ChartRequest | undefined {
  if (!request) return undefined;
  const { kubeVersion: _, ...own } = request;
  return {
    ...base,
    ...own,
    ...(namespace !== undefined && { namespace }),
    deployer: { name: nameDeployer(deployer), file: deployer.file },
  };
}

/** A chart that only renders with the values of what deploys it is evaluated by these. */
function excuse(rendered: Rendered): Rendered {
  if (!rendered.lacksValues) return rendered;
  return {
    problems: rendered.problems.map((problem) => ({
      ...problem,
      severity: "note",
      message: `${problem.message} It is judged as it is deployed.`,
    })),
  };
}

/** The note on values files of a chart that no rendering has, such as `values-prod.yaml`: what they make of the chart is not judged. */
function noteUnused({ folder, chart }: ChartRoot, used: readonly string[], { show }: Worktree): Problem[] {
  const isValues = (name: string) => valuesNames.some((pattern) => pattern.test(name));
  const unused = chart.entries
    .map(({ path }) => path)
    .filter((path) => isValues(relative(folder, path)) && !used.includes(path));
  const [first] = unused;
  if (!first) return [];
  const message = `In no rendering of this chart: ${listNames(unused.map(show))}. To have the chart judged with them, name them in .secctx.yaml (helm.charts[].values), or give them with --values.`;
  return [{ severity: "note", file: show(first), line: 1, message }];
}

/** What values files are called, by their paths from the chart: `values-prod.yaml`, `prod-values.yaml`, `envs/prod.yaml`, `prod.yaml`. */
const valuesNames = [
  /^values[-_.].+\.ya?ml$/,
  /^[^\\/]+[-_.]values\.ya?ml$/,
  /^(envs?|environments|values)[\\/].+\.ya?ml$/,
  /^(dev|devel|development|test|testing|int|integration|qa|uat|stage|stg|staging|preprod|prd|prod|production|live|local)([-_.][^\\/]+)?\.ya?ml$/,
];

/** The values files of each rendering: those of the option, else of the configuration, else the chart's own. */
function chooseLists(
  { chart }: ChartRoot,
  own: readonly (readonly string[])[] | undefined,
  { helm, values }: RenderSettings,
): readonly (readonly string[])[] {
  if (values.length > 0) return [values];
  return own ?? (helm && helm.ci === false ? [[]] : chart.values);
}

async function buildAll(root: OverlayRoot, worktree: Worktree, settings: RenderSettings): Promise<Rendered[]> {
  const { closure, deployed, isListed } = root;
  const asked = [...(isListed ? [{ closure, deployment: undefined }] : []), ...deployed];
  return await doSideBySide(asked, (each) => build(each.closure, each.deployment, worktree, settings));
}

async function build(
  { root, problems }: Closure,
  deployment: Deployment | undefined,
  worktree: Worktree,
  settings: RenderSettings,
): Promise<Rendered> {
  if (problems.some(({ severity }) => severity === "error")) return { problems };
  const kustomize = settings.kustomize || {};
  const tool = findBuilder(worktree, settings);
  if ("reason" in tool) return notEvaluated(worktree.show(root.file), worktree.show(root.folder), tool.reason);
  const options = optionsFor(tool, root.folder, worktree, settings);
  const builtFor = deployment && {
    name: nameDeployer(deployment.deployer),
    file: deployment.deployer.file,
    namespace: deployment.namespace,
  };
  const built = await buildOverlay(root, { loadRestrictor: kustomize.loadRestrictor ?? "root" }, options, builtFor);
  return deployment ? nameCause(built, deployment, root.document.file) : built;
}

/** What went wrong with a chart or overlay as an object deploys it: at the object, unless a line of the chart or overlay is known. */
function nameCause(rendered: Rendered, { deployer, at }: Deployment, rootFile: string): Rendered {
  const problems = rendered.problems.map((problem) => {
    const message = `As ${nameDeployer(deployer)} deploys it: ${problem.message}`;
    // A line of the object counts from the start of the values in it.
    const isVague = problem.file === deployer.file || (problem.file === rootFile && problem.line === 1);
    return isVague ? sayAt(deployer, at, message, problem.severity) : { ...problem, message };
  });
  return { ...rendered, problems };
}
