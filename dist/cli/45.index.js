export const id = 45;
export const ids = [45];
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
