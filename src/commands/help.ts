/** What `--help` prints; with a command's name, its options. */
export function help(command = ""): string {
  return commands[command] ?? overview;
}

const overview = `secctx reviews Kubernetes security contexts: what each container may effectively do, what is wrong, on which line, and the hardened YAML.

Usage:
  secctx [check] [PATH|GLOB|-]...   findings; the exit status is the gate
  secctx fix [PATH]...              write the hardened YAML into the files
  secctx effective [PATH]...        what each container gets, and who said so
  secctx explain [RULE]             what a rule says and why; without RULE the list
  secctx --version | --help | help COMMAND

A path is a file, a folder, a quoted pattern, or - for standard input; none means the working directory.
Exit status: 0 the gate passes, 1 findings fail it, 2 the work could not be done.
`;

const policy = `
Policy:
  --enforce LEVEL             findings of this level fail the gate (default restricted)
  --warn LEVEL                findings up to this level are warnings (default hardened)
  --audit LEVEL               findings up to this level are notices (default hardened)
                              LEVEL: privileged, baseline, restricted, hardened
  --kubernetes-version V      latest (default) or a release such as 1.34
  --no-config                 do not read .secctx.yaml
  --quiet                     only the verdict
  --color, --no-color         colours or none, whatever the terminal (also FORCE_COLOR, NO_COLOR)
`;

const commands: Readonly<Record<string, string>> = {
  check: `secctx check [PATH|GLOB|-]...

Reports findings. The exit status is the gate.

  --format text|json          the report's format (default text); may be given several times
  --output FILE               write the report to FILE; the first belongs to the first --format, and so on
  --gate all                  every finding counts
  --exit-zero                 end with 0 although findings fail the gate
${policy}`,
  fix: `secctx fix [PATH]...

Writes the hardened YAML into the files. Every byte outside of a fix stays as it is.

  --diff                      print the change as a patch for git apply, and write nothing
  --safe                      only fixes that cannot stop a container that works today
  --rule ID                   only the fixes of this rule; may be given several times
  --run-as-user N             the user id that fixes may write
  --run-as-group N            the group id that fixes may write
${policy}`,
  explain: `secctx explain [RULE]

Prints a rule's page: what it says, why it matters, a bad and a good example, how to fix it, when not to. Without RULE the list of rules.

  --color, --no-color         colours or none, whatever the terminal
`,
  effective: `secctx effective [PATH]...

Prints, for each container, every field's effective value, who set it and on which line, the capabilities, and what Pod Security Admission answers.
${policy}`,
};
