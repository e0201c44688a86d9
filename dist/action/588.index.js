export const id = 588;
export const ids = [588];
export const modules = {
9588:
((module_, exports_, require_) => {
require_.d(exports_, {
  sarif: () => sarif
});
var pod = require_(3910);
var rules = require_(4050);
var report_escape = require_(5429);
var fixes = require_(2343);
;
function lineHashes(text) {
	const hashes = [];
	const counts = new Map();
	const window = new Uint16Array(size);
	const lines = new Int32Array(size).fill(-1);
	let at = 0;
	let [high, low] = [0, 0];
	const push = (character) => {
		const line = lines[at];
		if (line >= 0) {
			const hash = hex(high, low);
			const count = (counts.get(hash) ?? 0) + 1;
			counts.set(hash, count);
			hashes[line] = `${hash}:${count}`;
			lines[at] = -1;
		}
		const gone = window[at];
		window[at] = character;
		[high, low] = sum(product(high, low, 37), [0, character]);
		[high, low] = difference([high, low], product(leaving[0], leaving[1], gone));
		at = (at + 1) % size;
	};
	let line = 0;
	let isStart = true;
	let afterReturn = false;
	const take = (unit) => {
		if (unit === 32 || unit === 9 || (afterReturn && unit === 10)) {
			afterReturn = false;
			return;
		}
		afterReturn = unit === 13;
		const character = afterReturn ? 10 : unit;
		const mine = isStart ? line++ : -1;
		isStart = character === 10;
		const place = at;
		push(character);
		if (mine >= 0)
			lines[place] = mine;
	};
	for (let index = 0; index < text.length; index++)
		take(text.charCodeAt(index));
	take(endOfFile);
	for (let rest = 0; rest < size; rest++)
		push(0);
	return hashes;
}
const size = 100;
const endOfFile = 65535;
const word = 2 ** 32;
const leaving = Array.from({ length: size }).reduce(([high, low]) => product(high, low, 37), [0, 1]);
function product(high, low, factor) {
	const lower = low * factor;
	return [(high * factor + Math.floor(lower / word)) % word, lower % word];
}
function sum([high, low], [otherHigh, otherLow]) {
	const lower = low + otherLow;
	return [(high + otherHigh + (lower >= word ? 1 : 0)) % word, lower % word];
}
function difference([high, low], [otherHigh, otherLow]) {
	const lower = low - otherLow;
	return [(high - otherHigh - (lower < 0 ? 1 : 0) + word + word) % word, (lower + word) % word];
}
function hex(high, low) {
	return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
}
var version = require_(7528);
;
function sarif(result, options) {
	const ordered = result.findings.toSorted((a, b) => rankOf(a) - rankOf(b));
	const shown = ordered.slice(0, mostResults);
	const rest = ordered.length - shown.length;
	const untried = ordered.filter(({ fix, ignored }) => fix && !ignored).length - fixes.Pj(result, options.sources).size;
	const log = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [
			{
				tool: {
					driver: {
						name: "secctx",
						semanticVersion: version.r,
						rules: rules.aO.map((rule) => descriptor(rule, options.rulePage(rule.id))),
					},
				},
				automationDetails: { id: "secctx/" },
				columnKind: "utf16CodeUnits",
				invocations: [
					{
						executionSuccessful: result.verdict !== "error",
						toolExecutionNotifications: [
							...result.problems.map(notification),
							...(rest > 0 ? [remark(`${rest} more findings did not fit here.`)] : []),
							...(untried > 0 ? [remark(`${untried} more fixes are not given here: secctx fix makes them.`)] : []),
						],
					},
				],
				results: resultsOf(shown, options),
			},
		],
	};
	return `${report_escape.oi(log, 1)}\n`;
}
const mostResults = 25_000;
const severities = {
	privileged: "5.0",
	baseline: "8.5",
	restricted: "6.5",
	hardened: "3.5",
};
const levelOf = { enforce: "error", warn: "warning", audit: "note" };
function remark(sentence) {
	return { level: "warning", message: { text: sentence } };
}
function rankOf({ mode, ignored }) {
	return ignored ? pod.nI.length : pod.nI.indexOf(mode);
}
function descriptor({ id, summary, level, mode, references }, page) {
	const { cis = [], nsa, cwe = [] } = references;
	const catalogues = [
		...(cis.length > 0 ? [`CIS Kubernetes Benchmark v1.12: ${cis.join(", ")}.`] : []),
		...(nsa ? [`NSA/CISA Kubernetes Hardening Guide: ${nsa}.`] : []),
	];
	const help = [summary, `Level: ${level}.`, ...catalogues, `More: secctx explain ${id}`].join("\n");
	return {
		id,
		name: id.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase()),
		shortDescription: { text: summary },
		fullDescription: { text: summary },
		help: { text: help, markdown: page ?? help.replaceAll("\n", "\n\n") },
		defaultConfiguration: { level: mode === "warn" || level === "hardened" ? "warning" : "error" },
		properties: {
			tags: ["security", "kubernetes", ...cwe.map((number) => `external/cwe/cwe-${number}`)],
			precision: "high",
			"security-severity": severities[level],
		},
	};
}
function resultsOf(findings, { sources, fixes }) {
	const texts = new Map(sources.map((source) => [source.file, source.text]));
	const hashes = new Map();
	const hashAt = (file, line) => {
		const known = hashes.get(file) ?? lineHashes(texts.get(file) ?? "");
		hashes.set(file, known);
		return known[line - 1];
	};
	return findings.map((finding) => {
		const { rule, mode, message, location, fingerprint, related, ignored, workload, containers } = finding;
		const hash = hashAt(location.file, location.start.line);
		const changes = fixes.get(finding);
		return {
			ruleId: rule.id,
			ruleIndex: rules.aO.indexOf(rule),
			level: levelOf[mode],
			message: sarif_text(message),
			locations: [
				{
					...place(location),
					logicalLocations: [
						{ fullyQualifiedName: [workload.kind, workload.name, ...containers].map(report_escape.RK).join("/") },
					],
				},
			],
			...(related.length > 0
				? {
					relatedLocations: related.map((each, id) => ({ id, ...place(each.location), message: sarif_text(each.message) })),
				}
				: {}),
			partialFingerprints: { ...(hash ? { primaryLocationLineHash: hash } : {}), "secctx/v1": fingerprint },
			...(changes ? { fixes: [fixOf(finding, changes, texts.get(location.file) ?? "")] } : {}),
			suppressions: ignored
				? [{ kind: ignored.by === "comment" ? "inSource" : "external", justification: report_escape.RK(ignored.reason) }]
				: [],
			...(finding.new === null ? {} : { baselineState: finding.new ? "new" : "unchanged" }),
		};
	});
}
function fixOf({ fix, location }, changes, before) {
	return {
		description: sarif_text(`${fix?.title}${fix?.risk ? ` (${fix.safety}: ${fix.risk})` : ""}`),
		artifactChanges: [
			{ artifactLocation: { uri: uri(location.file) }, replacements: changes.map((each) => replacement(each, before)) },
		],
	};
}
function replacement({ start, end, lines }, before) {
	const old = before.split("\n");
	const last = old.at(-1) ?? "";
	const isLast = end > old.length;
	const atEnd = { endLine: old.length, endColumn: last.length + 1 };
	return {
		deletedRegion: { startLine: start, startColumn: 1, ...(isLast ? atEnd : { endLine: end, endColumn: 1 }) },
		insertedContent: { text: lines.join("\n") + (isLast ? "" : "\n") },
	};
}
function place({ file, start, end }) {
	const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
	return { physicalLocation: { artifactLocation: { uri: uri(file) }, region } };
}
function notification({ severity, file, line, message }) {
	return {
		level: severity === "error" ? "error" : "note",
		message: sarif_text(message),
		locations: [{ physicalLocation: { artifactLocation: { uri: uri(file) }, region: { startLine: line } } }],
	};
}
function uri(file) {
	return file.split("/").map(encodeURIComponent).join("/");
}
function sarif_text(message) {
	return { text: report_escape.RK(message).replaceAll("](", "] (") };
}
})
};
