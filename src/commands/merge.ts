import { realpathSync, statSync } from "node:fs";
import { disarmCommands } from "../report/escape.ts";
import { arrangeFleet, describeFleet, judgeFleet, makeFleetRow, renderFleetMarkdown } from "../report/fleet.ts";
import { renderFleetHtml } from "../report/fleet-html.ts";
import { renderJsonReport } from "../report/json.ts";
import { mergeReports, type NamedReport } from "../report/merge.ts";
import { parseReport, parseWholeReport, type ShardReport } from "../report/shard-report.ts";
import { renderClosing } from "../report/text.ts";
import { exitStatus } from "../review/result.ts";
import { UsageError } from "../source/errors.ts";
import { readOwnFile } from "../source/own-files.ts";
import { parseOptions, readChoice } from "./options.ts";
import { writeReport } from "./output.ts";
import { remark, say } from "./streams.ts";

/** What `secctx merge` takes. */
export const mergeOptions = {
  format: { type: "string" },
  output: { type: "string" },
  "exit-zero": { type: "boolean" },
} as const;

/**
 * `secctx merge`: merges the reports of shards into one, or, as Markdown or HTML, sets those of repositories side by side. The exit status is that of the run
 * that was divided, or the worst of the repositories'.
 */
export async function runMerge(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions("merge", args, mergeOptions);
  const format = readChoice("--format", values.format ?? "json", ["json", "markdown", "html"]);
  const output = values.output === "-" ? undefined : values.output;
  if (positionals.length === 0) throw new UsageError("merge: give the JSON reports of all shards, or of repositories.");
  // The report is written while those of the shards are read, so it can't replace one of them.
  const same = positionals.find((file) => output !== undefined && isSameFile(file, output));
  if (same !== undefined)
    throw new UsageError(`--output "${same}": it is one of the reports to merge: choose another name.`);
  const verdict =
    format === "json" ? await joinShards(positionals, output) : await joinFleet(positionals, format, output);
  return values["exit-zero"] && verdict !== "error" ? 0 : exitStatus[verdict];
}

async function joinShards(files: readonly string[], output: string | undefined): Promise<ShardReport["verdict"]> {
  const report = mergeReports(files.map(openReport));
  if ("defect" in report) throw new UsageError(report.defect);
  await writeReport(output, renderJsonReport(report));
  const tell = output === undefined ? remark : say;
  await tell(renderClosing(report, (_, text) => text));
  return report.verdict;
}

/** Writes the table of repositories and rules. Each report is read once, and let go. */
async function joinFleet(
  files: readonly string[],
  format: "markdown" | "html",
  output: string | undefined,
): Promise<ShardReport["verdict"]> {
  const names = new Map<string, string>();
  for (const file of files) {
    const name = nameRepository(file);
    const other = names.get(name);
    if (other !== undefined)
      throw new UsageError(`${other} and ${file} are both named ${name}: name each report OWNER/REPOSITORY.json.`);
    names.set(name, file);
  }
  const rows = [...names].map(([name, path]) => {
    const { file, text } = readOwnFile(path);
    const report = parseWholeReport(parseJson(file, text));
    if ("defect" in report) throw new UsageError(`${file}: ${report.defect}`);
    return makeFleetRow(name, report);
  });
  const fleet = arrangeFleet(rows);
  await writeReport(output, [
    format === "html" ? await renderFleetHtml(fleet) : disarmCommands(renderFleetMarkdown(fleet)),
  ]);
  const tell = output === undefined ? remark : say;
  await tell(`${describeFleet(fleet)}\n`);
  return judgeFleet(fleet);
}

/** The repository that a report is named for: the last two steps of its path, as in `reports/OWNER/REPOSITORY.json`. */
function nameRepository(file: string): string {
  const steps = file.split(/[/\\]/).filter((step) => step !== "" && step !== "." && step !== "..");
  return steps
    .slice(-2)
    .join("/")
    .replace(/\.json$/, "");
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
