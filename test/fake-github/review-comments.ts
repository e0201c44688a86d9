import { type AnchorBody, place } from "./anchors.ts";
import { notFound, ok, paged, refusal } from "./answers.ts";
import { onPull } from "./pulls.ts";
import { apiUrl, nodeId, userJson, webUrl } from "./represent.ts";
import { addComment, addReview, longestBody } from "./reviews.ts";
import type { Answer, ApiRequest, PullRequest, ReviewComment, Routes, World } from "./types.ts";
import { currentAnchor, filesOf, headOf, hunksOf, login, timestamp } from "./world.ts";

const repository = "/repos/{owner}/{repo}";

/** Comments on lines or files of a pull request. */
export const reviewCommentRoutes: Routes = {
  [`GET ${repository}/pulls/{pull_number}/comments`]: {
    needs: "pullRequests",
    handle: (world, request) => onPull(world, request, (pull) => list(world, request, pull)),
  },
  [`POST ${repository}/pulls/{pull_number}/comments`]: {
    needs: "pullRequests",
    handle: (world, request) => onPull(world, request, (pull) => create(world, request, pull)),
  },
  [`POST ${repository}/pulls/{pull_number}/comments/{comment_id}/replies`]: {
    needs: "pullRequests",
    handle: (world, request) =>
      onComment(world, request, ({ id }) => reply(world, request, id, (request.body as { body: string }).body)),
  },
  [`GET ${repository}/pulls/comments/{comment_id}`]: {
    needs: "pullRequests",
    handle: (world, request) => onComment(world, request, async (comment) => ok(await commentJson(world, comment))),
  },
  [`PATCH ${repository}/pulls/comments/{comment_id}`]: {
    needs: "pullRequests",
    handle: (world, request) => onComment(world, request, (comment) => edit(world, request, comment)),
  },
  [`DELETE ${repository}/pulls/comments/{comment_id}`]: {
    needs: "pullRequests",
    handle: (world, request) => onComment(world, request, (comment) => remove(world, comment)),
  },
};

interface CommentBody extends AnchorBody {
  readonly body: string;
  readonly commit_id: string;
  readonly in_reply_to?: number;
  readonly subject_type?: "line" | "file";
}

async function onComment(
  world: World,
  { parameters }: ApiRequest,
  handle: (comment: ReviewComment) => Promise<Answer> | Answer,
): Promise<Answer> {
  const comment = world.reviewComments.find(({ id }) => id === Number(parameters.comment_id));
  const pull = Number(parameters.pull_number ?? comment?.pull.number);
  return comment === undefined || comment.pull.number !== pull ? notFound() : await handle(comment);
}

async function list(world: World, request: ApiRequest, pull: PullRequest): Promise<Answer> {
  const { sort = "created", direction = "asc", since } = request.query;
  const own = login(request.token.identity);
  const pending = new Set(
    world.reviews.filter(({ state, author }) => state === "PENDING" && login(author) !== own).map(({ id }) => id),
  );
  const found = world.reviewComments.filter(
    (comment) =>
      comment.pull === pull && !pending.has(comment.reviewId) && (since === undefined || comment.updatedAt >= since),
  );
  const key = (comment: ReviewComment) => (sort === "updated" ? comment.updatedAt : comment.createdAt);
  // Of two comments in the same second, the later one has the higher number.
  const sorted = found.toSorted((a, b) => key(a).localeCompare(key(b)) || a.id - b.id);
  const { items, headers } = paged(world, request, direction === "desc" ? sorted.toReversed() : sorted);
  return { ...ok(await Promise.all(items.map((comment) => commentJson(world, comment)))), headers };
}

async function create(world: World, request: ApiRequest, pull: PullRequest): Promise<Answer> {
  const body = request.body as CommentBody;
  if (body.in_reply_to !== undefined) return await reply(world, request, body.in_reply_to, body.body);
  const problem = bodyProblem(body.body);
  if (problem) return problem;
  const author = request.token.identity;
  const draft = body.subject_type === "file" ? await onFile(world, pull, body) : await onLine(world, pull, body);
  if ("status" in draft) return draft;
  const review = addReview(world, { pull, author, commit: body.commit_id, body: "", state: "COMMENTED" });
  const comment = addComment(world, { ...draft, path: body.path, body: body.body, review, replyTo: undefined });
  return ok(await commentJson(world, comment), 201);
}

type Place = Pick<ReviewComment, "anchor" | "position" | "diffHunk" | "subject">;

async function onFile(world: World, pull: PullRequest, { path, commit_id }: CommentBody): Promise<Place | Answer> {
  const files = await filesOf(world, pull, commit_id);
  if (!files.some((file) => file.path === path)) return invalid([{ field: "path", code: "invalid" }]);
  const anchor = { line: null, startLine: null, startSide: null, side: "RIGHT" } as const;
  return { anchor, position: null, diffHunk: "", subject: "file" };
}

async function onLine(world: World, pull: PullRequest, body: CommentBody): Promise<Place | Answer> {
  const placed = await place(world, pull, body.commit_id, body);
  if ("mistakes" in placed) return invalid(placed.mistakes);
  return { ...placed, subject: "line" };
}

function invalid(mistakes: readonly { field: string; code: string; message?: string }[]): Answer {
  const errors = mistakes.map(({ field, code, message }) => ({
    resource: "PullRequestReviewComment",
    code,
    field: `pull_request_review_thread.${field}`,
    ...(message !== undefined && { message: `pull_request_review_thread.${field} ${message}` }),
  }));
  return refusal(422, "Validation Failed", errors);
}

function bodyProblem(body: string): Answer | undefined {
  const field = { resource: "PullRequestReviewComment", field: "body" };
  if (body.trim() === "") return refusal(422, "Validation Failed", [{ ...field, code: "missing_field" }]);
  if (body.length <= longestBody) return undefined;
  const message = `body is too long (maximum is ${longestBody} characters)`;
  return refusal(422, "Validation Failed", [{ ...field, code: "custom", message }]);
}

async function reply(world: World, request: ApiRequest, id: number, body: string): Promise<Answer> {
  const parent = world.reviewComments.find((comment) => comment.id === id);
  if (parent === undefined) return notFound();
  if (parent.replyTo !== undefined)
    return refusal(422, "Validation Failed", ["in_reply_to is not the top of a thread"]);
  const problem = bodyProblem(body);
  if (problem) return problem;
  const author = request.token.identity;
  const { pull, commit, path, anchor, position, diffHunk, subject } = parent;
  const review = addReview(world, { pull, author, commit, body: "", state: "COMMENTED" });
  const comment = addComment(world, { path, anchor, position, diffHunk, subject, body, review, replyTo: parent.id });
  return ok(await commentJson(world, comment), 201);
}

async function edit(world: World, request: ApiRequest, comment: ReviewComment): Promise<Answer> {
  const { body } = request.body as { readonly body: string };
  const problem = bodyProblem(body);
  if (problem) return problem;
  comment.body = body;
  comment.updatedAt = timestamp();
  return ok(await commentJson(world, comment));
}

function remove(world: World, comment: ReviewComment): Answer {
  world.reviewComments.splice(world.reviewComments.indexOf(comment), 1);
  // A review that has no text is deleted with its last comment.
  const empty = !world.reviewComments.some(({ reviewId }) => reviewId === comment.reviewId);
  const review = world.reviews.findIndex(({ id, body }) => id === comment.reviewId && body === "");
  if (empty && review >= 0) world.reviews.splice(review, 1);
  return { status: 204 };
}

/** A comment with the lines that it is on now, which are null if it is outdated. */
export async function commentJson(world: World, comment: ReviewComment) {
  const { pull, anchor } = comment;
  const current = await currentAnchor(world, comment);
  const url = apiUrl(world, `pulls/comments/${comment.id}`);
  const html = `${webUrl(world, `pull/${pull.number}`)}#discussion_r${comment.id}`;
  const pullUrl = apiUrl(world, `pulls/${pull.number}`);
  const hunks = current === undefined ? [] : ((await hunksOf(world, pull, comment.path)) ?? []);
  const line = current?.line ?? 0;
  return {
    url,
    pull_request_review_id: comment.reviewId,
    id: comment.id,
    node_id: nodeId("PullRequestReviewComment", comment.id),
    diff_hunk: comment.diffHunk,
    path: comment.path,
    commit_id: current === undefined ? comment.commit : headOf(world, pull),
    original_commit_id: comment.commit,
    user: userJson(world, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: html,
    pull_request_url: pullUrl,
    author_association: comment.author.kind === "app" ? "NONE" : "MEMBER",
    _links: { self: { href: url }, html: { href: html }, pull_request: { href: pullUrl } },
    start_line: current?.startLine ?? null,
    original_start_line: anchor.startLine,
    start_side: anchor.startSide,
    line: current?.line ?? null,
    original_line: anchor.line,
    side: anchor.side,
    original_position: comment.position,
    position: hunks.map((hunk) => hunk[anchor.side].get(line)?.position).find((at) => at !== undefined) ?? null,
    subject_type: comment.subject,
    ...(comment.replyTo !== undefined && { in_reply_to_id: comment.replyTo }),
  };
}
