import type { Finding } from "../review/finding.ts";
import type { Result, ReviewedWorkload } from "../review/result.ts";
import type { Problem } from "../yaml/index.ts";
import { byFile } from "./by-file.ts";
import { visible } from "./escape.ts";

/**
 * The report as JUnit XML, as continuous integration shows it: a suite for each file, a case for each finding. Red is what fails the gate: warnings and
 * notices pass and are said, ignored findings are skipped with their reason, and what could not be evaluated is an error.
 */
export function junit({ findings, workloads, problems }: Result): string {
  const subjects = byFile([...problems.filter(isError), ...findings, ...workloads], fileOf);
  const suites = [...subjects].map(([file, own]) => {
    const found = new Set(own.flatMap((each) => ("rule" in each ? [identity(each.workload)] : [])));
    const isClean = ({ pod }: ReviewedWorkload) => !found.has(identity(pod.workload));
    return suite(
      file,
      own.flatMap((each) => {
        if ("rule" in each) return [findingCase(each)];
        if ("pod" in each) return isClean(each) ? [cleanCase(each)] : [];
        return [problemCase(each)];
      }),
    );
  });
  const all = suites.flatMap(({ cases }) => cases);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="secctx"${counts(all)}>\n${suites.map(({ xml }) => xml).join("")}</testsuites>\n`;
}

function fileOf(subject: Problem | Finding | ReviewedWorkload): string {
  if ("rule" in subject) return subject.location.file;
  return "pod" in subject ? subject.pod.document.file : subject.file;
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}

interface Case {
  readonly xml: string;
  readonly outcome: "passed" | "failures" | "errors" | "skipped";
}

function suite(file: string, cases: readonly Case[]): { xml: string; cases: readonly Case[] } {
  const xml = `  <testsuite name=${quoted(file)}${counts(cases)}>\n${cases.map((each) => each.xml).join("")}  </testsuite>\n`;
  return { xml, cases };
}

function counts(cases: readonly Case[]): string {
  const of = (outcome: Case["outcome"]) => cases.filter((each) => each.outcome === outcome).length;
  return ` tests="${cases.length}" failures="${of("failures")}" errors="${of("errors")}" skipped="${of("skipped")}" time="0"`;
}

function findingCase(finding: Finding): Case {
  const { rule, mode, level, message, location, workload, containers, fix, ignored } = finding;
  const { file, start } = location;
  const subject = [nameOf(workload), ...containers].join(" / ");
  const name = `${rule.id}: ${subject}, line ${start.line}`;
  const body = [
    `${file}:${start.line}:${start.column}`,
    message,
    ...(fix ? [`Fix: ${fix.title}${fix.risk ? ` (${fix.risk})` : ""}`] : []),
  ];
  if (ignored)
    return testCase(
      name,
      file,
      "skipped",
      `<skipped message=${quoted(`ignored by ${ignored.by}: ${ignored.reason}`)}/>`,
    );
  if (mode !== "enforce")
    return testCase(
      name,
      file,
      "passed",
      `<system-out>${escaped([mode === "warn" ? "warning" : "notice", ...body].join("\n"))}</system-out>`,
    );
  return testCase(
    name,
    file,
    "failures",
    `<failure type=${quoted(level)} message=${quoted(message)}>${escaped(body.join("\n"))}</failure>`,
  );
}

function problemCase({ file, line, message }: Problem): Case {
  return testCase(
    `could not be evaluated, line ${line}`,
    file,
    "errors",
    `<error message=${quoted(message)}>${escaped(`${file}:${line}`)}</error>`,
  );
}

function cleanCase({ pod }: ReviewedWorkload): Case {
  return testCase(`${nameOf(pod.workload)}: no findings`, pod.document.file, "passed", "");
}

function testCase(name: string, file: string, outcome: Case["outcome"], content: string): Case {
  const head = `    <testcase classname=${quoted(file)} name=${quoted(name)} time="0"`;
  return { outcome, xml: content === "" ? `${head}/>\n` : `${head}>${content}</testcase>\n` };
}

function identity({ kind, name, namespace }: Finding["workload"]): string {
  return JSON.stringify([kind, namespace, name]);
}

function nameOf({ kind, name }: Finding["workload"]): string {
  return `${kind} ${name || "without a name"}`;
}

function quoted(value: string): string {
  return `"${escaped(value).replaceAll('"', "&quot;").replaceAll("\n", "&#10;")}"`;
}

/** Line breaks of our own stay; what XML 1.0 has no way to write is shown. */
function escaped(value: string): string {
  const shown = value
    .split("\n")
    .map(visible)
    .join("\n")
    .replace(/[\ufffe\uffff]|\p{Cs}/gu, "\ufffd");
  return shown.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
