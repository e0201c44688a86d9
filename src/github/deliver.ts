import { commands } from "../report/commands.ts";
import { type LineLink, markdown, verdictLine } from "../report/markdown.ts";
import type { Result, Source } from "../types.ts";
import { annotationsFor } from "./annotations.ts";
import type { Api } from "./api.ts";
import type { ChangedFile } from "./changed-files.ts";
import { createCheckRun, whyNoCheckRun } from "./check-run.ts";
import type { Trigger } from "./event.ts";
import type { Inputs } from "./inputs.ts";
import { postSuggestions } from "./review-comments.ts";
import { log } from "./run-log.ts";
import { type Suggestion, suggestionsFor } from "./suggestions.ts";

export interface Delivery {
  readonly checkRunUrl: string;
  /** What could not be delivered as asked, for the summary. */
  readonly notes: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** GitHub takes 65,535 characters of check run text. */
const bodyLimit = 65_000;

/** Puts the result in front of people. Nothing here changes the verdict: a channel that is closed is replaced by the next, and said once. */
export async function deliver(
  api: Api | undefined,
  trigger: Trigger,
  inputs: Inputs,
  result: Result,
  env: Environment,
): Promise<Delivery> {
  const { annotations: channel } = inputs;
  if (channel === "none") return { checkRunUrl: "", notes: [] };
  if (channel === "commands" || !api) return byCommands(result, []);
  const all = annotationsFor(result.findings);
  const shown = all.slice(0, inputs.maxAnnotations);
  const cut = shown.length < all.length ? ` (${shown.length} of ${all.length} annotations shown)` : "";
  const answer = await createCheckRun(api, {
    owner: trigger.owner,
    repo: trigger.repo,
    name: inputs.checkName,
    headSha: trigger.headSha,
    conclusion: conclusionOf(result),
    title: verdictLine(result) + cut,
    summary: markdown(result, bodyLimit, lineLink(trigger, env)),
    annotations: shown,
    detailsUrl: runUrl(trigger, env),
  });
  if (answer.ok) return { checkRunUrl: answer.data, notes: [] };
  return byCommands(result, [whyNoCheckRun(answer)]);
}

function byCommands(result: Result, notes: readonly string[]): Delivery {
  for (const note of notes) log(note);
  process.stdout.write(commands(result));
  return { checkRunUrl: "", notes };
}

/** What required checks and the output `conclusion` see. */
export function conclusionOf({ verdict, findings }: Result): "success" | "failure" | "neutral" {
  if (verdict !== "pass") return "failure";
  return findings.some(({ ignored }) => !ignored) ? "neutral" : "success";
}

/** Opens review suggestions for the fixes that lie in the diff; gives what went wrong. Drafts are left in peace. */
export async function suggest(
  api: Api,
  trigger: Trigger,
  inputs: Inputs,
  result: Result,
  files: readonly ChangedFile[],
  sources: readonly Source[],
): Promise<string[]> {
  const { scope, owner, repo, headSha } = trigger;
  if (!inputs.suggest || scope.kind !== "pull" || scope.isDraft) return [];
  const suggestions: Suggestion[] = [];
  const fixable = new Set(result.findings.filter((finding) => finding.fix).map(({ location }) => location.file));
  for (const source of sources.filter(({ file }) => fixable.has(file))) {
    if (suggestions.length >= inputs.maxSuggestions) break;
    const patch = files.find(({ filename }) => filename === source.file)?.patch;
    suggestions.push(...(await suggestionsFor(source, patch, { ...result.policy, gate: "all" })));
  }
  const { posted, note } = await postSuggestions(
    api,
    { owner, repo, number: scope.number, headSha },
    suggestions.slice(0, inputs.maxSuggestions),
  );
  if (posted > 0) log(`Opened ${posted} suggestions.`);
  if (note) log(note);
  return note ? [note] : [];
}

function lineLink({ owner, repo, headSha }: Trigger, env: Environment): LineLink {
  const server = env.GITHUB_SERVER_URL ?? "https://github.com";
  return (file, line) =>
    `${server}/${owner}/${repo}/blob/${headSha}/${file.split("/").map(encodeURIComponent).join("/")}#L${line}`;
}

function runUrl(
  { owner, repo }: Trigger,
  { GITHUB_SERVER_URL: server, GITHUB_RUN_ID: id }: Environment,
): string | undefined {
  return server && id ? `${server}/${owner}/${repo}/actions/runs/${id}` : undefined;
}
