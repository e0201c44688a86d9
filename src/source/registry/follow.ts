import { setTimeout as wait } from "node:timers/promises";
import { type Answer, exchange, type Reach, type Request } from "./exchange.ts";
import { Failure } from "./failure.ts";

const mostTries = 3;
const mostRedirects = 5;
/** Seconds that a registry may ask us to wait. */
const longestWait = 10;

export interface Followed extends Answer {
  /** Where the answer came from in the end. */
  readonly url: URL;
}

/**
 * A request with patience: what may pass is tried again, redirects are followed by hand. What identifies us goes to no other host, nothing goes from
 * `https` to `http`, and a public host leads nowhere private.
 */
export async function follow(request: Request): Promise<Followed> {
  let current = request;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const answer = await patiently(current);
    const { location } = answer.headers;
    if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined)
      return { ...answer, url: current.url };
    // What is posted is a login.
    if (current.method === "POST") throw new Failure(`${current.url.host} redirects a login`);
    current = { ...current, ...redirected(current, location, answer.isPrivate ? current.reach : "public") };
  }
  throw new Failure(`${request.url.host} redirects without end`);
}

function redirected(
  { url, headers }: Request,
  location: string,
  reach: Reach,
): Pick<Request, "url" | "headers" | "reach"> {
  if (!URL.canParse(location, url.href)) throw new Failure(`${url.host} redirects to what is no address`);
  const next = new URL(location, url.href);
  next.username = "";
  next.password = "";
  if (next.protocol !== "https:" && next.protocol !== url.protocol)
    throw new Failure(`${url.host} redirects to ${next.protocol}//, which is not encrypted`);
  const { authorization: _, ...anonymous } = headers;
  return { url: next, headers: next.origin === url.origin ? headers : anonymous, reach };
}

async function patiently(request: Request): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await tried(request);
    const isLast = attempt === mostTries;
    if (outcome instanceof Failure) {
      if (isLast || !outcome.isPassing) throw outcome;
      await wait(200 * 2 ** attempt);
      continue;
    }
    if (![429, 500, 502, 503, 504].includes(outcome.status)) return outcome;
    const seconds = retryAfter(outcome) ?? 0.2 * 2 ** attempt;
    if (seconds > longestWait)
      throw new Failure(`${request.url.host} asks to wait for ${Math.ceil(seconds)} seconds (${outcome.status})`, {
        isOfHost: true,
      });
    if (isLast) return outcome;
    await wait(seconds * 1000);
  }
}

async function tried(request: Request): Promise<Answer | Failure> {
  try {
    return await exchange(request);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** Seconds, by a number or a date (RFC 9110 §10.2.3). */
function retryAfter({ headers }: Answer): number | undefined {
  const value = headers["retry-after"];
  if (value === undefined) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
