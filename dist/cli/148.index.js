"use strict";
(meta_) => ({ ids: [148], modules: {
2148:
((module_, exports_, require_) => {
require_.r(exports_);
Object.assign(exports_, { init: init });
require_.d(exports_, {
  initOptions: () => initOptions
});
var node_fs_0 = require_(3024);
var node_path_1 = require_(6760);
var _policy_index_2 = require_(8505);
var _report_summary_12 = require_(2812);
var _report_text_3 = require_(3405);
var _rules_index_4 = require_(4050);
var _source_errors_5 = require_(9600);
var _source_files_6 = require_(3280);
var _source_repository_7 = require_(7727);
var _check_8 = require_(8428);
var _options_9 = require_(8450);
var _policy_10 = require_(3656);
var _streams_11 = require_(8689);
const initOptions = {};
const workflowName = ".github/workflows/secctx.yml";
async function init(args) {
	const { positionals } = _options_9.qg("init", args, initOptions);
	if (positionals.length > 0)
		throw new _source_errors_5 .eb(`init "${positionals[0]}": it takes no path: it writes at the root of the repository.`);
	const root = _source_repository_7.Vm();
	const files = [
		{ name: _source_repository_7 .Sh, text: configurationText(_policy_index_2.Wf(_rules_index_4 .aO.map(({ id }) => id))) },
		{ name: workflowName, text: workflowText },
	];
	const taken = files
		.flatMap(({ name }) => [".yaml", ".yml"].map((end) => name.replace(/\.ya?ml$/, end)))
		.find((name) => node_fs_0.existsSync(node_path_1.join(root, name)));
	if (taken)
		throw new _source_errors_5 .eb(`${_source_files_6.SP(node_path_1.join(root, taken))} is there already: nothing was written. Move it away to start anew.`);
	for (const { name, text } of files)
		write(node_path_1.join(root, name), text);
	const result = await _check_8.YP([_source_files_6.SP(root)], await _policy_10.US({}, { baseline: "asked" }));
	const failures = _report_summary_12.U9(result.findings, "enforce");
	const lines = [
		`Wrote ${files.map(({ name }) => _source_files_6.SP(node_path_1.join(root, name))).join(" and ")}. Put the owner and the commit of secctx that you trust in the place of OWNER and FULL-COMMIT-SHA there.`,
		failures === 0
			? "Nothing fails the gate today."
			: `${_report_text_3.hS(failures, "finding")} fail${failures === 1 ? "s" : ""} the gate today. To start with what is new, accept them: secctx baseline writes ${_source_repository_7 .Ri}.`,
	];
	await _streams_11.cv(`${lines.join("\n")}\n`);
	return 0;
}
function write(file, text) {
	try {
		node_fs_0.mkdirSync(node_path_1.dirname(file), { recursive: true });
		node_fs_0.writeFileSync(file, text, { flag: "wx" });
	}
	catch (error) {
		throw new _source_errors_5 .eb(`${_source_files_6.SP(file)}: it could not be written: ${_source_errors_5.A3(error)}.`);
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
function configurationText({ properties = {} }) {
	const sections = Object.entries(properties).map(([key, schema]) => {
		const setting = examples[key] ?? defaultIn(key, schema);
		return `# ${schema.description}\n${setting.replace(/^/gm, "#")}\n`;
	});
	const head = `# yaml-language-server: $schema=https://raw.githubusercontent.com/OWNER/secctx/FULL-COMMIT-SHA/schema/config.schema.json
# The policy that secctx reviews this repository by. What is commented out is the default, or an example where there is none.
`;
	return [head, ...sections].join("\n");
}
function defaultIn(key, { default: fallback, properties }) {
	const inner = Object.entries(properties ?? {}).map(([name, schema]) => `\n  ${defaultIn(name, schema)}`);
	return inner.length > 0 ? `${key}:${inner.join("")}` : `${key}: ${String(fallback)}`;
}
})
}})
