import { createHash } from "node:crypto";
import type { Answer, Api } from "../api.ts";

/** A pull request that may be written on: its head is the commit that was judged. */
export interface Pull {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  readonly headSha: string;
}

/** A comment as GitHub lists it, on a line or on the pull request as a whole. */
export interface Comment {
  readonly id: number;
  readonly body?: string;
  readonly user?: { readonly login?: string } | null;
  /** `null` where the comment is outdated. */
  readonly line?: number | null;
  readonly start_line?: number | null;
  readonly in_reply_to_id?: number;
}

/** A comment of ours, and what its marker says: what it is about, and what it says of it. */
export interface OwnComment {
  readonly comment: Comment;
  readonly about: string;
  readonly says: string;
}

/** All pages of a list of comments. */
export async function listComments(api: Api, route: string, { owner, repo, number }: Pull): Promise<Answer<Comment[]>> {
  const comments: Comment[] = [];
  for (let page = 1; ; page++) {
    const answer = await api.get<Comment[]>(route, { owner, repo, number, per_page: 100, page });
    if (!answer.ok) return answer;
    comments.push(...answer.data);
    if (answer.data.length < 100) return { ok: true, data: comments };
  }
}

/** The comments that carry a marker and are by our own hand: a marker in somebody else's comment proves nothing. */
export async function ownAmong(api: Api, comments: readonly Comment[]): Promise<Answer<OwnComment[]>> {
  const marked = comments.flatMap((comment) => {
    const [, about = "", says = ""] =
      /<!-- secctx:v1 fp=([0-9a-f]{16}) h=([0-9a-f]{8}) -->\s*$/.exec(comment.body ?? "") ?? [];
    return about ? [{ comment, about, says }] : [];
  });
  if (marked.length === 0) return { ok: true, data: [] };
  const viewer = await api.query<{ viewer: { login: string } }>("query { viewer { login } }");
  if (!viewer.ok) return viewer;
  const { login } = viewer.data.viewer;
  return { ok: true, data: marked.filter(({ comment: { user } }) => user?.login === login) };
}

/** The last line of a comment of ours; people do not see it. Hexadecimal only: nothing untrusted is in it. */
export function marker(about: string, says: string): string {
  return `<!-- secctx:v1 fp=${about} h=${says} -->`;
}

/** So many hexadecimal digits of a value's hash. */
export function hash(value: unknown, digits: number): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, digits);
}
