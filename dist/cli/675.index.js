export const id = 675;
export const ids = [675];
export const modules = {

/***/ 3675:
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
// EXTERNAL MODULE: ./lib/yaml/read/limits.js
var limits = __webpack_require__(7234);
;// CONCATENATED MODULE: ./lib/yaml/read/refusals.js
class Unreadable extends Error {
    offset;
    constructor(message, offset) {
        super(message);
        this.offset = offset;
    }
}
function refuse(words, offset) {
    return new Unreadable(`This is not YAML: ${advice[words]}`, offset);
}
const colon = "a colon is missing after this word. Write `key: value`, or check the indent and the quotes above.";
const openQuote = "a quote is not closed. Close it, or put quotes around the whole value.";
const openBracket = "a bracket or brace is not closed. Close it, or put a comma between what is in it.";
const tag = "this tag is not well-formed. Remove it, or write one such as `!!str`.";
const directive = "this directive is not one that Kubernetes knows. Remove the line, or put the value in quotes.";
const version = "Kubernetes takes no version but 1.1 here. Remove the line.";
const place = "this does not belong here. Check the indent, quotes and brackets of this line and the one above.";
const indent = "the line's indent matches no line above it. Align it with the keys or dashes that it belongs to.";
const block = "only `+`, `-`, a digit from 1 to 9 or a comment may follow `|` or `>`. Put the text on the lines below.";
const code = "this escape is not of a character. Write two, four or eight hexadecimal digits behind `\\x`, `\\u` or `\\U`.";
const advice = {
    "control characters are not allowed": "control characters are not allowed. Remove the character, or write it as an escape in double quotes.",
    "could not find expected ':'": colon,
    "mapping values are not allowed in this context": "the line has a second `: `. Put the value in quotes, or the second key on a line of its own.",
    "mapping keys are not allowed in this context": place,
    "block sequence entries are not allowed in this context": place,
    "found character that cannot start any token": "a word can't start with this character. Put the value in quotes.",
    "found a tab that cannot start any token": "a tab indents the line. Use spaces.",
    "did not find expected node content": place,
    "did not find expected key": indent,
    "did not find expected '-' indicator": indent,
    "did not find expected ',' or ']'": openBracket,
    "did not find expected ',' or '}'": openBracket,
    "did not find expected <document start>": "no `---` follows this directive before Kubernetes parts the file there. Remove the line.",
    "found unexpected end of stream": openQuote,
    "found unexpected document indicator": openQuote,
    "found unknown escape character": "this escape means nothing in double quotes. Write \\\\ for a backslash, or use single quotes.",
    "did not find expected hexdecimal number": code,
    "found invalid Unicode character escape code": code,
    "found a tab character that violates indentation": "a tab indents the line. Use spaces.",
    "found a tab character where an indentation space is expected": "a tab indents the line. Use spaces.",
    "found an indentation indicator equal to 0": block,
    "did not find expected comment or line break": block,
    "did not find expected alphabetic or numeric character": "`&` and `*` start the name of an anchor, of letters, digits, `-` and `_`. Put the value in quotes if it is a word.",
    "did not find expected whitespace or line break": tag,
    "did not find the expected '>'": tag,
    "did not find expected tag URI": tag,
    "did not find URI escaped octet": tag,
    "found undefined tag handle": tag,
    "could not find expected directive name": directive,
    "found unexpected non-alphabetical character": directive,
    "found unknown directive name": directive,
    "did not find expected '!'": directive,
    "did not find expected whitespace": directive,
    "found duplicate %TAG directive": directive,
    "found duplicate %YAML directive": version,
    "found incompatible YAML document": version,
    "did not find expected version number": version,
    "found extremely long version number": version,
    "did not find expected digit or '.' character": version,
};

// EXTERNAL MODULE: ./lib/yaml/read/scalar.js
var read_scalar = __webpack_require__(9818);
// EXTERNAL MODULE: ./lib/yaml/read/excess.js
var excess = __webpack_require__(5673);
;// CONCATENATED MODULE: ./lib/yaml/read/go/cursor.js

function startOf(text) {
    return { text, at: 0, line: 0, lineStart: 0 };
}
function columnOf({ at, lineStart }) {
    return at - lineStart;
}
function peek({ text, at }, ahead = 0) {
    return text[at + ahead] ?? "";
}
function isSpaceOrTab(character) {
    return character === " " || character === "\t";
}
function isLineBreak(character) {
    return /^[\r\n\u0085\u2028\u2029]$/.test(character);
}
function isGap(character) {
    return character === "" || isSpaceOrTab(character) || isLineBreak(character);
}
function take(cursor, pattern) {
    pattern.lastIndex = cursor.at;
    const [found = ""] = pattern.exec(cursor.text) ?? [];
    cursor.at += found.length;
    return found;
}
const lineBreak = /\r\r?\n|[\r\n\u0085\u2028\u2029]/y;
function takeBreak(cursor) {
    const found = take(cursor, lineBreak);
    if (found === "")
        return "";
    cursor.line++;
    cursor.lineStart = cursor.at;
    return found === "\u2028" || found === "\u2029" ? found : "\n";
}
const blanks = /[ \t]*/y;
const restOfLine = /[^\r\n\u0085\u2028\u2029]*/y;
function takeRestOfLine(cursor, start) {
    take(cursor, blanks);
    if (peek(cursor) === "#")
        take(cursor, restOfLine);
    const next = peek(cursor);
    if (next !== "" && !isLineBreak(next))
        throw refuse("did not find expected comment or line break", start);
    takeBreak(cursor);
}
function isMarker(cursor, marker) {
    return columnOf(cursor) === 0 && cursor.text.startsWith(marker, cursor.at) && isGap(peek(cursor, 3));
}
function isAnyMarker(cursor) {
    return isMarker(cursor, "---") || isMarker(cursor, "...");
}

;// CONCATENATED MODULE: ./lib/yaml/read/go/tags.js


const handle = /![\w-]*!?/y;
const uri = /[\w;/?:@&=+$,.!~*'()[\]%-]*/y;
function takeTag(cursor) {
    const start = cursor.at;
    const tag = peek(cursor, 1) === "<" ? takeVerbatim(cursor, start) : takeShorthand(cursor, start);
    if (!isGap(peek(cursor)))
        throw refuse("did not find expected whitespace or line break", start);
    return tag;
}
function takeVerbatim(cursor, start) {
    cursor.at += 2;
    const suffix = unescapeUri(take(cursor, uri), start);
    if (suffix === "")
        throw refuse("did not find expected tag URI", start);
    if (peek(cursor) !== ">")
        throw refuse("did not find the expected '>'", start);
    cursor.at++;
    return { handle: "", suffix };
}
function takeShorthand(cursor, start) {
    const first = take(cursor, handle);
    const rest = unescapeUri(take(cursor, uri), start);
    if (first.length > 1 && first.endsWith("!")) {
        if (rest === "")
            throw refuse("did not find expected tag URI", start);
        return { handle: first, suffix: rest };
    }
    const suffix = first.slice(1) + rest;
    return suffix === "" ? { handle: "", suffix: "!" } : { handle: "!", suffix };
}
function unescapeUri(text, start) {
    try {
        return text.includes("%") ? decodeURIComponent(text) : text;
    }
    catch {
        throw refuse("did not find URI escaped octet", start);
    }
}
function resolveTag({ handle, suffix }, handles, start) {
    if (handle === "")
        return suffix;
    const prefix = handles.get(handle) ?? defaultHandles.get(handle);
    if (prefix === undefined || prefix + suffix === "")
        throw refuse("found undefined tag handle", start);
    return prefix + suffix;
}
const defaultHandles = new Map([
    ["!", "!"],
    ["!!", "tag:yaml.org,2002:"],
]);
const letters = /[\w-]*/y;
const tags_blanks = /[ \t]*/y;
const digits = /[0-9]*/y;
function takeDirective(cursor) {
    const start = cursor.at;
    cursor.at++;
    const name = take(cursor, letters);
    if (name === "")
        throw refuse("could not find expected directive name", start);
    if (!isGap(peek(cursor)))
        throw refuse("found unexpected non-alphabetical character", start);
    if (name !== "YAML" && name !== "TAG")
        throw refuse("found unknown directive name", start);
    take(cursor, tags_blanks);
    const directive = name === "YAML" ? takeVersion(cursor, start) : takeHandle(cursor, start);
    takeRestOfLine(cursor, start);
    return directive;
}
function takeVersion(cursor, start) {
    const major = takeNumber(cursor, start);
    if (peek(cursor) !== ".")
        throw refuse("did not find expected digit or '.' character", start);
    cursor.at++;
    return { name: "YAML", version: `${major}.${takeNumber(cursor, start)}` };
}
function takeNumber(cursor, start) {
    const number = take(cursor, digits);
    if (number.length > 2)
        throw refuse("found extremely long version number", start);
    if (number === "")
        throw refuse("did not find expected version number", start);
    return Number(number);
}
function takeHandle(cursor, start) {
    const name = take(cursor, handle);
    if (name === "" || (name !== "!" && !name.endsWith("!")))
        throw refuse("did not find expected '!'", start);
    if (take(cursor, tags_blanks) === "")
        throw refuse("did not find expected whitespace", start);
    const prefix = unescapeUri(take(cursor, uri), start);
    if (prefix === "")
        throw refuse("did not find expected tag URI", start);
    if (!isGap(peek(cursor)))
        throw refuse("did not find expected whitespace or line break", start);
    return { name: "TAG", handle: name, prefix };
}

;// CONCATENATED MODULE: ./lib/yaml/read/go/block-scalars.js


const header = /([+-]?)([0-9]?)/y;
const headerTurned = /([0-9])([+-]?)/y;
const spaces = / */y;
const block_scalars_restOfLine = /[^\r\n\u0085\u2028\u2029]*/y;
function takeBlock(cursor, parentIndent) {
    const start = cursor.at;
    const isFolded = peek(cursor) === ">";
    cursor.at++;
    const signs = /^[0-9]/.test(peek(cursor)) ? take(cursor, headerTurned) : take(cursor, header);
    const width = Number(/[0-9]/.exec(signs)?.[0] ?? Number.NaN);
    if (width === 0)
        throw refuse("found an indentation indicator equal to 0", start);
    takeRestOfLine(cursor, start);
    let end = Math.max(start + 1, endOfLineBefore(cursor));
    let value = "";
    let first = "";
    let wasIndented = false;
    let { indent, breaks } = takeIndents(cursor, width ? Math.max(parentIndent, 0) + width : 0, parentIndent, start);
    while (columnOf(cursor) === indent && peek(cursor) !== "") {
        const isIndented = isSpaceOrTab(peek(cursor));
        value += isFolded && first === "\n" && !wasIndented && !isIndented ? (breaks === "" ? " " : "") : first;
        value += breaks + take(cursor, block_scalars_restOfLine);
        wasIndented = isIndented;
        end = cursor.at;
        first = takeBreak(cursor);
        ({ breaks } = takeIndents(cursor, indent, parentIndent, start));
    }
    if (signs.includes("-"))
        return { value, end };
    if (!signs.includes("+"))
        return { value: value + first, end };
    return { value: value + first + breaks, end: breaks === "" ? end : Math.max(end, endOfLineBefore(cursor)) };
}
function endOfLineBefore({ text, lineStart }) {
    return lineStart - (text.endsWith("\r\n", lineStart) ? 2 : Math.min(1, lineStart));
}
function takeIndents(cursor, known, parentIndent, start) {
    let breaks = "";
    let deepest = 0;
    for (;;) {
        if (known === 0)
            take(cursor, spaces);
        else
            while (columnOf(cursor) < known && peek(cursor) === " ")
                cursor.at++;
        deepest = Math.max(deepest, columnOf(cursor));
        if (peek(cursor) === "\t" && (known === 0 || columnOf(cursor) < known))
            throw refuse("found a tab character where an indentation space is expected", start);
        if (!isLineBreak(peek(cursor)))
            break;
        breaks += takeBreak(cursor);
    }
    return { breaks, indent: known === 0 ? Math.max(deepest, parentIndent + 1, 1) : known };
}

;// CONCATENATED MODULE: ./lib/yaml/read/go/flow-scalars.js


function takeQuoted(cursor) {
    const start = cursor.at;
    const quote = peek(cursor);
    cursor.at++;
    let value = "";
    for (;;) {
        if (isAnyMarker(cursor))
            throw refuse("found unexpected document indicator", start);
        if (peek(cursor) === "")
            throw refuse("found unexpected end of stream", start);
        const { text, joins } = takeCharacters(cursor, quote, start);
        value += text;
        if (peek(cursor) === quote)
            break;
        value += takeFold(cursor, joins);
    }
    cursor.at++;
    return value;
}
const single = /[^' \t\r\n\u0085\u2028\u2029]+/y;
const flow_scalars_double = /[^"\\ \t\r\n\u0085\u2028\u2029]+/y;
function takeCharacters(cursor, quote, start) {
    let text = "";
    for (;;) {
        text += take(cursor, quote === "'" ? single : flow_scalars_double);
        const next = peek(cursor);
        if (next === "'" && peek(cursor, 1) === "'" && quote === "'") {
            text += "'";
            cursor.at += 2;
        }
        else if (next === "\\" && quote === '"') {
            cursor.at++;
            if (isLineBreak(peek(cursor))) {
                takeBreak(cursor);
                return { text, joins: true };
            }
            text += takeEscape(cursor, start);
        }
        else
            return { text, joins: false };
    }
}
const escapes = new Map([
    ["0", "\0"],
    ["a", "\x07"],
    ["b", "\b"],
    ["t", "\t"],
    ["\t", "\t"],
    ["n", "\n"],
    ["v", "\v"],
    ["f", "\f"],
    ["r", "\r"],
    ["e", "\x1b"],
    [" ", " "],
    ['"', '"'],
    ["'", "'"],
    ["\\", "\\"],
    ["N", "\u0085"],
    ["_", "\u00a0"],
    ["L", "\u2028"],
    ["P", "\u2029"],
]);
const codes = new Map([
    ["x", /[0-9A-Fa-f]{2}/y],
    ["u", /[0-9A-Fa-f]{4}/y],
    ["U", /[0-9A-Fa-f]{8}/y],
]);
function takeEscape(cursor, start) {
    const name = peek(cursor);
    const digits = codes.get(name);
    const meaning = escapes.get(name);
    if (!digits && meaning === undefined)
        throw refuse("found unknown escape character", cursor.at - 1);
    cursor.at++;
    if (!digits)
        return meaning ?? "";
    const code = take(cursor, digits);
    if (code === "")
        throw refuse("did not find expected hexdecimal number", start);
    const point = Number.parseInt(code, 16);
    if ((point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff)
        throw refuse("found invalid Unicode character escape code", start);
    return String.fromCodePoint(point);
}
const flow_scalars_blanks = /[ \t]+/y;
function takeFold(cursor, joins) {
    const spaces = take(cursor, flow_scalars_blanks);
    const first = joins ? "" : takeBreak(cursor);
    if (!joins && first === "")
        return spaces;
    let rest = "";
    while (isSpaceOrTab(peek(cursor)) || isLineBreak(peek(cursor))) {
        take(cursor, flow_scalars_blanks);
        rest += takeBreak(cursor);
    }
    return fold(first, rest);
}
function fold(first, rest) {
    if (first !== "\n")
        return first + rest;
    return rest === "" ? " " : rest;
}
const inBlock = /(?:[^: \t\r\n\u0085\u2028\u2029]|:(?![ \t\r\n\u0085\u2028\u2029]|$))+/y;
const inFlow = /(?:[^:,?[\]{} \t\r\n\u0085\u2028\u2029]|:(?![ \t\r\n\u0085\u2028\u2029]|$))+/y;
function takePlain(cursor, indent, isFlow) {
    const start = cursor.at;
    let [value, gap, end, isBroken] = ["", "", start, false];
    while (!isAnyMarker(cursor) && peek(cursor) !== "#") {
        const word = take(cursor, isFlow ? inFlow : inBlock);
        if (word !== "") {
            value += gap + word;
            [gap, end, isBroken] = ["", cursor.at, false];
        }
        if (peek(cursor) === "" || !isGap(peek(cursor)))
            break;
        const spaces = take(cursor, flow_scalars_blanks);
        const first = isBroken ? "" : takeBreak(cursor);
        if (!isBroken && first === "") {
            gap = spaces;
            continue;
        }
        isBroken = true;
        gap = fold(first, flow_scalars_takeIndents(cursor, indent, start));
        if (!isFlow && columnOf(cursor) < indent)
            break;
    }
    return { value, end, isBroken };
}
function flow_scalars_takeIndents(cursor, indent, start) {
    let breaks = "";
    for (let next = peek(cursor); isSpaceOrTab(next) || isLineBreak(next); next = peek(cursor)) {
        if (next === "\t" && columnOf(cursor) < indent)
            throw refuse("found a tab character that violates indentation", start);
        if (isSpaceOrTab(next))
            cursor.at++;
        else
            breaks += takeBreak(cursor);
    }
    return breaks;
}

;// CONCATENATED MODULE: ./lib/yaml/read/go/scanner.js


function startScanner(text) {
    const scanner = {
        cursor: startOf(text),
        indent: -1,
        outer: [],
        keys: [],
        waiting: new Map(),
        mayStartKey: true,
        queue: [],
        taken: 0,
    };
    openLevel(scanner);
    return scanner;
}
function isWaiting(scanner) {
    const level = scanner.waiting.get(scanner.taken);
    const key = level === undefined ? undefined : scanner.keys[level];
    return key !== undefined && isStillPossible(scanner, key);
}
function isStillPossible({ cursor }, key) {
    if (!key.isPossible)
        return false;
    if (key.line === cursor.line && lengthOf(cursor, key.at) <= 1024)
        return true;
    if (key.isRequired)
        throw refuse("could not find expected ':'", key.at);
    key.isPossible = false;
    return false;
}
function lengthOf({ text, at }, start) {
    return at - start <= 1024 ? at - start : [...text.slice(start, at)].length;
}
function lastKey({ keys }) {
    return keys[keys.length - 1];
}
function forgetKey(scanner) {
    const key = lastKey(scanner);
    if (!key.isPossible)
        return;
    if (key.isRequired)
        throw refuse("could not find expected ':'", key.at);
    key.isPossible = false;
    scanner.waiting.delete(key.token);
}
function noteKey(scanner) {
    if (!scanner.mayStartKey)
        return;
    forgetKey(scanner);
    const key = possibleKeyAt(scanner, true);
    scanner.keys[scanner.keys.length - 1] = key;
    scanner.waiting.set(key.token, scanner.keys.length - 1);
}
function possibleKeyAt(scanner, isPossible) {
    const { cursor, indent, taken, queue } = scanner;
    const column = columnOf(cursor);
    const isRequired = isInBlock(scanner) && indent === column;
    return { isPossible, token: taken + queue.length, at: cursor.at, line: cursor.line, column, isRequired };
}
function openLevel(scanner) {
    scanner.keys.push(possibleKeyAt(scanner, false));
}
function closeLevel(scanner) {
    if (isInBlock(scanner))
        return;
    scanner.waiting.delete(lastKey(scanner).token);
    scanner.keys.pop();
}
function isInBlock({ keys }) {
    return keys.length === 1;
}
function push({ queue, cursor }, start, meaning) {
    queue.push({ start, end: cursor.at, ...meaning });
}
function insert({ queue, taken }, token, at, meaning) {
    const place = token - taken;
    queue.splice(place < 0 ? queue.length : place, 0, { start: at, end: at, ...meaning });
}
function openBlock(scanner, column, kind, key) {
    if (!isInBlock(scanner) || scanner.indent >= column)
        return;
    scanner.outer.push(scanner.indent);
    scanner.indent = column;
    insert(scanner, key?.token ?? scanner.taken + scanner.queue.length, key?.at ?? scanner.cursor.at, { kind });
}
function closeBlocks(scanner, column) {
    if (!isInBlock(scanner))
        return;
    while (scanner.indent > column) {
        push(scanner, scanner.cursor.at, { kind: "block-end" });
        scanner.indent = scanner.outer.pop() ?? -1;
    }
}

;// CONCATENATED MODULE: ./lib/yaml/read/go/tokens.js






function scan(text) {
    const scanner = startScanner(text);
    const next = () => {
        while (scanner.queue.length === 0 || isWaiting(scanner))
            scanToken(scanner);
        const token = scanner.queue[0];
        if (token.kind !== "stream-end") {
            scanner.queue.shift();
            scanner.taken++;
        }
        return token;
    };
    return { next, cursor: scanner.cursor };
}
const tokens_restOfLine = /[^\r\n\u0085\u2028\u2029]*/y;
const tokens_spaces = / */y;
const tokens_blanks = /[ \t]*/y;
function skipToToken(scanner) {
    const { cursor } = scanner;
    for (;;) {
        if (columnOf(cursor) === 0 && startsWithBom(cursor))
            cursor.at++;
        take(cursor, isInBlock(scanner) && scanner.mayStartKey ? tokens_spaces : tokens_blanks);
        if (peek(cursor) === "#")
            take(cursor, tokens_restOfLine);
        if (!isLineBreak(peek(cursor)))
            return;
        takeBreak(cursor);
        if (isInBlock(scanner))
            scanner.mayStartKey = true;
    }
}
function startsWithBom({ text, at }) {
    return text.startsWith("\uFEFF") && at < bufferedAtFirst;
}
const bufferedAtFirst = 500;
function scanToken(scanner) {
    skipToToken(scanner);
    closeBlocks(scanner, columnOf(scanner.cursor));
    chooseScan(scanner)(scanner);
}
function chooseScan(scanner) {
    const { cursor } = scanner;
    const first = peek(cursor);
    const inBlock = isInBlock(scanner);
    const isIndicator = !inBlock || isGap(peek(cursor, 1));
    if (first === "")
        return scanStreamEnd;
    if (first === "%" && columnOf(cursor) === 0)
        return scanDirective;
    if (isAnyMarker(cursor))
        return scanMarker;
    if (first === "[" || first === "{")
        return scanOpening;
    if (first === "]" || first === "}")
        return scanClosing;
    if (first === ",")
        return scanComma;
    if (first === "-" && isGap(peek(cursor, 1)))
        return scanDash;
    if (first === "?" && isIndicator)
        return scanQuestionMark;
    if (first === ":" && isIndicator)
        return scanColon;
    if (first === "*" || first === "&")
        return scanAnchor;
    if (first === "!")
        return scanTag;
    if ((first === "|" || first === ">") && inBlock)
        return scanBlockScalar;
    if (first === "'" || first === '"')
        return scanQuoted;
    if (first === "\t")
        throw refuse("found a tab that cannot start any token", cursor.at);
    if ("%@`|>".includes(first))
        throw refuse("found character that cannot start any token", cursor.at);
    return scanPlain;
}
function scanStreamEnd(scanner) {
    closeBlocks(scanner, -1);
    forgetKey(scanner);
    push(scanner, scanner.cursor.at, { kind: "stream-end" });
}
function scanDirective(scanner) {
    closeBlocks(scanner, -1);
    forgetKey(scanner);
    scanner.mayStartKey = false;
    const start = scanner.cursor.at;
    push(scanner, start, { kind: "directive", directive: takeDirective(scanner.cursor) });
}
function scanMarker(scanner) {
    closeBlocks(scanner, -1);
    forgetKey(scanner);
    scanSign(scanner, isMarker(scanner.cursor, "---") ? "document-start" : "document-end", 3, false);
}
function scanSign(scanner, kind, length, mayStartKey) {
    const start = scanner.cursor.at;
    scanner.mayStartKey = mayStartKey;
    scanner.cursor.at += length;
    push(scanner, start, { kind });
}
function scanOpening(scanner) {
    noteKey(scanner);
    openLevel(scanner);
    scanSign(scanner, peek(scanner.cursor) === "[" ? "[" : "{", 1, true);
}
function scanClosing(scanner) {
    forgetKey(scanner);
    closeLevel(scanner);
    scanSign(scanner, peek(scanner.cursor) === "]" ? "]" : "}", 1, false);
}
function scanComma(scanner) {
    forgetKey(scanner);
    scanSign(scanner, ",", 1, true);
}
function scanDash(scanner) {
    const { cursor } = scanner;
    if (isInBlock(scanner) && !scanner.mayStartKey)
        throw refuse("block sequence entries are not allowed in this context", cursor.at);
    openBlock(scanner, columnOf(cursor), "block-sequence");
    forgetKey(scanner);
    scanSign(scanner, "-", 1, true);
}
function scanQuestionMark(scanner) {
    const { cursor } = scanner;
    if (isInBlock(scanner) && !scanner.mayStartKey)
        throw refuse("mapping keys are not allowed in this context", cursor.at);
    openBlock(scanner, columnOf(cursor), "block-mapping");
    forgetKey(scanner);
    scanSign(scanner, "?", 1, isInBlock(scanner));
}
function scanColon(scanner) {
    const { cursor } = scanner;
    const key = lastKey(scanner);
    if (isStillPossible(scanner, key)) {
        insert(scanner, key.token, key.at, { kind: "?" });
        openBlock(scanner, key.column, "block-mapping", key);
        key.isPossible = false;
        scanner.waiting.delete(key.token);
        scanSign(scanner, ":", 1, false);
        return;
    }
    if (isInBlock(scanner) && !scanner.mayStartKey)
        throw refuse("mapping values are not allowed in this context", cursor.at);
    openBlock(scanner, columnOf(cursor), "block-mapping");
    scanSign(scanner, ":", 1, isInBlock(scanner));
}
const tokens_name = /[\w-]*/y;
function scanAnchor(scanner) {
    const { cursor } = scanner;
    const kind = peek(cursor) === "*" ? "alias" : "anchor";
    noteKey(scanner);
    scanner.mayStartKey = false;
    const start = cursor.at;
    cursor.at++;
    const found = take(cursor, tokens_name);
    const next = peek(cursor);
    if (found === "" || !(isGap(next) || "?:,]}%@`".includes(next)))
        throw refuse("did not find expected alphabetic or numeric character", start);
    push(scanner, start, { kind, name: found });
}
function scanTag(scanner) {
    noteKey(scanner);
    scanner.mayStartKey = false;
    const start = scanner.cursor.at;
    push(scanner, start, { kind: "tag", tag: takeTag(scanner.cursor) });
}
function scanBlockScalar(scanner) {
    const { cursor, indent, queue } = scanner;
    forgetKey(scanner);
    scanner.mayStartKey = true;
    const start = cursor.at;
    const { value, end } = takeBlock(cursor, indent);
    queue.push({ kind: "scalar", start, end, value, style: "block" });
}
function scanQuoted(scanner) {
    const { cursor } = scanner;
    noteKey(scanner);
    scanner.mayStartKey = false;
    const start = cursor.at;
    const style = peek(cursor) === "'" ? "single" : "double";
    push(scanner, start, { kind: "scalar", value: takeQuoted(cursor), style });
}
function scanPlain(scanner) {
    const { cursor, indent, queue } = scanner;
    noteKey(scanner);
    scanner.mayStartKey = false;
    const start = cursor.at;
    const { value, end, isBroken } = takePlain(cursor, indent + 1, !isInBlock(scanner));
    if (isBroken)
        scanner.mayStartKey = true;
    queue.push({ kind: "scalar", start, end, value, style: "plain" });
}

;// CONCATENATED MODULE: ./lib/yaml/read/go/grammar.js




function parseSentence(text) {
    const { next, cursor } = scan(text);
    const tokens = [];
    const words = new Map();
    const handles = new Map();
    let ahead;
    let depth = 0;
    document();
    return { tokens, words, ends: peek().kind === "document-end" ? peek().end : peek().start, seen: cursor.at };
    function peek() {
        ahead ??= next();
        return ahead;
    }
    function take() {
        const token = peek();
        ahead = undefined;
        if (token.kind !== "directive")
            tokens.push(token);
        if (tokens.length > excess/* maxLexemes */.kV)
            throw new Unreadable(excess/* tooMany */.Ot, token.start);
        return token;
    }
    function isNext(...kinds) {
        return kinds.includes(peek().kind);
    }
    function document() {
        if (isNext("stream-end"))
            return;
        if (isNext("directive", "document-start")) {
            const { start } = peek();
            directives();
            if (!isNext("document-start"))
                throw refuse("did not find expected <document start>", start);
            take();
            if (isNext("directive", "document-start", "document-end", "stream-end")) {
                nothing();
                return;
            }
        }
        node("block");
        peek();
    }
    function directives() {
        let hasVersion = false;
        for (let token = peek(); token.kind === "directive"; token = peek()) {
            const { directive, start } = token;
            if (directive.name === "YAML") {
                if (hasVersion)
                    throw refuse("found duplicate %YAML directive", start);
                if (directive.version !== "1.1")
                    throw refuse("found incompatible YAML document", start);
                hasVersion = true;
            }
            else if (handles.has(directive.handle))
                throw refuse("found duplicate %TAG directive", start);
            else
                handles.set(directive.handle, directive.prefix);
            take();
        }
    }
    function node(place) {
        if (++depth > excess/* maxHeight */.Kr)
            throw new Unreadable(excess/* tooDeep */.DI, peek().start);
        if (isNext("alias"))
            take();
        else
            content(place);
        depth--;
    }
    function content(place) {
        const properties = takeProperties();
        const token = peek();
        if (token.kind === "scalar") {
            take();
            const { start, end, value, style } = token;
            words.set(start, { value, style, end, ...(properties?.tag !== undefined && { tag: properties.tag }) });
        }
        else if (token.kind === "-" && place === "value")
            listAtKey();
        else if (token.kind === "[")
            flowSequence();
        else if (token.kind === "{")
            flowMapping();
        else if (token.kind === "block-sequence" && place !== "flow")
            blockSequence();
        else if (token.kind === "block-mapping" && place !== "flow")
            blockMapping();
        else if (properties)
            nothing(properties.tag);
        else
            throw refuse("did not find expected node content", token.start);
    }
    function nothing(tag) {
        const at = tokens.findLast(({ start, end }) => start < end)?.end ?? 0;
        tokens.push({ kind: "scalar", start: at, end: at, value: "", style: "plain" });
        if (tag !== undefined)
            words.set(at, { value: "", style: "plain", end: at, tag });
    }
    function takeProperties() {
        let tag;
        let hasAnchor = false;
        for (let token = peek();; token = peek()) {
            if (token.kind === "tag" && tag === undefined)
                tag = resolveTag(token.tag, handles, token.start);
            else if (token.kind === "anchor" && !hasAnchor)
                hasAnchor = true;
            else
                break;
            take();
        }
        return hasAnchor || tag !== undefined ? { ...(tag !== undefined && { tag }) } : undefined;
    }
    function blockSequence() {
        take();
        while (isNext("-")) {
            take();
            if (isNext("-", "block-end"))
                nothing();
            else
                node("block");
        }
        if (!isNext("block-end"))
            throw refuse("did not find expected '-' indicator", peek().start);
        take();
    }
    function listAtKey() {
        while (isNext("-")) {
            take();
            if (isNext("-", "?", ":", "block-end"))
                nothing();
            else
                node("block");
        }
    }
    function blockMapping() {
        take();
        while (isNext("?")) {
            keyOrValue();
            if (isNext(":"))
                keyOrValue();
            else
                nothing();
        }
        if (!isNext("block-end"))
            throw refuse("did not find expected key", peek().start);
        take();
    }
    function keyOrValue() {
        take();
        if (isNext("?", ":", "block-end"))
            nothing();
        else
            node("value");
    }
    function flowSequence() {
        take();
        for (let isFirst = true; !isNext("]"); isFirst = false) {
            if (!isFirst) {
                if (!isNext(","))
                    throw refuse("did not find expected ',' or ']'", peek().start);
                take();
                if (isNext("]"))
                    break;
            }
            if (isNext("?"))
                pairInSequence();
            else
                node("flow");
        }
        take();
    }
    function pairInSequence() {
        take();
        if (isNext(":", ",", "]")) {
            nothing();
            take();
        }
        else
            node("flow");
        flowValue("]");
    }
    function flowValue(close) {
        if (isNext(":")) {
            take();
            if (!isNext(",", close)) {
                node("flow");
                return;
            }
        }
        nothing();
    }
    function flowMapping() {
        take();
        for (let isFirst = true; !isNext("}"); isFirst = false) {
            if (!isFirst) {
                if (!isNext(","))
                    throw refuse("did not find expected ',' or '}'", peek().start);
                take();
                if (isNext("}"))
                    break;
            }
            if (isNext("?"))
                pairInMapping();
            else {
                node("flow");
                nothing();
            }
        }
        take();
    }
    function pairInMapping() {
        take();
        if (isNext(":", ",", "}"))
            nothing();
        else
            node("flow");
        flowValue("}");
    }
}

;// CONCATENATED MODULE: ./lib/yaml/read/syntax.js




function parse(text) {
    const sentence = parsePrintable(text);
    const [document] = new dist/* Composer */.Dk(options).compose(tokensOf(text, sentence));
    const error = document?.errors.find(({ code }) => code !== "MISSING_CHAR");
    if (error)
        throw new Unreadable("Readers take this differently. Write it as plain keys and values.", error.pos[0]);
    return { root: document?.contents ?? null, words: sentence.words, ends: sentence.ends };
}
const forbidden = /[^\t\n\r\x20-\x7e\x85\xa0-\ufffd]/;
function parsePrintable(text) {
    const control = text.search(forbidden);
    if (control === -1)
        return parseSentence(text);
    try {
        const sentence = parseSentence(text);
        if (!isRead(text, control, sentence.seen))
            return sentence;
    }
    catch (error) {
        if (!(error instanceof Unreadable))
            throw error;
    }
    throw refuse("control characters are not allowed", control);
}
function isRead(text, offset, seen) {
    const block = (end) => Math.floor(new TextEncoder().encode(text.slice(0, end)).length / 512);
    return block(offset) <= block(seen + 4);
}
const options = {
    schema: "failsafe",
    resolveKnownTags: false,
    uniqueKeys: false,
    strict: false,
    logLevel: "silent",
};
function* tokensOf(text, sentence) {
    const parser = new dist/* Parser */.iX();
    let count = 0;
    for (const lexeme of lexemesOf(text, sentence)) {
        yield* parser.next(lexeme);
        if (++count > excess/* maxLexemes */.kV)
            throw new Unreadable(excess/* tooMany */.Ot, parser.offset);
    }
    yield* parser.end();
}
function* lexemesOf(text, { tokens, ends }) {
    yield dist/* CST */.DB.DOCUMENT;
    let at = 0;
    let brackets = 0;
    let before = "document-start";
    for (const token of tokens) {
        const isOnLine = brackets > 0 || (introductions.has(before) && nodeStarts.has(token.kind));
        const isWritten = token.start < token.end || token.kind === "scalar";
        before = isWritten ? token.kind : "block-end";
        if (!isWritten)
            continue;
        yield* gap(text.slice(at, token.start), isOnLine);
        if (token.kind === "[" || token.kind === "{")
            brackets++;
        if (token.kind === "]" || token.kind === "}")
            brackets--;
        if (token.kind === "scalar")
            yield dist/* CST */.DB.SCALAR;
        yield standIn(token);
        at = token.end;
    }
    yield* gap(text.slice(at, ends), false);
}
const introductions = new Set([":", "-", "?", "anchor", "tag"]);
const nodeStarts = new Set(["scalar", "[", "{", "alias", "anchor", "tag"]);
function* gap(between, isOnLine) {
    const at = isOnLine ? -1 : between.search(/[\r\n\u0085\u2028\u2029][^\r\n\u0085\u2028\u2029]*$/);
    const before = at === -1 ? between.length : at;
    const behind = between.length - before - 1;
    if (before > 0)
        yield " ".repeat(before);
    if (at !== -1)
        yield "\n";
    if (behind > 0)
        yield " ".repeat(behind);
}
function standIn({ kind, start, end, ...token }) {
    const length = end - start;
    switch (kind) {
        case "scalar":
            return "x".repeat(length);
        case "tag":
            return `!${"x".repeat(length - 1)}`;
        case "anchor":
            return `&${"name" in token ? token.name : ""}`;
        case "alias":
            return `*${"name" in token ? token.name : ""}`;
        case "document-start":
            return "---";
        default:
            return kind;
    }
}

;// CONCATENATED MODULE: ./lib/yaml/read/full.js







function readFully(text, offset) {
    const [chunk, base] = text.startsWith("\uFEFF") ? [text.slice(1), offset + 1] : [text, offset];
    try {
        const { root, words, ends } = parse(chunk.endsWith("\n") ? chunk : `${chunk}\n`);
        const aliases = [];
        const tree = root && isWritten(root) ? convert(root, words, chunk, base, aliases) : undefined;
        const [rest] = /^(?:\s|#.*)*(?=[^\s#])/.exec(chunk.slice(ends)) ?? [];
        return { ...(tree && { tree }), aliases, ...(rest !== undefined && { ends: base + ends + rest.length }) };
    }
    catch (error) {
        if (!(error instanceof Unreadable))
            throw error;
        const { message } = error;
        return {
            error: isTemplate(chunk) && !(0,limits/* isLimitSentence */.VE)(message) ? unrendered : message,
            offset: base + error.offset,
        };
    }
}
const unrendered = "This is a template, not YAML: render it, then review what it makes.";
function isTemplate(text) {
    return /\{\{[-\s]*[\w.$("/]/.test(text);
}
function convert(root, words, chunk, base, aliases) {
    const anchors = new Map();
    return member(root, 0);
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
        const [start] = spanOf(from);
        const word = words.get(start);
        if (!word)
            return empty(start, null);
        const end = Math.min(word.end, chunk.length);
        return { kind: "scalar", range: range(start, end), value: valueAt(start, word), style: word.style };
    }
    function empty(at, value) {
        return { kind: "scalar", range: range(at, at), value, style: "plain" };
    }
    function valueAt(start, { value: text, style, tag }) {
        const value = tag !== undefined ? (0,read_scalar/* resolveTagged */.ht)(tag, text) : style === "plain" ? (0,read_scalar/* resolvePlain */.Rg)(text) : text;
        if (value === undefined)
            throw new Unreadable(`\`${text}\` does not fit its tag. Remove the tag, or correct the value.`, start);
        return value;
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
        const merge = key !== null && isMergeKey(key);
        const made = member(value, keyRange.end - base);
        if (merge && !isMergeable(made)) {
            throw new Unreadable("Only a mapping, or a list of mappings, can be merged with `<<`.", keyRange.start - base);
        }
        return { key: name, keyRange, merge, node: made };
    }
    function nameOf(key) {
        const target = isWritten(key) ? (0,tree/* resolve */.hd)(node(key)) : undefined;
        if (target?.kind !== "scalar")
            return undefined;
        return (0,read_scalar/* keyName */.xT)(target.value, words.get(target.range.start - base)?.value ?? "");
    }
    function isMergeKey(key) {
        const word = (0,dist/* isScalar */.jn)(key) ? words.get(spanOf(key)[0]) : undefined;
        if (word?.value !== "<<")
            return false;
        if (word.tag === undefined)
            return word.style === "plain";
        return word.tag === "!" || word.tag === "tag:yaml.org,2002:merge";
    }
    function sequence(from) {
        const items = from.items.map((item) => member(item, spanOf(item)[0]));
        return { kind: "sequence", range: collectionRange(from, items.at(-1)), flow: from.flow === true, items };
    }
    function member(from, offset) {
        const made = from && isWritten(from) ? node(from) : empty(from ? spanOf(from)[0] : offset, null);
        const target = (0,tree/* resolve */.hd)(made);
        if (target.kind !== "scalar" || typeof target.value !== "number" || Number.isFinite(target.value))
            return made;
        const [start, end] = [made.range.start - base, made.range.end - base];
        const word = chunk.slice(start, end);
        throw new Unreadable(`\`${word}\` is not a number to Kubernetes. Put it in quotes if it is a word.`, start);
    }
    function collectionRange(from, last) {
        const { start, end } = rangeOf(from);
        if (from.flow || !last)
            return { start, end };
        const line = chunk.slice((0,position/* startOfLine */.C2)(chunk, start - base), start - base);
        return { start: start - (/(?:[&!]\S*[ \t]+)+$/.exec(line)?.[0].length ?? 0), end: last.range.end };
    }
    function rangeOf(from) {
        const [start, end] = spanOf(from);
        return range(start, (0,dist/* isScalar */.jn)(from) ? Math.min(words.get(start)?.end ?? end, chunk.length) : end);
    }
    function range(start, end) {
        return { start: base + start, end: base + end };
    }
}
function spanOf({ range: [start, end] }) {
    return [start, end];
}
function isWritten(node) {
    return !(0,dist/* isScalar */.jn)(node) || node.range[0] < node.range[1] || node.anchor !== undefined || node.tag !== undefined;
}
function isMergeable(node) {
    const sources = node.kind === "sequence" ? node.items : [node];
    return sources.every((source) => (0,tree/* resolve */.hd)(source).kind === "mapping");
}


/***/ })

};
