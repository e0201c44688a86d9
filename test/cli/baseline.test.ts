import { describe, expect, it } from "vitest";
import { badPod, type Folder, folder, goodPod } from "./folder.ts";

const name = ".secctx-baseline.json";

function acceptFindings(place: Folder): Folder {
  place.git("init");
  expect(place.secctx(["baseline"])).toMatchObject({ status: 0, stderr: "" });
  return place;
}

describe("secctx baseline", () => {
  it("accepts today's findings, sorted, one on each line, and changes nothing when it runs again", () => {
    const place = acceptFindings(folder({ "b.yaml": badPod, "a.yaml": badPod.replace("name: bad", "name: also") }));
    const text = place.read(name);
    const lines = text.split("\n").filter((line) => line.startsWith("    "));
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.map((line) => line.replace(/,$/, ""))).toEqual(lines.map((line) => line.replace(/,$/, "")).toSorted());
    expect(JSON.parse(lines[0]?.replace(/,$/, "") ?? "")).toMatchObject({
      file: "a.yaml",
      workload: "Pod also",
      container: "app",
      rule: expect.any(String),
      count: 1,
    });
    expect(place.secctx([])).toMatchObject({ status: 0, stdout: expect.stringContaining(`${lines.length} ignored`) });
    expect(place.secctx(["baseline"]).stdout).toBe(
      `${name}: ${lines.length} findings accepted (8 failures, 6 warnings); 0 entries added, 0 taken out, 0 moved.\n`,
    );
    expect(place.read(name)).toBe(text);
    const [finding] = JSON.parse(place.secctx(["--format", "json"]).stdout).findings;
    expect(finding.ignored).toEqual({ by: "baseline", reason: `accepted in ${name}`, expires: null });
  });

  it("still matches what is moved or reformatted, but not what is new or gets worse", () => {
    const place = acceptFindings(folder({ "bad.yaml": badPod.replace("privileged: true", "privileged: false") }));
    place.shell("mkdir k8s; mv bad.yaml k8s/pod.yaml");
    place.write("k8s/pod.yaml", `# moved\n${place.read("k8s/pod.yaml")}`);
    expect(place.secctx([])).toMatchObject({ status: 0, stderr: "" });
    expect(place.secctx(["k8s"])).toMatchObject({ status: 0, stderr: "" });
    place.write("k8s/pod.yaml", badPod);
    const failing = () =>
      JSON.parse(place.secctx(["--format", "json"]).stdout)
        .findings.filter(({ ignored }: { ignored: unknown }) => !ignored)
        .map(({ rule, containers }: { rule: string; containers: string[] }) => `${rule} ${containers}`);
    expect(failing()).toEqual(["privileged app"]);
    place.write(
      "k8s/pod.yaml",
      `${badPod.replace("privileged: true", "privileged: false")}    - name: two\n      image: i\n`,
    );
    expect(failing().length).toBeGreaterThan(4);
    expect(failing().filter((each: string) => !each.endsWith(" two"))).toEqual([]);
  });

  it("says what is gone, and removes it when it runs again", () => {
    const place = acceptFindings(folder({ "bad.yaml": badPod, "two.yaml": badPod.replace("name: bad", "name: two") }));
    place.write("bad.yaml", badPod.replace("privileged: true", "privileged: false"));
    const { stdout, status } = place.secctx([]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /\.secctx-baseline\.json:\d+ {2}note\n {2}An accepted finding is gone \(privileged, container "app": securityContext\.privileged\): run `secctx baseline --prune` to take it out\.\n/,
    );
    place.shell("rm two.yaml");
    const again = place.secctx(["baseline"]);
    expect(again.stdout).toMatch(
      /: 7 findings accepted \(4 failures, 3 warnings\); 1 entry added, 8 taken out, 0 moved\.\n {2}gone {3}\{"file":"bad\.yaml","workload":"Pod bad","container":"app","rule":"privileged",/,
    );
    expect(place.read(name)).not.toContain("Pod two");
    expect(place.secctx([]).stdout).not.toContain("note");
    place.write("bad.yaml", badPod);
    expect(place.secctx([]).status).toBe(1);
  });

  it("adds what is at the given paths, and is written to the root wherever it runs", () => {
    const place = acceptFindings(folder({ "a/bad.yaml": badPod, "b/good.yaml": goodPod }));
    place.write("b/bad.yaml", badPod.replace("name: bad", "name: late"));
    expect(place.secctx(["baseline", "."], { cwd: "b" }).stdout).toMatch(
      /^\.\.\/\.secctx-baseline\.json: .* 7 entries added, 0 taken out, 0 moved\.\n( {2}new .*\n){7}$/,
    );
    expect(place.secctx([]).status).toBe(0);
    const text = place.read(name);
    expect(place.secctx(["baseline", "--quiet"], { cwd: "b" })).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(place.read(name)).toBe(text);
    expect(place.secctx([], { cwd: "b" }).status).toBe(0);
  });

  it("leaves out what is ignored, is not written if there is nothing to accept, and does not prevent fixes", () => {
    const place = folder({ "good.yaml": goodPod });
    expect(place.secctx(["baseline"]).stdout).toBe(
      "There is nothing to accept: .secctx-baseline.json was not written.\n",
    );
    expect(place.shell(`test -e ${name}`).status).toBe(1);
    place.write(
      "bad.yaml",
      badPod.replace("privileged: true", "privileged: true # secctx: ignore[privileged] it is the CNI plugin"),
    );
    acceptFindings(place);
    expect(place.read(name)).not.toContain('"privileged"}');
    const { stdout } = place.secctx(["fix", "--diff"]);
    expect(stdout).toContain("+    seccompProfile:");
    expect(stdout).not.toContain("privileged: false");
  });

  it("accepts what could be evaluated, names what could not, and keeps what was accepted there", () => {
    const place = acceptFindings(
      folder({ "bad.yaml": badPod, "worse.yaml": badPod.replace("name: bad", "name: two") }),
    );
    const text = place.read(name);
    place.write("worse.yaml", "apiVersion: v1\nkind: Pod\nspec: [\n");
    place.write("new.yaml", badPod.replace("name: bad", "name: new"));
    for (const [args, accepted] of [
      [["--prune"], text],
      [[], expect.stringContaining('"Pod new"')],
    ] as const) {
      expect(place.secctx(["baseline", ...args])).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(
          /^worse\.yaml:3: .*\n\.secctx-baseline\.json: what could not be evaluated is not accepted; what was accepted there stays accepted\.\n$/,
        ),
      });
      expect(place.read(name)).toEqual(accepted);
    }
    place.write("worse.yaml", badPod.replace("name: bad", "name: two"));
    expect(place.secctx([]).status).toBe(0);
  });

  it("counts what check and init count, in their words", () => {
    const place = folder({ "bad.yaml": `${badPod}    - name: two\n      image: i\n` });
    const counts = "10 findings (6 failures, 4 warnings)";
    expect(place.secctx([]).stdout).toContain("The gate fails at level restricted: 6 failures, 4 warnings. Reviewed");
    expect(place.secctx(["init"]).stdout).toContain(`Today there are ${counts}.`);
    expect(place.secctx(["baseline"]).stdout).toBe(
      `${name}: ${counts.replace("(", "accepted (")}; 14 entries added, 0 taken out, 0 moved.\n`,
    );
    expect(place.secctx([]).stdout).toContain("The gate passes at level restricted: 10 ignored. Reviewed");
  });

  it.each([
    [
      '{"schema": "secctx-baseline/v3", "findings": []}',
      "1: It was written by a newer version of secctx (secctx-baseline/v3): use that version.",
    ],
    [
      '{\n<<<<<<< ours\n  "schema": 1\n=======\n',
      "2: It holds merge conflict markers: keep the entries of both sides, then run `secctx baseline --prune`.",
    ],
    ["{", "1: It is not JSON: restore it from git, or remove it."],
    ["[]", "1: Its format is not secctx-baseline/v2: restore it from git, or remove it."],
    [
      entries('{"workload": "Pod a", "rule": "privileged"}'),
      "3: This entry is not one that secctx wrote: restore it from git, or remove it.",
    ],
    [
      entries(entry({ count: -1 })),
      "3: This entry has the count -1, which is not a whole number above 0: restore it from git, or remove it.",
    ],
    [entries(entry({ count: 0 })), "3: This entry has the count 0, "],
    [entries(entry({ count: 1.5 })), "3: This entry has the count 1.5, "],
    [entries(entry({ count: "2" })), '3: This entry has the count "2", '],
    [entries(entry({ count: undefined })), "3: This entry has the count of nothing, "],
    [entries(entry({ file: undefined })), "3: This entry does not name its file: restore it from git, or remove it."],
    [
      entries(entry({}), entry({ count: 2 })),
      '4: It accepts the same as line 3 (privileged, container "app": securityContext.privileged): keep one of the two entries.',
    ],
  ])("that is %j ends the run with 2", (text, sentence) => {
    const place = folder({ "bad.yaml": badPod, [name]: text });
    for (const command of [["check"], ["baseline"], ["baseline", "--prune"]]) {
      const { status, stdout, stderr } = place.secctx(command);
      expect({ status, stdout, stderr }).toEqual({
        status: 2,
        stdout: "",
        stderr: expect.stringContaining(`secctx: ${name}:${sentence}`),
      });
    }
    expect(place.read(name)).toBe(text);
  });
});

function entry(more: object): string {
  const fact = { container: "app", rule: "privileged", level: "baseline", field: "securityContext.privileged" };
  return JSON.stringify({ file: "bad.yaml", workload: "Pod bad", ...fact, count: 1, ...more });
}

function entries(...all: readonly string[]): string {
  return `{"schema": "secctx-baseline/v2",\n"findings": [\n${all.join(",\n")}\n]}`;
}

describe("a finding is accepted in its file, as often as it was there", () => {
  const mild = badPod.replace("privileged: true", "privileged: false");
  const failing = (place: Folder, ...args: readonly string[]): string[] =>
    JSON.parse(place.secctx([...args, "--format", "json"]).stdout)
      .findings.filter(({ ignored }: { ignored: unknown }) => !ignored)
      .map(({ rule, file }: { rule: string; file: string }) => `${file} ${rule}`);

  it("so that what is accepted for one file is new in another, and a second of its kind is new", () => {
    const place = acceptFindings(folder({ "dev/web.yaml": badPod, "prod/web.yaml": mild }));
    place.write("prod/web.yaml", badPod);
    expect(failing(place)).toEqual(["prod/web.yaml privileged"]);
    expect(failing(place, "prod")).toEqual(["prod/web.yaml privileged"]);
    // Also where the other file goes: prod had the workload before.
    place.shell("rm dev/web.yaml");
    expect(failing(place)).toEqual(["prod/web.yaml privileged"]);
    place.write("prod/web.yaml", `${mild}---\n${mild}`);
    place.write("dev/web.yaml", `${badPod}---\n${badPod}`);
    expect(new Set(failing(place)).size).toBe(14);
    expect(place.secctx([]).stdout).not.toContain("secctx baseline`.");
    place.secctx(["baseline"]);
    expect(place.read(name).match(/"count":2/g)).toHaveLength(14);
    expect(place.secctx([]).status).toBe(0);
    place.write("dev/web.yaml", badPod);
    expect(place.secctx([]).stdout).toMatch(/7 accepted findings are gone, the first here \(.*, 1 of 2\): run/);
    expect(place.secctx(["baseline", "--prune"]).stdout).toMatch(
      /; 7 entries taken out or lowered, 0 moved\.\n( {2}gone {3}.*"count":2\}\n){7}( {2}now {4}.*"count":1\}\n){7}$/,
    );
  });

  it("and goes where its file goes, once", () => {
    const place = acceptFindings(folder({ "dev/web.yaml": badPod, "prod/web.yaml": mild }));
    place.shell("mkdir k8s; mv dev/web.yaml k8s/a.yaml");
    expect(place.secctx([]).status).toBe(0);
    place.shell("cp k8s/a.yaml k8s/b.yaml");
    expect(new Set(failing(place).map((each) => each.split(" ")[0]))).toEqual(new Set(["k8s/b.yaml"]));
    expect(failing(place, "k8s/a.yaml")).toEqual([]);
    expect(failing(place, "k8s/b.yaml").length).toBe(7);
    place.shell("mv k8s/b.yaml dev/web.yaml");
    expect(new Set(failing(place).map((each) => each.split(" ")[0]))).toEqual(new Set(["k8s/a.yaml"]));
  });

  it("and --prune accepts nothing: it takes out what is gone below its paths, and names the files to which the rest moved", () => {
    const place = acceptFindings(folder({ "a/web.yaml": badPod, "b/web.yaml": badPod, "c/web.yaml": badPod }));
    const before = place.read(name).split("\n");
    place.write("a/web.yaml", mild);
    place.write("b/web.yaml", goodPod);
    place.shell("mkdir d; mv c/web.yaml d");
    place.write("new.yaml", badPod.replace("name: bad", "name: new"));
    expect(place.secctx(["baseline", "--prune", "b", "c"])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /: 14 findings accepted \(8 failures, 6 warnings\); 7 entries taken out or lowered, 7 moved\. Not accepted: 7 findings\.\n/,
      ),
    });
    const after = place.read(name).split("\n");
    expect(after.filter((line) => line.includes('"a/web.yaml"'))).toEqual(
      before.filter((line) => line.includes('"a/web.yaml"')),
    );
    expect(after.filter((line) => /"(b|c)\/web\.yaml"/.test(line))).toEqual([]);
    expect(after.filter((line) => line.includes('"d/web.yaml"'))).toHaveLength(7);
    expect(new Set(failing(place).map((each) => each.split(" ")[0]))).toEqual(new Set(["new.yaml"]));
    place.secctx(["baseline", "--prune"]);
    expect(place.read(name)).not.toContain(
      '"rule":"privileged","level":"baseline","field":"securityContext.privileged","count":1},\n    {"file":"a',
    );
    expect(new Set(failing(place).map((each) => each.split(" ")[0]))).toEqual(new Set(["new.yaml"]));
    place.write("a/web.yaml", badPod);
    expect(failing(place).filter((each) => each.startsWith("a/"))).toEqual(["a/web.yaml privileged"]);
    expect(place.secctx(["baseline", "--prune", "nowhere"])).toMatchObject({
      status: 2,
      stderr: 'secctx: "nowhere": there is no such file or folder, and the baseline accepts nothing below it.\n',
    });
  });

  it("and a baseline of the old format, which says neither, ends a check with 2 and is rewritten without anything new", () => {
    const place = acceptFindings(folder({ "dev/web.yaml": badPod }));
    const old = place
      .read(name)
      .replace("secctx-baseline/v2", "secctx-baseline/v1")
      .replaceAll('"file":"dev/web.yaml",', "")
      .replaceAll(',"count":1}', "}");
    place.write(name, old);
    place.write("new.yaml", badPod.replace("name: bad", "name: new"));
    expect(place.secctx([])).toEqual({
      status: 2,
      stdout: "",
      stderr: `secctx: ${name}:1: It has the old format secctx-baseline/v1, which names no files: run \`secctx baseline\` once. It rewrites what is accepted, and accepts nothing else.\n`,
    });
    expect(place.secctx(["baseline", "dev"]).status).toBe(2);
    expect(place.read(name)).toBe(old);
    expect(place.secctx(["baseline"]).stdout).toBe(
      `${name}: 7 findings accepted (4 failures, 3 warnings); rewritten, with the files. Not accepted: 7 findings.\n`,
    );
    expect(new Set(failing(place).map((each) => each.split(" ")[0]))).toEqual(new Set(["new.yaml"]));
  });

  it("and what an ignore covers uses nothing up", () => {
    const place = acceptFindings(folder({ "a.yaml": badPod }));
    const comment = "privileged: true # secctx: ignore[privileged] it is the CNI plugin";
    place.write("a.yaml", `${badPod.replace("privileged: true", comment)}---\n${badPod}`);
    expect(failing(place).filter((each) => each.endsWith(" privileged"))).toEqual([]);
  });
});
