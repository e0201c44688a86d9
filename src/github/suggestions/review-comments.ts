import { explainFailure, type Failure } from "../failures.ts";
import type { Answer, GitHub, Octokit } from "../octokit.ts";
import { type Conversation, type PullRequest, readConversation, type Thread } from "./conversation.ts";
import { type Draft, draftId } from "./drafts.ts";
import { lastWord, type Owner, readMarker, writeMarker } from "./markers.ts";
import type { Suggestion } from "./offers.ts";
import { isEnded, type Owned } from "./own-comments.ts";

export interface SyncedComments {
  /** The drafts that stand on the pull request now, or that people have settled there. */
  readonly standing: readonly Draft[];
  /** The drafts that GitHub did not take. */
  readonly refused: readonly Draft[];
  /** How many comments were written or removed. */
  readonly writes: number;
  /** What went wrong, as a sentence. */
  readonly failure: string | undefined;
}

/** What the comments are made to say, and by whom. */
export interface Wanted {
  readonly owner: Owner;
  readonly drafts: readonly Draft[];
  /** Whether drafts are posted that do not stand yet. */
  readonly mayPost: boolean;
  /** What has become of a thread that no draft stands for. */
  readonly fateOf: (thread: Owned<Thread>) => ThreadFate;
}

/**
 * `unknown`: its file could not be evaluated, so that it stays; `fixed`: none of its findings is left; `gone`: the change does not touch its file any more;
 * `moved`: another comment says it now; `withdrawn`: its findings are there, and nothing is suggested any more.
 */
export type ThreadFate = "unknown" | "fixed" | "gone" | "moved" | "withdrawn";

/** The questions that only the caller can answer; they are asked only if they matter. */
export interface Lookups {
  /** The ids of drafts that people have deleted from this head. */
  readonly readDeleted: () => Promise<ReadonlySet<string>>;
  /** Whether GitHub would take a suggestion by the diff as it is now; `undefined` if nothing may be written any more. */
  readonly readCommentable: () => Promise<((suggestion: Suggestion) => boolean) | undefined>;
}

const permission = "pull-requests: write";

/**
 * Makes the comments on the pull request those of the drafts. A comment that stands already stays, also one that somebody has resolved. One that is no longer
 * true is deleted, or gets one last reply if people have replied. The new ones are posted as one review.
 */
export async function syncReviewComments(
  github: GitHub,
  pull: PullRequest,
  own: readonly Owned<Thread>[],
  { owner, drafts, mayPost, fateOf }: Wanted,
  lookups: Lookups,
): Promise<SyncedComments> {
  const kept = new Map<Draft, Owned<Thread>>();
  for (const draft of drafts) {
    const found = own.find((thread) => stands(draft, thread)) ?? own.find((thread) => isSettled(draft, thread));
    if (found) kept.set(draft, found);
  }
  const fresh = mayPost ? drafts.filter((draft) => !kept.has(draft)) : [];
  const deleted = fresh.length > 0 ? await lookups.readDeleted() : new Set<string>();
  const wanted = fresh.filter((draft) => !deleted.has(draftId(draft)));
  const standing = new Set(kept.values());
  const edits = [
    ...[...kept]
      .filter(([draft, thread]) => stands(draft, thread) && needsEdit(draft, thread, owner))
      .map(([draft, { comment }]) => updateComment(pull, comment, bodyOf(draft, owner, pull))),
    ...own.filter((each) => !standing.has(each)).flatMap((each) => retireComment(pull, each, fateOf(each))),
  ];
  let writes = 0;
  for (const edit of edits) {
    const answer = await github.ask(edit);
    // 404: somebody else has deleted it.
    if (!answer.ok && answer.status !== 404) {
      const failure = `Comments could not be updated: ${explainFailure(answer, permission)}.`;
      return { standing: [...kept.keys()], refused: wanted, writes, failure };
    }
    writes++;
  }
  const { posted, failure } = await postReview(github, pull, owner, wanted, lookups);
  const refused = wanted.filter((draft) => !posted.includes(draft));
  return { standing: [...kept.keys(), ...posted], refused, writes: writes + posted.length, failure };
}

/** Whether a thread is the draft's comment, on its lines. */
function stands(
  { subject, suggestion: { start, end } }: Draft,
  { comment: { lines }, marker }: Owned<Thread>,
): boolean {
  return marker.subject === subject && lines?.first === start && lines.last === end - 1;
}

/** Whether somebody has resolved a thread that ended all that the draft ends: it is not said again on other lines. */
function isSettled({ subject, keys }: Draft, { comment, marker: { origin, subject: told } }: Owned<Thread>): boolean {
  if (!comment.isResolved) return false;
  return origin ? keys.every((key) => origin.keys.includes(key)) : told === subject;
}

function needsEdit({ content }: Draft, { comment, marker }: Owned<Thread>, { id, job }: Owner): boolean {
  const isSame = marker.content === content && marker.origin?.owner === id && marker.origin.job === job;
  return !isSame && !comment.isResolved;
}

function bodyOf(draft: Draft, owner: Owner, { headSha }: PullRequest): string {
  return `${draft.text}\n\n${writeMarker(owner, headSha, draft)}`;
}

type Edit = (octokit: Octokit) => Promise<{ readonly data: unknown }>;

function updateComment({ owner, repo }: PullRequest, { id }: Thread, body: string): Edit {
  return ({ rest }) => rest.pulls.updateReviewComment({ owner, repo, comment_id: id, body });
}

/** The edit for a comment that no longer holds, if there is one to make. A thread with people's replies is not deleted, and not written to once it is resolved. */
function retireComment(
  { owner, repo, number, headSha }: PullRequest,
  { comment: { id, replies, isResolved, isWhole } }: Owned<Thread>,
  fate: ThreadFate,
): Edit[] {
  if (fate === "unknown" || (isResolved && fate === "moved")) return [];
  if (isWhole && replies.every(({ isOwn }) => isOwn))
    return [({ rest }) => rest.pulls.deleteReviewComment({ owner, repo, comment_id: id })];
  if (isResolved || !isWhole) return [];
  const body = `${lastWords[fate](headSha)}\n\n${lastWord}`;
  return [
    ({ rest }) => rest.pulls.createReplyForReviewComment({ owner, repo, pull_number: number, comment_id: id, body }),
  ];
}

const lastWords: Readonly<Record<Exclude<ThreadFate, "unknown">, (headSha: string) => string>> = {
  fixed: (headSha) => `Fixed in ${headSha}.`,
  gone: (headSha) => `Fixed in ${headSha}: the pull request no longer changes this file.`,
  moved: (headSha) => `The lines have changed in ${headSha}: a newer comment has the suggestion.`,
  withdrawn: (headSha) => `No longer suggested as of ${headSha}. The findings are still there: the check lists them.`,
};

interface PostedReview {
  readonly posted: readonly Draft[];
  readonly failure: string | undefined;
}

/** Posts drafts as one review. After a refusal, those that GitHub would still take are posted once more. */
async function postReview(
  github: GitHub,
  pull: PullRequest,
  owner: Owner,
  drafts: readonly Draft[],
  { readCommentable }: Lookups,
): Promise<PostedReview> {
  if (drafts.length === 0) return { posted: [], failure: undefined };
  const first = await createReview(github, pull, owner, drafts);
  if (first.ok) return { posted: drafts, failure: undefined };
  const isInDoubt = first.why === "unreachable" || (first.why === "limit" && first.status === 422);
  if (isInDoubt) return await postMissing(github, pull, owner, drafts, first);
  if (first.status !== 422) return { posted: [], failure: describeFailure(first) };
  const isCommentable = await readCommentable();
  if (!isCommentable)
    return {
      posted: [],
      failure: "The suggestions were not posted: the pull request has a newer head, whose own run posts them.",
    };
  const left = drafts.filter(({ suggestion }) => isCommentable(suggestion));
  const second = left.length > 0 ? await createReview(github, pull, owner, left) : first;
  return second.ok ? { posted: left, failure: undefined } : { posted: [], failure: describeFailure(second) };
}

/** Posts what is missing of a review that GitHub may have made in part before it failed. */
async function postMissing(
  github: GitHub,
  pull: PullRequest,
  owner: Owner,
  drafts: readonly Draft[],
  failure: Failure,
): Promise<PostedReview> {
  const read = await readConversation(github, pull);
  if (!read.ok) return { posted: [], failure: describeFailure(failure) };
  const isThere = (draft: Draft) => isPosted(read.data, draft, owner);
  const missing = drafts.filter((draft) => !isThere(draft));
  const second = missing.length > 0 ? await createReview(github, pull, owner, missing) : undefined;
  if (second && !second.ok) return { posted: drafts.filter(isThere), failure: describeFailure(second) };
  return { posted: drafts, failure: undefined };
}

function isPosted({ threads }: Conversation, draft: Draft, { id }: Owner): boolean {
  return threads.some((comment) => {
    const marker = comment.isOwn ? readMarker(comment.body) : undefined;
    return marker?.origin?.owner === id && !isEnded(comment) && stands(draft, { comment, marker });
  });
}

function describeFailure(failure: Failure): string {
  return `The suggestions could not be posted: ${explainFailure(failure, permission)}.`;
}

function createReview(
  github: GitHub,
  pull: PullRequest,
  ours: Owner,
  drafts: readonly Draft[],
): Promise<Answer<unknown>> {
  const { owner, repo, number, headSha } = pull;
  const comments = drafts.map((draft) => {
    const { file, start, end } = draft.suggestion;
    const range = start < end - 1 ? { start_line: start, start_side: "RIGHT" } : {};
    return { path: file, ...range, line: end - 1, side: "RIGHT", body: bodyOf(draft, ours, pull) };
  });
  const review = { commit_id: headSha, event: "COMMENT", body: "", comments } as const;
  return github.ask(({ rest }) => rest.pulls.createReview({ owner, repo, pull_number: number, ...review }));
}
