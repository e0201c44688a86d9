import { type Mode, modes } from "../pod/kubernetes.ts";
import type { Finding } from "../review/finding.ts";
import type { Result, ReviewedWorkload } from "../review/result.ts";
import type { Problem } from "../yaml/index.ts";
import { code, fenced, text } from "./escape-markdown.ts";
import { addedIgnores } from "./ignores.ts";
import { count } from "./summary.ts";
import { counted } from "./text.ts";

/** A link to a line of the judged commit, or nothing where there is no page for it. */
export type LineLink = (file: string, line: number) => string | undefined;

/** What a report may have besides the result. */
export interface Additions {
  readonly link?: LineLink;
  /** What else has to be said, one sentence each. */
  readonly notes?: readonly string[];
}

const nouns: Readonly<Record<Mode, string>> = { enforce: "failure", warn: "warning", audit: "notice" };

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
export function markdown(
  result: Result,
  limit: number,
  { link = () => undefined, notes = [] }: Additions = {},
): string {
  const { findings, workloads, problems, policy, shard } = result;
  const report = page(limit);
  report.add(
    [
      `### secctx: ${text(verdictLine(result))}`,
      `Policy: enforce ${code(policy.enforce)}, warn ${code(policy.warn)}, audit ${code(policy.audit)}, Kubernetes ${code(policy.kubernetesVersion.name)}, gate ${code(policy.gate)}${shard ? `, shard ${shard.index}/${shard.count}` : ""}.`,
      ...notes.map((note) => `> ${text(note)}`),
    ].map((part) => `${part}\n\n`),
  );
  if (problems.length > 0) {
    report.add(["#### Not evaluated, or worth a note\n\n"]);
    const left = report.add(
      problems.map((problem) => problemItem(problem, link)),
      0.3,
    );
    report.add([`${left > 0 ? `\n${counted(left, "more problem")} did not fit here.\n` : ""}\n`]);
  }
  if (workloads.length > 0) {
    report.add(["| workload | baseline | restricted | failures | warnings | notices |\n|---|---|---|---|---|---|\n"]);
    const left = report.add(tableRows(workloads, findings), 0.3);
    report.add([`${left > 0 ? `\n${counted(left, "more workload")}.\n` : ""}\n`]);
  }
  const place = (file: string, line: number) => linked(code(`${file}:${line}`), link(file, line));
  report.add(addedIgnores(result, place).map((part) => `${part}\n\n`));
  const open = findings.filter(({ ignored }) => !ignored);
  const left = report.add(findingItems(open, link));
  if (left > 0) report.close(`\n${counted(left, "more finding")} did not fit here.\n`);
  else if (open.some(({ fix }) => fix))
    report.close("\nFix all of it with `secctx fix`, or look first with `secctx fix --diff`.\n");
  return report.text();
}

/** The patches that harden files, as one text of at most `limit` UTF-8 bytes: whole files, what does not fit is counted with what is `left`. */
export function patchMarkdown(
  { patches, others, left }: { patches: readonly string[]; others: readonly string[]; left: number },
  limit: number,
): string {
  if (patches.length + others.length + left === 0) return "";
  const report = page(limit);
  report.add(["#### Hardened YAML\n\n", ...(patches.length > 0 ? ["For `git apply`:\n\n"] : [])]);
  const more = left + report.add(patches.map((patch) => `${fenced("diff", patch)}\n\n`));
  report.add(others.map((file) => `- ${code(file)}: its line ends or hidden characters would not survive here.\n`));
  if (more + others.length > 0)
    report.close(`\n${counted(more + others.length, "more file")} to harden: \`secctx fix\` writes them.\n`);
  return report.text();
}

/** What closes a page has its room kept. */
const closing = 300;

/** Text up to a limit of UTF-8 bytes. Items go in whole and in order, up to a share of the room that is there; `add` says how many did not. */
function page(limit: number) {
  const encoder = new TextEncoder();
  let written = "";
  let room = limit - closing;
  return {
    add(items: readonly string[], share = 1): number {
      let budget = room * share;
      for (const [index, item] of items.entries()) {
        const size = encoder.encode(item).length;
        if (size > budget) return items.length - index;
        written += item;
        room -= size;
        budget -= size;
      }
      return 0;
    },
    close(item: string): void {
      written += item;
    },
    text: () => written,
  };
}

function problemItem({ severity, file, line, message }: Problem, link: LineLink): string {
  const word = severity === "error" ? "**not evaluated**" : "note";
  return `- ${word} ${linked(code(`${file}:${line}`), link(file, line))}: ${text(message)}\n`;
}

/** The files with the most serious findings first, so that a cut loses the least; a file's name stands before its first finding. */
function findingItems(findings: readonly Finding[], link: LineLink): string[] {
  const files = new Map<string, Finding[]>();
  for (const finding of findings.toSorted((a, b) => modes.indexOf(a.mode) - modes.indexOf(b.mode))) {
    const ofFile = files.get(finding.location.file);
    if (ofFile) ofFile.push(finding);
    else files.set(finding.location.file, [finding]);
  }
  return [...files].flatMap(([file, ofFile]) =>
    ofFile.map((finding, index) => (index === 0 ? `\n**${code(file)}**\n\n` : "") + findingItem(finding, link)),
  );
}

function findingItem({ location, rule, mode, message, fix, new: isNew }: Finding, link: LineLink): string {
  const { file, start } = location;
  const offer = fix ? ` *Fix:* ${text(fix.title)}${fix.risk ? ` (${text(fix.risk)})` : ""}.` : "";
  const age = isNew === false ? " (there before the change)" : "";
  return `- **${nouns[mode]}**${age} ${linked(`line ${start.line}`, link(file, start.line))} ${code(rule.id)}: ${text(message)}${offer}\n`;
}

function linked(shown: string, target: string | undefined): string {
  return target ? `[${shown}](${target})` : shown;
}

/** Workloads by what they break: the rules stand where their findings count. */
function tableRows(workloads: readonly ReviewedWorkload[], findings: readonly Finding[]): string[] {
  const byWorkload = new Map<string, Finding[]>();
  for (const finding of findings.filter(({ ignored }) => !ignored)) {
    const key = keyOf(finding.location.file, finding.workload);
    const own = byWorkload.get(key);
    if (own) own.push(finding);
    else byWorkload.set(key, [finding]);
  }
  return workloads.map(({ pod, admission }) => {
    const { kind, name } = pod.workload;
    const own = byWorkload.get(keyOf(pod.document.file, pod.workload)) ?? [];
    const answer = (allowed: boolean) => (allowed ? "allowed" : "**rejected**");
    const cells = modes.map((mode) => {
      const rules = new Set(own.filter((finding) => finding.mode === mode).map(({ rule }) => rule.id));
      return [...rules].map(code).join(" ");
    });
    return `| ${code(`${kind} ${name}`)} | ${answer(admission.baseline.allowed)} | ${answer(admission.restricted.allowed)} | ${cells.join(" | ")} |\n`;
  });
}

function keyOf(file: string, { apiVersion, kind, namespace, name }: Finding["workload"]): string {
  return JSON.stringify([file, apiVersion, kind, namespace, name]);
}
