/** Rewrites what README.md generates from the code, between its markers. With `--check`: says what is stale, and changes nothing. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { rules } from "../src/rules/index.ts";

const root = dirname(import.meta.dirname);

interface Entry {
  readonly description: string;
}

/** What stands between `<!-- NAME -->` and `<!-- /NAME -->`. */
const parts: Readonly<Record<string, () => string>> = {
  excerpt: () => `\`\`\`console\n$ secctx check examples/shop/catalog.yaml\n${excerpt()}\n\`\`\``,
  rules: () =>
    table(
      ["rule", "level", "says"],
      rules.map(({ id, level, summary }) => [`\`${id}\``, level, summary]),
    ),
  inputs: () => table(["input", "meaning"], entries("inputs")),
  outputs: () => table(["output", "meaning"], entries("outputs")),
};

process.exitCode = main(process.argv.slice(2));

function main(options: readonly string[]): number {
  const file = join(root, "README.md");
  const before = readFileSync(file, "utf8");
  const after = Object.entries(parts).reduce((text, [name, make]) => replace(text, name, make()), before);
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

/** The first two failures of an example, as the committed bundle prints them. */
function excerpt(): string {
  const options = ["dist/cli/index.js", "check", "--exit-zero", "--no-color", "examples/shop/catalog.yaml"];
  const { stdout } = spawnSync(process.execPath, options, { cwd: root, encoding: "utf8" });
  const sections = stdout.trimEnd().split("\n\n");
  const failures = sections.filter((section) => section.includes("  enforce  ")).slice(0, 3);
  return [...failures, "…", sections.at(-1)].join("\n\n");
}

function entries(kind: "inputs" | "outputs"): string[][] {
  const action = parse(readFileSync(join(root, "action.yml"), "utf8")) as Record<string, Record<string, Entry>>;
  return Object.entries(action[kind] ?? {}).map(([name, { description }]) => [`\`${name}\``, description.trim()]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
