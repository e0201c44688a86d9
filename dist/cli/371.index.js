export const id = 371;
export const ids = [371];
export const modules = {

/***/ 4371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   effectiveOptions: () => (/* binding */ effectiveOptions),
/* harmony export */   runEffective: () => (/* binding */ runEffective)
/* harmony export */ });
/* harmony import */ var _pod_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(953);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2527);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8191);
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4559);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6252);
/* harmony import */ var _policy_in_force_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6910);
/* harmony import */ var _review_paths_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6164);
/* harmony import */ var _streams_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6919);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6420);









const effectiveOptions = { ..._options_js__WEBPACK_IMPORTED_MODULE_3__/* .policyOptions */ .VJ, ..._options_js__WEBPACK_IMPORTED_MODULE_3__/* .imageOptions */ .c$ };
async function runEffective(args) {
    const { values, positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_3__/* .parseOptions */ .Ac)("effective", args, effectiveOptions);
    const result = await (0,_review_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .reviewPaths */ .xF)(positionals, await (0,_policy_in_force_js__WEBPACK_IMPORTED_MODULE_4__/* .resolvePolicy */ .nZ)(values, { appliesBaseline: false }));
    const paint = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .createPainter */ .u)(values, process.stdout);
    const texts = result.workloads.map((workload) => renderWorkload(workload, paint, values.quiet === true));
    await (0,_streams_js__WEBPACK_IMPORTED_MODULE_7__/* .say */ .c)(texts.length > 0 ? texts.join("\n") : "No workload was found.\n");
    await (0,_review_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .remarkProblems */ .Lj)(result.problems);
    return result.verdict === "error" ? 2 : 0;
}
function renderWorkload({ pod, line, admission }, paint, isQuiet) {
    const { namespace } = pod.workload;
    const head = `${pod.document.file}:${line}  ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_1__/* .nameWorkload */ .X4)(pod.workload)}${namespace ? ` in ${namespace}` : ""}`;
    const verdicts = ["baseline", "restricted"].map((level) => {
        const { allowed, message } = admission[level];
        const said = (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeControls */ .UN)(`${level} (${admission.version}): ${message ?? (0,_report_words_js__WEBPACK_IMPORTED_MODULE_1__/* .nameAnswer */ .Co)(allowed)}`);
        return `  ${paint(allowed === null ? "yellow" : allowed ? "green" : "red", said)}`;
    });
    const containers = isQuiet ? [] : pod.containers.flatMap((container) => renderContainer(pod, container, paint));
    return `${[paint("bold", (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeLine */ .EH)(head)), ...containers, ...verdicts].join("\n")}\n`;
}
function renderContainer(pod, container, paint) {
    const { name, type, image, effective: fields } = container;
    const place = (path) => `line ${(0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_2__/* .lineAt */ .mh)(pod.document, (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_2__/* .pointAt */ .sd)(pod.document, path).start)}`;
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
        `  ${paint("bold", (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeControls */ .UN)(`${type} container "${name}"`))}${image ? (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeControls */ .UN)(`  ${image}`) : ""}`,
        ...alignColumns(rows, "    ").map((row, index) => (rows[index]?.[1] === "-" ? paint("dim", row) : row)),
        "    the process gets",
        ...alignColumns(describeProcess(pod, container), "      "),
    ];
}
function describeProcess({ runsOn }, container) {
    const { derived, effective } = container;
    const unsaid = (setting, whose) => ((0,_pod_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnknown */ .t8)(setting) ? unknown : whose);
    if (runsOn === "windows") {
        const user = derived.userName === null ? unsaid(effective.windowsOptions, "the image's") : derived.userName;
        return [["user", (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeControls */ .UN)(user)]];
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
    return Object.entries(said).map(([word, value]) => [word, (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeControls */ .UN)(value) || "-", "image", place]);
}
function describeImageUser({ imageConfig }) {
    return imageConfig?.user ? `, ${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeControls */ .UN)(imageConfig.user)}` : "";
}
function formatCell(value) {
    return (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .escapeControls */ .UN)(typeof value === "object" ? JSON.stringify(value) : String(value));
}
function alignColumns(rows, indent) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    return rows.map((row) => (indent + row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).trimEnd());
}


/***/ })

};
