import type { Result } from "../../review/result.ts";
import type { Source } from "../../yaml/index.ts";
import type { Api } from "../api.ts";
import type { Change } from "../change.ts";
import { type ChangedFile, listChanges } from "../changed-files.ts";
import { type Payload, type PullScope, pullIn } from "../event.ts";
import type { Inputs } from "../inputs.ts";
import { log } from "../outputs.ts";
import { hunksOf, isCommentable } from "./hunks.ts";
import type { Pull } from "./markers.ts";
import { idOfPatch, keepPatchComment, patchBody, patchesOf } from "./patch-comment.ts";
import { postedBefore } from "./posted-before.ts";
import { applied, bySeverity, type Offer, offerFor, type Suggestion } from "./prove.ts";
import { draftsOf, idOf, reconcile } from "./review-comments.ts";

export interface Suggested {
  /** What could not be done as asked, for the summary. */
  readonly notes: readonly string[];
  /** What stands on the pull request for this head, for the next run on it. */
  readonly posted: readonly string[];
}

/** Most comments a review: GitHub answers more with "submitted too quickly", having made some of them. */
const mostComments = 30;

/**
 * Offers the fixes on the pull request: suggestions for what lies in the diff, one comment with a patch for the rest; what earlier runs have offered and is
 * fixed goes. Drafts are left in peace.
 */
export async function suggest(api: Api, change: Change, inputs: Inputs, result: Result): Promise<Suggested> {
  const { trigger, files } = change;
  const { scope, owner, repo, headSha } = trigger;
  if (!inputs.suggest || scope.kind !== "pull") return { notes: [], posted: [] };
  if (scope.isDraft) {
    log("The pull request is a draft: suggestions wait until it is ready for review.");
    return { notes: [], posted: [] };
  }
  if (files.length === 0 && !scope.hasComments) return { notes: [], posted: [] };
  const offers = await offersFor(change, result);
  const stale = await whyStale(api, change, scope);
  if (stale) return noted(stale);

  const wanted = mostSerious(offers, Math.min(inputs.maxSuggestions, mostComments));
  const drafts = draftsOf(wanted);
  const pull: Pull = { owner, repo, number: scope.number, headSha };
  let memory: ReadonlySet<string> = new Set();
  const deleted = async () => {
    if (memory.size === 0) memory = new Set(await postedBefore(api, trigger, inputs.checkName));
    return memory;
  };
  const recheck = async () => ((await whyStale(api, change, scope)) ? undefined : commentable(api, change));
  const { standing, refused, writes, failure } = await reconcile({ api, pull, recheck }, drafts, deleted);
  if (writes > 0) log(`Suggestions: ${standing.length} on the pull request, ${writes} comments written or removed.`);
  // A channel that is closed is not tried twice.
  if (failure && standing.length === 0) return noted(failure);

  const shown = wanted.filter((suggestion) => !refused.some((draft) => draft.suggestion === suggestion));
  const body = patchBody(patchesOf(offers.map((offer) => ({ source: offer.source, text: remainder(offer, shown) }))));
  const patch = await keepPatchComment(api, pull, body, deleted);
  const posted = [...standing.map(idOf), ...(body && patch.isStanding ? [idOfPatch(body)] : []), ...memory];
  const failures = [failure, patch.failure].filter((each) => each !== undefined);
  for (const each of failures) log(each);
  return { notes: failures, posted };
}

function noted(note: string): Suggested {
  log(note);
  return { notes: [note], posted: [] };
}

/** Why nothing may be written: a later run is at work on the pull request, or nobody is any more. */
async function whyStale(api: Api, { trigger, hasMoved }: Change, { number }: PullScope): Promise<string | undefined> {
  const { owner, repo, headSha } = trigger;
  const moved = "The pull request has a newer head than this run: its own run makes the suggestions.";
  if (hasMoved) return moved;
  const answer = await api.get<Payload>("/repos/{owner}/{repo}/pulls/{pull_number}", {
    owner,
    repo,
    pull_number: number,
  });
  // Not to know is no reason against writing: GitHub refuses what is stale.
  if (!answer.ok) return undefined;
  if (pullIn(answer.data).headSha !== headSha) return moved;
  return answer.data.state === "closed" ? "The pull request is closed: it gets no suggestions." : undefined;
}

async function offersFor({ files, sources }: Change, result: Result): Promise<Offer[]> {
  const fixable = new Set(result.findings.flatMap(({ fix, location }) => (fix ? [location.file] : [])));
  const byName = new Map(files.map((file) => [file.filename, file]));
  const offers: Offer[] = [];
  for (const source of sources.filter(({ file }) => fixable.has(file)))
    offers.push(await offerFor(source, hunks(source, byName.get(source.file)), { ...result.policy, gate: "all" }));
  return offers;
}

/** Of files whose line ends a comment does not keep, nothing can be suggested. */
function hunks({ text }: Source, file: ChangedFile | undefined) {
  return file && !text.includes("\r") ? hunksOf(file, text.split("\n")) : [];
}

function mostSerious(offers: readonly Offer[], most: number): Suggestion[] {
  const all = offers.flatMap(({ suggestions }) => suggestions).toSorted(bySeverity);
  return all.filter((each, index) => !all.slice(0, index).some((other) => isOver(each, other))).slice(0, most);
}

/** GitHub applies only one suggestion for a line. */
function isOver(a: Suggestion, b: Suggestion): boolean {
  return a.file === b.file && a.start < b.end && b.start < a.end;
}

/** What a file is with the fixes that no suggestion on the pull request holds. */
function remainder({ source, suggestions, rest }: Offer, shown: readonly Suggestion[]): string {
  const left = suggestions.filter((suggestion) => !shown.includes(suggestion));
  return applied(source.text, [...rest, ...left]);
}

async function commentable(api: Api, { trigger, sources }: Change): Promise<(suggestion: Suggestion) => boolean> {
  const { files } = await listChanges(api, trigger, { patches: true });
  return ({ file, start, end }) => {
    const source = sources.find((each) => each.file === file);
    const changed = files.find(({ filename }) => filename === file);
    return source !== undefined && isCommentable(hunks(source, changed), start, end);
  };
}
