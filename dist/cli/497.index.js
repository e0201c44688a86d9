export const id = 497;
export const ids = [497];
export const modules = {

/***/ 7497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   changedSince: () => (/* binding */ changedSince),
/* harmony export */   isCommit: () => (/* binding */ isCommit)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6634);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4666);
/* harmony import */ var _folders_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2292);





/**
 * What changed since the merge base of HEAD and a revision, committed or not, new files included. Without a revision: the branch's upstream, else
 * what origin calls its HEAD. Lists what differs and never all there is. Throws a UsageError where git can't tell.
 * `base` has every manifest that changed or went: what moved is found by what it means, wherever it is now.
 */
async function changedSince(revision, isWanted) {
    // All at once, and first what git does on one core: to tell what differs and what is new, it goes through the whole repository each time.
    const added = untracked();
    const different = differences(revision);
    const place = prefix();
    const changed = Promise.all([place, different]).then(changesSeen);
    const [top, changes, others, base] = await inOrder(place, changed, added, textsBefore(changed));
    const heads = changes.filter(({ isGone }) => !isGone).map(({ file }) => file);
    const news = others.map((file) => node_path__WEBPACK_IMPORTED_MODULE_1__.posix.relative(top, file));
    const wanted = [...new Set([...heads, ...news])].filter(isWanted).toSorted();
    return { ...(await (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .readFiles */ .Ul)(wanted)), base };
}
/** What several steps come to that run at once. Where more than one fails, the first in the list has the word, whichever was faster. */
async function inOrder(...steps) {
    const settled = await Promise.allSettled(steps);
    for (const each of settled)
        if (each.status === "rejected")
            throw each.reason;
    return Promise.all(steps);
}
/** What leads from the repository's top to the working directory. */
async function prefix() {
    const answer = await git("rev-parse", "--show-prefix");
    if (answer.status === 0)
        return answer.stdout.toString().replace(/\n$/, "");
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`--changed compares with git, and git opens no repository in ${process.cwd()}: ${answer.reason}.`);
}
async function mergeBase(revision) {
    const candidates = revision === undefined ? ["@{upstream}", "refs/remotes/origin/HEAD"] : [revision];
    for (const each of candidates) {
        const { status, stdout } = await git("merge-base", "--end-of-options", each, "HEAD");
        const [commit] = stdout.toString().split("\n");
        if (status === 0 && commit)
            return commit;
        if (await isCommit(each))
            throw await unrelated(each);
    }
    if (!(await isCommit("HEAD")))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb("--changed: this repository has no commit to compare with yet.");
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(revision === undefined
        ? "--changed: the branch has no upstream, and origin has no HEAD: name a revision, such as --changed=main."
        : `--changed "${revision}": git knows no such revision. Fetch it, or name another: git branch --all lists them.`);
}
/** Whether git knows a revision. */
async function isCommit(revision) {
    return (await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`)).status === 0;
}
async function unrelated(revision) {
    if (!(await isCommit("HEAD")))
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb("--changed: this repository has no commit to compare with yet.");
    const isShallow = (await git("rev-parse", "--is-shallow-repository")).stdout.toString().trim() === "true";
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(isShallow
        ? `--changed: this clone is shallow, and lacks the commit in which HEAD and ${revision} meet: run git fetch --unshallow (fetch-depth: 0 in a workflow).`
        : `--changed: HEAD and ${revision} have no commit in common: name a revision that HEAD comes from.`);
}
/** What differs from the merge base of HEAD and a revision, staged or not. */
async function differences(revision) {
    const names = ["--raw", "-z", "--no-abbrev", "--no-renames", "--no-relative", "--no-ext-diff", "--no-textconv"];
    if (revision !== undefined) {
        // By one process where git (2.30 and later) finds one merge base; what else there may be is told apart below.
        const answer = await git("diff", "--merge-base", ...names, "--end-of-options", revision, "--");
        if (answer.status === 0)
            return fieldsIn(answer);
    }
    return listing("diff", ...names, await mergeBase(revision), "--");
}
/** What git does not know of and does not ignore. */
function untracked() {
    return listing("ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", ":/");
}
/** `:100644 100644 <old> <new> M`, then the path from the top (git-diff, "raw output format"). */
function changesSeen([top, fields]) {
    return fields.flatMap((head, index) => {
        const [, before = "", after = "", blob = ""] = /^:(\d{6}) (\d{6}) ([0-9a-f]+) [0-9a-f]+ [A-Z]/.exec(head) ?? [];
        const file = fields[index + 1];
        if (index % 2 === 1 || file === undefined || after === submodule)
            return [];
        return [
            { file: node_path__WEBPACK_IMPORTED_MODULE_1__.posix.relative(top, file), isGone: after === "000000", blob: /^100/.test(before) ? blob : undefined },
        ];
    });
}
const submodule = "160000";
/** The texts behind blob ids, in one go (git-cat-file, "batch output"), by a process that is there when they are known. What is no text was no manifest. */
async function textsBefore(changed) {
    const wanted = changed.then((all) => all.filter(({ blob, file }) => blob !== undefined && (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isManifest */ .Yh)(file)));
    const ids = wanted.then((changes) => changes.map(({ blob }) => `${blob}\n`).join(""));
    const [changes, { status, stdout, reason }] = await inOrder(wanted, gitWith(ids, "cat-file", "--batch"));
    if (status !== 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`--changed: git could not show what was there before: ${reason}.`);
    const sources = [];
    let at = 0;
    for (const { file, blob } of changes) {
        const end = stdout.indexOf(10, at);
        const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(stdout.toString("latin1", at, end)) ?? [];
        if (size === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`--changed: this clone lacks what ${file} was before (${blob}): run git fetch --refetch.`);
        const text = (0,_files_js__WEBPACK_IMPORTED_MODULE_3__/* .decode */ .D4)(stdout.subarray(end + 1, end + 1 + Number(size)));
        if (text !== undefined)
            sources.push({ file, text });
        at = end + 2 + Number(size);
    }
    return sources;
}
async function listing(...args) {
    const answer = await git(...args);
    if (answer.status !== 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`--changed: git could not list what changed: ${answer.reason}.`);
    return fieldsIn(answer);
}
function fieldsIn({ stdout }) {
    return stdout
        .toString()
        .split("\0")
        .filter((field) => field !== "");
}
function git(...args) {
    return gitWith(Promise.resolve(""), ...args);
}
/** Runs git without a shell, without asking anybody, and without writing to the repository. Where its input does not come, it gets none. */
function gitWith(input, ...args) {
    return new Promise((resolve, reject) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)("git", [..._folders_js__WEBPACK_IMPORTED_MODULE_4__/* .gitSettings */ .Ug, ...args], { env: (0,_folders_js__WEBPACK_IMPORTED_MODULE_4__/* .gitEnvironment */ ._K)() });
        const out = [];
        const err = [];
        child.stdout.on("data", (chunk) => out.push(chunk));
        child.stderr.on("data", (chunk) => err.push(chunk));
        child.on("error", (error) => reject((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) === "ENOENT" ? new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb("--changed needs git, and there is none on PATH.") : error));
        child.on("close", (status) => {
            const [line = "git ended with an error"] = Buffer.concat(err).toString().trim().split("\n").slice(0, 1);
            resolve({ status, stdout: Buffer.concat(out), reason: line.replace(/^fatal: /, "").replace(/\.$/, "") });
        });
        // That git is done before it has read everything shows in its status.
        child.stdin.on("error", () => { });
        void input.catch(() => "").then((text) => child.stdin.end(text));
    });
}


/***/ })

};
