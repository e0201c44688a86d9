import { createHash } from "node:crypto";
import type { Trigger } from "../event.ts";
import type { Answer, GitHub } from "../octokit.ts";

/** A comment as GitHub lists it, on a line or on the pull request as a whole. */
export interface Comment {
  readonly id: number;
  readonly body?: string;
  readonly user?: { readonly login?: string } | null;
  /** The last line that it is on; `null` if the comment is outdated. */
  readonly line?: number | null;
  readonly start_line?: number | null;
  readonly in_reply_to_id?: number;
}

/** A comment of ours, and its marker: a hash of its subject, and one of its text. */
export interface OwnComment {
  readonly comment: Comment;
  readonly subject: string;
  readonly content: string;
}

/** The marker that ends a comment of ours; people do not see it. It is hexadecimal: nothing untrusted gets into it. */
export function marker(subject: string, content: string): string {
  return `<!-- secctx:v1 fp=${subject} h=${content} -->`;
}

/** The first hexadecimal digits of a value's hash. */
export function hashOf(value: unknown, digits: number): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, digits);
}

/** Finds the comments that carry a marker and were written by us: a marker in somebody else's comment proves nothing. */
export async function findOwnComments(github: GitHub, comments: readonly Comment[]): Promise<Answer<OwnComment[]>> {
  const marked = comments.flatMap((comment) => {
    const [, subject, content] =
      /<!-- secctx:v1 fp=([0-9a-f]{16}) h=([0-9a-f]{8}) -->\s*$/.exec(comment.body ?? "") ?? [];
    return subject && content ? [{ comment, subject, content }] : [];
  });
  if (marked.length === 0) return { ok: true, data: [] };
  const viewer = await github.query<{ viewer: { login: string } }>("query { viewer { login } }");
  if (!viewer.ok) return viewer;
  const { login } = viewer.data.viewer;
  return { ok: true, data: marked.filter(({ comment: { user } }) => user?.login === login) };
}

/** What the text of the check run keeps for the next run on this head: the ids of the comments that stand. */
export function recordPosted(ids: readonly string[]): string {
  return ids.length === 0 ? "" : `<!-- secctx:v1 posted=${[...new Set(ids)].join(",")} -->\n`;
}

/**
 * Reads what earlier runs on this head recorded in their check runs. If such a comment is missing by now, somebody deleted it: it does not come back before the
 * head changes. Empty if GitHub does not say.
 */
export async function readPosted(
  github: GitHub,
  { owner, repo, headSha }: Trigger,
  checkName: string,
): Promise<string[]> {
  const parameters = { owner, repo, ref: headSha, check_name: checkName, per_page: 100 };
  const answer = await github.ask(({ rest }) => rest.checks.listForRef(parameters));
  if (!answer.ok) return [];
  return answer.data.check_runs.flatMap(({ output }) => {
    const [, ids = ""] = /<!-- secctx:v1 posted=([0-9a-f.,]+) -->\s*$/.exec(output?.text ?? "") ?? [];
    return ids.split(",").filter(Boolean);
  });
}
