import { lookup } from "node:dns";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { LookupFunction } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { isProxied, send } from "../http.ts";
import { isPrivateAddress, isPrivateHost } from "./addresses.ts";
import { explainNetworkError, RegistryError } from "./errors.ts";

/** A request to a registry or to the token service that it names. */
export interface RegistryRequest {
  readonly method: "GET" | "HEAD" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The most bytes of the response; a longer one is an error, and is not read to its end. */
  readonly limit: number;
  readonly reach: Reach;
  /** Takes the body of a response with the status 200 as it comes; `body` is empty then. It is called again where a request is tried again. */
  readonly sink?: ((body: AsyncIterable<Uint8Array>) => Promise<void>) | undefined;
  /** The milliseconds from the first packet to the last byte; enough for a few kB by default. */
  readonly timeLimit?: number | undefined;
}

/**
 * Which hosts may be asked: those with public addresses, which is checked again when the name service has answered, and of all others those that are named
 * (`host` or `host:port`).
 */
export type Reach = "anywhere" | "public" | { readonly isNamed: (host: string) => boolean };

export interface RegistryResponse {
  /** Where it came from, after redirects. */
  readonly url: URL;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Whether it came from a private address. */
  readonly isPrivate: boolean;
}

/** Manifests and configurations are a few kB. */
const usualTimeLimit = 15_000;
const mostAttempts = 3;
const mostRedirects = 5;
/** The most seconds that a registry may ask us to wait. */
const longestWait = 10;

/**
 * Sends a request, by way of the proxy that the environment names, until there is a response: what may pass is tried again, and redirects are followed.
 * What identifies us goes to no other host, nothing goes from `https` to `http`, and a public host leads to nothing private. Throws a RegistryError.
 */
export async function request(wanted: RegistryRequest): Promise<RegistryResponse> {
  let current = wanted;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await attempt(current);
    const { location } = response.headers;
    if (![301, 302, 303, 307, 308].includes(response.status) || location === undefined) return response;
    // What is posted is a login.
    if (current.method === "POST") throw new RegistryError(`${current.url.host} redirects a login`);
    current = redirect(current, location, response.isPrivate ? current.reach : "public");
  }
  throw new RegistryError(`${wanted.url.host} redirects without end`);
}

function redirect(from: RegistryRequest, location: string, reach: Reach): RegistryRequest {
  const { url, headers } = from;
  if (!URL.canParse(location, url.href)) throw new RegistryError(`${url.host} redirects to what is not an address`);
  const next = new URL(location, url.href);
  next.username = "";
  next.password = "";
  if (next.protocol !== "https:" && next.protocol !== url.protocol)
    throw new RegistryError(`${url.host} redirects to ${next.protocol}//, which is not encrypted`);
  const { authorization: _, ...anonymous } = headers;
  return { ...from, url: next, headers: next.origin === url.origin ? headers : anonymous, reach };
}

async function attempt(wanted: RegistryRequest, count = 1): Promise<RegistryResponse> {
  const outcome = await exchange(wanted).catch(toRegistryError);
  const isLast = count === mostAttempts;
  let seconds = 0.2 * 2 ** count;
  if (outcome instanceof RegistryError) {
    if (isLast || !outcome.isPassing) throw outcome;
  } else {
    if (![429, 500, 502, 503, 504].includes(outcome.status)) return outcome;
    seconds = retryAfter(outcome) ?? seconds;
    if (seconds > longestWait)
      throw new RegistryError(`${wanted.url.host} asks to wait for ${Math.ceil(seconds)} seconds (${outcome.status})`, {
        isOfHost: true,
      });
    if (isLast) return outcome;
  }
  await wait(seconds * 1000);
  return attempt(wanted, count + 1);
}

function toRegistryError(error: unknown): RegistryError {
  if (error instanceof RegistryError) return error;
  throw error;
}

/** The seconds to wait, from a number or a date (RFC 9110 §10.2.3). */
function retryAfter({ headers }: RegistryResponse): number | undefined {
  const value = headers["retry-after"];
  if (value === undefined) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

async function exchange(wanted: RegistryRequest): Promise<RegistryResponse> {
  const { url, timeLimit = usualTimeLimit } = wanted;
  if (!reachesPrivate(wanted) && isPrivateHost(url.hostname)) throw notPublic(url.hostname);
  const signal = AbortSignal.timeout(timeLimit);
  try {
    return await readResponse(wanted, signal);
  } catch (error) {
    throw signal.aborted ? tooSlow(wanted, timeLimit) : explainNetworkError(error, url.host);
  }
}

async function readResponse(wanted: RegistryRequest, signal: AbortSignal): Promise<RegistryResponse> {
  const { method, url, limit, sink } = wanted;
  const response = await send({ ...wanted, signal, lookup: reachesPrivate(wanted) ? undefined : lookupPublic });
  const { remoteAddress } = response.socket;
  return {
    url,
    status: response.statusCode ?? 0,
    headers: response.headers,
    // The response to HEAD has no body, but must be read as well, so that the connection gets free and the process may end.
    body: await readBody(response, method === "HEAD" ? Number.POSITIVE_INFINITY : limit, url.host, sink),
    isPrivate:
      remoteAddress !== undefined && !isProxied(url) ? isPrivateAddress(remoteAddress) : isPrivateHost(url.hostname),
  };
}

async function readBody(
  response: IncomingMessage,
  limit: number,
  host: string,
  sink: RegistryRequest["sink"],
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    const body = limitLength(response, limit, host);
    if (sink && response.statusCode === 200) await sink(body);
    else for await (const chunk of body) chunks.push(chunk);
  } finally {
    // A connection with a response that is not read to its end can't be used again.
    if (!response.complete) response.destroy();
  }
  return Buffer.concat(chunks);
}

async function* limitLength(response: IncomingMessage, limit: number, host: string): AsyncGenerator<Buffer> {
  const tooLong = new RegistryError(`${host} answers with more than ${limit.toLocaleString("en")} bytes`);
  if (Number(response.headers["content-length"] ?? 0) > limit) throw tooLong;
  let length = 0;
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > limit) throw tooLong;
    yield bytes;
  }
}

/** Whether a request may go to a private address. */
function reachesPrivate({ url, reach }: RegistryRequest): boolean {
  return reach === "anywhere" || (reach !== "public" && reach.isNamed(url.host));
}

/** Resolves names as the system does, except for those that lead into a private network. */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new Error("no address"), "", 0);
    if (addresses.some(({ address }) => isPrivateAddress(address))) return callback(notPublic(hostname), "", 0);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

function notPublic(hostname: string): RegistryError {
  return new RegistryError(`it leads to ${hostname}, which is in a private network`);
}

function tooSlow({ url, sink }: RegistryRequest, timeLimit: number): RegistryError {
  // What is long may be too long for any host.
  return new RegistryError(`${url.host} does not answer within ${timeLimit / 1000} seconds`, { isOfHost: !sink });
}
