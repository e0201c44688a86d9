"use strict";
(meta_) => ({ ids: [631], modules: {
3631:
((module_, exports_, require_) => {
require_.r(exports_);
Object.assign(exports_, { explain: explain });
require_.d(exports_, {
  explainOptions: () => explainOptions
});
var _rules_index_0 = require_(4050);
var _source_errors_1 = require_(9600);
var _source_pages_2 = require_(3675);
var _options_3 = require_(8450);
var _streams_4 = require_(8689);
const explainOptions = { color: _options_3 .VJ.color, "no-color": _options_3 .VJ["no-color"] };
async function explain(args) {
	const { values, positionals } = _options_3.qg("explain", args, explainOptions);
	const paint = _options_3.C2(values, _streams_4.mQ("stdout"));
	const [id] = positionals;
	await _streams_4.cv(id === undefined ? list(paint) : shown(page(id), paint));
	return 0;
}
function list(paint) {
	const width = Math.max(..._rules_index_0 .aO.map(({ id }) => id.length));
	const lines = _rules_index_0 .aO.map(({ id, level, summary }) => `${paint("bold", id.padEnd(width))}  ${level.padEnd(10)}  ${summary}`);
	return `${lines.join("\n")}\n`;
}
function page(id) {
	if (!_rules_index_0 .aO.some((rule) => rule.id === id)) {
		throw new _source_errors_1 .eb(`explain "${id}": there is no such rule. Rules: ${_rules_index_0 .aO.map((rule) => rule.id).join(", ")}.`);
	}
	const found = _source_pages_2.g(id);
	if (found === undefined)
		throw new _source_errors_1 .eb(`The page of ${id} is missing from this installation (docs/rules).`);
	return found;
}
function shown(markdown, paint) {
	let isExample = false;
	const lines = markdown
		.replace(/^<!--.*-->\n/gm, "")
		.split("\n")
		.flatMap((line) => {
		if (line.startsWith("```")) {
			isExample = !isExample;
			return [];
		}
		if (isExample)
			return [`    ${line}`];
		if (/^\|[ |-]+\|$/.test(line))
			return [];
		if (line.startsWith("#"))
			return [paint("bold", line.replace(/^#+ /, ""))];
		return [
			line
				.replace(/^\| (.+?) \| (.+) \|$/, "$1: $2")
				.replace(/\[([^\]]+)\]\(([^)]+)\)/g, "$1 <$2>")
				.replaceAll("`", ""),
		];
	});
	return `${lines.join("\n").trimEnd()}\n`;
}
})
}})
