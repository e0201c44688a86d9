import type { Problem } from "../../yaml/index.ts";
import type { Rendered } from "../rendered.ts";

/** What Helm said when it ended, and how to turn its names into the user's. */
export interface HelmFailure {
  readonly stderr: string;
  /** The chart's folder and its `Chart.yaml`, as the user sees them. */
  readonly root: string;
  readonly file: string;
  /** The values files, as the user sees them; empty for the chart's own. */
  readonly values: readonly string[];
  /** The user's name of what Helm names: a template, such as `app/templates/d.yaml`, or a file. */
  readonly nameOf: (name: string) => string | undefined;
}

/** A run of Helm that failed, as one sentence in Helm's own words, at the template line that it names. */
export function explainHelm({ stderr, root, file, values, nameOf }: HelmFailure): Rendered {
  const said = /(?:^|\n)Error: ([\s\S]*)/.exec(stderr)?.[1] ?? stderr;
  const text = said.split("\n\nUse --debug")[0]?.split("\nhelm.go:")[0]?.trim() ?? "";
  const place = findPlace(text, nameOf);
  const kind = kinds.find(({ pattern }) => pattern.test(text));
  const advice = kind?.advice ?? "Run `helm template` on it to see more.";
  const words = oneLine(kind?.words ? (kind.words(text) ?? text) : text, nameOf);
  const given = values.length > 0 ? values.join(" and ") : "its own values.yaml";
  const problem: Problem = {
    severity: "error",
    file: place?.file ?? file,
    line: place?.line ?? 1,
    message: `${root} could not be rendered with ${given}: ${words}. ${advice}`,
  };
  return { problems: [problem], lacksValues: advice === giveValues };
}

const giveValues = "Give values in .secctx.yaml (helm.charts[].values) or ci/*-values.yaml.";
const correct = "Correct the template.";

/** What Helm says, what of it is its last words, and what to do. */
const kinds: readonly {
  readonly pattern: RegExp;
  readonly words?: (text: string) => string | undefined;
  readonly advice: string;
}[] = [
  { pattern: /^execution error at /, words: (text) => /^[^)]*\): ([\s\S]*)/.exec(text)?.[1], advice: giveValues },
  { pattern: /^parse error at /, words: (text) => /^[^)]*\): ([\s\S]*)/.exec(text)?.[1], advice: correct },
  { pattern: /no template "/, words: (text) => /no template "[^"]*"/.exec(text)?.[0], advice: correct },
  { pattern: /\bat <[\s\S]*>:/, words: (text) => text.slice(text.lastIndexOf(">:") + 2), advice: giveValues },
  { pattern: /^values don't meet the specifications/, advice: giveValues },
  { pattern: /^YAML parse error on /, advice: correct },
  { pattern: /missing in charts\//, advice: 'Run "helm dependency build" before.' },
  { pattern: /^(?:cannot load|failed to parse) /, advice: "Correct the file." },
];

function oneLine(text: string, nameOf: HelmFailure["nameOf"]): string {
  const words = text.replaceAll(/\/[^\s:'"]+/g, (path) => nameOf(path) ?? path);
  const line = words
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/[.\s]+$/, "");
  return line.length > 400 ? `${line.slice(0, 400)}…` : line === "" ? "helm said nothing" : line;
}

/** The innermost place that it names. */
function findPlace(
  text: string,
  nameOf: HelmFailure["nameOf"],
): { readonly file: string; readonly line: number } | undefined {
  const named = [...text.matchAll(/([^\s():<>"]+\/templates\/[^\s():<>"]+):(\d+)/g)];
  for (const [, name = "", line = "1"] of named.toReversed()) {
    const file = nameOf(name);
    if (file !== undefined) return { file, line: Number(line) };
  }
  const other = /^(?:YAML parse error on|cannot load|failed to parse) ([^\s:]+):(?:.*\bline (\d+))?/.exec(text);
  const file = nameOf(other?.[1] ?? "");
  if (!other || file === undefined) return undefined;
  // Of a template it is the line of what was rendered.
  return { file, line: text.startsWith("YAML") ? 1 : Number(other[2] ?? 1) };
}
