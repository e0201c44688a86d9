export const id = 602;
export const ids = [602];
export const modules = {

/***/ 4602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderWorkflowCommands: () => (/* binding */ renderWorkflowCommands),
  selectAnnotations: () => (/* binding */ selectAnnotations)
});

// EXTERNAL MODULE: ./lib/pod/kubernetes.js
var kubernetes = __webpack_require__(7471);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/order.js
var order = __webpack_require__(5930);
;// CONCATENATED MODULE: ./lib/report/annotations.js


function buildAnnotations(findings) {
    const open = findings.filter(({ ignored }) => !ignored);
    const groups = (0,order/* groupBy */.$)(open, ({ location: { file, start, end } }) => `${file}\0${start.line}\0${end.line}`);
    return [...groups.values()].flatMap(mergeIntoAnnotation).sort(compareAnnotations);
}
function mergeIntoAnnotation(group) {
    const sorted = group.toSorted(order/* compareModes */.u);
    const [first] = sorted;
    if (!first)
        return [];
    const { file, start, end } = first.location;
    const isSameRange = group.every(({ location }) => location.start.column === start.column && location.end.column === end.column);
    const annotation = {
        file,
        mode: first.mode,
        start,
        end,
        hasColumns: start.line === end.line && isSameRange,
        title: truncate([...new Set(sorted.map(({ rule }) => rule.id))].join(", "), 250),
        message: sorted.map(describeFinding).join("\n\n"),
    };
    return [annotation];
}
function describeFinding({ message, fix, rule, new: isNew }) {
    const offer = fix ? ` Fix: ${fix.title}${fix.risk ? ` (${fix.risk})` : ""}.` : "";
    return (0,report_escape/* escapeControls */.UN)(`${message}${offer} [${rule.id}${isNew === false ? ", already there before the change" : ""}]`);
}
function compareAnnotations(a, b) {
    const inFile = a.file < b.file ? -1 : a.file > b.file ? 1 : a.start.line - b.start.line;
    return (0,order/* compareModes */.u)(a, b) || inFile;
}
function lastColumnOf({ start, end }) {
    return Math.max(start.column, end.column - 1);
}
function truncate(text, limit) {
    return text.length <= limit ? text : `${text.slice(0, limit - 1)}\u2026`;
}

// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/workflow-commands.js




const commandNames = { enforce: "error", warn: "warning", audit: "notice" };
const mostPerMode = 9;
const longestMessage = 4096;
function selectAnnotations(findings, limit) {
    const all = buildAnnotations(findings);
    const wanted = all.slice(0, limit);
    return kubernetes/* modes */.nI.map((mode) => {
        const command = commandNames[mode];
        const isOfMode = (annotation) => annotation.mode === mode;
        const annotations = wanted.filter(isOfMode).slice(0, mostPerMode).map(disarmTexts);
        const left = all.filter(isOfMode).length - annotations.length;
        const omission = left > 0 ? `${(0,words/* formatCount */.B4)(left, `more ${command}`)}: see the job summary.` : undefined;
        return { command, annotations, omission };
    });
}
function disarmTexts(annotation) {
    const { file, title, message } = annotation;
    return {
        ...annotation,
        file: (0,report_escape/* breakOldCommands */.Hi)((0,report_escape/* escapeControls */.UN)(file)),
        title: (0,report_escape/* breakOldCommands */.Hi)(title),
        message: (0,report_escape/* breakOldCommands */.Hi)(truncate(message, longestMessage)),
    };
}
function renderWorkflowCommands({ findings }) {
    const lines = selectAnnotations(findings, Number.POSITIVE_INFINITY).flatMap(({ command, annotations, omission }) => [
        ...annotations.map((annotation) => formatCommand(command, annotation)),
        ...(omission === undefined ? [] : [omission]),
    ]);
    return lines.map((line) => `${line}\n`).join("");
}
function formatCommand(command, annotation) {
    const { start, end, file, title, message, hasColumns } = annotation;
    const columns = hasColumns ? `,col=${start.column},endColumn=${lastColumnOf(annotation)}` : "";
    const properties = `file=${escapeProperty(file)},line=${start.line},endLine=${end.line}${columns},title=${escapeProperty(title)}`;
    return `::${command} ${properties}::${escapeMessage(message)}`;
}
function escapeMessage(value) {
    return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(value) {
    return escapeMessage(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}


/***/ })

};
