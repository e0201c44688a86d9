import { notFound, ok, paged, refusal } from "./answers.ts";
import { apiUrl, appJson, nodeId, webUrl } from "./represent.ts";
import type { Answer, ApiRequest, CheckAnnotation, CheckRun, Routes, World } from "./types.ts";
import { nextId, timestamp } from "./world.ts";

const repository = "/repos/{owner}/{repo}";

/** Check runs. Updates add annotations and never remove one, and only the app that created a check run may change it. */
export const checkRunRoutes: Routes = {
  [`POST ${repository}/check-runs`]: { needs: "checks", handle: create },
  [`GET ${repository}/check-runs/{check_run_id}`]: {
    needs: "checks",
    handle: (world, request) => {
      const run = named(world, request);
      return run === undefined ? notFound() : ok(checkRunJson(world, run));
    },
  },
  [`PATCH ${repository}/check-runs/{check_run_id}`]: { needs: "checks", handle: update },
  [`GET ${repository}/check-runs/{check_run_id}/annotations`]: { needs: "checks", handle: listAnnotations },
  [`GET ${repository}/commits/{ref}/check-runs`]: { needs: "checks", handle: listForCommit },
};

interface CheckRunBody {
  readonly name?: string;
  readonly head_sha?: string;
  readonly details_url?: string;
  readonly external_id?: string;
  readonly status?: string;
  readonly conclusion?: string;
  readonly started_at?: string;
  readonly completed_at?: string;
  readonly output?: {
    readonly title?: string;
    readonly summary?: string;
    readonly text?: string;
    readonly annotations?: readonly CheckAnnotation[];
  };
}

/** GitHub's demands on a check run that its published description leaves out. */
export function checkRunMistakes(method: string, input: unknown): string[] {
  const body = input as CheckRunBody;
  const { output } = body;
  const concluded = body.status === "completed" || body.completed_at !== undefined;
  const incomplete = method === "POST" && output !== undefined;
  return [
    ...(concluded && body.conclusion === undefined ? ["conclusion is required when the status is completed"] : []),
    ...(body.conclusion === "stale" ? ["conclusion stale can be set by GitHub only"] : []),
    ...(incomplete && !output.title ? ["output.title can't be blank"] : []),
    ...(incomplete && !output.summary ? ["output.summary can't be blank"] : []),
    ...(output?.annotations ?? []).flatMap((annotation, index) =>
      annotationMistakes(annotation).map((mistake) => `output.annotations[${index}]: ${mistake}`),
    ),
  ];
}

// 64 KB: for a message, and for raw details.
const longText = 64 * 1024;

function annotationMistakes(annotation: CheckAnnotation): string[] {
  const { path, start_line, end_line, start_column, end_column, message, title = "", raw_details = "" } = annotation;
  const columns = start_column !== undefined || end_column !== undefined;
  const both = start_column !== undefined && end_column !== undefined;
  return [
    ...(/^\.?\//.test(path) || path === "" ? [`path ${JSON.stringify(path)} is not relative to the repository`] : []),
    ...(path.includes("\\") ? [`path ${JSON.stringify(path)} has backslashes`] : []),
    ...(start_line < 1 ? ["start_line is below 1"] : []),
    ...(end_line < start_line ? ["end_line is before start_line"] : []),
    ...(columns && start_line !== end_line ? ["columns on more than one line"] : []),
    ...(columns && !both ? ["one column without the other"] : []),
    ...(both && start_column < 1 ? ["start_column is below 1"] : []),
    ...(both && start_line === end_line && end_column < start_column ? ["end_column is before start_column"] : []),
    ...(message === "" ? ["message can't be blank"] : []),
    ...(Buffer.byteLength(message) > longText ? ["message is over 64 KB"] : []),
    ...(Buffer.byteLength(raw_details) > longText ? ["raw_details is over 64 KB"] : []),
    ...(title.length > 255 ? ["title is over 255 characters"] : []),
  ];
}

async function create(world: World, { body: input, token }: ApiRequest): Promise<Answer> {
  const body = input as CheckRunBody;
  const { identity } = token;
  if (identity.kind === "user") return refusal(403, "You must authenticate via a GitHub App.");
  const headSha = body.head_sha ?? "";
  const commit = /^[0-9a-f]{40}$/.test(headSha) ? await world.repository.resolve(headSha) : undefined;
  if (commit === undefined) return refusal(422, `No commit found for SHA: ${headSha}`);
  const run: CheckRun = {
    id: nextId(world),
    app: { slug: identity.slug, id: identity.id },
    name: body.name ?? "",
    headSha,
    status: "queued",
    conclusion: null,
    startedAt: timestamp(),
    completedAt: null,
    externalId: null,
    detailsUrl: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
  };
  world.checkRuns.push(run);
  change(run, body);
  return ok(checkRunJson(world, run), 201);
}

function update(world: World, request: ApiRequest): Answer {
  const run = named(world, request);
  if (run === undefined) return notFound();
  const { identity } = request.token;
  if (identity.kind === "user") return refusal(403, "You must authenticate via a GitHub App.");
  if (identity.id !== run.app.id)
    return refusal(
      403,
      `Invalid app_id \`${identity.id}\` - check run can only be modified by the GitHub App that created it.`,
    );
  change(run, request.body as CheckRunBody);
  return ok(checkRunJson(world, run));
}

function change(run: CheckRun, body: CheckRunBody): void {
  const { output } = body;
  run.name = body.name ?? run.name;
  run.externalId = body.external_id ?? run.externalId;
  run.detailsUrl = body.details_url ?? run.detailsUrl;
  run.startedAt = body.started_at ?? run.startedAt;
  run.status = body.conclusion === undefined ? (body.status ?? run.status) : "completed";
  run.conclusion = body.conclusion ?? run.conclusion;
  run.completedAt = run.status === "completed" ? (body.completed_at ?? run.completedAt ?? timestamp()) : null;
  if (output === undefined) return;
  // An update replaces the texts, even by nothing, but adds to the annotations.
  run.title = output.title ?? null;
  run.summary = output.summary ?? null;
  run.text = output.text ?? null;
  run.annotations.push(...(output.annotations ?? []));
}

function listAnnotations(world: World, request: ApiRequest): Answer {
  const run = named(world, request);
  if (run === undefined) return notFound();
  const { items, headers } = paged(world, request, run.annotations);
  const annotations = items.map((annotation) => ({
    path: annotation.path,
    blob_href: webUrl(world, `blob/${run.headSha}/${annotation.path.split("/").map(encodeURIComponent).join("/")}`),
    start_line: annotation.start_line,
    start_column: annotation.start_column ?? null,
    end_line: annotation.end_line,
    end_column: annotation.end_column ?? null,
    annotation_level: annotation.annotation_level,
    title: annotation.title ?? null,
    message: annotation.message,
    raw_details: annotation.raw_details ?? null,
  }));
  return { ...ok(annotations), headers };
}

async function listForCommit(world: World, request: ApiRequest): Promise<Answer> {
  const ref = request.parameters.ref ?? "";
  const { check_name, status, filter = "latest", app_id } = request.query;
  const sha = await world.repository.resolve(ref);
  if (sha === undefined) return refusal(422, `No commit found for SHA: ${ref}`);
  const found = world.checkRuns
    .filter(
      (run) =>
        run.headSha === sha &&
        (check_name === undefined || run.name === check_name) &&
        (status === undefined || run.status === status) &&
        (app_id === undefined || run.app.id === Number(app_id)),
    )
    .toReversed();
  const newest = new Map(found.toReversed().map((run) => [`${run.app.id} ${run.name}`, run]));
  const shown = filter === "all" ? found : found.filter((run) => newest.get(`${run.app.id} ${run.name}`) === run);
  const { items, headers } = paged(world, request, shown);
  return { ...ok({ total_count: shown.length, check_runs: items.map((run) => checkRunJson(world, run)) }), headers };
}

function named(world: World, { parameters }: ApiRequest): CheckRun | undefined {
  return world.checkRuns.find((run) => run.id === Number(parameters.check_run_id));
}

function checkRunJson(world: World, run: CheckRun) {
  const url = apiUrl(world, `check-runs/${run.id}`);
  const html = webUrl(world, `runs/${run.id}`);
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId("CheckRun", run.id),
    head_sha: run.headSha,
    external_id: run.externalId ?? "",
    url,
    html_url: html,
    details_url: run.detailsUrl ?? html,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.app.id },
    app: appJson(world, run.app),
    pull_requests: [],
  };
}
