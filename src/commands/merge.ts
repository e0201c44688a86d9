import { realpathSync, statSync } from "node:fs";
import { jsonText } from "../report/json.ts";
import { mergeReports, type NamedReport, parseReport, type ShardReport } from "../report/merge.ts";
import { renderClosing } from "../report/text.ts";
import { exitStatus } from "../review/result.ts";
import { UsageError } from "../source/errors.ts";
import { readOwn } from "../source/repository.ts";
import { parse } from "./options.ts";
import { writeReport } from "./output.ts";
import { remark, say } from "./streams.ts";

/** What `secctx merge` takes. */
export const mergeOptions = { output: { type: "string" } } as const;

/** `secctx merge`: the reports of shards as one, and its verdict; the status is that of the run that was divided. */
export async function merge(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("merge", args, mergeOptions);
  const output = values.output === "-" ? undefined : values.output;
  if (positionals.length === 0) throw new UsageError("merge: give the JSON reports of all shards.");
  // A report is written while those of the shards are read.
  const same = positionals.find((file) => output !== undefined && isSame(file, output));
  if (same !== undefined) throw new UsageError(`--output "${same}": it is one of the reports: give it another name.`);
  const report = mergeReports(positionals.map(named));
  if ("defect" in report) throw new UsageError(report.defect);
  await writeReport(output, jsonText(report));
  const account = output === undefined ? remark : say;
  await account(renderClosing(report, (_, text) => text));
  return exitStatus[report.verdict];
}

/** A report whose lists are read anew for each use: a scan's are more than fits into memory. What can be read only once is kept. */
function named(name: string): NamedReport {
  const report = readReport(name);
  if (!statSync(name).isFile()) return { name, report };
  return {
    name,
    report: { ...report, findings: again(name, "findings"), workloads: again(name, "workloads") },
  };
}

function again(file: string, list: "findings" | "workloads"): Iterable<object> {
  return {
    *[Symbol.iterator]() {
      yield* readReport(file)[list];
    },
  };
}

function readReport(file: string): ShardReport {
  const { file: shown, text } = readOwn(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(`${shown}: it is not JSON: was it cut off?`);
  }
  const report = parseReport(value);
  if (report) return report;
  throw new UsageError(`${shown}: it is no report of secctx check --format json, schema secctx/v1.`);
}

function isSame(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}
