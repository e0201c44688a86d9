import { existsSync } from "node:fs";
import { join } from "node:path";
import { matchesPattern } from "../pod/patterns.ts";
import {
  type Acceptance,
  acceptAgain,
  acceptAll,
  type BaselineEntry,
  baselineText,
  entriesFor,
  fromFolder,
} from "../policy/index.ts";
import { escapeLine } from "../report/escape.ts";
import { countByMode, describeModes } from "../report/summary.ts";
import { formatCount } from "../report/words.ts";
import type { Finding } from "../review/finding.ts";
import { groupBy } from "../review/groups.ts";
import type { AcceptedUse } from "../review/result.ts";
import { unusedIgnore } from "../rules/index.ts";
import { reasonOf, UsageError } from "../source/errors.ts";
import { displayPath } from "../source/files.ts";
import { baselineName, findRoot, pathFrom, refuseLinkOut } from "../source/own-files.ts";
import { deferSignals, writeWhole } from "../source/write.ts";
import { loadBaselineToWrite } from "./configuration-files.ts";
import { imageOptions, parseOptions, policyOptions, renderOptions } from "./options.ts";
import { resolvePolicy } from "./policy-in-force.ts";
import { remarkProblems, reviewPaths } from "./review-paths.ts";
import { remark, say } from "./streams.ts";

/** What `secctx baseline` takes. */
export const baselineOptions = {
  ...policyOptions,
  ...imageOptions,
  ...renderOptions,
  prune: { type: "boolean" },
} as const;

/**
 * `secctx baseline`: accepts today's findings, and takes out what is gone; with paths it only adds, and with `--prune` it only takes out. A baseline of the old
 * form is written anew, and accepts nothing more than before. 2 if something could not be evaluated: what was accepted there stays so.
 */
export async function runBaseline(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions("baseline", args, baselineOptions);
  const { prune: isPruning = false, quiet: isQuiet = false } = values;
  const root = findRoot();
  const name = displayPath(join(root, baselineName));
  const { baseline, isOld } = loadBaselineToWrite(root);
  if (isOld && positionals.length > 0)
    throw new UsageError(`${name}: it has the old format, and can only be rewritten as a whole: leave out the paths.`);
  const isBelow = isPruning ? chooseBelow(positionals, acceptAgain(baseline)) : () => true;
  const { policy, ...inForce } = await resolvePolicy(values, { appliesBaseline: false });
  const isAdding = !isPruning && positionals.length > 0;
  const result = await reviewPaths(isAdding ? positionals : [displayPath(root)], {
    ...inForce,
    policy: { ...policy, baseline },
  });
  await remarkProblems(result.problems.filter(({ file }) => file !== name));
  const isPartial = result.verdict === "error";
  if (isPartial)
    await remark(
      `${escapeLine(name)}: what could not be evaluated is not accepted; what was accepted there stays accepted.\n`,
    );

  const isRewriting = isPruning || isOld;
  const findings = result.findings.filter(
    ({ rule, ignored }) => rule !== unusedIgnore && (!ignored || ignored.by === "baseline"),
  );
  const before = entriesFor(acceptAgain(baseline));
  const unjudged = isPartial ? result.accepted.filter(({ isJudged }) => !isJudged) : [];
  const after = entriesFor([
    ...(isAdding ? acceptAgain(baseline) : unjudged.flatMap(repeat)),
    ...(isRewriting
      ? result.accepted.flatMap((use) => (isBelow(use.entry.file ?? ".") ? acceptAll(use.found) : repeat(use)))
      : acceptAll(findings.flatMap(({ occurrences }) => occurrences()))),
  ]);
  if (before.length + after.length > 0 || isOld)
    await deferSignals(() => writeBaseline(join(root, baselineName), baselineText(after)));
  if (!isQuiet) {
    const accepted = joinParts(isRewriting ? findings.filter(({ ignored }) => ignored) : findings);
    const open = isRewriting ? joinParts(findings.filter(({ ignored }) => !ignored)).length : 0;
    const lines = describeRewritten(name, { accepted, open, before, after, isOld, isPruning });
    for (const line of lines) await say(`${escapeLine(line)}\n`);
  }
  return isPartial ? 2 : 0;
}

/** Which files `--prune` is about: those at the paths, or all. A path may be gone like what is accepted below it. */
function chooseBelow(paths: readonly string[], accepted: readonly Acceptance[]): (file: string) => boolean {
  const folder = pathFrom(findRoot());
  const tests = paths.map((path) => {
    const own = fromFolder(folder, displayPath(path));
    const isAt = (file: string) =>
      own === "" || file === own || file.startsWith(`${own}/`) || matchesPattern(own, file);
    if (!existsSync(path) && !accepted.some(({ file }) => isAt(file)))
      throw new UsageError(`"${path}": there is no such file or folder, and the baseline accepts nothing below it.`);
    return isAt;
  });
  return (file) => tests.length === 0 || tests.some((isAt) => isAt(file));
}

/** An entry as it is. */
function repeat({ workload, entry: { file, count, ...fact } }: AcceptedUse): Acceptance[] {
  return file === null ? [] : [{ workload, fact, file, count }];
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

/** What was done to a baseline. */
interface Rewritten {
  readonly accepted: readonly Finding[];
  /** How many findings it does not accept. */
  readonly open: number;
  readonly before: readonly BaselineEntry[];
  readonly after: readonly BaselineEntry[];
  readonly isOld: boolean;
  readonly isPruning: boolean;
}

/** In the words of `check`, which counts findings; a line of the file is an entry, of which a finding about several containers has several. */
function describeRewritten(name: string, { accepted, open, before, after, isOld, isPruning }: Rewritten): string[] {
  if (before.length + after.length === 0 && !isOld) return [`There is nothing to accept: ${name} was not written.`];
  const { added, gone, moved } = compareEntries(before, after);
  const counts = describeModes(countByMode(accepted));
  const entries = (count: number) => formatCount(count, "entry", "entries");
  // What is pruned comes back only with a smaller count, or in a milder form.
  const [news, changed] = isPruning
    ? ["now", `${entries(gone.length)} taken out or lowered`]
    : ["new", `${entries(added.length)} added, ${gone.length} taken out`];
  const change = isOld ? "rewritten, with the files" : `${changed}, ${moved.length} moved`;
  const rest = open === 0 ? "" : ` Not accepted: ${formatCount(open, "finding")}.`;
  return [
    `${name}: ${formatCount(accepted.length, "finding")} accepted${counts && ` (${counts})`}; ${change}.${rest}`,
    // The first time all are new.
    ...(before.length > 0
      ? [
          ...gone.map((entry) => `  gone   ${entry}`),
          ...moved.map((entry) => `  moved  ${entry}`),
          ...added.map((entry) => `  ${news}    ${entry}`),
        ]
      : []),
  ];
}

/** The lines of a baseline that are there only before or after; those that moved only name another file. */
function compareEntries(before: readonly BaselineEntry[], after: readonly BaselineEntry[]) {
  const [known, left] = [new Set(before), new Set(after)];
  const goneByRest = groupBy(
    before.filter((entry) => !left.has(entry)),
    withoutFile,
  );
  const fresh = after.filter((entry) => !known.has(entry));
  const moved = new Set(fresh.filter((entry) => goneByRest.get(withoutFile(entry))?.pop() !== undefined));
  return {
    moved: [...moved],
    added: fresh.filter((entry) => !moved.has(entry)),
    gone: [...goneByRest.values()].flat(),
  };
}

function withoutFile(entry: BaselineEntry): string {
  const { file: _, ...rest } = JSON.parse(entry);
  return JSON.stringify(rest);
}

/** Findings as they are counted where one that is accepted in part is accepted whole. */
function joinParts(findings: readonly Finding[]): Finding[] {
  const keyOf = ({ rule, level, location: { file, range }, document, path, tell }: Finding) =>
    JSON.stringify([rule.id, level, file, range, document, path, tell([])]);
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}
