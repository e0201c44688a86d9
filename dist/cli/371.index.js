export const id = 371;
export const ids = [371];
export const modules = {

/***/ 4371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   effective: () => (/* binding */ effective),
/* harmony export */   effectiveOptions: () => (/* binding */ effectiveOptions)
/* harmony export */ });
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2527);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2998);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6252);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2182);
/* harmony import */ var _streams_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6919);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6420);







/** What `secctx effective` takes. */
const effectiveOptions = { ..._options_js__WEBPACK_IMPORTED_MODULE_2__/* .policyOptions */ .VJ, ..._options_js__WEBPACK_IMPORTED_MODULE_2__/* .imageOptions */ .c$ };
/** `secctx effective`: what every container gets, field by field, who said it and where. 2 if something could not be evaluated. */
async function effective(args) {
    const { values, positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qg)("effective", args, effectiveOptions);
    const result = await (0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .reviewed */ .YP)(positionals, await (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .policyOf */ .US)(values, { baseline: "passed over" }));
    const paint = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .painter */ .C)(values, process.stdout);
    const texts = result.workloads.map((workload) => workloadText(workload, paint, values.quiet === true));
    await (0,_streams_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .c)(texts.length > 0 ? texts.join("\n") : "There is no workload.\n");
    for (const { file, line, message } of result.problems)
        await (0,_streams_js__WEBPACK_IMPORTED_MODULE_5__/* .remark */ .V)(`${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeControls */ .UN)(`${file}:${line}: ${message}`)}\n`);
    return result.verdict === "error" ? 2 : 0;
}
function workloadText({ pod, line, admission }, paint, isQuiet) {
    const { kind, name, namespace } = pod.workload;
    const head = `${pod.document.file}:${line}  ${kind} ${name || "without a name"}${namespace ? ` in ${namespace}` : ""}`;
    const verdicts = ["baseline", "restricted"].map((level) => {
        const { allowed, message } = admission[level];
        const said = (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeControls */ .UN)(`${level} (${admission.version}): ${allowed ? "allowed" : message}`);
        return `  ${paint(allowed ? "green" : "red", said)}`;
    });
    const containers = isQuiet ? [] : pod.containers.flatMap((container) => containerText(pod, container, paint));
    return `${[paint("bold", (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeControls */ .UN)(head)), ...containers, ...verdicts].join("\n")}\n`;
}
function containerText(pod, container, paint) {
    const { name, type, image, effective: fields, derived } = container;
    const place = (path) => `line ${(0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lineAt */ .mh)(pod.document, (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .pointAt */ .sd)(pod.document, path).start)}`;
    const settings = Object.entries(fields);
    const rows = [
        ...settings.map(([field, { value, origin, path }]) => value === undefined ? [field, "-", origin, ""] : [field, shown(value), origin, place(path)]),
        ...imageRows(container, place([...container.path, "image"])),
    ];
    const got = [
        ["user", derived.uid === null ? `the image's${imageUser(container)}` : String(derived.uid)],
        ["group", derived.gid === null ? "the image's" : String(derived.gid)],
        ["capabilities", derived.capabilities.join(" ") || "none"],
        ["no_new_privs", derived.noNewPrivileges ? "set" : "not set"],
        ["seccomp", derived.seccomp],
        ["privileged", derived.privileged ? "yes" : "no"],
        ["root file system", derived.readOnlyRoot ? "read-only" : "writable"],
    ];
    return [
        `  ${paint("bold", (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeControls */ .UN)(`${type} container "${name}"`))}${image ? (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeControls */ .UN)(`  ${image}`) : ""}`,
        ...columns(rows, "    ").map((row, index) => (rows[index]?.[1] === "-" ? paint("dim", row) : row)),
        "    the process gets",
        ...columns(got, "      "),
    ];
}
/** What the image says itself, by the words of a Dockerfile. */
function imageRows({ imageConfig }, place) {
    if (!imageConfig)
        return [];
    const { user, volumes, ports } = imageConfig;
    const said = { USER: user, VOLUME: volumes.join(" "), EXPOSE: ports.join(" ") };
    return Object.entries(said).map(([word, value]) => [word, (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeControls */ .UN)(value) || "-", "image", place]);
}
function imageUser({ imageConfig }) {
    return imageConfig?.user ? `, ${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeControls */ .UN)(imageConfig.user)}` : "";
}
function shown(value) {
    return (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .escapeControls */ .UN)(typeof value === "object" ? JSON.stringify(value) : String(value));
}
function columns(rows, indent) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    return rows.map((row) => (indent + row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).trimEnd());
}


/***/ })

};
