/** A change that can't be listed or read whole. It is never taken for clean: the run could not evaluate it. */
export class UnreadableChange extends Error {}

/** Why GitHub did not do what was asked. */
export interface Failure {
  readonly ok: false;
  /** The HTTP status; 0 if no usable answer came. */
  readonly status: number;
  /** GitHub's own words, or the network's. */
  readonly message: string;
  readonly why: Why;
}

/**
 * `permission`: the token lacks one; `fork`: it lacks one that no token of a pull request from a fork has; `token`: GitHub does not accept the token; `limit`:
 * there were too many requests; `unreachable`: no answer came, or none that can be used; `stopped`: the job is being cancelled; `refused`: anything else.
 */
export type Why = "permission" | "fork" | "token" | "limit" | "unreachable" | "stopped" | "refused";

/** What GitHub has replied. The names of headers are in lower case. */
export interface Reply {
  readonly status: number;
  readonly headers: ReplyHeaders;
  /** The JSON; the text if it is not JSON. */
  readonly data: unknown;
}

type ReplyHeaders = Readonly<Record<string, string | number | undefined>>;

export const stopped: Failure = { ok: false, status: 0, message: "the job is being cancelled", why: "stopped" };

/** The failure of a request that got no answer, or one that can't be used: `status` is that of the answer. */
export function unreachable(message: string, status = 0): Failure {
  return { ok: false, status, message, why: "unreachable" };
}

/** Finds the failure in a reply to a REST request, if there is one. */
export function findFailure({ status, headers, data }: Reply): Failure | undefined {
  if (status === 204) return undefined;
  if (status === 0) return unreachable(typeof data === "string" ? data : "");
  if (status < 300) return isRecord(data) ? undefined : unreachable("the answer is not JSON", status);
  const { message, errors } = wordsIn(data);
  // `errors` has strings or objects, by the endpoint.
  const details = errors.map((each) => JSON.stringify(each)).join(", ");
  const words = details === "" ? message : `${message}: ${details}`;
  return { ok: false, status, message: words, why: reasonForStatus(status, words, headers) };
}

/** Finds the failure in a reply to a GraphQL query, if there is one: most have the status 200. */
export function findQueryFailure(reply: Reply): Failure | undefined {
  const { status, headers, data } = reply;
  const { message, errors } = wordsIn(data);
  if (status >= 300 || !isRecord(data)) return findFailure(reply);
  if (errors.length > 0) {
    // Each field that could not be had has an error of its own.
    const words = [...new Set(errors.map((each) => wordsIn(each).message))].join("; ");
    return { ok: false, status, message: words, why: reasonForErrors(errors, words, headers) };
  }
  if ("data" in data && data.data) return undefined;
  // A query that GitHub does not begin with has no data, and may have a message.
  const isLimit = message !== "" && isLimitReached(message, headers);
  return isLimit
    ? { ok: false, status, message, why: "limit" }
    : unreachable(message || "the answer has no data", status);
}

function isRecord(data: unknown): data is object {
  return typeof data === "object" && data !== null;
}

interface Words {
  readonly message: string;
  readonly errors: readonly unknown[];
}

/** What GitHub says of a failure; the whole text if it is neither JSON nor a page. */
function wordsIn(data: unknown): Words {
  if (typeof data === "string") return { message: data.trimStart().startsWith("<") ? "" : data, errors: [] };
  const { message, errors } = Object(data) as { readonly message?: unknown; readonly errors?: unknown };
  return { message: typeof message === "string" ? message : "", errors: Array.isArray(errors) ? errors : [] };
}

/** What to do about refusals that no permission of the job would change, by GitHub's words for them. */
const remedies: readonly (readonly [words: RegExp, remedy: string])[] = [
  [
    /SAML enforcement/i,
    "authorize the token for the organization's single sign-on, or leave the input github-token out: the job's own token needs none",
  ],
  [
    /IP allow list/i,
    "run the job on a runner whose address is on that list, or have the runner's address added to it by an owner of the organization",
  ],
  [
    /authenticate via a GitHub App/i,
    "a personal token can't write check runs: leave out the input github-token to use the job's own token, or give it an app's token",
  ],
  [/\blocked\b/i, "unlock the conversation, and run the job again"],
  [/archived/i, "nothing can be written there until the repository is unarchived"],
  [/access blocked|suspended/i, "ask the owners of the organization, or GitHub's support, to lift it"],
];

function findRemedy(words: string): string | undefined {
  return remedies.find(([pattern]) => pattern.test(words))?.[1];
}

/** GitHub answers 404 for what the token must not see, and 403 for rate limits too. */
function reasonForStatus(status: number, words: string, headers: ReplyHeaders): Why {
  const isLimit = headers["retry-after"] !== undefined || isLimitReached(words, headers);
  if (status === 429 || (status === 403 && isLimit) || /submitted too quickly/.test(words)) return "limit";
  if (status === 401) return "token";
  if (status === 404 || (status === 403 && findRemedy(words) === undefined)) return "permission";
  return status >= 500 ? "unreachable" : "refused";
}

function reasonForErrors(errors: readonly unknown[], words: string, headers: ReplyHeaders): Why {
  const types = errors.map((each) => (Object(each) as { readonly type?: unknown }).type);
  const hasType = (...names: readonly string[]) => names.some((name) => types.includes(name));
  if (hasType("RATE_LIMIT", "RATE_LIMITED") || isLimitReached(words, headers)) return "limit";
  if (hasType(...typesOfOverload) || overloadWords.test(words)) return "unreachable";
  const isHidden = hasType("FORBIDDEN", "NOT_FOUND", "INSUFFICIENT_SCOPES");
  return isHidden && findRemedy(words) === undefined ? "permission" : "refused";
}

/** GraphQL's own faults: the query was too much at this moment, and another or a smaller one may not be (docs.github.com, "Rate limits and query limits for the GraphQL API"). */
const typesOfOverload = ["RESOURCE_LIMITS_EXCEEDED", "INTERNAL", "INTERNAL_ERROR", "SERVICE_UNAVAILABLE", "TIMEOUT"];
const overloadWords = /something went wrong|time(d )?-?out|respond to your request in time|resource limits/i;

function isLimitReached(words: string, headers: ReplyHeaders): boolean {
  return headers["x-ratelimit-remaining"] === "0" || /rate limit|abuse detection/i.test(words);
}

/** docs.github.com, "Rate limits for the REST API": the wait when a secondary limit does not name one. */
const secondsUnlessTold = 60;

/** Seconds to wait before a failed request may be sent again; `undefined` if it must not be. `attempt` counts from 1. */
export function secondsUntilRetry(
  { why, status }: Failure,
  headers: ReplyHeaders,
  { isWrite, attempt }: { readonly isWrite: boolean; readonly attempt: number },
): number | undefined {
  if (why === "unreachable") return isWrite ? undefined : 0.5 * 2 ** (attempt - 1);
  if (why !== "limit") return undefined;
  const told = Number(headers["retry-after"]);
  if (told >= 0) return told;
  const reset = Number(headers["x-ratelimit-reset"]);
  if (headers["x-ratelimit-remaining"] === "0" && reset > 0)
    return Math.max(0, reset - Math.floor(Date.now() / 1000)) + 1;
  // GitHub may have done a part of a write that was "submitted too quickly": only the caller can tell.
  return isWrite && status === 422 ? undefined : secondsUnlessTold;
}

/** A failure's own words, for the middle of a sentence; its status if it has none, and nothing if it has neither. */
export function failureWords({ message, status }: Failure): string {
  return message.trim().replace(/\.$/, "").slice(0, 500) || (status > 0 ? String(status) : "");
}

/** A failure as a clause for a sentence, with its own words and what to do; `permission` is what the request needs, such as `checks: write`. */
export function explainFailure(failure: Failure, permission: string): string {
  const { why, message, status } = failure;
  const words = failureWords(failure);
  const refused = `GitHub refused it (${words})`;
  switch (why) {
    case "permission":
      return `${refused}: ${remedyForPermission(words, permission)}`;
    case "fork":
      return `${refused}: the token of a pull request from a fork can only read, whatever the permissions say; a workflow on pull_request_target may write`;
    case "token":
      return `GitHub does not accept the token (${words}): check the input github-token`;
    case "limit":
      return `GitHub's rate limit is reached (${words}): run the job again later`;
    case "unreachable":
      return `GitHub ${status > 0 && message ? "could" : "did"} not answer${words && ` (${words})`}: run the job again`;
    case "stopped":
      return message;
    case "refused": {
      const remedy = findRemedy(words);
      return remedy === undefined ? refused : `${refused}: ${remedy}`;
    }
  }
}

/** The job's permissions say nothing about a personal token, and no personal token writes check runs. */
function remedyForPermission(words: string, permission: string): string {
  if (!/personal access token/i.test(words)) return `add \`${permission}\` to the job's permissions`;
  const own = `leave the input github-token out, and add \`${permission}\` to the job's permissions`;
  return permission === "checks: write"
    ? `a personal token can't write check runs: ${own}`
    : `give the personal token \`${permission}\`, or ${own}`;
}
