import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import packageJson from "../package.json" with { type: "json" };
import { readInputs } from "../src/github/inputs.ts";
import { version } from "../src/report/version.ts";
import { rules } from "../src/rules/index.ts";
import { folder } from "./cli/folder.ts";

const root = dirname(import.meta.dirname);
const read = (file: string) => readFileSync(join(root, file), "utf8");
const readme = read("README.md");
const action = parse(read("action.yml"));

const inputs =
  "files enforce warn audit kubernetes-version gate config config-token config-ref annotations max-annotations check-name suggest max-suggestions images registries render sarif-file json-file html-file shard github-token";
const outputs = "conclusion findings enforced warned audited new fixable files report-path sarif-path check-run-url";

/** The first cells of the rows of a generated part of a page. */
function firstCells(page: string, part: string): string[] {
  const text = read(page).split(`<!-- ${part} -->`)[1]?.split(`<!-- /${part} -->`)[0] ?? "";
  return [...text.matchAll(/^\| \[?`([^`]+)`/gm)].map(([, cell = ""]) => cell);
}

describe("the version", () => {
  it("is one", () => {
    expect(version).toBe(packageJson.version);
    expect(JSON.parse(read("package-lock.json")).version).toBe(version);
    expect(/^## \[(.+?)\]/m.exec(read("CHANGELOG.md"))?.[1]).toBe(version);
  });
});

describe("action.yml", () => {
  it("has the inputs and outputs of its contract, each described, and docs/inputs.md lists them", () => {
    expect(Object.keys(action.inputs)).toEqual(inputs.split(" "));
    expect(Object.keys(action.outputs)).toEqual(outputs.split(" "));
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)] as {
      description: string;
    }[])
      expect(description).toMatch(/^[A-Z][^\n]+\.\n?$/);
    expect(firstCells("docs/inputs.md", "inputs")).toEqual(inputs.split(" "));
    expect(firstCells("docs/inputs.md", "outputs")).toEqual(outputs.split(" "));
  });

  it("has no default but the token's, runs the bundle, and is branded", () => {
    const defaults = Object.entries<{ default?: string }>(action.inputs).flatMap(([name, input]) =>
      input.default === undefined ? [] : [name],
    );
    expect(defaults).toEqual(["github-token"]);
    expect(action.runs).toEqual({ using: "node24", main: "dist/action/index.js" });
    expect(action.branding).toEqual({ icon: expect.any(String), color: expect.any(String) });
  });

  it("has no input that this version refuses, or does not read", () => {
    const values: Readonly<Record<string, string>> = {
      enforce: "baseline",
      warn: "baseline",
      audit: "baseline",
      "kubernetes-version": "1.30",
      gate: "all",
      "config-ref": "head",
      annotations: "none",
      "max-annotations": "1",
      suggest: "true",
      "max-suggestions": "1",
      images: "true",
      render: "true",
      shard: "1/2",
    };
    const isRead = (name: string) => {
      vi.stubEnv(`INPUT_${name.toUpperCase()}`, values[name] ?? "x");
      const set = Object.values(readInputs()).filter((value) => value !== undefined);
      vi.unstubAllEnvs();
      return set.length === 1;
    };
    expect(inputs.split(" ").filter((name) => !isRead(name))).toEqual([]);
  });
});

describe("the pages", () => {
  it("list every rule, with its page", () => {
    expect(firstCells("docs/rules/index.md", "rules")).toEqual(rules.map(({ id }) => id));
  });

  it("show commands that there are, with options that they take", () => {
    const { secctx, write } = folder();
    write("k8s/a.yaml", "a: 1\n");
    const lines = ["README.md", "docs/cli.md"].flatMap((page) => {
      const commands = read(page).matchAll(/^npx secctx (.+?)(?: +#.*)?$/gm);
      return [...commands].map(([, line = ""]) => line.split(/ +/));
    });
    expect(lines.length).toBeGreaterThan(8);
    for (const args of lines) expect({ args, ...secctx(args, { input: "a: 1\n" }) }).toMatchObject({ args, status: 0 });
  });

  it("begin with a picture for each theme, which says that it is a drawing", () => {
    const pictures = [...readme.matchAll(/(?:srcset|src)="(docs\/images\/[\w.-]+)"/g)].map(([, file = ""]) => file);
    expect(pictures).toEqual(["docs/images/pull-request-dark.svg", "docs/images/pull-request-light.svg"]);
    for (const file of pictures) expect(read(file)).toMatch(/<title>A drawing, .*<text [^>]*>(<[^>]*>)?A drawing, /s);
  });

  it("are all linked from README.md, which fits on three screens", () => {
    const pages = committed().filter((name) => /^docs\/(?!rules\/)[^/]+\.md$|^docs\/rules\/index\.md$/.test(name));
    const inner = ["docs/architecture.md", "docs/releasing.md"];
    expect(pages.filter((page) => !readme.includes(`(${page}`) && !inner.includes(page))).toEqual([]);
    expect(readme.split("\n").length).toBeLessThanOrEqual(90);
  });
});

describe("packages", () => {
  it("each have a line in CONTRIBUTING.md that says why", () => {
    const table = read("CONTRIBUTING.md").split("## Dependencies")[1] ?? "";
    const listed = [...table.matchAll(/^\| `([^`]+)` \| \S.+ \|$/gm)].map(([, name]) => name);
    expect(listed.toSorted()).toEqual(Object.keys(packageJson.devDependencies).toSorted());
  });

  it("are not installed with the published one, whose bundle holds what it needs", () => {
    expect(packageJson).not.toHaveProperty("dependencies");
  });

  it("are pinned to one version", () => {
    for (const range of Object.values(packageJson.devDependencies)) expect(range).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it.each([
    ["cli", ["yaml", "diff", "proxy-from-env"]],
    ["action", ["@actions/core", "@actions/github", "@octokit/core", "undici", "yaml", "diff", "proxy-from-env"]],
  ])("have their licences beside the bundle of the %s", (door, packages) => {
    const licences = read(`dist/${door}/licenses.txt`);
    for (const name of packages) expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, "m"));
    // GitHub's toolkit would take the command line longer to load than most of what it does.
    if (door === "cli") expect(licences).not.toMatch(/@(actions|octokit)\//);
  });
});

/** What git has, and what it would take. */
function committed(): string[] {
  const listing = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  return listing
    .split("\0")
    .filter((name) => name !== "" && statSync(join(root, name), { throwIfNoEntry: false })?.isFile());
}

describe("what is committed", () => {
  it("has no test that is skipped without a reason", () => {
    const silent = /\.(skipIf|runIf|todo)\b|\b(it|test|describe)\.(skip|only)\b|\bskip\(\)/;
    const tests = committed().filter((name) => /^test\/.*\.ts$/.test(name));
    const found = tests.flatMap((name) => {
      const lines = read(name).split("\n");
      return lines.filter((line) => silent.test(line) && !line.includes("silent =")).map((line) => `${name}: ${line}`);
    });
    expect(found).toEqual([]);
  });

  it("names no package registry's address, no folder of a machine, and nothing outside of the repository", () => {
    const telltales: Readonly<Record<string, RegExp>> = {
      "a registry": /\bregistry\.(?:npm|yarn)\w*\.\w+|\b(?:artifactory|nexus|verdaccio)\b[./]/i,
      "a machine": /(?<![\w.-])\/(?:home|Users|root|work|tmp)\/[\w.-]+\//,
      "a neighbour": /\bshared\//,
    };
    const found = committed()
      .filter((name) => !name.startsWith("test/"))
      .flatMap((name) => {
        const text = read(name);
        return Object.entries(telltales).flatMap(([what, pattern]) =>
          pattern.test(text) ? [`${name}: ${what}: ${pattern.exec(text)}`] : [],
        );
      });
    expect(found).toEqual([]);
  });

  it("has a lock file without addresses", () => {
    expect(read("package-lock.json")).not.toContain(`"resolved"`);
    expect(read(".npmrc")).toContain("omit-lockfile-registry-resolved=true");
  });

  it("has a command line that is ASCII where every run loads it: Node.js then keeps it in half the memory, and starts 4 % faster", () => {
    const [start, ...others] = readdirSync(join(root, "dist/cli")).filter((name) =>
      /MODULE: \.\/lib\/review\/review\.js/.test(read(`dist/cli/${name}`)),
    );
    expect(others).toEqual([]);
    expect(read(`dist/cli/${start}`).match(/[^\0-\x7f].*/)?.[0]).toBeUndefined();
  });

  it("has what machines run, ready to be run", () => {
    for (const file of [".ci/run", "dist/cli/index.js"])
      expect(statSync(join(root, file)).mode & 0o111, file).toBe(0o111);
    expect(read("dist/cli/index.js")).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(read("LICENSE")).toContain("Apache License");
  });
});
