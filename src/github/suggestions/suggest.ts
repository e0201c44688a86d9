import { carryWith } from "../../rendering/manifests.ts";
import type { Result } from "../../review/result.ts";
import type { Source } from "../../yaml/index.ts";
import type { Change } from "../change.ts";
import { type ChangedFile, listChanges } from "../changed-files.ts";
import { type PullScope, readPullRequest } from "../event.ts";
import type { GitHub } from "../octokit.ts";
import type { Options } from "../options.ts";
import type { ReviewedChange } from "../review-change.ts";
import { log } from "../runner.ts";
import { type Hunk, isCommentable, parseHunks } from "./hunks.ts";
import { readPosted } from "./markers.ts";
import { patchCommentBody, patchCommentId, syncPatchComment } from "./patch-comment.ts";
import { patchFiles } from "./patches.ts";
import { applyChanges, bySeverity, type Offer, offerFixes, type Suggestion } from "./prove.ts";
import { offerRendered } from "./rendered.ts";
import { draftComments, draftId, type PullRequest, syncReviewComments } from "./review-comments.ts";

export interface SuggestedFixes {
  /** What could not be done as asked, for the summary. */
  readonly notes: readonly string[];
  /** The ids of the comments that stand on the pull request for this head, for the next run on it. */
  readonly posted: readonly string[];
}

/** The most comments of one review: GitHub answers a larger one with "submitted too quickly", having made a part of it. */
const mostComments = 30;
const nothing: SuggestedFixes = { notes: [], posted: [] };

/**
 * Offers the fixes on the pull request: suggestions for what lies in the diff, and one comment with a patch for the rest. What earlier runs have offered and
 * is fixed by now is removed. Drafts get nothing.
 */
export async function suggestFixes(
  github: GitHub | undefined,
  reviewed: ReviewedChange,
  options: Options,
): Promise<SuggestedFixes> {
  const { change, result } = reviewed;
  const { suggest, maxSuggestions, checkName } = options;
  const { trigger, files } = change;
  const { scope, owner, repo, headSha } = trigger;
  if (!github || !suggest || scope.kind !== "pull") return nothing;
  if (scope.isDraft) {
    log("The pull request is a draft: suggestions wait until it is ready for review.");
    return nothing;
  }
  if (files.length === 0 && !scope.hasComments) return nothing;
  const offers = [...(await offerAllFixes(change, result)), ...(await offerAllRendered(reviewed, options))];
  const obstacle = await findObstacle(github, change, scope);
  if (obstacle) return noteObstacle(obstacle);

  const wanted = selectSuggestions(offers, Math.min(maxSuggestions, mostComments));
  const drafts = draftComments(wanted);
  const pull: PullRequest = { owner, repo, number: scope.number, headSha };
  let recorded: ReadonlySet<string> = new Set();
  const readDeleted = async () => {
    if (recorded.size === 0) recorded = new Set(await readPosted(github, trigger, checkName));
    return recorded;
  };
  const readCommentable = async () =>
    (await findObstacle(github, change, scope)) ? undefined : await listCommentable(github, change);
  const comments = await syncReviewComments(github, pull, drafts, { readDeleted, readCommentable });
  const { standing, refused, writes, failure } = comments;
  if (writes > 0) log(`Suggestions: ${standing.length} on the pull request, ${writes} comments written or removed.`);
  // The other comments would be refused too.
  if (failure && standing.length === 0) return noteObstacle(failure);

  const shown = wanted.filter((suggestion) => !refused.some((draft) => draft.suggestion === suggestion));
  const rest = offers.map((offer) => ({ source: offer.source, text: applyRest(offer, shown) }));
  const body = patchCommentBody(patchFiles(rest));
  const patch = await syncPatchComment(github, pull, body, readDeleted);
  const posted = [...standing.map(draftId), ...(body && patch.isStanding ? [patchCommentId(body)] : []), ...recorded];
  const notes = [failure, patch.failure].filter((each) => each !== undefined);
  for (const note of notes) log(note);
  return { notes, posted };
}

function noteObstacle(note: string): SuggestedFixes {
  log(note);
  return { notes: [note], posted: [] };
}

/** The reason why nothing may be written on the pull request: it has a newer head, or it is closed. */
async function findObstacle(
  github: GitHub,
  { trigger, hasMoved }: Change,
  { number }: PullScope,
): Promise<string | undefined> {
  const { owner, repo, headSha } = trigger;
  const newerHead = "The pull request has a newer head than this run: its own run makes the suggestions.";
  if (hasMoved) return newerHead;
  const answer = await github.ask(({ rest }) => rest.pulls.get({ owner, repo, pull_number: number }));
  // GitHub itself refuses comments on what has changed.
  if (!answer.ok) return undefined;
  if (readPullRequest(answer.data).headSha !== headSha) return newerHead;
  return answer.data.state === "closed" ? "The pull request is closed: it gets no suggestions." : undefined;
}

async function offerAllFixes({ files, sources }: Change, result: Result): Promise<Offer[]> {
  // What renderings are made of is offered with these.
  const rendered = new Set(result.findings.flatMap(({ edits = [] }) => edits.map(({ file }) => file)));
  const fixable = new Set(
    result.findings.flatMap(({ fix, edits, location: { file } }) =>
      fix && !edits && !rendered.has(file) ? [file] : [],
    ),
  );
  const byName = new Map(files.map((file) => [file.filename, file]));
  const policy = { ...result.policy, gate: "all" } as const;
  const offers: Offer[] = [];
  for (const source of sources.filter(({ file }) => fixable.has(file)))
    offers.push(await offerFixes(source, hunksFor(source, byName.get(source.file)), policy));
  return offers;
}

/** Offers the fixes of the files that renderings were made of. */
async function offerAllRendered(
  { change, renderings, fixed, result }: ReviewedChange,
  { rendering }: Options,
): Promise<Offer[]> {
  const carry = carryWith(rendering);
  if (!carry || renderings.length === 0) return [];
  const byName = new Map(change.files.map((file) => [file.filename, file]));
  const findings = result.findings.filter(({ fix, ignored }) => fix && !ignored);
  const offers: Offer[] = [];
  for (const source of change.sources.filter(({ file, text }) => (fixed.get(file) ?? text) !== text))
    offers.push(
      await offerRendered(source, hunksFor(source, byName.get(source.file)), { renderings, fixed, findings, carry }),
    );
  return offers;
}

/** The hunks that suggestions for a file may lie in: none if it has CRLF line ends, which comments do not keep. */
function hunksFor({ text }: Source, file: ChangedFile | undefined): Hunk[] {
  return file && !text.includes("\r") ? parseHunks(file, text.split("\n")) : [];
}

/** The most serious suggestions. No two are about one line: GitHub would apply only one of them. */
function selectSuggestions(offers: readonly Offer[], most: number): Suggestion[] {
  const sorted = offers.flatMap(({ suggestions }) => suggestions).toSorted(bySeverity);
  return sorted.filter((each, index) => !sorted.slice(0, index).some((other) => shareLine(each, other))).slice(0, most);
}

function shareLine(a: Suggestion, b: Suggestion): boolean {
  return a.file === b.file && a.start < b.end && b.start < a.end;
}

/** A file with the fixes that no suggestion on the pull request holds. */
function applyRest({ source, suggestions, rest }: Offer, shown: readonly Suggestion[]): string {
  const left = suggestions.filter((suggestion) => !shown.includes(suggestion));
  return applyChanges(source.text, [...rest, ...left]);
}

/** Lists the change once more, and says which suggestions lie in its hunks. */
async function listCommentable(
  github: GitHub,
  { trigger, sources }: Change,
): Promise<(suggestion: Suggestion) => boolean> {
  const { files } = await listChanges(github, trigger, { withPatches: true });
  return ({ file, start, end }) => {
    const source = sources.find((each) => each.file === file);
    const changed = files.find(({ filename }) => filename === file);
    return source !== undefined && isCommentable(hunksFor(source, changed), start, end);
  };
}
