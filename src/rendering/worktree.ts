import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { displayPath } from "../source/files.ts";
import { findRepository } from "../source/folders.ts";
import { findRoot } from "../source/own-files.ts";

/** The files that charts and overlays are made of: those of now, or others in a folder that takes the place of them. */
export interface Worktree {
  /** The root of the repository that the configuration's paths start from: absolute, with links resolved. */
  readonly repository: string;
  /** The current repository. No program inside it is run. */
  readonly origin: string;
  /** The root of the repository that a file or folder lies in; nothing outside of it is read for that. */
  readonly repositoryOf: (path: string) => string;
  /** The name of a file that is shown to the user, for an absolute path. */
  readonly show: (path: string) => string;
  /** The absolute path of a file that is shown. */
  readonly pathOf: (file: string) => string;
  /** The path of now for one of this worktree, and the other way round. */
  readonly pathNow: (path: string) => string;
  readonly pathHere: (pathNow: string) => string;
}

/** The current files. */
export function worktreeOfNow(): Worktree {
  const repository = realpathSync(findRoot());
  const repositoryOf = (path: string) => findRepository(path) ?? shareWith(repository, dirname(path));
  const same = (path: string) => path;
  return {
    repository,
    origin: repository,
    repositoryOf,
    show: displayPath,
    pathOf: withoutLinks,
    pathNow: same,
    pathHere: same,
  };
}

/** The files in a folder that takes the place of another one. They keep the names that the user sees. */
export function worktreeIn(folder: string, replaced: string, now: Worktree): Worktree {
  const pathHere = (path: string) => join(folder, relative(replaced, path));
  const pathNow = (path: string) => join(replaced, relative(folder, path));
  return {
    repository: pathHere(now.repository),
    origin: now.origin,
    repositoryOf: (path) => pathHere(now.repositoryOf(pathNow(path))),
    show: (path) => now.show(pathNow(path)),
    pathOf: (file) => pathHere(now.pathOf(file)),
    pathNow,
    pathHere,
  };
}

/** Of two folders outside of any repository, the one that both are in; the second where that would be everything. */
function shareWith(here: string, folder: string): string {
  let shared = here;
  while (!`${folder}/`.startsWith(`${shared}/`) && dirname(shared) !== shared) shared = dirname(shared);
  return dirname(shared) === shared ? folder : shared;
}

/** An absolute path; links among its folders are resolved, and the file itself keeps its name. What is not there has no links. */
export function withoutLinks(file: string): string {
  const path = resolve(file);
  return existsSync(dirname(path)) ? join(realpathSync(dirname(path)), basename(path)) : path;
}
