import { place } from "./anchors.ts";
import * as events from "./events.ts";
import { type Call, callsTo, createFault, type FaultResponse, type Matcher } from "./faults.ts";
import { createRepository, type Files, type Repository } from "./repository.ts";
import { commentJson } from "./review-comments.ts";
import { addComment, addReview } from "./reviews.ts";
import { serve, type Traffic } from "./server.ts";
import { commitSuggestions } from "./suggestions.ts";
import type { CheckRun, Identity, IssueComment, Permissions, PullRequest, Review, ReviewComment } from "./types.ts";
import { createWorld, headOf, nextId, timestamp, type WorldOptions } from "./world.ts";

export type { WorkflowEvent } from "./events.ts";
export { type Call, type FaultResponse, faults, type Matcher } from "./faults.ts";
export { createRepository, type FileContent, type Files, type Repository } from "./repository.ts";
export { type ActionRun, type ActionRunOptions, runAction } from "./run-action.ts";
export { SuggestionError } from "./suggestions.ts";
export type { CheckRun, Identity, IssueComment, PullRequest, Review, ReviewComment } from "./types.ts";

export interface FakeGitHubOptions extends WorldOptions {
  /** Default: a new one, which is deleted with the server. */
  readonly repository?: Repository;
}

export interface PullRequestOptions {
  readonly base?: string;
  readonly head: string;
  /** The fork's owner. The head is then a branch of that owner, to which one commits as `owner:branch`. */
  readonly fork?: string;
  readonly draft?: boolean;
  readonly author?: Identity | string;
  readonly title?: string;
  readonly body?: string;
}

export interface TokenOptions {
  readonly identity?: Identity;
  readonly permissions?: Partial<Permissions>;
  /** The other private repositories that it sees, as `owner/name`. */
  readonly sees?: readonly string[];
}

export interface CommentOptions {
  readonly path: string;
  readonly line: number;
  readonly startLine?: number;
  readonly body: string;
  readonly author?: Identity | string;
}

export interface FakeGitHub extends AsyncDisposable {
  readonly repository: Repository;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly serverUrl: string;
  /** The workflow's token: it belongs to GitHub Actions, and has every permission that the product asks for. */
  readonly token: string;
  readonly calls: readonly Call[];
  /** Requests that GitHub would not know, and answers of this server that GitHub would not give. */
  readonly violations: readonly string[];
  readonly checkRuns: readonly CheckRun[];
  readonly reviews: readonly Review[];
  readonly reviewComments: readonly ReviewComment[];
  readonly issueComments: readonly IssueComment[];

  /** Creates another token. By default it belongs to GitHub Actions, and may read everything and write nothing, as for a fork. */
  createToken(options?: TokenOptions): string;
  callsTo(matcher: Matcher): Call[];
  /** Forgets the calls so far. */
  clearCalls(): void;
  openPullRequest(options: PullRequestOptions): Promise<PullRequest>;
  /** Commits to the head branch. With `parent` it is a forced push. */
  push(
    pull: PullRequest,
    files: Files,
    options?: { readonly message?: string; readonly parent?: string },
  ): Promise<string>;
  closePullRequest(pull: PullRequest): void;
  deleteFork(pull: PullRequest): void;
  lockConversation(pull: PullRequest): void;
  headOf(pull: PullRequest): string;
  /** Comments on a line; the default author is a user who may write. */
  comment(pull: PullRequest, options: CommentOptions): Promise<ReviewComment>;
  reply(comment: ReviewComment, body: string, author?: Identity | string): ReviewComment;
  commentOnPullRequest(pull: PullRequest, body: string, author?: Identity | string): IssueComment;
  resolveThread(comment: ReviewComment): void;
  /** The line that a comment is on now; null if it is outdated. */
  lineOf(comment: ReviewComment): Promise<number | null>;
  /** Commits a suggestion, as the button below it does. Returns the new head. */
  applySuggestion(commentId: number): Promise<string>;
  applySuggestions(commentIds: readonly number[]): Promise<string>;
  /** Answers the next matching calls with this response instead. */
  fail(matcher: Matcher, response: FaultResponse, times?: number): void;
  /** Does something before the next matching calls are answered, such as a push in the middle of a run. */
  before(matcher: Matcher, effect: () => Promise<void> | void, times?: number): void;
  pullRequestEvent(
    pull: PullRequest,
    action: string,
    options?: events.PullRequestEventOptions,
  ): Promise<events.WorkflowEvent>;
  pushEvent(options?: events.PushEventOptions): Promise<events.WorkflowEvent>;
  mergeGroupEvent(pulls: readonly PullRequest[]): Promise<events.WorkflowEvent>;
  workflowDispatchEvent(options?: Parameters<typeof events.workflowDispatchEvent>[1]): events.WorkflowEvent;
  workflowRunEvent(pull: PullRequest): Promise<events.WorkflowEvent>;
  scheduleEvent(schedule?: string): events.WorkflowEvent;
}

/** GitHub Actions, the app that the token of a workflow belongs to. */
export const githubActions: Identity = { kind: "app", slug: "github-actions", id: 15368 };
const readAll: Permissions = { checks: "read", contents: "read", pullRequests: "read" };
const asked: Permissions = { checks: "write", contents: "read", pullRequests: "write" };

/** Starts a GitHub with one repository on this machine. Bind it with `await using`, and it ends with the block. */
export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const repository = options.repository ?? (await createRepository());
  const world = createWorld(repository, options);
  const traffic: Traffic = { calls: [], violations: [], faults: [] };
  const stop = await serve(world, traffic);
  const { basePath } = world.settings;

  const createToken: FakeGitHub["createToken"] = ({ identity = githubActions, permissions, sees = [] } = {}) => {
    const token = `ghs_${String(nextId(world)).padStart(36, "0")}`;
    world.tokens.set(token, { identity, permissions: { ...readAll, ...permissions }, sees });
    return token;
  };

  return {
    repository,
    apiUrl: `${world.origin}${basePath}`,
    graphqlUrl: `${world.origin}${basePath.replace(/\/v3$/, "")}/graphql`,
    serverUrl: world.origin,
    token: createToken({ permissions: asked }),
    calls: traffic.calls,
    violations: traffic.violations,
    checkRuns: world.checkRuns,
    reviews: world.reviews,
    reviewComments: world.reviewComments,
    issueComments: world.issueComments,
    createToken,
    callsTo: (matcher) => callsTo(traffic.calls, matcher),
    clearCalls: () => {
      traffic.calls.length = 0;
    },
    async openPullRequest({ base = repository.defaultBranch, head, fork, draft = false, author, title, body }) {
      const branch = fork === undefined ? head : `${fork}:${head}`;
      const lastHead = repository.tip(branch);
      if (lastHead === undefined) throw new Error(`commit to the branch ${branch} first`);
      const number = world.pulls.length + 1;
      const pull: PullRequest = {
        id: nextId(world),
        number,
        title: title ?? `Change ${head}`,
        body: body ?? "",
        author: identityOf(author ?? fork ?? "octocat"),
        base,
        head: branch,
        fork: fork ?? (head.includes(":") ? head.split(":")[0] : undefined),
        forkDeleted: false,
        locked: false,
        draft,
        state: "open",
        lastHead,
        createdAt: timestamp(),
      };
      await repository.follow(branch, `refs/pull/${number}/head`);
      world.pulls.push(pull);
      return pull;
    },
    push: (pull, files, options) => repository.commit(files, { branch: pull.head, ...options }),
    closePullRequest: (pull) => {
      headOf(world, pull);
      pull.state = "closed";
    },
    lockConversation: (pull) => {
      pull.locked = true;
    },
    deleteFork: (pull) => {
      pull.forkDeleted = true;
    },
    headOf: (pull) => headOf(world, pull),
    async comment(pull, { path, line, startLine, body, author = "octocat" }) {
      const commit = headOf(world, pull);
      const start = startLine === undefined ? {} : { start_line: startLine };
      const placed = await place(world, pull, commit, { path, line, ...start });
      if ("mistakes" in placed) throw new Error(placed.mistakes.map(({ sentence }) => sentence).join("; "));
      const review = addReview(world, { pull, author: identityOf(author), commit, body: "", state: "COMMENTED" });
      return addComment(world, { ...placed, path, body, review, subject: "line", replyTo: undefined });
    },
    reply(comment, body, author = "octocat") {
      const { pull, commit, path, anchor, position, diffHunk, subject } = comment;
      const review = addReview(world, { pull, author: identityOf(author), commit, body: "", state: "COMMENTED" });
      return addComment(world, { path, anchor, position, diffHunk, subject, body, review, replyTo: comment.id });
    },
    commentOnPullRequest(pull, body, author = "octocat") {
      const now = timestamp();
      const made = { id: nextId(world), pull, author: identityOf(author), body, createdAt: now, updatedAt: now };
      world.issueComments.push(made);
      return made;
    },
    resolveThread: (comment) => {
      comment.resolved = true;
    },
    lineOf: async (comment) => (await commentJson(world, comment)).line,
    applySuggestion: (id) => commitSuggestions(world, [id]),
    applySuggestions: (ids) => commitSuggestions(world, ids),
    fail: (matcher, response, times = 1) => {
      traffic.faults.push(createFault(matcher, response, times));
    },
    before: (matcher, effect, times = 1) => {
      traffic.faults.push(createFault(matcher, effect, times));
    },
    pullRequestEvent: (pull, action, given) => events.pullRequestEvent(world, pull, action, given),
    pushEvent: (given) => events.pushEvent(world, given),
    mergeGroupEvent: (pulls) => events.mergeGroupEvent(world, pulls),
    workflowDispatchEvent: (given) => events.workflowDispatchEvent(world, given),
    workflowRunEvent: (pull) => events.workflowRunEvent(world, pull),
    scheduleEvent: (schedule) => events.scheduleEvent(world, schedule),
    async [Symbol.asyncDispose]() {
      await stop();
      if (options.repository === undefined) await repository[Symbol.asyncDispose]();
    },
  };
}

/** The identity of a login: of a bot if it ends in `[bot]`, else of a user. */
function identityOf(author: Identity | string): Identity {
  if (typeof author !== "string") return author;
  if (!author.endsWith("[bot]")) return { kind: "user", login: author };
  const slug = author.slice(0, -"[bot]".length);
  return slug === "github-actions" ? githubActions : { kind: "app", slug, id: 20_000 + slug.length };
}
