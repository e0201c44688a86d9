export const id = 567;
export const ids = [567];
export const modules = {

/***/ 6567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fixOptions: () => (/* binding */ fixOptions),
  runFix: () => (/* binding */ runFix)
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
// EXTERNAL MODULE: ./lib/source/errors.js
var errors = __webpack_require__(6634);
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

// EXTERNAL MODULE: ./lib/commands/image-sources.js
var image_sources = __webpack_require__(6992);
// EXTERNAL MODULE: ./lib/commands/options.js
var options = __webpack_require__(6252);
// EXTERNAL MODULE: ./lib/commands/policy-in-force.js
var policy_in_force = __webpack_require__(6910);
// EXTERNAL MODULE: ./lib/commands/review-paths.js + 3 modules
var review_paths = __webpack_require__(7119);
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
/** `secctx fix`: rewrites files, or prints all changes as one patch. 0 if it did everything, 2 if a file was left as it was, even a template. */
async function runFix(args) {
    const { values, positionals } = (0,options/* parseOptions */.Ac)("fix", args, fixOptions);
    const { diff: isDiff = false, safe: isSafeOnly = false, quiet: isQuiet = false } = values;
    const chosenRules = values.rule?.map((id) => (0,options/* readChoice */.Kf)("--rule", id, ruleIds));
    const inForce = await (0,policy_in_force/* resolvePolicy */.nZ)(values, {
        appliesBaseline: false,
        runAsUser: values["run-as-user"],
        runAsGroup: values["run-as-group"],
    });
    const { manifests, problems, notes } = await (0,review_paths/* collectManifests */.T5)(positionals, inForce);
    if (!isDiff && manifests.some(({ file }) => file === "-"))
        throw new errors/* UsageError */.eb("-: standard input can't be rewritten. Use --diff.");
    const policy = await (0,image_sources/* addImages */.e)(inForce, manifests);
    const imageNotes = policy.images.size > 0 ? await (0,review_images/* findImageNotes */.Ih)(manifests, policy) : [];
    // A finding without a fix is wanted too, so that the user hears of it.
    const isWanted = ({ rule, fix: offered }) => (!chosenRules || chosenRules.includes(rule.id)) && (!isSafeOnly || offered?.safety !== "review");
    // All changes are worked out before the first file is written.
    const outcomes = [];
    for (const source of manifests)
        outcomes.push(await fixFile(source, (manifest) => (0,fix/* fix */.Up)(manifest, policy, isWanted), isWanted));
    const unwritten = [];
    const done = [];
    for (const outcome of outcomes) {
        const problem = isChanged(outcome) ? await deliver(outcome, isDiff) : undefined;
        if (problem)
            unwritten.push(problem);
        else
            done.push(outcome);
    }
    // A patch has standard output for itself.
    const tell = isDiff ? streams/* remark */.V : streams/* say */.c;
    // A review only notes templates. A fix is asked to fix everything that it is given, and fails for them.
    const templates = notes.map((note) => ({ ...note, severity: "error" }));
    const failures = [
        ...problems,
        ...templates,
        ...imageNotes,
        ...outcomes.flatMap((each) => each.problems),
        ...unwritten,
    ];
    if (!isQuiet)
        for (const { description } of done)
            await tell(description);
    await (0,review_paths/* remarkProblems */.Lj)(failures);
    if (!isQuiet)
        await tell(summarizeFixes(done, isDiff));
    return failures.some(({ severity }) => severity === "error") ? 2 : 0;
}
async function fixFile(source, applyFixes, isWanted) {
    const { file, text } = source;
    const conflict = text.search(conflictMarker);
    if (conflict !== -1) {
        const line = text.slice(0, conflict).split("\n").length;
        const problem = reportUntouched(file, "it holds merge conflict markers. Resolve them first", line);
        return { file, before: text, text, problems: [problem], description: "", left: 0 };
    }
    const fixed = await applyFixes(source);
    const { declined, problems } = fixed;
    return {
        file,
        before: fixed.before,
        text: fixed.text,
        problems,
        description: describeFixes(fixed, isWanted),
        left: declined.length,
    };
}
/** Marks a conflict that `git merge` could not resolve: neither side may be fixed without the other. */
const conflictMarker = /^(<{7}|>{7})( |\r?$)/m;
/** Prints a changed file as a patch, or writes it. Returns a problem if it could not be written. */
async function deliver({ file, before, text }, isDiff) {
    if (isDiff) {
        const { formatUnifiedDiff } = await __webpack_require__.e(/* import() */ 287).then(__webpack_require__.bind(__webpack_require__, 1287));
        await (0,streams/* say */.c)(formatUnifiedDiff(file, before, text));
        return undefined;
    }
    const reason = await (0,write/* uninterrupted */.qA)(() => rewrite(file, before, text));
    return reason === undefined ? undefined : reportUntouched(file, reason);
}
function reportUntouched(file, reason, line = 1) {
    return { severity: "error", file, line, message: `This file was left as it was: ${reason}.` };
}
/** Describes the fixes that a file got, and the wanted ones that it did not get. Empty if there is neither. */
function describeFixes({ file, applied, declined }, isWanted) {
    const left = declined.filter(({ finding }) => isWanted(finding));
    if (applied.length + left.length === 0)
        return "";
    const lines = [
        `${file}: ${(0,words/* formatCount */.B4)(applied.length, "fix", "fixes")}, ${left.length} left to you`,
        ...applied.map(({ rule, fix: offered }) => `  fix   ${rule.id}: ${offered && (0,words/* describeFix */.D6)(offered)}`),
        ...left.map(({ finding, reason }) => `  left  ${finding.rule.id}, line ${finding.location.start.line}: ${reason}`),
    ];
    return `${lines.map(report_escape/* escapeControls */.UN).join("\n")}\n`;
}
function summarizeFixes(outcomes, isDiff) {
    const changed = outcomes.filter(isChanged).length;
    const left = outcomes.reduce((sum, each) => sum + each.left, 0);
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


/***/ })

};
