import { once } from "node:events";
import type http from "node:http";
import type { LookupFunction, Socket } from "node:net";
import type { ConnectionOptions } from "node:tls";
import { getProxyForUrl } from "proxy-from-env";

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: string | undefined;
  /** Ends the request, and the reading of its answer. */
  readonly signal: AbortSignal;
  /** How names are resolved where no proxy does it; as the system does it unless told. */
  readonly lookup?: LookupFunction | undefined;
}

/** What is wrong with the proxy that the environment names. */
export class ProxyFailure extends Error {}

/** Milliseconds that a proxy may take to let a connection through. */
const proxyPatience = 15_000;

/** One request by way of the proxy that the environment names. The answer's body is still to be read: the process does not end before. */
export async function send(request: HttpRequest): Promise<http.IncomingMessage> {
  const { method, url, headers, body, signal } = request;
  const proxy = proxyFor(url);
  const isPlainProxied = proxy !== undefined && url.protocol === "http:";
  const target = isPlainProxied
    ? {
        host: proxy.hostname,
        port: portOf(proxy),
        path: url.href,
        headers: { ...headers, host: url.host, ...proxyLogin(proxy) },
      }
    : { host: hostOf(url), port: portOf(url), path: url.pathname + url.search, headers };
  const client = await clientFor(isPlainProxied ? proxy : url);
  const sent = client.request({ ...target, method, signal, agent: await agentFor(request, proxy) });
  sent.end(body);
  const [response] = (await once(sent, "response")) as [http.IncomingMessage];
  return response;
}

/** Whether the environment names a proxy for an address. */
export function isProxied(url: URL): boolean {
  return proxyFor(url) !== undefined;
}

function proxyFor(url: URL): URL | undefined {
  const proxy = getProxyForUrl(url.href);
  if (proxy === "") return undefined;
  if (URL.canParse(proxy) && /^https?:/.test(proxy)) return new URL(proxy);
  throw new ProxyFailure("the proxy that the environment names is no http:// or https:// address");
}

/** Loaded for who asks, and TLS for who speaks it: it takes as long as all else of a start. */
async function clientFor({ protocol }: URL): Promise<Pick<typeof http, "request" | "Agent">> {
  return (protocol === "https:" ? await import("node:https") : await import("node:http")).default;
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === "https:" ? "443" : "80");
}

function proxyLogin({ username, password }: URL): Record<string, string> {
  if (username === "") return {};
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(login).toString("base64")}` };
}

const agents = new Map<LookupFunction | undefined, Map<string, Promise<http.Agent>>>();

/** Connections are kept and used again, but never by a request that could not have made them. */
function agentFor({ url, lookup }: HttpRequest, proxy: URL | undefined): Promise<http.Agent> {
  const own = agents.get(lookup) ?? new Map<string, Promise<http.Agent>>();
  const key = `${url.protocol} ${proxy?.href ?? ""}`;
  const agent = own.get(key) ?? newAgent(url, proxy, lookup);
  agents.set(lookup, own.set(key, agent));
  return agent;
}

async function newAgent(url: URL, proxy: URL | undefined, lookup: LookupFunction | undefined): Promise<http.Agent> {
  const kept = { keepAlive: true, maxSockets: 8, ...(lookup && !proxy ? { lookup } : {}) };
  const isTunnelled = url.protocol === "https:" && proxy !== undefined;
  const { Agent } = await clientFor(isTunnelled ? url : (proxy ?? url));
  const agent = new Agent(kept);
  if (!isTunnelled) return agent;
  const { connect } = await import("node:tls");
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
  const client = await clientFor(proxy);
  const request = client.request({
    host: hostOf(proxy),
    port: portOf(proxy),
    method: "CONNECT",
    path: authority,
    headers: { host: authority, ...proxyLogin(proxy) },
    agent: false,
    timeout: proxyPatience,
  });
  const late = new ProxyFailure(`${proxy.host} does not answer within ${proxyPatience / 1000} seconds`);
  request.once("timeout", () => request.destroy(late));
  request.end();
  const [{ statusCode }, socket] = (await once(request, "connect")) as [http.IncomingMessage, Socket];
  if (statusCode === 200) return socket;
  socket.destroy();
  throw new ProxyFailure(`the proxy ${proxy.host} does not let us through to ${authority} (${statusCode})`);
}
