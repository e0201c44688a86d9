import type { Annotation } from "./annotations.ts";
import { type Answer, type Api, isForbidden } from "./api.ts";

export interface CheckRun {
  readonly owner: string;
  readonly repo: string;
  readonly name: string;
  readonly headSha: string;
  readonly conclusion: "success" | "failure" | "neutral";
  readonly title: string;
  /** Markdown, below 65,535 characters. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly detailsUrl: string | undefined;
}

/** GitHub takes 50 annotations a request and appends what later requests bring. */
const batchSize = 50;

/**
 * Creates the check run, completed at once so that no crash leaves it pending, then appends the annotations that did not fit. Gives its page's address,
 * or the answer that refused it.
 */
export async function createCheckRun(api: Api, run: CheckRun): Promise<Answer<string>> {
  const { owner, repo, name, headSha, conclusion, title, summary, annotations, detailsUrl } = run;
  const output = (from: number) => ({ title, summary, annotations: annotations.slice(from, from + batchSize) });
  const created = await api.write<{ id: number; html_url: string }>("POST /repos/{owner}/{repo}/check-runs", {
    owner,
    repo,
    name,
    head_sha: headSha,
    status: "completed",
    conclusion,
    ...(detailsUrl ? { details_url: detailsUrl } : {}),
    output: output(0),
  });
  if (!created.ok) return created;
  for (let from = batchSize; from < annotations.length; from += batchSize) {
    const parameters = { owner, repo, check_run_id: created.data.id, output: output(from) };
    const updated = await api.write("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", parameters);
    if (!updated.ok) return updated;
  }
  return { ok: true, data: created.data.html_url };
}

/** Why there is no check run, and what to do about it. */
export function whyNoCheckRun(answer: { readonly status: number; readonly message: string }): string {
  if (isForbidden(answer))
    return "The token may not write check runs: add `checks: write` to the job's permissions. Findings go to workflow commands instead.";
  return `GitHub did not take the check run (${answer.message}). Findings go to workflow commands instead.`;
}
