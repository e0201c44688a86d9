import type { Api } from "../api.ts";
import type { Trigger } from "../event.ts";

interface CheckRuns {
  readonly check_runs: readonly { readonly output?: { readonly text?: string | null } }[];
}

/**
 * What earlier runs on this very head have posted, as they wrote it into their check runs. A comment of these that is gone was deleted by hand, and does not
 * come back before the head changes.
 */
export async function postedBefore(api: Api, { owner, repo, headSha }: Trigger, checkName: string): Promise<string[]> {
  const parameters = { owner, repo, ref: headSha, check_name: checkName, per_page: 100 };
  const answer = await api.get<CheckRuns>("/repos/{owner}/{repo}/commits/{ref}/check-runs", parameters);
  if (!answer.ok) return [];
  return answer.data.check_runs.flatMap(({ output }) => {
    const [, list = ""] = /<!-- secctx:v1 posted=([0-9a-f.,]+) -->\s*$/.exec(output?.text ?? "") ?? [];
    return list.split(",").filter(Boolean);
  });
}

/** The record of what was posted, for the text of the check run. */
export function postedRecord(posted: readonly string[]): string {
  return posted.length === 0 ? "" : `<!-- secctx:v1 posted=${[...new Set(posted)].join(",")} -->\n`;
}
