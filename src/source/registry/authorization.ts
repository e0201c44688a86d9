import { isIP } from "node:net";
import type { Login, Lookup } from "./credentials.ts";
import type { Reach } from "./exchange.ts";
import { Failure } from "./failure.ts";
import { type Followed, follow } from "./follow.ts";

/** How a registry wants to be convinced. */
export type Challenge =
  | { readonly kind: "basic" }
  | {
      readonly kind: "bearer";
      readonly realm: URL;
      readonly service: string | undefined;
      readonly scope: string | undefined;
      readonly registry: URL;
      readonly reach: Reach;
    };

/** What a 401 asks for (RFC 9110 §11.6.1); `undefined` where it asks for nothing that we could give. */
export function challengeIn({ headers, url, isPrivate }: Followed): Challenge | undefined {
  const header = headers["www-authenticate"] ?? "";
  const bearer = /\bbearer\s+(.*)$/i.exec(header)?.[1];
  if (bearer === undefined) return /\bbasic\b/i.test(header) ? { kind: "basic" } : undefined;
  // Another scheme's fields may stand behind: the first of each name is this one's.
  const found = [...bearer.matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]+))/g)].reverse();
  const fields = new Map(found.map(([, key = "", quoted, bare]) => [key.toLowerCase(), quoted ?? bare]));
  const realm = fields.get("realm") ?? "";
  if (!URL.canParse(realm)) throw new Failure(`${url.host} wants a token, and does not say from where`);
  return {
    kind: "bearer",
    realm: new URL(realm),
    service: fields.get("service"),
    scope: fields.get("scope"),
    registry: url,
    reach: isPrivate ? "anywhere" : "public",
  };
}

/** The header for a registry that takes name and password themselves. */
export function basicLogin(login: Login): string | undefined {
  if (login.kind !== "password") return undefined;
  return `Basic ${Buffer.from(`${login.user}:${login.password}`).toString("base64")}`;
}

/** A token to pull from a repository (distribution-spec, token authentication): for the login, or for anybody. */
export async function bearerToken(
  { realm, service, scope, registry, reach }: Extract<Challenge, { kind: "bearer" }>,
  repository: string,
  found: Lookup,
): Promise<string> {
  const { login } = found;
  if (realm.protocol !== "https:" && realm.protocol !== registry.protocol)
    throw new Failure(`${registry.host} wants a token from ${realm.host}, which is not encrypted`);
  const trusted = login && isOfOneOwner(realm.hostname, registry.hostname) ? login : undefined;
  const wanted = scope?.includes(`:${repository}:`) ? scope : `repository:${repository}:pull`;
  const basic = trusted && basicLogin(trusted);
  const headers = { accept: "application/json", "user-agent": "secctx", ...(basic && { authorization: basic }) };
  const url = new URL(realm);
  const query = { ...(service !== undefined && { service }), scope: wanted };
  const form = new URLSearchParams({ ...query, grant_type: "refresh_token", client_id: "secctx" });
  if (trusted?.kind === "identity") form.set("refresh_token", trusted.token);
  else for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  const answer = await follow(
    trusted?.kind === "identity"
      ? {
          method: "POST",
          url,
          limit,
          reach,
          headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
          body: form.toString(),
        }
      : { method: "GET", url, limit, reach, headers },
  );
  if (answer.status !== 200) throw refused(answer, found, trusted);
  const token = tokenIn(answer.body);
  if (token === undefined) throw new Failure(`${realm.host} answers with what is no token`);
  return token;
}

/** Bytes. */
const limit = 2 ** 20;

function refused({ status, url }: Followed, found: Lookup, trusted: Login | undefined): Failure {
  if (found.login && !trusted)
    return new Failure(
      `${url.host} gives no token (${status}), and the login is not sent there: the host is another than the registry's`,
    );
  if (status === 401 || status === 403) return loginFailure(url.host, found, `(${status})`);
  return new Failure(`${url.host} gives no token (${status})`);
}

/** Nothing that could be sent has convinced a host; `what` it is about. */
export function loginFailure(host: string, { login, trouble }: Lookup, what: string): Failure {
  if (login) return new Failure(`${host} does not take the login ${what}`);
  return new Failure(`${host} wants a login ${what}${trouble ? `, and ${trouble}` : ": docker login keeps one"}`);
}

function tokenIn(body: Buffer): string | undefined {
  try {
    const { token, access_token: access } = JSON.parse(body.toString("utf8")) as Readonly<Record<string, unknown>>;
    return [token, access].find((each) => typeof each === "string" && /^[\x21-\x7e]+$/.test(each)) as
      | string
      | undefined;
  } catch {
    return undefined;
  }
}

/** One host, or two below one domain, such as `registry-1.docker.io` and `auth.docker.io`: a login goes nowhere else, whatever a registry asks for. */
function isOfOneOwner(realm: string, registry: string): boolean {
  if (realm === registry) return true;
  const domain = domainOf(realm);
  return !isIP(realm) && domain.includes(".") && domain === domainOf(registry);
}

/** `example.com`, and `example.co.uk`. */
function domainOf(name: string): string {
  return name
    .split(".")
    .slice(/\.\w{2,3}\.\w{2}$/.test(name) ? -3 : -2)
    .join(".");
}
