import { chmodSync, lstatSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpus, manifestsIn, noCorpus } from "../corpus.ts";
import { badPod, type Folder, folder, goodPod } from "./folder.ts";

/** What each file holds after `secctx fix`. */
function fixFiles(files: Readonly<Record<string, string>>, ...options: string[]): Record<string, string> {
  const place = folder(files);
  const { status, stderr } = place.secctx(["fix", ...options]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return readContents(place, Object.keys(files));
}

function readContents({ read }: Folder, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, read(name)]));
}

describe("fix", () => {
  it("writes the fixes into the file, and says what it did and what remains", () => {
    const { secctx, read } = folder({ "bad.yaml": badPod, "good.yaml": goodPod });
    const { status, stdout, stderr } = secctx(["fix"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.split("\n")).toEqual(
      expect.arrayContaining([
        "bad.yaml: 6 fixes, 2 left to you",
        expect.stringMatching(/^ {2}fix {3}privileged: Set privileged: false \(needs a look: fails if .*\)$/),
        expect.stringMatching(/^ {2}left {2}explicit-user, line 6: .*--run-as-user/),
        "1 file changed. 2 findings remain. Review the change with git diff, test it, and run secctx check again.",
      ]),
    );
    expect(stdout).not.toContain("good.yaml");
    expect(read("good.yaml")).toBe(goodPod);
    expect(read("bad.yaml")).toContain("# pinned\n      securityContext:\n        privileged: false\n");
    expect(secctx(["check", "--quiet"]).status).toBe(0);
  });

  it("has nothing to do the second time", () => {
    const { secctx, read } = folder({ "bad.yaml": badPod });
    secctx(["fix", "--quiet"]);
    const once = read("bad.yaml");
    expect(secctx(["fix"]).stdout).toMatch(/\nNo file changed\. 2 findings remain\.\n$/);
    expect(secctx(["fix", "--diff"])).toMatchObject({ status: 0, stdout: "" });
    expect(read("bad.yaml")).toBe(once);
  });

  it("prints only problems with --quiet", () => {
    const { secctx, write } = folder({ "bad.yaml": badPod });
    write("broken.yaml", "apiVersion: v1\nkind: Pod\nspec: [\n");
    const { status, stdout, stderr } = secctx(["fix", "--quiet"]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^broken\.yaml:3: This is not YAML.*\n$/);
  });

  it("writes only what the user asks for", () => {
    const only = fixFiles({ "a.yaml": badPod }, "--rule", "privileged")["a.yaml"];
    expect(only).toBe(badPod.replace("privileged: true", "privileged: false"));
    const two = fixFiles({ "a.yaml": badPod }, "--rule", "privileged", "--rule", "seccomp-profile")["a.yaml"];
    expect(two).toBe(
      only?.replace("spec:\n", "spec:\n  securityContext:\n    seccompProfile:\n      type: RuntimeDefault\n"),
    );
    expect(folder().secctx(["fix", "--rule", "root"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--rule "root": use one of api-rejected, '),
    });
  });

  it("leaves out what may stop a container that works, with --safe", () => {
    const { secctx, read } = folder({ "bad.yaml": badPod });
    const { stdout, status } = secctx(["fix", "--safe"]);
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/^ {2}fix .*\(fails/m);
    expect(read("bad.yaml")).toContain("privileged: true");
  });

  it("writes a user or group id only if it is given, and never root's", () => {
    expect(fixFiles({ "a.yaml": badPod })["a.yaml"]).not.toMatch(/runAs(User|Group):/);
    expect(fixFiles({ "a.yaml": badPod }, "--run-as-user", "1234", "--run-as-group=99")["a.yaml"]).toMatch(
      /runAsUser: 1234\n(.*\n)*? *runAsGroup: 99\n/,
    );
    for (const id of ["0", "-1", "1.5", "1e3", "root", "2147483648", ""]) {
      const { status, stderr } = folder().secctx(["fix", `--run-as-user=${id}`]);
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: `secctx: --run-as-user "${id}": use a whole number from 1 to 2147483647; 0 is root.\n`,
      });
    }
  });

  it("keeps modes, links and everything else", () => {
    const { secctx, path, read } = folder({ "real/bad.yaml": badPod, "real/other.yaml": badPod });
    chmodSync(join(path, "real/bad.yaml"), 0o750);
    symlinkSync("real/bad.yaml", join(path, "link.yaml"));
    expect(secctx(["fix", "link.yaml"]).status).toBe(0);
    expect(lstatSync(join(path, "link.yaml")).isSymbolicLink()).toBe(true);
    expect(statSync(join(path, "real/bad.yaml")).mode & 0o777).toBe(0o750);
    expect(read("real/bad.yaml")).toContain("privileged: false");
    // The link and the file are one: fixing both is fixing it once.
    expect(secctx(["fix", "."])).toMatchObject({ status: 0, stderr: "" });
    expect(readdirSync(join(path, "real")).toSorted()).toEqual(["bad.yaml", "other.yaml"]);
  });

  it("fixes a file with two names once", () => {
    const { secctx, path } = folder({ "a.yaml": badPod });
    symlinkSync("a.yaml", join(path, "b.yaml"));
    expect(secctx(["fix"])).toMatchObject({ status: 0, stderr: "" });
  });

  it("replaces a file in one step: a program that has it open keeps the old text", () => {
    const { shell } = folder({ "bad.yaml": badPod });
    const { stdout } = shell("exec 3< bad.yaml; secctx fix --quiet; cat <&3");
    expect(stdout).toBe(badPod);
  });

  it("leaves alone what it may not touch, says why, and does the rest", () => {
    const conflict = `${badPod}<<<<<<< HEAD\n>>>>>>> other\n`;
    const { secctx, path, read } = folder({ "closed.yaml": badPod, "conflict.yaml": conflict, "open.yaml": badPod });
    chmodSync(join(path, "closed.yaml"), 0o444);
    const { status, stdout, stderr } = secctx(["fix"]);
    expect(status).toBe(2);
    expect(stderr.split("\n").toSorted()).toEqual([
      "",
      "closed.yaml:1: This file was not changed: it is read-only. Make it writable first.",
      "conflict.yaml:11: This file was not changed: it has merge conflicts. Resolve them first.",
    ]);
    expect(stdout).toMatch(/^open\.yaml: 6 fixes/);
    expect(stdout).toMatch(/\n1 file changed\./);
    expect([read("closed.yaml"), read("conflict.yaml")]).toEqual([badPod, conflict]);
    expect(read("open.yaml")).not.toBe(badPod);
  });

  it("keeps the old file if the disk takes only a part of the new one, and does the rest", () => {
    const long = `# ${"long ".repeat(900)}\n${badPod}`;
    const { shell, path, read } = folder({ "long.yaml": long, "short.yaml": badPod });
    // Writing ends in the middle of a file: at 4 kB.
    const { status, stdout, stderr } = shell("ulimit -f 4; secctx fix");
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "long.yaml:1: This file was not changed: the system allows no file of this size here.\n",
    });
    expect(stdout).toMatch(/^short\.yaml: 6 fixes/);
    expect(read("long.yaml")).toBe(long);
    expect(read("short.yaml")).not.toBe(badPod);
    expect(readdirSync(path).filter((name) => name !== ".cache")).toEqual(["long.yaml", "short.yaml"]);
  });

  it("names a template and what can't be read, and does the rest", () => {
    const { secctx, read } = folder({
      "chart/templates/a.yaml": `${badPod}      {{- with .Values.x }}\n`,
      "broken.yaml": "apiVersion: v1\nkind: Pod\nspec: [\n",
      "open.yaml": badPod,
    });
    const { status, stdout, stderr } = secctx(["fix"]);
    expect(status).toBe(2);
    expect(stderr.split("\n").toSorted()).toEqual([
      "",
      expect.stringMatching(/^broken\.yaml:3: This is not YAML/),
      expect.stringMatching(/^chart\/templates\/a\.yaml:1: A Helm chart, not evaluated \(1 template\)/),
    ]);
    expect(stdout).toMatch(/^open\.yaml: 6 fixes/);
    expect(read("open.yaml")).not.toBe(badPod);
  });

  it("changes the text at an anchor if all of its uses need the change, and otherwise says why not", () => {
    const { "a.yaml": all } = fixFiles({ "a.yaml": buildAnchored("*context") });
    expect(all).toMatch(/securityContext: &context\n {8}allowPrivilegeEscalation: false\n {8}privileged: false\n/);
    expect(all?.match(/privileged: false/g)).toHaveLength(1);
    const { secctx } = folder({ "a.yaml": buildAnchored("{<<: *context, runAsUser: 5}") });
    expect(secctx(["fix"]).stdout).toMatch(
      /left {2}allow-privilege-escalation, .*through an anchor \(line \d+\): change it where the anchor stands/,
    );
  });

  it("takes standard input only for a patch", () => {
    const { secctx } = folder();
    expect(secctx(["fix", "-"], { input: badPod })).toEqual({
      status: 2,
      stdout: "",
      stderr: "secctx: -: standard input can't be rewritten. Use --diff.\n",
    });
    expect(secctx(["fix", "--diff", "-"], { input: badPod }).stdout).toMatch(/^--- a\/-\n\+\+\+ b\/-\n@@ /);
  });
});

/** Two containers of one context. */
function buildAnchored(second: string): string {
  return `apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  containers:
    - name: a
      securityContext: &context
        allowPrivilegeEscalation: true
        privileged: false
    - name: b
      securityContext: ${second}
`;
}

/** Files whose text or name is hard on a patch. */
const hard: Readonly<Record<string, string>> = {
  "plain.yaml": badPod,
  "crlf.yaml": badPod.replaceAll("\n", "\r\n"),
  "bom.yaml": `\ufeff${badPod}`,
  "no-final-newline.yaml": badPod.trimEnd(),
  "crlf-no-final-newline.yaml": badPod.replaceAll("\n", "\r\n").trimEnd(),
  "mixed-line-ends.yaml": badPod.replace("kind: Pod\n", "kind: Pod\r\n"),
  "many.yaml": [badPod, "", "# nothing\n", goodPod, badPod.replace("name: bad", "name: other")].join("---\n"),
  "list.yaml": `apiVersion: v1\nkind: List\nitems:\n${[badPod, badPod].map((pod) => pod.replace(/^/gm, "    ").replace("    ", "  - ").trimEnd()).join("\n")}\n`,
  "flow.yaml":
    "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, image: i, securityContext: {privileged: true}}]}}\n",
  "pod.json": `${JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: { containers: [{ name: "c", image: "i", securityContext: { privileged: true } }] } }, null, 2)}\n`,
  "one-line.json": JSON.stringify({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "a" },
    spec: { containers: [{ name: "c", image: "i" }] },
  }),
  "deep/folder/spa ce.yaml": badPod,
  'quo"te.yaml': badPod,
  "back\\slash.yaml": badPod,
  "tab\t.yaml": badPod,
  "new\nline.yaml": badPod,
  "ünïcødé 漢字.yaml": badPod,
  "-dash.yaml": badPod,
  "patch-like.yaml": `${badPod}# --- a/x\n# +++ b/x\n# @@ -1 +1 @@\n--- # a document\n`,
};

const examples = join(dirname(dirname(import.meta.dirname)), "examples");

describe("fix --diff", () => {
  it.for<[what: string, files: () => Record<string, string>, missing?: string | undefined]>([
    ["hard cases", () => ({ ...hard })],
    ["the examples", () => manifestsIn(examples)],
    ["real manifests", () => manifestsIn(corpus), noCorpus],
  ])("is what fix writes, byte for byte, once git has applied it: %s", ([, make, missing], { skip }) => {
    skip(missing !== undefined, missing);
    const files = make();
    const names = Object.keys(files);
    const [rewritten, patched] = [folder(files), folder(files)];
    const { stdout: patch, status } = patched.secctx(["fix", "--diff"]);
    expect(readContents(patched, names)).toEqual(files);
    expect(rewritten.secctx(["fix"]).status).toBe(status);
    patched.write("secctx.patch", patch);
    patched.git("init", "-q");
    patched.git("apply", "secctx.patch");
    const result = readContents(patched, names);
    expect(result).toEqual(readContents(rewritten, names));
    expect(Object.entries(files).filter(([name, text]) => result[name] !== text).length).toBeGreaterThan(3);
  });

  it("prints a patch whose head quotes what turns text in a file's name, and git applies it", () => {
    const name = "web\u202elmay.yaml";
    const place = folder({ [name]: badPod });
    const patch = place.shell("secctx fix --diff 2>/dev/null").stdout;
    expect(patch).toContain('+++ "b/web\\342\\200\\256lmay.yaml"\n');
    expect(patch).not.toContain("\u202e");
    place.shell("secctx fix --diff 2>/dev/null | git apply");
    expect(place.read(name)).not.toBe(badPod);
  });

  it("applies if git changes line endings at checkout", () => {
    const place = folder({ "bad.yaml": badPod.replaceAll("\n", "\r\n") });
    place.git("init", "-q");
    place.git("config", "core.autocrlf", "true");
    place.git("add", ".");
    const { stdout } = place.shell("secctx fix --diff 2>/dev/null | git apply && cat bad.yaml");
    expect(stdout).toContain("privileged: false\r\n");
    expect(stdout).not.toMatch(/[^\r]\n/);
  });

  it("applies from a folder of the repository", () => {
    const place = folder({ "a/b/bad.yaml": badPod, "bad.yaml": badPod });
    place.git("init", "-q");
    const { stderr } = place.shell("secctx fix --diff b | git apply", { cwd: "a" });
    expect(stderr).toMatch(/1 file would change\. 2 findings remain\. Apply with: secctx fix --diff … \| git apply\n$/);
    expect(place.read("a/b/bad.yaml")).toContain("privileged: false");
    expect(place.read("bad.yaml")).toBe(badPod);
  });

  it("takes the fixes' options, and has standard output for itself", () => {
    const { secctx } = folder({ "bad.yaml": badPod });
    const { stdout, stderr } = secctx(["fix", "--diff", "--rule", "privileged"]);
    expect(stdout).toBe(
      [
        "--- a/bad.yaml",
        "+++ b/bad.yaml",
        "@@ -7,4 +7,4 @@",
        "     - name: app",
        "       image: registry.example.com/app:1.0 # pinned",
        "       securityContext:",
        "-        privileged: true",
        "+        privileged: false",
        "",
      ].join("\n"),
    );
    expect(stderr).toMatch(/^bad\.yaml: 1 fix, 0 left to you\n {2}fix {3}privileged: .*\n1 file would change\./);
  });
});
