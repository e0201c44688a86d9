import { cpSync, existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { mayDeploy } from "../pod/deployers.ts";
import { type Collected, isManifest, isRootFile } from "../source/files.ts";
import { listEntries } from "../source/folders.ts";
import { decodeUtf8 } from "../source/texts.ts";
import type { Problem, Source } from "../yaml/index.ts";
import type { RenderPlace, RenderSettings, Root } from "./index.ts";
import { consumedBy, listRootFilesBelow, withoutLinks, workplace } from "./places.ts";

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

/** Roots that are rendered, and what is said of those that are not. */
export interface ChosenRoots {
  readonly roots: readonly Root[];
  readonly problems: readonly Problem[];
}

/** Adds to a change what the charts and overlays that it touches give, before it and after it, and leaves out their own files. */
export async function renderChange<T extends ChangedManifests>(
  change: T,
  { changedFiles, isWanted, findCommit, choose = takeAll }: ChangeScope,
  settings: RenderSettings,
): Promise<T> {
  const changed = changedFiles.map((file) => resolve(file));
  const here = workplace();
  const { renderRoots, markEvaluated } = await import("./index.ts");
  const rootFiles = await listRootFilesBelow(here.repository, isWanted, here.show);
  const texts = await readDeployerTexts(here, isWanted);
  let now = await findAmong(rootFiles, texts, here, settings);
  const isTouched = (root: Root) => changed.some((path) => root.isTouchedBy(path));
  let touched = now.roots.filter(isTouched);
  const mayBeGone = changedFiles.some(isRootFile) || change.base?.some(mayDeploy);
  const problems = now.problems.filter(({ file }) => changed.some((path) => path.startsWith(dirname(resolve(file)))));
  if (touched.length === 0 && !mayBeGone) return { ...change, problems: [...change.problems, ...problems] };
  const past = change.base && (await findPast(touched));
  if (past) {
    const kept = new Set(past.all.filter(({ isListed }) => isListed).map(({ folder }) => past.placeNow(folder)));
    now = await findAmong(rootFiles, texts, here, settings, kept);
    touched = now.roots.filter(isTouched);
  }
  const foldersBefore = new Set(past?.roots.map(({ folder }) => past.placeNow(folder)));
  const chosen = await choose(now.roots.filter((root) => touched.includes(root) || foldersBefore.has(root.folder)));
  const isChosen = ({ folder }: Root) => chosen.roots.some((root) => root.folder === folder);
  const left = new Set(touched.filter((root) => !chosen.roots.includes(root)).map(({ folder }) => folder));
  const rendered = await renderRoots(
    [...chosen.roots, ...now.carriers.filter((root) => !isChosen(root))],
    here,
    settings,
    { all: texts, isJudged: (root) => isChosen(root) || (isTouched(root) && !left.has(root.folder)), choose },
  );
  const rootsBefore = past?.roots.filter(({ folder }) => !left.has(past.placeNow(folder))) ?? [];
  const renderedBefore = past && (await past.render(rootsBefore));
  const consumed = consumedBy(now.roots.filter(({ folder }) => !left.has(folder)));
  const consumedBefore = past
    ? consumedBy(
        past.all.filter(({ folder }) => !left.has(past.placeNow(folder))),
        past.placeNow,
      )
    : consumed;
  const rootsNow = new Set(chosen.roots.map(({ folder }) => folder));
  const isLeftOut = ({ deployer }: (typeof now.evaluated)[number]) =>
    now.roots.some(
      ({ folder, deployments }) => left.has(folder) && deployments.some((each) => each.deployer === deployer),
    );
  const own = change.sources.filter(({ file }) => !consumed.has(withoutLinks(file)));
  return {
    ...change,
    sources: [
      ...markEvaluated(
        own,
        now.evaluated.filter((part) => !isLeftOut(part)),
      ),
      ...rendered.sources,
    ],
    // A kustomization takes files of any name.
    unselected: change.unselected.filter(({ file }) => !consumed.has(withoutLinks(file))),
    base: change.base && [
      ...markEvaluated(
        change.base.filter(({ file }) => !consumedBefore.has(resolve(file))),
        past?.evaluated ?? [],
      ),
      ...(renderedBefore?.sources ?? []),
    ],
    problems: [
      ...change.problems,
      ...problems,
      ...chosen.problems,
      ...rendered.problems,
      ...[...(past?.problems ?? []), ...(renderedBefore?.problems ?? [])]
        .filter(({ file, severity }) => severity === "error" && rootsNow.has(dirname(resolve(file))))
        .map(describeBefore),
    ],
  };

  /** The roots before the change that it touched, or that are touched now. */
  async function findPast(touchedNow: readonly Root[]) {
    const commit = await findCommit();
    if (commit === undefined) return undefined;
    const { scratchFolder } = await import("./index.ts");
    const folder = join(scratchFolder(), "before");
    // Only a comparison needs git.
    const { checkOut } = await import("../source/git.ts");
    await checkOut(commit, folder);
    await copyIgnoredCharts(rootFiles, here.repository, folder);
    const placeNow = (path: string) => join(here.repository, relative(folder, path));
    const placeBefore = (path: string) => join(folder, relative(here.repository, path));
    const place: RenderPlace = {
      repository: folder,
      workplace: here.repository,
      repositoryOf: () => folder,
      show: (path) => here.show(placeNow(path)),
      pathOf: (file) => placeBefore(here.pathOf(file)),
    };
    const textsBefore = await readDeployerTexts(place, isWanted);
    const files = await listRootFilesBelow(folder, isWanted, place.show);
    const before = await findAmong(files, textsBefore, place, settings);
    const folders = new Set(touchedNow.map((root) => root.folder));
    const isTouchedThen = (root: Root) =>
      folders.has(placeNow(root.folder)) || changed.some((path) => root.isTouchedBy(placeBefore(path)));
    const roots = before.roots.filter(isTouchedThen);
    const settingsBefore = { ...settings, values: settings.values.map(placeBefore) };
    return {
      all: before.roots,
      problems: before.problems,
      evaluated: before.evaluated,
      roots,
      placeNow,
      render: (wanted: readonly Root[]) => {
        const others = before.carriers.filter((root) => !wanted.includes(root));
        return renderRoots([...wanted, ...others], place, settingsBefore, {
          all: textsBefore,
          isJudged: (root) =>
            wanted.some(({ folder: own }) => own === root.folder) ||
            (isTouchedThen(root) && !roots.some((each) => each.folder === root.folder)),
        });
      },
    };
  }
}

/** Copies the charts that `helm dependency build` put into others and git ignores: they are the same before a change, as far as git can tell. */
async function copyIgnoredCharts(rootFiles: readonly string[], repository: string, before: string): Promise<void> {
  for (const file of rootFiles.filter((each) => basename(each) === "Chart.yaml")) {
    const charts = join(dirname(file), "charts");
    const copy = join(before, relative(repository, charts));
    if (!existsSync(charts) || !existsSync(dirname(copy))) continue;
    const entries = (await listEntries(dirname(file))).map(({ name }) => name.split("/"));
    const known = new Set(entries.flatMap(([first, second]) => (first === "charts" && second ? [second] : [])));
    for (const name of readdirSync(charts).filter((each) => !known.has(each) && !existsSync(join(copy, each))))
      cpSync(join(charts, name), join(copy, name), {
        recursive: true,
        filter: (path) => !lstatSync(path).isSymbolicLink(),
      });
  }
}

/** The charts and overlays among files, and those that objects in texts deploy; carriers are those that bring such objects along. */
async function findAmong(
  files: readonly string[],
  texts: readonly Source[],
  place: RenderPlace,
  settings: RenderSettings,
  kept: ReadonlySet<string> = new Set(),
) {
  const { findRootsIn } = await import("./index.ts");
  const own = await findRootsIn(files, place, settings, { kept });
  const deploying = texts.filter(mayDeploy);
  if (deploying.length === 0) return { ...own, carriers: [] };
  const consumed = consumedBy(own.roots);
  const sources = deploying.filter(({ file }) => !consumed.has(place.pathOf(file)));
  const found = await findRootsIn(files, place, settings, { kept, texts: { sources, all: texts } });
  const brings = ({ consumed: paths }: Root) => deploying.some(({ file }) => paths.has(place.pathOf(file)));
  return { ...found, carriers: found.roots.filter(brings) };
}

/** The files of a repository that say what deploys charts and overlays, and the manifests that these may name. */
async function readDeployerTexts(
  { repository, show }: RenderPlace,
  isWanted: ChangeScope["isWanted"],
): Promise<Source[]> {
  const { listFilesWith } = await import("../source/git.ts");
  const files = await listFilesWith(["argoproj.io/", "toolkit.fluxcd.io/", "kind: ConfigMap", "releases:"], repository);
  const paths = files.map((file) => join(repository, file)).filter((path) => isManifest(path) && isWanted(show(path)));
  return paths.flatMap((path) => {
    const text = decodeUtf8(readFileSync(path));
    return text === undefined ? [] : [{ file: show(path), text }];
  });
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
  const { roots } = await findAmong(files, await readDeployerTexts(here, isWanted), here, settings);
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
