import { type Answer, type Api, reason } from "./api.ts";
import type { PullScope, Trigger } from "./event.ts";

/** A file of the change, as GitHub lists it (REST "List pull requests files"). */
export interface ChangedFile {
  readonly filename: string;
  readonly status: string;
  /** The blob's id at the head. */
  readonly sha: string;
  readonly previous_filename?: string;
  /** The hunks; absent for what is too large, binary or only renamed. */
  readonly patch?: string;
  readonly additions?: number;
  readonly deletions?: number;
  /** Ends with the commit that was listed. */
  readonly contents_url?: string;
}

export interface Listing {
  readonly files: readonly ChangedFile[];
  /** The commit that the change grew from, where the listing says it. */
  readonly mergeBase: string | undefined;
  /** Whether the pull request's head is another by now: nothing is written on it then. */
  readonly hasMoved: boolean;
}

/** What can't be listed or read whole is never taken for clean: the run can't be evaluated then. */
export class Unlisted extends Error {}

/** Most files that GitHub lists of a pull request, and of a comparison (docs.github.com, REST "pulls" and "commits"). */
const mostFiles = { pull: 3000, comparison: 300 };

/** Every file that the change touches; with their hunks where something may be written about them. */
export async function listChanges(api: Api, trigger: Trigger, wants: { readonly patches: boolean }): Promise<Listing> {
  const { scope, headSha } = trigger;
  if (scope.kind !== "pull") return listRange(api, trigger);
  const files = await listPull(api, trigger, scope, wants);
  const listed = /[?&]ref=([0-9a-f]{40})$/.exec(files[0]?.contents_url ?? "")?.[1] ?? headSha;
  // GitHub lists the head as it is now; a run that was started again judges the one that it was started for.
  if (listed === headSha) return { files, mergeBase: undefined, hasMoved: false };
  return { ...(await listRange(api, trigger)), hasMoved: true };
}

async function listPull(
  api: Api,
  { owner, repo }: Trigger,
  { number, changedFiles = Number.NaN }: PullScope,
  { patches }: { readonly patches: boolean },
): Promise<ChangedFile[]> {
  const files: ChangedFile[] = [];
  // GitHub leaves patches out of longer pages (openjdk/skara#1302).
  const perPage = patches ? 50 : 100;
  for (let page = 1; files.length !== changedFiles && files.length < mostFiles.pull; page++) {
    const parameters = { owner, repo, pull_number: number, per_page: perPage, page };
    const answer = await api.get<ChangedFile[]>("/repos/{owner}/{repo}/pulls/{pull_number}/files", parameters);
    if (!answer.ok)
      throw new Unlisted(
        `The files of pull request ${number} could not be listed: ${reason(answer, "pull-requests: read")}.`,
      );
    files.push(...answer.data);
    if (answer.data.length < perPage) break;
  }
  if (files.length < changedFiles || (Number.isNaN(changedFiles) && files.length >= mostFiles.pull))
    throw new Unlisted(
      `GitHub lists ${files.length} of the ${changedFiles || "more than 3,000"} changed files: a pull request can have at most ${mostFiles.pull}. Split it.`,
    );
  return files;
}

async function listRange(api: Api, trigger: Trigger): Promise<Listing> {
  const { owner, repo, baseSha, headSha } = trigger;
  const answer = await compare(api, trigger);
  const since = /^[0-9a-f]{40}$/.test(baseSha) ? baseSha.slice(0, 7) : baseSha;
  if (!answer.ok) {
    const gone = `GitHub does not know both commits: ${since} is gone after a forced push, or the job lacks \`contents: read\``;
    const why = answer.status === 404 ? gone : reason(answer, "contents: read");
    throw new Unlisted(`The changes since ${since} could not be listed: ${why}.`);
  }
  const { files = [], merge_base_commit: common } = answer.data;
  if (files.length < mostFiles.comparison) return { files, mergeBase: common.sha, hasMoved: false };
  const [before, after] = [await entries(common.sha), await entries(headSha)];
  const changed = [...after]
    .filter(([name, sha]) => before.get(name) !== sha)
    .map(([filename, sha]) => ({ filename, sha, status: before.has(filename) ? "modified" : "added" }));
  const removed = [...before]
    .filter(([name]) => !after.has(name))
    .map(([filename, sha]) => ({ filename, sha, status: "removed" }));
  return { files: [...changed, ...removed], mergeBase: common.sha, hasMoved: false };

  /** All files of a commit: what a comparison is too short for. */
  async function entries(commit: string): Promise<Map<string, string>> {
    const parameters = { owner, repo, tree_sha: commit, recursive: "1" };
    const listed = await api.get<Tree>("/repos/{owner}/{repo}/git/trees/{tree_sha}", parameters);
    if (!listed.ok || listed.data.truncated)
      throw new Unlisted(
        `The files of ${commit.slice(0, 7)} could not be listed: ${listed.ok ? "there are more than GitHub lists" : reason(listed, "contents: read")}.`,
      );
    return new Map(listed.data.tree.filter(({ type }) => type !== "tree").map(({ path, sha }) => [path, sha]));
  }
}

interface Tree {
  readonly tree: readonly { readonly path: string; readonly type: string; readonly sha: string }[];
  readonly truncated: boolean;
}

interface Comparison {
  readonly files?: readonly ChangedFile[];
  readonly merge_base_commit: { readonly sha: string };
}

/** What lies between the base and the head, and the commit that they share. */
export function compare(api: Api, { owner, repo, baseSha, headSha }: Trigger): Promise<Answer<Comparison>> {
  return api.get("/repos/{owner}/{repo}/compare/{basehead}", {
    owner,
    repo,
    basehead: `${baseSha}...${headSha}`,
    per_page: 1,
  });
}
