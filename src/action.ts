import { readFileSync } from "node:fs";
import { type Api, connect } from "./github/api.ts";
import { type Change, changedManifests, Unlisted } from "./github/changed-files.ts";
import { configured } from "./github/configuration.ts";
import { conclusionOf, deliver, suggest } from "./github/deliver.ts";
import { readTrigger, type Trigger } from "./github/event.ts";
import { type Inputs, readInputs } from "./github/inputs.ts";
import { log, writeOutputs, writeReport, writeSummary } from "./github/run-log.ts";
import { imagesIn } from "./images.ts";
import { beyondKnown } from "./pod/version.ts";
import { text } from "./report/escape-markdown.ts";
import { count } from "./report/json.ts";
import { markdown, verdictLine } from "./report/markdown.ts";
import { review, withProblems } from "./review.ts";
import { withoutTemplates } from "./source/charts.ts";
import { UsageError } from "./source/errors.ts";
import { collect } from "./source/files.ts";
import { isWanted } from "./source/globs.ts";
import type { Policy, Result } from "./types.ts";

/** Door 1: inputs and event → what changed → review → GitHub, outputs, exit status (0 passes, 1 findings fail it, 2 could not evaluate). */
async function main(env: NodeJS.ProcessEnv): Promise<number> {
  const trigger = readTrigger(
    env.GITHUB_EVENT_NAME ?? "",
    payload(env),
    env.GITHUB_SHA ?? "",
    env.GITHUB_REPOSITORY ?? "",
  );
  const { token } = readInputs(env);
  const api = token === undefined ? undefined : await connect(token);
  const own = await configured(env, api, trigger);
  const inputs = readInputs(own.env);
  const policy: Policy = {
    ...inputs.policy,
    ...own.policy,
    gate: inputs.gate ?? trigger.gate,
    today: new Date().toISOString().slice(0, 10),
    isWhole: trigger.scope.kind === "full",
  };
  const change = await manifests(api, trigger, inputs, policy, env.GITHUB_WORKSPACE ?? ".");
  const result = await reviewed(change, trigger, inputs.images ? await asked(policy, change) : policy);

  const version = beyondKnown(policy.kubernetesVersion);
  if (version) log(version);
  const delivery = await deliver(api, trigger, inputs, result, env);
  const notes = api ? await suggest(api, trigger, inputs, result, change.files, change.sources) : [];
  writeSummary(
    env,
    `${markdown(result, 900_000)}${[...(version ? [version] : []), ...delivery.notes, ...notes].map((note) => `\n> ${text(note)}\n`).join("")}`,
  );
  writeOutputs(env, outputs(result, delivery.checkRunUrl, writeReport(env, inputs.jsonFile, result)));
  for (const { file, line, message } of result.problems) log(`${file}:${line}: ${message}`);
  log(verdictLine(result));
  return { pass: 0, fail: 1, error: 2 }[result.verdict];
}

function payload({ GITHUB_EVENT_PATH: path }: NodeJS.ProcessEnv): unknown {
  try {
    return JSON.parse(readFileSync(path ?? "", "utf8"));
  } catch {
    throw new UsageError(
      "The event's payload (GITHUB_EVENT_PATH) could not be read as JSON: is this the runner's own file?",
    );
  }
}

/** What the event makes to be judged: the change's manifests, or all of the checkout. */
async function manifests(
  api: Api | undefined,
  trigger: Trigger,
  inputs: Inputs,
  policy: Policy,
  workspace: string,
): Promise<Change> {
  if (trigger.scope.kind === "full") return checkout(inputs, workspace);
  if (!api)
    throw new UsageError(
      "The input github-token is empty: the change's files are listed by GitHub's API. Leave the input out, and the job's own token is used.",
    );
  try {
    return await changedManifests(api, trigger, inputs.files, workspace, policy.gate === "new");
  } catch (error) {
    // A forced push: the commit before it is gone, so that everything is new.
    if (error instanceof Unlisted && trigger.scope.kind === "range" && policy.gate === "all")
      return checkout(inputs, workspace);
    throw error;
  }
}

async function checkout({ files }: Inputs, workspace: string): Promise<Change> {
  process.chdir(workspace);
  const { sources, problems } = await collect(["."]);
  return { files: [], sources: sources.filter(({ file }) => isWanted(file, files)), base: [], problems };
}

/** The policy with what the change's images say. No credential helper is run for it, and no token of GitHub's goes to a registry. */
async function asked(policy: Policy, { sources, base }: Change): Promise<Policy> {
  const { readImages } = await import("./source/images.ts");
  const { manifests: named } = withoutTemplates([...sources, ...base]);
  return { ...policy, images: await readImages(await imagesIn(named, policy), { helpers: "never", insecure: [] }) };
}

async function reviewed({ sources, base, problems }: Change, { scope }: Trigger, policy: Policy): Promise<Result> {
  const { manifests: heads, notes } = withoutTemplates(sources);
  const before = scope.kind === "full" || policy.gate === "all" ? null : withoutTemplates(base).manifests;
  return withProblems(await review(heads, before, policy), [...problems, ...notes], sources.length + problems.length);
}

function outputs(result: Result, checkRunUrl: string, reportPath: string): Record<string, string | number> {
  const { findings } = result;
  const open = findings.filter(({ ignored }) => !ignored);
  return {
    conclusion: conclusionOf(result),
    findings: open.length,
    enforced: count(findings, "enforce"),
    warned: count(findings, "warn"),
    audited: count(findings, "audit"),
    new: open.filter((finding) => finding.new).length,
    fixable: open.filter((finding) => finding.fix).length,
    files: JSON.stringify([...new Set(open.map(({ location }) => location.file))]),
    "report-path": reportPath,
    "sarif-path": "",
    "check-run-url": checkRunUrl,
  };
}

try {
  process.exitCode = await main(process.env);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof Unlisted)) throw error;
  process.exitCode = 2;
  process.stdout.write("::error title=secctx::Could not evaluate: see the line below and the job summary.\n");
  log(error.message);
  writeSummary(process.env, `### secctx: Could not evaluate\n\n${text(error.message)}\n`);
  writeOutputs(process.env, { conclusion: "failure" });
}
