import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { reasonOf } from "./errors.ts";

/** A file in a folder. */
export interface Entry {
  /** From the folder that is listed. */
  readonly name: string;
  /** Why it can't be read, where that is known already. */
  readonly reason?: string;
  /** Whether it is known to be a file, and no folder, pipe or link. */
  readonly isFile?: boolean;
}

/** Every file below a folder, save what git ignores and what lies in hidden folders or `node_modules`. */
export async function entriesOf(folder: string): Promise<Entry[]> {
  const ofGit = await gitFiles(folder);
  return ofGit?.filter(({ name }) => !name.split("/").slice(0, -1).some(isSkipped)) ?? walk(folder);
}

/** Whether a folder of this name is passed over. */
export function isSkipped(name: string): boolean {
  return name === "node_modules" || (name.startsWith(".") && name !== "." && name !== "..");
}

/** What git tracks, and what is new and not ignored, with what lies in submodules; `undefined` where git does not tell. */
async function gitFiles(folder: string): Promise<Entry[] | undefined> {
  if (!isInRepository(resolve(folder))) return undefined;
  // Loaded here: a single file needs no git, and this module costs 4 ms.
  const { spawnSync } = await import("node:child_process");
  const git = (...args: string[]) =>
    spawnSync("git", [...gitSettings, ...args], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 30,
      env: gitEnvironment(),
      stdio: ["ignore", "pipe", "ignore"],
    });
  const { status, stdout } = git("ls-files", "-z", "--stage", "--cached", "--others", "--exclude-standard");
  // No git, or a repository that it won't open.
  if (status !== 0) return undefined;
  // A folder that git ignores, and that the user named: all of it is meant.
  if (stdout === "" && git("check-ignore", "--quiet", resolve(folder)).status === 0) return undefined;
  const entries: Entry[] = [];
  for (const line of stdout.split("\0").filter((each) => each !== "")) {
    const [, mode, name = line] = /^(\d{6}) [0-9a-f]+ \d\t(.*)$/s.exec(line) ?? [];
    const isRepository = mode === "160000" || name.endsWith("/");
    entries.push(...(isRepository ? await within(folder, name.replace(/\/$/, "")) : [{ name }]));
  }
  return entries;
}

/** What lies in a repository of its own, below the folder that is listed. */
async function within(folder: string, name: string): Promise<Entry[]> {
  const isThere = statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory();
  const entries = isThere ? await entriesOf(join(folder, name)) : [];
  return entries.map((entry) => ({ ...entry, name: `${name}/${entry.name}` }));
}

/** What a repository's own settings may not make git run. */
export const gitSettings: readonly string[] = ["-c", "core.fsmonitor=false"];

/** The environment for git: a git hook has its own idea of where the repository is, and nothing here asks or writes. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...env } = process.env;
  return { ...env, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
}

function isInRepository(folder: string): boolean {
  return existsSync(join(folder, ".git")) || (dirname(folder) !== folder && isInRepository(dirname(folder)));
}

function walk(folder: string, prefix = ""): Entry[] {
  try {
    return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
      const name = prefix + entry.name;
      if (entry.isDirectory()) return isSkipped(entry.name) ? [] : walk(folder, `${name}/`);
      const isFile = entry.isFile();
      return isFile || entry.isSymbolicLink() ? [{ name, isFile }] : [];
    });
  } catch (error) {
    return [{ name: prefix.replace(/\/$/, ""), reason: reasonOf(error) }];
  }
}
