export const id = 497;
export const ids = [497];
export const modules = {

/***/ 7497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkOut: () => (/* binding */ checkOut),
/* harmony export */   isCommit: () => (/* binding */ isCommit),
/* harmony export */   listFilesWith: () => (/* binding */ listFilesWith),
/* harmony export */   readChangeSince: () => (/* binding */ readChangeSince),
/* harmony export */   readFilesBefore: () => (/* binding */ readFilesBefore),
/* harmony export */   runGit: () => (/* binding */ runGit)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _pod_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7805);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6634);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4666);
/* harmony import */ var _folders_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2292);
/* harmony import */ var _texts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8653);








async function readChangeSince(revision, isWanted) {
    const top = await findTop();
    const [changes, untracked, demanding] = await Promise.all([
        listFileChanges(revision, top),
        listUntracked(),
        listDemanding(),
    ]);
    const present = changes.filter(({ isGone, what }) => !isGone && what !== "submodule").map(({ file }) => file);
    const added = untracked.map((file) => node_path__WEBPACK_IMPORTED_MODULE_2__.posix.relative(top, file));
    const tracked = present.filter((file) => isWanted(file, true));
    const wanted = [...new Set([...tracked, ...added.filter((file) => isWanted(file, false))])].toSorted();
    const [{ sources, problems }, base] = [
        await (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readFiles */ .Ul)(wanted, (file) => isWanted(file, true)),
        await readTextsBefore(changes),
    ];
    const names = [...present, ...added];
    const mayHide = changes.some(({ file, isGone }) => isGone && (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isManifest */ .Yh)(file)) || names.some(_pod_index_js__WEBPACK_IMPORTED_MODULE_3__/* .isKustomization */ .Sv);
    const rest = mayHide ? names.filter((file) => !wanted.includes(file)) : [];
    const { sources: unselected } = await (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readFiles */ .Ul)(rest, () => false);
    const replaced = findReplacedFolders(changes.filter(({ file }) => !wanted.includes(file)), base.filter(({ file }) => isWanted(file, true)));
    const others = demanding
        .map((file) => node_path__WEBPACK_IMPORTED_MODULE_2__.posix.relative(top, file))
        .filter((file) => (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isManifest */ .Yh)(file) && !wanted.includes(file));
    const elsewhere = (await (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readFiles */ .Ul)(others, _files_js__WEBPACK_IMPORTED_MODULE_5__/* .isManifest */ .Yh)).sources.map((source) => ({ ...source, elsewhere: true }));
    return {
        sources: [...(0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .addTextsBefore */ .Nx)(sources, base), ...replaced, ...elsewhere],
        base,
        unselected,
        problems,
        changedFiles: [...changes.map(({ file }) => file), ...added],
        commit: () => findMergeBase(revision),
    };
}
function findReplacedFolders(changes, base) {
    return changes.flatMap(({ file, isGone, what }) => {
        if (isGone || what === "file")
            return [];
        const before = (0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .findBelow */ .JB)(file, base);
        return before ? [{ file, text: "", unread: _texts_js__WEBPACK_IMPORTED_MODULE_7__/* .replacedBy */ ._0[what], before: before.text }] : [];
    });
}
async function readFilesBefore(revision, files) {
    await findTop();
    const commit = await findMergeBase(revision);
    const texts = new Map();
    for (const file of files) {
        const { status, stdout } = await runGit(["cat-file", "blob", `${commit}:${file}`]);
        const text = status === 0 ? (0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .decodeUtf8 */ ._6)(stdout) : undefined;
        if (text !== undefined)
            texts.set(file, text);
    }
    return { commit, texts };
}
async function checkOut(commit, folder) {
    const settings = ["filter.lfs.smudge=", "filter.lfs.process=", "filter.lfs.required=false", "core.autocrlf=false"];
    const index = { GIT_INDEX_FILE: `${folder}.index`, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
    const options = settings.flatMap((each) => ["-c", each]);
    const steps = [
        ["read-tree", commit],
        ["checkout-index", "--all", "--quiet", `--prefix=${folder}/`],
    ];
    for (const step of steps) {
        const { status, reason } = await runGit([...options, ...step], "", index);
        if (status !== 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`git could not show what was there before: ${reason}.`);
    }
}
async function findTop() {
    const result = await runGit(["rev-parse", "--show-prefix"]);
    if (result.status === 0)
        return result.stdout.toString().replace(/\n$/, "");
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`--changed compares with git, and git does not open a repository in ${process.cwd()}: ${result.reason}.`);
}
async function findMergeBase(revision) {
    const candidates = revision === undefined ? ["@{upstream}", "refs/remotes/origin/HEAD"] : [revision];
    for (const each of candidates) {
        const { status, stdout } = await runGit(["merge-base", "--end-of-options", each, "HEAD"]);
        const [commit] = stdout.toString().split("\n");
        if (status === 0 && commit)
            return commit;
        if (await isCommit(each))
            throw await noMergeBase(each);
    }
    if (!(await isCommit("HEAD")))
        throw noCommit();
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(revision === undefined
        ? "--changed: the branch has no upstream, and origin has no HEAD: name a revision, such as --changed=main."
        : `--changed "${revision}": git knows no such revision. Fetch it, or name another: git branch --all lists them.`);
}
async function isCommit(revision) {
    const { status } = await runGit(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
    return status === 0;
}
async function noMergeBase(revision) {
    if (!(await isCommit("HEAD")))
        return noCommit();
    const { stdout } = await runGit(["rev-parse", "--is-shallow-repository"]);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(stdout.toString().trim() === "true"
        ? `--changed: this clone is shallow, and lacks the commit in which HEAD and ${revision} meet: run git fetch --unshallow (fetch-depth: 0 in a workflow).`
        : `--changed: HEAD and ${revision} have no commit in common: name a revision that HEAD comes from.`);
}
function noCommit() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb("--changed: this repository has no commit to compare with yet.");
}
async function listFileChanges(revision, top) {
    const form = ["--raw", "-z", "--no-abbrev", "--no-renames", "--no-relative", "--no-ext-diff", "--no-textconv"];
    if (revision !== undefined) {
        const result = await runGit(["diff", "--merge-base", ...form, "--end-of-options", revision, "--"]);
        if (result.status === 0)
            return parseChanges(splitFields(result), top);
    }
    return parseChanges(await listPaths(["diff", ...form, await findMergeBase(revision), "--"]), top);
}
function listUntracked() {
    return listPaths(["ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", ":/"]);
}
async function listDemanding() {
    const result = await runGit(["grep", "-z", "-l", "-a", "-F", "--full-name", "-e", _pod_index_js__WEBPACK_IMPORTED_MODULE_3__/* .podSecurityLabels */ .zR, "--", ":/"]);
    return result.status === 1 ? [] : splitFields(result);
}
async function listFilesWith(words, folder) {
    const isTop = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(folder, ".git"));
    const scope = isTop ? "--untracked" : "--no-index";
    const patterns = words.flatMap((each) => ["-e", each]);
    const result = await runGit(["-C", folder, "grep", "-z", "-l", "-a", "-F", scope, ...patterns, "--", "."]);
    return result.status === 0 ? splitFields(result) : [];
}
function parseChanges(fields, top) {
    return fields.flatMap((head, index) => {
        const [, before = "", after = "", blob = ""] = /^:(\d{6}) (\d{6}) ([0-9a-f]+) [0-9a-f]+ [A-Z]/.exec(head) ?? [];
        const file = fields[index + 1];
        if (index % 2 === 1 || file === undefined)
            return [];
        return [
            {
                file: node_path__WEBPACK_IMPORTED_MODULE_2__.posix.relative(top, file),
                isGone: after === "000000",
                what: after === "160000" ? "submodule" : after === "120000" ? "link" : "file",
                blob: /^100/.test(before) ? blob : undefined,
            },
        ];
    });
}
async function readTextsBefore(changes) {
    const wanted = changes.filter(({ blob, file }) => blob !== undefined && (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isManifest */ .Yh)(file));
    if (wanted.length === 0)
        return [];
    const { status, stdout, reason } = await runGit(["cat-file", "--batch"], wanted.map(({ blob }) => `${blob}\n`).join(""));
    if (status !== 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`--changed: git could not show what was there before: ${reason}.`);
    const sources = [];
    let offset = 0;
    for (const { file, blob } of wanted) {
        const end = stdout.indexOf("\n", offset);
        const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(stdout.toString("latin1", offset, end)) ?? [];
        if (size === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`--changed: this clone lacks what ${file} was before (${blob}): run git fetch --refetch.`);
        const text = (0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .decodeUtf8 */ ._6)(stdout.subarray(end + 1, end + 1 + Number(size)));
        if (text !== undefined)
            sources.push({ file, text });
        offset = end + 2 + Number(size);
    }
    return sources;
}
async function listPaths(args) {
    const result = await runGit(args);
    if (result.status !== 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`--changed: git could not list what changed: ${result.reason}.`);
    return splitFields(result);
}
function splitFields({ stdout }) {
    return stdout
        .toString()
        .split("\0")
        .filter((field) => field !== "");
}
function runGit(args, input = "", environment = {}) {
    return new Promise((resolve, reject) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)("git", [..._folders_js__WEBPACK_IMPORTED_MODULE_6__/* .gitSettings */ .Ug, ...args], { env: { ...(0,_folders_js__WEBPACK_IMPORTED_MODULE_6__/* .gitEnvironment */ ._K)(), ...environment } });
        const out = [];
        const err = [];
        child.stdout.on("data", (chunk) => out.push(chunk));
        child.stderr.on("data", (chunk) => err.push(chunk));
        child.on("error", (error) => reject((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(error) === "ENOENT" ? new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb("git is needed, and there is none on PATH: install it.") : error));
        child.on("close", (status) => {
            const [line = ""] = Buffer.concat(err).toString().trim().split("\n");
            const reason = line.replace(/^fatal: /, "").replace(/\.$/, "");
            resolve({ status, stdout: Buffer.concat(out), reason: reason || "git ended with an error" });
        });
        child.stdin.on("error", () => { });
        child.stdin.end(input);
    });
}


/***/ })

};
