import { setTimeout as sleep } from "node:timers/promises";
import type { getOctokit } from "@actions/github";
import { type Failure, findFailure, findQueryFailure, secondsUntilRetry, stopped, unreachable } from "./failures.ts";

export type Octokit = ReturnType<typeof getOctokit>;

/** What a request comes to: GitHub's data, or why there is none. */
export type Answer<T> = { readonly ok: true; readonly data: T } | Failure;

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
  /** Whether the token is that of a pull request from a fork, which only reads. Default: false. */
  readonly isFromFork?: boolean;
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

type RequestOptions = Required<Octokit["request"]["endpoint"]["DEFAULTS"]>;
type OctokitResponse = Awaited<ReturnType<Octokit["request"]>>;
type Send = (options: RequestOptions) => OctokitResponse | Promise<OctokitResponse>;

const apiVersion = "2022-11-28";
const attempts = 3;
/** docs.github.com, "Best practices for using the REST API": wait a second between requests that create or change something. */
const millisecondsBetweenWrites = 1000;

/** Sends every request in GitHub's manner: reads are retried, writes only when GitHub says when, and one second lies between two writes. */
function requestHook(connection: Omit<Connection, "baseUrl">) {
  const { signal = new AbortController().signal, timeout = 30_000, patience = 120, isFromFork = false } = connection;
  let patienceLeft = patience;
  let nextWrite = 0;
  const wait = (milliseconds: number) => sleep(Math.max(0, milliseconds), undefined, { signal }).catch(() => {});

  async function sendWithRetries(send: Send, options: RequestOptions, isWrite: boolean) {
    for (let attempt = 1; ; attempt++) {
      if (signal.aborted) throw new RequestFailure(stopped);
      options.request = { ...options.request, signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]) };
      const response = await sendOnce(send, options);
      const failure = isQuery(options) ? findQueryFailure(response) : findFailure(response);
      if (!failure) return response;
      if (signal.aborted) throw new RequestFailure(stopped);
      const seconds = secondsUntilRetry(failure, response.headers, { isWrite, attempt });
      if (seconds === undefined || seconds > patienceLeft || attempt >= attempts) {
        const isOfFork = isFromFork && isWrite && failure.why === "permission";
        throw new RequestFailure(isOfFork ? { ...failure, why: "fork" } : failure);
      }
      patienceLeft -= seconds;
      await wait(seconds * 1000);
    }
  }

  return async (send: Send, options: RequestOptions): Promise<OctokitResponse> => {
    if (new URL(options.url, options.baseUrl).origin !== new URL(options.baseUrl).origin)
      throw new RequestFailure({ ok: false, status: 0, message: "its link leads to another host", why: "refused" });
    // `headers` and `request` are shared with other requests, and the next hook sees only what stands in `options`.
    options.headers = { ...options.headers, "x-github-api-version": apiVersion };
    options.request = { ...options.request, fetch: followRedirects(options.request.fetch) };
    const isWrite = options.method !== "GET" && !isQuery(options);
    if (isWrite) await wait(nextWrite - Date.now());
    try {
      return await sendWithRetries(send, options, isWrite);
    } finally {
      if (isWrite) nextWrite = Date.now() + millisecondsBetweenWrites;
    }
  };
}

/** Whether a request is a GraphQL query. Ours only read, although GraphQL wants each of them as a POST. */
function isQuery({ url }: RequestOptions): boolean {
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

/** Sends a request, and gives the response even if it is a refusal. Its status is 0 if none came. */
async function sendOnce(send: Send, options: RequestOptions): Promise<OctokitResponse> {
  try {
    return await send(options);
  } catch (error) {
    if (hasResponse(error)) return error.response;
    const data = error instanceof Error ? error.message : String(error);
    return { status: 0, headers: {}, url: options.url, data };
  }
}

/** Octokit's `RequestError` has the response, if one came. */
function hasResponse(error: unknown): error is { readonly response: OctokitResponse } {
  return error instanceof Error && "response" in error && error.response !== undefined;
}
