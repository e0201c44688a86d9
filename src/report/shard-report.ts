import { type Level, levels, modes, parseVersion } from "../pod/index.ts";
import { modeOf, type Shard } from "../policy/index.ts";
import { isOmissionKind, type Omission } from "../review/omissions.ts";
import { decideVerdict, type Gone, type Pending } from "../review/result.ts";
import { levelIn, rules } from "../rules/index.ts";
import { type Fields, isFields } from "../yaml/index.ts";
import type { ListedReport } from "./json.ts";
import { type CountedFinding, type RuleCount, startRuleCounts } from "./rule-counts.ts";
import { type Summary, summaryKeys } from "./summary.ts";

/** The JSON report of a shard. Its lists may be read from a file each time that they are used. */
export interface ShardReport extends ListedReport {
  readonly shard: ReportedShard | null;
  readonly counted: Recount;
}

export interface ReportedShard extends Shard {
  readonly pending: {
    readonly findings: readonly ReportedFinding[];
    readonly omissions?: readonly Omission[];
    readonly used: Pending["used"];
    readonly gone: readonly Gone[];
  };
}

/** What a report really holds. */
export interface Recount {
  readonly summary: Summary;
  readonly rules: readonly RuleCount[];
  /** The files that it says something of by themselves: what was rendered stands in files that no count holds. */
  readonly files: ReadonlySet<string>;
}

/**
 * Takes a parsed JSON text for the report of a shard, or says as a sentence why it can't be one. Of its fields those are checked that merging needs, and what
 * its summary says is counted again: a report may be cut, or changed by hand.
 */
export function parseReport(value: unknown): ShardReport | { readonly defect: string } {
  if (!isReport(value)) return { defect: noReport };
  const counted = recount(value);
  const { verdict, summary } = value;
  for (const key of summaryKeys) {
    const count = counted.summary[key];
    const isWrong = key === "files" ? summary.files < counted.files.size : summary[key] !== count;
    if (isWrong)
      return {
        defect: `its summary does not add up (${key}: ${summary[key]}, counted ${count}): run the shard again.`,
      };
  }
  const expected = decideVerdict(value.policy, { hasFailed: counted.summary.enforce > 0, problems: value.problems });
  if (verdict !== expected)
    return { defect: `its verdict is ${verdict}, and it holds what makes it ${expected}: run the shard again.` };
  const misfit = [...value.findings, ...(value.shard?.pending.findings ?? [])].find((each) => !hasItsMode(each, value));
  if (misfit)
    return {
      defect: `its policy does not give the mode ${misfit.mode} to a finding of ${misfit.rule} at the level ${misfit.level} (${misfit.file}): run the shard again.`,
    };
  return { ...value, shard: value.shard ?? null, counted };
}

/** The report of a whole run, as an overview of several needs it. */
export interface WholeReport extends Pick<ShardReport, "policy" | "verdict">, Pick<Recount, "summary" | "rules"> {}

/**
 * Takes a parsed JSON text for the report of a whole run, or says as a sentence why it can't be one. Any version of secctx may have written it, so nothing is
 * asked of its rules; its summary is counted again.
 */
export function parseWholeReport(value: unknown): WholeReport | { readonly defect: string } {
  if (!isReport(value)) return { defect: noReport };
  if (value.shard) return { defect: "it is the report of a shard: merge the shards of its repository first." };
  const { policy, verdict } = value;
  const { summary, rules } = recount(value);
  return { policy, verdict, summary, rules };
}

const noReport = "it is not a report of secctx check --format json (schema secctx/v1).";

/**
 * Whether a finding's mode is what the report's own policy makes of its rule and level, or stricter, as a Namespace may ask. Its level is one at which the rule
 * reports under that version of the standard, or a newer one.
 */
function hasItsMode({ rule: id, level, mode }: ReportedFinding, { policy }: ParsedReport): boolean {
  const rule = rules.find((each) => each.id === id);
  const version = parseVersion(policy.kubernetesVersion);
  if (!rule || !version || policy.rules[id] === "off") return false;
  const reported = [rule.level, ...rule.controls.map((control) => levelIn(control, version))].map(rank);
  const expected = modeOf(policy, rule, level);
  return rank(level) <= Math.max(...reported) && (!expected || modes.indexOf(mode) <= modes.indexOf(expected));
}

function rank(level: Level): number {
  return levels.indexOf(level);
}

/** Counts what a report holds. Only the summary says how many files have neither findings nor workloads. */
function recount({ findings, workloads, problems, summary, shard }: ParsedReport): Recount {
  const sum = { workloads: 0, containers: 0, enforce: 0, warn: 0, audit: 0, ignored: 0 };
  const files = new Set<string>();
  const rules = startRuleCounts();
  rules.add(findings);
  for (const { mode, ignored, file, rendered } of findings) {
    sum[ignored ? "ignored" : mode]++;
    if (!rendered) files.add(file);
  }
  for (const { containers, file, source } of workloads) {
    sum.workloads++;
    sum.containers += containers.length;
    if (source === undefined || source === "manifest") files.add(file);
  }
  const unjudged = (shard?.pending.omissions ?? []).filter((each) => each.looksLikeWorkload).length;
  const counted = { ...sum, problems: problems.length, unjudged };
  return { summary: { files: Math.max(files.size, summary.files), ...counted }, files, rules: rules.finish() };
}

/** What of a report merging needs, once it is checked. */
interface ParsedReport extends Omit<ShardReport, "shard" | "counted" | "findings" | "workloads"> {
  readonly shard?: ReportedShard | null;
  readonly findings: readonly ReportedFinding[];
  readonly workloads: readonly {
    readonly containers: readonly unknown[];
    readonly file: string;
    readonly source?: unknown;
  }[];
}

export interface ReportedFinding extends CountedFinding {
  readonly rule: string;
  readonly file: string;
  readonly rendered?: unknown;
}

function isReport(value: unknown): value is ParsedReport {
  if (!isFields(value)) return false;
  const { schema, tool, policy, verdict, summary, findings, workloads, problems, shard } = value;
  return (
    schema === "secctx/v1" &&
    isFields(tool) &&
    typeof tool.version === "string" &&
    isPolicy(policy) &&
    (verdict === "pass" || verdict === "fail" || verdict === "error") &&
    isFields(summary) &&
    summaryKeys.every((key) => isNaturalNumber(summary[key])) &&
    isListOf(findings, isFinding) &&
    isListOf(workloads, isWorkload) &&
    isListOf(problems, isProblem) &&
    (shard === undefined || shard === null || isShard(shard))
  );
}

function isPolicy(value: unknown): boolean {
  return (
    isFields(value) &&
    modes.every((mode) => isLevel(value[mode])) &&
    typeof value.kubernetesVersion === "string" &&
    isFields(value.rules)
  );
}

function isLevel(value: unknown): boolean {
  return levels.some((level) => level === value);
}

function isShard(value: unknown): boolean {
  if (!isFields(value) || !isFields(value.pending)) return false;
  const { index, count, scan } = value;
  const { findings, omissions, used, gone } = value.pending;
  return (
    isNaturalNumber(index) &&
    isNaturalNumber(count) &&
    index >= 1 &&
    index <= count &&
    typeof scan === "string" &&
    isListOf(findings, isFinding) &&
    (omissions === undefined || isListOf(omissions, isReportedOmission)) &&
    isListOf(used, isUse) &&
    isListOf(gone, isGone)
  );
}

function isFinding(value: unknown): boolean {
  return (
    isFields(value) &&
    typeof value.rule === "string" &&
    isLevel(value.level) &&
    modes.some((mode) => mode === value.mode) &&
    (value.ignored === null || isFields(value.ignored)) &&
    (value.fix === null || isFix(value.fix)) &&
    typeof value.file === "string"
  );
}

function isFix(value: unknown): boolean {
  return isFields(value) && (value.safety === "safe" || value.safety === "review");
}

function isWorkload(value: unknown): boolean {
  return isFields(value) && Array.isArray(value.containers) && typeof value.file === "string";
}

function isProblem(value: unknown): boolean {
  return (
    isFields(value) &&
    hasPlace(value) &&
    typeof value.message === "string" &&
    (value.severity === "error" || value.severity === "note")
  );
}

function isReportedOmission(value: unknown): boolean {
  return (
    isFields(value) &&
    hasPlace(value) &&
    typeof value.message === "string" &&
    isOmissionKind(value.what) &&
    typeof value.looksLikeWorkload === "boolean"
  );
}

function isUse(value: unknown): boolean {
  return (
    isFields(value) &&
    isNaturalNumber(value.entry) &&
    isNaturalNumber(value.count) &&
    isListOf(value.places, (place) => typeof place === "string")
  );
}

function isGone(value: unknown): boolean {
  return (
    isFields(value) &&
    hasPlace(value) &&
    isNaturalNumber(value.entry) &&
    isNaturalNumber(value.count) &&
    typeof value.fact === "string"
  );
}

function hasPlace({ file, line }: Fields): boolean {
  return typeof file === "string" && isNaturalNumber(line);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isNaturalNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
