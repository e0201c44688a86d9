export const id = 470;
export const ids = [470];
export const modules = {

/***/ 5470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJunit: () => (/* binding */ renderJunit)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2527);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5930);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8191);



function renderJunit({ findings, workloads, problems }) {
    const errors = problems.filter(({ severity }) => severity === "error");
    const flawed = new Set(findings.map(({ location, workload }) => getWorkloadKey(location.file, workload)));
    const clean = workloads.filter(({ pod }) => !flawed.has(getWorkloadKey(pod.document.file, pod.workload)));
    const cases = [...errors.map(renderProblemCase), ...findings.map(renderFindingCase), ...clean.map(renderCleanCase)];
    const suites = [...(0,_order_js__WEBPACK_IMPORTED_MODULE_0__/* .groupBy */ .$)(cases, ({ file }) => file)].map(([file, ofFile]) => renderSuite(file, ofFile));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="secctx"${formatCounts(cases)}>\n${suites.join("")}</testsuites>\n`;
}
function renderSuite(file, cases) {
    return `  <testsuite name=${quoteXml(file)}${formatCounts(cases)}>\n${cases.map(renderTestCase).join("")}  </testsuite>\n`;
}
function formatCounts(cases) {
    const count = (outcome) => cases.filter((each) => each.outcome === outcome).length;
    return ` tests="${cases.length}" failures="${count("failures")}" errors="${count("errors")}" skipped="${count("skipped")}" time="0"`;
}
function renderTestCase({ file, name, content }) {
    const head = `    <testcase classname=${quoteXml(file)} name=${quoteXml(name)} time="0"`;
    return content === "" ? `${head}/>\n` : `${head}>${content}</testcase>\n`;
}
function renderFindingCase(finding) {
    const { rule, mode, level, message, location, workload, containers, fix, ignored } = finding;
    const { file, start } = location;
    const name = `${rule.id}: ${[(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .nameWorkload */ .X4)(workload), ...containers].join(" / ")}, line ${start.line}`;
    if (ignored) {
        const reason = `ignored by ${ignored.by}: ${ignored.reason}`;
        return { file, name, outcome: "skipped", content: `<skipped message=${quoteXml(reason)}/>` };
    }
    const lines = [`${file}:${start.line}:${start.column}`, message, ...(fix ? [`Fix: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFix */ .D6)(fix)}`] : [])];
    if (mode !== "enforce") {
        const output = escapeXmlLines([_words_js__WEBPACK_IMPORTED_MODULE_1__/* .modeNouns */ .TO[mode], ...lines]);
        return { file, name, outcome: "passed", content: `<system-out>${output}</system-out>` };
    }
    const failure = `<failure type=${quoteXml(level)} message=${quoteXml(message)}>${escapeXmlLines(lines)}</failure>`;
    return { file, name, outcome: "failures", content: failure };
}
function renderProblemCase({ file, line, message }) {
    const content = `<error message=${quoteXml(message)}>${escapeXml(`${file}:${line}`)}</error>`;
    return { file, name: `could not be evaluated, line ${line}`, outcome: "errors", content };
}
function renderCleanCase({ pod }) {
    const name = `${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .nameWorkload */ .X4)(pod.workload)}: no findings`;
    return { file: pod.document.file, name, outcome: "passed", content: "" };
}
function getWorkloadKey(file, { kind, name, namespace }) {
    return JSON.stringify([file, kind, namespace, name]);
}
function quoteXml(value) {
    return `"${escapeXml(value).replaceAll('"', "&quot;")}"`;
}
function escapeXml(value) {
    const shown = (0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeControls */ .UN)(value).replace(/[\ufffe\uffff]|\p{Cs}/gu, "\ufffd");
    return shown.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function escapeXmlLines(lines) {
    return lines.map(escapeXml).join("\n");
}


/***/ })

};
