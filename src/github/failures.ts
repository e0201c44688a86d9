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
 * `permission`: the token lacks one; `token`: GitHub does not accept the token; `limit`: there were too many requests; `unreachable`: no answer came, or
 * none that can be used; `stopped`: the job is being cancelled; `refused`: anything else.
 */
export type Why = "permission" | "token" | "limit" | "unreachable" | "stopped" | "refused";

/** What GitHub has replied. The names of headers are in lower case. */
export interface Reply {
  readonly status: number;
  readonly headers: ReplyHeaders;
  /** The JSON; the text if it is not JSON. */
  readonly data: unknown;
}

type ReplyHeaders = Readonly<Record<string, string | number | undefined>>;

export const stopped: Failure = { ok: false, status: 0, message: "the job is being cancelled", why: "stopped" };

/** The failure of a request that got no answer, or none that can be used. */
export function unreachable(message: string): Failure {
  return { ok: false, status: 0, message: message || "no answer", why: "unreachable" };
}

/** Finds the failure in a reply to a REST request, if there is one. */
export function findFailure({ status, headers, data }: Reply): Failure | undefined {
  if (status === 204) return undefined;
  if (status === 0) return unreachable(typeof data === "string" ? data : "");
  if (status < 300) return isRecord(data) ? undefined : unreachable("the answer is not JSON");
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
  return isLimit ? { ok: false, status, message, why: "limit" } : unreachable(message);
}

function isRecord(data: unknown): data is object {
  return typeof data === "object" && data !== null;
}

interface Words {
  readonly message: string;
  readonly errors: readonly unknown[];
}

/** What GitHub says of a failure; the whole text if it is not JSON. */
function wordsIn(data: unknown): Words {
  if (typeof data === "string") return { message: data, errors: [] };
  const { message, errors } = Object(data) as { readonly message?: unknown; readonly errors?: unknown };
  return { message: typeof message === "string" ? message : "", errors: Array.isArray(errors) ? errors : [] };
}

/** Words of refusals that no permission of the job would change. */
const beyondPermissions = /SAML enforcement|IP allow list|archived|access blocked|suspended/i;

/** GitHub answers 404 for what the token must not see, and 403 for rate limits too. */
function reasonForStatus(status: number, words: string, headers: ReplyHeaders): Why {
  const isLimit = headers["retry-after"] !== undefined || isLimitReached(words, headers);
  if (status === 429 || (status === 403 && isLimit) || /submitted too quickly/.test(words)) return "limit";
  if (status === 401) return "token";
  if (status === 404 || (status === 403 && !beyondPermissions.test(words))) return "permission";
  return status >= 500 ? "unreachable" : "refused";
}

function reasonForErrors(errors: readonly unknown[], words: string, headers: ReplyHeaders): Why {
  const types = errors.map((each) => (Object(each) as { readonly type?: unknown }).type);
  const hasType = (...names: readonly string[]) => names.some((name) => types.includes(name));
  if (hasType("RATE_LIMIT", "RATE_LIMITED") || isLimitReached(words, headers)) return "limit";
  if (/^Something went wrong while executing your query/.test(words)) return "unreachable";
  const isHidden = hasType("FORBIDDEN", "NOT_FOUND", "INSUFFICIENT_SCOPES");
  return isHidden && !beyondPermissions.test(words) ? "permission" : "refused";
}

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

/** A failure as a clause for a sentence, with GitHub's own words and what to do; `permission` is what the request needs, such as `checks: write`. */
export function explainFailure({ why, message, status }: Failure, permission: string): string {
  const words = message.trim().replace(/\.$/, "").slice(0, 500);
  if (why === "permission") return `GitHub refused it (${words}): add \`${permission}\` to the job's permissions`;
  if (why === "token") return `GitHub does not accept the token (${words}): check the input github-token`;
  if (why === "limit") return `GitHub's rate limit is reached (${words}): run the job again later`;
  if (why === "unreachable") return `GitHub did not answer${status > 0 ? ` (${status})` : ""}: run the job again`;
  return why === "stopped" ? message : `GitHub refused it (${words})`;
}
