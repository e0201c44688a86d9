import { escapeControls } from "../report/escape.ts";
import { formatCount } from "../report/words.ts";
import type { Finding } from "../review/finding.ts";
import { type Choice, type FixedFile, fix as fixSource } from "../review/fix.ts";
import { findImageNotes } from "../review/images.ts";
import { rules } from "../rules/index.ts";
import { withoutTemplates } from "../source/charts.ts";
import { UsageError } from "../source/errors.ts";
import { collect } from "../source/files.ts";
import { rewrite } from "../source/rewrite.ts";
import { uninterrupted } from "../source/write.ts";
import type { Problem, Source } from "../yaml/index.ts";
import { withImages } from "./images.ts";
import { imageOptions, oneOf, parse, policyOptions } from "./options.ts";
import { chosenBy, policyOf } from "./policy.ts";
import { remark, say } from "./streams.ts";

/** What `secctx fix` takes. */
export const fixOptions = {
  ...policyOptions,
  ...imageOptions,
  diff: { type: "boolean" },
  safe: { type: "boolean" },
  rule: { type: "string", multiple: true },
  "run-as-user": { type: "string" },
  "run-as-group": { type: "string" },
} as const;

const ruleIds = rules.map(({ id }) => id);

/** `secctx fix`: rewrites the files, or prints what it would write as one patch. 0: done; 2: a file was left as it was, a template among them. */
export async function fix(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("fix", args, fixOptions);
  const chosen = values.rule?.map((id) => oneOf("--rule", id, ruleIds));
  const inForce = await policyOf(values, {
    baseline: "passed over",
    runAsUser: values["run-as-user"],
    runAsGroup: values["run-as-group"],
  });
  // Findings without a fix are spoken of too, unless another rule was asked for.
  const isMeant = ({ rule, fix: offered }: Finding) =>
    (!chosen || chosen.includes(rule.id)) && (!values.safe || offered?.safety !== "review");

  const isChosen = chosenBy(inForce);
  const found = await collect(positionals);
  const problems = found.problems.filter(isChosen);
  const { manifests, notes } = withoutTemplates(found.sources.filter(isChosen));
  const policy = await withImages(inForce, manifests);
  // What is only said of a review is asked of a fix: to have done all that it was given.
  const templates = notes.map((note): Problem => ({ ...note, severity: "error" }));
  if (!values.diff && manifests.some(({ file }) => file === "-"))
    throw new UsageError("-: standard input can't be rewritten. Use --diff.");
  // A patch has standard output for itself.
  const account = values.diff ? remark : say;
  const unread = policy.images.size > 0 ? await findImageNotes(manifests, policy) : [];
  const failures = [...problems, ...templates, ...unread];
  const outcomes: Outcome[] = [];
  for (const source of manifests) {
    const file = conflictMarker.test(source.text) ? unmerged(source) : await fixSource(source, policy, isMeant);
    for (const problem of file.problems) failures.push(problem);
    outcomes.push(outcomeOf(file, isMeant));
  }
  // Nothing is written before all is worked out.
  const done: Outcome[] = [];
  for (const outcome of outcomes) {
    const unwritten = isChanged(outcome) ? await delivered(outcome, values.diff === true) : undefined;
    if (unwritten) failures.push(unwritten);
    else done.push(outcome);
  }
  if (!values.quiet) for (const { account: said } of done) await account(said);
  for (const { file, line, message } of failures) await remark(`${escapeControls(`${file}:${line}: ${message}`)}\n`);
  if (!values.quiet) await account(lastLine(done, values.diff === true));
  return failures.some(({ severity }) => severity === "error") ? 2 : 0;
}

/** What is held of a fixed file until all are: no findings, which would hold every text that was on the way. */
interface Outcome extends Pick<FixedFile, "file" | "before" | "text"> {
  /** What the user is told of it. */
  readonly account: string;
  readonly left: number;
}

function outcomeOf(fixed: FixedFile, isMeant: Choice): Outcome {
  const { file, before, text, declined } = fixed;
  return { file, before, text, account: accountOf(fixed, isMeant), left: declined.length };
}

/** Prints a changed file as a patch, or writes it; gives why it could not be written. */
async function delivered({ file, before, text }: Outcome, isDiff: boolean): Promise<Problem | undefined> {
  if (isDiff) {
    const { formatUnifiedDiff: unifiedDiff } = await import("../report/diff.ts");
    await say(unifiedDiff(file, before, text));
    return undefined;
  }
  const reason = await uninterrupted(() => rewrite(file, before, text));
  return reason === undefined ? undefined : untouched(file, reason);
}

/** What was done in a file, and what is left of what was meant, and why; nothing where that is nothing. */
function accountOf({ file, applied, declined }: FixedFile, isMeant: Choice): string {
  const left = declined.filter(({ finding }) => isMeant(finding));
  if (applied.length + left.length === 0) return "";
  const lines = [
    `${file}: ${formatCount(applied.length, "fix", "fixes")}, ${left.length} left to you`,
    ...applied.map(({ rule, fix: done }) => `  fix   ${rule.id}: ${done?.title}${done?.risk ? ` (${done.risk})` : ""}`),
    ...left.map(({ finding, reason }) => `  left  ${finding.rule.id}, line ${finding.location.start.line}: ${reason}`),
  ];
  return `${lines.map(escapeControls).join("\n")}\n`;
}

function lastLine(files: readonly Outcome[], isDiff: boolean): string {
  const changed = files.filter(isChanged).length;
  const left = files.reduce((sum, each) => sum + each.left, 0);
  const rest = left === 0 ? "" : ` ${formatCount(left, "finding stays", "findings stay")}.`;
  if (changed === 0) return `No file ${isDiff ? "would change" : "changed"}.${rest}\n`;
  return isDiff
    ? `${formatCount(changed, "file")} would change.${rest} Apply with: secctx fix --diff … | git apply\n`
    : `${formatCount(changed, "file")} changed.${rest} Read the change with git diff, try it, and run secctx check again.\n`;
}

function isChanged({ before, text }: Pick<FixedFile, "before" | "text">): boolean {
  return before !== text;
}

/** What `git merge` leaves where it needs a decision: neither side may be fixed without the other. */
const conflictMarker = /^(<{7}|>{7})( |\r?$)/m;

function unmerged({ file, text }: Source): FixedFile {
  const line = text.slice(0, text.search(conflictMarker)).split("\n").length;
  const problem = untouched(file, "it holds merge conflict markers. Resolve them first", line);
  return { file, before: text, text, applied: [], declined: [], problems: [problem] };
}

function untouched(file: string, reason: string, line = 1): Problem {
  return { severity: "error", file, line, message: `This file was left as it was: ${reason}.` };
}
