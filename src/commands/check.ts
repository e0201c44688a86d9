import { writeFileSync } from "node:fs";
import { fix } from "../fix.ts";
import { json } from "../report/json.ts";
import { text } from "../report/text.ts";
import { review, withProblems } from "../review.ts";
import { withoutTemplates } from "../source/charts.ts";
import { reasonOf, UsageError } from "../source/errors.ts";
import { collect } from "../source/files.ts";
import type { Policy, Result, Source } from "../types.ts";
import { oneOf, type PolicyValues, painter, parse, policyOf, policyOptions } from "./options.ts";

export const checkOptions = {
  ...policyOptions,
  gate: { type: "string" },
  format: { type: "string", multiple: true },
  output: { type: "string", multiple: true },
  "exit-zero": { type: "boolean" },
} as const;

const formats = ["text", "json"] as const;

/** `secctx check`: findings on standard output or in files; the status is the gate. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("check", args, checkOptions);
  const outputs = pairs(values.format ?? ["text"], values.output ?? []);
  if (values.gate !== undefined && oneOf("--gate", values.gate, ["all", "new"]) === "new") {
    throw new UsageError("--gate new needs --changed, which this version does not have yet: use --gate all.");
  }
  const policy = policyOf(values);
  const { result, sources } = await reviewed(positionals, policy);
  for (const { format, file } of outputs) {
    const report = format === "json" ? json(result) : await textReport(result, sources, values, file === undefined);
    if (file === undefined) process.stdout.write(report);
    else write(file, report);
  }
  const status = { pass: 0, fail: 1, error: 2 }[result.verdict];
  return values["exit-zero"] && result.verdict !== "error" ? 0 : status;
}

/** What is at the paths, reviewed; what could not be read is a problem of the result. */
export async function reviewed(
  paths: readonly string[],
  policy: Policy,
): Promise<{ result: Result; sources: readonly Source[] }> {
  const { sources, problems } = await collect(paths);
  const { manifests, notes } = withoutTemplates(sources);
  const result = withProblems(
    await review(manifests, null, policy),
    [...problems, ...notes],
    sources.length + problems.length,
  );
  return { result, sources: manifests };
}

interface Output {
  readonly format: (typeof formats)[number];
  /** Standard output where none is named. */
  readonly file: string | undefined;
}

/** The first --output belongs to the first --format, and so on; one format may go to standard output. */
function pairs(names: readonly string[], files: readonly string[]): Output[] {
  const outputs = names.map((name, index) => ({ format: oneOf("--format", name, formats), file: files[index] }));
  if (files.length > names.length)
    throw new UsageError(`--output ${files[names.length]}: give it a --format of its own.`);
  if (outputs.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError("Only one --format can go to standard output: give the others an --output FILE.");
  }
  return outputs;
}

async function textReport(
  result: Result,
  sources: readonly Source[],
  values: PolicyValues,
  isShown: boolean,
): Promise<string> {
  const paint = painter(values, isShown ? process.stdout : {});
  const quiet = values.quiet === true;
  return text(result, { paint, quiet, diffs: quiet ? new Map() : await diffsFor(result, sources) });
}

async function diffsFor({ findings, policy }: Result, sources: readonly Source[]): Promise<Map<string, string>> {
  const { unifiedDiff } = await import("../report/diff.ts");
  const fixable = new Set(findings.filter((finding) => finding.fix).map(({ location }) => location.file));
  const diffs = new Map<string, string>();
  for (const source of sources.filter(({ file }) => fixable.has(file))) {
    diffs.set(source.file, unifiedDiff(source.file, source.text, (await fix(source, policy)).text));
  }
  return diffs;
}

function write(file: string, report: string): void {
  try {
    writeFileSync(file, report);
  } catch (error) {
    throw new UsageError(`--output ${file}: the report could not be written: ${reasonOf(error)}.`);
  }
}
