import { mayDeploy } from "../pod/index.ts";
import { keepDistinct } from "../review/groups.ts";
import { type Problem, type Source, withFullReader } from "../yaml/index.ts";
import { markEvaluated } from "./evaluated-parts.ts";
import { findAll, findDeployed } from "./find-roots.ts";
import { noteHelmfile } from "./helm/helmfile.ts";
import { noteLeftOut } from "./left-out-notes.ts";
import { type RenderedRoot, renderRoot } from "./render-root.ts";
import type { ChosenRoots, Root } from "./roots.ts";
import { findOwnLists, type RenderSettings } from "./settings.ts";
import { doSideBySide } from "./side-by-side.ts";
import type { Worktree } from "./worktree.ts";

/** The most steps from an object that deploys others to the last of them: Applications of Applications, and no circle. */
const mostSteps = 8;

/** What is looked up for what is rendered, and what of it is judged. */
export interface RenderScope {
  /** The texts in which is found what objects of Argo CD and Flux name. */
  readonly all?: readonly Source[];
  /** Whether a root is judged; one that is not only tells what it deploys. Default: each is. */
  readonly isJudged?: (root: Root) => boolean;
  /** Chooses what may be rendered of what is deployed, and says why the rest is not. Default: all may. */
  readonly choose?: (roots: readonly Root[]) => Promise<ChosenRoots>;
}

/** Renders charts and overlays, and what these deploy. What can't be rendered is a problem. */
export async function renderRoots(
  roots: readonly Root[],
  worktree: Worktree,
  settings: RenderSettings,
  { all = [], isJudged = () => true, choose }: RenderScope = {},
): Promise<{ readonly sources: readonly Source[]; readonly problems: readonly Problem[] }> {
  const known = new Set(roots.flatMap(({ deployments }) => deployments.map(keyOfDeployment)));
  let done: RenderedRoot[] = [];
  let problems: readonly Problem[] = [];
  let open = roots;
  for (let step = 0; open.length > 0 && step < mostSteps; step++) {
    const rendered = await doSideBySide(open, (root) => renderRoot(root, worktree, settings));
    const sources = rendered.flatMap((each) => each.sources);
    const texts = { sources: sources.filter(mayDeploy), all: [...sources, ...all] };
    const deployed = await findDeployed(texts, worktree, settings);
    const fresh = deployed.deployments.filter((each) => !known.has(keyOfDeployment(each)));
    for (const each of fresh) known.add(keyOfDeployment(each));
    const found = await withFullReader(() =>
      findAll([], new Set(), { ...deployed, deployments: fresh }, worktree, settings),
    );
    const judged = step === 0 ? rendered.filter(({ root }) => isJudged(root)) : rendered;
    const files = new Set(judged.flatMap((each) => each.sources.map(({ file }) => file)));
    const isDeployedByJudged = ({ deployments }: Root) =>
      deployments.some(({ deployer: { document } }) => files.has(document.file));
    const next = found.roots.filter((root) => isJudged(root) || isDeployedByJudged(root));
    const chosen = (await choose?.(next)) ?? { roots: next, problems: [] };
    open = chosen.roots;
    // What deploys an overlay judges it.
    const replaced = new Set(open.flatMap(({ kind, folder }) => (kind === "overlay" ? [folder] : [])));
    const notes = judged.length > 0 ? [...found.problems, ...chosen.problems] : [];
    problems = [...problems, ...judged.flatMap((each) => each.problems), ...notes];
    const marked = judged.map((each) => ({ ...each, sources: markEvaluated(each.sources, found.evaluated) }));
    done = [...done, ...marked].map((each) => withoutOwn(each, replaced));
  }
  // Values that the configuration or an option names replace Helmfile's too.
  const chartsAsTheyAre = ({ root: { kind, folder }, sources }: RenderedRoot) =>
    kind === "chart" && sources.length > 0 && settings.values.length === 0 && !findOwnLists(folder, worktree, settings)
      ? [folder]
      : [];
  return {
    sources: done.flatMap(({ sources }) => sources),
    // What is wrong with a base is wrong with each overlay of it.
    problems: keepDistinct([
      ...problems,
      ...noteLeftOut(done.flatMap(({ ingredients }) => ingredients)),
      ...noteHelmfile(all, done.flatMap(chartsAsTheyAre), worktree),
    ]),
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
