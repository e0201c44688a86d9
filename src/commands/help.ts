import { UsageError } from "../source/errors.ts";

/** Returns what `--help` prints: an overview, or the options of a command. Throws a UsageError if there is no such command. */
export function getHelp(command?: string): string {
  if (command === undefined) return overview;
  const found = Object.hasOwn(commandHelp, command) ? commandHelp[command] : undefined;
  if (found !== undefined) return found;
  throw new UsageError(
    `help "${command}": there is no such command. Commands: ${Object.keys(commandHelp).join(", ")}.`,
  );
}

const overview = `secctx reviews Kubernetes security contexts: what each container may effectively do,
what is wrong with it, on which line, and the hardened YAML.

Usage:
  secctx [check] [PATH|GLOB|-]...   report findings; the exit status is the gate
  secctx fix [PATH|GLOB|-]...       write the hardened YAML into the files
  secctx effective [PATH|GLOB|-]... show what each container gets, and who set it
  secctx namespaces [PATH|GLOB|-]... show which Pod Security level each namespace can enforce
  secctx images [PATH|GLOB|-]...    read the images of the manifests, for --images-from
  secctx explain [RULE]             show the page of a rule; without RULE, list the rules
  secctx merge FILE...              merge the JSON reports of shards or repositories, and give the verdict
  secctx baseline [PATH|GLOB]...    accept today's findings, so that only new ones count
  secctx init                       write a configuration and a workflow
  secctx help COMMAND               show the options of a command; so does COMMAND --help
  secctx --version

A path is a file, a folder, a quoted pattern, or - for standard input. The default is the working
directory. In a folder, hidden folders, node_modules and what git ignores are skipped.
Exit status: 0 the gate passes, 1 findings fail it, 2 the work could not be done.
`;

const levelHelp = `
Policy:
  --enforce LEVEL             violations of LEVEL or a weaker level fail the gate (default restricted)
  --warn LEVEL                the same for warnings (default hardened)
  --audit LEVEL               the same for notices (default hardened)
                              LEVEL, weakest first: privileged, baseline, restricted, hardened
  --kubernetes-version V      the release to judge by: latest (default), or one such as 1.34
  --config FILE               the configuration (default: the nearest .secctx.yaml, up to the root); or
                              OWNER/REPOSITORY/PATH@REF, a shared policy in a clone
  --policy-clone OWNER/REPOSITORY=PATH
                              the clone that a shared policy of OWNER/REPOSITORY is read from, at its
                              ref; nothing is fetched; may be repeated
  --no-config                 read no configuration; the baseline still applies
`;

const imageHelp = `
Images:
  --images[=layers]           ask the registries for the user, the volumes and the ports of the images;
                              with layers, download their layers too, for the capabilities that
                              programs carry in their files; images: in the configuration does the same
  --images-from FILE          read them from a file that secctx images has written
  --insecure-registry HOST    a registry that may be asked without encryption; may be repeated
`;

const renderHelp = `
Helm charts and Kustomize overlays:
  --render auto|true|false    render them with helm, and with kustomize or kubectl; what can't be
                              rendered is an error (auto, the default, and true). With false, they
                              are not evaluated, and a note says so
  --values FILE               render the one chart among the paths with these values, instead of those
                              that it brings along or the configuration names; may be repeated, and
                              the last file wins
`;

const outputHelp = `
Output:
  --color, --no-color         use colours or not, whatever the terminal (also FORCE_COLOR, NO_COLOR)
`;

const policyHelp = levelHelp + imageHelp + renderHelp + outputHelp;

const commandHelp: Readonly<Record<string, string>> = {
  baseline: `secctx baseline [PATH|GLOB]...

Writes .secctx-baseline.json at the root of the repository. It holds today's findings, each with its
file and how often it is there, and they no longer count. A finding in another file, one more of a
kind, and one that gets worse count. What is gone is taken out. With PATH, only findings there are
added and none is taken out.
Ends with 2 if something could not be evaluated: it is named, not accepted, and what was accepted
there stays so.

  --prune                     accept nothing, and only take out what is gone; with PATH, below it. What
                              moved to another file is written with that file
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
  --gate all|new|none         all: every finding counts (default); new: only those that the change
                              introduces or worsens, and others are notices; needs --changed;
                              none: report only, and fail for what could not be evaluated
  --shard I/N                 review only the I-th of N shares of the files, such as 2/8; secctx merge
                              merges the JSON reports of all shares
  --exit-zero                 end with 0 even if findings fail the gate
  --show-config               print the policy in force, and where each value comes from, then stop
${policyHelp}  --quiet                     print problems, the table of rules and the verdict only
`,
  fix: `secctx fix [PATH|GLOB|-]...

Writes the hardened YAML into the files. Every byte outside of a fix stays as it is.
Ends with 0, or with 2 if a file could not be read or written.

  --diff                      print the changes as a patch for git apply, and write nothing
  --safe                      apply only fixes that cannot stop a container that works today
  --rule ID                   apply only the fixes of this rule; may be repeated
  --container NAME            apply only fixes that change no other container; may be repeated. A fix
                              on the pod changes all containers that have no value of their own
  --run-as-user N             the user id that fixes may write
  --run-as-group N            the group id that fixes may write
${policyHelp}  --quiet                     print problems only
`,
  images: `secctx images [PATH|GLOB|-]...

Reads the configurations of the manifests' images from their registries, with the logins of
docker login, and prints the JSON that --images-from takes.
Ends with 0, or with 2 if an image or a file could not be read.

  --config FILE               the configuration (default: the nearest .secctx.yaml, up to the root)
  --policy-clone OWNER/REPOSITORY=PATH
                              the clone that a shared policy of OWNER/REPOSITORY is read from
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

With --format markdown or html, the reports are those of repositories, each named
OWNER/REPOSITORY.json, and become a table of repositories and rules. Ends as the worst of them.

  --format FORMAT             json (default): the report of one run; markdown, html: the table
  --output FILE               write what comes of it to FILE, and the verdict to standard output
  --exit-zero                 end with 0 even if findings fail the gate
`,
  explain: `secctx explain [RULE]

Prints the page of a rule: what it says, why it matters, a bad and a good example, how to fix it, and
when not to. Without RULE, lists the rules.

Output:
  --color, --no-color         use colours or not, whatever the terminal (also FORCE_COLOR, NO_COLOR)
`,
  namespaces: `secctx namespaces [PATH|GLOB|-]...

Prints for each namespace the strictest level of the Pod Security Standards that all of its workloads
pass, what keeps it from the next level, and the labels that make the cluster enforce it. Labels that
the Namespace has today are compared with what its workloads pass.
enforce: is at most --enforce; warn: and audit: are those of the policy, at most restricted.
Ends with 0, or with 2 if something could not be evaluated.

  --format FORMAT             the format of the report: text (default), json, markdown
${levelHelp}${renderHelp}${outputHelp}  --quiet                     print only the table, and what could not be evaluated
`,
  effective: `secctx effective [PATH|GLOB|-]...

Prints the effective value of every field for each container, who set it and on which line, then what
the process gets and what Pod Security Admission answers.
Ends with 0, or with 2 if something could not be evaluated.
${policyHelp}  --quiet                     print only what Pod Security Admission answers, and problems
`,
};
