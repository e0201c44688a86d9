export const id = 25;
export const ids = [25];
export const modules = {

/***/ 7406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   buildReport: () => (/* binding */ buildReport),
/* harmony export */   renderJson: () => (/* binding */ renderJson),
/* harmony export */   renderJsonReport: () => (/* binding */ renderJsonReport)
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
function buildSetting({ document }, { value, placeholder, origin, path }) {
    const written = value ?? placeholder;
    if (written === undefined)
        return { value: null, origin };
    return { value: written, origin, file: document.file, line: (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lineAt */ .mh)(document, (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .pointAt */ .sd)(document, path).start) };
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


/***/ })

};
