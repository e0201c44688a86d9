import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { posix } from "node:path";
import { isKustomization, podSecurityLabels } from "../pod/index.ts";
import type { Problem, Source } from "../yaml/index.ts";
import { codeOf, UsageError } from "./errors.ts";
import { type ChangedFileTest, isManifest, readFiles } from "./files.ts";
import { gitEnvironment, gitSettings } from "./folders.ts";
import { addTextsBefore, decodeUtf8, findBelow, replacedBy } from "./texts.ts";

/** What changed in the working directory since a revision: the texts of now and of before. */
export interface LocalChange {
  readonly sources: readonly Source[];
  readonly base: readonly Source[];
  /** Other files that changed, where a manifest is gone, or a kustomization may name one of them. */
  readonly unselected: readonly Source[];
  readonly problems: readonly Problem[];
  /** Every file that differs, manifest or not, gone or new, as the user sees it. */
  readonly changedFiles: readonly string[];
  /** Finds the merge base. */
  readonly commit: () => Promise<string>;
}

/**
 * Reads what changed since the merge base of HEAD and a revision, committed or not, new files included. Without a revision it is the branch's upstream,
 * or else origin's HEAD. `base` holds every manifest that changed or is gone: what moved is recognized by its meaning, wherever it is now.
 * Files that only say what namespaces demand are among the sources as `elsewhere`. Throws a UsageError where git can't tell.
 */
export async function readChangeSince(revision: string | undefined, isWanted: ChangedFileTest): Promise<LocalChange> {
  const top = await findTop();
  // Each goes through the whole repository.
  const [changes, untracked, demanding] = await Promise.all([
    listFileChanges(revision, top),
    listUntracked(),
    listDemanding(),
  ]);
  const present = changes.filter(({ isGone, what }) => !isGone && what !== "submodule").map(({ file }) => file);
  const added = untracked.map((file) => posix.relative(top, file));
  const tracked = present.filter((file) => isWanted(file, true));
  const wanted = [...new Set([...tracked, ...added.filter((file) => isWanted(file, false))])].toSorted();
  const [{ sources, problems }, base] = [
    await readFiles(wanted, (file) => isWanted(file, true)),
    await readTextsBefore(changes),
  ];
  const names = [...present, ...added];
  const mayHide = changes.some(({ file, isGone }) => isGone && isManifest(file)) || names.some(isKustomization);
  const rest = mayHide ? names.filter((file) => !wanted.includes(file)) : [];
  const { sources: unselected } = await readFiles(rest, () => false);
  const replaced = findReplacedFolders(
    changes.filter(({ file }) => !wanted.includes(file)),
    base.filter(({ file }) => isWanted(file, true)),
  );
  const others = demanding
    .map((file) => posix.relative(top, file))
    .filter((file) => isManifest(file) && !wanted.includes(file));
  const elsewhere = (await readFiles(others, isManifest)).sources.map((source) => ({ ...source, elsewhere: true }));
  return {
    sources: [...addTextsBefore(sources, base), ...replaced, ...elsewhere],
    base,
    unselected,
    problems,
    changedFiles: [...changes.map(({ file }) => file), ...added],
    commit: () => findMergeBase(revision),
  };
}

/** Links and submodules in the place of manifests or of folders with some: nothing of what was there is judged any more. */
function findReplacedFolders(changes: readonly FileChange[], base: readonly Source[]): Source[] {
  return changes.flatMap(({ file, isGone, what }) => {
    if (isGone || what === "file") return [];
    const before = findBelow(file, base);
    return before ? [{ file, text: "", unread: replacedBy[what], before: before.text }] : [];
  });
}

/** Files as they were before a change. */
export interface FilesBefore {
  /** The merge base. */
  readonly commit: string;
  /** By the names that were asked for; one that was not there has none. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads files, named from the top of the repository, at the merge base of HEAD and a revision (`readChangeSince`). Throws a UsageError where git can't tell. */
export async function readFilesBefore(revision: string | undefined, files: readonly string[]): Promise<FilesBefore> {
  await findTop();
  const commit = await findMergeBase(revision);
  const texts = new Map<string, string>();
  for (const file of files) {
    const { status, stdout } = await runGit(["cat-file", "blob", `${commit}:${file}`]);
    const text = status === 0 ? decodeUtf8(stdout) : undefined;
    if (text !== undefined) texts.set(file, text);
  }
  return { commit, texts };
}

/** Writes all files of a commit below a folder, which must be new. Nothing in the repository is changed, and no filter of the user's runs. */
export async function checkOut(commit: string, folder: string): Promise<void> {
  const settings = ["filter.lfs.smudge=", "filter.lfs.process=", "filter.lfs.required=false", "core.autocrlf=false"];
  const index = { GIT_INDEX_FILE: `${folder}.index`, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  const options = settings.flatMap((each) => ["-c", each]);
  const steps = [
    ["read-tree", commit],
    ["checkout-index", "--all", "--quiet", `--prefix=${folder}/`],
  ];
  for (const step of steps) {
    const { status, reason } = await runGit([...options, ...step], "", index);
    if (status !== 0) throw new UsageError(`git could not show what was there before: ${reason}.`);
  }
}

/** The path from the top of the repository to the working directory. */
async function findTop(): Promise<string> {
  const result = await runGit(["rev-parse", "--show-prefix"]);
  if (result.status === 0) return result.stdout.toString().replace(/\n$/, "");
  throw new UsageError(
    `--changed compares with git, and git does not open a repository in ${process.cwd()}: ${result.reason}.`,
  );
}

async function findMergeBase(revision: string | undefined): Promise<string> {
  const candidates = revision === undefined ? ["@{upstream}", "refs/remotes/origin/HEAD"] : [revision];
  for (const each of candidates) {
    const { status, stdout } = await runGit(["merge-base", "--end-of-options", each, "HEAD"]);
    const [commit] = stdout.toString().split("\n");
    if (status === 0 && commit) return commit;
    if (await isCommit(each)) throw await noMergeBase(each);
  }
  if (!(await isCommit("HEAD"))) throw noCommit();
  throw new UsageError(
    revision === undefined
      ? "--changed: the branch has no upstream, and origin has no HEAD: name a revision, such as --changed=main."
      : `--changed "${revision}": git knows no such revision. Fetch it, or name another: git branch --all lists them.`,
  );
}

/** Whether git knows a revision. */
export async function isCommit(revision: string): Promise<boolean> {
  const { status } = await runGit(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  return status === 0;
}

async function noMergeBase(revision: string): Promise<UsageError> {
  if (!(await isCommit("HEAD"))) return noCommit();
  const { stdout } = await runGit(["rev-parse", "--is-shallow-repository"]);
  return new UsageError(
    stdout.toString().trim() === "true"
      ? `--changed: this clone is shallow, and lacks the commit in which HEAD and ${revision} meet: run git fetch --unshallow (fetch-depth: 0 in a workflow).`
      : `--changed: HEAD and ${revision} have no commit in common: name a revision that HEAD comes from.`,
  );
}

function noCommit(): UsageError {
  return new UsageError("--changed: this repository has no commit to compare with yet.");
}

interface FileChange {
  /** From the working directory. */
  readonly file: string;
  readonly isGone: boolean;
  /** What it is now; a file where it is gone. */
  readonly what: "file" | "link" | "submodule";
  /** The id of the text before; `undefined` for what is new, a link or a submodule. */
  readonly blob: string | undefined;
}

/** What differs from the merge base of HEAD and a revision, staged or not. */
async function listFileChanges(revision: string | undefined, top: string): Promise<FileChange[]> {
  const form = ["--raw", "-z", "--no-abbrev", "--no-renames", "--no-relative", "--no-ext-diff", "--no-textconv"];
  if (revision !== undefined) {
    // git 2.30 and later finds the merge base itself, if there is exactly one.
    const result = await runGit(["diff", "--merge-base", ...form, "--end-of-options", revision, "--"]);
    if (result.status === 0) return parseChanges(splitFields(result), top);
  }
  return parseChanges(await listPaths(["diff", ...form, await findMergeBase(revision), "--"]), top);
}

/** What git does not track and does not ignore, from the top of the repository. */
function listUntracked(): Promise<string[]> {
  return listPaths(["ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", ":/"]);
}

/** The files with a label of Pod Security, from the top of the repository: their Namespaces demand something of the change's pods. */
async function listDemanding(): Promise<string[]> {
  const result = await runGit(["grep", "-z", "-l", "-a", "-F", "--full-name", "-e", podSecurityLabels, "--", ":/"]);
  return result.status === 1 ? [] : splitFields(result);
}

/** The files below a folder that hold one of some words, tracked or new, by their paths from there; also of a folder that is not a repository. */
export async function listFilesWith(words: readonly string[], folder: string): Promise<string[]> {
  const isTop = existsSync(posix.join(folder, ".git"));
  const scope = isTop ? "--untracked" : "--no-index";
  const patterns = words.flatMap((each) => ["-e", each]);
  const result = await runGit(["-C", folder, "grep", "-z", "-l", "-a", "-F", scope, ...patterns, "--", "."]);
  return result.status === 0 ? splitFields(result) : [];
}

/** `:100644 100644 <old> <new> M`, then the path from the top (git-diff, "raw output format"). */
function parseChanges(fields: readonly string[], top: string): FileChange[] {
  return fields.flatMap((head, index) => {
    const [, before = "", after = "", blob = ""] = /^:(\d{6}) (\d{6}) ([0-9a-f]+) [0-9a-f]+ [A-Z]/.exec(head) ?? [];
    const file = fields[index + 1];
    if (index % 2 === 1 || file === undefined) return [];
    return [
      {
        file: posix.relative(top, file),
        isGone: after === "000000",
        what: after === "160000" ? "submodule" : after === "120000" ? "link" : "file",
        blob: /^100/.test(before) ? blob : undefined,
      },
    ];
  });
}

/** The manifests before the change (git-cat-file, "batch output"). What is not text was not a manifest. */
async function readTextsBefore(changes: readonly FileChange[]): Promise<Source[]> {
  const wanted = changes.filter(({ blob, file }) => blob !== undefined && isManifest(file));
  if (wanted.length === 0) return [];
  const { status, stdout, reason } = await runGit(
    ["cat-file", "--batch"],
    wanted.map(({ blob }) => `${blob}\n`).join(""),
  );
  if (status !== 0) throw new UsageError(`--changed: git could not show what was there before: ${reason}.`);
  const sources: Source[] = [];
  let offset = 0;
  for (const { file, blob } of wanted) {
    const end = stdout.indexOf("\n", offset);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(stdout.toString("latin1", offset, end)) ?? [];
    if (size === undefined)
      throw new UsageError(`--changed: this clone lacks what ${file} was before (${blob}): run git fetch --refetch.`);
    const text = decodeUtf8(stdout.subarray(end + 1, end + 1 + Number(size)));
    if (text !== undefined) sources.push({ file, text });
    offset = end + 2 + Number(size);
  }
  return sources;
}

async function listPaths(args: readonly string[]): Promise<string[]> {
  const result = await runGit(args);
  if (result.status !== 0) throw new UsageError(`--changed: git could not list what changed: ${result.reason}.`);
  return splitFields(result);
}

function splitFields({ stdout }: GitResult): string[] {
  return stdout
    .toString()
    .split("\0")
    .filter((field) => field !== "");
}

/** How a run of git ended. */
export interface GitResult {
  readonly status: number | null;
  readonly stdout: Buffer;
  /** The first line that git said of a failure, without a full stop. */
  readonly reason: string;
}

/** Runs git without a shell, without questions to anybody, and without writing to the repository. */
export function runGit(args: readonly string[], input = "", environment: NodeJS.ProcessEnv = {}): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", [...gitSettings, ...args], { env: { ...gitEnvironment(), ...environment } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", (error) =>
      reject(
        codeOf(error) === "ENOENT" ? new UsageError("git is needed, and there is none on PATH: install it.") : error,
      ),
    );
    child.on("close", (status) => {
      const [line = ""] = Buffer.concat(err).toString().trim().split("\n");
      const reason = line.replace(/^fatal: /, "").replace(/\.$/, "");
      resolve({ status, stdout: Buffer.concat(out), reason: reason || "git ended with an error" });
    });
    // If git ends before it has read everything, its status says so.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
