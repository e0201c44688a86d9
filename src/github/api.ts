import { setTimeout as sleep } from "node:timers/promises";

/** An answer that a caller can act on; what is not listed here is thrown. */
export type Answer<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly status: number; readonly message: string };

/** The few things that are asked of GitHub. Reads are tried again, writes only where GitHub says when; one write a second at most. */
export interface Api {
  get<T>(route: string, parameters?: Record<string, unknown>): Promise<Answer<T>>;
  write<T>(route: string, parameters: Record<string, unknown>): Promise<Answer<T>>;
  query<T>(query: string): Promise<Answer<T>>;
}

const apiVersion = "2022-11-28";
const attempts = 3;

/** A client for the token; the host comes from GITHUB_API_URL and GITHUB_GRAPHQL_URL. */
export async function connect(token: string): Promise<Api> {
  // Loaded here: a run that needs no request does not pay for it.
  const { getOctokit } = await import("@actions/github");
  const octokit = getOctokit(token, { request: { retries: 0 } });
  const headers = { "x-github-api-version": apiVersion };
  let lastWrite = 0;

  async function send<T>(call: () => Promise<{ data: unknown }>, mayRepeat: boolean): Promise<Answer<T>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return { ok: true, data: (await call()).data as T };
      } catch (error) {
        const { status = 0, message = String(error), response } = error as RequestFailure;
        const wait = waitBefore(status, response?.headers ?? {}, mayRepeat, attempt);
        if (wait === undefined || attempt >= attempts) return { ok: false, status, message };
        await sleep(wait * 1000);
      }
    }
  }

  return {
    get: (route, parameters = {}) =>
      send(
        () =>
          octokit.request(`GET ${route}`, {
            ...parameters,
            headers: { ...headers, ...(parameters.headers as object) },
          }),
        true,
      ),
    query: (query) => send(async () => ({ data: await octokit.graphql(query) }), true),
    async write(route, parameters) {
      // GitHub asks for a second between requests that create content (docs.github.com, "best practices for using the REST API").
      await sleep(Math.max(0, lastWrite + 1000 - Date.now()));
      lastWrite = Date.now();
      return send(() => octokit.request(route, { ...parameters, headers }), false);
    },
  };
}

interface RequestFailure {
  readonly status?: number;
  readonly message?: string;
  readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> };
}

/** Seconds to wait before the same request may be sent again; `undefined`: it may not. */
function waitBefore(
  status: number,
  headers: Readonly<Record<string, string | number | undefined>>,
  mayRepeat: boolean,
  attempt: number,
): number | undefined {
  const retryAfter = Number(headers["retry-after"]);
  if (status === 403 || status === 429) return retryAfter > 0 && retryAfter <= 60 ? retryAfter : undefined;
  const isPassing = status === 0 || status >= 500;
  return mayRepeat && isPassing ? attempt * 0.5 : undefined;
}

/** Whether an answer says that the token lacks a permission; GitHub hides what one may not see behind a 404. */
export function isForbidden({ status }: { readonly status: number }): boolean {
  return status === 403 || status === 404;
}
