import { setTimeout as sleep } from "node:timers/promises";
import { graphql, type Reply, request } from "./request.ts";

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
  /** Where the REST API is; github.com's unless told. */
  readonly baseUrl?: string | undefined;
  /** Ends the waiting, and what is asked afterwards: the job is being cancelled. */
  readonly signal?: AbortSignal;
  /** Milliseconds that one answer may take. */
  readonly timeout?: number;
  /** Seconds that a run waits for limits in all: a job's minutes cost, and have an end. */
  readonly patience?: number;
}

const attempts = 3;
/** docs.github.com, "best practices for using the REST API": a second between requests that create or change something. */
const betweenWrites = 1000;
/** The same page: what to wait where a secondary limit does not say how long. */
const unsaidWait = 60;

/** A client for the token. */
export function connect(token: string, connection: Connection = {}): Api {
  const { signal = new AbortController().signal, timeout = 30_000, baseUrl } = connection;
  let { patience = 120 } = connection;
  const host = { baseUrl: baseUrl || "https://api.github.com", token };
  let nextWrite = 0;

  async function send<T>(
    call: (signal: AbortSignal) => Promise<Reply>,
    { kind, answerOf }: { readonly kind: "read" | "write"; readonly answerOf: (reply: Reply) => Answer<unknown> },
  ): Promise<Answer<T>> {
    for (let attempt = 1; ; attempt++) {
      if (signal.aborted) return stopped;
      const reply = await call(AbortSignal.any([signal, AbortSignal.timeout(timeout)]));
      const answer = answerOf(reply);
      if (answer.ok) return answer as Answer<T>;
      if (signal.aborted) return stopped;
      const wait = secondsBefore(answer, reply.headers, kind, attempt);
      if (wait === undefined || wait > patience || attempt >= attempts) return answer;
      patience -= wait;
      await sleep(wait * 1000, undefined, { signal }).catch(() => {});
    }
  }

  return {
    get: (route, parameters = {}) =>
      send((ended) => request(host, `GET ${route}`, parameters, ended), { kind: "read", answerOf: restAnswer }),
    query: (query) => send((ended) => graphql(host, query, ended), { kind: "read", answerOf: graphqlAnswer }),
    async write(route, parameters) {
      await sleep(Math.max(0, nextWrite - Date.now()), undefined, { signal }).catch(() => {});
      const call = (ended: AbortSignal) => request(host, route, parameters, ended);
      const answer = await send(call, { kind: "write", answerOf: restAnswer });
      nextWrite = Date.now() + betweenWrites;
      return answer as Answer<never>;
    },
  };
}

const stopped: Failure = { ok: false, status: 0, message: "the job is being cancelled", why: "stopped" };

type Headers = Reply["headers"];

function restAnswer({ status, headers, data }: Reply): Answer<unknown> {
  if (status >= 200 && status < 300) return { ok: true, data };
  const { message, errors } = spoken(data);
  if (status === 0) return { ok: false, status, message: message || "no answer", why: "unreachable" };
  const said = [message, ...(errors.length > 0 ? [errors.map((each) => JSON.stringify(each)).join(", ")] : [])];
  const whole = said.join(": ");
  return { ok: false, status, message: whole, why: reasonFor(status, whole, headers) };
}

/** What GraphQL could not do comes with status 200. */
function graphqlAnswer(reply: Reply): Answer<unknown> {
  const answer = restAnswer(reply);
  if (!answer.ok) return answer;
  const { errors } = spoken(reply.data);
  const { data } = Object(reply.data) as { readonly data?: unknown };
  if (errors.length === 0)
    return data ? { ok: true, data } : { ok: false, status: 0, message: "no answer", why: "unreachable" };
  const message = errors.map((each) => spoken(each).message).join("; ");
  return { ok: false, status: reply.status, message, why: graphqlReason(errors) };
}

/** What an answer says of a failure; where it is no JSON, its text. */
function spoken(data: unknown): { readonly message: string; readonly errors: readonly unknown[] } {
  const { message = data, errors = [] } = Object(data) as { readonly message?: unknown; readonly errors?: unknown };
  return { message: typeof message === "string" ? message : "", errors: Array.isArray(errors) ? errors : [] };
}

function graphqlReason(errors: readonly unknown[]): Why {
  const types = new Set(errors.map((each) => (Object(each) as { readonly type?: unknown }).type));
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
  return why === "stopped" ? message : `GitHub refused it (${message})`;
}
