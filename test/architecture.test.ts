import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../src/rules/index.ts";

const root = join(import.meta.dirname, "../src");
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));

/** What a file imports: files of src by their path from there, packages by name. Types and dynamic imports too, unless only what loads with it is asked for. */
function importsOf(file: string, kind: "all" | "static" = "all"): string[] {
  const text = sources.get(file) ?? "";
  const statements = text.matchAll(/^(?:import|export) (?!type\b)[^;]*?(?:from )?"([^"]+)";/gm);
  const found =
    kind === "static" ? [...statements] : [...text.matchAll(/(?:(?<!-)\bfrom|\bimport|\bimport\() ?"([^"]+)"/g)];
  return found.map(([, name = ""]) => (name.startsWith(".") ? relative(root, join(root, dirname(file), name)) : name));
}

/** A file and all that it brings along, by way of others. */
function reachedFrom(start: string, kind: "all" | "static" = "all"): string[] {
  const reached = new Set([start]);
  for (const file of reached) for (const name of importsOf(file, kind)) if (sources.has(name)) reached.add(name);
  return [...reached];
}

/** The part of the code that a file belongs to: its folder, or its own name at the top. */
function partOf(file: string): string {
  return file.includes("/") ? file.slice(0, file.indexOf("/")) : file;
}

const core = ["yaml", "pod", "rules", "policy", "review"];

/** What each folder may import besides itself. Doors may import everything, and nothing imports a door. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  yaml: [],
  pod: ["yaml"],
  rules: ["yaml", "pod"],
  policy: ["yaml", "pod", "rules"],
  review: ["yaml", "pod", "rules", "policy"],
  report: core,
  source: ["yaml", "pod", "policy"],
  github: [...core, "report", "source"],
  commands: [...core, "report", "source"],
  page: [...core, "report"],
};

/** What every start of the command line loads. */
const beginning = ["commands/engine.ts", "commands/streams.ts", "report/version.ts"];

/** What has no more than words, patterns and defaults: doors read it before they load what reviews. */
const light = ["pod/patterns.ts", "pod/pod-security.ts", "pod/version.ts", "policy/policy.ts", "yaml/read/limits.ts"];

describe("dependencies point one way", () => {
  it.each(files.filter((file) => partOf(file) in allowed))("%s", (file) => {
    const part = partOf(file);
    const foreign = importsOf(file).filter((name) => sources.has(name) && partOf(name) !== part);
    expect(foreign.filter((name) => !allowed[part]?.includes(partOf(name)))).toEqual([]);
  });

  it("nothing imports a door, and every other part is known here", () => {
    const parts = new Set(files.map(partOf));
    expect([...parts].filter((part) => !(part in allowed)).toSorted()).toEqual(["action.ts", "cli.ts"]);
    expect(
      files.flatMap((file) => importsOf(file)).filter((name) => name === "action.ts" || name === "cli.ts"),
    ).toEqual([]);
  });

  it("the command line's door opens to its commands only, and the Action's never to them", () => {
    const ofSrc = (file: string) => importsOf(file).filter((name) => sources.has(name));
    expect(ofSrc("cli.ts").toSorted()).toEqual(["commands/index.ts", ...beginning].toSorted());
    expect(ofSrc("action.ts").filter((name) => partOf(name) === "commands")).toEqual([]);
  });

  it.each(files)("%s enters another folder by its index, where it has one", (file) => {
    const foreign = importsOf(file).filter((name) => name.includes("/") && partOf(name) !== partOf(file));
    const byTheBack = foreign.filter((name) => sources.has(`${partOf(name)}/index.ts`) && !name.endsWith("/index.ts"));
    // Options and inputs are read before anything else is loaded, and need no more than the names of versions and the defaults.
    expect(byTheBack.filter((name) => ![...beginning, ...light].includes(name))).toEqual([]);
  });

  it("has no circles", () => {
    const open = new Set<string>();
    const done = new Set<string>();
    const visit = (file: string): void => {
      if (done.has(file)) return;
      expect(open, `${[...open, file].join(" → ")}`).not.toContain(file);
      open.add(file);
      for (const next of importsOf(file).filter((name) => sources.has(name))) visit(next);
      open.delete(file);
      done.add(file);
    };
    for (const file of files) visit(file);
  });
});

/** What the playground's editor is made of. */
const editorPackages = [
  ...["commands", "language", "legacy-modes/mode/yaml", "lint", "search", "state", "view"].map(
    (name) => `@codemirror/${name}`,
  ),
  "@lezer/highlight",
];

describe("each thing has one place", () => {
  it("a package is known in one place, and GitHub never behind the command line", () => {
    const users = new Map<string, string[]>();
    for (const file of files)
      for (const name of importsOf(file).filter((each) => !sources.has(each) && !each.startsWith("node:")))
        users.set(name, [...(users.get(name) ?? []), file]);
    expect(Object.fromEntries([...users].toSorted())).toEqual({
      ...Object.fromEntries(editorPackages.map((name) => [name, ["page/editor.ts"]])),
      "diff/lib/patch/create.js": ["report/diff.ts"],
      "proxy-from-env": ["source/http.ts"],
      yaml: ["yaml/read/full.ts", "yaml/read/syntax.ts"],
    });
    expect(reachedFrom("cli.ts").filter((file) => /^(github|page)\//.test(file))).toEqual([]);
    expect(reachedFrom("action.ts").filter((file) => file.startsWith("page/"))).toEqual([]);
  });

  it("what a check of plain YAML does not need is not loaded for it", () => {
    const formats = ["commands", "html", "junit", "markdown", "merge", "sarif"].map((name) => `report/${name}.ts`);
    const lazy = [
      "commands/fix.ts",
      "commands/help.ts",
      "report/diff.ts",
      "source/images.ts",
      "source/images-file.ts",
      "yaml/read/full.ts",
      ...formats,
    ];
    expect(reachedFrom("cli.ts")).toEqual(expect.arrayContaining(lazy));
    expect(reachedFrom("commands/index.ts", "static").filter((file) => lazy.includes(file))).toEqual([]);
    expect(importsOf("cli.ts", "static").filter((name) => sources.has(name))).toEqual(beginning);
    expect(beginning.flatMap((file) => reachedFrom(file, "static")).toSorted()).toEqual(
      [...beginning, "source/errors.ts"].toSorted(),
    );
  });

  it("what a change without manifests does not need is not loaded for it", () => {
    const needed = reachedFrom("action.ts", "static").filter((file) => core.includes(partOf(file)));
    expect(needed.toSorted()).toEqual(light.toSorted());
    expect(importsOf("action.ts")).toContain("github/work.ts");
    expect(reachedFrom("github/work.ts", "static")).toEqual(
      expect.arrayContaining(["review/review.ts", "review/fix.ts"]),
    );
  });

  it.each(files.filter((file) => core.includes(partOf(file))))(
    "%s does no input or output, and reads no clock and no environment",
    (file) => {
      expect(importsOf(file).filter((name) => name.startsWith("node:"))).toEqual([]);
      expect(sources.get(file)).not.toMatch(/(?<!-)\bprocess\.|\bDate\b|\bperformance\b|\bconsole\.|Math\.random/);
    },
  );
});

describe("files stay small and well named", () => {
  it.each(files)("%s", (file) => {
    const lines = (sources.get(file) ?? "").split("\n").length;
    expect(lines).toBeLessThanOrEqual(300);
    expect(file).toMatch(/^[a-z0-9/-]+\.ts$/);
    expect(file).not.toMatch(/util|helper|common|misc|manager/);
    expect(sources.get(file)).not.toMatch(/^export default/m);
  });

  // The others name theirs in ways that a sentence would only repeat.
  it.each(files.filter((file) => !/^(pod|rules|yaml)\//.test(file)))(
    "%s says what each exported function is for",
    (file) => {
      const lines = (sources.get(file) ?? "").split("\n");
      const isExport = (line: string) => /^export (async )?(function|class)\b/.test(line);
      const mute = lines.filter((line, index) => isExport(line) && !lines[index - 1]?.endsWith("*/"));
      expect(mute).toEqual([]);
    },
  );
});

describe("the registry of rules", () => {
  const ids = rules.map(({ id }) => id);
  const declaring = files.filter((file) => /: Rule = \{/.test(sources.get(file) ?? ""));

  it("holds every rule once", () => {
    expect(ids).toEqual([...new Set(ids)]);
    expect(declaring.toSorted()).toEqual(ids.map((id) => `rules/${id}.ts`).toSorted());
  });

  it.each(ids)("the rule %s is its file, its fixture and its page", (id) => {
    const text = sources.get(`rules/${id}.ts`) ?? "";
    expect(text).toContain(`\n  id: "${id}",\n`);
    expect(text.split("\n").length).toBeGreaterThanOrEqual(20);
    expect(text.split("\n").length).toBeLessThanOrEqual(200);
    expect(readdirSync(join(root, "../test/rules"))).toEqual(
      expect.arrayContaining([`${id}.yaml`, `${id}.fixed.yaml`]),
    );
    expect(readdirSync(join(root, "../docs/rules"))).toContain(`${id}.md`);
  });
});
