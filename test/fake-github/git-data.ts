import { notFound, ok, paged, refusal } from "./answers.ts";
import { commitJson, gitCommitJson, readCommit } from "./commits.ts";
import { compared } from "./pulls.ts";
import { apiUrl, fileJson, nodeId, webUrl } from "./represent.ts";
import type { Answer, ApiRequest, Routes, World } from "./types.ts";
import { commitsBetween, filesBetween } from "./world.ts";

const repository = "/repos/{owner}/{repo}";

/** Commits, comparisons, and the objects of git's own database. */
export const gitDataRoutes: Routes = {
  [`GET ${repository}/commits/{ref}`]: { needs: "contents", handle: showCommit },
  [`GET ${repository}/compare/{basehead}`]: { needs: "contents", handle: compare },
  [`GET ${repository}/git/blobs/{file_sha}`]: { needs: "contents", handle: showBlob },
  [`GET ${repository}/git/commits/{commit_sha}`]: { needs: "contents", handle: showGitCommit },
  [`GET ${repository}/git/trees/{tree_sha}`]: { needs: "contents", handle: showTree },
};

// The tree of no files, which git knows without being told.
const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

export function wantsRaw(accept: string): boolean {
  return /\bvnd\.github\.(v3\.)?raw\b/.test(accept);
}

export function rawAnswer(content: Buffer): Answer {
  return { status: 200, raw: content, headers: { "content-type": "application/vnd.github.raw+json; charset=utf-8" } };
}

/** Base 64 in lines of 60 characters, as GitHub breaks it. */
export function base64(content: Buffer): string {
  return content.toString("base64").replace(/.{60}/g, "$&\n").replace(/\n?$/, "\n");
}

async function showBlob(world: World, { parameters, accept }: ApiRequest): Promise<Answer> {
  const sha = parameters.file_sha ?? "";
  if (!/^[0-9a-f]{40}$/.test(sha))
    return refusal(422, "The sha parameter must be exactly 40 characters and contain only [0-9a-f].");
  const blob = await world.repository.read(sha);
  if (blob === null || blob.type !== "blob") return notFound();
  if (wantsRaw(accept)) return rawAnswer(blob.content);
  return ok({
    sha,
    node_id: nodeId("Blob", sha),
    size: blob.content.length,
    url: apiUrl(world, `git/blobs/${sha}`),
    content: base64(blob.content),
    encoding: "base64",
  });
}

async function showTree(world: World, { parameters, query }: ApiRequest): Promise<Answer> {
  const name = parameters.tree_sha ?? "";
  const commit = await world.repository.resolve(name);
  const tree = await world.repository.read(commit === undefined ? name : `${commit}^{tree}`);
  if (tree === null || tree.type !== "tree") return notFound();
  // GitHub looks only at whether the parameter is there, whatever its value.
  const recursive = query.recursive === undefined ? [] : ["-r", "-t"];
  const listing = await world.repository.git("ls-tree", "-z", "-l", ...recursive, tree.oid);
  const entries = listing.toString().split("\0").filter(Boolean);
  const limit = world.settings.limits.treeEntries;
  return ok({
    sha: tree.oid,
    url: apiUrl(world, `git/trees/${tree.oid}`),
    tree: entries.slice(0, limit).map((entry) => treeEntryJson(world, entry)),
    truncated: entries.length > limit,
  });
}

function treeEntryJson(world: World, entry: string) {
  const [, mode = "", type = "", sha = "", size = "", path = ""] =
    /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/s.exec(entry) ?? [];
  return {
    path,
    mode,
    type,
    sha,
    ...(type === "blob" && { size: Number(size) }),
    ...(type !== "commit" && { url: apiUrl(world, `git/${type}s/${sha}`) }),
  };
}

async function showGitCommit(world: World, { parameters }: ApiRequest): Promise<Answer> {
  const commit = await readCommit(world, parameters.commit_sha ?? "");
  return commit === undefined ? notFound() : ok(gitCommitJson(world, commit));
}

async function showCommit(world: World, request: ApiRequest): Promise<Answer> {
  const ref = request.parameters.ref ?? "";
  const sha = await world.repository.resolve(ref);
  const commit = sha === undefined ? undefined : await readCommit(world, sha);
  if (commit === undefined) return refusal(422, `No commit found for SHA: ${ref}`);
  if (/\bvnd\.github\.(v3\.)?sha\b/.test(request.accept))
    return { status: 200, raw: commit.oid, headers: { "content-type": "application/vnd.github.sha; charset=utf-8" } };
  const files = await filesBetween(world, commit.parents[0] ?? emptyTree, commit.oid);
  const { items, headers } = paged(world, request, files.slice(0, world.settings.limits.files));
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return {
    ...ok({
      ...commitJson(world, commit),
      stats: { additions, deletions, total: additions + deletions },
      files: items.map((file) => fileJson(world, file, commit.oid)),
    }),
    headers,
  };
}

async function compare(world: World, request: ApiRequest): Promise<Answer> {
  const basehead = request.parameters.basehead ?? "";
  const [baseName = "", headName = ""] = basehead.split("...");
  const names = await Promise.all([baseName, headName].map((name) => revision(world, name)));
  const [base, head] = await Promise.all(names.map((sha) => (sha === undefined ? undefined : readCommit(world, sha))));
  if (base === undefined || head === undefined) return notFound();
  const found = await compared(world, base.oid, head.oid);
  if (found === undefined) return refusal(404, `No common ancestor between ${baseName} and ${headName}.`);
  const ahead = await commitsBetween(world, base.oid, head.oid);
  const behind = (await commitsBetween(world, head.oid, base.oid)).length;
  const common = await readCommit(world, found.common);
  const { items, headers } = paged(world, request, ahead);
  const commits = (await Promise.all(items.map((sha) => readCommit(world, sha)))).filter((each) => each !== undefined);
  // The pages are pages of commits: only the first has the files.
  const files = Number(request.query.page ?? 1) === 1 ? found.files.slice(0, world.settings.limits.comparedFiles) : [];
  const path = `compare/${encodeURIComponent(baseName)}...${encodeURIComponent(headName)}`;
  const status = ahead.length === 0 ? (behind === 0 ? "identical" : "behind") : behind === 0 ? "ahead" : "diverged";
  return {
    ...ok({
      url: apiUrl(world, path),
      html_url: webUrl(world, path),
      base_commit: commitJson(world, base),
      merge_base_commit: common && commitJson(world, common),
      status,
      ahead_by: ahead.length,
      behind_by: behind,
      total_commits: ahead.length,
      commits: commits.map((each) => commitJson(world, each)),
      files: files.map((file) => fileJson(world, file, head.oid)),
    }),
    headers,
  };
}

/** A side of a comparison: an id, branch or tag, or `owner:branch` of the repository or a fork. */
async function revision(world: World, name: string): Promise<string | undefined> {
  const { owner } = world.repository;
  if (name.startsWith(`${owner}:`)) return await world.repository.resolve(name.slice(owner.length + 1));
  return name.includes(":") ? world.repository.tip(name) : await world.repository.resolve(name);
}
