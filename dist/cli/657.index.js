export const id = 657;
export const ids = [657];
export const modules = {

/***/ 8657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  merge: () => (/* binding */ merge),
  mergeOptions: () => (/* binding */ mergeOptions)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/report/json.js
var json = __webpack_require__(7406);
// EXTERNAL MODULE: ./lib/pod/index.js + 22 modules
var pod = __webpack_require__(8157);
// EXTERNAL MODULE: ./lib/review/stream.js
var stream = __webpack_require__(4818);
// EXTERNAL MODULE: ./lib/review/unused.js
var unused = __webpack_require__(9388);
// EXTERNAL MODULE: ./lib/report/summary.js
var report_summary = __webpack_require__(3394);
// EXTERNAL MODULE: ./lib/report/version.js
var version = __webpack_require__(8882);
;// CONCATENATED MODULE: ./lib/report/merge.js





/**
 * The report of the run that the shards are shares of: byte by byte what one run would have written. Findings and workloads follow each other, because
 * a shard's files do; what no shard can say alone is said here.
 */
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
    const notes = (0,unused/* goneNotes */.Pm)([...gone.values()].filter(({ entry }) => !used.has(entry)).sort((a, b) => a.entry - b.entry));
    const problems = [...shards.flatMap((each) => each.problems), ...notes].sort(stream/* byPlace */.hz);
    const summary = { ...first.summary };
    for (const name of report_summary/* counts */.tQ)
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
/** What two shards of one scan have alike, each with the sentence for those that differ. */
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
    const foreign = reports.find(({ report }) => report.tool.version !== version/* version */.r);
    if (foreign)
        return `${foreign.name}: it was written by secctx ${foreign.report.tool.version}, and this is ${version/* version */.r}: run the shards and merge with one version.`;
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
/** A report by its own word; `undefined` for anything else. Only what joining looks at is looked at. */
function reportFrom(value) {
    const isReport = isFields(value) &&
        value.schema === "secctx/v1" &&
        isFields(value.tool) &&
        typeof value.tool.version === "string" &&
        isFields(value.policy) &&
        typeof value.policy.enforce === "string" &&
        isFields(value.summary) &&
        isListOf(report_summary/* counts */.tQ.map((name) => value.summary[name]), isNumber) &&
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
        isListOf(findings, (each) => isFields(each) && pod/* modes */.nI.some((mode) => mode === each.mode)) &&
        isListOf(used, isNumber) &&
        isListOf(gone, (each) => isFields(each) && isPlaced(each) && isNumber(each.entry) && typeof each.fact === "string"));
}

// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(4639);
// EXTERNAL MODULE: ./lib/review/result.js
var result = __webpack_require__(2231);
// EXTERNAL MODULE: ./lib/source/errors.js
var errors = __webpack_require__(6634);
// EXTERNAL MODULE: ./lib/source/repository.js
var repository = __webpack_require__(3369);
// EXTERNAL MODULE: ./lib/commands/options.js
var options = __webpack_require__(6252);
// EXTERNAL MODULE: ./lib/commands/output.js
var commands_output = __webpack_require__(4257);
// EXTERNAL MODULE: ./lib/commands/streams.js
var streams = __webpack_require__(6919);
;// CONCATENATED MODULE: ./lib/commands/merge.js










/** What `secctx merge` takes. */
const mergeOptions = { output: { type: "string" } };
/** `secctx merge`: the reports of shards as one, and its verdict; the status is that of the run that was divided. */
async function merge(args) {
    const { values, positionals } = (0,options/* parse */.qg)("merge", args, mergeOptions);
    const output = values.output === "-" ? undefined : values.output;
    if (positionals.length === 0)
        throw new errors/* UsageError */.eb("merge: give the JSON reports of all shards.");
    // A report is written while those of the shards are read.
    const same = positionals.find((file) => output !== undefined && isSame(file, output));
    if (same !== undefined)
        throw new errors/* UsageError */.eb(`--output "${same}": it is one of the reports: give it another name.`);
    const report = joined(positionals.map(named));
    if ("defect" in report)
        throw new errors/* UsageError */.eb(report.defect);
    await (0,commands_output/* writeReport */.u)(output, (0,json/* jsonText */.s$)(report));
    const account = output === undefined ? streams/* remark */.V : streams/* say */.c;
    await account((0,report_text/* closingText */.$M)(report, (_, text) => text));
    return result/* exitStatus */.$[report.verdict];
}
/** A report whose lists are read anew for each use: a scan's are more than fits into memory. What can be read only once is kept. */
function named(name) {
    const report = readReport(name);
    if (!(0,external_node_fs_.statSync)(name).isFile())
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
    const { file: shown, text } = (0,repository/* readOwn */.jU)(file);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw new errors/* UsageError */.eb(`${shown}: it is not JSON: was it cut off?`);
    }
    const report = reportFrom(value);
    if (report)
        return report;
    throw new errors/* UsageError */.eb(`${shown}: it is no report of secctx check --format json, schema secctx/v1.`);
}
function isSame(a, b) {
    try {
        return (0,external_node_fs_.realpathSync)(a) === (0,external_node_fs_.realpathSync)(b);
    }
    catch {
        return false;
    }
}


/***/ })

};
