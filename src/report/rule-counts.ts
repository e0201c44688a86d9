import { type Level, type Mode, modes } from "../pod/kubernetes.ts";
import type { Fix } from "../rules/index.ts";
import { alignColumns } from "./columns.ts";
import { compareSeriousness, ruleIdOf, type Weighed } from "./order.ts";
import { modeNouns, nameFixGroup } from "./words.ts";

/** How often a rule speaks, and how many of its findings have a fix. */
export interface RuleCount extends Weighed, Readonly<Record<Mode | Fix["safety"], number>> {
  /** All that it broke, the most serious first. */
  readonly levels: readonly Level[];
}

/** What is counted: a finding, or one of a JSON report. */
export interface CountedFinding extends Weighed {
  readonly ignored: object | null;
  readonly fix: Pick<Fix, "safety"> | null;
}

/** Counts while a review goes on, so that nobody has to hold its findings. */
export interface RuleCounter {
  readonly add: (findings: readonly CountedFinding[]) => void;
  /** The most serious rule first. */
  readonly finish: () => readonly RuleCount[];
}

/** Starts to count at zero. What is ignored does not count. */
export function startRuleCounts(): RuleCounter {
  const byRule = new Map<string, RuleCount>();
  return {
    add(findings) {
      for (const finding of findings) if (!finding.ignored) addCount(byRule, countOf(finding));
    },
    finish: () => inOrder(byRule),
  };
}

/** The counts of several reports, as of one. */
export function sumRuleCounts(reports: readonly (readonly RuleCount[])[]): readonly RuleCount[] {
  const byRule = new Map<string, RuleCount>();
  for (const counts of reports) for (const count of counts) addCount(byRule, count);
  return inOrder(byRule);
}

function countOf({ rule, mode, level, fix }: CountedFinding): RuleCount {
  const none = { enforce: 0, warn: 0, audit: 0, safe: 0, review: 0 };
  return { ...none, rule, mode, level, levels: [level], [mode]: 1, ...(fix && { [fix.safety]: 1 }) };
}

function addCount(byRule: Map<string, RuleCount>, count: RuleCount): void {
  const known = byRule.get(ruleIdOf(count));
  byRule.set(ruleIdOf(count), known ? addCounts(known, count) : count);
}

function addCounts(one: RuleCount, other: RuleCount): RuleCount {
  const { rule, mode, level } = compareSeriousness(other, one) < 0 ? other : one;
  return {
    rule,
    mode,
    level,
    levels: [...new Set([...one.levels, ...other.levels])].toSorted((a, b) =>
      compareSeriousness({ rule, mode, level: a }, { rule, mode, level: b }),
    ),
    enforce: one.enforce + other.enforce,
    warn: one.warn + other.warn,
    audit: one.audit + other.audit,
    safe: one.safe + other.safe,
    review: one.review + other.review,
  };
}

function inOrder(byRule: ReadonlyMap<string, RuleCount>): readonly RuleCount[] {
  return [...byRule.values()].toSorted(compareSeriousness);
}

/** The counts of all rules as a table for a terminal, with a head. Empty where no rule spoke. */
export function formatRuleTable(counts: readonly RuleCount[]): string[] {
  if (counts.length === 0) return [];
  const used = modes.filter((mode) => counts.some((count) => count[mode] > 0));
  const head = ["rule", "level", ...used.map((mode) => `${modeNouns[mode]}s`), "fixes"];
  const rows = counts.map((count) => [
    ruleIdOf(count),
    count.levels.join(", "),
    ...used.map((mode) => String(count[mode] || "")),
    describeFixCounts(count),
  ]);
  return alignColumns([head, ...rows], (column) => column >= 2 && column < 2 + used.length);
}

/** How many fixes there are of each group: `2 safe, 3 need a look`. Empty where there is none. */
export function describeFixCounts(count: Readonly<Record<Fix["safety"], number>>): string {
  return (["safe", "review"] as const)
    .filter((safety) => count[safety] > 0)
    .map((safety) => `${count[safety]} ${nameFixGroup(safety, count[safety])}`)
    .join(", ");
}
