import { type Commit, readCommit } from "./commits.ts";
import { testMerge } from "./pulls.ts";
import { apiUrl, nodeId, pullJson, repositoryJson, userJson, webUrl } from "./represent.ts";
import type { Identity, PullRequest, World } from "./types.ts";
import { baseOf, commitsBetween, filesOf, headOf, login } from "./world.ts";

/** What starts a workflow: the payload, and the variables that the runner sets with it. */
export interface WorkflowEvent {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly sha: string;
  readonly ref: string;
  readonly headRef: string;
  readonly baseRef: string;
  readonly actor: string;
}

export interface PullRequestEventOptions {
  /** `pull_request_target` runs on the default branch, with a token that may write. */
  readonly target?: boolean;
  readonly actor?: Identity;
  /** The head before, for `synchronize`. */
  readonly before?: string;
}

const nowhere = "0".repeat(40);
const octocat: Identity = { kind: "user", login: "octocat" };

/** The event of a pull request. Its commit is the test merge, or the head if that has conflicts. */
export async function pullRequestEvent(
  world: World,
  pull: PullRequest,
  action: string,
  { target = false, actor = pull.author, before }: PullRequestEventOptions = {},
): Promise<WorkflowEvent> {
  const { repository } = world;
  const merge = await testMerge(world, pull);
  const { defaultBranch } = repository;
  const payload = {
    action,
    number: pull.number,
    pull_request: {
      ...pullJson(world, pull),
      merge_commit_sha: merge ?? null,
      merged: false,
      mergeable: null,
      rebaseable: null,
      mergeable_state: "unknown",
      merged_by: null,
      comments: world.issueComments.filter((comment) => comment.pull === pull).length,
      review_comments: world.reviewComments.filter((comment) => comment.pull === pull).length,
      maintainer_can_modify: pull.fork !== undefined,
      commits: (await commitsBetween(world, baseOf(world, pull), headOf(world, pull))).length,
      changed_files: (await filesOf(world, pull)).length,
    },
    ...(action === "synchronize" && { before: before ?? nowhere, after: headOf(world, pull) }),
    ...shared(world, actor),
  };
  return {
    name: target ? "pull_request_target" : "pull_request",
    payload,
    sha: target ? tipOf(world, defaultBranch) : (merge ?? headOf(world, pull)),
    ref: target ? `refs/heads/${defaultBranch}` : `refs/pull/${pull.number}/merge`,
    headRef: pull.head.replace(/^.*:/, ""),
    baseRef: pull.base,
    actor: login(actor),
  };
}

export interface PushEventOptions {
  readonly branch?: string;
  /** The earlier tip; none for a new branch. */
  readonly before?: string;
  readonly forced?: boolean;
  readonly actor?: Identity;
}

/** The event of a push to a branch, which has moved its tip already. */
export async function pushEvent(world: World, options: PushEventOptions = {}): Promise<WorkflowEvent> {
  const { branch = world.repository.defaultBranch, before = nowhere, forced = false, actor = octocat } = options;
  const after = tipOf(world, branch);
  const known = before === nowhere ? undefined : await readCommit(world, before);
  const pushed = known === undefined ? [after] : await commitsBetween(world, before, after);
  const commits = await Promise.all(pushed.map(async (sha) => eventCommit(world, await readCommit(world, sha))));
  const ref = `refs/heads/${branch}`;
  const payload = {
    ref,
    before,
    after,
    created: before === nowhere,
    deleted: false,
    forced,
    base_ref: null,
    compare: webUrl(world, `compare/${before.slice(0, 12)}...${after.slice(0, 12)}`),
    commits,
    head_commit: commits.at(-1) ?? null,
    pusher: { name: login(actor), email: "octocat@example.com" },
    ...shared(world, actor),
  };
  return { name: "push", payload, sha: after, ref, headRef: "", baseRef: "", actor: login(actor) };
}

/** The event of a merge queue that has a group of pull requests checked. It merges them, on a branch of its own. */
export async function mergeGroupEvent(world: World, pulls: readonly PullRequest[]): Promise<WorkflowEvent> {
  const [first] = pulls;
  if (first === undefined) throw new Error("a merge group needs a pull request");
  const base = baseOf(world, first);
  let head = base;
  for (const pull of pulls) {
    const merge = await world.repository.merge(head, headOf(world, pull), `Merge pull request #${pull.number}`);
    if (merge === undefined) throw new Error(`pull request ${pull.number} is in conflict with ${head}`);
    head = merge;
  }
  const branch = `gh-readonly-queue/${first.base}/pr-${pulls.at(-1)?.number}-${base}`;
  await world.repository.move(branch, head);
  const ref = `refs/heads/${branch}`;
  const payload = {
    action: "checks_requested",
    merge_group: {
      head_sha: head,
      head_ref: ref,
      base_sha: base,
      base_ref: `refs/heads/${first.base}`,
      head_commit: eventCommit(world, await readCommit(world, head)),
    },
    ...shared(world, octocat),
  };
  return { name: "merge_group", payload, sha: head, ref, headRef: "", baseRef: "", actor: "octocat" };
}

export function workflowDispatchEvent(
  world: World,
  { branch = world.repository.defaultBranch, inputs = {} as Readonly<Record<string, string>> } = {},
): WorkflowEvent {
  const ref = `refs/heads/${branch}`;
  const payload = { inputs, ref, workflow: ".github/workflows/secctx.yaml", ...shared(world, octocat) };
  const sha = tipOf(world, branch);
  return { name: "workflow_dispatch", payload, sha, ref, headRef: "", baseRef: "", actor: "octocat" };
}

/** A scheduled run, which is always on the default branch. Its payload says little besides the schedule. */
export function scheduleEvent(world: World, schedule = "17 3 * * 1"): WorkflowEvent {
  const { defaultBranch } = world.repository;
  const payload = { schedule, workflow: ".github/workflows/secctx.yaml", repository: repositoryJson(world) };
  const ref = `refs/heads/${defaultBranch}`;
  return {
    name: "schedule",
    payload,
    sha: tipOf(world, defaultBranch),
    ref,
    headRef: "",
    baseRef: "",
    actor: "octocat",
  };
}

/** The event after another workflow has run on a pull request. For forks GitHub does not say which pull request that was. */
export async function workflowRunEvent(world: World, pull: PullRequest): Promise<WorkflowEvent> {
  const { defaultBranch } = world.repository;
  const { head, base } = pullJson(world, pull);
  const side = ({ ref, sha, repo }: { ref: string; sha: string; repo: object | null }) => ({ ref, sha, repo });
  const id = 9_000_000_001;
  const payload = {
    action: "completed",
    workflow_run: {
      id,
      name: "collect",
      node_id: nodeId("WorkflowRun", id),
      head_branch: head.ref,
      head_sha: head.sha,
      path: ".github/workflows/collect.yaml",
      run_number: 1,
      run_attempt: 1,
      event: "pull_request",
      status: "completed",
      conclusion: "success",
      workflow_id: 1,
      url: apiUrl(world, `actions/runs/${id}`),
      html_url: webUrl(world, `actions/runs/${id}`),
      pull_requests:
        pull.fork === undefined
          ? [
              {
                id: pull.id,
                number: pull.number,
                url: apiUrl(world, `pulls/${pull.number}`),
                head: side(head),
                base: side(base),
              },
            ]
          : [],
      created_at: pull.createdAt,
      updated_at: pull.createdAt,
      actor: userJson(world, pull.author),
      triggering_actor: userJson(world, pull.author),
      head_commit: eventCommit(world, await readCommit(world, head.sha)),
      repository: repositoryJson(world),
      head_repository: head.repo,
    },
    workflow: { id: 1, name: "collect", path: ".github/workflows/collect.yaml", state: "active" },
    ...shared(world, pull.author),
  };
  const ref = `refs/heads/${defaultBranch}`;
  const sha = tipOf(world, defaultBranch);
  return { name: "workflow_run", payload, sha, ref, headRef: "", baseRef: "", actor: login(pull.author) };
}

function shared(world: World, actor: Identity) {
  const repository = repositoryJson(world);
  return { repository, organization: repository.owner, sender: userJson(world, actor) };
}

function tipOf(world: World, branch: string): string {
  const tip = world.repository.tip(branch);
  if (tip === undefined) throw new Error(`there is no branch ${branch}`);
  return tip;
}

function eventCommit(world: World, commit: Commit | undefined) {
  if (commit === undefined) return null;
  return {
    id: commit.oid,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.committer.date,
    url: webUrl(world, `commit/${commit.oid}`),
    author: { name: commit.author.name, email: commit.author.email },
    committer: { name: commit.committer.name, email: commit.committer.email },
  };
}
