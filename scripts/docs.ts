/** Rewrites what pages take from the code, between their markers. With `--check`: says what is stale, and changes nothing. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { configurationSchema, defaultPolicy, type Schema } from "../src/policy/index.ts";
import { nameFixGroup } from "../src/report/words.ts";
import { review } from "../src/review/review.ts";
import { rules } from "../src/rules/index.ts";

const root = dirname(import.meta.dirname);

/** By page: what stands between `<!-- NAME -->` and `<!-- /NAME -->`. */
const pages: Readonly<Record<string, Readonly<Record<string, () => string | Promise<string>>>>> = {
  "docs/cli.md": { excerpt },
  "docs/namespaces.md": { excerpt: namespacesExcerpt },
  "docs/rules/index.md": { rules: ruleTable },
  "docs/inputs.md": {
    inputs: () => table(["input", "meaning"], entries("inputs")),
    outputs: () => table(["output", "meaning"], entries("outputs")),
  },
  "docs/configuration.md": {
    keys: () => table(["key", "takes", "default", "meaning"], keys(configurationSchema())),
  },
};

process.exitCode = await main(process.argv.slice(2));

async function main(options: readonly string[]): Promise<number> {
  let isStale = false;
  for (const [page, parts] of Object.entries(pages)) {
    const file = join(root, page);
    const before = readFileSync(file, "utf8");
    let after = before;
    for (const [name, make] of Object.entries(parts)) after = replace(page, after, name, await make());
    if (before === after) continue;
    isStale = true;
    if (options.includes("--check")) console.error(`${page} is stale: run \`npm run docs\``);
    else writeFileSync(file, after);
  }
  return isStale && options.includes("--check") ? 1 : 0;
}

function replace(page: string, text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  if (!text.includes(start) || !text.includes(end)) throw new Error(`${page} has no markers for ${name}`);
  return [text.slice(0, text.indexOf(start) + start.length), content, text.slice(text.indexOf(end))].join("\n");
}

/** Two findings of an example and the verdict, as the bundle prints them. */
function excerpt(): string {
  const file = "examples/shop/catalog.yaml";
  const options = ["dist/cli/index.js", "check", "--no-color", file];
  const { stdout } = spawnSync(process.execPath, options, { cwd: root, encoding: "utf8" });
  const sections = stdout.trimEnd().split("\n\n");
  const shown = sections.filter((section) => /^\S+ {2}enforce {2}(privileged|run-as-non-root) /.test(section));
  if (shown.length !== 2) throw new Error(`${file} has other findings than docs/cli.md shows`);
  return `\`\`\`console\n$ secctx check ${file}\n${[...shown, "…", sections.at(-1)].join("\n\n")}\n\`\`\``;
}

/** The table of the examples' namespaces and the section of one, as the bundle prints them. */
function namespacesExcerpt(): string {
  const options = ["dist/cli/index.js", "namespaces", "--no-color", "examples"];
  const { stdout } = spawnSync(process.execPath, options, { cwd: root, encoding: "utf8" });
  const sections = stdout.trimEnd().split("\n\n");
  const shown = sections.filter((section) => /^(namespace {2}|Namespace shop\b)/.test(section));
  if (shown.length !== 2) throw new Error("The examples have other namespaces than docs/namespaces.md shows");
  return `\`\`\`console\n$ secctx namespaces examples\n${[...shown, "…"].join("\n\n")}\n\`\`\``;
}

async function ruleTable(): Promise<string> {
  const rows: string[][] = [];
  for (const { id, level, summary } of rules)
    rows.push([`[\`${id}\`](${id}.md)`, level, await safetiesOf(id), summary]);
  return table(["rule", "level", "fix", "says"], rows);
}

/** How safe a rule's fixes are, by its fixture. */
async function safetiesOf(id: string): Promise<string> {
  const file = `test/rules/${id}.yaml`;
  const policy = { ...defaultPolicy, fix: { runAsUser: 10001, runAsGroup: 10001 } };
  const { findings } = await review([{ file, text: readFileSync(join(root, file), "utf8") }], null, policy);
  const safeties = findings.flatMap(({ rule, fix }) => (rule.id === id && fix ? [fix.safety] : []));
  const groups = [...new Set(safeties)].toSorted().toReversed();
  return groups.map((safety) => nameFixGroup(safety)).join(", ") || "none";
}

/** Every key of the configuration, also within others: its name, what it takes, its default and its meaning. */
function keys({ properties = {}, items, additionalProperties, anyOf = [] }: Schema, prefix = ""): string[][] {
  const own = Object.entries(properties).flatMap(([name, schema]) => {
    const key = prefix + name;
    const fallback = schema.default === undefined ? "" : `\`${schema.default}\``;
    return [[`\`${key}\``, taken(schema), fallback, schema.description ?? ""], ...keys(schema, `${key}.`)];
  });
  const inner = items?.properties ? keys(items, prefix.replace(/\.$/, "[].")) : [];
  const choices = anyOf.flatMap((each) => keys(each as Schema, prefix));
  const others = additionalProperties ? (additionalProperties.anyOf ?? []) : [];
  return [...own, ...inner, ...choices, ...others.flatMap((each) => keys(each as Schema, `${prefix}*.`))];
}

function taken(schema: Schema): string {
  const { type, enum: words, format, items, minimum, maximum, additionalProperties } = schema;
  if (words) return words.map((word) => `\`${word}\``).join(", ");
  if (type === "array") return `list of ${items?.type === "object" ? "the following" : taken(items ?? {})}`;
  if (type === "object") return additionalProperties ? `mapping to ${taken(additionalProperties)}` : "the following";
  if (schema.anyOf) return schema.anyOf.map((each) => taken(each as Schema)).join(", or ");
  if (type === "boolean") return "`true`, `false`";
  if (type === "integer") return maximum === undefined ? "whole number" : `${minimum} to ${maximum}`;
  const forms = {
    date: "day",
    glob: "pattern",
    "kubernetes-version": "release",
    "field-path": "path",
    "absolute-path": "folder",
    "dns-label": "name",
    "api-version": "group and version",
  };
  return format ? forms[format] : "text";
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
