export const id = 7;
export const ids = [7];
export const modules = {

/***/ 8007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchTexts: () => (/* binding */ fetchTexts),
/* harmony export */   headTexts: () => (/* binding */ headTexts),
/* harmony export */   refused: () => (/* binding */ refused)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _source_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1554);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5298);
/* harmony import */ var _changed_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5181);






const sizeLimit = 2 * 1024 * 1024;
/** Objects a query. Where GitHub has no time for so many, they are asked for in halves. */
const batchSize = 100;
/** The texts of files that a change brings, from the job's checkout where this is the very blob, else from GitHub. */
async function headTexts(api, trigger, files, workspace) {
    const texts = new Map();
    for (const { filename, sha } of files) {
        const text = workspace === undefined ? undefined : fromWorkspace(workspace, filename, sha);
        if (text !== undefined)
            texts.set(filename, refused(text) ?? text);
    }
    const missing = files.filter(({ filename }) => !texts.has(filename));
    const fetched = await fetchTexts(api, trigger, missing.map(({ sha }) => ({ oid: sha })));
    for (const [index, { filename }] of missing.entries())
        texts.set(filename, fetched[index] ?? noText);
    const suspects = missing.map(({ filename }) => filename).filter((file) => looksLikeLink(texts.get(file)));
    for (const link of await linksAmong(api, trigger, suspects))
        texts.set(link, {
            reason: "it is a symbolic link. Leave it out of files: what it leads to is reviewed where it is",
        });
    return texts;
}
/** A file of the checkout, if it is the very blob of the head: a merge or a filter may have changed it. */
function fromWorkspace(workspace, file, sha) {
    try {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, file);
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path);
        if (!stat.isFile() || stat.size > sizeLimit)
            return undefined;
        const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path);
        return idOf(bytes) === sha ? (0,_source_files_js__WEBPACK_IMPORTED_MODULE_3__/* .decode */ .D4)(bytes) : undefined;
    }
    catch {
        // Not checked out, or not readable here: GitHub has it.
        return undefined;
    }
}
/** The id that git gives a blob. */
function idOf(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha1")
        .update(`blob ${Buffer.byteLength(content)}\0`)
        .update(content)
        .digest("hex");
}
/** The texts behind selectors, in their order, in batches (GraphQL `Repository.object`). */
async function fetchTexts(api, trigger, selectors) {
    const texts = [];
    for (let from = 0; from < selectors.length; from += batchSize) {
        const batch = selectors.slice(from, from + batchSize);
        const fields = batch.map((each) => `object(${selection(each)}) { ... on Blob { oid text isBinary isTruncated byteSize } }`);
        const blobs = await askFor(api, trigger, fields);
        for (const [index, selector] of batch.entries())
            texts.push(await textOf(api, trigger, selector, blobs[index]));
    }
    return texts;
}
function selection(selector) {
    if ("oid" in selector)
        return `oid: ${JSON.stringify(selector.oid)}`;
    return `expression: ${JSON.stringify(`${selector.commit}:${selector.file}`)}`;
}
/** Fields of the repository in one query, or in several where one is too much for GitHub. */
async function askFor(api, trigger, fields) {
    const { owner, repo } = trigger;
    const aliased = fields.map((field, index) => `f${index}: ${field}`).join(" ");
    const answer = await api.query(`query { repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(repo)}) { ${aliased} } }`);
    if (answer.ok)
        return fields.map((_, index) => answer.data.repository?.[`f${index}`]);
    if (answer.why !== "unreachable" || answer.status === 0 || fields.length === 1)
        throw new _changed_files_js__WEBPACK_IMPORTED_MODULE_5__/* .Unlisted */ .DC(`The files' texts could not be read: ${(0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .reason */ .l)(answer, "contents: read")}.`);
    const half = Math.ceil(fields.length / 2);
    return [
        ...(await askFor(api, trigger, fields.slice(0, half))),
        ...(await askFor(api, trigger, fields.slice(half))),
    ];
}
const noText = { reason: "GitHub has no text for it" };
async function textOf(api, trigger, selector, blob) {
    if (!blob || blob.byteSize === undefined)
        return { reason: "it is no file: a submodule, or a folder" };
    if (blob.byteSize > sizeLimit)
        return { reason: "it is larger than 2 MiB. Split it, or leave it out of files" };
    if (blob.isBinary)
        return { reason: "it is a binary file, not a manifest. Rename it, or leave it out of files" };
    const oid = "oid" in selector ? selector.oid : blob.oid;
    const { text = null } = blob;
    // What was cut or changed on its way (a byte order mark, bytes that are no UTF-8) is fetched as it is.
    const isWhole = text !== null && !blob.isTruncated && (oid === undefined || idOf(text) === oid);
    const whole = isWhole || oid === undefined ? (text ?? noText) : await bytesOf(api, trigger, oid);
    return typeof whole === "string" ? (refused(whole) ?? whole) : whole;
}
async function bytesOf(api, { owner, repo }, oid) {
    const parameters = { owner, repo, file_sha: oid };
    const answer = await api.get("/repos/{owner}/{repo}/git/blobs/{file_sha}", parameters);
    if (!answer.ok)
        return { reason: (0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .reason */ .l)(answer, "contents: read") };
    return (0,_source_files_js__WEBPACK_IMPORTED_MODULE_3__/* .decode */ .D4)(Buffer.from(answer.data.content, "base64")) ?? { reason: "it is not UTF-8 text. Save it as UTF-8" };
}
/** Text that stands for another: what is deployed is not in it. */
function refused(text) {
    if (!text.startsWith("version https://git-lfs.github.com/spec/"))
        return undefined;
    return {
        reason: "it is a pointer of Git LFS, not the manifest. Keep manifests out of LFS, or leave it out of files",
    };
}
/** A link's blob is the path that it leads to; a manifest of one line without an end is rare enough to be looked at. */
function looksLikeLink(text) {
    return typeof text === "string" && text.length > 0 && text.length < 4096 && !/[\n{[]|: /.test(text);
}
/** Which of these files the head's trees have as links. */
async function linksAmong(api, trigger, files) {
    const folders = [...new Set(files.map((file) => file.slice(0, Math.max(0, file.lastIndexOf("/")))))];
    if (folders.length === 0)
        return [];
    const fields = folders.map((folder) => `object(expression: ${JSON.stringify(`${trigger.headSha}:${folder}`)}) { ... on Tree { entries { name mode } } }`);
    const trees = await askFor(api, trigger, fields);
    const links = trees.flatMap((tree, index) => (tree?.entries ?? [])
        .filter(({ mode }) => mode === 0o120000)
        .map(({ name }) => [folders[index], name].filter(Boolean).join("/")));
    return files.filter((file) => links.includes(file));
}


/***/ })

};
