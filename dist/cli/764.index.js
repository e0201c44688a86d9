export const id = 764;
export const ids = [764];
export const modules = {

/***/ 1536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bM: () => (/* binding */ findEdited),
  jz: () => (/* binding */ findOwnFiles),
  oU: () => (/* binding */ loadBaseline),
  Uc: () => (/* binding */ loadBaselineToWrite),
  hd: () => (/* binding */ loadPolicies)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/policy/index.js + 12 modules
var policy = __webpack_require__(4922);
// EXTERNAL MODULE: ./lib/source/errors.js
var errors = __webpack_require__(6634);
// EXTERNAL MODULE: ./lib/source/extended-policies.js
var extended_policies = __webpack_require__(1463);
// EXTERNAL MODULE: ./lib/source/files.js
var source_files = __webpack_require__(4666);
// EXTERNAL MODULE: ./lib/source/own-files.js
var own_files = __webpack_require__(7251);
// EXTERNAL MODULE: ./lib/source/texts.js
var texts = __webpack_require__(8653);
;// CONCATENATED MODULE: ./lib/source/policy-clones.js






const policy_clones_option = "--policy-clone";
function openClones(options) {
    const clones = options.map(readClone);
    return async (address, asker) => {
        const clone = clones.find((each) => (0,policy/* isSameRepository */.ve)(each, address));
        const name = `${address.owner}/${address.repository}`;
        if (!clone)
            throw new errors/* UsageError */.eb(`${asker} is a file of another repository, and the command line opens no connection: clone ${name}, and add ${policy_clones_option} ${name}=PATH.`);
        return await openClone(clone, address, asker);
    };
}
function readClone(text) {
    const [, owner, repository, folder] = /^(\w[\w-]*)\/([\w.-]+)=(.+)$/s.exec(text) ?? [];
    if (owner && repository && folder)
        return { owner, repository, folder };
    throw new errors/* UsageError */.eb(`${policy_clones_option} ${JSON.stringify(text)}: write OWNER/REPOSITORY=PATH, where PATH is its clone.`);
}
async function openClone({ folder }, address, asker) {
    const { runGit } = await __webpack_require__.e(/* import() */ 497).then(__webpack_require__.bind(__webpack_require__, 7497));
    const offline = { GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "none" };
    const git = (...args) => runGit(["-C", (0,external_node_path_.resolve)(folder), ...args], "", offline);
    const top = await git("rev-parse", "--show-prefix").catch(() => {
        throw new errors/* UsageError */.eb(`${policy_clones_option} needs git, and there is none on PATH.`);
    });
    if (top.status !== 0)
        throw new errors/* UsageError */.eb(`${policy_clones_option} ${JSON.stringify(folder)}: git does not open a repository there: ${top.reason}.`);
    if (top.stdout.toString().trim() !== "")
        throw new errors/* UsageError */.eb(`${policy_clones_option} ${JSON.stringify(folder)}: this is a folder in a repository: name its top.`);
    for (const { name, isBranch } of (0,extended_policies/* refsFor */.I)(address.ref)) {
        const revision = (0,policy/* isCommitId */.jh)(name) ? name : `refs/${name}`;
        const found = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
        const commit = found.stdout.toString().trim();
        if (found.status === 0 && (0,policy/* isCommitId */.jh)(commit))
            return { ...(0,extended_policies/* describeRef */.Ro)(address, commit, isBranch), read: (path) => readAt(commit, path) };
    }
    throw new errors/* UsageError */.eb(`${asker}: ${JSON.stringify(address.ref)} names no commit, tag or branch in the clone ${(0,source_files/* displayPath */.Gt)(folder)}: fetch it there (git fetch --tags), or write a commit in full.`);
    async function readAt(commit, path) {
        const file = (0,policy/* formatAddress */.M0)({ ...address, path });
        const listed = await git("ls-tree", "-z", "--full-tree", commit, "--", `:(top,literal)${path}`);
        const [, mode, blob] = /^(\d{6}) blob ([0-9a-f]+)\t/.exec(listed.stdout.toString()) ?? [];
        if (!blob)
            return undefined;
        if (mode === "120000")
            throw new errors/* UsageError */.eb(`${file}: it is a symbolic link: name the file that it leads to.`);
        const { status, stdout, reason } = await git("cat-file", "blob", blob);
        if (status !== 0)
            throw new errors/* UsageError */.eb(`${file}: it could not be read in the clone: ${reason}.`);
        if (stdout.length > extended_policies/* policyLimit */.EO)
            throw new errors/* UsageError */.eb(`${file}: it is larger than 1 MiB, the most that a policy may have.`);
        const text = (0,texts/* decodeUtf8 */._6)(stdout);
        if (text === undefined)
            throw new errors/* UsageError */.eb(`${file}: it is not UTF-8 text. Save it as UTF-8.`);
        return { file, text };
    }
}

;// CONCATENATED MODULE: ./lib/commands/configuration-files.js








async function findOwnFiles({ config }, root, changed) {
    if (changed === undefined)
        return own_files/* filesOfNow */.Bv;
    const { readFilesBefore } = await __webpack_require__.e(/* import() */ 497).then(__webpack_require__.bind(__webpack_require__, 7497));
    const nameOf = (file) => (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(file)).split(external_node_path_.sep).join("/");
    const candidates = [
        ...(config === undefined ? [] : [config]),
        ...(0,own_files/* foldersUpTo */.Kd)(root).flatMap((folder) => [(0,external_node_path_.join)(folder, own_files/* configurationName */.Sh), (0,external_node_path_.join)(folder, own_files/* misspeltName */.Bi)]),
        (0,external_node_path_.join)(root, own_files/* baselineName */.Ri),
    ];
    const isInside = (file) => !nameOf(file).startsWith("../");
    const names = [...new Set(candidates.filter(isInside).map(nameOf))];
    const { commit, texts } = await readFilesBefore(changed === "" ? undefined : changed, names);
    return {
        place: `${commit.slice(0, 7)}, where the change comes from`,
        has: (file) => (isInside(file) ? texts.has(nameOf(file)) : (0,external_node_fs_.existsSync)(file)),
        read: (file) => {
            const text = texts.get(nameOf(file));
            return text === undefined ? (0,own_files/* readOwnFile */.zx)(file) : { file: (0,source_files/* displayPath */.Gt)(file), text };
        },
        find: async (folder, path) => {
            const file = (0,external_node_path_.join)(folder, path);
            if (!isInside(file))
                return await own_files/* filesOfNow */.Bv.find(folder, path);
            const { texts: found } = await readFilesBefore(commit, [nameOf(file)]);
            const text = found.get(nameOf(file));
            return text === undefined ? undefined : { file: (0,source_files/* displayPath */.Gt)(file), text };
        },
    };
}
function findEdited(root, files, config) {
    const { place, read, has } = files;
    if (place === "")
        return [];
    const configurations = config === undefined || (0,policy/* parseAddress */.or)(config)
        ? [(0,own_files/* findConfiguration */.oN)(root, own_files/* filesOfNow */.Bv), (0,own_files/* findConfiguration */.oN)(root, files)]
        : [config];
    const candidates = new Set([...configurations.filter((file) => file !== undefined), (0,external_node_path_.join)(root, own_files/* baselineName */.Ri)]);
    const isEdited = (file) => (0,external_node_fs_.existsSync)(file) !== has(file) || (has(file) && (0,own_files/* readOwnFile */.zx)(file).text !== read(file).text);
    return [...candidates].filter(isEdited).map(source_files/* displayPath */.Gt);
}
async function loadPolicies(values, root, files) {
    const { config } = values;
    if (config !== undefined && values["no-config"])
        throw new errors/* UsageError */.eb("--config and --no-config exclude each other: choose one of the two.");
    if (values["no-config"])
        return { layers: [], entries: [], notes: [] };
    const open = openClones(values["policy-clone"] ?? []);
    const address = config === undefined || files.has(config) ? undefined : (0,policy/* parseAddress */.or)(config);
    const file = address ? (0,own_files/* findConfiguration */.oN)(root, files) : (config ?? (0,own_files/* findConfiguration */.oN)(root, files));
    const own = file === undefined ? undefined : await placeConfiguration(file, root, files);
    const asker = `--config ${JSON.stringify(config)}`;
    return await (0,extended_policies/* stackPolicies */.Dp)(own, address && { address, from: "--config", asker }, open);
}
async function placeConfiguration(file, root, files) {
    if (files.place !== "" && !files.has(file))
        throw new errors/* UsageError */.eb(`--config "${file}": there is no such file at ${files.place}. A configuration that a change adds takes effect once it is merged; --config-ref head reads the change's own.`);
    const nameFrom = (folder) => (0,external_node_path_.relative)(folder, (0,external_node_path_.resolve)(file)).split(external_node_path_.sep).join("/");
    const top = nameFrom(root).startsWith("../") ? (0,external_node_path_.dirname)((0,external_node_path_.resolve)(file)) : root;
    const repository = {
        name: "",
        where: files.place === "" ? "this repository" : files.place,
        commit: "",
        notes: [],
        read: (path) => files.find(top, path),
    };
    return { configuration: await (0,own_files/* parseConfiguration */.MA)(files.read(file)), repository, path: nameFrom(top) };
}
function loadBaseline(root, files) {
    const file = (0,external_node_path_.join)(root, own_files/* baselineName */.Ri);
    if (!files.has(file))
        return policy/* defaultPolicy */.G4.baseline;
    const source = files.read(file);
    const now = files.place !== "" && (0,external_node_fs_.existsSync)(file) ? (0,own_files/* readOwnFile */.zx)(file) : undefined;
    return (0,policy/* isWrittenAnew */.Bn)(source, now) ? policy/* defaultPolicy */.G4.baseline : takeBaseline(root, source);
}
function loadBaselineToWrite(root) {
    const file = (0,external_node_path_.join)(root, own_files/* baselineName */.Ri);
    if (!(0,external_node_fs_.existsSync)(file))
        return { baseline: policy/* defaultPolicy */.G4.baseline, isOld: false };
    const source = (0,own_files/* readOwnFile */.zx)(file);
    const isOld = (0,policy/* isOldBaseline */.nr)(source);
    return { baseline: takeBaseline(root, source, isOld ? policy/* readOldBaseline */.JO : undefined), isOld };
}
function takeBaseline(root, source, readEntries) {
    return (0,policy/* markGone */.FL)((0,own_files/* parseBaseline */.nk)(source, readEntries), (name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, name)));
}


/***/ }),

/***/ 6992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ addImages)
/* harmony export */ });
/* harmony import */ var _review_images_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6444);
/* harmony import */ var _streams_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6919);


async function addImages({ policy, images: source }, manifests) {
    if (!source)
        return policy;
    const wanted = await (0,_review_images_js__WEBPACK_IMPORTED_MODULE_0__/* .findImages */ .Mz)(manifests, policy);
    if ("insecure" in source)
        return { ...policy, images: await readFromRegistries(wanted, source) };
    const { readImagesFile } = await __webpack_require__.e(/* import() */ 498).then(__webpack_require__.bind(__webpack_require__, 8498));
    return { ...policy, images: readImagesFile(source.file, wanted) };
}
async function readFromRegistries(wanted, { insecure, depth }) {
    const { readImages } = await __webpack_require__.e(/* import() */ 755).then(__webpack_require__.bind(__webpack_require__, 3755));
    const start = performance.now();
    const isTerminal = process.stderr.isTTY === true;
    const onProgress = (done, all) => {
        if (isTerminal && performance.now() - start > 300)
            void (0,_streams_js__WEBPACK_IMPORTED_MODULE_1__/* .remark */ .V)(`\r\u001b[KReading images: ${done} of ${all}`);
    };
    const images = await readImages(wanted, { helpers: "run", insecure, depth, onProgress });
    if (isTerminal)
        await (0,_streams_js__WEBPACK_IMPORTED_MODULE_1__/* .remark */ .V)("\r\u001b[K");
    return images;
}


/***/ }),

/***/ 8764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/version.js
var version = __webpack_require__(8882);
// EXTERNAL MODULE: ./lib/source/errors.js
var errors = __webpack_require__(6634);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/pod/patterns.js
var patterns = __webpack_require__(212);
// EXTERNAL MODULE: ./lib/policy/index.js + 12 modules
var lib_policy = __webpack_require__(4922);
// EXTERNAL MODULE: ./lib/pod/kubernetes.js
var kubernetes = __webpack_require__(7471);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/summary.js


const summaryKeys = [
    "files",
    "workloads",
    "containers",
    "enforce",
    "warn",
    "audit",
    "ignored",
    "problems",
    "unjudged",
];
function startSummary() {
    const sum = { workloads: 0, containers: 0, enforce: 0, warn: 0, audit: 0, ignored: 0 };
    return {
        add({ findings = [], workloads = [] }) {
            for (const { mode, ignored } of findings)
                sum[ignored ? "ignored" : mode]++;
            for (const { pod } of workloads)
                sum.containers += pod.containers.length;
            sum.workloads += workloads.length;
        },
        finish: ({ files, problems, unjudged }) => ({ files, ...sum, problems: problems.length, unjudged }),
    };
}
function describeUnjudged(count) {
    if (count === 0)
        return "";
    return `${(0,words/* formatCount */.B4)(count, "file")} with something like a workload ${count === 1 ? "was" : "were"} not judged`;
}
function countFindings(findings, mode) {
    return findings.filter((finding) => finding.mode === mode && !finding.ignored).length;
}
function countByMode(findings) {
    const counts = { enforce: 0, warn: 0, audit: 0 };
    for (const { mode } of findings)
        counts[mode]++;
    return counts;
}
function describeModes(counts) {
    return kubernetes/* modes */.nI
        .filter((mode) => counts[mode] > 0)
        .map((mode) => (0,words/* formatCount */.B4)(counts[mode], words/* modeNouns */.TO[mode]))
        .join(", ");
}

// EXTERNAL MODULE: ./lib/review/groups.js
var review_groups = __webpack_require__(1770);
// EXTERNAL MODULE: ./lib/rules/index.js + 49 modules
var rules = __webpack_require__(3950);
// EXTERNAL MODULE: ./lib/source/files.js
var source_files = __webpack_require__(4666);
// EXTERNAL MODULE: ./lib/source/own-files.js
var own_files = __webpack_require__(7251);
;// CONCATENATED MODULE: ./lib/source/write.js



async function writeWhole(file, pieces, stop) {
    const before = (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false });
    const leadsNowhere = !before && (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false });
    if (before?.isFile())
        await replaceFile((0,external_node_fs_.realpathSync)(file), pieces, before, stop);
    else if (before || leadsNowhere)
        await writeInto(file, pieces, stop);
    else
        await replaceFile(file, pieces, undefined, stop);
}
async function rewriteFile(file, before, after) {
    try {
        const target = (0,external_node_fs_.realpathSync)(file);
        const current = (0,external_node_fs_.readFileSync)(target, "utf8");
        if (current === after)
            return undefined;
        if (current !== before)
            return "it changed while it was being fixed. Run the command again";
        const stats = (0,external_node_fs_.statSync)(target);
        if ((stats.mode & 0o222) === 0)
            return "it is read-only. Make it writable first";
        await replaceFile(target, [after], stats);
        return undefined;
    }
    catch (error) {
        return (0,errors/* reasonOf */.A3)(error);
    }
}
async function replaceFile(target, pieces, before, stop) {
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(target), `.secctx-${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`);
    const handle = (0,external_node_fs_.openSync)(temporary, "wx", before?.mode ?? 0o666);
    try {
        try {
            await writePieces(handle, pieces, stop);
            if (before && process.getuid?.() === 0)
                (0,external_node_fs_.fchownSync)(handle, before.uid, before.gid);
        }
        finally {
            (0,external_node_fs_.closeSync)(handle);
        }
        if (before)
            (0,external_node_fs_.chmodSync)(temporary, before.mode);
        (0,external_node_fs_.renameSync)(temporary, target);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        throw error;
    }
}
async function writeInto(file, pieces, stop) {
    const handle = (0,external_node_fs_.openSync)(file, "w");
    try {
        await writePieces(handle, pieces, stop);
    }
    finally {
        (0,external_node_fs_.closeSync)(handle);
    }
}
async function writePieces(handle, pieces, stop) {
    if (Symbol.iterator in pieces) {
        for (const piece of pieces)
            (0,external_node_fs_.writeFileSync)(handle, piece);
        return;
    }
    for await (const piece of pieces) {
        stop?.throwIfAborted();
        (0,external_node_fs_.writeFileSync)(handle, piece);
        await hearSignals();
    }
}
async function deferSignals(work) {
    const stop = new AbortController();
    let pending;
    const defer = (signal) => {
        pending = signal;
        stop.abort();
    };
    for (const signal of deferred)
        process.on(signal, defer);
    try {
        return await work(stop.signal);
    }
    finally {
        await hearSignals();
        for (const signal of deferred)
            process.off(signal, defer);
        if (pending)
            process.kill(process.pid, pending);
    }
}
const deferred = ["SIGINT", "SIGTERM"];
function hearSignals() {
    return new Promise((resolve) => void setImmediate(resolve));
}

// EXTERNAL MODULE: ./lib/commands/configuration-files.js + 1 modules
var configuration_files = __webpack_require__(1536);
// EXTERNAL MODULE: ./lib/commands/options.js
var commands_options = __webpack_require__(6252);
// EXTERNAL MODULE: ./lib/commands/policy-in-force.js
var policy_in_force = __webpack_require__(6910);
// EXTERNAL MODULE: ./lib/commands/review-paths.js + 4 modules
var review_paths = __webpack_require__(1661);
// EXTERNAL MODULE: ./lib/commands/streams.js
var streams = __webpack_require__(6919);
;// CONCATENATED MODULE: ./lib/commands/baseline.js


















const baselineOptions = {
    ...commands_options/* policyOptions */.VJ,
    ...commands_options/* imageOptions */.c$,
    ...commands_options/* renderOptions */.Dx,
    prune: { type: "boolean" },
};
async function runBaseline(args) {
    const { values, positionals } = (0,commands_options/* parseOptions */.Ac)("baseline", args, baselineOptions);
    const { prune: isPruning = false, quiet: isQuiet = false } = values;
    const root = (0,own_files/* findRoot */.wg)();
    const name = (0,source_files/* displayPath */.Gt)((0,external_node_path_.join)(root, own_files/* baselineName */.Ri));
    const { baseline, isOld } = (0,configuration_files/* loadBaselineToWrite */.Uc)(root);
    if (isOld && positionals.length > 0)
        throw new errors/* UsageError */.eb(`${name}: it has the old format, and can only be rewritten as a whole: leave out the paths.`);
    const isBelow = isPruning ? chooseBelow(positionals, (0,lib_policy/* acceptAgain */.NV)(baseline)) : () => true;
    const { policy, ...inForce } = await (0,policy_in_force/* resolvePolicy */.nZ)(values, { appliesBaseline: false });
    const isAdding = !isPruning && positionals.length > 0;
    const result = await (0,review_paths/* reviewPaths */.xF)(isAdding ? positionals : [(0,source_files/* displayPath */.Gt)(root)], {
        ...inForce,
        policy: { ...policy, baseline },
    });
    await (0,review_paths/* remarkProblems */.Lj)(result.problems.filter(({ file }) => file !== name));
    const isPartial = result.verdict === "error";
    if (isPartial)
        await (0,streams/* remark */.V)(`${(0,report_escape/* escapeLine */.EH)(name)}: what could not be evaluated is not accepted; what was accepted there stays accepted.\n`);
    const isRewriting = isPruning || isOld;
    const findings = result.findings.filter(({ rule, ignored }) => rule !== rules/* unusedIgnore */.B0 && (!ignored || ignored.by === "baseline"));
    const before = (0,lib_policy/* entriesFor */.aB)((0,lib_policy/* acceptAgain */.NV)(baseline));
    const unjudged = isPartial ? result.accepted.filter(({ isJudged }) => !isJudged) : [];
    const after = (0,lib_policy/* entriesFor */.aB)([
        ...(isAdding ? (0,lib_policy/* acceptAgain */.NV)(baseline) : unjudged.flatMap(repeat)),
        ...(isRewriting
            ? result.accepted.flatMap((use) => (isBelow(use.entry.file ?? ".") ? (0,lib_policy/* acceptAll */.aG)(use.found) : repeat(use)))
            : (0,lib_policy/* acceptAll */.aG)(findings.flatMap(({ occurrences }) => occurrences()))),
    ]);
    if (before.length + after.length > 0 || isOld)
        await deferSignals(() => writeBaseline((0,external_node_path_.join)(root, own_files/* baselineName */.Ri), (0,lib_policy/* baselineText */.BW)(after)));
    if (!isQuiet) {
        const accepted = joinParts(isRewriting ? findings.filter(({ ignored }) => ignored) : findings);
        const open = isRewriting ? joinParts(findings.filter(({ ignored }) => !ignored)).length : 0;
        const lines = describeRewritten(name, { accepted, open, before, after, isOld, isPruning });
        for (const line of lines)
            await (0,streams/* say */.c)(`${(0,report_escape/* escapeLine */.EH)(line)}\n`);
    }
    return isPartial ? 2 : 0;
}
function chooseBelow(paths, accepted) {
    const folder = (0,own_files/* pathFrom */.Iw)((0,own_files/* findRoot */.wg)());
    const tests = paths.map((path) => {
        const own = (0,lib_policy/* fromFolder */.FC)(folder, (0,source_files/* displayPath */.Gt)(path));
        const isAt = (file) => own === "" || file === own || file.startsWith(`${own}/`) || (0,patterns/* matchesPattern */.MT)(own, file);
        if (!(0,external_node_fs_.existsSync)(path) && !accepted.some(({ file }) => isAt(file)))
            throw new errors/* UsageError */.eb(`"${path}": there is no such file or folder, and the baseline accepts nothing below it.`);
        return isAt;
    });
    return (file) => tests.length === 0 || tests.some((isAt) => isAt(file));
}
function repeat({ workload, entry: { file, count, ...fact } }) {
    return file === null ? [] : [{ workload, fact, file, count }];
}
async function writeBaseline(file, text) {
    try {
        (0,own_files/* refuseLinkOut */.rS)((0,own_files/* findRoot */.wg)(), file);
        await writeWhole(file, [text]);
    }
    catch (error) {
        if (error instanceof errors/* UsageError */.eb)
            throw error;
        throw new errors/* UsageError */.eb(`${(0,source_files/* displayPath */.Gt)(file)}: it could not be written: ${(0,errors/* reasonOf */.A3)(error)}.`);
    }
}
function describeRewritten(name, { accepted, open, before, after, isOld, isPruning }) {
    if (before.length + after.length === 0 && !isOld)
        return [`There is nothing to accept: ${name} was not written.`];
    const { added, gone, moved } = compareEntries(before, after);
    const counts = describeModes(countByMode(accepted));
    const entries = (count) => (0,words/* formatCount */.B4)(count, "entry", "entries");
    const [news, changed] = isPruning
        ? ["now", `${entries(gone.length)} taken out or lowered`]
        : ["new", `${entries(added.length)} added, ${gone.length} taken out`];
    const change = isOld ? "rewritten, with the files" : `${changed}, ${moved.length} moved`;
    const rest = open === 0 ? "" : ` Not accepted: ${(0,words/* formatCount */.B4)(open, "finding")}.`;
    return [
        `${name}: ${(0,words/* formatCount */.B4)(accepted.length, "finding")} accepted${counts && ` (${counts})`}; ${change}.${rest}`,
        ...(before.length > 0
            ? [
                ...gone.map((entry) => `  gone   ${entry}`),
                ...moved.map((entry) => `  moved  ${entry}`),
                ...added.map((entry) => `  ${news}    ${entry}`),
            ]
            : []),
    ];
}
function compareEntries(before, after) {
    const [known, left] = [new Set(before), new Set(after)];
    const goneByRest = (0,review_groups/* groupBy */.$z)(before.filter((entry) => !left.has(entry)), withoutFile);
    const fresh = after.filter((entry) => !known.has(entry));
    const moved = new Set(fresh.filter((entry) => goneByRest.get(withoutFile(entry))?.pop() !== undefined));
    return {
        moved: [...moved],
        added: fresh.filter((entry) => !moved.has(entry)),
        gone: [...goneByRest.values()].flat(),
    };
}
function withoutFile(entry) {
    const { file: _, ...rest } = JSON.parse(entry);
    return JSON.stringify(rest);
}
function joinParts(findings) {
    const keyOf = ({ rule, level, location: { file, range }, document, path, tell }) => JSON.stringify([rule.id, level, file, range, document, path, tell([])]);
    return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

// EXTERNAL MODULE: ./lib/policy/policy.js
var policy = __webpack_require__(3506);
;// CONCATENATED MODULE: ./lib/report/by-manifest.js

async function* writeByManifest({ manifests }, write) {
    for (;;) {
        const { done, value } = await manifests.next();
        if (done)
            return value;
        yield await write(value);
    }
}
function replay({ result, sources, fixed }) {
    return { policy: result.policy, manifests: manifests() };
    async function* manifests() {
        const findings = (0,review_groups/* groupBy */.$z)(result.findings, ({ location }) => location.file);
        const workloads = (0,review_groups/* groupBy */.$z)(result.workloads, ({ file }) => file);
        const namespaces = (0,review_groups/* groupBy */.$z)(result.beside.namespaces, ({ document }) => document.file);
        const fragments = (0,review_groups/* groupBy */.$z)(result.beside.fragments, ({ document }) => document.file);
        for (const source of sources) {
            const { file } = source;
            const ofFile = { findings: findings.get(file) ?? [], workloads: workloads.get(file) ?? [] };
            const beside = { namespaces: namespaces.get(file) ?? [], fragments: fragments.get(file) ?? [] };
            const text = fixed?.get(file);
            yield { source, ...ofFile, beside, ...(text !== undefined && { fixed: text }) };
            findings.delete(file);
        }
        return { ...result, findings: [...findings.values()].flat() };
    }
}

// EXTERNAL MODULE: ./lib/review/stream.js
var stream = __webpack_require__(4818);
// EXTERNAL MODULE: ./lib/review/documents.js
var review_documents = __webpack_require__(2258);
// EXTERNAL MODULE: ./lib/review/fix.js
var fix = __webpack_require__(3635);
// EXTERNAL MODULE: ./lib/review/source-edits.js
var source_edits = __webpack_require__(4347);
// EXTERNAL MODULE: ./lib/yaml/index.js + 23 modules
var yaml = __webpack_require__(182);
;// CONCATENATED MODULE: ./lib/report/order.js


function compareModes(a, b) {
    return kubernetes/* modes */.nI.indexOf(a.mode) - kubernetes/* modes */.nI.indexOf(b.mode);
}
function compareSeriousness(a, b) {
    return compareModes(a, b) || levelRanks[a.level] - levelRanks[b.level] || rankOf(ruleIdOf(a)) - rankOf(ruleIdOf(b));
}
const levelRanks = { baseline: 0, privileged: 1, restricted: 2, hardened: 3 };
const ruleRanks = new Map(rules/* rules */.aO.map(({ id }, rank) => [id, rank]));
function ruleIdOf({ rule }) {
    return typeof rule === "string" ? rule : rule.id;
}
function sortRuleIds(ids) {
    return [...new Set(ids)].toSorted().toSorted((a, b) => rankOf(a) - rankOf(b));
}
function rankOf(ruleId) {
    return ruleRanks.get(ruleId) ?? rules/* rules */.aO.length;
}

;// CONCATENATED MODULE: ./lib/report/fix-changes.js






async function makeAllFixes({ source, fixed, findings }, policy) {
    if (fixed !== undefined) {
        const { formatChanges } = await __webpack_require__.e(/* import() */ 287).then(__webpack_require__.bind(__webpack_require__, 1287));
        return { refusals: new Map(), followUps: [], patch: formatChanges(source.text, fixed) };
    }
    const { applied, declined } = await (0,fix/* fix */.Up)(source, policy);
    const known = new Set(findings.map(({ fingerprint }) => fingerprint));
    return {
        refusals: new Map(declined.map(({ finding, reason, before }) => [finding.fingerprint, before?.reason ?? reason])),
        followUps: applied.filter(({ fingerprint }) => !known.has(fingerprint)),
        patch: "",
    };
}
const mostFixes = 5000;
function chooseFixesToTry({ findings, policy }, sources) {
    const offered = findings.filter((finding) => finding.fix && !finding.ignored).toSorted(compareModes);
    const findingsByFile = (0,review_groups/* groupBy */.$z)(findings, getFile);
    const lengths = new Map(sources.map(({ file, text }) => [file, text.length]));
    const remainingWork = new Map();
    const affordable = offered.filter((finding) => {
        const { file } = finding.location;
        const work = (0,fix/* workOf */.LT)(lengths.get(file) ?? 0, findingsByFile.get(file)?.length ?? 0, [finding]);
        const remaining = (remainingWork.get(file) ?? policy.limits.fixCharacters) - work;
        remainingWork.set(file, remaining);
        return remaining >= 0;
    });
    return new Set(affordable.slice(0, mostFixes));
}
async function computeFixChanges(result, sources) {
    const { diffLines } = await __webpack_require__.e(/* import() */ 287).then(__webpack_require__.bind(__webpack_require__, 1287));
    const changes = new Map();
    const texts = new Map(sources.map(({ file, text }) => [file, text]));
    const { findings, policy } = result;
    const chosen = chooseFixesToTry(result, sources);
    for (const finding of chosen) {
        const { edits, location } = finding;
        if (!edits)
            continue;
        const byFile = [...(0,review_groups/* groupBy */.$z)(edits, ({ file }) => file)].toSorted(([a], [b]) => Number(b === location.file) - Number(a === location.file));
        const changed = byFile.map(([file, own]) => {
            const before = texts.get(file) ?? "";
            return { file, changes: shiftChanges(diffLines(before, (0,source_edits/* applyEdits */.c)(before, own)), 0) };
        });
        changes.set(finding, changed);
    }
    const filesToFix = new Set([...chosen].filter(({ edits }) => !edits).map(getFile));
    const findingsByFile = (0,review_groups/* groupBy */.$z)(findings, getFile);
    for (const source of sources.filter(({ file }) => filesToFix.has(file))) {
        const findingsByDocument = (0,review_groups/* groupBy */.$z)(findingsByFile.get(source.file) ?? [], ({ document }) => document);
        const { documents } = await (0,yaml/* withFullReader */.xt)(() => (0,review_documents/* readManifest */.WI)(source, policy));
        for (const document of documents) {
            const ofDocument = findingsByDocument.get(document.index) ?? [];
            const before = document.text.slice(document.range.start, document.range.end);
            const linesAbove = document.text.slice(0, document.range.start).split("\n").length - 1;
            for (const finding of ofDocument.filter((each) => chosen.has(each) && !each.edits)) {
                const step = await (0,yaml/* withFullReader */.xt)(() => (0,fix/* tryFix */.XB)(document, finding, ofDocument, policy));
                if ("declined" in step)
                    continue;
                const { text, range } = step.document;
                const own = shiftChanges(diffLines(before, text.slice(range.start, range.end)), linesAbove);
                changes.set(finding, [{ file: source.file, changes: own }]);
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

;// CONCATENATED MODULE: ./lib/report/compression.js
async function compress(text) {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
async function decompress(base64, limit = Number.POSITIVE_INFINITY) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    let text = "";
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        text += decoder.decode(chunk.value, { stream: true });
        if (text.length > limit)
            throw new Error(`The text is longer than ${limit} characters.`);
    }
    return text + decoder.decode();
}

;// CONCATENATED MODULE: ./lib/report/json.js





async function* renderJson(review) {
    const summary = startSummary();
    const workloads = keepAsBytes();
    const [nextFindings, nextWorkloads] = [createListWriter(), createListWriter()];
    yield renderOpening(buildHead(review.policy));
    const conclusion = yield* writeByManifest(review, (part) => {
        summary.add(part);
        workloads.add(nextWorkloads(part.workloads.map(buildWorkload)));
        return nextFindings(part.findings.map(buildFinding));
    });
    summary.add({ findings: conclusion.findings });
    yield nextFindings(conclusion.findings.map(buildFinding));
    yield between;
    yield* workloads.finish();
    yield renderEnding(buildTail(conclusion, summary.finish(conclusion)));
    return conclusion;
}
function keepAsBytes() {
    const encoder = new TextEncoder();
    const pieces = [];
    let text = "";
    const encode = () => {
        pieces.push(encoder.encode(text));
        text = "";
    };
    return {
        add(more) {
            text += more;
            if (text.length >= 65_536)
                encode();
        },
        finish() {
            encode();
            return pieces;
        },
    };
}
function* renderJsonReport({ findings, workloads, ...report }) {
    const [nextFindings, nextWorkloads] = [createListWriter(), createListWriter()];
    yield renderOpening(report);
    for (const finding of findings)
        yield nextFindings([finding]);
    yield between;
    for (const workload of workloads)
        yield nextWorkloads([workload]);
    yield renderEnding(report);
}
function buildReport(result) {
    const { findings, workloads } = result;
    const summary = startSummary();
    summary.add(result);
    return {
        ...buildHead(result.policy),
        findings: findings.map(buildFinding),
        workloads: workloads.map(buildWorkload),
        ...buildTail(result, summary.finish(result)),
    };
}
function buildHead({ enforce, warn, audit, kubernetesVersion, gate, rules, }) {
    const policy = { enforce, warn, audit, kubernetesVersion: kubernetesVersion.name, gate, rules };
    return { schema, tool: { name: "secctx", version: version/* version */.r }, policy };
}
function buildTail({ verdict, problems, shard }, summary) {
    return {
        verdict,
        summary,
        problems: problems.map(({ severity, file, line, message }) => ({ severity, file, line, message })),
        shard: shard && buildShard(shard),
    };
}
const schema = "secctx/v1";
const between = '],"workloads":[';
function renderOpening({ tool, policy }) {
    return `${(0,report_escape/* stringifySafely */.q)({ schema, tool, policy }).slice(0, -1)},"findings":[`;
}
function renderEnding({ verdict, summary, problems, shard }) {
    return `],${(0,report_escape/* stringifySafely */.q)({ verdict, summary, problems, shard }).slice(1)}\n`;
}
function createListWriter() {
    let separator = "";
    return (items) => {
        if (items.length === 0)
            return "";
        const text = separator + (0,report_escape/* stringifySafely */.q)(items).slice(1, -1);
        separator = ",";
        return text;
    };
}
function buildFinding(finding) {
    const { rule, level, mode, message, location, document, path, workload, containers } = finding;
    const { origin, fingerprint, related, rendered, fix, ignored } = finding;
    return {
        rule: rule.id,
        level,
        mode,
        message,
        file: location.file,
        document,
        path: formatPointer(path),
        start: copyPosition(location.start),
        end: copyPosition(location.end),
        workload: copyWorkload(workload),
        containers,
        origin,
        new: finding.new,
        fingerprint,
        related: related.map(buildRelated),
        rendered: rendered?.map(buildRendered) ?? null,
        fix: fix && { title: fix.title, safety: fix.safety, risk: fix.risk },
        ignored: ignored && { by: ignored.by, reason: ignored.reason, expires: ignored.expires },
    };
}
function formatPointer(path) {
    return path.map((step) => `/${typeof step === "number" ? step : escapeStep(step)}`).join("");
}
function escapeStep(step) {
    return step.replace(/[~/]/g, (character) => (character === "~" ? "~0" : "~1"));
}
function copyPosition({ line, column }) {
    return { line, column };
}
function buildRelated({ location: { file, start, end }, message, }) {
    return { file, start: copyPosition(start), end: copyPosition(end), message };
}
function buildRendered({ root, values, document, path, workload }) {
    return { root, values, document, path: formatPointer(path), workload: copyWorkload(workload) };
}
function buildWorkload({ pod, file, line, source, admission }) {
    const { version: release, baseline, restricted } = admission;
    return {
        file,
        line,
        ...copyWorkload(pod.workload),
        source,
        admission: { version: release, baseline: copyVerdict(baseline), restricted: copyVerdict(restricted) },
        containers: pod.containers.map((container) => buildContainer(pod, container)),
    };
}
function copyWorkload({ apiVersion, kind, namespace, name }) {
    return { apiVersion, kind, namespace, name };
}
function copyVerdict({ allowed, message }) {
    return { allowed, message };
}
function buildContainer(pod, { name, type, image, effective, derived }) {
    const { userName, uid, gid, capabilities, noNewPrivileges, seccomp, privileged, readOnlyRoot } = derived;
    const settings = {};
    for (const [field, setting] of Object.entries(effective))
        settings[field] = buildSetting(pod, setting);
    return {
        name,
        type,
        image,
        effective: settings,
        derived: { userName, uid, gid, capabilities, noNewPrivileges, seccomp, privileged, readOnlyRoot },
    };
}
function buildSetting({ document }, { value, placeholder, origin, path }) {
    const written = value ?? placeholder;
    if (written === undefined)
        return { value: null, origin };
    const { file, start } = (0,yaml/* sourcePlaceOf */.Uk)(document, path).location;
    return { value: written, origin, file, line: start.line };
}
function buildShard({ index, count, scan, pending }) {
    const { findings, omissions, used, gone } = pending;
    return {
        index,
        count,
        scan,
        pending: {
            findings: findings.map(buildFinding),
            omissions: omissions.map(({ file, line, message, what, looksLikeWorkload }) => {
                return { file, line, message, what, looksLikeWorkload };
            }),
            used: used.map(({ entry, count, places }) => ({ entry, count, places })),
            gone: gone.map(({ entry, count, file, line, fact }) => ({ entry, count, file, line, fact })),
        },
    };
}

// EXTERNAL MODULE: ./lib/pod/index.js + 33 modules
var lib_pod = __webpack_require__(7805);
;// CONCATENATED MODULE: ./lib/review/namespace-levels.js





function judgeNamespaces({ workloads, beside, policy }) {
    const inhabitants = (0,review_groups/* groupBy */.$z)([
        ...workloads.map(({ pod, file, line }) => ({ pod, file, line, workload: pod.workload, home: findHome(pod) })),
        ...findOperated(beside.fragments),
    ], ({ home }) => home);
    const named = beside.namespaces.filter(({ workload }) => workload.name !== "");
    const objects = (0,review_groups/* groupBy */.$z)(named, ({ workload }) => workload.name);
    const names = new Set([...inhabitants.keys(), ...objects.keys()]);
    const ordered = [...names].toSorted((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
    return ordered.map((name) => judgeNamespace(name, inhabitants.get(name) ?? [], (name !== null && objects.get(name)) || [], policy));
}
function findHome({ workload, document }) {
    return workload.namespace || document.rendering?.namespace || null;
}
function findOperated(fragments) {
    return fragments
        .filter(({ isPodSpec, workload }) => !isPodSpec && !(0,lib_pod/* isDeployer */.$X)(workload))
        .map((pod) => {
        const { file, start } = (0,yaml/* sourcePlaceOf */.Uk)(pod.document, pod.object).location;
        return { pod, file, line: start.line, workload: pod.workload, home: findHome(pod) };
    });
}
function judgeNamespace(name, inhabitants, objects, policy) {
    const { kubernetesVersion } = policy;
    const below = (level, version = kubernetesVersion) => dropRepeatedObstacles(inhabitants.flatMap((each) => judgeInhabitant(each, level, version) ?? []));
    const [restricted, baseline] = [below("restricted"), below("baseline")];
    const level = restricted.length === 0 ? "restricted" : baseline.length === 0 ? "baseline" : "privileged";
    const isEmpty = inhabitants.length === 0;
    const [today] = (0,lib_policy/* sortByLevel */.OV)((0,lib_policy/* findDemandsOn */.Nn)(name, policy));
    const enforced = today && (0,lib_policy/* levelOf */.In)(today);
    return {
        name,
        objects: objects.map(({ document, object }) => (0,yaml/* sourcePlaceOf */.Uk)(document, object).location),
        workloads: new Set(inhabitants.map(keyOfInhabitant)).size,
        level: isEmpty ? null : level,
        today,
        rejected: enforced ? below(asStandard(enforced), today.version).filter(({ allowed }) => allowed === false) : [],
        next: isEmpty || level === "restricted" ? null : level === "baseline" ? "restricted" : "baseline",
        obstacles: level === "restricted" ? [] : level === "baseline" ? restricted : baseline,
        labels: isEmpty ? {} : chooseLabels(level, today, policy),
        remarks: objects.flatMap(remarkOnLabels),
    };
}
function judgeInhabitant({ pod, ...place }, level, version) {
    if (level === "privileged")
        return undefined;
    const verdict = (0,rules/* admit */.w4)(pod, rules/* controls */.ne, version)[level];
    const allowed = pod.isFragment && !(level === "baseline" && verdict.allowed === false) ? null : verdict.allowed;
    if (allowed === true)
        return undefined;
    return { ...place, allowed, message: allowed === false ? (verdict.message ?? "") : explainUnknown(pod) };
}
function explainUnknown(pod) {
    const { isFragment, workload, decoding, unknown } = pod;
    if (isFragment)
        return `The pods are made by the operator of this ${workload.kind}: what it adds to them is not known here.`;
    if (decoding.mismatches.length > 0)
        return "The API server can't read this object, so Pod Security never sees it.";
    const names = [...new Set(unknown.map(({ at }) => (0,lib_pod/* formatField */.Wd)(pod, at)))];
    return `The answer hangs on what a tool fills in later${names.length > 0 ? `: ${names.join(", ")}` : ""}.`;
}
function dropRepeatedObstacles(obstacles) {
    const different = (0,review_groups/* groupBy */.$z)(obstacles, (each) => JSON.stringify([keyOfInhabitant(each), each.message]));
    return [...different.values()].map(([{ home: _, ...obstacle }]) => obstacle);
}
function keyOfInhabitant({ file, workload: { kind, namespace, name } }) {
    return JSON.stringify([file, kind, namespace, name]);
}
function asStandard(level) {
    return level === "hardened" ? "restricted" : level;
}
function chooseLabels(level, today, policy) {
    const wanted = atMost(level, asStandard(policy.enforce));
    const isKept = today !== undefined && (0,lib_policy/* levelOf */.In)(today) !== "privileged" && atMost((0,lib_policy/* levelOf */.In)(today), wanted) === wanted;
    const entries = lib_pod/* modes */.nI.flatMap((mode) => {
        const own = today ? (0,lib_policy/* levelOf */.In)(today, mode) : "privileged";
        const chosen = mode === "enforce" ? (isKept ? own : wanted) : atLeast(own, asStandard(policy[mode]));
        const judged = `v1.${policy.kubernetesVersion.minor}`;
        const version = mode === "enforce" ? (isKept ? today.version.name : judged) : "latest";
        return [
            [`${lib_pod/* podSecurityLabels */.zR}/${mode}`, chosen],
            [`${lib_pod/* podSecurityLabels */.zR}/${mode}-version`, version],
        ];
    });
    return Object.fromEntries(entries);
}
function atMost(a, b) {
    return lib_pod/* levels */.yr.indexOf(a) <= lib_pod/* levels */.yr.indexOf(b) ? a : b;
}
function atLeast(a, b) {
    return lib_pod/* levels */.yr.indexOf(a) >= lib_pod/* levels */.yr.indexOf(b) ? a : b;
}
function remarkOnLabels(namespace) {
    const refused = (0,lib_pod/* validateLabels */._c)(namespace).map(({ at, text }) => {
        const isLevel = at.at(-1) === `${lib_pod/* podSecurityLabels */.zR}/enforce`;
        const stored = isLevel ? " If it exists already, it enforces restricted until the label is mended." : "";
        return `The API server refuses this Namespace: ${text}.${stored}`;
    });
    const open = namespace.unknown.map(({ text }) => `A label is filled in later, and not known here: ${text}.`);
    return [...refused, ...open];
}

;// CONCATENATED MODULE: ./lib/report/namespaces-json.js




function buildNamespaces(result) {
    const { policy, verdict, problems } = result;
    return {
        schema: "secctx/namespaces/v1",
        tool: { name: "secctx", version: version/* version */.r },
        version: `v1.${policy.kubernetesVersion.minor}`,
        complete: verdict !== "error",
        namespaces: judgeNamespaces(result).map(buildNamespace),
        problems: problems.map(({ severity, file, line, message }) => ({ severity, file, line, message })),
    };
}
function renderNamespacesJson(report) {
    return `${(0,report_escape/* stringifySafely */.q)(report)}\n`;
}
function buildNamespace({ name, objects, workloads, level, today, rejected, next, obstacles, labels, remarks, }) {
    return {
        name,
        objects: objects.map(({ file, start }) => ({ file, line: start.line })),
        workloads,
        level,
        today: today
            ? {
                ...Object.fromEntries(lib_pod/* modes */.nI.map((mode) => [mode, today.levels[mode] ?? null])),
                version: today.version.name,
                file: today.location.file,
                line: today.location.start.line,
            }
            : null,
        rejected: rejected.map(buildObstacle),
        next,
        obstacles: obstacles.map(buildObstacle),
        labels,
        remarks,
    };
}
function buildObstacle({ workload: { apiVersion, kind, namespace, name }, file, line, allowed, message, }) {
    return { apiVersion, kind, namespace, name, file, line, allowed, message };
}

;// CONCATENATED MODULE: ./lib/report/html.js




const dataPlaceholder = '<script type="text/plain" id="data"></script>';
async function renderHtml(result, page) {
    if (!page.includes(dataPlaceholder))
        throw new Error("The page of the HTML report has no place for data.");
    const { namespaces } = buildNamespaces(result);
    const data = { report: buildReport(result), namespaces, texts: collectTexts(result) };
    const compressed = await compress(JSON.stringify(data));
    return page.replace(dataPlaceholder, () => dataPlaceholder.replace("></", `>${compressed}</`));
}
function collectTexts({ workloads, findings }) {
    const documents = workloads.map(({ pod }) => pod.document).filter(({ rendering }) => !rendering);
    const documentsByFile = (0,review_groups/* groupBy */.$z)(new Set(documents), ({ file }) => file);
    const texts = [...documentsByFile].map(([file, ofFile]) => {
        const { text = "" } = ofFile[0] ?? {};
        let shown = "";
        let end = 0;
        for (const { range } of ofFile.toSorted((a, b) => a.range.start - b.range.start)) {
            shown += blankLines(text.slice(end, range.start)) + text.slice(range.start, range.end);
            end = range.end;
        }
        return [file, shown];
    });
    const others = (0,review_groups/* groupBy */.$z)(findings.filter(({ location }) => !documentsByFile.has(location.file)), ({ location }) => location.file);
    const excerpts = [...others].map(([file, ofFile]) => {
        const lines = [];
        for (const { location, excerpt } of ofFile)
            lines[location.start.line - 1] = excerpt;
        return [file, Array.from(lines, (line) => line ?? "").join("\n")];
    });
    return Object.fromEntries([...texts, ...excerpts]);
}
function blankLines(text) {
    return text.replace(/[^\n]+/g, "");
}

;// CONCATENATED MODULE: ./lib/review/finding.js

function ownersOf({ rendered, location, workload }) {
    return rendered ? [...rendered] : [{ file: location.file, workload }];
}
function ownerKey({ file, workload }) {
    return `${(0,lib_policy/* workloadKey */.f6)(workload)} ${file}`;
}

;// CONCATENATED MODULE: ./lib/report/junit.js




function renderJunit({ findings, workloads, problems, policy }) {
    const errors = problems.filter(({ severity }) => severity === "error");
    const flawed = new Set(findings.flatMap(ownersOf).map(ownerKey));
    const clean = workloads.filter(({ file, pod }) => !flawed.has(ownerKey({ file, workload: pod.workload })));
    const cases = [
        ...errors.map(renderProblemCase),
        ...findings.map((each) => renderFindingCase(each, policy)),
        ...clean.map(renderCleanCase),
    ];
    const suites = [...(0,review_groups/* groupBy */.$z)(cases, ({ file }) => file)].map(([file, ofFile]) => renderSuite(file, ofFile));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="secctx"${formatCounts(cases)}>\n${suites.join("")}</testsuites>\n`;
}
function renderSuite(file, cases) {
    return `  <testsuite name=${quoteXml(file)}${formatCounts(cases)}>\n${cases.map(renderTestCase).join("")}  </testsuite>\n`;
}
function formatCounts(cases) {
    const count = (outcome) => cases.filter((each) => each.outcome === outcome).length;
    return ` tests="${cases.length}" failures="${count("failures")}" errors="${count("errors")}" skipped="${count("skipped")}" time="0"`;
}
function renderTestCase({ file, name, content }) {
    const head = `    <testcase classname=${quoteXml(file)} name=${quoteXml(name)} time="0"`;
    return content === "" ? `${head}/>\n` : `${head}>${content}</testcase>\n`;
}
function renderFindingCase(finding, { gate }) {
    const { rule, mode, level, message, location, workload, containers, fix, ignored } = finding;
    const { file, start } = location;
    const name = `${rule.id}: ${[(0,words/* nameWorkload */.X4)(workload), ...containers].join(" / ")}, line ${start.line}`;
    if (ignored) {
        const reason = `ignored by ${ignored.by}: ${ignored.reason}`;
        return { file, name, outcome: "skipped", content: `<skipped message=${quoteXml(reason)}/>` };
    }
    const lines = [`${file}:${start.line}:${start.column}`, message, ...(fix ? [`Fix: ${(0,words/* describeFix */.D6)(fix)}`] : [])];
    if (mode !== "enforce" || gate === "none") {
        const output = escapeXmlLines([words/* modeNouns */.TO[mode], ...lines]);
        return { file, name, outcome: "passed", content: `<system-out>${output}</system-out>` };
    }
    const failure = `<failure type=${quoteXml(level)} message=${quoteXml(message)}>${escapeXmlLines(lines)}</failure>`;
    return { file, name, outcome: "failures", content: failure };
}
function renderProblemCase({ file, line, message }) {
    const content = `<error message=${quoteXml(message)}>${escapeXml(`${file}:${line}`)}</error>`;
    return { file, name: `could not be evaluated, line ${line}`, outcome: "errors", content };
}
function renderCleanCase({ file, pod }) {
    const name = `${(0,words/* nameWorkload */.X4)(pod.workload)}: no findings`;
    return { file, name, outcome: "passed", content: "" };
}
function quoteXml(value) {
    return `"${escapeXml(value).replaceAll('"', "&quot;")}"`;
}
function escapeXml(value) {
    const shown = (0,report_escape/* escapeControls */.UN)(value).replace(/[\ufffe\uffff]|\p{Cs}/gu, "\ufffd");
    return shown.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function escapeXmlLines(lines) {
    return lines.map(escapeXml).join("\n");
}

;// CONCATENATED MODULE: ./lib/report/blocks.js


function groupByPlace(statements, spotOf) {
    const sorted = statements.toSorted((a, b) => compareSeriousness(a, b) || compareSpots(spotOf(a), spotOf(b)));
    const groups = (0,review_groups/* groupBy */.$z)(sorted, (one) => nameSpot(spotOf(one)));
    return [...groups.values()].map((group) => ({ spot: spotOf(group[0]), statements: group }));
}
function groupIntoBlocks(statements, spotOf) {
    const byWorkload = (0,review_groups/* groupBy */.$z)(groupByPlace(statements, spotOf), ({ statements: [{ mode, document, workload }] }) => {
        const { apiVersion, kind, namespace, name } = workload;
        return `${mode}\0${document}\0${apiVersion}\0${kind}\0${namespace}\0${name}`;
    });
    return [...byWorkload.values()].flat();
}
function compareSpots(a, b) {
    if (a.file !== b.file)
        return a.file < b.file ? -1 : 1;
    return a.start.line - b.start.line || a.start.column - b.start.column;
}
function nameSpot({ file, start, end }) {
    return `${start.line}:${start.column}-${end.line}:${end.column} ${file}`;
}

;// CONCATENATED MODULE: ./lib/report/fix-yaml.js



function writeFixes(findings) {
    const fixes = findings.flatMap(({ fix }) => fix ?? []);
    const patches = dropRepeated(fixes.flatMap((fix) => fix.patches.map((patch) => ({ fix, patch }))));
    const fields = patches.map(({ fix, patch }) => addBy(fix, patch));
    const [first] = fields;
    if (fixes.length < 2 || findings.some(({ edits }) => edits))
        return [];
    if (!first || !fields.every((each) => each !== undefined) || meet(fields))
        return [];
    const byHolder = (0,review_groups/* groupBy */.$z)(fields, ({ holder }) => holder.join("/"));
    const told = new Set();
    return [...byHolder.values()].flatMap((group) => writeFields(group, "", first.holder, told));
}
function dropRepeated(all) {
    return [...(0,review_groups/* groupBy */.$z)(all, ({ patch }) => JSON.stringify(patch)).values()].map(([first]) => first);
}
function meet(fields) {
    const placed = fields.map(({ fix, holder, patch }) => ({ fix, path: [...holder, ...patch.path] }));
    return placed.some((one) => placed.some((other) => one.fix !== other.fix && (0,yaml/* startsWith */.w1)(one.path, other.path)));
}
function formatYamlLine({ code, note }) {
    return note === "" ? code : `${code}  # ${note}`;
}
function addBy(fix, patch) {
    const context = patch.path.indexOf("securityContext");
    const depth = context === -1 ? patch.path.length - 1 : context;
    const path = patch.path.slice(depth);
    if (patch.op === "remove" || path.some((step) => typeof step === "number"))
        return undefined;
    return { fix, holder: patch.path.slice(0, depth), patch: { ...patch, path } };
}
function writeFields(fields, indent, main, told) {
    const byKey = (0,review_groups/* groupBy */.$z)(fields, ({ patch }) => String(patch.path[0]));
    return [...byKey].flatMap(([key, group]) => {
        const inner = group.map((each) => ({ ...each, patch: { ...each.patch, path: each.patch.path.slice(1) } }));
        const [{ fix, holder }] = group;
        if (group.some((each) => each.fix !== fix))
            return [{ code: `${indent}${key}:`, note: "" }, ...writeFields(inner, `${indent}  `, main, told)];
        const value = inner.reduce((all, { patch }) => (0,yaml/* patchValue */.ip)(all, patch), null);
        const note = told.has(fix) ? describeTarget(group, holder, main) : (0,words/* describeSafety */.UQ)(fix);
        told.add(fix);
        return [{ code: `${indent}${key}: ${(0,yaml/* formatFlow */.yt)(value)}`, note }];
    });
}
function describeTarget([{ patch }], holder, main) {
    const owner = holder.length < main.length && (0,yaml/* startsWith */.w1)(main, holder) ? "the pod's " : "the ";
    return patch.op === "append" ? `add to ${owner}list` : "";
}

;// CONCATENATED MODULE: ./lib/report/columns.js
function alignColumns(rows, isNumber = () => false) {
    const widths = [];
    for (const row of rows)
        for (const [column, cell] of row.entries())
            widths[column] = Math.max(widths[column] ?? 0, countColumns(cell));
    const pad = (cell, column) => {
        const blanks = " ".repeat((widths[column] ?? 0) - countColumns(cell));
        return isNumber(column) ? blanks + cell : cell + blanks;
    };
    return rows.map((row) => row.map(pad).join("  ").trimEnd());
}
function padLike(text) {
    return text.replace(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\uff01-\uff60]/gu, "  ").replace(/[^\t]/g, " ");
}
function countColumns(text) {
    return padLike(text).length;
}

;// CONCATENATED MODULE: ./lib/report/rule-counts.js




function startRuleCounts() {
    const byRule = new Map();
    return {
        add(findings) {
            for (const finding of findings)
                if (!finding.ignored)
                    addCount(byRule, countOf(finding));
        },
        finish: () => inOrder(byRule),
    };
}
function sumRuleCounts(reports) {
    const byRule = new Map();
    for (const counts of reports)
        for (const count of counts)
            addCount(byRule, count);
    return inOrder(byRule);
}
function countOf({ rule, mode, level, fix }) {
    const none = { enforce: 0, warn: 0, audit: 0, safe: 0, review: 0 };
    return { ...none, rule, mode, level, levels: [level], [mode]: 1, ...(fix && { [fix.safety]: 1 }) };
}
function addCount(byRule, count) {
    const known = byRule.get(ruleIdOf(count));
    byRule.set(ruleIdOf(count), known ? addCounts(known, count) : count);
}
function addCounts(one, other) {
    const { rule, mode, level } = compareSeriousness(other, one) < 0 ? other : one;
    return {
        rule,
        mode,
        level,
        levels: [...new Set([...one.levels, ...other.levels])].toSorted((a, b) => compareSeriousness({ rule, mode, level: a }, { rule, mode, level: b })),
        enforce: one.enforce + other.enforce,
        warn: one.warn + other.warn,
        audit: one.audit + other.audit,
        safe: one.safe + other.safe,
        review: one.review + other.review,
    };
}
function inOrder(byRule) {
    return [...byRule.values()].toSorted(compareSeriousness);
}
function formatRuleTable(counts) {
    if (counts.length === 0)
        return [];
    const used = kubernetes/* modes */.nI.filter((mode) => counts.some((count) => count[mode] > 0));
    const head = ["rule", "level", ...used.map((mode) => `${words/* modeNouns */.TO[mode]}s`), "fixes"];
    const rows = counts.map((count) => [
        ruleIdOf(count),
        count.levels.join(", "),
        ...used.map((mode) => String(count[mode] || "")),
        describeFixCounts(count),
    ]);
    return alignColumns([head, ...rows], (column) => column >= 2 && column < 2 + used.length);
}
function describeFixCounts(count) {
    return ["safe", "review"]
        .filter((safety) => count[safety] > 0)
        .map((safety) => `${count[safety]} ${(0,words/* nameFixGroup */.Kc)(safety, count[safety])}`)
        .join(", ");
}

;// CONCATENATED MODULE: ./lib/report/markdown.js










const noLink = () => undefined;
function summarizeVerdict(result) {
    const { workloads, findings, files, unjudged } = result;
    const isNothing = workloads.length === 0 && findings.length === 0 && files > 0;
    const nothing = isNothing ? `nothing was judged in ${(0,words/* formatCount */.B4)(files, "file")}` : "";
    return [describeVerdict(result), nothing, describeUnjudged(unjudged)].filter((part) => part !== "").join("; ");
}
function describeVerdict({ verdict, findings, problems, policy }) {
    const failures = (0,words/* formatCount */.B4)(countFindings(findings, "enforce"), "failure");
    const [warnings, notices] = [countFindings(findings, "warn"), countFindings(findings, "audit")];
    const others = `${(0,words/* formatCount */.B4)(warnings, "warning")}, ${(0,words/* formatCount */.B4)(notices, "notice")}`;
    if (verdict === "error") {
        const errors = problems.filter(({ severity }) => severity === "error").length;
        return `Could not evaluate everything: ${(0,words/* formatCount */.B4)(errors, "problem")}; ${failures}, ${others}`;
    }
    if (verdict === "fail")
        return `${failures}, ${others}`;
    if (policy.gate === "none")
        return `Report only: ${failures}, ${others}`;
    return warnings + notices === 0 ? "Nothing to report" : `No failures; ${others}`;
}
function renderMarkdown(result, limit, { link = noLink, notes = [], advice } = {}) {
    const { findings, workloads, problems } = result;
    const page = startPage(limit);
    page.add([...renderHead(result), ...notes.map((note) => `> ${(0,report_escape/* escapeMarkdown */.FV)(note)}\n\n`)]);
    if (advice)
        page.add([`${advice}\n\n`]);
    if (problems.length > 0) {
        page.add(["#### Not evaluated, or worth noting\n\n"]);
        const items = problems.map((problem) => renderProblemItem(problem, link));
        const left = page.add(items, 0.3);
        page.add([`${left > 0 ? `\n${(0,words/* formatCount */.B4)(left, "more problem")} did not fit here.\n` : ""}\n`]);
    }
    if (workloads.length > 0) {
        page.add(["| workload | baseline | restricted | failures | warnings | notices |\n|---|---|---|---|---|---|\n"]);
        const left = page.add(renderTableRows(workloads, findings), 0.3);
        page.add([`${left > 0 ? `\n${(0,words/* formatCount */.B4)(left, "more workload")}.\n` : ""}\n`]);
    }
    page.add(renderAddedIgnores(result.addedIgnores, link));
    const open = findings.filter(({ ignored }) => !ignored);
    const items = renderBlockItems(open, link);
    const left = page.add(items.map(({ text }) => text));
    const unshown = items.slice(items.length - left).reduce((sum, each) => sum + each.findings, 0);
    if (left > 0)
        page.close(`\n${(0,words/* formatCount */.B4)(unshown, "more finding")} did not fit here.\n`);
    else if (!advice)
        page.close(describeFixing(open));
    return page.text();
}
function renderPatches({ patches, others, left }, limit) {
    if (patches.length + others.length + left === 0)
        return "";
    const page = startPage(limit);
    page.add(["#### Hardened YAML\n\n", ...(patches.length > 0 ? ["For `git apply`:\n\n"] : [])]);
    const more = left + page.add(patches.map((patch) => `${fenceCode("diff", patch)}\n\n`));
    page.add(others.map((file) => `- ${codeSpan(file)}: its line endings or hidden characters would be lost here.\n`));
    if (more + others.length > 0)
        page.close(`\n${formatCount(more + others.length, "more file")} to harden: on a checkout, \`npx secctx fix\` (Node.js 20 or later) writes them.\n`);
    return page.text();
}
const closingRoom = 300;
function startPage(limit) {
    const encoder = new TextEncoder();
    let written = "";
    let room = limit - closingRoom;
    return {
        add(items, share = 1) {
            let budget = room * share;
            for (const [index, item] of items.entries()) {
                const size = encoder.encode(item).length;
                if (size > budget)
                    return items.length - index;
                written += item;
                room -= size;
                budget -= size;
            }
            return 0;
        },
        close(item) {
            written += item;
        },
        text: () => written,
    };
}
function renderHead(result) {
    const { enforce, warn, audit, kubernetesVersion, gate } = result.policy;
    const { shard } = result;
    const version = (0,report_escape/* codeSpan */.SS)(kubernetesVersion.name);
    const share = shard ? `, shard ${shard.index}/${shard.count}` : "";
    return [
        `### secctx: ${(0,report_escape/* escapeMarkdown */.FV)(summarizeVerdict(result))}\n\n`,
        `Policy: enforce ${(0,report_escape/* codeSpan */.SS)(enforce)}, warn ${(0,report_escape/* codeSpan */.SS)(warn)}, audit ${(0,report_escape/* codeSpan */.SS)(audit)}, Kubernetes ${version}, gate ${(0,report_escape/* codeSpan */.SS)(gate)}${share}.\n\n`,
    ];
}
function renderProblemItem(problem, link = noLink) {
    const { severity, file, line, message } = problem;
    const word = severity === "error" ? `**${(0,words/* nameProblem */.rH)(problem)}**` : (0,words/* nameProblem */.rH)(problem);
    return `- ${word} ${renderPlace(file, line, link)}: ${(0,report_escape/* escapeMarkdown */.FV)(message)}\n`;
}
function renderAddedIgnores(addedIgnores, link) {
    if (addedIgnores.length === 0)
        return [];
    const items = addedIgnores.map(({ location: { file, start }, workload, rules, reason, expires }) => {
        const until = expires === null ? "" : ` (until ${expires})`;
        const name = (0,report_escape/* codeSpan */.SS)(`${workload.kind} ${workload.name}`);
        return `- ${renderPlace(file, start.line, link)} ${name} ignores ${rules.map(report_escape/* codeSpan */.SS).join(", ")}: ${(0,report_escape/* escapeMarkdown */.FV)(reason)}${until}`;
    });
    return ["#### This change adds ignores\n\n", `${items.join("\n")}\n\n`];
}
function describeFixing(findings) {
    const count = (safety) => findings.filter(({ fix }) => fix?.safety === safety).length;
    const [safe, review] = [count("safe"), count("review")];
    if (safe + review === 0)
        return "";
    const part = safe > 0 && review > 0 ? ", `secctx fix --safe` only the safe ones" : "";
    return `\nFixes: ${describeFixCounts({ safe, review })}. \`secctx fix\` writes them${part}; \`secctx fix --diff\` shows what changes.\n`;
}
function renderBlockItems(findings, link) {
    const findingsByFile = (0,review_groups/* groupBy */.$z)(findings.toSorted(compareSeriousness), ({ location }) => location.file);
    return [...findingsByFile].flatMap(([file, ofFile]) => groupIntoBlocks(ofFile, ({ location }) => location).map((block, index) => {
        const heading = index === 0 ? `\n**${(0,report_escape/* codeSpan */.SS)(file)}**\n\n` : "";
        return { text: heading + renderBlockItem(block, link), findings: block.statements.length };
    }));
}
function renderBlockItem({ spot: { file, start }, statements }, link) {
    const [first, ...others] = statements;
    const place = linkTo(`line ${start.line}`, link(file, start.line));
    const yaml = writeFixes(statements);
    const said = statements.map((finding) => describeFinding(finding, first, yaml.length === 0));
    const code = yaml.length > 0
        ? `\n${(0,report_escape/* fenceCode */.bq)("yaml", yaml.map((line) => (0,report_escape/* escapeControls */.UN)(formatYamlLine(line))).join("\n"))}\n`.replaceAll("\n", "\n  ")
        : "";
    const rows = others.length === 0 ? ` ${said.join("")}` : said.map((each) => `\n  - ${each}`).join("");
    return `- **${words/* modeNouns */.TO[first.mode]}** ${place}${rows}\n${code && `${code.trimEnd()}\n\n`}`;
}
function describeFinding({ rule, level, mode, message, fix, new: isNew }, first, withFix) {
    const offer = fix && withFix ? ` *Fix:* ${(0,report_escape/* escapeMarkdown */.FV)((0,words/* describeFix */.D6)(fix))}.` : "";
    const about = [level, ...(mode === first.mode ? [] : [words/* modeNouns */.TO[mode]])].join(", ");
    const age = isNew === false ? ", already there before the change" : "";
    return `${(0,report_escape/* codeSpan */.SS)(rule.id)} (${about}${age}): ${(0,report_escape/* escapeMarkdown */.FV)(message)}${offer}`;
}
function renderPlace(file, line, link) {
    return linkTo((0,report_escape/* codeSpan */.SS)(`${file}:${line}`), link(file, line));
}
function linkTo(shown, target) {
    return target ? `[${shown}](${target})` : shown;
}
function renderTableRows(workloads, findings) {
    const open = findings.filter(({ ignored }) => !ignored);
    const owned = open.flatMap((finding) => ownersOf(finding).map((owner) => ({ ...owner, finding })));
    const findingsByWorkload = (0,review_groups/* groupBy */.$z)(owned, ownerKey);
    return workloads.map(({ file, pod, admission }) => {
        const { kind, name } = pod.workload;
        const own = findingsByWorkload.get(ownerKey({ file, workload: pod.workload })) ?? [];
        const answer = ({ allowed }) => (allowed === false ? `**${(0,words/* nameAnswer */.Co)(allowed)}**` : (0,words/* nameAnswer */.Co)(allowed));
        const cells = kubernetes/* modes */.nI.map((mode) => {
            const ids = new Set(own.filter(({ finding }) => finding.mode === mode).map(({ finding }) => finding.rule.id));
            return [...ids].map(report_escape/* codeSpan */.SS).join(" ");
        });
        return `| ${(0,report_escape/* codeSpan */.SS)(`${kind} ${name}`)} | ${answer(admission.baseline)} | ${answer(admission.restricted)} | ${cells.join(" | ")} |\n`;
    });
}

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

;// CONCATENATED MODULE: ./lib/report/sarif.js








function renderSarif(result, options) {
    const open = result.findings.filter(({ ignored }) => !ignored).toSorted(compareModes);
    const ordered = [...open, ...result.findings.filter(({ ignored }) => ignored)];
    const shown = ordered.slice(0, mostResults);
    const unshown = ordered.length - shown.length;
    const untried = open.filter(({ fix }) => fix).length - chooseFixesToTry(result, options.sources).size;
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
                            ...(unshown > 0 ? [buildWarning(`${(0,words/* formatCount */.B4)(unshown, "more finding")} did not fit here.`)] : []),
                            ...(untried > 0
                                ? [
                                    buildWarning(`${(0,words/* formatCount */.B4)(untried, "more fix is", "more fixes are")} not listed here: secctx fix applies ${untried === 1 ? "it" : "them"}.`),
                                ]
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
        const { rule, mode, message, location, fingerprint, related, rendered, ignored, workload, containers } = finding;
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
            ...(changes && { fixes: [buildFix(finding, changes, texts)] }),
            suppressions: ignored
                ? [{ kind: ignored.by === "comment" ? "inSource" : "external", justification: (0,report_escape/* escapeControls */.UN)(ignored.reason) }]
                : [],
            ...(rendered && { properties: { rendered: rendered.map(buildRendered) } }),
            ...(finding.new !== null && { baselineState: finding.new ? "new" : "unchanged" }),
        };
    });
}
function buildFix({ fix }, changed, texts) {
    return {
        description: buildMessage(fix ? (0,words/* describeFix */.D6)(fix) : ""),
        artifactChanges: changed.map(({ file, changes }) => ({
            artifactLocation: { uri: encodeUri(file) },
            replacements: changes.map((change) => buildReplacement(change, texts.get(file) ?? "")),
        })),
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

;// CONCATENATED MODULE: ./lib/report/text-block.js






const modeColours = { enforce: "red", warn: "yellow", audit: "cyan" };
const originPhrases = {
    container: "set by the container",
    pod: "set by the pod",
    annotation: "set by an annotation",
    image: "set by the image",
    namespace: "set by the namespace",
    default: "not set: the default applies",
};
function renderTextBlock(block, followUps, look) {
    const { statements } = block;
    const fixes = statements.flatMap(({ fix }) => fix ?? []);
    const yaml = writeFixes(statements);
    const shownFixes = yaml.length > 0 ? renderYaml(yaml, look) : fixes.flatMap((fix) => renderFix(fix, look));
    const ways = describeWays(statements.flatMap(({ rendered, related }) => (rendered ? related : [])));
    const lines = [
        ...text_block_renderHead(block, look),
        ...renderExcerpt(statements[0], look),
        ...statements.flatMap((finding) => renderStatement(finding, block, look)),
        ...ways.map((way) => look.paint("dim", `  ${(0,report_escape/* escapeControls */.UN)(way)}`)),
        ...shownFixes,
        ...followUps.flatMap((finding) => renderFollowUp(finding, look)),
    ];
    return lines.join("\n");
}
function text_block_renderHead({ statements, spot: { file, start } }, look) {
    const { paint, width, link = (_, shown) => shown } = look;
    const [{ mode, level, rule }, ...others] = statements;
    const place = `${(0,report_escape/* escapeControls */.UN)(file)}:${start.line}:${start.column}`;
    const names = [rule, ...others.map((each) => each.rule)].map(({ id }) => id);
    const title = [...new Set(names)].join(", ");
    const what = others.length === 0 ? `  ${level}` : "";
    const workloads = new Set(statements.map(({ workload }) => (0,words/* nameWorkload */.X4)(workload)));
    const phrases = new Set(statements.map(phraseOrigin));
    const origin = phrases.size === 1 && !phrases.has("") ? ` \u00b7 ${phraseOrigin(statements[0])}` : "";
    const about = `${(0,report_escape/* escapeControls */.UN)([...workloads].join(", "))}${origin}`;
    const head = `${link(file, paint("bold", place))}  ${paint(modeColours[mode], mode)}  ${paint("bold", title)}${paint("dim", what)}`;
    const fits = width === undefined || `${place}  ${mode}  ${title}${what}  ${about}`.length <= width;
    return fits ? [`${head}  ${paint("dim", about)}`] : [head, paint("dim", `  ${about}`)];
}
function renderFollowUp({ rule, fix }, look) {
    return fix ? renderFix({ ...fix, title: `${rule.id}, which that brings to light: ${fix.title}` }, look) : [];
}
function phraseOrigin({ rule, origin }) {
    return rule.id === rules/* unusedIgnore */.B0.id ? "" : originPhrases[origin];
}
function renderStatement(finding, { statements }, { paint, width }) {
    const [first, ...others] = statements;
    const { rule, level, mode, message, declined } = finding;
    const phrase = phraseOrigin(finding);
    const isMixed = statements.some((each) => phraseOrigin(each) !== phraseOrigin(first));
    const sentences = [
        message,
        ...(isMixed && phrase !== "" ? [`(${phrase})`] : []),
        ...(declined ? [`No fix: ${declined}.`] : []),
    ].join(" ");
    if (others.length === 0)
        return wrapSentence((0,report_escape/* escapeControls */.UN)(sentences), width);
    const isOfOtherMode = mode !== first.mode;
    const label = `${rule.id} (${level}${isOfOtherMode ? `, ${mode}` : ""}):`;
    const [line = "", ...rest] = wrapSentence((0,report_escape/* escapeControls */.UN)(`${label} ${sentences}`), width);
    const shownMode = isOfOtherMode ? `, ${paint(modeColours[mode], mode)}` : "";
    const shownLabel = `  ${paint("bold", rule.id)} (${level}${shownMode}):`;
    const isWhole = line.startsWith(`  ${label}`);
    return [isWhole ? shownLabel + line.slice(2 + label.length) : line, ...rest.map((each) => `  ${each}`)];
}
function describeWays(related) {
    const byMessage = (0,review_groups/* groupBy */.$z)(related, ({ message }) => message);
    return [...byMessage].map(([message, group]) => {
        const places = new Set(group.map(({ location: { file, start } }) => `${file}:${start.line}`));
        return `${[...places].join(", ")}: ${message}`;
    });
}
function renderFix(fix, { paint, width }) {
    const shown = (0,report_escape/* escapeControls */.UN)(fix.title);
    const risk = `(${(0,report_escape/* escapeControls */.UN)((0,words/* describeSafety */.UQ)(fix))})`;
    const [line = "", ...rest] = wrapSentence(`fix ${shown}`, width);
    const head = [`  ${paint("green", "fix")}${line.slice("  fix".length)}`, ...rest];
    const fits = rest.length === 0 && wrapSentence(`fix ${shown} ${risk}`, width).length === 1;
    return fits
        ? [`${head[0]}${paint("dim", ` ${risk}`)}`]
        : [...head, ...wrapSentence(risk, width).map((each) => paint("dim", each))];
}
function renderYaml(lines, { paint, width }) {
    const shown = lines.map(({ code, note }) => ({ code: (0,report_escape/* escapeControls */.UN)(code), note: (0,report_escape/* escapeControls */.UN)(note) }));
    const ends = shown.filter(({ note }) => note !== "").map(({ code }) => countColumns(code));
    const column = Math.max(...ends.filter((end) => end <= farthestComment), 0);
    const room = width === undefined ? undefined : Math.max(40, width - fixIndent.length);
    return shown
        .flatMap(({ code, note }) => {
        if (note === "")
            return [paint("green", code)];
        const line = `${code}${" ".repeat(Math.max(0, column - countColumns(code)))}`;
        if (room === undefined || countColumns(line) + note.length + 4 <= room)
            return [`${paint("green", line)}${paint("dim", `  # ${note}`)}`];
        const margin = `${/^ */.exec(code)?.[0]}# `;
        const above = wrapWords(note, room - margin.length).map((each) => paint("dim", `${margin}${each}`));
        return [...above, paint("green", code)];
    })
        .map((line, index) => (index === 0 ? `  ${paint("green", "fix")} ${line}` : `${fixIndent}${line}`));
}
const fixIndent = "      ";
const farthestComment = 60;
function renderExcerpt({ excerpt: line, location, mode }, { paint, width }) {
    const longest = width === undefined ? excerptLimit : Math.max(40, Math.min(excerptLimit, width - 10));
    const number = String(location.start.line).padStart(5);
    const start = location.start.column - 1;
    const end = Math.max(location.end.line === location.start.line ? location.end.column - 1 : line.length, start + 1);
    const from = line.length > longest ? Math.max(0, start - longest / 4) : 0;
    const to = Math.min(line.length, from + longest);
    const before = (from > 0 ? "\u2026" : "") + (0,report_escape/* escapeControls */.UN)(line.slice(from, start));
    const marked = (0,report_escape/* escapeControls */.UN)(line.slice(start, Math.min(end, to)));
    const after = (0,report_escape/* escapeControls */.UN)(line.slice(Math.min(end, to), to)) + (to < line.length ? "\u2026" : "");
    const caret = paint(modeColours[mode], "^".repeat(Math.max(1, countColumns(marked))));
    return [
        `${paint("dim", `${number} |`)} ${before}${marked}${after}`,
        `${paint("dim", "      |")} ${padLike(before)}${caret}`,
    ];
}
const excerptLimit = 160;
function wrapSentence(sentence, width) {
    return (width === undefined ? [sentence] : wrapWords(sentence, width - 4)).map((line) => `  ${line}`);
}
function wrapWords(sentence, width) {
    const lines = [""];
    for (const word of sentence.split(" ")) {
        const line = lines.at(-1) ?? "";
        const fits = line === "" || countColumns(`${line} ${word}`) <= width;
        if (fits)
            lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
        else
            lines.push(word);
    }
    return lines;
}

;// CONCATENATED MODULE: ./lib/report/text.js









async function* renderText(reviewing, options) {
    const [summary, rules] = [startSummary(), startRuleCounts()];
    const conclusion = yield* writeByManifest(reviewing, async (part) => {
        summary.add(part);
        rules.add(part.findings);
        if (options.quiet)
            return "";
        const isFixed = part.findings.some(hasFix) || (part.fixed ?? part.source.text) !== part.source.text;
        const fixes = isFixed ? await makeAllFixes(part, reviewing.policy) : noFixes;
        return renderBlocks(part.findings, fixes, options) + renderSourcePatch(part.source.file, fixes, options);
    });
    const { findings } = conclusion;
    summary.add({ findings });
    rules.add(findings);
    if (!options.quiet)
        yield renderBlocks(findings, noFixes, options);
    yield renderClosing({ ...conclusion, summary: summary.finish(conclusion), rules: rules.finish() }, options.paint);
    return conclusion;
}
const noFixes = { refusals: new Map(), followUps: [], patch: "" };
function hasFix({ fix, ignored }) {
    return fix !== null && !ignored;
}
function renderBlocks(findings, fixes, options) {
    const open = findings.filter(({ ignored }) => !ignored).map((finding) => withholdFix(finding, fixes));
    const blocks = groupIntoBlocks(open, ({ location }) => location);
    const followUps = (0,review_groups/* groupBy */.$z)(fixes.followUps, (finding) => blocks.find((block) => mayUncover(block, finding)));
    return blocks.map((block) => `${renderTextBlock(block, followUps.get(block) ?? [], options)}\n\n`).join("");
}
function mayUncover({ statements }, { document, containers }) {
    return statements.some((each) => each.fix && each.document === document && containers.every((name) => each.containers.includes(name)));
}
function withholdFix(finding, { refusals }) {
    const refusal = finding.fix ? refusals.get(finding.fingerprint) : undefined;
    return refusal === undefined ? finding : { ...finding, fix: null, declined: refusal };
}
function renderSourcePatch(file, { patch }, options) {
    if (patch === "")
        return "";
    return `${options.paint("bold", `All fixes of ${(0,report_escape/* escapeControls */.UN)(file)}`)}\n${renderDiff(patch, options)}\n\n`;
}
function renderClosing(closing, paint) {
    const problems = closing.problems.map((problem) => renderProblem(problem, paint));
    const [head, ...rows] = formatRuleTable(closing.rules ?? []);
    const table = head === undefined ? [] : [[paint("dim", head), ...rows].join("\n")];
    return `${[...problems, ...table, renderVerdictLine(closing, paint)].join("\n\n")}\n`;
}
function renderDiff(diff, { paint }) {
    const styles = { "+": "green", "-": "red", "@": "cyan" };
    return diff
        .split("\n")
        .filter((line) => line !== "")
        .map((whole) => {
        const line = whole.length > excerptLimit ? `${whole.slice(0, excerptLimit)}\u2026` : whole;
        const style = /^(---|\+\+\+) /.test(line) ? "bold" : styles[line.charAt(0)];
        return `  ${style ? paint(style, (0,report_escape/* escapeControls */.UN)(line)) : (0,report_escape/* escapeControls */.UN)(line)}`;
    })
        .join("\n");
}
function renderProblem(problem, paint) {
    const { severity, file, line, message } = problem;
    const word = paint(severity === "error" ? "red" : "cyan", (0,words/* nameProblem */.rH)(problem));
    return `${paint("bold", `${(0,report_escape/* escapeControls */.UN)(file)}:${line}`)}  ${word}\n  ${(0,report_escape/* escapeControls */.UN)(message)}`;
}
function renderVerdictLine({ verdict, problems, summary, policy, shard }, paint) {
    const errors = problems.filter(({ severity }) => severity === "error").length;
    const level = (0,report_escape/* escapeControls */.UN)(policy.enforce);
    const ignored = summary.ignored > 0 ? `${summary.ignored} ignored` : "";
    const said = [describeModes(summary), ignored].filter(Boolean).join(", ");
    const verdicts = {
        pass: policy.gate === "none"
            ? paint("yellow", `Report only, at level ${level}`)
            : paint("green", `The gate passes at level ${level}`),
        fail: paint("red", `The gate fails at level ${level}`),
        error: paint("red", `Could not evaluate everything (${(0,words/* formatCount */.B4)(errors, "problem")} above)`),
    };
    const reviewed = `Reviewed ${(0,words/* formatCount */.B4)(summary.workloads, "workload")} in ${(0,words/* formatCount */.B4)(summary.files, "file")}`;
    const scope = summary.files === 0
        ? "No manifest was found"
        : summary.workloads === 0 && said === ""
            ? `${reviewed}: nothing was judged`
            : reviewed;
    const share = shard ? ` (shard ${shard.index}/${shard.count})` : "";
    const unjudged = describeUnjudged(summary.unjudged);
    return `${verdicts[verdict]}${said && `: ${said}`}. ${scope}${share}${unjudged && `; ${paint("yellow", unjudged)}`}.`;
}

;// CONCATENATED MODULE: ./lib/report/annotations.js





function buildAnnotations(findings) {
    const open = findings.filter(({ ignored }) => !ignored);
    const blocks = groupByPlace(open, ({ location }) => location);
    const groups = (0,review_groups/* groupBy */.$z)(blocks, ({ spot: { file, start, end } }) => `${file}\0${start.line}\0${end.line}`);
    return [...groups.values()].map(mergeIntoAnnotation);
}
function mergeIntoAnnotation(blocks) {
    const [{ spot, statements }] = blocks;
    const { file, start, end } = spot;
    const rules = blocks.flatMap((block) => block.statements.map(({ rule }) => rule.id));
    return {
        file,
        mode: statements[0].mode,
        start,
        end,
        hasColumns: start.line === end.line && blocks.length === 1,
        title: truncate([...new Set(rules)].join(", "), 250),
        message: blocks.flatMap(describeBlock).join("\n\n"),
    };
}
function describeBlock({ statements }) {
    const yaml = writeFixes(statements);
    return [
        ...statements.map((finding) => annotations_describeFinding(finding, yaml.length === 0)),
        ...(yaml.length > 0 ? [`Fix:\n${yaml.map(formatYamlLine).map(report_escape/* escapeControls */.UN).join("\n")}`] : []),
    ];
}
function annotations_describeFinding({ message, fix, rule, level, new: isNew }, withFix) {
    const offer = fix && withFix ? ` Fix: ${(0,words/* describeFix */.D6)(fix)}.` : "";
    const age = isNew === false ? ", already there before the change" : "";
    return (0,report_escape/* escapeControls */.UN)(`${message}${offer} [${rule.id}, ${level}${age}]`);
}
function lastColumnOf({ start, end }) {
    return Math.max(start.column, end.column - 1);
}
function truncate(text, limit) {
    return text.length <= limit ? text : `${text.slice(0, limit - 1)}\u2026`;
}

;// CONCATENATED MODULE: ./lib/report/workflow-commands.js




const commandNames = { enforce: "error", warn: "warning", audit: "notice" };
const mostPerMode = 9;
const longestMessage = 4096;
function selectAnnotations(findings, limit) {
    const all = buildAnnotations(findings);
    const wanted = all.slice(0, limit);
    return kubernetes/* modes */.nI.map((mode) => {
        const command = commandNames[mode];
        const isOfMode = (annotation) => annotation.mode === mode;
        const annotations = wanted.filter(isOfMode).slice(0, mostPerMode).map(disarmTexts);
        const left = all.filter(isOfMode).length - annotations.length;
        const omission = left > 0 ? `${(0,words/* formatCount */.B4)(left, `more ${command}`)}: see the job summary.` : undefined;
        return { command, annotations, omission };
    });
}
function disarmTexts(annotation) {
    const { file, title, message } = annotation;
    return {
        ...annotation,
        file: (0,report_escape/* breakOldCommands */.Hi)((0,report_escape/* escapeControls */.UN)(file)),
        title: (0,report_escape/* breakOldCommands */.Hi)(title),
        message: (0,report_escape/* breakOldCommands */.Hi)(truncate(message, longestMessage)),
    };
}
function renderWorkflowCommands({ findings }) {
    const lines = selectAnnotations(findings, Number.POSITIVE_INFINITY).flatMap(({ command, annotations, omission }) => [
        ...annotations.map((annotation) => formatCommand(command, annotation)),
        ...(omission === undefined ? [] : [omission]),
    ]);
    return lines.map((line) => `${line}\n`).join("");
}
function formatCommand(command, annotation) {
    const { start, end, file, title, message, hasColumns } = annotation;
    const columns = hasColumns ? `,col=${start.column},endColumn=${lastColumnOf(annotation)}` : "";
    const properties = `file=${escapeProperty(file)},line=${start.line},endLine=${end.line}${columns},title=${escapeProperty(title)}`;
    return `::${command} ${properties}::${escapeMessage(message)}`;
}
function escapeMessage(value) {
    return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(value) {
    return escapeMessage(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

;// CONCATENATED MODULE: ./lib/report/formats.js










const formats = ["text", "json", "sarif", "github", "markdown", "html", "junit"];
async function* renderReport(format, reviewing, options) {
    const pieces = renderPieces(format, reviewing, options);
    if (format === "github" || format === "json" || format === "sarif")
        return yield* pieces;
    for (;;) {
        const { done, value } = await pieces.next();
        if (done)
            return value;
        yield typeof value === "string" ? (0,report_escape/* disarmCommands */.T7)(value) : value;
    }
}
async function* renderPieces(format, reviewing, options) {
    switch (format) {
        case "json":
            return yield* renderJson(reviewing);
        case "text":
            return yield* renderText(reviewing, options.text);
        default: {
            const { result, sources } = await (0,stream/* collectReview */.h)(reviewing);
            yield await renderers[format](result, sources, options);
            return result;
        }
    }
}
const renderers = {
    sarif: async (result, sources, { rulePage }) => renderSarif(result, { sources, fixes: await computeFixChanges(result, sources), rulePage }),
    github: renderWorkflowCommands,
    markdown: (result) => renderMarkdown(result, Number.POSITIVE_INFINITY),
    html: (result, _, { htmlPage }) => renderHtml(result, htmlPage()),
    junit: renderJunit,
};

// EXTERNAL MODULE: ./lib/review/result.js
var result = __webpack_require__(2231);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/source/pages.js




function readRulePage(id) {
    const file = (0,external_node_path_.join)(findInstallation(), "docs/rules", `${id}.md`);
    return (0,external_node_fs_.existsSync)(file) ? (0,external_node_fs_.readFileSync)(file, "utf8") : undefined;
}
function readReportPage() {
    const file = (0,external_node_path_.join)(findInstallation(), "dist/report.html");
    if (!(0,external_node_fs_.existsSync)(file))
        throw new errors/* UsageError */.eb("The page of the HTML report is missing from this installation (dist/report.html).");
    return (0,external_node_fs_.readFileSync)(file, "utf8");
}
function findInstallation() {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url)), "../..");
}

// EXTERNAL MODULE: ./lib/source/shard.js
var shard = __webpack_require__(6901);
;// CONCATENATED MODULE: ./lib/commands/check-arguments.js




async function joinRevision(args) {
    const end = args.includes("--") ? args.indexOf("--") : args.length;
    const index = args.slice(0, end).indexOf("--changed");
    if (index === -1)
        return [...args];
    const next = index + 1 < end ? args[index + 1] : undefined;
    if (next === undefined || next.startsWith("-"))
        return args.toSpliced(index, 1, "--changed=");
    if (!isPath(next))
        return args.toSpliced(index, 2, `--changed=${next}`);
    const { isCommit } = await __webpack_require__.e(/* import() */ 497).then(__webpack_require__.bind(__webpack_require__, 7497));
    if (await isCommit(next))
        throw new errors/* UsageError */.eb(`--changed ${next}: this is a revision and a path: write --changed=${next} or --changed= ${next}.`);
    return args.toSpliced(index, 1, "--changed=");
}
function isPath(word) {
    return (0,external_node_fs_.existsSync)(word) || /[*?[{]/.test(word);
}
function pairOutputs(names, files, tokens) {
    const wanted = names.map((name) => (0,commands_options/* readChoice */.Kf)("--format", name, formats));
    if (files.length > wanted.length)
        throw new errors/* UsageError */.eb(`--output "${files[wanted.length]}": give it a --format of its own.`);
    if (files.length < wanted.length - 1)
        throw new errors/* UsageError */.eb("Only one --format can go to standard output: give the others an --output FILE.");
    const isComplete = files.length === wanted.length;
    const targets = isComplete ? files : files.toSpliced(findBareFormat(tokens), 0, "-");
    return wanted.map((format, index) => ({ format, file: targets[index] === "-" ? undefined : targets[index] }));
}
function findBareFormat(tokens) {
    const options = tokens.filter(({ name }) => name === "format" || name === "output");
    const isBare = options.flatMap(({ name }, index) => name === "format" ? [options[index + 1]?.name !== "output"] : []);
    return Math.max(0, isBare.indexOf(true));
}

// EXTERNAL MODULE: ./lib/source/links.js
var links = __webpack_require__(4);
;// CONCATENATED MODULE: ./lib/commands/output.js





async function writeReport(file, report) {
    if (file === undefined)
        return print(report);
    if (!(0,external_node_path_.isAbsolute)(file))
        refuseLinksOut(file);
    const batches = joinPieces(report);
    const first = await batches.next();
    try {
        await deferSignals((stop) => writeWhole(file, prepend(first, batches), stop));
    }
    catch (error) {
        if (error instanceof errors/* UsageError */.eb || (0,errors/* codeOf */.$N)(error) === "")
            throw error;
        throw new errors/* UsageError */.eb(`--output "${file}": the report could not be written: ${(0,errors/* reasonOf */.A3)(error)}.`);
    }
}
function refuseLinksOut(file) {
    const folder = process.cwd();
    try {
        if (!(0,links/* isWithin */.UO)(folder, (0,external_node_path_.resolve)(file)) || !(0,links/* leadsOut */.qm)(folder, file))
            return;
    }
    catch (error) {
        throw new errors/* UsageError */.eb(`--output "${file}": the report could not be written: ${(0,errors/* reasonOf */.A3)(error)}.`);
    }
    throw new errors/* UsageError */.eb(`--output "${file}": a link takes it outside of the working directory, and no report is written there: give an absolute path, or remove the link.`);
}
async function* prepend(first, rest) {
    if (!first.done)
        yield first.value;
    yield* rest;
}
async function print(report) {
    for await (const batch of joinPieces(report))
        await (0,streams/* say */.c)(batch);
}
async function* joinPieces(report) {
    let text = "";
    for await (const piece of report) {
        if (typeof piece === "string")
            text += piece;
        if (text.length >= 65_536 || (text !== "" && typeof piece !== "string")) {
            yield text;
            text = "";
        }
        if (typeof piece !== "string")
            yield piece;
    }
    if (text !== "")
        yield text;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/commands/terminal.js




function chooseTextOptions(values, stream) {
    const width = stream.isTTY ? stream.columns : undefined;
    return {
        paint: createPainter(values, stream),
        quiet: values.quiet === true,
        ...(width === undefined ? {} : { width }),
        ...(supportsLinks(stream) ? { link: linkFile } : {}),
    };
}
function createPainter(values, stream) {
    return wantsColours(values, stream)
        ? (style, text) => (0,external_node_util_.styleText)(style, text, { validateStream: false })
        : (_, text) => text;
}
function wantsColours(values, { isTTY = false }) {
    const { NO_COLOR = "", FORCE_COLOR, TERM } = process.env;
    if (values["no-color"])
        return false;
    if (values.color)
        return true;
    if (NO_COLOR !== "")
        return false;
    return FORCE_COLOR === undefined ? isTTY && TERM !== "dumb" : !["0", "false"].includes(FORCE_COLOR);
}
function supportsLinks({ isTTY = false }) {
    const { FORCE_HYPERLINK, TERM_PROGRAM = "", VTE_VERSION, WT_SESSION, KITTY_WINDOW_ID, KONSOLE_VERSION } = process.env;
    if (FORCE_HYPERLINK !== undefined)
        return !["", "0", "false"].includes(FORCE_HYPERLINK);
    if (!isTTY || process.env.CI)
        return false;
    return (["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"].includes(TERM_PROGRAM) ||
        Number(VTE_VERSION) >= 5000 ||
        [WT_SESSION, KITTY_WINDOW_ID, KONSOLE_VERSION].some((value) => value !== undefined));
}
function linkFile(file, text) {
    if (file === "-")
        return text;
    const address = new URL((0,external_node_url_.pathToFileURL)((0,external_node_path_.resolve)(file)));
    address.hostname = (0,external_node_os_.hostname)();
    return `\u001b]8;;${address.href}\u001b\\${text}\u001b]8;;\u001b\\`;
}

;// CONCATENATED MODULE: ./lib/commands/check.js















const checkOptions = {
    ...commands_options/* policyOptions */.VJ,
    ...commands_options/* imageOptions */.c$,
    ...commands_options/* renderOptions */.Dx,
    changed: { type: "string" },
    shard: { type: "string" },
    gate: { type: "string" },
    "config-ref": { type: "string" },
    "show-config": { type: "boolean" },
    format: { type: "string", multiple: true },
    output: { type: "string", multiple: true },
    "exit-zero": { type: "boolean" },
};
async function runCheck(args) {
    const { values, positionals, tokens } = (0,commands_options/* parseOptions */.Ac)("check", await joinRevision(args), checkOptions);
    const outputs = pairOutputs(values.format ?? ["text"], values.output ?? [], tokens);
    const { changed } = values;
    const shard = values.shard === undefined ? undefined : readShare(values.shard, { changed, paths: positionals });
    const gate = values.gate === undefined ? undefined : (0,commands_options/* readChoice */.Kf)("--gate", values.gate, policy/* gates */.VF);
    if (gate === "new" && changed === undefined)
        throw new errors/* UsageError */.eb("--gate new needs something to compare with: add --changed, or use --gate all or --gate none.");
    const configRef = values["config-ref"] && (0,commands_options/* readChoice */.Kf)("--config-ref", values["config-ref"], ["base", "head"]);
    if (configRef !== undefined && changed === undefined)
        throw new errors/* UsageError */.eb("--config-ref says where a change's configuration is read: add --changed, or leave it out.");
    const inForce = await (0,policy_in_force/* resolvePolicy */.nZ)(values, {
        appliesBaseline: true,
        gate,
        changed,
        trustsChange: configRef === "head",
    });
    if (values["show-config"]) {
        await (0,streams/* say */.c)((0,policy_in_force/* formatPolicy */.EL)(inForce));
        return 0;
    }
    const review = await (0,review_paths/* streamPaths */.f0)(positionals, inForce, { changed, shard });
    const verdict = await writeOutputs(outputs, review, (file) => ({
        text: chooseTextOptions(values, file === undefined ? process.stdout : {}),
        rulePage: readRulePage,
        htmlPage: readReportPage,
    }));
    return values["exit-zero"] && verdict !== "error" ? 0 : result/* exitStatus */.$[verdict];
}
async function writeOutputs(outputs, review, getOptions) {
    const [only, ...others] = outputs;
    if (only && others.length === 0) {
        let verdict = "error";
        const report = renderReport(only.format, review, getOptions(only.file));
        const writeAndConclude = async function* () {
            verdict = (yield* report).verdict;
        };
        await writeReport(only.file, writeAndConclude());
        return verdict;
    }
    const collected = await (0,stream/* collectReview */.h)(review);
    for (const { format, file } of outputs)
        await writeReport(file, renderReport(format, replay(collected), getOptions(file)));
    return collected.result.verdict;
}
function readShare(text, { changed, paths }) {
    const share = (0,shard/* parseShare */.n8)(text);
    if (!share)
        throw new errors/* UsageError */.eb(`--shard "${text}": use ${shard/* shareForm */.ez}.`);
    if (changed !== undefined)
        throw new errors/* UsageError */.eb("--shard divides a full scan: leave out --changed.");
    if (paths.includes("-"))
        throw new errors/* UsageError */.eb("--shard divides files, and standard input can't be divided: leave out -.");
    return share;
}

;// CONCATENATED MODULE: ./lib/report/effective.js





function renderEffective({ pod, file, line, admission }, { paint, quiet }) {
    const { namespace } = pod.workload;
    const head = `${file}:${line}  ${(0,words/* nameWorkload */.X4)(pod.workload)}${namespace ? ` in ${namespace}` : ""}`;
    const verdicts = ["baseline", "restricted"].map((level) => {
        const { allowed, message } = admission[level];
        const said = (0,report_escape/* escapeControls */.UN)(`${level} (${admission.version}): ${message ?? (0,words/* nameAnswer */.Co)(allowed)}`);
        return `  ${paint(allowed === null ? "yellow" : allowed ? "green" : "red", said)}`;
    });
    const containers = quiet ? [] : pod.containers.flatMap((container) => renderContainer(pod, container, paint));
    return `${[paint("bold", (0,report_escape/* escapeLine */.EH)(head)), ...containers, ...verdicts].join("\n")}\n`;
}
function renderContainer(pod, container, paint) {
    const { name, type, image, effective: fields } = container;
    const place = (path) => {
        const { file, start } = (0,yaml/* sourcePlaceOf */.Uk)(pod.document, path).location;
        return pod.document.rendering ? `${(0,report_escape/* escapeControls */.UN)(file)}:${start.line}` : `line ${start.line}`;
    };
    const settings = Object.entries(fields);
    const rows = [
        ...settings.map(([field, { value, placeholder, origin, path }]) => {
            if (placeholder !== undefined)
                return [field, `${formatCell(placeholder)} (unknown)`, origin, place(path)];
            return value === undefined ? [field, "-", origin, ""] : [field, formatCell(value), origin, place(path)];
        }),
        ...buildImageRows(container, place([...container.path, "image"])),
    ];
    return [
        `  ${paint("bold", (0,report_escape/* escapeControls */.UN)(`${type} container "${name}"`))}${image ? (0,report_escape/* escapeControls */.UN)(`  ${image}`) : ""}`,
        ...alignColumns(rows).map((row, index) => (rows[index]?.[1] === "-" ? paint("dim", `    ${row}`) : `    ${row}`)),
        "    the process gets",
        ...alignColumns(describeProcess(pod, container)).map((row) => `      ${row}`),
    ];
}
function describeProcess({ runsOn }, container) {
    const { derived, effective } = container;
    const unsaid = (setting, whose) => ((0,lib_pod/* isUnknown */.t8)(setting) ? unknown : whose);
    if (runsOn === "windows") {
        const user = derived.userName === null ? unsaid(effective.windowsOptions, "the image's") : derived.userName;
        return [["user", (0,report_escape/* escapeControls */.UN)(user)]];
    }
    const { uid, gid, capabilities, noNewPrivileges, seccomp, privileged, readOnlyRoot } = derived;
    const users = "the image's for this user; 0 if it does not list the user";
    return [
        ["user", uid === null ? unsaid(effective.runAsUser, `the image's${describeImageUser(container)}`) : String(uid)],
        ["group", gid === null ? unsaid(effective.runAsGroup, users) : String(gid)],
        ["capabilities", capabilities === null ? unknown : capabilities.join(" ") || "none"],
        ["no_new_privs", nameSwitch(noNewPrivileges, "set", "not set")],
        ["seccomp", seccomp ?? unknown],
        ["privileged", nameSwitch(privileged, "yes", "no")],
        ["root file system", nameSwitch(readOnlyRoot, "read-only", "writable")],
    ];
}
const unknown = "unknown before it is filled in";
function nameSwitch(value, on, off) {
    if (value === null)
        return unknown;
    return value ? on : off;
}
function buildImageRows({ imageConfig }, place) {
    if (!imageConfig)
        return [];
    const { user, volumes, ports } = imageConfig;
    const said = { USER: user, VOLUME: volumes.join(" "), EXPOSE: ports.join(" ") };
    return Object.entries(said).map(([word, value]) => [word, (0,report_escape/* escapeControls */.UN)(value) || "-", "image", place]);
}
function describeImageUser({ imageConfig }) {
    return imageConfig?.user ? `, ${(0,report_escape/* escapeControls */.UN)(imageConfig.user)}` : "";
}
function formatCell(value) {
    return (0,report_escape/* escapeControls */.UN)(typeof value === "object" ? JSON.stringify(value) : String(value));
}

;// CONCATENATED MODULE: ./lib/commands/effective.js






const effectiveOptions = { ...commands_options/* policyOptions */.VJ, ...commands_options/* imageOptions */.c$, ...commands_options/* renderOptions */.Dx };
async function runEffective(args) {
    const { values, positionals } = (0,commands_options/* parseOptions */.Ac)("effective", args, effectiveOptions);
    const result = await (0,review_paths/* reviewPaths */.xF)(positionals, await (0,policy_in_force/* resolvePolicy */.nZ)(values, { appliesBaseline: false }));
    const options = chooseTextOptions(values, process.stdout);
    const texts = result.workloads.map((workload) => renderEffective(workload, options));
    await (0,streams/* say */.c)(texts.length > 0 ? texts.join("\n") : "No workload was found.\n");
    await (0,review_paths/* remarkProblems */.Lj)(result.problems);
    return result.verdict === "error" ? 2 : 0;
}

;// CONCATENATED MODULE: ./lib/commands/explain.js






const explainOptions = { color: commands_options/* policyOptions */.VJ.color, "no-color": commands_options/* policyOptions */.VJ["no-color"] };
async function runExplain(args) {
    const { values, positionals } = (0,commands_options/* parseOptions */.Ac)("explain", args, explainOptions);
    const paint = createPainter(values, process.stdout);
    const [id] = positionals;
    await (0,streams/* say */.c)(id === undefined ? renderList(paint) : renderPage(loadPage(id), paint));
    return 0;
}
function renderList(paint) {
    const width = Math.max(...rules/* rules */.aO.map(({ id }) => id.length));
    const lines = rules/* rules */.aO.map(({ id, level, summary }) => `${paint("bold", id.padEnd(width))}  ${level.padEnd(10)}  ${summary}`);
    return `${lines.join("\n")}\n`;
}
function loadPage(id) {
    if (!rules/* rules */.aO.some((rule) => rule.id === id)) {
        throw new errors/* UsageError */.eb(`explain "${id}": there is no such rule. Rules: ${rules/* rules */.aO.map((rule) => rule.id).join(", ")}.`);
    }
    const page = readRulePage(id);
    if (page === undefined)
        throw new errors/* UsageError */.eb(`The page of ${id} is missing from this installation (docs/rules).`);
    return page;
}
function renderPage(markdown, paint) {
    let isExample = false;
    const lines = markdown
        .replace(/^<!--.*-->\n/gm, "")
        .split("\n")
        .flatMap((line) => {
        if (line.startsWith("```")) {
            isExample = !isExample;
            return [];
        }
        if (isExample)
            return [`    ${line}`];
        if (/^\|[ |-]+\|$/.test(line))
            return [];
        if (line.startsWith("#"))
            return [paint("bold", line.replace(/^#+ /, ""))];
        return [
            line
                .replace(/^\| (.+?) \| (.+) \|$/, "$1: $2")
                .replace(/\[([^\]]+)\]\(([^)]+)\)/g, "$1 <$2>")
                .replaceAll("`", ""),
        ];
    });
    return `${lines.join("\n").trimEnd()}\n`;
}

// EXTERNAL MODULE: ./lib/rendering/manifests.js
var manifests = __webpack_require__(934);
// EXTERNAL MODULE: ./lib/review/carried-fixes.js + 1 modules
var carried_fixes = __webpack_require__(7179);
// EXTERNAL MODULE: ./lib/review/review.js + 10 modules
var review = __webpack_require__(2349);
;// CONCATENATED MODULE: ./lib/review/fix-renderings.js




async function fixRenderings(first, renderAgain, policy, isWanted) {
    const texts = new Map();
    const made = new Set();
    const passes = [];
    for (let open = first; open;) {
        const pass = await fixOnce(open, policy, isWanted);
        passes.push(pass);
        for (const { file, before, text } of pass)
            if (text !== before)
                texts.set(file, text);
        const fresh = pass.flatMap(({ applied }) => applied).filter(({ fingerprint }) => !made.has(fingerprint));
        for (const { fingerprint } of fresh)
            made.add(fingerprint);
        open = fresh.length > 0 ? await renderAgain(texts) : undefined;
    }
    return joinPasses(passes);
}
function joinPasses(passes) {
    const [first = []] = passes;
    const last = new Map(passes.at(-1)?.map((each) => [each.file, each]));
    const leftAtFirst = new Map(first.flatMap(({ declined }) => declined).map(({ finding, before }) => [finding.fingerprint, before]));
    const byFile = (0,review_groups/* groupBy */.$z)(passes.flat(), ({ file }) => file);
    return [...byFile].flatMap(([file, [start, ...others]]) => {
        if (!start)
            return [];
        const { declined = [], unwanted = [] } = last.get(file) ?? {};
        return {
            ...start,
            text: others.at(-1)?.text ?? start.text,
            applied: [start, ...others].flatMap(({ applied }) => applied),
            declined: declined.map((each) => {
                const before = leftAtFirst.get(each.finding.fingerprint);
                return { ...each, before: before ? { ...before, reason: (0,fix/* reasonBefore */.Yo)(before.reason, each.reason) } : null };
            }),
            unwanted,
        };
    });
}
async function fixOnce({ sources, carry }, policy, isWanted) {
    const found = await (0,review/* reviewRenderings */.uy)(sources, { policy, uses: new Map() });
    const chosen = found.map((review) => ({
        ...review,
        findings: review.findings.filter((finding) => !finding.ignored && isWanted(finding)),
    }));
    const unwanted = new Map(found.map((review) => [
        review.source.file,
        review.findings.filter((finding) => !finding.ignored && !isWanted(finding)),
    ]));
    const { reviews, texts } = await (0,carried_fixes/* carryAll */.$)(chosen, sources, carry);
    return reviews.map(({ source: { file, text: before }, findings, problems }) => ({
        file,
        before,
        text: texts.get(file) ?? before,
        applied: findings.filter(({ fix }) => fix),
        declined: findings.filter(({ fix }) => !fix).map(decline),
        unwanted: unwanted.get(file) ?? [],
        problems,
        omission: undefined,
    }));
}
async function joinFixed(rendered, source, fixOwn) {
    if (!rendered)
        return fixOwn(source);
    const own = await fixOwn({ ...source, text: rendered.text });
    return {
        ...own,
        before: rendered.before,
        applied: [...rendered.applied, ...own.applied],
        declined: [...rendered.declined, ...own.declined],
        unwanted: rendered.unwanted ?? [],
        problems: [...rendered.problems, ...own.problems],
    };
}
function decline(finding) {
    const reason = finding.declined ?? "it needs a decision";
    return { finding, reason, before: { line: finding.location.start.line, reason } };
}

// EXTERNAL MODULE: ./lib/review/images.js
var review_images = __webpack_require__(6444);
// EXTERNAL MODULE: ./lib/review/omissions.js
var review_omissions = __webpack_require__(5166);
;// CONCATENATED MODULE: ./lib/commands/fix-choice.js

function whyLeftOut({ rules, containers, isSafeOnly }, finding) {
    const { rule, fix, containers: concerned, ignored } = finding;
    if (rules && !rules.includes(rule.id))
        return { option: "--rule", reason: "of other rules", isNear: false };
    if (containers) {
        const others = concerned.filter((name) => !containers.includes(name));
        if (concerned.length === 0)
            return { option: "--container", reason: "of no single container", isNear: false };
        if (others.length === concerned.length)
            return { option: "--container", reason: "of other containers", isNear: false };
        if (others.length > 0)
            return { option: "--container", reason: sharedWith(others), isNear: true };
    }
    if (!isSafeOnly || ignored || fix?.safety !== "review")
        return undefined;
    return { option: "--safe", reason: fix.risk ?? "", isNear: false };
}
function sharedWith(others) {
    const names = (0,rules/* enumerate */.HL)(others.map((name) => JSON.stringify(name)));
    const which = others.length === 1 ? `container ${names}` : `containers ${names}`;
    return `its fix is on the pod, and changes ${which} too: add --container for ${others.length === 1 ? "it" : "them"}`;
}

;// CONCATENATED MODULE: ./lib/commands/fix-report.js





function reportFixes(fixed, choice, isDiff) {
    const { file, applied, unwanted = [] } = fixed;
    const left = [...fixed.declined, ...unwanted.map((finding) => ({ finding, reason: "", before: null }))];
    const judged = left.map((each) => ({ ...each, leftOut: whyLeftOut(choice, each.finding) }));
    const told = judged.filter(({ leftOut }) => !leftOut || leftOut.isNear);
    const count = applied.length + told.length;
    const head = count > 0 || fixed.text === fixed.before
        ? `${(0,words/* formatCount */.B4)(applied.length, "fix", "fixes")}, ${told.length} left to you`
        : "changed by fixes that are listed under other files";
    const lines = [
        `${file}: ${head}`,
        ...applied.map(({ rule, fix }) => `  fix   ${rule.id}: ${fix && (0,words/* describeFix */.D6)(fix)}`),
        ...told.map(({ finding, reason, before, leftOut }) => {
            const { line, reason: why } = (isDiff ? before : null) ?? { line: finding.location.start.line, reason };
            return `  left  ${finding.rule.id}, line ${line}: ${leftOut?.reason ?? why}`;
        }),
    ];
    return {
        description: count === 0 && fixed.text === fixed.before ? "" : `${lines.map(report_escape/* escapeLine */.EH).join("\n")}\n`,
        left: left.length,
        containers: [...new Set([...applied, ...left.map(({ finding }) => finding)].flatMap((each) => each.containers))],
        leftovers: judged.flatMap(({ finding, leftOut }) => leftOut && !leftOut.isNear ? [{ rule: finding.rule.id, option: leftOut.option, reason: leftOut.reason }] : []),
    };
}
function describeLeftovers(leftovers) {
    const byOption = (0,review_groups/* groupBy */.$z)(leftovers, ({ option }) => option);
    const lines = [...byOption].flatMap(([option, group]) => option === "--safe" ? listRisks(group) : [countOthers(option, group)]);
    return lines.map((line) => `${(0,report_escape/* escapeLine */.EH)(line)}\n`).join("");
}
function describeUnknown(asked, found) {
    const lines = asked
        .filter((name) => !found.has(name))
        .map((name) => {
        const similar = (0,lib_pod/* findSimilarName */.Qx)(name, [...found]);
        const question = similar === undefined ? "" : ` Did you mean ${JSON.stringify(similar)}?`;
        return `--container ${JSON.stringify(name)}: no finding is about a container with this name.${question}`;
    });
    return lines.map((line) => `${(0,report_escape/* escapeLine */.EH)(line)}\n`).join("");
}
function listRisks(leftovers) {
    const kinds = [...(0,review_groups/* groupBy */.$z)(leftovers, ({ rule, reason }) => `${rule}: ${reason}`)].toSorted(([, a], [, b]) => b.length - a.length);
    const rest = kinds.slice(mostRisks).flatMap(([, group]) => group).length;
    return [
        `--safe leaves ${(0,words/* formatCount */.B4)(leftovers.length, "fix", "fixes")} that ${(0,words/* nameFixGroup */.Kc)("review", leftovers.length)}:`,
        ...kinds.slice(0, mostRisks).map(([kind, group]) => `  ${group.length} \u00d7 ${kind}`),
        ...(rest > 0 ? [`  ${rest} more: see secctx check`] : []),
        "  secctx fix --diff shows what they change; secctx fix --rule ID makes those of one rule.",
    ];
}
const mostRisks = 30;
function countOthers(option, leftovers) {
    const counts = [...(0,review_groups/* groupBy */.$z)(leftovers, ({ reason }) => reason)].map(([reason, group]) => `${(0,words/* formatCount */.B4)(group.length, "finding")} ${reason}`);
    return `${option} leaves ${counts.join(", and ")}.`;
}

// EXTERNAL MODULE: ./lib/commands/image-sources.js
var image_sources = __webpack_require__(6992);
;// CONCATENATED MODULE: ./lib/commands/fix.js
















const fixOptions = {
    ...commands_options/* policyOptions */.VJ,
    ...commands_options/* imageOptions */.c$,
    ...commands_options/* renderOptions */.Dx,
    diff: { type: "boolean" },
    safe: { type: "boolean" },
    rule: { type: "string", multiple: true },
    container: { type: "string", multiple: true },
    "run-as-user": { type: "string" },
    "run-as-group": { type: "string" },
};
const ruleIds = rules/* rules */.aO.map(({ id }) => id);
async function runFix(args) {
    const { values, positionals } = (0,commands_options/* parseOptions */.Ac)("fix", args, fixOptions);
    const { diff: isDiff = false, safe: isSafeOnly = false, quiet: isQuiet = false } = values;
    const choice = {
        isSafeOnly,
        rules: values.rule?.map((id) => (0,commands_options/* readChoice */.Kf)("--rule", id, ruleIds)),
        containers: values.container?.map(readContainerName),
    };
    const inForce = await (0,policy_in_force/* resolvePolicy */.nZ)(values, {
        appliesBaseline: false,
        runAsUser: values["run-as-user"],
        runAsGroup: values["run-as-group"],
    });
    const found = await (0,review_paths/* collectManifests */.T5)(positionals, inForce);
    if (!isDiff && found.manifests.some(({ file, rendering }) => !rendering && file === "-"))
        throw new errors/* UsageError */.eb("-: standard input can't be rewritten. Use --diff.");
    const policy = await (0,image_sources/* addImages */.e)(inForce, found.manifests);
    const imageNotes = policy.images.size > 0 ? await (0,review_images/* findImageNotes */.Ih)(found.manifests, policy) : [];
    const outcomes = await fixAll(found, { ...inForce, policy }, choice, isDiff);
    const unwritten = [];
    const done = [];
    for (const outcome of outcomes) {
        const problem = isChanged(outcome) ? await deliverOutcome(outcome, isDiff) : undefined;
        if (problem)
            unwritten.push(problem);
        else
            done.push(outcome);
    }
    const tell = isDiff ? streams/* remark */.V : streams/* say */.c;
    const problems = [
        ...found.problems,
        ...reportOmissions(outcomes.flatMap(({ omission }) => omission ?? [])),
        ...imageNotes,
        ...outcomes.flatMap((each) => each.problems),
        ...unwritten,
    ];
    if (!isQuiet)
        for (const { description } of done)
            await tell(description);
    await (0,review_paths/* remarkProblems */.Lj)(problems);
    const containers = new Set(outcomes.flatMap((each) => each.containers));
    await (0,streams/* remark */.V)(describeUnknown(choice.containers ?? [], containers));
    if (!isQuiet) {
        await tell(summarizeFixes(done, isDiff));
        await tell(describeLeftovers(done.flatMap(({ leftovers }) => leftovers)));
    }
    return problems.some(({ severity }) => severity === "error") ? 2 : 0;
}
async function fixAll({ manifests: all, renderAgain }, { policy, rendering: settings }, choice, isDiff) {
    const isWanted = (finding) => whyLeftOut(choice, finding) === undefined;
    const conclude = (fixed) => {
        const { file, before, text, problems, omission } = fixed;
        return { file, before, text, problems, omission, ...reportFixes(fixed, choice, isDiff) };
    };
    const renderings = all.filter(({ rendering }) => rendering);
    const carry = (0,manifests/* carryWith */.Qn)(settings);
    const rendered = carry && renderAgain && renderings.length > 0
        ? await fixRenderings({ sources: renderings, carry }, renderAgain, policy, isWanted)
        : [];
    const byFile = new Map(rendered.map((each) => [each.file, each]));
    const outcomes = [];
    for (const source of all.filter(({ rendering }) => !rendering)) {
        const { file } = source;
        const fixIt = async (manifest) => conclude(await joinFixed(byFile.get(file), manifest, (each) => (0,fix/* fix */.Up)(each, policy, isWanted)));
        outcomes.push(await fixSource(source, fixIt));
        byFile.delete(file);
    }
    return [...outcomes, ...[...byFile.values()].map(conclude)];
}
function reportOmissions(omissions) {
    const templates = omissions.filter(({ what }) => what === "template");
    const others = omissions.filter(({ what }) => what !== "template" && what !== "link");
    return [
        ...(0,review_omissions/* noteOmissions */.nX)(templates).map((note) => ({ ...note, severity: "error" })),
        ...(0,review_omissions/* noteOmissions */.nX)(others),
    ];
}
function readContainerName(name) {
    if (name === "")
        throw new errors/* UsageError */.eb('--container "": give the name of a container.');
    return name;
}
async function fixSource(source, fixIt) {
    const { file, text } = source;
    const conflict = text.search(conflictMarker);
    if (conflict === -1)
        return await fixIt(source);
    const line = text.slice(0, conflict).split("\n").length;
    const problems = [reportUntouched(file, "it has merge conflicts. Resolve them first", line)];
    return { file, before: text, text, problems, omission: undefined, ...nothingDone };
}
const nothingDone = { description: "", left: 0, leftovers: [], containers: [] };
const conflictMarker = /^(<{7}|>{7})( |\r?$)/m;
async function deliverOutcome({ file, before, text }, isDiff) {
    if (isDiff) {
        const { formatUnifiedDiff } = await __webpack_require__.e(/* import() */ 287).then(__webpack_require__.bind(__webpack_require__, 1287));
        await (0,streams/* say */.c)(formatUnifiedDiff(file, before, text));
        return undefined;
    }
    const reason = await deferSignals(() => rewriteFile(file, before, text));
    return reason === undefined ? undefined : reportUntouched(file, reason);
}
function reportUntouched(file, reason, line = 1) {
    return { severity: "error", file, line, message: `This file was not changed: ${reason}.` };
}
function summarizeFixes(outcomes, isDiff) {
    const changed = outcomes.filter(isChanged).length;
    const left = outcomes.reduce((sum, each) => sum + each.left, 0);
    const rest = left === 0 ? "" : ` ${(0,words/* formatCount */.B4)(left, "finding remains", "findings remain")}.`;
    if (changed === 0)
        return `No file ${isDiff ? "would change" : "changed"}.${rest}\n`;
    return isDiff
        ? `${(0,words/* formatCount */.B4)(changed, "file")} would change.${rest} Apply with: secctx fix --diff \u2026 | git apply\n`
        : `${(0,words/* formatCount */.B4)(changed, "file")} changed.${rest} Review the change with git diff, test it, and run secctx check again.\n`;
}
function isChanged({ before, text }) {
    return before !== text;
}

;// CONCATENATED MODULE: ./lib/commands/help.js

function getHelp(command) {
    if (command === undefined)
        return overview;
    const found = Object.hasOwn(commandHelp, command) ? commandHelp[command] : undefined;
    if (found !== undefined)
        return found;
    throw new errors/* UsageError */.eb(`help "${command}": there is no such command. Commands: ${Object.keys(commandHelp).join(", ")}.`);
}
const overview = `secctx reviews Kubernetes security contexts: what each container may effectively do,
what is wrong with it, on which line, and the hardened YAML.

Usage:
  secctx [check] [PATH|GLOB|-]...   report findings; the exit status is the gate
  secctx fix [PATH|GLOB|-]...       write the hardened YAML into the files
  secctx effective [PATH|GLOB|-]... show what each container gets, and who set it
  secctx namespaces [PATH|GLOB|-]... show which Pod Security level each namespace can enforce
  secctx images [PATH|GLOB|-]...    read the images of the manifests, for --images-from
  secctx explain [RULE]             show the page of a rule; without RULE, list the rules
  secctx merge FILE...              merge the JSON reports of shards or repositories, and give the verdict
  secctx baseline [PATH|GLOB]...    accept today's findings, so that only new ones count
  secctx init                       write a configuration and a workflow
  secctx help COMMAND               show the options of a command; so does COMMAND --help
  secctx --version

A path is a file, a folder, a quoted pattern, or - for standard input. The default is the working
directory. In a folder, hidden folders, node_modules and what git ignores are skipped.
Exit status: 0 the gate passes, 1 findings fail it, 2 the work could not be done.
`;
const levelHelp = `
Policy:
  --enforce LEVEL             violations of LEVEL or a weaker level fail the gate (default restricted)
  --warn LEVEL                the same for warnings (default hardened)
  --audit LEVEL               the same for notices (default hardened)
                              LEVEL, weakest first: privileged, baseline, restricted, hardened
  --kubernetes-version V      the release to judge by: latest (default), or one such as 1.34
  --config FILE               the configuration (default: the nearest .secctx.yaml, up to the root); or
                              OWNER/REPOSITORY/PATH@REF, a shared policy in a clone
  --policy-clone OWNER/REPOSITORY=PATH
                              the clone that a shared policy of OWNER/REPOSITORY is read from, at its
                              ref; nothing is fetched; may be repeated
  --no-config                 read no configuration; the baseline still applies
`;
const imageHelp = `
Images:
  --images[=layers]           ask the registries for the user, the volumes and the ports of the images;
                              with layers, download their layers too, for the capabilities that
                              programs carry in their files; images: in the configuration does the same
  --images-from FILE          read them from a file that secctx images has written
  --insecure-registry HOST    a registry that may be asked without encryption; may be repeated
`;
const renderHelp = `
Helm charts and Kustomize overlays:
  --render auto|true|false    render them with helm, and with kustomize or kubectl; what can't be
                              rendered is an error (auto, the default, and true). With false, they
                              are not evaluated, and a note says so
  --values FILE               render the one chart among the paths with these values, instead of those
                              that it brings along or the configuration names; may be repeated, and
                              the last file wins
`;
const outputHelp = `
Output:
  --color, --no-color         use colours or not, whatever the terminal (also FORCE_COLOR, NO_COLOR)
`;
const policyHelp = levelHelp + imageHelp + renderHelp + outputHelp;
const commandHelp = {
    baseline: `secctx baseline [PATH|GLOB]...

Writes .secctx-baseline.json at the root of the repository. It holds today's findings, each with its
file and how often it is there, and they no longer count. A finding in another file, one more of a
kind, and one that gets worse count. What is gone is taken out. With PATH, only findings there are
added and none is taken out.
Ends with 2 if something could not be evaluated: it is named, not accepted, and what was accepted
there stays so.

  --prune                     accept nothing, and only take out what is gone; with PATH, below it. What
                              moved to another file is written with that file
${policyHelp}  --quiet                     print problems only
`,
    init: `secctx init

Writes .secctx.yaml, with every default as a comment, and .github/workflows/secctx.yml.
Existing files are not overwritten.
`,
    check: `secctx check [PATH|GLOB|-]...

Reports findings. The exit status is the gate.

  --format FORMAT             the format of the report (default text); may be repeated:
                              text, json, sarif, github, markdown, html, junit
  --output FILE               write the report to FILE, one for each --format; - is standard output
  --changed[=REV]             review only what changed since the merge base with REV, committed or not
                              (default: the branch's upstream, else origin's HEAD); or --changed REV
  --config-ref base|head      where a change's configuration and baseline are read: at the merge base
                              (default), so that it can't switch its own gate off, or in the change
  --gate all|new|none         all: every finding counts (default); new: only those that the change
                              introduces or worsens, and others are notices; needs --changed;
                              none: report only, and fail for what could not be evaluated
  --shard I/N                 review only the I-th of N shares of the files, such as 2/8; secctx merge
                              merges the JSON reports of all shares
  --exit-zero                 end with 0 even if findings fail the gate
  --show-config               print the policy in force, and where each value comes from, then stop
${policyHelp}  --quiet                     print problems, the table of rules and the verdict only
`,
    fix: `secctx fix [PATH|GLOB|-]...

Writes the hardened YAML into the files. Every byte outside of a fix stays as it is.
Ends with 0, or with 2 if a file could not be read or written.

  --diff                      print the changes as a patch for git apply, and write nothing
  --safe                      apply only fixes that cannot stop a container that works today
  --rule ID                   apply only the fixes of this rule; may be repeated
  --container NAME            apply only fixes that change no other container; may be repeated. A fix
                              on the pod changes all containers that have no value of their own
  --run-as-user N             the user id that fixes may write
  --run-as-group N            the group id that fixes may write
${policyHelp}  --quiet                     print problems only
`,
    images: `secctx images [PATH|GLOB|-]...

Reads the configurations of the manifests' images from their registries, with the logins of
docker login, and prints the JSON that --images-from takes.
Ends with 0, or with 2 if an image or a file could not be read.

  --config FILE               the configuration (default: the nearest .secctx.yaml, up to the root)
  --policy-clone OWNER/REPOSITORY=PATH
                              the clone that a shared policy of OWNER/REPOSITORY is read from
  --no-config                 read no configuration
  --images=layers             download their layers too, for the capabilities that programs carry in
                              their files
  --insecure-registry HOST    a registry that may be asked without encryption; may be repeated
  --quiet                     print only problems, and images that could not be read
`,
    merge: `secctx merge FILE...

Merges the JSON reports that check --shard I/N has written, one for each of the N shards of a scan,
into the report that a single run would have written, and prints the verdict. Ends as that run would:
0 the gate passes, 1 findings fail it, 2 something could not be evaluated, or the reports do not
belong together.

With --format markdown or html, the reports are those of repositories, each named
OWNER/REPOSITORY.json, and become a table of repositories and rules. Ends as the worst of them.

  --format FORMAT             json (default): the report of one run; markdown, html: the table
  --output FILE               write what comes of it to FILE, and the verdict to standard output
  --exit-zero                 end with 0 even if findings fail the gate
`,
    explain: `secctx explain [RULE]

Prints the page of a rule: what it says, why it matters, a bad and a good example, how to fix it, and
when not to. Without RULE, lists the rules.

Output:
  --color, --no-color         use colours or not, whatever the terminal (also FORCE_COLOR, NO_COLOR)
`,
    namespaces: `secctx namespaces [PATH|GLOB|-]...

Prints for each namespace the strictest level of the Pod Security Standards that all of its workloads
pass, what keeps it from the next level, and the labels that make the cluster enforce it. Labels that
the Namespace has today are compared with what its workloads pass.
enforce: is at most --enforce; warn: and audit: are those of the policy, at most restricted.
Ends with 0, or with 2 if something could not be evaluated.

  --format FORMAT             the format of the report: text (default), json, markdown
${levelHelp}${renderHelp}${outputHelp}  --quiet                     print only the table, and what could not be evaluated
`,
    effective: `secctx effective [PATH|GLOB|-]...

Prints the effective value of every field for each container, who set it and on which line, then what
the process gets and what Pod Security Admission answers.
Ends with 0, or with 2 if something could not be evaluated.
${policyHelp}  --quiet                     print only what Pod Security Admission answers, and problems
`,
};

;// CONCATENATED MODULE: ./lib/commands/init.js












const initOptions = {};
const workflowName = ".github/workflows/secctx.yml";
async function runInit(args) {
    const { positionals } = (0,commands_options/* parseOptions */.Ac)("init", args, initOptions);
    if (positionals.length > 0)
        throw new errors/* UsageError */.eb(`init "${positionals[0]}": init takes no path. It writes to the root of the repository.`);
    const root = (0,own_files/* findRoot */.wg)();
    const files = [
        { name: own_files/* configurationName */.Sh, text: renderConfiguration((0,lib_policy/* configurationSchema */.Wf)()) },
        { name: workflowName, text: workflowText },
    ];
    const taken = files
        .flatMap(({ name }) => [".yaml", ".yml"].map((end) => name.replace(/\.ya?ml$/, end)))
        .find((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, name)));
    if (taken)
        throw new errors/* UsageError */.eb(`${(0,source_files/* displayPath */.Gt)((0,external_node_path_.join)(root, taken))} already exists, so nothing was written. Move it away to start again.`);
    for (const { name } of files)
        (0,own_files/* refuseLinkOut */.rS)(root, (0,external_node_path_.join)(root, name));
    for (const { name, text } of files)
        writeNewFile((0,external_node_path_.join)(root, name), text);
    const result = await (0,review_paths/* reviewPaths */.xF)([(0,source_files/* displayPath */.Gt)(root)], await (0,policy_in_force/* resolvePolicy */.nZ)({}, { appliesBaseline: true }));
    await (0,review_paths/* remarkProblems */.Lj)(result.problems);
    const isPartial = result.verdict === "error";
    const findings = result.findings.filter(({ ignored }) => !ignored);
    const lines = [
        `Wrote ${files.map(({ name }) => (0,source_files/* displayPath */.Gt)((0,external_node_path_.join)(root, name))).join(" and ")}. Replace OWNER and FULL-COMMIT-SHA there with the owner and the commit of secctx that you trust.`,
        findings.length === 0
            ? `Nothing is found today${isPartial ? " in what could be evaluated" : ""}.`
            : `Today there ${findings.length === 1 ? "is" : "are"} ${(0,words/* formatCount */.B4)(findings.length, "finding")} (${describeModes(countByMode(findings))}). To start with only new ones, accept these: secctx baseline writes ${own_files/* baselineName */.Ri}.`,
    ];
    await (0,streams/* say */.c)(`${lines.join("\n")}\n`);
    return 0;
}
function writeNewFile(file, text) {
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        (0,external_node_fs_.writeFileSync)(file, text, { flag: "wx" });
    }
    catch (error) {
        throw new errors/* UsageError */.eb(`${(0,source_files/* displayPath */.Gt)(file)}: it could not be written: ${(0,errors/* reasonOf */.A3)(error)}.`);
    }
}
const workflowText = `name: secctx
on:
  pull_request:
  merge_group:
    types: [checks_requested]
permissions: {}
jobs:
  security-contexts:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
      checks: write
      pull-requests: write
    steps:
      - uses: OWNER/secctx@FULL-COMMIT-SHA
        with:
          suggest: true
`;
const examples = {
    gate: "gate: new",
    extends: "extends: acme/policy/secctx.yaml@v1",
    files: 'files: ["**/*.yaml", "**/*.yml", "**/*.json", "!vendor/**"]',
    rules: "rules:\n  read-only-root-filesystem: warn",
    namespaces: "namespaces:\n  kube-system: privileged\n  team-*: {enforce: restricted, version: latest}",
    workloads: "workloads:\n  - apiVersion: example.com/*\n    kind: Engine\n    podTemplate: spec.template",
    exemptions: "exemptions:\n  - rules: [privileged, host-namespaces]\n    kinds: [DaemonSet]\n    namespaces: [kube-system]\n    names: [cilium]\n" +
        "    reason: The CNI plugin sets up the node's network.\n    expires: 2999-06-30",
    fix: "fix:\n  runAsUser: 10001\n  runAsGroup: 10001\n  writablePaths:\n    - image: nginx*\n      paths: [/var/cache/nginx, /var/run]",
    sarifFile: "sarifFile: secctx.sarif",
    jsonFile: "jsonFile: secctx.json",
    htmlFile: "htmlFile: secctx.html",
};
function renderConfiguration({ properties = {} }) {
    const sections = Object.entries(properties).map(([key, schema]) => {
        const setting = examples[key] ?? renderDefault(key, schema);
        return `# ${schema.description}\n${setting.replace(/^/gm, "#")}\n`;
    });
    const head = `# yaml-language-server: $schema=https://raw.githubusercontent.com/OWNER/secctx/FULL-COMMIT-SHA/schema/config.schema.json
# The policy by which secctx reviews this repository. Each commented value is the default, or an example if there is no default.
`;
    return [head, ...sections].join("\n");
}
function renderDefault(key, { default: fallback, properties }) {
    const inner = Object.entries(properties ?? {}).map(([name, schema]) => `\n  ${renderDefault(name, schema)}`);
    return inner.length > 0 ? `${key}:${inner.join("")}` : `${key}: ${String(fallback)}`;
}

;// CONCATENATED MODULE: ./lib/report/fleet.js




function makeFleetRow(repository, { verdict, policy, summary, rules }) {
    const { enforce, gate } = policy;
    const counts = new Map(rules.map((count) => [ruleIdOf(count), count]));
    return { repository, verdict, policy: { enforce, gate }, summary, counts };
}
function arrangeFleet(rows) {
    return { rows: rows.toSorted(compareRows), rules: sortRuleIds(rows.flatMap(({ counts }) => [...counts.keys()])) };
}
function compareRows(a, b) {
    const rank = ({ verdict }) => (verdict === "error" ? 0 : 1);
    return rank(a) - rank(b) || b.summary.enforce - a.summary.enforce || (a.repository < b.repository ? -1 : 1);
}
function judgeFleet({ rows }) {
    const verdicts = new Set(rows.map(({ verdict }) => verdict));
    return verdicts.has("error") ? "error" : verdicts.has("fail") ? "fail" : "pass";
}
function describeFleet({ rows }) {
    const count = (verdict) => rows.filter((row) => row.verdict === verdict).length;
    const [passing, failing, open] = [count("pass"), count("fail"), count("error")];
    const parts = [
        `${passing} ${passing === 1 ? "passes" : "pass"}`,
        ...(failing > 0 ? [`${failing} ${failing === 1 ? "fails" : "fail"}`] : []),
        ...(open > 0 ? [`${open} could not be evaluated as a whole`] : []),
    ];
    return `${(0,words/* formatCount */.B4)(rows.length, "repository", "repositories")}: ${parts.join(", ")}.`;
}
const fleetColumns = [
    "repository",
    "gate",
    "enforces",
    "workloads",
    "failures",
    "warnings",
    "notices",
    "ignored",
];
function listFleetCells({ verdict, policy, summary }) {
    const words = { pass: policy.gate === "none" ? "only reports" : "passes", fail: "fails", error: "not evaluated" };
    const { workloads, ignored } = summary;
    return [words[verdict], policy.enforce, ...[workloads, ...lib_pod/* modes */.nI.map((mode) => summary[mode]), ignored].map(String)];
}
function countCell({ counts }, rule) {
    const { enforce, warn, audit } = counts.get(rule) ?? { enforce: 0, warn: 0, audit: 0 };
    return { failures: enforce, others: warn + audit };
}
const fleetLegend = "Below each rule: failures in bold, then warnings and notices.";
function renderFleetMarkdown(fleet) {
    const heads = [...fleetColumns, ...fleet.rules.map(report_escape/* codeSpan */.SS)];
    const lines = fleet.rows.map((row) => {
        const cells = fleet.rules.map((rule) => {
            const { failures, others } = countCell(row, rule);
            return [failures > 0 ? `**${failures}**` : "", others > 0 ? String(others) : ""].filter(Boolean).join(" ");
        });
        return `| ${[(0,report_escape/* codeSpan */.SS)(row.repository), ...listFleetCells(row), ...cells].join(" | ")} |\n`;
    });
    return [
        `### ${describeFleet(fleet)}\n\n`,
        `| ${heads.join(" | ")} |\n|${"---|".repeat(heads.length)}\n`,
        ...lines,
        `\n${fleetLegend}\n`,
    ].join("");
}

;// CONCATENATED MODULE: ./lib/report/fleet-html.js


async function renderFleetHtml(fleet) {
    const heads = [...fleetColumns, ...fleet.rules].map((head) => `<th scope="col"><span>${escapeHtml(head)}</span></th>`);
    const rows = fleet.rows.map((row) => renderRow(row, fleet.rules));
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${await hash(style)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>secctx: repositories</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>secctx <span>repositories</span></h1>
<p>${escapeHtml(describeFleet(fleet))} ${fleetLegend}</p>
<div class="scroll" tabindex="0" role="region" aria-label="Repositories and rules">
<table>
<thead><tr>${heads.join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</div>
</main>
</body>
</html>
`;
}
function renderRow(row, rules) {
    const [gate = "", ...own] = listFleetCells(row);
    const cells = rules.map((rule) => {
        const { failures, others } = countCell(row, rule);
        const shown = [failures > 0 ? `<b>${failures}</b>` : "", others > 0 ? String(others) : ""].filter(Boolean);
        return `<td>${shown.join(" ")}</td>`;
    });
    return [
        `<tr><th scope="row">${escapeHtml(row.repository)}</th>`,
        `<td class="${row.verdict}">${escapeHtml(gate)}</td>`,
        ...own.map((cell) => `<td>${escapeHtml(cell)}</td>`),
        ...cells,
        "</tr>",
    ].join("");
}
function escapeHtml(text) {
    const shown = (0,report_escape/* escapeControls */.UN)(text);
    return shown.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
async function hash(text) {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
const style = `
:root { color-scheme: light dark; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; background: light-dark(#f5f6f8, #14171c); color: light-dark(#1b1f27, #e4e7ec); }
main { padding: 1rem 1.2rem; }
h1 { margin: 0; font-size: 1.1rem; }
h1 span { font-weight: 400; }
.scroll { overflow: auto; max-height: calc(100vh - 8rem); border: 1px solid light-dark(#d6dae1, #363c47); border-radius: 6px; background: light-dark(#fff, #1b1f26); }
table { border-collapse: separate; border-spacing: 0; font-size: 0.9rem; }
th, td { padding: 0.25rem 0.7rem; border-bottom: 1px solid light-dark(#d6dae1, #363c47); text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead th { position: sticky; top: 0; z-index: 1; vertical-align: bottom; background: inherit; font-weight: 400; }
thead tr { background: light-dark(#fff, #1b1f26); }
thead th:nth-child(n + ${fleetColumns.length + 1}) span { writing-mode: vertical-rl; transform: rotate(180deg); }
tbody th, thead th:first-child { position: sticky; left: 0; background: light-dark(#fff, #1b1f26); text-align: left; }
thead th:first-child { z-index: 2; }
.fail { color: light-dark(#b3261e, #ff8a80); font-weight: 600; }
.error { color: light-dark(#7a4b00, #ffc069); font-weight: 600; }
.pass { color: light-dark(#17703c, #7fd6a1); }
b { color: light-dark(#b3261e, #ff8a80); }
`;

// EXTERNAL MODULE: ./lib/review/baseline-uses.js
var baseline_uses = __webpack_require__(1626);
;// CONCATENATED MODULE: ./lib/report/merge.js







function mergeReports(reports) {
    const [first] = reports;
    if (!first)
        return { defect: "There is no report to merge." };
    const defect = findDefect(first, reports);
    if (defect !== undefined)
        return { defect };
    const { tool, policy } = first.report;
    const shards = reports.map(({ report }) => report).sort((a, b) => getIndex(a) - getIndex(b));
    const pending = shards.flatMap(({ shard }) => shard?.pending ?? []);
    const findings = findCommonFindings(pending);
    const omissions = pending.flatMap((each) => each.omissions ?? []);
    const used = pending.flatMap((each) => each.used);
    const notes = [...(0,review_omissions/* noteOmissions */.nX)(omissions), ...(0,baseline_uses/* noteGone */.eD)(listGone(pending), used), ...findOveruse(used)];
    const problems = [...shards.flatMap((each) => each.problems), ...notes].sort(stream/* compareProblems */.im);
    const summary = addSummaries(shards.map(({ counted }) => counted.summary));
    for (const { mode } of findings)
        summary[mode]++;
    const common = startRuleCounts();
    common.add(findings);
    summary.problems = problems.length;
    return {
        tool,
        policy,
        verdict: (0,result/* decideVerdict */.A)(policy, { hasFailed: summary.enforce > 0, problems }),
        summary,
        findings: concatenate([...shards.map((each) => each.findings), findings]),
        workloads: concatenate(shards.map(({ workloads }) => workloads)),
        problems,
        rules: sumRuleCounts([...shards.map(({ counted }) => counted.rules), common.finish()]),
        shard: null,
    };
}
function findCommonFindings(pending) {
    const [first] = pending;
    const textsByShard = pending.map(({ findings }) => new Set(findings.map((finding) => JSON.stringify(finding))));
    return first?.findings.filter((finding) => textsByShard.every((texts) => texts.has(JSON.stringify(finding)))) ?? [];
}
function listGone(pending) {
    const gone = new Map(pending.flatMap((each) => each.gone.map((entry) => [entry.entry, entry])));
    return [...gone.values()].sort((a, b) => a.entry - b.entry);
}
function findOveruse(used) {
    const counts = new Map(used.map(({ entry, count }) => [entry, count]));
    return [...(0,baseline_uses/* joinPlaces */.h6)(used)].flatMap(([entry, places]) => {
        const count = counts.get(entry) ?? 0;
        const [first = ""] = places;
        if (places.size <= count)
            return [];
        const file = first.slice(0, first.lastIndexOf(":"));
        const message = `What the baseline accepts ${count === 1 ? "once" : `${count} times`} was found in ${places.size} places by several shards, and none can tell which is new: review without shards.`;
        return [{ severity: "error", file, line: 1, message }];
    });
}
function addSummaries(summaries) {
    const sum = {
        files: 0,
        workloads: 0,
        containers: 0,
        enforce: 0,
        warn: 0,
        audit: 0,
        ignored: 0,
        problems: 0,
        unjudged: 0,
    };
    for (const summary of summaries)
        for (const key of summaryKeys)
            sum[key] += summary[key];
    return sum;
}
function* concatenate(lists) {
    for (const list of lists)
        yield* list;
}
function getIndex({ shard }) {
    return shard?.index ?? 0;
}
const sharedTraits = [
    {
        get: ({ policy }) => JSON.stringify(policy),
        complain: (a, b) => `${a} and ${b} were reviewed with different policies`,
    },
    {
        get: ({ shard }) => shard?.count,
        complain: (a, b) => `${a} and ${b} are from scans with different numbers of shards`,
    },
    {
        get: ({ shard }) => shard?.scan,
        complain: (a, b) => `${a} and ${b} are from different scans: their files or configurations differ`,
    },
];
function findDefect(first, reports) {
    const whole = reports.find(({ report }) => !report.shard);
    if (whole)
        return `${whole.name}: it is the report of a whole run, not of a shard (check --shard I/N). To see repositories side by side, add --format markdown or --format html.`;
    const foreign = reports.find(({ report }) => report.tool.version !== version/* version */.r);
    if (foreign)
        return `${foreign.name}: it was written by secctx ${foreign.report.tool.version}, and this is secctx ${version/* version */.r}: use one version for the shards and for merge.`;
    for (const { get, complain } of sharedTraits) {
        const other = reports.find(({ report }) => get(report) !== get(first.report));
        if (other)
            return `${complain(first.name, other.name)}: give the shards of one run.`;
    }
    const count = first.report.shard?.count ?? 0;
    const namesByIndex = new Map();
    for (const { name, report } of reports) {
        const index = getIndex(report);
        const other = namesByIndex.get(index);
        if (other !== undefined)
            return `${other} and ${name} are both shard ${index}/${count}: give each shard once.`;
        namesByIndex.set(index, name);
    }
    const double = findDouble(reports);
    if (double !== undefined)
        return double;
    const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !namesByIndex.has(index));
    if (missing.length === 0)
        return undefined;
    const [noun, verb] = missing.length === 1 ? ["Shard", "is"] : ["Shards", "are"];
    return `${noun} ${missing.map((index) => `${index}/${count}`).join(", ")} ${verb} missing, and what was not reviewed can't pass.`;
}
function findDouble(reports) {
    const owners = new Map();
    for (const { name, report } of reports)
        for (const file of report.counted.files) {
            const other = owners.get(file);
            if (other !== undefined)
                return `${other} and ${name} both report on ${file}: give each shard once.`;
            owners.set(file, name);
        }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/report/shard-report.js








function parseReport(value) {
    if (!isReport(value))
        return { defect: noReport };
    const counted = recount(value);
    const { verdict, summary } = value;
    for (const key of summaryKeys) {
        const count = counted.summary[key];
        const isWrong = key === "files" ? summary.files < counted.files.size : summary[key] !== count;
        if (isWrong)
            return {
                defect: `its summary does not add up (${key}: ${summary[key]}, counted ${count}): run the shard again.`,
            };
    }
    const expected = (0,result/* decideVerdict */.A)(value.policy, { hasFailed: counted.summary.enforce > 0, problems: value.problems });
    if (verdict !== expected)
        return { defect: `its verdict is ${verdict}, and it holds what makes it ${expected}: run the shard again.` };
    const misfit = [...value.findings, ...(value.shard?.pending.findings ?? [])].find((each) => !hasItsMode(each, value));
    if (misfit)
        return {
            defect: `its policy does not give the mode ${misfit.mode} to a finding of ${misfit.rule} at the level ${misfit.level} (${misfit.file}): run the shard again.`,
        };
    return { ...value, shard: value.shard ?? null, counted };
}
function parseWholeReport(value) {
    if (!isReport(value))
        return { defect: noReport };
    if (value.shard)
        return { defect: "it is the report of a shard: merge the shards of its repository first." };
    const { policy, verdict } = value;
    const { summary, rules } = recount(value);
    return { policy, verdict, summary, rules };
}
const noReport = "it is not a report of secctx check --format json (schema secctx/v1).";
function hasItsMode({ rule: id, level, mode }, { policy }) {
    const rule = rules/* rules */.aO.find((each) => each.id === id);
    const version = (0,lib_pod/* parseVersion */.ot)(policy.kubernetesVersion);
    if (!rule || !version || policy.rules[id] === "off")
        return false;
    const reported = [rule.level, ...rule.controls.map((control) => (0,rules/* levelIn */.Mc)(control, version))].map(rank);
    const expected = (0,lib_policy/* modeOf */.VV)(policy, rule, level);
    return rank(level) <= Math.max(...reported) && (!expected || lib_pod/* modes */.nI.indexOf(mode) <= lib_pod/* modes */.nI.indexOf(expected));
}
function rank(level) {
    return lib_pod/* levels */.yr.indexOf(level);
}
function recount({ findings, workloads, problems, summary, shard }) {
    const sum = { workloads: 0, containers: 0, enforce: 0, warn: 0, audit: 0, ignored: 0 };
    const files = new Set();
    const rules = startRuleCounts();
    rules.add(findings);
    for (const { mode, ignored, file, rendered } of findings) {
        sum[ignored ? "ignored" : mode]++;
        if (!rendered)
            files.add(file);
    }
    for (const { containers, file, source } of workloads) {
        sum.workloads++;
        sum.containers += containers.length;
        if (source === undefined || source === "manifest")
            files.add(file);
    }
    const unjudged = (shard?.pending.omissions ?? []).filter((each) => each.looksLikeWorkload).length;
    const counted = { ...sum, problems: problems.length, unjudged };
    return { summary: { files: Math.max(files.size, summary.files), ...counted }, files, rules: rules.finish() };
}
function isReport(value) {
    if (!(0,yaml/* isFields */.Ce)(value))
        return false;
    const { schema, tool, policy, verdict, summary, findings, workloads, problems, shard } = value;
    return (schema === "secctx/v1" &&
        (0,yaml/* isFields */.Ce)(tool) &&
        typeof tool.version === "string" &&
        isPolicy(policy) &&
        (verdict === "pass" || verdict === "fail" || verdict === "error") &&
        (0,yaml/* isFields */.Ce)(summary) &&
        summaryKeys.every((key) => isNaturalNumber(summary[key])) &&
        isListOf(findings, isFinding) &&
        isListOf(workloads, isWorkload) &&
        isListOf(problems, isProblem) &&
        (shard === undefined || shard === null || isShard(shard)));
}
function isPolicy(value) {
    return ((0,yaml/* isFields */.Ce)(value) &&
        lib_pod/* modes */.nI.every((mode) => isLevel(value[mode])) &&
        typeof value.kubernetesVersion === "string" &&
        (0,yaml/* isFields */.Ce)(value.rules));
}
function isLevel(value) {
    return lib_pod/* levels */.yr.some((level) => level === value);
}
function isShard(value) {
    if (!(0,yaml/* isFields */.Ce)(value) || !(0,yaml/* isFields */.Ce)(value.pending))
        return false;
    const { index, count, scan } = value;
    const { findings, omissions, used, gone } = value.pending;
    return (isNaturalNumber(index) &&
        isNaturalNumber(count) &&
        index >= 1 &&
        index <= count &&
        typeof scan === "string" &&
        isListOf(findings, isFinding) &&
        (omissions === undefined || isListOf(omissions, isReportedOmission)) &&
        isListOf(used, isUse) &&
        isListOf(gone, isGone));
}
function isFinding(value) {
    return ((0,yaml/* isFields */.Ce)(value) &&
        typeof value.rule === "string" &&
        isLevel(value.level) &&
        lib_pod/* modes */.nI.some((mode) => mode === value.mode) &&
        (value.ignored === null || (0,yaml/* isFields */.Ce)(value.ignored)) &&
        (value.fix === null || isFix(value.fix)) &&
        typeof value.file === "string");
}
function isFix(value) {
    return (0,yaml/* isFields */.Ce)(value) && (value.safety === "safe" || value.safety === "review");
}
function isWorkload(value) {
    return (0,yaml/* isFields */.Ce)(value) && Array.isArray(value.containers) && typeof value.file === "string";
}
function isProblem(value) {
    return ((0,yaml/* isFields */.Ce)(value) &&
        hasPlace(value) &&
        typeof value.message === "string" &&
        (value.severity === "error" || value.severity === "note"));
}
function isReportedOmission(value) {
    return ((0,yaml/* isFields */.Ce)(value) &&
        hasPlace(value) &&
        typeof value.message === "string" &&
        (0,review_omissions/* isOmissionKind */.KB)(value.what) &&
        typeof value.looksLikeWorkload === "boolean");
}
function isUse(value) {
    return ((0,yaml/* isFields */.Ce)(value) &&
        isNaturalNumber(value.entry) &&
        isNaturalNumber(value.count) &&
        isListOf(value.places, (place) => typeof place === "string"));
}
function isGone(value) {
    return ((0,yaml/* isFields */.Ce)(value) &&
        hasPlace(value) &&
        isNaturalNumber(value.entry) &&
        isNaturalNumber(value.count) &&
        typeof value.fact === "string");
}
function hasPlace({ file, line }) {
    return typeof file === "string" && isNaturalNumber(line);
}
function isListOf(value, isItem) {
    return Array.isArray(value) && value.every(isItem);
}
function isNaturalNumber(value) {
    return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

;// CONCATENATED MODULE: ./lib/commands/merge.js














const mergeOptions = {
    format: { type: "string" },
    output: { type: "string" },
    "exit-zero": { type: "boolean" },
};
async function runMerge(args) {
    const { values, positionals } = (0,commands_options/* parseOptions */.Ac)("merge", args, mergeOptions);
    const format = (0,commands_options/* readChoice */.Kf)("--format", values.format ?? "json", ["json", "markdown", "html"]);
    const output = values.output === "-" ? undefined : values.output;
    if (positionals.length === 0)
        throw new errors/* UsageError */.eb("merge: give the JSON reports of all shards, or of repositories.");
    const same = positionals.find((file) => output !== undefined && isSameFile(file, output));
    if (same !== undefined)
        throw new errors/* UsageError */.eb(`--output "${same}": it is one of the reports to merge: choose another name.`);
    const verdict = format === "json" ? await joinShards(positionals, output) : await joinFleet(positionals, format, output);
    return values["exit-zero"] && verdict !== "error" ? 0 : result/* exitStatus */.$[verdict];
}
async function joinShards(files, output) {
    const report = mergeReports(files.map(openReport));
    if ("defect" in report)
        throw new errors/* UsageError */.eb(report.defect);
    await writeReport(output, renderJsonReport(report));
    const tell = output === undefined ? streams/* remark */.V : streams/* say */.c;
    await tell(renderClosing(report, (_, text) => text));
    return report.verdict;
}
async function joinFleet(files, format, output) {
    const names = new Map();
    for (const file of files) {
        const name = nameRepository(file);
        const other = names.get(name);
        if (other !== undefined)
            throw new errors/* UsageError */.eb(`${other} and ${file} are both named ${name}: name each report OWNER/REPOSITORY.json.`);
        names.set(name, file);
    }
    const rows = [...names].map(([name, path]) => {
        const { file, text } = (0,own_files/* readOwnFile */.zx)(path);
        const report = parseWholeReport(parseJson(file, text));
        if ("defect" in report)
            throw new errors/* UsageError */.eb(`${file}: ${report.defect}`);
        return makeFleetRow(name, report);
    });
    const fleet = arrangeFleet(rows);
    await writeReport(output, [
        format === "html" ? await renderFleetHtml(fleet) : (0,report_escape/* disarmCommands */.T7)(renderFleetMarkdown(fleet)),
    ]);
    const tell = output === undefined ? streams/* remark */.V : streams/* say */.c;
    await tell(`${describeFleet(fleet)}\n`);
    return judgeFleet(fleet);
}
function nameRepository(file) {
    const steps = file.split(/[/\\]/).filter((step) => step !== "" && step !== "." && step !== "..");
    return steps
        .slice(-2)
        .join("/")
        .replace(/\.json$/, "");
}
function openReport(name) {
    const report = readReport(name);
    if (!(0,external_node_fs_.statSync)(name).isFile())
        return { name, report };
    return {
        name,
        report: { ...report, findings: rereadList(name, "findings"), workloads: rereadList(name, "workloads") },
    };
}
function rereadList(file, list) {
    return {
        *[Symbol.iterator]() {
            yield* readReport(file)[list];
        },
    };
}
function readReport(path) {
    const { file, text } = (0,own_files/* readOwnFile */.zx)(path);
    const report = parseReport(parseJson(file, text));
    if ("defect" in report)
        throw new errors/* UsageError */.eb(`${file}: ${report.defect}`);
    return report;
}
function parseJson(file, text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new errors/* UsageError */.eb(`${file}: it is not JSON: was it cut off?`);
    }
}
function isSameFile(a, b) {
    try {
        return (0,external_node_fs_.realpathSync)(a) === (0,external_node_fs_.realpathSync)(b);
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/report/namespaces.js





function renderNamespacesText(report, { paint, quiet }) {
    const { namespaces, problems } = report;
    const errors = problems.filter(({ severity }) => severity === "error");
    const told = quiet ? errors : problems;
    const sections = [
        ...told.map((problem) => renderProblem(problem, paint)),
        ...(namespaces.length > 0 ? [renderTable(namespaces, paint)] : []),
        ...(quiet ? [] : namespaces.map((namespace) => renderSection(namespace, paint))),
        closing(report),
    ];
    return `${sections.join("\n\n")}\n`;
}
function renderTable(namespaces, paint) {
    const rows = [namespaceColumns, ...namespaces.map((namespace) => listCells(namespace).map(report_escape/* escapeControls */.UN))];
    return alignColumns(rows)
        .map((line, index) => (index === 0 ? paint("bold", line) : line))
        .join("\n");
}
const namespaceColumns = ["namespace", "passes", "enforces today", "workloads", "kept from the next level by"];
function listCells(namespace) {
    const { name, level, workloads, obstacles, next } = namespace;
    return [
        name ?? unnamed,
        level ?? "nothing to judge",
        describeToday(namespace),
        String(workloads),
        next === null ? "" : `${next}: ${(0,words/* formatCount */.B4)(obstacles.length, "workload")}`,
    ];
}
const unnamed = "(none named)";
function describeToday(namespace) {
    const { rejected } = namespace;
    const enforced = nameEnforced(namespace) ?? "nothing";
    return rejected.length > 0 ? `${enforced}, rejects ${rejected.length}` : enforced;
}
function nameEnforced({ today }) {
    if (!today || today.enforce === null)
        return undefined;
    return today.version === "latest" ? String(today.enforce) : `${today.enforce} ${today.version}`;
}
function listObstacles({ rejected, obstacles, next, }) {
    const isSame = rejected.length > 0 && JSON.stringify(rejected) === JSON.stringify(obstacles);
    const lists = isSame
        ? [{ title: `Rejected today, and what keeps it from ${next}`, obstacles }]
        : [
            { title: "Rejected today", obstacles: rejected },
            { title: `What keeps it from ${next}`, obstacles },
        ];
    return lists.filter((list) => list.obstacles.length > 0);
}
function renderSection(namespace, paint) {
    const { name, objects, level, rejected, labels, remarks } = namespace;
    const [object] = objects;
    const place = object ? `  ${object.file}:${object.line}` : "";
    const colour = rejected.length > 0 ? "red" : level === "restricted" ? "green" : "yellow";
    return [
        paint("bold", (0,report_escape/* escapeLine */.EH)(`${name === null ? "No namespace is named" : `Namespace ${name}`}${place}`)),
        `  ${paint(colour, (0,report_escape/* escapeControls */.UN)(describeState(namespace)))}`,
        ...remarks.map((remark) => `  ${(0,report_escape/* escapeControls */.UN)(remark)}`),
        ...listObstacles(namespace).flatMap(({ title, obstacles }) => [
            `  ${title}:`,
            ...obstacles.flatMap(renderObstacle),
        ]),
        ...(level === null ? [] : ["  Labels:", ...listLabels(labels).map((label) => `    ${label}`)]),
    ].join("\n");
}
function renderObstacle({ file, line, message, ...workload }) {
    return [
        `    ${(0,report_escape/* escapeLine */.EH)(`${file}:${line}`)}  ${(0,report_escape/* escapeControls */.UN)((0,words/* nameWorkload */.X4)(workload))}`,
        `      ${(0,report_escape/* escapeControls */.UN)(withoutHead(message))}`,
    ];
}
function withoutHead(message) {
    return message.replace(/^(?:would violate|violates) PodSecurity "[^"]*": /, "");
}
function listLabels(labels) {
    return Object.entries(labels).map(([key, value]) => `${key}: ${value}`);
}
function describeState(namespace) {
    const { name, level, workloads, today, rejected, objects } = namespace;
    if (level === null)
        return "No workload among the manifests is in it: there is nothing to judge.";
    const all = ["", "Its one workload passes", "Both workloads pass"][workloads] ?? `All ${workloads} workloads pass`;
    const passes = level === "privileged" ? "Not all of its workloads pass baseline." : `${all} ${level}.`;
    const enforced = nameEnforced(namespace);
    const source = today && !objects.some(({ file }) => file === today.file) ? ` (${today.file}:${today.line})` : "";
    if (enforced !== undefined && rejected.length > 0)
        return `${passes} It enforces ${enforced} today${source}, and the cluster rejects the pods of ${(0,words/* formatCount */.B4)(rejected.length, "workload")}: mend what is listed, or enforce no more than ${level}.`;
    const can = namespace.labels[`pod-security.kubernetes.io/enforce`];
    const now = enforced === undefined ? "It enforces nothing today" : `It enforces ${enforced} today${source}`;
    const step = can === (today?.enforce ?? "privileged") ? "" : `, and can enforce ${can}`;
    const where = name === null ? " Whoever applies them decides where they go: to default, unless they say otherwise." : "";
    return `${passes} ${now}${step}.${where}`;
}
function closing({ version, complete, namespaces }) {
    const judged = `Judged by the Pod Security Standards ${version}, as Pod Security Admission judges.`;
    if (!complete)
        return `Could not evaluate everything (above): what is said of namespaces holds for the rest. ${judged}`;
    if (namespaces.length === 0)
        return `No workload and no Namespace was found. ${judged}`;
    return `${judged} ${dryRun}`;
}
const dryRun = "What runs in the cluster may differ: kubectl label --dry-run=server --overwrite namespace NAME pod-security.kubernetes.io/enforce=LEVEL lists the pods there that a level would refuse.";
function renderNamespacesMarkdown(report) {
    const { namespaces, problems } = report;
    const table = namespaces.map((namespace) => {
        const [name, ...cells] = listCells(namespace);
        const shown = namespace.name === null ? (0,report_escape/* escapeMarkdown */.FV)(name) : (0,report_escape/* codeSpan */.SS)(name);
        return `| ${[shown, ...cells.map(report_escape/* escapeMarkdown */.FV)].join(" | ")} |\n`;
    });
    return [
        "### Pod Security, by namespace\n\n",
        ...(problems.length > 0
            ? ["#### Not evaluated, or worth noting\n\n", ...problems.map((each) => renderProblemItem(each)), "\n"]
            : []),
        ...(table.length > 0 ? [`| ${namespaceColumns.join(" | ")} |\n|---|---|---|---|---|\n`, ...table, "\n"] : []),
        ...namespaces.map(renderMarkdownSection),
        `${(0,report_escape/* escapeMarkdown */.FV)(closing(report))}\n`,
    ].join("");
}
function renderMarkdownSection(namespace) {
    const { name, level, labels, remarks } = namespace;
    const lists = listObstacles(namespace).map(({ title, obstacles }) => {
        const items = obstacles.map(({ file, line, message, ...workload }) => `- ${(0,report_escape/* codeSpan */.SS)(`${file}:${line}`)} ${(0,report_escape/* codeSpan */.SS)((0,words/* nameWorkload */.X4)(workload))}: ${(0,report_escape/* escapeMarkdown */.FV)(withoutHead(message))}\n`);
        return `${title}:\n\n${items.join("")}\n`;
    });
    return [
        `#### ${name === null ? "No namespace is named" : (0,report_escape/* codeSpan */.SS)(name)}\n\n`,
        `${(0,report_escape/* escapeMarkdown */.FV)(describeState(namespace))}\n\n`,
        ...remarks.map((remark) => `${(0,report_escape/* escapeMarkdown */.FV)(remark)}\n\n`),
        ...lists,
        ...(level === null ? [] : [`${(0,report_escape/* fenceCode */.bq)("yaml", listLabels(labels).join("\n"))}\n\n`]),
    ].join("");
}

;// CONCATENATED MODULE: ./lib/commands/namespaces.js








const namespacesOptions = { ...commands_options/* policyOptions */.VJ, ...commands_options/* renderOptions */.Dx, format: { type: "string" } };
async function runNamespaces(args) {
    const { values, positionals } = (0,commands_options/* parseOptions */.Ac)("namespaces", args, namespacesOptions);
    const format = (0,commands_options/* readChoice */.Kf)("--format", values.format ?? "text", ["text", "json", "markdown"]);
    const inForce = await (0,policy_in_force/* resolvePolicy */.nZ)(values, { appliesBaseline: false });
    const result = await (0,review_paths/* reviewPaths */.xF)(positionals, { ...inForce, images: undefined });
    const report = buildNamespaces(result);
    const paint = createPainter(values, process.stdout);
    const renderers = {
        text: () => (0,report_escape/* disarmCommands */.T7)(renderNamespacesText(report, { paint, quiet: values.quiet === true })),
        json: () => renderNamespacesJson(report),
        markdown: () => (0,report_escape/* disarmCommands */.T7)(renderNamespacesMarkdown(report)),
    };
    await (0,streams/* say */.c)(renderers[format]());
    return report.complete ? 0 : 2;
}

;// CONCATENATED MODULE: ./lib/commands/index.js














const commands = {
    check: runCheck,
    fix: runFix,
    images: async (args) => (await __webpack_require__.e(/* import() */ 178).then(__webpack_require__.bind(__webpack_require__, 8178))).runImages(args),
    effective: runEffective,
    explain: runExplain,
    baseline: runBaseline,
    namespaces: runNamespaces,
    merge: runMerge,
    init: runInit,
};
async function run(argv) {
    try {
        return await dispatch(argv);
    }
    catch (error) {
        await (0,streams/* remark */.V)(`secctx: ${error instanceof errors/* UsageError */.eb ? (0,report_escape/* escapeControls */.UN)(error.message) : describeBug(error)}\n`);
        return 2;
    }
}
function dispatch(argv) {
    const [first = "check", ...rest] = argv;
    const named = Object.hasOwn(commands, first) ? first : undefined;
    const options = argv.slice(0, argv.includes("--") ? argv.indexOf("--") : undefined);
    if (first === "help")
        return printHelp(rest.find((word) => !word.startsWith("-")));
    if (options.includes("--help") || options.includes("-h"))
        return printHelp(named);
    if (options.includes("--version"))
        return commands_print(`${version/* version */.r}\n`);
    if (!named && /^[a-z]+$/.test(first) && !(0,external_node_fs_.existsSync)(first))
        throw new errors/* UsageError */.eb(`"${first}" is not a command, a file or a folder. See secctx --help.`);
    return (commands[named ?? ""] ?? runCheck)(named ? rest : argv);
}
function printHelp(command) {
    return commands_print(getHelp(command));
}
async function commands_print(text) {
    await (0,streams/* say */.c)(text);
    return 0;
}
function describeBug(error) {
    return `this is a bug in secctx. Please report it with these lines:\n${error instanceof Error ? error.stack : error}`;
}


/***/ }),

/***/ 6252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ parseOptions),
/* harmony export */   Dx: () => (/* binding */ renderOptions),
/* harmony export */   Kf: () => (/* binding */ readChoice),
/* harmony export */   VJ: () => (/* binding */ policyOptions),
/* harmony export */   c$: () => (/* binding */ imageOptions),
/* harmony export */   wh: () => (/* binding */ readId)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7471);
/* harmony import */ var _source_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6634);



const policyOptions = {
    enforce: { type: "string" },
    warn: { type: "string" },
    audit: { type: "string" },
    "kubernetes-version": { type: "string" },
    config: { type: "string" },
    "no-config": { type: "boolean" },
    "policy-clone": { type: "string", multiple: true },
    quiet: { type: "boolean" },
    color: { type: "boolean" },
    "no-color": { type: "boolean" },
};
const imageOptions = {
    images: { type: "string" },
    "images-from": { type: "string" },
    "insecure-registry": { type: "string", multiple: true },
};
const renderOptions = {
    render: { type: "string" },
    values: { type: "string", multiple: true },
};
function parseOptions(command, args, options) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: nameValues(args, options), options, allowPositionals: true, strict: true, tokens: true });
    }
    catch (error) {
        const [sentence = ""] = error instanceof Error ? error.message.split(". To specify") : [String(error)];
        const names = Object.keys(options).map((name) => `--${name}`);
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${sentence.replaceAll("\n", " ").replace(/\.?$/, ".")} Options of ${command}: ${names.join(" ")}.`);
    }
}
function nameValues(args, options) {
    const end = args.includes("--") ? args.indexOf("--") : args.length;
    return args.map((arg, index) => (arg === "--images" && index < end && "images" in options ? "--images=true" : arg));
}
function readChoice(option, value, allowed) {
    const found = allowed.find((each) => each === value);
    if (found === undefined)
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${option} "${value}": use one of ${allowed.join(", ")}.`);
    return found;
}
function readId(option, value) {
    if (value === undefined)
        return undefined;
    const id = Number(value);
    if (/^\d+$/.test(value) && id >= 1 && id <= _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_1__/* .largestId */ .Cn)
        return id;
    throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${option} "${value}": use a whole number from 1 to ${_pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_1__/* .largestId */ .Cn}; 0 is root.`);
}


/***/ }),

/***/ 6910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EL: () => (/* binding */ formatPolicy),
/* harmony export */   nZ: () => (/* binding */ resolvePolicy),
/* harmony export */   xu: () => (/* binding */ createFileFilter)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _pod_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7805);
/* harmony import */ var _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7471);
/* harmony import */ var _pod_patterns_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(212);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4922);
/* harmony import */ var _rendering_manifests_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(934);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2527);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8191);
/* harmony import */ var _source_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6634);
/* harmony import */ var _source_extended_policies_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1463);
/* harmony import */ var _source_files_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4666);
/* harmony import */ var _source_own_files_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7251);
/* harmony import */ var _configuration_files_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1536);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6252);
/* harmony import */ var _streams_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6919);















async function resolvePolicy(values, request) {
    const root = (0,_source_own_files_js__WEBPACK_IMPORTED_MODULE_10__/* .findRoot */ .wg)();
    const { changed, trustsChange = false } = request;
    const files = await (0,_configuration_files_js__WEBPACK_IMPORTED_MODULE_11__/* .findOwnFiles */ .jz)(values, root, trustsChange ? undefined : changed);
    const asked = await (0,_configuration_files_js__WEBPACK_IMPORTED_MODULE_11__/* .loadPolicies */ .hd)(values, root, files);
    const isFromBefore = trustsChange && changed !== undefined && (0,_source_extended_policies_js__WEBPACK_IMPORTED_MODULE_8__/* .allowsOnlyBefore */ .MY)(asked);
    const filesBefore = isFromBefore ? await (0,_configuration_files_js__WEBPACK_IMPORTED_MODULE_11__/* .findOwnFiles */ .jz)(values, root, changed) : files;
    const stack = isFromBefore ? (0,_source_extended_policies_js__WEBPACK_IMPORTED_MODULE_8__/* .exemptAsBefore */ .bl)(asked, await (0,_configuration_files_js__WEBPACK_IMPORTED_MODULE_11__/* .loadPolicies */ .hd)(values, root, filesBefore)) : asked;
    const edited = values["no-config"] ? [] : (0,_configuration_files_js__WEBPACK_IMPORTED_MODULE_11__/* .findEdited */ .bM)(root, files, values.config);
    if (edited.length > 0)
        await (0,_streams_js__WEBPACK_IMPORTED_MODULE_13__/* .remark */ .V)(`${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_14__/* .escapeControls */ .UN)(describeEdited(edited, files.place))}\n`);
    for (const note of stack.notes)
        await (0,_streams_js__WEBPACK_IMPORTED_MODULE_13__/* .remark */ .V)(`${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_14__/* .escapeControls */ .UN)(note)}\n`);
    const imageFile = readImageFile(values);
    const settled = (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_4__/* .settleLayers */ .Oc)([...stack.layers, readOptionLayer(values, request)], "all");
    if ("loosening" in settled)
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UsageError */ .eb(settled.loosening);
    const { settings } = settled;
    const note = (0,_pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_2__/* .describeUnknownRelease */ .ht)(settled.policy.kubernetesVersion);
    if (note)
        await (0,_streams_js__WEBPACK_IMPORTED_MODULE_13__/* .remark */ .V)(`${note}\n`);
    const baseline = request.appliesBaseline ? (0,_configuration_files_js__WEBPACK_IMPORTED_MODULE_11__/* .loadBaseline */ .oU)(root, filesBefore) : _policy_index_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultPolicy */ .G4.baseline;
    const comparesNothing = settings.gate === "new" && changed === undefined;
    const policy = {
        ...settled.policy,
        gate: comparesNothing ? "all" : settings.gate,
        baseline,
        today: new Date().toISOString().slice(0, 10),
        folder: (0,_source_own_files_js__WEBPACK_IMPORTED_MODULE_10__/* .pathFrom */ .Iw)(root),
    };
    const replaced = [
        ...(imageFile === undefined ? [] : [{ key: "images", value: imageFile, from: imageFileOption }]),
        ...(comparesNothing ? [{ key: "gate", value: "all", from: "default" }] : []),
    ];
    return {
        policy,
        files: settings.files,
        images: chooseImageSource(imageFile, request.readsImages ? settings.images || true : settings.images, values),
        rendering: settings.render === false ? undefined : (0,_rendering_manifests_js__WEBPACK_IMPORTED_MODULE_5__/* .readRenderSettings */ .I9)(settings, policy, values.values),
        entries: [
            ...stack.entries,
            ...settled.entries.map((entry) => replaced.find(({ key }) => key === entry.key) ?? entry),
            ...countAccepted(baseline, root),
        ],
    };
}
function readOptionLayer(values, { gate, runAsUser, runAsGroup }) {
    const images = readWord("--images", values.images, ["true", "false", "layers"]);
    const render = readWord("--render", values.render, ["auto", "true", "false"]);
    const fix = { runAsUser: (0,_options_js__WEBPACK_IMPORTED_MODULE_12__/* .readId */ .wh)("--run-as-user", runAsUser), runAsGroup: (0,_options_js__WEBPACK_IMPORTED_MODULE_12__/* .readId */ .wh)("--run-as-group", runAsGroup) };
    const settings = {
        enforce: readWord("--enforce", values.enforce, _pod_index_js__WEBPACK_IMPORTED_MODULE_1__/* .levels */ .yr),
        warn: readWord("--warn", values.warn, _pod_index_js__WEBPACK_IMPORTED_MODULE_1__/* .levels */ .yr),
        audit: readWord("--audit", values.audit, _pod_index_js__WEBPACK_IMPORTED_MODULE_1__/* .levels */ .yr),
        kubernetesVersion: readVersion(values["kubernetes-version"]),
        gate,
        images: images === "layers" ? images : asBoolean(images),
        render: render === "auto" ? render : asBoolean(render),
        fix,
    };
    const nameOption = (path) => `--${String(path.at(-1)).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    return {
        settings: settings,
        policy: { namespaces: [], workloads: [], exemptions: [] },
        isShared: false,
        locate: nameOption,
        introduce: nameOption,
    };
}
function describeEdited(files, place) {
    const verb = files.length === 1 ? "is" : "are";
    return `${files.join(" and ")} ${verb} read at ${place}: what the change itself says takes effect once it is merged. --config-ref head takes it now.`;
}
function countAccepted(baseline, root) {
    const count = [...baseline.values()].reduce((sum, entries) => sum + entries.length, 0);
    if (count === 0)
        return [];
    return [
        { key: "baseline", value: (0,_report_words_js__WEBPACK_IMPORTED_MODULE_6__/* .formatCount */ .B4)(count, "entry", "entries"), from: (0,_source_files_js__WEBPACK_IMPORTED_MODULE_9__/* .displayPath */ .Gt)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, _source_own_files_js__WEBPACK_IMPORTED_MODULE_10__/* .baselineName */ .Ri)) },
    ];
}
function readWord(option, value, allowed) {
    return value === undefined ? undefined : (0,_options_js__WEBPACK_IMPORTED_MODULE_12__/* .readChoice */ .Kf)(option, value, allowed);
}
function asBoolean(word) {
    return word && word === "true";
}
const imageFileOption = "--images-from";
function readImageFile({ images, "images-from": file }) {
    if (images !== undefined && file !== undefined)
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UsageError */ .eb("--images and --images-from: choose one of the two.");
    return file;
}
function chooseImageSource(file, wanted, { "insecure-registry": insecure }) {
    if (insecure && (file !== undefined || !wanted))
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UsageError */ .eb("--insecure-registry needs --images.");
    if (file !== undefined)
        return { file };
    return wanted ? { insecure: insecure ?? [], depth: wanted === "layers" ? "layers" : "configuration" } : undefined;
}
function readVersion(wanted) {
    if (wanted === undefined || (0,_pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_2__/* .parseVersion */ .ot)(wanted))
        return wanted;
    throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UsageError */ .eb(`--kubernetes-version "${wanted}": use latest or a release such as 1.34.`);
}
function createFileFilter({ policy: { folder }, files: patterns, }) {
    if (!patterns)
        return () => true;
    return ({ file, named }) => named === true || (0,_pod_patterns_js__WEBPACK_IMPORTED_MODULE_3__/* .selectsPath */ .Pl)(patterns, (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_4__/* .fromFolder */ .FC)(folder, file));
}
function formatPolicy({ entries }) {
    const lines = entries.map(({ key, value, from }) => ({ text: `${key}: ${formatPolicyValue(value)}`, from }));
    const width = Math.min(60, Math.max(...lines.map(({ text }) => text.length)));
    return lines.map(({ text, from }) => `${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_14__/* .escapeControls */ .UN)(text.padEnd(width))}  # ${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_14__/* .escapeControls */ .UN)(from)}\n`).join("");
}
function formatPolicyValue(value) {
    return typeof value === "string" ? value : JSON.stringify(value);
}


/***/ }),

/***/ 1661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T5: () => (/* binding */ collectManifests),
  Lj: () => (/* binding */ remarkProblems),
  xF: () => (/* binding */ reviewPaths),
  f0: () => (/* binding */ streamPaths)
});

// EXTERNAL MODULE: ./lib/rendering/manifests.js
var manifests = __webpack_require__(934);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/rendering/worktree.js
var rendering_worktree = __webpack_require__(8783);
;// CONCATENATED MODULE: ./lib/rendering/render-again.js




function renderAgainWith(found, roots, rendered, settings) {
    return async (texts) => {
        const { copyFiles, filesBehind, scratchFolder } = await __webpack_require__.e(/* import() */ 712).then(__webpack_require__.bind(__webpack_require__, 7712));
        const now = (0,rendering_worktree/* worktreeOfNow */.bO)();
        const copy = (0,rendering_worktree/* worktreeIn */.Nv)((0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(scratchFolder(), "again-")), (0,external_node_path_.parse)(now.repository).root, now);
        copyFiles(filesBehind(rendered, roots), copy.pathHere, (file) => texts.get(now.show(file)));
        const changed = found.sources.map((source) => ({ ...source, text: texts.get(source.file) ?? source.text }));
        const own = { ...settings, values: settings.values.map(copy.pathOf) };
        const again = await (0,manifests/* addRenderings */.tY)(await (0,manifests/* takeOutRoots */.rw)({ sources: changed, problems: [] }, own, copy), own, copy);
        const sources = again.sources.filter(({ rendering }) => rendering);
        const carry = (0,manifests/* carryWith */.Qn)(own, copy);
        return carry && namesOf(sources) === namesOf(rendered) ? { sources, carry } : undefined;
    };
}
function namesOf(rendered) {
    const names = rendered.map(({ file, rendering }) => [file, rendering?.values, rendering?.deployer]);
    return JSON.stringify(names.map((name) => JSON.stringify(name)).toSorted());
}

// EXTERNAL MODULE: ./lib/pod/deployers.js
var deployers = __webpack_require__(1014);
// EXTERNAL MODULE: ./lib/source/files.js
var files = __webpack_require__(4666);
// EXTERNAL MODULE: ./lib/source/links.js
var links = __webpack_require__(4);
// EXTERNAL MODULE: ./lib/source/own-files.js
var own_files = __webpack_require__(7251);
// EXTERNAL MODULE: ./lib/source/folders.js
var folders = __webpack_require__(2292);
// EXTERNAL MODULE: ./lib/rendering/root-files.js
var root_files = __webpack_require__(9804);
;// CONCATENATED MODULE: ./lib/rendering/changed-roots.js






async function changed_roots_findTouched(listed, changedFiles, settings, kept, touchedNow = new Set()) {
    const { worktree, rootFiles, texts } = listed;
    const { findRootsIn } = await __webpack_require__.e(/* import() */ 712).then(__webpack_require__.bind(__webpack_require__, 7712));
    const found = await findRootsIn(rootFiles, texts, worktree, settings, kept);
    const changedPaths = changedFiles.map((file) => worktree.pathHere((0,external_node_path_.resolve)(file)));
    const isTouched = (root) => touchedNow.has(worktree.pathNow(root.folder)) || changedPaths.some((path) => root.isTouchedBy(path));
    const deploying = texts.filter(deployers/* mayDeploy */.BU).map(({ file }) => worktree.pathOf(file));
    const carriers = found.roots.filter(({ consumed }) => deploying.some((path) => consumed.has(path)));
    const touched = found.roots.filter(isTouched);
    return { ...listed, ...found, settings, changedPaths, touched, isTouched, carriers };
}
async function findBefore(commit, { worktree: now, rootFiles, touched }, changedFiles, isWanted, settings) {
    const { scratchFolder } = await __webpack_require__.e(/* import() */ 712).then(__webpack_require__.bind(__webpack_require__, 7712));
    const folder = (0,external_node_path_.join)(scratchFolder(), "before");
    const { checkOut } = await __webpack_require__.e(/* import() */ 497).then(__webpack_require__.bind(__webpack_require__, 7497));
    await checkOut(commit, folder);
    await copyIgnoredCharts(rootFiles, now.repository, folder);
    const worktree = (0,rendering_worktree/* worktreeIn */.Nv)(folder, now.repository, now);
    const listed = await (0,root_files/* listIn */.O)(worktree, isWanted);
    const settingsBefore = { ...settings, values: settings.values.map(worktree.pathOf) };
    return await changed_roots_findTouched(listed, changedFiles, settingsBefore, undefined, foldersOfRoots(touched));
}
function foldersOfRoots(roots) {
    return new Set(roots.map(({ folder }) => folder));
}
async function copyIgnoredCharts(rootFiles, repository, before) {
    for (const file of rootFiles.filter((each) => (0,external_node_path_.basename)(each) === "Chart.yaml")) {
        const charts = (0,external_node_path_.join)((0,external_node_path_.dirname)(file), "charts");
        const copy = (0,external_node_path_.join)(before, (0,external_node_path_.relative)(repository, charts));
        if (!(0,external_node_fs_.existsSync)(charts) || !(0,external_node_fs_.existsSync)((0,external_node_path_.dirname)(copy)))
            continue;
        const entries = (await (0,folders/* listEntries */.fi)((0,external_node_path_.dirname)(file))).map(({ name }) => name.split("/"));
        const known = new Set(entries.flatMap(([first, second]) => (first === "charts" && second ? [second] : [])));
        for (const name of (0,external_node_fs_.readdirSync)(charts).filter((each) => !known.has(each) && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(copy, each))))
            (0,external_node_fs_.cpSync)((0,external_node_path_.join)(charts, name), (0,external_node_path_.join)(copy, name), {
                recursive: true,
                filter: (path) => !(0,external_node_fs_.lstatSync)(path).isSymbolicLink(),
            });
    }
}

;// CONCATENATED MODULE: ./lib/rendering/render-change.js









async function renderChange(change, { changedFiles, isWanted, findCommit, choose = takeAll }, settings) {
    const listed = await (0,root_files/* listIn */.O)((0,rendering_worktree/* worktreeOfNow */.bO)(), isWanted);
    const first = await changed_roots_findTouched(listed, changedFiles, settings);
    const isNear = ({ file, folder = (0,external_node_path_.dirname)((0,external_node_path_.resolve)(file)) }) => first.changedPaths.some((path) => (0,links/* isWithin */.UO)(folder, path));
    const problems = [...change.problems, ...first.problems.filter(isNear), ...noteGoneCharts(settings)];
    const mayHaveFed = change.base?.some((source) => (0,deployers/* mayDeploy */.BU)(source) || source.text.includes(deployers/* valuesHolder */.fZ));
    if (first.touched.length === 0 && !mayHaveTouched(listed, changedFiles) && !mayHaveFed)
        return { ...change, problems };
    const commit = change.base ? await findCommit() : undefined;
    const before = commit === undefined ? undefined : await findBefore(commit, first, changedFiles, isWanted, settings);
    const now = before ? await changed_roots_findTouched(listed, changedFiles, settings, overlaysOf(before)) : first;
    const chosen = await choose(findAffected(now, before));
    const chosenFolders = foldersOfRoots(chosen.roots);
    const left = foldersOfRoots(now.touched.filter((root) => !chosen.roots.includes(root)));
    const rendered = await renderFound(now, chosen.roots, left, choose);
    const renderedBefore = before && (await renderFound(before, withoutFolders(before, left), left));
    const { consumedBy, markEvaluated } = await __webpack_require__.e(/* import() */ 712).then(__webpack_require__.bind(__webpack_require__, 7712));
    const isConsumed = consumedBy({ ...now, roots: withoutFolders(now, left) });
    const then = before ?? now;
    const isConsumedThen = consumedBy({ ...then, roots: withoutFolders(then, left) });
    const isOwn = ({ file }) => !isConsumed((0,rendering_worktree/* withoutLinks */.W_)(file));
    const isOwnThen = ({ file }) => !isConsumedThen(then.worktree.pathHere((0,rendering_worktree/* withoutLinks */.W_)(file)));
    const deployersLeft = new Set(now.roots.filter(({ folder }) => left.has(folder)).flatMap((root) => root.deployments.map((each) => each.deployer)));
    const evaluated = now.evaluated.filter(({ deployer }) => !deployersLeft.has(deployer));
    return {
        ...change,
        sources: [...markEvaluated(change.sources.filter(isOwn), evaluated), ...rendered.sources],
        unselected: change.unselected.filter(isOwn),
        base: change.base && [
            ...markEvaluated(change.base.filter(isOwnThen), before?.evaluated ?? []),
            ...(renderedBefore?.sources ?? []),
        ],
        problems: [
            ...problems,
            ...chosen.problems,
            ...rendered.problems,
            ...[...(before?.problems ?? []), ...(renderedBefore?.problems ?? [])]
                .filter(({ file, severity }) => severity === "error" && chosenFolders.has((0,external_node_path_.dirname)((0,external_node_path_.resolve)(file))))
                .map(describeBefore),
        ],
    };
}
function findAffected({ roots, touched }, before) {
    if (!before)
        return touched;
    const foldersNow = (all) => new Set(all.map(({ folder }) => before.worktree.pathNow(folder)));
    const [touchedBefore, allBefore] = [foldersNow(before.touched), foldersNow(before.roots)];
    return roots.filter((root) => touched.includes(root) || touchedBefore.has(root.folder) || (root.isListed && !allBefore.has(root.folder)));
}
function takeAll(roots) {
    return Promise.resolve({ roots, problems: [] });
}
function overlaysOf({ roots, worktree }) {
    return new Set(roots.flatMap(({ isListed, folder }) => (isListed ? [worktree.pathNow(folder)] : [])));
}
function withoutFolders({ roots, worktree }, left) {
    return roots.filter(({ folder }) => !left.has(worktree.pathNow(folder)));
}
async function renderFound({ worktree, settings, texts, carriers, isTouched }, wanted, left, choose) {
    const { renderRoots } = await __webpack_require__.e(/* import() */ 712).then(__webpack_require__.bind(__webpack_require__, 7712));
    const folders = foldersOfRoots(wanted);
    return await renderRoots([...wanted, ...carriers.filter(({ folder }) => !folders.has(folder))], worktree, settings, {
        all: texts,
        isJudged: (root) => folders.has(root.folder) || (isTouched(root) && !left.has(worktree.pathNow(root.folder))),
        ...(choose && { choose }),
    });
}
function mayHaveTouched({ rootFiles, texts }, changedFiles) {
    const isAnyRendered = rootFiles.length > 0 || texts.some(deployers/* mayDeploy */.BU);
    return changedFiles.some((file) => (0,files/* isRootFile */.FN)(file) || (isAnyRendered && !(0,external_node_fs_.existsSync)(file)));
}
async function touchesRoots(changedFiles, isWanted, settings) {
    const listed = await listIn(worktreeOfNow(), isWanted);
    if (mayHaveTouched(listed, changedFiles))
        return true;
    const { touched } = await findTouched(listed, changedFiles, settings);
    return touched.length > 0;
}
function noteGoneCharts({ helm }) {
    const { charts = [] } = helm || {};
    const gone = charts.filter(({ path }) => !(0,external_node_fs_.existsSync)((0,external_node_path_.join)((0,own_files/* findRoot */.wg)(), path, "Chart.yaml")));
    const [first] = gone;
    if (!first)
        return [];
    const names = gone.map(({ path }) => JSON.stringify(path)).join(", ");
    const message = `The configuration in force names ${names} under helm.charts, where there is no chart now. If it has moved, the values that the configuration lists for it are not judged in this run.`;
    return [{ severity: "note", file: (0,files/* displayPath */.Gt)((0,external_node_path_.join)((0,own_files/* findRoot */.wg)(), first.path, "Chart.yaml")), line: 1, message }];
}
function describeBefore({ file, line, message }) {
    return {
        severity: "note",
        file,
        line,
        message: `Before this change it could not be rendered, so all of it counts as new: ${message}`,
    };
}

// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/review/moved-files.js
var moved_files = __webpack_require__(8677);
// EXTERNAL MODULE: ./lib/review/review.js + 10 modules
var review_review = __webpack_require__(2349);
// EXTERNAL MODULE: ./lib/review/stream.js
var stream = __webpack_require__(4818);
// EXTERNAL MODULE: ./lib/pod/index.js + 33 modules
var pod = __webpack_require__(7805);
// EXTERNAL MODULE: ./lib/policy/index.js + 12 modules
var lib_policy = __webpack_require__(4922);
// EXTERNAL MODULE: ./lib/yaml/index.js + 23 modules
var yaml = __webpack_require__(182);
// EXTERNAL MODULE: ./lib/review/documents.js
var review_documents = __webpack_require__(2258);
;// CONCATENATED MODULE: ./lib/review/unselected-workloads.js




function findUnselectedWorkloads({ unselected, selected, base }, policy) {
    const workloadsIn = (sources) => {
        const documents = sources.flatMap((source) => (0,review_documents/* readManifest */.WI)(source, policy).documents);
        return documents.flatMap((document) => (0,pod/* findPods */.K7)(document, policy)).map(({ workload }) => (0,lib_policy/* workloadKey */.f6)(workload));
    };
    return (0,yaml/* withFullReader */.xt)(() => {
        const suspects = unselected.filter(({ text, unread }) => !unread && (0,pod/* mayHoldWorkload */.q1)(text));
        if (suspects.length === 0)
            return [];
        const [judged, before] = [new Set(workloadsIn(selected)), new Set(workloadsIn(base))];
        const kustomizations = [...selected, ...unselected].filter(({ file }) => (0,pod/* isKustomization */.Sv)(file));
        return suspects.flatMap((source) => {
            const { file } = source;
            const workloads = workloadsIn([source]);
            const name = file.slice(file.lastIndexOf("/") + 1);
            const isNamed = kustomizations.some(({ text }) => text.includes(name) || (0,yaml/* mayHideWords */.V$)(text));
            const hasMoved = workloads.some((key) => before.has(key) && !judged.has(key));
            if (workloads.length === 0 || !(isNamed || hasMoved))
                return [];
            const why = isNamed ? "a kustomization of this change names it" : "it was in a manifest before this change";
            const message = `The workload in this file is not judged, because of the file's name, although ${why}: give the file a name that ends in .yaml, or add it to \`files\`.`;
            return [{ severity: isNamed ? "error" : "note", file, line: 1, message }];
        });
    });
}

// EXTERNAL MODULE: ./lib/source/shard.js
var shard = __webpack_require__(6901);
// EXTERNAL MODULE: ./lib/commands/image-sources.js
var image_sources = __webpack_require__(6992);
// EXTERNAL MODULE: ./lib/commands/policy-in-force.js
var policy_in_force = __webpack_require__(6910);
// EXTERNAL MODULE: ./lib/commands/streams.js
var streams = __webpack_require__(6919);
;// CONCATENATED MODULE: ./lib/commands/review-paths.js















async function reviewPaths(paths, inForce) {
    return (await (0,stream/* collectReview */.h)(await streamPaths(paths, inForce))).result;
}
async function streamPaths(paths, inForce, { changed, shard } = {}) {
    const isWhole = changed === undefined && inForce.policy.folder === "" && paths.every((path) => path === ".");
    const found = changed === undefined
        ? await collectAll(paths, inForce, shard && { ...shard, isWhole })
        : await collectChange(paths, changed, inForce);
    const { sources, base, problems } = found;
    const policy = await (0,image_sources/* addImages */.e)(inForce, [...sources.filter(yaml/* isReported */.Ob), ...(base ?? [])]);
    const judged = { ...policy, isWhole, shard: found.shard ?? null };
    const review = await (0,review_review/* streamReview */.BC)(sources, base, judged, (0,manifests/* carryWith */.Qn)(inForce.rendering));
    return { ...review, manifests: conclude(review.manifests) };
    async function* conclude(reviewed) {
        return (0,stream/* addProblems */.EB)(yield* reviewed, problems, sources);
    }
}
async function collectAll(paths, inForce, share) {
    const { rendering, policy } = inForce;
    const found = await (0,files/* collect */.Fo)(paths, (0,policy_in_force/* createFileFilter */.xu)(inForce));
    const judged = await (0,manifests/* takeOutRoots */.rw)(found, rendering);
    const shared = share && (await (0,shard/* selectShare */.c1)(judged, share, { ...policy, isWhole: share.isWhole }));
    const { sources, problems } = await (0,manifests/* addRenderings */.tY)({ ...judged, ...shared }, rendering);
    return {
        sources: [...sources, ...(await collectCounted([...found.sources, ...sources], inForce))],
        problems,
        base: null,
        ...(shared && { shard: shared.shard }),
        ...(rendering && { renderAgain: renderAgainWith(found, judged.roots, sources.filter(isRendered), rendering) }),
    };
}
function isRendered({ rendering }) {
    return rendering !== undefined;
}
async function collectCounted(judged, inForce) {
    const { baseline } = inForce.policy;
    if (!judged.some(({ text }) => (0,moved_files/* mayHoldGone */.AR)(baseline, text)))
        return [];
    const known = new Set(judged.flatMap(({ file, rendering }) => [file, ...(rendering?.parts?.keys() ?? [])]));
    const { sources } = await (0,files/* collect */.Fo)([(0,files/* displayPath */.Gt)((0,own_files/* findRoot */.wg)())], (0,policy_in_force/* createFileFilter */.xu)(inForce));
    return sources
        .filter(({ file, text }) => !known.has(file) && (0,moved_files/* mayHoldGone */.AR)(baseline, text))
        .map((source) => ({ ...source, elsewhere: true }));
}
async function collectChange(paths, revision, inForce) {
    const { readChangeSince } = await __webpack_require__.e(/* import() */ 497).then(__webpack_require__.bind(__webpack_require__, 7497));
    const isManifest = (0,policy_in_force/* createFileFilter */.xu)(inForce);
    const isBelow = (0,files/* liesAt */.Vd)(paths);
    const isWanted = (file, isTracked) => isBelow(file, isTracked) && isManifest({ file });
    const change = await readChangeSince(revision === "" ? undefined : revision, isWanted);
    const { rendering } = inForce;
    const { changedFiles, commit: findCommit } = change;
    const isWantedRoot = (file) => isWanted(file, true) || ((0,files/* isRootFile */.FN)(file) && isWanted(`${file}.yaml`, true));
    const scope = { changedFiles, isWanted: isWantedRoot, findCommit };
    const rendered = rendering ? await renderChange(change, scope, rendering) : change;
    const { unselected, sources: selected } = rendered;
    const base = rendered.base.filter(({ file }) => isWanted(file, true));
    const unjudged = await findUnselectedWorkloads({ unselected, selected, base }, inForce.policy);
    return { ...rendered, problems: [...rendered.problems, ...unjudged] };
}
async function collectManifests(paths, inForce) {
    const { sources, problems, renderAgain } = await collectAll(paths, inForce);
    return { manifests: sources, problems, renderAgain };
}
async function remarkProblems(problems) {
    for (const { file, line, message } of problems)
        await (0,streams/* remark */.V)(`${(0,report_escape/* escapeLine */.EH)(`${file}:${line}: ${message}`)}\n`);
}


/***/ }),

/***/ 1014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $X: () => (/* binding */ isDeployer),
/* harmony export */   BU: () => (/* binding */ mayDeploy),
/* harmony export */   fZ: () => (/* binding */ valuesHolder),
/* harmony export */   pV: () => (/* binding */ findDeployers)
/* harmony export */ });
const kinds = {
    "argoproj.io": ["Application", "ApplicationSet"],
    "helm.toolkit.fluxcd.io": ["HelmRelease"],
    "kustomize.toolkit.fluxcd.io": ["Kustomization"],
};
function isDeployer({ apiVersion, kind }) {
    const [group = ""] = apiVersion.split("/");
    return Object.hasOwn(kinds, group) && kinds[group]?.includes(kind) === true;
}
const valuesHolder = "kind: ConfigMap";
function mayDeploy(manifest) {
    const known = answers.get(manifest);
    if (known !== undefined)
        return known;
    const answer = Object.keys(kinds).some((group) => manifest.text.includes(`${group}/`));
    answers.set(manifest, answer);
    return answer;
}
const answers = new WeakMap();
function findDeployers(manifest) {
    if (!mayDeploy(manifest))
        return [];
    const { text } = manifest;
    return Object.entries(kinds).flatMap(([group, names]) => {
        if (!text.includes(`${group}/`))
            return [];
        const lines = text.matchAll(new RegExp(`^(?:- )?[ \\t]*"?kind"?: *["']?(${names.join("|")})["']?,? *\\r?$`, "gm"));
        return [...lines].map(({ index, 1: kind = "" }) => ({ kind, offset: index }));
    });
}


/***/ }),

/***/ 7805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  YM: () => (/* reexport */ allCapabilities),
  uh: () => (/* reexport */ appArmorAnnotation),
  hq: () => (/* reexport */ applyDefaults),
  gg: () => (/* reexport */ computeBoundingSet),
  NU: () => (/* reexport */ contextFields),
  oF: () => (/* reexport */ countContainers),
  g$: () => (/* reexport */ decodeSecurityContext),
  hF: () => (/* reexport */ featureGates),
  PR: () => (/* reexport */ findAdmissionRefusal),
  FA: () => (/* reexport */ findContainer),
  pV: () => (/* reexport */ deployers/* findDeployers */.pV),
  hM: () => (/* reexport */ findImageAnswer),
  "in": () => (/* reexport */ findKindDefects),
  ST: () => (/* reexport */ findKnownImage),
  eW: () => (/* reexport */ findLinuxSetting),
  Gl: () => (/* reexport */ findNamespaces),
  Qe: () => (/* reexport */ findObjects),
  zr: () => (/* reexport */ findOwner),
  K7: () => (/* reexport */ findPods),
  JB: () => (/* reexport */ findShapeDefects),
  Qx: () => (/* reexport */ findSimilarName),
  UM: () => (/* reexport */ findStartRefusal),
  IX: () => (/* reexport */ findUnknown),
  dI: () => (/* reexport */ findUnknownFields),
  Wd: () => (/* reexport */ formatField),
  yZ: () => (/* reexport */ hasTypeOf),
  qk: () => (/* reexport */ identifyWorkload),
  G9: () => (/* reexport */ isAdministrator),
  vo: () => (/* reexport */ isDeclared),
  H_: () => (/* reexport */ isDefinitionText),
  $X: () => (/* reexport */ deployers/* isDeployer */.$X),
  Bc: () => (/* reexport */ isDigest),
  tu: () => (/* reexport */ isInContext),
  Sv: () => (/* reexport */ isKustomization),
  QV: () => (/* reexport */ isOnlyIn),
  t8: () => (/* reexport */ isUnknown),
  Cn: () => (/* reexport */ kubernetes/* largestId */.Cn),
  yr: () => (/* reexport */ kubernetes/* levels */.yr),
  Rd: () => (/* reexport */ listPlatforms),
  LF: () => (/* reexport */ looksLikeWorkload),
  VC: () => (/* reexport */ mayDemand),
  BU: () => (/* reexport */ deployers/* mayDeploy */.BU),
  q1: () => (/* reexport */ mayHoldWorkload),
  nI: () => (/* reexport */ kubernetes/* modes */.nI),
  CF: () => (/* reexport */ normalizeSysctl),
  hb: () => (/* reexport */ parseGroup),
  km: () => (/* reexport */ parseImageUser),
  SW: () => (/* reexport */ parseProfileAnnotation),
  F2: () => (/* reexport */ parseReference),
  ot: () => (/* reexport */ kubernetes/* parseVersion */.ot),
  zR: () => (/* reexport */ podSecurityLabels),
  A0: () => (/* reexport */ podSpecFields),
  MM: () => (/* reexport */ readDemand),
  YF: () => (/* reexport */ readsPodContext),
  xT: () => (/* reexport */ saysObject),
  zp: () => (/* reexport */ seccompContainerAnnotation),
  lo: () => (/* reexport */ seccompPodAnnotation),
  tf: () => (/* reexport */ validate),
  _c: () => (/* reexport */ validateLabels),
  Yk: () => (/* reexport */ withSpec),
  nb: () => (/* reexport */ withoutTag)
});

// UNUSED EXPORTS: defaultCapabilities, latestVersion, newestMinor

// EXTERNAL MODULE: ./lib/yaml/index.js + 23 modules
var yaml = __webpack_require__(182);
;// CONCATENATED MODULE: ./lib/pod/similar-names.js
function findSimilarName(word, known) {
    const lower = word.toLowerCase();
    const same = known.find((name) => name.toLowerCase() === lower);
    if (same)
        return same;
    const near = known
        .filter((name) => Math.abs(name.length - lower.length) <= allowedDistance(name))
        .map((name) => ({ name, distance: measureDistance(lower, name.toLowerCase()) }))
        .filter(({ name, distance }) => distance <= allowedDistance(name));
    return near.toSorted((a, b) => a.distance - b.distance)[0]?.name;
}
function allowedDistance(name) {
    return name.length < 8 ? 1 : 2;
}
function measureDistance(a, b) {
    const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
    const at = (row, column) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
    for (let row = 1; row <= a.length; row++) {
        const next = [row];
        rows.push(next);
        for (let column = 1; column <= b.length; column++) {
            const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            next.push(Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1), isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY));
        }
    }
    return at(a.length, b.length);
}

;// CONCATENATED MODULE: ./lib/pod/built-in-kinds.js


const podAt = (spec) => ({ spec, metadata: ["metadata"], isWhole: true });
const templateAt = (path) => ({
    spec: [...path, "spec"],
    metadata: [...path, "metadata"],
    isWhole: true,
});
const v1 = [{ apiVersion: "v1" }];
const appsV1 = { apiVersion: "apps/v1", since: 9 };
const appsV1beta2 = { apiVersion: "apps/v1beta2", removed: 16 };
const appsV1beta1 = { apiVersion: "apps/v1beta1", removed: 16 };
const extensionsV1beta1 = { apiVersion: "extensions/v1beta1", removed: 16 };
const cronJobs = [
    { apiVersion: "batch/v1", since: 21 },
    { apiVersion: "batch/v1beta1", removed: 25 },
    { apiVersion: "batch/v2alpha1", removed: 21 },
];
const inTemplate = templateAt(["spec", "template"]);
const builtInKinds = [
    { name: "Pod", place: podAt(["spec"]), versions: v1 },
    { name: "PodTemplate", place: templateAt(["template"]), versions: v1 },
    { name: "ReplicationController", place: inTemplate, versions: v1 },
    { name: "Deployment", place: inTemplate, versions: [appsV1, appsV1beta2, appsV1beta1, extensionsV1beta1] },
    { name: "ReplicaSet", place: inTemplate, versions: [appsV1, appsV1beta2, extensionsV1beta1] },
    { name: "DaemonSet", place: inTemplate, versions: [appsV1, appsV1beta2, extensionsV1beta1] },
    { name: "StatefulSet", place: inTemplate, versions: [appsV1, appsV1beta2, appsV1beta1] },
    { name: "Job", place: inTemplate, versions: [{ apiVersion: "batch/v1" }] },
    { name: "CronJob", place: templateAt(["spec", "jobTemplate", "spec", "template"]), versions: cronJobs },
];
const byName = new Map(builtInKinds.map((kind) => [kind.name, kind]));
function findBuiltIn({ apiVersion, kind, fields }) {
    const written = { apiVersion, kind };
    if (parseGroup(apiVersion).includes("."))
        return undefined;
    const named = byName.get(kind) ?? byName.get(findSimilarName(kind, [...byName.keys()]) ?? "");
    if (named)
        return { written, kind: named, place: named.place };
    const shaped = builtInKinds.filter(({ place }) => holdsContainers((0,yaml/* valueAt */.fK)(fields, place.spec)));
    const [first] = shaped;
    if (!first)
        return undefined;
    const group = parseGroup(apiVersion);
    const [likely, ...others] = shaped.filter(({ versions }) => versions.some((each) => parseGroup(each.apiVersion) === group));
    return { written, kind: others.length === 0 ? likely : undefined, place: first.place };
}
function wasEverServed({ written, kind }) {
    return kind?.name === written.kind && kind.versions.some(({ apiVersion }) => apiVersion === written.apiVersion);
}
function isPlainlyWorkload({ apiVersion, kind, fields }) {
    if (kind === "")
        return apiVersion !== "" && findBuiltIn({ apiVersion, kind, fields }) !== undefined;
    return byName.has(kind) && "metadata" in fields && ("spec" in fields || "template" in fields);
}
function holdsContainers(spec) {
    return (0,yaml/* isFields */.Ce)(spec) && (spec.containers ?? null) !== null;
}
function findKindDefects({ written, kind }, minor) {
    const { apiVersion } = written;
    const isServed = ({ since = 0, removed = Number.POSITIVE_INFINITY }) => since <= minor && minor < removed;
    const version = kind?.versions.find((each) => each.apiVersion === apiVersion);
    const newest = kind?.versions.find(isServed)?.apiVersion;
    const noMatch = (name) => `no matches for kind "${name}" in version "${apiVersion}"`;
    const defects = [];
    if (written.kind === "")
        defects.push({ field: "kind", text: "Object 'Kind' is missing", meant: kind?.name });
    else if (written.kind !== kind?.name)
        defects.push({ field: "kind", text: noMatch(written.kind), meant: kind?.name });
    if (apiVersion === "")
        defects.push({ field: "apiVersion", text: "Object 'apiVersion' is missing", meant: newest });
    else if (kind && !(version && isServed(version)))
        defects.push({ field: "apiVersion", text: noMatch(kind.name) + describeService(version, minor), meant: newest });
    return defects;
}
function describeService(version, minor) {
    if (!version)
        return "";
    const { since = 0, removed } = version;
    return minor < since ? `, which v1.${since} is the first to serve` : `, which v1.${removed} removed`;
}
function parseGroup(apiVersion) {
    return apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
}

;// CONCATENATED MODULE: ./lib/pod/capabilities.js
const allCapabilities = [
    "CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID", "KILL", "SETGID", "SETUID", "SETPCAP", "LINUX_IMMUTABLE",
    "NET_BIND_SERVICE", "NET_BROADCAST", "NET_ADMIN", "NET_RAW", "IPC_LOCK", "IPC_OWNER", "SYS_MODULE", "SYS_RAWIO", "SYS_CHROOT",
    "SYS_PTRACE", "SYS_PACCT", "SYS_ADMIN", "SYS_BOOT", "SYS_NICE", "SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "MKNOD", "LEASE",
    "AUDIT_WRITE", "AUDIT_CONTROL", "SETFCAP", "MAC_OVERRIDE", "MAC_ADMIN", "SYSLOG", "WAKE_ALARM", "BLOCK_SUSPEND", "AUDIT_READ",
    "PERFMON", "BPF", "CHECKPOINT_RESTORE",
];
const defaultCapabilities = [
    "CHOWN", "DAC_OVERRIDE", "FSETID", "FOWNER", "MKNOD", "NET_RAW", "SETGID", "SETUID", "SETFCAP", "SETPCAP", "NET_BIND_SERVICE",
    "SYS_CHROOT", "KILL", "AUDIT_WRITE",
];
function computeBoundingSet({ add = [], drop = [] }, privileged) {
    if (privileged)
        return allCapabilities;
    const adds = add.map((name) => name.toUpperCase());
    const drops = drop.map((name) => name.toUpperCase());
    const start = drops.includes("ALL") ? [] : adds.includes("ALL") ? allCapabilities : defaultCapabilities;
    const set = new Set([...start, ...adds]);
    for (const name of drops)
        set.delete(name);
    return allCapabilities.filter((name) => set.has(name));
}

;// CONCATENATED MODULE: ./lib/pod/custom-resources.js

const templates = {
    "argoproj.io": {
        Rollout: ["spec.template"],
        Experiment: ["spec.templates.[].template"],
        AnalysisTemplate: ["spec.metrics.[].provider.job.spec.template"],
        ClusterAnalysisTemplate: ["spec.metrics.[].provider.job.spec.template"],
        AnalysisRun: ["spec.metrics.[].provider.job.spec.template"],
    },
    "serving.knative.dev": { Service: ["spec.template"], Configuration: ["spec.template"], Revision: [""] },
    "sources.knative.dev": { ContainerSource: ["spec.template"] },
    "keda.sh": { ScaledJob: ["spec.jobTargetRef.template"] },
    "apps.kruise.io": {
        CloneSet: ["spec.template"],
        DaemonSet: ["spec.template"],
        StatefulSet: ["spec.template"],
        BroadcastJob: ["spec.template"],
        AdvancedCronJob: ["spec.template.jobTemplate.spec.template", "spec.template.broadcastJobTemplate.spec.template"],
        UnitedDeployment: ["spec.template.*.spec.template"],
    },
    "kubeflow.org": Object.fromEntries(["TFJob", "PyTorchJob", "XGBoostJob", "PaddleJob", "MXJob", "JAXJob", "MPIJob"].map((kind) => [
        kind,
        ["spec.*.*.template"],
    ])),
    "trainer.kubeflow.org": {
        TrainingRuntime: ["spec.template.spec.replicatedJobs.[].template.spec.template"],
        ClusterTrainingRuntime: ["spec.template.spec.replicatedJobs.[].template.spec.template"],
    },
    "batch.volcano.sh": { Job: ["spec.tasks.[].template"] },
    "flow.volcano.sh": { JobTemplate: ["spec.tasks.[].template"] },
    "jobset.x-k8s.io": { JobSet: ["spec.replicatedJobs.[].template.spec.template"] },
    "leaderworkerset.x-k8s.io": {
        LeaderWorkerSet: ["spec.leaderWorkerTemplate.leaderTemplate", "spec.leaderWorkerTemplate.workerTemplate"],
    },
    "kueue.x-k8s.io": { Workload: ["spec.podSets.[].template"] },
    "ray.io": {
        RayCluster: ["spec.headGroupSpec.template", "spec.workerGroupSpecs.[].template"],
        RayJob: [
            "spec.rayClusterSpec.headGroupSpec.template",
            "spec.rayClusterSpec.workerGroupSpecs.[].template",
            "spec.submitterPodTemplate",
        ],
        RayService: ["spec.rayClusterConfig.headGroupSpec.template", "spec.rayClusterConfig.workerGroupSpecs.[].template"],
    },
    "agones.dev": {
        GameServer: ["spec.template"],
        Fleet: ["spec.template.spec.template"],
        GameServerSet: ["spec.template.spec.template"],
    },
    "actions.github.com": {
        AutoscalingRunnerSet: ["spec.template"],
        EphemeralRunnerSet: ["spec.ephemeralRunnerSpec"],
        EphemeralRunner: ["spec"],
    },
    "apps.openshift.io": { DeploymentConfig: ["spec.template"] },
    "operators.coreos.com": { ClusterServiceVersion: ["spec.install.spec.deployments.[].spec.template"] },
};
function findTemplates(group, kind, object) {
    const ofGroup = Object.hasOwn(templates, group) ? templates[group] : undefined;
    const patterns = ofGroup && Object.hasOwn(ofGroup, kind) ? ofGroup[kind] : undefined;
    return patterns
        ?.flatMap((pattern) => findPaths(object, pattern))
        .filter((path) => path.length > 0 || kind === "Revision");
}
function findPaths(object, pattern) {
    return followSteps(object, pattern === "" ? [] : pattern.split("."));
}
function followSteps(value, [step, ...rest]) {
    if (step === undefined)
        return (0,yaml/* isFields */.Ce)(value) ? [[]] : [];
    return expandStep(value, step).flatMap((key) => followSteps((0,yaml/* memberOf */.C5)(value, key), rest).map((path) => [key, ...path]));
}
function expandStep(value, step) {
    if (step === "[]")
        return (0,yaml/* isList */.Lv)(value) ? [...value.keys()] : [];
    if (step === "*")
        return (0,yaml/* isFields */.Ce)(value) ? Object.keys(value) : [];
    return [step];
}
function findShapes(object, known = []) {
    const specs = [];
    const contexts = [];
    const seen = new Set(known.map((path) => (0,yaml/* valueAt */.fK)(object, path)));
    const visit = (value, path) => {
        if ((!(0,yaml/* isFields */.Ce)(value) && !(0,yaml/* isList */.Lv)(value)) || seen.has(value))
            return;
        seen.add(value);
        if ((0,yaml/* isList */.Lv)(value)) {
            for (const [index, item] of value.entries())
                visit(item, [...path, index]);
            return;
        }
        const isPod = hasContainers(value);
        if (isPod || reachesNode(value))
            specs.push(path);
        if (takesPort(value) && !(0,yaml/* isFields */.Ce)(value.securityContext))
            contexts.push([...path, "securityContext"]);
        for (const key of Object.keys(value)) {
            if (isPod && (key === "securityContext" || /^(c|initC|ephemeralC)ontainers$/.test(key)))
                continue;
            if (/securityContext$/i.test(key) && (0,yaml/* isFields */.Ce)(value[key]))
                contexts.push([...path, key]);
            else
                visit(value[key], [...path, key]);
        }
    };
    visit(object, []);
    return { specs, contexts };
}
function hasContainers({ containers }) {
    return ((0,yaml/* isList */.Lv)(containers) &&
        containers.length > 0 &&
        containers.every((container) => (0,yaml/* isFields */.Ce)(container) && typeof container.name === "string"));
}
function reachesNode({ hostNetwork, hostPID, hostIPC, volumes }) {
    const takesNamespace = [hostNetwork, hostPID, hostIPC].includes(true);
    const hasVolumes = (0,yaml/* isList */.Lv)(volumes) && volumes.some((volume) => (0,yaml/* isFields */.Ce)(volume) && typeof volume.name === "string");
    return takesNamespace || hasVolumes;
}
function takesPort({ ports }) {
    return ((0,yaml/* isList */.Lv)(ports) && ports.some((port) => (0,yaml/* isFields */.Ce)(port) && typeof port.hostPort === "number" && port.hostPort > 0));
}
function findGenerated(object) {
    return ["spec.rules.[].generate.data", "spec.rules.[].generate.foreach.[].data"].flatMap((path) => findPaths(object, path));
}
function isDefinition(group, kind) {
    return definingGroups.test(group) || definingKinds.includes(kind);
}
const definingGroups = /(^|\.)(kyverno\.io|gatekeeper\.sh|kubewarden\.io|admissionregistration\.k8s\.io|apiextensions\.k8s\.io)$/;
const definingKinds = ["PodSecurityPolicy", "SecurityContextConstraints", "ControllerRevision"];
function readsPodContext({ apiVersion }) {
    return !apiVersion.startsWith("serving.knative.dev/");
}

;// CONCATENATED MODULE: ./lib/pod/workload-types.js
const workloadTypes = `
AWSElasticBlockStoreVolumeSource fsType:string partition:int32 readOnly:boolean volumeID:string
Affinity nodeAffinity:NodeAffinity podAffinity:PodAffinity podAntiAffinity:PodAntiAffinity
AppArmorProfile localhostProfile:string type:string
AzureDiskVolumeSource cachingMode:string diskName:string diskURI:string fsType:string kind:string readOnly:boolean
AzureFileVolumeSource readOnly:boolean secretName:string shareName:string
CSIVolumeSource driver:string fsType:string nodePublishSecretRef:LocalObjectReference readOnly:boolean volumeAttributes:{string}
Capabilities add:[string] drop:[string]
CephFSVolumeSource monitors:[string] path:string readOnly:boolean secretFile:string secretRef:LocalObjectReference user:string
CinderVolumeSource fsType:string readOnly:boolean secretRef:LocalObjectReference volumeID:string
ClusterTrustBundleProjection labelSelector:LabelSelector name:string optional:boolean path:string signerName:string user:int64
ConfigMapEnvSource name:string optional:boolean
ConfigMapKeySelector key:string name:string optional:boolean
ConfigMapProjection items:[KeyToPath] name:string optional:boolean
ConfigMapVolumeSource defaultMode:int32 defaultUser:int64 items:[KeyToPath] name:string optional:boolean
Container args:[string] command:[string] env:[EnvVar] envFrom:[EnvFromSource] image:string imagePullPolicy:string lifecycle:Lifecycle livenessProbe:Probe name:string ports:[ContainerPort] readinessProbe:Probe resizePolicy:[ContainerResizePolicy] resources:ResourceRequirements restartPolicy:string restartPolicyRules:[ContainerRestartRule] securityContext:SecurityContext startupProbe:Probe stdin:boolean stdinOnce:boolean terminationMessagePath:string terminationMessagePolicy:string tty:boolean volumeDevices:[VolumeDevice] volumeMounts:[VolumeMount] workingDir:string
ContainerExtendedResourceRequest containerName:string requestName:string resourceName:string
ContainerPort containerPort:int32 hostIP:string hostPort:int32 name:string protocol:string
ContainerResizePolicy resourceName:string restartPolicy:string
ContainerRestartRule action:string exitCodes:ContainerRestartRuleOnExitCodes
ContainerRestartRuleOnExitCodes operator:string values:[int32]
ContainerState running:ContainerStateRunning terminated:ContainerStateTerminated waiting:ContainerStateWaiting
ContainerStateRunning startedAt:time
ContainerStateTerminated containerID:string exitCode:int32 finishedAt:time message:string reason:string signal:int32 startedAt:time
ContainerStateWaiting message:string reason:string
ContainerStatus allocatedResources:{quantity} allocatedResourcesStatus:[ResourceStatus] containerID:string image:string imageID:string lastState:ContainerState name:string ready:boolean resources:ResourceRequirements restartCount:int32 started:boolean state:ContainerState stopSignal:string user:ContainerUser volumeMounts:[VolumeMountStatus]
ContainerUser linux:LinuxContainerUser
CronJob apiVersion:string kind:string metadata:ObjectMeta spec:CronJobSpec status:CronJobStatus
CronJobSpec concurrencyPolicy:string failedJobsHistoryLimit:int32 jobTemplate:JobTemplateSpec schedule:string startingDeadlineSeconds:int64 successfulJobsHistoryLimit:int32 suspend:boolean timeZone:string
CronJobStatus active:[ObjectReference] lastScheduleTime:time lastSuccessfulTime:time
DaemonSet apiVersion:string kind:string metadata:ObjectMeta spec:DaemonSetSpec status:DaemonSetStatus
DaemonSetCondition lastTransitionTime:time message:string reason:string status:string type:string
DaemonSetSpec minReadySeconds:int32 revisionHistoryLimit:int32 selector:LabelSelector template:PodTemplateSpec updateStrategy:DaemonSetUpdateStrategy
DaemonSetStatus collisionCount:int32 conditions:[DaemonSetCondition] currentNumberScheduled:int32 desiredNumberScheduled:int32 numberAvailable:int32 numberMisscheduled:int32 numberReady:int32 numberUnavailable:int32 observedGeneration:int64 updatedNumberScheduled:int32
DaemonSetUpdateStrategy rollingUpdate:RollingUpdateDaemonSet type:string
Deployment apiVersion:string kind:string metadata:ObjectMeta spec:DeploymentSpec status:DeploymentStatus
DeploymentCondition lastTransitionTime:time lastUpdateTime:time message:string reason:string status:string type:string
DeploymentSpec minReadySeconds:int32 paused:boolean progressDeadlineSeconds:int32 replicas:int32 revisionHistoryLimit:int32 selector:LabelSelector strategy:DeploymentStrategy template:PodTemplateSpec
DeploymentStatus availableReplicas:int32 collisionCount:int32 conditions:[DeploymentCondition] observedGeneration:int64 readyReplicas:int32 replicas:int32 terminatingReplicas:int32 unavailableReplicas:int32 updatedReplicas:int32
DeploymentStrategy rollingUpdate:RollingUpdateDeployment type:string
DownwardAPIProjection items:[DownwardAPIVolumeFile]
DownwardAPIVolumeFile fieldRef:ObjectFieldSelector mode:int32 path:string resourceFieldRef:ResourceFieldSelector user:int64
DownwardAPIVolumeSource defaultMode:int32 defaultUser:int64 items:[DownwardAPIVolumeFile]
EmptyDirVolumeSource medium:string mode:int32 sizeLimit:quantity
EnvFromSource configMapRef:ConfigMapEnvSource prefix:string secretRef:SecretEnvSource
EnvVar name:string value:string valueFrom:EnvVarSource
EnvVarSource configMapKeyRef:ConfigMapKeySelector fieldRef:ObjectFieldSelector fileKeyRef:FileKeySelector resourceFieldRef:ResourceFieldSelector secretKeyRef:SecretKeySelector
EphemeralContainer args:[string] command:[string] env:[EnvVar] envFrom:[EnvFromSource] image:string imagePullPolicy:string lifecycle:Lifecycle livenessProbe:Probe name:string ports:[ContainerPort] readinessProbe:Probe resizePolicy:[ContainerResizePolicy] resources:ResourceRequirements restartPolicy:string restartPolicyRules:[ContainerRestartRule] securityContext:SecurityContext startupProbe:Probe stdin:boolean stdinOnce:boolean targetContainerName:string terminationMessagePath:string terminationMessagePolicy:string tty:boolean volumeDevices:[VolumeDevice] volumeMounts:[VolumeMount] workingDir:string
EphemeralVolumeSource volumeClaimTemplate:PersistentVolumeClaimTemplate
EvictionResponder name:string priority:int32
ExecAction command:[string]
FCVolumeSource fsType:string lun:int32 readOnly:boolean targetWWNs:[string] wwids:[string]
FileKeySelector key:string optional:boolean path:string volumeName:string
FlexVolumeSource driver:string fsType:string options:{string} readOnly:boolean secretRef:LocalObjectReference
FlockerVolumeSource datasetName:string datasetUUID:string
GCEPersistentDiskVolumeSource fsType:string partition:int32 pdName:string readOnly:boolean
GRPCAction mode:string port:int32 service:string
GitRepoVolumeSource directory:string repository:string revision:string
GlusterfsVolumeSource endpoints:string path:string readOnly:boolean
HTTPGetAction host:string httpHeaders:[HTTPHeader] path:string port:intOrString protocol:string scheme:string
HTTPHeader name:string value:string
HostAlias hostnames:[string] ip:string
HostIP ip:string
HostPathVolumeSource path:string type:string
ISCSIVolumeSource chapAuthDiscovery:boolean chapAuthSession:boolean fsType:string initiatorName:string iqn:string iscsiInterface:string lun:int32 portals:[string] readOnly:boolean secretRef:LocalObjectReference targetPortal:string
ImageVolumeSource pullPolicy:string reference:string
ImageVolumeStatus imageRef:string
Job apiVersion:string kind:string metadata:ObjectMeta spec:JobSpec status:JobStatus
JobCondition lastProbeTime:time lastTransitionTime:time message:string reason:string status:string type:string
JobSchedulingConfiguration disruptionMode:WorkloadPodGroupDisruptionMode resourceClaims:[WorkloadPodGroupResourceClaim] schedulingConstraints:WorkloadPodGroupSchedulingConstraints schedulingPolicy:WorkloadPodGroupSchedulingPolicy
JobSpec activeDeadlineSeconds:int64 backoffLimit:int32 backoffLimitPerIndex:int32 completionMode:string completions:int32 managedBy:string manualSelector:boolean maxFailedIndexes:int32 parallelism:int32 podFailurePolicy:PodFailurePolicy podReplacementPolicy:string scheduling:JobSchedulingConfiguration selector:LabelSelector successPolicy:SuccessPolicy suspend:boolean template:PodTemplateSpec ttlSecondsAfterFinished:int32
JobStatus active:int32 completedIndexes:string completionTime:time conditions:[JobCondition] failed:int32 failedIndexes:string ready:int32 startTime:time succeeded:int32 terminating:int32 uncountedTerminatedPods:UncountedTerminatedPods
JobTemplateSpec metadata:ObjectMeta spec:JobSpec
KeyToPath key:string mode:int32 path:string user:int64
LabelSelector matchExpressions:[LabelSelectorRequirement] matchLabels:{string}
LabelSelectorRequirement key:string operator:string values:[string]
Lifecycle postStart:LifecycleHandler preStop:LifecycleHandler stopSignal:string
LifecycleHandler exec:ExecAction httpGet:HTTPGetAction sleep:SleepAction tcpSocket:TCPSocketAction
LinuxContainerUser gid:int64 supplementalGroups:[int64] uid:int64
LocalObjectReference name:string
ManagedFieldsEntry apiVersion:string fieldsType:string fieldsV1:any manager:string operation:string subresource:string time:time
ModifyVolumeStatus status:string targetVolumeAttributesClassName:string
NFSVolumeSource path:string readOnly:boolean server:string
NodeAffinity preferredDuringSchedulingIgnoredDuringExecution:[PreferredSchedulingTerm] requiredDuringSchedulingIgnoredDuringExecution:NodeSelector
NodeAllocatableMappedResources name:string quantity:quantity
NodeAllocatableOverheadResources name:string perContainer:quantity perPod:quantity
NodeAllocatableResourceClaimStatus containers:[string] mapping:[NodeAllocatableMappedResources] overhead:[NodeAllocatableOverheadResources] resourceClaimName:string
NodeSelector nodeSelectorTerms:[NodeSelectorTerm]
NodeSelectorRequirement key:string operator:string values:[string]
NodeSelectorTerm matchExpressions:[NodeSelectorRequirement] matchFields:[NodeSelectorRequirement]
ObjectFieldSelector apiVersion:string fieldPath:string
ObjectMeta annotations:{string} creationTimestamp:time deletionGracePeriodSeconds:int64 deletionTimestamp:time finalizers:[string] generateName:string generation:int64 labels:{string} managedFields:[ManagedFieldsEntry] name:string namespace:string ownerReferences:[OwnerReference] resourceVersion:string selfLink:string uid:string
ObjectReference apiVersion:string fieldPath:string kind:string name:string namespace:string resourceVersion:string uid:string
OwnerReference apiVersion:string blockOwnerDeletion:boolean controller:boolean kind:string name:string uid:string
PersistentVolumeClaim apiVersion:string kind:string metadata:ObjectMeta spec:PersistentVolumeClaimSpec status:PersistentVolumeClaimStatus
PersistentVolumeClaimCondition lastProbeTime:time lastTransitionTime:time message:string reason:string status:string type:string
PersistentVolumeClaimSpec accessModes:[string] dataSource:TypedLocalObjectReference dataSourceRef:TypedObjectReference resources:VolumeResourceRequirements selector:LabelSelector storageClassName:string volumeAttributesClassName:string volumeMode:string volumeName:string
PersistentVolumeClaimStatus accessModes:[string] allocatedResourceStatuses:{string} allocatedResources:{quantity} capacity:{quantity} conditions:[PersistentVolumeClaimCondition] currentVolumeAttributesClassName:string healthStatus:VolumeHealthStatus modifyVolumeStatus:ModifyVolumeStatus phase:string
PersistentVolumeClaimTemplate metadata:ObjectMeta spec:PersistentVolumeClaimSpec
PersistentVolumeClaimVolumeSource claimName:string readOnly:boolean
PhotonPersistentDiskVolumeSource fsType:string pdID:string
Pod apiVersion:string kind:string metadata:ObjectMeta spec:PodSpec status:PodStatus
PodAffinity preferredDuringSchedulingIgnoredDuringExecution:[WeightedPodAffinityTerm] requiredDuringSchedulingIgnoredDuringExecution:[PodAffinityTerm]
PodAffinityTerm labelSelector:LabelSelector matchLabelKeys:[string] mismatchLabelKeys:[string] namespaceSelector:LabelSelector namespaces:[string] topologyKey:string
PodAntiAffinity preferredDuringSchedulingIgnoredDuringExecution:[WeightedPodAffinityTerm] requiredDuringSchedulingIgnoredDuringExecution:[PodAffinityTerm]
PodCertificateProjection certificateChainPath:string credentialBundlePath:string keyPath:string keyType:string maxExpirationSeconds:int32 signerName:string user:int64 userAnnotations:{string}
PodCondition lastProbeTime:time lastTransitionTime:time message:string observedGeneration:int64 reason:string status:string type:string
PodDNSConfig nameservers:[string] options:[PodDNSConfigOption] searches:[string]
PodDNSConfigOption name:string value:string
PodExtendedResourceClaimStatus requestMappings:[ContainerExtendedResourceRequest] resourceClaimName:string
PodFailurePolicy rules:[PodFailurePolicyRule]
PodFailurePolicyOnExitCodesRequirement containerName:string operator:string values:[int32]
PodFailurePolicyOnPodConditionsPattern status:string type:string
PodFailurePolicyRule action:string onExitCodes:PodFailurePolicyOnExitCodesRequirement onPodConditions:[PodFailurePolicyOnPodConditionsPattern]
PodIP ip:string
PodOS name:string
PodReadinessGate conditionType:string
PodResourceClaim name:string resourceClaimName:string resourceClaimTemplateName:string
PodResourceClaimStatus name:string resourceClaimName:string
PodSchedulingGate name:string
PodSchedulingGroup podGroupName:string
PodSecurityContext appArmorProfile:AppArmorProfile fsGroup:int64 fsGroupChangePolicy:string runAsGroup:int64 runAsNonRoot:boolean runAsUser:int64 seLinuxChangePolicy:string seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile supplementalGroups:[int64] supplementalGroupsPolicy:string sysctls:[Sysctl] windowsOptions:WindowsSecurityContextOptions
PodSpec activeDeadlineSeconds:int64 affinity:Affinity automountServiceAccountToken:boolean containers:[Container] dnsConfig:PodDNSConfig dnsPolicy:string enableServiceLinks:boolean ephemeralContainers:[EphemeralContainer] evictionResponders:[EvictionResponder] hostAliases:[HostAlias] hostIPC:boolean hostNetwork:boolean hostPID:boolean hostUsers:boolean hostname:string hostnameOverride:string imagePullSecrets:[LocalObjectReference] initContainers:[Container] nodeName:string nodeSelector:{string} os:PodOS overhead:{quantity} preemptionPolicy:string priority:int32 priorityClassName:string readinessGates:[PodReadinessGate] resourceClaims:[PodResourceClaim] resources:ResourceRequirements restartPolicy:string runtimeClassName:string schedulerName:string schedulingGates:[PodSchedulingGate] schedulingGroup:PodSchedulingGroup securityContext:PodSecurityContext serviceAccount:string serviceAccountName:string setHostnameAsFQDN:boolean shareProcessNamespace:boolean subdomain:string terminationGracePeriodSeconds:int64 tolerations:[Toleration] topologySpreadConstraints:[TopologySpreadConstraint] volumes:[Volume]
PodStatus allocatedResources:{quantity} conditions:[PodCondition] containerStatuses:[ContainerStatus] ephemeralContainerStatuses:[ContainerStatus] extendedResourceClaimStatus:PodExtendedResourceClaimStatus hostIP:string hostIPs:[HostIP] initContainerStatuses:[ContainerStatus] message:string nodeAllocatableResourceClaimStatuses:[NodeAllocatableResourceClaimStatus] nominatedNodeName:string observedGeneration:int64 phase:string podIP:string podIPs:[PodIP] qosClass:string reason:string resize:string resourceClaimStatuses:[PodResourceClaimStatus] resources:ResourceRequirements startTime:time volumeHealth:[PodVolumeHealth]
PodTemplate apiVersion:string kind:string metadata:ObjectMeta template:PodTemplateSpec
PodTemplateSpec metadata:ObjectMeta spec:PodSpec
PodVolumeHealth healthConditions:[VolumeHealthCondition] lastTransitionTime:time name:string
PortworxVolumeSource fsType:string readOnly:boolean volumeID:string
PreferredSchedulingTerm preference:NodeSelectorTerm weight:int32
Probe exec:ExecAction failureThreshold:int32 grpc:GRPCAction httpGet:HTTPGetAction initialDelaySeconds:int32 periodSeconds:int32 successThreshold:int32 tcpSocket:TCPSocketAction terminationGracePeriodSeconds:int64 timeoutSeconds:int32
ProjectedVolumeSource defaultMode:int32 defaultUser:int64 sources:[VolumeProjection]
QuobyteVolumeSource group:string readOnly:boolean registry:string tenant:string user:string volume:string
RBDVolumeSource fsType:string image:string keyring:string monitors:[string] pool:string readOnly:boolean secretRef:LocalObjectReference user:string
ReplicaSet apiVersion:string kind:string metadata:ObjectMeta spec:ReplicaSetSpec status:ReplicaSetStatus
ReplicaSetCondition lastTransitionTime:time message:string reason:string status:string type:string
ReplicaSetSpec minReadySeconds:int32 replicas:int32 selector:LabelSelector template:PodTemplateSpec
ReplicaSetStatus availableReplicas:int32 conditions:[ReplicaSetCondition] fullyLabeledReplicas:int32 observedGeneration:int64 readyReplicas:int32 replicas:int32 terminatingReplicas:int32
ReplicationController apiVersion:string kind:string metadata:ObjectMeta spec:ReplicationControllerSpec status:ReplicationControllerStatus
ReplicationControllerCondition lastTransitionTime:time message:string reason:string status:string type:string
ReplicationControllerSpec minReadySeconds:int32 replicas:int32 selector:{string} template:PodTemplateSpec
ReplicationControllerStatus availableReplicas:int32 conditions:[ReplicationControllerCondition] fullyLabeledReplicas:int32 observedGeneration:int64 readyReplicas:int32 replicas:int32
ResourceClaim name:string request:string
ResourceFieldSelector containerName:string divisor:quantity resource:string
ResourceHealth health:string message:string resourceID:string
ResourceRequirements claims:[ResourceClaim] limits:{quantity} requests:{quantity}
ResourceStatus name:string resources:[ResourceHealth]
RollingUpdateDaemonSet maxSurge:intOrString maxUnavailable:intOrString
RollingUpdateDeployment maxSurge:intOrString maxUnavailable:intOrString
RollingUpdateStatefulSetStrategy maxUnavailable:intOrString partition:int32
SELinuxOptions level:string role:string type:string user:string
ScaleIOVolumeSource fsType:string gateway:string protectionDomain:string readOnly:boolean secretRef:LocalObjectReference sslEnabled:boolean storageMode:string storagePool:string system:string volumeName:string
SeccompProfile localhostProfile:string type:string
SecretEnvSource name:string optional:boolean
SecretKeySelector key:string name:string optional:boolean
SecretProjection items:[KeyToPath] name:string optional:boolean
SecretVolumeSource defaultMode:int32 defaultUser:int64 items:[KeyToPath] optional:boolean secretName:string
SecurityContext allowPrivilegeEscalation:boolean appArmorProfile:AppArmorProfile capabilities:Capabilities privileged:boolean procMount:string readOnlyRootFilesystem:boolean runAsGroup:int64 runAsNonRoot:boolean runAsUser:int64 seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile windowsOptions:WindowsSecurityContextOptions
ServiceAccountTokenProjection audience:string expirationSeconds:int64 path:string user:int64
SleepAction seconds:int64
StatefulSet apiVersion:string kind:string metadata:ObjectMeta spec:StatefulSetSpec status:StatefulSetStatus
StatefulSetCondition lastTransitionTime:time message:string reason:string status:string type:string
StatefulSetOrdinals start:int32
StatefulSetPersistentVolumeClaimRetentionPolicy whenDeleted:string whenScaled:string
StatefulSetSpec minReadySeconds:int32 ordinals:StatefulSetOrdinals persistentVolumeClaimRetentionPolicy:StatefulSetPersistentVolumeClaimRetentionPolicy podManagementPolicy:string replicas:int32 revisionHistoryLimit:int32 selector:LabelSelector serviceName:string template:PodTemplateSpec updateStrategy:StatefulSetUpdateStrategy volumeClaimTemplates:[PersistentVolumeClaim]
StatefulSetStatus availableReplicas:int32 collisionCount:int32 conditions:[StatefulSetCondition] currentReplicas:int32 currentRevision:string observedGeneration:int64 readyReplicas:int32 replicas:int32 updateRevision:string updatedReplicas:int32
StatefulSetUpdateStrategy rollingUpdate:RollingUpdateStatefulSetStrategy type:string
StorageOSVolumeSource fsType:string readOnly:boolean secretRef:LocalObjectReference volumeName:string volumeNamespace:string
SuccessPolicy rules:[SuccessPolicyRule]
SuccessPolicyRule succeededCount:int32 succeededIndexes:string
Sysctl name:string value:string
TCPSocketAction host:string port:intOrString
Toleration effect:string key:string operator:string tolerationSeconds:int64 value:string
TopologyConstraint key:string
TopologySpreadConstraint labelSelector:LabelSelector matchLabelKeys:[string] maxSkew:int32 minDomains:int32 nodeAffinityPolicy:string nodeTaintsPolicy:string topologyKey:string whenUnsatisfiable:string
TypedLocalObjectReference apiGroup:string kind:string name:string
TypedObjectReference apiGroup:string kind:string name:string namespace:string
UncountedTerminatedPods failed:[string] succeeded:[string]
Volume awsElasticBlockStore:AWSElasticBlockStoreVolumeSource azureDisk:AzureDiskVolumeSource azureFile:AzureFileVolumeSource cephfs:CephFSVolumeSource cinder:CinderVolumeSource configMap:ConfigMapVolumeSource csi:CSIVolumeSource downwardAPI:DownwardAPIVolumeSource emptyDir:EmptyDirVolumeSource ephemeral:EphemeralVolumeSource fc:FCVolumeSource flexVolume:FlexVolumeSource flocker:FlockerVolumeSource gcePersistentDisk:GCEPersistentDiskVolumeSource gitRepo:GitRepoVolumeSource glusterfs:GlusterfsVolumeSource hostPath:HostPathVolumeSource image:ImageVolumeSource iscsi:ISCSIVolumeSource name:string nfs:NFSVolumeSource persistentVolumeClaim:PersistentVolumeClaimVolumeSource photonPersistentDisk:PhotonPersistentDiskVolumeSource portworxVolume:PortworxVolumeSource projected:ProjectedVolumeSource quobyte:QuobyteVolumeSource rbd:RBDVolumeSource scaleIO:ScaleIOVolumeSource secret:SecretVolumeSource storageos:StorageOSVolumeSource vsphereVolume:VsphereVirtualDiskVolumeSource
VolumeDevice devicePath:string name:string
VolumeHealthCondition message:string reason:string status:string
VolumeHealthStatus healthConditions:[VolumeHealthCondition] lastTransitionTime:time
VolumeMount bindMountOptions:[string] mountPath:string mountPropagation:string name:string readOnly:boolean recursiveReadOnly:string subPath:string subPathExpr:string
VolumeMountStatus mountPath:string name:string readOnly:boolean recursiveReadOnly:string volumeStatus:VolumeStatus
VolumeProjection clusterTrustBundle:ClusterTrustBundleProjection configMap:ConfigMapProjection downwardAPI:DownwardAPIProjection podCertificate:PodCertificateProjection secret:SecretProjection serviceAccountToken:ServiceAccountTokenProjection
VolumeResourceRequirements limits:{quantity} requests:{quantity}
VolumeStatus image:ImageVolumeStatus
VsphereVirtualDiskVolumeSource fsType:string storagePolicyID:string storagePolicyName:string volumePath:string
WeightedPodAffinityTerm podAffinityTerm:PodAffinityTerm weight:int32
WindowsSecurityContextOptions gmsaCredentialSpec:string gmsaCredentialSpecName:string hostProcess:boolean runAsUserName:string
WorkloadPodGroupAllDisruptionMode
WorkloadPodGroupBasicSchedulingPolicy
WorkloadPodGroupDisruptionMode all:WorkloadPodGroupAllDisruptionMode single:WorkloadPodGroupSingleDisruptionMode
WorkloadPodGroupGangSchedulingPolicy minCount:int32
WorkloadPodGroupResourceClaim name:string resourceClaimName:string resourceClaimTemplateName:string
WorkloadPodGroupSchedulingConstraints topology:[TopologyConstraint]
WorkloadPodGroupSchedulingPolicy basic:WorkloadPodGroupBasicSchedulingPolicy gang:WorkloadPodGroupGangSchedulingPolicy
WorkloadPodGroupSingleDisruptionMode
`;

;// CONCATENATED MODULE: ./lib/pod/fields.js

function typeNamed(name) {
    return { type: "object", name };
}
function fieldTypesOf({ name }) {
    const known = fieldTypes.get(name) ?? readFields(name);
    fieldTypes.set(name, known);
    return known;
}
const fieldTypes = new Map();
function readFields(name) {
    const start = workloadTypes.indexOf(`\n${name} `) + 1;
    const [, ...fields] = workloadTypes.slice(start, workloadTypes.indexOf("\n", start)).split(" ");
    return new Map(fields.map((field) => {
        const [key = "", holds = ""] = field.split(":");
        return [key, readType(holds)];
    }));
}
function readType(text) {
    if (text.startsWith("["))
        return { type: "list", of: readType(text.slice(1, -1)) };
    if (text.startsWith("{"))
        return { type: "map", of: readType(text.slice(1, -1)) };
    return scalars.get(text) ?? typeNamed(text);
}
const scalars = new Map(["boolean", "string", "int32", "int64", "intOrString", "quantity", "time", "any"].map((type) => [
    type,
    { type },
]));
function contextFields(owner) {
    return fieldTypesOf(typeNamed(owner === "pod" ? "PodSecurityContext" : "SecurityContext"));
}
function isOnlyIn(owner, field) {
    return contextFields(owner).has(field) && !contextFields(owner === "pod" ? "containers" : "pod").has(field);
}
const podSpecFields = [
    "hostNetwork",
    "hostPID",
    "hostIPC",
    "hostUsers",
    "shareProcessNamespace",
];

;// CONCATENATED MODULE: ./lib/pod/decode.js


function findDecodingErrors(value, type, path) {
    const mismatches = [];
    const strays = [];
    const steps = [...path];
    compare(value, type);
    return { mismatches, strays };
    function compare(found, field) {
        if ((0,yaml/* isFields */.Ce)(found) && field.type === "object")
            compareFields(found, field);
        else if ((0,yaml/* isFields */.Ce)(found) && field.type === "map")
            for (const [key, member] of Object.entries(found))
                compareBelow(key, member, field.of);
        else if ((0,yaml/* isList */.Lv)(found) && field.type === "list")
            for (const [index, item] of found.entries())
                compareBelow(index, item, field.of);
        else if (!fits(found, field))
            mismatches.push({ at: [...steps], value: found, field });
    }
    function compareFields(found, block) {
        const fields = fieldTypesOf(block);
        for (const [key, member] of Object.entries(found)) {
            const field = fields.get(key);
            if (field)
                compareBelow(key, member, field);
            else
                strays.push({ at: [...steps, key], value: member, block });
        }
    }
    function compareBelow(step, member, field) {
        steps.push(step);
        compare(member, field);
        steps.pop();
    }
}
function fits(value, { type }) {
    if (value === null)
        return true;
    switch (type) {
        case "boolean":
        case "string":
            return typeof value === type;
        case "int32":
            return isIntegerBelow(2 ** 31, value);
        case "int64":
            return isIntegerBelow(2 ** 63, value);
        case "intOrString":
            return typeof value === "string" || isIntegerBelow(2 ** 31, value);
        case "quantity":
            return typeof value === "number" || (typeof value === "string" && quantity.test(value));
        case "time":
            return typeof value === "string" && time.test(value);
        default:
            return type === "any";
    }
}
function isIntegerBelow(limit, value) {
    return typeof value === "number" && Number.isInteger(value) && value < limit && value >= -limit;
}
const quantity = /^ *(?=[^ ])[-+]?\d*(\.\d*)?([numkMGTPE]|[KMGTPE]i|[eE][-+]?\d{1,18})? *$/;
const time = new RegExp("^\\d{4}-(02-(0[1-9]|[12]\\d)|(0[469]|11)-(0[1-9]|[12]\\d|30)|(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01]))" +
    "T([01]?\\d|2[0-3]):[0-5]\\d:[0-5]\\d([.,]\\d+)?(Z|[-+]([01]\\d|2[0-4]):([0-5]\\d|60))$");
function canDecode(value, field) {
    return value !== null && findDecodingErrors(value, field, []).mismatches.length === 0;
}
function decodeSecurityContext(value) {
    return decode(value, typeNamed("SecurityContext")) ?? {};
}
function decodePodSecurityContext(value) {
    return decode(value, typeNamed("PodSecurityContext")) ?? {};
}
function decode(value, block) {
    if (!(0,yaml/* isFields */.Ce)(value))
        return undefined;
    const decoded = {};
    for (const [key, field] of fieldTypesOf(block)) {
        const member = decodeField(value[key], field);
        if (member !== undefined)
            decoded[key] = member;
    }
    return decoded;
}
function decodeField(value, field) {
    if (value === null || value === undefined)
        return undefined;
    if (field.type === "object")
        return decode(value, field);
    if (field.type === "list")
        return (0,yaml/* isList */.Lv)(value) ? decodeItems(value, field.of) : undefined;
    return fits(value, field) ? value : undefined;
}
function decodeItems(items, field) {
    const decoded = items.map((item) => (item === null ? zeroOf(field) : decodeField(item, field)));
    return decoded.includes(undefined) ? undefined : decoded;
}
function zeroOf({ type }) {
    return type === "string" ? "" : type === "int64" ? 0 : {};
}
function readBoolean(value) {
    return typeof value === "boolean" ? value : undefined;
}
function readString(value) {
    return typeof value === "string" ? value : undefined;
}
function listFields(value) {
    if (!(0,yaml/* isList */.Lv)(value))
        return [];
    return value.flatMap((fields, index) => ((0,yaml/* isFields */.Ce)(fields) ? [{ fields, index }] : []));
}

// EXTERNAL MODULE: ./lib/pod/deployers.js
var deployers = __webpack_require__(1014);
;// CONCATENATED MODULE: ./lib/pod/images.js


function parseImageUser(user) {
    const [name = ""] = user.split(":", 1);
    if (name === "")
        return { uid: 0, digits: "0" };
    if (!/^[+-]?\d+$/.test(name))
        return { name };
    const number = BigInt(name.replace("+", ""));
    return BigInt.asIntN(64, number) === number ? { uid: Number(number), digits: String(number) } : { name };
}
function findImageAnswer(images, image, platforms) {
    const known = image === null ? undefined : images.get(image);
    if (!known)
        return undefined;
    const answers = platforms.map((platform) => known[platform] ?? { error: `nothing is known of it for ${platform}` });
    const failure = answers.find((answer) => "error" in answer);
    if (failure)
        return failure;
    const [first, ...others] = answers;
    const differs = others.some((other) => userOf(other) !== userOf(first));
    return differs ? { error: `its USER is not the same for ${platforms.join(" and ")}` } : first;
}
function userOf(answer) {
    return answer && "user" in answer ? answer.user : undefined;
}
function listPlatforms(spec) {
    const selector = (0,yaml/* isFields */.Ce)(spec.nodeSelector) ? spec.nodeSelector : {};
    const declared = readString((0,yaml/* valueAt */.fK)(spec, ["os", "name"]));
    const terms = (0,yaml/* valueAt */.fK)(spec, affinityTerms);
    const alternatives = (0,yaml/* isList */.Lv)(terms) && terms.length > 0 ? terms : [null];
    const platforms = alternatives.flatMap((term) => {
        const systems = declared === undefined ? listChoices(selector, term, "os", ["linux", "windows"]) : [declared];
        return systems.flatMap((os) => listChoices(selector, term, "arch", ["amd64", "arm64"]).map((arch) => `${os}/${arch}`));
    });
    return [...new Set(platforms)].sort();
}
const affinityTerms = [
    "affinity",
    "nodeAffinity",
    "requiredDuringSchedulingIgnoredDuringExecution",
    "nodeSelectorTerms",
];
function listChoices(selector, term, label, usual) {
    const keys = [`kubernetes.io/${label}`, `beta.kubernetes.io/${label}`];
    const selected = keys.map((key) => readString(selector[key])).find((value) => value !== undefined);
    if (selected !== undefined)
        return [selected];
    const expressions = (0,yaml/* isFields */.Ce)(term) && (0,yaml/* isList */.Lv)(term.matchExpressions) ? term.matchExpressions.filter(yaml/* isFields */.Ce) : [];
    const valuesOf = (operator) => expressions
        .filter((expression) => keys.includes(readString(expression.key) ?? "") && expression.operator === operator)
        .flatMap(({ values }) => ((0,yaml/* isList */.Lv)(values) ? values.filter((value) => typeof value === "string") : []));
    const allowed = valuesOf("In");
    const forbidden = valuesOf("NotIn");
    if (allowed.length > 0)
        return allowed.filter((value) => !forbidden.includes(value));
    return usual.filter((value) => !forbidden.includes(value)).slice(0, 1);
}

;// CONCATENATED MODULE: ./lib/pod/effective.js



function readPodSettings({ securityContext, context, spec, path, }) {
    const inContext = (field) => setting(securityContext[field], "pod", [...context, field]);
    const inSpec = (field) => setting(readBoolean(spec[field]), "pod", [...path, field]);
    return {
        shared: {
            runAsUser: inContext("runAsUser"),
            runAsGroup: inContext("runAsGroup"),
            runAsNonRoot: inContext("runAsNonRoot"),
            seLinuxOptions: inContext("seLinuxOptions"),
            seccompProfile: inContext("seccompProfile"),
            appArmorProfile: inContext("appArmorProfile"),
            windowsOptions: inContext("windowsOptions"),
        },
        podWide: {
            fsGroup: inContext("fsGroup"),
            fsGroupChangePolicy: inContext("fsGroupChangePolicy"),
            supplementalGroups: inContext("supplementalGroups"),
            supplementalGroupsPolicy: inContext("supplementalGroupsPolicy"),
            sysctls: inContext("sysctls"),
            seLinuxChangePolicy: inContext("seLinuxChangePolicy"),
            hostNetwork: inSpec("hostNetwork"),
            hostPID: inSpec("hostPID"),
            hostIPC: inSpec("hostIPC"),
            hostUsers: inSpec("hostUsers"),
            shareProcessNamespace: inSpec("shareProcessNamespace"),
        },
    };
}
function setting(value, origin, path) {
    return { value: value ?? undefined, origin: value === undefined ? "default" : origin, path };
}
function computeEffectiveContext(declaration) {
    const { own, context, podSettings } = declaration;
    const ownSetting = (field) => setting(own[field], "container", [...context, field]);
    const inherit = (field) => own[field] === undefined ? podSettings.shared[field] : ownSetting(field);
    return {
        ...withImageIds(inherit("runAsUser"), inherit("runAsGroup"), declaration),
        runAsNonRoot: inherit("runAsNonRoot"),
        seLinuxOptions: inherit("seLinuxOptions"),
        seccompProfile: inherit("seccompProfile"),
        appArmorProfile: readAnnotatedAppArmor(declaration) ?? inherit("appArmorProfile"),
        windowsOptions: mergeWindowsOptions(inherit("windowsOptions"), podSettings.shared.windowsOptions),
        privileged: ownSetting("privileged"),
        allowPrivilegeEscalation: ownSetting("allowPrivilegeEscalation"),
        capabilities: ownSetting("capabilities"),
        readOnlyRootFilesystem: ownSetting("readOnlyRootFilesystem"),
        procMount: ownSetting("procMount"),
        ...podSettings.podWide,
    };
}
function withImageIds(runAsUser, runAsGroup, { image, imagePath: path }) {
    if (!image || runAsUser.origin !== "default")
        return { runAsUser, runAsGroup };
    const { uid, name } = parseImageUser(image.user);
    const isRoot = uid === 0 || name === "root";
    return {
        runAsUser: { value: uid, origin: "image", path },
        runAsGroup: isRoot && runAsGroup.origin === "default" ? { value: 0, origin: "image", path } : runAsGroup,
    };
}
const appArmorAnnotation = "container.apparmor.security.beta.kubernetes.io/";
function readAnnotatedAppArmor({ own, pod, name }) {
    const key = appArmorAnnotation + name;
    const profile = parseProfileAnnotation(pod.annotations[key]);
    if (own.appArmorProfile || !profile)
        return undefined;
    return { value: profile, origin: "annotation", path: [...pod.metadata, "annotations", key] };
}
function parseProfileAnnotation(value) {
    if (value === "runtime/default")
        return { type: "RuntimeDefault" };
    if (value === "unconfined")
        return { type: "Unconfined" };
    if (value?.startsWith("localhost/"))
        return { type: "Localhost", localhostProfile: value.slice("localhost/".length) };
    return undefined;
}
function mergeWindowsOptions(winner, { value: ofPod }) {
    const { value: own } = winner;
    if (!own || !ofPod || winner.origin !== "container")
        return winner;
    const ownCredentials = own.gmsaCredentialSpecName !== undefined || own.gmsaCredentialSpec !== undefined;
    const { gmsaCredentialSpecName: _name, gmsaCredentialSpec: _spec, ...rest } = ofPod;
    return { ...winner, value: { ...(ownCredentials ? rest : ofPod), ...own } };
}
function deriveContext(effective, image) {
    const uid = effective.runAsUser.value ?? (isNamedRoot(effective, image) ? 0 : null);
    const privileged = isOn(effective.privileged);
    return {
        userName: null,
        uid,
        gid: effective.runAsGroup.value ?? (uid === 0 && !isUnknown(effective.runAsGroup) ? 0 : null),
        capabilities: ifKnown(privileged, effective.capabilities, (lists = {}) => computeBoundingSet(lists, privileged === true)),
        noNewPrivileges: ifKnown(false, effective.allowPrivilegeEscalation, (value) => value === false),
        seccomp: ifKnown(privileged, effective.seccompProfile, (profile) => privileged ? "Unconfined" : nameSeccompProfile(profile)),
        privileged,
        readOnlyRoot: isOn(effective.readOnlyRootFilesystem),
    };
}
function isOn(setting) {
    return isUnknown(setting) ? null : setting.value === true;
}
function ifKnown(privileged, setting, derive) {
    if (privileged === null || (isUnknown(setting) && !privileged))
        return null;
    return derive(setting.value);
}
function deriveWindowsContext({ windowsOptions }, image) {
    const { name = null } = parseImageUser(image?.user ?? "");
    return {
        userName: isUnknown(windowsOptions) ? null : (windowsOptions.value?.runAsUserName ?? name),
        uid: null,
        gid: null,
        capabilities: null,
        noNewPrivileges: null,
        seccomp: null,
        privileged: null,
        readOnlyRoot: null,
    };
}
function nameSeccompProfile({ type, localhostProfile = "" } = {}) {
    if (type === "Localhost")
        return `Localhost/${localhostProfile}`;
    return type === "RuntimeDefault" ? type : "Unconfined";
}
function isUnknown({ placeholder }) {
    return placeholder !== undefined;
}
function isDeclared({ origin }) {
    return origin !== "default" && origin !== "image";
}
function isNamedRoot({ runAsUser }, image) {
    return runAsUser.origin === "image" && parseImageUser(image?.user ?? "").name === "root";
}

;// CONCATENATED MODULE: ./lib/pod/image-reference.js
const label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const registryName = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
const repositoryName = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const tagName = /^\w[\w.-]{0,127}$/;
const digestForms = { sha256: /^[a-f0-9]{64}$/, sha512: /^[a-f0-9]{128}$/ };
function parseReference(text) {
    const [name = "", digest] = splitOnce(text, "@");
    if (/^[a-f0-9]{64}$/.test(text))
        return { error: "64 hexadecimal digits are not a name" };
    if (digest !== undefined && !isDigest(digest))
        return { error: `"${digest}" is not a digest` };
    const colon = name.lastIndexOf(":");
    const hasTag = colon > name.lastIndexOf("/");
    const tag = hasTag ? name.slice(colon + 1) : "latest";
    if (!tagName.test(tag))
        return { error: `"${tag}" is not a tag` };
    const { registry, repository } = splitRegistry(hasTag ? name.slice(0, colon) : name);
    if (!registryName.test(registry))
        return { error: `"${registry}" is not a registry` };
    if (repository !== repository.toLowerCase())
        return { error: "a repository's name must be in lower case" };
    if (!repositoryName.test(repository) || repository.length > 255)
        return { error: `"${repository}" is not a repository` };
    return { registry, repository, tag, digest };
}
function withoutTag(text) {
    const [name = ""] = text.split("@", 1);
    const colon = name.lastIndexOf(":");
    return colon > name.lastIndexOf("/") ? name.slice(0, colon) : name;
}
function completeName(text) {
    const { registry, repository } = splitRegistry(withoutTag(text));
    return `${registry}/${repository}`;
}
function isDigest(text) {
    const [algorithm = "", hex = ""] = splitOnce(text, ":");
    return Object.hasOwn(digestForms, algorithm) && digestForms[algorithm]?.test(hex) === true;
}
function splitRegistry(name) {
    const slash = name.indexOf("/");
    const first = name.slice(0, Math.max(0, slash));
    const isRegistry = slash > 0 && (/[.:[]/.test(first) || first === "localhost" || first !== first.toLowerCase());
    const registry = isRegistry ? first : "docker.io";
    const repository = isRegistry ? name.slice(slash + 1) : name;
    if (registry !== "docker.io" && registry !== "index.docker.io")
        return { registry, repository };
    return { registry: "docker.io", repository: repository.includes("/") ? repository : `library/${repository}` };
}
function splitOnce(text, separator) {
    const index = text.indexOf(separator);
    return index === -1 ? [text, undefined] : [text.slice(0, index), text.slice(index + separator.length)];
}

;// CONCATENATED MODULE: ./lib/pod/known-images.js

function findKnownImage(image) {
    return image === null ? undefined : knownImages.get(completeName(image));
}
function describe(name, facts) {
    return { name, user: "", writablePaths: [], fileCapabilities: [], rootCapabilities: [], ...facts };
}
const stepsDown = ["CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"];
const bindsLowPorts = ["NET_BIND_SERVICE"];
const nginx = "github.com/nginx/docker-nginx";
const library = (name) => `github.com/docker-library/${name}`;
const rows = [
    describe("docker.io/library/nginx", {
        writablePaths: ["/var/cache/nginx", "/var/run"],
        rootCapabilities: ["CHOWN", "SETGID", "SETUID", ...bindsLowPorts],
        source: nginx,
    }),
    describe("docker.io/nginxinc/nginx-unprivileged", { user: "101", source: `${nginx}-unprivileged` }),
    describe("docker.io/bitnami/nginx", {
        user: "1001",
        writablePaths: ["/opt/bitnami/nginx/tmp"],
        source: "github.com/bitnami/containers",
    }),
    describe("docker.io/library/httpd", {
        writablePaths: ["/usr/local/apache2/logs"],
        rootCapabilities: ["SETGID", "SETUID", ...bindsLowPorts],
        source: library("httpd"),
    }),
    describe("docker.io/library/caddy", {
        fileCapabilities: bindsLowPorts,
        source: "github.com/caddyserver/caddy-docker",
    }),
    describe("docker.io/library/traefik", {
        rootCapabilities: bindsLowPorts,
        source: "github.com/traefik/traefik-library-image",
    }),
    describe("docker.io/library/postgres", {
        writablePaths: ["/var/run/postgresql"],
        rootCapabilities: stepsDown,
        source: library("postgres"),
    }),
    describe("docker.io/library/mysql", {
        writablePaths: ["/var/run/mysqld"],
        rootCapabilities: stepsDown,
        source: library("mysql"),
    }),
    describe("docker.io/library/mariadb", {
        writablePaths: ["/run/mysqld"],
        rootCapabilities: stepsDown,
        source: "github.com/MariaDB/mariadb-docker",
    }),
    describe("docker.io/library/mongo", { rootCapabilities: stepsDown, source: library("mongo") }),
    describe("docker.io/library/redis", { rootCapabilities: stepsDown, source: library("redis") }),
    describe("docker.io/library/rabbitmq", {
        writablePaths: ["/var/log/rabbitmq"],
        rootCapabilities: stepsDown,
        source: library("rabbitmq"),
    }),
    describe("docker.io/library/memcached", { user: "memcache", source: library("memcached") }),
    ...["docker.io/coredns/coredns", "registry.k8s.io/coredns/coredns"].map((name) => describe(name, {
        user: "65532:65532",
        fileCapabilities: bindsLowPorts,
        source: "github.com/coredns/coredns",
    })),
    describe("registry.k8s.io/ingress-nginx/controller", {
        user: "www-data",
        fileCapabilities: bindsLowPorts,
        source: "github.com/kubernetes/ingress-nginx",
    }),
    describe("registry.k8s.io/ingress-nginx/controller-chroot", {
        user: "www-data",
        fileCapabilities: [...bindsLowPorts, "SYS_CHROOT"],
        source: "github.com/kubernetes/ingress-nginx",
    }),
    describe("registry.k8s.io/kube-apiserver", {
        fileCapabilities: bindsLowPorts,
        source: "github.com/kubernetes/kubernetes",
    }),
    ...["vault", "boundary"].map((name) => describe(`docker.io/hashicorp/${name}`, {
        fileCapabilities: ["IPC_LOCK"],
        rootCapabilities: [...stepsDown, "SETFCAP"],
        source: `github.com/hashicorp/${name}`,
    })),
    ...["alpine", "busybox", "debian", "golang", "node", "php", "python", "ruby", "ubuntu"].map((name) => describe(`docker.io/library/${name}`, { source: `github.com/docker-library/official-images, library/${name}` })),
];
const knownImages = new Map(rows.map((row) => [row.name, row]));

// EXTERNAL MODULE: ./lib/pod/kubernetes.js
var kubernetes = __webpack_require__(7471);
;// CONCATENATED MODULE: ./lib/pod/kubelet.js



function findStartRefusal(pod, container) {
    if (container.effective.runAsNonRoot.value === true) {
        const refusal = pod.runsOn === "windows" ? refuseWindowsUser(pod, container) : refuseUser(container);
        if (refusal)
            return refusal;
    }
    return pod.runsOn === "windows" ? undefined : refuseSeccompProfile(container);
}
function refuseUser({ effective: { runAsUser }, imageConfig, path }) {
    if (isDeclared(runAsUser)) {
        const text = "container's runAsUser breaks non-root policy";
        return runAsUser.value === 0
            ? { cause: "declared root", text, at: runAsUser.path, origin: runAsUser.origin }
            : undefined;
    }
    if (!imageConfig)
        return undefined;
    const place = { at: [...path, "image"], origin: "image" };
    const { uid, name, digits } = parseImageUser(imageConfig.user);
    if (name !== undefined) {
        const text = `container has runAsNonRoot and image has non-numeric user (${name}), cannot verify user is non-root`;
        return { cause: "image name", text, ...place };
    }
    if (uid === 0)
        return { cause: "image root", text: "container has runAsNonRoot and image will run as root", ...place };
    if (uid > 0 && uid <= kubernetes/* largestId */.Cn)
        return undefined;
    const range = `must be between 0 and ${kubernetes/* largestId */.Cn}, inclusive`;
    const text = `container has runAsNonRoot and image has an invalid user id (${digits}). (Must be 1-(${kubernetes/* largestId */.Cn})): ${range}`;
    return { cause: "image id", text, ...place };
}
function refuseWindowsUser(pod, { effective: { windowsOptions }, securityContext, context, imageConfig, path }) {
    const refuse = (field, user) => `container's ${field} (${user}) which will be regarded as root identity and will break non-root policy`;
    if (isUnknown(windowsOptions))
        return undefined;
    const declared = windowsOptions.value?.runAsUserName;
    if (declared !== undefined) {
        if (!isAdministrator(declared))
            return undefined;
        const isOwn = securityContext.windowsOptions?.runAsUserName !== undefined;
        const at = [...(isOwn ? context : pod.context), "windowsOptions", "runAsUserName"];
        return {
            cause: "declared administrator",
            text: refuse("runAsUserName", declared),
            at,
            origin: isOwn ? "container" : "pod",
        };
    }
    const { name } = parseImageUser(imageConfig?.user ?? "");
    if (name === undefined || !isAdministrator(name))
        return undefined;
    return { cause: "image administrator", text: refuse("runAsUser", name), at: [...path, "image"], origin: "image" };
}
function isAdministrator(name) {
    return /^ContainerAdministrator$/iu.test(name);
}
function refuseSeccompProfile({ effective: { seccompProfile } }) {
    const { value, path, origin } = seccompProfile;
    if (value?.type !== "Localhost" || value.localhostProfile !== "")
        return undefined;
    const text = "localhostProfile must be set if seccompProfile type is Localhost.";
    return { cause: "seccomp profile", text, at: [...path, "localhostProfile"], origin };
}
function findAdmissionRefusal({ containers, runsOn }) {
    if (runsOn === "windows")
        return undefined;
    for (const { effective } of containers) {
        const { value, path, origin } = effective.appArmorProfile;
        const { type, localhostProfile = "" } = value ?? {};
        if (type !== "Localhost" || origin !== "annotation" || localhostProfile.trim() !== "")
            continue;
        const text = `Cannot enforce AppArmor: invalid empty AppArmor profile name: "&AppArmorProfile{Type:Localhost,LocalhostProfile:*${localhostProfile},}"`;
        return { cause: "AppArmor profile", text, at: path, origin };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/pod/objects.js



function findObjects(value, path = [], inherited) {
    if (!(0,yaml/* isFields */.Ce)(value))
        return [];
    const apiVersion = readString(value.apiVersion) ?? inherited?.apiVersion ?? "";
    const kind = readString(value.kind) ?? inherited?.kind ?? "";
    if (kind.endsWith("List") && (0,yaml/* isList */.Lv)(value.items)) {
        const item = kind === "List" ? undefined : { apiVersion, kind: kind.slice(0, -"List".length) };
        return value.items.flatMap((each, index) => findObjects(each, [...path, "items", index], item));
    }
    const object = { path, apiVersion, kind, fields: value };
    const isTyped = apiVersion !== "" && kind !== "";
    return isTyped || isPlainlyWorkload(object) ? [object] : [];
}
function findOwner(objects, path) {
    return objects.find((object) => (0,yaml/* startsWith */.w1)(path, object.path)) ?? objects[0];
}
function identifyWorkload({ apiVersion, kind, fields }, deployedTo) {
    const metadata = (0,yaml/* isFields */.Ce)(fields.metadata) ? fields.metadata : {};
    const name = readString(metadata.name) ?? readString(metadata.generateName) ?? "";
    return { apiVersion, kind, namespace: readString(metadata.namespace) ?? deployedTo ?? null, name };
}

;// CONCATENATED MODULE: ./lib/pod/placeholders.js

const placeholder = /(?<!\$)\$(?:\{#?[A-Za-z_][^{}]*\}|\([A-Za-z_][\w.-]*\)|[A-Za-z_])/;
const withDefault = /(?<!\$)\$\{[A-Za-z_]\w*:?[-=]([^${}]*)\}/g;
function isPlaceholder(value) {
    return typeof value === "string" && value.includes("$") && placeholder.test(value);
}
function isPlaceholderKey(key) {
    return isPlaceholder(key) && /\$[{(]/.test(key);
}
function readDefault(text) {
    if (text.length > longest)
        return undefined;
    let whole = text;
    for (let before = ""; before !== whole;) {
        before = whole;
        whole = before.replace(withDefault, (_, value) => value);
    }
    return isPlaceholder(whole) ? undefined : whole;
}
const longest = 1000;
function readDefaultLike(like, text) {
    const fallback = readDefault(text);
    if (fallback === undefined || typeof like === "string")
        return fallback === "" ? null : fallback;
    const value = (0,yaml/* resolvePlain */.Rg)(fallback);
    return value === null || typeof value === typeof like ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/pod/namespaces.js




const podSecurityLabels = "pod-security.kubernetes.io";
const prefix = `${podSecurityLabels}/`;
const labelLevels = kubernetes/* levels */.yr.filter((level) => level !== "hardened");
const labelModes = ["enforce", "audit", "warn"];
function mayDemand(text) {
    return text.includes(podSecurityLabels) || (0,yaml/* mayHideWords */.V$)(text);
}
function findNamespaces(document, { placeholders }) {
    const objects = findObjects(document.value).filter(({ apiVersion, kind }) => apiVersion === "v1" && kind === "Namespace");
    return objects.map((object) => {
        const labels = (0,yaml/* valueAt */.fK)(object.fields, ["metadata", "labels"]);
        const texts = Object.entries((0,yaml/* isFields */.Ce)(labels) ? labels : {}).filter(([, value]) => typeof value === "string");
        const filled = texts.map(([key, text]) => {
            const isOpen = placeholders && key.startsWith(prefix) && isPlaceholder(text);
            return { key, text, value: isOpen ? readDefault(text) : text };
        });
        const path = [...object.path, "metadata", "labels"];
        return {
            document,
            workload: identifyWorkload(object),
            object: object.path,
            labels: Object.fromEntries(filled.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]]))),
            unknown: filled.flatMap(({ key, text, value }) => value === undefined ? [{ path: [...path, key], text, at: [...path, key] }] : []),
        };
    });
}
function validateLabels({ labels, object }) {
    const refuse = (name, value, detail) => ({
        at: [...object, "metadata", "labels", prefix + name],
        text: `metadata.labels[${prefix}${name}]: Invalid value: ${JSON.stringify(value)}: ${detail}`,
    });
    return labelModes.flatMap((mode) => {
        const level = labels[prefix + mode];
        const version = labels[`${prefix}${mode}-version`];
        const isBadLevel = level !== undefined && parseLevel(level) === undefined;
        const isBadVersion = version !== undefined && !isVersion(version);
        return [
            ...(isBadLevel ? [refuse(mode, level, `must be one of ${labelLevels.join(", ")}`)] : []),
            ...(isBadVersion ? [refuse(`${mode}-version`, version, 'must be "latest" or "v1.x"')] : []),
        ];
    });
}
function readDemand({ labels, object, }) {
    const enforce = parseLevel(labels[`${prefix}enforce`]);
    const warn = parseLevel(labels[`${prefix}warn`]) ?? enforce;
    const audit = parseLevel(labels[`${prefix}audit`]);
    const first = labelModes.find((mode) => parseLevel(labels[prefix + mode]) !== undefined);
    if (!first)
        return undefined;
    const version = labels[`${prefix}${first}-version`];
    return {
        levels: { ...(enforce && { enforce }), ...(warn && { warn }), ...(audit && { audit }) },
        version: (version !== undefined && isVersion(version) && (0,kubernetes/* parseVersion */.ot)(version)) || kubernetes/* latestVersion */.qD,
        at: [...object, "metadata", "labels", prefix + first],
    };
}
function parseLevel(label) {
    return labelLevels.find((level) => level === label);
}
function isVersion(label) {
    return /^(latest|v1\.(0|[1-9]\d*))$/.test(label);
}

;// CONCATENATED MODULE: ./lib/pod/pod.js

function findContainer({ path: start, containers }, path) {
    if (!(0,yaml/* startsWith */.w1)(path, start))
        return undefined;
    const [list, index] = path.slice(start.length);
    return containers.find(({ path: own }) => {
        if (own.length === start.length)
            return true;
        return own[start.length + 1] === index && own[start.length] === list;
    });
}

// EXTERNAL MODULE: ./lib/pod/patterns.js
var patterns = __webpack_require__(212);
;// CONCATENATED MODULE: ./lib/pod/pod-places.js






function findPodPlaces(object, custom) {
    const builtIn = findBuiltIn(object);
    if (builtIn && wasEverServed(builtIn))
        return [{ ...builtIn.place, builtIn }];
    const configured = custom.filter(({ apiVersion, kind }) => kind === object.kind && (0,patterns/* matchesPattern */.MT)(apiVersion, object.apiVersion));
    const told = configured.flatMap(({ path, holds }) => findPaths(object.fields, path).map(holds === "podSpec" ? podAt : templateAt));
    if (configured.some(({ isAddition }) => !isAddition))
        return told;
    if (builtIn)
        return [{ ...builtIn.place, builtIn }];
    const group = parseGroup(object.apiVersion);
    if (group === "")
        return [];
    if (isDefinition(group, object.kind))
        return findGenerated(object.fields).flatMap((path) => findPlacesByShape((0,yaml/* valueAt */.fK)(object.fields, path) ?? null).map((place) => below(path, place)));
    const ofProjects = (findTemplates(group, object.kind, object.fields) ?? []).map(templateAt);
    const places = new Map([...told, ...ofProjects].map((place) => [(0,yaml/* formatPath */.jV)(place.spec), place]));
    const known = [...places.values()];
    return [...known, ...findPlacesByShape(object.fields, known)];
}
function findPlacesByShape(value, known = []) {
    const { specs, contexts } = findShapes(value, known.map(({ spec }) => spec));
    return [
        ...specs.map((spec) => ({ spec, metadata: [...spec.slice(0, -1), "metadata"], isWhole: false })),
        ...contexts.map((context) => ({ context })),
    ];
}
function below(path, place) {
    if ("context" in place)
        return { context: [...path, ...place.context] };
    return { ...place, spec: [...path, ...place.spec], metadata: [...path, ...place.metadata] };
}
const containerLists = [
    { list: "initContainers", type: "init" },
    { list: "containers", type: "app" },
    { list: "ephemeralContainers", type: "ephemeral" },
];
function mayHoldWorkload(text) {
    return (workloadMarker.test(text) || (0,yaml/* mayHideWords */.V$)(text)) && !isDefinitionText(text);
}
const workloadMarker = new RegExp(`ontainers|ecurityContext|olumes\\b|host(?:Network|PID|IPC|Path|Port)|pod-security\\.kubernetes\\.io|\\b(${builtInKinds.map(({ name }) => name).join("|")}|Namespace)\\b|List\\b`);
function isDefinitionText(text) {
    const lines = (0,yaml/* findRootLines */.vp)(text) ?? [];
    const isEach = (key, value) => {
        const own = lines.filter((line) => line.startsWith(`${key}:`));
        return own.length > 0 && own.every((line) => value.test(line.slice(key.length + 1)));
    };
    return (isEach("kind", /^ *(["']?)CustomResourceDefinition\1 *(?: #.*)?\r?$/) &&
        isEach("apiVersion", /^ *(["']?)apiextensions\.k8s\.io\/[\w.-]+\1 *(?: #.*)?\r?$/));
}
function findShapeDefects(document, { placeholders }) {
    const defects = findObjects(document.value).flatMap((object) => {
        const builtIn = findBuiltIn(object);
        return builtIn ? findShapeDefect(object, builtIn.place.spec) : [];
    });
    return placeholders ? defects.filter(({ at }) => !isPlaceholder((0,yaml/* valueAt */.fK)(document.value, at))) : defects;
}
function findShapeDefect({ fields, path, kind }, spec) {
    const defect = (at, wanted) => ({
        at: [...path, ...at],
        message: `${(0,yaml/* formatPath */.jV)([...path, ...at])} must be ${wanted}: this ${kind} can't be evaluated. Write ${wanted} there.`,
    });
    for (const depth of spec.keys()) {
        const above = spec.slice(0, depth + 1);
        const value = (0,yaml/* valueAt */.fK)(fields, above) ?? null;
        if (value === null)
            return [];
        if (!(0,yaml/* isFields */.Ce)(value))
            return [defect(above, "a mapping")];
    }
    return containerLists.flatMap(({ list }) => {
        const value = (0,yaml/* valueAt */.fK)(fields, [...spec, list]) ?? null;
        if (value === null)
            return [];
        if (!(0,yaml/* isList */.Lv)(value))
            return [defect([...spec, list], "a list")];
        const index = value.findIndex((item) => !(0,yaml/* isFields */.Ce)(item));
        return index === -1 ? [] : [defect([...spec, list, index], "a mapping")];
    });
}

;// CONCATENATED MODULE: ./lib/pod/judged-fields.js

const scalar = (harmless, harmful) => ({ harmless, harmful });
const list = (items, harmless, harmful) => ({ items, harmless, harmful });
const block = (fields, { harmless, harmful }) => ({ fields, harmless, harmful });
const off = scalar(null, true);
const id = scalar(null, 0);
const profile = (harmless) => block({
    type: scalar(({ localhostProfile }) => (localhostProfile ? "Localhost" : "RuntimeDefault"), "Unconfined"),
    localhostProfile: scalar("unknown", "unknown"),
}, { harmless, harmful: { type: "Unconfined" } });
const shared = {
    runAsUser: id,
    runAsGroup: id,
    runAsNonRoot: scalar(true, false),
    seLinuxOptions: block({
        user: scalar(null, "unknown"),
        role: scalar(null, "unknown"),
        type: scalar(null, "unknown"),
        level: scalar(null, ""),
    }, { harmless: null, harmful: { type: "unknown" } }),
    seccompProfile: profile({ type: "RuntimeDefault" }),
    appArmorProfile: profile(null),
    windowsOptions: block({
        gmsaCredentialSpecName: scalar(null, ""),
        gmsaCredentialSpec: scalar(null, ""),
        runAsUserName: scalar(null, ""),
        hostProcess: off,
    }, { harmless: null, harmful: { hostProcess: true } }),
};
const podOnly = {
    fsGroup: id,
    fsGroupChangePolicy: scalar(null, ""),
    supplementalGroups: list(scalar(1, 0), null, [0]),
    supplementalGroupsPolicy: scalar(null, ""),
    sysctls: list(block({ name: scalar("kernel.shm_rmid_forced", "kernel.msgmax"), value: scalar("1", "1") }, {
        harmless: { name: "kernel.shm_rmid_forced", value: "1" },
        harmful: { name: "kernel.msgmax", value: "1" },
    }), null, [{ name: "kernel.msgmax", value: "1" }]),
    seLinuxChangePolicy: scalar(null, ""),
};
const containerOnly = {
    privileged: off,
    allowPrivilegeEscalation: scalar(false, true),
    capabilities: block({
        add: list(scalar("NET_BIND_SERVICE", "ALL"), null, ["ALL"]),
        drop: list(scalar("ALL", "NET_RAW"), ["ALL"], null),
    }, { harmless: { drop: ["ALL"] }, harmful: { add: ["ALL"] } }),
    readOnlyRootFilesystem: scalar(true, false),
    procMount: scalar(null, "Unmasked"),
};
function compose(fields, assumption) {
    const values = Object.entries(fields).map(([key, { [assumption]: value }]) => [key, value]);
    return Object.fromEntries(values.filter(([, value]) => value !== null && typeof value !== "function"));
}
const context = (fields) => block(fields, { harmless: compose(fields, "harmless"), harmful: compose(fields, "harmful") });
const podContext = context({ ...shared, ...podOnly });
const containerContext = context({ ...shared, ...containerOnly });
const judgedContext = context({ ...shared, ...podOnly, ...containerOnly });
const host = block({ host: scalar(null, "unknown") }, { harmless: null, harmful: { host: "unknown" } });
const handler = block({ httpGet: host, tcpSocket: host }, { harmless: null, harmful: { tcpSocket: { host: "unknown" } } });
const port = block({ hostPort: scalar(null, 1) }, { harmless: {}, harmful: { hostPort: 1 } });
const volume = {
    each: { judges: (key) => key !== "name", field: scalar(null, {}) },
    harmless: {},
    harmful: { hostPath: { path: "/" } },
};
const containerFields = {
    securityContext: containerContext,
    ports: list(port, null, [{ hostPort: 1 }]),
    livenessProbe: handler,
    readinessProbe: handler,
    startupProbe: handler,
    lifecycle: block({ postStart: handler, preStop: handler }, { harmless: null, harmful: { postStart: { tcpSocket: { host: "unknown" } } } }),
};
const container = block(containerFields, {
    harmless: compose(containerFields, "harmless"),
    harmful: compose(containerFields, "harmful"),
});
const containers = list(container, [], [container.harmful]);
const specFields = {
    hostNetwork: off,
    hostPID: off,
    hostIPC: off,
    hostUsers: scalar(false, true),
    shareProcessNamespace: off,
    os: block({ name: scalar("linux", "windows") }, { harmless: null, harmful: { name: "windows" } }),
    securityContext: podContext,
    initContainers: containers,
    containers,
    ephemeralContainers: containers,
    volumes: list(volume, [], [volume.harmful]),
};
const judgedSpec = block(specFields, {
    harmless: { containers: [] },
    harmful: { containers: [container.harmful] },
});
const judgedAnnotations = {
    each: {
        judges: (key) => /^(container\.)?(apparmor|seccomp)\.security\./.test(key),
        field: scalar("runtime/default", "unconfined"),
    },
    harmless: null,
    harmful: { [`${appArmorAnnotation}unknown`]: "unconfined" },
};

;// CONCATENATED MODULE: ./lib/pod/unknown-values.js




function fillInPod(object, place, assumption) {
    const parts = "context" in place
        ? [{ path: place.context, field: judgedContext }]
        : [
            { path: place.spec, field: judgedSpec },
            { path: [...place.metadata, "annotations"], field: judgedAnnotations },
        ];
    let { fields } = object;
    const answers = parts.map(({ path, field }) => {
        const open = findOpenBlock(object.fields, path) ?? path;
        const value = (0,yaml/* valueAt */.fK)(object.fields, open);
        if (value === undefined)
            return { unknown: [], isWritten: true };
        const { filled, ...answer } = fillIn(value, field, [...object.path, ...open], assumption);
        fields = replaceAt(fields, isPlaceholder(value) ? path : open, filled);
        return answer;
    });
    return {
        filled: { ...object, fields },
        unknown: answers.flatMap(({ unknown }) => unknown),
        isWritten: answers.every(({ isWritten }) => isWritten),
    };
}
function findOpenBlock(fields, path) {
    const length = path.findIndex((_, depth) => isPlaceholder((0,yaml/* valueAt */.fK)(fields, path.slice(0, depth + 1))));
    return length === -1 ? undefined : path.slice(0, length + 1);
}
function replaceAt(value, [step, ...rest], replacement) {
    if (step === undefined)
        return replacement;
    const member = replaceAt((0,yaml/* memberOf */.C5)(value, step), rest, replacement);
    if (typeof step === "number")
        return (0,yaml/* isList */.Lv)(value) ? value.toSpliced(step, 1, member) : [member];
    return { ...((0,yaml/* isFields */.Ce)(value) ? value : {}), [step]: member };
}
function fillIn(value, field, path, assumption) {
    const unknown = [];
    let isWritten = true;
    const filled = fill(value, field, path, {});
    return { filled, unknown, isWritten };
    function fill(written, judged, at, block) {
        const { items, fields, each } = judged;
        if (isPlaceholder(written))
            return take(written, judged, at, block);
        if ((0,yaml/* isList */.Lv)(written) && items)
            return written.map((item, index) => fill(item, items, [...at, index], {}));
        return (0,yaml/* isFields */.Ce)(written) && (fields || each) ? fillFields(written, judged, at) : written;
    }
    function fillFields(written, { fields = {}, each }, at) {
        const judgedAs = (key) => Object.hasOwn(fields, key) ? fields[key] : each?.judges(key) ? each.field : undefined;
        const whole = Object.entries(written).filter(([key]) => !isPlaceholderKey(key));
        const filled = Object.fromEntries(whole.map(([key, member]) => {
            const judged = judgedAs(key);
            return [key, judged ? fill(member, judged, [...at, key], written) : member];
        }));
        const open = Object.keys(written).find(isPlaceholderKey);
        return open === undefined ? filled : { ...assumeRest(fields, filled, open, at), ...filled };
    }
    function assumeRest(fields, block, open, at) {
        isWritten = false;
        const rest = Object.entries(fields).filter(([key]) => !Object.hasOwn(block, key));
        unknown.push(...rest.map(([key]) => ({ path: [...at, key], text: open, at: [...at, open] })));
        return Object.fromEntries(rest.map(([key, judged]) => [key, assume(judged, block)]));
    }
    function take(text, judged, at, block) {
        isWritten = false;
        const fallback = readDefaultLike(judged.harmful, text);
        if (fallback === undefined)
            unknown.push({ path: at, text, at });
        const counts = fallback !== undefined && (assumption === "likely" || assumption === "worst");
        return counts ? fallback : assume(judged, block);
    }
    function assume({ harmless, harmful }, block) {
        if (assumption === "worst" || assumption === "harmful")
            return harmful;
        return typeof harmless === "function" ? harmless(block) : harmless;
    }
}
function markUnknown(effective, pod, { context }) {
    if (pod.unknown.length === 0)
        return effective;
    const settings = Object.entries(effective).map(([field, setting]) => {
        const own = contextFields("containers").has(field) ? markAs(pod, "container", [...context, field]) : undefined;
        if (own || setting.origin === "container")
            return [field, own ?? setting];
        const isAnnotation = setting.origin === "annotation";
        const path = isAnnotation ? setting.path : podPath(pod, field);
        return [field, (path && markAs(pod, isAnnotation ? "annotation" : "pod", path)) ?? setting];
    });
    return Object.fromEntries(settings);
}
function markAs({ document, unknown }, origin, path) {
    const found = findUnknown(unknown, path);
    return found && { value: undefined, origin, path, placeholder: (0,yaml/* valueAt */.fK)(document.value, path) ?? found.text };
}
function podPath({ context, path }, field) {
    if (podSpecFields.includes(field))
        return [...path, field];
    return contextFields("pod").has(field) ? [...context, field] : undefined;
}
function findUnknown(unknown, place) {
    return unknown.find(({ path }) => (0,yaml/* startsWith */.w1)(path, place) || (0,yaml/* startsWith */.w1)(place, path));
}

;// CONCATENATED MODULE: ./lib/pod/containers.js





function readContainers(pod, images) {
    const shared = shareSettings(pod, images);
    return containerLists.flatMap(({ list, type }) => listFields(pod.spec[list]).map(({ fields, index }) => {
        const at = [...pod.path, list, index];
        return readContainer(shared, { spec: fields, path: at, context: [...at, "securityContext"], type });
    }));
}
function shareSettings(pod, images) {
    return { pod, settings: readPodSettings(pod), images, platforms: images.size > 0 ? listPlatforms(pod.spec) : [] };
}
function readContainer({ pod, settings, images, platforms }, block) {
    const { spec, path, context, type } = block;
    const name = readString(spec.name) ?? "";
    const securityContext = decodeSecurityContext(spec.securityContext);
    const image = readString(spec.image) ?? null;
    const answer = findImageAnswer(images, image, platforms);
    const imageConfig = !answer || "error" in answer ? null : answer;
    const linuxConfig = platforms.some((platform) => platform.startsWith("windows/")) ? null : imageConfig;
    const known = computeEffectiveContext({
        name,
        own: securityContext,
        context,
        pod,
        podSettings: settings,
        image: linuxConfig,
        imagePath: [...path, "image"],
    });
    const effective = markUnknown(known, pod, block);
    return {
        runsOn: pod.runsOn,
        type: type === "init" && spec.restartPolicy === "Always" ? "sidecar" : type,
        name,
        image,
        path,
        context,
        spec,
        securityContext,
        imageConfig,
        effective,
        derived: pod.runsOn === "windows" ? deriveWindowsContext(effective, imageConfig) : deriveContext(effective, linuxConfig),
    };
}

;// CONCATENATED MODULE: ./lib/pod/pods.js









function findPods(document, { workloads, images, placeholders }) {
    const { text, range } = document;
    const mayBeOpen = placeholders && text.slice(range.start, range.end).includes("$");
    return findObjects(document.value).flatMap((object) => findPodPlaces(object, workloads).flatMap((place) => {
        const source = { document, object, images, unknown: [] };
        return (mayBeOpen ? readOpenPod(source, place) : readPlace(source, place)) ?? [];
    }));
}
function readOpenPod(source, place) {
    const read = (assumption) => {
        const { filled, unknown, isWritten } = fillInPod(source.object, place, assumption);
        const pod = readPlace({ ...source, object: filled, unknown }, place);
        return pod && { isWritten, pod: { ...pod, decoding: withoutPlaceholders(pod.decoding) } };
    };
    const likely = read("likely");
    if (!likely || likely.isWritten)
        return likely?.pod;
    const [worst, harmless, harmful] = ["worst", "harmless", "harmful"].map((other) => read(other)?.pod);
    return worst && harmless && harmful ? { ...likely.pod, assumed: { worst, harmless, harmful } } : likely.pod;
}
function withoutPlaceholders({ mismatches, strays }) {
    return {
        mismatches: mismatches.filter(({ value }) => !isPlaceholder(value)),
        strays: strays.filter(({ at }) => !isPlaceholderKey(at.at(-1))),
    };
}
function readPlace(source, place) {
    return "context" in place ? readContext(source, place) : readPod(source, place);
}
function countContainers({ value }, { workloads }) {
    const places = findObjects(value).flatMap((object) => findPodPlaces(object, workloads).flatMap((place) => {
        if ("context" in place)
            return 1;
        return containerLists.map(({ list }) => {
            const containers = (0,yaml/* valueAt */.fK)(object.fields, [...place.spec, list]);
            return (0,yaml/* isList */.Lv)(containers) ? containers.length : 0;
        });
    }));
    return places.reduce((sum, count) => sum + count, 0);
}
function readPod({ document, object, images, unknown }, place) {
    const written = (0,yaml/* valueAt */.fK)(object.fields, place.spec);
    if (!(0,yaml/* isFields */.Ce)(written) && !place.builtIn)
        return undefined;
    const spec = (0,yaml/* isFields */.Ce)(written) ? written : {};
    const isMisshapen = (written ?? null) !== null && !(0,yaml/* isFields */.Ce)(written);
    const described = describePod(document, object, spec, place.builtIn);
    const path = [...object.path, ...place.spec];
    const pod = {
        ...described,
        metadata: [...object.path, ...place.metadata],
        path,
        context: [...path, "securityContext"],
        annotations: readAnnotations((0,yaml/* valueAt */.fK)(object.fields, [...place.metadata, "annotations"])),
        securityContext: decodePodSecurityContext(spec.securityContext),
        unknown,
        decoding: findErrorsAround(object, place),
        isFragment: !place.isWhole || isMisshapen || isPatch(described.workload, object.fields, spec),
        isPodSpec: place.isWhole,
    };
    return { ...pod, containers: readContainers(pod, images) };
}
function withSpec(pod, spec) {
    const { containers: _before, ...rest } = pod;
    const changed = {
        ...rest,
        ...describeSpec(spec),
        securityContext: decodePodSecurityContext(spec.securityContext),
        decoding: findDecodingErrors(spec, typeNamed("PodSpec"), pod.path),
    };
    return { ...changed, containers: readContainers(changed, new Map()) };
}
function readContext({ document, object, images, unknown }, place) {
    const context = [...object.path, ...place.context];
    const declared = (0,yaml/* valueAt */.fK)(object.fields, place.context) ?? null;
    const pod = {
        ...describePod(document, object, {}, undefined),
        metadata: [...object.path, "metadata"],
        path: context.slice(0, -1),
        context,
        annotations: {},
        securityContext: pickPodOnly(decodePodSecurityContext(declared)),
        unknown,
        decoding: noErrors,
        isFragment: true,
        isPodSpec: false,
    };
    const name = readString((0,yaml/* valueAt */.fK)(document.value, [...pod.path, "name"])) ?? nameBlockAround(place.context);
    const ports = (0,yaml/* valueAt */.fK)(document.value, [...pod.path, "ports"]);
    const spec = { name, securityContext: declared, ...(ports !== undefined && { ports }) };
    return {
        ...pod,
        containers: [readContainer(shareSettings(pod, images), { spec, path: pod.path, context, type: "app" })],
    };
}
function describePod(document, object, spec, builtIn) {
    const written = identifyWorkload(object, document.rendering?.namespace);
    return {
        document,
        workload: { ...written, kind: builtIn?.kind?.name ?? written.kind },
        object: object.path,
        builtIn,
        ...describeSpec(spec),
    };
}
function describeSpec(spec) {
    return {
        spec,
        hostNetwork: spec.hostNetwork === true,
        hostPID: spec.hostPID === true,
        hostIPC: spec.hostIPC === true,
        hostUsers: readBoolean(spec.hostUsers),
        os: readString((0,yaml/* valueAt */.fK)(spec, ["os", "name"])),
        runsOn: findSystem(spec),
    };
}
function findErrorsAround(object, place) {
    const kind = place.builtIn?.kind;
    if (kind)
        return findDecodingErrors(object.fields, typeNamed(kind.name), object.path);
    if (!place.isWhole)
        return noErrors;
    const parts = [
        { name: "ObjectMeta", path: place.metadata },
        { name: "PodSpec", path: place.spec },
    ].map(({ name, path }) => findDecodingErrors((0,yaml/* valueAt */.fK)(object.fields, path) ?? null, typeNamed(name), [...object.path, ...path]));
    return {
        mismatches: parts.flatMap(({ mismatches }) => mismatches),
        strays: parts.flatMap(({ strays }) => strays),
    };
}
const noErrors = { mismatches: [], strays: [] };
function findSystem(spec) {
    const platforms = listPlatforms(spec);
    const isWindows = platforms.length > 0 && platforms.every((platform) => platform.startsWith("windows/"));
    return isWindows ? "windows" : "linux";
}
function pickPodOnly(context) {
    return Object.fromEntries(Object.entries(context).filter(([field]) => isOnlyIn("pod", field)));
}
function nameBlockAround(context) {
    return String(context.slice(0, -1).findLast((step) => typeof step === "string") ?? "");
}
function isPatch({ kind }, fields, spec) {
    if (fields.$patch === "delete")
        return true;
    const isWhole = kind === "Pod" ? !("$patch" in fields) : (0,yaml/* valueAt */.fK)(fields, ["spec", "selector"]) !== undefined;
    if (isWhole)
        return false;
    const containers = containerLists.flatMap(({ list }) => listFields(spec[list]));
    return containers.every(({ fields: container }) => container.image === undefined);
}
function readAnnotations(value) {
    const entries = (0,yaml/* isFields */.Ce)(value) ? Object.entries(value) : [];
    return Object.fromEntries(entries.flatMap(([key, text]) => (typeof text === "string" || text === null ? [[key, text ?? ""]] : [])));
}

;// CONCATENATED MODULE: ./lib/pod/signs.js

function saysObject(text) {
    return (apiVersionKey.test(text) && kindKey.test(text)) || ((0,yaml/* mayHideWords */.V$)(text) && /apiVersion|kind/.test(text));
}
function looksLikeWorkload(text) {
    return podKey.test(text) || workloadKind.test(text) || (0,yaml/* mayHideWords */.V$)(text);
}
function isKustomization(file) {
    return /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(file);
}
function keyPattern(names) {
    return `(?:^\\ufeff?(?:[ \\t]*-[ \\t])*[ \\t]*|[{,]\\s*)(?:[&!]\\S{0,100}[ \\t]+){0,2}["']?(?:${names})["']?[ \\t]*:`;
}
const word = "(?:[ \\t]+|(?<=[\"'][ \\t]*:))(?:[&!]\\S{0,100}[ \\t]+){0,2}[\"']?(?:[-+.\\w$*@|>~]|\\{\\{)";
const wordBelow = "[ \\t]*\\r?\\n[ \\t]+[\"']?[\\w./-]+[\"']?[ \\t]*\\r?$";
const apiVersionKey = new RegExp(`${keyPattern("apiVersion")}(?:${word}|${wordBelow})`, "m");
const kindKey = new RegExp(`${keyPattern("kind")}(?:${word}|${wordBelow})`, "m");
const podKey = new RegExp(keyPattern("containers|initContainers|ephemeralContainers|securityContext"), "m");
const workloadKind = new RegExp(`${keyPattern("kind")}[ \\t]*["']?(?:Pod|PodTemplate|Deployment|[A-Za-z]*Set|[A-Za-z]*Job|ReplicationController)\\b`, "m");

;// CONCATENATED MODULE: ./lib/pod/stored-pod.js


const featureGates = [
    { field: "seccompProfile", since: 19 },
    { field: "appArmorProfile", since: 30 },
    { field: "hostUsers", since: 33 },
    { field: "procMount", since: 33 },
    { field: "supplementalGroupsPolicy", since: 33 },
    { field: "seLinuxChangePolicy", since: 33 },
];
function dropDisabledFields(pod, minor) {
    const dropped = new Set(featureGates.filter(({ since }) => minor < since).map(({ field }) => field));
    if (dropped.size === 0)
        return pod;
    const withoutDropped = (context) => Object.fromEntries(Object.entries(context).filter(([field]) => !dropped.has(field)));
    return {
        ...pod,
        hostUsers: dropped.has("hostUsers") ? undefined : pod.hostUsers,
        securityContext: withoutDropped(pod.securityContext),
        containers: pod.containers.map((container) => ({
            ...container,
            securityContext: withoutDropped(container.securityContext),
        })),
    };
}
function applyDefaults(pod) {
    if (pod.workload.kind !== "Pod")
        return pod;
    return {
        ...pod,
        containers: pod.containers.map((container) => copyAppArmor(pod, pod.hostNetwork ? defaultHostPorts(container) : container)),
    };
}
function defaultHostPorts(container) {
    const { spec, type } = container;
    if (!(0,yaml/* isList */.Lv)(spec.ports) || type === "ephemeral")
        return container;
    return { ...container, spec: { ...spec, ports: spec.ports.map(defaultHostPort) } };
}
function defaultHostPort(port) {
    if (!(0,yaml/* isFields */.Ce)(port) || port.hostPort)
        return port;
    return { ...port, hostPort: port.containerPort ?? 0 };
}
function copyAppArmor(pod, container) {
    const profile = parseProfileAnnotation(pod.annotations[appArmorAnnotation + container.name]);
    if (pod.os === "windows" || !profile || container.securityContext.appArmorProfile)
        return container;
    if (profile.localhostProfile !== undefined && !isProfileName(profile.localhostProfile))
        return container;
    const inherited = pod.securityContext.appArmorProfile;
    if (inherited?.type === profile.type && inherited?.localhostProfile === profile.localhostProfile)
        return container;
    return { ...container, securityContext: { ...container.securityContext, appArmorProfile: profile } };
}
function isProfileName(name) {
    return name !== "" && name.trim() === name && name.length <= 4095;
}

;// CONCATENATED MODULE: ./lib/pod/unknown-fields.js




function findUnknownFields(pod) {
    const strays = pod.decoding.strays.filter(({ at }) => !isDirective(pod, at));
    const unknown = strays.map((stray) => describeStray(pod, stray));
    if (pod.builtIn?.kind)
        return unknown;
    return [...findContextsAbove(pod), ...unknown.filter(({ at, intended }) => intended || isInContext(pod, at))];
}
function isDirective({ isFragment }, at) {
    return isFragment && String(at.at(-1)).startsWith("$");
}
function isInContext({ context, containers }, at) {
    return (0,yaml/* startsWith */.w1)(at, context) || containers.some((container) => (0,yaml/* startsWith */.w1)(at, container.context));
}
function describeStray(pod, { at, value, block }) {
    const name = String(at.at(-1));
    const known = [...fieldTypesOf(block).keys()];
    switch (block.name) {
        case "PodSecurityContext":
            return { at, name, value, intended: intendInContext(name, known, "pod") };
        case "SecurityContext":
            return { at, name, value, intended: intendInContext(name, known, "containers") };
        case "PodSpec":
            return { at, name, value, intended: intendInSpec(name, known) };
        case "Container":
        case "EphemeralContainer":
            return { at, name, value, intended: intendForPod(name) ?? intendInSpec(name, known) };
        default:
            return { at, name, value, intended: intendElsewhere(pod, at, name, known) };
    }
}
function intendInContext(name, known, owner) {
    const other = owner === "pod" ? "containers" : "pod";
    if (isOnlyIn(other, name))
        return { place: other, name };
    if (podSpecFields.includes(name))
        return { place: "pod spec", name };
    const here = intendHere(name, known);
    if (here)
        return here;
    const there = findSimilarName(name, [...contextFields(other).keys()].filter((field) => isOnlyIn(other, field)));
    return there === undefined ? undefined : { place: other, name: there };
}
function intendElsewhere(pod, at, name, known) {
    if (isInContext(pod, at) && isOfContext(name))
        return { place: "context around", name };
    return (0,yaml/* startsWith */.w1)(at, pod.path) ? intendHere(name, known) : intendAbove(name, known);
}
function isOfContext(name) {
    return contextFields("pod").has(name) || contextFields("containers").has(name);
}
function intendInSpec(name, known) {
    return isOfContext(name) ? { place: "context", name } : intendHere(name, known);
}
function intendAbove(name, known) {
    if (isContextName(name))
        return { place: "pod spec", name: "securityContext" };
    return intendForPod(name) ?? intendInSpec(name, known);
}
function intendForPod(name) {
    return fieldTypesOf(typeNamed("PodSpec")).has(name) ? { place: "pod spec", name } : undefined;
}
function intendHere(name, known) {
    const here = findSimilarName(name, known);
    return here === undefined ? undefined : { place: "here", name: here };
}
function isContextName(name) {
    return name.toLowerCase() === "securitycontext";
}
function findContextsAbove({ document, object, path }) {
    const above = path.slice(object.length).map((_, index) => path.slice(0, object.length + index));
    return [...above, ...above.map((at) => [...at, "metadata"])].flatMap((at) => {
        const block = (0,yaml/* valueAt */.fK)(document.value, at);
        const names = (0,yaml/* isFields */.Ce)(block) ? Object.keys(block).filter(isContextName) : [];
        return names.map((name) => ({
            at: [...at, name],
            name,
            value: (0,yaml/* valueAt */.fK)(block, [name]) ?? null,
            intended: intendAbove(name, []),
        }));
    });
}
function hasTypeOf(name, value) {
    const field = contextFields("containers").get(name) ??
        contextFields("pod").get(name) ??
        fieldTypesOf(typeNamed("PodSpec")).get(name);
    return !field || canDecode(value, field);
}

;// CONCATENATED MODULE: ./lib/pod/validation/error.js

function formatField({ object }, path) {
    return (0,yaml/* formatPath */.jV)(path.slice(object.length));
}
function invalid(pod, at, value, detail, field = formatField(pod, at)) {
    return { at, field, kind: "Invalid value", text: `${field}: Invalid value: ${JSON.stringify(value)}: ${detail}` };
}
function forbidden(pod, at, detail, field = formatField(pod, at)) {
    return { at, field, kind: "Forbidden", text: `${field}: Forbidden: ${detail}` };
}
function required(pod, at, detail = "") {
    const field = formatField(pod, at);
    return { at, field, kind: "Required value", text: `${field}: Required value${detail && `: ${detail}`}` };
}
function unsupported(pod, at, value, supported) {
    const field = formatField(pod, at);
    const values = supported.map((each) => JSON.stringify(each)).join(", ");
    const text = `${field}: Unsupported value: ${JSON.stringify(value)}: supported values: ${values}`;
    return { at, field, kind: "Unsupported value", text };
}
function duplicate(pod, at, value, field = formatField(pod, at)) {
    return { at, field, kind: "Duplicate value", text: `${field}: Duplicate value: ${JSON.stringify(value)}` };
}

;// CONCATENATED MODULE: ./lib/pod/validation/windows-options.js

const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const subdomainDetail = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric " +
    "character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
function validateWindowsOptions(pod, at, options) {
    if (!options)
        return [];
    const { gmsaCredentialSpecName: name, gmsaCredentialSpec: spec, runAsUserName } = options;
    return [
        ...(name === undefined ? [] : validateSpecName(name)).map((detail) => invalid(pod, [...at, "gmsaCredentialSpecName"], name, detail)),
        ...(spec === undefined ? [] : validateSpec(spec)).map((detail) => invalid(pod, [...at, "gmsaCredentialSpec"], spec, detail)),
        ...(runAsUserName === undefined ? [] : validateUserName(runAsUserName)).map((detail) => invalid(pod, [...at, "runAsUserName"], runAsUserName, detail)),
    ];
}
function validateSpecName(name) {
    const isLong = name.length > 253 ? ["must be no more than 253 characters"] : [];
    return subdomain.test(name) ? isLong : [...isLong, subdomainDetail];
}
function validateSpec(spec) {
    if (spec === "")
        return ["gmsaCredentialSpec cannot be an empty string"];
    return new TextEncoder().encode(spec).length > 64 * 1024 ? ["gmsaCredentialSpec size must be under 64 KiB"] : [];
}
function validateUserName(name) {
    if (name === "")
        return ["runAsUserName cannot be an empty string"];
    if (/\p{Cc}/u.test(name))
        return ["runAsUserName cannot contain control characters"];
    const parts = name.split("\\");
    if (parts.length > 2)
        return ["runAsUserName cannot contain more than one backslash"];
    const user = parts.at(-1) ?? "";
    return [...(parts.length === 2 ? validateDomain(parts[0] ?? "") : []), ...validateAccount(user)];
}
const netBios = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
const dnsName = /^[a-zA-Z0-9_-]+(\.[a-zA-Z0-9_-]+)*$/;
function validateDomain(domain) {
    if (domain.length >= 256)
        return ["runAsUserName's Domain length must be under 256 characters"];
    return netBios.test(domain) || dnsName.test(domain)
        ? []
        : ["runAsUserName's Domain doesn't match the NetBios nor the DNS format"];
}
function validateAccount(user) {
    if (user === "")
        return ["runAsUserName's User cannot be empty"];
    if (user.length > 104)
        return ["runAsUserName's User length must not be longer than 104 characters"];
    if (/^[. ]+$/.test(user))
        return ["runAsUserName's User cannot contain only periods or spaces"];
    if (/["/\\:;|=,+*?<>@[\]]/.test(user))
        return ["runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]"];
    return [];
}

;// CONCATENATED MODULE: ./lib/pod/validation/context.js



const profileTypes = ["Localhost", "RuntimeDefault", "Unconfined"];
function validatePodSecurityContext(pod) {
    const context = pod.securityContext;
    const at = pod.context;
    return [
        ...validateShared(pod, context, at),
        ...validateId(pod, [...at, "fsGroup"], context.fsGroup),
        ...(context.supplementalGroups ?? []).flatMap((group, index) => validateId(pod, [...at, "supplementalGroups", index], group)),
        ...validateWord(pod, [...at, "fsGroupChangePolicy"], context.fsGroupChangePolicy, ["Always", "OnRootMismatch"]),
        ...validateWord(pod, [...at, "supplementalGroupsPolicy"], context.supplementalGroupsPolicy, ["Merge", "Strict"]),
        ...validateWord(pod, [...at, "seLinuxChangePolicy"], context.seLinuxChangePolicy, ["MountOption", "Recursive"]),
    ];
}
function validateSecurityContext(pod, { securityContext: context, context: at }) {
    const errors = [
        ...validateShared(pod, context, at),
        ...validateWord(pod, [...at, "procMount"], context.procMount, ["Default", "Unmasked"]),
    ];
    if (context.procMount === "Unmasked" && pod.hostUsers !== false) {
        errors.push(invalid(pod, [...at, "procMount"], context.procMount, "`hostUsers` must be false to use `Unmasked`"));
    }
    if (context.allowPrivilegeEscalation !== false)
        return errors;
    if (context.privileged) {
        errors.push(invalid(pod, at, context, "cannot set `allowPrivilegeEscalation` to false and `privileged` to true"));
    }
    if (context.capabilities?.add?.includes("CAP_SYS_ADMIN")) {
        errors.push(invalid(pod, at, context, "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN"));
    }
    return errors;
}
function validateShared(pod, context, at) {
    return [
        ...validateId(pod, [...at, "runAsUser"], context.runAsUser),
        ...validateId(pod, [...at, "runAsGroup"], context.runAsGroup),
        ...validateSeccomp(pod, [...at, "seccompProfile"], context.seccompProfile),
        ...validateAppArmor(pod, [...at, "appArmorProfile"], context.appArmorProfile),
        ...validateWindowsOptions(pod, [...at, "windowsOptions"], context.windowsOptions),
    ];
}
function validateId(pod, at, id) {
    if (id === undefined || (id >= 0 && id <= kubernetes/* largestId */.Cn))
        return [];
    return [invalid(pod, at, id, `must be between 0 and ${kubernetes/* largestId */.Cn}, inclusive`)];
}
function validateWord(pod, at, word, supported) {
    return word === undefined || supported.includes(word) ? [] : [unsupported(pod, at, word, supported)];
}
function validateSeccomp(pod, at, profile) {
    if (!profile)
        return [];
    const { type = "", localhostProfile } = profile;
    const errors = validateProfileType(pod, at, type, "type is required when seccompProfile is set");
    const place = [...at, "localhostProfile"];
    if (type !== "Localhost") {
        const isAlone = localhostProfile !== undefined;
        return isAlone
            ? [...errors, invalid(pod, place, localhostProfile, "can only be set when seccomp type is Localhost")]
            : errors;
    }
    if (localhostProfile === undefined)
        return [...errors, required(pod, place, "must be set when seccomp type is Localhost")];
    return [
        ...errors,
        ...validateDescendingPath(localhostProfile).map((detail) => invalid(pod, place, localhostProfile, detail)),
    ];
}
function validateAppArmor(pod, at, profile) {
    if (!profile)
        return [];
    const { type = "", localhostProfile } = profile;
    const place = [...at, "localhostProfile"];
    const missing = required(pod, place, "must be set when AppArmor type is Localhost");
    if (type !== "Localhost") {
        const errors = validateProfileType(pod, at, type, "type is required when appArmorProfile is set");
        const isAlone = errors.length === 0 && localhostProfile !== undefined;
        return isAlone
            ? [invalid(pod, place, localhostProfile, "can only be set when AppArmor type is Localhost")]
            : errors;
    }
    if (localhostProfile === undefined)
        return [missing];
    if (localhostProfile.trim() !== localhostProfile)
        return [invalid(pod, place, localhostProfile, "must not be padded with whitespace")];
    if (localhostProfile === "")
        return [missing];
    if (localhostProfile.length <= 4095)
        return [];
    return [{ ...missing, text: `${missing.field}: Too long: may not be more than 4095 bytes` }];
}
function validateProfileType(pod, at, type, missing) {
    if (type === "")
        return [required(pod, [...at, "type"], missing)];
    return validateWord(pod, [...at, "type"], type, profileTypes);
}
function validateDescendingPath(path) {
    const isAbsolute = path.startsWith("/") ? ["must be a relative path"] : [];
    return path.split("/").includes("..") ? [...isAbsolute, "must not contain '..'"] : isAbsolute;
}

;// CONCATENATED MODULE: ./lib/pod/validation/annotations.js




const seccompPodAnnotation = "seccomp.security.alpha.kubernetes.io/pod";
const seccompContainerAnnotation = "container.seccomp.security.alpha.kubernetes.io/";
function validateAnnotations(pod) {
    const written = Object.entries(pod.annotations);
    if (written.length === 0)
        return [];
    const names = new Set(pod.containers.map(({ name }) => name));
    return [
        ...written.flatMap(([key, value]) => key.startsWith(appArmorAnnotation) ? validateAppArmorValue(pod, names, key, value) : []),
        ...written.flatMap(([key, value]) => (isSeccompAnnotation(key) ? validateSeccompValue(pod, key, value) : [])),
        ...pod.containers.flatMap((container) => matchAppArmor(pod, container)),
        ...matchSeccomp(pod, pod.annotations[seccompPodAnnotation], pod),
        ...pod.containers.flatMap((container) => matchSeccomp(pod, pod.annotations[seccompContainerAnnotation + container.name], container)),
    ];
}
function isSeccompAnnotation(key) {
    return key === seccompPodAnnotation || key.startsWith(seccompContainerAnnotation);
}
function locateAnnotation(pod, key) {
    return [...pod.metadata, "annotations", key];
}
function formatAnnotations(pod) {
    const owner = pod.workload.kind === "Pod" ? pod.metadata : pod.metadata.slice(0, -1);
    return formatField(pod, [...owner, "annotations"]);
}
function validateAppArmorValue(pod, names, key, value) {
    const field = `${formatAnnotations(pod)}[${key}]`;
    const name = key.slice(appArmorAnnotation.length);
    const at = locateAnnotation(pod, key);
    const isValid = value === "" || parseProfileAnnotation(value) !== undefined;
    return [
        ...(names.has(name) ? [] : [invalid(pod, at, name, "container not found", field)]),
        ...(isValid ? [] : [invalid(pod, at, value, `invalid AppArmor profile name: "${value}"`, field)]),
    ];
}
function validateSeccompValue(pod, key, value) {
    const field = (0,yaml/* formatPath */.jV)([formatAnnotations(pod), key]);
    const isWord = ["runtime/default", "docker/default", "unconfined"].includes(value);
    const details = value.startsWith("localhost/")
        ? validateDescendingPath(value.slice("localhost/".length))
        : isWord
            ? []
            : ["must be a valid seccomp profile"];
    return details.map((detail) => invalid(pod, locateAnnotation(pod, key), value, detail, field));
}
function matchAppArmor(pod, { name, securityContext, context }) {
    const value = pod.annotations[appArmorAnnotation + name];
    const isCopied = pod.workload.kind === "Pod" && parseProfileAnnotation(value) !== undefined;
    const profile = securityContext.appArmorProfile ?? (isCopied ? undefined : pod.securityContext.appArmorProfile);
    if (pod.os === "windows" || value === undefined || !profile)
        return [];
    const at = [...context, "appArmorProfile"];
    return matchProfile(pod, at, profile, value, "apparmor", {
        RuntimeDefault: ["runtime/default"],
        Unconfined: ["unconfined"],
    });
}
function matchSeccomp(pod, value, owner) {
    const profile = owner.securityContext.seccompProfile;
    if (value === undefined || !profile)
        return [];
    const at = [...owner.context, "seccompProfile"];
    return matchProfile(pod, at, profile, value, "seccomp", {
        RuntimeDefault: ["runtime/default", "docker/default"],
        Unconfined: ["unconfined"],
    });
}
function matchProfile(pod, at, { type = "", localhostProfile }, value, what, words) {
    const differs = forbidden(pod, [...at, "type"], `${what} type in annotation and field must match`);
    if (type !== "Localhost")
        return words[type]?.includes(value) === false ? [differs] : [];
    if (!value.startsWith("localhost/"))
        return [differs];
    if (value.slice("localhost/".length) === localhostProfile)
        return [];
    return [forbidden(pod, [...at, "localhostProfile"], `${what} profile in annotation and field must match`)];
}

;// CONCATENATED MODULE: ./lib/pod/validation/operating-system.js


function validateOperatingSystem(pod) {
    const { os } = pod.spec;
    if (!(0,yaml/* isFields */.Ce)(os))
        return [];
    const name = pod.os ?? "";
    if (name === "")
        return [required(pod, [...pod.path, "os", "name"])];
    if (name === "windows")
        return validateForWindows(pod);
    if (name === "linux")
        return validateForLinux(pod);
    return [unsupported(pod, [...pod.path, "os"], name, ["linux", "windows"])];
}
const linuxOnPod = [
    "appArmorProfile", "seLinuxOptions", "seccompProfile", "fsGroup", "fsGroupChangePolicy", "sysctls", "runAsUser", "runAsGroup",
    "supplementalGroups", "supplementalGroupsPolicy", "seLinuxChangePolicy",
];
const linuxInContainer = [
    "appArmorProfile", "seLinuxOptions", "seccompProfile", "capabilities", "readOnlyRootFilesystem", "privileged", "allowPrivilegeEscalation",
    "procMount", "runAsUser", "runAsGroup",
];
const linuxInSpec = ["hostUsers", "hostPID", "hostIPC", "shareProcessNamespace"];
function findLinuxSetting(pod, path) {
    const isIn = (block, fields) => (0,yaml/* startsWith */.w1)(path, block) && fields.includes(String(path[block.length]));
    const [block] = [
        ...pod.containers.filter(({ context }) => isIn(context, linuxInContainer)).map(({ context }) => context),
        ...(isIn(pod.context, linuxOnPod) ? [pod.context] : []),
        ...(isIn(pod.path, linuxInSpec) ? [pod.path] : []),
    ];
    return block && path.slice(0, block.length + 1);
}
function validateForWindows(pod) {
    const inSpec = [
        ...(pod.hostUsers === undefined ? [] : ["hostUsers"]),
        ...(pod.hostPID ? ["hostPID"] : []),
        ...(pod.hostIPC ? ["hostIPC"] : []),
        ...(typeof pod.spec.shareProcessNamespace === "boolean" ? ["shareProcessNamespace"] : []),
    ];
    const { securityContext } = pod;
    const onPod = linuxOnPod.filter((field) => securityContext[field] !== undefined && !(field === "sysctls" && securityContext.sysctls?.length === 0));
    const places = [
        ...inSpec.map((field) => [...pod.path, field]),
        ...onPod.map((field) => [...pod.context, field]),
        ...pod.containers.flatMap(({ context, securityContext }) => linuxInContainer.filter((field) => securityContext[field] !== undefined).map((field) => [...context, field])),
    ];
    return places.map((at) => forbidden(pod, at, "cannot be set for a windows pod"));
}
function validateForLinux(pod) {
    const setting = [pod, ...pod.containers].filter(({ securityContext }) => securityContext.windowsOptions);
    return setting.map(({ context }) => forbidden(pod, [...context, "windowsOptions"], "windows options cannot be set for a linux pod"));
}

;// CONCATENATED MODULE: ./lib/pod/validation/sysctls.js

const namePattern = /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/;
const nameDetail = "must have at most 253 characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$";
function validateSysctls(pod) {
    const seen = new Set();
    return (pod.securityContext.sysctls ?? []).flatMap((sysctl, index) => {
        const value = sysctl.name ?? "";
        const at = [...pod.context, "sysctls", index, "name"];
        const errors = [];
        if (value === "")
            errors.push(required(pod, at));
        else if (value.length > 253 || !namePattern.test(value))
            errors.push(invalid(pod, at, value, nameDetail));
        else if (seen.has(value))
            errors.push(duplicate(pod, at, value));
        seen.add(value);
        const dotted = normalizeSysctl(value);
        if (pod.hostNetwork && dotted.startsWith("net."))
            errors.push(invalid(pod, at, value, "may not be specified when 'hostNetwork' is true"));
        if (pod.hostIPC && isIpcSysctl(dotted))
            errors.push(invalid(pod, at, value, "may not be specified when 'hostIPC' is true"));
        return errors;
    });
}
const ipcSysctls = new Set([
    "kernel.sem", "kernel.shmall", "kernel.shmmax", "kernel.shmmni", "kernel.shm_rmid_forced", "kernel.msgmax", "kernel.msgmnb",
    "kernel.msgmni", "kernel.shm", "kernel.msg",
]);
function isIpcSysctl(sysctl) {
    return ipcSysctls.has(sysctl) || sysctl.startsWith("fs.mqueue.");
}
function normalizeSysctl(sysctl) {
    const first = /[./]/.exec(sysctl)?.[0];
    return first === "/" ? sysctl.replace(/[./]/g, (separator) => (separator === "/" ? "." : "/")) : sysctl;
}

;// CONCATENATED MODULE: ./lib/pod/validation/host.js


function validateHostNamespaces(pod, minor) {
    const errors = [];
    if (pod.hostPID && pod.spec.shareProcessNamespace === true) {
        errors.push(invalid(pod, [...pod.path, "shareProcessNamespace"], true, "ShareProcessNamespace and HostPID cannot both be enabled"));
    }
    if (pod.hostUsers === false)
        errors.push(...validateBesideHostUsers(pod, minor));
    return [...errors, ...validatePorts(pod)];
}
function validateBesideHostUsers(pod, minor) {
    const detail = "when `hostUsers` is false";
    const namespaces = [
        { field: "hostNetwork", printed: "hostNetwork" },
        { field: "hostPID", printed: "HostPID" },
        { field: "hostIPC", printed: "HostIPC" },
    ];
    const shared = namespaces.filter(({ field }) => pod[field]);
    const devices = minor < 34 ? [] : pod.containers.filter(({ spec }) => listFields(spec.volumeDevices).length > 0);
    return [
        ...shared.map(({ field, printed }) => forbidden(pod, [...pod.path, field], detail, formatField(pod, [...pod.path, printed]))),
        ...devices.map(({ path }) => forbidden(pod, [...path, "volumeDevices"], detail)),
    ];
}
function validatePorts(pod) {
    const regular = pod.containers.filter(({ type }) => type === "app");
    const others = pod.containers.filter(({ type }) => type === "init" || type === "sidecar");
    return [
        ...(pod.hostNetwork ? regular.flatMap((container) => findMismatches(pod, container)) : []),
        ...findConflicts(pod, regular),
        ...others.flatMap((container) => findConflicts(pod, [container])),
    ];
}
function readScalar(value) {
    return typeof value === "object" ? undefined : value;
}
function listPorts(pod, container) {
    return listFields(container.spec.ports).map(({ fields, index }) => {
        const isDefaulted = pod.workload.kind === "Pod" && pod.hostNetwork && !fields.hostPort;
        const written = isDefaulted ? fields.containerPort : fields.hostPort;
        const hostPort = typeof written === "object" ? 0 : Number(written) || 0;
        const key = `${readScalar(fields.protocol) ?? "TCP"}/${readScalar(fields.hostIP) ?? ""}/${hostPort}`;
        return {
            at: [...container.path, "ports", index, "hostPort"],
            container,
            hostPort,
            containerPort: fields.containerPort,
            key,
        };
    });
}
function findMismatches(pod, container) {
    const wrong = listPorts(pod, container).filter(({ hostPort, containerPort }) => hostPort !== 0 && hostPort !== containerPort);
    return wrong.map(({ at, hostPort }) => invalid(pod, at, hostPort, "must match `containerPort` when `hostNetwork` is true"));
}
function findConflicts(pod, containers) {
    const taken = new Set();
    return containers.flatMap((container) => listPorts(pod, container).flatMap(({ at, hostPort, key }) => {
        if (hostPort === 0)
            return [];
        if (!taken.has(key)) {
            taken.add(key);
            return [];
        }
        return [duplicate(pod, at, key, formatField(pod, printedPath(at, container)))];
    }));
}
function printedPath(at, { path, type }) {
    return type === "app" ? at : [...path.slice(0, -1), 0, ...at.slice(path.length)];
}
function validateHostProcess(pod) {
    const onPod = pod.securityContext.windowsOptions?.hostProcess;
    const errors = [];
    for (const { securityContext, context } of pod.containers) {
        const own = securityContext.windowsOptions?.hostProcess;
        if (onPod === undefined || own === undefined || onPod === own)
            continue;
        const at = [...context, "windowsOptions", "hostProcess"];
        errors.push(invalid(pod, at, own, `pod hostProcess value must be identical if both are specified, was ${onPod}`));
    }
    const count = pod.containers.filter(({ securityContext }) => securityContext.windowsOptions?.hostProcess ?? onPod).length;
    if (count === 0)
        return errors;
    if (count < pod.containers.length) {
        const detail = "If pod contains any hostProcess containers then all containers must be HostProcess containers";
        errors.push(invalid(pod, pod.path, "", detail));
    }
    if (!pod.hostNetwork) {
        const detail = "hostNetwork must be true if pod contains any hostProcess containers";
        errors.push(invalid(pod, [...pod.path, "hostNetwork"], false, detail));
    }
    return errors;
}

;// CONCATENATED MODULE: ./lib/pod/validation/mounts.js


const modes = ["Bidirectional", "HostToContainer", "None"];
function validateMounts(pod, { spec, path, securityContext }) {
    return listFields(spec.volumeMounts).flatMap(({ fields, index }) => {
        const mode = readString(fields.mountPropagation);
        const at = [...path, "volumeMounts", index, "mountPropagation"];
        if (mode === undefined)
            return [];
        if (!modes.includes(mode))
            return [unsupported(pod, at, mode, modes)];
        return mode === "Bidirectional" && !securityContext.privileged
            ? [forbidden(pod, at, "Bidirectional mount propagation is available only to privileged containers")]
            : [];
    });
}

;// CONCATENATED MODULE: ./lib/pod/validation/validate.js










function validate(pod, minor) {
    if (!pod.assumed)
        return validateFilled(pod, minor);
    const { harmless, harmful } = pod.assumed;
    const fields = new Set(validateFilled(harmful, minor).map(({ kind, field }) => `${kind}: ${field}`));
    return validateFilled(harmless, minor).filter(({ kind, field }) => fields.has(`${kind}: ${field}`));
}
function validateFilled(declared, minor) {
    const pod = dropDisabledFields(declared, minor);
    return [
        ...validateContainers(pod),
        ...validatePodSecurityContext(pod),
        ...validateSysctls(pod),
        ...pod.containers.flatMap((container) => validateSecurityContext(pod, container)),
        ...pod.containers.flatMap((container) => validateMounts(pod, container)),
        ...validateHostNamespaces(pod, minor),
        ...validateHostProcess(pod),
        ...validateOperatingSystem(pod),
        ...validateAnnotations(pod),
    ];
}
function validateContainers(pod) {
    const { path, containers } = pod;
    const ordered = [
        ...containers.filter(({ type }) => type === "app"),
        ...containers.filter(({ type }) => type !== "app"),
    ];
    const seen = new Set();
    const duplicates = ordered.filter(({ name }) => {
        const isSecond = name !== "" && seen.has(name);
        seen.add(name);
        return isSecond;
    });
    return [
        ...(lacksContainers(pod) ? [required(pod, [...path, "containers"])] : []),
        ...validateEphemeralContainers(pod),
        ...duplicates.map((container) => duplicate(pod, [...container.path, "name"], container.name)),
    ];
}
function lacksContainers({ spec, builtIn, isFragment }) {
    if ((0,yaml/* isList */.Lv)(spec.containers))
        return spec.containers.length === 0;
    return spec.containers === null || (spec.containers === undefined && builtIn?.kind !== undefined && !isFragment);
}
function validateEphemeralContainers(pod) {
    if (listFields(pod.spec.ephemeralContainers).length === 0)
        return [];
    const detail = pod.workload.kind === "Pod" ? "cannot be set on create" : "ephemeral containers not allowed in pod template";
    return [forbidden(pod, [...pod.path, "ephemeralContainers"], detail)];
}

;// CONCATENATED MODULE: ./lib/pod/index.js





























/***/ }),

/***/ 7471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cn: () => (/* binding */ largestId),
/* harmony export */   ht: () => (/* binding */ describeUnknownRelease),
/* harmony export */   nI: () => (/* binding */ modes),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   qD: () => (/* binding */ latestVersion),
/* harmony export */   yr: () => (/* binding */ levels)
/* harmony export */ });
/* unused harmony export newestMinor */
const levels = ["privileged", "baseline", "restricted", "hardened"];
const modes = ["enforce", "warn", "audit"];
const newestMinor = 37;
const latestVersion = { name: "latest", minor: newestMinor };
function parseVersion(text) {
    if (text === "latest")
        return latestVersion;
    const minor = /^v?1\.(0|[1-9]\d{0,3})$/.exec(text)?.[1];
    return minor === undefined ? undefined : { name: `v1.${minor}`, minor: Math.min(Number(minor), newestMinor) };
}
function describeUnknownRelease({ name }) {
    if (name === "latest" || Number(name.slice("v1.".length)) <= newestMinor)
        return undefined;
    return `Kubernetes ${name} is newer than this version of secctx knows: it is judged as v1.${newestMinor}.`;
}
const largestId = 2147483647;


/***/ }),

/***/ 212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MT: () => (/* binding */ matchesPattern),
/* harmony export */   Pl: () => (/* binding */ selectsPath),
/* harmony export */   zV: () => (/* binding */ findPatternDefect)
/* harmony export */ });
/* harmony import */ var minimatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3581);

function matchesPattern(pattern, text) {
    const matchers = getMatchers(pattern);
    return typeof matchers !== "string" && isWithinBounds(text) && matchers.some((matcher) => matcher.match(text));
}
function selectsPath(patterns, path) {
    if (!isWithinBounds(path))
        return true;
    return patterns.reduce((isSelected, pattern) => {
        const own = withoutExclusion(pattern);
        if (own === pattern)
            return isSelected || matchesPattern(pattern, path);
        return isSelected && !matchesPattern(own, path);
    }, false);
}
function findPatternDefect(pattern) {
    const matchers = getMatchers(withoutExclusion(pattern));
    return typeof matchers === "string" ? matchers : undefined;
}
function withoutExclusion(pattern) {
    return /^!(?!\()/.test(pattern) ? pattern.slice(1) : pattern;
}
const most = { pattern: 1_000, text: 4_096, step: 255, steps: 100 };
const mostExpansions = 1_000;
const mostStars = 3;
const mostNamedClasses = 100;
const mostWays = 4 * most.step ** mostStars;
function isWithinBounds(text) {
    if (text.length > most.text)
        return false;
    const steps = text.split("/");
    return steps.length <= most.steps && steps.every((step) => step.length <= most.step && !/^\.\.?$/.test(step));
}
const known = new Map();
function getMatchers(pattern) {
    const matchers = known.get(pattern) ?? compile(pattern);
    known.set(pattern, matchers);
    return matchers;
}
const options = { dot: true, nobrace: true, nocomment: true, nonegate: true, platform: "linux" };
function compile(pattern) {
    if (pattern === "")
        return "is empty";
    if (pattern.length > most.pattern)
        return `is longer than ${most.pattern.toLocaleString("en")} characters`;
    if (/^\/|\/$/.test(pattern))
        return "starts or ends with a slash, and no name does";
    const defect = findBraceDefect(pattern);
    if (defect)
        return defect;
    const expansions = expand(pattern.replace(/^(\.\/)+/, ""));
    if (expansions.length > mostExpansions)
        return `has braces that stand for more than ${mostExpansions.toLocaleString("en")} patterns`;
    const matchers = [];
    let ways = 0;
    let namedClasses = 0;
    for (const expansion of expansions) {
        const steps = expansion.split("/").map(splitParts);
        for (const step of steps) {
            const counted = countWays(step);
            if (typeof counted === "string")
                return counted;
            ways += counted;
            namedClasses += step.filter(isNamedClass).length;
        }
        if (ways > mostWays)
            return "can match in too many ways: use fewer *, braces and groups";
        if (namedClasses > mostNamedClasses)
            return `has more than ${mostNamedClasses} classes such as [:alpha:]`;
        matchers.push(new minimatch__WEBPACK_IMPORTED_MODULE_0__/* .Minimatch */ .VR(steps.map(textFor).join("/"), options));
    }
    return matchers;
}
function expand(pattern) {
    return (0,minimatch__WEBPACK_IMPORTED_MODULE_0__/* .braceExpand */ .KA)(pattern, { braceExpandMax: mostExpansions + 1 });
}
function findBraceDefect(pattern) {
    const unescaped = pattern.replace(/\\./gsu, "");
    const left = expand(unescaped)
        .join("/")
        .replace(part, (each) => (each.length === 1 ? each : ""));
    if (/\{.*\}/s.test(left))
        return "has braces without a comma or a range between them";
    const brace = /[{}]/.exec(left)?.[0];
    return brace && `has a ${brace} without its other half`;
}
const part = /\\.|\[[!^]?\]?(?:\[:(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]|\\.|[^\\\]])*\]|[!*+?@]\(|./gsu;
function splitParts(step) {
    return [...step.matchAll(part)].map(([each]) => each.replace(/^\\([^!*+?@()[\]|\\^])$/su, "$1"));
}
function isNamedClass(each) {
    return each.startsWith("[") && each.includes("[:");
}
function textFor(parts) {
    if (!parts.some(isNamedClass))
        return parts.join("");
    return parts.map((each) => (each === "\\!" ? "@(!)" : each.replace(/^[-,#\s]$/, "\\$&"))).join("");
}
function countWays(parts) {
    if (/^\.\.?$/.test(parts.join("")))
        return `has the step ${parts.join("")}, which is not a name`;
    const outside = [];
    const groups = [];
    let open;
    for (const each of parts) {
        const isStart = /^[!*+?@]\($/.test(each);
        if (/^[[\]\\]$/.test(each))
            return `has a ${each} without its other half`;
        if (hasBackwardRange(each))
            return "has a range in [ ] that goes backwards";
        if (open && isStart)
            return "has a group within a group";
        if (isStart) {
            open = { start: each, alternatives: [[]] };
            groups.push(open);
        }
        if (!open || isStart)
            outside.push(each);
        else if (each === "|")
            open.alternatives.push([]);
        else if (each === ")")
            open = undefined;
        else
            open.alternatives.at(-1)?.push(each);
    }
    if (open)
        return `has a ${open.start} without its other half`;
    if (outside.some((each, index) => repeats(each) && repeats(outside[index + 1])))
        return "has two repeating groups side by side";
    const ambiguous = groups.find(({ start, alternatives }) => repeats(start) && !isDistinct(alternatives));
    if (ambiguous)
        return `repeats a group that can match one text in two ways, as ${ambiguous.start}a|ab) does`;
    const stars = groups.reduce((sum, { alternatives }) => sum + Math.max(...alternatives.map(countStars)), countStars(outside) + outside.filter((each) => each === "!(" || repeats(each)).length);
    if (stars > mostStars)
        return `has more than ${mostStars} * or groups that repeat or exclude between two slashes`;
    const choices = groups.map(({ start, alternatives }) => alternatives.length + (start === "?(" ? 1 : 0));
    return choices.reduce((product, each) => product * each, most.step ** Math.max(1, stars));
}
function repeats(start) {
    return start === "*(" || start === "+(";
}
function countStars(parts) {
    return parts.filter((each, index) => each === "*" && parts[index - 1] !== "*").length;
}
function isDistinct(alternatives) {
    const isOpen = (each) => each === undefined || each === "?" || each.length > 2;
    const mayCoincide = (a, b) => a.every((each, index) => isOpen(each) || isOpen(b[index]) || each === b[index]);
    return alternatives.every((each, index) => each.length > 0 &&
        !each.includes("*") &&
        !alternatives.slice(index + 1).some((other) => mayCoincide(each, other)));
}
function hasBackwardRange(each) {
    if (!each.startsWith("["))
        return false;
    const ranges = each.replace(/\[:\w+:\]/g, "").matchAll(/\\?(.)-\\?([^\\\]])/gsu);
    return [...ranges].some(([, from = "", to = ""]) => from > to);
}


/***/ }),

/***/ 4922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NV: () => (/* reexport */ acceptAgain),
  aG: () => (/* reexport */ acceptAll),
  h6: () => (/* reexport */ addressForm),
  BW: () => (/* reexport */ baselineText),
  Wf: () => (/* reexport */ configurationSchema),
  jq: () => (/* reexport */ countsIgnore),
  G4: () => (/* reexport */ policy/* defaultPolicy */.G4),
  aB: () => (/* reexport */ entriesFor),
  Yn: () => (/* reexport */ exemptionsFor),
  Pl: () => (/* reexport */ explainBar),
  wB: () => (/* reexport */ factText),
  T9: () => (/* reexport */ factsAbout),
  On: () => (/* reexport */ findDayAtEnd),
  Nn: () => (/* reexport */ findDemandsOn),
  X3: () => (/* reexport */ findKnown),
  M0: () => (/* reexport */ formatAddress),
  FC: () => (/* reexport */ policy/* fromFolder */.FC),
  oN: () => (/* reexport */ policy/* hasExpired */.oN),
  qj: () => (/* reexport */ indexFacts),
  jh: () => (/* reexport */ isCommitId),
  N: () => (/* reexport */ isDay),
  U4: () => (/* reexport */ isExempt),
  wA: () => (/* reexport */ isNoWorse),
  nr: () => (/* reexport */ isOldBaseline),
  Lb: () => (/* reexport */ isSameAddress),
  Fi: () => (/* reexport */ isSameFact),
  ve: () => (/* reexport */ isSameRepository),
  Bn: () => (/* reexport */ isWrittenAnew),
  ZZ: () => (/* reexport */ layerOf),
  In: () => (/* reexport */ levelOf),
  eL: () => (/* reexport */ mapEntries),
  FL: () => (/* reexport */ markGone),
  VV: () => (/* reexport */ policy/* modeOf */.VV),
  or: () => (/* reexport */ parseAddress),
  mF: () => (/* reexport */ readBaseline),
  TD: () => (/* reexport */ readConfiguration),
  JO: () => (/* reexport */ readOldBaseline),
  zo: () => (/* reexport */ rejects),
  Oc: () => (/* reexport */ settleLayers),
  OV: () => (/* reexport */ sortByLevel),
  IE: () => (/* reexport */ tightenPolicy),
  f6: () => (/* reexport */ workloadKey)
});

// UNUSED EXPORTS: defaultFiles, gates

// EXTERNAL MODULE: ./lib/pod/index.js + 33 modules
var pod = __webpack_require__(7805);
// EXTERNAL MODULE: ./lib/yaml/index.js + 23 modules
var yaml = __webpack_require__(182);
;// CONCATENATED MODULE: ./lib/policy/facts.js

function workloadKey({ apiVersion, kind, namespace, name }) {
    const group = (0,pod/* parseGroup */.hb)(apiVersion);
    return `${kind}${group && `.${group}`} ${namespace === null ? "" : `${namespace}/`}${name}`;
}
function indexFacts(facts) {
    const index = new Map();
    for (const fact of facts) {
        const like = index.get(factKey(fact));
        if (like)
            like.push(fact);
        else
            index.set(factKey(fact), [fact]);
    }
    return index;
}
function factsAbout(about, known) {
    return known.get(factKey(about)) ?? [];
}
function factKey({ rule, container }) {
    return `${rule} ${container ?? "/"}`;
}
function findKnown(fact, known, counts = () => true) {
    return factsAbout(fact, known).find((before) => counts(before) && isNoWorse(fact, before));
}
function isNoWorse(fact, before) {
    return (isSameField(fact, before) &&
        pod/* levels */.yr.indexOf(before.level) <= pod/* levels */.yr.indexOf(fact.level) &&
        (fact.value === null || fact.value === before.value) &&
        fact.extent.every((item) => before.extent.some((each) => goesAsFar(each, item))));
}
function isSameFact(a, b) {
    const textOf = ({ rule, level, container, field, value, extent }) => JSON.stringify([rule, level, container, field, value, extent]);
    return textOf(a) === textOf(b);
}
function goesAsFar(known, item) {
    return known === item || (known.includes("/") && item.startsWith(known.endsWith("/") ? known : `${known}/`));
}
function isSameField({ field, level }, before) {
    const wasWorse = pod/* levels */.yr.indexOf(before.level) < pod/* levels */.yr.indexOf(level);
    return before.field === field || (wasWorse && before.field.startsWith(`${field}.`));
}
function factText({ rule, container, field, value }) {
    const who = container === null ? "" : `, container ${JSON.stringify(container)}`;
    return `${rule}${who}: ${field}${value === null ? "" : ` = ${JSON.stringify(value)}`}`;
}

;// CONCATENATED MODULE: ./lib/policy/baseline.js



const baseline_form = "secctx-baseline/v2";
const oldForm = "secctx-baseline/v1";
function readBaseline(source) {
    return isOldBaseline(source)
        ? {
            line: 1,
            message: `It has the old format ${oldForm}, which names no files: run \`secctx baseline\` once. It rewrites what is accepted, and accepts nothing else.`,
        }
        : readEntries(source, baseline_form);
}
function isOldBaseline({ text }) {
    const content = parseJson(text);
    return (0,yaml/* isFields */.Ce)(content) && content.schema === oldForm;
}
function isWrittenAnew(before, after) {
    return isOldBaseline(before) && after !== undefined && !("line" in readBaseline(after));
}
function readOldBaseline(source) {
    return readEntries(source, oldForm);
}
const remedy = "restore it from git, or remove it";
function readEntries({ file, text }, wanted) {
    const conflict = /^(<{7}|={7}|>{7})( |\r?$)/m.exec(text);
    const lined = (0,yaml/* withLines */.Gy)(text);
    const defect = (message, offset = 0) => ({ line: (0,yaml/* lineAt */.mh)(lined, offset), message });
    if (conflict)
        return defect("It holds merge conflict markers: keep the entries of both sides, then run `secctx baseline --prune`.", conflict.index);
    const content = parseJson(text);
    if (content === undefined)
        return defect(`It is not JSON: ${remedy}.`);
    const { schema, findings } = (0,yaml/* isFields */.Ce)(content) ? content : {};
    if (typeof schema === "string" && /^secctx-baseline\/v\d+$/.test(schema) && schema !== wanted)
        return defect(`It was written by a newer version of secctx (${schema}): use that version.`);
    if (schema !== wanted || !Array.isArray(findings))
        return defect(`Its format is not ${baseline_form}: ${remedy}.`);
    const accepted = new Map();
    const lineByKey = new Map();
    const starts = [...text.matchAll(/"workload"\s*:/g)].map(({ index }) => index);
    for (const [index, entry] of findings.entries()) {
        const start = starts[index] ?? 0;
        const { workload, fact } = readFact(entry) ?? {};
        if (workload === undefined || !fact)
            return defect(`This entry is not one that secctx wrote: ${remedy}.`, start);
        const place = wanted === baseline_form ? readPlace(entry) : { file: null, count: Number.POSITIVE_INFINITY };
        if (typeof place === "string")
            return defect(`This entry ${place}: ${remedy}.`, start);
        const line = (0,yaml/* lineAt */.mh)(lined, start);
        const key = JSON.stringify([place.file, workload, fact]);
        const double = lineByKey.get(key);
        if (double !== undefined && wanted === baseline_form)
            return defect(`It accepts the same as line ${double} (${factText(fact)}): keep one of the two entries.`, start);
        lineByKey.set(key, line);
        const like = accepted.get(workload) ?? [];
        like.push({ ...fact, ...place, entry: index, written: { file, line } });
        accepted.set(workload, like);
    }
    return accepted;
}
function parseJson(text) {
    try {
        return JSON.parse(text.replace(/^\uFEFF/, ""));
    }
    catch {
        return undefined;
    }
}
function readFact(entry) {
    if (!(0,yaml/* isFields */.Ce)(entry))
        return undefined;
    const { workload, container = null, rule, level, field, value = null, extent = "" } = entry;
    const known = pod/* levels */.yr.find((each) => each === level);
    if (typeof workload !== "string" || typeof rule !== "string" || typeof field !== "string" || !known)
        return undefined;
    if (typeof extent !== "string" || (container !== null && typeof container !== "string"))
        return undefined;
    if (value !== null && typeof value !== "string" && typeof value !== "number")
        return undefined;
    const fact = { rule, level: known, container, field, value, extent: extent.split(" ").filter(Boolean) };
    return { workload, fact };
}
function readPlace(entry) {
    const { file, count } = (0,yaml/* isFields */.Ce)(entry) ? entry : {};
    if (typeof file !== "string" || file === "")
        return "does not name its file";
    if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 1)
        return `has the count ${JSON.stringify(count) ?? "of nothing"}, which is not a whole number above 0`;
    return { file, count };
}
function markGone(baseline, isThere) {
    const known = new Map();
    const isGone = (file) => {
        const answer = known.get(file) ?? (file === "-" || isThere(file));
        known.set(file, answer);
        return !answer;
    };
    return mapEntries(baseline, (entry, like) => {
        if (entry.file === null || !isGone(entry.file))
            return [entry];
        const others = like.flatMap(({ file }) => (file === null || isGone(file) ? [] : [file]));
        return [{ ...entry, gone: { notIn: [...new Set(others)] } }];
    });
}
function mapEntries(baseline, replace) {
    return new Map([...baseline].map(([workload, like]) => [workload, like.flatMap((entry) => replace(entry, like, workload))]));
}
function acceptAll(occurrences) {
    const byKey = new Map();
    for (const occurrence of occurrences) {
        const { workload, fact, file, place } = occurrence;
        const key = entryText({ workload, fact, file, count: 1 });
        const like = byKey.get(key) ?? { first: occurrence, places: new Set() };
        like.places.add(place);
        byKey.set(key, like);
    }
    return [...byKey.values()].map(({ first: { workload, fact, file }, places }) => {
        return { workload, fact, file, count: places.size };
    });
}
function acceptAgain(baseline) {
    return [...baseline].flatMap(([workload, like]) => like.flatMap(({ file, count, ...fact }) => (file === null ? [] : [{ workload, fact, file, count }])));
}
function entriesFor(acceptances) {
    const byKey = new Map();
    for (const each of acceptances) {
        const key = entryText({ ...each, count: 1 });
        const known = byKey.get(key);
        if (!known || known.count < each.count)
            byKey.set(key, each);
    }
    return [...byKey.values()].map(entryText).toSorted();
}
function baselineText(entries) {
    const list = entries.map((entry) => `    ${entry}`).join(",\n");
    return `{\n  "schema": "${baseline_form}",\n  "findings": [${entries.length > 0 ? `\n${list}\n  ` : ""}]\n}\n`;
}
function entryText({ workload, fact, file, count }) {
    const { container, rule, level, field, value, extent } = fact;
    return JSON.stringify({
        file,
        workload,
        ...(container !== null && { container }),
        rule,
        level,
        field,
        ...(value !== null && { value }),
        ...(extent.length > 0 && { extent: extent.join(" ") }),
        count,
    });
}

// EXTERNAL MODULE: ./lib/rules/index.js + 49 modules
var rules = __webpack_require__(3950);
// EXTERNAL MODULE: ./lib/policy/policy.js
var policy = __webpack_require__(3506);
;// CONCATENATED MODULE: ./lib/policy/rendering-schema.js
const patterns = (description) => ({
    description,
    type: "array",
    minItems: 1,
    items: { type: "string", format: "glob" },
});
const rendering_schema_text = (description, more = {}) => ({
    description,
    type: "string",
    minLength: 1,
    ...more,
});
const binary = (name) => rendering_schema_text(`The program that renders: a name on the PATH, or an absolute path outside of the repository.`, {
    default: name,
});
const either = (description, properties) => ({
    description,
    anyOf: [{ type: "boolean" }, { type: "object", properties, additionalProperties: false }],
    default: true,
});
const chart = {
    type: "object",
    properties: {
        path: rendering_schema_text("The folder of the chart, from the root of the repository."),
        values: {
            description: "Lists of values files, from the folder of the chart. Each list makes one rendering.",
            type: "array",
            minItems: 1,
            items: { type: "array", items: { type: "string", minLength: 1 } },
        },
        release: rendering_schema_text("The name of the release.", { format: "dns-label", default: "release-name" }),
        namespace: rendering_schema_text("The namespace of the release.", { format: "dns-label", default: "default" }),
        kubeVersion: rendering_schema_text("The release of Kubernetes that the chart sees. Default: the one that is judged.", {
            format: "kubernetes-version",
        }),
        apiVersions: {
            description: "API versions that the cluster has beside Kubernetes' own.",
            type: "array",
            items: { type: "string", format: "api-version" },
        },
    },
    additionalProperties: false,
    required: ["path"],
};
const helm = either("How charts are rendered; false: not at all, and they are notes.", {
    binary: binary("helm"),
    charts: { description: "What single charts need.", type: "array", items: chart },
    ci: {
        description: "Whether each ci/*-values.yaml of a chart makes a rendering of its own.",
        type: "boolean",
        default: true,
    },
    skipTests: { description: "Whether the chart's tests are left out.", type: "boolean", default: false },
});
const kustomize = either("How overlays are built; false: not at all, and they are notes.", {
    binary: rendering_schema_text("The program that builds: a name on the PATH, or an absolute path outside of the repository. Default: kustomize, else kubectl."),
    roots: patterns("The folders that are built. Default: those that no other kustomization uses."),
    loadRestrictor: {
        description: "Whether files outside of a kustomization's folder may be read: none allows it, within the repository.",
        enum: ["root", "none"],
        default: "root",
    },
});

;// CONCATENATED MODULE: ./lib/policy/configuration-schema.js





const standard = pod/* levels */.yr.filter((level) => level !== "hardened");
const level = (description, fallback) => ({ description, enum: pod/* levels */.yr, default: fallback });
const id = (description) => ({ description, type: "integer", minimum: 1, maximum: 2_147_483_647 });
const count = (description, fallback) => ({
    description,
    type: "integer",
    minimum: 0,
    maximum: 9999,
    default: fallback,
});
const namespace = {
    type: "object",
    properties: {
        enforce: { description: "The level whose violations the cluster rejects.", enum: standard },
        warn: { description: "The level whose violations the cluster warns of. Default: that of enforce.", enum: standard },
        audit: { description: "The level whose violations the cluster logs.", enum: standard },
        version: rendering_schema_text("The version of the standard that the cluster judges by.", {
            format: "kubernetes-version",
            default: "latest",
        }),
    },
    additionalProperties: false,
    anyOf: [{ required: ["enforce"] }, { required: ["warn"] }, { required: ["audit"] }],
};
const workload = {
    type: "object",
    properties: {
        apiVersion: rendering_schema_text("The API group and version. A pattern such as example.com/* takes every version.", {
            format: "glob",
        }),
        kind: rendering_schema_text("The kind."),
        podSpec: rendering_schema_text("The path of the pod spec in the object.", { format: "field-path" }),
        podTemplate: rendering_schema_text("The path of the pod template (metadata and spec) in the object.", { format: "field-path" }),
    },
    additionalProperties: false,
    required: ["apiVersion", "kind"],
    oneOf: [{ required: ["podSpec"] }, { required: ["podTemplate"] }],
};
const criteria = ["rules", "kinds", "namespaces", "names", "containers", "images", "files"];
const exemption = {
    type: "object",
    properties: {
        rules: patterns("Ids of rules."),
        kinds: patterns("Kinds of workloads."),
        namespaces: patterns("Namespaces. A workload that names none is in default."),
        names: patterns("Names of workloads."),
        containers: patterns("Names of containers. Findings about the whole pod stay."),
        images: patterns("Images of containers. Findings about the whole pod stay."),
        files: patterns("Files, as paths from the root of the repository."),
        values: {
            description: "What the findings may name, exactly: capabilities, paths of the node, ports, sysctls, volume types, profiles. The rest of such a finding stays. Needs rules.",
            type: "array",
            minItems: 1,
            items: { anyOf: [{ type: "string", minLength: 1 }, { type: "integer" }] },
        },
        reason: rendering_schema_text("Why the findings may pass."),
        expires: rendering_schema_text("The last day on which the exemption applies.", { format: "date" }),
    },
    additionalProperties: false,
    required: ["reason"],
    anyOf: criteria.map((name) => ({ required: [name] })),
    dependentRequired: { values: ["rules"] },
};
const fix = {
    description: "What fixes need to know, and secctx never guesses.",
    type: "object",
    properties: {
        runAsUser: id("The user id that fixes may write."),
        runAsGroup: id("The group id that fixes may write."),
        writablePaths: {
            description: "Where images write besides /tmp. A fix that makes the root file system read-only mounts a volume there.",
            type: "array",
            items: {
                type: "object",
                properties: {
                    image: rendering_schema_text("The image.", { format: "glob" }),
                    paths: {
                        description: "The folders that the image writes to.",
                        type: "array",
                        minItems: 1,
                        items: { type: "string", format: "absolute-path" },
                    },
                },
                additionalProperties: false,
                required: ["image", "paths"],
            },
        },
    },
    additionalProperties: false,
};
const most = (what, fallback, maximum) => ({
    description: `The most ${what}.`,
    type: "integer",
    minimum: 1,
    maximum,
    default: fallback,
});
const limits = {
    description: "Bounds on the work that a manifest can ask for. A document beyond them could not be evaluated, and does not pass; a fix beyond them is left out, and the report says so.",
    type: "object",
    properties: {
        documentCharacters: most("characters in a document", yaml/* usualLimits */.tW.documentCharacters, 33_554_432),
        documentsPerFile: most("documents in a file", yaml/* usualLimits */.tW.documentsPerFile, 1_000_000),
        containersPerDocument: most("containers in a document, of all its pods", yaml/* usualLimits */.tW.containersPerDocument, 1_000_000),
        findingsPerDocument: most("findings in a document, each counted for every container that it affects", yaml/* usualLimits */.tW.findingsPerDocument, 10_000_000),
        fixCharacters: most("characters that fixing a document may read; each patch reads all of it again", yaml/* usualLimits */.tW.fixCharacters, 10_000_000_000),
        renderSeconds: most("seconds that one rendering of a chart or overlay may take", yaml/* usualLimits */.tW.renderSeconds, 3600),
        renderMegabytes: most("megabytes that one rendering may print", yaml/* usualLimits */.tW.renderMegabytes, 1000),
        renderDocuments: most("documents of one rendering", yaml/* usualLimits */.tW.renderDocuments, 1_000_000),
    },
    additionalProperties: false,
};
function configurationSchema() {
    return {
        description: "The policy for the reviews of a repository.",
        type: "object",
        properties: {
            enforce: level("The level whose violations fail the gate.", "restricted"),
            warn: level("The level whose violations are warnings.", "hardened"),
            audit: level("The level whose violations are notices.", "hardened"),
            kubernetesVersion: rendering_schema_text("The Kubernetes release whose standard and API rules apply.", {
                format: "kubernetes-version",
                default: "latest",
            }),
            gate: {
                description: "Which findings fail the gate: new, those that a change brings; all; or none, which only reports. What could not be evaluated always fails it.",
                enum: policy/* gates */.VF.toReversed(),
            },
            files: patterns("The files that are manifests, as paths from the root of the repository. A leading ! excludes."),
            images: {
                description: "Whether to read the configurations of images from their registries; layers reads their layers too, for the capabilities that programs carry in their files.",
                anyOf: [{ type: "boolean" }, { enum: ["layers"] }],
                default: false,
            },
            placeholders: {
                description: `Whether a text such as \${NAME} or $(NAME) stands for a value that a tool fills in later, which is unknown. If not, it is a text.`,
                type: "boolean",
                default: true,
            },
            rules: {
                description: "The mode of all findings of a rule, whatever their level.",
                type: "object",
                propertyNames: { enum: rules/* rules */.aO.map(({ id }) => id) },
                additionalProperties: { enum: ["off", ...pod/* modes */.nI.toReversed()] },
            },
            namespaces: {
                description: "The levels that the namespaces of the cluster demand, by patterns of names. The first that matches applies. A Namespace among the manifests, or elsewhere in the repository, can only demand more.",
                type: "object",
                propertyNames: { type: "string", format: "glob" },
                additionalProperties: { anyOf: [{ enum: standard }, namespace] },
            },
            workloads: { description: "Kinds of your own that hold a pod.", type: "array", items: workload },
            render: {
                description: "Whether charts and overlays are rendered. auto: yes, and in the Action without a checkout they are notes; true: that is an error; false: they are notes.",
                anyOf: [{ enum: ["auto"] }, { type: "boolean" }],
                default: "auto",
            },
            helm: helm,
            kustomize: kustomize,
            exemptions: { description: "Findings that may pass, and why.", type: "array", items: exemption },
            fix,
            limits,
            annotations: {
                description: "The Action: how findings are shown on their lines.",
                enum: ["auto", "check-run", "commands", "none"],
                default: "auto",
            },
            maxAnnotations: count("The Action: the most annotations to send.", 200),
            checkName: rendering_schema_text("The Action: the name of the check run.", { default: "secctx" }),
            suggest: {
                description: "The Action: whether to open review suggestions; true: for what the change brings, all: also for what was there before.",
                anyOf: [{ type: "boolean" }, { enum: ["all"] }],
                default: false,
            },
            maxSuggestions: count("The Action: the most suggestions to open.", 20),
            sarifFile: rendering_schema_text("The Action: the path to write a SARIF report to."),
            jsonFile: rendering_schema_text("The Action: the path to write the JSON report to."),
            htmlFile: rendering_schema_text("The Action: the path to write the HTML report to."),
            extends: rendering_schema_text("The policy that this one tightens: a path from the folder of this file, or a file of another repository as OWNER/REPOSITORY/PATH@REF."),
            extending: {
                description: "What those who extend this file may do.",
                type: "object",
                properties: {
                    exemptions: {
                        description: "What they may exempt, by configuration, comment, annotation or baseline: anything (all), only what held before a change (base), or nothing (none).",
                        enum: ["all", "base", "none"],
                        default: "all",
                    },
                },
                additionalProperties: false,
            },
        },
        additionalProperties: false,
    };
}
const keysElsewhere = {
    config: "The workflow says where the configuration is: set it there",
    configRef: "The workflow says which revision's configuration applies: set it there",
    registries: "The workflow says which registries at private addresses may be asked: set it there",
    shard: "Each job has a share of its own: set it in the workflow",
    configToken: "A token does not belong in a file: set it in the workflow",
    policyClone: "Each machine has its clones elsewhere: give --policy-clone on the command line",
    githubToken: "A token does not belong in a file: set it in the workflow",
};

// EXTERNAL MODULE: ./lib/pod/patterns.js
var pod_patterns = __webpack_require__(212);
;// CONCATENATED MODULE: ./lib/policy/exemptions.js



function countsIgnore({ allows }, by, heldBefore) {
    if (allows === "all" || by === "config")
        return true;
    return allows === "base" && (by === "baseline" || heldBefore);
}
function explainBar({ allows, by }) {
    return allows === "none"
        ? `the shared policy allows no exemptions (${by})`
        : `the shared policy allows only exemptions that held before the change (${by})`;
}
function exemptionsFor({ kind, namespace, name }, file, { exemptions, today, folder }) {
    return exemptions.filter((exemption) => !(0,policy/* hasExpired */.oN)(exemption.expires, today) &&
        !exemption.isBarred &&
        isAmong(kind, exemption.kinds) &&
        isAmong(namespace ?? "default", exemption.namespaces) &&
        isAmong(name, exemption.names) &&
        isAmong((0,policy/* fromFolder */.FC)(folder, file), exemption.files));
}
function isExempt({ rules, containers, images, values }, { rule, value }, container) {
    const isNamed = values === undefined || (value !== undefined && values.includes(value));
    return (isNamed && isAmong(rule.id, rules) && isAmong(container?.name, containers) && isAmong(container?.image, images));
}
function findValueDefects({ rules: patterns = [], values, }) {
    if (!values)
        return [];
    const chosen = rules/* rules */.aO.filter(({ id }) => isAmong(id, patterns));
    const mute = chosen.find((rule) => !rule.values);
    if (mute || chosen.length === 0) {
        const why = mute ? `${mute.id} has no values` : `no rule matches ${patterns.join(", ")}`;
        const some = rules/* rules */.aO.filter((rule) => rule.values).map(({ id }) => id);
        return [{ at: ["rules"], message: `${why}: leave out values, or use rules that have some: ${some.join(", ")}` }];
    }
    const forms = chosen.map(({ id, values: named }) => `${id} (${named?.form})`).join(" or ");
    return values.flatMap((value, index) => {
        if (chosen.some((rule) => rule.values?.isPossible(value)))
            return [];
        return [{ at: ["values", index], message: `${JSON.stringify(value)} is not a value of ${forms}` }];
    });
}
function isAmong(value, patterns) {
    if (patterns === undefined)
        return true;
    return typeof value === "string" && patterns.some((pattern) => (0,pod_patterns/* matchesPattern */.MT)(pattern, value));
}

;// CONCATENATED MODULE: ./lib/policy/schema.js



const textFormats = {
    date: {
        form: "a day such as 2027-06-30",
        findDefect: (text) => (isDay(text) ? undefined : "is not a day"),
    },
    glob: { form: "a pattern such as team-*", findDefect: pod_patterns/* findPatternDefect */.zV },
    "kubernetes-version": {
        form: "latest, or a release such as 1.34",
        findDefect: (text) => ((0,pod/* parseVersion */.ot)(text) ? undefined : "is not a release"),
    },
    "field-path": {
        form: "field names with dots between them, such as spec.template, [] for the items of a list",
        findDefect: (text) => /^[^.\s[\]]+(\.([^.\s[\]]+|\[\]))*$/.test(text) ? undefined : "does not lead anywhere",
    },
    "dns-label": {
        form: "small letters, digits and dashes",
        findDefect: (text) => (/^[a-z0-9]([a-z0-9-]{0,51}[a-z0-9])?$/.test(text) ? undefined : "is not a name"),
    },
    "api-version": {
        form: "a group and a version such as monitoring.coreos.com/v1",
        findDefect: (text) => /^[a-z0-9][a-z0-9.-]*(\/[A-Za-z0-9]+){0,2}$/.test(text) ? undefined : "is not an API version",
    },
    "absolute-path": {
        form: "a path that starts with /",
        findDefect: (text) => (/^\/[^\0]*$/.test(text) && text !== "/" ? undefined : "does not start with /"),
    },
};
function isDay(text) {
    const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
    const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
    const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
    return Number(day) >= 1 && Number(day) <= days;
}
function readBySchema(document, schema) {
    const defects = document.duplicates.map(({ key, range }) => ({
        line: (0,yaml/* lineAt */.mh)(document, range.start),
        message: `${key} is set twice: keep one.`,
    }));
    const value = readValue(document.value, schema, []);
    return defects.length > 0 ? { defects: defects.toSorted((a, b) => a.line - b.line) } : { value };
    function readValue(given, wanted, path) {
        if (wanted.type === undefined && wanted.anyOf) {
            const words = listWords(wanted.anyOf);
            if (!words)
                return readValue(given, chooseShape(given, wanted.anyOf), path);
            if (!words.includes(given))
                report(path, `${namePath(path)} ${describeWrongWord(given, words.map(String))}.`);
            return given;
        }
        if (wanted.type === "object")
            return readFields(given, wanted, path);
        if (wanted.type === "array")
            return readItems(given, wanted, path);
        const scalar = wanted.type === "string" || wanted.enum ? readAsWritten(document, path, given) : given;
        const fault = findFault(scalar, wanted);
        if (fault)
            report(path, `${namePath(path)} ${fault}.`);
        return scalar;
    }
    function readFields(given, wanted, path) {
        if (!(0,yaml/* isFields */.Ce)(given)) {
            report(path, `${namePath(path)} must be a mapping of keys to values.`);
            return given;
        }
        const { properties = {}, additionalProperties: others = false, propertyNames, required = [] } = wanted;
        for (const key of required.filter((each) => given[each] === undefined))
            report(path, `${namePath(path)} needs the key ${key}: ${decapitalize(properties[key]?.description)}`);
        for (const [key, needed] of Object.entries(wanted.dependentRequired ?? {}))
            for (const each of needed.filter((name) => given[key] !== undefined && given[name] === undefined))
                report([...path, key], `${namePath([...path, key])} needs the key ${each} beside it.`);
        checkChoice(given, wanted.anyOf, "at least one", path);
        checkChoice(given, wanted.oneOf, "exactly one", path);
        const fields = Object.entries(given).map(([key, each]) => {
            const own = [...path, key];
            const schemaOfKey = Object.hasOwn(properties, key) ? properties[key] : others;
            const fault = propertyNames && findFault(key, propertyNames);
            if (fault)
                report(own, `${namePath(path)}: the key ${fault}.`);
            else if (schemaOfKey)
                return [key, readValue(each, schemaOfKey, own)];
            else
                report(own, describeUnknownKey(key, path, Object.keys(properties)));
            return [key, each];
        });
        return Object.fromEntries(fields);
    }
    function checkChoice(given, choices = [], count, path) {
        const keys = choices.flatMap(({ required = [] }) => required);
        const present = keys.filter((key) => given[key] !== undefined).length;
        if (keys.length > 0 && (present === 0 || (present > 1 && count === "exactly one")))
            report(path, `${namePath(path)} must have ${count} of ${keys.join(", ")}.`);
    }
    function readItems(given, { items = {}, minItems = 0 }, path) {
        if ((0,yaml/* isList */.Lv)(given) && given.length >= minItems)
            return given.map((item, index) => readValue(item, items, [...path, index]));
        const least = minItems > 0 ? ` of at least ${minItems}` : "";
        report(path, `${namePath(path)} must be a list${least}: start each item with a dash.`);
        return given;
    }
    function report(path, message) {
        defects.push({ line: (0,yaml/* lineAt */.mh)(document, (0,yaml/* pointAt */.sd)(document, path).start), message });
    }
}
function chooseShape(given, shapes) {
    return shapes.find(({ type }) => (type === "object") === (0,yaml/* isFields */.Ce)(given)) ?? shapes[0] ?? {};
}
function listWords(shapes) {
    const lists = shapes.map(({ type, enum: words }) => (type === "boolean" ? [true, false] : words));
    return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}
function readAsWritten(document, path, given) {
    if (typeof given !== "boolean" && typeof given !== "number")
        return given;
    const { start, end } = (0,yaml/* locate */.x5)(document, path).value;
    return document.text.slice(start, end);
}
function findFault(value, wanted) {
    if (value === null)
        return "has no value";
    if (wanted.enum)
        return wanted.enum.some((word) => word === value) ? undefined : describeWrongWord(value, wanted.enum);
    if (typeof value === "object" || (wanted.type !== "string" && typeof value === "string"))
        return `must be ${describeType(wanted)}, and is ${describeValue(value)}`;
    if (wanted.type === "boolean")
        return typeof value === "boolean" ? undefined : `must be true or false, and is ${describeValue(value)}`;
    if (wanted.type === "integer") {
        const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = wanted;
        const isInRange = typeof value === "number" && Number.isInteger(value) && value >= minimum && value <= maximum;
        return isInRange
            ? undefined
            : `must be a whole number from ${minimum} to ${maximum}, and is ${describeValue(value)}`;
    }
    const text = String(value);
    if (text.trim().length < (wanted.minLength ?? 0))
        return "must not be empty";
    const format = wanted.format && textFormats[wanted.format];
    const defect = format?.findDefect(text);
    return defect && `is ${describeValue(value)}, which ${defect}: write ${format?.form}`;
}
function describeType({ type = "string" }) {
    const types = {
        string: "text",
        integer: "a whole number",
        boolean: "true or false",
        object: "a mapping",
        array: "a list",
    };
    return types[type];
}
function describeValue(value) {
    if ((0,yaml/* isList */.Lv)(value))
        return "a list";
    return (0,yaml/* isFields */.Ce)(value) ? "a mapping" : JSON.stringify(value);
}
function describeWrongWord(value, allowed) {
    const suggestion = typeof value === "string" ? suggestWord(value, allowed) : "";
    return `is ${describeValue(value)}: ${suggestion}use one of ${allowed.join(", ")}`;
}
function describeUnknownKey(key, path, known) {
    const place = path.length === 0 ? "the configuration" : namePath(path);
    return `${JSON.stringify(key)} is not a key of ${place}: ${suggestWord(key, known)}use one of ${known.join(", ")}.`;
}
function suggestWord(word, known) {
    const found = (0,pod/* findSimilarName */.Qx)(word.replace(/[-_ ]/g, ""), known) ?? (0,pod/* findSimilarName */.Qx)(word, known);
    return found === undefined ? "" : `did you mean ${found}? Else `;
}
function namePath(path) {
    return path.length === 0 ? "the file" : (0,yaml/* formatPath */.jV)(path);
}
function decapitalize(sentence = "") {
    return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

;// CONCATENATED MODULE: ./lib/policy/configuration.js






function readConfiguration(source) {
    const { documents, problems } = (0,yaml/* read */.LF)(source);
    if (problems.length > 0)
        return { defects: problems.map(({ line, message }) => ({ line, message })) };
    const [document, second] = documents.filter(({ value }) => value !== null);
    if (second)
        return { defects: [{ line: (0,yaml/* lineAt */.mh)(second, second.range.start), message: "A second document: keep one." }] };
    if (!document)
        return { ...emptyConfiguration, file: source.file };
    const misplaced = findMisplacedKeys(document);
    if (misplaced.length > 0)
        return { defects: misplaced };
    const result = readBySchema(document, configurationSchema());
    if ("defects" in result)
        return result;
    const keys = result.value;
    const { namespaces = {}, workloads = [], exemptions = [], extends: extended, extending, ...settings } = keys;
    const defects = exemptions.flatMap((exemption, index) => {
        const own = (at) => ["exemptions", index, ...at];
        return findValueDefects(exemption).map(({ at, message }) => ({
            line: lineOfPath(document, own(at)),
            message: `${(0,yaml/* formatPath */.jV)(own(at))}: ${message}.`,
        }));
    });
    if (defects.length > 0)
        return { defects };
    return {
        file: source.file,
        extends: extended,
        extending,
        settings,
        policy: {
            namespaces: Object.entries(namespaces).map(([name, demand]) => readNamespaceDemand(document, name, demand)),
            workloads: workloads.map(readWorkload),
            exemptions: exemptions.map((exemption, index) => readExemption(document, exemption, index)),
        },
        lineOf: (...path) => lineOfPath(document, path),
    };
}
const emptyConfiguration = {
    extends: undefined,
    extending: undefined,
    settings: {},
    policy: { namespaces: [], workloads: [], exemptions: [] },
    lineOf: () => 1,
};
function findMisplacedKeys(document) {
    const keys = (0,yaml/* isFields */.Ce)(document.value) ? Object.keys(document.value) : [];
    return keys
        .filter((key) => Object.hasOwn(keysElsewhere, key))
        .map((key) => ({ line: lineOfPath(document, [key]), message: `${key}: ${keysElsewhere[key]}.` }));
}
function readNamespaceDemand(document, name, demand) {
    const { version = "latest", ...levels } = typeof demand === "string" ? { enforce: demand } : demand;
    const warn = levels.warn ?? levels.enforce;
    return {
        name,
        isPattern: true,
        levels: { ...levels, ...(warn && { warn }) },
        version: (0,pod/* parseVersion */.ot)(version) ?? policy/* defaultPolicy */.G4.kubernetesVersion,
        location: locationOfPath(document, ["namespaces", name]),
    };
}
function readWorkload({ apiVersion, kind, podSpec, podTemplate = "" }) {
    return podSpec === undefined
        ? { apiVersion, kind, holds: "podTemplate", path: podTemplate }
        : { apiVersion, kind, holds: "podSpec", path: podSpec };
}
function readExemption(document, { expires, ...keys }, index) {
    const path = ["exemptions", index];
    const location = locationOfPath(document, path);
    return {
        ...keys,
        expires: expires ?? null,
        location,
        excerpt: (0,yaml/* lineText */.oZ)(document, location.range.start),
        path,
    };
}
function locationOfPath(document, path) {
    return (0,yaml/* locationOf */.hD)(document, (0,yaml/* pointAt */.sd)(document, path));
}
function lineOfPath(document, path) {
    return (0,yaml/* lineAt */.mh)(document, (0,yaml/* pointAt */.sd)(document, path).start);
}

;// CONCATENATED MODULE: ./lib/policy/days-in-words.js
const month = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const year = "(?:19\\d\\d|2\\d{3})";
const dash = "[-\\p{Pd}/._]";
const days = [
    `${year}\\s?${dash}\\s?\\d{1,2}(?:\\s?${dash}\\s?\\d{1,2})?`,
    `\\d{1,2}\\s?${dash}\\s?\\d{1,2}\\s?${dash}\\s?${year}`,
    `${year}[01]\\d[0-3]\\d`,
    `${month}\\.?\\s*\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s*${year})?`,
    `\\d{1,2}(?:st|nd|rd|th|\\.)?\\s*(?:of\\s+)?${month}\\.?,?\\s*(?:${year})?`,
    `${month}\\.?,?\\s*${year}`,
];
const spans = [
    `(?:(?:the )?(?:end|start|middle) of )?(?:q[1-4]\\s*|h[12]\\s*)?${year}(?:\\s*q[1-4])?`,
    "tomorrow|tonight|(?:next|this) \\w+|(?:the )?end of (?:the |this |next )?\\w+",
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day",
];
const until = "until+|un+til|till?|expir\\w*";
const endings = [
    `(?<![\\w.])(?:${days.join("|")})`,
    `\\b(?:${until}|thru|through|before|by|ends?|valid)\\b\\W{0,3}(?:on |at |the )?(?:${spans.join("|")})`,
    `;\\s*(?:${until})(?![a-z]).*`,
];
const dayAtEnd = new RegExp(`(?:${endings.join("|")})\\W*$`, "iu");
function findDayAtEnd(text) {
    return dayAtEnd.exec(text.normalize("NFKC").slice(-longest))?.[0];
}
const longest = 80;

// EXTERNAL MODULE: ./lib/pod/kubernetes.js
var kubernetes = __webpack_require__(7471);
;// CONCATENATED MODULE: ./lib/policy/tightening.js


const tightenings = {
    enforce: atLeast(kubernetes/* levels */.yr, policy/* defaultPolicy */.G4.enforce),
    warn: atLeast(kubernetes/* levels */.yr, policy/* defaultPolicy */.G4.warn),
    audit: atLeast(kubernetes/* levels */.yr, policy/* defaultPolicy */.G4.audit),
    kubernetesVersion: {
        unnamed: "latest",
        keeps: (own, shared) => minorOf(own) >= minorOf(shared),
        remedy: (shared) => (shared === "latest" ? shared : `${shared} or a newer release`),
    },
    gate: atLeast(policy/* gates */.VF.toReversed(), "new"),
    files: {
        unnamed: policy/* defaultFiles */.bB,
        keeps: selectsNoLess,
        remedy: (shared) => `all of ${shared.join(", ")} in this order, with others if you like, and exclude nothing more`,
    },
    images: atLeast([false, true, "layers"], false),
    placeholders: atLeast([true, false], true),
    render: atLeast([false, "auto", true], "auto"),
    annotations: free(),
    maxAnnotations: free(),
    checkName: free(),
    suggest: free(),
    maxSuggestions: free(),
    sarifFile: free(),
    jsonFile: free(),
    htmlFile: free(),
};
const toolTightening = atLeast([false, true], true);
const helmTightenings = {
    binary: unchanged("helm"),
    charts: {
        keeps: (own, shared) => own.every((chart) => isSameChart(chart, shared)),
        remedy: () => "other charts only",
        join: (own, shared) => [...shared, ...own.filter(({ path }) => !shared.some((each) => each.path === path))],
    },
    ci: atLeast([false, true], true),
    skipTests: atLeast([true, false], false),
};
const kustomizeTightenings = {
    binary: { ...unchanged("kustomize"), remedy: (shared) => `${shared}, or leave the choice to secctx` },
    roots: {
        unnamed: [],
        keeps: (own, shared) => shared.length > 0 && selectsNoLess(own, shared),
        remedy: (shared) => (shared.length > 0 ? `all of ${shared.join(", ")}, with others if you like` : "no roots"),
    },
    loadRestrictor: { keeps: (own, shared) => own === shared, remedy: (shared) => shared },
};
const ruleTightening = atLeast(["off", ...kubernetes/* modes */.nI.toReversed()]);
const limitTightening = {
    keeps: (own, shared) => own <= shared,
    remedy: (shared) => `at most ${shared}`,
};
const fixTightening = {
    ...free(),
    join: (own, shared) => (Array.isArray(own) && Array.isArray(shared) ? [...own, ...shared] : own),
};
const exemptingTightening = atLeast(["all", "base", "none"]);
function atLeast(weakestFirst, unnamed) {
    return {
        ...(unnamed !== undefined && { unnamed }),
        keeps: (own, shared) => weakestFirst.indexOf(own) >= weakestFirst.indexOf(shared),
        remedy: (shared) => weakestFirst.slice(weakestFirst.indexOf(shared)).join(" or "),
    };
}
function unchanged(unnamed) {
    return { unnamed, keeps: (own, shared) => own === shared, remedy: String };
}
function free() {
    return { keeps: () => true, remedy: () => "" };
}
function minorOf(version) {
    return (0,kubernetes/* parseVersion */.ot)(version)?.minor ?? 0;
}
function selectsNoLess(own, shared) {
    const isExclusion = (pattern) => /^!(?!\()/.test(pattern);
    const included = shared.filter((pattern) => !isExclusion(pattern));
    return included.every((pattern) => {
        if (!own.includes(pattern))
            return false;
        const excludedBehind = shared.slice(shared.lastIndexOf(pattern) + 1).filter(isExclusion);
        return own
            .slice(own.lastIndexOf(pattern) + 1)
            .filter(isExclusion)
            .every((each) => excludedBehind.includes(each));
    });
}
function isSameChart(chart, shared) {
    const known = shared.find(({ path }) => path === chart.path);
    return known === undefined || JSON.stringify(known) === JSON.stringify(chart);
}

;// CONCATENATED MODULE: ./lib/policy/layers.js





function layerOf(configuration, isShared) {
    const { file, settings, policy, extending, lineOf } = configuration;
    const locate = (path) => `${file}:${lineOf(...path)}`;
    return {
        settings,
        policy,
        exempting: extending?.exemptions,
        isShared,
        locate,
        introduce: (path) => `${locate(path)}: ${(0,yaml/* formatPath */.jV)(path)}`,
    };
}
function settleLayers(asked, gate) {
    const defaults = {
        enforce: policy/* defaultPolicy */.G4.enforce,
        warn: policy/* defaultPolicy */.G4.warn,
        audit: policy/* defaultPolicy */.G4.audit,
        kubernetesVersion: policy/* defaultPolicy */.G4.kubernetesVersion.name,
        gate,
        images: false,
        render: "auto",
        placeholders: policy/* defaultPolicy */.G4.placeholders,
    };
    const layers = markBarred(asked);
    const keys = listKeys(layers, defaults);
    const entries = [];
    for (const key of keys) {
        const entry = settleKey(key, layers);
        if ("loosening" in entry)
            return entry;
        entries.push(entry);
    }
    const exempting = settleKey(exemptingKey, layers.filter(({ isShared }) => isShared));
    if ("loosening" in exempting)
        return exempting;
    const values = keys.map(({ path }, index) => ({ path, value: entries[index]?.value }));
    const settings = { ...defaults, ...nest(values) };
    const listsStand = keys.findIndex(({ path: [name] }) => name === "files");
    return {
        settings,
        policy: {
            ...policy/* defaultPolicy */.G4,
            ...joinLists(layers),
            exempting: { allows: exempting.value, by: exempting.from },
            enforce: settings.enforce,
            warn: settings.warn,
            audit: settings.audit,
            kubernetesVersion: (0,kubernetes/* parseVersion */.ot)(settings.kubernetesVersion) ?? policy/* defaultPolicy */.G4.kubernetesVersion,
            gate: settings.gate,
            placeholders: settings.placeholders,
            rules: settings.rules ?? policy/* defaultPolicy */.G4.rules,
            fix: settings.fix ?? policy/* defaultPolicy */.G4.fix,
            limits: { ...policy/* defaultPolicy */.G4.limits, ...settings.limits },
        },
        entries: entries.toSpliced(listsStand, 0, ...nameLists(layers, exempting.from)).filter(isTold),
    };
}
const exemptingKey = {
    path: ["extending", "exemptions"],
    tightening: exemptingTightening,
    fallback: "all",
    read: ({ exempting }) => exempting,
};
function listKeys(layers, defaults) {
    const plain = (...names) => names.map((name) => makeKey([name], tightenings[name], memberNamed(defaults, name)));
    const parts = (name, table) => [
        makeKey([name], toolTightening, undefined),
        ...Object.entries(table).map(([part, tightening]) => makeKey([name, part], tightening, undefined)),
    ];
    const shared = layers.filter(({ isShared }) => isShared);
    const levels = Object.fromEntries(["enforce", "warn", "audit"].map((mode) => [
        mode,
        shared.map(({ settings }) => settings[mode]).findLast((each) => each !== undefined) ?? defaults[mode],
    ]));
    const named = new Set(layers.flatMap(({ settings }) => Object.keys(settings.rules ?? {})));
    return [
        ...plain("enforce", "warn", "audit", "kubernetesVersion", "gate", "images", "render"),
        ...parts("helm", helmTightenings),
        ...parts("kustomize", kustomizeTightenings),
        ...plain("placeholders"),
        ...[...named].map((id) => {
            const rule = rules/* rules */.aO.find((each) => each.id === id);
            const unnamed = rule && strictestMode(rule, levels);
            return makeKey(["rules", id], { ...ruleTightening, ...(unnamed && { unnamed }) }, undefined);
        }),
        ...plain("files"),
        ...["runAsUser", "runAsGroup", "writablePaths"].map((name) => makeKey(["fix", name], fixTightening, undefined)),
        ...Object.entries(policy/* defaultPolicy */.G4.limits).map(([name, fallback]) => makeKey(["limits", name], limitTightening, fallback)),
        ...plain("annotations", "maxAnnotations", "checkName", "suggest", "maxSuggestions"),
        ...plain("sarifFile", "jsonFile", "htmlFile"),
    ];
}
function strictestMode(rule, levels) {
    if (rule.mode)
        return rule.mode;
    return rule.level === "hardened" ? ((0,policy/* modeOf */.VV)({ ...levels, rules: {} }, rule, "hardened") ?? "off") : "enforce";
}
function makeKey(path, tightening, fallback) {
    const [name = "", part] = path;
    return {
        path,
        tightening: tightening,
        fallback,
        read: ({ settings }) => {
            const value = memberNamed(settings, name);
            if (part !== undefined)
                return memberNamed(value, part);
            return (name === "helm" || name === "kustomize") && (0,yaml/* isFields */.Ce)(value) ? true : value;
        },
    };
}
function memberNamed(value, name) {
    return (0,yaml/* isFields */.Ce)(value) ? value[name] : undefined;
}
function settleKey({ path, tightening, fallback, read }, layers) {
    const { unnamed, keeps, remedy, join = (own) => own } = tightening;
    let entry = { key: (0,yaml/* formatPath */.jV)(path), value: fallback, from: "default" };
    let floor;
    for (const layer of layers) {
        const own = read(layer);
        if (own !== undefined) {
            if (floor && !keeps(own, floor.value))
                return {
                    loosening: `${layer.introduce(path)} is ${showValue(own)}, which is looser than the shared policy's ${showValue(floor.value)} (${floor.from}): write ${remedy(floor.value)}, or leave it out.`,
                };
            const from = layer.locate(path);
            const joined = floor && floor.from !== "default" ? join(own, floor.value) : own;
            entry = { ...entry, value: joined, from: joined === own || !floor ? from : `${from}, ${floor.from}` };
        }
        if (!layer.isShared)
            continue;
        if (entry.from !== "default")
            floor = entry;
        else if (unnamed !== undefined)
            floor = { ...entry, value: unnamed };
    }
    return entry;
}
function showValue(value) {
    return typeof value === "string" ? value : JSON.stringify(value);
}
function markBarred(layers) {
    return layers.map((layer, index) => {
        const isBarred = layers.slice(0, index).some(({ isShared, exempting }) => isShared && exempting === "none");
        const exemptions = layer.policy.exemptions.map((each) => ({ ...each, isBarred }));
        return { ...layer, policy: { ...layer.policy, exemptions } };
    });
}
function joinLists(layers) {
    const isOnTop = (index) => layers.slice(0, index).some(({ isShared }) => isShared);
    return {
        namespaces: layers.toReversed().flatMap(({ policy }) => policy.namespaces),
        workloads: layers.flatMap(({ policy }, index) => policy.workloads.map((each) => (isOnTop(index) ? { ...each, isAddition: true } : each))),
        exemptions: layers.flatMap(({ policy }) => policy.exemptions),
    };
}
function nameLists(layers, barredBy) {
    return layers.flatMap(({ policy: { namespaces, workloads, exemptions }, locate }) => {
        const toEntry = (path, value) => ({ key: (0,yaml/* formatPath */.jV)(path), value, from: locate(path) });
        return [
            ...namespaces.map(({ name, levels }) => toEntry(["namespaces", name], levels)),
            ...workloads.map(({ apiVersion, kind, holds, path }, index) => toEntry(["workloads", index], `${apiVersion} ${kind}, ${holds} at ${path}`)),
            ...exemptions.map(({ reason, expires, isBarred, path, location: { file, start } }) => {
                const until = expires === null ? "" : ` (until ${expires})`;
                const value = `${reason}${until}${isBarred ? ` (not in force: ${barredBy})` : ""}`;
                return { key: (0,yaml/* formatPath */.jV)(path), value, from: `${file}:${start.line}` };
            }),
        ];
    });
}
function isTold({ key, value }, _, entries) {
    if (value === undefined)
        return false;
    return value !== true || !entries.some((each) => each.key.startsWith(`${key}.`) && each.value !== undefined);
}
function nest(values) {
    const nested = {};
    for (const { path, value } of values) {
        const [name = "", part] = path.map(String);
        if (value === undefined)
            continue;
        if (part === undefined)
            nested[name] = value;
        else if (nested[name] !== false)
            nested[name] = { ...((0,yaml/* isFields */.Ce)(nested[name]) && nested[name]), [part]: value };
    }
    return nested;
}

;// CONCATENATED MODULE: ./lib/policy/namespaces.js


function tightenPolicy(policy, namespace) {
    const demands = findDemandsOn(namespace, policy);
    if (demands.length === 0)
        return { policy, demand: undefined };
    const stricter = Object.fromEntries(pod/* modes */.nI.map((mode) => [mode, demands.map((demand) => levelOf(demand, mode)).reduce(strictest, policy[mode])]));
    const enforcing = demands.filter((each) => levelOf(each) !== "privileged");
    const kubernetesVersion = enforcing.map(({ version }) => version).reduce(newest, policy.kubernetesVersion);
    const [demand] = sortByLevel(demands);
    return { policy: { ...policy, ...stricter, kubernetesVersion }, demand };
}
function findDemandsOn(namespace, { namespaces }) {
    if (namespaces.length === 0)
        return [];
    const own = namespace ?? "default";
    const declared = namespaces.filter(({ name, isPattern }) => !isPattern && name === own);
    const configured = namespaces.filter(({ name, isPattern }) => isPattern && (0,pod_patterns/* matchesPattern */.MT)(name, own));
    const words = new Map(configured.toReversed().map((each) => [each.location.file, each]));
    return [...declared, ...words.values()];
}
function levelOf({ levels: demanded }, mode = "enforce") {
    return demanded[mode] ?? "privileged";
}
function sortByLevel(demands) {
    return demands.toSorted((a, b) => pod/* levels */.yr.indexOf(levelOf(b)) - pod/* levels */.yr.indexOf(levelOf(a)));
}
function newest(a, b) {
    return b.minor > a.minor ? b : a;
}
function strictest(a, b) {
    return pod/* levels */.yr.indexOf(a) >= pod/* levels */.yr.indexOf(b) ? a : b;
}
function rejects({ levels: demanded }, violated) {
    const enforced = demanded.enforce ?? "privileged";
    return violated !== "privileged" && pod/* levels */.yr.indexOf(enforced) >= pod/* levels */.yr.indexOf(violated);
}

;// CONCATENATED MODULE: ./lib/policy/policy-address.js
const addressForm = "OWNER/REPOSITORY/PATH@REF";
function parseAddress(text) {
    const [, owner, repository, path, ref] = /^(\w[\w-]*)\/([\w.-]+)\/(.+)@([^@\s~^:?*[\\]+)$/.exec(text) ?? [];
    if (!owner || !repository || !path || !ref)
        return undefined;
    const hasOddSteps = path.split("/").some((step) => step === "" || step === "." || step === "..");
    return hasOddSteps || ref.includes("..") || ref.startsWith("-") ? undefined : { owner, repository, path, ref };
}
function formatAddress({ owner, repository, path, ref }) {
    return `${owner}/${repository}/${path}@${ref}`;
}
function isSameAddress(a, b) {
    return isSameRepository(a, b) && a.path === b.path && a.ref === b.ref;
}
function isSameRepository(a, b) {
    const nameOf = ({ owner, repository }) => `${owner}/${repository}`.toLowerCase();
    return nameOf(a) === nameOf(b);
}
function isCommitId(ref) {
    return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(ref);
}

;// CONCATENATED MODULE: ./lib/policy/index.js













/***/ }),

/***/ 3506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FC: () => (/* binding */ fromFolder),
/* harmony export */   G4: () => (/* binding */ defaultPolicy),
/* harmony export */   VF: () => (/* binding */ gates),
/* harmony export */   VV: () => (/* binding */ modeOf),
/* harmony export */   bB: () => (/* binding */ defaultFiles),
/* harmony export */   oN: () => (/* binding */ hasExpired)
/* harmony export */ });
/* harmony import */ var _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7471);
/* harmony import */ var _yaml_read_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7234);


const gates = ["all", "new", "none"];
const defaultFiles = ["**/*.yaml", "**/*.yml", "**/*.json"];
const defaultPolicy = {
    enforce: "restricted",
    warn: "hardened",
    audit: "hardened",
    kubernetesVersion: _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .latestVersion */ .qD,
    gate: "all",
    fix: {},
    limits: _yaml_read_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .usualLimits */ .tW,
    namespaces: [],
    rules: {},
    workloads: [],
    exemptions: [],
    exempting: { allows: "all", by: "default" },
    baseline: new Map(),
    images: new Map(),
    placeholders: true,
    today: "",
    folder: "",
    isWhole: false,
    shard: null,
};
function modeOf(policy, { id, mode }, violated) {
    const set = policy.rules[id];
    return set === undefined || set === "off" ? modeOfLevel(policy, violated, mode) : set;
}
function modeOfLevel(policy, violated, strictest = "enforce") {
    return _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .modes */ .nI.slice(_pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .modes */ .nI.indexOf(strictest)).find((mode) => _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .levels */ .yr.indexOf(policy[mode]) >= _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .levels */ .yr.indexOf(violated));
}
function hasExpired(expires, today) {
    return expires !== null && expires < today;
}
function fromFolder(folder, file) {
    if (file === "-")
        return file;
    const steps = [];
    for (const step of `${folder}${file}`.split("/")) {
        if (step === ".." && steps.length > 0 && steps.at(-1) !== "..")
            steps.pop();
        else if (step !== "" && step !== ".")
            steps.push(step);
    }
    return steps.join("/");
}


/***/ }),

/***/ 934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I9: () => (/* binding */ readRenderSettings),
/* harmony export */   Qn: () => (/* binding */ carryWith),
/* harmony export */   rw: () => (/* binding */ takeOutRoots),
/* harmony export */   tY: () => (/* binding */ addRenderings)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _pod_deployers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1014);
/* harmony import */ var _pod_patterns_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(212);
/* harmony import */ var _source_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6634);
/* harmony import */ var _source_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4666);
/* harmony import */ var _source_folders_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2292);
/* harmony import */ var _source_links_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4);
/* harmony import */ var _source_own_files_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7251);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(182);
/* harmony import */ var _root_files_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9804);
/* harmony import */ var _worktree_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8783);












function readRenderSettings({ helm = true, kustomize = true }, { kubernetesVersion, limits }, values = []) {
    return {
        helm: helm === true ? {} : helm,
        kustomize: kustomize === true ? {} : kustomize,
        values: values.map((file) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file)),
        kubernetesVersion: `1.${kubernetesVersion.minor}`,
        limits,
    };
}
async function takeOutRoots(found, settings, copy) {
    const helm = settings?.helm || {};
    for (const { path } of helm.charts ?? [])
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_source_own_files_js__WEBPACK_IMPORTED_MODULE_8__/* .findRoot */ .wg)(), path, "Chart.yaml")))
            throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`helm.charts: there is no chart in ${JSON.stringify(path)}, seen from ${(0,_source_own_files_js__WEBPACK_IMPORTED_MODULE_8__/* .findRoot */ .wg)()}.`);
    const named = settings ? findRootFiles(found.sources) : [];
    const files = copy ? named.map(copy.pathOf).filter((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path)) : named;
    const deploys = settings?.values.length === 0 && found.sources.some(_pod_deployers_js__WEBPACK_IMPORTED_MODULE_2__/* .mayDeploy */ .BU);
    if (!settings || (files.length === 0 && !deploys)) {
        if (settings && settings.values.length > 0)
            throw valuesError([]);
        const problems = settings?.kustomize ? found.problems : [...found.problems, ...noteUnbuilt(found.sources)];
        return { ...found, problems, roots: [] };
    }
    const { consumedBy, findRootsIn, markEvaluated } = await __webpack_require__.e(/* import() */ 712).then(__webpack_require__.bind(__webpack_require__, 7712));
    const worktree = copy ?? (0,_worktree_js__WEBPACK_IMPORTED_MODULE_11__/* .worktreeOfNow */ .bO)();
    const { roots: patterns } = settings.kustomize || {};
    if (patterns && !copy)
        await refuseIdlePatterns(patterns, worktree);
    const here = await findRootsIn(files, found.sources, worktree, settings);
    const { roots, problems, evaluated } = here;
    const charts = roots.filter(({ kind }) => kind === "chart");
    if (settings.values.length > 0 && charts.length !== 1)
        throw valuesError(charts.map(({ folder }) => worktree.show(folder)));
    const isConsumed = consumedBy(here);
    const sources = found.sources.filter(({ file }) => (0,_source_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isRootFile */ .FN)(file) || !isConsumed(worktree.pathOf(file)));
    return { sources: markEvaluated(sources, evaluated), problems: [...found.problems, ...problems], roots };
}
async function refuseIdlePatterns(patterns, worktree) {
    const { repository } = worktree;
    const files = await (0,_root_files_js__WEBPACK_IMPORTED_MODULE_10__/* .listRootFiles */ .Y)(worktree, () => true);
    const folders = files
        .filter((file) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file) !== "Chart.yaml")
        .map((file) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(repository, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file)).replaceAll("\\", "/") || ".");
    const idle = patterns.find((pattern) => !folders.some((folder) => (0,_pod_patterns_js__WEBPACK_IMPORTED_MODULE_3__/* .matchesPattern */ .MT)(pattern, folder)));
    if (idle !== undefined)
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`kustomize.roots: no folder with a kustomization fits ${JSON.stringify(idle)}, seen from ${repository}.`);
}
function noteUnbuilt(sources) {
    const [first, ...rest] = sources.filter(({ file, named }) => (0,_source_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isRootFile */ .FN)(file) && !named && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file) !== "Chart.yaml");
    if (!first)
        return [];
    const what = rest.length === 0 ? "A kustomization, not built" : `${rest.length + 1} kustomizations, not built`;
    const message = `${what}: bases and patches are judged as they stand, and not what overlays make of them.`;
    return [{ severity: "note", file: first.file, line: 1, message }];
}
async function addRenderings({ sources, problems, roots }, settings, copy) {
    if (!settings || roots.length === 0)
        return { sources, problems };
    const worktree = copy ?? (0,_worktree_js__WEBPACK_IMPORTED_MODULE_11__/* .worktreeOfNow */ .bO)();
    const elsewhere = new Set(sources.filter((source) => !(0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_9__/* .isReported */ .Ob)(source)).map(({ file }) => file));
    const { renderRoots } = await __webpack_require__.e(/* import() */ 712).then(__webpack_require__.bind(__webpack_require__, 7712));
    const rendered = await renderRoots(roots.filter((root) => !elsewhere.has(rootFileOf(root, worktree))), worktree, settings, { all: sources });
    const rootFiles = new Set(roots.map((root) => ownFileOf(root, worktree)));
    return {
        sources: [...sources.filter(({ file }) => !rootFiles.has(file)), ...rendered.sources],
        problems: [...problems, ...rendered.problems],
    };
}
function carryWith(settings, copy) {
    if (!settings)
        return undefined;
    return async (sources, wanted) => {
        const { carryFixes } = await __webpack_require__.e(/* import() */ 712).then(__webpack_require__.bind(__webpack_require__, 7712));
        return carryFixes(sources, wanted, copy ?? (0,_worktree_js__WEBPACK_IMPORTED_MODULE_11__/* .worktreeOfNow */ .bO)(), settings);
    };
}
function ownFileOf(root, { show }) {
    return root.kind === "chart" ? root.chart.file : show(root.closure.root.file);
}
function rootFileOf(root, worktree) {
    const [first] = root.deployments;
    if (!root.isListed && first)
        return first.deployer.file;
    return ownFileOf(root, worktree);
}
function findRootFiles(sources) {
    const files = sources.filter(({ file }) => file !== "-");
    const own = files.filter(({ file }) => (0,_source_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isRootFile */ .FN)(file)).map(({ file }) => file);
    const folders = new Set(files.filter(({ named }) => named).map(({ file }) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file))));
    return [...new Set([...own, ...[...folders].flatMap(findChartsAround)].map(_worktree_js__WEBPACK_IMPORTED_MODULE_11__/* .withoutLinks */ .W_))];
}
function findChartsAround(folder) {
    const top = (0,_source_folders_js__WEBPACK_IMPORTED_MODULE_6__/* .findRepository */ .W1)(folder) ?? (0,_source_own_files_js__WEBPACK_IMPORTED_MODULE_8__/* .findRoot */ .wg)();
    if (!(0,_source_links_js__WEBPACK_IMPORTED_MODULE_7__/* .isWithin */ .UO)(top, folder))
        return [];
    return (0,_source_own_files_js__WEBPACK_IMPORTED_MODULE_8__/* .foldersUpTo */ .Kd)(top, folder)
        .map((each) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(each, "Chart.yaml"))
        .filter((chart) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(chart));
}
function valuesError(charts) {
    const found = charts.length === 0 ? "there is none" : `there are ${charts.length} (${charts.join(", ")})`;
    return new _source_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`--values is for one chart, and among the paths ${found}: name the folder of one.`);
}


/***/ }),

/***/ 9804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ listIn),
/* harmony export */   Y: () => (/* binding */ listRootFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _pod_deployers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1014);
/* harmony import */ var _source_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4666);
/* harmony import */ var _source_folders_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2292);
/* harmony import */ var _source_texts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8653);






async function listIn(worktree, isWanted) {
    const rootFiles = await listRootFiles(worktree, isWanted);
    return { worktree, rootFiles, texts: await readDeployerTexts(worktree, isWanted) };
}
async function listRootFiles({ repository, show }, isWanted) {
    const entries = await (0,_source_folders_js__WEBPACK_IMPORTED_MODULE_4__/* .listEntries */ .fi)(repository, (name) => name === ".git");
    const paths = entries.filter(({ name }) => (0,_source_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isRootFile */ .FN)(name)).map(({ name }) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(repository, name));
    return paths.filter((path) => isWanted(show(path)));
}
async function readDeployerTexts({ repository, show }, isWanted) {
    const { listFilesWith } = await __webpack_require__.e(/* import() */ 497).then(__webpack_require__.bind(__webpack_require__, 7497));
    const files = await listFilesWith(["argoproj.io/", "toolkit.fluxcd.io/", _pod_deployers_js__WEBPACK_IMPORTED_MODULE_2__/* .valuesHolder */ .fZ, "releases:"], repository);
    const paths = files.map((file) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(repository, file)).filter((path) => (0,_source_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isManifest */ .Yh)(path) && isWanted(show(path)));
    return paths.flatMap((path) => {
        const text = (0,_source_texts_js__WEBPACK_IMPORTED_MODULE_5__/* .decodeUtf8 */ ._6)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path));
        return text === undefined ? [] : [{ file: show(path), text }];
    });
}


/***/ }),

/***/ 8783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nv: () => (/* binding */ worktreeIn),
/* harmony export */   W_: () => (/* binding */ withoutLinks),
/* harmony export */   bO: () => (/* binding */ worktreeOfNow)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _source_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4666);
/* harmony import */ var _source_folders_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2292);
/* harmony import */ var _source_own_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7251);





function worktreeOfNow() {
    const repository = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,_source_own_files_js__WEBPACK_IMPORTED_MODULE_4__/* .findRoot */ .wg)());
    const repositoryOf = (path) => (0,_source_folders_js__WEBPACK_IMPORTED_MODULE_3__/* .findRepository */ .W1)(path) ?? shareWith(repository, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    const same = (path) => path;
    return {
        repository,
        origin: repository,
        repositoryOf,
        show: _source_files_js__WEBPACK_IMPORTED_MODULE_2__/* .displayPath */ .Gt,
        pathOf: withoutLinks,
        pathNow: same,
        pathHere: same,
    };
}
function worktreeIn(folder, replaced, now) {
    const pathHere = (path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(replaced, path));
    const pathNow = (path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(replaced, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path));
    return {
        repository: pathHere(now.repository),
        origin: now.origin,
        repositoryOf: (path) => pathHere(now.repositoryOf(pathNow(path))),
        show: (path) => now.show(pathNow(path)),
        pathOf: (file) => pathHere(now.pathOf(file)),
        pathNow,
        pathHere,
    };
}
function shareWith(here, folder) {
    let shared = here;
    while (!`${folder}/`.startsWith(`${shared}/`) && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(shared) !== shared)
        shared = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(shared);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(shared) === shared ? folder : shared;
}
function withoutLinks(file) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)) ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)) : path;
}


/***/ }),

/***/ 2527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EH: () => (/* binding */ escapeLine),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Hi: () => (/* binding */ breakOldCommands),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   T7: () => (/* binding */ disarmCommands),
/* harmony export */   UN: () => (/* binding */ escapeControls),
/* harmony export */   bq: () => (/* binding */ fenceCode),
/* harmony export */   q: () => (/* binding */ stringifySafely)
/* harmony export */ });
/* unused harmony export isSafeToShow */
function escapeControls(text) {
    return text.replace(/(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
function disarmCommands(text) {
    return breakOldCommands(text).replace(/^([^\S\n]*)::/gm, "$1:\u200b:");
}
function breakOldCommands(text) {
    return text.replaceAll("##[", "##\u200b[");
}
function escapeLine(text) {
    return disarmCommands(escapeControls(text));
}
function stringifySafely(value, indent) {
    const json = JSON.stringify(value, null, indent).replaceAll("##[", "#\\u0023[");
    return printable.test(json) ? json : json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeUnits);
}
const printable = /^[ -~\n]*$/;
function escapeUnits(character) {
    return character.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function codeSpan(value) {
    const shown = replaceControls(value).replaceAll("|", "\\|");
    const fence = "`".repeat(findLongestFence(shown) + 1);
    const space = /^`|`$|^$/.test(shown) ? " " : "";
    return fence + space + shown + space + fence;
}
function escapeMarkdown(value) {
    return replaceControls(value)
        .replace(/[\\`*_{}[\]<>()#+!|~&$^=-]/g, "\\$&")
        .replace(/:(?=\/\/)|(?<=\bwww)\./gi, "\\$&")
        .replace(/@/g, "@\u200b");
}
function fenceCode(language, content) {
    const fence = "`".repeat(Math.max(3, findLongestFence(content) + 1));
    return `${fence}${language}\n${content.replace(/\n$/, "")}\n${fence}`;
}
function isSafeToShow(value) {
    return !/(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value);
}
function findLongestFence(value) {
    return [...value.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
}
function replaceControls(value) {
    return value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd");
}


/***/ }),

/***/ 8191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   Co: () => (/* binding */ nameAnswer),
/* harmony export */   D6: () => (/* binding */ describeFix),
/* harmony export */   Kc: () => (/* binding */ nameFixGroup),
/* harmony export */   TO: () => (/* binding */ modeNouns),
/* harmony export */   UQ: () => (/* binding */ describeSafety),
/* harmony export */   X4: () => (/* binding */ nameWorkload),
/* harmony export */   rH: () => (/* binding */ nameProblem)
/* harmony export */ });
const modeNouns = { enforce: "failure", warn: "warning", audit: "notice" };
function formatCount(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
}
function nameProblem({ severity }) {
    return severity === "error" ? "not evaluated" : "note";
}
function nameWorkload({ kind, name }) {
    return `${kind} ${name || "without a name"}`;
}
function nameAnswer(allowed) {
    if (allowed === null)
        return "no answer";
    return allowed ? "allowed" : "rejected";
}
const fixGroups = {
    safe: ["safe", "safe"],
    review: ["needs a look", "need a look"],
};
function nameFixGroup(safety, count = 1) {
    const [one, several] = fixGroups[safety];
    return count === 1 ? one : several;
}
function describeSafety({ safety, risk }) {
    return risk ? `${nameFixGroup(safety)}: ${risk}` : nameFixGroup(safety);
}
function describeFix(fix) {
    return `${fix.title} (${describeSafety(fix)})`;
}


/***/ }),

/***/ 1626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ splitUses),
/* harmony export */   b8: () => (/* binding */ acceptFound),
/* harmony export */   bJ: () => (/* binding */ listUses),
/* harmony export */   eD: () => (/* binding */ noteGone),
/* harmony export */   h6: () => (/* binding */ joinPlaces)
/* harmony export */ });
/* unused harmony export placeOf */
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4922);

function acceptFound(found, entries, uses) {
    const accepted = new Map();
    if (entries.length === 0)
        return accepted;
    const index = (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .indexFacts */ .qj)(entries);
    const ownFiles = new Set(entries.map(({ file }) => file));
    const steps = [findSame, findTightest, findCovering];
    for (const find of steps)
        for (const each of found) {
            if (accepted.has(each))
                continue;
            const entry = find(each, index, (candidate) => isFor(candidate, each, ownFiles) && hasRoom(candidate, each, uses));
            if (!entry)
                continue;
            accepted.set(each, entry);
            const places = uses.get(entry) ?? new Map();
            uses.set(entry, places.set(placeOf(each), each));
        }
    return accepted;
}
const findSame = ({ fact }, index, isOpen) => (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .factsAbout */ .T9)(fact, index).find((entry) => (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameFact */ .Fi)(entry, fact) && isOpen(entry));
const findTightest = ({ fact }, index, isOpen) => {
    const wide = (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .factsAbout */ .T9)(fact, index).filter((entry) => (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isNoWorse */ .wA)(fact, entry) && isOpen(entry));
    return wide.length === 0 ? undefined : wide.reduce((best, each) => ((0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isNoWorse */ .wA)(each, best) ? each : best));
};
const findCovering = ({ fact: { container }, rule: { coveredBy } }, index, isOpen) => coveredBy === undefined ? undefined : (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .factsAbout */ .T9)({ rule: coveredBy, container }, index).find(isOpen);
function isFor({ file, gone }, found, ownFiles) {
    if (file === null || file === found.file)
        return true;
    return gone !== undefined && !gone.notIn.includes(found.file) && !ownFiles.has(found.file);
}
function hasRoom(entry, found, uses) {
    const places = uses.get(entry);
    return !places || places.size < entry.count || places.has(placeOf(found));
}
function placeOf({ file, place }) {
    return `${file}:${place}`;
}
function listUses({ baseline, folder }, uses, workloads) {
    return [...baseline].flatMap(([workload, entries]) => {
        const holders = workloads.get(workload) ?? [];
        const parts = holders.flatMap((holder) => (typeof holder === "string" ? holder : [...holder.keys()]));
        const files = new Set(parts.map((file) => (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fromFolder */ .FC)(folder, file)));
        return entries.map((entry) => ({
            workload,
            entry,
            found: [...(uses.get(entry)?.values() ?? [])],
            isJudged: files.size > 0 && (entry.gone !== undefined || entry.file === null || files.has(entry.file)),
        }));
    });
}
function splitUses(accepted) {
    const judged = accepted.filter(({ isJudged }) => isJudged).toSorted((a, b) => a.entry.entry - b.entry.entry);
    const placesOf = ({ entry, found }) => found.filter(({ fact }) => fact.rule === entry.rule).map(placeOf);
    return {
        used: judged.flatMap((each) => {
            const places = placesOf(each);
            return places.length > 0 ? [{ entry: each.entry.entry, count: each.entry.count, places }] : [];
        }),
        gone: judged
            .filter((each) => placesOf(each).length < each.entry.count)
            .map(({ entry: { entry, count, written, ...fact } }) => ({ entry, count, ...written, fact: (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .factText */ .wB)(fact) })),
    };
}
function noteGone(gone, used) {
    const places = joinPlaces(used);
    const left = gone.flatMap((each) => {
        const missing = each.count - (places.get(each.entry)?.size ?? 0);
        return missing > 0 ? [{ ...each, missing }] : [];
    });
    const [first, ...rest] = left;
    if (!first)
        return [];
    const { count, missing } = first;
    const part = missing < count ? `, ${missing} of ${count}` : "";
    const what = rest.length === 0 ? "An accepted finding is gone" : `${left.length} accepted findings are gone, the first here`;
    const message = `${what} (${first.fact}${part}): run \`secctx baseline --prune\` to take ${rest.length === 0 ? "it" : "them"} out.`;
    return [{ severity: "note", file: first.file, line: first.line, message }];
}
function joinPlaces(used) {
    const joined = new Map();
    for (const { entry, places } of used) {
        const all = joined.get(entry) ?? new Set();
        for (const place of places)
            all.add(place);
        joined.set(entry, all);
    }
    return joined;
}


/***/ }),

/***/ 7179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ carryAll)
});

// UNUSED EXPORTS: carryOnly

// EXTERNAL MODULE: ./lib/yaml/index.js + 23 modules
var yaml = __webpack_require__(182);
;// CONCATENATED MODULE: ./lib/review/volume-names.js

function shareVolumeNames(fixes) {
    const names = fixes.map(({ patches }) => patches.flatMap(nameBroughtBy));
    const [longest = []] = names.toSorted((a, b) => b.join().length - a.join().length);
    return fixes.map((fix, index) => {
        const { text, range } = fix.document;
        const object = text.slice(range.start, range.end);
        const own = names[index] ?? [];
        const isFree = (name, position) => name === own[position] || !object.includes(name);
        if (own.length !== longest.length || !longest.every(isFree))
            return fix;
        const renamed = new Map(own.map((name, position) => [name, longest[position] ?? name]));
        return { ...fix, patches: fix.patches.map((patch) => rename(patch, renamed)) };
    });
}
function nameBroughtBy({ path, ...patch }) {
    const value = patch.op === "append" && path.at(-1) === "volumes" ? patch.value : null;
    return (0,yaml/* isFields */.Ce)(value) && typeof value.name === "string" ? [value.name] : [];
}
function rename(patch, names) {
    if (patch.op !== "append" || !/^volume(?:s|Mounts)$/.test(String(patch.path.at(-1))))
        return patch;
    const { value } = patch;
    const name = (0,yaml/* isFields */.Ce)(value) && typeof value.name === "string" ? names.get(value.name) : undefined;
    return (0,yaml/* isFields */.Ce)(value) && name !== undefined ? { ...patch, value: { ...value, name } } : patch;
}

;// CONCATENATED MODULE: ./lib/review/carried-fixes.js

async function carryAll(reviews, sources, carry) {
    const open = reviews.flatMap(({ findings }) => findings).filter(({ fix, ignored }) => fix && !ignored);
    const idsOf = new Map(open.map((finding, number) => [finding, listIds(finding, number)]));
    const wanted = [...idsOf.values()].flat();
    const { fixes, texts } = carry && open.length > 0 ? await carry(sources, wanted) : nothingCarried;
    const place = (finding) => {
        const own = (idsOf.get(finding) ?? []).map(({ id }) => fixes.get(id) ?? { declined: nobodyCarries });
        const refusal = own.find((each) => "declined" in each);
        if (refusal && "declined" in refusal)
            return { ...finding, fix: null, declined: refusal.declined };
        const edits = own.flatMap((each) => ("edits" in each ? each.edits : []));
        return { ...finding, edits: [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()] };
    };
    const placed = reviews.map((review) => ({
        ...review,
        fixed: texts.get(review.source.file) ?? review.source.text,
        findings: review.findings.map((finding) => (idsOf.has(finding) ? place(finding) : finding)),
    }));
    return { reviews: [...placed, ...reviewOthers(texts, placed, sources)], texts };
}
function reviewOthers(texts, reviews, sources) {
    const known = new Set(reviews.map(({ source }) => source.file));
    const before = new Map(sources.flatMap(({ rendering }) => [...(rendering?.parts ?? [])]));
    return [...texts].flatMap(([file, fixed]) => {
        const text = before.get(file);
        if (known.has(file) || text === undefined)
            return [];
        const nothing = { findings: [], workloads: [], beside: { namespaces: [], fragments: [] }, problems: [], used: [] };
        return [{ ...nothing, source: { file, text }, fixed, omission: undefined }];
    });
}
async function carryOnly(findings, sources, carry) {
    return (await carry(sources, findings.flatMap(listIds))).texts;
}
const nothingCarried = { fixes: new Map(), texts: new Map() };
const nobodyCarries = "nothing here renders again, which would prove it";
function listIds({ rendered }, number) {
    const fixes = (rendered ?? []).map(({ fixed: { document, patches } }, index) => ({
        id: `${number}.${index}`,
        finding: `${number}`,
        document,
        patches,
    }));
    return shareVolumeNames(fixes);
}


/***/ }),

/***/ 2258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   cE: () => (/* binding */ findReadingProblems),
/* harmony export */   lx: () => (/* binding */ findShapeProblems),
/* harmony export */   x$: () => (/* binding */ problemAtStart)
/* harmony export */ });
/* harmony import */ var _pod_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7805);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182);
/* harmony import */ var _omissions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5166);



function readManifest(source, policy) {
    const manifest = source.unread ? reportUnread(source, source.unread) : readDocuments(source, policy);
    const isReadable = (text) => !readDocuments({ file: source.file, text }, policy).problems.some(isError);
    const omission = (0,_omissions_js__WEBPACK_IMPORTED_MODULE_2__/* .findOmission */ .xX)(source, manifest, isReadable);
    return omission
        ? { ...manifest, problems: manifest.problems.filter((problem) => !isError(problem)), omission }
        : { ...manifest, omission };
}
function findReadingProblems(sources, policy) {
    return (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .withFullReader */ .xt)(() => {
        const manifests = sources.map((source) => readManifest(source, policy));
        return [
            ...manifests.flatMap(({ problems }) => problems),
            ...(0,_omissions_js__WEBPACK_IMPORTED_MODULE_2__/* .noteOmissions */ .nX)(manifests.flatMap(({ omission }) => omission ?? [])),
        ];
    });
}
function isError({ severity }) {
    return severity === "error";
}
function reportUnread({ file, text }, { line, reason }) {
    const message = `This file could not be read: ${reason.replace(/\.?$/, ".")}`;
    return { file, text, documents: [], problems: [{ severity: "error", file, line, message }] };
}
function readDocuments(source, policy) {
    const { limits } = policy;
    const { documents, problems, ...manifest } = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .read */ .LF)(source, {
        matters: source.named ? (text) => !(0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isDefinitionText */ .H_)(text) : _pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .mayHoldWorkload */ .q1,
        limits,
    });
    const kept = [];
    const excesses = [];
    for (const document of documents) {
        const length = document.range.end - document.range.start;
        const mayExceed = length > limits.containersPerDocument || document.aliases.length > 0;
        const count = mayExceed ? (0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .countContainers */ .oF)(document, policy) : 0;
        const excess = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .excessFor */ .xE)("containersPerDocument", count, limits);
        if (excess === undefined)
            kept.push(document);
        else
            excesses.push(problemAtStart(document, excess));
    }
    return { ...manifest, documents: kept, problems: [...problems, ...excesses] };
}
function problemAtStart(document, message) {
    const { file, start } = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .sourcePlaceOf */ .Uk)(document, [], {
        start: document.range.start,
        end: document.range.start,
    }).location;
    return { severity: "error", file, line: start.line, message };
}
function findShapeProblems(document, policy) {
    return (0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findShapeDefects */ .JB)(document, policy).map(({ at, message }) => {
        const { file, start } = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .sourcePlaceOf */ .Uk)(document, at).location;
        return { severity: "error", file, line: start.line, message };
    });
}


/***/ }),

/***/ 4489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ compareFindings),
  _: () => (/* binding */ findingsIn)
});

// EXTERNAL MODULE: ./lib/pod/index.js + 33 modules
var pod = __webpack_require__(7805);
// EXTERNAL MODULE: ./lib/policy/index.js + 12 modules
var lib_policy = __webpack_require__(4922);
// EXTERNAL MODULE: ./lib/rules/index.js + 49 modules
var rules = __webpack_require__(3950);
// EXTERNAL MODULE: ./lib/yaml/index.js + 23 modules
var yaml = __webpack_require__(182);
// EXTERNAL MODULE: ./lib/review/identity.js
var identity = __webpack_require__(5116);
;// CONCATENATED MODULE: ./lib/review/fate.js



function splitByFate(violation, ignoredFor, known, exempting) {
    const { containers } = violation;
    if (!known && !ignoredFor)
        return [{ containers, ignored: null, barred: null, isNew: null, ignoredBeside: [] }];
    const fates = new Map();
    const ignoredBeside = [];
    for (const container of (0,identity/* containersOf */.Mz)(violation)) {
        const found = ignoredFor?.(violation, container) ?? null;
        const counts = found && (0,lib_policy/* countsIgnore */.jq)(exempting, found.by, wasIgnored(violation, container, known));
        const [ignored, barred] = counts ? [found, null] : [null, found];
        const isNew = known ? !isKnown(violation, container, known, ignored !== null) : null;
        const key = JSON.stringify([ignored, barred, isNew]);
        const fate = fates.get(key) ?? { containers: [], ignored, barred, isNew, ignoredBeside };
        if (container)
            fate.containers.push(container);
        if (container && ignored)
            ignoredBeside.push(container);
        fates.set(key, fate);
    }
    return [...fates.values()];
}
function wasIgnored(violation, container, known) {
    if (!known)
        return true;
    const fact = (0,identity/* factOf */.yD)(violation, container);
    const counts = ({ isIgnored }) => isIgnored;
    return (((0,lib_policy/* findKnown */.X3)(fact, known.facts, counts) ?? (0,identity/* findCovering */.bg)(violation.rule, fact, known.facts, counts)) !== undefined);
}
function isKnown(violation, container, { facts, mode }, isIgnored) {
    if (facts.size === 0)
        return false;
    const fact = (0,identity/* factOf */.yD)(violation, container);
    const counts = (before) => (isIgnored || !before.isIgnored) && before.mode !== undefined && pod/* modes */.nI.indexOf(before.mode) <= pod/* modes */.nI.indexOf(mode);
    return ((0,lib_policy/* findKnown */.X3)(fact, facts, counts) ?? (0,identity/* findCovering */.bg)(violation.rule, fact, facts, counts)) !== undefined;
}

// EXTERNAL MODULE: ./lib/review/subjects.js
var subjects = __webpack_require__(9175);
;// CONCATENATED MODULE: ./lib/review/fix-offer.js


function offerFix(violation, fate) {
    const { fix } = violation;
    if (!fix)
        return { fix: null, declined: null };
    const offer = "declined" in fix ? fix : placePatches(violation, fix);
    const hasIgnored = !fate.ignored && fate.ignoredBeside.length > 0;
    const reason = "declined" in offer ? offer.declined : hasIgnored ? whyNotBesideIgnored(fate, offer) : undefined;
    return "declined" in offer || reason !== undefined
        ? { fix: null, declined: reason ?? null }
        : { fix: offer, declined: null };
}
function placePatches({ subject: { document }, wanted }, fix) {
    const patches = [];
    for (const patch of fix.patches) {
        const placed = document.aliases.length > 0 ? placeAtAnchor(document, patch, wanted) : patch;
        if ("declined" in placed)
            return placed;
        const obstacle = (0,yaml/* obstacleTo */.zv)(document, placed);
        if (obstacle !== undefined)
            return { declined: obstacle };
        patches.push(placed);
    }
    return { ...fix, patches };
}
function placeAtAnchor(document, patch, wanted) {
    const depth = patch.op === "remove" ? patch.path.length - 1 : patch.path.length;
    const readers = (0,yaml/* pathsSharing */.$L)(document, patch.path.slice(0, depth));
    const [path, ...also] = (readers ?? []).map((reader) => [...reader, ...patch.path.slice(depth)]);
    if (path && also.length === 0)
        return patch;
    const isWanted = (place) => wanted.get((0,subjects/* keyOf */.TN)(place))?.some((other) => isAlike(other, patch));
    if (path && [path, ...also].every(isWanted))
        return { ...patch, path, also };
    const line = (0,yaml/* lineAt */.mh)(document, ((0,yaml/* locate */.x5)(document, patch.path).shared ?? (0,yaml/* pointAt */.sd)(document, patch.path)).start);
    return { declined: `the text is shared through an anchor (line ${line}): change it where the anchor stands` };
}
function isAlike(a, b) {
    if (a.op === "remove" || b.op === "remove")
        return a.op === b.op;
    return a.op === b.op && (0,yaml/* sameValue */.eE)(a.value, b.value);
}
function whyNotBesideIgnored({ containers, ignoredBeside }, { patches }) {
    const places = patches.flatMap(({ path, also = [] }) => [path, ...also]);
    if (places.every((place) => containers.some((container) => (0,yaml/* startsWith */.w1)(place, container.path))))
        return undefined;
    const names = ignoredBeside.map(({ name }) => JSON.stringify(name)).join(", ");
    return `it would also change what is ignored in ${names}: set the field in the other containers`;
}

// EXTERNAL MODULE: ./lib/review/ignores.js
var review_ignores = __webpack_require__(6075);
// EXTERNAL MODULE: ./lib/review/inline-ignores.js
var inline_ignores = __webpack_require__(3805);
// EXTERNAL MODULE: ./lib/review/judgement.js
var judgement = __webpack_require__(963);
// EXTERNAL MODULE: ./lib/review/violations.js
var violations = __webpack_require__(9750);
;// CONCATENATED MODULE: ./lib/review/findings.js











function findingsIn(document, subjects, terms) {
    const { policy } = terms;
    const ignores = (0,inline_ignores/* findInlineIgnores */.Is)(document, policy);
    const excess = (0,yaml/* excessFor */.xE)("findingsPerDocument", ignores.length, policy.limits) ?? (0,violations/* excessOfFindings */.h2)(document, subjects, policy);
    if (excess !== undefined)
        return { findings: [], used: (0,review_ignores/* nothingUsed */.N3)(document), excess };
    const { judged, used } = (0,judgement/* judgeDocument */.h)(document, terms, subjects, ignores);
    const objects = ignores.length > 0 ? (0,pod/* findObjects */.Qe)(document.value) : [];
    const findings = [
        ...judged.flatMap(reportSubject),
        ...ignores.flatMap((ignore) => judgeIgnore(document, objects, ignore, used, policy)),
    ];
    return { findings: findings.sort(compareFindings), used };
}
function reportSubject({ subject: { document, workload }, violations, ...judged }) {
    const scope = { ...judged, workload: (0,identity/* hashWorkload */.ek)(workload, document.rendering?.root) };
    return violations.flatMap((violation) => reportViolation(violation, scope));
}
function reportViolation(violation, scope) {
    const { policy, counterpart, ignoredFor } = scope;
    const mode = (0,lib_policy/* modeOf */.VV)(policy, violation.rule, violation.level);
    const known = counterpart && mode && { facts: counterpart.facts, mode };
    const fates = splitByFate(violation, ignoredFor, known, policy.exempting);
    if (!mode)
        return [];
    return fates.map((fate) => makeFinding(violation, fate, mode, scope));
}
const lineUnknown = "The exact line can't be told: it comes from somewhere in this file.";
function makeFinding(violation, fate, mode, { policy, demand, ...scope }) {
    const { rule, subject, level, at: path, origin, range, related = [] } = violation;
    const { containers, isNew, ignored, barred } = fate;
    const { document, workload } = subject;
    const place = violation.readAt.get(containers[0]) ?? range;
    const { location, excerpt, via, isExact } = (0,yaml/* sourcePlaceOf */.Uk)(document, path, place);
    const text = place === range ? [] : [{ location: (0,yaml/* sourcePlaceOf */.Uk)(document, path, range).location, message: sharedText }];
    const rejection = demand && (0,lib_policy/* rejects */.zo)(demand, level) ? [rejectionBy(demand)] : [];
    const said = containers.length === violation.containers.length ? violation.text : violation.tell(containers);
    const tell = (names) => [
        said.replaceAll(violations/* everyone */.sz, () => nameAll(names, (0,pod/* isDeployer */.$X)(workload) ? "values" : "container")),
        ...rejection.map(({ message }) => message),
        ...(isExact ? [] : [lineUnknown]),
        ...(barred
            ? [`It is ignored by ${ignoreWords[barred.by]}, which does not count: ${(0,lib_policy/* explainBar */.Pl)(policy.exempting)}.`]
            : []),
    ].join(" ");
    const names = containers.map(({ name }) => name);
    const offer = offerFix(violation, fate);
    return {
        rule,
        level,
        mode: policy.gate === "new" && isNew === false ? "audit" : mode,
        message: tell(names),
        location,
        excerpt,
        document: document.index,
        path,
        workload,
        containers: names,
        origin,
        new: isNew,
        fingerprint: (0,identity/* fingerprintOf */.ax)(violation, containers, scope.workload),
        occurrences: () => rule === rules/* unusedIgnore */.B0
            ? []
            : (0,identity/* containersOf */.Mz)({ containers }).map((container) => (0,identity/* occurrenceOf */.Lr)(violation, container, policy.folder)),
        related: [
            ...text,
            ...via,
            ...related.map(({ at, message: said }) => ({ location: (0,yaml/* sourcePlaceOf */.Uk)(document, at).location, message: said })),
            ...rejection,
        ],
        ...offer,
        ignored,
        ...(!isExact && { isExact }),
        rendered: document.rendering ? [renderedAs(document.rendering, violation, offer.fix?.patches ?? [])] : null,
        tell,
    };
}
function renderedAs({ root, values }, { subject: { document, object, workload }, at: path }, patches) {
    const { file } = (0,yaml/* sourcePlaceOf */.Uk)(document, object).location;
    return { root, values, document: document.index, path, workload, file, fixed: { document, patches } };
}
const ignoreWords = {
    comment: "a comment",
    annotation: "an annotation",
    config: "an exemption",
    baseline: "the baseline",
};
const sharedText = "The text behind the alias stands here.";
function nameAll(containers, noun) {
    if (containers.length === 0)
        return "the pod";
    const word = containers.length > 1 && noun === "container" ? "containers" : noun;
    return `${word} ${(0,rules/* enumerate */.HL)(containers.map((name) => `"${name}"`))}`;
}
function rejectionBy({ name, levels: { enforce }, location, isBefore = false, }) {
    const place = `${location.file}, line ${location.start.line}`;
    const message = isBefore
        ? `Before this change the namespace "${name}" enforced ${enforce} (${place}), and the cluster may still reject the pods.`
        : `The cluster will reject the pods: the namespace "${name}" enforces ${enforce} (${place}).`;
    return { location, message };
}
function judgeIgnore(document, objects, ignore, used, policy) {
    const { range, path = [], defect, by } = ignore;
    const why = defect ?? (used.inline.has(ignore) ? undefined : "no finding of its rules is there");
    const owner = why === undefined ? undefined : (0,pod/* findOwner */.zr)(objects, path);
    if (why === undefined || !owner || policy.rules[rules/* unusedIgnore */.B0.id] === "off")
        return [];
    const at = ignore.at ?? (document.rendering ? [] : ignore.path) ?? owner.path;
    const violation = (0,rules/* reportUnused */.F6)(by, why, at);
    const subject = { document, workload: (0,pod/* identifyWorkload */.qk)(owner), object: owner.path, labels: {}, unknown: [] };
    const text = violation.message({ who: violations/* everyone */.sz, containers: [], line: () => "" });
    return reportViolation({ ...violation, rule: rules/* unusedIgnore */.B0, subject, range, readAt: new Map(), text, tell: () => text, wanted: new Map() }, {
        policy,
        demand: undefined,
        counterpart: undefined,
        ignoredFor: undefined,
        workload: (0,identity/* hashWorkload */.ek)(subject.workload),
    });
}
function compareFindings(a, b) {
    return a.location.range.start - b.location.range.start || rules/* rules */.aO.indexOf(a.rule) - rules/* rules */.aO.indexOf(b.rule);
}


/***/ }),

/***/ 3635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LT: () => (/* binding */ workOf),
/* harmony export */   Up: () => (/* binding */ fix),
/* harmony export */   XB: () => (/* binding */ tryFix),
/* harmony export */   Yo: () => (/* binding */ reasonBefore)
/* harmony export */ });
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3950);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182);
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
    const findingsBefore = new Map(start.findings.map((finding) => [finding.fingerprint, finding]));
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
    const declined = state.findings.map((finding) => {
        const reason = refused.get(finding.fingerprint) ?? whyUnfixed(finding);
        const was = findingsBefore.get(finding.fingerprint);
        return {
            finding,
            reason,
            before: was ? { line: was.location.start.line, reason: reasonBefore(whyUnfixed(was), reason) } : null,
        };
    });
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
    const { findings, ...rest } = (0,_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .findingsIn */ ._)(document, (0,_subjects_js__WEBPACK_IMPORTED_MODULE_4__/* .findSubjects */ .Pc)(document, policy), { policy, uses: new Map() });
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
function reasonBefore(own, reason) {
    const withoutLines = (text) => text.replace(/line \d+/g, "line");
    return withoutLines(own) === withoutLines(reason) ? own : reason;
}
function whyUnfixed({ fix: offered, declined, ignored }) {
    if (ignored)
        return `ignored: ${ignored.reason}`;
    if (!offered)
        return declined ?? "there is no fix that needs no decision of yours";
    return offered.safety === "review" ? `not asked for: it ${offered.risk}` : "not asked for";
}


/***/ }),

/***/ 1770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ groupBy),
/* harmony export */   Nj: () => (/* binding */ joinSharing),
/* harmony export */   cj: () => (/* binding */ keepDistinct)
/* harmony export */ });
function groupBy(items, getKey) {
    const groups = new Map();
    for (const item of items) {
        const key = getKey(item);
        const group = groups.get(key);
        if (group)
            group.push(item);
        else
            groups.set(key, [item]);
    }
    return groups;
}
function keepDistinct(items) {
    return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
function joinSharing(items, getKeys) {
    const groups = new Map();
    for (const item of items) {
        const keys = getKeys(item);
        const [first = new Set(), ...others] = new Set(keys.flatMap((key) => groups.get(key) ?? []));
        const joined = others.flatMap((other) => [...other]);
        for (const each of [...joined, item])
            first.add(each);
        for (const key of [...keys, ...joined.flatMap(getKeys)])
            groups.set(key, first);
    }
    const groupOf = (item) => getKeys(item).map((key) => groups.get(key))[0];
    return [...groupBy(items, (item) => groupOf(item) ?? item).values()];
}


/***/ }),

/***/ 5116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lr: () => (/* binding */ occurrenceOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   ax: () => (/* binding */ fingerprintOf),
/* harmony export */   bg: () => (/* binding */ findCovering),
/* harmony export */   ek: () => (/* binding */ hashWorkload),
/* harmony export */   yD: () => (/* binding */ factOf)
/* harmony export */ });
/* harmony import */ var _pod_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7805);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4922);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(182);
/* harmony import */ var _subjects_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9175);




function occurrenceOf(violation, container, folder) {
    const { subject, at: path, range } = violation;
    const { document, workload } = subject;
    const { location, isExact } = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_2__/* .sourcePlaceOf */ .Uk)(document, path, range);
    const { start } = location.range;
    return {
        workload: (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadKey */ .f6)(workload),
        fact: factOf(violation, container),
        file: (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .fromFolder */ .FC)(folder, location.file),
        place: document.rendering && isExact ? String(start) : `${start} ${(0,_subjects_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(path)}`,
    };
}
function containersOf({ containers }) {
    return containers.length > 0 ? containers : [undefined];
}
function factOf({ rule, subject, at: place, level, extent }, container) {
    const root = subject.document.value;
    const written = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(root, place);
    const depth = depthOfOwner(subject, place);
    const names = extent ? place.slice(depth).filter((step) => typeof step === "string") : fieldNames(root, place, depth);
    return {
        rule: rule.id,
        level,
        container: container ? (0,_subjects_js__WEBPACK_IMPORTED_MODULE_3__/* .containerKey */ .Ho)(container) : null,
        field: names.join("."),
        value: typeof written === "string" || typeof written === "number" ? written : null,
        extent: extent?.(container) ?? [],
    };
}
function depthOfOwner(subject, path) {
    if (!(0,_subjects_js__WEBPACK_IMPORTED_MODULE_3__/* .isPod */ .Se)(subject))
        return subject.object.length;
    const owner = (0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findContainer */ .FA)(subject, path);
    if (owner)
        return owner.path.length;
    return (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_2__/* .startsWith */ .w1)(path, subject.path) ? subject.path.length : subject.object.length;
}
function fieldNames(root, path, depth) {
    return (0,_subjects_js__WEBPACK_IMPORTED_MODULE_3__/* .nameSteps */ .rT)(root, path)
        .slice(depth)
        .filter((step) => typeof step === "string");
}
function findCovering({ coveredBy }, { container }, known, counts = () => true) {
    return coveredBy === undefined ? undefined : (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .factsAbout */ .T9)({ rule: coveredBy, container }, known).find(counts);
}
function fingerprintOf({ rule, subject, at: place }, containers, workload) {
    const { document, object } = subject;
    const owner = containers.find(({ path }) => (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_2__/* .startsWith */ .w1)(place, path));
    const field = fieldNames(document.value, place, owner ? owner.path.length : object.length);
    const written = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(document.value, place);
    const value = typeof written === "object" ? null : written;
    const names = containers.length > 0 ? containers.map(({ name }) => name) : [null];
    const each = names.map((container) => fingerprint({ rule: rule.id, workload, container, field, value }));
    return each.length === 1 ? each.join() : hexadecimal(hash(each.toSorted().join()));
}
function fingerprint({ rule, workload, container, field, value = null }) {
    return hexadecimal(hash(JSON.stringify([rule, container, value, ...field]), workload));
}
function hashWorkload({ apiVersion, kind, namespace, name }, root) {
    return hash(JSON.stringify([(0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .parseGroup */ .hb)(apiVersion), kind, namespace, name, ...(root === undefined ? [] : [root])]));
}
function hash(text, start = { high: 0xdeadbeef, low: 0x41c6ce57 }) {
    let { high, low } = start;
    for (let index = 0; index < text.length; index++) {
        const unit = text.charCodeAt(index);
        high = Math.imul(high ^ unit, 2654435761);
        low = Math.imul(low ^ unit, 1597334677);
    }
    return { high, low };
}
function hexadecimal({ high, low }) {
    return mix(high, low) + mix(low, high);
}
function mix(a, b) {
    const half = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    return (half >>> 0).toString(16).padStart(8, "0");
}


/***/ }),

/***/ 6075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N3: () => (/* binding */ nothingUsed),
/* harmony export */   SQ: () => (/* binding */ findIgnored),
/* harmony export */   gs: () => (/* binding */ indexIgnores)
/* harmony export */ });
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4922);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182);
/* harmony import */ var _baseline_uses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1626);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5116);
/* harmony import */ var _subjects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9175);





function nothingUsed(document) {
    return { document, inline: new Set(), exemptions: new Set() };
}
function indexIgnores(ignores) {
    const index = new Map();
    for (const ignore of ignores.toReversed())
        if (ignore.defect === undefined && ignore.path)
            for (const rule of ignore.rules)
                index.set(`${rule} ${(0,_subjects_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(ignore.path)}`, ignore);
    return index;
}
function findIgnored({ document, object, workload }, violations, policy, inDocument) {
    const ignores = {
        ...inDocument,
        exemptions: (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .exemptionsFor */ .Yn)(workload, (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .sourcePlaceOf */ .Uk)(document, object).location.file, policy),
        accepted: policy.baseline.get((0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadKey */ .f6)(workload)) ?? [],
    };
    const known = new Map();
    const ignore = (violation, container, ignored) => known.set(violation, (known.get(violation) ?? new Map()).set(container, ignored));
    const open = [];
    for (const violation of violations)
        for (const container of (0,_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(violation)) {
            const ignored = findInline(violation, container, ignores) ?? findExemption(violation, container, ignores);
            if (ignored)
                ignore(violation, container, ignored);
            else if (ignores.accepted.length > 0)
                open.push({
                    ...(0,_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .occurrenceOf */ .Lr)(violation, container, policy.folder),
                    rule: violation.rule,
                    violation,
                    container,
                });
        }
    for (const [{ violation, container }, { written }] of (0,_baseline_uses_js__WEBPACK_IMPORTED_MODULE_2__/* .acceptFound */ .b8)(open, ignores.accepted, ignores.uses))
        ignore(violation, container, { by: "baseline", reason: `accepted in ${written.file}`, expires: null });
    return (violation, container) => known.get(violation)?.get(container) ?? null;
}
function findInline(violation, container, { inline, inSources, used }) {
    if (inline.size + inSources.length === 0)
        return undefined;
    const { rule, at: place } = violation;
    const places = [place, container?.path ?? place];
    const found = findAround(rule.id, places, inline) ?? findInSources(violation, places, inSources);
    if (!found)
        return undefined;
    used.inline.add(found);
    return { by: found.by, reason: found.reason, expires: found.expires };
}
function findExemption(violation, container, { exemptions, used }) {
    const exemption = exemptions.find((each) => (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isExempt */ .U4)(each, violation, container));
    if (!exemption)
        return undefined;
    used.exemptions.add(exemption);
    return { by: "config", reason: exemption.reason, expires: exemption.expires };
}
function findInSources({ rule, subject: { document } }, places, inSources) {
    if (inSources.length === 0)
        return undefined;
    const spots = places.map((place) => (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .sourcePlaceOf */ .Uk)(document, place).location);
    return inSources.find(({ comment, location, covers }) => comment.rules.includes(rule.id) &&
        comment.defect === undefined &&
        spots.some(({ file, range: { start } }) => file === location.file && start >= covers.start && start < covers.end))?.comment;
}
function findAround(rule, places, inline) {
    const around = places.flatMap((place) => [...place, ""].flatMap((_, depth) => inline.get(`${rule} ${(0,_subjects_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(place.slice(0, depth))}`) ?? []));
    return around.toSorted((a, b) => a.range.start - b.range.start)[0];
}


/***/ }),

/***/ 6444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ noteUnreadImages),
/* harmony export */   Ih: () => (/* binding */ findImageNotes),
/* harmony export */   Mz: () => (/* binding */ findImages)
/* harmony export */ });
/* harmony import */ var _pod_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7805);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2258);



function findImages(sources, policy) {
    return (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .withFullReader */ .xt)(() => {
        const wanted = new Map();
        for (const { spec, containers } of readPods(sources, policy))
            for (const { image } of containers)
                for (const platform of image ? (0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .listPlatforms */ .Rd)(spec) : [])
                    wanted.set(`${image} ${platform}`, { image: image ?? "", platform });
        return [...wanted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
    });
}
function findImageNotes(sources, policy) {
    return (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .withFullReader */ .xt)(() => noteUnreadImages(readPods(sources, policy), policy.images));
}
function readPods(sources, policy) {
    return sources.flatMap((source) => (0,_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .readManifest */ .WI)(source, policy).documents.flatMap((document) => (0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findPods */ .K7)(document, policy)));
}
function noteUnreadImages(pods, images) {
    if (images.size === 0)
        return [];
    return pods.flatMap(({ document, spec, containers }) => containers.flatMap(({ name, image, path }) => {
        const answer = (0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findImageAnswer */ .hM)(images, image, (0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .listPlatforms */ .Rd)(spec));
        if (!answer)
            return [];
        const missing = describeMissing(answer);
        if (missing === undefined)
            return [];
        const { file, start } = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .sourcePlaceOf */ .Uk)(document, [...path, "image"]).location;
        return [{ severity: "note", file, line: start.line, message: `Container "${name}": ${missing}` }];
    }));
}
function describeMissing(answer) {
    if ("error" in answer)
        return `could not read the image: ${answer.error}. The container is judged without it.`;
    const { layersError } = answer;
    return layersError === undefined
        ? undefined
        : `could not read the layers of the image: ${layersError}. What its programs carry in their files is not known.`;
}


/***/ }),

/***/ 3805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ findInlineIgnores),
/* harmony export */   RT: () => (/* binding */ readIgnore),
/* harmony export */   aF: () => (/* binding */ findIgnoreComments)
/* harmony export */ });
/* unused harmony export ignoreAnnotation */
/* harmony import */ var _pod_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7805);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4922);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3950);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(182);




const ruleIds = _rules_index_js__WEBPACK_IMPORTED_MODULE_2__/* .rules */ .aO.map(({ id }) => id);
const marker = "secctx:";
const ignoreAnnotation = "secctx.dev/ignore";
function findInlineIgnores(document, policy) {
    return [...findIgnoreComments(document, policy.today), ...findIgnoreAnnotations(document, policy)];
}
function findIgnoreComments(document, today) {
    return (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_3__/* .remarksIn */ .H3)(document, marker).flatMap(({ text, range, path }) => {
        const content = /^#+\s*secctx:\s*(.*?)\s*$/.exec(text)?.[1];
        return content === undefined ? [] : [{ by: "comment", range, path, ...parseComment(content, path, today) }];
    });
}
function findIgnoreAnnotations(document, policy) {
    if (!document.text.slice(document.range.start, document.range.end).includes("secctx"))
        return [];
    const owners = [
        ...(0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findObjects */ .Qe)(document.value).map(({ path }) => path),
        ...(0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findPods */ .K7)(document, policy).map(({ metadata }) => metadata.slice(0, -1)),
    ];
    const distinct = [...new Map(owners.map((path) => [JSON.stringify(path), path])).values()];
    return distinct.flatMap((path) => {
        const at = [...path, "metadata", "annotations", ignoreAnnotation];
        const value = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .fK)(document.value, at);
        if (value === undefined || value === null)
            return [];
        const lines = typeof value === "string" ? value.split("\n").map((line) => line.trim()) : [];
        const said = lines.filter((line) => line !== "");
        return placeLines(document, at, said.length > 0 ? said : [""]).map(({ line, range }) => ({
            by: "annotation",
            range,
            path,
            at,
            ...parseIgnore(line, annotationForm, path, policy.today),
        }));
    });
}
function placeLines(document, at, lines) {
    const { start, end } = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_3__/* .locate */ .x5)(document, at).value;
    const written = document.text.slice(start, end);
    const starts = [];
    for (const line of lines) {
        const index = line === "" ? -1 : written.indexOf(line, starts.at(-1) ?? 0);
        if (index === -1)
            return lines.map((each) => ({ line: each, range: (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_3__/* .pointAt */ .sd)(document, at) }));
        starts.push(index);
    }
    return lines.map((line, index) => {
        const from = start + (starts[index] ?? 0);
        return { line, range: { start: from, end: from + line.length } };
    });
}
function readIgnore(text, hasTarget, today) {
    return parseComment(text.replace(/^secctx:\s*/, ""), hasTarget ? [] : undefined, today);
}
const annotationForm = "ignore[rule] reason; until 2027-06-30";
function parseComment(content, path, today) {
    return parseIgnore(content, `# ${marker} ${annotationForm}`, path, today);
}
function parseIgnore(content, form, path, today) {
    const [, list, rest = ""] = /^ignore\s*\[([^\]]*)\]\s*(.*)$/.exec(content) ?? [];
    if (list === undefined)
        return defective(`its form is not "${form}"`);
    const ids = list.split(",").map((id) => id.trim());
    const unknown = ids.find((id) => !ruleIds.includes(id));
    if (unknown !== undefined) {
        const near = (0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findSimilarName */ .Qx)(unknown, ruleIds);
        const hint = near === undefined ? ": `secctx explain` lists them" : `, did you mean ${near}?`;
        return defective(unknown === "" ? "it names no rule" : `there is no rule ${JSON.stringify(unknown)}${hint}`);
    }
    const [, reason = "", until] = /^(.*?)(?:\s*;\s*until\b\s*(.*))?$/.exec(rest) ?? [];
    if (until !== undefined && !(0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isDay */ .N)(until))
        return defective(`${JSON.stringify(until)} is not a day: write one such as 2027-06-30`);
    const day = until === undefined ? (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .findDayAtEnd */ .On)(reason) : undefined;
    if (day !== undefined)
        return defective(`${JSON.stringify(day)} looks like a last day: write it at the end, as "; until 2027-06-30"`);
    if (!/[\p{L}\p{N}]/u.test(reason))
        return defective("it gives no reason: write one after the brackets");
    if (path === undefined)
        return defective("nothing stands on its line or below it");
    const expires = until ?? null;
    return { rules: ids, reason, expires, defect: (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .hasExpired */ .oN)(expires, today) ? `it expired on ${expires}` : undefined };
}
function defective(defect) {
    return { rules: [], reason: "", expires: null, defect };
}


/***/ }),

/***/ 963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ judgeDocument)
/* harmony export */ });
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4922);
/* harmony import */ var _ignores_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6075);
/* harmony import */ var _inline_ignores_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3805);
/* harmony import */ var _only_new_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2323);
/* harmony import */ var _source_ignores_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3553);
/* harmony import */ var _subjects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9175);
/* harmony import */ var _violations_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9750);







function judgeDocument(document, { policy, before, uses }, subjects = (0,_subjects_js__WEBPACK_IMPORTED_MODULE_5__/* .findSubjects */ .Pc)(document, policy), ignores = (0,_inline_ignores_js__WEBPACK_IMPORTED_MODULE_2__/* .findInlineIgnores */ .Is)(document, policy)) {
    const used = (0,_ignores_js__WEBPACK_IMPORTED_MODULE_1__/* .nothingUsed */ .N3)(document);
    const inline = (0,_ignores_js__WEBPACK_IMPORTED_MODULE_1__/* .indexIgnores */ .gs)(ignores);
    const inSources = document.rendering ? (0,_source_ignores_js__WEBPACK_IMPORTED_MODULE_4__/* .ignoresInSources */ .D)(document.rendering, policy.today) : [];
    const mayIgnore = ignores.length + inSources.length + policy.exemptions.length + policy.baseline.size > 0;
    const judged = subjects.map((subject) => {
        const own = (0,_subjects_js__WEBPACK_IMPORTED_MODULE_5__/* .isPod */ .Se)(subject) ? (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .tightenPolicy */ .IE)(policy, subject.workload.namespace) : { policy, demand: undefined };
        const counterpart = before && (before.get((0,_only_new_js__WEBPACK_IMPORTED_MODULE_3__/* .subjectPlace */ .gM)(subject)) ?? nothing);
        const violations = (0,_violations_js__WEBPACK_IMPORTED_MODULE_6__/* .findViolations */ .Mg)(subject, own.policy, counterpart);
        const ignoredFor = mayIgnore
            ? (0,_ignores_js__WEBPACK_IMPORTED_MODULE_1__/* .findIgnored */ .SQ)(subject, violations, policy, { inline, inSources, used, uses })
            : undefined;
        return { ...own, subject, counterpart, violations, ignoredFor };
    });
    return { judged, used };
}
const nothing = { facts: new Map(), containers: new Map() };


/***/ }),

/***/ 8677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ mayHoldGone),
/* harmony export */   AU: () => (/* binding */ followMoves),
/* harmony export */   kD: () => (/* binding */ policyBefore)
/* harmony export */ });
/* unused harmony exports hasGone, findOtherFiles */
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4922);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2258);
/* harmony import */ var _judgement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(963);




function policyBefore(policy, base) {
    const files = namesOf(base, policy);
    const wasThere = ({ file }) => file !== null && files.has(file);
    return { ...policy, baseline: (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .mapEntries */ .eL)(policy.baseline, (entry) => [wasThere(entry) ? stay(entry) : entry]) };
}
function followMoves(policy, sources, base) {
    if (!hasGone(policy.baseline))
        return policy;
    const [now, before] = [namesOf(sources, policy), policyBefore(policy, base)];
    const uses = new Map();
    const holders = new Map();
    for (const source of base.filter(({ text }) => mayHoldGone(policy.baseline, text)))
        for (const document of (0,_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .readManifest */ .WI)(source, policy).documents)
            for (const { subject } of (0,_judgement_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeDocument */ .h)(document, { policy: before, uses }).judged) {
                const key = (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadKey */ .f6)(subject.workload);
                const files = holders.get(key) ?? new Set();
                holders.set(key, files.add((0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fromFolder */ .FC)(policy.folder, source.file)));
            }
    const entriesBefore = new Map([...before.baseline.values()].flat().map((entry) => [entry.entry, entry]));
    const baseline = (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .mapEntries */ .eL)(policy.baseline, (entry, _, workload) => {
        if (!entry.gone)
            return [entry];
        const found = [...(uses.get(entriesBefore.get(entry.entry) ?? entry)?.values() ?? [])];
        const held = [...(holders.get(workload) ?? [])].filter((file) => now.has(file));
        return [...new Set(found.map(({ file }) => file))].map((file) => {
            const moved = { ...entry, file, count: found.filter((each) => each.file === file).length };
            return now.has(file) ? stay(moved) : { ...moved, gone: { notIn: held } };
        });
    });
    return { ...policy, baseline };
}
function hasGone(baseline) {
    return [...baseline.values()].some((like) => like.some(({ gone }) => gone));
}
function mayHoldGone(baseline, text) {
    const isGone = ([_, like]) => like.some(({ gone }) => gone);
    const workloads = [...baseline].filter(isGone).map(([workload]) => nameIn(workload));
    return workloads.length > 0 && ((0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .mayHideWords */ .V$)(text) || workloads.some((name) => text.includes(name)));
}
function findOtherFiles(baseline, sources) {
    const others = new Set();
    for (const [workload, entries] of baseline) {
        const files = new Set(entries.flatMap(({ file }) => file ?? []));
        const mayHold = ({ file, text, rendering }) => ![file, ...(rendering?.parts?.keys() ?? [])].some((part) => files.has(part)) &&
            (text.includes(nameIn(workload)) || mayHideWords(text));
        if (sources.some(mayHold))
            for (const file of files)
                others.add(file);
    }
    return others;
}
function nameIn(workload) {
    return workload.slice(Math.max(workload.lastIndexOf(" "), workload.lastIndexOf("/")) + 1);
}
function stay({ gone: _, ...entry }) {
    return entry;
}
function namesOf(sources, { folder }) {
    const files = sources.flatMap(({ file, rendering }) => [file, ...(rendering?.parts?.keys() ?? [])]);
    return new Set(files.map((file) => (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .fromFolder */ .FC)(folder, file)));
}


/***/ }),

/***/ 5166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KB: () => (/* binding */ isOmissionKind),
/* harmony export */   nX: () => (/* binding */ noteOmissions),
/* harmony export */   xX: () => (/* binding */ findOmission)
/* harmony export */ });
/* harmony import */ var _pod_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7805);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182);
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1770);



function findOmission(source, { documents, problems }, isReadable) {
    const { file, text, before, unread } = source;
    const errors = problems.filter(({ severity }) => severity === "error");
    const [first] = errors;
    const omit = (what, line, message) => {
        return { file, line, message, what, looksLikeWorkload: (0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .looksLikeWorkload */ .LF)(text) };
    };
    if (!first) {
        const isUnjudged = documents.length === 0 && findChart(file) !== undefined && holdsAction(text);
        return isUnjudged ? omit("template", 1, "This is a template: render it, then review what it makes.") : undefined;
    }
    if (unread?.what === "closed")
        return undefined;
    const wasManifest = before !== undefined && (0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .saysObject */ .xT)(before);
    const isTooLarge = errors.some(({ message }) => (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isLimitSentence */ .VE)(message));
    const isTemplate = !unread && holdsAction(text) && !isTooLarge;
    const mayBeManifest = isTemplate ? wasManifest && isReadable(before) : wasManifest || (0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .saysObject */ .xT)(text);
    if (mayBeManifest)
        return undefined;
    if (unread)
        return omit(unread.what, first.line, `${unread.reason.charAt(0).toUpperCase()}${unread.reason.slice(1)}.`);
    return omit(isTemplate ? "template" : isTooLarge ? "large" : "text", first.line, first.message);
}
function holdsAction(text) {
    const start = text.search(/\{\{[^{}]/);
    return start !== -1 && text.includes("}}", start);
}
function noteOmissions(omissions) {
    const byChart = (0,_groups_js__WEBPACK_IMPORTED_MODULE_2__/* .groupBy */ .$z)(omissions, ({ what, file }) => (what === "template" ? findChart(file) : undefined));
    const others = byChart.get(undefined) ?? [];
    byChart.delete(undefined);
    return [...[...byChart.values()].map(noteChart), ...noteOthers(others)];
}
function findChart(file) {
    return /^(.*?)(^|\/)templates\//.exec(file)?.[1];
}
function noteChart(templates) {
    const [{ file }] = templates;
    const count = templates.length === 1 ? "1 template" : `${templates.length} templates`;
    const message = `A Helm chart, not evaluated (${count}): pipe \`helm template\` into \`secctx check -\`.`;
    return { severity: "note", file, line: 1, message };
}
function noteOthers(omissions) {
    const [first] = omissions;
    if (!first)
        return [];
    const kinds = Object.entries(nouns).flatMap(([what, [one, many]]) => {
        const count = omissions.filter((each) => each.what === what).length;
        return count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`];
    });
    const suspects = omissions.filter((each) => each.looksLikeWorkload).map(({ file }) => file);
    const passed = omissions.length === 1
        ? `This was passed over, because it can't be a manifest. ${first.message}`
        : `${omissions.length} files were passed over, because they can't be manifests: ${kinds.join(", ")}. The first is here.`;
    const unjudged = suspects.length === 0
        ? ""
        : ` Not judged, although ${suspects.length === 1 ? "it seems" : "they seem"} to hold a workload: ${suspects.join(", ")}.`;
    return [{ severity: "note", file: first.file, line: first.line, message: `${passed}${unjudged}` }];
}
function isOmissionKind(what) {
    return typeof what === "string" && Object.hasOwn(nouns, what);
}
const nouns = {
    template: ["text with template actions", "texts with template actions"],
    text: ["text that is neither YAML nor JSON", "texts that are neither YAML nor JSON"],
    encoding: ["text that is not UTF-8", "texts that are not UTF-8"],
    binary: ["binary file", "binary files"],
    pointer: ["Git LFS pointer", "Git LFS pointers"],
    link: ["link to another file", "links to other files"],
    submodule: ["submodule", "submodules"],
    large: ["file that is too large", "files that are too large"],
};


/***/ }),

/***/ 2323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ql: () => (/* binding */ moveToPod),
/* harmony export */   eU: () => (/* binding */ pairWithBase),
/* harmony export */   gM: () => (/* binding */ subjectPlace)
/* harmony export */ });
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4922);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182);
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1770);
/* harmony import */ var _subjects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9175);




function pairWithBase(heads, bases) {
    const heading = heads.map((subject) => ({ subject, ...traitsOf(subject) }));
    const based = bases.map((base) => ({ ...base, ...traitsOf(base.subject) }));
    const keys = [
        ({ file, id, shape }) => JSON.stringify([file, id, shape]),
        ({ file, id }) => JSON.stringify([file, id]),
        ({ id, shape }) => JSON.stringify([id, shape]),
        ({ id }) => id,
        ({ kind, shape }) => JSON.stringify([kind, shape]),
        ({ kind, frame }) => JSON.stringify([kind, frame]),
        ({ id, maker }) => JSON.stringify(maker ?? [id]),
    ];
    const pairs = pairByKeys(heading, based, keys);
    const releaseKey = ({ release, id }) => JSON.stringify([release, id]);
    const released = (0,_groups_js__WEBPACK_IMPORTED_MODULE_3__/* .groupBy */ .$z)(based, releaseKey);
    for (const head of heading) {
        const again = head.release === undefined || pairs.has(head) ? [] : (released.get(releaseKey(head)) ?? []);
        const base = again.find(({ shape }) => shape === head.shape) ?? again[0];
        if (base)
            pairs.set(head, base);
    }
    return new Map([...pairs].map(([{ subject }, base]) => [subjectPlace(subject), counterpartOf(subject, base)]));
}
function pairByKeys(heads, bases, keys) {
    const pairs = new Map();
    const taken = new Set();
    for (const key of keys) {
        const open = new Map();
        for (const base of bases) {
            if (taken.has(base))
                continue;
            const like = open.get(key(base));
            if (like)
                like.push(base);
            else
                open.set(key(base), [base]);
        }
        for (const like of open.values())
            like.reverse();
        for (const head of heads) {
            const base = pairs.has(head) ? undefined : open.get(key(head))?.pop();
            if (!base)
                continue;
            taken.add(base);
            pairs.set(head, base);
        }
    }
    return pairs;
}
function subjectPlace(subject) {
    const { index } = subject.document;
    return JSON.stringify([textOf(subject.document), index, (0,_subjects_js__WEBPACK_IMPORTED_MODULE_2__/* .isPod */ .Se)(subject) ? subject.path : subject.object]);
}
function textOf({ file, rendering }) {
    return rendering ? JSON.stringify([file, rendering.values, rendering.deployer]) : file;
}
function traitsOf(subject) {
    const { document, workload, object } = subject;
    const own = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(document.value, object) ?? null;
    const path = (0,_subjects_js__WEBPACK_IMPORTED_MODULE_2__/* .isPod */ .Se)(subject) ? (0,_subjects_js__WEBPACK_IMPORTED_MODULE_2__/* .nameSteps */ .rT)(own, subject.path.slice(object.length)).join(".") : "";
    const describe = (...left) => (0,_subjects_js__WEBPACK_IMPORTED_MODULE_2__/* .isPod */ .Se)(subject) ? (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalText */ .A4)(omitFromContainers(subject.spec, left)) : JSON.stringify(subject.labels);
    const kind = `${(0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadKey */ .f6)({ ...workload, namespace: null, name: "" })} ${path}`;
    const isRandom = document.rendering && !(0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .sourcePlaceOf */ .Uk)(document, [...object, "metadata", "name"]).isExact;
    return {
        release: document.rendering && JSON.stringify([document.file, document.rendering.deployer]),
        maker: isRandom ? [textOf(document), kind, (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .sourcePlaceOf */ .Uk)(document, object).location.file] : undefined,
        file: textOf(document),
        id: `${(0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadKey */ .f6)(workload)} ${path}`,
        kind,
        shape: describe("name"),
        frame: describe("name", "image"),
    };
}
function omitFromContainers(spec, left) {
    const entries = Object.entries(spec).map(([key, value]) => {
        if (!/ontainers$/.test(key) || !(0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(value))
            return [key, value];
        return [key, value.map((container) => omit(container, left))];
    });
    return Object.fromEntries(entries);
}
function omit(value, left) {
    return (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isFields */ .Ce)(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !left.includes(key))) : value;
}
function counterpartOf(head, { subject: base, facts }) {
    const pairs = pairByKeys((0,_subjects_js__WEBPACK_IMPORTED_MODULE_2__/* .isPod */ .Se)(head) ? head.containers : [], (0,_subjects_js__WEBPACK_IMPORTED_MODULE_2__/* .isPod */ .Se)(base) ? base.containers : [], [
        _subjects_js__WEBPACK_IMPORTED_MODULE_2__/* .containerKey */ .Ho,
        ({ type, spec }) => `${type} ${(0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalText */ .A4)(omit(spec, ["name"]))}`,
        ({ type, spec }) => `${type} ${(0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalText */ .A4)(omit(spec, ["name", "image"]))}`,
    ]);
    const nameNow = new Map([...pairs].map(([now, then]) => [(0,_subjects_js__WEBPACK_IMPORTED_MODULE_2__/* .containerKey */ .Ho)(then), (0,_subjects_js__WEBPACK_IMPORTED_MODULE_2__/* .containerKey */ .Ho)(now)]));
    const renamed = facts.flatMap((fact) => {
        if (fact.container === null)
            return fact;
        const container = nameNow.get(fact.container);
        return container === undefined ? [] : { ...fact, container };
    });
    return {
        facts: (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_0__/* .indexFacts */ .qj)(renamed),
        containers: new Map([...pairs].map(([now, then]) => [(0,_subjects_js__WEBPACK_IMPORTED_MODULE_2__/* .containerKey */ .Ho)(now), then])),
    };
}
function moveToPod(violation, pod, before) {
    const { at: place, origin, containers } = violation;
    if (origin !== "default" || containers.length === 0)
        return violation;
    const wasOnPod = containers.every((container) => {
        const { context } = container;
        const field = String(place[((0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .startsWith */ .w1)(place, context) ? context : pod.context).length]);
        const then = before.containers.get((0,_subjects_js__WEBPACK_IMPORTED_MODULE_2__/* .containerKey */ .Ho)(container))?.effective;
        return then?.[field]?.origin === "pod";
    });
    if (!wasOnPod)
        return violation;
    const own = containers.find(({ context }) => (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .startsWith */ .w1)(place, context))?.context;
    return {
        ...violation,
        at: own ? [...pod.context, ...place.slice(own.length)] : place,
        message: (say) => `${violation.message(say)} Before this change the pod set it.`,
    };
}


/***/ }),

/***/ 2231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ exitStatus),
/* harmony export */   A: () => (/* binding */ decideVerdict)
/* harmony export */ });
const exitStatus = { pass: 0, fail: 1, error: 2 };
function decideVerdict({ gate }, { hasFailed, problems }) {
    if (problems.some(({ severity }) => severity === "error"))
        return "error";
    return hasFailed && gate !== "none" ? "fail" : "pass";
}


/***/ }),

/***/ 2349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uy: () => (/* binding */ reviewRenderings),
  BC: () => (/* binding */ streamReview)
});

// UNUSED EXPORTS: review

// EXTERNAL MODULE: ./lib/policy/index.js + 12 modules
var lib_policy = __webpack_require__(4922);
// EXTERNAL MODULE: ./lib/rules/index.js + 49 modules
var lib_rules = __webpack_require__(3950);
// EXTERNAL MODULE: ./lib/yaml/index.js + 23 modules
var yaml = __webpack_require__(182);
// EXTERNAL MODULE: ./lib/review/carried-fixes.js + 1 modules
var carried_fixes = __webpack_require__(7179);
// EXTERNAL MODULE: ./lib/review/baseline-uses.js
var baseline_uses = __webpack_require__(1626);
// EXTERNAL MODULE: ./lib/review/omissions.js
var review_omissions = __webpack_require__(5166);
// EXTERNAL MODULE: ./lib/review/result.js
var result = __webpack_require__(2231);
// EXTERNAL MODULE: ./lib/review/groups.js
var groups = __webpack_require__(1770);
// EXTERNAL MODULE: ./lib/review/identity.js
var identity = __webpack_require__(5116);
;// CONCATENATED MODULE: ./lib/review/unused-ignores.js




function findUnusedExemptions({ exemptions, exempting, today, isWhole, rules }, matched) {
    const mode = rules[lib_rules/* unusedIgnore */.B0.id] ?? "warn";
    if (mode === "off")
        return [];
    return exemptions.flatMap((exemption) => {
        const { expires, isBarred } = exemption;
        const unused = { what: "exemption", ...exemption };
        if (isBarred)
            return findingOn(unused, (0,lib_policy/* explainBar */.Pl)(exempting), mode);
        if ((0,lib_policy/* hasExpired */.oN)(expires, today))
            return findingOn(unused, `it expired on ${expires}`, mode);
        return matched.has(exemption) || !isWhole ? [] : findingOn(unused, "it fits no finding", mode);
    });
}
function findUnusedComments(comments, used, { rules }) {
    const mode = rules[lib_rules/* unusedIgnore */.B0.id] ?? "warn";
    if (mode === "off")
        return [];
    const inUse = used.flatMap(({ inline }) => [...inline]);
    const needed = new Set(inUse.map(({ range }) => range));
    const inSources = new Set(comments.map(({ comment }) => comment));
    const printed = new Set(inUse.filter((comment) => !inSources.has(comment)).map(wordingOf));
    const byPlace = (0,groups/* groupBy */.$z)(comments, ({ location: { file, range } }) => `${file} ${range.start}`);
    return [...byPlace.values()].flatMap((alike) => {
        const [{ comment, location, excerpt }] = alike;
        const why = comment.defect ?? "no finding of its rules is there";
        const isUsed = comment.defect === undefined &&
            alike.some((each) => needed.has(each.comment.range) || printed.has(wordingOf(each.comment)));
        return isUsed ? [] : [findingOn({ what: "comment", location, excerpt, path: [] }, why, mode)];
    });
}
function wordingOf({ by, rules, reason, expires }) {
    return JSON.stringify([by, rules, reason, expires]);
}
function findingOn({ what, location, excerpt, path }, why, mode) {
    const { level, origin, message } = (0,lib_rules/* reportUnused */.F6)(what, why, path);
    const said = message({ who: "", containers: [], line: () => "" });
    const field = path.filter((step) => typeof step === "string");
    const workload = { apiVersion: "", kind: "Configuration", namespace: null, name: location.file };
    return {
        rule: lib_rules/* unusedIgnore */.B0,
        level,
        mode,
        message: said,
        location,
        excerpt,
        document: 0,
        path,
        workload,
        containers: [],
        origin,
        new: null,
        fingerprint: (0,identity/* fingerprint */.Rj)({
            rule: lib_rules/* unusedIgnore */.B0.id,
            workload: (0,identity/* hashWorkload */.ek)(workload),
            container: null,
            field,
            value: excerpt,
        }),
        occurrences: () => [],
        related: [],
        fix: null,
        declined: null,
        ignored: null,
        rendered: null,
        tell: () => said,
    };
}

;// CONCATENATED MODULE: ./lib/review/conclusion.js





function startTally({ files, addedIgnores, problems, uses }) {
    return {
        files,
        addedIgnores,
        problems: [...problems],
        omissions: [],
        exemptions: new Set(),
        uses,
        workloads: new Map(),
        hasFailed: false,
    };
}
function addToTally(tally, { findings, workloads, problems, omission, used }) {
    for (const { exemptions } of used)
        for (const each of exemptions)
            tally.exemptions.add(each);
    for (const { pod } of workloads) {
        const { rendering, file } = pod.document;
        const key = (0,lib_policy/* workloadKey */.f6)(pod.workload);
        const holders = tally.workloads.get(key) ?? [];
        holders.push(rendering?.parts ?? file);
        tally.workloads.set(key, holders);
    }
    for (const problem of problems)
        tally.problems.push(problem);
    if (omission)
        tally.omissions.push(omission);
    tally.hasFailed ||= findings.some(fails);
}
function conclude(tally, policy) {
    const { files, addedIgnores, omissions, hasFailed } = tally;
    const unused = findUnusedExemptions(policy, tally.exemptions);
    const accepted = (0,baseline_uses/* listUses */.bJ)(policy, tally.uses, tally.workloads);
    const pending = { findings: unused, omissions, ...(0,baseline_uses/* splitUses */.Lo)(accepted) };
    const shard = policy.shard && { ...policy.shard, pending };
    const findings = shard ? [] : unused;
    const notes = shard ? [] : [...(0,review_omissions/* noteOmissions */.nX)(omissions), ...(0,baseline_uses/* noteGone */.eD)(pending.gone, pending.used)];
    const problems = [...tally.problems, ...notes];
    const verdict = (0,result/* decideVerdict */.A)(policy, { hasFailed: hasFailed || findings.some(fails), problems });
    const unjudged = omissions.filter((each) => each.looksLikeWorkload).length;
    return { policy, verdict, findings, problems, files, unjudged, addedIgnores, accepted, shard };
}
function fails({ mode, ignored }) {
    return mode === "enforce" && !ignored;
}

// EXTERNAL MODULE: ./lib/review/documents.js
var review_documents = __webpack_require__(2258);
// EXTERNAL MODULE: ./lib/review/findings.js + 2 modules
var review_findings = __webpack_require__(4489);
// EXTERNAL MODULE: ./lib/review/images.js
var review_images = __webpack_require__(6444);
// EXTERNAL MODULE: ./lib/review/moved-files.js
var moved_files = __webpack_require__(8677);
// EXTERNAL MODULE: ./lib/review/fix.js
var fix = __webpack_require__(3635);
// EXTERNAL MODULE: ./lib/review/source-ignores.js
var source_ignores = __webpack_require__(3553);
;// CONCATENATED MODULE: ./lib/review/renderings.js







function regroupByFile(reviews, policy) {
    const used = findUsedIgnores(reviews);
    const judged = reviews.flatMap((review) => review.findings);
    const needed = judged.filter(({ rule, location }) => rule !== lib_rules/* unusedIgnore */.B0 || !used.has(spotOf(location)));
    const comments = reviews.flatMap(({ source: { rendering } }) => rendering ? (0,source_ignores/* ignoresInSources */.D)(rendering, policy.today) : []);
    const unused = findUnusedComments(comments, reviews.flatMap((review) => review.used), policy);
    const found = [...joinAlike(needed), ...unused];
    const findings = (0,groups/* groupBy */.$z)(found, ({ location }) => location.file);
    const workloads = (0,groups/* groupBy */.$z)(reviews.flatMap((review) => review.workloads), ({ file }) => file);
    const problems = (0,groups/* groupBy */.$z)((0,groups/* keepDistinct */.cj)(reviews.flatMap((review) => review.problems)), ({ file }) => file);
    const roots = reviews.map(({ source }) => source.file);
    const files = new Set([...roots, ...findings.keys(), ...workloads.keys(), ...problems.keys()]);
    const texts = new Map(reviews.flatMap(({ source }) => [...(source.rendering?.parts ?? [])]));
    return [...files].toSorted().map((file) => ({
        source: { file, text: texts.get(file) ?? "" },
        findings: (findings.get(file) ?? []).toSorted((a, b) => a.location.range.start - b.location.range.start),
        workloads: workloads.get(file) ?? [],
        beside: joinBeside(reviews.filter(({ source }) => source.file === file)),
        problems: problems.get(file) ?? [],
        omission: undefined,
        used: reviews.filter(({ source }) => source.file === file).flatMap(({ used }) => used),
    }));
}
async function joinReviews(own, rendered, policy) {
    const { source } = own;
    const { text } = await (0,fix/* fix */.Up)({ ...source, text: rendered.fixed ?? source.text }, policy);
    const isEvaluated = ({ location: { range } }) => source.evaluated?.some(({ range: { start, end } }) => range.start >= start && range.start < end) ?? false;
    const isPlaced = (finding, isRendered) => finding.rule !== lib_rules/* unusedIgnore */.B0 || isEvaluated(finding) === isRendered;
    return {
        ...own,
        findings: [
            ...rendered.findings.filter((finding) => isPlaced(finding, true)),
            ...own.findings.filter((finding) => isPlaced(finding, false)),
        ].toSorted(review_findings/* compareFindings */.E),
        workloads: [...rendered.workloads, ...own.workloads],
        beside: {
            namespaces: [...rendered.beside.namespaces, ...own.beside.namespaces],
            fragments: [...rendered.beside.fragments, ...own.beside.fragments],
        },
        problems: [...rendered.problems, ...own.problems],
        used: [...rendered.used, ...own.used],
        fixed: text,
    };
}
function joinBeside(reviews) {
    return {
        namespaces: reviews.flatMap(({ beside }) => beside.namespaces),
        fragments: reviews.flatMap(({ beside }) => beside.fragments),
    };
}
function findUsedIgnores(reviews) {
    const used = reviews.flatMap((review) => review.used);
    const places = used.flatMap(({ document, inline }) => document.rendering
        ? [...inline].map(({ at = [], range }) => spotOf((0,yaml/* sourcePlaceOf */.Uk)(document, at, range).location))
        : []);
    return new Set(places);
}
function spotOf({ file, range }) {
    return `${file}:${range.start}`;
}
function joinAlike(findings) {
    const alike = (0,groups/* groupBy */.$z)(findings, ({ location: { file, range }, rule, level, mode, new: isNew, ignored, tell }) => JSON.stringify([file, range, rule.id, level, mode, isNew, ignored, tell([])]));
    return [...alike.values()].map(joinAll);
}
function joinAll(alike) {
    const [first] = alike;
    if (alike.length === 1)
        return first;
    const containers = [...new Set(alike.flatMap((each) => each.containers))];
    const rendered = alike.flatMap((each) => each.rendered ?? []);
    return {
        ...first,
        containers,
        rendered,
        message: [first.tell(containers), ...nameRenderings(rendered)].join(" "),
        occurrences: () => alike.flatMap(({ occurrences }) => occurrences()),
        related: (0,groups/* keepDistinct */.cj)(alike.flatMap(({ related }) => related)),
    };
}
function nameRenderings(rendered) {
    const isMore = new Set(rendered.map(({ root, values }) => JSON.stringify([root, values]))).size > 1;
    const roots = isMore ? [...(0,groups/* groupBy */.$z)(rendered, ({ root }) => root)].map(([root, alike]) => nameRoot(root, alike)) : [];
    const workloads = [...new Set(rendered.map(({ workload: { kind, name } }) => `${kind} ${JSON.stringify(name)}`))];
    if (workloads.length > 1)
        return [`It shows in ${listAll(workloads)}${isMore ? `, rendered by ${listAll(roots)}` : ""}.`];
    return isMore ? [`It shows in the renderings of ${listAll(roots)}.`] : [];
}
function nameRoot(root, rendered) {
    const name = root === "." ? "this folder" : root;
    const nameFile = (file) => (file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file);
    const lists = [...new Set(rendered.map(({ values }) => values.map(nameFile).join(" + ") || "as it is"))];
    return lists.every((list) => list === "as it is") ? name : `${name} (${listAll(lists)})`;
}
const most = 10;
function listAll(names) {
    return (0,lib_rules/* enumerate */.HL)(names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names);
}
function noteInexact(reviews) {
    const found = reviews
        .flatMap(({ findings }) => findings)
        .filter(({ isExact, ignored }) => isExact === false && !ignored);
    const [first] = found;
    if (!first)
        return [];
    const { file, start } = first.location;
    const message = found.length === 1
        ? "1 finding stands at the file that it comes from, because the exact line can't be told."
        : `${found.length} findings stand at the files that they come from, because the exact lines can't be told. The first is here.`;
    return [{ severity: "note", file, line: start.line, message }];
}

// EXTERNAL MODULE: ./lib/review/stream.js
var stream = __webpack_require__(4818);
// EXTERNAL MODULE: ./lib/review/subjects.js
var review_subjects = __webpack_require__(9175);
// EXTERNAL MODULE: ./lib/pod/index.js + 33 modules
var lib_pod = __webpack_require__(7805);
// EXTERNAL MODULE: ./lib/review/inline-ignores.js
var inline_ignores = __webpack_require__(3805);
// EXTERNAL MODULE: ./lib/review/violations.js
var violations = __webpack_require__(9750);
;// CONCATENATED MODULE: ./lib/review/added-ignores.js








function findAddedIgnores(heads, bases, policy) {
    const listAll = (manifests) => [
        ...ignoresIn(manifests, policy),
        ...ignoresInSourcesOf(manifests, policy),
    ];
    const open = listAll(bases).map((base) => ({ ...base, known: (0,lib_policy/* indexFacts */.qj)(base.facts) }));
    return listAll(heads).flatMap((head) => {
        const known = open.findIndex((base) => base.key === head.key && coversAll(base, head));
        if (known === -1)
            return [head.ignore];
        open.splice(known, 1);
        return [];
    });
}
function ignoresInSourcesOf(manifests, { today }) {
    const renderings = manifests.flatMap(({ documents }) => documents.flatMap(({ rendering }) => rendering ?? []));
    const ignores = [...new Set(renderings)].flatMap((rendering) => (0,source_ignores/* ignoresInSources */.D)(rendering, today));
    const once = new Map(ignores.map((each) => [`${each.location.file} ${each.location.range.start}`, each]));
    return [...once.values()].flatMap(({ comment: { rules, reason, expires, defect }, location, covers }) => {
        if (defect !== undefined)
            return [];
        const workload = { apiVersion: "", kind: "File", namespace: null, name: location.file };
        const key = JSON.stringify([location.file, rules, reason, expires, covers.end - covers.start]);
        return [{ key, containers: [], facts: [], ignore: { location, workload, rules, reason, expires } }];
    });
}
function coversAll(base, { containers, facts }) {
    return (containers.every((each) => base.containers.includes(each)) &&
        facts.length <= base.facts.length &&
        facts.every((fact) => (0,lib_policy/* findKnown */.X3)(fact, base.known)));
}
function ignoresIn(manifests, policy) {
    return manifests.flatMap(({ documents }) => documents.flatMap((document) => ignoresOf(document, policy)));
}
function ignoresOf(document, policy) {
    const ignores = (0,inline_ignores/* findInlineIgnores */.Is)(document, policy).filter(({ defect }) => defect === undefined);
    if (ignores.length === 0)
        return [];
    const objects = (0,lib_pod/* findObjects */.Qe)(document.value);
    const containers = (0,lib_pod/* findPods */.K7)(document, policy).flatMap((pod) => pod.containers);
    const factsAt = collectFacts(document, policy, new Set(ignores.map(({ path = [] }) => (0,review_subjects/* keyOf */.TN)(path))));
    return ignores.flatMap(({ range, path, at = path, rules, reason, expires }) => {
        const owner = path && (0,lib_pod/* findOwner */.zr)(objects, path);
        if (!owner)
            return [];
        const workload = (0,lib_pod/* identifyWorkload */.qk)(owner);
        const place = (0,review_subjects/* nameSteps */.rT)((0,yaml/* valueAt */.fK)(document.value, owner.path) ?? null, path.slice(owner.path.length));
        return [
            {
                key: JSON.stringify([(0,lib_policy/* workloadKey */.f6)(workload), place, rules, reason, expires]),
                containers: containers.filter((container) => (0,yaml/* startsWith */.w1)(container.path, path)).map(review_subjects/* containerKey */.Ho),
                facts: (factsAt.get((0,review_subjects/* keyOf */.TN)(path)) ?? []).filter(({ rule }) => rules.includes(rule)),
                ignore: { location: (0,yaml/* sourcePlaceOf */.Uk)(document, at ?? path, range).location, workload, rules, reason, expires },
            },
        ];
    });
}
function collectFacts(document, policy, places) {
    const factsAt = new Map([...places].map((place) => [place, []]));
    for (const subject of (0,review_subjects/* findSubjects */.Pc)(document, policy))
        for (const violation of (0,violations/* findViolations */.Mg)(subject, policy))
            for (const container of (0,identity/* containersOf */.Mz)(violation)) {
                const around = new Set([violation.at, container?.path ?? violation.at].flatMap(placesAround));
                const covering = [...around].map((place) => factsAt.get(place)).filter((list) => list !== undefined);
                const fact = covering.length > 0 ? (0,identity/* factOf */.yD)(violation, container) : undefined;
                if (fact)
                    for (const list of covering)
                        list.push(fact);
            }
    return factsAt;
}
function placesAround(path) {
    return [...path, ""].map((_, depth) => (0,review_subjects/* keyOf */.TN)(path.slice(0, depth)));
}

// EXTERNAL MODULE: ./lib/review/judgement.js
var judgement = __webpack_require__(963);
;// CONCATENATED MODULE: ./lib/review/moved-pods.js




function noteMovedPods(heads, bases, policy) {
    if (policy.namespaces.length === 0)
        return [];
    const [now, before] = [heads, bases].map((subjects) => new Map(subjects.filter(review_subjects/* isPod */.Se).map((pod) => [nameFile(pod), pod])));
    const enforcedFor = ({ workload }) => (0,lib_policy/* tightenPolicy */.IE)(policy, workload.namespace).policy.enforce;
    const rank = (pod) => lib_pod/* levels */.yr.indexOf(enforcedFor(pod));
    const left = [...(before ?? [])].flatMap(([place, pod]) => (now?.has(place) ? [] : [pod]));
    const leftByName = new Map(left.toSorted((a, b) => rank(a) - rank(b)).map((pod) => [nameFile(pod, ""), pod]));
    return [...(now ?? [])].flatMap(([place, pod]) => {
        const was = before?.has(place) ? undefined : leftByName.get(nameFile(pod, ""));
        if (!was || rank(was) <= rank(pod))
            return [];
        const { document, object, workload } = pod;
        const message = `This change moves the ${workload.kind} ${JSON.stringify(workload.name)} from the namespace ${quoteNamespace(was)}, whose pods are held to ` +
            `${enforcedFor(was)}, to ${quoteNamespace(pod)}: it is judged by ${enforcedFor(pod)} here.`;
        return [
            { severity: "note", file: document.file, line: (0,yaml/* lineAt */.mh)(document, (0,yaml/* pointAt */.sd)(document, object).start), message },
        ];
    });
}
function nameFile({ workload }, namespace = workload.namespace ?? "default") {
    return (0,lib_policy/* workloadKey */.f6)({ ...workload, namespace });
}
function quoteNamespace({ workload }) {
    return JSON.stringify(workload.namespace ?? "default");
}

// EXTERNAL MODULE: ./lib/review/only-new.js
var only_new = __webpack_require__(2323);
;// CONCATENATED MODULE: ./lib/review/base-comparison.js









function compareWithBase(sources, base, policy) {
    const heads = sources.map((source) => (0,review_documents/* readManifest */.WI)(source, policy));
    const bases = base.map((source) => (0,review_documents/* readManifest */.WI)(source, policy));
    const subjects = documentsOf(heads).flatMap((document) => (0,review_subjects/* findSubjects */.Pc)(document, policy));
    const uses = new Map();
    const then = (0,moved_files/* policyBefore */.kD)(policy, base);
    const before = documentsOf(bases).flatMap((document) => readBase(document, then, uses));
    const was = before.map(({ subject }) => subject);
    return {
        before: (0,only_new/* pairWithBase */.eU)(subjects, before),
        addedIgnores: findAddedIgnores(heads, bases, policy),
        notes: noteMovedPods(subjects, was, policy),
    };
}
function documentsOf(manifests) {
    return manifests.flatMap(({ documents }) => documents);
}
function readBase(document, policy, uses) {
    return (0,judgement/* judgeDocument */.h)(document, { policy, uses }).judged.map(({ subject, violations, ignoredFor, policy: tightened }) => {
        const facts = violations.flatMap((violation) => {
            const mode = (0,lib_policy/* modeOf */.VV)(tightened, violation.rule, violation.level);
            return (0,identity/* containersOf */.Mz)(violation).map((container) => {
                const found = ignoredFor?.(violation, container);
                const isIgnored = found ? (0,lib_policy/* countsIgnore */.jq)(policy.exempting, found.by, true) : false;
                return { ...(0,identity/* factOf */.yD)(violation, container), mode, isIgnored };
            });
        });
        return { subject, facts };
    });
}

;// CONCATENATED MODULE: ./lib/review/demands.js




function findDemands(sources, base, policy) {
    const elsewhere = sources.filter((source) => !(0,yaml/* isReported */.Ob)(source));
    const ordered = base ? [...elsewhere, ...sources.filter(yaml/* isReported */.Ob)] : sources;
    const now = readDemands(ordered, policy);
    const before = readDemands(base ?? [], policy).map((demand) => ({ ...demand, isBefore: true }));
    const notes = [...noteContradictions(now), ...noteLoosened(before, now)];
    const others = new Set(elsewhere.map(({ file }) => file));
    return { demands: [...now, ...before], notes: notes.filter(({ file }) => !others.has(file)) };
}
function readDemands(sources, policy) {
    const manifests = sources.filter(({ text }) => (0,lib_pod/* mayDemand */.VC)(text)).map((source) => (0,review_documents/* readManifest */.WI)(source, policy));
    const namespaces = manifests.flatMap(({ documents }) => documents.flatMap((document) => (0,lib_pod/* findNamespaces */.Gl)(document, policy)));
    return namespaces.flatMap((namespace) => {
        const { document, workload } = namespace;
        const demand = (0,lib_pod/* readDemand */.MM)(namespace);
        if (!demand)
            return [];
        const { at, levels: demanded, version } = demand;
        return [{ name: workload.name, levels: demanded, version, location: (0,yaml/* sourcePlaceOf */.Uk)(document, at).location }];
    });
}
function noteContradictions(demands) {
    const first = new Map();
    return demands.flatMap((demand) => {
        const known = first.get(demand.name);
        if (!known)
            first.set(demand.name, demand);
        if (!known || (0,lib_policy/* levelOf */.In)(known) === (0,lib_policy/* levelOf */.In)(demand))
            return [];
        const { file, start } = known.location;
        return [
            noteOn(demand, `This Namespace enforces ${(0,lib_policy/* levelOf */.In)(demand)}, and another one of its name ${(0,lib_policy/* levelOf */.In)(known)} (${file}, line ${start.line}): its pods are judged by the stricter.`),
        ];
    });
}
function noteLoosened(before, now) {
    return [...new Set(before.map(({ name }) => name))].flatMap((name) => {
        const [was] = (0,lib_policy/* sortByLevel */.OV)(before.filter((demand) => demand.name === name));
        const [is] = (0,lib_policy/* sortByLevel */.OV)(now.filter((demand) => demand.name === name));
        if (!was || lib_pod/* levels */.yr.indexOf((0,lib_policy/* levelOf */.In)(is ?? nothing)) >= lib_pod/* levels */.yr.indexOf((0,lib_policy/* levelOf */.In)(was)))
            return [];
        const change = is ? `from ${(0,lib_policy/* levelOf */.In)(was)} to ${(0,lib_policy/* levelOf */.In)(is)}` : `from ${(0,lib_policy/* levelOf */.In)(was)} to nothing`;
        return [
            noteOn(is ?? was, `This change lowers what the namespace ${JSON.stringify(name)} enforces ${change}: its pods are judged by ${(0,lib_policy/* levelOf */.In)(was)} here, and by the lower level from the next change on.`),
        ];
    });
}
const nothing = { levels: {} };
function noteOn({ location: { file, start } }, message) {
    return { severity: "note", file, line: start.line, message };
}

;// CONCATENATED MODULE: ./lib/review/deployer-notes.js


function noteDeployers(sources) {
    const found = sources.flatMap((source) => (source.rendering ? findRendered(source) : findWritten(source)));
    const [first] = found;
    if (!first)
        return [];
    const { file, line, kind } = first;
    const count = new Set(found.map((each) => `${each.file}:${each.line}`)).size;
    const what = kind === "HelmRelease" ? "chart" : "chart or overlay";
    const message = count === 1
        ? `The ${what} that this ${kind} deploys is not evaluated, only what the object itself says: render it with these values, and review the result.`
        : `${count} objects of Argo CD or Flux deploy charts or overlays. These are not evaluated, only what the objects themselves say: render them with their values, and review the result. The first is here.`;
    return [{ severity: "note", file, line, message }];
}
function findWritten(source) {
    const { file, text, evaluated = [] } = source;
    const isOpen = (offset) => !evaluated.some(({ range }) => offset >= range.start && offset < range.end);
    return (0,lib_pod/* findDeployers */.pV)(source)
        .filter(({ offset }) => isOpen(offset))
        .map(({ kind, offset }) => ({ file, kind, line: text.slice(0, offset).split("\n").length }));
}
function findRendered(source) {
    if ((0,lib_pod/* findDeployers */.pV)(source).length === 0)
        return [];
    return (0,yaml/* read */.LF)(source).documents.flatMap((document) => (0,lib_pod/* findObjects */.Qe)(document.value)
        .filter((object) => (0,lib_pod/* isDeployer */.$X)(object) && !document.evaluated?.some((path) => (0,yaml/* startsWith */.w1)(object.path, path)))
        .map(({ kind, path }) => {
        const { file, start } = (0,yaml/* sourcePlaceOf */.Uk)(document, path).location;
        return { kind, file, line: start.line };
    }));
}

;// CONCATENATED MODULE: ./lib/review/terms.js





function settleTerms(sources, base, policy) {
    return (0,yaml/* withFullReader */.xt)(() => {
        const own = sources.filter(yaml/* isReported */.Ob);
        const { demands, notes } = findDemands(sources, base, policy);
        const demanded = { ...policy, namespaces: [...demands, ...policy.namespaces] };
        const change = base ? compareWithBase(own, base, demanded) : undefined;
        const inForce = base ? (0,moved_files/* followMoves */.AU)(demanded, own, base) : demanded;
        return {
            terms: { policy: inForce, before: change?.before, uses: new Map() },
            addedIgnores: change?.addedIgnores ?? [],
            notes: [...notes, ...(change?.notes ?? []), ...noteDeployers(own)],
        };
    });
}

;// CONCATENATED MODULE: ./lib/review/unknown-value-notes.js


function noteUnknownValues(subjects) {
    const unknown = subjects.flatMap((subject) => subject.unknown.map(({ at }) => ({ subject, at })));
    const [first] = unknown;
    if (!first)
        return [];
    const { document } = first.subject;
    const names = [...new Set(unknown.map(({ subject, at }) => (0,lib_pod/* formatField */.Wd)(subject, at)))];
    const shown = names.length > unknown_value_notes_most ? [...names.slice(0, unknown_value_notes_most), `${names.length - unknown_value_notes_most} more`] : names;
    const message = `Not known before a tool fills it in, and neither refused nor passed: ${shown.join(", ")}. ` +
        `Give a default, as in \${NAME:=1000}, to have that judged, or review what the tool makes.`;
    const { file, start } = (0,yaml/* sourcePlaceOf */.Uk)(document, first.at).location;
    return [{ severity: "note", file, line: start.line, message }];
}
const unknown_value_notes_most = 20;

;// CONCATENATED MODULE: ./lib/review/review.js














async function review(sources, base, policy, carry) {
    return (await collectReview(await streamReview(sources, base, policy, carry))).result;
}
async function streamReview(sources, base, policy, carry) {
    const { terms, addedIgnores, notes } = await settleTerms(sources, base, policy);
    const own = sources.filter(yaml/* isReported */.Ob);
    const renderings = own.filter(({ rendering }) => rendering);
    const { reviews } = await (0,carried_fixes/* carryAll */.$)(await reviewRenderings(renderings, terms), renderings, carry);
    const problems = [...notes, ...noteInexact(reviews)];
    const tally = startTally({ files: own.length, addedIgnores, problems, uses: terms.uses });
    const plain = sources.filter((source) => !source.rendering && ((0,yaml/* isReported */.Ob)(source) || mayUseUp(source, base, terms)));
    return { policy: terms.policy, manifests: reviewEach(orderByFile(plain, reviews), terms, tally) };
}
async function* reviewEach(inOrder, terms, tally) {
    for (const { source, rendered } of inOrder) {
        const judged = source && (await (0,yaml/* withFullReader */.xt)(() => reviewManifest(source, terms)));
        const own = source && (0,yaml/* isReported */.Ob)(source) ? judged : undefined;
        const manifest = own && rendered ? await joinReviews(own, rendered, terms.policy) : (own ?? rendered);
        if (!manifest)
            continue;
        addToTally(tally, manifest);
        yield manifest;
    }
    return conclude(tally, terms.policy);
}
function reviewManifest(source, terms) {
    const { documents, problems, omission } = (0,review_documents/* readManifest */.WI)(source, terms.policy);
    const reviewed = documents.map((document) => reviewDocument(document, terms));
    return {
        source,
        findings: reviewed.flatMap(({ findings }) => findings),
        workloads: reviewed.flatMap(({ workloads }) => workloads),
        beside: {
            namespaces: reviewed.flatMap(({ namespaces }) => namespaces),
            fragments: reviewed.flatMap(({ fragments }) => fragments),
        },
        problems: [...problems, ...reviewed.flatMap((each) => each.problems)],
        omission,
        used: reviewed.map(({ used }) => used),
    };
}
function reviewDocument(document, terms) {
    const { policy } = terms;
    const subjects = (0,review_subjects/* findSubjects */.Pc)(document, policy);
    const { findings, used, excess } = (0,review_findings/* findingsIn */._)(document, subjects, terms);
    const pods = subjects.filter(review_subjects/* isPod */.Se);
    const namespaces = subjects.filter(review_subjects/* isNamespace */.GW);
    const fragments = pods.filter(({ isFragment }) => isFragment);
    const workloads = pods.filter(({ isFragment }) => !isFragment).map((pod) => reviewWorkload(pod, policy));
    const problems = [
        ...(excess === undefined ? [] : [(0,review_documents/* problemAtStart */.x$)(document, excess)]),
        ...(0,review_documents/* findShapeProblems */.lx)(document, policy),
        ...noteUnknownValues(subjects),
        ...(0,review_images/* noteUnreadImages */.E9)(pods, policy.images),
    ];
    return { findings, workloads, namespaces, fragments, problems, used };
}
function reviewWorkload(pod, policy) {
    const { document, object, workload } = pod;
    const { file, start } = (0,yaml/* sourcePlaceOf */.Uk)(document, object).location;
    return {
        pod,
        file,
        line: start.line,
        source: document.rendering?.tool ?? "manifest",
        admission: (0,lib_rules/* admit */.w4)(pod, lib_rules/* controls */.ne, (0,lib_policy/* tightenPolicy */.IE)(policy, workload.namespace).policy.kubernetesVersion),
    };
}
async function reviewRenderings(renderings, terms) {
    if (renderings.length === 0)
        return [];
    return await (0,yaml/* withFullReader */.xt)(() => {
        const reviews = renderings.map((source) => reviewManifest(source, terms));
        return regroupByFile(reviews, terms.policy);
    });
}
function orderByFile(plain, reviews) {
    const rendered = new Map(reviews.map((review) => [review.source.file, review]));
    const written = new Set(plain.map(({ file }) => file));
    const others = reviews.filter(({ source }) => !written.has(source.file));
    const all = [
        ...plain.map((source) => ({ file: source.file, source, rendered: rendered.get(source.file) })),
        ...others.map((review) => ({ file: review.source.file, rendered: review })),
    ];
    const isInOrder = reviews.length === 0 && plain.every(yaml/* isReported */.Ob);
    return isInOrder ? all : all.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}
function mayUseUp({ text }, base, { policy }) {
    return base === null && (0,moved_files/* mayHoldGone */.AR)(policy.baseline, text);
}


/***/ }),

/***/ 4347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ applyEdits)
/* harmony export */ });
function applyEdits(text, edits) {
    const last = edits.toSorted((a, b) => b.range.start - a.range.start || b.range.end - a.range.end);
    return last.reduce((all, { range, text: added }) => all.slice(0, range.start) + added + all.slice(range.end), text);
}


/***/ }),

/***/ 3553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ignoresInSources)
/* harmony export */ });
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(182);
/* harmony import */ var _inline_ignores_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3805);


function ignoresInSources({ parts }, today) {
    if (!parts)
        return [];
    const known = ignoresByParts.get(parts);
    if (known)
        return known;
    const found = [...parts].flatMap(([file, text]) => (text.includes(marker) ? ignoresInFile(file, text, today) : []));
    ignoresByParts.set(parts, found);
    return found;
}
const marker = "secctx:";
const ignoresByParts = new WeakMap();
function ignoresInFile(file, text, today) {
    if (/(^|\/)templates\//.test(file))
        return ignoresInTemplate(file, text, today);
    return (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)({ file, text }).documents.flatMap((document) => [
        ...(0,_inline_ignores_js__WEBPACK_IMPORTED_MODULE_1__/* .findIgnoreComments */ .aF)(document, today).map((comment) => ({
            comment,
            location: (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .locationOf */ .hD)(document, comment.range),
            excerpt: (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lineText */ .oZ)(document, comment.range.start),
            covers: comment.path ? rangeOf(document, comment.path) : comment.range,
        })),
        ...commentedTexts(document.value).flatMap((path) => ignoresInText(document, path, today)),
    ]);
}
function commentedTexts(value, path = []) {
    if (typeof value === "string")
        return value.includes(marker) && value.includes("\n") ? [path] : [];
    const entries = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(value) ? [...value.entries()] : (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isFields */ .Ce)(value) ? Object.entries(value) : [];
    return entries.flatMap(([key, inner]) => commentedTexts(inner, [...path, key]));
}
function ignoresInText(document, path, today) {
    const toFile = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .offsetsWithin */ .kH)(document, path);
    if (!toFile)
        return [];
    const place = ({ start, end }) => ({ start: toFile(start), end: toFile(end) });
    return (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)({ file: document.file, text: String((0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(document.value, path)) }).documents.flatMap((inner) => (0,_inline_ignores_js__WEBPACK_IMPORTED_MODULE_1__/* .findIgnoreComments */ .aF)(inner, today).map((comment) => {
        const range = place(comment.range);
        return {
            comment: { ...comment, range },
            location: (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .locationOf */ .hD)(document, range),
            excerpt: (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lineText */ .oZ)(document, range.start),
            covers: place(comment.path ? rangeOf(inner, comment.path) : comment.range),
        };
    }));
}
function rangeOf(document, path) {
    if (path.length === 0)
        return document.range;
    const { key, value } = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .locate */ .x5)(document, path);
    return { start: (key ?? value).start, end: value.end };
}
function ignoresInTemplate(file, text, today) {
    const lined = { ...(0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .withLines */ .Gy)(text), file };
    return [...text.matchAll(/\{\{-?\s*\/\*\s*(secctx:[^*]*?)\s*\*\/\s*-?\}\}/g)].map(({ index, 0: whole, 1: content = "" }) => {
        const range = { start: index, end: index + whole.length };
        const covers = blockAt(text, range);
        const comment = {
            by: "comment",
            range,
            path: undefined,
            ...(0,_inline_ignores_js__WEBPACK_IMPORTED_MODULE_1__/* .readIgnore */ .RT)(content, covers !== undefined, today),
        };
        return { comment, location: (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .locationOf */ .hD)(lined, range), excerpt: (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lineText */ .oZ)(lined, index), covers: covers ?? range };
    });
}
function blockAt(text, { start, end }) {
    const lineStart = text.lastIndexOf("\n", start - 1) + 1;
    const first = text.slice(lineStart, start).trim() === "" ? nextLine(text, end) : lineStart;
    if (first === undefined)
        return undefined;
    const indent = indentOfLine(text, first);
    let last = first;
    for (let line = nextLine(text, first); line !== undefined && indentOfLine(text, line) > indent; line = nextLine(text, line))
        last = line;
    const stop = text.indexOf("\n", last);
    return { start: first, end: stop === -1 ? text.length : stop };
}
function nextLine(text, offset) {
    for (let at = text.indexOf("\n", offset); at !== -1; at = text.indexOf("\n", at + 1)) {
        const stop = text.indexOf("\n", at + 1);
        const line = text.slice(at + 1, stop === -1 ? text.length : stop).trim();
        if (line !== "" && !/^\{\{[^}]*\}\}$/.test(line))
            return at + 1;
    }
    return undefined;
}
function indentOfLine(text, lineStart) {
    return /^ */.exec(text.slice(lineStart, lineStart + 200))?.[0].length ?? 0;
}


/***/ }),

/***/ 4818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ addProblems),
/* harmony export */   h: () => (/* binding */ collectReview),
/* harmony export */   im: () => (/* binding */ compareProblems)
/* harmony export */ });
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(182);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2231);


async function collectReview({ manifests }) {
    const [sources, findings, workloads] = [[], [], []];
    const [namespaces, fragments] = [[], []];
    const fixed = new Map();
    for (;;) {
        const { done, value } = await manifests.next();
        if (done) {
            const all = { findings: [...findings, ...value.findings], workloads, beside: { namespaces, fragments } };
            return { sources, fixed, result: { ...value, ...all } };
        }
        sources.push(value.source);
        if (value.fixed !== undefined)
            fixed.set(value.source.file, value.fixed);
        for (const finding of value.findings)
            findings.push(finding);
        for (const workload of value.workloads)
            workloads.push(workload);
        for (const namespace of value.beside.namespaces)
            namespaces.push(namespace);
        for (const fragment of value.beside.fragments)
            fragments.push(fragment);
    }
}
function addProblems(review, problems, sources) {
    const all = [...problems, ...review.problems].toSorted(compareProblems);
    const unread = problems.filter(({ severity }) => severity === "error");
    return {
        ...review,
        verdict: (0,_result_js__WEBPACK_IMPORTED_MODULE_1__/* .decideVerdict */ .A)(review.policy, { hasFailed: review.verdict === "fail", problems: all }),
        problems: all,
        files: new Set([...sources.filter(_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isReported */ .Ob), ...unread].map(({ file }) => file)).size,
    };
}
function compareProblems(a, b) {
    return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
}


/***/ }),

/***/ 9175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GW: () => (/* binding */ isNamespace),
/* harmony export */   Ho: () => (/* binding */ containerKey),
/* harmony export */   Pc: () => (/* binding */ findSubjects),
/* harmony export */   Se: () => (/* binding */ isPod),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   rT: () => (/* binding */ nameSteps)
/* harmony export */ });
/* harmony import */ var _pod_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7805);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182);


function findSubjects(document, policy) {
    const subjects = [...(0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findPods */ .K7)(document, policy), ...(0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findNamespaces */ .Gl)(document, policy)];
    const { evaluated } = document;
    if (!evaluated)
        return subjects;
    return subjects.filter((subject) => {
        const place = isPod(subject) ? subject.path : subject.object;
        return !evaluated.some((path) => (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .startsWith */ .w1)(place, path));
    });
}
function isPod(subject) {
    return "containers" in subject;
}
function isNamespace(subject) {
    return !isPod(subject);
}
function nameSteps(root, path) {
    let value = root;
    return path.map((step) => {
        value = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .memberOf */ .C5)(value, step);
        const name = typeof step === "number" ? (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .memberOf */ .C5)(value, "name") : step;
        return typeof name === "string" ? name : step;
    });
}
function keyOf(path) {
    return JSON.stringify(path);
}
function containerKey({ name, type }) {
    return type === "app" ? name : `${name} (${type})`;
}


/***/ }),

/***/ 9750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mg: () => (/* binding */ findViolations),
/* harmony export */   h2: () => (/* binding */ excessOfFindings),
/* harmony export */   sz: () => (/* binding */ everyone)
/* harmony export */ });
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3950);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(182);
/* harmony import */ var _only_new_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2323);
/* harmony import */ var _subjects_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9175);




const everyone = "\0everyone\0";
function findViolations(subject, policy, before) {
    const found = [];
    for (const rule of _rules_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rules */ .aO) {
        const violations = runRule(rule, subject, policy);
        if (violations.length === 0)
            continue;
        const wanted = subject.document.aliases.length > 0 ? patchesByPlace(violations) : nothingWanted;
        const moved = before && (0,_subjects_js__WEBPACK_IMPORTED_MODULE_3__/* .isPod */ .Se)(subject) ? violations.map((each) => (0,_only_new_js__WEBPACK_IMPORTED_MODULE_2__/* .moveToPod */ .Ql)(each, subject, before)) : violations;
        for (const each of mergeLike(moved.map((violation) => place(violation, rule, subject, wanted))))
            found.push(each);
    }
    return found;
}
function runRule(rule, subject, policy) {
    if (policy.rules[rule.id] === "off")
        return [];
    if (!(0,_subjects_js__WEBPACK_IMPORTED_MODULE_3__/* .isPod */ .Se)(subject))
        return [...(rule.checkNamespace?.(subject) ?? [])];
    const { kubernetesVersion: version, enforce: enforced, fix } = policy;
    const violations = [...(0,_rules_index_js__WEBPACK_IMPORTED_MODULE_0__/* .checkPod */ .QW)(rule, subject, { version, enforced, fix })];
    return subject.isFragment ? violations.filter(({ origin }) => origin !== "default") : violations;
}
function place(violation, rule, subject, wanted) {
    const { document } = subject;
    const range = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .pointAt */ .sd)(document, violation.at);
    const line = (path) => nameLine(document, path, violation.at, range);
    const tell = (containers) => violation.message({ who: everyone, containers, line });
    const text = tell(violation.containers);
    return { ...violation, rule, subject, range, readAt: findReaders(violation, document, range), text, tell, wanted };
}
function nameLine(document, path, at, range) {
    if (!document.rendering)
        return `line ${(0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lineAt */ .mh)(document, (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .pointAt */ .sd)(document, path).start)}`;
    const { file, start } = (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .sourcePlaceOf */ .Uk)(document, path).location;
    return (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .sourcePlaceOf */ .Uk)(document, at, range).location.file === file
        ? `line ${start.line}`
        : `${file}, line ${start.line}`;
}
function findReaders({ at, containers }, document, range) {
    const place = document.aliases.length > 0 ? (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .readAt */ .m6)(document, at) : range;
    if (place.start === range.start)
        return nowhere;
    return new Map((containers.length > 0 ? containers : [undefined]).map((container) => [container, place]));
}
const nowhere = new Map();
function mergeLike(violations) {
    if (violations.length < 2)
        return violations;
    const merged = new Map();
    for (const violation of violations) {
        const { range, level, text, containers, extent } = violation;
        const reach = extent?.(containers[0]).join(" ") ?? "";
        const key = `${range.start} ${range.end} ${level} ${reach} ${text.replace(/line \d+/g, "line")}`;
        const like = merged.get(key) ?? { first: violation, containers: new Set(), readAt: new Map() };
        for (const container of containers)
            like.containers.add(container);
        for (const [container, place] of violation.readAt)
            like.readAt.set(container, place);
        merged.set(key, like);
    }
    return [...merged.values()].map(({ first, containers, readAt }) => ({
        ...first,
        containers: [...containers],
        readAt,
    }));
}
const nothingWanted = new Map();
function patchesByPlace(violations) {
    const patches = violations.flatMap(({ fix }) => (fix && "patches" in fix ? fix.patches : []));
    const byPlace = new Map(patches.map(({ path }) => [(0,_subjects_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(path), []]));
    for (const patch of patches)
        byPlace.get((0,_subjects_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)(patch.path))?.push(patch);
    return byPlace;
}
function excessOfFindings({ range }, subjects, policy) {
    const sizes = subjects.map((subject) => ((0,_subjects_js__WEBPACK_IMPORTED_MODULE_3__/* .isPod */ .Se)(subject) ? subject.containers.length : 1));
    const largest = sizes.reduce((a, b) => Math.max(a, b), 1);
    if ((range.end - range.start) * largest <= policy.limits.findingsPerDocument)
        return undefined;
    let count = 0;
    for (const subject of subjects)
        for (const rule of _rules_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rules */ .aO)
            for (const { containers } of runRule(rule, subject, policy))
                count += Math.max(1, containers.length);
    return (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_1__/* .excessFor */ .xE)("findingsPerDocument", count, policy.limits);
}


/***/ }),

/***/ 3950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w4: () => (/* reexport */ admit),
  QW: () => (/* binding */ checkPod),
  ne: () => (/* binding */ controls),
  HL: () => (/* reexport */ enumerate),
  Mc: () => (/* reexport */ levelIn),
  F6: () => (/* reexport */ reportUnused),
  aO: () => (/* binding */ rules),
  B0: () => (/* reexport */ unusedIgnore)
});

// EXTERNAL MODULE: ./lib/pod/index.js + 33 modules
var lib_pod = __webpack_require__(7805);
// EXTERNAL MODULE: ./lib/yaml/index.js + 23 modules
var yaml = __webpack_require__(182);
;// CONCATENATED MODULE: ./lib/rules/support/node-paths.js
const runtimeSockets = [
    "/run/docker.sock", "/run/containerd/containerd.sock", "/run/k3s/containerd/containerd.sock", "/run/crio/crio.sock", "/run/cri-dockerd.sock",
    "/run/podman/podman.sock", "//./pipe/docker_engine", "//./pipe/containerd-containerd",
];
const socket = "the container runtime's socket is there, which is root on the node: whoever connects to it starts containers that own the node, and a read-only " +
    "mount does not prevent that";
const devices = "the node's devices are there: a privileged container can read and change its disks through them, read-only mount or not, which is root on the node";
const places = [
    {
        paths: ["/", "C:"],
        read: "every file of the node can be read there, and the container runtime's socket be used, which is root on the node",
        write: "every file of the node can be changed there, which is root on the node",
    },
    {
        paths: runtimeSockets,
        read: socket,
        write: socket,
    },
    { paths: ["/dev"], read: devices, write: devices },
    {
        paths: ["/etc/kubernetes/manifests"],
        includesBelow: true,
        write: "the pods that the kubelet starts unasked can be changed there, which is root on the node",
    },
    {
        paths: ["/etc/kubernetes"],
        includesBelow: true,
        read: "the keys and the configuration of Kubernetes can be read there",
        write: "the keys and the configuration of Kubernetes can be read and changed there",
    },
    {
        paths: ["/etc/cron.d", "/etc/ld.so.preload", "/etc/passwd", "/etc/sudoers", "/etc/systemd", "/var/spool/cron"],
        includesBelow: true,
        write: "the node's accounts, cron jobs and services can be changed there, which is root on the node",
    },
    {
        paths: ["/etc/shadow", "/etc/ssh"],
        includesBelow: true,
        read: "the node's keys and password hashes can be read there",
        write: "the node's keys and password hashes can be changed there, which is root on the node",
    },
    {
        paths: ["/bin", "/sbin", "/lib", "/lib64", "/usr/bin", "/usr/sbin", "/usr/lib", "/usr/lib64", "/usr/local", "/opt/cni", "/etc/cni", "/boot"],
        includesBelow: true,
        write: "what the node runs as root can be changed there, which is root on the node",
    },
    {
        paths: ["/root", "/home"],
        includesBelow: true,
        read: "private keys of the node's accounts can be read there",
        write: "an SSH key can be added there, which is a login on the node",
    },
    {
        paths: ["/proc", "/sys"],
        includesBelow: true,
        read: "the processes and the kernel of the node can be looked into there",
        write: "settings that name a program for the kernel to start as root can be changed there, which is root on the node",
    },
    {
        paths: ["/var/lib/kubelet"],
        includesBelow: true,
        read: "the kubelet's credentials and the secrets of every pod on the node can be read there",
        write: "the kubelet's credentials and the secrets of every pod on the node can be read and changed there",
    },
    {
        paths: ["/var/lib/etcd"],
        includesBelow: true,
        read: "all that the cluster stores can be read there, secrets included",
        write: "all that the cluster stores can be changed there, which is the whole cluster",
    },
    {
        paths: ["/var/lib/containerd", "/var/lib/containers", "/var/lib/docker", "/var/lib/rancher"],
        includesBelow: true,
        read: "the files of every container on the node can be read there",
        write: "the programs of every container on the node can be changed there",
    },
    {
        paths: ["/var/log"],
        includesBelow: true,
        read: "the logs of the node and of its containers can be read there, which is not root on the node",
        write: "the logs of the node and of its containers can be read and forged there, which is not root on the node; but through a link that is put there, the " +
            "kubelet shows any file to whoever may ask it for logs",
    },
];
function describeNodePath(path, access) {
    const plain = normalize(path);
    const place = places.find((each) => each[access] !== undefined && isAt(each, plain));
    if (place)
        return place[access] ?? "";
    return access === "write"
        ? "files of the node can be changed there, and what reads them on the node trusts them"
        : "files of the node can be read there";
}
function isRuntimeSocket(path) {
    return runtimeSockets.includes(normalize(path));
}
function isDevice(path) {
    const plain = normalize(path);
    return isPathWithin(plain, "/dev") && !usableDevices.some((each) => isPathWithin(plain, each));
}
const usableDevices = [
    "/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty", "/dev/ptmx", "/dev/pts", "/dev/shm", "/dev/mqueue", "/dev/hugepages",
    "/dev/log",
];
function isAt({ paths, includesBelow = false }, path) {
    return paths.some((each) => isPathWithin(each, path) || (includesBelow && isPathWithin(path, each)));
}
function isPathWithin(path, folder) {
    return path === folder || path.startsWith(`${folder}/`);
}
function normalize(path) {
    const slashed = path.replaceAll("\\", "/");
    if (slashed.startsWith("//./"))
        return slashed.toLowerCase();
    const steps = slashed.split("/").filter((step) => step !== "" && step !== ".");
    if (/^[a-z]:$/i.test(steps[0] ?? ""))
        return steps.join("/").toUpperCase();
    return `/${steps.join("/")}`.replace(/^\/var\/run(?=\/|$)/, "/run");
}

;// CONCATENATED MODULE: ./lib/rules/support/handlers.js
const handlers = [
    ["livenessProbe"],
    ["readinessProbe"],
    ["startupProbe"],
    ["lifecycle", "postStart"],
    ["lifecycle", "preStop"],
];

;// CONCATENATED MODULE: ./lib/rules/support/volumes.js

function volumesIn({ path, spec }) {
    const volumes = (0,yaml/* isList */.Lv)(spec.volumes) ? spec.volumes : [];
    return volumes.flatMap((volume, index) => {
        if (!(0,yaml/* isFields */.Ce)(volume))
            return [];
        const name = typeof volume.name === "string" ? volume.name : "";
        return [{ name, path: [...path, "volumes", index], fields: volume, types: typesOf(volume) }];
    });
}
function typesOf(volume) {
    return Object.keys(volume).filter((key) => knownTypes.has(key) && typeof volume[key] === "object" && volume[key] !== null);
}
function mountersByVolume({ containers }) {
    const mounters = new Map();
    for (const container of containers) {
        for (const name of new Set(mountsOf(container.spec).map((mount) => mount.name))) {
            const known = mounters.get(name);
            if (known)
                known.push(container);
            else
                mounters.set(name, [container]);
        }
    }
    return mounters;
}
function nodePathsOf(pod, { spec }) {
    const names = new Set(mountsOf(spec).map(({ name }) => name));
    return volumesIn(pod).flatMap(({ name, fields: { hostPath } }) => {
        const path = names.has(name) && (0,yaml/* isFields */.Ce)(hostPath) ? hostPath.path : undefined;
        return typeof path === "string" ? [path] : [];
    });
}
function mountsOf({ volumeMounts }) {
    return (0,yaml/* isList */.Lv)(volumeMounts) ? volumeMounts.filter(yaml/* isFields */.Ce) : [];
}
function isOnVolume(folder, container) {
    const path = withSlash(folder);
    return mountsOf(container).some(({ mountPath }) => typeof mountPath === "string" && path.startsWith(withSlash(mountPath)));
}
function withSlash(path) {
    return `${path.replace(/\/+$/, "")}/`;
}
const allowedVolumeTypes = [
    "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret",
];
const otherVolumeTypes = [
    "hostPath", "gcePersistentDisk", "awsElasticBlockStore", "gitRepo", "nfs", "iscsi", "glusterfs", "rbd", "flexVolume", "cinder", "cephfs",
    "flocker", "fc", "azureFile", "vsphereVolume", "quobyte", "azureDisk", "photonPersistentDisk", "portworxVolume", "scaleIO", "storageos",
];
const knownTypes = new Set([...allowedVolumeTypes, ...otherVolumeTypes]);

;// CONCATENATED MODULE: ./lib/rules/support/programs.js



const kinds = [
    { names: ["chown", "chgrp"], capabilities: ["CHOWN"] },
    {
        names: ["su", "gosu", "su-exec", "setpriv", "runuser", "s6-setuidgid", "chpst"],
        capabilities: ["SETGID", "SETUID"],
    },
    { names: ["sudo", "doas"], capabilities: ["SETGID", "SETUID"], needs: "set-uid" },
    { names: ["setcap"], capabilities: ["SETFCAP"] },
    { names: ["mknod"], capabilities: ["MKNOD"] },
    { names: ["chroot"], capabilities: ["SYS_CHROOT"] },
    { names: ["mount"], capabilities: ["SYS_ADMIN"], isHarmless: (options) => options.length === 0 },
    { names: ["umount", "swapon", "swapoff", "nsenter", "fusermount", "fusermount3"], capabilities: ["SYS_ADMIN"] },
    { names: ["tcpdump", "tshark", "dumpcap", "arping"], capabilities: ["NET_RAW"] },
    { names: ["ping", "ping6"], capabilities: ["NET_RAW"], needs: "raw sockets" },
    { names: ["chronyd", "ntpd", "hwclock"], capabilities: ["SYS_TIME"] },
    { names: ["modprobe", "insmod", "rmmod"], capabilities: ["SYS_MODULE"] },
    {
        names: [
            "iptables",
            "ip6tables",
            "iptables-restore",
            "ip6tables-restore",
            "iptables-legacy",
            "iptables-nft",
            "nft",
            "ipset",
            "tc",
            "ebtables",
            "ipvsadm",
        ],
        capabilities: ["NET_ADMIN"],
    },
    {
        names: ["sysctl"],
        capabilities: [],
        needs: "privileged",
        isHarmless: (options) => !options.some((option) => /^(-w|--write|-p|--load|--system)|=/.test(option)),
    },
    {
        names: ["apk", "apt", "apt-get", "dnf", "microdnf", "yum"],
        capabilities: ["CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"],
        needs: "its own files",
        isHarmless: (options) => !options.some((option) => /^(add|install|update|upgrade)$/.test(option)),
    },
    {
        names: ["adduser", "addgroup", "groupadd", "useradd", "usermod"],
        capabilities: ["CHOWN"],
        needs: "its own files",
    },
];
const byName = new Map(kinds.flatMap((kind) => kind.names.map((name) => [name, kind])));
const kernelSettings = {
    name: "/proc/sys",
    does: "writes to /proc/sys or /sys",
    capabilities: [],
    needs: "privileged",
};
function programsOf({ spec }) {
    const handled = handlers.map((handler) => textsIn((0,yaml/* valueAt */.fK)(spec, [...handler, "exec", "command"])));
    const lists = [[...textsIn(spec.command), ...textsIn(spec.args)], ...handled].filter(({ length }) => length > 0);
    const programs = new Map();
    for (const [path = "", ...rest] of lists.flatMap(commandsIn)) {
        const own = path.slice(path.lastIndexOf("/") + 1);
        const kind = byName.get(own);
        if (!kind || kind.isHarmless?.(rest))
            continue;
        const { capabilities, needs } = kind;
        const name = own === "sysctl" ? "sysctl -w" : own;
        programs.set(name, { name, does: `runs ${name}`, capabilities, ...(needs && { needs }) });
    }
    if (lists.flatMap(scriptsIn).some((script) => /(>|\btee\b)\s*(-a\s+)?["']?\/(proc\/sys|sys)\//.test(script)))
        programs.set(kernelSettings.name, kernelSettings);
    for (const path of lists.flatMap(scriptsIn).flatMap(writtenPaths))
        if (!isOnVolume(path, spec))
            programs.set(path, { name: path, does: `writes to ${path}`, capabilities: [], needs: "its own files" });
    return [...programs.values()];
}
function writtenPaths(script) {
    const writes = script.matchAll(/(?:>>?|\b(?:tee|touch|mkdir)(?:\s+-\w+)*\s)\s*["']?(\/[\w.-]+(?:\/[\w.-]+)*)/g);
    return [...writes].map(([, path = ""]) => path).filter((path) => !/^\/(dev|proc|sys|tmp)(\/|$)/.test(path));
}
function textsIn(value) {
    return (0,yaml/* isList */.Lv)(value) ? value.filter((each) => typeof each === "string") : [];
}
function commandsIn(words) {
    return [...unwrap(words), ...scriptsIn(words).flatMap(splitScript).flatMap(unwrap)];
}
function scriptsIn(words) {
    const shell = words.findIndex((word) => /(^|\/)(ba|da|a|z|k)?sh$/.test(word));
    return shell === -1 ? [] : words.filter((_, index) => index > shell + 1 && /^-\w*c$/.test(words[index - 1] ?? ""));
}
function splitScript(script) {
    return script
        .replace(/\\\r?\n/g, " ")
        .replace(/(^|\s)#.*$/gm, "$1")
        .split(/[\n;&|(){}`]|\s-exec(?:dir)?\s|\bxargs\s+(?:-\S+\s+)*/)
        .map((command) => command.trim().split(/\s+/).map(unquote).filter(Boolean));
}
function unquote(word) {
    return word.replace(/^["']|["']$/g, "");
}
function unwrap(words) {
    const start = words.findIndex((word) => !/^(\w+=.*|if|then|else|elif|do|while|until|!|exec|time|nohup|env|command|nice)$/.test(word));
    const own = start === -1 ? [] : words.slice(start);
    const [program = ""] = own;
    const isWrapper = /(^|\/)(sudo|doas|tini|dumb-init|timeout|catatonit)$/.test(program);
    const inner = isWrapper ? own.slice(1).findIndex((word) => byName.has(word.slice(word.lastIndexOf("/") + 1))) : -1;
    return [own, ...(inner === -1 ? [] : unwrap(own.slice(1 + inner)))];
}

;// CONCATENATED MODULE: ./lib/rules/support/safe-sysctls.js
const safeSysctlSets = [
    {
        since: 0,
        names: [
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.ping_group_range",
            "net.ipv4.ip_unprivileged_port_start",
        ],
    },
    { since: 27, names: ["net.ipv4.ip_local_reserved_ports"] },
    {
        since: 29,
        names: [
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes",
        ],
    },
    { since: 32, names: ["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"] },
    { since: 37, names: ["net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat"] },
];
function safeSysctlsIn(minor) {
    return new Set(safeSysctlSets.filter(({ since }) => since <= minor).flatMap(({ names }) => names));
}

;// CONCATENATED MODULE: ./lib/rules/support/hardening.js






const hardened = {
    runAsNonRoot: true,
    readOnlyRootFilesystem: true,
    privileged: false,
    allowPrivilegeEscalation: false,
    procMount: "Default",
    hostUsers: false,
    hostNetwork: false,
    hostPID: false,
    hostIPC: false,
};
const ids = ["runAsUser", "runAsGroup", "fsGroup"];
function weakens(field, value, minor) {
    if (Object.hasOwn(hardened, field))
        return value !== hardened[field];
    if (ids.includes(field))
        return value === 0;
    switch (field) {
        case "supplementalGroups":
            return (0,yaml/* isList */.Lv)(value) && value.includes(0);
        case "capabilities":
            return namesIn(fieldsOf(value).add).some((name) => name !== "NET_BIND_SERVICE");
        case "seccompProfile":
        case "appArmorProfile":
            return fieldsOf(value).type === "Unconfined";
        case "seLinuxOptions":
            return Object.keys(fieldsOf(value)).some((member) => member !== "level");
        case "windowsOptions":
            return fieldsOf(value).hostProcess === true;
        case "sysctls":
            return (0,yaml/* isList */.Lv)(value) && !value.every((item) => safeSysctlsIn(minor).has(String(fieldsOf(item).name)));
        default:
            return false;
    }
}
function explainIdleness(pod, field, value, containers) {
    if (!(0,lib_pod/* hasTypeOf */.yZ)(field, value))
        return "Kubernetes does not accept its value";
    const privileged = containers.find(({ derived }) => derived.privileged);
    const isIdle = ["allowPrivilegeEscalation", "capabilities", "seccompProfile", "appArmorProfile"].includes(field);
    if (privileged && isIdle)
        return `container "${privileged.name}" is privileged, which leaves it without effect`;
    switch (field) {
        case "runAsNonRoot":
            return findReason(containers, (each) => explainNonRootRefusal(each) ?? explainRootNeed(pod, each));
        case "runAsUser":
            return isNonRootId(value) ? findReason(containers, (each) => explainRootNeed(pod, each)) : notAnId;
        case "runAsGroup":
        case "fsGroup":
            return isNonRootId(value) ? undefined : notAnId;
        case "supplementalGroups":
            return (0,yaml/* isList */.Lv)(value) && value.every(isNonRootId) ? undefined : notAnId;
        case "allowPrivilegeEscalation":
            return findReason(containers, explainSetUidNeed);
        case "capabilities":
            return namesIn(fieldsOf(value).drop).includes("ALL") ? undefined : "it does not drop ALL";
        case "readOnlyRootFilesystem":
            return findReason(containers, explainWriting);
        case "windowsOptions":
            return "only you know which user the container can run as";
        default:
            return undefined;
    }
}
const notAnId = "it is not an id above 0 that Kubernetes accepts";
function findReason(containers, explain) {
    return containers.map(explain).find((reason) => reason !== undefined);
}
function namesIn(value) {
    return (0,yaml/* isList */.Lv)(value) ? value.map(String) : [];
}
function explainSetUidNeed(container) {
    const program = programsOf(container).find(({ needs }) => needs === "set-uid");
    return program && `container "${container.name}" ${program.does}, a set-uid program, which gets no rights then`;
}
function explainWriting(container) {
    const program = programsOf(container).find(({ needs }) => needs === "its own files");
    return (program &&
        `container "${container.name}" ${program.does}${program.capabilities.length > 0 ? ", which writes to its image's folders" : ", which is not on a volume"}`);
}
function runsAsNonRoot({ derived, runsOn }) {
    if (runsOn === "windows")
        return derived.userName !== null && !(0,lib_pod/* isAdministrator */.G9)(derived.userName);
    return derived.uid !== null && derived.uid > 0 && derived.uid <= lib_pod/* largestId */.Cn;
}
function explainNonRootRefusal(container) {
    const { derived, effective, image, imageConfig, runsOn } = container;
    if (runsOn === "windows")
        return derived.userName === null || runsAsNonRoot(container) ? undefined : `the user is ${derived.userName}`;
    if ((0,lib_pod/* isDeclared */.vo)(effective.runAsUser))
        return derived.uid === 0 ? "runAsUser is 0" : undefined;
    const known = imageConfig ? undefined : (0,lib_pod/* findKnownImage */.ST)(image);
    const { user } = imageConfig ?? known ?? {};
    if (user === undefined)
        return undefined;
    const subject = known ? `the image ${known.name}` : "the image";
    const { uid, name } = (0,lib_pod/* parseImageUser */.km)(user);
    if (uid === 0 || name === "root")
        return `${subject} runs as root`;
    if (uid !== undefined && uid > 0 && uid <= lib_pod/* largestId */.Cn)
        return undefined;
    const defect = name === undefined && uid > 0 ? "not an id that Kubernetes accepts" : "not a number above 0";
    return `${subject}'s user (${user}) is ${defect}`;
}
function explainRootNeed(pod, container) {
    if (runsAsNonRoot(container) || container.derived.capabilities === null)
        return undefined;
    const takesRoot = ({ capabilities, needs }) => needs === "privileged" || (needs !== "set-uid" && needs !== "raw sockets" && capabilities.length > 0);
    const program = programsOf(container).find(takesRoot);
    const socket = nodePathsOf(pod, container).find(isRuntimeSocket);
    if (!program && socket !== undefined)
        return `container "${container.name}" mounts ${socket} of the node, the container runtime's socket, which belongs to root`;
    return program && `container "${container.name}" ${program.does}, which takes root`;
}
function addsSysAdmin({ securityContext }) {
    return securityContext.capabilities?.add?.includes("CAP_SYS_ADMIN") === true;
}
function isNonRootId(value) {
    return typeof value === "number" && value > 0 && value <= lib_pod/* largestId */.Cn;
}
function fieldsOf(value) {
    return (0,yaml/* isFields */.Ce)(value) ? value : {};
}

;// CONCATENATED MODULE: ./lib/rules/support/image-programs.js

function capableProgramsOf(container) {
    const found = Object.entries(container.imageConfig?.fileCapabilities ?? {});
    const programs = found.map(([path, capabilities]) => ({ path, capabilities }));
    const words = startWords(container);
    const isStarted = ({ path }) => words.length === 0 || startsProgram(words, path);
    return { started: programs.filter(isStarted), others: programs.filter((each) => !isStarted(each)) };
}
function startWords({ spec, imageConfig }) {
    const [command, args] = [textsIn(spec.command), textsIn(spec.args)];
    if (command.length > 0)
        return [...command, ...args];
    return [...(imageConfig?.entrypoint ?? []), ...(args.length > 0 ? args : (imageConfig?.cmd ?? []))];
}
function startsProgram([first = "", ...others], path) {
    const name = path.slice(path.lastIndexOf("/"));
    const isFirst = first.startsWith("/") ? first === path : `/${first}`.endsWith(name);
    return isFirst || [first, ...others].some((word) => word.split(/[\s"'`;|&()=]+/).includes(path));
}

;// CONCATENATED MODULE: ./lib/rules/support/wording.js
function quote(values) {
    return values.map((value) => `"${value}"`).join(", ");
}
function pluralize(word, count) {
    return count === 1 ? word : `${word}s`;
}
function nameContainers(containers) {
    return `${pluralize("container", containers.length)} ${quote(containers.map(({ name }) => name))}`;
}
function nameDeclarers(declarations) {
    const containers = declarations.flatMap(({ container }) => container ?? []);
    const pod = declarations.some(({ container }) => !container) ? ["pod"] : [];
    return [...pod, ...(containers.length > 0 ? [nameContainers(containers)] : [])].join(" and ");
}
function sortDistinct(values) {
    return [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
function enumerate(values) {
    return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} and ${values.at(-1)}`;
}
function enumerateContainers(containers) {
    return `${pluralize("container", containers.length)} ${enumerate(containers.map(({ name }) => `"${name}"`))}`;
}
function describeOverride(pod, field, own, onPod, { line }) {
    if (onPod === undefined || onPod === own)
        return "";
    return `, overriding ${String(onPod)} on the pod (${line([...pod.context, field])})`;
}
const overriddenByAll = "every container overrides it, but Pod Security rejects the pod all the same";

;// CONCATENATED MODULE: ./lib/rules/support/capabilities.js






const baselineAdds = new Set([
    "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP",
    "SETUID", "SYS_CHROOT",
]);
function levelOfAdd(name) {
    if (name === "NET_BIND_SERVICE")
        return undefined;
    return baselineAdds.has(name) ? "restricted" : "baseline";
}
function allowsAdd(level, name) {
    const broken = levelOfAdd(name);
    return broken === undefined || lib_pod/* levels */.yr.indexOf(level) < lib_pod/* levels */.yr.indexOf(broken);
}
function denyAdds(pod, isForbidden) {
    const forbiddenIn = ({ securityContext }) => (securityContext.capabilities?.add ?? []).filter(isForbidden);
    const bad = pod.containers.filter((container) => forbiddenIn(container).length > 0);
    if (bad.length === 0)
        return undefined;
    const names = quote(sortDistinct(bad.flatMap(forbiddenIn)));
    return {
        reason: "non-default capabilities",
        detail: `${nameContainers(bad)} must not include ${names} in securityContext.capabilities.add`,
    };
}
function plainName(capability) {
    return capability.toUpperCase().replace(/^CAP_/, "");
}
function findUndoingDrop(name, drop) {
    const index = drop.findIndex((dropped) => dropped.toUpperCase() === name.toUpperCase());
    return index === -1 ? undefined : index;
}
const whichOfTwo = "only you know which of the two is meant, the add or the drop";
function neededCapabilities(container) {
    const needed = new Map();
    if (hasLowPort(container))
        needed.set("NET_BIND_SERVICE", "its ports below 1024");
    for (const { name, what } of programNeeds(container))
        if (!needed.has(name))
            needed.set(name, what);
    for (const name of rootCapabilitiesOf(container))
        if (!needed.has(name))
            needed.set(name, "its image, which starts as root");
    const programs = runsAsNonRoot(container) ? [] : programsOf(container);
    for (const { name: program, capabilities } of programs)
        for (const name of capabilities)
            if (!needed.has(name) && container.derived.capabilities?.includes(name))
                needed.set(name, program);
    const isProgram = (what) => programs.some(({ name }) => name === what);
    return [...needed].map(([name, what]) => ({ name, what, isProgram: isProgram(what) }));
}
function programNeeds(container) {
    const carried = fileCapabilitiesOf(container);
    const known = ((0,lib_pod/* findKnownImage */.ST)(container.image)?.fileCapabilities ?? []).filter((name) => carried.includes(name));
    return [
        ...capableProgramsOf(container).started.flatMap(({ path, capabilities }) => capabilities.map((name) => ({ name, what: `the file capabilities of ${path}` }))),
        ...known.map((name) => ({ name, what: "the file capabilities of its image" })),
    ];
}
function keepNeeded(container, { add = [], drop = [] }, enforced) {
    const needed = neededCapabilities(container).filter(({ name }) => !add.includes(name) && findUndoingDrop(name, drop) === undefined);
    const forbidden = needed.filter(({ name }) => !allowsAdd(enforced, name));
    if (forbidden.length === 0)
        return needed.filter(({ name }) => container.derived.capabilities?.includes(name));
    const pronoun = forbidden.length > 1 ? "these" : "it";
    return {
        declined: `the container needs ${describeNeeds(forbidden)}, and the ${enforced} level does not let it add ${pronoun} back`,
    };
}
function describeNeeds(needs) {
    const distinct = (some) => [...new Set(some.map(({ what }) => what))];
    const programs = distinct(needs.filter(({ isProgram }) => isProgram));
    const others = distinct(needs.filter(({ isProgram }) => !isProgram));
    const whats = [...others, ...(programs.length > 0 ? [`${enumerate(programs)}, which it runs`] : [])];
    return `${enumerate(needs.map(({ name }) => name))}, for ${enumerate(whats)}`;
}
function fileCapabilitiesOf({ image, imageConfig }) {
    const read = imageConfig?.fileCapabilities;
    return read ? [...new Set(Object.values(read).flat())] : ((0,lib_pod/* findKnownImage */.ST)(image)?.fileCapabilities ?? []);
}
function rootCapabilitiesOf({ image, imageConfig, derived, spec }) {
    const known = (0,lib_pod/* findKnownImage */.ST)(image);
    const isRoot = derived.uid === 0 || (derived.uid === null && !imageConfig && known?.user === "");
    return known && isRoot && !hasOwnCommand(spec) ? known.rootCapabilities : [];
}
function hasOwnCommand({ command }) {
    return (0,yaml/* isList */.Lv)(command) && command.length > 0;
}
function hasLowPort({ spec, imageConfig }) {
    const declared = (0,yaml/* isList */.Lv)(spec.ports) ? spec.ports.filter(yaml/* isFields */.Ce).map(({ containerPort }) => containerPort) : [];
    const exposed = (imageConfig?.ports ?? []).map((port) => Number.parseInt(port, 10));
    return [...declared, ...exposed].some((port) => typeof port === "number" && port > 0 && port < 1024);
}

;// CONCATENATED MODULE: ./lib/rules/support/fixes.js
function safeFix(title, ...patches) {
    return { title, safety: "safe", risk: null, patches };
}
function reviewFix(title, risk, ...patches) {
    return { title, safety: "review", risk, patches };
}

;// CONCATENATED MODULE: ./lib/rules/support/placement.js


function placeFor(pod, lacking, field) {
    const [only] = lacking;
    const owner = only && lacking.length === 1 && (pod.containers.length > 1 || !(0,lib_pod/* readsPodContext */.YF)(pod.workload)) ? only : pod;
    return [...owner.context, field];
}
function isOnPod(pod, path) {
    return (0,yaml/* startsWith */.w1)(path, pod.context);
}
function removeItem(list, index, items) {
    return { op: "remove", path: items.length === 1 ? list : [...list, index] };
}
function siblingsOf(pod, path) {
    return isOnPod(pod, path) ? { before: ["initContainers", "containers"] } : { after: keysBeforeContext };
}
const keysBeforeContext = [
    "name", "image", "imagePullPolicy", "command", "args", "workingDir", "envFrom", "env", "ports", "resources",
];
const siblingsOfMounts = { after: [...keysBeforeContext, "securityContext"] };

;// CONCATENATED MODULE: ./lib/rules/added-capabilities.js







const control = {
    id: "capabilities_baseline",
    level: "baseline",
    revisions: [{ since: 0, check: (pod) => denyAdds(pod, (name) => levelOfAdd(name) === "baseline") }],
};
const addedCapabilities = {
    id: "added-capabilities",
    summary: "Containers must not add capabilities other than NET_BIND_SERVICE.",
    level: "baseline",
    references: { cis: ["5.2.9"], cwe: [250, 269] },
    controls: [control],
    values: {
        form: "a capability such as NET_ADMIN, or ALL",
        isPossible: (text) => levelOfAdd(text) !== undefined && (plainName(text) === "ALL" || lib_pod/* allCapabilities */.YM.includes(plainName(text))),
    },
    *check(pod) {
        for (const container of pod.containers) {
            const { add = [] } = container.securityContext.capabilities ?? {};
            const list = [...container.effective.capabilities.path, "add"];
            for (const [index, name] of add.entries()) {
                const level = levelOfAdd(name);
                if (!level)
                    continue;
                yield {
                    level,
                    at: [...list, index],
                    origin: "container",
                    containers: [container],
                    message: (say) => describeAdd(name, container, say),
                    fix: correctAdd(name, container, index),
                    value: name,
                };
            }
        }
    },
};
const powers = new Map([
    ["SYS_ADMIN", "mount file systems and enter namespaces, which is as good as root on the node"],
    ["SYS_MODULE", "load code into the node's kernel"],
    ["SYS_RAWIO", "read and write the node's memory and devices"],
    ["SYS_PTRACE", "read and change the memory of other processes"],
    ["SYS_BOOT", "restart the node or load another kernel"],
    ["DAC_READ_SEARCH", "read files of the node past every permission"],
    ["BPF", "load programs into the node's kernel"],
    ["PERFMON", "watch the node's kernel and every process on it"],
    ["NET_ADMIN", "change network interfaces, routes and firewall rules"],
    ["NET_RAW", "forge and sniff packets on the pod network"],
    ["SYS_TIME", "set the node's clock"],
    ["SYSLOG", "read the node's kernel log"],
    ["DAC_OVERRIDE", "read and write files past every permission in the container"],
    ["SETUID", "become any user in the container"],
    ["SETGID", "join any group in the container"],
    ["CHOWN", "take over any file in the container"],
    ["MKNOD", "make device files"],
    ["SYS_CHROOT", "change its root directory"],
]);
function describeAdd(name, container, { who, line }) {
    const plain = plainName(name);
    const named = `capabilities.add names "${name}" in ${who}`;
    if (plain === "NET_BIND_SERVICE")
        return `${named}: Pod Security allows it only as ${plain}. Write it so.`;
    const { privileged, capabilities } = container.effective;
    const { add = [], drop = [] } = capabilities.value ?? {};
    const refused = "Pod Security rejects the pod all the same. Remove it.";
    if (container.derived.privileged)
        return `${named}: privileged (${line(privileged.path)}) gives it every capability anyway, but ${refused}`;
    const undoing = findUndoingDrop(name, drop);
    if (undoing !== undefined) {
        const place = line([...capabilities.path, "drop", undoing]);
        return `${named}, and capabilities.drop takes it away again (${place}): the drop wins in containerd and CRI-O, but ${refused}`;
    }
    const next = "Remove it, unless the process can't work without it.";
    if (plain === "ALL") {
        const given = (0,lib_pod/* computeBoundingSet */.gg)({ add, drop }, false);
        const dropped = lib_pod/* allCapabilities */.YM.filter((each) => !given.includes(each));
        const exception = dropped.length > 0 ? ` but ${dropped.length > 3 ? dropped.length : enumerate(dropped)}` : "";
        return `capabilities.add gives ${who} every capability there is${exception}, which is as good as root on the node. ${next}`;
    }
    if (!lib_pod/* allCapabilities */.YM.includes(plain))
        return `${named}: Pod Security refuses a name that it does not know. Remove it.`;
    const power = powers.get(plain);
    const right = power ? `the right to ${power}` : "a right of root that the restricted level does not allow";
    if (name.toUpperCase() !== plain)
        return `${named}: some runtimes take it for ${plain}, ${right}. ${next}`;
    if (!runsAsNonRoot(container))
        return `capabilities.add gives ${who} ${plain}, ${right}. ${next}`;
    return `capabilities.add leaves ${plain} within reach of ${who}, ${right}: a user other than root gets it through programs with file capabilities. ${next}`;
}
function correctAdd(name, container, index) {
    const { add = [], drop = [] } = container.securityContext.capabilities ?? {};
    const plain = plainName(name);
    const list = [...container.effective.capabilities.path, "add"];
    if (plain === "NET_BIND_SERVICE") {
        if (findUndoingDrop(plain, drop) !== undefined)
            return { declined: whichOfTwo };
        return safeFix(`Write ${plain}`, { op: "set", path: [...list, index], value: plain });
    }
    if (fileCapabilitiesOf(container).includes(plain))
        return { declined: `programs of the image carry ${plain} in their files, and can't be executed without it` };
    const program = programsOf(container).find(({ capabilities }) => capabilities.includes(plain));
    if (program)
        return { declined: `the container ${program.does}, which needs ${plain}` };
    const isKnown = plain === "ALL" || lib_pod/* allCapabilities */.YM.includes(plain);
    const isUndone = findUndoingDrop(plain, drop) !== undefined;
    const risk = isUndone
        ? "fails where a runtime lets the add win"
        : isKnown
            ? `fails if the process, or a program with file capabilities, needs ${plain === "ALL" ? "one of them" : plain}`
            : "fails where a runtime knows this capability";
    return reviewFix(`Remove ${name} from capabilities.add`, risk, removeItem(list, index, add));
}

;// CONCATENATED MODULE: ./lib/rules/support/admission.js

function listControls(rules) {
    return rules.flatMap(({ controls }) => controls).sort((a, b) => (a.id < b.id ? -1 : 1));
}
function admit(pod, controls, version) {
    const likely = judge(pod, controls, version);
    const worst = pod.assumed && judge(pod.assumed.worst, controls, version);
    return {
        version: `v1.${version.minor}`,
        baseline: agree(likely.baseline, worst?.baseline),
        restricted: agree(likely.restricted, worst?.restricted),
    };
}
function agree(verdict, other = verdict) {
    return verdict.allowed === other.allowed ? verdict : { allowed: null, message: null };
}
function judge(declared, controls, version) {
    const pod = (0,lib_pod/* applyDefaults */.hq)(declared);
    const answers = controls.flatMap((control) => answerOf(control, pod, version.minor) ?? []);
    const baseline = answers.filter(({ control }) => control.level === "baseline");
    const restricted = answers.filter(({ control }) => control.level === "restricted");
    const overridden = new Set(restricted.flatMap(({ control }) => control.overrides ?? []));
    const both = [...baseline.filter(({ control }) => !overridden.has(control.id)), ...restricted];
    return {
        baseline: verdictOn(pod, baseline, `baseline:${version.name}`),
        restricted: verdictOn(pod, both, `restricted:${version.name}`),
    };
}
function levelIn(control, { minor }) {
    return revisionIn(control, minor) ? control.level : "hardened";
}
function answerOf(control, pod, minor) {
    const revision = revisionIn(control, minor);
    return revision && { control, denial: revision.check(pod) };
}
function revisionIn({ revisions }, minor) {
    return revisions.findLast(({ since }) => since <= minor);
}
function verdictOn({ workload: { kind }, builtIn, decoding }, answers, standard) {
    if (decoding.mismatches.length > 0)
        return { allowed: null, message: null };
    const denials = answers.flatMap(({ denial }) => denial ?? []);
    if (denials.length === 0)
        return { allowed: true, message: null };
    const reasons = denials.map(({ reason, detail }) => (detail ? `${reason} (${detail})` : reason)).join(", ");
    const message = `${kind === "Pod" ? "violates" : "would violate"} PodSecurity "${standard}": ${reasons}`;
    return {
        allowed: false,
        message: builtIn ? message : `${message}; Pod Security judges the pods that this ${kind} makes, not the ${kind}`,
    };
}

;// CONCATENATED MODULE: ./lib/rules/support/declarations.js


function declarationsOf(pod, field) {
    const declared = [];
    const onPod = pod.securityContext[field];
    if (onPod !== undefined && onPod !== null) {
        const containers = pod.containers.filter(({ effective }) => effective[field].origin === "pod");
        declared.push({ origin: "pod", at: [...pod.context, field], value: onPod, containers });
    }
    for (const container of pod.containers) {
        const own = container.securityContext[field];
        if (own === undefined || own === null)
            continue;
        const at = [...container.context, field];
        declared.push({ container, origin: "container", at, value: own, containers: [container] });
    }
    return declared;
}
function podDeclaration(pod, field) {
    return (0,lib_pod/* findUnknown */.IX)(pod.unknown, [...pod.context, field]) ? undefined : pod.securityContext[field];
}
function containersAt(pod, path) {
    const container = (0,lib_pod/* findContainer */.FA)(pod, path);
    return container ? [container] : [];
}
function isMistyped({ spec, securityContext }, ...names) {
    let written = spec.securityContext;
    let decoded = securityContext;
    for (const name of names) {
        if (isUnset(written))
            return false;
        if (!(0,yaml/* isFields */.Ce)(written))
            return true;
        written = written[name];
        decoded = (0,yaml/* isFields */.Ce)(decoded) ? decoded[name] : undefined;
    }
    return !isUnset(written) && decoded === undefined;
}
function isUnset(value) {
    return value === undefined || value === null;
}

// EXTERNAL MODULE: ./lib/pod/patterns.js
var patterns = __webpack_require__(212);
;// CONCATENATED MODULE: ./lib/rules/support/writable-paths.js


function writablePathsOf(image, configured = []) {
    if (image === null)
        return [];
    const known = (0,lib_pod/* findKnownImage */.ST)(image)?.writablePaths ?? [];
    const repository = (0,lib_pod/* withoutTag */.nb)(image);
    const isMeant = (pattern) => (0,patterns/* matchesPattern */.MT)(pattern, image) || (0,patterns/* matchesPattern */.MT)(pattern, repository);
    const own = configured.filter((each) => isMeant(each.image)).flatMap(({ paths }) => paths);
    return [...new Set([...known, ...own])];
}

;// CONCATENATED MODULE: ./lib/rules/support/empty-dirs.js





function volumeNamesIn(pod) {
    const claims = (0,yaml/* valueAt */.fK)(pod.document.value, [...pod.object, "spec", "volumeClaimTemplates"]);
    const names = [
        ...empty_dirs_fieldsOf(pod.spec.volumes).map(({ name }) => name),
        ...empty_dirs_fieldsOf(claims).map(({ metadata }) => ((0,yaml/* isFields */.Ce)(metadata) ? metadata.name : undefined)),
    ];
    const mounters = mountersByVolume(pod);
    const spare = new Map();
    for (const [index, { name, types }] of volumesIn(pod).entries())
        if (types.includes("emptyDir") && !mounters.has(name) && !spare.has(name))
            spare.set(name, index);
    return { taken: new Set(names.filter((name) => typeof name === "string")), spare };
}
function mountEmptyDir(pod, container, folder, names) {
    const base = folder
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "")
        .slice(0, 60);
    const own = pod.containers.length > 1 ? `${base}-${container.name}`.slice(0, 60).replace(/-+$/, "") : base;
    const spare = firstSpare([own, base], names);
    const name = spare ?? freeName(own, names);
    names.spare.delete(name);
    names.taken.add(name);
    const mounted = {
        op: "append",
        path: [...container.path, "volumeMounts"],
        value: { name, mountPath: folder },
        among: siblingsOfMounts,
    };
    if (spare !== undefined)
        return [mounted];
    return [mounted, { op: "append", path: [...pod.path, "volumes"], value: { name, emptyDir: {} } }];
}
function firstSpare(names, { spare }) {
    const known = names.filter((name) => spare.has(name));
    return known.toSorted((a, b) => (spare.get(a) ?? 0) - (spare.get(b) ?? 0))[0];
}
function freeName(wish, { taken }) {
    let name = wish;
    for (let count = 2; taken.has(name); count++)
        name = `${wish}-${count}`;
    return name;
}
function writableFolders({ type, image, spec }, { writablePaths }) {
    if (type === "ephemeral")
        return [];
    const known = hasOwnCommand(spec) ? [] : writablePathsOf(image, writablePaths);
    const folders = new Set(["/tmp", ...known.map((path) => path.replace(/\/+$/, ""))]);
    return [...folders].filter((folder) => !isOnVolume(folder, spec));
}
function empty_dirs_fieldsOf(value) {
    return (0,yaml/* isList */.Lv)(value) ? value.filter(yaml/* isFields */.Ce) : [];
}

;// CONCATENATED MODULE: ./lib/rules/support/moves.js






function planMoves(pod, { at, value, intended }) {
    if (!intended)
        return undefined;
    const { name, place } = intended;
    const own = (0,lib_pod/* findContainer */.FA)(pod, at);
    if (name === "securityContext") {
        if (!(0,yaml/* isFields */.Ce)(value))
            return [];
        const moves = Object.entries(value).map(([field, member]) => listMoves(pod, own, field, member));
        return moves.every((each) => each !== undefined) ? moves.flat() : undefined;
    }
    if (place === "here") {
        const to = [...at.slice(0, -1), name];
        return [{ ...makeMove(pod, name, value, to, own ? [own] : pod.containers), among: { after: [String(at.at(-1))] } }];
    }
    return listMoves(pod, own, name, value);
}
function listMoves(pod, own, field, value) {
    const move = (to, containers) => makeMove(pod, field, value, to, containers);
    if (lib_pod/* podSpecFields */.A0.includes(field))
        return [move([...pod.path, field], pod.containers)];
    const isOfPod = (0,lib_pod/* contextFields */.NU)("pod").has(field);
    if ((0,lib_pod/* isOnlyIn */.QV)("pod", field) || (!own && isOfPod))
        return [move([...pod.context, field], pod.containers)];
    if (!(0,lib_pod/* contextFields */.NU)("containers").has(field))
        return undefined;
    return (own ? [own] : pod.containers).map((each) => move([...each.context, field], [each]));
}
function makeMove(pod, field, value, to, containers) {
    const written = (0,yaml/* valueAt */.fK)(pod.document.value, to) ?? undefined;
    return { field, value, to, containers, written, among: siblingsOf(pod, siblingPath(pod, to)) };
}
function collectWanted(moves) {
    const wanted = new Map();
    for (const { to, value } of moves) {
        const place = JSON.stringify(to);
        const values = wanted.get(place) ?? [];
        if (values.length < 2 && !values.some((other) => (0,yaml/* sameValue */.eE)(other, value)))
            wanted.set(place, [...values, value]);
    }
    return wanted;
}
function findConflict(pod, moves, wanted) {
    for (const { field, value, to, written } of moves) {
        const rival = wanted.get(JSON.stringify(to))?.find((other) => !(0,yaml/* sameValue */.eE)(other, value));
        if (rival !== undefined)
            return `two places want ${field} to be ${printShort(value)} and ${printShort(rival)}: only you can choose`;
        const places = moves.filter((other) => other.field === field);
        if (written === undefined || places.some((other) => other.written === undefined || (0,yaml/* sameValue */.eE)(other.written, value)))
            continue;
        return places.length === 1
            ? `${(0,lib_pod/* formatField */.Wd)(pod, to)} says ${printShort(written)}, and this says ${printShort(value)}: only you can choose`
            : `every container says something else than ${printShort(value)} itself: only you can choose`;
    }
    return undefined;
}
function makeMovePatches(pod, { field, value, to, containers, among }, names, { fix, enforced }) {
    const set = (moved) => ({ op: "set", path: to, value: moved, among });
    const [container] = containers;
    if (field === "readOnlyRootFilesystem" && container) {
        const folders = writableFolders(container, fix);
        const mounts = folders.flatMap((folder) => mountEmptyDir(pod, container, folder, names));
        return folders.length > 0
            ? { patches: [set(value), ...mounts], note: `mount an emptyDir at ${enumerate(folders)}` }
            : { patches: [set(value)] };
    }
    if (field === "capabilities" && container && (0,yaml/* isFields */.Ce)(value)) {
        const lists = (0,lib_pod/* decodeSecurityContext */.g$)({ capabilities: value }).capabilities ?? {};
        const kept = keepNeeded(container, lists, enforced);
        if ("declined" in kept)
            return kept;
        const add = [...(lists.add ?? []), ...kept.map(({ name }) => name)];
        return kept.length > 0
            ? { patches: [set({ ...value, add })], note: `keep ${describeNeeds(kept)}` }
            : { patches: [set(value)] };
    }
    return { patches: [set(value)] };
}
function siblingPath(pod, to) {
    return to.length === pod.path.length + 1 ? pod.context : to;
}
function describeDestinations(pod, moves) {
    const own = moves.filter(({ to }) => (0,lib_pod/* findContainer */.FA)(pod, to));
    const onPod = moves.some(({ to }) => isOnPod(pod, to));
    const onSpec = moves.some(({ to }) => to.length === pod.path.length + 1);
    return enumerate([
        ...(own.length > 0 ? [enumerateContainers([...new Set(own.flatMap(({ containers }) => containers))])] : []),
        ...(onPod ? ["the pod's securityContext"] : []),
        ...(onSpec ? ["the pod spec"] : []),
    ]);
}
function findApiRefusal(pod, patches, minor) {
    const spec = (0,yaml/* valueAt */.fK)(patches.reduce(yaml/* patchValue */.ip, pod.document.value), pod.path);
    if (!(0,yaml/* isFields */.Ce)(spec))
        return "the pod would have no spec";
    const changed = (0,lib_pod/* withSpec */.Yk)(pod, spec);
    const known = new Set((0,lib_pod/* validate */.tf)(pod, minor).map(({ text }) => text));
    const refusal = (0,lib_pod/* validate */.tf)(changed, minor).find(({ text }) => !known.has(text));
    if (refusal)
        return refusal.text;
    const before = pod.decoding.mismatches.filter(({ at }) => (0,yaml/* startsWith */.w1)(at, pod.path));
    const isWorse = changed.decoding.mismatches.length > before.length;
    return isWorse ? "a value would be of a wrong type" : undefined;
}
function printShort(value) {
    const text = JSON.stringify(value).replaceAll('"', "").replaceAll(":", ": ").replaceAll(",", ", ");
    return text.length > 80 ? `${text.slice(0, 79)}\u2026` : text;
}

;// CONCATENATED MODULE: ./lib/rules/support/windows.js




const exemptsWindowsSince = 25;
function* judgeOnWindows(rule, pod, context) {
    for (const violation of rule.check(pod, context)) {
        const setting = (0,lib_pod/* findLinuxSetting */.eW)(pod, violation.at);
        const isRefused = violation.level === "privileged" && rule.mode === undefined;
        if (setting === undefined || isRefused)
            yield withoutLinuxFix(pod, violation);
        else if (pod.os !== "windows" && isRejected(violation))
            yield removeFromWindows(pod, violation, setting, context);
    }
}
function isRejected({ at, level, origin }) {
    const isDemand = origin === "default" || at.at(-1) === "allowPrivilegeEscalation" || at.at(-1) === "drop";
    return (level === "baseline" || level === "restricted") && !isDemand;
}
function removeFromWindows(pod, violation, path, { version }) {
    const field = String(path.at(-1));
    const place = selectionPlace(pod);
    const patch = { op: "remove", path };
    const refused = findApiRefusal(pod, [patch], version.minor);
    return {
        ...violation,
        message: ({ line }) => `${field} is a setting of Linux, and the pod runs on Windows (${line(place)}), where it does nothing: Pod Security rejects the pod for it ` +
            "all the same. Remove it.",
        fix: refused === undefined
            ? safeFix(`Remove ${field}, which Windows does not have`, patch)
            : { declined: `the API server would refuse it then: ${refused}` },
    };
}
function withoutLinuxFix(pod, violation) {
    const patches = violation.fix && "patches" in violation.fix ? violation.fix.patches : [];
    const setting = patches
        .flatMap(({ op, path }) => (op === "remove" ? [] : ((0,lib_pod/* findLinuxSetting */.eW)(pod, path) ?? [])))
        .at(-1);
    if (setting === undefined)
        return violation;
    return { ...violation, fix: { declined: `the pod runs on Windows, which does not have ${setting}` } };
}
function isOfLinuxAlone(pod, places) {
    const belongs = (place) => (0,lib_pod/* findLinuxSetting */.eW)(pod, place) !== undefined;
    return pod.runsOn === "windows" && places.length > 0 && places.every(belongs);
}
function selectionPlace(pod) {
    const selector = Object.keys(labelsOf(pod)).find((label) => /^(beta\.)?kubernetes\.io\/os$/.test(label));
    return [...pod.path, ...(selector ? ["nodeSelector", selector] : ["affinity"])];
}
function* checkOsName(pod, minor) {
    if (pod.runsOn !== "windows" || pod.os === "windows" || minor < exemptsWindowsSince)
        return;
    const place = selectionPlace(pod);
    yield {
        level: pod.containers.every((container) => meetsLinuxControls(pod, container)) ? "hardened" : "restricted",
        at: [...pod.path, "os", "name"],
        origin: "default",
        containers: pod.containers,
        message: ({ line }) => `os.name is not set, and the pod runs on Windows (${line(place)}): Pod Security takes it for a Linux pod, and demands settings of it ` +
            "that mean nothing to Windows. Set os.name: windows.",
        related: [{ at: place, message: "Only Windows nodes are selected here." }],
        fix: setOsName(pod, minor),
    };
}
function labelsOf({ spec }) {
    return typeof spec.nodeSelector === "object" ? (spec.nodeSelector ?? {}) : {};
}
function meetsLinuxControls(pod, { securityContext }) {
    const { allowPrivilegeEscalation, capabilities } = securityContext;
    const profile = securityContext.seccompProfile ?? pod.securityContext.seccompProfile;
    return allowPrivilegeEscalation === false && capabilities?.drop?.includes("ALL") === true && profile !== undefined;
}
function setOsName(pod, minor) {
    const errors = (0,lib_pod/* validate */.tf)({ ...pod, os: "windows", spec: { ...pod.spec, os: { name: "windows" } } }, minor);
    const [refused] = errors.filter(({ text }) => text.endsWith("cannot be set for a windows pod"));
    if (refused)
        return { declined: `a Windows pod may not have Linux settings: remove ${refused.field} first` };
    const among = siblingsOf(pod, pod.context);
    return safeFix("Set os.name: windows", { op: "set", path: [...pod.path, "os"], value: { name: "windows" }, among });
}

;// CONCATENATED MODULE: ./lib/rules/allow-privilege-escalation.js







const allow_privilege_escalation_control = {
    id: "allowPrivilegeEscalation",
    level: "restricted",
    revisions: [
        { since: 8, check: denyEscalation },
        { since: 25, check: (pod) => (pod.os === "windows" ? undefined : denyEscalation(pod)) },
    ],
};
const allowPrivilegeEscalation = {
    id: "allow-privilege-escalation",
    summary: "Containers must forbid privilege escalation.",
    level: "restricted",
    references: { cis: ["5.2.6"], nsa: "Restricts escalation to root privileges", cwe: [269, 250] },
    controls: [allow_privilege_escalation_control],
    coveredBy: "privileged",
    *check(pod, { version }) {
        yield* checkOsName(pod, version.minor);
        for (const container of pod.containers.filter(mayEscalate)) {
            if (container.derived.privileged || isMistyped(container, "allowPrivilegeEscalation"))
                continue;
            const { value, path, origin } = container.effective.allowPrivilegeEscalation;
            yield {
                level: levelIn(allow_privilege_escalation_control, version),
                at: path,
                origin,
                containers: [container],
                message: ({ who }) => `allowPrivilegeEscalation is ${value === true ? "true" : "not set, and unset means true"}: a process in ${who} can gain rights ` +
                    "that it was not started with, through set-uid programs such as sudo. Set it to false.",
                fix: forbidEscalation(pod, container, path),
            };
        }
    },
};
function denyEscalation(pod) {
    const bad = pod.containers.filter(mayEscalate);
    if (bad.length === 0)
        return undefined;
    return {
        reason: "allowPrivilegeEscalation != false",
        detail: `${nameContainers(bad)} must set securityContext.allowPrivilegeEscalation=false`,
    };
}
function mayEscalate({ securityContext }) {
    return securityContext.allowPrivilegeEscalation !== false;
}
function forbidEscalation(pod, container, path) {
    if (addsSysAdmin(container))
        return {
            declined: "the API server refuses allowPrivilegeEscalation: false beside CAP_SYS_ADMIN: remove that capability first",
        };
    const need = explainSetUidNeed(container);
    if (need !== undefined)
        return { declined: need };
    return reviewFix("Set allowPrivilegeEscalation: false", "fails if the process uses set-uid programs such as sudo or ping", { op: "set", path, value: false, among: siblingsOf(pod, path) });
}

;// CONCATENATED MODULE: ./lib/rules/support/wrong-types.js



const wanted = {
    boolean: "true or false",
    int32: "a whole number",
    int64: "a whole number",
    intOrString: "a whole number or text",
    string: "text",
    quantity: "a quantity such as 500m or 1Gi",
    time: "a time such as 2026-01-31T12:00:00Z",
    any: "anything",
    list: "a list",
    map: "a mapping",
    object: "a mapping",
};
function describeWrongType(pod, mismatch) {
    const { at, value, field } = mismatch;
    return `${(0,lib_pod/* formatField */.Wd)(pod, at)} must be ${wanted[field.type]}, and this is ${describeValue(value)}. ${nameStep(pod, mismatch)}`;
}
function describeValue(value) {
    if (Array.isArray(value))
        return "a list";
    if (typeof value === "object")
        return "a mapping";
    if (typeof value === "string")
        return `the text "${value}"`;
    return `${typeof value === "boolean" ? "the word" : "the number"} ${value}`;
}
function nameStep(pod, mismatch) {
    const { value, field } = mismatch;
    if (field.type === "string" && typeof value !== "object")
        return "Put it in quotes.";
    const meant = intendedValue(pod, mismatch);
    if (meant === undefined)
        return `Write ${wanted[field.type]} there.`;
    return `Write ${renderShort(meant)}${typeof meant === "object" ? "" : " without quotes"}.`;
}
function correctType(pod, mismatch) {
    const { at } = mismatch;
    const meant = intendedValue(pod, mismatch);
    if (meant === undefined)
        return { declined: "only you know which value was meant" };
    if (pod.os === "windows" && (0,lib_pod/* isInContext */.tu)(pod, at) && at.at(-1) !== "runAsNonRoot")
        return safeFix(`Remove ${at.at(-1)}`, { op: "remove", path: at });
    const title = typeof meant === "string"
        ? `Put ${meant} in quotes`
        : `Write ${(0,lib_pod/* formatField */.Wd)(pod, at).split(".").at(-1)}: ${renderShort(meant)}`;
    return safeFix(title, { op: "set", path: at, value: meant });
}
function renderShort(value) {
    return JSON.stringify(value).replaceAll('"', "").replaceAll(":", ": ");
}
const hardening = new Map([
    ["runAsNonRoot", true],
    ["readOnlyRootFilesystem", true],
    ["privileged", false],
    ["allowPrivilegeEscalation", false],
]);
function intendedValue(pod, { at, value, field: { type } }) {
    const name = String(at.at(-1));
    if (type === "string")
        return typeof value !== "object" && isFreeText(at) ? readWritten(pod, at) : undefined;
    if (typeof value !== "string")
        return undefined;
    switch (type) {
        case "boolean":
            if (hardening.has(name))
                return String(hardening.get(name)) === value ? hardening.get(name) : undefined;
            return /^(true|false)$/.test(value) && !isJudged(pod, at) ? value === "true" : undefined;
        case "int32":
        case "int64":
            if (!/^[1-9]\d{0,9}$/.test(value) || Number(value) > lib_pod/* largestId */.Cn)
                return undefined;
            return type === "int64" || !isJudged(pod, at) ? Number(value) : undefined;
        case "list":
            return name === "drop" ? [value] : undefined;
        default:
            return name === "seccompProfile" && value === "RuntimeDefault" ? { type: value } : undefined;
    }
}
function isJudged(pod, at) {
    return (0,lib_pod/* isInContext */.tu)(pod, at) || at.includes("ports") || lib_pod/* podSpecFields */.A0.includes(String(at.at(-1)));
}
function isFreeText(at) {
    const [list, , name] = at.slice(-3);
    if (name === "value")
        return list === "env";
    return ["args", "command", "labels", "matchLabels", "nodeSelector"].includes(String(at.at(-2)));
}
function readWritten({ document }, at) {
    const { start, end } = (0,yaml/* locate */.x5)(document, at).value;
    const written = document.text.slice(start, end);
    return /^[\w.+-]+$/.test(written) ? written : undefined;
}

;// CONCATENATED MODULE: ./lib/rules/api-rejected.js






const apiRejected = {
    id: "api-rejected",
    summary: "The API server must accept the object.",
    level: "privileged",
    references: {},
    controls: [],
    *check(pod, { version }) {
        if (!pod.isPodSpec)
            return;
        yield* checkKind(pod, version);
        for (const error of pod.decoding.mismatches) {
            yield {
                ...errorPlace(pod, error.at),
                message: () => `The API server refuses this object: ${describeWrongType(pod, error)}`,
                fix: correctType(pod, error),
            };
        }
        for (const error of (0,lib_pod/* validate */.tf)(pod, version.minor)) {
            if (isWrongType(pod, error.at))
                continue;
            const fix = removeIdleField(pod, error, version.minor);
            yield {
                ...errorPlace(pod, error.at),
                message: () => `The API server refuses this object: ${withoutBlock(error.text)}. ${nextStep(error)}`,
                ...(fix ? { fix } : {}),
            };
        }
        yield* checkDuplicates(pod);
    },
    *checkNamespace(namespace) {
        for (const { at, text } of (0,lib_pod/* validateLabels */._c)(namespace)) {
            yield {
                level: "privileged",
                at,
                origin: "namespace",
                containers: [],
                message: () => `The API server refuses this Namespace: ${text}. Use one of these values.`,
            };
        }
    },
};
function isWrongType({ decoding }, path) {
    return decoding.mismatches.some(({ at }) => (0,yaml/* startsWith */.w1)(path, at));
}
function* checkKind(pod, { minor }) {
    const defects = pod.builtIn ? (0,lib_pod/* findKindDefects */["in"])(pod.builtIn, minor) : [];
    for (const { field, text, meant } of defects) {
        const at = [...pod.object, field];
        if (isWrongType(pod, at))
            continue;
        const isMissing = pod.builtIn?.written[field] === "";
        const step = meant === undefined ? (isMissing ? "Add it." : "Correct it.") : `Write ${field}: ${meant}.`;
        yield {
            ...errorPlace(pod, at),
            message: () => `The API server refuses this object: ${text}. ${step}`,
            fix: { declined: "only you know which kind and version were meant" },
        };
    }
}
function* checkDuplicates(pod) {
    const { document, object } = pod;
    for (const { path, key } of document.duplicates) {
        if (!(0,yaml/* startsWith */.w1)(path, object))
            continue;
        yield {
            ...errorPlace(pod, path),
            message: () => `${key} is set twice in one block: kubectl refuses the object, and other clients take the last value, which is this one. Remove one of the two.`,
            fix: { declined: "only you know which of the two is meant" },
        };
    }
}
function errorPlace(pod, at) {
    const containers = containersAt(pod, at);
    const { metadata } = pod;
    const isAnnotation = at[metadata.length - 1] === "metadata" && at[metadata.length] === "annotations";
    const origin = isAnnotation ? "annotation" : containers.length > 0 ? "container" : "pod";
    return { level: "privileged", at, origin, containers };
}
function withoutBlock(text) {
    return text.replace(/: Invalid value: \{.*\}: /s, ": Invalid value: ");
}
const nextSteps = {
    "Invalid value": "Change it.",
    Forbidden: "Remove it.",
    "Required value": "Add it.",
    "Unsupported value": "Use one of the supported values.",
    "Duplicate value": "Change or remove one of the two.",
};
function nextStep({ kind, text }) {
    const isPair = text.includes("cannot set `allowPrivilegeEscalation` to false and ");
    return isPair ? "Change one of the two." : nextSteps[kind];
}
function removeIdleField(pod, { at, text }, minor) {
    const isIdle = /cannot be set for a (windows|linux) pod$|can only be set when (seccomp|AppArmor) type is Localhost$/.test(text);
    if (!isIdle)
        return undefined;
    const title = `Remove ${at.at(-1)}`;
    const patch = { op: "remove", path: at };
    const refused = findApiRefusal(pod, [patch], minor);
    if (refused !== undefined)
        return { declined: `the API server would refuse it then: ${refused}` };
    if (at.at(-1) !== "hostUsers")
        return safeFix(title, patch);
    const risk = "fails Pod Security until runAsNonRoot is true, for which hostUsers: false stood in";
    return reviewFix(title, risk, patch);
}

;// CONCATENATED MODULE: ./lib/rules/support/named-values.js
function oneOf(...words) {
    const form = words.length === 1 ? `only ${words[0]}` : `one of ${words.join(", ")}`;
    return { form, isPossible: (text) => words.includes(text) };
}

;// CONCATENATED MODULE: ./lib/rules/app-armor-profile.js






const allowedTypes = new Set(["RuntimeDefault", "Localhost"]);
const app_armor_profile_control = {
    id: "appArmorProfile",
    level: "baseline",
    revisions: [{ since: 0, check: denyProfiles }],
};
const appArmorProfile = {
    id: "app-armor-profile",
    summary: "Containers must not switch AppArmor off.",
    level: "baseline",
    references: { nsa: "AppArmor", cwe: [693] },
    controls: [app_armor_profile_control],
    values: oneOf("Unconfined", "unconfined"),
    *check(pod) {
        const unconfined = forbiddenProfiles(pod).filter(({ value }) => value.type === "Unconfined");
        for (const { container, containers, origin, at } of unconfined) {
            const onPod = container && podDeclaration(pod, "appArmorProfile")?.type;
            yield {
                level: "baseline",
                at: [...at, "type"],
                origin,
                containers,
                message: (say) => `appArmorProfile.type is Unconfined here${describeOverride(pod, "appArmorProfile", "Unconfined", onPod, say)}: ` +
                    (containers.length > 0
                        ? `AppArmor does not confine ${say.who}. Remove the profile, and the runtime's default applies.`
                        : `${overriddenByAll}. Remove it.`),
                fix: removeProfile("Remove the AppArmor profile Unconfined", at, containers),
                value: "Unconfined",
            };
        }
        for (const { key, containers } of unconfinedAnnotations(pod)) {
            const at = [...pod.metadata, "annotations", key];
            yield {
                level: "baseline",
                at,
                origin: "annotation",
                containers,
                message: ({ who }) => containers.length > 0
                    ? `This annotation switches AppArmor off for ${who}. Remove it, and the runtime's default applies.`
                    : "This annotation does not name a container of the pod, but Pod Security rejects the pod all the same. Remove it.",
                fix: removeProfile(`Remove the annotation ${key}`, at, containers),
                value: "unconfined",
            };
        }
    },
};
function denyProfiles(pod) {
    const fields = forbiddenProfiles(pod);
    const annotations = forbiddenAnnotations(pod);
    if (fields.length + annotations.length === 0)
        return undefined;
    const who = [nameDeclarers(fields), annotations.length > 0 ? pluralize("annotation", annotations.length) : ""]
        .filter(Boolean)
        .join(" and ");
    const types = sortDistinct(fields.map(({ value }) => value.type ?? ""));
    const values = [...types, ...sortDistinct(annotations.map(([key, value]) => `${key}="${value}"`))];
    return {
        reason: `forbidden AppArmor ${pluralize("profile", values.length)}`,
        detail: `${who} must not set AppArmor profile type to ${quote(values)}`,
    };
}
function forbiddenProfiles(pod) {
    return declarationsOf(pod, "appArmorProfile").filter(({ value }) => !allowedTypes.has(value.type ?? ""));
}
function forbiddenAnnotations({ annotations }) {
    const isAllowed = (value) => value === "" || value === "runtime/default" || value.startsWith("localhost/");
    return Object.entries(annotations).filter(([key, value]) => key.startsWith(lib_pod/* appArmorAnnotation */.uh) && !isAllowed(value));
}
function unconfinedAnnotations(pod) {
    const unconfined = forbiddenAnnotations(pod).filter(([, value]) => value === "unconfined");
    return unconfined.map(([key]) => ({
        key,
        containers: pod.containers.filter(({ name }) => lib_pod/* appArmorAnnotation */.uh + name === key),
    }));
}
function removeProfile(title, path, containers) {
    const mounting = containers.find((container) => programsOf(container).some(({ name }) => /^u?mount$/.test(name)));
    if (mounting)
        return {
            declined: `container "${mounting.name}" mounts file systems, which the runtime's default profile forbids`,
        };
    return reviewFix(title, "fails if the process does what the runtime's default profile forbids", {
        op: "remove",
        path,
    });
}

;// CONCATENATED MODULE: ./lib/rules/drop-all-capabilities.js








const drop_all_capabilities_control = {
    id: "capabilities_restricted",
    level: "restricted",
    overrides: ["capabilities_baseline"],
    revisions: [
        { since: 22, check: denyCapabilities },
        { since: 25, check: (pod) => (pod.os === "windows" ? undefined : denyCapabilities(pod)) },
    ],
};
const dropAllCapabilities = {
    id: "drop-all-capabilities",
    summary: "Containers must drop ALL capabilities.",
    level: "restricted",
    references: { cis: ["5.2.8", "5.2.9"], cwe: [250, 1188] },
    controls: [drop_all_capabilities_control],
    *check(pod, { version, enforced }) {
        for (const container of pod.containers.filter(keepsDefaults)) {
            if (isMistyped(container, "capabilities", "drop"))
                continue;
            const { origin, path } = container.effective.capabilities;
            const { drop } = container.securityContext.capabilities ?? {};
            const spelling = drop?.find(isAllMisspelt);
            yield {
                level: levelIn(drop_all_capabilities_control, version),
                at: [...path, "drop"],
                origin: drop ? origin : "default",
                containers: [container],
                message: ({ who }) => spelling
                    ? `capabilities.drop says "${spelling}", which Pod Security does not take for "ALL": it counts as if ${who} dropped nothing. Write "ALL".`
                    : `capabilities.drop does not hold "ALL": ${describeRest(container, who)}`,
                fix: dropAll(pod, container, enforced),
                extent: (each) => (0,lib_pod/* computeBoundingSet */.gg)({ drop: each?.securityContext.capabilities?.drop ?? [] }, false),
            };
        }
    },
};
function denyCapabilities(pod) {
    const keeping = pod.containers.filter(keepsDefaults);
    const drops = `${nameContainers(keeping)} must set securityContext.capabilities.drop=["ALL"]`;
    const adds = denyAdds(pod, (name) => name !== "NET_BIND_SERVICE");
    const details = [...(keeping.length > 0 ? [drops] : []), ...(adds ? [adds.detail] : [])];
    return details.length > 0 ? { reason: "unrestricted capabilities", detail: details.join("; ") } : undefined;
}
function keepsDefaults({ securityContext }) {
    return !securityContext.capabilities?.drop?.includes("ALL");
}
function isAllMisspelt(name) {
    return name !== "ALL" && name.toUpperCase() === "ALL";
}
function describeRest({ derived, securityContext }, who) {
    const capabilities = derived.capabilities ?? (0,lib_pod/* computeBoundingSet */.gg)(securityContext.capabilities ?? {}, false);
    if (derived.privileged)
        return `privileged gives ${who} every capability there is, whatever it drops. Remove privileged, and drop ALL.`;
    const step = "Drop ALL, and add back only what the process needs.";
    if (capabilities.length === 0)
        return `that leaves ${who} without any capability today, but Pod Security asks for ALL. ${step}`;
    const shown = capabilities.slice(0, 3);
    const rest = capabilities.length - shown.length;
    const names = rest > 0 ? `${shown.join(", ")} and ${rest} more ${rest === 1 ? "capability" : "capabilities"}` : enumerate(shown);
    return `that leaves ${who} with ${names}, ${capabilities.length > 1 ? "each " : ""}a tool for an intruder. ${step}`;
}
function dropAll(pod, container, enforced) {
    if (container.derived.privileged)
        return { declined: "a privileged container has every capability, whatever it drops: remove privileged first" };
    const { path } = container.effective.capabilities;
    const { add = [], drop = [] } = container.securityContext.capabilities ?? {};
    const misspelt = drop.findIndex(isAllMisspelt);
    if (misspelt !== -1)
        return safeFix("Write ALL", { op: "set", path: [...path, "drop", misspelt], value: "ALL" });
    const kept = keepNeeded(container, { add, drop }, enforced);
    if ("declined" in kept)
        return kept;
    const keeping = kept.length > 0 ? ` but ${describeNeeds(kept)}` : "";
    return reviewFix(`Drop ALL capabilities${keeping}`, describeRisk(container), { op: "append", path: [...path, "drop"], value: "ALL", among: siblingsOf(pod, path) }, ...kept.map(({ name }) => ({ op: "append", path: [...path, "add"], value: name })));
}
function describeRisk(container) {
    const asRoot = "fails if the process changes file owners or users, or opens raw sockets, as root";
    if (!container.imageConfig?.fileCapabilities)
        return `${asRoot}, or if its program carries other file capabilities`;
    const byName = new Map(capableProgramsOf(container).others.map(({ path, capabilities }) => [
        path.slice(path.lastIndexOf("/")),
        { path, capabilities },
    ]));
    const programs = [...byName.values()].slice(0, 3);
    if (programs.length === 0)
        return asRoot;
    const carrying = programs.map(({ path, capabilities }) => `${path}, which carries ${enumerate(capabilities)}`);
    return `${asRoot}, or if it starts ${carrying.join(", or ")}`;
}

;// CONCATENATED MODULE: ./lib/rules/support/ids.js






function* checkId(pod, requirement) {
    const { field, unset, root } = requirement;
    const lacking = pod.containers.filter((container) => !(0,lib_pod/* isDeclared */.vo)(container.effective[field]) && !isMistyped(container, field));
    if (lacking.length > 0 && !isMistyped(pod, field)) {
        const at = placeFor(pod, lacking, field);
        yield {
            level: "hardened",
            at,
            origin: "default",
            containers: lacking,
            message: ({ who, containers }) => `${field} is set neither on the pod nor in ${who}: ${unset}${describeImageUsers(containers, field)}. Declare an id above 0.`,
            fix: declareId(pod, lacking, at, requirement),
        };
    }
    if (!requirement.reportsRoot)
        return;
    for (const container of pod.containers) {
        const { value, origin, path } = container.effective[field];
        if (value !== 0 || origin === "image")
            continue;
        yield {
            level: "hardened",
            at: path,
            origin,
            containers: [container],
            message: (say) => `${field} is 0 here${origin === "container" ? describeOverride(pod, field, 0, podDeclaration(pod, field), say) : ""}: ` +
                `it makes ${say.who} run ${root}. Declare an id above 0.`,
            fix: declareId(pod, [container], path, requirement),
            value: "0",
        };
    }
}
function setUser(pod, containers, path, fix) {
    const need = findRootNeed(pod, containers);
    if (need !== undefined)
        return { declined: need };
    const id = fix.runAsUser;
    if (id === undefined)
        return { declined: `only you know which user the image can run as: give it with ${nameIdPlace(fix, "runAsUser")}` };
    return reviewFix(`Set runAsUser: ${id}`, "fails if the process needs root, or files that only root may read", {
        op: "set",
        path,
        value: id,
        among: siblingsOf(pod, path),
    });
}
const idOptions = { runAsUser: "--run-as-user", runAsGroup: "--run-as-group" };
function nameIdPlace({ places }, field) {
    return places?.[field] ?? `${idOptions[field]} or fix.${field}`;
}
function findRootNeed(pod, containers) {
    return containers.map((each) => explainRootNeed(pod, each)).find((need) => need !== undefined);
}
function describeImageUsers(containers, field) {
    const known = containers.filter(({ imageConfig }) => imageConfig);
    if (known.length === 0)
        return "";
    const users = new Set(known.map(({ imageConfig }) => imageConfig?.user || "root"));
    if (field === "runAsUser")
        return ` (today that is ${enumerate([...users])})`;
    const groups = [...users].filter((user) => user.includes(":"));
    return groups.length > 0 ? `; the group of the image's USER ${enumerate(groups)} is ignored` : "";
}
function declareId(pod, containers, path, { field, fix, risk }) {
    const id = fix[field];
    const among = siblingsOf(pod, path);
    const need = field === "runAsUser" ? findRootNeed(pod, containers) : undefined;
    if (need !== undefined)
        return { declined: need };
    if (id !== undefined)
        return reviewFix(`Set ${field}: ${id}`, risk, { op: "set", path, value: id, among });
    const imageUser = field === "runAsUser" ? sharedImageUser(containers) : undefined;
    if (imageUser !== undefined)
        return safeFix(`Set runAsUser: ${imageUser}, which is the image's user`, {
            op: "set",
            path,
            value: imageUser,
            among,
        });
    return { declined: `only you know which id fits the image: give it with ${nameIdPlace(fix, field)}` };
}
function sharedImageUser(containers) {
    const uid = containers[0]?.derived.uid;
    const isShared = ({ effective, derived }) => effective.runAsUser.origin === "image" && derived.uid === uid;
    return uid && containers.every((container) => isShared(container) && runsAsNonRoot(container)) ? uid : undefined;
}

;// CONCATENATED MODULE: ./lib/rules/explicit-group.js


const explicitGroup = {
    id: "explicit-group",
    summary: "Containers must declare a group id above 0.",
    level: "hardened",
    references: { nsa: "Non-root containers", cwe: [250] },
    controls: [],
    values: oneOf("0"),
    check: (pod, context) => checkId(pod, {
        field: "runAsGroup",
        fix: context.fix,
        reportsRoot: true,
        unset: "the process gets the group that the image lists for its user, and the root group (0) where the image does not list the user",
        root: "in the root group, with all the files that this group may use",
        risk: "fails if files in the image or on its volumes are not readable for this group",
    }),
};

;// CONCATENATED MODULE: ./lib/rules/explicit-user.js


const explicitUser = {
    id: "explicit-user",
    summary: "Containers must declare a user id above 0.",
    level: "hardened",
    references: { cis: ["5.2.7"], nsa: "Non-root containers", cwe: [250] },
    controls: [],
    values: oneOf("0"),
    coveredBy: "run-as-user",
    check: (pod, context) => checkId(pod, {
        field: "runAsUser",
        fix: context.fix,
        reportsRoot: pod.hostUsers === false && context.version.minor >= 35,
        unset: "the image decides which user runs, and may change it",
        root: "as root, and what it writes to volumes belongs to root",
        risk: "fails if files in the image or on its volumes are not readable for this user",
    }),
};

;// CONCATENATED MODULE: ./lib/rules/fails-to-start.js


const failsToStart = {
    id: "fails-to-start",
    summary: "The kubelet must be able to start every container.",
    level: "privileged",
    references: { cwe: [250] },
    controls: [],
    *check(pod, { fix }) {
        const refusal = (0,lib_pod/* findAdmissionRefusal */.PR)(pod);
        if (refusal)
            yield reportPod(refusal);
        for (const container of pod.containers) {
            const refused = (0,lib_pod/* findStartRefusal */.UM)(pod, container);
            if (refused)
                yield reportContainer(pod, container, refused, fix);
        }
    },
};
function reportPod({ at, origin, text }) {
    return {
        level: "privileged",
        at,
        origin,
        containers: [],
        message: () => `The kubelet will not admit the pod (AppArmor): ${text}. The API server accepts this annotation. ` +
            "Name a profile behind localhost/, or remove the annotation.",
        fix: { declined: "only you know which profile was meant" },
    };
}
function reportContainer(pod, container, refusal, fix) {
    const { at, origin, text } = refusal;
    const { path, origin: setter } = container.effective.runAsNonRoot;
    const report = { level: "privileged", at, origin, containers: [container] };
    if (refusal.cause === "seccomp profile")
        return {
            ...report,
            message: ({ who }) => `The kubelet will not start ${who} (CreateContainerConfigError): ${text} The API server accepts the empty name. ` +
                "Name the profile's file, or choose RuntimeDefault.",
            fix: { declined: "only you know which profile was meant" },
        };
    return {
        ...report,
        message: ({ who, line }) => `The kubelet will not start ${who} (CreateContainerConfigError): ${text}. ` +
            `runAsNonRoot is true (${setter === "pod" ? "on the pod, " : ""}${line(path)}), and ${explainUser(refusal, container)}.`,
        related: [{ at: path, message: "runAsNonRoot is required here." }],
        fix: chooseUser(pod, container, refusal, fix),
    };
}
function explainUser({ cause }, { imageConfig }) {
    const { user = "" } = imageConfig ?? {};
    switch (cause) {
        case "declared root":
            return "this user is root: choose another user";
        case "declared administrator":
            return "this user is the administrator: choose another user";
        case "image administrator":
            return "the image's user is the administrator: set runAsUserName";
        case "image name":
            return `only a number proves that the image's user "${(0,lib_pod/* parseImageUser */.km)(user).name}" is not root: set runAsUser to its id`;
        case "image id":
            return "Kubernetes does not accept this id: set runAsUser";
        default: {
            const why = user === "" ? "the image names no user, which means root" : "the image's user is root";
            return `${why}: set runAsUser to another user, or choose an image that names one`;
        }
    }
}
function chooseUser(pod, container, { at, origin }, fix) {
    if (pod.runsOn === "windows")
        return { declined: "only you know which user the image can run as: set windowsOptions.runAsUserName" };
    return setUser(pod, [container], origin === "image" ? [...container.context, "runAsUser"] : at, fix);
}

;// CONCATENATED MODULE: ./lib/rules/host-namespaces.js





const hostFields = [
    {
        field: "hostNetwork",
        shares: "network",
        gives: "every network interface of the node, and what listens on its loopback address",
    },
    { field: "hostPID", shares: "processes", gives: "every process on the node, to watch and to signal" },
    { field: "hostIPC", shares: "shared memory", gives: "the shared memory of the processes on the node" },
];
const host_namespaces_control = {
    id: "hostNamespaces",
    level: "baseline",
    revisions: [{ since: 0, check: denyHostNamespaces }],
};
const hostNamespaces = {
    id: "host-namespaces",
    summary: "Pods must not share the node's network, process or IPC namespace.",
    level: "baseline",
    references: { cis: ["5.2.3", "5.2.4", "5.2.5"], nsa: "Share the host's namespaces", cwe: [653, 668] },
    controls: [host_namespaces_control],
    values: oneOf(...hostFields.map(({ field }) => field)),
    *check(pod) {
        for (const shared of sharedNamespaces(pod)) {
            const { field, gives } = shared;
            const at = [...pod.path, field];
            yield {
                level: "baseline",
                at,
                origin: "pod",
                containers: pod.containers,
                message: ({ who }) => `${field} is true: ${who} can reach ${gives}. Remove it.`,
                fix: leaveNamespace(pod, shared, at),
                value: field,
            };
        }
    },
};
function denyHostNamespaces(pod) {
    const shared = sharedNamespaces(pod).map(({ field }) => `${field}=true`);
    return shared.length > 0 ? { reason: "host namespaces", detail: shared.join(", ") } : undefined;
}
function sharedNamespaces(pod) {
    return hostFields.filter(({ field }) => pod[field]);
}
function leaveNamespace(pod, { field, shares }, path) {
    const isHostProcess = pod.containers.some(({ effective }) => effective.windowsOptions.value?.hostProcess === true);
    if (field === "hostNetwork" && isHostProcess)
        return { declined: "HostProcess containers need the node's network: remove hostProcess first" };
    const need = field === "hostNetwork" ? explainNetworkNeed(pod) : field === "hostPID" ? explainPidNeed(pod) : undefined;
    if (need !== undefined)
        return { declined: need };
    return reviewFix(`Set ${field}: false`, `fails if the process needs the node's ${shares}`, {
        op: "set",
        path,
        value: false,
    });
}
const networkFolders = ["/etc/cni", "/opt/cni", "/var/lib/cni", "/run/xtables.lock"];
function explainNetworkNeed(pod) {
    const folder = hostPathsOf(pod).find((path) => networkFolders.some((each) => `${path}/`.startsWith(`${each}/`)));
    return folder && `the pod mounts ${folder} of the node: it sets up the node's network, and needs it`;
}
function explainPidNeed(pod) {
    const container = pod.containers.find((each) => programsOf(each).some(({ name }) => name === "nsenter"));
    return container && `container "${container.name}" runs nsenter, which needs the node's processes`;
}
function hostPathsOf(pod) {
    const paths = volumesIn(pod).map(({ fields }) => (0,yaml/* valueAt */.fK)(fields, ["hostPath", "path"]));
    return paths.filter((path) => typeof path === "string");
}

;// CONCATENATED MODULE: ./lib/rules/support/reach.js


function reachOf(volume, type, container) {
    const source = volume[type];
    if (!(0,yaml/* isFields */.Ce)(source))
        return [];
    const { path, readOnly, ...rest } = source;
    const origin = `${type}${encodeURIComponent((0,yaml/* canonicalText */.A4)(omitEmpty(rest)))}`;
    const mounts = container ? mountsOf(container.spec).filter(({ name }) => name === volume.name) : [];
    const all = mounts.length > 0 ? mounts : [{}];
    return all.flatMap((mount) => {
        const place = joinPaths(path, partOf(mount));
        return powersOf(mount, readOnly).map((power) => `${power}:${origin}:${place}`);
    });
}
function partOf({ subPath, subPathExpr }) {
    if (typeof subPath === "string" && subPath !== "")
        return subPath;
    return typeof subPathExpr === "string" ? subPathExpr.replace(/(^|\/)[^/]*\$\(.*$/s, "") : undefined;
}
function powersOf(mount, isSourceReadOnly) {
    return [
        "read",
        ...(mount.readOnly === true || isSourceReadOnly === true ? [] : ["write"]),
        ...(mount.recursiveReadOnly === "Enabled" ? [] : ["write-below"]),
        ...(mount.mountPropagation === "HostToContainer" || mount.mountPropagation === "Bidirectional" ? ["follow"] : []),
        ...(mount.mountPropagation === "Bidirectional" ? ["share"] : []),
    ];
}
function omitEmpty(fields) {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ""));
}
function joinPaths(...parts) {
    const steps = [];
    for (const step of parts
        .filter((part) => typeof part === "string")
        .join("/")
        .split("/")) {
        if (step === "..")
            steps.pop();
        else if (step !== "" && step !== ".")
            steps.push(encodeURIComponent(step));
    }
    return `/${steps.join("/")}`;
}

;// CONCATENATED MODULE: ./lib/rules/host-path-volumes.js







const host_path_volumes_control = {
    id: "hostPathVolumes",
    level: "baseline",
    revisions: [{ since: 0, check: denyHostPaths }],
};
const hostPathVolumes = {
    id: "host-path-volumes",
    summary: "Pods must not mount paths of the node.",
    level: "baseline",
    references: { cis: ["5.2.11"], cwe: [668, 732] },
    controls: [host_path_volumes_control],
    values: { form: "a path of the node such as /var/log", isPossible: (text) => /^(\/|[A-Za-z]:)/.test(text) },
    *check(pod) {
        const mounters = mountersByVolume(pod);
        for (const volume of hostPathsIn(pod)) {
            const containers = mounters.get(volume.name) ?? [];
            const path = readPath(volume.fields);
            yield {
                level: "baseline",
                at: [...volume.path, "hostPath"],
                origin: "pod",
                containers,
                message: (say) => describe(volume, say.containers, say.who),
                fix: containers.length > 0
                    ? { declined: "what the path holds must move to another kind of volume first" }
                    : removeVolume(pod, volume),
                ...(path !== undefined && { value: path }),
                extent: (container) => reachOf(volume.fields, "hostPath", container),
            };
        }
    },
};
function describe({ name, fields }, containers, who) {
    const path = readPath(fields);
    const subject = `The hostPath volume "${name}"`;
    const place = `${path ?? "a path"} of the node`;
    if (containers.length === 0)
        return `${subject} names ${place}: no container mounts it, but Pod Security rejects the pod all the same. Remove the volume.`;
    const access = containers.some((container) => writesTo(container, name)) ? "write" : "read";
    const gain = path === undefined ? "files of the node are there" : describeNodePath(path, access);
    return `${subject} puts ${place} into ${who}: ${gain}. Use an emptyDir, a persistentVolumeClaim or a configMap.`;
}
function readPath(volume) {
    const path = (0,yaml/* valueAt */.fK)(volume, ["hostPath", "path"]);
    return typeof path === "string" && path !== "" ? path : undefined;
}
function writesTo({ spec }, volume) {
    return mountsOf(spec).some(({ name, readOnly }) => name === volume && readOnly !== true);
}
function denyHostPaths(pod) {
    const names = hostPathsIn(pod).map(({ name }) => name);
    if (names.length === 0)
        return undefined;
    return { reason: "hostPath volumes", detail: `${pluralize("volume", names.length)} ${quote(names)}` };
}
function hostPathsIn(pod) {
    return volumesIn(pod).filter(({ types }) => types.includes("hostPath"));
}
function removeVolume({ spec }, { name, path }) {
    const volumes = (0,yaml/* isList */.Lv)(spec.volumes) ? spec.volumes : [];
    const remove = removeItem(path.slice(0, -1), Number(path.at(-1)), volumes);
    return reviewFix(`Remove the volume ${name}`, "fails if something mounts it later", remove);
}

;// CONCATENATED MODULE: ./lib/rules/host-ports.js



const host_ports_control = {
    id: "hostPorts",
    level: "baseline",
    revisions: [{ since: 0, check: denyHostPorts }],
};
const hostPorts = {
    id: "host-ports",
    summary: "Containers must not take ports of the node.",
    level: "baseline",
    references: { cis: ["5.2.12"], cwe: [668] },
    controls: [host_ports_control],
    values: {
        form: "a port from 1 to 65535",
        isPossible: (text) => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535,
    },
    *check(pod) {
        for (const container of pod.containers) {
            for (const { port, path, fields } of hostPortsIn(container)) {
                yield {
                    level: "baseline",
                    at: path,
                    origin: "container",
                    containers: [container],
                    message: ({ who }) => `hostPort ${port} opens ${who} on the node's own address, past network policies, and keeps a second replica off the node. ` +
                        "Remove it and use a Service.",
                    fix: closePort(pod, path),
                    value: String(port),
                    extent: () => [listenerOf(fields)],
                };
            }
        }
    },
};
function denyHostPorts({ containers }) {
    const users = containers.filter((container) => hostPortsIn(container).length > 0);
    if (users.length === 0)
        return undefined;
    const ports = sortDistinct(users.flatMap((container) => hostPortsIn(container).map(({ port }) => String(port))));
    const uses = `${nameContainers(users)} ${users.length === 1 ? "uses" : "use"}`;
    return { reason: "hostPort", detail: `${uses} ${pluralize("hostPort", ports.length)} ${ports.join(", ")}` };
}
function hostPortsIn({ spec, path, }) {
    const ports = (0,yaml/* isList */.Lv)(spec.ports) ? spec.ports : [];
    return ports.flatMap((port, index) => {
        if (!(0,yaml/* isFields */.Ce)(port) || typeof port.hostPort !== "number" || port.hostPort === 0)
            return [];
        return [{ port: port.hostPort, path: [...path, "ports", index, "hostPort"], fields: port }];
    });
}
function listenerOf({ protocol, hostIP }) {
    const address = hostIP === "0.0.0.0" || hostIP === "::" ? "" : String(hostIP ?? "");
    return `${encodeURIComponent(String(protocol ?? "TCP"))}:/${encodeURIComponent(address)}`;
}
function closePort({ hostNetwork }, path) {
    if (hostNetwork)
        return { declined: "the pod uses the node's network: remove hostNetwork first" };
    return reviewFix("Remove hostPort", "fails for clients that reach it by the node's address", { op: "remove", path });
}

;// CONCATENATED MODULE: ./lib/rules/host-probes.js




const since = 34;
const host_probes_control = {
    id: "hostProbesAndHostLifecycle",
    level: "baseline",
    revisions: [{ since, check: denyHosts }],
};
const hostProbes = {
    id: "host-probes",
    summary: "Probes and lifecycle hooks must not name a host.",
    level: "baseline",
    references: { cwe: [668] },
    controls: [host_probes_control],
    values: { form: "a host such as 127.0.0.1", isPossible: (text) => /^\S+$/.test(text) },
    *check(pod, { version }) {
        if (version.minor < since)
            return;
        for (const container of pod.containers) {
            for (const { host, path, call } of hostsIn(container)) {
                yield {
                    level: "baseline",
                    at: path,
                    origin: "container",
                    containers: [container],
                    message: ({ who }) => `host "${host}" makes the kubelet call that host, from the node's network, on behalf of ${who}: ` +
                        "a way to reach what the pod may not. Remove it, and the kubelet calls the pod itself.",
                    fix: reviewFix("Remove host", "fails if the process listens only on that host's address", {
                        op: "remove",
                        path,
                    }),
                    value: host,
                    extent: () => describeCall(call),
                };
            }
        }
    },
};
function denyHosts({ containers }) {
    const users = containers.filter((container) => hostsIn(container).length > 0);
    if (users.length === 0)
        return undefined;
    const names = sortDistinct(users.map(({ name }) => name));
    const named = sortDistinct(users.flatMap((container) => hostsIn(container).map(({ host }) => host)));
    const uses = `${pluralize("container", users.length)} ${quote(names)} ${users.length === 1 ? "uses" : "use"}`;
    return {
        reason: "probe or lifecycle host",
        detail: `${uses} probe or lifecycle ${pluralize("host", named.length)} ${quote(named)}`,
    };
}
const hosts = [
    ["httpGet", "host"],
    ["tcpSocket", "host"],
];
function hostsIn({ spec, path }) {
    const written = handlers.filter((handler) => (0,yaml/* valueAt */.fK)(spec, handler) !== undefined);
    return written.flatMap((handler) => hosts.flatMap((place) => {
        const call = (0,yaml/* valueAt */.fK)(spec, [...handler, ...place.slice(0, -1)]);
        if (!(0,yaml/* isFields */.Ce)(call) || typeof call.host !== "string" || call.host === "")
            return [];
        return [{ host: call.host, path: [...path, ...handler, ...place], call }];
    }));
}
function describeCall({ port = null, scheme, path, httpHeaders }) {
    const headers = (0,yaml/* isList */.Lv)(httpHeaders) ? httpHeaders : [];
    const parts = [
        ["port", port],
        ["scheme", scheme || "HTTP"],
        ["path", path || "/"],
        ...headers.map((header) => ["header", (0,yaml/* canonicalText */.A4)(header)]),
    ];
    return parts.map(([name, value]) => `${name}:${encodeURIComponent(String(value))}`);
}

;// CONCATENATED MODULE: ./lib/rules/ignored-field.js









const ignoredField = {
    id: "ignored-field",
    summary: "Every field must stand where Kubernetes reads it, in its right spelling.",
    level: "privileged",
    references: { cwe: [1188] },
    controls: [],
    *check(pod, context) {
        if (!pod.isPodSpec)
            return;
        const plans = (0,lib_pod/* findUnknownFields */.dI)(pod).map((unknown) => ({ unknown, moves: planMoves(pod, unknown) }));
        const wanted = collectWanted(plans.flatMap(({ moves }) => moves ?? []));
        for (const { unknown, moves } of plans) {
            const { at } = unknown;
            const own = containersAt(pod, at);
            yield {
                level: "privileged",
                at,
                origin: own.length > 0 ? "container" : "pod",
                containers: own.length > 0 ? own : pod.containers,
                message: (say) => `${(0,lib_pod/* formatField */.Wd)(pod, at)} has no effect: ${explainPlace(pod, unknown)}; kubectl refuses to apply it, and other clients drop it silently. ` +
                    ignored_field_nextStep(pod, unknown, moves, context, say),
                fix: correct(pod, unknown, moves, wanted, context),
            };
        }
    },
};
function explainPlace(pod, { at, name, intended }) {
    const spelling = intended && name !== intended.name ? `it is spelt ${intended.name}, and ` : "";
    switch (intended?.place) {
        case "here":
            return `Kubernetes has no field ${name}, only ${intended.name}`;
        case "containers":
            return `${spelling}only a container's securityContext has it`;
        case "pod":
            return `${spelling}only the pod's securityContext has it`;
        case "pod spec":
            return intended.name === "securityContext"
                ? "Kubernetes reads a securityContext in the pod spec and in its containers, not here"
                : `${name} belongs in the pod spec itself, beside securityContext`;
        case "context":
            return "it belongs in the securityContext";
        case "context around":
            return "it belongs one level up, in the securityContext";
        default:
            return `Kubernetes has no field ${name} in ${nameBlock(pod, at.slice(0, -1))}`;
    }
}
function nameBlock(pod, path) {
    return (0,lib_pod/* formatField */.Wd)(pod, path).split(".").at(-1) || `a ${pod.workload.kind}`;
}
function ignored_field_nextStep(pod, { name, intended, value }, moves, { version }, { line }) {
    if (!intended)
        return "Remove it, or correct its name.";
    if (!moves)
        return intended.place === "pod spec" ? moveToSpec(pod) : "Remove it, or correct its name.";
    if (isOfLinuxAlone(pod, placesOf(moves)))
        return "Remove it: the pod runs on Windows, which does not have it.";
    const open = moves.filter(({ written }) => written === undefined);
    const [first] = moves;
    if (first && open.length === 0) {
        const isSettled = findConflict(pod, moves, new Map()) === undefined;
        if (moves.length > 1 && intended.place === "containers")
            return isSettled
                ? "Every container sets it itself: remove it here."
                : "Every container says otherwise: keep what you mean.";
        return isSettled
            ? `It is set there (${line(first.to)}): remove it here.`
            : `There it is ${printShort(first.written ?? null)} (${line(first.to)}): keep one of the two.`;
    }
    if (open.length > 0 && open.every((move) => weakens(move.field, move.value, version.minor)))
        return "Remove it: nothing needs it today.";
    switch (intended.place) {
        case "here":
            return `Write ${intended.name}.`;
        case "containers":
            return `Move it to ${enumerateContainers(open.flatMap(({ containers }) => containers))}.`;
        case "pod":
            return "Move it to the pod.";
        case "pod spec":
            return moveToSpec(pod);
        default:
            return (0,yaml/* isFields */.Ce)(value) && name === "securityContext" ? "Move what it holds there." : "Move it there.";
    }
}
function moveToSpec(pod) {
    return `Move it to ${(0,lib_pod/* formatField */.Wd)(pod, pod.path)}.`;
}
function correct(pod, { at, name, value, intended }, moves, wanted, context) {
    if (!moves?.every(({ field }) => isOfSecurity(field)))
        return { declined: "only you know what was meant" };
    const remove = { op: "remove", path: at };
    const removal = (why) => reviewFix(`Remove ${name}: ${printShort(value)}, ${why}`, "loses a setting that its author may still want", remove);
    if (value === null || (0,yaml/* isEmpty */.Im)(value))
        return removal("which is empty");
    if (isOfLinuxAlone(pod, placesOf(moves)))
        return removal("which Windows does not have");
    const conflict = findConflict(pod, moves, wanted);
    if (conflict !== undefined)
        return { declined: conflict };
    const open = moves.filter(({ written }) => written === undefined);
    if (open.length === 0)
        return removal("which stands in its place already");
    if (open.some((move) => weakens(move.field, move.value, context.version.minor))) {
        const holdsMore = ((0,yaml/* isFields */.Ce)(value) && Object.keys(value).length > 1) || ((0,yaml/* isList */.Lv)(value) && value.length > 1);
        return holdsMore
            ? { declined: "it would also open up what is closed today: move by hand what is still wanted" }
            : removal("which would open up what is closed today");
    }
    for (const move of open) {
        const reason = explainIdleness(pod, move.field, move.value, move.containers);
        if (reason !== undefined)
            return { declined: reason };
    }
    const names = volumeNamesIn(pod);
    const made = open.map((move) => makeMovePatches(pod, move, names, context));
    const notes = new Set();
    const patches = [];
    for (const each of made) {
        if ("declined" in each)
            return each;
        for (const patch of each.patches)
            patches.push(patch);
        if (each.note)
            notes.add(each.note);
    }
    patches.push({ ...remove, moved: movedFrom(at, value, open) });
    const refused = findApiRefusal(pod, patches, context.version.minor);
    if (refused !== undefined)
        return { declined: `the API server would refuse it: ${refused}` };
    const title = intended?.place === "here"
        ? `Correct ${name} to ${intended.name}`
        : `Move ${name} to ${describeDestinations(pod, open)}`;
    return reviewFix(notes.size > 0 ? `${title}, and ${enumerate([...notes])}` : title, "takes effect from now on, and fails if the process can't work with it", ...patches);
}
function placesOf(moves) {
    return moves.map(({ to }) => to);
}
function movedFrom(at, value, open) {
    const placesOf = (field) => open.filter((move) => move.field === field).map(({ to }) => to);
    const members = at.at(-1) === "securityContext" && (0,yaml/* isFields */.Ce)(value) ? Object.keys(value) : [];
    const whole = { from: at, to: open.slice(0, members.length > 0 ? 1 : open.length).map(({ to }) => to) };
    return [...members.map((field) => ({ from: [...at, field], to: placesOf(field) })), whole];
}
function isOfSecurity(field) {
    return (0,lib_pod/* contextFields */.NU)("pod").has(field) || (0,lib_pod/* contextFields */.NU)("containers").has(field) || lib_pod/* podSpecFields */.A0.includes(field);
}

;// CONCATENATED MODULE: ./lib/rules/support/dead-annotations.js

function deadAnnotationsOn(pod, minor) {
    const bare = pod.containers.filter(({ securityContext }) => securityContext.seccompProfile === undefined);
    const seccomp = [
        ...(pod.securityContext.seccompProfile ? [] : [{ key: lib_pod/* seccompPodAnnotation */.lo, containers: pod.containers }]),
        ...bare.map((container) => ({ key: lib_pod/* seccompContainerAnnotation */.zp + container.name, containers: [container] })),
    ].map((each) => ({ ...each, field: "seccompProfile", since: 27 }));
    const sysctls = ["security.alpha.kubernetes.io/sysctls", "security.alpha.kubernetes.io/unsafe-sysctls"].map((key) => ({ key, containers: pod.containers, field: "sysctls", since: 11 }));
    return [...seccomp, ...sysctls].filter(({ key, since }) => pod.annotations[key] !== undefined && minor >= since);
}

;// CONCATENATED MODULE: ./lib/rules/support/misplaced-annotations.js



function* checkMisplacedAnnotations(pod, minor) {
    if (!pod.builtIn)
        return;
    const place = (0,lib_pod/* formatField */.Wd)(pod, pod.metadata);
    for (const annotation of misplacedAnnotations(pod)) {
        const { at, containers } = annotation;
        const { rest, fix } = remedy(pod, annotation, minor);
        yield {
            level: "privileged",
            at,
            origin: "annotation",
            containers,
            message: ({ who }) => `Nothing reads this annotation here, and it changes nothing in ${who}: it belongs to ${place}, ${rest}`,
            fix,
        };
    }
}
function remedy(pod, { at, key, value, field, containers }, minor) {
    const remove = { op: "remove", path: at };
    const removal = safeFix(`Remove the annotation ${key}`, remove);
    if (field === "seccompProfile" && minor >= seccompIgnoredSince) {
        const why = `non-functional in v1.${seccompIgnoredSince}+; use the "${field}" field instead`;
        return {
            rest: `and Kubernetes does not read it there any more either (${why}). Set the field, and remove the annotation.`,
            fix: removal,
        };
    }
    const rest = "whose annotations the pods get. ";
    const profile = (0,lib_pod/* parseProfileAnnotation */.SW)(value);
    if (profile?.type === "Unconfined")
        return { rest: `${rest}It would switch the profile off there: remove it.`, fix: removal };
    const inForce = containers.flatMap(({ effective }) => effective[field].value ?? []);
    if (inForce.length > 0) {
        const isSame = inForce.every((each) => sameProfile(each, profile));
        return {
            rest: `${rest}A profile is set there already: remove it here.`,
            fix: isSame ? removal : { declined: "another profile is set there: only you know which is right" },
        };
    }
    const step = `${rest}Move it there, or set ${field}.`;
    if (!profile || profile.localhostProfile?.trim() === "" || containers.length === 0)
        return { rest: step, fix: { declined: "only you know which profile was meant" } };
    const moved = { op: "set", path: [...pod.metadata, "annotations", key], value };
    const risk = "fails where the node does not have the profile, or where the process needs what it forbids";
    return {
        rest: step,
        fix: reviewFix(`Move the annotation to ${(0,lib_pod/* formatField */.Wd)(pod, pod.metadata)}`, risk, moved, {
            ...remove,
            moved: [{ from: at, to: [moved.path] }],
        }),
    };
}
function sameProfile(a, b) {
    return a.type === b?.type && a.localhostProfile === b?.localhostProfile;
}
const seccompIgnoredSince = 27;
function misplacedAnnotations(pod) {
    const above = pod.path.slice(pod.object.length).map((_, index) => pod.path.slice(0, pod.object.length + index));
    const owners = above.map((path) => [...path, "metadata"]).filter((path) => path.length < pod.metadata.length);
    return owners.flatMap((metadata) => {
        const path = [...metadata, "annotations"];
        const annotations = (0,yaml/* valueAt */.fK)(pod.document.value, path);
        return Object.entries((0,yaml/* isFields */.Ce)(annotations) ? annotations : {}).flatMap(([key, value]) => {
            const meant = typeof value === "string" ? intend(pod, key) : undefined;
            return meant ? [{ at: [...path, key], key, value: String(value), ...meant }] : [];
        });
    });
}
function intend(pod, key) {
    const named = (prefix) => pod.containers.filter(({ name }) => key === prefix + name);
    if (key === lib_pod/* seccompPodAnnotation */.lo)
        return { field: "seccompProfile", containers: pod.containers };
    if (key.startsWith(lib_pod/* seccompContainerAnnotation */.zp))
        return { field: "seccompProfile", containers: named(lib_pod/* seccompContainerAnnotation */.zp) };
    if (key.startsWith(lib_pod/* appArmorAnnotation */.uh))
        return { field: "appArmorProfile", containers: named(lib_pod/* appArmorAnnotation */.uh) };
    return undefined;
}

;// CONCATENATED MODULE: ./lib/rules/ineffective-setting.js






const ineffectiveSetting = {
    id: "ineffective-setting",
    summary: "Every setting must do what its author wanted.",
    level: "privileged",
    mode: "warn",
    references: { cwe: [1188] },
    controls: [],
    *check(pod, { version }) {
        if (!pod.isPodSpec)
            return;
        yield* checkGates(pod, version);
        yield* checkAnnotations(pod, version);
        yield* checkMisplacedAnnotations(pod, version.minor);
        for (const container of pod.containers) {
            const { add = [], drop = [] } = container.securityContext.capabilities ?? {};
            yield* checkNames(container, "add", add);
            if (!drop.some((name) => name.toUpperCase() === "ALL"))
                yield* checkNames(container, "drop", drop);
            yield* checkPrivileged(container);
            yield* checkUndone(container);
        }
    },
};
function* checkGates(pod, { minor, name }) {
    for (const { field, since } of lib_pod/* featureGates */.hF.filter((gate) => minor < gate.since)) {
        const owners = [pod, ...pod.containers].filter(({ securityContext }) => field in securityContext);
        const isOnSpec = field === "hostUsers" && pod.hostUsers !== undefined;
        const places = isOnSpec ? [[...pod.path, field]] : owners.map(({ context }) => [...context, field]);
        for (const at of places) {
            const own = containersAt(pod, at);
            yield {
                level: "privileged",
                at,
                origin: own.length > 0 ? "container" : "pod",
                containers: own.length > 0 ? own : pod.containers,
                message: () => `${field} has no effect in Kubernetes ${name}: it works from v1.${since} on. Until then nothing enforces it.`,
            };
        }
    }
}
function* checkAnnotations(pod, { minor }) {
    for (const { key, containers, field, since } of deadAnnotationsOn(pod, minor)) {
        const at = [...pod.metadata, "annotations", key];
        yield {
            level: "privileged",
            at,
            origin: "annotation",
            containers,
            message: ({ who }) => `Kubernetes does not read this annotation (non-functional in v1.${since}+; use the "${field}" field instead): it changes nothing in ${who}. ` +
                "Set the field, and remove the annotation.",
            fix: safeFix(`Remove the annotation ${key}`, { op: "remove", path: at }),
        };
    }
}
function* checkNames(container, list, names) {
    const outcome = list === "add" ? "grants nothing" : "drops nothing";
    for (const [index, name] of names.entries()) {
        if (isCapability(name.toUpperCase()))
            continue;
        const plain = plainName(name);
        const isPrefixed = isCapability(plain);
        const at = [...container.effective.capabilities.path, list, index];
        const step = list === "add" ? `Remove it, or write ${plain}.` : `Write ${plain}.`;
        const fix = isPrefixed && list === "drop"
            ? reviewFix(`Write ${plain}`, `fails if the process uses ${plain}`, { op: "set", path: at, value: plain })
            : { declined: "only you know which capability was meant" };
        yield {
            level: "privileged",
            at,
            origin: "container",
            containers: [container],
            message: ({ who }) => isPrefixed
                ? `"${name}" ${outcome} where containerd runs ${who}: capabilities are named without CAP_ there. ${step}`
                : `"${name}" ${outcome} in ${who}: Linux has no such capability. Correct the name, or remove it.`,
            fix,
        };
    }
}
function isCapability(name) {
    return name === "ALL" || lib_pod/* allCapabilities */.YM.includes(name);
}
function* checkPrivileged(container) {
    if (!container.derived.privileged)
        return;
    const { privileged, capabilities, seccompProfile } = container.effective;
    const { add = [], drop = [] } = capabilities.value ?? {};
    const isFiltered = seccompProfile.origin === "container" &&
        seccompProfile.value?.type === "Localhost" &&
        (seccompProfile.value.localhostProfile ?? "") !== "";
    const idle = [
        ...(add.length + drop.length > 0 ? [{ name: "capabilities", ...capabilities }] : []),
        ...(isFiltered ? [{ name: "seccompProfile", ...seccompProfile }] : []),
    ];
    for (const { name, path, origin } of idle) {
        yield {
            level: "privileged",
            at: path,
            origin,
            containers: [container],
            message: ({ who, line }) => `The setting ${name} has no effect: privileged is true (${line(privileged.path)}), and gives ${who} every capability and no seccomp ` +
                "profile. Remove privileged.",
            fix: { declined: "it takes effect as soon as privileged is removed" },
        };
    }
}
function* checkUndone(container) {
    const when = container.derived.privileged ? "once privileged is removed, the drop wins" : "the drop wins";
    const { add = [], drop = [] } = container.securityContext.capabilities ?? {};
    for (const [index, name] of add.entries()) {
        const undoing = name.toUpperCase() === "NET_BIND_SERVICE" ? findUndoingDrop(name, drop) : undefined;
        if (undoing === undefined)
            continue;
        const { path } = container.effective.capabilities;
        yield {
            level: "privileged",
            at: [...path, "add", index],
            origin: "container",
            containers: [container],
            message: ({ who, line }) => `capabilities.add names "${name}" in ${who}, and capabilities.drop takes it away again (${line([...path, "drop", undoing])}): ` +
                `${when} in containerd and CRI-O. Remove one of the two.`,
            fix: { declined: whichOfTwo },
        };
    }
}

;// CONCATENATED MODULE: ./lib/rules/privileged.js






const privileged_control = {
    id: "privileged",
    level: "baseline",
    revisions: [{ since: 0, check: denyPrivileged }],
};
const privileged = {
    id: "privileged",
    summary: "Containers must not be privileged.",
    level: "baseline",
    references: { cis: ["5.2.2"], nsa: "Preventing privileged containers", cwe: [250, 269] },
    controls: [privileged_control],
    *check(pod) {
        for (const container of privilegedContainers(pod)) {
            const { path, origin } = container.effective.privileged;
            yield {
                level: "baseline",
                at: path,
                origin,
                containers: [container],
                message: ({ who }) => `privileged is true: it gives ${who} every capability and every device of the node, so that an intruder there owns the node. ` +
                    "Remove it, and add single capabilities where the process needs them.",
                fix: dropPrivileged(pod, container, path),
            };
        }
    },
};
function dropPrivileged(pod, container, path) {
    const need = explainNeed(pod, container);
    if (need !== undefined)
        return { declined: need };
    return reviewFix("Set privileged: false", "fails if the process manages the node's devices, network or kernel", {
        op: "set",
        path,
        value: false,
    });
}
function explainNeed(pod, container) {
    const { spec, securityContext } = container;
    if (mountsOf(spec).some(({ mountPropagation }) => mountPropagation === "Bidirectional"))
        return "it mounts a volume with mountPropagation: Bidirectional, which the API server allows only to privileged containers";
    const device = nodePathsOf(pod, container).find(isDevice);
    if (device !== undefined)
        return `it mounts ${device} of the node, and only privileged containers can open its devices`;
    const left = (0,lib_pod/* computeBoundingSet */.gg)(securityContext.capabilities ?? {}, false);
    const program = programsOf(container).find(({ needs, capabilities }) => needs === "privileged" || !capabilities.every((name) => left.includes(name)));
    if (!program)
        return undefined;
    const lacking = program.capabilities.filter((name) => !left.includes(name));
    const what = lacking.length > 0 ? ` (it needs ${enumerate(lacking)}, which the container does not add)` : "";
    return `it ${program.does}, which does not work without privileged${what}`;
}
function denyPrivileged(pod) {
    const bad = privilegedContainers(pod);
    if (bad.length === 0)
        return undefined;
    return { reason: "privileged", detail: `${nameContainers(bad)} must not set securityContext.privileged=true` };
}
function privilegedContainers({ containers }) {
    return containers.filter(({ securityContext }) => securityContext.privileged === true);
}

;// CONCATENATED MODULE: ./lib/rules/proc-mount.js



const baseline = {
    id: "procMount",
    level: "baseline",
    revisions: [
        { since: 0, check: denyProcMounts },
        { since: 35, check: (pod) => (pod.hostUsers === false ? undefined : denyProcMounts(pod)) },
    ],
};
const restricted = {
    id: "procMount_restricted",
    level: "restricted",
    overrides: ["procMount"],
    revisions: [{ since: 35, check: denyProcMounts }],
};
const procMount = {
    id: "proc-mount",
    summary: "Containers must not unmask parts of /proc that the runtime masks.",
    level: "baseline",
    references: { cwe: [653, 693] },
    controls: [baseline, restricted],
    values: oneOf("Unmasked"),
    *check(pod, { version }) {
        for (const container of pod.containers.filter((each) => procMountOf(each) === "Unmasked")) {
            const { path } = container.effective.procMount;
            yield {
                level: pod.hostUsers === false && version.minor >= 35 ? "restricted" : "baseline",
                at: path,
                origin: "container",
                containers: [container],
                message: ({ who }) => `procMount is Unmasked: it opens to ${who} the parts of /proc that show and control the node's kernel. Set it to Default.`,
                fix: reviewFix("Set procMount: Default", "fails if the process runs containers of its own", {
                    op: "set",
                    path,
                    value: "Default",
                }),
                value: "Unmasked",
            };
        }
    },
};
function denyProcMounts(pod) {
    const bad = pod.containers.filter((container) => procMountOf(container) !== "Default");
    if (bad.length === 0)
        return undefined;
    const values = quote(sortDistinct(bad.map(procMountOf)));
    return { reason: "procMount", detail: `${nameContainers(bad)} must not set securityContext.procMount to ${values}` };
}
function procMountOf({ securityContext }) {
    return securityContext.procMount ?? "Default";
}

;// CONCATENATED MODULE: ./lib/rules/read-only-root-filesystem.js







const readOnlyRootFilesystem = {
    id: "read-only-root-filesystem",
    summary: "Containers must have a read-only root file system.",
    level: "hardened",
    references: { nsa: "Immutable container file systems", cwe: [732] },
    controls: [],
    *check(pod, { fix }) {
        const writable = pod.containers.filter((container) => container.securityContext.readOnlyRootFilesystem !== true && !isMistyped(container, "readOnlyRootFilesystem"));
        const names = volumeNamesIn(pod);
        for (const container of writable) {
            const { value, path, origin } = container.effective.readOnlyRootFilesystem;
            yield {
                level: "hardened",
                at: path,
                origin,
                containers: [container],
                message: ({ who }) => `readOnlyRootFilesystem is ${value === false ? "false" : "not set, and unset means writable"}: an intruder in ${who} can change ` +
                    `its programs and plant new ones. Set it to true, and mount a volume where the process writes${describeImageVolumes(container)}.`,
                fix: makeReadOnly(pod, container, path, writableFolders(container, fix), names),
            };
        }
    },
};
function makeReadOnly(pod, container, path, folders, names) {
    const need = explainWriting(container);
    if (need !== undefined)
        return { declined: need };
    const mounts = folders.length > 0 ? ` and mount an emptyDir at ${enumerate(folders)}` : "";
    return reviewFix(`Set readOnlyRootFilesystem: true${mounts}`, "fails if the process writes to a path that is not on a volume", { op: "set", path, value: true, among: siblingsOf(pod, path) }, ...folders.flatMap((folder) => mountEmptyDir(pod, container, folder, names)));
}
function describeImageVolumes({ imageConfig, spec }) {
    const open = (imageConfig?.volumes ?? []).filter((folder) => !isOnVolume(folder, spec));
    return open.length > 0
        ? `: the image declares ${open.length === 1 ? "a volume" : "volumes"} at ${enumerate(open)}`
        : "";
}

;// CONCATENATED MODULE: ./lib/rules/root-groups.js



const rootGroups = {
    id: "root-groups",
    summary: "Pods must not give the root group to their processes or volumes.",
    level: "hardened",
    references: { nsa: "Non-root containers", cwe: [250, 732] },
    controls: [],
    values: oneOf("0"),
    *check(pod) {
        const { fsGroup, supplementalGroups = [] } = pod.securityContext;
        if (fsGroup === 0) {
            yield {
                level: "hardened",
                at: [...pod.context, "fsGroup"],
                origin: "pod",
                containers: pod.containers,
                message: ({ who }) => `fsGroup is 0: it gives the files on volumes to the root group, and puts ${who} into it. Choose a group id above 0.`,
                fix: { declined: "only you know which group may use the volumes" },
                value: "0",
            };
        }
        for (const [index, group] of supplementalGroups.entries()) {
            if (group !== 0)
                continue;
            yield {
                level: "hardened",
                at: [...pod.context, "supplementalGroups", index],
                origin: "pod",
                containers: pod.containers,
                message: ({ who }) => `supplementalGroups holds 0: it puts ${who} into the root group, with all the files that this group may use. Remove it.`,
                fix: reviewFix("Remove 0 from supplementalGroups", "fails if the process reads files of the root group", removeItem([...pod.context, "supplementalGroups"], index, supplementalGroups)),
                value: "0",
            };
        }
    },
};

;// CONCATENATED MODULE: ./lib/rules/run-as-non-root.js








const run_as_non_root_control = {
    id: "runAsNonRoot",
    level: "restricted",
    revisions: [
        { since: 0, check: denyRoot },
        { since: 35, check: (pod) => (pod.hostUsers === false ? undefined : denyRoot(pod)) },
    ],
};
const runAsNonRoot = {
    id: "run-as-non-root",
    summary: "Containers must be required to run as a user other than root.",
    level: "restricted",
    references: { cis: ["5.2.7"], nsa: "Non-root containers", cwe: [250] },
    controls: [run_as_non_root_control],
    *check(pod, { version, fix }) {
        if (pod.hostUsers === false && version.minor >= 35)
            return;
        const level = levelIn(run_as_non_root_control, version);
        for (const { container, containers, origin, at } of falseDeclarations(pod)) {
            const onPod = container && podDeclaration(pod, "runAsNonRoot");
            yield {
                level,
                at,
                origin,
                containers,
                message: (say) => `runAsNonRoot is false here${describeOverride(pod, "runAsNonRoot", false, onPod, say)}: ` +
                    `${explainFalse(pod, say)}. Set it to true.`,
                ...(onPod ? { related: [{ at: [...pod.context, "runAsNonRoot"], message: "The pod says true here." }] } : {}),
                fix: requireNonRoot(pod, containers, at, fix),
                extent: mayBeRoot,
            };
        }
        if (pod.securityContext.runAsNonRoot === false || isMistyped(pod, "runAsNonRoot"))
            return;
        const open = unprotectedContainers(pod).filter((container) => !isMistyped(container, "runAsNonRoot"));
        if (open.length === 0)
            return;
        const at = placeFor(pod, open, "runAsNonRoot");
        yield {
            level,
            at,
            origin: "default",
            containers: open,
            message: ({ who, containers }) => `runAsNonRoot is set neither on the pod nor in ${who}: ${explainUnset(pod, containers)}. ` +
                `Set runAsNonRoot: true ${isOnPod(pod, at) ? "on the pod" : "there"}.`,
            fix: requireNonRoot(pod, open, at, fix),
            extent: mayBeRoot,
        };
    },
};
function mayBeRoot(container) {
    if (!container || runsAsNonRoot(container) || container.effective.runAsUser.placeholder !== undefined)
        return [];
    return ["root"];
}
function denyRoot(pod) {
    const reason = "runAsNonRoot != true";
    const explicit = falseDeclarations(pod);
    if (explicit.length > 0)
        return { reason, detail: `${nameDeclarers(explicit)} must not set securityContext.runAsNonRoot=false` };
    const open = unprotectedContainers(pod);
    if (open.length === 0)
        return undefined;
    return { reason, detail: `pod or ${nameContainers(open)} must set securityContext.runAsNonRoot=true` };
}
function falseDeclarations(pod) {
    return declarationsOf(pod, "runAsNonRoot").filter(({ value }) => !value);
}
function unprotectedContainers(pod) {
    if (pod.securityContext.runAsNonRoot === true)
        return [];
    return pod.containers.filter(({ securityContext }) => securityContext.runAsNonRoot === undefined);
}
const words = {
    linux: {
        root: "root",
        danger: "root, which is root on the node for whoever breaks out",
        field: "runAsUser",
        choice: (fix) => `choose another user first (${nameIdPlace(fix, "runAsUser")})`,
    },
    windows: {
        root: "ContainerAdministrator",
        danger: "ContainerAdministrator, who may do everything in the container",
        field: "runAsUserName",
        choice: () => "choose another windowsOptions.runAsUserName first",
    },
};
function explainFalse({ runsOn }, { containers, who }) {
    if (containers.length === 0)
        return overriddenByAll;
    const { root, danger, field } = words[runsOn];
    if (!containers.every(runsAsNonRoot))
        return `it lets ${who} run as ${danger}`;
    const keeper = containers.some(declaresUser)
        ? `${field} keeps ${root} out today`
        : `the image's user (${usersOf(containers)}) is not ${root} today`;
    return `${keeper}, but Pod Security rejects the pod all the same`;
}
function explainUnset({ runsOn }, containers) {
    const { root, field } = words[runsOn];
    if (containers.every(runsAsNonRoot))
        return containers.some(declaresUser)
            ? `${field} keeps ${root} out today, but Pod Security asks for both`
            : `the image's user (${usersOf(containers)}) is not ${root} today, and nothing keeps it so`;
    const rooted = containers.filter((container) => container.imageConfig && isRoot(container));
    if (rooted.length === 0)
        return `nothing stops an image that runs as ${root}`;
    return `the image of ${enumerateContainers(rooted)} runs as ${root}`;
}
function isRoot(container) {
    const { uid, userName } = container.derived;
    return uid === 0 || (userName !== null && !runsAsNonRoot(container));
}
function declaresUser({ effective, runsOn }) {
    return runsOn === "windows"
        ? effective.windowsOptions.value?.runAsUserName !== undefined
        : (0,lib_pod/* isDeclared */.vo)(effective.runAsUser);
}
function usersOf(containers) {
    return enumerate([...new Set(containers.map(({ derived }) => derived.userName ?? String(derived.uid)))]);
}
function requireNonRoot(pod, containers, path, options) {
    const { root, choice } = words[pod.runsOn];
    const refusal = containers.map(explainNonRootRefusal).find((each) => each !== undefined);
    if (refusal !== undefined) {
        const refused = containers.filter((container) => explainNonRootRefusal(container) === refusal);
        return {
            declined: `${refusal}, and the kubelet would not start ${enumerateContainers(refused)}: ${choice(options)}`,
        };
    }
    const need = containers.map((each) => explainRootNeed(pod, each)).find((each) => each !== undefined);
    if (need !== undefined)
        return { declined: need };
    const title = "Set runAsNonRoot: true";
    const patch = { op: "set", path, value: true, among: siblingsOf(pod, path) };
    const isKnown = pod.containers.length > 0 && containers.every(runsAsNonRoot);
    return isKnown ? safeFix(title, patch) : reviewFix(title, `fails to start if the image's user is ${root}`, patch);
}

;// CONCATENATED MODULE: ./lib/rules/run-as-user.js






const run_as_user_control = {
    id: "runAsUser",
    level: "restricted",
    revisions: [
        { since: 23, check: denyRootUser },
        { since: 35, check: (pod) => (pod.hostUsers === false ? undefined : denyRootUser(pod)) },
    ],
};
const runAsUser = {
    id: "run-as-user",
    summary: "Containers must not be told to run as root (user id 0).",
    level: "restricted",
    references: { cis: ["5.2.7"], nsa: "Non-root containers", cwe: [250] },
    controls: [run_as_user_control],
    values: oneOf("0"),
    *check(pod, { version, fix }) {
        if (pod.hostUsers === false && version.minor >= 35)
            return;
        for (const { container, containers, origin, at } of rootDeclarations(pod)) {
            const onPod = container && podDeclaration(pod, "runAsUser");
            yield {
                level: levelIn(run_as_user_control, version),
                at,
                origin,
                containers,
                message: (say) => `runAsUser is 0 here${describeOverride(pod, "runAsUser", 0, onPod, say)}: ` +
                    (containers.length > 0
                        ? `it makes ${say.who} run as root, which is root on the node for whoever breaks out. Choose a user id above 0.`
                        : `${overriddenByAll}. Remove it.`),
                fix: containers.length > 0
                    ? setUser(pod, containers, at, fix)
                    : safeFix("Remove runAsUser: 0", { op: "remove", path: at }),
                value: "0",
            };
        }
    },
};
function denyRootUser(pod) {
    const bad = rootDeclarations(pod);
    return bad.length > 0
        ? { reason: "runAsUser=0", detail: `${nameDeclarers(bad)} must not set runAsUser=0` }
        : undefined;
}
function rootDeclarations(pod) {
    return declarationsOf(pod, "runAsUser").filter(({ value }) => value === 0);
}

;// CONCATENATED MODULE: ./lib/rules/seccomp-profile.js







const seccomp_profile_allowedTypes = new Set(["RuntimeDefault", "Localhost"]);
const seccomp_profile_baseline = {
    id: "seccompProfile_baseline",
    level: "baseline",
    revisions: [
        { since: 0, check: denyAnnotations },
        { since: 19, check: denyForbiddenTypes },
    ],
};
const seccomp_profile_restricted = {
    id: "seccompProfile_restricted",
    level: "restricted",
    overrides: ["seccompProfile_baseline"],
    revisions: [
        { since: 19, check: denyUnfiltered },
        { since: 25, check: (pod) => (pod.os === "windows" ? undefined : denyUnfiltered(pod)) },
    ],
};
const seccompProfile = {
    id: "seccomp-profile",
    summary: "Containers must run under a seccomp profile.",
    level: "baseline",
    references: { cis: ["5.6.2"], nsa: "Seccomp", cwe: [693] },
    controls: [seccomp_profile_baseline, seccomp_profile_restricted],
    values: oneOf("Unconfined", "unconfined"),
    *check(pod, { version }) {
        if (version.minor < 19)
            return yield* seccomp_profile_checkAnnotations(pod);
        const unconfined = seccomp_profile_forbiddenProfiles(pod).filter(({ value }) => value.type === "Unconfined");
        for (const { container, containers, origin, at } of unconfined) {
            const onPod = container && podDeclaration(pod, "seccompProfile")?.type;
            yield {
                level: "baseline",
                at: [...at, "type"],
                origin,
                containers,
                message: (say) => `seccompProfile.type is Unconfined here${describeOverride(pod, "seccompProfile", "Unconfined", onPod, say)}: ` +
                    (containers.length > 0
                        ? `${say.who} may make every system call, which opens up every bug in the kernel. Set it to RuntimeDefault.`
                        : `${overriddenByAll}. Set it to RuntimeDefault.`),
                fix: setRuntimeDefault(pod, { op: "set", path: [...at, "type"], value: "RuntimeDefault" }, container),
                value: "Unconfined",
            };
        }
        if (isMistyped(pod, "seccompProfile"))
            return;
        const bare = unfilteredContainers(pod).filter((container) => !isMistyped(container, "seccompProfile"));
        if (bare.length === 0)
            return;
        const at = placeFor(pod, bare, "seccompProfile");
        const value = { type: "RuntimeDefault" };
        yield {
            level: levelIn(seccomp_profile_restricted, version),
            at,
            origin: "default",
            containers: bare,
            message: ({ who }) => `seccompProfile is set neither on the pod nor in ${who}: without it nothing filters system calls (Unconfined), unless the node is ` +
                `configured otherwise. Set seccompProfile.type: RuntimeDefault ${isOnPod(pod, at) ? "on the pod" : "there"}.`,
            fix: setRuntimeDefault(pod, { op: "set", path: at, value, among: siblingsOf(pod, at) }, isOnPod(pod, at) ? undefined : bare[0]),
        };
    },
};
function* seccomp_profile_checkAnnotations(pod) {
    for (const { key, containers } of seccomp_profile_forbiddenAnnotations(pod)) {
        const at = annotationPath(pod, key);
        yield {
            level: "baseline",
            at,
            origin: "annotation",
            containers,
            message: ({ who }) => `This annotation switches seccomp off for ${who}, which may then make every system call. Write runtime/default.`,
            fix: reviewFix("Write runtime/default", risk, { op: "set", path: at, value: "runtime/default" }),
            value: pod.annotations[key] ?? "",
        };
    }
}
function denyAnnotations(pod) {
    const bad = seccomp_profile_forbiddenAnnotations(pod);
    if (bad.length === 0)
        return undefined;
    const values = sortDistinct(bad.map(({ key }) => `${key}="${pod.annotations[key]}"`));
    const detail = `forbidden ${pluralize("annotation", values.length)} ${values.join(", ")}`;
    return { reason: "seccompProfile", detail };
}
function denyForbiddenTypes(pod) {
    const bad = seccomp_profile_forbiddenProfiles(pod);
    if (bad.length === 0)
        return undefined;
    const types = quote(sortDistinct(bad.map(({ value }) => value.type ?? "")));
    const detail = `${nameDeclarers(bad)} must not set securityContext.seccompProfile.type to ${types}`;
    return { reason: "seccompProfile", detail };
}
function denyUnfiltered(pod) {
    const forbidden = denyForbiddenTypes(pod);
    if (forbidden)
        return forbidden;
    const bare = unfilteredContainers(pod);
    if (bare.length === 0)
        return undefined;
    const must = 'must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"';
    return { reason: "seccompProfile", detail: `pod or ${nameContainers(bare)} ${must}` };
}
function seccomp_profile_forbiddenProfiles(pod) {
    return declarationsOf(pod, "seccompProfile").filter(({ value }) => !seccomp_profile_allowedTypes.has(value.type ?? ""));
}
function unfilteredContainers(pod) {
    if (pod.securityContext.seccompProfile)
        return [];
    return pod.containers.filter(({ securityContext }) => !securityContext.seccompProfile);
}
function seccomp_profile_forbiddenAnnotations(pod) {
    const keys = [
        { key: lib_pod/* seccompPodAnnotation */.lo, containers: pod.containers },
        ...pod.containers.map((each) => ({ key: lib_pod/* seccompContainerAnnotation */.zp + each.name, containers: [each] })),
    ];
    return keys.filter(({ key }) => {
        const value = pod.annotations[key];
        return value !== undefined && !isDefault(value) && !value.startsWith("localhost/");
    });
}
function isDefault(annotation) {
    return annotation === "runtime/default" || annotation === "docker/default";
}
function annotationPath({ metadata }, key) {
    return [...metadata, "annotations", key];
}
const risk = "fails if the process needs a system call that the runtime's default profile blocks";
function setRuntimeDefault(pod, patch, owner) {
    const key = owner ? lib_pod/* seccompContainerAnnotation */.zp + owner.name : lib_pod/* seccompPodAnnotation */.lo;
    const annotation = pod.annotations[key];
    const contradicts = pod.workload.kind === "Pod" && annotation !== undefined && !isDefault(annotation);
    const remove = { op: "remove", path: annotationPath(pod, key) };
    const title = "Set seccompProfile.type: RuntimeDefault";
    return contradicts
        ? reviewFix(`${title}, and remove the annotation ${key}`, risk, patch, remove)
        : reviewFix(title, risk, patch);
}

;// CONCATENATED MODULE: ./lib/rules/selinux-options.js



const types = ["", "container_t", "container_init_t", "container_kvm_t"];
const typesSince31 = [...types, "container_engine_t"];
const selinux_options_control = {
    id: "seLinuxOptions",
    level: "baseline",
    revisions: [
        { since: 0, check: (pod) => denyOptions(pod, types) },
        { since: 31, check: (pod) => denyOptions(pod, typesSince31) },
    ],
};
const selinuxOptions = {
    id: "selinux-options",
    summary: "Containers must not choose their own SELinux user, role or privileged type.",
    level: "baseline",
    references: { nsa: "SELinux", cwe: [693] },
    controls: [selinux_options_control],
    values: {
        form: "the type, user or role that is set, such as spc_t",
        isPossible: (text) => /^[A-Za-z_][\w.-]*$/.test(text) && !types.includes(text),
    },
    *check(pod, { version }) {
        const allowed = version.minor >= 31 ? typesSince31 : types;
        for (const { containers, origin, at, value } of forbiddenOptions(pod, allowed)) {
            for (const field of forbiddenMembers(value, allowed)) {
                const path = [...at, field];
                yield {
                    level: "baseline",
                    at: path,
                    origin,
                    containers,
                    message: ({ who }) => `seLinuxOptions.${field} is "${value[field]}": ` +
                        (containers.length > 0
                            ? `it takes ${who} out of the confinement that SELinux gives to containers. Remove it.`
                            : `${overriddenByAll}. Remove it.`),
                    fix: reviewFix(`Remove seLinuxOptions.${field}`, "fails if the process needs files that its label gives it access to", { op: "remove", path }),
                    value: value[field] ?? "",
                };
            }
        }
    },
};
function denyOptions(pod, allowed) {
    const bad = forbiddenOptions(pod, allowed);
    if (bad.length === 0)
        return undefined;
    const badTypes = sortDistinct(bad.map(({ value }) => value.type ?? "").filter((type) => !allowed.includes(type)));
    const details = [
        ...(badTypes.length > 0 ? [`${pluralize("type", badTypes.length)} ${quote(badTypes)}`] : []),
        ...(bad.some(({ value }) => value.user) ? ["user may not be set"] : []),
        ...(bad.some(({ value }) => value.role) ? ["role may not be set"] : []),
    ].join("; ");
    return {
        reason: "seLinuxOptions",
        detail: `${nameDeclarers(bad)} set forbidden securityContext.seLinuxOptions: ${details}`,
    };
}
function forbiddenOptions(pod, allowed) {
    return declarationsOf(pod, "seLinuxOptions").filter(({ value }) => forbiddenMembers(value, allowed).length > 0);
}
function forbiddenMembers({ type = "", user, role }, allowed) {
    return [
        ...(allowed.includes(type) ? [] : ["type"]),
        ...(user ? ["user"] : []),
        ...(role ? ["role"] : []),
    ];
}

;// CONCATENATED MODULE: ./lib/rules/sysctls.js




const sysctls_control = {
    id: "sysctls",
    level: "baseline",
    revisions: safeSysctlSets.map(({ since }) => ({ since, check: (pod) => denyUnsafe(pod, since) })),
};
const sysctls = {
    id: "sysctls",
    summary: "Pods must set only sysctls of the safe set.",
    level: "baseline",
    references: { cwe: [693] },
    controls: [sysctls_control],
    values: {
        form: "a sysctl such as net.core.somaxconn",
        isPossible: (text) => /^[a-z0-9][\w-]*([./][\w*-]+)+$/i.test(text),
    },
    *check(pod, { version }) {
        const list = [...pod.context, "sysctls"];
        for (const { name, value, index } of unsafeSysctls(pod, version.minor)) {
            if (name === "")
                continue;
            const dotted = (0,lib_pod/* normalizeSysctl */.CF)(name);
            if (safeSysctlsIn(version.minor).has(dotted)) {
                yield {
                    level: "baseline",
                    at: [...list, index, "name"],
                    origin: "pod",
                    containers: pod.containers,
                    message: () => `The sysctl "${name}" is written with slashes: Pod Security allows it only as ${dotted}. Write it with dots.`,
                    fix: writeDotted(pod, index, dotted),
                    value: name,
                };
                continue;
            }
            yield {
                level: "baseline",
                at: [...list, index, "name"],
                origin: "pod",
                containers: pod.containers,
                message: () => `The sysctl "${name}" is not in the safe set: it can harm other pods or the node, and the kubelet refuses the pod unless its node is configured ` +
                    `to allow it (forbidden sysctl: "${dotted}" not allowlisted). Remove it.`,
                fix: reviewFix(`Remove the sysctl ${name}`, "fails if the process needs this kernel setting", removeItem(list, index, pod.securityContext.sysctls ?? [])),
                value: name,
                extent: () => [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
            };
        }
    },
};
function writeDotted({ context, hostNetwork, hostIPC, securityContext: { sysctls: all = [] } }, index, dotted) {
    if ((hostNetwork && dotted.startsWith("net.")) || (hostIPC && dotted.startsWith("kernel.")))
        return {
            declined: "the API server refuses it in either spelling beside the node's own namespace: remove one of the two",
        };
    const isTwice = all.some(({ name = "" }, other) => other !== index && (0,lib_pod/* normalizeSysctl */.CF)(name) === dotted);
    if (isTwice)
        return { declined: `${dotted} is set by another item too: only you know which of the two is meant` };
    return safeFix(`Write ${dotted}`, { op: "set", path: [...context, "sysctls", index, "name"], value: dotted });
}
function denyUnsafe(pod, minor) {
    const names = unsafeSysctls(pod, minor).map(({ name }) => name);
    return names.length > 0 ? { reason: "forbidden sysctls", detail: names.join(", ") } : undefined;
}
function unsafeSysctls({ securityContext }, minor) {
    if (!securityContext.sysctls)
        return [];
    const safe = safeSysctlsIn(minor);
    const declared = securityContext.sysctls.map(({ name = "", value = "" }, index) => ({ name, value, index }));
    return declared.filter(({ name }) => !safe.has(name));
}

;// CONCATENATED MODULE: ./lib/rules/unused-ignore.js
const unusedIgnore = {
    id: "unused-ignore",
    summary: "Every ignore must be well formed, be in force, and match a finding.",
    level: "privileged",
    mode: "warn",
    references: {},
    controls: [],
    check: () => [],
};
function reportUnused(kind, why, at) {
    const name = kind === "exemption" ? kind : `ignore ${kind}`;
    return {
        level: "privileged",
        at,
        origin: "default",
        containers: [],
        message: () => `This ${name} ignores nothing: ${why.replace(/(?<!\?)$/, ".")} Correct it, or remove it.`,
    };
}

;// CONCATENATED MODULE: ./lib/rules/volume-types.js




const volume_types_control = {
    id: "restrictedVolumes",
    level: "restricted",
    overrides: ["hostPathVolumes"],
    revisions: [{ since: 0, check: denyVolumes }],
};
const volumeTypes = {
    id: "volume-types",
    summary: "Pods must use only the volume types that the restricted level allows.",
    level: "restricted",
    references: { cwe: [668] },
    controls: [volume_types_control],
    values: oneOf(...otherVolumeTypes.filter((type) => type !== "hostPath")),
    *check(pod) {
        const mounters = mountersByVolume(pod);
        for (const { name, path, fields, type } of restrictedVolumes(pod)) {
            if (type === "hostPath")
                continue;
            yield {
                level: "restricted",
                at: [...path, type],
                origin: "pod",
                containers: mounters.get(name) ?? [],
                message: () => `The volume "${name}" is of type ${type}: its driver runs with the node's rights, and the pod's author chooses what it reaches. ` +
                    "Use a persistentVolumeClaim, whose class an administrator controls.",
                fix: { declined: "what the volume holds must move to another kind of volume first" },
                value: type,
                extent: (container) => reachOf(fields, type, container),
            };
        }
    },
};
function denyVolumes(pod) {
    const bad = restrictedVolumes(pod);
    if (bad.length === 0)
        return undefined;
    const names = bad.map(({ name }) => name);
    const types = sortDistinct(bad.map(({ type }) => type));
    const uses = `${pluralize("volume", names.length)} ${quote(names)} ${names.length === 1 ? "uses" : "use"}`;
    return {
        reason: "restricted volume types",
        detail: `${uses} restricted volume ${pluralize("type", types.length)} ${quote(types)}`,
    };
}
function restrictedVolumes(pod) {
    const bad = volumesIn(pod).filter(({ types }) => types.length > 0 && !types.some((type) => allowedVolumeTypes.includes(type)));
    return bad.map((volume) => ({
        ...volume,
        type: otherVolumeTypes.find((type) => volume.types.includes(type)) ?? "unknown",
    }));
}

;// CONCATENATED MODULE: ./lib/rules/windows-host-process.js


const windows_host_process_control = {
    id: "windowsHostProcess",
    level: "baseline",
    revisions: [{ since: 0, check: denyHostProcesses }],
};
const windowsHostProcess = {
    id: "windows-host-process",
    summary: "Windows containers must not be HostProcess containers.",
    level: "baseline",
    references: { cis: ["5.2.10"], cwe: [250, 269] },
    controls: [windows_host_process_control],
    *check(pod) {
        for (const { container, origin, at } of hostProcessDeclarations(pod)) {
            yield {
                level: "baseline",
                at: [...at, "hostProcess"],
                origin,
                containers: container ? [container] : pod.containers,
                message: ({ who }) => `hostProcess is true: it makes ${who} run on the Windows node itself, confined by nothing. Remove it.`,
                fix: { declined: "a HostProcess container is built for the node: it must be rebuilt to run in a container" },
            };
        }
    },
};
function denyHostProcesses(pod) {
    const bad = hostProcessDeclarations(pod);
    if (bad.length === 0)
        return undefined;
    return {
        reason: "hostProcess",
        detail: `${nameDeclarers(bad)} must not set securityContext.windowsOptions.hostProcess=true`,
    };
}
function hostProcessDeclarations(pod) {
    return declarationsOf(pod, "windowsOptions").filter(({ value }) => value.hostProcess === true);
}

;// CONCATENATED MODULE: ./lib/rules/index.js































const rules = [
    apiRejected,
    failsToStart,
    ignoredField,
    ineffectiveSetting,
    privileged,
    hostNamespaces,
    hostPathVolumes,
    hostPorts,
    hostProbes,
    volumeTypes,
    procMount,
    appArmorProfile,
    selinuxOptions,
    sysctls,
    windowsHostProcess,
    addedCapabilities,
    runAsNonRoot,
    runAsUser,
    explicitUser,
    explicitGroup,
    rootGroups,
    seccompProfile,
    allowPrivilegeEscalation,
    dropAllCapabilities,
    readOnlyRootFilesystem,
    unusedIgnore,
];

function checkPod(rule, pod, context) {
    return pod.runsOn === "windows" ? judgeOnWindows(rule, pod, context) : rule.check(pod, context);
}
const controls = listControls(rules);


/***/ }),

/***/ 6634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   eb: () => (/* binding */ UsageError)
/* harmony export */ });
class UsageError extends Error {
}
function codeOf(error) {
    return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
function reasonOf(error) {
    return reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}
const reasons = {
    ENOENT: "there is no such file or folder",
    ENOTDIR: "a part of its path is not a folder",
    EACCES: "you may not read or write it",
    EPERM: "you may not read or write it",
    EISDIR: "it is a folder",
    ELOOP: "its links go in a circle",
    ENAMETOOLONG: "its name is longer than the system allows",
    ENOSPC: "the disk is full",
    EDQUOT: "your share of the disk is full",
    EFBIG: "the system allows no file of this size here",
    EROFS: "the disk is read-only",
};


/***/ }),

/***/ 1463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dp: () => (/* binding */ stackPolicies),
/* harmony export */   EO: () => (/* binding */ policyLimit),
/* harmony export */   I: () => (/* binding */ refsFor),
/* harmony export */   MY: () => (/* binding */ allowsOnlyBefore),
/* harmony export */   Ro: () => (/* binding */ describeRef),
/* harmony export */   bl: () => (/* binding */ exemptAsBefore)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4922);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6634);
/* harmony import */ var _own_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7251);




async function stackPolicies(own, named, open) {
    if (!named)
        return own ? describeStack(await follow(own, open, () => true), 1) : { layers: [], entries: [], notes: [] };
    const { address, asker, from } = named;
    const shared = await follow(await readPolicyAt(address, asker, open), open, () => true);
    const steps = own ? await follow(own, open, (wanted) => !(0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAddress */ .or)(wanted)) : [];
    const wanted = (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAddress */ .or)(steps[0]?.configuration.extends ?? "");
    const isExtending = wanted !== undefined && (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameAddress */ .Lb)(wanted, address);
    const { layers, entries, notes } = describeStack(isExtending ? [...shared, ...steps] : shared, isExtending ? 1 : 0);
    const unused = own && !isExtending ? [describeUnused(own, steps[0] ?? own, address)] : [];
    const top = shared.slice(-1).map((each) => ({ key: "config", value: nameWithCommit(each), from }));
    return { layers, entries: [...top, ...entries], notes: [...notes, ...unused] };
}
function allowsOnlyBefore({ layers }) {
    return countUnbound(layers) > 0;
}
function exemptAsBefore(stack, before) {
    const held = before.layers.slice(countUnbound(before.layers)).flatMap(({ policy }) => policy.exemptions);
    const unbound = countUnbound(stack.layers);
    const layers = stack.layers.map((layer, index) => {
        if (index < unbound)
            return layer;
        const exemptions = index === stack.layers.length - 1 ? held : [];
        return { ...layer, policy: { ...layer.policy, exemptions } };
    });
    return { ...stack, layers };
}
function countUnbound(layers) {
    return layers.findIndex(({ isShared, exempting }) => isShared && exempting === "base") + 1;
}
function describeUnused(own, last, address) {
    const wanted = last.configuration.extends;
    const instead = wanted === undefined ? "it does not extend it" : `${last.configuration.file} extends ${wanted}`;
    return `${own.configuration.file} does not apply: the policy in force is ${(0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .formatAddress */ .M0)(address)}, and ${instead}.`;
}
function describeStack(chain, own) {
    return {
        layers: chain.map(({ configuration }, index) => (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .layerOf */ .ZZ)(configuration, index < chain.length - own)),
        entries: chain.toReversed().flatMap((each, index, fromTop) => {
            const below = fromTop[index + 1];
            const { file, lineOf } = each.configuration;
            return below ? [{ key: "extends", value: nameWithCommit(below), from: `${file}:${lineOf("extends")}` }] : [];
        }),
        notes: [...new Set(chain.flatMap(({ repository }) => repository.notes))],
    };
}
function nameWithCommit({ configuration: { file }, repository: { commit } }) {
    return commit === "" ? file : `${file} (${commit})`;
}
const mostExtended = 10;
async function follow(start, open, mayFollow) {
    const chain = [start];
    for (let current = start;;) {
        const { extends: wanted } = current.configuration;
        if (wanted === undefined || !mayFollow(wanted))
            return chain.toReversed();
        const next = await readExtended(current, wanted, open);
        const isKnown = ({ repository, path }) => repository.name === next.repository.name && path === next.path;
        if (chain.some(isKnown)) {
            const circle = [...chain, next].map(({ configuration }) => configuration.file).join(" extends ");
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${introduceExtends(current)} goes round in a circle: ${circle}. Leave it out of one of them.`);
        }
        if (chain.length > mostExtended)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${introduceExtends(current)} puts more than ${mostExtended} policies on top of each other: merge some of them.`);
        chain.push(next);
        current = next;
    }
}
async function readPolicyAt(address, asker, open) {
    const repository = await open(address, asker);
    const source = await repository.read(address.path);
    if (!source)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${asker}: there is no such file in ${repository.where}.`);
    return { configuration: await (0,_own_files_js__WEBPACK_IMPORTED_MODULE_3__/* .parseConfiguration */ .MA)(source), repository, path: address.path };
}
async function readExtended(from, wanted, open) {
    const { repository, path } = from;
    const address = (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAddress */ .or)(wanted);
    if (address)
        return readPolicyAt(address, introduceExtends(from), open);
    const target = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path), wanted);
    if (wanted.startsWith("/") || /^\.\.(\/|$)/.test(target))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${introduceExtends(from)} leads out of the repository: a file in another one is written as ${_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .addressForm */ .h6}.`);
    const source = await repository.read(target);
    if (!source)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb(`${introduceExtends(from)}: there is no such file in ${repository.where}. A file in another repository is written as ${_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .addressForm */ .h6}.`);
    return { configuration: await (0,_own_files_js__WEBPACK_IMPORTED_MODULE_3__/* .parseConfiguration */ .MA)(source), repository, path: target };
}
function introduceExtends({ configuration: { file, lineOf, extends: wanted } }) {
    return `${file}:${lineOf("extends")}: extends ${JSON.stringify(wanted)}`;
}
function describeRef({ owner, repository, ref }, commit, isBranch) {
    const name = `${owner}/${repository}`;
    const moves = `The policy of ${name} is read at the branch ${ref}, now at commit ${commit}: the next run may read another. A tag or a commit holds still.`;
    return {
        name: `${name.toLowerCase()}@${ref}`,
        where: `${name} at ${(0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isCommitId */ .jh)(ref) ? commit.slice(0, 7) : `${ref} (commit ${commit.slice(0, 7)})`}`,
        commit: `commit ${commit}`,
        notes: isBranch ? [moves] : [],
    };
}
function refsFor(ref) {
    if ((0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__/* .isCommitId */ .jh)(ref))
        return [{ name: ref, isBranch: false }];
    return [
        { name: `tags/${ref}`, isBranch: false },
        { name: `heads/${ref}`, isBranch: true },
    ];
}
const policyLimit = 1024 * 1024;


/***/ }),

/***/ 4666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ isRootFile),
/* harmony export */   Fo: () => (/* binding */ collect),
/* harmony export */   Gt: () => (/* binding */ displayPath),
/* harmony export */   Ul: () => (/* binding */ readFiles),
/* harmony export */   Vd: () => (/* binding */ liesAt),
/* harmony export */   Yh: () => (/* binding */ isManifest)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _pod_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7805);
/* harmony import */ var _pod_patterns_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(212);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6634);
/* harmony import */ var _folders_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2292);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4);
/* harmony import */ var _texts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8653);








async function collect(paths, isWanted = () => true) {
    const found = new Map();
    for (const path of paths.length > 0 ? paths : ["."])
        for (const each of await findFiles(path))
            if (isWanted(each) && (each.named || !found.has(each.file)))
                found.set(each.file, each);
    return readAll([...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1)), (file) => found.has(file));
}
function readFiles(files, isWanted) {
    const boundary = boundaryAround(".");
    return readAll(files.map((file) => ({ file, named: false, boundary })), isWanted);
}
async function readAll(files, isJudged) {
    const sources = [];
    const problems = [];
    for (const each of files) {
        const { file, named } = each;
        const text = file === "-" ? await readStandardInput() : readText(each, isJudged);
        if (typeof text === "string" && !named && isOwnFile(file, text))
            continue;
        if (typeof text === "string")
            sources.push({ file, text, named });
        else if (text)
            sources.push({ file, named, ...text });
        if (text === "" && file === "-")
            problems.push(emptyInput);
    }
    return { sources, problems };
}
async function findFiles(path) {
    if (path === "-")
        return [{ file: path, named: true }];
    const kind = kindOfPath(path);
    if (kind === "file")
        return [{ file: displayPath(path), named: true, boundary: ownBoundary(path) }];
    if (kind === "folder")
        return (await listFiles(path)).filter(({ file, reason }) => reason || isManifest(file) || isRootFile(file));
    if (!wildcard.test(path))
        throw noSuchPath(path);
    const files = await findMatches(path);
    if (files.length > 0)
        return files;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`"${path}": no file matches, seen from ${process.cwd()}. What git ignores, hidden folders and node_modules are passed over.`);
}
const wildcard = /[*?[{]|[!+@]\(/;
function noSuchPath(path) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`"${path}": there is no such file or folder, seen from ${process.cwd()}.`);
}
function kindOfPath(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isDirectory() ? "folder" : "file";
    }
    catch (error) {
        return (0,_links_js__WEBPACK_IMPORTED_MODULE_6__/* .isMissing */ .b2)(error) && !(0,_links_js__WEBPACK_IMPORTED_MODULE_6__/* .isLink */ .PJ)(path) ? undefined : "file";
    }
}
async function findMatches(path) {
    const isMatch = matcherFor(path);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(`${path.slice(0, path.search(wildcard))}x`);
    return kindOfPath(folder) === "folder" ? (await listFiles(folder)).filter(({ file }) => isMatch(file)) : [];
}
function matcherFor(path) {
    const pattern = displayPath(path);
    const [up = ""] = /^(\.\.\/)*/.exec(pattern) ?? [];
    const own = pattern.slice(up.length);
    const defect = (0,_pod_patterns_js__WEBPACK_IMPORTED_MODULE_3__/* .findPatternDefect */ .zV)(own);
    if (defect)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`The pattern ${JSON.stringify(path)} ${defect}.`);
    const takesAnyKind = /(^|\/)(\*+|!\([^/]*\))$/.test(pattern);
    return (file) => file.startsWith(up) && (0,_pod_patterns_js__WEBPACK_IMPORTED_MODULE_3__/* .matchesPattern */ .MT)(own, file.slice(up.length)) && (!takesAnyKind || isManifest(file));
}
function ownBoundary(path) {
    const own = (0,_folders_js__WEBPACK_IMPORTED_MODULE_5__/* .findRepository */ .W1)(process.cwd()) ?? process.cwd();
    return (0,_links_js__WEBPACK_IMPORTED_MODULE_6__/* .isWithin */ .UO)(own, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)) ? own : undefined;
}
function boundaryAround(path) {
    return ownBoundary(path) ?? (0,_folders_js__WEBPACK_IMPORTED_MODULE_5__/* .findRepository */ .W1)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)) ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path);
}
async function listFiles(folder) {
    const place = displayPath(folder);
    const boundary = boundaryAround(folder);
    if ((0,_links_js__WEBPACK_IMPORTED_MODULE_6__/* .leadsOut */ .qm)(boundary, folder))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`${JSON.stringify(place)}: ${reasonOutside}.`);
    const entries = await (0,_folders_js__WEBPACK_IMPORTED_MODULE_5__/* .listEntries */ .fi)(folder);
    const isAround = /^\.\.(\/\.\.)*$/.test(place);
    const pathOf = (name) => {
        if (name === "")
            return place;
        if (place === ".")
            return name;
        return isAround ? displayPath((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)) : `${place}/${name}`;
    };
    return entries.map(({ name, reason, isFile }) => ({ file: pathOf(name), named: false, reason, isFile, boundary }));
}
function isRootFile(file) {
    return /(^|\/)Chart\.yaml$/.test(file) || (0,_pod_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isKustomization */ .Sv)(file);
}
function isManifest(file) {
    return /\.(ya?ml|json)$/i.test(file);
}
function isOwnFile(file, text) {
    return /(^|\/)\.secctx(-baseline)?\.\w+$/.test(file) && !(0,_pod_index_js__WEBPACK_IMPORTED_MODULE_2__/* .saysObject */ .xT)(text);
}
function liesAt(paths) {
    const tests = (paths.length > 0 ? paths : ["."]).map(liesAtPath);
    return (file, isTracked) => tests.some((test) => test(file, isTracked));
}
function liesAtPath(path) {
    if (path === "-")
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb("-: standard input has nothing to compare with: leave out --changed.");
    const kind = kindOfPath(path);
    const name = displayPath(path);
    if (kind === "file")
        return (file) => file === name;
    if (kind === "folder") {
        const start = name === "." ? "" : `${name}/`;
        const isBelow = (file) => file.startsWith(start) && !(start === "" && file.startsWith("../"));
        const isInSkipped = (file) => file.slice(start.length).split("/").slice(0, -1).some(_folders_js__WEBPACK_IMPORTED_MODULE_5__/* .isSkipped */ .JR);
        return (file, isTracked) => isBelow(file) && isManifest(file) && (isTracked || !isInSkipped(file));
    }
    if (!wildcard.test(path))
        throw noSuchPath(path);
    return matcherFor(path);
}
function displayPath(path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(process.cwd(), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join("/") || ".";
}
function readText({ file, named, reason, isFile, boundary }, isJudged) {
    if (reason)
        return (0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .seeNothing */ .$d)(reason);
    try {
        const entry = isFile ? undefined : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(file);
        if (entry?.isSymbolicLink()) {
            if (boundary !== undefined && (0,_links_js__WEBPACK_IMPORTED_MODULE_6__/* .leadsOut */ .qm)(boundary, file))
                return (0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .seeNothing */ .$d)(reasonOutside);
            if (!named && isJudged(displayPath((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(file))))
                return { text: "", unread: _texts_js__WEBPACK_IMPORTED_MODULE_7__/* .linkWithin */ .qt };
        }
        if (!named && !isFile && !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file).isFile())
            return undefined;
        return isFile || entry?.isFile() ? readWholeFile(file) : (0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .decodeText */ .g7)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file));
    }
    catch (error) {
        if ((0,_links_js__WEBPACK_IMPORTED_MODULE_6__/* .isMissing */ .b2)(error) && (0,_links_js__WEBPACK_IMPORTED_MODULE_6__/* .isLink */ .PJ)(file))
            return (0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .seeNothing */ .$d)("it is a link that leads nowhere");
        return (0,_links_js__WEBPACK_IMPORTED_MODULE_6__/* .isMissing */ .b2)(error) && !named && !file.includes("\ufffd") ? undefined : (0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .seeNothing */ .$d)((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(error));
    }
}
function readWholeFile(file) {
    const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, "utf8");
    return (0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .isOrdinary */ .P)(text) ? text : (0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .decodeText */ .g7)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file));
}
const reasonOutside = "a link takes it outside of the repository, and such a link is not followed. Name what it leads to, or put the manifests in its place";
async function readStandardInput() {
    try {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(0).isDirectory())
            return (0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .decodeText */ .g7)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(0));
        const { buffer } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8321, 19));
        return (0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .decodeText */ .g7)(await buffer(process.stdin));
    }
    catch (error) {
        return (0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .seeNothing */ .$d)((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(error));
    }
}
const emptyInput = {
    severity: "note",
    file: "-",
    line: 1,
    message: "Nothing came through standard input. Did the command before the pipe fail?",
};


/***/ }),

/***/ 2292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JR: () => (/* binding */ isSkipped),
/* harmony export */   Ug: () => (/* binding */ gitSettings),
/* harmony export */   W1: () => (/* binding */ findRepository),
/* harmony export */   _K: () => (/* binding */ gitEnvironment),
/* harmony export */   fi: () => (/* binding */ listEntries)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6634);



async function listEntries(folder, isPassedOver = isSkipped) {
    const entries = await listGitEntries(folder);
    return entries?.filter(({ name }) => !name.split("/").slice(0, -1).some(isPassedOver)) ?? walk(folder, isPassedOver);
}
function isSkipped(name) {
    return name === "node_modules" || (name.startsWith(".") && name !== "." && name !== "..");
}
async function listGitEntries(folder) {
    if (!findRepository((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder)))
        return undefined;
    const { spawnSync } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1421, 19));
    const git = (...args) => spawnSync("git", [...gitSettings, ...args], {
        cwd: folder,
        encoding: "utf8",
        maxBuffer: 2 ** 30,
        env: gitEnvironment(),
        stdio: ["ignore", "pipe", "ignore"],
    });
    const { status, stdout } = git("ls-files", "-z", "--stage", "--cached", "--others", "--exclude-standard");
    if (status !== 0)
        return undefined;
    if (stdout === "" && git("check-ignore", "--quiet", (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder)).status === 0)
        return undefined;
    const entries = [];
    for (const line of stdout.split("\0").filter((each) => each !== "")) {
        const [, mode, name = line] = /^(\d{6}) [0-9a-f]+ \d\t(.*)$/s.exec(line) ?? [];
        if (name === "./")
            continue;
        const isRepository = mode === "160000" || name.endsWith("/");
        const nested = isRepository ? await listNestedEntries(folder, name.replace(/\/$/, "")) : [{ name }];
        for (const entry of nested)
            entries.push(entry);
    }
    return entries;
}
async function listNestedEntries(folder, name) {
    const isThere = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), { throwIfNoEntry: false })?.isDirectory();
    const entries = isThere ? await listEntries((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)) : [];
    return entries.map((entry) => ({ ...entry, name: `${name}/${entry.name}` }));
}
const gitSettings = ["-c", "core.fsmonitor=false"];
function gitEnvironment() {
    const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...env } = process.env;
    return { ...env, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
}
function findRepository(path) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, ".git")))
        return path;
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) === path ? undefined : findRepository((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
}
function walk(folder, isPassedOver, prefix = "") {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
            const name = prefix + entry.name;
            if (entry.isDirectory())
                return isPassedOver(entry.name) ? [] : walk(folder, isPassedOver, `${name}/`);
            const isFile = entry.isFile();
            return isFile || entry.isSymbolicLink() ? [{ name, isFile }] : [];
        });
    }
    catch (error) {
        return [{ name: prefix.replace(/\/$/, ""), reason: (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)(error) }];
    }
}


/***/ }),

/***/ 4:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PJ: () => (/* binding */ isLink),
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   qm: () => (/* binding */ leadsOut)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6634);



function isWithin(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way === "" || (way !== ".." && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way));
}
function leadsOut(folder, path) {
    const top = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(folder);
    const place = findPlace((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));
    const isOfGit = (way) => way.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).includes(".git");
    return !isWithin(top, place) || (isOfGit((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(top, place)) && !isOfGit((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path))));
}
function findPlace(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch (error) {
        if (!isMissing(error) || path === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))
            throw error;
        const folder = findPlace((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
        const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
        return isLink(place) ? findPlace((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(place))) : place;
    }
}
function isMissing(error) {
    return ["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error));
}
function isLink(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path).isSymbolicLink();
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 7251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ misspeltName),
/* harmony export */   Bv: () => (/* binding */ filesOfNow),
/* harmony export */   Iw: () => (/* binding */ pathFrom),
/* harmony export */   Kd: () => (/* binding */ foldersUpTo),
/* harmony export */   MA: () => (/* binding */ parseConfiguration),
/* harmony export */   Ri: () => (/* binding */ baselineName),
/* harmony export */   Sh: () => (/* binding */ configurationName),
/* harmony export */   nk: () => (/* binding */ parseBaseline),
/* harmony export */   oN: () => (/* binding */ findConfiguration),
/* harmony export */   rS: () => (/* binding */ refuseLinkOut),
/* harmony export */   wg: () => (/* binding */ findRoot),
/* harmony export */   zx: () => (/* binding */ readOwnFile)
/* harmony export */ });
/* unused harmony exports misspeltError, readFileWithin */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4922);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(182);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6634);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4666);
/* harmony import */ var _folders_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2292);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4);
/* harmony import */ var _texts_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8653);









const configurationName = ".secctx.yaml";
const misspeltName = ".secctx.yml";
const baselineName = ".secctx-baseline.json";
function findRoot() {
    return (0,_folders_js__WEBPACK_IMPORTED_MODULE_6__/* .findRepository */ .W1)(process.cwd()) ?? process.cwd();
}
function pathFrom(root) {
    const steps = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, process.cwd()).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join("/");
    return steps === "" ? "" : `${steps}/`;
}
const filesOfNow = {
    place: "",
    has: node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync,
    read: readOwnFile,
    find: async (folder, path) => readFileWithin(folder, path),
};
function foldersUpTo(root, start = process.cwd()) {
    const folders = [];
    for (let folder = start;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        folders.push(folder);
        if (folder === root || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder)
            return folders;
    }
}
function findConfiguration(root, { has }) {
    for (const folder of foldersUpTo(root)) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, configurationName);
        if (has(file))
            return file;
        const misspelt = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, misspeltName);
        if (has(misspelt))
            throw misspeltError((0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .displayPath */ .Gt)(misspelt));
    }
    return undefined;
}
function misspeltError(file) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`${file}: this name is not read: rename the file to ${configurationName}.`);
}
function refuseLinkOut(root, file) {
    if ((0,_links_js__WEBPACK_IMPORTED_MODULE_7__/* .leadsOut */ .qm)(root, file))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`${(0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .displayPath */ .Gt)(file)}: a link takes it outside of the repository, and nothing is written there. Remove the link.`);
}
function readFileWithin(folder, path) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file))
        return undefined;
    if (!(0,_links_js__WEBPACK_IMPORTED_MODULE_7__/* .leadsOut */ .qm)(folder, file))
        return readOwnFile(file);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`${(0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .displayPath */ .Gt)(file)}: a link takes it outside of the repository, and such a link is not followed. Put the file in its place.`);
}
function readOwnFile(file) {
    const path = (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .displayPath */ .Gt)(file);
    try {
        const text = (0,_texts_js__WEBPACK_IMPORTED_MODULE_8__/* .decodeUtf8 */ ._6)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file)));
        if (text === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`${path}: it is not UTF-8 text. Save it as UTF-8.`);
        return { file: path, text };
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`${path}: it could not be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(error)}.`);
    }
}
async function parseConfiguration(source) {
    const configuration = await (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_3__/* .withFullReader */ .xt)(() => (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readConfiguration */ .TD)(source));
    if ("defects" in configuration)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(describeDefects(source.file, configuration.defects));
    return configuration;
}
function parseBaseline(source, readEntries = _policy_index_js__WEBPACK_IMPORTED_MODULE_2__/* .readBaseline */ .mF) {
    const baseline = readEntries(source);
    if ("line" in baseline)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(describeDefects(source.file, [baseline]));
    return baseline;
}
function describeDefects(file, [first, ...rest]) {
    const lines = [...new Set(rest.map(({ line }) => line))].join(", ");
    const more = rest.length === 0 ? "" : ` (${rest.length} more below: line ${lines})`;
    return `${file}:${first?.line}: ${first?.message}${more}`;
}


/***/ }),

/***/ 6901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c1: () => (/* binding */ selectShare),
/* harmony export */   ez: () => (/* binding */ shareForm),
/* harmony export */   n8: () => (/* binding */ parseShare)
/* harmony export */ });
const mostShards = 256;
const shareForm = `I/N, such as 2/8 for the second of eight; I from 1 to N, N at most ${mostShards}`;
function parseShare(text) {
    const [, first = "", second = ""] = /^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? [];
    const [index, count] = [Number(first), Number(second)];
    return index >= 1 && index <= count && count <= mostShards ? { index, count } : undefined;
}
async function selectShare({ sources, problems }, { index, count }, policy) {
    const sizes = new Map(problems.map(({ file }) => [file, 1]));
    for (const { file, text } of sources)
        sizes.set(file, Buffer.byteLength(text) + 1);
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const own = new Set();
    let before = 0;
    for (const [file, size] of [...sizes].sort(([a], [b]) => (a < b ? -1 : 1))) {
        if (Math.floor(((before + size / 2) / total) * count) + 1 === index)
            own.add(file);
        before += size;
    }
    return {
        sources: sources.map((source) => (own.has(source.file) ? source : { ...source, elsewhere: true })),
        problems: problems.filter(({ file }) => own.has(file)),
        shard: { index, count, scan: await identifyScan({ sources, problems }, policy) },
    };
}
async function identifyScan({ sources, problems }, policy) {
    const { today: _, images: __, shard: ___, baseline, ...rest } = policy;
    const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7598, 19));
    const hash = createHash("sha256").update(JSON.stringify([rest, [...baseline], problems]));
    for (const { file, text } of sources)
        hash.update(`\0${file}\0`).update(text);
    return hash.digest("hex").slice(0, 16);
}


/***/ }),

/***/ 8653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ seeNothing),
/* harmony export */   JB: () => (/* binding */ findBelow),
/* harmony export */   Nx: () => (/* binding */ addTextsBefore),
/* harmony export */   P: () => (/* binding */ isOrdinary),
/* harmony export */   _0: () => (/* binding */ replacedBy),
/* harmony export */   _6: () => (/* binding */ decodeUtf8),
/* harmony export */   g7: () => (/* binding */ decodeText),
/* harmony export */   qt: () => (/* binding */ linkWithin)
/* harmony export */ });
/* harmony import */ var _pod_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7805);

function seeNothing(reason, what = "closed") {
    return { text: "", unread: { line: 1, reason, what } };
}
function decodeText(bytes) {
    const text = decodeUtf8(bytes);
    if (text === undefined)
        return glimpse(bytes);
    return text.startsWith(pointerStart) ? { text, unread: pointer } : text;
}
function isOrdinary(text) {
    return !text.includes("\ufffd") && !text.includes("\0") && !text.startsWith(pointerStart);
}
function decodeUtf8(bytes) {
    try {
        const text = utf8.decode(bytes);
        return text.includes("\0") && !(0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .saysObject */ .xT)(text) ? undefined : text;
    }
    catch {
        return undefined;
    }
}
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const pointerStart = "version https://git-lfs.github.com/spec/";
const pointer = {
    line: 1,
    reason: "it is a Git LFS pointer, not the manifest. Keep manifests out of LFS, or leave it out",
    what: "pointer",
};
const linkWithin = {
    line: 1,
    reason: "it is a link, and its target is judged under its own name",
    what: "link",
};
const replaced = "and what was a manifest here, or a folder with some, is not judged any more";
const replacedBy = {
    link: { line: 1, reason: `it is a link now, ${replaced}. Put the manifests in its place`, what: "link" },
    submodule: { line: 1, reason: `it is a submodule now, ${replaced}. Review its own repository`, what: "submodule" },
};
function findBelow(path, sources) {
    return sources.find(({ file, text }) => (file === path || file.startsWith(`${path}/`)) && (0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .saysObject */ .xT)(text));
}
function glimpse(bytes) {
    const text = Buffer.from(bytes.filter((byte) => byte !== 0))
        .toString("latin1")
        .replace(/^(\xff\xfe|\xfe\xff)/, "");
    return { text, unread: findDefect(bytes) };
}
function findDefect(bytes) {
    const [first, second] = bytes;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
        return { line: 1, reason: "it is UTF-16 text. Save it as UTF-8", what: "encoding" };
    if (bytes.includes(0))
        return { line: 1, reason: "it is a binary file, not a manifest. Rename it, or leave it out", what: "binary" };
    const [valid = ""] = Buffer.from(bytes).toString("utf8").split("\ufffd", 1);
    const reason = "it is not UTF-8 text from this line on. Save it as UTF-8, or leave it out";
    return { line: valid.split("\n").length, reason, what: "encoding" };
}
function addTextsBefore(sources, base, nameBefore = (file) => file) {
    const texts = new Map(base.map(({ file, text }) => [file, text]));
    return sources.map((source) => {
        const before = texts.get(nameBefore(source.file));
        return before === undefined ? source : { ...source, before };
    });
}


/***/ }),

/***/ 182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $i: () => (/* reexport */ applyPatches),
  f5: () => (/* reexport */ applyTogether),
  A4: () => (/* reexport */ canonicalText),
  vT: () => (/* reexport */ position/* endOfLine */.vT),
  xE: () => (/* reexport */ read_limits/* excessFor */.xE),
  vp: () => (/* reexport */ findRootLines),
  yt: () => (/* reexport */ formatFlow),
  jV: () => (/* reexport */ formatPath),
  Im: () => (/* reexport */ isEmpty),
  Ce: () => (/* reexport */ isFields),
  VE: () => (/* reexport */ read_limits/* isLimitSentence */.VE),
  Lv: () => (/* reexport */ isList),
  Ob: () => (/* reexport */ isReported),
  mh: () => (/* reexport */ position/* lineAt */.mh),
  oZ: () => (/* reexport */ position/* lineText */.oZ),
  x5: () => (/* reexport */ locate),
  hD: () => (/* reexport */ position/* locationOf */.hD),
  V$: () => (/* reexport */ mayHideWords),
  C5: () => (/* reexport */ memberOf),
  zv: () => (/* reexport */ obstacleTo),
  kH: () => (/* reexport */ offsetsWithin),
  $M: () => (/* reexport */ patchTogether),
  ip: () => (/* reexport */ patchValue),
  $L: () => (/* reexport */ pathsSharing),
  sd: () => (/* reexport */ pointAt),
  LF: () => (/* reexport */ read),
  m6: () => (/* reexport */ readAt),
  H3: () => (/* reexport */ remarksIn),
  Rg: () => (/* reexport */ scalar/* resolvePlain */.Rg),
  eE: () => (/* reexport */ sameValue),
  Uk: () => (/* reexport */ sourcePlaceOf),
  C2: () => (/* reexport */ position/* startOfLine */.C2),
  w1: () => (/* reexport */ startsWith),
  tW: () => (/* reexport */ read_limits/* usualLimits */.tW),
  fK: () => (/* reexport */ valueAt),
  xt: () => (/* reexport */ withFullReader),
  Gy: () => (/* reexport */ position/* withLines */.Gy)
});

// UNUSED EXPORTS: applyPatch, positionAt

// EXTERNAL MODULE: ./lib/yaml/position.js
var position = __webpack_require__(6896);
// EXTERNAL MODULE: ./lib/yaml/tree.js
var yaml_tree = __webpack_require__(1783);
;// CONCATENATED MODULE: ./lib/yaml/locate.js


function locate(document, path) {
    const { depth, node, entry, shared } = descend(document, path);
    return { depth, exists: depth === path.length, key: entry?.keyRange, value: node.range, shared };
}
function pointAt(document, path) {
    const { text } = document;
    const { depth, node, entry } = descend(document, path);
    const line = firstLineOf(text, node);
    const lineBreak = entry ? text.indexOf("\n", entry.keyRange.end) : -1;
    const isBeside = lineBreak === -1 || lineBreak >= line.start;
    const isWhole = depth === path.length && line.end === node.range.end && line.start < line.end;
    const { start, end } = entry && !(isWhole && isBeside) ? clipToLine(text, entry.keyRange) : line;
    return { start: start < end ? start : Math.max(0, start - 1), end };
}
function readAt(document, path) {
    const { text } = document;
    const point = pointAt(document, path);
    const { shared } = descend(document, path);
    return shared && (0,position/* startOfLine */.C2)(text, shared.start) !== (0,position/* startOfLine */.C2)(text, point.start) ? shared : point;
}
function firstLineOf(text, node) {
    const line = clipToLine(text, node.range);
    if (line.end === node.range.end || node.kind === "scalar" || node.kind === "alias")
        return line;
    const { start, end } = line;
    const isOnLine = (range) => range.start < end;
    if (node.kind === "sequence") {
        const item = node.items.findLast(({ range }) => isOnLine(range));
        return { start, end: item ? firstLineOf(text, item).end : start + 1 };
    }
    const entry = node.entries.findLast(({ keyRange }) => isOnLine(keyRange));
    if (!entry)
        return { start, end: start + 1 };
    const last = isOnLine(entry.node.range) ? firstLineOf(text, entry.node) : clipToLine(text, entry.keyRange);
    return { start, end: last.end };
}
function clipToLine(text, { start, end }) {
    return { start, end: Math.min(end, (0,position/* endOfLine */.vT)(text, start)) };
}
function descend({ tree }, path) {
    let node = (0,yaml_tree/* resolve */.hd)(tree);
    let entry;
    let shared;
    let inFlow = false;
    let depth = 0;
    for (const step of path) {
        const next = findChild(node, step);
        if (!next)
            break;
        shared ??= next.entry?.mergeKey ?? (next.node.kind === "alias" ? next.node.range : undefined);
        inFlow ||= node.kind !== "scalar" && node.flow;
        node = (0,yaml_tree/* resolve */.hd)(next.node);
        entry = next.entry;
        depth++;
    }
    return { depth, node, entry, shared, inFlow };
}
function findChild(node, step) {
    if (typeof step === "string") {
        const entry = node.kind === "mapping" ? (0,yaml_tree/* findEntry */.w4)(node, step) : undefined;
        return entry && { node: entry.node, entry };
    }
    const item = node.kind === "sequence" ? node.items[step] : undefined;
    return item && { node: item };
}

;// CONCATENATED MODULE: ./lib/yaml/aliases.js


const mostPlaces = 100;
function pathsSharing(document, path) {
    const { node, depth } = descend(document, path);
    const rest = path.slice(depth);
    const places = [];
    const leading = new Map();
    const isWhole = collect(document.tree, [], false);
    if (!isWhole || places.length > mostPlaces)
        return undefined;
    return places.toSorted((a, b) => Number(a.isAlias) - Number(b.isAlias)).map((place) => [...place.path, ...rest]);
    function collect(at, place, isBehindAlias) {
        if (places.length > mostPlaces)
            return false;
        const content = (0,yaml_tree/* resolve */.hd)(at);
        const isAlias = isBehindAlias || at.kind === "alias";
        if (content === node)
            places.push({ path: place, isAlias });
        if (content === node || !leadsToNode(content))
            return true;
        if (content.kind === "sequence")
            return content.items.every((item, index) => collect(item, [...place, index], isAlias));
        if (content.kind !== "mapping")
            return true;
        const inForce = new Map(content.entries.flatMap(({ merge, key, node: value }) => (merge ? [] : [[key, value]])));
        return content.entries.every((entry) => entry.merge
            ? !leadsToNode((0,yaml_tree/* resolve */.hd)(entry.node))
            : inForce.get(entry.key) !== entry.node || collect(entry.node, [...place, entry.key], isAlias));
    }
    function leadsToNode(content) {
        if (content === node)
            return true;
        const known = leading.get(content);
        if (known !== undefined)
            return known;
        const leads = (0,yaml_tree/* childrenOf */.LU)(content).some((child) => leadsToNode((0,yaml_tree/* resolve */.hd)(child)));
        leading.set(content, leads);
        return leads;
    }
}

;// CONCATENATED MODULE: ./lib/yaml/comments.js

function commentsIn(document, range) {
    return commentRanges(document, range).map(({ start, end }) => document.text.slice(start, end));
}
function remarksIn(document, word) {
    const { text, range } = document;
    const above = heading(text, range.start);
    if (!text.slice(above.start, range.end).includes(word))
        return [];
    const own = commentRanges(document, range);
    const isFollowed = text.startsWith("---", range.end);
    const next = isFollowed ? heading(text, range.end).start : range.end;
    const nodes = nodeStartsIn(document.tree, text);
    const starts = nodes.map((each) => each.start);
    const remark = (comment, path) => ({
        text: text.slice(comment.start, comment.end),
        range: comment,
        path,
    });
    return [
        ...linesIn(text, above).map((comment) => remark(comment, [])),
        ...own
            .filter(({ start }) => start < next)
            .map((comment) => remark(comment, pathBeside(document, nodes, starts, comment))),
    ].filter((each) => each.text.includes(word));
}
function commentRanges({ text, tree }, { start, end }) {
    if (!text.slice(start, end).includes("#"))
        return [];
    const words = wordsIn(tree, text).filter((word) => word.end > start && word.start < end);
    const comments = [];
    let from = start;
    for (const word of [...words, { start: end, end }]) {
        for (const { index, 0: comment } of text.slice(from, word.start).matchAll(/#[^\r\n\u0085\u2028\u2029]*/g))
            comments.push({ start: from + index, end: from + index + comment.length });
        from = Math.max(from, word.end);
    }
    return comments;
}
function wordsIn(node, text) {
    if (node.kind === "mapping")
        return node.entries.flatMap((entry) => [entry.keyRange, ...wordsIn(entry.node, text)]);
    if (node.kind === "sequence")
        return node.items.flatMap((item) => wordsIn(item, text));
    const { start, end } = node.range;
    const isBlock = node.kind === "scalar" && node.style === "block";
    return [{ start: isBlock ? Math.min((0,position/* endOfLine */.vT)(text, start), end) : start, end }];
}
function heading(text, offset) {
    let start = offset;
    while (start > 0 && text[start - 1] === "\n") {
        const line = (0,position/* startOfLine */.C2)(text, start - 1);
        if (line >= start || !/^(#.*)?\s*$/.test(text.slice(line, start)))
            break;
        start = line;
    }
    return { start, end: text.startsWith("---", offset) ? offset : start };
}
function linesIn(text, { start, end }) {
    const comments = [...text.slice(start, end).matchAll(/^#[^\r\n]*/gm)];
    return comments.map(({ index, 0: comment }) => ({ start: start + index, end: start + index + comment.length }));
}
function nodeStartsIn(node, text, path = []) {
    if (node.kind === "mapping") {
        return node.entries.flatMap(({ key, keyRange, node: value }) => [
            { start: keyRange.start, path: [...path, key] },
            ...nodeStartsIn(value, text, [...path, key]),
        ]);
    }
    if (node.kind !== "sequence")
        return [];
    return node.items.flatMap((item, index) => [
        { start: node.flow ? item.range.start : dashOf(node, index, text), path: [...path, index] },
        ...nodeStartsIn(item, text, [...path, index]),
    ]);
}
function dashOf({ items, range }, index, text) {
    const from = items[index - 1]?.range.end ?? range.start;
    const gap = text.slice(from, items[index]?.range.start).replace(/#.*/g, (comment) => " ".repeat(comment.length));
    return from + Math.max(0, gap.indexOf("-"));
}
function pathBeside({ text, range, tree }, nodes, starts, comment) {
    const line = (0,position/* startOfLine */.C2)(text, comment.start);
    const before = text.slice(line, comment.start);
    const isAlone = before.trim() === "";
    if ((isAlone && comment.start < tree.range.start) || before.startsWith("---"))
        return [];
    if (isAlone) {
        const below = nodes[(0,position/* countBefore */.t3)(starts, comment.end + 1)];
        return below && below.start < range.end ? below.path : undefined;
    }
    const beside = nodes[(0,position/* countBefore */.t3)(starts, line)];
    return (beside && beside.start < comment.start ? beside : nodes[(0,position/* countBefore */.t3)(starts, comment.start) - 1])?.path;
}

;// CONCATENATED MODULE: ./lib/yaml/document.js
function isReported({ elsewhere }) {
    return !elsewhere;
}

// EXTERNAL MODULE: ./lib/yaml/read/excess.js
var read_excess = __webpack_require__(5673);
// EXTERNAL MODULE: ./lib/yaml/read/scalar.js
var scalar = __webpack_require__(9818);
;// CONCATENATED MODULE: ./lib/yaml/read/json.js


function readJson(text, start, end) {
    try {
        return { tree: parseJson(text, start, end), aliases: [] };
    }
    catch (error) {
        if (error === deeper)
            return { error: read_excess/* tooDeep */.DI, offset: start };
        if (isNoJson(error))
            return { error: unfit, offset: start };
        throw error;
    }
}
const unfit = "Kubernetes can't take this JSON: it has a number that is too large. Correct it, or put it in quotes if it is a word.";
function readJsonAsYaml(text, start, end) {
    const document = text.slice(start, end);
    if (!/^[ \n\r]*\{/.test(document) || unlikeJson.test(document))
        return undefined;
    try {
        return parseJson(text, start, end);
    }
    catch (error) {
        if (error === deeper || isNoJson(error))
            return undefined;
        throw error;
    }
}
const unlikeJson = /\}[ \r\n]*\t\s*$|"(?:[^"\\]|\\.){1000}|"\s*[\r\n]\s*:|\\\/|\\u[dD][89a-fA-F]|[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]/;
const notJson = new Error("not JSON");
const deeper = new Error("deeper than what is read");
function isNoJson(error) {
    return error === notJson || error instanceof SyntaxError;
}
function parseJson(text, start, end) {
    let at = start;
    skipSpace();
    const root = node(0);
    skipSpace();
    if (at < end)
        throw notJson;
    return root;
    function skipSpace() {
        while (at < end && isSpace(text.charCodeAt(at)))
            at++;
    }
    function node(depth) {
        if (depth > read_excess/* maxHeight */.Kr)
            throw deeper;
        const first = text[at];
        if (first === "{")
            return mapping(depth);
        if (first !== "[")
            return first === '"' ? quoted() : word();
        const from = at;
        const items = [];
        for (let more = opens("]"); more; more = goesOn("]"))
            items.push(node(depth + 1));
        return { kind: "sequence", range: { start: from, end: at }, flow: true, items };
    }
    function mapping(depth) {
        const from = at;
        const entries = [];
        for (let more = opens("}"); more; more = goesOn("}"))
            entries.push(entry(depth + 1));
        return { kind: "mapping", range: { start: from, end: at }, flow: true, entries };
    }
    function entry(depth) {
        if (text[at] !== '"')
            throw notJson;
        const { value, range } = quoted();
        skipSpace();
        if (text[at++] !== ":")
            throw notJson;
        skipSpace();
        return { key: value, keyRange: range, merge: false, node: node(depth) };
    }
    function opens(close) {
        at++;
        skipSpace();
        if (text[at] !== close)
            return true;
        at++;
        return false;
    }
    function goesOn(close) {
        skipSpace();
        const next = text[at++];
        if (next !== close && next !== ",")
            throw notJson;
        if (next === ",")
            skipSpace();
        return next === ",";
    }
    function quoted() {
        let close = at + 1;
        while (text[close] !== '"') {
            if (close >= end)
                throw notJson;
            close += text[close] === "\\" ? 2 : 1;
        }
        const range = { start: at, end: close + 1 };
        at = range.end;
        const value = JSON.parse(text.slice(range.start, range.end)).replace(/\p{Surrogate}/gu, "\ufffd");
        return { kind: "scalar", range, value, style: "double" };
    }
    function word() {
        const from = at;
        while (at < end && !isBreak(text.charCodeAt(at)))
            at++;
        const found = text.slice(from, at);
        JSON.parse(found);
        const value = (0,scalar/* resolvePlain */.Rg)(found);
        if (typeof value === "string" || (typeof value === "number" && !Number.isFinite(value)))
            throw notJson;
        return { kind: "scalar", range: { start: from, end: at }, value, style: "plain" };
    }
}
function isSpace(code) {
    return code === 32 || code === 10 || code === 13 || code === 9;
}
function isBreak(code) {
    return isSpace(code) || code === 44 || code === 93 || code === 125;
}

// EXTERNAL MODULE: ./lib/yaml/read/limits.js
var read_limits = __webpack_require__(7234);
;// CONCATENATED MODULE: ./lib/yaml/read/plain-scalars.js

const notPlain = new Error("not in the plain style");
const plainKey = /[A-Za-z_./][\w./-]*(?=:(?: |$))/my;
const quotedKey = /(?:"[^"\\\n]*"|'[^'\n]*')(?=:(?: |$))/my;
const longestKey = 1000;
function keyAt(text, at, lineEnd) {
    const isQuoted = isQuote(text[at]);
    const end = endOfMatch(isQuoted ? quotedKey : plainKey, text, at);
    if (end === -1 || end >= lineEnd)
        return undefined;
    if (end - at > longestKey)
        throw notPlain;
    const word = isQuoted ? text.slice(at + 1, end - 1) : text.slice(at, end);
    const name = isQuoted ? word : (0,scalar/* keyName */.xT)((0,scalar/* resolvePlain */.Rg)(word), word);
    if (name === undefined)
        throw notPlain;
    return { name, end };
}
const wordStart = /[^\s,[\]{}#&*!|>'"%@`?:-]|-[^\s]/y;
const wordInFlow = /[\w./$<=+~^][\w./$<>=+@~^*%;()-]*(?::[\w./$<>=+@~^*%;()-]+)*|-[\w./][\w./-]*/y;
const doubleQuoted = /"[^"\\\n]*(?:\\["\\bfnrt][^"\\\n]*)*"/y;
const singleQuoted = /'[^'\n]*(?:''[^'\n]*)*'/y;
function word(text, at, lineEnd) {
    if (isQuote(text[at]))
        return quoted(text, at, lineEnd);
    const line = text.slice(at, lineEnd);
    const comment = line.indexOf(" #");
    const found = comment === -1 ? line : line.slice(0, comment).trimEnd();
    if (endOfMatch(wordStart, text, at) === -1 || /:(?: |$)/.test(found))
        throw notPlain;
    return plain(found, at);
}
function wordIn(text, at, lineEnd) {
    if (isQuote(text[at]))
        return quoted(text, at, lineEnd);
    const end = endOfMatch(wordInFlow, text, at);
    if (end === -1 || end > lineEnd)
        throw notPlain;
    return plain(text.slice(at, end), at);
}
function plain(found, start) {
    const value = (0,scalar/* resolvePlain */.Rg)(found);
    if (typeof value === "number" && !Number.isFinite(value))
        throw notPlain;
    const end = start + found.length;
    return { node: { kind: "scalar", range: { start, end }, value, style: "plain" }, end };
}
function isQuote(character) {
    return character === '"' || character === "'";
}
function endOfMatch(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : -1;
}
function quoted(text, at, lineEnd) {
    if (lineEnd - at > 1_000_000)
        throw notPlain;
    const style = text[at] === '"' ? "double" : "single";
    const end = endOfMatch(style === "double" ? doubleQuoted : singleQuoted, text, at);
    if (end === -1 || end > lineEnd)
        throw notPlain;
    const value = style === "double"
        ? JSON.parse(text.slice(at, end))
        : text.slice(at + 1, end - 1).replaceAll("''", "'");
    return { node: { kind: "scalar", range: { start: at, end }, value, style }, end };
}
const maxDepth = 100;
function flow(text, at, lineEnd, depth = 0) {
    if (depth > maxDepth)
        throw notPlain;
    const first = text[at];
    if (first !== "[" && first !== "{")
        return wordIn(text, at, lineEnd);
    const close = first === "[" ? "]" : "}";
    const items = [];
    const entries = [];
    let next = afterSpaces(text, at + 1, lineEnd);
    while (text[next] !== close) {
        if (next >= lineEnd)
            throw notPlain;
        const read = first === "[" ? flow(text, next, lineEnd, depth + 1) : flowEntry(text, next, lineEnd, depth + 1);
        if ("key" in read.node)
            entries.push(read.node);
        else
            items.push(read.node);
        next = afterSpaces(text, read.end, lineEnd);
        if (text[next] === ",")
            next = afterSpaces(text, next + 1, lineEnd);
        else if (text[next] !== close)
            throw notPlain;
    }
    if (next >= lineEnd)
        throw notPlain;
    const range = { start: at, end: next + 1 };
    const node = first === "[" ? { kind: "sequence", range, flow: true, items } : { kind: "mapping", range, flow: true, entries };
    return { node, end: next + 1 };
}
function flowEntry(text, at, lineEnd, depth) {
    const key = keyAt(text, at, lineEnd);
    if (!key)
        throw notPlain;
    const { node, end } = flow(text, afterSpaces(text, key.end + 1, lineEnd), lineEnd, depth);
    return { node: { key: key.name, keyRange: { start: at, end: key.end }, merge: false, node }, end };
}
function afterSpaces(text, from, end) {
    let at = from;
    while (at < end && text[at] === " ")
        at++;
    return at;
}

;// CONCATENATED MODULE: ./lib/yaml/read/plain.js

function readPlain(text, start, end) {
    if (unusual.test(text.slice(start, end)))
        return undefined;
    const lines = linesOf(text, start, end);
    const cursor = { text, lines, at: 0 };
    cursor.at = afterMarker(cursor, content(cursor, 0));
    const first = current(cursor);
    if (!first)
        return undefined;
    try {
        const root = block(cursor, first.indent);
        return cursor.at === lines.length ? root : undefined;
    }
    catch (error) {
        if (error === notPlain)
            return undefined;
        throw error;
    }
}
const unusual = /[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]|\r(?!\n)|^(?:%|\.\.\.)/m;
function linesOf(text, start, end) {
    const lines = [];
    for (let lineStart = start; lineStart < end;) {
        const found = text.indexOf("\n", lineStart);
        const next = found === -1 || found >= end ? end : found + 1;
        let first = lineStart;
        while (first < next && text.charCodeAt(first) === space)
            first++;
        let last = found === -1 || found >= end ? end : found;
        while (last > first && isBlank(text.charCodeAt(last - 1)))
            last--;
        lines.push({ start: first, end: last, indent: first - lineStart, next });
        lineStart = next;
    }
    return lines;
}
const space = 32;
const carriageReturn = 13;
function isBlank(code) {
    return code === space || code === carriageReturn;
}
function skip(lines, from) {
    let at = from;
    for (let line = lines[at]; line && line.start === line.end; line = lines[at])
        at++;
    return at;
}
function content({ text, lines }, from) {
    let at = from;
    for (let line = lines[at]; line && (line.start === line.end || text[line.start] === "#"); line = lines[at])
        at++;
    return at;
}
function afterMarker(cursor, first) {
    const line = cursor.lines[first];
    if (line?.indent !== 0 || !cursor.text.startsWith("---", line.start))
        return first;
    const isBare = /^---( +#.*)?$/.test(cursor.text.slice(line.start, line.end));
    return isBare ? content(cursor, first + 1) : cursor.lines.length;
}
function current({ lines, at }) {
    return lines[at];
}
function isDash({ text }, { start, end }) {
    return text[start] === "-" && (start + 1 === end || text[start + 1] === " ");
}
const maxIndent = 200;
function block(cursor, indent) {
    const line = current(cursor);
    if (!line || line.indent !== indent || indent > maxIndent)
        throw notPlain;
    return isDash(cursor, line) ? list(cursor, line) : mapping(cursor, line, line.start, indent);
}
function list(cursor, { start, indent }) {
    const items = [];
    for (let line = current(cursor); line?.indent === indent && isDash(cursor, line); line = current(cursor)) {
        items.push(item(cursor, line, indent));
    }
    return { kind: "sequence", range: { start, end: endOf(items.at(-1)) }, flow: false, items };
}
function item(cursor, line, indent) {
    const at = afterSpaces(cursor.text, line.start + 1, line.end);
    if (at >= line.end || cursor.text[at] === "#") {
        cursor.at = content(cursor, cursor.at + 1);
        const next = current(cursor);
        if (!next || next.indent <= indent)
            throw notPlain;
        return block(cursor, next.indent);
    }
    if (keyAt(cursor.text, at, line.end))
        return mapping(cursor, line, at, indent + at - line.start);
    return inline(cursor, at, line, indent);
}
function mapping(cursor, first, start, indent) {
    const entries = [entry(cursor, first, start, indent)];
    for (let line = current(cursor); line && line.indent >= indent; line = current(cursor)) {
        if (line.indent > indent)
            throw notPlain;
        if (isDash(cursor, line))
            break;
        entries.push(entry(cursor, line, line.start, indent));
    }
    return { kind: "mapping", range: { start, end: endOf(entries.at(-1)?.node) }, flow: false, entries };
}
function entry(cursor, line, at, indent) {
    const key = keyAt(cursor.text, at, line.end);
    if (!key)
        throw notPlain;
    const value = afterSpaces(cursor.text, key.end + 1, line.end);
    const isOnLine = value < line.end && cursor.text[value] !== "#";
    const node = isOnLine ? inline(cursor, value, line, indent) : below(cursor, key.end + 1, indent);
    return { key: key.name, keyRange: { start: at, end: key.end }, merge: false, node };
}
function below(cursor, afterColon, indent) {
    cursor.at = content(cursor, cursor.at + 1);
    const next = current(cursor);
    if (next && next.indent > indent)
        return block(cursor, next.indent);
    if (next && next.indent === indent && isDash(cursor, next))
        return list(cursor, next);
    return { kind: "scalar", range: { start: afterColon, end: afterColon }, value: null, style: "plain" };
}
function inline(cursor, at, line, indent) {
    const first = cursor.text[at];
    if (first === "|")
        return literal(cursor, at, line, indent);
    const { node, end } = first === "[" || first === "{" ? flow(cursor.text, at, line.end) : word(cursor.text, at, line.end);
    const rest = afterSpaces(cursor.text, end, line.end);
    if (rest < line.end && (cursor.text[rest] !== "#" || rest === end))
        throw notPlain;
    cursor.at = content(cursor, cursor.at + 1);
    if ((current(cursor)?.indent ?? 0) > indent)
        throw notPlain;
    return node;
}
function literal(cursor, at, line, indent) {
    const { text, lines } = cursor;
    const header = /^\|(-?)(?: +#.*)?$/.exec(text.slice(at, line.end));
    if (!header)
        throw notPlain;
    let index = cursor.at + 1;
    const depth = lines[skip(lines, index)]?.indent ?? 0;
    if (depth <= indent)
        throw notPlain;
    let last = line;
    let count = 0;
    const rows = [];
    for (let row = lines[index]; row; row = lines[++index]) {
        const isEmpty = row.start === row.end;
        if (isEmpty ? row.indent > depth : row.indent < depth)
            break;
        rows.push(isEmpty ? "" : text.slice(row.start - (row.indent - depth), endOfRow(text, row)));
        if (isEmpty)
            continue;
        last = row;
        count = rows.length;
    }
    if (lines[index]?.start === lines[index]?.end && lines[index])
        throw notPlain;
    const value = rows.slice(0, count).join("\n") + (header[1] === "-" ? "" : "\n");
    cursor.at = content(cursor, index);
    if ((current(cursor)?.indent ?? 0) > indent)
        throw notPlain;
    return { kind: "scalar", range: { start: at, end: endOfRow(text, last) }, value, style: "block" };
}
function endOfRow(text, { next }) {
    if (text[next - 1] !== "\n")
        return next;
    return text[next - 2] === "\r" ? next - 2 : next - 1;
}
function endOf(node) {
    return node?.range.end ?? 0;
}

;// CONCATENATED MODULE: ./lib/yaml/read/split.js
function split(text) {
    const { parts, end } = leadingJson(text);
    const last = parts.at(-1);
    if (!last)
        return splitLines(text, text.startsWith("\uFEFF") ? 1 : end);
    if (!last.refusal && end === text.length)
        return [...parts.slice(0, -1), { ...last, end }];
    return last.refusal ? parts : [...parts, ...splitLines(text, end)];
}
function splitLines(text, start) {
    const parts = [];
    let from = start;
    let contentStart = start;
    for (let at = separatorFrom(text, start); at !== -1; at = separatorFrom(text, at + 1)) {
        const lineBreak = text.indexOf("\n", at);
        const next = lineBreak === -1 ? text.length : lineBreak + 1;
        const comment = /^[^\S\uFEFF]*$|^[^\S\uFEFF]*#/.test(text.slice(at + 3, next).replace(/\u0085/g, " "));
        if (!comment) {
            const refusal = { error: notAlone, offset: at };
            parts.push({ start: from, end: next, format: "yaml", contentStart, refusal });
            [from, contentStart] = [next, next];
        }
        else if (at > contentStart) {
            parts.push({ start: from, end: at, format: "yaml", contentStart });
            [from, contentStart] = [at, next];
        }
    }
    if (from < text.length || parts.length === 0)
        parts.push({ start: from, end: text.length, format: "yaml", contentStart });
    return parts;
}
const notAlone = "Kubernetes reads nothing but a comment behind `---` on its line, and refuses this file. Start the document on the next line.";
function separatorFrom(text, start) {
    if (text.startsWith("---", start) && (start === 0 || text[start - 1] === "\n"))
        return start;
    const found = text.indexOf("\n---", start);
    return found === -1 ? -1 : found + 1;
}
const whiteSpace = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/y;
const guessed = 4096;
function leadingJson(text) {
    const parts = [];
    if (text[skipWhiteSpace(text, 0)] !== "{" || skipWhiteSpace(text, 0) >= guessed)
        return { parts, end: 0 };
    for (let start = 0;;) {
        const end = endOfValue(text, start);
        if (end === undefined)
            return endOfJson(text, start, parts);
        parts.push({ start, end, format: "json", contentStart: start });
        start = end;
    }
}
function endOfJson(text, start, parts) {
    if (skipSpace(text, start) === text.length)
        return { parts, end: text.length };
    const content = skipWhiteSpace(text, start);
    const lineBreak = text.indexOf("\n", start);
    const isBelow = lineBreak !== -1 && lineBreak < content;
    const next = text.slice(isBelow ? lineBreak : content);
    const isShort = new TextEncoder().encode(next.slice(0, 4)).length < 4;
    if (parts.length === 0 || (parts.length === 1 && !isShort))
        return { parts, end: isBelow ? lineBreak + 1 : content };
    const refusal = { error: split_notJson, offset: Math.min(content, text.length - 1) };
    const rest = { start, end: text.length, format: "json", contentStart: start, refusal };
    return { parts: [...parts, rest], end: text.length };
}
const split_notJson = "This is not JSON, as the documents before it are. Put a line with `---` before the first of them, or correct it.";
function skipWhiteSpace(text, start) {
    let at = start;
    for (whiteSpace.lastIndex = at; whiteSpace.test(text); whiteSpace.lastIndex = at)
        at++;
    return at;
}
function skipSpace(text, start) {
    split_space.lastIndex = start;
    return split_space.test(text) ? split_space.lastIndex : start;
}
const split_space = /[ \t\r\n]+/y;
const split_word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;
function endOfValue(text, start) {
    const first = skipSpace(text, start);
    split_word.lastIndex = first;
    const end = split_word.test(text) ? split_word.lastIndex : endOfToken(text, first);
    return end !== undefined && isJson(text.slice(first, end)) ? end : undefined;
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
function endOfToken(text, start) {
    const token = /\\.|["{}[\]]/gs;
    token.lastIndex = start;
    let depth = 0;
    let isQuoted = false;
    for (let found = token.exec(text); found; found = token.exec(text)) {
        const [character] = found;
        if (depth === 0 && !isQuoted && found.index > start)
            return undefined;
        if (character === '"')
            isQuoted = !isQuoted;
        else if (isQuoted)
            continue;
        else if (character === "{" || character === "[")
            depth++;
        else if (character === "}" || character === "]")
            depth--;
        if (depth === 0 && !isQuoted)
            return token.lastIndex;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/yaml/read/read.js







function read({ file, text, rendering, evaluated }, { matters, limits } = everything) {
    const parts = split(text);
    const excess = (0,read_limits/* excessFor */.xE)("documentsPerFile", parts.length, limits);
    if (excess !== undefined) {
        const start = parts[limits.documentsPerFile]?.start ?? 0;
        return unreadable(file, text, 1 + (0,position/* countLineBreaks */.Cl)(text, 0, start), excess);
    }
    const documents = [];
    const problems = [];
    for (const chunk of chunksIn(text, parts, matters)) {
        const reading = readChunk(chunk, limits);
        if ("error" in reading)
            problems.push(problemIn(file, chunk, "error", reading.offset, reading.error));
        else if (reading.tree) {
            const own = evaluated?.flatMap(({ document, path }) => (document === chunk.index ? [path] : []));
            const origin = { file, ...(rendering && { rendering }), ...(own?.length && { evaluated: own }) };
            documents.push(documentOf(origin, chunk, reading.tree, reading.aliases));
        }
        if ("ends" in reading && reading.ends !== undefined)
            problems.push(problemIn(file, chunk, "note", reading.ends, unread));
    }
    return { file, text, documents, problems };
}
const everything = { matters: () => true, limits: read_limits/* usualLimits */.tW };
const unread = "Kubernetes does not read on from here: its document ends above. Start the next document with `---`.";
function unreadable(file, text, line, message) {
    return { file, text, documents: [], problems: [{ severity: "error", file, line, message }] };
}
function problemIn(file, chunk, severity, offset, message) {
    const end = chunk.range.start + chunk.text.slice(chunk.range.start, chunk.range.end).trimEnd().length;
    return { severity, file, line: (0,position/* lineAt */.mh)(chunk, Math.min(offset, end)), message };
}
function* chunksIn(text, parts, matters) {
    let [line, lineStart, lineBreak] = [1, (0,position/* startOfLine */.C2)(text, 0), text.indexOf("\n")];
    const walkTo = (offset, starts = []) => {
        for (; lineBreak !== -1 && lineBreak < offset; lineBreak = text.indexOf("\n", lineStart)) {
            line++;
            lineStart = lineBreak + 1;
            starts.push(lineStart);
        }
        return starts;
    };
    for (const [index, { start, end, ...part }] of parts.entries()) {
        if (!matters(text.slice(start, end)))
            continue;
        walkTo(start);
        yield { ...part, text, index, range: { start, end }, firstLine: line, lineStarts: walkTo(end, [lineStart]) };
    }
}
function reread({ file, rendering, evaluated, index, format, contentStart, firstLine, ...before }, text) {
    const { start, end } = before.range;
    const whole = before.text.slice(0, start) + text + before.text.slice(end);
    const range = { start, end: start + text.length };
    const lineStarts = (0,position/* lineStartsIn */.t6)(whole, range);
    const chunk = { text: whole, index, format, contentStart, range, firstLine, lineStarts };
    const reading = readTree(chunk);
    if ("error" in reading)
        return reading.error;
    const nothing = { kind: "scalar", range: { start, end: start }, value: null, style: "plain" };
    const origin = { file, ...(rendering && { rendering }), ...(evaluated && { evaluated }) };
    return documentOf(origin, chunk, reading.tree ?? nothing, reading.aliases);
}
async function withFullReader(work) {
    try {
        return work();
    }
    catch (error) {
        if (error !== fullReaderMissing)
            throw error;
        fullReader = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(675)]).then(__webpack_require__.bind(__webpack_require__, 3675));
        return work();
    }
}
const fullReaderMissing = new Error("read documents within withFullReader()");
let fullReader;
function readChunk(chunk, limits) {
    const { start, end } = chunk.range;
    const excess = (0,read_limits/* excessFor */.xE)("documentCharacters", end - start, limits);
    return excess === undefined ? readTree(chunk) : { error: excess, offset: start };
}
function readTree({ text, range: { end }, contentStart: start, format, refusal }) {
    if (refusal)
        return refusal;
    if (format === "json")
        return readJson(text, start, end);
    const plain = readJsonAsYaml(text, start, end) ?? readPlain(text, start, end);
    if (plain)
        return { tree: plain, aliases: [] };
    if (!fullReader)
        throw fullReaderMissing;
    const reading = fullReader.readFully(text.slice(start, end), start);
    const excess = "error" in reading || !reading.tree ? undefined : (0,read_excess/* excessOf */.FR)(reading.tree, reading.aliases);
    return excess === undefined ? reading : { error: excess, offset: start };
}
function documentOf(origin, { refusal: _, ...chunk }, tree, aliases) {
    const { value, mayRepeatKeys } = (0,yaml_tree/* evaluate */._3)(tree);
    return {
        ...chunk,
        ...origin,
        tree,
        aliases,
        value,
        duplicates: mayRepeatKeys ? duplicatesIn(tree) : [],
    };
}
function duplicatesIn(node) {
    if (node.kind === "sequence")
        return node.items.flatMap((item, index) => duplicatesBelow(index, item));
    if (node.kind !== "mapping")
        return [];
    const keys = new Set();
    return node.entries.flatMap(({ key, keyRange, merge, node: value }) => {
        const isTwice = !merge && keys.has(key);
        if (!merge)
            keys.add(key);
        const below = duplicatesBelow(key, value);
        return isTwice ? [{ path: [key], key, range: keyRange }, ...below] : below;
    });
}
function duplicatesBelow(step, node) {
    return duplicatesIn(node).map((duplicate) => ({ ...duplicate, path: [step, ...duplicate.path] }));
}

;// CONCATENATED MODULE: ./lib/yaml/value.js
function isList(value) {
    return Array.isArray(value);
}
function isFields(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isEmpty(value) {
    if (isList(value))
        return value.length === 0;
    return isFields(value) && Object.keys(value).length === 0;
}
function sameValue(a, b) {
    if (a === b)
        return true;
    if (isList(a) && isList(b))
        return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
    if (!isFields(a) || !isFields(b))
        return false;
    const keys = Object.keys(a);
    return (keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key])));
}
function canonicalText(value) {
    if (isList(value))
        return `[${value.map(canonicalText).toSorted().join()}]`;
    if (!isFields(value))
        return JSON.stringify(value);
    const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`);
    return `{${entries.toSorted().join()}}`;
}

;// CONCATENATED MODULE: ./lib/yaml/edit/carried-comments.js



function carriedComments(document, { from, to }, style) {
    const comments = ownComments(document, from);
    const inserted = to.map((path) => insertion(document, path, comments, style));
    if (comments.length * to.length === 0 || !inserted.every((splice) => splice !== undefined))
        return [];
    const removed = comments.map(({ range }) => ({ range: rangeWithLine(document.text, range), text: "" }));
    return [...removed, ...inserted].toSorted((a, b) => a.range.start - b.range.start);
}
function ownComments(document, path) {
    const { text } = document;
    const { depth, entry, node, shared, inFlow } = descend(document, path);
    if (depth < path.length || !entry || shared || inFlow)
        return [];
    const start = startOfComments(text, entry.keyRange.start);
    const end = (0,position/* endOfLine */.vT)(text, Math.max(entry.keyRange.end, node.range.end));
    return commentRanges(document, { start, end }).map((range) => ({
        range,
        text: text.slice(range.start, range.end),
        isBehind: (0,position/* indentBefore */.YF)(text, range.start) === undefined,
    }));
}
function startOfComments(text, key) {
    const indent = (0,position/* indentBefore */.YF)(text, key);
    if (indent === undefined)
        return key;
    let start = key;
    for (let line = (0,position/* startOfLine */.C2)(text, key); line > 0 && text[line - 1] === "\n";) {
        line = (0,position/* startOfLine */.C2)(text, line - 1);
        if (!text.startsWith(`${indent}#`, line))
            break;
        start = line + indent.length;
    }
    return start;
}
function rangeWithLine(text, { start, end }) {
    if ((0,position/* indentBefore */.YF)(text, start) === undefined)
        return { start: text.slice(0, start).trimEnd().length, end };
    const next = text.indexOf("\n", end) + 1;
    return { start: (0,position/* startOfLine */.C2)(text, start), end: next === 0 ? text.length : next };
}
function insertion({ text, tree }, path, comments, { eol }) {
    const { depth, entry, node, shared } = descend({ tree }, path);
    if (depth < path.length || !entry || shared)
        return undefined;
    const key = entry.keyRange.start;
    const start = (0,position/* startOfLine */.C2)(text, key);
    const end = (0,position/* endOfLine */.vT)(text, key);
    const isAlone = (0,position/* indentBefore */.YF)(text, key) !== undefined && node.range.end <= end;
    const isFree = isAlone && text.slice(Math.max(entry.keyRange.end + 1, node.range.end), end).trim() === "";
    const behind = isFree && comments.at(-1)?.isBehind ? comments.at(-1) : undefined;
    const indent = " ".repeat((0,position/* columnAt */.o0)(text, start + text.slice(start).search(/\S/)));
    const above = comments.filter((comment) => comment !== behind).map((comment) => indent + comment.text + eol);
    return { range: { start, end }, text: above.join("") + text.slice(start, end) + (behind ? ` ${behind.text}` : "") };
}

;// CONCATENATED MODULE: ./lib/yaml/edit/value-text.js


function renderBlock(value, column, style) {
    const isOfWords = isList(value) && !value.some((item) => isList(item) || isFields(item));
    if (isEmpty(value) || (isOfWords && style.flowLists))
        return ` ${renderFlow(value, style)}`;
    if (isList(value))
        return value.map((item) => style.eol + renderItem(item, column + style.listIndent, style)).join("");
    if (!isFields(value))
        return ` ${renderFlow(value, style)}`;
    const members = Object.entries(value);
    return members.map(([key, member]) => style.eol + renderEntry(key, member, column + style.indent, style)).join("");
}
function renderEntry(key, value, column, style) {
    return `${" ".repeat(column)}${renderKey(key, style)}:${renderBlock(value, column, style)}`;
}
function renderItem(value, column, style) {
    const dash = `${" ".repeat(column)}- `;
    if (!isFields(value) || isEmpty(value))
        return dash + renderFlow(value, style);
    const lines = Object.entries(value).map(([key, member]) => renderEntry(key, member, column + 2, style));
    return dash + lines.join(style.eol).slice(dash.length);
}
function formatFlow(value) {
    return renderFlow(value, readersStyle);
}
const readersStyle = {
    eol: "\n",
    indent: 2,
    listIndent: 2,
    flowLists: true,
    quotes: "plain",
    keyQuotes: "plain",
    json: false,
    gap: " ",
    flowIndent: "  ",
};
function renderFlow(value, style) {
    const comma = `,${style.json ? style.gap : " "}`;
    if (isList(value))
        return `[${value.map((item) => renderFlow(item, style)).join(comma)}]`;
    if (isFields(value)) {
        const members = Object.entries(value).map(([key, member]) => renderMember(key, renderFlow(member, style), style));
        return `{${members.join(comma)}}`;
    }
    return typeof value === "string" ? renderString(value, style) : String(value);
}
function renderMember(key, written, style) {
    return `${renderKey(key, style)}:${style.json ? style.gap : " "}${written}`;
}
function renderBrackets(value, line, style) {
    if (!style.json || line === undefined)
        return renderFlow(value, style);
    return escapeForYaml(JSON.stringify(value, null, style.flowIndent)).replaceAll("\n", style.eol + line);
}
function renderKey(key, style) {
    return renderString(key, { ...style, quotes: style.keyQuotes });
}
function renderString(text, style) {
    const quotes = style.json ? "double" : style.quotes;
    if (quotes === "plain" && isPlain(text))
        return text;
    if (quotes === "single" && isPrintable(text))
        return `'${text.replaceAll("'", "''")}'`;
    return escapeForYaml(JSON.stringify(text));
}
function isPrintable(text) {
    return !/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u.test(text);
}
function escapeForYaml(json) {
    return json.replace(/[\x7f-\x9f\u2028\u2029\uFEFF]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function isPlain(text) {
    return /^[A-Za-z_./][\w./-]*$/.test(text) && (0,scalar/* resolvePlain */.Rg)(text) === text;
}

;// CONCATENATED MODULE: ./lib/yaml/edit/insert.js


function insertions({ text }, into, additions, documentStyle) {
    const parts = partRanges(into);
    const [first] = parts;
    const last = parts.at(-1);
    if (!first || !last)
        return [];
    const style = { ...documentStyle, ...styleOfPart(text, into, last) };
    const runs = [];
    for (const slot of slotsIn(into, parts, additions)) {
        if ("part" in slot)
            runs.push({ previous: slot.part, additions: [] });
        else if (runs.length === 0)
            runs.push({ additions: [slot.addition] });
        else
            runs.at(-1)?.additions.push(slot.addition);
    }
    return runs.flatMap(({ previous, additions: [addition, ...rest] }) => {
        if (!addition)
            return [];
        return into.flow
            ? insertInBrackets(text, first, previous, addition, style)
            : insertLines(text, into, previous, [addition, ...rest], style);
    });
}
function slotsIn(into, parts, additions) {
    const keys = into.kind === "mapping" ? into.entries.map(({ key }) => key) : [];
    const slots = parts.map((part, index) => ({ part, key: keys[index] }));
    for (const addition of additions) {
        const index = into.kind === "mapping" ? indexAmong(slots, addition.among) : slots.length;
        slots.splice(index, 0, { addition, key: addition.key });
    }
    return slots;
}
function indexAmong(slots, { before = [], after = [] } = {}) {
    const isOneOf = (keys) => (slot) => slot.key !== undefined && keys.includes(slot.key);
    const next = slots.findIndex(isOneOf(before));
    if (next !== -1)
        return next;
    const previous = slots.findLastIndex(isOneOf(after));
    return previous === -1 ? slots.length : previous + 1;
}
function partRanges(node) {
    if (node.kind === "sequence")
        return node.items.map(({ range }) => range);
    return node.entries.map(({ keyRange, node: value }) => ({
        start: keyRange.start,
        end: Math.max(keyRange.end, value.range.end),
    }));
}
function styleOfPart(text, into, last) {
    const isQuoted = text[last.start] === '"' || text.startsWith('{"', last.start);
    if (into.flow && isQuoted)
        return { json: true };
    const item = into.kind === "sequence" ? into.items.at(-1) : undefined;
    return item?.kind === "scalar" && item.style !== "block" && typeof item.value === "string"
        ? { quotes: item.style }
        : {};
}
function insertLines(text, into, previous, additions, style) {
    const column = (0,position/* columnAt */.o0)(text, into.range.start);
    const lines = additions
        .map(({ key, value }) => key === undefined ? renderItem(value, column, style) : renderEntry(key, value, column, style))
        .join(style.eol);
    if (previous)
        return insertAt(endOfPart(text, previous, column), style.eol + lines);
    const start = startWithComments(text, into.range.start);
    if (start !== undefined)
        return insertAt(start, lines + style.eol);
    return insertAt(into.range.start, lines.slice(column) + style.eol + " ".repeat(column));
}
function endOfPart(text, { end }, column) {
    let at = (0,position/* endOfLine */.vT)(text, end);
    for (;;) {
        const next = text.indexOf("\n", at) + 1;
        const indent = next === 0 ? undefined : /^[ \t]*(?=#)/.exec(text.slice(next, (0,position/* endOfLine */.vT)(text, next)))?.[0];
        if (indent === undefined || indent.length <= column)
            return at;
        at = (0,position/* endOfLine */.vT)(text, next);
    }
}
function startWithComments(text, offset) {
    if ((0,position/* indentBefore */.YF)(text, offset) === undefined)
        return undefined;
    let start = (0,position/* startOfLine */.C2)(text, offset);
    while (start > 0 && text[start - 1] === "\n") {
        const above = (0,position/* startOfLine */.C2)(text, start - 1);
        if (!/^[ \t]*#/.test(text.slice(above, start)))
            break;
        start = above;
    }
    return start;
}
function insertInBrackets(text, first, previous, { key, value }, style) {
    const indent = (0,position/* indentBefore */.YF)(text, first.start);
    const written = renderBrackets(value, indent, style);
    const added = key === undefined ? written : renderMember(key, written, style);
    const lineBreak = indent === undefined ? undefined : style.eol + indent;
    if (!previous) {
        const start = lineBreak === undefined ? undefined : startWithComments(text, first.start);
        return start === undefined
            ? insertAt(first.start, `${added},${style.gap}`)
            : insertAt(start, `${indent}${added},${style.eol}`);
    }
    const lineEnd = (0,position/* endOfLine */.vT)(text, previous.end);
    const rest = text.slice(previous.end, lineEnd);
    const [isLineEnd, comma] = /^[ \t]*(,?)[ \t]*(?:#.*)?$/.exec(rest) ?? [];
    if (lineBreak === undefined || isLineEnd === undefined)
        return insertAt(previous.end, `,${lineBreak ?? style.gap}${added}`);
    if (comma)
        return insertAt(lineEnd, `${lineBreak}${added},`);
    return { range: { start: previous.end, end: lineEnd }, text: `,${rest}${lineBreak}${added}` };
}
function insertAt(offset, text) {
    return { range: { start: offset, end: offset }, text };
}

;// CONCATENATED MODULE: ./lib/yaml/edit/obstacle.js

const sharedText = "the text is shared through an anchor";
const occupied = "something else is written where the change belongs";
function obstacleTo(document, patch) {
    const twice = keySetTwice(document, patch.path);
    if (twice !== undefined)
        return `${twice} is set twice: remove one of the two first`;
    if (patch.op === "remove")
        return obstacleToRemoval(document, descend(document, patch.path.slice(0, -1)), patch.path.at(-1));
    const { node, depth, shared } = descend(document, patch.path);
    if (shared)
        return sharedText;
    const step = patch.path[depth];
    if (step === undefined) {
        if (patch.op === "append")
            return node.kind === "sequence" || isOpen(node, 0) ? undefined : occupied;
        return depth === 0 ? "the whole document would be replaced" : undefined;
    }
    const takesKey = node.kind === "mapping" && node.entries.length > 0 && typeof step === "string";
    return takesKey || isOpen(node, step) ? undefined : occupied;
}
function keySetTwice({ tree, duplicates }, path) {
    let node = duplicates.length > 0 ? tree : undefined;
    for (const step of path) {
        if (typeof step === "number")
            node = node?.kind === "sequence" ? node.items[step] : undefined;
        else {
            const entries = node?.kind === "mapping" ? node.entries.filter(({ merge, key }) => !merge && key === step) : [];
            if (entries.length > 1)
                return step;
            node = entries[0]?.node;
        }
    }
    return undefined;
}
function obstacleToRemoval({ aliases }, { node, shared }, step) {
    const removed = step === undefined ? undefined : findChild(node, step);
    if (!removed)
        return "there is nothing to remove";
    if (shared || removed.entry?.mergeKey)
        return sharedText;
    return isNamed(aliases, removed.node.range) ? "an anchor in it is used elsewhere" : undefined;
}
function isOpen(node, step) {
    if (node.kind === "scalar")
        return node.value === null && (typeof step === "string" || step === 0);
    return node.kind === "mapping"
        ? node.entries.length === 0 && typeof step === "string"
        : node.items.length === 0 && step === 0;
}
function isShared(aliases, spliced) {
    return aliases.some(({ target }) => target.range.start <= spliced.end && spliced.start <= target.range.end);
}
function isNamed(aliases, part) {
    const holds = ({ start, end }) => part.start <= start && end <= part.end;
    return aliases.some(({ range, target }) => holds(target.range) && !holds(range));
}

;// CONCATENATED MODULE: ./lib/yaml/edit/patch.js

function patchValue(value, patch) {
    return [patch.path, ...(patch.also ?? [])].reduce((each, path) => patchAt(each, path, patch), value);
}
function patchTogether(value, patches) {
    return orderPatches(patches).reduce(patchValue, value);
}
function orderPatches(patches) {
    const distinct = [...new Map(patches.map((patch) => [JSON.stringify(patch), patch])).values()];
    const isItem = ({ op, path }) => op === "remove" && typeof path.at(-1) === "number";
    return [
        ...distinct.filter((patch) => patch.op === "remove" && !isItem(patch)),
        ...distinct.filter(({ op }) => op !== "remove"),
        ...distinct.filter(isItem).toSorted((a, b) => comparePaths(b.path, a.path)),
    ];
}
function comparePaths(a, b) {
    const at = a.findIndex((step, index) => step !== b[index]);
    const [step, other] = [a[at], b[at]];
    if (at === -1 || other === undefined)
        return a.length - b.length;
    return step !== undefined && step < other ? -1 : 1;
}
function patchAt(value, [step, ...rest], patch) {
    if (step === undefined) {
        if (patch.op === "append")
            return [...(isList(value) ? value : []), patch.value];
        return patch.op === "set" ? patch.value : null;
    }
    const isRemoved = patch.op === "remove" && rest.length === 0;
    if (typeof step === "number") {
        const items = isList(value) ? value : [];
        return items.toSpliced(step, 1, ...(isRemoved ? [] : [patchAt(items[step], rest, patch)]));
    }
    const fields = isFields(value) ? value : {};
    if (isRemoved)
        return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== step));
    const member = Object.hasOwn(fields, step) ? fields[step] : undefined;
    return { ...fields, [step]: patchAt(member, rest, patch) };
}

;// CONCATENATED MODULE: ./lib/yaml/edit/replace.js



function replacement({ text }, { node, entry, inFlow }, value, style) {
    if (!entry || inFlow) {
        const line = (0,position/* indentBefore */.YF)(text, (entry?.keyRange ?? node.range).start);
        const isQuoted = entry !== undefined && text[entry.keyRange.start] === '"';
        const written = renderBrackets(value, line, { ...style, json: style.json || isQuoted });
        const gap = node.range.start === node.range.end ? " " : "";
        return { range: node.range, text: gap + written };
    }
    const keepsBrackets = node.kind !== "scalar" && node.flow && node.range.end - node.range.start > 2 && (isList(value) || isFields(value));
    const written = keepsBrackets && !isEmpty(value)
        ? ` ${renderFlow(value, style)}`
        : renderBlock(value, (0,position/* columnAt */.o0)(text, entry.keyRange.start), style);
    return written.startsWith(" ")
        ? replaceOnKeyLine(text, entry, node, written)
        : replaceBelowKey(text, entry, node, written);
}
function replaceOnKeyLine(text, entry, node, written) {
    const { start, end } = node.range;
    if (start === end)
        return { range: node.range, text: written };
    const colon = endOfColon(text, entry);
    const gap = text.slice(colon, start);
    if (node.kind === "scalar" || !gap.includes("\n"))
        return { range: node.range, text: written.slice(1) };
    const anchor = /^[^#\r\n]*/.exec(gap)?.[0].trimEnd() ?? "";
    return { range: { start: colon + anchor.length, end }, text: written };
}
function replaceBelowKey(text, entry, node, written) {
    const { start, end } = node.range;
    const lineEnd = (0,position/* endOfLine */.vT)(text, end);
    if (start === end)
        return { range: { start: lineEnd, end: lineEnd }, text: written };
    const isBelow = text.slice(endOfColon(text, entry), start).includes("\n");
    if (isBelow)
        return { range: { start: (0,position/* startOfGap */.mT)(text, start), end }, text: written };
    const comment = text.slice(end, lineEnd);
    return { range: { start: (0,position/* startOfGap */.mT)(text, start), end: lineEnd }, text: (comment.trim() && comment) + written };
}
function endOfColon(text, { keyRange }) {
    return text.indexOf(":", keyRange.end) + 1;
}

;// CONCATENATED MODULE: ./lib/yaml/edit/remove.js




function removal(document, path, style) {
    const { text } = document;
    const parent = descend(document, path.slice(0, -1));
    const { node } = parent;
    const step = path.at(-1);
    if (node.kind === "scalar")
        return undefined;
    const index = node.kind === "mapping" ? node.entries.findIndex(({ key }) => key === step) : Number(step);
    const parts = node.flow || node.kind === "mapping" ? partRanges(node) : partsWithDashes(text, node);
    const part = parts[index];
    if (!part)
        return undefined;
    if (parts.length === 1)
        return replacement(document, parent, node.kind === "mapping" ? {} : [], style);
    return node.flow
        ? removeFromBrackets(text, parts[index - 1], part, parts[index + 1])
        : removeLines(text, part, parts[index + 1]);
}
function partsWithDashes(text, { items, range }) {
    const dash = `\n${" ".repeat((0,position/* columnAt */.o0)(text, range.start))}-`;
    return items.map((item, index) => {
        const previous = items[index - 1];
        return {
            start: previous ? text.indexOf(dash, previous.range.end) + dash.length - 1 : range.start,
            end: item.range.end,
        };
    });
}
function removeFromBrackets(text, previous, { start, end }, next) {
    const gap = next ? { start, end: next.start } : { start: previous?.end ?? start, end };
    const around = text.slice(gap.start, start) + text.slice(end, gap.end);
    if (!around.includes("#"))
        return { range: gap, text: "" };
    const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0;
    return { range: { start, end: end + comma }, text: "" };
}
function removeLines(text, { start, end }, next) {
    const lineEnd = (0,position/* endOfLine */.vT)(text, end);
    const isCommented = text.slice(end, lineEnd).trim() !== "";
    const isAlone = (0,position/* indentBefore */.YF)(text, start) !== undefined;
    if (!isAlone && next && !text.slice(end, next.start).includes("#"))
        return { range: { start, end: next.start }, text: "" };
    if (!isAlone || isCommented)
        return { range: { start, end: end + text.slice(end, lineEnd).search(/\S|$/) }, text: "" };
    const nextLine = text.indexOf("\n", lineEnd) + 1;
    if (nextLine > 0)
        return { range: { start: (0,position/* startOfLine */.C2)(text, start), end: nextLine }, text: "" };
    const lineStart = (0,position/* startOfLine */.C2)(text, start);
    return { range: { start: lineStart - (text[lineStart - 2] === "\r" ? 2 : 1), end: lineEnd }, text: "" };
}

;// CONCATENATED MODULE: ./lib/yaml/edit/style.js

function styleOf({ text, range, tree, style }) {
    if (style)
        return style;
    const seen = {
        indent: count(),
        listIndent: count(),
        flowLists: count(),
        quotes: new Map(),
        keyQuotes: count(),
    };
    const flow = { quotedKeys: count(), gap: count(), indent: count() };
    observe(tree, undefined, "");
    const inside = text.indexOf("\n", range.start);
    const lineBreak = inside === -1 || inside >= range.end ? text.indexOf("\n") : inside;
    return {
        eol: text[lineBreak - 1] === "\r" ? "\r\n" : "\n",
        indent: mostFrequent(seen.indent) ?? 2,
        listIndent: mostFrequent(seen.listIndent) ?? 2,
        flowLists: mostFrequent(seen.flowLists) ?? false,
        quotes: mostFrequent(votesOf(seen.quotes)) ?? "plain",
        keyQuotes: mostFrequent(seen.keyQuotes) ?? "plain",
        json: tree.kind === "mapping" && tree.flow && !flow.quotedKeys.has(false),
        gap: mostFrequent(flow.gap) ?? " ",
        flowIndent: mostFrequent(flow.indent) ?? "  ",
    };
    function observe(node, keyColumn, key) {
        if (node.kind === "scalar" && typeof node.value === "string" && node.style !== "block")
            add(getOrMake(seen.quotes, key), node.style);
        if (node.kind === "sequence")
            observeList(node, keyColumn, key);
        if (node.kind === "mapping")
            observeMapping(node, keyColumn);
    }
    function observeList(list, keyColumn, key) {
        if (list.items.length > 0 && list.items.every(({ kind }) => kind === "scalar"))
            add(seen.flowLists, list.flow);
        if (list.flow)
            observeBrackets(list, list.items[0]?.range.start);
        const indent = (0,position/* columnAt */.o0)(text, list.range.start) - (keyColumn ?? 0);
        if (!list.flow && keyColumn !== undefined && indent >= 0)
            add(seen.listIndent, indent);
        for (const item of list.items)
            observe(item, undefined, key);
    }
    function observeMapping(mapping, keyColumn) {
        const column = mapping.flow ? undefined : (0,position/* columnAt */.o0)(text, mapping.range.start);
        if (column !== undefined && keyColumn !== undefined && column > keyColumn)
            add(seen.indent, column - keyColumn);
        if (mapping.flow)
            observeBrackets(mapping, mapping.entries[0]?.keyRange.start);
        for (const { key, keyRange, node } of mapping.entries) {
            if (mapping.flow) {
                add(flow.quotedKeys, text[keyRange.start] === '"');
                add(flow.gap, /\s/.test(text[keyRange.end + 1] ?? " ") ? " " : "");
            }
            else
                add(seen.keyQuotes, quotesAt(text, keyRange.start));
            observe(node, column, key);
        }
    }
    function observeBrackets({ range }, first) {
        if (first === undefined || !text.slice(range.start, first).includes("\n"))
            return;
        const outer = /^[ \t]*/.exec(text.slice((0,position/* startOfLine */.C2)(text, range.start), range.start))?.[0] ?? "";
        const inner = (0,position/* indentBefore */.YF)(text, first) ?? "";
        if (inner.startsWith(outer))
            add(flow.indent, inner.slice(outer.length));
    }
}
function quotesAt(text, offset) {
    if (text[offset] === '"')
        return "double";
    return text[offset] === "'" ? "single" : "plain";
}
function count() {
    return new Map();
}
function add(counts, value) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
}
function votesOf(counts) {
    const votes = count();
    for (const each of counts.values()) {
        const vote = mostFrequent(each);
        if (vote !== undefined)
            add(votes, vote);
    }
    return votes;
}
function getOrMake(counts, key) {
    const found = counts.get(key) ?? count();
    counts.set(key, found);
    return found;
}
function mostFrequent(counts) {
    return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

;// CONCATENATED MODULE: ./lib/yaml/edit/apply.js












function applyPatch(document, patch) {
    return applyPatches(document, [patch]);
}
function applyTogether(document, patches) {
    return applyPatches(document, orderPatches(patches));
}
function applyPatches(document, patches) {
    let changed = document;
    for (let left = patches; left.length > 0;) {
        const step = applyFirst(changed, left);
        if ("declined" in step)
            return step;
        changed = step.document;
        left = step.left;
    }
    return changed;
}
function applyFirst(document, patches) {
    const style = styleOf(document);
    const [first] = patches;
    const start = first?.op === "remove" ? carryComments(document, first.moved ?? [], style) : document;
    const batch = planBatch(start, patches, style);
    if ("declined" in batch)
        return batch;
    const { left } = batch;
    const changed = spliceIn(start, splicesFor(start, batch.plans, style), batch.wanted, style);
    if (!("declined" in changed))
        return { document: changed, left };
    if (patches.length - left.length === 1)
        return changed;
    const alone = applyFirst(document, patches.slice(0, 1));
    return "declined" in alone ? alone : { document: alone.document, left: patches.slice(1) };
}
function carryComments(document, moved, style) {
    let carried = document;
    for (const each of moved) {
        const next = spliceIn(carried, carriedComments(carried, each, style), document.value, style);
        if (!("declined" in next))
            carried = next;
    }
    return carried;
}
function spliceIn(document, splices, wanted, style) {
    if (splices.length === 0)
        return document;
    const { text, range } = document;
    let chunk = "";
    let end = range.start;
    for (const splice of splices) {
        chunk += text.slice(end, splice.range.start) + splice.text;
        end = splice.range.end;
    }
    const changed = reread(document, chunk + text.slice(end, range.end));
    if (typeof changed !== "string" && sameValue(changed.value, wanted))
        return { ...changed, style };
    if (splices.some((splice) => isShared(document.aliases, splice.range)))
        return { declined: sharedText };
    if (typeof changed === "string")
        return { declined: `the changed text could not be read again (${changed})` };
    return { declined: "the text is written in a way that this change would break" };
}
function planBatch(document, patches, style) {
    const plans = [];
    const left = [];
    let wanted = document.value;
    for (const [index, patch] of patches.entries()) {
        if (left.some((other) => mayMeet(patch, other))) {
            left.push(patch);
            continue;
        }
        const next = patchValue(wanted, patch);
        if (patch.op !== "set" || !sameValue(next, wanted)) {
            const plan = planFor(document, patch, style);
            if ("declined" in plan && index === 0)
                return plan;
            const carries = index > 0 && patch.op === "remove" && patch.moved !== undefined;
            if ("declined" in plan || carries || !plans.every((other) => isApart(plan, other))) {
                left.push(patch);
                continue;
            }
            plans.push(plan);
        }
        wanted = next;
    }
    return { plans, wanted, left };
}
function mayMeet(one, other) {
    if (one.also || other.also || one.op === "remove" || other.op === "remove")
        return true;
    const [a, b] = [one.path.slice(0, -1), other.path.slice(0, -1)];
    const depth = Math.min(a.length, b.length);
    return sameValue(a.slice(0, depth), b.slice(0, depth));
}
function isApart(plan, other) {
    const [a, b] = [plan.splice.range, other.splice.range];
    if (plan.added && other.added && a.start === b.start) {
        const { key } = plan.added.addition;
        return plan.added.into !== other.added.into || key === undefined || key !== other.added.addition.key;
    }
    return a.end < b.start || b.end < a.start;
}
function splicesFor(document, plans, style) {
    const blocks = new Map();
    for (const { added } of plans) {
        if (!added)
            continue;
        const additions = blocks.get(added.into) ?? [];
        additions.push(added.addition);
        blocks.set(added.into, additions);
    }
    const own = plans.flatMap(({ added, splice }) => (added ? [] : [{ splice, depth: 0 }]));
    const added = [...blocks].flatMap(([into, additions]) => insertions(document, into, additions, style).map((splice) => ({ splice, depth: into.range.start })));
    return [...own, ...added]
        .toSorted((a, b) => a.splice.range.start - b.splice.range.start || b.depth - a.depth)
        .map(({ splice }) => splice);
}
function keepComments(document, splice, { eol }) {
    const { text } = document;
    const { start, end } = splice.range;
    const lost = lostComments(document, splice);
    if (lost.length === 0)
        return splice;
    const indent = splice.text === ""
        ? " ".repeat((0,position/* columnAt */.o0)(text, start + text.slice(start).search(/\S/)))
        : (/^[ \t]*/.exec(text.slice((0,position/* startOfLine */.C2)(text, end)))?.[0] ?? "");
    const lines = (comments) => comments.join(eol + indent);
    if (splice.text === "" && start === (0,position/* startOfLine */.C2)(text, start) && end === (0,position/* startOfLine */.C2)(text, end))
        return { range: splice.range, text: indent + lines(lost) + eol };
    if (splice.text === "" && start === (0,position/* endOfLine */.vT)(text, start))
        return { range: splice.range, text: eol + indent + lines(lost) };
    const lineEnd = (0,position/* endOfLine */.vT)(text, end);
    const rest = text.slice(end, lineEnd);
    const isRestOpen = !/^\s*(#|$)/.test(rest);
    if (isRestOpen)
        return { range: { start, end: lineEnd }, text: `${splice.text}${rest}${eol}${indent}${lines(lost)}` };
    const comments = rest.trim() === "" ? lost : [...lost, rest.trim()];
    return { range: { start, end: lineEnd }, text: `${splice.text}${splice.text && " "}${lines(comments)}` };
}
function lostComments(document, { range, text }) {
    let written = text;
    return commentsIn(document, range).filter((comment) => {
        const isLost = !written.includes(comment);
        written = written.replace(comment, () => "");
        return isLost;
    });
}
function planFor(document, patch, style) {
    const obstacle = obstacleTo(document, patch);
    if (obstacle !== undefined)
        return { declined: obstacle };
    if (patch.op === "remove") {
        const splice = removal(document, patch.path, style);
        return splice ? { splice: keepComments(document, splice, style) } : { declined: "there is nothing to remove" };
    }
    const place = descend(document, patch.path);
    const { node, depth } = place;
    const exists = depth === patch.path.length;
    const replaceBy = (value) => ({
        splice: keepComments(document, replacement(document, place, value, style), style),
    });
    if (patch.op === "append" && exists && node.kind === "sequence" && node.items.length > 0)
        return planAddition(document, node, { value: patch.value }, style);
    const value = patch.op === "append" ? [patch.value] : patch.value;
    if (exists)
        return replaceBy(value);
    const [step = "", ...rest] = patch.path.slice(depth);
    return node.kind === "mapping" && node.entries.length > 0
        ? planAddition(document, node, { key: String(step), value: nest(rest, value), among: patch.among }, style)
        : replaceBy(nest([step, ...rest], value));
}
function planAddition(document, into, addition, style) {
    const [splice] = insertions(document, into, [addition], style);
    if (!splice)
        return { declined: "there is nothing to add to" };
    return into.flow ? { splice: keepComments(document, splice, style) } : { splice, added: { into, addition } };
}
function nest(path, value) {
    return path.reduceRight((inner, step) => (typeof step === "number" ? [inner] : { [step]: inner }), value);
}

;// CONCATENATED MODULE: ./lib/yaml/path.js

function valueAt(value, path) {
    return path.reduce(memberOf, value);
}
function memberOf(value, step) {
    if (typeof step === "number")
        return isList(value) ? value[step] : undefined;
    return isFields(value) ? value[step] : undefined;
}
function startsWith(path, start) {
    return start.every((step, index) => path[index] === step);
}
function formatPath(path) {
    return path.map((step, index) => (typeof step === "number" ? `[${step}]` : index > 0 ? `.${step}` : step)).join("");
}

;// CONCATENATED MODULE: ./lib/yaml/read/glance.js
function mayHideWords(text) {
    return (text.includes("\\") && escapes.test(text)) || (text.includes("!") && base64.test(text));
}
const escapes = /\\[xuU\r\n\u0085\u2028\u2029]/;
const base64 = /!\S*(?:binary|%)|%TAG/;
function findRootLines(text) {
    const lines = [];
    const [first = ""] = /^[^\n]*/.exec(text) ?? [];
    const isMarker = /^---[ \r]*$|^--- +#/.test(first);
    if (!isMarker && /^[^ \r#]/.test(first))
        lines.push(first);
    for (const { index, 0: line } of text.matchAll(edge)) {
        if (lines.length === 0 && /\n +[^ \r\n#]/.test(text.slice(0, index)))
            return undefined;
        lines.push(line.slice(1));
    }
    return lines.every((line) => /^[A-Za-z]+:(?![^ \r])/.test(line)) ? lines : undefined;
}
const edge = /\n[^ \r\n#][^\n]*|\r(?!\n)|[\u0085\u2028\u2029]/g;

;// CONCATENATED MODULE: ./lib/yaml/scalar-offsets.js


function offsetsWithin(document, path) {
    const inner = valueAt(document.value, path);
    const { value: range } = locate(document, path);
    const { text } = document;
    if (typeof inner !== "string")
        return undefined;
    if (text[range.start] !== "|") {
        const start = /["']/.test(text[range.start] ?? "") ? range.start + 1 : range.start;
        return text.startsWith(inner, start) ? (offset) => start + offset : undefined;
    }
    const lines = inner.replace(/\n$/, "").split("\n");
    const starts = [];
    let indent;
    let at = text.indexOf("\n", range.start) + 1;
    for (const line of lines) {
        const lineEnd = text.indexOf("\n", at);
        const end = lineEnd === -1 ? text.length : lineEnd;
        const written = text.slice(at, end).replace(/\r$/, "");
        if (line !== "")
            indent ??= written.length - line.length;
        if (written.slice(indent ?? written.length) !== line)
            return undefined;
        starts.push(at + Math.min(indent ?? written.length, written.length));
        at = end + 1;
    }
    let from = 0;
    const own = lines.map((line) => {
        const start = from;
        from += line.length + 1;
        return start;
    });
    return (offset) => {
        const line = Math.max(0, own.findLastIndex((start) => start <= offset));
        return (starts[line] ?? 0) + Math.min(offset - (own[line] ?? 0), lines[line]?.length ?? 0);
    };
}

;// CONCATENATED MODULE: ./lib/yaml/source-place.js


function sourcePlaceOf(document, path, range = pointAt(document, path)) {
    const { rendering } = document;
    if (rendering)
        return rendering.place(document, path, range);
    return {
        location: (0,position/* locationOf */.hD)(document, range),
        excerpt: (0,position/* lineText */.oZ)(document, range.start),
        via: [],
        isExact: true,
    };
}

;// CONCATENATED MODULE: ./lib/yaml/index.js



















/***/ }),

/***/ 6896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ startOfLine),
/* harmony export */   Cl: () => (/* binding */ countLineBreaks),
/* harmony export */   Gy: () => (/* binding */ withLines),
/* harmony export */   YF: () => (/* binding */ indentBefore),
/* harmony export */   hD: () => (/* binding */ locationOf),
/* harmony export */   mT: () => (/* binding */ startOfGap),
/* harmony export */   mh: () => (/* binding */ lineAt),
/* harmony export */   o0: () => (/* binding */ columnAt),
/* harmony export */   oZ: () => (/* binding */ lineText),
/* harmony export */   t3: () => (/* binding */ countBefore),
/* harmony export */   t6: () => (/* binding */ lineStartsIn),
/* harmony export */   vT: () => (/* binding */ endOfLine)
/* harmony export */ });
/* unused harmony export positionAt */
function withLines(text) {
    return { text, firstLine: 1, lineStarts: lineStartsIn(text, { start: 0, end: text.length }) };
}
function lineStartsIn(text, { start, end }) {
    const starts = [startOfLine(text, start)];
    for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1))
        starts.push(at + 1);
    return starts;
}
function lineAt(lined, offset) {
    return findLine(lined, offset).line;
}
function positionAt(lined, offset) {
    const { line, start } = findLine(lined, offset);
    return { line, column: Math.max(0, offset - start) + 1 };
}
function locationOf(document, range) {
    const { file } = document;
    return { file, range, start: positionAt(document, range.start), end: positionAt(document, range.end) };
}
function lineText(lined, offset) {
    const { text } = lined;
    return text.slice(findLine(lined, offset).start, endOfLine(text, offset));
}
function findLine({ text, firstLine, lineStarts }, offset) {
    const index = countBefore(lineStarts, offset + 1) - 1;
    const start = lineStarts[index];
    if (start !== undefined)
        return { line: firstLine + index, start };
    const from = startOfLine(text, offset);
    return { line: firstLine - countLineBreaks(text, from, lineStarts[0] ?? from), start: from };
}
function countLineBreaks(text, start, end) {
    let count = 0;
    for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1))
        count++;
    return count;
}
function countBefore(offsets, limit) {
    let low = 0;
    let high = offsets.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((offsets[middle] ?? limit) < limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
function startOfLine(text, offset) {
    const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
    return start === 0 && text.startsWith("\uFEFF") ? 1 : start;
}
function endOfLine(text, offset) {
    const found = text.indexOf("\n", offset);
    const end = found === -1 ? text.length : found;
    return found > offset && text[end - 1] === "\r" ? end - 1 : end;
}
function columnAt(text, offset) {
    return offset - startOfLine(text, offset);
}
function indentBefore(text, offset) {
    const before = text.slice(startOfLine(text, offset), offset);
    return before.trim() === "" ? before : undefined;
}
function startOfGap(text, offset) {
    return text.slice(0, offset).trimEnd().length;
}


/***/ }),

/***/ 5673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ tooDeep),
/* harmony export */   FR: () => (/* binding */ excessOf),
/* harmony export */   Kr: () => (/* binding */ maxHeight),
/* harmony export */   Ot: () => (/* binding */ tooMany),
/* harmony export */   kV: () => (/* binding */ maxLexemes)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1783);

function excessOf(root, aliases) {
    if (isDeeper(root, maxHeight))
        return tooDeep;
    if (aliases.length === 0)
        return undefined;
    const known = new Map();
    const { height, size } = weigh(root, known);
    if (height > maxHeight)
        return tooDeep;
    const repeated = size - known.size;
    const isExcessive = size > 1000 && repeated > 100 && repeated / size > allowedShare(size);
    return isExcessive
        ? "Aliases make this document too large: Kubernetes refuses it. Write out what they stand for."
        : undefined;
}
const tooDeep = "This document is nested more than 1,000 levels deep. Leave its file out if it is not a manifest.";
const tooMany = "This document has more than 700,000 tokens (words, signs and spaces). Split it, or leave its file out if it is not a manifest.";
const maxLexemes = 700_000;
const maxHeight = 1000;
function allowedShare(size) {
    return Math.max(0.1, Math.min(0.99, 0.99 - (0.89 * (size - 400_000)) / 3_600_000));
}
function isDeeper(node, levels) {
    return levels === 0 || (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(node).some((child) => isDeeper(child, levels - 1));
}
function weigh(node, known) {
    const before = known.get(node);
    if (before)
        return before;
    const children = (node.kind === "alias" ? [node.target] : (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .childrenOf */ .LU)(node)).map((child) => weigh(child, known));
    const height = children.reduce((highest, child) => Math.max(highest, child.height + 1), 0);
    const size = children.reduce((sum, child) => sum + child.size, 1);
    known.set(node, { height, size });
    return { height, size };
}


/***/ }),

/***/ 7234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VE: () => (/* binding */ isLimitSentence),
/* harmony export */   tW: () => (/* binding */ usualLimits),
/* harmony export */   xE: () => (/* binding */ excessFor)
/* harmony export */ });
/* harmony import */ var _excess_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5673);

const usualLimits = {
    documentCharacters: 3_145_728,
    documentsPerFile: 50_000,
    containersPerDocument: 10_000,
    findingsPerDocument: 200_000,
    fixCharacters: 30_000_000,
    renderSeconds: 30,
    renderMegabytes: 64,
    renderDocuments: 20_000,
};
function excessFor(limit, count, limits) {
    const most = limits[limit];
    return count > most
        ? `This ${subjects[limit](most.toLocaleString("en"))} (limits.${limit}). Split it, or leave it out if it is not a manifest.`
        : undefined;
}
function isLimitSentence(message) {
    return (message === _excess_js__WEBPACK_IMPORTED_MODULE_0__/* .tooDeep */ .DI || message === _excess_js__WEBPACK_IMPORTED_MODULE_0__/* .tooMany */ .Ot || /^This (document|file) .* \(limits\.\w+\)\. Split it/.test(message));
}
const subjects = {
    documentCharacters: (most) => `document has more than ${most} characters`,
    documentsPerFile: (most) => `file holds more than ${most} documents`,
    containersPerDocument: (most) => `document has more than ${most} containers`,
    findingsPerDocument: (most) => `document has more than ${most} findings, each counted for every container`,
};


/***/ }),

/***/ 9818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rg: () => (/* binding */ resolvePlain),
/* harmony export */   ht: () => (/* binding */ resolveTagged),
/* harmony export */   xT: () => (/* binding */ keyName)
/* harmony export */ });
function resolvePlain(text) {
    const word = text.length <= longestWord ? words.get(text) : undefined;
    if (word !== undefined)
        return word;
    return startsNumber(text.charCodeAt(0)) ? (resolveNumber(text) ?? text) : text;
}
function startsNumber(code) {
    return (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;
}
function resolveTagged(tag, text) {
    const value = resolvePlain(text);
    switch (tag.replace("tag:yaml.org,2002:", "!!")) {
        case "!!null":
            return value === null ? null : undefined;
        case "!!bool":
            return typeof value === "boolean" ? value : undefined;
        case "!!int":
            return parseInteger(text) === undefined ? undefined : value;
        case "!!float":
            return typeof value === "number" && !isUnsigned(parseInteger(text) ?? 0n) ? value : undefined;
        case "!!timestamp":
            return isTimestamp(text) ? text : undefined;
        case "!!binary":
            return decodeBase64(text);
        default:
            return text;
    }
}
function keyName(value, text) {
    if (value === null)
        return undefined;
    if (typeof value !== "number")
        return String(value);
    const integer = parseInteger(text);
    if (integer === undefined)
        return formatFloat(value);
    return isUnsigned(integer) ? undefined : String(integer);
}
const words = new Map([
    ...["", "~", "null", "Null", "NULL"].map((word) => [word, null]),
    ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word) => [word, true]),
    ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map((word) => [word, false]),
    ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word) => [word, Number.POSITIVE_INFINITY]),
    ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, Number.NEGATIVE_INFINITY]),
    ...[".nan", ".NaN", ".NAN"].map((word) => [word, Number.NaN]),
]);
const longestWord = Math.max(...[...words.keys()].map((word) => word.length));
function resolveNumber(text) {
    if (/^(0|[1-9]\d{0,14})$/.test(text))
        return Number(text);
    const integer = parseInteger(text);
    if (integer !== undefined)
        return Number(integer);
    const digits = text.startsWith(".") ? text.replace(/(?<=\d)_(?=\d)/g, "") : text.replaceAll("_", "");
    const value = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(digits) ? Number(digits) : undefined;
    return value !== undefined && Number.isFinite(value) ? value || 0 : undefined;
}
function parseInteger(text) {
    const [, sign, prefix = "", digits = ""] = /^([-+]?)(0[xXoObB]|0(?=[0-7])|)([0-9a-fA-F]+)$/.exec(text.replaceAll("_", "")) ?? [];
    const isWritten = { "": /^(0|[1-9]\d*)$/, "0": /^[0-7]+$/, "0x": /^/, "0o": /^[0-7]+$/, "0b": /^[01]+$/ }[prefix.toLowerCase()]?.test(digits);
    if (!isWritten || text.startsWith("_"))
        return undefined;
    const size = BigInt((prefix === "0" ? "0o" : prefix) + digits);
    const integer = sign === "-" ? -size : size;
    return integer >= -(2n ** 63n) && integer < (sign === "" ? 2n ** 64n : 2n ** 63n) ? integer : undefined;
}
function isUnsigned(integer) {
    return integer >= 2n ** 63n;
}
function formatFloat(value) {
    const single = Math.fround(value);
    if (!Number.isFinite(single))
        return Number.isNaN(single) ? ".nan" : single > 0 ? ".inf" : "-.inf";
    const shortest = Array.from({ length: 9 }, (_, digits) => single.toExponential(digits)).find((written) => Math.fround(Number(written)) === single);
    const [mantissa = "0", exponent = "0"] = (shortest ?? String(single)).split("e");
    const power = Number(exponent);
    if (power >= -4 && power < 6)
        return Number(`${mantissa}e${power}`).toFixed(Math.max(0, mantissa.replace(/^-?\d\.?/, "").length - power));
    return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}
function decodeBase64(text) {
    const digits = text.replace(/[\r\n]/g, "");
    if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits))
        return undefined;
    return new TextDecoder().decode(Uint8Array.from(atob(digits), (character) => character.charCodeAt(0)));
}
function isTimestamp(text) {
    const zone = "(?:Z|[-+](?:[01]\\d|2[0-4]):[0-5]\\d)";
    const time = "(?:[01]?\\d|2[0-3]):[0-5]?\\d:[0-5]?\\d(?:[.,]\\d+)?";
    const found = new RegExp(`^(\\d{4})-(\\d\\d?)-(\\d\\d?)(?:[Tt]${time}${zone}| ${time})?$`).exec(text);
    const [year = 0, month = 0, day = 0] = (found ?? []).slice(1).map(Number);
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
    return day >= 1 && day <= days;
}


/***/ }),

/***/ 1783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   _3: () => (/* binding */ evaluate),
/* harmony export */   hd: () => (/* binding */ resolve),
/* harmony export */   w4: () => (/* binding */ findEntry)
/* harmony export */ });
function resolve(node) {
    return node.kind === "alias" ? node.target : node;
}
function childrenOf(node) {
    if (node.kind === "sequence")
        return node.items;
    return node.kind === "mapping" ? node.entries.map((entry) => entry.node) : [];
}
function evaluate(tree) {
    const evaluation = { shared: new Map(), mayRepeatKeys: false };
    return { value: toValue(tree, evaluation), mayRepeatKeys: evaluation.mayRepeatKeys };
}
function toValue(node, evaluation) {
    if (node.kind === "scalar")
        return node.value;
    if (node.kind === "alias")
        return toSharedValue(node.target, evaluation);
    return node.kind === "sequence" ? node.items.map((item) => toValue(item, evaluation)) : toFields(node, evaluation);
}
function toSharedValue(node, evaluation) {
    const value = evaluation.shared.get(node) ?? toValue(node, evaluation);
    evaluation.shared.set(node, value);
    return value;
}
function toFields({ entries }, evaluation) {
    const fields = Object.create(null);
    for (const entry of entries) {
        if (entry.merge)
            for (const source of mergedBy(entry).toReversed())
                Object.assign(fields, toSharedValue(source, evaluation));
        else {
            evaluation.mayRepeatKeys ||= entry.key in fields;
            fields[entry.key] = toValue(entry.node, evaluation);
        }
    }
    return fields;
}
function findEntry(mapping, key) {
    const { entries } = mapping;
    const needsIndex = entries.length > 32 || entries.some(({ merge }) => merge);
    return needsIndex ? entriesInForce(mapping).get(key) : entries.findLast((entry) => entry.key === key);
}
function entriesInForce(mapping) {
    const known = indexes.get(mapping);
    if (known)
        return known;
    const index = new Map();
    for (const entry of mapping.entries) {
        if (!entry.merge)
            index.set(entry.key, entry);
        for (const source of entry.merge ? mergedBy(entry).toReversed() : [])
            for (const [key, each] of entriesInForce(source))
                index.set(key, { ...each, mergeKey: entry.keyRange });
    }
    indexes.set(mapping, index);
    return index;
}
const indexes = new WeakMap();
function mergedBy({ node }) {
    const sources = node.kind === "sequence" ? node.items.map(resolve) : [resolve(node)];
    return sources.filter((source) => source.kind === "mapping");
}


/***/ })

};
