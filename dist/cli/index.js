#!/usr/bin/env node
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
8474:
((module) => {
module.exports = require_node("node:events");
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
7975:
((module) => {
module.exports = require_node("node:util");
}),
8877:
((module) => {
module.exports = require_node("node:v8");
}),
7251:
((module_, exports_, require_) => {
require_.d(exports_, {
  T: () => expectMany,
  A: () => loadPart
});
var external_node_fs_ = require_(3024);
var external_node_path_ = require_(6760);
var external_node_url_ = require_(3136);
;
const external_node_vm_namespaceObject = require_node("node:vm");
;
const { XDG_CACHE_HOME, HOME, USERPROFILE, NODE_DISABLE_COMPILE_CACHE } = process.env;
const folder = external_node_path_.join(XDG_CACHE_HOME || external_node_path_.join(HOME || USERPROFILE || "", ".cache"), "secctx/code");
const isOff = NODE_DISABLE_COMPILE_CACHE !== undefined || !external_node_path_.isAbsolute(folder);
const parts = [];
let manifests = 0;
let undo = () => { };
async function loadPart(url, digest) {
	const filename = external_node_url_.fileURLToPath(url);
	const source = external_node_fs_.readFileSync(filename, "latin1");
	const file = external_node_path_.join(folder, [external_node_path_.basename(filename, ".index.js"), digest, process.version, process.arch].join("-"));
	const kept = isOff ? undefined : keptCode(file);
	const isKeeping = kept !== undefined || (!isOff && mayKeep());
	const compile = () => new external_node_vm_namespaceObject.Script(source, { filename, cachedData: kept?.code });
	const script = isKeeping && !kept ? await wholly(compile) : compile();
	if (script.cachedDataRejected)
		remove(file);
	else if (isKeeping) {
		if (parts.length === 0)
			process.once("exit", keep);
		parts.push({ script, file, season: kept?.season });
	}
	return script.runInThisContext()({ url: url.href });
}
async function wholly(compile) {
	const { setFlagsFromString } = await Promise.resolve().then(require_.t.bind(require_, 8877, 19));
	setFlagsFromString("--no-lazy");
	try {
		return compile();
	}
	finally {
		setFlagsFromString("--lazy");
	}
}
const header = 8;
function keptCode(file) {
	try {
		const handle = external_node_fs_.openSync(file, "r");
		try {
			if (process.getuid && external_node_fs_.fstatSync(handle).uid !== process.getuid())
				return undefined;
			const bytes = external_node_fs_.readFileSync(handle);
			return { code: bytes.subarray(header), season: bytes.readUInt8() };
		}
		finally {
			external_node_fs_.closeSync(handle);
		}
	}
	catch {
		return undefined;
	}
}
function mayKeep() {
	try {
		external_node_fs_.mkdirSync(folder, { recursive: true, mode: 0o700 });
		external_node_fs_.accessSync(folder, external_node_fs_.constants.W_OK);
		return true;
	}
	catch {
		return false;
	}
}
function keep() {
	const season = Math.min(7, Math.floor(Math.log2(manifests + 1)));
	const news = parts.filter((part) => part.season === undefined || part.season < season);
	if (news.length > 0)
		undo();
	for (const { script, file } of news) {
		const unfinished = `${file}.${process.pid}`;
		const start = Buffer.alloc(header);
		start.writeUInt8(season);
		try {
			external_node_fs_.writeFileSync(unfinished, Buffer.concat([start, script.createCachedData()]), {
				mode: 0o600,
				flag: "wx",
				flush: true,
			});
			external_node_fs_.renameSync(unfinished, file);
		}
		catch {
			remove(unfinished);
		}
	}
}
function remove(file) {
	try {
		external_node_fs_.rmSync(file, { force: true });
	}
	catch {
	}
}
async function expectMany(count) {
	manifests += count;
	if (count < 500)
		return;
	const { setFlagsFromString } = await Promise.resolve().then(require_.t.bind(require_, 8877, 19));
	setFlagsFromString("--no-allocation-site-pretenuring");
	undo = () => setFlagsFromString("--allocation-site-pretenuring");
}
}),
8689:
((module_, exports_, require_) => {
require_.d(exports_, {
  Vg: () => remark,
  cv: () => say,
  mQ: () => standard
});
var node_fs_0 = require_(3024);
var _source_errors_1 = require_(9600);
const say = writerTo("stdout", (error) => {
	if (error.code === "EPIPE")
		return;
	void remark(`secctx: the output could not be written: ${error.message}.\n`);
	process.exit(2);
});
const remark = writerTo("stderr", () => { });
function standard(name) {
	return isPlain(name) ? {} : process[name];
}
const handles = { stdout: 1, stderr: 2 };
function writerTo(name, lost) {
	let stream;
	let isDirect;
	let isLost = false;
	const fail = (error) => {
		isLost = true;
		lost(error);
	};
	return async (text) => {
		let rest = typeof text === "string" ? Buffer.from(text) : text;
		isDirect ??= isPlain(name);
		try {
			while (isDirect && !isLost && rest.length > 0)
				rest = rest.subarray(node_fs_0.writeSync(handles[name], rest));
		}
		catch (error) {
			isDirect = false;
			if (_source_errors_1.$N(error) !== "EAGAIN")
				fail(error);
		}
		if (isLost || rest.length === 0)
			return;
		stream ??= process[name].on("error", fail);
		await new Promise((resolve) => stream?.write(rest, resolve));
	};
}
function isPlain(name) {
	try {
		const stats = node_fs_0.fstatSync(handles[name]);
		return stats.isFile() || stats.isFIFO() || stats.isSocket() || stats.rdev === node_fs_0.statSync("/dev/null").rdev;
	}
	catch {
		return false;
	}
}
}),
7528:
((module_, exports_, require_) => {
require_.d(exports_, {
  r: () => version
});
const version = "1.0.0";
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
						var promise = globalThis.loadPart(new URL("./" + require_.u(chunkId), import.meta.url), "b6936b965e1e49b7").then(installChunk, (e) => {
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
var exports_ = {};
var _commands_engine_0 = require_(7251);
var _commands_streams_1 = require_(8689);
var _report_version_2 = require_(7528);
async function main(args) {
	const [first] = args;
	if (first === "--version" || first === "-V") {
		await _commands_streams_1.cv(`${_report_version_2 .r}\n`);
		return 0;
	}
	Object.assign(globalThis, { loadPart: _commands_engine_0 .A });
	const { run } = await Promise.all([require_.e(891), require_.e(940)]).then(require_.bind(require_, 8940));
	return run(args);
}
process.exitCode = 2;
void main(process.argv.slice(2)).then((status) => process.exit(status));
