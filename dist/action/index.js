import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2909:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _github_api_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5298);
/* harmony import */ var _github_change_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8351);
/* harmony import */ var _github_changed_files_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5181);
/* harmony import */ var _github_configuration_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(931);
/* harmony import */ var _github_deliver_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9145);
/* harmony import */ var _github_empty_change_js__WEBPACK_IMPORTED_MODULE_15__ = __nccwpck_require__(1987);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9607);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6174);
/* harmony import */ var _github_outputs_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7740);
/* harmony import */ var _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(7471);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(2527);
/* harmony import */ var _report_markdown_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(3021);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_17__ = __nccwpck_require__(3394);
/* harmony import */ var _report_workflow_commands_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(1820);
/* harmony import */ var _review_result_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(2231);
/* harmony import */ var _source_charts_js__WEBPACK_IMPORTED_MODULE_16__ = __nccwpck_require__(5552);
/* harmony import */ var _source_errors_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(6634);
/* harmony import */ var _source_shard_js__WEBPACK_IMPORTED_MODULE_14__ = __nccwpck_require__(6901);


















/** Door 1: inputs and event → what changed → review → GitHub, outputs, exit status (0 passes, 1 findings fail it, 2 could not evaluate). */
async function main(env, signal) {
    const { token } = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .readInputs */ .K)(env);
    const event = (0,_github_event_js__WEBPACK_IMPORTED_MODULE_5__/* .readTrigger */ .v)(env);
    const api = token === undefined ? undefined : (0,_github_api_js__WEBPACK_IMPORTED_MODULE_0__/* .connect */ .N)(token, { signal, baseUrl: env.GITHUB_API_URL });
    const trigger = await (0,_github_change_js__WEBPACK_IMPORTED_MODULE_1__/* .located */ .t)(api, event);
    const own = await (0,_github_configuration_js__WEBPACK_IMPORTED_MODULE_3__/* .configured */ .t)(env, api, trigger);
    const inputs = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .readInputs */ .K)(own.env);
    const policy = {
        ...inputs.policy,
        ...own.policy,
        gate: inputs.gate ?? trigger.gate,
        today: new Date().toISOString().slice(0, 10),
        isWhole: trigger.scope.kind === "full",
    };
    const found = await (0,_github_change_js__WEBPACK_IMPORTED_MODULE_1__/* .changeOf */ .C)(api, trigger, inputs, { gate: policy.gate, touched: own.touched }, env.GITHUB_WORKSPACE ?? ".").catch(async (error) => {
        if (error instanceof _github_changed_files_js__WEBPACK_IMPORTED_MODULE_2__/* .Unlisted */ .DC)
            await (0,_github_deliver_js__WEBPACK_IMPORTED_MODULE_4__/* .deliverFailure */ .ov)(api, trigger, inputs, (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_13__/* .escapeMarkdown */ .FV)(error.message), env);
        throw error;
    });
    const share = inputs.shard && (await (0,_source_shard_js__WEBPACK_IMPORTED_MODULE_14__/* .shareOf */ .tC)(found, inputs.shard, policy));
    const change = { ...found, ...share };
    const shared = { ...policy, shard: share?.shard ?? null };
    const { result, notes, posted, patches } = await worked(api, change, inputs, shared, env);
    const newer = (0,_pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_8__/* .describeUnknownRelease */ .ht)(policy.kubernetesVersion);
    if (newer)
        (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_7__/* .log */ .Rm)(newer);
    const said = newer ? [newer, ...notes] : notes;
    const delivery = await (0,_github_deliver_js__WEBPACK_IMPORTED_MODULE_4__/* .deliver */ .cK)(api, inputs, { trigger, result, patches, notes: said, posted }, env);
    const summary = (0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_9__.renderMarkdown)(result, _github_outputs_js__WEBPACK_IMPORTED_MODULE_7__/* .summaryLimit */ .mf - 100_000, { notes: [...said, ...delivery.notes] });
    (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_7__/* .writeSummary */ .Sy)(env, `${summary}\n${(0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_9__.renderPatches)(patches, 100_000)}`);
    (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_7__/* .writeOutputs */ .Kn)(env, outputs(inputs, change, result, delivery.checkRunUrl));
    for (const { file, line, message } of result.problems)
        (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_7__/* .log */ .Rm)(`${file}:${line}: ${message}`);
    (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_7__/* .log */ .Rm)((0,_report_markdown_js__WEBPACK_IMPORTED_MODULE_9__.summarizeVerdict)(result));
    return _review_result_js__WEBPACK_IMPORTED_MODULE_11__/* .exitStatus */ .$[result.verdict];
}
/** The review, with what it suggests and hardens. What does that is loaded where there is something to do: most changes bring no manifest. */
async function worked(api, change, inputs, policy, env) {
    const mayComment = api !== undefined && inputs.suggest;
    const writesReports = (inputs.jsonFile ?? inputs.htmlFile ?? inputs.sarifFile) !== undefined;
    if ((0,_github_empty_change_js__WEBPACK_IMPORTED_MODULE_15__/* .isNothing */ .q)(change, policy) && !mayComment && !writesReports)
        return { result: (0,_github_empty_change_js__WEBPACK_IMPORTED_MODULE_15__/* .nothingFound */ .S)(policy), notes: [], posted: [], patches: { patches: [], others: [], left: 0 } };
    const work = await Promise.all(/* import() */[__nccwpck_require__.e(291), __nccwpck_require__.e(774)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6774));
    const result = await work.reviewed(change, inputs, policy);
    await work.writeReports(env, inputs, result, (0,_source_charts_js__WEBPACK_IMPORTED_MODULE_16__/* .withoutTemplates */ .Y)(change.sources).manifests);
    (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_7__/* .logFindings */ .H0)(result);
    const suggested = mayComment ? await work.suggest(api, change, inputs, result) : { notes: [], posted: [] };
    return { ...suggested, result, patches: await work.hardened(change.sources, result) };
}
function outputs(inputs, { sources }, result, checkRunUrl) {
    const { findings } = result;
    const open = findings.filter(({ ignored }) => !ignored);
    const isCompared = findings.every((finding) => finding.new !== null);
    return {
        conclusion: (0,_github_deliver_js__WEBPACK_IMPORTED_MODULE_4__/* .conclusionOf */ .vu)(result),
        findings: open.length,
        enforced: (0,_report_summary_js__WEBPACK_IMPORTED_MODULE_17__/* .countFindings */ .Gt)(findings, "enforce"),
        warned: (0,_report_summary_js__WEBPACK_IMPORTED_MODULE_17__/* .countFindings */ .Gt)(findings, "warn"),
        audited: (0,_report_summary_js__WEBPACK_IMPORTED_MODULE_17__/* .countFindings */ .Gt)(findings, "audit"),
        new: isCompared && result.policy.gate === "new" ? open.filter((finding) => finding.new).length : "",
        fixable: open.filter((finding) => finding.fix).length,
        files: (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_7__/* .filesOutput */ .$t)(sources.filter(_source_shard_js__WEBPACK_IMPORTED_MODULE_14__/* .isOwn */ .NP).map(({ file }) => file)),
        "report-path": inputs.htmlFile ?? inputs.jsonFile ?? "",
        "sarif-path": inputs.sarifFile ?? "",
        "check-run-url": checkRunUrl,
    };
}
/** What the run ends with where it could not do its work: red, one sentence, and what to do. */
function failed(error, env) {
    const isKnown = error instanceof _source_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .UsageError */ .eb || error instanceof _github_changed_files_js__WEBPACK_IMPORTED_MODULE_2__/* .Unlisted */ .DC;
    const message = isKnown
        ? error.message
        : `secctx failed: ${error instanceof Error ? error.message : error}. Please report it.`;
    process.stdout.write("::error title=secctx::Could not evaluate: see the line below and the job summary.\n");
    (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_7__/* .log */ .Rm)(message);
    // Shown where the workflow's debugging is on.
    if (!isKnown && error instanceof Error)
        process.stdout.write(`::debug::${(0,_report_workflow_commands_js__WEBPACK_IMPORTED_MODULE_10__.escapeCommandData)(error.stack ?? "")}\n`);
    (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_7__/* .writeSummary */ .Sy)(env, `### secctx: Could not evaluate\n\n${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_13__/* .escapeMarkdown */ .FV)(message)}\n`);
    (0,_github_outputs_js__WEBPACK_IMPORTED_MODULE_7__/* .writeOutputs */ .Kn)(env, { conclusion: "failure" });
    return 2;
}
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => stop.abort());
process.exitCode = await main(process.env, stop.signal).catch((error) => failed(error, process.env));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect),
  l: () => (/* binding */ reason)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __nccwpck_require__(8321);
// EXTERNAL MODULE: ./lib/source/http.js + 2 modules
var http = __nccwpck_require__(6314);
;// CONCATENATED MODULE: ./lib/github/request.js


const apiVersion = "2022-11-28";
const mostRedirects = 5;
/** A request as GitHub documents it, `GET /repos/{owner}/{repo}`: what the path does not take goes into the query, or the body. Nothing is thrown. */
function request(host, route, parameters, signal) {
    const [method = "", template = ""] = route.split(" ");
    const rest = new Map(Object.entries(parameters));
    const path = template.replace(/\{(\w+)\}/g, (_, name) => {
        const value = encodeURIComponent(String(rest.get(name)));
        rest.delete(name);
        return value;
    });
    if (rest.size === 0)
        return ask(host, { method, path }, signal);
    if (method !== "GET")
        return ask(host, { method, path, body: JSON.stringify(Object.fromEntries(rest)) }, signal);
    const query = new URLSearchParams([...rest].map(([name, value]) => [name, String(value)]));
    return ask(host, { method, path: `${path}?${query}` }, signal);
}
/** A GraphQL query. A GitHub of one's own has it beside the REST API (docs.github.com, "Forming calls with GraphQL"). */
function graphql({ baseUrl, token }, query, signal) {
    const host = { token, baseUrl: baseUrl.replace(/\/api\/v3\/?$/, "/api") };
    return ask(host, { method: "POST", path: "/graphql", body: JSON.stringify({ query }) }, signal);
}
async function ask({ baseUrl, token }, { method, path, body }, signal) {
    const headers = {
        accept: "application/vnd.github+json",
        "accept-encoding": "gzip",
        authorization: `token ${token}`,
        "user-agent": "secctx",
        "x-github-api-version": apiVersion,
        ...(body === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
    };
    try {
        let url = new URL(`${baseUrl.replace(/\/$/, "")}${path}`);
        for (let redirects = 0;; redirects++) {
            const response = await (0,http/* send */.tN)({ method, url, headers, body, signal });
            const bytes = await (0,consumers_.buffer)(response);
            const next = redirects < mostRedirects ? redirect(response, url) : undefined;
            if (!next)
                return await replyOf(response, bytes);
            url = next;
        }
    }
    catch (error) {
        return { status: 0, headers: {}, data: { message: error instanceof Error ? error.message : String(error) } };
    }
}
/** Where a repository is that was renamed; the same is to be asked there again. The token goes to no other host. */
function redirect({ statusCode = 0, headers: { location } }, from) {
    if (![301, 302, 307, 308].includes(statusCode) || location === undefined)
        return undefined;
    const to = new URL(location, from);
    return to.origin === from.origin ? to : undefined;
}
async function replyOf({ statusCode = 0, headers }, bytes) {
    const text = (await plain(headers, bytes)).toString();
    const isJson = text !== "" && /\bjson\b/.test(headers["content-type"] ?? "");
    if (!isJson && text !== "" && statusCode < 300)
        throw new Error("what came is no JSON");
    return { status: statusCode, headers, data: isJson ? JSON.parse(text) : text };
}
/** The bytes as they were before they were made smaller for the way. */
async function plain(headers, bytes) {
    if (headers["content-encoding"] !== "gzip")
        return bytes;
    const { gunzipSync } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8522, 19));
    return gunzipSync(bytes);
}

;// CONCATENATED MODULE: ./lib/github/api.js


const attempts = 3;
/** docs.github.com, "best practices for using the REST API": a second between requests that create or change something. */
const betweenWrites = 1000;
/** The same page: what to wait where a secondary limit does not say how long. */
const unsaidWait = 60;
/** A client for the token. */
function connect(token, connection = {}) {
    const { signal = new AbortController().signal, timeout = 30_000, baseUrl } = connection;
    let { patience = 120 } = connection;
    const host = { baseUrl: baseUrl || "https://api.github.com", token };
    let nextWrite = 0;
    async function send(call, { kind, answerOf }) {
        for (let attempt = 1;; attempt++) {
            if (signal.aborted)
                return stopped;
            const reply = await call(AbortSignal.any([signal, AbortSignal.timeout(timeout)]));
            const answer = answerOf(reply);
            if (answer.ok)
                return answer;
            if (signal.aborted)
                return stopped;
            const wait = secondsBefore(answer, reply.headers, kind, attempt);
            if (wait === undefined || wait > patience || attempt >= attempts)
                return answer;
            patience -= wait;
            await (0,promises_.setTimeout)(wait * 1000, undefined, { signal }).catch(() => { });
        }
    }
    return {
        get: (route, parameters = {}) => send((ended) => request(host, `GET ${route}`, parameters, ended), { kind: "read", answerOf: restAnswer }),
        query: (query) => send((ended) => graphql(host, query, ended), { kind: "read", answerOf: graphqlAnswer }),
        async write(route, parameters) {
            await (0,promises_.setTimeout)(Math.max(0, nextWrite - Date.now()), undefined, { signal }).catch(() => { });
            const call = (ended) => request(host, route, parameters, ended);
            const answer = await send(call, { kind: "write", answerOf: restAnswer });
            nextWrite = Date.now() + betweenWrites;
            return answer;
        },
    };
}
const stopped = { ok: false, status: 0, message: "the job is being cancelled", why: "stopped" };
function restAnswer({ status, headers, data }) {
    if (status >= 200 && status < 300)
        return { ok: true, data };
    const { message, errors } = spoken(data);
    if (status === 0)
        return { ok: false, status, message: message || "no answer", why: "unreachable" };
    const said = [message, ...(errors.length > 0 ? [errors.map((each) => JSON.stringify(each)).join(", ")] : [])];
    const whole = said.join(": ");
    return { ok: false, status, message: whole, why: reasonFor(status, whole, headers) };
}
/** What GraphQL could not do comes with status 200. */
function graphqlAnswer(reply) {
    const answer = restAnswer(reply);
    if (!answer.ok)
        return answer;
    const { errors } = spoken(reply.data);
    const { data } = Object(reply.data);
    if (errors.length === 0)
        return data ? { ok: true, data } : { ok: false, status: 0, message: "no answer", why: "unreachable" };
    const message = errors.map((each) => spoken(each).message).join("; ");
    return { ok: false, status: reply.status, message, why: graphqlReason(errors) };
}
/** What an answer says of a failure; where it is no JSON, its text. */
function spoken(data) {
    const { message = data, errors = [] } = Object(data);
    return { message: typeof message === "string" ? message : "", errors: Array.isArray(errors) ? errors : [] };
}
function graphqlReason(errors) {
    const types = new Set(errors.map((each) => Object(each).type));
    if (types.has("RATE_LIMITED"))
        return "limit";
    return types.has("FORBIDDEN") || types.has("NOT_FOUND") ? "permission" : "refused";
}
/** GitHub hides what one may not see behind a 404, and says 403 of limits too. */
function reasonFor(status, message, headers) {
    const isLimit = headers["retry-after"] !== undefined || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(message);
    if (status === 429 || (status === 403 && isLimit) || /submitted too quickly/.test(message))
        return "limit";
    if (status === 401)
        return "token";
    if (status === 403 || status === 404)
        return "permission";
    return status >= 500 ? "unreachable" : "refused";
}
/** Seconds to wait before the same request may be sent again; `undefined`: it may not. */
function secondsBefore({ why, status }, headers, kind, attempt) {
    if (why === "unreachable")
        return kind === "read" ? 0.5 * 2 ** (attempt - 1) : undefined;
    if (why !== "limit")
        return undefined;
    const asked = Number(headers["retry-after"]);
    if (asked >= 0)
        return asked;
    if (headers["x-ratelimit-remaining"] === "0")
        return Math.max(0, Number(headers["x-ratelimit-reset"]) - Math.floor(Date.now() / 1000)) + 1;
    // What came to nothing in part is for the caller to look at.
    return kind === "read" || status !== 422 ? unsaidWait : undefined;
}
/** What stands in the way, in one clause; `permission` is what the job would need. */
function reason({ why, message, status }, permission) {
    if (why === "permission")
        return `the token may not: add \`${permission}\` to the job's permissions`;
    if (why === "token")
        return "GitHub does not take the token: is `github-token` a token that is still valid?";
    if (why === "limit")
        return "GitHub's rate limit is reached: run the job again later";
    if (why === "unreachable")
        return `GitHub did not answer${status > 0 ? ` (${status})` : ""}: run the job again`;
    return why === "stopped" ? message : `GitHub refused it (${message})`;
}


/***/ }),

/***/ 8351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ changeOf),
/* harmony export */   t: () => (/* binding */ located)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _pod_patterns_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5127);
/* harmony import */ var _source_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6634);
/* harmony import */ var _source_files_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1554);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5298);
/* harmony import */ var _changed_files_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5181);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9607);







/** What the event makes to be judged: the change's manifests, or all of the checkout. */
async function changeOf(api, trigger, inputs, { gate, touched }, workspace) {
    if (trigger.scope.kind === "full")
        return checkout(trigger, inputs, workspace);
    if (inputs.shard)
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb("The input shard divides a review of the whole checkout, and this event has a change to review: leave it out here. schedule and workflow_dispatch review the whole.");
    if (!api)
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb("The input github-token is empty: the change's files are listed by GitHub's API. Leave the input out, and the job's own token is used.");
    try {
        return untouched(trigger, inputs, gate, touched) ?? (await listed(api, trigger, inputs, gate, workspace));
    }
    catch (error) {
        // A forced push: the commit before it is gone. All of the checkout is more than was asked for, and misses nothing.
        if (error instanceof _changed_files_js__WEBPACK_IMPORTED_MODULE_5__/* .Unlisted */ .DC && trigger.scope.kind === "range" && gate === "all")
            return checkout(trigger, inputs, workspace);
        throw error;
    }
}
/** The trigger with its pull request, where only its branch is known: the event of a run does not name a fork's. */
async function located(api, trigger) {
    const { scope, owner, repo, headSha } = trigger;
    if (scope.kind !== "run" || !api)
        return trigger;
    const parameters = { owner, repo, head: scope.branch, state: "open", per_page: 100 };
    const answer = await api.get("/repos/{owner}/{repo}/pulls", parameters);
    if (!answer.ok)
        throw new _changed_files_js__WEBPACK_IMPORTED_MODULE_5__/* .Unlisted */ .DC(`The pull request could not be looked up: ${(0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .reason */ .l)(answer, "pull-requests: read")}.`);
    const pull = answer.data.map(_event_js__WEBPACK_IMPORTED_MODULE_6__/* .pullIn */ .F).find((each) => each.headSha === headSha);
    if (pull)
        return { ...trigger, ...pull };
    throw new _changed_files_js__WEBPACK_IMPORTED_MODULE_5__/* .Unlisted */ .DC(`No open pull request has ${headSha.slice(0, 7)} as its head: it was closed, or a later push has a run of its own.`);
}
/** The empty change, where all paths are known and no manifest is among them. */
function untouched(trigger, { files }, gate, touched) {
    return touched === undefined || touched.some((file) => (0,_pod_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .selectsPath */ .Pl)(files, file))
        ? undefined
        : nothing(trigger, gate, false);
}
function nothing(trigger, gate, hasMoved) {
    return { trigger, files: [], sources: [], base: gate === "new" ? [] : null, problems: [], hasMoved };
}
async function listed(api, trigger, inputs, gate, workspace) {
    const listing = await (0,_changed_files_js__WEBPACK_IMPORTED_MODULE_5__/* .listChanges */ .Wd)(api, trigger, { patches: inputs.suggest });
    const touched = listing.files.filter(({ filename }) => (0,_pod_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .selectsPath */ .Pl)(inputs.files, filename));
    const files = touched.filter(({ status }) => status !== "removed");
    const { hasMoved } = listing;
    if (files.length === 0)
        return nothing(trigger, gate, hasMoved);
    const { headTexts } = await __nccwpck_require__.e(/* import() */ 7).then(__nccwpck_require__.bind(__nccwpck_require__, 8007));
    const texts = await headTexts(api, trigger, files, trigger.mayReadWorkspace ? workspace : undefined);
    const sources = [];
    const problems = [];
    for (const [file, text] of texts)
        if (typeof text === "string")
            sources.push({ file, text });
        else
            problems.push(unreadable(file, text.reason));
    const base = gate === "new" ? await baseTexts(api, trigger, listing, touched) : null;
    return { trigger, files, sources: sources.toSorted(byFile), base, problems, hasMoved };
}
/** The change's files as they were, with those that are gone: what only moved is nothing new. */
async function baseTexts(api, trigger, { mergeBase }, touched) {
    const names = touched
        .filter(({ status }) => status !== "added" && status !== "copied")
        .map(({ filename, previous_filename: previous }) => previous ?? filename);
    if (names.length === 0)
        return [];
    const commit = mergeBase ?? (await mergeBaseOf(api, trigger));
    const { fetchTexts } = await __nccwpck_require__.e(/* import() */ 7).then(__nccwpck_require__.bind(__nccwpck_require__, 8007));
    const texts = await fetchTexts(api, trigger, names.map((file) => ({ commit, file })));
    // What can't be read there can't excuse anything here.
    return names.flatMap((file, index) => {
        const text = texts[index];
        return typeof text === "string" ? [{ file, text }] : [];
    });
}
async function mergeBaseOf(api, trigger) {
    const answer = await (0,_changed_files_js__WEBPACK_IMPORTED_MODULE_5__/* .compare */ .UD)(api, trigger);
    if (!answer.ok)
        throw new _changed_files_js__WEBPACK_IMPORTED_MODULE_5__/* .Unlisted */ .DC(`The merge base could not be found: ${(0,_api_js__WEBPACK_IMPORTED_MODULE_4__/* .reason */ .l)(answer, "contents: read")}.`);
    return answer.data.merge_base_commit.sha;
}
async function checkout(trigger, inputs, workspace) {
    const isThere = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(workspace) && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(workspace).length > 0;
    if (!isThere)
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UsageError */ .eb("Everything is to be reviewed, and the workspace is empty: put actions/checkout before this step.");
    process.chdir(workspace);
    const { refused } = await __nccwpck_require__.e(/* import() */ 7).then(__nccwpck_require__.bind(__nccwpck_require__, 8007));
    const collected = await (0,_source_files_js__WEBPACK_IMPORTED_MODULE_3__/* .collect */ .Fo)(["."]);
    const problems = [...collected.problems];
    const sources = collected.sources.filter(({ file, text }) => {
        if (!(0,_pod_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .selectsPath */ .Pl)(inputs.files, file))
            return false;
        const defect = refused(text);
        if (defect)
            problems.push(unreadable(file, defect.reason));
        return !defect;
    });
    return { trigger, files: [], sources, base: null, problems, hasMoved: false };
}
function unreadable(file, why) {
    return { severity: "error", file, line: 1, message: `This file could not be read: ${why.replace(/\.?$/, ".")}` };
}
function byFile(a, b) {
    return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}


/***/ }),

/***/ 5181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DC: () => (/* binding */ Unlisted),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   Wd: () => (/* binding */ listChanges)
/* harmony export */ });
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5298);

/** What can't be listed or read whole is never taken for clean: the run can't be evaluated then. */
class Unlisted extends Error {
}
/** Most files that GitHub lists of a pull request, and of a comparison (docs.github.com, REST "pulls" and "commits"). */
const mostFiles = { pull: 3000, comparison: 300 };
/** Every file that the change touches; with their hunks where something may be written about them. */
async function listChanges(api, trigger, wants) {
    const { scope, headSha } = trigger;
    if (scope.kind !== "pull")
        return listRange(api, trigger);
    const files = await listPull(api, trigger, scope, wants);
    const listed = /[?&]ref=([0-9a-f]{40})$/.exec(files[0]?.contents_url ?? "")?.[1] ?? headSha;
    // GitHub lists the head as it is now; a run that was started again judges the one that it was started for.
    if (listed === headSha)
        return { files, mergeBase: undefined, hasMoved: false };
    return { ...(await listRange(api, trigger)), hasMoved: true };
}
async function listPull(api, { owner, repo }, { number, changedFiles = Number.NaN }, { patches }) {
    const files = [];
    // GitHub leaves patches out of longer pages (openjdk/skara#1302).
    const perPage = patches ? 50 : 100;
    for (let page = 1; files.length !== changedFiles && files.length < mostFiles.pull; page++) {
        const parameters = { owner, repo, pull_number: number, per_page: perPage, page };
        const answer = await api.get("/repos/{owner}/{repo}/pulls/{pull_number}/files", parameters);
        if (!answer.ok)
            throw new Unlisted(`The files of pull request ${number} could not be listed: ${(0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)(answer, "pull-requests: read")}.`);
        files.push(...answer.data);
        if (answer.data.length < perPage)
            break;
    }
    if (files.length < changedFiles || (Number.isNaN(changedFiles) && files.length >= mostFiles.pull))
        throw new Unlisted(`GitHub lists ${files.length} of the ${changedFiles || "more than 3,000"} changed files: a pull request can have at most ${mostFiles.pull}. Split it.`);
    return files;
}
async function listRange(api, trigger) {
    const { owner, repo, baseSha, headSha } = trigger;
    const answer = await compare(api, trigger);
    const since = /^[0-9a-f]{40}$/.test(baseSha) ? baseSha.slice(0, 7) : baseSha;
    if (!answer.ok) {
        const gone = `GitHub does not know both commits: ${since} is gone after a forced push, or the job lacks \`contents: read\``;
        const why = answer.status === 404 ? gone : (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)(answer, "contents: read");
        throw new Unlisted(`The changes since ${since} could not be listed: ${why}.`);
    }
    const { files = [], merge_base_commit: common } = answer.data;
    if (files.length < mostFiles.comparison)
        return { files, mergeBase: common.sha, hasMoved: false };
    const [before, after] = [await entries(common.sha), await entries(headSha)];
    const changed = [...after]
        .filter(([name, sha]) => before.get(name) !== sha)
        .map(([filename, sha]) => ({ filename, sha, status: before.has(filename) ? "modified" : "added" }));
    const removed = [...before]
        .filter(([name]) => !after.has(name))
        .map(([filename, sha]) => ({ filename, sha, status: "removed" }));
    return { files: [...changed, ...removed], mergeBase: common.sha, hasMoved: false };
    /** All files of a commit: what a comparison is too short for. */
    async function entries(commit) {
        const parameters = { owner, repo, tree_sha: commit, recursive: "1" };
        const listed = await api.get("/repos/{owner}/{repo}/git/trees/{tree_sha}", parameters);
        if (!listed.ok || listed.data.truncated)
            throw new Unlisted(`The files of ${commit.slice(0, 7)} could not be listed: ${listed.ok ? "there are more than GitHub lists" : (0,_api_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)(listed, "contents: read")}.`);
        return new Map(listed.data.tree.filter(({ type }) => type !== "tree").map(({ path, sha }) => [path, sha]));
    }
}
/** What lies between the base and the head, and the commit that they share. */
function compare(api, { owner, repo, baseSha, headSha }) {
    return api.get("/repos/{owner}/{repo}/compare/{basehead}", {
        owner,
        repo,
        basehead: `${baseSha}...${headSha}`,
        per_page: 1,
    });
}


/***/ }),

/***/ 931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  t: () => (/* binding */ configured)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/policy/policy.js
var policy = __nccwpck_require__(3506);
// EXTERNAL MODULE: ./lib/source/errors.js
var errors = __nccwpck_require__(6634);
// EXTERNAL MODULE: ./lib/source/files.js + 1 modules
var files = __nccwpck_require__(1554);
;// CONCATENATED MODULE: ./lib/source/repository.js




const configurationName = ".secctx.yaml";
const baselineName = ".secctx-baseline.json";
/** The folder of the repository that the working directory lies in; the working directory itself outside of one. */
function rootFolder() {
    const start = process.cwd();
    for (let folder = start;; folder = dirname(folder)) {
        if (existsSync(join(folder, ".git")))
            return folder;
        if (dirname(folder) === folder)
            return start;
    }
}
/** What leads from a folder to the working directory: `k8s/`, or nothing. */
function fromRoot(root) {
    const steps = relative(root, process.cwd()).split(sep).join("/");
    return steps === "" ? "" : `${steps}/`;
}
/** The configuration that holds in the working directory: the nearest one up to the root. */
function findConfiguration(root) {
    for (let folder = process.cwd();; folder = dirname(folder)) {
        const file = join(folder, configurationName);
        if (existsSync(file))
            return file;
        const misnamed = join(folder, ".secctx.yml");
        if (existsSync(misnamed))
            throw new UsageError(`${shown(misnamed)}: call it ${configurationName}: it is not read under this name.`);
        if (folder === root || dirname(folder) === folder)
            return undefined;
    }
}
/** A file of ours as text, called as the user sees it. What can't be read is no reason to go on without it. */
function readOwn(file) {
    try {
        const text = (0,files/* decode */.D4)((0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(file)));
        if (text === undefined)
            throw new errors/* UsageError */.eb(`${(0,files/* shown */.SP)(file)}: it is not UTF-8 text. Save it as UTF-8.`);
        return { file: (0,files/* shown */.SP)(file), text };
    }
    catch (error) {
        if (error instanceof errors/* UsageError */.eb)
            throw error;
        throw new errors/* UsageError */.eb(`${(0,files/* shown */.SP)(file)}: it could not be read: ${(0,errors/* reasonOf */.A3)(error)}.`);
    }
}

// EXTERNAL MODULE: ./lib/github/api.js + 1 modules
var github_api = __nccwpck_require__(5298);
;// CONCATENATED MODULE: ./lib/github/configuration.js






/**
 * The configuration and the baseline. Of a change that asks to be let in they are the base's, by GitHub's API and never from the checkout: it can't
 * switch its own gate off, nor accept its own findings. `config-ref: head` takes the change's own. Else they are those of the commit that is judged.
 */
async function configured(env, api, trigger) {
    const input = (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;
    const named = input("config");
    const ref = input("config-ref") ?? "base";
    if (ref !== "base" && ref !== "head")
        throw new errors/* UsageError */.eb(`The input config-ref is ${JSON.stringify(ref)}: use one of base, head.`);
    const path = named ?? configurationName;
    const revision = revisionFor(trigger, ref);
    const misnamed = ".secctx.yml";
    const names = [path, baselineName, misnamed];
    const isFull = trigger.scope.kind === "full";
    // Without a token no change is judged, and that is said where it is found.
    const found = isFull
        ? { files: inCheckout(env.GITHUB_WORKSPACE ?? ".", names), touched: undefined }
        : api && (await atRevision(api, trigger, revision, names));
    const [own, accepted, other] = found?.files ?? [];
    const where = isFull ? "the checkout" : `${revision.slice(0, 7)}, from which it is read`;
    if (found && !own && named)
        throw new errors/* UsageError */.eb(`The input config names ${JSON.stringify(named)}, and there is no such file in ${where}. A configuration that a pull request adds holds once it is merged.`);
    if (!own && other)
        throw new errors/* UsageError */.eb(`${misnamed}: call it ${configurationName}: it is not read under this name.`);
    const { configuration, baseline = policy/* defaultPolicy */.G4.baseline } = await written(own, accepted);
    const { rules: modes = {}, fix = {}, limits, ...settings } = configuration?.settings ?? {};
    const { namespaces, workloads, exemptions } = configuration?.policy ?? policy/* defaultPolicy */.G4;
    return {
        env: { ...env, ...asInputs(settings, input) },
        policy: {
            namespaces,
            workloads,
            exemptions,
            rules: modes,
            fix,
            limits: { ...policy/* defaultPolicy */.G4.limits, ...limits },
            baseline,
        },
        touched: found?.touched,
    };
}
/** What reads these files is loaded where there are any. */
async function written(own, accepted) {
    return own || accepted ? (await Promise.all(/* import() */[__nccwpck_require__.e(291), __nccwpck_require__.e(774)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6774))).readWritten(own, accepted) : {};
}
/** A pull request and a merge group ask to be let in; what is pushed is in. */
function revisionFor({ scope, gate, headSha, baseSha }, ref) {
    return scope.kind !== "full" && gate === "new" && ref === "base" ? baseSha : headSha;
}
function inCheckout(workspace, names) {
    return names.map((name) => {
        const file = (0,external_node_path_.join)(workspace, name);
        return (0,external_node_fs_.existsSync)(file) ? { ...readOwn(file), file: name } : undefined;
    });
}
/** In one query (GraphQL `Repository.object`, `Repository.pullRequest`). */
async function atRevision(api, { owner, repo, scope, headSha }, revision, names) {
    const fields = names.map((name, index) => `f${index}: object(expression: ${JSON.stringify(`${revision}:${name}`)}) { ... on Blob { text isTruncated } }`);
    const isSmall = scope.kind === "pull" && (scope.changedFiles ?? mostPaths) <= mostPaths;
    const pull = `pull: pullRequest(number: ${isSmall && scope.number}) { headRefOid files(first: ${mostPaths}) { totalCount nodes { path } } }`;
    const query = `query { repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(repo)}) { ${[...fields, ...(isSmall ? [pull] : [])].join(" ")} } }`;
    const answer = await api.query(query);
    if (!answer.ok)
        throw new errors/* UsageError */.eb(`The configuration could not be read: ${(0,github_api/* reason */.l)(answer, "contents: read")}.`);
    const files = names.map((file, index) => {
        const blob = answer.data.repository[`f${index}`];
        if (!blob)
            return undefined;
        if (typeof blob.text !== "string" || blob.isTruncated)
            throw new errors/* UsageError */.eb(`${file}: it could not be read at ${revision.slice(0, 7)}: it is no text file, or too large.`);
        return { file, text: blob.text };
    });
    return { files, touched: pathsOf(answer.data.repository.pull, headSha) };
}
/** Paths in one page of GitHub's answer. */
const mostPaths = 100;
/** All paths of a pull request whose head is still the one that is judged. */
function pathsOf(pull, headSha) {
    const { totalCount, nodes } = pull?.files ?? { totalCount: -1, nodes: [] };
    return pull?.headRefOid === headSha && nodes.length === totalCount ? nodes.map(({ path }) => path) : undefined;
}
/** The configuration's keys as the runner would hand over the inputs of these names; what the workflow gives stays. */
function asInputs(settings, input) {
    const entries = Object.entries(settings).flatMap(([key, value]) => {
        const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
        const text = Array.isArray(value) ? value.join("\n") : String(value);
        return input(name) === undefined ? [[`INPUT_${name.toUpperCase()}`, text]] : [];
    });
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 9145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  kR: () => (/* binding */ bodyLimit),
  vu: () => (/* binding */ conclusionOf),
  cK: () => (/* binding */ deliver),
  ov: () => (/* binding */ deliverFailure)
});

// EXTERNAL MODULE: ./lib/report/annotations.js
var annotations = __nccwpck_require__(1116);
// EXTERNAL MODULE: ./lib/report/markdown.js
var markdown = __nccwpck_require__(3021);
// EXTERNAL MODULE: ./lib/report/workflow-commands.js
var workflow_commands = __nccwpck_require__(1820);
// EXTERNAL MODULE: ./lib/github/api.js + 1 modules
var api = __nccwpck_require__(5298);
;// CONCATENATED MODULE: ./lib/github/check-run.js


/** GitHub takes 50 annotations a request and appends what later requests bring. */
const batchSize = 50;
const levelOf = { enforce: "failure", warn: "warning", audit: "notice" };
/** Creates the check run, completed at once so that no crash leaves it pending, then appends the annotations that did not fit. */
async function createCheckRun(api, run) {
    const { owner, repo, name, headSha, conclusion, title, summary, text, annotations, detailsUrl, externalId } = run;
    const output = (from) => ({
        title,
        summary,
        ...(text ? { text } : {}),
        annotations: annotations.slice(from, from + batchSize).map(annotationJson),
    });
    const post = () => api.write("POST /repos/{owner}/{repo}/check-runs", {
        owner,
        repo,
        name,
        head_sha: headSha,
        status: "completed",
        conclusion,
        external_id: externalId,
        ...(detailsUrl ? { details_url: detailsUrl } : {}),
        output: output(0),
    });
    const first = await post();
    const created = first.ok || first.why !== "unreachable" ? first : ((await made(api, run)) ?? (await post()));
    if (!created.ok)
        return created;
    const { id, html_url: url } = created.data;
    for (let from = batchSize; from < annotations.length; from += batchSize) {
        const parameters = { owner, repo, check_run_id: id, output: output(from) };
        const updated = await api.write("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", parameters);
        if (!updated.ok)
            return { ok: true, data: { url, annotated: from } };
    }
    return { ok: true, data: { url, annotated: annotations.length } };
}
/** The check run that GitHub made without saying so. */
async function made(api, { owner, repo, headSha, name, externalId }) {
    const parameters = { owner, repo, ref: headSha, check_name: name, per_page: 100 };
    const answer = await api.get("/repos/{owner}/{repo}/commits/{ref}/check-runs", parameters);
    const found = answer.ok ? answer.data.check_runs.find((each) => each.external_id === externalId) : undefined;
    return found && { ok: true, data: found };
}
/** An annotation as GitHub takes it (REST "Create a check run"): columns only within one line, 64 KB of message, 255 characters of title. */
function annotationJson({ file, mode, start, end, hasColumns, title, message }) {
    const columns = { start_column: start.column, end_column: Math.max(start.column, end.column - 1) };
    return {
        path: file,
        start_line: start.line,
        end_line: end.line,
        ...(hasColumns ? columns : {}),
        annotation_level: levelOf[mode],
        title,
        message: (0,annotations/* truncate */.x)(message, 15_000),
    };
}
/** Why there is no check run, and what to do about it. */
function whyNoCheckRun(failure) {
    const ofForks = failure.why === "permission" ? " (a pull request from a fork never has it)" : "";
    return `There is no check run: ${(0,api/* reason */.l)(failure, "checks: write")}${ofForks}. Findings go to workflow commands instead.`;
}

// EXTERNAL MODULE: ./lib/github/outputs.js + 1 modules
var outputs = __nccwpck_require__(7740);
// EXTERNAL MODULE: ./lib/github/suggestions/posted-before.js
var posted_before = __nccwpck_require__(3196);
;// CONCATENATED MODULE: ./lib/github/deliver.js






/** GitHub takes 65,535 characters of check run summary, and as many of text. */
const bodyLimit = 65_000;
/** Puts the result in front of people. Nothing here changes the verdict: a channel that is closed is replaced by the next, and said once. */
async function deliver(api, inputs, { trigger, result, patches, notes, posted }, env) {
    const { annotations: channel, maxAnnotations } = inputs;
    if (channel === "none")
        return { checkRunUrl: "", notes: [] };
    if (channel === "commands" || !api)
        return byCommands(result, maxAnnotations, []);
    const all = (0,annotations/* buildAnnotations */.P)(result.findings);
    // One path that GitHub does not take would cost all the others their annotations.
    const shown = all.filter(({ file }) => !/[\\\p{Cc}]/u.test(file)).slice(0, maxAnnotations);
    const cut = shown.length < all.length ? [`${shown.length} of ${all.length} annotations shown`] : [];
    const { owner, repo, headSha } = trigger;
    const answer = await createCheckRun(api, {
        owner,
        repo,
        headSha,
        name: inputs.checkName,
        conclusion: conclusionOf(result),
        title: [(0,markdown.summarizeVerdict)(result), ...cut.map((each) => ` (${each})`)].join(""),
        summary: (0,markdown.renderMarkdown)(result, bodyLimit, {
            link: lineLink(trigger, env),
            notes: [...notes, ...cut.map((each) => `${each}, the most serious first; all findings are listed below.`)],
        }),
        text: (0,markdown.renderPatches)(patches, bodyLimit - 5000) + (0,posted_before/* postedRecord */.h)(posted),
        annotations: shown,
        detailsUrl: runUrl(trigger, env),
        externalId: `secctx:${env.GITHUB_RUN_ID ?? ""}:${env.GITHUB_RUN_ATTEMPT ?? ""}:${env.GITHUB_JOB ?? ""}:${Date.now()}`,
    });
    if (!answer.ok)
        return byCommands(result, maxAnnotations, [whyNoCheckRun(answer)]);
    const { url, annotated } = answer.data;
    if (annotated === shown.length)
        return { checkRunUrl: url, notes: [] };
    return { checkRunUrl: url, notes: said([`GitHub took ${annotated} of ${shown.length} annotations.`]) };
}
/** Says on the commit that nothing could be evaluated: an absent check would look like one that is still to come. */
async function deliverFailure(api, { owner, repo, headSha }, inputs, message, env) {
    if (!api || inputs.annotations === "none" || inputs.annotations === "commands")
        return;
    await createCheckRun(api, {
        owner,
        repo,
        headSha,
        name: inputs.checkName,
        conclusion: "failure",
        title: "Could not evaluate",
        summary: message,
        text: "",
        annotations: [],
        detailsUrl: runUrl({ owner, repo }, env),
        externalId: `secctx:${env.GITHUB_RUN_ID ?? ""}:${env.GITHUB_RUN_ATTEMPT ?? ""}`,
    });
}
function byCommands(result, most, notes) {
    said(notes);
    process.stdout.write((0,workflow_commands.renderWorkflowCommands)(result, most));
    return { checkRunUrl: "", notes };
}
function said(notes) {
    for (const note of notes)
        (0,outputs/* log */.Rm)(note);
    return notes;
}
/** What required checks and the output `conclusion` see. */
function conclusionOf({ verdict, findings }) {
    if (verdict !== "pass")
        return "failure";
    return findings.some(({ ignored }) => !ignored) ? "neutral" : "success";
}
function lineLink({ owner, repo, headSha }, env) {
    const server = env.GITHUB_SERVER_URL ?? "https://github.com";
    return (file, line) => `${server}/${owner}/${repo}/blob/${headSha}/${file.split("/").map(encoded).join("/")}#L${line}`;
}
/** A step of a path, for an address between parentheses. */
function encoded(step) {
    return encodeURIComponent(step).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
function runUrl({ owner, repo }, { GITHUB_SERVER_URL: server, GITHUB_RUN_ID: id }) {
    return server && id ? `${server}/${owner}/${repo}/actions/runs/${id}` : undefined;
}


/***/ }),

/***/ 1987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ nothingFound),
/* harmony export */   q: () => (/* binding */ isNothing)
/* harmony export */ });
/**
 * Whether a change brings nothing to review: no manifest, and none that could not be read. What is judged as a whole is reviewed also when it is empty, and
 * an exemption may have expired, whatever changes.
 */
function isNothing({ sources, base, problems }, { isWhole, exemptions }) {
    return !isWhole && [...sources, ...(base ?? []), ...problems, ...exemptions].length === 0;
}
/** What a review of nothing comes to, for whoever has not loaded what reviews. */
function nothingFound(policy) {
    return {
        policy,
        verdict: "pass",
        findings: [],
        workloads: [],
        problems: [],
        files: 0,
        addedIgnores: [],
        shard: null,
    };
}


/***/ }),

/***/ 9607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ pullIn),
/* harmony export */   v: () => (/* binding */ readTrigger)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _source_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6634);


const events = {
    pull_request: ofPull,
    pull_request_target: (payload) => ({ ...ofPull(payload), mayReadWorkspace: false }),
    workflow_run: (payload) => {
        const run = object(payload, "workflow_run");
        if (run.event !== "pull_request" && run.event !== "pull_request_target")
            throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`The workflow that has run was started by ${JSON.stringify(run.event)}: secctx serves workflow_run after pull_request only.`);
        // The repository of a fork may be gone.
        const repository = run.head_repository ?? payload.repository;
        const owner = text(object(object({ repository }, "repository"), "owner"), "login");
        const branch = `${owner}:${text(run, "head_branch")}`;
        const headSha = text(run, "head_sha");
        return { headSha, baseSha: headSha, scope: { kind: "run", branch }, gate: "new", mayReadWorkspace: false };
    },
    merge_group: (payload) => {
        const group = object(payload, "merge_group");
        return {
            headSha: text(group, "head_sha"),
            baseSha: text(group, "base_sha"),
            scope: { kind: "range" },
            gate: "new",
        };
    },
    push: (payload, sha) => {
        const before = text(payload, "before");
        if (!/^0+$/.test(before))
            return { headSha: sha, baseSha: before, scope: { kind: "range" }, gate: "all" };
        const { default_branch: branch } = object(payload, "repository");
        // A new branch brings what the default branch does not have; that one's own first push brings everything.
        const isOther = typeof branch === "string" && payload.ref !== `refs/heads/${branch}`;
        if (isOther)
            return { headSha: sha, baseSha: branch, scope: { kind: "range" }, gate: "all" };
        return everything(payload, sha);
    },
    schedule: everything,
    workflow_dispatch: everything,
};
/** What the runner says of the event. Throws a UsageError for one that is not served, or whose payload lacks what it must have. */
function readTrigger(env) {
    const name = env.GITHUB_EVENT_NAME ?? "";
    const event = Object.hasOwn(events, name) ? events[name] : undefined;
    if (!event)
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`secctx does not serve the event ${JSON.stringify(name)}: use one of ${Object.keys(events).join(", ")}.`);
    const [, owner, repo] = /^([^/]+)\/([^/]+)$/.exec(env.GITHUB_REPOSITORY ?? "") ?? [];
    if (!owner || !repo)
        throw missing("GITHUB_REPOSITORY");
    if (!env.GITHUB_SHA)
        throw missing("GITHUB_SHA");
    return { owner, repo, mayReadWorkspace: true, ...event(payloadAt(env.GITHUB_EVENT_PATH ?? ""), env.GITHUB_SHA) };
}
function payloadAt(path) {
    let payload;
    try {
        payload = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, "utf8"));
    }
    catch {
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb("The event's payload (GITHUB_EVENT_PATH) could not be read as JSON: is this the runner's own file?");
    }
    if (typeof payload === "object" && payload !== null)
        return payload;
    throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb("The event's payload (GITHUB_EVENT_PATH) is not a JSON object: is this the runner's own file?");
}
function ofPull(payload) {
    return { ...pullIn(object(payload, "pull_request")), gate: "new" };
}
/** A pull request as payloads and the API have it. */
function pullIn(request) {
    const { number, draft, changed_files: changedFiles, comments, review_comments: reviewComments } = request;
    if (typeof number !== "number")
        throw missing("pull_request.number");
    return {
        headSha: text(object(request, "head"), "sha"),
        baseSha: text(object(request, "base"), "sha"),
        scope: {
            kind: "pull",
            number,
            changedFiles: typeof changedFiles === "number" ? changedFiles : undefined,
            isDraft: draft === true,
            hasComments: comments !== 0 || reviewComments !== 0,
        },
    };
}
function everything(_, sha) {
    return { headSha: sha, baseSha: sha, scope: { kind: "full" }, gate: "all" };
}
function object(payload, field) {
    const value = payload[field];
    if (typeof value !== "object" || value === null)
        throw missing(field);
    return value;
}
function text(payload, field) {
    const value = payload[field];
    if (typeof value !== "string" || value === "")
        throw missing(field);
    return value;
}
function missing(field) {
    return new _source_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb(`The event has no ${field}: is its payload (GITHUB_EVENT_PATH) what the runner wrote?`);
}


/***/ }),

/***/ 6174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInputs)
/* harmony export */ });
/* harmony import */ var _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7471);
/* harmony import */ var _pod_patterns_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5127);
/* harmony import */ var _policy_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3506);
/* harmony import */ var _source_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6634);
/* harmony import */ var _source_shard_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6901);





/** Reads the inputs as the runner hands them over: `INPUT_<NAME>`, hyphens kept. Throws a UsageError with the allowed values. */
function readInputs(env) {
    const input = (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;
    const oneOf = (name, allowed, fallback) => choice(name, input(name) ?? fallback, allowed);
    const version = input("kubernetes-version") ?? _policy_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultPolicy */ .G4.kubernetesVersion.name;
    const kubernetesVersion = (0,_pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(version);
    if (!kubernetesVersion)
        throw wrong("kubernetes-version", version, "latest, or a release such as 1.34");
    const gate = input("gate");
    const share = input("shard");
    const shard = share === undefined ? undefined : (0,_source_shard_js__WEBPACK_IMPORTED_MODULE_4__/* .shardFrom */ .Du)(share);
    if (share !== undefined && !shard)
        throw wrong("shard", share, _source_shard_js__WEBPACK_IMPORTED_MODULE_4__/* .shardForm */ .Dv);
    return {
        files: patterns("files", input("files")) ?? ["**/*.yaml", "**/*.yml", "**/*.json"],
        policy: {
            ..._policy_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultPolicy */ .G4,
            enforce: oneOf("enforce", _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .levels */ .yr, _policy_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultPolicy */ .G4.enforce),
            warn: oneOf("warn", _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .levels */ .yr, _policy_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultPolicy */ .G4.warn),
            audit: oneOf("audit", _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .levels */ .yr, _policy_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultPolicy */ .G4.audit),
            kubernetesVersion,
        },
        gate: gate === undefined ? undefined : choice("gate", gate, ["new", "all"]),
        annotations: oneOf("annotations", ["auto", "check-run", "commands", "none"], "auto"),
        maxAnnotations: count("max-annotations", input("max-annotations"), 200),
        checkName: input("check-name") ?? "secctx",
        suggest: oneOf("suggest", ["true", "false"], "false") === "true",
        maxSuggestions: count("max-suggestions", input("max-suggestions"), 20),
        images: oneOf("images", ["true", "false"], "false") === "true",
        jsonFile: input("json-file"),
        sarifFile: input("sarif-file"),
        htmlFile: input("html-file"),
        shard,
        token: input("github-token") ?? env.GITHUB_TOKEN,
    };
}
function choice(name, value, allowed) {
    const found = allowed.find((each) => each === value);
    if (found === undefined)
        throw wrong(name, value, `one of ${allowed.join(", ")}`);
    return found;
}
function count(name, value, fallback) {
    if (value === undefined)
        return fallback;
    if (!/^\d{1,4}$/.test(value))
        throw wrong(name, value, "a whole number from 0 to 9999");
    return Number(value);
}
/** The patterns of an input, one a line. */
function patterns(name, value) {
    const lines = value?.split("\n").map((line) => line.trim());
    const found = lines?.filter((line) => line !== "");
    for (const pattern of found ?? []) {
        const defect = (0,_pod_patterns_js__WEBPACK_IMPORTED_MODULE_1__/* .findPatternDefect */ .zV)(pattern);
        if (defect)
            throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb(`The input ${name} has the pattern ${JSON.stringify(pattern)}, which ${defect}.`);
    }
    return found;
}
function wrong(name, value, allowed) {
    return new _source_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .eb(`The input ${name} is ${JSON.stringify(value)}: use ${allowed}.`);
}


/***/ }),

/***/ 7740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $t: () => (/* binding */ filesOutput),
  Rm: () => (/* binding */ log),
  H0: () => (/* binding */ logFindings),
  mf: () => (/* binding */ summaryLimit),
  Kn: () => (/* binding */ writeOutputs),
  u5: () => (/* binding */ writeReport),
  Sy: () => (/* binding */ writeSummary)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/report/workflow-commands.js
var workflow_commands = __nccwpck_require__(1820);
// EXTERNAL MODULE: ./lib/source/errors.js
var errors = __nccwpck_require__(6634);
;// CONCATENATED MODULE: ./lib/source/write.js


/**
 * Writes a file so that a crash leaves what was there, or the new text, never a part. Links are followed; mode and owner of what is there are kept; a
 * pipe, a device and a link to nothing get the text as it is. The disk is not waited for, as git does not: that would take a minute for thousands of
 * files. Throws the system's error.
 */
async function writeWhole(file, parts, stop) {
    const before = (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false });
    const isLinkToNothing = !before && (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false });
    if (before?.isFile())
        await replace((0,external_node_fs_.realpathSync)(file), parts, before, stop);
    else if (before || isLinkToNothing)
        await writeInto(file, parts, stop);
    else
        await replace(file, parts, undefined, stop);
}
/** Puts a text in the place of a file that is no link, by way of another file beside it. */
async function replace(target, parts, before, stop) {
    // Not the process's id alone: in a container it is the same every time, and a run that was killed may have left its own.
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(target), `.secctx-${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`);
    const handle = (0,external_node_fs_.openSync)(temporary, "wx", before?.mode ?? 0o666);
    try {
        try {
            await writeAll(handle, parts, stop);
            // Only root can hand a file over, and only root's files would change hands.
            if (before && process.getuid?.() === 0)
                (0,external_node_fs_.fchownSync)(handle, before.uid, before.gid);
        }
        finally {
            (0,external_node_fs_.closeSync)(handle);
        }
        if (before)
            (0,external_node_fs_.chmodSync)(temporary, before.mode);
        (0,external_node_fs_.renameSync)(temporary, target);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        throw error;
    }
}
async function writeInto(file, parts, stop) {
    const handle = (0,external_node_fs_.openSync)(file, "w");
    try {
        await writeAll(handle, parts, stop);
    }
    finally {
        (0,external_node_fs_.closeSync)(handle);
    }
}
async function writeAll(handle, parts, stop) {
    // What is there already is written at once: nothing can come in between.
    if (Symbol.iterator in parts) {
        for (const part of parts)
            (0,external_node_fs_.writeFileSync)(handle, part);
        return;
    }
    for await (const part of parts) {
        stop?.throwIfAborted();
        (0,external_node_fs_.writeFileSync)(handle, part);
        await signals();
    }
}
/**
 * Does a piece of work that writes: SIGINT and SIGTERM are told to it, and end the run behind it as they always do (130 and 143 to a shell), so that no
 * temporary file is left. Before and behind it they end the run at once.
 */
async function uninterrupted(work) {
    const stop = new AbortController();
    let pending;
    const wait = (signal) => {
        pending = signal;
        stop.abort();
    };
    for (const signal of ending)
        process.on(signal, wait);
    try {
        return await work(stop.signal);
    }
    finally {
        // What came meanwhile is told now.
        await signals();
        for (const signal of ending)
            process.off(signal, wait);
        if (pending)
            process.kill(process.pid, pending);
    }
}
/** Signals are heard between two tasks. */
function signals() {
    return new Promise((resolve) => void setImmediate(resolve));
}
const ending = (/* unused pure expression or super */ null && (["SIGINT", "SIGTERM"]));

;// CONCATENATED MODULE: ./lib/github/outputs.js





/** One line for the job's log; no text in it becomes a command. */
function log(line) {
    process.stdout.write(`${(0,workflow_commands.escapeLogLine)(line)}\n`);
}
/** GitHub takes 1 MiB of summary a step; this leaves room for what is added. */
const summaryLimit = 900_000;
/** Adds to the job summary, where the runner keeps one. */
function writeSummary(env, markdown) {
    append("job summary", env.GITHUB_STEP_SUMMARY, markdown);
}
/** That the runner's files can't be written is said, and changes no verdict. */
function append(what, path, content) {
    try {
        if (path)
            (0,external_node_fs_.appendFileSync)(path, content);
    }
    catch (error) {
        log(`The ${what} could not be written: ${(0,errors/* reasonOf */.A3)(error)}.`);
    }
}
/** The outputs of action.yml, in the runner's file format: a delimiter that no value holds. */
function writeOutputs(env, outputs) {
    const values = Object.values(outputs).join("\n");
    let delimiter = "end";
    while (values.includes(delimiter))
        delimiter += `-${delimiter.length}`;
    const entries = Object.entries(outputs).map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
    append("outputs", env.GITHUB_OUTPUT, entries.join(""));
}
/** Writes a report where the workflow wants it, seen from the workspace, and makes the folders that lead there. */
async function writeReport(env, input, path, parts) {
    const target = (0,external_node_path_.resolve)(env.GITHUB_WORKSPACE ?? ".", path);
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
        await writeWhole(target, parts);
    }
    catch (error) {
        throw new errors/* UsageError */.eb(`The input ${input} is ${JSON.stringify(path)}, which can't be written: ${(0,errors/* reasonOf */.A3)(error)}.`);
    }
}
/** GitHub takes 1 MB of outputs from a job, counted in UTF-16. */
const filesLimit = 400_000;
/** File names as JSON. What GitHub would not take is left out, and said. */
function filesOutput(files) {
    let size = 2;
    const listed = files.filter((file) => {
        size += JSON.stringify(file).length + 1;
        return size <= filesLimit;
    });
    if (listed.length < files.length)
        log(`The output files names ${listed.length} of ${files.length} files: GitHub takes no more.`);
    return JSON.stringify(listed);
}
/** Findings for whoever reads the log, folded. */
function logFindings({ findings }) {
    const open = findings.filter(({ ignored }) => !ignored);
    if (open.length === 0)
        return;
    process.stdout.write(`::group::${open.length} findings\n`);
    for (const { location, mode, rule, message } of open)
        log(`${location.file}:${location.start.line}:${location.start.column} ${mode} ${rule.id}: ${message}`);
    process.stdout.write("::endgroup::\n");
}


/***/ }),

/***/ 3196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ postedBefore),
/* harmony export */   h: () => (/* binding */ postedRecord)
/* harmony export */ });
/**
 * What earlier runs on this very head have posted, as they wrote it into their check runs. A comment of these that is gone was deleted by hand, and does not
 * come back before the head changes.
 */
async function postedBefore(api, { owner, repo, headSha }, checkName) {
    const parameters = { owner, repo, ref: headSha, check_name: checkName, per_page: 100 };
    const answer = await api.get("/repos/{owner}/{repo}/commits/{ref}/check-runs", parameters);
    if (!answer.ok)
        return [];
    return answer.data.check_runs.flatMap(({ output }) => {
        const [, list = ""] = /<!-- secctx:v1 posted=([0-9a-f.,]+) -->\s*$/.exec(output?.text ?? "") ?? [];
        return list.split(",").filter(Boolean);
    });
}
/** The record of what was posted, for the text of the check run. */
function postedRecord(posted) {
    return posted.length === 0 ? "" : `<!-- secctx:v1 posted=${[...new Set(posted)].join(",")} -->\n`;
}


/***/ }),

/***/ 7471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cn: () => (/* binding */ largestId),
/* harmony export */   ht: () => (/* binding */ describeUnknownRelease),
/* harmony export */   nI: () => (/* binding */ modes),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   qD: () => (/* binding */ latestVersion),
/* harmony export */   yr: () => (/* binding */ levels)
/* harmony export */ });
/* unused harmony export newestMinor */
/** What has to be known of Kubernetes to read options, inputs and configurations: nothing else is loaded with it. */
/** Weakest first. The first three are the Pod Security Standards'. */
const levels = ["privileged", "baseline", "restricted", "hardened"];
/** Strictest first, as in Pod Security Admission. */
const modes = ["enforce", "warn", "audit"];
/** The newest release whose rules are known here: the newest revision of any control in pod-security-admission. */
const newestMinor = 37;
const latestVersion = { name: "latest", minor: newestMinor };
/** Reads `latest`, `1.N` or `v1.N`; `undefined` for anything else. A release that is newer than known is judged as the newest known. */
function parseVersion(text) {
    if (text === "latest")
        return latestVersion;
    const minor = /^v?1\.(0|[1-9]\d{0,3})$/.exec(text)?.[1];
    return minor === undefined ? undefined : { name: `v1.${minor}`, minor: Math.min(Number(minor), newestMinor) };
}
/** The note on a release that is newer than every one known here; `undefined` for others. */
function describeUnknownRelease({ name }) {
    if (name === "latest" || Number(name.slice("v1.".length)) <= newestMinor)
        return undefined;
    return `Kubernetes ${name} is newer than this version of secctx knows: it is judged as v1.${newestMinor}.`;
}
/** The largest user or group id that the API server accepts; the smallest is 0 (apimachinery pkg/util/validation, IsValidUserID). */
const largestId = 2147483647;


/***/ }),

/***/ 5127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  zV: () => (/* binding */ findPatternDefect),
  MT: () => (/* binding */ matchesPattern),
  Pl: () => (/* binding */ selectsPath)
});

;// CONCATENATED MODULE: ./node_modules/balanced-match/dist/esm/index.js
const balanced = (a, b, str) => {
    const ma = a instanceof RegExp ? maybeMatch(a, str) : a;
    const mb = b instanceof RegExp ? maybeMatch(b, str) : b;
    const r = ma !== null && mb != null && range(ma, mb, str);
    return (r && {
        start: r[0],
        end: r[1],
        pre: str.slice(0, r[0]),
        body: str.slice(r[0] + ma.length, r[1]),
        post: str.slice(r[1] + mb.length),
    });
};
const maybeMatch = (reg, str) => {
    const m = str.match(reg);
    return m ? m[0] : null;
};
const range = (a, b, str) => {
    let begs, beg, left, right = undefined, result;
    let ai = str.indexOf(a);
    let bi = str.indexOf(b, ai + 1);
    let i = ai;
    if (ai >= 0 && bi > 0) {
        if (a === b) {
            return [ai, bi];
        }
        begs = [];
        left = str.length;
        while (i >= 0 && !result) {
            if (i === ai) {
                begs.push(i);
                ai = str.indexOf(a, i + 1);
            }
            else if (begs.length === 1) {
                const r = begs.pop();
                if (r !== undefined)
                    result = [r, bi];
            }
            else {
                beg = begs.pop();
                if (beg !== undefined && beg < left) {
                    left = beg;
                    right = bi;
                }
                bi = str.indexOf(b, i + 1);
            }
            i = ai < bi && ai >= 0 ? ai : bi;
        }
        if (begs.length && right !== undefined) {
            result = [left, right];
        }
    }
    return result;
};
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/brace-expansion/dist/esm/index.js

const escSlash = '\0SLASH' + Math.random().toFixed(16) + '\0';
const escOpen = '\0OPEN' + Math.random().toFixed(16) + '\0';
const escClose = '\0CLOSE' + Math.random().toFixed(16) + '\0';
const escComma = '\0COMMA' + Math.random().toFixed(16) + '\0';
const escPeriod = '\0PERIOD' + Math.random().toFixed(16) + '\0';
const escSlashPattern = new RegExp(escSlash, 'g');
const escOpenPattern = new RegExp(escOpen, 'g');
const escClosePattern = new RegExp(escClose, 'g');
const escCommaPattern = new RegExp(escComma, 'g');
const escPeriodPattern = new RegExp(escPeriod, 'g');
const slashPattern = /\\\\/g;
const openPattern = /\\{/g;
const closePattern = /\\}/g;
const commaPattern = /\\,/g;
const periodPattern = /\\\./g;
const EXPANSION_MAX = 100_000;
// `EXPANSION_MAX` caps the *number* of expansions, but not their length. An
// input like `'{a,b}'.repeat(1500)` stays under that count - its output is
// truncated to 100k results - while making every result ~1500 characters
// long. The result set, and the intermediate arrays built while combining
// brace sets, then grow large enough to exhaust memory and crash the process
// (CVE-2026-14257). `EXPANSION_MAX_LENGTH` bounds the total number of
// characters the accumulator may hold at any point, so memory stays flat no
// matter how many brace groups are chained. The limit sits well above any
// realistic expansion (100k results hitting `EXPANSION_MAX` measure ~1M
// characters) so legitimate input is unaffected.
const EXPANSION_MAX_LENGTH = 4_000_000;
// `expand_` recurses once per level of brace *nesting* - both when expanding a
// set's comma members and when re-wrapping a set whose body is a single part.
// The CVE-2026-14257 fix made the *tail* iterative (recursion on `m.post`, one
// level per chained group), which left nesting depth unbounded: about 3,100
// levels of `{{{...a,b...}}}` - only ~6KB of input - exhausted the native stack
// and crashed the process. `EXPANSION_MAX_DEPTH` bounds how deep the parser
// will follow nesting. It sits far above any realistic pattern and well below
// the depth at which the stack runs out.
const EXPANSION_MAX_DEPTH = 1_000;
// Bash keeps a quirk where a brace group followed by a comma set still expands
// (`{a},b}`). The parser implements it by rewriting the string and restarting
// the scan, absorbing one `}` per pass. `n` trailing braces therefore cost `n`
// full passes over a string that itself grows by one `escClose` sentinel each
// time - quadratic in `n`, with a ~26x constant from the sentinel's length.
// 128KB of `'{a}' + '}'.repeat(n) + ',z}'` blocked the event loop for 27
// seconds to produce two results. `EXPANSION_MAX_REWRITES` bounds how many
// times the scan may restart. Real `{a},b}` input needs a handful.
const EXPANSION_MAX_REWRITES = 1_000;
// `EXPANSION_MAX_STEPS` bounds the work one `expand` call does, which `max`,
// `maxLength` and `maxDepth` don't: nested sets are rescanned at every level
// and chained groups each rebuild up to `max` results, so 2KB of input could
// block the event loop for over 30 seconds. Each character scanned, result
// built and sequence value generated is a step, and each `expand_` call costs
// `CALL_STEPS` more. Past the budget, the set being expanded and everything
// after it stay literal. A glob needs a few hundred steps, and nesting all the
// way to `EXPANSION_MAX_DEPTH` about 4M.
const EXPANSION_MAX_STEPS = 20_000_000;
// What one `expand_` call costs on top of what it scans and builds. Setting
// one up takes about as long as scanning 16 characters, and a set whose
// results are wrapped to be expanded again makes one call per result, each
// scanning and building next to nothing: 64KB of
// `('{{' + ','.repeat(316) + '}{' + ','.repeat(316) + '}}').repeat(n)` made
// 4M such calls, which spent the budget three times as slowly as anything
// else.
const CALL_STEPS = 16;
function numeric(str) {
    return !isNaN(str) ? parseInt(str, 10) : str.charCodeAt(0);
}
function escapeBraces(str) {
    return str
        .replace(slashPattern, escSlash)
        .replace(openPattern, escOpen)
        .replace(closePattern, escClose)
        .replace(commaPattern, escComma)
        .replace(periodPattern, escPeriod);
}
function unescapeBraces(str) {
    return str
        .replace(escSlashPattern, '\\')
        .replace(escOpenPattern, '{')
        .replace(escClosePattern, '}')
        .replace(escCommaPattern, ',')
        .replace(escPeriodPattern, '.');
}
// Like `target.push(...items)` but doesn't overflow the stack
function pushAll(target, items) {
    for (let i = 0; i < items.length; i++) {
        target.push(items[i]);
    }
}
// `balanced`, run on `masked` (see `maskUnmatchedOpens`), sliced from `str`
// and charged for the characters it walks: up to the group's `}`, or the
// whole string when there is no match or unmatched `{` come first, which
// `unmatched` then flags for masking. Once a call overdraws the budget, it
// and every later one return undefined, so the rest stays literal.
function balancedWithBudget(str, masked, budget) {
    if (budget.remaining < 0) {
        return undefined;
    }
    const r = range('{', '}', masked);
    const unmatched = r !== undefined && masked.indexOf('{') < r[0];
    budget.remaining -= r && !unmatched ? r[1] + 1 : str.length;
    if (!r || budget.remaining < 0) {
        return undefined;
    }
    return {
        end: r[1],
        pre: str.slice(0, r[0]),
        body: str.slice(r[0] + 1, r[1]),
        post: str.slice(r[1] + 1),
        unmatched,
    };
}
// `masked` with every `{` that has no matching `}` swapped for a `\0`, which
// keeps the length, so a scan of it still lines up with the string it was
// made from. Such a `{` is literal either way, but `balanced` only learns that
// one is unmatched by reading to the end of the string, so with one at the
// head of every group (`'{a,{b,c}'.repeat(n)`) each scan read the rest of the
// input. That was quadratic, and once the step budget charged for it, it ran
// out partway through and left the rest literal. A scan of the masked copy
// stops at the group's `}`. It is one pass, charged as such.
function maskUnmatchedOpens(masked, budget) {
    budget.remaining -= masked.length;
    const open = [];
    for (let i = 0; i < masked.length; i++) {
        const c = masked.charCodeAt(i);
        if (c === 0x7b) {
            open.push(i);
        }
        else if (c === 0x7d && open.length) {
            open.pop();
        }
    }
    let out = '';
    let last = 0;
    for (let i = 0; i < open.length; i++) {
        const at = open[i];
        out += masked.slice(last, at) + '\0';
        last = at + 1;
    }
    return out + masked.slice(last);
}
// Whether `str` has a `,` not followed by another `,`, with a `}` after it on
// the same line - what `/,(?!,).*\}/.test(str)` asks, answered in one pass from
// the end. The regex tries every `,` and backtracks through the rest of its
// line from each, which is quadratic, and the `{a},b}` rewrite asks again on
// every pass. Like a scan, it is charged for the whole string and refused if
// that overdraws the budget.
function commaSetFollows(str, budget) {
    budget.remaining -= str.length;
    if (budget.remaining < 0) {
        return false;
    }
    // Whether a `}` follows the current position before the line ends
    let close = false;
    for (let i = str.length - 1; i >= 0; i--) {
        const c = str.charCodeAt(i);
        if (c === 0x7d) {
            close = true;
        }
        else if (c === 0x0a || c === 0x0d || c === 0x2028 || c === 0x2029) {
            // A line terminator, which `.` does not match
            close = false;
        }
        else if (c === 0x2c && close && str.charCodeAt(i + 1) !== 0x2c) {
            return true;
        }
    }
    return false;
}
/**
 * Basically just str.split(","), but handling cases
 * where we have nested braced sections, which should be
 * treated as individual members, like {a,{b,c},d}
 *
 * Returns `undefined` if the step budget runs out before the whole set is
 * split, since splitting what is left on every comma would tear apart the
 * nested sets it still holds.
 */
function parseCommaParts(str, budget) {
    const parts = [];
    // Walk the brace groups iteratively. Recursing on `post` once per group let a
    // chain of them exhaust the stack - the parsing-side counterpart to
    // the `expand_` overflow fixed for CVE-2026-14257, and not something `max` or
    // `maxLength` can bound, since it happens before expansion.
    //
    // The part the next chunk continues
    let carry = '';
    for (;;) {
        // A set's body holds no unmatched `{`, so there is nothing to mask.
        const m = balancedWithBudget(str, str, budget);
        if (budget.remaining < 0) {
            return undefined;
        }
        if (!m) {
            const tail = str.split(',');
            tail[0] = carry + tail[0];
            pushAll(parts, tail);
            return parts;
        }
        const { pre, body, post } = m;
        const p = pre.split(',');
        p[0] = carry + p[0];
        p[p.length - 1] += '{' + body + '}';
        if (!post.length) {
            pushAll(parts, p);
            return parts;
        }
        carry = p.pop();
        pushAll(parts, p);
        str = post;
    }
}
// An option that is left out, or that is NaN, gets its default. Every
// comparison against NaN is false, so a NaN bound would never be reached:
// `{ maxSteps: NaN }` let 15KB of input block the event loop for 16 seconds,
// and `{ maxDepth: NaN }` overflowed the stack again (CVE-2026-102278). Pass
// `Infinity` to lift a bound.
function bound(value, fallback) {
    return value === undefined || isNaN(value) ? fallback : value;
}
function expand(str, options = {}) {
    if (!str) {
        return [];
    }
    const max = bound(options.max, EXPANSION_MAX);
    const maxLength = bound(options.maxLength, EXPANSION_MAX_LENGTH);
    const maxDepth = bound(options.maxDepth, EXPANSION_MAX_DEPTH);
    const maxRewrites = bound(options.maxRewrites, EXPANSION_MAX_REWRITES);
    const maxSteps = bound(options.maxSteps, EXPANSION_MAX_STEPS);
    // I don't know why Bash 4.3 does this, but it does.
    // Anything starting with {} will have the first two bytes preserved
    // but *only* at the top level, so {},a}b will not expand to anything,
    // but a{},b}c will be expanded to [a}c,abc].
    // One could argue that this is a bug in Bash, but since the goal of
    // this module is to match Bash's rules, we escape a leading {}
    if (str.slice(0, 2) === '{}') {
        str = '\\{\\}' + str.slice(2);
    }
    return expand_(escapeBraces(str), max, maxLength, maxDepth, 0, maxRewrites, { remaining: maxSteps }, true).map(unescapeBraces);
}
function embrace(str) {
    return '{' + str + '}';
}
function isPadded(el) {
    return /^-?0\d/.test(el);
}
function lte(i, y) {
    return i <= y;
}
function gte(i, y) {
    return i >= y;
}
// Build `{ acc[a] + pre + values[v] }` for every combination, capping the
// number of results at `max` and the total number of characters at `maxLength`.
// This is the one place output grows, so bounding it here keeps the single
// accumulator - and therefore memory - flat regardless of how many brace groups
// are combined (CVE-2026-14257). Each result built is a step, since `max` and
// `maxLength` bound one combination, not how many brace groups are combined.
function combine(acc, pre, values, max, maxLength, dropEmpties, budget) {
    const out = [];
    let length = 0;
    // Bash drops empty results at the top level, and they don't count against
    // `max`, so `max` bounds the number of *kept* results. Only an empty
    // `acc[a] + pre` can make one, so for those the empty values are skipped
    // without being visited. Visiting them one at a time let a set of empties
    // cost `acc.length * values.length` while keeping nothing.
    let nonEmpty;
    outer: for (let a = 0; a < acc.length; a++) {
        const prefix = acc[a] + pre;
        let vs = values;
        if (dropEmpties && !prefix) {
            if (!nonEmpty)
                nonEmpty = values.filter(v => v);
            vs = nonEmpty;
        }
        for (let v = 0; v < vs.length; v++) {
            if (out.length >= max)
                break outer;
            const expansion = prefix + vs[v];
            if (length + expansion.length > maxLength)
                break outer;
            out.push(expansion);
            length += expansion.length;
        }
    }
    budget.remaining -= out.length;
    return out;
}
// The expansion values of a single numeric (`1..5`) or alphabetic (`a..e..2`)
// sequence body, or `undefined` if the step budget runs out generating them.
function expandSequence(body, isAlphaSequence, max, maxLength, budget) {
    const n = body.split(/\.\./);
    const N = [];
    // A sequence body always splits into two or three parts, but the compiler
    // can't know that.
    /* c8 ignore start */
    if (n[0] === undefined || n[1] === undefined) {
        return N;
    }
    /* c8 ignore stop */
    const x = numeric(n[0]);
    const y = numeric(n[1]);
    const width = Math.max(n[0].length, n[1].length);
    let incr = n.length === 3 && n[2] !== undefined ?
        Math.max(Math.abs(numeric(n[2])), 1)
        : 1;
    let test = lte;
    const reverse = y < x;
    if (reverse) {
        incr *= -1;
        test = gte;
    }
    const pad = n.some(isPadded);
    // A padded value is built a character at a time to `width`, which the input
    // sets, so it costs one step per character: 64KB of
    // `('{' + '0'.repeat(100) + '..99999}').repeat(n)` took 7 seconds charged
    // one step per value.
    const cost = pad ? width : 1;
    let length = 0;
    for (let i = x; test(i, y) && N.length < max; i += incr) {
        // Each value is a step. `max` and `maxLength` bound one sequence, but a
        // chain of them still generated up to `max` values each, however few
        // combining could keep.
        budget.remaining -= cost;
        if (budget.remaining < 0) {
            return undefined;
        }
        let c;
        if (isAlphaSequence) {
            c = String.fromCharCode(i);
            if (c === '\\') {
                c = '';
            }
        }
        else {
            c = String(i);
            if (pad) {
                const need = width - c.length;
                if (need > 0) {
                    const z = new Array(need + 1).join('0');
                    if (i < 0) {
                        c = '-' + z + c.slice(1);
                    }
                    else {
                        c = z + c;
                    }
                }
            }
        }
        if (length + c.length > maxLength)
            break;
        N.push(c);
        length += c.length;
    }
    return N;
}
function expand_(str, max, maxLength, maxDepth, depth, maxRewrites, budget, isTop) {
    // An overdraft here makes the first scan refuse, so `str` stays literal.
    budget.remaining -= CALL_STEPS;
    // Too deeply nested to keep following: treat the rest as literal, the same
    // way a group that cannot expand is already handled. Truncating rather than
    // throwing keeps `expand` total, matching `max` and `maxLength`.
    if (depth > maxDepth) {
        return [str];
    }
    // Consume the string's top-level brace groups left to right, threading a
    // running set of combined prefixes (`acc`). Expanding the tail iteratively -
    // rather than recursing on `m.post` once per group - keeps the native stack
    // depth constant, so deeply chained input (`'{a,b}'.repeat(3000)`) can no
    // longer overflow the stack, and leaves a single accumulator whose size
    // `maxLength` bounds directly (CVE-2026-14257).
    let acc = [''];
    // Bash drops empty results, but only when the *first* top-level group is a
    // comma set - a sequence like `{a..\}` may legitimately yield ''. The drop
    // is on the final strings, so it is applied to whichever `combine` produces
    // them (the one with no brace set left in the tail).
    // How many times the `{a},b}` rewrite below has restarted the scan. Each pass
    // re-reads the whole string, so leaving this unbounded is quadratic.
    let rewrites = 0;
    let dropEmpties = false;
    let firstGroup = true;
    // `str` with its unmatched `{` masked, once a scan has run into them
    let masked = str;
    for (;;) {
        const m = balancedWithBudget(str, masked, budget);
        // No brace set left, or no step budget left to look for one: the rest of
        // the string is literal.
        if (!m) {
            return combine(acc, str, [''], max, maxLength, dropEmpties, budget);
        }
        if (m.unmatched) {
            masked = maskUnmatchedOpens(masked, budget);
        }
        // no need to expand pre, since it is guaranteed to be free of brace-sets
        const pre = m.pre;
        // This set and the rest of the string, literal: for a set that cannot
        // expand, and for one the step budget runs out on. Once it is overdrawn,
        // every set still being expanded, at every level, stays literal like this -
        // otherwise each level above would go on combining, and wrapping and
        // expanding again, results the budget was too small for.
        const literal = () => combine(acc, pre + '{' + m.body + '}' + m.post, [''], max, maxLength, dropEmpties, budget);
        if (/\$$/.test(pre)) {
            acc = combine(acc, pre + '{' + m.body + '}', [''], max, maxLength, dropEmpties && !m.post.length, budget);
            firstGroup = false;
            if (!m.post.length)
                break;
            str = m.post;
            masked = masked.slice(m.end + 1);
            continue;
        }
        const isNumericSequence = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body);
        const isAlphaSequence = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body);
        const isSequence = isNumericSequence || isAlphaSequence;
        const isOptions = m.body.indexOf(',') >= 0;
        if (!isSequence && !isOptions) {
            // {a},b}
            if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
                rewrites++;
                str = m.pre + '{' + m.body + escClose + m.post;
                // Taking a `}` away never gives an unmatched `{` a partner, so what
                // is masked stays unmatched. The `{` it closed can be left without
                // one, and the next scan masks it.
                masked =
                    masked.slice(0, m.end) + escClose + masked.slice(m.end + 1);
                isTop = true;
                continue;
            }
            // Nothing here expands, so the whole remaining string is literal.
            return literal();
        }
        if (firstGroup) {
            dropEmpties = isTop && !isSequence;
            firstGroup = false;
        }
        let values;
        if (isSequence) {
            values = expandSequence(m.body, isAlphaSequence, max, maxLength, budget);
            if (!values) {
                return literal();
            }
        }
        else {
            let n = parseCommaParts(m.body, budget);
            // The step budget ran out partway through the set.
            if (!n) {
                return literal();
            }
            if (n.length === 1 && n[0] !== undefined) {
                // x{{a,b}}y ==> x{a}y x{b}y
                n = expand_(n[0], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false).map(embrace);
                // The step budget ran out expanding the set's only part.
                if (budget.remaining < 0) {
                    return literal();
                }
                //XXX is this necessary? Can't seem to hit it in tests.
                /* c8 ignore start */
                if (n.length === 1) {
                    const next = combine(acc, pre + n[0], [''], max, maxLength, dropEmpties && !m.post.length, budget);
                    if (budget.remaining < 0) {
                        return literal();
                    }
                    acc = next;
                    if (!m.post.length)
                        break;
                    str = m.post;
                    masked = masked.slice(m.end + 1);
                    continue;
                }
                /* c8 ignore stop */
            }
            // Values that `combine` is going to drop as empty produce no result, so
            // they must not count against `max` - otherwise `{a,,b}` with `max: 2`
            // would stop at `['a', '']` and yield one result instead of two. Skipping
            // them outright keeps `values` bounded while leaving `max` a bound on
            // *kept* results.
            let dropsEmpties = dropEmpties && !m.post.length && !pre;
            for (let d = 0; dropsEmpties && d < acc.length; d++) {
                if (acc[d]) {
                    dropsEmpties = false;
                }
            }
            values = [];
            let valuesLength = 0;
            outer: for (let j = 0; j < n.length; j++) {
                const expanded = expand_(n[j], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false);
                // The step budget ran out expanding a member.
                if (budget.remaining < 0) {
                    return literal();
                }
                for (let k = 0; k < expanded.length; k++) {
                    const v = expanded[k];
                    if (dropsEmpties && !v)
                        continue;
                    if (values.length >= max ||
                        valuesLength + v.length > maxLength) {
                        break outer;
                    }
                    values.push(v);
                    valuesLength += v.length;
                }
            }
        }
        const next = combine(acc, pre, values, max, maxLength, dropEmpties && !m.post.length, budget);
        // The step budget ran out combining the set's values in.
        if (budget.remaining < 0) {
            return literal();
        }
        acc = next;
        if (!m.post.length)
            break;
        str = m.post;
        masked = masked.slice(m.end + 1);
    }
    return acc;
}
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/minimatch/dist/esm/assert-valid-pattern.js
const MAX_PATTERN_LENGTH = 1024 * 64;
const assertValidPattern = (pattern) => {
    if (typeof pattern !== 'string') {
        throw new TypeError('invalid pattern');
    }
    if (pattern.length > MAX_PATTERN_LENGTH) {
        throw new TypeError('pattern is too long');
    }
};
//# sourceMappingURL=assert-valid-pattern.js.map
;// CONCATENATED MODULE: ./node_modules/minimatch/dist/esm/brace-expressions.js
// translate the various posix character classes into unicode properties
// this works across all unicode locales
// { <posix class>: [<translation>, /u flag required, negated]
const posixClasses = {
    '[:alnum:]': ['\\p{L}\\p{Nl}\\p{Nd}', true],
    '[:alpha:]': ['\\p{L}\\p{Nl}', true],
    '[:ascii:]': ['\\x' + '00-\\x' + '7f', false],
    '[:blank:]': ['\\p{Zs}\\t', true],
    '[:cntrl:]': ['\\p{Cc}', true],
    '[:digit:]': ['\\p{Nd}', true],
    '[:graph:]': ['\\p{Z}\\p{C}', true, true],
    '[:lower:]': ['\\p{Ll}', true],
    '[:print:]': ['\\p{C}', true],
    '[:punct:]': ['\\p{P}', true],
    '[:space:]': ['\\p{Z}\\t\\r\\n\\v\\f', true],
    '[:upper:]': ['\\p{Lu}', true],
    '[:word:]': ['\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}', true],
    '[:xdigit:]': ['A-Fa-f0-9', false],
};
// only need to escape a few things inside of brace expressions
// escapes: [ \ ] -
const braceEscape = (s) => s.replace(/[[\]\\-]/g, '\\$&');
// escape all regexp magic characters
const regexpEscape = (s) => s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, '\\$&');
// everything has already been escaped, we just have to join
const rangesToString = (ranges) => ranges.join('');
// takes a glob string at a posix brace expression, and returns
// an equivalent regular expression source, and boolean indicating
// whether the /u flag needs to be applied, and the number of chars
// consumed to parse the character class.
// This also removes out of order ranges, and returns ($.) if the
// entire class just no good.
const parseClass = (glob, position) => {
    const pos = position;
    /* c8 ignore start */
    if (glob.charAt(pos) !== '[') {
        throw new Error('not in a brace expression');
    }
    /* c8 ignore stop */
    const ranges = [];
    const negs = [];
    let i = pos + 1;
    let sawStart = false;
    let uflag = false;
    let escaping = false;
    let negate = false;
    let endPos = pos;
    let rangeStart = '';
    WHILE: while (i < glob.length) {
        const c = glob.charAt(i);
        if ((c === '!' || c === '^') && i === pos + 1) {
            negate = true;
            i++;
            continue;
        }
        if (c === ']' && sawStart && !escaping) {
            endPos = i + 1;
            break;
        }
        sawStart = true;
        if (c === '\\') {
            if (!escaping) {
                escaping = true;
                i++;
                continue;
            }
            // escaped \ char, fall through and treat like normal char
        }
        if (c === '[' && !escaping) {
            // either a posix class, a collation equivalent, or just a [
            for (const [cls, [unip, u, neg]] of Object.entries(posixClasses)) {
                if (glob.startsWith(cls, i)) {
                    // invalid, [a-[] is fine, but not [a-[:alpha]]
                    if (rangeStart) {
                        return ['$.', false, glob.length - pos, true];
                    }
                    i += cls.length;
                    if (neg)
                        negs.push(unip);
                    else
                        ranges.push(unip);
                    uflag = uflag || u;
                    continue WHILE;
                }
            }
        }
        // now it's just a normal character, effectively
        escaping = false;
        if (rangeStart) {
            // throw this range away if it's not valid, but others
            // can still match.
            if (c > rangeStart) {
                ranges.push(braceEscape(rangeStart) + '-' + braceEscape(c));
            }
            else if (c === rangeStart) {
                ranges.push(braceEscape(c));
            }
            rangeStart = '';
            i++;
            continue;
        }
        // now might be the start of a range.
        // can be either c-d or c-] or c<more...>] or c] at this point
        if (glob.startsWith('-]', i + 1)) {
            ranges.push(braceEscape(c + '-'));
            i += 2;
            continue;
        }
        if (glob.startsWith('-', i + 1)) {
            rangeStart = c;
            i += 2;
            continue;
        }
        // not the start of a range, just a single character
        ranges.push(braceEscape(c));
        i++;
    }
    if (endPos < i) {
        // didn't see the end of the class, not a valid class,
        // but might still be valid as a literal match.
        return ['', false, 0, false];
    }
    // if we got no ranges and no negates, then we have a range that
    // cannot possibly match anything, and that poisons the whole glob
    if (!ranges.length && !negs.length) {
        return ['$.', false, glob.length - pos, true];
    }
    // if we got one positive range, and it's a single character, then that's
    // not actually a magic pattern, it's just that one literal character.
    // we should not treat that as "magic", we should just return the literal
    // character. [_] is a perfectly valid way to escape glob magic chars.
    if (negs.length === 0 &&
        ranges.length === 1 &&
        /^\\?.$/.test(ranges[0]) &&
        !negate) {
        const r = ranges[0].length === 2 ? ranges[0].slice(-1) : ranges[0];
        return [regexpEscape(r), false, endPos - pos, false];
    }
    const sranges = '[' + (negate ? '^' : '') + rangesToString(ranges) + ']';
    const snegs = '[' + (negate ? '' : '^') + rangesToString(negs) + ']';
    const comb = ranges.length && negs.length ? '(' + sranges + '|' + snegs + ')'
        : ranges.length ? sranges
            : snegs;
    return [comb, uflag, endPos - pos, true];
};
//# sourceMappingURL=brace-expressions.js.map
;// CONCATENATED MODULE: ./node_modules/minimatch/dist/esm/unescape.js
/**
 * Un-escape a string that has been escaped with {@link escape}.
 *
 * If the {@link MinimatchOptions.windowsPathsNoEscape} option is used, then
 * square-bracket escapes are removed, but not backslash escapes.
 *
 * For example, it will turn the string `'[*]'` into `*`, but it will not
 * turn `'\\*'` into `'*'`, because `\` is a path separator in
 * `windowsPathsNoEscape` mode.
 *
 * When `windowsPathsNoEscape` is not set, then both square-bracket escapes and
 * backslash escapes are removed.
 *
 * Slashes (and backslashes in `windowsPathsNoEscape` mode) cannot be escaped
 * or unescaped.
 *
 * When `magicalBraces` is not set, escapes of braces (`{` and `}`) will not be
 * unescaped.
 */
const unescape_unescape = (s, { windowsPathsNoEscape = false, magicalBraces = true, } = {}) => {
    if (magicalBraces) {
        return windowsPathsNoEscape ?
            s.replace(/\[([^/\\])\]/g, '$1')
            : s
                .replace(/((?!\\).|^)\[([^/\\])\]/g, '$1$2')
                .replace(/\\([^/])/g, '$1');
    }
    return windowsPathsNoEscape ?
        s.replace(/\[([^/\\{}])\]/g, '$1')
        : s
            .replace(/((?!\\).|^)\[([^/\\{}])\]/g, '$1$2')
            .replace(/\\([^/{}])/g, '$1');
};
//# sourceMappingURL=unescape.js.map
;// CONCATENATED MODULE: ./node_modules/minimatch/dist/esm/ast.js
// parse a single path portion
var _a;


const types = new Set(['!', '?', '+', '*', '@']);
const isExtglobType = (c) => types.has(c);
const isExtglobAST = (c) => isExtglobType(c.type);
// Map of which extglob types can adopt the children of a nested extglob
//
// anything but ! can adopt a matching type:
// +(a|+(b|c)|d) => +(a|b|c|d)
// *(a|*(b|c)|d) => *(a|b|c|d)
// @(a|@(b|c)|d) => @(a|b|c|d)
// ?(a|?(b|c)|d) => ?(a|b|c|d)
//
// * can adopt anything, because 0 or repetition is allowed
// *(a|?(b|c)|d) => *(a|b|c|d)
// *(a|+(b|c)|d) => *(a|b|c|d)
// *(a|@(b|c)|d) => *(a|b|c|d)
//
// + can adopt @, because 1 or repetition is allowed
// +(a|@(b|c)|d) => +(a|b|c|d)
//
// + and @ CANNOT adopt *, because 0 would be allowed
// +(a|*(b|c)|d) => would match "", on *(b|c)
// @(a|*(b|c)|d) => would match "", on *(b|c)
//
// + and @ CANNOT adopt ?, because 0 would be allowed
// +(a|?(b|c)|d) => would match "", on ?(b|c)
// @(a|?(b|c)|d) => would match "", on ?(b|c)
//
// ? can adopt @, because 0 or 1 is allowed
// ?(a|@(b|c)|d) => ?(a|b|c|d)
//
// ? and @ CANNOT adopt * or +, because >1 would be allowed
// ?(a|*(b|c)|d) => would match bbb on *(b|c)
// @(a|*(b|c)|d) => would match bbb on *(b|c)
// ?(a|+(b|c)|d) => would match bbb on +(b|c)
// @(a|+(b|c)|d) => would match bbb on +(b|c)
//
// ! CANNOT adopt ! (nothing else can either)
// !(a|!(b|c)|d) => !(a|b|c|d) would fail to match on b (not not b|c)
//
// ! can adopt @
// !(a|@(b|c)|d) => !(a|b|c|d)
//
// ! CANNOT adopt *
// !(a|*(b|c)|d) => !(a|b|c|d) would match on bbb, not allowed
//
// ! CANNOT adopt +
// !(a|+(b|c)|d) => !(a|b|c|d) would match on bbb, not allowed
//
// ! CANNOT adopt ?
// x!(a|?(b|c)|d) => x!(a|b|c|d) would fail to match "x"
const adoptionMap = new Map([
    ['!', ['@']],
    ['?', ['?', '@']],
    ['@', ['@']],
    ['*', ['*', '+', '?', '@']],
    ['+', ['+', '@']],
]);
// nested extglobs that can be adopted in, but with the addition of
// a blank '' element.
const adoptionWithSpaceMap = new Map([
    ['!', ['?']],
    ['@', ['?']],
    ['+', ['?', '*']],
]);
// union of the previous two maps
const adoptionAnyMap = new Map([
    ['!', ['?', '@']],
    ['?', ['?', '@']],
    ['@', ['?', '@']],
    ['*', ['*', '+', '?', '@']],
    ['+', ['+', '@', '?', '*']],
]);
// Extglobs that can take over their parent if they are the only child
// the key is parent, value maps child to resulting extglob parent type
// '@' is omitted because it's a special case. An `@` extglob with a single
// member can always be usurped by that subpattern.
const usurpMap = new Map([
    ['!', new Map([['!', '@']])],
    [
        '?',
        new Map([
            ['*', '*'],
            ['+', '*'],
        ]),
    ],
    [
        '@',
        new Map([
            ['!', '!'],
            ['?', '?'],
            ['@', '@'],
            ['*', '*'],
            ['+', '+'],
        ]),
    ],
    [
        '+',
        new Map([
            ['?', '*'],
            ['*', '*'],
        ]),
    ],
]);
// Patterns that get prepended to bind to the start of either the
// entire string, or just a single path portion, to prevent dots
// and/or traversal patterns, when needed.
// Exts don't need the ^ or / bit, because the root binds that already.
const startNoTraversal = '(?!(?:^|/)\\.\\.?(?:$|/))';
const startNoDot = '(?!\\.)';
// characters that indicate a start of pattern needs the "no dots" bit,
// because a dot *might* be matched. ( is not in the list, because in
// the case of a child extglob, it will handle the prevention itself.
const addPatternStart = new Set(['[', '.']);
// cases where traversal is A-OK, no dot prevention needed
const justDots = new Set(['..', '.']);
const reSpecials = new Set('().*{}+?[]^$\\!');
const regExpEscape = (s) => s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, '\\$&');
// any single thing other than /
const qmark = '[^/]';
// * => any number of characters
const star = qmark + '*?';
// use + when we need to ensure that *something* matches, because the * is
// the only thing in the path portion.
const starNoEmpty = qmark + '+?';
// remove the \ chars that we added if we end up doing a nonmagic compare
// const deslash = (s: string) => s.replace(/\\(.)/g, '$1')
let ID = 0;
class AST {
    type;
    #root;
    #hasMagic;
    #uflag = false;
    #parts = [];
    #parent;
    #parentIndex;
    #negs;
    #filledNegs = false;
    #options;
    #toString;
    // set to true if it's an extglob with no children
    // (which really means one child of '')
    #emptyExt = false;
    id = ++ID;
    get depth() {
        return (this.#parent?.depth ?? -1) + 1;
    }
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return {
            '@@type': 'AST',
            id: this.id,
            type: this.type,
            root: this.#root.id,
            parent: this.#parent?.id,
            depth: this.depth,
            partsLength: this.#parts.length,
            parts: this.#parts,
        };
    }
    constructor(type, parent, options = {}) {
        this.type = type;
        // extglobs are inherently magical
        if (type)
            this.#hasMagic = true;
        this.#parent = parent;
        this.#root = this.#parent ? this.#parent.#root : this;
        this.#options = this.#root === this ? options : this.#root.#options;
        this.#negs = this.#root === this ? [] : this.#root.#negs;
        if (type === '!' && !this.#root.#filledNegs)
            this.#negs.push(this);
        this.#parentIndex = this.#parent ? this.#parent.#parts.length : 0;
    }
    get hasMagic() {
        /* c8 ignore start */
        if (this.#hasMagic !== undefined)
            return this.#hasMagic;
        /* c8 ignore stop */
        for (const p of this.#parts) {
            if (typeof p === 'string')
                continue;
            if (p.type || p.hasMagic)
                return (this.#hasMagic = true);
        }
        // note: will be undefined until we generate the regexp src and find out
        return this.#hasMagic;
    }
    // reconstructs the pattern
    toString() {
        return (this.#toString !== undefined ? this.#toString
            : !this.type ?
                (this.#toString = this.#parts.map(p => String(p)).join(''))
                : (this.#toString =
                    this.type +
                        '(' +
                        this.#parts.map(p => String(p)).join('|') +
                        ')'));
    }
    #fillNegs() {
        /* c8 ignore start */
        if (this !== this.#root)
            throw new Error('should only call on root');
        if (this.#filledNegs)
            return this;
        /* c8 ignore stop */
        // call toString() once to fill this out
        this.toString();
        this.#filledNegs = true;
        let n;
        while ((n = this.#negs.pop())) {
            if (n.type !== '!')
                continue;
            // walk up the tree, appending everthing that comes AFTER parentIndex
            let p = n;
            let pp = p.#parent;
            while (pp) {
                for (let i = p.#parentIndex + 1; !pp.type && i < pp.#parts.length; i++) {
                    for (const part of n.#parts) {
                        /* c8 ignore start */
                        if (typeof part === 'string') {
                            throw new Error('string part in extglob AST??');
                        }
                        /* c8 ignore stop */
                        part.copyIn(pp.#parts[i]);
                    }
                }
                p = pp;
                pp = p.#parent;
            }
        }
        return this;
    }
    push(...parts) {
        for (const p of parts) {
            if (p === '')
                continue;
            /* c8 ignore start */
            if (typeof p !== 'string' &&
                !(p instanceof _a && p.#parent === this)) {
                throw new Error('invalid part: ' + p);
            }
            /* c8 ignore stop */
            this.#parts.push(p);
        }
    }
    toJSON() {
        const ret = this.type === null ?
            this.#parts
                .slice()
                .map(p => (typeof p === 'string' ? p : p.toJSON()))
            : [this.type, ...this.#parts.map(p => p.toJSON())];
        if (this.isStart() && !this.type)
            ret.unshift([]);
        if (this.isEnd() &&
            (this === this.#root ||
                (this.#root.#filledNegs && this.#parent?.type === '!'))) {
            ret.push({});
        }
        return ret;
    }
    isStart() {
        if (this.#root === this)
            return true;
        // if (this.type) return !!this.#parent?.isStart()
        if (!this.#parent?.isStart())
            return false;
        if (this.#parentIndex === 0)
            return true;
        // if everything AHEAD of this is a negation, then it's still the "start"
        const p = this.#parent;
        for (let i = 0; i < this.#parentIndex; i++) {
            const pp = p.#parts[i];
            if (!(pp instanceof _a && pp.type === '!')) {
                return false;
            }
        }
        return true;
    }
    isEnd() {
        if (this.#root === this)
            return true;
        if (this.#parent?.type === '!')
            return true;
        if (!this.#parent?.isEnd())
            return false;
        if (!this.type)
            return this.#parent?.isEnd();
        // if not root, it'll always have a parent
        /* c8 ignore start */
        const pl = this.#parent ? this.#parent.#parts.length : 0;
        /* c8 ignore stop */
        return this.#parentIndex === pl - 1;
    }
    copyIn(part) {
        if (typeof part === 'string')
            this.push(part);
        else
            this.push(part.clone(this));
    }
    clone(parent) {
        const c = new _a(this.type, parent);
        for (const p of this.#parts) {
            c.copyIn(p);
        }
        return c;
    }
    static #parseAST(str, ast, pos, opt, extDepth) {
        const maxDepth = opt.maxExtglobRecursion ?? 2;
        let escaping = false;
        let inBrace = false;
        let braceStart = -1;
        let braceNeg = false;
        if (ast.type === null) {
            // outside of a extglob, append until we find a start
            let i = pos;
            let acc = '';
            while (i < str.length) {
                const c = str.charAt(i++);
                // still accumulate escapes at this point, but we do ignore
                // starts that are escaped
                if (escaping || c === '\\') {
                    escaping = !escaping;
                    acc += c;
                    continue;
                }
                if (inBrace) {
                    if (i === braceStart + 1) {
                        if (c === '^' || c === '!') {
                            braceNeg = true;
                        }
                    }
                    else if (c === ']' && !(i === braceStart + 2 && braceNeg)) {
                        inBrace = false;
                    }
                    acc += c;
                    continue;
                }
                else if (c === '[') {
                    inBrace = true;
                    braceStart = i;
                    braceNeg = false;
                    acc += c;
                    continue;
                }
                // we don't have to check for adoption here, because that's
                // done at the other recursion point.
                const doRecurse = !opt.noext &&
                    isExtglobType(c) &&
                    str.charAt(i) === '(' &&
                    extDepth <= maxDepth;
                if (doRecurse) {
                    ast.push(acc);
                    acc = '';
                    const ext = new _a(c, ast);
                    i = _a.#parseAST(str, ext, i, opt, extDepth + 1);
                    ast.push(ext);
                    continue;
                }
                acc += c;
            }
            ast.push(acc);
            return i;
        }
        // some kind of extglob, pos is at the (
        // find the next | or )
        let i = pos + 1;
        let part = new _a(null, ast);
        const parts = [];
        let acc = '';
        while (i < str.length) {
            const c = str.charAt(i++);
            // still accumulate escapes at this point, but we do ignore
            // starts that are escaped
            if (escaping || c === '\\') {
                escaping = !escaping;
                acc += c;
                continue;
            }
            if (inBrace) {
                if (i === braceStart + 1) {
                    if (c === '^' || c === '!') {
                        braceNeg = true;
                    }
                }
                else if (c === ']' && !(i === braceStart + 2 && braceNeg)) {
                    inBrace = false;
                }
                acc += c;
                continue;
            }
            else if (c === '[') {
                inBrace = true;
                braceStart = i;
                braceNeg = false;
                acc += c;
                continue;
            }
            const doRecurse = !opt.noext &&
                isExtglobType(c) &&
                str.charAt(i) === '(' &&
                /* c8 ignore start - the maxDepth is sufficient here */
                (extDepth <= maxDepth || (ast && ast.#canAdoptType(c)));
            /* c8 ignore stop */
            if (doRecurse) {
                const depthAdd = ast && ast.#canAdoptType(c) ? 0 : 1;
                part.push(acc);
                acc = '';
                const ext = new _a(c, part);
                part.push(ext);
                i = _a.#parseAST(str, ext, i, opt, extDepth + depthAdd);
                continue;
            }
            if (c === '|') {
                part.push(acc);
                acc = '';
                parts.push(part);
                part = new _a(null, ast);
                continue;
            }
            if (c === ')') {
                if (acc === '' && ast.#parts.length === 0) {
                    ast.#emptyExt = true;
                }
                part.push(acc);
                acc = '';
                ast.push(...parts, part);
                return i;
            }
            acc += c;
        }
        // unfinished extglob
        // if we got here, it was a malformed extglob! not an extglob, but
        // maybe something else in there.
        ast.type = null;
        ast.#hasMagic = undefined;
        ast.#parts = [str.substring(pos - 1)];
        return i;
    }
    #canAdoptWithSpace(child) {
        return this.#canAdopt(child, adoptionWithSpaceMap);
    }
    #canAdopt(child, map = adoptionMap) {
        if (!child ||
            typeof child !== 'object' ||
            child.type !== null ||
            child.#parts.length !== 1 ||
            this.type === null) {
            return false;
        }
        const gc = child.#parts[0];
        if (!gc || typeof gc !== 'object' || gc.type === null) {
            return false;
        }
        return this.#canAdoptType(gc.type, map);
    }
    #canAdoptType(c, map = adoptionAnyMap) {
        return !!map.get(this.type)?.includes(c);
    }
    #adoptWithSpace(child, index) {
        const gc = child.#parts[0];
        const blank = new _a(null, gc, this.options);
        blank.#parts.push('');
        gc.push(blank);
        this.#adopt(child, index);
    }
    #adopt(child, index) {
        const gc = child.#parts[0];
        this.#parts.splice(index, 1, ...gc.#parts);
        for (const p of gc.#parts) {
            if (typeof p === 'object')
                p.#parent = this;
        }
        this.#toString = undefined;
    }
    #canUsurpType(c) {
        const m = usurpMap.get(this.type);
        return !!m?.has(c);
    }
    #canUsurp(child) {
        if (!child ||
            typeof child !== 'object' ||
            child.type !== null ||
            child.#parts.length !== 1 ||
            this.type === null ||
            this.#parts.length !== 1) {
            return false;
        }
        const gc = child.#parts[0];
        if (!gc || typeof gc !== 'object' || gc.type === null) {
            return false;
        }
        return this.#canUsurpType(gc.type);
    }
    #usurp(child) {
        const m = usurpMap.get(this.type);
        const gc = child.#parts[0];
        const nt = m?.get(gc.type);
        /* c8 ignore start - impossible */
        if (!nt)
            return false;
        /* c8 ignore stop */
        this.#parts = gc.#parts;
        for (const p of this.#parts) {
            if (typeof p === 'object') {
                p.#parent = this;
            }
        }
        this.type = nt;
        this.#toString = undefined;
        this.#emptyExt = false;
    }
    static fromGlob(pattern, options = {}) {
        const ast = new _a(null, undefined, options);
        _a.#parseAST(pattern, ast, 0, options, 0);
        return ast;
    }
    // returns the regular expression if there's magic, or the unescaped
    // string if not.
    toMMPattern() {
        // should only be called on root
        /* c8 ignore start */
        if (this !== this.#root)
            return this.#root.toMMPattern();
        /* c8 ignore stop */
        const glob = this.toString();
        const [re, body, hasMagic, uflag] = this.toRegExpSource();
        // if we're in nocase mode, and not nocaseMagicOnly, then we do
        // still need a regular expression if we have to case-insensitively
        // match capital/lowercase characters.
        const anyMagic = hasMagic ||
            this.#hasMagic ||
            (this.#options.nocase &&
                !this.#options.nocaseMagicOnly &&
                glob.toUpperCase() !== glob.toLowerCase());
        if (!anyMagic) {
            return body;
        }
        const flags = (this.#options.nocase ? 'i' : '') + (uflag ? 'u' : '');
        return Object.assign(new RegExp(`^${re}$`, flags), {
            _src: re,
            _glob: glob,
        });
    }
    get options() {
        return this.#options;
    }
    // returns the string match, the regexp source, whether there's magic
    // in the regexp (so a regular expression is required) and whether or
    // not the uflag is needed for the regular expression (for posix classes)
    // TODO: instead of injecting the start/end at this point, just return
    // the BODY of the regexp, along with the start/end portions suitable
    // for binding the start/end in either a joined full-path makeRe context
    // (where we bind to (^|/), or a standalone matchPart context (where
    // we bind to ^, and not /).  Otherwise slashes get duped!
    //
    // In part-matching mode, the start is:
    // - if not isStart: nothing
    // - if traversal possible, but not allowed: ^(?!\.\.?$)
    // - if dots allowed or not possible: ^
    // - if dots possible and not allowed: ^(?!\.)
    // end is:
    // - if not isEnd(): nothing
    // - else: $
    //
    // In full-path matching mode, we put the slash at the START of the
    // pattern, so start is:
    // - if first pattern: same as part-matching mode
    // - if not isStart(): nothing
    // - if traversal possible, but not allowed: /(?!\.\.?(?:$|/))
    // - if dots allowed or not possible: /
    // - if dots possible and not allowed: /(?!\.)
    // end is:
    // - if last pattern, same as part-matching mode
    // - else nothing
    //
    // Always put the (?:$|/) on negated tails, though, because that has to be
    // there to bind the end of the negated pattern portion, and it's easier to
    // just stick it in now rather than try to inject it later in the middle of
    // the pattern.
    //
    // We can just always return the same end, and leave it up to the caller
    // to know whether it's going to be used joined or in parts.
    // And, if the start is adjusted slightly, can do the same there:
    // - if not isStart: nothing
    // - if traversal possible, but not allowed: (?:/|^)(?!\.\.?$)
    // - if dots allowed or not possible: (?:/|^)
    // - if dots possible and not allowed: (?:/|^)(?!\.)
    //
    // But it's better to have a simpler binding without a conditional, for
    // performance, so probably better to return both start options.
    //
    // Then the caller just ignores the end if it's not the first pattern,
    // and the start always gets applied.
    //
    // But that's always going to be $ if it's the ending pattern, or nothing,
    // so the caller can just attach $ at the end of the pattern when building.
    //
    // So the todo is:
    // - better detect what kind of start is needed
    // - return both flavors of starting pattern
    // - attach $ at the end of the pattern when creating the actual RegExp
    //
    // Ah, but wait, no, that all only applies to the root when the first pattern
    // is not an extglob. If the first pattern IS an extglob, then we need all
    // that dot prevention biz to live in the extglob portions, because eg
    // +(*|.x*) can match .xy but not .yx.
    //
    // So, return the two flavors if it's #root and the first child is not an
    // AST, otherwise leave it to the child AST to handle it, and there,
    // use the (?:^|/) style of start binding.
    //
    // Even simplified further:
    // - Since the start for a join is eg /(?!\.) and the start for a part
    // is ^(?!\.), we can just prepend (?!\.) to the pattern (either root
    // or start or whatever) and prepend ^ or / at the Regexp construction.
    toRegExpSource(allowDot) {
        const dot = allowDot ?? !!this.#options.dot;
        if (this.#root === this) {
            this.#flatten();
            this.#fillNegs();
        }
        if (!isExtglobAST(this)) {
            const noEmpty = this.isStart() &&
                this.isEnd() &&
                !this.#parts.some(s => typeof s !== 'string');
            const src = this.#parts
                .map(p => {
                const [re, _, hasMagic, uflag] = typeof p === 'string' ?
                    _a.#parseGlob(p, this.#hasMagic, noEmpty)
                    : p.toRegExpSource(allowDot);
                this.#hasMagic = this.#hasMagic || hasMagic;
                this.#uflag = this.#uflag || uflag;
                return re;
            })
                .join('');
            let start = '';
            if (this.isStart()) {
                if (typeof this.#parts[0] === 'string') {
                    // this is the string that will match the start of the pattern,
                    // so we need to protect against dots and such.
                    // '.' and '..' cannot match unless the pattern is that exactly,
                    // even if it starts with . or dot:true is set.
                    const dotTravAllowed = this.#parts.length === 1 && justDots.has(this.#parts[0]);
                    if (!dotTravAllowed) {
                        const aps = addPatternStart;
                        // check if we have a possibility of matching . or ..,
                        // and prevent that.
                        const needNoTrav = 
                        // dots are allowed, and the pattern starts with [ or .
                        (dot && aps.has(src.charAt(0))) ||
                            // the pattern starts with \., and then [ or .
                            (src.startsWith('\\.') && aps.has(src.charAt(2))) ||
                            // the pattern starts with \.\., and then [ or .
                            (src.startsWith('\\.\\.') && aps.has(src.charAt(4)));
                        // no need to prevent dots if it can't match a dot, or if a
                        // sub-pattern will be preventing it anyway.
                        const needNoDot = !dot && !allowDot && aps.has(src.charAt(0));
                        start =
                            needNoTrav ? startNoTraversal
                                : needNoDot ? startNoDot
                                    : '';
                    }
                }
            }
            // append the "end of path portion" pattern to negation tails
            let end = '';
            if (this.isEnd() &&
                this.#root.#filledNegs &&
                this.#parent?.type === '!') {
                end = '(?:$|\\/)';
            }
            const final = start + src + end;
            return [
                final,
                unescape_unescape(src),
                (this.#hasMagic = !!this.#hasMagic),
                this.#uflag,
            ];
        }
        // We need to calculate the body *twice* if it's a repeat pattern
        // at the start, once in nodot mode, then again in dot mode, so a
        // pattern like *(?) can match 'x.y'
        const repeated = this.type === '*' || this.type === '+';
        // some kind of extglob
        const start = this.type === '!' ? '(?:(?!(?:' : '(?:';
        let body = this.#partsToRegExp(dot);
        if (this.isStart() && this.isEnd() && !body && this.type !== '!') {
            // invalid extglob, has to at least be *something* present, if it's
            // the entire path portion.
            const s = this.toString();
            const me = this;
            me.#parts = [s];
            me.type = null;
            me.#hasMagic = undefined;
            return [s, unescape_unescape(this.toString()), false, false];
        }
        let bodyDotAllowed = !repeated || allowDot || dot || !startNoDot ?
            ''
            : this.#partsToRegExp(true);
        if (bodyDotAllowed === body) {
            bodyDotAllowed = '';
        }
        if (bodyDotAllowed) {
            body = `(?:${body})(?:${bodyDotAllowed})*?`;
        }
        // an empty !() is exactly equivalent to a starNoEmpty
        let final = '';
        if (this.type === '!' && this.#emptyExt) {
            final = (this.isStart() && !dot ? startNoDot : '') + starNoEmpty;
        }
        else {
            const close = this.type === '!' ?
                // !() must match something,but !(x) can match ''
                '))' +
                    (this.isStart() && !dot && !allowDot ? startNoDot : '') +
                    star +
                    ')'
                : this.type === '@' ? ')'
                    : this.type === '?' ? ')?'
                        : this.type === '+' && bodyDotAllowed ? ')'
                            : this.type === '*' && bodyDotAllowed ? `)?`
                                : `)${this.type}`;
            final = start + body + close;
        }
        return [
            final,
            unescape_unescape(body),
            (this.#hasMagic = !!this.#hasMagic),
            this.#uflag,
        ];
    }
    #flatten() {
        if (!isExtglobAST(this)) {
            for (const p of this.#parts) {
                if (typeof p === 'object') {
                    p.#flatten();
                }
            }
        }
        else {
            // do up to 10 passes to flatten as much as possible
            let iterations = 0;
            let done = false;
            do {
                done = true;
                for (let i = 0; i < this.#parts.length; i++) {
                    const c = this.#parts[i];
                    if (typeof c === 'object') {
                        c.#flatten();
                        if (this.#canAdopt(c)) {
                            done = false;
                            this.#adopt(c, i);
                        }
                        else if (this.#canAdoptWithSpace(c)) {
                            done = false;
                            this.#adoptWithSpace(c, i);
                        }
                        else if (this.#canUsurp(c)) {
                            done = false;
                            this.#usurp(c);
                        }
                    }
                }
            } while (!done && ++iterations < 10);
        }
        this.#toString = undefined;
    }
    #partsToRegExp(dot) {
        return this.#parts
            .map(p => {
            // extglob ASTs should only contain parent ASTs
            /* c8 ignore start */
            if (typeof p === 'string') {
                throw new Error('string type in extglob ast??');
            }
            /* c8 ignore stop */
            // can ignore hasMagic, because extglobs are already always magic
            const [re, _, _hasMagic, uflag] = p.toRegExpSource(dot);
            this.#uflag = this.#uflag || uflag;
            return re;
        })
            .filter(p => !(this.isStart() && this.isEnd()) || !!p)
            .join('|');
    }
    static #parseGlob(glob, hasMagic, noEmpty = false) {
        let escaping = false;
        let re = '';
        let uflag = false;
        // multiple stars that aren't globstars coalesce into one *
        let inStar = false;
        for (let i = 0; i < glob.length; i++) {
            const c = glob.charAt(i);
            if (escaping) {
                escaping = false;
                re += (reSpecials.has(c) ? '\\' : '') + c;
                continue;
            }
            if (c === '*') {
                if (inStar)
                    continue;
                inStar = true;
                re += noEmpty && /^[*]+$/.test(glob) ? starNoEmpty : star;
                hasMagic = true;
                continue;
            }
            else {
                inStar = false;
            }
            if (c === '\\') {
                if (i === glob.length - 1) {
                    re += '\\\\';
                }
                else {
                    escaping = true;
                }
                continue;
            }
            if (c === '[') {
                const [src, needUflag, consumed, magic] = parseClass(glob, i);
                if (consumed) {
                    re += src;
                    uflag = uflag || needUflag;
                    i += consumed - 1;
                    hasMagic = hasMagic || magic;
                    continue;
                }
            }
            if (c === '?') {
                re += qmark;
                hasMagic = true;
                continue;
            }
            re += regExpEscape(c);
        }
        return [re, unescape_unescape(glob), !!hasMagic, uflag];
    }
}
_a = AST;
//# sourceMappingURL=ast.js.map
;// CONCATENATED MODULE: ./node_modules/minimatch/dist/esm/escape.js
/**
 * Escape all magic characters in a glob pattern.
 *
 * If the {@link MinimatchOptions.windowsPathsNoEscape}
 * option is used, then characters are escaped by wrapping in `[]`, because
 * a magic character wrapped in a character class can only be satisfied by
 * that exact character.  In this mode, `\` is _not_ escaped, because it is
 * not interpreted as a magic character, but instead as a path separator.
 *
 * If the {@link MinimatchOptions.magicalBraces} option is used,
 * then braces (`{` and `}`) will be escaped.
 */
const escape_escape = (s, { windowsPathsNoEscape = false, magicalBraces = false, } = {}) => {
    // don't need to escape +@! because we escape the parens
    // that make those magic, and escaping ! as [!] isn't valid,
    // because [!]] is a valid glob class meaning not ']'.
    if (magicalBraces) {
        return windowsPathsNoEscape ?
            s.replace(/[?*()[\]{}]/g, '[$&]')
            : s.replace(/[?*()[\]\\{}]/g, '\\$&');
    }
    return windowsPathsNoEscape ?
        s.replace(/[?*()[\]]/g, '[$&]')
        : s.replace(/[?*()[\]\\]/g, '\\$&');
};
//# sourceMappingURL=escape.js.map
;// CONCATENATED MODULE: ./node_modules/minimatch/dist/esm/index.js





const minimatch = (p, pattern, options = {}) => {
    assertValidPattern(pattern);
    // shortcut: comments match nothing.
    if (!options.nocomment && pattern.charAt(0) === '#') {
        return false;
    }
    return new Minimatch(pattern, options).match(p);
};
// Optimized checking for the most common glob patterns.
const starDotExtRE = /^\*+([^+@!?*[(]*)$/;
const starDotExtTest = (ext) => (f) => !f.startsWith('.') && f.endsWith(ext);
const starDotExtTestDot = (ext) => (f) => f.endsWith(ext);
const starDotExtTestNocase = (ext) => {
    ext = ext.toLowerCase();
    return (f) => !f.startsWith('.') && f.toLowerCase().endsWith(ext);
};
const starDotExtTestNocaseDot = (ext) => {
    ext = ext.toLowerCase();
    return (f) => f.toLowerCase().endsWith(ext);
};
const starDotStarRE = /^\*+\.\*+$/;
const starDotStarTest = (f) => !f.startsWith('.') && f.includes('.');
const starDotStarTestDot = (f) => f !== '.' && f !== '..' && f.includes('.');
const dotStarRE = /^\.\*+$/;
const dotStarTest = (f) => f !== '.' && f !== '..' && f.startsWith('.');
const starRE = /^\*+$/;
const starTest = (f) => f.length !== 0 && !f.startsWith('.');
const starTestDot = (f) => f.length !== 0 && f !== '.' && f !== '..';
const qmarksRE = /^\?+([^+@!?*[(]*)?$/;
const qmarksTestNocase = ([$0, ext = '']) => {
    const noext = qmarksTestNoExt([$0]);
    if (!ext)
        return noext;
    ext = ext.toLowerCase();
    return (f) => noext(f) && f.toLowerCase().endsWith(ext);
};
const qmarksTestNocaseDot = ([$0, ext = '']) => {
    const noext = qmarksTestNoExtDot([$0]);
    if (!ext)
        return noext;
    ext = ext.toLowerCase();
    return (f) => noext(f) && f.toLowerCase().endsWith(ext);
};
const qmarksTestDot = ([$0, ext = '']) => {
    const noext = qmarksTestNoExtDot([$0]);
    return !ext ? noext : (f) => noext(f) && f.endsWith(ext);
};
const qmarksTest = ([$0, ext = '']) => {
    const noext = qmarksTestNoExt([$0]);
    return !ext ? noext : (f) => noext(f) && f.endsWith(ext);
};
const qmarksTestNoExt = ([$0]) => {
    const len = $0.length;
    return (f) => f.length === len && !f.startsWith('.');
};
const qmarksTestNoExtDot = ([$0]) => {
    const len = $0.length;
    return (f) => f.length === len && f !== '.' && f !== '..';
};
/* c8 ignore start */
const defaultPlatform = (typeof process === 'object' && process ?
    (typeof process.env === 'object' &&
        process.env &&
        process.env.__MINIMATCH_TESTING_PLATFORM__) ||
        process.platform
    : 'posix');
const path = {
    win32: { sep: '\\' },
    posix: { sep: '/' },
};
/* c8 ignore stop */
const sep = defaultPlatform === 'win32' ? path.win32.sep : path.posix.sep;
minimatch.sep = sep;
const GLOBSTAR = Symbol('globstar **');
minimatch.GLOBSTAR = GLOBSTAR;
// any single thing other than /
// don't need to escape / when using new RegExp()
const esm_qmark = '[^/]';
// * => any number of characters
const esm_star = esm_qmark + '*?';
// ** when dots are allowed.  Anything goes, except .. and .
// not (^ or / followed by one or two dots followed by $ or /),
// followed by anything, any number of times.
const twoStarDot = '(?:(?!(?:\\/|^)(?:\\.{1,2})($|\\/)).)*?';
// not a ^ or / followed by a dot,
// followed by anything, any number of times.
const twoStarNoDot = '(?:(?!(?:\\/|^)\\.).)*?';
const filter = (pattern, options = {}) => (p) => minimatch(p, pattern, options);
minimatch.filter = filter;
const ext = (a, b = {}) => Object.assign({}, a, b);
const defaults = (def) => {
    if (!def || typeof def !== 'object' || !Object.keys(def).length) {
        return minimatch;
    }
    const orig = minimatch;
    const m = (p, pattern, options = {}) => orig(p, pattern, ext(def, options));
    return Object.assign(m, {
        Minimatch: class Minimatch extends orig.Minimatch {
            constructor(pattern, options = {}) {
                super(pattern, ext(def, options));
            }
            static defaults(options) {
                return orig.defaults(ext(def, options)).Minimatch;
            }
        },
        AST: class AST extends orig.AST {
            /* c8 ignore start */
            constructor(type, parent, options = {}) {
                super(type, parent, ext(def, options));
            }
            /* c8 ignore stop */
            static fromGlob(pattern, options = {}) {
                return orig.AST.fromGlob(pattern, ext(def, options));
            }
        },
        unescape: (s, options = {}) => orig.unescape(s, ext(def, options)),
        escape: (s, options = {}) => orig.escape(s, ext(def, options)),
        filter: (pattern, options = {}) => orig.filter(pattern, ext(def, options)),
        defaults: (options) => orig.defaults(ext(def, options)),
        makeRe: (pattern, options = {}) => orig.makeRe(pattern, ext(def, options)),
        braceExpand: (pattern, options = {}) => orig.braceExpand(pattern, ext(def, options)),
        match: (list, pattern, options = {}) => orig.match(list, pattern, ext(def, options)),
        sep: orig.sep,
        GLOBSTAR: GLOBSTAR,
    });
};
minimatch.defaults = defaults;
// Brace expansion:
// a{b,c}d -> abd acd
// a{b,}c -> abc ac
// a{0..3}d -> a0d a1d a2d a3d
// a{b,c{d,e}f}g -> abg acdfg acefg
// a{b,c}d{e,f}g -> abdeg acdeg abdeg abdfg
//
// Invalid sets are not expanded.
// a{2..}b -> a{2..}b
// a{b}c -> a{b}c
const braceExpand = (pattern, options = {}) => {
    assertValidPattern(pattern);
    // Thanks to Yeting Li <https://github.com/yetingli> for
    // improving this regexp to avoid a ReDOS vulnerability.
    if (options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern)) {
        // shortcut. no need to expand.
        return [pattern];
    }
    return expand(pattern, { max: options.braceExpandMax });
};
minimatch.braceExpand = braceExpand;
// parse a component of the expanded set.
// At this point, no pattern may contain "/" in it
// so we're going to return a 2d array, where each entry is the full
// pattern, split on '/', and then turned into a regular expression.
// A regexp is made at the end which joins each array with an
// escaped /, and another full one which joins each regexp with |.
//
// Following the lead of Bash 4.1, note that "**" only has special meaning
// when it is the *only* thing in a path portion.  Otherwise, any series
// of * is equivalent to a single *.  Globstar behavior is enabled by
// default, and can be disabled by setting options.noglobstar.
const makeRe = (pattern, options = {}) => new Minimatch(pattern, options).makeRe();
minimatch.makeRe = makeRe;
const match = (list, pattern, options = {}) => {
    const mm = new Minimatch(pattern, options);
    list = list.filter(f => mm.match(f));
    if (mm.options.nonull && !list.length) {
        list.push(pattern);
    }
    return list;
};
minimatch.match = match;
// replace stuff like \* with *
const globMagic = /[?*]|[+@!]\(.*?\)|\[|\]/;
const esm_regExpEscape = (s) => s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, '\\$&');
class Minimatch {
    options;
    set;
    pattern;
    windowsPathsNoEscape;
    nonegate;
    negate;
    comment;
    empty;
    preserveMultipleSlashes;
    partial;
    globSet;
    globParts;
    nocase;
    isWindows;
    platform;
    windowsNoMagicRoot;
    maxGlobstarRecursion;
    regexp;
    constructor(pattern, options = {}) {
        assertValidPattern(pattern);
        options = options || {};
        this.options = options;
        this.maxGlobstarRecursion = options.maxGlobstarRecursion ?? 200;
        this.pattern = pattern;
        this.platform = options.platform || defaultPlatform;
        this.isWindows = this.platform === 'win32';
        // avoid the annoying deprecation flag lol
        const awe = ('allowWindow' + 'sEscape');
        this.windowsPathsNoEscape =
            !!options.windowsPathsNoEscape || options[awe] === false;
        if (this.windowsPathsNoEscape) {
            this.pattern = this.pattern.replace(/\\/g, '/');
        }
        this.preserveMultipleSlashes = !!options.preserveMultipleSlashes;
        this.regexp = null;
        this.negate = false;
        this.nonegate = !!options.nonegate;
        this.comment = false;
        this.empty = false;
        this.partial = !!options.partial;
        this.nocase = !!this.options.nocase;
        this.windowsNoMagicRoot =
            options.windowsNoMagicRoot !== undefined ?
                options.windowsNoMagicRoot
                : !!(this.isWindows && this.nocase);
        this.globSet = [];
        this.globParts = [];
        this.set = [];
        // make the set of regexps etc.
        this.make();
    }
    hasMagic() {
        if (this.options.magicalBraces && this.set.length > 1) {
            return true;
        }
        for (const pattern of this.set) {
            for (const part of pattern) {
                if (typeof part !== 'string')
                    return true;
            }
        }
        return false;
    }
    debug(..._) { }
    make() {
        const pattern = this.pattern;
        const options = this.options;
        // empty patterns and comments match nothing.
        if (!options.nocomment && pattern.charAt(0) === '#') {
            this.comment = true;
            return;
        }
        if (!pattern) {
            this.empty = true;
            return;
        }
        // step 1: figure out negation, etc.
        this.parseNegate();
        // step 2: expand braces
        this.globSet = [...new Set(this.braceExpand())];
        if (options.debug) {
            //oxlint-disable-next-line no-console
            this.debug = (...args) => console.error(...args);
        }
        this.debug(this.pattern, this.globSet);
        // step 3: now we have a set, so turn each one into a series of
        // path-portion matching patterns.
        // These will be regexps, except in the case of "**", which is
        // set to the GLOBSTAR object for globstar behavior,
        // and will not contain any / characters
        //
        // First, we preprocess to make the glob pattern sets a bit simpler
        // and deduped.  There are some perf-killing patterns that can cause
        // problems with a glob walk, but we can simplify them down a bit.
        const rawGlobParts = this.globSet.map(s => this.slashSplit(s));
        this.globParts = this.preprocess(rawGlobParts);
        this.debug(this.pattern, this.globParts);
        // glob --> regexps
        let set = this.globParts.map((s, _, __) => {
            if (this.isWindows && this.windowsNoMagicRoot) {
                // check if it's a drive or unc path.
                const isUNC = s[0] === '' &&
                    s[1] === '' &&
                    (s[2] === '?' || !globMagic.test(s[2])) &&
                    !globMagic.test(s[3]);
                const isDrive = /^[a-z]:/i.test(s[0]);
                if (isUNC) {
                    return [
                        ...s.slice(0, 4),
                        ...s.slice(4).map(ss => this.parse(ss)),
                    ];
                }
                else if (isDrive) {
                    return [s[0], ...s.slice(1).map(ss => this.parse(ss))];
                }
            }
            return s.map(ss => this.parse(ss));
        });
        this.debug(this.pattern, set);
        // filter out everything that didn't compile properly.
        this.set = set.filter(s => s.indexOf(false) === -1);
        // do not treat the ? in UNC paths as magic
        if (this.isWindows) {
            for (let i = 0; i < this.set.length; i++) {
                const p = this.set[i];
                if (p[0] === '' &&
                    p[1] === '' &&
                    this.globParts[i][2] === '?' &&
                    typeof p[3] === 'string' &&
                    /^[a-z]:$/i.test(p[3])) {
                    p[2] = '?';
                }
            }
        }
        this.debug(this.pattern, this.set);
    }
    // various transforms to equivalent pattern sets that are
    // faster to process in a filesystem walk.  The goal is to
    // eliminate what we can, and push all ** patterns as far
    // to the right as possible, even if it increases the number
    // of patterns that we have to process.
    preprocess(globParts) {
        // if we're not in globstar mode, then turn ** into *
        if (this.options.noglobstar) {
            for (const partset of globParts) {
                for (let j = 0; j < partset.length; j++) {
                    if (partset[j] === '**') {
                        partset[j] = '*';
                    }
                }
            }
        }
        const { optimizationLevel = 1 } = this.options;
        if (optimizationLevel >= 2) {
            // aggressive optimization for the purpose of fs walking
            globParts = this.firstPhasePreProcess(globParts);
            globParts = this.secondPhasePreProcess(globParts);
        }
        else if (optimizationLevel >= 1) {
            // just basic optimizations to remove some .. parts
            globParts = this.levelOneOptimize(globParts);
        }
        else {
            // just collapse multiple ** portions into one
            globParts = this.adjascentGlobstarOptimize(globParts);
        }
        return globParts;
    }
    // just get rid of adjascent ** portions
    adjascentGlobstarOptimize(globParts) {
        return globParts.map(parts => {
            let gs = -1;
            while (-1 !== (gs = parts.indexOf('**', gs + 1))) {
                let i = gs;
                while (parts[i + 1] === '**') {
                    i++;
                }
                if (i !== gs) {
                    parts.splice(gs, i - gs);
                }
            }
            return parts;
        });
    }
    // get rid of adjascent ** and resolve .. portions
    levelOneOptimize(globParts) {
        return globParts.map(parts => {
            parts = parts.reduce((set, part) => {
                const prev = set[set.length - 1];
                if (part === '**' && prev === '**') {
                    return set;
                }
                if (part === '..') {
                    if (prev && prev !== '..' && prev !== '.' && prev !== '**') {
                        set.pop();
                        return set;
                    }
                }
                set.push(part);
                return set;
            }, []);
            return parts.length === 0 ? [''] : parts;
        });
    }
    levelTwoFileOptimize(parts) {
        if (!Array.isArray(parts)) {
            parts = this.slashSplit(parts);
        }
        let didSomething = false;
        do {
            didSomething = false;
            // <pre>/<e>/<rest> -> <pre>/<rest>
            if (!this.preserveMultipleSlashes) {
                for (let i = 1; i < parts.length - 1; i++) {
                    const p = parts[i];
                    // don't squeeze out UNC patterns
                    if (i === 1 && p === '' && parts[0] === '')
                        continue;
                    if (p === '.' || p === '') {
                        didSomething = true;
                        parts.splice(i, 1);
                        i--;
                    }
                }
                if (parts[0] === '.' &&
                    parts.length === 2 &&
                    (parts[1] === '.' || parts[1] === '')) {
                    didSomething = true;
                    parts.pop();
                }
            }
            // <pre>/<p>/../<rest> -> <pre>/<rest>
            let dd = 0;
            while (-1 !== (dd = parts.indexOf('..', dd + 1))) {
                const p = parts[dd - 1];
                if (p &&
                    p !== '.' &&
                    p !== '..' &&
                    p !== '**' &&
                    !(this.isWindows && /^[a-z]:$/i.test(p))) {
                    didSomething = true;
                    parts.splice(dd - 1, 2);
                    dd -= 2;
                }
            }
        } while (didSomething);
        return parts.length === 0 ? [''] : parts;
    }
    // First phase: single-pattern processing
    // <pre> is 1 or more portions
    // <rest> is 1 or more portions
    // <p> is any portion other than ., .., '', or **
    // <e> is . or ''
    //
    // **/.. is *brutal* for filesystem walking performance, because
    // it effectively resets the recursive walk each time it occurs,
    // and ** cannot be reduced out by a .. pattern part like a regexp
    // or most strings (other than .., ., and '') can be.
    //
    // <pre>/**/../<p>/<p>/<rest> -> {<pre>/../<p>/<p>/<rest>,<pre>/**/<p>/<p>/<rest>}
    // <pre>/<e>/<rest> -> <pre>/<rest>
    // <pre>/<p>/../<rest> -> <pre>/<rest>
    // **/**/<rest> -> **/<rest>
    //
    // **/*/<rest> -> */**/<rest> <== not valid because ** doesn't follow
    // this WOULD be allowed if ** did follow symlinks, or * didn't
    firstPhasePreProcess(globParts) {
        let didSomething = false;
        do {
            didSomething = false;
            // <pre>/**/../<p>/<p>/<rest> -> {<pre>/../<p>/<p>/<rest>,<pre>/**/<p>/<p>/<rest>}
            for (let parts of globParts) {
                let gs = -1;
                while (-1 !== (gs = parts.indexOf('**', gs + 1))) {
                    let gss = gs;
                    while (parts[gss + 1] === '**') {
                        // <pre>/**/**/<rest> -> <pre>/**/<rest>
                        gss++;
                    }
                    // eg, if gs is 2 and gss is 4, that means we have 3 **
                    // parts, and can remove 2 of them.
                    if (gss > gs) {
                        parts.splice(gs + 1, gss - gs);
                    }
                    let next = parts[gs + 1];
                    const p = parts[gs + 2];
                    const p2 = parts[gs + 3];
                    if (next !== '..')
                        continue;
                    if (!p ||
                        p === '.' ||
                        p === '..' ||
                        !p2 ||
                        p2 === '.' ||
                        p2 === '..') {
                        continue;
                    }
                    didSomething = true;
                    // edit parts in place, and push the new one
                    parts.splice(gs, 1);
                    const other = parts.slice(0);
                    other[gs] = '**';
                    globParts.push(other);
                    gs--;
                }
                // <pre>/<e>/<rest> -> <pre>/<rest>
                if (!this.preserveMultipleSlashes) {
                    for (let i = 1; i < parts.length - 1; i++) {
                        const p = parts[i];
                        // don't squeeze out UNC patterns
                        if (i === 1 && p === '' && parts[0] === '')
                            continue;
                        if (p === '.' || p === '') {
                            didSomething = true;
                            parts.splice(i, 1);
                            i--;
                        }
                    }
                    if (parts[0] === '.' &&
                        parts.length === 2 &&
                        (parts[1] === '.' || parts[1] === '')) {
                        didSomething = true;
                        parts.pop();
                    }
                }
                // <pre>/<p>/../<rest> -> <pre>/<rest>
                let dd = 0;
                while (-1 !== (dd = parts.indexOf('..', dd + 1))) {
                    const p = parts[dd - 1];
                    if (p && p !== '.' && p !== '..' && p !== '**') {
                        didSomething = true;
                        const needDot = dd === 1 && parts[dd + 1] === '**';
                        const splin = needDot ? ['.'] : [];
                        parts.splice(dd - 1, 2, ...splin);
                        if (parts.length === 0)
                            parts.push('');
                        dd -= 2;
                    }
                }
            }
        } while (didSomething);
        return globParts;
    }
    // second phase: multi-pattern dedupes
    // {<pre>/*/<rest>,<pre>/<p>/<rest>} -> <pre>/*/<rest>
    // {<pre>/<rest>,<pre>/<rest>} -> <pre>/<rest>
    // {<pre>/**/<rest>,<pre>/<rest>} -> <pre>/**/<rest>
    //
    // {<pre>/**/<rest>,<pre>/**/<p>/<rest>} -> <pre>/**/<rest>
    // ^-- not valid because ** doens't follow symlinks
    secondPhasePreProcess(globParts) {
        for (let i = 0; i < globParts.length - 1; i++) {
            for (let j = i + 1; j < globParts.length; j++) {
                const matched = this.partsMatch(globParts[i], globParts[j], !this.preserveMultipleSlashes);
                if (matched) {
                    globParts[i] = [];
                    globParts[j] = matched;
                    break;
                }
            }
        }
        return globParts.filter(gs => gs.length);
    }
    partsMatch(a, b, emptyGSMatch = false) {
        let ai = 0;
        let bi = 0;
        let result = [];
        let which = '';
        while (ai < a.length && bi < b.length) {
            if (a[ai] === b[bi]) {
                result.push(which === 'b' ? b[bi] : a[ai]);
                ai++;
                bi++;
            }
            else if (emptyGSMatch && a[ai] === '**' && b[bi] === a[ai + 1]) {
                result.push(a[ai]);
                ai++;
            }
            else if (emptyGSMatch && b[bi] === '**' && a[ai] === b[bi + 1]) {
                result.push(b[bi]);
                bi++;
            }
            else if (a[ai] === '*' &&
                b[bi] &&
                (this.options.dot || !b[bi].startsWith('.')) &&
                b[bi] !== '**') {
                if (which === 'b')
                    return false;
                which = 'a';
                result.push(a[ai]);
                ai++;
                bi++;
            }
            else if (b[bi] === '*' &&
                a[ai] &&
                (this.options.dot || !a[ai].startsWith('.')) &&
                a[ai] !== '**') {
                if (which === 'a')
                    return false;
                which = 'b';
                result.push(b[bi]);
                ai++;
                bi++;
            }
            else {
                return false;
            }
        }
        // if we fall out of the loop, it means they two are identical
        // as long as their lengths match
        return a.length === b.length && result;
    }
    parseNegate() {
        if (this.nonegate)
            return;
        const pattern = this.pattern;
        let negate = false;
        let negateOffset = 0;
        for (let i = 0; i < pattern.length && pattern.charAt(i) === '!'; i++) {
            negate = !negate;
            negateOffset++;
        }
        if (negateOffset)
            this.pattern = pattern.slice(negateOffset);
        this.negate = negate;
    }
    // set partial to true to test if, for example,
    // "/a/b" matches the start of "/*/b/*/d"
    // Partial means, if you run out of file before you run
    // out of pattern, then that's fine, as long as all
    // the parts match.
    matchOne(file, pattern, partial = false) {
        let fileStartIndex = 0;
        let patternStartIndex = 0;
        // UNC paths like //?/X:/... can match X:/... and vice versa
        // Drive letters in absolute drive or unc paths are always compared
        // case-insensitively.
        if (this.isWindows) {
            const fileDrive = typeof file[0] === 'string' && /^[a-z]:$/i.test(file[0]);
            const fileUNC = !fileDrive &&
                file[0] === '' &&
                file[1] === '' &&
                file[2] === '?' &&
                /^[a-z]:$/i.test(file[3]);
            const patternDrive = typeof pattern[0] === 'string' && /^[a-z]:$/i.test(pattern[0]);
            const patternUNC = !patternDrive &&
                pattern[0] === '' &&
                pattern[1] === '' &&
                pattern[2] === '?' &&
                typeof pattern[3] === 'string' &&
                /^[a-z]:$/i.test(pattern[3]);
            const fdi = fileUNC ? 3
                : fileDrive ? 0
                    : undefined;
            const pdi = patternUNC ? 3
                : patternDrive ? 0
                    : undefined;
            if (typeof fdi === 'number' && typeof pdi === 'number') {
                const [fd, pd] = [
                    file[fdi],
                    pattern[pdi],
                ];
                // start matching at the drive letter index of each
                if (fd.toLowerCase() === pd.toLowerCase()) {
                    pattern[pdi] = fd;
                    patternStartIndex = pdi;
                    fileStartIndex = fdi;
                }
            }
        }
        // resolve and reduce . and .. portions in the file as well.
        // don't need to do the second phase, because it's only one string[]
        const { optimizationLevel = 1 } = this.options;
        if (optimizationLevel >= 2) {
            file = this.levelTwoFileOptimize(file);
        }
        if (pattern.includes(GLOBSTAR)) {
            return this.#matchGlobstar(file, pattern, partial, fileStartIndex, patternStartIndex);
        }
        return this.#matchOne(file, pattern, partial, fileStartIndex, patternStartIndex);
    }
    #matchGlobstar(file, pattern, partial, fileIndex, patternIndex) {
        // split the pattern into head, tail, and middle of ** delimited parts
        const firstgs = pattern.indexOf(GLOBSTAR, patternIndex);
        const lastgs = pattern.lastIndexOf(GLOBSTAR);
        // split the pattern up into globstar-delimited sections
        // the tail has to be at the end, and the others just have
        // to be found in order from the head.
        const [head, body, tail] = partial ?
            [
                pattern.slice(patternIndex, firstgs),
                pattern.slice(firstgs + 1),
                [],
            ]
            : [
                pattern.slice(patternIndex, firstgs),
                pattern.slice(firstgs + 1, lastgs),
                pattern.slice(lastgs + 1),
            ];
        // check the head, from the current file/pattern index.
        if (head.length) {
            const fileHead = file.slice(fileIndex, fileIndex + head.length);
            if (!this.#matchOne(fileHead, head, partial, 0, 0)) {
                return false;
            }
            fileIndex += head.length;
            patternIndex += head.length;
        }
        // now we know the head matches!
        // if the last portion is not empty, it MUST match the end
        // check the tail
        let fileTailMatch = 0;
        if (tail.length) {
            // if head + tail > file, then we cannot possibly match
            if (tail.length + fileIndex > file.length)
                return false;
            // try to match the tail
            let tailStart = file.length - tail.length;
            if (this.#matchOne(file, tail, partial, tailStart, 0)) {
                fileTailMatch = tail.length;
            }
            else {
                // affordance for stuff like a/**/* matching a/b/
                // if the last file portion is '', and there's more to the pattern
                // then try without the '' bit.
                if (file[file.length - 1] !== '' ||
                    fileIndex + tail.length === file.length) {
                    return false;
                }
                tailStart--;
                if (!this.#matchOne(file, tail, partial, tailStart, 0)) {
                    return false;
                }
                fileTailMatch = tail.length + 1;
            }
        }
        // now we know the tail matches!
        // the middle is zero or more portions wrapped in **, possibly
        // containing more ** sections.
        // so a/**/b/**/c/**/d has become **/b/**/c/**
        // if it's empty, it means a/**/b, just verify we have no bad dots
        // if there's no tail, so it ends on /**, then we must have *something*
        // after the head, or it's not a matc
        if (!body.length) {
            let sawSome = !!fileTailMatch;
            for (let i = fileIndex; i < file.length - fileTailMatch; i++) {
                const f = String(file[i]);
                sawSome = true;
                if (f === '.' ||
                    f === '..' ||
                    (!this.options.dot && f.startsWith('.'))) {
                    return false;
                }
            }
            // in partial mode, we just need to get past all file parts
            return partial || sawSome;
        }
        // now we know that there's one or more body sections, which can
        // be matched anywhere from the 0 index (because the head was pruned)
        // through to the length-fileTailMatch index.
        // split the body up into sections, and note the minimum index it can
        // be found at (start with the length of all previous segments)
        // [section, before, after]
        const bodySegments = [[[], 0]];
        let currentBody = bodySegments[0];
        let nonGsParts = 0;
        const nonGsPartsSums = [0];
        for (const b of body) {
            if (b === GLOBSTAR) {
                nonGsPartsSums.push(nonGsParts);
                currentBody = [[], 0];
                bodySegments.push(currentBody);
            }
            else {
                currentBody[0].push(b);
                nonGsParts++;
            }
        }
        let i = bodySegments.length - 1;
        const fileLength = file.length - fileTailMatch;
        for (const b of bodySegments) {
            b[1] = fileLength - (nonGsPartsSums[i--] + b[0].length);
        }
        return !!this.#matchGlobStarBodySections(file, bodySegments, fileIndex, 0, partial, 0, !!fileTailMatch);
    }
    // return false for "nope, not matching"
    // return null for "not matching, cannot keep trying"
    #matchGlobStarBodySections(file, 
    // pattern section, last possible position for it
    bodySegments, fileIndex, bodyIndex, partial, globStarDepth, sawTail) {
        // take the first body segment, and walk from fileIndex to its "after"
        // value at the end
        // If it doesn't match at that position, we increment, until we hit
        // that final possible position, and give up.
        // If it does match, then advance and try to rest.
        // If any of them fail we keep walking forward.
        // this is still a bit recursively painful, but it's more constrained
        // than previous implementations, because we never test something that
        // can't possibly be a valid matching condition.
        const bs = bodySegments[bodyIndex];
        if (!bs) {
            // just make sure that there's no bad dots
            for (let i = fileIndex; i < file.length; i++) {
                sawTail = true;
                const f = file[i];
                if (f === '.' ||
                    f === '..' ||
                    (!this.options.dot && f.startsWith('.'))) {
                    return false;
                }
            }
            return sawTail;
        }
        // have a non-globstar body section to test
        const [body, after] = bs;
        while (fileIndex <= after) {
            const m = this.#matchOne(file.slice(0, fileIndex + body.length), body, partial, fileIndex, 0);
            // if limit exceeded, no match. intentional false negative,
            // acceptable break in correctness for security.
            if (m && globStarDepth < this.maxGlobstarRecursion) {
                // match! see if the rest match. if so, we're done!
                const sub = this.#matchGlobStarBodySections(file, bodySegments, fileIndex + body.length, bodyIndex + 1, partial, globStarDepth + 1, sawTail);
                if (sub !== false) {
                    return sub;
                }
            }
            const f = file[fileIndex];
            if (f === '.' ||
                f === '..' ||
                (!this.options.dot && f.startsWith('.'))) {
                return false;
            }
            fileIndex++;
        }
        // walked off. no point continuing
        return partial || null;
    }
    #matchOne(file, pattern, partial, fileIndex, patternIndex) {
        let fi;
        let pi;
        let pl;
        let fl;
        for (fi = fileIndex,
            pi = patternIndex,
            fl = file.length,
            pl = pattern.length; fi < fl && pi < pl; fi++, pi++) {
            this.debug('matchOne loop');
            let p = pattern[pi];
            let f = file[fi];
            this.debug(pattern, p, f);
            // should be impossible.
            // some invalid regexp stuff in the set.
            /* c8 ignore start */
            if (p === false || p === GLOBSTAR) {
                return false;
            }
            /* c8 ignore stop */
            // something other than **
            // non-magic patterns just have to match exactly
            // patterns with magic have been turned into regexps.
            let hit;
            if (typeof p === 'string') {
                hit = f === p;
                this.debug('string match', p, f, hit);
            }
            else {
                hit = p.test(f);
                this.debug('pattern match', p, f, hit);
            }
            if (!hit)
                return false;
        }
        // Note: ending in / means that we'll get a final ""
        // at the end of the pattern.  This can only match a
        // corresponding "" at the end of the file.
        // If the file ends in /, then it can only match a
        // a pattern that ends in /, unless the pattern just
        // doesn't have any more for it. But, a/b/ should *not*
        // match "a/b/*", even though "" matches against the
        // [^/]*? pattern, except in partial mode, where it might
        // simply not be reached yet.
        // However, a/b/ should still satisfy a/*
        // now either we fell off the end of the pattern, or we're done.
        if (fi === fl && pi === pl) {
            // ran out of pattern and filename at the same time.
            // an exact hit!
            return true;
        }
        else if (fi === fl) {
            // ran out of file, but still had pattern left.
            // this is ok if we're doing the match as part of
            // a glob fs traversal.
            return partial;
        }
        else if (pi === pl) {
            // ran out of pattern, still have file left.
            // this is only acceptable if we're on the very last
            // empty segment of a file with a trailing slash.
            // a/* should match a/b/
            return fi === fl - 1 && file[fi] === '';
            /* c8 ignore start */
        }
        else {
            // should be unreachable.
            throw new Error('wtf?');
        }
        /* c8 ignore stop */
    }
    braceExpand() {
        return braceExpand(this.pattern, this.options);
    }
    parse(pattern) {
        assertValidPattern(pattern);
        const options = this.options;
        // shortcuts
        if (pattern === '**')
            return GLOBSTAR;
        if (pattern === '')
            return '';
        // far and away, the most common glob pattern parts are
        // *, *.*, and *.<ext>  Add a fast check method for those.
        let m;
        let fastTest = null;
        if ((m = pattern.match(starRE))) {
            fastTest = options.dot ? starTestDot : starTest;
        }
        else if ((m = pattern.match(starDotExtRE))) {
            fastTest = (options.nocase ?
                options.dot ?
                    starDotExtTestNocaseDot
                    : starDotExtTestNocase
                : options.dot ? starDotExtTestDot
                    : starDotExtTest)(m[1]);
        }
        else if ((m = pattern.match(qmarksRE))) {
            fastTest = (options.nocase ?
                options.dot ?
                    qmarksTestNocaseDot
                    : qmarksTestNocase
                : options.dot ? qmarksTestDot
                    : qmarksTest)(m);
        }
        else if ((m = pattern.match(starDotStarRE))) {
            fastTest = options.dot ? starDotStarTestDot : starDotStarTest;
        }
        else if ((m = pattern.match(dotStarRE))) {
            fastTest = dotStarTest;
        }
        const re = AST.fromGlob(pattern, this.options).toMMPattern();
        if (fastTest && typeof re === 'object') {
            // Avoids overriding in frozen environments
            Reflect.defineProperty(re, 'test', { value: fastTest });
        }
        return re;
    }
    makeRe() {
        if (this.regexp || this.regexp === false)
            return this.regexp;
        // at this point, this.set is a 2d array of partial
        // pattern strings, or "**".
        //
        // It's better to use .match().  This function shouldn't
        // be used, really, but it's pretty convenient sometimes,
        // when you just want to work with a regex.
        const set = this.set;
        if (!set.length) {
            this.regexp = false;
            return this.regexp;
        }
        const options = this.options;
        const twoStar = options.noglobstar ? esm_star
            : options.dot ? twoStarDot
                : twoStarNoDot;
        const flags = new Set(options.nocase ? ['i'] : []);
        // regexpify non-globstar patterns
        // if ** is only item, then we just do one twoStar
        // if ** is first, and there are more, prepend (\/|twoStar\/)? to next
        // if ** is last, append (\/twoStar|) to previous
        // if ** is in the middle, append (\/|\/twoStar\/) to previous
        // then filter out GLOBSTAR symbols
        let re = set
            .map(pattern => {
            const pp = pattern.map(p => {
                if (p instanceof RegExp) {
                    for (const f of p.flags.split(''))
                        flags.add(f);
                }
                return (typeof p === 'string' ? esm_regExpEscape(p)
                    : p === GLOBSTAR ? GLOBSTAR
                        : p._src);
            });
            pp.forEach((p, i) => {
                const next = pp[i + 1];
                const prev = pp[i - 1];
                if (p !== GLOBSTAR || prev === GLOBSTAR) {
                    return;
                }
                if (prev === undefined) {
                    if (next !== undefined && next !== GLOBSTAR) {
                        pp[i + 1] = '(?:\\/|' + twoStar + '\\/)?' + next;
                    }
                    else {
                        pp[i] = twoStar;
                    }
                }
                else if (next === undefined) {
                    pp[i - 1] = prev + '(?:\\/|\\/' + twoStar + ')?';
                }
                else if (next !== GLOBSTAR) {
                    pp[i - 1] = prev + '(?:\\/|\\/' + twoStar + '\\/)' + next;
                    pp[i + 1] = GLOBSTAR;
                }
            });
            const filtered = pp.filter(p => p !== GLOBSTAR);
            // For partial matches, we need to make the pattern match
            // any prefix of the full path. We do this by generating
            // alternative patterns that match progressively longer prefixes.
            if (this.partial && filtered.length >= 1) {
                const prefixes = [];
                for (let i = 1; i <= filtered.length; i++) {
                    prefixes.push(filtered.slice(0, i).join('/'));
                }
                return '(?:' + prefixes.join('|') + ')';
            }
            return filtered.join('/');
        })
            .join('|');
        // need to wrap in parens if we had more than one thing with |,
        // otherwise only the first will be anchored to ^ and the last to $
        const [open, close] = set.length > 1 ? ['(?:', ')'] : ['', ''];
        // must match entire pattern
        // ending in a * or ** will make it less strict.
        re = '^' + open + re + close + '$';
        // In partial mode, '/' should always match as it's a valid prefix for any pattern
        if (this.partial) {
            re = '^(?:\\/|' + open + re.slice(1, -1) + close + ')$';
        }
        // can match anything, as long as it's not this.
        if (this.negate)
            re = '^(?!' + re + ').+$';
        try {
            this.regexp = new RegExp(re, [...flags].join(''));
            /* c8 ignore start */
        }
        catch {
            // should be impossible
            this.regexp = false;
        }
        /* c8 ignore stop */
        return this.regexp;
    }
    slashSplit(p) {
        // if p starts with // on windows, we preserve that
        // so that UNC paths aren't broken.  Otherwise, any number of
        // / characters are coalesced into one, unless
        // preserveMultipleSlashes is set to true.
        if (this.preserveMultipleSlashes) {
            return p.split('/');
        }
        else if (this.isWindows && /^\/\/[^/]+/.test(p)) {
            // add an extra '' for the one we lose
            return ['', ...p.split(/\/+/)];
        }
        else {
            return p.split(/\/+/);
        }
    }
    match(f, partial = this.partial) {
        this.debug('match', f, this.pattern);
        // short-circuit in the case of busted things.
        // comments, etc.
        if (this.comment) {
            return false;
        }
        if (this.empty) {
            return f === '';
        }
        if (f === '/' && partial) {
            return true;
        }
        const options = this.options;
        // windows: need to use /, not \
        if (this.isWindows) {
            f = f.split('\\').join('/');
        }
        // treat the test path as a set of pathparts.
        const ff = this.slashSplit(f);
        this.debug(this.pattern, 'split', ff);
        // just ONE of the pattern sets in this.set needs to match
        // in order for it to be valid.  If negating, then just one
        // match means that we have failed.
        // Either way, return on the first hit.
        const set = this.set;
        this.debug(this.pattern, 'set', set);
        // Find the basename of the path by looking for the last non-empty segment
        let filename = ff[ff.length - 1];
        if (!filename) {
            for (let i = ff.length - 2; !filename && i >= 0; i--) {
                filename = ff[i];
            }
        }
        for (const pattern of set) {
            let file = ff;
            if (options.matchBase && pattern.length === 1) {
                file = [filename];
            }
            const hit = this.matchOne(file, pattern, partial);
            if (hit) {
                if (options.flipNegate) {
                    return true;
                }
                return !this.negate;
            }
        }
        // didn't get any hits.  this is success if it's a negative
        // pattern, failure otherwise.
        if (options.flipNegate) {
            return false;
        }
        return this.negate;
    }
    static defaults(def) {
        return minimatch.defaults(def).Minimatch;
    }
}
/* c8 ignore start */



/* c8 ignore stop */
minimatch.AST = AST;
minimatch.Minimatch = Minimatch;
minimatch.escape = escape_escape;
minimatch.unescape = unescape_unescape;
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./lib/pod/patterns.js

/**
 * Whether all of a name or a path matches a pattern, as minimatch reads it: `*` and `?` stay between two slashes, and `**` between two slashes goes through
 * any number of them. `false` for what is not a pattern, and for a text beyond the bounds of names and paths.
 */
function matchesPattern(pattern, text) {
    const matchers = matchersOf(pattern);
    return typeof matchers !== "string" && isWithinBounds(text) && matchers.some((matcher) => matcher.match(text));
}
/**
 * Whether patterns select a path: the last one that matches decides, and a leading `!` excludes what its pattern matches (`!(` opens a group).
 * A path beyond the bounds is selected: no name keeps a file from being judged.
 */
function selectsPath(patterns, path) {
    if (!isWithinBounds(path))
        return true;
    return patterns.reduce((isSelected, pattern) => {
        const own = withoutExclusion(pattern);
        if (own === pattern)
            return isSelected || matchesPattern(pattern, path);
        return isSelected && !matchesPattern(own, path);
    }, false);
}
/** What is wrong with a pattern, with or without a `!` that excludes, for the sentence "The pattern …"; `undefined` where nothing is. */
function findPatternDefect(pattern) {
    const matchers = matchersOf(withoutExclusion(pattern));
    return typeof matchers === "string" ? matchers : undefined;
}
function withoutExclusion(pattern) {
    return /^!(?!\()/.test(pattern) ? pattern.slice(1) : pattern;
}
/** The most characters of a pattern, of a text, and of a step between two slashes, and the most steps. File systems and API servers take no longer names. */
const most = { pattern: 1_000, text: 4_096, step: 255, steps: 100 };
const mostExpansions = 1_000;
const mostStars = 3;
/** A regular expression takes a millisecond to make for each of them: they know all of Unicode. */
const mostNamedClasses = 100;
/**
 * The most ways to match. minimatch makes a regular expression of each step, and that tries every way to share a text among the wildcards: about the
 * length of the text for each of them. This is the work of four steps with three `*` each, some milliseconds.
 */
const mostWays = 4 * most.step ** mostStars;
function isWithinBounds(text) {
    if (text.length > most.text)
        return false;
    const steps = text.split("/");
    return steps.length <= most.steps && steps.every((step) => step.length <= most.step && !/^\.\.?$/.test(step));
}
const known = new Map();
/** What matches a pattern's expansions, made once, or what is wrong with it. */
function matchersOf(pattern) {
    const matchers = known.get(pattern) ?? compile(pattern);
    known.set(pattern, matchers);
    return matchers;
}
const options = { dot: true, nobrace: true, nocomment: true, nonegate: true, platform: "linux" };
function compile(pattern) {
    if (pattern === "")
        return "is empty";
    if (pattern.length > most.pattern)
        return `is longer than ${most.pattern.toLocaleString("en")} characters`;
    if (/^\/|\/$/.test(pattern))
        return "starts or ends with a slash, and no name does";
    const defect = findBraceDefect(pattern);
    if (defect)
        return defect;
    const expansions = patterns_expand(pattern.replace(/^(\.\/)+/, ""));
    if (expansions.length > mostExpansions)
        return `has braces that stand for more than ${mostExpansions.toLocaleString("en")} patterns`;
    const matchers = [];
    let ways = 0;
    let namedClasses = 0;
    for (const expansion of expansions) {
        const steps = expansion.split("/").map(partsOf);
        for (const step of steps) {
            const counted = countWays(step);
            if (typeof counted === "string")
                return counted;
            ways += counted;
            namedClasses += step.filter(isNamedClass).length;
        }
        if (ways > mostWays)
            return "can match in too many ways: use fewer *, braces and groups";
        if (namedClasses > mostNamedClasses)
            return `has more than ${mostNamedClasses} classes such as [:alpha:]`;
        matchers.push(new Minimatch(steps.map(textFor).join("/"), options));
    }
    return matchers;
}
function patterns_expand(pattern) {
    return braceExpand(pattern, { braceExpandMax: mostExpansions + 1 });
}
/** A brace that is left when all are expanded has no meaning to minimatch. */
function findBraceDefect(pattern) {
    const unescaped = pattern.replace(/\\./gsu, "");
    const left = patterns_expand(unescaped)
        .join("/")
        .replace(part, (each) => (each.length === 1 ? each : ""));
    if (/\{.*\}/s.test(left))
        return "has braces without a comma or a range between them";
    const brace = /[{}]/.exec(left)?.[0];
    return brace && `has a ${brace} without its other half`;
}
/** What a step is made of: an escaped character, a class, the start of a group, or a character. */
const part = /\\.|\[[!^]?\]?(?:\[:(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]|\\.|[^\\\]])*\]|[!*+?@]\(|./gsu;
function partsOf(step) {
    // Behind a `*` minimatch takes a backslash for a part of the name: it goes where it says nothing.
    return [...step.matchAll(part)].map(([each]) => each.replace(/^\\([^!*+?@()[\]|\\^])$/su, "$1"));
}
/** Whether a part is a class that has characters by name, as `[[:alpha:]]` has. */
function isNamedClass(each) {
    return each.startsWith("[") && each.includes("[:");
}
/** A step as minimatch can read it. Beside a class by name it escapes plain punctuation, and leaves an escaped `!`, in ways that no regular expression allows. */
function textFor(parts) {
    if (!parts.some(isNamedClass))
        return parts.join("");
    return parts.map((each) => (each === "\\!" ? "@(!)" : each.replace(/^[-,#\s]$/, "\\$&"))).join("");
}
/** In how many ways a step may match, or what is wrong with it. */
function countWays(parts) {
    if (/^\.\.?$/.test(parts.join("")))
        return `has the step ${parts.join("")}, which is not a name`;
    const outside = [];
    const groups = [];
    let open;
    for (const each of parts) {
        const isStart = /^[!*+?@]\($/.test(each);
        if (/^[[\]\\]$/.test(each))
            return `has a ${each} without its other half`;
        if (hasBackwardRange(each))
            return "has a range in [ ] that goes backwards";
        if (open && isStart)
            return "has a group within a group";
        if (isStart) {
            open = { start: each, alternatives: [[]] };
            groups.push(open);
        }
        if (!open || isStart)
            outside.push(each);
        else if (each === "|")
            open.alternatives.push([]);
        else if (each === ")")
            open = undefined;
        else
            open.alternatives.at(-1)?.push(each);
    }
    if (open)
        return `has a ${open.start} without its other half`;
    if (outside.some((each, index) => repeats(each) && repeats(outside[index + 1])))
        return "has two repeating groups side by side";
    const ambiguous = groups.find(({ start, alternatives }) => repeats(start) && !isDistinct(alternatives));
    if (ambiguous)
        return `repeats a group that can match one text in two ways, as ${ambiguous.start}a|ab) does`;
    const stars = groups.reduce((sum, { alternatives }) => sum + Math.max(...alternatives.map(countStars)), countStars(outside) + outside.filter((each) => each === "!(" || repeats(each)).length);
    if (stars > mostStars)
        return `has more than ${mostStars} * or groups that repeat or exclude between two slashes`;
    const choices = groups.map(({ start, alternatives }) => alternatives.length + (start === "?(" ? 1 : 0));
    return choices.reduce((product, each) => product * each, most.step ** Math.max(1, stars));
}
function repeats(start) {
    return start === "*(" || start === "+(";
}
/** `**` within a step means `*`. */
function countStars(parts) {
    return parts.filter((each, index) => each === "*" && parts[index - 1] !== "*").length;
}
/** Whether no text fits two of the alternatives, or begins with one and fits another. None may be empty, or of no certain length. */
function isDistinct(alternatives) {
    const isOpen = (each) => each === undefined || each === "?" || each.length > 2;
    const mayCoincide = (a, b) => a.every((each, index) => isOpen(each) || isOpen(b[index]) || each === b[index]);
    return alternatives.every((each, index) => each.length > 0 &&
        !each.includes("*") &&
        !alternatives.slice(index + 1).some((other) => mayCoincide(each, other)));
}
/** minimatch passes over `z-a` in a class. */
function hasBackwardRange(each) {
    if (!each.startsWith("["))
        return false;
    const ranges = each.replace(/\[:\w+:\]/g, "").matchAll(/\\?(.)-\\?([^\\\]])/gsu);
    return [...ranges].some(([, from = "", to = ""]) => from > to);
}


/***/ }),

/***/ 3506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FC: () => (/* binding */ fromFolder),
/* harmony export */   G4: () => (/* binding */ defaultPolicy),
/* harmony export */   VV: () => (/* binding */ modeOf),
/* harmony export */   oN: () => (/* binding */ hasExpired)
/* harmony export */ });
/* harmony import */ var _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7471);
/* harmony import */ var _yaml_read_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7234);


/** What is in force where nobody says anything else. */
const defaultPolicy = {
    enforce: "restricted",
    warn: "hardened",
    audit: "hardened",
    kubernetesVersion: _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .latestVersion */ .qD,
    gate: "all",
    fix: {},
    limits: _yaml_read_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .usualLimits */ .t,
    namespaces: [],
    rules: {},
    workloads: [],
    exemptions: [],
    baseline: new Map(),
    images: new Map(),
    today: "",
    folder: "",
    isWhole: false,
    shard: null,
};
/** The mode of a violation: the strictest one, from `strictest` on, that asks for the violated level; `undefined` where none does. */
function modeOf(policy, violated, strictest = "enforce") {
    return _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .modes */ .nI.slice(_pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .modes */ .nI.indexOf(strictest)).find((mode) => _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .levels */ .yr.indexOf(policy[mode]) >= _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .levels */ .yr.indexOf(violated));
}
/** Whether an ignore or exemption is over today; its last day still counts. */
function hasExpired(expires, today) {
    return expires !== null && expires < today;
}
/** A file's path as seen from the folder of the configuration. */
function fromFolder(folder, file) {
    const steps = [];
    for (const step of `${folder}${file}`.split("/")) {
        if (step === ".." && steps.length > 0 && steps.at(-1) !== "..")
            steps.pop();
        else if (step !== "" && step !== ".")
            steps.push(step);
    }
    return steps.join("/");
}


/***/ }),

/***/ 1116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ buildAnnotations),
/* harmony export */   x: () => (/* binding */ truncate)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2527);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5930);


/** Turns the findings that nobody ignores into annotations, one for all that stand on the same lines: the most serious first, then by file and line. */
function buildAnnotations(findings) {
    const open = findings.filter(({ ignored }) => !ignored);
    const groups = (0,_order_js__WEBPACK_IMPORTED_MODULE_0__/* .groupBy */ .$)(open, ({ location: { file, start, end } }) => `${file}\0${start.line}\0${end.line}`);
    return [...groups.values()].flatMap(mergeIntoAnnotation).sort(compareAnnotations);
}
function mergeIntoAnnotation(group) {
    const sorted = group.toSorted(_order_js__WEBPACK_IMPORTED_MODULE_0__/* .compareModes */ .u);
    const [first] = sorted;
    if (!first)
        return [];
    const { file, start, end } = first.location;
    const isSameRange = group.every(({ location }) => location.start.column === start.column && location.end.column === end.column);
    const annotation = {
        file,
        mode: first.mode,
        start,
        end,
        hasColumns: start.line === end.line && isSameRange,
        title: truncate([...new Set(sorted.map(({ rule }) => rule.id))].join(", "), 250),
        message: sorted.map(describeFinding).join("\n\n"),
    };
    return [annotation];
}
function describeFinding({ message, fix, rule, new: isNew }) {
    const offer = fix ? ` Fix: ${fix.title}${fix.risk ? ` (${fix.risk})` : ""}.` : "";
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeControls */ .UN)(`${message}${offer} [${rule.id}${isNew === false ? ", there before the change" : ""}]`);
}
function compareAnnotations(a, b) {
    const inFile = a.file < b.file ? -1 : a.file > b.file ? 1 : a.start.line - b.start.line;
    return (0,_order_js__WEBPACK_IMPORTED_MODULE_0__/* .compareModes */ .u)(a, b) || inFile;
}
/** Cuts text to at most so many characters, and ends it with an ellipsis where something is left out. */
function truncate(text, limit) {
    return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}


/***/ }),

/***/ 2527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   UN: () => (/* binding */ escapeControls),
/* harmony export */   bq: () => (/* binding */ fenceCode),
/* harmony export */   q: () => (/* binding */ stringifySafely),
/* harmony export */   qK: () => (/* binding */ isSafeToShow)
/* harmony export */ });
/**
 * Makes text safe for a terminal or a log. Control characters other than the tab, and characters that turn, join or hide text (Unicode Cc, Cf, Zl and Zp),
 * are written as `\u{…}`, so that a reader sees them and nothing obeys them.
 */
function escapeControls(text) {
    return text.replace(/(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
/**
 * Serialises a value as JSON that is safe for a terminal or a log: it escapes the same characters in JSON's own way, so a parser reads the value unchanged.
 * Line feeds stay, because in JSON they stand only between values.
 */
function stringifySafely(value, indent) {
    const json = JSON.stringify(value, null, indent);
    // Most text is plain, and the pattern of Unicode properties is slow.
    return printable.test(json) ? json : json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeUnits);
}
const printable = /^[ -~\n]*$/;
function escapeUnits(character) {
    return character.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** Wraps untrusted text in a Markdown code span: nothing in it is read as Markdown, as a mention or as a link. */
function codeSpan(value) {
    const shown = replaceControls(value).replaceAll("|", "\\|");
    const fence = "`".repeat(measureLongestFence(shown) + 1);
    const space = /^`|`$|^$/.test(shown) ? " " : "";
    return fence + space + shown + space + fence;
}
/** Escapes untrusted text for Markdown: punctuation has no meaning, and mentions, references and addresses are broken. */
function escapeMarkdown(value) {
    return replaceControls(value)
        .replace(/[\\`*_{}[\]<>()#+!|~&$^=-]/g, "\\$&")
        .replace(/:(?=\/\/)|(?<=\bwww)\./gi, "\\$&")
        .replace(/@/g, "@\u200b");
}
/** Wraps text in a fenced Markdown block that nothing in the text can close. */
function fenceCode(language, content) {
    const fence = "`".repeat(Math.max(3, measureLongestFence(content) + 1));
    return `${fence}${language}\n${content.replace(/\n$/, "")}\n${fence}`;
}
/** Whether text can be shown unchanged: it holds no control character, and none that turns, joins or hides text. */
function isSafeToShow(value) {
    return !/(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value);
}
function measureLongestFence(value) {
    return [...value.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
}
function replaceControls(value) {
    return value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd");
}


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   renderMarkdown: () => (/* binding */ renderMarkdown),
/* harmony export */   renderPatches: () => (/* binding */ renderPatches),
/* harmony export */   summarizeVerdict: () => (/* binding */ summarizeVerdict)
/* harmony export */ });
/* harmony import */ var _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7471);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2527);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5930);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3394);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8191);





/** Sums up a result in one line: what the gate says, and why. */
function summarizeVerdict({ verdict, findings, problems }) {
    const failures = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)((0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .countFindings */ .Gt)(findings, "enforce"), "failure");
    const [warnings, notices] = [(0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .countFindings */ .Gt)(findings, "warn"), (0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .countFindings */ .Gt)(findings, "audit")];
    const others = `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(warnings, "warning")}, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(notices, "notice")}`;
    if (verdict === "error") {
        const errors = problems.filter(({ severity }) => severity === "error").length;
        return `Could not evaluate: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(errors, "manifest")} could not be read; ${failures}, ${others}`;
    }
    if (verdict === "fail")
        return `${failures}, ${others}`;
    return warnings + notices === 0 ? "Nothing to report" : `No failures; ${others}`;
}
/**
 * Renders the report for the job summary and for the body of the check run: verdict, problems, workloads, findings by file. It has at most `limit` UTF-8
 * bytes: whole items are left out where there is no room, and their number is given.
 */
function renderMarkdown(result, limit, { link = () => undefined, notes = [] } = {}) {
    const { findings, workloads, problems } = result;
    const page = startPage(limit);
    page.add([...renderHead(result), ...notes.map((note) => `> ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(note)}\n\n`)]);
    if (problems.length > 0) {
        page.add(["#### Not evaluated, or worth a note\n\n"]);
        const items = problems.map((problem) => renderProblemItem(problem, link));
        const left = page.add(items, 0.3);
        page.add([`${left > 0 ? `\n${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(left, "more problem")} did not fit here.\n` : ""}\n`]);
    }
    if (workloads.length > 0) {
        page.add(["| workload | baseline | restricted | failures | warnings | notices |\n|---|---|---|---|---|---|\n"]);
        const left = page.add(renderTableRows(workloads, findings), 0.3);
        page.add([`${left > 0 ? `\n${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(left, "more workload")}.\n` : ""}\n`]);
    }
    page.add(renderAddedIgnores(result.addedIgnores, link));
    const open = findings.filter(({ ignored }) => !ignored);
    const left = page.add(renderFindingItems(open, link));
    if (left > 0)
        page.close(`\n${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(left, "more finding")} did not fit here.\n`);
    else if (open.some(({ fix }) => fix))
        page.close("\nFix all of it with `secctx fix`, or look first with `secctx fix --diff`.\n");
    return page.text();
}
/** Renders patches in at most `limit` UTF-8 bytes: whole files are left out where there is no room, and counted with those that are `left`. */
function renderPatches({ patches, others, left }, limit) {
    if (patches.length + others.length + left === 0)
        return "";
    const page = startPage(limit);
    page.add(["#### Hardened YAML\n\n", ...(patches.length > 0 ? ["For `git apply`:\n\n"] : [])]);
    const more = left + page.add(patches.map((patch) => `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .fenceCode */ .bq)("diff", patch)}\n\n`));
    page.add(others.map((file) => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(file)}: its line ends or hidden characters would not survive here.\n`));
    if (more + others.length > 0)
        page.close(`\n${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(more + others.length, "more file")} to harden: \`secctx fix\` writes them.\n`);
    return page.text();
}
/** The bytes that are kept free for what closes a page. */
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
/** A change that adds ignore comments hides findings: the reviewer has to see them. */
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
/** Renders findings by file. The files with the most serious findings come first, so that a cut loses the least. */
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
    const age = isNew === false ? " (there before the change)" : "";
    const place = linkTo(`line ${start.line}`, link(file, start.line));
    return `- **${_words_js__WEBPACK_IMPORTED_MODULE_2__/* .modeNouns */ .TO[mode]}**${age} ${place} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(rule.id)}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .escapeMarkdown */ .FV)(message)}${offer}\n`;
}
function renderPlace(file, line, link) {
    return linkTo((0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(`${file}:${line}`), link(file, line));
}
function linkTo(shown, target) {
    return target ? `[${shown}](${target})` : shown;
}
/** Renders a table row for each workload: what Pod Security Admission answers, and the rules that it breaks, by mode. */
function renderTableRows(workloads, findings) {
    const open = findings.filter(({ ignored }) => !ignored);
    const findingsByWorkload = (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .groupBy */ .$)(open, ({ location, workload }) => getWorkloadKey(location.file, workload));
    return workloads.map(({ pod, admission }) => {
        const { kind, name } = pod.workload;
        const own = findingsByWorkload.get(getWorkloadKey(pod.document.file, pod.workload)) ?? [];
        const answer = (allowed) => (allowed ? "allowed" : "**rejected**");
        const cells = _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .modes */ .nI.map((mode) => {
            const ids = new Set(own.filter((finding) => finding.mode === mode).map(({ rule }) => rule.id));
            return [...ids].map(_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS).join(" ");
        });
        return `| ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(`${kind} ${name}`)} | ${answer(admission.baseline.allowed)} | ${answer(admission.restricted.allowed)} | ${cells.join(" | ")} |\n`;
    });
}
function getWorkloadKey(file, { apiVersion, kind, namespace, name }) {
    return JSON.stringify([file, apiVersion, kind, namespace, name]);
}


/***/ }),

/***/ 5930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ groupBy),
/* harmony export */   u: () => (/* binding */ compareModes)
/* harmony export */ });
/* harmony import */ var _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7471);

/** Orders by how serious a mode is: what fails the gate first. */
function compareModes(a, b) {
    return _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .modes */ .nI.indexOf(a.mode) - _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .modes */ .nI.indexOf(b.mode);
}
/** Groups items by a key. Groups stand in the order of their first items, and items in the order in which they came. */
function groupBy(items, getKey) {
    const groups = new Map();
    for (const item of items) {
        const key = getKey(item);
        const group = groups.get(key);
        if (group)
            group.push(item);
        else
            groups.set(key, [item]);
    }
    return groups;
}


/***/ }),

/***/ 3394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ countFindings),
/* harmony export */   n9: () => (/* binding */ startSummary)
/* harmony export */ });
/* unused harmony export summaryKeys */
/** What a summary counts, in the order of the reports. */
const summaryKeys = (/* unused pure expression or super */ null && ([
    "files",
    "workloads",
    "containers",
    "enforce",
    "warn",
    "audit",
    "ignored",
    "problems",
]));
/** Starts to count at zero. */
function startSummary() {
    const sum = { workloads: 0, containers: 0, enforce: 0, warn: 0, audit: 0, ignored: 0 };
    return {
        add({ findings = [], workloads = [] }) {
            for (const { mode, ignored } of findings)
                sum[ignored ? "ignored" : mode]++;
            for (const { pod } of workloads)
                sum.containers += pod.containers.length;
            sum.workloads += workloads.length;
        },
        finish: ({ files, problems }) => ({ files, ...sum, problems: problems.length }),
    };
}
/** Counts the findings of a mode that nobody ignores. */
function countFindings(findings, mode) {
    return findings.filter((finding) => finding.mode === mode && !finding.ignored).length;
}


/***/ }),

/***/ 8191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   D6: () => (/* binding */ describeFix),
/* harmony export */   TO: () => (/* binding */ modeNouns),
/* harmony export */   X4: () => (/* binding */ nameWorkload)
/* harmony export */ });
/** What people call the findings of each mode. */
const modeNouns = { enforce: "failure", warn: "warning", audit: "notice" };
/** Formats a count with its noun: `1 finding`, `2 findings`. */
function formatCount(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
}
/** Names a workload for a reader: `Deployment web`. */
function nameWorkload({ kind, name }) {
    return `${kind} ${name || "without a name"}`;
}
/** Describes a fix in a few words: its title, and its risk in brackets. */
function describeFix({ title, risk }) {
    return risk ? `${title} (${risk})` : title;
}


/***/ }),

/***/ 1820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   escapeCommandData: () => (/* binding */ escapeCommandData),
/* harmony export */   escapeLogLine: () => (/* binding */ escapeLogLine),
/* harmony export */   renderWorkflowCommands: () => (/* binding */ renderWorkflowCommands)
/* harmony export */ });
/* harmony import */ var _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7471);
/* harmony import */ var _annotations_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1116);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2527);



const commandNames = { enforce: "error", warn: "warning", audit: "notice" };
/** The runner shows ten annotations of each kind for a step. One place is kept for the job's own message. */
const mostPerMode = 9;
/** The runner silently cuts messages that are longer. */
const longestMessage = 4096;
/**
 * Renders findings as workflow commands (docs.github.com, "Workflow commands for GitHub Actions"), one line for each. A last line of each kind counts the
 * annotations that did not fit. At most `limit` annotations are shown.
 */
function renderWorkflowCommands({ findings }, limit = Number.POSITIVE_INFINITY) {
    const annotations = (0,_annotations_js__WEBPACK_IMPORTED_MODULE_1__/* .buildAnnotations */ .P)(findings);
    const shown = annotations.slice(0, limit);
    const lines = _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .modes */ .nI.flatMap((mode) => {
        const isOfMode = (annotation) => annotation.mode === mode;
        const sent = shown.filter(isOfMode).slice(0, mostPerMode);
        const rest = annotations.filter(isOfMode).length - sent.length;
        return [
            ...sent.map(formatCommand),
            ...(rest > 0 ? [`${rest} more of kind ${commandNames[mode]}: see the job summary.`] : []),
        ];
    });
    return lines.map((line) => `${line}\n`).join("");
}
function formatCommand({ start, end, file, mode, title, message, hasColumns }) {
    const columns = hasColumns ? `,col=${start.column},endColumn=${Math.max(start.column, end.column - 1)}` : "";
    const properties = `file=${escapeCommandProperty((0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeControls */ .UN)(file))},line=${start.line},endLine=${end.line}${columns},title=${escapeCommandProperty(title)}`;
    return `::${commandNames[mode]} ${properties}::${escapeCommandData((0,_annotations_js__WEBPACK_IMPORTED_MODULE_1__/* .truncate */ .x)(message, longestMessage))}`;
}
/** Escapes text for the part of a workflow command behind its second `::`. */
function escapeCommandData(value) {
    return breakOldCommands(value).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeCommandProperty(value) {
    return escapeCommandData(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
/** Makes untrusted text safe for a line of the job's log: the runner takes nothing in it for a workflow command. */
function escapeLogLine(value) {
    return breakOldCommands((0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeControls */ .UN)(value)).replace(/^(\s*)::/, "$1:\u200b:");
}
/** The runner still obeys the old form, `##[command]`, anywhere in a line. */
function breakOldCommands(value) {
    return value.replaceAll("##[", "##\u200b[");
}


/***/ }),

/***/ 2231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ exitStatus)
/* harmony export */ });
/** The exit status of a run with each verdict, at both doors. */
const exitStatus = { pass: 0, fail: 1, error: 2 };


/***/ }),

/***/ 5552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ withoutTemplates)
/* harmony export */ });
/**
 * Helm's templates among the files: they are no YAML until they are rendered, and are never read as such. Each chart is said once, by the shard that has its first.
 * A template that the user named stays: that it can't be read is an error then.
 */
function withoutTemplates(sources) {
    const charts = new Map();
    const manifests = sources.filter((source) => {
        const chart = source.named ? undefined : chartOf(source);
        if (chart === undefined)
            return true;
        charts.set(chart, { first: charts.get(chart)?.first ?? source, count: (charts.get(chart)?.count ?? 0) + 1 });
        return false;
    });
    const own = [...charts.values()].filter(({ first }) => !first.elsewhere);
    const notes = own.map(({ first, count }) => {
        const message = `A Helm chart, not evaluated (${count === 1 ? "1 template" : `${count} templates`}): pipe \`helm template\` into \`secctx check -\`.`;
        return { severity: "note", file: first.file, line: 1, message };
    });
    return { manifests, notes };
}
/** The folder of the chart that a template belongs to. */
function chartOf({ file, text }) {
    if (!file.includes("templates/") || !text.includes("{{"))
        return undefined;
    return /^(.*?)(^|\/)templates\//.exec(file)?.[1];
}


/***/ }),

/***/ 6634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   eb: () => (/* binding */ UsageError)
/* harmony export */ });
/** The caller asked for something that can't be done: a sentence with what to do next. The doors print it and end with status 2. */
class UsageError extends Error {
}
/** The system's name for what went wrong, such as `ENOENT`. */
function codeOf(error) {
    return error.code ?? "";
}
/** The system's reason, in words that a user can act on. */
function reasonOf(error) {
    return reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}
const reasons = {
    ENOENT: "there is no such file or folder",
    ENOTDIR: "a part of its path is no folder",
    EACCES: "you may not read or write it",
    EPERM: "you may not read or write it",
    EISDIR: "it is a folder",
    ELOOP: "its links go in a circle",
    ENOSPC: "the disk is full",
    EDQUOT: "your share of the disk is full",
    EFBIG: "the system allows no file of this size here",
    EROFS: "the disk is read-only",
};


/***/ }),

/***/ 1554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Fo: () => (/* binding */ collect),
  D4: () => (/* binding */ decode),
  SP: () => (/* binding */ shown)
});

// UNUSED EXPORTS: isManifest, liesAt, readFiles

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/pod/patterns.js + 8 modules
var patterns = __nccwpck_require__(5127);
// EXTERNAL MODULE: ./lib/source/errors.js
var errors = __nccwpck_require__(6634);
;// CONCATENATED MODULE: ./lib/source/folders.js



/** Every file below a folder, save what git ignores and what lies in hidden folders or `node_modules`. */
async function entriesOf(folder) {
    const ofGit = await gitFiles(folder);
    return ofGit?.filter(({ name }) => !name.split("/").slice(0, -1).some(folders_isSkipped)) ?? walk(folder);
}
/** Whether a folder of this name is passed over. */
function folders_isSkipped(name) {
    return name === "node_modules" || (name.startsWith(".") && name !== "." && name !== "..");
}
/** What git tracks, and what is new and not ignored, with what lies in submodules; `undefined` where git does not tell. */
async function gitFiles(folder) {
    if (!isInRepository((0,external_node_path_.resolve)(folder)))
        return undefined;
    // Loaded here: a single file needs no git, and this module costs 4 ms.
    const { spawnSync } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1421, 19));
    const git = (...args) => spawnSync("git", [...gitSettings, ...args], {
        cwd: folder,
        encoding: "utf8",
        maxBuffer: 2 ** 30,
        env: gitEnvironment(),
        stdio: ["ignore", "pipe", "ignore"],
    });
    const { status, stdout } = git("ls-files", "-z", "--stage", "--cached", "--others", "--exclude-standard");
    // No git, or a repository that it won't open.
    if (status !== 0)
        return undefined;
    // A folder that git ignores, and that the user named: all of it is meant.
    if (stdout === "" && git("check-ignore", "--quiet", (0,external_node_path_.resolve)(folder)).status === 0)
        return undefined;
    const entries = [];
    for (const line of stdout.split("\0").filter((each) => each !== "")) {
        const [, mode, name = line] = /^(\d{6}) [0-9a-f]+ \d\t(.*)$/s.exec(line) ?? [];
        const isRepository = mode === "160000" || name.endsWith("/");
        entries.push(...(isRepository ? await within(folder, name.replace(/\/$/, "")) : [{ name }]));
    }
    return entries;
}
/** What lies in a repository of its own, below the folder that is listed. */
async function within(folder, name) {
    const isThere = (0,external_node_fs_.statSync)((0,external_node_path_.join)(folder, name), { throwIfNoEntry: false })?.isDirectory();
    const entries = isThere ? await entriesOf((0,external_node_path_.join)(folder, name)) : [];
    return entries.map((entry) => ({ ...entry, name: `${name}/${entry.name}` }));
}
/** What a repository's own settings may not make git run. */
const gitSettings = ["-c", "core.fsmonitor=false"];
/** The environment for git: a git hook has its own idea of where the repository is, and nothing here asks or writes. */
function gitEnvironment() {
    const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...env } = process.env;
    return { ...env, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
}
function isInRepository(folder) {
    return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, ".git")) || ((0,external_node_path_.dirname)(folder) !== folder && isInRepository((0,external_node_path_.dirname)(folder)));
}
function walk(folder, prefix = "") {
    try {
        return (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
            const name = prefix + entry.name;
            if (entry.isDirectory())
                return folders_isSkipped(entry.name) ? [] : walk(folder, `${name}/`);
            const isFile = entry.isFile();
            return isFile || entry.isSymbolicLink() ? [{ name, isFile }] : [];
        });
    }
    catch (error) {
        return [{ name: prefix.replace(/\/$/, ""), reason: (0,errors/* reasonOf */.A3)(error) }];
    }
}

;// CONCATENATED MODULE: ./lib/source/files.js





/**
 * The manifests at paths, in the order of their names: files as they are, folders searched for `*.yaml`, `*.yml` and `*.json`, `-` for standard input.
 * In a folder, what git ignores, hidden folders and `node_modules` are passed over. Throws a UsageError for a path that does not exist.
 */
async function collect(paths) {
    const found = new Map();
    for (const path of paths.length > 0 ? paths : ["."])
        for (const each of await filesAt(path))
            if (each.named || !found.has(each.file))
                found.set(each.file, each);
    return read([...found.values()].sort(byFile));
}
/** The texts of files that are known to be wanted. */
function readFiles(files) {
    return read(files.map((file) => ({ file, named: false })));
}
async function read(found) {
    const sources = [];
    const problems = [];
    for (const each of found) {
        const text = each.file === "-" ? await standardInput() : textOf(each);
        if (typeof text === "string")
            sources.push({ file: each.file, text, named: each.named });
        else if (text)
            problems.push(unreadable(each.file, text));
        if (text === "" && each.file === "-")
            problems.push(silence);
    }
    return { sources, problems };
}
async function filesAt(path) {
    if (path === "-")
        return [{ file: path, named: true }];
    const kind = kindOf(path);
    if (kind === "file")
        return [{ file: shown(path), named: true }];
    if (kind === "folder")
        return (await listFiles(path)).filter(({ file, reason }) => reason || isManifest(file));
    if (!wildcard.test(path))
        throw missing(path);
    const files = await filesMatching(path);
    if (files.length > 0)
        return files;
    throw new errors/* UsageError */.eb(`"${path}": no file matches, seen from ${process.cwd()}. What git ignores, hidden folders and node_modules are passed over.`);
}
/** Where a pattern stops being a plain path. */
const wildcard = /[*?[{]|[!+@]\(/;
function missing(path) {
    return new errors/* UsageError */.eb(`"${path}": there is no such file or folder, seen from ${process.cwd()}.`);
}
function kindOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory() ? "folder" : "file";
    }
    catch (error) {
        // What is there and can't be reached is a file: reading it says why.
        return isMissing(error) && !isLink(path) ? undefined : "file";
    }
}
async function filesMatching(path) {
    const isMatch = matcherFor(path);
    // The folder of the first wildcard: it is named, be it hidden or outside the working directory.
    const base = (0,external_node_path_.dirname)(`${path.slice(0, path.search(wildcard))}x`);
    return kindOf(base) === "folder" ? (await listFiles(base)).filter(({ file }) => isMatch(file)) : [];
}
/** Which files a path with wildcards means. One that takes files of any kind, such as `k8s/*`, means the manifests among them. */
function matcherFor(path) {
    const pattern = shown(path);
    // Steps that lead up are the same in both, and are no names.
    const [up = ""] = /^(\.\.\/)*/.exec(pattern) ?? [];
    const own = pattern.slice(up.length);
    const defect = (0,patterns/* findPatternDefect */.zV)(own);
    if (defect)
        throw new errors/* UsageError */.eb(`The pattern ${JSON.stringify(path)} ${defect}.`);
    const takesAny = /(^|\/)(\*+|!\([^/]*\))$/.test(pattern);
    return (file) => file.startsWith(up) && (0,patterns/* matchesPattern */.MT)(own, file.slice(up.length)) && (!takesAny || isManifest(file));
}
async function listFiles(folder) {
    const entries = await entriesOf(folder);
    const place = shown(folder);
    // What holds the working directory has other names from there.
    const isAround = /^\.\.(\/\.\.)*$/.test(place);
    const fileOf = (name) => {
        if (name === "")
            return place;
        if (place === ".")
            return name;
        return isAround ? shown((0,external_node_path_.join)(folder, name)) : `${place}/${name}`;
    };
    return entries.map(({ name, reason, isFile }) => ({ file: fileOf(name), named: false, reason, isFile }));
}
/** Whether a file in a folder is taken for a manifest, by its name. Our own files are none. */
function isManifest(file) {
    return /\.(ya?ml|json)$/i.test(file) && !/(^|\/)\.secctx(-baseline)?\.\w+$/.test(file);
}
/** Whether a file lies at one of the paths, as `collect` would find it there. Throws a UsageError for a path that does not exist. */
function liesAt(paths) {
    const places = (paths.length > 0 ? paths : ["."]).map(placeAt);
    return (file) => places.some((isIn) => isIn(file));
}
function placeAt(path) {
    if (path === "-")
        throw new UsageError("-: standard input has nothing to compare with: leave out --changed.");
    const kind = kindOf(path);
    const name = shown(path);
    if (kind === "file")
        return (file) => file === name;
    if (kind === "folder") {
        const start = name === "." ? "" : `${name}/`;
        const isBelow = (file) => file.startsWith(start) && !(start === "" && file.startsWith("../"));
        return (file) => isBelow(file) && isManifest(file) && !file.slice(start.length).split("/").slice(0, -1).some(isSkipped);
    }
    if (!wildcard.test(path))
        throw missing(path);
    return matcherFor(path);
}
/** How a path is printed: from the working directory, with `/`, without `./`. */
function shown(path) {
    return (0,external_node_path_.relative)(process.cwd(), (0,external_node_path_.resolve)(path)).split(external_node_path_.sep).join("/") || ".";
}
/** A file's text, why it can't be had, or nothing for what is no file (any more). */
function textOf({ file, named, reason, isFile }) {
    if (reason)
        return { line: 1, reason };
    try {
        if (!named && !isFile && !(0,external_node_fs_.statSync)(file).isFile())
            return undefined;
        const text = (0,external_node_fs_.readFileSync)(file, "utf8");
        // What is no UTF-8 is no text, and what stands for it then may also have been written.
        return text.includes("\ufffd") || text.includes("\0") ? textIn((0,external_node_fs_.readFileSync)(file)) : text;
    }
    catch (error) {
        if (isMissing(error) && isLink(file))
            return { line: 1, reason: "it is a link that leads nowhere" };
        // Deleted, and git still has it. A name that is no UTF-8 can't be opened by what git or the folder says.
        return isMissing(error) && !named && !file.includes("\ufffd") ? undefined : { line: 1, reason: (0,errors/* reasonOf */.A3)(error) };
    }
}
function textIn(bytes) {
    return decode(bytes) ?? defectOf(bytes);
}
/** To its end, as a stream: a terminal or a slow pipe may have nothing yet. Of a folder a stream would make nothing at all. */
async function standardInput() {
    try {
        if ((0,external_node_fs_.fstatSync)(0).isDirectory())
            return textIn((0,external_node_fs_.readFileSync)(0));
        const { buffer } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8321, 19));
        return textIn(await buffer(process.stdin));
    }
    catch (error) {
        return { line: 1, reason: (0,errors/* reasonOf */.A3)(error) };
    }
}
/** UTF-8 text with its BOM kept; `undefined` where the bytes are none. */
function decode(bytes) {
    try {
        const text = utf8.decode(bytes);
        return text.includes("\0") ? undefined : text;
    }
    catch {
        return undefined;
    }
}
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** Why bytes are no text. */
function defectOf(bytes) {
    const [first, second] = bytes;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
        return { line: 1, reason: "it is UTF-16 text. Save it as UTF-8" };
    if (bytes.includes(0))
        return { line: 1, reason: "it is a binary file, not a manifest. Rename it, or leave it out" };
    const [before = ""] = new TextDecoder().decode(bytes).split("\ufffd", 1);
    return {
        line: before.split("\n").length,
        reason: "from this line on it is not UTF-8 text. Save it as UTF-8, or leave it out",
    };
}
/** A pipe whose first command failed brings nothing, and nothing passes. */
const silence = {
    severity: "note",
    file: "-",
    line: 1,
    message: "Nothing came through standard input. Did the command before the pipe fail?",
};
function unreadable(file, { line, reason }) {
    return { severity: "error", file, line, message: `This file could not be read: ${reason.replace(/\.?$/, ".")}` };
}
function isMissing(error) {
    return ["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes((0,errors/* codeOf */.$N)(error));
}
function isLink(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path).isSymbolicLink();
    }
    catch {
        return false;
    }
}
function byFile(a, b) {
    return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}


/***/ }),

/***/ 6314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N$: () => (/* binding */ ProxyFailure),
  S7: () => (/* binding */ isProxied),
  tN: () => (/* binding */ send)
});

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
;// CONCATENATED MODULE: ./node_modules/proxy-from-env/index.js


var DEFAULT_PORTS = {
  ftp: 21,
  gopher: 70,
  http: 80,
  https: 443,
  ws: 80,
  wss: 443,
};

function parseUrl(urlString) {
  try {
    return new URL(urlString);
  } catch {
    return null;
  }
}

/**
 * @param {string|object|URL} url - The URL as a string or URL instance, or a
 *   compatible object (such as the result from legacy url.parse).
 * @return {string} The URL of the proxy that should handle the request to the
 *  given URL. If no proxy is set, this will be an empty string.
 */
function getProxyForUrl(url) {
  var parsedUrl = (typeof url === 'string' ? parseUrl(url) : url) || {};
  var proto = parsedUrl.protocol;
  var hostname = parsedUrl.host;
  var port = parsedUrl.port;
  if (typeof hostname !== 'string' || !hostname || typeof proto !== 'string') {
    return '';  // Don't proxy URLs without a valid scheme or host.
  }

  proto = proto.split(':', 1)[0];
  // Stripping ports in this way instead of using parsedUrl.hostname to make
  // sure that the brackets around IPv6 addresses are kept.
  hostname = hostname.replace(/:\d*$/, '');
  port = parseInt(port) || DEFAULT_PORTS[proto] || 0;
  if (!shouldProxy(hostname, port)) {
    return '';  // Don't proxy URLs that match NO_PROXY.
  }

  var proxy = getEnv(proto + '_proxy') || getEnv('all_proxy');
  if (proxy && proxy.indexOf('://') === -1) {
    // Missing scheme in proxy, default to the requested URL's scheme.
    proxy = proto + '://' + proxy;
  }
  return proxy;
}

/**
 * Determines whether a given URL should be proxied.
 *
 * @param {string} hostname - The host name of the URL.
 * @param {number} port - The effective port of the URL.
 * @returns {boolean} Whether the given URL should be proxied.
 * @private
 */
function shouldProxy(hostname, port) {
  var NO_PROXY = getEnv('no_proxy').toLowerCase();
  if (!NO_PROXY) {
    return true;  // Always proxy if NO_PROXY is not set.
  }
  if (NO_PROXY === '*') {
    return false;  // Never proxy if wildcard is set.
  }

  return NO_PROXY.split(/[,\s]/).every(function(proxy) {
    if (!proxy) {
      return true;  // Skip zero-length hosts.
    }
    var parsedProxy = proxy.match(/^(.+):(\d+)$/);
    var parsedProxyHostname = parsedProxy ? parsedProxy[1] : proxy;
    var parsedProxyPort = parsedProxy ? parseInt(parsedProxy[2]) : 0;
    if (parsedProxyPort && parsedProxyPort !== port) {
      return true;  // Skip if ports don't match.
    }

    if (!/^[.*]/.test(parsedProxyHostname)) {
      // No wildcards, so stop proxying if there is an exact match.
      return hostname !== parsedProxyHostname;
    }

    if (parsedProxyHostname.charAt(0) === '*') {
      // Remove leading wildcard.
      parsedProxyHostname = parsedProxyHostname.slice(1);
    }
    // Stop proxying if the hostname ends with the no_proxy host.
    return !hostname.endsWith(parsedProxyHostname);
  });
}

/**
 * Get the value for an environment variable.
 *
 * @param {string} key - The name of the environment variable.
 * @return {string} The value of the environment variable.
 * @private
 */
function getEnv(key) {
  return process.env[key.toLowerCase()] || process.env[key.toUpperCase()] || '';
}

;// CONCATENATED MODULE: ./lib/source/http.js


/** What is wrong with the proxy that the environment names. */
class ProxyFailure extends Error {
}
/** Milliseconds that a proxy may take to let a connection through. */
const proxyPatience = 15_000;
/** One request by way of the proxy that the environment names. The answer's body is still to be read: the process does not end before. */
async function send(request) {
    const { method, url, headers, body, signal } = request;
    const proxy = proxyFor(url);
    const isPlainProxied = proxy !== undefined && url.protocol === "http:";
    const target = isPlainProxied
        ? {
            host: proxy.hostname,
            port: portOf(proxy),
            path: url.href,
            headers: { ...headers, host: url.host, ...proxyLogin(proxy) },
        }
        : { host: hostOf(url), port: portOf(url), path: url.pathname + url.search, headers };
    const client = await clientFor(isPlainProxied ? proxy : url);
    const sent = client.request({ ...target, method, signal, agent: await agentFor(request, proxy) });
    sent.end(body);
    const [response] = (await (0,external_node_events_namespaceObject.once)(sent, "response"));
    return response;
}
/** Whether the environment names a proxy for an address. */
function isProxied(url) {
    return proxyFor(url) !== undefined;
}
function proxyFor(url) {
    const proxy = getProxyForUrl(url.href);
    if (proxy === "")
        return undefined;
    if (URL.canParse(proxy) && /^https?:/.test(proxy))
        return new URL(proxy);
    throw new ProxyFailure("the proxy that the environment names is no http:// or https:// address");
}
/** Loaded for who asks, and TLS for who speaks it: it takes as long as all else of a start. */
async function clientFor({ protocol }) {
    return (protocol === "https:" ? await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4708, 19)) : await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7067, 19))).default;
}
function hostOf({ hostname }) {
    return hostname.replace(/^\[|\]$/g, "");
}
function portOf({ port, protocol }) {
    return port || (protocol === "https:" ? "443" : "80");
}
function proxyLogin({ username, password }) {
    if (username === "")
        return {};
    const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return { "proxy-authorization": `Basic ${Buffer.from(login).toString("base64")}` };
}
const agents = new Map();
/** Connections are kept and used again, but never by a request that could not have made them. */
function agentFor({ url, lookup }, proxy) {
    const own = agents.get(lookup) ?? new Map();
    const key = `${url.protocol} ${proxy?.href ?? ""}`;
    const agent = own.get(key) ?? newAgent(url, proxy, lookup);
    agents.set(lookup, own.set(key, agent));
    return agent;
}
async function newAgent(url, proxy, lookup) {
    const kept = { keepAlive: true, maxSockets: 8, ...(lookup && !proxy ? { lookup } : {}) };
    const isTunnelled = url.protocol === "https:" && proxy !== undefined;
    const { Agent } = await clientFor(isTunnelled ? url : (proxy ?? url));
    const agent = new Agent(kept);
    if (!isTunnelled)
        return agent;
    const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1692, 19));
    agent.createConnection = (options, callback) => {
        const { host, port, ...rest } = options;
        tunnel(proxy, `${host?.includes(":") ? `[${host}]` : host}:${port}`).then((socket) => callback?.(null, connect({ ...rest, socket })), (error) => callback?.(error, undefined));
        return undefined;
    };
    return agent;
}
/** A way through the proxy, on which the proxy sees no more than the host (RFC 9110 §9.3.6). */
async function tunnel(proxy, authority) {
    const client = await clientFor(proxy);
    const request = client.request({
        host: hostOf(proxy),
        port: portOf(proxy),
        method: "CONNECT",
        path: authority,
        headers: { host: authority, ...proxyLogin(proxy) },
        agent: false,
        timeout: proxyPatience,
    });
    const late = new ProxyFailure(`${proxy.host} does not answer within ${proxyPatience / 1000} seconds`);
    request.once("timeout", () => request.destroy(late));
    request.end();
    const [{ statusCode }, socket] = (await (0,external_node_events_namespaceObject.once)(request, "connect"));
    if (statusCode === 200)
        return socket;
    socket.destroy();
    throw new ProxyFailure(`the proxy ${proxy.host} does not let us through to ${authority} (${statusCode})`);
}


/***/ }),

/***/ 6901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Du: () => (/* binding */ shardFrom),
/* harmony export */   Dv: () => (/* binding */ shardForm),
/* harmony export */   NP: () => (/* binding */ isOwn),
/* harmony export */   tC: () => (/* binding */ shareOf)
/* harmony export */ });
/** Most shards: as many as a matrix of GitHub's has jobs (docs.github.com, "Running variations of jobs in a workflow"). */
const mostShards = 256;
/** The allowed form of a share. */
const shardForm = `I/N, such as 2/8 for the second of eight; I from 1 to N, N at most ${mostShards}`;
/** What `2/8` means; `undefined` for what is no share. */
function shardFrom(text) {
    const [, first = "", second = ""] = /^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? [];
    const [index, count] = [Number(first), Number(second)];
    return index >= 1 && index <= count && count <= mostShards ? { index, count } : undefined;
}
/**
 * Leaves a shard its share: the files of others are kept for what they say of namespaces, and what is wrong with them is for others to say.
 * A share is a run of files in the order of their names, and all have as many bytes as files that are not cut allow: one more file moves only what
 * stands at the borders. Everything that was found goes in, problems too, and comes out in one shard.
 */
async function shareOf({ sources, problems }, { index, count }, policy) {
    const sizes = new Map(problems.map(({ file }) => [file, 1]));
    // An empty file is work too.
    for (const { file, text } of sources)
        sizes.set(file, Buffer.byteLength(text) + 1);
    const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const own = new Set();
    let before = 0;
    for (const [file, size] of [...sizes].sort(([a], [b]) => (a < b ? -1 : 1))) {
        // Where a file's middle lies says whose it is.
        if (Math.floor(((before + size / 2) / all) * count) + 1 === index)
            own.add(file);
        before += size;
    }
    return {
        sources: sources.map((source) => (own.has(source.file) ? source : { ...source, elsewhere: true })),
        problems: problems.filter(({ file }) => own.has(file)),
        shard: { index, count, scan: await scanOf({ sources, problems }, policy) },
    };
}
/** Whether this shard judges a file, rather than another. */
function isOwn({ elsewhere }) {
    return !elsewhere;
}
/** Names a scan by all that its verdict comes from, save the day and what registries answer: shards of another one can't be joined with its own. */
async function scanOf({ sources, problems }, policy) {
    const { today: _, images: __, shard: ___, baseline, ...rest } = policy;
    // Loaded here: a scan that is not divided needs none of it.
    const { createHash } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7598, 19));
    const hash = createHash("sha256").update(JSON.stringify([rest, [...baseline], problems]));
    for (const { file, text } of sources)
        hash.update(`\0${file}\0`).update(text);
    return hash.digest("hex").slice(0, 16);
}


/***/ }),

/***/ 7234:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ usualLimits),
/* harmony export */   x: () => (/* binding */ excessFor)
/* harmony export */ });
/** The limits where the configuration sets no others. */
const usualLimits = {
    // The API server takes no more in one request (apiserver, `MaxRequestBodyBytes`).
    documentCharacters: 3_145_728,
    // Nobody writes as many into one file, and a million would cost seconds.
    documentsPerFile: 50_000,
    // A cluster runs some hundred in a pod at most, and a list of 3 MB holds no more.
    containersPerDocument: 10_000,
    // Some dozens for each of 10,000 containers. A finding on a pod counts for each of its containers.
    findingsPerDocument: 200_000,
    // This takes seconds, because each patch reads its document again. A Deployment takes some hundred thousand.
    fixCharacters: 30_000_000,
};
/** The sentence for a count that is above its limit, with the limit and the key that sets it; `undefined` where it is not above. */
function excessFor(limit, count, limits) {
    const most = limits[limit];
    return count > most
        ? `This ${subjects[limit](most.toLocaleString("en"))} (limits.${limit}). Split it, or leave it out if it is not a manifest.`
        : undefined;
}
const subjects = {
    documentCharacters: (most) => `document has more than ${most} characters`,
    documentsPerFile: (most) => `file holds more than ${most} documents`,
    containersPerDocument: (most) => `document has more than ${most} containers`,
    findingsPerDocument: (most) => `document has more than ${most} findings, each counted for every container`,
};


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(2909);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
