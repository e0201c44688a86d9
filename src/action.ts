import { type Api, connect } from "./github/api.ts";
import { type Change, changeOf, located } from "./github/change.ts";
import { Unlisted } from "./github/changed-files.ts";
import { configured } from "./github/configuration.ts";
import { conclusionOf, deliver, deliverFailure, type Hardening } from "./github/deliver.ts";
import { isNothing, nothingFound } from "./github/empty-change.ts";
import { readTrigger } from "./github/event.ts";
import { type Inputs, readInputs } from "./github/inputs.ts";
import { filesOutput, log, logFindings, summaryLimit, writeOutputs, writeSummary } from "./github/outputs.ts";
import type { Suggested } from "./github/suggestions/suggest.ts";
import { describeUnknownRelease } from "./pod/kubernetes.ts";
import type { Policy } from "./policy/index.ts";
import { escapeMarkdown } from "./report/escape.ts";
import { renderMarkdown, renderPatches, summarizeVerdict } from "./report/markdown.ts";
import { countFindings } from "./report/summary.ts";
import { escapeCommandData } from "./report/workflow-commands.ts";
import { exitStatus, type Result } from "./review/result.ts";
import { withoutTemplates } from "./source/charts.ts";
import { UsageError } from "./source/errors.ts";
import { isOwn, shareOf } from "./source/shard.ts";

/** Door 1: inputs and event → what changed → review → GitHub, outputs, exit status (0 passes, 1 findings fail it, 2 could not evaluate). */
async function main(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<number> {
  const { token } = readInputs(env);
  const event = readTrigger(env);
  const api = token === undefined ? undefined : connect(token, { signal, baseUrl: env.GITHUB_API_URL });
  const trigger = await located(api, event);
  const own = await configured(env, api, trigger);
  const inputs = readInputs(own.env);
  const policy: Policy = {
    ...inputs.policy,
    ...own.policy,
    gate: inputs.gate ?? trigger.gate,
    today: new Date().toISOString().slice(0, 10),
    isWhole: trigger.scope.kind === "full",
  };

  const found = await changeOf(
    api,
    trigger,
    inputs,
    { gate: policy.gate, touched: own.touched },
    env.GITHUB_WORKSPACE ?? ".",
  ).catch(async (error) => {
    if (error instanceof Unlisted) await deliverFailure(api, trigger, inputs, escapeMarkdown(error.message), env);
    throw error;
  });

  const share = inputs.shard && (await shareOf(found, inputs.shard, policy));
  const change: Change = { ...found, ...share };
  const shared = { ...policy, shard: share?.shard ?? null };
  const { result, notes, posted, patches } = await worked(api, change, inputs, shared, env);
  const newer = describeUnknownRelease(policy.kubernetesVersion);
  if (newer) log(newer);
  const said = newer ? [newer, ...notes] : notes;
  const delivery = await deliver(api, inputs, { trigger, result, patches, notes: said, posted }, env);

  const summary = renderMarkdown(result, summaryLimit - 100_000, { notes: [...said, ...delivery.notes] });
  writeSummary(env, `${summary}\n${renderPatches(patches, 100_000)}`);
  writeOutputs(env, outputs(inputs, change, result, delivery.checkRunUrl));
  for (const { file, line, message } of result.problems) log(`${file}:${line}: ${message}`);
  log(summarizeVerdict(result));
  return exitStatus[result.verdict];
}

/** The review, with what it suggests and hardens. What does that is loaded where there is something to do: most changes bring no manifest. */
async function worked(
  api: Api | undefined,
  change: Change,
  inputs: Inputs,
  policy: Policy,
  env: NodeJS.ProcessEnv,
): Promise<Suggested & { readonly result: Result; readonly patches: Hardening }> {
  const mayComment = api !== undefined && inputs.suggest;
  const writesReports = (inputs.jsonFile ?? inputs.htmlFile ?? inputs.sarifFile) !== undefined;
  if (isNothing(change, policy) && !mayComment && !writesReports)
    return { result: nothingFound(policy), notes: [], posted: [], patches: { patches: [], others: [], left: 0 } };
  const work = await import("./github/work.ts");
  const result = await work.reviewed(change, inputs, policy);
  await work.writeReports(env, inputs, result, withoutTemplates(change.sources).manifests);
  logFindings(result);
  const suggested = mayComment ? await work.suggest(api, change, inputs, result) : { notes: [], posted: [] };
  return { ...suggested, result, patches: await work.hardened(change.sources, result) };
}

function outputs(
  inputs: Inputs,
  { sources }: Change,
  result: Result,
  checkRunUrl: string,
): Record<string, string | number> {
  const { findings } = result;
  const open = findings.filter(({ ignored }) => !ignored);
  const isCompared = findings.every((finding) => finding.new !== null);
  return {
    conclusion: conclusionOf(result),
    findings: open.length,
    enforced: countFindings(findings, "enforce"),
    warned: countFindings(findings, "warn"),
    audited: countFindings(findings, "audit"),
    new: isCompared && result.policy.gate === "new" ? open.filter((finding) => finding.new).length : "",
    fixable: open.filter((finding) => finding.fix).length,
    files: filesOutput(sources.filter(isOwn).map(({ file }) => file)),
    "report-path": inputs.htmlFile ?? inputs.jsonFile ?? "",
    "sarif-path": inputs.sarifFile ?? "",
    "check-run-url": checkRunUrl,
  };
}

/** What the run ends with where it could not do its work: red, one sentence, and what to do. */
function failed(error: unknown, env: NodeJS.ProcessEnv): number {
  const isKnown = error instanceof UsageError || error instanceof Unlisted;
  const message = isKnown
    ? error.message
    : `secctx failed: ${error instanceof Error ? error.message : error}. Please report it.`;
  process.stdout.write("::error title=secctx::Could not evaluate: see the line below and the job summary.\n");
  log(message);
  // Shown where the workflow's debugging is on.
  if (!isKnown && error instanceof Error) process.stdout.write(`::debug::${escapeCommandData(error.stack ?? "")}\n`);
  writeSummary(env, `### secctx: Could not evaluate\n\n${escapeMarkdown(message)}\n`);
  writeOutputs(env, { conclusion: "failure" });
  return 2;
}

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
process.exitCode = await main(process.env, stop.signal).catch((error) => failed(error, process.env));
