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
      workload: "Pod also",
      container: "app",
      rule: expect.any(String),
    });
    expect(place.secctx([])).toMatchObject({ status: 0, stdout: expect.stringContaining(`${lines.length} ignored`) });
    expect(place.secctx(["baseline"]).stdout).toBe(
      `${name}: ${lines.length} findings accepted, 0 of them new; 0 removed.\n`,
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
      /\.secctx-baseline\.json:\d+ {2}note\n {2}An accepted finding is gone \(privileged, container "app": securityContext\.privileged\): run `secctx baseline` to take it out\.\n/,
    );
    place.shell("rm two.yaml");
    const again = place.secctx(["baseline"]);
    expect(again.stdout).toMatch(
      /: \d+ findings accepted, 1 of them new; \d+ removed\.\n {2}gone {2}\{"workload":"Pod bad","container":"app","rule":"privileged",/,
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
      /^\.\.\/\.secctx-baseline\.json: .* removed\.\n$/,
    );
    expect(place.secctx([]).status).toBe(0);
    const text = place.read(name);
    expect(place.secctx(["baseline", "--quiet"], { cwd: "b" })).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(place.read(name)).toBe(text);
    expect(place.secctx([], { cwd: "b" }).status).toBe(0);
  });

  it("leaves out what is ignored, is not written if there is nothing to accept, and does not prevent fixes", () => {
    const place = folder({ "good.yaml": goodPod });
    expect(place.secctx(["baseline"]).stdout).toBe("There is nothing to accept: no baseline was written.\n");
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

  it("is not written if something could not be evaluated", () => {
    const place = folder({ "bad.yaml": badPod, "broken.yaml": "apiVersion: v1\nkind: Pod\nspec: [\n" });
    expect(place.secctx(["baseline"])).toMatchObject({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(
        /^broken\.yaml:3: .*\n\.secctx-baseline\.json was not changed: what could not be evaluated can't be accepted\.\n$/,
      ),
    });
    expect(place.shell(`test -e ${name}`).status).toBe(1);
  });

  it.each([
    [
      '{"schema": "secctx-baseline/v2", "findings": []}',
      "1: It was written by a newer version of secctx (secctx-baseline/v2): use that version, or write it anew.",
    ],
    [
      '{\n<<<<<<< ours\n  "schema": 1\n=======\n',
      "2: It holds merge conflict markers: take either side, then run `secctx baseline`.",
    ],
    ["{", "1: It is not JSON: remove it, and write it anew with `secctx baseline`."],
    ["[]", "1: It is not a baseline of the form secctx-baseline/v1: remove it, "],
    [
      '{"schema": "secctx-baseline/v1",\n"findings": [\n{"workload": "Pod a", "rule": "privileged"}]}',
      "3: This entry is not one that secctx wrote: remove it, ",
    ],
  ])("that is %j ends the run with 2", (text, sentence) => {
    const place = folder({ "bad.yaml": badPod, [name]: text });
    for (const command of ["check", "baseline"]) {
      const { status, stdout, stderr } = place.secctx([command]);
      expect({ status, stdout, stderr }).toEqual({
        status: 2,
        stdout: "",
        stderr: expect.stringContaining(`secctx: ${name}:${sentence}`),
      });
    }
    expect(place.read(name)).toBe(text);
  });
});
