import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { WorkflowEvent } from "./events.ts";
import type { FakeGitHub } from "./index.ts";
import { parseCommands, type WorkflowCommand } from "./workflow-commands.ts";

export interface ActionRunOptions {
  readonly github: FakeGitHub;
  readonly event: WorkflowEvent;
  /** By their names in `action.yml`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The workflow's token; null for none. */
  readonly token?: string | null;
  /** A commit to check out, or an existing folder. Default: an empty workspace. */
  readonly workspace?: { readonly commit: string; readonly full?: boolean } | { readonly folder: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly attempt?: number;
  /** A program to run instead of the bundle. */
  readonly entry?: string;
  /** Interrupts the run, as cancelling the job does. */
  readonly cancel?: AbortSignal;
  readonly timeoutMs?: number;
}

export interface ActionRun {
  /** Null if a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The workflow commands in the log, except those that name secrets. */
  readonly commands: readonly WorkflowCommand[];
  /** The secrets that the runner was told to mask. The log does not show these commands, and `stdout` has `***` wherever a secret follows. */
  readonly secrets: readonly string[];
  /** The folder of the run's checkout. It is deleted with the repository. */
  readonly workspace: string;
  readonly durationMs: number;
}

const root = dirname(dirname(import.meta.dirname));

/** Runs the Action's bundle as the runner does, in an environment that has nothing of ours. */
export async function runAction(options: ActionRunOptions): Promise<ActionRun> {
  const { github, event, inputs = {}, token = github.token, workspace, cancel, timeoutMs = 100_000 } = options;
  // Beside the repository, so that it is deleted with it.
  const folder = await mkdtemp(join(dirname(github.repository.folder), "run-"));
  const work = await workspaceOf(github, workspace, folder);
  const file = (name: string) => join(folder, name);
  await mkdir(file("temp"));
  await Promise.all([
    writeFile(file("event.json"), JSON.stringify(event.payload)),
    writeFile(file("output"), ""),
    writeFile(file("summary.md"), ""),
    writeFile(file("state"), ""),
  ]);
  const given = { ...(token !== null && { "github-token": token }), ...inputs };
  const { owner, name } = github.repository;
  const env = {
    ...inherited("PATH"),
    ...inherited("HOME"),
    ...inherited("NODE_COMPILE_CACHE"),
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: "__self",
    GITHUB_ACTOR: event.actor,
    GITHUB_API_URL: github.apiUrl,
    GITHUB_BASE_REF: event.baseRef,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: file("event.json"),
    GITHUB_GRAPHQL_URL: github.graphqlUrl,
    GITHUB_HEAD_REF: event.headRef,
    GITHUB_JOB: "review",
    GITHUB_OUTPUT: file("output"),
    GITHUB_REF: event.ref,
    GITHUB_REF_NAME: event.ref.replace(/^refs\/(heads|tags|pull)\//, ""),
    GITHUB_REPOSITORY: `${owner}/${name}`,
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_RUN_ATTEMPT: String(options.attempt ?? 1),
    GITHUB_RUN_ID: "9000000001",
    GITHUB_RUN_NUMBER: "1",
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_SHA: event.sha,
    GITHUB_STATE: file("state"),
    GITHUB_STEP_SUMMARY: file("summary.md"),
    GITHUB_WORKFLOW: "secctx",
    GITHUB_WORKSPACE: work,
    RUNNER_OS: "Linux",
    RUNNER_TEMP: file("temp"),
    ...Object.fromEntries(
      Object.entries(given).map(([key, value]) => [`INPUT_${key.replaceAll(" ", "_").toUpperCase()}`, value]),
    ),
    ...options.environment,
  };
  const entry = options.entry ?? join(root, "dist", "action", "index.js");
  const start = performance.now();
  const ended = await execute(entry, { env, cwd: work, timeoutMs, ...(cancel && { cancel }) });
  const durationMs = performance.now() - start;
  const { log, secrets } = maskSecrets(ended.stdout);
  return {
    ...ended,
    stdout: log,
    secrets,
    outputs: parseOutputs(await readFile(file("output"), "utf8")),
    summary: await readFile(file("summary.md"), "utf8"),
    // The runner looks for commands in both streams.
    commands: [...parseCommands(log), ...parseCommands(ended.stderr)],
    workspace: work,
    durationMs,
  };
}

function inherited(name: string): Record<string, string> {
  const value = process.env[name];
  return value === undefined ? {} : { [name]: value };
}

async function workspaceOf(
  github: FakeGitHub,
  workspace: ActionRunOptions["workspace"],
  folder: string,
): Promise<string> {
  if (workspace === undefined) {
    const empty = join(folder, "work");
    await mkdir(empty);
    return empty;
  }
  if ("folder" in workspace) return workspace.folder;
  return await github.repository.checkout(workspace.commit, { full: workspace.full ?? false });
}

interface Execution {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly timeoutMs: number;
  readonly cancel?: AbortSignal;
}

function execute(
  entry: string,
  { env, cwd, timeoutMs, cancel }: Execution,
): Promise<Pick<ActionRun, "exitCode" | "stdout" | "stderr">> {
  const node = join(root, "node_modules", ".bin", "node");
  return new Promise((resolve, reject) => {
    const child = spawn(node, [entry], { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
    const written = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    child.stdout.on("data", (chunk: Buffer) => written.stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => written.stderr.push(chunk));
    const interrupt = () => child.kill("SIGINT");
    cancel?.addEventListener("abort", interrupt, { once: true });
    const timer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
    child.once("error", reject);
    child.once("close", (exitCode) => {
      clearTimeout(timer);
      cancel?.removeEventListener("abort", interrupt);
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString();
      resolve({ exitCode, stdout: text(written.stdout), stderr: text(written.stderr) });
    });
  });
}

/** The log as the runner shows it: without the commands that name secrets, and with each secret masked from its command on. */
export function maskSecrets(output: string): { readonly log: string; readonly secrets: readonly string[] } {
  const secrets: string[] = [];
  const lines = output.split("\n").flatMap((line) => {
    const [command] = parseCommands(line);
    if (command?.command !== "add-mask")
      return [secrets.reduce((text, secret) => text.replaceAll(secret, "***"), line)];
    secrets.push(command.message);
    return [];
  });
  return { log: lines.join("\n"), secrets };
}

/** Reads `name=value` and `name<<delimiter` as the runner does. Throws for anything else, which the runner would refuse. */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n");
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === "") continue;
    const equals = line.indexOf("=");
    const heredoc = line.indexOf("<<");
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      outputs[line.slice(0, equals)] = line.slice(equals + 1);
      continue;
    }
    if (heredoc < 0) throw new Error(`Invalid format '${line}'`);
    const delimiter = line.slice(heredoc + 2);
    const end = lines.indexOf(delimiter);
    if (end < 0) throw new Error(`Matching delimiter not found '${delimiter}'`);
    outputs[line.slice(0, heredoc)] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join("\n");
  }
  return outputs;
}
