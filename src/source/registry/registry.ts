import { connect } from "node:tls";
import { basicLogin, bearerToken, type Challenge, challengeIn, loginFailure } from "./authorization.ts";
import type { FindLogin } from "./credentials.ts";
import { Failure } from "./failure.ts";
import { type Followed, follow } from "./follow.ts";

export interface Question {
  readonly method: "GET" | "HEAD";
  readonly repository: string;
  /** Behind `/v2/<repository>/`. */
  readonly path: string;
  /** Media types. */
  readonly accept: readonly string[];
  /** Bytes of the answer. */
  readonly limit: number;
}

/** Asks one registry (OCI distribution-spec): logs in where it wants that, and remembers how. Throws a Failure. */
export type Registry = (question: Question) => Promise<Followed>;

/** Whether a registry is spoken to in the clear where it does not offer better. */
export type Encryption = "required" | "if offered";

/** A registry by its name. */
export function openRegistry(name: string, encryption: Encryption, findLogin: FindLogin): Registry {
  const host = name === "docker.io" ? "registry-1.docker.io" : name;
  let base: Promise<URL> | undefined;
  let challenge: Challenge | undefined;
  let down: Failure | undefined;
  const tokens = new Map<string, Promise<string>>();

  const ask = async ({ method, repository, path, accept, limit }: Question): Promise<Followed> => {
    base ??= baseOf(host, encryption);
    const url = new URL(`/v2/${repository}/${path}`, await base);
    const send = (authorization: string | undefined) =>
      follow({
        method,
        url,
        limit,
        reach: "anywhere",
        headers: { accept: accept.join(", "), "user-agent": "secctx", ...(authorization && { authorization }) },
      });
    const before = challenge && (await authorizationFor(repository, challenge));
    const first = await send(before);
    if (first.status !== 401) return first;
    challenge = challengeIn(first);
    if (!challenge) return first;
    // A token has its time: one that is refused is asked for again, once.
    if (before !== undefined) tokens.delete(repository);
    const now = await authorizationFor(repository, challenge);
    const second = now === undefined || now === before ? first : await send(now);
    if (second.status === 401) throw loginFailure(host, await findLogin(name), `for ${repository} (401)`);
    return second;
  };

  const authorizationFor = async (repository: string, asked: Challenge): Promise<string | undefined> => {
    const found = await findLogin(name);
    const { login } = found;
    if (login?.kind === "bearer") return `Bearer ${login.token}`;
    if (asked.kind === "basic") return login && basicLogin(login);
    const token = tokens.get(repository) ?? bearerToken(asked, repository, found);
    tokens.set(repository, token);
    return `Bearer ${await token}`;
  };

  return async (question) => {
    if (down) throw down;
    try {
      return await ask(question);
    } catch (error) {
      if (error instanceof Failure && error.isOfHost) down = error;
      throw error;
    }
  };
}

/** Where a registry is: at an encrypted address, unless it may do without and does not answer to TLS. */
async function baseOf(host: string, encryption: Encryption): Promise<URL> {
  const url = new URL(`https://${host}`);
  if (encryption === "required") return url;
  const speaksTls = await new Promise<boolean>((resolve) => {
    const { hostname, port } = url;
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ""),
      port: Number(port || 443),
      // Nothing is said on this connection; those that follow verify the certificate.
      rejectUnauthorized: false,
      timeout: 5_000,
    });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("secureConnect", () => settle(true));
    socket.once("timeout", () => settle(false));
    socket.once("error", () => settle(false));
  });
  return speaksTls ? url : new URL(`http://${host}`);
}
