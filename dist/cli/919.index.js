export const id = 919;
export const ids = [919,45];
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
    const { formatUnifiedDiff } = await __webpack_require__.e(/* import() */ 287).then(__webpack_require__.bind(__webpack_require__, 1287));
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
    const { diffLines } = await __webpack_require__.e(/* import() */ 287).then(__webpack_require__.bind(__webpack_require__, 1287));
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


/***/ }),

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
    const untried = open.filter(({ fix }) => fix).length - (0,fix_changes/* chooseFixesToTry */.L)(result, options.sources).size;
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


/***/ }),

/***/ 3635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LT: () => (/* binding */ workOf),
/* harmony export */   Up: () => (/* binding */ fix),
/* harmony export */   XB: () => (/* binding */ tryFix)
/* harmony export */ });
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4394);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4559);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2258);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4489);
/* harmony import */ var _subjects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9175);





function fix(source, policy, isWanted = () => true) {
    return (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .withFullReader */ .xt)(() => fixManifest(source, policy, isWanted));
}
function fixManifest(source, policy, isWanted) {
    const { file, text: before } = source;
    const { documents, problems: unread, omission } = (0,_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .readManifest */ .WI)(source, policy);
    const states = documents.map((document) => ({ document, ...findInFixOrder(document, policy) }));
    const excesses = states.flatMap(({ document, excess }) => excess === undefined ? [] : (0,_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .problemAtStart */ .x$)(document, excess));
    const problems = [...unread, ...excesses];
    const isReadable = !omission && !problems.some(({ severity }) => severity === "error");
    const done = [];
    let text = before;
    for (const { document, findings } of isReadable ? states.toReversed() : []) {
        const each = fixDocument({ document: { ...document, text }, findings }, policy, isWanted);
        text = each.document.text;
        done.unshift(each);
    }
    const applied = done.flatMap((each) => each.applied);
    const declined = placeDeclined({ ...source, text }, done, policy);
    return { file, before, text, applied, declined, problems, omission };
}
function placeDeclined(source, done, policy) {
    const firstChanged = done.findIndex(({ applied }) => applied.length > 0);
    if (firstChanged === -1 || firstChanged === done.length - 1)
        return done.flatMap(({ declined }) => declined);
    const { documents } = (0,_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .readManifest */ .WI)(source, policy);
    return done.flatMap(({ document: { index }, declined }, position) => {
        const document = documents.find((each) => each.index === index);
        if (!document || position <= firstChanged || declined.length === 0)
            return declined;
        const { findings } = findInFixOrder(document, policy);
        return declined.map((each, place) => ({ ...each, finding: findings[place] ?? each.finding }));
    });
}
function fixDocument(start, policy, isWanted) {
    const linesBefore = new Map(start.findings.map(({ fingerprint, location }) => [fingerprint, location.start.line]));
    const refused = new Map();
    let budget = policy.limits.fixCharacters;
    const done = new Set();
    const applied = [];
    let state = start;
    const isOpen = (finding) => finding.fix &&
        !finding.ignored &&
        isWanted(finding) &&
        !refused.has(finding.fingerprint) &&
        !done.has(finding.fingerprint);
    for (let open = state.findings.filter(isOpen); open.length > 0; open = state.findings.filter(isOpen)) {
        const misset = open.filter(({ origin }) => origin !== "default");
        const batch = fitBudget(state, pickIndependent(misset.length > 0 ? misset : open), budget);
        if (batch.length === 0) {
            for (const { fingerprint } of open)
                refused.set(fingerprint, tooMuch);
            break;
        }
        const together = applyFixes(state, batch, policy);
        const fallsBack = "declined" in together && batch.length > 1;
        const taken = fallsBack ? batch.slice(0, 1) : batch;
        const next = fallsBack ? applyFixes(state, taken, policy) : together;
        budget -= passWork(state, batch) + (fallsBack ? passWork(state, taken) : 0);
        if ("declined" in next) {
            for (const { fingerprint } of taken)
                refused.set(fingerprint, next.declined);
            continue;
        }
        const left = new Set(next.findings.map(({ fingerprint }) => fingerprint));
        for (const { fingerprint } of taken)
            if (!left.has(fingerprint))
                done.add(fingerprint);
        refused.clear();
        for (const finding of taken)
            applied.push(finding);
        state = next;
    }
    const declined = state.findings.map((finding) => ({
        finding,
        reason: refused.get(finding.fingerprint) ?? whyUnfixed(finding),
        lineBefore: linesBefore.get(finding.fingerprint) ?? null,
    }));
    return { document: state.document, applied, declined };
}
const tooMuch = "there is too much to fix in this document at once (limits.fixCharacters): fix again, and it goes on, or split the document";
function fitBudget(state, fixes, budget) {
    let count = fixes.length;
    while (count > 0 && passWork(state, fixes.slice(0, count)) > budget)
        count >>= 1;
    return fixes.slice(0, count);
}
function passWork({ document: { range }, findings }, fixes) {
    return workOf(range.end - range.start, findings.length, fixes);
}
function workOf(length, findings, fixes) {
    const patches = fixes.reduce((sum, { fix: offered }) => sum + (offered?.patches.length ?? 0), 0);
    return (patches + 1) * length + 400 * findings;
}
function tryFix(document, finding, findings, policy) {
    return applyFixes({ document, findings }, [finding], policy);
}
function findInFixOrder(document, policy) {
    const { findings, ...rest } = (0,_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .findingsIn */ ._)(document, (0,_subjects_js__WEBPACK_IMPORTED_MODULE_4__/* .findSubjects */ .Pc)(document, policy), policy);
    return { findings: findings.toSorted((a, b) => _rules_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rules */ .aO.indexOf(a.rule) - _rules_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rules */ .aO.indexOf(b.rule)), ...rest };
}
function pickIndependent(findings) {
    const taken = new Set();
    const above = new Set();
    const isFree = (path) => !above.has((0,_subjects_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(path)) && !prefixKeys(path).some((root) => taken.has(root));
    return findings.filter(({ fix: offered }) => {
        const patches = offered?.patches ?? [];
        if (!patches.every(({ path }) => isFree(path)))
            return false;
        for (const place of patches.filter(({ op, also }) => op !== "append" || also).map(placeTakenBy)) {
            taken.add((0,_subjects_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(place));
            for (const root of prefixKeys(place))
                above.add(root);
        }
        return true;
    });
}
function prefixKeys(path) {
    return [...path, ""].map((_, depth) => (0,_subjects_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(path.slice(0, depth)));
}
function placeTakenBy({ op, path }) {
    return op === "remove" && typeof path.at(-1) === "number" ? path.slice(0, -1) : path;
}
function applyFixes({ document, findings: before }, fixed, policy) {
    const changed = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .applyPatches */ .$i)(document, fixed.flatMap(({ fix: offered }) => offered?.patches ?? []));
    if ("declined" in changed)
        return changed;
    const { start, end } = changed.range;
    if ((0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .excessFor */ .xE)("documentCharacters", end - start, policy.limits))
        return { declined: "the document would become too long (limits.documentCharacters)" };
    const { findings } = findInFixOrder(changed, policy);
    const count = (all, rule) => all.filter((finding) => finding.rule === rule).length;
    const ends = (rule) => count(findings, rule) <= count(before, rule) - count(fixed, rule);
    if (!fixed.every(({ rule }) => ends(rule)))
        return { declined: "the fix would not end the finding" };
    const known = new Set(before.flatMap(({ fingerprint, rule, path }) => [fingerprint, `${rule.id} ${path.join("/")}`]));
    const isKnown = ({ fingerprint, rule, path }) => known.has(fingerprint) || known.has(`${rule.id} ${path.join("/")}`);
    const worse = findings.find((other) => other.level === "privileged" && !other.rule.mode && !isKnown(other));
    return worse
        ? { declined: `the fix would bring another finding (${worse.rule.id})` }
        : { document: changed, findings };
}
function whyUnfixed({ fix: offered, declined, ignored }) {
    if (ignored)
        return `ignored: ${ignored.reason}`;
    if (!offered)
        return declined ?? "there is no fix that needs no decision of yours";
    return offered.safety === "review" ? `not asked for: it ${offered.risk}` : "not asked for";
}


/***/ })

};
