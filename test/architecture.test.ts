import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../src/rules/index.ts";

const root = join(import.meta.dirname, "../src");
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));

/** What a file imports: files of src by their path from there, packages by name. Dynamic imports too. */
function importsOf(file: string): string[] {
  const text = sources.get(file) ?? "";
  const found = [...text.matchAll(/(?:from|import\() ?"([^"]+)"/g), ...text.matchAll(/import\("([^"]+)"\)/g)];
  return found.map(([, name = ""]) => (name.startsWith(".") ? relative(root, join(root, dirname(file), name)) : name));
}

/** The part of the code that a file belongs to: its folder, or its own name at the top. */
function partOf(file: string): string {
  return file.includes("/") ? file.slice(0, file.indexOf("/")) : file;
}

const text = ["types.ts", "yaml"];
const core = [...text, "pod", "rules", "policy", "findings.ts", "review.ts", "fix.ts"];

/** What each part may import besides itself. Doors may import everything, and nothing imports a door. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "types.ts": [],
  "version.ts": [],
  yaml: ["types.ts"],
  pod: text,
  rules: ["types.ts", "pod"],
  policy: ["types.ts"],
  "findings.ts": [...text, "pod", "rules", "policy"],
  "review.ts": [...text, "pod", "rules", "policy", "findings.ts"],
  "fix.ts": [...text, "rules", "findings.ts", "review.ts"],
  report: [...text, "version.ts", "rules"],
  source: ["types.ts"],
  github: [...core, "report", "source"],
  commands: [...core, "report", "source", "version.ts"],
};

describe("dependencies point one way", () => {
  it.each(files.filter((file) => partOf(file) in allowed))("%s", (file) => {
    const part = partOf(file);
    const foreign = importsOf(file).filter((name) => sources.has(name) && partOf(name) !== part);
    expect(foreign.filter((name) => !allowed[part]?.includes(partOf(name)))).toEqual([]);
  });

  it("nothing imports a door, and every other part is known here", () => {
    const parts = new Set(files.map(partOf));
    expect([...parts].filter((part) => !(part in allowed)).toSorted()).toEqual(["action.ts", "cli.ts"]);
    expect(files.flatMap(importsOf).filter((name) => name === "action.ts" || name === "cli.ts")).toEqual([]);
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

describe("each thing has one place", () => {
  it("only the full reader and its kin in yaml/ know the package", () => {
    expect(files.filter((file) => importsOf(file).includes("yaml")).every((file) => file.startsWith("yaml/"))).toBe(
      true,
    );
  });

  it("only github/ knows GitHub's packages", () => {
    const users = files.filter((file) => importsOf(file).some((name) => name.startsWith("@actions/")));
    expect(users.every((file) => file.startsWith("github/"))).toBe(true);
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
    expect(lines).toBeLessThanOrEqual(file === "types.ts" ? 500 : 300);
    expect(file).toMatch(/^[a-z0-9/-]+\.ts$/);
    expect(file).not.toMatch(/util|helper|common|misc|manager/);
    expect(sources.get(file)).not.toMatch(/^export default/m);
  });

  it.each(rules.map(({ id }) => id))("the rule %s is its file, its fixture and its page", (id) => {
    expect(files).toContain(`rules/${id}.ts`);
    expect(readdirSync(join(root, "../test/rules"))).toEqual(
      expect.arrayContaining([`${id}.yaml`, `${id}.fixed.yaml`]),
    );
    expect(readdirSync(join(root, "../docs/rules"))).toContain(`${id}.md`);
  });
});
