import { type Finding, modes, type Problem, type Result, type ReviewedWorkload } from "../types.ts";
import { code, text } from "./escape-markdown.ts";
import { addedIgnores } from "./ignores.ts";
import { count } from "./json.ts";
import { counted } from "./text.ts";

/** A link to a line of the judged commit, or nothing where there is no page for it. */
export type LineLink = (file: string, line: number) => string | undefined;

/** One line: what the gate says, and why. */
export function verdictLine({ verdict, findings, problems }: Result): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const others = `${counted(count(findings, "warn"), "warning")}, ${counted(count(findings, "audit"), "notice")}`;
  if (verdict === "error")
    return `Could not evaluate: ${counted(errors, "manifest")} could not be read; ${counted(count(findings, "enforce"), "failure")}, ${others}`;
  if (verdict === "fail") return `${counted(count(findings, "enforce"), "failure")}, ${others}`;
  return count(findings, "warn") + count(findings, "audit") === 0 ? "Nothing to report" : `No failures; ${others}`;
}

/**
 * The report for the job summary and the check run's body: verdict, what could not be evaluated, workloads, findings by file. At most `limit` UTF-8 bytes;
 * cut between findings, and what is left out is counted.
 */
export function markdown(result: Result, limit: number, link: LineLink = () => undefined): string {
  const { findings, workloads, problems, policy } = result;
  const head = [
    `### secctx: ${text(verdictLine(result))}`,
    `Policy: enforce ${code(policy.enforce)}, warn ${code(policy.warn)}, audit ${code(policy.audit)}, Kubernetes ${code(policy.kubernetesVersion.name)}, gate ${code(policy.gate)}.`,
    ...(problems.length > 0
      ? ["#### Not evaluated, or worth a note", problems.map((problem) => problemItem(problem, link)).join("\n")]
      : []),
    ...(workloads.length > 0 ? [workloadTable(workloads, findings)] : []),
    ...addedIgnores(result, (file, line) => place(file, line, link)),
    ...(findings.some(({ fix }) => fix)
      ? ["Fix all of it with `secctx fix`, or look first with `secctx fix --diff`."]
      : []),
  ];
  const shown = findings
    .filter(({ ignored }) => !ignored)
    .toSorted((a, b) => modes.indexOf(a.mode) - modes.indexOf(b.mode));
  return fitted(
    head,
    shown.map((finding) => findingItem(finding, link)),
    limit,
  );
}

function fitted(head: readonly string[], items: readonly string[], limit: number): string {
  const size = (value: string) => new TextEncoder().encode(value).length;
  let report = `${head.join("\n\n")}\n\n`;
  for (const [index, item] of items.entries()) {
    if (size(report) + size(item) > limit - 200)
      return `${report}\n${counted(items.length - index, "more finding")} did not fit here.\n`;
    report += `${item}\n`;
  }
  return report;
}

function problemItem({ severity, file, line, message }: Problem, link: LineLink): string {
  return `- ${severity === "error" ? "**not evaluated**" : "note"} ${place(file, line, link)}: ${text(message)}`;
}

function findingItem({ location, rule, mode, message, fix }: Finding, link: LineLink): string {
  const offer = fix ? ` *Fix:* ${text(fix.title)}${fix.risk ? ` (${text(fix.risk)})` : ""}.` : "";
  return `- **${mode}** ${place(location.file, location.start.line, link)} ${code(rule.id)}: ${text(message)}${offer}`;
}

function place(file: string, line: number, link: LineLink): string {
  const name = code(`${file}:${line}`);
  const target = link(file, line);
  return target ? `[${name}](${target})` : name;
}

function workloadTable(workloads: readonly ReviewedWorkload[], findings: readonly Finding[]): string {
  const rows = workloads.slice(0, 100).map(({ pod, admission }) => {
    const { kind, name } = pod.workload;
    const own = findings.filter(
      ({ workload, location }) =>
        workload.kind === kind && workload.name === name && location.file === pod.document.file,
    );
    const answer = (allowed: boolean) => (allowed ? "allowed" : "rejected");
    const counts = modes.map((mode) => count(own, mode)).join(" | ");
    return `| ${code(`${kind} ${name}`)} | ${answer(admission.baseline.allowed)} | ${answer(admission.restricted.allowed)} | ${counts} |`;
  });
  const rest = workloads.length - rows.length;
  const more = rest > 0 ? `\n\n${counted(rest, "more workload")}.` : "";
  return `| workload | baseline | restricted | failures | warnings | notices |\n|---|---|---|---|---|---|\n${rows.join("\n")}${more}`;
}
