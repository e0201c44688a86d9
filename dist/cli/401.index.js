export const id = 401;
export const ids = [401];
export const modules = {

/***/ 9401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fixOptions: () => (/* binding */ fixOptions),
/* harmony export */   runFix: () => (/* binding */ runFix)
/* harmony export */ });
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2527);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8191);
/* harmony import */ var _review_fix_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3635);
/* harmony import */ var _review_images_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6444);
/* harmony import */ var _review_omissions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5166);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4394);
/* harmony import */ var _source_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6634);
/* harmony import */ var _source_write_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3266);
/* harmony import */ var _image_sources_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6992);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6252);
/* harmony import */ var _policy_in_force_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6910);
/* harmony import */ var _review_paths_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6164);
/* harmony import */ var _streams_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6919);













const fixOptions = {
    ..._options_js__WEBPACK_IMPORTED_MODULE_8__/* .policyOptions */ .VJ,
    ..._options_js__WEBPACK_IMPORTED_MODULE_8__/* .imageOptions */ .c$,
    diff: { type: "boolean" },
    safe: { type: "boolean" },
    rule: { type: "string", multiple: true },
    "run-as-user": { type: "string" },
    "run-as-group": { type: "string" },
};
const ruleIds = _rules_index_js__WEBPACK_IMPORTED_MODULE_4__/* .rules */ .aO.map(({ id }) => id);
async function runFix(args) {
    const { values, positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_8__/* .parseOptions */ .Ac)("fix", args, fixOptions);
    const { diff: isDiff = false, safe: isSafeOnly = false, quiet: isQuiet = false } = values;
    const chosenRules = values.rule?.map((id) => (0,_options_js__WEBPACK_IMPORTED_MODULE_8__/* .readChoice */ .Kf)("--rule", id, ruleIds));
    const inForce = await (0,_policy_in_force_js__WEBPACK_IMPORTED_MODULE_9__/* .resolvePolicy */ .nZ)(values, {
        appliesBaseline: false,
        runAsUser: values["run-as-user"],
        runAsGroup: values["run-as-group"],
    });
    const { manifests, problems } = await (0,_review_paths_js__WEBPACK_IMPORTED_MODULE_10__/* .collectManifests */ .T5)(positionals, inForce);
    if (!isDiff && manifests.some(({ file }) => file === "-"))
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UsageError */ .eb("-: standard input can't be rewritten. Use --diff.");
    const policy = await (0,_image_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .addImages */ .e)(inForce, manifests);
    const imageNotes = policy.images.size > 0 ? await (0,_review_images_js__WEBPACK_IMPORTED_MODULE_2__/* .findImageNotes */ .Ih)(manifests, policy) : [];
    const isWanted = ({ rule, fix: offered }) => (!chosenRules || chosenRules.includes(rule.id)) && (!isSafeOnly || offered?.safety !== "review");
    const outcomes = [];
    for (const source of manifests)
        outcomes.push(await fixFile(source, (manifest) => (0,_review_fix_js__WEBPACK_IMPORTED_MODULE_1__/* .fix */ .Up)(manifest, policy, isWanted), isWanted, isDiff));
    const unwritten = [];
    const done = [];
    for (const outcome of outcomes) {
        const problem = isChanged(outcome) ? await deliverOutcome(outcome, isDiff) : undefined;
        if (problem)
            unwritten.push(problem);
        else
            done.push(outcome);
    }
    const tell = isDiff ? _streams_js__WEBPACK_IMPORTED_MODULE_11__/* .remark */ .V : _streams_js__WEBPACK_IMPORTED_MODULE_11__/* .say */ .c;
    const omissions = outcomes.flatMap(({ omission }) => omission ?? []);
    const [templates, others] = [
        omissions.filter(({ what }) => what === "template"),
        omissions.filter(({ what }) => what !== "template" && what !== "link"),
    ];
    const failures = [
        ...problems,
        ...(0,_review_omissions_js__WEBPACK_IMPORTED_MODULE_3__/* .noteOmissions */ .nX)(templates).map((note) => ({ ...note, severity: "error" })),
        ...(0,_review_omissions_js__WEBPACK_IMPORTED_MODULE_3__/* .noteOmissions */ .nX)(others),
        ...imageNotes,
        ...outcomes.flatMap((each) => each.problems),
        ...unwritten,
    ];
    if (!isQuiet)
        for (const { description } of done)
            await tell(description);
    await (0,_review_paths_js__WEBPACK_IMPORTED_MODULE_10__/* .remarkProblems */ .Lj)(failures);
    if (!isQuiet)
        await tell(summarizeFixes(done, isDiff));
    return failures.some(({ severity }) => severity === "error") ? 2 : 0;
}
async function fixFile(source, applyFixes, isWanted, isDiff) {
    const { file, text } = source;
    const conflict = text.search(conflictMarker);
    if (conflict !== -1) {
        const line = text.slice(0, conflict).split("\n").length;
        const problem = reportUntouched(file, "it has merge conflicts. Resolve them first", line);
        return { file, before: text, text, problems: [problem], omission: undefined, description: "", left: 0 };
    }
    const fixed = await applyFixes(source);
    const { declined, problems, omission } = fixed;
    return {
        file,
        before: fixed.before,
        text: fixed.text,
        problems,
        omission,
        description: describeFixes(fixed, isWanted, isDiff),
        left: declined.length,
    };
}
const conflictMarker = /^(<{7}|>{7})( |\r?$)/m;
async function deliverOutcome({ file, before, text }, isDiff) {
    if (isDiff) {
        const { formatUnifiedDiff } = await __webpack_require__.e(/* import() */ 287).then(__webpack_require__.bind(__webpack_require__, 1287));
        await (0,_streams_js__WEBPACK_IMPORTED_MODULE_11__/* .say */ .c)(formatUnifiedDiff(file, before, text));
        return undefined;
    }
    const reason = await (0,_source_write_js__WEBPACK_IMPORTED_MODULE_6__/* .deferSignals */ .We)(() => (0,_source_write_js__WEBPACK_IMPORTED_MODULE_6__/* .rewriteFile */ .LL)(file, before, text));
    return reason === undefined ? undefined : reportUntouched(file, reason);
}
function reportUntouched(file, reason, line = 1) {
    return { severity: "error", file, line, message: `This file was not changed: ${reason}.` };
}
function describeFixes({ file, applied, declined }, isWanted, isDiff) {
    const left = declined.filter(({ finding }) => isWanted(finding));
    if (applied.length + left.length === 0)
        return "";
    const lines = [
        `${file}: ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(applied.length, "fix", "fixes")}, ${left.length} left to you`,
        ...applied.map(({ rule, fix: offered }) => `  fix   ${rule.id}: ${offered && (0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFix */ .D6)(offered)}`),
        ...left.map(({ finding, reason, lineBefore }) => {
            const line = (isDiff ? lineBefore : null) ?? finding.location.start.line;
            return `  left  ${finding.rule.id}, line ${line}: ${reason}`;
        }),
    ];
    return `${lines.map(_report_escape_js__WEBPACK_IMPORTED_MODULE_12__/* .escapeLine */ .EH).join("\n")}\n`;
}
function summarizeFixes(outcomes, isDiff) {
    const changed = outcomes.filter(isChanged).length;
    const left = outcomes.reduce((sum, each) => sum + each.left, 0);
    const rest = left === 0 ? "" : ` ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(left, "finding remains", "findings remain")}.`;
    if (changed === 0)
        return `No file ${isDiff ? "would change" : "changed"}.${rest}\n`;
    return isDiff
        ? `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(changed, "file")} would change.${rest} Apply with: secctx fix --diff … | git apply\n`
        : `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(changed, "file")} changed.${rest} Review the change with git diff, test it, and run secctx check again.\n`;
}
function isChanged({ before, text }) {
    return before !== text;
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
