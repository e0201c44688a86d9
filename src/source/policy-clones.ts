import { resolve } from "node:path";
import { formatAddress, isCommitId, isSameRepository, type PolicyAddress } from "../policy/index.ts";
import { UsageError } from "./errors.ts";
import { describeRef, type OpenRepository, type PolicyRepository, policyLimit, refsFor } from "./extended-policies.ts";
import { displayPath } from "./files.ts";
import { decodeUtf8 } from "./texts.ts";

/** A clone on this machine, and the repository that it is of. */
interface PolicyClone extends Pick<PolicyAddress, "owner" | "repository"> {
  /** The user's own words for its folder. */
  readonly folder: string;
}

const option = "--policy-clone";

/**
 * Opens other repositories in their clones on this machine, as `--policy-clone OWNER/REPOSITORY=PATH` gives them: at a ref, by git, never from the work
 * tree, and without a connection. Throws a UsageError for an option that is not of that form.
 */
export function openClones(options: readonly string[]): OpenRepository {
  const clones = options.map(readClone);
  return async (address, asker) => {
    const clone = clones.find((each) => isSameRepository(each, address));
    const name = `${address.owner}/${address.repository}`;
    if (!clone)
      throw new UsageError(
        `${asker} is a file of another repository, and the command line opens no connection: clone ${name}, and add ${option} ${name}=PATH.`,
      );
    return await openClone(clone, address, asker);
  };
}

function readClone(text: string): PolicyClone {
  const [, owner, repository, folder] = /^(\w[\w-]*)\/([\w.-]+)=(.+)$/s.exec(text) ?? [];
  if (owner && repository && folder) return { owner, repository, folder };
  throw new UsageError(`${option} ${JSON.stringify(text)}: write OWNER/REPOSITORY=PATH, where PATH is its clone.`);
}

async function openClone({ folder }: PolicyClone, address: PolicyAddress, asker: string): Promise<PolicyRepository> {
  const { runGit } = await import("./git.ts");
  // A clone may lack objects that git would fetch: nothing is fetched here.
  const offline = { GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "none" };
  const git = (...args: readonly string[]) => runGit(["-C", resolve(folder), ...args], "", offline);
  const top = await git("rev-parse", "--show-prefix").catch(() => {
    throw new UsageError(`${option} needs git, and there is none on PATH.`);
  });
  if (top.status !== 0)
    throw new UsageError(`${option} ${JSON.stringify(folder)}: git does not open a repository there: ${top.reason}.`);
  if (top.stdout.toString().trim() !== "")
    throw new UsageError(`${option} ${JSON.stringify(folder)}: this is a folder in a repository: name its top.`);
  for (const { name, isBranch } of refsFor(address.ref)) {
    const revision = isCommitId(name) ? name : `refs/${name}`;
    const found = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
    const commit = found.stdout.toString().trim();
    if (found.status === 0 && isCommitId(commit))
      return { ...describeRef(address, commit, isBranch), read: (path) => readAt(commit, path) };
  }
  throw new UsageError(
    `${asker}: ${JSON.stringify(address.ref)} names no commit, tag or branch in the clone ${displayPath(folder)}: fetch it there (git fetch --tags), or write a commit in full.`,
  );

  async function readAt(commit: string, path: string) {
    const file = formatAddress({ ...address, path });
    const listed = await git("ls-tree", "-z", "--full-tree", commit, "--", `:(top,literal)${path}`);
    const [, mode, blob] = /^(\d{6}) blob ([0-9a-f]+)\t/.exec(listed.stdout.toString()) ?? [];
    if (!blob) return undefined;
    if (mode === "120000") throw new UsageError(`${file}: it is a symbolic link: name the file that it leads to.`);
    const { status, stdout, reason } = await git("cat-file", "blob", blob);
    if (status !== 0) throw new UsageError(`${file}: it could not be read in the clone: ${reason}.`);
    if (stdout.length > policyLimit)
      throw new UsageError(`${file}: it is larger than 1 MiB, the most that a policy may have.`);
    const text = decodeUtf8(stdout);
    if (text === undefined) throw new UsageError(`${file}: it is not UTF-8 text. Save it as UTF-8.`);
    return { file, text };
  }
}
