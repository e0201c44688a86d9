export const id = 712;
export const ids = [712,497];
export const modules = {

/***/ 7712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  carryFixes: () => (/* reexport */ carryFixes),
  consumedBy: () => (/* reexport */ consumedBy),
  copyFiles: () => (/* reexport */ copyFiles),
  filesBehind: () => (/* reexport */ filesBehind),
  findRootsIn: () => (/* reexport */ findRootsIn),
  markEvaluated: () => (/* reexport */ markEvaluated),
  renderRoots: () => (/* reexport */ renderRoots),
  scratchFolder: () => (/* reexport */ scratchFolder)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/yaml/index.js + 23 modules
var yaml = __webpack_require__(182);
// EXTERNAL MODULE: ./lib/pod/index.js + 33 modules
var pod = __webpack_require__(7805);
;// CONCATENATED MODULE: ./lib/rendering/carry.js


const unknownLine = "the line that it comes from is not known";
function readRendered(source) {
    return (0,yaml/* read */.LF)(source, { matters: (text) => !(0,pod/* isDefinitionText */.H_)(text), limits: yaml/* usualLimits */.tW }).documents;
}
function editBetween(before, after) {
    let start = 0;
    while (start < before.length && before[start] === after[start])
        start++;
    let end = 0;
    while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end))
        end++;
    return { range: { start, end: before.length - end }, text: after.slice(start, after.length - end) };
}
async function proveInParts(open, done, findFault) {
    const [only] = open;
    if (only === undefined)
        return new Map();
    const fault = await findFault([...done, ...open]);
    if (!fault)
        done.push(...open);
    if (!fault)
        return new Map();
    if (open.length === 1)
        return new Map([[only, fault.reason]]);
    const suspects = open.filter((change) => fault.suspects?.has(change) ?? true);
    const isPart = suspects.length > 0 && suspects.length < open.length;
    const middle = open.length >> 1;
    const first = isPart ? open.filter((change) => !suspects.includes(change)) : open.slice(0, middle);
    const reasons = await proveInParts(first, done, findFault);
    return new Map([...reasons, ...(await proveInParts(isPart ? suspects : open.slice(middle), done, findFault))]);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/source/errors.js
var errors = __webpack_require__(6634);
;// CONCATENATED MODULE: ./lib/rendering/scratch.js





function scratchFolder() {
    scratch ??= makeScratch();
    return scratch;
}
let scratch;
function makeScratch() {
    process.on("exit", leaveNothing);
    for (const signal of signals)
        process.prependListener(signal, endBySignal);
    try {
        return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_fs_.realpathSync)((0,external_node_os_.tmpdir)()), "secctx-render-"));
    }
    catch (error) {
        throw new errors/* UsageError */.eb(`Charts and overlays are rendered in a folder in ${(0,external_node_os_.tmpdir)()}, which can't be made: ${(0,errors/* reasonOf */.A3)(error)}. Set TMPDIR to a folder that you may write to.`);
    }
}
const running = new Set();
function endWithUs(stop) {
    running.add(stop);
    return () => running.delete(stop);
}
function leaveNothing() {
    for (const stop of running)
        stop();
    if (scratch !== undefined)
        (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true, maxRetries: 3 });
}
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
function endBySignal(signal) {
    if (running.size === 0 && process.listenerCount(signal) > 1)
        return;
    leaveNothing();
    for (const each of signals)
        process.off(each, endBySignal);
    process.kill(process.pid, signal);
}
async function withFolder(use) {
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(scratchFolder(), "copy-"));
    try {
        return await use(folder);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
function copyFiles({ files, links }, inCopy, changedText) {
    for (const file of files)
        copyFile(file, inCopy(file), changedText(file));
    for (const [link, target] of links) {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(inCopy(link)), { recursive: true });
        (0,external_node_fs_.symlinkSync)((0,external_node_path_.relative)((0,external_node_path_.dirname)(link), target), inCopy(link));
    }
}
function copyFile(file, copy, changed) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(copy), { recursive: true });
    if (changed === undefined)
        (0,external_node_fs_.copyFileSync)(file, copy);
    else
        (0,external_node_fs_.writeFileSync)(copy, changed);
}
function writeText(path, text) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    (0,external_node_fs_.writeFileSync)(path, text);
}

;// CONCATENATED MODULE: ./lib/rendering/side-by-side.js

async function doSideBySide(items, work) {
    const made = [];
    let open = [...items.entries()];
    const workThrough = async () => {
        for (let next = open.shift(); next; next = open.shift()) {
            const [index, item] = next;
            made[index] = await work(item);
        }
    };
    const workers = Array.from({ length: (0,external_node_os_.availableParallelism)() }, () => workThrough().catch((error) => {
        open = [];
        throw error;
    }));
    const ended = await Promise.allSettled(workers);
    for (const each of ended)
        if (each.status === "rejected")
            throw each.reason;
    return made;
}

// EXTERNAL MODULE: ./lib/review/groups.js
var groups = __webpack_require__(1770);
// EXTERNAL MODULE: ./lib/review/source-edits.js
var source_edits = __webpack_require__(4347);
;// CONCATENATED MODULE: ./lib/rendering/inset.js

function valueNow({ document, path }, text) {
    const now = text === undefined || document.rendering
        ? document
        : (0,yaml/* read */.LF)({ file: document.file, text }).documents.find(({ index }) => index === document.index);
    return now && (0,yaml/* valueAt */.fK)(now.value, path);
}
function placesInDocument(document) {
    return (range) => placeAt(document, range, true);
}
function placeAt(document, range, isExact) {
    return { location: (0,yaml/* locationOf */.hD)(document, range), excerpt: (0,yaml/* lineText */.oZ)(document, range.start), isExact };
}
function placesWithin(document, path) {
    const toFile = (0,yaml/* offsetsWithin */.kH)(document, path);
    const { value } = (0,yaml/* locate */.x5)(document, path);
    const whole = (0,yaml/* pointAt */.sd)(document, path);
    const isOneLine = !document.text.slice(value.start, value.end).includes("\n");
    return ({ start, end }) => {
        const from = toFile?.(start);
        const to = toFile?.(end);
        if (from === undefined || to === undefined)
            return placeAt(document, whole, isOneLine);
        return placeAt(document, { start: from, end: to }, true);
    };
}
function editWithin({ document, path }, inner, edit) {
    const offsets = (0,yaml/* offsetsWithin */.kH)(document, path);
    const firstLine = inner.search(/[^\n]/);
    if (!offsets || firstLine === -1 || !inner.includes("\n"))
        return undefined;
    const columnOf = (at) => at - (document.text.lastIndexOf("\n", at - 1) + 1);
    const indent = " ".repeat(columnOf(offsets(firstLine)));
    const isBehind = edit.range.start === inner.length && inner.endsWith("\n");
    const { start, end } = isBehind ? { start: inner.length - 1, end: inner.length - 1 } : edit.range;
    const added = isBehind ? `\n${edit.text.replace(/\n$/, "")}` : edit.text;
    const lineBreak = document.text.includes("\r\n") ? "\r\n" : "\n";
    const isAtEmptyLine = /^[^\n]/.test(added) && columnOf(offsets(start)) === 0;
    const lines = added.split("\n").map((line, index, { length }) => {
        const isEmpty = line === "" && (index < length - 1 || /^\n?$/.test(inner.slice(end, end + 1)));
        return (index === 0 && !isAtEmptyLine) || isEmpty ? line : indent + line;
    });
    return { range: { start: offsets(start), end: offsets(end) }, text: lines.join(lineBreak) };
}

;// CONCATENATED MODULE: ./lib/rendering/helm/template-lines.js
function indentAt(text, lineStart) {
    let at = lineStart;
    while (text[at] === " ")
        at++;
    return at - lineStart;
}
function printsKey(lines, key, column) {
    const written = lines
        .map((line) => ({ text: line.trimStart(), indentation: indentAt(line, 0) }))
        .filter(({ text }) => text !== "" && !text.startsWith("#") && !text.startsWith("{{"));
    const end = written.findIndex(({ indentation }) => indentation < column);
    const own = end === -1 ? written : written.slice(0, end);
    return own.some(({ text, indentation }) => indentation === column && text.startsWith(`${key}:`));
}

;// CONCATENATED MODULE: ./lib/rendering/helm/template-edits.js



const notLiteral = "what is to be changed is not written in a template as it is rendered";
function editFor(document, patches, reading) {
    const changed = (0,yaml/* applyTogether */.f5)(document, patches);
    if ("declined" in changed)
        return changed.declined;
    const { text } = document;
    const edit = alignToLines(text, editBetween(text, changed.text));
    const removed = text.slice(edit.range.start, edit.range.end);
    const place = removed.includes("\n") || edit.text.includes("\n")
        ? placeLines(text, edit, reading)
        : placeInLine(text, edit, reading);
    return place ? { kind: "edit", document, patch: patches[0], ...place } : notLiteral;
}
function alignToLines(before, { range, text }) {
    let { start, end } = range;
    let added = text;
    if (start < end && added !== "")
        return { range, text };
    if (added.startsWith("\n") && before[start] === "\n") {
        added = `${added.slice(1)}\n`;
        start = end = start + 1;
    }
    const last = () => (added === "" ? before[end - 1] : added.at(-1));
    while (before[start - 1] !== "\n" && before[start - 1] === last()) {
        if (added !== "")
            added = last() + added.slice(0, -1);
        start--;
        end--;
    }
    return before[start - 1] === "\n" && last() === "\n" ? { range: { start, end }, text: added } : { range, text };
}
function placeInLine(text, { range, text: added }, { map }) {
    const isAdded = range.start === range.end;
    const isBefore = isAdded && !map.originAt(range.start - 1)?.literal;
    const from = isAdded && !isBefore ? range.start - 1 : range.start;
    const literal = map.originAt(from)?.literal;
    const last = map.originAt(Math.max(from, range.end - 1))?.literal;
    if (!literal || literal.site !== last?.site)
        return undefined;
    const { template } = literal.site;
    const known = text.slice(from, Math.max(range.end, from + 1));
    if (!template.text.startsWith(known, literal.offset))
        return undefined;
    const start = literal.offset + (isAdded && !isBefore ? 1 : 0);
    return { template, range: { start, end: start + range.end - range.start }, text: added };
}
function placeLines(before, { range: { start, end }, text: written }, { map, tokens }) {
    const from = (0,yaml/* startOfLine */.C2)(before, start);
    const isWhole = start === from && (end === start || before[end - 1] === "\n");
    const to = isWhole ? end : Math.min(before.length, (0,yaml/* endOfLine */.vT)(before, end) + 1);
    const added = before.slice(from, start) + written + before.slice(end, to);
    const replaced = before.slice(from, to).split("\n").slice(0, -1);
    const anchor = replaced.length > 0 ? from : (0,yaml/* startOfLine */.C2)(before, Math.max(0, from - 1));
    const rows = replaced.length > 0 ? replaced : [before.slice(anchor, (0,yaml/* endOfLine */.vT)(before, anchor))];
    let at = anchor;
    let site;
    let first;
    let next;
    for (const row of rows) {
        const literal = row.trim() === "" ? undefined : map.originAt(at + indentAt(row, 0))?.literal;
        if (!literal)
            return undefined;
        const source = literal.site.template.text;
        const line = (0,yaml/* startOfLine */.C2)(source, literal.offset);
        const stop = (0,yaml/* endOfLine */.vT)(source, line);
        if (source.slice(line, stop).trim() !== row.trim() || (next !== undefined && line !== next))
            return undefined;
        site ??= literal.site;
        first ??= line;
        next = Math.min(source.length, source.indexOf("\n", line) + 1 || source.length);
        at += row.length + 1;
    }
    if (!site || first === undefined || next === undefined)
        return undefined;
    const { template, token } = site;
    const behind = tokens.get(template)?.find(({ range }) => range.end > (next ?? 0));
    const isInArm = behind ? behind.parent === token.parent && behind.arm === token.arm : token.parent === undefined;
    if (replaced.length === 0 && !isInArm)
        return undefined;
    const shift = indentAt(template.text, first) - indentAt(before, anchor);
    const lines = added.split("\n").map((line) => {
        const indent = indentAt(line, 0);
        return line === "" ? line : " ".repeat(Math.max(0, indent + shift)) + line.slice(indent);
    });
    const text = lines.join(template.text.includes("\r\n") ? "\r\n" : "\n");
    return { template, range: { start: replaced.length > 0 ? first : next, end: next }, text };
}

;// CONCATENATED MODULE: ./lib/rendering/helm/carry-templates.js



function carryToTemplate(document, patch, reading) {
    const { depth, exists } = (0,yaml/* locate */.x5)(document, patch.path);
    const around = (0,yaml/* valueAt */.fK)(document.value, patch.path.slice(0, depth));
    if (!exists && (0,yaml/* isFields */.Ce)(around) && !(0,yaml/* isEmpty */.Im)(around)) {
        const place = findPlace(document, patch.path.slice(0, depth), around, amongOf(patch), reading);
        const { also: _, ...own } = patch;
        const key = String(patch.path[depth]);
        if (place && hasKeyBeside(place, key))
            return `${key} stands there under a condition`;
        if (place)
            return { kind: "insertion", ...place, patch: { ...own, path: patch.path.slice(depth) } };
        const isBlock = document.text[(0,yaml/* locate */.x5)(document, patch.path).value.start] !== "{";
        if (isBlock)
            return "no literal line of a template stands beside it";
    }
    return editFor(document, [patch], reading);
}
function amongOf(patch) {
    return (patch.op === "remove" ? undefined : patch.among) ?? {};
}
function hasKeyBeside(place, key) {
    const { template, offset, column } = place;
    const { text } = template;
    const isBeyond = (line) => /^ *[^ {#\r]/.test(line) && indentAt(line, 0) < column;
    const isKey = (line) => line.startsWith(`${key}:`, column) && /^[ -]*$/.test(line.slice(0, column));
    const above = text.slice(0, (0,yaml/* startOfLine */.C2)(text, offset)).split("\n").toReversed();
    const below = text.slice((0,yaml/* startOfLine */.C2)(text, offset)).split("\n");
    return [above, below].some((lines) => {
        const end = lines.findIndex(isBeyond);
        return lines.slice(0, end === -1 ? lines.length : end + 1).some(isKey);
    });
}
function findPlace(document, around, value, { before = [], after = [] }, reading) {
    const all = Object.keys((0,yaml/* isFields */.Ce)(value) ? value : {}).flatMap((key) => siblingAt(document, around, key, reading));
    const depthOf = ({ site }) => armsAround(site.token);
    const least = Math.min(...all.map(depthOf));
    const first = all.find((each) => depthOf(each) === least);
    if (!first)
        return undefined;
    const siblings = all.filter(({ site, frame, column }) => site.template === first.site.template &&
        frame === first.frame &&
        column === first.column &&
        site.token.parent === first.site.token.parent &&
        site.token.arm === first.site.token.arm);
    const { text } = first.site.template;
    const placeAfter = (each) => {
        if (each?.isLine)
            return { offset: (0,yaml/* endOfLine */.vT)(text, each.offset), follows: true };
        const offset = each && endOfBlock(each, reading.tokens.get(each.site.template) ?? []);
        return offset === undefined ? undefined : { offset, follows: false };
    };
    const placeBefore = (each) => each && !each.isFirst ? { offset: startWithComments(text, each.offset), follows: false } : undefined;
    const next = siblings.find(({ key }) => before.includes(key));
    const index = siblings.findLastIndex(({ key }) => after.includes(key));
    const last = siblings[index === -1 ? siblings.length - 1 : index];
    const place = placeBefore(next) ??
        placeAfter(last) ??
        siblings
            .slice(index === -1 ? siblings.length : index + 1)
            .map(placeBefore)
            .find(Boolean) ??
        placeBefore(last) ??
        placeAfter(siblings.findLast(({ isLine }) => isLine)) ??
        siblings.map(placeBefore).find(Boolean);
    return place && { ...place, template: first.site.template, column: first.column };
}
function siblingAt(document, around, key, { map, tokens }) {
    const { key: range, value } = (0,yaml/* locate */.x5)(document, [...around, key]);
    const origin = range && map.originAt(range.start);
    if (!range || !origin?.literal)
        return [];
    const { site, offset } = origin.literal;
    const { text } = site.template;
    const start = (0,yaml/* startOfLine */.C2)(text, offset);
    const lead = text.slice(start, offset);
    const written = document.text.slice(range.start, range.end);
    if (!/^[ \t]*(?:- +)*$/.test(lead) || !text.startsWith(written, offset))
        return [];
    const end = (0,yaml/* endOfLine */.vT)(text, offset);
    const inLine = (tokens.get(site.template) ?? []).filter((token) => token.range.end > offset && token.range.start < end);
    const isLine = !document.text.slice(range.start, value.end).includes("\n") &&
        inLine.every((token) => token.parent === site.token.parent &&
            token.arm === site.token.arm &&
            (token.kind === "text" || (token.does === "output" && token.range.end <= end))) &&
        !/-\}\}[ \t]*$/.test(text.slice(offset, end));
    return [
        {
            key,
            site,
            frame: origin.frame,
            offset,
            column: offset - start,
            isFirst: lead.includes("-"),
            isLine,
        },
    ];
}
function endOfBlock({ site, offset, column }, tokens) {
    const { text } = site.template;
    const { parent, arm } = site.token;
    let end;
    for (let line = text.indexOf("\n", offset) + 1; line > 0 && line < text.length; line = text.indexOf("\n", line) + 1) {
        const next = tokens.find(({ range }) => range.end > line);
        if (next?.parent === parent && next?.arm === arm)
            end = line;
        const written = text.slice(line, (0,yaml/* endOfLine */.vT)(text, line));
        if (written.trim() === "" || /^\s*#/.test(written))
            continue;
        const action = tokens.find(({ kind, range }) => kind === "action" && range.start === line + indentAt(written, 0));
        const does = action?.kind === "action" ? action.does : "text";
        if ((does === "end" || does === "else") && next?.parent === parent)
            return end;
        const words = action?.kind === "action" && does === "output" ? action.words : [];
        const indent = words.findIndex((word) => /^n?indent$/.test(word.text));
        const at = indent === -1 ? indentAt(written, 0) : Number(words[indent + 1]?.text);
        if ((does === "output" || does === "text") && (at < column || (at === column && !/^ *- /.test(written))))
            return end;
    }
    return text.endsWith("\n") && parent === undefined ? text.length : undefined;
}
function armsAround(token) {
    let count = 0;
    for (let at = token.parent; at; at = at.parent)
        count++;
    return count;
}
function startWithComments(text, offset) {
    let start = (0,yaml/* startOfLine */.C2)(text, offset);
    while (start > 0) {
        const above = (0,yaml/* startOfLine */.C2)(text, start - 1);
        if (!/^[ \t]*#/.test(text.slice(above, start)))
            break;
        start = above;
    }
    return start;
}
function writeKeys({ template, column, follows }, patches) {
    const value = patches.reduce((all, patch) => (0,yaml/* patchValue */.ip)(all, patch), {});
    const [empty] = (0,yaml/* read */.LF)({ file: "", text: "_: 0\n" }).documents;
    const sets = Object.entries((0,yaml/* isFields */.Ce)(value) ? value : {}).map(([key, member]) => ({ op: "set", path: [key], value: member }));
    const written = empty && (0,yaml/* applyPatches */.$i)(empty, sets);
    if (!written || "declined" in written)
        return "";
    const eol = template.text.includes("\r\n") ? "\r\n" : "\n";
    const lines = written.text.trimEnd().split("\n").slice(1);
    const indented = lines.map((line) => " ".repeat(column) + line);
    return follows ? indented.map((line) => eol + line).join("") : indented.map((line) => line + eol).join("");
}

;// CONCATENATED MODULE: ./lib/rendering/helm/apply-changes.js







function keyOfPatch(patch) {
    const { file } = patch;
    if (patch.kind === "values")
        return JSON.stringify([file, ...partOf(patch), patch.patch]);
    return patch.kind === "edit"
        ? JSON.stringify([file, patch.range, patch.text])
        : JSON.stringify([file, patch.offset, patch.follows, patch.column, patch.patch]);
}
function applyToChart(all) {
    const patches = [...new Map(all.map((patch) => [keyOfPatch(patch), patch])).values()];
    const texts = new Map();
    const edits = [];
    for (const [file, own] of (0,groups/* groupBy */.$z)(patches, (patch) => patch.file)) {
        const [first] = own;
        const before = first.kind === "values" ? (first.around ?? first).document.text : first.template.text;
        const changes = first.kind === "values" ? editsOfValues(own) : editsOfTemplate(own);
        if ("declined" in changes)
            return changes;
        texts.set(file, (0,source_edits/* applyEdits */.c)(before, changes.edits));
        edits.push(...changes.edits.map((edit) => ({ file, ...edit })));
    }
    return { texts, edits };
}
function editsOfValues(patches) {
    const values = patches.flatMap((each) => (each.kind === "values" ? [each] : []));
    const edits = [];
    for (const own of (0,groups/* groupBy */.$z)(values, (each) => JSON.stringify(partOf(each))).values()) {
        const [{ document, around }] = own;
        const changed = (0,yaml/* applyTogether */.f5)(document, own.map(({ patch }) => patch));
        if ("declined" in changed)
            return changed;
        const edit = editBetween(document.text, changed.text);
        const placed = around ? editWithin(around, document.text, edit) : edit;
        if (!placed)
            return { declined: "the values there are not written as a block of lines" };
        edits.push(placed);
    }
    return { edits };
}
function partOf({ document, around }) {
    return around ? [around.document.index, around.path] : [document.index];
}
function editsOfTemplate(patches) {
    const insertions = patches.flatMap((each) => (each.kind === "insertion" ? [each] : []));
    const edits = [...(0,groups/* groupBy */.$z)(insertions, ({ offset }) => offset)].map(([offset, here]) => {
        const blocks = [...(0,groups/* groupBy */.$z)(here, ({ column }) => column)].toSorted(([a], [b]) => b - a);
        const lines = blocks.map(([, [first, ...rest]]) => writeKeys(first, [first, ...rest].map(({ patch }) => patch)));
        return { range: { start: offset, end: offset }, text: lines.join("") };
    });
    let joined = [];
    for (const each of patches) {
        if (each.kind !== "edit")
            continue;
        const touching = joined.filter(({ range }) => range.start <= each.range.end && each.range.start <= range.end);
        if (touching.some(({ document }) => document !== each.document))
            return { declined: "another fix changes the same lines" };
        const [first, ...rest] = [...touching.flatMap((other) => other.patches), each.patch];
        const together = first && rest.length > 0 ? editFor(each.document, [first, ...rest], each.reading) : each;
        if (!first || typeof together === "string" || together.kind !== "edit" || together.template !== each.template)
            return { declined: "another fix changes the same lines" };
        joined = [
            ...joined.filter((other) => !touching.includes(other)),
            { ...each, ...together, patches: [first, ...rest] },
        ];
    }
    return { edits: [...edits, ...joined.map(({ range, text }) => ({ range, text }))] };
}

;// CONCATENATED MODULE: ./lib/rendering/helm/template-lexer.js
function lexTemplate(text) {
    const tokens = [];
    const open = [];
    let at = 0;
    let isTrimmed = false;
    while (at < text.length) {
        const found = text.indexOf("{{", at);
        const start = found === -1 ? text.length : found;
        const trims = start < text.length && /^\{\{-[ \t\r\n]/.test(text.slice(start, start + 4));
        const run = trimRun(text, { start: at, end: start }, isTrimmed, trims);
        const top = open.at(-1);
        const scope = { parent: top?.action, arm: top?.arm ?? 0 };
        if (run.start < run.end)
            tokens.push({ kind: "text", range: run, ...scope });
        if (start === text.length)
            break;
        const end = endOfAction(text, start + 2);
        if (end === undefined)
            return undefined;
        const inner = text.slice(start + (trims ? 3 : 2), end - 2);
        isTrimmed = /[ \t\r\n]-$/.test(inner);
        const words = wordsOf(isTrimmed ? inner.slice(0, -1) : inner);
        const does = purposeOf(words);
        const action = { kind: "action", range: { start, end }, does, ...scope, words };
        tokens.push(action);
        if (does === "else" && top)
            top.arm++;
        else if (does === "end")
            open.pop();
        else if (opens.has(does))
            open.push({ action, arm: 0 });
        at = end;
    }
    return open.length === 0 ? tokens : undefined;
}
const opens = new Set(["define", "block", "if", "with", "range"]);
function trimRun(text, { start, end }, left, right) {
    let [from, to] = [start, end];
    while (left && from < to && " \t\r\n".includes(text.charAt(from)))
        from++;
    while (right && from < to && " \t\r\n".includes(text.charAt(to - 1)))
        to--;
    return { start: from, end: to };
}
function endOfAction(text, from) {
    if (/^(?:-[ \t\r\n]+)?\/\*/.test(text.slice(from, from + 200))) {
        const end = text.indexOf("*/", from);
        const close = end === -1 ? -1 : text.indexOf("}}", end);
        return close === -1 ? undefined : close + 2;
    }
    for (let at = from; at < text.length; at++) {
        const char = text.charAt(at);
        if (char === "}" && text[at + 1] === "}")
            return at + 2;
        if (char === "`")
            at = text.indexOf("`", at + 1);
        else if (char === '"' || char === "'")
            for (at++; at < text.length && text[at] !== char; at++)
                if (text[at] === "\\")
                    at++;
        if (at === -1)
            return undefined;
    }
    return undefined;
}
const word = /"(?:[^"\\]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)*'|[-+]?\d[\w.]*|[$.\p{L}_][\p{L}\p{N}_.$]*|:=|\S/gsu;
function wordsOf(inner) {
    if (/^\s*\/\*/.test(inner))
        return [];
    return (inner.match(word) ?? []).map((text) => {
        const first = text.charAt(0);
        if (first === '"' || first === "`")
            return { kind: "string", text: text.slice(1, -1) };
        if (first === "." || first === "$")
            return { kind: "field", text };
        return { kind: /^[\p{L}_]/u.test(first) ? "name" : "mark", text };
    });
}
function purposeOf(words) {
    const [first, second, third] = words;
    if (first === undefined)
        return "silent";
    if (first.kind === "name")
        switch (first.text) {
            case "define":
            case "block":
            case "if":
            case "with":
            case "range":
            case "else":
            case "end":
                return first.text;
            case "break":
            case "continue":
                return "silent";
        }
    const isAssigned = [second, third].some((each) => each?.kind === "mark" && /^:?=$/.test(each.text));
    return first.kind === "field" && first.text.startsWith("$") && isAssigned ? "assign" : "output";
}
function operandsOf({ words }) {
    const assigned = words.findIndex(({ kind, text }) => kind === "mark" && /^:?=$/.test(text));
    return words.flatMap(({ kind, text }, index) => {
        if (kind !== "field" || index < assigned || (words[index - 1]?.text === ")" && text !== "."))
            return [];
        const [base = "", ...keys] = text.split(".");
        const steps = keys.filter((key) => key !== "");
        return [{ base: base === "" ? "." : base, keys: steps }];
    });
}
function variablesOf({ words }) {
    const assigned = words.findIndex(({ kind, text }) => kind === "mark" && /^:?=$/.test(text));
    return words.slice(0, Math.max(0, assigned)).flatMap(({ kind, text }) => (kind === "field" ? [text] : []));
}

;// CONCATENATED MODULE: ./lib/rendering/helm/operands.js

function pathsOf(order, reading, depth = 0) {
    const mark = reading.marks[order];
    const site = mark && reading.sites[mark.site];
    if (!mark || !site || depth > 8)
        return [];
    return site.operands.flatMap((operand, index) => pathsOfOperand(operand, mark.addresses[index] ?? [], order, site, reading, depth));
}
function pathsOfOperand({ base, keys }, addresses, order, site, reading, depth) {
    for (let index = addresses.length - 1; index >= 0; index--) {
        const paths = reading.values.paths.get(addresses[index] ?? "");
        if (paths)
            return paths.map((path) => [...path, ...keys.slice(index)]);
    }
    if (addresses.length > 0)
        return [];
    const giver = giverOf(base, order, site, reading);
    if (giver === undefined)
        return [];
    return pathsOf(giver, reading, depth + 1).map((path) => [...path, ...keys]);
}
function giverOf(base, order, { token, template }, reading) {
    let scope = token.parent;
    if (base === ".") {
        while (scope && scope.does !== "with" && scope.does !== "range")
            scope = scope.parent;
        if (!scope)
            return undefined;
    }
    for (let at = order - 1; at >= 0; at--) {
        const mark = reading.marks[at];
        const site = mark && reading.sites[mark.site];
        if (!site || site.template !== template || site.token.kind !== "action")
            continue;
        if (base === "." ? site.token === scope && mark.kind === "control" : gives(site.token, base, mark))
            return at;
    }
    return undefined;
}
function gives(action, variable, { kind }) {
    return (kind === "assign" || kind === "control") && variablesOf(action).includes(variable);
}

;// CONCATENATED MODULE: ./lib/rendering/helm/values.js


function readValues(file, text, isVendored = false) {
    return { file, document: (0,yaml/* read */.LF)({ file, text }).documents[0], isVendored, pathOf: (path) => path };
}
function findInForce(files, path) {
    for (const each of lookUps(files, path)) {
        const { document } = each.file;
        const own = each.file.pathOf(each.path);
        if (document && own && hasPath(document.value, own))
            return { ...each, document, path: own };
    }
    return undefined;
}
function findUnset(files, path) {
    const last = path.at(-1);
    if (typeof last !== "string" || findInForce(files, path))
        return undefined;
    for (const { file, path: wanted } of [...lookUps(files, path)].toReversed()) {
        const above = file.pathOf(wanted.slice(0, -1));
        const { document } = file;
        if (document && above && !file.isText && (0,yaml/* isFields */.Ce)((0,yaml/* valueAt */.fK)(document.value, above)))
            return { file, document, path: [...above, last] };
    }
    return undefined;
}
function* lookUps(files, path) {
    const nested = [files];
    for (const step of path) {
        const next = typeof step === "string" ? nested.at(-1)?.charts.get(step) : undefined;
        if (!next)
            break;
        nested.push(next);
    }
    const start = path.indexOf("global");
    const isGlobal = start > 0 && start < nested.length;
    for (const [depth, chart] of nested.entries()) {
        const paths = [...(isGlobal && depth < start ? [path.slice(start)] : []), path.slice(depth)];
        for (const each of paths)
            for (const file of chart.own.toReversed())
                yield { file, path: each };
    }
}
function hasPath(value, path) {
    const above = (0,yaml/* valueAt */.fK)(value, path.slice(0, -1));
    const last = path.at(-1);
    if (typeof last === "number")
        return (0,yaml/* isList */.Lv)(above) && last < above.length;
    return last !== undefined && (0,yaml/* isFields */.Ce)(above) && Object.hasOwn(above, last);
}
function placeOfValue({ file: { around }, document, path }, range) {
    const own = range ?? (0,yaml/* pointAt */.sd)(document, path);
    return around ? placesWithin(around.document, around.path)(own) : (0,yaml/* sourcePlaceOf */.Uk)(document, path, own);
}
function readValuesInForce(output) {
    const found = /^values: (.*)\naddresses: (.*)$/m.exec(output);
    if (!found)
        return undefined;
    try {
        const value = JSON.parse(found[1] ?? "");
        const paths = new Map();
        const open = [{ node: JSON.parse(found[2] ?? ""), path: [] }];
        for (const { node, path } of open) {
            if ((0,yaml/* isList */.Lv)(node))
                for (const [index, item] of node.entries())
                    open.push({ node: item, path: [...path, index] });
            else if ((0,yaml/* isFields */.Ce)(node)) {
                const { p, m } = node;
                if (typeof p === "string")
                    paths.set(p, [...(paths.get(p) ?? []), path]);
                for (const [key, item] of (0,yaml/* isFields */.Ce)(m) ? Object.entries(m) : [])
                    open.push({ node: item, path: [...path, key] });
            }
        }
        return { value, paths };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/rendering/helm/feeds.js



function findFeed(document, path, frame, reading, rendered = (0,yaml/* valueAt */.fK)(document.value, path)) {
    for (let at = frame; at; at = at.parent) {
        const found = [];
        for (const start of pathsOf(at.order, reading)) {
            const steps = followTail(document, path, start, reading.values.value, rendered);
            const value = steps && findInForce(reading.files, steps);
            if (value && isInForce(value, steps, reading))
                found.push({ value, path: steps, frame: at });
        }
        const [first] = found;
        if (first &&
            found.every(({ path: other }) => (0,yaml/* sameValue */.eE)(other, first.path) ||
                !(0,yaml/* sameValue */.eE)(valueInForce(other, reading), valueInForce(first.path, reading)) ||
                other.length > first.path.length))
            return first;
        if (first)
            return undefined;
    }
    return onlyValue(frame, reading);
}
function valueInForce(path, { values }) {
    return (0,yaml/* valueAt */.fK)(values.value, path);
}
function isInForce({ file, document, path }, inForce, reading) {
    const [written, read] = [(0,yaml/* valueAt */.fK)(document.value, path), valueInForce(inForce, reading)];
    if (file.isText)
        return typeof read !== "object" && String(written) === String(read);
    return (0,yaml/* isFields */.Ce)(written) || (0,yaml/* isFields */.Ce)(read) || (0,yaml/* sameValue */.eE)(written ?? null, read ?? null);
}
function followTail(document, path, start, values, rendered) {
    for (let from = path.length; from >= 0; from--) {
        let steps = start;
        let value = (0,yaml/* valueAt */.fK)(values, start);
        for (let at = from; at < path.length && value !== undefined; at++) {
            const step = path[at] ?? 0;
            const index = typeof step === "number" ? findItem(value, (0,yaml/* valueAt */.fK)(document.value, path.slice(0, at + 1)), step) : step;
            steps = [...steps, index];
            value = (0,yaml/* valueAt */.fK)(value, [index]);
        }
        if (value !== undefined && isSame(value, rendered, from < path.length))
            return steps;
        if ((0,yaml/* isList */.Lv)(value) && from === path.length && !(0,yaml/* isList */.Lv)(rendered)) {
            const index = value.findIndex((item) => isSame(item, rendered, false));
            if (index !== -1)
                return [...steps, index];
        }
    }
    return undefined;
}
function isSame(value, rendered, isByName) {
    if (rendered === undefined)
        return false;
    if ((0,yaml/* isFields */.Ce)(value) && (0,yaml/* isFields */.Ce)(rendered))
        return (Object.keys(rendered).every((key) => (0,yaml/* sameValue */.eE)(value[key], rendered[key])) &&
            (isByName || !(0,yaml/* isEmpty */.Im)(rendered) || (0,yaml/* isEmpty */.Im)(value)));
    if ((0,yaml/* sameValue */.eE)(value, rendered))
        return value !== null;
    return typeof value !== "object" && typeof rendered !== "object" && String(value) === String(rendered);
}
function findItem(list, item, index) {
    if (!(0,yaml/* isList */.Lv)(list))
        return index;
    const same = list.findIndex((each) => (0,yaml/* sameValue */.eE)(each, item));
    if (same !== -1)
        return same;
    const name = (0,yaml/* isFields */.Ce)(item) ? item.name : undefined;
    const named = name === undefined ? -1 : list.findIndex((each) => (0,yaml/* isFields */.Ce)(each) && (0,yaml/* sameValue */.eE)(each.name, name));
    return named === -1 ? index : named;
}
function onlyValue(frame, reading) {
    const site = reading.sites[frame.site];
    const token = site?.token;
    if (token?.kind !== "action" ||
        token.words.some(({ kind, text }) => kind === "name" && /^(?:include|template|default|coalesce|ternary)$/.test(text)))
        return undefined;
    const paths = pathsOf(frame.order, reading).filter((path) => path.length > 0);
    const [path] = paths;
    if (!path || paths.some((other) => !(0,yaml/* sameValue */.eE)(other, path)))
        return undefined;
    const written = valueInForce(path, reading);
    const value = findInForce(reading.files, path);
    const isScalar = written !== undefined && written !== null && typeof written !== "object";
    return value && isScalar && isInForce(value, path, reading) ? { value, path, frame } : undefined;
}
function findGuard({ literal, order, frame }, reading) {
    const { template, token } = literal?.site ?? {};
    const control = token?.parent;
    if (control?.does !== "if" || token?.arm !== 0)
        return undefined;
    for (let at = order; at >= 0; at--) {
        const site = reading.marks[at]?.site ?? -1;
        if (reading.sites[site]?.token !== control || reading.sites[site]?.template !== template)
            continue;
        const found = pathsOf(at, reading).flatMap((path) => {
            const value = findInForce(reading.files, path);
            const isOn = value && valueInForce(path, reading) === true && isInForce(value, path, reading);
            return isOn ? [{ value, path, frame: { site, order: at, parent: frame } }] : [];
        });
        return found.length === 1 ? found[0] : undefined;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/rendering/helm/missing-feeds.js





const finders = { written: findInForce, unset: findUnset };
function findMissingFeed(document, path, depth, reading, kind) {
    const around = path.slice(0, depth);
    const { value: range, key } = (0,yaml/* locate */.x5)(document, around);
    const region = { start: key?.start ?? range.start, end: endOfRegion(document.text, range) };
    const marks = reading.map.marksIn(region);
    const value = (0,yaml/* valueAt */.fK)(document.value, around);
    if (key && (!(0,yaml/* isFields */.Ce)(value) || (0,yaml/* isEmpty */.Im)(value))) {
        for (const mark of marks)
            if (mark.kind === "open" && mark.frame) {
                const feed = firstFeed(mark.order, mark.frame, reading, (each) => (0,yaml/* isEmpty */.Im)(each) || each === null, kind);
                if (feed)
                    return { ...feed, depth };
            }
    }
    const output = (0,yaml/* isFields */.Ce)(value) ? firstOutput(document, around, value, reading) : undefined;
    const whole = output && findFeed(document, around, output.frame, reading, output.value);
    if (whole)
        return { ...whole, depth };
    const column = (0,yaml/* isFields */.Ce)(value) ? columnOfKeys(document, around, value) : undefined;
    if (column === undefined)
        return undefined;
    const wanted = { key: String(path[depth]), column, isBlock: path.length - depth > 1 };
    const feeds = marks.flatMap((mark) => feedOfControl(mark, wanted, reading, kind) ?? []);
    const feed = feeds.find(({ hasKey }) => hasKey) ?? feeds[0];
    return feed && { ...feed, depth: feed.hasKey ? depth + 1 : depth };
}
function findListFeed(document, path, reading) {
    const list = (0,yaml/* valueAt */.fK)(document.value, path);
    if (!(0,yaml/* isList */.Lv)(list) || list.length === 0)
        return undefined;
    const { value: range, key } = (0,yaml/* locate */.x5)(document, path);
    const last = [...path, list.length - 1];
    const origin = reading.map.originAt((0,yaml/* pointAt */.sd)(document, last).start);
    const item = origin?.frame && !origin.literal ? findFeed(document, last, origin.frame, reading) : undefined;
    const steps = typeof item?.path.at(-1) === "number" ? item.path.slice(0, -1) : undefined;
    const value = steps && findInForce(reading.files, steps);
    if (item && value)
        return { ...item, value, path: steps };
    const column = indentAt(document.text, (0,yaml/* startOfLine */.C2)(document.text, (0,yaml/* pointAt */.sd)(document, last).start));
    const wanted = { key: undefined, column, isBlock: false };
    const region = { start: key?.start ?? range.start, end: endOfRegion(document.text, range) };
    const [feed] = reading.map.marksIn(region).flatMap((mark) => feedOfControl(mark, wanted, reading, "written") ?? []);
    return feed;
}
function firstOutput(document, around, value, { map }) {
    let frame;
    const printed = Object.entries(value).filter(([key]) => {
        const { key: range } = (0,yaml/* locate */.x5)(document, [...around, key]);
        const origin = range && map.originAt(range.start);
        if (!origin || origin.literal || !origin.frame)
            return false;
        frame ??= origin.frame;
        return origin.frame === frame;
    });
    return frame && { frame, value: Object.fromEntries(printed) };
}
function endOfRegion(text, { end }) {
    return text.slice(0, end).trimEnd().length;
}
function columnOfKeys(document, around, value) {
    const [first] = Object.keys(value);
    const key = first === undefined ? undefined : (0,yaml/* locate */.x5)(document, [...around, first]).key;
    return key && key.start - (0,yaml/* startOfLine */.C2)(document.text, key.start);
}
function firstFeed(order, frame, reading, fits, kind) {
    for (const path of pathsOf(order, reading)) {
        const value = finders[kind](reading.files, path);
        if (value && path.length > 0 && fits(valueInForce(path, reading) ?? null))
            return { value, path, frame };
    }
    return undefined;
}
function feedOfControl(mark, { key, column, isBlock }, reading, kind) {
    const site = reading.sites[mark.site];
    const token = site?.token;
    if (mark.kind !== "control" || !site || token?.kind !== "action" || token.does === "range")
        return undefined;
    const next = reading.sites[reading.marks[mark.order + 1]?.site ?? -1];
    if (next && isInArm(next.token, token))
        return undefined;
    const arm = (reading.tokens.get(site.template) ?? []).filter((each) => isInArm(each, token));
    const shift = shiftAt(mark, reading);
    const text = site.template.text;
    const lines = arm.flatMap(({ kind, range }) => kind === "text" ? text.slice((0,yaml/* startOfLine */.C2)(text, range.start), range.end).split("\n") : []);
    const hasKey = key !== undefined && printsKey(lines, key, column - shift);
    const printer = arm.find((each) => each.kind === "action" && each.does === "output");
    const indent = printer?.words.findIndex((each) => each.text === "nindent") ?? -1;
    const isWhole = indent !== -1 &&
        Number(printer?.words[indent + 1]?.text) + shift === column &&
        arm.every((each) => each.kind === "action" || text.slice(each.range.start, each.range.end).trim() === "");
    if (!hasKey && !isWhole)
        return undefined;
    if (kind === "unset" && !printer?.words.some(({ text: word }) => word === "toYaml"))
        return undefined;
    const frame = { site: mark.site, order: mark.order, parent: mark.frame };
    const isFalse = (value) => value === false || value === 0 || value === "";
    const isFit = (value) => value === null || ((0,yaml/* isEmpty */.Im)(value) && (hasKey || (0,yaml/* isList */.Lv)(value) === (key === undefined)));
    const feed = (key === undefined ? undefined : firstFeed(mark.order, frame, reading, isFalse, kind)) ??
        firstFeed(mark.order, frame, reading, isFit, kind);
    if (!feed || (isWhole && !hasKey && isBlock && !/security/i.test(String(feed.path.at(-1)))))
        return undefined;
    return { ...feed, hasKey, ...(printer ? { printer } : {}) };
}
function isInArm(token, control) {
    let inner = token;
    while (inner.parent && inner.parent !== control)
        inner = inner.parent;
    return inner.parent === control && inner.arm === 0;
}
function shiftAt(placed, { map, sites }) {
    const mark = map.textNear(placed);
    const site = mark && sites[mark.site];
    if (!mark || !site)
        return 0;
    const source = site.template.text;
    return indentAt(map.text, (0,yaml/* startOfLine */.C2)(map.text, mark.at)) - indentAt(source, (0,yaml/* startOfLine */.C2)(source, site.offset));
}

;// CONCATENATED MODULE: ./lib/rendering/helm/place.js




function placeInChart(document, path, range, reading) {
    const found = (0,yaml/* locate */.x5)(document, path);
    const { map } = reading;
    if (found.exists) {
        const origin = originOfValue(document, found.value, reading) ?? map.originAt(range.start);
        if (!origin)
            return undefined;
        const feed = origin.frame && !origin.literal ? findFeed(document, path, origin.frame, reading) : undefined;
        if (feed)
            return placeFeed(feed, document, range, reading);
        if (!origin.literal)
            return placeOrigin(origin, document, range, reading);
    }
    else {
        const missing = findMissingFeed(document, path, found.depth, reading, "written");
        if (missing)
            return placeFeed(missing, document, range, reading);
    }
    const origin = map.originAt(range.start);
    const feed = origin && !origin.literal && origin.frame
        ? findFeed(document, path.slice(0, found.depth), origin.frame, reading)
        : undefined;
    if (feed)
        return placeFeed(feed, document, range, reading);
    return origin && placeOrigin(origin, document, range, reading);
}
function originOfValue({ text }, value, { map }) {
    const end = Math.min(value.end, (0,yaml/* endOfLine */.vT)(text, value.start));
    let literal;
    let output;
    for (let at = value.start; at < end; at++) {
        const origin = map.originAt(at);
        if (origin?.literal && !/["'\s]/.test(text.charAt(at)))
            literal ??= origin;
        else if (origin && !origin.literal)
            output ??= origin;
    }
    return literal && output ? (literal.order < output.order ? literal : output) : (output ?? literal);
}
function placeFeed({ value, frame, printer }, document, range, reading) {
    const site = reading.sites[frame.site];
    const action = printer ?? site?.token;
    const here = site && action ? [{ location: locationIn(site.template, action.range, reading), message: "rendered here" }] : [];
    const written = (0,yaml/* valueAt */.fK)(value.document.value, value.path);
    const inner = typeof written === "string" && written.includes("\n") ? lineIn(value, document, range) : undefined;
    const place = inner ?? placeOfValue(value);
    return { ...place, via: [...here, ...includesOf(frame.parent, reading), ...(place.via ?? [])] };
}
function lineIn(placed, rendered, { start }) {
    const { document, path } = placed;
    const wanted = (0,yaml/* lineText */.oZ)(rendered, start).trim();
    const { value } = (0,yaml/* locate */.x5)(document, path);
    const found = [];
    for (let at = (0,yaml/* startOfLine */.C2)(document.text, value.start); at < value.end; at = document.text.indexOf("\n", at) + 1 || value.end) {
        const line = document.text.slice(at, (0,yaml/* endOfLine */.vT)(document.text, at));
        if (line.trim() === wanted)
            found.push({ start: at + line.indexOf(wanted), end: at + line.indexOf(wanted) + wanted.length });
    }
    const [only] = found;
    if (!only || found.length > 1)
        return undefined;
    return placeOfValue(placed, only);
}
function placeOrigin({ frame, literal }, document, range, reading) {
    if (literal) {
        const { template } = literal.site;
        const wanted = document.text.slice(range.start, Math.min(range.end, (0,yaml/* endOfLine */.vT)(document.text, range.start)));
        const { text } = template;
        const end = (0,yaml/* endOfLine */.vT)(text, literal.offset);
        const isWhole = text.startsWith(wanted, literal.offset);
        const stop = isWhole
            ? literal.offset + wanted.length
            : literal.offset + text.slice(literal.offset, end).trimEnd().length;
        const place = { start: literal.offset, end: Math.max(stop, literal.offset + 1) };
        return { ...placeInTemplate(template, place, reading), via: includesOf(frame, reading), isExact: true };
    }
    const site = frame && reading.sites[frame.site];
    if (!frame || !site)
        return undefined;
    return {
        ...placeInTemplate(site.template, site.token.range, reading),
        via: includesOf(frame.parent, reading),
        isExact: true,
    };
}
function includesOf(frame, reading) {
    const via = [];
    for (let at = frame; at; at = at.parent) {
        const site = reading.sites[at.site];
        if (site)
            via.push({ location: locationIn(site.template, site.token.range, reading), message: "included here" });
    }
    return via;
}
function placeInTemplate(template, range, reading) {
    return {
        location: locationIn(template, range, reading),
        excerpt: template.text.slice((0,yaml/* startOfLine */.C2)(template.text, range.start), (0,yaml/* endOfLine */.vT)(template.text, range.start)),
    };
}
function locationIn(template, range, { show }) {
    return (0,yaml/* locationOf */.hD)({ ...(0,yaml/* withLines */.Gy)(template.text), file: show(template) }, range);
}

;// CONCATENATED MODULE: ./lib/rendering/helm/carry-values.js




function carryToValues(document, patch, reading) {
    const list = patch.op === "append" ? findListFeed(document, patch.path, reading) : undefined;
    const found = list ? { feed: list, depth: patch.path.length } : findValue(document, patch, reading);
    if (!found)
        return undefined;
    const { value, path } = found.feed;
    const { also: _, ...written } = patch;
    const { switchTo } = found;
    const own = switchTo === undefined ? written : { op: "set", path: [], value: switchTo };
    const tail = switchTo === undefined ? patch.path.slice(found.depth) : [];
    if (value.document.rendering)
        return undefined;
    const isWord = tail.length === 0 && own.op === "set" && (own.value === null || typeof own.value !== "object");
    if (value.file.isText && !isWord)
        return undefined;
    if (!value.file.isVendored) {
        const { document: file } = value;
        return {
            kind: "values",
            file: value.file.file,
            document: file,
            around: value.file.around,
            patch: {
                ...own,
                ...(value.file.isText && own.op === "set" && { value: String(own.value) }),
                path: [...value.path, ...tail],
            },
            fed: value,
        };
    }
    const file = reading.files.own.find(isEditable);
    if (!file?.document)
        return undefined;
    const patched = patchFromAbove({ ...own, path: [...path, ...tail] }, reading);
    return { kind: "values", file: file.file, document: file.document, around: undefined, patch: patched, fed: value };
}
function isEditable({ isVendored, document, around, pathOf }) {
    return !isVendored && document !== undefined && !around && pathOf([])?.length === 0;
}
function patchFromAbove(patch, { values }) {
    const { path } = patch;
    const step = path.findIndex((each) => typeof each === "number");
    const list = step === -1 ? (patch.op === "append" ? path : undefined) : path.slice(0, step);
    if (list) {
        const before = (0,yaml/* valueAt */.fK)(values.value, list);
        const value = (0,yaml/* patchValue */.ip)((0,yaml/* isList */.Lv)(before) ? before : [], { ...patch, path: path.slice(list.length) });
        return { op: "set", path: list, value };
    }
    return patch.op === "remove" ? { op: "set", path, value: null } : patch;
}
function findValue(document, patch, reading) {
    const { path } = patch;
    const found = (0,yaml/* locate */.x5)(document, path);
    if (!found.exists) {
        const feed = findMissingFeed(document, path, found.depth, reading, "written") ??
            findMissingFeed(document, path, found.depth, reading, "unset");
        if (feed)
            return findSwitch(feed, path);
    }
    const origin = found.exists
        ? originOfValue(document, found.value, reading)
        : reading.map.originAt((0,yaml/* pointAt */.sd)(document, path).start);
    const { depth } = found;
    if (origin?.literal && found.exists && (patch.op === "remove" || (patch.op === "set" && patch.value === false))) {
        const guard = findGuard(origin, reading);
        return guard && { feed: guard, depth, switchTo: false };
    }
    if (!origin?.frame || origin.literal)
        return undefined;
    const feed = findFeed(document, path.slice(0, depth), origin.frame, reading);
    const isScalar = feed && path.length > depth && isScalarAt(feed);
    return feed && !isScalar ? { feed, depth } : undefined;
}
function findSwitch(feed, path) {
    const { depth, value } = feed;
    if (!isScalarAt(feed))
        return { feed, depth };
    return (0,yaml/* valueAt */.fK)(value.document.value, value.path) === false && depth <= path.length
        ? { feed, depth, switchTo: true }
        : undefined;
}
function isScalarAt({ value: { document, path } }) {
    const value = (0,yaml/* valueAt */.fK)(document.value, path);
    return value !== undefined && value !== null && typeof value !== "object";
}

// EXTERNAL MODULE: ./lib/source/links.js
var source_links = __webpack_require__(4);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/rendering/run.js






function findTool(kind, binary, repository) {
    const isName = /^[\w.-]+$/.test(binary) && !/^\.*$/.test(binary) && !binary.startsWith("-");
    if (!isName && !(0,external_node_path_.isAbsolute)(binary))
        return { reason: `${JSON.stringify(binary)} is neither a name on PATH nor an absolute path` };
    const found = isName ? findOnPath(binary) : isExecutable(binary) ? binary : undefined;
    if (found === undefined)
        return { reason: isName ? `${binary} is not on PATH` : `there is no program ${binary}` };
    const path = (0,external_node_fs_.realpathSync)(found);
    if ((0,source_links/* isWithin */.UO)((0,external_node_fs_.realpathSync)(repository), path))
        return { reason: `${binary} lies in the repository (${found}), and nothing of the repository is run` };
    return { kind, path };
}
function findOnPath(name) {
    const suffixes = process.platform === "win32" ? [".exe"] : [""];
    const folders = (process.env.PATH ?? "").split(external_node_path_.delimiter).filter((folder) => (0,external_node_path_.isAbsolute)(folder));
    return folders.flatMap((folder) => suffixes.map((suffix) => (0,external_node_path_.join)(folder, name + suffix))).find(isExecutable);
}
function isExecutable(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}
async function runTool(tool, args, options) {
    if (turns === 0)
        await new Promise((resolve) => waiting.push(resolve));
    else
        turns--;
    try {
        return await runNow(tool, args, options);
    }
    finally {
        const next = waiting.shift();
        if (next)
            next();
        else
            turns++;
    }
}
let turns = Math.max(2, (0,external_node_os_.availableParallelism)());
const waiting = [];
function runNow(tool, args, { folder, limits }) {
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(tool.path, args, {
            cwd: folder,
            env: toolEnvironment(),
            detached: true,
            stdio: ["ignore", "pipe", "pipe"],
        });
        const [out, err] = [[], []];
        let excess;
        const stop = () => {
            if (child.pid !== undefined)
                endGroup(child.pid);
        };
        const end = (why) => {
            excess ??= why;
            stop();
        };
        const clock = setTimeout(() => end(`took more than ${limits.seconds} seconds (limits.renderSeconds)`), limits.seconds * 1000);
        const untrack = endWithUs(stop);
        let size = 0;
        child.stdout.on("data", (chunk) => {
            size += chunk.length;
            if (size > limits.megabytes * 1e6)
                end(`printed more than ${limits.megabytes} MB (limits.renderMegabytes)`);
            else
                out.push(chunk);
        });
        let errorSize = 0;
        child.stderr.on("data", (chunk) => {
            errorSize += chunk.length;
            err.push(chunk);
            while (errorSize > 1e6 && err.length > 1)
                errorSize -= err.shift()?.length ?? 0;
        });
        const settle = () => {
            clearTimeout(clock);
            untrack();
        };
        child.on("error", (error) => {
            settle();
            reject(error);
        });
        child.on("close", (status) => {
            settle();
            const result = { stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() };
            resolve(excess === undefined ? { ...result, status } : { ...result, status: null, excess });
        });
    });
}
function endGroup(pid) {
    try {
        process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
    }
    catch {
    }
}
function toolEnvironment() {
    const home = (0,external_node_path_.join)(scratchFolder(), "home");
    const nowhere = (0,external_node_path_.join)(home, "empty");
    if (!(0,external_node_fs_.existsSync)(nowhere))
        (0,external_node_fs_.mkdirSync)(nowhere, { recursive: true });
    const proxy = "http://127.0.0.1:9";
    const system = process.platform === "win32" ? { SystemRoot: process.env.SystemRoot } : {};
    return {
        ...system,
        PATH: nowhere,
        HOME: home,
        TMPDIR: home,
        TEMP: home,
        XDG_CACHE_HOME: home,
        XDG_CONFIG_HOME: home,
        XDG_DATA_HOME: home,
        HELM_CACHE_HOME: home,
        HELM_CONFIG_HOME: home,
        HELM_DATA_HOME: home,
        HELM_PLUGINS: (0,external_node_path_.join)(nowhere, "plugins"),
        KUBECONFIG: process.platform === "win32" ? "NUL" : "/dev/null",
        HTTP_PROXY: proxy,
        HTTPS_PROXY: proxy,
        ALL_PROXY: proxy,
        http_proxy: proxy,
        https_proxy: proxy,
        LC_ALL: "C",
    };
}

;// CONCATENATED MODULE: ./lib/rendering/helm/layers.js




function textOfLayer({ path, part }, changed) {
    const text = changed.get(path);
    if (!part)
        return text ?? (0,external_node_fs_.readFileSync)(path, "utf8");
    const value = valueNow(part, text) ?? {};
    if (part.under)
        return JSON.stringify(nest(part.under, readScalar(value)));
    return typeof value === "string" ? value : JSON.stringify(value);
}
function argumentOf({ flag, name, path, at }, changed, copy) {
    if (flag === "set-file")
        return `--set-file=${name}=${copy}`;
    const value = String(valueNow(at, changed.get(path)) ?? "");
    const escaped = /^\{.*\}$/s.test(value) ? value : value.replace(/(?<!\\),/g, "\\,");
    return `--${flag}=${name}=${escaped}`;
}
function readScalar(value) {
    if (typeof value !== "string")
        return value;
    const [document] = (0,yaml/* read */.LF)({ file: "", text: value }).documents;
    return document && !(0,yaml/* isFields */.Ce)(document.value) ? document.value : value;
}
function nest(keys, value) {
    return keys.reduceRight((inner, key) => ({ [key]: inner }), value);
}
function valuesFileOf({ part }, name, text) {
    if (!part)
        return readValues(name, text);
    const { document, path, under = [] } = part;
    const isText = typeof (0,yaml/* valueAt */.fK)(document.value, path) === "string";
    const pathBelow = (start) => (wanted) => under.every((key, index) => wanted[index] === key) ? [...start, ...wanted.slice(under.length)] : undefined;
    if (!isText || under.length > 0)
        return { file: name, document, isVendored: false, pathOf: pathBelow(path), isText };
    return { ...readValues(name, text), around: part };
}
function valuesFileOfParameters(parameters, name) {
    const [first] = parameters;
    if (!first)
        return [];
    const places = new Map(parameters.map(({ name: own, at }) => [JSON.stringify(stepsOf(own)), at.path]));
    return [
        {
            file: name,
            document: first.at.document,
            isVendored: false,
            isText: true,
            pathOf: (path) => places.get(JSON.stringify(path)),
        },
    ];
}
function stepsOf(name) {
    const steps = name.match(/\[\d+\]|(?:\\.|[^.[\]\\])+/g) ?? [];
    return steps.map((step) => (/^\[\d+\]$/.test(step) ? Number(step.slice(1, -1)) : step.replace(/\\(.)/g, "$1")));
}

;// CONCATENATED MODULE: ./lib/rendering/helm/inputs.js






function filesOfRequest({ values, base, parameters = [], }) {
    const paths = [...(base ? [base] : []), ...values, ...parameters].map(({ path }) => path);
    return [...new Set(paths)];
}
function shownFolder(chart, { show }) {
    return show(chart.folder) || ".";
}
function refuseNames(chart, { release, namespace, apiVersions }) {
    const wrong = [
        ...[release, namespace].filter((name) => !/^[a-z0-9](?:[a-z0-9.-]{0,51}[a-z0-9])?$/.test(name)),
        ...apiVersions.filter((name) => !/^[A-Za-z0-9][\w./-]*$/.test(name)),
    ];
    if (wrong.length === 0)
        return undefined;
    const message = `${JSON.stringify(wrong[0])} can't be the name of a release, a namespace or an API version.`;
    return { severity: "error", file: chart.file, line: 1, message };
}
function refuseValues({ file }, { values, base, parameters = [] }, { repository, show }) {
    const files = parameters.flatMap((each) => each.file ?? []);
    for (const path of [...[...(base ? [base] : []), ...values].map((layer) => layer.path), ...files]) {
        const target = (0,external_node_fs_.existsSync)(path) ? (0,external_node_fs_.realpathSync)(path) : undefined;
        if (target !== undefined && (0,source_links/* isWithin */.UO)(repository, target) && (0,external_node_fs_.statSync)(target).isFile())
            continue;
        const why = target === undefined ? "is not there" : "is not a file of the repository";
        return { severity: "error", file, line: 1, message: `The values file ${show(path)} ${why}.` };
    }
    return undefined;
}
function prepareInputs(request, options, folder, changed = new Map()) {
    const { release, namespace, apiVersions, skipTests, values, base, parameters = [] } = request;
    const texts = values.map((layer) => textOfLayer(layer, changed));
    const files = parameters.map(({ file }, index) => {
        const copy = (0,external_node_path_.join)(folder, `parameter-${index}`);
        if (file !== undefined)
            (0,external_node_fs_.copyFileSync)(file, copy);
        return copy;
    });
    const copies = values.map((_, index) => (0,external_node_path_.join)(folder, `values-${index}.yaml`));
    for (const [index, copy] of copies.entries())
        (0,external_node_fs_.writeFileSync)(copy, texts[index] ?? "");
    const args = [
        `--namespace=${namespace}`,
        `--kube-version=${options.kubernetesVersion.replace(/^\d+\.\d+$/, "$&.0")}`,
        ...apiVersions.map((name) => `--api-versions=${name}`),
        ...(skipTests ? ["--skip-tests"] : []),
        ...copies.map((copy) => `--values=${copy}`),
        ...parameters.map((parameter, index) => argumentOf(parameter, changed, files[index] ?? "")),
    ];
    const names = values.map(({ path }) => options.show(path));
    return { args, release, texts, copies, names, base: base && textOfLayer(base, changed) };
}
function runHelm(chart, more, { args, release }, { tool, limits }) {
    return runTool(tool, ["template", ...args, ...more, "--", release, chart], { folder: scratchFolder(), limits });
}

;// CONCATENATED MODULE: ./lib/rendering/object-equality.js

function isSameObject(a, b) {
    return (0,yaml/* sameValue */.eE)(comparable(a), comparable(b));
}
const offByDefault = new Set(["hostNetwork", "hostPID", "hostIPC", "privileged"]);
function comparable(value) {
    if ((0,yaml/* isList */.Lv)(value))
        return value.map(comparable);
    if (!(0,yaml/* isFields */.Ce)(value))
        return value;
    const kept = Object.entries(value).flatMap(([key, inner]) => {
        const own = comparable(inner);
        const isNone = own === null || ((0,yaml/* isFields */.Ce)(own) && Object.keys(own).length === 0);
        const isChecksum = /checksum|sha256/i.test(key) && typeof own === "string" && /^[0-9a-f]{32,64}$/.test(own);
        if (isNone || isChecksum || (own === false && offByDefault.has(key)))
            return [];
        const isOrderless = (0,yaml/* isList */.Lv)(own) && (key === "volumes" || key === "volumeMounts");
        return [[key, isOrderless ? own.toSorted((a, b) => ((0,yaml/* canonicalText */.A4)(a) < (0,yaml/* canonicalText */.A4)(b) ? -1 : 1)) : own]];
    });
    return Object.fromEntries(kept);
}
function withoutNoise(value, once, again) {
    if (value === undefined)
        return null;
    if ((0,yaml/* sameValue */.eE)(once, again))
        return value;
    if ((0,yaml/* isFields */.Ce)(value) && (0,yaml/* isFields */.Ce)(once) && (0,yaml/* isFields */.Ce)(again))
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutNoise(inner, once[key], again[key])]));
    if ((0,yaml/* isList */.Lv)(value) && (0,yaml/* isList */.Lv)(once) && (0,yaml/* isList */.Lv)(again) && once.length === again.length)
        return value.map((inner, index) => withoutNoise(inner, once[index], again[index]));
    return null;
}
function findLoss(before, after, path = []) {
    if (after === undefined)
        return [...path];
    if ((0,yaml/* isFields */.Ce)(before) && (0,yaml/* isFields */.Ce)(after)) {
        for (const [key, inner] of Object.entries(before)) {
            const loss = findLoss(inner, Object.hasOwn(after, key) ? after[key] : undefined, [...path, key]);
            if (loss)
                return loss;
        }
    }
    else if ((0,yaml/* isList */.Lv)(before) && (0,yaml/* isList */.Lv)(after))
        for (const [index, inner] of before.entries()) {
            const loss = findLoss(inner, after[index], [...path, index]);
            if (loss)
                return loss;
        }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/rendering/helm/chart-copy.js


function copyChart({ folder, entries }, copy, changed = new Map(), isWanted = () => true) {
    for (const { path, target } of entries)
        if (isWanted(path))
            copyFile(target, (0,external_node_path_.join)(copy, (0,external_node_path_.relative)(folder, path)), changed.get(path));
}
function setBase(copy, base) {
    if (base !== undefined)
        writeText((0,external_node_path_.join)(copy, "values.yaml"), base);
}

;// CONCATENATED MODULE: ./lib/rendering/helm/marks.js

const kinds = ["open", "close", "text", "control", "assign"];
const [mapping, operandEnd, walker] = ["\uA515", "\uA516", "\uA517"];
const digits = "\uA500\uA501\uA502\uA503\uA504\uA505\uA506\uA507\uA508\uA509\uA50A\uA50B\uA50C\uA50D\uA50E\uA50F";
const firstLetter = 0xa510;
const anyMark = /[\uA500-\uA517]/;
const walkerTemplate = `{{- define "${walker}" }}{{ $o := index . 0 }}{{ range $k := rest . }}{{ if kindIs "map" $o }}${mapping}{{ printf "%p" $o }}{{ $o = index $o $k }}{{ else }}{{ $o = "" }}{{ end }}{{ end }}{{ if kindIs "map" $o }}${mapping}{{ printf "%p" $o }}{{ end }}${operandEnd}{{ end }}`;
const valuesTemplate = `{{- define "${walker}${walker}" }}{{ if kindIs "map" . }}{"p":"{{ printf "%p" . }}","m":{ {{- $comma := "" }}{{ range $k, $v := . }}{{ if or (kindIs "map" $v) (kindIs "slice" $v) }}{{ $comma }}{{ toJson (print $k) }}:{{ template "${walker}${walker}" $v }}{{ $comma = "," }}{{ end }}{{ end -}} } }{{ else }}[{{ $comma := "" }}{{ range $v := . }}{{ $comma }}{{ if or (kindIs "map" $v) (kindIs "slice" $v) }}{{ template "${walker}${walker}" $v }}{{ else }}0{{ end }}{{ $comma = "," }}{{ end }}]{{ end }}{{ end -}}
values: {{ .Values | toJson }}
addresses: {{ template "${walker}${walker}" .Values }}
`;
function hasMarks(text) {
    return anyMark.test(text);
}
function markTemplates(templates, part) {
    const lexed = templates.flatMap((template) => {
        const tokens = template.file.endsWith("NOTES.txt") ? undefined : lexTemplate(template.text);
        return tokens ? [{ template, tokens }] : [];
    });
    const data = definesUsedAsData(lexed.flatMap(({ tokens }) => tokens));
    const sites = [];
    const texts = new Map();
    for (const { template, tokens } of lexed) {
        const markable = part === "files" || data === "all" ? new Set() : definesWithKeys(template, tokens);
        const isMarked = (define) => define ? markable.has(define) && data !== "all" && !data.has(nameOf(define)) : !template.isPartial;
        texts.set(template.file, markTemplate(template, tokens, sites, isMarked));
    }
    return { texts, sites, tokens: new Map(lexed.map(({ template, tokens }) => [template, tokens])) };
}
function markTemplate(template, tokens, sites, isMarked) {
    const { text } = template;
    let marked = "";
    for (const token of tokens) {
        const define = defineAround(token);
        const source = text.slice(token.range.start, token.range.end);
        const place = (kind, operands = [], offset = token.range.start) => {
            sites.push({ template, token, define, offset, operands });
            return markOf(kind, sites.length - 1) + operands.map(walk).join("");
        };
        if (!isMarked(define))
            marked += source;
        else if (token.kind === "text") {
            const body = source.trimStart();
            const space = source.slice(0, source.length - body.length);
            marked += body === "" ? source : space + place("text", [], token.range.start + space.length) + body;
        }
        else {
            const operands = usefulOperands(token);
            if (token.does === "output") {
                const open = place("open", operands);
                marked += open + source + markOf("close", sites.length - 1);
            }
            else if (token.does === "if" || token.does === "with" || token.does === "range")
                marked += place("control", operands) + source;
            else if (token.does === "assign")
                marked += place("assign", operands) + source;
            else
                marked += source;
        }
    }
    return marked;
}
function usefulOperands(action) {
    const useful = operandsOf(action).filter(({ base, keys }) => !(base === "$" && keys.length === 0) &&
        !/^(?:Release|Chart|Template|Capabilities|Files|Subcharts)$/.test(keys[0] ?? ""));
    const seen = new Set();
    return useful.filter(({ base, keys }) => {
        const key = [base, ...keys].join(".");
        return !seen.has(key) && seen.add(key);
    });
}
function walk({ base, keys }) {
    return `{{ template "${walker}" (list ${[base, ...keys.map((key) => `"${key}"`)].join(" ")}) }}`;
}
function markOf(kind, site) {
    const letter = String.fromCharCode(firstLetter + kinds.indexOf(kind));
    return letter + [...site.toString(16)].map((digit) => digits.charAt(Number.parseInt(digit, 16))).join("");
}
function defineAround(token) {
    let action = token.parent;
    while (action && action.does !== "define" && action.does !== "block")
        action = action.parent;
    return action;
}
function nameOf(define) {
    return define.words[1]?.text ?? "";
}
function definesWithKeys({ text }, tokens) {
    const found = new Set();
    for (const token of tokens) {
        const define = token.kind === "text" ? defineAround(token) : undefined;
        if (define &&
            /(?:^|\n)[ \t]*(?:-[ \t]+)?["\w./-]+:(?:[ \t\r\n]|$)/.test(text.slice(token.range.start, token.range.end)))
            found.add(define);
    }
    return found;
}
function definesUsedAsData(tokens) {
    const data = new Set();
    const included = new Map();
    for (const token of tokens) {
        if (token.kind !== "action")
            continue;
        const { words, does } = token;
        const define = defineAround(token);
        for (const [index, { kind, text }] of words.entries()) {
            if (text === "include" && isNameKept(words.slice(index + 1)))
                return "all";
            const name = kind === "name" && /^(?:include|template)$/.test(text) ? words[index + 1] : undefined;
            if (name?.kind !== "string")
                continue;
            if (define)
                included.set(nameOf(define), [...(included.get(nameOf(define)) ?? []), name.text]);
            if (text === "include" && !(index === 0 && does === "output" && onlyIndents(token)))
                data.add(name.text);
        }
    }
    for (const name of data)
        for (const inner of included.get(name) ?? [])
            data.add(inner);
    return data;
}
function isNameKept(words) {
    const isNamed = words[0]?.kind === "string";
    return !isNamed && words.some(({ text }) => /^(?:from(?:Yaml|Json)(?:Array)?|eq|ne)$/.test(text));
}
function onlyIndents({ words }) {
    return words.every(({ text }, index) => words[index - 1]?.text !== "|" || /^(?:n?indent|trim)$/.test(text));
}
function readMarks(output) {
    const marks = [];
    const pattern = /([\uA510-\uA514])([\uA500-\uA50F]+)((?:\uA5150x[0-9a-f]+|\uA516)*)/g;
    let text = "";
    let at = 0;
    for (const found of output.matchAll(pattern)) {
        const [whole, letter = "", number = "", rest = ""] = found;
        text += output.slice(at, found.index);
        at = found.index + whole.length;
        const kind = kinds[letter.charCodeAt(0) - firstLetter];
        const site = Number.parseInt([...number].map((digit) => digits.indexOf(digit).toString(16)).join(""), 16);
        const operands = rest.split(operandEnd).slice(0, -1);
        const addresses = operands.map((each) => each.split(mapping).slice(1));
        if (kind)
            marks.push({ kind, site, at: text.length, addresses });
    }
    return { text: text + output.slice(at), marks };
}

;// CONCATENATED MODULE: ./lib/rendering/helm/source-map.js


function mapSources(plain, { text, marks }, sites) {
    const pieces = placeMarks(text, marks);
    const documents = pairDocuments(plain, text);
    const pairs = new Map();
    const documentAt = (offset) => documents[firstFrom(documents, offset + 1) - 1];
    const follow = (offset) => {
        const part = documentAt(offset);
        if (!part?.twin)
            return undefined;
        if (part.isSame)
            return part.twin.start + offset - part.start;
        const lines = pairs.get(part) ?? pairLines(plain, part, text, part.twin);
        pairs.set(part, lines);
        const start = (0,yaml/* startOfLine */.C2)(plain, offset);
        const to = lines.get(start);
        return to === undefined ? undefined : to + offset - start;
    };
    return {
        text,
        textNear: ({ order, frame }) => {
            const isNear = (each) => each.kind === "text" && each.frame === frame;
            return (pieces.slice(Math.max(0, order - 500), order).findLast(isNear) ?? pieces.slice(order, order + 500).find(isNear));
        },
        originAt: (offset) => {
            const at = follow(offset);
            return at === undefined ? undefined : originOf(text, at, pieces, sites);
        },
        marksIn: ({ start, end }) => {
            const [from, to] = [follow(start), follow(end)];
            if (from === undefined || to === undefined)
                return [];
            return pieces.slice(firstFrom(pieces, from), firstFrom(pieces, to + 1));
        },
    };
}
function placeMarks(text, marks) {
    let frame;
    let literal;
    let file = nextFile(text, 0);
    return marks.map((mark, order) => {
        if (mark.at >= file) {
            [frame, literal] = [undefined, undefined];
            file = nextFile(text, mark.at);
        }
        const around = frame;
        if (mark.kind === "open")
            [frame, literal] = [{ site: mark.site, order, parent: frame }, undefined];
        else if (mark.kind === "text")
            literal = mark;
        else if (mark.kind === "close") {
            let closed = frame;
            while (closed && closed.site !== mark.site)
                closed = closed.parent;
            if (closed)
                [frame, literal] = [closed.parent, undefined];
        }
        return { ...mark, order, frame: mark.kind === "open" || mark.kind === "close" ? frame : around, literal };
    });
}
function nextFile(text, from) {
    const found = text.indexOf("\n---\n# Source: ", from);
    return found === -1 ? Number.POSITIVE_INFINITY : found + 1;
}
function firstFrom(pieces, offset) {
    let [low, high] = [0, pieces.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((pieces[middle]?.at ?? offset) < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
function originOf(text, at, pieces, sites) {
    const order = firstFrom(pieces, at + 1) - 1;
    const piece = pieces[order];
    if (!piece)
        return undefined;
    const { frame, literal } = piece;
    const site = literal && sites[literal.site];
    if (!literal || !site)
        return frame && { frame, literal: undefined, order };
    const own = sourceOffset(text, at, literal, site);
    return own === undefined ? undefined : { frame, literal: { site, offset: own }, order };
}
function sourceOffset(text, at, { at: start }, { template, offset }) {
    if (text.lastIndexOf("\n", at - 1) < start)
        return offset + at - start;
    let source = offset;
    for (let line = text.indexOf("\n", start); line !== -1 && line < at; line = text.indexOf("\n", line + 1)) {
        source = template.text.indexOf("\n", source) + 1;
        if (source === 0)
            return undefined;
    }
    const rendered = (0,yaml/* startOfLine */.C2)(text, at);
    const shift = indentAt(text, rendered) - indentAt(template.text, source);
    const end = (0,yaml/* endOfLine */.vT)(template.text, source);
    return Math.min(Math.max(source, source + at - rendered - shift), end);
}
function pairDocuments(plain, marked) {
    const waiting = new Map();
    for (const part of splitOutput(marked)) {
        const key = `${part.name}\n${marked.slice(part.start, part.end)}`;
        const others = waiting.get(key);
        if (others)
            others.push(part);
        else
            waiting.set(key, [part]);
    }
    for (const parts of waiting.values())
        parts.reverse();
    const paired = splitOutput(plain).map((part) => {
        const twin = waiting.get(`${part.name}\n${plain.slice(part.start, part.end)}`)?.pop();
        return { ...part, at: part.start, twin, isSame: twin !== undefined };
    });
    const left = new Map();
    for (const part of [...waiting.values()].flat()) {
        const others = left.get(part.name);
        if (others)
            others.push(part);
        else
            left.set(part.name, [part]);
    }
    return paired.map((part) => {
        const others = part.twin ? undefined : left.get(part.name);
        const twin = others && nearest(plain, part, marked, others.slice(0, mostOthers));
        if (!others || !twin)
            return part;
        others.splice(others.indexOf(twin), 1);
        return { ...part, twin };
    });
}
const mostOthers = 50;
function nearest(plain, part, marked, others) {
    const lines = linesOf(plain, part);
    const scored = others.map((other) => {
        const theirs = linesOf(marked, other);
        const equal = lines.filter(({ text }, index) => text === theirs[index]?.text).length;
        return { other, score: theirs.length === lines.length ? equal / lines.length : 0 };
    });
    const [best] = scored.toSorted((a, b) => b.score - a.score);
    return best && best.score > 0.5 ? best.other : undefined;
}
function pairLines(plain, part, marked, twin) {
    const theirs = linesOf(marked, twin);
    const pairs = new Map();
    let doubted = Number.POSITIVE_INFINITY;
    for (const [index, { start, text }] of linesOf(plain, part).entries()) {
        const other = theirs[index];
        const indent = indentAt(text, 0);
        if (indent <= doubted)
            doubted = other?.text === text ? Number.POSITIVE_INFINITY : indent;
        if (other?.text === text && doubted === Number.POSITIVE_INFINITY)
            pairs.set(start, other.start);
    }
    return pairs;
}
function splitOutput(output) {
    const parts = [];
    const add = (name, from, to) => {
        const body = output.slice(from, to);
        const start = from + body.length - body.trimStart().length;
        const end = start + body.trim().length;
        if (start < end)
            parts.push({ name, start, end });
    };
    let [name, start] = ["", 0];
    for (const { index, 0: line } of output.matchAll(/^---.*$/gm)) {
        add(name, start, index);
        const header = /^---\r?\n# Source: (.*)\n/.exec(output.slice(index, index + 1000));
        if (header)
            name = header[1] ?? "";
        start = index + (header?.[0].length ?? 3);
        if (!header && line.length === 3)
            start = index + 3;
    }
    add(name, start, output.length);
    return parts;
}
function linesOf(output, { start, end }) {
    const lines = [];
    for (let at = start; at < end;) {
        const stop = Math.min((0,yaml/* endOfLine */.vT)(output, at), end);
        const text = output.slice(at, stop).trimEnd();
        if (text !== "")
            lines.push({ start: at, text });
        const next = output.indexOf("\n", at);
        at = next === -1 ? end : next + 1;
    }
    return lines;
}

;// CONCATENATED MODULE: ./lib/rendering/helm/chart-reading.js






function readMarked(plain, { run, marks: { sites, tokens } }, chart, { values: layers, base, parameters = [], deployer }, { names, texts, base: baseText = "" }, show) {
    const output = readMarks(run.stdout);
    const values = readValuesInForce(output.text);
    if (!values)
        return undefined;
    const own = layers.map((layer, index) => valuesFileOf(layer, names[index] ?? "", texts[index] ?? ""));
    const more = [...own, ...valuesFileOfParameters(parameters, deployer?.file ?? "")];
    const found = readValuesFiles(chart, chart, show, more);
    const files = base ? { ...found, own: [valuesFileOf(base, show(base.path), baseText), ...more] } : found;
    const map = mapSources(plain, output, sites);
    return { map, sites, marks: output.marks, values, files, tokens, show: ({ file }) => show(file) };
}
function readValuesFiles(node, chart, show, more = []) {
    const path = (0,external_node_path_.join)(node.folder, "values.yaml");
    const entry = chart.entries.find((each) => each.path === path);
    const own = entry ? [readValues(show(path), (0,external_node_fs_.readFileSync)(entry.target, "utf8"), node !== chart)] : [];
    const charts = new Map([...node.charts].map(([name, inner]) => [name, readValuesFiles(inner, chart, show)]));
    return { own: [...own, ...more], charts };
}

;// CONCATENATED MODULE: ./lib/rendering/helm/failures.js

function explainHelm({ stderr, file, nameOf }) {
    const said = /(?:^|\n)Error: ([\s\S]*)/.exec(stderr)?.[1] ?? stderr;
    const text = said.split("\n\nUse --debug")[0]?.split("\nhelm.go:")[0]?.trim() ?? "";
    const place = failures_findPlace(text, nameOf) ?? { file, line: 1 };
    const kind = failures_kinds.find(({ pattern }) => pattern.test(text));
    const advice = kind?.advice ?? "Run `helm template` on it to see more.";
    const words = oneLine(kind?.words ? (kind.words(text) ?? text) : text, nameOf);
    return { ...place, words, advice };
}
function failWith(failure) {
    return { problems: [], lacksValues: failure.advice === giveValues, failure };
}
function explainFailures(all) {
    const failures = (0,groups/* groupBy */.$z)(all.flatMap(({ failure }) => failure ?? []), keyOfFailure);
    const rendersToo = all.some(({ source }) => source && source.rendering?.deployer === undefined);
    return all.map(({ failure, ...rendered }) => {
        const alike = failure && failures.get(keyOfFailure(failure));
        return alike?.[0] === failure && alike ? { ...rendered, problems: [describe(alike, rendersToo)] } : rendered;
    });
}
function keyOfFailure({ file, line, words, deployer }) {
    return JSON.stringify([file, line, words, deployer]);
}
const most = 10;
function describe(alike, rendersToo) {
    const [{ root, file, line, words, advice, deployer }] = alike;
    const names = alike.map(({ values }) => `with ${values.length > 0 ? values.join(" and ") : "its own values.yaml"}`);
    const listed = names.length > most ? [...names.slice(0, most - 1), `with ${names.length - most + 1} more`] : names;
    const given = [listed.slice(0, -1).join(", "), ...listed.slice(-1)].filter(Boolean).join(" and ");
    const isChoice = advice === giveValues && rendersToo && deployer === undefined;
    const todo = isChoice ? ` ${chooseValues}` : advice === undefined ? "" : ` ${advice}`;
    return { severity: "error", file, line, message: `${root} could not be rendered ${given}: ${words}.${todo}` };
}
const giveValues = "Give values in .secctx.yaml (helm.charts[].values) or ci/*-values.yaml.";
const chooseValues = "It renders with other values: to have it judged with these only, list them in .secctx.yaml (helm.charts[].values).";
const correct = "Correct the template.";
const failures_kinds = [
    { pattern: /^execution error at /, words: (text) => /^[^)]*\): ([\s\S]*)/.exec(text)?.[1], advice: giveValues },
    { pattern: /^parse error at /, words: (text) => /^[^)]*\): ([\s\S]*)/.exec(text)?.[1], advice: correct },
    { pattern: /no template "/, words: (text) => /no template "[^"]*"/.exec(text)?.[0], advice: correct },
    { pattern: /\bat <[\s\S]*>:/, words: (text) => text.slice(text.lastIndexOf(">:") + 2), advice: giveValues },
    { pattern: /^values don't meet the specifications/, advice: giveValues },
    { pattern: /^YAML parse error on /, advice: correct },
    {
        pattern: /^chart requires kubeVersion/,
        advice: "Set the release that it is for: kubernetesVersion, or helm.charts[].kubeVersion, in .secctx.yaml.",
    },
    { pattern: /missing in charts\//, advice: 'Run "helm dependency build" before.' },
    { pattern: /^(?:cannot load|failed to parse) /, advice: "Correct the file." },
];
function oneLine(text, nameOf) {
    const words = text.replaceAll(/\/[^\s:'"]+/g, (path) => nameOf(path) ?? path);
    const line = words
        .replaceAll(/\s+/g, " ")
        .trim()
        .replace(/[.\s]+$/, "");
    return line.length > 400 ? `${line.slice(0, 400)}…` : line === "" ? "helm said nothing" : line;
}
function failures_findPlace(text, nameOf) {
    const named = [...text.matchAll(/([^\s():<>"]+\/templates\/[^\s():<>"]+):(\d+)/g)];
    for (const [, name = "", line = "1"] of named.toReversed()) {
        const file = nameOf(name);
        if (file !== undefined)
            return { file, line: Number(line) };
    }
    const other = /^(?:YAML parse error on|cannot load|failed to parse) ([^\s:]+):(?:.*\bline (\d+))?/.exec(text);
    const file = nameOf(other?.[1] ?? "");
    if (!other || file === undefined)
        return undefined;
    return { file, line: text.startsWith("YAML") ? 1 : Number(other[2] ?? 1) };
}

// EXTERNAL MODULE: ./lib/source/folders.js
var folders = __webpack_require__(2292);
;// CONCATENATED MODULE: ./lib/rendering/parts.js

function readParts(paths, show) {
    const texts = [...paths].filter((path) => !path.endsWith(".tgz"));
    return new Map(texts.map((path) => [show(path), (0,external_node_fs_.readFileSync)(path, "utf8")]));
}

;// CONCATENATED MODULE: ./lib/rendering/helm/charts.js




const mostOfChart = { files: 2000, bytes: 20e6 };
function readChart(folder, surroundings) {
    const file = surroundings.show((0,external_node_path_.join)(folder, "Chart.yaml"));
    const { entries, problems: unread } = listChartFiles(folder, surroundings);
    if (unread.length > 0)
        return { problems: unread };
    const problems = [];
    const paths = entries.map(({ path }) => path);
    const node = readNode(folder, paths, surroundings, problems);
    if (problems.length > 0 || !node)
        return { problems };
    const ci = paths.filter((path) => /^ci[\\/][^\\/]*-values\.yaml$/.test((0,external_node_path_.relative)(folder, path))).toSorted();
    return { ...node.chart, type: node.type, file, entries, values: [[], ...ci.map((path) => [path])] };
}
function listChartFiles(folder, surroundings) {
    const walk = { entries: [], problems: [], bytes: 0, ...surroundings };
    listFolder(folder, folder, walk, [(0,external_node_fs_.realpathSync)(folder)]);
    if (walk.entries.length > mostOfChart.files || walk.bytes > mostOfChart.bytes)
        walk.problems.push(chartProblem(surroundings.show((0,external_node_path_.join)(folder, "Chart.yaml")), `has more than ${mostOfChart.files} files or 20 MB: not evaluated`));
    return walk;
}
function listFolder(folder, target, walk, above) {
    for (const name of (0,external_node_fs_.readdirSync)(target).toSorted()) {
        if (walk.entries.length > mostOfChart.files)
            return;
        if (name === ".git" || name === "node_modules")
            continue;
        const path = (0,external_node_path_.join)(folder, name);
        const real = resolveEntry(path, (0,external_node_path_.join)(target, name), walk);
        if (real === undefined)
            continue;
        const stats = (0,external_node_fs_.statSync)(real);
        if (stats.isDirectory()) {
            if (above.includes(real))
                walk.problems.push(chartProblem(walk.show(path), "is a link to a folder that it stands in"));
            else
                listFolder(path, real, walk, [...above, real]);
        }
        else if (stats.isFile()) {
            walk.bytes += stats.size;
            walk.entries.push({ path, target: real });
        }
        else
            walk.problems.push(chartProblem(walk.show(path), "is neither a file nor a folder"));
    }
}
function resolveEntry(path, target, { repository, show, problems }) {
    const stats = (0,external_node_fs_.lstatSync)(target, { throwIfNoEntry: false });
    if (!stats) {
        problems.push(chartProblem(show(path), "can't be read: its name is not UTF-8"));
        return undefined;
    }
    if (!stats.isSymbolicLink())
        return target;
    const real = realPath(target);
    if (real !== undefined && (0,source_links/* isWithin */.UO)(repository, real) && !(0,external_node_path_.relative)(repository, real).split(external_node_path_.sep).includes(".git"))
        return real;
    const where = real === undefined ? "nowhere" : "out of the repository";
    problems.push(chartProblem(show(path), `is a link that leads ${where}: Helm would follow it, so nothing is rendered`));
    return undefined;
}
function realPath(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        return undefined;
    }
}
function chartProblem(file, what, line = 1) {
    return { severity: "error", file, line, message: `${file} ${what}.` };
}
function placeOfDependency({ location, excerpt }) {
    return { location, excerpt };
}
function readNode(folder, paths, surroundings, problems) {
    const file = (0,external_node_path_.join)(folder, "Chart.yaml");
    if (!paths.includes(file))
        return undefined;
    const { metadata, dependencies: named } = readMetadata(folder, paths, surroundings, problems);
    const below = paths.filter((path) => path.startsWith((0,external_node_path_.join)(folder, "charts") + external_node_path_.sep));
    const names = new Set(below.map((path) => (0,external_node_path_.relative)((0,external_node_path_.join)(folder, "charts"), path).split(external_node_path_.sep)[0] ?? ""));
    const vendored = [...names].filter((name) => !/^[._]/.test(name));
    const archives = vendored.filter((name) => name.endsWith(".tgz")).map((name) => (0,external_node_path_.join)(folder, "charts", name));
    const isPacked = (name) => archives.some((path) => (0,external_node_path_.basename)(path).startsWith(`${name}-`));
    const dependencies = named.map((each) => ({ ...each, isArchived: isPacked(each.name) }));
    const charts = new Map();
    const unpacked = vendored.flatMap((name) => readNode((0,external_node_path_.join)(folder, "charts", name), below, surroundings, problems)?.chart ?? []);
    for (const chart of unpacked) {
        const aliases = dependencies.filter(({ name }) => name === chart.name).map(({ alias, name }) => alias ?? name);
        for (const name of aliases.length > 0 ? aliases : [chart.name])
            charts.set(name, chart);
    }
    for (const dependency of dependencies) {
        const { name, isArchived } = dependency;
        if (isArchived || unpacked.some((chart) => chart.name === name))
            continue;
        const origin = dependency.repository === "" ? "" : ` (${dependency.repository.replace(/\/\/[^/@]*@/, "//")})`;
        const message = `depends on "${name}"${origin}, which is missing in charts/: run "helm dependency build" before.`;
        problems.push({ severity: "error", file: dependency.file, line: dependency.line, message: `The chart ${message}` });
    }
    const name = textOf(metadata, "name") || (0,external_node_path_.basename)(folder);
    const type = textOf(metadata, "type") === "library" ? "library" : "application";
    return { chart: { name, folder, charts, archives, dependencies }, type };
}
function readMetadata(folder, paths, { show }, problems) {
    let metadata;
    const dependencies = [];
    for (const path of ["Chart.yaml", "requirements.yaml"].map((name) => (0,external_node_path_.join)(folder, name))) {
        if (!paths.includes(path))
            continue;
        const file = show(path);
        const manifest = (0,yaml/* read */.LF)({ file, text: (0,external_node_fs_.readFileSync)(path, "utf8") });
        const [document] = manifest.documents;
        if (!document)
            problems.push(...manifest.problems.slice(0, 1));
        metadata ??= document?.value;
        const listed = document && (0,yaml/* valueAt */.fK)(document.value, ["dependencies"]);
        for (const [index, each] of (0,yaml/* isList */.Lv)(listed) && document ? listed.entries() : []) {
            if (!document)
                continue;
            const range = (0,yaml/* pointAt */.sd)(document, ["dependencies", index, "name"]);
            const place = {
                line: (0,yaml/* lineAt */.mh)(document, range.start),
                location: (0,yaml/* locationOf */.hD)(document, range),
                excerpt: (0,yaml/* lineText */.oZ)(document, range.start),
            };
            const [name, alias, repository] = [textOf(each, "name"), textOf(each, "alias"), textOf(each, "repository")];
            const isOptional = (0,yaml/* isFields */.Ce)(each) && (each.condition !== undefined || each.tags !== undefined);
            const own = { name, alias: alias === "" ? undefined : alias, repository, file };
            dependencies.push({ ...own, ...place, isOptional, isArchived: false });
        }
    }
    return { metadata, dependencies };
}
function textOf(value, key) {
    const found = (0,yaml/* isFields */.Ce)(value) ? value[key] : undefined;
    return typeof found === "string" ? found : "";
}
function neighboursOf({ folder, dependencies }, { repository }) {
    return dependencies.flatMap((dependency) => {
        const [, way] = /^file:\/\/(.*)$/s.exec(dependency.repository) ?? [];
        const path = way === undefined ? undefined : realPath((0,external_node_path_.join)(folder, way));
        return path !== undefined && (0,source_links/* isWithin */.UO)(repository, path) ? [{ folder: path, dependency }] : [];
    });
}

;// CONCATENATED MODULE: ./lib/rendering/helm/template-files.js






function fileOfTemplate(chart, name) {
    const [first, ...rest] = name.split("/");
    let node = first === chart.name ? chart : undefined;
    while (node && rest[0] === "charts") {
        node = node.charts.get(rest[1] ?? "");
        rest.splice(0, 2);
    }
    const file = node && (0,external_node_path_.join)(node.folder, ...rest);
    return file && chart.entries.some(({ path }) => path === file) ? file : undefined;
}
function readTemplates(chart) {
    return chart.entries.flatMap(({ path, target }) => {
        if (!(0,external_node_path_.relative)(chart.folder, path).split(external_node_path_.sep).slice(0, -1).includes("templates"))
            return [];
        const bytes = (0,external_node_fs_.readFileSync)(target);
        const text = bytes.toString();
        if (!Buffer.from(text).equals(bytes))
            return [];
        return [{ file: path, text, isPartial: (0,external_node_path_.basename)(path).startsWith("_") }];
    });
}
function listTemplates(chart, templates, text, { skipTests }, options) {
    const names = new Set([...text.matchAll(/^---\n# Source: (.*)$/gm)].map(([, name = ""]) => name.trim()));
    const rendered = new Set([...names].map((name) => fileOfTemplate(chart, name)));
    const root = shownFolder(chart, options);
    const suspects = templates.filter(({ file, text: own, isPartial }) => !isPartial &&
        /\.(ya?ml|json|tpl)$/.test(file) &&
        (0,pod/* looksLikeWorkload */.LF)(own) &&
        !(skipTests && /[\\/]tests[\\/]/.test(file)));
    const ofTemplates = suspects.map(({ file }) => {
        const name = options.show(file);
        return { of: "chart", root, name, file: name, line: 1, isRendered: rendered.has(file) };
    });
    const archived = chart.dependencies.filter(({ isOptional, isArchived }) => isOptional && isArchived);
    const ofArchives = archived.map(({ name, alias = name, file, line }) => {
        const isRendered = [...names].some((each) => each.startsWith(`${chart.name}/charts/${alias}/`));
        return { of: "chart", root, name: `the dependency ${JSON.stringify(alias)}`, file, line, isRendered };
    });
    return [...ofTemplates, ...ofArchives];
}
function placeAtTemplate(text, chart, { start }, { show }) {
    const header = text.lastIndexOf("---\n# Source: ", start);
    const name = header === -1 ? "" : (0,yaml/* lineText */.oZ)((0,yaml/* withLines */.Gy)(text), header + 4).slice("# Source: ".length);
    const file = fileOfTemplate(chart, name.trim());
    const [, inner] = /^[^/]+\/charts\/([^/]+)\//.exec(name) ?? [];
    const dependency = file === undefined ? chart.dependencies.find((each) => (each.alias ?? each.name) === inner) : undefined;
    if (dependency)
        return { ...placeOfDependency(dependency), via: [], isExact: true };
    const entry = chart.entries.find(({ path }) => path === (file ?? (0,external_node_path_.join)(chart.folder, "Chart.yaml")));
    const lined = (0,yaml/* withLines */.Gy)(entry ? (0,external_node_fs_.readFileSync)(entry.target, "utf8") : "");
    const location = (0,yaml/* locationOf */.hD)({ ...lined, file: entry ? show(entry.path) : chart.file }, { start: 0, end: 0 });
    return { location, excerpt: (0,yaml/* lineText */.oZ)(lined, 0), via: [], isExact: false };
}

;// CONCATENATED MODULE: ./lib/rendering/helm/prepared-chart.js








async function prepareChart(found, folder, show) {
    const chart = await withoutIgnored(found);
    const parts = readParts(chart.entries.map(({ path }) => path), show);
    return { found, chart, templates: readTemplates(found), parts, folder, plain: new Map(), marked: new Map() };
}
async function withoutIgnored(chart) {
    const known = new Set((await (0,folders/* listEntries */.fi)(chart.folder)).map(({ name }) => name));
    const isKnown = (name) => name.startsWith("charts/") ||
        name.split("/").some((_, index, steps) => known.has(steps.slice(0, index + 1).join("/")));
    const entries = chart.entries.filter(({ path }) => isKnown((0,external_node_path_.relative)(chart.folder, path).replaceAll("\\", "/")));
    return { ...chart, entries };
}
function readPartsFor({ chart, parts }, request, show) {
    const own = new Set(chart.entries.map(({ path }) => path));
    const used = filesOfRequest(request);
    const others = used.filter((path) => !own.has(path));
    const unused = new Set(chart.values.flat().flatMap((path) => (used.includes(path) ? [] : [show(path)])));
    if (others.length === 0 && unused.size === 0)
        return parts;
    return new Map([...[...parts].filter(([file]) => !unused.has(file)), ...readParts(others, show)]);
}
function plainCopyOf({ chart, folder, plain }, base) {
    const known = plain.get(base);
    if (known !== undefined)
        return known;
    const copy = (0,external_node_path_.join)(folder, `plain-${plain.size}`);
    copyChart(chart, copy);
    setBase(copy, base);
    plain.set(base, copy);
    return copy;
}
function markedCopyOf({ chart, folder, marked }, templates, part, base) {
    const key = JSON.stringify([part, base]);
    const known = marked.get(key);
    if (known)
        return known;
    const made = writeMarked(chart, templates, part, (0,external_node_path_.join)(folder, `marked-${marked.size}`));
    setBase(made.copy, base);
    marked.set(key, made);
    return made;
}
function writeMarked(chart, templates, part, copy) {
    const marks = markTemplates(templates, part);
    const texts = new Map(templates.map(({ file, text }) => [file, marks.texts.get(file) ?? text]));
    const isWanted = (path) => !notCopied.test((0,external_node_path_.relative)(chart.folder, path).replaceAll("\\", "/"));
    copyChart(chart, copy, texts, isWanted);
    writeText((0,external_node_path_.join)(copy, "templates", "_secctx.tpl"), walkerTemplate);
    writeText((0,external_node_path_.join)(copy, "templates", "zz-secctx-values.yaml"), valuesTemplate);
    writeText((0,external_node_path_.join)(copy, "templates", "zz-secctx.yaml"), "a: b: c\n");
    return { copy, marks };
}
const notCopied = /^(?:charts\/[^/]+\/)*(?:values\.schema\.json$|\.helmignore$|(?:crds|ci)\/)/;

;// CONCATENATED MODULE: ./lib/rendering/helm/render.js













function isOfChart(rendering) {
    return rendering.tool === "helm";
}
async function renderChart(found, asked) {
    const [first] = asked;
    if (!first)
        return [];
    return await withFolder(async (folder) => {
        const prepared = await prepareChart(found, folder, first.options.show);
        return explainFailures(await doSideBySide(asked, ({ request, options }) => renderPrepared(prepared, request, options)));
    });
}
async function renderPrepared(prepared, request, options) {
    const { found, chart, folder } = prepared;
    const refusal = refuseNames(found, request) ?? refuseValues(found, request, options);
    if (refusal)
        return { problems: [refusal] };
    const own = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(folder, "inputs-"));
    const inputs = await (0,yaml/* withFullReader */.xt)(() => prepareInputs(request, options, own));
    const copy = plainCopyOf(prepared, inputs.base);
    const [plain, marked] = await Promise.all([
        runHelm(copy, [], inputs, options),
        renderMarked(prepared, inputs, options),
    ]);
    const run = { ...plain, stderr: plain.stderr.replaceAll(copy, chart.folder) };
    const failed = failureOf(run, chart, request, inputs, options);
    if (failed)
        return failed;
    const reading = marked && !hasMarks(plain.stdout)
        ? await (0,yaml/* withFullReader */.xt)(() => readMarked(plain.stdout, marked, chart, request, inputs, options.show))
        : undefined;
    const place = (document, path, range) => (reading && placeInChart(document, path, range, reading)) ?? placeAtTemplate(plain.stdout, chart, range, options);
    const base = request.base ? [options.show(request.base.path)] : [];
    const deployer = request.deployer ? [request.deployer.file] : [];
    const rendering = {
        tool: "helm",
        root: shownFolder(chart, options),
        values: [...new Set([...base, ...inputs.names, ...deployer])],
        ...(request.deployer && { deployer: request.deployer.name }),
        ...(request.namespace !== "default" && { namespace: request.namespace }),
        parts: readPartsFor(prepared, request, options.show),
        place,
        chart,
        request,
        kubernetesVersion: options.kubernetesVersion,
        reading,
    };
    const ingredients = listTemplates(found, prepared.templates, plain.stdout, request, options);
    return { source: { file: chart.file, text: plain.stdout, rendering }, problems: [], ingredients };
}
async function renderCopy(copy, { chart, request, kubernetesVersion }, changed, options) {
    return await withFolder(async (folder) => {
        const own = { ...options, kubernetesVersion };
        const inputs = await (0,yaml/* withFullReader */.xt)(() => prepareInputs(request, own, folder, changed));
        if (inputs.base === undefined)
            return await runHelm(copy, [], inputs, options);
        const other = (0,external_node_path_.join)(folder, "chart");
        copyChart(chart, other, changed);
        setBase(other, inputs.base);
        return await runHelm(other, [], inputs, options);
    });
}
function failureOf(run, chart, { deployer }, { names, copies }, options) {
    if (run.status === 0)
        return undefined;
    const nameOf = (name) => {
        const copy = copies.indexOf(name);
        if (copy !== -1)
            return names[copy];
        if (/^(?:Chart|values)\.yaml$/.test(name))
            return options.show((0,external_node_path_.join)(chart.folder, name));
        if (name.startsWith(chart.folder))
            return options.show(name);
        const file = fileOfTemplate(chart, name);
        return file && options.show(file);
    };
    const fault = run.excess === undefined
        ? explainHelm({ stderr: run.stderr, file: chart.file, nameOf })
        : { file: chart.file, line: 1, words: `helm ${run.excess}` };
    return failWith({ ...fault, root: shownFolder(chart, options), values: names, deployer: deployer?.name });
}
async function renderMarked(prepared, inputs, options) {
    const wanted = new Set(prepared.chart.entries.map(({ path }) => path));
    const templates = prepared.templates.filter(({ file }) => wanted.has(file));
    if (templates.some(({ text }) => hasMarks(text)))
        return undefined;
    const limits = { ...options.limits, megabytes: options.limits.megabytes * 4 };
    for (const part of ["all", "files"]) {
        const { copy, marks } = markedCopyOf(prepared, templates, part, inputs.base);
        const run = await runHelm(copy, ["--debug"], inputs, { ...options, limits });
        if (run.excess === undefined && run.stdout.includes("\nvalues: {"))
            return { run, marks };
        if (run.excess !== undefined)
            return undefined;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/rendering/helm/proof.js











async function findChartFault(changes, proving) {
    const changed = await (0,yaml/* withFullReader */.xt)(() => applyToChart(changes.flatMap(({ patches }) => patches)));
    if ("declined" in changed)
        return { reason: changed.declined };
    const { paths, roots, findUnrendered } = proving;
    const texts = new Map([...changed.texts].map(([file, text]) => [paths.get(file) ?? file, text]));
    const unrendered = await findUnrendered([...texts.keys()]);
    if (unrendered !== undefined)
        return { reason: unrendered };
    const isTouched = ({ rendering }) => {
        const own = filesOfRequest(rendering.request);
        return [...texts.keys()].some((path) => own.includes(path) || !lists.has(path));
    };
    const lists = new Set(roots.flatMap(({ rendering }) => filesOfRequest(rendering.request)));
    const [first, ...others] = roots.filter(isTouched);
    if (!first)
        return undefined;
    return await withFolder(async (copy) => {
        copyChart(first.rendering.chart, copy, texts);
        const faultIn = (root) => findFaultIn(root, { copy, texts, changes }, proving);
        const fault = await faultIn(first);
        if (fault)
            return fault;
        const most = Math.min(4, (0,external_node_os_.availableParallelism)());
        for (let at = 0; at < others.length; at += most) {
            const some = others.slice(at, at + most);
            const faults = await Promise.all(some.map(faultIn));
            const index = faults.findIndex(Boolean);
            const failed = some[index];
            if (!failed)
                continue;
            roots.splice(roots.indexOf(failed), 1);
            roots.unshift(failed);
            return faults[index];
        }
        return undefined;
    });
}
async function findFaultIn(root, { copy, texts, changes }, proving) {
    const run = await renderCopy(copy, root.rendering, texts, proving.options);
    if (run.status !== 0)
        return { reason: `${proof_nameOf(root)} could not be rendered with it` };
    const documents = await (0,yaml/* withFullReader */.xt)(() => readRendered({ file: "", text: run.stdout }));
    if (documents.length !== root.documents.length)
        return { reason: `${proof_nameOf(root)} would have other objects` };
    const suspects = new Set();
    let reason;
    let isLocal = true;
    for (const [position, before] of root.documents.entries()) {
        const after = documents[position];
        const fault = after && (await compare(before, after, changes, root, proving, position));
        if (fault === undefined)
            continue;
        reason ??= fault;
        const own = changes.filter(({ wanted }) => wanted.some((each) => isOf(each, before, root)));
        for (const change of own)
            suspects.add(change);
        isLocal &&= own.length > 0;
    }
    return reason === undefined ? undefined : { reason, ...(isLocal ? { suspects } : {}) };
}
function isOf({ document }, { index }, { rendering }) {
    return document.rendering === rendering && document.index === index;
}
function proof_nameOf({ rendering: { root: folder, values } }) {
    const root = folder === "." ? "the chart" : folder;
    return values.length > 0 ? `${root} with ${values.join(", ")}` : root;
}
async function compare(before, after, changes, root, { wanted, copies, options }, position) {
    const all = wanted.filter((each) => isOf(each, before, root));
    const chosen = new Set(changes.flatMap((change) => change.wanted));
    const own = all.filter((each) => chosen.has(each));
    const isSameText = before.text.slice(before.range.start, before.range.end) === after.text.slice(after.range.start, after.range.end);
    if (own.length === 0 && isSameText)
        return undefined;
    let made = own.flatMap(({ patches }) => patches);
    let fixed = (0,yaml/* patchTogether */.$M)(before.value, made);
    for (const { patches } of all.filter((each) => !chosen.has(each))) {
        const next = (0,yaml/* patchTogether */.$M)(before.value, [...made, ...patches]);
        const isThere = ({ path }) => proof_isSame((0,yaml/* valueAt */.fK)(next, path), (0,yaml/* valueAt */.fK)(after.value, path));
        if (!patches.every(isThere))
            continue;
        made = [...made, ...patches];
        fixed = next;
    }
    if (isSameObject(fixed, after.value))
        return undefined;
    root.again ??= renderAgain(root, copies, options);
    const again = (await root.again)[position]?.value;
    const settled = (value) => withoutNoise(value, before.value, again);
    if (isSameObject(settled(fixed), settled(after.value)))
        return undefined;
    return explain(before, fixed, after.value, changes, own.length > 0, root);
}
async function renderAgain(root, copies, options) {
    const copy = (0,external_node_path_.join)(copies, "unchanged");
    if (!(0,external_node_fs_.existsSync)(copy))
        copyChart(root.rendering.chart, copy);
    const run = await renderCopy(copy, root.rendering, new Map(), options);
    return await (0,yaml/* withFullReader */.xt)(() => readRendered({ file: "", text: run.stdout }));
}
function proof_isSame(a, b) {
    return isSameObject(a ?? null, b ?? null);
}
function explain(before, fixed, after, changes, isOwn, root) {
    const [patch, other] = changes.flatMap(({ patches }) => patches);
    const loss = findLoss(fixed, after);
    const key = loss && (0,yaml/* locate */.x5)(before, loss).key;
    const { reading } = root.rendering;
    const literal = key && reading?.map.originAt(key.start)?.literal;
    if (patch?.kind === "values" && !other && literal) {
        const { template } = literal.site;
        const place = `${reading.show(template)}:${(0,yaml/* lineAt */.mh)((0,yaml/* withLines */.Gy)(template.text), literal.offset)}`;
        const { document, path } = patch.fed;
        const value = (0,yaml/* valueAt */.fK)(document.value, path) ?? null;
        const name = String(path.at(-1));
        return value === null || (0,yaml/* isEmpty */.Im)(value)
            ? `${name} is empty in ${document.file}, and setting it switches off the defaults of ${place}`
            : `changing ${name} in ${document.file} switches off ${place}`;
    }
    const name = `${(0,yaml/* valueAt */.fK)(before.value, ["kind"])} ${(0,yaml/* valueAt */.fK)(before.value, ["metadata", "name"])}`;
    return isOwn
        ? `the change would not have this effect in ${proof_nameOf(root)}`
        : `the change would also change ${name} of ${proof_nameOf(root)}`;
}

;// CONCATENATED MODULE: ./lib/rendering/helm/fixes.js











async function carryToChartFiles(sources, wanted, options, findUnrendered) {
    const roots = await (0,yaml/* withFullReader */.xt)(() => sources.flatMap(renderedChartOf));
    const folders = [...new Set(roots.map(({ rendering }) => rendering.chart.folder))];
    const carried = await doSideBySide(folders, (folder) => withFolder((copies) => {
        const own = roots.filter(({ rendering }) => rendering.chart.folder === folder);
        return carryToChart({
            roots: own,
            wanted: wanted.filter(({ document }) => own.some(({ rendering }) => rendering === document.rendering)),
            paths: editablePaths(own, options),
            copies,
            options,
            findUnrendered,
        });
    }));
    const fixes = new Map(carried.flatMap((each) => [...each.fixes]));
    const texts = new Map(carried.flatMap((each) => [...each.texts]));
    for (const { id } of wanted)
        if (!fixes.has(id))
            fixes.set(id, { declined: unknownLine });
    return { fixes, texts };
}
function renderedChartOf(source) {
    const { rendering, ...plain } = source;
    return rendering && isOfChart(rendering) ? [{ rendering, documents: readRendered(plain) }] : [];
}
function editablePaths(roots, { show }) {
    const entries = roots.flatMap(({ rendering }) => rendering.chart.entries);
    const linked = new Set(entries.filter(({ path, target }) => path !== target).map(({ path }) => path));
    const values = roots.flatMap(({ rendering }) => filesOfRequest(rendering.request));
    const paths = [...entries.map(({ path }) => path), ...values].filter((path) => !linked.has(path));
    return new Map(paths.map((path) => [show(path), path]));
}
async function carryToChart(proving) {
    const { wanted, roots } = proving;
    const choices = await (0,yaml/* withFullReader */.xt)(() => new Map(wanted.map((each) => [each, choicesFor(each, roots, proving)])));
    const reasons = new Map();
    const proven = new Map();
    const done = [];
    for (const turn of [0, 1]) {
        const changes = new Map();
        for (const each of wanted) {
            const patches = proven.has(each) ? undefined : choices.get(each)?.[turn];
            if (typeof patches === "string" && !reasons.has(each))
                reasons.set(each, patches);
            if (!patches || typeof patches === "string")
                continue;
            const key = patches.map(keyOfPatch).join();
            const known = changes.get(key);
            if (known)
                known.wanted.push(each);
            else
                changes.set(key, { wanted: [each], patches });
        }
        const faults = await proveInParts([...changes.values()], done, (some) => findChartFault(some, proving));
        for (const change of changes.values()) {
            const fault = faults.get(change);
            for (const each of change.wanted)
                if (fault === undefined)
                    proven.set(each, change);
                else if (!reasons.has(each))
                    reasons.set(each, fault);
        }
    }
    return await (0,yaml/* withFullReader */.xt)(() => {
        const all = applyToChart(done.flatMap(({ patches }) => patches));
        const carried = new Map(done.map((change) => [change, carriedBy(change)]));
        const fixOf = (each) => {
            const change = proven.get(each);
            return (change && carried.get(change)) ?? { declined: reasons.get(each) ?? unknownLine };
        };
        const fixes = new Map(wanted.map((each) => [each.id, fixOf(each)]));
        return { fixes, texts: "declined" in all ? new Map() : all.texts };
    });
}
function carriedBy({ patches }) {
    const changed = applyToChart(patches);
    return "declined" in changed ? changed : { edits: changed.edits };
}
function choicesFor({ document, patches }, roots, { paths }) {
    const root = roots.find(({ rendering }) => rendering === document.rendering);
    if (!root?.rendering.reading)
        return [unknownLine];
    const { reading, chart } = root.rendering;
    const inValues = patches.map((patch) => carryToValues(document, patch, reading));
    const inTemplates = patches.map((patch) => toTemplate(document, patch, chart, reading));
    const all = (each) => {
        const refusal = each.find((patch) => typeof patch === "string");
        if (refusal !== undefined)
            return String(refusal);
        const found = each.filter((patch) => typeof patch !== "string");
        const linked = found.find(({ file }) => !paths.has(file));
        return linked ? `${linked.file} is a link` : found;
    };
    const first = inTemplates.map((patch, index) => inValues[index] ?? patch);
    return inValues.some(Boolean) ? [all(first), all(inTemplates)] : [all(inTemplates)];
}
function toTemplate(document, patch, { folder }, reading) {
    const carried = carryToTemplate(document, patch, reading);
    if (typeof carried === "string")
        return carried;
    const file = reading.show(carried.template);
    return /^charts[\\/]/.test((0,external_node_path_.relative)(folder, carried.template.file))
        ? `no value sets it, and ${file} came with a chart of others`
        : { ...carried, file, reading };
}

;// CONCATENATED MODULE: ./lib/rendering/kustomize/links.js



const mostLinks = 40;
function findInside(repository, path, links) {
    if (!(0,source_links/* isWithin */.UO)(repository, path))
        return "outside";
    let found = { kind: "folder", path: repository };
    let rest = (0,external_node_path_.relative)(repository, path).split(external_node_path_.sep);
    for (let hops = 0; rest.length > 0;) {
        const [step = "", ...others] = rest;
        rest = others;
        if (step === "")
            continue;
        if (step === ".git")
            return "outside";
        const next = (0,external_node_path_.join)(found.path, step);
        const stat = found.kind === "folder" ? statOf(next) : undefined;
        if (!stat)
            return undefined;
        if (!stat.isSymbolicLink()) {
            found = { kind: stat.isDirectory() ? "folder" : stat.isFile() ? "file" : "other", path: next };
            continue;
        }
        const target = (0,external_node_path_.resolve)(found.path, (0,external_node_fs_.readlinkSync)(next));
        if (!(0,source_links/* isWithin */.UO)(repository, target))
            return "outside";
        if (++hops > mostLinks)
            return undefined;
        links.set(next, target);
        found = { kind: "folder", path: repository };
        rest = [...(0,external_node_path_.relative)(repository, target).split(external_node_path_.sep), ...rest];
    }
    return found;
}
function statOf(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    }
    catch {
        return undefined;
    }
}
function textOfFile(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path).size > 2 ** 24 ? undefined : (0,external_node_fs_.readFileSync)(path, "utf8");
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/rendering/kustomize/remote.js
function isRemoteFile(name) {
    return /^https?:/i.test(name);
}
function isRemote(name, local) {
    if (isRemoteFile(name))
        return true;
    if (local === "file")
        return false;
    return (isRepository(name) || (!local && /^(?:git::|gh:|\w+:\/\/)|^[\w.-]+@[\w.-]+[:/]|[?&](?:ref|version)=/i.test(name)));
}
function isRepository(name) {
    if (/^(?:[\\/]|[a-z]:[\\/])/i.test(name))
        return false;
    const [bare = ""] = name.split("?", 1);
    const [, scheme = "", user = "", rest = ""] = /^(?:git::)?((?:ssh|https?|file):\/\/)?([a-z][a-z0-9-]*@)?(.*)$/is.exec(bare) ?? [];
    const isScp = scheme === "" && (user !== "" || /^github\.com[/:]/i.test(rest));
    if (scheme === "" && !isScp)
        return false;
    const isFile = /^file/i.test(scheme);
    const slash = rest.indexOf("/");
    const colon = isScp ? rest.indexOf(":") : -1;
    const end = slash === -1 || (colon > 0 && colon < slash) ? colon : slash;
    const path = isFile ? user + rest : end === -1 ? "" : rest.slice(end + 1);
    if (path === "" || (!isFile && end === 0))
        return false;
    return isFile || /_git\/|\/\/|\.git/.test(path) || path.includes("/");
}
function withoutLogin(name) {
    return name.replace(/\/\/[^/@]*@/, "//");
}

;// CONCATENATED MODULE: ./lib/rendering/kustomize/kustomizations.js




function writtenAt({ document, file }, { path, origin }) {
    return origin ?? { document, file, path };
}
function targetsOf({ uses }, wanted) {
    return uses.flatMap(({ kind, target }) => (kind === wanted ? (target ?? []) : []));
}
const kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
function readKustomization(folder, { repository, show }) {
    const links = new Map();
    for (const name of kustomizationNames) {
        const path = (0,external_node_path_.join)(folder, name);
        const found = findInside(repository, path, links);
        if (!found)
            continue;
        const file = show(path);
        if (found === "outside")
            return { problems: [problem(file, 1, leavesRepository)] };
        const text = found.kind === "file" ? textOfFile(found.path) : undefined;
        if (text === undefined)
            return { problems: [problem(file, 1, "This is not a file that can be read.")] };
        const { documents, problems } = (0,yaml/* read */.LF)({ file, text });
        const error = problems.find(({ severity }) => severity === "error");
        if (error)
            return { problems: [error] };
        const [document] = documents;
        return document ? kustomizations_describe(folder, found.path, document, links, repository) : { problems: [] };
    }
    return { problems: [] };
}
const leavesRepository = "This leads out of the repository: not evaluated, nothing outside of it is read.";
function problem(file, line, message) {
    return { severity: "error", file, line, message };
}
function kustomizations_describe(folder, file, document, links, repository) {
    const { uses, problems } = findUses(document, folder, links, repository);
    for (const [key, path] of keysOf(document.value))
        if (key === "helmcharts" || key === "helmchartinflationgenerator")
            problems.push(refusalAt(document, path, needsHelm));
    const kind = (0,yaml/* isFields */.Ce)(document.value) && document.value.kind === "Component" ? "Component" : "Kustomization";
    return { folder, file, kind, document, value: document.value, uses, links, problems };
}
const needsHelm = "This needs --enable-helm, which secctx does not give: not evaluated. Render the chart as a chart, or commit what it makes.";
function refusalAt(document, path, message) {
    return problem(document.file, (0,yaml/* lineAt */.mh)(document, (0,yaml/* pointAt */.sd)(document, path).start), message);
}
function findUses(document, folder, links, repository) {
    const uses = [];
    const problems = [];
    for (const { role, path, name } of referencesIn(document.value)) {
        if (fold(String(path.at(-1))) === "patch" || (inlineRoles.has(role) && isInline(name))) {
            uses.push({ role, path, target: undefined, kind: "inline" });
            continue;
        }
        const found = isRemoteFile(name) ? undefined : findInside(repository, (0,external_node_path_.resolve)(folder, name), links);
        const local = found === "outside" ? undefined : found?.kind;
        const refusal = isRemoteFile(name) || (placeRoles.has(role) && isRemote(name, local))
            ? `This takes ${withoutLogin(name)} from remote: not evaluated, secctx opens no connections. Put a copy into the repository.`
            : found === "outside"
                ? `This takes ${name}, which leads out of the repository: not evaluated, nothing outside of it is read.`
                : local === "other"
                    ? `This takes ${name}, which is neither a file nor a folder: not evaluated.`
                    : undefined;
        if (refusal !== undefined)
            problems.push(refusalAt(document, path, refusal));
        else if (found && found !== "outside" && found.kind !== "other")
            uses.push({ role, path, target: found.path, kind: found.kind });
    }
    return { uses, problems };
}
const placeRoles = new Set(["resources", "bases", "components", "generators", "transformers", "validators"]);
const inlineRoles = new Set(["patchesstrategicmerge", "paths", "generators", "transformers", "validators"]);
function isInline(text) {
    return /[\n{]|: /.test(text) && (0,yaml/* read */.LF)({ file: "", text }).documents.some(({ value }) => (0,yaml/* isFields */.Ce)(value));
}
function fold(key) {
    return key.toUpperCase().toLowerCase();
}
function keysOf(value, base = []) {
    return (0,yaml/* isFields */.Ce)(value) ? Object.keys(value).map((key) => [fold(key), [...base, key]]) : [];
}
function referencesIn(value) {
    const names = [];
    const add = (role, path) => {
        const name = (0,yaml/* valueAt */.fK)(value, path);
        if (typeof name === "string" && name !== "")
            names.push({ role, path, name });
    };
    const each = (path) => {
        const list = (0,yaml/* valueAt */.fK)(value, path);
        return (0,yaml/* isList */.Lv)(list) ? list.map((_, index) => [...path, index]) : [];
    };
    const members = (path, keys) => keysOf((0,yaml/* valueAt */.fK)(value, path), path).flatMap(([key, at]) => (keys.includes(key) ? [at] : []));
    for (const [key, path] of keysOf(value)) {
        if (placeRoles.has(key) || ["patchesstrategicmerge", "crds", "configurations", "paths"].includes(key))
            for (const at of each(path))
                add(key, at);
        if (["patches", "patchesjson6902", "replacements"].includes(key))
            for (const at of each(path))
                for (const own of members(at, ["path", "patch"]))
                    add(key, own);
        if (key === "openapi")
            for (const at of members(path, ["path"]))
                add(key, at);
        if (key === "path" || key === "env")
            add(key, path);
        const sources = key === "files" || key === "envs" ? [path] : [];
        if (key === "configmapgenerator" || key === "secretgenerator")
            for (const at of each(path)) {
                sources.push(...members(at, ["files", "envs"]));
                for (const env of members(at, ["env"]))
                    add(key, env);
            }
        for (const at of sources.flatMap(each)) {
            const name = (0,yaml/* valueAt */.fK)(value, at);
            if (typeof name === "string")
                names.push({ role: key, path: at, name: name.slice(name.indexOf("=") + 1) });
        }
    }
    return names;
}

;// CONCATENATED MODULE: ./lib/rendering/kustomize/apply-fixes.js





function fileOf({ use, by }) {
    return use.target ?? writtenAt(by, use).file;
}
function keyOfSourcePatch({ contributor, patch }) {
    return JSON.stringify([...keyOfContributor(contributor), patch]);
}
function keyOfContributor({ document, by, use }) {
    if (use.target !== undefined)
        return [use.target, document.index];
    const origin = writtenAt(by, use);
    return [origin.file, origin.document.index, origin.path, document.index];
}
function applyToSources(fixes) {
    const all = new Map(fixes.flatMap(({ patches }) => patches.map((patch) => [keyOfSourcePatch(patch), patch])));
    const byDocument = (0,groups/* groupBy */.$z)(all.values(), ({ contributor }) => JSON.stringify(keyOfContributor(contributor)));
    const edits = [];
    for (const own of byDocument.values()) {
        const [{ contributor }] = own;
        const { document, use, by } = contributor;
        const changed = (0,yaml/* applyTogether */.f5)(document, own.map(({ patch }) => patch));
        if ("declined" in changed)
            return changed;
        const edit = editBetween(document.text, changed.text);
        const origin = writtenAt(by, use);
        const placed = use.target === undefined ? editWithin(origin, document.text, edit) : edit;
        if (!placed)
            return { declined: `the patch in ${origin.document.file} is not written as a block of lines` };
        const { text: before } = use.target === undefined ? origin.document : document;
        edits.push({ ...placed, file: document.file, path: fileOf(contributor), before });
    }
    const texts = new Map();
    for (const { file, path, before, range, text } of edits.toSorted((a, b) => b.range.start - a.range.start)) {
        const known = texts.get(file)?.text ?? before;
        texts.set(file, { path, text: known.slice(0, range.start) + text + known.slice(range.end) });
    }
    return { texts, edits: edits.map(({ file, range, text }) => ({ file, range, text })) };
}

;// CONCATENATED MODULE: ./lib/rendering/kustomize/overrides.js



function withOverrides(own, overrides, { repository }) {
    const block = fieldsOf((0,yaml/* valueAt */.fK)(overrides.document.value, overrides.path));
    const links = new Map(own.links);
    const added = findUses({ ...overrides.document, value: pick(block, lists) }, own.folder, links, repository);
    const uses = added.uses.map((use) => {
        const [key = "", index = 0, ...rest] = use.path;
        const before = (0,yaml/* valueAt */.fK)(own.value, [key]);
        return {
            ...use,
            path: [key, Number(index) + ((0,yaml/* isList */.Lv)(before) ? before.length : 0), ...rest],
            origin: { ...overrides, path: [...overrides.path, ...use.path] },
        };
    });
    return {
        ...own,
        value: mergeOverrides(own.value, block, overrides.kind),
        overrides,
        uses: [...own.uses, ...uses],
        links,
        problems: [...own.problems, ...added.problems],
    };
}
function filesOfOverrides({ file, variables = [] }) {
    return [file, ...variables.map((each) => each.file)];
}
function readOverridden(root, changed) {
    const { overrides, document, file } = root;
    const text = changed.get(file);
    const own = text === undefined ? document.value : ((0,yaml/* read */.LF)({ file: "", text }).documents[0]?.value ?? null);
    if (!overrides)
        return text === undefined ? root.value : own;
    return mergeOverrides(own, fieldsOf(valueNow(overrides, changed.get(overrides.file))), overrides.kind);
}
const lists = ["patches", "components"];
function mergeOverrides(own, block, kind) {
    const before = fieldsOf(own);
    const namespace = block[kind === "Application" ? "namespace" : "targetNamespace"];
    const maps = kind === "Application" ? ["commonLabels", "commonAnnotations"] : [];
    const changes = [
        ["namePrefix", block.namePrefix],
        ["nameSuffix", block.nameSuffix],
        ["namespace", namespace],
        ...lists.map((key) => [key, joinLists(before[key], block[key])]),
        ["images", joinImages(before.images, block.images)],
        ...maps.map((key) => [
            key,
            (0,yaml/* isFields */.Ce)(block[key]) ? { ...fieldsOf(before[key]), ...block[key] } : undefined,
        ]),
    ];
    const set = changes.filter((change) => change[1] !== undefined && change[1] !== "");
    return { ...before, ...Object.fromEntries(set) };
}
function joinLists(own, added) {
    return (0,yaml/* isList */.Lv)(added) ? [...((0,yaml/* isList */.Lv)(own) ? own : []), ...added] : undefined;
}
function joinImages(own, added) {
    if (!(0,yaml/* isList */.Lv)(added))
        return undefined;
    const images = added.map((each) => (typeof each === "string" ? readImage(each) : each));
    const names = new Set(images.map((each) => fieldsOf(each).name));
    return [...((0,yaml/* isList */.Lv)(own) ? own : []).filter((each) => !names.has(fieldsOf(each).name ?? null)), ...images];
}
function readImage(text) {
    const [first = "", second] = text.split("=", 2);
    const [, image = "", tag, digest] = /^(.*?)(?::([^:/@]+))?(?:@(.+))?$/.exec(second ?? first) ?? [];
    return {
        name: second === undefined ? image : first,
        ...(second !== undefined && { newName: image }),
        ...(tag !== undefined && { newTag: tag }),
        ...(digest !== undefined && { digest }),
    };
}
function pick(block, keys) {
    return Object.fromEntries(Object.entries(block).filter(([key]) => keys.includes(key)));
}
function fieldsOf(value) {
    return (0,yaml/* isFields */.Ce)(value) ? value : {};
}

;// CONCATENATED MODULE: ./lib/rendering/kustomize/closure.js




function closureOf(root, surroundings) {
    const kustomizations = new Map();
    const files = new Set();
    const links = new Map();
    const problems = [];
    const plugins = new Set();
    const pluginFiles = new Set();
    const open = [{ each: root, isPlugin: false }];
    for (let next = open.pop(); next; next = open.pop()) {
        const { each, isPlugin } = next;
        const isKnown = kustomizations.has(each.folder);
        if (isKnown && (!isPlugin || plugins.has(each.folder)))
            continue;
        if (isPlugin)
            plugins.add(each.folder);
        if (!isKnown) {
            kustomizations.set(each.folder, each);
            problems.push(...each.problems);
            if (!each.isGenerated)
                files.add(each.file);
            const others = each.overrides ? filesOfOverrides(each.overrides) : [];
            for (const file of [...targetsOf(each, "file"), ...others])
                files.add(file);
            for (const [link, target] of each.links)
                links.set(link, target);
        }
        for (const use of each.uses) {
            const bringsPlugin = isPlugin || pluginRoles.has(use.role);
            if (use.kind === "folder") {
                const base = kustomizations.get(use.target ?? "") ?? readKustomization(use.target ?? "", surroundings);
                if (base.uses)
                    open.push({ each: base, isPlugin: bringsPlugin });
                else
                    problems.push(...base.problems);
            }
            else if (bringsPlugin && (pluginRoles.has(use.role) || use.role === "resources"))
                readPlugins(each, use);
        }
    }
    return { root, repository: surroundings.repository, kustomizations, files, pluginFiles, links, problems };
    function readPlugins(by, use) {
        for (const document of documentsOf(by, use, surroundings)) {
            const { value } = document;
            if (!(0,yaml/* isFields */.Ce)(value))
                continue;
            const [place, at] = use.target === undefined ? [by.document, use.path] : [document, ["kind"]];
            if (value.apiVersion !== "builtin")
                problems.push(refusalAt(place, at, needsPlugins));
            else if (typeof value.kind === "string" && /^helm/i.test(value.kind))
                problems.push(refusalAt(place, at, needsHelm));
            const found = findUses(document, by.folder, links, surroundings.repository);
            problems.push(...found.problems);
            for (const { target, role } of found.uses) {
                if (target !== undefined)
                    files.add(target);
                if (target !== undefined && (role === "path" || role === "paths"))
                    pluginFiles.add(target);
            }
        }
    }
}
const pluginRoles = new Set(["generators", "transformers", "validators"]);
const needsPlugins = "This function or plugin needs --enable-alpha-plugins, which secctx does not give: not evaluated. Commit what it makes.";
function documentsOf(by, { target, path }, { show }) {
    const inline = (0,yaml/* valueAt */.fK)(by.value, path);
    const text = target === undefined ? String(inline) : (textOfFile(target) ?? "");
    return (0,yaml/* read */.LF)({ file: target === undefined ? by.document.file : show(target), text }).documents;
}

;// CONCATENATED MODULE: ./lib/rendering/kustomize/probes.js

function markMappings(value, contributor, probes, base = []) {
    if ((0,yaml/* isList */.Lv)(value))
        return value.map((item, index) => markMappings(item, contributor, probes, [...base, index]));
    if (!(0,yaml/* isFields */.Ce)(value))
        return asWritten(value, contributor, probes, base);
    if (value.$patch === "delete")
        return value;
    const probe = addProbe(probes, { contributor, path: base });
    const entries = Object.entries(value).map(([key, inner]) => {
        return [key, key.startsWith("$") ? inner : markMappings(inner, contributor, probes, [...base, key])];
    });
    return Object.fromEntries([...entries, [probe, mark]]);
}
function asWritten(value, { document }, { prefix }, path) {
    if (typeof value === "string" || (0,yaml/* isList */.Lv)(document.value))
        return value;
    const { start, end } = (0,yaml/* locate */.x5)(document, path).value;
    const text = document.text.slice(start, end);
    return text === JSON.stringify(value) || !/^[\w.+:~-]+$/.test(text) ? value : prefix + text;
}
function markOperations(operations, contributor, probes, { neighbours }) {
    return operations.flatMap((operation, index) => {
        if (!(0,yaml/* isFields */.Ce)(operation) || typeof operation.path !== "string")
            return [operation];
        const { op, path, from, value } = operation;
        const beside = (pointer, kind) => {
            const target = typeof pointer === "string" && neighbours ? mappingOf(pointer) : undefined;
            if (!target)
                return [];
            const { parent, key, rest } = target;
            const probe = addProbe(probes, { contributor, path: [index], operation: { kind, key, rest, value } });
            return [{ op: "add", path: `${parent}/${probe}`, value: mark }];
        };
        if (op === "test")
            return [{ op: "add", path: `/${addProbe(probes, { contributor, path: [index] })}`, value: mark }];
        if (op === "remove")
            return [operation, ...beside(path, "remove")];
        const marked = value === undefined
            ? operation
            : { ...operation, value: markMappings(value, contributor, probes, [index, "value"]) };
        return [marked, ...(op === "move" ? beside(from, "remove") : []), ...beside(path, "set")];
    });
}
const mark = "x";
function addProbe({ prefix, all }, probe) {
    return prefix + (all.push({ ...probe, number: all.length }) - 1);
}
function mappingOf(pointer) {
    const [, ...steps] = pointer.split("/");
    const at = steps.findLastIndex((step) => !/^(?:-|\d+)$/.test(step));
    if (at === -1)
        return undefined;
    const decode = (step) => step.replaceAll("~1", "/").replaceAll("~0", "~");
    const parent = steps.slice(0, at).map((step) => `/${step}`);
    return { parent: parent.join(""), key: decode(steps[at] ?? ""), rest: steps.slice(at + 1) };
}
function probesOf(value, { prefix, all }) {
    if (!(0,yaml/* isFields */.Ce)(value))
        return [];
    const numbers = Object.keys(value).flatMap((key) => (key.startsWith(prefix) ? Number(key.slice(prefix.length)) : []));
    return numbers.toSorted((a, b) => a - b).flatMap((number) => all[number] ?? []);
}
function withoutProbes(value, prefix) {
    if ((0,yaml/* isList */.Lv)(value))
        return value.map((item) => withoutProbes(item, prefix));
    if (!(0,yaml/* isFields */.Ce)(value))
        return value;
    const kept = Object.entries(value).flatMap(([key, inner]) => {
        const own = key.startsWith(prefix) ? undefined : withoutProbes(inner, prefix);
        return own === undefined || ((0,yaml/* isFields */.Ce)(own) && Object.keys(own).length === 0) ? [] : [[key, own]];
    });
    return Object.fromEntries(kept);
}
function toJson(value, { prefix }) {
    const written = new RegExp(`"${prefix}([\\w.+:~-]+)"(?!:)`, "g");
    return plainJson(value).replace(written, "$1");
}
function plainJson(value) {
    return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

;// CONCATENATED MODULE: ./lib/rendering/kustomize/contributors.js






function markSources({ root, kustomizations, files }, { show }) {
    const sources = new Map([...files].map((file) => [file, textOfFile(file)]));
    let prefix = "secctxProbe";
    while ([...sources.values()].some((text) => text?.includes(prefix)))
        prefix += "x";
    const probes = { prefix, all: [] };
    const texts = new Map();
    const order = [];
    const hashed = new Set([...kustomizations.values()].flatMap(patchesOfHashed));
    const seen = new Set();
    visit(root);
    return { texts, probes, order };
    function visit(kustomization) {
        if (seen.has(kustomization.folder))
            return;
        seen.add(kustomization.folder);
        const { document, file } = kustomization;
        let { value } = kustomization;
        const apply = (role) => {
            for (const use of kustomization.uses) {
                const { target } = use;
                if (use.role !== role)
                    continue;
                const base = kustomizations.get(target ?? "");
                if (base)
                    visit(base);
                else if (target !== undefined)
                    markFile(kustomization, use, target);
                else
                    value = (0,yaml/* patchValue */.ip)(value, markInline(kustomization, use));
            }
        };
        for (const role of ["resources", "bases", "components", "patchesstrategicmerge", "patches"])
            apply(role);
        const patched = probes.all.length;
        apply("patchesjson6902");
        order.push({ kustomization, patched, done: probes.all.length });
        if (value !== document.value)
            texts.set(file, toJson(value, probes));
    }
    function markFile(by, use, target) {
        const text = sources.get(target);
        if (text === undefined || seen.has(target))
            return;
        seen.add(target);
        const marked = markText(text, { by, use, file: show(target), placing: placesInDocument });
        if (marked !== undefined)
            texts.set(target, marked);
    }
    function markInline(by, use) {
        const { path } = use;
        const text = String((0,yaml/* valueAt */.fK)(by.value, path));
        const origin = writtenAt(by, use);
        const placing = () => placesWithin(origin.document, origin.path);
        return { op: "set", path, value: markText(text, { by, use, file: origin.document.file, placing }) ?? text };
    }
    function markText(text, { by, use, file, placing }) {
        const { documents, problems } = (0,yaml/* read */.LF)({ file, text }, { matters: (each) => !(0,pod/* isDefinitionText */.H_)(each), limits: yaml/* usualLimits */.tW });
        if (problems.some(({ severity }) => severity === "error"))
            return undefined;
        const isPatch = patchRoles.has(use.role);
        let marked = "";
        let end = 0;
        for (const document of documents) {
            const { value, contentStart, range } = document;
            const contributor = { document, place: placing(document), isPatch, by, use };
            const neighbours = !(isPatch && hashed.has(use.target ?? `${by.folder} ${use.path}`));
            const own = (0,yaml/* isList */.Lv)(value)
                ? markOperations(value, contributor, probes, { neighbours })
                : (0,yaml/* isFields */.Ce)(value) && !isHashedKind(value.kind)
                    ? markMappings(value, contributor, probes)
                    : undefined;
            if (own === undefined)
                continue;
            marked += `${text.slice(end, contentStart)}${toJson(own, probes)}\n`;
            end = range.end;
        }
        return marked + text.slice(end);
    }
}
const patchRoles = new Set(["patches", "patchesstrategicmerge", "patchesjson6902"]);
function patchesOfHashed({ value, folder, uses }) {
    return uses.flatMap(({ path, target }) => {
        const entry = (0,yaml/* valueAt */.fK)(value, path.slice(0, -1));
        const wanted = (0,yaml/* isFields */.Ce)(entry) && (0,yaml/* isFields */.Ce)(entry.target) ? entry.target.kind : undefined;
        return isHashedKind(wanted) ? [target ?? `${folder} ${path}`] : [];
    });
}
function isHashedKind(kind) {
    return typeof kind === "string" && /ConfigMap|Secret/.test(kind);
}

;// CONCATENATED MODULE: ./lib/rendering/kustomize/failures.js



function problemOf({ stderr, excess }, closure, { repository, show, tool }) {
    const { root } = closure;
    const lines = withoutLogFrame(stderr)
        .split("\n")
        .filter((line) => line.trim() !== "");
    const raw = (lines.at(-1) ?? "it ended without a word").trim().slice(-4000);
    const said = lastWords(raw)
        .replaceAll(`${repository}/`, "")
        .replaceAll(repository, ".")
        .replace(/literal sources \[.*?\]: /, "literal sources: ")
        .slice(0, 1000);
    const { file, line } = excess === undefined ? placeOfFailure(raw, closure, show) : { file: root.document.file, line: 1 };
    const advice = raw.includes("is not in or below")
        ? "Set kustomize.loadRestrictor to none if this is meant."
        : "Correct it, or leave it out (kustomize.roots).";
    const message = `${show(root.folder) || "."} could not be built: ${excess === undefined ? said : `${tool.kind} ${excess}`}. ${advice}`;
    return { severity: "error", file, line, message };
}
function withoutLogFrame(stderr) {
    const [, block, quoted] = /^E\d{4} .* err=(?:<\n(.*?)\n >$|"((?:[^"\\]|\\.)*)")/ms.exec(stderr) ?? [];
    return block ?? quoted?.replace(/\\([nt"\\])/g, (_, letter) => unquoted[letter] ?? letter) ?? stderr;
}
const unquoted = { n: "\n", t: "\t" };
function lastWords(raw) {
    const inner = raw
        .slice(Math.max(0, raw.lastIndexOf("recursed accumulation of path '")))
        .replace(/^recursed accumulation of path '[^']*': |^(?:Error|error): |^`?: /, "");
    const start = inner.lastIndexOf("accumulation err='");
    const folder = "': must build at directory: ";
    const end = inner.lastIndexOf(folder);
    const last = inner.slice(end + folder.length);
    const cause = start === -1 || end < start
        ? inner
        : last.endsWith("file is not directory")
            ? inner.slice(start + "accumulation err='".length, end)
            : last;
    return cause.replace(/\s*\.?$/, "");
}
function placeOfFailure(raw, { root, kustomizations, files }, show) {
    const named = [...kustomizations.values()].toReversed();
    const isNamed = ({ folder }) => raw.includes(`'${folder}'`);
    const own = named.find((each) => each !== root && isNamed(each)) ?? root;
    const [, key] = /(?:unknown field "|field Kustomization\.)([^".\s]*)/.exec(raw) ?? [];
    if (key !== undefined)
        return lineOf(own, [key]);
    const [, line] = /\bline (\d+)/.exec(raw) ?? [];
    const [, inFile] = / in File: (.*)$/.exec(raw) ?? [];
    const file = [...files].find((each) => raw.includes(each) || each === (0,external_node_path_.join)(own.folder, inFile ?? ""));
    if (file !== undefined && (line !== undefined || inFile !== undefined))
        return { file: show(file), line: Number(line ?? 1) };
    for (const each of [own, ...named])
        for (const { path, name } of referencesIn(each.document.value)) {
            const spellings = [`'${name}'`, `"${name}"`, `(${name})`, (0,external_node_path_.join)(each.folder, name)];
            if (spellings.some((spelling) => raw.includes(spelling)))
                return lineOf(each, path);
        }
    return lineOf(own, []);
}
function lineOf({ document }, path) {
    const isThere = path.length > 0 && (0,yaml/* valueAt */.fK)(document.value, path) !== undefined;
    return { file: document.file, line: isThere ? (0,yaml/* lineAt */.mh)(document, (0,yaml/* pointAt */.sd)(document, path).start) : 1 };
}

;// CONCATENATED MODULE: ./lib/rendering/kustomize/transformers.js

function findTransformer(order, document, path) {
    for (const { kustomization, patched, done } of order.toReversed()) {
        const replacement = findReplacement(kustomization, document, path);
        if (replacement)
            return { kustomization, path: replacement, message: "set by this replacement", until: done, isSure: true };
        const found = findSetter(kustomization.value, (0,yaml/* valueAt */.fK)(document.value, path), path);
        const until = found?.[0] === "images" ? done : patched;
        if (found)
            return { kustomization, path: found, message: "set here", until, isSure: true };
    }
    return undefined;
}
function findOutsider(order) {
    const all = order.flatMap(({ kustomization, done }) => {
        const { value } = kustomization;
        const places = [...itemsAt(value, ["transformers"]), ...itemsAt(value, ["replacements"])];
        return places
            .filter((at) => at[0] === "transformers" || (0,yaml/* valueAt */.fK)(value, [...at, "path"]) !== undefined)
            .map((path) => ({
            kustomization,
            path,
            message: `set by ${path[0] === "transformers" ? "a transformer" : "a replacement"}`,
            until: done,
            isSure: false,
        }));
    });
    const last = all.at(-1);
    return last && { ...last, isSure: all.length === 1 };
}
function findReplacement({ value }, { value: rendered }, path) {
    for (const at of itemsAt(value, ["replacements"]).toReversed())
        for (const target of itemsAt(value, [...at, "targets"]).toReversed()) {
            const select = (0,yaml/* valueAt */.fK)(value, [...target, "select"]);
            if (!(0,yaml/* isFields */.Ce)(select) || !isSelected(select, rendered))
                continue;
            for (const field of itemsAt(value, [...target, "fieldPaths"]))
                if (leadsTo((0,yaml/* valueAt */.fK)(value, field), rendered, path))
                    return field;
        }
    return undefined;
}
function isSelected(select, rendered) {
    const kind = (0,yaml/* valueAt */.fK)(select, ["kind"]);
    const name = (0,yaml/* valueAt */.fK)(select, ["name"]);
    const ownName = (0,yaml/* valueAt */.fK)(rendered, ["metadata", "name"]);
    if (kind !== undefined && kind !== (0,yaml/* valueAt */.fK)(rendered, ["kind"]))
        return false;
    return typeof name !== "string" || (typeof ownName === "string" && ownName.includes(name));
}
function leadsTo(fieldPath, rendered, path) {
    const steps = typeof fieldPath === "string" ? (fieldPath.match(/\[[^\]]*\]|(?:\\.|[^.[\]\\])+/g) ?? []) : [];
    return (steps.length > 0 &&
        steps.length <= path.length &&
        steps.every((step, depth) => {
            const own = path[depth];
            if (step === "*" || step.replace(/^\[(.*)\]$/, "$1").replace(/\\(.)/g, "$1") === String(own))
                return true;
            const [, key = "", wanted] = /^\[([^=]*)=(.*)\]$/.exec(step) ?? [];
            return typeof own === "number" && String(scalarAt(rendered, [...path.slice(0, depth), own, key])) === wanted;
        }));
}
function scalarAt(value, path) {
    const found = (0,yaml/* valueAt */.fK)(value, path);
    return (0,yaml/* isFields */.Ce)(found) || (0,yaml/* isList */.Lv)(found) ? undefined : found;
}
function findSetter(kustomization, value, path) {
    const key = path.at(-1);
    const own = (field) => (0,yaml/* valueAt */.fK)(kustomization, [field]);
    if (typeof value !== "string")
        return key === "replicas" && own("replicas") ? ["replicas"] : undefined;
    if (key === "image")
        return findImage(kustomization, value);
    if (key === "namespace")
        return own("namespace") === value ? ["namespace"] : undefined;
    const isName = key === "name" && path.at(-2) === "metadata";
    if (isName && own("namePrefix") && value.startsWith(String(own("namePrefix"))))
        return ["namePrefix"];
    if (isName && own("nameSuffix") && value.endsWith(String(own("nameSuffix"))))
        return ["nameSuffix"];
    if (key === undefined || !/^(?:labels|annotations|matchLabels|selector)$/.test(String(path.at(-2))))
        return undefined;
    const maps = [["commonLabels"], ["commonAnnotations"]];
    maps.push(...itemsAt(kustomization, ["labels"]).map((at) => [...at, "pairs"]));
    return maps.map((map) => [...map, key]).find((each) => (0,yaml/* valueAt */.fK)(kustomization, each) === value);
}
function findImage(kustomization, image) {
    return itemsAt(kustomization, ["images"]).findLast((at) => {
        const [name, newName, newTag, digest] = ["name", "newName", "newTag", "digest"].map((key) => scalarAt(kustomization, [...at, key]));
        return (image.startsWith(String(newName ?? name)) &&
            (newTag === undefined || image.includes(`:${newTag}`)) &&
            (digest === undefined || image.endsWith(`@${digest}`)));
    });
}
function itemsAt(value, path) {
    const list = (0,yaml/* valueAt */.fK)(value, path);
    return (0,yaml/* isList */.Lv)(list) ? list.map((_, index) => [...path, index]) : [];
}

;// CONCATENATED MODULE: ./lib/rendering/kustomize/variables.js


function readVariables(overrides, changed = new Map()) {
    if (!overrides?.variables)
        return undefined;
    return new Map(overrides.variables.flatMap((source) => {
        const value = valueNow(source, changed.get(source.file));
        const entries = (0,yaml/* isFields */.Ce)(value) ? Object.entries(value) : [];
        return entries.map(([name, text]) => {
            return [name, { ...source, path: [...source.path, name], value: String(text ?? "") }];
        });
    }));
}
function fillVariables(text, variables, { isComplete = false } = {}) {
    if (!variables || !text.includes("${"))
        return text;
    const documents = text.split(/^(?=---)/m);
    return documents.map((each) => (isOptedOut.test(each) ? each : each.replace(pattern, fill))).join("");
    function fill(whole, name, sign, fallback) {
        if (name === undefined)
            return "${";
        const value = variables?.get(name)?.value;
        const isUsed = value !== undefined && (value !== "" || !sign?.startsWith(":"));
        return isUsed ? value : (fallback ?? (isComplete ? "" : whole));
    }
}
const pattern = /\$\$\{|\$\{([A-Za-z_]\w*)(?:(:?[-=])([^{}]*))?\}/g;
const isOptedOut = /^ +kustomize\.toolkit\.fluxcd\.io\/substitute: "?disabled/m;
function variableIn(value) {
    return typeof value === "string" ? /\$\{([A-Za-z_]\w*)(?::?[-=][^{}]*)?\}/.exec(value)?.[1] : undefined;
}

;// CONCATENATED MODULE: ./lib/rendering/kustomize/source-map.js






function placeInOverlay(map, document, path) {
    const cause = findCause(map, document, path);
    if (!cause)
        return { ...placeAt(map.root.document, topOf(map.root.document), false), via: [] };
    if (!("contributor" in cause)) {
        const { kustomization, message, isSure, path: own } = cause;
        const { overrides, document: written } = kustomization;
        const isOwn = !overrides || (0,yaml/* sameValue */.eE)((0,yaml/* valueAt */.fK)(written.value, own) ?? null, (0,yaml/* valueAt */.fK)(kustomization.value, own) ?? null);
        const [at, point] = isOwn ? [written, own] : [overrides.document, [...overrides.path, ...own.slice(0, 1)]];
        const place = placeAt(at, (0,yaml/* pointAt */.sd)(at, point), isSure && isOwn);
        return { ...place, via: [{ location: place.location, message }, ...wayFrom(map, kustomization)] };
    }
    const place = placeOfCause(cause);
    const { by, use, isPatch } = cause.contributor;
    const over = cause.before
        ? [
            {
                location: placeOfCause(cause.before).location,
                message: use.role === "variable" ? "filled in here" : "over what is set here",
            },
        ]
        : [];
    const origin = writtenAt(by, use);
    const entry = placeAt(origin.document, (0,yaml/* pointAt */.sd)(origin.document, origin.path), true).location;
    const own = use.target === undefined || use.role === "variable"
        ? []
        : [{ location: entry, message: isPatch ? "this patch is applied here" : "included here" }];
    return { ...place, via: [...over, ...own, ...wayFrom(map, by)] };
}
function topOf({ text, range: { start } }) {
    const lineEnd = text.indexOf("\n", start);
    return { start: 0, end: Math.max(1, lineEnd === -1 ? text.length : text.indexOf("\n")) };
}
function placeOfCause({ contributor: { document, place }, path, operation }) {
    return place((0,yaml/* pointAt */.sd)(document, operation === undefined ? path : [operation, "path"]));
}
function wayFrom({ users }, kustomization) {
    const way = [];
    const seen = new Set();
    for (let { folder } = kustomization; !seen.has(folder);) {
        seen.add(folder);
        const [user, ...others] = users.get(folder) ?? [];
        if (!user || others.length > 0)
            break;
        const { document, path } = writtenAt(user.by, user.use);
        way.push({
            location: placeAt(document, (0,yaml/* pointAt */.sd)(document, path), true).location,
            message: "included here",
        });
        folder = user.by.folder;
    }
    return way;
}
function findCause(map, document, path) {
    const marked = map.marked.get(document.index);
    if (marked === undefined || !isBelieved(map, document, marked))
        return undefined;
    const exists = (0,yaml/* valueAt */.fK)(document.value, path) !== undefined;
    const cause = exists ? findSetting(map, document, marked, path) : findLack(map, marked, path);
    return cause && findVariable(map, cause);
}
function findVariable({ root, variables }, cause) {
    if (!variables || !("contributor" in cause) || cause.what !== "set")
        return cause;
    const name = variableIn((0,yaml/* valueAt */.fK)(cause.contributor.document.value, cause.path));
    const variable = name === undefined ? undefined : variables.get(name);
    if (!variable)
        return cause;
    const { document, path, file } = variable;
    const use = { role: "variable", path: [], target: file, kind: "file", origin: variable };
    const contributor = { document, place: placesInDocument(document), isPatch: false, by: root, use };
    return { contributor, path, what: "set", before: cause };
}
function isBelieved(map, { index, value, text }, marked) {
    const { probes, beliefs } = map;
    const known = beliefs.get(index);
    if (known !== undefined)
        return known;
    const belief = (0,yaml/* sameValue */.eE)(withoutProbes(marked, probes.prefix), withoutProbes(value, probes.prefix));
    if (text === map.text)
        beliefs.set(index, belief);
    return belief;
}
function findSetting(map, document, marked, path) {
    const value = (0,yaml/* valueAt */.fK)(document.value, path) ?? null;
    const transformer = findTransformer(map.order, document, path);
    if ((0,yaml/* isFields */.Ce)(value)) {
        const [first] = probesOf((0,yaml/* valueAt */.fK)(marked, path), map.probes).filter(({ operation }) => !operation);
        return first ? written(first, []) : (transformer ?? findOutsider(map.order));
    }
    const depth = path.findLastIndex((step) => typeof step === "string");
    const [key = "", index] = path.slice(depth);
    const setters = probesOf((0,yaml/* valueAt */.fK)(marked, path.slice(0, depth)), map.probes).flatMap((probe) => settersIn(probe, String(key), index, value));
    const last = setters.at(-1);
    if (transformer && (last?.probe.number ?? -1) < transformer.until)
        return transformer;
    const other = (0,yaml/* isList */.Lv)(value) && value.some(yaml/* isFields */.Ce) ? setters[0] : last;
    const chosen = setters.findLast(({ isEqual }) => isEqual) ?? findOutsider(map.order) ?? other;
    if (!chosen || "kustomization" in chosen)
        return chosen;
    const before = setters[setters.indexOf(chosen) - 1];
    return before ? { ...chosen.written, before: before.written } : chosen.written;
}
function settersIn(probe, key, index, value) {
    const { contributor, operation, path } = probe;
    const setter = (isEqual, at, number) => {
        return [{ probe, isEqual, written: { contributor, path: at, operation: number, what: "set" } }];
    };
    const own = operation ? operation.value : (0,yaml/* valueAt */.fK)(contributor.document.value, [...path, key]);
    const at = operation ? [...path, "value"] : [...path, key];
    const position = typeof index === "number" && (0,yaml/* isList */.Lv)(own) ? positionOf(own, index, value) : -1;
    if (!operation) {
        if (own === undefined || own === null)
            return [];
        if (index === undefined)
            return setter((0,yaml/* sameValue */.eE)(own, value), at);
        return position === -1 ? setter(false, at) : setter(true, [...at, position]);
    }
    const { kind, rest } = operation;
    const isElement = rest.length === 1 && index !== undefined;
    if (kind !== "set" || operation.key !== key || rest.length > (isElement ? 1 : 0))
        return [];
    if (!isElement && position !== -1)
        return setter(true, [...at, position]);
    return setter(own === undefined || (0,yaml/* sameValue */.eE)(own, value), at, Number(path[0]));
}
function positionOf(list, index, value) {
    return (0,yaml/* sameValue */.eE)(list[index], value) ? index : list.findIndex((item) => (0,yaml/* sameValue */.eE)(item, value));
}
function written({ contributor, path }, below, what = "set") {
    return { contributor, path: [...path, ...below], what };
}
function findLack({ probes }, marked, path) {
    const depths = [...path.keys(), path.length].filter((depth) => (0,yaml/* isFields */.Ce)((0,yaml/* valueAt */.fK)(marked, path.slice(0, depth))));
    const deepest = depths.at(-1) ?? 0;
    const at = (depth) => probesOf((0,yaml/* valueAt */.fK)(marked, path.slice(0, depth)), probes);
    const removal = at(deepest).findLast((probe) => isRemoval(probe, path[deepest]));
    if (removal) {
        const { contributor, operation } = removal;
        const key = String(path[deepest]);
        return operation
            ? { contributor, path: removal.path, operation: Number(removal.path[0]), what: "removed" }
            : written(removal, [key], "removed");
    }
    const block = path.lastIndexOf("securityContext");
    const named = depths.findLast((depth) => block === -1 || depth <= block) ?? 0;
    for (const depth of depths.filter((each) => each <= named).toReversed()) {
        const [first] = at(depth).filter(({ operation }) => !operation);
        if (!first)
            continue;
        if (depth < named)
            return written(first, steps(path.slice(depth)), "missing");
        const inner = depths.filter((each) => each > named).map(at);
        const cut = inner.findIndex((own) => !own.some(({ contributor }) => contributor === first.contributor));
        const [replaced] = cut === -1 ? [] : (inner[cut] ?? []);
        const isOpen = (0,yaml/* valueAt */.fK)(first.contributor.document.value, [...first.path, ...path.slice(named, named + cut + 1)]);
        if (!replaced || (isOpen === undefined && isMerge(replaced)))
            return written(first, path.slice(depth), "missing");
        const [maker] = (inner[cut] ?? []).filter(({ operation }) => !operation);
        if (maker)
            return written(maker, path.slice(depths.filter((each) => each > named)[cut] ?? depth), "missing");
    }
    return undefined;
}
function findPatchAround(map, document, path) {
    const marked = map.marked.get(document.index);
    if (marked === undefined || !isBelieved(map, document, marked))
        return undefined;
    const depth = path.findLastIndex((_, length) => (0,yaml/* isFields */.Ce)((0,yaml/* valueAt */.fK)(marked, path.slice(0, length))));
    const below = path.slice(depth);
    const around = probesOf((0,yaml/* valueAt */.fK)(marked, path.slice(0, depth)), map.probes);
    const patch = around.findLast((probe) => !probe.operation && probe.contributor.isPatch && isMerge(probe));
    return patch && below.every((step) => typeof step === "string") ? written(patch, below) : undefined;
}
function steps(path) {
    const list = path.findIndex((step) => typeof step === "number");
    return list === -1 ? path : path.slice(0, list);
}
function isMerge({ contributor: { document }, path }) {
    return !(0,yaml/* isList */.Lv)(document.value) && (0,yaml/* valueAt */.fK)(document.value, [...path, "$patch"]) === undefined;
}
function isRemoval({ contributor, path, operation }, key) {
    if (operation)
        return operation.kind === "remove" && operation.key === key && operation.rest.length === 0;
    const own = (0,yaml/* valueAt */.fK)(contributor.document.value, [...path, String(key)]);
    return contributor.isPatch && (own === null || ((0,yaml/* isFields */.Ce)(own) && own.$patch === "delete"));
}

;// CONCATENATED MODULE: ./lib/rendering/kustomize/build.js














function buildBehind(rendering) {
    return rendering.tool === "kustomize" ? rendering : undefined;
}
async function buildOverlay(root, settings, options, deployer) {
    const closure = await (0,yaml/* withFullReader */.xt)(() => closureOf(root, options));
    if (closure.problems.length > 0)
        return { problems: closure.problems };
    const isAsWritten = root.overrides === undefined && !root.isGenerated;
    const building = isAsWritten ? build(root.folder, settings, options) : buildWith(closure, noTexts, settings, options);
    const sources = await (0,yaml/* withFullReader */.xt)(() => markSources(closure, options));
    const [plain, marked] = await Promise.all([building, buildCopy(closure, sources.texts, settings, options)]);
    if (plain.status !== 0)
        return { problems: [problemOf(plain, closure, options)] };
    const variables = readVariables(root.overrides);
    const text = plain.stdout;
    const filled = { ...marked, stdout: fillVariables(marked.stdout, variables, root.overrides) };
    const map = await (0,yaml/* withFullReader */.xt)(() => mapOf(closure, sources, text, filled));
    const rendering = {
        tool: "kustomize",
        root: options.show(root.folder) || ".",
        values: deployer ? [deployer.file] : [],
        ...(deployer && { deployer: deployer.name }),
        ...(deployer?.namespace !== undefined && { namespace: deployer.namespace }),
        parts: readParts(closure.files, options.show),
        place: (document, path) => placeInOverlay(map, document, path),
        closure,
        map,
        settings,
    };
    const ingredients = marked.status === 0 ? listObjects(map, rendering.root) : [];
    return { source: { file: root.document.file, text, rendering }, problems: [], ingredients };
}
function listObjects({ probes, marked }, root) {
    const there = new Set([...marked.values()].flatMap((value) => probesOf(value, probes).map(({ number }) => number)));
    return probes.all.flatMap(({ number, path, contributor: { document, place, isPatch }, operation }) => {
        const { text, range, value } = document;
        const isObject = path.length === 0 && !isPatch && !operation && (0,pod/* mayHoldWorkload */.q1)(text.slice(range.start, range.end));
        const isList = (0,yaml/* valueAt */.fK)(value, ["kind"]) === "List";
        if (!isObject || isList || !(0,pod/* looksLikeWorkload */.LF)(text.slice(range.start, range.end)))
            return [];
        const { location } = place((0,yaml/* pointAt */.sd)(document, []));
        const name = `${(0,yaml/* valueAt */.fK)(value, ["kind"])} ${JSON.stringify((0,yaml/* valueAt */.fK)(value, ["metadata", "name"]) ?? "")}`;
        const { file, start } = location;
        return [{ of: "overlay", root, name, file, line: start.line, isRendered: there.has(number) }];
    });
}
const noTexts = new Map();
async function buildWith(closure, texts, settings, options) {
    const { root } = closure;
    if (root.overrides === undefined && !root.isGenerated)
        return buildCopy(closure, texts, settings, options);
    const own = await (0,yaml/* withFullReader */.xt)(() => plainJson(readOverridden(root, texts)));
    const run = await buildCopy(closure, new Map([...texts, [root.file, own]]), settings, options);
    const variables = await (0,yaml/* withFullReader */.xt)(() => readVariables(root.overrides, texts));
    return { ...run, stdout: fillVariables(run.stdout, variables, root.overrides) };
}
function build(folder, { loadRestrictor }, { tool, limits }) {
    const restrictor = loadRestrictor === "root" ? "LoadRestrictionsRootOnly" : "LoadRestrictionsNone";
    const command = tool.kind === "kubectl" ? "kustomize" : "build";
    return runTool(tool, [command, `--load-restrictor=${restrictor}`, "--", folder], { folder: scratchFolder(), limits });
}
async function buildCopy({ root, repository, kustomizations, files, links }, texts, settings, options) {
    return await withFolder(async (copy) => {
        const inCopy = (path) => (0,external_node_path_.join)(copy, (0,external_node_path_.relative)(repository, path));
        for (const folder of kustomizations.keys())
            (0,external_node_fs_.mkdirSync)(inCopy(folder), { recursive: true });
        copyFiles({ files: new Set([...files, root.file]), links }, inCopy, (file) => texts.get(file));
        const run = await build(inCopy(root.folder), settings, options);
        return { ...run, stderr: run.stderr.replaceAll(copy, repository) };
    });
}
function mapOf({ root, kustomizations }, { probes, order }, text, { status, stdout }) {
    const matters = (each) => !(0,pod/* isDefinitionText */.H_)(each);
    const { documents } = (0,yaml/* read */.LF)({ file: root.document.file, text: status === 0 ? stdout : "" }, { matters, limits: yaml/* usualLimits */.tW });
    const values = new Map(documents.map(({ index, value }) => [index, value]));
    const users = new Map();
    for (const by of kustomizations.values())
        for (const use of by.uses) {
            const known = users.get(use.target ?? "") ?? [];
            if (use.kind === "folder")
                users.set(use.target ?? "", [...known, { by, use }]);
        }
    return {
        root,
        text,
        probes,
        order,
        marked: values,
        beliefs: new Map(),
        users,
        variables: readVariables(root.overrides),
    };
}

;// CONCATENATED MODULE: ./lib/rendering/kustomize/proof.js





function isOfOneText(a, b) {
    return a.file === b.file && a.text === b.text;
}
async function findOverlayFault(fixes, roots, options) {
    const changed = await (0,yaml/* withFullReader */.xt)(() => applyToSources(fixes));
    if ("declined" in changed)
        return { fault: changed.declined };
    const texts = new Map([...changed.texts.values()].map(({ path, text }) => [path, text]));
    const wanted = fixes.map((fix) => fix.wanted);
    for (const root of roots) {
        const fault = await proof_findFaultIn(root, texts, wanted, options);
        if (fault !== undefined)
            return { fault, root };
    }
    return { fault: undefined };
}
async function proof_findFaultIn(root, texts, wanted, options) {
    const { closure, settings, rendering } = root;
    const run = await buildWith(closure, texts, settings, options);
    if (run.status !== 0)
        return `${rendering.root} could not be built with it`;
    const documents = await (0,yaml/* withFullReader */.xt)(() => readRendered({ file: "", text: run.stdout }));
    if (documents.length !== root.documents.length)
        return `${rendering.root} would have other objects`;
    for (const [position, before] of root.documents.entries()) {
        const after = documents[position]?.value ?? null;
        const own = wanted.filter(({ document }) => document.index === before.index && isOfOneText(document, before));
        if (own.length === 0 && (0,yaml/* sameValue */.eE)(before.value, after))
            continue;
        const fixed = (0,yaml/* patchTogether */.$M)(before.value, own.flatMap(({ patches }) => patches));
        if (isSameObject(fixed, after))
            continue;
        const name = `${(0,yaml/* valueAt */.fK)(before.value, ["kind"])} ${(0,yaml/* valueAt */.fK)(before.value, ["metadata", "name"])}`;
        return own.length > 0
            ? `the change would not have this effect in ${rendering.root}`
            : `the change would also change ${name} of ${rendering.root}`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/rendering/kustomize/fixes.js







async function carryToOverlayFiles(sources, wanted, options, findUnrendered) {
    const roots = await (0,yaml/* withFullReader */.xt)(() => sources.flatMap(builtRootOf));
    const progress = { roots, done: [], options, findUnrendered };
    const reasons = new Map();
    for (const carry of [carryToCauses, carryToPatches]) {
        const isDone = new Set(progress.done.flat().map((each) => each.wanted));
        const left = wanted.filter((each) => !isDone.has(each));
        const faults = await carryAndProve(left, carry, progress);
        for (const [finding, reason] of faults)
            if (!reasons.has(finding))
                reasons.set(finding, reason);
    }
    return await (0,yaml/* withFullReader */.xt)(() => {
        const all = applyToSources(progress.done.flat());
        const fixes = new Map(wanted.map(({ id, finding }) => [id, { declined: reasons.get(finding) ?? unknownLine }]));
        for (const together of progress.done) {
            const changed = applyToSources(together);
            const fix = "declined" in changed ? changed : { edits: changed.edits };
            for (const each of together)
                fixes.set(each.wanted.id, fix);
        }
        return {
            fixes,
            texts: "declined" in all ? new Map() : new Map([...all.texts].map(([file, { text }]) => [file, text])),
        };
    });
}
function builtRootOf(source) {
    const { rendering, ...plain } = source;
    const build = rendering && buildBehind(rendering);
    return build ? [{ ...build, rendering, documents: readRendered(plain) }] : [];
}
async function carryAndProve(wanted, carry, progress) {
    const placed = [];
    const reasons = new Map();
    await (0,yaml/* withFullReader */.xt)(() => {
        for (const each of wanted) {
            const root = progress.roots.find(({ documents: [first] }) => first && isOfOneText(first, each.document));
            const patches = root ? carry(root, each) : unknownLine;
            if (typeof patches === "string")
                reasons.set(each.finding, patches);
            else
                placed.push({ wanted: each, patches });
        }
    });
    const whole = placed.filter(({ wanted: { finding } }) => !reasons.has(finding));
    const bundles = (0,groups/* joinSharing */.Nj)(whole, ({ wanted: { finding }, patches }) => [finding, ...patches.map(keyOfSourcePatch)]);
    const failed = await prove(bundles, progress);
    const alike = ({ wanted: { finding }, patches }) => [finding, patches.map(keyOfSourcePatch).join()];
    const parts = [...failed.keys()].map((bundle) => (0,groups/* joinSharing */.Nj)(bundle, alike)).filter(({ length }) => length > 1);
    for (const [each, reason] of [...failed, ...(await prove(parts.flat(), progress))])
        for (const { wanted: { finding }, } of each)
            reasons.set(finding, reason);
    return reasons;
}
async function prove(open, { roots, done, options, findUnrendered }) {
    const reasons = new Map();
    for (const group of (0,groups/* joinSharing */.Nj)(open, (fixes) => roots.filter((root) => isTouched(root, fixes)))) {
        const faults = await proveInParts(group, done, async (some) => {
            const fresh = some.filter((each) => !done.includes(each)).flat();
            const files = fresh.flatMap(({ patches }) => patches.map(({ contributor }) => fileOf(contributor)));
            const unrendered = await findUnrendered(files);
            if (unrendered !== undefined)
                return { reason: unrendered };
            const touched = roots.filter((root) => isTouched(root, fresh));
            const { fault, root } = await findOverlayFault(some.flat(), touched, options);
            if (root)
                roots.unshift(...roots.splice(roots.indexOf(root), 1));
            return fault === undefined ? undefined : { reason: fault };
        });
        for (const [fixes, reason] of faults)
            reasons.set(fixes, reason);
    }
    return reasons;
}
function isTouched({ closure }, fixes) {
    return fixes.some(({ patches }) => patches.some(({ contributor }) => closure.files.has(fileOf(contributor))));
}
function carryToCauses(root, { document, patches }) {
    return allOf(patches.map((patch) => carryToCause(root, document, patch)));
}
function carryToPatches(root, { document, patches }) {
    const around = patches.map(({ also: _, ...patch }) => {
        const place = patch.op === "remove" ? undefined : findPatchAround(root.map, document, patch.path);
        return place && { contributor: place.contributor, patch: { ...patch, path: place.path } };
    });
    if (!around.some(Boolean))
        return `${root.rendering.root} has no patch there`;
    return allOf(patches.map((patch, index) => around[index] ?? carryToCause(root, document, patch)));
}
function allOf(patches) {
    const refusal = patches.find((patch) => typeof patch === "string");
    return typeof refusal === "string" ? refusal : patches.filter((patch) => typeof patch !== "string");
}
function carryToCause({ map }, document, { also: _, ...patch }) {
    const cause = findCause(map, document, patch.path);
    if (!cause)
        return unknownLine;
    if (!("contributor" in cause)) {
        const { file } = cause.kustomization.document;
        return `it is ${cause.message} in ${file}`;
    }
    const { contributor, operation, what } = cause;
    const { location } = placeOfCause(cause);
    if (contributor.document.rendering)
        return `it is set in ${location.file}, which another rendering takes it from`;
    if (contributor.use.role === "variable")
        return patch.op === "set" && !(0,yaml/* isFields */.Ce)(patch.value) && !(0,yaml/* isList */.Lv)(patch.value)
            ? { contributor, patch: { ...patch, path: cause.path, value: String(patch.value) } }
            : `a variable sets it (${location.file}:${location.start.line})`;
    const isValue = operation !== undefined && what === "set";
    if (what === "removed")
        return `${location.file}:${location.start.line} takes it away`;
    return { contributor, patch: { ...patch, path: isValue ? [operation, "value"] : cause.path } };
}

;// CONCATENATED MODULE: ./lib/rendering/settings.js


function findOwn(folder, { repository }, { helm }) {
    return helm ? helm.charts?.find(({ path }) => (0,external_node_path_.resolve)(repository, path) === folder) : undefined;
}
function findOwnLists(folder, worktree, settings) {
    return findOwn(folder, worktree, settings)?.values?.map((list) => list.map((file) => (0,external_node_path_.join)(folder, file)));
}
function findHelm({ origin }, { helm }) {
    return findTool("helm", (helm === false ? undefined : helm.binary) ?? "helm", origin);
}
function findBuilder({ origin }, { kustomize }) {
    const binary = kustomize ? kustomize.binary : undefined;
    const find = (name) => findTool(/kubectl(\.exe)?$/.test(name) ? "kubectl" : "kustomize", name, origin);
    if (binary !== undefined)
        return find(binary);
    const [own, other] = [find("kustomize"), find("kubectl")];
    if ("path" in own)
        return own;
    return "path" in other ? other : { reason: "neither kustomize nor kubectl is on PATH" };
}
function optionsFor(tool, folder, { repositoryOf, show }, { limits, kubernetesVersion }, version = kubernetesVersion) {
    const repository = repositoryOf(folder);
    const bounds = { seconds: limits.renderSeconds, megabytes: limits.renderMegabytes };
    return { tool, limits: bounds, repository, show, kubernetesVersion: version };
}
function notEvaluated(file, shown, reason) {
    const advice = reason.endsWith("on PATH")
        ? " Install it, or choose render: false to have charts and overlays as notes."
        : "";
    const message = `${shown}: not evaluated: ${reason}.${advice}`;
    return { problems: [{ severity: "error", file, line: 1, message }] };
}
function withinLimit(rendered, { renderDocuments: most }) {
    const { source, problems } = rendered;
    const count = source ? source.text.split(/^---/m).length - 1 : 0;
    if (!source || count <= most)
        return rendered;
    const message = `The rendering holds more than ${most.toLocaleString("en")} documents (limits.renderDocuments): not evaluated.`;
    return { problems: [...problems, { severity: "error", file: source.file, line: 1, message }] };
}

;// CONCATENATED MODULE: ./lib/rendering/deployers/deployer.js


function readDeployers(sources, pathOf) {
    return sources.flatMap((source) => objectsIn(source, mayHaveDeployer, pod/* isDeployer */.$X, pathOf));
}
function mayHaveDeployer(text) {
    return (0,pod/* mayDeploy */.BU)({ text }) && !(0,pod/* isDefinitionText */.H_)(text);
}
function finderIn(sources, pathOf) {
    return (kind, name, namespace) => {
        const isWanted = (object) => object.kind === kind && (0,pod/* identifyWorkload */.qk)(object).name === name;
        const mayHaveIt = (text) => text.includes(kind) && text.includes(name);
        const found = sources
            .filter(({ text }) => mayHaveIt(text))
            .flatMap((source) => objectsIn(source, mayHaveIt, isWanted, pathOf));
        return (found.find((each) => each.namespace === namespace) ??
            found.find((each) => each.namespace === null || namespace === null));
    };
}
function objectsIn(source, matters, isWanted, pathOf) {
    const { documents } = (0,yaml/* read */.LF)(source, { matters, limits: yaml/* usualLimits */.tW });
    return documents.flatMap((document) => (0,pod/* findObjects */.Qe)(document.value)
        .filter(isWanted)
        .map((object) => {
        const { kind, name, namespace } = (0,pod/* identifyWorkload */.qk)(object);
        const { file } = (0,yaml/* sourcePlaceOf */.Uk)(document, object.path).location;
        return { kind, name, namespace, document, object: object.path, path: pathOf(file), file };
    }));
}
function fieldAt({ document, object }, ...path) {
    return (0,yaml/* valueAt */.fK)(document.value, [...object, ...path]);
}
function textAt(object, ...path) {
    const value = fieldAt(object, ...path);
    return typeof value === "string" && value !== "" ? value : undefined;
}
function sayAt({ document, object }, path, message, severity = "note") {
    const at = [...object, ...path];
    const { location } = document.rendering
        ? (0,yaml/* sourcePlaceOf */.Uk)(document, at)
        : { location: { file: document.file, start: { line: (0,yaml/* lineAt */.mh)(document, (0,yaml/* pointAt */.sd)(document, at).start) } } };
    return { severity, file: location.file, line: location.start.line, message };
}
function nameDeployer({ kind, name }) {
    return `${kind} ${JSON.stringify(name)}`;
}

// EXTERNAL MODULE: ./lib/source/git.js
var git = __webpack_require__(7497);
;// CONCATENATED MODULE: ./lib/rendering/deployers/repository.js


async function readAddresses(repository) {
    try {
        const { stdout, status } = await (0,git.runGit)(["-C", repository, "config", "--get-regexp", "^remote\\..*\\.url$"]);
        const urls = status === 0 ? stdout.toString().split("\n") : [];
        const remotes = urls.map((line) => line.slice(line.indexOf(" ") + 1)).filter(isNetwork);
        const job = process.env.GITHUB_REPOSITORY;
        return remotes.length > 0 && job ? [...remotes, `https://github.com/${job}`] : remotes;
    }
    catch (error) {
        if (error instanceof errors/* UsageError */.eb || (0,errors/* codeOf */.$N)(error) === "ENOENT")
            return [];
        throw error;
    }
}
function isOfAnother(address, own) {
    return own.length > 0 && isNetwork(address) && !own.some((each) => nameIn(each) === nameIn(address));
}
function isNetwork(address) {
    return /^(?:https?|ssh|git):\/\/|^[\w.-]+@[\w.-]+:/i.test(address);
}
function nameIn(address) {
    return (/([^/:]+?)(?:\.git)?\/*$/.exec(address)?.[1] ?? "").toLowerCase();
}

;// CONCATENATED MODULE: ./lib/rendering/deployers/deployment.js






const fromElsewhere = { deployments: [], problems: [], isElsewhere: true };
const deployment_asWritten = { deployments: [], problems: [], isElsewhere: false };
function deployedAs(deployment, problems = []) {
    const isBroken = problems.some(({ severity }) => severity === "error");
    return { deployments: isBroken ? [] : [deployment], problems, isElsewhere: false };
}
function noValuesFile(deployer, at, file) {
    return sayAt(deployer, at, `The values file ${file} of ${nameDeployer(deployer)} is not there.`, "error");
}
function folderAt(path, address, { repository, addresses }) {
    if (address !== undefined && isOfAnother(address, addresses))
        return undefined;
    const found = pathAt((0,external_node_path_.join)(repository, path), repository);
    if (found === undefined || !(0,external_node_fs_.statSync)(found).isDirectory())
        return undefined;
    const has = (names) => names.some((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(found, name)));
    if (has(["Chart.yaml"]))
        return { folder: found, kind: "chart" };
    return { folder: found, kind: has(kustomizationNames) ? "overlay" : "manifests" };
}
function pathAt(path, repository) {
    if (!(0,source_links/* isWithin */.UO)(repository, path) || !(0,external_node_fs_.existsSync)(path))
        return undefined;
    const real = (0,external_node_fs_.realpathSync)(path);
    return (0,source_links/* isWithin */.UO)(repository, real) ? real : undefined;
}

;// CONCATENATED MODULE: ./lib/rendering/deployers/argo.js





function deployedByApplication(deployer, from) {
    const sources = pathsOfSources(deployer);
    const deployments = [];
    const problems = [];
    let isElsewhere = false;
    for (const at of sources) {
        const isLender = textAt(deployer, ...at, "ref") !== undefined && fieldAt(deployer, ...at, "path") === undefined;
        if (isLender)
            continue;
        const deployed = deployedBySource(deployer, at, sources, from);
        deployments.push(...deployed.deployments);
        problems.push(...deployed.problems);
        isElsewhere ||= deployed.isElsewhere;
    }
    return { deployments, problems, isElsewhere: isElsewhere || sources.length === 0 };
}
function pathsOfSources(deployer) {
    const sources = fieldAt(deployer, "spec", "sources");
    if ((0,yaml/* isList */.Lv)(sources) && sources.length > 0)
        return sources.map((_, index) => ["spec", "sources", index]);
    return (0,yaml/* isFields */.Ce)(fieldAt(deployer, "spec", "source")) ? [["spec", "source"]] : [];
}
function deployedBySource(deployer, at, sources, from) {
    const path = textAt(deployer, ...at, "path");
    const found = path === undefined || textAt(deployer, ...at, "chart") !== undefined
        ? undefined
        : folderAt(path, textAt(deployer, ...at, "repoURL"), from);
    if (!found)
        return fromElsewhere;
    const destination = textAt(deployer, "spec", "destination", "namespace");
    const say = (key, message) => ({
        deployments: [],
        problems: [sayAt(deployer, [...at, key], message)],
        isElsewhere: false,
    });
    if (isSaid(fieldAt(deployer, ...at, "plugin")))
        return say("plugin", `${nameDeployer(deployer)} renders ${path} by a plugin: not evaluated, because secctx runs no plugins.`);
    const { folder, kind } = found;
    if (kind === "manifests") {
        if (!isSaid(fieldAt(deployer, ...at, "directory", "jsonnet")))
            return deployment_asWritten;
        return say("directory", `What ${nameDeployer(deployer)} makes of jsonnet in ${path} is not evaluated.`);
    }
    const problems = noteOverrides(deployer, at, folder, from);
    if (kind === "overlay")
        return deployedAs({ deployer, at, folder, namespace: destination, ...overridesAt(deployer, at) }, problems);
    const helm = [...at, "helm"];
    const namespace = textAt(deployer, ...helm, "namespace") ?? destination;
    const request = requestAt(deployer, helm, folder, sources, from, problems);
    return deployedAs({ deployer, at, folder, namespace, request }, problems);
}
function noteOverrides(deployer, at, folder, { show }) {
    const names = [".argocd-source.yaml", `.argocd-source-${deployer.name}.yaml`];
    return names.flatMap((name) => {
        const path = (0,external_node_path_.join)(folder, name);
        const message = `${nameDeployer(deployer)} also takes what ${show(path)} sets, which is not evaluated. Put it into the Application to have it judged.`;
        return (0,external_node_fs_.existsSync)(path) ? [sayAt(deployer, [...at, "path"], message)] : [];
    });
}
function overridesAt(deployer, source) {
    const { document, object, path: file } = deployer;
    const block = [...source, "kustomize"];
    if (!isSaid(fieldAt(deployer, ...block)))
        return {};
    return { overrides: { document, file, path: [...object, ...block], kind: "Application" } };
}
function requestAt(deployer, helm, folder, sources, from, problems) {
    const apiVersions = fieldAt(deployer, ...helm, "apiVersions");
    const kubeVersion = textAt(deployer, ...helm, "kubeVersion");
    return {
        values: valuesOf(deployer, helm, folder, sources, from, problems),
        parameters: parametersOf(deployer, helm, folder, from, problems),
        release: textAt(deployer, ...helm, "releaseName") ?? deployer.name,
        ...((0,yaml/* isList */.Lv)(apiVersions) && { apiVersions: apiVersions.map(String) }),
        ...(kubeVersion !== undefined && { kubeVersion }),
        ...(fieldAt(deployer, ...helm, "skipTests") === true && { skipTests: true }),
    };
}
function isSaid(value) {
    return (0,yaml/* isFields */.Ce)(value) && Object.keys(value).length > 0;
}
function valuesOf(deployer, helm, folder, sources, from, problems) {
    const layers = [];
    const files = fieldAt(deployer, ...helm, "valueFiles");
    const mayLack = fieldAt(deployer, ...helm, "ignoreMissingValueFiles") === true;
    for (const [index, file] of (0,yaml/* isList */.Lv)(files) ? files.entries() : []) {
        const at = [...helm, "valueFiles", index];
        const name = fillName(String(file), deployer);
        const found = valuesFileAt(name, folder, deployer, sources, from);
        if (found.path !== undefined)
            layers.push({ path: found.path });
        else if (found.isElsewhere)
            problems.push(sayAt(deployer, at, `${name} comes from elsewhere: the chart is not evaluated with its values.`));
        else if (!mayLack)
            problems.push(noValuesFile(deployer, at, name));
    }
    const path = ["valuesObject", "values"]
        .map((key) => [...helm, key])
        .find((each) => isSaid(fieldAt(deployer, ...each)) || textAt(deployer, ...each) !== undefined);
    if (path)
        layers.push({ path: deployer.path, part: { document: deployer.document, path: [...deployer.object, ...path] } });
    return layers;
}
function fillName(name, { name: own }) {
    return name.replace(/\$(?:\{ARGOCD_APP_NAME\}|ARGOCD_APP_NAME\b)/g, () => own);
}
function valuesFileAt(name, folder, deployer, sources, from) {
    const { repository } = from;
    if (/^\w+:\/\//.test(name))
        return { isElsewhere: true };
    const [, ref, rest = ""] = /^\$([^/]+)\/(.*)$/.exec(name) ?? [];
    if (ref === undefined)
        return {
            path: pathAt(name.startsWith("/") ? (0,external_node_path_.join)(repository, name) : (0,external_node_path_.join)(folder, name), repository),
            isElsewhere: false,
        };
    const lender = sources.find((at) => textAt(deployer, ...at, "ref") === ref);
    const address = lender && textAt(deployer, ...lender, "repoURL");
    const isHere = lender !== undefined && folderAt((0,external_node_path_.dirname)(rest), address, from) !== undefined;
    const path = isHere ? pathAt((0,external_node_path_.join)(repository, rest), repository) : undefined;
    return { path, isElsewhere: path === undefined };
}
function parametersOf(deployer, helm, folder, { repository }, problems) {
    const { document, object, path } = deployer;
    const entries = (key) => {
        const list = fieldAt(deployer, ...helm, key);
        return (0,yaml/* isList */.Lv)(list) ? list.map((_, index) => [...helm, key, index]) : [];
    };
    const parameters = entries("parameters").map((at) => ({
        flag: fieldAt(deployer, ...at, "forceString") === true ? "set-string" : "set",
        name: textAt(deployer, ...at, "name") ?? "",
        path,
        at: { document, path: [...object, ...at, "value"] },
    }));
    const files = entries("fileParameters").flatMap((at) => {
        const name = textAt(deployer, ...at, "path") ?? "";
        const file = pathAt(name.startsWith("/") ? (0,external_node_path_.join)(repository, name) : (0,external_node_path_.join)(folder, name), repository);
        if (file === undefined) {
            problems.push(sayAt(deployer, at, `The file ${JSON.stringify(name)} of ${nameDeployer(deployer)} is not there.`, "error"));
            return [];
        }
        const own = textAt(deployer, ...at, "name") ?? "";
        return [{ flag: "set-file", name: own, path, at: { document, path: [...object, ...at, "path"] }, file }];
    });
    return [...parameters, ...files].filter(({ name }) => name !== "");
}

;// CONCATENATED MODULE: ./lib/rendering/deployers/flux.js





function deployedByRelease(deployer, from) {
    const chart = ["spec", "chart", "spec"];
    const path = textAt(deployer, ...chart, "chart");
    if (path === undefined || textAt(deployer, ...chart, "sourceRef", "kind") !== "GitRepository")
        return fromElsewhere;
    const found = folderAt(path, addressOf(deployer, [...chart, "sourceRef"], from), from);
    if (found?.kind !== "chart")
        return fromElsewhere;
    const problems = [];
    const { folder } = found;
    const [base, ...files] = valuesFilesOf(deployer, chart, from, problems);
    const inline = fieldAt(deployer, "spec", "values");
    const { document, object } = deployer;
    const values = [
        ...files,
        ...valuesFrom(deployer, from, problems),
        ...((0,yaml/* isFields */.Ce)(inline) ? [{ path: deployer.path, part: { document, path: [...object, "spec", "values"] } }] : []),
    ];
    if ((0,yaml/* isList */.Lv)(fieldAt(deployer, "spec", "postRenderers")))
        problems.push(sayAt(deployer, ["spec", "postRenderers"], `${nameDeployer(deployer)} changes its chart with these after rendering: secctx judges the chart before that.`));
    const target = textAt(deployer, "spec", "targetNamespace");
    const release = textAt(deployer, "spec", "releaseName") ?? (target === undefined ? deployer.name : `${target}-${deployer.name}`);
    const namespace = target ?? deployer.namespace ?? undefined;
    const isOwn = base?.path === (0,external_node_path_.join)(folder, "values.yaml");
    const request = { values, release, ...(base && !isOwn && { base }) };
    return deployedAs({ deployer, at: [], folder, namespace, request }, problems);
}
function addressOf(deployer, at, { findObject }) {
    const name = textAt(deployer, ...at, "name") ?? "";
    const source = findObject("GitRepository", name, textAt(deployer, ...at, "namespace") ?? deployer.namespace);
    return source && textAt(source, "spec", "url");
}
function valuesFilesOf(deployer, chart, { repository }, problems) {
    const one = textAt(deployer, ...chart, "valuesFile");
    const several = fieldAt(deployer, ...chart, "valuesFiles");
    const files = [
        ...(one === undefined || one === "" ? [] : [[["valuesFile"], one]]),
        ...((0,yaml/* isList */.Lv)(several) ? several.map((file, index) => [["valuesFiles", index], String(file)]) : []),
    ];
    const mayLack = fieldAt(deployer, ...chart, "ignoreMissingValuesFiles") === true;
    return files.flatMap(([at, file]) => {
        const path = pathAt((0,external_node_path_.join)(repository, file), repository);
        if (path !== undefined)
            return [{ path }];
        if (!mayLack)
            problems.push(noValuesFile(deployer, [...chart, ...at], file));
        return [];
    });
}
function valuesFrom(deployer, from, problems) {
    const references = fieldAt(deployer, "spec", "valuesFrom");
    return ((0,yaml/* isList */.Lv)(references) ? references : []).flatMap((_, index) => {
        const at = ["spec", "valuesFrom", index];
        const { kind, name, source } = readReference(deployer, at, from);
        const key = textAt(deployer, ...at, "valuesKey") ?? "values.yaml";
        const target = textAt(deployer, ...at, "targetPath");
        const path = source && [...source.object, "data", key];
        if (!source || !path || textAt(source, "data", key) === undefined) {
            problems.push(sayAt(deployer, at, notHere(deployer, kind, name, "values")));
            return [];
        }
        const under = target === undefined ? undefined : stepsOf(target);
        if (under?.some((step) => typeof step === "number")) {
            problems.push(sayAt(deployer, at, `What ${kind} ${JSON.stringify(name)} sets at ${target} is not evaluated: it is an item of a list.`));
            return [];
        }
        return [{ path: source.path, part: { document: source.document, path, ...(under && { under }) } }];
    });
}
function readReference(deployer, at, { findObject }) {
    const [kind = "", name = ""] = ["kind", "name"].map((key) => textAt(deployer, ...at, key));
    return { kind, name, source: kind === "ConfigMap" ? findObject(kind, name, deployer.namespace) : undefined };
}
function notHere(deployer, kind, name, what) {
    if (kind === "" || name === "")
        return `Some ${what} of ${nameDeployer(deployer)} are left out: this entry lacks a kind or a name.`;
    const why = kind === "Secret" ? "secctx reads no Secrets" : "it is not among the manifests";
    return `The ${what} of ${nameDeployer(deployer)} from ${kind} ${JSON.stringify(name)} are left out: ${why}.`;
}
function deployedByKustomization(deployer, from) {
    const kind = textAt(deployer, "spec", "sourceRef", "kind");
    const address = kind === "GitRepository" ? addressOf(deployer, ["spec", "sourceRef"], from) : undefined;
    const found = kind === "Bucket" ? undefined : folderAt(textAt(deployer, "spec", "path") ?? ".", address, from);
    if (!found)
        return fromElsewhere;
    const { folder } = found;
    if (found.kind === "chart")
        return fromElsewhere;
    const problems = [];
    const overrides = overridesOf(deployer, from, problems);
    if (found.kind === "manifests" && !overrides)
        return deployment_asWritten;
    const namespace = textAt(deployer, "spec", "targetNamespace");
    return deployedAs({ deployer, at: [], folder, namespace, ...(overrides && { overrides }) }, problems);
}
const changing = ["targetNamespace", "namePrefix", "nameSuffix", "patches", "images", "components"];
const unsupported = ["patchesStrategicMerge", "patchesJson6902"];
function overridesOf(deployer, from, problems) {
    const { document, object, path: file } = deployer;
    const spec = [...object, "spec"];
    for (const key of unsupported)
        if ((0,yaml/* isList */.Lv)(fieldAt(deployer, "spec", key)))
            problems.push(sayAt(deployer, ["spec", key], `${key} of ${nameDeployer(deployer)} is not evaluated: write it as patches.`));
    const postBuild = fieldAt(deployer, "spec", "postBuild");
    const isChanging = changing.some((key) => fieldAt(deployer, "spec", key) !== undefined);
    if (!isChanging && !(0,yaml/* isFields */.Ce)(postBuild))
        return undefined;
    const own = { document, file, path: spec, kind: "Kustomization" };
    if (!(0,yaml/* isFields */.Ce)(postBuild))
        return own;
    let isComplete = true;
    const references = (0,yaml/* isList */.Lv)(postBuild.substituteFrom) ? postBuild.substituteFrom : [];
    const sources = references.flatMap((_, index) => {
        const at = ["spec", "postBuild", "substituteFrom", index];
        const { kind, name, source } = readReference(deployer, at, from);
        if (source)
            return [{ document: source.document, file: source.path, path: [...source.object, "data"] }];
        isComplete = false;
        problems.push(sayAt(deployer, at, notHere(deployer, kind, name, "variables")));
        return [];
    });
    const inline = { document, file, path: [...spec, "postBuild", "substitute"] };
    return { ...own, variables: [...sources, inline], isComplete };
}

;// CONCATENATED MODULE: ./lib/rendering/deployers/find-deployments.js






async function findDeployments(sources, all, from) {
    const addresses = await readAddresses(from.repository);
    return await (0,yaml/* withFullReader */.xt)(() => {
        const surroundings = { ...from, addresses, findObject: finderIn(all, from.pathOf) };
        const found = readDeployers(sources, from.pathOf).map((deployer) => ({
            deployer,
            ...(readers[deployer.kind]?.(deployer, surroundings) ?? fromElsewhere),
        }));
        return {
            deployments: found.flatMap(({ deployments }) => deployments),
            problems: found.flatMap(({ problems }) => problems),
            fromHere: found.flatMap(({ deployer, isElsewhere, deployments }) => {
                if (!isElsewhere)
                    return [{ deployer, path: [] }];
                return deployments.map(({ at }) => ({ deployer, path: at }));
            }),
        };
    });
}
const readers = {
    Application: deployedByApplication,
    HelmRelease: deployedByRelease,
    Kustomization: deployedByKustomization,
};

// EXTERNAL MODULE: ./lib/pod/patterns.js
var pod_patterns = __webpack_require__(212);
;// CONCATENATED MODULE: ./lib/rendering/kustomize/generated.js





function generateKustomization(folder, surroundings) {
    const { repository, show } = surroundings;
    const links = new Map();
    const found = [];
    listResources(folder);
    const resources = found.map(({ target = "" }) => (0,external_node_path_.relative)(folder, target).replaceAll("\\", "/"));
    const file = (0,external_node_path_.join)(folder, "kustomization.yaml");
    const [document] = (0,yaml/* read */.LF)({ file: show(file), text: `${JSON.stringify({ resources })}\n` }).documents;
    if (!document)
        return { problems: [] };
    const uses = found.map(({ target, kind }, index) => {
        return { role: "resources", path: ["resources", index], target, kind };
    });
    return {
        folder,
        file,
        kind: "Kustomization",
        document,
        value: document.value,
        isGenerated: true,
        uses,
        links,
        problems: [],
    };
    function listResources(at) {
        for (const entry of (0,external_node_fs_.readdirSync)(at, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
            if (entry.name.startsWith("."))
                continue;
            const place = findInside(repository, (0,external_node_path_.join)(at, entry.name), links);
            if (!place || place === "outside" || place.kind === "other")
                continue;
            if (place.kind === "file") {
                if (/\.ya?ml$/.test(entry.name) && holdsObject(place.path))
                    found.push({ target: place.path, kind: "file" });
            }
            else if (readKustomization(place.path, surroundings).uses)
                found.push({ target: place.path, kind: "folder" });
            else if (!entry.isSymbolicLink())
                listResources(place.path);
        }
    }
}
function holdsObject(path) {
    const { documents } = (0,yaml/* read */.LF)({ file: "", text: textOfFile(path) ?? "" });
    return documents.some(({ value }) => (0,yaml/* isFields */.Ce)(value) && value.apiVersion !== undefined && value.kind !== undefined);
}

;// CONCATENATED MODULE: ./lib/rendering/names.js
function listNames(names) {
    const first = names.slice(0, 10).join(", ");
    return names.length > 10 ? `${first} and ${names.length - 10} more` : first;
}

;// CONCATENATED MODULE: ./lib/rendering/roots.js











function consumedBy({ roots, unrendered }) {
    const consumed = new Set(roots.flatMap((root) => [...root.consumed]));
    return (path) => consumed.has(path) || unrendered.some((folder) => isPartOfChart(folder, path));
}
function findRoots(files, choice, surroundings) {
    const chartFolders = foldersOf(files, ["Chart.yaml"]);
    const charts = choice.charts ? findCharts(chartFolders, choice, surroundings) : nothing;
    const isOfChart = (folder) => choice.charts && chartFolders.some((chart) => (0,source_links/* isWithin */.UO)((0,external_node_path_.join)(chart, "templates"), folder));
    const candidates = foldersOf(files, kustomizationNames).filter((folder) => !isOfChart(folder));
    const overlays = choice.overlays === false ? nothing : findOverlays(candidates, choice, surroundings);
    return {
        roots: [...charts.roots, ...overlays.roots],
        problems: [...charts.problems, ...overlays.problems],
        unrendered: charts.unrendered,
    };
}
const nothing = { roots: [], problems: [], unrendered: [] };
function foldersOf(files, names) {
    return [...new Set(files.filter((file) => names.includes((0,external_node_path_.basename)(file))).map((file) => (0,external_node_path_.dirname)(file)))].toSorted();
}
function findCharts(folders, { valuesOf, deployments: all }, surroundings) {
    const isSubchart = (folder) => folders.some((other) => other !== folder && (0,source_links/* isWithin */.UO)((0,external_node_path_.join)(other, "charts"), folder));
    const problems = [];
    const listed = folders.filter((folder) => !isSubchart(folder));
    const charts = all.filter(({ request }) => request);
    const roots = [...new Set([...listed, ...charts.map(({ folder }) => folder)])]
        .toSorted()
        .flatMap((folder) => {
        const deployments = charts.filter((each) => each.folder === folder);
        const chart = readChart(folder, surroundings);
        if ("problems" in chart) {
            for (const problem of chart.problems)
                problems.push({ ...problem, folder });
            return [];
        }
        if (chart.type === "library")
            return [];
        const paths = chart.entries.map(({ path }) => path);
        const around = [folder, ...neighboursOf(chart, surroundings).map((each) => each.folder)];
        const elsewhere = new Set([
            ...valuesOf(folder),
            ...chart.entries.map(({ target }) => target),
            ...deployments.flatMap(filesOfDeployment),
        ]);
        return [
            {
                kind: "chart",
                chart,
                folder,
                isListed: listed.includes(folder),
                deployments,
                consumed: new Set(paths.filter((path) => isPartOfChart(folder, path))),
                isTouchedBy: (path) => around.some((each) => (0,source_links/* isWithin */.UO)(each, path)) || elsewhere.has(path),
            },
        ];
    });
    const rendered = new Set(roots.map(({ folder }) => folder));
    return { roots, problems, unrendered: listed.filter((folder) => !rendered.has(folder)) };
}
function isPartOfChart(folder, path) {
    const name = (0,external_node_path_.relative)(folder, path).replaceAll("\\", "/");
    return /^(Chart|requirements)\.(yaml|lock)$|^values(\.yaml|\.schema\.json)$|^templates\/|^charts\/[^._/][^/]*\/|^ci\/[^/]*-values\.yaml$/.test(name);
}
function findOverlays(folders, choice, surroundings) {
    const problems = [];
    const read = folders.flatMap((folder) => {
        const kustomization = readKustomization(folder, surroundings);
        if (kustomization.uses)
            return isOfKustomize(kustomization) ? [kustomization] : [];
        for (const problem of kustomization.problems)
            problems.push({ ...problem, folder });
        return [];
    });
    const isWanted = wantedBy(read, choice, surroundings);
    const overlays = choice.deployments.filter(({ request, folder }) => !request && (typeof choice.overlays === "boolean" || isChosen(folder, choice.overlays, surroundings)));
    const known = new Map(read.map((each) => [each.folder, each]));
    const wanted = [...new Set([...known.keys(), ...overlays.map(({ folder }) => folder)])].toSorted();
    const roots = wanted.flatMap((folder) => {
        const own = known.get(folder) ?? readDeployed(folder, surroundings);
        const deployments = overlays.filter((each) => each.folder === folder);
        if (!own.uses)
            for (const problem of own.problems)
                problems.push({ ...problem, folder });
        if (!own.uses || (deployments.length === 0 && !isWanted(own)))
            return [];
        const closure = closureOf(own, surroundings);
        const deployed = deployments.map((deployment) => {
            const { overrides } = deployment;
            const overridden = overrides && closureOf(withOverrides(own, overrides, surroundings), surroundings);
            return { deployment, closure: overridden ?? closure };
        });
        const all = [closure, ...deployed.map((each) => each.closure)];
        const objects = new Set(deployments.flatMap(filesOfDeployment));
        return [
            {
                kind: "overlay",
                closure,
                deployed,
                deployments,
                isListed: known.has(folder) && (deployments.length === 0 || choice.kept.has(folder)),
                folder,
                consumed: new Set(all.flatMap((each) => [...findConsumed(each)])),
                isTouchedBy: (path) => objects.has(path) || all.some(({ files }) => files.has(path)),
            },
        ];
    });
    const unreached = typeof choice.overlays === "boolean" ? explainUnreached(read, roots, surroundings) : [];
    return { roots, problems: [...problems, ...unreached] };
}
function explainUnreached(read, roots, { show }) {
    const closures = roots.flatMap(({ closure, deployed }) => [closure, ...deployed.map((each) => each.closure)]);
    const reached = new Set(closures.flatMap(({ kustomizations }) => [...kustomizations.keys()]));
    const unreached = read.filter(({ folder }) => !reached.has(folder));
    const known = new Map(unreached.map((each) => [each.folder, each]));
    const isInCircle = ({ folder }) => {
        const around = new Set([folder]);
        for (const each of around)
            for (const next of targetsOf(known.get(each) ?? { uses: [] }, "folder")) {
                if (next === folder)
                    return true;
                around.add(next);
            }
        return false;
    };
    const circles = unreached.filter(isInCircle).map(({ document: { file }, folder }) => {
        const message = `${show(folder) || "."} is built of itself, through other kustomizations: not evaluated, because kustomize can't build a circle. Leave one of them out.`;
        return { severity: "error", file, line: 1, message, folder };
    });
    const components = unreached.filter(({ kind }) => kind === "Component");
    const [first] = components;
    if (!first)
        return circles;
    const names = listNames(components.map(({ folder }) => show(folder) || "."));
    const message = `Nothing that is rendered here uses ${components.length === 1 ? "this component, so its patches are" : "these components, so their patches are"} not judged: ${names}.`;
    return [...circles, { severity: "note", file: first.document.file, line: 1, message, folder: first.folder }];
}
function wantedBy(read, { overlays, kept }, surroundings) {
    const used = new Set(read.flatMap((each) => targetsOf(each, "folder").filter((base) => base !== each.folder)));
    return ({ folder, kind }) => kept.has(folder) ||
        (typeof overlays === "boolean"
            ? kind === "Kustomization" && !used.has(folder)
            : isChosen(folder, overlays, surroundings));
}
function isChosen(folder, patterns, { repository }) {
    return patterns.some((pattern) => (0,pod_patterns/* matchesPattern */.MT)(pattern, (0,external_node_path_.relative)(repository, folder).replaceAll("\\", "/") || "."));
}
function readDeployed(folder, surroundings) {
    const own = readKustomization(folder, surroundings);
    return own.uses || own.problems.length > 0 ? own : generateKustomization(folder, surroundings);
}
function filesOfDeployment({ deployer, request, overrides }) {
    return [
        deployer.path,
        ...(request ? filesOfRequest(request) : []),
        ...(overrides ? filesOfOverrides(overrides) : []),
    ];
}
function findConsumed({ kustomizations, pluginFiles }) {
    const consumed = new Set(pluginFiles);
    for (const { file, uses } of kustomizations.values()) {
        consumed.add(file);
        for (const { role, target } of uses)
            if (target !== undefined &&
                !/^(config|secret)mapgenerator$|^secretgenerator$|^(files|envs?|path|crds|configurations|openapi)$/.test(role))
                consumed.add(target);
    }
    return consumed;
}
function isOfKustomize({ document: { value } }) {
    const apiVersion = (0,yaml/* isFields */.Ce)(value) ? value.apiVersion : undefined;
    return apiVersion === undefined || String(apiVersion).startsWith("kustomize.config.k8s.io/");
}

;// CONCATENATED MODULE: ./lib/rendering/find-roots.js





async function findRootsIn(files, texts, worktree, settings, kept = new Set()) {
    const own = await (0,yaml/* withFullReader */.xt)(() => findAll(files, kept, nothingDeployed, worktree, settings));
    const isConsumed = consumedBy(own);
    const sources = texts.filter((text) => (0,pod/* mayDeploy */.BU)(text) && !isConsumed(worktree.pathOf(text.file)));
    if (sources.length === 0)
        return own;
    const deployed = await findDeployed({ sources, all: texts }, worktree, settings);
    return await (0,yaml/* withFullReader */.xt)(() => findAll(files, kept, deployed, worktree, settings));
}
function findAll(files, kept, { deployments, fromHere, problems: notes }, worktree, settings) {
    const { helm, kustomize, values } = settings;
    const folders = deployments.map(({ folder }) => folder);
    const repositories = new Set([...files, ...folders].map(worktree.repositoryOf));
    const found = [...repositories].map((repository) => findRoots(files.filter((file) => worktree.repositoryOf(file) === repository), {
        charts: helm !== false,
        valuesOf: (folder) => [...values, ...(findOwnLists(folder, worktree, settings) ?? []).flat()],
        kept,
        overlays: kustomize === false ? false : (kustomize.roots ?? true),
        deployments: deployments.filter(({ folder }) => worktree.repositoryOf(folder) === repository),
    }, { repository, show: worktree.show }));
    const roots = found.flatMap((each) => each.roots);
    const rendered = new Set(roots.flatMap((root) => root.deployments));
    const isRendered = ({ deployer }) => deployments.every((each) => each.deployer !== deployer || rendered.has(each));
    return {
        roots,
        unrendered: found.flatMap((each) => each.unrendered),
        problems: [...found.flatMap(({ problems }) => problems), ...(helm === false && kustomize === false ? [] : notes)],
        evaluated: fromHere.filter(isRendered),
    };
}
const nothingDeployed = { deployments: [], fromHere: [], problems: [] };
async function findDeployed({ sources, all }, worktree, { values }) {
    if (sources.length === 0 || values.length > 0)
        return nothingDeployed;
    const repositoryOf = ({ file }) => worktree.repositoryOf(worktree.pathOf(file));
    const found = await Promise.all([...new Set(sources.map(repositoryOf))].map((repository) => {
        const own = sources.filter((source) => repositoryOf(source) === repository);
        return findDeployments(own, all, { repository, show: worktree.show, pathOf: worktree.pathOf });
    }));
    return {
        deployments: found.flatMap(({ deployments }) => deployments),
        fromHere: found.flatMap(({ fromHere }) => fromHere),
        problems: found.flatMap(({ problems }) => problems),
    };
}

// EXTERNAL MODULE: ./lib/rendering/root-files.js
var root_files = __webpack_require__(9804);
// EXTERNAL MODULE: ./lib/rendering/worktree.js
var worktree = __webpack_require__(8783);
;// CONCATENATED MODULE: ./lib/rendering/unrendered.js






function unrenderedBeside(sources, worktree, settings) {
    const folders = new Set(sources.flatMap(({ rendering }) => (rendering ? [worktree.pathOf(rendering.root)] : [])));
    let all;
    return async (files) => {
        const shared = files.filter((file) => ![...folders].some((folder) => (0,source_links/* isWithin */.UO)(folder, file)));
        if (shared.length === 0)
            return undefined;
        all ??= listUnrendered(sources, settings);
        for (const { name, files: used } of await all) {
            const file = shared.find((each) => used.has(worktree.pathNow(each)));
            if (file !== undefined)
                return `${worktree.show(file)} is also part of ${name}, which is not rendered here`;
        }
        return undefined;
    };
}
async function listUnrendered(sources, settings) {
    const now = (0,worktree/* worktreeOfNow */.bO)();
    const { rootFiles, texts } = await (0,root_files/* listIn */.O)(now, () => true);
    const { roots } = await findRootsIn(rootFiles, texts, now, settings);
    return roots.flatMap((root) => {
        const own = sources.flatMap(({ rendering }) => rendering && now.pathOf(rendering.root) === root.folder ? [rendering] : []);
        if (root.kind === "overlay") {
            const closures = [root.closure, ...root.deployed.map(({ closure }) => closure)];
            const files = new Set(closures.flatMap((each) => [...each.files]));
            return own.length > 0 ? [] : [{ name: now.show(root.folder), files }];
        }
        return root.deployments.flatMap(({ deployer, request }) => {
            const name = nameDeployer(deployer);
            const isRendered = own.some((rendering) => rendering.deployer === name);
            return request && !isRendered ? [{ name, files: new Set(filesOfRequest(request)) }] : [];
        });
    });
}

;// CONCATENATED MODULE: ./lib/rendering/carry-fixes.js




async function carryFixes(sources, wanted, worktree, settings) {
    const found = { helm: findHelm(worktree, settings), kustomize: findBuilder(worktree, settings) };
    const fixes = new Map();
    const texts = new Map();
    const findUnrendered = unrenderedBeside(sources, worktree, settings);
    for (const kind of ["helm", "kustomize"]) {
        const isOfKind = ({ rendering }) => rendering?.tool === kind;
        const own = sources.filter(isOfKind);
        const tool = found[kind];
        if (own.length === 0 || "reason" in tool)
            continue;
        const asked = wanted.filter(({ document }) => isOfKind(document));
        const options = optionsFor(tool, worktree.repository, worktree, settings);
        const carry = kind === "helm" ? carryToChartFiles : carryToOverlayFiles;
        const carried = await carry(own, asked, options, findUnrendered);
        for (const [id, fix] of carried.fixes)
            fixes.set(id, fix);
        for (const [file, text] of carried.texts)
            texts.set(file, text);
    }
    return { fixes, texts };
}

;// CONCATENATED MODULE: ./lib/rendering/evaluated-parts.js

function markEvaluated(sources, parts) {
    return sources.map((source) => {
        const own = parts.filter(({ deployer: { document } }) => document.text === source.text && document.file === source.file);
        return own.length === 0 ? source : { ...source, evaluated: own.map(placeOfPart) };
    });
}
function placeOfPart({ deployer: { document, object }, path }) {
    const place = [...object, ...path];
    const range = place.length === 0 ? document.range : (0,yaml/* locate */.x5)(document, place).value;
    return { document: document.index, path: place, range };
}

;// CONCATENATED MODULE: ./lib/rendering/files-behind.js



function filesBehind(rendered, roots) {
    const made = rendered.flatMap(({ rendering }) => rendering ?? []);
    const closures = [
        ...roots.flatMap((root) => (root.kind === "overlay" ? [root, ...root.deployed] : [])),
        ...made.flatMap((rendering) => buildBehind(rendering) ?? []),
    ].map(({ closure }) => closure);
    const all = [...closures, ...made.filter(isOfChart).map(filesOfChart)];
    const links = new Map(all.flatMap((each) => [...each.links]));
    const files = new Set(all.flatMap((each) => [...each.files]).filter((file) => !links.has(file)));
    return { files, links };
}
function filesOfChart({ chart: { entries }, request }) {
    const linked = entries.filter(({ path, target }) => path !== target);
    return {
        files: [...filesOfRequest(request), ...entries.map(({ target }) => target)],
        links: new Map(linked.map(({ path, target }) => [path, target])),
    };
}

;// CONCATENATED MODULE: ./lib/rendering/helm/helmfile.js


function noteHelmfile(sources, charts, { show, pathOf }) {
    const releases = sources
        .filter(({ file, rendering }) => !rendering && isHelmfile.test(file))
        .flatMap(({ file, text }) => [...text.matchAll(releaseChart)].map(({ index, 1: chart = "" }) => ({
        file,
        line: text.slice(0, index).split("\n").length,
        folder: (0,external_node_path_.resolve)((0,external_node_path_.dirname)(pathOf(file)), chart),
    })))
        .filter(({ folder }) => charts.includes(folder));
    const [first] = releases;
    if (!first)
        return [];
    const names = [...new Set(releases.map(({ folder }) => show(folder) || "."))];
    const message = `Helmfile deploys ${listNames(names)} with values that are not evaluated: what is judged is rendered without them. Name their files in .secctx.yaml (helm.charts[].values), or give them with --values.`;
    return [{ severity: "note", file: first.file, line: first.line, message }];
}
const isHelmfile = /(^|\/)(helmfile\.ya?ml|helmfile\.d\/[^/]+\.ya?ml)$/;
const releaseChart = /^[ \t]*(?:- +)?chart: *["']?([^\s"'{}#]+)/gm;

;// CONCATENATED MODULE: ./lib/rendering/left-out-notes.js

function noteLeftOut(ingredients) {
    const rendered = new Set(ingredients.filter(({ isRendered }) => isRendered).map(keyOfIngredient));
    const left = ingredients.filter((each) => !rendered.has(keyOfIngredient(each)));
    const roots = new Set(left.map(({ root }) => root));
    return [...roots].flatMap((root) => {
        const own = left.filter((each) => each.root === root);
        const [first] = own;
        if (!first)
            return [];
        const names = [...new Set(own.map(({ name }) => name))];
        const message = `In no rendering: ${listNames(names)}. ${advice[first.of]}`;
        return [{ severity: "note", file: first.file, line: first.line, message }];
    });
}
const advice = {
    chart: "Helm leaves it out, by its values or by .helmignore, so it is not judged. Give values that include it: helm.charts[].values, or ci/*-values.yaml.",
    overlay: "A patch removes it, so it is not judged.",
};
function keyOfIngredient({ file, line }) {
    return JSON.stringify([file, line]);
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./lib/source/tar.js
var tar = __webpack_require__(5086);
;// CONCATENATED MODULE: ./lib/rendering/helm/archives.js








async function packFolder(folder, entries, { show }) {
    const packed = new Map();
    for (const { path, target } of entries.filter((entry) => entry.path.startsWith(folder + external_node_path_.sep))) {
        const name = (0,external_node_path_.relative)(folder, path).replaceAll("\\", "/");
        const bytes = (0,external_node_fs_.readFileSync)(target);
        if (!/^charts\/[^/]+\.tgz$/.test(name))
            packed.set(name, bytes);
        else {
            const inner = await unpackArchive(bytes);
            if (!inner)
                return `${show(path)} is not an archive that can be read.`;
            for (const [each, content] of inner)
                packed.set(`charts/${each}`, content);
        }
    }
    return packed;
}
async function unpackArchive(archive) {
    const files = new Map();
    try {
        const unpacked = (0,external_node_zlib_.gunzipSync)(archive, { maxOutputLength: mostOfChart.bytes });
        for await (const { path, type, take } of (0,tar/* readTar */.s)(external_node_stream_.Readable.from([unpacked])))
            if (type === "file")
                files.set(path, await take());
    }
    catch (error) {
        if (error instanceof tar/* ArchiveError */.d || /^Z_|^ERR_BUFFER_TOO_LARGE$/.test((0,errors/* codeOf */.$N)(error)))
            return undefined;
        throw error;
    }
    return files;
}
function readIgnoreRules(text) {
    const lines = text.replace(/^\uFEFF/, "").split("\n");
    const rules = [...lines.map((line) => line.trim()), "templates/.?*"]
        .filter((line) => /^[^#]/.test(line))
        .map(readRule);
    const refused = rules.find(({ pattern }) => pattern.includes("**") || (0,pod_patterns/* findPatternDefect */.zV)(pattern) !== undefined);
    if (refused)
        return `it can't have the pattern ${JSON.stringify(refused.pattern)}`;
    const leavesOut = (path, isFolder) => rules.some(({ isNegated, isForFolders, isOfName, pattern }) => {
        const fits = (0,pod_patterns/* matchesPattern */.MT)(pattern, isOfName ? path.slice(path.lastIndexOf("/") + 1) : path);
        return isNegated ? !fits || (isForFolders && !isFolder) : fits && (isFolder || !isForFolders);
    });
    return (path) => {
        const steps = path.split("/");
        return steps.some((_, index) => leavesOut(steps.slice(0, index + 1).join("/"), index + 1 < steps.length));
    };
}
function readRule(line) {
    const isNegated = line.startsWith("!");
    const rule = isNegated ? line.slice(1) : line;
    const pattern = rule.replace(/^\/|\/$/g, "");
    return { isNegated, isForFolders: rule.endsWith("/"), isOfName: !rule.replace(/\/$/, "").includes("/"), pattern };
}

;// CONCATENATED MODULE: ./lib/rendering/helm/stale-copies.js





async function noteStaleCopies(chart, surroundings) {
    const notes = [];
    for (const neighbour of neighboursOf(chart, surroundings)) {
        const { folder, dependency } = neighbour;
        const { entries, problems } = listChartFiles(folder, surroundings);
        const defect = problems[0]?.message.replace(/: [^:]*$/, ".");
        const now = defect ?? (await packFolder(folder, entries, surroundings));
        for (const copy of await findCopies(chart, dependency, surroundings)) {
            const message = await describeStale(copy, now, neighbour, chart, surroundings);
            const { file, line } = dependency;
            if (message !== undefined)
                notes.push({ severity: "note", file, line, message });
        }
    }
    return notes;
}
async function findCopies(chart, { name, alias = name }, surroundings) {
    const copies = [];
    const { folder: path } = chart.charts.get(alias) ?? {};
    if (path !== undefined)
        copies.push({ path, isFolder: true, files: await packFolder(path, chart.entries, surroundings) });
    const archives = chart.entries.filter((entry) => chart.archives.includes(entry.path));
    for (const { path: archive, target } of archives.filter((entry) => (0,external_node_path_.basename)(entry.path).startsWith(`${name}-`))) {
        const all = await unpackArchive((0,external_node_fs_.readFileSync)(target));
        const files = all && [...all].filter(([each]) => each.startsWith(`${name}/`));
        if (files?.length === 0)
            continue;
        const own = files && new Map(files.map(([each, content]) => [each.slice(name.length + 1), content]));
        const unreadable = `${surroundings.show(archive)} is not an archive that can be read.`;
        copies.push({ path: archive, isFolder: false, files: own ?? unreadable });
    }
    return copies;
}
async function describeStale({ path, isFolder, files }, now, { folder }, chart, { show }) {
    const [copy, neighbour] = [show(path), show(folder)];
    const uncompared = (why) => `Helm renders ${copy}, which can't be compared with ${neighbour}: ${why}`;
    if (typeof now === "string")
        return uncompared(now);
    if (typeof files === "string")
        return uncompared(files);
    const isLeftOut = readIgnoreRules(now.get(".helmignore")?.toString() ?? "");
    if (typeof isLeftOut === "string")
        return uncompared(`${show((0,external_node_path_.join)(folder, ".helmignore"))}: ${isLeftOut}.`);
    const different = await (0,yaml/* withFullReader */.xt)(() => listDifferent(files, now));
    const [first, ...more] = different.filter((each) => !isLeftOut(each));
    if (first === undefined)
        return undefined;
    const what = !files.has(first) ? "is not in the copy" : now.has(first) ? "differs" : "is only in the copy";
    const others = more.length === 0 ? "" : `, the first of ${more.length + 1} files that differ`;
    const advice = `${isFolder ? `Remove ${copy}, and run` : "Run"} "helm dependency update ${show(chart.folder) || "."}"`;
    return `Helm renders ${copy}, a copy of ${neighbour} that is not what ${neighbour} is now: ${show((0,external_node_path_.join)(folder, first))} ${what}${others}. Only the copy is judged. ${advice}.`;
}
function listDifferent(copy, now) {
    const isOfChart = (path) => /^charts\/[^._]/.test(path);
    const isPassedOver = [...now.keys()].some(isOfChart) ? /^charts\/[._]/ : /^charts\//;
    const paths = [...new Set([...copy.keys(), ...now.keys()])].filter((path) => !isPassedOver.test(path));
    const different = paths.filter((path) => !stale_copies_isSame(path, copy.get(path), now.get(path)));
    const rank = (path) => `${/(^|\/)templates\//.test(path) ? 0 : 1}${path}`;
    return different.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
function stale_copies_isSame(path, a, b) {
    if (/(^|\/)(Chart|requirements)\.lock$/.test(path))
        return true;
    if (!a || !b)
        return false;
    const [one, other] = [a, b].map((bytes) => bytes
        .toString("latin1")
        .replace(/^\xEF\xBB\xBF/, "")
        .replaceAll("\r\n", "\n"));
    return one === other || (/^(charts\/[^/]+\/)*Chart\.yaml$/.test(path) && (0,yaml/* sameValue */.eE)(metadataIn(a), metadataIn(b)));
}
function metadataIn(bytes) {
    const value = (0,yaml/* read */.LF)({ file: "Chart.yaml", text: bytes.toString() }).documents[0]?.value;
    const fields = (0,yaml/* isFields */.Ce)(value) ? value : {};
    return withoutEmpty(Object.fromEntries(["type", "kubeVersion", "annotations", "dependencies"].map((key) => [key, fields[key] ?? null])));
}
function withoutEmpty(value) {
    if ((0,yaml/* isList */.Lv)(value))
        return value.map(withoutEmpty);
    if (!(0,yaml/* isFields */.Ce)(value))
        return String(value ?? "");
    const entries = Object.entries(value).map(([key, inner]) => [key, withoutEmpty(inner)]);
    return Object.fromEntries(entries.filter(([, inner]) => inner !== "" && !(0,yaml/* isEmpty */.Im)(inner)));
}

;// CONCATENATED MODULE: ./lib/rendering/render-root.js










async function renderRoot(root, worktree, settings) {
    const found = root.kind === "chart" ? await renderLists(root, worktree, settings) : await buildAll(root, worktree, settings);
    const rendered = found.map((each) => withinLimit(each, settings.limits));
    return {
        root,
        sources: rendered.flatMap(({ source }) => source ?? []),
        problems: rendered.flatMap(({ problems }) => problems),
        ingredients: rendered.flatMap(({ ingredients = [] }) => ingredients),
    };
}
async function renderLists(root, worktree, settings) {
    const helm = settings.helm || {};
    const { folder, chart, deployments, isListed } = root;
    const own = findOwn(folder, worktree, settings);
    const tool = findHelm(worktree, settings);
    if ("reason" in tool)
        return [notEvaluated(chart.file, worktree.show(folder), tool.reason)];
    const options = (version) => optionsFor(tool, folder, worktree, settings, version ?? own?.kubeVersion);
    const lists = isListed ? chooseLists(root, findOwnLists(folder, worktree, settings), settings) : [];
    const outside = lists.flat().find((path) => !(0,source_links/* isWithin */.UO)(options().repository, path));
    if (outside !== undefined)
        return [
            notEvaluated(chart.file, worktree.show(folder), `${worktree.show(outside)} lies outside of the repository`),
        ];
    const base = {
        release: own?.release ?? "release-name",
        namespace: own?.namespace ?? "default",
        apiVersions: own?.apiVersions ?? [],
        skipTests: helm.skipTests ?? false,
    };
    const listed = lists.map((list) => {
        return { deployment: undefined, request: { ...base, values: list.map((path) => ({ path })) }, options: options() };
    });
    const deployed = deployments.flatMap((deployment) => {
        const request = requestOf(deployment, base);
        return request ? [{ deployment, request, options: options(deployment.request?.kubeVersion) }] : [];
    });
    const asked = [...listed, ...deployed];
    const all = await renderChart(chart, asked);
    const isDeployed = all.some(({ source }) => source?.rendering?.deployer !== undefined);
    const rendered = all.map((each, index) => {
        const deployment = asked[index]?.deployment;
        if (deployment)
            return nameCause(each, deployment, chart.file);
        return isDeployed ? excuse(each) : each;
    });
    const used = [...lists.flat(), ...deployments.flatMap(({ request }) => (request ? filesOfRequest(request) : []))];
    const unused = settings.values.length > 0 || !isListed ? [] : noteUnused(root, used, worktree);
    const stale = await noteStaleCopies(chart, { repository: options().repository, show: worktree.show });
    return [...rendered, { problems: [...unused, ...stale] }];
}
function requestOf({ deployer, namespace, request }, base) {
    if (!request)
        return undefined;
    const { kubeVersion: _, ...own } = request;
    return {
        ...base,
        ...own,
        ...(namespace !== undefined && { namespace }),
        deployer: { name: nameDeployer(deployer), file: deployer.file },
    };
}
function excuse(rendered) {
    if (!rendered.lacksValues)
        return rendered;
    return {
        problems: rendered.problems.map((problem) => ({
            ...problem,
            severity: "note",
            message: `${problem.message} It is judged as it is deployed.`,
        })),
    };
}
function noteUnused({ folder, chart }, used, { show }) {
    const isValues = (name) => valuesNames.some((pattern) => pattern.test(name));
    const unused = chart.entries
        .map(({ path }) => path)
        .filter((path) => isValues((0,external_node_path_.relative)(folder, path)) && !used.includes(path));
    const [first] = unused;
    if (!first)
        return [];
    const message = `In no rendering of this chart: ${listNames(unused.map(show))}. To have the chart judged with them, name them in .secctx.yaml (helm.charts[].values), or give them with --values.`;
    return [{ severity: "note", file: show(first), line: 1, message }];
}
const valuesNames = [
    /^values[-_.].+\.ya?ml$/,
    /^[^\\/]+[-_.]values\.ya?ml$/,
    /^(envs?|environments|values)[\\/].+\.ya?ml$/,
    /^(dev|devel|development|test|testing|int|integration|qa|uat|stage|stg|staging|preprod|prd|prod|production|live|local)([-_.][^\\/]+)?\.ya?ml$/,
];
function chooseLists({ chart }, own, { helm, values }) {
    if (values.length > 0)
        return [values];
    return own ?? (helm && helm.ci === false ? [[]] : chart.values);
}
async function buildAll(root, worktree, settings) {
    const { closure, deployed, isListed } = root;
    const asked = [...(isListed ? [{ closure, deployment: undefined }] : []), ...deployed];
    return await doSideBySide(asked, (each) => render_root_build(each.closure, each.deployment, worktree, settings));
}
async function render_root_build({ root, problems }, deployment, worktree, settings) {
    if (problems.some(({ severity }) => severity === "error"))
        return { problems };
    const kustomize = settings.kustomize || {};
    const tool = findBuilder(worktree, settings);
    if ("reason" in tool)
        return notEvaluated(worktree.show(root.file), worktree.show(root.folder), tool.reason);
    const options = optionsFor(tool, root.folder, worktree, settings);
    const builtFor = deployment && {
        name: nameDeployer(deployment.deployer),
        file: deployment.deployer.file,
        namespace: deployment.namespace,
    };
    const built = await buildOverlay(root, { loadRestrictor: kustomize.loadRestrictor ?? "root" }, options, builtFor);
    return deployment ? nameCause(built, deployment, root.document.file) : built;
}
function nameCause(rendered, { deployer, at }, rootFile) {
    const problems = rendered.problems.map((problem) => {
        const message = `As ${nameDeployer(deployer)} deploys it: ${problem.message}`;
        const isVague = problem.file === deployer.file || (problem.file === rootFile && problem.line === 1);
        return isVague ? sayAt(deployer, at, message, problem.severity) : { ...problem, message };
    });
    return { ...rendered, problems };
}

;// CONCATENATED MODULE: ./lib/rendering/render-roots.js










const mostSteps = 8;
async function renderRoots(roots, worktree, settings, { all = [], isJudged = () => true, choose } = {}) {
    const known = new Set(roots.flatMap(({ deployments }) => deployments.map(keyOfDeployment)));
    let done = [];
    let problems = [];
    let open = roots;
    for (let step = 0; open.length > 0 && step < mostSteps; step++) {
        const rendered = await doSideBySide(open, (root) => renderRoot(root, worktree, settings));
        const sources = rendered.flatMap((each) => each.sources);
        const texts = { sources: sources.filter(pod/* mayDeploy */.BU), all: [...sources, ...all] };
        const deployed = await findDeployed(texts, worktree, settings);
        const fresh = deployed.deployments.filter((each) => !known.has(keyOfDeployment(each)));
        for (const each of fresh)
            known.add(keyOfDeployment(each));
        const found = await (0,yaml/* withFullReader */.xt)(() => findAll([], new Set(), { ...deployed, deployments: fresh }, worktree, settings));
        const judged = step === 0 ? rendered.filter(({ root }) => isJudged(root)) : rendered;
        const files = new Set(judged.flatMap((each) => each.sources.map(({ file }) => file)));
        const isDeployedByJudged = ({ deployments }) => deployments.some(({ deployer: { document } }) => files.has(document.file));
        const next = found.roots.filter((root) => isJudged(root) || isDeployedByJudged(root));
        const chosen = (await choose?.(next)) ?? { roots: next, problems: [] };
        open = chosen.roots;
        const replaced = new Set(open.flatMap(({ kind, folder }) => (kind === "overlay" ? [folder] : [])));
        const notes = judged.length > 0 ? [...found.problems, ...chosen.problems] : [];
        problems = [...problems, ...judged.flatMap((each) => each.problems), ...notes];
        const marked = judged.map((each) => ({ ...each, sources: markEvaluated(each.sources, found.evaluated) }));
        done = [...done, ...marked].map((each) => withoutOwn(each, replaced));
    }
    const chartsAsTheyAre = ({ root: { kind, folder }, sources }) => kind === "chart" && sources.length > 0 && settings.values.length === 0 && !findOwnLists(folder, worktree, settings)
        ? [folder]
        : [];
    return {
        sources: done.flatMap(({ sources }) => sources),
        problems: (0,groups/* keepDistinct */.cj)([
            ...problems,
            ...noteLeftOut(done.flatMap(({ ingredients }) => ingredients)),
            ...noteHelmfile(all, done.flatMap(chartsAsTheyAre), worktree),
        ]),
    };
}
function keyOfDeployment({ deployer, folder }) {
    const { kind, namespace, name, file } = deployer;
    return JSON.stringify([kind, namespace, name, file, folder]);
}
function withoutOwn(rendered, replaced) {
    const { root, sources } = rendered;
    if (root.kind !== "overlay" || !replaced.has(root.folder))
        return rendered;
    return { ...rendered, sources: sources.filter(({ rendering }) => rendering?.deployer !== undefined) };
}

;// CONCATENATED MODULE: ./lib/rendering/index.js









/***/ }),

/***/ 7497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkOut: () => (/* binding */ checkOut),
/* harmony export */   isCommit: () => (/* binding */ isCommit),
/* harmony export */   listFilesWith: () => (/* binding */ listFilesWith),
/* harmony export */   readChangeSince: () => (/* binding */ readChangeSince),
/* harmony export */   readFilesBefore: () => (/* binding */ readFilesBefore),
/* harmony export */   runGit: () => (/* binding */ runGit)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _pod_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7805);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6634);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4666);
/* harmony import */ var _folders_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2292);
/* harmony import */ var _texts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8653);








async function readChangeSince(revision, isWanted) {
    const top = await findTop();
    const [changes, untracked, demanding] = await Promise.all([
        listFileChanges(revision, top),
        listUntracked(),
        listDemanding(),
    ]);
    const present = changes.filter(({ isGone, what }) => !isGone && what !== "submodule").map(({ file }) => file);
    const added = untracked.map((file) => node_path__WEBPACK_IMPORTED_MODULE_2__.posix.relative(top, file));
    const tracked = present.filter((file) => isWanted(file, true));
    const wanted = [...new Set([...tracked, ...added.filter((file) => isWanted(file, false))])].toSorted();
    const [{ sources, problems }, base] = [
        await (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readFiles */ .Ul)(wanted, (file) => isWanted(file, true)),
        await readTextsBefore(changes),
    ];
    const names = [...present, ...added];
    const mayHide = changes.some(({ file, isGone }) => isGone && (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isManifest */ .Yh)(file)) || names.some(_pod_index_js__WEBPACK_IMPORTED_MODULE_3__/* .isKustomization */ .Sv);
    const rest = mayHide ? names.filter((file) => !wanted.includes(file)) : [];
    const { sources: unselected } = await (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readFiles */ .Ul)(rest, () => false);
    const replaced = findReplacedFolders(changes.filter(({ file }) => !wanted.includes(file)), base.filter(({ file }) => isWanted(file, true)));
    const others = demanding
        .map((file) => node_path__WEBPACK_IMPORTED_MODULE_2__.posix.relative(top, file))
        .filter((file) => (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isManifest */ .Yh)(file) && !wanted.includes(file));
    const elsewhere = (await (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readFiles */ .Ul)(others, _files_js__WEBPACK_IMPORTED_MODULE_5__/* .isManifest */ .Yh)).sources.map((source) => ({ ...source, elsewhere: true }));
    return {
        sources: [...(0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .addTextsBefore */ .Nx)(sources, base), ...replaced, ...elsewhere],
        base,
        unselected,
        problems,
        changedFiles: [...changes.map(({ file }) => file), ...added],
        commit: () => findMergeBase(revision),
    };
}
function findReplacedFolders(changes, base) {
    return changes.flatMap(({ file, isGone, what }) => {
        if (isGone || what === "file")
            return [];
        const before = (0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .findBelow */ .JB)(file, base);
        return before ? [{ file, text: "", unread: _texts_js__WEBPACK_IMPORTED_MODULE_7__/* .replacedBy */ ._0[what], before: before.text }] : [];
    });
}
async function readFilesBefore(revision, files) {
    await findTop();
    const commit = await findMergeBase(revision);
    const texts = new Map();
    for (const file of files) {
        const { status, stdout } = await runGit(["cat-file", "blob", `${commit}:${file}`]);
        const text = status === 0 ? (0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .decodeUtf8 */ ._6)(stdout) : undefined;
        if (text !== undefined)
            texts.set(file, text);
    }
    return { commit, texts };
}
async function checkOut(commit, folder) {
    const settings = ["filter.lfs.smudge=", "filter.lfs.process=", "filter.lfs.required=false", "core.autocrlf=false"];
    const index = { GIT_INDEX_FILE: `${folder}.index`, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
    const options = settings.flatMap((each) => ["-c", each]);
    const steps = [
        ["read-tree", commit],
        ["checkout-index", "--all", "--quiet", `--prefix=${folder}/`],
    ];
    for (const step of steps) {
        const { status, reason } = await runGit([...options, ...step], "", index);
        if (status !== 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`git could not show what was there before: ${reason}.`);
    }
}
async function findTop() {
    const result = await runGit(["rev-parse", "--show-prefix"]);
    if (result.status === 0)
        return result.stdout.toString().replace(/\n$/, "");
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`--changed compares with git, and git does not open a repository in ${process.cwd()}: ${result.reason}.`);
}
async function findMergeBase(revision) {
    const candidates = revision === undefined ? ["@{upstream}", "refs/remotes/origin/HEAD"] : [revision];
    for (const each of candidates) {
        const { status, stdout } = await runGit(["merge-base", "--end-of-options", each, "HEAD"]);
        const [commit] = stdout.toString().split("\n");
        if (status === 0 && commit)
            return commit;
        if (await isCommit(each))
            throw await noMergeBase(each);
    }
    if (!(await isCommit("HEAD")))
        throw noCommit();
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(revision === undefined
        ? "--changed: the branch has no upstream, and origin has no HEAD: name a revision, such as --changed=main."
        : `--changed "${revision}": git knows no such revision. Fetch it, or name another: git branch --all lists them.`);
}
async function isCommit(revision) {
    const { status } = await runGit(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
    return status === 0;
}
async function noMergeBase(revision) {
    if (!(await isCommit("HEAD")))
        return noCommit();
    const { stdout } = await runGit(["rev-parse", "--is-shallow-repository"]);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(stdout.toString().trim() === "true"
        ? `--changed: this clone is shallow, and lacks the commit in which HEAD and ${revision} meet: run git fetch --unshallow (fetch-depth: 0 in a workflow).`
        : `--changed: HEAD and ${revision} have no commit in common: name a revision that HEAD comes from.`);
}
function noCommit() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb("--changed: this repository has no commit to compare with yet.");
}
async function listFileChanges(revision, top) {
    const form = ["--raw", "-z", "--no-abbrev", "--no-renames", "--no-relative", "--no-ext-diff", "--no-textconv"];
    if (revision !== undefined) {
        const result = await runGit(["diff", "--merge-base", ...form, "--end-of-options", revision, "--"]);
        if (result.status === 0)
            return parseChanges(splitFields(result), top);
    }
    return parseChanges(await listPaths(["diff", ...form, await findMergeBase(revision), "--"]), top);
}
function listUntracked() {
    return listPaths(["ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", ":/"]);
}
async function listDemanding() {
    const result = await runGit(["grep", "-z", "-l", "-a", "-F", "--full-name", "-e", _pod_index_js__WEBPACK_IMPORTED_MODULE_3__/* .podSecurityLabels */ .zR, "--", ":/"]);
    return result.status === 1 ? [] : splitFields(result);
}
async function listFilesWith(words, folder) {
    const isTop = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(folder, ".git"));
    const scope = isTop ? "--untracked" : "--no-index";
    const patterns = words.flatMap((each) => ["-e", each]);
    const result = await runGit(["-C", folder, "grep", "-z", "-l", "-a", "-F", scope, ...patterns, "--", "."]);
    return result.status === 0 ? splitFields(result) : [];
}
function parseChanges(fields, top) {
    return fields.flatMap((head, index) => {
        const [, before = "", after = "", blob = ""] = /^:(\d{6}) (\d{6}) ([0-9a-f]+) [0-9a-f]+ [A-Z]/.exec(head) ?? [];
        const file = fields[index + 1];
        if (index % 2 === 1 || file === undefined)
            return [];
        return [
            {
                file: node_path__WEBPACK_IMPORTED_MODULE_2__.posix.relative(top, file),
                isGone: after === "000000",
                what: after === "160000" ? "submodule" : after === "120000" ? "link" : "file",
                blob: /^100/.test(before) ? blob : undefined,
            },
        ];
    });
}
async function readTextsBefore(changes) {
    const wanted = changes.filter(({ blob, file }) => blob !== undefined && (0,_files_js__WEBPACK_IMPORTED_MODULE_5__/* .isManifest */ .Yh)(file));
    if (wanted.length === 0)
        return [];
    const { status, stdout, reason } = await runGit(["cat-file", "--batch"], wanted.map(({ blob }) => `${blob}\n`).join(""));
    if (status !== 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`--changed: git could not show what was there before: ${reason}.`);
    const sources = [];
    let offset = 0;
    for (const { file, blob } of wanted) {
        const end = stdout.indexOf("\n", offset);
        const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(stdout.toString("latin1", offset, end)) ?? [];
        if (size === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`--changed: this clone lacks what ${file} was before (${blob}): run git fetch --refetch.`);
        const text = (0,_texts_js__WEBPACK_IMPORTED_MODULE_7__/* .decodeUtf8 */ ._6)(stdout.subarray(end + 1, end + 1 + Number(size)));
        if (text !== undefined)
            sources.push({ file, text });
        offset = end + 2 + Number(size);
    }
    return sources;
}
async function listPaths(args) {
    const result = await runGit(args);
    if (result.status !== 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb(`--changed: git could not list what changed: ${result.reason}.`);
    return splitFields(result);
}
function splitFields({ stdout }) {
    return stdout
        .toString()
        .split("\0")
        .filter((field) => field !== "");
}
function runGit(args, input = "", environment = {}) {
    return new Promise((resolve, reject) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)("git", [..._folders_js__WEBPACK_IMPORTED_MODULE_6__/* .gitSettings */ .Ug, ...args], { env: { ...(0,_folders_js__WEBPACK_IMPORTED_MODULE_6__/* .gitEnvironment */ ._K)(), ...environment } });
        const out = [];
        const err = [];
        child.stdout.on("data", (chunk) => out.push(chunk));
        child.stderr.on("data", (chunk) => err.push(chunk));
        child.on("error", (error) => reject((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(error) === "ENOENT" ? new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UsageError */ .eb("git is needed, and there is none on PATH: install it.") : error));
        child.on("close", (status) => {
            const [line = ""] = Buffer.concat(err).toString().trim().split("\n");
            const reason = line.replace(/^fatal: /, "").replace(/\.$/, "");
            resolve({ status, stdout: Buffer.concat(out), reason: reason || "git ended with an error" });
        });
        child.stdin.on("error", () => { });
        child.stdin.end(input);
    });
}


/***/ }),

/***/ 5086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ ArchiveError),
/* harmony export */   s: () => (/* binding */ readTar)
/* harmony export */ });
class ArchiveError extends Error {
}
const blockSize = 512;
const longestHeader = 2 ** 20;
const types = {
    "0": "file",
    "\0": "file",
    "7": "file",
    "1": "hard link",
    "2": "symbolic link",
    "5": "directory",
};
async function* readTar(chunks) {
    const bytes = openBytes(chunks);
    let shared = new Map();
    let own = new Map();
    for (;;) {
        const header = await bytes.take(blockSize);
        if (!header || header.every((byte) => byte === 0))
            return;
        verifyChecksum(header);
        const type = String.fromCharCode(header[156] ?? 0);
        const size = Number(own.get("size")?.toString() ?? readNumber(header.subarray(124, 136)));
        if (!Number.isSafeInteger(size) || size < 0)
            throw malformed("a size");
        const readExtension = async () => {
            if (size > longestHeader)
                throw malformed("the length of a header");
            const content = (await bytes.take(size)) ?? Buffer.alloc(0);
            await bytes.skip(padding(size));
            return content;
        };
        if (type === "x")
            own = new Map([...own, ...parseRecords(await readExtension())]);
        else if (type === "g")
            shared = new Map([...shared, ...parseRecords(await readExtension())]);
        else if (type === "L")
            own.set("path", cutAtZero(await readExtension()));
        else if (type === "K")
            own.set("linkpath", cutAtZero(await readExtension()));
        else {
            const said = (key) => own.get(key) ?? shared.get(key);
            const path = (said("path") ?? nameIn(header)).toString("utf8");
            const isFolder = type === "0" && path.endsWith("/");
            let left = type === "1" || type === "2" || type === "5" ? 0 : size;
            const after = padding(left);
            yield {
                path: path.replace(/^[./]*\/|\/+$/g, ""),
                type: isFolder ? "directory" : (types[type] ?? "other"),
                target: (said("linkpath") ?? cutAtZero(header.subarray(157, 257))).toString("utf8"),
                capability: own.get("SCHILY.xattr.security.capability"),
                async take() {
                    const content = (await bytes.take(left)) ?? Buffer.alloc(0);
                    if (content.length < left)
                        throw malformed("its end");
                    left = 0;
                    return content;
                },
            };
            own = new Map();
            await bytes.skip(left + after);
        }
    }
}
function malformed(what) {
    return new ArchiveError(`${what} is malformed`);
}
function verifyChecksum(header) {
    let sum = 8 * 32;
    for (const [index, byte] of header.entries())
        if (index < 148 || index >= 156)
            sum += byte;
    if (sum !== readNumber(header.subarray(148, 156)))
        throw malformed("a checksum");
}
function readNumber(field) {
    const [first = 0, ...others] = field;
    if (first >= 0x80)
        return others.reduce((sum, byte) => sum * 256 + byte, first & 0x3f);
    const digits = cutAtZero(field).toString("latin1").trim();
    return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || "0", 8) : Number.NaN;
}
function nameIn(header) {
    const name = cutAtZero(header.subarray(0, 100));
    const isPosix = header.toString("latin1", 257, 263) === "ustar\0";
    const prefix = isPosix ? cutAtZero(header.subarray(345, 500)) : Buffer.alloc(0);
    return prefix.length > 0 ? Buffer.concat([prefix, Buffer.from("/"), name]) : name;
}
function cutAtZero(bytes) {
    const end = bytes.indexOf(0);
    return end === -1 ? bytes : bytes.subarray(0, end);
}
function padding(size) {
    return (blockSize - (size % blockSize)) % blockSize;
}
function parseRecords(content) {
    const records = new Map();
    for (let at = 0; at < content.length;) {
        const [word = "", digits = ""] = /^(\d{1,7}) /.exec(content.toString("latin1", at, at + 8)) ?? [];
        const end = at + Number(digits);
        const equals = content.indexOf("=", at + word.length);
        if (word === "" || end > content.length || equals === -1 || equals >= end || content[end - 1] !== 0x0a)
            throw malformed("an extended header");
        records.set(content.toString("utf8", at + word.length, equals), content.subarray(equals + 1, end - 1));
        at = end;
    }
    return records;
}
function openBytes(chunks) {
    const iterator = chunks[Symbol.asyncIterator]();
    let rest = Buffer.alloc(0);
    const fill = async () => {
        while (rest.length === 0) {
            const { done, value } = await iterator.next();
            if (done)
                return false;
            rest = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
        }
        return true;
    };
    return {
        async take(length) {
            const parts = [];
            let missing = length;
            while (missing > 0) {
                if (!(await fill())) {
                    if (parts.length === 0)
                        return undefined;
                    throw malformed("its end");
                }
                parts.push(rest.subarray(0, missing));
                missing -= parts.at(-1)?.length ?? 0;
                rest = rest.subarray(parts.at(-1)?.length ?? 0);
            }
            return parts.length === 1 ? parts[0] : Buffer.concat(parts);
        },
        async skip(length) {
            let missing = length;
            while (missing > 0) {
                if (!(await fill()))
                    throw malformed("its end");
                const step = Math.min(missing, rest.length);
                rest = rest.subarray(step);
                missing -= step;
            }
        },
    };
}


/***/ })

};
