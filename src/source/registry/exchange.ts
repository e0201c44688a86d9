import { lookup } from "node:dns";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { LookupFunction } from "node:net";
import { isProxied, send } from "../http.ts";
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
  readonly headers: IncomingHttpHeaders;
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
    return await answer(request, signal);
  } catch (error) {
    throw signal.aborted ? tooSlow(url.host) : networkFailure(error, url.host);
  }
}

async function answer(request: Request, signal: AbortSignal): Promise<Answer> {
  const { method, url, limit, reach } = request;
  const response = await send({ ...request, signal, lookup: reach === "public" ? publicLookup : undefined });
  const { remoteAddress } = response.socket;
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    // Read also where there is none: only then is the connection free, and the process may end.
    body: await bodyOf(response, method === "HEAD" ? Number.POSITIVE_INFINITY : limit, url.host),
    isPrivate:
      remoteAddress !== undefined && !isProxied(url) ? isPrivateAddress(remoteAddress) : isPrivateHost(url.hostname),
  };
}

async function bodyOf(response: IncomingMessage, limit: number, host: string): Promise<Buffer> {
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
