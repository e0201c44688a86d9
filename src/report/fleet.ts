import { modes } from "../pod/index.ts";
import { codeSpan } from "./escape.ts";
import { ruleIdOf, sortRuleIds } from "./order.ts";
import type { RuleCount } from "./rule-counts.ts";
import type { ShardReport, WholeReport } from "./shard-report.ts";
import type { Summary } from "./summary.ts";
import { formatCount } from "./words.ts";

/** The reports of several repositories, side by side. */
export interface Fleet {
  /** The worst first: what could not be evaluated, then the most failures, then by name. */
  readonly rows: readonly FleetRow[];
  /** The rules that have findings anywhere, in the order of the registry. */
  readonly rules: readonly string[];
}

export interface FleetRow {
  readonly repository: string;
  readonly verdict: ShardReport["verdict"];
  /** What it is judged by. */
  readonly policy: Pick<ShardReport["policy"], "enforce" | "gate">;
  readonly summary: Summary;
  /** How often each rule speaks, by its id. */
  readonly counts: ReadonlyMap<string, RuleCount>;
}

/** The row of a repository, from its report. */
export function makeFleetRow(repository: string, { verdict, policy, summary, rules }: WholeReport): FleetRow {
  const { enforce, gate } = policy;
  const counts = new Map(rules.map((count) => [ruleIdOf(count), count]));
  return { repository, verdict, policy: { enforce, gate }, summary, counts };
}

/** Puts rows and columns into their order. */
export function arrangeFleet(rows: readonly FleetRow[]): Fleet {
  return { rows: rows.toSorted(compareRows), rules: sortRuleIds(rows.flatMap(({ counts }) => [...counts.keys()])) };
}

function compareRows(a: FleetRow, b: FleetRow): number {
  const rank = ({ verdict }: FleetRow) => (verdict === "error" ? 0 : 1);
  return rank(a) - rank(b) || b.summary.enforce - a.summary.enforce || (a.repository < b.repository ? -1 : 1);
}

/** The verdict on all of them: the worst. */
export function judgeFleet({ rows }: Fleet): ShardReport["verdict"] {
  const verdicts = new Set(rows.map(({ verdict }) => verdict));
  return verdicts.has("error") ? "error" : verdicts.has("fail") ? "fail" : "pass";
}

/** Sums up in one sentence how many repositories have each verdict. */
export function describeFleet({ rows }: Fleet): string {
  const count = (verdict: FleetRow["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  const [passing, failing, open] = [count("pass"), count("fail"), count("error")];
  const parts = [
    `${passing} ${passing === 1 ? "passes" : "pass"}`,
    ...(failing > 0 ? [`${failing} ${failing === 1 ? "fails" : "fail"}`] : []),
    ...(open > 0 ? [`${open} could not be evaluated as a whole`] : []),
  ];
  return `${formatCount(rows.length, "repository", "repositories")}: ${parts.join(", ")}.`;
}

/** The heads of the columns before those of the rules. */
export const fleetColumns = [
  "repository",
  "gate",
  "enforces",
  "workloads",
  "failures",
  "warnings",
  "notices",
  "ignored",
];

/** Lists the cells of a row that stand behind the repository's name. */
export function listFleetCells({ verdict, policy, summary }: FleetRow): string[] {
  const words = { pass: policy.gate === "none" ? "only reports" : "passes", fail: "fails", error: "not evaluated" };
  const { workloads, ignored } = summary;
  return [words[verdict], policy.enforce, ...[workloads, ...modes.map((mode) => summary[mode]), ignored].map(String)];
}

/** What a rule has in a repository: how many failures, and how many findings that are less. */
export function countCell({ counts }: FleetRow, rule: string): { readonly failures: number; readonly others: number } {
  const { enforce, warn, audit } = counts.get(rule) ?? { enforce: 0, warn: 0, audit: 0 };
  return { failures: enforce, others: warn + audit };
}

/** Says how the cells of rules are read. */
export const fleetLegend = "Below each rule: failures in bold, then warnings and notices.";

/** Renders the table of repositories and rules as Markdown. */
export function renderFleetMarkdown(fleet: Fleet): string {
  const heads = [...fleetColumns, ...fleet.rules.map(codeSpan)];
  const lines = fleet.rows.map((row) => {
    const cells = fleet.rules.map((rule) => {
      const { failures, others } = countCell(row, rule);
      return [failures > 0 ? `**${failures}**` : "", others > 0 ? String(others) : ""].filter(Boolean).join(" ");
    });
    return `| ${[codeSpan(row.repository), ...listFleetCells(row), ...cells].join(" | ")} |\n`;
  });
  return [
    `### ${describeFleet(fleet)}\n\n`,
    `| ${heads.join(" | ")} |\n|${"---|".repeat(heads.length)}\n`,
    ...lines,
    `\n${fleetLegend}\n`,
  ].join("");
}
