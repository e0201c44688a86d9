import { execFile } from "node:child_process";
import { devNull } from "node:os";

/** A git command that ended with a status other than 0. */
export class GitError extends Error {
  override readonly name = "GitError";
  readonly status: number | undefined;

  constructor(message: string, status: number | undefined) {
    super(message);
    this.status = status;
  }
}

/** Runs git and gives what it prints. It reads no configuration of the user or the machine, and never prompts. */
export function git(folder: string, options: readonly string[], input?: string | Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      "git",
      ["-C", folder, ...options],
      { encoding: "buffer", maxBuffer: Number.POSITIVE_INFINITY, env: gitEnvironment() },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else {
          const status = typeof error.code === "number" ? error.code : undefined;
          reject(new GitError(`git ${options.join(" ")}: ${stderr.toString().trim() || error.message}`, status));
        }
      },
    );
    // If git ends early, its status says why.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

/** The environment that makes git the same on every machine. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    LC_ALL: "C",
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_AUTHOR_NAME: "Octo Cat",
    GIT_AUTHOR_EMAIL: "octocat@example.com",
    GIT_AUTHOR_DATE: "2026-01-01T00:00:00Z",
    GIT_COMMITTER_NAME: "Octo Cat",
    GIT_COMMITTER_EMAIL: "octocat@example.com",
    GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z",
  };
}
