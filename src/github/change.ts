import { existsSync, readdirSync } from "node:fs";
import { isKustomization, mayDemand, saysObject } from "../pod/index.ts";
import { selectsPath } from "../pod/patterns.ts";
import type { Policy } from "../policy/index.ts";
import type { Root } from "../rendering/index.ts";
import { takeOutRoots } from "../rendering/manifests.ts";
import { findOtherFiles } from "../review/moved-files.ts";
import { findUnselectedWorkloads } from "../review/unselected-workloads.ts";
import { UsageError } from "../source/errors.ts";
import { collect } from "../source/files.ts";
import { addTextsBefore, findBelow, replacedBy } from "../source/texts.ts";
import type { Problem, Source } from "../yaml/index.ts";
import type { BlobText } from "./blobs.ts";
import { type ChangedFile, compareCommits, type Listing, listChanges } from "./changed-files.ts";
import type { Trigger } from "./event.ts";
import { explainFailure, UnreadableChange } from "./failures.ts";
import { findGoneFiles } from "./gone-files.ts";
import { followLinks, readHeadTexts, readPlaces } from "./head-texts.ts";
import type { GitHub } from "./octokit.ts";
import type { Options } from "./options.ts";
import { findNamespacesElsewhere } from "./other-namespaces.ts";
import { mayTouchRoots, renderTouched, selectsRoot } from "./touched-roots.ts";

/** The manifests to judge: their texts now and before, and what could not be read. */
export interface Change {
  readonly trigger: Trigger;
  /** The changed manifests, and the changed files of what is rendered; empty if the whole checkout is judged. */
  readonly files: readonly ChangedFile[];
  readonly sources: readonly Source[];
  /** The same manifests before the change, as far as they are known. */
  readonly before: readonly Source[];
  /** Whether what is new is told from what was there before. */
  readonly isCompared: boolean;
  readonly problems: readonly Problem[];
  /** Files that the baseline names and that are gone, as far as that matters. */
  readonly gone: ReadonlySet<string>;
  /** The charts and overlays of the whole checkout, which are still to be rendered. */
  readonly roots?: readonly Root[];
  /** Whether the pull request has another head by now. */
  readonly hasMoved: boolean;
}

/**
 * Reads what the event asks to judge: the change's manifests, or all of the checkout. `changedPaths` are the paths of the change, if they are known already.
 * Throws an UnreadableChange if GitHub does not give all of it, and a UsageError if the workflow has to be changed.
 */
export async function readChange(
  github: GitHub | undefined,
  trigger: Trigger,
  options: Options,
  changedPaths: readonly string[] | undefined,
): Promise<Change> {
  const { files, policy, shard } = options;
  if (trigger.scope.kind === "full") return readCheckout(trigger, options);
  if (shard)
    throw new UsageError(
      "The input shard divides a review of the whole checkout, and this event has a change to review: leave the input out here. schedule and workflow_dispatch review the whole checkout.",
    );
  if (!github)
    throw new UsageError(
      "The input github-token is empty, and GitHub's API lists the change's files: leave the input out, and the job's own token is used.",
    );
  const hasManifests = changedPaths?.some((path) => selectsPath(files, path)) ?? true;
  if (!hasManifests && !(await mayTouchRoots(trigger, options, changedPaths ?? [])))
    return { ...emptyChange(trigger), isCompared: isComparedWithBase(trigger, options) };
  try {
    const listing = await listChanges(github, trigger, { withPatches: options.suggest !== false });
    const manifests = await readChangedManifests(github, trigger, options, listing);
    const rendered = await renderTouched(github, trigger, options, listing, manifests);
    const { unselected, ...change } = { ...manifests, ...rendered };
    const unjudged = await findUnselectedWorkloads(
      { unselected, selected: change.sources, base: manifests.before },
      policy,
    );
    const { gone, problems } = await findGoneFiles(github, trigger, options, listing.files, change.sources);
    return { ...change, gone, problems: [...change.problems, ...unjudged, ...problems] };
  } catch (error) {
    // After a forced push the commit before it may be gone. The whole checkout is more than was asked for, and misses nothing.
    const isForcedPush = error instanceof UnreadableChange && trigger.scope.kind === "range" && policy.gate !== "new";
    if (isForcedPush) return readCheckout(trigger, options);
    throw error;
  }
}

/** Whether what is new is told from what was there before: for the gate, for what may be exempted, or for the suggestions. */
function isComparedWithBase({ scope }: Trigger, { policy, suggest }: Options): boolean {
  const isAsked = policy.gate !== "all" || policy.exempting.allows === "base";
  return isAsked || (scope.kind === "pull" && suggest === "new");
}

function emptyChange(trigger: Trigger): Change {
  const nothing = { files: [], sources: [], before: [], problems: [], gone: new Set<string>() };
  return { trigger, ...nothing, isCompared: false, hasMoved: false };
}

/** A change, with the files that are not judged because of their names. */
interface NamedChange extends Change {
  /** Files that it brings or changes, and that are not judged. */
  readonly unselected: readonly Source[];
}

async function readChangedManifests(
  github: GitHub,
  trigger: Trigger,
  options: Options,
  listing: Listing,
): Promise<NamedChange> {
  const isCompared = isComparedWithBase(trigger, options);
  const nothing = { ...emptyChange(trigger), isCompared, hasMoved: listing.hasMoved };
  const isSelected = (file: string) => selectsPath(options.files, file);
  const touched = listing.files.filter((file) => isSelected(file.filename) || isSelected(nameBefore(file)));
  const files = touched.filter(({ filename, status }) => status !== "removed" && isSelected(filename));
  const unselected = await readUnselected(github, trigger, listing.files, isSelected);
  if (files.length === 0 && unselected.sources.length === 0) return { ...nothing, unselected: [] };
  const sources = toSources(
    await followLinks(github, trigger, await readHeadTexts(github, trigger, files), isSelected),
  );
  const { baseline } = options.policy;
  const known = isCompared ? touched : touched.filter(mayTellByBase(sources, isSelected, baseline));
  const before = await readBase(github, trigger, listing, known);
  // What can't be read excuses nothing, and still tells what was a manifest.
  const readable = before.filter(({ unread }) => !unread);
  const elsewhere = await findNamespacesElsewhere(github, trigger, options, sources);
  const namesBefore = new Map(known.map((file) => [file.filename, nameBefore(file)]));
  return {
    ...nothing,
    files,
    before: readable,
    sources: [
      ...addTextsBefore(sources, before, (file) => namesBefore.get(file) ?? file).toSorted(byFile),
      ...findReplacedFolders(unselected.sources, readable),
      ...elsewhere.sources,
      ...(isCompared
        ? []
        : readable.filter(({ text }) => mayDemand(text)).map((source) => ({ ...source, elsewhere: true }))),
    ],
    problems: [...elsewhere.problems, ...unselected.problems],
    unselected: unselected.sources,
  };
}

/**
 * Selects the touched files whose base is read even if nothing is compared: it still tells which texts that may be passed over were manifests, what its
 * Namespaces demanded, which a change does not loosen for itself, and what the baseline accepted under another name.
 */
function mayTellByBase(
  sources: readonly Source[],
  isSelected: (file: string) => boolean,
  baseline: Policy["baseline"],
): (file: ChangedFile) => boolean {
  const suspects = new Set(sources.filter(mayNeedBase).map(({ file }) => file));
  const mayHaveMoved = findOtherFiles(baseline, sources).size > 0;
  return ({ filename, status }) =>
    mayHaveMoved || suspects.has(filename) || status === "removed" || !isSelected(filename);
}

/** The most other files that are read from GitHub: one query's. */
const mostUnselected = 100;

/**
 * Reads the change's other files, where a manifest is gone and may be one of them now, or a kustomization may name one. It costs one call: a note reports the
 * files beyond `mostUnselected` that the checkout lacks.
 */
async function readUnselected(
  github: GitHub,
  trigger: Trigger,
  files: readonly ChangedFile[],
  isSelected: (file: string) => boolean,
): Promise<{ readonly sources: readonly Source[]; readonly problems: readonly Problem[] }> {
  const present = files.filter(({ status }) => status !== "removed");
  const isLeft = (file: ChangedFile) => isSelected(nameBefore(file)) && file.status === "renamed";
  const rest = present.filter(({ filename }) => !isSelected(filename));
  const mayHide =
    files.some(({ filename, status }) => status === "removed" && isSelected(filename)) ||
    rest.some(isLeft) ||
    present.some(({ filename }) => isKustomization(filename));
  const wanted = mayHide ? rest.toSorted((a, b) => Number(isLeft(b)) - Number(isLeft(a))) : [];
  const texts = await readHeadTexts(github, trigger, wanted, mostUnselected);
  const unread = wanted.filter(({ filename }) => !texts.has(filename));
  return {
    sources: toSources(texts),
    problems: unread.slice(0, 1).map(({ filename }) => ({
      severity: "note",
      file: filename,
      line: 1,
      message: `${unread.length} of the change's other files were not searched for workloads, this one first: GitHub gives no more than ${mostUnselected} at a time. Check the head out (actions/checkout), and all are searched.`,
    })),
  };
}

function toSources(texts: ReadonlyMap<string, BlobText>): Source[] {
  return [...texts].map(([file, text]) => (typeof text === "string" ? { file, text } : { file, ...text }));
}

/** Links and submodules in the place of folders with manifests. */
function findReplacedFolders(unselected: readonly Source[], base: readonly Source[]): Source[] {
  return unselected.flatMap(({ file, unread }) => {
    const before = unread && findBelow(file, base);
    return before
      ? [
          {
            file,
            text: "",
            unread: replacedBy[unread.what === "submodule" ? "submodule" : "link"],
            before: before.text,
          },
        ]
      : [];
  });
}

/** Whether the base tells something of a text: what is certainly a manifest, and has no Namespace, needs none. */
function mayNeedBase({ text, unread }: Source): boolean {
  return unread !== undefined || !saysObject(text) || text.includes("{{") || text.includes("Namespace");
}

function nameBefore({ filename, previous_filename: previous }: ChangedFile): string {
  return previous ?? filename;
}

/** Reads touched files as they were before, removed ones too: what has only moved is not new. */
async function readBase(
  github: GitHub,
  trigger: Trigger,
  { mergeBase }: Listing,
  touched: readonly ChangedFile[],
): Promise<Source[]> {
  const names = touched.filter(({ status }) => status !== "added" && status !== "copied").map(nameBefore);
  if (names.length === 0) return [];
  const commit = mergeBase ?? (await findMergeBase(github, trigger));
  const places = names.map((file) => ({ commit, file }));
  const sources = toSources(await readPlaces(github, trigger, places, { tellLinks: false }));
  const closed = sources.find(({ unread }) => unread?.what === "closed");
  if (!closed) return sources;
  throw new UnreadableChange(`${closed.file}: it could not be read as it was before: ${closed.unread?.reason}.`);
}

async function findMergeBase(github: GitHub, trigger: Trigger): Promise<string> {
  const answer = await compareCommits(github, trigger);
  if (answer.ok) return answer.data.mergeBase;
  throw new UnreadableChange(`The merge base could not be found: ${explainFailure(answer, "contents: read")}.`);
}

async function readCheckout(trigger: Trigger, options: Options): Promise<Change> {
  const { workspace } = trigger;
  const isThere = existsSync(workspace) && readdirSync(workspace).length > 0;
  if (!isThere)
    throw new UsageError(
      "The whole checkout is to be reviewed, and the workspace is empty: put actions/checkout before this step.",
    );
  const found = await collect(["."], ({ file }) => selectsRoot(options, file));
  const { sources, problems, roots } = await takeOutRoots(found, options.rendering);
  const named = [...options.policy.baseline.values()].flat().flatMap(({ file }) => file ?? []);
  const gone = new Set(named.filter((file) => !existsSync(file)));
  return { ...emptyChange(trigger), sources, problems, gone, roots };
}

function byFile(a: Source, b: Source): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}
