import type { PullRequest, ReviewComment, World } from "./types.ts";
import { currentAnchor, headOf, hunksOf, login } from "./world.ts";

/** The reason, in GitHub's words, why its page does not let a suggestion be committed. */
export class SuggestionError extends Error {
  override readonly name = "SuggestionError";
}

interface Change {
  readonly comment: ReviewComment;
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** Commits the suggestions of comments to the head branch, as the button below them does. Returns the new head. */
export async function commitSuggestions(world: World, ids: readonly number[]): Promise<string> {
  const comments = ids.map((id) => {
    const comment = world.reviewComments.find((each) => each.id === id);
    if (comment === undefined) throw new SuggestionError(`there is no comment ${id}`);
    return comment;
  });
  const [first] = comments;
  if (first === undefined) throw new SuggestionError("there is no suggestion to apply");
  const { pull } = first;
  const changes = await Promise.all(comments.map((comment) => changeOf(world, pull, comment)));
  const files: Record<string, string> = {};
  for (const path of new Set(comments.map((comment) => comment.path))) {
    const ofPath = changes.filter(({ comment }) => comment.path === path);
    files[path] = await changed(world, pull, path, ofPath);
  }
  const message =
    changes.length === 1 ? `Apply suggestion from @${login(first.author)}` : "Apply suggestions from code review";
  const head = await world.repository.commit(files, { branch: pull.head, message });
  // GitHub's page resolves the threads whose suggestions it has applied.
  for (const comment of comments) comment.resolved = true;
  return head;
}

async function changeOf(world: World, pull: PullRequest, comment: ReviewComment): Promise<Change> {
  if (comment.pull !== pull) throw new SuggestionError("the suggestions are on several pull requests");
  if (pull.state !== "open")
    throw new SuggestionError("Suggestions cannot be applied while the pull request is closed.");
  if (comment.resolved) throw new SuggestionError("This suggestion has been applied or marked resolved.");
  if (world.reviews.find(({ id }) => id === comment.reviewId)?.state === "PENDING")
    throw new SuggestionError("Suggestions cannot be applied from pending reviews.");
  const lines = suggestionIn(comment.body);
  if (lines === undefined) throw new SuggestionError("there is no suggestion in the comment");
  if (comment.anchor.side === "LEFT")
    throw new SuggestionError("Applying suggestions on deleted lines is not supported.");
  const anchor = await currentAnchor(world, comment);
  if (anchor?.line == null) throw new SuggestionError("Outdated suggestions cannot be applied.");
  const { line: to } = anchor;
  const from = anchor.startLine ?? to;
  const hunk = ((await hunksOf(world, pull, comment.path)) ?? []).find(({ RIGHT }) => RIGHT.has(to));
  for (let line = from + 1; line <= to; line++)
    if (hunk?.belowDeletion.has(line))
      throw new SuggestionError("Applying suggestions on deleted lines is not supported.");
  return { comment, from, to, lines };
}

async function changed(world: World, pull: PullRequest, path: string, changes: readonly Change[]): Promise<string> {
  const object = await world.repository.read(`${headOf(world, pull)}:${path}`);
  if (object === null) throw new SuggestionError("Outdated suggestions cannot be applied.");
  const lines = object.content.toString().split("\n");
  const ordered = changes.toSorted((a, b) => b.from - a.from);
  ordered.forEach((change, index) => {
    const below = ordered[index - 1];
    if (below !== undefined && change.to >= below.from)
      throw new SuggestionError("Only one suggestion per line can be applied in a batch.");
  });
  for (const { from, to, lines: suggested } of ordered) {
    const replaced = lines.splice(from - 1, to - from + 1, ...suggested);
    if (replaced.join("\n") === suggested.join("\n"))
      throw new SuggestionError("This suggestion is invalid because no changes were made to the code.");
  }
  return lines.join("\n");
}

/** The lines of the first suggestion in a comment; undefined if there is none. A long fence may enclose shorter ones. */
export function suggestionIn(body: string): string[] | undefined {
  const lines = body.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const [, indent = "", fence = "", info = ""] = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(lines[at] ?? "") ?? [];
    if (fence === "") continue;
    const closing = new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
    const rest = lines.slice(at + 1);
    const end = rest.findIndex((line) => closing.test(line));
    const content = end < 0 ? rest : rest.slice(0, end);
    if (info.trim() === "suggestion") {
      const indented = new RegExp(`^ {0,${indent.length}}`);
      return content.map((line) => line.replace(indented, ""));
    }
    at += content.length + 1;
  }
  return undefined;
}
