"use strict";
(meta_) => ({ ids: [293], modules: {
2293:
((module_, exports_, require_) => {
require_.r(exports_);
Object.assign(exports_, { commands: commands, data: data, logSafe: logSafe });
var kubernetes = require_(5573);
var report_escape = require_(5429);
;
function annotationsFor(findings) {
	const places = new Map();
	for (const finding of findings.filter(({ ignored }) => !ignored)) {
		const { file, start, end } = finding.location;
		const place = `${file}\0${start.line}\0${end.line}`;
		const group = places.get(place);
		if (group)
			group.push(finding);
		else
			places.set(place, [finding]);
	}
	return [...places.values()].map(annotationFor).sort(bySeverity);
}
function annotationFor(group) {
	const sorted = group.toSorted((a, b) => kubernetes.nI.indexOf(a.mode) - kubernetes.nI.indexOf(b.mode));
	const [first] = sorted;
	const { file, start, end } = first.location;
	const isSame = group.every(({ location }) => location.start.column === start.column && location.end.column === end.column);
	return {
		file,
		mode: first.mode,
		start,
		end,
		hasColumns: start.line === end.line && isSame,
		title: cut([...new Set(sorted.map(({ rule }) => rule.id))].join(", "), 250),
		message: sorted.map(sentence).join("\n\n"),
	};
}
function sentence({ message, fix, rule, new: isNew }) {
	const offer = fix ? ` Fix: ${fix.title}${fix.risk ? ` (${fix.risk})` : ""}.` : "";
	return report_escape.RK(`${message}${offer} [${rule.id}${isNew === false ? ", there before the change" : ""}]`);
}
function bySeverity(a, b) {
	const inFile = a.file < b.file ? -1 : a.file > b.file ? 1 : a.start.line - b.start.line;
	return kubernetes.nI.indexOf(a.mode) - kubernetes.nI.indexOf(b.mode) || inFile;
}
function cut(text, most) {
	return text.length <= most ? text : `${text.slice(0, most - 1)}\u2026`;
}
;
const commandOf = { enforce: "error", warn: "warning", audit: "notice" };
const mostOfAKind = 9;
const longestMessage = 4096;
function commands({ findings }, most = Number.POSITIVE_INFINITY) {
	const annotations = annotationsFor(findings);
	const shown = annotations.slice(0, most);
	const lines = kubernetes.nI.flatMap((mode) => {
		const isOfMode = (annotation) => annotation.mode === mode;
		const sent = shown.filter(isOfMode).slice(0, mostOfAKind);
		const rest = annotations.filter(isOfMode).length - sent.length;
		return [
			...sent.map(command),
			...(rest > 0 ? [`${rest} more of kind ${commandOf[mode]}: see the job summary.`] : []),
		];
	});
	return lines.map((line) => `${line}\n`).join("");
}
function command({ start, end, file, mode, title, message, hasColumns }) {
	const columns = hasColumns ? `,col=${start.column},endColumn=${Math.max(start.column, end.column - 1)}` : "";
	const properties = `file=${property(report_escape.RK(file))},line=${start.line},endLine=${end.line}${columns},title=${property(title)}`;
	return `::${commandOf[mode]} ${properties}::${data(cut(message, longestMessage))}`;
}
function data(value) {
	return withoutOldCommands(value).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function property(value) {
	return data(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
function logSafe(value) {
	return withoutOldCommands(report_escape.RK(value)).replace(/^(\s*)::/, "$1:\u200b:");
}
function withoutOldCommands(value) {
	return value.replaceAll("##[", "##\u200b[");
}
})
}})
