import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../source/files.ts";
import { isWanted } from "../source/globs.ts";
import type { Problem, Source } from "../types.ts";
import type { Api } from "./api.ts";
import type { Scope, Trigger } from "./event.ts";

/** A file of the change, as GitHub lists it (REST "List pull requests files"). */
export interface ChangedFile {
  readonly filename: string;
  readonly status: string;
  /** The blob's id at the head. */
  readonly sha: string;
  readonly previous_filename?: string;
  /** The hunks; absent for what is too large, binary or only renamed. */
  readonly patch?: string;
}

/** The change's manifests: their texts at the head and before, and what could not be had. */
export interface Change {
  readonly files: readonly ChangedFile[];
  readonly sources: readonly Source[];
  readonly base: readonly Source[];
  readonly problems: readonly Problem[];
}

/** What can't be listed or read whole is never taken for clean: the run can't be evaluated then. */
export class Unlisted extends Error {}

const listLimit = 3000;
const sizeLimit = 2 * 1024 * 1024;

/** Lists the changed manifests and fetches their texts; the base's only where new findings are told from old ones. */
export async function changedManifests(
  api: Api,
  trigger: Trigger,
  globs: readonly string[],
  workspace: string,
  wantsBase: boolean,
): Promise<Change> {
  const { scope } = trigger;
  if (scope.kind === "full") throw new Error("a full scan lists no changes");
  const listed = await list(api, trigger, scope);
  const files = listed.filter(({ status, filename }) => status !== "removed" && isWanted(filename, globs));
  if (files.length === 0) return { files, sources: [], base: [], problems: [] };
  const problems: Problem[] = [];
  const sources = await headTexts(api, trigger, files, trigger.mayReadWorkspace ? workspace : undefined, problems);
  // What moved may have left a file that is gone.
  const left = listed.filter(({ status, filename }) => status === "removed" && isWanted(filename, globs));
  const base = wantsBase ? await baseTexts(api, trigger, scope.baseSha, [...files, ...left]) : [];
  return { files, sources, base, problems };
}

async function list(
  api: Api,
  { owner, repo, headSha }: Trigger,
  scope: Exclude<Scope, { kind: "full" }>,
): Promise<ChangedFile[]> {
  if (scope.kind === "range") {
    const answer = await api.get<{ files?: ChangedFile[] }>("/repos/{owner}/{repo}/compare/{basehead}", {
      owner,
      repo,
      basehead: `${scope.baseSha}...${headSha}`,
    });
    if (!answer.ok)
      throw new Unlisted(`The changes since ${scope.baseSha.slice(0, 7)} could not be listed: ${answer.message}.`);
    const files = answer.data.files ?? [];
    if (files.length >= 300)
      throw new Unlisted("GitHub lists at most 300 files between two commits, and this change has as many or more.");
    return files;
  }
  const files: ChangedFile[] = [];
  // GitHub leaves patches out of longer pages (openjdk/skara#1302).
  const perPage = 50;
  for (let page = 1; files.length < listLimit; page++) {
    const parameters = { owner, repo, pull_number: scope.number, per_page: perPage, page };
    const answer = await api.get<ChangedFile[]>("/repos/{owner}/{repo}/pulls/{pull_number}/files", parameters);
    if (!answer.ok)
      throw new Unlisted(
        `The files of pull request ${scope.number} could not be listed: ${answer.message}. The job needs pull-requests: read.`,
      );
    files.push(...answer.data);
    if (answer.data.length < perPage) break;
  }
  const expected = scope.changedFiles ?? files.length;
  if (files.length < expected)
    throw new Unlisted(
      `GitHub lists ${files.length} of the ${expected} changed files: a pull request can have at most ${listLimit}.`,
    );
  return files;
}

async function headTexts(
  api: Api,
  trigger: Trigger,
  files: readonly ChangedFile[],
  workspace: string | undefined,
  problems: Problem[],
): Promise<Source[]> {
  const texts = new Map<string, string>();
  for (const { filename, sha } of files) {
    const text = workspace && fromWorkspace(workspace, filename, sha);
    if (text !== undefined) texts.set(filename, text);
  }
  const missing = files.filter(({ filename }) => !texts.has(filename));
  const blobs = await blobTexts(
    api,
    trigger,
    missing.map(({ sha }) => `oid: ${JSON.stringify(sha)}`),
  );
  for (const [index, { filename }] of missing.entries()) {
    const blob = blobs[index];
    if (typeof blob === "string") texts.set(filename, blob);
    else
      problems.push({
        severity: "error",
        file: filename,
        line: 1,
        message: `This file could not be read: ${blob?.reason ?? "GitHub has no text for it"}.`,
      });
  }
  return files.flatMap(({ filename: file }) => (texts.has(file) ? [{ file, text: texts.get(file) as string }] : []));
}

async function baseTexts(
  api: Api,
  trigger: Trigger,
  baseSha: string,
  files: readonly ChangedFile[],
): Promise<Source[]> {
  const old = files.filter(({ status }) => status !== "added");
  if (old.length === 0) return [];
  const { owner, repo, headSha } = trigger;
  const answer = await api.get<{ merge_base_commit: { sha: string } }>("/repos/{owner}/{repo}/compare/{basehead}", {
    owner,
    repo,
    basehead: `${baseSha}...${headSha}`,
    per_page: 1,
  });
  if (!answer.ok) throw new Unlisted(`The merge base could not be found: ${answer.message}.`);
  const commit = answer.data.merge_base_commit.sha;
  const names = old.map(({ filename, previous_filename: previous }) => previous ?? filename);
  const texts = await blobTexts(
    api,
    trigger,
    names.map((name) => `expression: ${JSON.stringify(`${commit}:${name}`)}`),
  );
  return names.flatMap((file, index) => (typeof texts[index] === "string" ? [{ file, text: texts[index] }] : []));
}

/** A file of the checkout, if it is the very blob of the head: a merge or a filter may have changed it. */
function fromWorkspace(workspace: string, file: string, sha: string): string | undefined {
  try {
    const bytes = readFileSync(join(workspace, file));
    const id = createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
    return id === sha ? decode(bytes) : undefined;
  } catch {
    // Not checked out, or not readable here: GitHub has it.
    return undefined;
  }
}

interface Blob {
  readonly text: string | null;
  readonly isBinary: boolean | null;
  readonly isTruncated: boolean;
  readonly byteSize: number;
}

/** The texts behind object selectors, 50 a query (GraphQL `Repository.object`). */
async function blobTexts(
  api: Api,
  { owner, repo }: Trigger,
  selectors: readonly string[],
): Promise<(string | { readonly reason: string })[]> {
  const texts: (string | { readonly reason: string })[] = [];
  for (let from = 0; from < selectors.length; from += 50) {
    const batch = selectors.slice(from, from + 50);
    const fields = batch.map(
      (selector, index) => `f${index}: object(${selector}) { ... on Blob { text isBinary isTruncated byteSize } }`,
    );
    const query = `query { repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(repo)}) { ${fields.join(" ")} } }`;
    const answer = await api.query<{ repository: Record<string, Partial<Blob> | null> }>(query);
    if (!answer.ok)
      throw new Unlisted(`The files' texts could not be read: ${answer.message}. The job needs contents: read.`);
    texts.push(...batch.map((_, index) => textOf(answer.data.repository[`f${index}`])));
  }
  return texts;
}

function textOf(blob: Partial<Blob> | null | undefined): string | { readonly reason: string } {
  if (!blob || blob.byteSize === undefined) return { reason: "it is no file (a submodule or a link)" };
  if (blob.isBinary) return { reason: "it is a binary file, not a manifest. Rename it, or leave it out of files" };
  if (blob.byteSize > sizeLimit || blob.isTruncated)
    return { reason: "it is larger than 2 MiB. Split it, or leave it out of files" };
  return blob.text ?? { reason: "GitHub has no text for it" };
}
