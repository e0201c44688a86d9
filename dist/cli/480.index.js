export const id = 480;
export const ids = [480];
export const modules = {

/***/ 1480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commands: () => (/* binding */ commands),
  data: () => (/* binding */ data),
  logSafe: () => (/* binding */ logSafe)
});

// EXTERNAL MODULE: ./lib/pod/kubernetes.js
var kubernetes = __webpack_require__(7471);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
;// CONCATENATED MODULE: ./lib/report/annotations.js


/** The most serious first, then by file and line; what stands on the same lines is one annotation. Ignored findings are none. */
function annotationsFor(findings) {
    const places = new Map();
    for (const finding of findings.filter(({ ignored }) => !ignored)) {
        const { file, start, end } = finding.location;
        const place = `${file}\0${start.line}\0${end.line}`;
        const group = places.get(place);
        if (group)
            group.push(finding);
        else
            places.set(place, [finding]);
    }
    return [...places.values()].map(annotationFor).sort(bySeverity);
}
function annotationFor(group) {
    const sorted = group.toSorted((a, b) => kubernetes/* modes */.nI.indexOf(a.mode) - kubernetes/* modes */.nI.indexOf(b.mode));
    const [first] = sorted;
    const { file, start, end } = first.location;
    const isSame = group.every(({ location }) => location.start.column === start.column && location.end.column === end.column);
    return {
        file,
        mode: first.mode,
        start,
        end,
        hasColumns: start.line === end.line && isSame,
        title: cut([...new Set(sorted.map(({ rule }) => rule.id))].join(", "), 250),
        message: sorted.map(sentence).join("\n\n"),
    };
}
function sentence({ message, fix, rule, new: isNew }) {
    const offer = fix ? ` Fix: ${fix.title}${fix.risk ? ` (${fix.risk})` : ""}.` : "";
    return (0,report_escape/* visible */.R)(`${message}${offer} [${rule.id}${isNew === false ? ", there before the change" : ""}]`);
}
function bySeverity(a, b) {
    const inFile = a.file < b.file ? -1 : a.file > b.file ? 1 : a.start.line - b.start.line;
    return kubernetes/* modes */.nI.indexOf(a.mode) - kubernetes/* modes */.nI.indexOf(b.mode) || inFile;
}
/** Text of at most so many characters; where something is left out, that is seen. */
function cut(text, most) {
    return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

;// CONCATENATED MODULE: ./lib/report/commands.js



const commandOf = { enforce: "error", warn: "warning", audit: "notice" };
/** The runner shows ten of a kind for each step; the last place is kept for the job's own message. */
const mostOfAKind = 9;
/** The runner cuts longer messages without a word. */
const longestMessage = 4096;
/** Findings as workflow commands (docs.github.com, "workflow commands"), and what did not fit as a line of its own. At most `most` of them. */
function commands({ findings }, most = Number.POSITIVE_INFINITY) {
    const annotations = annotationsFor(findings);
    const shown = annotations.slice(0, most);
    const lines = kubernetes/* modes */.nI.flatMap((mode) => {
        const isOfMode = (annotation) => annotation.mode === mode;
        const sent = shown.filter(isOfMode).slice(0, mostOfAKind);
        const rest = annotations.filter(isOfMode).length - sent.length;
        return [
            ...sent.map(command),
            ...(rest > 0 ? [`${rest} more of kind ${commandOf[mode]}: see the job summary.`] : []),
        ];
    });
    return lines.map((line) => `${line}\n`).join("");
}
function command({ start, end, file, mode, title, message, hasColumns }) {
    const columns = hasColumns ? `,col=${start.column},endColumn=${Math.max(start.column, end.column - 1)}` : "";
    const properties = `file=${property((0,report_escape/* visible */.R)(file))},line=${start.line},endLine=${end.line}${columns},title=${property(title)}`;
    return `::${commandOf[mode]} ${properties}::${data(cut(message, longestMessage))}`;
}
/** Text for the part of a workflow command behind its second `::`. */
function data(value) {
    return withoutOldCommands(value).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function property(value) {
    return data(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
/** Untrusted text for a log line: nothing in it is read as a command, in the old form or the new. */
function logSafe(value) {
    return withoutOldCommands((0,report_escape/* visible */.R)(value)).replace(/^(\s*)::/, "$1:\u200b:");
}
/** The runner still looks for `##[command]` anywhere in a line. */
function withoutOldCommands(value) {
    return value.replaceAll("##[", "##\u200b[");
}


/***/ })

};
