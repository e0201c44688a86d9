import { codeSpan, fenceCode } from "../../report/escape.ts";
import { formatCount } from "../../report/words.ts";
import { explainFailure, type Failure } from "../failures.ts";
import type { Answer, GitHub } from "../octokit.ts";
import { type Comment, type PullRequest, readConversation } from "./conversation.ts";
import { type Author, hashOf, writeMarker } from "./markers.ts";
import type { Owned } from "./own-comments.ts";
import type { Patches } from "./patches.ts";

/** Characters. GitHub takes 65,536 in a comment, and some of these are for the text around the patch. */
const patchLimit = 50_000;
const subject = hashOf("patch", 16);
const permission = "pull-requests: write";

/** The text of the comment with the patch: whole files, and how many did not fit. `undefined` if there is nothing to patch. */
export function patchCommentBody({ patches, others }: Omit<Patches, "left">): string | undefined {
  if (patches.length + others.length === 0) return undefined;
  const shown: string[] = [];
  let size = 0;
  for (const patch of patches)
    if (size + patch.length <= patchLimit) {
      shown.push(patch);
      size += patch.length;
    }
  const left = patches.length - shown.length;
  const summary = `<details><summary>Patch of ${formatCount(shown.length, "file")}</summary>`;
  const usage = "Save it, and `git apply` it on this pull request's head:";
  return [
    "**Hardened YAML** that suggestions can't hold.",
    ...(shown.length > 0 ? [`${summary}\n\n${usage}\n\n${fenceCode("diff", shown.join(""))}\n\n</details>`] : []),
    ...(left > 0 ? [`${formatCount(left, "more file")} did not fit here. ${fixesByCommand(left)}`] : []),
    ...(others.length > 0 ? [listOthers(others)] : []),
  ].join("\n\n");
}

function listOthers(files: readonly string[]): string {
  const named = files.slice(0, 20).map((file) => codeSpan(file));
  const more = files.length > named.length ? ` and ${formatCount(files.length - named.length, "more file")}` : "";
  return `A comment would lose the line ends or hidden characters of ${named.join(", ")}${more}. ${fixesByCommand(files.length)}`;
}

/** What a reader without an installed secctx can do about files that no comment holds. */
function fixesByCommand(count: number): string {
  return `On a checkout of this branch, \`npx secctx fix\` (Node.js 20 or later) writes ${count === 1 ? "it" : "them"}.`;
}

/** The id under which the check run records the comment. */
export function patchCommentId(body: string): string {
  return `${subject}.${hashOf(body, 8)}`;
}

export interface PatchCommentState {
  readonly isStanding: boolean;
  /** What went wrong, as a sentence. */
  readonly failure: string | undefined;
}

/** What the comment is made to say, and by whom. */
export interface WantedPatch {
  readonly author: Author;
  /** The text; `undefined` if there is to be no comment. */
  readonly body: string | undefined;
  /** Whether it is posted if it does not stand yet. */
  readonly mayPost: boolean;
  /** Reads the ids of comments that people have deleted from this head: they stay deleted. */
  readonly readDeleted: () => Promise<ReadonlySet<string>>;
}

/** Makes the one comment with the patch, of those that are ours, say what it should, or removes it. */
export async function syncPatchComment(
  github: GitHub,
  pull: PullRequest,
  own: readonly Owned<Comment>[],
  { author, body, mayPost, readDeleted }: WantedPatch,
): Promise<PatchCommentState> {
  const { owner, repo } = pull;
  const [first, ...others] = own.filter(({ marker }) => marker.subject === subject);
  const surplus = body === undefined && first ? [first, ...others] : others;
  for (const { comment } of surplus) {
    const deleted = await github.ask(({ rest }) => rest.issues.deleteComment({ owner, repo, comment_id: comment.id }));
    if (!deleted.ok && deleted.status !== 404) return describeFailure(deleted);
  }
  if (body === undefined) return { isStanding: false, failure: undefined };
  const content = hashOf(body, 8);
  const { origin } = first?.marker ?? {};
  const isSame = first?.marker.content === content && origin?.author === author.id && origin.job === author.job;
  if (isSame) return { isStanding: true, failure: undefined };
  if (!first && (!mayPost || (await readDeleted()).has(patchCommentId(body))))
    return { isStanding: false, failure: undefined };
  const whole = `${body}\n\n${writeMarker(author, pull.headSha, { subject, content, keys: [] })}`;
  const written = first
    ? await github.ask(({ rest }) =>
        rest.issues.updateComment({ owner, repo, comment_id: first.comment.id, body: whole }),
      )
    : await createComment(github, pull, whole);
  return written.ok ? { isStanding: true, failure: undefined } : describeFailure(written);
}

/** Creates the comment. If GitHub's answer does not come, it may have created the comment all the same. */
async function createComment(github: GitHub, pull: PullRequest, body: string): Promise<Answer<unknown>> {
  const { owner, repo, number } = pull;
  const create = () => github.ask(({ rest }) => rest.issues.createComment({ owner, repo, issue_number: number, body }));
  const created = await create();
  if (created.ok || created.why !== "unreachable") return created;
  const read = await readConversation(github, pull);
  if (!read.ok) return created;
  const isThere = read.data.comments.some((comment) => comment.isOwn && comment.body === body);
  return isThere ? { ok: true, data: undefined } : await create();
}

function describeFailure(failure: Failure): PatchCommentState {
  const why = explainFailure(failure, permission);
  return { isStanding: false, failure: `The comment with the patch could not be kept up to date: ${why}.` };
}
