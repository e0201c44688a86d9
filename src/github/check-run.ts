import type { Mode } from "../pod/index.ts";
import { type Annotation, lastColumnOf, truncate } from "../report/annotations.ts";
import { formatCount } from "../report/words.ts";
import type { Trigger } from "./event.ts";
import { explainFailure, type Failure } from "./failures.ts";
import type { Answer, GitHub } from "./octokit.ts";
import { externalIdFor } from "./suggestions/records.ts";

export type CheckConclusion = "success" | "failure" | "neutral";

export interface CheckRun {
  readonly name: string;
  /** The id of the author whose findings it shows. */
  readonly authorId: string;
  readonly conclusion: CheckConclusion;
  readonly title: string;
  /** Markdown, at most `bodyLimit`. */
  readonly summary: string;
  /** More Markdown, below the summary, at most `bodyLimit`. */
  readonly text: string;
  readonly annotations: readonly Annotation[];
}

export interface CreatedCheckRun {
  readonly url: string;
  /** How many annotations GitHub took. */
  readonly annotated: number;
  /** Why it took no more, if it did not take all. */
  readonly failure: Failure | undefined;
}

/** Room for the summary of a check run, and for its text: GitHub takes 65,535 characters of each. Bytes. */
export const bodyLimit = 65_000;
/** GitHub takes 50 annotations with a request, and appends those of later requests. */
const batchSize = 50;
const permission = "checks: write";
const annotationLevels = { enforce: "failure", warn: "warning", audit: "notice" } as const satisfies Record<
  Mode,
  string
>;

/** Creates a check run on the judged commit, completed at once so that no crash leaves it pending, and appends the annotations that did not fit. */
export async function createCheckRun(
  github: GitHub,
  trigger: Trigger,
  checkRun: CheckRun,
): Promise<Answer<CreatedCheckRun>> {
  const { owner, repo, headSha, runUrl, runId } = trigger;
  const { name, conclusion, title, summary, text, annotations } = checkRun;
  const externalId = externalIdFor(checkRun.authorId, runId);
  const outputFrom = (first: number) => ({
    title,
    summary,
    ...(text && { text }),
    annotations: annotations.slice(first, first + batchSize).map(annotationJson),
  });
  const create = () =>
    github.ask(({ rest }) =>
      rest.checks.create({
        owner,
        repo,
        name,
        head_sha: headSha,
        status: "completed",
        conclusion,
        external_id: externalId,
        ...(runUrl && { details_url: runUrl }),
        output: outputFrom(0),
      }),
    );
  const first = await create();
  // GitHub may have created the check run although its answer did not come.
  const isInDoubt = !first.ok && first.why === "unreachable";
  const created = isInDoubt ? ((await findCheckRun(github, trigger, name, externalId)) ?? (await create())) : first;
  if (!created.ok) return created;
  const { id, html_url: url } = created.data;
  for (let next = batchSize; next < annotations.length; next += batchSize) {
    const parameters = { owner, repo, check_run_id: id, output: outputFrom(next) };
    const updated = await github.ask(({ rest }) => rest.checks.update(parameters));
    if (!updated.ok) return { ok: true, data: { url: url ?? "", annotated: next, failure: updated } };
  }
  return { ok: true, data: { url: url ?? "", annotated: annotations.length, failure: undefined } };
}

async function findCheckRun(
  github: GitHub,
  { owner, repo, headSha }: Trigger,
  name: string,
  externalId: string,
): Promise<Answer<{ readonly id: number; readonly html_url: string | null }> | undefined> {
  const parameters = { owner, repo, ref: headSha, check_name: name, per_page: 100 };
  const answer = await github.ask(({ rest }) => rest.checks.listForRef(parameters));
  const found = answer.ok ? answer.data.check_runs.find((each) => each.external_id === externalId) : undefined;
  return found && { ok: true, data: found };
}

/** An annotation as GitHub takes it (REST "Create a check run"): columns only within one line, 64 KB of message, 255 characters of title. */
function annotationJson(annotation: Annotation) {
  const { file, mode, start, end, hasColumns, title, message } = annotation;
  return {
    path: file,
    start_line: start.line,
    end_line: end.line,
    ...(hasColumns && { start_column: start.column, end_column: lastColumnOf(annotation) }),
    annotation_level: annotationLevels[mode],
    title,
    message: truncate(message, 15_000),
  };
}

/** The sentence about a check run that GitHub did not take: why not, and what to do. */
export function explainMissingCheckRun(failure: Failure): string {
  return `There is no check run: ${explainFailure(failure, permission)}.`;
}

/** The sentence about a check run of which GitHub did not take all annotations. */
export function explainMissingAnnotations(annotated: number, all: number, failure: Failure): string {
  return `GitHub took ${annotated} of ${formatCount(all, "annotation")}: ${explainFailure(failure, permission)}.`;
}
