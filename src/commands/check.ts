import { type Gate, gates } from "../policy/policy.ts";
import { replay } from "../report/by-manifest.ts";
import { type ReportOptions, renderReport } from "../report/formats.ts";
import { type Conclusion, exitStatus } from "../review/result.ts";
import { collectReview, type ReviewStream } from "../review/stream.ts";
import { UsageError } from "../source/errors.ts";
import { readReportPage, readRulePage } from "../source/pages.ts";
import { parseShare, type Share, shareForm } from "../source/shard.ts";
import { joinRevision, type Output, pairOutputs } from "./check-arguments.ts";
import { imageOptions, parseOptions, policyOptions, readChoice, renderOptions } from "./options.ts";
import { writeReport } from "./output.ts";
import { formatPolicy, resolvePolicy } from "./policy-in-force.ts";
import { streamPaths } from "./review-paths.ts";
import { say } from "./streams.ts";
import { chooseTextOptions } from "./terminal.ts";

/** What `secctx check` takes. */
export const checkOptions = {
  ...policyOptions,
  ...imageOptions,
  ...renderOptions,
  changed: { type: "string" },
  shard: { type: "string" },
  gate: { type: "string" },
  "config-ref": { type: "string" },
  "show-config": { type: "boolean" },
  format: { type: "string", multiple: true },
  output: { type: "string", multiple: true },
  "exit-zero": { type: "boolean" },
} as const;

/** `secctx check`: prints findings, or writes them to files. The exit status is the gate. */
export async function runCheck(args: readonly string[]): Promise<number> {
  const { values, positionals, tokens } = parseOptions("check", await joinRevision(args), checkOptions);
  const outputs = pairOutputs(values.format ?? ["text"], values.output ?? [], tokens);
  const { changed } = values;
  const shard = values.shard === undefined ? undefined : readShare(values.shard, { changed, paths: positionals });
  const gate = values.gate === undefined ? undefined : readChoice<Gate>("--gate", values.gate, gates);
  if (gate === "new" && changed === undefined)
    throw new UsageError(
      "--gate new needs something to compare with: add --changed, or use --gate all or --gate none.",
    );
  const configRef = values["config-ref"] && readChoice("--config-ref", values["config-ref"], ["base", "head"]);
  if (configRef !== undefined && changed === undefined)
    throw new UsageError("--config-ref says where a change's configuration is read: add --changed, or leave it out.");
  const inForce = await resolvePolicy(values, {
    appliesBaseline: true,
    gate,
    changed,
    trustsChange: configRef === "head",
  });
  if (values["show-config"]) {
    await say(formatPolicy(inForce));
    return 0;
  }
  const review = await streamPaths(positionals, inForce, { changed, shard });
  const verdict = await writeOutputs(outputs, review, (file) => ({
    text: chooseTextOptions(values, file === undefined ? process.stdout : {}),
    rulePage: readRulePage,
    htmlPage: readReportPage,
  }));
  return values["exit-zero"] && verdict !== "error" ? 0 : exitStatus[verdict];
}

/** Writes all reports. A single one is written while the review goes on. Several need the whole review. */
async function writeOutputs(
  outputs: readonly Output[],
  review: ReviewStream,
  getOptions: (file: string | undefined) => ReportOptions,
): Promise<Conclusion["verdict"]> {
  const [only, ...others] = outputs;
  if (only && others.length === 0) {
    let verdict: Conclusion["verdict"] = "error";
    const report = renderReport(only.format, review, getOptions(only.file));
    const writeAndConclude = async function* () {
      verdict = (yield* report).verdict;
    };
    await writeReport(only.file, writeAndConclude());
    return verdict;
  }
  const collected = await collectReview(review);
  for (const { format, file } of outputs)
    await writeReport(file, renderReport(format, replay(collected), getOptions(file)));
  return collected.result.verdict;
}

/** Reads the share that `--shard` asks for. Only a full scan of files can be divided. */
function readShare(
  text: string,
  { changed, paths }: { readonly changed: string | undefined; readonly paths: readonly string[] },
): Share {
  const share = parseShare(text);
  if (!share) throw new UsageError(`--shard "${text}": use ${shareForm}.`);
  if (changed !== undefined) throw new UsageError("--shard divides a full scan: leave out --changed.");
  if (paths.includes("-"))
    throw new UsageError("--shard divides files, and standard input can't be divided: leave out -.");
  return share;
}
