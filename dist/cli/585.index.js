export const id = 585;
export const ids = [585];
export const modules = {

/***/ 3585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  markdown: () => (/* binding */ markdown),
  patchMarkdown: () => (/* binding */ patchMarkdown),
  verdictLine: () => (/* binding */ verdictLine)
});

// EXTERNAL MODULE: ./lib/pod/kubernetes.js
var kubernetes = __webpack_require__(7471);
;// CONCATENATED MODULE: ./lib/report/escape-markdown.js
/** Untrusted text as a Markdown code span: nothing in it is read as Markdown, a mention or a link. */
function code(value) {
    const shown = harmless(value).replaceAll("|", "\\|");
    const fence = "`".repeat(longestRun(shown) + 1);
    const space = /^`|`$|^$/.test(shown) ? " " : "";
    return fence + space + shown + space + fence;
}
/** Untrusted text as plain Markdown text: punctuation is escaped, mentions, references and addresses are broken. */
function escape_markdown_text(value) {
    return harmless(value)
        .replace(/[\\`*_{}[\]<>()#+!|~&$^=-]/g, "\\$&")
        .replace(/:(?=\/\/)|(?<=\bwww)\./gi, "\\$&")
        .replace(/@/g, "@\u200b");
}
/** Text as a fenced block that nothing in it can close. */
function fenced(language, content) {
    const fence = "`".repeat(Math.max(3, longestRun(content) + 1));
    return `${fence}${language}\n${content.replace(/\n$/, "")}\n${fence}`;
}
/** Whether text may be shown as it is: no character in it turns, hides or commands anything. */
function isPlain(value) {
    return !/(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value);
}
function longestRun(value) {
    return [...value.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
}
function harmless(value) {
    return value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd");
}

;// CONCATENATED MODULE: ./lib/report/ignores.js

/** The ignore comments that the change brings: what they hide is not counted, so a reviewer has to see them. Nothing without any. */
function addedIgnores({ addedIgnores: added }, place) {
    if (added.length === 0)
        return [];
    const items = added.map(({ location: { file, start }, workload, rules, reason, expires }) => {
        const until = expires === null ? "" : ` (until ${expires})`;
        const name = code(`${workload.kind} ${workload.name}`);
        return `- ${place(file, start.line)} ${name} ignores ${rules.map(code).join(", ")}: ${escape_markdown_text(reason)}${until}`;
    });
    return ["#### This change adds ignores", items.join("\n")];
}

// EXTERNAL MODULE: ./lib/report/summary.js
var summary = __webpack_require__(3394);
// EXTERNAL MODULE: ./lib/report/text.js
var report_text = __webpack_require__(4639);
;// CONCATENATED MODULE: ./lib/report/markdown.js





const nouns = { enforce: "failure", warn: "warning", audit: "notice" };
/** One line: what the gate says, and why. */
function verdictLine({ verdict, findings, problems }) {
    const errors = problems.filter(({ severity }) => severity === "error").length;
    const others = `${(0,report_text/* counted */.hS)((0,summary/* count */.U9)(findings, "warn"), "warning")}, ${(0,report_text/* counted */.hS)((0,summary/* count */.U9)(findings, "audit"), "notice")}`;
    if (verdict === "error")
        return `Could not evaluate: ${(0,report_text/* counted */.hS)(errors, "manifest")} could not be read; ${(0,report_text/* counted */.hS)((0,summary/* count */.U9)(findings, "enforce"), "failure")}, ${others}`;
    if (verdict === "fail")
        return `${(0,report_text/* counted */.hS)((0,summary/* count */.U9)(findings, "enforce"), "failure")}, ${others}`;
    return (0,summary/* count */.U9)(findings, "warn") + (0,summary/* count */.U9)(findings, "audit") === 0 ? "Nothing to report" : `No failures; ${others}`;
}
/**
 * The report for the job summary and the check run's body: verdict, what could not be evaluated, workloads, findings by file. At most `limit` UTF-8 bytes;
 * cut between findings, and what is left out is counted.
 */
function markdown(result, limit, { link = () => undefined, notes = [] } = {}) {
    const { findings, workloads, problems, policy, shard } = result;
    const report = page(limit);
    report.add([
        `### secctx: ${escape_markdown_text(verdictLine(result))}`,
        `Policy: enforce ${code(policy.enforce)}, warn ${code(policy.warn)}, audit ${code(policy.audit)}, Kubernetes ${code(policy.kubernetesVersion.name)}, gate ${code(policy.gate)}${shard ? `, shard ${shard.index}/${shard.count}` : ""}.`,
        ...notes.map((note) => `> ${escape_markdown_text(note)}`),
    ].map((part) => `${part}\n\n`));
    if (problems.length > 0) {
        report.add(["#### Not evaluated, or worth a note\n\n"]);
        const left = report.add(problems.map((problem) => problemItem(problem, link)), 0.3);
        report.add([`${left > 0 ? `\n${(0,report_text/* counted */.hS)(left, "more problem")} did not fit here.\n` : ""}\n`]);
    }
    if (workloads.length > 0) {
        report.add(["| workload | baseline | restricted | failures | warnings | notices |\n|---|---|---|---|---|---|\n"]);
        const left = report.add(tableRows(workloads, findings), 0.3);
        report.add([`${left > 0 ? `\n${(0,report_text/* counted */.hS)(left, "more workload")}.\n` : ""}\n`]);
    }
    const place = (file, line) => linked(code(`${file}:${line}`), link(file, line));
    report.add(addedIgnores(result, place).map((part) => `${part}\n\n`));
    const open = findings.filter(({ ignored }) => !ignored);
    const left = report.add(findingItems(open, link));
    if (left > 0)
        report.close(`\n${(0,report_text/* counted */.hS)(left, "more finding")} did not fit here.\n`);
    else if (open.some(({ fix }) => fix))
        report.close("\nFix all of it with `secctx fix`, or look first with `secctx fix --diff`.\n");
    return report.text();
}
/** The patches that harden files, as one text of at most `limit` UTF-8 bytes: whole files, what does not fit is counted with what is `left`. */
function patchMarkdown({ patches, others, left }, limit) {
    if (patches.length + others.length + left === 0)
        return "";
    const report = page(limit);
    report.add(["#### Hardened YAML\n\n", ...(patches.length > 0 ? ["For `git apply`:\n\n"] : [])]);
    const more = left + report.add(patches.map((patch) => `${fenced("diff", patch)}\n\n`));
    report.add(others.map((file) => `- ${code(file)}: its line ends or hidden characters would not survive here.\n`));
    if (more + others.length > 0)
        report.close(`\n${(0,report_text/* counted */.hS)(more + others.length, "more file")} to harden: \`secctx fix\` writes them.\n`);
    return report.text();
}
/** What closes a page has its room kept. */
const closing = 300;
/** Text up to a limit of UTF-8 bytes. Items go in whole and in order, up to a share of the room that is there; `add` says how many did not. */
function page(limit) {
    const encoder = new TextEncoder();
    let written = "";
    let room = limit - closing;
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
function problemItem({ severity, file, line, message }, link) {
    const word = severity === "error" ? "**not evaluated**" : "note";
    return `- ${word} ${linked(code(`${file}:${line}`), link(file, line))}: ${escape_markdown_text(message)}\n`;
}
/** The files with the most serious findings first, so that a cut loses the least; a file's name stands before its first finding. */
function findingItems(findings, link) {
    const files = new Map();
    for (const finding of findings.toSorted((a, b) => kubernetes/* modes */.nI.indexOf(a.mode) - kubernetes/* modes */.nI.indexOf(b.mode))) {
        const ofFile = files.get(finding.location.file);
        if (ofFile)
            ofFile.push(finding);
        else
            files.set(finding.location.file, [finding]);
    }
    return [...files].flatMap(([file, ofFile]) => ofFile.map((finding, index) => (index === 0 ? `\n**${code(file)}**\n\n` : "") + findingItem(finding, link)));
}
function findingItem({ location, rule, mode, message, fix, new: isNew }, link) {
    const { file, start } = location;
    const offer = fix ? ` *Fix:* ${escape_markdown_text(fix.title)}${fix.risk ? ` (${escape_markdown_text(fix.risk)})` : ""}.` : "";
    const age = isNew === false ? " (there before the change)" : "";
    return `- **${nouns[mode]}**${age} ${linked(`line ${start.line}`, link(file, start.line))} ${code(rule.id)}: ${escape_markdown_text(message)}${offer}\n`;
}
function linked(shown, target) {
    return target ? `[${shown}](${target})` : shown;
}
/** Workloads by what they break: the rules stand where their findings count. */
function tableRows(workloads, findings) {
    const byWorkload = new Map();
    for (const finding of findings.filter(({ ignored }) => !ignored)) {
        const key = keyOf(finding.location.file, finding.workload);
        const own = byWorkload.get(key);
        if (own)
            own.push(finding);
        else
            byWorkload.set(key, [finding]);
    }
    return workloads.map(({ pod, admission }) => {
        const { kind, name } = pod.workload;
        const own = byWorkload.get(keyOf(pod.document.file, pod.workload)) ?? [];
        const answer = (allowed) => (allowed ? "allowed" : "**rejected**");
        const cells = kubernetes/* modes */.nI.map((mode) => {
            const rules = new Set(own.filter((finding) => finding.mode === mode).map(({ rule }) => rule.id));
            return [...rules].map(code).join(" ");
        });
        return `| ${code(`${kind} ${name}`)} | ${answer(admission.baseline.allowed)} | ${answer(admission.restricted.allowed)} | ${cells.join(" | ")} |\n`;
    });
}
function keyOf(file, { apiVersion, kind, namespace, name }) {
    return JSON.stringify([file, apiVersion, kind, namespace, name]);
}


/***/ })

};
