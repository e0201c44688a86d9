export const id = 657;
export const ids = [657];
export const modules = {

/***/ 8657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mergeOptions: () => (/* binding */ mergeOptions),
  runMerge: () => (/* binding */ runMerge)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/report/json.js
var json = __webpack_require__(7406);
// EXTERNAL MODULE: ./lib/pod/index.js + 26 modules
var pod = __webpack_require__(8682);
// EXTERNAL MODULE: ./lib/review/conclusion.js
var conclusion = __webpack_require__(6261);
// EXTERNAL MODULE: ./lib/review/omissions.js
var review_omissions = __webpack_require__(5166);
// EXTERNAL MODULE: ./lib/review/stream.js
var stream = __webpack_require__(4818);
// EXTERNAL MODULE: ./lib/report/summary.js
var report_summary = __webpack_require__(3394);
// EXTERNAL MODULE: ./lib/report/version.js
var version = __webpack_require__(8882);
;// CONCATENATED MODULE: ./lib/report/merge.js






/**
 * Merges the reports of all shards of a scan into the report that one run would have written, byte for byte. A shard's files follow those of the shard
 * before it, so findings and workloads are put one after the other. What no shard can decide alone is decided here.
 */
function mergeReports(reports) {
    const [first] = reports;
    if (!first)
        return { defect: "There is no report to merge." };
    const defect = findDefect(first, reports);
    if (defect !== undefined)
        return { defect };
    const { tool, policy } = first.report;
    const shards = reports.map(({ report }) => report).sort((a, b) => getIndex(a) - getIndex(b));
    const pending = shards.flatMap(({ shard }) => shard?.pending ?? []);
    const findings = findCommonFindings(pending);
    const omissions = pending.flatMap((each) => each.omissions ?? []);
    const notes = [...(0,review_omissions/* noteOmissions */.nX)(omissions), ...(0,conclusion/* goneNotes */.Pm)(findGone(pending))];
    const problems = [...shards.flatMap((each) => each.problems), ...notes].sort(stream/* compareProblems */.im);
    const summary = addSummaries(shards.map((each) => each.summary));
    for (const { mode } of findings)
        summary[mode]++;
    summary.problems = problems.length;
    const isIncomplete = problems.some(({ severity }) => severity === "error");
    return {
        tool,
        policy,
        verdict: isIncomplete ? "error" : summary.enforce > 0 ? "fail" : "pass",
        summary,
        findings: concatenate([...shards.map((each) => each.findings), findings]),
        workloads: concatenate(shards.map(({ workloads }) => workloads)),
        problems,
        shard: null,
    };
}
/** An exemption that no shard needed, or that has expired, is pending in every shard. */
function findCommonFindings(pending) {
    const [first] = pending;
    const textsByShard = pending.map(({ findings }) => new Set(findings.map((finding) => JSON.stringify(finding))));
    return first?.findings.filter((finding) => textsByShard.every((texts) => texts.has(JSON.stringify(finding)))) ?? [];
}
/** An accepted finding is gone if no shard has used its entry of the baseline. */
function findGone(pending) {
    const used = new Set(pending.flatMap((each) => each.used));
    const gone = new Map(pending.flatMap((each) => each.gone.map((entry) => [entry.entry, entry])));
    return [...gone.values()].filter(({ entry }) => !used.has(entry)).sort((a, b) => a.entry - b.entry);
}
function addSummaries(summaries) {
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
    for (const summary of summaries)
        for (const key of report_summary/* summaryKeys */.d1)
            sum[key] += summary[key];
    return sum;
}
function* concatenate(lists) {
    for (const list of lists)
        yield* list;
}
function getIndex({ shard }) {
    return shard?.index ?? 0;
}
/** What the shards of one scan have in common, and what to say of two reports that differ in it. */
const sharedTraits = [
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
function findDefect(first, reports) {
    const whole = reports.find(({ report }) => !report.shard);
    if (whole)
        return `${whole.name}: it is the report of a whole run, not of a shard (check --shard I/N).`;
    const foreign = reports.find(({ report }) => report.tool.version !== version/* version */.r);
    if (foreign)
        return `${foreign.name}: it was written by secctx ${foreign.report.tool.version}, and this is secctx ${version/* version */.r}: use one version for the shards and for merge.`;
    for (const { get, complain } of sharedTraits) {
        const other = reports.find(({ report }) => get(report) !== get(first.report));
        if (other)
            return `${complain(first.name, other.name)}: give the shards of one run.`;
    }
    const count = first.report.shard?.count ?? 0;
    const namesByIndex = new Map();
    for (const { name, report } of reports) {
        const index = getIndex(report);
        const other = namesByIndex.get(index);
        if (other !== undefined)
            return `${other} and ${name} are both shard ${index}/${count}: give each shard once.`;
        namesByIndex.set(index, name);
    }
    const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !namesByIndex.has(index));
    if (missing.length === 0)
        return undefined;
    const [noun, verb] = missing.length === 1 ? ["Shard", "is"] : ["Shards", "are"];
    return `${noun} ${missing.map((index) => `${index}/${count}`).join(", ")} ${verb} missing, and what was not reviewed can't pass.`;
}
/** Takes a parsed JSON text for the report of a shard. `undefined` if it is anything else. Only the fields that merging needs are checked. */
function parseReport(value) {
    return isReport(value) ? { ...value, shard: value.shard ?? null } : undefined;
}
function isReport(value) {
    if (!isJsonObject(value))
        return false;
    const { schema, tool, policy, summary, findings, workloads, problems, shard } = value;
    return (schema === "secctx/v1" &&
        isJsonObject(tool) &&
        typeof tool.version === "string" &&
        isJsonObject(policy) &&
        typeof policy.enforce === "string" &&
        isJsonObject(summary) &&
        report_summary/* summaryKeys */.d1.every((key) => isNaturalNumber(summary[key])) &&
        isListOf(findings, isJsonObject) &&
        isListOf(workloads, isJsonObject) &&
        isListOf(problems, isProblem) &&
        (shard === undefined || shard === null || isShard(shard)));
}
function isShard(value) {
    if (!isJsonObject(value) || !isJsonObject(value.pending))
        return false;
    const { index, count, scan } = value;
    const { findings, omissions, used, gone } = value.pending;
    return (isNaturalNumber(index) &&
        isNaturalNumber(count) &&
        index >= 1 &&
        index <= count &&
        typeof scan === "string" &&
        isListOf(findings, (finding) => isJsonObject(finding) && pod/* modes */.nI.some((mode) => mode === finding.mode)) &&
        (omissions === undefined || isListOf(omissions, isReportedOmission)) &&
        isListOf(used, isNaturalNumber) &&
        isListOf(gone, isGone));
}
function isProblem(value) {
    return (isJsonObject(value) &&
        hasPlace(value) &&
        typeof value.message === "string" &&
        (value.severity === "error" || value.severity === "note"));
}
function isReportedOmission(value) {
    return (isJsonObject(value) &&
        hasPlace(value) &&
        typeof value.message === "string" &&
        (0,review_omissions/* isOmissionKind */.KB)(value.what) &&
        typeof value.looksLikeWorkload === "boolean");
}
function isGone(value) {
    return isJsonObject(value) && hasPlace(value) && isNaturalNumber(value.entry) && typeof value.fact === "string";
}
function hasPlace({ file, line }) {
    return typeof file === "string" && isNaturalNumber(line);
}
function isJsonObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isListOf(value, isItem) {
    return Array.isArray(value) && value.every(isItem);
}
function isNaturalNumber(value) {
    return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
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
/** `secctx merge`: merges the reports of shards into one. The exit status is that of the run that was divided. */
async function runMerge(args) {
    const { values, positionals } = (0,options/* parseOptions */.Ac)("merge", args, mergeOptions);
    const output = values.output === "-" ? undefined : values.output;
    if (positionals.length === 0)
        throw new errors/* UsageError */.eb("merge: give the JSON reports of all shards.");
    // The report is written while those of the shards are read, so it can't replace one of them.
    const same = positionals.find((file) => output !== undefined && isSameFile(file, output));
    if (same !== undefined)
        throw new errors/* UsageError */.eb(`--output "${same}": it is one of the reports to merge: choose another name.`);
    const report = mergeReports(positionals.map(openReport));
    if ("defect" in report)
        throw new errors/* UsageError */.eb(report.defect);
    await (0,commands_output/* writeReport */.u)(output, (0,json/* renderJsonReport */.nJ)(report));
    const tell = output === undefined ? streams/* remark */.V : streams/* say */.c;
    await tell((0,report_text/* renderClosing */.E)(report, (_, text) => text));
    return result/* exitStatus */.$[report.verdict];
}
/** Opens a report. Its lists are read again for each use, because those of a whole scan do not fit into memory. A pipe can be read only once, and is kept. */
function openReport(name) {
    const report = readReport(name);
    if (!(0,external_node_fs_.statSync)(name).isFile())
        return { name, report };
    return {
        name,
        report: { ...report, findings: rereadList(name, "findings"), workloads: rereadList(name, "workloads") },
    };
}
function rereadList(file, list) {
    return {
        *[Symbol.iterator]() {
            yield* readReport(file)[list];
        },
    };
}
function readReport(path) {
    const { file, text } = (0,repository/* readOwnFile */.zx)(path);
    const report = parseReport(parseJson(file, text));
    if (report)
        return report;
    throw new errors/* UsageError */.eb(`${file}: it is not a report of secctx check --format json (schema secctx/v1).`);
}
function parseJson(file, text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new errors/* UsageError */.eb(`${file}: it is not JSON: was it cut off?`);
    }
}
function isSameFile(a, b) {
    try {
        return (0,external_node_fs_.realpathSync)(a) === (0,external_node_fs_.realpathSync)(b);
    }
    catch {
        return false;
    }
}


/***/ })

};
