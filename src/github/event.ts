import { readFileSync } from "node:fs";
import { UsageError } from "../source/errors.ts";
import { explainFailure, UnreadableChange } from "./failures.ts";
import type { GitHub } from "./octokit.ts";

/** What the event asks for, and where the job runs. */
export interface Trigger {
  readonly owner: string;
  readonly repo: string;
  /** The commit that is judged, and that the check run belongs to: never a merge commit (docs.github.com, "Events that trigger workflows"). */
  readonly headSha: string;
  /** The revision that the change is to be merged into, a commit or a branch's name, which the change's author can't write. The head itself if there is no change. */
  readonly baseSha: string;
  readonly scope: Scope;
  /** Whether there is a change that asks to be merged. A push is merged already. */
  readonly asksToMerge: boolean;
  /** Whether a pull request from a fork started the job, so that its token only reads. */
  readonly isFromFork: boolean;
  /** Whether the job's checkout may be read: not if the job has rights that the change's author lacks. */
  readonly mayReadWorkspace: boolean;
  /** The folder of the job's checkout. */
  readonly workspace: string;
  /** The repository's page, such as `https://github.com/octo-org/shop`. */
  readonly repositoryUrl: string;
  /** The page of this workflow run, if the runner names it. */
  readonly runUrl: string | undefined;
  /** The job's place in its workflow: the same in every run, and for all jobs of a matrix. */
  readonly job: string;
  /** Tells this run, attempt and job from all others. */
  readonly runId: string;
}

export interface PullScope {
  readonly kind: "pull";
  readonly number: number;
  readonly changedFiles: number | undefined;
  readonly isDraft: boolean;
}

/** What is judged. */
export type Scope =
  | PullScope
  /** The pull request whose workflow has run, by its branch as `owner:branch`: the event does not name its number if it comes from a fork. */
  | { readonly kind: "run"; readonly branch: string }
  /** The changes between two commits. */
  | { readonly kind: "range" }
  /** Every manifest of the checkout. */
  | { readonly kind: "full" };

export type Payload = Record<string, unknown>;
type EventReader = (
  payload: Payload,
  sha: string,
) => Pick<Trigger, "headSha" | "baseSha" | "scope" | "asksToMerge"> &
  Partial<Pick<Trigger, "isFromFork" | "mayReadWorkspace">>;

const events: Readonly<Record<string, EventReader>> = {
  pull_request: (payload) => ({ ...readPullRequestEvent(payload), isFromFork: isFromFork(payload) }),
  pull_request_target: (payload) => ({ ...readPullRequestEvent(payload), mayReadWorkspace: false }),
  workflow_run: (payload) => {
    const run = readObject(payload, "workflow_run");
    if (run.event !== "pull_request" && run.event !== "pull_request_target")
      throw new UsageError(
        `The workflow that has run was started by ${JSON.stringify(run.event)}: secctx serves workflow_run after pull_request only.`,
      );
    // A fork may have been deleted since.
    const repository = run.head_repository ?? payload.repository;
    const owner = readText(readObject(readObject({ repository }, "repository"), "owner"), "login");
    const branch = `${owner}:${readText(run, "head_branch")}`;
    const headSha = readText(run, "head_sha");
    return { headSha, baseSha: headSha, scope: { kind: "run", branch }, asksToMerge: true, mayReadWorkspace: false };
  },
  merge_group: (payload) => {
    const group = readObject(payload, "merge_group");
    return {
      headSha: readText(group, "head_sha"),
      baseSha: readText(group, "base_sha"),
      scope: { kind: "range" },
      asksToMerge: true,
    };
  },
  push: (payload, sha) => {
    const before = readText(payload, "before");
    if (!/^0+$/.test(before)) return { headSha: sha, baseSha: before, scope: { kind: "range" }, asksToMerge: false };
    const { default_branch: branch } = readObject(payload, "repository");
    // A new branch is compared with the default branch; the default branch's own first push is judged as a whole.
    const isOther = typeof branch === "string" && payload.ref !== `refs/heads/${branch}`;
    if (isOther) return { headSha: sha, baseSha: branch, scope: { kind: "range" }, asksToMerge: false };
    return judgeEverything(payload, sha);
  },
  schedule: judgeEverything,
  workflow_dispatch: judgeEverything,
};

/** Reads the event from the runner's environment. Throws a UsageError if secctx does not serve it, or if its payload lacks something. */
export function readTrigger(env: Readonly<Record<string, string | undefined>>): Trigger {
  const name = env.GITHUB_EVENT_NAME ?? "";
  const event = Object.hasOwn(events, name) ? events[name] : undefined;
  if (!event)
    throw new UsageError(
      `secctx does not serve the event ${JSON.stringify(name)}: use one of ${Object.keys(events).join(", ")}.`,
    );
  const [, owner, repo] = /^([^/]+)\/([^/]+)$/.exec(env.GITHUB_REPOSITORY ?? "") ?? [];
  if (!owner || !repo) throw missingField("GITHUB_REPOSITORY");
  if (!env.GITHUB_SHA) throw missingField("GITHUB_SHA");
  const repositoryUrl = `${env.GITHUB_SERVER_URL ?? "https://github.com"}/${owner}/${repo}`;
  const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt, GITHUB_JOB: job, GITHUB_ACTION: step } = env;
  // `octo-org/shop/.github/workflows/secctx.yml@refs/heads/main`; older servers give the workflow's name only.
  const workflow = env.GITHUB_WORKFLOW_REF?.split("@")[0] ?? env.GITHUB_WORKFLOW;
  return {
    owner,
    repo,
    isFromFork: false,
    mayReadWorkspace: true,
    ...event(readPayload(env.GITHUB_EVENT_PATH ?? ""), env.GITHUB_SHA),
    workspace: env.GITHUB_WORKSPACE ?? ".",
    repositoryUrl,
    runUrl: run && `${repositoryUrl}/actions/runs/${run}`,
    job: [workflow, job, step].join(":"),
    runId: [run, attempt, job].join(":"),
  };
}

function readPayload(path: string): Payload {
  let payload: unknown;
  try {
    payload = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new UsageError(
      "The event's payload (GITHUB_EVENT_PATH) could not be read as JSON: is this the runner's own file?",
    );
  }
  if (typeof payload === "object" && payload !== null) return payload as Payload;
  throw new UsageError("The event's payload (GITHUB_EVENT_PATH) is not a JSON object: is this the runner's own file?");
}

function readPullRequestEvent(payload: Payload): ReturnType<EventReader> {
  return { ...readPullRequest(readObject(payload, "pull_request")), asksToMerge: true };
}

/** Whether the head is in another repository than the base. That of a fork which was deleted since is null. */
function isFromFork(payload: Payload): boolean {
  const { head, base } = readObject(payload, "pull_request");
  const [from, to] = [head, base].map((side) => (Object(side) as { readonly repo?: unknown }).repo);
  if (from === null) return true;
  const nameOf = (repository: unknown) => (Object(repository) as { readonly full_name?: unknown }).full_name;
  return from !== undefined && nameOf(from) !== nameOf(to ?? payload.repository);
}

/** Reads a pull request, which payloads and the REST API write alike. Throws a UsageError if it lacks something. */
export function readPullRequest(
  request: Payload,
): Pick<Trigger, "headSha" | "baseSha"> & { readonly scope: PullScope } {
  const { number, draft, changed_files: changedFiles } = request;
  if (typeof number !== "number") throw missingField("pull_request.number");
  return {
    headSha: readText(readObject(request, "head"), "sha"),
    baseSha: readText(readObject(request, "base"), "sha"),
    scope: {
      kind: "pull",
      number,
      changedFiles: typeof changedFiles === "number" ? changedFiles : undefined,
      isDraft: draft === true,
    },
  };
}

/** Finds the pull request of an event that names only its branch; returns any other trigger as it is. Throws an UnreadableChange if there is none. */
export async function findPullRequest(github: GitHub | undefined, trigger: Trigger): Promise<Trigger> {
  const { scope, owner, repo, headSha } = trigger;
  if (scope.kind !== "run" || !github) return trigger;
  const parameters = { owner, repo, head: scope.branch, state: "open", per_page: 100 } as const;
  const answer = await github.ask(({ rest }) => rest.pulls.list(parameters));
  if (!answer.ok)
    throw new UnreadableChange(
      `The pull request could not be looked up: ${explainFailure(answer, "pull-requests: read")}.`,
    );
  const pull = answer.data.map(readPullRequest).find((each) => each.headSha === headSha);
  if (pull) return { ...trigger, ...pull };
  throw new UnreadableChange(
    `No open pull request has ${headSha.slice(0, 7)} as its head: it was closed, or a later push has a run of its own.`,
  );
}

function judgeEverything(_: Payload, sha: string): ReturnType<EventReader> {
  return { headSha: sha, baseSha: sha, scope: { kind: "full" }, asksToMerge: false };
}

function readObject(payload: Payload, field: string): Payload {
  const value = payload[field];
  if (typeof value !== "object" || value === null) throw missingField(field);
  return value as Payload;
}

function readText(payload: Payload, field: string): string {
  const value = payload[field];
  if (typeof value !== "string" || value === "") throw missingField(field);
  return value;
}

function missingField(field: string): UsageError {
  return new UsageError(`The event has no ${field}: is its payload (GITHUB_EVENT_PATH) what the runner wrote?`);
}
