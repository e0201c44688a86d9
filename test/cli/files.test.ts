import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { badPod, type Folder, folder, type RunOptions } from "./folder.ts";

/** The files that hold what was reviewed, in the report's order. */
function listReviewed({ secctx }: Folder, paths: readonly string[] = [], options?: RunOptions): string[] {
  const { stdout, stderr, status } = secctx(["check", "--format", "json", ...paths], options);
  expect(stderr).toBe("");
  const { problems, workloads } = JSON.parse(stdout);
  expect(problems).toEqual([]);
  expect(status).toBe(workloads.length > 0 ? 1 : 0);
  return workloads.map(({ file }: { file: string }) => file);
}

function buildPods(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, badPod]));
}

const everywhere = buildPods(
  ".hidden/a.yaml",
  ".hidden-file.yaml",
  "UPPER.YAML",
  "a/b/c.yml",
  "a/data.json.txt",
  "a/node_modules/x.yaml",
  "a/notes.txt",
  "k8s/.deep/a.yaml",
  "k8s/web.yaml",
  "node_modules/pkg/x.yaml",
  "pod.yaml",
);
const seen = [".hidden-file.yaml", "UPPER.YAML", "a/b/c.yml", "k8s/web.yaml", "pod.yaml"];

describe("a folder", () => {
  it.each(["in a repository", "outside of one"])("is searched for manifests, %s", (where) => {
    const place = folder(everywhere);
    if (where === "in a repository") place.git("init", "-q");
    expect(listReviewed(place)).toEqual(seen);
    expect(listReviewed(place, ["."])).toEqual(seen);
    expect(listReviewed(place, ["a", "./k8s/"])).toEqual(["a/b/c.yml", "k8s/web.yaml"]);
    expect(listReviewed(place, [".."], { cwd: "a/b" })).toEqual(["c.yml"]);
    expect(listReviewed(place, [place.path], { cwd: "k8s" })).toEqual([
      "../.hidden-file.yaml",
      "../UPPER.YAML",
      "../a/b/c.yml",
      "../pod.yaml",
      "web.yaml",
    ]);
  });

  it("is searched if the user names it, even if its name would be skipped elsewhere", () => {
    const place = folder({
      ...everywhere,
      ".gitignore": "rendered/\n",
      ...buildPods("rendered/web.yaml", "rendered/.x/a.yaml"),
    });
    for (const repository of [false, true]) {
      if (repository) place.git("init", "-q");
      expect(listReviewed(place, [".hidden"])).toEqual([".hidden/a.yaml"]);
      expect(listReviewed(place, ["node_modules"])).toEqual(["node_modules/pkg/x.yaml"]);
      expect(listReviewed(place, ["rendered"])).toEqual(["rendered/web.yaml"]);
      expect(listReviewed(place, [], { cwd: "rendered" })).toEqual(["web.yaml"]);
    }
    expect(listReviewed(place)).toEqual(seen);
  });

  it("is searched without what git ignores, for whatever reason", () => {
    const place = folder({
      ...buildPods(
        "a/kept.yaml",
        "a/secret.yaml",
        "b/build/x.yaml",
        "excluded.yaml",
        "new.yaml",
        "tracked.yaml",
        "a/tmp/kept.yaml",
        "a/tmp/x.yaml",
      ),
      ".gitignore": "build/\n/tracked.yaml\n",
      "a/.gitignore": "secret.*\ntmp/*\n!tmp/kept.yaml\n",
    });
    place.git("init", "-q");
    place.write(".git/info/exclude", "excluded.yaml\n");
    place.git("add", "-f", "tracked.yaml", "a/kept.yaml");
    expect(listReviewed(place)).toEqual(["a/kept.yaml", "a/tmp/kept.yaml", "new.yaml", "tracked.yaml"]);
    expect(listReviewed(place, ["a"])).toEqual(["a/kept.yaml", "a/tmp/kept.yaml"]);
  });

  it("is searched where a submodule in it is not checked out", () => {
    const place = folder(buildPods("here.yaml", "module/other.yaml"));
    place.git("init", "-q");
    place.git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},empty`);
    mkdirSync(join(place.path, "empty"));
    expect(listReviewed(place)).toEqual(["here.yaml", "module/other.yaml"]);
  });

  it("is searched with submodules and repositories in it, and without files that are gone", () => {
    const inner = folder(buildPods("base.yaml", "ignored.yaml"));
    inner.write(".gitignore", "ignored.yaml\n");
    inner.git("init", "-q");
    inner.git("add", ".");
    inner.git("commit", "-qm", "one");
    const place = folder(buildPods("gone.yaml", "here.yaml"));
    place.git("init", "-q");
    place.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.path, "module");
    place.git("clone", "-q", inner.path, "clone");
    place.git("add", "gone.yaml");
    place.shell("rm gone.yaml; printf 'x: 1' > module/ignored.yaml");
    expect(listReviewed(place)).toEqual(["clone/base.yaml", "here.yaml", "module/base.yaml"]);
  });

  it("is searched the same from within a git hook", () => {
    const place = folder({ ...buildPods("a/pod.yaml", "ignored.yaml"), ".gitignore": "ignored.yaml\n" });
    place.git("init", "-q");
    const env = { GIT_DIR: ".git", GIT_INDEX_FILE: ".git/index" };
    expect(listReviewed(place, [], { env })).toEqual(["a/pod.yaml"]);
    expect(listReviewed(place, ["a"], { env })).toEqual(["a/pod.yaml"]);
  });

  it("is searched without git if there is no git", () => {
    const place = folder({ ...buildPods("pod.yaml", ".git/x.yaml") });
    expect(listReviewed(place, [], { env: { PATH: "/nowhere" } })).toEqual(["pod.yaml"]);
  });

  it("with a pipe in it does not wait for it", () => {
    const place = folder(buildPods("pod.yaml"));
    place.shell("mkfifo pipe.yaml && ln -s pipe.yaml link.yaml && ln -s . folder.yaml");
    expect(listReviewed(place)).toEqual(["pod.yaml"]);
  });
});

describe("a file that is named", () => {
  it("is read whatever its name is, and even if git ignores it", () => {
    const place = folder({ ...everywhere, ".gitignore": "*.yaml\n" });
    place.git("init", "-q");
    for (const file of ["pod.yaml", ".hidden/a.yaml", "node_modules/pkg/x.yaml", "a/notes.txt"])
      expect(listReviewed(place, [file])).toEqual([file]);
    expect(listReviewed(place, ["./k8s/../pod.yaml", join(place.path, "pod.yaml"), "pod.yaml", "."])).toEqual([
      "UPPER.YAML",
      "a/b/c.yml",
      "pod.yaml",
    ]);
  });

  it("is read through a link, and from a pipe", () => {
    const place = folder(buildPods("real/pod.yaml"));
    symlinkSync("real/pod.yaml", join(place.path, "link.yaml"));
    expect(listReviewed(place, ["link.yaml"])).toEqual(["link.yaml"]);
    const { stdout } = place.shell("secctx check --quiet <(cat real/pod.yaml)");
    expect(stdout).toContain("Reviewed 1 workload in 1 file.");
  });

  it("may have a name that looks like a pattern, an option or another language", () => {
    const names = ["[a]*.yaml", "--quiet", "spa ce.yaml", "ünïcødé 漢字.yaml", 'quo"te.yaml', "new\nline.yaml"];
    const place = folder(buildPods(...names));
    for (const name of names) expect(listReviewed(place, ["--", name])).toEqual([name]);
    expect(listReviewed(place)).toEqual(names.filter((name) => name !== "--quiet").toSorted());
  });

  it("has places that do not depend on its byte order mark and its line endings", () => {
    const crlf = badPod.replaceAll("\n", "\r\n");
    const place = folder({ "b.yaml": crlf, "a.yaml": `\ufeff${crlf}`, "c.yaml": badPod });
    const { findings } = JSON.parse(place.secctx(["--format=json", "c.yaml", "b.yaml", "a.yaml"]).stdout);
    const places = findings
      .filter(({ rule }: { rule: string }) => rule === "privileged")
      .map(({ file, start, end }: { file: string; start: object; end: object }) => ({ file, start, end }));
    const [start, end] = [
      { line: 10, column: 21 },
      { line: 10, column: 25 },
    ];
    expect(places).toEqual(["a.yaml", "b.yaml", "c.yaml"].map((file) => ({ file, start, end })));
  });
});

describe("a pattern", () => {
  it.each<[string, string[]]>([
    ["**/*.yaml", [".hidden-file.yaml", "k8s/web.yaml", "pod.yaml"]],
    ["**", seen],
    ["*", [".hidden-file.yaml", "UPPER.YAML", "pod.yaml"]],
    ["a/**/*.{yml,json}", ["a/b/c.yml"]],
    ["a/*.txt", ["a/data.json.txt", "a/notes.txt"]],
    ["./k8s/w?b.yaml", ["k8s/web.yaml"]],
    ["k8s/[a-z]*.yaml", ["k8s/web.yaml"]],
    [".hidden/*.yaml", [".hidden/a.yaml"]],
    ["node_modules/**/*.yaml", ["node_modules/pkg/x.yaml"]],
    ["**/*.y?(a)ml", [".hidden-file.yaml", "a/b/c.yml", "k8s/web.yaml", "pod.yaml"]],
    ["@(a|k8s)/**", ["a/b/c.yml", "k8s/web.yaml"]],
    ["k8s/!(secret)", ["k8s/web.yaml"]],
    ["!(k8s)/**/*.yml", ["a/b/c.yml"]],
  ])("%s", (pattern, files) => {
    const place = folder(everywhere);
    expect(listReviewed(place, [pattern])).toEqual(files);
    place.git("init", "-q");
    expect(listReviewed(place, [pattern])).toEqual(files);
  });

  it("reaches outside of the working directory", () => {
    const place = folder(everywhere);
    expect(listReviewed(place, ["../k8s/*.yaml"], { cwd: "a" })).toEqual(["../k8s/web.yaml"]);
    expect(listReviewed(place, [`${place.path}/k8s/*`], { cwd: "a" })).toEqual(["../k8s/web.yaml"]);
  });
});

describe("a pattern that can't be matched", () => {
  it.each([
    ["k8s/[", "has a [ without its other half."],
    ["nowhere/{a", "has a { without its other half."],
    ["*a*a*a*a*a*a*a*a*a*a*b", "has more than 3 * or groups that repeat or exclude between two slashes."],
    ["k8s/+(a", "has a +( without its other half."],
    ["{1..2000}.yaml", "has braces that stand for more than 1,000 patterns."],
    [`${"a".repeat(1000)}*`, "is longer than 1,000 characters."],
  ])("%s", (pattern, sentence) => {
    const { status, stdout, stderr } = folder(everywhere).secctx(["check", pattern]);
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr: `secctx: The pattern "${pattern}" ${sentence}\n`,
    });
  });
});

describe("standard input", () => {
  it("is a file named -, beside others", () => {
    const place = folder(buildPods("pod.yaml"));
    expect(listReviewed(place, ["-"], { input: badPod })).toEqual(["-"]);
    expect(listReviewed(place, ["pod.yaml", "-", "-"], { input: badPod })).toEqual(["-", "pod.yaml"]);
  });

  it("may be slow", () => {
    const { stdout } = folder(buildPods("pod.yaml")).shell(
      "(sleep 0.2; head -n 4 pod.yaml; sleep 0.2; tail -n +5 pod.yaml) | secctx --quiet -",
    );
    expect(stdout).toContain("Reviewed 1 workload in 1 file.");
  });

  it("is worth a note if it is empty", () => {
    const { stdout, status } = folder().secctx(["-"]);
    expect(status).toBe(0);
    expect(stdout).toContain(
      "-:1  note\n  Nothing came through standard input. Did the command before the pipe fail?\n",
    );
  });
});

describe("what the user may not read", () => {
  it("is named, whether it is a file or a folder, and never passes", ({ skip }) => {
    // Another user than root is stopped by a file's mode.
    const canBecomeNobody = process.getuid?.() === 0 && spawnSync("setpriv", ["--version"]).status === 0;
    skip(!canBecomeNobody, "the tests don't run as root, or there is no setpriv");
    const place = folder({ ...buildPods("closed/a.yaml", "secret.yaml", "pod.yaml") });
    const { stdout, status } = place.shell(
      'chmod 711 . && chmod 000 closed secret.yaml && chmod 755 . && setpriv --reuid=65534 --regid=65534 --clear-groups bash -c "$(declare -f secctx); secctx check --format json"',
    );
    expect(status).toBe(2);
    const { problems, workloads } = JSON.parse(stdout);
    expect(problems.map(({ file, message }: { file: string; message: string }) => [file, message])).toEqual([
      ["closed", "This file could not be read: you may not read or write it."],
      ["secret.yaml", "This file could not be read: you may not read or write it."],
    ]);
    expect(workloads).toHaveLength(1);
  });
});
