import { joinPlaces, noteGone } from "../review/baseline-uses.ts";
import { noteOmissions } from "../review/omissions.ts";
import { decideVerdict, type Gone } from "../review/result.ts";
import { compareProblems } from "../review/stream.ts";
import type { Problem } from "../yaml/index.ts";
import type { ListedReport } from "./json.ts";
import { type RuleCount, startRuleCounts, sumRuleCounts } from "./rule-counts.ts";
import type { ReportedFinding, ReportedShard, ShardReport } from "./shard-report.ts";
import { type Summary, summaryKeys } from "./summary.ts";
import { version } from "./version.ts";

/** A report under the name that the user knows. */
export interface NamedReport {
  readonly name: string;
  readonly report: ShardReport;
}

/** Why reports can't be merged, as a sentence. */
export interface MergeDefect {
  readonly defect: string;
}

/** The report that one run would have written, and how often each rule speaks in it. */
export interface MergedReport extends ListedReport {
  readonly rules: readonly RuleCount[];
}

/**
 * Merges the reports of all shards of a scan into the report that one run would have written, byte for byte. A shard's files follow those of the shard
 * before it, so findings and workloads are put one after the other. What no shard can decide alone is decided here.
 */
export function mergeReports(reports: readonly NamedReport[]): MergedReport | MergeDefect {
  const [first] = reports;
  if (!first) return { defect: "There is no report to merge." };
  const defect = findDefect(first, reports);
  if (defect !== undefined) return { defect };
  const { tool, policy } = first.report;
  const shards = reports.map(({ report }) => report).sort((a, b) => getIndex(a) - getIndex(b));
  const pending = shards.flatMap(({ shard }) => shard?.pending ?? []);
  const findings = findCommonFindings(pending);
  const omissions = pending.flatMap((each) => each.omissions ?? []);
  const used = pending.flatMap((each) => each.used);
  const notes = [...noteOmissions(omissions), ...noteGone(listGone(pending), used), ...findOveruse(used)];
  const problems = [...shards.flatMap((each) => each.problems), ...notes].sort(compareProblems);
  const summary = addSummaries(shards.map(({ counted }) => counted.summary));
  for (const { mode } of findings) summary[mode]++;
  const common = startRuleCounts();
  common.add(findings);
  summary.problems = problems.length;
  return {
    tool,
    policy,
    verdict: decideVerdict(policy, { hasFailed: summary.enforce > 0, problems }),
    summary,
    findings: concatenate([...shards.map((each) => each.findings), findings]),
    workloads: concatenate(shards.map(({ workloads }) => workloads)),
    problems,
    rules: sumRuleCounts([...shards.map(({ counted }) => counted.rules), common.finish()]),
    shard: null,
  };
}

/** An exemption that no shard needed, or that has expired, is pending in every shard. */
function findCommonFindings(pending: readonly ReportedShard["pending"][]): readonly ReportedFinding[] {
  const [first] = pending;
  const textsByShard = pending.map(({ findings }) => new Set(findings.map((finding) => JSON.stringify(finding))));
  return first?.findings.filter((finding) => textsByShard.every((texts) => texts.has(JSON.stringify(finding)))) ?? [];
}

/** The baseline entries that no single shard found in full. */
function listGone(pending: readonly ReportedShard["pending"][]): Gone[] {
  const gone = new Map(pending.flatMap((each) => each.gone.map((entry) => [entry.entry, entry])));
  return [...gone.values()].sort((a, b) => a.entry - b.entry);
}

/** Shards that each stay within an entry's count may exceed it together, and no shard can tell which occurrence is new. */
function findOveruse(used: ReportedShard["pending"]["used"]): Problem[] {
  const counts = new Map(used.map(({ entry, count }) => [entry, count]));
  return [...joinPlaces(used)].flatMap(([entry, places]): Problem[] => {
    const count = counts.get(entry) ?? 0;
    const [first = ""] = places;
    if (places.size <= count) return [];
    const file = first.slice(0, first.lastIndexOf(":"));
    const message = `What the baseline accepts ${count === 1 ? "once" : `${count} times`} was found in ${places.size} places by several shards, and none can tell which is new: review without shards.`;
    return [{ severity: "error", file, line: 1, message }];
  });
}

function addSummaries(summaries: readonly Summary[]): Record<keyof Summary, number> {
  const sum = {
    files: 0,
    workloads: 0,
    containers: 0,
    enforce: 0,
    warn: 0,
    audit: 0,
    ignored: 0,
    problems: 0,
    unjudged: 0,
  };
  for (const summary of summaries) for (const key of summaryKeys) sum[key] += summary[key];
  return sum;
}

function* concatenate(lists: readonly Iterable<object>[]): Generator<object> {
  for (const list of lists) yield* list;
}

function getIndex({ shard }: ShardReport): number {
  return shard?.index ?? 0;
}

/** What the shards of one scan have in common, and what to say of two reports that differ in it. */
const sharedTraits: readonly {
  readonly get: (report: ShardReport) => unknown;
  readonly complain: (a: string, b: string) => string;
}[] = [
  {
    get: ({ policy }) => JSON.stringify(policy),
    complain: (a, b) => `${a} and ${b} were reviewed with different policies`,
  },
  {
    get: ({ shard }) => shard?.count,
    complain: (a, b) => `${a} and ${b} are from scans with different numbers of shards`,
  },
  {
    get: ({ shard }) => shard?.scan,
    complain: (a, b) => `${a} and ${b} are from different scans: their files or configurations differ`,
  },
];

function findDefect(first: NamedReport, reports: readonly NamedReport[]): string | undefined {
  const whole = reports.find(({ report }) => !report.shard);
  if (whole)
    return `${whole.name}: it is the report of a whole run, not of a shard (check --shard I/N). To see repositories side by side, add --format markdown or --format html.`;
  const foreign = reports.find(({ report }) => report.tool.version !== version);
  if (foreign)
    return `${foreign.name}: it was written by secctx ${foreign.report.tool.version}, and this is secctx ${version}: use one version for the shards and for merge.`;
  for (const { get, complain } of sharedTraits) {
    const other = reports.find(({ report }) => get(report) !== get(first.report));
    if (other) return `${complain(first.name, other.name)}: give the shards of one run.`;
  }
  const count = first.report.shard?.count ?? 0;
  const namesByIndex = new Map<number, string>();
  for (const { name, report } of reports) {
    const index = getIndex(report);
    const other = namesByIndex.get(index);
    if (other !== undefined) return `${other} and ${name} are both shard ${index}/${count}: give each shard once.`;
    namesByIndex.set(index, name);
  }
  const double = findDouble(reports);
  if (double !== undefined) return double;
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !namesByIndex.has(index));
  if (missing.length === 0) return undefined;
  const [noun, verb] = missing.length === 1 ? ["Shard", "is"] : ["Shards", "are"];
  return `${noun} ${missing.map((index) => `${index}/${count}`).join(", ")} ${verb} missing, and what was not reviewed can't pass.`;
}

/** No file is in two shards: a share that came twice does not stand in for another one. */
function findDouble(reports: readonly NamedReport[]): string | undefined {
  const owners = new Map<string, string>();
  for (const { name, report } of reports)
    for (const file of report.counted.files) {
      const other = owners.get(file);
      if (other !== undefined) return `${other} and ${name} both report on ${file}: give each shard once.`;
      owners.set(file, name);
    }
  return undefined;
}
