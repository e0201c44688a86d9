import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { type Fields, isFields } from "../../yaml/index.ts";
import { codeOf, reasonOf, UsageError } from "../errors.ts";
import { parseObject } from "../json-object.ts";

/** A login for one registry, as `docker login` keeps it. */
export type Login =
  | { readonly kind: "password"; readonly user: string; readonly password: string }
  /** The registry's own service exchanges it for a token (OAuth 2 refresh token). */
  | { readonly kind: "identity"; readonly token: string }
  /** Sent to the registry as it is. */
  | { readonly kind: "bearer"; readonly token: string };

/** A login, or none, with the reason why there is none where one could be expected. */
export interface FoundLogin {
  readonly login: Login | undefined;
  readonly trouble?: string;
}

export type FindLogin = (registry: string) => Promise<FoundLogin>;

/** Whether `docker-credential-*` programs may run: never where somebody else's change is judged with privileges. */
export type CredentialHelpers = "run" | "never";

/**
 * Opens the logins of `docker login`: those in `$DOCKER_CONFIG/config.json`, or else `~/.docker/config.json`, and those of the helpers that it names. Each is
 * looked up once, and its secret is passed to `onSecret` first.
 */
export function openDockerLogins(helpers: CredentialHelpers, onSecret: (secret: string) => void = () => {}): FindLogin {
  const config = readDockerConfig(join(process.env.DOCKER_CONFIG || join(homedir(), ".docker"), "config.json"));
  const found = new Map<string, Promise<FoundLogin>>();
  return (registry) => {
    const login = found.get(registry) ?? announceSecret(findLogin(registry, config, helpers), onSecret);
    found.set(registry, login);
    return login;
  };
}

async function announceSecret(finding: Promise<FoundLogin>, onSecret: (secret: string) => void): Promise<FoundLogin> {
  const found = await finding;
  if (found.login) onSecret(found.login.kind === "password" ? found.login.password : found.login.token);
  return found;
}

function readDockerConfig(file: string): Fields {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error))) return {};
    throw couldNotReadLogins(file, reasonOf(error));
  }
  const config = parseObject(text);
  if (!config) throw couldNotReadLogins(file, "it is not a JSON object");
  return config;
}

function couldNotReadLogins(file: string, reason: string): UsageError {
  return new UsageError(`"${file}": the logins of docker could not be read: ${reason}.`);
}

function findLogin(registry: string, config: Fields, helpers: CredentialHelpers): Promise<FoundLogin> {
  const helper = entryFor(registry, config.credHelpers);
  if (isText(helper)) return askHelper(helper, registry, helpers);
  const login = readLogin(entryFor(registry, config.auths));
  if (login || !isText(config.credsStore)) return Promise.resolve({ login });
  return askHelper(config.credsStore, registry, helpers);
}

/** The entry of a registry. Keys are hosts, or addresses of old (`https://index.docker.io/v1/`). */
function entryFor(registry: string, entries: unknown): unknown {
  const names = registry === "docker.io" ? ["index.docker.io", "docker.io"] : [registry];
  const isMeant = (key: string) => names.includes(key.replace(/^https?:\/\//, "").replace(/\/.*$/, ""));
  return isFields(entries) ? Object.entries(entries).find(([key]) => isMeant(key))?.[1] : undefined;
}

function readLogin(entry: unknown): Login | undefined {
  const { auth, username, password, identitytoken, registrytoken } = isFields(entry) ? entry : {};
  if (isText(registrytoken)) return { kind: "bearer", token: registrytoken };
  if (isText(identitytoken)) return { kind: "identity", token: identitytoken };
  if (isText(username) && isText(password)) return { kind: "password", user: username, password };
  const [user = "", ...rest] = Buffer.from(isText(auth) ? auth : "", "base64")
    .toString("utf8")
    .replace(/\0+$/, "")
    .split(":");
  return user !== "" && rest.length > 0 ? { kind: "password", user, password: rest.join(":") } : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** Asks a credential helper by its protocol: the registry on standard input, JSON in return (docker/docker-credential-helpers). */
async function askHelper(name: string, registry: string, helpers: CredentialHelpers): Promise<FoundLogin> {
  const program = `docker-credential-${name}`;
  if (!/^[\w.-]+$/.test(name)) return { login: undefined, trouble: "the name of the credential helper is not valid" };
  if (helpers === "never") return { login: undefined, trouble: `${program} is not run here` };
  const key = registry === "docker.io" ? "https://index.docker.io/v1/" : registry;
  const { output, trouble } = await runHelper(program, key);
  if (output === undefined) return { login: undefined, ...(trouble ? { trouble } : {}) };
  const answer = parseObject(output);
  if (!answer) return { login: undefined, trouble: `${program} does not answer with a JSON object` };
  const { Username: user, Secret: secret } = answer;
  if (typeof user !== "string" || !isText(secret)) return { login: undefined };
  if (user === "<token>") return { login: { kind: "identity", token: secret } };
  return { login: { kind: "password", user, password: secret } };
}

/** Runs a credential helper. It has no output where it knows no login, and where there is trouble. */
function runHelper(program: string, input: string): Promise<{ readonly output?: string; readonly trouble?: string }> {
  const options = { timeout: 10_000, maxBuffer: 2 ** 20, windowsHide: true };
  return new Promise((resolve) => {
    const child = execFile(program, ["get"], options, (error, output) => {
      if (!error) resolve({ output });
      else if (/credentials not found/i.test(output)) resolve({});
      else resolve({ trouble: `${program} ${codeOf(error) === "ENOENT" ? "is not there" : "failed"}` });
    });
    // If the program ends before it has read everything, its status says so.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}
