export const id = 737;
export const ids = [737];
export const modules = {

/***/ 737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readFully: () => (/* binding */ readFully)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/yaml/position.js
var position = __webpack_require__(6896);
// EXTERNAL MODULE: ./lib/yaml/tree.js
var tree = __webpack_require__(1783);
// EXTERNAL MODULE: ./lib/yaml/read/scalar.js
var read_scalar = __webpack_require__(9818);
// EXTERNAL MODULE: ./lib/yaml/read/excess.js
var excess = __webpack_require__(5673);
// EXTERNAL MODULE: ./lib/yaml/read/split.js
var split = __webpack_require__(4212);
;// CONCATENATED MODULE: ./lib/yaml/read/syntax.js



class Unreadable extends Error {
    offset;
    constructor(message, offset) {
        super(message);
        this.offset = offset;
    }
}
function parse(text) {
    const json = (0,split/* isJson */.F)(text);
    let lines = json ? text : withLineFeeds(text);
    let first;
    for (let repairs = 0;; repairs++) {
        const [document, next] = [...new dist/* Composer */.Dk(options).compose(tokensOf(lines))];
        const error = json ? undefined : document?.errors[0];
        if (!error)
            return { root: document?.contents ?? null, ends: next?.contents?.range[0] };
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
    const parser = new dist/* Parser */.iX();
    let count = 0;
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        yield* parser.next(lexeme);
        if (parser.stack.length > excess/* maxHeight */.Kr)
            throw new Unreadable(excess/* tooDeep */.DI, parser.offset);
        if (++count > excess/* maxLexemes */.kV)
            throw new Unreadable(excess/* tooMany */.Ot, parser.offset);
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
        "a colon is missing after this word. Write `key: value`, or check the indent and the quotes above.",
    ],
    [/^BAD_DQ_ESCAPE/, "this escape means nothing in double quotes. Write \\\\ for a backslash, or use single quotes."],
    [/^BAD_INDENT/, "the line's indent matches no line above it. Align it with the keys or dashes that it belongs to."],
    [/^BAD_SCALAR_START/, "a word can't start with this character. Put the value in quotes."],
    [/Nested mappings/, "the line has a second `: `. Put the value in quotes, or the second key on a line of its own."],
    [
        /^MULTILINE_IMPLICIT_KEY/,
        "a key spans several lines. Check the indent and the colons of this line and the one below.",
    ],
    [/^TAB_AS_INDENT/, "a tab indents the line. Use spaces."],
    [
        /^UNEXPECTED_TOKEN/,
        "this does not belong here. Check the indent, quotes and brackets of this line and the one above.",
    ],
];

;// CONCATENATED MODULE: ./lib/yaml/read/full.js





function readFully(chunk, base) {
    try {
        const { root, ends } = parse(chunk);
        const aliases = [];
        const tree = root && !isNothing(root) ? convert(root, chunk, base, aliases) : undefined;
        return { ...(tree && { tree }), aliases, ...(ends !== undefined && { ends: base + ends }) };
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
function convert(root, chunk, base, aliases) {
    const anchors = new Map();
    return node(root);
    function node(from) {
        return (0,dist/* isAlias */.Vj)(from) ? alias(from) : anchored(from.anchor, () => content(from));
    }
    function content(from) {
        if ((0,dist/* isScalar */.jn)(from))
            return scalar(from);
        return (0,dist/* isMap */.jh)(from) ? mapping(from) : sequence(from);
    }
    function anchored(name, make) {
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
        const made = { kind: "alias", range: rangeOf(from), target };
        aliases.push(made);
        return made;
    }
    function scalar(from) {
        const [start, end] = spanOf(from);
        const text = String(from.value ?? "");
        const style = styles[from.type ?? "PLAIN"] ?? "plain";
        const value = from.tag ? (0,read_scalar/* resolveTagged */.ht)(from.tag, text) : style === "plain" ? (0,read_scalar/* resolvePlain */.Rg)(text) : text;
        if (value === undefined)
            throw new Unreadable(`\`${text}\` does not fit its tag. Remove the tag, or correct the value.`, start);
        if (typeof value === "number" && !Number.isFinite(value)) {
            throw new Unreadable(`\`${text}\` is not a number to Kubernetes. Put it in quotes if it is a word.`, start);
        }
        return {
            kind: "scalar",
            range: range(start, style === "block" ? endOfBlockScalar(chunk, start, end) : end),
            value,
            style,
        };
    }
    function mapping(from) {
        const entries = from.items.map(({ key, value }) => entry(key, value, spanOf(from)[0]));
        return { kind: "mapping", range: collectionRange(from, entries.at(-1)?.node), flow: from.flow === true, entries };
    }
    function entry(key, value, mappingStart) {
        const keyRange = key ? rangeOf(key) : range(mappingStart, mappingStart);
        const name = key ? nameOf(key) : undefined;
        if (name === undefined)
            throw new Unreadable("This key is not a word, and Kubernetes refuses it. Put it in quotes, or check the indent.", keyRange.start - base);
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
        const target = (0,tree/* resolve */.hd)(made);
        if (target.kind !== "scalar" || target.value === null)
            return undefined;
        return (0,dist/* isScalar */.jn)(key) && !key.tag && target.style === "plain" ? (0,read_scalar/* keyName */.xT)(String(key.value)) : String(target.value);
    }
    function sequence(from) {
        const items = from.items.map((item) => isNothing(item) ? nothing(item, (0,position/* startOfGap */.mT)(chunk, spanOf(item)[0])) : node(item));
        return { kind: "sequence", range: collectionRange(from, items.at(-1)), flow: from.flow === true, items };
    }
    function nothing(from, offset) {
        const anchor = from && !(0,dist/* isAlias */.Vj)(from) ? from.anchor : undefined;
        const at = anchor && from ? (0,position/* startOfGap */.mT)(chunk, spanOf(from)[0]) : offset;
        const made = { kind: "scalar", range: range(at, at), value: null, style: "plain" };
        return anchored(anchor, () => made);
    }
    function afterColon(keyEnd) {
        const colon = chunk.indexOf(":", keyEnd);
        return colon === -1 || chunk.slice(keyEnd, colon).trim() !== "" ? keyEnd : colon + 1;
    }
    function collectionRange(from, last) {
        const { start, end } = rangeOf(from);
        if (from.flow || !last)
            return { start, end };
        const line = chunk.slice((0,position/* startOfLine */.C2)(chunk, start - base), start - base);
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
function spanOf({ range: [start, end] }) {
    return [start, end];
}
function isNothing(node) {
    return (0,dist/* isScalar */.jn)(node) && node.range[0] === node.range[1] && !node.tag;
}
function isMergeKey(key) {
    return (0,dist/* isScalar */.jn)(key) && key.value === "<<" && (key.tag ? /^!$|:merge$/.test(key.tag) : key.type === "PLAIN");
}
function isMergeable(node) {
    const sources = node.kind === "sequence" ? node.items : [node];
    return sources.every((source) => (0,tree/* resolve */.hd)(source).kind === "mapping");
}
function endOfBlockScalar(text, start, end) {
    const written = text.slice(start, end);
    const indent = /\n( *)[^ \r\n]/.exec(written)?.[1]?.length ?? 0;
    const keeps = /^[|>]\d?\+/.test(written);
    return start + written.replace(keeps ? /\r?\n$/ : new RegExp(`(\\r?\\n {0,${indent}})+$`), "").length;
}


/***/ })

};
