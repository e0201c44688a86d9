import { type Mode, modes } from "../pod/index.ts";
import type { Shard } from "../policy/index.ts";
import type { Gone } from "../review/result.ts";
import { byPlace } from "../review/stream.ts";
import { goneNotes } from "../review/unused.ts";
import type { Problem } from "../yaml/index.ts";
import type { Report } from "./json.ts";
import { counts } from "./summary.ts";
import { version } from "./version.ts";

/** The report of a shard, as it was written. */
export interface ShardReport extends Report {
  readonly shard: WrittenShard | null;
}

interface WrittenShard extends Shard {
  readonly pending: {
    readonly findings: readonly { readonly mode: Mode }[];
    readonly used: readonly number[];
    readonly gone: readonly Gone[];
  };
}

/** A report with the name that the user knows it by. */
export interface Named {
  readonly name: string;
  readonly report: ShardReport;
}

/** Why reports can't be joined, in one sentence. */
export interface Unjoinable {
  readonly defect: string;
}

/**
 * The report of the run that the shards are shares of: byte by byte what one run would have written. Findings and workloads follow each other, because
 * a shard's files do; what no shard can say alone is said here.
 */
export function joined(reports: readonly Named[]): Report | Unjoinable {
  const defect = defectOf(reports);
  if (defect !== undefined) return { defect };
  const shards = reports.map(({ report }) => report).sort((a, b) => indexOf(a) - indexOf(b));
  const [first] = shards as [ShardReport];
  const pending = shards.flatMap(({ shard }) => shard?.pending ?? []);
  const everywhere = pending.map(({ findings }) => new Set(findings.map(written)));
  const left = (pending[0]?.findings ?? []).filter((each) => everywhere.every((known) => known.has(written(each))));
  const used = new Set(pending.flatMap((each) => each.used));
  const gone = new Map(pending.flatMap((each) => each.gone.map((entry) => [entry.entry, entry])));
  const notes = goneNotes([...gone.values()].filter(({ entry }) => !used.has(entry)).sort((a, b) => a.entry - b.entry));
  const problems = [...shards.flatMap((each) => each.problems), ...notes].sort(byPlace);
  const summary = { ...first.summary };
  for (const name of counts) summary[name] = shards.reduce((sum, each) => sum + each.summary[name], 0);
  for (const { mode } of left) summary[mode]++;
  summary.problems = problems.length;
  return {
    tool: first.tool,
    policy: first.policy,
    verdict: problems.some(({ severity }) => severity === "error") ? "error" : summary.enforce > 0 ? "fail" : "pass",
    summary,
    findings: following([...shards.map(({ findings }) => findings), left]),
    workloads: following(shards.map(({ workloads }) => workloads)),
    problems,
    shard: null,
  };
}

function* following(lists: readonly Iterable<object>[]): Generator<object> {
  for (const list of lists) yield* list;
}

function indexOf({ shard }: ShardReport): number {
  return shard?.index ?? 0;
}

function written(value: object): string {
  return JSON.stringify(value);
}

/** What two shards of one scan have alike, each with the sentence for those that differ. */
const alike: readonly (readonly [of: (report: ShardReport) => unknown, say: (a: string, b: string) => string])[] = [
  [({ policy }) => written(policy), (a, b) => `${a} and ${b} were judged by different policies`],
  [({ shard }) => shard?.count, (a, b) => `${a} and ${b} are of scans in another number of shards`],
  [({ shard }) => shard?.scan, (a, b) => `${a} and ${b} are of different scans: their files or configurations differ`],
];

function defectOf(reports: readonly Named[]): string | undefined {
  const [first] = reports;
  if (!first) return "There is no report to join.";
  const whole = reports.find(({ report }) => !report.shard);
  if (whole) return `${whole.name}: it is the report of a whole run, not that of a shard (check --shard I/N).`;
  const foreign = reports.find(({ report }) => report.tool.version !== version);
  if (foreign)
    return `${foreign.name}: it was written by secctx ${foreign.report.tool.version}, and this is ${version}: run the shards and merge with one version.`;
  for (const [of, say] of alike) {
    const other = reports.find(({ report }) => of(report) !== of(first.report));
    if (other) return `${say(first.name, other.name)}: give the shards of one run.`;
  }
  const count = first.report.shard?.count ?? 0;
  const byIndex = new Map<number, string>();
  for (const { name, report } of reports) {
    const known = byIndex.get(indexOf(report));
    if (known !== undefined)
      return `${known} and ${name} are both shard ${indexOf(report)}/${count}: give each shard once.`;
    byIndex.set(indexOf(report), name);
  }
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !byIndex.has(index));
  if (missing.length === 0) return undefined;
  const [noun, verb] = missing.length === 1 ? ["shard", "is"] : ["shards", "are"];
  return `The ${noun} ${missing.map((index) => `${index}/${count}`).join(", ")} ${verb} missing: what was not judged can't pass.`;
}

/** A report by its own word; `undefined` for anything else. Only what joining looks at is looked at. */
export function reportFrom(value: unknown): ShardReport | undefined {
  const isReport =
    isFields(value) &&
    value.schema === "secctx/v1" &&
    isFields(value.tool) &&
    typeof value.tool.version === "string" &&
    isFields(value.policy) &&
    typeof value.policy.enforce === "string" &&
    isFields(value.summary) &&
    isListOf(
      counts.map((name) => (value.summary as Fields)[name]),
      isNumber,
    ) &&
    isListOf(value.findings, isFields) &&
    isListOf(value.workloads, isFields) &&
    isListOf(value.problems, isProblem) &&
    (value.shard === undefined || value.shard === null || isShard(value.shard));
  return isReport ? ({ ...value, shard: value.shard ?? null } as unknown as ShardReport) : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, is: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}

function isNumber(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isProblem(value: unknown): value is Problem {
  return (
    isFields(value) &&
    isPlaced(value) &&
    typeof value.message === "string" &&
    /^(error|note)$/.test(`${value.severity}`)
  );
}

function isPlaced({ file, line }: Fields): boolean {
  return typeof file === "string" && isNumber(line);
}

function isShard(value: unknown): boolean {
  if (!isFields(value) || !isFields(value.pending)) return false;
  const { findings, used, gone } = value.pending;
  const { index, count, scan } = value;
  const isNumbered =
    isNumber(index) && isNumber(count) && (index as number) >= 1 && (index as number) <= (count as number);
  return (
    isNumbered &&
    typeof scan === "string" &&
    isListOf(findings, (each) => isFields(each) && modes.some((mode) => mode === each.mode)) &&
    isListOf(used, isNumber) &&
    isListOf(gone, (each) => isFields(each) && isPlaced(each) && isNumber(each.entry) && typeof each.fact === "string")
  );
}
