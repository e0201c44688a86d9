import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Why there is no registry to test with; `undefined` where there is. `.ci/run` installs it. */
export const missing =
  spawnSync("docker-registry", ["--version"]).status === 0
    ? undefined
    : "docker-registry is not installed: apt-get install docker-registry";

export interface RunningRegistry {
  /** `127.0.0.1:PORT`, as an image's name has it. */
  readonly host: string;
  /** The requests so far, as the registry itself logs them: `GET /v2/…`. */
  readonly requests: () => readonly string[];
  readonly stop: () => void;
}

/** The login that a registry with `login: "required"` takes. */
export const login = { user: "ada", password: "s3cret" };
const htpasswd = "ada:$2b$04$Lc6XojaWDVlS6oT8pConsO4OD.527FHhOT9SjbABlBaFk55ZUpSyq\n";

/** The registry that Docker wrote, on a loopback port of its own, with nothing in it. */
export async function startRegistry(access: "open" | "login required" = "open"): Promise<RunningRegistry> {
  const folder = mkdtempSync(join(tmpdir(), "secctx-registry-"));
  const host = `127.0.0.1:${await freePort()}`;
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const auth = access === "open" ? "" : `auth: {htpasswd: {realm: test, path: ${file("htpasswd", htpasswd)}}}\n`;
  const config = `version: 0.1
log: {level: warn}
storage: {filesystem: {rootdirectory: ${folder}}}
http: {addr: "${host}"}
${auth}`;
  const log = file("log", "");
  const registry = spawn("docker-registry", ["serve", file("config.yaml", config)], {
    stdio: ["ignore", openSync(log, "a"), "ignore"],
  });
  await answers(`http://${host}/v2/`, registry);
  return {
    host,
    requests: () =>
      [...readFileSync(log, "utf8").matchAll(/"((?:GET|HEAD) \/v2\/\S+) HTTP/g)].map(([, request = ""]) => request),
    stop: () => {
      registry.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  server.close();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address.port;
}

async function answers(url: string, { exitCode }: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200 && exitCode === null; attempt++) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await wait(50);
  }
  throw new Error("docker-registry does not answer");
}
