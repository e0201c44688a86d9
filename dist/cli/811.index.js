"use strict";
(meta_) => ({ ids: [811], modules: {
3811:
((module_, exports_, require_) => {
require_.r(exports_);
Object.assign(exports_, { changedSince: changedSince, isCommit: isCommit });
var node_child_process_0 = require_(1421);
var node_path_1 = require_(6760);
var _errors_2 = require_(9600);
var _files_3 = require_(3280);
var _folders_4 = require_(7210);
async function changedSince(revision, isWanted) {
	const added = untracked();
	const different = differences(revision);
	const place = prefix();
	const changed = Promise.all([place, different]).then(changesSeen);
	const [top, changes, others, base] = await inOrder(place, changed, added, textsBefore(changed));
	const heads = changes.filter(({ isGone }) => !isGone).map(({ file }) => file);
	const news = others.map((file) => node_path_1.posix.relative(top, file));
	const wanted = [...new Set([...heads, ...news])].filter(isWanted).toSorted();
	return { ...(await _files_3.Ul(wanted)), base };
}
async function inOrder(...steps) {
	const settled = await Promise.allSettled(steps);
	for (const each of settled)
		if (each.status === "rejected")
			throw each.reason;
	return Promise.all(steps);
}
async function prefix() {
	const answer = await git("rev-parse", "--show-prefix");
	if (answer.status === 0)
		return answer.stdout.toString().replace(/\n$/, "");
	throw new _errors_2 .eb(`--changed compares with git, and git opens no repository in ${process.cwd()}: ${answer.reason}.`);
}
async function mergeBase(revision) {
	const candidates = revision === undefined ? ["@{upstream}", "refs/remotes/origin/HEAD"] : [revision];
	for (const each of candidates) {
		const { status, stdout } = await git("merge-base", "--end-of-options", each, "HEAD");
		const [commit] = stdout.toString().split("\n");
		if (status === 0 && commit)
			return commit;
		if (await isCommit(each))
			throw await unrelated(each);
	}
	if (!(await isCommit("HEAD")))
		throw new _errors_2 .eb("--changed: this repository has no commit to compare with yet.");
	throw new _errors_2 .eb(revision === undefined
		? "--changed: the branch has no upstream, and origin has no HEAD: name a revision, such as --changed=main."
		: `--changed "${revision}": git knows no such revision. Fetch it, or name another: git branch --all lists them.`);
}
async function isCommit(revision) {
	return (await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`)).status === 0;
}
async function unrelated(revision) {
	if (!(await isCommit("HEAD")))
		return new _errors_2 .eb("--changed: this repository has no commit to compare with yet.");
	const isShallow = (await git("rev-parse", "--is-shallow-repository")).stdout.toString().trim() === "true";
	return new _errors_2 .eb(isShallow
		? `--changed: this clone is shallow, and lacks the commit in which HEAD and ${revision} meet: run git fetch --unshallow (fetch-depth: 0 in a workflow).`
		: `--changed: HEAD and ${revision} have no commit in common: name a revision that HEAD comes from.`);
}
async function differences(revision) {
	const names = ["--raw", "-z", "--no-abbrev", "--no-renames", "--no-relative", "--no-ext-diff", "--no-textconv"];
	if (revision !== undefined) {
		const answer = await git("diff", "--merge-base", ...names, "--end-of-options", revision, "--");
		if (answer.status === 0)
			return fieldsIn(answer);
	}
	return listing("diff", ...names, await mergeBase(revision), "--");
}
function untracked() {
	return listing("ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", ":/");
}
function changesSeen([top, fields]) {
	return fields.flatMap((head, index) => {
		const [, before = "", after = "", blob = ""] = /^:(\d{6}) (\d{6}) ([0-9a-f]+) [0-9a-f]+ [A-Z]/.exec(head) ?? [];
		const file = fields[index + 1];
		if (index % 2 === 1 || file === undefined || after === submodule)
			return [];
		return [
			{ file: node_path_1.posix.relative(top, file), isGone: after === "000000", blob: /^100/.test(before) ? blob : undefined },
		];
	});
}
const submodule = "160000";
async function textsBefore(changed) {
	const wanted = changed.then((all) => all.filter(({ blob, file }) => blob !== undefined && _files_3.Yh(file)));
	const ids = wanted.then((changes) => changes.map(({ blob }) => `${blob}\n`).join(""));
	const [changes, { status, stdout, reason }] = await inOrder(wanted, gitWith(ids, "cat-file", "--batch"));
	if (status !== 0)
		throw new _errors_2 .eb(`--changed: git could not show what was there before: ${reason}.`);
	const sources = [];
	let at = 0;
	for (const { file, blob } of changes) {
		const end = stdout.indexOf(10, at);
		const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(stdout.toString("latin1", at, end)) ?? [];
		if (size === undefined)
			throw new _errors_2 .eb(`--changed: this clone lacks what ${file} was before (${blob}): run git fetch --refetch.`);
		const text = _files_3.D4(stdout.subarray(end + 1, end + 1 + Number(size)));
		if (text !== undefined)
			sources.push({ file, text });
		at = end + 2 + Number(size);
	}
	return sources;
}
async function listing(...args) {
	const answer = await git(...args);
	if (answer.status !== 0)
		throw new _errors_2 .eb(`--changed: git could not list what changed: ${answer.reason}.`);
	return fieldsIn(answer);
}
function fieldsIn({ stdout }) {
	return stdout
		.toString()
		.split("\0")
		.filter((field) => field !== "");
}
function git(...args) {
	return gitWith(Promise.resolve(""), ...args);
}
function gitWith(input, ...args) {
	return new Promise((resolve, reject) => {
		const child = node_child_process_0.spawn("git", [..._folders_4 .Ug, ...args], { env: _folders_4._K() });
		const out = [];
		const err = [];
		child.stdout.on("data", (chunk) => out.push(chunk));
		child.stderr.on("data", (chunk) => err.push(chunk));
		child.on("error", (error) => reject(_errors_2.$N(error) === "ENOENT" ? new _errors_2 .eb("--changed needs git, and there is none on PATH.") : error));
		child.on("close", (status) => {
			const [line = "git ended with an error"] = Buffer.concat(err).toString().trim().split("\n").slice(0, 1);
			resolve({ status, stdout: Buffer.concat(out), reason: line.replace(/^fatal: /, "").replace(/\.$/, "") });
		});
		child.stdin.on("error", () => { });
		void input.catch(() => "").then((text) => child.stdin.end(text));
	});
}
})
}})
