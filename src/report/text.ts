import type { Mode } from "../pod/kubernetes.ts";
import type { Policy, Shard } from "../policy/index.ts";
import type { Finding } from "../review/finding.ts";
import type { Conclusion, Result } from "../review/result.ts";
import type { ReviewedManifest, ReviewStream } from "../review/stream.ts";
import type { Fix } from "../rules/index.ts";
import type { Problem } from "../yaml/index.ts";
import { writeByManifest } from "./by-manifest.ts";
import { escapeControls } from "./escape.ts";
import { describeModes, describeUnjudged, type Summary, startSummary } from "./summary.ts";
import { formatCount, nameWorkload } from "./words.ts";

export type TextStyle = "bold" | "dim" | "red" | "yellow" | "cyan" | "green";

export interface TextOptions {
  /** Styles text for a terminal. Returns the text unchanged if no colours are wanted. */
  readonly paint: (style: TextStyle, text: string) => string;
  /** Formats all fixes of a file as a unified diff. Empty if the file has no fix. */
  readonly diffFixes: (manifest: ReviewedManifest, policy: Policy) => Promise<string>;
  /** Whether to print the problems and the verdict only. */
  readonly quiet: boolean;
  /** The width of the terminal in columns. Sentences wrap at it, and excerpts are cut. Without a width, lines are as long as they are. */
  readonly width?: number;
  /** Turns text into a link to a file. Without it, no text is a link. */
  readonly link?: (file: string, text: string) => string;
}

/** Renders the report for people: each finding with its source line, who set the value and the fix, then each file's fixes as a diff. */
export async function* renderText(reviewing: ReviewStream, options: TextOptions): AsyncGenerator<string, Conclusion> {
  const summary = startSummary();
  const conclusion = yield* writeByManifest(reviewing, async (part) => {
    summary.add(part);
    if (options.quiet) return "";
    const diff = part.findings.some(hasFix) ? await options.diffFixes(part, reviewing.policy) : "";
    return renderSections(part.findings, { diff, file: part.source.file }, options);
  });
  summary.add({ findings: conclusion.findings });
  if (!options.quiet) yield renderSections(conclusion.findings, { diff: "", file: "" }, options);
  yield renderClosing({ ...conclusion, summary: summary.finish(conclusion) }, options.paint);
  return conclusion;
}

function hasFix({ fix }: Finding): boolean {
  return fix !== null;
}

function renderSections(
  findings: readonly Finding[],
  { file, diff }: Record<"file" | "diff", string>,
  options: TextOptions,
): string {
  const { paint } = options;
  const sections = findings.filter(({ ignored }) => !ignored).map((finding) => renderFinding(finding, options));
  if (diff) sections.push(`${paint("bold", `All fixes of ${escapeControls(file)}`)}\n${renderDiff(diff, options)}`);
  return sections.map((section) => `${section}\n\n`).join("");
}

/** Renders the end of the report: the problems, and the verdict with its counts. A quiet report is only that. */
export function renderClosing(closing: Closing, paint: TextOptions["paint"]): string {
  const sections = closing.problems.map((problem) => renderProblem(problem, paint));
  return `${[...sections, renderVerdictLine(closing, paint)].join("\n\n")}\n`;
}

/** What the end of a report needs, from a review or from a JSON report. */
export interface Closing {
  readonly policy: { readonly enforce: string; readonly gate: string };
  readonly verdict: Result["verdict"];
  readonly problems: readonly Problem[];
  readonly summary: Pick<Summary, Mode | "files" | "workloads" | "ignored" | "unjudged">;
  readonly shard: Pick<Shard, "index" | "count"> | null;
}

const modeColours: Readonly<Record<Mode, TextStyle>> = { enforce: "red", warn: "yellow", audit: "cyan" };
const originPhrases: Readonly<Record<Finding["origin"], string>> = {
  container: "set by the container",
  pod: "set by the pod",
  annotation: "set by an annotation",
  image: "set by the image",
  namespace: "set by the namespace",
  default: "not set: the default applies",
};

function renderFinding(finding: Finding, { paint, width, link = (_, shown) => shown }: TextOptions): string {
  const { rule, mode, level, location, message, workload, origin, rendered, related, fix, declined } = finding;
  const { line, column } = location.start;
  const place = `${escapeControls(location.file)}:${line}:${column}`;
  const head = `${link(location.file, paint("bold", place))}  ${paint(modeColours[mode], mode)}  ${paint("bold", rule.id)}  ${paint("dim", level)}`;
  const lines = [
    head,
    ...renderExcerpt(finding, paint, width),
    ...wrapSentence(escapeControls(message), width),
    paint("dim", `  ${escapeControls(nameWorkload(workload))} · ${originPhrases[origin]}`),
  ];
  for (const way of rendered ? related : []) lines.push(paint("dim", `  ${escapeControls(describeWay(way))}`));
  if (fix) lines.push(...renderFix(fix, paint, width));
  else if (declined)
    lines.push(...wrapSentence(`no fix: ${escapeControls(declined)}`, width).map((line) => paint("dim", line)));
  return lines.join("\n");
}

function describeWay({ location: { file, start }, message }: Finding["related"][number]): string {
  return `${file}:${start.line}: ${message}`;
}

/** Renders a fix on one line, or with its risk on lines of its own if one line is too short. */
function renderFix({ title, safety, risk }: Fix, paint: TextOptions["paint"], width?: number): string[] {
  const shown = escapeControls(title);
  const warning = risk ? `(${safety}: ${risk})` : "";
  const [line = "", ...rest] = wrapSentence(`fix ${shown}`, width);
  const head = [`  ${paint("green", "fix")}${line.slice("  fix".length)}`, ...rest];
  if (!warning) return head;
  const fits = rest.length === 0 && wrapSentence(`fix ${shown} ${warning}`, width).length === 1;
  return fits
    ? [`${head[0]}${paint("dim", ` ${warning}`)}`]
    : [...head, ...wrapSentence(warning, width).map((each) => paint("dim", each))];
}

/** Renders the source line with carets under the range. Tabs and wide characters keep their width, so that the carets stand in the right columns. */
function renderExcerpt(
  { excerpt: line, location, mode }: Finding,
  paint: TextOptions["paint"],
  width: number | undefined,
): string[] {
  const longest = width === undefined ? excerptLimit : Math.max(40, Math.min(excerptLimit, width - 10));
  const number = String(location.start.line).padStart(5);
  const start = location.start.column - 1;
  const end = Math.max(location.end.line === location.start.line ? location.end.column - 1 : line.length, start + 1);
  // A line can be a whole file, such as minified JSON: only the part around the range is shown.
  const from = line.length > longest ? Math.max(0, start - longest / 4) : 0;
  const to = Math.min(line.length, from + longest);
  const before = (from > 0 ? "…" : "") + escapeControls(line.slice(from, start));
  const marked = escapeControls(line.slice(start, Math.min(end, to)));
  const after = escapeControls(line.slice(Math.min(end, to), to)) + (to < line.length ? "…" : "");
  const caret = paint(modeColours[mode], "^".repeat(Math.max(1, countColumns(marked))));
  return [
    `${paint("dim", `${number} |`)} ${before}${marked}${after}`,
    `${paint("dim", "      |")} ${padLike(before)}${caret}`,
  ];
}

/** The most characters of a source line that are shown. */
const excerptLimit = 160;

/** Wraps a sentence into indented lines. A word that is longer than a line stays whole. */
function wrapSentence(sentence: string, width?: number): string[] {
  if (width === undefined) return [`  ${sentence}`];
  const lines = [""];
  for (const word of sentence.split(" ")) {
    const line = lines.at(-1) ?? "";
    const fits = line === "" || countColumns(`  ${line} ${word}`) <= width;
    if (fits) lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `  ${line}`);
}

/** Returns blanks that are as wide as the text on a terminal. */
function padLike(text: string): string {
  return text.replace(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\uff01-\uff60]/gu, "  ").replace(/[^\t]/g, " ");
}

function countColumns(text: string): number {
  return padLike(text).length;
}

function renderDiff(diff: string, { paint }: TextOptions): string {
  const styles: Readonly<Record<string, TextStyle>> = { "+": "green", "-": "red", "@": "cyan" };
  return diff
    .split("\n")
    .filter((line) => line !== "")
    .map((whole) => {
      const line = whole.length > excerptLimit ? `${whole.slice(0, excerptLimit)}…` : whole;
      const style = /^(---|\+\+\+) /.test(line) ? "bold" : styles[line.charAt(0)];
      return `  ${style ? paint(style, escapeControls(line)) : escapeControls(line)}`;
    })
    .join("\n");
}

function renderProblem({ severity, file, line, message }: Problem, paint: TextOptions["paint"]): string {
  const word = severity === "error" ? paint("red", "not evaluated") : paint("cyan", "note");
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
