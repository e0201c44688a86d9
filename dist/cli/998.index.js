export const id = 998;
export const ids = [998];
export const modules = {

/***/ 6998:
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
// EXTERNAL MODULE: ./lib/review/conclusion.js
var conclusion = __webpack_require__(6261);
// EXTERNAL MODULE: ./lib/review/omissions.js
var review_omissions = __webpack_require__(5166);
// EXTERNAL MODULE: ./lib/review/stream.js
var stream = __webpack_require__(4818);
// EXTERNAL MODULE: ./lib/pod/index.js + 32 modules
var pod = __webpack_require__(953);
// EXTERNAL MODULE: ./lib/report/summary.js
var report_summary = __webpack_require__(3394);
;// CONCATENATED MODULE: ./lib/report/shard-report.js



function parseReport(value) {
    if (!isReport(value))
        return { defect: "it is not a report of secctx check --format json (schema secctx/v1)." };
    const counted = recount(value);
    const { verdict, summary } = value;
    for (const key of report_summary/* summaryKeys */.d1) {
        const count = counted.summary[key];
        const isWrong = key === "files" ? summary.files < counted.files.size : summary[key] !== count;
        if (isWrong)
            return {
                defect: `its summary does not add up (${key}: ${summary[key]}, counted ${count}): run the shard again.`,
            };
    }
    const expected = decideVerdict(counted.summary, value.problems);
    if (verdict !== expected)
        return { defect: `its verdict is ${verdict}, and it holds what makes it ${expected}: run the shard again.` };
    return { ...value, shard: value.shard ?? null, counted };
}
function decideVerdict({ enforce }, problems) {
    if (problems.some(({ severity }) => severity === "error"))
        return "error";
    return enforce > 0 ? "fail" : "pass";
}
function recount({ findings, workloads, problems, summary, shard }) {
    const sum = { workloads: 0, containers: 0, enforce: 0, warn: 0, audit: 0, ignored: 0 };
    const files = new Set();
    for (const { mode, ignored, file } of findings) {
        sum[ignored ? "ignored" : mode]++;
        files.add(file);
    }
    for (const { containers, file } of workloads) {
        sum.workloads++;
        sum.containers += containers.length;
        files.add(file);
    }
    const unjudged = (shard?.pending.omissions ?? []).filter((each) => each.looksLikeWorkload).length;
    const counted = { ...sum, problems: problems.length, unjudged };
    return { summary: { files: Math.max(files.size, summary.files), ...counted }, files };
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
        isListOf(findings, isFinding) &&
        isListOf(workloads, isWorkload) &&
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
        isListOf(findings, isFinding) &&
        (omissions === undefined || isListOf(omissions, isReportedOmission)) &&
        isListOf(used, isNaturalNumber) &&
        isListOf(gone, isGone));
}
function isFinding(value) {
    return (isJsonObject(value) &&
        pod/* modes */.nI.some((mode) => mode === value.mode) &&
        (value.ignored === null || isJsonObject(value.ignored)) &&
        typeof value.file === "string");
}
function isWorkload(value) {
    return isJsonObject(value) && Array.isArray(value.containers) && typeof value.file === "string";
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

// EXTERNAL MODULE: ./lib/report/version.js
var version = __webpack_require__(8882);
;// CONCATENATED MODULE: ./lib/report/merge.js






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
    const summary = addSummaries(shards.map(({ counted }) => counted.summary));
    for (const { mode } of findings)
        summary[mode]++;
    summary.problems = problems.length;
    return {
        tool,
        policy,
        verdict: decideVerdict(summary, problems),
        summary,
        findings: concatenate([...shards.map((each) => each.findings), findings]),
        workloads: concatenate(shards.map(({ workloads }) => workloads)),
        problems,
        shard: null,
    };
}
function findCommonFindings(pending) {
    const [first] = pending;
    const textsByShard = pending.map(({ findings }) => new Set(findings.map((finding) => JSON.stringify(finding))));
    return first?.findings.filter((finding) => textsByShard.every((texts) => texts.has(JSON.stringify(finding)))) ?? [];
}
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
    const double = findDouble(reports);
    if (double !== undefined)
        return double;
    const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !namesByIndex.has(index));
    if (missing.length === 0)
        return undefined;
    const [noun, verb] = missing.length === 1 ? ["Shard", "is"] : ["Shards", "are"];
    return `${noun} ${missing.map((index) => `${index}/${count}`).join(", ")} ${verb} missing, and what was not reviewed can't pass.`;
}
function findDouble(reports) {
    const owners = new Map();
    for (const { name, report } of reports)
        for (const file of report.counted.files) {
            const other = owners.get(file);
            if (other !== undefined)
                return `${other} and ${name} both report on ${file}: give each shard once.`;
            owners.set(file, name);
        }
    return undefined;
}

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









const mergeOptions = { output: { type: "string" } };
async function runMerge(args) {
    const { values, positionals } = (0,options/* parseOptions */.Ac)("merge", args, mergeOptions);
    const output = values.output === "-" ? undefined : values.output;
    if (positionals.length === 0)
        throw new errors/* UsageError */.eb("merge: give the JSON reports of all shards.");
    const same = positionals.find((file) => output !== undefined && isSameFile(file, output));
    if (same !== undefined)
        throw new errors/* UsageError */.eb(`--output "${same}": it is one of the reports to merge: choose another name.`);
    const report = mergeReports(positionals.map(openReport));
    if ("defect" in report)
        throw new errors/* UsageError */.eb(report.defect);
    const { renderJsonReport } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 7406));
    const { renderClosing } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 4639));
    await (0,commands_output/* writeReport */.u)(output, renderJsonReport(report));
    const tell = output === undefined ? streams/* remark */.V : streams/* say */.c;
    await tell(renderClosing(report, (_, text) => text));
    return result/* exitStatus */.$[report.verdict];
}
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
    if ("defect" in report)
        throw new errors/* UsageError */.eb(`${file}: ${report.defect}`);
    return report;
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
