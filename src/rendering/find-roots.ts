import { mayDeploy } from "../pod/index.ts";
import { type Source, withFullReader } from "../yaml/index.ts";
import { type DeployerPart, type Deployments, findDeployments } from "./deployers/find-deployments.ts";
import { consumedBy, type FoundRoots, findRoots } from "./roots.ts";
import { findOwnLists, type RenderSettings } from "./settings.ts";
import type { Worktree } from "./worktree.ts";

/** What may be rendered. */
export interface FoundHere extends FoundRoots {
  /** The objects of Argo CD and Flux of which all that they deploy is among the roots. */
  readonly evaluated: readonly DeployerPart[];
}

/** Finds the charts and overlays among files, which have absolute paths, and those that objects of Argo CD and Flux in texts deploy. */
export async function findRootsIn(
  files: readonly string[],
  texts: readonly Source[],
  worktree: Worktree,
  settings: RenderSettings,
  kept: ReadonlySet<string> = new Set(),
): Promise<FoundHere> {
  const own = await withFullReader(() => findAll(files, kept, nothingDeployed, worktree, settings));
  // What a chart or an overlay brings along is found when that is rendered.
  const isConsumed = consumedBy(own);
  const sources = texts.filter((text) => mayDeploy(text) && !isConsumed(worktree.pathOf(text.file)));
  if (sources.length === 0) return own;
  const deployed = await findDeployed({ sources, all: texts }, worktree, settings);
  return await withFullReader(() => findAll(files, kept, deployed, worktree, settings));
}

/** The charts and overlays among files, and those that are deployed: of each repository by itself. */
export function findAll(
  files: readonly string[],
  kept: ReadonlySet<string>,
  { deployments, fromHere, problems: notes }: Deployments,
  worktree: Worktree,
  settings: RenderSettings,
): FoundHere {
  const { helm, kustomize, values } = settings;
  const folders = deployments.map(({ folder }) => folder);
  const repositories = new Set([...files, ...folders].map(worktree.repositoryOf));
  const found = [...repositories].map((repository) =>
    findRoots(
      files.filter((file) => worktree.repositoryOf(file) === repository),
      {
        charts: helm !== false,
        valuesOf: (folder) => [...values, ...(findOwnLists(folder, worktree, settings) ?? []).flat()],
        kept,
        overlays: kustomize === false ? false : (kustomize.roots ?? true),
        deployments: deployments.filter(({ folder }) => worktree.repositoryOf(folder) === repository),
      },
      { repository, show: worktree.show },
    ),
  );
  const roots = found.flatMap((each) => each.roots);
  const rendered = new Set(roots.flatMap((root) => root.deployments));
  const isRendered = ({ deployer }: DeployerPart) =>
    deployments.every((each) => each.deployer !== deployer || rendered.has(each));
  return {
    roots,
    unrendered: found.flatMap((each) => each.unrendered),
    problems: [...found.flatMap(({ problems }) => problems), ...(helm === false && kustomize === false ? [] : notes)],
    evaluated: fromHere.filter(isRendered),
  };
}

const nothingDeployed: Deployments = { deployments: [], fromHere: [], problems: [] };

/** Where objects of Argo CD and Flux are looked for, and where what they name is. */
export interface DeployerTexts {
  readonly sources: readonly Source[];
  readonly all: readonly Source[];
}

/** What objects of Argo CD and Flux among texts deploy; nothing where `--values` says what to render. */
export async function findDeployed(
  { sources, all }: DeployerTexts,
  worktree: Worktree,
  { values }: RenderSettings,
): Promise<Deployments> {
  if (sources.length === 0 || values.length > 0) return nothingDeployed;
  const repositoryOf = ({ file }: Source) => worktree.repositoryOf(worktree.pathOf(file));
  const found = await Promise.all(
    [...new Set(sources.map(repositoryOf))].map((repository) => {
      const own = sources.filter((source) => repositoryOf(source) === repository);
      return findDeployments(own, all, { repository, show: worktree.show, pathOf: worktree.pathOf });
    }),
  );
  return {
    deployments: found.flatMap(({ deployments }) => deployments),
    fromHere: found.flatMap(({ fromHere }) => fromHere),
    problems: found.flatMap(({ problems }) => problems),
  };
}
