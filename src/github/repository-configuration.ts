import {
  addressForm,
  defaultPolicy,
  isOldBaseline,
  isWrittenAnew,
  type Policy,
  parseAddress,
} from "../policy/index.ts";
import { UsageError } from "../source/errors.ts";
import {
  allowsOnlyBefore,
  exemptAsBefore,
  type PolicyRepository,
  type PolicyStack,
  stackPolicies,
} from "../source/extended-policies.ts";
import {
  baselineName,
  configurationName,
  misspeltError,
  misspeltName,
  parseBaseline,
  parseConfiguration,
  readFileWithin,
} from "../source/own-files.ts";
import type { Source } from "../yaml/index.ts";
import { type BlobNode, type BlobPlace, blobField, completeTexts, fetchTexts } from "./blobs.ts";
import type { Trigger } from "./event.ts";
import { explainFailure, UnreadableChange } from "./failures.ts";
import type { Inputs } from "./inputs.ts";
import type { Answer, GitHub } from "./octokit.ts";
import { aliasFields, type ListPage, nodesOf, queryRepository } from "./repository-query.ts";
import { openByApi, type PolicyToken } from "./shared-policy.ts";

/** What the repository's own files say, and the policies that they extend. */
export interface RepositoryConfiguration extends PolicyStack {
  readonly baseline: Policy["baseline"];
  /** The paths that the pull request touches; `undefined` unless one query gave all of them. They suffice to see that no manifest is among them. */
  readonly changedPaths: readonly string[] | undefined;
}

/**
 * Loads the configuration, what it extends, and the baseline. For a pull request or merge group they are the base's, read by GitHub's API and never from the
 * checkout, so that a change can neither switch its own gate off nor accept its own findings; `config-ref: head` reads the change's own. For all other events
 * they are those of the judged commit. `config` may name a policy of another repository, which `policyToken` reads. Throws a UsageError for a mistake in them,
 * with its line.
 */
export async function loadRepositoryConfiguration(
  github: GitHub | undefined,
  trigger: Trigger,
  { config, configRef = "base" }: Pick<Inputs, "config" | "configRef">,
  policyToken: PolicyToken,
): Promise<RepositoryConfiguration> {
  const address = config === undefined ? undefined : parseAddress(config);
  const ownName = address ? configurationName : (config ?? configurationName);
  const revision = revisionToRead(trigger, configRef);
  const read = await readOwnFiles(github, trigger, revision, [ownName, baselineName, misspeltName]);
  const [own, baseline, misspelt] = read?.files ?? [];
  const isFull = trigger.scope.kind === "full";
  const nameOf = (commit: string) => (isFull ? "the checkout" : `${commit.slice(0, 7)}, where it is read`);
  if (read && !own && config !== undefined && !address)
    throw new UsageError(
      `The input config names ${JSON.stringify(config)}, but there is no such file in ${nameOf(revision)}. A configuration that a pull request adds takes effect once it is merged. A file in another repository is written as ${addressForm}.`,
    );
  if (!own && misspelt) throw misspeltError(misspeltName);
  // What a change extends by itself is not read with a token that it could not use.
  const isTrusted = address !== undefined || configRef === "base" || !trigger.asksToMerge;
  const jobToken: PolicyToken = { github, input: "github-token" };
  const open = openByApi(isTrusted ? policyToken : jobToken);
  const named = address && { address, from: "input config", asker: `The input config ${JSON.stringify(config)}` };
  const filesAt = async (commit: string, ...names: readonly string[]) =>
    (await readOwnFiles(github, trigger, commit, names))?.files ?? [];
  const stackAt = async (commit: string, source: Source | undefined) => {
    const repository: PolicyRepository = {
      name: "",
      where: nameOf(commit),
      commit: "",
      notes: [],
      read: async (path) => (await filesAt(commit, path))[0],
    };
    const placed = source && { configuration: await parseConfiguration(source), repository, path: ownName };
    return await stackPolicies(placed, named, open);
  };
  const asked = await stackAt(revision, own);
  // What a change exempts by itself does not count where the shared policy says so.
  const isFromBefore = configRef === "head" && trigger.asksToMerge && allowsOnlyBefore(asked);
  const [ownBefore, baselineBefore] = isFromBefore
    ? await filesAt(trigger.baseSha, ownName, baselineName)
    : [own, baseline];
  const stack = isFromBefore ? exemptAsBefore(asked, await stackAt(trigger.baseSha, ownBefore)) : asked;
  const isOld = baselineBefore !== undefined && isOldBaseline(baselineBefore);
  const [after] = isOld && !isFull ? await filesAt(trigger.headSha, baselineName) : [];
  const isRewritten = isOld && isWrittenAnew(baselineBefore, after);
  return {
    ...stack,
    notes: [...describeShared(stack), ...stack.notes, ...(isRewritten ? [writtenAnew] : [])],
    baseline: baselineBefore && !isRewritten ? parseBaseline(baselineBefore) : defaultPolicy.baseline,
    changedPaths: read?.changedPaths,
  };
}

const writtenAnew = `${baselineName} has the old format before this change, and the change rewrites it: it accepts nothing until the change is merged.`;

/** Says which shared policies a run is judged by, and at which commits. */
function describeShared({ entries }: PolicyStack): string[] {
  const names = [...new Set(entries.map(({ value }) => String(value)))];
  return names.length === 0 ? [] : [`Judged by ${names.join(", and ")}.`];
}

async function readOwnFiles(
  github: GitHub | undefined,
  trigger: Trigger,
  revision: string,
  names: readonly string[],
): Promise<
  { readonly files: readonly (Source | undefined)[]; readonly changedPaths: string[] | undefined } | undefined
> {
  if (trigger.scope.kind === "full") return { files: readCheckout(trigger.workspace, names), changedPaths: undefined };
  // Without a token no change can be listed either: reading the change reports that.
  return github && (await readRevision(github, trigger, revision, names));
}

/** A change that asks to be merged is judged by the base, unless the workflow wants its own configuration. */
function revisionToRead({ asksToMerge, headSha, baseSha }: Trigger, configRef: "base" | "head"): string {
  return asksToMerge && configRef === "base" ? baseSha : headSha;
}

function readCheckout(workspace: string, names: readonly string[]): (Source | undefined)[] {
  return names.map((name) => {
    const found = readFileWithin(workspace, name);
    return found && { ...found, file: name };
  });
}

type Revision = Readonly<Record<`f${number}`, BlobNode | null>> & { readonly pull?: PullRequestFiles | null };

interface PullRequestFiles {
  readonly headRefOid: string;
  readonly files:
    | ({ readonly totalCount: number } & ListPage<{ readonly path: string; readonly changeType: string }>)
    | null;
}

/** Paths on one page of GitHub's answer. */
const pageSize = 100;

interface ReadRevision {
  readonly files: readonly (Source | undefined)[];
  readonly changedPaths: string[] | undefined;
}

/** Reads files of a revision and, if one page can hold them, the paths that the pull request touches: all of it in one query. */
async function readRevision(
  github: GitHub,
  trigger: Trigger,
  revision: string,
  names: readonly string[],
): Promise<ReadRevision> {
  const { scope, headSha } = trigger;
  const places = names.map((file) => ({ commit: revision, file }));
  const objects = aliasFields(places.map(blobField));
  const isSmall = scope.kind === "pull" && (scope.changedFiles ?? pageSize) <= pageSize;
  const pull = `pullRequest(number: ${isSmall && scope.number}) { headRefOid files(first: ${pageSize}) { totalCount nodes { path changeType } } }`;
  const whole = await queryRepository<Revision>(github, trigger, isSmall ? { ...objects, pull } : objects);
  const texts = await readTexts(github, trigger, places, whole);
  if (!texts.ok)
    throw new UsageError(`The configuration could not be read: ${explainFailure(texts, "contents: read")}.`);
  const files = names.map((file, index) => {
    const text = texts.data[index];
    if (typeof text !== "object") return text === undefined ? undefined : { file, text };
    throw new UsageError(`${file}: it could not be read at ${revision.slice(0, 7)}: ${text.unread.reason}.`);
  });
  return { files, changedPaths: whole.ok ? pathsIn(whole.data.pull, headSha) : undefined };
}

/** The texts of files by the answer to the query for them; by other ways if that failed, and may have failed for the pull request that it asks for too. */
async function readTexts(
  github: GitHub,
  trigger: Trigger,
  places: readonly BlobPlace[],
  whole: Answer<Revision>,
): ReturnType<typeof fetchTexts> {
  if (whole.ok) {
    const blobs = places.map((_, index) => whole.data[`f${index}`]);
    return await completeTexts(github, trigger, places, blobs);
  }
  if (whole.why !== "permission" && whole.why !== "unreachable") return whole;
  try {
    return await fetchTexts(github, trigger, places);
  } catch (error) {
    if (error instanceof UnreadableChange) return whole;
    throw error;
  }
}

/** All paths of a pull request, if its head is still the commit that is judged, and none of them had another name. */
function pathsIn(pull: PullRequestFiles | null | undefined, headSha: string): string[] | undefined {
  const files = nodesOf(pull?.files);
  const isWhole = pull?.headRefOid === headSha && files?.length === pull.files?.totalCount;
  const isPlain = isWhole && files?.every(({ changeType }) => changeType !== "RENAMED");
  return isPlain ? files?.map(({ path }) => path) : undefined;
}
