const require_node = process.getBuiltinModule ?? (await import("module")).createRequire(import.meta.url);
var __webpack_modules__ = ({
1421:
((module) => {
module.exports = require_node("node:child_process");
}),
7598:
((module) => {
module.exports = require_node("node:crypto");
}),
610:
((module) => {
module.exports = require_node("node:dns");
}),
3024:
((module) => {
module.exports = require_node("node:fs");
}),
7067:
((module) => {
module.exports = require_node("node:http");
}),
4708:
((module) => {
module.exports = require_node("node:https");
}),
7030:
((module) => {
module.exports = require_node("node:net");
}),
8161:
((module) => {
module.exports = require_node("node:os");
}),
6760:
((module) => {
module.exports = require_node("node:path");
}),
8321:
((module) => {
module.exports = require_node("node:stream/consumers");
}),
8500:
((module) => {
module.exports = require_node("node:timers/promises");
}),
1692:
((module) => {
module.exports = require_node("node:tls");
}),
3136:
((module) => {
module.exports = require_node("node:url");
}),
8522:
((module) => {
module.exports = require_node("node:zlib");
}),
1139:
((__webpack_module__, __unused_webpack___webpack_exports__, require_) => {
require_.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
var _github_api_0 = require_(1012);
var _github_change_1 = require_(3701);
var _github_changed_files_2 = require_(3191);
var _github_configuration_3 = require_(9836);
var _github_deliver_4 = require_(8969);
var _github_empty_change_15 = require_(4529);
var _github_event_5 = require_(1501);
var _github_inputs_6 = require_(3408);
var _github_outputs_7 = require_(3294);
var _pod_kubernetes_8 = require_(5573);
var _report_commands_9 = require_(4412);
var _report_escape_markdown_13 = require_(3075);
var _report_markdown_10 = require_(5841);
var _report_summary_17 = require_(2812);
var _review_result_11 = require_(149);
var _source_charts_16 = require_(1934);
var _source_errors_12 = require_(9600);
var _source_shard_14 = require_(6651);
async function main(env, signal) {
	const { token } = _github_inputs_6.K(env);
	const event = _github_event_5.v(env);
	const api = token === undefined ? undefined : _github_api_0.N(token, { signal, baseUrl: env.GITHUB_API_URL });
	const trigger = await _github_change_1.t(api, event);
	const own = await _github_configuration_3.t(env, api, trigger);
	const inputs = _github_inputs_6.K(own.env);
	const policy = {
		...inputs.policy,
		...own.policy,
		gate: inputs.gate ?? trigger.gate,
		today: new Date().toISOString().slice(0, 10),
		isWhole: trigger.scope.kind === "full",
	};
	const found = await _github_change_1.C(api, trigger, inputs, { gate: policy.gate, touched: own.touched }, env.GITHUB_WORKSPACE ?? ".").catch(async (error) => {
		if (error instanceof _github_changed_files_2 .DC)
			await _github_deliver_4.ov(api, trigger, inputs, _report_escape_markdown_13.Qq(error.message), env);
		throw error;
	});
	const share = inputs.shard && (await _source_shard_14.tC(found, inputs.shard, policy));
	const change = { ...found, ...share };
	const shared = { ...policy, shard: share?.shard ?? null };
	const { result, notes, posted, patches } = await worked(api, change, inputs, shared, env);
	const newer = _pod_kubernetes_8.ht(policy.kubernetesVersion);
	if (newer)
		_github_outputs_7.Rm(newer);
	const said = newer ? [newer, ...notes] : notes;
	const delivery = await _github_deliver_4.cK(api, inputs, { trigger, result, patches, notes: said, posted }, env);
	const summary = _report_markdown_10.markdown(result, _github_outputs_7 .mf - 100_000, { notes: [...said, ...delivery.notes] });
	_github_outputs_7.Sy(env, `${summary}\n${_report_markdown_10.patchMarkdown(patches, 100_000)}`);
	_github_outputs_7.Kn(env, outputs(inputs, change, result, delivery.checkRunUrl));
	for (const { file, line, message } of result.problems)
		_github_outputs_7.Rm(`${file}:${line}: ${message}`);
	_github_outputs_7.Rm(_report_markdown_10.verdictLine(result));
	return _review_result_11 .$[result.verdict];
}
async function worked(api, change, inputs, policy, env) {
	const mayComment = api !== undefined && inputs.suggest;
	const writesReports = (inputs.jsonFile ?? inputs.htmlFile ?? inputs.sarifFile) !== undefined;
	if (_github_empty_change_15.q(change, policy) && !mayComment && !writesReports)
		return { result: _github_empty_change_15.S(policy), notes: [], posted: [], patches: { patches: [], others: [], left: 0 } };
	const work = await Promise.all([require_.e(601), require_.e(674)]).then(require_.bind(require_, 4674));
	const result = await work.reviewed(change, inputs, policy);
	await work.writeReports(env, inputs, result, _source_charts_16.Y(change.sources).manifests);
	_github_outputs_7.H0(result);
	const suggested = mayComment ? await work.suggest(api, change, inputs, result) : { notes: [], posted: [] };
	return { ...suggested, result, patches: await work.hardened(change.sources, result) };
}
function outputs(inputs, { sources }, result, checkRunUrl) {
	const { findings } = result;
	const open = findings.filter(({ ignored }) => !ignored);
	const isCompared = findings.every((finding) => finding.new !== null);
	return {
		conclusion: _github_deliver_4.vu(result),
		findings: open.length,
		enforced: _report_summary_17.U9(findings, "enforce"),
		warned: _report_summary_17.U9(findings, "warn"),
		audited: _report_summary_17.U9(findings, "audit"),
		new: isCompared && result.policy.gate === "new" ? open.filter((finding) => finding.new).length : "",
		fixable: open.filter((finding) => finding.fix).length,
		files: _github_outputs_7.$t(sources.filter(_source_shard_14 .NP).map(({ file }) => file)),
		"report-path": inputs.htmlFile ?? inputs.jsonFile ?? "",
		"sarif-path": inputs.sarifFile ?? "",
		"check-run-url": checkRunUrl,
	};
}
function failed(error, env) {
	const isKnown = error instanceof _source_errors_12 .eb || error instanceof _github_changed_files_2 .DC;
	const message = isKnown
		? error.message
		: `secctx failed: ${error instanceof Error ? error.message : error}. Please report it.`;
	process.stdout.write("::error title=secctx::Could not evaluate: see the line below and the job summary.\n");
	_github_outputs_7.Rm(message);
	if (!isKnown && error instanceof Error)
		process.stdout.write(`::debug::${_report_commands_9.data(error.stack ?? "")}\n`);
	_github_outputs_7.Sy(env, `### secctx: Could not evaluate\n\n${_report_escape_markdown_13.Qq(message)}\n`);
	_github_outputs_7.Kn(env, { conclusion: "failure" });
	return 2;
}
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"])
	process.once(signal, () => stop.abort());
process.exitCode = await main(process.env, stop.signal).catch((error) => failed(error, process.env));
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);
}),
1012:
((module_, exports_, require_) => {
require_.d(exports_, {
  N: () => connect,
  l: () => reason
});
var promises_ = require_(8500);
var consumers_ = require_(8321);
var http = require_(9037);
;
const apiVersion = "2022-11-28";
const mostRedirects = 5;
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
			const response = await http.tN({ method, url, headers, body, signal });
			const bytes = await consumers_.buffer(response);
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
async function plain(headers, bytes) {
	if (headers["content-encoding"] !== "gzip")
		return bytes;
	const { gunzipSync } = await Promise.resolve().then(require_.t.bind(require_, 8522, 19));
	return gunzipSync(bytes);
}
;
const attempts = 3;
const betweenWrites = 1000;
const unsaidWait = 60;
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
			await promises_.setTimeout(wait * 1000, undefined, { signal }).catch(() => { });
		}
	}
	return {
		get: (route, parameters = {}) => send((ended) => request(host, `GET ${route}`, parameters, ended), { kind: "read", answerOf: restAnswer }),
		query: (query) => send((ended) => graphql(host, query, ended), { kind: "read", answerOf: graphqlAnswer }),
		async write(route, parameters) {
			await promises_.setTimeout(Math.max(0, nextWrite - Date.now()), undefined, { signal }).catch(() => { });
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
	return kind === "read" || status !== 422 ? unsaidWait : undefined;
}
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
}),
3701:
((module_, exports_, require_) => {
require_.d(exports_, {
  C: () => changeOf,
  t: () => located
});
var node_fs_0 = require_(3024);
var _pod_patterns_1 = require_(4007);
var _source_errors_2 = require_(9600);
var _source_files_3 = require_(7200);
var _api_4 = require_(1012);
var _changed_files_5 = require_(3191);
var _event_6 = require_(1501);
async function changeOf(api, trigger, inputs, { gate, touched }, workspace) {
	if (trigger.scope.kind === "full")
		return checkout(trigger, inputs, workspace);
	if (inputs.shard)
		throw new _source_errors_2 .eb("The input shard divides a review of the whole checkout, and this event has a change to review: leave it out here. schedule and workflow_dispatch review the whole.");
	if (!api)
		throw new _source_errors_2 .eb("The input github-token is empty: the change's files are listed by GitHub's API. Leave the input out, and the job's own token is used.");
	try {
		return untouched(trigger, inputs, gate, touched) ?? (await listed(api, trigger, inputs, gate, workspace));
	}
	catch (error) {
		if (error instanceof _changed_files_5 .DC && trigger.scope.kind === "range" && gate === "all")
			return checkout(trigger, inputs, workspace);
		throw error;
	}
}
async function located(api, trigger) {
	const { scope, owner, repo, headSha } = trigger;
	if (scope.kind !== "run" || !api)
		return trigger;
	const parameters = { owner, repo, head: scope.branch, state: "open", per_page: 100 };
	const answer = await api.get("/repos/{owner}/{repo}/pulls", parameters);
	if (!answer.ok)
		throw new _changed_files_5 .DC(`The pull request could not be looked up: ${_api_4.l(answer, "pull-requests: read")}.`);
	const pull = answer.data.map(_event_6 .F).find((each) => each.headSha === headSha);
	if (pull)
		return { ...trigger, ...pull };
	throw new _changed_files_5 .DC(`No open pull request has ${headSha.slice(0, 7)} as its head: it was closed, or a later push has a run of its own.`);
}
function untouched(trigger, { files }, gate, touched) {
	return touched === undefined || touched.some((file) => _pod_patterns_1.Pl(files, file))
		? undefined
		: nothing(trigger, gate, false);
}
function nothing(trigger, gate, hasMoved) {
	return { trigger, files: [], sources: [], base: gate === "new" ? [] : null, problems: [], hasMoved };
}
async function listed(api, trigger, inputs, gate, workspace) {
	const listing = await _changed_files_5.Wd(api, trigger, { patches: inputs.suggest });
	const touched = listing.files.filter(({ filename }) => _pod_patterns_1.Pl(inputs.files, filename));
	const files = touched.filter(({ status }) => status !== "removed");
	const { hasMoved } = listing;
	if (files.length === 0)
		return nothing(trigger, gate, hasMoved);
	const { headTexts } = await require_.e( 477).then(require_.bind(require_, 477));
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
async function baseTexts(api, trigger, { mergeBase }, touched) {
	const names = touched
		.filter(({ status }) => status !== "added" && status !== "copied")
		.map(({ filename, previous_filename: previous }) => previous ?? filename);
	if (names.length === 0)
		return [];
	const commit = mergeBase ?? (await mergeBaseOf(api, trigger));
	const { fetchTexts } = await require_.e( 477).then(require_.bind(require_, 477));
	const texts = await fetchTexts(api, trigger, names.map((file) => ({ commit, file })));
	return names.flatMap((file, index) => {
		const text = texts[index];
		return typeof text === "string" ? [{ file, text }] : [];
	});
}
async function mergeBaseOf(api, trigger) {
	const answer = await _changed_files_5.UD(api, trigger);
	if (!answer.ok)
		throw new _changed_files_5 .DC(`The merge base could not be found: ${_api_4.l(answer, "contents: read")}.`);
	return answer.data.merge_base_commit.sha;
}
async function checkout(trigger, inputs, workspace) {
	const isThere = node_fs_0.existsSync(workspace) && node_fs_0.readdirSync(workspace).length > 0;
	if (!isThere)
		throw new _source_errors_2 .eb("Everything is to be reviewed, and the workspace is empty: put actions/checkout before this step.");
	process.chdir(workspace);
	const { refused } = await require_.e( 477).then(require_.bind(require_, 477));
	const collected = await _source_files_3.Fo(["."]);
	const problems = [...collected.problems];
	const sources = collected.sources.filter(({ file, text }) => {
		if (!_pod_patterns_1.Pl(inputs.files, file))
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
}),
3191:
((module_, exports_, require_) => {
require_.d(exports_, {
  DC: () => Unlisted,
  UD: () => compare,
  Wd: () => listChanges
});
var _api_0 = require_(1012);
class Unlisted extends Error {
}
const mostFiles = { pull: 3000, comparison: 300 };
async function listChanges(api, trigger, wants) {
	const { scope, headSha } = trigger;
	if (scope.kind !== "pull")
		return listRange(api, trigger);
	const files = await listPull(api, trigger, scope, wants);
	const listed = /[?&]ref=([0-9a-f]{40})$/.exec(files[0]?.contents_url ?? "")?.[1] ?? headSha;
	if (listed === headSha)
		return { files, mergeBase: undefined, hasMoved: false };
	return { ...(await listRange(api, trigger)), hasMoved: true };
}
async function listPull(api, { owner, repo }, { number, changedFiles = Number.NaN }, { patches }) {
	const files = [];
	const perPage = patches ? 50 : 100;
	for (let page = 1; files.length !== changedFiles && files.length < mostFiles.pull; page++) {
		const parameters = { owner, repo, pull_number: number, per_page: perPage, page };
		const answer = await api.get("/repos/{owner}/{repo}/pulls/{pull_number}/files", parameters);
		if (!answer.ok)
			throw new Unlisted(`The files of pull request ${number} could not be listed: ${_api_0.l(answer, "pull-requests: read")}.`);
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
		const why = answer.status === 404 ? gone : _api_0.l(answer, "contents: read");
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
	async function entries(commit) {
		const parameters = { owner, repo, tree_sha: commit, recursive: "1" };
		const listed = await api.get("/repos/{owner}/{repo}/git/trees/{tree_sha}", parameters);
		if (!listed.ok || listed.data.truncated)
			throw new Unlisted(`The files of ${commit.slice(0, 7)} could not be listed: ${listed.ok ? "there are more than GitHub lists" : _api_0.l(listed, "contents: read")}.`);
		return new Map(listed.data.tree.filter(({ type }) => type !== "tree").map(({ path, sha }) => [path, sha]));
	}
}
function compare(api, { owner, repo, baseSha, headSha }) {
	return api.get("/repos/{owner}/{repo}/compare/{basehead}", {
		owner,
		repo,
		basehead: `${baseSha}...${headSha}`,
		per_page: 1,
	});
}
}),
9836:
((module_, exports_, require_) => {
require_.d(exports_, {
  t: () => configured
});
var external_node_fs_ = require_(3024);
var external_node_path_ = require_(6760);
var policy = require_(5988);
var errors = require_(9600);
var files = require_(7200);
;
const configurationName = ".secctx.yaml";
const baselineName = ".secctx-baseline.json";
function rootFolder() {
	const start = process.cwd();
	for (let folder = start;; folder = dirname(folder)) {
		if (existsSync(join(folder, ".git")))
			return folder;
		if (dirname(folder) === folder)
			return start;
	}
}
function fromRoot(root) {
	const steps = relative(root, process.cwd()).split(sep).join("/");
	return steps === "" ? "" : `${steps}/`;
}
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
function readOwn(file) {
	try {
		const text = files.D4(external_node_fs_.readFileSync(external_node_path_.resolve(file)));
		if (text === undefined)
			throw new errors.eb(`${files.SP(file)}: it is not UTF-8 text. Save it as UTF-8.`);
		return { file: files.SP(file), text };
	}
	catch (error) {
		if (error instanceof errors.eb)
			throw error;
		throw new errors.eb(`${files.SP(file)}: it could not be read: ${errors.A3(error)}.`);
	}
}
var github_api = require_(1012);
;
async function configured(env, api, trigger) {
	const input = (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;
	const named = input("config");
	const ref = input("config-ref") ?? "base";
	if (ref !== "base" && ref !== "head")
		throw new errors.eb(`The input config-ref is ${JSON.stringify(ref)}: use one of base, head.`);
	const path = named ?? configurationName;
	const revision = revisionFor(trigger, ref);
	const misnamed = ".secctx.yml";
	const names = [path, baselineName, misnamed];
	const isFull = trigger.scope.kind === "full";
	const found = isFull
		? { files: inCheckout(env.GITHUB_WORKSPACE ?? ".", names), touched: undefined }
		: api && (await atRevision(api, trigger, revision, names));
	const [own, accepted, other] = found?.files ?? [];
	const where = isFull ? "the checkout" : `${revision.slice(0, 7)}, from which it is read`;
	if (found && !own && named)
		throw new errors.eb(`The input config names ${JSON.stringify(named)}, and there is no such file in ${where}. A configuration that a pull request adds holds once it is merged.`);
	if (!own && other)
		throw new errors.eb(`${misnamed}: call it ${configurationName}: it is not read under this name.`);
	const { configuration, baseline = policy.G4.baseline } = await written(own, accepted);
	const { rules: modes = {}, fix = {}, limits, ...settings } = configuration?.settings ?? {};
	const { namespaces, workloads, exemptions } = configuration?.policy ?? policy.G4;
	return {
		env: { ...env, ...asInputs(settings, input) },
		policy: {
			namespaces,
			workloads,
			exemptions,
			rules: modes,
			fix,
			limits: { ...policy.G4.limits, ...limits },
			baseline,
		},
		touched: found?.touched,
	};
}
async function written(own, accepted) {
	return own || accepted ? (await Promise.all([require_.e(601), require_.e(674)]).then(require_.bind(require_, 4674))).readWritten(own, accepted) : {};
}
function revisionFor({ scope, gate, headSha, baseSha }, ref) {
	return scope.kind !== "full" && gate === "new" && ref === "base" ? baseSha : headSha;
}
function inCheckout(workspace, names) {
	return names.map((name) => {
		const file = external_node_path_.join(workspace, name);
		return external_node_fs_.existsSync(file) ? { ...readOwn(file), file: name } : undefined;
	});
}
async function atRevision(api, { owner, repo, scope, headSha }, revision, names) {
	const fields = names.map((name, index) => `f${index}: object(expression: ${JSON.stringify(`${revision}:${name}`)}) { ... on Blob { text isTruncated } }`);
	const isSmall = scope.kind === "pull" && (scope.changedFiles ?? mostPaths) <= mostPaths;
	const pull = `pull: pullRequest(number: ${isSmall && scope.number}) { headRefOid files(first: ${mostPaths}) { totalCount nodes { path } } }`;
	const query = `query { repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(repo)}) { ${[...fields, ...(isSmall ? [pull] : [])].join(" ")} } }`;
	const answer = await api.query(query);
	if (!answer.ok)
		throw new errors.eb(`The configuration could not be read: ${github_api.l(answer, "contents: read")}.`);
	const files = names.map((file, index) => {
		const blob = answer.data.repository[`f${index}`];
		if (!blob)
			return undefined;
		if (typeof blob.text !== "string" || blob.isTruncated)
			throw new errors.eb(`${file}: it could not be read at ${revision.slice(0, 7)}: it is no text file, or too large.`);
		return { file, text: blob.text };
	});
	return { files, touched: pathsOf(answer.data.repository.pull, headSha) };
}
const mostPaths = 100;
function pathsOf(pull, headSha) {
	const { totalCount, nodes } = pull?.files ?? { totalCount: -1, nodes: [] };
	return pull?.headRefOid === headSha && nodes.length === totalCount ? nodes.map(({ path }) => path) : undefined;
}
function asInputs(settings, input) {
	const entries = Object.entries(settings).flatMap(([key, value]) => {
		const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
		const text = Array.isArray(value) ? value.join("\n") : String(value);
		return input(name) === undefined ? [[`INPUT_${name.toUpperCase()}`, text]] : [];
	});
	return Object.fromEntries(entries);
}
}),
8969:
((module_, exports_, require_) => {
require_.d(exports_, {
  kR: () => bodyLimit,
  vu: () => conclusionOf,
  cK: () => deliver,
  ov: () => deliverFailure
});
var annotations = require_(1918);
var commands = require_(4412);
var markdown = require_(5841);
var api = require_(1012);
;
const batchSize = 50;
const levelOf = { enforce: "failure", warn: "warning", audit: "notice" };
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
async function made(api, { owner, repo, headSha, name, externalId }) {
	const parameters = { owner, repo, ref: headSha, check_name: name, per_page: 100 };
	const answer = await api.get("/repos/{owner}/{repo}/commits/{ref}/check-runs", parameters);
	const found = answer.ok ? answer.data.check_runs.find((each) => each.external_id === externalId) : undefined;
	return found && { ok: true, data: found };
}
function annotationJson({ file, mode, start, end, hasColumns, title, message }) {
	const columns = { start_column: start.column, end_column: Math.max(start.column, end.column - 1) };
	return {
		path: file,
		start_line: start.line,
		end_line: end.line,
		...(hasColumns ? columns : {}),
		annotation_level: levelOf[mode],
		title,
		message: annotations.J(message, 15_000),
	};
}
function whyNoCheckRun(failure) {
	const ofForks = failure.why === "permission" ? " (a pull request from a fork never has it)" : "";
	return `There is no check run: ${api.l(failure, "checks: write")}${ofForks}. Findings go to workflow commands instead.`;
}
var outputs = require_(3294);
var posted_before = require_(6858);
;
const bodyLimit = 65_000;
async function deliver(api, inputs, { trigger, result, patches, notes, posted }, env) {
	const { annotations: channel, maxAnnotations } = inputs;
	if (channel === "none")
		return { checkRunUrl: "", notes: [] };
	if (channel === "commands" || !api)
		return byCommands(result, maxAnnotations, []);
	const all = annotations.g(result.findings);
	const shown = all.filter(({ file }) => !/[\\\p{Cc}]/u.test(file)).slice(0, maxAnnotations);
	const cut = shown.length < all.length ? [`${shown.length} of ${all.length} annotations shown`] : [];
	const { owner, repo, headSha } = trigger;
	const answer = await createCheckRun(api, {
		owner,
		repo,
		headSha,
		name: inputs.checkName,
		conclusion: conclusionOf(result),
		title: [markdown.verdictLine(result), ...cut.map((each) => ` (${each})`)].join(""),
		summary: markdown.markdown(result, bodyLimit, {
			link: lineLink(trigger, env),
			notes: [...notes, ...cut.map((each) => `${each}, the most serious first; all findings are listed below.`)],
		}),
		text: markdown.patchMarkdown(patches, bodyLimit - 5000) + posted_before.h(posted),
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
	process.stdout.write(commands.commands(result, most));
	return { checkRunUrl: "", notes };
}
function said(notes) {
	for (const note of notes)
		outputs.Rm(note);
	return notes;
}
function conclusionOf({ verdict, findings }) {
	if (verdict !== "pass")
		return "failure";
	return findings.some(({ ignored }) => !ignored) ? "neutral" : "success";
}
function lineLink({ owner, repo, headSha }, env) {
	const server = env.GITHUB_SERVER_URL ?? "https://github.com";
	return (file, line) => `${server}/${owner}/${repo}/blob/${headSha}/${file.split("/").map(encoded).join("/")}#L${line}`;
}
function encoded(step) {
	return encodeURIComponent(step).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
function runUrl({ owner, repo }, { GITHUB_SERVER_URL: server, GITHUB_RUN_ID: id }) {
	return server && id ? `${server}/${owner}/${repo}/actions/runs/${id}` : undefined;
}
}),
4529:
((module_, exports_, require_) => {
require_.d(exports_, {
  S: () => nothingFound,
  q: () => isNothing
});
function isNothing({ sources, base, problems }, { isWhole, exemptions }) {
	return !isWhole && [...sources, ...(base ?? []), ...problems, ...exemptions].length === 0;
}
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
}),
1501:
((module_, exports_, require_) => {
require_.d(exports_, {
  F: () => pullIn,
  v: () => readTrigger
});
var node_fs_0 = require_(3024);
var _source_errors_1 = require_(9600);
const events = {
	pull_request: ofPull,
	pull_request_target: (payload) => ({ ...ofPull(payload), mayReadWorkspace: false }),
	workflow_run: (payload) => {
		const run = object(payload, "workflow_run");
		if (run.event !== "pull_request" && run.event !== "pull_request_target")
			throw new _source_errors_1 .eb(`The workflow that has run was started by ${JSON.stringify(run.event)}: secctx serves workflow_run after pull_request only.`);
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
		const isOther = typeof branch === "string" && payload.ref !== `refs/heads/${branch}`;
		if (isOther)
			return { headSha: sha, baseSha: branch, scope: { kind: "range" }, gate: "all" };
		return everything(payload, sha);
	},
	schedule: everything,
	workflow_dispatch: everything,
};
function readTrigger(env) {
	const name = env.GITHUB_EVENT_NAME ?? "";
	const event = Object.hasOwn(events, name) ? events[name] : undefined;
	if (!event)
		throw new _source_errors_1 .eb(`secctx does not serve the event ${JSON.stringify(name)}: use one of ${Object.keys(events).join(", ")}.`);
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
		payload = JSON.parse(node_fs_0.readFileSync(path, "utf8"));
	}
	catch {
		throw new _source_errors_1 .eb("The event's payload (GITHUB_EVENT_PATH) could not be read as JSON: is this the runner's own file?");
	}
	if (typeof payload === "object" && payload !== null)
		return payload;
	throw new _source_errors_1 .eb("The event's payload (GITHUB_EVENT_PATH) is not a JSON object: is this the runner's own file?");
}
function ofPull(payload) {
	return { ...pullIn(object(payload, "pull_request")), gate: "new" };
}
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
	return new _source_errors_1 .eb(`The event has no ${field}: is its payload (GITHUB_EVENT_PATH) what the runner wrote?`);
}
}),
3408:
((module_, exports_, require_) => {
require_.d(exports_, {
  K: () => readInputs
});
var _pod_kubernetes_0 = require_(5573);
var _pod_patterns_1 = require_(4007);
var _policy_policy_2 = require_(5988);
var _source_errors_3 = require_(9600);
var _source_shard_4 = require_(6651);
function readInputs(env) {
	const input = (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;
	const oneOf = (name, allowed, fallback) => choice(name, input(name) ?? fallback, allowed);
	const version = input("kubernetes-version") ?? _policy_policy_2 .G4.kubernetesVersion.name;
	const kubernetesVersion = _pod_kubernetes_0.ot(version);
	if (!kubernetesVersion)
		throw wrong("kubernetes-version", version, "latest, or a release such as 1.34");
	const gate = input("gate");
	const share = input("shard");
	const shard = share === undefined ? undefined : _source_shard_4.Du(share);
	if (share !== undefined && !shard)
		throw wrong("shard", share, _source_shard_4 .Dv);
	return {
		files: patterns("files", input("files")) ?? ["**/*.yaml", "**/*.yml", "**/*.json"],
		policy: {
			..._policy_policy_2 .G4,
			enforce: oneOf("enforce", _pod_kubernetes_0 .yr, _policy_policy_2 .G4.enforce),
			warn: oneOf("warn", _pod_kubernetes_0 .yr, _policy_policy_2 .G4.warn),
			audit: oneOf("audit", _pod_kubernetes_0 .yr, _policy_policy_2 .G4.audit),
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
function patterns(name, value) {
	const lines = value?.split("\n").map((line) => line.trim());
	const found = lines?.filter((line) => line !== "");
	for (const pattern of found ?? []) {
		const defect = _pod_patterns_1.zV(pattern);
		if (defect)
			throw new _source_errors_3 .eb(`The input ${name} has the pattern ${JSON.stringify(pattern)}, which ${defect}.`);
	}
	return found;
}
function wrong(name, value, allowed) {
	return new _source_errors_3 .eb(`The input ${name} is ${JSON.stringify(value)}: use ${allowed}.`);
}
}),
3294:
((module_, exports_, require_) => {
require_.d(exports_, {
  $t: () => filesOutput,
  Rm: () => log,
  H0: () => logFindings,
  mf: () => summaryLimit,
  Kn: () => writeOutputs,
  u5: () => writeReport,
  Sy: () => writeSummary
});
var external_node_fs_ = require_(3024);
var external_node_path_ = require_(6760);
var commands = require_(4412);
var errors = require_(9600);
;
async function writeWhole(file, parts, stop) {
	const before = external_node_fs_.statSync(file, { throwIfNoEntry: false });
	const isLinkToNothing = !before && external_node_fs_.lstatSync(file, { throwIfNoEntry: false });
	if (before?.isFile())
		await replace(external_node_fs_.realpathSync(file), parts, before, stop);
	else if (before || isLinkToNothing)
		await writeInto(file, parts, stop);
	else
		await replace(file, parts, undefined, stop);
}
async function replace(target, parts, before, stop) {
	const temporary = external_node_path_.join(external_node_path_.dirname(target), `.secctx-${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`);
	const handle = external_node_fs_.openSync(temporary, "wx", before?.mode ?? 0o666);
	try {
		try {
			await writeAll(handle, parts, stop);
			if (before && process.getuid?.() === 0)
				external_node_fs_.fchownSync(handle, before.uid, before.gid);
		}
		finally {
			external_node_fs_.closeSync(handle);
		}
		if (before)
			external_node_fs_.chmodSync(temporary, before.mode);
		external_node_fs_.renameSync(temporary, target);
	}
	catch (error) {
		external_node_fs_.rmSync(temporary, { force: true });
		throw error;
	}
}
async function writeInto(file, parts, stop) {
	const handle = external_node_fs_.openSync(file, "w");
	try {
		await writeAll(handle, parts, stop);
	}
	finally {
		external_node_fs_.closeSync(handle);
	}
}
async function writeAll(handle, parts, stop) {
	if (Symbol.iterator in parts) {
		for (const part of parts)
			external_node_fs_.writeFileSync(handle, part);
		return;
	}
	for await (const part of parts) {
		stop?.throwIfAborted();
		external_node_fs_.writeFileSync(handle, part);
		await signals();
	}
}
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
		await signals();
		for (const signal of ending)
			process.off(signal, wait);
		if (pending)
			process.kill(process.pid, pending);
	}
}
function signals() {
	return new Promise((resolve) => void setImmediate(resolve));
}
const ending = ( null && (["SIGINT", "SIGTERM"]));
;
function log(line) {
	process.stdout.write(`${commands.logSafe(line)}\n`);
}
const summaryLimit = 900_000;
function writeSummary(env, markdown) {
	append("job summary", env.GITHUB_STEP_SUMMARY, markdown);
}
function append(what, path, content) {
	try {
		if (path)
			external_node_fs_.appendFileSync(path, content);
	}
	catch (error) {
		log(`The ${what} could not be written: ${errors.A3(error)}.`);
	}
}
function writeOutputs(env, outputs) {
	const values = Object.values(outputs).join("\n");
	let delimiter = "end";
	while (values.includes(delimiter))
		delimiter += `-${delimiter.length}`;
	const entries = Object.entries(outputs).map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
	append("outputs", env.GITHUB_OUTPUT, entries.join(""));
}
async function writeReport(env, input, path, parts) {
	const target = external_node_path_.resolve(env.GITHUB_WORKSPACE ?? ".", path);
	try {
		external_node_fs_.mkdirSync(external_node_path_.dirname(target), { recursive: true });
		await writeWhole(target, parts);
	}
	catch (error) {
		throw new errors.eb(`The input ${input} is ${JSON.stringify(path)}, which can't be written: ${errors.A3(error)}.`);
	}
}
const filesLimit = 400_000;
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
function logFindings({ findings }) {
	const open = findings.filter(({ ignored }) => !ignored);
	if (open.length === 0)
		return;
	process.stdout.write(`::group::${open.length} findings\n`);
	for (const { location, mode, rule, message } of open)
		log(`${location.file}:${location.start.line}:${location.start.column} ${mode} ${rule.id}: ${message}`);
	process.stdout.write("::endgroup::\n");
}
}),
6858:
((module_, exports_, require_) => {
require_.d(exports_, {
  $: () => postedBefore,
  h: () => postedRecord
});
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
function postedRecord(posted) {
	return posted.length === 0 ? "" : `<!-- secctx:v1 posted=${[...new Set(posted)].join(",")} -->\n`;
}
}),
5573:
((module_, exports_, require_) => {
require_.d(exports_, {
  Cn: () => largestId,
  ht: () => describeUnknownRelease,
  nI: () => modes,
  ot: () => parseVersion,
  qD: () => latestVersion,
  yr: () => levels
});
const levels = ["privileged", "baseline", "restricted", "hardened"];
const modes = ["enforce", "warn", "audit"];
const newestMinor = 37;
const latestVersion = { name: "latest", minor: newestMinor };
function parseVersion(text) {
	if (text === "latest")
		return latestVersion;
	const minor = /^v?1\.(0|[1-9]\d{0,3})$/.exec(text)?.[1];
	return minor === undefined ? undefined : { name: `v1.${minor}`, minor: Math.min(Number(minor), newestMinor) };
}
function describeUnknownRelease({ name }) {
	if (name === "latest" || Number(name.slice("v1.".length)) <= newestMinor)
		return undefined;
	return `Kubernetes ${name} is newer than this version of secctx knows: it is judged as v1.${newestMinor}.`;
}
const largestId = 2147483647;
}),
4007:
((module_, exports_, require_) => {
require_.d(exports_, {
  zV: () => findPatternDefect,
  MT: () => matchesPattern,
  Pl: () => selectsPath
});
;
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
;
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
const EXPANSION_MAX_LENGTH = 4_000_000;
const EXPANSION_MAX_DEPTH = 1_000;
const EXPANSION_MAX_REWRITES = 1_000;
const EXPANSION_MAX_STEPS = 20_000_000;
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
function pushAll(target, items) {
	for (let i = 0; i < items.length; i++) {
		target.push(items[i]);
	}
}
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
function commaSetFollows(str, budget) {
	budget.remaining -= str.length;
	if (budget.remaining < 0) {
		return false;
	}
	let close = false;
	for (let i = str.length - 1; i >= 0; i--) {
		const c = str.charCodeAt(i);
		if (c === 0x7d) {
			close = true;
		}
		else if (c === 0x0a || c === 0x0d || c === 0x2028 || c === 0x2029) {
			close = false;
		}
		else if (c === 0x2c && close && str.charCodeAt(i + 1) !== 0x2c) {
			return true;
		}
	}
	return false;
}
function parseCommaParts(str, budget) {
	const parts = [];
	let carry = '';
	for (;;) {
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
function combine(acc, pre, values, max, maxLength, dropEmpties, budget) {
	const out = [];
	let length = 0;
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
function expandSequence(body, isAlphaSequence, max, maxLength, budget) {
	const n = body.split(/\.\./);
	const N = [];
	if (n[0] === undefined || n[1] === undefined) {
		return N;
	}
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
	const cost = pad ? width : 1;
	let length = 0;
	for (let i = x; test(i, y) && N.length < max; i += incr) {
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
	budget.remaining -= CALL_STEPS;
	if (depth > maxDepth) {
		return [str];
	}
	let acc = [''];
	let rewrites = 0;
	let dropEmpties = false;
	let firstGroup = true;
	let masked = str;
	for (;;) {
		const m = balancedWithBudget(str, masked, budget);
		if (!m) {
			return combine(acc, str, [''], max, maxLength, dropEmpties, budget);
		}
		if (m.unmatched) {
			masked = maskUnmatchedOpens(masked, budget);
		}
		const pre = m.pre;
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
			if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
				rewrites++;
				str = m.pre + '{' + m.body + escClose + m.post;
				masked =
					masked.slice(0, m.end) + escClose + masked.slice(m.end + 1);
				isTop = true;
				continue;
			}
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
			if (!n) {
				return literal();
			}
			if (n.length === 1 && n[0] !== undefined) {
				n = expand_(n[0], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false).map(embrace);
				if (budget.remaining < 0) {
					return literal();
				}
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
			}
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
;
const MAX_PATTERN_LENGTH = 1024 * 64;
const assertValidPattern = (pattern) => {
	if (typeof pattern !== 'string') {
		throw new TypeError('invalid pattern');
	}
	if (pattern.length > MAX_PATTERN_LENGTH) {
		throw new TypeError('pattern is too long');
	}
};
;
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
const braceEscape = (s) => s.replace(/[[\]\\-]/g, '\\$&');
const regexpEscape = (s) => s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, '\\$&');
const rangesToString = (ranges) => ranges.join('');
const parseClass = (glob, position) => {
	const pos = position;
	if (glob.charAt(pos) !== '[') {
		throw new Error('not in a brace expression');
	}
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
		}
		if (c === '[' && !escaping) {
			for (const [cls, [unip, u, neg]] of Object.entries(posixClasses)) {
				if (glob.startsWith(cls, i)) {
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
		escaping = false;
		if (rangeStart) {
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
		ranges.push(braceEscape(c));
		i++;
	}
	if (endPos < i) {
		return ['', false, 0, false];
	}
	if (!ranges.length && !negs.length) {
		return ['$.', false, glob.length - pos, true];
	}
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
;
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
;
var _a;
const types = new Set(['!', '?', '+', '*', '@']);
const isExtglobType = (c) => types.has(c);
const isExtglobAST = (c) => isExtglobType(c.type);
const adoptionMap = new Map([
	['!', ['@']],
	['?', ['?', '@']],
	['@', ['@']],
	['*', ['*', '+', '?', '@']],
	['+', ['+', '@']],
]);
const adoptionWithSpaceMap = new Map([
	['!', ['?']],
	['@', ['?']],
	['+', ['?', '*']],
]);
const adoptionAnyMap = new Map([
	['!', ['?', '@']],
	['?', ['?', '@']],
	['@', ['?', '@']],
	['*', ['*', '+', '?', '@']],
	['+', ['+', '@', '?', '*']],
]);
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
const startNoTraversal = '(?!(?:^|/)\\.\\.?(?:$|/))';
const startNoDot = '(?!\\.)';
const addPatternStart = new Set(['[', '.']);
const justDots = new Set(['..', '.']);
const reSpecials = new Set('().*{}+?[]^$\\!');
const regExpEscape = (s) => s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, '\\$&');
const qmark = '[^/]';
const star = qmark + '*?';
const starNoEmpty = qmark + '+?';
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
		if (this.#hasMagic !== undefined)
			return this.#hasMagic;
		for (const p of this.#parts) {
			if (typeof p === 'string')
				continue;
			if (p.type || p.hasMagic)
				return (this.#hasMagic = true);
		}
		return this.#hasMagic;
	}
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
		if (this !== this.#root)
			throw new Error('should only call on root');
		if (this.#filledNegs)
			return this;
		this.toString();
		this.#filledNegs = true;
		let n;
		while ((n = this.#negs.pop())) {
			if (n.type !== '!')
				continue;
			let p = n;
			let pp = p.#parent;
			while (pp) {
				for (let i = p.#parentIndex + 1; !pp.type && i < pp.#parts.length; i++) {
					for (const part of n.#parts) {
						if (typeof part === 'string') {
							throw new Error('string part in extglob AST??');
						}
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
			if (typeof p !== 'string' &&
				!(p instanceof _a && p.#parent === this)) {
				throw new Error('invalid part: ' + p);
			}
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
		if (!this.#parent?.isStart())
			return false;
		if (this.#parentIndex === 0)
			return true;
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
		const pl = this.#parent ? this.#parent.#parts.length : 0;
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
			let i = pos;
			let acc = '';
			while (i < str.length) {
				const c = str.charAt(i++);
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
		let i = pos + 1;
		let part = new _a(null, ast);
		const parts = [];
		let acc = '';
		while (i < str.length) {
			const c = str.charAt(i++);
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
				(extDepth <= maxDepth || (ast && ast.#canAdoptType(c)));
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
		if (!nt)
			return false;
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
	toMMPattern() {
		if (this !== this.#root)
			return this.#root.toMMPattern();
		const glob = this.toString();
		const [re, body, hasMagic, uflag] = this.toRegExpSource();
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
					const dotTravAllowed = this.#parts.length === 1 && justDots.has(this.#parts[0]);
					if (!dotTravAllowed) {
						const aps = addPatternStart;
						const needNoTrav = 
						(dot && aps.has(src.charAt(0))) ||
							(src.startsWith('\\.') && aps.has(src.charAt(2))) ||
							(src.startsWith('\\.\\.') && aps.has(src.charAt(4)));
						const needNoDot = !dot && !allowDot && aps.has(src.charAt(0));
						start =
							needNoTrav ? startNoTraversal
								: needNoDot ? startNoDot
									: '';
					}
				}
			}
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
		const repeated = this.type === '*' || this.type === '+';
		const start = this.type === '!' ? '(?:(?!(?:' : '(?:';
		let body = this.#partsToRegExp(dot);
		if (this.isStart() && this.isEnd() && !body && this.type !== '!') {
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
		let final = '';
		if (this.type === '!' && this.#emptyExt) {
			final = (this.isStart() && !dot ? startNoDot : '') + starNoEmpty;
		}
		else {
			const close = this.type === '!' ?
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
			if (typeof p === 'string') {
				throw new Error('string type in extglob ast??');
			}
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
;
const escape_escape = (s, { windowsPathsNoEscape = false, magicalBraces = false, } = {}) => {
	if (magicalBraces) {
		return windowsPathsNoEscape ?
			s.replace(/[?*()[\]{}]/g, '[$&]')
			: s.replace(/[?*()[\]\\{}]/g, '\\$&');
	}
	return windowsPathsNoEscape ?
		s.replace(/[?*()[\]]/g, '[$&]')
		: s.replace(/[?*()[\]\\]/g, '\\$&');
};
;
const minimatch = (p, pattern, options = {}) => {
	assertValidPattern(pattern);
	if (!options.nocomment && pattern.charAt(0) === '#') {
		return false;
	}
	return new Minimatch(pattern, options).match(p);
};
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
const sep = defaultPlatform === 'win32' ? path.win32.sep : path.posix.sep;
minimatch.sep = sep;
const GLOBSTAR = Symbol('globstar **');
minimatch.GLOBSTAR = GLOBSTAR;
const esm_qmark = '[^/]';
const esm_star = esm_qmark + '*?';
const twoStarDot = '(?:(?!(?:\\/|^)(?:\\.{1,2})($|\\/)).)*?';
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
			constructor(type, parent, options = {}) {
				super(type, parent, ext(def, options));
			}
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
const braceExpand = (pattern, options = {}) => {
	assertValidPattern(pattern);
	if (options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern)) {
		return [pattern];
	}
	return expand(pattern, { max: options.braceExpandMax });
};
minimatch.braceExpand = braceExpand;
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
		if (!options.nocomment && pattern.charAt(0) === '#') {
			this.comment = true;
			return;
		}
		if (!pattern) {
			this.empty = true;
			return;
		}
		this.parseNegate();
		this.globSet = [...new Set(this.braceExpand())];
		if (options.debug) {
			this.debug = (...args) => console.error(...args);
		}
		this.debug(this.pattern, this.globSet);
		const rawGlobParts = this.globSet.map(s => this.slashSplit(s));
		this.globParts = this.preprocess(rawGlobParts);
		this.debug(this.pattern, this.globParts);
		let set = this.globParts.map((s, _, __) => {
			if (this.isWindows && this.windowsNoMagicRoot) {
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
		this.set = set.filter(s => s.indexOf(false) === -1);
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
	preprocess(globParts) {
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
			globParts = this.firstPhasePreProcess(globParts);
			globParts = this.secondPhasePreProcess(globParts);
		}
		else if (optimizationLevel >= 1) {
			globParts = this.levelOneOptimize(globParts);
		}
		else {
			globParts = this.adjascentGlobstarOptimize(globParts);
		}
		return globParts;
	}
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
			if (!this.preserveMultipleSlashes) {
				for (let i = 1; i < parts.length - 1; i++) {
					const p = parts[i];
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
	firstPhasePreProcess(globParts) {
		let didSomething = false;
		do {
			didSomething = false;
			for (let parts of globParts) {
				let gs = -1;
				while (-1 !== (gs = parts.indexOf('**', gs + 1))) {
					let gss = gs;
					while (parts[gss + 1] === '**') {
						gss++;
					}
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
					parts.splice(gs, 1);
					const other = parts.slice(0);
					other[gs] = '**';
					globParts.push(other);
					gs--;
				}
				if (!this.preserveMultipleSlashes) {
					for (let i = 1; i < parts.length - 1; i++) {
						const p = parts[i];
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
	matchOne(file, pattern, partial = false) {
		let fileStartIndex = 0;
		let patternStartIndex = 0;
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
				if (fd.toLowerCase() === pd.toLowerCase()) {
					pattern[pdi] = fd;
					patternStartIndex = pdi;
					fileStartIndex = fdi;
				}
			}
		}
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
		const firstgs = pattern.indexOf(GLOBSTAR, patternIndex);
		const lastgs = pattern.lastIndexOf(GLOBSTAR);
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
		if (head.length) {
			const fileHead = file.slice(fileIndex, fileIndex + head.length);
			if (!this.#matchOne(fileHead, head, partial, 0, 0)) {
				return false;
			}
			fileIndex += head.length;
			patternIndex += head.length;
		}
		let fileTailMatch = 0;
		if (tail.length) {
			if (tail.length + fileIndex > file.length)
				return false;
			let tailStart = file.length - tail.length;
			if (this.#matchOne(file, tail, partial, tailStart, 0)) {
				fileTailMatch = tail.length;
			}
			else {
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
			return partial || sawSome;
		}
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
	#matchGlobStarBodySections(file, 
	bodySegments, fileIndex, bodyIndex, partial, globStarDepth, sawTail) {
		const bs = bodySegments[bodyIndex];
		if (!bs) {
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
		const [body, after] = bs;
		while (fileIndex <= after) {
			const m = this.#matchOne(file.slice(0, fileIndex + body.length), body, partial, fileIndex, 0);
			if (m && globStarDepth < this.maxGlobstarRecursion) {
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
			if (p === false || p === GLOBSTAR) {
				return false;
			}
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
		if (fi === fl && pi === pl) {
			return true;
		}
		else if (fi === fl) {
			return partial;
		}
		else if (pi === pl) {
			return fi === fl - 1 && file[fi] === '';
		}
		else {
			throw new Error('wtf?');
		}
	}
	braceExpand() {
		return braceExpand(this.pattern, this.options);
	}
	parse(pattern) {
		assertValidPattern(pattern);
		const options = this.options;
		if (pattern === '**')
			return GLOBSTAR;
		if (pattern === '')
			return '';
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
			Reflect.defineProperty(re, 'test', { value: fastTest });
		}
		return re;
	}
	makeRe() {
		if (this.regexp || this.regexp === false)
			return this.regexp;
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
		const [open, close] = set.length > 1 ? ['(?:', ')'] : ['', ''];
		re = '^' + open + re + close + '$';
		if (this.partial) {
			re = '^(?:\\/|' + open + re.slice(1, -1) + close + ')$';
		}
		if (this.negate)
			re = '^(?!' + re + ').+$';
		try {
			this.regexp = new RegExp(re, [...flags].join(''));
		}
		catch {
			this.regexp = false;
		}
		return this.regexp;
	}
	slashSplit(p) {
		if (this.preserveMultipleSlashes) {
			return p.split('/');
		}
		else if (this.isWindows && /^\/\/[^/]+/.test(p)) {
			return ['', ...p.split(/\/+/)];
		}
		else {
			return p.split(/\/+/);
		}
	}
	match(f, partial = this.partial) {
		this.debug('match', f, this.pattern);
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
		if (this.isWindows) {
			f = f.split('\\').join('/');
		}
		const ff = this.slashSplit(f);
		this.debug(this.pattern, 'split', ff);
		const set = this.set;
		this.debug(this.pattern, 'set', set);
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
		if (options.flipNegate) {
			return false;
		}
		return this.negate;
	}
	static defaults(def) {
		return minimatch.defaults(def).Minimatch;
	}
}
minimatch.AST = AST;
minimatch.Minimatch = Minimatch;
minimatch.escape = escape_escape;
minimatch.unescape = unescape_unescape;
;
function matchesPattern(pattern, text) {
	const matchers = matchersOf(pattern);
	return typeof matchers !== "string" && isWithinBounds(text) && matchers.some((matcher) => matcher.match(text));
}
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
function findPatternDefect(pattern) {
	const matchers = matchersOf(withoutExclusion(pattern));
	return typeof matchers === "string" ? matchers : undefined;
}
function withoutExclusion(pattern) {
	return /^!(?!\()/.test(pattern) ? pattern.slice(1) : pattern;
}
const most = { pattern: 1_000, text: 4_096, step: 255, steps: 100 };
const mostExpansions = 1_000;
const mostStars = 3;
const mostNamedClasses = 100;
const mostWays = 4 * most.step ** mostStars;
function isWithinBounds(text) {
	if (text.length > most.text)
		return false;
	const steps = text.split("/");
	return steps.length <= most.steps && steps.every((step) => step.length <= most.step && !/^\.\.?$/.test(step));
}
const known = new Map();
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
const part = /\\.|\[[!^]?\]?(?:\[:(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]|\\.|[^\\\]])*\]|[!*+?@]\(|./gsu;
function partsOf(step) {
	return [...step.matchAll(part)].map(([each]) => each.replace(/^\\([^!*+?@()[\]|\\^])$/su, "$1"));
}
function isNamedClass(each) {
	return each.startsWith("[") && each.includes("[:");
}
function textFor(parts) {
	if (!parts.some(isNamedClass))
		return parts.join("");
	return parts.map((each) => (each === "\\!" ? "@(!)" : each.replace(/^[-,#\s]$/, "\\$&"))).join("");
}
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
function countStars(parts) {
	return parts.filter((each, index) => each === "*" && parts[index - 1] !== "*").length;
}
function isDistinct(alternatives) {
	const isOpen = (each) => each === undefined || each === "?" || each.length > 2;
	const mayCoincide = (a, b) => a.every((each, index) => isOpen(each) || isOpen(b[index]) || each === b[index]);
	return alternatives.every((each, index) => each.length > 0 &&
		!each.includes("*") &&
		!alternatives.slice(index + 1).some((other) => mayCoincide(each, other)));
}
function hasBackwardRange(each) {
	if (!each.startsWith("["))
		return false;
	const ranges = each.replace(/\[:\w+:\]/g, "").matchAll(/\\?(.)-\\?([^\\\]])/gsu);
	return [...ranges].some(([, from = "", to = ""]) => from > to);
}
}),
5988:
((module_, exports_, require_) => {
require_.d(exports_, {
  FC: () => fromFolder,
  G4: () => defaultPolicy,
  VV: () => modeOf,
  oN: () => hasExpired
});
var _pod_kubernetes_0 = require_(5573);
var _yaml_read_limits_1 = require_(700);
const defaultPolicy = {
	enforce: "restricted",
	warn: "hardened",
	audit: "hardened",
	kubernetesVersion: _pod_kubernetes_0 .qD,
	gate: "all",
	fix: {},
	limits: _yaml_read_limits_1 .tW,
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
function modeOf(policy, violated, strictest = "enforce") {
	return _pod_kubernetes_0 .nI.slice(_pod_kubernetes_0 .nI.indexOf(strictest)).find((mode) => _pod_kubernetes_0 .yr.indexOf(policy[mode]) >= _pod_kubernetes_0 .yr.indexOf(violated));
}
function hasExpired(expires, today) {
	return expires !== null && expires < today;
}
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
}),
1918:
((module_, exports_, require_) => {
require_.d(exports_, {
  J: () => cut,
  g: () => annotationsFor
});
var _pod_kubernetes_0 = require_(5573);
var _escape_1 = require_(5429);
function annotationsFor(findings) {
	const places = new Map();
	for (const finding of findings.filter(({ ignored }) => !ignored)) {
		const { file, start, end } = finding.location;
		const place = `${file}\0${start.line}\0${end.line}`;
		const group = places.get(place);
		if (group)
			group.push(finding);
		else
			places.set(place, [finding]);
	}
	return [...places.values()].map(annotationFor).sort(bySeverity);
}
function annotationFor(group) {
	const sorted = group.toSorted((a, b) => _pod_kubernetes_0 .nI.indexOf(a.mode) - _pod_kubernetes_0 .nI.indexOf(b.mode));
	const [first] = sorted;
	const { file, start, end } = first.location;
	const isSame = group.every(({ location }) => location.start.column === start.column && location.end.column === end.column);
	return {
		file,
		mode: first.mode,
		start,
		end,
		hasColumns: start.line === end.line && isSame,
		title: cut([...new Set(sorted.map(({ rule }) => rule.id))].join(", "), 250),
		message: sorted.map(sentence).join("\n\n"),
	};
}
function sentence({ message, fix, rule, new: isNew }) {
	const offer = fix ? ` Fix: ${fix.title}${fix.risk ? ` (${fix.risk})` : ""}.` : "";
	return _escape_1.RK(`${message}${offer} [${rule.id}${isNew === false ? ", there before the change" : ""}]`);
}
function bySeverity(a, b) {
	const inFile = a.file < b.file ? -1 : a.file > b.file ? 1 : a.start.line - b.start.line;
	return _pod_kubernetes_0 .nI.indexOf(a.mode) - _pod_kubernetes_0 .nI.indexOf(b.mode) || inFile;
}
function cut(text, most) {
	return text.length <= most ? text : `${text.slice(0, most - 1)}\u2026`;
}
}),
7658:
((module_, exports_, require_) => {
require_.d(exports_, {
  y: () => byFile
});
function byFile(items, fileOf) {
	const files = new Map();
	for (const item of items) {
		const file = fileOf(item);
		const known = files.get(file);
		if (known)
			known.push(item);
		else
			files.set(file, [item]);
	}
	return files;
}
}),
4412:
((module_, exports_, require_) => {
require_.r(exports_);
require_.d(exports_, {
  commands: () => commands,
  data: () => data,
  logSafe: () => logSafe
});
var _pod_kubernetes_0 = require_(5573);
var _annotations_1 = require_(1918);
var _escape_2 = require_(5429);
const commandOf = { enforce: "error", warn: "warning", audit: "notice" };
const mostOfAKind = 9;
const longestMessage = 4096;
function commands({ findings }, most = Number.POSITIVE_INFINITY) {
	const annotations = _annotations_1.g(findings);
	const shown = annotations.slice(0, most);
	const lines = _pod_kubernetes_0 .nI.flatMap((mode) => {
		const isOfMode = (annotation) => annotation.mode === mode;
		const sent = shown.filter(isOfMode).slice(0, mostOfAKind);
		const rest = annotations.filter(isOfMode).length - sent.length;
		return [
			...sent.map(command),
			...(rest > 0 ? [`${rest} more of kind ${commandOf[mode]}: see the job summary.`] : []),
		];
	});
	return lines.map((line) => `${line}\n`).join("");
}
function command({ start, end, file, mode, title, message, hasColumns }) {
	const columns = hasColumns ? `,col=${start.column},endColumn=${Math.max(start.column, end.column - 1)}` : "";
	const properties = `file=${property(_escape_2.RK(file))},line=${start.line},endLine=${end.line}${columns},title=${property(title)}`;
	return `::${commandOf[mode]} ${properties}::${data(_annotations_1.J(message, longestMessage))}`;
}
function data(value) {
	return withoutOldCommands(value).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function property(value) {
	return data(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
function logSafe(value) {
	return withoutOldCommands(_escape_2.RK(value)).replace(/^(\s*)::/, "$1:\u200b:");
}
function withoutOldCommands(value) {
	return value.replaceAll("##[", "##\u200b[");
}
}),
3075:
((module_, exports_, require_) => {
require_.d(exports_, {
  $i: () => isPlain,
  OF: () => fenced,
  Qq: () => text,
  aY: () => code
});
function code(value) {
	const shown = harmless(value).replaceAll("|", "\\|");
	const fence = "`".repeat(longestRun(shown) + 1);
	const space = /^`|`$|^$/.test(shown) ? " " : "";
	return fence + space + shown + space + fence;
}
function text(value) {
	return harmless(value)
		.replace(/[\\`*_{}[\]<>()#+!|~&$^=-]/g, "\\$&")
		.replace(/:(?=\/\/)|(?<=\bwww)\./gi, "\\$&")
		.replace(/@/g, "@\u200b");
}
function fenced(language, content) {
	const fence = "`".repeat(Math.max(3, longestRun(content) + 1));
	return `${fence}${language}\n${content.replace(/\n$/, "")}\n${fence}`;
}
function isPlain(value) {
	return !/(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value);
}
function longestRun(value) {
	return [...value.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
}
function harmless(value) {
	return value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd");
}
}),
5429:
((module_, exports_, require_) => {
require_.d(exports_, {
  Is: () => harmless,
  RK: () => visible,
  oi: () => safeJson
});
function visible(text) {
	return text.replace(/(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
function safeJson(value, indent) {
	return harmless(JSON.stringify(value, null, indent));
}
function harmless(text) {
	return plain.test(text) ? text : text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped);
}
const plain = /^[ -~\n]*$/;
function escaped(character) {
	return character.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
}),
5841:
((module_, exports_, require_) => {
require_.r(exports_);
require_.d(exports_, {
  markdown: () => markdown,
  patchMarkdown: () => patchMarkdown,
  verdictLine: () => verdictLine
});
var kubernetes = require_(5573);
var escape_markdown = require_(3075);
;
function addedIgnores({ addedIgnores: added }, place) {
	if (added.length === 0)
		return [];
	const items = added.map(({ location: { file, start }, workload, rules, reason, expires }) => {
		const until = expires === null ? "" : ` (until ${expires})`;
		const name = escape_markdown.aY(`${workload.kind} ${workload.name}`);
		return `- ${place(file, start.line)} ${name} ignores ${rules.map(escape_markdown.aY).join(", ")}: ${escape_markdown.Qq(reason)}${until}`;
	});
	return ["#### This change adds ignores", items.join("\n")];
}
var summary = require_(2812);
var report_text = require_(3405);
;
const nouns = { enforce: "failure", warn: "warning", audit: "notice" };
function verdictLine({ verdict, findings, problems }) {
	const errors = problems.filter(({ severity }) => severity === "error").length;
	const others = `${report_text.hS(summary.U9(findings, "warn"), "warning")}, ${report_text.hS(summary.U9(findings, "audit"), "notice")}`;
	if (verdict === "error")
		return `Could not evaluate: ${report_text.hS(errors, "manifest")} could not be read; ${report_text.hS(summary.U9(findings, "enforce"), "failure")}, ${others}`;
	if (verdict === "fail")
		return `${report_text.hS(summary.U9(findings, "enforce"), "failure")}, ${others}`;
	return summary.U9(findings, "warn") + summary.U9(findings, "audit") === 0 ? "Nothing to report" : `No failures; ${others}`;
}
function markdown(result, limit, { link = () => undefined, notes = [] } = {}) {
	const { findings, workloads, problems, policy, shard } = result;
	const report = page(limit);
	report.add([
		`### secctx: ${escape_markdown.Qq(verdictLine(result))}`,
		`Policy: enforce ${escape_markdown.aY(policy.enforce)}, warn ${escape_markdown.aY(policy.warn)}, audit ${escape_markdown.aY(policy.audit)}, Kubernetes ${escape_markdown.aY(policy.kubernetesVersion.name)}, gate ${escape_markdown.aY(policy.gate)}${shard ? `, shard ${shard.index}/${shard.count}` : ""}.`,
		...notes.map((note) => `> ${escape_markdown.Qq(note)}`),
	].map((part) => `${part}\n\n`));
	if (problems.length > 0) {
		report.add(["#### Not evaluated, or worth a note\n\n"]);
		const left = report.add(problems.map((problem) => problemItem(problem, link)), 0.3);
		report.add([`${left > 0 ? `\n${report_text.hS(left, "more problem")} did not fit here.\n` : ""}\n`]);
	}
	if (workloads.length > 0) {
		report.add(["| workload | baseline | restricted | failures | warnings | notices |\n|---|---|---|---|---|---|\n"]);
		const left = report.add(tableRows(workloads, findings), 0.3);
		report.add([`${left > 0 ? `\n${report_text.hS(left, "more workload")}.\n` : ""}\n`]);
	}
	const place = (file, line) => linked(escape_markdown.aY(`${file}:${line}`), link(file, line));
	report.add(addedIgnores(result, place).map((part) => `${part}\n\n`));
	const open = findings.filter(({ ignored }) => !ignored);
	const left = report.add(findingItems(open, link));
	if (left > 0)
		report.close(`\n${report_text.hS(left, "more finding")} did not fit here.\n`);
	else if (open.some(({ fix }) => fix))
		report.close("\nFix all of it with `secctx fix`, or look first with `secctx fix --diff`.\n");
	return report.text();
}
function patchMarkdown({ patches, others, left }, limit) {
	if (patches.length + others.length + left === 0)
		return "";
	const report = page(limit);
	report.add(["#### Hardened YAML\n\n", ...(patches.length > 0 ? ["For `git apply`:\n\n"] : [])]);
	const more = left + report.add(patches.map((patch) => `${escape_markdown.OF("diff", patch)}\n\n`));
	report.add(others.map((file) => `- ${escape_markdown.aY(file)}: its line ends or hidden characters would not survive here.\n`));
	if (more + others.length > 0)
		report.close(`\n${report_text.hS(more + others.length, "more file")} to harden: \`secctx fix\` writes them.\n`);
	return report.text();
}
const closing = 300;
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
	return `- ${word} ${linked(escape_markdown.aY(`${file}:${line}`), link(file, line))}: ${escape_markdown.Qq(message)}\n`;
}
function findingItems(findings, link) {
	const files = new Map();
	for (const finding of findings.toSorted((a, b) => kubernetes.nI.indexOf(a.mode) - kubernetes.nI.indexOf(b.mode))) {
		const ofFile = files.get(finding.location.file);
		if (ofFile)
			ofFile.push(finding);
		else
			files.set(finding.location.file, [finding]);
	}
	return [...files].flatMap(([file, ofFile]) => ofFile.map((finding, index) => (index === 0 ? `\n**${escape_markdown.aY(file)}**\n\n` : "") + findingItem(finding, link)));
}
function findingItem({ location, rule, mode, message, fix, new: isNew }, link) {
	const { file, start } = location;
	const offer = fix ? ` *Fix:* ${escape_markdown.Qq(fix.title)}${fix.risk ? ` (${escape_markdown.Qq(fix.risk)})` : ""}.` : "";
	const age = isNew === false ? " (there before the change)" : "";
	return `- **${nouns[mode]}**${age} ${linked(`line ${start.line}`, link(file, start.line))} ${escape_markdown.aY(rule.id)}: ${escape_markdown.Qq(message)}${offer}\n`;
}
function linked(shown, target) {
	return target ? `[${shown}](${target})` : shown;
}
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
		const cells = kubernetes.nI.map((mode) => {
			const rules = new Set(own.filter((finding) => finding.mode === mode).map(({ rule }) => rule.id));
			return [...rules].map(escape_markdown.aY).join(" ");
		});
		return `| ${escape_markdown.aY(`${kind} ${name}`)} | ${answer(admission.baseline.allowed)} | ${answer(admission.restricted.allowed)} | ${cells.join(" | ")} |\n`;
	});
}
function keyOf(file, { apiVersion, kind, namespace, name }) {
	return JSON.stringify([file, apiVersion, kind, namespace, name]);
}
}),
9673:
((module_, exports_, require_) => {
require_.d(exports_, {
  $B: () => piecewise,
  lD: () => replayed
});
var _by_file_0 = require_(7658);
function textOf(piece) {
	return typeof piece === "string" ? piece : new TextDecoder().decode(piece);
}
async function* piecewise({ manifests }, pieceOf) {
	for (;;) {
		const { done, value } = await manifests.next();
		if (done)
			return value;
		yield await pieceOf(value);
	}
}
function replayed(result, sources) {
	return { policy: result.policy, manifests: parts() };
	async function* parts() {
		const findings = _by_file_0.y(result.findings, ({ location }) => location.file);
		const workloads = _by_file_0.y(result.workloads, ({ pod }) => pod.document.file);
		for (const source of sources) {
			const { file } = source;
			yield { source, findings: findings.get(file) ?? [], workloads: workloads.get(file) ?? [] };
			findings.delete(file);
		}
		return { ...result, findings: [...findings.values()].flat() };
	}
}
}),
2812:
((module_, exports_, require_) => {
require_.d(exports_, {
  U9: () => count,
  VQ: () => summing
});
const counts = ( null && (["files", "workloads", "containers", "enforce", "warn", "audit", "ignored", "problems"]));
function summing() {
	const sum = { workloads: 0, containers: 0, enforce: 0, warn: 0, audit: 0, ignored: 0 };
	return {
		add({ findings = [], workloads = [] }) {
			for (const { mode, ignored } of findings)
				sum[ignored ? "ignored" : mode]++;
			sum.workloads += workloads.length;
			for (const { pod } of workloads)
				sum.containers += pod.containers.length;
		},
		of: ({ files, problems }) => ({ files, ...sum, problems: problems.length }),
	};
}
function count(findings, mode) {
	return findings.filter((finding) => finding.mode === mode && !finding.ignored).length;
}
}),
3405:
((module_, exports_, require_) => {
require_.d(exports_, {
  Qq: () => text,
  hS: () => counted
});
var _pod_kubernetes_0 = require_(5573);
var _escape_3 = require_(5429);
var _pieces_2 = require_(9673);
var _summary_1 = require_(2812);
async function* text(reviewing, options) {
	const summary = _summary_1.VQ();
	const conclusion = yield* _pieces_2.$B(reviewing, async (part) => {
		summary.add(part);
		if (options.quiet)
			return "";
		const diff = part.findings.some(isFixable) ? await options.diffOf(part.source, reviewing.policy) : "";
		return sectionsOf(part.findings, { diff, file: part.source.file }, options);
	});
	summary.add({ findings: conclusion.findings });
	if (!options.quiet)
		yield sectionsOf(conclusion.findings, { diff: "", file: "" }, options);
	yield closingText({ ...conclusion, summary: summary.of(conclusion) }, options.paint);
	return conclusion;
}
function isFixable({ fix }) {
	return fix !== null;
}
function sectionsOf(findings, { file, diff }, options) {
	const { paint } = options;
	const sections = findings.filter(({ ignored }) => !ignored).map((finding) => findingText(finding, options));
	if (diff)
		sections.push(`${paint("bold", `All fixes of ${_escape_3.RK(file)}`)}\n${diffText(diff, options)}`);
	return sections.map((section) => `${section}\n\n`).join("");
}
function closingText(closing, paint) {
	const sections = closing.problems.map((problem) => problemText(problem, paint));
	return `${[...sections, verdictText(closing, paint)].join("\n\n")}\n`;
}
const colours = { enforce: "red", warn: "yellow", audit: "cyan" };
const origins = {
	container: "set by the container",
	pod: "set by the pod",
	annotation: "set by an annotation",
	image: "set by the image",
	namespace: "set by the namespace",
	default: "set nowhere: the default holds",
};
function findingText(finding, { paint, width, link = (_, shown) => shown }) {
	const { rule, mode, level, location, message, workload, origin, fix, declined } = finding;
	const { line, column } = location.start;
	const place = `${_escape_3.RK(location.file)}:${line}:${column}`;
	const head = `${link(location.file, paint("bold", place))}  ${paint(colours[mode], mode)}  ${paint("bold", rule.id)}  ${paint("dim", level)}`;
	const name = _escape_3.RK(`${workload.kind} ${workload.name || "without a name"}`);
	const lines = [
		head,
		...excerpt(finding, paint, width),
		...wrapped(_escape_3.RK(message), width),
		paint("dim", `  ${name} \u00b7 ${origins[origin]}`),
	];
	if (fix)
		lines.push(...fixLines(fix, paint, width));
	else if (declined)
		lines.push(...wrapped(`no fix: ${_escape_3.RK(declined)}`, width).map((line) => paint("dim", line)));
	return lines.join("\n");
}
function fixLines({ title, safety, risk }, paint, width) {
	const shown = _escape_3.RK(title);
	const warning = risk ? `(${safety}: ${risk})` : "";
	const [line = "", ...rest] = wrapped(`fix ${shown}`, width);
	const head = [`  ${paint("green", "fix")}${line.slice("  fix".length)}`, ...rest];
	if (!warning)
		return head;
	const fits = rest.length === 0 && wrapped(`fix ${shown} ${warning}`, width).length === 1;
	return fits
		? [`${head[0]}${paint("dim", ` ${warning}`)}`]
		: [...head, ...wrapped(warning, width).map((each) => paint("dim", each))];
}
function excerpt({ excerpt: line, location, mode }, paint, width) {
	const longest = width === undefined ? longestLine : Math.max(40, Math.min(longestLine, width - 10));
	const number = String(location.start.line).padStart(5);
	const start = location.start.column - 1;
	const end = Math.max(location.end.line === location.start.line ? location.end.column - 1 : line.length, start + 1);
	const from = line.length > longest ? Math.max(0, start - longest / 4) : 0;
	const to = Math.min(line.length, from + longest);
	const before = (from > 0 ? "\u2026" : "") + _escape_3.RK(line.slice(from, start));
	const marked = _escape_3.RK(line.slice(start, Math.min(end, to)));
	const after = _escape_3.RK(line.slice(Math.min(end, to), to)) + (to < line.length ? "\u2026" : "");
	const caret = paint(colours[mode], "^".repeat(Math.max(1, columns(marked))));
	return [
		`${paint("dim", `${number} |`)} ${before}${marked}${after}`,
		`${paint("dim", "      |")} ${widthOf(before)}${caret}`,
	];
}
const longestLine = 160;
function wrapped(sentence, width) {
	if (width === undefined)
		return [`  ${sentence}`];
	const lines = [""];
	for (const word of sentence.split(" ")) {
		const line = lines.at(-1) ?? "";
		const fits = line === "" || columns(`  ${line} ${word}`) <= width;
		if (fits)
			lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
		else
			lines.push(word);
	}
	return lines.map((line) => `  ${line}`);
}
function widthOf(text) {
	return plain.test(text)
		? " ".repeat(text.length)
		: text.replace(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\uff01-\uff60]/gu, "  ").replace(/[^\t]/g, " ");
}
function columns(text) {
	return plain.test(text) ? text.length : widthOf(text).length;
}
const plain = /^[ -~]*$/;
function diffText(diff, { paint }) {
	const styles = { "+": "green", "-": "red", "@": "cyan" };
	return diff
		.split("\n")
		.filter((line) => line !== "")
		.map((whole) => {
		const line = whole.length > longestLine ? `${whole.slice(0, longestLine)}\u2026` : whole;
		const style = /^(---|\+\+\+) /.test(line) ? "bold" : styles[line.charAt(0)];
		return `  ${style ? paint(style, _escape_3.RK(line)) : _escape_3.RK(line)}`;
	})
		.join("\n");
}
function problemText({ severity, file, line, message }, paint) {
	const word = severity === "error" ? paint("red", "not evaluated") : paint("cyan", "note");
	return `${paint("bold", `${_escape_3.RK(file)}:${line}`)}  ${word}\n  ${_escape_3.RK(message)}`;
}
const nouns = { enforce: "failure", warn: "warning", audit: "notice" };
function verdictText({ verdict, problems, summary, policy, shard }, paint) {
	const errors = problems.filter(({ severity }) => severity === "error").length;
	const level = _escape_3.RK(policy.enforce);
	const found = _pod_kubernetes_0 .nI.filter((mode) => summary[mode] > 0).map((mode) => counted(summary[mode], nouns[mode]));
	const said = [...found, ...(summary.ignored > 0 ? [`${summary.ignored} ignored`] : [])].join(", ");
	const verdicts = {
		pass: paint("green", `The gate passes at level ${level}`),
		fail: paint("red", `The gate fails at level ${level}`),
		error: paint("red", `Could not evaluate everything (${counted(errors, "problem")} above)`),
	};
	const scope = summary.files === 0
		? "There is no manifest"
		: `Reviewed ${counted(summary.workloads, "workload")} in ${counted(summary.files, "file")}`;
	const share = shard ? ` (shard ${shard.index}/${shard.count})` : "";
	return `${verdicts[verdict]}${said && `: ${said}`}. ${scope}${share}.`;
}
function counted(count, noun, plural = `${noun}s`) {
	return `${count} ${count === 1 ? noun : plural}`;
}
}),
149:
((module_, exports_, require_) => {
require_.d(exports_, {
  $: () => exitStatus
});
const exitStatus = { pass: 0, fail: 1, error: 2 };
}),
1934:
((module_, exports_, require_) => {
require_.d(exports_, {
  Y: () => withoutTemplates
});
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
function chartOf({ file, text }) {
	if (!file.includes("templates/") || !text.includes("{{"))
		return undefined;
	return /^(.*?)(^|\/)templates\//.exec(file)?.[1];
}
}),
9600:
((module_, exports_, require_) => {
require_.d(exports_, {
  $N: () => codeOf,
  A3: () => reasonOf,
  eb: () => UsageError
});
class UsageError extends Error {
}
function codeOf(error) {
	return error.code ?? "";
}
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
}),
7200:
((module_, exports_, require_) => {
require_.d(exports_, {
  Fo: () => collect,
  D4: () => decode,
  SP: () => shown
});
var external_node_fs_ = require_(3024);
var external_node_path_ = require_(6760);
var patterns = require_(4007);
var errors = require_(9600);
;
async function entriesOf(folder) {
	const ofGit = await gitFiles(folder);
	return ofGit?.filter(({ name }) => !name.split("/").slice(0, -1).some(folders_isSkipped)) ?? walk(folder);
}
function folders_isSkipped(name) {
	return name === "node_modules" || (name.startsWith(".") && name !== "." && name !== "..");
}
async function gitFiles(folder) {
	if (!isInRepository(external_node_path_.resolve(folder)))
		return undefined;
	const { spawnSync } = await Promise.resolve().then(require_.t.bind(require_, 1421, 19));
	const git = (...args) => spawnSync("git", [...gitSettings, ...args], {
		cwd: folder,
		encoding: "utf8",
		maxBuffer: 2 ** 30,
		env: gitEnvironment(),
		stdio: ["ignore", "pipe", "ignore"],
	});
	const { status, stdout } = git("ls-files", "-z", "--stage", "--cached", "--others", "--exclude-standard");
	if (status !== 0)
		return undefined;
	if (stdout === "" && git("check-ignore", "--quiet", external_node_path_.resolve(folder)).status === 0)
		return undefined;
	const entries = [];
	for (const line of stdout.split("\0").filter((each) => each !== "")) {
		const [, mode, name = line] = /^(\d{6}) [0-9a-f]+ \d\t(.*)$/s.exec(line) ?? [];
		const isRepository = mode === "160000" || name.endsWith("/");
		entries.push(...(isRepository ? await within(folder, name.replace(/\/$/, "")) : [{ name }]));
	}
	return entries;
}
async function within(folder, name) {
	const isThere = external_node_fs_.statSync(external_node_path_.join(folder, name), { throwIfNoEntry: false })?.isDirectory();
	const entries = isThere ? await entriesOf(external_node_path_.join(folder, name)) : [];
	return entries.map((entry) => ({ ...entry, name: `${name}/${entry.name}` }));
}
const gitSettings = ["-c", "core.fsmonitor=false"];
function gitEnvironment() {
	const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...env } = process.env;
	return { ...env, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
}
function isInRepository(folder) {
	return external_node_fs_.existsSync(external_node_path_.join(folder, ".git")) || (external_node_path_.dirname(folder) !== folder && isInRepository(external_node_path_.dirname(folder)));
}
function walk(folder, prefix = "") {
	try {
		return external_node_fs_.readdirSync(external_node_path_.join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
			const name = prefix + entry.name;
			if (entry.isDirectory())
				return folders_isSkipped(entry.name) ? [] : walk(folder, `${name}/`);
			const isFile = entry.isFile();
			return isFile || entry.isSymbolicLink() ? [{ name, isFile }] : [];
		});
	}
	catch (error) {
		return [{ name: prefix.replace(/\/$/, ""), reason: errors.A3(error) }];
	}
}
;
async function collect(paths) {
	const found = new Map();
	for (const path of paths.length > 0 ? paths : ["."])
		for (const each of await filesAt(path))
			if (each.named || !found.has(each.file))
				found.set(each.file, each);
	return read([...found.values()].sort(byFile));
}
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
	throw new errors.eb(`"${path}": no file matches, seen from ${process.cwd()}. What git ignores, hidden folders and node_modules are passed over.`);
}
const wildcard = /[*?[{]|[!+@]\(/;
function missing(path) {
	return new errors.eb(`"${path}": there is no such file or folder, seen from ${process.cwd()}.`);
}
function kindOf(path) {
	try {
		return external_node_fs_.statSync(path).isDirectory() ? "folder" : "file";
	}
	catch (error) {
		return isMissing(error) && !isLink(path) ? undefined : "file";
	}
}
async function filesMatching(path) {
	const isMatch = matcherFor(path);
	const base = external_node_path_.dirname(`${path.slice(0, path.search(wildcard))}x`);
	return kindOf(base) === "folder" ? (await listFiles(base)).filter(({ file }) => isMatch(file)) : [];
}
function matcherFor(path) {
	const pattern = shown(path);
	const [up = ""] = /^(\.\.\/)*/.exec(pattern) ?? [];
	const own = pattern.slice(up.length);
	const defect = patterns.zV(own);
	if (defect)
		throw new errors.eb(`The pattern ${JSON.stringify(path)} ${defect}.`);
	const takesAny = /(^|\/)(\*+|!\([^/]*\))$/.test(pattern);
	return (file) => file.startsWith(up) && patterns.MT(own, file.slice(up.length)) && (!takesAny || isManifest(file));
}
async function listFiles(folder) {
	const entries = await entriesOf(folder);
	const place = shown(folder);
	const isAround = /^\.\.(\/\.\.)*$/.test(place);
	const fileOf = (name) => {
		if (name === "")
			return place;
		if (place === ".")
			return name;
		return isAround ? shown(external_node_path_.join(folder, name)) : `${place}/${name}`;
	};
	return entries.map(({ name, reason, isFile }) => ({ file: fileOf(name), named: false, reason, isFile }));
}
function isManifest(file) {
	return /\.(ya?ml|json)$/i.test(file) && !/(^|\/)\.secctx(-baseline)?\.\w+$/.test(file);
}
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
function shown(path) {
	return external_node_path_.relative(process.cwd(), external_node_path_.resolve(path)).split(external_node_path_.sep).join("/") || ".";
}
function textOf({ file, named, reason, isFile }) {
	if (reason)
		return { line: 1, reason };
	try {
		if (!named && !isFile && !external_node_fs_.statSync(file).isFile())
			return undefined;
		const text = external_node_fs_.readFileSync(file, "utf8");
		return text.includes("\ufffd") || text.includes("\0") ? textIn(external_node_fs_.readFileSync(file)) : text;
	}
	catch (error) {
		if (isMissing(error) && isLink(file))
			return { line: 1, reason: "it is a link that leads nowhere" };
		return isMissing(error) && !named && !file.includes("\ufffd") ? undefined : { line: 1, reason: errors.A3(error) };
	}
}
function textIn(bytes) {
	return decode(bytes) ?? defectOf(bytes);
}
async function standardInput() {
	try {
		if (external_node_fs_.fstatSync(0).isDirectory())
			return textIn(external_node_fs_.readFileSync(0));
		const { buffer } = await Promise.resolve().then(require_.t.bind(require_, 8321, 19));
		return textIn(await buffer(process.stdin));
	}
	catch (error) {
		return { line: 1, reason: errors.A3(error) };
	}
}
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
	return ["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(errors.$N(error));
}
function isLink(path) {
	try {
		return external_node_fs_.lstatSync(path).isSymbolicLink();
	}
	catch {
		return false;
	}
}
function byFile(a, b) {
	return a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
}
}),
9037:
((module_, exports_, require_) => {
require_.d(exports_, {
  N$: () => ProxyFailure,
  S7: () => isProxied,
  tN: () => send
});
;
const external_node_events_namespaceObject = require_node("node:events");
;
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
function getProxyForUrl(url) {
  var parsedUrl = (typeof url === 'string' ? parseUrl(url) : url) || {};
  var proto = parsedUrl.protocol;
  var hostname = parsedUrl.host;
  var port = parsedUrl.port;
  if (typeof hostname !== 'string' || !hostname || typeof proto !== 'string') {
	return '';  
  }
  proto = proto.split(':', 1)[0];
  hostname = hostname.replace(/:\d*$/, '');
  port = parseInt(port) || DEFAULT_PORTS[proto] || 0;
  if (!shouldProxy(hostname, port)) {
	return '';  
  }
  var proxy = getEnv(proto + '_proxy') || getEnv('all_proxy');
  if (proxy && proxy.indexOf('://') === -1) {
	proxy = proto + '://' + proxy;
  }
  return proxy;
}
function shouldProxy(hostname, port) {
  var NO_PROXY = getEnv('no_proxy').toLowerCase();
  if (!NO_PROXY) {
	return true;  
  }
  if (NO_PROXY === '*') {
	return false;  
  }
  return NO_PROXY.split(/[,\s]/).every(function(proxy) {
	if (!proxy) {
	  return true;  
	}
	var parsedProxy = proxy.match(/^(.+):(\d+)$/);
	var parsedProxyHostname = parsedProxy ? parsedProxy[1] : proxy;
	var parsedProxyPort = parsedProxy ? parseInt(parsedProxy[2]) : 0;
	if (parsedProxyPort && parsedProxyPort !== port) {
	  return true;  
	}
	if (!/^[.*]/.test(parsedProxyHostname)) {
	  return hostname !== parsedProxyHostname;
	}
	if (parsedProxyHostname.charAt(0) === '*') {
	  parsedProxyHostname = parsedProxyHostname.slice(1);
	}
	return !hostname.endsWith(parsedProxyHostname);
  });
}
function getEnv(key) {
  return process.env[key.toLowerCase()] || process.env[key.toUpperCase()] || '';
}
;
class ProxyFailure extends Error {
}
const proxyPatience = 15_000;
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
	const [response] = (await external_node_events_namespaceObject.once(sent, "response"));
	return response;
}
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
async function clientFor({ protocol }) {
	return (protocol === "https:" ? await Promise.resolve().then(require_.t.bind(require_, 4708, 19)) : await Promise.resolve().then(require_.t.bind(require_, 7067, 19))).default;
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
	const { connect } = await Promise.resolve().then(require_.t.bind(require_, 1692, 19));
	agent.createConnection = (options, callback) => {
		const { host, port, ...rest } = options;
		tunnel(proxy, `${host?.includes(":") ? `[${host}]` : host}:${port}`).then((socket) => callback?.(null, connect({ ...rest, socket })), (error) => callback?.(error, undefined));
		return undefined;
	};
	return agent;
}
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
	const [{ statusCode }, socket] = (await external_node_events_namespaceObject.once(request, "connect"));
	if (statusCode === 200)
		return socket;
	socket.destroy();
	throw new ProxyFailure(`the proxy ${proxy.host} does not let us through to ${authority} (${statusCode})`);
}
}),
6651:
((module_, exports_, require_) => {
require_.d(exports_, {
  Du: () => shardFrom,
  Dv: () => shardForm,
  NP: () => isOwn,
  tC: () => shareOf
});
const mostShards = 256;
const shardForm = `I/N, such as 2/8 for the second of eight; I from 1 to N, N at most ${mostShards}`;
function shardFrom(text) {
	const [, first = "", second = ""] = /^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? [];
	const [index, count] = [Number(first), Number(second)];
	return index >= 1 && index <= count && count <= mostShards ? { index, count } : undefined;
}
async function shareOf({ sources, problems }, { index, count }, policy) {
	const sizes = new Map(problems.map(({ file }) => [file, 1]));
	for (const { file, text } of sources)
		sizes.set(file, Buffer.byteLength(text) + 1);
	const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
	const own = new Set();
	let before = 0;
	for (const [file, size] of [...sizes].sort(([a], [b]) => (a < b ? -1 : 1))) {
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
function isOwn({ elsewhere }) {
	return !elsewhere;
}
async function scanOf({ sources, problems }, policy) {
	const { today: _, images: __, shard: ___, baseline, ...rest } = policy;
	const { createHash } = await Promise.resolve().then(require_.t.bind(require_, 7598, 19));
	const hash = createHash("sha256").update(JSON.stringify([rest, [...baseline], problems]));
	for (const { file, text } of sources)
		hash.update(`\0${file}\0`).update(text);
	return hash.digest("hex").slice(0, 16);
}
}),
700:
((module_, exports_, require_) => {
require_.d(exports_, {
  DI: () => tooDeep,
  FR: () => excessOf,
  Kr: () => maxHeight,
  Ot: () => tooMany,
  kV: () => maxLexemes,
  tW: () => usualLimits,
  xE: () => excessFor
});
function excessOf(root) {
	if (isDeeper(root, maxHeight))
		return tooDeep;
	if (!holdsAlias(root))
		return undefined;
	const known = new Map();
	const { height, size } = weigh(root, known);
	if (height > maxHeight)
		return tooDeep;
	const repeated = size - known.size;
	const isExcessive = size > 1000 && repeated > 100 && repeated / size > allowedShare(size);
	return isExcessive
		? "Aliases make this document too large: Kubernetes refuses it. Write out what they stand for."
		: undefined;
}
const usualLimits = {
	documentCharacters: 3_145_728,
	documentsPerFile: 50_000,
	containersPerDocument: 10_000,
	findingsPerDocument: 200_000,
	fixCharacters: 30_000_000,
};
function excessFor(limit, count, limits) {
	const most = limits[limit];
	return count > most
		? `This ${subjects[limit](most.toLocaleString("en"))} (limits.${limit}). Split it, or leave it out if it is no manifest.`
		: undefined;
}
const subjects = {
	documentCharacters: (most) => `document has more than ${most} characters`,
	documentsPerFile: (most) => `file holds more than ${most} documents`,
	containersPerDocument: (most) => `document has more than ${most} containers`,
	findingsPerDocument: (most) => `document has more than ${most} findings, each counted for every container`,
};
const tooDeep = "This document is nested more than 1,000 levels deep. Leave its file out if it is no manifest.";
const tooMany = "This document has more than 700,000 words, signs and spaces between them. Split it, or leave its file out if it is no manifest.";
const maxLexemes = 700_000;
const maxHeight = 1000;
function allowedShare(size) {
	return Math.max(0.1, Math.min(0.99, 0.99 - (0.89 * (size - 400_000)) / 3_600_000));
}
function isDeeper(node, levels) {
	if (levels === 0)
		return true;
	if (node.kind === "sequence")
		return node.items.some((item) => isDeeper(item, levels - 1));
	return node.kind === "mapping" && node.entries.some((entry) => isDeeper(entry.node, levels - 1));
}
function holdsAlias(node) {
	if (node.kind === "sequence")
		return node.items.some(holdsAlias);
	return node.kind === "alias" || (node.kind === "mapping" && node.entries.some((entry) => holdsAlias(entry.node)));
}
function weigh(node, known) {
	const before = known.get(node);
	if (before)
		return before;
	const parts = partsOf(node).map((part) => weigh(part, known));
	const height = parts.reduce((highest, part) => Math.max(highest, part.height + 1), 0);
	const size = parts.reduce((sum, part) => sum + part.size, 1);
	known.set(node, { height, size });
	return { height, size };
}
function partsOf(node) {
	if (node.kind === "alias")
		return [node.target];
	if (node.kind === "sequence")
		return node.items;
	return node.kind === "mapping" ? node.entries.map((entry) => entry.node) : [];
}
})
});
var __webpack_module_cache__ = {};
function require_(moduleId) {
	var cachedModule = __webpack_module_cache__[moduleId];
	if (cachedModule !== undefined) {
		return cachedModule.exports;
	}
	var module = __webpack_module_cache__[moduleId] = {
		exports: {}
	};
	var threw = true;
	try {
		__webpack_modules__[moduleId](module, module.exports, require_);
		threw = false;
	} finally {
		if(threw) delete __webpack_module_cache__[moduleId];
	}
	return module.exports;
}
require_.m = __webpack_modules__;
if (typeof require_ !== 'undefined') require_.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
(() => {
	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "exports_";
	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
	var resolveQueue = (queue) => {
		if(queue && queue.d < 1) {
			queue.d = 1;
			queue.forEach((fn) => (fn.r--));
			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
		}
	}
	var wrapDeps = (deps) => (deps.map((dep) => {
		if(dep !== null && typeof dep === "object") {
			if(dep[webpackQueues]) return dep;
			if(dep.then) {
				var queue = [];
				queue.d = 0;
				dep.then((r) => {
					obj[webpackExports] = r;
					resolveQueue(queue);
				}, (e) => {
					obj[webpackError] = e;
					resolveQueue(queue);
				});
				var obj = {};
				obj[webpackQueues] = (fn) => (fn(queue));
				return obj;
			}
		}
		var ret = {};
		ret[webpackQueues] = x => {};
		ret[webpackExports] = dep;
		return ret;
	}));
	require_.a = (module, body, hasAwait) => {
		var queue;
		hasAwait && ((queue = []).d = -1);
		var depQueues = new Set();
		var exports = module.exports;
		var currentDeps;
		var outerResolve;
		var reject;
		var promise = new Promise((resolve, rej) => {
			reject = rej;
			outerResolve = resolve;
		});
		promise[webpackExports] = exports;
		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
		module.exports = promise;
		body((deps) => {
			currentDeps = wrapDeps(deps);
			var fn;
			var getResult = () => (currentDeps.map((d) => {
				if(d[webpackError]) throw d[webpackError];
				return d[webpackExports];
			}))
			var promise = new Promise((resolve) => {
				fn = () => (resolve(getResult));
				fn.r = 0;
				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
			});
			return fn.r ? promise : getResult();
		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
		queue && queue.d < 0 && (queue.d = 0);
	};
})();
(() => {
	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
	var leafPrototypes;
	require_.t = function(value, mode) {
		if(mode & 1) value = this(value);
		if(mode & 8) return value;
		if(typeof value === 'object' && value) {
			if((mode & 4) && value.__esModule) return value;
			if((mode & 16) && typeof value.then === 'function') return value;
		}
		var ns = Object.create(null);
		require_.r(ns);
		var def = {};
		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
		}
		def['default'] = () => (value);
		require_.d(ns, def);
		return ns;
	};
})();
(() => {
	require_.d = (exports, definition) => {
		for(var key in definition) {
			if(require_.o(definition, key) && !require_.o(exports, key)) {
				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
			}
		}
	};
})();
(() => {
	require_.f = {};
	require_.e = (chunkId) => {
		return Promise.all(Object.keys(require_.f).reduce((promises, key) => {
			require_.f[key](chunkId, promises);
			return promises;
		}, []));
	};
})();
(() => {
	require_.u = (chunkId) => {
		return "" + chunkId + ".index.js";
	};
})();
(() => {
	require_.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
})();
(() => {
	require_.r = (exports) => {
		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
		}
		Object.defineProperty(exports, '__esModule', { value: true });
	};
})();
(() => {
	var installedChunks = {
		792: 0
	};
	var installChunk = (data) => {
		var {ids, modules, runtime} = data;
		var moduleId, chunkId, i = 0;
		for(moduleId in modules) {
			if(require_.o(modules, moduleId)) {
				require_.m[moduleId] = modules[moduleId];
			}
		}
		if(runtime) runtime(require_);
		for(;i < ids.length; i++) {
			chunkId = ids[i];
			if(require_.o(installedChunks, chunkId) && installedChunks[chunkId]) {
				installedChunks[chunkId][0]();
			}
			installedChunks[ids[i]] = 0;
		}
	}
	require_.f.j = (chunkId, promises) => {
			var installedChunkData = require_.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
			if(installedChunkData !== 0) { 
				if(installedChunkData) {
					promises.push(installedChunkData[1]);
				} else {
					if(true) { 
						var promise = import("./" + require_.u(chunkId)).then(installChunk, (e) => {
							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
							throw e;
						});
						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
						promises.push(installedChunkData[1] = promise);
					}
				}
			}
	};
})();
var exports_ = require_(1139);
exports_ = await exports_;
