import { readFileSync } from "node:fs";
import { join } from "node:path";
import { valuesHolder } from "../pod/deployers.ts";
import { isManifest, isRootFile } from "../source/files.ts";
import { listEntries } from "../source/folders.ts";
import { decodeUtf8 } from "../source/texts.ts";
import type { Source } from "../yaml/index.ts";
import type { Worktree } from "./worktree.ts";

/** What there is in a worktree that charts and overlays may be made of. */
export interface Listed {
  readonly worktree: Worktree;
  readonly rootFiles: readonly string[];
  /** The files that say what deploys charts and overlays, and the manifests that these may name. */
  readonly texts: readonly Source[];
}

/** Lists what there is in a worktree. `isWanted` tells which files are judged, by the names that the user sees. */
export async function listIn(worktree: Worktree, isWanted: (file: string) => boolean): Promise<Listed> {
  const rootFiles = await listRootFiles(worktree, isWanted);
  return { worktree, rootFiles, texts: await readDeployerTexts(worktree, isWanted) };
}

/** The files that make their folder a chart or an overlay: absolute. */
export async function listRootFiles(
  { repository, show }: Worktree,
  isWanted: (file: string) => boolean,
): Promise<string[]> {
  // A change must not put a chart or an overlay where nobody looks.
  const entries = await listEntries(repository, (name) => name === ".git");
  const paths = entries.filter(({ name }) => isRootFile(name)).map(({ name }) => join(repository, name));
  return paths.filter((path) => isWanted(show(path)));
}

/** The files of a repository that say what deploys charts and overlays, and the manifests that these may name. */
async function readDeployerTexts(
  { repository, show }: Worktree,
  isWanted: (file: string) => boolean,
): Promise<Source[]> {
  const { listFilesWith } = await import("../source/git.ts");
  const files = await listFilesWith(["argoproj.io/", "toolkit.fluxcd.io/", valuesHolder, "releases:"], repository);
  const paths = files.map((file) => join(repository, file)).filter((path) => isManifest(path) && isWanted(show(path)));
  return paths.flatMap((path) => {
    const text = decodeUtf8(readFileSync(path));
    return text === undefined ? [] : [{ file: show(path), text }];
  });
}
