"use strict";
(meta_) => ({ ids: [1], modules: [
,
((module_, exports_, require_) => {
require_.r(exports_);
Object.assign(exports_, { effective: effective });
require_.d(exports_, {
  effectiveOptions: () => effectiveOptions
});
var _report_escape_5 = require_(5429);
var _yaml_index_0 = require_(6402);
var _check_1 = require_(8428);
var _options_2 = require_(8450);
var _policy_3 = require_(3656);
var _streams_4 = require_(8689);
const effectiveOptions = { ..._options_2 .VJ, ..._options_2 .c$ };
async function effective(args) {
	const { values, positionals } = _options_2.qg("effective", args, effectiveOptions);
	const result = await _check_1.YP(positionals, await _policy_3.US(values, { baseline: "passed over" }));
	const paint = _options_2.C2(values, _streams_4.mQ("stdout"));
	const texts = result.workloads.map((workload) => workloadText(workload, paint, values.quiet === true));
	await _streams_4.cv(texts.length > 0 ? texts.join("\n") : "There is no workload.\n");
	for (const { file, line, message } of result.problems)
		await _streams_4.Vg(`${_report_escape_5.RK(`${file}:${line}: ${message}`)}\n`);
	return result.verdict === "error" ? 2 : 0;
}
function workloadText({ pod, line, admission }, paint, isQuiet) {
	const { kind, name, namespace } = pod.workload;
	const head = `${pod.document.file}:${line}  ${kind} ${name || "without a name"}${namespace ? ` in ${namespace}` : ""}`;
	const verdicts = ["baseline", "restricted"].map((level) => {
		const { allowed, message } = admission[level];
		const said = _report_escape_5.RK(`${level} (${admission.version}): ${allowed ? "allowed" : message}`);
		return `  ${paint(allowed ? "green" : "red", said)}`;
	});
	const containers = isQuiet ? [] : pod.containers.flatMap((container) => containerText(pod, container, paint));
	return `${[paint("bold", _report_escape_5.RK(head)), ...containers, ...verdicts].join("\n")}\n`;
}
function containerText(pod, container, paint) {
	const { name, type, image, effective: fields, derived } = container;
	const place = (path) => `line ${_yaml_index_0.mh(pod.document.text, _yaml_index_0.sd(pod.document, path).start)}`;
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
		`  ${paint("bold", _report_escape_5.RK(`${type} container "${name}"`))}${image ? _report_escape_5.RK(`  ${image}`) : ""}`,
		...columns(rows, "    ").map((row, index) => (rows[index]?.[1] === "-" ? paint("dim", row) : row)),
		"    the process gets",
		...columns(got, "      "),
	];
}
function imageRows({ imageConfig }, place) {
	if (!imageConfig)
		return [];
	const { user, volumes, ports } = imageConfig;
	const said = { USER: user, VOLUME: volumes.join(" "), EXPOSE: ports.join(" ") };
	return Object.entries(said).map(([word, value]) => [word, _report_escape_5.RK(value) || "-", "image", place]);
}
function imageUser({ imageConfig }) {
	return imageConfig?.user ? `, ${_report_escape_5.RK(imageConfig.user)}` : "";
}
function shown(value) {
	return _report_escape_5.RK(typeof value === "object" ? JSON.stringify(value) : String(value));
}
function columns(rows, indent) {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows.map((row) => (indent + row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).trimEnd());
}
})
]})
