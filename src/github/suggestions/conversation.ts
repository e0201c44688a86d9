import { unreachable } from "../failures.ts";
import type { Answer, GitHub } from "../octokit.ts";
import { nodesOf } from "../repository-query.ts";

/** A pull request that may be written on: its head is the judged commit. */
export interface PullRequest {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  readonly headSha: string;
}

export interface Comment {
  readonly id: number;
  readonly body: string;
  /** Whether the token that asks has written it: a marker in somebody else's comment proves nothing. */
  readonly isOwn: boolean;
}

/** A comment on lines of the pull request, and what was replied to it. */
export interface Thread extends Comment {
  readonly path: string;
  /** Its first and its last line; `undefined` if the comment is outdated. */
  readonly lines: { readonly first: number; readonly last: number } | undefined;
  readonly isResolved: boolean;
  readonly replies: readonly Comment[];
  /** Whether GitHub gave all replies. */
  readonly isWhole: boolean;
}

/** What was said on a pull request, and whether it is still the one that is judged. */
export interface Conversation {
  readonly headSha: string;
  readonly isClosed: boolean;
  /** The login that the token writes under, such as `github-actions[bot]`. */
  readonly viewer: string;
  readonly threads: readonly Thread[];
  /** The comments on the pull request as a whole. */
  readonly comments: readonly Comment[];
}

/**
 * Reads what was said on a pull request. One query gives all that people see of it, and which threads are resolved. Where GitHub does not answer that query,
 * its REST API tells the same in four calls, but for what is resolved.
 */
export async function readConversation(github: GitHub, pull: PullRequest): Promise<Answer<Conversation>> {
  const asked = await queryConversation(github, pull);
  const isFinal = asked.ok || asked.why === "limit" || asked.why === "token" || asked.why === "stopped";
  return isFinal ? asked : await listConversation(github, pull);
}

interface ConnectionPage<T> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly T[];
}

interface CommentNode {
  /** A number beyond 32 bits, as text. */
  readonly fullDatabaseId: string;
  readonly body: string;
  readonly viewerDidAuthor: boolean;
}

interface ThreadNode {
  readonly path: string;
  readonly line: number | null;
  readonly startLine: number | null;
  readonly isOutdated: boolean;
  readonly isResolved: boolean;
  readonly comments: { readonly totalCount: number; readonly nodes: readonly CommentNode[] };
}

interface PullRequestNode {
  readonly headRefOid: string;
  readonly state: string;
  readonly reviewThreads: ConnectionPage<ThreadNode>;
  readonly comments: ConnectionPage<CommentNode>;
}

interface ConversationNode {
  readonly viewer: { readonly login: string };
  readonly repository: { readonly pullRequest: PullRequestNode | null } | null;
}

const comment = "fullDatabaseId body viewerDidAuthor";
const page = "pageInfo { hasNextPage endCursor }";
const conversationQuery = `query ($owner: String!, $repo: String!, $number: Int!, $threads: String, $comments: String) {
  viewer { login }
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) {
    headRefOid state
    reviewThreads(first: 100, after: $threads) { ${page} nodes {
      path line startLine isOutdated isResolved comments(first: 100) { totalCount nodes { ${comment} } }
    } }
    comments(first: 100, after: $comments) { ${page} nodes { ${comment} } }
  } }
}`;

async function queryConversation(github: GitHub, { owner, repo, number }: PullRequest): Promise<Answer<Conversation>> {
  const threads: Thread[] = [];
  const comments: Comment[] = [];
  let cursors: { readonly threads: string | null; readonly comments: string | null } = {
    threads: null,
    comments: null,
  };
  for (;;) {
    const variables = { owner, repo, number, ...cursors };
    const answer = await github.query<ConversationNode>(conversationQuery, variables);
    if (!answer.ok) return answer;
    if (!isWhole(answer.data)) return unreachable("the answer is not whole", 200);
    const pull = answer.data.repository?.pullRequest;
    if (!pull) return { ok: false, status: 200, message: `there is no pull request ${number}`, why: "permission" };
    threads.push(...pull.reviewThreads.nodes.flatMap(readThread));
    comments.push(...pull.comments.nodes.map(readComment));
    const pages = { threads: pull.reviewThreads.pageInfo, comments: pull.comments.pageInfo };
    if (!pages.threads.hasNextPage && !pages.comments.hasNextPage)
      return {
        ok: true,
        data: {
          headSha: pull.headRefOid,
          isClosed: pull.state !== "OPEN",
          viewer: answer.data.viewer.login,
          threads,
          comments,
        },
      };
    // A list that has ended gives an empty page behind its last item.
    cursors = {
      threads: pages.threads.endCursor ?? cursors.threads,
      comments: pages.comments.endCursor ?? cursors.comments,
    };
  }
}

/** Whether GitHub gave all that was asked for: it may give half of it, and no error. */
function isWhole({ viewer, repository }: Partial<ConversationNode>): boolean {
  if (viewer === undefined || repository === undefined) return false;
  const pull: Partial<PullRequestNode> | null | undefined = repository ? repository.pullRequest : null;
  if (!pull) return pull === null;
  const threads = nodesOf(pull.reviewThreads);
  return nodesOf(pull.comments) !== undefined && threads?.every(({ comments }) => nodesOf(comments)) === true;
}

function readComment({ fullDatabaseId, body, viewerDidAuthor }: CommentNode): Comment {
  return { id: Number(fullDatabaseId), body, isOwn: viewerDidAuthor };
}

function readThread({ path, line, startLine, isOutdated, isResolved, comments }: ThreadNode): Thread[] {
  const [top, ...replies] = comments.nodes.map(readComment);
  if (!top) return [];
  const lines = line === null || isOutdated ? undefined : { first: startLine ?? line, last: line };
  return [{ ...top, path, lines, isResolved, replies, isWhole: comments.totalCount === comments.nodes.length }];
}

async function listConversation(github: GitHub, { owner, repo, number }: PullRequest): Promise<Answer<Conversation>> {
  const pull = await github.ask(({ rest }) => rest.pulls.get({ owner, repo, pull_number: number }));
  if (!pull.ok) return pull;
  const onLines = await github.ask(async ({ paginate, rest }) => ({
    data: await paginate(rest.pulls.listReviewComments, { owner, repo, pull_number: number, per_page: 100 }),
  }));
  if (!onLines.ok) return onLines;
  const onPull = await github.ask(async ({ paginate, rest }) => ({
    data: await paginate(rest.issues.listComments, { owner, repo, issue_number: number, per_page: 100 }),
  }));
  if (!onPull.ok) return onPull;
  const viewer = await github.query<Partial<Pick<ConversationNode, "viewer">>>("query { viewer { login } }");
  if (!viewer.ok) return viewer;
  const login = viewer.data.viewer?.login;
  if (login === undefined) return unreachable("the answer is not whole", 200);
  const read = ({ id, body = "", user }: ListedComment): Comment => ({ id, body, isOwn: user?.login === login });
  const threads = onLines.data
    .filter(({ in_reply_to_id: parent }) => parent === undefined)
    .map(
      ({ path, line, start_line: first, ...top }): Thread => ({
        ...read(top),
        path,
        lines: typeof line === "number" ? { first: first ?? line, last: line } : undefined,
        isResolved: false,
        replies: onLines.data.filter((each) => each.in_reply_to_id === top.id).map(read),
        isWhole: true,
      }),
    );
  const { head, state } = pull.data;
  return {
    ok: true,
    data: {
      headSha: head.sha,
      isClosed: state !== "open",
      viewer: login,
      threads,
      comments: onPull.data.map(read),
    },
  };
}

interface ListedComment {
  readonly id: number;
  readonly body?: string;
  readonly user?: { readonly login?: string } | null;
}
