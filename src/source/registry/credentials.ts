import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { codeOf, reasonOf, UsageError } from "../errors.ts";

/** A login for one registry, as `docker login` keeps it. */
export type Login =
  | { readonly kind: "password"; readonly user: string; readonly password: string }
  /** Exchanged for a token by the registry's own service (OAuth 2 refresh token). */
  | { readonly kind: "identity"; readonly token: string }
  /** Sent to the registry as it is. */
  | { readonly kind: "bearer"; readonly token: string };

/** A login, or none, and why there is none where one could be expected. */
export interface Lookup {
  readonly login: Login | undefined;
  readonly trouble?: string;
}

export type FindLogin = (registry: string) => Promise<Lookup>;

/** Whether `docker-credential-*` programs may be run: never where somebody else's change is judged with privileges. */
export type Helpers = "run" | "never";

interface DockerConfig {
  readonly auths?: Readonly<Record<string, Auth | null>>;
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly credsStore?: string;
}
interface Auth {
  readonly auth?: string;
  readonly username?: string;
  readonly password?: string;
  readonly identitytoken?: string;
  readonly registrytoken?: string;
}

/**
 * The logins of `docker login`: `$DOCKER_CONFIG/config.json`, else `~/.docker/config.json`, and the helpers that it names. Each is looked up once, and its
 * secret is passed to `onSecret` first.
 */
export function dockerLogins(helpers: Helpers, onSecret: (secret: string) => void = () => {}): FindLogin {
  const config = dockerConfig(join(process.env.DOCKER_CONFIG || join(homedir(), ".docker"), "config.json"));
  const found = new Map<string, Promise<Lookup>>();
  return (registry) => {
    const lookup = found.get(registry) ?? announceSecret(loginFor(registry, config, helpers), onSecret);
    found.set(registry, lookup);
    return lookup;
  };
}

async function announceSecret(looking: Promise<Lookup>, onSecret: (secret: string) => void): Promise<Lookup> {
  const lookup = await looking;
  if (lookup.login) onSecret(lookup.login.kind === "password" ? lookup.login.password : lookup.login.token);
  return lookup;
}

function dockerConfig(file: string): DockerConfig {
  try {
    const config: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof config === "object" && config !== null) return config;
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error))) return {};
    const reason = error instanceof SyntaxError ? "it is no JSON" : reasonOf(error);
    throw new UsageError(`"${file}": the logins of docker could not be read: ${reason}.`);
  }
  throw new UsageError(`"${file}": the logins of docker could not be read: it is no JSON object.`);
}

function loginFor(registry: string, config: DockerConfig, helpers: Helpers): Promise<Lookup> {
  const names = registry === "docker.io" ? ["index.docker.io", "docker.io"] : [registry];
  const of = <T>(entries: Readonly<Record<string, T>> | undefined): T | undefined =>
    Object.entries(entries ?? {}).find(([key]) => names.includes(hostOf(key)))?.[1];
  const helper = of(config.credHelpers);
  if (helper) return helperLogin(helper, registry, helpers);
  const login = loginIn(of(config.auths) ?? {});
  if (login || !config.credsStore) return Promise.resolve({ login });
  return helperLogin(config.credsStore, registry, helpers);
}

/** Keys are hosts, or addresses of old (`https://index.docker.io/v1/`). */
function hostOf(key: string): string {
  return key.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
}

function loginIn({ auth, username, password, identitytoken, registrytoken }: Auth): Login | undefined {
  if (registrytoken) return { kind: "bearer", token: registrytoken };
  if (identitytoken) return { kind: "identity", token: identitytoken };
  if (username && password) return { kind: "password", user: username, password };
  const [user = "", ...rest] = Buffer.from(auth ?? "", "base64")
    .toString("utf8")
    .replace(/\0+$/, "")
    .split(":");
  return user !== "" && rest.length > 0 ? { kind: "password", user, password: rest.join(":") } : undefined;
}

/** Asks a helper by its protocol: the registry on standard input, JSON back (docker/docker-credential-helpers). */
async function helperLogin(name: string, registry: string, helpers: Helpers): Promise<Lookup> {
  const program = `docker-credential-${name}`;
  if (!/^[\w.-]+$/.test(name)) return { login: undefined, trouble: "the name of the credential helper is no name" };
  if (helpers === "never") return { login: undefined, trouble: `${program} is not run here` };
  const key = registry === "docker.io" ? "https://index.docker.io/v1/" : registry;
  const output = await new Promise<string | { readonly trouble: string | undefined }>((resolve) => {
    const child = execFile(
      program,
      ["get"],
      { timeout: 10_000, maxBuffer: 2 ** 20, windowsHide: true },
      (error, stdout) => {
        if (!error) resolve(stdout);
        else if (/credentials not found/i.test(stdout)) resolve({ trouble: undefined });
        else resolve({ trouble: `${program} ${codeOf(error) === "ENOENT" ? "is not there" : "failed"}` });
      },
    );
    // A program that ends before it has read says so by its status.
    child.stdin?.on("error", () => {});
    child.stdin?.end(key);
  });
  if (typeof output !== "string") return { login: undefined, ...(output.trouble ? { trouble: output.trouble } : {}) };
  try {
    const { Username: user, Secret: secret } = JSON.parse(output) as Readonly<Record<string, unknown>>;
    if (typeof user !== "string" || typeof secret !== "string" || secret === "") return { login: undefined };
    if (user === "<token>") return { login: { kind: "identity", token: secret } };
    return { login: { kind: "password", user, password: secret } };
  } catch {
    return { login: undefined, trouble: `${program} answers with what is no JSON` };
  }
}
