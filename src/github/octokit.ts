import { setTimeout as sleep } from "node:timers/promises";
import type { getOctokit } from "@actions/github";

export type Octokit = ReturnType<typeof getOctokit>;

/** What a request comes to: GitHub's data, or why there is none. */
export type Answer<T> = { readonly ok: true; readonly data: T } | Failure;

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

/** GitHub's API. A failed request is an answer too: both functions throw nothing. */
export interface GitHub {
  /** Sends a request by one of Octokit's typed methods: `({ rest }) => rest.pulls.get({ … })`. */
  ask<T>(request: (octokit: Octokit) => Promise<{ readonly data: T }>): Promise<Answer<T>>;
  /** Sends a GraphQL query. */
  query<T>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer<T>>;
}

export interface Connection {
  /** The address of the REST API. Default: `GITHUB_API_URL`, else that of github.com. */
  readonly baseUrl?: string;
  /** Ends all waiting, and refuses every later request: the job is being cancelled. */
  readonly signal?: AbortSignal;
  /** Milliseconds that one answer may take, its body included. Default: 30,000. */
  readonly timeout?: number;
  /** Seconds that all waits for rate limits may take together: a job's minutes cost money. Default: 120. */
  readonly patience?: number;
}

/** A client for the token. Octokit is loaded by the first request: a run that asks GitHub nothing does not wait for it. */
export function connect(token: string, connection: Connection = {}): GitHub {
  let octokit: Promise<Octokit> | undefined;
  const ask: GitHub["ask"] = async (request) => {
    try {
      octokit ??= loadOctokit(token, connection);
      const { data } = await request(await octokit);
      return { ok: true, data };
    } catch (error) {
      if (error instanceof RequestFailure) return error.failure;
      throw error;
    }
  };
  return {
    ask,
    query: (query, variables) => ask(async ({ graphql }) => ({ data: await graphql(query, { ...variables }) })),
  };
}

/** Carries a failure through Octokit to whoever asked. */
class RequestFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

async function loadOctokit(token: string, { baseUrl, ...connection }: Connection): Promise<Octokit> {
  // The package makes its proxy agent while it loads, and fails for an address that it can't use.
  const { getOctokit } = await import("@actions/github").catch((error: Error) => {
    throw new RequestFailure(unreachable(error.message));
  });
  const octokit = getOctokit(token, { userAgent: "secctx", ...(baseUrl && { baseUrl }) });
  octokit.hook.wrap("request", requestHook(connection));
  return octokit;
}

type Options = Required<Octokit["request"]["endpoint"]["DEFAULTS"]>;
type Reply = Awaited<ReturnType<Octokit["request"]>>;
type Headers = Reply["headers"];
type Send = (options: Options) => Reply | Promise<Reply>;

const apiVersion = "2022-11-28";
const attempts = 3;
/** docs.github.com, "Best practices for using the REST API": wait a second between requests that create or change something. */
const millisecondsBetweenWrites = 1000;

/** Sends every request in GitHub's manner: reads are retried, writes only when GitHub says when, and one second lies between two writes. */
function requestHook({ signal = new AbortController().signal, timeout = 30_000, patience = 120 }: Connection) {
  let patienceLeft = patience;
  let nextWrite = 0;
  const wait = (milliseconds: number) => sleep(Math.max(0, milliseconds), undefined, { signal }).catch(() => {});

  async function sendWithRetries(send: Send, options: Options, isWrite: boolean) {
    for (let attempt = 1; ; attempt++) {
      if (signal.aborted) throw new RequestFailure(stopped);
      options.request = { ...options.request, signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]) };
      const reply = await replyTo(send, options);
      const failure = failureIn(reply, isGraphql(options));
      if (!failure) return reply;
      if (signal.aborted) throw new RequestFailure(stopped);
      const seconds = secondsUntilRetry(failure, reply.headers, { isWrite, attempt });
      if (seconds === undefined || seconds > patienceLeft || attempt >= attempts) throw new RequestFailure(failure);
      patienceLeft -= seconds;
      await wait(seconds * 1000);
    }
  }

  return async (send: Send, options: Options): Promise<Reply> => {
    if (new URL(options.url, options.baseUrl).origin !== new URL(options.baseUrl).origin)
      throw new RequestFailure({ ok: false, status: 0, message: "a link leads to another host", why: "refused" });
    // `headers` and `request` are shared with other requests, and the next hook sees only what stands in `options`.
    options.headers = { ...options.headers, "x-github-api-version": apiVersion };
    options.request = { ...options.request, fetch: followRedirects(options.request.fetch) };
    const isWrite = options.method !== "GET" && !isGraphql(options);
    if (!isWrite) return await sendWithRetries(send, options, isWrite);
    await wait(nextWrite - Date.now());
    try {
      return await sendWithRetries(send, options, isWrite);
    } finally {
      nextWrite = Date.now() + millisecondsBetweenWrites;
    }
  };
}

const stopped: Failure = { ok: false, status: 0, message: "the job is being cancelled", why: "stopped" };

/** Every query of ours reads, although GraphQL wants all of them as POST. */
function isGraphql({ url }: Options): boolean {
  return url.endsWith("/graphql");
}

const maxRedirects = 5;

/**
 * Fetches from where a renamed repository is now, by the same method and with the same body: the Fetch Standard would turn a POST into a GET. The token goes to
 * no other host.
 */
function followRedirects(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (url, init) => {
    let response = await fetch(url, { ...init, redirect: "manual" });
    for (let redirects = 0; redirects < maxRedirects; redirects++) {
      const location = response.headers.get("location");
      if (![301, 302, 307, 308].includes(response.status) || location === null) break;
      const target = new URL(location, response.url);
      if (target.origin !== new URL(response.url).origin) break;
      await response.body?.cancel();
      response = await fetch(target.href, { ...init, redirect: "manual" });
    }
    return response;
  };
}

/** The reply of GitHub, a refusal included; of status 0 if there is none. */
async function replyTo(send: Send, options: Options): Promise<Reply> {
  try {
    return await send(options);
  } catch (error) {
    if (hasReply(error)) return error.response;
    const message = error instanceof Error ? error.message : String(error);
    return { status: 0, headers: {}, url: options.url, data: { message: message || "no answer" } };
  }
}

/** Octokit's `RequestError` has the reply, if there was one. */
function hasReply(error: unknown): error is { readonly response: Reply } {
  return error instanceof Error && "response" in error && error.response !== undefined;
}

function failureIn({ status, headers, data }: Reply, isQuery: boolean): Failure | undefined {
  const { message, errors } = wordsIn(data);
  if (status === 0) return unreachable(message);
  if (status < 300) {
    if (status !== 204 && (typeof data !== "object" || data === null)) return unreachable("the answer is not JSON");
    const isComplete = !isQuery || (data.data && errors.length === 0);
    if (isComplete) return undefined;
  }
  const words = isQuery ? queryWords(message, errors) : requestWords(message, errors);
  if (words === "" && status < 300) return unreachable("the answer has no data");
  const why =
    isQuery && errors.length > 0 ? reasonForErrors(errors, words, headers) : reasonFor(status, words, headers);
  return { ok: false, status, message: words, why };
}

function unreachable(message: string): Failure {
  return { ok: false, status: 0, message, why: "unreachable" };
}

interface Words {
  readonly message: string;
  readonly errors: readonly unknown[];
}

/** What GitHub says of a failure; the whole text if it is not JSON. */
function wordsIn(data: unknown): Words {
  const { message = data, errors } = Object(data) as { readonly message?: unknown; readonly errors?: unknown };
  return { message: typeof message === "string" ? message : "", errors: Array.isArray(errors) ? errors : [] };
}

/** The REST API has strings or objects in `errors`, which add to its message. */
function requestWords(message: string, errors: readonly unknown[]): string {
  return errors.length > 0 ? `${message}: ${errors.map((each) => JSON.stringify(each)).join(", ")}` : message;
}

/** GraphQL has only `errors`, most of them with status 200; what keeps a query from being run has only a message. */
function queryWords(message: string, errors: readonly unknown[]): string {
  return errors.length > 0 ? errors.map((each) => wordsIn(each).message).join("; ") : message;
}

/** Refusals that no permission of the job would change. */
const otherWords = /SAML enforcement|IP allow list|archived|access blocked|suspended/i;

/** GitHub answers 404 for what the token must not see, and 403 for rate limits too. */
function reasonFor(status: number, words: string, headers: Headers): Why {
  const isLimit = headers["retry-after"] !== undefined || isLimitReached(words, headers);
  const isTooQuick = /submitted too quickly/.test(words);
  if (status === 429 || ([200, 403].includes(status) && isLimit) || isTooQuick) return "limit";
  if (status === 401) return "token";
  if (status === 404 || (status === 403 && !otherWords.test(words))) return "permission";
  return status >= 500 ? "unreachable" : "refused";
}

function reasonForErrors(errors: readonly unknown[], words: string, headers: Headers): Why {
  const types = new Set(errors.map((each) => (Object(each) as { readonly type?: unknown }).type));
  if (types.has("RATE_LIMIT") || types.has("RATE_LIMITED") || isLimitReached(words, headers)) return "limit";
  if (/^Something went wrong while executing your query/.test(words)) return "unreachable";
  const isHidden = ["FORBIDDEN", "NOT_FOUND", "INSUFFICIENT_SCOPES"].some((type) => types.has(type));
  return isHidden && !otherWords.test(words) ? "permission" : "refused";
}

function isLimitReached(words: string, headers: Headers): boolean {
  return headers["x-ratelimit-remaining"] === "0" || /rate limit|abuse detection/i.test(words);
}

/** docs.github.com, "Rate limits for the REST API": the wait when a secondary limit does not name one. */
const secondsUnlessTold = 60;

/** Seconds to wait before the same request may be sent again; `undefined` if it must not be. */
function secondsUntilRetry(
  { why, status }: Failure,
  headers: Headers,
  { isWrite, attempt }: { readonly isWrite: boolean; readonly attempt: number },
): number | undefined {
  if (why === "unreachable") return isWrite ? undefined : 0.5 * 2 ** (attempt - 1);
  if (why !== "limit") return undefined;
  const told = Number(headers["retry-after"]);
  if (told >= 0) return told;
  if (headers["x-ratelimit-remaining"] === "0")
    return Math.max(0, Number(headers["x-ratelimit-reset"]) - Math.floor(Date.now() / 1000)) + 1;
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
