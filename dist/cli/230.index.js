export const id = 230;
export const ids = [230];
export const modules = {

/***/ 1230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   initOptions: () => (/* binding */ initOptions),
/* harmony export */   runInit: () => (/* binding */ runInit)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _policy_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1672);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3394);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8191);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4394);
/* harmony import */ var _source_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6634);
/* harmony import */ var _source_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4666);
/* harmony import */ var _source_repository_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3369);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6252);
/* harmony import */ var _policy_in_force_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6910);
/* harmony import */ var _review_paths_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6164);
/* harmony import */ var _streams_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6919);













const initOptions = {};
const workflowName = ".github/workflows/secctx.yml";
async function runInit(args) {
    const { positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_9__/* .parseOptions */ .Ac)("init", args, initOptions);
    if (positionals.length > 0)
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb(`init "${positionals[0]}": init takes no path. It writes to the root of the repository.`);
    const root = (0,_source_repository_js__WEBPACK_IMPORTED_MODULE_8__/* .findRoot */ .wg)();
    const files = [
        { name: _source_repository_js__WEBPACK_IMPORTED_MODULE_8__/* .configurationName */ .Sh, text: renderConfiguration((0,_policy_index_js__WEBPACK_IMPORTED_MODULE_2__/* .configurationSchema */ .Wf)(_rules_index_js__WEBPACK_IMPORTED_MODULE_5__/* .rules */ .aO.map(({ id }) => id))) },
        { name: workflowName, text: workflowText },
    ];
    const taken = files
        .flatMap(({ name }) => [".yaml", ".yml"].map((end) => name.replace(/\.ya?ml$/, end)))
        .find((name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, name)));
    if (taken)
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb(`${(0,_source_files_js__WEBPACK_IMPORTED_MODULE_7__/* .displayPath */ .Gt)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, taken))} already exists, so nothing was written. Move it away to start again.`);
    for (const { name, text } of files)
        writeNewFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, name), text);
    const result = await (0,_review_paths_js__WEBPACK_IMPORTED_MODULE_11__/* .reviewPaths */ .xF)([(0,_source_files_js__WEBPACK_IMPORTED_MODULE_7__/* .displayPath */ .Gt)(root)], await (0,_policy_in_force_js__WEBPACK_IMPORTED_MODULE_10__/* .resolvePolicy */ .nZ)({}, { appliesBaseline: true }));
    const failures = (0,_report_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .countFindings */ .Gt)(result.findings, "enforce");
    const lines = [
        `Wrote ${files.map(({ name }) => (0,_source_files_js__WEBPACK_IMPORTED_MODULE_7__/* .displayPath */ .Gt)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, name))).join(" and ")}. Replace OWNER and FULL-COMMIT-SHA there with the owner and the commit of secctx that you trust.`,
        failures === 0
            ? "Nothing fails the gate today."
            : `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_4__/* .formatCount */ .B4)(failures, "finding")} fail${failures === 1 ? "s" : ""} the gate today. To start with only new findings, accept these: secctx baseline writes ${_source_repository_js__WEBPACK_IMPORTED_MODULE_8__/* .baselineName */ .Ri}.`,
    ];
    await (0,_streams_js__WEBPACK_IMPORTED_MODULE_12__/* .say */ .c)(`${lines.join("\n")}\n`);
    return 0;
}
function writeNewFile(file, text) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, text, { flag: "wx" });
    }
    catch (error) {
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .eb(`${(0,_source_files_js__WEBPACK_IMPORTED_MODULE_7__/* .displayPath */ .Gt)(file)}: it could not be written: ${(0,_source_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .reasonOf */ .A3)(error)}.`);
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
    files: 'files: ["**/*.yaml", "**/*.yml", "**/*.json", "!**/templates/**"]',
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


/***/ })

};
