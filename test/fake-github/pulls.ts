import { notFound, ok, paged, refusal } from "./answers.ts";
import { fileJson, pullJson, repositoryJson } from "./represent.ts";
import type { Answer, ApiRequest, PullRequest, Routes, World } from "./types.ts";
import { baseOf, commitsBetween, filesBetween, filesOf, headOf, mergeBase } from "./world.ts";

const repository = "/repos/{owner}/{repo}";

/** The repository itself, its pull requests, and the files that they change. */
export const pullRoutes: Routes = {
  [`GET ${repository}`]: {
    needs: "metadata",
    handle: (world) => ok({ ...repositoryJson(world), network_count: 0, subscribers_count: 0 }),
  },
  [`GET ${repository}/pulls`]: { needs: "pullRequests", handle: listPulls },
  [`GET ${repository}/pulls/{pull_number}`]: {
    needs: "pullRequests",
    handle: (world, request) => onPull(world, request, (pull) => showPull(world, request, pull)),
  },
  [`GET ${repository}/pulls/{pull_number}/files`]: {
    needs: "pullRequests",
    handle: (world, request) => onPull(world, request, (pull) => listFiles(world, request, pull)),
  },
  [`GET ${repository}/commits/{commit_sha}/pulls`]: { needs: "pullRequests", handle: listPullsOfCommit },
};

/** Handles a request about the pull request that its path names. */
export async function onPull(
  world: World,
  { parameters, method, token }: ApiRequest,
  handle: (pull: PullRequest) => Promise<Answer> | Answer,
): Promise<Answer> {
  const number = Number(parameters.pull_number ?? parameters.issue_number);
  const pull = world.pulls.find((each) => each.number === number);
  if (pull === undefined) return notFound();
  // Each POST to a pull request adds a comment or some.
  if (pull.locked && method === "POST" && token.identity.kind === "app")
    return refusal(403, "Unable to create comment because issue is locked.");
  return await handle(pull);
}

/** The test merge of a pull request, which its workflows run on; undefined while it has conflicts with its base. */
export async function testMerge(world: World, pull: PullRequest): Promise<string | undefined> {
  const [base, head] = [baseOf(world, pull), headOf(world, pull)];
  const merge = await world.repository.merge(base, head, `Merge ${head} into ${base}`);
  if (merge !== undefined) await world.repository.git("update-ref", `refs/pull/${pull.number}/merge`, merge);
  return merge;
}

function listPulls(world: World, request: ApiRequest): Answer {
  const { state = "open", head, base, direction = "desc" } = request.query;
  const found = world.pulls.filter(
    (pull) =>
      (state === "all" || pull.state === state) &&
      (base === undefined || pull.base === base) &&
      (head === undefined || pullJson(world, pull).head.label === head),
  );
  const ordered = direction === "asc" ? found : found.toReversed();
  const { items, headers } = paged(world, request, ordered);
  return { ...ok(items.map((pull) => pullJson(world, pull))), headers };
}

async function showPull(world: World, { accept }: ApiRequest, pull: PullRequest): Promise<Answer> {
  const [base, head] = [baseOf(world, pull), headOf(world, pull)];
  if (/\bvnd\.github\.(v3\.)?diff\b/.test(accept)) return await wholeDiff(world, pull);
  const files = await filesOf(world, pull);
  const merge = await testMerge(world, pull);
  const sum = (count: (file: (typeof files)[number]) => number) =>
    files.reduce((total, file) => total + count(file), 0);
  return ok({
    ...pullJson(world, pull),
    merge_commit_sha: merge ?? null,
    merged: false,
    mergeable: merge !== undefined,
    rebaseable: merge !== undefined,
    mergeable_state: merge === undefined ? "dirty" : "clean",
    merged_by: null,
    comments: world.issueComments.filter((comment) => comment.pull === pull).length,
    review_comments: world.reviewComments.filter((comment) => comment.pull === pull).length,
    maintainer_can_modify: pull.fork !== undefined,
    commits: (await commitsBetween(world, base, head)).length,
    additions: sum((file) => file.additions),
    deletions: sum((file) => file.deletions),
    changed_files: files.length,
  });
}

async function wholeDiff(world: World, pull: PullRequest): Promise<Answer> {
  const [base, head] = [baseOf(world, pull), headOf(world, pull)];
  const limit = world.settings.limits.comparedFiles;
  if ((await filesOf(world, pull)).length > limit)
    return refusal(
      406,
      `Sorry, the diff exceeded the maximum number of files (${limit}). Consider using 'List pull requests files' API or locally cloning the repository instead.`,
      [{ resource: "PullRequest", field: "diff", code: "too_large" }],
    );
  const raw = await world.repository.git("diff", "--no-color", "--no-ext-diff", "-M", `${base}...${head}`);
  return { status: 200, raw, headers: { "content-type": "application/vnd.github.diff; charset=utf-8" } };
}

async function listFiles(world: World, request: ApiRequest, pull: PullRequest): Promise<Answer> {
  const files = (await filesOf(world, pull)).slice(0, world.settings.limits.files);
  const { items, headers } = paged(world, request, files);
  return { ...ok(items.map((file) => fileJson(world, file, headOf(world, pull)))), headers };
}

async function listPullsOfCommit(world: World, request: ApiRequest): Promise<Answer> {
  const sha = request.parameters.commit_sha ?? "";
  if ((await world.repository.resolve(sha)) === undefined) return refusal(422, `No commit found for SHA: ${sha}`);
  const found: PullRequest[] = [];
  for (const pull of world.pulls)
    if ((await commitsBetween(world, baseOf(world, pull), headOf(world, pull))).includes(sha)) found.push(pull);
  const { items, headers } = paged(world, request, found);
  return { ...ok(items.map((pull) => pullJson(world, pull))), headers };
}

/** The files that differ between a head and its merge base with a base; undefined if they have no common history. */
export async function compared(world: World, base: string, head: string) {
  const common = await mergeBase(world, base, head);
  return common === undefined ? undefined : { common, files: await filesBetween(world, common, head) };
}
