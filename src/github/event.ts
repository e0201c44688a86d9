import { readFileSync } from "node:fs";
import type { Gate } from "../policy/index.ts";
import { UsageError } from "../source/errors.ts";

/** What an event asks for: which commit is judged, against which base, and what is there to be written to. */
export interface Trigger {
  readonly owner: string;
  readonly repo: string;
  /** The commit that the check run belongs to: never a merge commit (docs.github.com, "events that trigger workflows"). */
  readonly headSha: string;
  /** The revision that the change goes to, which its author can't write: a commit, or a branch's name. The head itself where there is no change. */
  readonly baseSha: string;
  readonly scope: Scope;
  /** The gate where the workflow names none. */
  readonly gate: Gate;
  /** Whether the job's own checkout may be read: not where the event has more rights than the change's author. */
  readonly mayReadWorkspace: boolean;
}

export interface PullScope {
  readonly kind: "pull";
  readonly number: number;
  readonly changedFiles: number | undefined;
  readonly isDraft: boolean;
  /** Whether anybody has commented, as far as the event knows. */
  readonly hasComments: boolean;
}

export type Scope =
  | PullScope
  /** The pull request whose workflow has run: its branch as `owner:branch`. GitHub has to be asked for the number. */
  | { readonly kind: "run"; readonly branch: string }
  /** What changed between two commits. */
  | { readonly kind: "range" }
  /** Every manifest of the checkout. */
  | { readonly kind: "full" };

export type Payload = Record<string, unknown>;
type Event = (
  payload: Payload,
  sha: string,
) => Pick<Trigger, "headSha" | "baseSha" | "scope" | "gate"> & { readonly mayReadWorkspace?: boolean };

const events: Readonly<Record<string, Event>> = {
  pull_request: ofPull,
  pull_request_target: (payload) => ({ ...ofPull(payload), mayReadWorkspace: false }),
  workflow_run: (payload) => {
    const run = object(payload, "workflow_run");
    if (run.event !== "pull_request" && run.event !== "pull_request_target")
      throw new UsageError(
        `The workflow that has run was started by ${JSON.stringify(run.event)}: secctx serves workflow_run after pull_request only.`,
      );
    // The repository of a fork may be gone.
    const repository = run.head_repository ?? payload.repository;
    const owner = text(object(object({ repository }, "repository"), "owner"), "login");
    const branch = `${owner}:${text(run, "head_branch")}`;
    const headSha = text(run, "head_sha");
    return { headSha, baseSha: headSha, scope: { kind: "run", branch }, gate: "new", mayReadWorkspace: false };
  },
  merge_group: (payload) => {
    const group = object(payload, "merge_group");
    return {
      headSha: text(group, "head_sha"),
      baseSha: text(group, "base_sha"),
      scope: { kind: "range" },
      gate: "new",
    };
  },
  push: (payload, sha) => {
    const before = text(payload, "before");
    if (!/^0+$/.test(before)) return { headSha: sha, baseSha: before, scope: { kind: "range" }, gate: "all" };
    const { default_branch: branch } = object(payload, "repository");
    // A new branch brings what the default branch does not have; that one's own first push brings everything.
    const isOther = typeof branch === "string" && payload.ref !== `refs/heads/${branch}`;
    if (isOther) return { headSha: sha, baseSha: branch, scope: { kind: "range" }, gate: "all" };
    return everything(payload, sha);
  },
  schedule: everything,
  workflow_dispatch: everything,
};

/** What the runner says of the event. Throws a UsageError for one that is not served, or whose payload lacks what it must have. */
export function readTrigger(env: Readonly<Record<string, string | undefined>>): Trigger {
  const name = env.GITHUB_EVENT_NAME ?? "";
  const event = Object.hasOwn(events, name) ? events[name] : undefined;
  if (!event)
    throw new UsageError(
      `secctx does not serve the event ${JSON.stringify(name)}: use one of ${Object.keys(events).join(", ")}.`,
    );
  const [, owner, repo] = /^([^/]+)\/([^/]+)$/.exec(env.GITHUB_REPOSITORY ?? "") ?? [];
  if (!owner || !repo) throw missing("GITHUB_REPOSITORY");
  if (!env.GITHUB_SHA) throw missing("GITHUB_SHA");
  return { owner, repo, mayReadWorkspace: true, ...event(payloadAt(env.GITHUB_EVENT_PATH ?? ""), env.GITHUB_SHA) };
}

function payloadAt(path: string): Payload {
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

function ofPull(payload: Payload): ReturnType<Event> {
  return { ...pullIn(object(payload, "pull_request")), gate: "new" };
}

/** A pull request as payloads and the API have it. */
export function pullIn(request: Payload): Pick<Trigger, "headSha" | "baseSha"> & { readonly scope: PullScope } {
  const { number, draft, changed_files: changedFiles, comments, review_comments: reviewComments } = request;
  if (typeof number !== "number") throw missing("pull_request.number");
  return {
    headSha: text(object(request, "head"), "sha"),
    baseSha: text(object(request, "base"), "sha"),
    scope: {
      kind: "pull",
      number,
      changedFiles: typeof changedFiles === "number" ? changedFiles : undefined,
      isDraft: draft === true,
      hasComments: comments !== 0 || reviewComments !== 0,
    },
  };
}

function everything(_: Payload, sha: string): ReturnType<Event> {
  return { headSha: sha, baseSha: sha, scope: { kind: "full" }, gate: "all" };
}

function object(payload: Payload, field: string): Payload {
  const value = payload[field];
  if (typeof value !== "object" || value === null) throw missing(field);
  return value as Payload;
}

function text(payload: Payload, field: string): string {
  const value = payload[field];
  if (typeof value !== "string" || value === "") throw missing(field);
  return value;
}

function missing(field: string): UsageError {
  return new UsageError(`The event has no ${field}: is its payload (GITHUB_EVENT_PATH) what the runner wrote?`);
}
