import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Policy, Settings } from "../policy/index.ts";
import { defaultPolicy } from "../policy/policy.ts";
import { UsageError } from "../source/errors.ts";
import { baselineName, configurationName, readOwn } from "../source/repository.ts";
import type { Source } from "../yaml/index.ts";
import { type Api, reason } from "./api.ts";
import type { Trigger } from "./event.ts";
import type { Written } from "./repository-files.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** What the repository's own files say. */
export interface Configured {
  /** The environment, with the configuration where the workflow gives no input. */
  readonly env: Environment;
  readonly policy: Pick<Policy, "namespaces" | "workloads" | "exemptions" | "rules" | "fix" | "limits" | "baseline">;
  /** The paths that the pull request touches, where one answer holds them all: enough to see that there is no manifest among them. */
  readonly touched: readonly string[] | undefined;
}

/**
 * The configuration and the baseline. Of a change that asks to be let in they are the base's, by GitHub's API and never from the checkout: it can't
 * switch its own gate off, nor accept its own findings. `config-ref: head` takes the change's own. Else they are those of the commit that is judged.
 */
export async function configured(env: Environment, api: Api | undefined, trigger: Trigger): Promise<Configured> {
  const input = (name: string) => env[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;
  const named = input("config");
  const ref = input("config-ref") ?? "base";
  if (ref !== "base" && ref !== "head")
    throw new UsageError(`The input config-ref is ${JSON.stringify(ref)}: use one of base, head.`);
  const path = named ?? configurationName;
  const revision = revisionFor(trigger, ref);
  const misnamed = ".secctx.yml";
  const names = [path, baselineName, misnamed];
  const isFull = trigger.scope.kind === "full";
  // Without a token no change is judged, and that is said where it is found.
  const found = isFull
    ? { files: inCheckout(env.GITHUB_WORKSPACE ?? ".", names), touched: undefined }
    : api && (await atRevision(api, trigger, revision, names));
  const [own, accepted, other] = found?.files ?? [];
  const where = isFull ? "the checkout" : `${revision.slice(0, 7)}, from which it is read`;
  if (found && !own && named)
    throw new UsageError(
      `The input config names ${JSON.stringify(named)}, and there is no such file in ${where}. A configuration that a pull request adds holds once it is merged.`,
    );
  if (!own && other) throw new UsageError(`${misnamed}: call it ${configurationName}: it is not read under this name.`);
  const { configuration, baseline = defaultPolicy.baseline } = await written(own, accepted);
  const { rules: modes = {}, fix = {}, limits, ...settings } = configuration?.settings ?? {};
  const { namespaces, workloads, exemptions } = configuration?.policy ?? defaultPolicy;
  return {
    env: { ...env, ...asInputs(settings, input) },
    policy: {
      namespaces,
      workloads,
      exemptions,
      rules: modes,
      fix,
      limits: { ...defaultPolicy.limits, ...limits },
      baseline,
    },
    touched: found?.touched,
  };
}

/** What reads these files is loaded where there are any. */
async function written(own: Source | undefined, accepted: Source | undefined): Promise<Written> {
  return own || accepted ? (await import("./work.ts")).readWritten(own, accepted) : {};
}

/** A pull request and a merge group ask to be let in; what is pushed is in. */
function revisionFor({ scope, gate, headSha, baseSha }: Trigger, ref: "base" | "head"): string {
  return scope.kind !== "full" && gate === "new" && ref === "base" ? baseSha : headSha;
}

function inCheckout(workspace: string, names: readonly string[]): (Source | undefined)[] {
  return names.map((name) => {
    const file = join(workspace, name);
    return existsSync(file) ? { ...readOwn(file), file: name } : undefined;
  });
}

interface Blob {
  readonly text: string | null;
  readonly isTruncated: boolean;
}

interface Pull {
  readonly headRefOid: string;
  readonly files: { readonly totalCount: number; readonly nodes: readonly { readonly path: string }[] } | null;
}

/** In one query (GraphQL `Repository.object`, `Repository.pullRequest`). */
async function atRevision(
  api: Api,
  { owner, repo, scope, headSha }: Trigger,
  revision: string,
  names: readonly string[],
): Promise<{ files: (Source | undefined)[]; touched: string[] | undefined }> {
  const fields = names.map(
    (name, index) =>
      `f${index}: object(expression: ${JSON.stringify(`${revision}:${name}`)}) { ... on Blob { text isTruncated } }`,
  );
  const isSmall = scope.kind === "pull" && (scope.changedFiles ?? mostPaths) <= mostPaths;
  const pull = `pull: pullRequest(number: ${isSmall && scope.number}) { headRefOid files(first: ${mostPaths}) { totalCount nodes { path } } }`;
  const query = `query { repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(repo)}) { ${[...fields, ...(isSmall ? [pull] : [])].join(" ")} } }`;
  const answer = await api.query<{
    repository: Record<string, Partial<Blob> | null> & { readonly pull?: Pull | null };
  }>(query);
  if (!answer.ok) throw new UsageError(`The configuration could not be read: ${reason(answer, "contents: read")}.`);
  const files = names.map((file, index) => {
    const blob = answer.data.repository[`f${index}`];
    if (!blob) return undefined;
    if (typeof blob.text !== "string" || blob.isTruncated)
      throw new UsageError(
        `${file}: it could not be read at ${revision.slice(0, 7)}: it is no text file, or too large.`,
      );
    return { file, text: blob.text };
  });
  return { files, touched: pathsOf(answer.data.repository.pull, headSha) };
}

/** Paths in one page of GitHub's answer. */
const mostPaths = 100;

/** All paths of a pull request whose head is still the one that is judged. */
function pathsOf(pull: Pull | null | undefined, headSha: string): string[] | undefined {
  const { totalCount, nodes } = pull?.files ?? { totalCount: -1, nodes: [] };
  return pull?.headRefOid === headSha && nodes.length === totalCount ? nodes.map(({ path }) => path) : undefined;
}

/** The configuration's keys as the runner would hand over the inputs of these names; what the workflow gives stays. */
function asInputs(settings: Settings, input: (name: string) => string | undefined): Environment {
  const entries = Object.entries(settings).flatMap(([key, value]): [string, string][] => {
    const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const text = Array.isArray(value) ? value.join("\n") : String(value);
    return input(name) === undefined ? [[`INPUT_${name.toUpperCase()}`, text]] : [];
  });
  return Object.fromEntries(entries);
}
