import { formatUnifiedDiff } from "../../report/diff.ts";
import { codeSpan, fenceCode, isSafeToShow } from "../../report/escape.ts";
import { formatCount } from "../../report/words.ts";
import type { Source } from "../../yaml/index.ts";
import { type Answer, type Api, reason } from "../api.ts";
import { hash, listComments, marker, ownAmong, type Pull } from "./markers.ts";

/** A file and what fixing makes of it. */
export interface Hardened {
  readonly source: Source;
  readonly text: string;
}

export interface Patches {
  readonly patches: readonly string[];
  /** Files whose fixes a comment can't hold: its line ends and its hidden characters would not survive. */
  readonly others: readonly string[];
}

/** Patches that GitHub's text fields keep whole, for `git apply`. */
export function patchesOf(files: readonly Hardened[]): Patches {
  const changed = files.filter(({ source, text }) => source.text !== text);
  const kept = changed.filter(({ source, text }) => isSafeToShow(source.text) && isSafeToShow(text));
  return {
    patches: kept.map(({ source, text }) => formatUnifiedDiff(source.file, source.text, text)),
    others: changed.filter((each) => !kept.includes(each)).map(({ source }) => source.file),
  };
}

/** GitHub takes 65,536 characters of comment. */
const bodyLimit = 60_000;
const about = hash("patch", 16);
const route = "/repos/{owner}/{repo}/issues/{number}/comments";
const permission = "pull-requests: write";

/** The text of the comment: one patch, of whole files, those that do not fit counted. Nothing where there is nothing to patch. */
export function patchBody({ patches, others }: Patches): string | undefined {
  if (patches.length + others.length === 0) return undefined;
  const room = bodyLimit - 10_000;
  const shown: string[] = [];
  let size = 0;
  for (const patch of patches.filter((each) => each.length <= room))
    if (size + patch.length <= room) {
      shown.push(patch);
      size += patch.length;
    }
  const left = patches.length - shown.length;
  const summary = `<details><summary>Patch of ${formatCount(shown.length, "file")}</summary>`;
  const usage = "Save it, and `git apply` it on this pull request's head:";
  return [
    "**Hardened YAML** outside of what suggestions can hold.",
    ...(shown.length > 0 ? [`${summary}\n\n${usage}\n\n${fenceCode("diff", shown.join(""))}\n\n</details>`] : []),
    ...(left > 0
      ? [`${formatCount(left, "more file")} did not fit here: \`secctx fix\` writes ${left === 1 ? "it" : "them"}.`]
      : []),
    ...(others.length > 0 ? [othersLine(others)] : []),
  ].join("\n\n");
}

/** Files that have to be fixed elsewhere, by name; a comment is no list. */
export function othersLine(files: readonly string[]): string {
  const named = files.slice(0, 20).map((file) => codeSpan(file));
  const more = files.length > named.length ? ` and ${formatCount(files.length - named.length, "more file")}` : "";
  return `Its line ends or hidden characters would not survive here, so that \`secctx fix\` has to write it: ${named.join(", ")}${more}.`;
}

/** How the comment is remembered. */
export function idOfPatch(body: string): string {
  return `${about}.${hash(body, 8)}`;
}

/** Makes the one comment on the pull request say this, or be gone; gives what went wrong. `deleted` tells what people have removed from this very head. */
export async function keepPatchComment(
  api: Api,
  pull: Pull,
  body: string | undefined,
  deleted: () => Promise<ReadonlySet<string>>,
): Promise<{ readonly isStanding: boolean; readonly failure: string | undefined }> {
  const { owner, repo } = pull;
  const listed = await listComments(api, route, pull);
  const own = listed.ok ? await ownAmong(api, listed.data) : listed;
  if (!own.ok) return failed(reason(own, permission));
  const [first, ...others] = own.data.filter((each) => each.about === about);
  const says = body === undefined ? "" : hash(body, 8);
  const whole = body === undefined ? undefined : `${body}\n\n${marker(about, says)}`;
  const isKept = whole !== undefined && first !== undefined;
  for (const { comment } of isKept ? others : first ? [first, ...others] : []) {
    const answer = await api.write("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
      owner,
      repo,
      comment_id: comment.id,
    });
    if (!answer.ok && answer.status !== 404) return failed(reason(answer, permission));
  }
  if (whole === undefined || body === undefined) return { isStanding: false, failure: undefined };
  if (first?.says === says) return { isStanding: true, failure: undefined };
  if (!first && (await deleted()).has(idOfPatch(body))) return { isStanding: false, failure: undefined };
  const answer = first
    ? await api.write("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        owner,
        repo,
        comment_id: first.comment.id,
        body: whole,
      })
    : await create(api, pull, whole);
  return answer.ok ? { isStanding: true, failure: undefined } : failed(reason(answer, permission));
}

/** Where no answer came, GitHub may have made the comment all the same. */
async function create(api: Api, pull: Pull, body: string): Promise<Answer<unknown>> {
  const { owner, repo, number } = pull;
  const post = () =>
    api.write("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { owner, repo, issue_number: number, body });
  const answer = await post();
  if (answer.ok || answer.why !== "unreachable") return answer;
  const listed = await listComments(api, route, pull);
  if (!listed.ok) return answer;
  return listed.data.some((comment) => comment.body === body) ? { ok: true, data: undefined } : post();
}

function failed(why: string): { isStanding: false; failure: string } {
  return { isStanding: false, failure: `The comment with the patch could not be kept up to date: ${why}.` };
}
