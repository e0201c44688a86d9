import { explainFailure, type Failure } from "../failures.ts";
import type { Answer, GitHub, Octokit } from "../octokit.ts";
import { type Conversation, type PullRequest, readConversation, type Thread } from "./conversation.ts";
import { type Author, lastWord, readMarker, writeMarker } from "./markers.ts";
import type { Suggestion } from "./offers.ts";
import { isEnded, type Owned } from "./own-comments.ts";
import { type PlannedComment, plannedCommentId } from "./planned-comments.ts";

export interface SyncedComments {
  /** The planned comments that stand on the pull request now, or that people have settled there. */
  readonly standing: readonly PlannedComment[];
  /** The planned comments that GitHub did not take. */
  readonly refused: readonly PlannedComment[];
  /** How many comments were written or removed. */
  readonly writes: number;
  /** What went wrong, as a sentence. */
  readonly failure: string | undefined;
}

/** What the comments are made to say, and by whom. */
export interface Wanted {
  readonly author: Author;
  readonly plans: readonly PlannedComment[];
  /** Whether comments are posted that do not stand yet. */
  readonly mayPost: boolean;
  /** What has become of a thread that no planned comment stands for. */
  readonly fateOf: (thread: Owned<Thread>) => ThreadFate;
}

/**
 * `unknown`: its file could not be evaluated, so that it stays; `fixed`: none of its findings is left; `gone`: the change does not touch its file any more;
 * `moved`: another comment says it now; `withdrawn`: its findings are there, and nothing is suggested any more.
 */
export type ThreadFate = "unknown" | "fixed" | "gone" | "moved" | "withdrawn";

/** The questions that only the caller can answer; they are asked only if they matter. */
export interface Lookups {
  /** The ids of planned comments that people have deleted from this head. */
  readonly readDeleted: () => Promise<ReadonlySet<string>>;
  /** Whether GitHub would take a suggestion by the diff as it is now; `undefined` if nothing may be written any more. */
  readonly readCommentable: () => Promise<((suggestion: Suggestion) => boolean) | undefined>;
}

const permission = "pull-requests: write";

/**
 * Makes the comments on the pull request the planned ones. A comment that stands already stays, also one that somebody has resolved. One that is no longer
 * true is deleted, or gets one last reply if people have replied. The new ones are posted as one review.
 */
export async function syncReviewComments(
  github: GitHub,
  pull: PullRequest,
  own: readonly Owned<Thread>[],
  { author, plans, mayPost, fateOf }: Wanted,
  lookups: Lookups,
): Promise<SyncedComments> {
  const kept = new Map<PlannedComment, Owned<Thread>>();
  for (const plan of plans) {
    const found = own.find((thread) => stands(plan, thread)) ?? own.find((thread) => isSettled(plan, thread));
    if (found) kept.set(plan, found);
  }
  const fresh = mayPost ? plans.filter((plan) => !kept.has(plan)) : [];
  const deleted = fresh.length > 0 ? await lookups.readDeleted() : new Set<string>();
  const wanted = fresh.filter((plan) => !deleted.has(plannedCommentId(plan)));
  const standing = new Set(kept.values());
  const edits = [
    ...[...kept]
      .filter(([plan, thread]) => stands(plan, thread) && needsEdit(plan, thread, author))
      .map(([plan, { comment }]) => updateComment(pull, comment, bodyOf(plan, author, pull))),
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
  const { posted, failure } = await postReview(github, pull, author, wanted, lookups);
  const refused = wanted.filter((plan) => !posted.includes(plan));
  return { standing: [...kept.keys(), ...posted], refused, writes: writes + posted.length, failure };
}

/** Whether a thread is the planned comment, on its lines. */
function stands(
  { subject, suggestion: { start, end } }: PlannedComment,
  { comment: { lines }, marker }: Owned<Thread>,
): boolean {
  return marker.subject === subject && lines?.first === start && lines.last === end - 1;
}

/** Whether somebody has resolved a thread that ended all that the planned comment ends: it is not said again on other lines. */
function isSettled(
  { subject, keys }: PlannedComment,
  { comment, marker: { origin, subject: told } }: Owned<Thread>,
): boolean {
  if (!comment.isResolved) return false;
  return origin ? keys.every((key) => origin.keys.includes(key)) : told === subject;
}

function needsEdit({ content }: PlannedComment, { comment, marker }: Owned<Thread>, { id, job }: Author): boolean {
  const isSame = marker.content === content && marker.origin?.author === id && marker.origin.job === job;
  return !isSame && !comment.isResolved;
}

function bodyOf(plan: PlannedComment, author: Author, { headSha }: PullRequest): string {
  return `${plan.text}\n\n${writeMarker(author, headSha, plan)}`;
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
  readonly posted: readonly PlannedComment[];
  readonly failure: string | undefined;
}

/** Posts planned comments as one review. After a refusal, those that GitHub would still take are posted once more. */
async function postReview(
  github: GitHub,
  pull: PullRequest,
  author: Author,
  plans: readonly PlannedComment[],
  { readCommentable }: Lookups,
): Promise<PostedReview> {
  if (plans.length === 0) return { posted: [], failure: undefined };
  const first = await createReview(github, pull, author, plans);
  if (first.ok) return { posted: plans, failure: undefined };
  const isInDoubt = first.why === "unreachable" || (first.why === "limit" && first.status === 422);
  if (isInDoubt) return await postMissing(github, pull, author, plans, first);
  if (first.status !== 422) return { posted: [], failure: describeFailure(first) };
  const isCommentable = await readCommentable();
  if (!isCommentable)
    return {
      posted: [],
      failure: "The suggestions were not posted: the pull request has a newer head, whose own run posts them.",
    };
  const left = plans.filter(({ suggestion }) => isCommentable(suggestion));
  const second = left.length > 0 ? await createReview(github, pull, author, left) : first;
  return second.ok ? { posted: left, failure: undefined } : { posted: [], failure: describeFailure(second) };
}

/** Posts what is missing of a review that GitHub may have made in part before it failed. */
async function postMissing(
  github: GitHub,
  pull: PullRequest,
  author: Author,
  plans: readonly PlannedComment[],
  failure: Failure,
): Promise<PostedReview> {
  const read = await readConversation(github, pull);
  if (!read.ok) return { posted: [], failure: describeFailure(failure) };
  const isThere = (plan: PlannedComment) => isPosted(read.data, plan, author);
  const missing = plans.filter((plan) => !isThere(plan));
  const second = missing.length > 0 ? await createReview(github, pull, author, missing) : undefined;
  if (second && !second.ok) return { posted: plans.filter(isThere), failure: describeFailure(second) };
  return { posted: plans, failure: undefined };
}

function isPosted({ threads }: Conversation, plan: PlannedComment, { id }: Author): boolean {
  return threads.some((comment) => {
    const marker = comment.isOwn ? readMarker(comment.body) : undefined;
    return marker?.origin?.author === id && !isEnded(comment) && stands(plan, { comment, marker });
  });
}

function describeFailure(failure: Failure): string {
  return `The suggestions could not be posted: ${explainFailure(failure, permission)}.`;
}

function createReview(
  github: GitHub,
  pull: PullRequest,
  author: Author,
  plans: readonly PlannedComment[],
): Promise<Answer<unknown>> {
  const { owner, repo, number, headSha } = pull;
  const comments = plans.map((plan) => {
    const { file, start, end } = plan.suggestion;
    const range = start < end - 1 ? { start_line: start, start_side: "RIGHT" } : {};
    return { path: file, ...range, line: end - 1, side: "RIGHT", body: bodyOf(plan, author, pull) };
  });
  const review = { commit_id: headSha, event: "COMMENT", body: "", comments } as const;
  return github.ask(({ rest }) => rest.pulls.createReview({ owner, repo, pull_number: number, ...review }));
}
