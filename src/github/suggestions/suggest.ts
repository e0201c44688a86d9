import { formatCount } from "../../report/words.ts";
import { isRootFile } from "../../source/files.ts";
import type { Change } from "../change.ts";
import { listChanges } from "../changed-files.ts";
import { explainFailure } from "../failures.ts";
import type { Answer, GitHub } from "../octokit.ts";
import type { Options } from "../options.ts";
import type { ReviewedChange } from "../review-change.ts";
import { log } from "../runner.ts";
import { hunksFor, offerChangeFixes } from "./change-offers.ts";
import { type Conversation, type PullRequest, readConversation, type Thread } from "./conversation.ts";
import { isCommentable } from "./hunks.ts";
import { applyChanges, overlap } from "./line-changes.ts";
import { authorOf, findingKeys } from "./markers.ts";
import { bySeverity, type Offer, type Suggestion } from "./offers.ts";
import { findOwnComments, type Owned } from "./own-comments.ts";
import { patchCommentBody, patchCommentId, syncPatchComment } from "./patch-comment.ts";
import { patchFiles } from "./patches.ts";
import { type PlannedComment, planComments, plannedCommentId } from "./planned-comments.ts";
import { readPosted } from "./records.ts";
import { syncReviewComments, type ThreadFate } from "./review-comments.ts";

export interface SuggestedFixes {
  /** What could not be done as asked, for the summary. */
  readonly notes: readonly string[];
  /** The ids of the comments that stand on the pull request for this head, for the next run on it. */
  readonly posted: readonly string[];
  /** Where the suggested fixes are, for the reader of the summary. */
  readonly standing: Standing;
}

export interface Standing {
  readonly suggestions: number;
  readonly hasPatch: boolean;
}

/** The most comments of one review: GitHub answers a larger one with "submitted too quickly", having made a part of it. */
const mostComments = 30;
const nothing: SuggestedFixes = { notes: [], posted: [], standing: { suggestions: 0, hasPatch: false } };

/**
 * Offers the fixes on the pull request: suggestions for what lies in the diff, and one comment with a patch for the rest. What earlier runs of this job have
 * offered and is no longer so is removed, also where nothing is left to review, where suggestions are switched off, and on drafts, which get nothing new.
 */
export async function suggestFixes(
  github: GitHub | undefined,
  reviewed: ReviewedChange,
  options: Options,
): Promise<SuggestedFixes> {
  const { change } = reviewed;
  const { trigger } = change;
  if (!github || trigger.scope.kind !== "pull") return nothing;
  const offers = options.suggest ? await offerChangeFixes(reviewed, options) : [];
  const pull = { owner: trigger.owner, repo: trigger.repo, number: trigger.scope.number, headSha: trigger.headSha };
  const conversation = change.hasMoved ? undefined : await readConversation(github, pull);
  const obstacle = findObstacle(change, conversation);
  if (obstacle === undefined && conversation?.ok)
    return await syncComments(github, { pull, conversation: conversation.data, reviewed, options, offers });
  // Nobody who turned suggestions off needs to be told that there are none.
  return obstacle !== undefined && options.suggest ? noteObstacle(obstacle) : nothing;
}

interface Scene {
  readonly pull: PullRequest;
  readonly conversation: Conversation;
  readonly reviewed: ReviewedChange;
  readonly options: Options;
  readonly offers: readonly Offer[];
}

async function syncComments(
  github: GitHub,
  { pull, conversation, reviewed, options, offers }: Scene,
): Promise<SuggestedFixes> {
  const { change } = reviewed;
  const { trigger } = change;
  const author = authorOf(trigger, options);
  const own = await findOwnComments(github, trigger, conversation, author, options);
  const isDraft = trigger.scope.kind === "pull" && trigger.scope.isDraft;
  const mayPost = options.suggest !== false && !isDraft;
  if (isDraft && options.suggest) log("The pull request is a draft: suggestions wait until it is ready for review.");

  const wanted = selectSuggestions(offers, Math.min(options.maxSuggestions, mostComments));
  const plans = planComments(wanted);
  let recorded: ReadonlySet<string> | undefined;
  const readDeleted = async () => {
    const asked = { viewer: conversation.viewer, commit: trigger.headSha, checkName: options.checkName };
    recorded ??= new Set(await readPosted(github, trigger, asked));
    return recorded;
  };
  const readCommentable = async () => {
    const now = await readConversation(github, pull);
    return findObstacle(change, now) === undefined ? await listCommentable(github, change) : undefined;
  };
  const fateOf = fatesBy(reviewed, plans, { mayPost });
  const { standing, refused, writes, failure } = await syncReviewComments(
    github,
    pull,
    own.threads,
    { author, plans, mayPost, fateOf },
    { readDeleted, readCommentable },
  );
  if (writes > 0)
    log(`Suggestions: ${standing.length} on the pull request, ${formatCount(writes, "comment")} written or removed.`);
  // The other comments would be refused too.
  if (failure && standing.length === 0) return noteObstacle(failure);

  const shown = wanted.filter((suggestion) => !refused.some((plan) => plan.suggestion === suggestion));
  const rest = offers.map((offer) => ({ source: offer.source, text: applyRest(offer, shown) }));
  const body = patchCommentBody(patchFiles(rest));
  const patch = await syncPatchComment(github, pull, own.comments, { author, body, mayPost, readDeleted });
  const posted = [
    ...standing.map(plannedCommentId),
    ...(body && patch.isStanding ? [patchCommentId(body)] : []),
    ...(recorded ?? []),
  ];
  const notes = [failure, patch.failure].filter((each) => each !== undefined);
  for (const note of notes) log(note);
  return { notes, posted, standing: { suggestions: standing.length, hasPatch: patch.isStanding } };
}

function noteObstacle(note: string): SuggestedFixes {
  log(note);
  return { ...nothing, notes: [note] };
}

/** The reason why nothing may be written on the pull request: it has a newer head, it is closed, or what stands there can't be read. */
function findObstacle({ trigger, hasMoved }: Change, read: Answer<Conversation> | undefined): string | undefined {
  const newerHead = "The pull request has a newer head than this run: its own run makes the suggestions.";
  if (hasMoved || !read) return newerHead;
  if (!read.ok) return `The comments could not be read: ${explainFailure(read, "pull-requests: write")}.`;
  if (read.data.headSha !== trigger.headSha) return newerHead;
  return read.data.isClosed ? "The pull request is closed: it gets no suggestions." : undefined;
}

/** What has become of a thread that no planned comment stands for, by what the change has now. */
function fatesBy(
  { change, result }: ReviewedChange,
  plans: readonly PlannedComment[],
  { mayPost }: { readonly mayPost: boolean },
): (thread: Owned<Thread>) => ThreadFate {
  const unread = result.problems.filter(({ severity }) => severity === "error").map(({ file }) => file);
  const isUnread = (path: string) =>
    unread.some(
      (file) => file === path || (isRootFile(file) && path.startsWith(file.slice(0, file.lastIndexOf("/") + 1))),
    );
  const open = new Set(result.findings.filter(({ ignored }) => !ignored).flatMap(findingKeys));
  const touched = new Set(change.files.map(({ filename }) => filename));
  return ({ comment: { path }, marker: { origin, subject } }) => {
    if (isUnread(path)) return "unknown";
    const isAbout = (plan: PlannedComment) =>
      plan.suggestion.file === path &&
      (origin ? plan.keys.some((key) => origin.keys.includes(key)) : plan.subject === subject);
    // A pull request that is a draft gets no newer comment yet.
    if (plans.some(isAbout)) return mayPost ? "moved" : "unknown";
    if (!touched.has(path)) return "gone";
    return origin?.keys.some((key) => open.has(key)) ? "withdrawn" : "fixed";
  };
}

/** The most serious suggestions. No two are about one line: GitHub would apply only one of them. */
function selectSuggestions(offers: readonly Offer[], most: number): Suggestion[] {
  const sorted = offers.flatMap(({ suggestions }) => suggestions).toSorted(bySeverity);
  return sorted.filter((each, index) => !sorted.slice(0, index).some((other) => shareLine(each, other))).slice(0, most);
}

function shareLine(a: Suggestion, b: Suggestion): boolean {
  return a.file === b.file && overlap(a, b);
}

/** A file with the fixes that no suggestion on the pull request holds. */
function applyRest({ source, suggestions, rest }: Offer, shown: readonly Suggestion[]): string {
  const left = suggestions.filter((suggestion) => !shown.includes(suggestion));
  return applyChanges(source.text, [...rest, ...left]);
}

/** Lists the change once more, and says which suggestions lie in its hunks. */
async function listCommentable(
  github: GitHub,
  { trigger, sources }: Change,
): Promise<(suggestion: Suggestion) => boolean> {
  const { files } = await listChanges(github, trigger, { withPatches: true });
  return ({ file, start, end }) => {
    const source = sources.find((each) => each.file === file);
    const changed = files.find(({ filename }) => filename === file);
    return source !== undefined && isCommentable(hunksFor(source, changed), start, end);
  };
}
