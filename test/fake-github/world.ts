import { type ChangedFile, changedFiles, type Hunk, moved, parseHunks, shifts } from "./diff.ts";
import type { Repository } from "./repository.ts";
import type { Anchor, Identity, Limits, PullRequest, ReviewComment, Settings, World } from "./types.ts";

export interface WorldOptions {
  readonly basePath?: string;
  readonly private?: boolean;
  readonly copies?: boolean;
  readonly limits?: Partial<Limits>;
  /** Repositories beside the one that is worked on, for reading only. */
  readonly others?: readonly OtherRepository[];
}

export interface OtherRepository {
  readonly repository: Repository;
  readonly private?: boolean;
  /** The `owner/name` that it had before: GitHub leads from there to where it is now. */
  readonly formerly?: string;
}

// The numbers come from GitHub's documentation of its limits for pull requests, trees and blobs.
const limits: Limits = {
  files: 3000,
  comparedFiles: 300,
  patchLines: 20_000,
  patchBytes: 500_000,
  treeEntries: 100_000,
  blobText: 512_000,
};

/** A GitHub with one repository and nothing else. */
export function createWorld(repository: Repository, options: WorldOptions): World {
  const settings: Settings = {
    basePath: options.basePath ?? "",
    private: options.private ?? false,
    copies: options.copies ?? false,
    limits: { ...limits, ...options.limits },
  };
  return {
    repository,
    settings,
    tokens: new Map(),
    pulls: [],
    checkRuns: [],
    reviews: [],
    reviewComments: [],
    issueComments: [],
    diffs: new Map(),
    shifts: new Map(),
    histories: new Map(),
    others: (options.others ?? []).map(({ repository: other, formerly, ...more }) => ({
      world: createWorld(other, { ...options, others: [], private: more.private ?? false }),
      formerly,
    })),
    origin: "",
    lastId: 1000,
  };
}

/** The next id. All kinds of things share one sequence, so that an id does not tell the kind. */
export function nextId(world: World): number {
  world.lastId += 1;
  return world.lastId;
}

/** The time as GitHub writes it, in whole seconds. */
export function timestamp(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, "Z");
}

export function login(identity: Identity): string {
  return identity.kind === "app" ? `${identity.slug}[bot]` : identity.login;
}

/** The head of a pull request: the tip of its branch while it is open, then the last head that it had. */
export function headOf(world: World, pull: PullRequest): string {
  if (pull.state === "open") pull.lastHead = world.repository.tip(pull.head) ?? pull.lastHead;
  return pull.lastHead;
}

/** The tip of the branch that a pull request is to be merged into. */
export function baseOf(world: World, pull: PullRequest): string {
  const tip = world.repository.tip(pull.base);
  if (tip === undefined) throw new Error(`the base branch ${pull.base} is gone`);
  return tip;
}

export async function mergeBase(world: World, base: string, head: string): Promise<string | undefined> {
  const found = await remembered(world.histories, `merge-base ${base} ${head}`, async () => {
    const output = await world.repository.git("merge-base", base, head).catch(() => Buffer.from(""));
    return output.toString().split("\n").filter(Boolean);
  });
  return found[0];
}

/** The commits of a head that are not in its base, the oldest first. */
export function commitsBetween(world: World, base: string, head: string): Promise<string[]> {
  return remembered(world.histories, `${base}..${head}`, async () => {
    const output = await world.repository.git("rev-list", "--reverse", "--topo-order", `${base}..${head}`);
    return output.toString().split("\n").filter(Boolean);
  });
}

/** The files that differ between two commits, each with its patch unless that is over the limit. */
export function filesBetween(world: World, base: string, head: string): Promise<ChangedFile[]> {
  const { patchBytes, patchLines } = world.settings.limits;
  return remembered(world.diffs, `${base} ${head}`, async () => {
    const files = await changedFiles(world.repository, base, head, { copies: world.settings.copies });
    return files.map((file) => {
      const patch = file.patch ?? "";
      const tooLong = Buffer.byteLength(patch) > patchBytes || file.additions + file.deletions > patchLines;
      return tooLong ? { ...file, patch: undefined } : file;
    });
  });
}

/** The files that a pull request changes, compared with the merge base, at its head or at an earlier commit of it. */
export async function filesOf(world: World, pull: PullRequest, head = headOf(world, pull)): Promise<ChangedFile[]> {
  const base = baseOf(world, pull);
  return await filesBetween(world, (await mergeBase(world, base, head)) ?? base, head);
}

/** The hunks of one file of a pull request; undefined if the pull request does not touch the file. */
export async function hunksOf(
  world: World,
  pull: PullRequest,
  path: string,
  head = headOf(world, pull),
): Promise<Hunk[] | undefined> {
  const file = (await filesOf(world, pull, head)).find((each) => each.path === path);
  return file && (file.patch === undefined ? [] : parseHunks(file.patch));
}

/** Where a comment is now; undefined if it is outdated: its lines were changed since, or are no longer in the diff. */
export async function currentAnchor(world: World, comment: ReviewComment): Promise<Anchor | undefined> {
  const { pull, path, anchor, commit } = comment;
  const head = headOf(world, pull);
  if (anchor.line === null) return undefined;
  const from = anchor.startLine ?? anchor.line;
  const hunks = (await hunksOf(world, pull, path, head)) ?? [];
  if (anchor.side === "LEFT") return hunks.some(({ LEFT }) => LEFT.has(from)) ? anchor : undefined;
  if (commit === head) return anchor;
  const changes = await remembered(world.shifts, `${commit} ${head} ${path}`, () =>
    shifts(world.repository, commit, head, path),
  );
  const range = changes && moved(from, anchor.line, changes);
  if (range === undefined || !hunks.some(({ RIGHT }) => RIGHT.has(range.from) && RIGHT.has(range.to))) return undefined;
  return { ...anchor, line: range.to, startLine: anchor.startLine === null ? null : range.from };
}

function remembered<Value>(
  memory: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const known = memory.get(key) ?? make();
  memory.set(key, known);
  return known;
}
