import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { codeOf } from "./errors.ts";

/** Whether a path lies below a folder, or is that folder. Both are absolute, without links. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/**
 * Whether a path below a folder leads out of it by a link, or into git's own folder, which holds logins and what git runs. There may be nothing at the path
 * yet. Throws the system's error for links in a circle.
 */
export function leadsOut(folder: string, path: string): boolean {
  const top = realpathSync(folder);
  const place = findPlace(resolve(path));
  const isOfGit = (way: string) => way.split(sep).includes(".git");
  return !isWithin(top, place) || (isOfGit(relative(top, place)) && !isOfGit(relative(folder, resolve(path))));
}

/** The place that a path means, without links. */
function findPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (!isMissing(error) || path === dirname(path)) throw error;
    const folder = findPlace(dirname(path));
    const place = join(folder, basename(path));
    return isLink(place) ? findPlace(resolve(folder, readlinkSync(place))) : place;
  }
}

/** Whether an error says that there is nothing at a path. */
export function isMissing(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(codeOf(error));
}

/** Whether there is a link at a path, wherever it leads. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
