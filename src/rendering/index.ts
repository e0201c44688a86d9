import { mayDeploy } from "../pod/index.ts";
import type { CarriedFix, CarriedFixes, WantedFix } from "../review/source-edits.ts";
import { type Problem, type Source, withFullReader } from "../yaml/index.ts";
import { type Deployments, findDeployments, type SettledPart } from "./deployers/index.ts";
import { markEvaluated } from "./evaluated.ts";
import { carryToChartFiles } from "./helm/fixes.ts";
import { noteHelmfile } from "./helm/helmfile.ts";
import { carryToOverlayFiles } from "./kustomize/fixes.ts";
import { noteLeftOut } from "./left-out.ts";
import { type RenderedRoot, renderRoot } from "./render-root.ts";
import { type FoundRoots, findRoots, type Root } from "./roots.ts";
import { findBuilder, findHelm, findOwnLists, optionsFor, type RenderPlace, type RenderSettings } from "./settings.ts";
import { doSideBySide } from "./side-by-side.ts";

export { markEvaluated } from "./evaluated.ts";
export { type FilesBehind, filesBehind } from "./files-behind.ts";
export type { Root } from "./roots.ts";
export { scratchFolder } from "./run.ts";
export type { RenderPlace, RenderSettings } from "./settings.ts";

/** What may be rendered. */
export interface FoundHere extends FoundRoots {
  /** The objects of Argo CD and Flux of which all that they deploy is among the roots. */
  readonly evaluated: readonly SettledPart[];
}

/** Where objects of Argo CD and Flux are looked for, and where what they name is. */
export interface DeployerTexts {
  readonly sources: readonly Source[];
  readonly all: readonly Source[];
}

/** Finds the charts and overlays among files, which have absolute paths, and those that objects of Argo CD and Flux deploy. */
export async function findRootsIn(
  files: readonly string[],
  place: RenderPlace,
  settings: RenderSettings,
  { kept = new Set(), texts }: { readonly kept?: ReadonlySet<string>; readonly texts?: DeployerTexts } = {},
): Promise<FoundHere> {
  const deployed = await findDeployed(texts, place, settings);
  return await withFullReader(() => findAll(files, kept, deployed, place, settings));
}

/** The charts and overlays among files, and those that are deployed: of each repository by itself. */
function findAll(
  files: readonly string[],
  kept: ReadonlySet<string>,
  { deployments, settled, problems: notes }: Deployments,
  place: RenderPlace,
  settings: RenderSettings,
): FoundHere {
  const { helm, kustomize, values } = settings;
  const folders = deployments.map(({ folder }) => folder);
  const repositories = new Set([...files, ...folders].map(place.repositoryOf));
  const found = [...repositories].map((repository) =>
    findRoots(
      files.filter((file) => place.repositoryOf(file) === repository),
      {
        charts: helm !== false,
        valuesOf: (folder) => [...values, ...(findOwnLists(folder, place, settings) ?? []).flat()],
        kept,
        overlays: kustomize === false ? false : (kustomize.roots ?? true),
        deployments: deployments.filter(({ folder }) => place.repositoryOf(folder) === repository),
      },
      { repository, show: place.show },
    ),
  );
  const roots = found.flatMap((each) => each.roots);
  const rendered = new Set(roots.flatMap((root) => root.deployments));
  const isRendered = ({ deployer }: SettledPart) =>
    deployments.every((each) => each.deployer !== deployer || rendered.has(each));
  return {
    roots,
    problems: [...found.flatMap(({ problems }) => problems), ...(helm === false && kustomize === false ? [] : notes)],
    evaluated: settled.filter(isRendered),
  };
}

const nothingDeployed: Deployments = { deployments: [], settled: [], problems: [] };

/** What objects of Argo CD and Flux among texts deploy; nothing where `--values` says what to render. */
async function findDeployed(
  texts: DeployerTexts | undefined,
  place: RenderPlace,
  { values }: RenderSettings,
): Promise<Deployments> {
  const sources = texts?.sources.filter(mayDeploy) ?? [];
  if (!texts || sources.length === 0 || values.length > 0) return nothingDeployed;
  const repositoryOf = ({ file }: Source) => place.repositoryOf(place.pathOf(file));
  const found = await Promise.all(
    [...new Set(sources.map(repositoryOf))].map((repository) => {
      const own = sources.filter((source) => repositoryOf(source) === repository);
      return findDeployments(own, texts.all, { repository, show: place.show, pathOf: place.pathOf });
    }),
  );
  return {
    deployments: found.flatMap(({ deployments }) => deployments),
    settled: found.flatMap(({ settled }) => settled),
    problems: found.flatMap(({ problems }) => problems),
  };
}

/** The most steps from an object that deploys others to the last of them: Applications of Applications, and no circle. */
const mostSteps = 8;

/** What is looked up for what is rendered, and what of it is judged. */
export interface RenderScope {
  /** The texts in which is found what objects of Argo CD and Flux name. */
  readonly all?: readonly Source[];
  /** Whether a root is judged; one that is not only tells what it deploys. Default: each is. */
  readonly isJudged?: (root: Root) => boolean;
  /** Chooses what may be rendered of what is deployed, and says why the rest is not. Default: all may. */
  readonly choose?: (
    roots: readonly Root[],
  ) => Promise<{ readonly roots: readonly Root[]; readonly problems: readonly Problem[] }>;
}

/** Renders charts and overlays, and what these deploy. What can't be rendered is a problem. */
export async function renderRoots(
  roots: readonly Root[],
  place: RenderPlace,
  settings: RenderSettings,
  { all = [], isJudged = () => true, choose }: RenderScope = {},
): Promise<{ readonly sources: readonly Source[]; readonly problems: readonly Problem[] }> {
  const known = new Set(roots.flatMap(({ deployments }) => deployments.map(keyOfDeployment)));
  let done: RenderedRoot[] = [];
  let open = roots;
  for (let step = 0; open.length > 0 && step < mostSteps; step++) {
    const rendered = await doSideBySide(open, (root) => renderRoot(root, place, settings));
    const sources = rendered.flatMap((each) => each.sources);
    const deployed = await findDeployed({ sources, all: [...sources, ...all] }, place, settings);
    const fresh = deployed.deployments.filter((each) => !known.has(keyOfDeployment(each)));
    for (const each of fresh) known.add(keyOfDeployment(each));
    const found = await withFullReader(() =>
      findAll([], new Set(), { ...deployed, deployments: fresh }, place, settings),
    );
    const judged = step === 0 ? rendered.filter(({ root }) => isJudged(root)) : rendered;
    const files = new Set(judged.flatMap((each) => each.sources.map(({ file }) => file)));
    const isDeployedByJudged = ({ deployments }: Root) =>
      deployments.some(({ deployer: { document } }) => files.has(document.file));
    const next = found.roots.filter((root) => isJudged(root) || isDeployedByJudged(root));
    const chosen = choose ? await choose(next) : { roots: next, problems: [] };
    open = chosen.roots;
    // What deploys an overlay judges it.
    const replaced = new Set(open.flatMap(({ kind, folder }) => (kind === "overlay" ? [folder] : [])));
    const notes = judged.length > 0 ? [...found.problems, ...chosen.problems] : [];
    done = [...done, ...judged.map((each) => ({ ...each, sources: markEvaluated(each.sources, found.evaluated) }))].map(
      (each) => withoutOwn(each, replaced),
    );
    const [last] = done.slice(-1);
    if (last) done = [...done.slice(0, -1), { ...last, problems: [...last.problems, ...notes] }];
  }
  // Who says which values count has said those of Helmfile, too.
  const chartsAsTheyAre = ({ root: { kind, folder }, sources }: RenderedRoot) =>
    kind === "chart" && sources.length > 0 && settings.values.length === 0 && !findOwnLists(folder, place, settings)
      ? [folder]
      : [];
  return {
    sources: done.flatMap(({ sources }) => sources),
    problems: [
      ...done.flatMap(({ problems }) => problems),
      ...noteLeftOut(done.flatMap(({ ingredients }) => ingredients)),
      ...noteHelmfile(all, done.flatMap(chartsAsTheyAre), place),
    ],
  };
}

function keyOfDeployment({ deployer, folder }: Root["deployments"][number]): string {
  const { kind, namespace, name, file } = deployer;
  return JSON.stringify([kind, namespace, name, file, folder]);
}

/** What is rendered of a root, without what it is by itself where an object deploys it. */
function withoutOwn(rendered: RenderedRoot, replaced: ReadonlySet<string>): RenderedRoot {
  const { root, sources } = rendered;
  if (root.kind !== "overlay" || !replaced.has(root.folder)) return rendered;
  return { ...rendered, sources: sources.filter(({ rendering }) => rendering?.deployer !== undefined) };
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
    const carried = await carry(own, asked, optionsFor(tool, place.repository, place, settings));
    for (const [id, fix] of carried.fixes) fixes.set(id, fix);
    for (const [file, text] of carried.texts) texts.set(file, text);
  }
  return { fixes, texts };
}
