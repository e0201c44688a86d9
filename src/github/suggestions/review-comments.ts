import { codeSpan, escapeMarkdown, fenceCode } from "../../report/escape.ts";
import { explainFailure, type Failure } from "../failures.ts";
import type { Answer, GitHub, Octokit } from "../octokit.ts";
import { type Comment, findOwnComments, hashOf, marker, type OwnComment } from "./markers.ts";
import type { Suggestion } from "./prove.ts";

/** A pull request that may be written on: its head is the judged commit. */
export interface PullRequest {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  readonly headSha: string;
}

/** A suggestion as the comment to post. */
export interface Draft {
  readonly suggestion: Suggestion;
  /** A hash of what it hardens, whatever line that is on: 16 hexadecimal digits. */
  readonly subject: string;
  /** A hash of its text: 8 hexadecimal digits. */
  readonly content: string;
  readonly body: string;
}

export interface SyncedComments {
  /** The drafts that stand on the pull request now. */
  readonly standing: readonly Draft[];
  /** The drafts that GitHub did not take. */
  readonly refused: readonly Draft[];
  /** How many comments were written or removed. */
  readonly writes: number;
  /** What went wrong, as a sentence. */
  readonly failure: string | undefined;
}

/** The questions that only the caller can answer; they are asked only if they matter. */
export interface Lookups {
  /** The ids of drafts that people have deleted from this head. */
  readonly readDeleted: () => Promise<ReadonlySet<string>>;
  /** Whether GitHub would take a suggestion by the diff as it is now; `undefined` if nothing may be written any more. */
  readonly readCommentable: () => Promise<((suggestion: Suggestion) => boolean) | undefined>;
}

const permission = "pull-requests: write";

/** Writes the comments for suggestions, in their order. */
export function draftComments(suggestions: readonly Suggestion[]): Draft[] {
  const ordinals = new Map<string, number>();
  return suggestions.map((suggestion) => {
    const { file, target } = suggestion;
    const key = `${file}\0${target}`;
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    const visible = commentText(suggestion);
    const subject = hashOf([file, target, ordinal], 16);
    const content = hashOf(visible, 8);
    return { suggestion, subject, content, body: `${visible}\n\n${marker(subject, content)}` };
  });
}

function commentText({ lines, findings, target }: Suggestion): string {
  const items = findings.map(
    ({ rule, fix }) =>
      `- ${codeSpan(rule.id)}: ${escapeMarkdown(fix?.title ?? "ends with the others")}${fix?.risk ? ` (${escapeMarkdown(fix.risk)})` : ""}`,
  );
  const whom = target === "" ? "" : ` for ${codeSpan(target)}`;
  return `**Hardened YAML**${whom}. It ends:\n${items.join("\n")}\n\n${suggestionBlock(lines)}`;
}

/** An empty block removes the lines; a block with one empty line puts an empty line in their place. */
function suggestionBlock(lines: readonly string[]): string {
  return lines.length === 0 ? "```suggestion\n```" : fenceCode("suggestion", `${lines.join("\n")}\n`);
}

/** The id under which the check run records a draft. */
export function draftId({ subject, content }: Draft): string {
  return `${subject}.${content}`;
}

/**
 * Makes the comments on the pull request those of the drafts. A comment that stands already stays, one that is fixed is deleted, or gets one last reply if
 * people have replied, and the new ones are posted as one review.
 */
export async function syncReviewComments(
  github: GitHub,
  pull: PullRequest,
  drafts: readonly Draft[],
  lookups: Lookups,
): Promise<SyncedComments> {
  const listed = await listReviewComments(github, pull);
  if (!listed.ok) return refuseAll(drafts, `The comments could not be listed: ${explainFailure(listed, permission)}.`);
  const own = await findOwnComments(github, listed.data);
  if (!own.ok)
    return refuseAll(drafts, `Our own comments could not be identified: ${explainFailure(own, permission)}.`);

  const tops = own.data.filter(({ comment }) => comment.in_reply_to_id === undefined);
  const kept = new Map<Draft, OwnComment>();
  for (const draft of drafts) {
    const found = tops.find((each) => each.subject === draft.subject && isAt(each.comment, draft.suggestion));
    if (found) kept.set(draft, found);
  }
  const fresh = drafts.filter((draft) => !kept.has(draft));
  const deleted = fresh.length > 0 ? await lookups.readDeleted() : new Set<string>();
  const wanted = fresh.filter((draft) => !deleted.has(draftId(draft)));
  const outdated = tops.filter((each) => ![...kept.values()].includes(each));
  const edits = [
    ...[...kept]
      .filter(([draft, { content }]) => draft.content !== content)
      .map(([draft, { comment }]) => updateComment(pull, comment, draft.body)),
    ...outdated.flatMap((each) => retireComment(pull, each, listed.data, drafts)),
  ];
  let writes = 0;
  for (const edit of edits) {
    const answer = await github.ask(edit);
    // 404: somebody else has deleted it.
    if (!answer.ok && answer.status !== 404) {
      const failure = `Comments could not be updated: ${explainFailure(answer, permission)}.`;
      return { standing: [...kept.keys()], refused: wanted, writes: 0, failure };
    }
    writes++;
  }
  const { posted, failure } = await postReview(github, pull, wanted, lookups);
  const refused = wanted.filter((draft) => !posted.includes(draft));
  return { standing: [...kept.keys(), ...posted], refused, writes: writes + posted.length, failure };
}

function refuseAll(refused: readonly Draft[], failure: string): SyncedComments {
  return { standing: [], refused, writes: 0, failure };
}

function listReviewComments(github: GitHub, { owner, repo, number }: PullRequest): Promise<Answer<readonly Comment[]>> {
  const parameters = { owner, repo, pull_number: number, per_page: 100 };
  return github.ask(async ({ paginate, rest }) => ({
    data: await paginate(rest.pulls.listReviewComments, parameters),
  }));
}

function isAt({ line, start_line: start }: Comment, suggestion: Suggestion): boolean {
  return line === suggestion.end - 1 && (start ?? line) === suggestion.start;
}

type Edit = (octokit: Octokit) => Promise<{ readonly data: unknown }>;

function updateComment({ owner, repo }: PullRequest, { id }: Comment, body: string): Edit {
  return ({ rest }) => rest.pulls.updateReviewComment({ owner, repo, comment_id: id, body });
}

/** The edit for a comment that no longer holds, if there is one to make. A thread with people's replies is not deleted. */
function retireComment(
  { owner, repo, number, headSha }: PullRequest,
  { comment, subject }: OwnComment,
  comments: readonly Comment[],
  drafts: readonly Draft[],
): Edit[] {
  const { id } = comment;
  const replies = comments.filter((each) => each.in_reply_to_id === id);
  if (replies.length === 0) return [({ rest }) => rest.pulls.deleteReviewComment({ owner, repo, comment_id: id })];
  const isWanted = drafts.some((draft) => draft.subject === subject);
  const ending = marker(subject, hashOf("answered", 8));
  const isEnded = replies.some(({ body, user }) => body?.includes(ending) && user?.login === comment.user?.login);
  if (isWanted || isEnded) return [];
  const body = `Fixed in ${headSha}.\n\n${ending}`;
  return [
    ({ rest }) => rest.pulls.createReplyForReviewComment({ owner, repo, pull_number: number, comment_id: id, body }),
  ];
}

interface PostedReview {
  readonly posted: readonly Draft[];
  readonly failure: string | undefined;
}

/** Posts drafts as one review. After a refusal, those that GitHub would still take are posted once more. */
async function postReview(
  github: GitHub,
  pull: PullRequest,
  drafts: readonly Draft[],
  { readCommentable }: Lookups,
): Promise<PostedReview> {
  if (drafts.length === 0) return { posted: [], failure: undefined };
  const first = await createReview(github, pull, drafts);
  if (first.ok) return { posted: drafts, failure: undefined };
  const isInDoubt = first.why === "unreachable" || (first.why === "limit" && first.status === 422);
  if (isInDoubt) return await postMissing(github, pull, drafts, first);
  if (first.status !== 422) return { posted: [], failure: describeFailure(first) };
  const isCommentable = await readCommentable();
  if (!isCommentable)
    return {
      posted: [],
      failure: "The suggestions were not posted: the pull request has a newer head, whose own run posts them.",
    };
  const left = drafts.filter(({ suggestion }) => isCommentable(suggestion));
  const second = left.length > 0 ? await createReview(github, pull, left) : first;
  return second.ok ? { posted: left, failure: undefined } : { posted: [], failure: describeFailure(second) };
}

/** Posts what is missing of a review that GitHub may have made in part before it failed. */
async function postMissing(
  github: GitHub,
  pull: PullRequest,
  drafts: readonly Draft[],
  failure: Failure,
): Promise<PostedReview> {
  const listed = await listReviewComments(github, pull);
  const own = listed.ok ? await findOwnComments(github, listed.data) : listed;
  if (!own.ok) return { posted: [], failure: describeFailure(failure) };
  const isThere = (draft: Draft) =>
    own.data.some(({ subject, comment }) => subject === draft.subject && isAt(comment, draft.suggestion));
  const missing = drafts.filter((draft) => !isThere(draft));
  const second = missing.length > 0 ? await createReview(github, pull, missing) : undefined;
  if (second && !second.ok) return { posted: drafts.filter(isThere), failure: describeFailure(second) };
  return { posted: drafts, failure: undefined };
}

function describeFailure(failure: Failure): string {
  return `The suggestions could not be posted: ${explainFailure(failure, permission)}.`;
}

function createReview(
  github: GitHub,
  { owner, repo, number, headSha }: PullRequest,
  drafts: readonly Draft[],
): Promise<Answer<unknown>> {
  const comments = drafts.map(({ suggestion: { file, start, end }, body }) => {
    const range = start < end - 1 ? { start_line: start, start_side: "RIGHT" } : {};
    return { path: file, ...range, line: end - 1, side: "RIGHT", body };
  });
  const review = { commit_id: headSha, event: "COMMENT", body: "", comments } as const;
  return github.ask(({ rest }) => rest.pulls.createReview({ owner, repo, pull_number: number, ...review }));
}
