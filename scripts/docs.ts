/** Rewrites what README.md takes from the code, between its markers. With `--check`: says what is stale, and changes nothing. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { defaultPolicy } from "../src/policy/index.ts";
import { review } from "../src/review.ts";
import { rules } from "../src/rules/index.ts";

const root = dirname(import.meta.dirname);

/** What stands between `<!-- NAME -->` and `<!-- /NAME -->`. */
const parts: Readonly<Record<string, () => string | Promise<string>>> = {
  excerpt,
  rules: ruleTable,
  inputs: () => table(["input", "meaning"], entries("inputs")),
  outputs: () => table(["output", "meaning"], entries("outputs")),
};

process.exitCode = await main(process.argv.slice(2));

async function main(options: readonly string[]): Promise<number> {
  const file = join(root, "README.md");
  const before = readFileSync(file, "utf8");
  let after = before;
  for (const [name, make] of Object.entries(parts)) after = replace(after, name, await make());
  if (before === after) return 0;
  if (options.includes("--check")) {
    console.error("README.md is stale: run `npm run docs`");
    return 1;
  }
  writeFileSync(file, after);
  return 0;
}

function replace(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  if (!text.includes(start) || !text.includes(end)) throw new Error(`README.md has no markers for ${name}`);
  return [text.slice(0, text.indexOf(start) + start.length), content, text.slice(text.indexOf(end))].join("\n");
}

/** Two findings of an example and the verdict, as the bundle prints them. */
function excerpt(): string {
  const file = "examples/shop/catalog.yaml";
  const options = ["dist/cli/index.js", "check", "--no-color", file];
  const { stdout } = spawnSync(process.execPath, options, { cwd: root, encoding: "utf8" });
  const sections = stdout.trimEnd().split("\n\n");
  const shown = sections.filter((section) => /^\S+ {2}enforce {2}(privileged|run-as-non-root) /.test(section));
  if (shown.length !== 2) throw new Error(`${file} has other findings than README.md shows`);
  return `\`\`\`console\n$ secctx check ${file}\n${[...shown, "…", sections.at(-1)].join("\n\n")}\n\`\`\``;
}

async function ruleTable(): Promise<string> {
  const rows: string[][] = [];
  for (const { id, level, summary } of rules)
    rows.push([`[\`${id}\`](docs/rules/${id}.md)`, level, await safetiesOf(id), summary]);
  return table(["rule", "level", "fix", "says"], rows);
}

/** How safe a rule's fixes are, by its fixture. */
async function safetiesOf(id: string): Promise<string> {
  const file = `test/rules/${id}.yaml`;
  const policy = { ...defaultPolicy, fix: { runAsUser: 10001, runAsGroup: 10001 } };
  const { findings } = await review([{ file, text: readFileSync(join(root, file), "utf8") }], null, policy);
  const safeties = findings.flatMap(({ rule, fix }) => (rule.id === id && fix ? [fix.safety] : []));
  return [...new Set(safeties)].toSorted().toReversed().join(", ") || "none";
}

interface Entry {
  readonly description: string;
}

function entries(kind: "inputs" | "outputs"): string[][] {
  const action = parse(readFileSync(join(root, "action.yml"), "utf8")) as Record<string, Record<string, Entry>>;
  return Object.entries(action[kind] ?? {}).map(([name, { description }]) => [`\`${name}\``, description.trim()]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
