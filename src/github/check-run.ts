import type { Mode } from "../pod/index.ts";
import { type Annotation, truncate } from "../report/annotations.ts";
import { type Answer, type Api, type Failure, reason } from "./api.ts";

export interface CheckRun {
  readonly owner: string;
  readonly repo: string;
  readonly name: string;
  readonly headSha: string;
  readonly conclusion: "success" | "failure" | "neutral";
  readonly title: string;
  /** Markdown, below 65,535 characters; so is the text below it. */
  readonly summary: string;
  readonly text: string;
  readonly annotations: readonly Annotation[];
  readonly detailsUrl: string | undefined;
  /** Told apart by it after an answer that did not come: no two runs have the same. */
  readonly externalId: string;
}

export interface Created {
  readonly url: string;
  /** Annotations that GitHub took. */
  readonly annotated: number;
}

/** GitHub takes 50 annotations a request and appends what later requests bring. */
const batchSize = 50;
const levelOf: Readonly<Record<Mode, string>> = { enforce: "failure", warn: "warning", audit: "notice" };

/** Creates the check run, completed at once so that no crash leaves it pending, then appends the annotations that did not fit. */
export async function createCheckRun(api: Api, run: CheckRun): Promise<Answer<Created>> {
  const { owner, repo, name, headSha, conclusion, title, summary, text, annotations, detailsUrl, externalId } = run;
  const output = (from: number) => ({
    title,
    summary,
    ...(text ? { text } : {}),
    annotations: annotations.slice(from, from + batchSize).map(annotationJson),
  });
  const post = () =>
    api.write<Page>("POST /repos/{owner}/{repo}/check-runs", {
      owner,
      repo,
      name,
      head_sha: headSha,
      status: "completed",
      conclusion,
      external_id: externalId,
      ...(detailsUrl ? { details_url: detailsUrl } : {}),
      output: output(0),
    });
  const first = await post();
  const created = first.ok || first.why !== "unreachable" ? first : ((await made(api, run)) ?? (await post()));
  if (!created.ok) return created;
  const { id, html_url: url } = created.data;
  for (let from = batchSize; from < annotations.length; from += batchSize) {
    const parameters = { owner, repo, check_run_id: id, output: output(from) };
    const updated = await api.write("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", parameters);
    if (!updated.ok) return { ok: true, data: { url, annotated: from } };
  }
  return { ok: true, data: { url, annotated: annotations.length } };
}

interface Page {
  readonly id: number;
  readonly html_url: string;
  readonly external_id?: string | null;
}

/** The check run that GitHub made without saying so. */
async function made(api: Api, { owner, repo, headSha, name, externalId }: CheckRun): Promise<Answer<Page> | undefined> {
  const parameters = { owner, repo, ref: headSha, check_name: name, per_page: 100 };
  const answer = await api.get<{ check_runs: Page[] }>("/repos/{owner}/{repo}/commits/{ref}/check-runs", parameters);
  const found = answer.ok ? answer.data.check_runs.find((each) => each.external_id === externalId) : undefined;
  return found && { ok: true, data: found };
}

/** An annotation as GitHub takes it (REST "Create a check run"): columns only within one line, 64 KB of message, 255 characters of title. */
function annotationJson({ file, mode, start, end, hasColumns, title, message }: Annotation): object {
  const columns = { start_column: start.column, end_column: Math.max(start.column, end.column - 1) };
  return {
    path: file,
    start_line: start.line,
    end_line: end.line,
    ...(hasColumns ? columns : {}),
    annotation_level: levelOf[mode],
    title,
    message: truncate(message, 15_000),
  };
}

/** Why there is no check run, and what to do about it. */
export function whyNoCheckRun(failure: Failure): string {
  const ofForks = failure.why === "permission" ? " (a pull request from a fork never has it)" : "";
  return `There is no check run: ${reason(failure, "checks: write")}${ofForks}. Findings go to workflow commands instead.`;
}
