import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { defaultPolicy } from "../../src/policy/index.ts";
import { replay } from "../../src/report/by-manifest.ts";
import { type Format, formats, renderReport } from "../../src/report/formats.ts";
import { fix } from "../../src/review/fix.ts";
import type { Result } from "../../src/review/result.ts";
import { review } from "../../src/review/review.ts";
import { readRulePage } from "../../src/source/pages.ts";
import type { Location, Source } from "../../src/yaml/index.ts";
import { split } from "../../src/yaml/read/split.ts";
import { findDisagreement } from "../yaml/readers.ts";
import type { Mutant } from "./mutants.ts";

const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../../schema/report.schema.json"), "utf8"));
/** Only what the HTML report is put into: the page itself holds text of its own. */
const page = '<script type="text/plain" id="data"></script>';
const isReport = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

/** All that is done with mutants. */
export const steps = ["reviewed", "fixed", "compared", ...formats] as const;
export type Step = (typeof steps)[number];

/** What is done with a mutant, by its number: not everything with each, because a million are to be done. */
export function stepsFor(number: number): readonly Step[] {
  const turn = number % turns === 0 ? formats[(number / turns) % formats.length] : undefined;
  return [
    "reviewed",
    "fixed",
    "json",
    ...(number % 3 === 0 ? (["compared"] as const) : []),
    ...(turn && turn !== "json" ? [turn] : []),
  ];
}

/** The other formats cost as much as all the rest. */
const turns = 5;

/** What is wrong with how a mutant is reviewed, compared with what it was, reported and fixed; nothing is what is wanted, whatever the text is. */
export async function faultsOf({ text, original, number }: Mutant): Promise<string[]> {
  const doing = stepsFor(number);
  try {
    const source = { file: "m.yaml", text, named: true };
    const base = doing.includes("compared") ? [{ ...source, text: original }] : null;
    const result = await review([source], base, defaultPolicy);
    const fixed = await fix(source, defaultPolicy);
    const faults = [...readingFaults(text), ...rangeFaults(result, text), ...(await fixFaults(text, fixed.text))];
    for (const format of formats.filter((each) => doing.includes(each)))
      faults.push(...(await reportFaults(format, result, [source])));
    return faults;
  } catch (error) {
    return [`threw ${error instanceof Error ? error.stack : error}`];
  }
}

function readingFaults(text: string): string[] {
  return split(text)
    .filter(({ format }) => format === "yaml")
    .flatMap(({ contentStart, end }) => findDisagreement(text.slice(contentStart, end)) ?? [])
    .map((readers) => `readers that disagree: ${JSON.stringify(readers)}`);
}

function rangeFaults({ findings, problems, workloads }: Result, text: string): string[] {
  const lines = text.split("\n").length;
  const places = findings.flatMap((finding) => [finding.location, ...finding.related.map(({ location }) => location)]);
  const isOutside = ({ range, start, end }: Location) =>
    range.start < 0 || range.start > range.end || range.end > text.length || !isIn(start.line) || !isIn(end.line);
  const isIn = (line: number) => Number.isInteger(line) && line >= 1 && line <= lines;
  return [
    ...places.filter(isOutside).map((place) => `a range outside of the file: ${JSON.stringify(place)}`),
    ...problems
      .filter(({ line }) => !isIn(line))
      .map((problem) => `a line outside of the file: ${JSON.stringify(problem)}`),
    ...workloads.filter(({ line }) => !isIn(line)).map(({ line }) => `a workload on line ${line} of ${lines}`),
  ];
}

async function reportFaults(format: Format, result: Result, sources: readonly Source[]): Promise<string[]> {
  const text = { paint: (_: string, word: string) => word, quiet: false };
  let report = "";
  for await (const piece of renderReport(format, replay({ result, sources }), {
    text,
    rulePage: readRulePage,
    htmlPage: () => page,
  }))
    report += Buffer.from(piece).toString();
  const parsed = format === "json" || format === "sarif" ? JSON.parse(report) : undefined;
  const isValid = format !== "json" || isReport(parsed);
  const forbidden = unprintable.exec(report)?.[0];
  return [
    ...(isValid ? [] : [`the JSON report breaks its schema: ${JSON.stringify(isReport.errors)}`]),
    ...(forbidden === undefined ? [] : [`the report as ${format} holds ${JSON.stringify(forbidden)}`]),
  ];
}

/** What no terminal, log or XML reader may get. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unprintable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

/** What was readable must be so behind a fix, and fixed. */
async function fixFaults(before: string, after: string): Promise<string[]> {
  if (before === after) return [];
  const again = await fix({ file: "m.yaml", text: after, named: true }, defaultPolicy);
  const isError = again.problems.some(({ severity }) => severity === "error");
  return [
    ...(isError ? [`the fixed text can't be read: ${JSON.stringify(again.problems)}`] : []),
    ...(again.text === after ? [] : ["fixing twice is not fixing once"]),
  ];
}
