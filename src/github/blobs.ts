import { createHash } from "node:crypto";
import { lstatSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { decodeText, type Glimpse, seeNothing } from "../source/texts.ts";
import type { Trigger } from "./event.ts";
import { explainFailure, unreachable } from "./failures.ts";
import type { Answer, GitHub } from "./octokit.ts";
import { queryFields } from "./repository-query.ts";
import { listFolders, listTree, modesField, modesIn, type TreeEntry, type TreeNode } from "./trees.ts";

/** A file's text, or what can be seen of it and why it has none. */
export type BlobText = string | Glimpse;

/** A file of a commit, with the id of its blob where that is known. */
export interface BlobPlace {
  readonly commit: string;
  readonly file: string;
  readonly sha?: string;
  /** Its mode, where that is known. */
  readonly mode?: string;
}

/** Bytes. */
const sizeLimit = 2 * 1024 * 1024;
/** Objects in one query. */
const batchSize = 100;

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
export function readWorkspaceBlob(workspace: string, file: string, sha: string): BlobText | undefined {
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

/** The fields of GraphQL's `Blob`. They are all absent for any other object. */
export interface BlobNode {
  readonly oid?: string;
  readonly text?: string | null;
  readonly isTruncated?: boolean;
  readonly byteSize?: number;
}

/** Reads the texts of places, in order; `undefined` for a place where there is no file. */
export async function fetchTexts(
  github: GitHub,
  trigger: Trigger,
  places: readonly BlobPlace[],
): Promise<Answer<readonly (BlobText | undefined)[]>> {
  const fetched = await fetchPlaces(github, trigger, places, { withModes: false });
  return fetched.ok ? { ok: true, data: fetched.data.texts } : fetched;
}

export interface FetchedPlaces {
  /** In order; `undefined` for a place where there is no file. */
  readonly texts: readonly (BlobText | undefined)[];
  /** Modes by path, as far as GraphQL gives them. */
  readonly modes: ReadonlyMap<string, string>;
}

/**
 * Reads blobs (GraphQL `Repository.object`), a hundred with each query, which also gives their modes if these are asked for and not known. Texts that GraphQL
 * does not manage are asked for one by one (REST "Get a blob").
 */
export async function fetchPlaces(
  github: GitHub,
  trigger: Trigger,
  places: readonly BlobPlace[],
  { withModes }: { readonly withModes: boolean },
): Promise<Answer<FetchedPlaces>> {
  const texts: (BlobText | undefined)[] = [];
  const modes = new Map<string, string>();
  for (let from = 0; from < places.length; from += batchSize) {
    const batch = places.slice(from, from + batchSize);
    const folders = withModes ? listFolders(batch.filter(({ mode }) => mode === undefined)) : [];
    const fields = [...batch.map(blobField), ...folders.map(modesField)];
    const answer = await queryFields<BlobNode & TreeNode>(github, trigger, fields);
    if (!answer.ok) return answer;
    const completed = await completeTexts(github, trigger, batch, answer.data);
    if (!completed.ok) return completed;
    for (const text of completed.data) texts.push(text);
    for (const [path, mode] of modesIn(folders, answer.data.slice(batch.length))) modes.set(path, mode);
  }
  return { ok: true, data: { texts, modes } };
}

/** Completes the texts of places. `blobs` are GraphQL's answers: `null` for no blob, `undefined` for no answer. */
export async function completeTexts(
  github: GitHub,
  trigger: Trigger,
  places: readonly BlobPlace[],
  blobs: readonly (BlobNode | null | undefined)[],
): Promise<Answer<(BlobText | undefined)[]>> {
  const texts: (BlobText | undefined)[] = [];
  const known = await addIds(github, trigger, places, blobs);
  for (const [index, place] of known.entries()) {
    const text = place && (await completeText(github, trigger, place, blobs[index]));
    if (text && !text.ok) return text;
    texts.push(text?.data);
  }
  return { ok: true, data: texts };
}

/** The field of GraphQL's `Repository` that gives a blob. */
export function blobField({ commit, file, sha }: BlobPlace): string {
  const which =
    sha === undefined ? `expression: ${JSON.stringify(`${commit}:${file}`)}` : `oid: ${JSON.stringify(sha)}`;
  return `object(${which}) { ... on Blob { oid text isBinary isTruncated byteSize } }`;
}

/** A text that GraphQL cut or changed is asked for again: it gives no bytes that are not UTF-8, and no byte order mark. */
async function completeText(
  github: GitHub,
  trigger: Trigger,
  place: BlobPlace,
  blob: BlobNode | null | undefined,
): Promise<Answer<BlobText | undefined>> {
  // A folder and a commit have no size.
  if (blob === null || (blob && blob.byteSize === undefined)) return { ok: true, data: undefined };
  const sha = place.sha ?? blob?.oid;
  const text = blob?.text ?? null;
  const isWhole = text !== null && !blob?.isTruncated && (sha === undefined || blobId(text) === sha);
  if (isWhole) return { ok: true, data: decodeBlob(Buffer.from(text)) };
  return sha === undefined
    ? { ok: true, data: seeNothing("GitHub has no text for it") }
    : await fetchBlob(github, trigger, sha);
}

async function fetchBlob(github: GitHub, { owner, repo }: Trigger, sha: string): Promise<Answer<BlobText | undefined>> {
  const answer = await github.ask(({ rest }) => rest.git.getBlob({ owner, repo, file_sha: sha }));
  if (!answer.ok && answer.status === 404) return { ok: true, data: undefined };
  if (!answer.ok)
    return answer.why === "refused" ? { ok: true, data: seeNothing(explainFailure(answer, "contents: read")) } : answer;
  const bytes = Buffer.from(answer.data.content ?? "", "base64");
  if (blobId(bytes) !== sha) return unreachable("the answer is not whole", 200);
  return { ok: true, data: decodeBlob(bytes) };
}

/** Adds the ids of blobs that GraphQL did not give, as far as they are not known: the trees of their commits have them. */
async function addIds(
  github: GitHub,
  trigger: Trigger,
  places: readonly BlobPlace[],
  blobs: readonly (BlobNode | null | undefined)[],
): Promise<(BlobPlace | undefined)[]> {
  const trees = new Map<string, Map<string, TreeEntry>>();
  const known: (BlobPlace | undefined)[] = [];
  for (const [index, place] of places.entries()) {
    if (place.sha !== undefined || blobs[index] !== undefined) {
      known.push(place);
      continue;
    }
    const tree = trees.get(place.commit) ?? (await listTree(github, trigger, place.commit));
    trees.set(place.commit, tree);
    const sha = tree.get(place.file)?.sha;
    known.push(sha === undefined ? undefined : { ...place, sha });
  }
  return known;
}

/** Decodes a blob. One over the size limit is not judged, but its whole text still tells whether it is a manifest. */
function decodeBlob(bytes: Uint8Array): BlobText {
  const text = decodeText(bytes);
  if (bytes.length <= sizeLimit || typeof text !== "string") return text;
  return {
    text,
    unread: { line: 1, reason: "it is larger than 2 MiB. Split it, or leave it out of files", what: "large" },
  };
}
