import { formatAddress, type PolicyAddress } from "../policy/index.ts";
import { UsageError } from "../source/errors.ts";
import {
  describeRef,
  type OpenRepository,
  type PolicyRepository,
  policyLimit,
  refsFor,
} from "../source/extended-policies.ts";
import { decodeUtf8 } from "../source/texts.ts";
import { explainFailure, type Failure, failureWords, unreachable } from "./failures.ts";
import type { GitHub } from "./octokit.ts";

/** Who reads a policy, and the input that its token comes from. */
export interface PolicyToken {
  readonly github: GitHub | undefined;
  readonly input: "config-token" | "github-token";
}

/** Opens other repositories by GitHub's API, at the commit of a ref. */
export function openByApi(token: PolicyToken): OpenRepository {
  return async (address, asker) => {
    const { github } = token;
    if (!github)
      throw new UsageError(
        `${asker}: there is no token to read it with: leave out the input github-token to use the job's own, or set config-token.`,
      );
    const { commit, isBranch } = await findCommit(github, address, token.input, asker);
    return { ...describeRef(address, commit, isBranch), read: (path) => readFile(github, address, commit, path) };
  };
}

async function findCommit(
  github: GitHub,
  { owner, repository: repo, ref }: PolicyAddress,
  input: PolicyToken["input"],
  asker: string,
): Promise<{ readonly commit: string; readonly isBranch: boolean }> {
  let failure: Failure | undefined;
  for (const { name, isBranch } of refsFor(ref)) {
    const answer = await github.ask(({ rest }) => rest.repos.getCommit({ owner, repo, ref: name, per_page: 1 }));
    if (answer.ok) {
      const { sha, url } = answer.data;
      // GitHub follows a repository to where it was moved. Whom it belongs to now is not whom the workflow trusts.
      const [, owned, called] = /\/repos\/([^/]+)\/([^/]+)\/commits\//.exec(url) ?? [];
      if (owned !== undefined && owned.toLowerCase() !== owner.toLowerCase())
        throw new UsageError(
          `${asker}: ${owner}/${repo} belongs to ${owned} now, as ${owned}/${called}: write its new name if you trust that owner.`,
        );
      return { commit: sha, isBranch };
    }
    failure = answer;
    if (![404, 409, 422].includes(answer.status)) break;
  }
  // GitHub answers 422 for a ref that it does not know, and 409 where there is no commit at all.
  if (failure?.status === 422 || failure?.status === 409)
    throw new UsageError(
      `${asker}: ${JSON.stringify(ref)} names no commit, tag or branch of ${owner}/${repo}: write one that exists, and a commit in full.`,
    );
  throw new UsageError(`${asker}: ${explainUnread(failure ?? unreachable(""), `${owner}/${repo}`, input)}.`);
}

/** Why a policy can't be had, with GitHub's own words and what to do. */
function explainUnread(failure: Failure, name: string, input: PolicyToken["input"]): string {
  const { why, status } = failure;
  const words = failureWords(failure);
  if (why === "token") return `GitHub does not accept the token of the input ${input} (${words}): renew it`;
  const isHidden = why === "permission" || (why === "refused" && status === 403);
  if (!isHidden) return explainFailure(failure, "contents: read");
  const shown = `GitHub does not show ${name} (${words})`;
  return input === "config-token"
    ? `${shown}: check the name, and that the token of the input config-token may read its contents`
    : `${shown}: check the name; the job's own token reads no other private repository, and the input config-token is empty. Pull requests from forks and by Dependabot get no secret: they can be judged by a policy in a public repository, or on pull_request_target`;
}

/** Reads a file of a commit (REST "Get repository content"): up to 1 MB it comes with its text. */
async function readFile(
  github: GitHub,
  address: PolicyAddress,
  commit: string,
  path: string,
): ReturnType<PolicyRepository["read"]> {
  const { owner, repository: repo } = address;
  const file = formatAddress({ ...address, path });
  const answer = await github.ask(({ rest }) => rest.repos.getContent({ owner, repo, path, ref: commit }));
  if (!answer.ok && answer.status === 404) return undefined;
  if (!answer.ok) throw new UsageError(`${file}: it could not be read: ${explainFailure(answer, "contents: read")}.`);
  const { data } = answer;
  if (Array.isArray(data) || data.type !== "file") throw new UsageError(`${file}: it is not a file.`);
  if (data.size > policyLimit || !("content" in data) || data.encoding !== "base64")
    throw new UsageError(`${file}: it is larger than 1 MiB, the most that a policy may have.`);
  const text = decodeUtf8(Buffer.from(data.content, "base64"));
  if (text === undefined) throw new UsageError(`${file}: it is not UTF-8 text. Save it as UTF-8.`);
  return { file, text };
}
