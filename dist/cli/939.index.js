export const id = 939;
export const ids = [939];
export const modules = {

/***/ 6939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   baselineOptions: () => (/* binding */ baselineOptions),
/* harmony export */   runBaseline: () => (/* binding */ runBaseline)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1672);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2527);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8191);
/* harmony import */ var _source_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6634);
/* harmony import */ var _source_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4666);
/* harmony import */ var _source_repository_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3369);
/* harmony import */ var _source_write_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3266);
/* harmony import */ var _configuration_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2686);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6252);
/* harmony import */ var _policy_in_force_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6910);
/* harmony import */ var _review_paths_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6164);
/* harmony import */ var _streams_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6919);













const baselineOptions = { ..._options_js__WEBPACK_IMPORTED_MODULE_8__/* .policyOptions */ .VJ, ..._options_js__WEBPACK_IMPORTED_MODULE_8__/* .imageOptions */ .c$ };
async function runBaseline(args) {
    const { values, positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_8__/* .parseOptions */ .Ac)("baseline", args, baselineOptions);
    const root = (0,_source_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .findRoot */ .wg)();
    const before = (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesOf */ .Mc)((0,_configuration_files_js__WEBPACK_IMPORTED_MODULE_7__/* .loadBaseline */ .oU)(root, _source_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .filesOfNow */ .Bv));
    const inForce = await (0,_policy_in_force_js__WEBPACK_IMPORTED_MODULE_9__/* .resolvePolicy */ .nZ)(values, { appliesBaseline: false });
    const result = await (0,_review_paths_js__WEBPACK_IMPORTED_MODULE_10__/* .reviewPaths */ .xF)(positionals.length > 0 ? positionals : [(0,_source_files_js__WEBPACK_IMPORTED_MODULE_4__/* .displayPath */ .Gt)(root)], inForce);
    await (0,_review_paths_js__WEBPACK_IMPORTED_MODULE_10__/* .remarkProblems */ .Lj)(result.problems);
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, _source_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .baselineName */ .Ri);
    if (result.verdict === "error") {
        await (0,_streams_js__WEBPACK_IMPORTED_MODULE_11__/* .remark */ .V)(`${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_12__/* .escapeLine */ .EH)((0,_source_files_js__WEBPACK_IMPORTED_MODULE_4__/* .displayPath */ .Gt)(file))} was not changed: what could not be evaluated can't be accepted.\n`);
        return 2;
    }
    const found = (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesFor */ .aB)(result.findings.filter(({ ignored }) => !ignored));
    const after = [...new Set(positionals.length > 0 ? [...before, ...found] : found)];
    if (after.length + before.length > 0)
        await (0,_source_write_js__WEBPACK_IMPORTED_MODULE_6__/* .deferSignals */ .We)(() => writeBaseline(file, (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .baselineText */ .BW)(after)));
    if (!values.quiet)
        for (const line of describeChange((0,_source_files_js__WEBPACK_IMPORTED_MODULE_4__/* .displayPath */ .Gt)(file), before, after))
            await (0,_streams_js__WEBPACK_IMPORTED_MODULE_11__/* .say */ .c)(`${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_12__/* .escapeLine */ .EH)(line)}\n`);
    return 0;
}
async function writeBaseline(file, text) {
    try {
        await (0,_source_write_js__WEBPACK_IMPORTED_MODULE_6__/* .writeWhole */ .f8)(file, [text]);
    }
    catch (error) {
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb(`${(0,_source_files_js__WEBPACK_IMPORTED_MODULE_4__/* .displayPath */ .Gt)(file)}: it could not be written: ${(0,_source_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(error)}.`);
    }
}
function describeChange(name, before, after) {
    if (before.length + after.length === 0)
        return ["There is nothing to accept: no baseline was written."];
    const added = after.filter((entry) => !before.includes(entry)).length;
    const gone = before.filter((entry) => !after.includes(entry));
    return [
        `${name}: ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(after.length, "finding")} accepted, ${added} of them new; ${gone.length} removed.`,
        ...gone.map((entry) => `  gone  ${entry}`),
    ];
}


/***/ })

};
