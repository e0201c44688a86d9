import { ownerId, repositoryId } from "./answers.ts";
import type { ChangedFile } from "./diff.ts";
import type { Identity, PullRequest, World } from "./types.ts";
import { baseOf, headOf, login } from "./world.ts";

/** The address in the API of a part of the repository, such as `pulls/1`. */
export function apiUrl(world: World, path = ""): string {
  const { owner, name } = world.repository;
  return `${world.origin}${world.settings.basePath}/repos/${owner}/${name}${path && `/${path}`}`;
}

/** The address of its page. */
export function webUrl(world: World, path = ""): string {
  const { owner, name } = world.repository;
  return `${world.origin}/${owner}/${name}${path && `/${path}`}`;
}

/** An opaque id as GraphQL has them. Kind and number can be read back from it. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString("base64url");
}

export function userJson(world: World, identity: Identity) {
  const name = login(identity);
  const type = identity.kind === "app" ? "Bot" : "User";
  return accountJson(world, name, type, identity.kind === "app" ? identity.id + 41_000_000 : numberOf(name));
}

function accountJson(world: World, name: string, type: string, id: number) {
  return {
    login: name,
    id,
    node_id: nodeId(type, id),
    avatar_url: `${world.origin}/avatars/${id}`,
    gravatar_id: "",
    url: `${world.origin}${world.settings.basePath}/users/${encodeURIComponent(name)}`,
    html_url: `${world.origin}/${type === "Bot" ? `apps/${name.replace("[bot]", "")}` : name}`,
    type,
    user_view_type: "public",
    site_admin: false,
  };
}

/** A number for a name, the same in every run. */
function numberOf(name: string): number {
  let number = 0;
  for (const character of name) number = (number * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return number + 1;
}

/** The repository, or a fork of it by another owner. */
export function repositoryJson(world: World, fork?: string) {
  const { name, defaultBranch } = world.repository;
  const owner = fork ?? world.repository.owner;
  const id = fork === undefined ? repositoryId : numberOf(`${fork}/${name}`);
  return {
    id,
    node_id: nodeId("Repository", id),
    name,
    full_name: `${owner}/${name}`,
    private: world.settings.private,
    owner: accountJson(
      world,
      owner,
      fork === undefined ? "Organization" : "User",
      fork === undefined ? ownerId : numberOf(owner),
    ),
    html_url: `${world.origin}/${owner}/${name}`,
    description: null,
    fork: fork !== undefined,
    url: `${world.origin}${world.settings.basePath}/repos/${owner}/${name}`,
    clone_url: `${world.origin}/${owner}/${name}.git`,
    created_at: "2026-01-01T00:00:00Z",
    updated_at: "2026-01-01T00:00:00Z",
    pushed_at: "2026-01-01T00:00:00Z",
    homepage: null,
    size: 100,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    archived: false,
    disabled: false,
    open_issues_count: 0,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: world.settings.private ? "private" : "public",
    forks: 0,
    open_issues: 0,
    watchers: 0,
    default_branch: defaultBranch,
  };
}

/** A pull request as lists and events show it. Asked for alone, it also has counts. */
export function pullJson(world: World, pull: PullRequest) {
  const url = apiUrl(world, `pulls/${pull.number}`);
  const web = webUrl(world, `pull/${pull.number}`);
  const issue = apiUrl(world, `issues/${pull.number}`);
  const { owner } = world.repository;
  const ref = pull.head.replace(/^.*:/, "");
  return {
    url,
    id: pull.id,
    node_id: nodeId("PullRequest", pull.number),
    html_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    issue_url: issue,
    number: pull.number,
    state: pull.state,
    locked: pull.locked,
    title: pull.title,
    user: userJson(world, pull.author),
    body: pull.body,
    created_at: pull.createdAt,
    updated_at: pull.createdAt,
    closed_at: pull.state === "closed" ? pull.createdAt : null,
    merged_at: null,
    merge_commit_sha: null as string | null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: [],
    milestone: null,
    draft: pull.draft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    comments_url: `${issue}/comments`,
    statuses_url: apiUrl(world, `statuses/${headOf(world, pull)}`),
    head: {
      label: `${pull.fork ?? owner}:${ref}`,
      ref,
      sha: headOf(world, pull),
      user: pull.fork === undefined ? repositoryJson(world).owner : repositoryJson(world, pull.fork).owner,
      repo: pull.forkDeleted ? null : repositoryJson(world, pull.fork),
    },
    base: {
      label: `${owner}:${pull.base}`,
      ref: pull.base,
      sha: baseOf(world, pull),
      user: repositoryJson(world).owner,
      repo: repositoryJson(world),
    },
    _links: {
      self: { href: url },
      html: { href: web },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${apiUrl(world, "pulls/comments")}{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: apiUrl(world, `statuses/${headOf(world, pull)}`) },
    },
    author_association: pull.fork === undefined ? "MEMBER" : "CONTRIBUTOR",
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** A changed file as pull requests, comparisons and commits list it. */
export function fileJson(world: World, file: ChangedFile, head: string) {
  const path = file.path.split("/").map(encodeURIComponent).join("/");
  return {
    sha: file.blob,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: webUrl(world, `blob/${head}/${path}`),
    raw_url: webUrl(world, `raw/${head}/${path}`),
    contents_url: apiUrl(world, `contents/${path}?ref=${head}`),
    ...(file.patch !== undefined && { patch: file.patch }),
    ...(file.previousPath !== undefined && { previous_filename: file.previousPath }),
  };
}

export function appJson(world: World, { slug, id }: { readonly slug: string; readonly id: number }) {
  return {
    id,
    slug,
    node_id: nodeId("App", id),
    owner: accountJson(world, "github", "Organization", 9919),
    name: slug,
    description: null,
    external_url: "",
    html_url: `${world.origin}/apps/${slug}`,
    created_at: "2018-07-30T09:30:17Z",
    updated_at: "2018-07-30T09:30:17Z",
    permissions: { checks: "write", contents: "read", pull_requests: "write" },
    events: ["check_run"],
  };
}
