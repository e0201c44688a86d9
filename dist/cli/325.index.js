export const id = 325;
export const ids = [325];
export const modules = {

/***/ 7325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explainOptions: () => (/* binding */ explainOptions),
/* harmony export */   runExplain: () => (/* binding */ runExplain)
/* harmony export */ });
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4394);
/* harmony import */ var _source_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6634);
/* harmony import */ var _source_pages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3053);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6252);
/* harmony import */ var _streams_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6919);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6420);






const explainOptions = { color: _options_js__WEBPACK_IMPORTED_MODULE_3__/* .policyOptions */ .VJ.color, "no-color": _options_js__WEBPACK_IMPORTED_MODULE_3__/* .policyOptions */ .VJ["no-color"] };
async function runExplain(args) {
    const { values, positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_3__/* .parseOptions */ .Ac)("explain", args, explainOptions);
    const paint = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .createPainter */ .u)(values, process.stdout);
    const [id] = positionals;
    await (0,_streams_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .c)(id === undefined ? renderList(paint) : renderPage(loadPage(id), paint));
    return 0;
}
function renderList(paint) {
    const width = Math.max(..._rules_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rules */ .aO.map(({ id }) => id.length));
    const lines = _rules_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rules */ .aO.map(({ id, level, summary }) => `${paint("bold", id.padEnd(width))}  ${level.padEnd(10)}  ${summary}`);
    return `${lines.join("\n")}\n`;
}
function loadPage(id) {
    if (!_rules_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rules */ .aO.some((rule) => rule.id === id)) {
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`explain "${id}": there is no such rule. Rules: ${_rules_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rules */ .aO.map((rule) => rule.id).join(", ")}.`);
    }
    const page = (0,_source_pages_js__WEBPACK_IMPORTED_MODULE_2__/* .readRulePage */ .k)(id);
    if (page === undefined)
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`The page of ${id} is missing from this installation (docs/rules).`);
    return page;
}
function renderPage(markdown, paint) {
    let isExample = false;
    const lines = markdown
        .replace(/^<!--.*-->\n/gm, "")
        .split("\n")
        .flatMap((line) => {
        if (line.startsWith("```")) {
            isExample = !isExample;
            return [];
        }
        if (isExample)
            return [`    ${line}`];
        if (/^\|[ |-]+\|$/.test(line))
            return [];
        if (line.startsWith("#"))
            return [paint("bold", line.replace(/^#+ /, ""))];
        return [
            line
                .replace(/^\| (.+?) \| (.+) \|$/, "$1: $2")
                .replace(/\[([^\]]+)\]\(([^)]+)\)/g, "$1 <$2>")
                .replaceAll("`", ""),
        ];
    });
    return `${lines.join("\n").trimEnd()}\n`;
}


/***/ })

};
