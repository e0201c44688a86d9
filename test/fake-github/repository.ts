import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { GitError, git } from "./git.ts";
import { type GitObject, openObjectReader } from "./object-reader.ts";

/** A file's content; null deletes the file. Links, submodules and programs are marked as such. */
export type FileContent =
  | string
  | Buffer
  | null
  | { readonly symlink: string }
  | { readonly submodule: string }
  | { readonly executable: string | Buffer };

export type Files = Readonly<Record<string, FileContent>>;

export interface CommitOptions {
  /** `owner:branch` names a branch of that owner's fork, as GitHub writes it. */
  readonly branch?: string;
  readonly message?: string;
  /** The commit to build on; null starts a new history. Default: the branch's tip, else the default branch's. */
  readonly parent?: string | null;
  /** Second and further parents of a merge. */
  readonly merges?: readonly string[];
}

export interface Repository extends AsyncDisposable {
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  /** The bare repository on disk. */
  readonly folder: string;
  /** Commits changes to the tree of the parent and moves the branch; returns the commit's id. */
  commit(files: Files, options?: CommitOptions): Promise<string>;
  /** The commit that a branch points at. */
  tip(branch: string): string | undefined;
  /** Moves a branch without a new commit, as a forced push does; null deletes it. */
  move(branch: string, commit: string | null): Promise<void>;
  /** Makes another reference follow a branch from now on, as `refs/pull/1/head` follows the head of a pull request. */
  follow(branch: string, reference: string): Promise<void>;
  /** Merges two commits, as GitHub tests it; undefined if they have conflicts. */
  merge(base: string, head: string, message: string): Promise<string | undefined>;
  /** Makes a working tree at a commit, as `actions/checkout` does: detached and, unless `full`, without history. */
  checkout(commit: string, options?: { readonly full?: boolean }): Promise<string>;
  read(name: string): Promise<GitObject | null>;
  /** The full id of a commit by its id, branch or tag. */
  resolve(name: string): Promise<string | undefined>;
  git(...options: string[]): Promise<Buffer>;
}

export interface RepositoryOptions {
  readonly owner?: string;
  readonly name?: string;
  readonly defaultBranch?: string;
}

const firstDate = Date.parse("2026-01-01T00:00:00Z") / 1000;

/** Creates a bare repository in a temporary folder. The ids of its commits depend on their content only, so that they are the same in every run. */
export async function createRepository(options: RepositoryOptions = {}): Promise<Repository> {
  const { owner = "octo-org", name = "shop", defaultBranch = "main" } = options;
  const parentFolder = await mkdtemp(join(tmpdir(), "fake-github-"));
  const folder = join(parentFolder, `${name}.git`);
  await git(parentFolder, ["init", "--quiet", "--bare", "--template=", `--initial-branch=${defaultBranch}`, folder]);
  await git(folder, ["config", "uploadpack.allowAnySHA1InWant", "true"]);
  const reader = openObjectReader(folder);
  const tips = new Map<string, string>();
  const followers = new Map<string, string[]>();
  let commits = 0;

  const run = (...arguments_: string[]) => git(folder, arguments_);
  const tip = (branch: string) => tips.get(branchReference(branch));

  const commit: Repository["commit"] = async (
    files,
    { branch = defaultBranch, message = "Change", ...parents } = {},
  ) => {
    const reference = branchReference(branch);
    const parent = parents.parent === undefined ? (tips.get(reference) ?? tip(defaultBranch) ?? null) : parents.parent;
    const date = firstDate + 60 * commits++;
    const stream: (string | Buffer)[] = [
      `commit ${reference}\nmark :1\ncommitter Octo Cat <octocat@example.com> ${date} +0000\n`,
      ...data(message),
      ...(parent === null ? [] : [`from ${parent}\n`]),
      ...(parents.merges ?? []).map((other) => `merge ${other}\n`),
      ...Object.entries(files).flatMap(([path, content]) => change(path, content)),
      "\n",
      ...(followers.get(reference) ?? []).map((follower) => `reset ${follower}\nfrom :1\n\n`),
      "get-mark :1\n",
    ];
    const input = Buffer.concat(stream.map((part) => Buffer.from(part)));
    const made = (await git(folder, ["fast-import", "--quiet", "--force"], input)).toString().trim();
    tips.set(reference, made);
    return made;
  };

  return {
    owner,
    name,
    defaultBranch,
    folder,
    commit,
    tip,
    git: run,
    read: reader.read,
    async move(branch, target) {
      const reference = branchReference(branch);
      if (target === null) {
        tips.delete(reference);
        await run("update-ref", "-d", reference);
        return;
      }
      tips.set(reference, target);
      for (const each of [reference, ...(followers.get(reference) ?? [])]) await run("update-ref", each, target);
    },
    async follow(branch, follower) {
      const reference = branchReference(branch);
      const target = tips.get(reference);
      if (target === undefined) throw new Error(`there is no branch ${branch}`);
      followers.set(reference, [...(followers.get(reference) ?? []), follower]);
      await run("update-ref", follower, target);
    },
    async merge(base, head, message) {
      try {
        const tree = (await run("merge-tree", "--write-tree", base, head)).toString().trim();
        return (await run("commit-tree", tree, "-p", base, "-p", head, "-m", message)).toString().trim();
      } catch (error) {
        if (error instanceof GitError && error.status === 1) return undefined;
        throw error;
      }
    },
    async checkout(target, { full = false } = {}) {
      const work = await mkdtemp(join(parentFolder, "work-"));
      await git(work, ["init", "--quiet", "--template=", "."]);
      await git(work, ["remote", "add", "origin", pathToFileURL(folder).href]);
      await git(work, ["fetch", "--quiet", ...(full ? [] : ["--depth=1"]), "--no-tags", "origin", target]);
      await git(work, ["checkout", "--quiet", "--detach", target]);
      return work;
    },
    async resolve(reference) {
      const names = [reference, `refs/heads/${reference}`, `refs/tags/${reference}`, `refs/${reference}`];
      for (const each of /^[0-9a-f]{40}$/.test(reference) ? [reference] : names) {
        const found = await reader.read(`${each}^{commit}`);
        if (found !== null) return found.oid;
      }
      return undefined;
    },
    async [Symbol.asyncDispose]() {
      await reader.close();
      await rm(parentFolder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function branchReference(branch: string): string {
  const [owner = "", name] = branch.split(":");
  return name === undefined ? `refs/heads/${branch}` : `refs/forks/${owner}/heads/${name}`;
}

function change(path: string, content: FileContent): (string | Buffer)[] {
  const name = /["\n\\]/.test(path) ? `"${path.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"` : path;
  if (content === null) return [`D ${name}\n`];
  if (typeof content === "string" || Buffer.isBuffer(content)) return [`M 100644 inline ${name}\n`, ...data(content)];
  if ("symlink" in content) return [`M 120000 inline ${name}\n`, ...data(content.symlink)];
  if ("submodule" in content) return [`M 160000 ${content.submodule} ${name}\n`];
  return [`M 100755 inline ${name}\n`, ...data(content.executable)];
}

function data(content: string | Buffer): (string | Buffer)[] {
  return [`data ${Buffer.byteLength(content)}\n`, content, "\n"];
}
