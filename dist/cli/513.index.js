"use strict";
(meta_) => ({ ids: [513], modules: {
513:
((module_, exports_, require_) => {
require_.r(exports_);
Object.assign(exports_, { baseline: baseline });
require_.d(exports_, {
  baselineOptions: () => baselineOptions
});
var node_path_0 = require_(6760);
var _policy_index_1 = require_(8505);
var _report_escape_11 = require_(5429);
var _report_text_2 = require_(3405);
var _source_errors_3 = require_(9600);
var _source_files_4 = require_(3280);
var _source_repository_5 = require_(7727);
var _source_write_6 = require_(5728);
var _check_7 = require_(8428);
var _options_8 = require_(8450);
var _policy_9 = require_(3656);
var _streams_10 = require_(8689);
const baselineOptions = { ..._options_8 .VJ, ..._options_8 .c$ };
async function baseline(args) {
	const { values, positionals } = _options_8.qg("baseline", args, baselineOptions);
	const root = _source_repository_5.Vm();
	const before = _policy_index_1.Mc(_policy_9.Le(root));
	const inForce = await _policy_9.US(values, { baseline: "passed over" });
	const result = await _check_7.YP(positionals.length > 0 ? positionals : [_source_files_4.SP(root)], inForce);
	for (const { file, line, message } of result.problems)
		await _streams_10.Vg(`${_report_escape_11.RK(`${file}:${line}: ${message}`)}\n`);
	const name = _source_files_4.SP(node_path_0.join(root, _source_repository_5 .Ri));
	if (result.verdict === "error") {
		await _streams_10.Vg(`${_report_escape_11.RK(name)} was left as it was: what could not be evaluated can't be accepted.\n`);
		return 2;
	}
	const found = _policy_index_1.aB(result.findings.filter(({ ignored }) => !ignored));
	const after = [...new Set(positionals.length > 0 ? [...before, ...found] : found)];
	if (after.length + before.length > 0)
		await _source_write_6.qA(() => write(node_path_0.join(root, _source_repository_5 .Ri), _policy_index_1.BW(after)));
	if (!values.quiet)
		await _streams_10.cv(account(name, before, after)
			.map((line) => `${_report_escape_11.RK(line)}\n`)
			.join(""));
	return 0;
}
async function write(file, text) {
	try {
		await _source_write_6.f8(file, [text]);
	}
	catch (error) {
		throw new _source_errors_3 .eb(`${_source_files_4.SP(file)}: it could not be written: ${_source_errors_3.A3(error)}.`);
	}
}
function account(name, before, after) {
	if (before.length + after.length === 0)
		return ["There is nothing to accept: no baseline was written."];
	const added = after.filter((entry) => !before.includes(entry)).length;
	const gone = before.filter((entry) => !after.includes(entry));
	return [
		`${name}: ${_report_text_2.hS(after.length, "finding")} accepted, ${added} of them new; ${gone.length} taken out.`,
		...gone.map((entry) => `  gone  ${entry}`),
	];
}
})
}})
