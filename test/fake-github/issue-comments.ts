import { notFound, ok, paged, refusal } from "./answers.ts";
import { onPull } from "./pulls.ts";
import { apiUrl, nodeId, userJson, webUrl } from "./represent.ts";
import { longestBody } from "./reviews.ts";
import type { Answer, ApiRequest, IssueComment, PullRequest, Routes, World } from "./types.ts";
import { nextId, timestamp } from "./world.ts";

const repository = "/repos/{owner}/{repo}";

/** Comments on a pull request as a whole, which GitHub treats as comments on an issue. */
export const issueCommentRoutes: Routes = {
  [`GET ${repository}/issues/{issue_number}/comments`]: {
    needs: "pullRequests",
    handle: (world, request) => onPull(world, request, (pull) => list(world, request, pull)),
  },
  [`POST ${repository}/issues/{issue_number}/comments`]: {
    needs: "pullRequests",
    handle: (world, request) => onPull(world, request, (pull) => create(world, request, pull)),
  },
  [`GET ${repository}/issues/comments/{comment_id}`]: {
    needs: "pullRequests",
    handle: (world, request) => onComment(world, request, (comment) => ok(commentJson(world, comment))),
  },
  [`PATCH ${repository}/issues/comments/{comment_id}`]: {
    needs: "pullRequests",
    handle: (world, request) => onComment(world, request, (comment) => edit(world, request, comment)),
  },
  [`DELETE ${repository}/issues/comments/{comment_id}`]: {
    needs: "pullRequests",
    handle: (world, request) => onComment(world, request, (comment) => remove(world, comment)),
  },
};

function onComment(world: World, { parameters }: ApiRequest, handle: (comment: IssueComment) => Answer): Answer {
  const comment = world.issueComments.find(({ id }) => id === Number(parameters.comment_id));
  return comment === undefined ? notFound() : handle(comment);
}

function list(world: World, request: ApiRequest, pull: PullRequest): Answer {
  const { since } = request.query;
  const found = world.issueComments.filter(
    (comment) => comment.pull === pull && (since === undefined || comment.updatedAt >= since),
  );
  const { items, headers } = paged(world, request, found);
  return { ...ok(items.map((comment) => commentJson(world, comment))), headers };
}

function create(world: World, request: ApiRequest, pull: PullRequest): Answer {
  const { body } = request.body as { readonly body: string };
  const problem = bodyProblem(body);
  if (problem) return problem;
  const now = timestamp();
  const comment = { id: nextId(world), pull, author: request.token.identity, body, createdAt: now, updatedAt: now };
  world.issueComments.push(comment);
  return ok(commentJson(world, comment), 201);
}

function edit(world: World, request: ApiRequest, comment: IssueComment): Answer {
  const { body } = request.body as { readonly body: string };
  const problem = bodyProblem(body);
  if (problem) return problem;
  comment.body = body;
  comment.updatedAt = timestamp();
  return ok(commentJson(world, comment));
}

function remove(world: World, comment: IssueComment): Answer {
  world.issueComments.splice(world.issueComments.indexOf(comment), 1);
  return { status: 204 };
}

function bodyProblem(body: string): Answer | undefined {
  const blank = body.trim() === "";
  if (!blank && body.length <= longestBody) return undefined;
  const message = blank ? "body can't be blank" : `body is too long (maximum is ${longestBody} characters)`;
  return refusal(422, "Validation Failed", [
    { resource: "IssueComment", code: "unprocessable", field: "data", message },
  ]);
}

function commentJson(world: World, comment: IssueComment) {
  const issue = apiUrl(world, `issues/${comment.pull.number}`);
  return {
    url: apiUrl(world, `issues/comments/${comment.id}`),
    html_url: `${webUrl(world, `pull/${comment.pull.number}`)}#issuecomment-${comment.id}`,
    issue_url: issue,
    id: comment.id,
    node_id: nodeId("IssueComment", comment.id),
    user: userJson(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: comment.author.kind === "app" ? "NONE" : "MEMBER",
    body: comment.body,
    performed_via_github_app: null,
  };
}
