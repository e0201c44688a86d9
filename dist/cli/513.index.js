export const id = 513;
export const ids = [513];
export const modules = {

 513:
 ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
 __webpack_require__.d(__webpack_exports__, {
   baseline: () => ( baseline),
   baselineOptions: () => ( baselineOptions)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
 var _policy_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8591);
 var _report_escape_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5429);
 var _report_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5786);
 var _source_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9600);
 var _source_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3280);
 var _source_repository_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7727);
 var _source_write_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5728);
 var _check_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(277);
 var _options_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8450);
 var _policy_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3656);











const baselineOptions = { ..._options_js__WEBPACK_IMPORTED_MODULE_8__ .VJ, ..._options_js__WEBPACK_IMPORTED_MODULE_8__ .c$ };
async function baseline(args) {
	const { values, positionals } = (0,_options_js__WEBPACK_IMPORTED_MODULE_8__ .qg)("baseline", args, baselineOptions);
	const root = (0,_source_repository_js__WEBPACK_IMPORTED_MODULE_5__ .Vm)();
	const before = (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__ .Mc)((0,_policy_js__WEBPACK_IMPORTED_MODULE_9__ .Le)(root));
	const inForce = await (0,_policy_js__WEBPACK_IMPORTED_MODULE_9__ .US)(values, { baseline: "passed over" });
	const result = await (0,_check_js__WEBPACK_IMPORTED_MODULE_7__ .YP)(positionals.length > 0 ? positionals : [(0,_source_files_js__WEBPACK_IMPORTED_MODULE_4__ .SP)(root)], inForce);
	for (const { file, line, message } of result.problems)
		process.stderr.write(`${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_10__ .R)(`${file}:${line}: ${message}`)}\n`);
	const name = (0,_source_files_js__WEBPACK_IMPORTED_MODULE_4__ .SP)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, _source_repository_js__WEBPACK_IMPORTED_MODULE_5__ .Ri));
	if (result.verdict === "error") {
		process.stderr.write(`${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_10__ .R)(name)} was left as it was: what could not be evaluated can't be accepted.\n`);
		return 2;
	}
	const found = (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__ .aB)(result.findings.filter(({ ignored }) => !ignored));
	const after = [...new Set(positionals.length > 0 ? [...before, ...found] : found)];
	if (after.length + before.length > 0)
		await (0,_source_write_js__WEBPACK_IMPORTED_MODULE_6__ .qA)(() => write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, _source_repository_js__WEBPACK_IMPORTED_MODULE_5__ .Ri), (0,_policy_index_js__WEBPACK_IMPORTED_MODULE_1__ .BW)(after)));
	if (!values.quiet)
		process.stdout.write(account(name, before, after)
			.map((line) => `${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_10__ .R)(line)}\n`)
			.join(""));
	return 0;
}
async function write(file, text) {
	try {
		await (0,_source_write_js__WEBPACK_IMPORTED_MODULE_6__ .f8)(file, [text]);
	}
	catch (error) {
		throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_3__ .eb(`${(0,_source_files_js__WEBPACK_IMPORTED_MODULE_4__ .SP)(file)}: it could not be written: ${(0,_source_errors_js__WEBPACK_IMPORTED_MODULE_3__ .A3)(error)}.`);
	}
}
function account(name, before, after) {
	if (before.length + after.length === 0)
		return ["There is nothing to accept: no baseline was written."];
	const added = after.filter((entry) => !before.includes(entry)).length;
	const gone = before.filter((entry) => !after.includes(entry));
	return [
		`${name}: ${(0,_report_text_js__WEBPACK_IMPORTED_MODULE_2__ .hS)(after.length, "finding")} accepted, ${added} of them new; ${gone.length} taken out.`,
		...gone.map((entry) => `  gone  ${entry}`),
	];
}


 })

};
