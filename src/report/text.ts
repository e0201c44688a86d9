import type { Mode } from "../pod/kubernetes.ts";
import type { Shard } from "../policy/index.ts";
import type { Finding } from "../review/finding.ts";
import { groupBy } from "../review/groups.ts";
import type { Conclusion, Result } from "../review/result.ts";
import type { ReviewStream } from "../review/stream.ts";
import type { Problem } from "../yaml/index.ts";
import { type Block, groupIntoBlocks } from "./blocks.ts";
import { writeByManifest } from "./by-manifest.ts";
import { escapeControls } from "./escape.ts";
import { type FileFixes, makeAllFixes } from "./fix-changes.ts";
import { formatRuleTable, type RuleCount, startRuleCounts } from "./rule-counts.ts";
import { describeModes, describeUnjudged, type Summary, startSummary } from "./summary.ts";
import { excerptLimit, renderTextBlock, type TextLook, type TextStyle } from "./text-block.ts";
import { formatCount, nameProblem } from "./words.ts";

export interface TextOptions extends TextLook {
  /** Whether to print the problems, the table of rules and the verdict only. */
  readonly quiet: boolean;
}

/** Renders the report for people: what is said of each place, with its source line and its fix, the most serious of a file first, then a table of the rules. */
export async function* renderText(reviewing: ReviewStream, options: TextOptions): AsyncGenerator<string, Conclusion> {
  const [summary, rules] = [startSummary(), startRuleCounts()];
  const conclusion = yield* writeByManifest(reviewing, async (part) => {
    summary.add(part);
    rules.add(part.findings);
    if (options.quiet) return "";
    const isFixed = part.findings.some(hasFix) || (part.fixed ?? part.source.text) !== part.source.text;
    const fixes = isFixed ? await makeAllFixes(part, reviewing.policy) : noFixes;
    return renderBlocks(part.findings, fixes, options) + renderSourcePatch(part.source.file, fixes, options);
  });
  const { findings } = conclusion;
  summary.add({ findings });
  rules.add(findings);
  if (!options.quiet) yield renderBlocks(findings, noFixes, options);
  yield renderClosing({ ...conclusion, summary: summary.finish(conclusion), rules: rules.finish() }, options.paint);
  return conclusion;
}

const noFixes: FileFixes = { refusals: new Map(), followUps: [], patch: "" };

function hasFix({ fix, ignored }: Finding): boolean {
  return fix !== null && !ignored;
}

/** What is said of a file: blocks, those of one workload together. */
function renderBlocks(findings: readonly Finding[], fixes: FileFixes, options: TextOptions): string {
  const open = findings.filter(({ ignored }) => !ignored).map((finding) => withholdFix(finding, fixes));
  const blocks = groupIntoBlocks(open, ({ location }) => location);
  const followUps = groupBy(fixes.followUps, (finding) => blocks.find((block) => mayUncover(block, finding)));
  return blocks.map((block) => `${renderTextBlock(block, followUps.get(block) ?? [], options)}\n\n`).join("");
}

/** Whether a fix of the block is one after which the finding came to light, as far as can be told: it is of the same container. */
function mayUncover({ statements }: Block<Finding>, { document, containers }: Finding): boolean {
  return statements.some(
    (each) => each.fix && each.document === document && containers.every((name) => each.containers.includes(name)),
  );
}

/** The finding without a fix that does not hold beside the others. */
function withholdFix(finding: Finding, { refusals }: FileFixes): Finding {
  const refusal = finding.fix ? refusals.get(finding.fingerprint) : undefined;
  return refusal === undefined ? finding : { ...finding, fix: null, declined: refusal };
}

/** What the fixes change in a file of a chart or an overlay: not what the findings name, but the text that it was made of. */
function renderSourcePatch(file: string, { patch }: FileFixes, options: TextOptions): string {
  if (patch === "") return "";
  return `${options.paint("bold", `All fixes of ${escapeControls(file)}`)}\n${renderDiff(patch, options)}\n\n`;
}

/** Renders the end of the report: the problems, the table of rules, and the verdict with its counts. A quiet report is only that. */
export function renderClosing(closing: Closing, paint: TextOptions["paint"]): string {
  const problems = closing.problems.map((problem) => renderProblem(problem, paint));
  const [head, ...rows] = formatRuleTable(closing.rules ?? []);
  const table = head === undefined ? [] : [[paint("dim", head), ...rows].join("\n")];
  return `${[...problems, ...table, renderVerdictLine(closing, paint)].join("\n\n")}\n`;
}

/** What the end of a report needs, from a review or from a JSON report. */
export interface Closing {
  readonly policy: { readonly enforce: string; readonly gate: string };
  readonly verdict: Result["verdict"];
  readonly problems: readonly Problem[];
  readonly summary: Pick<Summary, Mode | "files" | "workloads" | "ignored" | "unjudged">;
  readonly shard: Pick<Shard, "index" | "count"> | null;
  /** How often each rule speaks, where somebody counted. */
  readonly rules?: readonly RuleCount[];
}

function renderDiff(diff: string, { paint }: TextOptions): string {
  const styles: Readonly<Record<string, TextStyle>> = { "+": "green", "-": "red", "@": "cyan" };
  return diff
    .split("\n")
    .filter((line) => line !== "")
    .map((whole) => {
      const line = whole.length > excerptLimit ? `${whole.slice(0, excerptLimit)}\u2026` : whole;
      const style = /^(---|\+\+\+) /.test(line) ? "bold" : styles[line.charAt(0)];
      return `  ${style ? paint(style, escapeControls(line)) : escapeControls(line)}`;
    })
    .join("\n");
}

/** Renders what was not evaluated, or is worth noting. */
export function renderProblem(problem: Problem, paint: TextOptions["paint"]): string {
  const { severity, file, line, message } = problem;
  const word = paint(severity === "error" ? "red" : "cyan", nameProblem(problem));
  return `${paint("bold", `${escapeControls(file)}:${line}`)}  ${word}\n  ${escapeControls(message)}`;
}

function renderVerdictLine(
  { verdict, problems, summary, policy, shard }: Closing,
  paint: TextOptions["paint"],
): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const level = escapeControls(policy.enforce);
  const ignored = summary.ignored > 0 ? `${summary.ignored} ignored` : "";
  const said = [describeModes(summary), ignored].filter(Boolean).join(", ");
  const verdicts = {
    pass:
      policy.gate === "none"
        ? paint("yellow", `Report only, at level ${level}`)
        : paint("green", `The gate passes at level ${level}`),
    fail: paint("red", `The gate fails at level ${level}`),
    error: paint("red", `Could not evaluate everything (${formatCount(errors, "problem")} above)`),
  };
  const reviewed = `Reviewed ${formatCount(summary.workloads, "workload")} in ${formatCount(summary.files, "file")}`;
  const scope =
    summary.files === 0
      ? "No manifest was found"
      : summary.workloads === 0 && said === ""
        ? `${reviewed}: nothing was judged`
        : reviewed;
  const share = shard ? ` (shard ${shard.index}/${shard.count})` : "";
  const unjudged = describeUnjudged(summary.unjudged);
  return `${verdicts[verdict]}${said && `: ${said}`}. ${scope}${share}${unjudged && `; ${paint("yellow", unjudged)}`}.`;
}
