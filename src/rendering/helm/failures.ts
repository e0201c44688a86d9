import { groupBy } from "../../review/groups.ts";
import type { Problem } from "../../yaml/index.ts";
import type { ChartFailure, ChartFault, Rendered } from "../rendered.ts";

/** What Helm said when it ended, and how to turn its names into the user's. */
export interface HelmWords {
  readonly stderr: string;
  /** The chart's `Chart.yaml`, as the user sees it. */
  readonly file: string;
  /** The user's name of what Helm names: a template, such as `app/templates/d.yaml`, or a file. */
  readonly nameOf: (name: string) => string | undefined;
}

/** Why Helm failed, in its own words, at the template line that it names. */
export function explainHelm({ stderr, file, nameOf }: HelmWords): ChartFault {
  const said = /(?:^|\n)Error: ([\s\S]*)/.exec(stderr)?.[1] ?? stderr;
  const text = said.split("\n\nUse --debug")[0]?.split("\nhelm.go:")[0]?.trim() ?? "";
  const place = findPlace(text, nameOf) ?? { file, line: 1 };
  const kind = kinds.find(({ pattern }) => pattern.test(text));
  const advice = kind?.advice ?? "Run `helm template` on it to see more.";
  const words = oneLine(kind?.words ? (kind.words(text) ?? text) : text, nameOf);
  return { ...place, words, advice };
}

/** A rendering that failed. */
export function failWith(failure: ChartFailure): Rendered {
  return { problems: [], lacksValues: failure.advice === giveValues, failure };
}

/** Says why renderings of a chart failed, once for all lists of values with which it fails in the same way. */
export function explainFailures(all: readonly Rendered[]): Rendered[] {
  const failures = groupBy(
    all.flatMap(({ failure }) => failure ?? []),
    keyOfFailure,
  );
  const rendersToo = all.some(({ source }) => source && source.rendering?.deployer === undefined);
  return all.map(({ failure, ...rendered }) => {
    const alike = failure && failures.get(keyOfFailure(failure));
    return alike?.[0] === failure && alike ? { ...rendered, problems: [describe(alike, rendersToo)] } : rendered;
  });
}

function keyOfFailure({ file, line, words, deployer }: ChartFailure): string {
  return JSON.stringify([file, line, words, deployer]);
}

/** How many lists of values a sentence names. */
const most = 10;

function describe(alike: readonly [ChartFailure, ...ChartFailure[]], rendersToo: boolean): Problem {
  const [{ root, file, line, words, advice, deployer }] = alike;
  const names = alike.map(({ values }) => `with ${values.length > 0 ? values.join(" and ") : "its own values.yaml"}`);
  const listed = names.length > most ? [...names.slice(0, most - 1), `with ${names.length - most + 1} more`] : names;
  const given = [listed.slice(0, -1).join(", "), ...listed.slice(-1)].filter(Boolean).join(" and ");
  const isChoice = advice === giveValues && rendersToo && deployer === undefined;
  const todo = isChoice ? ` ${chooseValues}` : advice === undefined ? "" : ` ${advice}`;
  return { severity: "error", file, line, message: `${root} could not be rendered ${given}: ${words}.${todo}` };
}

const giveValues = "Give values in .secctx.yaml (helm.charts[].values) or ci/*-values.yaml.";
const chooseValues =
  "It renders with other values: to have it judged with these only, list them in .secctx.yaml (helm.charts[].values).";
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
  {
    pattern: /^chart requires kubeVersion/,
    advice: "Set the release that it is for: kubernetesVersion, or helm.charts[].kubeVersion, in .secctx.yaml.",
  },
  { pattern: /missing in charts\//, advice: 'Run "helm dependency build" before.' },
  { pattern: /^(?:cannot load|failed to parse) /, advice: "Correct the file." },
];

function oneLine(text: string, nameOf: HelmWords["nameOf"]): string {
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
  nameOf: HelmWords["nameOf"],
): { readonly file: string; readonly line: number } | undefined {
  const named = [...text.matchAll(/([^\s():<>"]+\/templates\/[^\s():<>"]+):(\d+)/g)];
  for (const [, name = "", line = "1"] of named.toReversed()) {
    const file = nameOf(name);
    if (file !== undefined) return { file, line: Number(line) };
  }
  const other = /^(?:YAML parse error on|cannot load|failed to parse) ([^\s:]+):(?:.*\bline (\d+))?/.exec(text);
  const file = nameOf(other?.[1] ?? "");
  if (!other || file === undefined) return undefined;
  // For a template, Helm's line is that of the rendered text, so it is not used.
  return { file, line: text.startsWith("YAML") ? 1 : Number(other[2] ?? 1) };
}
