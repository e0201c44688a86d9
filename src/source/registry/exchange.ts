import { lookup } from "node:dns";
import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import type { LookupFunction, Socket } from "node:net";
import { type ConnectionOptions, connect } from "node:tls";
import { getProxyForUrl } from "proxy-from-env";
import { isPrivateAddress, isPrivateHost } from "./addresses.ts";
import { Failure, networkFailure } from "./failure.ts";

export interface Request {
  readonly method: "GET" | "HEAD" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Bytes; a longer answer is a failure, and is not read to its end. */
  readonly limit: number;
  /** Which hosts may be asked; `public` is held to after the name service has answered. */
  readonly reach: Reach;
}

/** Where a request may go. */
export type Reach = "anywhere" | "public";

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
  /** Whether it came from a private address. */
  readonly isPrivate: boolean;
}

/** Milliseconds from the first packet to the last byte: manifests and configurations are a few kB. */
const timeLimit = 15_000;

/** One request, one answer, by way of the proxy that the environment names. Throws a Failure where there is none within the limits. */
export async function exchange(request: Request): Promise<Answer> {
  const { url, reach } = request;
  if (reach === "public" && isPrivateHost(url.hostname)) throw notPublic(url.hostname);
  const signal = AbortSignal.timeout(timeLimit);
  try {
    return await send(request, signal);
  } catch (error) {
    throw signal.aborted ? tooSlow(url.host) : networkFailure(error, url.host);
  }
}

async function send({ method, url, headers, body, limit, reach }: Request, signal: AbortSignal): Promise<Answer> {
  const proxy = proxyFor(url);
  const isPlainProxied = proxy !== undefined && url.protocol === "http:";
  const target = isPlainProxied
    ? {
        host: proxy.hostname,
        port: portOf(proxy),
        path: url.href,
        headers: { ...headers, host: url.host, ...proxyLogin(proxy) },
      }
    : { host: url.hostname.replace(/^\[|\]$/g, ""), port: portOf(url), path: url.pathname + url.search, headers };
  const client = (isPlainProxied ? proxy : url).protocol === "https:" ? https : http;
  const request = client.request({ ...target, method, signal, agent: agentFor(url, proxy, reach) });
  request.end(body);
  const [response] = (await once(request, "response")) as [http.IncomingMessage];
  const { remoteAddress } = response.socket;
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    // Read also where there is none: only then is the connection free, and the process may end.
    body: await bodyOf(response, method === "HEAD" ? Number.POSITIVE_INFINITY : limit, url.host),
    isPrivate:
      proxy === undefined && remoteAddress !== undefined
        ? isPrivateAddress(remoteAddress)
        : isPrivateHost(url.hostname),
  };
}

async function bodyOf(response: http.IncomingMessage, limit: number, host: string): Promise<Buffer> {
  const tooLong = new Failure(`${host} answers with more than ${limit.toLocaleString("en")} bytes`);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    if (Number(response.headers["content-length"] ?? 0) > limit) throw tooLong;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit) throw tooLong;
      chunks.push(chunk);
    }
  } finally {
    // Of an answer that is not wanted to its end, the connection goes too.
    if (!response.complete) response.destroy();
  }
  return Buffer.concat(chunks);
}

function proxyFor(url: URL): URL | undefined {
  const proxy = getProxyForUrl(url.href);
  if (proxy === "") return undefined;
  if (URL.canParse(proxy) && /^https?:/.test(proxy)) return new URL(proxy);
  throw new Failure("the proxy that the environment names is no http:// or https:// address", { isOfHost: true });
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === "https:" ? "443" : "80");
}

function proxyLogin({ username, password }: URL): Record<string, string> {
  if (username === "") return {};
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(login).toString("base64")}` };
}

const agents = new Map<string, http.Agent>();

/** Connections are kept and used again, but never by a request that could not have made them. */
function agentFor(url: URL, proxy: URL | undefined, reach: Reach): http.Agent {
  const key = `${url.protocol} ${proxy?.href ?? ""} ${reach}`;
  const agent = agents.get(key) ?? newAgent(url, proxy, reach);
  agents.set(key, agent);
  return agent;
}

function newAgent({ protocol }: URL, proxy: URL | undefined, reach: Reach): http.Agent {
  const kept = { keepAlive: true, maxSockets: 8, ...(reach === "public" && !proxy ? { lookup: publicLookup } : {}) };
  if (protocol === "http:") return proxy?.protocol === "https:" ? new https.Agent(kept) : new http.Agent(kept);
  const agent = new https.Agent(kept);
  if (!proxy) return agent;
  agent.createConnection = (options, callback) => {
    const { host, port, ...rest } = options as ConnectionOptions;
    tunnel(proxy, `${host?.includes(":") ? `[${host}]` : host}:${port}`).then(
      (socket) => callback?.(null, connect({ ...rest, socket })),
      (error: Error) => callback?.(error, undefined as never),
    );
    return undefined;
  };
  return agent;
}

/** A way through the proxy, on which the proxy sees no more than the host (RFC 9110 §9.3.6). */
async function tunnel(proxy: URL, authority: string): Promise<Socket> {
  const request = (proxy.protocol === "https:" ? https : http).request({
    host: proxy.hostname.replace(/^\[|\]$/g, ""),
    port: portOf(proxy),
    method: "CONNECT",
    path: authority,
    headers: { host: authority, ...proxyLogin(proxy) },
    agent: false,
    timeout: timeLimit,
  });
  request.once("timeout", () => request.destroy(tooSlow(proxy.host)));
  request.end();
  const [{ statusCode }, socket] = (await once(request, "connect")) as [http.IncomingMessage, Socket];
  if (statusCode === 200) return socket;
  socket.destroy();
  throw new Failure(`the proxy ${proxy.host} does not let us through to ${authority} (${statusCode})`, {
    isOfHost: true,
  });
}

/** Names as the system resolves them, save those that lead into a private network. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new Error("no address"), "", 0);
    if (addresses.some(({ address }) => isPrivateAddress(address))) return callback(notPublic(hostname), "", 0);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

function notPublic(hostname: string): Failure {
  return new Failure(`it leads to ${hostname}, which is in a private network`);
}

function tooSlow(host: string): Failure {
  return new Failure(`${host} does not answer within ${timeLimit / 1000} seconds`, { isOfHost: true });
}
