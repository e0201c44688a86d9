export const id = 895;
export const ids = [895];
export const modules = {

/***/ 2895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   getHelp: () => (/* binding */ getHelp)
/* harmony export */ });
/* harmony import */ var _source_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6634);

/** Returns what `--help` prints: an overview, or the options of a command. Throws a UsageError if there is no such command. */
function getHelp(command) {
    if (command === undefined)
        return overview;
    const found = Object.hasOwn(commandHelp, command) ? commandHelp[command] : undefined;
    if (found !== undefined)
        return found;
    throw new _source_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .eb(`help "${command}": there is no such command. Commands: ${Object.keys(commandHelp).join(", ")}.`);
}
const overview = `secctx reviews Kubernetes security contexts: what each container may effectively do,
what is wrong, on which line, and the hardened YAML.

Usage:
  secctx [check] [PATH|GLOB|-]...   findings; the exit status is the gate
  secctx fix [PATH|GLOB|-]...       write the hardened YAML into the files
  secctx effective [PATH|GLOB|-]... what each container gets, and who said so
  secctx images [PATH|GLOB|-]...    what the manifests' images say, for --images-from
  secctx explain [RULE]             what a rule says and why; without RULE the list
  secctx merge FILE...              join the JSON reports of shards, and give the verdict
  secctx baseline [PATH|GLOB]...    accept today's findings, so that only what comes counts
  secctx init                       write a configuration and the workflow
  secctx help COMMAND               a command's options; also COMMAND --help
  secctx --version

A path is a file, a folder, a quoted pattern, or - for standard input; none means the working
directory. In a folder, what git ignores, hidden folders and node_modules are passed over.
Exit status: 0 the gate passes, 1 findings fail it, 2 the work could not be done.
`;
const policyHelp = `
Policy:
  --enforce LEVEL             what breaks this level or a weaker one fails the gate (default restricted)
  --warn LEVEL                the same for warnings (default hardened)
  --audit LEVEL               the same for notices (default hardened)
                              LEVEL, weakest first: privileged, baseline, restricted, hardened
  --kubernetes-version V      the release that judges: latest (default), or one such as 1.34
  --config FILE               the configuration (default: the nearest .secctx.yaml up to the root)
  --no-config                 read no configuration; the baseline holds all the same

Images:
  --images                    ask the registries what the images say: user, volumes, ports; the
                              configuration's images: true does the same
  --images-from FILE          take that from a file, which secctx images writes
  --insecure-registry HOST    a registry that may be asked without encryption; may be given several times

Output:
  --color, --no-color         colours or none, whatever the terminal (also FORCE_COLOR, NO_COLOR)
`;
const commandHelp = {
    baseline: `secctx baseline [PATH|GLOB]...

Writes .secctx-baseline.json at the root of the repository: the findings of today, which no longer
count. Run it again to take out what is gone. A finding that gets worse is not accepted any more.
With PATH it only adds what is found there. Ends with 2 where something could not be evaluated.
${policyHelp}  --quiet                     only problems
`,
    init: `secctx init

Writes .secctx.yaml, in which every default stands as a comment, and .github/workflows/secctx.yml.
Nothing that is there is overwritten.
`,
    check: `secctx check [PATH|GLOB|-]...

Reports findings. The exit status is the gate.

  --format FORMAT             the report's format (default text); may be given several times:
                              text, json, sarif, github, markdown, html, junit
  --output FILE               write that report to FILE, one for each --format; - is standard output
  --changed[=REV]             only what changed since the merge base with REV, committed or not (default:
                              the branch's upstream, else origin's HEAD); --changed REV does the same
  --gate all|new              all: every finding counts (default); new: only what the change brings or
                              makes worse, the others are notices; needs --changed
  --shard I/N                 only the I-th of N shares of the files, such as 2/8; secctx merge joins the
                              JSON reports of all of them
  --exit-zero                 end with 0 although findings fail the gate
  --show-config               print the policy in force and where each value comes from, and stop
${policyHelp}  --quiet                     only problems and the verdict
`,
    fix: `secctx fix [PATH|GLOB|-]...

Writes the hardened YAML into the files. Every byte outside of a fix stays as it is.
Ends with 0, or with 2 where a file could not be read or written.

  --diff                      print the change as a patch for git apply, and write nothing
  --safe                      only fixes that cannot stop a container that works today
  --rule ID                   only the fixes of this rule; may be given several times
  --run-as-user N             the user id that fixes may write
  --run-as-group N            the group id that fixes may write
${policyHelp}  --quiet                     only problems
`,
    images: `secctx images [PATH|GLOB|-]...

Reads the configuration of the manifests' images from their registries, with the logins of
docker login, and prints the JSON that --images-from takes.
Ends with 0, or with 2 where an image or a file could not be read.

  --config FILE               the configuration (default: the nearest .secctx.yaml up to the root)
  --no-config                 read no configuration
  --insecure-registry HOST    a registry that may be asked without encryption; may be given several times
  --quiet                     only the images that could not be read, and problems
`,
    merge: `secctx merge FILE...

Joins the JSON reports that check --shard I/N wrote, of all N shards of a scan, into the report that
one run would have written, and says the verdict. Ends as that run would: 0 the gate passes, 1
findings fail it, 2 something could not be evaluated, or the reports do not belong together.

  --output FILE               write the joined report to FILE; the verdict is printed in its place
`,
    explain: `secctx explain [RULE]

Prints a rule's page: what it says, why it matters, a bad and a good example, how to fix it, when
not to. Without RULE the list of rules.

Output:
  --color, --no-color         colours or none, whatever the terminal (also FORCE_COLOR, NO_COLOR)
`,
    effective: `secctx effective [PATH|GLOB|-]...

Prints, for each container, every field's effective value, who set it and on which line, what the
process gets, and what Pod Security Admission answers.
Ends with 0, or with 2 where something could not be evaluated.
${policyHelp}  --quiet                     only what Pod Security Admission answers, and problems
`,
};


/***/ })

};
