import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { replay } from "../report/by-manifest.ts";
import { type Format, renderReport } from "../report/formats.ts";
import { countFindings } from "../report/summary.ts";
import { formatCount } from "../report/words.ts";
import type { Result } from "../review/result.ts";
import type { CollectedReview } from "../review/stream.ts";
import { reasonOf, UsageError } from "../source/errors.ts";
import { isWithin, leadsOut } from "../source/links.ts";
import { readReportPage, readRulePage } from "../source/pages.ts";
import { writeWhole } from "../source/write.ts";
import { isReported } from "../yaml/index.ts";
import type { Change } from "./change.ts";
import { conclusionOf } from "./deliver.ts";
import type { Options } from "./options.ts";
import { log, logGroup } from "./runner.ts";

/** The outputs of action.yml for a reviewed change. */
export function outputsFor(
  { sources, isCompared }: Change,
  result: Result,
  { jsonFile, htmlFile, sarifFile }: Options,
  checkRunUrl: string,
): Record<string, string | number> {
  const { findings } = result;
  const open = findings.filter(({ ignored }) => !ignored);
  const isTold = isCompared && findings.every((finding) => finding.new !== null);
  return {
    conclusion: conclusionOf(result),
    findings: open.length,
    enforced: countFindings(findings, "enforce"),
    warned: countFindings(findings, "warn"),
    audited: countFindings(findings, "audit"),
    new: isTold ? open.filter((finding) => finding.new).length : "",
    fixable: open.filter((finding) => finding.fix).length,
    files: fileNamesJson(sources.filter(isReported).map(({ file }) => file)),
    "report-path": htmlFile ?? jsonFile ?? "",
    "sarif-path": sarifFile ?? "",
    "check-run-url": checkRunUrl,
  };
}

/** GitHub takes 1 MB of outputs from a job, counted in UTF-16. Characters. */
const fileNamesLimit = 400_000;

/** File names as JSON. Names that GitHub would not take are left out, which the log mentions. */
function fileNamesJson(files: readonly string[]): string {
  let size = 2;
  const listed = files.filter((file) => {
    size += JSON.stringify(file).length + 1;
    return size <= fileNamesLimit;
  });
  if (listed.length < files.length)
    log(`The output files names ${listed.length} of ${files.length} files: GitHub takes no more.`);
  return JSON.stringify(listed);
}

/** Lists the findings in the log, folded. */
export function logFindings({ findings }: Result): void {
  const open = findings.filter(({ ignored }) => !ignored);
  if (open.length === 0) return;
  const lines = open.map(
    ({ location: { file, start }, mode, rule, message }) =>
      `${file}:${start.line}:${start.column} ${mode} ${rule.id}: ${message}`,
  );
  logGroup(formatCount(open.length, "finding"), lines);
}

/**
 * Writes the report files that the workflow asks for, in the workspace, with the folders that lead there; never through a link out of it, which the change may
 * bring. Throws a UsageError if one can't be written.
 */
export async function writeReports(
  workspace: string,
  { jsonFile, htmlFile, sarifFile }: Options,
  review: CollectedReview,
): Promise<void> {
  const wanted: readonly (readonly [Format, string | undefined])[] = [
    ["json", jsonFile],
    ["html", htmlFile],
    ["sarif", sarifFile],
  ];
  const text = { paint: (_: string, shown: string) => shown, quiet: false };
  for (const [format, file] of wanted) {
    if (file === undefined) continue;
    const target = resolve(workspace, file);
    try {
      if (isWithin(resolve(workspace), target) && leadsOut(workspace, target))
        throw new UsageError(
          `The input ${format}-file is ${JSON.stringify(file)}, but a link takes that outside of the workspace, and no report is written there: remove the link, or name another file.`,
        );
      mkdirSync(dirname(target), { recursive: true });
      await writeWhole(
        target,
        renderReport(format, replay(review), { text, rulePage: readRulePage, htmlPage: readReportPage }),
      );
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(
        `The input ${format}-file is ${JSON.stringify(file)}, which can't be written: ${reasonOf(error)}.`,
      );
    }
  }
}
