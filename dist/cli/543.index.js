export const id = 543;
export const ids = [543];
export const modules = {

/***/ 5543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderHtml: () => (/* binding */ renderHtml)
});

;// CONCATENATED MODULE: ./lib/report/compression.js
async function compress(text) {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
async function decompress(base64, limit = Number.POSITIVE_INFINITY) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    let text = "";
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        text += decoder.decode(chunk.value, { stream: true });
        if (text.length > limit)
            throw new Error(`The text is longer than ${limit} characters.`);
    }
    return text + decoder.decode();
}

// EXTERNAL MODULE: ./lib/report/order.js
var order = __webpack_require__(5930);
;// CONCATENATED MODULE: ./lib/report/html.js


const dataPlaceholder = '<script type="text/plain" id="data"></script>';
async function renderHtml(result, page) {
    if (!page.includes(dataPlaceholder))
        throw new Error("The page of the HTML report has no place for data.");
    const { buildReport } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 7406));
    const data = { report: buildReport(result), texts: collectTexts(result) };
    const compressed = await compress(JSON.stringify(data));
    return page.replace(dataPlaceholder, () => dataPlaceholder.replace("></", `>${compressed}</`));
}
function collectTexts({ workloads, findings }) {
    const documentsByFile = (0,order/* groupBy */.$)(new Set(workloads.map(({ pod }) => pod.document)), ({ file }) => file);
    const texts = [...documentsByFile].map(([file, documents]) => {
        const { text = "" } = documents[0] ?? {};
        let shown = "";
        let end = 0;
        for (const { range } of documents.toSorted((a, b) => a.range.start - b.range.start)) {
            shown += blankLines(text.slice(end, range.start)) + text.slice(range.start, range.end);
            end = range.end;
        }
        return [file, shown];
    });
    const others = (0,order/* groupBy */.$)(findings.filter(({ location }) => !documentsByFile.has(location.file)), ({ location }) => location.file);
    const excerpts = [...others].map(([file, ofFile]) => {
        const lines = [];
        for (const { location, excerpt } of ofFile)
            lines[location.start.line - 1] = excerpt;
        return [file, Array.from(lines, (line) => line ?? "").join("\n")];
    });
    return Object.fromEntries([...texts, ...excerpts]);
}
function blankLines(text) {
    return text.replace(/[^\n]+/g, "");
}


/***/ })

};
