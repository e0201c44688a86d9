import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { baselineOptions } from "../src/commands/baseline.ts";
import { checkOptions } from "../src/commands/check.ts";
import { effectiveOptions } from "../src/commands/effective.ts";
import { explainOptions } from "../src/commands/explain.ts";
import { fixOptions } from "../src/commands/fix.ts";
import { imagesOptions } from "../src/commands/images.ts";
import { initOptions } from "../src/commands/init.ts";
import { mergeOptions } from "../src/commands/merge.ts";
import { namespacesOptions } from "../src/commands/namespaces.ts";
import { rules } from "../src/rules/index.ts";
import { badPod, type Folder, folder, goodPod } from "./cli/folder.ts";

describe("check", () => {
  it("shows a finding with its place, its line, carets, who won, and its fix", () => {
    const { stdout, stderr, status } = folder({ "bad.yaml": badPod }).secctx(["check", "bad.yaml"]);
    expect(stderr).toBe("");
    expect(status).toBe(1);
    const finding = stdout.split("\n\n").find((section) => section.includes("  privileged  "));
    expect(finding?.split("\n")).toEqual([
      "bad.yaml:10:21  enforce  privileged  baseline  Pod bad · set by the container",
      "   10 |         privileged: true",
      "      |                     ^^^^",
      expect.stringMatching(/^ {2}privileged is true: .*container "app".*\.$/),
      expect.stringMatching(/^ {2}fix Set privileged: false \(needs a look: fails if .*\)$/),
      expect.stringMatching(
        /^ {2}fix allow-privilege-escalation, which that brings to light: Set .* \(needs a look: fails if .*\)$/,
      ),
    ]);
    expect(stdout).toMatch(
      /\nThe gate fails at level restricted: \d+ failures, \d+ warnings\. Reviewed 1 workload in 1 file\.\n$/,
    );
  });

  it.each([
    ["findings of the enforced level", badPod, [], 1],
    ["none", goodPod, [], 0],
    ["findings below the enforced level", badPod, ["--enforce", "privileged"], 0],
    ["findings that don't count", badPod, ["--exit-zero"], 0],
    ["what can't be read, whatever is asked", "kind: Pod\napiVersion: v1\nspec: [", ["--exit-zero"], 2],
  ])("ends with the gate's status: %s", (_, text, options, status) => {
    expect(folder({ "a.yaml": text }).secctx([...options, "a.yaml"]).status).toBe(status);
  });

  it("is the default command, and the working directory is the default path", () => {
    const { secctx } = folder({ "k8s/bad.yaml": badPod });
    const whole = secctx(["check", "."]);
    expect(secctx([])).toEqual(whole);
    expect(secctx(["k8s"])).toEqual(whole);
    expect(secctx(["--enforce=restricted"])).toEqual(whole);
  });

  it("says only the verdict, the problems and how often each rule speaks with --quiet", () => {
    const { secctx, write } = folder({ "bad.yaml": badPod });
    const [table = "", verdict, ...rest] = secctx(["--quiet"]).stdout.split("\n\n");
    expect(table).toMatch(/^rule +level +failures +warnings +fixes\nprivileged +baseline +1 +1 needs a look\n/);
    expect(table).toMatch(/\nread-only-root-filesystem +hardened +1 +1 needs a look$/);
    expect([verdict, rest]).toEqual([expect.stringMatching(/^The gate fails .*\n$/), []]);
    write("broken.yaml", "apiVersion: v1\nkind: Pod\nspec: [\n");
    expect(secctx(["--quiet"]).stdout).toMatch(
      /^broken\.yaml:3 {2}not evaluated\n {2}.*\n\nrule (?:.|\n)*\n\nCould not evaluate everything \(1 problem above\): \d+ failures, .* in 2 files\.\n$/,
    );
  });

  it("counts in singular and plural, and leaves out zeros", () => {
    const { secctx } = folder({ "a.yaml": goodPod, "b/c.yaml": goodPod });
    expect(secctx(["a.yaml"]).stdout).toBe("The gate passes at level restricted. Reviewed 1 workload in 1 file.\n");
    expect(secctx([]).stdout).toBe("The gate passes at level restricted. Reviewed 2 workloads in 2 files.\n");
    expect(folder().secctx([]).stdout).toBe("The gate passes at level restricted. No manifest was found.\n");
  });

  it("judges by the given levels", () => {
    const { secctx } = folder({ "bad.yaml": badPod });
    const modes = (...options: string[]) => {
      const { findings } = JSON.parse(secctx(["--format", "json", ...options]).stdout);
      return Object.fromEntries(findings.map(({ rule, mode }: { rule: string; mode: string }) => [rule, mode]));
    };
    expect(modes()).toMatchObject({ privileged: "enforce", "run-as-non-root": "enforce", "explicit-user": "warn" });
    expect(modes("--enforce", "baseline")).toMatchObject({ privileged: "enforce", "run-as-non-root": "warn" });
    const audited = modes("--enforce", "privileged", "--warn", "baseline", "--audit", "restricted");
    expect(audited).toMatchObject({ privileged: "warn", "run-as-non-root": "audit" });
    expect(audited).not.toHaveProperty("explicit-user");
  });

  it.each([
    ["latest", "latest", "v1.37"],
    ["1.20", "v1.20", "v1.20"],
    ["v1.20", "v1.20", "v1.20"],
    ["1.99", "v1.99", "v1.37"],
  ])("takes --kubernetes-version %s", (given, name, judging) => {
    const { secctx } = folder({ "good.yaml": goodPod });
    const report = JSON.parse(secctx(["--kubernetes-version", given, "--format=json"]).stdout);
    expect(report.policy.kubernetesVersion).toBe(name);
    expect(report.workloads[0].admission.version).toBe(judging);
  });

  it("ends with 2 and one sentence for a wrong option, and reviews nothing", () => {
    const { secctx } = folder({ "bad.yaml": badPod });
    const refused: Readonly<Record<string, string[]>> = {
      '--enforce "strict": use one of privileged, baseline, restricted, hardened.': ["--enforce", "strict"],
      '--warn "": use one of privileged, baseline, restricted, hardened.': ["--warn="],
      '--audit "Baseline": use one of privileged, baseline, restricted, hardened.': ["--audit", "Baseline"],
      '--kubernetes-version "2.1": use latest or a release such as 1.34.': ["--kubernetes-version", "2.1"],
      '--kubernetes-version "1.34.1": use latest or a release such as 1.34.': ["--kubernetes-version", "1.34.1"],
      '--format "yaml": use one of text, json, sarif, github, markdown, html, junit.': ["--format", "yaml"],
      "Only one --format can go to standard output: give the others an --output FILE.": [
        "--format=json",
        "--format=text",
      ],
      '--output "b": give it a --format of its own.': ["--output", "a", "--output", "b"],
      '--gate "some": use one of all, new, none.': ["--gate", "some"],
      "--gate new needs something to compare with: add --changed, or use --gate all or --gate none.": ["--gate", "new"],
      "Option '--quiet' does not take an argument. Options of check:": ["--quiet=yes"],
      "Unknown option '--fromat'. Options of check: --enforce": ["--fromat", "json"],
      "Option '--enforce <value>' argument missing. Options of check:": ["--enforce"],
      "Option '--enforce' argument is ambiguous. Did you": ["--enforce", "--quiet"],
      '"absent.yaml": there is no such file or folder, seen from ': ["absent.yaml"],
      '"join" is not a command, a file or a folder. See secctx --help.': ["join"],
      '--shard "3/2": use I/N, such as 2/8 for the second of eight; I from 1 to N, N at most 256.': ["--shard", "3/2"],
      '--shard "0/2": use I/N, such as': ["--shard", "0/2"],
      '--shard "1/257": use I/N, such as': ["--shard", "1/257"],
      '--shard "half": use I/N, such as': ["--shard", "half"],
      "--shard divides a full scan: leave out --changed.": ["--shard", "1/2", "--changed"],
      "--shard divides files, and standard input can't be divided: leave out -.": ["--shard", "1/2", "-"],
      'explain "root": there is no such rule. Rules: api-rejected, ': ["explain", "root"],
      '"": there is no such file or folder': [""],
      '"bad.yaml/x": there is no such file or folder': ["bad.yaml/x"],
      '"k8s/*.yaml": no file matches, seen from ': ["k8s/*.yaml"],
      '"\\u{1b}c\\u{a}": there is no such file or folder': ["\u001bc\n"],
    };
    for (const [sentence, args] of Object.entries(refused)) {
      const { status, stdout, stderr } = secctx(args);
      expect({ args, status, stdout, stderr }).toEqual({
        args,
        status: 2,
        stdout: "",
        stderr: expect.stringContaining(sentence),
      });
      expect(stderr).toMatch(/^secctx: .*\.\n$/);
    }
  });
});

describe("formats and outputs", () => {
  it.each([
    ["a file for each", ["--format", "text", "--output", "r.txt", "--format", "json", "--output", "r.json"], ""],
    ["all formats first", ["--format", "text", "--format", "json", "--output", "r.txt", "--output", "r.json"], ""],
    ["the first on standard output", ["--format", "text", "--format", "json", "--output", "r.json"], "text"],
    ["the last on standard output", ["--format", "json", "--output", "r.json", "--format", "text"], "text"],
    [
      "a dash for standard output",
      ["--format", "text", "--output", "-", "--format", "json", "--output", "r.json"],
      "text",
    ],
    ["no format", ["--output", "r.txt"], ""],
    ["no file", ["--format", "json"], "json"],
  ])("are paired: %s", (_, options, printed) => {
    const { secctx, read } = folder({ "bad.yaml": badPod });
    const { stdout, status } = secctx(options);
    expect(status).toBe(1);
    const isJson = (text: string) => text.startsWith('{"schema":"secctx/v1"');
    const isText = (text: string) => text.includes("\nThe gate fails");
    expect([isText(stdout), isJson(stdout)]).toEqual([printed === "text", printed === "json"]);
    if (options.includes("r.json")) expect(isJson(read("r.json"))).toBe(true);
    if (options.includes("r.txt")) expect(isText(read("r.txt"))).toBe(true);
  });

  it("prints the whole report even if something could not be evaluated", () => {
    const { secctx } = folder({ "bad.yaml": badPod, "broken.yaml": "apiVersion: v1\nkind: Pod\nspec: [\n" });
    const { stdout, status } = secctx(["--format", "json"]);
    const report = JSON.parse(stdout);
    expect(status).toBe(2);
    expect(report).toMatchObject({ verdict: "error", problems: [{ severity: "error", file: "broken.yaml", line: 3 }] });
    expect(report.findings.length).toBeGreaterThan(3);
  });

  it("says why a report could not be written", () => {
    const { secctx } = folder({ "good.yaml": goodPod });
    const { status, stderr } = secctx(["--output", "reports/r.txt"]);
    expect(status).toBe(2);
    expect(stderr).toBe(
      'secctx: --output "reports/r.txt": the report could not be written: there is no such file or folder.\n',
    );
  });
});

describe("colours", () => {
  const coloured = "\u001b[31m";
  it.each<[string[], Record<string, string>, boolean]>([
    [[], {}, false],
    [["--color"], {}, true],
    [["--color"], { NO_COLOR: "1" }, true],
    [["--color"], { FORCE_COLOR: "0" }, true],
    [[], { FORCE_COLOR: "1" }, true],
    [[], { FORCE_COLOR: "0" }, false],
    [[], { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
    [[], { FORCE_COLOR: "1", NO_COLOR: "" }, true],
    [["--no-color"], { FORCE_COLOR: "1" }, false],
    [["--no-color", "--color"], {}, false],
  ])("off a terminal: %j %j", (options, env, expected) => {
    const { stdout } = folder({ "bad.yaml": badPod }).secctx(options, { env });
    expect(stdout.includes(coloured)).toBe(expected);
    if (!expected) expect(stdout).not.toContain("\u001b");
  });

  it("links are for terminals that support them, and for those who ask", () => {
    const { secctx, path } = folder({ "bad.yaml": badPod });
    for (const env of [{}, { TERM_PROGRAM: "iTerm.app" }, { FORCE_COLOR: "1" }, { FORCE_HYPERLINK: "0" }])
      expect(secctx([], { env }).stdout).not.toContain("\u001b]8;");
    const { stdout } = secctx([], { env: { FORCE_HYPERLINK: "1" } });
    expect(stdout.replaceAll("\u001b", "<esc>")).toMatch(
      /<esc>\]8;;file:\/\/[^/]+\/\S+\/bad\.yaml<esc>\\bad\.yaml:10:21<esc>\]8;;<esc>\\/,
    );
    expect(stdout).toContain(path.split("/").at(-1));
  });

  it("are never in a file", () => {
    const { secctx, read } = folder({ "bad.yaml": badPod });
    secctx(["--output", "r.txt"], { env: { TERM: "xterm" } });
    expect(read("r.txt")).not.toContain("\u001b");
  });
});

describe("help and version", () => {
  it("prints the package's version", () => {
    const { secctx } = folder();
    for (const args of [["--version"], ["-V"], ["check", "--version"]])
      expect(secctx(args)).toEqual({ status: 0, stdout: `${packageJson.version}\n`, stderr: "" });
  });

  it("is the same on a Node.js before 20.16, which provides its own modules in another way", () => {
    const { secctx } = folder({ "bad.yaml": badPod });
    const env = { NODE_OPTIONS: "--import=data:text/javascript,delete%20process.getBuiltinModule" };
    expect(secctx(["check", "bad.yaml"], { env })).toEqual(secctx(["check", "bad.yaml"]));
  });

  it("names exactly the options that a command has", () => {
    const { secctx } = folder();
    for (const [command, options] of Object.entries({
      check: checkOptions,
      fix: fixOptions,
      effective: effectiveOptions,
      explain: explainOptions,
      images: imagesOptions,
      baseline: baselineOptions,
      init: initOptions,
      merge: mergeOptions,
      namespaces: namespacesOptions,
    })) {
      const { stdout, status } = secctx([command, "--help"]);
      expect(status).toBe(0);
      expect(stdout).toBe(secctx(["help", command]).stdout);
      const named = stdout
        .split("\n")
        .flatMap((line) => /^ {2}(--.*?)(?: {2,}|$)/.exec(line)?.[1]?.match(/--[a-z-]+/g) ?? []);
      expect(named.toSorted()).toEqual(
        Object.keys(options)
          .map((name) => `--${name}`)
          .toSorted(),
      );
      expect(stdout.split("\n").filter((line) => line.length > 105)).toEqual([]);
    }
  });

  it("names every command, and says so if a command does not exist", () => {
    const { secctx } = folder();
    for (const args of [["--help"], ["-h"], ["help"]]) {
      const { stdout, status } = secctx(args);
      expect(status).toBe(0);
      for (const command of [
        "check",
        "fix",
        "effective",
        "explain",
        "images",
        "merge",
        "baseline",
        "namespaces",
        "init",
      ])
        expect(stdout).toMatch(new RegExp(`^  secctx \\[?${command}`, "m"));
    }
    expect(secctx(["help", "frobnicate"])).toMatchObject({ status: 2, stdout: "" });
  });

  it("takes what follows -- for a path", () => {
    const { secctx } = folder({ "--help": goodPod });
    expect(secctx(["--quiet", "--", "--help"])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("1 workload"),
    });
  });
});

describe("effective", () => {
  it("prints each field's value, who set it and where, what the process gets, and admission's answers", () => {
    const { secctx } = folder({ "good.yaml": goodPod });
    const { stdout, status } = secctx(["effective", "good.yaml"]);
    expect(status).toBe(0);
    const lines = stdout.split("\n").map((line) => line.trim().replace(/ {2,}/g, "  "));
    expect(lines).toEqual(
      expect.arrayContaining([
        "good.yaml:1  Pod good",
        'app container "app"  registry.example.com/app:1.0',
        "runAsUser  10001  pod  line 8",
        'capabilities  {"drop":["ALL"]}  container  line 17',
        "privileged  -  default",
        "user  10001",
        "capabilities  none",
        "no_new_privs  set",
        "seccomp  RuntimeDefault",
        "root file system  read-only",
        "baseline (v1.37): allowed",
        "restricted (v1.37): allowed",
      ]),
    );
    expect(secctx(["effective", "--quiet"]).stdout).toBe(
      "good.yaml:1  Pod good\n  baseline (v1.37): allowed\n  restricted (v1.37): allowed\n",
    );
  });

  it("judges by the given version, and passes whatever admission says", () => {
    const { secctx } = folder({ "bad.yaml": badPod });
    const { stdout, status } = secctx(["effective", "--kubernetes-version", "1.24"]);
    expect(status).toBe(0);
    expect(stdout).toContain(
      '  baseline (v1.24): violates PodSecurity "baseline:v1.24": privileged (container "app" must not set securityContext.privileged=true)',
    );
  });

  it("says what it could not evaluate, and when there is nothing", () => {
    const { secctx } = folder({ "broken.yaml": "apiVersion: v1\nkind: Pod\nspec: [\n" });
    expect(secctx(["effective"])).toMatchObject({
      status: 2,
      stdout: "No workload was found.\n",
      stderr: expect.stringMatching(/^broken\.yaml:3: This is not YAML.*\n$/),
    });
  });
});

describe("explain", () => {
  it("lists the rules, and prints the page of one", () => {
    const { secctx } = folder();
    const list = secctx(["explain"]).stdout.trimEnd().split("\n");
    expect(list.map((line) => line.split(/ {2,}/))).toEqual(
      rules.map(({ id, level, summary }) => [id, level, summary]),
    );
    for (const { id } of rules) {
      const { status, stdout, stderr } = secctx(["explain", id]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toMatch(new RegExp(`^${id}\n`));
      expect(stdout).not.toMatch(/```|^#|<!--/m);
    }
  });
});

describe("a reader that goes away", () => {
  const many = () => folder(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`p${index}.yaml`, badPod])));

  it.each([
    ["check | head -1", 1],
    ["check --format json | head -c 10", 1],
    ["effective | head -1", 0],
    ["fix --diff 2>/dev/null | head -1", 0],
    ["--version | true", 0],
    ["--help | true", 0],
  ])("is no error: secctx %s", (line, status) => {
    const { stderr, stdout } = many().shell(`secctx ${line}; echo "status \${PIPESTATUS[0]}"`);
    expect(stderr).toBe("");
    expect(stdout).toMatch(new RegExp(`status ${status}\n$`));
  });

  it("does not leave fixing half done", () => {
    const { shell, secctx } = many();
    shell("secctx fix | true; secctx fix 2>&1 >/dev/null | true");
    expect(secctx(["fix", "--diff"]).stdout).toBe("");
  });

  it("is told apart from a full disk", ({ skip }) => {
    skip(process.platform !== "linux", "only Linux has /dev/full");
    const { shell } = folder({ "good.yaml": goodPod });
    for (const args of ["check", "--version", "effective"]) {
      const { status, stderr } = shell(`secctx ${args} > /dev/full`);
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: expect.stringMatching(/^secctx: the output could not be written: ENOSPC.*\n$/),
      });
    }
  });
});

/** What can't be evaluated, each with where and what is said. */
const unreadable: Readonly<
  Record<string, { readonly content: string | Uint8Array; readonly line: number; readonly says: RegExp }>
> = {
  "not-yaml.yaml": {
    content: "apiVersion: v1\nkind: Pod\nspec:\n  containers: [\n",
    line: 4,
    says: /not YAML.*Check the indent, quotes and brackets/,
  },
  "tab.yaml": { content: "apiVersion: v1\nkind: Pod\nspec:\n\tcontainers: []\n", line: 4, says: /not YAML.*tab/ },
  "conflict.yaml": {
    content: "apiVersion: v1\nkind: Pod\n<<<<<<< HEAD\nspec: {}\n=======\nspec: {a: 1}\n>>>>>>> b\n",
    line: 3,
    says: /not YAML/,
  },
  "shape.yaml": {
    content: "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: 3\n",
    line: 4,
    says: /spec must be a mapping/,
  },
  "list.yaml": {
    content: "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: all\n",
    line: 5,
    says: /spec\.containers must be a list/,
  },
  "binary.yaml": {
    content: "apiVersion: v1\nkind: Pod\nmetadata: {name: a\0}\n",
    line: 3,
    says: /control characters are not allowed/,
  },
  "latin1.yaml": {
    content: Buffer.from("apiVersion: v1\nkind: Pod\nmetadata: {name: caf\u00e9}\n", "latin1"),
    line: 3,
    says: /not UTF-8.*Save it as UTF-8/,
  },
  "utf16.yaml": {
    content: Buffer.from("\ufeffapiVersion: v1\nkind: Pod\n", "utf16le"),
    line: 1,
    says: /UTF-16.*Save it as UTF-8/,
  },
  "not-json.json": { content: '{"apiVersion": "v1", "kind": "Pod",\n "spec": {]}\n', line: 2, says: /not (YAML|JSON)/ },
};

describe("bad input", () => {
  it.each(Object.entries(unreadable))(
    "%s is named with its line and the next step, and never passes",
    (name, { content, line, says }) => {
      const { secctx } = folder({ [name]: content, "bad.yaml": badPod });
      expectProblem({ secctx }, name, line, says);
    },
  );

  it("a link that leads nowhere, and links in a circle", () => {
    const { secctx, path } = folder({ "bad.yaml": badPod });
    symlinkSync("nowhere.yaml", join(path, "dangling.yaml"));
    expectProblem({ secctx }, "dangling.yaml", 1, /link that leads nowhere/);
    symlinkSync("circle.yaml", join(path, "dangling.yaml.yaml"));
    symlinkSync("dangling.yaml.yaml", join(path, "circle.yaml"));
    expectProblem({ secctx }, "circle.yaml", 1, /links go in a circle/);
  });

  it("a folder as standard input", () => {
    const { shell } = folder();
    expect(shell("secctx check - < .")).toMatchObject({
      status: 2,
      stdout: expect.stringContaining("-:1  not evaluated\n  This file could not be read: it is a folder."),
    });
  });

  it("a Helm template is named once for its chart, and fails no run", () => {
    const template = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n";
    const { secctx } = folder({
      "chart/templates/a.yaml": template,
      "chart/templates/b.yaml": template,
      "bad.yaml": badPod,
    });
    const { stdout, status } = secctx([]);
    expect(status).toBe(1);
    expect(stdout.match(/ {2}note\n.*/g)).toEqual([
      expect.stringMatching(/A Helm chart, not evaluated \(2 templates\): .*`helm template`/),
    ]);
    expect(secctx(["chart/templates/a.yaml"])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /Reviewed 0 workloads in 1 file: nothing was judged; 1 file with something like a workload was not judged\.\n$/,
      ),
    });
  });

  it("everything else is still evaluated", () => {
    const { secctx } = folder({
      ...Object.fromEntries(Object.entries(unreadable).map(([name, { content }]) => [name, content])),
      "bad.yaml": badPod,
    });
    const report = JSON.parse(secctx(["--format", "json"]).stdout);
    expect(report.problems.map(({ file }: { file: string }) => file).toSorted()).toEqual(
      Object.keys(unreadable).toSorted(),
    );
    expect(report.workloads.map(({ file }: { file: string }) => file)).toContain("bad.yaml");
  });
});

function expectProblem({ secctx }: Pick<Folder, "secctx">, name: string, line: number, says: RegExp): void {
  for (const paths of [[name], []]) {
    const { status, stdout, stderr } = secctx(["check", "--exit-zero", ...paths]);
    expect({ name, paths, status, stderr }).toEqual({ name, paths, status: 2, stderr: "" });
    const section = stdout.split("\n\n").find((each) => each.startsWith(`${name}:`) && each.includes("not evaluated"));
    expect(section).toMatch(new RegExp(`^${name}:${line} {2}not evaluated\n {2}.*[.]$`));
    expect(section).toMatch(says);
    expect(stdout).not.toMatch(/\n\s+at .*:\d+:\d+\)?\n/);
  }
}

describe("hostile text", () => {
  const hostile = `apiVersion: v1
kind: Pod
metadata: {name: "a\\e[31m\\u202eb", namespace: "x\\ny"}
spec:
  containers:
    - name: "c\\e]8;;http://example.com\\a\\x9b2J"
      image: "i\\u2066\\U000E0041" # \u202ereversed\u200b
      securityContext: {privileged: true, capabilities: {add: ["\\e[2J"]}}
`;
  const obeyed = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

  it.each([["check"], ["check", "--format", "json"], ["effective"], ["fix"]])(
    "is shown, not obeyed: secctx %s %s %s",
    (...args) => {
      const { secctx } = folder({ "a.yaml": hostile, "b\u001b[31m\u202e.yaml": badPod });
      const { stdout, stderr, status } = secctx(args);
      expect(status).toBeLessThan(2);
      expect(stdout.length).toBeGreaterThan(100);
      expect(`${stdout}${stderr}`).not.toMatch(obeyed);
    },
  );

  it("keeps its value in JSON", () => {
    const { secctx } = folder({ "a.yaml": hostile });
    const [workload] = JSON.parse(secctx(["--format=json"]).stdout).workloads;
    expect(workload).toMatchObject({
      name: "a\u001b[31m\u202eb",
      namespace: "x\ny",
      containers: [{ image: "i\u2066\u{e0041}" }],
    });
  });
});
