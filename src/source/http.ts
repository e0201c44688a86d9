import type http from "node:http";
import { isIP, type LookupFunction, type Socket } from "node:net";
import { getProxyForUrl } from "proxy-from-env";

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: string | undefined;
  /** Ends the request, and the reading of its response. */
  readonly signal: AbortSignal;
  /** How names are resolved, where a proxy does not do that: as the system does it, by default. */
  readonly lookup?: LookupFunction | undefined;
}

/** The proxy that the environment names can't be used. */
export class ProxyError extends Error {}

/** The milliseconds that a proxy may take to open a connection. */
const proxyPatience = 15_000;

/**
 * Sends one request, by way of the proxy that the environment names. The body of the response is still to be read; the process does not end before that.
 * Throws a ProxyError, or the system's error.
 */
export async function send(request: HttpRequest): Promise<http.IncomingMessage> {
  const { method, url, headers, body, signal } = request;
  const proxy = findProxy(url);
  const asksProxy = proxy !== undefined && url.protocol === "http:";
  const target = asksProxy
    ? {
        host: hostOf(proxy),
        port: portOf(proxy),
        path: url.href,
        headers: { ...headers, host: url.host, ...proxyLogin(proxy) },
      }
    : { host: hostOf(url), port: portOf(url), path: url.pathname + url.search, headers };
  const client = await loadClient(asksProxy ? proxy : url);
  const agent = await agentFor(request, proxy);
  return new Promise((resolve, reject) => {
    const sent = client.request({ ...target, method, signal, agent }, resolve);
    sent.once("error", reject);
    sent.end(body);
  });
}

/** Whether the environment names a proxy for an address. */
export function isProxied(url: URL): boolean {
  return findProxy(url) !== undefined;
}

function findProxy(url: URL): URL | undefined {
  const proxy = getProxyForUrl(url.href);
  if (proxy === "") return undefined;
  if (URL.canParse(proxy) && /^https?:/.test(proxy)) return new URL(proxy);
  throw new ProxyError("the proxy that the environment names is not an http:// or https:// address");
}

/** Loads what a protocol needs: TLS takes as long as everything else at the start. */
async function loadClient({ protocol }: URL): Promise<Pick<typeof http, "request" | "Agent">> {
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

/** Connections are used again, but only by requests that could have opened them. */
function agentFor({ url, lookup }: HttpRequest, proxy: URL | undefined): Promise<http.Agent> {
  const agentsOfLookup = agents.get(lookup) ?? new Map<string, Promise<http.Agent>>();
  const key = `${url.protocol} ${proxy?.href ?? ""}`;
  const agent = agentsOfLookup.get(key) ?? createAgent(url, proxy, lookup);
  agents.set(lookup, agentsOfLookup.set(key, agent));
  return agent;
}

async function createAgent(url: URL, proxy: URL | undefined, lookup: LookupFunction | undefined): Promise<http.Agent> {
  const options = { keepAlive: true, maxSockets: 8, ...(lookup && !proxy ? { lookup } : {}) };
  const isTunnelled = url.protocol === "https:" && proxy !== undefined;
  const { Agent } = await loadClient(isTunnelled ? url : (proxy ?? url));
  const agent = new Agent(options);
  if (!isTunnelled) return agent;
  const { connect } = await import("node:tls");
  agent.createConnection = ({ host, port }, callback) => {
    const name = host ?? "";
    openTunnel(proxy, `${name.includes(":") ? `[${name}]` : name}:${port}`).then(
      (socket) => callback?.(null, connect({ socket, host: name, servername: isIP(name) ? "" : name })),
      // Behind an error nobody looks at the connection.
      (error: Error) => callback?.(error, undefined as never),
    );
    return undefined;
  };
  return agent;
}

/** Opens a way through the proxy, which sees no more than the host (RFC 9110 §9.3.6). */
async function openTunnel(proxy: URL, authority: string): Promise<Socket> {
  const client = await loadClient(proxy);
  return new Promise((resolve, reject) => {
    const request = client.request({
      host: hostOf(proxy),
      port: portOf(proxy),
      method: "CONNECT",
      path: authority,
      headers: { host: authority, ...proxyLogin(proxy) },
      agent: false,
      timeout: proxyPatience,
    });
    request.once("error", reject);
    request.once("timeout", () => {
      const seconds = proxyPatience / 1000;
      request.destroy(new ProxyError(`${proxy.host} does not answer within ${seconds} seconds`));
    });
    request.once("connect", ({ statusCode }, socket: Socket) => {
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(new ProxyError(`the proxy ${proxy.host} does not let us through to ${authority} (${statusCode})`));
    });
    request.end();
  });
}
