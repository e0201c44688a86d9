export const id = 919;
export const ids = [919];
export const modules = {

/***/ 919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderSarif: () => (/* binding */ renderSarif)
});

// EXTERNAL MODULE: ./lib/rules/index.js + 47 modules
var rules = __webpack_require__(4394);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/fix-changes.js
var fix_changes = __webpack_require__(8045);
;// CONCATENATED MODULE: ./lib/report/line-hashes.js
function hashLines(text) {
    const characters = text.replace(/\r\n?/g, "\n").replace(/[ \t]/g, "") + endOfFile;
    const padded = characters + "\0".repeat(windowSize);
    const hashes = [];
    const counts = new Map();
    let hash = 0n;
    for (let end = 0; end < padded.length; end++) {
        const start = end - windowSize;
        if (start === 0 || characters[start - 1] === "\n") {
            const digits = hash.toString(16);
            const count = (counts.get(digits) ?? 0) + 1;
            counts.set(digits, count);
            hashes.push(`${digits}:${count}`);
        }
        const entering = BigInt(padded.charCodeAt(end));
        const leaving = start < 0 ? 0n : BigInt(padded.charCodeAt(start));
        hash = BigInt.asUintN(64, hash * factor + entering - leaving * leavingWeight);
    }
    return hashes;
}
const windowSize = 100;
const endOfFile = "\uffff";
const factor = 37n;
const leavingWeight = BigInt.asUintN(64, factor ** BigInt(windowSize));

// EXTERNAL MODULE: ./lib/report/order.js
var order = __webpack_require__(5930);
// EXTERNAL MODULE: ./lib/report/version.js
var version = __webpack_require__(8882);
;// CONCATENATED MODULE: ./lib/report/sarif.js






function renderSarif(result, options) {
    const open = result.findings.filter(({ ignored }) => !ignored).toSorted(order/* compareModes */.u);
    const ordered = [...open, ...result.findings.filter(({ ignored }) => ignored)];
    const shown = ordered.slice(0, mostResults);
    const unshown = ordered.length - shown.length;
    const untried = open.filter(({ fix }) => fix).length - (0,fix_changes/* chooseFixesToTry */.L8)(result, options.sources).size;
    const log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: {
                    driver: {
                        name: "secctx",
                        semanticVersion: version/* version */.r,
                        rules: rules/* rules */.aO.map((rule) => describeRule(rule, options.rulePage(rule.id))),
                    },
                },
                automationDetails: { id: "secctx/" },
                columnKind: "utf16CodeUnits",
                invocations: [
                    {
                        executionSuccessful: result.verdict !== "error",
                        toolExecutionNotifications: [
                            ...result.problems.map(buildProblem),
                            ...(unshown > 0 ? [buildWarning(`${unshown} more findings did not fit here.`)] : []),
                            ...(untried > 0
                                ? [buildWarning(`${untried} more fixes are not listed here: secctx fix applies them.`)]
                                : []),
                        ],
                    },
                ],
                results: buildResults(shown, options),
            },
        ],
    };
    return `${(0,report_escape/* stringifySafely */.q)(log, 1)}\n`;
}
const mostResults = 25_000;
const severities = {
    privileged: "5.0",
    baseline: "8.5",
    restricted: "6.5",
    hardened: "3.5",
};
const sarifLevels = { enforce: "error", warn: "warning", audit: "note" };
function describeRule({ id, summary, level, mode, references }, page) {
    const { cis = [], nsa, cwe = [] } = references;
    const catalogues = [
        ...(cis.length > 0 ? [`CIS Kubernetes Benchmark v1.12: ${cis.join(", ")}.`] : []),
        ...(nsa ? [`NSA/CISA Kubernetes Hardening Guide: ${nsa}.`] : []),
    ];
    const help = [summary, `Level: ${level}.`, ...catalogues, `More: secctx explain ${id}`].join("\n");
    return {
        id,
        name: id.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase()),
        shortDescription: { text: summary },
        fullDescription: { text: summary },
        help: { text: help, markdown: page ?? help.replaceAll("\n", "\n\n") },
        defaultConfiguration: { level: mode === "warn" || level === "hardened" ? "warning" : "error" },
        properties: {
            tags: ["security", "kubernetes", ...cwe.map((number) => `external/cwe/cwe-${number}`)],
            precision: "high",
            "security-severity": severities[level],
        },
    };
}
function buildResults(findings, { sources, fixes }) {
    const texts = new Map(sources.map((source) => [source.file, source.text]));
    const files = new Set(findings.map(({ location }) => location.file));
    const hashes = new Map([...files].map((file) => [file, hashLines(texts.get(file) ?? "")]));
    return findings.map((finding) => {
        const { rule, mode, message, location, fingerprint, related, ignored, workload, containers } = finding;
        const { file, start } = location;
        const lineHash = hashes.get(file)?.[start.line - 1];
        const changes = fixes.get(finding);
        const logicalName = [workload.kind, workload.name, ...containers].map(report_escape/* escapeControls */.UN).join("/");
        return {
            ruleId: rule.id,
            ruleIndex: rules/* rules */.aO.indexOf(rule),
            level: sarifLevels[mode],
            message: buildMessage(message),
            locations: [{ ...buildLocation(location), logicalLocations: [{ fullyQualifiedName: logicalName }] }],
            ...(related.length > 0 && {
                relatedLocations: related.map((each, id) => ({
                    id,
                    ...buildLocation(each.location),
                    message: buildMessage(each.message),
                })),
            }),
            partialFingerprints: { ...(lineHash && { primaryLocationLineHash: lineHash }), "secctx/v1": fingerprint },
            ...(changes && { fixes: [buildFix(finding, changes, texts.get(file) ?? "")] }),
            suppressions: ignored
                ? [{ kind: ignored.by === "comment" ? "inSource" : "external", justification: (0,report_escape/* escapeControls */.UN)(ignored.reason) }]
                : [],
            ...(finding.new !== null && { baselineState: finding.new ? "new" : "unchanged" }),
        };
    });
}
function buildFix({ fix, location }, changes, before) {
    return {
        description: buildMessage(`${fix?.title}${fix?.risk ? ` (${fix.safety}: ${fix.risk})` : ""}`),
        artifactChanges: [
            {
                artifactLocation: { uri: encodeUri(location.file) },
                replacements: changes.map((change) => buildReplacement(change, before)),
            },
        ],
    };
}
function buildReplacement({ start, end, lines }, before) {
    const old = before.split("\n");
    const last = old.at(-1) ?? "";
    const isLast = end > old.length;
    const atEnd = { endLine: old.length, endColumn: last.length + 1 };
    return {
        deletedRegion: { startLine: start, startColumn: 1, ...(isLast ? atEnd : { endLine: end, endColumn: 1 }) },
        insertedContent: { text: lines.join("\n") + (isLast ? "" : "\n") },
    };
}
function buildLocation({ file, start, end }) {
    const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
    return { physicalLocation: { artifactLocation: { uri: encodeUri(file) }, region } };
}
function buildProblem({ severity, file, line, message }) {
    return {
        level: severity === "error" ? "error" : "note",
        message: buildMessage(message),
        locations: [{ physicalLocation: { artifactLocation: { uri: encodeUri(file) }, region: { startLine: line } } }],
    };
}
function buildWarning(message) {
    return { level: "warning", message: buildMessage(message) };
}
function encodeUri(file) {
    return file.split("/").map(encodeURIComponent).join("/");
}
function buildMessage(message) {
    return { text: (0,report_escape/* escapeControls */.UN)(message).replaceAll("](", "] (") };
}


/***/ })

};
