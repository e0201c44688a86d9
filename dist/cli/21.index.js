export const id = 21;
export const ids = [21];
export const modules = {

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderMarkdown: () => (/* binding */ renderMarkdown),
/* harmony export */   renderPatches: () => (/* binding */ renderPatches),
/* harmony export */   summarizeVerdict: () => (/* binding */ summarizeVerdict)
/* harmony export */ });
/* harmony import */ var _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7471);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2527);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5930);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3394);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8191);





function summarizeVerdict(result) {
    const { workloads, findings, files, unjudged } = result;
    const isNothing = workloads.length === 0 && findings.length === 0 && files > 0;
    const nothing = isNothing ? `nothing was judged in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(files, "file")}` : "";
    return [describeVerdict(result), nothing, (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .describeUnjudged */ .Q)(unjudged)].filter((part) => part !== "").join("; ");
}
function describeVerdict({ verdict, findings, problems }) {
    const failures = (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)((0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .countFindings */ .Gt)(findings, "enforce"), "failure");
    const [warnings, notices] = [(0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .countFindings */ .Gt)(findings, "warn"), (0,_summary_js__WEBPACK_IMPORTED_MODULE_2__/* .countFindings */ .Gt)(findings, "audit")];
    const others = `${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(warnings, "warning")}, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(notices, "notice")}`;
    if (verdict === "error") {
        const errors = problems.filter(({ severity }) => severity === "error").length;
        return `Could not evaluate: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(errors, "manifest")} could not be read; ${failures}, ${others}`;
    }
    if (verdict === "fail")
        return `${failures}, ${others}`;
    return warnings + notices === 0 ? "Nothing to report" : `No failures; ${others}`;
}
function renderMarkdown(result, limit, { link = () => undefined, notes = [] } = {}) {
    const { findings, workloads, problems } = result;
    const page = startPage(limit);
    page.add([...renderHead(result), ...notes.map((note) => `> ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(note)}\n\n`)]);
    if (problems.length > 0) {
        page.add(["#### Not evaluated, or worth noting\n\n"]);
        const items = problems.map((problem) => renderProblemItem(problem, link));
        const left = page.add(items, 0.3);
        page.add([`${left > 0 ? `\n${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(left, "more problem")} did not fit here.\n` : ""}\n`]);
    }
    if (workloads.length > 0) {
        page.add(["| workload | baseline | restricted | failures | warnings | notices |\n|---|---|---|---|---|---|\n"]);
        const left = page.add(renderTableRows(workloads, findings), 0.3);
        page.add([`${left > 0 ? `\n${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(left, "more workload")}.\n` : ""}\n`]);
    }
    page.add(renderAddedIgnores(result.addedIgnores, link));
    const open = findings.filter(({ ignored }) => !ignored);
    const left = page.add(renderFindingItems(open, link));
    if (left > 0)
        page.close(`\n${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(left, "more finding")} did not fit here.\n`);
    else if (open.some(({ fix }) => fix))
        page.close("\nFix all of them with `secctx fix`, or preview the changes with `secctx fix --diff`.\n");
    return page.text();
}
function renderPatches({ patches, others, left }, limit) {
    if (patches.length + others.length + left === 0)
        return "";
    const page = startPage(limit);
    page.add(["#### Hardened YAML\n\n", ...(patches.length > 0 ? ["For `git apply`:\n\n"] : [])]);
    const more = left + page.add(patches.map((patch) => `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .fenceCode */ .bq)("diff", patch)}\n\n`));
    page.add(others.map((file) => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(file)}: its line endings or hidden characters would be lost here.\n`));
    if (more + others.length > 0)
        page.close(`\n${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(more + others.length, "more file")} to harden: \`secctx fix\` writes them.\n`);
    return page.text();
}
const closingRoom = 300;
function startPage(limit) {
    const encoder = new TextEncoder();
    let written = "";
    let room = limit - closingRoom;
    return {
        add(items, share = 1) {
            let budget = room * share;
            for (const [index, item] of items.entries()) {
                const size = encoder.encode(item).length;
                if (size > budget)
                    return items.length - index;
                written += item;
                room -= size;
                budget -= size;
            }
            return 0;
        },
        close(item) {
            written += item;
        },
        text: () => written,
    };
}
function renderHead(result) {
    const { enforce, warn, audit, kubernetesVersion, gate } = result.policy;
    const { shard } = result;
    const version = (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(kubernetesVersion.name);
    const share = shard ? `, shard ${shard.index}/${shard.count}` : "";
    return [
        `### secctx: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(summarizeVerdict(result))}\n\n`,
        `Policy: enforce ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(enforce)}, warn ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(warn)}, audit ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(audit)}, Kubernetes ${version}, gate ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(gate)}${share}.\n\n`,
    ];
}
function renderProblemItem({ severity, file, line, message }, link) {
    const word = severity === "error" ? "**not evaluated**" : "note";
    return `- ${word} ${renderPlace(file, line, link)}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(message)}\n`;
}
function renderAddedIgnores(addedIgnores, link) {
    if (addedIgnores.length === 0)
        return [];
    const items = addedIgnores.map(({ location: { file, start }, workload, rules, reason, expires }) => {
        const until = expires === null ? "" : ` (until ${expires})`;
        const name = (0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(`${workload.kind} ${workload.name}`);
        return `- ${renderPlace(file, start.line, link)} ${name} ignores ${rules.map(_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS).join(", ")}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(reason)}${until}`;
    });
    return ["#### This change adds ignores\n\n", `${items.join("\n")}\n\n`];
}
function renderFindingItems(findings, link) {
    const findingsByFile = (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .groupBy */ .$)(findings.toSorted(_order_js__WEBPACK_IMPORTED_MODULE_1__/* .compareModes */ .u), ({ location }) => location.file);
    return [...findingsByFile].flatMap(([file, ofFile]) => ofFile.map((finding, index) => {
        const heading = index === 0 ? `\n**${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(file)}**\n\n` : "";
        return heading + renderFindingItem(finding, link);
    }));
}
function renderFindingItem({ location, rule, mode, message, fix, new: isNew }, link) {
    const { file, start } = location;
    const offer = fix ? ` *Fix:* ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(fix.title)}${fix.risk ? ` (${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(fix.risk)})` : ""}.` : "";
    const age = isNew === false ? " (already there before the change)" : "";
    const place = linkTo(`line ${start.line}`, link(file, start.line));
    return `- **${_words_js__WEBPACK_IMPORTED_MODULE_3__/* .modeNouns */ .TO[mode]}**${age} ${place} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(rule.id)}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(message)}${offer}\n`;
}
function renderPlace(file, line, link) {
    return linkTo((0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(`${file}:${line}`), link(file, line));
}
function linkTo(shown, target) {
    return target ? `[${shown}](${target})` : shown;
}
function renderTableRows(workloads, findings) {
    const open = findings.filter(({ ignored }) => !ignored);
    const findingsByWorkload = (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .groupBy */ .$)(open, ({ location, workload }) => getWorkloadKey(location.file, workload));
    return workloads.map(({ pod, admission }) => {
        const { kind, name } = pod.workload;
        const own = findingsByWorkload.get(getWorkloadKey(pod.document.file, pod.workload)) ?? [];
        const answer = ({ allowed }) => (allowed === false ? `**${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .nameAnswer */ .Co)(allowed)}**` : (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .nameAnswer */ .Co)(allowed));
        const cells = _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .modes */ .nI.map((mode) => {
            const ids = new Set(own.filter((finding) => finding.mode === mode).map(({ rule }) => rule.id));
            return [...ids].map(_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS).join(" ");
        });
        return `| ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(`${kind} ${name}`)} | ${answer(admission.baseline)} | ${answer(admission.restricted)} | ${cells.join(" | ")} |\n`;
    });
}
function getWorkloadKey(file, { apiVersion, kind, namespace, name }) {
    return JSON.stringify([file, apiVersion, kind, namespace, name]);
}


/***/ })

};
