export const id = 477;
export const ids = [477];
export const modules = {
477:
((module_, exports_, require_) => {
require_.d(exports_, {
  fetchTexts: () => fetchTexts,
  headTexts: () => headTexts,
  refused: () => refused
});
var node_crypto_0 = require_(7598);
var node_fs_1 = require_(3024);
var node_path_2 = require_(6760);
var _source_files_3 = require_(7200);
var _api_4 = require_(1012);
var _changed_files_5 = require_(3191);
const sizeLimit = 2 * 1024 * 1024;
const batchSize = 100;
async function headTexts(api, trigger, files, workspace) {
	const texts = new Map();
	for (const { filename, sha } of files) {
		const text = workspace === undefined ? undefined : fromWorkspace(workspace, filename, sha);
		if (text !== undefined)
			texts.set(filename, refused(text) ?? text);
	}
	const missing = files.filter(({ filename }) => !texts.has(filename));
	const fetched = await fetchTexts(api, trigger, missing.map(({ sha }) => ({ oid: sha })));
	for (const [index, { filename }] of missing.entries())
		texts.set(filename, fetched[index] ?? noText);
	const suspects = missing.map(({ filename }) => filename).filter((file) => looksLikeLink(texts.get(file)));
	for (const link of await linksAmong(api, trigger, suspects))
		texts.set(link, {
			reason: "it is a symbolic link. Leave it out of files: what it leads to is reviewed where it is",
		});
	return texts;
}
function fromWorkspace(workspace, file, sha) {
	try {
		const path = node_path_2.join(workspace, file);
		const stat = node_fs_1.lstatSync(path);
		if (!stat.isFile() || stat.size > sizeLimit)
			return undefined;
		const bytes = node_fs_1.readFileSync(path);
		return idOf(bytes) === sha ? _source_files_3.D4(bytes) : undefined;
	}
	catch {
		return undefined;
	}
}
function idOf(content) {
	return node_crypto_0.createHash("sha1")
		.update(`blob ${Buffer.byteLength(content)}\0`)
		.update(content)
		.digest("hex");
}
async function fetchTexts(api, trigger, selectors) {
	const texts = [];
	for (let from = 0; from < selectors.length; from += batchSize) {
		const batch = selectors.slice(from, from + batchSize);
		const fields = batch.map((each) => `object(${selection(each)}) { ... on Blob { oid text isBinary isTruncated byteSize } }`);
		const blobs = await askFor(api, trigger, fields);
		for (const [index, selector] of batch.entries())
			texts.push(await textOf(api, trigger, selector, blobs[index]));
	}
	return texts;
}
function selection(selector) {
	if ("oid" in selector)
		return `oid: ${JSON.stringify(selector.oid)}`;
	return `expression: ${JSON.stringify(`${selector.commit}:${selector.file}`)}`;
}
async function askFor(api, trigger, fields) {
	const { owner, repo } = trigger;
	const aliased = fields.map((field, index) => `f${index}: ${field}`).join(" ");
	const answer = await api.query(`query { repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(repo)}) { ${aliased} } }`);
	if (answer.ok)
		return fields.map((_, index) => answer.data.repository?.[`f${index}`]);
	if (answer.why !== "unreachable" || answer.status === 0 || fields.length === 1)
		throw new _changed_files_5 .DC(`The files' texts could not be read: ${_api_4.l(answer, "contents: read")}.`);
	const half = Math.ceil(fields.length / 2);
	return [
		...(await askFor(api, trigger, fields.slice(0, half))),
		...(await askFor(api, trigger, fields.slice(half))),
	];
}
const noText = { reason: "GitHub has no text for it" };
async function textOf(api, trigger, selector, blob) {
	if (!blob || blob.byteSize === undefined)
		return { reason: "it is no file: a submodule, or a folder" };
	if (blob.byteSize > sizeLimit)
		return { reason: "it is larger than 2 MiB. Split it, or leave it out of files" };
	if (blob.isBinary)
		return { reason: "it is a binary file, not a manifest. Rename it, or leave it out of files" };
	const oid = "oid" in selector ? selector.oid : blob.oid;
	const { text = null } = blob;
	const isWhole = text !== null && !blob.isTruncated && (oid === undefined || idOf(text) === oid);
	const whole = isWhole || oid === undefined ? (text ?? noText) : await bytesOf(api, trigger, oid);
	return typeof whole === "string" ? (refused(whole) ?? whole) : whole;
}
async function bytesOf(api, { owner, repo }, oid) {
	const parameters = { owner, repo, file_sha: oid };
	const answer = await api.get("/repos/{owner}/{repo}/git/blobs/{file_sha}", parameters);
	if (!answer.ok)
		return { reason: _api_4.l(answer, "contents: read") };
	return _source_files_3.D4(Buffer.from(answer.data.content, "base64")) ?? { reason: "it is not UTF-8 text. Save it as UTF-8" };
}
function refused(text) {
	if (!text.startsWith("version https://git-lfs.github.com/spec/"))
		return undefined;
	return {
		reason: "it is a pointer of Git LFS, not the manifest. Keep manifests out of LFS, or leave it out of files",
	};
}
function looksLikeLink(text) {
	return typeof text === "string" && text.length > 0 && text.length < 4096 && !/[\n{[]|: /.test(text);
}
async function linksAmong(api, trigger, files) {
	const folders = [...new Set(files.map((file) => file.slice(0, Math.max(0, file.lastIndexOf("/")))))];
	if (folders.length === 0)
		return [];
	const fields = folders.map((folder) => `object(expression: ${JSON.stringify(`${trigger.headSha}:${folder}`)}) { ... on Tree { entries { name mode } } }`);
	const trees = await askFor(api, trigger, fields);
	const links = trees.flatMap((tree, index) => (tree?.entries ?? [])
		.filter(({ mode }) => mode === 0o120000)
		.map(({ name }) => [folders[index], name].filter(Boolean).join("/")));
	return files.filter((file) => links.includes(file));
}
})
};
