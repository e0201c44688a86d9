import { isIP } from "node:net";
import { parseObject } from "../json-object.ts";
import type { FoundLogin, Login } from "./credentials.ts";
import { RegistryError } from "./errors.ts";
import { type Reach, type RegistryResponse, request } from "./requests.ts";

/** How a registry wants us to log in. */
export type Challenge = { readonly kind: "basic" } | BearerChallenge;

interface BearerChallenge {
  readonly kind: "bearer";
  /** The service that gives tokens. */
  readonly realm: URL;
  readonly service: string | undefined;
  readonly scope: string | undefined;
  readonly registry: URL;
  readonly reach: Reach;
}

/** Reads what a 401 asks for (RFC 9110 §11.6.1); `undefined` where it asks for nothing that we could give. A public registry leads to nothing private. */
export function readChallenge({ headers, url, isPrivate }: RegistryResponse, reach: Reach): Challenge | undefined {
  const header = headers["www-authenticate"] ?? "";
  const bearer = /\bbearer\s+(.*)$/i.exec(header)?.[1];
  if (bearer === undefined) return /\bbasic\b/i.test(header) ? { kind: "basic" } : undefined;
  // The fields of another scheme may follow: the first one of each name is ours.
  const found = [...bearer.matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]+))/g)].reverse();
  const fields = new Map(found.map(([, key = "", quoted, bare]) => [key.toLowerCase(), quoted ?? bare]));
  const realm = fields.get("realm") ?? "";
  if (!URL.canParse(realm)) throw new RegistryError(`${url.host} wants a token, and does not say from where`);
  return {
    kind: "bearer",
    realm: new URL(realm),
    service: fields.get("service"),
    scope: fields.get("scope"),
    registry: url,
    reach: isPrivate ? reach : "public",
  };
}

/** The header for a registry that takes the name and the password themselves. */
export function basicAuthorization(login: Login): string | undefined {
  if (login.kind !== "password") return undefined;
  return `Basic ${Buffer.from(`${login.user}:${login.password}`).toString("base64")}`;
}

/**
 * Gets a token to pull from a repository (distribution-spec, token authentication): for the login, or for anybody.
 * Throws a RegistryError.
 */
export async function fetchToken(challenge: BearerChallenge, repository: string, found: FoundLogin): Promise<string> {
  const { realm, service, scope, registry, reach } = challenge;
  if (realm.protocol !== "https:" && realm.protocol !== registry.protocol)
    throw new RegistryError(`${registry.host} wants a token from ${realm.host}, which is not encrypted`);
  const login = found.login && haveOneOwner(realm.hostname, registry.hostname) ? found.login : undefined;
  const wanted = scope?.includes(`:${repository}:`) ? scope : `repository:${repository}:pull`;
  const basic = login && basicAuthorization(login);
  const headers = { accept: "application/json", "user-agent": "secctx", ...(basic && { authorization: basic }) };
  const query = { ...(service !== undefined && { service }), scope: wanted };
  const response =
    login?.kind === "identity"
      ? await request({
          method: "POST",
          url: realm,
          limit,
          reach,
          headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
          body: new URLSearchParams({
            ...query,
            grant_type: "refresh_token",
            client_id: "secctx",
            refresh_token: login.token,
          }).toString(),
        })
      : await request({ method: "GET", url: withQuery(realm, query), limit, reach, headers });
  if (response.status !== 200) throw tokenRefused(response, found, login);
  const token = readToken(response.body);
  if (token === undefined) throw new RegistryError(`${realm.host} does not answer with a token`);
  return token;
}

/** The most bytes of an answer with a token. */
const limit = 2 ** 20;

function withQuery(url: URL, query: Readonly<Record<string, string>>): URL {
  const result = new URL(url);
  for (const [key, value] of Object.entries(query)) result.searchParams.set(key, value);
  return result;
}

function tokenRefused({ status, url }: RegistryResponse, found: FoundLogin, sent: Login | undefined): RegistryError {
  if (found.login && !sent)
    return new RegistryError(
      `${url.host} gives no token (${status}), and the login is not sent there: the host is another than the registry's`,
    );
  if (status === 401 || status === 403) return loginRefused(url.host, found, `(${status})`);
  return new RegistryError(`${url.host} gives no token (${status})`);
}

/** Explains that nothing that could be sent has convinced a host; `what` it is about. */
export function loginRefused(host: string, { login, trouble }: FoundLogin, what: string): RegistryError {
  if (login) return new RegistryError(`${host} does not take the login ${what}`);
  return new RegistryError(`${host} wants a login ${what}${trouble ? `, and ${trouble}` : ": docker login keeps one"}`);
}

function readToken(body: Buffer): string | undefined {
  const { token, access_token: access } = parseObject(body.toString("utf8")) ?? {};
  return [token, access].find((each): each is string => typeof each === "string" && /^[\x21-\x7e]+$/.test(each));
}

/**
 * Whether two hosts are one, or are below one domain, such as `registry-1.docker.io` and `auth.docker.io`. A login goes to no other host, whatever a
 * registry asks for.
 */
function haveOneOwner(realm: string, registry: string): boolean {
  if (realm === registry) return true;
  const domain = domainOf(realm);
  return !isIP(realm) && domain.includes(".") && domain === domainOf(registry);
}

/** `example.com`, and `example.co.uk`. */
function domainOf(name: string): string {
  const labels = /\.\w{2,3}\.\w{2}$/.test(name) ? 3 : 2;
  return name.split(".").slice(-labels).join(".");
}
