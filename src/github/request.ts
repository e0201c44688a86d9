import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { send } from "../source/http.ts";

/** What came of a request. */
export interface Reply {
  /** 0 where no answer came, or none that means anything; `data` has a `message` then. */
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The answer's JSON; its text where it is something else. */
  readonly data: unknown;
}

/** Whom to ask, and as whom. */
export interface Host {
  /** Where the REST API is. */
  readonly baseUrl: string;
  readonly token: string;
}

type Parameters = Readonly<Record<string, unknown>>;

const apiVersion = "2022-11-28";
const mostRedirects = 5;

/** A request as GitHub documents it, `GET /repos/{owner}/{repo}`: what the path does not take goes into the query, or the body. Nothing is thrown. */
export function request(host: Host, route: string, parameters: Parameters, signal: AbortSignal): Promise<Reply> {
  const [method = "", template = ""] = route.split(" ");
  const rest = new Map(Object.entries(parameters));
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(String(rest.get(name)));
    rest.delete(name);
    return value;
  });
  if (rest.size === 0) return ask(host, { method, path }, signal);
  if (method !== "GET") return ask(host, { method, path, body: JSON.stringify(Object.fromEntries(rest)) }, signal);
  const query = new URLSearchParams([...rest].map(([name, value]): [string, string] => [name, String(value)]));
  return ask(host, { method, path: `${path}?${query}` }, signal);
}

/** A GraphQL query. A GitHub of one's own has it beside the REST API (docs.github.com, "Forming calls with GraphQL"). */
export function graphql({ baseUrl, token }: Host, query: string, signal: AbortSignal): Promise<Reply> {
  const host = { token, baseUrl: baseUrl.replace(/\/api\/v3\/?$/, "/api") };
  return ask(host, { method: "POST", path: "/graphql", body: JSON.stringify({ query }) }, signal);
}

interface Message {
  readonly method: string;
  readonly path: string;
  readonly body?: string | undefined;
}

async function ask({ baseUrl, token }: Host, { method, path, body }: Message, signal: AbortSignal): Promise<Reply> {
  const headers = {
    accept: "application/vnd.github+json",
    "accept-encoding": "gzip",
    authorization: `token ${token}`,
    "user-agent": "secctx",
    "x-github-api-version": apiVersion,
    ...(body === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
  };
  try {
    let url = new URL(`${baseUrl.replace(/\/$/, "")}${path}`);
    for (let redirects = 0; ; redirects++) {
      const response = await send({ method, url, headers, body, signal });
      const bytes = await buffer(response);
      const next = redirects < mostRedirects ? redirect(response, url) : undefined;
      if (!next) return await replyOf(response, bytes);
      url = next;
    }
  } catch (error) {
    return { status: 0, headers: {}, data: { message: error instanceof Error ? error.message : String(error) } };
  }
}

/** Where a repository is that was renamed; the same is to be asked there again. The token goes to no other host. */
function redirect({ statusCode = 0, headers: { location } }: IncomingMessage, from: URL): URL | undefined {
  if (![301, 302, 307, 308].includes(statusCode) || location === undefined) return undefined;
  const to = new URL(location, from);
  return to.origin === from.origin ? to : undefined;
}

async function replyOf({ statusCode = 0, headers }: IncomingMessage, bytes: Buffer): Promise<Reply> {
  const text = (await plain(headers, bytes)).toString();
  const isJson = text !== "" && /\bjson\b/.test(headers["content-type"] ?? "");
  if (!isJson && text !== "" && statusCode < 300) throw new Error("what came is no JSON");
  return { status: statusCode, headers, data: isJson ? JSON.parse(text) : text };
}

/** The bytes as they were before they were made smaller for the way. */
async function plain(headers: IncomingHttpHeaders, bytes: Buffer): Promise<Buffer> {
  if (headers["content-encoding"] !== "gzip") return bytes;
  const { gunzipSync } = await import("node:zlib");
  return gunzipSync(bytes);
}
