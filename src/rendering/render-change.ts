import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { mayDeploy, valuesHolder } from "../pod/deployers.ts";
import { type Collected, displayPath, isRootFile } from "../source/files.ts";
import { isWithin } from "../source/links.ts";
import { findRoot } from "../source/own-files.ts";
import type { Problem, Source } from "../yaml/index.ts";
import { findBefore, findTouched, foldersOfRoots, type Touched } from "./changed-roots.ts";
import type { ChosenRoots, RenderSettings, Root, RootProblem } from "./index.ts";
import { type Listed, listIn } from "./root-files.ts";
import { withoutLinks, worktreeOfNow } from "./worktree.ts";

/** The manifests of a change: now and before it. `base` is `null` where nothing is compared. */
export interface ChangedManifests extends Collected {
  readonly base: readonly Source[] | null;
  /** Other files of the change, which are not judged because of their names. */
  readonly unselected: readonly Source[];
}

/** What a change is, and what of it may be rendered. Files have the names that the user sees. */
export interface ChangeScope {
  /** Every file that differs, manifest or not, gone or new. */
  readonly changedFiles: readonly string[];
  /** Whether the file of a root is among the files that are judged. */
  readonly isWanted: (file: string) => boolean;
  /** Finds the commit before the change; `undefined` where git does not have it: then all that is rendered counts as new. */
  readonly findCommit: () => Promise<string | undefined>;
  /** Chooses the roots that may be judged here, and says why the others are not. Default: all may. */
  readonly choose?: (roots: readonly Root[]) => Promise<ChosenRoots>;
}

/** Adds to a change what the charts and overlays that it touches give, before it and after it, and leaves out their own files. */
export async function renderChange<T extends ChangedManifests>(
  change: T,
  { changedFiles, isWanted, findCommit, choose = takeAll }: ChangeScope,
  settings: RenderSettings,
): Promise<T> {
  const listed = await listIn(worktreeOfNow(), isWanted);
  const first = await findTouched(listed, changedFiles, settings);
  const isNear = ({ file, folder = dirname(resolve(file)) }: RootProblem) =>
    first.changedPaths.some((path) => isWithin(folder, path));
  const problems = [...change.problems, ...first.problems.filter(isNear), ...noteGoneCharts(settings)];
  const mayHaveFed = change.base?.some((source) => mayDeploy(source) || source.text.includes(valuesHolder));
  if (first.touched.length === 0 && !mayHaveTouched(listed, changedFiles) && !mayHaveFed)
    return { ...change, problems };
  const commit = change.base ? await findCommit() : undefined;
  const before = commit === undefined ? undefined : await findBefore(commit, first, changedFiles, isWanted, settings);
  const now = before ? await findTouched(listed, changedFiles, settings, overlaysOf(before)) : first;
  const chosen = await choose(findAffected(now, before));
  const chosenFolders = foldersOfRoots(chosen.roots);
  const left = foldersOfRoots(now.touched.filter((root) => !chosen.roots.includes(root)));
  const rendered = await renderFound(now, chosen.roots, left, choose);
  const renderedBefore = before && (await renderFound(before, withoutFolders(before, left), left));
  const { consumedBy, markEvaluated } = await import("./index.ts");
  const isConsumed = consumedBy({ ...now, roots: withoutFolders(now, left) });
  const then = before ?? now;
  const isConsumedThen = consumedBy({ ...then, roots: withoutFolders(then, left) });
  const isOwn = ({ file }: Source) => !isConsumed(withoutLinks(file));
  const isOwnThen = ({ file }: Source) => !isConsumedThen(then.worktree.pathHere(withoutLinks(file)));
  const deployersLeft = new Set(
    now.roots.filter(({ folder }) => left.has(folder)).flatMap((root) => root.deployments.map((each) => each.deployer)),
  );
  const evaluated = now.evaluated.filter(({ deployer }) => !deployersLeft.has(deployer));
  return {
    ...change,
    sources: [...markEvaluated(change.sources.filter(isOwn), evaluated), ...rendered.sources],
    // A kustomization takes files of any name.
    unselected: change.unselected.filter(isOwn),
    base: change.base && [
      ...markEvaluated(change.base.filter(isOwnThen), before?.evaluated ?? []),
      ...(renderedBefore?.sources ?? []),
    ],
    problems: [
      ...problems,
      ...chosen.problems,
      ...rendered.problems,
      ...[...(before?.problems ?? []), ...(renderedBefore?.problems ?? [])]
        .filter(({ file, severity }) => severity === "error" && chosenFolders.has(dirname(resolve(file))))
        .map(describeBefore),
    ],
  };
}

/** The charts and overlays that a change touches or did touch before it, and the bases that it takes the last user from: these stand for themselves now. */
function findAffected({ roots, touched }: Touched, before: Touched | undefined): readonly Root[] {
  if (!before) return touched;
  const foldersNow = (all: readonly Root[]) => new Set(all.map(({ folder }) => before.worktree.pathNow(folder)));
  const [touchedBefore, allBefore] = [foldersNow(before.touched), foldersNow(before.roots)];
  return roots.filter(
    (root) =>
      touched.includes(root) || touchedBefore.has(root.folder) || (root.isListed && !allBefore.has(root.folder)),
  );
}

function takeAll(roots: readonly Root[]): Promise<ChosenRoots> {
  return Promise.resolve({ roots, problems: [] });
}

/** The folders of now that were overlays, each for itself. */
function overlaysOf({ roots, worktree }: Touched): Set<string> {
  return new Set(roots.flatMap(({ isListed, folder }) => (isListed ? [worktree.pathNow(folder)] : [])));
}

function withoutFolders({ roots, worktree }: Touched, left: ReadonlySet<string>): Root[] {
  return roots.filter(({ folder }) => !left.has(worktree.pathNow(folder)));
}

/** Renders roots of a worktree, and what those deploy that the change touches; `left` are folders that stay as they are. */
async function renderFound(
  { worktree, settings, texts, carriers, isTouched }: Touched,
  wanted: readonly Root[],
  left: ReadonlySet<string>,
  choose?: ChangeScope["choose"],
) {
  const { renderRoots } = await import("./index.ts");
  const folders = foldersOfRoots(wanted);
  return await renderRoots([...wanted, ...carriers.filter(({ folder }) => !folders.has(folder))], worktree, settings, {
    all: texts,
    isJudged: (root) => folders.has(root.folder) || (isTouched(root) && !left.has(worktree.pathNow(root.folder))),
    ...(choose && { choose }),
  });
}

/** Whether a change may have touched what was rendered before it: it has a file that makes its folder a chart or an overlay, or one of any kind is gone. */
function mayHaveTouched({ rootFiles, texts }: Listed, changedFiles: readonly string[]): boolean {
  const isAnyRendered = rootFiles.length > 0 || texts.some(mayDeploy);
  return changedFiles.some((file) => isRootFile(file) || (isAnyRendered && !existsSync(file)));
}

/** Whether a change touches a chart or an overlay of the repository, by the names of its files. */
export async function touchesRoots(
  changedFiles: readonly string[],
  isWanted: (file: string) => boolean,
  settings: RenderSettings,
): Promise<boolean> {
  const listed = await listIn(worktreeOfNow(), isWanted);
  if (mayHaveTouched(listed, changedFiles)) return true;
  const { touched } = await findTouched(listed, changedFiles, settings);
  return touched.length > 0;
}

/** The note on charts that the configuration in force names and that are gone: where one has moved, its lists of values are not rendered. */
function noteGoneCharts({ helm }: RenderSettings): Problem[] {
  const { charts = [] } = helm || {};
  const gone = charts.filter(({ path }) => !existsSync(join(findRoot(), path, "Chart.yaml")));
  const [first] = gone;
  if (!first) return [];
  const names = gone.map(({ path }) => JSON.stringify(path)).join(", ");
  const message = `The configuration in force names ${names} under helm.charts, where there is no chart now. If it has moved, the values that the configuration lists for it are not judged in this run.`;
  return [{ severity: "note", file: displayPath(join(findRoot(), first.path, "Chart.yaml")), line: 1, message }];
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
