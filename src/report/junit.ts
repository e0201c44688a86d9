import type { Policy } from "../policy/index.ts";
import { type Finding, ownerKey, ownersOf } from "../review/finding.ts";
import { groupBy } from "../review/groups.ts";
import type { Result, ReviewedWorkload } from "../review/result.ts";
import type { Problem } from "../yaml/index.ts";
import { escapeControls } from "./escape.ts";
import { describeFix, modeNouns, nameWorkload } from "./words.ts";

/**
 * Renders the report as JUnit XML for continuous integration: a suite for each file, a case for each finding and for each workload that has none. A case
 * fails if its finding fails the gate. Warnings and notices pass and are printed, ignored findings are skipped with their reason, and a manifest that could
 * not be evaluated is an error.
 */
export function renderJunit({ findings, workloads, problems, policy }: Result): string {
  const errors = problems.filter(({ severity }) => severity === "error");
  const flawed = new Set(findings.flatMap(ownersOf).map(ownerKey));
  const clean = workloads.filter(({ file, pod }) => !flawed.has(ownerKey({ file, workload: pod.workload })));
  const cases = [
    ...errors.map(renderProblemCase),
    ...findings.map((each) => renderFindingCase(each, policy)),
    ...clean.map(renderCleanCase),
  ];
  const suites = [...groupBy(cases, ({ file }) => file)].map(([file, ofFile]) => renderSuite(file, ofFile));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="secctx"${formatCounts(cases)}>\n${suites.join("")}</testsuites>\n`;
}

interface TestCase {
  readonly file: string;
  readonly name: string;
  readonly outcome: "passed" | "failures" | "errors" | "skipped";
  /** XML within the case. */
  readonly content: string;
}

function renderSuite(file: string, cases: readonly TestCase[]): string {
  return `  <testsuite name=${quoteXml(file)}${formatCounts(cases)}>\n${cases.map(renderTestCase).join("")}  </testsuite>\n`;
}

function formatCounts(cases: readonly TestCase[]): string {
  const count = (outcome: TestCase["outcome"]) => cases.filter((each) => each.outcome === outcome).length;
  return ` tests="${cases.length}" failures="${count("failures")}" errors="${count("errors")}" skipped="${count("skipped")}" time="0"`;
}

function renderTestCase({ file, name, content }: TestCase): string {
  const head = `    <testcase classname=${quoteXml(file)} name=${quoteXml(name)} time="0"`;
  return content === "" ? `${head}/>\n` : `${head}>${content}</testcase>\n`;
}

function renderFindingCase(finding: Finding, { gate }: Pick<Policy, "gate">): TestCase {
  const { rule, mode, level, message, location, workload, containers, fix, ignored } = finding;
  const { file, start } = location;
  const name = `${rule.id}: ${[nameWorkload(workload), ...containers].join(" / ")}, line ${start.line}`;
  if (ignored) {
    const reason = `ignored by ${ignored.by}: ${ignored.reason}`;
    return { file, name, outcome: "skipped", content: `<skipped message=${quoteXml(reason)}/>` };
  }
  const lines = [`${file}:${start.line}:${start.column}`, message, ...(fix ? [`Fix: ${describeFix(fix)}`] : [])];
  if (mode !== "enforce" || gate === "none") {
    const output = escapeXmlLines([modeNouns[mode], ...lines]);
    return { file, name, outcome: "passed", content: `<system-out>${output}</system-out>` };
  }
  const failure = `<failure type=${quoteXml(level)} message=${quoteXml(message)}>${escapeXmlLines(lines)}</failure>`;
  return { file, name, outcome: "failures", content: failure };
}

function renderProblemCase({ file, line, message }: Problem): TestCase {
  const content = `<error message=${quoteXml(message)}>${escapeXml(`${file}:${line}`)}</error>`;
  return { file, name: `could not be evaluated, line ${line}`, outcome: "errors", content };
}

function renderCleanCase({ file, pod }: ReviewedWorkload): TestCase {
  const name = `${nameWorkload(pod.workload)}: no findings`;
  return { file, name, outcome: "passed", content: "" };
}

function quoteXml(value: string): string {
  return `"${escapeXml(value).replaceAll('"', "&quot;")}"`;
}

/** Escapes text for XML on one line, as for a log; characters that XML 1.0 cannot hold are replaced. */
function escapeXml(value: string): string {
  const shown = escapeControls(value).replace(/[\ufffe\uffff]|\p{Cs}/gu, "\ufffd");
  return shown.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The lines are ours, and what is in them is escaped. */
function escapeXmlLines(lines: readonly string[]): string {
  return lines.map(escapeXml).join("\n");
}
