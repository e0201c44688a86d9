import { setTimeout as sleep } from "node:timers/promises";

/** What GitHub answers: data, or why there is none. Nothing is thrown. */
export type Answer<T> = { readonly ok: true; readonly data: T } | Failure;

export interface Failure {
  readonly ok: false;
  /** 0 where no answer came. */
  readonly status: number;
  readonly message: string;
  readonly why: Why;
}

/** `permission`: the token may not; `limit`: too many requests; `unreachable`: no answer, or none that means anything; `stopped`: the job is being cancelled. */
export type Why = "permission" | "token" | "limit" | "refused" | "unreachable" | "stopped";

/** The few things that are asked of GitHub. Reads are tried again, writes only where GitHub says when; a second lies between two writes. */
export interface Api {
  get<T>(route: string, parameters?: Record<string, unknown>): Promise<Answer<T>>;
  write<T>(route: string, parameters: Record<string, unknown>): Promise<Answer<T>>;
  query<T>(query: string): Promise<Answer<T>>;
}

export interface Connection {
  /** Where the API is; GITHUB_API_URL unless told. */
  readonly baseUrl?: string;
  /** Ends the waiting, and what is asked afterwards: the job is being cancelled. */
  readonly signal?: AbortSignal;
  /** Milliseconds that one answer may take. */
  readonly timeout?: number;
  /** Seconds that a run waits for limits in all: a job's minutes cost, and have an end. */
  readonly patience?: number;
}

const apiVersion = "2022-11-28";
const attempts = 3;
/** docs.github.com, "best practices for using the REST API": a second between requests that create or change something. */
const betweenWrites = 1000;
/** The same page: what to wait where a secondary limit does not say how long. */
const unsaidWait = 60;

/** A client for the token; the host comes from the runner. */
export async function connect(token: string, connection: Connection = {}): Promise<Api> {
  const { signal = new AbortController().signal, timeout = 30_000, baseUrl } = connection;
  let { patience = 120 } = connection;
  // Loaded here: a run that needs no request does not pay for it.
  const { getOctokit } = await import("@actions/github");
  const octokit = getOctokit(token, { log: silent, ...(baseUrl ? { baseUrl } : {}) });
  const headers = { "x-github-api-version": apiVersion };
  let nextWrite = 0;

  async function send<T>(
    call: (request: { signal: AbortSignal }) => Promise<{ data: unknown }>,
    kind: "read" | "write",
  ): Promise<Answer<T>> {
    for (let attempt = 1; ; attempt++) {
      if (signal.aborted) return stopped;
      try {
        return {
          ok: true,
          data: (await call({ signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]) })).data as T,
        };
      } catch (error) {
        const failure = signal.aborted ? stopped : failureOf(error as RequestFailure);
        const wait = secondsBefore(failure, (error as RequestFailure).response?.headers ?? {}, kind, attempt);
        if (wait === undefined || wait > patience || attempt >= attempts) return failure;
        patience -= wait;
        await sleep(wait * 1000, undefined, { signal }).catch(() => {});
      }
    }
  }

  return {
    get: (route, parameters = {}) =>
      send((request) => octokit.request(`GET ${route}`, { ...parameters, headers, request }), "read"),
    query: (query) => send(async (request) => ({ data: await octokit.graphql(query, { request }) }), "read"),
    async write(route, parameters) {
      await sleep(Math.max(0, nextWrite - Date.now()), undefined, { signal }).catch(() => {});
      const answer = await send((request) => octokit.request(route, { ...parameters, headers, request }), "write");
      nextWrite = Date.now() + betweenWrites;
      return answer as Answer<never>;
    },
  };
}

const stopped: Failure = { ok: false, status: 0, message: "the job is being cancelled", why: "stopped" };
const silent = { debug() {}, info() {}, warn() {}, error() {} };

type Headers = Readonly<Record<string, string | number | undefined>>;

interface RequestFailure {
  readonly name?: string;
  readonly status?: number;
  readonly message?: string;
  readonly errors?: readonly { readonly type?: string }[];
  readonly response?: { readonly headers?: Headers };
}

function failureOf({ name, status = 0, message = "", errors, response }: RequestFailure): Failure {
  if (name === "GraphqlResponseError") return { ok: false, status: 200, message, why: graphqlReason(errors) };
  // Octokit calls a request without an answer status 500; only an answer has headers.
  const isAnswer = response?.headers !== undefined;
  if (!isAnswer) return { ok: false, status: 0, message: message || "no answer", why: "unreachable" };
  return { ok: false, status, message, why: reasonFor(status, message, response?.headers ?? {}) };
}

function graphqlReason(errors: RequestFailure["errors"]): Why {
  const types = new Set(errors?.map(({ type }) => type));
  if (types.has("RATE_LIMITED")) return "limit";
  return types.has("FORBIDDEN") || types.has("NOT_FOUND") ? "permission" : "refused";
}

/** GitHub hides what one may not see behind a 404, and says 403 of limits too. */
function reasonFor(status: number, message: string, headers: Headers): Why {
  const isLimit =
    headers["retry-after"] !== undefined || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(message);
  if (status === 429 || (status === 403 && isLimit) || /submitted too quickly/.test(message)) return "limit";
  if (status === 401) return "token";
  if (status === 403 || status === 404) return "permission";
  return status >= 500 ? "unreachable" : "refused";
}

/** Seconds to wait before the same request may be sent again; `undefined`: it may not. */
function secondsBefore(
  { why, status }: Failure,
  headers: Headers,
  kind: "read" | "write",
  attempt: number,
): number | undefined {
  if (why === "unreachable") return kind === "read" ? 0.5 * 2 ** (attempt - 1) : undefined;
  if (why !== "limit") return undefined;
  const asked = Number(headers["retry-after"]);
  if (asked >= 0) return asked;
  if (headers["x-ratelimit-remaining"] === "0")
    return Math.max(0, Number(headers["x-ratelimit-reset"]) - Math.floor(Date.now() / 1000)) + 1;
  // What came to nothing in part is for the caller to look at.
  return kind === "read" || status !== 422 ? unsaidWait : undefined;
}

/** What stands in the way, in one clause; `permission` is what the job would need. */
export function reason({ why, message, status }: Failure, permission: string): string {
  if (why === "permission") return `the token may not: add \`${permission}\` to the job's permissions`;
  if (why === "token") return "GitHub does not take the token: is `github-token` a token that is still valid?";
  if (why === "limit") return "GitHub's rate limit is reached: run the job again later";
  if (why === "unreachable") return `GitHub did not answer${status > 0 ? ` (${status})` : ""}: run the job again`;
  return why === "stopped" ? message : `GitHub refused it (${message.replace(/ - https:.*$/s, "")})`;
}
