export const id = 117;
export const ids = [117];
export const modules = {
  /***/
  2686: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        bM: () => (
          /* binding */
          findEdited
        ),
        /* harmony export */
        jz: () => (
          /* binding */
          findOwnFiles
        ),
        /* harmony export */
        oU: () => (
          /* binding */
          loadBaseline
        ),
        /* harmony export */
        vF: () => (
          /* binding */
          loadConfiguration
        )
        /* harmony export */
      });
      var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
      var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
      var _policy_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1672);
      var _rules_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6085);
      var _source_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6634);
      var _source_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4666);
      var _source_repository_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3369);
      var _yaml_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6783);
      async function findOwnFiles({ config }, root, changed) {
        if (changed === void 0)
          return _source_repository_js__WEBPACK_IMPORTED_MODULE_6__.Bv;
        const { readFilesBefore } = await __webpack_require__.e(
          /* import() */
          497
        ).then(__webpack_require__.bind(__webpack_require__, 7497));
        const nameOf = (file) => (0, node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file)).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join("/");
        const candidates = [
          ...config === void 0 ? [] : [config],
          ...(0, _source_repository_js__WEBPACK_IMPORTED_MODULE_6__.Kd)(root).flatMap((folder) => [(0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, _source_repository_js__WEBPACK_IMPORTED_MODULE_6__.Sh), (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, _source_repository_js__WEBPACK_IMPORTED_MODULE_6__.Bi)]),
          (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, _source_repository_js__WEBPACK_IMPORTED_MODULE_6__.Ri)
        ];
        const isInside = (file) => !nameOf(file).startsWith("../");
        const names = [...new Set(candidates.filter(isInside).map(nameOf))];
        const { commit, texts } = await readFilesBefore(changed === "" ? void 0 : changed, names);
        return {
          place: `${commit.slice(0, 7)}, where the change comes from`,
          has: (file) => isInside(file) ? texts.has(nameOf(file)) : (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file),
          read: (file) => {
            const text = texts.get(nameOf(file));
            return text === void 0 ? (0, _source_repository_js__WEBPACK_IMPORTED_MODULE_6__.zx)(file) : { file: (0, _source_files_js__WEBPACK_IMPORTED_MODULE_5__.Gt)(file), text };
          }
        };
      }
      function findEdited(root, { place, read, has }, config) {
        if (place === "")
          return [];
        const configurations = config === void 0 ? [(0, _source_repository_js__WEBPACK_IMPORTED_MODULE_6__.oN)(root, _source_repository_js__WEBPACK_IMPORTED_MODULE_6__.Bv), (0, _source_repository_js__WEBPACK_IMPORTED_MODULE_6__.oN)(root, { place, read, has })] : [config];
        const candidates = /* @__PURE__ */ new Set([...configurations.filter((file) => file !== void 0), (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, _source_repository_js__WEBPACK_IMPORTED_MODULE_6__.Ri)]);
        const isEdited = (file) => (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file) !== has(file) || has(file) && (0, _source_repository_js__WEBPACK_IMPORTED_MODULE_6__.zx)(file).text !== read(file).text;
        return [...candidates].filter(isEdited).map(_source_files_js__WEBPACK_IMPORTED_MODULE_5__.Gt);
      }
      async function loadConfiguration(values, root, files) {
        if (values.config !== void 0 && values["no-config"])
          throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_4__.eb("--config and --no-config exclude each other: choose one of the two.");
        const file = values["no-config"] ? void 0 : values.config ?? (0, _source_repository_js__WEBPACK_IMPORTED_MODULE_6__.oN)(root, files);
        if (file === void 0)
          return void 0;
        if (files.place !== "" && !files.has(file))
          throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_4__.eb(`--config "${file}": there is no such file at ${files.place}. A configuration that a change adds takes effect once it is merged; --config-ref head reads the change's own.`);
        const source = files.read(file);
        const ids2 = _rules_index_js__WEBPACK_IMPORTED_MODULE_3__.aO.map(({ id: id2 }) => id2);
        const configuration = await (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_7__.xt)(() => (0, _policy_index_js__WEBPACK_IMPORTED_MODULE_2__.TD)(source, ids2));
        if ("defects" in configuration)
          throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_4__.eb(describeDefects(source.file, configuration.defects));
        return configuration;
      }
      function loadBaseline(root, files) {
        const file = (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, _source_repository_js__WEBPACK_IMPORTED_MODULE_6__.Ri);
        if (!files.has(file))
          return _policy_index_js__WEBPACK_IMPORTED_MODULE_2__.G4.baseline;
        const source = files.read(file);
        const baseline = (0, _policy_index_js__WEBPACK_IMPORTED_MODULE_2__.mF)(source);
        if ("line" in baseline)
          throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_4__.eb(describeDefects(source.file, [baseline]));
        return baseline;
      }
      function describeDefects(file, [first, ...rest]) {
        const lines = [...new Set(rest.map(({ line }) => line))].join(", ");
        const more = rest.length === 0 ? "" : ` (${rest.length} more below: line ${lines})`;
        return `${file}:${first?.line}: ${first?.message}${more}`;
      }
    })
  ),
  /***/
  6992: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        e: () => (
          /* binding */
          addImages
        )
        /* harmony export */
      });
      var _review_images_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6444);
      var _streams_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6919);
      async function addImages({ policy, images: source }, manifests) {
        if (!source)
          return policy;
        const wanted = await (0, _review_images_js__WEBPACK_IMPORTED_MODULE_0__.Mz)(manifests, policy);
        if ("insecure" in source)
          return { ...policy, images: await readFromRegistries(wanted, source) };
        const { readImagesFile } = await __webpack_require__.e(
          /* import() */
          498
        ).then(__webpack_require__.bind(__webpack_require__, 8498));
        return { ...policy, images: readImagesFile(source.file, wanted) };
      }
      async function readFromRegistries(wanted, { insecure, depth }) {
        const { readImages } = await __webpack_require__.e(
          /* import() */
          828
        ).then(__webpack_require__.bind(__webpack_require__, 828));
        const start = performance.now();
        const isTerminal = process.stderr.isTTY === true;
        const onProgress = (done, all) => {
          if (isTerminal && performance.now() - start > 300)
            void (0, _streams_js__WEBPACK_IMPORTED_MODULE_1__.V)(`\r\x1B[KReading images: ${done} of ${all}`);
        };
        const images = await readImages(wanted, { helpers: "run", insecure, depth, onProgress });
        if (isTerminal)
          await (0, _streams_js__WEBPACK_IMPORTED_MODULE_1__.V)("\r\x1B[K");
        return images;
      }
    })
  ),
  /***/
  2117: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        run: () => (
          /* binding */
          run
        )
      });
      var external_node_fs_ = __webpack_require__(3024);
      var report_escape = __webpack_require__(2527);
      var version = __webpack_require__(8882);
      var errors = __webpack_require__(6634);
      var external_node_path_ = __webpack_require__(6760);
      var lib_policy = __webpack_require__(1672);
      ;
      const modeNouns = { enforce: "failure", warn: "warning", audit: "notice" };
      function words_formatCount(count, noun, plural = `${noun}s`) {
        return `${count} ${count === 1 ? noun : plural}`;
      }
      function nameWorkload({ kind, name }) {
        return `${kind} ${name || "without a name"}`;
      }
      function nameAnswer(allowed) {
        if (allowed === null)
          return "no answer";
        return allowed ? "allowed" : "rejected";
      }
      function describeFix({ title, risk }) {
        return risk ? `${title} (${risk})` : title;
      }
      var source_files = __webpack_require__(4666);
      var repository = __webpack_require__(3369);
      ;
      async function writeWhole(file, pieces, stop) {
        const before = (0, external_node_fs_.statSync)(file, { throwIfNoEntry: false });
        const leadsNowhere = !before && (0, external_node_fs_.lstatSync)(file, { throwIfNoEntry: false });
        if (before?.isFile())
          await replaceFile((0, external_node_fs_.realpathSync)(file), pieces, before, stop);
        else if (before || leadsNowhere)
          await writeInto(file, pieces, stop);
        else
          await replaceFile(file, pieces, void 0, stop);
      }
      async function rewriteFile(file, before, after) {
        try {
          const target = (0, external_node_fs_.realpathSync)(file);
          const current = (0, external_node_fs_.readFileSync)(target, "utf8");
          if (current === after)
            return void 0;
          if (current !== before)
            return "it changed while it was being fixed. Run the command again";
          const stats = (0, external_node_fs_.statSync)(target);
          if ((stats.mode & 146) === 0)
            return "it is read-only. Make it writable first";
          await replaceFile(target, [after], stats);
          return void 0;
        } catch (error) {
          return (0, errors.A3)(error);
        }
      }
      async function replaceFile(target, pieces, before, stop) {
        const temporary = (0, external_node_path_.join)((0, external_node_path_.dirname)(target), `.secctx-${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`);
        const handle = (0, external_node_fs_.openSync)(temporary, "wx", before?.mode ?? 438);
        try {
          try {
            await writePieces(handle, pieces, stop);
            if (before && process.getuid?.() === 0)
              (0, external_node_fs_.fchownSync)(handle, before.uid, before.gid);
          } finally {
            (0, external_node_fs_.closeSync)(handle);
          }
          if (before)
            (0, external_node_fs_.chmodSync)(temporary, before.mode);
          (0, external_node_fs_.renameSync)(temporary, target);
        } catch (error) {
          (0, external_node_fs_.rmSync)(temporary, { force: true });
          throw error;
        }
      }
      async function writeInto(file, pieces, stop) {
        const handle = (0, external_node_fs_.openSync)(file, "w");
        try {
          await writePieces(handle, pieces, stop);
        } finally {
          (0, external_node_fs_.closeSync)(handle);
        }
      }
      async function writePieces(handle, pieces, stop) {
        if (Symbol.iterator in pieces) {
          for (const piece of pieces)
            (0, external_node_fs_.writeFileSync)(handle, piece);
          return;
        }
        for await (const piece of pieces) {
          stop?.throwIfAborted();
          (0, external_node_fs_.writeFileSync)(handle, piece);
          await hearSignals();
        }
      }
      async function deferSignals(work) {
        const stop = new AbortController();
        let pending;
        const defer = (signal) => {
          pending = signal;
          stop.abort();
        };
        for (const signal of deferred)
          process.on(signal, defer);
        try {
          return await work(stop.signal);
        } finally {
          await hearSignals();
          for (const signal of deferred)
            process.off(signal, defer);
          if (pending)
            process.kill(process.pid, pending);
        }
      }
      const deferred = ["SIGINT", "SIGTERM"];
      function hearSignals() {
        return new Promise((resolve) => void setImmediate(resolve));
      }
      var configuration_files = __webpack_require__(2686);
      var options = __webpack_require__(6252);
      var policy_in_force = __webpack_require__(6910);
      var review_paths = __webpack_require__(7048);
      var streams = __webpack_require__(6919);
      ;
      const baselineOptions = { ...options.VJ, ...options.c$ };
      async function runBaseline(args) {
        const { values, positionals } = (0, options.Ac)("baseline", args, baselineOptions);
        const root = (0, repository.wg)();
        const before = (0, lib_policy.Mc)((0, configuration_files.oU)(root, repository.Bv));
        const inForce = await (0, policy_in_force.nZ)(values, { appliesBaseline: false });
        const result = await (0, review_paths.xF)(positionals.length > 0 ? positionals : [(0, source_files.Gt)(root)], inForce);
        await (0, review_paths.Lj)(result.problems);
        const file = (0, external_node_path_.join)(root, repository.Ri);
        if (result.verdict === "error") {
          await (0, streams.V)(`${(0, report_escape.EH)((0, source_files.Gt)(file))} was not changed: what could not be evaluated can't be accepted.
`);
          return 2;
        }
        const found = (0, lib_policy.aB)(result.findings.filter(({ ignored }) => !ignored));
        const after = [...new Set(positionals.length > 0 ? [...before, ...found] : found)];
        if (after.length + before.length > 0)
          await deferSignals(() => writeBaseline(file, (0, lib_policy.BW)(after)));
        if (!values.quiet)
          for (const line of describeChange((0, source_files.Gt)(file), before, after))
            await (0, streams.c)(`${(0, report_escape.EH)(line)}
`);
        return 0;
      }
      async function writeBaseline(file, text) {
        try {
          await writeWhole(file, [text]);
        } catch (error) {
          throw new errors.eb(`${(0, source_files.Gt)(file)}: it could not be written: ${(0, errors.A3)(error)}.`);
        }
      }
      function describeChange(name, before, after) {
        if (before.length + after.length === 0)
          return ["There is nothing to accept: no baseline was written."];
        const added = after.filter((entry) => !before.includes(entry)).length;
        const gone = before.filter((entry) => !after.includes(entry));
        return [
          `${name}: ${words_formatCount(after.length, "finding")} accepted, ${added} of them new; ${gone.length} removed.`,
          ...gone.map((entry) => `  gone  ${entry}`)
        ];
      }
      var kubernetes = __webpack_require__(7471);
      ;
      function compareModes(a, b) {
        return kubernetes.nI.indexOf(a.mode) - kubernetes.nI.indexOf(b.mode);
      }
      function groupBy(items, getKey) {
        const groups = /* @__PURE__ */ new Map();
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
      ;
      async function* writeByManifest({ manifests }, write) {
        for (; ; ) {
          const { done, value } = await manifests.next();
          if (done)
            return value;
          yield await write(value);
        }
      }
      function replay(result, sources) {
        return { policy: result.policy, manifests: manifests() };
        async function* manifests() {
          const findings = groupBy(result.findings, ({ location }) => location.file);
          const workloads = groupBy(result.workloads, ({ pod: pod2 }) => pod2.document.file);
          for (const source of sources) {
            const { file } = source;
            yield { source, findings: findings.get(file) ?? [], workloads: workloads.get(file) ?? [] };
            findings.delete(file);
          }
          return { ...result, findings: [...findings.values()].flat() };
        }
      }
      var stream = __webpack_require__(4818);
      var review_documents = __webpack_require__(2258);
      var rules = __webpack_require__(6085);
      var yaml = __webpack_require__(6783);
      var review_findings = __webpack_require__(4489);
      var subjects = __webpack_require__(9175);
      ;
      function fix(source, policy, isWanted = () => true) {
        return (0, yaml.xt)(() => fixManifest(source, policy, isWanted));
      }
      function fixManifest(source, policy, isWanted) {
        const { file, text: before } = source;
        const { documents, problems: unread, omission } = (0, review_documents.WI)(source, policy);
        const states = documents.map((document) => ({ document, ...findInFixOrder(document, policy) }));
        const excesses = states.flatMap(({ document, excess }) => excess === void 0 ? [] : (0, review_documents.x$)(document, excess));
        const problems = [...unread, ...excesses];
        const isReadable = !omission && !problems.some(({ severity }) => severity === "error");
        const done = [];
        let text = before;
        for (const { document, findings } of isReadable ? states.toReversed() : []) {
          const each = fixDocument({ document: { ...document, text }, findings }, policy, isWanted);
          text = each.document.text;
          done.unshift(each);
        }
        const applied = done.flatMap((each) => each.applied);
        const declined = placeDeclined({ ...source, text }, done, policy);
        return { file, before, text, applied, declined, problems, omission };
      }
      function placeDeclined(source, done, policy) {
        const firstChanged = done.findIndex(({ applied }) => applied.length > 0);
        if (firstChanged === -1 || firstChanged === done.length - 1)
          return done.flatMap(({ declined }) => declined);
        const { documents } = (0, review_documents.WI)(source, policy);
        return done.flatMap(({ document: { index }, declined }, position) => {
          const document = documents.find((each) => each.index === index);
          if (!document || position <= firstChanged || declined.length === 0)
            return declined;
          const { findings } = findInFixOrder(document, policy);
          return declined.map((each, place) => ({ ...each, finding: findings[place] ?? each.finding }));
        });
      }
      function fixDocument(start, policy, isWanted) {
        const findingsBefore = new Map(start.findings.map((finding) => [finding.fingerprint, finding]));
        const refused = /* @__PURE__ */ new Map();
        let budget = policy.limits.fixCharacters;
        const done = /* @__PURE__ */ new Set();
        const applied = [];
        let state = start;
        const isOpen = (finding) => finding.fix && !finding.ignored && isWanted(finding) && !refused.has(finding.fingerprint) && !done.has(finding.fingerprint);
        for (let open = state.findings.filter(isOpen); open.length > 0; open = state.findings.filter(isOpen)) {
          const misset = open.filter(({ origin }) => origin !== "default");
          const batch = fitBudget(state, pickIndependent(misset.length > 0 ? misset : open), budget);
          if (batch.length === 0) {
            for (const { fingerprint } of open)
              refused.set(fingerprint, tooMuch);
            break;
          }
          const together = applyFixes(state, batch, policy);
          const fallsBack = "declined" in together && batch.length > 1;
          const taken = fallsBack ? batch.slice(0, 1) : batch;
          const next = fallsBack ? applyFixes(state, taken, policy) : together;
          budget -= passWork(state, batch) + (fallsBack ? passWork(state, taken) : 0);
          if ("declined" in next) {
            for (const { fingerprint } of taken)
              refused.set(fingerprint, next.declined);
            continue;
          }
          const left = new Set(next.findings.map(({ fingerprint }) => fingerprint));
          for (const { fingerprint } of taken)
            if (!left.has(fingerprint))
              done.add(fingerprint);
          refused.clear();
          for (const finding of taken)
            applied.push(finding);
          state = next;
        }
        const declined = state.findings.map((finding) => {
          const reason = refused.get(finding.fingerprint) ?? whyUnfixed(finding);
          const was = findingsBefore.get(finding.fingerprint);
          return {
            finding,
            reason,
            before: was ? { line: was.location.start.line, reason: reasonBefore(was, reason) } : null
          };
        });
        return { document: state.document, applied, declined };
      }
      const tooMuch = "there is too much to fix in this document at once (limits.fixCharacters): fix again, and it goes on, or split the document";
      function fitBudget(state, fixes, budget) {
        let count = fixes.length;
        while (count > 0 && passWork(state, fixes.slice(0, count)) > budget)
          count >>= 1;
        return fixes.slice(0, count);
      }
      function passWork({ document: { range }, findings }, fixes) {
        return workOf(range.end - range.start, findings.length, fixes);
      }
      function workOf(length, findings, fixes) {
        const patches = fixes.reduce((sum, { fix: offered }) => sum + (offered?.patches.length ?? 0), 0);
        return (patches + 1) * length + 400 * findings;
      }
      function tryFix(document, finding, findings, policy) {
        return applyFixes({ document, findings }, [finding], policy);
      }
      function findInFixOrder(document, policy) {
        const { findings, ...rest } = (0, review_findings._)(document, (0, subjects.Pc)(document, policy), policy);
        return { findings: findings.toSorted((a, b) => rules.aO.indexOf(a.rule) - rules.aO.indexOf(b.rule)), ...rest };
      }
      function pickIndependent(findings) {
        const taken = /* @__PURE__ */ new Set();
        const above = /* @__PURE__ */ new Set();
        const isFree = (path) => !above.has((0, subjects.TN)(path)) && !prefixKeys(path).some((root) => taken.has(root));
        return findings.filter(({ fix: offered }) => {
          const patches = offered?.patches ?? [];
          if (!patches.every(({ path }) => isFree(path)))
            return false;
          for (const place of patches.filter(({ op, also }) => op !== "append" || also).map(placeTakenBy)) {
            taken.add((0, subjects.TN)(place));
            for (const root of prefixKeys(place))
              above.add(root);
          }
          return true;
        });
      }
      function prefixKeys(path) {
        return [...path, ""].map((_, depth) => (0, subjects.TN)(path.slice(0, depth)));
      }
      function placeTakenBy({ op, path }) {
        return op === "remove" && typeof path.at(-1) === "number" ? path.slice(0, -1) : path;
      }
      function applyFixes({ document, findings: before }, fixed, policy) {
        const changed = (0, yaml.$i)(document, fixed.flatMap(({ fix: offered }) => offered?.patches ?? []));
        if ("declined" in changed)
          return changed;
        const { start, end } = changed.range;
        if ((0, yaml.xE)("documentCharacters", end - start, policy.limits))
          return { declined: "the document would become too long (limits.documentCharacters)" };
        const { findings } = findInFixOrder(changed, policy);
        const count = (all, rule) => all.filter((finding) => finding.rule === rule).length;
        const ends = (rule) => count(findings, rule) <= count(before, rule) - count(fixed, rule);
        if (!fixed.every(({ rule }) => ends(rule)))
          return { declined: "the fix would not end the finding" };
        const known = new Set(before.flatMap(({ fingerprint, rule, path }) => [fingerprint, `${rule.id} ${path.join("/")}`]));
        const isKnown = ({ fingerprint, rule, path }) => known.has(fingerprint) || known.has(`${rule.id} ${path.join("/")}`);
        const worse = findings.find((other) => other.level === "privileged" && !other.rule.mode && !isKnown(other));
        return worse ? { declined: `the fix would bring another finding (${worse.rule.id})` } : { document: changed, findings };
      }
      function reasonBefore(finding, reason) {
        const own = whyUnfixed(finding);
        const withoutLines = (text) => text.replace(/line \d+/g, "line");
        return withoutLines(own) === withoutLines(reason) ? own : reason;
      }
      function whyUnfixed({ fix: offered, declined, ignored }) {
        if (ignored)
          return `ignored: ${ignored.reason}`;
        if (!offered)
          return declined ?? "there is no fix that needs no decision of yours";
        return offered.safety === "review" ? `not asked for: it ${offered.risk}` : "not asked for";
      }
      ;
      async function diffFixes(source, policy) {
        const { formatUnifiedDiff } = await __webpack_require__.e(
          /* import() */
          287
        ).then(__webpack_require__.bind(__webpack_require__, 1287));
        return formatUnifiedDiff(source.file, source.text, (await fix(source, policy)).text);
      }
      const mostFixes = 5e3;
      function chooseFixesToTry({ findings, policy }, sources) {
        const offered = findings.filter((finding) => finding.fix && !finding.ignored).toSorted(compareModes);
        const findingsByFile = groupBy(findings, getFile);
        const lengths = new Map(sources.map(({ file, text }) => [file, text.length]));
        const remainingWork = /* @__PURE__ */ new Map();
        const affordable = offered.filter((finding) => {
          const { file } = finding.location;
          const work = workOf(lengths.get(file) ?? 0, findingsByFile.get(file)?.length ?? 0, [finding]);
          const remaining = (remainingWork.get(file) ?? policy.limits.fixCharacters) - work;
          remainingWork.set(file, remaining);
          return remaining >= 0;
        });
        return new Set(affordable.slice(0, mostFixes));
      }
      async function computeFixChanges(result, sources) {
        const { diffLines } = await __webpack_require__.e(
          /* import() */
          287
        ).then(__webpack_require__.bind(__webpack_require__, 1287));
        const changes = /* @__PURE__ */ new Map();
        const { findings, policy } = result;
        const chosen = chooseFixesToTry(result, sources);
        const filesToFix = new Set([...chosen].map(getFile));
        const findingsByFile = groupBy(findings, getFile);
        for (const source of sources.filter(({ file }) => filesToFix.has(file))) {
          const findingsByDocument = groupBy(findingsByFile.get(source.file) ?? [], ({ document }) => document);
          const { documents } = await (0, yaml.xt)(() => (0, review_documents.WI)(source, policy));
          for (const document of documents) {
            const ofDocument = findingsByDocument.get(document.index) ?? [];
            const before = document.text.slice(document.range.start, document.range.end);
            const linesAbove = document.text.slice(0, document.range.start).split("\n").length - 1;
            for (const finding of ofDocument.filter((each) => chosen.has(each))) {
              const step = await (0, yaml.xt)(() => tryFix(document, finding, ofDocument, policy));
              if ("declined" in step)
                continue;
              const { text, range } = step.document;
              changes.set(finding, shiftChanges(diffLines(before, text.slice(range.start, range.end)), linesAbove));
            }
          }
        }
        return changes;
      }
      function getFile({ location }) {
        return location.file;
      }
      function shiftChanges(changes, by) {
        return changes.map(({ start, end, lines }) => ({
          start: start + by,
          end: end + by,
          lines: structuredClone(lines)
        }));
      }
      ;
      async function compress(text) {
        const stream2 = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
        const bytes = new Uint8Array(await new Response(stream2).arrayBuffer());
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
      }
      async function decompress(base64, limit = Number.POSITIVE_INFINITY) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
        const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
        let text = "";
        for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
          text += decoder.decode(chunk.value, { stream: true });
          if (text.length > limit)
            throw new Error(`The text is longer than ${limit} characters.`);
        }
        return text + decoder.decode();
      }
      ;
      const summaryKeys = [
        "files",
        "workloads",
        "containers",
        "enforce",
        "warn",
        "audit",
        "ignored",
        "problems",
        "unjudged"
      ];
      function startSummary() {
        const sum = { workloads: 0, containers: 0, enforce: 0, warn: 0, audit: 0, ignored: 0 };
        return {
          add({ findings = [], workloads = [] }) {
            for (const { mode, ignored } of findings)
              sum[ignored ? "ignored" : mode]++;
            for (const { pod: pod2 } of workloads)
              sum.containers += pod2.containers.length;
            sum.workloads += workloads.length;
          },
          finish: ({ files, problems, unjudged }) => ({ files, ...sum, problems: problems.length, unjudged })
        };
      }
      function describeUnjudged(count) {
        if (count === 0)
          return "";
        return `${words_formatCount(count, "file")} with something like a workload ${count === 1 ? "was" : "were"} not judged`;
      }
      function countFindings(findings, mode) {
        return findings.filter((finding) => finding.mode === mode && !finding.ignored).length;
      }
      ;
      async function* renderJson(review) {
        const summary = startSummary();
        const workloads = keepAsBytes();
        const [nextFindings, nextWorkloads] = [createListWriter(), createListWriter()];
        yield renderOpening(buildHead(review.policy));
        const conclusion2 = yield* writeByManifest(review, (part) => {
          summary.add(part);
          workloads.add(nextWorkloads(part.workloads.map(buildWorkload)));
          return nextFindings(part.findings.map(buildFinding));
        });
        summary.add({ findings: conclusion2.findings });
        yield nextFindings(conclusion2.findings.map(buildFinding));
        yield between;
        yield* workloads.finish();
        yield renderEnding(buildTail(conclusion2, summary.finish(conclusion2)));
        return conclusion2;
      }
      function keepAsBytes() {
        const encoder = new TextEncoder();
        const pieces = [];
        let text = "";
        const encode = () => {
          pieces.push(encoder.encode(text));
          text = "";
        };
        return {
          add(more) {
            text += more;
            if (text.length >= 65536)
              encode();
          },
          finish() {
            encode();
            return pieces;
          }
        };
      }
      function* renderJsonReport({ findings, workloads, ...report }) {
        const [nextFindings, nextWorkloads] = [createListWriter(), createListWriter()];
        yield renderOpening(report);
        for (const finding of findings)
          yield nextFindings([finding]);
        yield between;
        for (const workload of workloads)
          yield nextWorkloads([workload]);
        yield renderEnding(report);
      }
      function buildReport(result) {
        const { findings, workloads } = result;
        const summary = startSummary();
        summary.add(result);
        return {
          ...buildHead(result.policy),
          findings: findings.map(buildFinding),
          workloads: workloads.map(buildWorkload),
          ...buildTail(result, summary.finish(result))
        };
      }
      function buildHead({ enforce, warn, audit, kubernetesVersion, gate, rules: rules2 }) {
        const policy = { enforce, warn, audit, kubernetesVersion: kubernetesVersion.name, gate, rules: rules2 };
        return { schema, tool: { name: "secctx", version: version.r }, policy };
      }
      function buildTail({ verdict, problems, shard: shard2 }, summary) {
        return {
          verdict,
          summary,
          problems: problems.map(({ severity, file, line, message }) => ({ severity, file, line, message })),
          shard: shard2 && buildShard(shard2)
        };
      }
      const schema = "secctx/v1";
      const between = '],"workloads":[';
      function renderOpening({ tool, policy }) {
        return `${(0, report_escape.q)({ schema, tool, policy }).slice(0, -1)},"findings":[`;
      }
      function renderEnding({ verdict, summary, problems, shard: shard2 }) {
        return `],${(0, report_escape.q)({ verdict, summary, problems, shard: shard2 }).slice(1)}
`;
      }
      function createListWriter() {
        let separator = "";
        return (items) => {
          if (items.length === 0)
            return "";
          const text = separator + (0, report_escape.q)(items).slice(1, -1);
          separator = ",";
          return text;
        };
      }
      function buildFinding(finding) {
        const { rule, level, mode, message, location, document, path, workload, containers } = finding;
        const { origin, fingerprint, related, fix: fix2, ignored } = finding;
        return {
          rule: rule.id,
          level,
          mode,
          message,
          file: location.file,
          document,
          path: formatPointer(path),
          start: copyPosition(location.start),
          end: copyPosition(location.end),
          workload: copyWorkload(workload),
          containers,
          origin,
          new: finding.new,
          fingerprint,
          related: related.map(buildRelated),
          fix: fix2 && { title: fix2.title, safety: fix2.safety, risk: fix2.risk },
          ignored: ignored && { by: ignored.by, reason: ignored.reason, expires: ignored.expires }
        };
      }
      function formatPointer(path) {
        return path.map((step) => `/${typeof step === "number" ? step : escapeStep(step)}`).join("");
      }
      function escapeStep(step) {
        return step.replace(/[~/]/g, (character) => character === "~" ? "~0" : "~1");
      }
      function copyPosition({ line, column }) {
        return { line, column };
      }
      function buildRelated({ location: { file, start, end }, message }) {
        return { file, start: copyPosition(start), end: copyPosition(end), message };
      }
      function buildWorkload({ pod: pod2, line, source, admission }) {
        const { version: release, baseline, restricted } = admission;
        return {
          file: pod2.document.file,
          line,
          ...copyWorkload(pod2.workload),
          source,
          admission: { version: release, baseline: copyVerdict(baseline), restricted: copyVerdict(restricted) },
          containers: pod2.containers.map((container) => buildContainer(pod2, container))
        };
      }
      function copyWorkload({ apiVersion, kind, namespace, name }) {
        return { apiVersion, kind, namespace, name };
      }
      function copyVerdict({ allowed, message }) {
        return { allowed, message };
      }
      function buildContainer(pod2, { name, type, image, effective, derived }) {
        const { userName, uid, gid, capabilities, noNewPrivileges, seccomp, privileged, readOnlyRoot } = derived;
        const settings = {};
        for (const [field, setting] of Object.entries(effective))
          settings[field] = buildSetting(pod2, setting);
        return {
          name,
          type,
          image,
          effective: settings,
          derived: { userName, uid, gid, capabilities, noNewPrivileges, seccomp, privileged, readOnlyRoot }
        };
      }
      function buildSetting({ document }, { value, placeholder, origin, path }) {
        const written = value ?? placeholder;
        if (written === void 0)
          return { value: null, origin };
        return { value: written, origin, file: document.file, line: (0, yaml.mh)(document, (0, yaml.sd)(document, path).start) };
      }
      function buildShard({ index, count, scan, pending }) {
        const { findings, omissions, used, gone } = pending;
        return {
          index,
          count,
          scan,
          pending: {
            findings: findings.map(buildFinding),
            omissions: omissions.map(({ file, line, message, what, looksLikeWorkload }) => {
              return { file, line, message, what, looksLikeWorkload };
            }),
            used,
            gone: gone.map(({ entry, file, line, fact }) => ({ entry, file, line, fact }))
          }
        };
      }
      ;
      const dataPlaceholder = '<script type="text/plain" id="data"><\/script>';
      async function renderHtml(result, page) {
        if (!page.includes(dataPlaceholder))
          throw new Error("The page of the HTML report has no place for data.");
        const data = { report: buildReport(result), texts: collectTexts(result) };
        const compressed = await compress(JSON.stringify(data));
        return page.replace(dataPlaceholder, () => dataPlaceholder.replace("></", `>${compressed}</`));
      }
      function collectTexts({ workloads, findings }) {
        const documentsByFile = groupBy(new Set(workloads.map(({ pod: pod2 }) => pod2.document)), ({ file }) => file);
        const texts = [...documentsByFile].map(([file, documents]) => {
          const { text = "" } = documents[0] ?? {};
          let shown = "";
          let end = 0;
          for (const { range } of documents.toSorted((a, b) => a.range.start - b.range.start)) {
            shown += blankLines(text.slice(end, range.start)) + text.slice(range.start, range.end);
            end = range.end;
          }
          return [file, shown];
        });
        const others = groupBy(findings.filter(({ location }) => !documentsByFile.has(location.file)), ({ location }) => location.file);
        const excerpts = [...others].map(([file, ofFile]) => {
          const lines = [];
          for (const { location, excerpt } of ofFile)
            lines[location.start.line - 1] = excerpt;
          return [file, Array.from(lines, (line) => line ?? "").join("\n")];
        });
        return Object.fromEntries([...texts, ...excerpts]);
      }
      function blankLines(text) {
        return text.replace(/[^\n]+/g, "");
      }
      ;
      function renderJunit({ findings, workloads, problems }) {
        const errors2 = problems.filter(({ severity }) => severity === "error");
        const flawed = new Set(findings.map(({ location, workload }) => getWorkloadKey(location.file, workload)));
        const clean = workloads.filter(({ pod: pod2 }) => !flawed.has(getWorkloadKey(pod2.document.file, pod2.workload)));
        const cases = [...errors2.map(renderProblemCase), ...findings.map(renderFindingCase), ...clean.map(renderCleanCase)];
        const suites = [...groupBy(cases, ({ file }) => file)].map(([file, ofFile]) => renderSuite(file, ofFile));
        return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="secctx"${formatCounts(cases)}>
${suites.join("")}</testsuites>
`;
      }
      function renderSuite(file, cases) {
        return `  <testsuite name=${quoteXml(file)}${formatCounts(cases)}>
${cases.map(renderTestCase).join("")}  </testsuite>
`;
      }
      function formatCounts(cases) {
        const count = (outcome) => cases.filter((each) => each.outcome === outcome).length;
        return ` tests="${cases.length}" failures="${count("failures")}" errors="${count("errors")}" skipped="${count("skipped")}" time="0"`;
      }
      function renderTestCase({ file, name, content }) {
        const head = `    <testcase classname=${quoteXml(file)} name=${quoteXml(name)} time="0"`;
        return content === "" ? `${head}/>
` : `${head}>${content}</testcase>
`;
      }
      function renderFindingCase(finding) {
        const { rule, mode, level, message, location, workload, containers, fix: fix2, ignored } = finding;
        const { file, start } = location;
        const name = `${rule.id}: ${[nameWorkload(workload), ...containers].join(" / ")}, line ${start.line}`;
        if (ignored) {
          const reason = `ignored by ${ignored.by}: ${ignored.reason}`;
          return { file, name, outcome: "skipped", content: `<skipped message=${quoteXml(reason)}/>` };
        }
        const lines = [`${file}:${start.line}:${start.column}`, message, ...fix2 ? [`Fix: ${describeFix(fix2)}`] : []];
        if (mode !== "enforce") {
          const output = escapeXmlLines([modeNouns[mode], ...lines]);
          return { file, name, outcome: "passed", content: `<system-out>${output}</system-out>` };
        }
        const failure = `<failure type=${quoteXml(level)} message=${quoteXml(message)}>${escapeXmlLines(lines)}</failure>`;
        return { file, name, outcome: "failures", content: failure };
      }
      function renderProblemCase({ file, line, message }) {
        const content = `<error message=${quoteXml(message)}>${escapeXml(`${file}:${line}`)}</error>`;
        return { file, name: `could not be evaluated, line ${line}`, outcome: "errors", content };
      }
      function renderCleanCase({ pod: pod2 }) {
        const name = `${nameWorkload(pod2.workload)}: no findings`;
        return { file: pod2.document.file, name, outcome: "passed", content: "" };
      }
      function getWorkloadKey(file, { kind, name, namespace }) {
        return JSON.stringify([file, kind, namespace, name]);
      }
      function quoteXml(value) {
        return `"${escapeXml(value).replaceAll('"', "&quot;")}"`;
      }
      function escapeXml(value) {
        const shown = (0, report_escape.UN)(value).replace(new RegExp("[\\ufffe\\uffff]|\\p{Cs}", "gu"), "�");
        return shown.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      }
      function escapeXmlLines(lines) {
        return lines.map(escapeXml).join("\n");
      }
      ;
      function summarizeVerdict(result) {
        const { workloads, findings, files, unjudged } = result;
        const isNothing = workloads.length === 0 && findings.length === 0 && files > 0;
        const nothing = isNothing ? `nothing was judged in ${words_formatCount(files, "file")}` : "";
        return [describeVerdict(result), nothing, describeUnjudged(unjudged)].filter((part) => part !== "").join("; ");
      }
      function describeVerdict({ verdict, findings, problems }) {
        const failures = words_formatCount(countFindings(findings, "enforce"), "failure");
        const [warnings, notices] = [countFindings(findings, "warn"), countFindings(findings, "audit")];
        const others = `${words_formatCount(warnings, "warning")}, ${words_formatCount(notices, "notice")}`;
        if (verdict === "error") {
          const errors2 = problems.filter(({ severity }) => severity === "error").length;
          return `Could not evaluate: ${words_formatCount(errors2, "manifest")} could not be read; ${failures}, ${others}`;
        }
        if (verdict === "fail")
          return `${failures}, ${others}`;
        return warnings + notices === 0 ? "Nothing to report" : `No failures; ${others}`;
      }
      function renderMarkdown(result, limit, { link = () => void 0, notes = [] } = {}) {
        const { findings, workloads, problems } = result;
        const page = startPage(limit);
        page.add([...renderHead(result), ...notes.map((note) => `> ${(0, report_escape.FV)(note)}

`)]);
        if (problems.length > 0) {
          page.add(["#### Not evaluated, or worth noting\n\n"]);
          const items = problems.map((problem) => renderProblemItem(problem, link));
          const left2 = page.add(items, 0.3);
          page.add([`${left2 > 0 ? `
${words_formatCount(left2, "more problem")} did not fit here.
` : ""}
`]);
        }
        if (workloads.length > 0) {
          page.add(["| workload | baseline | restricted | failures | warnings | notices |\n|---|---|---|---|---|---|\n"]);
          const left2 = page.add(renderTableRows(workloads, findings), 0.3);
          page.add([`${left2 > 0 ? `
${words_formatCount(left2, "more workload")}.
` : ""}
`]);
        }
        page.add(renderAddedIgnores(result.addedIgnores, link));
        const open = findings.filter(({ ignored }) => !ignored);
        const left = page.add(renderFindingItems(open, link));
        if (left > 0)
          page.close(`
${words_formatCount(left, "more finding")} did not fit here.
`);
        else if (open.some(({ fix: fix2 }) => fix2))
          page.close("\nFix all of them with `secctx fix`, or preview the changes with `secctx fix --diff`.\n");
        return page.text();
      }
      function renderPatches({ patches, others, left }, limit) {
        if (patches.length + others.length + left === 0)
          return "";
        const page = startPage(limit);
        page.add(["#### Hardened YAML\n\n", ...patches.length > 0 ? ["For `git apply`:\n\n"] : []]);
        const more = left + page.add(patches.map((patch) => `${fenceCode("diff", patch)}

`));
        page.add(others.map((file) => `- ${codeSpan(file)}: its line endings or hidden characters would be lost here.
`));
        if (more + others.length > 0)
          page.close(`
${formatCount(more + others.length, "more file")} to harden: \`secctx fix\` writes them.
`);
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
          text: () => written
        };
      }
      function renderHead(result) {
        const { enforce, warn, audit, kubernetesVersion, gate } = result.policy;
        const { shard: shard2 } = result;
        const version2 = (0, report_escape.SS)(kubernetesVersion.name);
        const share = shard2 ? `, shard ${shard2.index}/${shard2.count}` : "";
        return [
          `### secctx: ${(0, report_escape.FV)(summarizeVerdict(result))}

`,
          `Policy: enforce ${(0, report_escape.SS)(enforce)}, warn ${(0, report_escape.SS)(warn)}, audit ${(0, report_escape.SS)(audit)}, Kubernetes ${version2}, gate ${(0, report_escape.SS)(gate)}${share}.

`
        ];
      }
      function renderProblemItem({ severity, file, line, message }, link) {
        const word = severity === "error" ? "**not evaluated**" : "note";
        return `- ${word} ${renderPlace(file, line, link)}: ${(0, report_escape.FV)(message)}
`;
      }
      function renderAddedIgnores(addedIgnores, link) {
        if (addedIgnores.length === 0)
          return [];
        const items = addedIgnores.map(({ location: { file, start }, workload, rules: rules2, reason, expires }) => {
          const until = expires === null ? "" : ` (until ${expires})`;
          const name = (0, report_escape.SS)(`${workload.kind} ${workload.name}`);
          return `- ${renderPlace(file, start.line, link)} ${name} ignores ${rules2.map(report_escape.SS).join(", ")}: ${(0, report_escape.FV)(reason)}${until}`;
        });
        return ["#### This change adds ignores\n\n", `${items.join("\n")}

`];
      }
      function renderFindingItems(findings, link) {
        const findingsByFile = groupBy(findings.toSorted(compareModes), ({ location }) => location.file);
        return [...findingsByFile].flatMap(([file, ofFile]) => ofFile.map((finding, index) => {
          const heading = index === 0 ? `
**${(0, report_escape.SS)(file)}**

` : "";
          return heading + renderFindingItem(finding, link);
        }));
      }
      function renderFindingItem({ location, rule, mode, message, fix: fix2, new: isNew }, link) {
        const { file, start } = location;
        const offer = fix2 ? ` *Fix:* ${(0, report_escape.FV)(fix2.title)}${fix2.risk ? ` (${(0, report_escape.FV)(fix2.risk)})` : ""}.` : "";
        const age = isNew === false ? " (already there before the change)" : "";
        const place = linkTo(`line ${start.line}`, link(file, start.line));
        return `- **${modeNouns[mode]}**${age} ${place} ${(0, report_escape.SS)(rule.id)}: ${(0, report_escape.FV)(message)}${offer}
`;
      }
      function renderPlace(file, line, link) {
        return linkTo((0, report_escape.SS)(`${file}:${line}`), link(file, line));
      }
      function linkTo(shown, target) {
        return target ? `[${shown}](${target})` : shown;
      }
      function renderTableRows(workloads, findings) {
        const open = findings.filter(({ ignored }) => !ignored);
        const findingsByWorkload = groupBy(open, ({ location, workload }) => markdown_getWorkloadKey(location.file, workload));
        return workloads.map(({ pod: pod2, admission }) => {
          const { kind, name } = pod2.workload;
          const own = findingsByWorkload.get(markdown_getWorkloadKey(pod2.document.file, pod2.workload)) ?? [];
          const answer = ({ allowed }) => allowed === false ? `**${nameAnswer(allowed)}**` : nameAnswer(allowed);
          const cells = kubernetes.nI.map((mode) => {
            const ids2 = new Set(own.filter((finding) => finding.mode === mode).map(({ rule }) => rule.id));
            return [...ids2].map(report_escape.SS).join(" ");
          });
          return `| ${(0, report_escape.SS)(`${kind} ${name}`)} | ${answer(admission.baseline)} | ${answer(admission.restricted)} | ${cells.join(" | ")} |
`;
        });
      }
      function markdown_getWorkloadKey(file, { apiVersion, kind, namespace, name }) {
        return JSON.stringify([file, apiVersion, kind, namespace, name]);
      }
      ;
      function hashLines(text) {
        const characters = text.replace(/\r\n?/g, "\n").replace(/[ \t]/g, "") + endOfFile;
        const padded = characters + "\0".repeat(windowSize);
        const hashes = [];
        const counts = /* @__PURE__ */ new Map();
        let hash = 0n;
        for (let end = 0; end < padded.length; end++) {
          const start = end - windowSize;
          if (start === 0 || characters[start - 1] === "\n") {
            const digits = hash.toString(16);
            const count = (counts.get(digits) ?? 0) + 1;
            counts.set(digits, count);
            hashes.push(`${digits}:${count}`);
          }
          const entering = BigInt(padded.charCodeAt(end));
          const leaving = start < 0 ? 0n : BigInt(padded.charCodeAt(start));
          hash = BigInt.asUintN(64, hash * factor + entering - leaving * leavingWeight);
        }
        return hashes;
      }
      const windowSize = 100;
      const endOfFile = "￿";
      const factor = 37n;
      const leavingWeight = BigInt.asUintN(64, factor ** BigInt(windowSize));
      ;
      function renderSarif(result, options2) {
        const open = result.findings.filter(({ ignored }) => !ignored).toSorted(compareModes);
        const ordered = [...open, ...result.findings.filter(({ ignored }) => ignored)];
        const shown = ordered.slice(0, mostResults);
        const unshown = ordered.length - shown.length;
        const untried = open.filter(({ fix: fix2 }) => fix2).length - chooseFixesToTry(result, options2.sources).size;
        const log = {
          $schema: "https://json.schemastore.org/sarif-2.1.0.json",
          version: "2.1.0",
          runs: [
            {
              tool: {
                driver: {
                  name: "secctx",
                  semanticVersion: version.r,
                  rules: rules.aO.map((rule) => describeRule(rule, options2.rulePage(rule.id)))
                }
              },
              automationDetails: { id: "secctx/" },
              columnKind: "utf16CodeUnits",
              invocations: [
                {
                  executionSuccessful: result.verdict !== "error",
                  toolExecutionNotifications: [
                    ...result.problems.map(buildProblem),
                    ...unshown > 0 ? [buildWarning(`${unshown} more findings did not fit here.`)] : [],
                    ...untried > 0 ? [buildWarning(`${untried} more fixes are not listed here: secctx fix applies them.`)] : []
                  ]
                }
              ],
              results: buildResults(shown, options2)
            }
          ]
        };
        return `${(0, report_escape.q)(log, 1)}
`;
      }
      const mostResults = 25e3;
      const severities = {
        privileged: "5.0",
        baseline: "8.5",
        restricted: "6.5",
        hardened: "3.5"
      };
      const sarifLevels = { enforce: "error", warn: "warning", audit: "note" };
      function describeRule({ id: id2, summary, level, mode, references }, page) {
        const { cis = [], nsa, cwe = [] } = references;
        const catalogues = [
          ...cis.length > 0 ? [`CIS Kubernetes Benchmark v1.12: ${cis.join(", ")}.`] : [],
          ...nsa ? [`NSA/CISA Kubernetes Hardening Guide: ${nsa}.`] : []
        ];
        const help = [summary, `Level: ${level}.`, ...catalogues, `More: secctx explain ${id2}`].join("\n");
        return {
          id: id2,
          name: id2.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase()),
          shortDescription: { text: summary },
          fullDescription: { text: summary },
          help: { text: help, markdown: page ?? help.replaceAll("\n", "\n\n") },
          defaultConfiguration: { level: mode === "warn" || level === "hardened" ? "warning" : "error" },
          properties: {
            tags: ["security", "kubernetes", ...cwe.map((number) => `external/cwe/cwe-${number}`)],
            precision: "high",
            "security-severity": severities[level]
          }
        };
      }
      function buildResults(findings, { sources, fixes }) {
        const texts = new Map(sources.map((source) => [source.file, source.text]));
        const files = new Set(findings.map(({ location }) => location.file));
        const hashes = new Map([...files].map((file) => [file, hashLines(texts.get(file) ?? "")]));
        return findings.map((finding) => {
          const { rule, mode, message, location, fingerprint, related, ignored, workload, containers } = finding;
          const { file, start } = location;
          const lineHash = hashes.get(file)?.[start.line - 1];
          const changes = fixes.get(finding);
          const logicalName = [workload.kind, workload.name, ...containers].map(report_escape.UN).join("/");
          return {
            ruleId: rule.id,
            ruleIndex: rules.aO.indexOf(rule),
            level: sarifLevels[mode],
            message: buildMessage(message),
            locations: [{ ...buildLocation(location), logicalLocations: [{ fullyQualifiedName: logicalName }] }],
            ...related.length > 0 && {
              relatedLocations: related.map((each, id2) => ({
                id: id2,
                ...buildLocation(each.location),
                message: buildMessage(each.message)
              }))
            },
            partialFingerprints: { ...lineHash && { primaryLocationLineHash: lineHash }, "secctx/v1": fingerprint },
            ...changes && { fixes: [buildFix(finding, changes, texts.get(file) ?? "")] },
            suppressions: ignored ? [{ kind: ignored.by === "comment" ? "inSource" : "external", justification: (0, report_escape.UN)(ignored.reason) }] : [],
            ...finding.new !== null && { baselineState: finding.new ? "new" : "unchanged" }
          };
        });
      }
      function buildFix({ fix: fix2, location }, changes, before) {
        return {
          description: buildMessage(`${fix2?.title}${fix2?.risk ? ` (${fix2.safety}: ${fix2.risk})` : ""}`),
          artifactChanges: [
            {
              artifactLocation: { uri: encodeUri(location.file) },
              replacements: changes.map((change) => buildReplacement(change, before))
            }
          ]
        };
      }
      function buildReplacement({ start, end, lines }, before) {
        const old = before.split("\n");
        const last = old.at(-1) ?? "";
        const isLast = end > old.length;
        const atEnd = { endLine: old.length, endColumn: last.length + 1 };
        return {
          deletedRegion: { startLine: start, startColumn: 1, ...isLast ? atEnd : { endLine: end, endColumn: 1 } },
          insertedContent: { text: lines.join("\n") + (isLast ? "" : "\n") }
        };
      }
      function buildLocation({ file, start, end }) {
        const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
        return { physicalLocation: { artifactLocation: { uri: encodeUri(file) }, region } };
      }
      function buildProblem({ severity, file, line, message }) {
        return {
          level: severity === "error" ? "error" : "note",
          message: buildMessage(message),
          locations: [{ physicalLocation: { artifactLocation: { uri: encodeUri(file) }, region: { startLine: line } } }]
        };
      }
      function buildWarning(message) {
        return { level: "warning", message: buildMessage(message) };
      }
      function encodeUri(file) {
        return file.split("/").map(encodeURIComponent).join("/");
      }
      function buildMessage(message) {
        return { text: (0, report_escape.UN)(message).replaceAll("](", "] (") };
      }
      ;
      async function* renderText(reviewing, options2) {
        const summary = startSummary();
        const conclusion2 = yield* writeByManifest(reviewing, async (part) => {
          summary.add(part);
          if (options2.quiet)
            return "";
          const diff = part.findings.some(hasFix) ? await options2.diffFixes(part.source, reviewing.policy) : "";
          return renderSections(part.findings, { diff, file: part.source.file }, options2);
        });
        summary.add({ findings: conclusion2.findings });
        if (!options2.quiet)
          yield renderSections(conclusion2.findings, { diff: "", file: "" }, options2);
        yield renderClosing({ ...conclusion2, summary: summary.finish(conclusion2) }, options2.paint);
        return conclusion2;
      }
      function hasFix({ fix: fix2 }) {
        return fix2 !== null;
      }
      function renderSections(findings, { file, diff }, options2) {
        const { paint } = options2;
        const sections = findings.filter(({ ignored }) => !ignored).map((finding) => renderFinding(finding, options2));
        if (diff)
          sections.push(`${paint("bold", `All fixes of ${(0, report_escape.UN)(file)}`)}
${renderDiff(diff, options2)}`);
        return sections.map((section) => `${section}

`).join("");
      }
      function renderClosing(closing, paint) {
        const sections = closing.problems.map((problem) => renderProblem(problem, paint));
        return `${[...sections, renderVerdictLine(closing, paint)].join("\n\n")}
`;
      }
      const modeColours = { enforce: "red", warn: "yellow", audit: "cyan" };
      const originPhrases = {
        container: "set by the container",
        pod: "set by the pod",
        annotation: "set by an annotation",
        image: "set by the image",
        namespace: "set by the namespace",
        default: "not set: the default applies"
      };
      function renderFinding(finding, { paint, width, link = (_, shown) => shown }) {
        const { rule, mode, level, location, message, workload, origin, fix: fix2, declined } = finding;
        const { line, column } = location.start;
        const place = `${(0, report_escape.UN)(location.file)}:${line}:${column}`;
        const head = `${link(location.file, paint("bold", place))}  ${paint(modeColours[mode], mode)}  ${paint("bold", rule.id)}  ${paint("dim", level)}`;
        const lines = [
          head,
          ...renderExcerpt(finding, paint, width),
          ...wrapSentence((0, report_escape.UN)(message), width),
          paint("dim", `  ${(0, report_escape.UN)(nameWorkload(workload))} · ${originPhrases[origin]}`)
        ];
        if (fix2)
          lines.push(...renderFix(fix2, paint, width));
        else if (declined)
          lines.push(...wrapSentence(`no fix: ${(0, report_escape.UN)(declined)}`, width).map((line2) => paint("dim", line2)));
        return lines.join("\n");
      }
      function renderFix({ title, safety, risk }, paint, width) {
        const shown = (0, report_escape.UN)(title);
        const warning = risk ? `(${safety}: ${risk})` : "";
        const [line = "", ...rest] = wrapSentence(`fix ${shown}`, width);
        const head = [`  ${paint("green", "fix")}${line.slice("  fix".length)}`, ...rest];
        if (!warning)
          return head;
        const fits = rest.length === 0 && wrapSentence(`fix ${shown} ${warning}`, width).length === 1;
        return fits ? [`${head[0]}${paint("dim", ` ${warning}`)}`] : [...head, ...wrapSentence(warning, width).map((each) => paint("dim", each))];
      }
      function renderExcerpt({ excerpt: line, location, mode }, paint, width) {
        const longest = width === void 0 ? excerptLimit : Math.max(40, Math.min(excerptLimit, width - 10));
        const number = String(location.start.line).padStart(5);
        const start = location.start.column - 1;
        const end = Math.max(location.end.line === location.start.line ? location.end.column - 1 : line.length, start + 1);
        const from = line.length > longest ? Math.max(0, start - longest / 4) : 0;
        const to = Math.min(line.length, from + longest);
        const before = (from > 0 ? "…" : "") + (0, report_escape.UN)(line.slice(from, start));
        const marked = (0, report_escape.UN)(line.slice(start, Math.min(end, to)));
        const after = (0, report_escape.UN)(line.slice(Math.min(end, to), to)) + (to < line.length ? "…" : "");
        const caret = paint(modeColours[mode], "^".repeat(Math.max(1, countColumns(marked))));
        return [
          `${paint("dim", `${number} |`)} ${before}${marked}${after}`,
          `${paint("dim", "      |")} ${padLike(before)}${caret}`
        ];
      }
      const excerptLimit = 160;
      function wrapSentence(sentence, width) {
        if (width === void 0)
          return [`  ${sentence}`];
        const lines = [""];
        for (const word of sentence.split(" ")) {
          const line = lines.at(-1) ?? "";
          const fits = line === "" || countColumns(`  ${line} ${word}`) <= width;
          if (fits)
            lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
          else
            lines.push(word);
        }
        return lines.map((line) => `  ${line}`);
      }
      function padLike(text) {
        return text.replace(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\uff01-\uff60]/gu, "  ").replace(/[^\t]/g, " ");
      }
      function countColumns(text) {
        return padLike(text).length;
      }
      function renderDiff(diff, { paint }) {
        const styles = { "+": "green", "-": "red", "@": "cyan" };
        return diff.split("\n").filter((line) => line !== "").map((whole) => {
          const line = whole.length > excerptLimit ? `${whole.slice(0, excerptLimit)}…` : whole;
          const style = /^(---|\+\+\+) /.test(line) ? "bold" : styles[line.charAt(0)];
          return `  ${style ? paint(style, (0, report_escape.UN)(line)) : (0, report_escape.UN)(line)}`;
        }).join("\n");
      }
      function renderProblem({ severity, file, line, message }, paint) {
        const word = severity === "error" ? paint("red", "not evaluated") : paint("cyan", "note");
        return `${paint("bold", `${(0, report_escape.UN)(file)}:${line}`)}  ${word}
  ${(0, report_escape.UN)(message)}`;
      }
      function renderVerdictLine({ verdict, problems, summary, policy, shard: shard2 }, paint) {
        const errors2 = problems.filter(({ severity }) => severity === "error").length;
        const level = (0, report_escape.UN)(policy.enforce);
        const found = kubernetes.nI.filter((mode) => summary[mode] > 0).map((mode) => words_formatCount(summary[mode], modeNouns[mode]));
        const said = [...found, ...summary.ignored > 0 ? [`${summary.ignored} ignored`] : []].join(", ");
        const verdicts = {
          pass: paint("green", `The gate passes at level ${level}`),
          fail: paint("red", `The gate fails at level ${level}`),
          error: paint("red", `Could not evaluate everything (${words_formatCount(errors2, "problem")} above)`)
        };
        const reviewed = `Reviewed ${words_formatCount(summary.workloads, "workload")} in ${words_formatCount(summary.files, "file")}`;
        const scope = summary.files === 0 ? "No manifest was found" : summary.workloads === 0 && said === "" ? `${reviewed}: nothing was judged` : reviewed;
        const share = shard2 ? ` (shard ${shard2.index}/${shard2.count})` : "";
        const unjudged = describeUnjudged(summary.unjudged);
        return `${verdicts[verdict]}${said && `: ${said}`}. ${scope}${share}${unjudged && `; ${paint("yellow", unjudged)}`}.`;
      }
      ;
      function buildAnnotations(findings) {
        const open = findings.filter(({ ignored }) => !ignored);
        const groups = groupBy(open, ({ location: { file, start, end } }) => `${file}\0${start.line}\0${end.line}`);
        return [...groups.values()].flatMap(mergeIntoAnnotation).sort(compareAnnotations);
      }
      function mergeIntoAnnotation(group) {
        const sorted = group.toSorted(compareModes);
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
          message: sorted.map(describeFinding).join("\n\n")
        };
        return [annotation];
      }
      function describeFinding({ message, fix: fix2, rule, new: isNew }) {
        const offer = fix2 ? ` Fix: ${fix2.title}${fix2.risk ? ` (${fix2.risk})` : ""}.` : "";
        return (0, report_escape.UN)(`${message}${offer} [${rule.id}${isNew === false ? ", already there before the change" : ""}]`);
      }
      function compareAnnotations(a, b) {
        const inFile = a.file < b.file ? -1 : a.file > b.file ? 1 : a.start.line - b.start.line;
        return compareModes(a, b) || inFile;
      }
      function lastColumnOf({ start, end }) {
        return Math.max(start.column, end.column - 1);
      }
      function truncate(text, limit) {
        return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
      }
      ;
      const commandNames = { enforce: "error", warn: "warning", audit: "notice" };
      const mostPerMode = 9;
      const longestMessage = 4096;
      function selectAnnotations(findings, limit) {
        const all = buildAnnotations(findings);
        const wanted = all.slice(0, limit);
        return kubernetes.nI.map((mode) => {
          const command = commandNames[mode];
          const isOfMode = (annotation) => annotation.mode === mode;
          const annotations = wanted.filter(isOfMode).slice(0, mostPerMode).map(disarmTexts);
          const left = all.filter(isOfMode).length - annotations.length;
          const omission = left > 0 ? `${words_formatCount(left, `more ${command}`)}: see the job summary.` : void 0;
          return { command, annotations, omission };
        });
      }
      function disarmTexts(annotation) {
        const { file, title, message } = annotation;
        return {
          ...annotation,
          file: (0, report_escape.Hi)((0, report_escape.UN)(file)),
          title: (0, report_escape.Hi)(title),
          message: (0, report_escape.Hi)(truncate(message, longestMessage))
        };
      }
      function renderWorkflowCommands({ findings }) {
        const lines = selectAnnotations(findings, Number.POSITIVE_INFINITY).flatMap(({ command, annotations, omission }) => [
          ...annotations.map((annotation) => formatCommand(command, annotation)),
          ...omission === void 0 ? [] : [omission]
        ]);
        return lines.map((line) => `${line}
`).join("");
      }
      function formatCommand(command, annotation) {
        const { start, end, file, title, message, hasColumns } = annotation;
        const columns = hasColumns ? `,col=${start.column},endColumn=${lastColumnOf(annotation)}` : "";
        const properties = `file=${escapeProperty(file)},line=${start.line},endLine=${end.line}${columns},title=${escapeProperty(title)}`;
        return `::${command} ${properties}::${escapeMessage(message)}`;
      }
      function escapeMessage(value) {
        return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
      }
      function escapeProperty(value) {
        return escapeMessage(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
      }
      ;
      const formats = ["text", "json", "sarif", "github", "markdown", "html", "junit"];
      async function* renderReport(format, reviewing, options2) {
        const pieces = renderPieces(format, reviewing, options2);
        if (format === "github" || format === "json" || format === "sarif")
          return yield* pieces;
        for (; ; ) {
          const { done, value } = await pieces.next();
          if (done)
            return value;
          yield typeof value === "string" ? (0, report_escape.T7)(value) : value;
        }
      }
      async function* renderPieces(format, reviewing, options2) {
        switch (format) {
          case "json":
            return yield* renderJson(reviewing);
          case "text":
            return yield* renderText(reviewing, { ...options2.text, diffFixes });
          default: {
            const { result, sources } = await (0, stream.h)(reviewing);
            yield await renderers[format](result, sources, options2);
            return result;
          }
        }
      }
      const renderers = {
        sarif: async (result, sources, { rulePage }) => renderSarif(result, { sources, fixes: await computeFixChanges(result, sources), rulePage }),
        github: renderWorkflowCommands,
        markdown: (result) => renderMarkdown(result, Number.POSITIVE_INFINITY),
        html: (result, _, { htmlPage }) => renderHtml(result, htmlPage()),
        junit: renderJunit
      };
      ;
      const exitStatus = { pass: 0, fail: 1, error: 2 };
      var external_node_url_ = __webpack_require__(3136);
      ;
      function readRulePage(id2) {
        const file = (0, external_node_path_.join)(findInstallation(), "docs/rules", `${id2}.md`);
        return (0, external_node_fs_.existsSync)(file) ? (0, external_node_fs_.readFileSync)(file, "utf8") : void 0;
      }
      function readReportPage() {
        const file = (0, external_node_path_.join)(findInstallation(), "dist/report.html");
        if (!(0, external_node_fs_.existsSync)(file))
          throw new errors.eb("The page of the HTML report is missing from this installation (dist/report.html).");
        return (0, external_node_fs_.readFileSync)(file, "utf8");
      }
      function findInstallation() {
        return (0, external_node_path_.join)((0, external_node_path_.dirname)((0, external_node_url_.fileURLToPath)(import.meta.url)), "../..");
      }
      var shard = __webpack_require__(6901);
      ;
      async function joinRevision(args) {
        const end = args.includes("--") ? args.indexOf("--") : args.length;
        const index = args.slice(0, end).indexOf("--changed");
        if (index === -1)
          return [...args];
        const next = index + 1 < end ? args[index + 1] : void 0;
        if (next === void 0 || next.startsWith("-"))
          return args.toSpliced(index, 1, "--changed=");
        if (!isPath(next))
          return args.toSpliced(index, 2, `--changed=${next}`);
        const { isCommit } = await __webpack_require__.e(
          /* import() */
          497
        ).then(__webpack_require__.bind(__webpack_require__, 7497));
        if (await isCommit(next))
          throw new errors.eb(`--changed ${next}: this is a revision and a path: write --changed=${next} or --changed= ${next}.`);
        return args.toSpliced(index, 1, "--changed=");
      }
      function isPath(word) {
        return (0, external_node_fs_.existsSync)(word) || /[*?[{]/.test(word);
      }
      function pairOutputs(names, files, tokens) {
        const wanted = names.map((name) => (0, options.Kf)("--format", name, formats));
        if (files.length > wanted.length)
          throw new errors.eb(`--output "${files[wanted.length]}": give it a --format of its own.`);
        if (files.length < wanted.length - 1)
          throw new errors.eb("Only one --format can go to standard output: give the others an --output FILE.");
        const isComplete = files.length === wanted.length;
        const targets = isComplete ? files : files.toSpliced(findBareFormat(tokens), 0, "-");
        return wanted.map((format, index) => ({ format, file: targets[index] === "-" ? void 0 : targets[index] }));
      }
      function findBareFormat(tokens) {
        const options2 = tokens.filter(({ name }) => name === "format" || name === "output");
        const isBare = options2.flatMap(({ name }, index) => name === "format" ? [options2[index + 1]?.name !== "output"] : []);
        return Math.max(0, isBare.indexOf(true));
      }
      ;
      async function writeReport(file, report) {
        if (file === void 0)
          return print(report);
        const batches = joinPieces(report);
        const first = await batches.next();
        try {
          await deferSignals((stop) => writeWhole(file, prepend(first, batches), stop));
        } catch (error) {
          if (error instanceof errors.eb || (0, errors.$N)(error) === "")
            throw error;
          throw new errors.eb(`--output "${file}": the report could not be written: ${(0, errors.A3)(error)}.`);
        }
      }
      async function* prepend(first, rest) {
        if (!first.done)
          yield first.value;
        yield* rest;
      }
      async function print(report) {
        for await (const batch of joinPieces(report))
          await (0, streams.c)(batch);
      }
      async function* joinPieces(report) {
        let text = "";
        for await (const piece of report) {
          if (typeof piece === "string")
            text += piece;
          if (text.length >= 65536 || text !== "" && typeof piece !== "string") {
            yield text;
            text = "";
          }
          if (typeof piece !== "string")
            yield piece;
        }
        if (text !== "")
          yield text;
      }
      var external_node_os_ = __webpack_require__(8161);
      var external_node_util_ = __webpack_require__(7975);
      ;
      function chooseTextOptions(values, stream2) {
        const width = stream2.isTTY ? stream2.columns : void 0;
        return {
          paint: createPainter(values, stream2),
          quiet: values.quiet === true,
          ...width === void 0 ? {} : { width },
          ...supportsLinks(stream2) ? { link: linkFile } : {}
        };
      }
      function createPainter(values, stream2) {
        return wantsColours(values, stream2) ? (style, text) => (0, external_node_util_.styleText)(style, text, { validateStream: false }) : (_, text) => text;
      }
      function wantsColours(values, { isTTY = false }) {
        const { NO_COLOR = "", FORCE_COLOR, TERM } = process.env;
        if (values["no-color"])
          return false;
        if (values.color)
          return true;
        if (NO_COLOR !== "")
          return false;
        return FORCE_COLOR === void 0 ? isTTY && TERM !== "dumb" : !["0", "false"].includes(FORCE_COLOR);
      }
      function supportsLinks({ isTTY = false }) {
        const { FORCE_HYPERLINK, TERM_PROGRAM = "", VTE_VERSION, WT_SESSION, KITTY_WINDOW_ID, KONSOLE_VERSION } = process.env;
        if (FORCE_HYPERLINK !== void 0)
          return !["", "0", "false"].includes(FORCE_HYPERLINK);
        if (!isTTY || process.env.CI)
          return false;
        return ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"].includes(TERM_PROGRAM) || Number(VTE_VERSION) >= 5e3 || [WT_SESSION, KITTY_WINDOW_ID, KONSOLE_VERSION].some((value) => value !== void 0);
      }
      function linkFile(file, text) {
        if (file === "-")
          return text;
        const address = new URL((0, external_node_url_.pathToFileURL)((0, external_node_path_.resolve)(file)));
        address.hostname = (0, external_node_os_.hostname)();
        return `\x1B]8;;${address.href}\x1B\\${text}\x1B]8;;\x1B\\`;
      }
      ;
      const checkOptions = {
        ...options.VJ,
        ...options.c$,
        changed: { type: "string" },
        shard: { type: "string" },
        gate: { type: "string" },
        "config-ref": { type: "string" },
        "show-config": { type: "boolean" },
        format: { type: "string", multiple: true },
        output: { type: "string", multiple: true },
        "exit-zero": { type: "boolean" }
      };
      async function runCheck(args) {
        const { values, positionals, tokens } = (0, options.Ac)("check", await joinRevision(args), checkOptions);
        const outputs = pairOutputs(values.format ?? ["text"], values.output ?? [], tokens);
        const { changed } = values;
        const shard2 = values.shard === void 0 ? void 0 : readShare(values.shard, { changed, paths: positionals });
        const gate = values.gate === void 0 ? void 0 : (0, options.Kf)("--gate", values.gate, ["all", "new"]);
        if (gate === "new" && changed === void 0)
          throw new errors.eb("--gate new needs something to compare with: add --changed, or use --gate all.");
        const configRef = values["config-ref"] && (0, options.Kf)("--config-ref", values["config-ref"], ["base", "head"]);
        if (configRef !== void 0 && changed === void 0)
          throw new errors.eb("--config-ref says where a change's configuration is read: add --changed, or leave it out.");
        const inForce = await (0, policy_in_force.nZ)(values, {
          appliesBaseline: true,
          gate,
          changed,
          trustsChange: configRef === "head"
        });
        if (values["show-config"]) {
          await (0, streams.c)((0, policy_in_force.EL)(inForce));
          return 0;
        }
        const review = await (0, review_paths.f0)(positionals, inForce, { changed, shard: shard2 });
        const verdict = await writeOutputs(outputs, review, (file) => ({
          text: chooseTextOptions(values, file === void 0 ? process.stdout : {}),
          rulePage: readRulePage,
          htmlPage: readReportPage
        }));
        return values["exit-zero"] && verdict !== "error" ? 0 : exitStatus[verdict];
      }
      async function writeOutputs(outputs, review, getOptions) {
        const [only, ...others] = outputs;
        if (only && others.length === 0) {
          let verdict = "error";
          const report = renderReport(only.format, review, getOptions(only.file));
          const writeAndConclude = async function* () {
            verdict = (yield* report).verdict;
          };
          await writeReport(only.file, writeAndConclude());
          return verdict;
        }
        const { result, sources } = await (0, stream.h)(review);
        for (const { format, file } of outputs)
          await writeReport(file, renderReport(format, replay(result, sources), getOptions(file)));
        return result.verdict;
      }
      function readShare(text, { changed, paths }) {
        const share = (0, shard.n8)(text);
        if (!share)
          throw new errors.eb(`--shard "${text}": use ${shard.ez}.`);
        if (changed !== void 0)
          throw new errors.eb("--shard divides a full scan: leave out --changed.");
        if (paths.includes("-"))
          throw new errors.eb("--shard divides files, and standard input can't be divided: leave out -.");
        return share;
      }
      var pod = __webpack_require__(953);
      ;
      const effectiveOptions = { ...options.VJ, ...options.c$ };
      async function runEffective(args) {
        const { values, positionals } = (0, options.Ac)("effective", args, effectiveOptions);
        const result = await (0, review_paths.xF)(positionals, await (0, policy_in_force.nZ)(values, { appliesBaseline: false }));
        const paint = createPainter(values, process.stdout);
        const texts = result.workloads.map((workload) => renderWorkload(workload, paint, values.quiet === true));
        await (0, streams.c)(texts.length > 0 ? texts.join("\n") : "No workload was found.\n");
        await (0, review_paths.Lj)(result.problems);
        return result.verdict === "error" ? 2 : 0;
      }
      function renderWorkload({ pod: pod2, line, admission }, paint, isQuiet) {
        const { namespace } = pod2.workload;
        const head = `${pod2.document.file}:${line}  ${nameWorkload(pod2.workload)}${namespace ? ` in ${namespace}` : ""}`;
        const verdicts = ["baseline", "restricted"].map((level) => {
          const { allowed, message } = admission[level];
          const said = (0, report_escape.UN)(`${level} (${admission.version}): ${message ?? nameAnswer(allowed)}`);
          return `  ${paint(allowed === null ? "yellow" : allowed ? "green" : "red", said)}`;
        });
        const containers = isQuiet ? [] : pod2.containers.flatMap((container) => renderContainer(pod2, container, paint));
        return `${[paint("bold", (0, report_escape.EH)(head)), ...containers, ...verdicts].join("\n")}
`;
      }
      function renderContainer(pod2, container, paint) {
        const { name, type, image, effective: fields } = container;
        const place = (path) => `line ${(0, yaml.mh)(pod2.document, (0, yaml.sd)(pod2.document, path).start)}`;
        const settings = Object.entries(fields);
        const rows = [
          ...settings.map(([field, { value, placeholder, origin, path }]) => {
            if (placeholder !== void 0)
              return [field, `${formatCell(placeholder)} (unknown)`, origin, place(path)];
            return value === void 0 ? [field, "-", origin, ""] : [field, formatCell(value), origin, place(path)];
          }),
          ...buildImageRows(container, place([...container.path, "image"]))
        ];
        return [
          `  ${paint("bold", (0, report_escape.UN)(`${type} container "${name}"`))}${image ? (0, report_escape.UN)(`  ${image}`) : ""}`,
          ...alignColumns(rows, "    ").map((row, index) => rows[index]?.[1] === "-" ? paint("dim", row) : row),
          "    the process gets",
          ...alignColumns(describeProcess(pod2, container), "      ")
        ];
      }
      function describeProcess({ runsOn }, container) {
        const { derived, effective } = container;
        const unsaid = (setting, whose) => (0, pod.t8)(setting) ? unknown : whose;
        if (runsOn === "windows") {
          const user = derived.userName === null ? unsaid(effective.windowsOptions, "the image's") : derived.userName;
          return [["user", (0, report_escape.UN)(user)]];
        }
        const { uid, gid, capabilities, noNewPrivileges, seccomp, privileged, readOnlyRoot } = derived;
        const users = "the image's for this user; 0 if it does not list the user";
        return [
          ["user", uid === null ? unsaid(effective.runAsUser, `the image's${describeImageUser(container)}`) : String(uid)],
          ["group", gid === null ? unsaid(effective.runAsGroup, users) : String(gid)],
          ["capabilities", capabilities === null ? unknown : capabilities.join(" ") || "none"],
          ["no_new_privs", nameSwitch(noNewPrivileges, "set", "not set")],
          ["seccomp", seccomp ?? unknown],
          ["privileged", nameSwitch(privileged, "yes", "no")],
          ["root file system", nameSwitch(readOnlyRoot, "read-only", "writable")]
        ];
      }
      const unknown = "unknown before it is filled in";
      function nameSwitch(value, on, off) {
        if (value === null)
          return unknown;
        return value ? on : off;
      }
      function buildImageRows({ imageConfig }, place) {
        if (!imageConfig)
          return [];
        const { user, volumes, ports } = imageConfig;
        const said = { USER: user, VOLUME: volumes.join(" "), EXPOSE: ports.join(" ") };
        return Object.entries(said).map(([word, value]) => [word, (0, report_escape.UN)(value) || "-", "image", place]);
      }
      function describeImageUser({ imageConfig }) {
        return imageConfig?.user ? `, ${(0, report_escape.UN)(imageConfig.user)}` : "";
      }
      function formatCell(value) {
        return (0, report_escape.UN)(typeof value === "object" ? JSON.stringify(value) : String(value));
      }
      function alignColumns(rows, indent) {
        const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
        return rows.map((row) => (indent + row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).trimEnd());
      }
      ;
      const explainOptions = { color: options.VJ.color, "no-color": options.VJ["no-color"] };
      async function runExplain(args) {
        const { values, positionals } = (0, options.Ac)("explain", args, explainOptions);
        const paint = createPainter(values, process.stdout);
        const [id2] = positionals;
        await (0, streams.c)(id2 === void 0 ? renderList(paint) : renderPage(loadPage(id2), paint));
        return 0;
      }
      function renderList(paint) {
        const width = Math.max(...rules.aO.map(({ id: id2 }) => id2.length));
        const lines = rules.aO.map(({ id: id2, level, summary }) => `${paint("bold", id2.padEnd(width))}  ${level.padEnd(10)}  ${summary}`);
        return `${lines.join("\n")}
`;
      }
      function loadPage(id2) {
        if (!rules.aO.some((rule) => rule.id === id2)) {
          throw new errors.eb(`explain "${id2}": there is no such rule. Rules: ${rules.aO.map((rule) => rule.id).join(", ")}.`);
        }
        const page = readRulePage(id2);
        if (page === void 0)
          throw new errors.eb(`The page of ${id2} is missing from this installation (docs/rules).`);
        return page;
      }
      function renderPage(markdown, paint) {
        let isExample = false;
        const lines = markdown.replace(/^<!--.*-->\n/gm, "").split("\n").flatMap((line) => {
          if (line.startsWith("```")) {
            isExample = !isExample;
            return [];
          }
          if (isExample)
            return [`    ${line}`];
          if (/^\|[ |-]+\|$/.test(line))
            return [];
          if (line.startsWith("#"))
            return [paint("bold", line.replace(/^#+ /, ""))];
          return [
            line.replace(/^\| (.+?) \| (.+) \|$/, "$1: $2").replace(/\[([^\]]+)\]\(([^)]+)\)/g, "$1 <$2>").replaceAll("`", "")
          ];
        });
        return `${lines.join("\n").trimEnd()}
`;
      }
      var review_images = __webpack_require__(6444);
      var review_omissions = __webpack_require__(5166);
      var image_sources = __webpack_require__(6992);
      ;
      const fixOptions = {
        ...options.VJ,
        ...options.c$,
        diff: { type: "boolean" },
        safe: { type: "boolean" },
        rule: { type: "string", multiple: true },
        "run-as-user": { type: "string" },
        "run-as-group": { type: "string" }
      };
      const ruleIds = rules.aO.map(({ id: id2 }) => id2);
      async function runFix(args) {
        const { values, positionals } = (0, options.Ac)("fix", args, fixOptions);
        const { diff: isDiff = false, safe: isSafeOnly = false, quiet: isQuiet = false } = values;
        const chosenRules = values.rule?.map((id2) => (0, options.Kf)("--rule", id2, ruleIds));
        const inForce = await (0, policy_in_force.nZ)(values, {
          appliesBaseline: false,
          runAsUser: values["run-as-user"],
          runAsGroup: values["run-as-group"]
        });
        const { manifests, problems } = await (0, review_paths.T5)(positionals, inForce);
        if (!isDiff && manifests.some(({ file }) => file === "-"))
          throw new errors.eb("-: standard input can't be rewritten. Use --diff.");
        const policy = await (0, image_sources.e)(inForce, manifests);
        const imageNotes = policy.images.size > 0 ? await (0, review_images.Ih)(manifests, policy) : [];
        const isWanted = ({ rule, fix: offered }) => (!chosenRules || chosenRules.includes(rule.id)) && (!isSafeOnly || offered?.safety !== "review");
        const outcomes = [];
        for (const source of manifests)
          outcomes.push(await fixFile(source, (manifest) => fix(manifest, policy, isWanted), isWanted, isDiff));
        const unwritten = [];
        const done = [];
        for (const outcome of outcomes) {
          const problem = isChanged(outcome) ? await deliverOutcome(outcome, isDiff) : void 0;
          if (problem)
            unwritten.push(problem);
          else
            done.push(outcome);
        }
        const tell = isDiff ? streams.V : streams.c;
        const omissions = outcomes.flatMap(({ omission }) => omission ?? []);
        const [templates, others] = [
          omissions.filter(({ what }) => what === "template"),
          omissions.filter(({ what }) => what !== "template" && what !== "link")
        ];
        const failures = [
          ...problems,
          ...(0, review_omissions.nX)(templates).map((note) => ({ ...note, severity: "error" })),
          ...(0, review_omissions.nX)(others),
          ...imageNotes,
          ...outcomes.flatMap((each) => each.problems),
          ...unwritten
        ];
        if (!isQuiet)
          for (const { description } of done)
            await tell(description);
        await (0, review_paths.Lj)(failures);
        if (!isQuiet)
          await tell(summarizeFixes(done, isDiff));
        return failures.some(({ severity }) => severity === "error") ? 2 : 0;
      }
      async function fixFile(source, applyFixes2, isWanted, isDiff) {
        const { file, text } = source;
        const conflict = text.search(conflictMarker);
        if (conflict !== -1) {
          const line = text.slice(0, conflict).split("\n").length;
          const problem = reportUntouched(file, "it has merge conflicts. Resolve them first", line);
          return { file, before: text, text, problems: [problem], omission: void 0, description: "", left: 0 };
        }
        const fixed = await applyFixes2(source);
        const { declined, problems, omission } = fixed;
        return {
          file,
          before: fixed.before,
          text: fixed.text,
          problems,
          omission,
          description: describeFixes(fixed, isWanted, isDiff),
          left: declined.length
        };
      }
      const conflictMarker = /^(<{7}|>{7})( |\r?$)/m;
      async function deliverOutcome({ file, before, text }, isDiff) {
        if (isDiff) {
          const { formatUnifiedDiff } = await __webpack_require__.e(
            /* import() */
            287
          ).then(__webpack_require__.bind(__webpack_require__, 1287));
          await (0, streams.c)(formatUnifiedDiff(file, before, text));
          return void 0;
        }
        const reason = await deferSignals(() => rewriteFile(file, before, text));
        return reason === void 0 ? void 0 : reportUntouched(file, reason);
      }
      function reportUntouched(file, reason, line = 1) {
        return { severity: "error", file, line, message: `This file was not changed: ${reason}.` };
      }
      function describeFixes({ file, applied, declined }, isWanted, isDiff) {
        const left = declined.filter(({ finding }) => isWanted(finding));
        if (applied.length + left.length === 0)
          return "";
        const lines = [
          `${file}: ${words_formatCount(applied.length, "fix", "fixes")}, ${left.length} left to you`,
          ...applied.map(({ rule, fix: offered }) => `  fix   ${rule.id}: ${offered && describeFix(offered)}`),
          ...left.map(({ finding, reason, before }) => {
            const told = (isDiff ? before : null) ?? { line: finding.location.start.line, reason };
            return `  left  ${finding.rule.id}, line ${told.line}: ${told.reason}`;
          })
        ];
        return `${lines.map(report_escape.EH).join("\n")}
`;
      }
      function summarizeFixes(outcomes, isDiff) {
        const changed = outcomes.filter(isChanged).length;
        const left = outcomes.reduce((sum, each) => sum + each.left, 0);
        const rest = left === 0 ? "" : ` ${words_formatCount(left, "finding remains", "findings remain")}.`;
        if (changed === 0)
          return `No file ${isDiff ? "would change" : "changed"}.${rest}
`;
        return isDiff ? `${words_formatCount(changed, "file")} would change.${rest} Apply with: secctx fix --diff … | git apply
` : `${words_formatCount(changed, "file")} changed.${rest} Review the change with git diff, test it, and run secctx check again.
`;
      }
      function isChanged({ before, text }) {
        return before !== text;
      }
      ;
      function getHelp(command) {
        if (command === void 0)
          return overview;
        const found = Object.hasOwn(commandHelp, command) ? commandHelp[command] : void 0;
        if (found !== void 0)
          return found;
        throw new errors.eb(`help "${command}": there is no such command. Commands: ${Object.keys(commandHelp).join(", ")}.`);
      }
      const overview = `secctx reviews Kubernetes security contexts: what each container may effectively do,
what is wrong with it, on which line, and the hardened YAML.

Usage:
  secctx [check] [PATH|GLOB|-]...   report findings; the exit status is the gate
  secctx fix [PATH|GLOB|-]...       write the hardened YAML into the files
  secctx effective [PATH|GLOB|-]... show what each container gets, and who set it
  secctx images [PATH|GLOB|-]...    read the images of the manifests, for --images-from
  secctx explain [RULE]             show the page of a rule; without RULE, list the rules
  secctx merge FILE...              merge the JSON reports of shards, and give the verdict
  secctx baseline [PATH|GLOB]...    accept today's findings, so that only new ones count
  secctx init                       write a configuration and a workflow
  secctx help COMMAND               show the options of a command; so does COMMAND --help
  secctx --version

A path is a file, a folder, a quoted pattern, or - for standard input. The default is the working
directory. In a folder, hidden folders, node_modules and what git ignores are skipped.
Exit status: 0 the gate passes, 1 findings fail it, 2 the work could not be done.
`;
      const policyHelp = `
Policy:
  --enforce LEVEL             violations of LEVEL or a weaker level fail the gate (default restricted)
  --warn LEVEL                the same for warnings (default hardened)
  --audit LEVEL               the same for notices (default hardened)
                              LEVEL, weakest first: privileged, baseline, restricted, hardened
  --kubernetes-version V      the release to judge by: latest (default), or one such as 1.34
  --config FILE               the configuration (default: the nearest .secctx.yaml, up to the root)
  --no-config                 read no configuration; the baseline still applies

Images:
  --images[=layers]           ask the registries for the user, the volumes and the ports of the images;
                              with layers, download their layers too, for the capabilities that
                              programs carry in their files; images: in the configuration does the same
  --images-from FILE          read them from a file that secctx images has written
  --insecure-registry HOST    a registry that may be asked without encryption; may be repeated

Output:
  --color, --no-color         use colours or not, whatever the terminal (also FORCE_COLOR, NO_COLOR)
`;
      const commandHelp = {
        baseline: `secctx baseline [PATH|GLOB]...

Writes .secctx-baseline.json at the root of the repository. It holds today's findings, which no
longer count. Run the command again to remove those that are gone. A finding that gets worse counts
again. With PATH, only findings there are added and none is removed.
Ends with 2, and writes nothing, if something could not be evaluated.
${policyHelp}  --quiet                     print problems only
`,
        init: `secctx init

Writes .secctx.yaml, with every default as a comment, and .github/workflows/secctx.yml.
Existing files are not overwritten.
`,
        check: `secctx check [PATH|GLOB|-]...

Reports findings. The exit status is the gate.

  --format FORMAT             the format of the report (default text); may be repeated:
                              text, json, sarif, github, markdown, html, junit
  --output FILE               write the report to FILE, one for each --format; - is standard output
  --changed[=REV]             review only what changed since the merge base with REV, committed or not
                              (default: the branch's upstream, else origin's HEAD); or --changed REV
  --config-ref base|head      where a change's configuration and baseline are read: at the merge base
                              (default), so that it can't switch its own gate off, or in the change
  --gate all|new              all: every finding counts (default); new: only those that the change
                              introduces or worsens, and others are notices; needs --changed
  --shard I/N                 review only the I-th of N shares of the files, such as 2/8; secctx merge
                              merges the JSON reports of all shares
  --exit-zero                 end with 0 even if findings fail the gate
  --show-config               print the policy in force, and where each value comes from, then stop
${policyHelp}  --quiet                     print problems and the verdict only
`,
        fix: `secctx fix [PATH|GLOB|-]...

Writes the hardened YAML into the files. Every byte outside of a fix stays as it is.
Ends with 0, or with 2 if a file could not be read or written.

  --diff                      print the changes as a patch for git apply, and write nothing
  --safe                      apply only fixes that cannot stop a container that works today
  --rule ID                   apply only the fixes of this rule; may be repeated
  --run-as-user N             the user id that fixes may write
  --run-as-group N            the group id that fixes may write
${policyHelp}  --quiet                     print problems only
`,
        images: `secctx images [PATH|GLOB|-]...

Reads the configurations of the manifests' images from their registries, with the logins of
docker login, and prints the JSON that --images-from takes.
Ends with 0, or with 2 if an image or a file could not be read.

  --config FILE               the configuration (default: the nearest .secctx.yaml, up to the root)
  --no-config                 read no configuration
  --images=layers             download their layers too, for the capabilities that programs carry in
                              their files
  --insecure-registry HOST    a registry that may be asked without encryption; may be repeated
  --quiet                     print only problems, and images that could not be read
`,
        merge: `secctx merge FILE...

Merges the JSON reports that check --shard I/N has written, one for each of the N shards of a scan,
into the report that a single run would have written, and prints the verdict. Ends as that run would:
0 the gate passes, 1 findings fail it, 2 something could not be evaluated, or the reports do not
belong together.

  --output FILE               write the merged report to FILE, and the verdict to standard output
`,
        explain: `secctx explain [RULE]

Prints the page of a rule: what it says, why it matters, a bad and a good example, how to fix it, and
when not to. Without RULE, lists the rules.

Output:
  --color, --no-color         use colours or not, whatever the terminal (also FORCE_COLOR, NO_COLOR)
`,
        effective: `secctx effective [PATH|GLOB|-]...

Prints the effective value of every field for each container, who set it and on which line, then what
the process gets and what Pod Security Admission answers.
Ends with 0, or with 2 if something could not be evaluated.
${policyHelp}  --quiet                     print only what Pod Security Admission answers, and problems
`
      };
      ;
      const initOptions = {};
      const workflowName = ".github/workflows/secctx.yml";
      async function runInit(args) {
        const { positionals } = (0, options.Ac)("init", args, initOptions);
        if (positionals.length > 0)
          throw new errors.eb(`init "${positionals[0]}": init takes no path. It writes to the root of the repository.`);
        const root = (0, repository.wg)();
        const files = [
          { name: repository.Sh, text: renderConfiguration((0, lib_policy.Wf)(rules.aO.map(({ id: id2 }) => id2))) },
          { name: workflowName, text: workflowText }
        ];
        const taken = files.flatMap(({ name }) => [".yaml", ".yml"].map((end) => name.replace(/\.ya?ml$/, end))).find((name) => (0, external_node_fs_.existsSync)((0, external_node_path_.join)(root, name)));
        if (taken)
          throw new errors.eb(`${(0, source_files.Gt)((0, external_node_path_.join)(root, taken))} already exists, so nothing was written. Move it away to start again.`);
        for (const { name, text } of files)
          writeNewFile((0, external_node_path_.join)(root, name), text);
        const result = await (0, review_paths.xF)([(0, source_files.Gt)(root)], await (0, policy_in_force.nZ)({}, { appliesBaseline: true }));
        const failures = countFindings(result.findings, "enforce");
        const lines = [
          `Wrote ${files.map(({ name }) => (0, source_files.Gt)((0, external_node_path_.join)(root, name))).join(" and ")}. Replace OWNER and FULL-COMMIT-SHA there with the owner and the commit of secctx that you trust.`,
          failures === 0 ? "Nothing fails the gate today." : `${words_formatCount(failures, "finding")} fail${failures === 1 ? "s" : ""} the gate today. To start with only new findings, accept these: secctx baseline writes ${repository.Ri}.`
        ];
        await (0, streams.c)(`${lines.join("\n")}
`);
        return 0;
      }
      function writeNewFile(file, text) {
        try {
          (0, external_node_fs_.mkdirSync)((0, external_node_path_.dirname)(file), { recursive: true });
          (0, external_node_fs_.writeFileSync)(file, text, { flag: "wx" });
        } catch (error) {
          throw new errors.eb(`${(0, source_files.Gt)(file)}: it could not be written: ${(0, errors.A3)(error)}.`);
        }
      }
      const workflowText = `name: secctx
on:
  pull_request:
  merge_group:
    types: [checks_requested]
permissions: {}
jobs:
  security-contexts:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
      checks: write
      pull-requests: write
    steps:
      - uses: OWNER/secctx@FULL-COMMIT-SHA
        with:
          suggest: true
`;
      const examples = {
        gate: "gate: new",
        files: 'files: ["**/*.yaml", "**/*.yml", "**/*.json", "!**/templates/**"]',
        rules: "rules:\n  read-only-root-filesystem: warn",
        namespaces: "namespaces:\n  kube-system: privileged\n  team-*: {enforce: restricted, version: latest}",
        workloads: "workloads:\n  - apiVersion: example.com/*\n    kind: Engine\n    podTemplate: spec.template",
        exemptions: "exemptions:\n  - rules: [privileged, host-namespaces]\n    kinds: [DaemonSet]\n    namespaces: [kube-system]\n    names: [cilium]\n    reason: The CNI plugin sets up the node's network.\n    expires: 2999-06-30",
        fix: "fix:\n  runAsUser: 10001\n  runAsGroup: 10001\n  writablePaths:\n    - image: nginx*\n      paths: [/var/cache/nginx, /var/run]",
        sarifFile: "sarifFile: secctx.sarif",
        jsonFile: "jsonFile: secctx.json",
        htmlFile: "htmlFile: secctx.html"
      };
      function renderConfiguration({ properties = {} }) {
        const sections = Object.entries(properties).map(([key, schema2]) => {
          const setting = examples[key] ?? renderDefault(key, schema2);
          return `# ${schema2.description}
${setting.replace(/^/gm, "#")}
`;
        });
        const head = `# yaml-language-server: $schema=https://raw.githubusercontent.com/OWNER/secctx/FULL-COMMIT-SHA/schema/config.schema.json
# The policy by which secctx reviews this repository. Each commented value is the default, or an example if there is no default.
`;
        return [head, ...sections].join("\n");
      }
      function renderDefault(key, { default: fallback, properties }) {
        const inner = Object.entries(properties ?? {}).map(([name, schema2]) => `
  ${renderDefault(name, schema2)}`);
        return inner.length > 0 ? `${key}:${inner.join("")}` : `${key}: ${String(fallback)}`;
      }
      var conclusion = __webpack_require__(6261);
      ;
      function parseReport(value) {
        if (!isReport(value))
          return { defect: "it is not a report of secctx check --format json (schema secctx/v1)." };
        const counted = recount(value);
        const { verdict, summary } = value;
        for (const key of summaryKeys) {
          const count = counted.summary[key];
          const isWrong = key === "files" ? summary.files < counted.files.size : summary[key] !== count;
          if (isWrong)
            return {
              defect: `its summary does not add up (${key}: ${summary[key]}, counted ${count}): run the shard again.`
            };
        }
        const expected = decideVerdict(counted.summary, value.problems);
        if (verdict !== expected)
          return { defect: `its verdict is ${verdict}, and it holds what makes it ${expected}: run the shard again.` };
        const misfit = [...value.findings, ...value.shard?.pending.findings ?? []].find((each) => !hasItsMode(each, value));
        if (misfit)
          return {
            defect: `its policy does not give the mode ${misfit.mode} to a finding of ${misfit.rule} at the level ${misfit.level} (${misfit.file}): run the shard again.`
          };
        return { ...value, shard: value.shard ?? null, counted };
      }
      function hasItsMode({ rule: id2, level, mode }, { policy }) {
        const rule = rules.aO.find((each) => each.id === id2);
        const version2 = (0, pod.ot)(policy.kubernetesVersion);
        if (!rule || !version2 || policy.rules[id2] === "off")
          return false;
        const reported = [rule.level, ...rule.controls.map((control) => (0, rules.Mc)(control, version2))].map(rank);
        const expected = (0, lib_policy.VV)(policy, rule, level);
        return rank(level) <= Math.max(...reported) && (!expected || pod.nI.indexOf(mode) <= pod.nI.indexOf(expected));
      }
      function rank(level) {
        return pod.yr.indexOf(level);
      }
      function decideVerdict({ enforce }, problems) {
        if (problems.some(({ severity }) => severity === "error"))
          return "error";
        return enforce > 0 ? "fail" : "pass";
      }
      function recount({ findings, workloads, problems, summary, shard: shard2 }) {
        const sum = { workloads: 0, containers: 0, enforce: 0, warn: 0, audit: 0, ignored: 0 };
        const files = /* @__PURE__ */ new Set();
        for (const { mode, ignored, file } of findings) {
          sum[ignored ? "ignored" : mode]++;
          files.add(file);
        }
        for (const { containers, file } of workloads) {
          sum.workloads++;
          sum.containers += containers.length;
          files.add(file);
        }
        const unjudged = (shard2?.pending.omissions ?? []).filter((each) => each.looksLikeWorkload).length;
        const counted = { ...sum, problems: problems.length, unjudged };
        return { summary: { files: Math.max(files.size, summary.files), ...counted }, files };
      }
      function isReport(value) {
        if (!isJsonObject(value))
          return false;
        const { schema: schema2, tool, policy, summary, findings, workloads, problems, shard: shard2 } = value;
        return schema2 === "secctx/v1" && isJsonObject(tool) && typeof tool.version === "string" && isPolicy(policy) && isJsonObject(summary) && summaryKeys.every((key) => isNaturalNumber(summary[key])) && isListOf(findings, isFinding) && isListOf(workloads, isWorkload) && isListOf(problems, isProblem) && (shard2 === void 0 || shard2 === null || isShard(shard2));
      }
      function isPolicy(value) {
        return isJsonObject(value) && pod.nI.every((mode) => isLevel(value[mode])) && typeof value.kubernetesVersion === "string" && isJsonObject(value.rules);
      }
      function isLevel(value) {
        return pod.yr.some((level) => level === value);
      }
      function isShard(value) {
        if (!isJsonObject(value) || !isJsonObject(value.pending))
          return false;
        const { index, count, scan } = value;
        const { findings, omissions, used, gone } = value.pending;
        return isNaturalNumber(index) && isNaturalNumber(count) && index >= 1 && index <= count && typeof scan === "string" && isListOf(findings, isFinding) && (omissions === void 0 || isListOf(omissions, isReportedOmission)) && isListOf(used, isNaturalNumber) && isListOf(gone, isGone);
      }
      function isFinding(value) {
        return isJsonObject(value) && typeof value.rule === "string" && isLevel(value.level) && pod.nI.some((mode) => mode === value.mode) && (value.ignored === null || isJsonObject(value.ignored)) && typeof value.file === "string";
      }
      function isWorkload(value) {
        return isJsonObject(value) && Array.isArray(value.containers) && typeof value.file === "string";
      }
      function isProblem(value) {
        return isJsonObject(value) && hasPlace(value) && typeof value.message === "string" && (value.severity === "error" || value.severity === "note");
      }
      function isReportedOmission(value) {
        return isJsonObject(value) && hasPlace(value) && typeof value.message === "string" && (0, review_omissions.KB)(value.what) && typeof value.looksLikeWorkload === "boolean";
      }
      function isGone(value) {
        return isJsonObject(value) && hasPlace(value) && isNaturalNumber(value.entry) && typeof value.fact === "string";
      }
      function hasPlace({ file, line }) {
        return typeof file === "string" && isNaturalNumber(line);
      }
      function isJsonObject(value) {
        return typeof value === "object" && value !== null && !Array.isArray(value);
      }
      function isListOf(value, isItem) {
        return Array.isArray(value) && value.every(isItem);
      }
      function isNaturalNumber(value) {
        return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
      }
      ;
      function mergeReports(reports) {
        const [first] = reports;
        if (!first)
          return { defect: "There is no report to merge." };
        const defect = findDefect(first, reports);
        if (defect !== void 0)
          return { defect };
        const { tool, policy } = first.report;
        const shards = reports.map(({ report }) => report).sort((a, b) => getIndex(a) - getIndex(b));
        const pending = shards.flatMap(({ shard: shard2 }) => shard2?.pending ?? []);
        const findings = findCommonFindings(pending);
        const omissions = pending.flatMap((each) => each.omissions ?? []);
        const notes = [...(0, review_omissions.nX)(omissions), ...(0, conclusion.Pm)(findGone(pending))];
        const problems = [...shards.flatMap((each) => each.problems), ...notes].sort(stream.im);
        const summary = addSummaries(shards.map(({ counted }) => counted.summary));
        for (const { mode } of findings)
          summary[mode]++;
        summary.problems = problems.length;
        return {
          tool,
          policy,
          verdict: decideVerdict(summary, problems),
          summary,
          findings: concatenate([...shards.map((each) => each.findings), findings]),
          workloads: concatenate(shards.map(({ workloads }) => workloads)),
          problems,
          shard: null
        };
      }
      function findCommonFindings(pending) {
        const [first] = pending;
        const textsByShard = pending.map(({ findings }) => new Set(findings.map((finding) => JSON.stringify(finding))));
        return first?.findings.filter((finding) => textsByShard.every((texts) => texts.has(JSON.stringify(finding)))) ?? [];
      }
      function findGone(pending) {
        const used = new Set(pending.flatMap((each) => each.used));
        const gone = new Map(pending.flatMap((each) => each.gone.map((entry) => [entry.entry, entry])));
        return [...gone.values()].filter(({ entry }) => !used.has(entry)).sort((a, b) => a.entry - b.entry);
      }
      function addSummaries(summaries) {
        const sum = {
          files: 0,
          workloads: 0,
          containers: 0,
          enforce: 0,
          warn: 0,
          audit: 0,
          ignored: 0,
          problems: 0,
          unjudged: 0
        };
        for (const summary of summaries)
          for (const key of summaryKeys)
            sum[key] += summary[key];
        return sum;
      }
      function* concatenate(lists) {
        for (const list of lists)
          yield* list;
      }
      function getIndex({ shard: shard2 }) {
        return shard2?.index ?? 0;
      }
      const sharedTraits = [
        {
          get: ({ policy }) => JSON.stringify(policy),
          complain: (a, b) => `${a} and ${b} were reviewed with different policies`
        },
        {
          get: ({ shard: shard2 }) => shard2?.count,
          complain: (a, b) => `${a} and ${b} are from scans with different numbers of shards`
        },
        {
          get: ({ shard: shard2 }) => shard2?.scan,
          complain: (a, b) => `${a} and ${b} are from different scans: their files or configurations differ`
        }
      ];
      function findDefect(first, reports) {
        const whole = reports.find(({ report }) => !report.shard);
        if (whole)
          return `${whole.name}: it is the report of a whole run, not of a shard (check --shard I/N).`;
        const foreign = reports.find(({ report }) => report.tool.version !== version.r);
        if (foreign)
          return `${foreign.name}: it was written by secctx ${foreign.report.tool.version}, and this is secctx ${version.r}: use one version for the shards and for merge.`;
        for (const { get, complain } of sharedTraits) {
          const other = reports.find(({ report }) => get(report) !== get(first.report));
          if (other)
            return `${complain(first.name, other.name)}: give the shards of one run.`;
        }
        const count = first.report.shard?.count ?? 0;
        const namesByIndex = /* @__PURE__ */ new Map();
        for (const { name, report } of reports) {
          const index = getIndex(report);
          const other = namesByIndex.get(index);
          if (other !== void 0)
            return `${other} and ${name} are both shard ${index}/${count}: give each shard once.`;
          namesByIndex.set(index, name);
        }
        const double = findDouble(reports);
        if (double !== void 0)
          return double;
        const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !namesByIndex.has(index));
        if (missing.length === 0)
          return void 0;
        const [noun, verb] = missing.length === 1 ? ["Shard", "is"] : ["Shards", "are"];
        return `${noun} ${missing.map((index) => `${index}/${count}`).join(", ")} ${verb} missing, and what was not reviewed can't pass.`;
      }
      function findDouble(reports) {
        const owners = /* @__PURE__ */ new Map();
        for (const { name, report } of reports)
          for (const file of report.counted.files) {
            const other = owners.get(file);
            if (other !== void 0)
              return `${other} and ${name} both report on ${file}: give each shard once.`;
            owners.set(file, name);
          }
        return void 0;
      }
      ;
      const mergeOptions = { output: { type: "string" } };
      async function runMerge(args) {
        const { values, positionals } = (0, options.Ac)("merge", args, mergeOptions);
        const output = values.output === "-" ? void 0 : values.output;
        if (positionals.length === 0)
          throw new errors.eb("merge: give the JSON reports of all shards.");
        const same = positionals.find((file) => output !== void 0 && isSameFile(file, output));
        if (same !== void 0)
          throw new errors.eb(`--output "${same}": it is one of the reports to merge: choose another name.`);
        const report = mergeReports(positionals.map(openReport));
        if ("defect" in report)
          throw new errors.eb(report.defect);
        await writeReport(output, renderJsonReport(report));
        const tell = output === void 0 ? streams.V : streams.c;
        await tell(renderClosing(report, (_, text) => text));
        return exitStatus[report.verdict];
      }
      function openReport(name) {
        const report = readReport(name);
        if (!(0, external_node_fs_.statSync)(name).isFile())
          return { name, report };
        return {
          name,
          report: { ...report, findings: rereadList(name, "findings"), workloads: rereadList(name, "workloads") }
        };
      }
      function rereadList(file, list) {
        return {
          *[Symbol.iterator]() {
            yield* readReport(file)[list];
          }
        };
      }
      function readReport(path) {
        const { file, text } = (0, repository.zx)(path);
        const report = parseReport(parseJson(file, text));
        if ("defect" in report)
          throw new errors.eb(`${file}: ${report.defect}`);
        return report;
      }
      function parseJson(file, text) {
        try {
          return JSON.parse(text);
        } catch {
          throw new errors.eb(`${file}: it is not JSON: was it cut off?`);
        }
      }
      function isSameFile(a, b) {
        try {
          return (0, external_node_fs_.realpathSync)(a) === (0, external_node_fs_.realpathSync)(b);
        } catch {
          return false;
        }
      }
      ;
      const commands = {
        check: runCheck,
        fix: runFix,
        images: async (args) => (await __webpack_require__.e(
          /* import() */
          178
        ).then(__webpack_require__.bind(__webpack_require__, 8178))).runImages(args),
        effective: runEffective,
        explain: runExplain,
        baseline: runBaseline,
        merge: runMerge,
        init: runInit
      };
      async function run(argv) {
        try {
          return await dispatch(argv);
        } catch (error) {
          await (0, streams.V)(`secctx: ${error instanceof errors.eb ? (0, report_escape.UN)(error.message) : describeBug(error)}
`);
          return 2;
        }
      }
      function dispatch(argv) {
        const [first = "check", ...rest] = argv;
        const named = Object.hasOwn(commands, first) ? first : void 0;
        const options2 = argv.slice(0, argv.includes("--") ? argv.indexOf("--") : void 0);
        if (first === "help")
          return printHelp(rest.find((word) => !word.startsWith("-")));
        if (options2.includes("--help") || options2.includes("-h"))
          return printHelp(named);
        if (options2.includes("--version"))
          return commands_print(`${version.r}
`);
        if (!named && /^[a-z]+$/.test(first) && !(0, external_node_fs_.existsSync)(first))
          throw new errors.eb(`"${first}" is not a command, a file or a folder. See secctx --help.`);
        return (commands[named ?? ""] ?? runCheck)(named ? rest : argv);
      }
      function printHelp(command) {
        return commands_print(getHelp(command));
      }
      async function commands_print(text) {
        await (0, streams.c)(text);
        return 0;
      }
      function describeBug(error) {
        return `this is a bug in secctx. Please report it with these lines:
${error instanceof Error ? error.stack : error}`;
      }
    })
  ),
  /***/
  6252: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        Ac: () => (
          /* binding */
          parseOptions
        ),
        /* harmony export */
        Kf: () => (
          /* binding */
          readChoice
        ),
        /* harmony export */
        VJ: () => (
          /* binding */
          policyOptions
        ),
        /* harmony export */
        c$: () => (
          /* binding */
          imageOptions
        ),
        /* harmony export */
        wh: () => (
          /* binding */
          readId
        )
        /* harmony export */
      });
      var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
      var _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7471);
      var _source_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6634);
      const policyOptions = {
        enforce: { type: "string" },
        warn: { type: "string" },
        audit: { type: "string" },
        "kubernetes-version": { type: "string" },
        config: { type: "string" },
        "no-config": { type: "boolean" },
        quiet: { type: "boolean" },
        color: { type: "boolean" },
        "no-color": { type: "boolean" }
      };
      const imageOptions = {
        images: { type: "string" },
        "images-from": { type: "string" },
        "insecure-registry": { type: "string", multiple: true }
      };
      function parseOptions(command, args, options) {
        try {
          return (0, node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: nameValues(args, options), options, allowPositionals: true, strict: true, tokens: true });
        } catch (error) {
          const [sentence = ""] = error instanceof Error ? error.message.split(". To specify") : [String(error)];
          const names = Object.keys(options).map((name) => `--${name}`);
          throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_2__.eb(`${sentence.replaceAll("\n", " ").replace(/\.?$/, ".")} Options of ${command}: ${names.join(" ")}.`);
        }
      }
      function nameValues(args, options) {
        const end = args.includes("--") ? args.indexOf("--") : args.length;
        return args.map((arg, index) => arg === "--images" && index < end && "images" in options ? "--images=true" : arg);
      }
      function readChoice(option, value, allowed) {
        const found = allowed.find((each) => each === value);
        if (found === void 0)
          throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_2__.eb(`${option} "${value}": use one of ${allowed.join(", ")}.`);
        return found;
      }
      function readId(option, value) {
        if (value === void 0)
          return void 0;
        const id2 = Number(value);
        if (/^\d+$/.test(value) && id2 >= 1 && id2 <= _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_1__.Cn)
          return id2;
        throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_2__.eb(`${option} "${value}": use a whole number from 1 to ${_pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_1__.Cn}; 0 is root.`);
      }
    })
  ),
  /***/
  6910: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        EL: () => (
          /* binding */
          formatPolicy
        ),
        /* harmony export */
        nZ: () => (
          /* binding */
          resolvePolicy
        ),
        /* harmony export */
        xu: () => (
          /* binding */
          createFileFilter
        )
        /* harmony export */
      });
      var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
      var _pod_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(953);
      var _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7471);
      var _pod_patterns_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(212);
      var _policy_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1672);
      var _report_escape_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2527);
      var _source_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6634);
      var _source_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4666);
      var _source_repository_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3369);
      var _yaml_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6783);
      var _configuration_files_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2686);
      var _options_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6252);
      var _streams_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6919);
      async function resolvePolicy(values, request) {
        const root = (0, _source_repository_js__WEBPACK_IMPORTED_MODULE_7__.wg)();
        const { changed, trustsChange = false } = request;
        const files = await (0, _configuration_files_js__WEBPACK_IMPORTED_MODULE_9__.jz)(values, root, trustsChange ? void 0 : changed);
        const configuration = await (0, _configuration_files_js__WEBPACK_IMPORTED_MODULE_9__.vF)(values, root, files);
        const edited = values["no-config"] ? [] : (0, _configuration_files_js__WEBPACK_IMPORTED_MODULE_9__.bM)(root, files, values.config);
        if (edited.length > 0)
          await (0, _streams_js__WEBPACK_IMPORTED_MODULE_11__.V)(`${(0, _report_escape_js__WEBPACK_IMPORTED_MODULE_12__.UN)(describeEdited(edited, files.place))}
`);
        const settings = configuration?.settings ?? {};
        const choose = (key, fallback, configured, option) => {
          if (option?.value !== void 0)
            return { key, value: option.value, from: option.name };
          if (configured !== void 0)
            return { key, value: configured, from: locateKey(configuration, key.split(".")) };
          return { key, value: fallback, from: "default" };
        };
        const chooseLevel = (mode) => choose(mode, _policy_index_js__WEBPACK_IMPORTED_MODULE_4__.G4[mode], settings[mode], readLevel(`--${mode}`, values[mode]));
        const enforce = chooseLevel("enforce");
        const warn = chooseLevel("warn");
        const audit = chooseLevel("audit");
        const version = choose("kubernetesVersion", "latest", settings.kubernetesVersion, {
          name: "--kubernetes-version",
          value: values["kubernetes-version"]
        });
        const gate = choose("gate", "all", changed === void 0 ? void 0 : settings.gate, {
          name: "--gate",
          value: request.gate
        });
        const wanted = choose("images", false, settings.images, readImageOption(values));
        const images = request.readsImages && !wanted.value ? { ...wanted, value: true } : wanted;
        const placeholders = choose("placeholders", _policy_index_js__WEBPACK_IMPORTED_MODULE_4__.G4.placeholders, settings.placeholders);
        const rules = Object.entries(settings.rules ?? {}).map(([id2, mode]) => choose(`rules.${id2}`, mode, mode));
        const patterns = choose("files", void 0, settings.files);
        const runAsUser = choose("fix.runAsUser", void 0, settings.fix?.runAsUser, {
          name: "--run-as-user",
          value: (0, _options_js__WEBPACK_IMPORTED_MODULE_10__.wh)("--run-as-user", request.runAsUser)
        });
        const runAsGroup = choose("fix.runAsGroup", void 0, settings.fix?.runAsGroup, {
          name: "--run-as-group",
          value: (0, _options_js__WEBPACK_IMPORTED_MODULE_10__.wh)("--run-as-group", request.runAsGroup)
        });
        const writablePaths = choose("fix.writablePaths", void 0, settings.fix?.writablePaths);
        const configuredLimits = new Map(Object.entries(settings.limits ?? {}));
        const limits = Object.entries(_policy_index_js__WEBPACK_IMPORTED_MODULE_4__.G4.limits).map(([name, fallback]) => choose(`limits.${name}`, fallback, configuredLimits.get(name)));
        const baseline = request.appliesBaseline ? (0, _configuration_files_js__WEBPACK_IMPORTED_MODULE_9__.oU)(root, files) : _policy_index_js__WEBPACK_IMPORTED_MODULE_4__.G4.baseline;
        const policy = {
          ..._policy_index_js__WEBPACK_IMPORTED_MODULE_4__.G4,
          enforce: enforce.value,
          warn: warn.value,
          audit: audit.value,
          kubernetesVersion: await readVersion(version.value),
          gate: gate.value,
          placeholders: placeholders.value,
          rules: settings.rules ?? _policy_index_js__WEBPACK_IMPORTED_MODULE_4__.G4.rules,
          ...configuration?.policy,
          limits: { ..._policy_index_js__WEBPACK_IMPORTED_MODULE_4__.G4.limits, ...settings.limits },
          fix: {
            ...runAsUser.value !== void 0 && { runAsUser: runAsUser.value },
            ...runAsGroup.value !== void 0 && { runAsGroup: runAsGroup.value },
            ...writablePaths.value !== void 0 && { writablePaths: writablePaths.value }
          },
          baseline,
          today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
          folder: (0, _source_repository_js__WEBPACK_IMPORTED_MODULE_7__.Iw)(root)
        };
        return {
          policy,
          files: patterns.value,
          images: chooseImageSource(images, values["insecure-registry"]),
          entries: [
            ...[enforce, warn, audit, version, gate, images, placeholders],
            ...rules,
            ...listConfigured(configuration),
            ...[patterns, runAsUser, runAsGroup, writablePaths],
            ...limits,
            ...countAccepted(baseline, root)
          ]
        };
      }
      function describeEdited(files, place) {
        const verb = files.length === 1 ? "is" : "are";
        return `${files.join(" and ")} ${verb} read at ${place}: what the change itself says takes effect once it is merged. --config-ref head takes it now.`;
      }
      function locateKey(configuration, path) {
        return `${configuration?.file}:${configuration?.lineOf(...path)}`;
      }
      function listConfigured(configuration) {
        if (!configuration)
          return [];
        const { namespaces, workloads, exemptions } = configuration.policy;
        const toEntry = (path, value) => ({
          key: (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_8__.jV)(path),
          value,
          from: locateKey(configuration, path)
        });
        return [
          ...namespaces.map(({ name, levels: demanded }) => toEntry(["namespaces", name], demanded)),
          ...workloads.map(({ apiVersion, kind, holds, path }, index) => toEntry(["workloads", index], `${apiVersion} ${kind}, ${holds} at ${path}`)),
          ...exemptions.map(({ reason, expires }, index) => toEntry(["exemptions", index], expires === null ? reason : `${reason} (until ${expires})`))
        ];
      }
      function countAccepted(baseline, root) {
        const count = [...baseline.values()].reduce((sum, facts) => sum + facts.length, 0);
        if (count === 0)
          return [];
        return [{ key: "baseline", value: `${count} accepted`, from: (0, _source_files_js__WEBPACK_IMPORTED_MODULE_6__.Gt)((0, node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, _source_repository_js__WEBPACK_IMPORTED_MODULE_7__.Ri)) }];
      }
      function readLevel(name, value) {
        return { name, value: value === void 0 ? void 0 : (0, _options_js__WEBPACK_IMPORTED_MODULE_10__.Kf)(name, value, _pod_index_js__WEBPACK_IMPORTED_MODULE_1__.yr) };
      }
      function readImageOption({ images, "images-from": file }) {
        if (images !== void 0 && file !== void 0)
          throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_5__.eb("--images and --images-from: choose one of the two.");
        if (file !== void 0)
          return { name: imageFileOption, value: file };
        const word = images === void 0 ? void 0 : (0, _options_js__WEBPACK_IMPORTED_MODULE_10__.Kf)("--images", images, ["true", "false", "layers"]);
        return { name: "--images", value: word === "layers" ? word : word && word === "true" };
      }
      const imageFileOption = "--images-from";
      function chooseImageSource({ value, from }, insecure) {
        const isFile = from === imageFileOption;
        if (insecure && (isFile || !value))
          throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_5__.eb("--insecure-registry needs --images.");
        if (isFile)
          return { file: String(value) };
        return value ? { insecure: insecure ?? [], depth: value === "layers" ? "layers" : "configuration" } : void 0;
      }
      async function readVersion(wanted) {
        const version = (0, _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_2__.ot)(wanted);
        if (!version)
          throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_5__.eb(`--kubernetes-version "${wanted}": use latest or a release such as 1.34.`);
        const note = (0, _pod_kubernetes_js__WEBPACK_IMPORTED_MODULE_2__.ht)(version);
        if (note)
          await (0, _streams_js__WEBPACK_IMPORTED_MODULE_11__.V)(`${note}
`);
        return version;
      }
      function createFileFilter({ policy: { folder }, files: patterns }) {
        if (!patterns)
          return () => true;
        return ({ file, named }) => named === true || (0, _pod_patterns_js__WEBPACK_IMPORTED_MODULE_3__.Pl)(patterns, (0, _policy_index_js__WEBPACK_IMPORTED_MODULE_4__.FC)(folder, file));
      }
      function formatPolicy({ entries }) {
        const lines = entries.filter(({ value }) => value !== void 0).map(({ key, value, from }) => ({ text: `${key}: ${formatPolicyValue(value)}`, from }));
        const width = Math.min(60, Math.max(...lines.map(({ text }) => text.length)));
        return lines.map(({ text, from }) => `${(0, _report_escape_js__WEBPACK_IMPORTED_MODULE_12__.UN)(text.padEnd(width))}  # ${(0, _report_escape_js__WEBPACK_IMPORTED_MODULE_12__.UN)(from)}
`).join("");
      }
      function formatPolicyValue(value) {
        return typeof value === "string" ? value : JSON.stringify(value);
      }
    })
  ),
  /***/
  7048: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        T5: () => (
          /* binding */
          collectManifests
        ),
        Lj: () => (
          /* binding */
          remarkProblems
        ),
        xF: () => (
          /* binding */
          reviewPaths
        ),
        f0: () => (
          /* binding */
          streamPaths
        )
      });
      var report_escape = __webpack_require__(2527);
      var lib_policy = __webpack_require__(1672);
      var rules = __webpack_require__(6085);
      var yaml = __webpack_require__(6783);
      var lib_pod = __webpack_require__(953);
      var identity = __webpack_require__(5116);
      var review_ignores = __webpack_require__(6075);
      var review_subjects = __webpack_require__(9175);
      var violations = __webpack_require__(9750);
      ;
      function findAddedIgnores(heads, bases, policy) {
        const open = ignoresIn(bases, policy).map((base) => ({ ...base, known: (0, lib_policy.qj)(base.facts) }));
        return ignoresIn(heads, policy).flatMap((head) => {
          const known = open.findIndex((base) => base.key === head.key && coversAll(base, head));
          if (known === -1)
            return [head.ignore];
          open.splice(known, 1);
          return [];
        });
      }
      function coversAll(base, { containers, facts }) {
        return containers.every((each) => base.containers.includes(each)) && facts.length <= base.facts.length && facts.every((fact) => (0, lib_policy.X3)(fact, base.known));
      }
      function ignoresIn(manifests, policy) {
        return manifests.flatMap(({ documents }) => documents.flatMap((document) => ignoresOf(document, policy)));
      }
      function ignoresOf(document, policy) {
        const comments = (0, review_ignores.aF)(document, policy.today).filter(({ defect }) => defect === void 0);
        if (comments.length === 0)
          return [];
        const objects = (0, lib_pod.Qe)(document.value);
        const containers = (0, lib_pod.K7)(document, policy).flatMap((pod) => pod.containers);
        const factsAt = collectFacts(document, policy, new Set(comments.map(({ path = [] }) => (0, review_subjects.TN)(path))));
        return comments.flatMap(({ range, path, rules: rules2, reason, expires }) => {
          const owner = path && (0, lib_pod.zr)(objects, path);
          if (!owner)
            return [];
          const workload = (0, lib_pod.qk)(owner);
          const place = (0, review_subjects.rT)((0, yaml.fK)(document.value, owner.path) ?? null, path.slice(owner.path.length));
          return [
            {
              key: JSON.stringify([(0, lib_policy.f6)(workload), place, rules2, reason, expires]),
              containers: containers.filter((container) => (0, yaml.w1)(container.path, path)).map(review_subjects.Ho),
              facts: (factsAt.get((0, review_subjects.TN)(path)) ?? []).filter(({ rule }) => rules2.includes(rule)),
              ignore: { location: (0, yaml.hD)(document, range), workload, rules: rules2, reason, expires }
            }
          ];
        });
      }
      function collectFacts(document, policy, places) {
        const factsAt = new Map([...places].map((place) => [place, []]));
        for (const subject of (0, review_subjects.Pc)(document, policy))
          for (const violation of (0, violations.Mg)(subject, policy))
            for (const container of (0, identity.Mz)(violation)) {
              const around = new Set([violation.at, container?.path ?? violation.at].flatMap(placesAround));
              const covering = [...around].map((place) => factsAt.get(place)).filter((list) => list !== void 0);
              const fact = covering.length > 0 ? (0, identity.yD)(violation, container) : void 0;
              if (fact)
                for (const list of covering)
                  list.push(fact);
            }
        return factsAt;
      }
      function placesAround(path) {
        return [...path, ""].map((_, depth) => (0, review_subjects.TN)(path.slice(0, depth)));
      }
      var review_documents = __webpack_require__(2258);
      ;
      function noteMovedPods(heads, bases, policy) {
        if (policy.namespaces.length === 0)
          return [];
        const [now, before] = [heads, bases].map((subjects) => new Map(subjects.filter(review_subjects.Se).map((pod) => [placeOf(pod), pod])));
        const enforcedFor = ({ workload }) => (0, lib_policy.IE)(policy, workload.namespace).policy.enforce;
        const rank = (pod) => lib_pod.yr.indexOf(enforcedFor(pod));
        const left = [...before ?? []].flatMap(([place, pod]) => now?.has(place) ? [] : [pod]);
        const leftByName = new Map(left.toSorted((a, b) => rank(a) - rank(b)).map((pod) => [placeOf(pod, ""), pod]));
        return [...now ?? []].flatMap(([place, pod]) => {
          const was = before?.has(place) ? void 0 : leftByName.get(placeOf(pod, ""));
          if (!was || rank(was) <= rank(pod))
            return [];
          const { document, object, workload } = pod;
          const message = `This change moves the ${workload.kind} ${JSON.stringify(workload.name)} from the namespace ${quoteNamespace(was)}, whose pods are held to ${enforcedFor(was)}, to ${quoteNamespace(pod)}: it is judged by ${enforcedFor(pod)} here.`;
          return [
            { severity: "note", file: document.file, line: (0, yaml.mh)(document, (0, yaml.sd)(document, object).start), message }
          ];
        });
      }
      function placeOf({ workload }, namespace = workload.namespace ?? "default") {
        return (0, lib_policy.f6)({ ...workload, namespace });
      }
      function quoteNamespace({ workload }) {
        return JSON.stringify(workload.namespace ?? "default");
      }
      var only_new = __webpack_require__(2323);
      ;
      function compareWithBase(sources, base, policy) {
        const heads = sources.map((source) => (0, review_documents.WI)(source, policy));
        const bases = base.map((source) => (0, review_documents.WI)(source, policy));
        const subjects = documentsOf(heads).flatMap((document) => (0, review_subjects.Pc)(document, policy));
        const before = documentsOf(bases).flatMap((document) => readBase(document, policy));
        const was = before.map(({ subject }) => subject);
        return {
          before: (0, only_new.eU)(subjects, before),
          addedIgnores: findAddedIgnores(heads, bases, policy),
          notes: noteMovedPods(subjects, was, policy)
        };
      }
      function documentsOf(manifests) {
        return manifests.flatMap(({ documents }) => documents);
      }
      function readBase(document, policy) {
        const used = { comments: /* @__PURE__ */ new Set(), exemptions: /* @__PURE__ */ new Set(), accepted: /* @__PURE__ */ new Set() };
        const comments = (0, review_ignores.hi)((0, review_ignores.aF)(document, policy.today));
        return (0, review_subjects.Pc)(document, policy).map((subject) => {
          const scope = (0, review_subjects.Se)(subject) ? (0, lib_policy.IE)(policy, subject.workload.namespace).policy : policy;
          const ignores = (0, review_ignores.p1)(subject, policy, comments, used);
          const facts = (0, violations.Mg)(subject, scope).flatMap((violation) => {
            const mode = (0, lib_policy.VV)(scope, violation.rule, violation.level);
            return (0, identity.Mz)(violation).map((container) => {
              const isIgnored = (0, review_ignores.EP)(violation, container, ignores) !== null;
              return { ...(0, identity.yD)(violation, container), mode, isIgnored };
            });
          });
          return { subject, facts };
        });
      }
      var conclusion = __webpack_require__(6261);
      ;
      function findDemands(sources, base, policy) {
        const elsewhere = sources.filter((source) => source.elsewhere);
        const ordered = base ? [...elsewhere, ...sources.filter((source) => !source.elsewhere)] : sources;
        const now = readDemands(ordered, policy);
        const before = readDemands(base ?? [], policy).map((demand) => ({ ...demand, isBefore: true }));
        const notes = [...noteContradictions(now), ...noteLoosened(before, now)];
        const others = new Set(elsewhere.map(({ file }) => file));
        return { demands: [...now, ...before], notes: notes.filter(({ file }) => !others.has(file)) };
      }
      function readDemands(sources, policy) {
        const manifests = sources.filter(({ text }) => (0, lib_pod.VC)(text)).map((source) => (0, review_documents.WI)(source, policy));
        const namespaces = manifests.flatMap(({ documents }) => documents.flatMap((document) => (0, lib_pod.Gl)(document, policy)));
        return namespaces.flatMap((namespace) => {
          const { document, workload } = namespace;
          const demand = (0, lib_pod.MM)(namespace);
          if (!demand)
            return [];
          const { at, levels: demanded, version } = demand;
          return [{ name: workload.name, levels: demanded, version, location: (0, yaml.hD)(document, (0, yaml.sd)(document, at)) }];
        });
      }
      function noteContradictions(demands) {
        const first = /* @__PURE__ */ new Map();
        return demands.flatMap((demand) => {
          const known = first.get(demand.name);
          if (!known)
            first.set(demand.name, demand);
          if (!known || (0, lib_policy.In)(known) === (0, lib_policy.In)(demand))
            return [];
          const { file, start } = known.location;
          return [
            noteOn(demand, `This Namespace enforces ${(0, lib_policy.In)(demand)}, and another one of its name ${(0, lib_policy.In)(known)} (${file}, line ${start.line}): its pods are judged by the stricter.`)
          ];
        });
      }
      function noteLoosened(before, now) {
        return [...new Set(before.map(({ name }) => name))].flatMap((name) => {
          const [was] = (0, lib_policy.OV)(before.filter((demand) => demand.name === name));
          const [is] = (0, lib_policy.OV)(now.filter((demand) => demand.name === name));
          if (!was || lib_pod.yr.indexOf((0, lib_policy.In)(is ?? nothing)) >= lib_pod.yr.indexOf((0, lib_policy.In)(was)))
            return [];
          const change = is ? `from ${(0, lib_policy.In)(was)} to ${(0, lib_policy.In)(is)}` : `from ${(0, lib_policy.In)(was)} to nothing`;
          return [
            noteOn(is ?? was, `This change lowers what the namespace ${JSON.stringify(name)} enforces ${change}: its pods are judged by ${(0, lib_policy.In)(was)} here, and by the lower level from the next change on.`)
          ];
        });
      }
      const nothing = { levels: {} };
      function noteOn({ location: { file, start } }, message) {
        return { severity: "note", file, line: start.line, message };
      }
      var review_findings = __webpack_require__(4489);
      var review_images = __webpack_require__(6444);
      ;
      function findUnknownValues(subjects) {
        const unknown = subjects.flatMap((subject) => subject.unknown.map(({ at }) => ({ subject, at })));
        const [first] = unknown;
        if (!first)
          return [];
        const { document } = first.subject;
        const names = [...new Set(unknown.map(({ subject, at }) => (0, lib_pod.Wd)(subject, at)))];
        const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
        const message = `Not known before a tool fills it in, and neither refused nor passed: ${shown.join(", ")}. Give a default, as in \${NAME:=1000}, to have that judged, or review what the tool makes.`;
        return [
          { severity: "note", file: document.file, line: (0, yaml.mh)(document, (0, yaml.sd)(document, first.at).start), message }
        ];
      }
      const most = 20;
      ;
      async function review(sources, base, policy) {
        return (await collectReview(await streamReview(sources, base, policy))).result;
      }
      async function streamReview(sources, base, policy) {
        const own = sources.filter(({ elsewhere }) => !elsewhere);
        const { demands, notes } = await (0, yaml.xt)(() => findDemands(sources, base, policy));
        const inForce = { ...policy, namespaces: [...demands, ...policy.namespaces] };
        const change = base ? await (0, yaml.xt)(() => compareWithBase(own, base, inForce)) : void 0;
        return { policy: inForce, manifests: reviewEach(own, change, inForce, [...notes, ...change?.notes ?? []]) };
      }
      async function* reviewEach(sources, change, policy, notes) {
        const tally = (0, conclusion.dP)({ files: sources.length, addedIgnores: change?.addedIgnores ?? [], problems: notes });
        for (const source of sources) {
          const manifest = await (0, yaml.xt)(() => reviewManifest(source, change?.before, policy));
          (0, conclusion.JQ)(tally, manifest);
          yield manifest;
        }
        return (0, conclusion.Ep)(tally, policy);
      }
      function reviewManifest(source, before, policy) {
        const { documents, problems, omission } = (0, review_documents.WI)(source, policy);
        const reviewed = documents.map((document) => reviewDocument(document, before, policy));
        return {
          source,
          findings: reviewed.flatMap(({ findings }) => findings),
          workloads: reviewed.flatMap(({ workloads }) => workloads),
          problems: [...problems, ...reviewed.flatMap((each) => each.problems)],
          omission,
          used: reviewed.map(({ used }) => used)
        };
      }
      function reviewDocument(document, before, policy) {
        const subjects = (0, review_subjects.Pc)(document, policy);
        const { findings, used, excess } = (0, review_findings._)(document, subjects, policy, before);
        const pods = subjects.filter(review_subjects.Se);
        const workloads = pods.filter(({ isFragment }) => !isFragment).map((pod) => reviewWorkload(pod, policy));
        const problems = [
          ...excess === void 0 ? [] : [(0, review_documents.x$)(document, excess)],
          ...(0, review_documents.lx)(document, policy),
          ...findUnknownValues(subjects),
          ...(0, review_images.DK)(pods, policy.images)
        ];
        return { findings, workloads, problems, used };
      }
      function reviewWorkload(pod, policy) {
        const { document, object, workload } = pod;
        return {
          pod,
          line: (0, yaml.mh)(document, (0, yaml.sd)(document, object).start),
          source: "manifest",
          admission: (0, rules.w4)(pod, rules.ne, (0, lib_policy.IE)(policy, workload.namespace).policy.kubernetesVersion)
        };
      }
      var stream = __webpack_require__(4818);
      ;
      function findUnselectedWorkloads({ unselected, selected, base }, policy) {
        const workloadsIn = (sources) => {
          const documents = sources.flatMap((source) => (0, review_documents.WI)(source, policy).documents);
          return documents.flatMap((document) => (0, lib_pod.K7)(document, policy)).map(({ workload }) => (0, lib_policy.f6)(workload));
        };
        return (0, yaml.xt)(() => {
          const suspects = unselected.filter(({ text, unread }) => !unread && (0, lib_pod.q1)(text));
          if (suspects.length === 0)
            return [];
          const [judged, before] = [new Set(workloadsIn(selected)), new Set(workloadsIn(base))];
          const kustomizations = [...selected, ...unselected].filter(({ file }) => (0, lib_pod.Sv)(file));
          return suspects.flatMap((source) => {
            const { file } = source;
            const workloads = workloadsIn([source]);
            const name = file.slice(file.lastIndexOf("/") + 1);
            const isNamed = kustomizations.some(({ text }) => text.includes(name) || (0, yaml.V$)(text));
            const hasMoved = workloads.some((key) => before.has(key) && !judged.has(key));
            if (workloads.length === 0 || !(isNamed || hasMoved))
              return [];
            const why = isNamed ? "a kustomization of this change names it" : "it was in a manifest before this change";
            const message = `The workload in this file is not judged, because of the file's name, although ${why}: end the name in .yaml, or take it into \`files\`.`;
            return [{ severity: isNamed ? "error" : "note", file, line: 1, message }];
          });
        });
      }
      var files = __webpack_require__(4666);
      var source_shard = __webpack_require__(6901);
      var image_sources = __webpack_require__(6992);
      var policy_in_force = __webpack_require__(6910);
      var streams = __webpack_require__(6919);
      ;
      async function reviewPaths(paths, inForce) {
        return (await (0, stream.h)(await streamPaths(paths, inForce))).result;
      }
      async function streamPaths(paths, inForce, { changed, shard } = {}) {
        const isManifest = (0, policy_in_force.xu)(inForce);
        const found = changed === void 0 ? { ...await (0, files.Fo)(paths, isManifest), base: null } : await collectChange(paths, changed, isManifest, inForce);
        const isWhole = changed === void 0 && inForce.policy.folder === "" && paths.every((path) => path === ".");
        const share = shard && await (0, source_shard.c1)(found, shard, { ...inForce.policy, isWhole });
        const { sources, problems } = share ?? found;
        const { base } = found;
        const policy = await (0, image_sources.e)(inForce, [...sources.filter(source_shard.NP), ...base ?? []]);
        const review2 = await streamReview(sources, base, { ...policy, isWhole, shard: share?.shard ?? null });
        const fileCount = new Set([...sources.filter(source_shard.NP), ...problems.filter(({ severity }) => severity === "error")].map(({ file }) => file)).size;
        return { ...review2, manifests: conclude(review2.manifests) };
        async function* conclude(reviewed) {
          return (0, stream.EB)(yield* reviewed, problems, fileCount);
        }
      }
      async function collectChange(paths, revision, isManifest, { policy }) {
        const { readChangeSince } = await __webpack_require__.e(
          /* import() */
          497
        ).then(__webpack_require__.bind(__webpack_require__, 7497));
        const isBelow = (0, files.Vd)(paths);
        const isWanted = (file, isTracked) => isBelow(file, isTracked) && isManifest({ file });
        const change = await readChangeSince(revision === "" ? void 0 : revision, isWanted);
        const { unselected, sources: selected } = change;
        const base = change.base.filter(({ file }) => isWanted(file, true));
        const unjudged = await findUnselectedWorkloads({ unselected, selected, base }, policy);
        return { ...change, problems: [...change.problems, ...unjudged] };
      }
      async function collectManifests(paths, inForce) {
        const { sources, problems } = await (0, files.Fo)(paths, (0, policy_in_force.xu)(inForce));
        return { manifests: sources, problems };
      }
      async function remarkProblems(problems) {
        for (const { file, line, message } of problems)
          await (0, streams.V)(`${(0, report_escape.EH)(`${file}:${line}: ${message}`)}
`);
      }
    })
  ),
  /***/
  953: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        YM: () => (
          /* reexport */
          allCapabilities
        ),
        uh: () => (
          /* reexport */
          appArmorAnnotation
        ),
        hq: () => (
          /* reexport */
          applyDefaults
        ),
        gg: () => (
          /* reexport */
          computeBoundingSet
        ),
        NU: () => (
          /* reexport */
          contextFields
        ),
        oF: () => (
          /* reexport */
          countContainers
        ),
        g$: () => (
          /* reexport */
          decodeSecurityContext
        ),
        hF: () => (
          /* reexport */
          featureGates
        ),
        PR: () => (
          /* reexport */
          findAdmissionRefusal
        ),
        FA: () => (
          /* reexport */
          findContainer
        ),
        hM: () => (
          /* reexport */
          findImageAnswer
        ),
        "in": () => (
          /* reexport */
          findKindDefects
        ),
        ST: () => (
          /* reexport */
          findKnownImage
        ),
        eW: () => (
          /* reexport */
          findLinuxSetting
        ),
        Gl: () => (
          /* reexport */
          findNamespaces
        ),
        Qe: () => (
          /* reexport */
          findObjects
        ),
        zr: () => (
          /* reexport */
          findOwner
        ),
        K7: () => (
          /* reexport */
          findPods
        ),
        JB: () => (
          /* reexport */
          findShapeDefects
        ),
        Qx: () => (
          /* reexport */
          findSimilarName
        ),
        UM: () => (
          /* reexport */
          findStartRefusal
        ),
        IX: () => (
          /* reexport */
          findUnknown
        ),
        dI: () => (
          /* reexport */
          findUnknownFields
        ),
        Wd: () => (
          /* reexport */
          formatField
        ),
        yZ: () => (
          /* reexport */
          hasTypeOf
        ),
        qk: () => (
          /* reexport */
          identifyWorkload
        ),
        G9: () => (
          /* reexport */
          isAdministrator
        ),
        vo: () => (
          /* reexport */
          isDeclared
        ),
        H_: () => (
          /* reexport */
          isDefinitionText
        ),
        Bc: () => (
          /* reexport */
          isDigest
        ),
        tu: () => (
          /* reexport */
          isInContext
        ),
        Sv: () => (
          /* reexport */
          isKustomization
        ),
        QV: () => (
          /* reexport */
          isOnlyIn
        ),
        t8: () => (
          /* reexport */
          isUnknown
        ),
        Cn: () => (
          /* reexport */
          kubernetes.Cn
        ),
        yr: () => (
          /* reexport */
          kubernetes.yr
        ),
        Rd: () => (
          /* reexport */
          listPlatforms
        ),
        LF: () => (
          /* reexport */
          looksLikeWorkload
        ),
        VC: () => (
          /* reexport */
          mayDemand
        ),
        q1: () => (
          /* reexport */
          mayHoldWorkload
        ),
        nI: () => (
          /* reexport */
          kubernetes.nI
        ),
        CF: () => (
          /* reexport */
          normalizeSysctl
        ),
        hb: () => (
          /* reexport */
          parseGroup
        ),
        km: () => (
          /* reexport */
          parseImageUser
        ),
        SW: () => (
          /* reexport */
          parseProfileAnnotation
        ),
        F2: () => (
          /* reexport */
          parseReference
        ),
        ot: () => (
          /* reexport */
          kubernetes.ot
        ),
        zR: () => (
          /* reexport */
          podSecurityLabels
        ),
        A0: () => (
          /* reexport */
          podSpecFields
        ),
        MM: () => (
          /* reexport */
          readDemand
        ),
        YF: () => (
          /* reexport */
          readsPodContext
        ),
        xT: () => (
          /* reexport */
          saysObject
        ),
        zp: () => (
          /* reexport */
          seccompContainerAnnotation
        ),
        lo: () => (
          /* reexport */
          seccompPodAnnotation
        ),
        tf: () => (
          /* reexport */
          validate
        ),
        _c: () => (
          /* reexport */
          validateLabels
        ),
        Yk: () => (
          /* reexport */
          withSpec
        ),
        nb: () => (
          /* reexport */
          withoutTag
        )
      });
      var yaml = __webpack_require__(6783);
      ;
      function findSimilarName(word2, known) {
        const lower = word2.toLowerCase();
        const same = known.find((name) => name.toLowerCase() === lower);
        if (same)
          return same;
        const near = known.filter((name) => Math.abs(name.length - lower.length) <= allowedDistance(name)).map((name) => ({ name, distance: measureDistance(lower, name.toLowerCase()) })).filter(({ name, distance }) => distance <= allowedDistance(name));
        return near.toSorted((a, b) => a.distance - b.distance)[0]?.name;
      }
      function allowedDistance(name) {
        return name.length < 8 ? 1 : 2;
      }
      function measureDistance(a, b) {
        const rows2 = [Array.from({ length: b.length + 1 }, (_, column) => column)];
        const at = (row, column) => rows2[row]?.[column] ?? Number.POSITIVE_INFINITY;
        for (let row = 1; row <= a.length; row++) {
          const next = [row];
          rows2.push(next);
          for (let column = 1; column <= b.length; column++) {
            const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            next.push(Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1), isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY));
          }
        }
        return at(a.length, b.length);
      }
      ;
      const podAt = (spec) => ({ spec, metadata: ["metadata"], isWhole: true });
      const templateAt = (path) => ({
        spec: [...path, "spec"],
        metadata: [...path, "metadata"],
        isWhole: true
      });
      const v1 = [{ apiVersion: "v1" }];
      const appsV1 = { apiVersion: "apps/v1", since: 9 };
      const appsV1beta2 = { apiVersion: "apps/v1beta2", removed: 16 };
      const appsV1beta1 = { apiVersion: "apps/v1beta1", removed: 16 };
      const extensionsV1beta1 = { apiVersion: "extensions/v1beta1", removed: 16 };
      const cronJobs = [
        { apiVersion: "batch/v1", since: 21 },
        { apiVersion: "batch/v1beta1", removed: 25 },
        { apiVersion: "batch/v2alpha1", removed: 21 }
      ];
      const inTemplate = templateAt(["spec", "template"]);
      const builtInKinds = [
        { name: "Pod", place: podAt(["spec"]), versions: v1 },
        { name: "PodTemplate", place: templateAt(["template"]), versions: v1 },
        { name: "ReplicationController", place: inTemplate, versions: v1 },
        { name: "Deployment", place: inTemplate, versions: [appsV1, appsV1beta2, appsV1beta1, extensionsV1beta1] },
        { name: "ReplicaSet", place: inTemplate, versions: [appsV1, appsV1beta2, extensionsV1beta1] },
        { name: "DaemonSet", place: inTemplate, versions: [appsV1, appsV1beta2, extensionsV1beta1] },
        { name: "StatefulSet", place: inTemplate, versions: [appsV1, appsV1beta2, appsV1beta1] },
        { name: "Job", place: inTemplate, versions: [{ apiVersion: "batch/v1" }] },
        { name: "CronJob", place: templateAt(["spec", "jobTemplate", "spec", "template"]), versions: cronJobs }
      ];
      const byName = new Map(builtInKinds.map((kind) => [kind.name, kind]));
      function findBuiltIn({ apiVersion, kind, fields }) {
        const written = { apiVersion, kind };
        if (parseGroup(apiVersion).includes("."))
          return void 0;
        const named = byName.get(kind) ?? byName.get(findSimilarName(kind, [...byName.keys()]) ?? "");
        if (named)
          return { written, kind: named, place: named.place };
        const shaped = builtInKinds.filter(({ place }) => holdsContainers((0, yaml.fK)(fields, place.spec)));
        const [first] = shaped;
        if (!first)
          return void 0;
        const group = parseGroup(apiVersion);
        const [likely, ...others] = shaped.filter(({ versions }) => versions.some((each) => parseGroup(each.apiVersion) === group));
        return { written, kind: others.length === 0 ? likely : void 0, place: first.place };
      }
      function wasEverServed({ written, kind }) {
        return kind?.name === written.kind && kind.versions.some(({ apiVersion }) => apiVersion === written.apiVersion);
      }
      function isPlainlyWorkload({ apiVersion, kind, fields }) {
        if (kind === "")
          return apiVersion !== "" && findBuiltIn({ apiVersion, kind, fields }) !== void 0;
        return byName.has(kind) && "metadata" in fields && ("spec" in fields || "template" in fields);
      }
      function holdsContainers(spec) {
        return (0, yaml.Ce)(spec) && (spec.containers ?? null) !== null;
      }
      function findKindDefects({ written, kind }, minor) {
        const { apiVersion } = written;
        const isServed = ({ since = 0, removed = Number.POSITIVE_INFINITY }) => since <= minor && minor < removed;
        const version = kind?.versions.find((each) => each.apiVersion === apiVersion);
        const newest = kind?.versions.find(isServed)?.apiVersion;
        const noMatch = (name) => `no matches for kind "${name}" in version "${apiVersion}"`;
        const defects = [];
        if (written.kind === "")
          defects.push({ field: "kind", text: "Object 'Kind' is missing", meant: kind?.name });
        else if (written.kind !== kind?.name)
          defects.push({ field: "kind", text: noMatch(written.kind), meant: kind?.name });
        if (apiVersion === "")
          defects.push({ field: "apiVersion", text: "Object 'apiVersion' is missing", meant: newest });
        else if (kind && !(version && isServed(version)))
          defects.push({ field: "apiVersion", text: noMatch(kind.name) + describeService(version, minor), meant: newest });
        return defects;
      }
      function describeService(version, minor) {
        if (!version)
          return "";
        const { since = 0, removed } = version;
        return minor < since ? `, which v1.${since} is the first to serve` : `, which v1.${removed} removed`;
      }
      function parseGroup(apiVersion) {
        return apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
      }
      ;
      const allCapabilities = [
        "CHOWN",
        "DAC_OVERRIDE",
        "DAC_READ_SEARCH",
        "FOWNER",
        "FSETID",
        "KILL",
        "SETGID",
        "SETUID",
        "SETPCAP",
        "LINUX_IMMUTABLE",
        "NET_BIND_SERVICE",
        "NET_BROADCAST",
        "NET_ADMIN",
        "NET_RAW",
        "IPC_LOCK",
        "IPC_OWNER",
        "SYS_MODULE",
        "SYS_RAWIO",
        "SYS_CHROOT",
        "SYS_PTRACE",
        "SYS_PACCT",
        "SYS_ADMIN",
        "SYS_BOOT",
        "SYS_NICE",
        "SYS_RESOURCE",
        "SYS_TIME",
        "SYS_TTY_CONFIG",
        "MKNOD",
        "LEASE",
        "AUDIT_WRITE",
        "AUDIT_CONTROL",
        "SETFCAP",
        "MAC_OVERRIDE",
        "MAC_ADMIN",
        "SYSLOG",
        "WAKE_ALARM",
        "BLOCK_SUSPEND",
        "AUDIT_READ",
        "PERFMON",
        "BPF",
        "CHECKPOINT_RESTORE"
      ];
      const defaultCapabilities = [
        "CHOWN",
        "DAC_OVERRIDE",
        "FSETID",
        "FOWNER",
        "MKNOD",
        "NET_RAW",
        "SETGID",
        "SETUID",
        "SETFCAP",
        "SETPCAP",
        "NET_BIND_SERVICE",
        "SYS_CHROOT",
        "KILL",
        "AUDIT_WRITE"
      ];
      function computeBoundingSet({ add = [], drop = [] }, privileged) {
        if (privileged)
          return allCapabilities;
        const adds = add.map((name) => name.toUpperCase());
        const drops = drop.map((name) => name.toUpperCase());
        const start = drops.includes("ALL") ? [] : adds.includes("ALL") ? allCapabilities : defaultCapabilities;
        const set = /* @__PURE__ */ new Set([...start, ...adds]);
        for (const name of drops)
          set.delete(name);
        return allCapabilities.filter((name) => set.has(name));
      }
      ;
      const templates = {
        "argoproj.io": {
          Rollout: ["spec.template"],
          Experiment: ["spec.templates.[].template"],
          AnalysisTemplate: ["spec.metrics.[].provider.job.spec.template"],
          ClusterAnalysisTemplate: ["spec.metrics.[].provider.job.spec.template"],
          AnalysisRun: ["spec.metrics.[].provider.job.spec.template"]
        },
        "serving.knative.dev": { Service: ["spec.template"], Configuration: ["spec.template"], Revision: [""] },
        "sources.knative.dev": { ContainerSource: ["spec.template"] },
        "keda.sh": { ScaledJob: ["spec.jobTargetRef.template"] },
        "apps.kruise.io": {
          CloneSet: ["spec.template"],
          DaemonSet: ["spec.template"],
          StatefulSet: ["spec.template"],
          BroadcastJob: ["spec.template"],
          AdvancedCronJob: ["spec.template.jobTemplate.spec.template", "spec.template.broadcastJobTemplate.spec.template"],
          UnitedDeployment: ["spec.template.*.spec.template"]
        },
        "kubeflow.org": Object.fromEntries(["TFJob", "PyTorchJob", "XGBoostJob", "PaddleJob", "MXJob", "JAXJob", "MPIJob"].map((kind) => [
          kind,
          ["spec.*.*.template"]
        ])),
        "trainer.kubeflow.org": {
          TrainingRuntime: ["spec.template.spec.replicatedJobs.[].template.spec.template"],
          ClusterTrainingRuntime: ["spec.template.spec.replicatedJobs.[].template.spec.template"]
        },
        "batch.volcano.sh": { Job: ["spec.tasks.[].template"] },
        "flow.volcano.sh": { JobTemplate: ["spec.tasks.[].template"] },
        "jobset.x-k8s.io": { JobSet: ["spec.replicatedJobs.[].template.spec.template"] },
        "leaderworkerset.x-k8s.io": {
          LeaderWorkerSet: ["spec.leaderWorkerTemplate.leaderTemplate", "spec.leaderWorkerTemplate.workerTemplate"]
        },
        "kueue.x-k8s.io": { Workload: ["spec.podSets.[].template"] },
        "ray.io": {
          RayCluster: ["spec.headGroupSpec.template", "spec.workerGroupSpecs.[].template"],
          RayJob: [
            "spec.rayClusterSpec.headGroupSpec.template",
            "spec.rayClusterSpec.workerGroupSpecs.[].template",
            "spec.submitterPodTemplate"
          ],
          RayService: ["spec.rayClusterConfig.headGroupSpec.template", "spec.rayClusterConfig.workerGroupSpecs.[].template"]
        },
        "agones.dev": {
          GameServer: ["spec.template"],
          Fleet: ["spec.template.spec.template"],
          GameServerSet: ["spec.template.spec.template"]
        },
        "actions.github.com": {
          AutoscalingRunnerSet: ["spec.template"],
          EphemeralRunnerSet: ["spec.ephemeralRunnerSpec"],
          EphemeralRunner: ["spec"]
        },
        "apps.openshift.io": { DeploymentConfig: ["spec.template"] },
        "operators.coreos.com": { ClusterServiceVersion: ["spec.install.spec.deployments.[].spec.template"] }
      };
      function findTemplates(group, kind, object) {
        const ofGroup = Object.hasOwn(templates, group) ? templates[group] : void 0;
        const patterns2 = ofGroup && Object.hasOwn(ofGroup, kind) ? ofGroup[kind] : void 0;
        return patterns2?.flatMap((pattern) => findPaths(object, pattern)).filter((path) => path.length > 0 || kind === "Revision");
      }
      function findPaths(object, pattern) {
        return followSteps(object, pattern === "" ? [] : pattern.split("."));
      }
      function followSteps(value, [step, ...rest]) {
        if (step === void 0)
          return (0, yaml.Ce)(value) ? [[]] : [];
        return expandStep(value, step).flatMap((key) => followSteps((0, yaml.C5)(value, key), rest).map((path) => [key, ...path]));
      }
      function expandStep(value, step) {
        if (step === "[]")
          return (0, yaml.Lv)(value) ? [...value.keys()] : [];
        if (step === "*")
          return (0, yaml.Ce)(value) ? Object.keys(value) : [];
        return [step];
      }
      function findShapes(object, known = []) {
        const specs = [];
        const contexts = [];
        const seen = new Set(known.map((path) => (0, yaml.fK)(object, path)));
        const visit = (value, path) => {
          if (!(0, yaml.Ce)(value) && !(0, yaml.Lv)(value) || seen.has(value))
            return;
          seen.add(value);
          if ((0, yaml.Lv)(value)) {
            for (const [index, item] of value.entries())
              visit(item, [...path, index]);
            return;
          }
          const isPod = hasContainers(value);
          if (isPod || reachesNode(value))
            specs.push(path);
          if (takesPort(value) && !(0, yaml.Ce)(value.securityContext))
            contexts.push([...path, "securityContext"]);
          for (const key of Object.keys(value)) {
            if (isPod && (key === "securityContext" || /^(c|initC|ephemeralC)ontainers$/.test(key)))
              continue;
            if (/securityContext$/i.test(key) && (0, yaml.Ce)(value[key]))
              contexts.push([...path, key]);
            else
              visit(value[key], [...path, key]);
          }
        };
        visit(object, []);
        return { specs, contexts };
      }
      function hasContainers({ containers: containers2 }) {
        return (0, yaml.Lv)(containers2) && containers2.length > 0 && containers2.every((container2) => (0, yaml.Ce)(container2) && typeof container2.name === "string");
      }
      function reachesNode({ hostNetwork, hostPID, hostIPC, volumes }) {
        const takesNamespace = [hostNetwork, hostPID, hostIPC].includes(true);
        const hasVolumes = (0, yaml.Lv)(volumes) && volumes.some((volume2) => (0, yaml.Ce)(volume2) && typeof volume2.name === "string");
        return takesNamespace || hasVolumes;
      }
      function takesPort({ ports }) {
        return (0, yaml.Lv)(ports) && ports.some((port2) => (0, yaml.Ce)(port2) && typeof port2.hostPort === "number" && port2.hostPort > 0);
      }
      function findGenerated(object) {
        return ["spec.rules.[].generate.data", "spec.rules.[].generate.foreach.[].data"].flatMap((path) => findPaths(object, path));
      }
      function isDefinition(group, kind) {
        return definingGroups.test(group) || definingKinds.includes(kind);
      }
      const definingGroups = /(^|\.)(kyverno\.io|gatekeeper\.sh|kubewarden\.io|admissionregistration\.k8s\.io|apiextensions\.k8s\.io)$/;
      const definingKinds = ["PodSecurityPolicy", "SecurityContextConstraints", "ControllerRevision"];
      function readsPodContext({ apiVersion }) {
        return !apiVersion.startsWith("serving.knative.dev/");
      }
      ;
      const workloadTypes = `
AWSElasticBlockStoreVolumeSource fsType:string partition:int32 readOnly:boolean volumeID:string
Affinity nodeAffinity:NodeAffinity podAffinity:PodAffinity podAntiAffinity:PodAntiAffinity
AppArmorProfile localhostProfile:string type:string
AzureDiskVolumeSource cachingMode:string diskName:string diskURI:string fsType:string kind:string readOnly:boolean
AzureFileVolumeSource readOnly:boolean secretName:string shareName:string
CSIVolumeSource driver:string fsType:string nodePublishSecretRef:LocalObjectReference readOnly:boolean volumeAttributes:{string}
Capabilities add:[string] drop:[string]
CephFSVolumeSource monitors:[string] path:string readOnly:boolean secretFile:string secretRef:LocalObjectReference user:string
CinderVolumeSource fsType:string readOnly:boolean secretRef:LocalObjectReference volumeID:string
ClusterTrustBundleProjection labelSelector:LabelSelector name:string optional:boolean path:string signerName:string user:int64
ConfigMapEnvSource name:string optional:boolean
ConfigMapKeySelector key:string name:string optional:boolean
ConfigMapProjection items:[KeyToPath] name:string optional:boolean
ConfigMapVolumeSource defaultMode:int32 defaultUser:int64 items:[KeyToPath] name:string optional:boolean
Container args:[string] command:[string] env:[EnvVar] envFrom:[EnvFromSource] image:string imagePullPolicy:string lifecycle:Lifecycle livenessProbe:Probe name:string ports:[ContainerPort] readinessProbe:Probe resizePolicy:[ContainerResizePolicy] resources:ResourceRequirements restartPolicy:string restartPolicyRules:[ContainerRestartRule] securityContext:SecurityContext startupProbe:Probe stdin:boolean stdinOnce:boolean terminationMessagePath:string terminationMessagePolicy:string tty:boolean volumeDevices:[VolumeDevice] volumeMounts:[VolumeMount] workingDir:string
ContainerExtendedResourceRequest containerName:string requestName:string resourceName:string
ContainerPort containerPort:int32 hostIP:string hostPort:int32 name:string protocol:string
ContainerResizePolicy resourceName:string restartPolicy:string
ContainerRestartRule action:string exitCodes:ContainerRestartRuleOnExitCodes
ContainerRestartRuleOnExitCodes operator:string values:[int32]
ContainerState running:ContainerStateRunning terminated:ContainerStateTerminated waiting:ContainerStateWaiting
ContainerStateRunning startedAt:time
ContainerStateTerminated containerID:string exitCode:int32 finishedAt:time message:string reason:string signal:int32 startedAt:time
ContainerStateWaiting message:string reason:string
ContainerStatus allocatedResources:{quantity} allocatedResourcesStatus:[ResourceStatus] containerID:string image:string imageID:string lastState:ContainerState name:string ready:boolean resources:ResourceRequirements restartCount:int32 started:boolean state:ContainerState stopSignal:string user:ContainerUser volumeMounts:[VolumeMountStatus]
ContainerUser linux:LinuxContainerUser
CronJob apiVersion:string kind:string metadata:ObjectMeta spec:CronJobSpec status:CronJobStatus
CronJobSpec concurrencyPolicy:string failedJobsHistoryLimit:int32 jobTemplate:JobTemplateSpec schedule:string startingDeadlineSeconds:int64 successfulJobsHistoryLimit:int32 suspend:boolean timeZone:string
CronJobStatus active:[ObjectReference] lastScheduleTime:time lastSuccessfulTime:time
DaemonSet apiVersion:string kind:string metadata:ObjectMeta spec:DaemonSetSpec status:DaemonSetStatus
DaemonSetCondition lastTransitionTime:time message:string reason:string status:string type:string
DaemonSetSpec minReadySeconds:int32 revisionHistoryLimit:int32 selector:LabelSelector template:PodTemplateSpec updateStrategy:DaemonSetUpdateStrategy
DaemonSetStatus collisionCount:int32 conditions:[DaemonSetCondition] currentNumberScheduled:int32 desiredNumberScheduled:int32 numberAvailable:int32 numberMisscheduled:int32 numberReady:int32 numberUnavailable:int32 observedGeneration:int64 updatedNumberScheduled:int32
DaemonSetUpdateStrategy rollingUpdate:RollingUpdateDaemonSet type:string
Deployment apiVersion:string kind:string metadata:ObjectMeta spec:DeploymentSpec status:DeploymentStatus
DeploymentCondition lastTransitionTime:time lastUpdateTime:time message:string reason:string status:string type:string
DeploymentSpec minReadySeconds:int32 paused:boolean progressDeadlineSeconds:int32 replicas:int32 revisionHistoryLimit:int32 selector:LabelSelector strategy:DeploymentStrategy template:PodTemplateSpec
DeploymentStatus availableReplicas:int32 collisionCount:int32 conditions:[DeploymentCondition] observedGeneration:int64 readyReplicas:int32 replicas:int32 terminatingReplicas:int32 unavailableReplicas:int32 updatedReplicas:int32
DeploymentStrategy rollingUpdate:RollingUpdateDeployment type:string
DownwardAPIProjection items:[DownwardAPIVolumeFile]
DownwardAPIVolumeFile fieldRef:ObjectFieldSelector mode:int32 path:string resourceFieldRef:ResourceFieldSelector user:int64
DownwardAPIVolumeSource defaultMode:int32 defaultUser:int64 items:[DownwardAPIVolumeFile]
EmptyDirVolumeSource medium:string mode:int32 sizeLimit:quantity
EnvFromSource configMapRef:ConfigMapEnvSource prefix:string secretRef:SecretEnvSource
EnvVar name:string value:string valueFrom:EnvVarSource
EnvVarSource configMapKeyRef:ConfigMapKeySelector fieldRef:ObjectFieldSelector fileKeyRef:FileKeySelector resourceFieldRef:ResourceFieldSelector secretKeyRef:SecretKeySelector
EphemeralContainer args:[string] command:[string] env:[EnvVar] envFrom:[EnvFromSource] image:string imagePullPolicy:string lifecycle:Lifecycle livenessProbe:Probe name:string ports:[ContainerPort] readinessProbe:Probe resizePolicy:[ContainerResizePolicy] resources:ResourceRequirements restartPolicy:string restartPolicyRules:[ContainerRestartRule] securityContext:SecurityContext startupProbe:Probe stdin:boolean stdinOnce:boolean targetContainerName:string terminationMessagePath:string terminationMessagePolicy:string tty:boolean volumeDevices:[VolumeDevice] volumeMounts:[VolumeMount] workingDir:string
EphemeralVolumeSource volumeClaimTemplate:PersistentVolumeClaimTemplate
EvictionResponder name:string priority:int32
ExecAction command:[string]
FCVolumeSource fsType:string lun:int32 readOnly:boolean targetWWNs:[string] wwids:[string]
FileKeySelector key:string optional:boolean path:string volumeName:string
FlexVolumeSource driver:string fsType:string options:{string} readOnly:boolean secretRef:LocalObjectReference
FlockerVolumeSource datasetName:string datasetUUID:string
GCEPersistentDiskVolumeSource fsType:string partition:int32 pdName:string readOnly:boolean
GRPCAction mode:string port:int32 service:string
GitRepoVolumeSource directory:string repository:string revision:string
GlusterfsVolumeSource endpoints:string path:string readOnly:boolean
HTTPGetAction host:string httpHeaders:[HTTPHeader] path:string port:intOrString protocol:string scheme:string
HTTPHeader name:string value:string
HostAlias hostnames:[string] ip:string
HostIP ip:string
HostPathVolumeSource path:string type:string
ISCSIVolumeSource chapAuthDiscovery:boolean chapAuthSession:boolean fsType:string initiatorName:string iqn:string iscsiInterface:string lun:int32 portals:[string] readOnly:boolean secretRef:LocalObjectReference targetPortal:string
ImageVolumeSource pullPolicy:string reference:string
ImageVolumeStatus imageRef:string
Job apiVersion:string kind:string metadata:ObjectMeta spec:JobSpec status:JobStatus
JobCondition lastProbeTime:time lastTransitionTime:time message:string reason:string status:string type:string
JobSchedulingConfiguration disruptionMode:WorkloadPodGroupDisruptionMode resourceClaims:[WorkloadPodGroupResourceClaim] schedulingConstraints:WorkloadPodGroupSchedulingConstraints schedulingPolicy:WorkloadPodGroupSchedulingPolicy
JobSpec activeDeadlineSeconds:int64 backoffLimit:int32 backoffLimitPerIndex:int32 completionMode:string completions:int32 managedBy:string manualSelector:boolean maxFailedIndexes:int32 parallelism:int32 podFailurePolicy:PodFailurePolicy podReplacementPolicy:string scheduling:JobSchedulingConfiguration selector:LabelSelector successPolicy:SuccessPolicy suspend:boolean template:PodTemplateSpec ttlSecondsAfterFinished:int32
JobStatus active:int32 completedIndexes:string completionTime:time conditions:[JobCondition] failed:int32 failedIndexes:string ready:int32 startTime:time succeeded:int32 terminating:int32 uncountedTerminatedPods:UncountedTerminatedPods
JobTemplateSpec metadata:ObjectMeta spec:JobSpec
KeyToPath key:string mode:int32 path:string user:int64
LabelSelector matchExpressions:[LabelSelectorRequirement] matchLabels:{string}
LabelSelectorRequirement key:string operator:string values:[string]
Lifecycle postStart:LifecycleHandler preStop:LifecycleHandler stopSignal:string
LifecycleHandler exec:ExecAction httpGet:HTTPGetAction sleep:SleepAction tcpSocket:TCPSocketAction
LinuxContainerUser gid:int64 supplementalGroups:[int64] uid:int64
LocalObjectReference name:string
ManagedFieldsEntry apiVersion:string fieldsType:string fieldsV1:any manager:string operation:string subresource:string time:time
ModifyVolumeStatus status:string targetVolumeAttributesClassName:string
NFSVolumeSource path:string readOnly:boolean server:string
NodeAffinity preferredDuringSchedulingIgnoredDuringExecution:[PreferredSchedulingTerm] requiredDuringSchedulingIgnoredDuringExecution:NodeSelector
NodeAllocatableMappedResources name:string quantity:quantity
NodeAllocatableOverheadResources name:string perContainer:quantity perPod:quantity
NodeAllocatableResourceClaimStatus containers:[string] mapping:[NodeAllocatableMappedResources] overhead:[NodeAllocatableOverheadResources] resourceClaimName:string
NodeSelector nodeSelectorTerms:[NodeSelectorTerm]
NodeSelectorRequirement key:string operator:string values:[string]
NodeSelectorTerm matchExpressions:[NodeSelectorRequirement] matchFields:[NodeSelectorRequirement]
ObjectFieldSelector apiVersion:string fieldPath:string
ObjectMeta annotations:{string} creationTimestamp:time deletionGracePeriodSeconds:int64 deletionTimestamp:time finalizers:[string] generateName:string generation:int64 labels:{string} managedFields:[ManagedFieldsEntry] name:string namespace:string ownerReferences:[OwnerReference] resourceVersion:string selfLink:string uid:string
ObjectReference apiVersion:string fieldPath:string kind:string name:string namespace:string resourceVersion:string uid:string
OwnerReference apiVersion:string blockOwnerDeletion:boolean controller:boolean kind:string name:string uid:string
PersistentVolumeClaim apiVersion:string kind:string metadata:ObjectMeta spec:PersistentVolumeClaimSpec status:PersistentVolumeClaimStatus
PersistentVolumeClaimCondition lastProbeTime:time lastTransitionTime:time message:string reason:string status:string type:string
PersistentVolumeClaimSpec accessModes:[string] dataSource:TypedLocalObjectReference dataSourceRef:TypedObjectReference resources:VolumeResourceRequirements selector:LabelSelector storageClassName:string volumeAttributesClassName:string volumeMode:string volumeName:string
PersistentVolumeClaimStatus accessModes:[string] allocatedResourceStatuses:{string} allocatedResources:{quantity} capacity:{quantity} conditions:[PersistentVolumeClaimCondition] currentVolumeAttributesClassName:string healthStatus:VolumeHealthStatus modifyVolumeStatus:ModifyVolumeStatus phase:string
PersistentVolumeClaimTemplate metadata:ObjectMeta spec:PersistentVolumeClaimSpec
PersistentVolumeClaimVolumeSource claimName:string readOnly:boolean
PhotonPersistentDiskVolumeSource fsType:string pdID:string
Pod apiVersion:string kind:string metadata:ObjectMeta spec:PodSpec status:PodStatus
PodAffinity preferredDuringSchedulingIgnoredDuringExecution:[WeightedPodAffinityTerm] requiredDuringSchedulingIgnoredDuringExecution:[PodAffinityTerm]
PodAffinityTerm labelSelector:LabelSelector matchLabelKeys:[string] mismatchLabelKeys:[string] namespaceSelector:LabelSelector namespaces:[string] topologyKey:string
PodAntiAffinity preferredDuringSchedulingIgnoredDuringExecution:[WeightedPodAffinityTerm] requiredDuringSchedulingIgnoredDuringExecution:[PodAffinityTerm]
PodCertificateProjection certificateChainPath:string credentialBundlePath:string keyPath:string keyType:string maxExpirationSeconds:int32 signerName:string user:int64 userAnnotations:{string}
PodCondition lastProbeTime:time lastTransitionTime:time message:string observedGeneration:int64 reason:string status:string type:string
PodDNSConfig nameservers:[string] options:[PodDNSConfigOption] searches:[string]
PodDNSConfigOption name:string value:string
PodExtendedResourceClaimStatus requestMappings:[ContainerExtendedResourceRequest] resourceClaimName:string
PodFailurePolicy rules:[PodFailurePolicyRule]
PodFailurePolicyOnExitCodesRequirement containerName:string operator:string values:[int32]
PodFailurePolicyOnPodConditionsPattern status:string type:string
PodFailurePolicyRule action:string onExitCodes:PodFailurePolicyOnExitCodesRequirement onPodConditions:[PodFailurePolicyOnPodConditionsPattern]
PodIP ip:string
PodOS name:string
PodReadinessGate conditionType:string
PodResourceClaim name:string resourceClaimName:string resourceClaimTemplateName:string
PodResourceClaimStatus name:string resourceClaimName:string
PodSchedulingGate name:string
PodSchedulingGroup podGroupName:string
PodSecurityContext appArmorProfile:AppArmorProfile fsGroup:int64 fsGroupChangePolicy:string runAsGroup:int64 runAsNonRoot:boolean runAsUser:int64 seLinuxChangePolicy:string seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile supplementalGroups:[int64] supplementalGroupsPolicy:string sysctls:[Sysctl] windowsOptions:WindowsSecurityContextOptions
PodSpec activeDeadlineSeconds:int64 affinity:Affinity automountServiceAccountToken:boolean containers:[Container] dnsConfig:PodDNSConfig dnsPolicy:string enableServiceLinks:boolean ephemeralContainers:[EphemeralContainer] evictionResponders:[EvictionResponder] hostAliases:[HostAlias] hostIPC:boolean hostNetwork:boolean hostPID:boolean hostUsers:boolean hostname:string hostnameOverride:string imagePullSecrets:[LocalObjectReference] initContainers:[Container] nodeName:string nodeSelector:{string} os:PodOS overhead:{quantity} preemptionPolicy:string priority:int32 priorityClassName:string readinessGates:[PodReadinessGate] resourceClaims:[PodResourceClaim] resources:ResourceRequirements restartPolicy:string runtimeClassName:string schedulerName:string schedulingGates:[PodSchedulingGate] schedulingGroup:PodSchedulingGroup securityContext:PodSecurityContext serviceAccount:string serviceAccountName:string setHostnameAsFQDN:boolean shareProcessNamespace:boolean subdomain:string terminationGracePeriodSeconds:int64 tolerations:[Toleration] topologySpreadConstraints:[TopologySpreadConstraint] volumes:[Volume]
PodStatus allocatedResources:{quantity} conditions:[PodCondition] containerStatuses:[ContainerStatus] ephemeralContainerStatuses:[ContainerStatus] extendedResourceClaimStatus:PodExtendedResourceClaimStatus hostIP:string hostIPs:[HostIP] initContainerStatuses:[ContainerStatus] message:string nodeAllocatableResourceClaimStatuses:[NodeAllocatableResourceClaimStatus] nominatedNodeName:string observedGeneration:int64 phase:string podIP:string podIPs:[PodIP] qosClass:string reason:string resize:string resourceClaimStatuses:[PodResourceClaimStatus] resources:ResourceRequirements startTime:time volumeHealth:[PodVolumeHealth]
PodTemplate apiVersion:string kind:string metadata:ObjectMeta template:PodTemplateSpec
PodTemplateSpec metadata:ObjectMeta spec:PodSpec
PodVolumeHealth healthConditions:[VolumeHealthCondition] lastTransitionTime:time name:string
PortworxVolumeSource fsType:string readOnly:boolean volumeID:string
PreferredSchedulingTerm preference:NodeSelectorTerm weight:int32
Probe exec:ExecAction failureThreshold:int32 grpc:GRPCAction httpGet:HTTPGetAction initialDelaySeconds:int32 periodSeconds:int32 successThreshold:int32 tcpSocket:TCPSocketAction terminationGracePeriodSeconds:int64 timeoutSeconds:int32
ProjectedVolumeSource defaultMode:int32 defaultUser:int64 sources:[VolumeProjection]
QuobyteVolumeSource group:string readOnly:boolean registry:string tenant:string user:string volume:string
RBDVolumeSource fsType:string image:string keyring:string monitors:[string] pool:string readOnly:boolean secretRef:LocalObjectReference user:string
ReplicaSet apiVersion:string kind:string metadata:ObjectMeta spec:ReplicaSetSpec status:ReplicaSetStatus
ReplicaSetCondition lastTransitionTime:time message:string reason:string status:string type:string
ReplicaSetSpec minReadySeconds:int32 replicas:int32 selector:LabelSelector template:PodTemplateSpec
ReplicaSetStatus availableReplicas:int32 conditions:[ReplicaSetCondition] fullyLabeledReplicas:int32 observedGeneration:int64 readyReplicas:int32 replicas:int32 terminatingReplicas:int32
ReplicationController apiVersion:string kind:string metadata:ObjectMeta spec:ReplicationControllerSpec status:ReplicationControllerStatus
ReplicationControllerCondition lastTransitionTime:time message:string reason:string status:string type:string
ReplicationControllerSpec minReadySeconds:int32 replicas:int32 selector:{string} template:PodTemplateSpec
ReplicationControllerStatus availableReplicas:int32 conditions:[ReplicationControllerCondition] fullyLabeledReplicas:int32 observedGeneration:int64 readyReplicas:int32 replicas:int32
ResourceClaim name:string request:string
ResourceFieldSelector containerName:string divisor:quantity resource:string
ResourceHealth health:string message:string resourceID:string
ResourceRequirements claims:[ResourceClaim] limits:{quantity} requests:{quantity}
ResourceStatus name:string resources:[ResourceHealth]
RollingUpdateDaemonSet maxSurge:intOrString maxUnavailable:intOrString
RollingUpdateDeployment maxSurge:intOrString maxUnavailable:intOrString
RollingUpdateStatefulSetStrategy maxUnavailable:intOrString partition:int32
SELinuxOptions level:string role:string type:string user:string
ScaleIOVolumeSource fsType:string gateway:string protectionDomain:string readOnly:boolean secretRef:LocalObjectReference sslEnabled:boolean storageMode:string storagePool:string system:string volumeName:string
SeccompProfile localhostProfile:string type:string
SecretEnvSource name:string optional:boolean
SecretKeySelector key:string name:string optional:boolean
SecretProjection items:[KeyToPath] name:string optional:boolean
SecretVolumeSource defaultMode:int32 defaultUser:int64 items:[KeyToPath] optional:boolean secretName:string
SecurityContext allowPrivilegeEscalation:boolean appArmorProfile:AppArmorProfile capabilities:Capabilities privileged:boolean procMount:string readOnlyRootFilesystem:boolean runAsGroup:int64 runAsNonRoot:boolean runAsUser:int64 seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile windowsOptions:WindowsSecurityContextOptions
ServiceAccountTokenProjection audience:string expirationSeconds:int64 path:string user:int64
SleepAction seconds:int64
StatefulSet apiVersion:string kind:string metadata:ObjectMeta spec:StatefulSetSpec status:StatefulSetStatus
StatefulSetCondition lastTransitionTime:time message:string reason:string status:string type:string
StatefulSetOrdinals start:int32
StatefulSetPersistentVolumeClaimRetentionPolicy whenDeleted:string whenScaled:string
StatefulSetSpec minReadySeconds:int32 ordinals:StatefulSetOrdinals persistentVolumeClaimRetentionPolicy:StatefulSetPersistentVolumeClaimRetentionPolicy podManagementPolicy:string replicas:int32 revisionHistoryLimit:int32 selector:LabelSelector serviceName:string template:PodTemplateSpec updateStrategy:StatefulSetUpdateStrategy volumeClaimTemplates:[PersistentVolumeClaim]
StatefulSetStatus availableReplicas:int32 collisionCount:int32 conditions:[StatefulSetCondition] currentReplicas:int32 currentRevision:string observedGeneration:int64 readyReplicas:int32 replicas:int32 updateRevision:string updatedReplicas:int32
StatefulSetUpdateStrategy rollingUpdate:RollingUpdateStatefulSetStrategy type:string
StorageOSVolumeSource fsType:string readOnly:boolean secretRef:LocalObjectReference volumeName:string volumeNamespace:string
SuccessPolicy rules:[SuccessPolicyRule]
SuccessPolicyRule succeededCount:int32 succeededIndexes:string
Sysctl name:string value:string
TCPSocketAction host:string port:intOrString
Toleration effect:string key:string operator:string tolerationSeconds:int64 value:string
TopologyConstraint key:string
TopologySpreadConstraint labelSelector:LabelSelector matchLabelKeys:[string] maxSkew:int32 minDomains:int32 nodeAffinityPolicy:string nodeTaintsPolicy:string topologyKey:string whenUnsatisfiable:string
TypedLocalObjectReference apiGroup:string kind:string name:string
TypedObjectReference apiGroup:string kind:string name:string namespace:string
UncountedTerminatedPods failed:[string] succeeded:[string]
Volume awsElasticBlockStore:AWSElasticBlockStoreVolumeSource azureDisk:AzureDiskVolumeSource azureFile:AzureFileVolumeSource cephfs:CephFSVolumeSource cinder:CinderVolumeSource configMap:ConfigMapVolumeSource csi:CSIVolumeSource downwardAPI:DownwardAPIVolumeSource emptyDir:EmptyDirVolumeSource ephemeral:EphemeralVolumeSource fc:FCVolumeSource flexVolume:FlexVolumeSource flocker:FlockerVolumeSource gcePersistentDisk:GCEPersistentDiskVolumeSource gitRepo:GitRepoVolumeSource glusterfs:GlusterfsVolumeSource hostPath:HostPathVolumeSource image:ImageVolumeSource iscsi:ISCSIVolumeSource name:string nfs:NFSVolumeSource persistentVolumeClaim:PersistentVolumeClaimVolumeSource photonPersistentDisk:PhotonPersistentDiskVolumeSource portworxVolume:PortworxVolumeSource projected:ProjectedVolumeSource quobyte:QuobyteVolumeSource rbd:RBDVolumeSource scaleIO:ScaleIOVolumeSource secret:SecretVolumeSource storageos:StorageOSVolumeSource vsphereVolume:VsphereVirtualDiskVolumeSource
VolumeDevice devicePath:string name:string
VolumeHealthCondition message:string reason:string status:string
VolumeHealthStatus healthConditions:[VolumeHealthCondition] lastTransitionTime:time
VolumeMount bindMountOptions:[string] mountPath:string mountPropagation:string name:string readOnly:boolean recursiveReadOnly:string subPath:string subPathExpr:string
VolumeMountStatus mountPath:string name:string readOnly:boolean recursiveReadOnly:string volumeStatus:VolumeStatus
VolumeProjection clusterTrustBundle:ClusterTrustBundleProjection configMap:ConfigMapProjection downwardAPI:DownwardAPIProjection podCertificate:PodCertificateProjection secret:SecretProjection serviceAccountToken:ServiceAccountTokenProjection
VolumeResourceRequirements limits:{quantity} requests:{quantity}
VolumeStatus image:ImageVolumeStatus
VsphereVirtualDiskVolumeSource fsType:string storagePolicyID:string storagePolicyName:string volumePath:string
WeightedPodAffinityTerm podAffinityTerm:PodAffinityTerm weight:int32
WindowsSecurityContextOptions gmsaCredentialSpec:string gmsaCredentialSpecName:string hostProcess:boolean runAsUserName:string
WorkloadPodGroupAllDisruptionMode
WorkloadPodGroupBasicSchedulingPolicy
WorkloadPodGroupDisruptionMode all:WorkloadPodGroupAllDisruptionMode single:WorkloadPodGroupSingleDisruptionMode
WorkloadPodGroupGangSchedulingPolicy minCount:int32
WorkloadPodGroupResourceClaim name:string resourceClaimName:string resourceClaimTemplateName:string
WorkloadPodGroupSchedulingConstraints topology:[TopologyConstraint]
WorkloadPodGroupSchedulingPolicy basic:WorkloadPodGroupBasicSchedulingPolicy gang:WorkloadPodGroupGangSchedulingPolicy
WorkloadPodGroupSingleDisruptionMode
`;
      ;
      function typeNamed(name) {
        return { type: "object", name };
      }
      function fieldTypesOf({ name }) {
        const known = fieldTypes.get(name) ?? readFields(name);
        fieldTypes.set(name, known);
        return known;
      }
      const fieldTypes = /* @__PURE__ */ new Map();
      function readFields(name) {
        const start = workloadTypes.indexOf(`
${name} `) + 1;
        const [, ...fields] = workloadTypes.slice(start, workloadTypes.indexOf("\n", start)).split(" ");
        return new Map(fields.map((field) => {
          const [key = "", holds = ""] = field.split(":");
          return [key, readType(holds)];
        }));
      }
      function readType(text) {
        if (text.startsWith("["))
          return { type: "list", of: readType(text.slice(1, -1)) };
        if (text.startsWith("{"))
          return { type: "map", of: readType(text.slice(1, -1)) };
        return scalars.get(text) ?? typeNamed(text);
      }
      const scalars = new Map(["boolean", "string", "int32", "int64", "intOrString", "quantity", "time", "any"].map((type) => [
        type,
        { type }
      ]));
      function contextFields(owner) {
        return fieldTypesOf(typeNamed(owner === "pod" ? "PodSecurityContext" : "SecurityContext"));
      }
      function isOnlyIn(owner, field) {
        return contextFields(owner).has(field) && !contextFields(owner === "pod" ? "containers" : "pod").has(field);
      }
      const podSpecFields = [
        "hostNetwork",
        "hostPID",
        "hostIPC",
        "hostUsers",
        "shareProcessNamespace"
      ];
      ;
      function findDecodingErrors(value, type, path) {
        const mismatches = [];
        const strays = [];
        const steps = [...path];
        compare(value, type);
        return { mismatches, strays };
        function compare(found, field) {
          if ((0, yaml.Ce)(found) && field.type === "object")
            compareFields(found, field);
          else if ((0, yaml.Ce)(found) && field.type === "map")
            for (const [key, member] of Object.entries(found))
              compareBelow(key, member, field.of);
          else if ((0, yaml.Lv)(found) && field.type === "list")
            for (const [index, item] of found.entries())
              compareBelow(index, item, field.of);
          else if (!fits(found, field))
            mismatches.push({ at: [...steps], value: found, field });
        }
        function compareFields(found, block2) {
          const fields = fieldTypesOf(block2);
          for (const [key, member] of Object.entries(found)) {
            const field = fields.get(key);
            if (field)
              compareBelow(key, member, field);
            else
              strays.push({ at: [...steps, key], value: member, block: block2 });
          }
        }
        function compareBelow(step, member, field) {
          steps.push(step);
          compare(member, field);
          steps.pop();
        }
      }
      function fits(value, { type }) {
        if (value === null)
          return true;
        switch (type) {
          case "boolean":
          case "string":
            return typeof value === type;
          case "int32":
            return isIntegerBelow(2 ** 31, value);
          case "int64":
            return isIntegerBelow(2 ** 63, value);
          case "intOrString":
            return typeof value === "string" || isIntegerBelow(2 ** 31, value);
          case "quantity":
            return typeof value === "number" || typeof value === "string" && quantity.test(value);
          case "time":
            return typeof value === "string" && time.test(value);
          default:
            return type === "any";
        }
      }
      function isIntegerBelow(limit, value) {
        return typeof value === "number" && Number.isInteger(value) && value < limit && value >= -limit;
      }
      const quantity = /^ *(?=[^ ])[-+]?\d*(\.\d*)?([numkMGTPE]|[KMGTPE]i|[eE][-+]?\d{1,18})? *$/;
      const time = new RegExp("^\\d{4}-(02-(0[1-9]|[12]\\d)|(0[469]|11)-(0[1-9]|[12]\\d|30)|(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01]))T([01]?\\d|2[0-3]):[0-5]\\d:[0-5]\\d([.,]\\d+)?(Z|[-+]([01]\\d|2[0-4]):([0-5]\\d|60))$");
      function canDecode(value, field) {
        return value !== null && findDecodingErrors(value, field, []).mismatches.length === 0;
      }
      function decodeSecurityContext(value) {
        return decode(value, typeNamed("SecurityContext")) ?? {};
      }
      function decodePodSecurityContext(value) {
        return decode(value, typeNamed("PodSecurityContext")) ?? {};
      }
      function decode(value, block2) {
        if (!(0, yaml.Ce)(value))
          return void 0;
        const decoded = {};
        for (const [key, field] of fieldTypesOf(block2)) {
          const member = decodeField(value[key], field);
          if (member !== void 0)
            decoded[key] = member;
        }
        return decoded;
      }
      function decodeField(value, field) {
        if (value === null || value === void 0)
          return void 0;
        if (field.type === "object")
          return decode(value, field);
        if (field.type === "list")
          return (0, yaml.Lv)(value) ? decodeItems(value, field.of) : void 0;
        return fits(value, field) ? value : void 0;
      }
      function decodeItems(items, field) {
        const decoded = items.map((item) => item === null ? zeroOf(field) : decodeField(item, field));
        return decoded.includes(void 0) ? void 0 : decoded;
      }
      function zeroOf({ type }) {
        return type === "string" ? "" : type === "int64" ? 0 : {};
      }
      function readBoolean(value) {
        return typeof value === "boolean" ? value : void 0;
      }
      function readString(value) {
        return typeof value === "string" ? value : void 0;
      }
      function listFields(value) {
        if (!(0, yaml.Lv)(value))
          return [];
        return value.flatMap((fields, index) => (0, yaml.Ce)(fields) ? [{ fields, index }] : []);
      }
      ;
      function parseImageUser(user) {
        const [name = ""] = user.split(":", 1);
        if (name === "")
          return { uid: 0, digits: "0" };
        if (!/^[+-]?\d+$/.test(name))
          return { name };
        const number = BigInt(name.replace("+", ""));
        return BigInt.asIntN(64, number) === number ? { uid: Number(number), digits: String(number) } : { name };
      }
      function findImageAnswer(images, image, platforms) {
        const known = image === null ? void 0 : images.get(image);
        if (!known)
          return void 0;
        const answers = platforms.map((platform) => known[platform] ?? { error: `nothing is known of it for ${platform}` });
        const failure = answers.find((answer) => "error" in answer);
        if (failure)
          return failure;
        const [first, ...others] = answers;
        const differs = others.some((other) => userOf(other) !== userOf(first));
        return differs ? { error: `its USER is not the same for ${platforms.join(" and ")}` } : first;
      }
      function userOf(answer) {
        return answer && "user" in answer ? answer.user : void 0;
      }
      function listPlatforms(spec) {
        const selector = (0, yaml.Ce)(spec.nodeSelector) ? spec.nodeSelector : {};
        const declared = readString((0, yaml.fK)(spec, ["os", "name"]));
        const terms = (0, yaml.fK)(spec, affinityTerms);
        const alternatives = (0, yaml.Lv)(terms) && terms.length > 0 ? terms : [null];
        const platforms = alternatives.flatMap((term) => {
          const systems = declared === void 0 ? listChoices(selector, term, "os", ["linux", "windows"]) : [declared];
          return systems.flatMap((os) => listChoices(selector, term, "arch", ["amd64", "arm64"]).map((arch) => `${os}/${arch}`));
        });
        return [...new Set(platforms)].sort();
      }
      const affinityTerms = [
        "affinity",
        "nodeAffinity",
        "requiredDuringSchedulingIgnoredDuringExecution",
        "nodeSelectorTerms"
      ];
      function listChoices(selector, term, label2, usual) {
        const keys = [`kubernetes.io/${label2}`, `beta.kubernetes.io/${label2}`];
        const selected = keys.map((key) => readString(selector[key])).find((value) => value !== void 0);
        if (selected !== void 0)
          return [selected];
        const expressions = (0, yaml.Ce)(term) && (0, yaml.Lv)(term.matchExpressions) ? term.matchExpressions.filter(yaml.Ce) : [];
        const valuesOf = (operator) => expressions.filter((expression) => keys.includes(readString(expression.key) ?? "") && expression.operator === operator).flatMap(({ values }) => (0, yaml.Lv)(values) ? values.filter((value) => typeof value === "string") : []);
        const allowed = valuesOf("In");
        const forbidden2 = valuesOf("NotIn");
        if (allowed.length > 0)
          return allowed.filter((value) => !forbidden2.includes(value));
        return usual.filter((value) => !forbidden2.includes(value)).slice(0, 1);
      }
      ;
      function readPodSettings({ securityContext, context: context2, spec, path }) {
        const inContext = (field) => setting(securityContext[field], "pod", [...context2, field]);
        const inSpec = (field) => setting(readBoolean(spec[field]), "pod", [...path, field]);
        return {
          shared: {
            runAsUser: inContext("runAsUser"),
            runAsGroup: inContext("runAsGroup"),
            runAsNonRoot: inContext("runAsNonRoot"),
            seLinuxOptions: inContext("seLinuxOptions"),
            seccompProfile: inContext("seccompProfile"),
            appArmorProfile: inContext("appArmorProfile"),
            windowsOptions: inContext("windowsOptions")
          },
          podWide: {
            fsGroup: inContext("fsGroup"),
            fsGroupChangePolicy: inContext("fsGroupChangePolicy"),
            supplementalGroups: inContext("supplementalGroups"),
            supplementalGroupsPolicy: inContext("supplementalGroupsPolicy"),
            sysctls: inContext("sysctls"),
            seLinuxChangePolicy: inContext("seLinuxChangePolicy"),
            hostNetwork: inSpec("hostNetwork"),
            hostPID: inSpec("hostPID"),
            hostIPC: inSpec("hostIPC"),
            hostUsers: inSpec("hostUsers"),
            shareProcessNamespace: inSpec("shareProcessNamespace")
          }
        };
      }
      function setting(value, origin, path) {
        return { value: value ?? void 0, origin: value === void 0 ? "default" : origin, path };
      }
      function computeEffectiveContext(declaration) {
        const { own, context: context2, podSettings } = declaration;
        const ownSetting = (field) => setting(own[field], "container", [...context2, field]);
        const inherit = (field) => own[field] === void 0 ? podSettings.shared[field] : ownSetting(field);
        return {
          ...withImageIds(inherit("runAsUser"), inherit("runAsGroup"), declaration),
          runAsNonRoot: inherit("runAsNonRoot"),
          seLinuxOptions: inherit("seLinuxOptions"),
          seccompProfile: inherit("seccompProfile"),
          appArmorProfile: readAnnotatedAppArmor(declaration) ?? inherit("appArmorProfile"),
          windowsOptions: mergeWindowsOptions(inherit("windowsOptions"), podSettings.shared.windowsOptions),
          privileged: ownSetting("privileged"),
          allowPrivilegeEscalation: ownSetting("allowPrivilegeEscalation"),
          capabilities: ownSetting("capabilities"),
          readOnlyRootFilesystem: ownSetting("readOnlyRootFilesystem"),
          procMount: ownSetting("procMount"),
          ...podSettings.podWide
        };
      }
      function withImageIds(runAsUser, runAsGroup, { image, imagePath: path }) {
        if (!image || runAsUser.origin !== "default")
          return { runAsUser, runAsGroup };
        const { uid, name } = parseImageUser(image.user);
        const isRoot = uid === 0 || name === "root";
        return {
          runAsUser: { value: uid, origin: "image", path },
          runAsGroup: isRoot && runAsGroup.origin === "default" ? { value: 0, origin: "image", path } : runAsGroup
        };
      }
      const appArmorAnnotation = "container.apparmor.security.beta.kubernetes.io/";
      function readAnnotatedAppArmor({ own, pod, name }) {
        const key = appArmorAnnotation + name;
        const profile2 = parseProfileAnnotation(pod.annotations[key]);
        if (own.appArmorProfile || !profile2)
          return void 0;
        return { value: profile2, origin: "annotation", path: [...pod.metadata, "annotations", key] };
      }
      function parseProfileAnnotation(value) {
        if (value === "runtime/default")
          return { type: "RuntimeDefault" };
        if (value === "unconfined")
          return { type: "Unconfined" };
        if (value?.startsWith("localhost/"))
          return { type: "Localhost", localhostProfile: value.slice("localhost/".length) };
        return void 0;
      }
      function mergeWindowsOptions(winner, { value: ofPod }) {
        const { value: own } = winner;
        if (!own || !ofPod || winner.origin !== "container")
          return winner;
        const ownCredentials = own.gmsaCredentialSpecName !== void 0 || own.gmsaCredentialSpec !== void 0;
        const { gmsaCredentialSpecName: _name, gmsaCredentialSpec: _spec, ...rest } = ofPod;
        return { ...winner, value: { ...ownCredentials ? rest : ofPod, ...own } };
      }
      function deriveContext(effective, image) {
        const uid = effective.runAsUser.value ?? (isNamedRoot(effective, image) ? 0 : null);
        const privileged = isOn(effective.privileged);
        return {
          userName: null,
          uid,
          gid: effective.runAsGroup.value ?? (uid === 0 && !isUnknown(effective.runAsGroup) ? 0 : null),
          capabilities: ifKnown(privileged, effective.capabilities, (lists = {}) => computeBoundingSet(lists, privileged === true)),
          noNewPrivileges: ifKnown(false, effective.allowPrivilegeEscalation, (value) => value === false),
          seccomp: ifKnown(privileged, effective.seccompProfile, (profile2) => privileged ? "Unconfined" : nameSeccompProfile(profile2)),
          privileged,
          readOnlyRoot: isOn(effective.readOnlyRootFilesystem)
        };
      }
      function isOn(setting2) {
        return isUnknown(setting2) ? null : setting2.value === true;
      }
      function ifKnown(privileged, setting2, derive) {
        if (privileged === null || isUnknown(setting2) && !privileged)
          return null;
        return derive(setting2.value);
      }
      function deriveWindowsContext({ windowsOptions }, image) {
        const { name = null } = parseImageUser(image?.user ?? "");
        return {
          userName: isUnknown(windowsOptions) ? null : windowsOptions.value?.runAsUserName ?? name,
          uid: null,
          gid: null,
          capabilities: null,
          noNewPrivileges: null,
          seccomp: null,
          privileged: null,
          readOnlyRoot: null
        };
      }
      function nameSeccompProfile({ type, localhostProfile = "" } = {}) {
        if (type === "Localhost")
          return `Localhost/${localhostProfile}`;
        return type === "RuntimeDefault" ? type : "Unconfined";
      }
      function isUnknown({ placeholder: placeholder2 }) {
        return placeholder2 !== void 0;
      }
      function isDeclared({ origin }) {
        return origin !== "default" && origin !== "image";
      }
      function isNamedRoot({ runAsUser }, image) {
        return runAsUser.origin === "image" && parseImageUser(image?.user ?? "").name === "root";
      }
      ;
      const label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
      const registryName = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
      const repositoryName = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
      const tagName = /^\w[\w.-]{0,127}$/;
      const digestForms = { sha256: /^[a-f0-9]{64}$/, sha512: /^[a-f0-9]{128}$/ };
      function parseReference(text) {
        const [name = "", digest] = splitOnce(text, "@");
        if (/^[a-f0-9]{64}$/.test(text))
          return { error: "64 hexadecimal digits are not a name" };
        if (digest !== void 0 && !isDigest(digest))
          return { error: `"${digest}" is not a digest` };
        const colon = name.lastIndexOf(":");
        const hasTag = colon > name.lastIndexOf("/");
        const tag = hasTag ? name.slice(colon + 1) : "latest";
        if (!tagName.test(tag))
          return { error: `"${tag}" is not a tag` };
        const { registry, repository } = splitRegistry(hasTag ? name.slice(0, colon) : name);
        if (!registryName.test(registry))
          return { error: `"${registry}" is not a registry` };
        if (repository !== repository.toLowerCase())
          return { error: "a repository's name must be in lower case" };
        if (!repositoryName.test(repository) || repository.length > 255)
          return { error: `"${repository}" is not a repository` };
        return { registry, repository, tag, digest };
      }
      function withoutTag(text) {
        const [name = ""] = text.split("@", 1);
        const colon = name.lastIndexOf(":");
        return colon > name.lastIndexOf("/") ? name.slice(0, colon) : name;
      }
      function completeName(text) {
        const { registry, repository } = splitRegistry(withoutTag(text));
        return `${registry}/${repository}`;
      }
      function isDigest(text) {
        const [algorithm = "", hex = ""] = splitOnce(text, ":");
        return Object.hasOwn(digestForms, algorithm) && digestForms[algorithm]?.test(hex) === true;
      }
      function splitRegistry(name) {
        const slash = name.indexOf("/");
        const first = name.slice(0, Math.max(0, slash));
        const isRegistry = slash > 0 && (/[.:[]/.test(first) || first === "localhost" || first !== first.toLowerCase());
        const registry = isRegistry ? first : "docker.io";
        const repository = isRegistry ? name.slice(slash + 1) : name;
        if (registry !== "docker.io" && registry !== "index.docker.io")
          return { registry, repository };
        return { registry: "docker.io", repository: repository.includes("/") ? repository : `library/${repository}` };
      }
      function splitOnce(text, separator) {
        const index = text.indexOf(separator);
        return index === -1 ? [text, void 0] : [text.slice(0, index), text.slice(index + separator.length)];
      }
      ;
      function findKnownImage(image) {
        return image === null ? void 0 : knownImages.get(completeName(image));
      }
      function describe(name, facts) {
        return { name, user: "", writablePaths: [], fileCapabilities: [], rootCapabilities: [], ...facts };
      }
      const stepsDown = ["CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"];
      const bindsLowPorts = ["NET_BIND_SERVICE"];
      const nginx = "github.com/nginx/docker-nginx";
      const library = (name) => `github.com/docker-library/${name}`;
      const rows = [
        describe("docker.io/library/nginx", {
          writablePaths: ["/var/cache/nginx", "/var/run"],
          rootCapabilities: ["CHOWN", "SETGID", "SETUID", ...bindsLowPorts],
          source: nginx
        }),
        describe("docker.io/nginxinc/nginx-unprivileged", { user: "101", source: `${nginx}-unprivileged` }),
        describe("docker.io/bitnami/nginx", {
          user: "1001",
          writablePaths: ["/opt/bitnami/nginx/tmp"],
          source: "github.com/bitnami/containers"
        }),
        describe("docker.io/library/httpd", {
          writablePaths: ["/usr/local/apache2/logs"],
          rootCapabilities: ["SETGID", "SETUID", ...bindsLowPorts],
          source: library("httpd")
        }),
        describe("docker.io/library/caddy", {
          fileCapabilities: bindsLowPorts,
          source: "github.com/caddyserver/caddy-docker"
        }),
        describe("docker.io/library/traefik", {
          rootCapabilities: bindsLowPorts,
          source: "github.com/traefik/traefik-library-image"
        }),
        describe("docker.io/library/postgres", {
          writablePaths: ["/var/run/postgresql"],
          rootCapabilities: stepsDown,
          source: library("postgres")
        }),
        describe("docker.io/library/mysql", {
          writablePaths: ["/var/run/mysqld"],
          rootCapabilities: stepsDown,
          source: library("mysql")
        }),
        describe("docker.io/library/mariadb", {
          writablePaths: ["/run/mysqld"],
          rootCapabilities: stepsDown,
          source: "github.com/MariaDB/mariadb-docker"
        }),
        describe("docker.io/library/mongo", { rootCapabilities: stepsDown, source: library("mongo") }),
        describe("docker.io/library/redis", { rootCapabilities: stepsDown, source: library("redis") }),
        describe("docker.io/library/rabbitmq", {
          writablePaths: ["/var/log/rabbitmq"],
          rootCapabilities: stepsDown,
          source: library("rabbitmq")
        }),
        describe("docker.io/library/memcached", { user: "memcache", source: library("memcached") }),
        ...["docker.io/coredns/coredns", "registry.k8s.io/coredns/coredns"].map((name) => describe(name, {
          user: "65532:65532",
          fileCapabilities: bindsLowPorts,
          source: "github.com/coredns/coredns"
        })),
        describe("registry.k8s.io/ingress-nginx/controller", {
          user: "www-data",
          fileCapabilities: bindsLowPorts,
          source: "github.com/kubernetes/ingress-nginx"
        }),
        describe("registry.k8s.io/ingress-nginx/controller-chroot", {
          user: "www-data",
          fileCapabilities: [...bindsLowPorts, "SYS_CHROOT"],
          source: "github.com/kubernetes/ingress-nginx"
        }),
        describe("registry.k8s.io/kube-apiserver", {
          fileCapabilities: bindsLowPorts,
          source: "github.com/kubernetes/kubernetes"
        }),
        ...["vault", "boundary"].map((name) => describe(`docker.io/hashicorp/${name}`, {
          fileCapabilities: ["IPC_LOCK"],
          rootCapabilities: [...stepsDown, "SETFCAP"],
          source: `github.com/hashicorp/${name}`
        })),
        ...["alpine", "busybox", "debian", "golang", "node", "php", "python", "ruby", "ubuntu"].map((name) => describe(`docker.io/library/${name}`, { source: `github.com/docker-library/official-images, library/${name}` }))
      ];
      const knownImages = new Map(rows.map((row) => [row.name, row]));
      var kubernetes = __webpack_require__(7471);
      ;
      function findStartRefusal(pod, container2) {
        if (container2.effective.runAsNonRoot.value === true) {
          const refusal = pod.runsOn === "windows" ? refuseWindowsUser(pod, container2) : refuseUser(container2);
          if (refusal)
            return refusal;
        }
        return pod.runsOn === "windows" ? void 0 : refuseSeccompProfile(container2);
      }
      function refuseUser({ effective: { runAsUser }, imageConfig, path }) {
        if (isDeclared(runAsUser)) {
          const text2 = "container's runAsUser breaks non-root policy";
          return runAsUser.value === 0 ? { cause: "declared root", text: text2, at: runAsUser.path, origin: runAsUser.origin } : void 0;
        }
        if (!imageConfig)
          return void 0;
        const place = { at: [...path, "image"], origin: "image" };
        const { uid, name, digits } = parseImageUser(imageConfig.user);
        if (name !== void 0) {
          const text2 = `container has runAsNonRoot and image has non-numeric user (${name}), cannot verify user is non-root`;
          return { cause: "image name", text: text2, ...place };
        }
        if (uid === 0)
          return { cause: "image root", text: "container has runAsNonRoot and image will run as root", ...place };
        if (uid > 0 && uid <= kubernetes.Cn)
          return void 0;
        const range = `must be between 0 and ${kubernetes.Cn}, inclusive`;
        const text = `container has runAsNonRoot and image has an invalid user id (${digits}). (Must be 1-(${kubernetes.Cn})): ${range}`;
        return { cause: "image id", text, ...place };
      }
      function refuseWindowsUser(pod, { effective: { windowsOptions }, securityContext, context: context2, imageConfig, path }) {
        const refuse = (field, user) => `container's ${field} (${user}) which will be regarded as root identity and will break non-root policy`;
        if (isUnknown(windowsOptions))
          return void 0;
        const declared = windowsOptions.value?.runAsUserName;
        if (declared !== void 0) {
          if (!isAdministrator(declared))
            return void 0;
          const isOwn = securityContext.windowsOptions?.runAsUserName !== void 0;
          const at = [...isOwn ? context2 : pod.context, "windowsOptions", "runAsUserName"];
          return {
            cause: "declared administrator",
            text: refuse("runAsUserName", declared),
            at,
            origin: isOwn ? "container" : "pod"
          };
        }
        const { name } = parseImageUser(imageConfig?.user ?? "");
        if (name === void 0 || !isAdministrator(name))
          return void 0;
        return { cause: "image administrator", text: refuse("runAsUser", name), at: [...path, "image"], origin: "image" };
      }
      function isAdministrator(name) {
        return /^ContainerAdministrator$/iu.test(name);
      }
      function refuseSeccompProfile({ effective: { seccompProfile } }) {
        const { value, path, origin } = seccompProfile;
        if (value?.type !== "Localhost" || value.localhostProfile !== "")
          return void 0;
        const text = "localhostProfile must be set if seccompProfile type is Localhost.";
        return { cause: "seccomp profile", text, at: [...path, "localhostProfile"], origin };
      }
      function findAdmissionRefusal({ containers: containers2, runsOn }) {
        if (runsOn === "windows")
          return void 0;
        for (const { effective } of containers2) {
          const { value, path, origin } = effective.appArmorProfile;
          const { type, localhostProfile = "" } = value ?? {};
          if (type !== "Localhost" || origin !== "annotation" || localhostProfile.trim() !== "")
            continue;
          const text = `Cannot enforce AppArmor: invalid empty AppArmor profile name: "&AppArmorProfile{Type:Localhost,LocalhostProfile:*${localhostProfile},}"`;
          return { cause: "AppArmor profile", text, at: path, origin };
        }
        return void 0;
      }
      ;
      function findObjects(value, path = [], inherited) {
        if (!(0, yaml.Ce)(value))
          return [];
        const apiVersion = readString(value.apiVersion) ?? inherited?.apiVersion ?? "";
        const kind = readString(value.kind) ?? inherited?.kind ?? "";
        if (kind.endsWith("List") && (0, yaml.Lv)(value.items)) {
          const item = kind === "List" ? void 0 : { apiVersion, kind: kind.slice(0, -"List".length) };
          return value.items.flatMap((each, index) => findObjects(each, [...path, "items", index], item));
        }
        const object = { path, apiVersion, kind, fields: value };
        const isTyped = apiVersion !== "" && kind !== "";
        return isTyped || isPlainlyWorkload(object) ? [object] : [];
      }
      function findOwner(objects, path) {
        return objects.find((object) => (0, yaml.w1)(path, object.path)) ?? objects[0];
      }
      function identifyWorkload({ apiVersion, kind, fields }) {
        const metadata = (0, yaml.Ce)(fields.metadata) ? fields.metadata : {};
        const name = readString(metadata.name) ?? readString(metadata.generateName) ?? "";
        return { apiVersion, kind, namespace: readString(metadata.namespace) ?? null, name };
      }
      ;
      const placeholder = /(?<!\$)\$(?:\{#?[A-Za-z_][^{}]*\}|\([A-Za-z_][\w.-]*\)|[A-Za-z_])/;
      const withDefault = /(?<!\$)\$\{[A-Za-z_]\w*:?[-=]([^${}]*)\}/g;
      function isPlaceholder(value) {
        return typeof value === "string" && value.includes("$") && placeholder.test(value);
      }
      function isPlaceholderKey(key) {
        return isPlaceholder(key) && /\$[{(]/.test(key);
      }
      function readDefault(text) {
        if (text.length > longest)
          return void 0;
        let whole = text;
        for (let before = ""; before !== whole; ) {
          before = whole;
          whole = before.replace(withDefault, (_, value) => value);
        }
        return isPlaceholder(whole) ? void 0 : whole;
      }
      const longest = 1e3;
      function readDefaultLike(like, text) {
        const fallback = readDefault(text);
        if (fallback === void 0 || typeof like === "string")
          return fallback === "" ? null : fallback;
        const value = (0, yaml.Rg)(fallback);
        return value === null || typeof value === typeof like ? value : void 0;
      }
      ;
      const podSecurityLabels = "pod-security.kubernetes.io";
      const prefix = `${podSecurityLabels}/`;
      const labelLevels = kubernetes.yr.filter((level) => level !== "hardened");
      const labelModes = ["enforce", "audit", "warn"];
      function mayDemand(text) {
        return text.includes(podSecurityLabels) || (0, yaml.V$)(text);
      }
      function findNamespaces(document, { placeholders }) {
        const objects = findObjects(document.value).filter(({ apiVersion, kind }) => apiVersion === "v1" && kind === "Namespace");
        return objects.map((object) => {
          const labels = (0, yaml.fK)(object.fields, ["metadata", "labels"]);
          const texts = Object.entries((0, yaml.Ce)(labels) ? labels : {}).filter(([, value]) => typeof value === "string");
          const filled = texts.map(([key, text]) => {
            const isOpen = placeholders && key.startsWith(prefix) && isPlaceholder(text);
            return { key, text, value: isOpen ? readDefault(text) : text };
          });
          const path = [...object.path, "metadata", "labels"];
          return {
            document,
            workload: identifyWorkload(object),
            object: object.path,
            labels: Object.fromEntries(filled.flatMap(({ key, value }) => value === void 0 ? [] : [[key, value]])),
            unknown: filled.flatMap(({ key, text, value }) => value === void 0 ? [{ path: [...path, key], text, at: [...path, key] }] : [])
          };
        });
      }
      function validateLabels({ labels, object }) {
        const refuse = (name, value, detail) => ({
          at: [...object, "metadata", "labels", prefix + name],
          text: `metadata.labels[${prefix}${name}]: Invalid value: ${JSON.stringify(value)}: ${detail}`
        });
        return labelModes.flatMap((mode) => {
          const level = labels[prefix + mode];
          const version = labels[`${prefix}${mode}-version`];
          const isBadLevel = level !== void 0 && parseLevel(level) === void 0;
          const isBadVersion = version !== void 0 && !isVersion(version);
          return [
            ...isBadLevel ? [refuse(mode, level, `must be one of ${labelLevels.join(", ")}`)] : [],
            ...isBadVersion ? [refuse(`${mode}-version`, version, 'must be "latest" or "v1.x"')] : []
          ];
        });
      }
      function readDemand({ labels, object }) {
        const enforce = parseLevel(labels[`${prefix}enforce`]);
        const warn = parseLevel(labels[`${prefix}warn`]) ?? enforce;
        const audit = parseLevel(labels[`${prefix}audit`]);
        const first = labelModes.find((mode) => parseLevel(labels[prefix + mode]) !== void 0);
        if (!first)
          return void 0;
        const version = labels[`${prefix}${first}-version`];
        return {
          levels: { ...enforce && { enforce }, ...warn && { warn }, ...audit && { audit } },
          version: version !== void 0 && isVersion(version) && (0, kubernetes.ot)(version) || kubernetes.qD,
          at: [...object, "metadata", "labels", prefix + first]
        };
      }
      function parseLevel(label2) {
        return labelLevels.find((level) => level === label2);
      }
      function isVersion(label2) {
        return /^(latest|v1\.(0|[1-9]\d*))$/.test(label2);
      }
      ;
      function findContainer({ path: start, containers: containers2 }, path) {
        if (!(0, yaml.w1)(path, start))
          return void 0;
        const [list2, index] = path.slice(start.length);
        return containers2.find(({ path: own }) => {
          if (own.length === start.length)
            return true;
          return own[start.length + 1] === index && own[start.length] === list2;
        });
      }
      var patterns = __webpack_require__(212);
      ;
      function findPodPlaces(object, custom) {
        const builtIn = findBuiltIn(object);
        if (builtIn && wasEverServed(builtIn))
          return [{ ...builtIn.place, builtIn }];
        const configured = custom.filter(({ apiVersion, kind }) => kind === object.kind && (0, patterns.MT)(apiVersion, object.apiVersion));
        if (configured.length > 0) {
          return configured.flatMap(({ path, holds }) => findPaths(object.fields, path).map(holds === "podSpec" ? podAt : templateAt));
        }
        if (builtIn)
          return [{ ...builtIn.place, builtIn }];
        const group = parseGroup(object.apiVersion);
        if (group === "")
          return [];
        if (isDefinition(group, object.kind))
          return findGenerated(object.fields).flatMap((path) => findPlacesByShape((0, yaml.fK)(object.fields, path) ?? null).map((place) => below(path, place)));
        const templates2 = (findTemplates(group, object.kind, object.fields) ?? []).map(templateAt);
        return [...templates2, ...findPlacesByShape(object.fields, templates2)];
      }
      function findPlacesByShape(value, known = []) {
        const { specs, contexts } = findShapes(value, known.map(({ spec }) => spec));
        return [
          ...specs.map((spec) => ({ spec, metadata: [...spec.slice(0, -1), "metadata"], isWhole: false })),
          ...contexts.map((context2) => ({ context: context2 }))
        ];
      }
      function below(path, place) {
        if ("context" in place)
          return { context: [...path, ...place.context] };
        return { ...place, spec: [...path, ...place.spec], metadata: [...path, ...place.metadata] };
      }
      const containerLists = [
        { list: "initContainers", type: "init" },
        { list: "containers", type: "app" },
        { list: "ephemeralContainers", type: "ephemeral" }
      ];
      function mayHoldWorkload(text) {
        return (workloadMarker.test(text) || (0, yaml.V$)(text)) && !isDefinitionText(text);
      }
      const workloadMarker = new RegExp(`ontainers|ecurityContext|olumes\\b|host(?:Network|PID|IPC|Path|Port)|pod-security\\.kubernetes\\.io|\\b(${builtInKinds.map(({ name }) => name).join("|")})\\b|List\\b`);
      function isDefinitionText(text) {
        const lines = (0, yaml.vp)(text) ?? [];
        const isEach = (key, value) => {
          const own = lines.filter((line) => line.startsWith(`${key}:`));
          return own.length > 0 && own.every((line) => value.test(line.slice(key.length + 1)));
        };
        return isEach("kind", /^ *(["']?)CustomResourceDefinition\1 *(?: #.*)?\r?$/) && isEach("apiVersion", /^ *(["']?)apiextensions\.k8s\.io\/[\w.-]+\1 *(?: #.*)?\r?$/);
      }
      function findShapeDefects(document, { placeholders }) {
        const defects = findObjects(document.value).flatMap((object) => {
          const builtIn = findBuiltIn(object);
          return builtIn ? findShapeDefect(object, builtIn.place.spec) : [];
        });
        return placeholders ? defects.filter(({ at }) => !isPlaceholder((0, yaml.fK)(document.value, at))) : defects;
      }
      function findShapeDefect({ fields, path, kind }, spec) {
        const defect = (at, wanted) => ({
          at: [...path, ...at],
          message: `${(0, yaml.jV)([...path, ...at])} must be ${wanted}: this ${kind} can't be evaluated. Write ${wanted} there.`
        });
        for (const depth of spec.keys()) {
          const above = spec.slice(0, depth + 1);
          const value = (0, yaml.fK)(fields, above) ?? null;
          if (value === null)
            return [];
          if (!(0, yaml.Ce)(value))
            return [defect(above, "a mapping")];
        }
        return containerLists.flatMap(({ list: list2 }) => {
          const value = (0, yaml.fK)(fields, [...spec, list2]) ?? null;
          if (value === null)
            return [];
          if (!(0, yaml.Lv)(value))
            return [defect([...spec, list2], "a list")];
          const index = value.findIndex((item) => !(0, yaml.Ce)(item));
          return index === -1 ? [] : [defect([...spec, list2, index], "a mapping")];
        });
      }
      ;
      const scalar = (harmless, harmful) => ({ harmless, harmful });
      const list = (items, harmless, harmful) => ({ items, harmless, harmful });
      const block = (fields, { harmless, harmful }) => ({ fields, harmless, harmful });
      const off = scalar(null, true);
      const id2 = scalar(null, 0);
      const profile = (harmless) => block({
        type: scalar(({ localhostProfile }) => localhostProfile ? "Localhost" : "RuntimeDefault", "Unconfined"),
        localhostProfile: scalar("unknown", "unknown")
      }, { harmless, harmful: { type: "Unconfined" } });
      const shared = {
        runAsUser: id2,
        runAsGroup: id2,
        runAsNonRoot: scalar(true, false),
        seLinuxOptions: block({
          user: scalar(null, "unknown"),
          role: scalar(null, "unknown"),
          type: scalar(null, "unknown"),
          level: scalar(null, "")
        }, { harmless: null, harmful: { type: "unknown" } }),
        seccompProfile: profile({ type: "RuntimeDefault" }),
        appArmorProfile: profile(null),
        windowsOptions: block({
          gmsaCredentialSpecName: scalar(null, ""),
          gmsaCredentialSpec: scalar(null, ""),
          runAsUserName: scalar(null, ""),
          hostProcess: off
        }, { harmless: null, harmful: { hostProcess: true } })
      };
      const podOnly = {
        fsGroup: id2,
        fsGroupChangePolicy: scalar(null, ""),
        supplementalGroups: list(scalar(1, 0), null, [0]),
        supplementalGroupsPolicy: scalar(null, ""),
        sysctls: list(block({ name: scalar("kernel.shm_rmid_forced", "kernel.msgmax"), value: scalar("1", "1") }, {
          harmless: { name: "kernel.shm_rmid_forced", value: "1" },
          harmful: { name: "kernel.msgmax", value: "1" }
        }), null, [{ name: "kernel.msgmax", value: "1" }]),
        seLinuxChangePolicy: scalar(null, "")
      };
      const containerOnly = {
        privileged: off,
        allowPrivilegeEscalation: scalar(false, true),
        capabilities: block({
          add: list(scalar("NET_BIND_SERVICE", "ALL"), null, ["ALL"]),
          drop: list(scalar("ALL", "NET_RAW"), ["ALL"], null)
        }, { harmless: { drop: ["ALL"] }, harmful: { add: ["ALL"] } }),
        readOnlyRootFilesystem: scalar(true, false),
        procMount: scalar(null, "Unmasked")
      };
      function compose(fields, assumption) {
        const values = Object.entries(fields).map(([key, { [assumption]: value }]) => [key, value]);
        return Object.fromEntries(values.filter(([, value]) => value !== null && typeof value !== "function"));
      }
      const context = (fields) => block(fields, { harmless: compose(fields, "harmless"), harmful: compose(fields, "harmful") });
      const podContext = context({ ...shared, ...podOnly });
      const containerContext = context({ ...shared, ...containerOnly });
      const judgedContext = context({ ...shared, ...podOnly, ...containerOnly });
      const host = block({ host: scalar(null, "unknown") }, { harmless: null, harmful: { host: "unknown" } });
      const handler = block({ httpGet: host, tcpSocket: host }, { harmless: null, harmful: { tcpSocket: { host: "unknown" } } });
      const port = block({ hostPort: scalar(null, 1) }, { harmless: {}, harmful: { hostPort: 1 } });
      const volume = {
        each: { judges: (key) => key !== "name", field: scalar(null, {}) },
        harmless: {},
        harmful: { hostPath: { path: "/" } }
      };
      const containerFields = {
        securityContext: containerContext,
        ports: list(port, null, [{ hostPort: 1 }]),
        livenessProbe: handler,
        readinessProbe: handler,
        startupProbe: handler,
        lifecycle: block({ postStart: handler, preStop: handler }, { harmless: null, harmful: { postStart: { tcpSocket: { host: "unknown" } } } })
      };
      const container = block(containerFields, {
        harmless: compose(containerFields, "harmless"),
        harmful: compose(containerFields, "harmful")
      });
      const containers = list(container, [], [container.harmful]);
      const specFields = {
        hostNetwork: off,
        hostPID: off,
        hostIPC: off,
        hostUsers: scalar(false, true),
        shareProcessNamespace: off,
        os: block({ name: scalar("linux", "windows") }, { harmless: null, harmful: { name: "windows" } }),
        securityContext: podContext,
        initContainers: containers,
        containers,
        ephemeralContainers: containers,
        volumes: list(volume, [], [volume.harmful])
      };
      const judgedSpec = block(specFields, {
        harmless: { containers: [] },
        harmful: { containers: [container.harmful] }
      });
      const judgedAnnotations = {
        each: {
          judges: (key) => /^(container\.)?(apparmor|seccomp)\.security\./.test(key),
          field: scalar("runtime/default", "unconfined")
        },
        harmless: null,
        harmful: { [`${appArmorAnnotation}unknown`]: "unconfined" }
      };
      ;
      function fillInPod(object, place, assumption) {
        const parts = "context" in place ? [{ path: place.context, field: judgedContext }] : [
          { path: place.spec, field: judgedSpec },
          { path: [...place.metadata, "annotations"], field: judgedAnnotations }
        ];
        let { fields } = object;
        const answers = parts.map(({ path, field }) => {
          const open = findOpenBlock(object.fields, path) ?? path;
          const value = (0, yaml.fK)(object.fields, open);
          if (value === void 0)
            return { unknown: [], isWritten: true };
          const { filled, ...answer } = fillIn(value, field, [...object.path, ...open], assumption);
          fields = replaceAt(fields, isPlaceholder(value) ? path : open, filled);
          return answer;
        });
        return {
          filled: { ...object, fields },
          unknown: answers.flatMap(({ unknown }) => unknown),
          isWritten: answers.every(({ isWritten }) => isWritten)
        };
      }
      function findOpenBlock(fields, path) {
        const length = path.findIndex((_, depth) => isPlaceholder((0, yaml.fK)(fields, path.slice(0, depth + 1))));
        return length === -1 ? void 0 : path.slice(0, length + 1);
      }
      function replaceAt(value, [step, ...rest], replacement) {
        if (step === void 0)
          return replacement;
        const member = replaceAt((0, yaml.C5)(value, step), rest, replacement);
        if (typeof step === "number")
          return (0, yaml.Lv)(value) ? value.toSpliced(step, 1, member) : [member];
        return { ...(0, yaml.Ce)(value) ? value : {}, [step]: member };
      }
      function fillIn(value, field, path, assumption) {
        const unknown = [];
        let isWritten = true;
        const filled = fill(value, field, path, {});
        return { filled, unknown, isWritten };
        function fill(written, judged, at, block2) {
          const { items, fields, each } = judged;
          if (isPlaceholder(written))
            return take(written, judged, at, block2);
          if ((0, yaml.Lv)(written) && items)
            return written.map((item, index) => fill(item, items, [...at, index], {}));
          return (0, yaml.Ce)(written) && (fields || each) ? fillFields(written, judged, at) : written;
        }
        function fillFields(written, { fields = {}, each }, at) {
          const judgedAs = (key) => Object.hasOwn(fields, key) ? fields[key] : each?.judges(key) ? each.field : void 0;
          const whole = Object.entries(written).filter(([key]) => !isPlaceholderKey(key));
          const filled2 = Object.fromEntries(whole.map(([key, member]) => {
            const judged = judgedAs(key);
            return [key, judged ? fill(member, judged, [...at, key], written) : member];
          }));
          const open = Object.keys(written).find(isPlaceholderKey);
          return open === void 0 ? filled2 : { ...assumeRest(fields, filled2, open, at), ...filled2 };
        }
        function assumeRest(fields, block2, open, at) {
          isWritten = false;
          const rest = Object.entries(fields).filter(([key]) => !Object.hasOwn(block2, key));
          unknown.push(...rest.map(([key]) => ({ path: [...at, key], text: open, at: [...at, open] })));
          return Object.fromEntries(rest.map(([key, judged]) => [key, assume(judged, block2)]));
        }
        function take(text, judged, at, block2) {
          isWritten = false;
          const fallback = readDefaultLike(judged.harmful, text);
          if (fallback === void 0)
            unknown.push({ path: at, text, at });
          const counts = fallback !== void 0 && (assumption === "likely" || assumption === "worst");
          return counts ? fallback : assume(judged, block2);
        }
        function assume({ harmless, harmful }, block2) {
          if (assumption === "worst" || assumption === "harmful")
            return harmful;
          return typeof harmless === "function" ? harmless(block2) : harmless;
        }
      }
      function markUnknown(effective, pod, { context: context2 }) {
        if (pod.unknown.length === 0)
          return effective;
        const settings = Object.entries(effective).map(([field, setting2]) => {
          const own = contextFields("containers").has(field) ? markAs(pod, "container", [...context2, field]) : void 0;
          if (own || setting2.origin === "container")
            return [field, own ?? setting2];
          const isAnnotation = setting2.origin === "annotation";
          const path = isAnnotation ? setting2.path : podPath(pod, field);
          return [field, (path && markAs(pod, isAnnotation ? "annotation" : "pod", path)) ?? setting2];
        });
        return Object.fromEntries(settings);
      }
      function markAs({ document, unknown }, origin, path) {
        const found = findUnknown(unknown, path);
        return found && { value: void 0, origin, path, placeholder: (0, yaml.fK)(document.value, path) ?? found.text };
      }
      function podPath({ context: context2, path }, field) {
        if (podSpecFields.includes(field))
          return [...path, field];
        return contextFields("pod").has(field) ? [...context2, field] : void 0;
      }
      function findUnknown(unknown, place) {
        return unknown.find(({ path }) => (0, yaml.w1)(path, place) || (0, yaml.w1)(place, path));
      }
      ;
      function findPods(document, { workloads, images, placeholders }) {
        const { text, range } = document;
        const mayBeOpen = placeholders && text.slice(range.start, range.end).includes("$");
        return findObjects(document.value).flatMap((object) => findPodPlaces(object, workloads).flatMap((place) => {
          const source = { document, object, images, unknown: [] };
          return (mayBeOpen ? readOpenPod(source, place) : readPlace(source, place)) ?? [];
        }));
      }
      function readOpenPod(source, place) {
        const read = (assumption) => {
          const { filled, unknown, isWritten } = fillInPod(source.object, place, assumption);
          const pod = readPlace({ ...source, object: filled, unknown }, place);
          return pod && { isWritten, pod: { ...pod, decoding: withoutPlaceholders(pod.decoding) } };
        };
        const likely = read("likely");
        if (!likely || likely.isWritten)
          return likely?.pod;
        const [worst, harmless, harmful] = ["worst", "harmless", "harmful"].map((other) => read(other)?.pod);
        return worst && harmless && harmful ? { ...likely.pod, assumed: { worst, harmless, harmful } } : likely.pod;
      }
      function withoutPlaceholders({ mismatches, strays }) {
        return {
          mismatches: mismatches.filter(({ value }) => !isPlaceholder(value)),
          strays: strays.filter(({ at }) => !isPlaceholderKey(at.at(-1)))
        };
      }
      function readPlace(source, place) {
        return "context" in place ? readContext(source, place) : readPod(source, place);
      }
      function countContainers({ value }, { workloads }) {
        const places = findObjects(value).flatMap((object) => findPodPlaces(object, workloads).flatMap((place) => {
          if ("context" in place)
            return 1;
          return containerLists.map(({ list: list2 }) => {
            const containers2 = (0, yaml.fK)(object.fields, [...place.spec, list2]);
            return (0, yaml.Lv)(containers2) ? containers2.length : 0;
          });
        }));
        return places.reduce((sum, count) => sum + count, 0);
      }
      function readPod({ document, object, images, unknown }, place) {
        const written = (0, yaml.fK)(object.fields, place.spec);
        if (!(0, yaml.Ce)(written) && !place.builtIn)
          return void 0;
        const spec = (0, yaml.Ce)(written) ? written : {};
        const isMisshapen = (written ?? null) !== null && !(0, yaml.Ce)(written);
        const described = describePod(document, object, spec, place.builtIn);
        const path = [...object.path, ...place.spec];
        const pod = {
          ...described,
          metadata: [...object.path, ...place.metadata],
          path,
          context: [...path, "securityContext"],
          annotations: readAnnotations((0, yaml.fK)(object.fields, [...place.metadata, "annotations"])),
          securityContext: decodePodSecurityContext(spec.securityContext),
          unknown,
          decoding: findErrorsAround(object, place),
          isFragment: !place.isWhole || isMisshapen || isPatch(described.workload, object.fields, spec),
          isPodSpec: place.isWhole
        };
        return { ...pod, containers: readContainers(pod, images) };
      }
      function readContainers(pod, images) {
        const shared2 = shareSettings(pod, images);
        return containerLists.flatMap(({ list: list2, type }) => listFields(pod.spec[list2]).map(({ fields, index }) => {
          const at = [...pod.path, list2, index];
          return readContainer(shared2, { spec: fields, path: at, context: [...at, "securityContext"], type });
        }));
      }
      function withSpec(pod, spec) {
        const { containers: _before, ...rest } = pod;
        const changed = {
          ...rest,
          ...describeSpec(spec),
          securityContext: decodePodSecurityContext(spec.securityContext),
          decoding: findDecodingErrors(spec, typeNamed("PodSpec"), pod.path)
        };
        return { ...changed, containers: readContainers(changed, /* @__PURE__ */ new Map()) };
      }
      function readContext({ document, object, images, unknown }, place) {
        const context2 = [...object.path, ...place.context];
        const declared = (0, yaml.fK)(object.fields, place.context) ?? null;
        const pod = {
          ...describePod(document, object, {}, void 0),
          metadata: [...object.path, "metadata"],
          path: context2.slice(0, -1),
          context: context2,
          annotations: {},
          securityContext: pickPodOnly(decodePodSecurityContext(declared)),
          unknown,
          decoding: noErrors,
          isFragment: true,
          isPodSpec: false
        };
        const name = readString((0, yaml.fK)(document.value, [...pod.path, "name"])) ?? nameBlockAround(place.context);
        const ports = (0, yaml.fK)(document.value, [...pod.path, "ports"]);
        const spec = { name, securityContext: declared, ...ports !== void 0 && { ports } };
        return {
          ...pod,
          containers: [readContainer(shareSettings(pod, images), { spec, path: pod.path, context: context2, type: "app" })]
        };
      }
      function describePod(document, object, spec, builtIn) {
        const written = identifyWorkload(object);
        return {
          document,
          workload: { ...written, kind: builtIn?.kind?.name ?? written.kind },
          object: object.path,
          builtIn,
          ...describeSpec(spec)
        };
      }
      function describeSpec(spec) {
        return {
          spec,
          hostNetwork: spec.hostNetwork === true,
          hostPID: spec.hostPID === true,
          hostIPC: spec.hostIPC === true,
          hostUsers: readBoolean(spec.hostUsers),
          os: readString((0, yaml.fK)(spec, ["os", "name"])),
          runsOn: findSystem(spec)
        };
      }
      function findErrorsAround(object, place) {
        const kind = place.builtIn?.kind;
        if (kind)
          return findDecodingErrors(object.fields, typeNamed(kind.name), object.path);
        if (!place.isWhole)
          return noErrors;
        const parts = [
          { name: "ObjectMeta", path: place.metadata },
          { name: "PodSpec", path: place.spec }
        ].map(({ name, path }) => findDecodingErrors((0, yaml.fK)(object.fields, path) ?? null, typeNamed(name), [...object.path, ...path]));
        return {
          mismatches: parts.flatMap(({ mismatches }) => mismatches),
          strays: parts.flatMap(({ strays }) => strays)
        };
      }
      const noErrors = { mismatches: [], strays: [] };
      function findSystem(spec) {
        const platforms = listPlatforms(spec);
        const isWindows = platforms.length > 0 && platforms.every((platform) => platform.startsWith("windows/"));
        return isWindows ? "windows" : "linux";
      }
      function pickPodOnly(context2) {
        return Object.fromEntries(Object.entries(context2).filter(([field]) => isOnlyIn("pod", field)));
      }
      function nameBlockAround(context2) {
        return String(context2.slice(0, -1).findLast((step) => typeof step === "string") ?? "");
      }
      function isPatch({ kind }, fields, spec) {
        if (fields.$patch === "delete")
          return true;
        const isWhole = kind === "Pod" ? !("$patch" in fields) : (0, yaml.fK)(fields, ["spec", "selector"]) !== void 0;
        if (isWhole)
          return false;
        const containers2 = containerLists.flatMap(({ list: list2 }) => listFields(spec[list2]));
        return containers2.every(({ fields: container2 }) => container2.image === void 0);
      }
      function shareSettings(pod, images) {
        return { pod, settings: readPodSettings(pod), images, platforms: images.size > 0 ? listPlatforms(pod.spec) : [] };
      }
      function readContainer({ pod, settings, images, platforms }, block2) {
        const { spec, path, context: context2, type } = block2;
        const name = readString(spec.name) ?? "";
        const securityContext = decodeSecurityContext(spec.securityContext);
        const image = readString(spec.image) ?? null;
        const answer = findImageAnswer(images, image, platforms);
        const imageConfig = !answer || "error" in answer ? null : answer;
        const linuxConfig = platforms.some((platform) => platform.startsWith("windows/")) ? null : imageConfig;
        const known = computeEffectiveContext({
          name,
          own: securityContext,
          context: context2,
          pod,
          podSettings: settings,
          image: linuxConfig,
          imagePath: [...path, "image"]
        });
        const effective = markUnknown(known, pod, block2);
        return {
          runsOn: pod.runsOn,
          type: type === "init" && spec.restartPolicy === "Always" ? "sidecar" : type,
          name,
          image,
          path,
          context: context2,
          spec,
          securityContext,
          imageConfig,
          effective,
          derived: pod.runsOn === "windows" ? deriveWindowsContext(effective, imageConfig) : deriveContext(effective, linuxConfig)
        };
      }
      function readAnnotations(value) {
        const entries = (0, yaml.Ce)(value) ? Object.entries(value) : [];
        return Object.fromEntries(entries.flatMap(([key, text]) => typeof text === "string" || text === null ? [[key, text ?? ""]] : []));
      }
      ;
      function saysObject(text) {
        return apiVersionKey.test(text) && kindKey.test(text) || (0, yaml.V$)(text) && /apiVersion|kind/.test(text);
      }
      function looksLikeWorkload(text) {
        return podKey.test(text) || workloadKind.test(text) || (0, yaml.V$)(text);
      }
      function isKustomization(file) {
        return /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(file);
      }
      function keyPattern(names) {
        return `(?:^\\ufeff?(?:[ \\t]*-[ \\t])*[ \\t]*|[{,]\\s*)(?:[&!]\\S{0,100}[ \\t]+){0,2}["']?(?:${names})["']?[ \\t]*:`;
      }
      const word = `(?:[ \\t]+|(?<=["'][ \\t]*:))(?:[&!]\\S{0,100}[ \\t]+){0,2}["']?(?:[-+.\\w$*@|>~]|\\{\\{)`;
      const wordBelow = `[ \\t]*\\r?\\n[ \\t]+["']?[\\w./-]+["']?[ \\t]*\\r?$`;
      const apiVersionKey = new RegExp(`${keyPattern("apiVersion")}(?:${word}|${wordBelow})`, "m");
      const kindKey = new RegExp(`${keyPattern("kind")}(?:${word}|${wordBelow})`, "m");
      const podKey = new RegExp(keyPattern("containers|initContainers|ephemeralContainers|securityContext"), "m");
      const workloadKind = new RegExp(`${keyPattern("kind")}[ \\t]*["']?(?:Pod|PodTemplate|Deployment|[A-Za-z]*Set|[A-Za-z]*Job|ReplicationController)\\b`, "m");
      ;
      const featureGates = [
        { field: "seccompProfile", since: 19 },
        { field: "appArmorProfile", since: 30 },
        { field: "hostUsers", since: 33 },
        { field: "procMount", since: 33 },
        { field: "supplementalGroupsPolicy", since: 33 },
        { field: "seLinuxChangePolicy", since: 33 }
      ];
      function dropDisabledFields(pod, minor) {
        const dropped = new Set(featureGates.filter(({ since }) => minor < since).map(({ field }) => field));
        if (dropped.size === 0)
          return pod;
        const withoutDropped = (context2) => Object.fromEntries(Object.entries(context2).filter(([field]) => !dropped.has(field)));
        return {
          ...pod,
          hostUsers: dropped.has("hostUsers") ? void 0 : pod.hostUsers,
          securityContext: withoutDropped(pod.securityContext),
          containers: pod.containers.map((container2) => ({
            ...container2,
            securityContext: withoutDropped(container2.securityContext)
          }))
        };
      }
      function applyDefaults(pod) {
        if (pod.workload.kind !== "Pod")
          return pod;
        return {
          ...pod,
          containers: pod.containers.map((container2) => copyAppArmor(pod, pod.hostNetwork ? defaultHostPorts(container2) : container2))
        };
      }
      function defaultHostPorts(container2) {
        const { spec, type } = container2;
        if (!(0, yaml.Lv)(spec.ports) || type === "ephemeral")
          return container2;
        return { ...container2, spec: { ...spec, ports: spec.ports.map(defaultHostPort) } };
      }
      function defaultHostPort(port2) {
        if (!(0, yaml.Ce)(port2) || port2.hostPort)
          return port2;
        return { ...port2, hostPort: port2.containerPort ?? 0 };
      }
      function copyAppArmor(pod, container2) {
        const profile2 = parseProfileAnnotation(pod.annotations[appArmorAnnotation + container2.name]);
        if (pod.os === "windows" || !profile2 || container2.securityContext.appArmorProfile)
          return container2;
        if (profile2.localhostProfile !== void 0 && !isProfileName(profile2.localhostProfile))
          return container2;
        const inherited = pod.securityContext.appArmorProfile;
        if (inherited?.type === profile2.type && inherited?.localhostProfile === profile2.localhostProfile)
          return container2;
        return { ...container2, securityContext: { ...container2.securityContext, appArmorProfile: profile2 } };
      }
      function isProfileName(name) {
        return name !== "" && name.trim() === name && name.length <= 4095;
      }
      ;
      function findUnknownFields(pod) {
        const strays = pod.decoding.strays.filter(({ at }) => !isDirective(pod, at));
        const unknown = strays.map((stray) => describeStray(pod, stray));
        if (pod.builtIn?.kind)
          return unknown;
        return [...findContextsAbove(pod), ...unknown.filter(({ at, intended }) => intended || isInContext(pod, at))];
      }
      function isDirective({ isFragment }, at) {
        return isFragment && String(at.at(-1)).startsWith("$");
      }
      function isInContext({ context: context2, containers: containers2 }, at) {
        return (0, yaml.w1)(at, context2) || containers2.some((container2) => (0, yaml.w1)(at, container2.context));
      }
      function describeStray(pod, { at, value, block: block2 }) {
        const name = String(at.at(-1));
        const known = [...fieldTypesOf(block2).keys()];
        switch (block2.name) {
          case "PodSecurityContext":
            return { at, name, value, intended: intendInContext(name, known, "pod") };
          case "SecurityContext":
            return { at, name, value, intended: intendInContext(name, known, "containers") };
          case "PodSpec":
            return { at, name, value, intended: intendInSpec(name, known) };
          case "Container":
          case "EphemeralContainer":
            return { at, name, value, intended: intendForPod(name) ?? intendInSpec(name, known) };
          default:
            return { at, name, value, intended: intendElsewhere(pod, at, name, known) };
        }
      }
      function intendInContext(name, known, owner) {
        const other = owner === "pod" ? "containers" : "pod";
        if (isOnlyIn(other, name))
          return { place: other, name };
        if (podSpecFields.includes(name))
          return { place: "pod spec", name };
        const here = intendHere(name, known);
        if (here)
          return here;
        const there = findSimilarName(name, [...contextFields(other).keys()].filter((field) => isOnlyIn(other, field)));
        return there === void 0 ? void 0 : { place: other, name: there };
      }
      function intendElsewhere(pod, at, name, known) {
        if (isInContext(pod, at) && isOfContext(name))
          return { place: "context around", name };
        return (0, yaml.w1)(at, pod.path) ? intendHere(name, known) : intendAbove(name, known);
      }
      function isOfContext(name) {
        return contextFields("pod").has(name) || contextFields("containers").has(name);
      }
      function intendInSpec(name, known) {
        return isOfContext(name) ? { place: "context", name } : intendHere(name, known);
      }
      function intendAbove(name, known) {
        if (isContextName(name))
          return { place: "pod spec", name: "securityContext" };
        return intendForPod(name) ?? intendInSpec(name, known);
      }
      function intendForPod(name) {
        return fieldTypesOf(typeNamed("PodSpec")).has(name) ? { place: "pod spec", name } : void 0;
      }
      function intendHere(name, known) {
        const here = findSimilarName(name, known);
        return here === void 0 ? void 0 : { place: "here", name: here };
      }
      function isContextName(name) {
        return name.toLowerCase() === "securitycontext";
      }
      function findContextsAbove({ document, object, path }) {
        const above = path.slice(object.length).map((_, index) => path.slice(0, object.length + index));
        return [...above, ...above.map((at) => [...at, "metadata"])].flatMap((at) => {
          const block2 = (0, yaml.fK)(document.value, at);
          const names = (0, yaml.Ce)(block2) ? Object.keys(block2).filter(isContextName) : [];
          return names.map((name) => ({
            at: [...at, name],
            name,
            value: (0, yaml.fK)(block2, [name]) ?? null,
            intended: intendAbove(name, [])
          }));
        });
      }
      function hasTypeOf(name, value) {
        const field = contextFields("containers").get(name) ?? contextFields("pod").get(name) ?? fieldTypesOf(typeNamed("PodSpec")).get(name);
        return !field || canDecode(value, field);
      }
      ;
      function formatField({ object }, path) {
        return (0, yaml.jV)(path.slice(object.length));
      }
      function invalid(pod, at, value, detail, field = formatField(pod, at)) {
        return { at, field, kind: "Invalid value", text: `${field}: Invalid value: ${JSON.stringify(value)}: ${detail}` };
      }
      function forbidden(pod, at, detail, field = formatField(pod, at)) {
        return { at, field, kind: "Forbidden", text: `${field}: Forbidden: ${detail}` };
      }
      function required(pod, at, detail = "") {
        const field = formatField(pod, at);
        return { at, field, kind: "Required value", text: `${field}: Required value${detail && `: ${detail}`}` };
      }
      function unsupported(pod, at, value, supported) {
        const field = formatField(pod, at);
        const values = supported.map((each) => JSON.stringify(each)).join(", ");
        const text = `${field}: Unsupported value: ${JSON.stringify(value)}: supported values: ${values}`;
        return { at, field, kind: "Unsupported value", text };
      }
      function duplicate(pod, at, value, field = formatField(pod, at)) {
        return { at, field, kind: "Duplicate value", text: `${field}: Duplicate value: ${JSON.stringify(value)}` };
      }
      ;
      const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
      const subdomainDetail = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
      function validateWindowsOptions(pod, at, options) {
        if (!options)
          return [];
        const { gmsaCredentialSpecName: name, gmsaCredentialSpec: spec, runAsUserName } = options;
        return [
          ...(name === void 0 ? [] : validateSpecName(name)).map((detail) => invalid(pod, [...at, "gmsaCredentialSpecName"], name, detail)),
          ...(spec === void 0 ? [] : validateSpec(spec)).map((detail) => invalid(pod, [...at, "gmsaCredentialSpec"], spec, detail)),
          ...(runAsUserName === void 0 ? [] : validateUserName(runAsUserName)).map((detail) => invalid(pod, [...at, "runAsUserName"], runAsUserName, detail))
        ];
      }
      function validateSpecName(name) {
        const isLong = name.length > 253 ? ["must be no more than 253 characters"] : [];
        return subdomain.test(name) ? isLong : [...isLong, subdomainDetail];
      }
      function validateSpec(spec) {
        if (spec === "")
          return ["gmsaCredentialSpec cannot be an empty string"];
        return new TextEncoder().encode(spec).length > 64 * 1024 ? ["gmsaCredentialSpec size must be under 64 KiB"] : [];
      }
      function validateUserName(name) {
        if (name === "")
          return ["runAsUserName cannot be an empty string"];
        if (new RegExp("\\p{Cc}", "u").test(name))
          return ["runAsUserName cannot contain control characters"];
        const parts = name.split("\\");
        if (parts.length > 2)
          return ["runAsUserName cannot contain more than one backslash"];
        const user = parts.at(-1) ?? "";
        return [...parts.length === 2 ? validateDomain(parts[0] ?? "") : [], ...validateAccount(user)];
      }
      const netBios = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
      const dnsName = /^[a-zA-Z0-9_-]+(\.[a-zA-Z0-9_-]+)*$/;
      function validateDomain(domain) {
        if (domain.length >= 256)
          return ["runAsUserName's Domain length must be under 256 characters"];
        return netBios.test(domain) || dnsName.test(domain) ? [] : ["runAsUserName's Domain doesn't match the NetBios nor the DNS format"];
      }
      function validateAccount(user) {
        if (user === "")
          return ["runAsUserName's User cannot be empty"];
        if (user.length > 104)
          return ["runAsUserName's User length must not be longer than 104 characters"];
        if (/^[. ]+$/.test(user))
          return ["runAsUserName's User cannot contain only periods or spaces"];
        if (/["/\\:;|=,+*?<>@[\]]/.test(user))
          return [`runAsUserName's User cannot contain the following characters: "/\\:;|=,+*?<>@[]`];
        return [];
      }
      ;
      const profileTypes = ["Localhost", "RuntimeDefault", "Unconfined"];
      function validatePodSecurityContext(pod) {
        const context2 = pod.securityContext;
        const at = pod.context;
        return [
          ...validateShared(pod, context2, at),
          ...validateId(pod, [...at, "fsGroup"], context2.fsGroup),
          ...(context2.supplementalGroups ?? []).flatMap((group, index) => validateId(pod, [...at, "supplementalGroups", index], group)),
          ...validateWord(pod, [...at, "fsGroupChangePolicy"], context2.fsGroupChangePolicy, ["Always", "OnRootMismatch"]),
          ...validateWord(pod, [...at, "supplementalGroupsPolicy"], context2.supplementalGroupsPolicy, ["Merge", "Strict"]),
          ...validateWord(pod, [...at, "seLinuxChangePolicy"], context2.seLinuxChangePolicy, ["MountOption", "Recursive"])
        ];
      }
      function validateSecurityContext(pod, { securityContext: context2, context: at }) {
        const errors = [
          ...validateShared(pod, context2, at),
          ...validateWord(pod, [...at, "procMount"], context2.procMount, ["Default", "Unmasked"])
        ];
        if (context2.procMount === "Unmasked" && pod.hostUsers !== false) {
          errors.push(invalid(pod, [...at, "procMount"], context2.procMount, "`hostUsers` must be false to use `Unmasked`"));
        }
        if (context2.allowPrivilegeEscalation !== false)
          return errors;
        if (context2.privileged) {
          errors.push(invalid(pod, at, context2, "cannot set `allowPrivilegeEscalation` to false and `privileged` to true"));
        }
        if (context2.capabilities?.add?.includes("CAP_SYS_ADMIN")) {
          errors.push(invalid(pod, at, context2, "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN"));
        }
        return errors;
      }
      function validateShared(pod, context2, at) {
        return [
          ...validateId(pod, [...at, "runAsUser"], context2.runAsUser),
          ...validateId(pod, [...at, "runAsGroup"], context2.runAsGroup),
          ...validateSeccomp(pod, [...at, "seccompProfile"], context2.seccompProfile),
          ...validateAppArmor(pod, [...at, "appArmorProfile"], context2.appArmorProfile),
          ...validateWindowsOptions(pod, [...at, "windowsOptions"], context2.windowsOptions)
        ];
      }
      function validateId(pod, at, id3) {
        if (id3 === void 0 || id3 >= 0 && id3 <= kubernetes.Cn)
          return [];
        return [invalid(pod, at, id3, `must be between 0 and ${kubernetes.Cn}, inclusive`)];
      }
      function validateWord(pod, at, word2, supported) {
        return word2 === void 0 || supported.includes(word2) ? [] : [unsupported(pod, at, word2, supported)];
      }
      function validateSeccomp(pod, at, profile2) {
        if (!profile2)
          return [];
        const { type = "", localhostProfile } = profile2;
        const errors = validateProfileType(pod, at, type, "type is required when seccompProfile is set");
        const place = [...at, "localhostProfile"];
        if (type !== "Localhost") {
          const isAlone = localhostProfile !== void 0;
          return isAlone ? [...errors, invalid(pod, place, localhostProfile, "can only be set when seccomp type is Localhost")] : errors;
        }
        if (localhostProfile === void 0)
          return [...errors, required(pod, place, "must be set when seccomp type is Localhost")];
        return [
          ...errors,
          ...validateDescendingPath(localhostProfile).map((detail) => invalid(pod, place, localhostProfile, detail))
        ];
      }
      function validateAppArmor(pod, at, profile2) {
        if (!profile2)
          return [];
        const { type = "", localhostProfile } = profile2;
        const place = [...at, "localhostProfile"];
        const missing = required(pod, place, "must be set when AppArmor type is Localhost");
        if (type !== "Localhost") {
          const errors = validateProfileType(pod, at, type, "type is required when appArmorProfile is set");
          const isAlone = errors.length === 0 && localhostProfile !== void 0;
          return isAlone ? [invalid(pod, place, localhostProfile, "can only be set when AppArmor type is Localhost")] : errors;
        }
        if (localhostProfile === void 0)
          return [missing];
        if (localhostProfile.trim() !== localhostProfile)
          return [invalid(pod, place, localhostProfile, "must not be padded with whitespace")];
        if (localhostProfile === "")
          return [missing];
        if (localhostProfile.length <= 4095)
          return [];
        return [{ ...missing, text: `${missing.field}: Too long: may not be more than 4095 bytes` }];
      }
      function validateProfileType(pod, at, type, missing) {
        if (type === "")
          return [required(pod, [...at, "type"], missing)];
        return validateWord(pod, [...at, "type"], type, profileTypes);
      }
      function validateDescendingPath(path) {
        const isAbsolute = path.startsWith("/") ? ["must be a relative path"] : [];
        return path.split("/").includes("..") ? [...isAbsolute, "must not contain '..'"] : isAbsolute;
      }
      ;
      const seccompPodAnnotation = "seccomp.security.alpha.kubernetes.io/pod";
      const seccompContainerAnnotation = "container.seccomp.security.alpha.kubernetes.io/";
      function validateAnnotations(pod) {
        const written = Object.entries(pod.annotations);
        if (written.length === 0)
          return [];
        const names = new Set(pod.containers.map(({ name }) => name));
        return [
          ...written.flatMap(([key, value]) => key.startsWith(appArmorAnnotation) ? validateAppArmorValue(pod, names, key, value) : []),
          ...written.flatMap(([key, value]) => isSeccompAnnotation(key) ? validateSeccompValue(pod, key, value) : []),
          ...pod.containers.flatMap((container2) => matchAppArmor(pod, container2)),
          ...matchSeccomp(pod, pod.annotations[seccompPodAnnotation], pod),
          ...pod.containers.flatMap((container2) => matchSeccomp(pod, pod.annotations[seccompContainerAnnotation + container2.name], container2))
        ];
      }
      function isSeccompAnnotation(key) {
        return key === seccompPodAnnotation || key.startsWith(seccompContainerAnnotation);
      }
      function locateAnnotation(pod, key) {
        return [...pod.metadata, "annotations", key];
      }
      function formatAnnotations(pod) {
        const owner = pod.workload.kind === "Pod" ? pod.metadata : pod.metadata.slice(0, -1);
        return formatField(pod, [...owner, "annotations"]);
      }
      function validateAppArmorValue(pod, names, key, value) {
        const field = `${formatAnnotations(pod)}[${key}]`;
        const name = key.slice(appArmorAnnotation.length);
        const at = locateAnnotation(pod, key);
        const isValid = value === "" || parseProfileAnnotation(value) !== void 0;
        return [
          ...names.has(name) ? [] : [invalid(pod, at, name, "container not found", field)],
          ...isValid ? [] : [invalid(pod, at, value, `invalid AppArmor profile name: "${value}"`, field)]
        ];
      }
      function validateSeccompValue(pod, key, value) {
        const field = (0, yaml.jV)([formatAnnotations(pod), key]);
        const isWord = ["runtime/default", "docker/default", "unconfined"].includes(value);
        const details = value.startsWith("localhost/") ? validateDescendingPath(value.slice("localhost/".length)) : isWord ? [] : ["must be a valid seccomp profile"];
        return details.map((detail) => invalid(pod, locateAnnotation(pod, key), value, detail, field));
      }
      function matchAppArmor(pod, { name, securityContext, context: context2 }) {
        const value = pod.annotations[appArmorAnnotation + name];
        const isCopied = pod.workload.kind === "Pod" && parseProfileAnnotation(value) !== void 0;
        const profile2 = securityContext.appArmorProfile ?? (isCopied ? void 0 : pod.securityContext.appArmorProfile);
        if (pod.os === "windows" || value === void 0 || !profile2)
          return [];
        const at = [...context2, "appArmorProfile"];
        return matchProfile(pod, at, profile2, value, "apparmor", {
          RuntimeDefault: ["runtime/default"],
          Unconfined: ["unconfined"]
        });
      }
      function matchSeccomp(pod, value, owner) {
        const profile2 = owner.securityContext.seccompProfile;
        if (value === void 0 || !profile2)
          return [];
        const at = [...owner.context, "seccompProfile"];
        return matchProfile(pod, at, profile2, value, "seccomp", {
          RuntimeDefault: ["runtime/default", "docker/default"],
          Unconfined: ["unconfined"]
        });
      }
      function matchProfile(pod, at, { type = "", localhostProfile }, value, what, words) {
        const differs = forbidden(pod, [...at, "type"], `${what} type in annotation and field must match`);
        if (type !== "Localhost")
          return words[type]?.includes(value) === false ? [differs] : [];
        if (!value.startsWith("localhost/"))
          return [differs];
        if (value.slice("localhost/".length) === localhostProfile)
          return [];
        return [forbidden(pod, [...at, "localhostProfile"], `${what} profile in annotation and field must match`)];
      }
      ;
      function validateOperatingSystem(pod) {
        const { os } = pod.spec;
        if (!(0, yaml.Ce)(os))
          return [];
        const name = pod.os ?? "";
        if (name === "")
          return [required(pod, [...pod.path, "os", "name"])];
        if (name === "windows")
          return validateForWindows(pod);
        if (name === "linux")
          return validateForLinux(pod);
        return [unsupported(pod, [...pod.path, "os"], name, ["linux", "windows"])];
      }
      const linuxOnPod = [
        "appArmorProfile",
        "seLinuxOptions",
        "seccompProfile",
        "fsGroup",
        "fsGroupChangePolicy",
        "sysctls",
        "runAsUser",
        "runAsGroup",
        "supplementalGroups",
        "supplementalGroupsPolicy",
        "seLinuxChangePolicy"
      ];
      const linuxInContainer = [
        "appArmorProfile",
        "seLinuxOptions",
        "seccompProfile",
        "capabilities",
        "readOnlyRootFilesystem",
        "privileged",
        "allowPrivilegeEscalation",
        "procMount",
        "runAsUser",
        "runAsGroup"
      ];
      const linuxInSpec = ["hostUsers", "hostPID", "hostIPC", "shareProcessNamespace"];
      function findLinuxSetting(pod, path) {
        const isIn = (block3, fields) => (0, yaml.w1)(path, block3) && fields.includes(String(path[block3.length]));
        const [block2] = [
          ...pod.containers.filter(({ context: context2 }) => isIn(context2, linuxInContainer)).map(({ context: context2 }) => context2),
          ...isIn(pod.context, linuxOnPod) ? [pod.context] : [],
          ...isIn(pod.path, linuxInSpec) ? [pod.path] : []
        ];
        return block2 && path.slice(0, block2.length + 1);
      }
      function validateForWindows(pod) {
        const inSpec = [
          ...pod.hostUsers === void 0 ? [] : ["hostUsers"],
          ...pod.hostPID ? ["hostPID"] : [],
          ...pod.hostIPC ? ["hostIPC"] : [],
          ...typeof pod.spec.shareProcessNamespace === "boolean" ? ["shareProcessNamespace"] : []
        ];
        const { securityContext } = pod;
        const onPod = linuxOnPod.filter((field) => securityContext[field] !== void 0 && !(field === "sysctls" && securityContext.sysctls?.length === 0));
        const places = [
          ...inSpec.map((field) => [...pod.path, field]),
          ...onPod.map((field) => [...pod.context, field]),
          ...pod.containers.flatMap(({ context: context2, securityContext: securityContext2 }) => linuxInContainer.filter((field) => securityContext2[field] !== void 0).map((field) => [...context2, field]))
        ];
        return places.map((at) => forbidden(pod, at, "cannot be set for a windows pod"));
      }
      function validateForLinux(pod) {
        const setting2 = [pod, ...pod.containers].filter(({ securityContext }) => securityContext.windowsOptions);
        return setting2.map(({ context: context2 }) => forbidden(pod, [...context2, "windowsOptions"], "windows options cannot be set for a linux pod"));
      }
      ;
      const namePattern = /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/;
      const nameDetail = "must have at most 253 characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$";
      function validateSysctls(pod) {
        const seen = /* @__PURE__ */ new Set();
        return (pod.securityContext.sysctls ?? []).flatMap((sysctl, index) => {
          const value = sysctl.name ?? "";
          const at = [...pod.context, "sysctls", index, "name"];
          const errors = [];
          if (value === "")
            errors.push(required(pod, at));
          else if (value.length > 253 || !namePattern.test(value))
            errors.push(invalid(pod, at, value, nameDetail));
          else if (seen.has(value))
            errors.push(duplicate(pod, at, value));
          seen.add(value);
          const dotted = normalizeSysctl(value);
          if (pod.hostNetwork && dotted.startsWith("net."))
            errors.push(invalid(pod, at, value, "may not be specified when 'hostNetwork' is true"));
          if (pod.hostIPC && isIpcSysctl(dotted))
            errors.push(invalid(pod, at, value, "may not be specified when 'hostIPC' is true"));
          return errors;
        });
      }
      const ipcSysctls = /* @__PURE__ */ new Set([
        "kernel.sem",
        "kernel.shmall",
        "kernel.shmmax",
        "kernel.shmmni",
        "kernel.shm_rmid_forced",
        "kernel.msgmax",
        "kernel.msgmnb",
        "kernel.msgmni",
        "kernel.shm",
        "kernel.msg"
      ]);
      function isIpcSysctl(sysctl) {
        return ipcSysctls.has(sysctl) || sysctl.startsWith("fs.mqueue.");
      }
      function normalizeSysctl(sysctl) {
        const first = /[./]/.exec(sysctl)?.[0];
        return first === "/" ? sysctl.replace(/[./]/g, (separator) => separator === "/" ? "." : "/") : sysctl;
      }
      ;
      function validateHostNamespaces(pod, minor) {
        const errors = [];
        if (pod.hostPID && pod.spec.shareProcessNamespace === true) {
          errors.push(invalid(pod, [...pod.path, "shareProcessNamespace"], true, "ShareProcessNamespace and HostPID cannot both be enabled"));
        }
        if (pod.hostUsers === false)
          errors.push(...validateBesideHostUsers(pod, minor));
        return [...errors, ...validatePorts(pod)];
      }
      function validateBesideHostUsers(pod, minor) {
        const detail = "when `hostUsers` is false";
        const namespaces = [
          { field: "hostNetwork", printed: "hostNetwork" },
          { field: "hostPID", printed: "HostPID" },
          { field: "hostIPC", printed: "HostIPC" }
        ];
        const shared2 = namespaces.filter(({ field }) => pod[field]);
        const devices = minor < 34 ? [] : pod.containers.filter(({ spec }) => listFields(spec.volumeDevices).length > 0);
        return [
          ...shared2.map(({ field, printed }) => forbidden(pod, [...pod.path, field], detail, formatField(pod, [...pod.path, printed]))),
          ...devices.map(({ path }) => forbidden(pod, [...path, "volumeDevices"], detail))
        ];
      }
      function validatePorts(pod) {
        const regular = pod.containers.filter(({ type }) => type === "app");
        const others = pod.containers.filter(({ type }) => type === "init" || type === "sidecar");
        return [
          ...pod.hostNetwork ? regular.flatMap((container2) => findMismatches(pod, container2)) : [],
          ...findConflicts(pod, regular),
          ...others.flatMap((container2) => findConflicts(pod, [container2]))
        ];
      }
      function readScalar(value) {
        return typeof value === "object" ? void 0 : value;
      }
      function listPorts(pod, container2) {
        return listFields(container2.spec.ports).map(({ fields, index }) => {
          const isDefaulted = pod.workload.kind === "Pod" && pod.hostNetwork && !fields.hostPort;
          const written = isDefaulted ? fields.containerPort : fields.hostPort;
          const hostPort = typeof written === "object" ? 0 : Number(written) || 0;
          const key = `${readScalar(fields.protocol) ?? "TCP"}/${readScalar(fields.hostIP) ?? ""}/${hostPort}`;
          return {
            at: [...container2.path, "ports", index, "hostPort"],
            container: container2,
            hostPort,
            containerPort: fields.containerPort,
            key
          };
        });
      }
      function findMismatches(pod, container2) {
        const wrong = listPorts(pod, container2).filter(({ hostPort, containerPort }) => hostPort !== 0 && hostPort !== containerPort);
        return wrong.map(({ at, hostPort }) => invalid(pod, at, hostPort, "must match `containerPort` when `hostNetwork` is true"));
      }
      function findConflicts(pod, containers2) {
        const taken = /* @__PURE__ */ new Set();
        return containers2.flatMap((container2) => listPorts(pod, container2).flatMap(({ at, hostPort, key }) => {
          if (hostPort === 0)
            return [];
          if (!taken.has(key)) {
            taken.add(key);
            return [];
          }
          return [duplicate(pod, at, key, formatField(pod, printedPath(at, container2)))];
        }));
      }
      function printedPath(at, { path, type }) {
        return type === "app" ? at : [...path.slice(0, -1), 0, ...at.slice(path.length)];
      }
      function validateHostProcess(pod) {
        const onPod = pod.securityContext.windowsOptions?.hostProcess;
        const errors = [];
        for (const { securityContext, context: context2 } of pod.containers) {
          const own = securityContext.windowsOptions?.hostProcess;
          if (onPod === void 0 || own === void 0 || onPod === own)
            continue;
          const at = [...context2, "windowsOptions", "hostProcess"];
          errors.push(invalid(pod, at, own, `pod hostProcess value must be identical if both are specified, was ${onPod}`));
        }
        const count = pod.containers.filter(({ securityContext }) => securityContext.windowsOptions?.hostProcess ?? onPod).length;
        if (count === 0)
          return errors;
        if (count < pod.containers.length) {
          const detail = "If pod contains any hostProcess containers then all containers must be HostProcess containers";
          errors.push(invalid(pod, pod.path, "", detail));
        }
        if (!pod.hostNetwork) {
          const detail = "hostNetwork must be true if pod contains any hostProcess containers";
          errors.push(invalid(pod, [...pod.path, "hostNetwork"], false, detail));
        }
        return errors;
      }
      ;
      const modes = ["Bidirectional", "HostToContainer", "None"];
      function validateMounts(pod, { spec, path, securityContext }) {
        return listFields(spec.volumeMounts).flatMap(({ fields, index }) => {
          const mode = readString(fields.mountPropagation);
          const at = [...path, "volumeMounts", index, "mountPropagation"];
          if (mode === void 0)
            return [];
          if (!modes.includes(mode))
            return [unsupported(pod, at, mode, modes)];
          return mode === "Bidirectional" && !securityContext.privileged ? [forbidden(pod, at, "Bidirectional mount propagation is available only to privileged containers")] : [];
        });
      }
      ;
      function validate(pod, minor) {
        if (!pod.assumed)
          return validateFilled(pod, minor);
        const { harmless, harmful } = pod.assumed;
        const fields = new Set(validateFilled(harmful, minor).map(({ kind, field }) => `${kind}: ${field}`));
        return validateFilled(harmless, minor).filter(({ kind, field }) => fields.has(`${kind}: ${field}`));
      }
      function validateFilled(declared, minor) {
        const pod = dropDisabledFields(declared, minor);
        return [
          ...validateContainers(pod),
          ...validatePodSecurityContext(pod),
          ...validateSysctls(pod),
          ...pod.containers.flatMap((container2) => validateSecurityContext(pod, container2)),
          ...pod.containers.flatMap((container2) => validateMounts(pod, container2)),
          ...validateHostNamespaces(pod, minor),
          ...validateHostProcess(pod),
          ...validateOperatingSystem(pod),
          ...validateAnnotations(pod)
        ];
      }
      function validateContainers(pod) {
        const { path, containers: containers2 } = pod;
        const ordered = [
          ...containers2.filter(({ type }) => type === "app"),
          ...containers2.filter(({ type }) => type !== "app")
        ];
        const seen = /* @__PURE__ */ new Set();
        const duplicates = ordered.filter(({ name }) => {
          const isSecond = name !== "" && seen.has(name);
          seen.add(name);
          return isSecond;
        });
        return [
          ...lacksContainers(pod) ? [required(pod, [...path, "containers"])] : [],
          ...validateEphemeralContainers(pod),
          ...duplicates.map((container2) => duplicate(pod, [...container2.path, "name"], container2.name))
        ];
      }
      function lacksContainers({ spec, builtIn, isFragment }) {
        if ((0, yaml.Lv)(spec.containers))
          return spec.containers.length === 0;
        return spec.containers === null || spec.containers === void 0 && builtIn?.kind !== void 0 && !isFragment;
      }
      function validateEphemeralContainers(pod) {
        if (listFields(pod.spec.ephemeralContainers).length === 0)
          return [];
        const detail = pod.workload.kind === "Pod" ? "cannot be set on create" : "ephemeral containers not allowed in pod template";
        return [forbidden(pod, [...pod.path, "ephemeralContainers"], detail)];
      }
      ;
    })
  ),
  /***/
  7471: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        Cn: () => (
          /* binding */
          largestId
        ),
        /* harmony export */
        ht: () => (
          /* binding */
          describeUnknownRelease
        ),
        /* harmony export */
        nI: () => (
          /* binding */
          modes
        ),
        /* harmony export */
        ot: () => (
          /* binding */
          parseVersion
        ),
        /* harmony export */
        qD: () => (
          /* binding */
          latestVersion
        ),
        /* harmony export */
        yr: () => (
          /* binding */
          levels
        )
        /* harmony export */
      });
      const levels = ["privileged", "baseline", "restricted", "hardened"];
      const modes = ["enforce", "warn", "audit"];
      const newestMinor = 37;
      const latestVersion = { name: "latest", minor: newestMinor };
      function parseVersion(text) {
        if (text === "latest")
          return latestVersion;
        const minor = /^v?1\.(0|[1-9]\d{0,3})$/.exec(text)?.[1];
        return minor === void 0 ? void 0 : { name: `v1.${minor}`, minor: Math.min(Number(minor), newestMinor) };
      }
      function describeUnknownRelease({ name }) {
        if (name === "latest" || Number(name.slice("v1.".length)) <= newestMinor)
          return void 0;
        return `Kubernetes ${name} is newer than this version of secctx knows: it is judged as v1.${newestMinor}.`;
      }
      const largestId = 2147483647;
    })
  ),
  /***/
  212: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        MT: () => (
          /* binding */
          matchesPattern
        ),
        /* harmony export */
        Pl: () => (
          /* binding */
          selectsPath
        ),
        /* harmony export */
        zV: () => (
          /* binding */
          findPatternDefect
        )
        /* harmony export */
      });
      var minimatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3581);
      function matchesPattern(pattern, text) {
        const matchers = getMatchers(pattern);
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
        const matchers = getMatchers(withoutExclusion(pattern));
        return typeof matchers === "string" ? matchers : void 0;
      }
      function withoutExclusion(pattern) {
        return /^!(?!\()/.test(pattern) ? pattern.slice(1) : pattern;
      }
      const most = { pattern: 1e3, text: 4096, step: 255, steps: 100 };
      const mostExpansions = 1e3;
      const mostStars = 3;
      const mostNamedClasses = 100;
      const mostWays = 4 * most.step ** mostStars;
      function isWithinBounds(text) {
        if (text.length > most.text)
          return false;
        const steps = text.split("/");
        return steps.length <= most.steps && steps.every((step) => step.length <= most.step && !/^\.\.?$/.test(step));
      }
      const known = /* @__PURE__ */ new Map();
      function getMatchers(pattern) {
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
        const expansions = expand(pattern.replace(/^(\.\/)+/, ""));
        if (expansions.length > mostExpansions)
          return `has braces that stand for more than ${mostExpansions.toLocaleString("en")} patterns`;
        const matchers = [];
        let ways = 0;
        let namedClasses = 0;
        for (const expansion of expansions) {
          const steps = expansion.split("/").map(splitParts);
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
          matchers.push(new minimatch__WEBPACK_IMPORTED_MODULE_0__.VR(steps.map(textFor).join("/"), options));
        }
        return matchers;
      }
      function expand(pattern) {
        return (0, minimatch__WEBPACK_IMPORTED_MODULE_0__.KA)(pattern, { braceExpandMax: mostExpansions + 1 });
      }
      function findBraceDefect(pattern) {
        const unescaped = pattern.replace(/\\./gsu, "");
        const left = expand(unescaped).join("/").replace(part, (each) => each.length === 1 ? each : "");
        if (/\{.*\}/s.test(left))
          return "has braces without a comma or a range between them";
        const brace = /[{}]/.exec(left)?.[0];
        return brace && `has a ${brace} without its other half`;
      }
      const part = /\\.|\[[!^]?\]?(?:\[:(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]|\\.|[^\\\]])*\]|[!*+?@]\(|./gsu;
      function splitParts(step) {
        return [...step.matchAll(part)].map(([each]) => each.replace(/^\\([^!*+?@()[\]|\\^])$/su, "$1"));
      }
      function isNamedClass(each) {
        return each.startsWith("[") && each.includes("[:");
      }
      function textFor(parts) {
        if (!parts.some(isNamedClass))
          return parts.join("");
        return parts.map((each) => each === "\\!" ? "@(!)" : each.replace(/^[-,#\s]$/, "\\$&")).join("");
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
            open = void 0;
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
        const isOpen = (each) => each === void 0 || each === "?" || each.length > 2;
        const mayCoincide = (a, b) => a.every((each, index) => isOpen(each) || isOpen(b[index]) || each === b[index]);
        return alternatives.every((each, index) => each.length > 0 && !each.includes("*") && !alternatives.slice(index + 1).some((other) => mayCoincide(each, other)));
      }
      function hasBackwardRange(each) {
        if (!each.startsWith("["))
          return false;
        const ranges = each.replace(/\[:\w+:\]/g, "").matchAll(/\\?(.)-\\?([^\\\]])/gsu);
        return [...ranges].some(([, from = "", to = ""]) => from > to);
      }
    })
  ),
  /***/
  1672: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        BW: () => (
          /* reexport */
          baselineText
        ),
        Wf: () => (
          /* reexport */
          configurationSchema
        ),
        G4: () => (
          /* reexport */
          defaultPolicy
        ),
        aB: () => (
          /* reexport */
          entriesFor
        ),
        Mc: () => (
          /* reexport */
          entriesOf
        ),
        Yn: () => (
          /* reexport */
          exemptionsFor
        ),
        wB: () => (
          /* reexport */
          factText
        ),
        T9: () => (
          /* reexport */
          factsAbout
        ),
        On: () => (
          /* reexport */
          findDayAtEnd
        ),
        X3: () => (
          /* reexport */
          findKnown
        ),
        FC: () => (
          /* reexport */
          fromFolder
        ),
        oN: () => (
          /* reexport */
          hasExpired
        ),
        qj: () => (
          /* reexport */
          indexFacts
        ),
        N: () => (
          /* reexport */
          isDay
        ),
        U4: () => (
          /* reexport */
          isExempt
        ),
        In: () => (
          /* reexport */
          levelOf
        ),
        VV: () => (
          /* reexport */
          modeOf
        ),
        mF: () => (
          /* reexport */
          readBaseline
        ),
        TD: () => (
          /* reexport */
          readConfiguration
        ),
        zo: () => (
          /* reexport */
          rejects
        ),
        OV: () => (
          /* reexport */
          sortByLevel
        ),
        IE: () => (
          /* reexport */
          tightenPolicy
        ),
        f6: () => (
          /* reexport */
          workloadKey
        )
      });
      var pod = __webpack_require__(953);
      var yaml = __webpack_require__(6783);
      ;
      function workloadKey({ apiVersion, kind, namespace: namespace2, name }) {
        const group = (0, pod.hb)(apiVersion);
        return `${kind}${group && `.${group}`} ${namespace2 === null ? "" : `${namespace2}/`}${name}`;
      }
      function indexFacts(facts) {
        const index = /* @__PURE__ */ new Map();
        for (const fact of facts) {
          const like = index.get(factKey(fact));
          if (like)
            like.push(fact);
          else
            index.set(factKey(fact), [fact]);
        }
        return index;
      }
      function factsAbout(about, known) {
        return known.get(factKey(about)) ?? [];
      }
      function factKey({ rule, container }) {
        return `${rule} ${container ?? "/"}`;
      }
      function findKnown(fact, known, counts = () => true) {
        return factsAbout(fact, known).find((before) => counts(before) && isSameField(fact, before) && pod.yr.indexOf(before.level) <= pod.yr.indexOf(fact.level) && (fact.value === null || fact.value === before.value) && fact.extent.every((item) => before.extent.some((each) => goesAsFar(each, item))));
      }
      function goesAsFar(known, item) {
        return known === item || known.includes("/") && item.startsWith(known.endsWith("/") ? known : `${known}/`);
      }
      function isSameField({ field, level: level2 }, before) {
        const wasWorse = pod.yr.indexOf(before.level) < pod.yr.indexOf(level2);
        return before.field === field || wasWorse && before.field.startsWith(`${field}.`);
      }
      function factText({ rule, container, field, value }) {
        const who = container === null ? "" : `, container ${JSON.stringify(container)}`;
        return `${rule}${who}: ${field}${value === null ? "" : ` = ${JSON.stringify(value)}`}`;
      }
      ;
      const schema = "secctx-baseline/v1";
      function readBaseline({ file, text }) {
        const conflict = /^(<{7}|={7}|>{7})( |\r?$)/m.exec(text);
        const lined = (0, yaml.Gy)(text);
        const defect = (message, offset = 0) => ({ line: (0, yaml.mh)(lined, offset), message });
        if (conflict)
          return defect("It holds merge conflict markers: take either side, then run `secctx baseline`.", conflict.index);
        const content = parseJson(text);
        if (typeof content !== "object" || content === null)
          return defect(`It is not JSON: ${rewrite}.`);
        const { schema: written, findings } = content;
        if (typeof written === "string" && /^secctx-baseline\/v\d+$/.test(written) && written !== schema)
          return defect(`It was written by a newer version of secctx (${written}): use that version, or write it anew.`);
        if (written !== schema || !Array.isArray(findings))
          return defect(`It is not a baseline of the form ${schema}: ${rewrite}.`);
        const accepted = /* @__PURE__ */ new Map();
        const starts = [...text.matchAll(/"workload"\s*:/g)].map(({ index }) => index);
        for (const [index, entry] of findings.entries()) {
          const start = starts[index] ?? 0;
          const { workload: workload2, fact } = readEntry(entry) ?? {};
          if (workload2 === void 0 || !fact)
            return defect(`This entry is not one that secctx wrote: ${rewrite}.`, start);
          const like = accepted.get(workload2) ?? [];
          like.push({ ...fact, entry: index, file, line: (0, yaml.mh)(lined, start) });
          accepted.set(workload2, like);
        }
        return accepted;
      }
      const rewrite = "remove it, and write it anew with `secctx baseline`";
      function parseJson(text) {
        try {
          return JSON.parse(text.replace(/^\uFEFF/, ""));
        } catch {
          return void 0;
        }
      }
      function readEntry(entry) {
        if (typeof entry !== "object" || entry === null)
          return void 0;
        const { workload: workload2, container = null, rule, level: level2, field, value = null, extent = "" } = entry;
        const known = pod.yr.find((each) => each === level2);
        if (typeof workload2 !== "string" || typeof rule !== "string" || typeof field !== "string" || !known)
          return void 0;
        if (typeof extent !== "string" || container !== null && typeof container !== "string")
          return void 0;
        if (value !== null && typeof value !== "string" && typeof value !== "number")
          return void 0;
        const fact = { rule, level: known, container, field, value, extent: extent.split(" ").filter(Boolean) };
        return { workload: workload2, fact };
      }
      function entriesOf(baseline) {
        return [...baseline].flatMap(([workload2, facts]) => facts.map((fact) => entryText(workload2, fact)));
      }
      function entriesFor(findings) {
        return findings.flatMap(({ workload: workload2, facts }) => facts().map((fact) => entryText(workloadKey(workload2), fact)));
      }
      function baselineText(entries) {
        const unique = [...new Set(entries)].toSorted();
        const list = unique.map((entry) => `    ${entry}`).join(",\n");
        return `{
  "schema": "${schema}",
  "findings": [${unique.length > 0 ? `
${list}
  ` : ""}]
}
`;
      }
      function entryText(workload2, { container, rule, level: level2, field, value, extent }) {
        return JSON.stringify({
          workload: workload2,
          ...container !== null && { container },
          rule,
          level: level2,
          field,
          ...value !== null && { value },
          ...extent.length > 0 && { extent: extent.join(" ") }
        });
      }
      ;
      const standard = pod.yr.filter((level2) => level2 !== "hardened");
      const patterns = (description) => ({
        description,
        type: "array",
        minItems: 1,
        items: { type: "string", format: "glob" }
      });
      const level = (description, fallback) => ({ description, enum: pod.yr, default: fallback });
      const id2 = (description) => ({ description, type: "integer", minimum: 1, maximum: 2147483647 });
      const configuration_schema_text = (description, more = {}) => ({
        description,
        type: "string",
        minLength: 1,
        ...more
      });
      const count = (description, fallback) => ({
        description,
        type: "integer",
        minimum: 0,
        maximum: 9999,
        default: fallback
      });
      const namespace = {
        type: "object",
        properties: {
          enforce: { description: "The level whose violations the cluster rejects.", enum: standard },
          warn: { description: "The level whose violations the cluster warns of. Default: that of enforce.", enum: standard },
          audit: { description: "The level whose violations the cluster logs.", enum: standard },
          version: configuration_schema_text("The version of the standard that the cluster judges by.", {
            format: "kubernetes-version",
            default: "latest"
          })
        },
        additionalProperties: false,
        anyOf: [{ required: ["enforce"] }, { required: ["warn"] }, { required: ["audit"] }]
      };
      const workload = {
        type: "object",
        properties: {
          apiVersion: configuration_schema_text("The API group and version. A pattern such as example.com/* takes every version.", {
            format: "glob"
          }),
          kind: configuration_schema_text("The kind."),
          podSpec: configuration_schema_text("The path of the pod spec in the object.", { format: "field-path" }),
          podTemplate: configuration_schema_text("The path of the pod template (metadata and spec) in the object.", { format: "field-path" })
        },
        additionalProperties: false,
        required: ["apiVersion", "kind"],
        oneOf: [{ required: ["podSpec"] }, { required: ["podTemplate"] }]
      };
      const criteria = ["rules", "kinds", "namespaces", "names", "containers", "images", "files"];
      const exemption = {
        type: "object",
        properties: {
          rules: patterns("Ids of rules."),
          kinds: patterns("Kinds of workloads."),
          namespaces: patterns("Namespaces. A workload that names none is in default."),
          names: patterns("Names of workloads."),
          containers: patterns("Names of containers. Findings about the whole pod stay."),
          images: patterns("Images of containers. Findings about the whole pod stay."),
          files: patterns("Files, as paths from the root of the repository."),
          reason: configuration_schema_text("Why the findings may pass."),
          expires: configuration_schema_text("The last day on which the exemption applies.", { format: "date" })
        },
        additionalProperties: false,
        required: ["reason"],
        anyOf: criteria.map((name) => ({ required: [name] }))
      };
      const fix = {
        description: "What fixes need to know, and secctx never guesses.",
        type: "object",
        properties: {
          runAsUser: id2("The user id that fixes may write."),
          runAsGroup: id2("The group id that fixes may write."),
          writablePaths: {
            description: "Where images write besides /tmp. A fix that makes the root file system read-only mounts a volume there.",
            type: "array",
            items: {
              type: "object",
              properties: {
                image: configuration_schema_text("The image.", { format: "glob" }),
                paths: {
                  description: "The folders that the image writes to.",
                  type: "array",
                  minItems: 1,
                  items: { type: "string", format: "absolute-path" }
                }
              },
              additionalProperties: false,
              required: ["image", "paths"]
            }
          }
        },
        additionalProperties: false
      };
      const most = (what, fallback, maximum) => ({
        description: `The most ${what}.`,
        type: "integer",
        minimum: 1,
        maximum,
        default: fallback
      });
      const limits = {
        description: "Bounds on the work that a manifest can ask for. A document beyond them could not be evaluated, and does not pass; a fix beyond them is left out, and the report says so.",
        type: "object",
        properties: {
          documentCharacters: most("characters in a document", yaml.tW.documentCharacters, 33554432),
          documentsPerFile: most("documents in a file", yaml.tW.documentsPerFile, 1e6),
          containersPerDocument: most("containers in a document, of all its pods", yaml.tW.containersPerDocument, 1e6),
          findingsPerDocument: most("findings in a document, each counted for every container that it affects", yaml.tW.findingsPerDocument, 1e7),
          fixCharacters: most("characters that fixing a document may read; each patch reads all of it again", yaml.tW.fixCharacters, 1e10)
        },
        additionalProperties: false
      };
      function configurationSchema(ruleIds) {
        return {
          description: "The policy for the reviews of a repository.",
          type: "object",
          properties: {
            enforce: level("The level whose violations fail the gate.", "restricted"),
            warn: level("The level whose violations are warnings.", "hardened"),
            audit: level("The level whose violations are notices.", "hardened"),
            kubernetesVersion: configuration_schema_text("The Kubernetes release whose standard and API rules apply.", {
              format: "kubernetes-version",
              default: "latest"
            }),
            gate: {
              description: "Which findings fail the gate of a change: the new ones, or all.",
              enum: ["new", "all"]
            },
            files: patterns("The files that are manifests, as paths from the root of the repository. A leading ! excludes."),
            images: {
              description: "Whether to read the configurations of images from their registries; layers reads their layers too, for the capabilities that programs carry in their files.",
              anyOf: [{ type: "boolean" }, { enum: ["layers"] }],
              default: false
            },
            placeholders: {
              description: `Whether a text such as \${NAME} or $(NAME) stands for a value that a tool fills in later, which is unknown. If not, it is a text.`,
              type: "boolean",
              default: true
            },
            rules: {
              description: "The mode of all findings of a rule, whatever their level.",
              type: "object",
              propertyNames: { enum: ruleIds },
              additionalProperties: { enum: ["off", ...pod.nI.toReversed()] }
            },
            namespaces: {
              description: "The levels that the namespaces of the cluster demand, by patterns of names. The first that matches applies. A Namespace among the manifests, or elsewhere in the repository, can only demand more.",
              type: "object",
              propertyNames: { type: "string", format: "glob" },
              additionalProperties: { anyOf: [{ enum: standard }, namespace] }
            },
            workloads: { description: "Kinds of your own that hold a pod.", type: "array", items: workload },
            exemptions: { description: "Findings that may pass, and why.", type: "array", items: exemption },
            fix,
            limits,
            annotations: {
              description: "The Action: how findings are shown on their lines.",
              enum: ["auto", "check-run", "commands", "none"],
              default: "auto"
            },
            maxAnnotations: count("The Action: the most annotations to send.", 200),
            checkName: configuration_schema_text("The Action: the name of the check run.", { default: "secctx" }),
            suggest: { description: "The Action: whether to open review suggestions.", type: "boolean", default: false },
            maxSuggestions: count("The Action: the most suggestions to open.", 20),
            sarifFile: configuration_schema_text("The Action: the path to write a SARIF report to."),
            jsonFile: configuration_schema_text("The Action: the path to write the JSON report to."),
            htmlFile: configuration_schema_text("The Action: the path to write the HTML report to.")
          },
          additionalProperties: false
        };
      }
      const keysElsewhere = {
        helm: "This version of secctx does not render charts. Pipe `helm template` into `secctx check -`, and remove the key",
        kustomize: "This version of secctx does not render overlays. Pipe `kustomize build` into `secctx check -`, and remove the key",
        config: "The workflow says where the configuration is: set it there",
        configRef: "The workflow says which revision's configuration applies: set it there",
        registries: "The workflow says which registries at private addresses may be asked: set it there",
        shard: "Each job has a share of its own: set it in the workflow",
        githubToken: "A token does not belong in a file: set it in the workflow"
      };
      var kubernetes = __webpack_require__(7471);
      var read_limits = __webpack_require__(7234);
      ;
      const defaultPolicy = {
        enforce: "restricted",
        warn: "hardened",
        audit: "hardened",
        kubernetesVersion: kubernetes.qD,
        gate: "all",
        fix: {},
        limits: read_limits.tW,
        namespaces: [],
        rules: {},
        workloads: [],
        exemptions: [],
        baseline: /* @__PURE__ */ new Map(),
        images: /* @__PURE__ */ new Map(),
        placeholders: true,
        today: "",
        folder: "",
        isWhole: false,
        shard: null
      };
      function modeOf(policy, { id: id3, mode }, violated) {
        const set = policy.rules[id3];
        return set === void 0 || set === "off" ? modeOfLevel(policy, violated, mode) : set;
      }
      function modeOfLevel(policy, violated, strictest2 = "enforce") {
        return kubernetes.nI.slice(kubernetes.nI.indexOf(strictest2)).find((mode) => kubernetes.yr.indexOf(policy[mode]) >= kubernetes.yr.indexOf(violated));
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
      var pod_patterns = __webpack_require__(212);
      ;
      const textFormats = {
        date: {
          form: "a day such as 2027-06-30",
          findDefect: (text) => isDay(text) ? void 0 : "is not a day"
        },
        glob: { form: "a pattern such as team-*", findDefect: pod_patterns.zV },
        "kubernetes-version": {
          form: "latest, or a release such as 1.34",
          findDefect: (text) => (0, pod.ot)(text) ? void 0 : "is not a release"
        },
        "field-path": {
          form: "field names with dots between them, such as spec.template, [] for the items of a list",
          findDefect: (text) => /^[^.\s[\]]+(\.([^.\s[\]]+|\[\]))*$/.test(text) ? void 0 : "does not lead anywhere"
        },
        "absolute-path": {
          form: "a path that starts with /",
          findDefect: (text) => /^\/[^\0]*$/.test(text) && text !== "/" ? void 0 : "does not start with /"
        }
      };
      function isDay(text) {
        const [, year2 = "", month2 = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
        const isLeap = Number(year2) % 4 === 0 && (Number(year2) % 100 !== 0 || Number(year2) % 400 === 0);
        const days2 = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month2) - 1] ?? 0;
        return Number(day) >= 1 && Number(day) <= days2;
      }
      function readBySchema(document, schema2) {
        const defects = document.duplicates.map(({ key, range }) => ({
          line: (0, yaml.mh)(document, range.start),
          message: `${key} is set twice: keep one.`
        }));
        const value = readValue(document.value, schema2, []);
        return defects.length > 0 ? { defects: defects.toSorted((a, b) => a.line - b.line) } : { value };
        function readValue(given, wanted, path) {
          if (wanted.type === void 0 && wanted.anyOf) {
            const words = listWords(wanted.anyOf);
            if (!words)
              return readValue(given, chooseShape(given, wanted.anyOf), path);
            if (!words.includes(given))
              report(path, `${namePath(path)} ${describeWrongWord(given, words.map(String))}.`);
            return given;
          }
          if (wanted.type === "object")
            return readFields(given, wanted, path);
          if (wanted.type === "array")
            return readItems(given, wanted, path);
          const scalar = wanted.type === "string" || wanted.enum ? readAsWritten(document, path, given) : given;
          const fault = findFault(scalar, wanted);
          if (fault)
            report(path, `${namePath(path)} ${fault}.`);
          return scalar;
        }
        function readFields(given, wanted, path) {
          if (!(0, yaml.Ce)(given)) {
            report(path, `${namePath(path)} must be a mapping of keys to values.`);
            return given;
          }
          const { properties = {}, additionalProperties: others = false, propertyNames, required = [] } = wanted;
          for (const key of required.filter((each) => given[each] === void 0))
            report(path, `${namePath(path)} needs the key ${key}: ${decapitalize(properties[key]?.description)}`);
          checkChoice(given, wanted.anyOf, "at least one", path);
          checkChoice(given, wanted.oneOf, "exactly one", path);
          const fields = Object.entries(given).map(([key, each]) => {
            const own = [...path, key];
            const schemaOfKey = Object.hasOwn(properties, key) ? properties[key] : others;
            const fault = propertyNames && findFault(key, propertyNames);
            if (fault)
              report(own, `${namePath(path)}: the key ${fault}.`);
            else if (schemaOfKey)
              return [key, readValue(each, schemaOfKey, own)];
            else
              report(own, describeUnknownKey(key, path, Object.keys(properties)));
            return [key, each];
          });
          return Object.fromEntries(fields);
        }
        function checkChoice(given, choices = [], count2, path) {
          const keys = choices.flatMap(({ required = [] }) => required);
          const present = keys.filter((key) => given[key] !== void 0).length;
          if (keys.length > 0 && (present === 0 || present > 1 && count2 === "exactly one"))
            report(path, `${namePath(path)} must have ${count2} of ${keys.join(", ")}.`);
        }
        function readItems(given, { items = {}, minItems = 0 }, path) {
          if ((0, yaml.Lv)(given) && given.length >= minItems)
            return given.map((item, index) => readValue(item, items, [...path, index]));
          const least = minItems > 0 ? ` of at least ${minItems}` : "";
          report(path, `${namePath(path)} must be a list${least}: start each item with a dash.`);
          return given;
        }
        function report(path, message) {
          defects.push({ line: (0, yaml.mh)(document, (0, yaml.sd)(document, path).start), message });
        }
      }
      function chooseShape(given, shapes) {
        return shapes.find(({ type }) => type === "object" === (0, yaml.Ce)(given)) ?? shapes[0] ?? {};
      }
      function listWords(shapes) {
        const lists = shapes.map(({ type, enum: words }) => type === "boolean" ? [true, false] : words);
        return lists.every((list) => list !== void 0) ? lists.flat() : void 0;
      }
      function readAsWritten(document, path, given) {
        if (typeof given !== "boolean" && typeof given !== "number")
          return given;
        const { start, end } = (0, yaml.x5)(document, path).value;
        return document.text.slice(start, end);
      }
      function findFault(value, wanted) {
        if (value === null)
          return "has no value";
        if (wanted.enum)
          return wanted.enum.some((word) => word === value) ? void 0 : describeWrongWord(value, wanted.enum);
        if (typeof value === "object" || wanted.type !== "string" && typeof value === "string")
          return `must be ${describeType(wanted)}, and is ${describeValue(value)}`;
        if (wanted.type === "boolean")
          return typeof value === "boolean" ? void 0 : `must be true or false, and is ${describeValue(value)}`;
        if (wanted.type === "integer") {
          const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = wanted;
          const isInRange = typeof value === "number" && Number.isInteger(value) && value >= minimum && value <= maximum;
          return isInRange ? void 0 : `must be a whole number from ${minimum} to ${maximum}, and is ${describeValue(value)}`;
        }
        const text = String(value);
        if (text.trim().length < (wanted.minLength ?? 0))
          return "must not be empty";
        const format = wanted.format && textFormats[wanted.format];
        const defect = format?.findDefect(text);
        return defect && `is ${describeValue(value)}, which ${defect}: write ${format?.form}`;
      }
      function describeType({ type = "string" }) {
        const types = {
          string: "text",
          integer: "a whole number",
          boolean: "true or false",
          object: "a mapping",
          array: "a list"
        };
        return types[type];
      }
      function describeValue(value) {
        if ((0, yaml.Lv)(value))
          return "a list";
        return (0, yaml.Ce)(value) ? "a mapping" : JSON.stringify(value);
      }
      function describeWrongWord(value, allowed) {
        const suggestion = typeof value === "string" ? suggestWord(value, allowed) : "";
        return `is ${describeValue(value)}: ${suggestion}use one of ${allowed.join(", ")}`;
      }
      function describeUnknownKey(key, path, known) {
        const place = path.length === 0 ? "the configuration" : namePath(path);
        return `${JSON.stringify(key)} is not a key of ${place}: ${suggestWord(key, known)}use one of ${known.join(", ")}.`;
      }
      function suggestWord(word, known) {
        const found = (0, pod.Qx)(word.replace(/[-_ ]/g, ""), known) ?? (0, pod.Qx)(word, known);
        return found === void 0 ? "" : `did you mean ${found}? Else `;
      }
      function namePath(path) {
        return path.length === 0 ? "the file" : (0, yaml.jV)(path);
      }
      function decapitalize(sentence = "") {
        return sentence.charAt(0).toLowerCase() + sentence.slice(1);
      }
      ;
      function readConfiguration(source, ruleIds) {
        const { documents, problems } = (0, yaml.LF)(source);
        if (problems.length > 0)
          return { defects: problems.map(({ line, message }) => ({ line, message })) };
        const [document, second] = documents.filter(({ value }) => value !== null);
        if (second)
          return { defects: [{ line: (0, yaml.mh)(second, second.range.start), message: "A second document: keep one." }] };
        if (!document)
          return { file: source.file, settings: {}, policy: emptyPolicy, lineOf: () => 1 };
        const misplaced = findMisplacedKeys(document);
        if (misplaced.length > 0)
          return { defects: misplaced };
        const result = readBySchema(document, configurationSchema(ruleIds));
        if ("defects" in result)
          return result;
        const keys = result.value;
        const { namespaces = {}, workloads = [], exemptions = [], ...settings } = keys;
        return {
          file: source.file,
          settings,
          policy: {
            namespaces: Object.entries(namespaces).map(([name, demand]) => readNamespaceDemand(document, name, demand)),
            workloads: workloads.map(readWorkload),
            exemptions: exemptions.map((exemption2, index) => readExemption(document, exemption2, index))
          },
          lineOf: (...path) => lineOfPath(document, path)
        };
      }
      const emptyPolicy = { namespaces: [], workloads: [], exemptions: [] };
      function findMisplacedKeys(document) {
        const keys = (0, yaml.Ce)(document.value) ? Object.keys(document.value) : [];
        return keys.filter((key) => Object.hasOwn(keysElsewhere, key)).map((key) => ({ line: lineOfPath(document, [key]), message: `${key}: ${keysElsewhere[key]}.` }));
      }
      function readNamespaceDemand(document, name, demand) {
        const { version = "latest", ...levels } = typeof demand === "string" ? { enforce: demand } : demand;
        const warn = levels.warn ?? levels.enforce;
        return {
          name,
          isPattern: true,
          levels: { ...levels, ...warn && { warn } },
          version: (0, pod.ot)(version) ?? defaultPolicy.kubernetesVersion,
          location: locationOfPath(document, ["namespaces", name])
        };
      }
      function readWorkload({ apiVersion, kind, podSpec, podTemplate = "" }) {
        return podSpec === void 0 ? { apiVersion, kind, holds: "podTemplate", path: podTemplate } : { apiVersion, kind, holds: "podSpec", path: podSpec };
      }
      function readExemption(document, { expires, ...keys }, index) {
        const path = ["exemptions", index];
        const location = locationOfPath(document, path);
        return {
          ...keys,
          expires: expires ?? null,
          location,
          excerpt: (0, yaml.oZ)(document, location.range.start),
          path
        };
      }
      function locationOfPath(document, path) {
        return (0, yaml.hD)(document, (0, yaml.sd)(document, path));
      }
      function lineOfPath(document, path) {
        return (0, yaml.mh)(document, (0, yaml.sd)(document, path).start);
      }
      ;
      const month = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
      const year = "(?:19\\d\\d|2\\d{3})";
      const dash = "[-\\p{Pd}/._]";
      const days = [
        `${year}\\s?${dash}\\s?\\d{1,2}(?:\\s?${dash}\\s?\\d{1,2})?`,
        `\\d{1,2}\\s?${dash}\\s?\\d{1,2}\\s?${dash}\\s?${year}`,
        `${year}[01]\\d[0-3]\\d`,
        `${month}\\.?\\s*\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s*${year})?`,
        `\\d{1,2}(?:st|nd|rd|th|\\.)?\\s*(?:of\\s+)?${month}\\.?,?\\s*(?:${year})?`,
        `${month}\\.?,?\\s*${year}`
      ];
      const spans = [
        `(?:(?:the )?(?:end|start|middle) of )?(?:q[1-4]\\s*|h[12]\\s*)?${year}(?:\\s*q[1-4])?`,
        "tomorrow|tonight|(?:next|this) \\w+|(?:the )?end of (?:the |this |next )?\\w+",
        "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
      ];
      const until = "until+|un+til|till?|expir\\w*";
      const endings = [
        `(?<![\\w.])(?:${days.join("|")})`,
        `\\b(?:${until}|thru|through|before|by|ends?|valid)\\b\\W{0,3}(?:on |at |the )?(?:${spans.join("|")})`,
        `;\\s*(?:${until})(?![a-z]).*`
      ];
      const dayAtEnd = new RegExp(`(?:${endings.join("|")})\\W*$`, "iu");
      function findDayAtEnd(text) {
        return dayAtEnd.exec(text.normalize("NFKC").slice(-longest))?.[0];
      }
      const longest = 80;
      ;
      function exemptionsFor({ kind, namespace: namespace2, name }, file, { exemptions, today, folder }) {
        return exemptions.filter(({ kinds, namespaces, names, files, expires }) => !hasExpired(expires, today) && isAmong(kind, kinds) && isAmong(namespace2 ?? "default", namespaces) && isAmong(name, names) && isAmong(fromFolder(folder, file), files));
      }
      function isExempt({ rules, containers, images }, rule, container) {
        return isAmong(rule, rules) && isAmong(container?.name, containers) && isAmong(container?.image, images);
      }
      function isAmong(value, patterns2) {
        if (patterns2 === void 0)
          return true;
        return typeof value === "string" && patterns2.some((pattern) => (0, pod_patterns.MT)(pattern, value));
      }
      ;
      function tightenPolicy(policy, namespace2) {
        if (policy.namespaces.length === 0)
          return { policy, demand: void 0 };
        const own = namespace2 ?? "default";
        const declared = policy.namespaces.filter(({ name, isPattern }) => !isPattern && name === own);
        const configured = policy.namespaces.find(({ name, isPattern }) => isPattern && (0, pod_patterns.MT)(name, own));
        const demands = configured ? [...declared, configured] : declared;
        if (demands.length === 0)
          return { policy, demand: void 0 };
        const stricter = Object.fromEntries(pod.nI.map((mode) => [mode, demands.map((demand2) => levelOf(demand2, mode)).reduce(strictest, policy[mode])]));
        const enforcing = demands.filter((each) => levelOf(each) !== "privileged");
        const kubernetesVersion = enforcing.map(({ version }) => version).reduce(newest, policy.kubernetesVersion);
        const [demand] = sortByLevel(demands);
        return { policy: { ...policy, ...stricter, kubernetesVersion }, demand };
      }
      function levelOf({ levels: demanded }, mode = "enforce") {
        return demanded[mode] ?? "privileged";
      }
      function sortByLevel(demands) {
        return demands.toSorted((a, b) => pod.yr.indexOf(levelOf(b)) - pod.yr.indexOf(levelOf(a)));
      }
      function newest(a, b) {
        return b.minor > a.minor ? b : a;
      }
      function strictest(a, b) {
        return pod.yr.indexOf(a) >= pod.yr.indexOf(b) ? a : b;
      }
      function rejects({ levels: demanded }, violated) {
        const enforced = demanded.enforce ?? "privileged";
        return violated !== "privileged" && pod.yr.indexOf(enforced) >= pod.yr.indexOf(violated);
      }
      ;
    })
  ),
  /***/
  2527: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        EH: () => (
          /* binding */
          escapeLine
        ),
        /* harmony export */
        FV: () => (
          /* binding */
          escapeMarkdown
        ),
        /* harmony export */
        Hi: () => (
          /* binding */
          breakOldCommands
        ),
        /* harmony export */
        SS: () => (
          /* binding */
          codeSpan2
        ),
        /* harmony export */
        T7: () => (
          /* binding */
          disarmCommands
        ),
        /* harmony export */
        UN: () => (
          /* binding */
          escapeControls
        ),
        /* harmony export */
        q: () => (
          /* binding */
          stringifySafely
        )
        /* harmony export */
      });
      function escapeControls(text) {
        return text.replace(/(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
      }
      function disarmCommands(text) {
        return breakOldCommands(text).replace(/^([^\S\n]*)::/gm, "$1:​:");
      }
      function breakOldCommands(text) {
        return text.replaceAll("##[", "##​[");
      }
      function escapeLine(text) {
        return disarmCommands(escapeControls(text));
      }
      function stringifySafely(value, indent) {
        const json = JSON.stringify(value, null, indent).replaceAll("##[", "#\\u0023[");
        return printable.test(json) ? json : json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeUnits);
      }
      const printable = /^[ -~\n]*$/;
      function escapeUnits(character) {
        return character.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
      }
      function codeSpan2(value) {
        const shown = replaceControls(value).replaceAll("|", "\\|");
        const fence = "`".repeat(findLongestFence(shown) + 1);
        const space = /^`|`$|^$/.test(shown) ? " " : "";
        return fence + space + shown + space + fence;
      }
      function escapeMarkdown(value) {
        return replaceControls(value).replace(/[\\`*_{}[\]<>()#+!|~&$^=-]/g, "\\$&").replace(/:(?=\/\/)|(?<=\bwww)\./gi, "\\$&").replace(/@/g, "@​");
      }
      function fenceCode2(language, content) {
        const fence = "`".repeat(Math.max(3, findLongestFence(content) + 1));
        return `${fence}${language}
${content.replace(/\n$/, "")}
${fence}`;
      }
      function isSafeToShow(value) {
        return !/(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value);
      }
      function findLongestFence(value) {
        return [...value.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
      }
      function replaceControls(value) {
        return value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "�");
      }
    })
  ),
  /***/
  6261: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        Ep: () => (
          /* binding */
          conclude
        ),
        /* harmony export */
        JQ: () => (
          /* binding */
          addToTally
        ),
        /* harmony export */
        Pm: () => (
          /* binding */
          goneNotes
        ),
        /* harmony export */
        dP: () => (
          /* binding */
          startTally
        )
        /* harmony export */
      });
      var _policy_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1672);
      var _rules_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6085);
      var _identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5116);
      var _omissions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5166);
      function startTally({ files, addedIgnores, problems }) {
        const [exemptions, accepted] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
        return {
          files,
          addedIgnores,
          problems: [...problems],
          omissions: [],
          exemptions,
          accepted,
          workloads: [],
          hasFailed: false
        };
      }
      function addToTally(tally, { findings, workloads, problems, omission, used }) {
        for (const { exemptions, accepted } of used) {
          for (const each of exemptions)
            tally.exemptions.add(each);
          for (const each of accepted)
            tally.accepted.add(each);
        }
        for (const { pod } of workloads)
          tally.workloads.push(pod.workload);
        for (const problem of problems)
          tally.problems.push(problem);
        if (omission)
          tally.omissions.push(omission);
        tally.hasFailed ||= findings.some(fails);
      }
      function conclude(tally, policy) {
        const { files, addedIgnores, omissions, hasFailed } = tally;
        const unused = policy.exemptions.length > 0 ? findUnusedExemptions(policy, tally) : [];
        const pending = {
          findings: unused,
          omissions,
          ...policy.baseline.size > 0 ? findGone(policy, tally) : { used: [], gone: [] }
        };
        const shard = policy.shard && { ...policy.shard, pending };
        const findings = shard ? [] : unused;
        const notes = shard ? [] : [...(0, _omissions_js__WEBPACK_IMPORTED_MODULE_3__.nX)(omissions), ...goneNotes(pending.gone)];
        const problems = [...tally.problems, ...notes];
        const isComplete = !problems.some(({ severity }) => severity === "error");
        const passes = !hasFailed && !findings.some(fails);
        const verdict = isComplete ? passes ? "pass" : "fail" : "error";
        const unjudged = omissions.filter((each) => each.looksLikeWorkload).length;
        return { policy, verdict, findings, problems, files, unjudged, addedIgnores, shard };
      }
      function fails({ mode, ignored }) {
        return mode === "enforce" && !ignored;
      }
      function findUnusedExemptions({ exemptions, today, isWhole, rules }, tally) {
        const mode = rules[_rules_index_js__WEBPACK_IMPORTED_MODULE_1__.B0.id] ?? "warn";
        if (mode === "off")
          return [];
        return exemptions.flatMap((exemption) => {
          const { expires } = exemption;
          if ((0, _policy_index_js__WEBPACK_IMPORTED_MODULE_0__.oN)(expires, today))
            return findingOn(exemption, `it expired on ${expires}`, mode);
          return tally.exemptions.has(exemption) || !isWhole ? [] : findingOn(exemption, "it fits no finding", mode);
        });
      }
      function findingOn({ location, excerpt, path }, why, mode) {
        const { level, origin, message } = (0, _rules_index_js__WEBPACK_IMPORTED_MODULE_1__.F6)("exemption", why, path);
        const field = path.filter((step) => typeof step === "string");
        const workload = { apiVersion: "", kind: "Configuration", namespace: null, name: location.file };
        return {
          rule: _rules_index_js__WEBPACK_IMPORTED_MODULE_1__.B0,
          level,
          mode,
          message: message({ who: "", line: () => 0 }),
          location,
          excerpt,
          document: 0,
          path,
          workload,
          containers: [],
          origin,
          new: null,
          fingerprint: (0, _identity_js__WEBPACK_IMPORTED_MODULE_2__.Rj)({
            rule: _rules_index_js__WEBPACK_IMPORTED_MODULE_1__.B0.id,
            workload: (0, _identity_js__WEBPACK_IMPORTED_MODULE_2__.ek)(workload),
            container: null,
            field,
            value: excerpt
          }),
          facts: () => [],
          related: [],
          fix: null,
          declined: null,
          ignored: null
        };
      }
      function findGone({ baseline }, { accepted, workloads }) {
        const keys = new Set(workloads.map(_policy_index_js__WEBPACK_IMPORTED_MODULE_0__.f6));
        const known = [...keys].flatMap((key) => baseline.get(key) ?? []).toSorted((a, b) => a.entry - b.entry);
        const gone = known.filter((each) => !accepted.has(each));
        return {
          used: known.filter((each) => accepted.has(each)).map(({ entry }) => entry),
          gone: gone.map((each) => ({ entry: each.entry, file: each.file, line: each.line, fact: (0, _policy_index_js__WEBPACK_IMPORTED_MODULE_0__.wB)(each) }))
        };
      }
      function goneNotes([first, ...rest]) {
        if (!first)
          return [];
        const count = 1 + rest.length;
        const what = count === 1 ? "An accepted finding is gone" : `${count} accepted findings are gone, the first here`;
        const message = `${what} (${first.fact}): run \`secctx baseline\` to take ${count === 1 ? "it" : "them"} out.`;
        return [{ severity: "note", file: first.file, line: first.line, message }];
      }
    })
  ),
  /***/
  2258: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        WI: () => (
          /* binding */
          readManifest
        ),
        /* harmony export */
        cE: () => (
          /* binding */
          findReadingProblems
        ),
        /* harmony export */
        lx: () => (
          /* binding */
          findShapeProblems
        ),
        /* harmony export */
        x$: () => (
          /* binding */
          problemAtStart
        )
        /* harmony export */
      });
      var _pod_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(953);
      var _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6783);
      var _omissions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5166);
      function readManifest(source, policy) {
        const manifest = source.unread ? reportUnread(source, source.unread) : readDocuments(source, policy);
        const isReadable = (text) => !readDocuments({ file: source.file, text }, policy).problems.some(isError);
        const omission = (0, _omissions_js__WEBPACK_IMPORTED_MODULE_2__.xX)(source, manifest, isReadable);
        return omission ? { ...manifest, problems: manifest.problems.filter((problem) => !isError(problem)), omission } : { ...manifest, omission };
      }
      function findReadingProblems(sources, policy) {
        return (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.xt)(() => {
          const manifests = sources.map((source) => readManifest(source, policy));
          return [
            ...manifests.flatMap(({ problems }) => problems),
            ...(0, _omissions_js__WEBPACK_IMPORTED_MODULE_2__.nX)(manifests.flatMap(({ omission }) => omission ?? []))
          ];
        });
      }
      function isError({ severity }) {
        return severity === "error";
      }
      function reportUnread({ file, text }, { line, reason }) {
        const message = `This file could not be read: ${reason.replace(/\.?$/, ".")}`;
        return { file, text, documents: [], problems: [{ severity: "error", file, line, message }] };
      }
      function readDocuments(source, policy) {
        const { limits } = policy;
        const { documents, problems, ...manifest } = (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.LF)(source, {
          matters: source.named ? (text) => !(0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.H_)(text) : _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.q1,
          limits
        });
        const kept = [];
        const excesses = [];
        for (const document of documents) {
          const length = document.range.end - document.range.start;
          const mayExceed = length > limits.containersPerDocument || document.aliases.length > 0;
          const count = mayExceed ? (0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.oF)(document, policy) : 0;
          const excess = (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.xE)("containersPerDocument", count, limits);
          if (excess === void 0)
            kept.push(document);
          else
            excesses.push(problemAtStart(document, excess));
        }
        return { ...manifest, documents: kept, problems: [...problems, ...excesses] };
      }
      function problemAtStart(document, message) {
        return { severity: "error", file: document.file, line: (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.mh)(document, document.range.start), message };
      }
      function findShapeProblems(document, policy) {
        const { file } = document;
        return (0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.JB)(document, policy).map(({ at, message }) => {
          return { severity: "error", file, line: (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.mh)(document, (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.sd)(document, at).start), message };
        });
      }
    })
  ),
  /***/
  4489: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        _: () => (
          /* binding */
          findingsIn
        )
      });
      var pod = __webpack_require__(953);
      var lib_policy = __webpack_require__(1672);
      var rules = __webpack_require__(6085);
      var yaml = __webpack_require__(6783);
      var identity = __webpack_require__(5116);
      var review_ignores = __webpack_require__(6075);
      ;
      function splitByFate(violation, ignores, known) {
        const { containers } = violation;
        if (!known && !ignores)
          return [{ containers, ignored: null, isNew: null, ignoredBeside: [] }];
        const fates = /* @__PURE__ */ new Map();
        const ignoredBeside = [];
        for (const container of (0, identity.Mz)(violation)) {
          const ignored = ignores ? (0, review_ignores.EP)(violation, container, ignores) : null;
          const isNew = known ? !isKnown(violation, container, known, ignored !== null) : null;
          const key = JSON.stringify([ignored, isNew]);
          const fate = fates.get(key) ?? { containers: [], ignored, isNew, ignoredBeside };
          if (container)
            fate.containers.push(container);
          if (container && ignored)
            ignoredBeside.push(container);
          fates.set(key, fate);
        }
        return [...fates.values()];
      }
      function isKnown(violation, container, { facts, mode }, isIgnored) {
        if (facts.size === 0)
          return false;
        const fact = (0, identity.yD)(violation, container);
        const counts = (before) => (isIgnored || !before.isIgnored) && before.mode !== void 0 && pod.nI.indexOf(before.mode) <= pod.nI.indexOf(mode);
        return ((0, lib_policy.X3)(fact, facts, counts) ?? (0, identity.bg)(violation.rule, fact, facts, counts)) !== void 0;
      }
      var review_subjects = __webpack_require__(9175);
      ;
      function offerFix(violation, fate) {
        const { fix } = violation;
        if (!fix)
          return { fix: null, declined: null };
        const offer = "declined" in fix ? fix : placePatches(violation, fix);
        const hasIgnored = !fate.ignored && fate.ignoredBeside.length > 0;
        const reason = "declined" in offer ? offer.declined : hasIgnored ? whyNotBesideIgnored(fate, offer) : void 0;
        return "declined" in offer || reason !== void 0 ? { fix: null, declined: reason ?? null } : { fix: offer, declined: null };
      }
      function placePatches({ subject: { document }, wanted }, fix) {
        const patches = [];
        for (const patch of fix.patches) {
          const placed = document.aliases.length > 0 ? placeAtAnchor(document, patch, wanted) : patch;
          if ("declined" in placed)
            return placed;
          const obstacle = (0, yaml.zv)(document, placed);
          if (obstacle !== void 0)
            return { declined: obstacle };
          patches.push(placed);
        }
        return { ...fix, patches };
      }
      function placeAtAnchor(document, patch, wanted) {
        const depth = patch.op === "remove" ? patch.path.length - 1 : patch.path.length;
        const readers = (0, yaml.$L)(document, patch.path.slice(0, depth));
        const [path, ...also] = (readers ?? []).map((reader) => [...reader, ...patch.path.slice(depth)]);
        if (path && also.length === 0)
          return patch;
        const isWanted = (place) => wanted.get((0, review_subjects.TN)(place))?.some((other) => isAlike(other, patch));
        if (path && [path, ...also].every(isWanted))
          return { ...patch, path, also };
        const line = (0, yaml.mh)(document, ((0, yaml.x5)(document, patch.path).shared ?? (0, yaml.sd)(document, patch.path)).start);
        return { declined: `the text is shared through an anchor (line ${line}): change it where the anchor stands` };
      }
      function isAlike(a, b) {
        if (a.op === "remove" || b.op === "remove")
          return a.op === b.op;
        return a.op === b.op && (0, yaml.eE)(a.value, b.value);
      }
      function whyNotBesideIgnored({ containers, ignoredBeside }, { patches }) {
        const places = patches.flatMap(({ path, also = [] }) => [path, ...also]);
        if (places.every((place) => containers.some((container) => (0, yaml.w1)(place, container.path))))
          return void 0;
        const names = ignoredBeside.map(({ name }) => JSON.stringify(name)).join(", ");
        return `it would also change what is ignored in ${names}: set the field in the other containers`;
      }
      var only_new = __webpack_require__(2323);
      var violations = __webpack_require__(9750);
      ;
      function findingsIn(document, subjects, policy, before) {
        const used = { comments: /* @__PURE__ */ new Set(), exemptions: /* @__PURE__ */ new Set(), accepted: /* @__PURE__ */ new Set() };
        const comments = (0, review_ignores.aF)(document, policy.today);
        const excess = (0, yaml.xE)("findingsPerDocument", comments.length, policy.limits) ?? (0, violations.h2)(document, subjects, policy);
        if (excess !== void 0)
          return { findings: [], used, excess };
        const commentIndex = (0, review_ignores.hi)(comments);
        const mayIgnore = comments.length + policy.exemptions.length + policy.baseline.size > 0;
        const findings = [];
        for (const subject of subjects) {
          const { workload } = subject;
          const tightened = (0, review_subjects.Se)(subject) ? (0, lib_policy.IE)(policy, workload.namespace) : { policy, demand: void 0 };
          const scope = { ...tightened, workload: (0, identity.ek)(workload) };
          const counterpart = before && (before.get((0, only_new.gM)(subject)) ?? nothing);
          const ignores = mayIgnore ? (0, review_ignores.p1)(subject, policy, commentIndex, used) : void 0;
          for (const violation of (0, violations.Mg)(subject, scope.policy, counterpart))
            for (const finding of reportViolation(violation, scope, ignores, counterpart))
              findings.push(finding);
        }
        const objects = comments.length > 0 ? (0, pod.Qe)(document.value) : [];
        const unused = comments.flatMap((comment) => judgeComment(document, objects, comment, used, policy));
        return { findings: [...findings, ...unused].sort(compareFindings), used };
      }
      const nothing = { facts: /* @__PURE__ */ new Map(), containers: /* @__PURE__ */ new Map() };
      function reportViolation(violation, scope, ignores, counterpart) {
        const mode = (0, lib_policy.VV)(scope.policy, violation.rule, violation.level);
        const fates = splitByFate(violation, ignores, counterpart && mode && { facts: counterpart.facts, mode });
        if (!mode)
          return [];
        return fates.map((fate) => makeFinding(violation, fate, mode, scope));
      }
      function makeFinding(violation, fate, mode, { policy, demand, ...scope }) {
        const { rule, subject, level, at: path, origin, range, related = [] } = violation;
        const { containers, isNew, ignored } = fate;
        const { document, workload } = subject;
        const place = violation.readAt.get(containers[0]) ?? range;
        const location = (0, yaml.hD)(document, place);
        const text = place === range ? [] : [{ location: (0, yaml.hD)(document, range), message: sharedText }];
        const rejection = demand && (0, lib_policy.zo)(demand, level) ? [rejectionBy(demand)] : [];
        const names = nameAll(containers);
        const message = violation.text.replaceAll(violations.sz, () => names);
        return {
          rule,
          level,
          mode: policy.gate === "new" && isNew === false ? "audit" : mode,
          message: [message, ...rejection.map((each) => each.message)].join(" "),
          location,
          excerpt: (0, yaml.oZ)(document, place.start),
          document: document.index,
          path,
          workload,
          containers: containers.map(({ name }) => name),
          origin,
          new: isNew,
          fingerprint: (0, identity.ax)(violation, containers, scope.workload),
          facts: () => rule === rules.B0 ? [] : (0, identity.xS)(violation, containers),
          related: [
            ...text,
            ...related.map((each) => ({
              location: (0, yaml.hD)(document, (0, yaml.sd)(document, each.at)),
              message: each.message
            })),
            ...rejection
          ],
          ...offerFix(violation, fate),
          ignored
        };
      }
      const sharedText = "The text behind the alias stands here.";
      function nameAll(containers) {
        const names = containers.map(({ name }) => `"${name}"`);
        if (names.length === 0)
          return "the pod";
        return names.length === 1 ? `container ${names[0]}` : `containers ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
      }
      function rejectionBy({ name, levels: { enforce }, location, isBefore = false }) {
        const place = `${location.file}, line ${location.start.line}`;
        const message = isBefore ? `Before this change the namespace "${name}" enforced ${enforce} (${place}), and the cluster may still reject the pods.` : `The cluster will reject the pods: the namespace "${name}" enforces ${enforce} (${place}).`;
        return { location, message };
      }
      function judgeComment(document, objects, comment, used, policy) {
        const { range, path = [], defect } = comment;
        const why = defect ?? (used.comments.has(comment) ? void 0 : "no finding of its rules is there");
        const owner = why === void 0 ? void 0 : (0, pod.zr)(objects, path);
        if (why === void 0 || !owner || policy.rules[rules.B0.id] === "off")
          return [];
        const violation = (0, rules.F6)("comment", why, comment.path ?? owner.path);
        const subject = { document, workload: (0, pod.qk)(owner), object: owner.path, labels: {}, unknown: [] };
        const text = violation.message({ who: violations.sz, line: () => 0 });
        return reportViolation({ ...violation, rule: rules.B0, subject, range, readAt: /* @__PURE__ */ new Map(), text, wanted: /* @__PURE__ */ new Map() }, { policy, demand: void 0, workload: (0, identity.ek)(subject.workload) });
      }
      function compareFindings(a, b) {
        return a.location.range.start - b.location.range.start || rules.aO.indexOf(a.rule) - rules.aO.indexOf(b.rule);
      }
    })
  ),
  /***/
  5116: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        Mz: () => (
          /* binding */
          containersOf
        ),
        /* harmony export */
        Rj: () => (
          /* binding */
          fingerprint
        ),
        /* harmony export */
        ax: () => (
          /* binding */
          fingerprintOf
        ),
        /* harmony export */
        bg: () => (
          /* binding */
          findCovering
        ),
        /* harmony export */
        ek: () => (
          /* binding */
          hashWorkload
        ),
        /* harmony export */
        xS: () => (
          /* binding */
          factsOf
        ),
        /* harmony export */
        yD: () => (
          /* binding */
          factOf
        )
        /* harmony export */
      });
      var _pod_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(953);
      var _policy_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1672);
      var _yaml_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6783);
      var _subjects_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9175);
      function factsOf(violation, containers = violation.containers) {
        return containersOf({ containers }).map((container) => factOf(violation, container));
      }
      function containersOf({ containers }) {
        return containers.length > 0 ? containers : [void 0];
      }
      function factOf({ rule, subject, at: place, level, extent }, container) {
        const root = subject.document.value;
        const written = (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_2__.fK)(root, place);
        const depth = depthOfOwner(subject, place);
        const names = extent ? place.slice(depth).filter((step) => typeof step === "string") : fieldNames(root, place, depth);
        return {
          rule: rule.id,
          level,
          container: container ? (0, _subjects_js__WEBPACK_IMPORTED_MODULE_3__.Ho)(container) : null,
          field: names.join("."),
          value: typeof written === "string" || typeof written === "number" ? written : null,
          extent: extent?.(container) ?? []
        };
      }
      function depthOfOwner(subject, path) {
        if (!(0, _subjects_js__WEBPACK_IMPORTED_MODULE_3__.Se)(subject))
          return subject.object.length;
        const owner = (0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.FA)(subject, path);
        if (owner)
          return owner.path.length;
        return (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_2__.w1)(path, subject.path) ? subject.path.length : subject.object.length;
      }
      function fieldNames(root, path, depth) {
        return (0, _subjects_js__WEBPACK_IMPORTED_MODULE_3__.rT)(root, path).slice(depth).filter((step) => typeof step === "string");
      }
      function findCovering({ coveredBy }, { container }, known, counts = () => true) {
        return coveredBy === void 0 ? void 0 : (0, _policy_index_js__WEBPACK_IMPORTED_MODULE_1__.T9)({ rule: coveredBy, container }, known).find(counts);
      }
      function fingerprintOf({ rule, subject, at: place }, containers, workload) {
        const { document, object } = subject;
        const owner = containers.find(({ path }) => (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_2__.w1)(place, path));
        const field = fieldNames(document.value, place, owner ? owner.path.length : object.length);
        const written = (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_2__.fK)(document.value, place);
        const value = typeof written === "object" ? null : written;
        const names = containers.length > 0 ? containers.map(({ name }) => name) : [null];
        const each = names.map((container) => fingerprint({ rule: rule.id, workload, container, field, value }));
        return each.length === 1 ? each.join() : hexadecimal(hash(each.toSorted().join()));
      }
      function fingerprint({ rule, workload, container, field, value = null }) {
        return hexadecimal(hash(JSON.stringify([rule, container, value, ...field]), workload));
      }
      function hashWorkload({ apiVersion, kind, namespace, name }) {
        return hash(JSON.stringify([(0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.hb)(apiVersion), kind, namespace, name]));
      }
      function hash(text, start = { high: 3735928559, low: 1103547991 }) {
        let { high, low } = start;
        for (let index = 0; index < text.length; index++) {
          const unit = text.charCodeAt(index);
          high = Math.imul(high ^ unit, 2654435761);
          low = Math.imul(low ^ unit, 1597334677);
        }
        return { high, low };
      }
      function hexadecimal({ high, low }) {
        return mix(high, low) + mix(low, high);
      }
      function mix(a, b) {
        const half = Math.imul(a ^ a >>> 16, 2246822507) ^ Math.imul(b ^ b >>> 13, 3266489909);
        return (half >>> 0).toString(16).padStart(8, "0");
      }
    })
  ),
  /***/
  6075: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        EP: () => (
          /* binding */
          findIgnore
        ),
        /* harmony export */
        aF: () => (
          /* binding */
          findIgnoreComments
        ),
        /* harmony export */
        hi: () => (
          /* binding */
          indexComments
        ),
        /* harmony export */
        p1: () => (
          /* binding */
          ignoresFor
        )
        /* harmony export */
      });
      var _pod_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(953);
      var _policy_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1672);
      var _rules_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6085);
      var _yaml_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6783);
      var _identity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5116);
      var _subjects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9175);
      const ruleIds = _rules_index_js__WEBPACK_IMPORTED_MODULE_2__.aO.map(({ id: id2 }) => id2);
      const marker = "secctx:";
      const form = "# secctx: ignore[rule] reason; until 2027-06-30";
      function findIgnoreComments(document, today) {
        return (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_3__.H3)(document, marker).flatMap(({ text, range, path }) => {
          const content = /^#+\s*secctx:\s*(.*?)\s*$/.exec(text)?.[1];
          return content === void 0 ? [] : [{ range, path, ...parseComment(content, path, today) }];
        });
      }
      function parseComment(content, path, today) {
        const [, list, rest = ""] = /^ignore\s*\[([^\]]*)\]\s*(.*)$/.exec(content) ?? [];
        if (list === void 0)
          return defective(`it is not of the form "${form}"`);
        const ids2 = list.split(",").map((id2) => id2.trim());
        const unknown = ids2.find((id2) => !ruleIds.includes(id2));
        if (unknown !== void 0) {
          const near = (0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.Qx)(unknown, ruleIds);
          const hint = near === void 0 ? ": `secctx explain` lists them" : `, did you mean ${near}?`;
          return defective(unknown === "" ? "it names no rule" : `there is no rule ${JSON.stringify(unknown)}${hint}`);
        }
        const [, reason = "", until] = /^(.*?)(?:\s*;\s*until\b\s*(.*))?$/.exec(rest) ?? [];
        if (until !== void 0 && !(0, _policy_index_js__WEBPACK_IMPORTED_MODULE_1__.N)(until))
          return defective(`${JSON.stringify(until)} is not a day: write one such as 2027-06-30`);
        const day = until === void 0 ? (0, _policy_index_js__WEBPACK_IMPORTED_MODULE_1__.On)(reason) : void 0;
        if (day !== void 0)
          return defective(`${JSON.stringify(day)} looks like its last day, which only "; until 2027-06-30" at the end is`);
        if (!/[\p{L}\p{N}]/u.test(reason))
          return defective("it gives no reason: write one behind the brackets");
        if (path === void 0)
          return defective("nothing stands on its line or below it");
        const expires = until ?? null;
        return { rules: ids2, reason, expires, defect: (0, _policy_index_js__WEBPACK_IMPORTED_MODULE_1__.oN)(expires, today) ? `it expired on ${expires}` : void 0 };
      }
      function defective(defect) {
        return { rules: [], reason: "", expires: null, defect };
      }
      function indexComments(comments) {
        const index = /* @__PURE__ */ new Map();
        for (const comment of comments.toReversed())
          if (comment.defect === void 0 && comment.path)
            for (const rule of comment.rules)
              index.set(`${rule} ${(0, _subjects_js__WEBPACK_IMPORTED_MODULE_5__.TN)(comment.path)}`, comment);
        return index;
      }
      function ignoresFor({ document, workload }, policy, comments, used) {
        const accepted = policy.baseline.get((0, _policy_index_js__WEBPACK_IMPORTED_MODULE_1__.f6)(workload)) ?? [];
        return {
          comments,
          exemptions: (0, _policy_index_js__WEBPACK_IMPORTED_MODULE_1__.Yn)(workload, document.file, policy),
          accepted: (0, _policy_index_js__WEBPACK_IMPORTED_MODULE_1__.qj)(accepted),
          used
        };
      }
      function findIgnore(violation, container, { comments, exemptions, accepted, used }) {
        const { rule, at: place } = violation;
        const fact = accepted.size > 0 ? (0, _identity_js__WEBPACK_IMPORTED_MODULE_4__.yD)(violation, container) : void 0;
        const entry = fact && (0, _policy_index_js__WEBPACK_IMPORTED_MODULE_1__.X3)(fact, accepted);
        if (entry)
          used.accepted.add(entry);
        const comment = comments.size > 0 ? findComment(rule.id, [place, container?.path ?? place], comments) : void 0;
        if (comment) {
          used.comments.add(comment);
          return { by: "comment", reason: comment.reason, expires: comment.expires };
        }
        const exemption = exemptions.find((each) => (0, _policy_index_js__WEBPACK_IMPORTED_MODULE_1__.U4)(each, rule.id, container));
        if (exemption) {
          used.exemptions.add(exemption);
          return { by: "config", reason: exemption.reason, expires: exemption.expires };
        }
        const inBaseline = entry ?? (fact && (0, _identity_js__WEBPACK_IMPORTED_MODULE_4__.bg)(rule, fact, accepted));
        return inBaseline ? { by: "baseline", reason: `accepted in ${inBaseline.file}`, expires: null } : null;
      }
      function findComment(rule, places, comments) {
        const around = places.flatMap((place) => [...place, ""].flatMap((_, depth) => comments.get(`${rule} ${(0, _subjects_js__WEBPACK_IMPORTED_MODULE_5__.TN)(place.slice(0, depth))}`) ?? []));
        return around.toSorted((a, b) => a.range.start - b.range.start)[0];
      }
    })
  ),
  /***/
  6444: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        DK: () => (
          /* binding */
          findUnreadImages
        ),
        /* harmony export */
        Ih: () => (
          /* binding */
          findImageNotes
        ),
        /* harmony export */
        Mz: () => (
          /* binding */
          findImages
        )
        /* harmony export */
      });
      var _pod_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(953);
      var _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6783);
      var _documents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2258);
      function findImages(sources, policy) {
        return (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.xt)(() => {
          const wanted = /* @__PURE__ */ new Map();
          for (const { spec, containers } of readPods(sources, policy))
            for (const { image } of containers)
              for (const platform of image ? (0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.Rd)(spec) : [])
                wanted.set(`${image} ${platform}`, { image: image ?? "", platform });
          return [...wanted].sort(([a], [b]) => a < b ? -1 : 1).map(([, each]) => each);
        });
      }
      function findImageNotes(sources, policy) {
        return (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.xt)(() => findUnreadImages(readPods(sources, policy), policy.images));
      }
      function readPods(sources, policy) {
        return sources.flatMap((source) => (0, _documents_js__WEBPACK_IMPORTED_MODULE_2__.WI)(source, policy).documents.flatMap((document) => (0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.K7)(document, policy)));
      }
      function findUnreadImages(pods, images) {
        if (images.size === 0)
          return [];
        return pods.flatMap(({ document, spec, containers }) => containers.flatMap(({ name, image, path }) => {
          const answer = (0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.hM)(images, image, (0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.Rd)(spec));
          if (!answer)
            return [];
          const missing = describeMissing(answer);
          if (missing === void 0)
            return [];
          const line = (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.mh)(document, (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.sd)(document, [...path, "image"]).start);
          return [{ severity: "note", file: document.file, line, message: `Container "${name}": ${missing}` }];
        }));
      }
      function describeMissing(answer) {
        if ("error" in answer)
          return `could not read the image: ${answer.error}. The container is judged without it.`;
        const { layersError } = answer;
        return layersError === void 0 ? void 0 : `could not read the layers of the image: ${layersError}. What its programs carry in their files is not known.`;
      }
    })
  ),
  /***/
  5166: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        KB: () => (
          /* binding */
          isOmissionKind
        ),
        /* harmony export */
        nX: () => (
          /* binding */
          noteOmissions
        ),
        /* harmony export */
        xX: () => (
          /* binding */
          findOmission
        )
        /* harmony export */
      });
      var _pod_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(953);
      var _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6783);
      function findOmission(source, { documents, problems }, isReadable) {
        const { file, text, before, unread } = source;
        const errors = problems.filter(({ severity }) => severity === "error");
        const [first] = errors;
        const omit = (what, line, message) => {
          return { file, line, message, what, looksLikeWorkload: (0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.LF)(text) };
        };
        if (!first) {
          const isUnjudged = documents.length === 0 && findChart(file) !== void 0 && holdsAction(text);
          return isUnjudged ? omit("template", 1, "This is a template: render it, then review what it makes.") : void 0;
        }
        if (unread?.what === "closed")
          return void 0;
        const wasManifest = before !== void 0 && (0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.xT)(before);
        const isTooLarge = errors.some(({ message }) => (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.VE)(message));
        const isTemplate = !unread && holdsAction(text) && !isTooLarge;
        const mayBeManifest = isTemplate ? wasManifest && isReadable(before) : wasManifest || (0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.xT)(text);
        if (mayBeManifest)
          return void 0;
        if (unread)
          return omit(unread.what, first.line, `${unread.reason.charAt(0).toUpperCase()}${unread.reason.slice(1)}.`);
        return omit(isTemplate ? "template" : isTooLarge ? "large" : "text", first.line, first.message);
      }
      function holdsAction(text) {
        const start = text.search(/\{\{[^{}]/);
        return start !== -1 && text.includes("}}", start);
      }
      function noteOmissions(omissions) {
        const charts = /* @__PURE__ */ new Map();
        const others = [];
        for (const omission of omissions) {
          const chart = omission.what === "template" ? findChart(omission.file) : void 0;
          if (chart === void 0)
            others.push(omission);
          else
            charts.set(chart, [...charts.get(chart) ?? [], omission]);
        }
        return [...[...charts.values()].map(noteChart), ...noteOthers(others)];
      }
      function findChart(file) {
        return /^(.*?)(^|\/)templates\//.exec(file)?.[1];
      }
      function noteChart(templates) {
        const [{ file }] = templates;
        const count = templates.length === 1 ? "1 template" : `${templates.length} templates`;
        const message = `A Helm chart, not evaluated (${count}): pipe \`helm template\` into \`secctx check -\`.`;
        return { severity: "note", file, line: 1, message };
      }
      function noteOthers(omissions) {
        const [first] = omissions;
        if (!first)
          return [];
        const kinds = Object.entries(nouns).flatMap(([what, [one, many]]) => {
          const count = omissions.filter((each) => each.what === what).length;
          return count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`];
        });
        const suspects = omissions.filter((each) => each.looksLikeWorkload).map(({ file }) => file);
        const passed = omissions.length === 1 ? `This was passed over, because it can't be a manifest. ${first.message}` : `${omissions.length} files were passed over, because they can't be manifests: ${kinds.join(", ")}. The first is here.`;
        const unjudged = suspects.length === 0 ? "" : ` Not judged, although there is something like a workload in it: ${suspects.join(", ")}.`;
        return [{ severity: "note", file: first.file, line: first.line, message: `${passed}${unjudged}` }];
      }
      function isOmissionKind(what) {
        return typeof what === "string" && Object.hasOwn(nouns, what);
      }
      const nouns = {
        template: ["text with template actions", "texts with template actions"],
        text: ["text that is neither YAML nor JSON", "texts that are neither YAML nor JSON"],
        encoding: ["text that is not UTF-8", "texts that are not UTF-8"],
        binary: ["binary file", "binary files"],
        pointer: ["Git LFS pointer", "Git LFS pointers"],
        link: ["link to another file", "links to other files"],
        submodule: ["submodule", "submodules"],
        large: ["file that is too large", "files that are too large"]
      };
    })
  ),
  /***/
  2323: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        Ql: () => (
          /* binding */
          moveToPod
        ),
        /* harmony export */
        eU: () => (
          /* binding */
          pairWithBase
        ),
        /* harmony export */
        gM: () => (
          /* binding */
          subjectPlace
        )
        /* harmony export */
      });
      var _policy_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1672);
      var _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6783);
      var _subjects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9175);
      function pairWithBase(heads, bases) {
        const heading = heads.map((subject) => ({ subject, ...traitsOf(subject) }));
        const based = bases.map((base) => ({ ...base, ...traitsOf(base.subject) }));
        const keys = [
          ({ file, id: id2, shape }) => JSON.stringify([file, id2, shape]),
          ({ file, id: id2 }) => JSON.stringify([file, id2]),
          ({ id: id2, shape }) => JSON.stringify([id2, shape]),
          ({ id: id2 }) => id2,
          ({ kind, shape }) => JSON.stringify([kind, shape]),
          ({ kind, frame }) => JSON.stringify([kind, frame])
        ];
        const pairs = pairByKeys(heading, based, keys);
        return new Map([...pairs].map(([{ subject }, base]) => [subjectPlace(subject), counterpartOf(subject, base)]));
      }
      function pairByKeys(heads, bases, keys) {
        const pairs = /* @__PURE__ */ new Map();
        const taken = /* @__PURE__ */ new Set();
        for (const key of keys) {
          const open = /* @__PURE__ */ new Map();
          for (const base of bases) {
            if (taken.has(base))
              continue;
            const like = open.get(key(base));
            if (like)
              like.push(base);
            else
              open.set(key(base), [base]);
          }
          for (const like of open.values())
            like.reverse();
          for (const head of heads) {
            const base = pairs.has(head) ? void 0 : open.get(key(head))?.pop();
            if (!base)
              continue;
            taken.add(base);
            pairs.set(head, base);
          }
        }
        return pairs;
      }
      function subjectPlace(subject) {
        const { file, index } = subject.document;
        return JSON.stringify([file, index, (0, _subjects_js__WEBPACK_IMPORTED_MODULE_2__.Se)(subject) ? subject.path : subject.object]);
      }
      function traitsOf(subject) {
        const { document, workload, object } = subject;
        const own = (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.fK)(document.value, object) ?? null;
        const path = (0, _subjects_js__WEBPACK_IMPORTED_MODULE_2__.Se)(subject) ? (0, _subjects_js__WEBPACK_IMPORTED_MODULE_2__.rT)(own, subject.path.slice(object.length)).join(".") : "";
        const describe = (...left) => (0, _subjects_js__WEBPACK_IMPORTED_MODULE_2__.Se)(subject) ? (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.A4)(omitFromContainers(subject.spec, left)) : JSON.stringify(subject.labels);
        return {
          file: document.file,
          id: `${(0, _policy_index_js__WEBPACK_IMPORTED_MODULE_0__.f6)(workload)} ${path}`,
          kind: `${(0, _policy_index_js__WEBPACK_IMPORTED_MODULE_0__.f6)({ ...workload, namespace: null, name: "" })} ${path}`,
          shape: describe("name"),
          frame: describe("name", "image")
        };
      }
      function omitFromContainers(spec, left) {
        const entries = Object.entries(spec).map(([key, value]) => {
          if (!/ontainers$/.test(key) || !(0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.Lv)(value))
            return [key, value];
          return [key, value.map((container) => omit(container, left))];
        });
        return Object.fromEntries(entries);
      }
      function omit(value, left) {
        return (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.Ce)(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !left.includes(key))) : value;
      }
      function counterpartOf(head, { subject: base, facts }) {
        const pairs = pairByKeys((0, _subjects_js__WEBPACK_IMPORTED_MODULE_2__.Se)(head) ? head.containers : [], (0, _subjects_js__WEBPACK_IMPORTED_MODULE_2__.Se)(base) ? base.containers : [], [
          _subjects_js__WEBPACK_IMPORTED_MODULE_2__.Ho,
          ({ type, spec }) => `${type} ${(0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.A4)(omit(spec, ["name"]))}`,
          ({ type, spec }) => `${type} ${(0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.A4)(omit(spec, ["name", "image"]))}`
        ]);
        const nameNow = new Map([...pairs].map(([now, then]) => [(0, _subjects_js__WEBPACK_IMPORTED_MODULE_2__.Ho)(then), (0, _subjects_js__WEBPACK_IMPORTED_MODULE_2__.Ho)(now)]));
        const renamed = facts.flatMap((fact) => {
          if (fact.container === null)
            return fact;
          const container = nameNow.get(fact.container);
          return container === void 0 ? [] : { ...fact, container };
        });
        return {
          facts: (0, _policy_index_js__WEBPACK_IMPORTED_MODULE_0__.qj)(renamed),
          containers: new Map([...pairs].map(([now, then]) => [(0, _subjects_js__WEBPACK_IMPORTED_MODULE_2__.Ho)(now), then]))
        };
      }
      function moveToPod(violation, pod, before) {
        const { at: place, origin, containers } = violation;
        if (origin !== "default" || containers.length === 0)
          return violation;
        const wasOnPod = containers.every((container) => {
          const { context } = container;
          const field = String(place[((0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.w1)(place, context) ? context : pod.context).length]);
          const then = before.containers.get((0, _subjects_js__WEBPACK_IMPORTED_MODULE_2__.Ho)(container))?.effective;
          return then?.[field]?.origin === "pod";
        });
        if (!wasOnPod)
          return violation;
        const own = containers.find(({ context }) => (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.w1)(place, context))?.context;
        return {
          ...violation,
          at: own ? [...pod.context, ...place.slice(own.length)] : place,
          message: (say) => `${violation.message(say)} Before this change the pod set it.`
        };
      }
    })
  ),
  /***/
  4818: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        EB: () => (
          /* binding */
          addProblems
        ),
        /* harmony export */
        h: () => (
          /* binding */
          collectReview2
        ),
        /* harmony export */
        im: () => (
          /* binding */
          compareProblems
        )
        /* harmony export */
      });
      async function collectReview2({ manifests }) {
        const [sources, findings, workloads] = [[], [], []];
        for (; ; ) {
          const { done, value } = await manifests.next();
          if (done)
            return { sources, result: { ...value, findings: [...findings, ...value.findings], workloads } };
          sources.push(value.source);
          for (const finding of value.findings)
            findings.push(finding);
          for (const workload of value.workloads)
            workloads.push(workload);
        }
      }
      function addProblems(review, problems, files) {
        const isIncomplete = problems.some(({ severity }) => severity === "error");
        return {
          ...review,
          verdict: isIncomplete ? "error" : review.verdict,
          problems: [...problems, ...review.problems].toSorted(compareProblems),
          files
        };
      }
      function compareProblems(a, b) {
        return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
      }
    })
  ),
  /***/
  9175: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        Ho: () => (
          /* binding */
          containerKey
        ),
        /* harmony export */
        Pc: () => (
          /* binding */
          findSubjects
        ),
        /* harmony export */
        Se: () => (
          /* binding */
          isPod
        ),
        /* harmony export */
        TN: () => (
          /* binding */
          keyOf
        ),
        /* harmony export */
        rT: () => (
          /* binding */
          nameSteps
        )
        /* harmony export */
      });
      var _pod_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(953);
      var _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6783);
      function findSubjects(document, policy) {
        return [...(0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.K7)(document, policy), ...(0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.Gl)(document, policy)];
      }
      function isPod(subject) {
        return "containers" in subject;
      }
      function nameSteps(root, path) {
        let value = root;
        return path.map((step) => {
          value = (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.C5)(value, step);
          const name = typeof step === "number" ? (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.C5)(value, "name") : step;
          return typeof name === "string" ? name : step;
        });
      }
      function keyOf(path) {
        return JSON.stringify(path);
      }
      function containerKey({ name, type }) {
        return type === "app" ? name : `${name} (${type})`;
      }
    })
  ),
  /***/
  9750: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        Mg: () => (
          /* binding */
          findViolations
        ),
        /* harmony export */
        h2: () => (
          /* binding */
          excessOfFindings
        ),
        /* harmony export */
        sz: () => (
          /* binding */
          everyone
        )
        /* harmony export */
      });
      var _rules_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6085);
      var _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6783);
      var _only_new_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2323);
      var _subjects_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9175);
      const everyone = "\0everyone\0";
      function findViolations(subject, policy, before) {
        const found = [];
        for (const rule of _rules_index_js__WEBPACK_IMPORTED_MODULE_0__.aO) {
          const violations = runRule(rule, subject, policy);
          if (violations.length === 0)
            continue;
          const wanted = subject.document.aliases.length > 0 ? patchesByPlace(violations) : nothingWanted;
          const moved = before && (0, _subjects_js__WEBPACK_IMPORTED_MODULE_3__.Se)(subject) ? violations.map((each) => (0, _only_new_js__WEBPACK_IMPORTED_MODULE_2__.Ql)(each, subject, before)) : violations;
          for (const each of mergeLike(moved.map((violation) => place(violation, rule, subject, wanted))))
            found.push(each);
        }
        return found;
      }
      function runRule(rule, subject, policy) {
        if (policy.rules[rule.id] === "off")
          return [];
        if (!(0, _subjects_js__WEBPACK_IMPORTED_MODULE_3__.Se)(subject))
          return [...rule.checkNamespace?.(subject) ?? []];
        const { kubernetesVersion: version, enforce: enforced, fix } = policy;
        const violations = [...(0, _rules_index_js__WEBPACK_IMPORTED_MODULE_0__.QW)(rule, subject, { version, enforced, fix })];
        return subject.isFragment ? violations.filter(({ origin }) => origin !== "default") : violations;
      }
      function place(violation, rule, subject, wanted) {
        const { document } = subject;
        const line = (path) => (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.mh)(document, (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.sd)(document, path).start);
        const text = violation.message({ who: everyone, line });
        const range = (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.sd)(document, violation.at);
        return { ...violation, rule, subject, range, readAt: findReaders(violation, document, range), text, wanted };
      }
      function findReaders({ at, containers }, document, range) {
        const place2 = document.aliases.length > 0 ? (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.m6)(document, at) : range;
        if (place2.start === range.start)
          return nowhere;
        return new Map((containers.length > 0 ? containers : [void 0]).map((container) => [container, place2]));
      }
      const nowhere = /* @__PURE__ */ new Map();
      function mergeLike(violations) {
        if (violations.length < 2)
          return violations;
        const merged = /* @__PURE__ */ new Map();
        for (const violation of violations) {
          const { range, level, text, containers, extent } = violation;
          const reach = extent?.(containers[0]).join(" ") ?? "";
          const key = `${range.start} ${range.end} ${level} ${reach} ${text.replace(/line \d+/g, "line")}`;
          const like = merged.get(key) ?? { first: violation, containers: /* @__PURE__ */ new Set(), readAt: /* @__PURE__ */ new Map() };
          for (const container of containers)
            like.containers.add(container);
          for (const [container, place2] of violation.readAt)
            like.readAt.set(container, place2);
          merged.set(key, like);
        }
        return [...merged.values()].map(({ first, containers, readAt }) => ({
          ...first,
          containers: [...containers],
          readAt
        }));
      }
      const nothingWanted = /* @__PURE__ */ new Map();
      function patchesByPlace(violations) {
        const patches = violations.flatMap(({ fix }) => fix && "patches" in fix ? fix.patches : []);
        const byPlace = new Map(patches.map(({ path }) => [(0, _subjects_js__WEBPACK_IMPORTED_MODULE_3__.TN)(path), []]));
        for (const patch of patches)
          byPlace.get((0, _subjects_js__WEBPACK_IMPORTED_MODULE_3__.TN)(patch.path))?.push(patch);
        return byPlace;
      }
      function excessOfFindings({ range }, subjects, policy) {
        const sizes = subjects.map((subject) => (0, _subjects_js__WEBPACK_IMPORTED_MODULE_3__.Se)(subject) ? subject.containers.length : 1);
        const largest = sizes.reduce((a, b) => Math.max(a, b), 1);
        if ((range.end - range.start) * largest <= policy.limits.findingsPerDocument)
          return void 0;
        let count = 0;
        for (const subject of subjects)
          for (const rule of _rules_index_js__WEBPACK_IMPORTED_MODULE_0__.aO)
            for (const { containers } of runRule(rule, subject, policy))
              count += Math.max(1, containers.length);
        return (0, _yaml_index_js__WEBPACK_IMPORTED_MODULE_1__.xE)("findingsPerDocument", count, policy.limits);
      }
    })
  ),
  /***/
  6085: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        w4: () => (
          /* reexport */
          admit
        ),
        QW: () => (
          /* binding */
          checkPod
        ),
        ne: () => (
          /* binding */
          controls
        ),
        Mc: () => (
          /* reexport */
          levelIn
        ),
        F6: () => (
          /* reexport */
          reportUnused
        ),
        aO: () => (
          /* binding */
          rules
        ),
        B0: () => (
          /* reexport */
          unusedIgnore
        )
      });
      var lib_pod = __webpack_require__(953);
      var yaml = __webpack_require__(6783);
      ;
      const runtimeSockets = [
        "/run/docker.sock",
        "/run/containerd/containerd.sock",
        "/run/k3s/containerd/containerd.sock",
        "/run/crio/crio.sock",
        "/run/cri-dockerd.sock",
        "/run/podman/podman.sock",
        "//./pipe/docker_engine",
        "//./pipe/containerd-containerd"
      ];
      const socket = "the container runtime's socket is there, which is root on the node: whoever connects to it starts containers that own the node, and a read-only mount does not prevent that";
      const devices = "the node's devices are there: a privileged container can read and change its disks through them, read-only mount or not, which is root on the node";
      const places = [
        {
          paths: ["/", "C:"],
          read: "every file of the node can be read there, and the container runtime's socket be used, which is root on the node",
          write: "every file of the node can be changed there, which is root on the node"
        },
        {
          paths: runtimeSockets,
          read: socket,
          write: socket
        },
        { paths: ["/dev"], read: devices, write: devices },
        {
          paths: ["/etc/kubernetes/manifests"],
          includesBelow: true,
          write: "the pods that the kubelet starts unasked can be changed there, which is root on the node"
        },
        {
          paths: ["/etc/kubernetes"],
          includesBelow: true,
          read: "the keys and the configuration of Kubernetes can be read there",
          write: "the keys and the configuration of Kubernetes can be read and changed there"
        },
        {
          paths: ["/etc/cron.d", "/etc/ld.so.preload", "/etc/passwd", "/etc/sudoers", "/etc/systemd", "/var/spool/cron"],
          includesBelow: true,
          write: "the node's accounts, cron jobs and services can be changed there, which is root on the node"
        },
        {
          paths: ["/etc/shadow", "/etc/ssh"],
          includesBelow: true,
          read: "the node's keys and password hashes can be read there",
          write: "the node's keys and password hashes can be changed there, which is root on the node"
        },
        {
          paths: ["/bin", "/sbin", "/lib", "/lib64", "/usr/bin", "/usr/sbin", "/usr/lib", "/usr/lib64", "/usr/local", "/opt/cni", "/etc/cni", "/boot"],
          includesBelow: true,
          write: "what the node runs as root can be changed there, which is root on the node"
        },
        {
          paths: ["/root", "/home"],
          includesBelow: true,
          read: "private keys of the node's accounts can be read there",
          write: "an SSH key can be added there, which is a login on the node"
        },
        {
          paths: ["/proc", "/sys"],
          includesBelow: true,
          read: "the processes and the kernel of the node can be looked into there",
          write: "settings that name a program for the kernel to start as root can be changed there, which is root on the node"
        },
        {
          paths: ["/var/lib/kubelet"],
          includesBelow: true,
          read: "the kubelet's credentials and the secrets of every pod on the node can be read there",
          write: "the kubelet's credentials and the secrets of every pod on the node can be read and changed there"
        },
        {
          paths: ["/var/lib/etcd"],
          includesBelow: true,
          read: "all that the cluster stores can be read there, secrets included",
          write: "all that the cluster stores can be changed there, which is the whole cluster"
        },
        {
          paths: ["/var/lib/containerd", "/var/lib/containers", "/var/lib/docker", "/var/lib/rancher"],
          includesBelow: true,
          read: "the files of every container on the node can be read there",
          write: "the programs of every container on the node can be changed there"
        },
        {
          paths: ["/var/log"],
          includesBelow: true,
          read: "the logs of the node and of its containers can be read there, which is not root on the node",
          write: "the logs of the node and of its containers can be read and forged there, which is not root on the node; but through a link that is put there, the kubelet shows any file to whoever may ask it for logs"
        }
      ];
      function describeNodePath(path, access) {
        const plain = normalize(path);
        const place = places.find((each) => each[access] !== void 0 && isAt(each, plain));
        if (place)
          return place[access] ?? "";
        return access === "write" ? "files of the node can be changed there, and what reads them on the node trusts them" : "files of the node can be read there";
      }
      function isRuntimeSocket(path) {
        return runtimeSockets.includes(normalize(path));
      }
      function isDevice(path) {
        const plain = normalize(path);
        return isWithin(plain, "/dev") && !usableDevices.some((each) => isWithin(plain, each));
      }
      const usableDevices = [
        "/dev/null",
        "/dev/zero",
        "/dev/full",
        "/dev/random",
        "/dev/urandom",
        "/dev/tty",
        "/dev/ptmx",
        "/dev/pts",
        "/dev/shm",
        "/dev/mqueue",
        "/dev/hugepages",
        "/dev/log"
      ];
      function isAt({ paths, includesBelow = false }, path) {
        return paths.some((each) => isWithin(each, path) || includesBelow && isWithin(path, each));
      }
      function isWithin(path, folder) {
        return path === folder || path.startsWith(`${folder}/`);
      }
      function normalize(path) {
        const slashed = path.replaceAll("\\", "/");
        if (slashed.startsWith("//./"))
          return slashed.toLowerCase();
        const steps = slashed.split("/").filter((step) => step !== "" && step !== ".");
        if (/^[a-z]:$/i.test(steps[0] ?? ""))
          return steps.join("/").toUpperCase();
        return `/${steps.join("/")}`.replace(/^\/var\/run(?=\/|$)/, "/run");
      }
      ;
      const handlers = [
        ["livenessProbe"],
        ["readinessProbe"],
        ["startupProbe"],
        ["lifecycle", "postStart"],
        ["lifecycle", "preStop"]
      ];
      ;
      function volumesIn({ path, spec }) {
        const volumes = (0, yaml.Lv)(spec.volumes) ? spec.volumes : [];
        return volumes.flatMap((volume, index) => {
          if (!(0, yaml.Ce)(volume))
            return [];
          const name = typeof volume.name === "string" ? volume.name : "";
          return [{ name, path: [...path, "volumes", index], fields: volume, types: typesOf(volume) }];
        });
      }
      function typesOf(volume) {
        return Object.keys(volume).filter((key) => knownTypes.has(key) && typeof volume[key] === "object" && volume[key] !== null);
      }
      function mountersByVolume({ containers }) {
        const mounters = /* @__PURE__ */ new Map();
        for (const container of containers) {
          for (const name of new Set(mountsOf(container.spec).map((mount) => mount.name))) {
            const known = mounters.get(name);
            if (known)
              known.push(container);
            else
              mounters.set(name, [container]);
          }
        }
        return mounters;
      }
      function nodePathsOf(pod, { spec }) {
        const names = new Set(mountsOf(spec).map(({ name }) => name));
        return volumesIn(pod).flatMap(({ name, fields: { hostPath } }) => {
          const path = names.has(name) && (0, yaml.Ce)(hostPath) ? hostPath.path : void 0;
          return typeof path === "string" ? [path] : [];
        });
      }
      function mountsOf({ volumeMounts }) {
        return (0, yaml.Lv)(volumeMounts) ? volumeMounts.filter(yaml.Ce) : [];
      }
      function isOnVolume(folder, container) {
        const path = withSlash(folder);
        return mountsOf(container).some(({ mountPath }) => typeof mountPath === "string" && path.startsWith(withSlash(mountPath)));
      }
      function withSlash(path) {
        return `${path.replace(/\/+$/, "")}/`;
      }
      const allowedVolumeTypes = [
        "configMap",
        "csi",
        "downwardAPI",
        "emptyDir",
        "ephemeral",
        "image",
        "persistentVolumeClaim",
        "projected",
        "secret"
      ];
      const otherVolumeTypes = [
        "hostPath",
        "gcePersistentDisk",
        "awsElasticBlockStore",
        "gitRepo",
        "nfs",
        "iscsi",
        "glusterfs",
        "rbd",
        "flexVolume",
        "cinder",
        "cephfs",
        "flocker",
        "fc",
        "azureFile",
        "vsphereVolume",
        "quobyte",
        "azureDisk",
        "photonPersistentDisk",
        "portworxVolume",
        "scaleIO",
        "storageos"
      ];
      const knownTypes = /* @__PURE__ */ new Set([...allowedVolumeTypes, ...otherVolumeTypes]);
      ;
      const kinds = [
        { names: ["chown", "chgrp"], capabilities: ["CHOWN"] },
        {
          names: ["su", "gosu", "su-exec", "setpriv", "runuser", "s6-setuidgid", "chpst"],
          capabilities: ["SETGID", "SETUID"]
        },
        { names: ["sudo", "doas"], capabilities: ["SETGID", "SETUID"], needs: "set-uid" },
        { names: ["setcap"], capabilities: ["SETFCAP"] },
        { names: ["mknod"], capabilities: ["MKNOD"] },
        { names: ["chroot"], capabilities: ["SYS_CHROOT"] },
        { names: ["mount"], capabilities: ["SYS_ADMIN"], isHarmless: (options) => options.length === 0 },
        { names: ["umount", "swapon", "swapoff", "nsenter", "fusermount", "fusermount3"], capabilities: ["SYS_ADMIN"] },
        { names: ["tcpdump", "tshark", "dumpcap", "arping"], capabilities: ["NET_RAW"] },
        { names: ["ping", "ping6"], capabilities: ["NET_RAW"], needs: "raw sockets" },
        { names: ["chronyd", "ntpd", "hwclock"], capabilities: ["SYS_TIME"] },
        { names: ["modprobe", "insmod", "rmmod"], capabilities: ["SYS_MODULE"] },
        {
          names: [
            "iptables",
            "ip6tables",
            "iptables-restore",
            "ip6tables-restore",
            "iptables-legacy",
            "iptables-nft",
            "nft",
            "ipset",
            "tc",
            "ebtables",
            "ipvsadm"
          ],
          capabilities: ["NET_ADMIN"]
        },
        {
          names: ["sysctl"],
          capabilities: [],
          needs: "privileged",
          isHarmless: (options) => !options.some((option) => /^(-w|--write|-p|--load|--system)|=/.test(option))
        },
        {
          names: ["apk", "apt", "apt-get", "dnf", "microdnf", "yum"],
          capabilities: ["CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"],
          needs: "its own files",
          isHarmless: (options) => !options.some((option) => /^(add|install|update|upgrade)$/.test(option))
        },
        {
          names: ["adduser", "addgroup", "groupadd", "useradd", "usermod"],
          capabilities: ["CHOWN"],
          needs: "its own files"
        }
      ];
      const byName = new Map(kinds.flatMap((kind) => kind.names.map((name) => [name, kind])));
      const kernelSettings = {
        name: "/proc/sys",
        does: "writes to /proc/sys or /sys",
        capabilities: [],
        needs: "privileged"
      };
      function programsOf({ spec }) {
        const handled = handlers.map((handler) => textsIn((0, yaml.fK)(spec, [...handler, "exec", "command"])));
        const lists = [[...textsIn(spec.command), ...textsIn(spec.args)], ...handled].filter(({ length }) => length > 0);
        const programs = /* @__PURE__ */ new Map();
        for (const [path = "", ...rest] of lists.flatMap(commandsIn)) {
          const own = path.slice(path.lastIndexOf("/") + 1);
          const kind = byName.get(own);
          if (!kind || kind.isHarmless?.(rest))
            continue;
          const { capabilities, needs } = kind;
          const name = own === "sysctl" ? "sysctl -w" : own;
          programs.set(name, { name, does: `runs ${name}`, capabilities, ...needs && { needs } });
        }
        if (lists.flatMap(scriptsIn).some((script) => /(>|\btee\b)\s*(-a\s+)?["']?\/(proc\/sys|sys)\//.test(script)))
          programs.set(kernelSettings.name, kernelSettings);
        for (const path of lists.flatMap(scriptsIn).flatMap(writtenPaths))
          if (!isOnVolume(path, spec))
            programs.set(path, { name: path, does: `writes to ${path}`, capabilities: [], needs: "its own files" });
        return [...programs.values()];
      }
      function writtenPaths(script) {
        const writes = script.matchAll(/(?:>>?|\b(?:tee|touch|mkdir)(?:\s+-\w+)*\s)\s*["']?(\/[\w.-]+(?:\/[\w.-]+)*)/g);
        return [...writes].map(([, path = ""]) => path).filter((path) => !/^\/(dev|proc|sys|tmp)(\/|$)/.test(path));
      }
      function textsIn(value) {
        return (0, yaml.Lv)(value) ? value.filter((each) => typeof each === "string") : [];
      }
      function commandsIn(words2) {
        return [...unwrap(words2), ...scriptsIn(words2).flatMap(splitScript).flatMap(unwrap)];
      }
      function scriptsIn(words2) {
        const shell = words2.findIndex((word) => /(^|\/)(ba|da|a|z|k)?sh$/.test(word));
        return shell === -1 ? [] : words2.filter((_, index) => index > shell + 1 && /^-\w*c$/.test(words2[index - 1] ?? ""));
      }
      function splitScript(script) {
        return script.replace(/\\\r?\n/g, " ").replace(/(^|\s)#.*$/gm, "$1").split(/[\n;&|(){}`]|\s-exec(?:dir)?\s|\bxargs\s+(?:-\S+\s+)*/).map((command) => command.trim().split(/\s+/).map(unquote).filter(Boolean));
      }
      function unquote(word) {
        return word.replace(/^["']|["']$/g, "");
      }
      function unwrap(words2) {
        const start = words2.findIndex((word) => !/^(\w+=.*|if|then|else|elif|do|while|until|!|exec|time|nohup|env|command|nice)$/.test(word));
        const own = start === -1 ? [] : words2.slice(start);
        const [program = ""] = own;
        const isWrapper = /(^|\/)(sudo|doas|tini|dumb-init|timeout|catatonit)$/.test(program);
        const inner = isWrapper ? own.slice(1).findIndex((word) => byName.has(word.slice(word.lastIndexOf("/") + 1))) : -1;
        return [own, ...inner === -1 ? [] : unwrap(own.slice(1 + inner))];
      }
      ;
      const safeSysctlSets = [
        {
          since: 0,
          names: [
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.ping_group_range",
            "net.ipv4.ip_unprivileged_port_start"
          ]
        },
        { since: 27, names: ["net.ipv4.ip_local_reserved_ports"] },
        {
          since: 29,
          names: [
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes"
          ]
        },
        { since: 32, names: ["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"] },
        { since: 37, names: ["net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat"] }
      ];
      function safeSysctlsIn(minor) {
        return new Set(safeSysctlSets.filter(({ since: since2 }) => since2 <= minor).flatMap(({ names }) => names));
      }
      ;
      const hardened = {
        runAsNonRoot: true,
        readOnlyRootFilesystem: true,
        privileged: false,
        allowPrivilegeEscalation: false,
        procMount: "Default",
        hostUsers: false,
        hostNetwork: false,
        hostPID: false,
        hostIPC: false
      };
      const ids2 = ["runAsUser", "runAsGroup", "fsGroup"];
      function weakens(field, value, minor) {
        if (Object.hasOwn(hardened, field))
          return value !== hardened[field];
        if (ids2.includes(field))
          return value === 0;
        switch (field) {
          case "supplementalGroups":
            return (0, yaml.Lv)(value) && value.includes(0);
          case "capabilities":
            return namesIn(fieldsOf(value).add).some((name) => name !== "NET_BIND_SERVICE");
          case "seccompProfile":
          case "appArmorProfile":
            return fieldsOf(value).type === "Unconfined";
          case "seLinuxOptions":
            return Object.keys(fieldsOf(value)).some((member) => member !== "level");
          case "windowsOptions":
            return fieldsOf(value).hostProcess === true;
          case "sysctls":
            return (0, yaml.Lv)(value) && !value.every((item) => safeSysctlsIn(minor).has(String(fieldsOf(item).name)));
          default:
            return false;
        }
      }
      function explainIdleness(pod, field, value, containers) {
        if (!(0, lib_pod.yZ)(field, value))
          return "Kubernetes does not accept its value";
        const privileged2 = containers.find(({ derived }) => derived.privileged);
        const isIdle = ["allowPrivilegeEscalation", "capabilities", "seccompProfile", "appArmorProfile"].includes(field);
        if (privileged2 && isIdle)
          return `container "${privileged2.name}" is privileged, which leaves it without effect`;
        switch (field) {
          case "runAsNonRoot":
            return findReason(containers, (each) => explainNonRootRefusal(each) ?? explainRootNeed(pod, each));
          case "runAsUser":
            return isNonRootId(value) ? findReason(containers, (each) => explainRootNeed(pod, each)) : notAnId;
          case "runAsGroup":
          case "fsGroup":
            return isNonRootId(value) ? void 0 : notAnId;
          case "supplementalGroups":
            return (0, yaml.Lv)(value) && value.every(isNonRootId) ? void 0 : notAnId;
          case "allowPrivilegeEscalation":
            return findReason(containers, explainSetUidNeed);
          case "capabilities":
            return namesIn(fieldsOf(value).drop).includes("ALL") ? void 0 : "it does not drop ALL";
          case "readOnlyRootFilesystem":
            return findReason(containers, explainWriting);
          case "windowsOptions":
            return "only you know which user the container can run as";
          default:
            return void 0;
        }
      }
      const notAnId = "it is not an id above 0 that Kubernetes accepts";
      function findReason(containers, explain) {
        return containers.map(explain).find((reason) => reason !== void 0);
      }
      function namesIn(value) {
        return (0, yaml.Lv)(value) ? value.map(String) : [];
      }
      function explainSetUidNeed(container) {
        const program = programsOf(container).find(({ needs }) => needs === "set-uid");
        return program && `container "${container.name}" ${program.does}, a set-uid program, which gets no rights then`;
      }
      function explainWriting(container) {
        const program = programsOf(container).find(({ needs }) => needs === "its own files");
        return program && `container "${container.name}" ${program.does}${program.capabilities.length > 0 ? ", which writes to its image's folders" : ", which is not on a volume"}`;
      }
      function runsAsNonRoot({ derived, runsOn }) {
        if (runsOn === "windows")
          return derived.userName !== null && !(0, lib_pod.G9)(derived.userName);
        return derived.uid !== null && derived.uid > 0 && derived.uid <= lib_pod.Cn;
      }
      function explainNonRootRefusal(container) {
        const { derived, effective, image, imageConfig, runsOn } = container;
        if (runsOn === "windows")
          return derived.userName === null || runsAsNonRoot(container) ? void 0 : `the user is ${derived.userName}`;
        if ((0, lib_pod.vo)(effective.runAsUser))
          return derived.uid === 0 ? "runAsUser is 0" : void 0;
        const known = imageConfig ? void 0 : (0, lib_pod.ST)(image);
        const { user } = imageConfig ?? known ?? {};
        if (user === void 0)
          return void 0;
        const subject = known ? `the image ${known.name}` : "the image";
        const { uid, name } = (0, lib_pod.km)(user);
        if (uid === 0 || name === "root")
          return `${subject} runs as root`;
        if (uid !== void 0 && uid > 0 && uid <= lib_pod.Cn)
          return void 0;
        const defect = name === void 0 && uid > 0 ? "not an id that Kubernetes accepts" : "not a number above 0";
        return `${subject}'s user (${user}) is ${defect}`;
      }
      function explainRootNeed(pod, container) {
        if (runsAsNonRoot(container) || container.derived.capabilities === null)
          return void 0;
        const takesRoot = ({ capabilities, needs }) => needs === "privileged" || needs !== "set-uid" && needs !== "raw sockets" && capabilities.length > 0;
        const program = programsOf(container).find(takesRoot);
        const socket2 = nodePathsOf(pod, container).find(isRuntimeSocket);
        if (!program && socket2 !== void 0)
          return `container "${container.name}" mounts ${socket2} of the node, the container runtime's socket, which belongs to root`;
        return program && `container "${container.name}" ${program.does}, which takes root`;
      }
      function addsSysAdmin({ securityContext }) {
        return securityContext.capabilities?.add?.includes("CAP_SYS_ADMIN") === true;
      }
      function isNonRootId(value) {
        return typeof value === "number" && value > 0 && value <= lib_pod.Cn;
      }
      function fieldsOf(value) {
        return (0, yaml.Ce)(value) ? value : {};
      }
      ;
      function capableProgramsOf(container) {
        const found = Object.entries(container.imageConfig?.fileCapabilities ?? {});
        const programs = found.map(([path, capabilities]) => ({ path, capabilities }));
        const words2 = startWords(container);
        const isStarted = ({ path }) => words2.length === 0 || startsProgram(words2, path);
        return { started: programs.filter(isStarted), others: programs.filter((each) => !isStarted(each)) };
      }
      function startWords({ spec, imageConfig }) {
        const [command, args] = [textsIn(spec.command), textsIn(spec.args)];
        if (command.length > 0)
          return [...command, ...args];
        return [...imageConfig?.entrypoint ?? [], ...args.length > 0 ? args : imageConfig?.cmd ?? []];
      }
      function startsProgram([first = "", ...others], path) {
        const name = path.slice(path.lastIndexOf("/"));
        const isFirst = first.startsWith("/") ? first === path : `/${first}`.endsWith(name);
        return isFirst || [first, ...others].some((word) => word.split(/[\s"'`;|&()=]+/).includes(path));
      }
      ;
      function quote(values) {
        return values.map((value) => `"${value}"`).join(", ");
      }
      function pluralize(word, count) {
        return count === 1 ? word : `${word}s`;
      }
      function nameContainers(containers) {
        return `${pluralize("container", containers.length)} ${quote(containers.map(({ name }) => name))}`;
      }
      function nameDeclarers(declarations) {
        const containers = declarations.flatMap(({ container }) => container ?? []);
        const pod = declarations.some(({ container }) => !container) ? ["pod"] : [];
        return [...pod, ...containers.length > 0 ? [nameContainers(containers)] : []].join(" and ");
      }
      function sortDistinct(values) {
        return [...new Set(values)].sort((a, b) => a < b ? -1 : a > b ? 1 : 0);
      }
      function enumerate(values) {
        return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} and ${values.at(-1)}`;
      }
      function enumerateContainers(containers) {
        return `${pluralize("container", containers.length)} ${enumerate(containers.map(({ name }) => `"${name}"`))}`;
      }
      function describeOverride(pod, field, own, onPod, { line }) {
        if (onPod === void 0 || onPod === own)
          return "";
        return `, overriding ${String(onPod)} on the pod (line ${line([...pod.context, field])})`;
      }
      const overriddenByAll = "every container overrides it, but Pod Security rejects the pod all the same";
      ;
      const baselineAdds = /* @__PURE__ */ new Set([
        "AUDIT_WRITE",
        "CHOWN",
        "DAC_OVERRIDE",
        "FOWNER",
        "FSETID",
        "KILL",
        "MKNOD",
        "NET_BIND_SERVICE",
        "SETFCAP",
        "SETGID",
        "SETPCAP",
        "SETUID",
        "SYS_CHROOT"
      ]);
      function levelOfAdd(name) {
        if (name === "NET_BIND_SERVICE")
          return void 0;
        return baselineAdds.has(name) ? "restricted" : "baseline";
      }
      function allowsAdd(level, name) {
        const broken = levelOfAdd(name);
        return broken === void 0 || lib_pod.yr.indexOf(level) < lib_pod.yr.indexOf(broken);
      }
      function denyAdds(pod, isForbidden) {
        const forbiddenIn = ({ securityContext }) => (securityContext.capabilities?.add ?? []).filter(isForbidden);
        const bad = pod.containers.filter((container) => forbiddenIn(container).length > 0);
        if (bad.length === 0)
          return void 0;
        const names = quote(sortDistinct(bad.flatMap(forbiddenIn)));
        return {
          reason: "non-default capabilities",
          detail: `${nameContainers(bad)} must not include ${names} in securityContext.capabilities.add`
        };
      }
      function plainName(capability) {
        return capability.toUpperCase().replace(/^CAP_/, "");
      }
      function findUndoingDrop(name, drop) {
        const index = drop.findIndex((dropped) => dropped.toUpperCase() === name.toUpperCase());
        return index === -1 ? void 0 : index;
      }
      const whichOfTwo = "only you know which of the two is meant, the add or the drop";
      function neededCapabilities(container) {
        const needed = /* @__PURE__ */ new Map();
        if (hasLowPort(container))
          needed.set("NET_BIND_SERVICE", "its ports below 1024");
        for (const { name, what } of programNeeds(container))
          if (!needed.has(name))
            needed.set(name, what);
        for (const name of rootCapabilitiesOf(container))
          if (!needed.has(name))
            needed.set(name, "its image, which starts as root");
        const programs = runsAsNonRoot(container) ? [] : programsOf(container);
        for (const { name: program, capabilities } of programs)
          for (const name of capabilities)
            if (!needed.has(name) && container.derived.capabilities?.includes(name))
              needed.set(name, program);
        const isProgram = (what) => programs.some(({ name }) => name === what);
        return [...needed].map(([name, what]) => ({ name, what, isProgram: isProgram(what) }));
      }
      function programNeeds(container) {
        const carried = fileCapabilitiesOf(container);
        const known = ((0, lib_pod.ST)(container.image)?.fileCapabilities ?? []).filter((name) => carried.includes(name));
        return [
          ...capableProgramsOf(container).started.flatMap(({ path, capabilities }) => capabilities.map((name) => ({ name, what: `the file capabilities of ${path}` }))),
          ...known.map((name) => ({ name, what: "the file capabilities of its image" }))
        ];
      }
      function keepNeeded(container, { add = [], drop = [] }, enforced) {
        const needed = neededCapabilities(container).filter(({ name }) => !add.includes(name) && findUndoingDrop(name, drop) === void 0);
        const forbidden = needed.filter(({ name }) => !allowsAdd(enforced, name));
        if (forbidden.length === 0)
          return needed.filter(({ name }) => container.derived.capabilities?.includes(name));
        const pronoun = forbidden.length > 1 ? "these" : "it";
        return {
          declined: `the container needs ${describeNeeds(forbidden)}, and the ${enforced} level does not let it add ${pronoun} back`
        };
      }
      function describeNeeds(needs) {
        const distinct = (some) => [...new Set(some.map(({ what }) => what))];
        const programs = distinct(needs.filter(({ isProgram }) => isProgram));
        const others = distinct(needs.filter(({ isProgram }) => !isProgram));
        const whats = [...others, ...programs.length > 0 ? [`${enumerate(programs)}, which it runs`] : []];
        return `${enumerate(needs.map(({ name }) => name))}, for ${enumerate(whats)}`;
      }
      function fileCapabilitiesOf({ image, imageConfig }) {
        const read = imageConfig?.fileCapabilities;
        return read ? [...new Set(Object.values(read).flat())] : (0, lib_pod.ST)(image)?.fileCapabilities ?? [];
      }
      function rootCapabilitiesOf({ image, imageConfig, derived, spec }) {
        const known = (0, lib_pod.ST)(image);
        const isRoot2 = derived.uid === 0 || derived.uid === null && !imageConfig && known?.user === "";
        return known && isRoot2 && !hasOwnCommand(spec) ? known.rootCapabilities : [];
      }
      function hasOwnCommand({ command }) {
        return (0, yaml.Lv)(command) && command.length > 0;
      }
      function hasLowPort({ spec, imageConfig }) {
        const declared = (0, yaml.Lv)(spec.ports) ? spec.ports.filter(yaml.Ce).map(({ containerPort }) => containerPort) : [];
        const exposed = (imageConfig?.ports ?? []).map((port) => Number.parseInt(port, 10));
        return [...declared, ...exposed].some((port) => typeof port === "number" && port > 0 && port < 1024);
      }
      ;
      function safeFix(title, ...patches) {
        return { title, safety: "safe", risk: null, patches };
      }
      function reviewFix(title, risk2, ...patches) {
        return { title, safety: "review", risk: risk2, patches };
      }
      ;
      function placeFor(pod, lacking, field) {
        const [only] = lacking;
        const owner = only && lacking.length === 1 && (pod.containers.length > 1 || !(0, lib_pod.YF)(pod.workload)) ? only : pod;
        return [...owner.context, field];
      }
      function isOnPod(pod, path) {
        return (0, yaml.w1)(path, pod.context);
      }
      function removeItem(list, index, items) {
        return { op: "remove", path: items.length === 1 ? list : [...list, index] };
      }
      function siblingsOf(pod, path) {
        return isOnPod(pod, path) ? { before: ["initContainers", "containers"] } : { after: keysBeforeContext };
      }
      const keysBeforeContext = [
        "name",
        "image",
        "imagePullPolicy",
        "command",
        "args",
        "workingDir",
        "envFrom",
        "env",
        "ports",
        "resources"
      ];
      const siblingsOfMounts = { after: [...keysBeforeContext, "securityContext"] };
      ;
      const control = {
        id: "capabilities_baseline",
        level: "baseline",
        revisions: [{ since: 0, check: (pod) => denyAdds(pod, (name) => levelOfAdd(name) === "baseline") }]
      };
      const addedCapabilities = {
        id: "added-capabilities",
        summary: "Containers must not add capabilities other than NET_BIND_SERVICE.",
        level: "baseline",
        references: { cis: ["5.2.9"], cwe: [250, 269] },
        controls: [control],
        *check(pod) {
          for (const container of pod.containers) {
            const { add = [] } = container.securityContext.capabilities ?? {};
            const list = [...container.effective.capabilities.path, "add"];
            for (const [index, name] of add.entries()) {
              const level = levelOfAdd(name);
              if (!level)
                continue;
              yield {
                level,
                at: [...list, index],
                origin: "container",
                containers: [container],
                message: (say) => describeAdd(name, container, say),
                fix: correctAdd(name, container, index)
              };
            }
          }
        }
      };
      const powers = /* @__PURE__ */ new Map([
        ["SYS_ADMIN", "mount file systems and enter namespaces, which is as good as root on the node"],
        ["SYS_MODULE", "load code into the node's kernel"],
        ["SYS_RAWIO", "read and write the node's memory and devices"],
        ["SYS_PTRACE", "read and change the memory of other processes"],
        ["SYS_BOOT", "restart the node or load another kernel"],
        ["DAC_READ_SEARCH", "read files of the node past every permission"],
        ["BPF", "load programs into the node's kernel"],
        ["PERFMON", "watch the node's kernel and every process on it"],
        ["NET_ADMIN", "change network interfaces, routes and firewall rules"],
        ["NET_RAW", "forge and sniff packets on the pod network"],
        ["SYS_TIME", "set the node's clock"],
        ["SYSLOG", "read the node's kernel log"],
        ["DAC_OVERRIDE", "read and write files past every permission in the container"],
        ["SETUID", "become any user in the container"],
        ["SETGID", "join any group in the container"],
        ["CHOWN", "take over any file in the container"],
        ["MKNOD", "make device files"],
        ["SYS_CHROOT", "change its root directory"]
      ]);
      function describeAdd(name, container, { who, line }) {
        const plain = plainName(name);
        const named = `capabilities.add names "${name}" in ${who}`;
        if (plain === "NET_BIND_SERVICE")
          return `${named}: Pod Security allows it only as ${plain}. Write it so.`;
        const { privileged: privileged2, capabilities } = container.effective;
        const { add = [], drop = [] } = capabilities.value ?? {};
        const refused = "Pod Security rejects the pod all the same. Remove it.";
        if (container.derived.privileged)
          return `${named}: privileged (line ${line(privileged2.path)}) gives it every capability anyway, but ${refused}`;
        const undoing = findUndoingDrop(name, drop);
        if (undoing !== void 0) {
          const place = `line ${line([...capabilities.path, "drop", undoing])}`;
          return `${named}, and capabilities.drop takes it away again (${place}): the drop wins in containerd and CRI-O, but ${refused}`;
        }
        const next = "Remove it, unless the process can't work without it.";
        if (plain === "ALL") {
          const given = (0, lib_pod.gg)({ add, drop }, false);
          const dropped = lib_pod.YM.filter((each) => !given.includes(each));
          const exception = dropped.length > 0 ? ` but ${dropped.length > 3 ? dropped.length : enumerate(dropped)}` : "";
          return `capabilities.add gives ${who} every capability there is${exception}, which is as good as root on the node. ${next}`;
        }
        if (!lib_pod.YM.includes(plain))
          return `${named}: Pod Security refuses a name that it does not know. Remove it.`;
        const power = powers.get(plain);
        const right = power ? `the right to ${power}` : "a right of root that the restricted level does not allow";
        if (name.toUpperCase() !== plain)
          return `${named}: some runtimes take it for ${plain}, ${right}. ${next}`;
        if (!runsAsNonRoot(container))
          return `capabilities.add gives ${who} ${plain}, ${right}. ${next}`;
        return `capabilities.add leaves ${plain} within reach of ${who}, ${right}: a user other than root gets it through programs with file capabilities. ${next}`;
      }
      function correctAdd(name, container, index) {
        const { add = [], drop = [] } = container.securityContext.capabilities ?? {};
        const plain = plainName(name);
        const list = [...container.effective.capabilities.path, "add"];
        if (plain === "NET_BIND_SERVICE") {
          if (findUndoingDrop(plain, drop) !== void 0)
            return { declined: whichOfTwo };
          return safeFix(`Write ${plain}`, { op: "set", path: [...list, index], value: plain });
        }
        if (fileCapabilitiesOf(container).includes(plain))
          return { declined: `programs of the image carry ${plain} in their files, and can't be executed without it` };
        const program = programsOf(container).find(({ capabilities }) => capabilities.includes(plain));
        if (program)
          return { declined: `the container ${program.does}, which needs ${plain}` };
        const isKnown = plain === "ALL" || lib_pod.YM.includes(plain);
        const isUndone = findUndoingDrop(plain, drop) !== void 0;
        const risk2 = isUndone ? "fails where a runtime lets the add win" : isKnown ? `fails if the process, or a program with file capabilities, needs ${plain === "ALL" ? "one of them" : plain}` : "fails where a runtime knows this capability";
        return reviewFix(`Remove ${name} from capabilities.add`, risk2, removeItem(list, index, add));
      }
      ;
      function listControls(rules2) {
        return rules2.flatMap(({ controls: controls2 }) => controls2).sort((a, b) => a.id < b.id ? -1 : 1);
      }
      function admit(pod, controls2, version) {
        const likely = judge(pod, controls2, version);
        const worst = pod.assumed && judge(pod.assumed.worst, controls2, version);
        return {
          version: `v1.${version.minor}`,
          baseline: agree(likely.baseline, worst?.baseline),
          restricted: agree(likely.restricted, worst?.restricted)
        };
      }
      function agree(verdict, other = verdict) {
        return verdict.allowed === other.allowed ? verdict : { allowed: null, message: null };
      }
      function judge(declared, controls2, version) {
        const pod = (0, lib_pod.hq)(declared);
        const answers = controls2.flatMap((control2) => answerOf(control2, pod, version.minor) ?? []);
        const baseline2 = answers.filter(({ control: control2 }) => control2.level === "baseline");
        const restricted2 = answers.filter(({ control: control2 }) => control2.level === "restricted");
        const overridden = new Set(restricted2.flatMap(({ control: control2 }) => control2.overrides ?? []));
        const both = [...baseline2.filter(({ control: control2 }) => !overridden.has(control2.id)), ...restricted2];
        return {
          baseline: verdictOn(pod, baseline2, `baseline:${version.name}`),
          restricted: verdictOn(pod, both, `restricted:${version.name}`)
        };
      }
      function levelIn(control2, { minor }) {
        return revisionIn(control2, minor) ? control2.level : "hardened";
      }
      function answerOf(control2, pod, minor) {
        const revision = revisionIn(control2, minor);
        return revision && { control: control2, denial: revision.check(pod) };
      }
      function revisionIn({ revisions }, minor) {
        return revisions.findLast(({ since: since2 }) => since2 <= minor);
      }
      function verdictOn({ workload: { kind }, builtIn, decoding }, answers, standard) {
        if (decoding.mismatches.length > 0)
          return { allowed: null, message: null };
        const denials = answers.flatMap(({ denial }) => denial ?? []);
        if (denials.length === 0)
          return { allowed: true, message: null };
        const reasons = denials.map(({ reason, detail }) => detail ? `${reason} (${detail})` : reason).join(", ");
        const message = `${kind === "Pod" ? "violates" : "would violate"} PodSecurity "${standard}": ${reasons}`;
        return {
          allowed: false,
          message: builtIn ? message : `${message}; Pod Security judges the pods that this ${kind} makes, not the ${kind}`
        };
      }
      ;
      function declarationsOf(pod, field) {
        const declared = [];
        const onPod = pod.securityContext[field];
        if (onPod !== void 0 && onPod !== null) {
          const containers = pod.containers.filter(({ effective }) => effective[field].origin === "pod");
          declared.push({ origin: "pod", at: [...pod.context, field], value: onPod, containers });
        }
        for (const container of pod.containers) {
          const own = container.securityContext[field];
          if (own === void 0 || own === null)
            continue;
          const at = [...container.context, field];
          declared.push({ container, origin: "container", at, value: own, containers: [container] });
        }
        return declared;
      }
      function podDeclaration(pod, field) {
        return (0, lib_pod.IX)(pod.unknown, [...pod.context, field]) ? void 0 : pod.securityContext[field];
      }
      function containersAt(pod, path) {
        const container = (0, lib_pod.FA)(pod, path);
        return container ? [container] : [];
      }
      function isMistyped({ spec, securityContext }, ...names) {
        let written = spec.securityContext;
        let decoded = securityContext;
        for (const name of names) {
          if (isUnset(written))
            return false;
          if (!(0, yaml.Ce)(written))
            return true;
          written = written[name];
          decoded = isRecord(decoded) ? decoded[name] : void 0;
        }
        return !isUnset(written) && decoded === void 0;
      }
      function isUnset(value) {
        return value === void 0 || value === null;
      }
      function isRecord(value) {
        return typeof value === "object" && value !== null;
      }
      var patterns = __webpack_require__(212);
      ;
      function writablePathsOf(image, configured = []) {
        if (image === null)
          return [];
        const known = (0, lib_pod.ST)(image)?.writablePaths ?? [];
        const repository = (0, lib_pod.nb)(image);
        const isMeant = (pattern) => (0, patterns.MT)(pattern, image) || (0, patterns.MT)(pattern, repository);
        const own = configured.filter((each) => isMeant(each.image)).flatMap(({ paths }) => paths);
        return [.../* @__PURE__ */ new Set([...known, ...own])];
      }
      ;
      function volumeNamesIn(pod) {
        const claims = (0, yaml.fK)(pod.document.value, [...pod.object, "spec", "volumeClaimTemplates"]);
        const names = [
          ...mounts_fieldsOf(pod.spec.volumes).map(({ name }) => name),
          ...mounts_fieldsOf(claims).map(({ metadata }) => (0, yaml.Ce)(metadata) ? metadata.name : void 0)
        ];
        const mounters = mountersByVolume(pod);
        const spare = /* @__PURE__ */ new Map();
        for (const [index, { name, types: types2 }] of volumesIn(pod).entries())
          if (types2.includes("emptyDir") && !mounters.has(name) && !spare.has(name))
            spare.set(name, index);
        return { taken: new Set(names.filter((name) => typeof name === "string")), spare };
      }
      function mountEmptyDir(pod, container, folder, names) {
        const base = folder.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60);
        const own = pod.containers.length > 1 ? `${base}-${container.name}`.slice(0, 60).replace(/-+$/, "") : base;
        const spare = firstSpare([own, base], names);
        const name = spare ?? freeName(own, names);
        names.spare.delete(name);
        names.taken.add(name);
        const mounted = {
          op: "append",
          path: [...container.path, "volumeMounts"],
          value: { name, mountPath: folder },
          among: siblingsOfMounts
        };
        if (spare !== void 0)
          return [mounted];
        return [mounted, { op: "append", path: [...pod.path, "volumes"], value: { name, emptyDir: {} } }];
      }
      function firstSpare(names, { spare }) {
        const known = names.filter((name) => spare.has(name));
        return known.toSorted((a, b) => (spare.get(a) ?? 0) - (spare.get(b) ?? 0))[0];
      }
      function freeName(wish, { taken }) {
        let name = wish;
        for (let count = 2; taken.has(name); count++)
          name = `${wish}-${count}`;
        return name;
      }
      function writableFolders({ type, image, spec }, { writablePaths }) {
        if (type === "ephemeral")
          return [];
        const known = hasOwnCommand(spec) ? [] : writablePathsOf(image, writablePaths);
        const folders = /* @__PURE__ */ new Set(["/tmp", ...known.map((path) => path.replace(/\/+$/, ""))]);
        return [...folders].filter((folder) => !isOnVolume(folder, spec));
      }
      function mounts_fieldsOf(value) {
        return (0, yaml.Lv)(value) ? value.filter(yaml.Ce) : [];
      }
      ;
      function planMoves(pod, { at, value, intended }) {
        if (!intended)
          return void 0;
        const { name, place } = intended;
        const own = (0, lib_pod.FA)(pod, at);
        if (name === "securityContext") {
          if (!(0, yaml.Ce)(value))
            return [];
          const moves = Object.entries(value).map(([field, member]) => listMoves(pod, own, field, member));
          return moves.every((each) => each !== void 0) ? moves.flat() : void 0;
        }
        if (place === "here") {
          const to = [...at.slice(0, -1), name];
          return [{ ...makeMove(pod, name, value, to, own ? [own] : pod.containers), among: { after: [String(at.at(-1))] } }];
        }
        return listMoves(pod, own, name, value);
      }
      function listMoves(pod, own, field, value) {
        const move = (to, containers) => makeMove(pod, field, value, to, containers);
        if (lib_pod.A0.includes(field))
          return [move([...pod.path, field], pod.containers)];
        const isOfPod = (0, lib_pod.NU)("pod").has(field);
        if ((0, lib_pod.QV)("pod", field) || !own && isOfPod)
          return [move([...pod.context, field], pod.containers)];
        if (!(0, lib_pod.NU)("containers").has(field))
          return void 0;
        return (own ? [own] : pod.containers).map((each) => move([...each.context, field], [each]));
      }
      function makeMove(pod, field, value, to, containers) {
        const written = (0, yaml.fK)(pod.document.value, to) ?? void 0;
        return { field, value, to, containers, written, among: siblingsOf(pod, siblingPath(pod, to)) };
      }
      function collectWanted(moves) {
        const wanted2 = /* @__PURE__ */ new Map();
        for (const { to, value } of moves) {
          const place = JSON.stringify(to);
          const values = wanted2.get(place) ?? [];
          if (values.length < 2 && !values.some((other) => (0, yaml.eE)(other, value)))
            wanted2.set(place, [...values, value]);
        }
        return wanted2;
      }
      function findConflict(pod, moves, wanted2) {
        for (const { field, value, to, written } of moves) {
          const rival = wanted2.get(JSON.stringify(to))?.find((other) => !(0, yaml.eE)(other, value));
          if (rival !== void 0)
            return `two places want ${field} to be ${printShort(value)} and ${printShort(rival)}: only you can choose`;
          const places2 = moves.filter((other) => other.field === field);
          if (written === void 0 || places2.some((other) => other.written === void 0 || (0, yaml.eE)(other.written, value)))
            continue;
          return places2.length === 1 ? `${(0, lib_pod.Wd)(pod, to)} says ${printShort(written)}, and this says ${printShort(value)}: only you can choose` : `every container says something else than ${printShort(value)} itself: only you can choose`;
        }
        return void 0;
      }
      function makeMovePatches(pod, { field, value, to, containers, among }, names, { fix, enforced }) {
        const set = (moved) => ({ op: "set", path: to, value: moved, among });
        const [container] = containers;
        if (field === "readOnlyRootFilesystem" && container) {
          const folders = writableFolders(container, fix);
          const mounts = folders.flatMap((folder) => mountEmptyDir(pod, container, folder, names));
          return folders.length > 0 ? { patches: [set(value), ...mounts], note: `mount an emptyDir at ${enumerate(folders)}` } : { patches: [set(value)] };
        }
        if (field === "capabilities" && container && (0, yaml.Ce)(value)) {
          const lists = (0, lib_pod.g$)({ capabilities: value }).capabilities ?? {};
          const kept = keepNeeded(container, lists, enforced);
          if ("declined" in kept)
            return kept;
          const add = [...lists.add ?? [], ...kept.map(({ name }) => name)];
          return kept.length > 0 ? { patches: [set({ ...value, add })], note: `keep ${describeNeeds(kept)}` } : { patches: [set(value)] };
        }
        return { patches: [set(value)] };
      }
      function siblingPath(pod, to) {
        return to.length === pod.path.length + 1 ? pod.context : to;
      }
      function describeDestinations(pod, moves) {
        const own = moves.filter(({ to }) => (0, lib_pod.FA)(pod, to));
        const onPod = moves.some(({ to }) => isOnPod(pod, to));
        const onSpec = moves.some(({ to }) => to.length === pod.path.length + 1);
        return enumerate([
          ...own.length > 0 ? [enumerateContainers([...new Set(own.flatMap(({ containers }) => containers))])] : [],
          ...onPod ? ["the pod's securityContext"] : [],
          ...onSpec ? ["the pod spec"] : []
        ]);
      }
      function findApiRefusal(pod, patches, minor) {
        const spec = (0, yaml.fK)(patches.reduce(yaml.ip, pod.document.value), pod.path);
        if (!(0, yaml.Ce)(spec))
          return "the pod would have no spec";
        const changed = (0, lib_pod.Yk)(pod, spec);
        const known = new Set((0, lib_pod.tf)(pod, minor).map(({ text }) => text));
        const refusal = (0, lib_pod.tf)(changed, minor).find(({ text }) => !known.has(text));
        if (refusal)
          return refusal.text;
        const before = pod.decoding.mismatches.filter(({ at }) => (0, yaml.w1)(at, pod.path));
        const isWorse = changed.decoding.mismatches.length > before.length;
        return isWorse ? "a value would be of a wrong type" : void 0;
      }
      function printShort(value) {
        const text = JSON.stringify(value).replaceAll('"', "").replaceAll(":", ": ").replaceAll(",", ", ");
        return text.length > 80 ? `${text.slice(0, 79)}…` : text;
      }
      ;
      const exemptsWindowsSince = 25;
      function* judgeOnWindows(rule, pod, context) {
        for (const violation of rule.check(pod, context)) {
          const setting = (0, lib_pod.eW)(pod, violation.at);
          const isRefused = violation.level === "privileged" && rule.mode === void 0;
          if (setting === void 0 || isRefused)
            yield withoutLinuxFix(pod, violation);
          else if (pod.os !== "windows" && isRejected(violation))
            yield removeFromWindows(pod, violation, setting, context);
        }
      }
      function isRejected({ at, level, origin }) {
        const isDemand = origin === "default" || at.at(-1) === "allowPrivilegeEscalation" || at.at(-1) === "drop";
        return (level === "baseline" || level === "restricted") && !isDemand;
      }
      function removeFromWindows(pod, violation, path, { version }) {
        const field = String(path.at(-1));
        const place = selectionPlace(pod);
        const patch = { op: "remove", path };
        const refused = findApiRefusal(pod, [patch], version.minor);
        return {
          ...violation,
          message: ({ line }) => `${field} is a setting of Linux, and the pod runs on Windows (line ${line(place)}), where it does nothing: Pod Security rejects the pod for it all the same. Remove it.`,
          fix: refused === void 0 ? safeFix(`Remove ${field}, which Windows does not have`, patch) : { declined: `the API server would refuse it then: ${refused}` }
        };
      }
      function withoutLinuxFix(pod, violation) {
        const patches = violation.fix && "patches" in violation.fix ? violation.fix.patches : [];
        const setting = patches.flatMap(({ op, path }) => op === "remove" ? [] : (0, lib_pod.eW)(pod, path) ?? []).at(-1);
        if (setting === void 0)
          return violation;
        return { ...violation, fix: { declined: `the pod runs on Windows, which does not have ${setting}` } };
      }
      function isOfLinuxAlone(pod, places2) {
        const belongs = (place) => (0, lib_pod.eW)(pod, place) !== void 0;
        return pod.runsOn === "windows" && places2.length > 0 && places2.every(belongs);
      }
      function selectionPlace(pod) {
        const selector = Object.keys(labelsOf(pod)).find((label) => /^(beta\.)?kubernetes\.io\/os$/.test(label));
        return [...pod.path, ...selector ? ["nodeSelector", selector] : ["affinity"]];
      }
      function* checkOsName(pod, minor) {
        if (pod.runsOn !== "windows" || pod.os === "windows" || minor < exemptsWindowsSince)
          return;
        const place = selectionPlace(pod);
        yield {
          level: pod.containers.every((container) => meetsLinuxControls(pod, container)) ? "hardened" : "restricted",
          at: [...pod.path, "os", "name"],
          origin: "default",
          containers: pod.containers,
          message: ({ line }) => `os.name is not set, and the pod runs on Windows (line ${line(place)}): Pod Security takes it for a Linux pod, and demands settings of it that mean nothing to Windows. Set os.name: windows.`,
          related: [{ at: place, message: "Only Windows nodes are selected here." }],
          fix: setOsName(pod, minor)
        };
      }
      function labelsOf({ spec }) {
        return typeof spec.nodeSelector === "object" ? spec.nodeSelector ?? {} : {};
      }
      function meetsLinuxControls(pod, { securityContext }) {
        const { allowPrivilegeEscalation: allowPrivilegeEscalation2, capabilities } = securityContext;
        const profile = securityContext.seccompProfile ?? pod.securityContext.seccompProfile;
        return allowPrivilegeEscalation2 === false && capabilities?.drop?.includes("ALL") === true && profile !== void 0;
      }
      function setOsName(pod, minor) {
        const errors = (0, lib_pod.tf)({ ...pod, os: "windows", spec: { ...pod.spec, os: { name: "windows" } } }, minor);
        const [refused] = errors.filter(({ text }) => text.endsWith("cannot be set for a windows pod"));
        if (refused)
          return { declined: `a Windows pod may not have Linux settings: remove ${refused.field} first` };
        const among = siblingsOf(pod, pod.context);
        return safeFix("Set os.name: windows", { op: "set", path: [...pod.path, "os"], value: { name: "windows" }, among });
      }
      ;
      const allow_privilege_escalation_control = {
        id: "allowPrivilegeEscalation",
        level: "restricted",
        revisions: [
          { since: 8, check: denyEscalation },
          { since: 25, check: (pod) => pod.os === "windows" ? void 0 : denyEscalation(pod) }
        ]
      };
      const allowPrivilegeEscalation = {
        id: "allow-privilege-escalation",
        summary: "Containers must forbid privilege escalation.",
        level: "restricted",
        references: { cis: ["5.2.6"], nsa: "Restricts escalation to root privileges", cwe: [269, 250] },
        controls: [allow_privilege_escalation_control],
        coveredBy: "privileged",
        *check(pod, { version }) {
          yield* checkOsName(pod, version.minor);
          for (const container of pod.containers.filter(mayEscalate)) {
            if (container.derived.privileged || isMistyped(container, "allowPrivilegeEscalation"))
              continue;
            const { value, path, origin } = container.effective.allowPrivilegeEscalation;
            yield {
              level: levelIn(allow_privilege_escalation_control, version),
              at: path,
              origin,
              containers: [container],
              message: ({ who }) => `allowPrivilegeEscalation is ${value === true ? "true" : "not set, and unset means true"}: a process in ${who} can gain rights that it was not started with, through set-uid programs such as sudo. Set it to false.`,
              fix: forbidEscalation(pod, container, path)
            };
          }
        }
      };
      function denyEscalation(pod) {
        const bad = pod.containers.filter(mayEscalate);
        if (bad.length === 0)
          return void 0;
        return {
          reason: "allowPrivilegeEscalation != false",
          detail: `${nameContainers(bad)} must set securityContext.allowPrivilegeEscalation=false`
        };
      }
      function mayEscalate({ securityContext }) {
        return securityContext.allowPrivilegeEscalation !== false;
      }
      function forbidEscalation(pod, container, path) {
        if (addsSysAdmin(container))
          return {
            declined: "the API server refuses allowPrivilegeEscalation: false beside CAP_SYS_ADMIN: remove that capability first"
          };
        const need = explainSetUidNeed(container);
        if (need !== void 0)
          return { declined: need };
        return reviewFix("Set allowPrivilegeEscalation: false", "fails if the process uses set-uid programs such as sudo or ping", { op: "set", path, value: false, among: siblingsOf(pod, path) });
      }
      ;
      const wanted = {
        boolean: "true or false",
        int32: "a whole number",
        int64: "a whole number",
        intOrString: "a whole number or text",
        string: "text",
        quantity: "a quantity such as 500m or 1Gi",
        time: "a time such as 2026-01-31T12:00:00Z",
        any: "anything",
        list: "a list",
        map: "a mapping",
        object: "a mapping"
      };
      function describeWrongType(pod, mismatch) {
        const { at, value, field } = mismatch;
        return `${(0, lib_pod.Wd)(pod, at)} must be ${wanted[field.type]}, and this is ${describeValue(value)}. ${nameStep(pod, mismatch)}`;
      }
      function describeValue(value) {
        if (Array.isArray(value))
          return "a list";
        if (typeof value === "object")
          return "a mapping";
        if (typeof value === "string")
          return `the text "${value}"`;
        return `${typeof value === "boolean" ? "the word" : "the number"} ${value}`;
      }
      function nameStep(pod, mismatch) {
        const { value, field } = mismatch;
        if (field.type === "string" && typeof value !== "object")
          return "Put it in quotes.";
        const meant = intendedValue(pod, mismatch);
        if (meant === void 0)
          return `Write ${wanted[field.type]} there.`;
        return `Write ${renderShort(meant)}${typeof meant === "object" ? "" : " without quotes"}.`;
      }
      function correctType(pod, mismatch) {
        const { at } = mismatch;
        const meant = intendedValue(pod, mismatch);
        if (meant === void 0)
          return { declined: "only you know which value was meant" };
        if (pod.os === "windows" && (0, lib_pod.tu)(pod, at) && at.at(-1) !== "runAsNonRoot")
          return safeFix(`Remove ${at.at(-1)}`, { op: "remove", path: at });
        const title = typeof meant === "string" ? `Put ${meant} in quotes` : `Write ${(0, lib_pod.Wd)(pod, at).split(".").at(-1)}: ${renderShort(meant)}`;
        return safeFix(title, { op: "set", path: at, value: meant });
      }
      function renderShort(value) {
        return JSON.stringify(value).replaceAll('"', "").replaceAll(":", ": ");
      }
      const hardening = /* @__PURE__ */ new Map([
        ["runAsNonRoot", true],
        ["readOnlyRootFilesystem", true],
        ["privileged", false],
        ["allowPrivilegeEscalation", false]
      ]);
      function intendedValue(pod, { at, value, field: { type } }) {
        const name = String(at.at(-1));
        if (type === "string")
          return typeof value !== "object" && isFreeText(at) ? readWritten(pod, at) : void 0;
        if (typeof value !== "string")
          return void 0;
        switch (type) {
          case "boolean":
            if (hardening.has(name))
              return String(hardening.get(name)) === value ? hardening.get(name) : void 0;
            return /^(true|false)$/.test(value) && !isJudged(pod, at) ? value === "true" : void 0;
          case "int32":
          case "int64":
            if (!/^[1-9]\d{0,9}$/.test(value) || Number(value) > lib_pod.Cn)
              return void 0;
            return type === "int64" || !isJudged(pod, at) ? Number(value) : void 0;
          case "list":
            return name === "drop" ? [value] : void 0;
          default:
            return name === "seccompProfile" && value === "RuntimeDefault" ? { type: value } : void 0;
        }
      }
      function isJudged(pod, at) {
        return (0, lib_pod.tu)(pod, at) || at.includes("ports") || lib_pod.A0.includes(String(at.at(-1)));
      }
      function isFreeText(at) {
        const [list, , name] = at.slice(-3);
        if (name === "value")
          return list === "env";
        return ["args", "command", "labels", "matchLabels", "nodeSelector"].includes(String(at.at(-2)));
      }
      function readWritten({ document }, at) {
        const { start, end } = (0, yaml.x5)(document, at).value;
        const written = document.text.slice(start, end);
        return /^[\w.+-]+$/.test(written) ? written : void 0;
      }
      ;
      const apiRejected = {
        id: "api-rejected",
        summary: "The API server must accept the object.",
        level: "privileged",
        references: {},
        controls: [],
        *check(pod, { version }) {
          if (!pod.isPodSpec)
            return;
          yield* checkKind(pod, version);
          for (const error of pod.decoding.mismatches) {
            yield {
              ...errorPlace(pod, error.at),
              message: () => `The API server refuses this object: ${describeWrongType(pod, error)}`,
              fix: correctType(pod, error)
            };
          }
          for (const error of (0, lib_pod.tf)(pod, version.minor)) {
            if (isWrongType(pod, error.at))
              continue;
            const fix = removeIdleField(pod, error, version.minor);
            yield {
              ...errorPlace(pod, error.at),
              message: () => `The API server refuses this object: ${withoutBlock(error.text)}. ${nextStep(error)}`,
              ...fix ? { fix } : {}
            };
          }
          yield* checkDuplicates(pod);
        },
        *checkNamespace(namespace) {
          for (const { at, text } of (0, lib_pod._c)(namespace)) {
            yield {
              level: "privileged",
              at,
              origin: "namespace",
              containers: [],
              message: () => `The API server refuses this Namespace: ${text}. Use one of these values.`
            };
          }
        }
      };
      function isWrongType({ decoding }, path) {
        return decoding.mismatches.some(({ at }) => (0, yaml.w1)(path, at));
      }
      function* checkKind(pod, { minor }) {
        const defects = pod.builtIn ? (0, lib_pod["in"])(pod.builtIn, minor) : [];
        for (const { field, text, meant } of defects) {
          const at = [...pod.object, field];
          if (isWrongType(pod, at))
            continue;
          const isMissing = pod.builtIn?.written[field] === "";
          const step = meant === void 0 ? isMissing ? "Add it." : "Correct it." : `Write ${field}: ${meant}.`;
          yield {
            ...errorPlace(pod, at),
            message: () => `The API server refuses this object: ${text}. ${step}`,
            fix: { declined: "only you know which kind and version were meant" }
          };
        }
      }
      function* checkDuplicates(pod) {
        const { document, object } = pod;
        for (const { path, key } of document.duplicates) {
          if (!(0, yaml.w1)(path, object))
            continue;
          yield {
            ...errorPlace(pod, path),
            message: () => `${key} is set twice in one block: kubectl refuses the object, and other clients take the last value, which is this one. Remove one of the two.`,
            fix: { declined: "only you know which of the two is meant" }
          };
        }
      }
      function errorPlace(pod, at) {
        const containers = containersAt(pod, at);
        const { metadata } = pod;
        const isAnnotation = at[metadata.length - 1] === "metadata" && at[metadata.length] === "annotations";
        const origin = isAnnotation ? "annotation" : containers.length > 0 ? "container" : "pod";
        return { level: "privileged", at, origin, containers };
      }
      function withoutBlock(text) {
        return text.replace(/: Invalid value: \{.*\}: /s, ": Invalid value: ");
      }
      const nextSteps = {
        "Invalid value": "Change it.",
        Forbidden: "Remove it.",
        "Required value": "Add it.",
        "Unsupported value": "Use one of the supported values.",
        "Duplicate value": "Change or remove one of the two."
      };
      function nextStep({ kind, text }) {
        const isPair = text.includes("cannot set `allowPrivilegeEscalation` to false and ");
        return isPair ? "Change one of the two." : nextSteps[kind];
      }
      function removeIdleField(pod, { at, text }, minor) {
        const isIdle = /cannot be set for a (windows|linux) pod$|can only be set when (seccomp|AppArmor) type is Localhost$/.test(text);
        if (!isIdle)
          return void 0;
        const title = `Remove ${at.at(-1)}`;
        const patch = { op: "remove", path: at };
        const refused = findApiRefusal(pod, [patch], minor);
        if (refused !== void 0)
          return { declined: `the API server would refuse it then: ${refused}` };
        if (at.at(-1) !== "hostUsers")
          return safeFix(title, patch);
        const risk2 = "fails Pod Security until runAsNonRoot is true, for which hostUsers: false stood in";
        return reviewFix(title, risk2, patch);
      }
      ;
      const allowedTypes = /* @__PURE__ */ new Set(["RuntimeDefault", "Localhost"]);
      const app_armor_profile_control = {
        id: "appArmorProfile",
        level: "baseline",
        revisions: [{ since: 0, check: denyProfiles }]
      };
      const appArmorProfile = {
        id: "app-armor-profile",
        summary: "Containers must not switch AppArmor off.",
        level: "baseline",
        references: { nsa: "AppArmor", cwe: [693] },
        controls: [app_armor_profile_control],
        *check(pod) {
          const unconfined = forbiddenProfiles(pod).filter(({ value }) => value.type === "Unconfined");
          for (const { container, containers, origin, at } of unconfined) {
            const onPod = container && podDeclaration(pod, "appArmorProfile")?.type;
            yield {
              level: "baseline",
              at: [...at, "type"],
              origin,
              containers,
              message: (say) => `appArmorProfile.type is Unconfined here${describeOverride(pod, "appArmorProfile", "Unconfined", onPod, say)}: ` + (containers.length > 0 ? `AppArmor does not confine ${say.who}. Remove the profile, and the runtime's default applies.` : `${overriddenByAll}. Remove it.`),
              fix: removeProfile("Remove the AppArmor profile Unconfined", at, containers)
            };
          }
          for (const { key, containers } of unconfinedAnnotations(pod)) {
            const at = [...pod.metadata, "annotations", key];
            yield {
              level: "baseline",
              at,
              origin: "annotation",
              containers,
              message: ({ who }) => containers.length > 0 ? `This annotation switches AppArmor off for ${who}. Remove it, and the runtime's default applies.` : "This annotation does not name a container of the pod, but Pod Security rejects the pod all the same. Remove it.",
              fix: removeProfile(`Remove the annotation ${key}`, at, containers)
            };
          }
        }
      };
      function denyProfiles(pod) {
        const fields = forbiddenProfiles(pod);
        const annotations = forbiddenAnnotations(pod);
        if (fields.length + annotations.length === 0)
          return void 0;
        const who = [nameDeclarers(fields), annotations.length > 0 ? pluralize("annotation", annotations.length) : ""].filter(Boolean).join(" and ");
        const types2 = sortDistinct(fields.map(({ value }) => value.type ?? ""));
        const values = [...types2, ...sortDistinct(annotations.map(([key, value]) => `${key}="${value}"`))];
        return {
          reason: `forbidden AppArmor ${pluralize("profile", values.length)}`,
          detail: `${who} must not set AppArmor profile type to ${quote(values)}`
        };
      }
      function forbiddenProfiles(pod) {
        return declarationsOf(pod, "appArmorProfile").filter(({ value }) => !allowedTypes.has(value.type ?? ""));
      }
      function forbiddenAnnotations({ annotations }) {
        const isAllowed = (value) => value === "" || value === "runtime/default" || value.startsWith("localhost/");
        return Object.entries(annotations).filter(([key, value]) => key.startsWith(lib_pod.uh) && !isAllowed(value));
      }
      function unconfinedAnnotations(pod) {
        const unconfined = forbiddenAnnotations(pod).filter(([, value]) => value === "unconfined");
        return unconfined.map(([key]) => ({
          key,
          containers: pod.containers.filter(({ name }) => lib_pod.uh + name === key)
        }));
      }
      function removeProfile(title, path, containers) {
        const mounting = containers.find((container) => programsOf(container).some(({ name }) => /^u?mount$/.test(name)));
        if (mounting)
          return {
            declined: `container "${mounting.name}" mounts file systems, which the runtime's default profile forbids`
          };
        return reviewFix(title, "fails if the process does what the runtime's default profile forbids", {
          op: "remove",
          path
        });
      }
      ;
      const drop_all_capabilities_control = {
        id: "capabilities_restricted",
        level: "restricted",
        overrides: ["capabilities_baseline"],
        revisions: [
          { since: 22, check: denyCapabilities },
          { since: 25, check: (pod) => pod.os === "windows" ? void 0 : denyCapabilities(pod) }
        ]
      };
      const dropAllCapabilities = {
        id: "drop-all-capabilities",
        summary: "Containers must drop ALL capabilities.",
        level: "restricted",
        references: { cis: ["5.2.8", "5.2.9"], cwe: [250, 1188] },
        controls: [drop_all_capabilities_control],
        *check(pod, { version, enforced }) {
          for (const container of pod.containers.filter(keepsDefaults)) {
            if (isMistyped(container, "capabilities", "drop"))
              continue;
            const { origin, path } = container.effective.capabilities;
            const { drop } = container.securityContext.capabilities ?? {};
            const spelling = drop?.find(isAllMisspelt);
            yield {
              level: levelIn(drop_all_capabilities_control, version),
              at: [...path, "drop"],
              origin: drop ? origin : "default",
              containers: [container],
              message: ({ who }) => spelling ? `capabilities.drop says "${spelling}", which Pod Security does not take for "ALL": it counts as if ${who} dropped nothing. Write "ALL".` : `capabilities.drop does not hold "ALL": ${describeRest(container, who)}`,
              fix: dropAll(pod, container, enforced),
              extent: (each) => (0, lib_pod.gg)({ drop: each?.securityContext.capabilities?.drop ?? [] }, false)
            };
          }
        }
      };
      function denyCapabilities(pod) {
        const keeping = pod.containers.filter(keepsDefaults);
        const drops = `${nameContainers(keeping)} must set securityContext.capabilities.drop=["ALL"]`;
        const adds = denyAdds(pod, (name) => name !== "NET_BIND_SERVICE");
        const details = [...keeping.length > 0 ? [drops] : [], ...adds ? [adds.detail] : []];
        return details.length > 0 ? { reason: "unrestricted capabilities", detail: details.join("; ") } : void 0;
      }
      function keepsDefaults({ securityContext }) {
        return !securityContext.capabilities?.drop?.includes("ALL");
      }
      function isAllMisspelt(name) {
        return name !== "ALL" && name.toUpperCase() === "ALL";
      }
      function describeRest({ derived, securityContext }, who) {
        const capabilities = derived.capabilities ?? (0, lib_pod.gg)(securityContext.capabilities ?? {}, false);
        if (derived.privileged)
          return `privileged gives ${who} every capability there is, whatever it drops. Remove privileged, and drop ALL.`;
        const step = "Drop ALL, and add back only what the process needs.";
        if (capabilities.length === 0)
          return `that leaves ${who} without any capability today, but Pod Security asks for ALL. ${step}`;
        const shown = capabilities.slice(0, 3);
        const rest = capabilities.length - shown.length;
        const names = rest > 0 ? `${shown.join(", ")} and ${rest} more ${rest === 1 ? "capability" : "capabilities"}` : enumerate(shown);
        return `that leaves ${who} with ${names}, ${capabilities.length > 1 ? "each " : ""}a tool for an intruder. ${step}`;
      }
      function dropAll(pod, container, enforced) {
        if (container.derived.privileged)
          return { declined: "a privileged container has every capability, whatever it drops: remove privileged first" };
        const { path } = container.effective.capabilities;
        const { add = [], drop = [] } = container.securityContext.capabilities ?? {};
        const misspelt = drop.findIndex(isAllMisspelt);
        if (misspelt !== -1)
          return safeFix("Write ALL", { op: "set", path: [...path, "drop", misspelt], value: "ALL" });
        const kept = keepNeeded(container, { add, drop }, enforced);
        if ("declined" in kept)
          return kept;
        const keeping = kept.length > 0 ? ` but ${describeNeeds(kept)}` : "";
        return reviewFix(`Drop ALL capabilities${keeping}`, describeRisk(container), { op: "append", path: [...path, "drop"], value: "ALL", among: siblingsOf(pod, path) }, ...kept.map(({ name }) => ({ op: "append", path: [...path, "add"], value: name })));
      }
      function describeRisk(container) {
        const asRoot = "fails if the process changes file owners or users, or opens raw sockets, as root";
        if (!container.imageConfig?.fileCapabilities)
          return `${asRoot}, or if its program carries other file capabilities`;
        const byName2 = new Map(capableProgramsOf(container).others.map(({ path, capabilities }) => [
          path.slice(path.lastIndexOf("/")),
          { path, capabilities }
        ]));
        const programs = [...byName2.values()].slice(0, 3);
        if (programs.length === 0)
          return asRoot;
        const carrying = programs.map(({ path, capabilities }) => `${path}, which carries ${enumerate(capabilities)}`);
        return `${asRoot}, or if it starts ${carrying.join(", or ")}`;
      }
      ;
      function* checkId(pod, requirement) {
        const { field, unset, root } = requirement;
        const lacking = pod.containers.filter((container) => !(0, lib_pod.vo)(container.effective[field]) && !isMistyped(container, field));
        if (lacking.length > 0 && !isMistyped(pod, field)) {
          const at = placeFor(pod, lacking, field);
          yield {
            level: "hardened",
            at,
            origin: "default",
            containers: lacking,
            message: ({ who }) => `${field} is set neither on the pod nor in ${who}: ${unset}${describeImageUsers(lacking, field)}. Declare an id above 0.`,
            fix: declareId(pod, lacking, at, requirement)
          };
        }
        if (!requirement.reportsRoot)
          return;
        for (const container of pod.containers) {
          const { value, origin, path } = container.effective[field];
          if (value !== 0 || origin === "image")
            continue;
          yield {
            level: "hardened",
            at: path,
            origin,
            containers: [container],
            message: (say) => `${field} is 0 here${origin === "container" ? describeOverride(pod, field, 0, podDeclaration(pod, field), say) : ""}: it makes ${say.who} run ${root}. Declare an id above 0.`,
            fix: declareId(pod, [container], path, requirement)
          };
        }
      }
      function setUser(pod, containers, path, id2) {
        const need = findRootNeed(pod, containers);
        if (need !== void 0)
          return { declined: need };
        if (id2 === void 0)
          return { declined: "only you know which user the image can run as: give it with --run-as-user or fix.runAsUser" };
        return reviewFix(`Set runAsUser: ${id2}`, "fails if the process needs root, or files that only root may read", {
          op: "set",
          path,
          value: id2,
          among: siblingsOf(pod, path)
        });
      }
      function findRootNeed(pod, containers) {
        return containers.map((each) => explainRootNeed(pod, each)).find((need) => need !== void 0);
      }
      function describeImageUsers(containers, field) {
        const known = containers.filter(({ imageConfig }) => imageConfig);
        if (known.length === 0)
          return "";
        const users = new Set(known.map(({ imageConfig }) => imageConfig?.user || "root"));
        if (field === "runAsUser")
          return ` (today that is ${enumerate([...users])})`;
        const groups = [...users].filter((user) => user.includes(":"));
        return groups.length > 0 ? `; the group of the image's USER ${enumerate(groups)} is ignored` : "";
      }
      function declareId(pod, containers, path, { field, id: id2, option, risk: risk2 }) {
        const among = siblingsOf(pod, path);
        const need = field === "runAsUser" ? findRootNeed(pod, containers) : void 0;
        if (need !== void 0)
          return { declined: need };
        if (id2 !== void 0)
          return reviewFix(`Set ${field}: ${id2}`, risk2, { op: "set", path, value: id2, among });
        const imageUser = field === "runAsUser" ? sharedImageUser(containers) : void 0;
        if (imageUser !== void 0)
          return safeFix(`Set runAsUser: ${imageUser}, which is the image's user`, {
            op: "set",
            path,
            value: imageUser,
            among
          });
        return { declined: `only you know which id fits the image: give it with ${option} or fix.${field}` };
      }
      function sharedImageUser(containers) {
        const uid = containers[0]?.derived.uid;
        const isShared = ({ effective, derived }) => effective.runAsUser.origin === "image" && derived.uid === uid;
        return uid && containers.every((container) => isShared(container) && runsAsNonRoot(container)) ? uid : void 0;
      }
      ;
      const explicitGroup = {
        id: "explicit-group",
        summary: "Containers must declare a group id above 0.",
        level: "hardened",
        references: { nsa: "Non-root containers", cwe: [250] },
        controls: [],
        check: (pod, context) => checkId(pod, {
          field: "runAsGroup",
          id: context.fix.runAsGroup,
          option: "--run-as-group",
          reportsRoot: true,
          unset: "the process gets the group that the image lists for its user, and the root group (0) where the image does not list the user",
          root: "in the root group, with all the files that this group may use",
          risk: "fails if files in the image or on its volumes are not readable for this group"
        })
      };
      ;
      const explicitUser = {
        id: "explicit-user",
        summary: "Containers must declare a user id above 0.",
        level: "hardened",
        references: { cis: ["5.2.7"], nsa: "Non-root containers", cwe: [250] },
        controls: [],
        coveredBy: "run-as-user",
        check: (pod, context) => checkId(pod, {
          field: "runAsUser",
          id: context.fix.runAsUser,
          option: "--run-as-user",
          reportsRoot: pod.hostUsers === false && context.version.minor >= 35,
          unset: "the image decides which user runs, and may change it",
          root: "as root, and what it writes to volumes belongs to root",
          risk: "fails if files in the image or on its volumes are not readable for this user"
        })
      };
      ;
      const failsToStart = {
        id: "fails-to-start",
        summary: "The kubelet must be able to start every container.",
        level: "privileged",
        references: { cwe: [250] },
        controls: [],
        *check(pod, { fix }) {
          const refusal = (0, lib_pod.PR)(pod);
          if (refusal)
            yield reportPod(refusal);
          for (const container of pod.containers) {
            const refused = (0, lib_pod.UM)(pod, container);
            if (refused)
              yield reportContainer(pod, container, refused, fix.runAsUser);
          }
        }
      };
      function reportPod({ at, origin, text }) {
        return {
          level: "privileged",
          at,
          origin,
          containers: [],
          message: () => `The kubelet will not admit the pod (AppArmor): ${text}. The API server accepts this annotation. Name a profile behind localhost/, or remove the annotation.`,
          fix: { declined: "only you know which profile was meant" }
        };
      }
      function reportContainer(pod, container, refusal, id2) {
        const { at, origin, text } = refusal;
        const { path, origin: setter } = container.effective.runAsNonRoot;
        const report = { level: "privileged", at, origin, containers: [container] };
        if (refusal.cause === "seccomp profile")
          return {
            ...report,
            message: ({ who }) => `The kubelet will not start ${who} (CreateContainerConfigError): ${text} The API server accepts the empty name. Name the profile's file, or choose RuntimeDefault.`,
            fix: { declined: "only you know which profile was meant" }
          };
        return {
          ...report,
          message: ({ who, line }) => `The kubelet will not start ${who} (CreateContainerConfigError): ${text}. runAsNonRoot is true (${setter === "pod" ? "on the pod, " : ""}line ${line(path)}), and ${explainUser(refusal, container)}.`,
          related: [{ at: path, message: "runAsNonRoot is required here." }],
          fix: chooseUser(pod, container, refusal, id2)
        };
      }
      function explainUser({ cause }, { imageConfig }) {
        const { user = "" } = imageConfig ?? {};
        switch (cause) {
          case "declared root":
            return "this user is root: choose another user";
          case "declared administrator":
            return "this user is the administrator: choose another user";
          case "image administrator":
            return "the image's user is the administrator: set runAsUserName";
          case "image name":
            return `only a number proves that the image's user "${(0, lib_pod.km)(user).name}" is not root: set runAsUser to its id`;
          case "image id":
            return "Kubernetes does not accept this id: set runAsUser";
          default: {
            const why = user === "" ? "the image names no user, which means root" : "the image's user is root";
            return `${why}: set runAsUser to another user, or choose an image that names one`;
          }
        }
      }
      function chooseUser(pod, container, { at, origin }, id2) {
        if (pod.runsOn === "windows")
          return { declined: "only you know which user the image can run as: set windowsOptions.runAsUserName" };
        return setUser(pod, [container], origin === "image" ? [...container.context, "runAsUser"] : at, id2);
      }
      ;
      const hostFields = [
        {
          field: "hostNetwork",
          shares: "network",
          gives: "every network interface of the node, and what listens on its loopback address"
        },
        { field: "hostPID", shares: "processes", gives: "every process on the node, to watch and to signal" },
        { field: "hostIPC", shares: "shared memory", gives: "the shared memory of the processes on the node" }
      ];
      const host_namespaces_control = {
        id: "hostNamespaces",
        level: "baseline",
        revisions: [{ since: 0, check: denyHostNamespaces }]
      };
      const hostNamespaces = {
        id: "host-namespaces",
        summary: "Pods must not share the node's network, process or IPC namespace.",
        level: "baseline",
        references: { cis: ["5.2.3", "5.2.4", "5.2.5"], nsa: "Share the host's namespaces", cwe: [653, 668] },
        controls: [host_namespaces_control],
        *check(pod) {
          for (const shared of sharedNamespaces(pod)) {
            const { field, gives } = shared;
            const at = [...pod.path, field];
            yield {
              level: "baseline",
              at,
              origin: "pod",
              containers: pod.containers,
              message: ({ who }) => `${field} is true: ${who} can reach ${gives}. Remove it.`,
              fix: leaveNamespace(pod, shared, at)
            };
          }
        }
      };
      function denyHostNamespaces(pod) {
        const shared = sharedNamespaces(pod).map(({ field }) => `${field}=true`);
        return shared.length > 0 ? { reason: "host namespaces", detail: shared.join(", ") } : void 0;
      }
      function sharedNamespaces(pod) {
        return hostFields.filter(({ field }) => pod[field]);
      }
      function leaveNamespace(pod, { field, shares }, path) {
        const isHostProcess = pod.containers.some(({ effective }) => effective.windowsOptions.value?.hostProcess === true);
        if (field === "hostNetwork" && isHostProcess)
          return { declined: "HostProcess containers need the node's network: remove hostProcess first" };
        const need = field === "hostNetwork" ? explainNetworkNeed(pod) : field === "hostPID" ? explainPidNeed(pod) : void 0;
        if (need !== void 0)
          return { declined: need };
        return reviewFix(`Set ${field}: false`, `fails if the process needs the node's ${shares}`, {
          op: "set",
          path,
          value: false
        });
      }
      const networkFolders = ["/etc/cni", "/opt/cni", "/var/lib/cni", "/run/xtables.lock"];
      function explainNetworkNeed(pod) {
        const folder = hostPathsOf(pod).find((path) => networkFolders.some((each) => `${path}/`.startsWith(`${each}/`)));
        return folder && `the pod mounts ${folder} of the node: it sets up the node's network, and needs it`;
      }
      function explainPidNeed(pod) {
        const container = pod.containers.find((each) => programsOf(each).some(({ name }) => name === "nsenter"));
        return container && `container "${container.name}" runs nsenter, which needs the node's processes`;
      }
      function hostPathsOf(pod) {
        const paths = volumesIn(pod).map(({ fields }) => (0, yaml.fK)(fields, ["hostPath", "path"]));
        return paths.filter((path) => typeof path === "string");
      }
      ;
      function reachOf(volume, type, container) {
        const source = volume[type];
        if (!(0, yaml.Ce)(source))
          return [];
        const { path, readOnly, ...rest } = source;
        const origin = `${type}${encodeURIComponent((0, yaml.A4)(omitEmpty(rest)))}`;
        const mounts = container ? mountsOf(container.spec).filter(({ name }) => name === volume.name) : [];
        const all = mounts.length > 0 ? mounts : [{}];
        return all.flatMap((mount) => {
          const place = joinPaths(path, partOf(mount));
          return powersOf(mount, readOnly).map((power) => `${power}:${origin}:${place}`);
        });
      }
      function partOf({ subPath, subPathExpr }) {
        if (typeof subPath === "string" && subPath !== "")
          return subPath;
        return typeof subPathExpr === "string" ? subPathExpr.replace(/(^|\/)[^/]*\$\(.*$/s, "") : void 0;
      }
      function powersOf(mount, isSourceReadOnly) {
        return [
          "read",
          ...mount.readOnly === true || isSourceReadOnly === true ? [] : ["write"],
          ...mount.recursiveReadOnly === "Enabled" ? [] : ["write-below"],
          ...mount.mountPropagation === "HostToContainer" || mount.mountPropagation === "Bidirectional" ? ["follow"] : [],
          ...mount.mountPropagation === "Bidirectional" ? ["share"] : []
        ];
      }
      function omitEmpty(fields) {
        return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ""));
      }
      function joinPaths(...parts) {
        const steps = [];
        for (const step of parts.filter((part) => typeof part === "string").join("/").split("/")) {
          if (step === "..")
            steps.pop();
          else if (step !== "" && step !== ".")
            steps.push(encodeURIComponent(step));
        }
        return `/${steps.join("/")}`;
      }
      ;
      const host_path_volumes_control = {
        id: "hostPathVolumes",
        level: "baseline",
        revisions: [{ since: 0, check: denyHostPaths }]
      };
      const hostPathVolumes = {
        id: "host-path-volumes",
        summary: "Pods must not mount paths of the node.",
        level: "baseline",
        references: { cis: ["5.2.11"], cwe: [668, 732] },
        controls: [host_path_volumes_control],
        *check(pod) {
          const mounters = mountersByVolume(pod);
          for (const volume of hostPathsIn(pod)) {
            const containers = mounters.get(volume.name) ?? [];
            yield {
              level: "baseline",
              at: [...volume.path, "hostPath"],
              origin: "pod",
              containers,
              message: ({ who }) => describe(volume, containers, who),
              fix: containers.length > 0 ? { declined: "what the path holds must move to another kind of volume first" } : removeVolume(pod, volume),
              extent: (container) => reachOf(volume.fields, "hostPath", container)
            };
          }
        }
      };
      function describe({ name, fields }, containers, who) {
        const path = readPath(fields);
        const subject = `The hostPath volume "${name}"`;
        const place = `${path ?? "a path"} of the node`;
        if (containers.length === 0)
          return `${subject} names ${place}: no container mounts it, but Pod Security rejects the pod all the same. Remove the volume.`;
        const access = containers.some((container) => writesTo(container, name)) ? "write" : "read";
        const gain = path === void 0 ? "files of the node are there" : describeNodePath(path, access);
        return `${subject} puts ${place} into ${who}: ${gain}. Use an emptyDir, a persistentVolumeClaim or a configMap.`;
      }
      function readPath(volume) {
        const path = (0, yaml.fK)(volume, ["hostPath", "path"]);
        return typeof path === "string" && path !== "" ? path : void 0;
      }
      function writesTo({ spec }, volume) {
        return mountsOf(spec).some(({ name, readOnly }) => name === volume && readOnly !== true);
      }
      function denyHostPaths(pod) {
        const names = hostPathsIn(pod).map(({ name }) => name);
        if (names.length === 0)
          return void 0;
        return { reason: "hostPath volumes", detail: `${pluralize("volume", names.length)} ${quote(names)}` };
      }
      function hostPathsIn(pod) {
        return volumesIn(pod).filter(({ types: types2 }) => types2.includes("hostPath"));
      }
      function removeVolume({ spec }, { name, path }) {
        const volumes = (0, yaml.Lv)(spec.volumes) ? spec.volumes : [];
        const remove = removeItem(path.slice(0, -1), Number(path.at(-1)), volumes);
        return reviewFix(`Remove the volume ${name}`, "fails if something mounts it later", remove);
      }
      ;
      const host_ports_control = {
        id: "hostPorts",
        level: "baseline",
        revisions: [{ since: 0, check: denyHostPorts }]
      };
      const hostPorts = {
        id: "host-ports",
        summary: "Containers must not take ports of the node.",
        level: "baseline",
        references: { cis: ["5.2.12"], cwe: [668] },
        controls: [host_ports_control],
        *check(pod) {
          for (const container of pod.containers) {
            for (const { port, path, fields } of hostPortsIn(container)) {
              yield {
                level: "baseline",
                at: path,
                origin: "container",
                containers: [container],
                message: ({ who }) => `hostPort ${port} opens ${who} on the node's own address, past network policies, and keeps a second replica off the node. Remove it and use a Service.`,
                fix: closePort(pod, path),
                extent: () => [listenerOf(fields)]
              };
            }
          }
        }
      };
      function denyHostPorts({ containers }) {
        const users = containers.filter((container) => hostPortsIn(container).length > 0);
        if (users.length === 0)
          return void 0;
        const ports = sortDistinct(users.flatMap((container) => hostPortsIn(container).map(({ port }) => String(port))));
        const uses = `${nameContainers(users)} ${users.length === 1 ? "uses" : "use"}`;
        return { reason: "hostPort", detail: `${uses} ${pluralize("hostPort", ports.length)} ${ports.join(", ")}` };
      }
      function hostPortsIn({ spec, path }) {
        const ports = (0, yaml.Lv)(spec.ports) ? spec.ports : [];
        return ports.flatMap((port, index) => {
          if (!(0, yaml.Ce)(port) || typeof port.hostPort !== "number" || port.hostPort === 0)
            return [];
          return [{ port: port.hostPort, path: [...path, "ports", index, "hostPort"], fields: port }];
        });
      }
      function listenerOf({ protocol, hostIP }) {
        const address = hostIP === "0.0.0.0" || hostIP === "::" ? "" : String(hostIP ?? "");
        return `${encodeURIComponent(String(protocol ?? "TCP"))}:/${encodeURIComponent(address)}`;
      }
      function closePort({ hostNetwork }, path) {
        if (hostNetwork)
          return { declined: "the pod uses the node's network: remove hostNetwork first" };
        return reviewFix("Remove hostPort", "fails for clients that reach it by the node's address", { op: "remove", path });
      }
      ;
      const since = 34;
      const host_probes_control = {
        id: "hostProbesAndHostLifecycle",
        level: "baseline",
        revisions: [{ since, check: denyHosts }]
      };
      const hostProbes = {
        id: "host-probes",
        summary: "Probes and lifecycle hooks must not name a host.",
        level: "baseline",
        references: { cwe: [668] },
        controls: [host_probes_control],
        *check(pod, { version }) {
          if (version.minor < since)
            return;
          for (const container of pod.containers) {
            for (const { host, path, call } of hostsIn(container)) {
              yield {
                level: "baseline",
                at: path,
                origin: "container",
                containers: [container],
                message: ({ who }) => `host "${host}" makes the kubelet call that host, from the node's network, on behalf of ${who}: a way to reach what the pod may not. Remove it, and the kubelet calls the pod itself.`,
                fix: reviewFix("Remove host", "fails if the process listens only on that host's address", {
                  op: "remove",
                  path
                }),
                extent: () => describeCall(call)
              };
            }
          }
        }
      };
      function denyHosts({ containers }) {
        const users = containers.filter((container) => hostsIn(container).length > 0);
        if (users.length === 0)
          return void 0;
        const names = sortDistinct(users.map(({ name }) => name));
        const named = sortDistinct(users.flatMap((container) => hostsIn(container).map(({ host }) => host)));
        const uses = `${pluralize("container", users.length)} ${quote(names)} ${users.length === 1 ? "uses" : "use"}`;
        return {
          reason: "probe or lifecycle host",
          detail: `${uses} probe or lifecycle ${pluralize("host", named.length)} ${quote(named)}`
        };
      }
      const hosts = [
        ["httpGet", "host"],
        ["tcpSocket", "host"]
      ];
      function hostsIn({ spec, path }) {
        const written = handlers.filter((handler) => (0, yaml.fK)(spec, handler) !== void 0);
        return written.flatMap((handler) => hosts.flatMap((place) => {
          const call = (0, yaml.fK)(spec, [...handler, ...place.slice(0, -1)]);
          if (!(0, yaml.Ce)(call) || typeof call.host !== "string" || call.host === "")
            return [];
          return [{ host: call.host, path: [...path, ...handler, ...place], call }];
        }));
      }
      function describeCall({ port = null, scheme, path, httpHeaders }) {
        const headers = (0, yaml.Lv)(httpHeaders) ? httpHeaders : [];
        const parts = [
          ["port", port],
          ["scheme", scheme || "HTTP"],
          ["path", path || "/"],
          ...headers.map((header) => ["header", (0, yaml.A4)(header)])
        ];
        return parts.map(([name, value]) => `${name}:${encodeURIComponent(String(value))}`);
      }
      ;
      const ignoredField = {
        id: "ignored-field",
        summary: "Every field must stand where Kubernetes reads it, in its right spelling.",
        level: "privileged",
        references: { cwe: [1188] },
        controls: [],
        *check(pod, context) {
          if (!pod.isPodSpec)
            return;
          const plans = (0, lib_pod.dI)(pod).map((unknown) => ({ unknown, moves: planMoves(pod, unknown) }));
          const wanted2 = collectWanted(plans.flatMap(({ moves }) => moves ?? []));
          for (const { unknown, moves } of plans) {
            const { at } = unknown;
            const own = containersAt(pod, at);
            yield {
              level: "privileged",
              at,
              origin: own.length > 0 ? "container" : "pod",
              containers: own.length > 0 ? own : pod.containers,
              message: (say) => `${(0, lib_pod.Wd)(pod, at)} has no effect: ${explainPlace(pod, unknown)}; kubectl refuses to apply it, and other clients drop it silently. ` + ignored_field_nextStep(pod, unknown, moves, context, say),
              fix: correct(pod, unknown, moves, wanted2, context)
            };
          }
        }
      };
      function explainPlace(pod, { at, name, intended }) {
        const spelling = intended && name !== intended.name ? `it is spelt ${intended.name}, and ` : "";
        switch (intended?.place) {
          case "here":
            return `Kubernetes has no field ${name}, only ${intended.name}`;
          case "containers":
            return `${spelling}only a container's securityContext has it`;
          case "pod":
            return `${spelling}only the pod's securityContext has it`;
          case "pod spec":
            return intended.name === "securityContext" ? "Kubernetes reads a securityContext in the pod spec and in its containers, not here" : `${name} belongs in the pod spec itself, beside securityContext`;
          case "context":
            return "it belongs in the securityContext";
          case "context around":
            return "it belongs one level up, in the securityContext";
          default:
            return `Kubernetes has no field ${name} in ${nameBlock(pod, at.slice(0, -1))}`;
        }
      }
      function nameBlock(pod, path) {
        return (0, lib_pod.Wd)(pod, path).split(".").at(-1) || `a ${pod.workload.kind}`;
      }
      function ignored_field_nextStep(pod, { name, intended, value }, moves, { version }, { line }) {
        if (!intended)
          return "Remove it, or correct its name.";
        if (!moves)
          return intended.place === "pod spec" ? moveToSpec(pod) : "Remove it, or correct its name.";
        if (isOfLinuxAlone(pod, placesOf(moves)))
          return "Remove it: the pod runs on Windows, which does not have it.";
        const open = moves.filter(({ written }) => written === void 0);
        const [first] = moves;
        if (first && open.length === 0) {
          const isSettled = findConflict(pod, moves, /* @__PURE__ */ new Map()) === void 0;
          if (moves.length > 1 && intended.place === "containers")
            return isSettled ? "Every container sets it itself: remove it here." : "Every container says otherwise: keep what you mean.";
          return isSettled ? `It is set there (line ${line(first.to)}): remove it here.` : `There it is ${printShort(first.written ?? null)} (line ${line(first.to)}): keep one of the two.`;
        }
        if (open.length > 0 && open.every((move) => weakens(move.field, move.value, version.minor)))
          return "Remove it: nothing needs it today.";
        switch (intended.place) {
          case "here":
            return `Write ${intended.name}.`;
          case "containers":
            return `Move it to ${enumerateContainers(open.flatMap(({ containers }) => containers))}.`;
          case "pod":
            return "Move it to the pod.";
          case "pod spec":
            return moveToSpec(pod);
          default:
            return (0, yaml.Ce)(value) && name === "securityContext" ? "Move what it holds there." : "Move it there.";
        }
      }
      function moveToSpec(pod) {
        return `Move it to ${(0, lib_pod.Wd)(pod, pod.path)}.`;
      }
      function correct(pod, { at, name, value, intended }, moves, wanted2, context) {
        if (!moves?.every(({ field }) => isOfSecurity(field)))
          return { declined: "only you know what was meant" };
        const remove = { op: "remove", path: at };
        const removal = (why) => reviewFix(`Remove ${name}: ${printShort(value)}, ${why}`, "loses a setting that its author may still want", remove);
        if (value === null || (0, yaml.Im)(value))
          return removal("which is empty");
        if (isOfLinuxAlone(pod, placesOf(moves)))
          return removal("which Windows does not have");
        const conflict = findConflict(pod, moves, wanted2);
        if (conflict !== void 0)
          return { declined: conflict };
        const open = moves.filter(({ written }) => written === void 0);
        if (open.length === 0)
          return removal("which stands in its place already");
        if (open.some((move) => weakens(move.field, move.value, context.version.minor))) {
          const holdsMore = (0, yaml.Ce)(value) && Object.keys(value).length > 1 || (0, yaml.Lv)(value) && value.length > 1;
          return holdsMore ? { declined: "it would also open up what is closed today: move by hand what is still wanted" } : removal("which would open up what is closed today");
        }
        for (const move of open) {
          const reason = explainIdleness(pod, move.field, move.value, move.containers);
          if (reason !== void 0)
            return { declined: reason };
        }
        const names = volumeNamesIn(pod);
        const made = open.map((move) => makeMovePatches(pod, move, names, context));
        const notes = /* @__PURE__ */ new Set();
        const patches = [];
        for (const each of made) {
          if ("declined" in each)
            return each;
          for (const patch of each.patches)
            patches.push(patch);
          if (each.note)
            notes.add(each.note);
        }
        patches.push({ ...remove, moved: movedFrom(at, value, open) });
        const refused = findApiRefusal(pod, patches, context.version.minor);
        if (refused !== void 0)
          return { declined: `the API server would refuse it: ${refused}` };
        const title = intended?.place === "here" ? `Correct ${name} to ${intended.name}` : `Move ${name} to ${describeDestinations(pod, open)}`;
        return reviewFix(notes.size > 0 ? `${title}, and ${enumerate([...notes])}` : title, "takes effect from now on, and fails if the process can't work with it", ...patches);
      }
      function placesOf(moves) {
        return moves.map(({ to }) => to);
      }
      function movedFrom(at, value, open) {
        const placesOf2 = (field) => open.filter((move) => move.field === field).map(({ to }) => to);
        const members = at.at(-1) === "securityContext" && (0, yaml.Ce)(value) ? Object.keys(value) : [];
        const whole = { from: at, to: open.slice(0, members.length > 0 ? 1 : open.length).map(({ to }) => to) };
        return [...members.map((field) => ({ from: [...at, field], to: placesOf2(field) })), whole];
      }
      function isOfSecurity(field) {
        return (0, lib_pod.NU)("pod").has(field) || (0, lib_pod.NU)("containers").has(field) || lib_pod.A0.includes(field);
      }
      ;
      function deadAnnotationsOn(pod, minor) {
        const bare = pod.containers.filter(({ securityContext }) => securityContext.seccompProfile === void 0);
        const seccomp = [
          ...pod.securityContext.seccompProfile ? [] : [{ key: lib_pod.lo, containers: pod.containers }],
          ...bare.map((container) => ({ key: lib_pod.zp + container.name, containers: [container] }))
        ].map((each) => ({ ...each, field: "seccompProfile", since: 27 }));
        const sysctls2 = ["security.alpha.kubernetes.io/sysctls", "security.alpha.kubernetes.io/unsafe-sysctls"].map((key) => ({ key, containers: pod.containers, field: "sysctls", since: 11 }));
        return [...seccomp, ...sysctls2].filter(({ key, since: since2 }) => pod.annotations[key] !== void 0 && minor >= since2);
      }
      ;
      function* checkMisplacedAnnotations(pod, minor) {
        if (!pod.builtIn)
          return;
        const place = (0, lib_pod.Wd)(pod, pod.metadata);
        for (const annotation of misplacedAnnotations(pod)) {
          const { at, containers } = annotation;
          const { rest, fix } = remedy(pod, annotation, minor);
          yield {
            level: "privileged",
            at,
            origin: "annotation",
            containers,
            message: ({ who }) => `Nothing reads this annotation here, and it changes nothing in ${who}: it belongs to ${place}, ${rest}`,
            fix
          };
        }
      }
      function remedy(pod, { at, key, value, field, containers }, minor) {
        const remove = { op: "remove", path: at };
        const removal = safeFix(`Remove the annotation ${key}`, remove);
        if (field === "seccompProfile" && minor >= seccompIgnoredSince) {
          const why = `non-functional in v1.${seccompIgnoredSince}+; use the "${field}" field instead`;
          return {
            rest: `and Kubernetes does not read it there any more either (${why}). Set the field, and remove the annotation.`,
            fix: removal
          };
        }
        const rest = "whose annotations the pods get. ";
        const profile = (0, lib_pod.SW)(value);
        if (profile?.type === "Unconfined")
          return { rest: `${rest}It would switch the profile off there: remove it.`, fix: removal };
        const inForce = containers.flatMap(({ effective }) => effective[field].value ?? []);
        if (inForce.length > 0) {
          const isSame = inForce.every((each) => sameProfile(each, profile));
          return {
            rest: `${rest}A profile is set there already: remove it here.`,
            fix: isSame ? removal : { declined: "another profile is set there: only you know which is right" }
          };
        }
        const step = `${rest}Move it there, or set ${field}.`;
        if (!profile || profile.localhostProfile?.trim() === "" || containers.length === 0)
          return { rest: step, fix: { declined: "only you know which profile was meant" } };
        const moved = { op: "set", path: [...pod.metadata, "annotations", key], value };
        const risk2 = "fails where the node does not have the profile, or where the process needs what it forbids";
        return {
          rest: step,
          fix: reviewFix(`Move the annotation to ${(0, lib_pod.Wd)(pod, pod.metadata)}`, risk2, moved, {
            ...remove,
            moved: [{ from: at, to: [moved.path] }]
          })
        };
      }
      function sameProfile(a, b) {
        return a.type === b?.type && a.localhostProfile === b?.localhostProfile;
      }
      const seccompIgnoredSince = 27;
      function misplacedAnnotations(pod) {
        const above = pod.path.slice(pod.object.length).map((_, index) => pod.path.slice(0, pod.object.length + index));
        const owners = above.map((path) => [...path, "metadata"]).filter((path) => path.length < pod.metadata.length);
        return owners.flatMap((metadata) => {
          const path = [...metadata, "annotations"];
          const annotations = (0, yaml.fK)(pod.document.value, path);
          return Object.entries((0, yaml.Ce)(annotations) ? annotations : {}).flatMap(([key, value]) => {
            const meant = typeof value === "string" ? intend(pod, key) : void 0;
            return meant ? [{ at: [...path, key], key, value: String(value), ...meant }] : [];
          });
        });
      }
      function intend(pod, key) {
        const named = (prefix) => pod.containers.filter(({ name }) => key === prefix + name);
        if (key === lib_pod.lo)
          return { field: "seccompProfile", containers: pod.containers };
        if (key.startsWith(lib_pod.zp))
          return { field: "seccompProfile", containers: named(lib_pod.zp) };
        if (key.startsWith(lib_pod.uh))
          return { field: "appArmorProfile", containers: named(lib_pod.uh) };
        return void 0;
      }
      ;
      const ineffectiveSetting = {
        id: "ineffective-setting",
        summary: "Every setting must do what its author wanted.",
        level: "privileged",
        mode: "warn",
        references: { cwe: [1188] },
        controls: [],
        *check(pod, { version }) {
          if (!pod.isPodSpec)
            return;
          yield* checkGates(pod, version);
          yield* checkAnnotations(pod, version);
          yield* checkMisplacedAnnotations(pod, version.minor);
          for (const container of pod.containers) {
            const { add = [], drop = [] } = container.securityContext.capabilities ?? {};
            yield* checkNames(container, "add", add);
            if (!drop.some((name) => name.toUpperCase() === "ALL"))
              yield* checkNames(container, "drop", drop);
            yield* checkPrivileged(container);
            yield* checkUndone(container);
          }
        }
      };
      function* checkGates(pod, { minor, name }) {
        for (const { field, since: since2 } of lib_pod.hF.filter((gate) => minor < gate.since)) {
          const owners = [pod, ...pod.containers].filter(({ securityContext }) => field in securityContext);
          const isOnSpec = field === "hostUsers" && pod.hostUsers !== void 0;
          const places2 = isOnSpec ? [[...pod.path, field]] : owners.map(({ context }) => [...context, field]);
          for (const at of places2) {
            const own = containersAt(pod, at);
            yield {
              level: "privileged",
              at,
              origin: own.length > 0 ? "container" : "pod",
              containers: own.length > 0 ? own : pod.containers,
              message: () => `${field} has no effect in Kubernetes ${name}: it works from v1.${since2} on. Until then nothing enforces it.`
            };
          }
        }
      }
      function* checkAnnotations(pod, { minor }) {
        for (const { key, containers, field, since: since2 } of deadAnnotationsOn(pod, minor)) {
          const at = [...pod.metadata, "annotations", key];
          yield {
            level: "privileged",
            at,
            origin: "annotation",
            containers,
            message: ({ who }) => `Kubernetes does not read this annotation (non-functional in v1.${since2}+; use the "${field}" field instead): it changes nothing in ${who}. Set the field, and remove the annotation.`,
            fix: safeFix(`Remove the annotation ${key}`, { op: "remove", path: at })
          };
        }
      }
      function* checkNames(container, list, names) {
        const outcome = list === "add" ? "grants nothing" : "drops nothing";
        for (const [index, name] of names.entries()) {
          if (isCapability(name.toUpperCase()))
            continue;
          const plain = plainName(name);
          const isPrefixed = isCapability(plain);
          const at = [...container.effective.capabilities.path, list, index];
          const step = list === "add" ? `Remove it, or write ${plain}.` : `Write ${plain}.`;
          const fix = isPrefixed && list === "drop" ? reviewFix(`Write ${plain}`, `fails if the process uses ${plain}`, { op: "set", path: at, value: plain }) : { declined: "only you know which capability was meant" };
          yield {
            level: "privileged",
            at,
            origin: "container",
            containers: [container],
            message: ({ who }) => isPrefixed ? `"${name}" ${outcome} where containerd runs ${who}: capabilities are named without CAP_ there. ${step}` : `"${name}" ${outcome} in ${who}: Linux has no such capability. Correct the name, or remove it.`,
            fix
          };
        }
      }
      function isCapability(name) {
        return name === "ALL" || lib_pod.YM.includes(name);
      }
      function* checkPrivileged(container) {
        if (!container.derived.privileged)
          return;
        const { privileged: privileged2, capabilities, seccompProfile: seccompProfile2 } = container.effective;
        const { add = [], drop = [] } = capabilities.value ?? {};
        const isFiltered = seccompProfile2.origin === "container" && seccompProfile2.value?.type === "Localhost" && (seccompProfile2.value.localhostProfile ?? "") !== "";
        const idle = [
          ...add.length + drop.length > 0 ? [{ name: "capabilities", ...capabilities }] : [],
          ...isFiltered ? [{ name: "seccompProfile", ...seccompProfile2 }] : []
        ];
        for (const { name, path, origin } of idle) {
          yield {
            level: "privileged",
            at: path,
            origin,
            containers: [container],
            message: ({ who, line }) => `The setting ${name} has no effect: privileged is true (line ${line(privileged2.path)}), and gives ${who} every capability and no seccomp profile. Remove privileged.`,
            fix: { declined: "it takes effect as soon as privileged is removed" }
          };
        }
      }
      function* checkUndone(container) {
        const when = container.derived.privileged ? "once privileged is removed, the drop wins" : "the drop wins";
        const { add = [], drop = [] } = container.securityContext.capabilities ?? {};
        for (const [index, name] of add.entries()) {
          const undoing = name.toUpperCase() === "NET_BIND_SERVICE" ? findUndoingDrop(name, drop) : void 0;
          if (undoing === void 0)
            continue;
          const { path } = container.effective.capabilities;
          yield {
            level: "privileged",
            at: [...path, "add", index],
            origin: "container",
            containers: [container],
            message: ({ who, line }) => `capabilities.add names "${name}" in ${who}, and capabilities.drop takes it away again (line ${line([...path, "drop", undoing])}): ${when} in containerd and CRI-O. Remove one of the two.`,
            fix: { declined: whichOfTwo }
          };
        }
      }
      ;
      const privileged_control = {
        id: "privileged",
        level: "baseline",
        revisions: [{ since: 0, check: denyPrivileged }]
      };
      const privileged = {
        id: "privileged",
        summary: "Containers must not be privileged.",
        level: "baseline",
        references: { cis: ["5.2.2"], nsa: "Preventing privileged containers", cwe: [250, 269] },
        controls: [privileged_control],
        *check(pod) {
          for (const container of privilegedContainers(pod)) {
            const { path, origin } = container.effective.privileged;
            yield {
              level: "baseline",
              at: path,
              origin,
              containers: [container],
              message: ({ who }) => `privileged is true: it gives ${who} every capability and every device of the node, so that an intruder there owns the node. Remove it, and add single capabilities where the process needs them.`,
              fix: dropPrivileged(pod, container, path)
            };
          }
        }
      };
      function dropPrivileged(pod, container, path) {
        const need = explainNeed(pod, container);
        if (need !== void 0)
          return { declined: need };
        return reviewFix("Set privileged: false", "fails if the process manages the node's devices, network or kernel", {
          op: "set",
          path,
          value: false
        });
      }
      function explainNeed(pod, container) {
        const { spec, securityContext } = container;
        if (mountsOf(spec).some(({ mountPropagation }) => mountPropagation === "Bidirectional"))
          return "it mounts a volume with mountPropagation: Bidirectional, which the API server allows only to privileged containers";
        const device = nodePathsOf(pod, container).find(isDevice);
        if (device !== void 0)
          return `it mounts ${device} of the node, and only privileged containers can open its devices`;
        const left = (0, lib_pod.gg)(securityContext.capabilities ?? {}, false);
        const program = programsOf(container).find(({ needs, capabilities }) => needs === "privileged" || !capabilities.every((name) => left.includes(name)));
        if (!program)
          return void 0;
        const lacking = program.capabilities.filter((name) => !left.includes(name));
        const what = lacking.length > 0 ? ` (it needs ${enumerate(lacking)}, which the container does not add)` : "";
        return `it ${program.does}, which does not work without privileged${what}`;
      }
      function denyPrivileged(pod) {
        const bad = privilegedContainers(pod);
        if (bad.length === 0)
          return void 0;
        return { reason: "privileged", detail: `${nameContainers(bad)} must not set securityContext.privileged=true` };
      }
      function privilegedContainers({ containers }) {
        return containers.filter(({ securityContext }) => securityContext.privileged === true);
      }
      ;
      const baseline = {
        id: "procMount",
        level: "baseline",
        revisions: [
          { since: 0, check: denyProcMounts },
          { since: 35, check: (pod) => pod.hostUsers === false ? void 0 : denyProcMounts(pod) }
        ]
      };
      const restricted = {
        id: "procMount_restricted",
        level: "restricted",
        overrides: ["procMount"],
        revisions: [{ since: 35, check: denyProcMounts }]
      };
      const procMount = {
        id: "proc-mount",
        summary: "Containers must not unmask parts of /proc that the runtime masks.",
        level: "baseline",
        references: { cwe: [653, 693] },
        controls: [baseline, restricted],
        *check(pod, { version }) {
          for (const container of pod.containers.filter((each) => procMountOf(each) === "Unmasked")) {
            const { path } = container.effective.procMount;
            yield {
              level: pod.hostUsers === false && version.minor >= 35 ? "restricted" : "baseline",
              at: path,
              origin: "container",
              containers: [container],
              message: ({ who }) => `procMount is Unmasked: it opens to ${who} the parts of /proc that show and control the node's kernel. Set it to Default.`,
              fix: reviewFix("Set procMount: Default", "fails if the process runs containers of its own", {
                op: "set",
                path,
                value: "Default"
              })
            };
          }
        }
      };
      function denyProcMounts(pod) {
        const bad = pod.containers.filter((container) => procMountOf(container) !== "Default");
        if (bad.length === 0)
          return void 0;
        const values = quote(sortDistinct(bad.map(procMountOf)));
        return { reason: "procMount", detail: `${nameContainers(bad)} must not set securityContext.procMount to ${values}` };
      }
      function procMountOf({ securityContext }) {
        return securityContext.procMount ?? "Default";
      }
      ;
      const readOnlyRootFilesystem = {
        id: "read-only-root-filesystem",
        summary: "Containers must have a read-only root file system.",
        level: "hardened",
        references: { nsa: "Immutable container file systems", cwe: [732] },
        controls: [],
        *check(pod, { fix }) {
          const writable = pod.containers.filter((container) => container.securityContext.readOnlyRootFilesystem !== true && !isMistyped(container, "readOnlyRootFilesystem"));
          const names = volumeNamesIn(pod);
          for (const container of writable) {
            const { value, path, origin } = container.effective.readOnlyRootFilesystem;
            yield {
              level: "hardened",
              at: path,
              origin,
              containers: [container],
              message: ({ who }) => `readOnlyRootFilesystem is ${value === false ? "false" : "not set, and unset means writable"}: an intruder in ${who} can change its programs and plant new ones. Set it to true, and mount a volume where the process writes${describeImageVolumes(container)}.`,
              fix: makeReadOnly(pod, container, path, writableFolders(container, fix), names)
            };
          }
        }
      };
      function makeReadOnly(pod, container, path, folders, names) {
        const need = explainWriting(container);
        if (need !== void 0)
          return { declined: need };
        const mounts = folders.length > 0 ? ` and mount an emptyDir at ${enumerate(folders)}` : "";
        return reviewFix(`Set readOnlyRootFilesystem: true${mounts}`, "fails if the process writes to a path that is not on a volume", { op: "set", path, value: true, among: siblingsOf(pod, path) }, ...folders.flatMap((folder) => mountEmptyDir(pod, container, folder, names)));
      }
      function describeImageVolumes({ imageConfig, spec }) {
        const open = (imageConfig?.volumes ?? []).filter((folder) => !isOnVolume(folder, spec));
        return open.length > 0 ? `: the image declares ${open.length === 1 ? "a volume" : "volumes"} at ${enumerate(open)}` : "";
      }
      ;
      const rootGroups = {
        id: "root-groups",
        summary: "Pods must not give the root group to their processes or volumes.",
        level: "hardened",
        references: { nsa: "Non-root containers", cwe: [250, 732] },
        controls: [],
        *check(pod) {
          const { fsGroup, supplementalGroups = [] } = pod.securityContext;
          if (fsGroup === 0) {
            yield {
              level: "hardened",
              at: [...pod.context, "fsGroup"],
              origin: "pod",
              containers: pod.containers,
              message: ({ who }) => `fsGroup is 0: it gives the files on volumes to the root group, and puts ${who} into it. Choose a group id above 0.`,
              fix: { declined: "only you know which group may use the volumes" }
            };
          }
          for (const [index, group] of supplementalGroups.entries()) {
            if (group !== 0)
              continue;
            yield {
              level: "hardened",
              at: [...pod.context, "supplementalGroups", index],
              origin: "pod",
              containers: pod.containers,
              message: ({ who }) => `supplementalGroups holds 0: it puts ${who} into the root group, with all the files that this group may use. Remove it.`,
              fix: reviewFix("Remove 0 from supplementalGroups", "fails if the process reads files of the root group", removeItem([...pod.context, "supplementalGroups"], index, supplementalGroups))
            };
          }
        }
      };
      ;
      const run_as_non_root_control = {
        id: "runAsNonRoot",
        level: "restricted",
        revisions: [
          { since: 0, check: denyRoot },
          { since: 35, check: (pod) => pod.hostUsers === false ? void 0 : denyRoot(pod) }
        ]
      };
      const runAsNonRoot = {
        id: "run-as-non-root",
        summary: "Containers must be required to run as a user other than root.",
        level: "restricted",
        references: { cis: ["5.2.7"], nsa: "Non-root containers", cwe: [250] },
        controls: [run_as_non_root_control],
        *check(pod, { version }) {
          if (pod.hostUsers === false && version.minor >= 35)
            return;
          const level = levelIn(run_as_non_root_control, version);
          for (const { container, containers, origin, at: at2 } of falseDeclarations(pod)) {
            const onPod = container && podDeclaration(pod, "runAsNonRoot");
            yield {
              level,
              at: at2,
              origin,
              containers,
              message: (say) => `runAsNonRoot is false here${describeOverride(pod, "runAsNonRoot", false, onPod, say)}: ${explainFalse(pod, containers, say.who)}. Set it to true.`,
              ...onPod ? { related: [{ at: [...pod.context, "runAsNonRoot"], message: "The pod says true here." }] } : {},
              fix: requireNonRoot(pod, containers, at2),
              extent: mayBeRoot
            };
          }
          if (pod.securityContext.runAsNonRoot === false || isMistyped(pod, "runAsNonRoot"))
            return;
          const open = unprotectedContainers(pod).filter((container) => !isMistyped(container, "runAsNonRoot"));
          if (open.length === 0)
            return;
          const at = placeFor(pod, open, "runAsNonRoot");
          yield {
            level,
            at,
            origin: "default",
            containers: open,
            message: ({ who }) => `runAsNonRoot is set neither on the pod nor in ${who}: ${explainUnset(pod, open)}. Set runAsNonRoot: true ${isOnPod(pod, at) ? "on the pod" : "there"}.`,
            fix: requireNonRoot(pod, open, at),
            extent: mayBeRoot
          };
        }
      };
      function mayBeRoot(container) {
        if (!container || runsAsNonRoot(container) || container.effective.runAsUser.placeholder !== void 0)
          return [];
        return ["root"];
      }
      function denyRoot(pod) {
        const reason = "runAsNonRoot != true";
        const explicit = falseDeclarations(pod);
        if (explicit.length > 0)
          return { reason, detail: `${nameDeclarers(explicit)} must not set securityContext.runAsNonRoot=false` };
        const open = unprotectedContainers(pod);
        if (open.length === 0)
          return void 0;
        return { reason, detail: `pod or ${nameContainers(open)} must set securityContext.runAsNonRoot=true` };
      }
      function falseDeclarations(pod) {
        return declarationsOf(pod, "runAsNonRoot").filter(({ value }) => !value);
      }
      function unprotectedContainers(pod) {
        if (pod.securityContext.runAsNonRoot === true)
          return [];
        return pod.containers.filter(({ securityContext }) => securityContext.runAsNonRoot === void 0);
      }
      const words = {
        linux: {
          root: "root",
          danger: "root, which is root on the node for whoever breaks out",
          field: "runAsUser",
          choice: "choose another user first (--run-as-user or fix.runAsUser)"
        },
        windows: {
          root: "ContainerAdministrator",
          danger: "ContainerAdministrator, who may do everything in the container",
          field: "runAsUserName",
          choice: "choose another windowsOptions.runAsUserName first"
        }
      };
      function explainFalse({ runsOn }, containers, who) {
        if (containers.length === 0)
          return overriddenByAll;
        const { root, danger, field } = words[runsOn];
        if (!containers.every(runsAsNonRoot))
          return `it lets ${who} run as ${danger}`;
        const keeper = containers.some(declaresUser) ? `${field} keeps ${root} out today` : `the image's user (${usersOf(containers)}) is not ${root} today`;
        return `${keeper}, but Pod Security rejects the pod all the same`;
      }
      function explainUnset({ runsOn }, containers) {
        const { root, field } = words[runsOn];
        if (containers.every(runsAsNonRoot))
          return containers.some(declaresUser) ? `${field} keeps ${root} out today, but Pod Security asks for both` : `the image's user (${usersOf(containers)}) is not ${root} today, and nothing keeps it so`;
        const rooted = containers.filter((container) => container.imageConfig && isRoot(container));
        if (rooted.length === 0)
          return `nothing stops an image that runs as ${root}`;
        return `the image of ${enumerateContainers(rooted)} runs as ${root}`;
      }
      function isRoot(container) {
        const { uid, userName } = container.derived;
        return uid === 0 || userName !== null && !runsAsNonRoot(container);
      }
      function declaresUser({ effective, runsOn }) {
        return runsOn === "windows" ? effective.windowsOptions.value?.runAsUserName !== void 0 : (0, lib_pod.vo)(effective.runAsUser);
      }
      function usersOf(containers) {
        return enumerate([...new Set(containers.map(({ derived }) => derived.userName ?? String(derived.uid)))]);
      }
      function requireNonRoot(pod, containers, path) {
        const { root, choice } = words[pod.runsOn];
        const refusal = containers.map(explainNonRootRefusal).find((each) => each !== void 0);
        if (refusal !== void 0) {
          const refused = containers.filter((container) => explainNonRootRefusal(container) === refusal);
          return { declined: `${refusal}, and the kubelet would not start ${enumerateContainers(refused)}: ${choice}` };
        }
        const need = containers.map((each) => explainRootNeed(pod, each)).find((each) => each !== void 0);
        if (need !== void 0)
          return { declined: need };
        const title = "Set runAsNonRoot: true";
        const patch = { op: "set", path, value: true, among: siblingsOf(pod, path) };
        const isKnown = pod.containers.length > 0 && containers.every(runsAsNonRoot);
        return isKnown ? safeFix(title, patch) : reviewFix(title, `fails to start if the image's user is ${root}`, patch);
      }
      ;
      const run_as_user_control = {
        id: "runAsUser",
        level: "restricted",
        revisions: [
          { since: 23, check: denyRootUser },
          { since: 35, check: (pod) => pod.hostUsers === false ? void 0 : denyRootUser(pod) }
        ]
      };
      const runAsUser = {
        id: "run-as-user",
        summary: "Containers must not be told to run as root (user id 0).",
        level: "restricted",
        references: { cis: ["5.2.7"], nsa: "Non-root containers", cwe: [250] },
        controls: [run_as_user_control],
        *check(pod, { version, fix }) {
          if (pod.hostUsers === false && version.minor >= 35)
            return;
          for (const { container, containers, origin, at } of rootDeclarations(pod)) {
            const onPod = container && podDeclaration(pod, "runAsUser");
            yield {
              level: levelIn(run_as_user_control, version),
              at,
              origin,
              containers,
              message: (say) => `runAsUser is 0 here${describeOverride(pod, "runAsUser", 0, onPod, say)}: ` + (containers.length > 0 ? `it makes ${say.who} run as root, which is root on the node for whoever breaks out. Choose a user id above 0.` : `${overriddenByAll}. Remove it.`),
              fix: containers.length > 0 ? setUser(pod, containers, at, fix.runAsUser) : safeFix("Remove runAsUser: 0", { op: "remove", path: at })
            };
          }
        }
      };
      function denyRootUser(pod) {
        const bad = rootDeclarations(pod);
        return bad.length > 0 ? { reason: "runAsUser=0", detail: `${nameDeclarers(bad)} must not set runAsUser=0` } : void 0;
      }
      function rootDeclarations(pod) {
        return declarationsOf(pod, "runAsUser").filter(({ value }) => value === 0);
      }
      ;
      const seccomp_profile_allowedTypes = /* @__PURE__ */ new Set(["RuntimeDefault", "Localhost"]);
      const seccomp_profile_baseline = {
        id: "seccompProfile_baseline",
        level: "baseline",
        revisions: [
          { since: 0, check: denyAnnotations },
          { since: 19, check: denyForbiddenTypes }
        ]
      };
      const seccomp_profile_restricted = {
        id: "seccompProfile_restricted",
        level: "restricted",
        overrides: ["seccompProfile_baseline"],
        revisions: [
          { since: 19, check: denyUnfiltered },
          { since: 25, check: (pod) => pod.os === "windows" ? void 0 : denyUnfiltered(pod) }
        ]
      };
      const seccompProfile = {
        id: "seccomp-profile",
        summary: "Containers must run under a seccomp profile.",
        level: "baseline",
        references: { cis: ["5.6.2"], nsa: "Seccomp", cwe: [693] },
        controls: [seccomp_profile_baseline, seccomp_profile_restricted],
        *check(pod, { version }) {
          if (version.minor < 19)
            return yield* seccomp_profile_checkAnnotations(pod);
          const unconfined = seccomp_profile_forbiddenProfiles(pod).filter(({ value: value2 }) => value2.type === "Unconfined");
          for (const { container, containers, origin, at: at2 } of unconfined) {
            const onPod = container && podDeclaration(pod, "seccompProfile")?.type;
            yield {
              level: "baseline",
              at: [...at2, "type"],
              origin,
              containers,
              message: (say) => `seccompProfile.type is Unconfined here${describeOverride(pod, "seccompProfile", "Unconfined", onPod, say)}: ` + (containers.length > 0 ? `${say.who} may make every system call, which opens up every bug in the kernel. Set it to RuntimeDefault.` : `${overriddenByAll}. Set it to RuntimeDefault.`),
              fix: setRuntimeDefault(pod, { op: "set", path: [...at2, "type"], value: "RuntimeDefault" }, container)
            };
          }
          if (isMistyped(pod, "seccompProfile"))
            return;
          const bare = unfilteredContainers(pod).filter((container) => !isMistyped(container, "seccompProfile"));
          if (bare.length === 0)
            return;
          const at = placeFor(pod, bare, "seccompProfile");
          const value = { type: "RuntimeDefault" };
          yield {
            level: levelIn(seccomp_profile_restricted, version),
            at,
            origin: "default",
            containers: bare,
            message: ({ who }) => `seccompProfile is set neither on the pod nor in ${who}: without it nothing filters system calls (Unconfined), unless the node is configured otherwise. Set seccompProfile.type: RuntimeDefault ${isOnPod(pod, at) ? "on the pod" : "there"}.`,
            fix: setRuntimeDefault(pod, { op: "set", path: at, value, among: siblingsOf(pod, at) }, isOnPod(pod, at) ? void 0 : bare[0])
          };
        }
      };
      function* seccomp_profile_checkAnnotations(pod) {
        for (const { key, containers } of seccomp_profile_forbiddenAnnotations(pod)) {
          const at = annotationPath(pod, key);
          yield {
            level: "baseline",
            at,
            origin: "annotation",
            containers,
            message: ({ who }) => `This annotation switches seccomp off for ${who}, which may then make every system call. Write runtime/default.`,
            fix: reviewFix("Write runtime/default", risk, { op: "set", path: at, value: "runtime/default" })
          };
        }
      }
      function denyAnnotations(pod) {
        const bad = seccomp_profile_forbiddenAnnotations(pod);
        if (bad.length === 0)
          return void 0;
        const values = sortDistinct(bad.map(({ key }) => `${key}="${pod.annotations[key]}"`));
        const detail = `forbidden ${pluralize("annotation", values.length)} ${values.join(", ")}`;
        return { reason: "seccompProfile", detail };
      }
      function denyForbiddenTypes(pod) {
        const bad = seccomp_profile_forbiddenProfiles(pod);
        if (bad.length === 0)
          return void 0;
        const types2 = quote(sortDistinct(bad.map(({ value }) => value.type ?? "")));
        const detail = `${nameDeclarers(bad)} must not set securityContext.seccompProfile.type to ${types2}`;
        return { reason: "seccompProfile", detail };
      }
      function denyUnfiltered(pod) {
        const forbidden = denyForbiddenTypes(pod);
        if (forbidden)
          return forbidden;
        const bare = unfilteredContainers(pod);
        if (bare.length === 0)
          return void 0;
        const must = 'must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"';
        return { reason: "seccompProfile", detail: `pod or ${nameContainers(bare)} ${must}` };
      }
      function seccomp_profile_forbiddenProfiles(pod) {
        return declarationsOf(pod, "seccompProfile").filter(({ value }) => !seccomp_profile_allowedTypes.has(value.type ?? ""));
      }
      function unfilteredContainers(pod) {
        if (pod.securityContext.seccompProfile)
          return [];
        return pod.containers.filter(({ securityContext }) => !securityContext.seccompProfile);
      }
      function seccomp_profile_forbiddenAnnotations(pod) {
        const keys = [
          { key: lib_pod.lo, containers: pod.containers },
          ...pod.containers.map((each) => ({ key: lib_pod.zp + each.name, containers: [each] }))
        ];
        return keys.filter(({ key }) => {
          const value = pod.annotations[key];
          return value !== void 0 && !isDefault(value) && !value.startsWith("localhost/");
        });
      }
      function isDefault(annotation) {
        return annotation === "runtime/default" || annotation === "docker/default";
      }
      function annotationPath({ metadata }, key) {
        return [...metadata, "annotations", key];
      }
      const risk = "fails if the process needs a system call that the runtime's default profile blocks";
      function setRuntimeDefault(pod, patch, owner) {
        const key = owner ? lib_pod.zp + owner.name : lib_pod.lo;
        const annotation = pod.annotations[key];
        const contradicts = pod.workload.kind === "Pod" && annotation !== void 0 && !isDefault(annotation);
        const remove = { op: "remove", path: annotationPath(pod, key) };
        const title = "Set seccompProfile.type: RuntimeDefault";
        return contradicts ? reviewFix(`${title}, and remove the annotation ${key}`, risk, patch, remove) : reviewFix(title, risk, patch);
      }
      ;
      const types = ["", "container_t", "container_init_t", "container_kvm_t"];
      const typesSince31 = [...types, "container_engine_t"];
      const selinux_options_control = {
        id: "seLinuxOptions",
        level: "baseline",
        revisions: [
          { since: 0, check: (pod) => denyOptions(pod, types) },
          { since: 31, check: (pod) => denyOptions(pod, typesSince31) }
        ]
      };
      const selinuxOptions = {
        id: "selinux-options",
        summary: "Containers must not choose their own SELinux user, role or privileged type.",
        level: "baseline",
        references: { nsa: "SELinux", cwe: [693] },
        controls: [selinux_options_control],
        *check(pod, { version }) {
          const allowed = version.minor >= 31 ? typesSince31 : types;
          for (const { containers, origin, at, value } of forbiddenOptions(pod, allowed)) {
            for (const field of forbiddenMembers(value, allowed)) {
              const path = [...at, field];
              yield {
                level: "baseline",
                at: path,
                origin,
                containers,
                message: ({ who }) => `seLinuxOptions.${field} is "${value[field]}": ` + (containers.length > 0 ? `it takes ${who} out of the confinement that SELinux gives to containers. Remove it.` : `${overriddenByAll}. Remove it.`),
                fix: reviewFix(`Remove seLinuxOptions.${field}`, "fails if the process needs files that its label gives it access to", { op: "remove", path })
              };
            }
          }
        }
      };
      function denyOptions(pod, allowed) {
        const bad = forbiddenOptions(pod, allowed);
        if (bad.length === 0)
          return void 0;
        const badTypes = sortDistinct(bad.map(({ value }) => value.type ?? "").filter((type) => !allowed.includes(type)));
        const details = [
          ...badTypes.length > 0 ? [`${pluralize("type", badTypes.length)} ${quote(badTypes)}`] : [],
          ...bad.some(({ value }) => value.user) ? ["user may not be set"] : [],
          ...bad.some(({ value }) => value.role) ? ["role may not be set"] : []
        ].join("; ");
        return {
          reason: "seLinuxOptions",
          detail: `${nameDeclarers(bad)} set forbidden securityContext.seLinuxOptions: ${details}`
        };
      }
      function forbiddenOptions(pod, allowed) {
        return declarationsOf(pod, "seLinuxOptions").filter(({ value }) => forbiddenMembers(value, allowed).length > 0);
      }
      function forbiddenMembers({ type = "", user, role }, allowed) {
        return [
          ...allowed.includes(type) ? [] : ["type"],
          ...user ? ["user"] : [],
          ...role ? ["role"] : []
        ];
      }
      ;
      const sysctls_control = {
        id: "sysctls",
        level: "baseline",
        revisions: safeSysctlSets.map(({ since: since2 }) => ({ since: since2, check: (pod) => denyUnsafe(pod, since2) }))
      };
      const sysctls = {
        id: "sysctls",
        summary: "Pods must set only sysctls of the safe set.",
        level: "baseline",
        references: { cwe: [693] },
        controls: [sysctls_control],
        *check(pod, { version }) {
          const list = [...pod.context, "sysctls"];
          for (const { name, value, index } of unsafeSysctls(pod, version.minor)) {
            if (name === "")
              continue;
            const dotted = (0, lib_pod.CF)(name);
            if (safeSysctlsIn(version.minor).has(dotted)) {
              yield {
                level: "baseline",
                at: [...list, index, "name"],
                origin: "pod",
                containers: pod.containers,
                message: () => `The sysctl "${name}" is written with slashes: Pod Security allows it only as ${dotted}. Write it with dots.`,
                fix: writeDotted(pod, index, dotted)
              };
              continue;
            }
            yield {
              level: "baseline",
              at: [...list, index, "name"],
              origin: "pod",
              containers: pod.containers,
              message: () => `The sysctl "${name}" is not in the safe set: it can harm other pods or the node, and the kubelet refuses the pod unless its node is configured to allow it (forbidden sysctl: "${dotted}" not allowlisted). Remove it.`,
              fix: reviewFix(`Remove the sysctl ${name}`, "fails if the process needs this kernel setting", removeItem(list, index, pod.securityContext.sysctls ?? [])),
              extent: () => [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`]
            };
          }
        }
      };
      function writeDotted({ context, hostNetwork, hostIPC, securityContext: { sysctls: all = [] } }, index, dotted) {
        if (hostNetwork && dotted.startsWith("net.") || hostIPC && dotted.startsWith("kernel."))
          return {
            declined: "the API server refuses it in either spelling beside the node's own namespace: remove one of the two"
          };
        const isTwice = all.some(({ name = "" }, other) => other !== index && (0, lib_pod.CF)(name) === dotted);
        if (isTwice)
          return { declined: `${dotted} is set by another item too: only you know which of the two is meant` };
        return safeFix(`Write ${dotted}`, { op: "set", path: [...context, "sysctls", index, "name"], value: dotted });
      }
      function denyUnsafe(pod, minor) {
        const names = unsafeSysctls(pod, minor).map(({ name }) => name);
        return names.length > 0 ? { reason: "forbidden sysctls", detail: names.join(", ") } : void 0;
      }
      function unsafeSysctls({ securityContext }, minor) {
        if (!securityContext.sysctls)
          return [];
        const safe = safeSysctlsIn(minor);
        const declared = securityContext.sysctls.map(({ name = "", value = "" }, index) => ({ name, value, index }));
        return declared.filter(({ name }) => !safe.has(name));
      }
      ;
      const unusedIgnore = {
        id: "unused-ignore",
        summary: "Every ignore must be well formed, be in force, and match a finding.",
        level: "privileged",
        mode: "warn",
        references: {},
        controls: [],
        check: () => []
      };
      function reportUnused(kind, why, at) {
        const name = kind === "comment" ? "ignore comment" : "exemption";
        return {
          level: "privileged",
          at,
          origin: "default",
          containers: [],
          message: () => `This ${name} ignores nothing: ${why.replace(/(?<!\?)$/, ".")} Correct it, or remove it.`
        };
      }
      ;
      const volume_types_control = {
        id: "restrictedVolumes",
        level: "restricted",
        overrides: ["hostPathVolumes"],
        revisions: [{ since: 0, check: denyVolumes }]
      };
      const volumeTypes = {
        id: "volume-types",
        summary: "Pods must use only the volume types that the restricted level allows.",
        level: "restricted",
        references: { cwe: [668] },
        controls: [volume_types_control],
        *check(pod) {
          const mounters = mountersByVolume(pod);
          for (const { name, path, fields, type } of restrictedVolumes(pod)) {
            if (type === "hostPath")
              continue;
            yield {
              level: "restricted",
              at: [...path, type],
              origin: "pod",
              containers: mounters.get(name) ?? [],
              message: () => `The volume "${name}" is of type ${type}: its driver runs with the node's rights, and the pod's author chooses what it reaches. Use a persistentVolumeClaim, whose class an administrator controls.`,
              fix: { declined: "what the volume holds must move to another kind of volume first" },
              extent: (container) => reachOf(fields, type, container)
            };
          }
        }
      };
      function denyVolumes(pod) {
        const bad = restrictedVolumes(pod);
        if (bad.length === 0)
          return void 0;
        const names = bad.map(({ name }) => name);
        const types2 = sortDistinct(bad.map(({ type }) => type));
        const uses = `${pluralize("volume", names.length)} ${quote(names)} ${names.length === 1 ? "uses" : "use"}`;
        return {
          reason: "restricted volume types",
          detail: `${uses} restricted volume ${pluralize("type", types2.length)} ${quote(types2)}`
        };
      }
      function restrictedVolumes(pod) {
        const bad = volumesIn(pod).filter(({ types: types2 }) => types2.length > 0 && !types2.some((type) => allowedVolumeTypes.includes(type)));
        return bad.map((volume) => ({
          ...volume,
          type: otherVolumeTypes.find((type) => volume.types.includes(type)) ?? "unknown"
        }));
      }
      ;
      const windows_host_process_control = {
        id: "windowsHostProcess",
        level: "baseline",
        revisions: [{ since: 0, check: denyHostProcesses }]
      };
      const windowsHostProcess = {
        id: "windows-host-process",
        summary: "Windows containers must not be HostProcess containers.",
        level: "baseline",
        references: { cis: ["5.2.10"], cwe: [250, 269] },
        controls: [windows_host_process_control],
        *check(pod) {
          for (const { container, origin, at } of hostProcessDeclarations(pod)) {
            yield {
              level: "baseline",
              at: [...at, "hostProcess"],
              origin,
              containers: container ? [container] : pod.containers,
              message: ({ who }) => `hostProcess is true: it makes ${who} run on the Windows node itself, confined by nothing. Remove it.`,
              fix: { declined: "a HostProcess container is built for the node: it must be rebuilt to run in a container" }
            };
          }
        }
      };
      function denyHostProcesses(pod) {
        const bad = hostProcessDeclarations(pod);
        if (bad.length === 0)
          return void 0;
        return {
          reason: "hostProcess",
          detail: `${nameDeclarers(bad)} must not set securityContext.windowsOptions.hostProcess=true`
        };
      }
      function hostProcessDeclarations(pod) {
        return declarationsOf(pod, "windowsOptions").filter(({ value }) => value.hostProcess === true);
      }
      ;
      const rules = [
        apiRejected,
        failsToStart,
        ignoredField,
        ineffectiveSetting,
        privileged,
        hostNamespaces,
        hostPathVolumes,
        hostPorts,
        hostProbes,
        volumeTypes,
        procMount,
        appArmorProfile,
        selinuxOptions,
        sysctls,
        windowsHostProcess,
        addedCapabilities,
        runAsNonRoot,
        runAsUser,
        explicitUser,
        explicitGroup,
        rootGroups,
        seccompProfile,
        allowPrivilegeEscalation,
        dropAllCapabilities,
        readOnlyRootFilesystem,
        unusedIgnore
      ];
      function checkPod(rule, pod, context) {
        return pod.runsOn === "windows" ? judgeOnWindows(rule, pod, context) : rule.check(pod, context);
      }
      const controls = listControls(rules);
    })
  ),
  /***/
  6634: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        $N: () => (
          /* binding */
          codeOf
        ),
        /* harmony export */
        A3: () => (
          /* binding */
          reasonOf
        ),
        /* harmony export */
        eb: () => (
          /* binding */
          UsageError
        )
        /* harmony export */
      });
      class UsageError extends Error {
      }
      function codeOf(error) {
        return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
      }
      function reasonOf(error) {
        return reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
      }
      const reasons = {
        ENOENT: "there is no such file or folder",
        ENOTDIR: "a part of its path is not a folder",
        EACCES: "you may not read or write it",
        EPERM: "you may not read or write it",
        EISDIR: "it is a folder",
        ELOOP: "its links go in a circle",
        ENAMETOOLONG: "its name is longer than the system allows",
        ENOSPC: "the disk is full",
        EDQUOT: "your share of the disk is full",
        EFBIG: "the system allows no file of this size here",
        EROFS: "the disk is read-only"
      };
    })
  ),
  /***/
  4666: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        Fo: () => (
          /* binding */
          collect
        ),
        /* harmony export */
        Gt: () => (
          /* binding */
          displayPath
        ),
        /* harmony export */
        Ul: () => (
          /* binding */
          readFiles
        ),
        /* harmony export */
        Vd: () => (
          /* binding */
          liesAt
        ),
        /* harmony export */
        Yh: () => (
          /* binding */
          isManifest
        )
        /* harmony export */
      });
      var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
      var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
      var _pod_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(953);
      var _pod_patterns_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(212);
      var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6634);
      var _folders_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2292);
      var _texts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8653);
      async function collect(paths, isWanted = () => true) {
        const found = /* @__PURE__ */ new Map();
        for (const path of paths.length > 0 ? paths : ["."])
          for (const each of await findFiles(path))
            if (isWanted(each) && (each.named || !found.has(each.file)))
              found.set(each.file, each);
        return readAll([...found.values()].sort((a, b) => a.file < b.file ? -1 : 1), (file) => found.has(file));
      }
      function readFiles(files, isWanted) {
        return readAll(files.map((file) => ({ file, named: false })), isWanted);
      }
      async function readAll(files, isJudged) {
        const sources = [];
        const problems = [];
        for (const each of files) {
          const { file, named } = each;
          const text = file === "-" ? await readStandardInput() : readText(each, isJudged);
          if (typeof text === "string" && !named && isOwnFile(file, text))
            continue;
          if (typeof text === "string")
            sources.push({ file, text, named });
          else if (text)
            sources.push({ file, named, ...text });
          if (text === "" && file === "-")
            problems.push(emptyInput);
        }
        return { sources, problems };
      }
      async function findFiles(path) {
        if (path === "-")
          return [{ file: path, named: true }];
        const kind = kindOfPath(path);
        if (kind === "file")
          return [{ file: displayPath(path), named: true }];
        if (kind === "folder")
          return (await listFiles(path)).filter(({ file, reason }) => reason || isManifest(file));
        if (!wildcard.test(path))
          throw noSuchPath(path);
        const files = await findMatches(path);
        if (files.length > 0)
          return files;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__.eb(`"${path}": no file matches, seen from ${process.cwd()}. What git ignores, hidden folders and node_modules are passed over.`);
      }
      const wildcard = /[*?[{]|[!+@]\(/;
      function noSuchPath(path) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_4__.eb(`"${path}": there is no such file or folder, seen from ${process.cwd()}.`);
      }
      function kindOfPath(path) {
        try {
          return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isDirectory() ? "folder" : "file";
        } catch (error) {
          return isMissing(error) && !isLink(path) ? void 0 : "file";
        }
      }
      async function findMatches(path) {
        const isMatch = matcherFor(path);
        const folder = (0, node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(`${path.slice(0, path.search(wildcard))}x`);
        return kindOfPath(folder) === "folder" ? (await listFiles(folder)).filter(({ file }) => isMatch(file)) : [];
      }
      function matcherFor(path) {
        const pattern = displayPath(path);
        const [up = ""] = /^(\.\.\/)*/.exec(pattern) ?? [];
        const own = pattern.slice(up.length);
        const defect = (0, _pod_patterns_js__WEBPACK_IMPORTED_MODULE_3__.zV)(own);
        if (defect)
          throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__.eb(`The pattern ${JSON.stringify(path)} ${defect}.`);
        const takesAnyKind = /(^|\/)(\*+|!\([^/]*\))$/.test(pattern);
        return (file) => file.startsWith(up) && (0, _pod_patterns_js__WEBPACK_IMPORTED_MODULE_3__.MT)(own, file.slice(up.length)) && (!takesAnyKind || isManifest(file));
      }
      async function listFiles(folder) {
        const entries = await (0, _folders_js__WEBPACK_IMPORTED_MODULE_5__.fi)(folder);
        const place = displayPath(folder);
        const isAround = /^\.\.(\/\.\.)*$/.test(place);
        const pathOf = (name) => {
          if (name === "")
            return place;
          if (place === ".")
            return name;
          return isAround ? displayPath((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)) : `${place}/${name}`;
        };
        return entries.map(({ name, reason, isFile }) => ({ file: pathOf(name), named: false, reason, isFile }));
      }
      function isManifest(file) {
        return /\.(ya?ml|json)$/i.test(file);
      }
      function isOwnFile(file, text) {
        return /(^|\/)\.secctx(-baseline)?\.\w+$/.test(file) && !(0, _pod_index_js__WEBPACK_IMPORTED_MODULE_2__.xT)(text);
      }
      function liesAt(paths) {
        const tests = (paths.length > 0 ? paths : ["."]).map(liesAtPath);
        return (file, isTracked) => tests.some((test) => test(file, isTracked));
      }
      function liesAtPath(path) {
        if (path === "-")
          throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__.eb("-: standard input has nothing to compare with: leave out --changed.");
        const kind = kindOfPath(path);
        const name = displayPath(path);
        if (kind === "file")
          return (file) => file === name;
        if (kind === "folder") {
          const start = name === "." ? "" : `${name}/`;
          const isBelow = (file) => file.startsWith(start) && !(start === "" && file.startsWith("../"));
          const isInSkipped = (file) => file.slice(start.length).split("/").slice(0, -1).some(_folders_js__WEBPACK_IMPORTED_MODULE_5__.JR);
          return (file, isTracked) => isBelow(file) && isManifest(file) && (isTracked || !isInSkipped(file));
        }
        if (!wildcard.test(path))
          throw noSuchPath(path);
        return matcherFor(path);
      }
      function displayPath(path) {
        return (0, node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(process.cwd(), (0, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join("/") || ".";
      }
      function readText({ file, named, reason, isFile }, isJudged) {
        if (reason)
          return seeNothing(reason);
        try {
          if (!named && !isFile) {
            if (!(0, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file).isFile())
              return void 0;
            if (isLink(file) && isJudged(displayPath((0, node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(file))))
              return { text: "", unread: _texts_js__WEBPACK_IMPORTED_MODULE_6__.qt };
          }
          return (0, _texts_js__WEBPACK_IMPORTED_MODULE_6__.g7)((0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file));
        } catch (error) {
          if (isMissing(error) && isLink(file))
            return seeNothing("it is a link that leads nowhere");
          return isMissing(error) && !named && !file.includes("�") ? void 0 : seeNothing((0, _errors_js__WEBPACK_IMPORTED_MODULE_4__.A3)(error));
        }
      }
      function seeNothing(reason) {
        return { text: "", unread: { line: 1, reason, what: "closed" } };
      }
      async function readStandardInput() {
        try {
          if ((0, node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(0).isDirectory())
            return (0, _texts_js__WEBPACK_IMPORTED_MODULE_6__.g7)((0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(0));
          const { buffer } = await Promise.resolve(
            /* import() */
          ).then(__webpack_require__.t.bind(__webpack_require__, 8321, 19));
          return (0, _texts_js__WEBPACK_IMPORTED_MODULE_6__.g7)(await buffer(process.stdin));
        } catch (error) {
          return seeNothing((0, _errors_js__WEBPACK_IMPORTED_MODULE_4__.A3)(error));
        }
      }
      const emptyInput = {
        severity: "note",
        file: "-",
        line: 1,
        message: "Nothing came through standard input. Did the command before the pipe fail?"
      };
      function isMissing(error) {
        return ["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes((0, _errors_js__WEBPACK_IMPORTED_MODULE_4__.$N)(error));
      }
      function isLink(path) {
        try {
          return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path).isSymbolicLink();
        } catch {
          return false;
        }
      }
    })
  ),
  /***/
  2292: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        JR: () => (
          /* binding */
          isSkipped
        ),
        /* harmony export */
        Ug: () => (
          /* binding */
          gitSettings
        ),
        /* harmony export */
        _K: () => (
          /* binding */
          gitEnvironment
        ),
        /* harmony export */
        fi: () => (
          /* binding */
          listEntries
        )
        /* harmony export */
      });
      var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
      var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
      var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6634);
      async function listEntries(folder) {
        const entries = await listGitEntries(folder);
        return entries?.filter(({ name }) => !name.split("/").slice(0, -1).some(isSkipped)) ?? walk(folder);
      }
      function isSkipped(name) {
        return name === "node_modules" || name.startsWith(".") && name !== "." && name !== "..";
      }
      async function listGitEntries(folder) {
        if (!isInRepository((0, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder)))
          return void 0;
        const { spawnSync } = await Promise.resolve(
          /* import() */
        ).then(__webpack_require__.t.bind(__webpack_require__, 1421, 19));
        const git = (...args) => spawnSync("git", [...gitSettings, ...args], {
          cwd: folder,
          encoding: "utf8",
          maxBuffer: 2 ** 30,
          env: gitEnvironment(),
          stdio: ["ignore", "pipe", "ignore"]
        });
        const { status, stdout } = git("ls-files", "-z", "--stage", "--cached", "--others", "--exclude-standard");
        if (status !== 0)
          return void 0;
        if (stdout === "" && git("check-ignore", "--quiet", (0, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder)).status === 0)
          return void 0;
        const entries = [];
        for (const line of stdout.split("\0").filter((each) => each !== "")) {
          const [, mode, name = line] = /^(\d{6}) [0-9a-f]+ \d\t(.*)$/s.exec(line) ?? [];
          const isRepository = mode === "160000" || name.endsWith("/");
          const nested = isRepository ? await listNestedEntries(folder, name.replace(/\/$/, "")) : [{ name }];
          for (const entry of nested)
            entries.push(entry);
        }
        return entries;
      }
      async function listNestedEntries(folder, name) {
        const isThere = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), { throwIfNoEntry: false })?.isDirectory();
        const entries = isThere ? await listEntries((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)) : [];
        return entries.map((entry) => ({ ...entry, name: `${name}/${entry.name}` }));
      }
      const gitSettings = ["-c", "core.fsmonitor=false"];
      function gitEnvironment() {
        const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...env } = process.env;
        return { ...env, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
      }
      function isInRepository(folder) {
        return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, ".git")) || (0, node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) !== folder && isInRepository((0, node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder));
      }
      function walk(folder, prefix = "") {
        try {
          return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
            const name = prefix + entry.name;
            if (entry.isDirectory())
              return isSkipped(entry.name) ? [] : walk(folder, `${name}/`);
            const isFile = entry.isFile();
            return isFile || entry.isSymbolicLink() ? [{ name, isFile }] : [];
          });
        } catch (error) {
          return [{ name: prefix.replace(/\/$/, ""), reason: (0, _errors_js__WEBPACK_IMPORTED_MODULE_2__.A3)(error) }];
        }
      }
    })
  ),
  /***/
  3369: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        Bi: () => (
          /* binding */
          misspeltName
        ),
        /* harmony export */
        Bv: () => (
          /* binding */
          filesOfNow
        ),
        /* harmony export */
        Iw: () => (
          /* binding */
          pathFrom
        ),
        /* harmony export */
        Kd: () => (
          /* binding */
          foldersUpTo
        ),
        /* harmony export */
        Ri: () => (
          /* binding */
          baselineName
        ),
        /* harmony export */
        Sh: () => (
          /* binding */
          configurationName
        ),
        /* harmony export */
        oN: () => (
          /* binding */
          findConfiguration
        ),
        /* harmony export */
        wg: () => (
          /* binding */
          findRoot
        ),
        /* harmony export */
        zx: () => (
          /* binding */
          readOwnFile
        )
        /* harmony export */
      });
      var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
      var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
      var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6634);
      var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4666);
      var _texts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8653);
      const configurationName = ".secctx.yaml";
      const misspeltName = ".secctx.yml";
      const baselineName = ".secctx-baseline.json";
      function findRoot() {
        const start = process.cwd();
        for (let folder = start; ; folder = (0, node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
          if ((0, node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, ".git")))
            return folder;
          if ((0, node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder)
            return start;
        }
      }
      function pathFrom(root) {
        const steps = (0, node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, process.cwd()).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join("/");
        return steps === "" ? "" : `${steps}/`;
      }
      const filesOfNow = { place: "", has: node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync, read: readOwnFile };
      function foldersUpTo(root) {
        const folders = [];
        for (let folder = process.cwd(); ; folder = (0, node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
          folders.push(folder);
          if (folder === root || (0, node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder)
            return folders;
        }
      }
      function findConfiguration(root, { has }) {
        for (const folder of foldersUpTo(root)) {
          const file = (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, configurationName);
          if (has(file))
            return file;
          const misspelt = (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, misspeltName);
          if (has(misspelt))
            throw misspeltError((0, _files_js__WEBPACK_IMPORTED_MODULE_3__.Gt)(misspelt));
        }
        return void 0;
      }
      function misspeltError(file) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.eb(`${file}: this name is not read: rename the file to ${configurationName}.`);
      }
      function readOwnFile(file) {
        const path = (0, _files_js__WEBPACK_IMPORTED_MODULE_3__.Gt)(file);
        try {
          const text = (0, _texts_js__WEBPACK_IMPORTED_MODULE_4__._6)((0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file)));
          if (text === void 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.eb(`${path}: it is not UTF-8 text. Save it as UTF-8.`);
          return { file: path, text };
        } catch (error) {
          if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__.eb)
            throw error;
          throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.eb(`${path}: it could not be read: ${(0, _errors_js__WEBPACK_IMPORTED_MODULE_2__.A3)(error)}.`);
        }
      }
    })
  ),
  /***/
  6901: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        NP: () => (
          /* binding */
          isOwn
        ),
        /* harmony export */
        c1: () => (
          /* binding */
          selectShare
        ),
        /* harmony export */
        ez: () => (
          /* binding */
          shareForm
        ),
        /* harmony export */
        n8: () => (
          /* binding */
          parseShare
        )
        /* harmony export */
      });
      const mostShards = 256;
      const shareForm = `I/N, such as 2/8 for the second of eight; I from 1 to N, N at most ${mostShards}`;
      function parseShare(text) {
        const [, first = "", second = ""] = /^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? [];
        const [index, count] = [Number(first), Number(second)];
        return index >= 1 && index <= count && count <= mostShards ? { index, count } : void 0;
      }
      async function selectShare({ sources, problems }, { index, count }, policy) {
        const sizes = new Map(problems.map(({ file }) => [file, 1]));
        for (const { file, text } of sources)
          sizes.set(file, Buffer.byteLength(text) + 1);
        const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
        const own = /* @__PURE__ */ new Set();
        let before = 0;
        for (const [file, size] of [...sizes].sort(([a], [b]) => a < b ? -1 : 1)) {
          if (Math.floor((before + size / 2) / total * count) + 1 === index)
            own.add(file);
          before += size;
        }
        return {
          sources: sources.map((source) => own.has(source.file) ? source : { ...source, elsewhere: true }),
          problems: problems.filter(({ file }) => own.has(file)),
          shard: { index, count, scan: await identifyScan({ sources, problems }, policy) }
        };
      }
      function isOwn({ elsewhere }) {
        return !elsewhere;
      }
      async function identifyScan({ sources, problems }, policy) {
        const { today: _, images: __, shard: ___, baseline, ...rest } = policy;
        const { createHash } = await Promise.resolve(
          /* import() */
        ).then(__webpack_require__.t.bind(__webpack_require__, 7598, 19));
        const hash = createHash("sha256").update(JSON.stringify([rest, [...baseline], problems]));
        for (const { file, text } of sources)
          hash.update(`\0${file}\0`).update(text);
        return hash.digest("hex").slice(0, 16);
      }
    })
  ),
  /***/
  8653: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        JB: () => (
          /* binding */
          findBelow
        ),
        /* harmony export */
        Nx: () => (
          /* binding */
          addTextsBefore
        ),
        /* harmony export */
        _0: () => (
          /* binding */
          replacedBy
        ),
        /* harmony export */
        _6: () => (
          /* binding */
          decodeUtf8
        ),
        /* harmony export */
        g7: () => (
          /* binding */
          decodeText
        ),
        /* harmony export */
        qt: () => (
          /* binding */
          linkWithin
        )
        /* harmony export */
      });
      var _pod_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(953);
      function decodeText(bytes) {
        const text = decodeUtf8(bytes);
        if (text === void 0)
          return glimpse(bytes);
        return text.startsWith("version https://git-lfs.github.com/spec/") ? { text, unread: pointer } : text;
      }
      function decodeUtf8(bytes) {
        try {
          const text = utf8.decode(bytes);
          return text.includes("\0") && !(0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.xT)(text) ? void 0 : text;
        } catch {
          return void 0;
        }
      }
      const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
      const pointer = {
        line: 1,
        reason: "it is a Git LFS pointer, not the manifest. Keep manifests out of LFS, or leave it out",
        what: "pointer"
      };
      const linkWithin = {
        line: 1,
        reason: "it is a link, and its target is judged under its own name",
        what: "link"
      };
      const replaced = "and what was a manifest here, or a folder with some, is not judged any more";
      const replacedBy = {
        link: { line: 1, reason: `it is a link now, ${replaced}. Put the manifests in its place`, what: "link" },
        submodule: { line: 1, reason: `it is a submodule now, ${replaced}. Review its own repository`, what: "submodule" }
      };
      function findBelow(path, sources) {
        return sources.find(({ file, text }) => (file === path || file.startsWith(`${path}/`)) && (0, _pod_index_js__WEBPACK_IMPORTED_MODULE_0__.xT)(text));
      }
      function glimpse(bytes) {
        const text = Buffer.from(bytes.filter((byte) => byte !== 0)).toString("latin1").replace(/^(\xff\xfe|\xfe\xff)/, "");
        return { text, unread: findDefect(bytes) };
      }
      function findDefect(bytes) {
        const [first, second] = bytes;
        if (first === 255 && second === 254 || first === 254 && second === 255)
          return { line: 1, reason: "it is UTF-16 text. Save it as UTF-8", what: "encoding" };
        if (bytes.includes(0))
          return { line: 1, reason: "it is a binary file, not a manifest. Rename it, or leave it out", what: "binary" };
        const [valid = ""] = Buffer.from(bytes).toString("utf8").split("�", 1);
        const reason = "it is not UTF-8 text from this line on. Save it as UTF-8, or leave it out";
        return { line: valid.split("\n").length, reason, what: "encoding" };
      }
      function addTextsBefore(sources, base, nameBefore = (file) => file) {
        const texts = new Map(base.map(({ file, text }) => [file, text]));
        return sources.map((source) => {
          const before = texts.get(nameBefore(source.file));
          return before === void 0 ? source : { ...source, before };
        });
      }
    })
  ),
  /***/
  6783: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        $i: () => (
          /* reexport */
          applyPatches
        ),
        A4: () => (
          /* reexport */
          canonicalText
        ),
        xE: () => (
          /* reexport */
          read_limits.xE
        ),
        vp: () => (
          /* reexport */
          findRootLines
        ),
        jV: () => (
          /* reexport */
          formatPath
        ),
        Im: () => (
          /* reexport */
          isEmpty
        ),
        Ce: () => (
          /* reexport */
          isFields
        ),
        VE: () => (
          /* reexport */
          read_limits.VE
        ),
        Lv: () => (
          /* reexport */
          isList
        ),
        mh: () => (
          /* reexport */
          position.mh
        ),
        oZ: () => (
          /* reexport */
          position.oZ
        ),
        x5: () => (
          /* reexport */
          locate
        ),
        hD: () => (
          /* reexport */
          position.hD
        ),
        V$: () => (
          /* reexport */
          mayHideWords
        ),
        C5: () => (
          /* reexport */
          memberOf
        ),
        zv: () => (
          /* reexport */
          obstacleTo
        ),
        ip: () => (
          /* reexport */
          patchValue
        ),
        $L: () => (
          /* reexport */
          pathsSharing
        ),
        sd: () => (
          /* reexport */
          pointAt
        ),
        LF: () => (
          /* reexport */
          read
        ),
        m6: () => (
          /* reexport */
          readAt
        ),
        H3: () => (
          /* reexport */
          remarksIn
        ),
        Rg: () => (
          /* reexport */
          scalar.Rg
        ),
        eE: () => (
          /* reexport */
          sameValue
        ),
        w1: () => (
          /* reexport */
          startsWith
        ),
        tW: () => (
          /* reexport */
          read_limits.tW
        ),
        fK: () => (
          /* reexport */
          valueAt
        ),
        xt: () => (
          /* reexport */
          withFullReader
        ),
        Gy: () => (
          /* reexport */
          position.Gy
        )
      });
      var position = __webpack_require__(6896);
      var yaml_tree = __webpack_require__(1783);
      ;
      function locate(document, path) {
        const { depth, node, entry: entry2, shared } = descend(document, path);
        return { depth, exists: depth === path.length, key: entry2?.keyRange, value: node.range, shared };
      }
      function pointAt(document, path) {
        const { text } = document;
        const { depth, node, entry: entry2 } = descend(document, path);
        const line = firstLineOf(text, node);
        const lineBreak = entry2 ? text.indexOf("\n", entry2.keyRange.end) : -1;
        const isBeside = lineBreak === -1 || lineBreak >= line.start;
        const isWhole = depth === path.length && line.end === node.range.end && line.start < line.end;
        const { start, end } = entry2 && !(isWhole && isBeside) ? clipToLine(text, entry2.keyRange) : line;
        return { start: start < end ? start : Math.max(0, start - 1), end };
      }
      function readAt(document, path) {
        const { text } = document;
        const point = pointAt(document, path);
        const { shared } = descend(document, path);
        return shared && (0, position.C2)(text, shared.start) !== (0, position.C2)(text, point.start) ? shared : point;
      }
      function firstLineOf(text, node) {
        const line = clipToLine(text, node.range);
        if (line.end === node.range.end || node.kind === "scalar" || node.kind === "alias")
          return line;
        const { start, end } = line;
        const isOnLine = (range) => range.start < end;
        if (node.kind === "sequence") {
          const item2 = node.items.findLast(({ range }) => isOnLine(range));
          return { start, end: item2 ? firstLineOf(text, item2).end : start + 1 };
        }
        const entry2 = node.entries.findLast(({ keyRange }) => isOnLine(keyRange));
        if (!entry2)
          return { start, end: start + 1 };
        const last = isOnLine(entry2.node.range) ? firstLineOf(text, entry2.node) : clipToLine(text, entry2.keyRange);
        return { start, end: last.end };
      }
      function clipToLine(text, { start, end }) {
        return { start, end: Math.min(end, (0, position.vT)(text, start)) };
      }
      function descend({ tree }, path) {
        let node = (0, yaml_tree.hd)(tree);
        let entry2;
        let shared;
        let inFlow = false;
        let depth = 0;
        for (const step of path) {
          const next = findChild(node, step);
          if (!next)
            break;
          shared ??= next.entry?.mergeKey ?? (next.node.kind === "alias" ? next.node.range : void 0);
          inFlow ||= node.kind !== "scalar" && node.flow;
          node = (0, yaml_tree.hd)(next.node);
          entry2 = next.entry;
          depth++;
        }
        return { depth, node, entry: entry2, shared, inFlow };
      }
      function findChild(node, step) {
        if (typeof step === "string") {
          const entry2 = node.kind === "mapping" ? (0, yaml_tree.w4)(node, step) : void 0;
          return entry2 && { node: entry2.node, entry: entry2 };
        }
        const item2 = node.kind === "sequence" ? node.items[step] : void 0;
        return item2 && { node: item2 };
      }
      ;
      const mostPlaces = 100;
      function pathsSharing(document, path) {
        const { node, depth } = descend(document, path);
        const rest = path.slice(depth);
        const places = [];
        const leading = /* @__PURE__ */ new Map();
        const isWhole = collect(document.tree, [], false);
        if (!isWhole || places.length > mostPlaces)
          return void 0;
        return places.toSorted((a, b) => Number(a.isAlias) - Number(b.isAlias)).map((place) => [...place.path, ...rest]);
        function collect(at, place, isBehindAlias) {
          if (places.length > mostPlaces)
            return false;
          const content2 = (0, yaml_tree.hd)(at);
          const isAlias = isBehindAlias || at.kind === "alias";
          if (content2 === node)
            places.push({ path: place, isAlias });
          if (content2 === node || !leadsToNode(content2))
            return true;
          if (content2.kind === "sequence")
            return content2.items.every((item2, index) => collect(item2, [...place, index], isAlias));
          if (content2.kind !== "mapping")
            return true;
          const inForce = new Map(content2.entries.flatMap(({ merge, key, node: value }) => merge ? [] : [[key, value]]));
          return content2.entries.every((entry2) => entry2.merge ? !leadsToNode((0, yaml_tree.hd)(entry2.node)) : inForce.get(entry2.key) !== entry2.node || collect(entry2.node, [...place, entry2.key], isAlias));
        }
        function leadsToNode(content2) {
          if (content2 === node)
            return true;
          const known = leading.get(content2);
          if (known !== void 0)
            return known;
          const leads = (0, yaml_tree.LU)(content2).some((child) => leadsToNode((0, yaml_tree.hd)(child)));
          leading.set(content2, leads);
          return leads;
        }
      }
      ;
      function commentsIn(document, range) {
        return commentRanges(document, range).map(({ start, end }) => document.text.slice(start, end));
      }
      function remarksIn(document, word2) {
        const { text, range } = document;
        const above = heading(text, range.start);
        if (!text.slice(above.start, range.end).includes(word2))
          return [];
        const own = commentRanges(document, range);
        const isFollowed = text.startsWith("---", range.end);
        const next = isFollowed ? heading(text, range.end).start : range.end;
        const nodes = nodeStartsIn(document.tree, text);
        const starts = nodes.map((each) => each.start);
        const remark = (comment, path) => ({
          text: text.slice(comment.start, comment.end),
          range: comment,
          path
        });
        return [
          ...linesIn(text, above).map((comment) => remark(comment, [])),
          ...own.filter(({ start }) => start < next).map((comment) => remark(comment, pathBeside(document, nodes, starts, comment)))
        ].filter((each) => each.text.includes(word2));
      }
      function commentRanges({ text, tree }, { start, end }) {
        if (!text.slice(start, end).includes("#"))
          return [];
        const words = wordsIn(tree, text).filter((word2) => word2.end > start && word2.start < end);
        const comments = [];
        let from = start;
        for (const word2 of [...words, { start: end, end }]) {
          for (const { index, 0: comment } of text.slice(from, word2.start).matchAll(/#[^\r\n\u0085\u2028\u2029]*/g))
            comments.push({ start: from + index, end: from + index + comment.length });
          from = Math.max(from, word2.end);
        }
        return comments;
      }
      function wordsIn(node, text) {
        if (node.kind === "mapping")
          return node.entries.flatMap((entry2) => [entry2.keyRange, ...wordsIn(entry2.node, text)]);
        if (node.kind === "sequence")
          return node.items.flatMap((item2) => wordsIn(item2, text));
        const { start, end } = node.range;
        const isBlock = node.kind === "scalar" && node.style === "block";
        return [{ start: isBlock ? Math.min((0, position.vT)(text, start), end) : start, end }];
      }
      function heading(text, offset) {
        let start = offset;
        while (start > 0 && text[start - 1] === "\n") {
          const line = (0, position.C2)(text, start - 1);
          if (line >= start || !/^(#.*)?\s*$/.test(text.slice(line, start)))
            break;
          start = line;
        }
        return { start, end: text.startsWith("---", offset) ? offset : start };
      }
      function linesIn(text, { start, end }) {
        const comments = [...text.slice(start, end).matchAll(/^#[^\r\n]*/gm)];
        return comments.map(({ index, 0: comment }) => ({ start: start + index, end: start + index + comment.length }));
      }
      function nodeStartsIn(node, text, path = []) {
        if (node.kind === "mapping") {
          return node.entries.flatMap(({ key, keyRange, node: value }) => [
            { start: keyRange.start, path: [...path, key] },
            ...nodeStartsIn(value, text, [...path, key])
          ]);
        }
        if (node.kind !== "sequence")
          return [];
        return node.items.flatMap((item2, index) => [
          { start: node.flow ? item2.range.start : dashOf(node, index, text), path: [...path, index] },
          ...nodeStartsIn(item2, text, [...path, index])
        ]);
      }
      function dashOf({ items, range }, index, text) {
        const from = items[index - 1]?.range.end ?? range.start;
        const gap = text.slice(from, items[index]?.range.start).replace(/#.*/g, (comment) => " ".repeat(comment.length));
        return from + Math.max(0, gap.indexOf("-"));
      }
      function pathBeside({ text, range, tree }, nodes, starts, comment) {
        const line = (0, position.C2)(text, comment.start);
        const before = text.slice(line, comment.start);
        const isAlone = before.trim() === "";
        if (isAlone && comment.start < tree.range.start || before.startsWith("---"))
          return [];
        if (isAlone) {
          const below2 = nodes[(0, position.t3)(starts, comment.end + 1)];
          return below2 && below2.start < range.end ? below2.path : void 0;
        }
        const beside = nodes[(0, position.t3)(starts, line)];
        return (beside && beside.start < comment.start ? beside : nodes[(0, position.t3)(starts, comment.start) - 1])?.path;
      }
      var read_excess = __webpack_require__(5673);
      var scalar = __webpack_require__(9818);
      ;
      function readJson(text, start, end) {
        try {
          return { tree: parseJson(text, start, end), aliases: [] };
        } catch (error) {
          if (error === deeper)
            return { error: read_excess.DI, offset: start };
          if (isNoJson(error))
            return { error: unfit, offset: start };
          throw error;
        }
      }
      const unfit = "Kubernetes can't take this JSON: it has a number that is too large. Correct it, or put it in quotes if it is a word.";
      function readJsonAsYaml(text, start, end) {
        const document = text.slice(start, end);
        if (!/^[ \n\r]*\{/.test(document) || unlikeJson.test(document))
          return void 0;
        try {
          return parseJson(text, start, end);
        } catch (error) {
          if (error === deeper || isNoJson(error))
            return void 0;
          throw error;
        }
      }
      const unlikeJson = /\}[ \r\n]*\t\s*$|"(?:[^"\\]|\\.){1000}|"\s*[\r\n]\s*:|\\\/|\\u[dD][89a-fA-F]|[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]/;
      const notJson = new Error("not JSON");
      const deeper = new Error("deeper than what is read");
      function isNoJson(error) {
        return error === notJson || error instanceof SyntaxError;
      }
      function parseJson(text, start, end) {
        let at = start;
        skipSpace2();
        const root = node(0);
        skipSpace2();
        if (at < end)
          throw notJson;
        return root;
        function skipSpace2() {
          while (at < end && isSpace(text.charCodeAt(at)))
            at++;
        }
        function node(depth) {
          if (depth > read_excess.Kr)
            throw deeper;
          const first = text[at];
          if (first === "{")
            return mapping2(depth);
          if (first !== "[")
            return first === '"' ? quoted2() : word2();
          const from = at;
          const items = [];
          for (let more = opens("]"); more; more = goesOn("]"))
            items.push(node(depth + 1));
          return { kind: "sequence", range: { start: from, end: at }, flow: true, items };
        }
        function mapping2(depth) {
          const from = at;
          const entries = [];
          for (let more = opens("}"); more; more = goesOn("}"))
            entries.push(entry2(depth + 1));
          return { kind: "mapping", range: { start: from, end: at }, flow: true, entries };
        }
        function entry2(depth) {
          if (text[at] !== '"')
            throw notJson;
          const { value, range } = quoted2();
          skipSpace2();
          if (text[at++] !== ":")
            throw notJson;
          skipSpace2();
          return { key: value, keyRange: range, merge: false, node: node(depth) };
        }
        function opens(close) {
          at++;
          skipSpace2();
          if (text[at] !== close)
            return true;
          at++;
          return false;
        }
        function goesOn(close) {
          skipSpace2();
          const next = text[at++];
          if (next !== close && next !== ",")
            throw notJson;
          if (next === ",")
            skipSpace2();
          return next === ",";
        }
        function quoted2() {
          let close = at + 1;
          while (text[close] !== '"') {
            if (close >= end)
              throw notJson;
            close += text[close] === "\\" ? 2 : 1;
          }
          const range = { start: at, end: close + 1 };
          at = range.end;
          const value = JSON.parse(text.slice(range.start, range.end)).replace(new RegExp("\\p{Surrogate}", "gu"), "�");
          return { kind: "scalar", range, value, style: "double" };
        }
        function word2() {
          const from = at;
          while (at < end && !isBreak(text.charCodeAt(at)))
            at++;
          const found = text.slice(from, at);
          JSON.parse(found);
          const value = (0, scalar.Rg)(found);
          if (typeof value === "string" || typeof value === "number" && !Number.isFinite(value))
            throw notJson;
          return { kind: "scalar", range: { start: from, end: at }, value, style: "plain" };
        }
      }
      function isSpace(code) {
        return code === 32 || code === 10 || code === 13 || code === 9;
      }
      function isBreak(code) {
        return isSpace(code) || code === 44 || code === 93 || code === 125;
      }
      var read_limits = __webpack_require__(7234);
      ;
      const notPlain = new Error("not in the plain style");
      const plainKey = /[A-Za-z_./][\w./-]*(?=:(?: |$))/my;
      const quotedKey = /(?:"[^"\\\n]*"|'[^'\n]*')(?=:(?: |$))/my;
      const longestKey = 1e3;
      function keyAt(text, at, lineEnd) {
        const isQuoted = isQuote(text[at]);
        const end = endOfMatch(isQuoted ? quotedKey : plainKey, text, at);
        if (end === -1 || end >= lineEnd)
          return void 0;
        if (end - at > longestKey)
          throw notPlain;
        const word2 = isQuoted ? text.slice(at + 1, end - 1) : text.slice(at, end);
        const name = isQuoted ? word2 : (0, scalar.xT)((0, scalar.Rg)(word2), word2);
        if (name === void 0)
          throw notPlain;
        return { name, end };
      }
      const wordStart = /[^\s,[\]{}#&*!|>'"%@`?:-]|-[^\s]/y;
      const wordInFlow = /[\w./$<=+~^][\w./$<>=+@~^*%;()-]*(?::[\w./$<>=+@~^*%;()-]+)*|-[\w./][\w./-]*/y;
      const doubleQuoted = /"[^"\\\n]*(?:\\["\\bfnrt][^"\\\n]*)*"/y;
      const singleQuoted = /'[^'\n]*(?:''[^'\n]*)*'/y;
      function word(text, at, lineEnd) {
        if (isQuote(text[at]))
          return quoted(text, at, lineEnd);
        const line = text.slice(at, lineEnd);
        const comment = line.indexOf(" #");
        const found = comment === -1 ? line : line.slice(0, comment).trimEnd();
        if (endOfMatch(wordStart, text, at) === -1 || /:(?: |$)/.test(found))
          throw notPlain;
        return plain(found, at);
      }
      function wordIn(text, at, lineEnd) {
        if (isQuote(text[at]))
          return quoted(text, at, lineEnd);
        const end = endOfMatch(wordInFlow, text, at);
        if (end === -1 || end > lineEnd)
          throw notPlain;
        return plain(text.slice(at, end), at);
      }
      function plain(found, start) {
        const value = (0, scalar.Rg)(found);
        if (typeof value === "number" && !Number.isFinite(value))
          throw notPlain;
        const end = start + found.length;
        return { node: { kind: "scalar", range: { start, end }, value, style: "plain" }, end };
      }
      function isQuote(character) {
        return character === '"' || character === "'";
      }
      function endOfMatch(pattern, text, at) {
        pattern.lastIndex = at;
        return pattern.test(text) ? pattern.lastIndex : -1;
      }
      function quoted(text, at, lineEnd) {
        if (lineEnd - at > 1e6)
          throw notPlain;
        const style = text[at] === '"' ? "double" : "single";
        const end = endOfMatch(style === "double" ? doubleQuoted : singleQuoted, text, at);
        if (end === -1 || end > lineEnd)
          throw notPlain;
        const value = style === "double" ? JSON.parse(text.slice(at, end)) : text.slice(at + 1, end - 1).replaceAll("''", "'");
        return { node: { kind: "scalar", range: { start: at, end }, value, style }, end };
      }
      const maxDepth = 100;
      function flow(text, at, lineEnd, depth = 0) {
        if (depth > maxDepth)
          throw notPlain;
        const first = text[at];
        if (first !== "[" && first !== "{")
          return wordIn(text, at, lineEnd);
        const close = first === "[" ? "]" : "}";
        const items = [];
        const entries = [];
        let next = afterSpaces(text, at + 1, lineEnd);
        while (text[next] !== close) {
          if (next >= lineEnd)
            throw notPlain;
          const read2 = first === "[" ? flow(text, next, lineEnd, depth + 1) : flowEntry(text, next, lineEnd, depth + 1);
          if ("key" in read2.node)
            entries.push(read2.node);
          else
            items.push(read2.node);
          next = afterSpaces(text, read2.end, lineEnd);
          if (text[next] === ",")
            next = afterSpaces(text, next + 1, lineEnd);
          else if (text[next] !== close)
            throw notPlain;
        }
        if (next >= lineEnd)
          throw notPlain;
        const range = { start: at, end: next + 1 };
        const node = first === "[" ? { kind: "sequence", range, flow: true, items } : { kind: "mapping", range, flow: true, entries };
        return { node, end: next + 1 };
      }
      function flowEntry(text, at, lineEnd, depth) {
        const key = keyAt(text, at, lineEnd);
        if (!key)
          throw notPlain;
        const { node, end } = flow(text, afterSpaces(text, key.end + 1, lineEnd), lineEnd, depth);
        return { node: { key: key.name, keyRange: { start: at, end: key.end }, merge: false, node }, end };
      }
      function afterSpaces(text, from, end) {
        let at = from;
        while (at < end && text[at] === " ")
          at++;
        return at;
      }
      ;
      function readPlain(text, start, end) {
        if (unusual.test(text.slice(start, end)))
          return void 0;
        const lines = linesOf(text, start, end);
        const cursor = { text, lines, at: 0 };
        cursor.at = afterMarker(cursor, content(cursor, 0));
        const first = current(cursor);
        if (!first)
          return void 0;
        try {
          const root = block(cursor, first.indent);
          return cursor.at === lines.length ? root : void 0;
        } catch (error) {
          if (error === notPlain)
            return void 0;
          throw error;
        }
      }
      const unusual = /[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]|\r(?!\n)|^(?:%|\.\.\.)/m;
      function linesOf(text, start, end) {
        const lines = [];
        for (let lineStart = start; lineStart < end; ) {
          const found = text.indexOf("\n", lineStart);
          const next = found === -1 || found >= end ? end : found + 1;
          let first = lineStart;
          while (first < next && text.charCodeAt(first) === space)
            first++;
          let last = found === -1 || found >= end ? end : found;
          while (last > first && isBlank(text.charCodeAt(last - 1)))
            last--;
          lines.push({ start: first, end: last, indent: first - lineStart, next });
          lineStart = next;
        }
        return lines;
      }
      const space = 32;
      const carriageReturn = 13;
      function isBlank(code) {
        return code === space || code === carriageReturn;
      }
      function skip(lines, from) {
        let at = from;
        for (let line = lines[at]; line && line.start === line.end; line = lines[at])
          at++;
        return at;
      }
      function content({ text, lines }, from) {
        let at = from;
        for (let line = lines[at]; line && (line.start === line.end || text[line.start] === "#"); line = lines[at])
          at++;
        return at;
      }
      function afterMarker(cursor, first) {
        const line = cursor.lines[first];
        if (line?.indent !== 0 || !cursor.text.startsWith("---", line.start))
          return first;
        const isBare = /^---( +#.*)?$/.test(cursor.text.slice(line.start, line.end));
        return isBare ? content(cursor, first + 1) : cursor.lines.length;
      }
      function current({ lines, at }) {
        return lines[at];
      }
      function isDash({ text }, { start, end }) {
        return text[start] === "-" && (start + 1 === end || text[start + 1] === " ");
      }
      const maxIndent = 200;
      function block(cursor, indent) {
        const line = current(cursor);
        if (!line || line.indent !== indent || indent > maxIndent)
          throw notPlain;
        return isDash(cursor, line) ? list(cursor, line) : mapping(cursor, line, line.start, indent);
      }
      function list(cursor, { start, indent }) {
        const items = [];
        for (let line = current(cursor); line?.indent === indent && isDash(cursor, line); line = current(cursor)) {
          items.push(item(cursor, line, indent));
        }
        return { kind: "sequence", range: { start, end: endOf(items.at(-1)) }, flow: false, items };
      }
      function item(cursor, line, indent) {
        const at = afterSpaces(cursor.text, line.start + 1, line.end);
        if (at >= line.end || cursor.text[at] === "#") {
          cursor.at = content(cursor, cursor.at + 1);
          const next = current(cursor);
          if (!next || next.indent <= indent)
            throw notPlain;
          return block(cursor, next.indent);
        }
        if (keyAt(cursor.text, at, line.end))
          return mapping(cursor, line, at, indent + at - line.start);
        return inline(cursor, at, line, indent);
      }
      function mapping(cursor, first, start, indent) {
        const entries = [entry(cursor, first, start, indent)];
        for (let line = current(cursor); line && line.indent >= indent; line = current(cursor)) {
          if (line.indent > indent)
            throw notPlain;
          if (isDash(cursor, line))
            break;
          entries.push(entry(cursor, line, line.start, indent));
        }
        return { kind: "mapping", range: { start, end: endOf(entries.at(-1)?.node) }, flow: false, entries };
      }
      function entry(cursor, line, at, indent) {
        const key = keyAt(cursor.text, at, line.end);
        if (!key)
          throw notPlain;
        const value = afterSpaces(cursor.text, key.end + 1, line.end);
        const isOnLine = value < line.end && cursor.text[value] !== "#";
        const node = isOnLine ? inline(cursor, value, line, indent) : below(cursor, key.end + 1, indent);
        return { key: key.name, keyRange: { start: at, end: key.end }, merge: false, node };
      }
      function below(cursor, afterColon, indent) {
        cursor.at = content(cursor, cursor.at + 1);
        const next = current(cursor);
        if (next && next.indent > indent)
          return block(cursor, next.indent);
        if (next && next.indent === indent && isDash(cursor, next))
          return list(cursor, next);
        return { kind: "scalar", range: { start: afterColon, end: afterColon }, value: null, style: "plain" };
      }
      function inline(cursor, at, line, indent) {
        const first = cursor.text[at];
        if (first === "|")
          return literal(cursor, at, line, indent);
        const { node, end } = first === "[" || first === "{" ? flow(cursor.text, at, line.end) : word(cursor.text, at, line.end);
        const rest = afterSpaces(cursor.text, end, line.end);
        if (rest < line.end && (cursor.text[rest] !== "#" || rest === end))
          throw notPlain;
        cursor.at = content(cursor, cursor.at + 1);
        if ((current(cursor)?.indent ?? 0) > indent)
          throw notPlain;
        return node;
      }
      function literal(cursor, at, line, indent) {
        const { text, lines } = cursor;
        const header = /^\|(-?)(?: +#.*)?$/.exec(text.slice(at, line.end));
        if (!header)
          throw notPlain;
        let index = cursor.at + 1;
        const depth = lines[skip(lines, index)]?.indent ?? 0;
        if (depth <= indent)
          throw notPlain;
        let last = line;
        let count2 = 0;
        const rows = [];
        for (let row = lines[index]; row; row = lines[++index]) {
          const isEmpty2 = row.start === row.end;
          if (isEmpty2 ? row.indent > depth : row.indent < depth)
            break;
          rows.push(isEmpty2 ? "" : text.slice(row.start - (row.indent - depth), endOfRow(text, row)));
          if (isEmpty2)
            continue;
          last = row;
          count2 = rows.length;
        }
        if (lines[index]?.start === lines[index]?.end && lines[index])
          throw notPlain;
        const value = rows.slice(0, count2).join("\n") + (header[1] === "-" ? "" : "\n");
        cursor.at = content(cursor, index);
        if ((current(cursor)?.indent ?? 0) > indent)
          throw notPlain;
        return { kind: "scalar", range: { start: at, end: endOfRow(text, last) }, value, style: "block" };
      }
      function endOfRow(text, { next }) {
        if (text[next - 1] !== "\n")
          return next;
        return text[next - 2] === "\r" ? next - 2 : next - 1;
      }
      function endOf(node) {
        return node?.range.end ?? 0;
      }
      ;
      function split(text) {
        const { parts, end } = leadingJson(text);
        const last = parts.at(-1);
        if (!last)
          return splitLines(text, text.startsWith("\uFEFF") ? 1 : end);
        if (!last.refusal && end === text.length)
          return [...parts.slice(0, -1), { ...last, end }];
        return last.refusal ? parts : [...parts, ...splitLines(text, end)];
      }
      function splitLines(text, start) {
        const parts = [];
        let from = start;
        let contentStart = start;
        for (let at = separatorFrom(text, start); at !== -1; at = separatorFrom(text, at + 1)) {
          const lineBreak = text.indexOf("\n", at);
          const next = lineBreak === -1 ? text.length : lineBreak + 1;
          const comment = /^[^\S\uFEFF]*$|^[^\S\uFEFF]*#/.test(text.slice(at + 3, next).replace(/\u0085/g, " "));
          if (!comment) {
            const refusal = { error: notAlone, offset: at };
            parts.push({ start: from, end: next, format: "yaml", contentStart, refusal });
            [from, contentStart] = [next, next];
          } else if (at > contentStart) {
            parts.push({ start: from, end: at, format: "yaml", contentStart });
            [from, contentStart] = [at, next];
          }
        }
        if (from < text.length || parts.length === 0)
          parts.push({ start: from, end: text.length, format: "yaml", contentStart });
        return parts;
      }
      const notAlone = "Kubernetes reads nothing but a comment behind `---` on its line, and refuses this file. Start the document on the next line.";
      function separatorFrom(text, start) {
        if (text.startsWith("---", start) && (start === 0 || text[start - 1] === "\n"))
          return start;
        const found = text.indexOf("\n---", start);
        return found === -1 ? -1 : found + 1;
      }
      const whiteSpace = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/y;
      const guessed = 4096;
      function leadingJson(text) {
        const parts = [];
        if (text[skipWhiteSpace(text, 0)] !== "{" || skipWhiteSpace(text, 0) >= guessed)
          return { parts, end: 0 };
        for (let start = 0; ; ) {
          const end = endOfValue(text, start);
          if (end === void 0)
            return endOfJson(text, start, parts);
          parts.push({ start, end, format: "json", contentStart: start });
          start = end;
        }
      }
      function endOfJson(text, start, parts) {
        if (skipSpace(text, start) === text.length)
          return { parts, end: text.length };
        const content2 = skipWhiteSpace(text, start);
        const lineBreak = text.indexOf("\n", start);
        const isBelow = lineBreak !== -1 && lineBreak < content2;
        const next = text.slice(isBelow ? lineBreak : content2);
        const isShort = new TextEncoder().encode(next.slice(0, 4)).length < 4;
        if (parts.length === 0 || parts.length === 1 && !isShort)
          return { parts, end: isBelow ? lineBreak + 1 : content2 };
        const refusal = { error: split_notJson, offset: Math.min(content2, text.length - 1) };
        const rest = { start, end: text.length, format: "json", contentStart: start, refusal };
        return { parts: [...parts, rest], end: text.length };
      }
      const split_notJson = "This is not JSON, as the documents before it are. Put a line with `---` before the first of them, or correct it.";
      function skipWhiteSpace(text, start) {
        let at = start;
        for (whiteSpace.lastIndex = at; whiteSpace.test(text); whiteSpace.lastIndex = at)
          at++;
        return at;
      }
      function skipSpace(text, start) {
        split_space.lastIndex = start;
        return split_space.test(text) ? split_space.lastIndex : start;
      }
      const split_space = /[ \t\r\n]+/y;
      const split_word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;
      function endOfValue(text, start) {
        const first = skipSpace(text, start);
        split_word.lastIndex = first;
        const end = split_word.test(text) ? split_word.lastIndex : endOfToken(text, first);
        return end !== void 0 && isJson(text.slice(first, end)) ? end : void 0;
      }
      function isJson(text) {
        try {
          JSON.parse(text);
          return true;
        } catch {
          return false;
        }
      }
      function endOfToken(text, start) {
        const token = /\\.|["{}[\]]/gs;
        token.lastIndex = start;
        let depth = 0;
        let isQuoted = false;
        for (let found = token.exec(text); found; found = token.exec(text)) {
          const [character] = found;
          if (depth === 0 && !isQuoted && found.index > start)
            return void 0;
          if (character === '"')
            isQuoted = !isQuoted;
          else if (isQuoted)
            continue;
          else if (character === "{" || character === "[")
            depth++;
          else if (character === "}" || character === "]")
            depth--;
          if (depth === 0 && !isQuoted)
            return token.lastIndex;
        }
        return void 0;
      }
      ;
      function read({ file, text }, { matters, limits } = everything) {
        const parts = split(text);
        const excess = (0, read_limits.xE)("documentsPerFile", parts.length, limits);
        if (excess !== void 0) {
          const start = parts[limits.documentsPerFile]?.start ?? 0;
          return unreadable(file, text, 1 + (0, position.Cl)(text, 0, start), excess);
        }
        const documents = [];
        const problems = [];
        for (const chunk of chunksIn(text, parts, matters)) {
          const reading = readChunk(chunk, limits);
          if ("error" in reading)
            problems.push(problemIn(file, chunk, "error", reading.offset, reading.error));
          else if (reading.tree)
            documents.push(documentOf(file, chunk, reading.tree, reading.aliases));
          if ("ends" in reading && reading.ends !== void 0)
            problems.push(problemIn(file, chunk, "note", reading.ends, unread));
        }
        return { file, text, documents, problems };
      }
      const everything = { matters: () => true, limits: read_limits.tW };
      const unread = "Kubernetes does not read on from here: its document ends above. Start the next document with `---`.";
      function unreadable(file, text, line, message) {
        return { file, text, documents: [], problems: [{ severity: "error", file, line, message }] };
      }
      function problemIn(file, chunk, severity, offset, message) {
        const end = chunk.range.start + chunk.text.slice(chunk.range.start, chunk.range.end).trimEnd().length;
        return { severity, file, line: (0, position.mh)(chunk, Math.min(offset, end)), message };
      }
      function* chunksIn(text, parts, matters) {
        let [line, lineStart, lineBreak] = [1, (0, position.C2)(text, 0), text.indexOf("\n")];
        const walkTo = (offset, starts = []) => {
          for (; lineBreak !== -1 && lineBreak < offset; lineBreak = text.indexOf("\n", lineStart)) {
            line++;
            lineStart = lineBreak + 1;
            starts.push(lineStart);
          }
          return starts;
        };
        for (const [index, { start, end, ...part }] of parts.entries()) {
          if (!matters(text.slice(start, end)))
            continue;
          walkTo(start);
          yield { ...part, text, index, range: { start, end }, firstLine: line, lineStarts: walkTo(end, [lineStart]) };
        }
      }
      function reread({ file, index, format, contentStart, firstLine, ...before }, text) {
        const { start, end } = before.range;
        const whole = before.text.slice(0, start) + text + before.text.slice(end);
        const range = { start, end: start + text.length };
        const lineStarts = (0, position.t6)(whole, range);
        const chunk = { text: whole, index, format, contentStart, range, firstLine, lineStarts };
        const reading = readTree(chunk);
        if ("error" in reading)
          return reading.error;
        const nothing = { kind: "scalar", range: { start, end: start }, value: null, style: "plain" };
        return documentOf(file, chunk, reading.tree ?? nothing, reading.aliases);
      }
      async function withFullReader(work) {
        try {
          return work();
        } catch (error) {
          if (error !== fullReaderMissing)
            throw error;
          fullReader = await Promise.all(
            /* import() */
            [__webpack_require__.e(815), __webpack_require__.e(675)]
          ).then(__webpack_require__.bind(__webpack_require__, 3675));
          return work();
        }
      }
      const fullReaderMissing = new Error("read documents within withFullReader()");
      let fullReader;
      function readChunk(chunk, limits) {
        const { start, end } = chunk.range;
        const excess = (0, read_limits.xE)("documentCharacters", end - start, limits);
        return excess === void 0 ? readTree(chunk) : { error: excess, offset: start };
      }
      function readTree({ text, range: { end }, contentStart: start, format, refusal }) {
        if (refusal)
          return refusal;
        if (format === "json")
          return readJson(text, start, end);
        const plain2 = readJsonAsYaml(text, start, end) ?? readPlain(text, start, end);
        if (plain2)
          return { tree: plain2, aliases: [] };
        if (!fullReader)
          throw fullReaderMissing;
        const reading = fullReader.readFully(text.slice(start, end), start);
        const excess = "error" in reading || !reading.tree ? void 0 : (0, read_excess.FR)(reading.tree, reading.aliases);
        return excess === void 0 ? reading : { error: excess, offset: start };
      }
      function documentOf(file, { refusal: _, ...chunk }, tree, aliases) {
        const { value, mayRepeatKeys } = (0, yaml_tree._3)(tree);
        return { ...chunk, file, tree, aliases, value, duplicates: mayRepeatKeys ? duplicatesIn(tree) : [] };
      }
      function duplicatesIn(node) {
        if (node.kind === "sequence")
          return node.items.flatMap((item2, index) => duplicatesBelow(index, item2));
        if (node.kind !== "mapping")
          return [];
        const keys = /* @__PURE__ */ new Set();
        return node.entries.flatMap(({ key, keyRange, merge, node: value }) => {
          const isTwice = !merge && keys.has(key);
          if (!merge)
            keys.add(key);
          const below2 = duplicatesBelow(key, value);
          return isTwice ? [{ path: [key], key, range: keyRange }, ...below2] : below2;
        });
      }
      function duplicatesBelow(step, node) {
        return duplicatesIn(node).map((duplicate) => ({ ...duplicate, path: [step, ...duplicate.path] }));
      }
      ;
      function isList(value) {
        return Array.isArray(value);
      }
      function isFields(value) {
        return typeof value === "object" && value !== null && !Array.isArray(value);
      }
      function isEmpty(value) {
        if (isList(value))
          return value.length === 0;
        return isFields(value) && Object.keys(value).length === 0;
      }
      function sameValue(a, b) {
        if (a === b)
          return true;
        if (isList(a) && isList(b))
          return a.length === b.length && a.every((item2, index) => sameValue(item2, b[index]));
        if (!isFields(a) || !isFields(b))
          return false;
        const keys = Object.keys(a);
        return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]));
      }
      function canonicalText(value) {
        if (isList(value))
          return `[${value.map(canonicalText).toSorted().join()}]`;
        if (!isFields(value))
          return JSON.stringify(value);
        const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`);
        return `{${entries.toSorted().join()}}`;
      }
      ;
      function carriedComments(document, { from, to }, style) {
        const comments = ownComments(document, from);
        const inserted = to.map((path) => insertion(document, path, comments, style));
        if (comments.length * to.length === 0 || !inserted.every((splice) => splice !== void 0))
          return [];
        const removed = comments.map(({ range }) => ({ range: rangeWithLine(document.text, range), text: "" }));
        return [...removed, ...inserted].toSorted((a, b) => a.range.start - b.range.start);
      }
      function ownComments(document, path) {
        const { text } = document;
        const { depth, entry: entry2, node, shared, inFlow } = descend(document, path);
        if (depth < path.length || !entry2 || shared || inFlow)
          return [];
        const start = startOfComments(text, entry2.keyRange.start);
        const end = (0, position.vT)(text, Math.max(entry2.keyRange.end, node.range.end));
        return commentRanges(document, { start, end }).map((range) => ({
          range,
          text: text.slice(range.start, range.end),
          isBehind: (0, position.YF)(text, range.start) === void 0
        }));
      }
      function startOfComments(text, key) {
        const indent = (0, position.YF)(text, key);
        if (indent === void 0)
          return key;
        let start = key;
        for (let line = (0, position.C2)(text, key); line > 0 && text[line - 1] === "\n"; ) {
          line = (0, position.C2)(text, line - 1);
          if (!text.startsWith(`${indent}#`, line))
            break;
          start = line + indent.length;
        }
        return start;
      }
      function rangeWithLine(text, { start, end }) {
        if ((0, position.YF)(text, start) === void 0)
          return { start: text.slice(0, start).trimEnd().length, end };
        const next = text.indexOf("\n", end) + 1;
        return { start: (0, position.C2)(text, start), end: next === 0 ? text.length : next };
      }
      function insertion({ text, tree }, path, comments, { eol }) {
        const { depth, entry: entry2, node, shared } = descend({ tree }, path);
        if (depth < path.length || !entry2 || shared)
          return void 0;
        const key = entry2.keyRange.start;
        const start = (0, position.C2)(text, key);
        const end = (0, position.vT)(text, key);
        const isAlone = (0, position.YF)(text, key) !== void 0 && node.range.end <= end;
        const isFree = isAlone && text.slice(Math.max(entry2.keyRange.end + 1, node.range.end), end).trim() === "";
        const behind = isFree && comments.at(-1)?.isBehind ? comments.at(-1) : void 0;
        const indent = " ".repeat((0, position.o0)(text, start + text.slice(start).search(/\S/)));
        const above = comments.filter((comment) => comment !== behind).map((comment) => indent + comment.text + eol);
        return { range: { start, end }, text: above.join("") + text.slice(start, end) + (behind ? ` ${behind.text}` : "") };
      }
      ;
      function renderBlock(value, column, style) {
        const isOfWords = isList(value) && !value.some((item2) => isList(item2) || isFields(item2));
        if (isEmpty(value) || isOfWords && style.flowLists)
          return ` ${renderFlow(value, style)}`;
        if (isList(value))
          return value.map((item2) => style.eol + renderItem(item2, column + style.listIndent, style)).join("");
        if (!isFields(value))
          return ` ${renderFlow(value, style)}`;
        const members = Object.entries(value);
        return members.map(([key, member]) => style.eol + renderEntry(key, member, column + style.indent, style)).join("");
      }
      function renderEntry(key, value, column, style) {
        return `${" ".repeat(column)}${renderKey(key, style)}:${renderBlock(value, column, style)}`;
      }
      function renderItem(value, column, style) {
        const dash = `${" ".repeat(column)}- `;
        if (!isFields(value) || isEmpty(value))
          return dash + renderFlow(value, style);
        const lines = Object.entries(value).map(([key, member]) => renderEntry(key, member, column + 2, style));
        return dash + lines.join(style.eol).slice(dash.length);
      }
      function renderFlow(value, style) {
        const comma = `,${style.json ? style.gap : " "}`;
        if (isList(value))
          return `[${value.map((item2) => renderFlow(item2, style)).join(comma)}]`;
        if (isFields(value)) {
          const members = Object.entries(value).map(([key, member]) => renderMember(key, renderFlow(member, style), style));
          return `{${members.join(comma)}}`;
        }
        return typeof value === "string" ? renderString(value, style) : String(value);
      }
      function renderMember(key, written, style) {
        return `${renderKey(key, style)}:${style.json ? style.gap : " "}${written}`;
      }
      function renderBrackets(value, line, style) {
        if (!style.json || line === void 0)
          return renderFlow(value, style);
        return escapeForYaml(JSON.stringify(value, null, style.flowIndent)).replaceAll("\n", style.eol + line);
      }
      function renderKey(key, style) {
        return renderString(key, { ...style, quotes: style.keyQuotes });
      }
      function renderString(text, style) {
        const isPrintable = !/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u.test(text);
        if (isPrintable && !style.json && style.quotes === "single")
          return `'${text.replaceAll("'", "''")}'`;
        return !style.json && style.quotes === "plain" && isPlain(text) ? text : escapeForYaml(JSON.stringify(text));
      }
      function escapeForYaml(json) {
        return json.replace(/[\x7f-\x9f\u2028\u2029\uFEFF]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
      }
      function isPlain(text) {
        return /^[A-Za-z_./][\w./-]*$/.test(text) && (0, scalar.Rg)(text) === text;
      }
      ;
      function insertions({ text }, into, additions, documentStyle) {
        const parts = partsOf(into);
        const [first] = parts;
        const last = parts.at(-1);
        if (!first || !last)
          return [];
        const style = { ...documentStyle, ...styleOfPart(text, into, last) };
        const runs = [];
        for (const slot of slotsIn(into, parts, additions)) {
          if ("part" in slot)
            runs.push({ previous: slot.part, additions: [] });
          else if (runs.length === 0)
            runs.push({ additions: [slot.addition] });
          else
            runs.at(-1)?.additions.push(slot.addition);
        }
        return runs.flatMap(({ previous, additions: [addition, ...rest] }) => {
          if (!addition)
            return [];
          return into.flow ? insertInBrackets(text, first, previous, addition, style) : insertLines(text, into, previous, [addition, ...rest], style);
        });
      }
      function slotsIn(into, parts, additions) {
        const keys = into.kind === "mapping" ? into.entries.map(({ key }) => key) : [];
        const slots = parts.map((part, index) => ({ part, key: keys[index] }));
        for (const addition of additions) {
          const index = into.kind === "mapping" ? indexAmong(slots, addition.among) : slots.length;
          slots.splice(index, 0, { addition, key: addition.key });
        }
        return slots;
      }
      function indexAmong(slots, { before = [], after = [] } = {}) {
        const isOneOf = (keys) => (slot) => slot.key !== void 0 && keys.includes(slot.key);
        const next = slots.findIndex(isOneOf(before));
        if (next !== -1)
          return next;
        const previous = slots.findLastIndex(isOneOf(after));
        return previous === -1 ? slots.length : previous + 1;
      }
      function partsOf(node) {
        if (node.kind === "sequence")
          return node.items.map(({ range }) => range);
        return node.entries.map(({ keyRange, node: value }) => ({
          start: keyRange.start,
          end: Math.max(keyRange.end, value.range.end)
        }));
      }
      function styleOfPart(text, into, last) {
        const isQuoted = text[last.start] === '"' || text.startsWith('{"', last.start);
        if (into.flow && isQuoted)
          return { json: true };
        const item2 = into.kind === "sequence" ? into.items.at(-1) : void 0;
        return item2?.kind === "scalar" && item2.style !== "block" && typeof item2.value === "string" ? { quotes: item2.style } : {};
      }
      function insertLines(text, into, previous, additions, style) {
        const column = (0, position.o0)(text, into.range.start);
        const lines = additions.map(({ key, value }) => key === void 0 ? renderItem(value, column, style) : renderEntry(key, value, column, style)).join(style.eol);
        if (previous)
          return insertAt(endOfPart(text, previous, column), style.eol + lines);
        const start = startWithComments(text, into.range.start);
        if (start !== void 0)
          return insertAt(start, lines + style.eol);
        return insertAt(into.range.start, lines.slice(column) + style.eol + " ".repeat(column));
      }
      function endOfPart(text, { end }, column) {
        let at = (0, position.vT)(text, end);
        for (; ; ) {
          const next = text.indexOf("\n", at) + 1;
          const indent = next === 0 ? void 0 : /^[ \t]*(?=#)/.exec(text.slice(next, (0, position.vT)(text, next)))?.[0];
          if (indent === void 0 || indent.length <= column)
            return at;
          at = (0, position.vT)(text, next);
        }
      }
      function startWithComments(text, offset) {
        if ((0, position.YF)(text, offset) === void 0)
          return void 0;
        let start = (0, position.C2)(text, offset);
        while (start > 0 && text[start - 1] === "\n") {
          const above = (0, position.C2)(text, start - 1);
          if (!/^[ \t]*#/.test(text.slice(above, start)))
            break;
          start = above;
        }
        return start;
      }
      function insertInBrackets(text, first, previous, { key, value }, style) {
        const indent = (0, position.YF)(text, first.start);
        const written = renderBrackets(value, indent, style);
        const added = key === void 0 ? written : renderMember(key, written, style);
        const lineBreak = indent === void 0 ? void 0 : style.eol + indent;
        if (!previous) {
          const start = lineBreak === void 0 ? void 0 : startWithComments(text, first.start);
          return start === void 0 ? insertAt(first.start, `${added},${style.gap}`) : insertAt(start, `${indent}${added},${style.eol}`);
        }
        const lineEnd = (0, position.vT)(text, previous.end);
        const rest = text.slice(previous.end, lineEnd);
        const [isLineEnd, comma] = /^[ \t]*(,?)[ \t]*(?:#.*)?$/.exec(rest) ?? [];
        if (lineBreak === void 0 || isLineEnd === void 0)
          return insertAt(previous.end, `,${lineBreak ?? style.gap}${added}`);
        if (comma)
          return insertAt(lineEnd, `${lineBreak}${added},`);
        return { range: { start: previous.end, end: lineEnd }, text: `,${rest}${lineBreak}${added}` };
      }
      function insertAt(offset, text) {
        return { range: { start: offset, end: offset }, text };
      }
      ;
      const sharedText = "the text is shared through an anchor";
      const occupied = "something else is written where the change belongs";
      function obstacleTo(document, patch) {
        const twice = keySetTwice(document, patch.path);
        if (twice !== void 0)
          return `${twice} is set twice: remove one of the two first`;
        if (patch.op === "remove")
          return obstacleToRemoval(document, descend(document, patch.path.slice(0, -1)), patch.path.at(-1));
        const { node, depth, shared } = descend(document, patch.path);
        if (shared)
          return sharedText;
        const step = patch.path[depth];
        if (step === void 0) {
          if (patch.op === "append")
            return node.kind === "sequence" || isOpen(node, 0) ? void 0 : occupied;
          return depth === 0 ? "the whole document would be replaced" : void 0;
        }
        const takesKey = node.kind === "mapping" && node.entries.length > 0 && typeof step === "string";
        return takesKey || isOpen(node, step) ? void 0 : occupied;
      }
      function keySetTwice({ tree, duplicates }, path) {
        let node = duplicates.length > 0 ? tree : void 0;
        for (const step of path) {
          if (typeof step === "number")
            node = node?.kind === "sequence" ? node.items[step] : void 0;
          else {
            const entries = node?.kind === "mapping" ? node.entries.filter(({ merge, key }) => !merge && key === step) : [];
            if (entries.length > 1)
              return step;
            node = entries[0]?.node;
          }
        }
        return void 0;
      }
      function obstacleToRemoval({ aliases }, { node, shared }, step) {
        const removed = step === void 0 ? void 0 : findChild(node, step);
        if (!removed)
          return "there is nothing to remove";
        if (shared || removed.entry?.mergeKey)
          return sharedText;
        return isNamed(aliases, removed.node.range) ? "an anchor in it is used elsewhere" : void 0;
      }
      function isOpen(node, step) {
        if (node.kind === "scalar")
          return node.value === null && (typeof step === "string" || step === 0);
        return node.kind === "mapping" ? node.entries.length === 0 && typeof step === "string" : node.items.length === 0 && step === 0;
      }
      function isShared(aliases, spliced) {
        return aliases.some(({ target }) => target.range.start <= spliced.end && spliced.start <= target.range.end);
      }
      function isNamed(aliases, part) {
        const holds = ({ start, end }) => part.start <= start && end <= part.end;
        return aliases.some(({ range, target }) => holds(target.range) && !holds(range));
      }
      ;
      function patchValue(value, patch) {
        return [patch.path, ...patch.also ?? []].reduce((each, path) => patchAt(each, path, patch), value);
      }
      function patchAt(value, [step, ...rest], patch) {
        if (step === void 0) {
          if (patch.op === "append")
            return [...isList(value) ? value : [], patch.value];
          return patch.op === "set" ? patch.value : null;
        }
        const isRemoved = patch.op === "remove" && rest.length === 0;
        if (typeof step === "number") {
          const items = isList(value) ? value : [];
          return items.toSpliced(step, 1, ...isRemoved ? [] : [patchAt(items[step], rest, patch)]);
        }
        const fields = isFields(value) ? value : {};
        if (isRemoved)
          return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== step));
        const member = Object.hasOwn(fields, step) ? fields[step] : void 0;
        return { ...fields, [step]: patchAt(member, rest, patch) };
      }
      ;
      function replacement({ text }, { node, entry: entry2, inFlow }, value, style) {
        if (!entry2 || inFlow) {
          const line = (0, position.YF)(text, (entry2?.keyRange ?? node.range).start);
          const isQuoted = entry2 !== void 0 && text[entry2.keyRange.start] === '"';
          const written2 = renderBrackets(value, line, { ...style, json: style.json || isQuoted });
          const gap = node.range.start === node.range.end ? " " : "";
          return { range: node.range, text: gap + written2 };
        }
        const keepsBrackets = node.kind !== "scalar" && node.flow && node.range.end - node.range.start > 2 && (isList(value) || isFields(value));
        const written = keepsBrackets && !isEmpty(value) ? ` ${renderFlow(value, style)}` : renderBlock(value, (0, position.o0)(text, entry2.keyRange.start), style);
        return written.startsWith(" ") ? replaceOnKeyLine(text, entry2, node, written) : replaceBelowKey(text, entry2, node, written);
      }
      function replaceOnKeyLine(text, entry2, node, written) {
        const { start, end } = node.range;
        if (start === end)
          return { range: node.range, text: written };
        const colon = endOfColon(text, entry2);
        const gap = text.slice(colon, start);
        if (node.kind === "scalar" || !gap.includes("\n"))
          return { range: node.range, text: written.slice(1) };
        const anchor = /^[^#\r\n]*/.exec(gap)?.[0].trimEnd() ?? "";
        return { range: { start: colon + anchor.length, end }, text: written };
      }
      function replaceBelowKey(text, entry2, node, written) {
        const { start, end } = node.range;
        const lineEnd = (0, position.vT)(text, end);
        if (start === end)
          return { range: { start: lineEnd, end: lineEnd }, text: written };
        const isBelow = text.slice(endOfColon(text, entry2), start).includes("\n");
        if (isBelow)
          return { range: { start: (0, position.mT)(text, start), end }, text: written };
        const comment = text.slice(end, lineEnd);
        return { range: { start: (0, position.mT)(text, start), end: lineEnd }, text: (comment.trim() && comment) + written };
      }
      function endOfColon(text, { keyRange }) {
        return text.indexOf(":", keyRange.end) + 1;
      }
      ;
      function removal(document, path, style) {
        const { text } = document;
        const parent = descend(document, path.slice(0, -1));
        const { node } = parent;
        const step = path.at(-1);
        if (node.kind === "scalar")
          return void 0;
        const index = node.kind === "mapping" ? node.entries.findIndex(({ key }) => key === step) : Number(step);
        const parts = node.flow || node.kind === "mapping" ? partsOf(node) : partsWithDashes(text, node);
        const part = parts[index];
        if (!part)
          return void 0;
        if (parts.length === 1)
          return replacement(document, parent, node.kind === "mapping" ? {} : [], style);
        return node.flow ? removeFromBrackets(text, parts[index - 1], part, parts[index + 1]) : removeLines(text, part, parts[index + 1]);
      }
      function partsWithDashes(text, { items, range }) {
        const dash = `
${" ".repeat((0, position.o0)(text, range.start))}-`;
        return items.map((item2, index) => {
          const previous = items[index - 1];
          return {
            start: previous ? text.indexOf(dash, previous.range.end) + dash.length - 1 : range.start,
            end: item2.range.end
          };
        });
      }
      function removeFromBrackets(text, previous, { start, end }, next) {
        const gap = next ? { start, end: next.start } : { start: previous?.end ?? start, end };
        const around = text.slice(gap.start, start) + text.slice(end, gap.end);
        if (!around.includes("#"))
          return { range: gap, text: "" };
        const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0;
        return { range: { start, end: end + comma }, text: "" };
      }
      function removeLines(text, { start, end }, next) {
        const lineEnd = (0, position.vT)(text, end);
        const isCommented = text.slice(end, lineEnd).trim() !== "";
        const isAlone = (0, position.YF)(text, start) !== void 0;
        if (!isAlone && next && !text.slice(end, next.start).includes("#"))
          return { range: { start, end: next.start }, text: "" };
        if (!isAlone || isCommented)
          return { range: { start, end: end + text.slice(end, lineEnd).search(/\S|$/) }, text: "" };
        const nextLine = text.indexOf("\n", lineEnd) + 1;
        if (nextLine > 0)
          return { range: { start: (0, position.C2)(text, start), end: nextLine }, text: "" };
        const lineStart = (0, position.C2)(text, start);
        return { range: { start: lineStart - (text[lineStart - 2] === "\r" ? 2 : 1), end: lineEnd }, text: "" };
      }
      ;
      function styleOf({ text, range, tree, style }) {
        if (style)
          return style;
        const seen = {
          indent: count(),
          listIndent: count(),
          flowLists: count(),
          quotes: /* @__PURE__ */ new Map(),
          keyQuotes: count()
        };
        const flow2 = { quotedKeys: count(), gap: count(), indent: count() };
        observe(tree, void 0, "");
        const inside = text.indexOf("\n", range.start);
        const lineBreak = inside === -1 || inside >= range.end ? text.indexOf("\n") : inside;
        return {
          eol: text[lineBreak - 1] === "\r" ? "\r\n" : "\n",
          indent: mostFrequent(seen.indent) ?? 2,
          listIndent: mostFrequent(seen.listIndent) ?? 2,
          flowLists: mostFrequent(seen.flowLists) ?? false,
          quotes: mostFrequent(votesOf(seen.quotes)) ?? "plain",
          keyQuotes: mostFrequent(seen.keyQuotes) ?? "plain",
          json: tree.kind === "mapping" && tree.flow && !flow2.quotedKeys.has(false),
          gap: mostFrequent(flow2.gap) ?? " ",
          flowIndent: mostFrequent(flow2.indent) ?? "  "
        };
        function observe(node, keyColumn, key) {
          if (node.kind === "scalar" && typeof node.value === "string" && node.style !== "block")
            add(getOrMake(seen.quotes, key), node.style);
          if (node.kind === "sequence")
            observeList(node, keyColumn, key);
          if (node.kind === "mapping")
            observeMapping(node, keyColumn);
        }
        function observeList(list2, keyColumn, key) {
          if (list2.items.length > 0 && list2.items.every(({ kind }) => kind === "scalar"))
            add(seen.flowLists, list2.flow);
          if (list2.flow)
            observeBrackets(list2, list2.items[0]?.range.start);
          const indent = (0, position.o0)(text, list2.range.start) - (keyColumn ?? 0);
          if (!list2.flow && keyColumn !== void 0 && indent >= 0)
            add(seen.listIndent, indent);
          for (const item2 of list2.items)
            observe(item2, void 0, key);
        }
        function observeMapping(mapping2, keyColumn) {
          const column = mapping2.flow ? void 0 : (0, position.o0)(text, mapping2.range.start);
          if (column !== void 0 && keyColumn !== void 0 && column > keyColumn)
            add(seen.indent, column - keyColumn);
          if (mapping2.flow)
            observeBrackets(mapping2, mapping2.entries[0]?.keyRange.start);
          for (const { key, keyRange, node } of mapping2.entries) {
            if (mapping2.flow) {
              add(flow2.quotedKeys, text[keyRange.start] === '"');
              add(flow2.gap, /\s/.test(text[keyRange.end + 1] ?? " ") ? " " : "");
            } else
              add(seen.keyQuotes, quotesAt(text, keyRange.start));
            observe(node, column, key);
          }
        }
        function observeBrackets({ range: range2 }, first) {
          if (first === void 0 || !text.slice(range2.start, first).includes("\n"))
            return;
          const outer = /^[ \t]*/.exec(text.slice((0, position.C2)(text, range2.start), range2.start))?.[0] ?? "";
          const inner = (0, position.YF)(text, first) ?? "";
          if (inner.startsWith(outer))
            add(flow2.indent, inner.slice(outer.length));
        }
      }
      function quotesAt(text, offset) {
        if (text[offset] === '"')
          return "double";
        return text[offset] === "'" ? "single" : "plain";
      }
      function count() {
        return /* @__PURE__ */ new Map();
      }
      function add(counts, value) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      function votesOf(counts) {
        const votes = count();
        for (const each of counts.values()) {
          const vote = mostFrequent(each);
          if (vote !== void 0)
            add(votes, vote);
        }
        return votes;
      }
      function getOrMake(counts, key) {
        const found = counts.get(key) ?? count();
        counts.set(key, found);
        return found;
      }
      function mostFrequent(counts) {
        return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
      }
      ;
      function applyPatch(document, patch) {
        return applyPatches(document, [patch]);
      }
      function applyPatches(document, patches) {
        let changed = document;
        for (let left = patches; left.length > 0; ) {
          const step = applyFirst(changed, left);
          if ("declined" in step)
            return step;
          changed = step.document;
          left = left.slice(step.count);
        }
        return changed;
      }
      function applyFirst(document, patches) {
        const style = styleOf(document);
        const [first] = patches;
        const start = first?.op === "remove" ? carryComments(document, first.moved ?? [], style) : document;
        const batch = planBatch(start, patches, style);
        if ("declined" in batch)
          return batch;
        const { count: count2 } = batch;
        const changed = spliceIn(start, splicesFor(start, batch.plans, style), batch.wanted, style);
        if (!("declined" in changed))
          return { document: changed, count: count2 };
        return count2 === 1 ? changed : applyFirst(document, patches.slice(0, 1));
      }
      function carryComments(document, moved, style) {
        let carried = document;
        for (const each of moved) {
          const next = spliceIn(carried, carriedComments(carried, each, style), document.value, style);
          if (!("declined" in next))
            carried = next;
        }
        return carried;
      }
      function spliceIn(document, splices, wanted, style) {
        if (splices.length === 0)
          return document;
        const { text, range } = document;
        let chunk = "";
        let end = range.start;
        for (const splice of splices) {
          chunk += text.slice(end, splice.range.start) + splice.text;
          end = splice.range.end;
        }
        const changed = reread(document, chunk + text.slice(end, range.end));
        if (typeof changed !== "string" && sameValue(changed.value, wanted))
          return { ...changed, style };
        if (splices.some((splice) => isShared(document.aliases, splice.range)))
          return { declined: sharedText };
        if (typeof changed === "string")
          return { declined: `the changed text could not be read again (${changed})` };
        return { declined: "the text is written in a way that this change would break" };
      }
      function planBatch(document, patches, style) {
        const plans = [];
        let wanted = document.value;
        let count2 = 0;
        for (const patch of patches) {
          const next = patchValue(wanted, patch);
          if (patch.op !== "set" || !sameValue(next, wanted)) {
            const plan = planFor(document, patch, style);
            if ("declined" in plan && count2 === 0)
              return plan;
            const carries = count2 > 0 && patch.op === "remove" && patch.moved !== void 0;
            if ("declined" in plan || carries || !plans.every((other) => isApart(plan, other)))
              break;
            plans.push(plan);
          }
          wanted = next;
          count2++;
        }
        return { count: count2, plans, wanted };
      }
      function isApart(plan, other) {
        const [a, b] = [plan.splice.range, other.splice.range];
        if (plan.added && other.added && a.start === b.start) {
          const { key } = plan.added.addition;
          return plan.added.into !== other.added.into || key === void 0 || key !== other.added.addition.key;
        }
        return a.end < b.start || b.end < a.start;
      }
      function splicesFor(document, plans, style) {
        const blocks = /* @__PURE__ */ new Map();
        for (const { added: added2 } of plans) {
          if (!added2)
            continue;
          const additions = blocks.get(added2.into) ?? [];
          additions.push(added2.addition);
          blocks.set(added2.into, additions);
        }
        const own = plans.flatMap(({ added: added2, splice }) => added2 ? [] : [{ splice, depth: 0 }]);
        const added = [...blocks].flatMap(([into, additions]) => insertions(document, into, additions, style).map((splice) => ({ splice, depth: into.range.start })));
        return [...own, ...added].toSorted((a, b) => a.splice.range.start - b.splice.range.start || b.depth - a.depth).map(({ splice }) => splice);
      }
      function keepComments(document, splice, { eol }) {
        const { text } = document;
        const { start, end } = splice.range;
        const lost = lostComments(document, splice);
        if (lost.length === 0)
          return splice;
        const indent = splice.text === "" ? " ".repeat((0, position.o0)(text, start + text.slice(start).search(/\S/))) : /^[ \t]*/.exec(text.slice((0, position.C2)(text, end)))?.[0] ?? "";
        const lines = (comments2) => comments2.join(eol + indent);
        if (splice.text === "" && start === (0, position.C2)(text, start) && end === (0, position.C2)(text, end))
          return { range: splice.range, text: indent + lines(lost) + eol };
        if (splice.text === "" && start === (0, position.vT)(text, start))
          return { range: splice.range, text: eol + indent + lines(lost) };
        const lineEnd = (0, position.vT)(text, end);
        const rest = text.slice(end, lineEnd);
        const isRestOpen = !/^\s*(#|$)/.test(rest);
        if (isRestOpen)
          return { range: { start, end: lineEnd }, text: `${splice.text}${rest}${eol}${indent}${lines(lost)}` };
        const comments = rest.trim() === "" ? lost : [...lost, rest.trim()];
        return { range: { start, end: lineEnd }, text: `${splice.text}${splice.text && " "}${lines(comments)}` };
      }
      function lostComments(document, { range, text }) {
        let written = text;
        return commentsIn(document, range).filter((comment) => {
          const isLost = !written.includes(comment);
          written = written.replace(comment, () => "");
          return isLost;
        });
      }
      function planFor(document, patch, style) {
        const obstacle = obstacleTo(document, patch);
        if (obstacle !== void 0)
          return { declined: obstacle };
        if (patch.op === "remove") {
          const splice = removal(document, patch.path, style);
          return splice ? { splice: keepComments(document, splice, style) } : { declined: "there is nothing to remove" };
        }
        const place = descend(document, patch.path);
        const { node, depth } = place;
        const exists = depth === patch.path.length;
        const replaceBy = (value2) => ({
          splice: keepComments(document, replacement(document, place, value2, style), style)
        });
        if (patch.op === "append" && exists && node.kind === "sequence" && node.items.length > 0)
          return planAddition(document, node, { value: patch.value }, style);
        const value = patch.op === "append" ? [patch.value] : patch.value;
        if (exists)
          return replaceBy(value);
        const [step = "", ...rest] = patch.path.slice(depth);
        return node.kind === "mapping" && node.entries.length > 0 ? planAddition(document, node, { key: String(step), value: nest(rest, value), among: patch.among }, style) : replaceBy(nest([step, ...rest], value));
      }
      function planAddition(document, into, addition, style) {
        const [splice] = insertions(document, into, [addition], style);
        if (!splice)
          return { declined: "there is nothing to add to" };
        return into.flow ? { splice: keepComments(document, splice, style) } : { splice, added: { into, addition } };
      }
      function nest(path, value) {
        return path.reduceRight((inner, step) => typeof step === "number" ? [inner] : { [step]: inner }, value);
      }
      ;
      function valueAt(value, path) {
        return path.reduce(memberOf, value);
      }
      function memberOf(value, step) {
        if (typeof step === "number")
          return isList(value) ? value[step] : void 0;
        return isFields(value) ? value[step] : void 0;
      }
      function startsWith(path, start) {
        return start.every((step, index) => path[index] === step);
      }
      function formatPath(path) {
        return path.map((step, index) => typeof step === "number" ? `[${step}]` : index > 0 ? `.${step}` : step).join("");
      }
      ;
      function mayHideWords(text) {
        return text.includes("\\") && escapes.test(text) || text.includes("!") && base64.test(text);
      }
      const escapes = /\\[xuU\r\n\u0085\u2028\u2029]/;
      const base64 = /!\S*(?:binary|%)|%TAG/;
      function findRootLines(text) {
        const lines = [];
        const [first = ""] = /^[^\n]*/.exec(text) ?? [];
        const isMarker = /^---[ \r]*$|^--- +#/.test(first);
        if (!isMarker && /^[^ \r#]/.test(first))
          lines.push(first);
        for (const { index, 0: line } of text.matchAll(edge)) {
          if (lines.length === 0 && /\n +[^ \r\n#]/.test(text.slice(0, index)))
            return void 0;
          lines.push(line.slice(1));
        }
        return lines.every((line) => /^[A-Za-z]+:(?![^ \r])/.test(line)) ? lines : void 0;
      }
      const edge = /\n[^ \r\n#][^\n]*|\r(?!\n)|[\u0085\u2028\u2029]/g;
      ;
    })
  ),
  /***/
  6896: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        C2: () => (
          /* binding */
          startOfLine
        ),
        /* harmony export */
        Cl: () => (
          /* binding */
          countLineBreaks
        ),
        /* harmony export */
        Gy: () => (
          /* binding */
          withLines
        ),
        /* harmony export */
        YF: () => (
          /* binding */
          indentBefore
        ),
        /* harmony export */
        hD: () => (
          /* binding */
          locationOf
        ),
        /* harmony export */
        mT: () => (
          /* binding */
          startOfGap
        ),
        /* harmony export */
        mh: () => (
          /* binding */
          lineAt
        ),
        /* harmony export */
        o0: () => (
          /* binding */
          columnAt
        ),
        /* harmony export */
        oZ: () => (
          /* binding */
          lineText
        ),
        /* harmony export */
        t3: () => (
          /* binding */
          countBefore
        ),
        /* harmony export */
        t6: () => (
          /* binding */
          lineStartsIn
        ),
        /* harmony export */
        vT: () => (
          /* binding */
          endOfLine
        )
        /* harmony export */
      });
      function withLines(text) {
        return { text, firstLine: 1, lineStarts: lineStartsIn(text, { start: 0, end: text.length }) };
      }
      function lineStartsIn(text, { start, end }) {
        const starts = [startOfLine(text, start)];
        for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1))
          starts.push(at + 1);
        return starts;
      }
      function lineAt(lined, offset) {
        return findLine(lined, offset).line;
      }
      function positionAt(lined, offset) {
        const { line, start } = findLine(lined, offset);
        return { line, column: Math.max(0, offset - start) + 1 };
      }
      function locationOf(document, range) {
        const { file } = document;
        return { file, range, start: positionAt(document, range.start), end: positionAt(document, range.end) };
      }
      function lineText(lined, offset) {
        const { text } = lined;
        return text.slice(findLine(lined, offset).start, endOfLine(text, offset));
      }
      function findLine({ text, firstLine, lineStarts }, offset) {
        const index = countBefore(lineStarts, offset + 1) - 1;
        const start = lineStarts[index];
        if (start !== void 0)
          return { line: firstLine + index, start };
        const from = startOfLine(text, offset);
        return { line: firstLine - countLineBreaks(text, from, lineStarts[0] ?? from), start: from };
      }
      function countLineBreaks(text, start, end) {
        let count = 0;
        for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1))
          count++;
        return count;
      }
      function countBefore(offsets, limit) {
        let low = 0;
        let high = offsets.length;
        while (low < high) {
          const middle = low + high >> 1;
          if ((offsets[middle] ?? limit) < limit)
            low = middle + 1;
          else
            high = middle;
        }
        return low;
      }
      function startOfLine(text, offset) {
        const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
        return start === 0 && text.startsWith("\uFEFF") ? 1 : start;
      }
      function endOfLine(text, offset) {
        const found = text.indexOf("\n", offset);
        const end = found === -1 ? text.length : found;
        return found > offset && text[end - 1] === "\r" ? end - 1 : end;
      }
      function columnAt(text, offset) {
        return offset - startOfLine(text, offset);
      }
      function indentBefore(text, offset) {
        const before = text.slice(startOfLine(text, offset), offset);
        return before.trim() === "" ? before : void 0;
      }
      function startOfGap(text, offset) {
        return text.slice(0, offset).trimEnd().length;
      }
    })
  ),
  /***/
  5673: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        DI: () => (
          /* binding */
          tooDeep
        ),
        /* harmony export */
        FR: () => (
          /* binding */
          excessOf
        ),
        /* harmony export */
        Kr: () => (
          /* binding */
          maxHeight
        ),
        /* harmony export */
        Ot: () => (
          /* binding */
          tooMany
        ),
        /* harmony export */
        kV: () => (
          /* binding */
          maxLexemes
        )
        /* harmony export */
      });
      var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1783);
      function excessOf(root, aliases) {
        if (isDeeper(root, maxHeight))
          return tooDeep;
        if (aliases.length === 0)
          return void 0;
        const known = /* @__PURE__ */ new Map();
        const { height, size } = weigh(root, known);
        if (height > maxHeight)
          return tooDeep;
        const repeated = size - known.size;
        const isExcessive = size > 1e3 && repeated > 100 && repeated / size > allowedShare(size);
        return isExcessive ? "Aliases make this document too large: Kubernetes refuses it. Write out what they stand for." : void 0;
      }
      const tooDeep = "This document is nested more than 1,000 levels deep. Leave its file out if it is not a manifest.";
      const tooMany = "This document has more than 700,000 tokens (words, signs and spaces). Split it, or leave its file out if it is not a manifest.";
      const maxLexemes = 7e5;
      const maxHeight = 1e3;
      function allowedShare(size) {
        return Math.max(0.1, Math.min(0.99, 0.99 - 0.89 * (size - 4e5) / 36e5));
      }
      function isDeeper(node, levels) {
        return levels === 0 || (0, _tree_js__WEBPACK_IMPORTED_MODULE_0__.LU)(node).some((child) => isDeeper(child, levels - 1));
      }
      function weigh(node, known) {
        const before = known.get(node);
        if (before)
          return before;
        const children = (node.kind === "alias" ? [node.target] : (0, _tree_js__WEBPACK_IMPORTED_MODULE_0__.LU)(node)).map((child) => weigh(child, known));
        const height = children.reduce((highest, child) => Math.max(highest, child.height + 1), 0);
        const size = children.reduce((sum, child) => sum + child.size, 1);
        known.set(node, { height, size });
        return { height, size };
      }
    })
  ),
  /***/
  7234: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        VE: () => (
          /* binding */
          isLimitSentence
        ),
        /* harmony export */
        tW: () => (
          /* binding */
          usualLimits
        ),
        /* harmony export */
        xE: () => (
          /* binding */
          excessFor
        )
        /* harmony export */
      });
      var _excess_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5673);
      const usualLimits = {
        documentCharacters: 3145728,
        documentsPerFile: 5e4,
        containersPerDocument: 1e4,
        findingsPerDocument: 2e5,
        fixCharacters: 3e7
      };
      function excessFor(limit, count, limits) {
        const most = limits[limit];
        return count > most ? `This ${subjects[limit](most.toLocaleString("en"))} (limits.${limit}). Split it, or leave it out if it is not a manifest.` : void 0;
      }
      function isLimitSentence(message) {
        return message === _excess_js__WEBPACK_IMPORTED_MODULE_0__.DI || message === _excess_js__WEBPACK_IMPORTED_MODULE_0__.Ot || /^This (document|file) .* \(limits\.\w+\)\. Split it/.test(message);
      }
      const subjects = {
        documentCharacters: (most) => `document has more than ${most} characters`,
        documentsPerFile: (most) => `file holds more than ${most} documents`,
        containersPerDocument: (most) => `document has more than ${most} containers`,
        findingsPerDocument: (most) => `document has more than ${most} findings, each counted for every container`
      };
    })
  ),
  /***/
  9818: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        Rg: () => (
          /* binding */
          resolvePlain
        ),
        /* harmony export */
        ht: () => (
          /* binding */
          resolveTagged
        ),
        /* harmony export */
        xT: () => (
          /* binding */
          keyName
        )
        /* harmony export */
      });
      function resolvePlain(text) {
        const word = text.length <= longestWord ? words.get(text) : void 0;
        if (word !== void 0)
          return word;
        return startsNumber(text.charCodeAt(0)) ? resolveNumber(text) ?? text : text;
      }
      function startsNumber(code) {
        return code >= 48 && code <= 57 || code === 43 || code === 45 || code === 46;
      }
      function resolveTagged(tag, text) {
        const value = resolvePlain(text);
        switch (tag.replace("tag:yaml.org,2002:", "!!")) {
          case "!!null":
            return value === null ? null : void 0;
          case "!!bool":
            return typeof value === "boolean" ? value : void 0;
          case "!!int":
            return parseInteger(text) === void 0 ? void 0 : value;
          case "!!float":
            return typeof value === "number" && !isUnsigned(parseInteger(text) ?? 0n) ? value : void 0;
          case "!!timestamp":
            return isTimestamp(text) ? text : void 0;
          case "!!binary":
            return decodeBase64(text);
          default:
            return text;
        }
      }
      function keyName(value, text) {
        if (value === null)
          return void 0;
        if (typeof value !== "number")
          return String(value);
        const integer = parseInteger(text);
        if (integer === void 0)
          return formatFloat(value);
        return isUnsigned(integer) ? void 0 : String(integer);
      }
      const words = new Map([
        ...["", "~", "null", "Null", "NULL"].map((word) => [word, null]),
        ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word) => [word, true]),
        ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map((word) => [word, false]),
        ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word) => [word, Number.POSITIVE_INFINITY]),
        ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, Number.NEGATIVE_INFINITY]),
        ...[".nan", ".NaN", ".NAN"].map((word) => [word, Number.NaN])
      ]);
      const longestWord = Math.max(...[...words.keys()].map((word) => word.length));
      function resolveNumber(text) {
        if (/^(0|[1-9]\d{0,14})$/.test(text))
          return Number(text);
        const integer = parseInteger(text);
        if (integer !== void 0)
          return Number(integer);
        const digits = text.startsWith(".") ? text.replace(/(?<=\d)_(?=\d)/g, "") : text.replaceAll("_", "");
        const value = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(digits) ? Number(digits) : void 0;
        return value !== void 0 && Number.isFinite(value) ? value || 0 : void 0;
      }
      function parseInteger(text) {
        const [, sign, prefix = "", digits = ""] = /^([-+]?)(0[xXoObB]|0(?=[0-7])|)([0-9a-fA-F]+)$/.exec(text.replaceAll("_", "")) ?? [];
        const isWritten = { "": /^(0|[1-9]\d*)$/, "0": /^[0-7]+$/, "0x": /^/, "0o": /^[0-7]+$/, "0b": /^[01]+$/ }[prefix.toLowerCase()]?.test(digits);
        if (!isWritten || text.startsWith("_"))
          return void 0;
        const size = BigInt((prefix === "0" ? "0o" : prefix) + digits);
        const integer = sign === "-" ? -size : size;
        return integer >= -(2n ** 63n) && integer < (sign === "" ? 2n ** 64n : 2n ** 63n) ? integer : void 0;
      }
      function isUnsigned(integer) {
        return integer >= 2n ** 63n;
      }
      function formatFloat(value) {
        const single = Math.fround(value);
        if (!Number.isFinite(single))
          return Number.isNaN(single) ? ".nan" : single > 0 ? ".inf" : "-.inf";
        const shortest = Array.from({ length: 9 }, (_, digits) => single.toExponential(digits)).find((written) => Math.fround(Number(written)) === single);
        const [mantissa = "0", exponent = "0"] = (shortest ?? String(single)).split("e");
        const power = Number(exponent);
        if (power >= -4 && power < 6)
          return Number(`${mantissa}e${power}`).toFixed(Math.max(0, mantissa.replace(/^-?\d\.?/, "").length - power));
        return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
      }
      function decodeBase64(text) {
        const digits = text.replace(/[\r\n]/g, "");
        if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits))
          return void 0;
        return new TextDecoder().decode(Uint8Array.from(atob(digits), (character) => character.charCodeAt(0)));
      }
      function isTimestamp(text) {
        const zone = "(?:Z|[-+](?:[01]\\d|2[0-4]):[0-5]\\d)";
        const time = "(?:[01]?\\d|2[0-3]):[0-5]?\\d:[0-5]?\\d(?:[.,]\\d+)?";
        const found = new RegExp(`^(\\d{4})-(\\d\\d?)-(\\d\\d?)(?:[Tt]${time}${zone}| ${time})?$`).exec(text);
        const [year = 0, month = 0, day = 0] = (found ?? []).slice(1).map(Number);
        const isLeap = year % 4 === 0 && year % 100 !== 0 || year % 400 === 0;
        const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
        return day >= 1 && day <= days;
      }
    })
  ),
  /***/
  1783: (
    /***/
    ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
      __webpack_require__.d(__webpack_exports__, {
        /* harmony export */
        LU: () => (
          /* binding */
          childrenOf
        ),
        /* harmony export */
        _3: () => (
          /* binding */
          evaluate
        ),
        /* harmony export */
        hd: () => (
          /* binding */
          resolve
        ),
        /* harmony export */
        w4: () => (
          /* binding */
          findEntry
        )
        /* harmony export */
      });
      function resolve(node) {
        return node.kind === "alias" ? node.target : node;
      }
      function childrenOf(node) {
        if (node.kind === "sequence")
          return node.items;
        return node.kind === "mapping" ? node.entries.map((entry) => entry.node) : [];
      }
      function evaluate(tree) {
        const evaluation = { shared: /* @__PURE__ */ new Map(), mayRepeatKeys: false };
        return { value: toValue(tree, evaluation), mayRepeatKeys: evaluation.mayRepeatKeys };
      }
      function toValue(node, evaluation) {
        if (node.kind === "scalar")
          return node.value;
        if (node.kind === "alias")
          return toSharedValue(node.target, evaluation);
        return node.kind === "sequence" ? node.items.map((item) => toValue(item, evaluation)) : toFields(node, evaluation);
      }
      function toSharedValue(node, evaluation) {
        const value = evaluation.shared.get(node) ?? toValue(node, evaluation);
        evaluation.shared.set(node, value);
        return value;
      }
      function toFields({ entries }, evaluation) {
        const fields = /* @__PURE__ */ Object.create(null);
        for (const entry of entries) {
          if (entry.merge)
            for (const source of mergedBy(entry).toReversed())
              Object.assign(fields, toSharedValue(source, evaluation));
          else {
            evaluation.mayRepeatKeys ||= entry.key in fields;
            fields[entry.key] = toValue(entry.node, evaluation);
          }
        }
        return fields;
      }
      function findEntry(mapping, key) {
        const { entries } = mapping;
        const needsIndex = entries.length > 32 || entries.some(({ merge }) => merge);
        return needsIndex ? entriesInForce(mapping).get(key) : entries.findLast((entry) => entry.key === key);
      }
      function entriesInForce(mapping) {
        const known = indexes.get(mapping);
        if (known)
          return known;
        const index = /* @__PURE__ */ new Map();
        for (const entry of mapping.entries) {
          if (!entry.merge)
            index.set(entry.key, entry);
          for (const source of entry.merge ? mergedBy(entry).toReversed() : [])
            for (const [key, each] of entriesInForce(source))
              index.set(key, { ...each, mergeKey: entry.keyRange });
        }
        indexes.set(mapping, index);
        return index;
      }
      const indexes = /* @__PURE__ */ new WeakMap();
      function mergedBy({ node }) {
        const sources = node.kind === "sequence" ? node.items.map(resolve) : [resolve(node)];
        return sources.filter((source) => source.kind === "mapping");
      }
    })
  )
};
