import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type FixedFile, fix as fixSource } from "../fix.ts";
import { visible } from "../report/escape.ts";
import { counted } from "../report/text.ts";
import { rules } from "../rules/index.ts";
import { withoutTemplates } from "../source/charts.ts";
import { reasonOf, UsageError } from "../source/errors.ts";
import { collect } from "../source/files.ts";
import type { Finding, Problem, Source } from "../types.ts";
import { idOf, oneOf, parse, policyOf, policyOptions } from "./options.ts";

export const fixOptions = {
  ...policyOptions,
  diff: { type: "boolean" },
  safe: { type: "boolean" },
  rule: { type: "string", multiple: true },
  "run-as-user": { type: "string" },
  "run-as-group": { type: "string" },
} as const;

/** `secctx fix`: rewrites the files, or prints what it would write as one patch. 0: done; 2: some file was left as it was. */
export async function fix(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("fix", args, fixOptions);
  const chosen = values.rule?.map((id) =>
    oneOf(
      "--rule",
      id,
      rules.map((rule) => rule.id),
    ),
  );
  const runAsUser = idOf("--run-as-user", values["run-as-user"]);
  const runAsGroup = idOf("--run-as-group", values["run-as-group"]);
  const policy = { ...policyOf(values), fix: { ...(runAsUser && { runAsUser }), ...(runAsGroup && { runAsGroup }) } };
  const isWanted = ({ rule, fix: offered }: Finding) =>
    (!chosen || chosen.includes(rule.id)) && (!values.safe || offered?.safety === "safe");

  const { sources, problems } = await collect(positionals);
  const { manifests, notes } = withoutTemplates(sources);
  if (!values.diff && manifests.some(({ file }) => file === "-"))
    throw new UsageError("-: standard input can't be rewritten. Use --diff.");
  const files: FixedFile[] = [];
  for (const source of manifests)
    files.push(isUnmerged(source) ? conflicted(source) : await fixSource(source, policy, isWanted));
  const failures: Problem[] = [...problems, ...notes, ...files.flatMap((file) => file.problems)];
  for (const file of files.filter(({ before, text }) => before !== text)) {
    if (values.diff)
      process.stdout.write((await import("../report/diff.ts")).unifiedDiff(file.file, file.before, file.text));
    else failures.push(...rewrite(file));
  }
  if (!values.quiet) for (const file of files) process.stderr.write(account(file));
  for (const { file, line, message } of failures) process.stderr.write(`${visible(`${file}:${line}: ${message}`)}\n`);
  const changed = files.filter(({ before, text }) => before !== text).length;
  if (!values.quiet) process.stderr.write(nextStep(changed, values.diff === true));
  return failures.some(({ severity }) => severity === "error") ? 2 : 0;
}

/** What was done to a file and what was not, and why; nothing for a file without findings. */
function account({ file, applied, declined }: FixedFile): string {
  if (applied.length + declined.length === 0) return "";
  const lines = [visible(`${file}: ${counted(applied.length, "fix", "fixes")}, ${declined.length} declined`)];
  for (const { rule, fix: done } of applied)
    lines.push(visible(`  done      ${rule.id}: ${done?.title}${done?.risk ? ` (${done.risk})` : ""}`));
  for (const { finding, reason } of declined)
    lines.push(visible(`  declined  ${finding.rule.id}, line ${finding.location.start.line}: ${reason}`));
  return `${lines.join("\n")}\n`;
}

function nextStep(changed: number, isDiff: boolean): string {
  if (changed === 0) return "Nothing to fix.\n";
  const files = counted(changed, "file");
  return isDiff
    ? `${files} would change. Apply with: secctx fix --diff … | git apply\n`
    : `${files} changed. Read the change with git diff, try it, and run secctx check again.\n`;
}

/** Replaces the file in one step: a crash leaves the old text or the new. Mode and links are kept; a file that changed since it was read is left alone. */
function rewrite({ file, before, text }: FixedFile): Problem[] {
  let temporary: string | undefined;
  try {
    const target = realpathSync(file);
    if (readFileSync(target, "utf8") !== before)
      return [failure(file, "it changed while it was being fixed. Run the command again")];
    const { mode } = statSync(target);
    if ((mode & 0o222) === 0) return [failure(file, "it is read-only")];
    temporary = join(dirname(target), `.secctx-${process.pid}.tmp`);
    const handle = openSync(temporary, "wx", mode);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    chmodSync(temporary, mode);
    renameSync(temporary, target);
    return [];
  } catch (error) {
    if (temporary) rmSync(temporary, { force: true });
    return [failure(file, reasonOf(error))];
  }
}

function isUnmerged({ text }: Source): boolean {
  return /^(<{7}|>{7})( |\r?$)/m.test(text);
}

function conflicted(source: Source): FixedFile {
  const problem = failure(source.file, "it holds merge conflict markers. Resolve them first");
  return { file: source.file, before: source.text, text: source.text, applied: [], declined: [], problems: [problem] };
}

function failure(file: string, reason: string): Problem {
  return { severity: "error", file, line: 1, message: `This file was left as it was: ${reason}.` };
}
