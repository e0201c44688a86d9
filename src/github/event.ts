import { UsageError } from "../source/errors.ts";
import type { Gate } from "../types.ts";

/** What an event asks for: which commit is judged, against which base, and what is there to be written to. */
export interface Trigger {
  readonly owner: string;
  readonly repo: string;
  /** The commit that the check run belongs to: never a merge commit (docs.github.com, "events that trigger workflows"). */
  readonly headSha: string;
  readonly scope: Scope;
  /** The gate where the workflow names none. */
  readonly gate: Gate;
  /** Whether the job's own checkout may be read: not where the event has more rights than the change's author. */
  readonly mayReadWorkspace: boolean;
}

export type Scope =
  | {
      readonly kind: "pull";
      readonly number: number;
      readonly baseSha: string;
      readonly changedFiles: number | undefined;
      readonly isDraft: boolean;
    }
  /** What changed between two commits. */
  | { readonly kind: "range"; readonly baseSha: string }
  /** Every manifest of the checkout. */
  | { readonly kind: "full" };

type Payload = Record<string, unknown>;
type Event = (
  payload: Payload,
  sha: string,
) => Pick<Trigger, "headSha" | "scope" | "gate"> & { readonly mayReadWorkspace?: boolean };

const events: Readonly<Record<string, Event>> = {
  pull_request: pull,
  pull_request_target: (payload) => ({ ...pull(payload), mayReadWorkspace: false }),
  merge_group: (payload) => {
    const group = object(payload, "merge_group");
    return {
      headSha: text(group, "head_sha"),
      scope: { kind: "range", baseSha: text(group, "base_sha") },
      gate: "new",
    };
  },
  push: (payload, sha) => {
    const before = text(payload, "before");
    const isNewBranch = /^0+$/.test(before);
    return { headSha: sha, scope: isNewBranch ? { kind: "full" } : { kind: "range", baseSha: before }, gate: "all" };
  },
  schedule: (_, sha) => ({ headSha: sha, scope: { kind: "full" }, gate: "all" }),
  workflow_dispatch: (_, sha) => ({ headSha: sha, scope: { kind: "full" }, gate: "all" }),
};

/** Throws a UsageError for an event that is not served, or whose payload lacks what it must have. */
export function readTrigger(name: string, payload: unknown, sha: string, repository: string): Trigger {
  const event = Object.hasOwn(events, name) ? events[name] : undefined;
  if (!event)
    throw new UsageError(
      `secctx does not serve the event ${JSON.stringify(name)}: use one of ${Object.keys(events).join(", ")}.`,
    );
  if (typeof payload !== "object" || payload === null)
    throw new UsageError("The event's payload (GITHUB_EVENT_PATH) is not a JSON object.");
  const [owner = "", repo = ""] = repository.split("/");
  return { owner, repo, mayReadWorkspace: true, ...event(payload as Payload, sha) };
}

function pull(payload: Payload): ReturnType<Event> {
  const request = object(payload, "pull_request");
  const { number, draft, changed_files: changedFiles } = request;
  if (typeof number !== "number") throw missing("pull_request.number");
  const scope = {
    kind: "pull",
    number,
    baseSha: text(object(request, "base"), "sha"),
    changedFiles: typeof changedFiles === "number" ? changedFiles : undefined,
    isDraft: draft === true,
  } as const;
  return { headSha: text(object(request, "head"), "sha"), scope, gate: "new" };
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
  return new UsageError(`The event's payload has no ${field}: is GITHUB_EVENT_PATH what the runner wrote?`);
}
