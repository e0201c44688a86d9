import type { Trigger } from "../event.ts";
import type { Answer, GitHub } from "../octokit.ts";

/** The id that a check run carries for us: whose it is, and of which run. */
export function externalIdFor(authorId: string, runId: string): string {
  return `secctx:${authorId}:${runId}:${Date.now()}`;
}

/** What the text of the check run keeps for the next run on this head: the ids of the comments that stand. */
export function recordPosted(ids: readonly string[]): string {
  return ids.length === 0 ? "" : `<!-- secctx:v1 posted=${[...new Set(ids)].join(",")} -->\n`;
}

/** Whose check runs are asked for: those of the app that a token belongs to. A record in another's check run proves nothing. */
export interface Asked {
  /** The login that the token writes under, such as `github-actions[bot]`. */
  readonly viewer: string;
  readonly commit: string;
}

/**
 * Reads what earlier runs on a commit recorded in the check runs of this name. If such a comment is missing by now, somebody deleted it: it does not come back
 * before the head changes. Empty if GitHub does not say.
 */
export async function readPosted(
  github: GitHub,
  { owner, repo }: Trigger,
  { viewer, commit, checkName }: Asked & { readonly checkName: string },
): Promise<string[]> {
  const parameters = { owner, repo, ref: commit, check_name: checkName, per_page: 100 };
  const answer = await github.ask(({ rest }) => rest.checks.listForRef(parameters));
  if (!answer.ok) return [];
  return answer.data.check_runs.filter(isOf(viewer)).flatMap(({ output }) => {
    const [, ids = ""] = /<!-- secctx:v1 posted=([0-9a-f.,]+) -->\s*$/.exec(output?.text ?? "") ?? [];
    return ids.split(",").filter(Boolean);
  });
}

/** Reads which authors have a check run of any name on a commit, by their ids. */
export async function readAuthors(
  github: GitHub,
  { owner, repo }: Trigger,
  { viewer, commit }: Asked,
): Promise<Answer<ReadonlySet<string>>> {
  const parameters = { owner, repo, ref: commit, filter: "all", per_page: 100 } as const;
  const answer = await github.ask(async ({ paginate, rest }) => ({
    data: await paginate(rest.checks.listForRef, parameters),
  }));
  if (!answer.ok) return answer;
  const ids = answer.data.filter(isOf(viewer)).flatMap(({ external_id: id }) => {
    const [, found] = /^secctx:([0-9a-f]{8}):/.exec(id ?? "") ?? [];
    return found ?? [];
  });
  return { ok: true, data: new Set(ids) };
}

function isOf(viewer: string): (run: { readonly app: { readonly slug?: string } | null }) => boolean {
  return ({ app }) => app?.slug !== undefined && `${app.slug}[bot]` === viewer;
}
