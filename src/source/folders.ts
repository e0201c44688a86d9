import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { reasonOf } from "./errors.ts";

/** A file below a folder. */
export interface FolderEntry {
  /** Its path from that folder. */
  readonly name: string;
  /** Why it can't be read, where that is known already. */
  readonly reason?: string;
  /** Whether it is known to be a file, rather than a folder, a pipe or a link. */
  readonly isFile?: boolean;
}

/** Lists every file below a folder, except for what git ignores and for what lies in hidden folders or `node_modules`, or in folders of other names. */
export async function listEntries(
  folder: string,
  isPassedOver: (name: string) => boolean = isSkipped,
): Promise<FolderEntry[]> {
  const entries = await listGitEntries(folder);
  return entries?.filter(({ name }) => !name.split("/").slice(0, -1).some(isPassedOver)) ?? walk(folder, isPassedOver);
}

/** Whether folders of this name are passed over. */
export function isSkipped(name: string): boolean {
  return name === "node_modules" || (name.startsWith(".") && name !== "." && name !== "..");
}

/** What git tracks, and what is new and not ignored, with the contents of submodules; `undefined` where git does not tell. */
async function listGitEntries(folder: string): Promise<FolderEntry[] | undefined> {
  if (!findRepository(resolve(folder))) return undefined;
  // Loaded only here: a single file needs no git, and this module takes 4 ms.
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
  // There is no git, or it does not open the repository.
  if (status !== 0) return undefined;
  // git ignores the folder, but the user named it: everything in it is meant.
  if (stdout === "" && git("check-ignore", "--quiet", resolve(folder)).status === 0) return undefined;
  const entries: FolderEntry[] = [];
  for (const line of stdout.split("\0").filter((each) => each !== "")) {
    const [, mode, name = line] = /^(\d{6}) [0-9a-f]+ \d\t(.*)$/s.exec(line) ?? [];
    // The folder is itself a submodule that is not checked out.
    if (name === "./") continue;
    const isRepository = mode === "160000" || name.endsWith("/");
    const nested = isRepository ? await listNestedEntries(folder, name.replace(/\/$/, "")) : [{ name }];
    for (const entry of nested) entries.push(entry);
  }
  return entries;
}

/** The files of a repository within the folder. */
async function listNestedEntries(folder: string, name: string): Promise<FolderEntry[]> {
  const isThere = statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory();
  const entries = isThere ? await listEntries(join(folder, name)) : [];
  return entries.map((entry) => ({ ...entry, name: `${name}/${entry.name}` }));
}

/** Settings that keep git from running a program which the repository names. */
export const gitSettings: readonly string[] = ["-c", "core.fsmonitor=false"];

/** The environment for git. A git hook sets its own idea of where the repository is; and git must not ask, write, or translate its messages. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...env } = process.env;
  return { ...env, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
}

/** The top of the repository around an absolute path; `undefined` outside of one. */
export function findRepository(path: string): string | undefined {
  if (existsSync(join(path, ".git"))) return path;
  return dirname(path) === path ? undefined : findRepository(dirname(path));
}

function walk(folder: string, isPassedOver: (name: string) => boolean, prefix = ""): FolderEntry[] {
  try {
    return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
      const name = prefix + entry.name;
      if (entry.isDirectory()) return isPassedOver(entry.name) ? [] : walk(folder, isPassedOver, `${name}/`);
      const isFile = entry.isFile();
      return isFile || entry.isSymbolicLink() ? [{ name, isFile }] : [];
    });
  } catch (error) {
    return [{ name: prefix.replace(/\/$/, ""), reason: reasonOf(error) }];
  }
}
