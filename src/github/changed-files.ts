import type { PullScope, Trigger } from "./event.ts";
import { explainFailure, UnreadableChange, unreachable } from "./failures.ts";
import type { Answer, GitHub } from "./octokit.ts";
import { compareTrees, type TreeDifference } from "./trees.ts";

/** A file that the change touches (REST "List pull requests files"). */
export interface ChangedFile {
  readonly filename: string;
  readonly status: string;
  /** The blob's id at the head. */
  readonly sha: string;
  /** The mode at the head, where it is known. */
  readonly mode?: string;
  readonly previous_filename?: string;
  /** The hunks; absent if the file is too large, binary or only renamed. */
  readonly patch?: string;
  readonly additions?: number;
  readonly deletions?: number;
}

export interface Listing {
  readonly files: readonly ChangedFile[];
  /** The commit that the head and the base share, if the listing names it. */
  readonly mergeBase: string | undefined;
  /** Whether the pull request has another head by now: nothing may be written on it then. */
  readonly hasMoved: boolean;
}

/** The most files that GitHub lists of a pull request, and of a comparison (docs.github.com, REST "Pulls" and "Commits"). */
const mostFiles = { pull: 3000, comparison: 300 };

/** Lists every file that the change touches; `withPatches` if something may be written about them. Throws an UnreadableChange if GitHub does not give all. */
export async function listChanges(
  github: GitHub,
  trigger: Trigger,
  { withPatches }: { readonly withPatches: boolean },
): Promise<Listing> {
  const { scope, headSha } = trigger;
  if (scope.kind !== "pull") return listRange(github, trigger);
  const { changedFiles } = scope;
  // A listing that is known to be too short is not asked for.
  const isLong = changedFiles !== undefined && changedFiles > mostFiles.pull;
  const files = isLong ? undefined : await listPullRequest(github, trigger, scope, withPatches ? 50 : 100);
  // GitHub lists the head as it is now. A run that is started again judges the head that it was started for.
  const revisions = files?.map((file) => /[?&]ref=([0-9a-f]{40})$/.exec(file.contents_url)?.[1] ?? headSha) ?? [];
  const isGone = files?.length === 0 && changedFiles !== 0;
  const hasMoved = revisions.some((revision) => revision !== headSha) || (isGone && changedFiles !== undefined);
  const isWhole = files && files.length >= (changedFiles ?? 0) && files.length < mostFiles.pull;
  if (isWhole && !isGone && !hasMoved) return { files, mergeBase: undefined, hasMoved };
  return { ...(await listRange(github, trigger)), hasMoved };
}

/** Lists the files of a pull request; `undefined` where GitHub can't, as if the diff is too large. GitHub leaves patches out of pages longer than 50 (openjdk/skara#1302). */
async function listPullRequest(github: GitHub, { owner, repo }: Trigger, { number }: PullScope, pageSize: number) {
  const answer = await github.ask(async ({ paginate, rest }) => ({
    data: await paginate(rest.pulls.listFiles, { owner, repo, pull_number: number, per_page: pageSize }),
  }));
  if (answer.ok) return answer.data.map((file) => ({ ...file, sha: file.sha ?? "" }));
  if (answer.status >= 500 || answer.status === 422) return undefined;
  throw new UnreadableChange(
    `The files of pull request ${number} could not be listed: ${explainFailure(answer, "pull-requests: read")}.`,
  );
}

/** Lists what differs between the merge base and the head: by GitHub's comparison, or by the trees of both where that is too short. */
async function listRange(github: GitHub, trigger: Trigger): Promise<Listing> {
  const { baseSha, headSha } = trigger;
  const answer = await compareCommits(github, trigger);
  const since = /^[0-9a-f]{40}$/.test(baseSha) ? baseSha.slice(0, 7) : baseSha;
  if (!answer.ok) {
    const gone = `GitHub does not know both commits: ${since} is gone after a forced push, or the job lacks \`contents: read\``;
    const why = answer.status === 404 ? gone : explainFailure(answer, "contents: read");
    throw new UnreadableChange(`The changes since ${since} could not be listed: ${why}.`);
  }
  const { files, mergeBase } = answer.data;
  if (files && files.length < mostFiles.comparison) return { files, mergeBase, hasMoved: false };
  const differences = await compareTrees(github, trigger, [mergeBase, headSha]);
  return { files: addDifferences(files ?? [], differences), mergeBase, hasMoved: false };
}

/** Adds to the files of a comparison those that only the trees tell. A file that only moved is known by its id. */
function addDifferences(compared: readonly ChangedFile[], differences: readonly TreeDifference[]): ChangedFile[] {
  const isRenamed = ({ status }: ChangedFile) => status === "renamed";
  const moved = new Set(compared.filter(isRenamed).map(({ previous_filename: previous }) => previous));
  const listed = new Set(compared.map(({ filename }) => filename));
  const others = differences.filter(({ path, after }) => !listed.has(path) && (after || !moved.has(path)));
  const gone = new Map(others.flatMap(({ path, before, after }) => (before && !after ? [[before.sha, path]] : [])));
  const files: ChangedFile[] = [];
  for (const { path: filename, before, after } of others) {
    if (!after) continue;
    const previous = before ? undefined : gone.get(after.sha);
    const file = { filename, ...after };
    if (previous === undefined) files.push({ ...file, status: before ? "modified" : "added" });
    else files.push({ ...file, status: "renamed", previous_filename: previous });
    if (previous !== undefined && gone.delete(after.sha)) moved.add(previous);
  }
  const removed = others.filter(({ path, after }) => !after && !moved.has(path));
  return [
    ...compared,
    ...files,
    ...removed.map(({ path: filename, before }) => ({ filename, sha: before?.sha ?? "", status: "removed" })),
  ];
}

export interface Comparison {
  /** `undefined` where GitHub did not list them. */
  readonly files: readonly ChangedFile[] | undefined;
  readonly mergeBase: string;
}

/** Compares the base and the head: the files that differ since the commit that they share, and that commit. */
export async function compareCommits(
  github: GitHub,
  { owner, repo, baseSha, headSha }: Trigger,
): Promise<Answer<Comparison>> {
  const parameters = { owner, repo, basehead: `${baseSha}...${headSha}`, per_page: 1 };
  const answer = await github.ask(({ rest }) => rest.repos.compareCommitsWithBasehead(parameters));
  if (!answer.ok) return answer;
  const { files, merge_base_commit: common } = answer.data;
  if (!common?.sha) return unreachable("the answer has no merge base", 200);
  return { ok: true, data: { files: files?.map((file) => ({ ...file, sha: file.sha ?? "" })), mergeBase: common.sha } };
}
