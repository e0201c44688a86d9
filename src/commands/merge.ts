import { realpathSync, statSync } from "node:fs";
import { renderJsonReport } from "../report/json.ts";
import { mergeReports, type NamedReport } from "../report/merge.ts";
import { parseReport, type ShardReport } from "../report/shard-report.ts";
import { renderClosing } from "../report/text.ts";
import { exitStatus } from "../review/result.ts";
import { UsageError } from "../source/errors.ts";
import { readOwnFile } from "../source/repository.ts";
import { parseOptions } from "./options.ts";
import { writeReport } from "./output.ts";
import { remark, say } from "./streams.ts";

/** What `secctx merge` takes. */
export const mergeOptions = { output: { type: "string" } } as const;

/** `secctx merge`: merges the reports of shards into one. The exit status is that of the run that was divided. */
export async function runMerge(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions("merge", args, mergeOptions);
  const output = values.output === "-" ? undefined : values.output;
  if (positionals.length === 0) throw new UsageError("merge: give the JSON reports of all shards.");
  // The report is written while those of the shards are read, so it can't replace one of them.
  const same = positionals.find((file) => output !== undefined && isSameFile(file, output));
  if (same !== undefined)
    throw new UsageError(`--output "${same}": it is one of the reports to merge: choose another name.`);
  const report = mergeReports(positionals.map(openReport));
  if ("defect" in report) throw new UsageError(report.defect);
  // Loaded as `check` loads them: what two chunks import is in the bundle twice.
  await writeReport(output, renderJsonReport(report));
  const tell = output === undefined ? remark : say;
  await tell(renderClosing(report, (_, text) => text));
  return exitStatus[report.verdict];
}

/** Opens a report. Its lists are read again for each use, because those of a whole scan do not fit into memory. A pipe can be read only once, and is kept. */
function openReport(name: string): NamedReport {
  const report = readReport(name);
  if (!statSync(name).isFile()) return { name, report };
  return {
    name,
    report: { ...report, findings: rereadList(name, "findings"), workloads: rereadList(name, "workloads") },
  };
}

function rereadList(file: string, list: "findings" | "workloads"): Iterable<object> {
  return {
    *[Symbol.iterator]() {
      yield* readReport(file)[list];
    },
  };
}

function readReport(path: string): ShardReport {
  const { file, text } = readOwnFile(path);
  const report = parseReport(parseJson(file, text));
  if ("defect" in report) throw new UsageError(`${file}: ${report.defect}`);
  return report;
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${file}: it is not JSON: was it cut off?`);
  }
}

function isSameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}
