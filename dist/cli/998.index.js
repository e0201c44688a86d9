export const id = 998;
export const ids = [998,406,639];
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
// EXTERNAL MODULE: ./lib/report/json.js
var json = __webpack_require__(7406);
// EXTERNAL MODULE: ./lib/review/conclusion.js
var conclusion = __webpack_require__(6261);
// EXTERNAL MODULE: ./lib/review/omissions.js
var review_omissions = __webpack_require__(5166);
// EXTERNAL MODULE: ./lib/review/stream.js
var stream = __webpack_require__(4818);
// EXTERNAL MODULE: ./lib/pod/index.js + 26 modules
var pod = __webpack_require__(8682);
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
    await (0,commands_output/* writeReport */.u)(output, (0,json/* renderJsonReport */.nJ)(report));
    const tell = output === undefined ? streams/* remark */.V : streams/* say */.c;
    await tell((0,report_text/* renderClosing */.E)(report, (_, text) => text));
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


/***/ }),

/***/ 7406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ buildReport),
/* harmony export */   nJ: () => (/* binding */ renderJsonReport),
/* harmony export */   renderJson: () => (/* binding */ renderJson)
/* harmony export */ });
/* unused harmony export formatPointer */
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4559);
/* harmony import */ var _by_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9971);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2527);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3394);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8882);





async function* renderJson(review) {
    const summary = (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .startSummary */ .n9)();
    const workloads = keepAsBytes();
    const [nextFindings, nextWorkloads] = [createListWriter(), createListWriter()];
    yield renderOpening(buildHead(review.policy));
    const conclusion = yield* (0,_by_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .writeByManifest */ .w)(review, (part) => {
        summary.add(part);
        workloads.add(nextWorkloads(part.workloads.map(buildWorkload)));
        return nextFindings(part.findings.map(buildFinding));
    });
    summary.add({ findings: conclusion.findings });
    yield nextFindings(conclusion.findings.map(buildFinding));
    yield between;
    yield* workloads.finish();
    yield renderEnding(buildTail(conclusion, summary.finish(conclusion)));
    return conclusion;
}
function keepAsBytes() {
    const encoder = new TextEncoder();
    const pieces = [];
    let text = "";
    const encode = () => {
        pieces.push(encoder.encode(text));
        text = "";
    };
    return {
        add(more) {
            text += more;
            if (text.length >= 65_536)
                encode();
        },
        finish() {
            encode();
            return pieces;
        },
    };
}
function* renderJsonReport({ findings, workloads, ...report }) {
    const [nextFindings, nextWorkloads] = [createListWriter(), createListWriter()];
    yield renderOpening(report);
    for (const finding of findings)
        yield nextFindings([finding]);
    yield between;
    for (const workload of workloads)
        yield nextWorkloads([workload]);
    yield renderEnding(report);
}
function buildReport(result) {
    const { findings, workloads } = result;
    const summary = (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .startSummary */ .n9)();
    summary.add(result);
    return {
        ...buildHead(result.policy),
        findings: findings.map(buildFinding),
        workloads: workloads.map(buildWorkload),
        ...buildTail(result, summary.finish(result)),
    };
}
function buildHead({ enforce, warn, audit, kubernetesVersion, gate, }) {
    const policy = { enforce, warn, audit, kubernetesVersion: kubernetesVersion.name, gate };
    return { schema, tool: { name: "secctx", version: _version_js__WEBPACK_IMPORTED_MODULE_3__/* .version */ .r }, policy };
}
function buildTail({ verdict, problems, shard }, summary) {
    return {
        verdict,
        summary,
        problems: problems.map(({ severity, file, line, message }) => ({ severity, file, line, message })),
        shard: shard && buildShard(shard),
    };
}
const schema = "secctx/v1";
const between = '],"workloads":[';
function renderOpening({ tool, policy }) {
    return `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .stringifySafely */ .q)({ schema, tool, policy }).slice(0, -1)},"findings":[`;
}
function renderEnding({ verdict, summary, problems, shard }) {
    return `],${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .stringifySafely */ .q)({ verdict, summary, problems, shard }).slice(1)}\n`;
}
function createListWriter() {
    let separator = "";
    return (items) => {
        if (items.length === 0)
            return "";
        const text = separator + (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .stringifySafely */ .q)(items).slice(1, -1);
        separator = ",";
        return text;
    };
}
function buildFinding(finding) {
    const { rule, level, mode, message, location, document, path, workload, containers } = finding;
    const { origin, fingerprint, related, fix, ignored } = finding;
    return {
        rule: rule.id,
        level,
        mode,
        message,
        file: location.file,
        document,
        path: formatPointer(path),
        start: copyPosition(location.start),
        end: copyPosition(location.end),
        workload: copyWorkload(workload),
        containers,
        origin,
        new: finding.new,
        fingerprint,
        related: related.map(buildRelated),
        fix: fix && { title: fix.title, safety: fix.safety, risk: fix.risk },
        ignored: ignored && { by: ignored.by, reason: ignored.reason, expires: ignored.expires },
    };
}
function formatPointer(path) {
    return path.map((step) => `/${typeof step === "number" ? step : escapeStep(step)}`).join("");
}
function escapeStep(step) {
    return step.replace(/[~/]/g, (character) => (character === "~" ? "~0" : "~1"));
}
function copyPosition({ line, column }) {
    return { line, column };
}
function buildRelated({ location: { file, start, end }, message, }) {
    return { file, start: copyPosition(start), end: copyPosition(end), message };
}
function buildWorkload({ pod, line, source, admission }) {
    const { version: release, baseline, restricted } = admission;
    return {
        file: pod.document.file,
        line,
        ...copyWorkload(pod.workload),
        source,
        admission: { version: release, baseline: copyVerdict(baseline), restricted: copyVerdict(restricted) },
        containers: pod.containers.map((container) => buildContainer(pod, container)),
    };
}
function copyWorkload({ apiVersion, kind, namespace, name }) {
    return { apiVersion, kind, namespace, name };
}
function copyVerdict({ allowed, message }) {
    return { allowed, message };
}
function buildContainer(pod, { name, type, image, effective, derived }) {
    const { userName, uid, gid, capabilities, noNewPrivileges, seccomp, privileged, readOnlyRoot } = derived;
    const settings = {};
    for (const [field, setting] of Object.entries(effective))
        settings[field] = buildSetting(pod, setting);
    return {
        name,
        type,
        image,
        effective: settings,
        derived: { userName, uid, gid, capabilities, noNewPrivileges, seccomp, privileged, readOnlyRoot },
    };
}
function buildSetting({ document }, { value, origin, path }) {
    if (value === undefined)
        return { value: null, origin };
    return { value, origin, file: document.file, line: (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lineAt */ .mh)(document, (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .pointAt */ .sd)(document, path).start) };
}
function buildShard({ index, count, scan, pending }) {
    const { findings, omissions, used, gone } = pending;
    return {
        index,
        count,
        scan,
        pending: {
            findings: findings.map(buildFinding),
            omissions: omissions.map(({ file, line, message, what, looksLikeWorkload }) => {
                return { file, line, message, what, looksLikeWorkload };
            }),
            used,
            gone: gone.map(({ entry, file, line, fact }) => ({ entry, file, line, fact })),
        },
    };
}


/***/ }),

/***/ 3394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ countFindings),
/* harmony export */   Q: () => (/* binding */ describeUnjudged),
/* harmony export */   d1: () => (/* binding */ summaryKeys),
/* harmony export */   n9: () => (/* binding */ startSummary)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8191);

const summaryKeys = [
    "files",
    "workloads",
    "containers",
    "enforce",
    "warn",
    "audit",
    "ignored",
    "problems",
    "unjudged",
];
function startSummary() {
    const sum = { workloads: 0, containers: 0, enforce: 0, warn: 0, audit: 0, ignored: 0 };
    return {
        add({ findings = [], workloads = [] }) {
            for (const { mode, ignored } of findings)
                sum[ignored ? "ignored" : mode]++;
            for (const { pod } of workloads)
                sum.containers += pod.containers.length;
            sum.workloads += workloads.length;
        },
        finish: ({ files, problems, unjudged }) => ({ files, ...sum, problems: problems.length, unjudged }),
    };
}
function describeUnjudged(count) {
    if (count === 0)
        return "";
    return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(count, "file")} with something like a workload ${count === 1 ? "was" : "were"} not judged`;
}
function countFindings(findings, mode) {
    return findings.filter((finding) => finding.mode === mode && !finding.ignored).length;
}


/***/ }),

/***/ 4639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ renderClosing),
/* harmony export */   renderText: () => (/* binding */ renderText)
/* harmony export */ });
/* harmony import */ var _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7471);
/* harmony import */ var _by_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9971);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2527);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3394);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8191);





async function* renderText(reviewing, options) {
    const summary = (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .startSummary */ .n9)();
    const conclusion = yield* (0,_by_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .writeByManifest */ .w)(reviewing, async (part) => {
        summary.add(part);
        if (options.quiet)
            return "";
        const diff = part.findings.some(hasFix) ? await options.diffFixes(part.source, reviewing.policy) : "";
        return renderSections(part.findings, { diff, file: part.source.file }, options);
    });
    summary.add({ findings: conclusion.findings });
    if (!options.quiet)
        yield renderSections(conclusion.findings, { diff: "", file: "" }, options);
    yield renderClosing({ ...conclusion, summary: summary.finish(conclusion) }, options.paint);
    return conclusion;
}
function hasFix({ fix }) {
    return fix !== null;
}
function renderSections(findings, { file, diff }, options) {
    const { paint } = options;
    const sections = findings.filter(({ ignored }) => !ignored).map((finding) => renderFinding(finding, options));
    if (diff)
        sections.push(`${paint("bold", `All fixes of ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(file)}`)}\n${renderDiff(diff, options)}`);
    return sections.map((section) => `${section}\n\n`).join("");
}
function renderClosing(closing, paint) {
    const sections = closing.problems.map((problem) => renderProblem(problem, paint));
    return `${[...sections, renderVerdictLine(closing, paint)].join("\n\n")}\n`;
}
const modeColours = { enforce: "red", warn: "yellow", audit: "cyan" };
const originPhrases = {
    container: "set by the container",
    pod: "set by the pod",
    annotation: "set by an annotation",
    image: "set by the image",
    namespace: "set by the namespace",
    default: "not set: the default applies",
};
function renderFinding(finding, { paint, width, link = (_, shown) => shown }) {
    const { rule, mode, level, location, message, workload, origin, fix, declined } = finding;
    const { line, column } = location.start;
    const place = `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(location.file)}:${line}:${column}`;
    const head = `${link(location.file, paint("bold", place))}  ${paint(modeColours[mode], mode)}  ${paint("bold", rule.id)}  ${paint("dim", level)}`;
    const lines = [
        head,
        ...renderExcerpt(finding, paint, width),
        ...wrapSentence((0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(message), width),
        paint("dim", `  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .nameWorkload */ .X4)(workload))} · ${originPhrases[origin]}`),
    ];
    if (fix)
        lines.push(...renderFix(fix, paint, width));
    else if (declined)
        lines.push(...wrapSentence(`no fix: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(declined)}`, width).map((line) => paint("dim", line)));
    return lines.join("\n");
}
function renderFix({ title, safety, risk }, paint, width) {
    const shown = (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(title);
    const warning = risk ? `(${safety}: ${risk})` : "";
    const [line = "", ...rest] = wrapSentence(`fix ${shown}`, width);
    const head = [`  ${paint("green", "fix")}${line.slice("  fix".length)}`, ...rest];
    if (!warning)
        return head;
    const fits = rest.length === 0 && wrapSentence(`fix ${shown} ${warning}`, width).length === 1;
    return fits
        ? [`${head[0]}${paint("dim", ` ${warning}`)}`]
        : [...head, ...wrapSentence(warning, width).map((each) => paint("dim", each))];
}
function renderExcerpt({ excerpt: line, location, mode }, paint, width) {
    const longest = width === undefined ? excerptLimit : Math.max(40, Math.min(excerptLimit, width - 10));
    const number = String(location.start.line).padStart(5);
    const start = location.start.column - 1;
    const end = Math.max(location.end.line === location.start.line ? location.end.column - 1 : line.length, start + 1);
    const from = line.length > longest ? Math.max(0, start - longest / 4) : 0;
    const to = Math.min(line.length, from + longest);
    const before = (from > 0 ? "…" : "") + (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(line.slice(from, start));
    const marked = (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(line.slice(start, Math.min(end, to)));
    const after = (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(line.slice(Math.min(end, to), to)) + (to < line.length ? "…" : "");
    const caret = paint(modeColours[mode], "^".repeat(Math.max(1, countColumns(marked))));
    return [
        `${paint("dim", `${number} |`)} ${before}${marked}${after}`,
        `${paint("dim", "      |")} ${padLike(before)}${caret}`,
    ];
}
const excerptLimit = 160;
function wrapSentence(sentence, width) {
    if (width === undefined)
        return [`  ${sentence}`];
    const lines = [""];
    for (const word of sentence.split(" ")) {
        const line = lines.at(-1) ?? "";
        const fits = line === "" || countColumns(`  ${line} ${word}`) <= width;
        if (fits)
            lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
        else
            lines.push(word);
    }
    return lines.map((line) => `  ${line}`);
}
function padLike(text) {
    return text.replace(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\uff01-\uff60]/gu, "  ").replace(/[^\t]/g, " ");
}
function countColumns(text) {
    return padLike(text).length;
}
function renderDiff(diff, { paint }) {
    const styles = { "+": "green", "-": "red", "@": "cyan" };
    return diff
        .split("\n")
        .filter((line) => line !== "")
        .map((whole) => {
        const line = whole.length > excerptLimit ? `${whole.slice(0, excerptLimit)}…` : whole;
        const style = /^(---|\+\+\+) /.test(line) ? "bold" : styles[line.charAt(0)];
        return `  ${style ? paint(style, (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(line)) : (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(line)}`;
    })
        .join("\n");
}
function renderProblem({ severity, file, line, message }, paint) {
    const word = severity === "error" ? paint("red", "not evaluated") : paint("cyan", "note");
    return `${paint("bold", `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(file)}:${line}`)}  ${word}\n  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(message)}`;
}
function renderVerdictLine({ verdict, problems, summary, policy, shard }, paint) {
    const errors = problems.filter(({ severity }) => severity === "error").length;
    const level = (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(policy.enforce);
    const found = _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .modes */ .nI.filter((mode) => summary[mode] > 0).map((mode) => (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(summary[mode], _words_js__WEBPACK_IMPORTED_MODULE_3__/* .modeNouns */ .TO[mode]));
    const said = [...found, ...(summary.ignored > 0 ? [`${summary.ignored} ignored`] : [])].join(", ");
    const verdicts = {
        pass: paint("green", `The gate passes at level ${level}`),
        fail: paint("red", `The gate fails at level ${level}`),
        error: paint("red", `Could not evaluate everything (${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(errors, "problem")} above)`),
    };
    const reviewed = `Reviewed ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(summary.workloads, "workload")} in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(summary.files, "file")}`;
    const scope = summary.files === 0
        ? "No manifest was found"
        : summary.workloads === 0
            ? `${reviewed}: nothing was judged`
            : reviewed;
    const share = shard ? ` (shard ${shard.index}/${shard.count})` : "";
    const unjudged = (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .describeUnjudged */ .Q)(summary.unjudged);
    return `${verdicts[verdict]}${said && `: ${said}`}. ${scope}${share}${unjudged && `; ${paint("yellow", unjudged)}`}.`;
}


/***/ }),

/***/ 8191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   D6: () => (/* binding */ describeFix),
/* harmony export */   TO: () => (/* binding */ modeNouns),
/* harmony export */   X4: () => (/* binding */ nameWorkload)
/* harmony export */ });
const modeNouns = { enforce: "failure", warn: "warning", audit: "notice" };
function formatCount(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
}
function nameWorkload({ kind, name }) {
    return `${kind} ${name || "without a name"}`;
}
function describeFix({ title, risk }) {
    return risk ? `${title} (${risk})` : title;
}


/***/ })

};
