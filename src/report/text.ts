import type { Finding, Mode, Problem, Result } from "../types.ts";
import { visible } from "./escape.ts";
import { count } from "./json.ts";

export type Style = "bold" | "dim" | "red" | "yellow" | "cyan" | "green";

export interface TextOptions {
  /** Puts a style around text; the text itself where no colours are wanted. */
  readonly paint: (style: Style, text: string) => string;
  /** The fixes of a file as a unified diff; empty where there are none. */
  readonly diffs: ReadonlyMap<string, string>;
  /** Only the verdict. */
  readonly quiet: boolean;
}

/** The report for people: each finding with its source line and a caret, the level that won, and the fix; each file's fixes as a diff. */
export function text(result: Result, options: TextOptions): string {
  const { paint, diffs, quiet } = options;
  const sections: string[] = [];
  if (!quiet) {
    for (const [file, findings] of byFile(result.findings)) {
      sections.push(...findings.map((finding) => findingText(finding, options)));
      const diff = diffs.get(file);
      if (diff) sections.push(`${paint("bold", `All fixes of ${visible(file)}`)}\n${diffText(diff, options)}`);
    }
  }
  sections.push(...result.problems.map((problem) => problemText(problem, options)));
  sections.push(summary(result, options));
  return `${sections.join("\n\n")}\n`;
}

const colours: Readonly<Record<Mode, Style>> = { enforce: "red", warn: "yellow", audit: "cyan" };
const origins: Readonly<Record<Finding["origin"], string>> = {
  container: "set by the container",
  pod: "set by the pod",
  annotation: "set by an annotation",
  image: "set by the image",
  namespace: "set by the namespace",
  default: "set nowhere: the default holds",
};

function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings)
    files.set(finding.location.file, [...(files.get(finding.location.file) ?? []), finding]);
  return files;
}

function findingText(finding: Finding, { paint }: TextOptions): string {
  const { rule, mode, level, location, message, workload, origin, fix, declined } = finding;
  const { line, column } = location.start;
  const place = `${visible(location.file)}:${line}:${column}`;
  const head = `${paint("bold", place)}  ${paint(colours[mode], mode)}  ${paint("bold", rule.id)}  ${paint("dim", level)}`;
  const name = visible(`${workload.kind} ${workload.name}`);
  const lines = [
    head,
    ...excerpt(finding, paint),
    `  ${visible(message)}`,
    paint("dim", `  ${name} · ${origins[origin]}`),
  ];
  if (fix)
    lines.push(
      `  ${paint("green", "fix")} ${visible(fix.title)}${fix.risk ? paint("dim", ` (${fix.safety}: ${fix.risk})`) : ""}`,
    );
  else if (declined) lines.push(paint("dim", `  no fix: ${visible(declined)}`));
  return lines.join("\n");
}

/** The source line with a caret under the range; tabs are kept, so that the caret stands right. */
function excerpt({ excerpt: line, location, mode }: Finding, paint: TextOptions["paint"]): string[] {
  const number = String(location.start.line).padStart(5);
  const before = visible(line.slice(0, location.start.column - 1));
  const end = location.end.line === location.start.line ? location.end.column : line.length + 1;
  const marked = visible(line.slice(location.start.column - 1, end - 1));
  const caret = paint(colours[mode], "^".repeat(Math.max(1, marked.length)));
  return [
    `${paint("dim", `${number} |`)} ${visible(line)}`,
    `${paint("dim", "      |")} ${before.replace(/[^\t]/g, " ")}${caret}`,
  ];
}

function diffText(diff: string, { paint }: TextOptions): string {
  const styles: Readonly<Record<string, Style>> = { "+": "green", "-": "red", "@": "cyan" };
  return diff
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const style = /^(---|\+\+\+) /.test(line) ? "bold" : styles[line.charAt(0)];
      return `  ${style ? paint(style, visible(line)) : visible(line)}`;
    })
    .join("\n");
}

function problemText({ severity, file, line, message }: Problem, { paint }: TextOptions): string {
  const word = severity === "error" ? paint("red", "not evaluated") : paint("cyan", "note");
  return `${paint("bold", `${visible(file)}:${line}`)}  ${word}\n  ${visible(message)}`;
}

function summary({ verdict, findings, workloads, problems, files, policy }: Result, { paint }: TextOptions): string {
  const enforced = count(findings, "enforce");
  const verdicts = {
    pass: paint("green", "The gate passes"),
    fail: paint("red", `The gate fails: ${counted(enforced, "finding")} at the enforced level (${policy.enforce})`),
    error: paint(
      "red",
      `Could not evaluate everything: see ${counted(problems.filter(({ severity }) => severity === "error").length, "problem")} above`,
    ),
  };
  const others = `${counted(count(findings, "warn"), "warning")}, ${counted(count(findings, "audit"), "notice")}`;
  return `${verdicts[verdict]}; ${others}. Reviewed ${counted(workloads.length, "workload")} in ${counted(files, "file")}.`;
}

/** `1 finding`, `2 findings` */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
