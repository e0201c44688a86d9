import { carryWith } from "../rendering/manifests.ts";
import { formatCount } from "../report/words.ts";
import { type Choice, type FixedFile, fix } from "../review/fix.ts";
import { fixRenderings, joinFixed } from "../review/fix-renderings.ts";
import { findImageNotes } from "../review/images.ts";
import { noteOmissions, type Omission } from "../review/omissions.ts";
import { rules } from "../rules/index.ts";
import { UsageError } from "../source/errors.ts";
import { deferSignals, rewriteFile } from "../source/write.ts";
import type { Problem, Source } from "../yaml/index.ts";
import { type FixChoice, whyLeftOut } from "./fix-choice.ts";
import { describeLeftovers, describeUnknown, type FixReport, reportFixes } from "./fix-report.ts";
import { addImages } from "./image-sources.ts";
import { imageOptions, parseOptions, policyOptions, readChoice, renderOptions } from "./options.ts";
import { type PolicyInForce, resolvePolicy } from "./policy-in-force.ts";
import { type CollectedManifests, collectManifests, remarkProblems } from "./review-paths.ts";
import { remark, say } from "./streams.ts";

/** What `secctx fix` takes. */
export const fixOptions = {
  ...policyOptions,
  ...imageOptions,
  ...renderOptions,
  diff: { type: "boolean" },
  safe: { type: "boolean" },
  rule: { type: "string", multiple: true },
  container: { type: "string", multiple: true },
  "run-as-user": { type: "string" },
  "run-as-group": { type: "string" },
} as const;

const ruleIds = rules.map(({ id }) => id);

/** `secctx fix`: rewrites files, or prints all changes as one patch. 0 if it did everything, 2 if a file was left as it was, even a template. */
export async function runFix(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions("fix", args, fixOptions);
  const { diff: isDiff = false, safe: isSafeOnly = false, quiet: isQuiet = false } = values;
  const choice: FixChoice = {
    isSafeOnly,
    rules: values.rule?.map((id) => readChoice("--rule", id, ruleIds)),
    containers: values.container?.map(readContainerName),
  };
  const inForce = await resolvePolicy(values, {
    appliesBaseline: false,
    runAsUser: values["run-as-user"],
    runAsGroup: values["run-as-group"],
  });
  const found = await collectManifests(positionals, inForce);
  if (!isDiff && found.manifests.some(({ file, rendering }) => !rendering && file === "-"))
    throw new UsageError("-: standard input can't be rewritten. Use --diff.");
  const policy = await addImages(inForce, found.manifests);
  const imageNotes = policy.images.size > 0 ? await findImageNotes(found.manifests, policy) : [];

  // All changes are worked out before the first file is written.
  const outcomes = await fixAll(found, { ...inForce, policy }, choice, isDiff);
  const unwritten: Problem[] = [];
  const done: Outcome[] = [];
  for (const outcome of outcomes) {
    const problem = isChanged(outcome) ? await deliverOutcome(outcome, isDiff) : undefined;
    if (problem) unwritten.push(problem);
    else done.push(outcome);
  }

  // A patch has standard output for itself.
  const tell = isDiff ? remark : say;
  const problems = [
    ...found.problems,
    ...reportOmissions(outcomes.flatMap(({ omission }) => omission ?? [])),
    ...imageNotes,
    ...outcomes.flatMap((each) => each.problems),
    ...unwritten,
  ];
  if (!isQuiet) for (const { description } of done) await tell(description);
  await remarkProblems(problems);
  const containers = new Set(outcomes.flatMap((each) => each.containers));
  await remark(describeUnknown(choice.containers ?? [], containers));
  if (!isQuiet) {
    await tell(summarizeFixes(done, isDiff));
    await tell(describeLeftovers(done.flatMap(({ leftovers }) => leftovers)));
  }
  return problems.some(({ severity }) => severity === "error") ? 2 : 0;
}

/** Fixes what was collected: first the sources of renderings, then each manifest, together with what its renderings need in it. */
async function fixAll(
  { manifests: all, renderAgain }: CollectedManifests,
  { policy, rendering: settings }: PolicyInForce,
  choice: FixChoice,
  isDiff: boolean,
): Promise<Outcome[]> {
  const isWanted: Choice = (finding) => whyLeftOut(choice, finding) === undefined;
  const conclude = (fixed: FixedFile): Outcome => {
    const { file, before, text, problems, omission } = fixed;
    return { file, before, text, problems, omission, ...reportFixes(fixed, choice, isDiff) };
  };
  const renderings = all.filter(({ rendering }) => rendering);
  const carry = carryWith(settings);
  const rendered =
    carry && renderAgain && renderings.length > 0
      ? await fixRenderings({ sources: renderings, carry }, renderAgain, policy, isWanted)
      : [];
  const byFile = new Map(rendered.map((each) => [each.file, each]));
  const outcomes: Outcome[] = [];
  for (const source of all.filter(({ rendering }) => !rendering)) {
    const { file } = source;
    const fixIt = async (manifest: Source) =>
      conclude(await joinFixed(byFile.get(file), manifest, (each) => fix(each, policy, isWanted)));
    outcomes.push(await fixSource(source, fixIt));
    byFile.delete(file);
  }
  return [...outcomes, ...[...byFile.values()].map(conclude)];
}

/** A review only notes templates. A fix is asked to fix everything that it is given, and fails for them. */
function reportOmissions(omissions: readonly Omission[]): Problem[] {
  const templates = omissions.filter(({ what }) => what === "template");
  // A link's target is fixed under its own name: nothing is left undone.
  const others = omissions.filter(({ what }) => what !== "template" && what !== "link");
  return [
    ...noteOmissions(templates).map((note): Problem => ({ ...note, severity: "error" })),
    ...noteOmissions(others),
  ];
}

function readContainerName(name: string): string {
  if (name === "") throw new UsageError('--container "": give the name of a container.');
  return name;
}

/** What is kept of a fixed file until all files are fixed. Its findings are not: they would keep every intermediate text in memory. */
interface Outcome extends Pick<FixedFile, "file" | "before" | "text" | "problems" | "omission">, FixReport {}

async function fixSource(source: Source, fixIt: (source: Source) => Promise<Outcome>): Promise<Outcome> {
  const { file, text } = source;
  const conflict = text.search(conflictMarker);
  if (conflict === -1) return await fixIt(source);
  const line = text.slice(0, conflict).split("\n").length;
  const problems = [reportUntouched(file, "it has merge conflicts. Resolve them first", line)];
  return { file, before: text, text, problems, omission: undefined, ...nothingDone };
}

const nothingDone: FixReport = { description: "", left: 0, leftovers: [], containers: [] };

/** Marks a conflict that `git merge` could not resolve: neither side may be fixed without the other. */
const conflictMarker = /^(<{7}|>{7})( |\r?$)/m;

/** Prints a changed file as a patch, or writes it. Returns a problem if it could not be written. */
async function deliverOutcome({ file, before, text }: Outcome, isDiff: boolean): Promise<Problem | undefined> {
  if (isDiff) {
    const { formatUnifiedDiff } = await import("../report/diff.ts");
    await say(formatUnifiedDiff(file, before, text));
    return undefined;
  }
  const reason = await deferSignals(() => rewriteFile(file, before, text));
  return reason === undefined ? undefined : reportUntouched(file, reason);
}

function reportUntouched(file: string, reason: string, line = 1): Problem {
  return { severity: "error", file, line, message: `This file was not changed: ${reason}.` };
}

function summarizeFixes(outcomes: readonly Outcome[], isDiff: boolean): string {
  const changed = outcomes.filter(isChanged).length;
  const left = outcomes.reduce((sum, each) => sum + each.left, 0);
  const rest = left === 0 ? "" : ` ${formatCount(left, "finding remains", "findings remain")}.`;
  if (changed === 0) return `No file ${isDiff ? "would change" : "changed"}.${rest}\n`;
  return isDiff
    ? `${formatCount(changed, "file")} would change.${rest} Apply with: secctx fix --diff \u2026 | git apply\n`
    : `${formatCount(changed, "file")} changed.${rest} Review the change with git diff, test it, and run secctx check again.\n`;
}

function isChanged({ before, text }: Outcome): boolean {
  return before !== text;
}
