import { codeSpan, escapeMarkdown, fenceCode } from "../../report/escape.ts";
import { type Api, type Failure, reason } from "../api.ts";
import { type Comment, hash, listComments, marker, type OwnComment, ownAmong, type Pull } from "./markers.ts";
import type { Suggestion } from "./prove.ts";

/** A suggestion as it is posted. */
export interface Draft {
  readonly suggestion: Suggestion;
  /** What it is about, whatever line that is on: sixteen hexadecimal digits. */
  readonly about: string;
  /** What it says: eight. */
  readonly says: string;
  readonly body: string;
}

export interface Reconciled {
  /** Those that stand on the pull request now. */
  readonly standing: readonly Draft[];
  /** Those that GitHub did not take. */
  readonly refused: readonly Draft[];
  readonly writes: number;
  /** What went wrong, if anything did. */
  readonly failure: string | undefined;
}

export interface Desk {
  readonly api: Api;
  readonly pull: Pull;
  /** Whether GitHub would take a suggestion by the diff as it is now; asked only after a refusal. `undefined`: the head is another. */
  readonly recheck: () => Promise<((suggestion: Suggestion) => boolean) | undefined>;
}

const comments = "/repos/{owner}/{repo}/pulls/{number}/comments";
const permission = "pull-requests: write";

/** Texts for suggestions, in their order. Most of them start with what they harden. */
export function draftsOf(suggestions: readonly Suggestion[]): Draft[] {
  const seen = new Map<string, number>();
  return suggestions.map((suggestion) => {
    const { file, part } = suggestion;
    const key = `${file}\0${part}`;
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    const visible = bodyOf(suggestion);
    const about = hash([file, part, ordinal], 16);
    const says = hash(visible, 8);
    return { suggestion, about, says, body: `${visible}\n\n${marker(about, says)}` };
  });
}

function bodyOf({ lines, findings, part }: Suggestion): string {
  const items = findings.map(
    ({ rule, fix }) =>
      `- ${codeSpan(rule.id)}: ${escapeMarkdown(fix?.title ?? "ends with the others")}${fix?.risk ? ` (${escapeMarkdown(fix.risk)})` : ""}`,
  );
  const whom = part === "" ? "" : ` for ${codeSpan(part)}`;
  return `**Hardened YAML**${whom}. It ends:\n${items.join("\n")}\n\n${suggested(lines)}`;
}

/** An empty block takes the lines away; a block with one empty line puts that there. */
function suggested(lines: readonly string[]): string {
  return lines.length === 0 ? "```suggestion\n```" : fenceCode("suggestion", `${lines.join("\n")}\n`);
}

/**
 * Makes the comments on the pull request those that are wanted: what stands already stays, what is fixed goes, or is answered once where people have
 * replied, and what is new is posted as one review. `deleted` are drafts that people have removed from this very head.
 */
export async function reconcile(
  desk: Desk,
  drafts: readonly Draft[],
  deleted: () => Promise<ReadonlySet<string>>,
): Promise<Reconciled> {
  const { api, pull } = desk;
  const listed = await listComments(api, comments, pull);
  if (!listed.ok) return nothing(drafts, `The comments could not be listed: ${reason(listed, permission)}.`);
  const own = await ownAmong(api, listed.data);
  if (!own.ok) return nothing(drafts, `Comments of ours could not be told from others: ${reason(own, permission)}.`);

  const tops = own.data.filter(({ comment }) => comment.in_reply_to_id === undefined);
  const kept = new Map<Draft, OwnComment>();
  for (const draft of drafts) {
    const found = tops.find((each) => each.about === draft.about && isAt(each.comment, draft.suggestion));
    if (found) kept.set(draft, found);
  }
  const fresh = drafts.filter((draft) => !kept.has(draft));
  const gone = fresh.length > 0 ? await deleted() : new Set<string>();
  const wanted = fresh.filter((draft) => !gone.has(idOf(draft)));
  const repliesTo = ({ comment }: OwnComment) => listed.data.filter(({ in_reply_to_id: id }) => id === comment.id);
  const edits = [
    ...[...kept]
      .filter(([draft, { says }]) => draft.says !== says)
      .map(([draft, { comment }]) => rewrite(comment, draft.body)),
    ...tops
      .filter((each) => ![...kept.values()].includes(each))
      .flatMap((each) => farewell(each, repliesTo(each), drafts, pull)),
  ];
  let writes = 0;
  for (const { route, parameters } of edits) {
    const { owner, repo, number: pull_number } = pull;
    const answer = await api.write(route, {
      owner,
      repo,
      ...(route.startsWith("POST") ? { pull_number } : {}),
      ...parameters,
    });
    // Somebody else has deleted it.
    if (!answer.ok && answer.status !== 404)
      return {
        ...nothing(wanted, `Comments could not be updated: ${reason(answer, permission)}.`),
        standing: [...kept.keys()],
      };
    writes++;
  }
  const { posted, failure } = wanted.length > 0 ? await postReview(desk, wanted) : { posted: [], failure: undefined };
  const standing = [...kept.keys(), ...posted];
  const refused = wanted.filter((draft) => !posted.includes(draft));
  return { standing, refused, writes: writes + posted.length, failure };
}

function nothing(refused: readonly Draft[], failure: string): Reconciled {
  return { standing: [], refused, writes: 0, failure };
}

/** How a draft is remembered. */
export function idOf({ about, says }: Draft): string {
  return `${about}.${says}`;
}

function isAt({ line, start_line: start }: Comment, suggestion: Suggestion): boolean {
  return line === suggestion.end - 1 && (start ?? line) === suggestion.start;
}

interface Edit {
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

function rewrite({ id }: Comment, body: string): Edit {
  return { route: "PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}", parameters: { comment_id: id, body } };
}

/** What becomes of a comment that no longer says what is so. People's words are not deleted with it. */
function farewell(own: OwnComment, replies: readonly Comment[], drafts: readonly Draft[], { headSha }: Pull): Edit[] {
  const { id } = own.comment;
  if (replies.length === 0)
    return [{ route: "DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}", parameters: { comment_id: id } }];
  const isWanted = drafts.some(({ about }) => about === own.about);
  const answer = marker(own.about, hash("answered", 8));
  const isAnswered = replies.some(
    ({ body, user }) => body?.includes(answer) && user?.login === own.comment.user?.login,
  );
  if (isWanted || isAnswered) return [];
  const body = `Fixed in ${headSha}.\n\n${answer}`;
  const route = "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies";
  return [{ route, parameters: { comment_id: id, body } }];
}

/** Posts drafts as one review: all of them, or after a refusal those that are left once GitHub has been asked again. */
async function postReview(
  desk: Desk,
  drafts: readonly Draft[],
): Promise<{ posted: Draft[]; failure: string | undefined }> {
  const { api, pull, recheck } = desk;
  const first = await review(desk, drafts);
  if (first.ok) return { posted: [...drafts], failure: undefined };
  if (isInDoubt(first)) {
    // GitHub may have made some or all of them before it failed.
    const listed = await listComments(api, comments, pull);
    const own = listed.ok ? await ownAmong(api, listed.data) : listed;
    if (!own.ok) return { posted: [], failure: sentence(first) };
    const isThere = (draft: Draft) =>
      own.data.some(({ about, comment }) => about === draft.about && isAt(comment, draft.suggestion));
    const there = drafts.filter(isThere);
    const missing = drafts.filter((draft) => !there.includes(draft));
    const second = missing.length > 0 ? await review(desk, missing) : undefined;
    if (second && !second.ok) return { posted: there, failure: sentence(second) };
    return { posted: [...drafts], failure: undefined };
  }
  if (first.status !== 422) return { posted: [], failure: sentence(first) };
  const isCommentable = await recheck();
  if (!isCommentable)
    return {
      posted: [],
      failure: "The suggestions were not posted: the pull request has a newer head, whose run will do it.",
    };
  const left = drafts.filter(({ suggestion }) => isCommentable(suggestion));
  const second = left.length > 0 ? await review(desk, left) : first;
  return second.ok ? { posted: left, failure: undefined } : { posted: [], failure: sentence(second) };
}

function isInDoubt({ why, status }: Failure): boolean {
  return why === "unreachable" || (why === "limit" && status === 422);
}

function sentence(failure: Failure): string {
  return `The suggestions could not be posted: ${reason(failure, permission)}.`;
}

function review({ api, pull }: Desk, drafts: readonly Draft[]) {
  const { owner, repo, number, headSha } = pull;
  return api.write("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
    owner,
    repo,
    pull_number: number,
    commit_id: headSha,
    event: "COMMENT",
    body: "",
    comments: drafts.map(({ suggestion, body }) => {
      const { file: path, start, end } = suggestion;
      const range = start < end - 1 ? { start_line: start, start_side: "RIGHT" } : {};
      return { path, ...range, line: end - 1, side: "RIGHT", body };
    }),
  });
}
