import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { configurationSchema, type Schema } from "../policy/index.ts";
import { countByMode, describeModes } from "../report/summary.ts";
import { formatCount } from "../report/words.ts";
import { reasonOf, UsageError } from "../source/errors.ts";
import { displayPath } from "../source/files.ts";
import { baselineName, configurationName, findRoot, refuseLinkOut } from "../source/own-files.ts";
import { parseOptions } from "./options.ts";
import { resolvePolicy } from "./policy-in-force.ts";
import { remarkProblems, reviewPaths } from "./review-paths.ts";
import { say } from "./streams.ts";

/** What `secctx init` takes. */
export const initOptions = {} as const;

const workflowName = ".github/workflows/secctx.yml";

/** `secctx init`: writes the configuration, with every default as a comment, and the workflow. Asks nothing and overwrites nothing. */
export async function runInit(args: readonly string[]): Promise<number> {
  const { positionals } = parseOptions("init", args, initOptions);
  if (positionals.length > 0)
    throw new UsageError(`init "${positionals[0]}": init takes no path. It writes to the root of the repository.`);
  const root = findRoot();
  const files = [
    { name: configurationName, text: renderConfiguration(configurationSchema()) },
    { name: workflowName, text: workflowText },
  ];
  const taken = files
    .flatMap(({ name }) => [".yaml", ".yml"].map((end) => name.replace(/\.ya?ml$/, end)))
    .find((name) => existsSync(join(root, name)));
  if (taken)
    throw new UsageError(
      `${displayPath(join(root, taken))} already exists, so nothing was written. Move it away to start again.`,
    );
  for (const { name } of files) refuseLinkOut(root, join(root, name));
  for (const { name, text } of files) writeNewFile(join(root, name), text);
  const result = await reviewPaths([displayPath(root)], await resolvePolicy({}, { appliesBaseline: true }));
  await remarkProblems(result.problems);
  const isPartial = result.verdict === "error";
  const findings = result.findings.filter(({ ignored }) => !ignored);
  const lines = [
    `Wrote ${files.map(({ name }) => displayPath(join(root, name))).join(" and ")}. Replace OWNER and FULL-COMMIT-SHA there with the owner and the commit of secctx that you trust.`,
    findings.length === 0
      ? `Nothing is found today${isPartial ? " in what could be evaluated" : ""}.`
      : `Today there ${findings.length === 1 ? "is" : "are"} ${formatCount(findings.length, "finding")} (${describeModes(countByMode(findings))}). To start with only new ones, accept these: secctx baseline writes ${baselineName}.`,
  ];
  await say(`${lines.join("\n")}\n`);
  return 0;
}

function writeNewFile(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    throw new UsageError(`${displayPath(file)}: it could not be written: ${reasonOf(error)}.`);
  }
}

/** The workflow of the quick start in README.md. */
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

/** Examples of the keys that have no default. */
const examples: Readonly<Record<string, string>> = {
  gate: "gate: new",
  extends: "extends: acme/policy/secctx.yaml@v1",
  files: 'files: ["**/*.yaml", "**/*.yml", "**/*.json", "!vendor/**"]',
  rules: "rules:\n  read-only-root-filesystem: warn",
  namespaces: "namespaces:\n  kube-system: privileged\n  team-*: {enforce: restricted, version: latest}",
  workloads: "workloads:\n  - apiVersion: example.com/*\n    kind: Engine\n    podTemplate: spec.template",
  exemptions:
    "exemptions:\n  - rules: [privileged, host-namespaces]\n    kinds: [DaemonSet]\n    namespaces: [kube-system]\n    names: [cilium]\n" +
    "    reason: The CNI plugin sets up the node's network.\n    expires: 2999-06-30",
  fix: "fix:\n  runAsUser: 10001\n  runAsGroup: 10001\n  writablePaths:\n    - image: nginx*\n      paths: [/var/cache/nginx, /var/run]",
  sarifFile: "sarifFile: secctx.sarif",
  jsonFile: "jsonFile: secctx.json",
  htmlFile: "htmlFile: secctx.html",
};

function renderConfiguration({ properties = {} }: Schema): string {
  const sections = Object.entries(properties).map(([key, schema]) => {
    const setting = examples[key] ?? renderDefault(key, schema);
    return `# ${schema.description}\n${setting.replace(/^/gm, "#")}\n`;
  });
  const head = `# yaml-language-server: $schema=https://raw.githubusercontent.com/OWNER/secctx/FULL-COMMIT-SHA/schema/config.schema.json
# The policy by which secctx reviews this repository. Each commented value is the default, or an example if there is no default.
`;
  return [head, ...sections].join("\n");
}

function renderDefault(key: string, { default: fallback, properties }: Schema): string {
  const inner = Object.entries(properties ?? {}).map(([name, schema]) => `\n  ${renderDefault(name, schema)}`);
  return inner.length > 0 ? `${key}:${inner.join("")}` : `${key}: ${String(fallback)}`;
}
