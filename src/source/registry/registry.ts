import { connect } from "node:tls";
import { isPrivateHost } from "./addresses.ts";
import { basicAuthorization, type Challenge, fetchToken, loginRefused, readChallenge } from "./authorization.ts";
import type { FindLogin } from "./credentials.ts";
import { RegistryError } from "./errors.ts";
import { type Reach, type RegistryRequest, type RegistryResponse, request } from "./requests.ts";

/** What to fetch from a registry. */
export interface ContentRequest extends Pick<RegistryRequest, "sink" | "timeLimit"> {
  readonly method: "GET" | "HEAD";
  readonly repository: string;
  /** Below `/v2/<repository>/`. */
  readonly path: string;
  /** Media types. */
  readonly accept: readonly string[];
  /** The most bytes of the response. */
  readonly limit: number;
}

/** Asks one registry (OCI distribution-spec): logs in where the registry wants that, and remembers how. Throws a RegistryError. */
export type Registry = (wanted: ContentRequest) => Promise<RegistryResponse>;

/** Whether a registry must be encrypted, or may be asked in the clear if it does not offer better. */
export type Encryption = "required" | "if offered";

/** How a registry may be asked. */
export interface Access {
  readonly encryption: Encryption;
  readonly reach: Reach;
}

/** Opens a registry by its name. */
export function openRegistry(name: string, { encryption, reach }: Access, findLogin: FindLogin): Registry {
  const host = name === "docker.io" ? "registry-1.docker.io" : name;
  let address: Promise<URL> | undefined;
  let challenge: Challenge | undefined;
  let failure: RegistryError | undefined;
  const tokens = new Map<string, Promise<string>>();

  const ask = async ({
    method,
    repository,
    path,
    accept,
    limit,
    ...more
  }: ContentRequest): Promise<RegistryResponse> => {
    if (typeof reach === "object" && !reach.isNamed(host) && isPrivateHost(new URL(`https://${host}`).hostname))
      throw new RegistryError(`${host} is in a private network, and the input registries does not name it`);
    address ??= findAddress(host, encryption);
    const url = new URL(`/v2/${repository}/${path}`, await address);
    const send = (authorization: string | undefined) =>
      request({
        ...more,
        method,
        url,
        limit,
        reach,
        headers: { accept: accept.join(", "), "user-agent": "secctx", ...(authorization && { authorization }) },
      });
    const before = challenge && (await authorize(repository, challenge));
    const first = await send(before);
    if (first.status !== 401) return first;
    challenge = readChallenge(first, reach);
    if (!challenge) return first;
    // A token expires. One that is refused is asked for again, once.
    if (before !== undefined) tokens.delete(repository);
    const now = await authorize(repository, challenge);
    const second = now === undefined || now === before ? first : await send(now);
    if (second.status === 401) throw loginRefused(host, await findLogin(name), `for ${repository} (401)`);
    return second;
  };

  const authorize = async (repository: string, asked: Challenge): Promise<string | undefined> => {
    const found = await findLogin(name);
    const { login } = found;
    if (login?.kind === "bearer") return `Bearer ${login.token}`;
    if (asked.kind === "basic") return login && basicAuthorization(login);
    const token = tokens.get(repository) ?? fetchToken(asked, repository, found);
    tokens.set(repository, token);
    return `Bearer ${await token}`;
  };

  return async (wanted) => {
    if (failure) throw failure;
    try {
      return await ask(wanted);
    } catch (error) {
      if (error instanceof RegistryError && error.isOfHost) failure = error;
      throw error;
    }
  };
}

/** The address of a registry: an encrypted one, unless the registry may do without and does not speak TLS. */
async function findAddress(host: string, encryption: Encryption): Promise<URL> {
  const url = new URL(`https://${host}`);
  return encryption === "required" || (await speaksTls(url)) ? url : new URL(`http://${host}`);
}

function speaksTls({ hostname, port }: URL): Promise<boolean> {
  return new Promise((resolve) => {
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
}
