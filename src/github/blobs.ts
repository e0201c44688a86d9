import { createHash } from "node:crypto";
import { lstatSync, readFileSync, readlinkSync } from "node:fs";
import { join, posix } from "node:path";
import { decodeText, type Glimpse, linkWithin } from "../source/texts.ts";
import type { Unread } from "../yaml/index.ts";
import { UnreadableChange } from "./changed-files.ts";
import type { Trigger } from "./event.ts";
import { explainFailure } from "./failures.ts";
import type { Answer, GitHub } from "./octokit.ts";

/** A file's text, or what can be seen of it and why it has none. */
export type BlobText = string | Glimpse;

/** What to read: a blob by its id, or a file of a commit. */
export type Selector = { readonly oid: string } | { readonly commit: string; readonly file: string };

/** Bytes. */
const sizeLimit = 2 * 1024 * 1024;
/** Objects in one query. If GitHub has no time for so many, they are read in halves. */
const batchSize = 100;

/**
 * Reads the files that a change brings: from the job's checkout if it has the very same blob, else from GitHub. Gives their texts by name. A link to a file
 * of the repository that would be judged itself is one to be passed over. Of more than `mostFetched` files that GitHub has, only the first are read.
 */
export async function readHeadTexts(
  github: GitHub,
  trigger: Trigger,
  files: readonly { readonly filename: string; readonly sha: string }[],
  isJudged: (file: string) => boolean,
  mostFetched = Number.POSITIVE_INFINITY,
): Promise<Map<string, BlobText>> {
  const texts = new Map<string, BlobText>();
  for (const { filename, sha } of files) {
    const text = trigger.mayReadWorkspace ? readWorkspaceBlob(trigger.workspace, filename, sha) : undefined;
    if (text !== undefined) texts.set(filename, text);
  }
  const missing = files.filter(({ filename }) => !texts.has(filename)).slice(0, mostFetched);
  const selectors = missing.map(({ sha }) => ({ oid: sha }));
  const fetched = await fetchTexts(github, trigger, selectors);
  for (const [index, { filename }] of missing.entries()) texts.set(filename, fetched[index] ?? noText);
  const suspects = missing.map(({ filename }) => filename).filter((file) => looksLikeLink(texts.get(file)));
  for (const link of await findLinks(github, trigger, suspects)) {
    const target = posix.join(posix.dirname(link), String(texts.get(link)));
    texts.set(link, isJudged(target) ? { text: "", unread: linkWithin } : seeNothing(linkElsewhere));
  }
  return texts;
}

const linkElsewhere =
  "it is a symbolic link to something that is not judged under its own name. Put the manifest in its place, or leave it out of files";

/** What has no text, and may be anything. */
function seeNothing(reason: string, what: Unread["what"] = "closed"): Glimpse {
  return { text: "", unread: { line: 1, reason, what } };
}

/** Whether a file of the checkout, or a link, is the very blob of this id. */
export function isSameBlob(workspace: string, file: string, sha: string | undefined): boolean {
  try {
    const path = join(workspace, file);
    const isLink = lstatSync(path).isSymbolicLink();
    return blobId(isLink ? readlinkSync(path, "buffer") : readFileSync(path)) === sha;
  } catch {
    return false;
  }
}

/** A file of the checkout, if it is the very blob of the head: a merge or a filter may have changed it. */
function readWorkspaceBlob(workspace: string, file: string, sha: string): BlobText | undefined {
  try {
    const path = join(workspace, file);
    if (!lstatSync(path).isFile()) return undefined;
    const bytes = readFileSync(path);
    return blobId(bytes) === sha ? decodeBlob(bytes) : undefined;
  } catch {
    // It is not checked out, or can't be read here: GitHub has it.
    return undefined;
  }
}

/** The id that git gives a blob. */
function blobId(content: string | Uint8Array): string {
  return createHash("sha1")
    .update(`blob ${Buffer.byteLength(content)}\0`)
    .update(content)
    .digest("hex");
}

interface Blob {
  readonly oid: string;
  readonly text: string | null;
  readonly isBinary: boolean | null;
  readonly isTruncated: boolean;
  readonly byteSize: number;
}

/** Reads blobs in batches (GraphQL `Repository.object`). Gives their texts in the order of the selectors. */
export async function fetchTexts(
  github: GitHub,
  trigger: Trigger,
  selectors: readonly Selector[],
): Promise<BlobText[]> {
  const texts: BlobText[] = [];
  for (let from = 0; from < selectors.length; from += batchSize) {
    const batch = selectors.slice(from, from + batchSize);
    const fields = batch.map(
      (selector) => `object(${argumentFor(selector)}) { ... on Blob { oid text isBinary isTruncated byteSize } }`,
    );
    const blobs = await queryInHalves<Partial<Blob>>(github, trigger, fields);
    for (const [index, selector] of batch.entries()) texts.push(await textOf(github, trigger, selector, blobs[index]));
  }
  return texts;
}

function argumentFor(selector: Selector): string {
  if ("oid" in selector) return `oid: ${JSON.stringify(selector.oid)}`;
  return `expression: ${JSON.stringify(`${selector.commit}:${selector.file}`)}`;
}

/** Asks for fields of the repository in one query, or for one half of them after the other if GitHub has no time for all. Gives their values in order. */
async function queryInHalves<T>(
  github: GitHub,
  trigger: Trigger,
  fields: readonly string[],
): Promise<(T | null | undefined)[]> {
  const answer = await queryRepository<Record<string, T | null>>(github, trigger, aliasFields(fields));
  if (answer.ok) return fields.map((_, index) => answer.data[`f${index}`]);
  if (answer.why !== "unreachable" || answer.status === 0 || fields.length === 1)
    throw new UnreadableChange(`The files' texts could not be read: ${explainFailure(answer, "contents: read")}.`);
  const half = Math.ceil(fields.length / 2);
  return [
    ...(await queryInHalves<T>(github, trigger, fields.slice(0, half))),
    ...(await queryInHalves<T>(github, trigger, fields.slice(half))),
  ];
}

/** Fields by the aliases `f0`, `f1`, and so on. */
export function aliasFields(fields: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map((field, index) => [`f${index}`, field]));
}

/** Asks for fields of the repository (GraphQL `Repository`), each under an alias. */
export async function queryRepository<T extends object>(
  github: GitHub,
  { owner, repo }: Trigger,
  fields: Readonly<Record<string, string>>,
): Promise<Answer<Partial<T>>> {
  const aliased = Object.entries(fields).map(([alias, field]) => `${alias}: ${field}`);
  const answer = await github.query<{ readonly repository: T | null }>(
    `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${aliased.join(" ")} } }`,
    { owner, repo },
  );
  return answer.ok ? { ok: true, data: answer.data.repository ?? {} } : answer;
}

/** What is judged of a blob: not more than a limit, but what it is is looked up in all of it. */
function decodeBlob(bytes: Uint8Array): BlobText {
  const text = decodeText(bytes);
  if (bytes.length <= sizeLimit || typeof text !== "string") return text;
  return {
    text,
    unread: { line: 1, reason: "it is larger than 2 MiB. Split it, or leave it out of files", what: "large" },
  };
}

const noText = seeNothing("GitHub has no text for it");

async function textOf(
  github: GitHub,
  trigger: Trigger,
  selector: Selector,
  blob: Partial<Blob> | null | undefined,
): Promise<BlobText> {
  if (!blob || blob.byteSize === undefined)
    return seeNothing("it is not a file, but a submodule or a folder", "submodule");
  const oid = "oid" in selector ? selector.oid : blob.oid;
  const { text = null } = blob;
  // GraphQL cuts long texts, and changes a byte order mark and bytes that are not UTF-8: then the bytes are fetched as they are.
  const isWhole = text !== null && !blob.isTruncated && (oid === undefined || blobId(text) === oid);
  if (isWhole) return decodeBlob(Buffer.from(text));
  return oid === undefined ? noText : await fetchBlob(github, trigger, oid);
}

async function fetchBlob(github: GitHub, { owner, repo }: Trigger, oid: string): Promise<BlobText> {
  const answer = await github.ask(({ rest }) => rest.git.getBlob({ owner, repo, file_sha: oid }));
  if (!answer.ok) return seeNothing(explainFailure(answer, "contents: read"));
  return decodeBlob(Buffer.from(answer.data.content, "base64"));
}

/** Whether a text may be the blob of a symbolic link, which is its target's path. Manifests of one line without a line end are rare enough to be looked up. */
function looksLikeLink(text: BlobText | undefined): boolean {
  return typeof text === "string" && text.length > 0 && text.length < 4096 && !/[\n{[]|: /.test(text);
}

interface Tree {
  readonly entries: readonly { readonly name: string; readonly mode: number }[];
}

/** Finds the symbolic links among files, by the modes that the head's trees give them. */
async function findLinks(github: GitHub, trigger: Trigger, files: readonly string[]): Promise<string[]> {
  const folders = [...new Set(files.map((file) => file.slice(0, Math.max(0, file.lastIndexOf("/")))))];
  if (folders.length === 0) return [];
  const fields = folders.map(
    (folder) =>
      `object(expression: ${JSON.stringify(`${trigger.headSha}:${folder}`)}) { ... on Tree { entries { name mode } } }`,
  );
  const trees = await queryInHalves<Partial<Tree>>(github, trigger, fields);
  const links = trees.flatMap((tree, index) =>
    (tree?.entries ?? [])
      .filter(({ mode }) => mode === 0o120000)
      .map(({ name }) => [folders[index], name].filter(Boolean).join("/")),
  );
  return files.filter((file) => links.includes(file));
}
