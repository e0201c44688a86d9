import { type Arguments, FieldError, type Node, type Resolved } from "./graphql-node.ts";
import { QueryError } from "./graphql-query.ts";
import type { GitObject } from "./object-reader.ts";
import { nodeId, webUrl } from "./represent.ts";
import type { Identity, IssueComment, Permissions, PullRequest, ReviewComment, Token, World } from "./types.ts";
import { baseOf, currentAnchor, filesOf, headOf, login } from "./world.ts";

/** The part of GitHub's schema that this server knows. */
export function queryNode(world: World, token: Token): Node {
  return {
    type: "Query",
    fields: {
      viewer: actorNode(token.identity, login(token.identity)),
      rateLimit: { type: "RateLimit", fields: { cost: 1, limit: 5000, remaining: 4999, used: 1 } },
      repository: (given) => {
        const { owner, name } = allowed(given, "owner", "name", "followRenames");
        const { repository } = world;
        if (`${owner}/${name}`.toLowerCase() !== `${repository.owner}/${repository.name}`.toLowerCase())
          throw new FieldError("NOT_FOUND", `Could not resolve to a Repository with the name '${owner}/${name}'.`);
        return repositoryNode(world, token);
      },
    },
  };
}

export function mutationNode(world: World, token: Token): Node {
  const resolve = (resolved: boolean) => (given: Arguments) => {
    const { input } = allowed(given, "input");
    const { threadId } = allowed((input ?? {}) as Arguments, "threadId", "clientMutationId");
    const comment = world.reviewComments.find(({ id }) => nodeId("PullRequestReviewThread", id) === threadId);
    if (comment === undefined)
      throw new FieldError("NOT_FOUND", `Could not resolve to a node with the id '${threadId}'.`);
    // This takes `contents: write`, not `pull-requests: write`.
    if (token.permissions.contents !== "write")
      throw new FieldError("FORBIDDEN", "Resource not accessible by integration");
    comment.resolved = resolved;
    return { type: "ResolveReviewThreadPayload", fields: { thread: threadNode(world, token, comment) } };
  };
  return { type: "Mutation", fields: { resolveReviewThread: resolve(true), unresolveReviewThread: resolve(false) } };
}

function allowed(given: Arguments, ...names: string[]): Arguments {
  for (const name of Object.keys(given)) if (!names.includes(name)) throw new QueryError(`unknown argument '${name}'`);
  return given;
}

function actorNode(identity: Identity, shown: string): Node {
  const type = identity.kind === "app" ? "Bot" : "User";
  return { type, fields: { login: shown, id: nodeId(type, shown), url: `/${shown}` } };
}

/** An author. The login of a bot lacks the `[bot]` that it has in REST. */
function authorNode(identity: Identity): Node {
  return actorNode(identity, identity.kind === "app" ? identity.slug : identity.login);
}

function repositoryNode(world: World, token: Token): Node {
  const { owner, name, defaultBranch } = world.repository;
  return {
    type: "Repository",
    fields: {
      id: nodeId("Repository", name),
      name,
      nameWithOwner: `${owner}/${name}`,
      owner: { type: "Organization", fields: { login: owner } },
      isPrivate: world.settings.private,
      url: webUrl(world),
      defaultBranchRef: {
        type: "Ref",
        fields: {
          name: defaultBranch,
          target: () => {
            demand(world, token, "contents");
            return objectAt(world, `refs/heads/${defaultBranch}`);
          },
        },
      },
      object: (given) => {
        const { oid, expression } = allowed(given, "oid", "expression");
        demand(world, token, "contents");
        if (typeof oid === "string" && !/^[0-9a-f]{40}$/.test(oid))
          throw new QueryError(`'${oid}' is not a GitObjectID`);
        if (typeof oid !== "string" && typeof expression !== "string")
          throw new QueryError("object of neither oid nor expression");
        return objectAt(world, String(oid ?? expression));
      },
      pullRequest: (given) => {
        const { number } = allowed(given, "number");
        demand(world, token, "pullRequests");
        const pull = world.pulls.find((each) => each.number === number);
        if (pull === undefined)
          throw new FieldError("NOT_FOUND", `Could not resolve to a PullRequest with the number of ${number}.`);
        return pullNode(world, token, pull);
      },
    },
  };
}

/** Refuses a token that lacks a permission for a private repository. Reading a public one takes none. */
function demand(world: World, { permissions }: Token, needs: keyof Permissions): void {
  if (world.settings.private && permissions[needs] === "none")
    throw new FieldError("FORBIDDEN", "Resource not accessible by integration");
}

async function objectAt(world: World, name: string): Promise<Node | null> {
  const object = await world.repository.read(name);
  if (object === null) return null;
  const shared = { oid: object.oid, id: nodeId("GitObject", object.oid), abbreviatedOid: object.oid.slice(0, 7) };
  if (object.type === "blob") return { type: "Blob", fields: { ...shared, ...blobFields(world, object) } };
  if (object.type === "tree") return { type: "Tree", fields: { ...shared, entries: () => treeEntries(world, object) } };
  const tree = async () => await objectAt(world, `${object.oid}^{tree}`);
  return { type: object.type === "commit" ? "Commit" : "Tag", fields: { ...shared, tree } };
}

function blobFields(world: World, { content }: GitObject) {
  const binary = content.subarray(0, 8000).includes(0);
  const limit = world.settings.limits.blobText;
  return {
    byteSize: content.length,
    isBinary: binary,
    isTruncated: content.length > limit,
    text: binary ? null : content.subarray(0, limit).toString(),
  };
}

async function treeEntries(world: World, { oid }: GitObject): Promise<Node[]> {
  const listing = await world.repository.git("ls-tree", "-z", oid);
  return Array.from(listing.toString().matchAll(/(\d+) (\w+) (\w+)\t([^\0]*)\0/g), (match) => {
    const [, mode = "", type = "", sha = "", name = ""] = match;
    const object = () => (type === "commit" ? null : objectAt(world, sha));
    return { type: "TreeEntry", fields: { name, path: name, type, mode: Number.parseInt(mode, 8), oid: sha, object } };
  });
}

function pullNode(world: World, token: Token, pull: PullRequest): Node {
  return {
    type: "PullRequest",
    fields: {
      id: nodeId("PullRequest", pull.number),
      number: pull.number,
      title: pull.title,
      body: pull.body,
      state: pull.state.toUpperCase(),
      isDraft: pull.draft,
      isCrossRepository: pull.fork !== undefined,
      headRefOid: headOf(world, pull),
      headRefName: pull.head.replace(/^.*:/, ""),
      baseRefOid: baseOf(world, pull),
      baseRefName: pull.base,
      author: authorNode(pull.author),
      changedFiles: async () => (await filesOf(world, pull)).length,
      files: async (given) =>
        connection(
          "PullRequestChangedFile",
          given,
          (await filesOf(world, pull)).map(({ path, additions, deletions, status }) => ({
            type: "PullRequestChangedFile",
            fields: { path, additions, deletions, changeType: status === "removed" ? "DELETED" : status.toUpperCase() },
          })),
        ),
      comments: (given) => {
        const comments = world.issueComments.filter((each) => each.pull === pull);
        return connection(
          "IssueComment",
          given,
          comments.map((each) => issueCommentNode(token, each)),
        );
      },
      reviewThreads: (given) => {
        const threads = world.reviewComments.filter((each) => each.pull === pull && each.replyTo === undefined);
        return connection(
          "PullRequestReviewThread",
          given,
          threads.map((each) => threadNode(world, token, each)),
        );
      },
    },
  };
}

function threadNode(world: World, token: Token, comment: ReviewComment): Node {
  const anchor = async () => await currentAnchor(world, comment);
  const mayResolve = token.permissions.contents === "write";
  return {
    type: "PullRequestReviewThread",
    fields: {
      id: nodeId("PullRequestReviewThread", comment.id),
      path: comment.path,
      isResolved: comment.resolved,
      isOutdated: async () => comment.subject === "line" && (await anchor()) === undefined,
      isCollapsed: comment.resolved,
      line: async () => (await anchor())?.line ?? null,
      startLine: async () => (await anchor())?.startLine ?? null,
      originalLine: comment.anchor.line,
      diffSide: comment.anchor.side,
      subjectType: comment.subject.toUpperCase(),
      viewerCanReply: token.permissions.pullRequests === "write",
      viewerCanResolve: mayResolve && !comment.resolved,
      viewerCanUnresolve: mayResolve && comment.resolved,
      comments: (given) => {
        const comments = world.reviewComments.filter(({ id, replyTo }) => id === comment.id || replyTo === comment.id);
        return connection(
          "PullRequestReviewComment",
          given,
          comments.map((each) => commentNode(world, token, each)),
        );
      },
    },
  };
}

function commentNode(world: World, token: Token, comment: ReviewComment): Node {
  const outdated = async () => comment.subject === "line" && (await currentAnchor(world, comment)) === undefined;
  const isOwn = login(comment.author) === login(token.identity);
  const { replyTo } = comment;
  return {
    type: "PullRequestReviewComment",
    fields: {
      id: nodeId("PullRequestReviewComment", comment.id),
      databaseId: comment.id,
      fullDatabaseId: String(comment.id),
      author: authorNode(comment.author),
      body: comment.body,
      path: comment.path,
      line: async () => (await currentAnchor(world, comment))?.line ?? null,
      originalLine: comment.anchor.line,
      originalCommit: { type: "Commit", fields: { oid: comment.commit } },
      outdated,
      isMinimized: false,
      viewerDidAuthor: isOwn,
      viewerCanDelete: token.permissions.pullRequests === "write",
      viewerCanUpdate: token.permissions.pullRequests === "write",
      createdAt: comment.createdAt,
      updatedAt: comment.updatedAt,
      url: `${webUrl(world, `pull/${comment.pull.number}`)}#discussion_r${comment.id}`,
      replyTo: replyTo === undefined ? null : { type: "PullRequestReviewComment", fields: { databaseId: replyTo } },
    },
  };
}

function issueCommentNode(token: Token, comment: IssueComment): Node {
  return {
    type: "IssueComment",
    fields: {
      id: nodeId("IssueComment", comment.id),
      databaseId: comment.id,
      fullDatabaseId: String(comment.id),
      author: authorNode(comment.author),
      body: comment.body,
      viewerDidAuthor: login(comment.author) === login(token.identity),
    },
  };
}

/** A page of a list. GitHub requires `first` or `last`, of at most 100. */
function connection(type: string, given: Arguments, nodes: readonly Node[]): Resolved {
  const { first, after } = allowed(given, "first", "after");
  if (typeof first !== "number" || first < 1 || first > 100)
    throw new QueryError(`a connection of ${type} needs \`first\` between 1 and 100`);
  const start = typeof after === "string" ? Number(Buffer.from(after, "base64url").toString()) : 0;
  const page = nodes.slice(start, start + first);
  const end = start + page.length;
  const endCursor = page.length === 0 ? null : Buffer.from(String(end)).toString("base64url");
  return {
    type: `${type}Connection`,
    fields: {
      nodes: page,
      totalCount: nodes.length,
      edges: page.map((node) => ({ type: `${type}Edge`, fields: { node, cursor: endCursor } })),
      pageInfo: { type: "PageInfo", fields: { hasNextPage: end < nodes.length, endCursor } },
    },
  };
}
