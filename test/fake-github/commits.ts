import type { GitObject } from "./object-reader.ts";
import { apiUrl, nodeId, webUrl } from "./represent.ts";
import type { World } from "./types.ts";

interface Person {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

export interface Commit {
  readonly oid: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  readonly message: string;
}

/** A commit by its id; undefined if nothing has that id, or something else has it. */
export async function readCommit(world: World, oid: string): Promise<Commit | undefined> {
  const object = await world.repository.read(oid);
  return object === null || object.type !== "commit" ? undefined : parseCommit(object);
}

function parseCommit({ oid, content }: GitObject): Commit {
  const text = content.toString();
  const end = text.indexOf("\n\n");
  const headers = text.slice(0, end).split("\n");
  const values = (name: string) =>
    headers.filter((header) => header.startsWith(`${name} `)).map((header) => header.slice(name.length + 1));
  const person = (name: string): Person => {
    const found = /^(.*) <(.*)> (\d+) [+-]\d{4}$/.exec(values(name)[0] ?? "");
    const date = new Date(Number(found?.[3] ?? 0) * 1000).toISOString().replace(".000Z", "Z");
    return { name: found?.[1] ?? "", email: found?.[2] ?? "", date };
  };
  return {
    oid,
    tree: values("tree")[0] ?? "",
    parents: values("parent"),
    author: person("author"),
    committer: person("committer"),
    message: text.slice(end + 2).replace(/\n$/, ""),
  };
}

const unverified = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

/** A commit as the repository's lists show it. */
export function commitJson(world: World, commit: Commit) {
  const url = apiUrl(world, `commits/${commit.oid}`);
  return {
    sha: commit.oid,
    node_id: nodeId("Commit", commit.oid),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: apiUrl(world, `git/trees/${commit.tree}`) },
      url: apiUrl(world, `git/commits/${commit.oid}`),
      comment_count: 0,
      verification: unverified,
    },
    url,
    html_url: webUrl(world, `commit/${commit.oid}`),
    comments_url: `${url}/comments`,
    author: null,
    committer: null,
    parents: parentsJson(world, commit, "commits"),
  };
}

/** A commit as git's own database has it. */
export function gitCommitJson(world: World, commit: Commit) {
  return {
    sha: commit.oid,
    node_id: nodeId("Commit", commit.oid),
    url: apiUrl(world, `git/commits/${commit.oid}`),
    html_url: webUrl(world, `commit/${commit.oid}`),
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: apiUrl(world, `git/trees/${commit.tree}`) },
    message: commit.message,
    parents: parentsJson(world, commit, "git/commits"),
    verification: unverified,
  };
}

function parentsJson(world: World, { parents }: Commit, kind: string) {
  return parents.map((sha) => ({
    sha,
    url: apiUrl(world, `${kind}/${sha}`),
    html_url: webUrl(world, `commit/${sha}`),
  }));
}
