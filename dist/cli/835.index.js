"use strict";
(meta_) => ({ ids: [835], modules: {
2835:
((module_, exports_, require_) => {
require_.r(exports_);
Object.assign(exports_, { html: html });
var _by_file_1 = require_(7658);
var _json_0 = require_(2556);
const place = '<script type="text/plain" id="data"></script>';
async function html(result, page) {
	if (!page.includes(place))
		throw new Error("the page of the HTML report has no place for data");
	const data = { report: _json_0.z8(result), texts: textsOf(result) };
	const packed = await compressed(JSON.stringify(data));
	return page.replace(place, () => place.replace("></", `>${packed}</`));
}
function textsOf({ workloads, findings }) {
	const documents = _by_file_1.y(new Set(workloads.map(({ pod }) => pod.document)), ({ file }) => file);
	const texts = [...documents].map(([file, own]) => {
		const { text = "" } = own[0] ?? {};
		let [shown, at] = ["", 0];
		for (const { range } of own.toSorted((a, b) => a.range.start - b.range.start)) {
			shown += blank(text.slice(at, range.start)) + text.slice(range.start, range.end);
			at = range.end;
		}
		return [file, shown];
	});
	const lone = _by_file_1.y(findings.filter(({ location }) => !documents.has(location.file)), ({ location }) => location.file);
	const lines = [...lone].map(([file, own]) => {
		const shown = [];
		for (const { location, excerpt } of own)
			shown[location.start.line - 1] = excerpt;
		return [file, Array.from(shown, (line) => line ?? "").join("\n")];
	});
	return Object.fromEntries([...texts, ...lines]);
}
function blank(text) {
	return text.replace(/[^\n]+/g, "");
}
async function compressed(text) {
	const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
	const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
	const parts = [];
	for (let at = 0; at < bytes.length; at += 0x8000)
		parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
	return btoa(parts.join(""));
}
})
}})
