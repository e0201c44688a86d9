export const id = 470;
export const ids = [470];
export const modules = {

/***/ 5470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   junit: () => (/* binding */ junit)
/* harmony export */ });
/* harmony import */ var _by_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3360);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2527);


/**
 * The report as JUnit XML, as continuous integration shows it: a suite for each file, a case for each finding. Red is what fails the gate: warnings and
 * notices pass and are said, ignored findings are skipped with their reason, and what could not be evaluated is an error.
 */
function junit({ findings, workloads, problems }) {
    const subjects = (0,_by_file_js__WEBPACK_IMPORTED_MODULE_0__/* .byFile */ .y)([...problems.filter(isError), ...findings, ...workloads], fileOf);
    const suites = [...subjects].map(([file, own]) => {
        const found = new Set(own.flatMap((each) => ("rule" in each ? [identity(each.workload)] : [])));
        const isClean = ({ pod }) => !found.has(identity(pod.workload));
        return suite(file, own.flatMap((each) => {
            if ("rule" in each)
                return [findingCase(each)];
            if ("pod" in each)
                return isClean(each) ? [cleanCase(each)] : [];
            return [problemCase(each)];
        }));
    });
    const all = suites.flatMap(({ cases }) => cases);
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="secctx"${counts(all)}>\n${suites.map(({ xml }) => xml).join("")}</testsuites>\n`;
}
function fileOf(subject) {
    if ("rule" in subject)
        return subject.location.file;
    return "pod" in subject ? subject.pod.document.file : subject.file;
}
function isError({ severity }) {
    return severity === "error";
}
function suite(file, cases) {
    const xml = `  <testsuite name=${quoted(file)}${counts(cases)}>\n${cases.map((each) => each.xml).join("")}  </testsuite>\n`;
    return { xml, cases };
}
function counts(cases) {
    const of = (outcome) => cases.filter((each) => each.outcome === outcome).length;
    return ` tests="${cases.length}" failures="${of("failures")}" errors="${of("errors")}" skipped="${of("skipped")}" time="0"`;
}
function findingCase(finding) {
    const { rule, mode, level, message, location, workload, containers, fix, ignored } = finding;
    const { file, start } = location;
    const subject = [nameOf(workload), ...containers].join(" / ");
    const name = `${rule.id}: ${subject}, line ${start.line}`;
    const body = [
        `${file}:${start.line}:${start.column}`,
        message,
        ...(fix ? [`Fix: ${fix.title}${fix.risk ? ` (${fix.risk})` : ""}`] : []),
    ];
    if (ignored)
        return testCase(name, file, "skipped", `<skipped message=${quoted(`ignored by ${ignored.by}: ${ignored.reason}`)}/>`);
    if (mode !== "enforce")
        return testCase(name, file, "passed", `<system-out>${escaped([mode === "warn" ? "warning" : "notice", ...body].join("\n"))}</system-out>`);
    return testCase(name, file, "failures", `<failure type=${quoted(level)} message=${quoted(message)}>${escaped(body.join("\n"))}</failure>`);
}
function problemCase({ file, line, message }) {
    return testCase(`could not be evaluated, line ${line}`, file, "errors", `<error message=${quoted(message)}>${escaped(`${file}:${line}`)}</error>`);
}
function cleanCase({ pod }) {
    return testCase(`${nameOf(pod.workload)}: no findings`, pod.document.file, "passed", "");
}
function testCase(name, file, outcome, content) {
    const head = `    <testcase classname=${quoted(file)} name=${quoted(name)} time="0"`;
    return { outcome, xml: content === "" ? `${head}/>\n` : `${head}>${content}</testcase>\n` };
}
function identity({ kind, name, namespace }) {
    return JSON.stringify([kind, namespace, name]);
}
function nameOf({ kind, name }) {
    return `${kind} ${name || "without a name"}`;
}
function quoted(value) {
    return `"${escaped(value).replaceAll('"', "&quot;").replaceAll("\n", "&#10;")}"`;
}
/** Line breaks of our own stay; what XML 1.0 has no way to write is shown. */
function escaped(value) {
    const shown = value
        .split("\n")
        .map(_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)
        .join("\n")
        .replace(/[\ufffe\uffff]|\p{Cs}/gu, "\ufffd");
    return shown.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}


/***/ })

};
