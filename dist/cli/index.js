#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
 var __webpack_modules__ = ({
 1421:
 ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
 }),
 7598:
 ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
 }),
 610:
 ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");
 }),
 8474:
 ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
 }),
 3024:
 ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
 }),
 7067:
 ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
 }),
 4708:
 ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
 }),
 7030:
 ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
 }),
 8161:
 ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
 }),
 6760:
 ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
 }),
 8321:
 ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");
 }),
 8500:
 ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
 }),
 1692:
 ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
 }),
 3136:
 ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
 }),
 7975:
 ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
 }),
 8877:
 ((module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
 }),
 4695:
 ((__webpack_module__, __unused_webpack___webpack_exports__, require_) => {
require_.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
 var _commands_engine_js_0 = require_(6463);
 var _commands_streams_js_1 = require_(8689);
 var _version_js_2 = require_(3405);
const [first] = process.argv.slice(2);
if (first === "--version" || first === "-V")
	await _commands_streams_js_1.cv(`${_version_js_2 .r}\n`);
else {
	const { run } = await _commands_engine_js_0.a(() => require_.e( 940).then(require_.bind(require_, 8940)));
	process.exitCode = await run(process.argv.slice(2));
}
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);
 }),
 6463:
 ((module_, exports_, require_) => {
require_.d(exports_, {
  T: () => ( expectMany),
  a: () => ( keptCompiled)
});
;
const external_node_module_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");
var external_node_os_ = require_(8161);
var external_node_path_ = require_(6760);
;
async function keptCompiled(load) {
	const folder = external_node_path_.join(process.env.XDG_CACHE_HOME || external_node_path_.join(external_node_os_.homedir(), ".cache"), "secctx");
	if (external_node_module_namespaceObject.enableCompileCache?.(folder).directory === undefined)
		return load();
	const { setFlagsFromString } = await Promise.resolve().then(require_.t.bind(require_, 8877, 19));
	setFlagsFromString("--no-lazy");
	try {
		return await load();
	}
	finally {
		setFlagsFromString("--lazy");
	}
}
async function expectMany(manifests) {
	if (manifests < 500)
		return;
	const { setFlagsFromString } = await Promise.resolve().then(require_.t.bind(require_, 8877, 19));
	setFlagsFromString("--no-allocation-site-pretenuring");
}
 }),
 8689:
 ((module_, exports_, require_) => {
 require_.d(exports_, {
   Vg: () => ( remark),
   cv: () => ( say),
   mQ: () => ( standard)
 });
 var node_fs_0 = require_(3024);
 var node_os_1 = require_(8161);
 var _source_errors_js_2 = require_(9600);
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
			if ((0,_source_errors_js_2 .$N)(error) !== "EAGAIN")
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
		return stats.isFile() || stats.isFIFO() || stats.isSocket() || stats.rdev === node_fs_0.statSync(node_os_1.devNull).rdev;
	}
	catch {
		return false;
	}
}
 }),
 9600:
 ((module_, exports_, require_) => {
 require_.d(exports_, {
   $N: () => ( codeOf),
   A3: () => ( reasonOf),
   eb: () => ( UsageError)
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
 3405:
 ((module_, exports_, require_) => {
 require_.d(exports_, {
   r: () => ( version)
 });
const version = "1.0.0";
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
 var exports_ = require_(4695);
 exports_ = await exports_;
