export const id = 842;
export const ids = [842];
export const modules = {
9842:
((module_, exports_, require_) => {
require_.r(exports_);
require_.d(exports_, {
  readFully: () => readFully
});
var browser = require_(6944);
var position = require_(1306);
var read_scalar = require_(1940);
var limits = require_(700);
var split = require_(570);
;
class Unreadable extends Error {
	offset;
	constructor(message, offset) {
		super(message);
		this.offset = offset;
	}
}
function parse(text) {
	const json = split.F(text);
	let lines = json ? text : withLineFeeds(text);
	let first;
	for (let repairs = 0;; repairs++) {
		const [document, next] = [...new browser.Dk(options).compose(tokensOf(lines))];
		const error = json ? undefined : document?.errors[0];
		if (!error)
			return { root: (document?.contents ?? null), ends: next?.contents?.range?.[0] };
		first ??= error;
		const isWorthIt = repairs < maxRepairs && repairs * text.length < maxReread && (document?.errors.length ?? 0) < maxErrors;
		const joined = isWorthIt ? withoutBreak(lines, error) : undefined;
		if (joined === undefined)
			throw new Unreadable(sentenceFor(first), first.pos[0]);
		lines = joined;
	}
}
const options = {
	schema: "failsafe",
	resolveKnownTags: false,
	uniqueKeys: false,
	strict: false,
	logLevel: "silent",
};
function* tokensOf(text) {
	const parser = new browser.iX();
	let count = 0;
	for (const lexeme of new browser.JG().lex(text)) {
		yield* parser.next(lexeme);
		if (parser.stack.length > limits.Kr)
			throw new Unreadable(limits.DI, parser.offset);
		if (++count > limits.kV)
			throw new Unreadable(limits.Ot, parser.offset);
	}
	yield* parser.end();
}
const maxRepairs = 20;
const maxReread = 1_000_000;
const maxErrors = 1000;
function withLineFeeds(text) {
	return text.replace(/\r(?!\n)|[\u0085\u2028\u2029]|^\uFEFF/gm, "\n");
}
function withoutBreak(text, { code, message, pos: [at] }) {
	const isQuote = code === "MISSING_CHAR" && /^Missing closing ["']/.test(message);
	const isBracket = code === "BAD_INDENT" && message.startsWith("Flow ");
	if (!isQuote && !isBracket)
		return undefined;
	const lineBreak = isQuote ? text.indexOf("\n", at) : text.lastIndexOf("\n", at);
	if (lineBreak === -1)
		return undefined;
	const above = text.slice(text.lastIndexOf("\n", lineBreak - 1) + 1, lineBreak);
	if (above.trim() === "" || /(^|\s)#/.test(above))
		return undefined;
	const below = text.slice(lineBreak + 1, lineBreak + 2);
	const isExact = !/[\s\\]$/.test(above) && !/^\s?$/.test(below);
	const isBetween = isBracket && (/[,[{]\s*$/.test(above) || /^[ \t]*[\]},]/.test(text.slice(lineBreak + 1)));
	if (!isExact && !isBetween)
		return undefined;
	const start = text[lineBreak - 1] === "\r" ? lineBreak - 1 : lineBreak;
	return text.slice(0, start) + " ".repeat(lineBreak + 1 - start) + text.slice(lineBreak + 1);
}
function sentenceFor({ code, message }) {
	const [, cause] = causes.find(([about]) => about.test(`${code} ${message}`)) ?? [];
	return `This is not YAML: ${cause ?? `${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.?$/, ".")}`}`;
}
const causes = [
	[/Missing closing/, "a quote is not closed. Close it, or put quotes around the whole value."],
	[/ Flow | must end with a /, "a bracket or brace is not closed. Close it, or indent the lines within it."],
	[
		/Implicit map keys need/,
		"a colon is missing behind this word. Write `key: value`, or check the indent and the quotes above.",
	],
	[/^BAD_DQ_ESCAPE/, "this escape means nothing in double quotes. Write \\\\ for a backslash, or use single quotes."],
	[/^BAD_INDENT/, "the line's indent fits no line above it. Align it with the keys or dashes that it belongs to."],
	[/^BAD_SCALAR_START/, "no word can start with this character. Put the value in quotes."],
	[
		/Nested mappings/,
		"a second `: ` stands on the line. Put the value in quotes, or the second key on a line of its own.",
	],
	[
		/^MULTILINE_IMPLICIT_KEY/,
		"a key goes over several lines. Check the indent and the colons of this line and the one below.",
	],
	[/^TAB_AS_INDENT/, "a tab indents the line. Use spaces."],
	[/^UNEXPECTED_TOKEN/, "this can't stand here. Check the indent, quotes and brackets of this line and the one above."],
];
;
function readFully(chunk, base) {
	try {
		const { root, ends } = parse(chunk);
		const tree = root && !isNothing(root) ? convert(root, chunk, base) : undefined;
		return { ...(tree && { tree }), ...(ends !== undefined && { ends: base + ends }) };
	}
	catch (error) {
		if (!(error instanceof Unreadable))
			throw error;
		return { error: isTemplate(chunk) ? unrendered : error.message, offset: base + error.offset };
	}
}
const unrendered = "This is a template, not YAML: render it, then review what it makes.";
function isTemplate(text) {
	return /\{\{[-\s]*[\w.$("/]/.test(text);
}
function convert(root, chunk, base) {
	const anchors = new Map();
	return node(root);
	function node(from) {
		return browser.Vj(from) ? alias(from) : anchored(from, () => content(from));
	}
	function content(from) {
		if (browser.jn(from))
			return scalar(from);
		return browser.jh(from) ? mapping(from) : sequence(from);
	}
	function anchored(from, make) {
		const name = "anchor" in from ? from.anchor : undefined;
		if (name)
			anchors.set(name, null);
		const made = make();
		if (name && anchors.get(name) === null)
			anchors.set(name, made);
		return made;
	}
	function alias(from) {
		const [start] = spanOf(from);
		const target = anchors.get(from.source);
		if (target === null)
			throw new Unreadable(`The anchor &${from.source} holds its own alias. Write out what is meant.`, start);
		if (!target)
			throw new Unreadable(`The alias *${from.source} has no anchor before it. Define &${from.source} above it.`, start);
		return { kind: "alias", range: rangeOf(from), target };
	}
	function scalar(from) {
		const [start, end] = spanOf(from);
		const text = String(from.value ?? "");
		const style = styles[from.type ?? "PLAIN"] ?? "plain";
		const value = from.tag ? read_scalar.ht(from.tag, text) : style === "plain" ? read_scalar.Rg(text) : text;
		if (value === undefined)
			throw new Unreadable(`\`${text}\` does not go with its tag. Remove the tag, or correct the value.`, start);
		if (typeof value === "number" && !Number.isFinite(value)) {
			throw new Unreadable(`Kubernetes has no number \`${text}\`. Put it in quotes if it is a word.`, start);
		}
		return {
			kind: "scalar",
			range: range(start, style === "block" ? endOfBlockScalar(chunk, start, end) : end),
			value,
			style,
		};
	}
	function mapping(from) {
		const entries = from.items.map((pair) => entry(pair, spanOf(from)[0]));
		return { kind: "mapping", range: collectionRange(from, entries.at(-1)?.node), flow: from.flow === true, entries };
	}
	function entry({ key, value }, mappingStart) {
		const keyRange = key ? rangeOf(key) : range(mappingStart, mappingStart);
		const name = key ? nameOf(key) : undefined;
		if (name === undefined)
			throw new Unreadable("This key is no word: Kubernetes refuses it. Put it in quotes, or check the indent.", keyRange.start - base);
		if (name.startsWith("?"))
			throw new Unreadable("Readers disagree on a key that starts with `?`. Put it in quotes.", keyRange.start - base);
		const merge = key !== null && isMergeKey(key);
		const made = value && !isNothing(value) ? node(value) : nothing(value, afterColon(keyRange.end - base));
		if (merge && !isMergeable(made)) {
			throw new Unreadable("Only a mapping, or a list of mappings, can be merged with `<<`.", keyRange.start - base);
		}
		return { key: name, keyRange, merge, node: made };
	}
	function nameOf(key) {
		const made = node(key);
		const target = made.kind === "alias" ? made.target : made;
		if (target.kind !== "scalar" || target.value === null)
			return undefined;
		return browser.jn(key) && !key.tag && target.style === "plain" ? read_scalar.xT(String(key.value)) : String(target.value);
	}
	function sequence(from) {
		const items = from.items.map((item) => isNothing(item) ? nothing(item, position.mT(chunk, spanOf(item)[0])) : node(item));
		return { kind: "sequence", range: collectionRange(from, items.at(-1)), flow: from.flow === true, items };
	}
	function nothing(from, offset) {
		const at = from && "anchor" in from && from.anchor ? position.mT(chunk, spanOf(from)[0]) : offset;
		const made = { kind: "scalar", range: range(at, at), value: null, style: "plain" };
		return from ? anchored(from, () => made) : made;
	}
	function afterColon(keyEnd) {
		const colon = chunk.indexOf(":", keyEnd);
		return colon === -1 || chunk.slice(keyEnd, colon).trim() !== "" ? keyEnd : colon + 1;
	}
	function collectionRange(from, last) {
		const { start, end } = rangeOf(from);
		if (from.flow || !last)
			return { start, end };
		const line = chunk.slice(position.C2(chunk, start - base), start - base);
		return { start: start - (/(?:[&!]\S*[ \t]+)+$/.exec(line)?.[0].length ?? 0), end: last.range.end };
	}
	function rangeOf(from) {
		return range(...spanOf(from));
	}
	function range(start, end) {
		return { start: base + start, end: base + end };
	}
}
const styles = {
	PLAIN: "plain",
	QUOTE_SINGLE: "single",
	QUOTE_DOUBLE: "double",
	BLOCK_LITERAL: "block",
	BLOCK_FOLDED: "block",
};
function spanOf({ range }) {
	return [range?.[0] ?? 0, range?.[1] ?? 0];
}
function isNothing(node) {
	return browser.jn(node) && node.range?.[0] === node.range?.[1] && !node.tag;
}
function isMergeKey(key) {
	return browser.jn(key) && key.value === "<<" && (key.tag ? /^!$|:merge$/.test(key.tag) : key.type === "PLAIN");
}
function isMergeable(node) {
	const sources = node.kind === "sequence" ? node.items : [node];
	return sources.every((source) => (source.kind === "alias" ? source.target : source).kind === "mapping");
}
function endOfBlockScalar(text, start, end) {
	const written = text.slice(start, end);
	const indent = /\n( *)[^ \r\n]/.exec(written)?.[1]?.length ?? 0;
	const keeps = /^[|>]\d?\+/.test(written);
	return start + written.replace(keeps ? /\r?\n$/ : new RegExp(`(\\r?\\n {0,${indent}})+$`), "").length;
}
})
};
