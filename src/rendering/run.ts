import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, realpathSync } from "node:fs";
import { availableParallelism } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";
import { isWithin } from "../source/links.ts";
import { endWithUs, scratchFolder } from "./scratch.ts";

/** A program that renders, found before anything is run. */
export interface Tool {
  readonly kind: "helm" | "kustomize" | "kubectl";
  /** Absolute, with links resolved. */
  readonly path: string;
}

/** What bounds one run. */
export interface RunLimits {
  readonly seconds: number;
  /** Of standard output. */
  readonly megabytes: number;
}

/** How a run ended. */
export interface RunResult {
  /** `null` where it was ended by a limit or a signal. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The limit that ended it, as a clause. */
  readonly excess?: string;
}

/**
 * Finds a tool by a bare name on PATH or by an absolute path; a reason as a clause where it can't be used. A program in the repository is refused: a change
 * must not bring what runs.
 */
export function findTool(kind: Tool["kind"], binary: string, repository: string): Tool | { readonly reason: string } {
  const isName = /^[\w.-]+$/.test(binary) && !/^\.*$/.test(binary) && !binary.startsWith("-");
  if (!isName && !isAbsolute(binary))
    return { reason: `${JSON.stringify(binary)} is neither a name on PATH nor an absolute path` };
  const found = isName ? findOnPath(binary) : isExecutable(binary) ? binary : undefined;
  if (found === undefined) return { reason: isName ? `${binary} is not on PATH` : `there is no program ${binary}` };
  const path = realpathSync(found);
  if (isWithin(realpathSync(repository), path))
    return { reason: `${binary} lies in the repository (${found}), and nothing of the repository is run` };
  return { kind, path };
}

function findOnPath(name: string): string | undefined {
  const suffixes = process.platform === "win32" ? [".exe"] : [""];
  // A relative entry would depend on where we are: in the repository.
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => isAbsolute(folder));
  return folders.flatMap((folder) => suffixes.map((suffix) => join(folder, name + suffix))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

interface RunOptions {
  readonly folder: string;
  readonly limits: RunLimits;
}

/**
 * Runs a tool without a shell, with an environment of its own: no variable of ours, no network but a dead proxy, no plugins, no configuration, no other
 * program on its PATH. Its whole process group ends with a limit, and with us. Of many runs some wait for their turn, which counts for no limit.
 */
export async function runTool(tool: Tool, args: readonly string[], options: RunOptions): Promise<RunResult> {
  if (turns === 0) await new Promise<void>((resolve) => waiting.push(resolve));
  else turns--;
  try {
    return await runNow(tool, args, options);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else turns++;
  }
}

/** A rendering is two runs: that many at least go on at once. */
let turns = Math.max(2, availableParallelism());
const waiting: (() => void)[] = [];

function runNow(tool: Tool, args: readonly string[], { folder, limits }: RunOptions): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    // Of its own group, so that what it starts ends with it.
    const child = spawn(tool.path, args, {
      cwd: folder,
      env: toolEnvironment(),
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    let excess: string | undefined;
    const stop = () => {
      if (child.pid !== undefined) endGroup(child.pid);
    };
    const end = (why: string) => {
      excess ??= why;
      stop();
    };
    const clock = setTimeout(
      () => end(`took more than ${limits.seconds} seconds (limits.renderSeconds)`),
      limits.seconds * 1000,
    );
    const untrack = endWithUs(stop);
    let size = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limits.megabytes * 1e6) end(`printed more than ${limits.megabytes} MB (limits.renderMegabytes)`);
      else out.push(chunk);
    });
    let errorSize = 0;
    child.stderr.on("data", (chunk: Buffer) => {
      errorSize += chunk.length;
      // What it says is for people: the last megabyte is more than enough.
      err.push(chunk);
      while (errorSize > 1e6 && err.length > 1) errorSize -= err.shift()?.length ?? 0;
    });
    const settle = () => {
      clearTimeout(clock);
      untrack();
    };
    child.on("error", (error) => {
      settle();
      reject(error);
    });
    child.on("close", (status) => {
      settle();
      const result = { stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() };
      resolve(excess === undefined ? { ...result, status } : { ...result, status: null, excess });
    });
  });
}

function endGroup(pid: number): void {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

function toolEnvironment(): NodeJS.ProcessEnv {
  const home = join(scratchFolder(), "home");
  const nowhere = join(home, "empty");
  if (!existsSync(nowhere)) mkdirSync(nowhere, { recursive: true });
  const proxy = "http://127.0.0.1:9";
  const system = process.platform === "win32" ? { SystemRoot: process.env.SystemRoot } : {};
  return {
    ...system,
    PATH: nowhere,
    HOME: home,
    TMPDIR: home,
    TEMP: home,
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    HELM_CACHE_HOME: home,
    HELM_CONFIG_HOME: home,
    HELM_DATA_HOME: home,
    HELM_PLUGINS: join(nowhere, "plugins"),
    KUBECONFIG: process.platform === "win32" ? "NUL" : "/dev/null",
    HTTP_PROXY: proxy,
    HTTPS_PROXY: proxy,
    ALL_PROXY: proxy,
    http_proxy: proxy,
    https_proxy: proxy,
    LC_ALL: "C",
  };
}
