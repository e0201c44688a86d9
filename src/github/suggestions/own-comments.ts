import { selectsPath } from "../../pod/patterns.ts";
import type { Trigger } from "../event.ts";
import type { GitHub } from "../octokit.ts";
import type { Options } from "../options.ts";
import type { Comment, Conversation, Thread } from "./conversation.ts";
import { isLastWord, type Marker, type Owner, readMarker } from "./markers.ts";
import { readOwners } from "./records.ts";

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
 * Finds what belongs to the job that runs: what its owner wrote, what releases without owners wrote for the default check name, and what the same job wrote
 * under another name or for other files before it was changed. A job that makes no suggestions speaks only for itself: another may make them under its name.
 */
export async function findOwnComments(
  github: GitHub,
  trigger: Trigger,
  conversation: Conversation,
  owner: Owner,
  options: Pick<Options, "suggest" | "files" | "annotations">,
): Promise<OwnComments> {
  const { suggest, files, annotations } = options;
  const threads = conversation.threads.filter((thread) => !isEnded(thread)).flatMap(withMarker);
  const comments = conversation.comments.flatMap(withMarker);
  const hasCheckRuns = annotations === "auto" || annotations === "check-run";
  const known = hasCheckRuns ? [...threads, ...comments] : [];
  const replaced = await findReplaced(github, trigger, conversation, owner, known);
  const isOwned = ({ origin }: Marker) => {
    if (!origin) return owner.isDefault;
    return origin.owner === owner.id ? suggest !== false || origin.job === owner.job : replaced.has(origin.owner);
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
 * Finds the owners that this job was before its check name or its files were changed. Jobs of one matrix look the same but for these, so that check runs have
 * to tell: an owner is replaced if it has one on the commit that its comment was written for, where we have none, and none on the head. On the head itself
 * nobody is replaced, since the other may still be about to finish.
 */
async function findReplaced(
  github: GitHub,
  trigger: Trigger,
  { viewer }: Conversation,
  owner: Owner,
  all: readonly Owned<Comment>[],
): Promise<ReadonlySet<string>> {
  const { headSha } = trigger;
  const suspects = new Map<string, string>();
  for (const { marker } of all) {
    const { origin } = marker;
    if (!origin || origin.owner === owner.id || origin.job !== owner.job) continue;
    if (origin.headSha !== headSha) suspects.set(origin.owner, origin.headSha);
  }
  const replaced = new Set<string>();
  if (suspects.size === 0) return replaced;
  const onHead = await readOwners(github, trigger, { viewer, commit: headSha });
  for (const [suspect, commit] of suspects) {
    if (!onHead.ok || onHead.data.has(suspect)) continue;
    const then = await readOwners(github, trigger, { viewer, commit });
    if (then.ok && then.data.has(suspect) && !then.data.has(owner.id)) replaced.add(suspect);
  }
  return replaced;
}
