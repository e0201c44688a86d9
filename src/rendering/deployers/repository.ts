import { codeOf, UsageError } from "../../source/errors.ts";
import { runGit } from "../../source/git.ts";

/** The addresses of a repository's remotes, and the name that GitHub gives it in a job; none where git does not tell. */
export async function readAddresses(repository: string): Promise<string[]> {
  try {
    const { stdout, status } = await runGit(["-C", repository, "config", "--get-regexp", "^remote\\..*\\.url$"]);
    const urls = status === 0 ? stdout.toString().split("\n") : [];
    const remotes = urls.map((line) => line.slice(line.indexOf(" ") + 1)).filter(isNetwork);
    const job = process.env.GITHUB_REPOSITORY;
    // A job's checkout may be of another repository: its name alone says nothing.
    return remotes.length > 0 && job ? [...remotes, `https://github.com/${job}`] : remotes;
  } catch (error) {
    if (error instanceof UsageError || codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

/**
 * Whether an address is known to be that of another repository. Forks and mirrors have other hosts and owners, and one repository has many spellings; so only
 * another name counts, where the own ones are known.
 */
export function isOfAnother(address: string, own: readonly string[]): boolean {
  return own.length > 0 && isNetwork(address) && !own.some((each) => nameIn(each) === nameIn(address));
}

function isNetwork(address: string): boolean {
  return /^(?:https?|ssh|git):\/\/|^[\w.-]+@[\w.-]+:/i.test(address);
}

function nameIn(address: string): string {
  return (/([^/:]+?)(?:\.git)?\/*$/.exec(address)?.[1] ?? "").toLowerCase();
}
