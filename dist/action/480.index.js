export const id = 480;
export const ids = [480];
export const modules = {
4480:
((module_, exports_, require_) => {
require_.r(exports_);
require_.d(exports_, {
  junit: () => junit
});
var _by_file_0 = require_(7658);
var _escape_1 = require_(5429);
function junit({ findings, workloads, problems }) {
	const subjects = _by_file_0.y([...problems.filter(isError), ...findings, ...workloads], fileOf);
	const suites = [...subjects].map(([file, own]) => {
		const found = new Set(own.flatMap((each) => ("rule" in each ? [identity(each.workload)] : [])));
		const isClean = ({ pod }) => !found.has(identity(pod.workload));
		return suite(file, own.flatMap((each) => {
			if ("rule" in each)
				return [findingCase(each)];
			if ("pod" in each)
				return isClean(each) ? [cleanCase(each)] : [];
			return [problemCase(each)];
		}));
	});
	const all = suites.flatMap(({ cases }) => cases);
	return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="secctx"${counts(all)}>\n${suites.map(({ xml }) => xml).join("")}</testsuites>\n`;
}
function fileOf(subject) {
	if ("rule" in subject)
		return subject.location.file;
	return "pod" in subject ? subject.pod.document.file : subject.file;
}
function isError({ severity }) {
	return severity === "error";
}
function suite(file, cases) {
	const xml = `  <testsuite name=${quoted(file)}${counts(cases)}>\n${cases.map((each) => each.xml).join("")}  </testsuite>\n`;
	return { xml, cases };
}
function counts(cases) {
	const of = (outcome) => cases.filter((each) => each.outcome === outcome).length;
	return ` tests="${cases.length}" failures="${of("failures")}" errors="${of("errors")}" skipped="${of("skipped")}" time="0"`;
}
function findingCase(finding) {
	const { rule, mode, level, message, location, workload, containers, fix, ignored } = finding;
	const { file, start } = location;
	const subject = [nameOf(workload), ...containers].join(" / ");
	const name = `${rule.id}: ${subject}, line ${start.line}`;
	const body = [
		`${file}:${start.line}:${start.column}`,
		message,
		...(fix ? [`Fix: ${fix.title}${fix.risk ? ` (${fix.risk})` : ""}`] : []),
	];
	if (ignored)
		return testCase(name, file, "skipped", `<skipped message=${quoted(`ignored by ${ignored.by}: ${ignored.reason}`)}/>`);
	if (mode !== "enforce")
		return testCase(name, file, "passed", `<system-out>${escaped([mode === "warn" ? "warning" : "notice", ...body].join("\n"))}</system-out>`);
	return testCase(name, file, "failures", `<failure type=${quoted(level)} message=${quoted(message)}>${escaped(body.join("\n"))}</failure>`);
}
function problemCase({ file, line, message }) {
	return testCase(`could not be evaluated, line ${line}`, file, "errors", `<error message=${quoted(message)}>${escaped(`${file}:${line}`)}</error>`);
}
function cleanCase({ pod }) {
	return testCase(`${nameOf(pod.workload)}: no findings`, pod.document.file, "passed", "");
}
function testCase(name, file, outcome, content) {
	const head = `    <testcase classname=${quoted(file)} name=${quoted(name)} time="0"`;
	return { outcome, xml: content === "" ? `${head}/>\n` : `${head}>${content}</testcase>\n` };
}
function identity({ kind, name, namespace }) {
	return JSON.stringify([kind, namespace, name]);
}
function nameOf({ kind, name }) {
	return `${kind} ${name || "without a name"}`;
}
function quoted(value) {
	return `"${escaped(value).replaceAll('"', "&quot;").replaceAll("\n", "&#10;")}"`;
}
function escaped(value) {
	const shown = value
		.split("\n")
		.map(_escape_1 .RK)
		.join("\n")
		.replace(/[\ufffe\uffff]|\p{Cs}/gu, "\ufffd");
	return shown.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
})
};
