import type { PullScope, Trigger } from "./event.ts";
import { explainFailure } from "./failures.ts";
import type { Answer, GitHub } from "./octokit.ts";

/** A file that the change touches (REST "List pull requests files"). */
export interface ChangedFile {
  readonly filename: string;
  readonly status: string;
  /** The blob's id at the head. */
  readonly sha: string;
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

/** A change that can't be listed or read whole. It is never taken for clean: the run could not evaluate it. */
export class UnreadableChange extends Error {}

/** The most files that GitHub lists of a pull request, and of a comparison (docs.github.com, REST "Pulls" and "Commits"). */
const mostFiles = { pull: 3000, comparison: 300 };

/** Lists every file that the change touches; `withPatches` if something may be written about them. */
export async function listChanges(
  github: GitHub,
  trigger: Trigger,
  { withPatches }: { readonly withPatches: boolean },
): Promise<Listing> {
  const { scope, headSha } = trigger;
  if (scope.kind !== "pull") return listRange(github, trigger);
  const listed = await listPullRequest(github, trigger, scope, withPatches ? 50 : 100);
  // GitHub lists the head as it is now. A run that is started again judges the head that it was started for.
  const revision = /[?&]ref=([0-9a-f]{40})$/.exec(listed[0]?.contents_url ?? "")?.[1] ?? headSha;
  if (revision === headSha) return { files: listed, mergeBase: undefined, hasMoved: false };
  return { ...(await listRange(github, trigger)), hasMoved: true };
}

/** Lists the files of a pull request. GitHub leaves patches out of pages longer than 50 (openjdk/skara#1302). */
async function listPullRequest(
  github: GitHub,
  { owner, repo }: Trigger,
  { number, changedFiles = Number.NaN }: PullScope,
  pageSize: number,
) {
  const answer = await github.ask(async ({ paginate, rest }) => ({
    data: await paginate(rest.pulls.listFiles, { owner, repo, pull_number: number, per_page: pageSize }),
  }));
  if (!answer.ok)
    throw new UnreadableChange(
      `The files of pull request ${number} could not be listed: ${explainFailure(answer, "pull-requests: read")}.`,
    );
  const files = answer.data.map((file) => ({ ...file, sha: file.sha ?? "" }));
  if (files.length < changedFiles || (Number.isNaN(changedFiles) && files.length >= mostFiles.pull))
    throw new UnreadableChange(
      `GitHub lists ${files.length} of the ${changedFiles || "more than 3,000"} changed files: a pull request can have at most ${mostFiles.pull}. Split it.`,
    );
  return files;
}

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
  if (files.length < mostFiles.comparison) return { files, mergeBase, hasMoved: false };
  const before = await listTree(github, trigger, mergeBase);
  const after = await listTree(github, trigger, headSha);
  const changed = [...after]
    .filter(([name, sha]) => before.get(name) !== sha)
    .map(([filename, sha]) => ({ filename, sha, status: before.has(filename) ? "modified" : "added" }));
  const removed = [...before]
    .filter(([name]) => !after.has(name))
    .map(([filename, sha]) => ({ filename, sha, status: "removed" }));
  return { files: [...changed, ...removed], mergeBase, hasMoved: false };
}

/** Lists all files of a commit, with the ids of their blobs: a comparison that is too long does not. */
export async function listTree(github: GitHub, { owner, repo }: Trigger, commit: string): Promise<Map<string, string>> {
  const parameters = { owner, repo, tree_sha: commit, recursive: "1" };
  const answer = await github.ask(({ rest }) => rest.git.getTree(parameters));
  if (!answer.ok || answer.data.truncated)
    throw new UnreadableChange(
      `The files of ${commit.slice(0, 7)} could not be listed: ${answer.ok ? "there are more than GitHub lists" : explainFailure(answer, "contents: read")}.`,
    );
  const files = answer.data.tree.filter(({ type }) => type !== "tree");
  return new Map(files.map(({ path, sha }) => [path, sha]));
}

export interface Comparison {
  readonly files: readonly ChangedFile[];
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
  const { files = [], merge_base_commit: common } = answer.data;
  return { ok: true, data: { files: files.map((file) => ({ ...file, sha: file.sha ?? "" })), mergeBase: common.sha } };
}
