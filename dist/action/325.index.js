export const id = 325;
export const ids = [325];
export const modules = {

/***/ 7325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   html: () => (/* binding */ html)
/* harmony export */ });
/* harmony import */ var _by_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3360);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);


/** Where the page has its data. */
const place = '<script type="text/plain" id="data"></script>';
/** The report as one page: the viewer (dist/report.html), which brings the core along, with the data in it, compressed. */
async function html(result, page) {
    if (!page.includes(place))
        throw new Error("the page of the HTML report has no place for data");
    const data = { report: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .report */ .z8)(result), texts: textsOf(result) };
    const packed = await compressed(JSON.stringify(data));
    return page.replace(place, () => place.replace("></", `>${packed}</`));
}
function textsOf({ workloads, findings }) {
    const documents = (0,_by_file_js__WEBPACK_IMPORTED_MODULE_1__/* .byFile */ .y)(new Set(workloads.map(({ pod }) => pod.document)), ({ file }) => file);
    const texts = [...documents].map(([file, own]) => {
        const { text = "" } = own[0] ?? {};
        let [shown, at] = ["", 0];
        for (const { range } of own.toSorted((a, b) => a.range.start - b.range.start)) {
            shown += blank(text.slice(at, range.start)) + text.slice(range.start, range.end);
            at = range.end;
        }
        return [file, shown];
    });
    // A Namespace's line is shown, where a finding is about it.
    const lone = (0,_by_file_js__WEBPACK_IMPORTED_MODULE_1__/* .byFile */ .y)(findings.filter(({ location }) => !documents.has(location.file)), ({ location }) => location.file);
    const lines = [...lone].map(([file, own]) => {
        const shown = [];
        for (const { location, excerpt } of own)
            shown[location.start.line - 1] = excerpt;
        return [file, Array.from(shown, (line) => line ?? "").join("\n")];
    });
    return Object.fromEntries([...texts, ...lines]);
}
function blank(text) {
    return text.replace(/[^\n]+/g, "");
}
/** Raw deflate in base64: a report of thousands of workloads says the same things over and over. */
async function compressed(text) {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    const parts = [];
    for (let at = 0; at < bytes.length; at += 0x8000)
        parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
    return btoa(parts.join(""));
}


/***/ })

};
