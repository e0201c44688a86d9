export const id = 45;
export const ids = [45];
export const modules = {

/***/ 8045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ chooseFixesToTry),
/* harmony export */   computeFixChanges: () => (/* binding */ computeFixChanges),
/* harmony export */   diffFixes: () => (/* binding */ diffFixes)
/* harmony export */ });
/* harmony import */ var _review_documents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2258);
/* harmony import */ var _review_fix_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3635);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4559);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5930);




async function diffFixes(source, policy) {
    const { formatUnifiedDiff } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1287));
    return formatUnifiedDiff(source.file, source.text, (await (0,_review_fix_js__WEBPACK_IMPORTED_MODULE_1__/* .fix */ .Up)(source, policy)).text);
}
const mostFixes = 5000;
function chooseFixesToTry({ findings, policy }, sources) {
    const offered = findings.filter((finding) => finding.fix && !finding.ignored).toSorted(_order_js__WEBPACK_IMPORTED_MODULE_3__/* .compareModes */ .u);
    const findingsByFile = (0,_order_js__WEBPACK_IMPORTED_MODULE_3__/* .groupBy */ .$)(findings, getFile);
    const lengths = new Map(sources.map(({ file, text }) => [file, text.length]));
    const remainingWork = new Map();
    const affordable = offered.filter((finding) => {
        const { file } = finding.location;
        const work = (0,_review_fix_js__WEBPACK_IMPORTED_MODULE_1__/* .workOf */ .LT)(lengths.get(file) ?? 0, findingsByFile.get(file)?.length ?? 0, [finding]);
        const remaining = (remainingWork.get(file) ?? policy.limits.fixCharacters) - work;
        remainingWork.set(file, remaining);
        return remaining >= 0;
    });
    return new Set(affordable.slice(0, mostFixes));
}
async function computeFixChanges(result, sources) {
    const { diffLines } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 1287));
    const changes = new Map();
    const { findings, policy } = result;
    const chosen = chooseFixesToTry(result, sources);
    const filesToFix = new Set([...chosen].map(getFile));
    const findingsByFile = (0,_order_js__WEBPACK_IMPORTED_MODULE_3__/* .groupBy */ .$)(findings, getFile);
    for (const source of sources.filter(({ file }) => filesToFix.has(file))) {
        const findingsByDocument = (0,_order_js__WEBPACK_IMPORTED_MODULE_3__/* .groupBy */ .$)(findingsByFile.get(source.file) ?? [], ({ document }) => document);
        const { documents } = await (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_2__/* .withFullReader */ .xt)(() => (0,_review_documents_js__WEBPACK_IMPORTED_MODULE_0__/* .readManifest */ .WI)(source, policy));
        for (const document of documents) {
            const ofDocument = findingsByDocument.get(document.index) ?? [];
            const before = document.text.slice(document.range.start, document.range.end);
            const linesAbove = document.text.slice(0, document.range.start).split("\n").length - 1;
            for (const finding of ofDocument.filter((each) => chosen.has(each))) {
                const step = await (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_2__/* .withFullReader */ .xt)(() => (0,_review_fix_js__WEBPACK_IMPORTED_MODULE_1__/* .tryFix */ .XB)(document, finding, ofDocument, policy));
                if ("declined" in step)
                    continue;
                const { text, range } = step.document;
                changes.set(finding, shiftChanges(diffLines(before, text.slice(range.start, range.end)), linesAbove));
            }
        }
    }
    return changes;
}
function getFile({ location }) {
    return location.file;
}
function shiftChanges(changes, by) {
    return changes.map(({ start, end, lines }) => ({
        start: start + by,
        end: end + by,
        lines: structuredClone(lines),
    }));
}


/***/ })

};
