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


/***/ })

};
