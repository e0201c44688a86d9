import { existsSync } from "node:fs";
import { UsageError } from "./errors.ts";
import { type GitResult, isCommit, runGit } from "./git.ts";

/** The commit that is checked out. */
export interface CheckedOut {
  readonly commit: string;
  /** Named by the commit itself: a shallow clone does not have them. */
  readonly parents: readonly string[];
}

/** Reads which commit is checked out in the working directory; `undefined` where it is not the top of a repository that git opens. */
export async function readCheckedOut(): Promise<CheckedOut | undefined> {
  // Of a folder in a repository, paths from its top are other ones.
  if (!existsSync(".git")) return undefined;
  const head = await ask(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  const commit = head?.stdout.toString().trim();
  const object = commit && (await ask(["cat-file", "commit", commit]));
  if (!commit || !object) return undefined;
  const [header = ""] = object.stdout.toString().split("\n\n");
  return { commit, parents: [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id = ""]) => id) };
}

/** Lists the files of a commit with the ids of their blobs, by their paths from the top; `undefined` where git does not have it. */
export async function listBlobs(commit: string): Promise<Map<string, string> | undefined> {
  const listed = await ask(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit]);
  const lines = listed?.stdout.toString().split("\0");
  return (
    lines &&
    new Map(
      lines.flatMap((line) =>
        [...line.matchAll(/^\d{6} \w+ ([0-9a-f]+)\t(.*)$/gs)].map(([, id = "", path = ""]) => [path, id]),
      ),
    )
  );
}

/** Finds the merge base of two commits; `undefined` where git does not have it with all its files. */
export async function findCommonCommit(one: string, other: string): Promise<string | undefined> {
  const found = await ask(["merge-base", "--end-of-options", one, other]);
  const [commit = ""] = found?.stdout.toString().split("\n") ?? [];
  return commit !== "" && (await isCommit(commit)) ? commit : undefined;
}

/** What git answers; `undefined` where it fails, or is not there. */
async function ask(args: readonly string[]): Promise<GitResult | undefined> {
  try {
    const result = await runGit(args);
    return result.status === 0 ? result : undefined;
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
