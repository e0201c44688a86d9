import { selectsPath } from "../../pod/patterns.ts";
import type { Trigger } from "../event.ts";
import type { GitHub } from "../octokit.ts";
import type { Options } from "../options.ts";
import type { Comment, Conversation, Thread } from "./conversation.ts";
import { type Author, isLastWord, type Marker, readMarker } from "./markers.ts";
import { readAuthors } from "./records.ts";

/** What on a pull request belongs to the job that runs. */
export interface OwnComments {
  /** The open threads that we began. One in which we have said our last word is not among them. */
  readonly threads: readonly Owned<Thread>[];
  readonly comments: readonly Owned<Comment>[];
}

export interface Owned<T extends Comment> {
  readonly comment: T;
  readonly marker: Marker;
}

/**
 * Finds what belongs to the job that runs: what its author wrote, what releases without authors wrote for the default check name, and what the same job wrote
 * under another name or for other files before it was changed. A job that makes no suggestions speaks only for itself: another may make them under its name.
 */
export async function findOwnComments(
  github: GitHub,
  trigger: Trigger,
  conversation: Conversation,
  author: Author,
  options: Pick<Options, "suggest" | "files" | "annotations">,
): Promise<OwnComments> {
  const { suggest, files, annotations } = options;
  const threads = conversation.threads.filter((thread) => !isEnded(thread)).flatMap(withMarker);
  const comments = conversation.comments.flatMap(withMarker);
  const hasCheckRuns = annotations === "auto" || annotations === "check-run";
  const known = hasCheckRuns ? [...threads, ...comments] : [];
  const replaced = await findReplaced(github, trigger, conversation, author, known);
  const isOwned = ({ origin }: Marker) => {
    if (!origin) return author.isDefault;
    return origin.author === author.id ? suggest !== false || origin.job === author.job : replaced.has(origin.author);
  };
  return {
    threads: threads.filter(
      ({ marker, comment }) => isOwned(marker) && (marker.origin !== undefined || selectsPath(files, comment.path)),
    ),
    comments: comments.filter(({ marker }) => isOwned(marker)),
  };
}

/** Whether we have said our last word in a thread: what is said anew gets a comment of its own. */
export function isEnded({ replies }: Thread): boolean {
  return replies.some(({ isOwn, body }) => isOwn && isLastWord(body));
}

function withMarker<T extends Comment>(comment: T): Owned<T>[] {
  const marker = comment.isOwn ? readMarker(comment.body) : undefined;
  return marker ? [{ comment, marker }] : [];
}

/**
 * Finds the authors that this job was before its check name or its files were changed. Jobs of one matrix look the same but for these, so that check runs have
 * to tell: an author is replaced if it has one on the commit that its comment was written for, where we have none, and none on the head. On the head itself
 * nobody is replaced, since the other may still be about to finish.
 */
async function findReplaced(
  github: GitHub,
  trigger: Trigger,
  { viewer }: Conversation,
  author: Author,
  all: readonly Owned<Comment>[],
): Promise<ReadonlySet<string>> {
  const { headSha } = trigger;
  const suspects = new Map<string, string>();
  for (const { marker } of all) {
    const { origin } = marker;
    if (!origin || origin.author === author.id || origin.job !== author.job) continue;
    if (origin.headSha !== headSha) suspects.set(origin.author, origin.headSha);
  }
  const replaced = new Set<string>();
  if (suspects.size === 0) return replaced;
  const onHead = await readAuthors(github, trigger, { viewer, commit: headSha });
  for (const [suspect, commit] of suspects) {
    if (!onHead.ok || onHead.data.has(suspect)) continue;
    const then = await readAuthors(github, trigger, { viewer, commit });
    if (then.ok && then.data.has(suspect) && !then.data.has(author.id)) replaced.add(suspect);
  }
  return replaced;
}
