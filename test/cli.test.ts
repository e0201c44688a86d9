import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const bundle = join(import.meta.dirname, "../dist/cli/index.js");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "secctx-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const good = `apiVersion: v1
kind: Pod
metadata: {name: good}
spec:
  securityContext: {runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, seccompProfile: {type: RuntimeDefault}}
  containers:
    - name: app
      image: registry.example.com/app:1
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities: {drop: [ALL]}
`;
const bad = good
  .replace("        readOnlyRootFilesystem", "        privileged: true\n        readOnlyRootFilesystem")
  .replace("        allowPrivilegeEscalation: false\n", "");

function write(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

function git(...args: string[]): string {
  return execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
}

function secctx(
  args: readonly string[],
  { input = "", env = {} }: { input?: string; env?: Record<string, string> } = {},
) {
  const { PATH = "" } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    cwd: folder,
    encoding: "utf8",
    input,
    env: { PATH, ...env },
  });
  // Whatever goes wrong, nobody sees a stack trace.
  expect(stdout + stderr).not.toMatch(/^\s+at .*\(?(file|node):/m);
  return { status, stdout, stderr };
}

function report(...args: string[]) {
  const { status, stdout } = secctx(["check", "--format", "json", ...args]);
  return { status, ...JSON.parse(stdout) };
}

describe("check", () => {
  it("ends with 0, 1 or 2", () => {
    write({ "good.yaml": good, "bad.yaml": bad, "broken.yaml": "apiVersion: v1\nkind: Pod\nspec: {\n" });
    expect(secctx(["check", "good.yaml"]).status).toBe(0);
    expect(secctx(["good.yaml"]).status).toBe(0);
    expect(secctx(["check", "bad.yaml"]).status).toBe(1);
    expect(secctx(["check", "--exit-zero", "bad.yaml"]).status).toBe(0);
    expect(secctx(["check", "bad.yaml", "broken.yaml"]).status).toBe(2);
    expect(secctx(["check", "--exit-zero", "broken.yaml"]).status).toBe(2);
    expect(secctx(["check", "--enforce", "privileged", "bad.yaml"]).status).toBe(0);
  });

  it("shows the place, the line with a caret, the message, the origin and the fix", () => {
    write({ "k8s/bad.yaml": bad });
    const { stdout } = secctx(["check", "./k8s/../k8s"]);
    expect(stdout).toContain(
      'k8s/bad.yaml:10:21  enforce  privileged  baseline\n   10 |         privileged: true\n      |                     ^^^^\n  privileged is true: it gives container "app"',
    );
    expect(stdout).toContain("set by the container");
    expect(stdout).toContain("fix Set privileged: false (review: fails if");
    expect(stdout).toContain("-        privileged: true\n  +        privileged: false");
    expect(stdout).toContain(
      "The gate fails: 1 finding at the enforced level (restricted); 1 warning, 0 notices. Reviewed 1 workload in 1 file.",
    );
    expect(secctx(["check", "--quiet", "k8s"]).stdout).toBe(`${stdout.trimEnd().split("\n").at(-1)}\n`);
  });

  it("reads folders without what git ignores, hidden folders and node_modules; a named file always", () => {
    write({
      ".gitignore": "ignored/\n",
      "a.yaml": bad,
      "b.yml": bad,
      "c.json": "{}",
      "d.txt": bad,
      "ignored/e.yaml": bad,
      ".hidden/f.yaml": bad,
      "node_modules/g.yaml": bad,
    });
    const files = () => new Set(report().findings.map(({ file }: { file: string }) => file));
    expect(files()).toEqual(new Set(["a.yaml", "b.yml", "ignored/e.yaml"]));
    git("init", "-q");
    expect(files()).toEqual(new Set(["a.yaml", "b.yml"]));
    expect(report("ignored/e.yaml", "d.txt").summary.files).toBe(2);
    expect(report("*.y*ml").summary.files).toBe(2);
  });

  it("reads standard input, a BOM and CRLF", () => {
    expect(secctx(["check", "-"], { input: bad }).stdout).toContain("-:10:21  enforce  privileged");
    write({ "crlf.yaml": `\uFEFF${bad.replaceAll("\n", "\r\n")}` });
    expect(report("crlf.yaml").findings[0]).toMatchObject({
      rule: "privileged",
      start: { line: 10, column: 21 },
      end: { line: 10, column: 25 },
    });
  });

  it("writes several reports from one evaluation", () => {
    write({ "bad.yaml": bad });
    const { stdout, status } = secctx([
      "check",
      "--format",
      "json",
      "--output",
      "out.json",
      "--format",
      "text",
      "bad.yaml",
    ]);
    expect(status).toBe(1);
    expect(stdout).toContain("privileged");
    expect(JSON.parse(readFileSync(join(folder, "out.json"), "utf8")).verdict).toBe("fail");
  });

  it("judges by the release that is asked for", () => {
    write({ "bad.yaml": bad.replace("privileged: true", "allowPrivilegeEscalation: true") });
    expect(report("--kubernetes-version", "1.7", "bad.yaml").workloads[0].admission).toMatchObject({
      version: "v1.7",
      restricted: { allowed: true },
    });
    expect(report("--kubernetes-version", "v1.8", "bad.yaml").workloads[0].admission).toMatchObject({
      version: "v1.8",
      restricted: { allowed: false },
    });
  });

  it("colours on demand, and never in a pipe", () => {
    write({ "bad.yaml": bad });
    expect(secctx(["check", "bad.yaml"]).stdout).not.toContain("\u001b[");
    expect(secctx(["check", "--color", "bad.yaml"]).stdout).toContain("\u001b[31m");
    expect(secctx(["check", "bad.yaml"], { env: { FORCE_COLOR: "1" } }).stdout).toContain("\u001b[31m");
    expect(secctx(["check", "bad.yaml"], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } }).stdout).not.toContain("\u001b[");
    expect(secctx(["check", "--no-color", "bad.yaml"], { env: { FORCE_COLOR: "1" } }).stdout).not.toContain("\u001b[");
  });

  it("shows hostile text inert", () => {
    write({ "evil.yaml": bad.replace("name: app", 'name: "a\\u001b[2J\\u202e\\n::error::x"') });
    const { stdout } = secctx(["check", "evil.yaml"]);
    for (const character of ["\u001b", "\u202e"]) expect(stdout).not.toContain(character);
    expect(stdout).not.toMatch(/^::error/m);
    expect(stdout).toContain("\\u{1b}[2J");
  });
});

describe("what can't be evaluated is said, with file, line and the next step, and the rest is still evaluated", () => {
  it.each([
    ["not YAML", "apiVersion: v1\nkind: Pod\nspec:\n  a: b: c\n", 4],
    ["a tab", "apiVersion: v1\nkind: Pod\nspec:\n\tcontainers: []\n", 4],
    ["a Helm template", "apiVersion: v1\nkind: Pod\nspec:\n  containers: {{ .Values.containers }}\n", 4],
    ["a spec of the wrong shape", "apiVersion: apps/v1\nkind: Deployment\nspec:\n  template: web\n", 4],
    ["containers of the wrong shape", "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    app: {image: i}\n", 4],
    ["a binary file", "apiVersion: v1\0", 1],
    ["no UTF-8", Buffer.from([0x6b, 0x69, 0x6e, 0x64, 0xff, 0xfe]), 1],
  ])("%s", (_, content, line) => {
    write({ "bad.yaml": bad, "broken.yaml": content });
    const { status, verdict, problems, findings } = report();
    expect({ status, verdict }).toEqual({ status: 2, verdict: "error" });
    expect(problems).toEqual([
      { severity: "error", file: "broken.yaml", line, message: expect.stringMatching(/[.:] .+\.$/) },
    ]);
    expect(findings.map(({ rule }: { rule: string }) => rule)).toContain("privileged");
  });

  it("a link that leads nowhere", () => {
    write({ "good.yaml": good });
    symlinkSync("nowhere", join(folder, "link.yaml"));
    expect(report()).toMatchObject({
      status: 2,
      problems: [{ file: "link.yaml", message: "This file could not be read: it is a link that leads nowhere." }],
    });
  });

  it("a chart is named once, and fails nothing", () => {
    write({
      "chart/templates/a.yaml": "{{ if x }}\nkind: Pod\n{{ end }}\n",
      "chart/templates/b.yaml": "kind: {{ .Values.kind }}\n",
      "good.yaml": good,
    });
    const { status, problems } = report();
    expect(status).toBe(0);
    expect(problems).toEqual([
      expect.objectContaining({ severity: "note", message: expect.stringContaining("not evaluated (2 templates)") }),
    ]);
  });

  it.each([
    [["check", "nowhere.yaml"], "nowhere.yaml: there is no such file or folder."],
    [["check", "*.nothing"], "*.nothing: no file matches."],
    [["check", "--enforce", "strict"], "--enforce strict: use one of privileged, baseline, restricted, hardened."],
    [["check", "--kubernetes-version", "2.0"], "--kubernetes-version 2.0: use latest or a release such as 1.34."],
    [["check", "--format", "xml"], "--format xml: use one of text, json."],
    [["check", "--format", "json", "--format", "text"], "Only one --format can go to standard output"],
    [["check", "--gate", "new"], "--gate new needs --changed"],
    [["check", "--colour"], "Unknown option '--colour'. Options of check: --enforce"],
    [["fix", "--rule", "none"], "--rule none: use one of api-rejected, "],
    [["fix", "--run-as-user", "0"], "--run-as-user 0: use a whole number from 1 to 2147483647; 0 is root."],
    [["fix", "-"], "-: standard input can't be rewritten. Use --diff."],
  ])("%j", (args, sentence) => {
    write({ "good.yaml": good });
    const { status, stdout, stderr } = secctx(args, { input: good });
    expect(status).toBe(2);
    expect(stderr).toContain(`secctx: ${sentence}`);
    expect(stdout).toBe("");
  });
});

describe("fix", () => {
  it("rewrites in place and keeps mode, links and every other byte; twice is once", () => {
    const text = `# why\r\n${bad.replaceAll("\n", "\r\n").trimEnd()}`;
    write({ "real/bad.yaml": text });
    chmodSync(join(folder, "real/bad.yaml"), 0o640);
    symlinkSync("real/bad.yaml", join(folder, "link.yaml"));
    const { status, stderr } = secctx(["fix", "link.yaml"]);
    expect(status).toBe(0);
    expect(stderr).toContain("link.yaml: 2 fixes, 0 declined");
    const fixed = readFileSync(join(folder, "real/bad.yaml"), "utf8");
    expect(fixed).toBe(
      text.replace("privileged: true", "privileged: false").concat("\r\n        allowPrivilegeEscalation: false"),
    );
    expect(lstatSync(join(folder, "link.yaml")).isSymbolicLink()).toBe(true);
    expect(statSync(join(folder, "real/bad.yaml")).mode & 0o777).toBe(0o640);
    secctx(["fix", "link.yaml"]);
    expect(readFileSync(join(folder, "real/bad.yaml"), "utf8")).toBe(fixed);
    expect(secctx(["check"]).status).toBe(0);
  });

  it.each(["plain.yaml", 'with "quotes" and ünicode.yaml', "with space.yaml"])(
    "--diff prints what git apply makes the same of: %s",
    (name) => {
      write({ [name]: bad, "crlf.yaml": bad.replaceAll("\n", "\r\n"), "end.yaml": bad.trimEnd() });
      git("init", "-q");
      const { stdout } = secctx(["fix", "--diff", "."]);
      writeFileSync(join(folder, "p.diff"), stdout);
      git("-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "p.diff");
      const applied = [name, "crlf.yaml", "end.yaml"].map((file) => readFileSync(join(folder, file), "utf8"));
      write({ [name]: bad, "crlf.yaml": bad.replaceAll("\n", "\r\n"), "end.yaml": bad.trimEnd() });
      secctx(["fix"]);
      expect([name, "crlf.yaml", "end.yaml"].map((file) => readFileSync(join(folder, file), "utf8"))).toEqual(applied);
    },
  );

  it("does only what is asked for", () => {
    write({ "a.yaml": bad });
    secctx(["fix", "--safe"]);
    expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe(bad);
    secctx(["fix", "--rule", "privileged"]);
    expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe(bad.replace("privileged: true", "privileged: false"));
  });

  it("writes ids only when they are given", () => {
    write({ "a.yaml": good.replace("runAsUser: 1000, runAsGroup: 1000, ", "") });
    expect(secctx(["fix"]).stderr).toContain("only you know which id fits the image");
    secctx(["fix", "--run-as-user", "10001", "--run-as-group", "10002"]);
    expect(readFileSync(join(folder, "a.yaml"), "utf8")).toMatch(/runAsUser: 10001, runAsGroup: 10002/);
  });

  it("leaves alone what it must not touch, says so, and does the rest", () => {
    write({
      "merge.yaml": `<<<<<<< ours\n${bad}=======\n>>>>>>> theirs\n`,
      "readonly.yaml": bad,
      "broken.yaml": "kind: Pod\napiVersion: v1\nspec: [\n",
      "ok.yaml": bad,
    });
    chmodSync(join(folder, "readonly.yaml"), 0o444);
    const { status, stderr } = secctx(["fix"]);
    expect(status).toBe(2);
    expect(stderr).toContain(
      "merge.yaml:1: This file was left as it was: it holds merge conflict markers. Resolve them first.",
    );
    expect(stderr).toContain("readonly.yaml:1: This file was left as it was: it is read-only.");
    expect(stderr).toContain("broken.yaml:");
    expect(readFileSync(join(folder, "readonly.yaml"), "utf8")).toBe(bad);
    expect(readFileSync(join(folder, "ok.yaml"), "utf8")).not.toBe(bad);
  });
});

describe("the rest of the command line", () => {
  it("effective: what each container gets, who said so, where", () => {
    write({ "good.yaml": good });
    const { stdout, status } = secctx(["effective", "good.yaml"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/runAsUser +1000 +pod +line 5/);
    expect(stdout).toMatch(/capabilities +none/);
    expect(stdout).toContain("restricted (v1.37): allowed");
  });

  it("--version and --help", () => {
    expect(secctx(["--version"]).stdout).toBe(
      `${JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8")).version}\n`,
    );
    for (const args of [["--help"], ["help"], ["help", "fix"], ["check", "--help"]])
      expect(secctx(args)).toMatchObject({ status: 0, stderr: "" });
    expect(secctx(["fix", "--help"]).stdout).toContain("--run-as-user N");
  });

  it("a reader that has seen enough is no error", () => {
    write({ "bad.yaml": bad.repeat(1).concat(...Array.from({ length: 400 }, () => `---\n${bad}`)) });
    const { status, stderr } = spawnSync("sh", ["-c", `'${process.execPath}' '${bundle}' check . | head -1`], {
      cwd: folder,
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});
