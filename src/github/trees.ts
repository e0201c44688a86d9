import type { Trigger } from "./event.ts";
import { explainFailure, UnreadableChange } from "./failures.ts";
import type { GitHub } from "./octokit.ts";
import { queryFields } from "./repository-query.ts";

/** What a tree has at a path: `mode` is `100644`, `100755`, `120000` for a link, `160000` for a submodule and `040000` for a folder. */
export interface TreeEntry {
  readonly mode: string;
  readonly sha: string;
}

/** A path at which two trees differ. A folder that differs is listed file by file. */
export interface TreeDifference {
  readonly path: string;
  readonly before: TreeEntry | undefined;
  readonly after: TreeEntry | undefined;
}

/** A tree by its own id or that of its commit; `undefined` for one without files. */
type TreeId = string | undefined;

/** Lists all files of a commit, and its links and submodules. Throws an UnreadableChange if GitHub does not give all of them. */
export async function listTree(github: GitHub, trigger: Trigger, commit: string): Promise<Map<string, TreeEntry>> {
  const differences = await compareTrees(github, trigger, [undefined, commit]);
  return new Map(differences.flatMap(({ path, after }) => (after ? [[path, after] as const] : [])));
}

/**
 * Finds the modes that a commit has for files. Those that GraphQL does not give are looked up in the list of all files; one that the commit does not have is
 * left out. Throws an UnreadableChange if GitHub does not tell.
 */
export async function findModes(
  github: GitHub,
  trigger: Trigger,
  commit: string,
  files: readonly string[],
): Promise<Map<string, string>> {
  const folders = listFolders(files.map((file) => ({ commit, file })));
  const answer = await queryFields<TreeNode>(github, trigger, folders.map(modesField));
  if (!answer.ok)
    throw new UnreadableChange(`The files' modes could not be read: ${explainFailure(answer, "contents: read")}.`);
  const modes = modesIn(folders, answer.data);
  if (files.every((file) => modes.has(file))) return modes;
  const tree = await listTree(github, trigger, commit);
  return new Map([...tree].map(([path, { mode }]) => [path, mode]));
}

/** A folder of a commit; the top of the repository is `""`. */
export interface Folder {
  readonly commit: string;
  readonly folder: string;
}

/** The folders that files are in, each once. The files are those of one commit. */
export function listFolders(places: readonly { readonly commit: string; readonly file: string }[]): Folder[] {
  const folders = new Map(
    places.map(({ commit, file }) => {
      const folder = file.slice(0, Math.max(0, file.lastIndexOf("/")));
      return [folder, { commit, folder }];
    }),
  );
  return [...folders.values()];
}

/** The fields of GraphQL's `Tree`. They are absent for anything but a folder. */
export interface TreeNode {
  readonly entries?: readonly { readonly name: string; readonly mode: number }[];
}

/** The field of GraphQL's `Repository` that gives the modes of what is in a folder. */
export function modesField({ commit, folder }: Folder): string {
  return `object(expression: ${JSON.stringify(`${commit}:${folder}`)}) { ... on Tree { entries { name mode } } }`;
}

/** The modes that GraphQL gave for what is in folders, by path. */
export function modesIn(
  folders: readonly Folder[],
  trees: readonly (TreeNode | null | undefined)[],
): Map<string, string> {
  return new Map(
    trees.flatMap((tree, index) =>
      (tree?.entries ?? []).map(({ name, mode }) => {
        const path = [folders[index]?.folder, name].filter(Boolean).join("/");
        return [path, mode.toString(8).padStart(6, "0")] as const;
      }),
    ),
  );
}

/**
 * Finds all paths where two trees differ. It takes one call for each tree, and some more for folders that differ where GitHub cuts a tree because it is too
 * long. Throws an UnreadableChange if GitHub does not give all of them.
 */
export async function compareTrees(
  github: GitHub,
  trigger: Trigger,
  [before, after]: readonly [TreeId, TreeId],
  folder = "",
): Promise<TreeDifference[]> {
  const wholes = await readTrees(github, trigger, [before, after], "whole");
  if (wholes) return findDifferences(wholes, folder);
  const tops = await readTrees(github, trigger, [before, after], "top");
  if (!tops)
    throw new UnreadableChange(
      `The files of ${trigger.headSha.slice(0, 7)} could not be listed: there are more in ${folder || "one folder"} than GitHub lists.`,
    );
  const found: TreeDifference[][] = [];
  for (const each of findDifferences(tops, folder)) {
    const path = each.path;
    const [one, other] = [splitEntry(each.before), splitEntry(each.after)];
    if (one.file || other.file) found.push([{ path, before: one.file, after: other.file }]);
    if (one.folder || other.folder)
      found.push(await compareTrees(github, trigger, [one.folder, other.folder], `${path}/`));
  }
  return found.flat();
}

function splitEntry(entry: TreeEntry | undefined): { readonly file?: TreeEntry; readonly folder?: string } {
  if (!entry) return {};
  return entry.mode === folderMode ? { folder: entry.sha } : { file: entry };
}

const folderMode = "040000";

type Entries = ReadonlyMap<string, TreeEntry>;

function findDifferences([before, after]: readonly [Entries, Entries], folder: string): TreeDifference[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [one, other] = [before.get(path), after.get(path)];
    const isSame = one?.sha === other?.sha && one?.mode === other?.mode;
    return isSame ? [] : [{ path: folder + path, before: one, after: other }];
  });
}

/** Reads two trees: all files in them, or what is right at their top. `undefined` where GitHub cuts one of them. */
async function readTrees(
  github: GitHub,
  trigger: Trigger,
  [before, after]: readonly [TreeId, TreeId],
  depth: "whole" | "top",
): Promise<[Entries, Entries] | undefined> {
  const one = await readTree(github, trigger, before, depth);
  const other = one && (await readTree(github, trigger, after, depth));
  return one && other && [one, other];
}

async function readTree(
  github: GitHub,
  { owner, repo }: Trigger,
  id: TreeId,
  depth: "whole" | "top",
): Promise<Entries | undefined> {
  if (id === undefined) return new Map();
  // GitHub looks only at whether the parameter is there.
  const parameters = { owner, repo, tree_sha: id, ...(depth === "whole" && { recursive: "1" }) };
  const answer = await github.ask(({ rest }) => rest.git.getTree(parameters));
  if (!answer.ok)
    throw new UnreadableChange(
      `The files of ${id.slice(0, 7)} could not be listed: ${explainFailure(answer, "contents: read")}.`,
    );
  if (answer.data.truncated) return undefined;
  const entries = answer.data.tree.filter(({ type }) => depth === "top" || type !== "tree");
  return new Map(entries.map(({ path, mode, sha }) => [path, { mode, sha }]));
}
