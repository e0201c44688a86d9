export const id = 498;
export const ids = [498];
export const modules = {

/***/ 8498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readImagesFile: () => (/* binding */ readImagesFile),
/* harmony export */   renderImagesFile: () => (/* binding */ renderImagesFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _pod_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7805);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(182);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6634);
/* harmony import */ var _json_object_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(267);





const schema = "secctx/images/v1";
function renderImagesFile(images) {
    const entries = [...images].map(([image, answers]) => [
        image,
        Object.fromEntries(Object.entries(answers).map(([platform, answer]) => [platform, renderAnswer(answer)])),
    ]);
    return `${JSON.stringify({ schema, images: Object.fromEntries(entries) }, null, 2)}\n`;
}
function renderAnswer(answer) {
    return "error" in answer ? { error: answer.error } : stated(answer);
}
function stated(config) {
    const { digest, user, volumes, ports, entrypoint, cmd, fileCapabilities, layersError } = config;
    return {
        ...(digest !== undefined && { digest }),
        user,
        volumes,
        ports,
        ...(entrypoint && { entrypoint }),
        ...(cmd && { cmd }),
        ...(fileCapabilities && { fileCapabilities }),
        ...(layersError !== undefined && { layersError }),
    };
}
function readImagesFile(file, wanted) {
    const entries = parseImages(file);
    const byMeaning = new Map([...entries].map(([image, answers]) => [meaningOf(image), answers]));
    const images = new Map();
    for (const { image, platform } of wanted) {
        const answers = entries.get(image) ?? byMeaning.get(meaningOf(image));
        const answer = answers?.[platform] ?? { error: `${file} has no entry for it${answers ? ` on ${platform}` : ""}` };
        images.set(image, { ...images.get(image), [platform]: answer });
    }
    return images;
}
function meaningOf(image) {
    const reference = (0,_pod_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(image);
    return "error" in reference
        ? image
        : `${reference.registry}/${reference.repository}@${reference.digest ?? reference.tag}`;
}
function parseImages(file) {
    const refuse = (what) => new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb(`--images-from "${file}": ${what}. \`secctx images\` writes such a file.`);
    const root = readObject(file, refuse);
    if (root.schema !== schema)
        throw refuse(`its schema must be "${schema}"`);
    if (!(0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .Ce)(root.images))
        throw refuse("images must be an object");
    return new Map(Object.entries(root.images).map(([image, answers]) => {
        if (!(0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .Ce)(answers))
            throw refuse(`images["${image}"] must be an object by platform, such as linux/amd64`);
        const entries = Object.entries(answers).map(([platform, answer]) => {
            const place = `images["${image}"]["${platform}"]`;
            if (!/^[a-z0-9]+\/[a-z0-9]+$/.test(platform))
                throw refuse(`${place}: the platform is not an os/architecture`);
            return [platform, parseAnswer(answer, (what) => refuse(`${place}${what}`))];
        });
        return [image, Object.fromEntries(entries)];
    }));
}
function readObject(file, refuse) {
    let text;
    try {
        text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, "utf8");
    }
    catch (error) {
        throw refuse((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(error));
    }
    const object = (0,_json_object_js__WEBPACK_IMPORTED_MODULE_4__/* .parseObject */ .l)(text);
    if (!object)
        throw refuse("it is not a JSON object");
    return object;
}
function parseAnswer(value, refuse) {
    if (!(0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .Ce)(value))
        throw refuse(" must be an object");
    const { error, digest, user, volumes = [], ports = [], ...rest } = value;
    const { entrypoint, cmd, fileCapabilities, layersError, ...others } = rest;
    const [unknown] = Object.keys(others);
    if (unknown !== undefined)
        throw refuse(` has no field "${unknown}". Fields: ${fields.join(", ")}; or error`);
    if (typeof error === "string")
        return { error };
    if (typeof user !== "string")
        throw refuse(".user must be a string; empty where the image names no user");
    if (digest !== undefined && typeof digest !== "string")
        throw refuse(".digest must be a string");
    if (!isTexts(volumes))
        throw refuse(".volumes must be a list of paths");
    if (!isTexts(ports))
        throw refuse(".ports must be a list such as 80/tcp");
    if (entrypoint !== undefined && !isTexts(entrypoint))
        throw refuse(".entrypoint must be a list of words");
    if (cmd !== undefined && !isTexts(cmd))
        throw refuse(".cmd must be a list of words");
    if (fileCapabilities !== undefined && !isTextsByPath(fileCapabilities))
        throw refuse(".fileCapabilities must be lists of capabilities such as NET_BIND_SERVICE, by the paths of programs");
    if (layersError !== undefined && typeof layersError !== "string")
        throw refuse(".layersError must be a string");
    return stated({ digest, user, volumes, ports, entrypoint, cmd, fileCapabilities, layersError });
}
const fields = ["digest", "user", "volumes", "ports", "entrypoint", "cmd", "fileCapabilities", "layersError"];
function isTextsByPath(value) {
    return (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .Ce)(value) && Object.values(value).every(isTexts);
}
function isTexts(value) {
    return Array.isArray(value) && value.every((each) => typeof each === "string");
}


/***/ }),

/***/ 267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ parseObject)
/* harmony export */ });
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(182);

function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isFields */ .Ce)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ })

};
