import { type AnchorBody, type Mistake, place } from "./anchors.ts";
import { ok, paged, refusal } from "./answers.ts";
import { onPull } from "./pulls.ts";
import { apiUrl, nodeId, userJson, webUrl } from "./represent.ts";
import type { Answer, ApiRequest, PullRequest, Review, ReviewComment, ReviewState, Routes, World } from "./types.ts";
import { headOf, login, nextId, timestamp } from "./world.ts";

const repository = "/repos/{owner}/{repo}";

/** Reviews. Either all comments of one are created, or none. */
export const reviewRoutes: Routes = {
  [`GET ${repository}/pulls/{pull_number}/reviews`]: {
    needs: "pullRequests",
    handle: (world, request) => onPull(world, request, (pull) => list(world, request, pull)),
  },
  [`POST ${repository}/pulls/{pull_number}/reviews`]: {
    needs: "pullRequests",
    handle: (world, request) => onPull(world, request, (pull) => create(world, request, pull)),
  },
};

/** The most characters that the text of a comment or review may have. */
export const longestBody = 65_536;

const states: Readonly<Record<string, ReviewState>> = {
  APPROVE: "APPROVED",
  COMMENT: "COMMENTED",
  REQUEST_CHANGES: "CHANGES_REQUESTED",
};

interface ReviewBody {
  readonly commit_id?: string;
  readonly body?: string;
  readonly event?: string;
  readonly comments?: readonly (AnchorBody & { readonly body: string })[];
}

type Draft = Pick<ReviewComment, "path" | "anchor" | "position" | "diffHunk" | "body">;

function list(world: World, request: ApiRequest, pull: PullRequest): Answer {
  const own = login(request.token.identity);
  const shown = world.reviews.filter(
    (review) => review.pull === pull && (review.state !== "PENDING" || login(review.author) === own),
  );
  const { items, headers } = paged(world, request, shown);
  return { ...ok(items.map((review) => reviewJson(world, review))), headers };
}

async function create(world: World, { body: input, token }: ApiRequest, pull: PullRequest): Promise<Answer> {
  const { commit_id: commit = headOf(world, pull), body = "", event, comments = [] } = (input ?? {}) as ReviewBody;
  const author = token.identity;
  const own = login(author);
  if (event === "APPROVE" && author.kind === "app" && author.slug === "github-actions")
    return unprocessable(["GitHub Actions is not permitted to approve pull requests."]);
  if (event !== undefined && event !== "APPROVE" && body === "" && comments.length === 0)
    return unprocessable(["Review body can't be blank"]);
  if (
    world.reviews.some((review) => review.pull === pull && review.state === "PENDING" && login(review.author) === own)
  )
    return unprocessable(["User can only have one pending review per pull request"]);
  if ([body, ...comments.map((comment) => comment.body)].some((text) => text.length > longestBody))
    return unprocessable([`Body is too long (maximum is ${longestBody} characters)`]);

  const mistakes: string[] = [];
  const drafts: Draft[] = [];
  for (const comment of comments) {
    const placed = await place(world, pull, commit, comment);
    if (comment.body.trim() === "") mistakes.push("Body can't be blank");
    if ("mistakes" in placed) mistakes.push(sentence(placed.mistakes));
    else drafts.push({ path: comment.path, body: comment.body, ...placed });
  }
  if (comments.length === 0 && (await world.repository.resolve(commit)) === undefined)
    mistakes.push("end_commit_oid is not part of the pull request");
  if (mistakes.length > 0) return unprocessable([...new Set(mistakes)]);

  const state = event === undefined ? "PENDING" : (states[event] ?? "COMMENTED");
  const review = addReview(world, { pull, author, commit, body, state });
  for (const draft of drafts) addComment(world, { ...draft, review, subject: "line", replyTo: undefined });
  return ok(reviewJson(world, review));
}

/** Records a review. */
export function addReview(world: World, review: Omit<Review, "id" | "submittedAt">): Review {
  const made = { ...review, id: nextId(world), submittedAt: timestamp() };
  world.reviews.push(made);
  return made;
}

/** Records a comment of a review, by the review's author and on the review's commit. */
export function addComment(
  world: World,
  { review, ...draft }: Draft & Pick<ReviewComment, "subject" | "replyTo"> & { readonly review: Review },
): ReviewComment {
  const now = timestamp();
  const { pull, author, commit } = review;
  const place = { pull, author, commit, reviewId: review.id };
  const made = { ...draft, ...place, id: nextId(world), resolved: false, createdAt: now, updatedAt: now };
  world.reviewComments.push(made);
  return made;
}

/** Joins several mistakes to one sentence, as GitHub does. */
function sentence(mistakes: readonly Mistake[]): string {
  const sentences = mistakes.map((mistake) => mistake.sentence);
  const last = sentences.pop() ?? "";
  if (sentences.length === 0) return last;
  return `${sentences.join(", ")}${sentences.length > 1 ? "," : ""} and ${last}`;
}

function unprocessable(errors: readonly string[]): Answer {
  return refusal(422, "Unprocessable Entity", errors);
}

function reviewJson(world: World, review: Review) {
  const { pull } = review;
  const html = `${webUrl(world, `pull/${pull.number}`)}#pullrequestreview-${review.id}`;
  const pullUrl = apiUrl(world, `pulls/${pull.number}`);
  return {
    id: review.id,
    node_id: nodeId("PullRequestReview", review.id),
    user: userJson(world, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pullUrl,
    author_association: review.author.kind === "app" ? "NONE" : "MEMBER",
    _links: { html: { href: html }, pull_request: { href: pullUrl } },
    ...(review.state !== "PENDING" && { submitted_at: review.submittedAt }),
    commit_id: review.commit,
  };
}
