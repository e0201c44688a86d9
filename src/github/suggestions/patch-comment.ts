import { codeSpan, fenceCode } from "../../report/escape.ts";
import { formatCount } from "../../report/words.ts";
import { explainFailure, type Failure } from "../failures.ts";
import type { Answer, GitHub } from "../octokit.ts";
import { type Comment, findOwnComments, hashOf, marker } from "./markers.ts";
import type { Patches } from "./patches.ts";
import type { PullRequest } from "./review-comments.ts";

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
    ...(left > 0
      ? [`${formatCount(left, "more file")} did not fit here: \`secctx fix\` writes ${left === 1 ? "it" : "them"}.`]
      : []),
    ...(others.length > 0 ? [listOthers(others)] : []),
  ].join("\n\n");
}

function listOthers(files: readonly string[]): string {
  const named = files.slice(0, 20).map((file) => codeSpan(file));
  const more = files.length > named.length ? ` and ${formatCount(files.length - named.length, "more file")}` : "";
  return `A comment would change the line ends or hidden characters of some files, so \`secctx fix\` has to write them: ${named.join(", ")}${more}.`;
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

/**
 * Makes the one comment with the patch say `body`, or removes it if there is none. A comment that people have deleted from this head stays deleted:
 * `readDeleted` reads the recorded ids.
 */
export async function syncPatchComment(
  github: GitHub,
  pull: PullRequest,
  body: string | undefined,
  readDeleted: () => Promise<ReadonlySet<string>>,
): Promise<PatchCommentState> {
  const { owner, repo } = pull;
  const listed = await listIssueComments(github, pull);
  const own = listed.ok ? await findOwnComments(github, listed.data) : listed;
  if (!own.ok) return describeFailure(own);
  const [first, ...others] = own.data.filter((each) => each.subject === subject);
  const content = body === undefined ? "" : hashOf(body, 8);
  const surplus = body === undefined && first ? [first, ...others] : others;
  for (const { comment } of surplus) {
    const deleted = await github.ask(({ rest }) => rest.issues.deleteComment({ owner, repo, comment_id: comment.id }));
    if (!deleted.ok && deleted.status !== 404) return describeFailure(deleted);
  }
  if (body === undefined) return { isStanding: false, failure: undefined };
  if (first?.content === content) return { isStanding: true, failure: undefined };
  if (!first && (await readDeleted()).has(patchCommentId(body))) return { isStanding: false, failure: undefined };
  const whole = `${body}\n\n${marker(subject, content)}`;
  const written = first
    ? await github.ask(({ rest }) =>
        rest.issues.updateComment({ owner, repo, comment_id: first.comment.id, body: whole }),
      )
    : await createComment(github, pull, whole);
  return written.ok ? { isStanding: true, failure: undefined } : describeFailure(written);
}

function listIssueComments(github: GitHub, { owner, repo, number }: PullRequest): Promise<Answer<Comment[]>> {
  const parameters = { owner, repo, issue_number: number, per_page: 100 };
  return github.ask(async ({ paginate, rest }) => ({ data: await paginate(rest.issues.listComments, parameters) }));
}

/** Creates the comment. If GitHub's answer does not come, it may have created the comment all the same. */
async function createComment(github: GitHub, pull: PullRequest, body: string): Promise<Answer<unknown>> {
  const { owner, repo, number } = pull;
  const create = () => github.ask(({ rest }) => rest.issues.createComment({ owner, repo, issue_number: number, body }));
  const created = await create();
  if (created.ok || created.why !== "unreachable") return created;
  const listed = await listIssueComments(github, pull);
  if (!listed.ok) return created;
  const isThere = listed.data.some((comment) => comment.body === body);
  return isThere ? { ok: true, data: undefined } : await create();
}

function describeFailure(failure: Failure): PatchCommentState {
  const why = explainFailure(failure, permission);
  return { isStanding: false, failure: `The comment with the patch could not be kept up to date: ${why}.` };
}
