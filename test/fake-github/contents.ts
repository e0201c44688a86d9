import { dirname, posix } from "node:path";
import { notFound, ok, refusal } from "./answers.ts";
import { base64, rawAnswer, wantsRaw } from "./git-data.ts";
import { apiUrl, webUrl } from "./represent.ts";
import type { Answer, ApiRequest, Routes, World } from "./types.ts";

/** Files and folders by their path at a revision. */
export const contentRoutes: Routes = {
  "GET /repos/{owner}/{repo}/contents/{path}": { needs: "contents", handle: showContents },
};

interface Entry {
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size: number;
  readonly path: string;
}

// The JSON for a larger file has no content, and says so.
const largeFile = 1024 * 1024;

async function showContents(world: World, { parameters, query, accept }: ApiRequest): Promise<Answer> {
  const path = (parameters.path ?? "").replace(/\/$/, "");
  const ref = query.ref ?? world.repository.defaultBranch;
  const commit = await world.repository.resolve(ref);
  if (commit === undefined) return refusal(404, `No commit found for the ref ${ref}`);
  const entry = path === "" ? undefined : await entryAt(world, commit, path);
  if (path === "" || entry?.type === "tree") {
    const entries = await list(world, path === "" ? commit : `${commit}:${path}`);
    return ok(entries.map((each) => entryJson(world, { ...each, path: posix.join(path, each.path) }, ref)));
  }
  if (entry === undefined) return notFound();
  if (entry.type === "commit") return ok({ ...entryJson(world, entry, ref), submodule_git_url: null });
  const content = (await world.repository.read(entry.sha))?.content ?? Buffer.from("");
  if (entry.mode === "120000") return await showLink(world, commit, { entry, target: content.toString(), ref, accept });
  return fileAnswer(world, { entry, content, ref, accept });
}

interface Shown {
  readonly entry: Entry;
  readonly ref: string;
  readonly accept: string;
}

function fileAnswer(world: World, { entry, content, ref, accept }: Shown & { readonly content: Buffer }): Answer {
  if (wantsRaw(accept)) return rawAnswer(content);
  const large = content.length > largeFile;
  return ok({
    ...entryJson(world, entry, ref),
    content: large ? "" : base64(content),
    encoding: large ? "none" : "base64",
  });
}

/** GitHub follows a link to a file of the repository, and shows the file under the path of the link. */
async function showLink(world: World, commit: string, shown: Shown & { readonly target: string }): Promise<Answer> {
  const target = posix.join(dirname(shown.entry.path), shown.target);
  const found =
    target.startsWith("..") || shown.target.startsWith("/") ? undefined : await entryAt(world, commit, target);
  const content = found?.type === "blob" ? await world.repository.read(found.sha) : null;
  if (found === undefined || content === null)
    return ok({ ...entryJson(world, shown.entry, shown.ref), target: shown.target });
  return fileAnswer(world, { ...shown, entry: { ...found, path: shown.entry.path }, content: content.content });
}

async function entryAt(world: World, commit: string, path: string): Promise<Entry | undefined> {
  const folder = dirname(path);
  const entries = await list(world, folder === "." ? commit : `${commit}:${folder}`);
  const found = entries.find((entry) => entry.path === posix.basename(path));
  return found && { ...found, path };
}

async function list(world: World, tree: string): Promise<Entry[]> {
  const object = await world.repository.read(tree);
  if (object === null || object.type === "blob") return [];
  const listing = await world.repository.git("ls-tree", "-z", "-l", object.oid);
  return Array.from(listing.toString().matchAll(/(\d+) (\w+) (\w+) +(\S+)\t([^\0]*)\0/g), (match) => {
    const [, mode = "", type = "", sha = "", size = "", path = ""] = match;
    return { mode, type, sha, size: Number(size) || 0, path };
  });
}

function entryJson(world: World, entry: Entry, ref: string) {
  const path = entry.path.split("/").map(encodeURIComponent).join("/");
  const kind = entry.mode === "120000" ? "symlink" : entry.type === "tree" ? "dir" : "file";
  const type = entry.type === "commit" ? "submodule" : kind;
  const url = apiUrl(world, `contents/${path}?ref=${encodeURIComponent(ref)}`);
  const html = webUrl(world, `blob/${encodeURIComponent(ref)}/${path}`);
  const git = entry.type === "commit" ? null : apiUrl(world, `git/${entry.type}s/${entry.sha}`);
  return {
    name: posix.basename(entry.path),
    path: entry.path,
    sha: entry.sha,
    size: entry.size,
    url,
    html_url: html,
    git_url: git,
    download_url: type === "file" ? webUrl(world, `raw/${encodeURIComponent(ref)}/${path}`) : null,
    type,
    _links: { self: url, git, html },
  };
}
