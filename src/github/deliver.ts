import { buildAnnotations } from "../report/annotations.ts";
import { type LineLink, renderMarkdown, renderPatches, summarizeVerdict } from "../report/markdown.ts";
import { renderWorkflowCommands } from "../report/workflow-commands.ts";
import type { Result } from "../review/result.ts";
import type { Api } from "./api.ts";
import { createCheckRun, whyNoCheckRun } from "./check-run.ts";
import type { Trigger } from "./event.ts";
import type { Inputs } from "./inputs.ts";
import { log } from "./outputs.ts";
import type { Patches } from "./suggestions/patch-comment.ts";
import { postedRecord } from "./suggestions/posted-before.ts";

export interface Delivery {
  readonly checkRunUrl: string;
  /** What could not be delivered as asked, for the summary. */
  readonly notes: readonly string[];
}

/** Patches, and how many files more there are to harden. */
export interface Hardening extends Patches {
  readonly left: number;
}

export interface Parcel {
  readonly trigger: Trigger;
  readonly result: Result;
  readonly patches: Hardening;
  /** What has to be said besides, and what is remembered for the next run. */
  readonly notes: readonly string[];
  readonly posted: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** GitHub takes 65,535 characters of check run summary, and as many of text. */
export const bodyLimit = 65_000;

/** Puts the result in front of people. Nothing here changes the verdict: a channel that is closed is replaced by the next, and said once. */
export async function deliver(
  api: Api | undefined,
  inputs: Inputs,
  { trigger, result, patches, notes, posted }: Parcel,
  env: Environment,
): Promise<Delivery> {
  const { annotations: channel, maxAnnotations } = inputs;
  if (channel === "none") return { checkRunUrl: "", notes: [] };
  if (channel === "commands" || !api) return byCommands(result, maxAnnotations, []);
  const all = buildAnnotations(result.findings);
  // One path that GitHub does not take would cost all the others their annotations.
  const shown = all.filter(({ file }) => !/[\\\p{Cc}]/u.test(file)).slice(0, maxAnnotations);
  const cut = shown.length < all.length ? [`${shown.length} of ${all.length} annotations shown`] : [];
  const { owner, repo, headSha } = trigger;
  const answer = await createCheckRun(api, {
    owner,
    repo,
    headSha,
    name: inputs.checkName,
    conclusion: conclusionOf(result),
    title: [summarizeVerdict(result), ...cut.map((each) => ` (${each})`)].join(""),
    summary: renderMarkdown(result, bodyLimit, {
      link: lineLink(trigger, env),
      notes: [...notes, ...cut.map((each) => `${each}, the most serious first; all findings are listed below.`)],
    }),
    text: renderPatches(patches, bodyLimit - 5000) + postedRecord(posted),
    annotations: shown,
    detailsUrl: runUrl(trigger, env),
    externalId: `secctx:${env.GITHUB_RUN_ID ?? ""}:${env.GITHUB_RUN_ATTEMPT ?? ""}:${env.GITHUB_JOB ?? ""}:${Date.now()}`,
  });
  if (!answer.ok) return byCommands(result, maxAnnotations, [whyNoCheckRun(answer)]);
  const { url, annotated } = answer.data;
  if (annotated === shown.length) return { checkRunUrl: url, notes: [] };
  return { checkRunUrl: url, notes: said([`GitHub took ${annotated} of ${shown.length} annotations.`]) };
}

/** Says on the commit that nothing could be evaluated: an absent check would look like one that is still to come. */
export async function deliverFailure(
  api: Api | undefined,
  { owner, repo, headSha }: Trigger,
  inputs: Inputs,
  message: string,
  env: Environment,
): Promise<void> {
  if (!api || inputs.annotations === "none" || inputs.annotations === "commands") return;
  await createCheckRun(api, {
    owner,
    repo,
    headSha,
    name: inputs.checkName,
    conclusion: "failure",
    title: "Could not evaluate",
    summary: message,
    text: "",
    annotations: [],
    detailsUrl: runUrl({ owner, repo }, env),
    externalId: `secctx:${env.GITHUB_RUN_ID ?? ""}:${env.GITHUB_RUN_ATTEMPT ?? ""}`,
  });
}

function byCommands(result: Result, most: number, notes: readonly string[]): Delivery {
  said(notes);
  process.stdout.write(renderWorkflowCommands(result, most));
  return { checkRunUrl: "", notes };
}

function said(notes: readonly string[]): readonly string[] {
  for (const note of notes) log(note);
  return notes;
}

/** What required checks and the output `conclusion` see. */
export function conclusionOf({ verdict, findings }: Result): "success" | "failure" | "neutral" {
  if (verdict !== "pass") return "failure";
  return findings.some(({ ignored }) => !ignored) ? "neutral" : "success";
}

function lineLink({ owner, repo, headSha }: Trigger, env: Environment): LineLink {
  const server = env.GITHUB_SERVER_URL ?? "https://github.com";
  return (file, line) =>
    `${server}/${owner}/${repo}/blob/${headSha}/${file.split("/").map(encoded).join("/")}#L${line}`;
}

/** A step of a path, for an address between parentheses. */
function encoded(step: string): string {
  return encodeURIComponent(step).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

function runUrl(
  { owner, repo }: Pick<Trigger, "owner" | "repo">,
  { GITHUB_SERVER_URL: server, GITHUB_RUN_ID: id }: Environment,
): string | undefined {
  return server && id ? `${server}/${owner}/${repo}/actions/runs/${id}` : undefined;
}
