"use strict";
(meta_) => ({ ids: [47], modules: {
8047:
((module_, exports_, require_) => {
require_.r(exports_);
Object.assign(exports_, { merge: merge });
require_.d(exports_, {
  mergeOptions: () => mergeOptions
});
var external_node_fs_ = require_(3024);
var json = require_(2556);
var pod = require_(3910);
var stream = require_(6976);
var unused = require_(1002);
var report_summary = require_(2812);
var version = require_(7528);
;
function joined(reports) {
	const defect = defectOf(reports);
	if (defect !== undefined)
		return { defect };
	const shards = reports.map(({ report }) => report).sort((a, b) => indexOf(a) - indexOf(b));
	const [first] = shards;
	const pending = shards.flatMap(({ shard }) => shard?.pending ?? []);
	const everywhere = pending.map(({ findings }) => new Set(findings.map(written)));
	const left = (pending[0]?.findings ?? []).filter((each) => everywhere.every((known) => known.has(written(each))));
	const used = new Set(pending.flatMap((each) => each.used));
	const gone = new Map(pending.flatMap((each) => each.gone.map((entry) => [entry.entry, entry])));
	const notes = unused.Pm([...gone.values()].filter(({ entry }) => !used.has(entry)).sort((a, b) => a.entry - b.entry));
	const problems = [...shards.flatMap((each) => each.problems), ...notes].sort(stream.hz);
	const summary = { ...first.summary };
	for (const name of report_summary.tQ)
		summary[name] = shards.reduce((sum, each) => sum + each.summary[name], 0);
	for (const { mode } of left)
		summary[mode]++;
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
function* following(lists) {
	for (const list of lists)
		yield* list;
}
function indexOf({ shard }) {
	return shard?.index ?? 0;
}
function written(value) {
	return JSON.stringify(value);
}
const alike = [
	[({ policy }) => written(policy), (a, b) => `${a} and ${b} were judged by different policies`],
	[({ shard }) => shard?.count, (a, b) => `${a} and ${b} are of scans in another number of shards`],
	[({ shard }) => shard?.scan, (a, b) => `${a} and ${b} are of different scans: their files or configurations differ`],
];
function defectOf(reports) {
	const [first] = reports;
	if (!first)
		return "There is no report to join.";
	const whole = reports.find(({ report }) => !report.shard);
	if (whole)
		return `${whole.name}: it is the report of a whole run, not that of a shard (check --shard I/N).`;
	const foreign = reports.find(({ report }) => report.tool.version !== version.r);
	if (foreign)
		return `${foreign.name}: it was written by secctx ${foreign.report.tool.version}, and this is ${version.r}: run the shards and merge with one version.`;
	for (const [of, say] of alike) {
		const other = reports.find(({ report }) => of(report) !== of(first.report));
		if (other)
			return `${say(first.name, other.name)}: give the shards of one run.`;
	}
	const count = first.report.shard?.count ?? 0;
	const byIndex = new Map();
	for (const { name, report } of reports) {
		const known = byIndex.get(indexOf(report));
		if (known !== undefined)
			return `${known} and ${name} are both shard ${indexOf(report)}/${count}: give each shard once.`;
		byIndex.set(indexOf(report), name);
	}
	const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !byIndex.has(index));
	if (missing.length === 0)
		return undefined;
	const [noun, verb] = missing.length === 1 ? ["shard", "is"] : ["shards", "are"];
	return `The ${noun} ${missing.map((index) => `${index}/${count}`).join(", ")} ${verb} missing: what was not judged can't pass.`;
}
function reportFrom(value) {
	const isReport = isFields(value) &&
		value.schema === "secctx/v1" &&
		isFields(value.tool) &&
		typeof value.tool.version === "string" &&
		isFields(value.policy) &&
		typeof value.policy.enforce === "string" &&
		isFields(value.summary) &&
		isListOf(report_summary.tQ.map((name) => value.summary[name]), isNumber) &&
		isListOf(value.findings, isFields) &&
		isListOf(value.workloads, isFields) &&
		isListOf(value.problems, isProblem) &&
		(value.shard === undefined || value.shard === null || isShard(value.shard));
	return isReport ? { ...value, shard: value.shard ?? null } : undefined;
}
function isFields(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isListOf(value, is) {
	return Array.isArray(value) && value.every(is);
}
function isNumber(value) {
	return Number.isSafeInteger(value) && value >= 0;
}
function isProblem(value) {
	return (isFields(value) &&
		isPlaced(value) &&
		typeof value.message === "string" &&
		/^(error|note)$/.test(`${value.severity}`));
}
function isPlaced({ file, line }) {
	return typeof file === "string" && isNumber(line);
}
function isShard(value) {
	if (!isFields(value) || !isFields(value.pending))
		return false;
	const { findings, used, gone } = value.pending;
	const { index, count, scan } = value;
	const isNumbered = isNumber(index) && isNumber(count) && index >= 1 && index <= count;
	return (isNumbered &&
		typeof scan === "string" &&
		isListOf(findings, (each) => isFields(each) && pod.nI.some((mode) => mode === each.mode)) &&
		isListOf(used, isNumber) &&
		isListOf(gone, (each) => isFields(each) && isPlaced(each) && isNumber(each.entry) && typeof each.fact === "string"));
}
var report_text = require_(3405);
var result = require_(149);
var errors = require_(9600);
var repository = require_(7727);
var options = require_(8450);
var commands_output = require_(7687);
var streams = require_(8689);
;
const mergeOptions = { output: { type: "string" } };
async function merge(args) {
	const { values, positionals } = options.qg("merge", args, mergeOptions);
	const output = values.output === "-" ? undefined : values.output;
	if (positionals.length === 0)
		throw new errors.eb("merge: give the JSON reports of all shards.");
	const same = positionals.find((file) => output !== undefined && isSame(file, output));
	if (same !== undefined)
		throw new errors.eb(`--output "${same}": it is one of the reports: give it another name.`);
	const report = joined(positionals.map(named));
	if ("defect" in report)
		throw new errors.eb(report.defect);
	await commands_output.u(output, json.s$(report));
	const account = output === undefined ? streams.Vg : streams.cv;
	await account(report_text.$M(report, (_, text) => text));
	return result.$[report.verdict];
}
function named(name) {
	const report = readReport(name);
	if (!external_node_fs_.statSync(name).isFile())
		return { name, report };
	return {
		name,
		report: { ...report, findings: again(name, "findings"), workloads: again(name, "workloads") },
	};
}
function again(file, list) {
	return {
		*[Symbol.iterator]() {
			yield* readReport(file)[list];
		},
	};
}
function readReport(file) {
	const { file: shown, text } = repository.jU(file);
	let value;
	try {
		value = JSON.parse(text);
	}
	catch {
		throw new errors.eb(`${shown}: it is not JSON: was it cut off?`);
	}
	const report = reportFrom(value);
	if (report)
		return report;
	throw new errors.eb(`${shown}: it is no report of secctx check --format json, schema secctx/v1.`);
}
function isSame(a, b) {
	try {
		return external_node_fs_.realpathSync(a) === external_node_fs_.realpathSync(b);
	}
	catch {
		return false;
	}
}
})
}})
