import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { displayPath, isRootFile } from "../source/files.ts";
import { findRepository, listEntries } from "../source/folders.ts";
import { findRoot } from "../source/repository.ts";
import type { RenderPlace, Root } from "./index.ts";

/** Charts and overlays as they are now. */
export function workplace(): RenderPlace {
  const repository = realpathSync(findRoot());
  const repositoryOf = (path: string) => {
    const own = findRepository(path);
    return own === undefined ? shareWith(repository, dirname(path)) : own;
  };
  return { repository, workplace: repository, show: displayPath, pathOf: withoutLinks, repositoryOf };
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

/** The files that are judged through roots. */
export function consumedBy(roots: readonly Root[], place: (path: string) => string = (path) => path): Set<string> {
  return new Set(roots.flatMap((root) => [...root.consumed].map(place)));
}

/** The files below a folder that make theirs a chart or an overlay: absolute. */
export async function listRootFilesBelow(
  folder: string,
  isWanted: (file: string) => boolean,
  show: (path: string) => string,
): Promise<string[]> {
  // A change must not put a chart or an overlay where nobody looks.
  const entries = await listEntries(folder, (name) => name === ".git");
  const paths = entries.filter(({ name }) => isRootFile(name)).map(({ name }) => join(folder, name));
  return paths.filter((path) => isWanted(show(path)));
}
