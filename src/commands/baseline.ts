import { join } from "node:path";
import { baselineText, entriesFor, entriesOf } from "../policy/index.ts";
import { escapeControls } from "../report/escape.ts";
import { formatCount } from "../report/words.ts";
import { reasonOf, UsageError } from "../source/errors.ts";
import { shown } from "../source/files.ts";
import { baselineName, rootFolder } from "../source/repository.ts";
import { uninterrupted, writeWhole } from "../source/write.ts";
import { reviewed } from "./check.ts";
import { imageOptions, parse, policyOptions } from "./options.ts";
import { acceptedIn, policyOf } from "./policy.ts";
import { remark, say } from "./streams.ts";

/** What `secctx baseline` takes. */
export const baselineOptions = { ...policyOptions, ...imageOptions } as const;

/** `secctx baseline`: accepts today's findings, and takes out what is gone; with paths it only adds. 2 if something could not be evaluated: nothing is written then. */
export async function baseline(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("baseline", args, baselineOptions);
  const root = rootFolder();
  const before = entriesOf(acceptedIn(root));
  const inForce = await policyOf(values, { baseline: "passed over" });
  const result = await reviewed(positionals.length > 0 ? positionals : [shown(root)], inForce);
  for (const { file, line, message } of result.problems)
    await remark(`${escapeControls(`${file}:${line}: ${message}`)}\n`);
  const name = shown(join(root, baselineName));
  if (result.verdict === "error") {
    await remark(`${escapeControls(name)} was left as it was: what could not be evaluated can't be accepted.\n`);
    return 2;
  }
  const found = entriesFor(result.findings.filter(({ ignored }) => !ignored));
  const after = [...new Set(positionals.length > 0 ? [...before, ...found] : found)];
  if (after.length + before.length > 0) await uninterrupted(() => write(join(root, baselineName), baselineText(after)));
  if (!values.quiet)
    await say(
      account(name, before, after)
        .map((line) => `${escapeControls(line)}\n`)
        .join(""),
    );
  return 0;
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeWhole(file, [text]);
  } catch (error) {
    throw new UsageError(`${shown(file)}: it could not be written: ${reasonOf(error)}.`);
  }
}

function account(name: string, before: readonly string[], after: readonly string[]): string[] {
  if (before.length + after.length === 0) return ["There is nothing to accept: no baseline was written."];
  const added = after.filter((entry) => !before.includes(entry)).length;
  const gone = before.filter((entry) => !after.includes(entry));
  return [
    `${name}: ${formatCount(after.length, "finding")} accepted, ${added} of them new; ${gone.length} taken out.`,
    ...gone.map((entry) => `  gone  ${entry}`),
  ];
}
