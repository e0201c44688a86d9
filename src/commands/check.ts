import { writeFileSync } from "node:fs";
import { fix } from "../fix.ts";
import { json } from "../report/json.ts";
import { text } from "../report/text.ts";
import { review, withProblems } from "../review.ts";
import { withoutTemplates } from "../source/charts.ts";
import { reasonOf, UsageError } from "../source/errors.ts";
import { collect } from "../source/files.ts";
import type { Policy, Result, Source } from "../types.ts";
import { imageOptions, withImages } from "./images.ts";
import { oneOf, type PolicyValues, painter, parse, policyOf, policyOptions } from "./options.ts";

/** What `secctx check` takes. */
export const checkOptions = {
  ...policyOptions,
  ...imageOptions,
  gate: { type: "string" },
  format: { type: "string", multiple: true },
  output: { type: "string", multiple: true },
  "exit-zero": { type: "boolean" },
} as const;

const knownFormats = ["text", "json"] as const;

/** `secctx check`: findings on standard output or in files; the status is the gate. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals, tokens } = parse("check", args, checkOptions);
  const outputs = outputsOf(values.format ?? ["text"], values.output ?? [], tokens);
  if (values.gate !== undefined && oneOf("--gate", values.gate, ["all", "new"]) === "new") {
    throw new UsageError("--gate new needs --changed, which this version does not have yet: use --gate all.");
  }
  const { result, sources } = await reviewed(positionals, policyOf(values), values);
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
  images: Parameters<typeof withImages>[1],
): Promise<{ result: Result; sources: readonly Source[] }> {
  const { sources, problems } = await collect(paths);
  const { manifests, notes } = withoutTemplates(sources);
  const files = new Set([...sources, ...problems].map(({ file }) => file)).size;
  const inForce = await withImages(policy, images, manifests);
  const result = withProblems(await review(manifests, null, inForce), [...problems, ...notes], files);
  return { result, sources: manifests };
}

/** What stood on the command line; an option has a name. */
interface Token {
  readonly kind: string;
  readonly name?: string;
}

interface Output {
  readonly format: (typeof knownFormats)[number];
  /** Standard output where none is named. */
  readonly file: string | undefined;
}

/** The first --output belongs to the first --format, and so on; the one --format that may go without is the first with no --output behind it. */
function outputsOf(names: readonly string[], files: readonly string[], options: readonly Token[]): Output[] {
  const formats = names.map((name) => oneOf("--format", name, knownFormats));
  if (files.length > formats.length)
    throw new UsageError(`--output "${files[formats.length]}": give it a --format of its own.`);
  if (files.length < formats.length - 1)
    throw new UsageError("Only one --format can go to standard output: give the others an --output FILE.");
  const asked = options.filter(({ name }) => name === "format" || name === "output");
  const isBare = asked.flatMap(({ name }, index) => (name === "format" ? [asked[index + 1]?.name !== "output"] : []));
  const bare = files.length < formats.length ? Math.max(0, isBare.indexOf(true)) : formats.length;
  const all = files.toSpliced(bare, 0, "-");
  return formats.map((format, index) => ({ format, file: all[index] === "-" ? undefined : all[index] }));
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
    throw new UsageError(`--output "${file}": the report could not be written: ${reasonOf(error)}.`);
  }
}
