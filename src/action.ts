import { existsSync } from "node:fs";
import { adviseReader } from "./github/advice.ts";
import { readChange } from "./github/change.ts";
import { deliver, deliverFailure } from "./github/deliver.ts";
import { findPullRequest, readTrigger, type Trigger } from "./github/event.ts";
import { UnreadableChange } from "./github/failures.ts";
import { type Inputs, readInputs } from "./github/inputs.ts";
import { connect, type GitHub } from "./github/octokit.ts";
import { combineOptions } from "./github/options.ts";
import { logFindings, outputsFor, writeReports } from "./github/outputs.ts";
import { loadRepositoryConfiguration } from "./github/repository-configuration.ts";
import { prepareChange, reviewChange } from "./github/review-change.ts";
import { annotateRun, log, logDebug, maskSecret, setOutputs, summaryLimit, writeSummary } from "./github/runner.ts";
import type { PolicyToken } from "./github/shared-policy.ts";
import { patchFindings } from "./github/suggestions/patches.ts";
import { suggestFixes } from "./github/suggestions/suggest.ts";
import { describeUnknownRelease } from "./pod/kubernetes.ts";
import { escapeMarkdown } from "./report/escape.ts";
import { renderMarkdown, renderPatches, summarizeVerdict } from "./report/markdown.ts";
import { renderPolicySources } from "./report/policy-sources.ts";
import { exitStatus, type Result } from "./review/result.ts";
import { UsageError } from "./source/errors.ts";

/** The share of the job summary that patches may take, in bytes. */
const patchLimit = 100_000;

/** Door 1: inputs and event → what changed → review → GitHub, outputs, exit status (0: the gate passes; 1: findings fail it; 2: could not evaluate). */
async function main(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<number> {
  const inputs = readInputs();
  const token = inputs.githubToken ?? env.GITHUB_TOKEN;
  if (token) maskSecret(token);
  const event = readTrigger(env);
  const github = token ? connect(token, { signal, isFromFork: event.isFromFork }) : undefined;
  const trigger = await findPullRequest(github, event);
  if (inputs.configToken) maskSecret(inputs.configToken);
  const configuration = await loadRepositoryConfiguration(
    github,
    trigger,
    inputs,
    readPolicyToken(inputs, github, signal),
  );
  const options = combineOptions(inputs, configuration, trigger, new Date().toISOString().slice(0, 10));

  enterCheckout(trigger);
  const read = await readChange(github, trigger, options, configuration.changedPaths).catch(async (error) => {
    if (error instanceof UnreadableChange) await deliverFailure(github, trigger, options, error.message);
    throw error;
  });
  const { change: prepared, policy } = await prepareChange(read, options);
  const reviewed = await reviewChange(prepared, policy, options);
  const { change, result } = reviewed;
  await writeReports(trigger.workspace, options, { result, sources: change.sources, fixed: reviewed.fixed });
  logFindings(result);

  const suggested = await suggestFixes(github, reviewed, options);
  const patches = await patchFindings(reviewed, result);
  const newer = describeUnknownRelease(policy.kubernetesVersion);
  if (newer) log(newer);
  for (const note of configuration.notes) log(note);
  const notes = [...configuration.notes, ...(newer ? [newer] : []), ...suggested.notes];
  const advice = adviseReader(result, patches, suggested.standing);
  const parcel = { result, patches, notes, advice, posted: suggested.posted };
  const delivery = await deliver(github, trigger, options, parcel);

  const summary = renderMarkdown(result, summaryLimit - patchLimit, {
    notes: [...notes, ...delivery.notes],
    advice,
  });
  await writeSummary(`${summary}\n${renderPatches(patches, patchLimit)}\n${renderPolicySources(options.sources)}`);
  setOutputs(outputsFor(change, result, options, delivery.checkRunUrl));
  for (const { file, line, message } of result.problems) log(`${file}:${line}: ${message}`);
  log(`${summarizeVerdict(result)}${whereToLook(result, delivery.checkRunUrl)}`);
  return exitStatus[result.verdict];
}

/** Changes into the job's checkout, if there is one that may be read: what follows reads and renders it in the working directory. */
function enterCheckout({ mayReadWorkspace, workspace }: Trigger): void {
  if (mayReadWorkspace && existsSync(workspace)) process.chdir(workspace);
}

/** Where a job that fails has its findings, for its last line. */
function whereToLook({ verdict }: Result, checkRunUrl: string): string {
  if (verdict === "pass") return "";
  return checkRunUrl ? `: ${checkRunUrl}` : ": see the job summary";
}

/** Who reads a shared policy: the token of config-token, which does nothing else, or else the job's own. */
function readPolicyToken({ configToken }: Inputs, github: GitHub | undefined, signal: AbortSignal): PolicyToken {
  if (!configToken) return { github, input: "github-token" };
  return { github: connect(configToken, { signal }), input: "config-token" };
}

/** Ends a run that could not do its work: red, with one sentence that says why and what to do. */
async function fail(error: unknown): Promise<number> {
  const isKnown = error instanceof UsageError || error instanceof UnreadableChange;
  const message = isKnown
    ? error.message
    : `secctx failed: ${error instanceof Error ? error.message : error}. Please report it.`;
  annotateRun("Could not evaluate: see the line below and the job summary.");
  log(message);
  if (!isKnown && error instanceof Error) logDebug(error.stack ?? "");
  await writeSummary(`### secctx: Could not evaluate\n\n${escapeMarkdown(message)}\n`);
  setOutputs({ conclusion: "failure" });
  return 2;
}

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
process.exitCode = await main(process.env, stop.signal).catch(fail);
