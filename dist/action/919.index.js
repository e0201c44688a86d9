export const id = 919;
export const ids = [919];
export const modules = {

/***/ 919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sarif: () => (/* binding */ sarif)
});

// EXTERNAL MODULE: ./lib/pod/index.js + 22 modules
var pod = __webpack_require__(8157);
// EXTERNAL MODULE: ./lib/rules/index.js + 39 modules
var rules = __webpack_require__(2216);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/fixes.js
var fixes = __webpack_require__(4389);
;// CONCATENATED MODULE: ./lib/report/line-hashes.js
/**
 * The fingerprints that GitHub matches alerts by, one for each line: a rolling hash of the 100 characters from the line's start on, without blanks, and how often
 * it has come. The algorithm is GitHub's own (https://github.com/github/codeql-action/blob/main/src/fingerprints.ts), whose uploader warns where a report
 * has others.
 */
function lineHashes(text) {
    const hashes = [];
    const counts = new Map();
    /** The last characters, and the lines that start with each; a line's hash is known when its character leaves the window. */
    const window = new Uint16Array(size);
    const lines = new Int32Array(size).fill(-1);
    let at = 0;
    let [high, low] = [0, 0];
    const push = (character) => {
        const line = lines[at];
        if (line >= 0) {
            const hash = hex(high, low);
            const count = (counts.get(hash) ?? 0) + 1;
            counts.set(hash, count);
            hashes[line] = `${hash}:${count}`;
            lines[at] = -1;
        }
        const gone = window[at];
        window[at] = character;
        [high, low] = sum(product(high, low, 37), [0, character]);
        [high, low] = difference([high, low], product(leaving[0], leaving[1], gone));
        at = (at + 1) % size;
    };
    // A line's start is noted for the place that its first character takes, once the line that had the place before is done with.
    let line = 0;
    let isStart = true;
    let afterReturn = false;
    const take = (unit) => {
        if (unit === 32 || unit === 9 || (afterReturn && unit === 10)) {
            afterReturn = false;
            return;
        }
        afterReturn = unit === 13;
        const character = afterReturn ? 10 : unit;
        const mine = isStart ? line++ : -1;
        isStart = character === 10;
        const place = at;
        push(character);
        if (mine >= 0)
            lines[place] = mine;
    };
    for (let index = 0; index < text.length; index++)
        take(text.charCodeAt(index));
    take(endOfFile);
    for (let rest = 0; rest < size; rest++)
        push(0);
    return hashes;
}
const size = 100;
const endOfFile = 65535;
const word = 2 ** 32;
/** 37 to the power of the window's size: the weight of the character that leaves it. */
const leaving = Array.from({ length: size }).reduce(([high, low]) => product(high, low, 37), [0, 1]);
/** Modulo 2⁶⁴, by halves: a factor has at most 16 bits, so that no step leaves what a number holds exactly. */
function product(high, low, factor) {
    const lower = low * factor;
    return [(high * factor + Math.floor(lower / word)) % word, lower % word];
}
function sum([high, low], [otherHigh, otherLow]) {
    const lower = low + otherLow;
    return [(high + otherHigh + (lower >= word ? 1 : 0)) % word, lower % word];
}
function difference([high, low], [otherHigh, otherLow]) {
    const lower = low - otherLow;
    return [(high - otherHigh - (lower < 0 ? 1 : 0) + word + word) % word, (lower + word) % word];
}
function hex(high, low) {
    return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
}

// EXTERNAL MODULE: ./lib/report/version.js
var version = __webpack_require__(8882);
;// CONCATENATED MODULE: ./lib/report/sarif.js






/** The report as SARIF 2.1.0 (OASIS), with what GitHub's code scanning reads of it and within its limits. */
function sarif(result, options) {
    // GitHub refuses a run with more results, and shows the first 5,000: the most serious ones come first.
    const ordered = result.findings.toSorted((a, b) => rankOf(a) - rankOf(b));
    const shown = ordered.slice(0, mostResults);
    const rest = ordered.length - shown.length;
    const untried = ordered.filter(({ fix, ignored }) => fix && !ignored).length - (0,fixes/* triedAmong */.Pj)(result, options.sources).size;
    const log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: {
                    driver: {
                        name: "secctx",
                        semanticVersion: version/* version */.r,
                        rules: rules/* rules */.aO.map((rule) => descriptor(rule, options.rulePage(rule.id))),
                    },
                },
                automationDetails: { id: "secctx/" },
                columnKind: "utf16CodeUnits",
                invocations: [
                    {
                        executionSuccessful: result.verdict !== "error",
                        toolExecutionNotifications: [
                            ...result.problems.map(notification),
                            ...(rest > 0 ? [remark(`${rest} more findings did not fit here.`)] : []),
                            ...(untried > 0 ? [remark(`${untried} more fixes are not given here: secctx fix makes them.`)] : []),
                        ],
                    },
                ],
                results: resultsOf(shown, options),
            },
        ],
    };
    return `${(0,report_escape/* safeJson */.o)(log, 1)}\n`;
}
/** The most results that GitHub takes of a run (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning). */
const mostResults = 25_000;
/** GitHub's scale: high from 7.0, medium from 4.0, low below. A level that the API or the kubelet enforces is no weakness by itself. */
const severities = {
    privileged: "5.0",
    baseline: "8.5",
    restricted: "6.5",
    hardened: "3.5",
};
const levelOf = { enforce: "error", warn: "warning", audit: "note" };
function remark(sentence) {
    return { level: "warning", message: { text: sentence } };
}
function rankOf({ mode, ignored }) {
    return ignored ? pod/* modes */.nI.length : pod/* modes */.nI.indexOf(mode);
}
function descriptor({ id, summary, level, mode, references }, page) {
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
function resultsOf(findings, { sources, fixes }) {
    const texts = new Map(sources.map((source) => [source.file, source.text]));
    const hashes = new Map();
    const hashAt = (file, line) => {
        const known = hashes.get(file) ?? lineHashes(texts.get(file) ?? "");
        hashes.set(file, known);
        return known[line - 1];
    };
    return findings.map((finding) => {
        const { rule, mode, message, location, fingerprint, related, ignored, workload, containers } = finding;
        const hash = hashAt(location.file, location.start.line);
        const changes = fixes.get(finding);
        return {
            ruleId: rule.id,
            ruleIndex: rules/* rules */.aO.indexOf(rule),
            level: levelOf[mode],
            message: sarif_text(message),
            locations: [
                {
                    ...place(location),
                    logicalLocations: [
                        { fullyQualifiedName: [workload.kind, workload.name, ...containers].map(report_escape/* visible */.R).join("/") },
                    ],
                },
            ],
            ...(related.length > 0
                ? {
                    relatedLocations: related.map((each, id) => ({ id, ...place(each.location), message: sarif_text(each.message) })),
                }
                : {}),
            partialFingerprints: { ...(hash ? { primaryLocationLineHash: hash } : {}), "secctx/v1": fingerprint },
            ...(changes ? { fixes: [fixOf(finding, changes, texts.get(location.file) ?? "")] } : {}),
            suppressions: ignored
                ? [{ kind: ignored.by === "comment" ? "inSource" : "external", justification: (0,report_escape/* visible */.R)(ignored.reason) }]
                : [],
            ...(finding.new === null ? {} : { baselineState: finding.new ? "new" : "unchanged" }),
        };
    });
}
function fixOf({ fix, location }, changes, before) {
    return {
        description: sarif_text(`${fix?.title}${fix?.risk ? ` (${fix.safety}: ${fix.risk})` : ""}`),
        artifactChanges: [
            { artifactLocation: { uri: uri(location.file) }, replacements: changes.map((each) => replacement(each, before)) },
        ],
    };
}
/** Whole lines, up to the start of the next one; a last line without a line break has no next one. */
function replacement({ start, end, lines }, before) {
    const old = before.split("\n");
    const last = old.at(-1) ?? "";
    const isLast = end > old.length;
    const atEnd = { endLine: old.length, endColumn: last.length + 1 };
    return {
        deletedRegion: { startLine: start, startColumn: 1, ...(isLast ? atEnd : { endLine: end, endColumn: 1 }) },
        insertedContent: { text: lines.join("\n") + (isLast ? "" : "\n") },
    };
}
function place({ file, start, end }) {
    const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
    return { physicalLocation: { artifactLocation: { uri: uri(file) }, region } };
}
function notification({ severity, file, line, message }) {
    return {
        level: severity === "error" ? "error" : "note",
        message: sarif_text(message),
        locations: [{ physicalLocation: { artifactLocation: { uri: uri(file) }, region: { startLine: line } } }],
    };
}
/** A relative reference (RFC 3986): a colon in its first step would make a scheme of it. */
function uri(file) {
    return file.split("/").map(encodeURIComponent).join("/");
}
/** Message text; what a viewer would take for a link is broken (SARIF 3.11.6). */
function sarif_text(message) {
    return { text: (0,report_escape/* visible */.R)(message).replaceAll("](", "] (") };
}


/***/ })

};
