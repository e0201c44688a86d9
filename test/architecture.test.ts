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
  rendering: ["yaml", "pod", "policy", "review", "source"],
  github: [...core, "report", "source", "rendering"],
  commands: [...core, "report", "source", "rendering"],
  page: [...core, "report"],
};

/** What every start of the command line loads. */
const beginning = ["commands/streams.ts", "report/version.ts"];

/** Files with no more than words, patterns and defaults: any folder may import them directly. */
const light = [
  ...["pod/patterns.ts", "pod/kubernetes.ts", "policy/policy.ts", "review/result.ts", "yaml/read/limits.ts"],
  // It loads what renders only where there is a chart or an overlay.
  ...["rendering/manifests.ts", "rendering/render-change.ts", "rendering/render-again.ts", "pod/deployers.ts"],
];

describe("dependencies point one way", () => {
  it("a file imports from the folders that its own folder may know", () => {
    const isAllowed = (file: string, name: string) =>
      partOf(name) === partOf(file) || allowed[partOf(file)]?.includes(partOf(name));
    const imports = files
      .filter((file) => partOf(file) in allowed)
      .flatMap((file) => importsOf(file).map((name) => [file, name] as const));
    const wrong = imports.filter(([file, name]) => sources.has(name) && !isAllowed(file, name));
    expect(wrong.map((pair) => pair.join(" imports "))).toEqual([]);
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

  it("a file enters another folder by its index, where it has one", () => {
    const byTheBack = files.flatMap((file) => {
      const foreign = importsOf(file).filter((name) => name.includes("/") && partOf(name) !== partOf(file));
      const direct = foreign.filter((name) => sources.has(`${partOf(name)}/index.ts`) && !name.endsWith("/index.ts"));
      const wrong = direct.filter((name) => ![...beginning, ...light].includes(name));
      return wrong.map((name) => `${file} imports ${name}`);
    });
    expect(byTheBack).toEqual([]);
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
      for (const name of new Set(importsOf(file).filter((each) => !sources.has(each) && !each.startsWith("node:"))))
        users.set(name, [...(users.get(name) ?? []), file]);
    expect(Object.fromEntries([...users].toSorted())).toEqual({
      ...Object.fromEntries(editorPackages.map((name) => [name, ["page/editor.ts"]])),
      "@actions/core": ["github/runner.ts"],
      "@actions/github": ["github/octokit.ts"],
      diff: ["report/diff.ts"],
      minimatch: ["pod/patterns.ts"],
      "proxy-from-env": ["source/http.ts"],
      yaml: ["yaml/read/full.ts", "yaml/read/syntax.ts"],
    });
    expect(reachedFrom("cli.ts").filter((file) => /^(github|page)\//.test(file))).toEqual([]);
    expect(reachedFrom("action.ts").filter((file) => file.startsWith("page/"))).toEqual([]);
  });

  it("what is large, and a check of plain YAML does not need, is not loaded for it", () => {
    const lazy = [
      "commands/images.ts",
      "report/diff.ts",
      "source/images.ts",
      "source/git.ts",
      "source/images-file.ts",
      "yaml/read/full.ts",
    ];
    expect(reachedFrom("cli.ts")).toEqual(expect.arrayContaining(lazy));
    expect(reachedFrom("commands/index.ts", "static").filter((file) => lazy.includes(file))).toEqual([]);
    expect(importsOf("cli.ts", "static").filter((name) => sources.has(name))).toEqual(beginning);
    expect(beginning.flatMap((file) => reachedFrom(file, "static"))).toEqual(beginning);
  });

  it("Octokit is loaded by the first request, and not before", () => {
    expect(importsOf("github/octokit.ts")).toContain("@actions/github");
    expect(reachedFrom("action.ts", "static").flatMap((file) => importsOf(file, "static"))).not.toContain(
      "@actions/github",
    );
  });

  it("the core does no input or output, and reads no clock and no environment", () => {
    const outside = /(?<!-)\bprocess\.|\bDate\b|\bperformance\b|\bconsole\.|Math\.random/;
    const impure = files
      .filter((file) => core.includes(partOf(file)))
      .flatMap((file) => {
        const modules = importsOf(file).filter((name) => name.startsWith("node:"));
        return [...modules, ...(outside.exec(sources.get(file) ?? "") ?? [])].map((what) => `${file} uses ${what}`);
      });
    expect(impure).toEqual([]);
  });
});

describe("files stay small and well named", () => {
  it("no file has more than 300 lines", () => {
    const lengths = files.map((file) => [file, (sources.get(file) ?? "").split("\n").length] as const);
    expect(lengths.filter(([, length]) => length > 300)).toEqual([]);
  });

  it("files are named in kebab-case, for what they hold", () => {
    const isGood = (file: string) => /^[a-z0-9/-]+\.ts$/.test(file) && !/util|helper|common|misc|manager/.test(file);
    expect(files.filter((file) => !isGood(file))).toEqual([]);
  });

  it("no file has a default export", () => {
    expect(files.filter((file) => /^export default/m.test(sources.get(file) ?? ""))).toEqual([]);
  });

  // In the other folders a sentence would only repeat the name.
  it("each exported function says what it is for, outside of pod/, rules/ and yaml/", () => {
    const isExport = (line: string) => /^export (async )?(function|class)\b/.test(line);
    const mute = files
      .filter((file) => !/^(pod|rules|yaml)\//.test(file))
      .flatMap((file) => {
        const lines = (sources.get(file) ?? "").split("\n");
        const found = lines.filter((line, index) => isExport(line) && !lines[index - 1]?.endsWith("*/"));
        return found.map((line) => `${file}: ${line}`);
      });
    expect(mute).toEqual([]);
  });
});

describe("one name means one thing", () => {
  const declared = (pattern: RegExp) => {
    const places = new Map<string, string[]>();
    for (const [file, text] of sources)
      for (const [, name = ""] of text.matchAll(pattern)) places.set(name, [...(places.get(name) ?? []), file]);
    return places;
  };
  const doubled = (places: ReadonlyMap<string, readonly string[]>) =>
    [...places].filter(([, where]) => where.length > 1).map(([name, where]) => `${name}: ${where.join(", ")}`);

  it("no two types have one name", () => {
    expect(doubled(declared(/^(?:export )?(?:interface|type) (\w+)/gm))).toEqual([]);
  });

  it("no exported function has the name of another function", () => {
    const exported = declared(/^export (?:async )?function\*? (\w+)/gm);
    const all = declared(/^(?:export )?(?:async )?function\*? (\w+)/gm);
    expect(doubled(new Map([...all].filter(([name]) => exported.has(name))))).toEqual([]);
  });
});

describe("the registry of rules", () => {
  const ids = rules.map(({ id }) => id);
  const declaring = files.filter((file) => /: Rule = \{/.test(sources.get(file) ?? ""));

  it("holds every rule once", () => {
    expect(ids).toEqual([...new Set(ids)]);
    expect(declaring.toSorted()).toEqual(ids.map((id) => `rules/${id}.ts`).toSorted());
  });

  it("a rule is its file of 20 to 200 lines, its fixtures and its page", () => {
    const wrong = ids.filter((id) => {
      const text = sources.get(`rules/${id}.ts`) ?? "";
      const { length } = text.split("\n");
      return !text.includes(`\n  id: "${id}",\n`) || length < 20 || length > 200;
    });
    expect(wrong).toEqual([]);
    const fixtures = ids.flatMap((id) => [`${id}.yaml`, `${id}.fixed.yaml`]);
    expect(readdirSync(join(root, "../test/rules"))).toEqual(expect.arrayContaining(fixtures));
    expect(readdirSync(join(root, "../docs/rules"))).toEqual(expect.arrayContaining(ids.map((id) => `${id}.md`)));
  });
});
