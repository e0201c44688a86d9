import { latestVersion, levels, mayDemand, mayHoldWorkload } from "../pod/index.ts";
import { selectsPath } from "../pod/patterns.ts";
import type { Policy } from "../policy/index.ts";
import type { Problem, Source } from "../yaml/index.ts";
import type { Trigger } from "./event.ts";
import { UnreadableChange } from "./failures.ts";
import { readHeadTexts } from "./head-texts.ts";
import type { GitHub } from "./octokit.ts";
import type { Options } from "./options.ts";
import { listTree } from "./trees.ts";

/** The most files that are read from GitHub for their Namespaces: one query's. */
const mostFiles = 100;

/** What the unchanged files of a repository say of namespaces. */
export interface NamespaceSearch {
  /** Files with a Namespace that demands something; each is `elsewhere`. */
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
}

/**
 * Looks for the Namespaces of the repository that the change does not touch, where they could make its policy stricter. It costs two calls: the list of the
 * head's files, and the texts that the checkout does not have, those whose paths speak of namespaces first and no more than `mostFiles`.
 */
export async function findNamespacesElsewhere(
  github: GitHub,
  trigger: Trigger,
  { files, policy }: Options,
  changed: readonly Source[],
): Promise<NamespaceSearch> {
  if (isStrictest(policy) || !changed.some(({ text }) => mayHoldWorkload(text))) return { sources: [], problems: [] };
  const known = new Set(changed.map(({ file }) => file));
  try {
    const tree = await listTree(github, trigger, trigger.headSha);
    const candidates = [...tree]
      .map(([filename, entry]) => ({ filename, ...entry }))
      .filter(({ filename }) => !known.has(filename) && selectsPath(files, filename))
      .toSorted((a, b) => Number(speaksOfNamespaces(b.filename)) - Number(speaksOfNamespaces(a.filename)));
    const texts = await readHeadTexts(github, trigger, candidates, mostFiles);
    const unread = candidates.length - texts.size;
    const demanding = [...texts].flatMap(([file, text]) =>
      typeof text === "string" && mayDemand(text) ? [{ file, text, elsewhere: true }] : [],
    );
    return { sources: demanding, problems: unread > 0 ? [note(describeUnread(unread), changed)] : [] };
  } catch (error) {
    if (!(error instanceof UnreadableChange)) throw error;
    const sentence = `The repository's other Namespaces could not be looked for: ${error.message} The pods are judged without them.`;
    return { sources: [], problems: [note(sentence, changed)] };
  }
}

function note(message: string, [first]: readonly Source[]): Problem {
  return { severity: "note", file: first?.file ?? "", line: 1, message };
}

function describeUnread(count: number): string {
  const files =
    count === 1 ? "1 file of the repository was" : `${count.toLocaleString("en")} files of the repository were`;
  return `${files} not searched for Namespaces: GitHub gives no more than ${mostFiles} at a time. Check the head out (actions/checkout), and all are searched.`;
}

/** Whether no Namespace can demand more: the labels of Pod Security go no further than `restricted` of the latest version. */
function isStrictest({ enforce, kubernetesVersion }: Policy): boolean {
  return levels.indexOf(enforce) >= levels.indexOf("restricted") && kubernetesVersion.minor >= latestVersion.minor;
}

function speaksOfNamespaces(path: string): boolean {
  return /namespace|(^|[^a-z])ns([^a-z]|$)/i.test(path);
}
