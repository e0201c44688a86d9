import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { selectsPath } from "../pod/patterns.ts";
import type { ChosenRoots, Root } from "../rendering/index.ts";
import { renderChange, touchesRoots } from "../rendering/render-change.ts";
import { type CheckedOut, findCommonCommit, listBlobs, readCheckedOut } from "../source/commits.ts";
import { UsageError } from "../source/errors.ts";
import { displayPath, isRootFile } from "../source/files.ts";
import { isCommit } from "../source/git.ts";
import type { Problem, Source } from "../yaml/index.ts";
import { isSameBlob } from "./blobs.ts";
import type { ChangedFile, Listing } from "./changed-files.ts";
import type { Trigger } from "./event.ts";
import { UnreadableChange } from "./failures.ts";
import type { GitHub } from "./octokit.ts";
import type { Options } from "./options.ts";
import { listTree } from "./trees.ts";

/** The part of a change that its charts and overlays alter. */
interface Renderable {
  /** The changed files of which something is said. */
  readonly files: readonly ChangedFile[];
  readonly sources: readonly Source[];
  readonly unselected: readonly Source[];
  readonly before: readonly Source[];
  readonly isCompared: boolean;
  readonly problems: readonly Problem[];
}

/** Whether a file of a repository may make its folder a chart or an overlay that is judged. */
export function selectsRoot({ files }: Pick<Options, "files">, file: string): boolean {
  return selectsPath(files, file) || (isRootFile(file) && selectsPath(files, `${file}.yaml`));
}

/** Whether a change may touch a chart or an overlay, by the paths of its files: it may without any manifest, as by a helper of a chart's templates. */
export async function mayTouchRoots(
  { mayReadWorkspace, workspace }: Trigger,
  options: Options,
  paths: readonly string[],
): Promise<boolean> {
  const { rendering } = options;
  if (!rendering) return false;
  if (paths.some(looksRendered)) return true;
  if (!mayReadWorkspace || !existsSync(join(workspace, ".git"))) return false;
  return await touchesRoots(paths, (file) => selectsRoot(options, file), rendering);
}

/** Whether a path is one that files of charts and overlays have. */
function looksRendered(path: string): boolean {
  return isRootFile(path) || /(^|\/)(templates|charts)\/|(^|\/)values[^/]*\.ya?ml$|\.tpl$/.test(path);
}

/**
 * Renders the charts and overlays that a change touches, where the job's checkout is that of the head or of its merge with the base, and the event brings no
 * foreign code with rights. Elsewhere it says why not: as an error where the workflow asks for rendering.
 */
export async function renderTouched(
  github: GitHub,
  trigger: Trigger,
  options: Options,
  { files: changed, mergeBase }: Listing,
  change: Renderable,
): Promise<Renderable> {
  const { rendering, render } = options;
  if (!rendering) return change;
  const severity = render === true ? "error" : "note";
  const say = (file: string, message: string): Problem => ({ severity, file, line: 1, message });
  const checkedOut = await findCheckout(trigger);
  if (typeof checkedOut === "string") {
    const touched = await findRendered(github, trigger, options, changed);
    return touched === undefined ? change : { ...change, problems: [...change.problems, say(touched, checkedOut)] };
  }
  const notes: Problem[] = [];
  const { base, ...rendered } = await renderChange(
    { ...change, base: change.isCompared ? change.before : null },
    {
      changedFiles: changed.flatMap(({ filename, previous_filename: previous }) => [
        filename,
        ...(previous ? [previous] : []),
      ]),
      isWanted: (file) => selectsRoot(options, file),
      findCommit: async () => {
        const commit = await findCommitBefore(trigger, mergeBase);
        const [first] = changed;
        if (commit === undefined && first)
          notes.push({ severity: "note", file: first.filename, line: 1, message: noBase });
        return commit;
      },
      choose: (roots) => chooseSame(github, trigger, checkedOut, roots, say),
    },
    rendering,
  );
  const parts = new Set(rendered.sources.flatMap(({ rendering: by }) => [...(by?.parts?.keys() ?? [])]));
  const known = new Set(change.files.map(({ filename }) => filename));
  const isPart = ({ filename, status }: ChangedFile) =>
    status !== "removed" && parts.has(filename) && !known.has(filename);
  const said = rendered.sources.some((source) => source.rendering) ? notes : [];
  return {
    ...rendered,
    before: base ?? change.before,
    files: [...change.files, ...changed.filter(isPart)],
    problems: [...rendered.problems, ...said],
  };
}

const addCheckout = "Put actions/checkout with `fetch-depth: 0` before this step, or choose `render: false`.";

const noBase =
  "What is found in charts and overlays counts as new: the checkout does not have the commit that the change started from. Give actions/checkout `fetch-depth: 0`.";

/** Finds the checkout, which is the working directory, if it may be rendered; else returns a sentence that says why not and what to do. */
async function findCheckout({ mayReadWorkspace, workspace, headSha }: Trigger): Promise<CheckedOut | string> {
  if (!mayReadWorkspace)
    return "Charts and overlays are not evaluated: this event gives the job rights that the change's author may lack, so nothing of the change is run. Review them by a workflow on pull_request, with actions/checkout (`fetch-depth: 0`) before this step.";
  if (!existsSync(workspace)) return `Charts and overlays are not evaluated: there is no checkout. ${addCheckout}`;
  const checkedOut = await readCheckedOut();
  if (!checkedOut)
    return `Charts and overlays are not evaluated: the workspace is not a checkout that git opens. ${addCheckout}`;
  if ([checkedOut.commit, ...checkedOut.parents].includes(headSha)) return checkedOut;
  return `Charts and overlays are not evaluated: the checkout is at ${checkedOut.commit.slice(0, 7)}, which is neither the head ${headSha.slice(0, 7)} nor its merge with the base. ${addCheckout}`;
}

/** A changed file that belongs to a chart or an overlay, by the names of the head's files; `undefined` if none does as far as can be seen. */
async function findRendered(
  github: GitHub,
  trigger: Trigger,
  options: Options,
  changed: readonly ChangedFile[],
): Promise<string | undefined> {
  const names = changed.map(({ filename }) => filename);
  const own = names.find((name) => isRootFile(name) && selectsRoot(options, name));
  // Listing all files costs another call, so there has to be a reason.
  if (own !== undefined || !(options.render === true || names.some(looksRendered))) return own;
  try {
    const tree = await listTree(github, trigger, trigger.headSha);
    const rootFiles = [...tree.keys()].filter((file) => isRootFile(file) && selectsRoot(options, file));
    const folders = rootFiles.map((file) => file.slice(0, file.lastIndexOf("/") + 1));
    return names.find((name) => folders.some((folder) => name.startsWith(folder)));
  } catch (error) {
    if (error instanceof UnreadableChange) return names.find(looksRendered);
    throw error;
  }
}

async function findCommitBefore(
  { baseSha, headSha }: Trigger,
  mergeBase: string | undefined,
): Promise<string | undefined> {
  if (mergeBase === undefined) return await findCommonCommit(baseSha, headSha);
  return (await isCommit(mergeBase)) ? mergeBase : undefined;
}

/** Chooses the roots of which every file is the head's: a merge with the base, or a step of the job, may have changed some. */
async function chooseSame(
  github: GitHub,
  trigger: Trigger,
  { commit }: CheckedOut,
  roots: readonly Root[],
  say: (file: string, message: string) => Problem,
): Promise<ChosenRoots> {
  if (roots.length === 0) return { roots, problems: [] };
  const here = await listBlobs(commit);
  const head = (await listBlobs(trigger.headSha)) ?? (await listIds(github, trigger));
  if (!here) throw new UsageError(`git could not list the files of ${commit}, which is checked out.`);
  const top = realpathSync(process.cwd());
  const paths = [...new Set([...head.keys(), ...here.keys()])];
  const chosen: Root[] = [];
  const problems: Problem[] = [];
  for (const root of roots) {
    const own = paths.filter((path) => root.isTouchedBy(join(top, path)));
    const other = own.find((path) => head.get(path) !== here.get(path) || !isSameBlob(top, path, head.get(path)));
    if (other === undefined) chosen.push(root);
    else problems.push(say(other, describeOther(displayPath(root.folder))));
  }
  return { roots: chosen, problems };
}

async function listIds(github: GitHub, trigger: Trigger): Promise<Map<string, string>> {
  const tree = await listTree(github, trigger, trigger.headSha);
  return new Map([...tree].map(([path, { sha }]) => [path, sha]));
}

function describeOther(folder: string): string {
  return `${folder}: not evaluated: in the checkout this file is not what the head has. Bring the branch up to date with its base, or check the head itself out (\`ref: \${{ github.event.pull_request.head.sha }}\`).`;
}
