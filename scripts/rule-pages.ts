/** Rewrites the heads of docs/rules/*.md from the rules themselves. With `--check`: says what is stale, and changes nothing. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Rule, rules } from "../src/rules/index.ts";

const folder = join(dirname(import.meta.dirname), "docs/rules");
const [start, end] = ["<!-- generated -->", "<!-- /generated -->"];

process.exitCode = main(process.argv.slice(2));

function main(options: readonly string[]): number {
  const pages = rules.map((rule) => ({ name: `${rule.id}.md`, text: page(rule) }));
  const stale = pages.filter(
    ({ name, text }) => !existsSync(join(folder, name)) || readFileSync(join(folder, name), "utf8") !== text,
  );
  if (options.includes("--check")) {
    for (const { name } of stale) console.error(`docs/rules/${name} is stale: run \`npm run docs\``);
    return stale.length === 0 ? 0 : 1;
  }
  for (const { name, text } of stale) writeFileSync(join(folder, name), text);
  return 0;
}

function page(rule: Rule): string {
  const file = join(folder, `${rule.id}.md`);
  const written = existsSync(file) ? readFileSync(file, "utf8") : "";
  const body = written.includes(end) ? written.slice(written.indexOf(end) + end.length) : "\n";
  return `${start}\n${head(rule)}\n${end}${body}`;
}

function head({ id, summary, level, mode, controls, references }: Rule): string {
  const { cis = [], nsa, cwe = [] } = references;
  const rows = [
    ["level", mode === "warn" ? `${level}, never more than a warning` : level],
    ...controls.map((control) => [
      "Pod Security Standards",
      `\`${control.id}\` (${control.level}), revisions since ${control.revisions.map(({ since }) => `v1.${since}`).join(", ")}`,
    ]),
    ...(cis.length > 0 ? [["CIS Kubernetes Benchmark v1.12", cis.join(", ")]] : []),
    ...(nsa ? [["NSA/CISA Kubernetes Hardening Guide", nsa]] : []),
    ...(cwe.length > 0 ? [["CWE", cwe.join(", ")]] : []),
  ];
  return `# ${id}\n\n${summary}\n\n| | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join("\n")}`;
}
