export const id = 567;
export const ids = [567];
export const modules = {

/***/ 6567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fix: () => (/* binding */ fix_fix),
  fixOptions: () => (/* binding */ fixOptions)
});

// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
// EXTERNAL MODULE: ./lib/review/fix.js
var fix = __webpack_require__(3635);
// EXTERNAL MODULE: ./lib/review/images.js
var review_images = __webpack_require__(6444);
// EXTERNAL MODULE: ./lib/rules/index.js + 39 modules
var rules = __webpack_require__(2216);
// EXTERNAL MODULE: ./lib/source/charts.js
var charts = __webpack_require__(5552);
// EXTERNAL MODULE: ./lib/source/errors.js
var errors = __webpack_require__(6634);
// EXTERNAL MODULE: ./lib/source/files.js
var files = __webpack_require__(4666);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/source/write.js
var write = __webpack_require__(3266);
;// CONCATENATED MODULE: ./lib/source/rewrite.js



/**
 * Replaces a file's text in one step: a crash leaves the old text or the new. Mode, owner and links are kept. Returns the reason where the file was
 * left as it was: it may not be written, or somebody changed it since it was read.
 */
async function rewrite(file, before, after) {
    try {
        const target = (0,external_node_fs_.realpathSync)(file);
        const now = (0,external_node_fs_.readFileSync)(target, "utf8");
        // Two names of one file: the first has brought it.
        if (now === after)
            return undefined;
        if (now !== before)
            return "it changed while it was being fixed. Run the command again";
        const found = (0,external_node_fs_.statSync)(target);
        if ((found.mode & 0o222) === 0)
            return "it is read-only. Make it writable first";
        await (0,write/* replace */.HC)(target, [after], found);
        return undefined;
    }
    catch (error) {
        return (0,errors/* reasonOf */.A3)(error);
    }
}

// EXTERNAL MODULE: ./lib/commands/images.js
var commands_images = __webpack_require__(8178);
// EXTERNAL MODULE: ./lib/commands/options.js
var options = __webpack_require__(6252);
// EXTERNAL MODULE: ./lib/commands/policy.js
var commands_policy = __webpack_require__(2182);
// EXTERNAL MODULE: ./lib/commands/streams.js
var streams = __webpack_require__(6919);
;// CONCATENATED MODULE: ./lib/commands/fix.js














/** What `secctx fix` takes. */
const fixOptions = {
    ...options/* policyOptions */.VJ,
    ...options/* imageOptions */.c$,
    diff: { type: "boolean" },
    safe: { type: "boolean" },
    rule: { type: "string", multiple: true },
    "run-as-user": { type: "string" },
    "run-as-group": { type: "string" },
};
const ruleIds = rules/* rules */.aO.map(({ id }) => id);
/** `secctx fix`: rewrites the files, or prints what it would write as one patch. 0: done; 2: a file was left as it was, a template among them. */
async function fix_fix(args) {
    const { values, positionals } = (0,options/* parse */.qg)("fix", args, fixOptions);
    const chosen = values.rule?.map((id) => (0,options/* oneOf */.yL)("--rule", id, ruleIds));
    const inForce = await (0,commands_policy/* policyOf */.US)(values, {
        baseline: "passed over",
        runAsUser: values["run-as-user"],
        runAsGroup: values["run-as-group"],
    });
    // Findings without a fix are spoken of too, unless another rule was asked for.
    const isMeant = ({ rule, fix: offered }) => (!chosen || chosen.includes(rule.id)) && (!values.safe || offered?.safety !== "review");
    const isChosen = (0,commands_policy/* chosenBy */.mD)(inForce);
    const found = await (0,files/* collect */.Fo)(positionals);
    const problems = found.problems.filter(isChosen);
    const { manifests, notes } = (0,charts/* withoutTemplates */.Y)(found.sources.filter(isChosen));
    const policy = await (0,commands_images.withImages)(inForce, manifests);
    // What is only said of a review is asked of a fix: to have done all that it was given.
    const templates = notes.map((note) => ({ ...note, severity: "error" }));
    if (!values.diff && manifests.some(({ file }) => file === "-"))
        throw new errors/* UsageError */.eb("-: standard input can't be rewritten. Use --diff.");
    // A patch has standard output for itself.
    const account = values.diff ? streams/* remark */.V : streams/* say */.c;
    const unread = policy.images.size > 0 ? await (0,review_images/* findImageNotes */.Ih)(manifests, policy) : [];
    const failures = [...problems, ...templates, ...unread];
    const outcomes = [];
    for (const source of manifests) {
        const file = conflictMarker.test(source.text) ? unmerged(source) : await (0,fix/* fix */.Up)(source, policy, isMeant);
        for (const problem of file.problems)
            failures.push(problem);
        outcomes.push(outcomeOf(file, isMeant));
    }
    // Nothing is written before all is worked out.
    const done = [];
    for (const outcome of outcomes) {
        const unwritten = isChanged(outcome) ? await delivered(outcome, values.diff === true) : undefined;
        if (unwritten)
            failures.push(unwritten);
        else
            done.push(outcome);
    }
    if (!values.quiet)
        for (const { account: said } of done)
            await account(said);
    for (const { file, line, message } of failures)
        await (0,streams/* remark */.V)(`${(0,report_escape/* escapeControls */.UN)(`${file}:${line}: ${message}`)}\n`);
    if (!values.quiet)
        await account(lastLine(done, values.diff === true));
    return failures.some(({ severity }) => severity === "error") ? 2 : 0;
}
function outcomeOf(fixed, isMeant) {
    const { file, before, text, declined } = fixed;
    return { file, before, text, account: accountOf(fixed, isMeant), left: declined.length };
}
/** Prints a changed file as a patch, or writes it; gives why it could not be written. */
async function delivered({ file, before, text }, isDiff) {
    if (isDiff) {
        const { formatUnifiedDiff: unifiedDiff } = await __webpack_require__.e(/* import() */ 287).then(__webpack_require__.bind(__webpack_require__, 1287));
        await (0,streams/* say */.c)(unifiedDiff(file, before, text));
        return undefined;
    }
    const reason = await (0,write/* uninterrupted */.qA)(() => rewrite(file, before, text));
    return reason === undefined ? undefined : untouched(file, reason);
}
/** What was done in a file, and what is left of what was meant, and why; nothing where that is nothing. */
function accountOf({ file, applied, declined }, isMeant) {
    const left = declined.filter(({ finding }) => isMeant(finding));
    if (applied.length + left.length === 0)
        return "";
    const lines = [
        `${file}: ${(0,words/* formatCount */.B4)(applied.length, "fix", "fixes")}, ${left.length} left to you`,
        ...applied.map(({ rule, fix: done }) => `  fix   ${rule.id}: ${done?.title}${done?.risk ? ` (${done.risk})` : ""}`),
        ...left.map(({ finding, reason }) => `  left  ${finding.rule.id}, line ${finding.location.start.line}: ${reason}`),
    ];
    return `${lines.map(report_escape/* escapeControls */.UN).join("\n")}\n`;
}
function lastLine(files, isDiff) {
    const changed = files.filter(isChanged).length;
    const left = files.reduce((sum, each) => sum + each.left, 0);
    const rest = left === 0 ? "" : ` ${(0,words/* formatCount */.B4)(left, "finding stays", "findings stay")}.`;
    if (changed === 0)
        return `No file ${isDiff ? "would change" : "changed"}.${rest}\n`;
    return isDiff
        ? `${(0,words/* formatCount */.B4)(changed, "file")} would change.${rest} Apply with: secctx fix --diff … | git apply\n`
        : `${(0,words/* formatCount */.B4)(changed, "file")} changed.${rest} Read the change with git diff, try it, and run secctx check again.\n`;
}
function isChanged({ before, text }) {
    return before !== text;
}
/** What `git merge` leaves where it needs a decision: neither side may be fixed without the other. */
const conflictMarker = /^(<{7}|>{7})( |\r?$)/m;
function unmerged({ file, text }) {
    const line = text.slice(0, text.search(conflictMarker)).split("\n").length;
    const problem = untouched(file, "it holds merge conflict markers. Resolve them first", line);
    return { file, before: text, text, applied: [], declined: [], problems: [problem] };
}
function untouched(file, reason, line = 1) {
    return { severity: "error", file, line, message: `This file was left as it was: ${reason}.` };
}


/***/ })

};
