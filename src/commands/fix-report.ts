import { findSimilarName } from "../pod/index.ts";
import { escapeLine } from "../report/escape.ts";
import { describeFix, formatCount, nameFixGroup } from "../report/words.ts";
import type { FixedFile } from "../review/fix.ts";
import { groupBy } from "../review/groups.ts";
import { type FixChoice, type LeftOut, whyLeftOut } from "./fix-choice.ts";

/** A finding that an option leaves out, as far as the summary tells of it. */
export interface Leftover extends Pick<LeftOut, "option" | "reason"> {
  readonly rule: string;
}

/** What the user is told about a fixed file. */
export interface FixReport {
  /** The fixes that it got, and what of the rest was asked for; empty if there is neither, and the file is as it was. */
  readonly description: string;
  /** How many findings stay. */
  readonly left: number;
  /** Those that stay because nobody asked for them. */
  readonly leftovers: readonly Leftover[];
  /** The names of the containers that its findings are about. */
  readonly containers: readonly string[];
}

/** Reports on a fixed file, on the lines of the file as it is then. */
export function reportFixes(fixed: FixedFile, choice: FixChoice, isDiff: boolean): FixReport {
  const { file, applied, unwanted = [] } = fixed;
  const left = [...fixed.declined, ...unwanted.map((finding) => ({ finding, reason: "", before: null }))];
  const judged = left.map((each) => ({ ...each, leftOut: whyLeftOut(choice, each.finding) }));
  const told = judged.filter(({ leftOut }) => !leftOut || leftOut.isNear);
  const count = applied.length + told.length;
  const head =
    count > 0 || fixed.text === fixed.before
      ? `${formatCount(applied.length, "fix", "fixes")}, ${told.length} left to you`
      : "changed by fixes that are listed under other files";
  const lines = [
    `${file}: ${head}`,
    ...applied.map(({ rule, fix }) => `  fix   ${rule.id}: ${fix && describeFix(fix)}`),
    ...told.map(({ finding, reason, before, leftOut }) => {
      const { line, reason: why } = (isDiff ? before : null) ?? { line: finding.location.start.line, reason };
      return `  left  ${finding.rule.id}, line ${line}: ${leftOut?.reason ?? why}`;
    }),
  ];
  return {
    description: count === 0 && fixed.text === fixed.before ? "" : `${lines.map(escapeLine).join("\n")}\n`,
    left: left.length,
    containers: [...new Set([...applied, ...left.map(({ finding }) => finding)].flatMap((each) => each.containers))],
    leftovers: judged.flatMap(({ finding, leftOut }) =>
      leftOut && !leftOut.isNear ? [{ rule: finding.rule.id, option: leftOut.option, reason: leftOut.reason }] : [],
    ),
  };
}

/** Says what the options left out and why, by rule where that tells it. Empty if they left out nothing. */
export function describeLeftovers(leftovers: readonly Leftover[]): string {
  const byOption = groupBy(leftovers, ({ option }) => option);
  const lines = [...byOption].flatMap(([option, group]) =>
    option === "--safe" ? listRisks(group) : [countOthers(option, group)],
  );
  return lines.map((line) => `${escapeLine(line)}\n`).join("");
}

/** Names the containers that the user asked for and no finding is about: they may be misspelt. Empty if there is none. */
export function describeUnknown(asked: readonly string[], found: ReadonlySet<string>): string {
  const lines = asked
    .filter((name) => !found.has(name))
    .map((name) => {
      const similar = findSimilarName(name, [...found]);
      const question = similar === undefined ? "" : ` Did you mean ${JSON.stringify(similar)}?`;
      return `--container ${JSON.stringify(name)}: no finding is about a container with this name.${question}`;
    });
  return lines.map((line) => `${escapeLine(line)}\n`).join("");
}

/** What `--safe` leaves, by what it risks. */
function listRisks(leftovers: readonly Leftover[]): string[] {
  const kinds = [...groupBy(leftovers, ({ rule, reason }) => `${rule}: ${reason}`)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const rest = kinds.slice(mostRisks).flatMap(([, group]) => group).length;
  return [
    `--safe leaves ${formatCount(leftovers.length, "fix", "fixes")} that ${nameFixGroup("review", leftovers.length)}:`,
    ...kinds.slice(0, mostRisks).map(([kind, group]) => `  ${group.length} \u00d7 ${kind}`),
    ...(rest > 0 ? [`  ${rest} more: see secctx check`] : []),
    "  secctx fix --diff shows what they change; secctx fix --rule ID makes those of one rule.",
  ];
}

/** A risk may name programs of an image, so there can be many. */
const mostRisks = 30;

function countOthers(option: Leftover["option"], leftovers: readonly Leftover[]): string {
  const counts = [...groupBy(leftovers, ({ reason }) => reason)].map(
    ([reason, group]) => `${formatCount(group.length, "finding")} ${reason}`,
  );
  return `${option} leaves ${counts.join(", and ")}.`;
}
