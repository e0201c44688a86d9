export const id = 639;
export const ids = [639,20];
export const modules = {

/***/ 3394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ countFindings),
/* harmony export */   Q: () => (/* binding */ describeUnjudged),
/* harmony export */   d1: () => (/* binding */ summaryKeys),
/* harmony export */   n9: () => (/* binding */ startSummary)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8191);

const summaryKeys = [
    "files",
    "workloads",
    "containers",
    "enforce",
    "warn",
    "audit",
    "ignored",
    "problems",
    "unjudged",
];
function startSummary() {
    const sum = { workloads: 0, containers: 0, enforce: 0, warn: 0, audit: 0, ignored: 0 };
    return {
        add({ findings = [], workloads = [] }) {
            for (const { mode, ignored } of findings)
                sum[ignored ? "ignored" : mode]++;
            for (const { pod } of workloads)
                sum.containers += pod.containers.length;
            sum.workloads += workloads.length;
        },
        finish: ({ files, problems, unjudged }) => ({ files, ...sum, problems: problems.length, unjudged }),
    };
}
function describeUnjudged(count) {
    if (count === 0)
        return "";
    return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(count, "file")} with something like a workload ${count === 1 ? "was" : "were"} not judged`;
}
function countFindings(findings, mode) {
    return findings.filter((finding) => finding.mode === mode && !finding.ignored).length;
}


/***/ }),

/***/ 4639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderClosing: () => (/* binding */ renderClosing),
/* harmony export */   renderText: () => (/* binding */ renderText)
/* harmony export */ });
/* harmony import */ var _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7471);
/* harmony import */ var _by_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9971);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2527);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3394);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8191);





async function* renderText(reviewing, options) {
    const summary = (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .startSummary */ .n9)();
    const conclusion = yield* (0,_by_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .writeByManifest */ .w)(reviewing, async (part) => {
        summary.add(part);
        if (options.quiet)
            return "";
        const diff = part.findings.some(hasFix) ? await options.diffFixes(part.source, reviewing.policy) : "";
        return renderSections(part.findings, { diff, file: part.source.file }, options);
    });
    summary.add({ findings: conclusion.findings });
    if (!options.quiet)
        yield renderSections(conclusion.findings, { diff: "", file: "" }, options);
    yield renderClosing({ ...conclusion, summary: summary.finish(conclusion) }, options.paint);
    return conclusion;
}
function hasFix({ fix }) {
    return fix !== null;
}
function renderSections(findings, { file, diff }, options) {
    const { paint } = options;
    const sections = findings.filter(({ ignored }) => !ignored).map((finding) => renderFinding(finding, options));
    if (diff)
        sections.push(`${paint("bold", `All fixes of ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(file)}`)}\n${renderDiff(diff, options)}`);
    return sections.map((section) => `${section}\n\n`).join("");
}
function renderClosing(closing, paint) {
    const sections = closing.problems.map((problem) => renderProblem(problem, paint));
    return `${[...sections, renderVerdictLine(closing, paint)].join("\n\n")}\n`;
}
const modeColours = { enforce: "red", warn: "yellow", audit: "cyan" };
const originPhrases = {
    container: "set by the container",
    pod: "set by the pod",
    annotation: "set by an annotation",
    image: "set by the image",
    namespace: "set by the namespace",
    default: "not set: the default applies",
};
function renderFinding(finding, { paint, width, link = (_, shown) => shown }) {
    const { rule, mode, level, location, message, workload, origin, fix, declined } = finding;
    const { line, column } = location.start;
    const place = `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(location.file)}:${line}:${column}`;
    const head = `${link(location.file, paint("bold", place))}  ${paint(modeColours[mode], mode)}  ${paint("bold", rule.id)}  ${paint("dim", level)}`;
    const lines = [
        head,
        ...renderExcerpt(finding, paint, width),
        ...wrapSentence((0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(message), width),
        paint("dim", `  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .nameWorkload */ .X4)(workload))} · ${originPhrases[origin]}`),
    ];
    if (fix)
        lines.push(...renderFix(fix, paint, width));
    else if (declined)
        lines.push(...wrapSentence(`no fix: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(declined)}`, width).map((line) => paint("dim", line)));
    return lines.join("\n");
}
function renderFix({ title, safety, risk }, paint, width) {
    const shown = (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(title);
    const warning = risk ? `(${safety}: ${risk})` : "";
    const [line = "", ...rest] = wrapSentence(`fix ${shown}`, width);
    const head = [`  ${paint("green", "fix")}${line.slice("  fix".length)}`, ...rest];
    if (!warning)
        return head;
    const fits = rest.length === 0 && wrapSentence(`fix ${shown} ${warning}`, width).length === 1;
    return fits
        ? [`${head[0]}${paint("dim", ` ${warning}`)}`]
        : [...head, ...wrapSentence(warning, width).map((each) => paint("dim", each))];
}
function renderExcerpt({ excerpt: line, location, mode }, paint, width) {
    const longest = width === undefined ? excerptLimit : Math.max(40, Math.min(excerptLimit, width - 10));
    const number = String(location.start.line).padStart(5);
    const start = location.start.column - 1;
    const end = Math.max(location.end.line === location.start.line ? location.end.column - 1 : line.length, start + 1);
    const from = line.length > longest ? Math.max(0, start - longest / 4) : 0;
    const to = Math.min(line.length, from + longest);
    const before = (from > 0 ? "…" : "") + (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(line.slice(from, start));
    const marked = (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(line.slice(start, Math.min(end, to)));
    const after = (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(line.slice(Math.min(end, to), to)) + (to < line.length ? "…" : "");
    const caret = paint(modeColours[mode], "^".repeat(Math.max(1, countColumns(marked))));
    return [
        `${paint("dim", `${number} |`)} ${before}${marked}${after}`,
        `${paint("dim", "      |")} ${padLike(before)}${caret}`,
    ];
}
const excerptLimit = 160;
function wrapSentence(sentence, width) {
    if (width === undefined)
        return [`  ${sentence}`];
    const lines = [""];
    for (const word of sentence.split(" ")) {
        const line = lines.at(-1) ?? "";
        const fits = line === "" || countColumns(`  ${line} ${word}`) <= width;
        if (fits)
            lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
        else
            lines.push(word);
    }
    return lines.map((line) => `  ${line}`);
}
function padLike(text) {
    return text.replace(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\uff01-\uff60]/gu, "  ").replace(/[^\t]/g, " ");
}
function countColumns(text) {
    return padLike(text).length;
}
function renderDiff(diff, { paint }) {
    const styles = { "+": "green", "-": "red", "@": "cyan" };
    return diff
        .split("\n")
        .filter((line) => line !== "")
        .map((whole) => {
        const line = whole.length > excerptLimit ? `${whole.slice(0, excerptLimit)}…` : whole;
        const style = /^(---|\+\+\+) /.test(line) ? "bold" : styles[line.charAt(0)];
        return `  ${style ? paint(style, (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(line)) : (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(line)}`;
    })
        .join("\n");
}
function renderProblem({ severity, file, line, message }, paint) {
    const word = severity === "error" ? paint("red", "not evaluated") : paint("cyan", "note");
    return `${paint("bold", `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(file)}:${line}`)}  ${word}\n  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(message)}`;
}
function renderVerdictLine({ verdict, problems, summary, policy, shard }, paint) {
    const errors = problems.filter(({ severity }) => severity === "error").length;
    const level = (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeControls */ .UN)(policy.enforce);
    const found = _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .modes */ .nI.filter((mode) => summary[mode] > 0).map((mode) => (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(summary[mode], _words_js__WEBPACK_IMPORTED_MODULE_3__/* .modeNouns */ .TO[mode]));
    const said = [...found, ...(summary.ignored > 0 ? [`${summary.ignored} ignored`] : [])].join(", ");
    const verdicts = {
        pass: paint("green", `The gate passes at level ${level}`),
        fail: paint("red", `The gate fails at level ${level}`),
        error: paint("red", `Could not evaluate everything (${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(errors, "problem")} above)`),
    };
    const reviewed = `Reviewed ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(summary.workloads, "workload")} in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(summary.files, "file")}`;
    const scope = summary.files === 0
        ? "No manifest was found"
        : summary.workloads === 0
            ? `${reviewed}: nothing was judged`
            : reviewed;
    const share = shard ? ` (shard ${shard.index}/${shard.count})` : "";
    const unjudged = (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .describeUnjudged */ .Q)(summary.unjudged);
    return `${verdicts[verdict]}${said && `: ${said}`}. ${scope}${share}${unjudged && `; ${paint("yellow", unjudged)}`}.`;
}


/***/ }),

/***/ 8191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   Co: () => (/* binding */ nameAnswer),
/* harmony export */   D6: () => (/* binding */ describeFix),
/* harmony export */   TO: () => (/* binding */ modeNouns),
/* harmony export */   X4: () => (/* binding */ nameWorkload)
/* harmony export */ });
const modeNouns = { enforce: "failure", warn: "warning", audit: "notice" };
function formatCount(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
}
function nameWorkload({ kind, name }) {
    return `${kind} ${name || "without a name"}`;
}
function nameAnswer(allowed) {
    if (allowed === null)
        return "no answer";
    return allowed ? "allowed" : "rejected";
}
function describeFix({ title, risk }) {
    return risk ? `${title} (${risk})` : title;
}


/***/ })

};
