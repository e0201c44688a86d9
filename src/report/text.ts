import { type Mode, modes } from "../pod/kubernetes.ts";
import type { Policy, Shard } from "../policy/index.ts";
import type { Finding } from "../review/finding.ts";
import type { Conclusion, Result } from "../review/result.ts";
import type { ReviewStream } from "../review/stream.ts";
import type { Fix } from "../rules/index.ts";
import type { Problem, Source } from "../yaml/index.ts";
import { writeByManifest } from "./by-manifest.ts";
import { visible } from "./escape.ts";
import { type Summary, summing } from "./summary.ts";

export type Style = "bold" | "dim" | "red" | "yellow" | "cyan" | "green";

export interface TextOptions {
  /** Puts a style around text; the text itself where no colours are wanted. */
  readonly paint: (style: Style, text: string) => string;
  /** The fixes of a file as a unified diff; empty where there are none. */
  readonly diffOf: (source: Source, policy: Policy) => Promise<string>;
  /** Only the verdict. */
  readonly quiet: boolean;
  /** The terminal's columns: sentences are broken at words, and excerpts are cut. */
  readonly width?: number;
  /** Makes text a link to a file, where the terminal takes links. */
  readonly link?: (file: string, text: string) => string;
}

/** The report for people: each finding with its source line and a caret, the level that won, and the fix; each file's fixes as a diff. */
export async function* text(reviewing: ReviewStream, options: TextOptions): AsyncGenerator<string, Conclusion> {
  const summary = summing();
  const conclusion = yield* writeByManifest(reviewing, async (part) => {
    summary.add(part);
    if (options.quiet) return "";
    const diff = part.findings.some(isFixable) ? await options.diffOf(part.source, reviewing.policy) : "";
    return sectionsOf(part.findings, { diff, file: part.source.file }, options);
  });
  summary.add({ findings: conclusion.findings });
  if (!options.quiet) yield sectionsOf(conclusion.findings, { diff: "", file: "" }, options);
  yield closingText({ ...conclusion, summary: summary.of(conclusion) }, options.paint);
  return conclusion;
}

function isFixable({ fix }: Finding): boolean {
  return fix !== null;
}

function sectionsOf(
  findings: readonly Finding[],
  { file, diff }: Record<"file" | "diff", string>,
  options: TextOptions,
): string {
  const { paint } = options;
  const sections = findings.filter(({ ignored }) => !ignored).map((finding) => findingText(finding, options));
  if (diff) sections.push(`${paint("bold", `All fixes of ${visible(file)}`)}\n${diffText(diff, options)}`);
  return sections.map((section) => `${section}\n\n`).join("");
}

/** What every report ends with, and all that a quiet one has: the problems, and the verdict with its counts. */
export function closingText(closing: Closing, paint: TextOptions["paint"]): string {
  const sections = closing.problems.map((problem) => problemText(problem, paint));
  return `${[...sections, verdictText(closing, paint)].join("\n\n")}\n`;
}

/** What the end of a report says, of a result or of a report that was read. */
export interface Closing {
  readonly policy: { readonly enforce: string };
  readonly verdict: Result["verdict"];
  readonly problems: readonly Problem[];
  readonly summary: Pick<Summary, Mode | "files" | "workloads" | "ignored">;
  readonly shard: Pick<Shard, "index" | "count"> | null;
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

function findingText(finding: Finding, { paint, width, link = (_, shown) => shown }: TextOptions): string {
  const { rule, mode, level, location, message, workload, origin, fix, declined } = finding;
  const { line, column } = location.start;
  const place = `${visible(location.file)}:${line}:${column}`;
  const head = `${link(location.file, paint("bold", place))}  ${paint(colours[mode], mode)}  ${paint("bold", rule.id)}  ${paint("dim", level)}`;
  const name = visible(`${workload.kind} ${workload.name || "without a name"}`);
  const lines = [
    head,
    ...excerpt(finding, paint, width),
    ...wrapped(visible(message), width),
    paint("dim", `  ${name} · ${origins[origin]}`),
  ];
  if (fix) lines.push(...fixLines(fix, paint, width));
  else if (declined) lines.push(...wrapped(`no fix: ${visible(declined)}`, width).map((line) => paint("dim", line)));
  return lines.join("\n");
}

/** Title and risk on one line; where they do not fit, the risk has its own. */
function fixLines({ title, safety, risk }: Fix, paint: TextOptions["paint"], width?: number): string[] {
  const shown = visible(title);
  const warning = risk ? `(${safety}: ${risk})` : "";
  const [line = "", ...rest] = wrapped(`fix ${shown}`, width);
  const head = [`  ${paint("green", "fix")}${line.slice("  fix".length)}`, ...rest];
  if (!warning) return head;
  const fits = rest.length === 0 && wrapped(`fix ${shown} ${warning}`, width).length === 1;
  return fits
    ? [`${head[0]}${paint("dim", ` ${warning}`)}`]
    : [...head, ...wrapped(warning, width).map((each) => paint("dim", each))];
}

/** The source line with a caret under the range; tabs and wide characters keep their width, so that the caret stands right. */
function excerpt(
  { excerpt: line, location, mode }: Finding,
  paint: TextOptions["paint"],
  width: number | undefined,
): string[] {
  const longest = width === undefined ? longestLine : Math.max(40, Math.min(longestLine, width - 10));
  const number = String(location.start.line).padStart(5);
  const start = location.start.column - 1;
  const end = Math.max(location.end.line === location.start.line ? location.end.column - 1 : line.length, start + 1);
  // Of a line that is a whole file, such as JSON for machines, what stands around the range.
  const from = line.length > longest ? Math.max(0, start - longest / 4) : 0;
  const to = Math.min(line.length, from + longest);
  const before = (from > 0 ? "…" : "") + visible(line.slice(from, start));
  const marked = visible(line.slice(start, Math.min(end, to)));
  const after = visible(line.slice(Math.min(end, to), to)) + (to < line.length ? "…" : "");
  const caret = paint(colours[mode], "^".repeat(Math.max(1, columns(marked))));
  return [
    `${paint("dim", `${number} |`)} ${before}${marked}${after}`,
    `${paint("dim", "      |")} ${widthOf(before)}${caret}`,
  ];
}

const longestLine = 160;

/** A sentence in lines that fit, each indented; a word that is longer than a line stays whole. */
function wrapped(sentence: string, width?: number): string[] {
  if (width === undefined) return [`  ${sentence}`];
  const lines = [""];
  for (const word of sentence.split(" ")) {
    const line = lines.at(-1) ?? "";
    const fits = line === "" || columns(`  ${line} ${word}`) <= width;
    if (fits) lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `  ${line}`);
}

/** Blanks that are as wide as the text. */
function widthOf(text: string): string {
  return plain.test(text)
    ? " ".repeat(text.length)
    : text.replace(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\uff01-\uff60]/gu, "  ").replace(/[^\t]/g, " ");
}

function columns(text: string): number {
  return plain.test(text) ? text.length : widthOf(text).length;
}

const plain = /^[ -~]*$/;

function diffText(diff: string, { paint }: TextOptions): string {
  const styles: Readonly<Record<string, Style>> = { "+": "green", "-": "red", "@": "cyan" };
  return diff
    .split("\n")
    .filter((line) => line !== "")
    .map((whole) => {
      const line = whole.length > longestLine ? `${whole.slice(0, longestLine)}…` : whole;
      const style = /^(---|\+\+\+) /.test(line) ? "bold" : styles[line.charAt(0)];
      return `  ${style ? paint(style, visible(line)) : visible(line)}`;
    })
    .join("\n");
}

function problemText({ severity, file, line, message }: Problem, paint: TextOptions["paint"]): string {
  const word = severity === "error" ? paint("red", "not evaluated") : paint("cyan", "note");
  return `${paint("bold", `${visible(file)}:${line}`)}  ${word}\n  ${visible(message)}`;
}

const nouns: Readonly<Record<Mode, string>> = { enforce: "failure", warn: "warning", audit: "notice" };

function verdictText({ verdict, problems, summary, policy, shard }: Closing, paint: TextOptions["paint"]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const level = visible(policy.enforce);
  const found = modes.filter((mode) => summary[mode] > 0).map((mode) => counted(summary[mode], nouns[mode]));
  const said = [...found, ...(summary.ignored > 0 ? [`${summary.ignored} ignored`] : [])].join(", ");
  const verdicts = {
    pass: paint("green", `The gate passes at level ${level}`),
    fail: paint("red", `The gate fails at level ${level}`),
    error: paint("red", `Could not evaluate everything (${counted(errors, "problem")} above)`),
  };
  const scope =
    summary.files === 0
      ? "There is no manifest"
      : `Reviewed ${counted(summary.workloads, "workload")} in ${counted(summary.files, "file")}`;
  const share = shard ? ` (shard ${shard.index}/${shard.count})` : "";
  return `${verdicts[verdict]}${said && `: ${said}`}. ${scope}${share}.`;
}

/** `1 finding`, `2 findings` */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
