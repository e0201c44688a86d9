import { existsSync, readdirSync } from "node:fs";
import { selectsPath } from "../pod/patterns.ts";
import type { Gate } from "../policy/index.ts";
import { UsageError } from "../source/errors.ts";
import { collect } from "../source/files.ts";
import type { Problem, Source } from "../yaml/index.ts";
import { type Api, reason } from "./api.ts";
import { type ChangedFile, compare, type Listing, listChanges, Unlisted } from "./changed-files.ts";
import { type Payload, pullIn, type Trigger } from "./event.ts";
import type { Inputs } from "./inputs.ts";

/** The manifests that are to be judged: their texts at the head and before, and what could not be had. */
export interface Change {
  /** What the event asks for. */
  readonly trigger: Trigger;
  /** The changed manifests; empty where everything is judged. */
  readonly files: readonly ChangedFile[];
  readonly sources: readonly Source[];
  /** The same before the change; `null` where nothing is compared. */
  readonly base: readonly Source[] | null;
  readonly problems: readonly Problem[];
  /** Whether the pull request's head is another by now. */
  readonly hasMoved: boolean;
}

/** What the event makes to be judged: the change's manifests, or all of the checkout. */
export async function changeOf(
  api: Api | undefined,
  trigger: Trigger,
  inputs: Inputs,
  { gate, touched }: { readonly gate: Gate; readonly touched: readonly string[] | undefined },
  workspace: string,
): Promise<Change> {
  if (trigger.scope.kind === "full") return checkout(trigger, inputs, workspace);
  if (inputs.shard)
    throw new UsageError(
      "The input shard divides a review of the whole checkout, and this event has a change to review: leave it out here. schedule and workflow_dispatch review the whole.",
    );
  if (!api)
    throw new UsageError(
      "The input github-token is empty: the change's files are listed by GitHub's API. Leave the input out, and the job's own token is used.",
    );
  try {
    return untouched(trigger, inputs, gate, touched) ?? (await listed(api, trigger, inputs, gate, workspace));
  } catch (error) {
    // A forced push: the commit before it is gone. All of the checkout is more than was asked for, and misses nothing.
    if (error instanceof Unlisted && trigger.scope.kind === "range" && gate === "all")
      return checkout(trigger, inputs, workspace);
    throw error;
  }
}

/** The trigger with its pull request, where only its branch is known: the event of a run does not name a fork's. */
export async function located(api: Api | undefined, trigger: Trigger): Promise<Trigger> {
  const { scope, owner, repo, headSha } = trigger;
  if (scope.kind !== "run" || !api) return trigger;
  const parameters = { owner, repo, head: scope.branch, state: "open", per_page: 100 };
  const answer = await api.get<Payload[]>("/repos/{owner}/{repo}/pulls", parameters);
  if (!answer.ok)
    throw new Unlisted(`The pull request could not be looked up: ${reason(answer, "pull-requests: read")}.`);
  const pull = answer.data.map(pullIn).find((each) => each.headSha === headSha);
  if (pull) return { ...trigger, ...pull };
  throw new Unlisted(
    `No open pull request has ${headSha.slice(0, 7)} as its head: it was closed, or a later push has a run of its own.`,
  );
}

/** The empty change, where all paths are known and no manifest is among them. */
function untouched(
  trigger: Trigger,
  { files }: Inputs,
  gate: Gate,
  touched: readonly string[] | undefined,
): Change | undefined {
  return touched === undefined || touched.some((file) => selectsPath(files, file))
    ? undefined
    : nothing(trigger, gate, false);
}

function nothing(trigger: Trigger, gate: Gate, hasMoved: boolean): Change {
  return { trigger, files: [], sources: [], base: gate === "new" ? [] : null, problems: [], hasMoved };
}

async function listed(api: Api, trigger: Trigger, inputs: Inputs, gate: Gate, workspace: string): Promise<Change> {
  const listing = await listChanges(api, trigger, { patches: inputs.suggest });
  const touched = listing.files.filter(({ filename }) => selectsPath(inputs.files, filename));
  const files = touched.filter(({ status }) => status !== "removed");
  const { hasMoved } = listing;
  if (files.length === 0) return nothing(trigger, gate, hasMoved);
  const { headTexts } = await import("./blobs.ts");
  const texts = await headTexts(api, trigger, files, trigger.mayReadWorkspace ? workspace : undefined);
  const sources: Source[] = [];
  const problems: Problem[] = [];
  for (const [file, text] of texts)
    if (typeof text === "string") sources.push({ file, text });
    else problems.push(unreadable(file, text.reason));
  const base = gate === "new" ? await baseTexts(api, trigger, listing, touched) : null;
  return { trigger, files, sources: sources.toSorted(byFile), base, problems, hasMoved };
}

/** The change's files as they were, with those that are gone: what only moved is nothing new. */
async function baseTexts(
  api: Api,
  trigger: Trigger,
  { mergeBase }: Listing,
  touched: readonly ChangedFile[],
): Promise<Source[]> {
  const names = touched
    .filter(({ status }) => status !== "added" && status !== "copied")
    .map(({ filename, previous_filename: previous }) => previous ?? filename);
  if (names.length === 0) return [];
  const commit = mergeBase ?? (await mergeBaseOf(api, trigger));
  const { fetchTexts } = await import("./blobs.ts");
  const texts = await fetchTexts(
    api,
    trigger,
    names.map((file) => ({ commit, file })),
  );
  // What can't be read there can't excuse anything here.
  return names.flatMap((file, index) => {
    const text = texts[index];
    return typeof text === "string" ? [{ file, text }] : [];
  });
}

async function mergeBaseOf(api: Api, trigger: Trigger): Promise<string> {
  const answer = await compare(api, trigger);
  if (!answer.ok) throw new Unlisted(`The merge base could not be found: ${reason(answer, "contents: read")}.`);
  return answer.data.merge_base_commit.sha;
}

async function checkout(trigger: Trigger, inputs: Inputs, workspace: string): Promise<Change> {
  const isThere = existsSync(workspace) && readdirSync(workspace).length > 0;
  if (!isThere)
    throw new UsageError(
      "Everything is to be reviewed, and the workspace is empty: put actions/checkout before this step.",
    );
  process.chdir(workspace);
  const { refused } = await import("./blobs.ts");
  const collected = await collect(["."]);
  const problems = [...collected.problems];
  const sources = collected.sources.filter(({ file, text }) => {
    if (!selectsPath(inputs.files, file)) return false;
    const defect = refused(text);
    if (defect) problems.push(unreadable(file, defect.reason));
    return !defect;
  });
  return { trigger, files: [], sources, base: null, problems, hasMoved: false };
}

function unreadable(file: string, why: string): Problem {
  return { severity: "error", file, line: 1, message: `This file could not be read: ${why.replace(/\.?$/, ".")}` };
}

function byFile(a: Source, b: Source): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}
