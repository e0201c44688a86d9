import { join } from "node:path";
import { baselineText, entriesFor, entriesOf } from "../policy/index.ts";
import { escapeLine } from "../report/escape.ts";
import { formatCount } from "../report/words.ts";
import { reasonOf, UsageError } from "../source/errors.ts";
import { displayPath } from "../source/files.ts";
import { baselineName, filesOfNow, findRoot, refuseLinkOut } from "../source/repository.ts";
import { deferSignals, writeWhole } from "../source/write.ts";
import { loadBaseline } from "./configuration-files.ts";
import { imageOptions, parseOptions, policyOptions, renderOptions } from "./options.ts";
import { resolvePolicy } from "./policy-in-force.ts";
import { remarkProblems, reviewPaths } from "./review-paths.ts";
import { remark, say } from "./streams.ts";

/** What `secctx baseline` takes. */
export const baselineOptions = { ...policyOptions, ...imageOptions, ...renderOptions } as const;

/** `secctx baseline`: accepts today's findings and removes those that are gone; with paths it only adds. 2, and nothing written, if something could not be evaluated. */
export async function runBaseline(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions("baseline", args, baselineOptions);
  const root = findRoot();
  const before = entriesOf(loadBaseline(root, filesOfNow));
  const inForce = await resolvePolicy(values, { appliesBaseline: false });
  const result = await reviewPaths(positionals.length > 0 ? positionals : [displayPath(root)], inForce);
  await remarkProblems(result.problems);
  const file = join(root, baselineName);
  if (result.verdict === "error") {
    await remark(`${escapeLine(displayPath(file))} was not changed: what could not be evaluated can't be accepted.\n`);
    return 2;
  }
  const found = entriesFor(result.findings.filter(({ ignored }) => !ignored));
  const after = [...new Set(positionals.length > 0 ? [...before, ...found] : found)];
  if (after.length + before.length > 0) await deferSignals(() => writeBaseline(file, baselineText(after)));
  if (!values.quiet)
    for (const line of describeChange(displayPath(file), before, after)) await say(`${escapeLine(line)}\n`);
  return 0;
}

async function writeBaseline(file: string, text: string): Promise<void> {
  try {
    refuseLinkOut(findRoot(), file);
    await writeWhole(file, [text]);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${displayPath(file)}: it could not be written: ${reasonOf(error)}.`);
  }
}

function describeChange(name: string, before: readonly string[], after: readonly string[]): string[] {
  if (before.length + after.length === 0) return ["There is nothing to accept: no baseline was written."];
  const added = after.filter((entry) => !before.includes(entry)).length;
  const gone = before.filter((entry) => !after.includes(entry));
  return [
    `${name}: ${formatCount(after.length, "finding")} accepted, ${added} of them new; ${gone.length} removed.`,
    ...gone.map((entry) => `  gone  ${entry}`),
  ];
}
