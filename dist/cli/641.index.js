"use strict";
(meta_) => ({ ids: [641], modules: {
3641:
((module_, exports_, require_) => {
require_.r(exports_);
Object.assign(exports_, { fix: fix_fix });
require_.d(exports_, {
  fixOptions: () => fixOptions
});
var report_escape = require_(5429);
var report_text = require_(3405);
var fix = require_(2753);
var review_images = require_(8346);
var rules = require_(4050);
var charts = require_(1934);
var errors = require_(9600);
var files = require_(3280);
var external_node_fs_ = require_(3024);
var write = require_(5728);
;
async function rewrite(file, before, after) {
	try {
		const target = external_node_fs_.realpathSync(file);
		const now = external_node_fs_.readFileSync(target, "utf8");
		if (now === after)
			return undefined;
		if (now !== before)
			return "it changed while it was being fixed. Run the command again";
		const found = external_node_fs_.statSync(target);
		if ((found.mode & 0o222) === 0)
			return "it is read-only. Make it writable first";
		await write.HC(target, [after], found);
		return undefined;
	}
	catch (error) {
		return errors.A3(error);
	}
}
var engine = require_(7251);
var commands_images = require_(8268);
var options = require_(8450);
var commands_policy = require_(3656);
var streams = require_(8689);
;
const fixOptions = {
	...options.VJ,
	...options.c$,
	diff: { type: "boolean" },
	safe: { type: "boolean" },
	rule: { type: "string", multiple: true },
	"run-as-user": { type: "string" },
	"run-as-group": { type: "string" },
};
const ruleIds = rules.aO.map(({ id }) => id);
async function fix_fix(args) {
	const { values, positionals } = options.qg("fix", args, fixOptions);
	const chosen = values.rule?.map((id) => options.yL("--rule", id, ruleIds));
	const inForce = await commands_policy.US(values, {
		baseline: "passed over",
		runAsUser: values["run-as-user"],
		runAsGroup: values["run-as-group"],
	});
	const isMeant = ({ rule, fix: offered }) => (!chosen || chosen.includes(rule.id)) && (!values.safe || offered?.safety !== "review");
	const isChosen = commands_policy.mD(inForce);
	const found = await files.Fo(positionals);
	const problems = found.problems.filter(isChosen);
	const { manifests, notes } = charts.Y(found.sources.filter(isChosen));
	const policy = await commands_images.withImages(inForce, manifests);
	const templates = notes.map((note) => ({ ...note, severity: "error" }));
	if (!values.diff && manifests.some(({ file }) => file === "-"))
		throw new errors.eb("-: standard input can't be rewritten. Use --diff.");
	const account = values.diff ? streams.Vg : streams.cv;
	const unread = policy.images.size > 0 ? await review_images.Ih(manifests, policy) : [];
	const failures = [...problems, ...templates, ...unread];
	await engine.T(manifests.length);
	const outcomes = [];
	for (const source of manifests) {
		const file = conflictMarker.test(source.text) ? unmerged(source) : await fix.Up(source, policy, isMeant);
		for (const problem of file.problems)
			failures.push(problem);
		outcomes.push(outcomeOf(file, isMeant));
	}
	const done = [];
	for (const outcome of outcomes) {
		const unwritten = isChanged(outcome) ? await delivered(outcome, values.diff === true) : undefined;
		if (unwritten)
			failures.push(unwritten);
		else
			done.push(outcome);
	}
	if (!values.quiet)
		for (const { account: said } of done)
			await account(said);
	for (const { file, line, message } of failures)
		await streams.Vg(`${report_escape.RK(`${file}:${line}: ${message}`)}\n`);
	if (!values.quiet)
		await account(lastLine(done, values.diff === true));
	return failures.some(({ severity }) => severity === "error") ? 2 : 0;
}
function outcomeOf(fixed, isMeant) {
	const { file, before, text, declined } = fixed;
	return { file, before, text, account: accountOf(fixed, isMeant), left: declined.length };
}
async function delivered({ file, before, text }, isDiff) {
	if (isDiff) {
		const { unifiedDiff } = await require_.e( 738).then(require_.bind(require_, 4738));
		await streams.cv(unifiedDiff(file, before, text));
		return undefined;
	}
	const reason = await write.qA(() => rewrite(file, before, text));
	return reason === undefined ? undefined : untouched(file, reason);
}
function accountOf({ file, applied, declined }, isMeant) {
	const left = declined.filter(({ finding }) => isMeant(finding));
	if (applied.length + left.length === 0)
		return "";
	const lines = [
		`${file}: ${report_text.hS(applied.length, "fix", "fixes")}, ${left.length} left to you`,
		...applied.map(({ rule, fix: done }) => `  fix   ${rule.id}: ${done?.title}${done?.risk ? ` (${done.risk})` : ""}`),
		...left.map(({ finding, reason }) => `  left  ${finding.rule.id}, line ${finding.location.start.line}: ${reason}`),
	];
	return `${lines.map(report_escape.RK).join("\n")}\n`;
}
function lastLine(files, isDiff) {
	const changed = files.filter(isChanged).length;
	const left = files.reduce((sum, each) => sum + each.left, 0);
	const rest = left === 0 ? "" : ` ${report_text.hS(left, "finding stays", "findings stay")}.`;
	if (changed === 0)
		return `No file ${isDiff ? "would change" : "changed"}.${rest}\n`;
	return isDiff
		? `${report_text.hS(changed, "file")} would change.${rest} Apply with: secctx fix --diff \u2026 | git apply\n`
		: `${report_text.hS(changed, "file")} changed.${rest} Read the change with git diff, try it, and run secctx check again.\n`;
}
function isChanged({ before, text }) {
	return before !== text;
}
const conflictMarker = /^(<{7}|>{7})( |\r?$)/m;
function unmerged({ file, text }) {
	const line = text.slice(0, text.search(conflictMarker)).split("\n").length;
	const problem = untouched(file, "it holds merge conflict markers. Resolve them first", line);
	return { file, before: text, text, applied: [], declined: [], problems: [problem] };
}
function untouched(file, reason, line = 1) {
	return { severity: "error", file, line, message: `This file was left as it was: ${reason}.` };
}
})
}})
