import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { runAction, startFakeGitHub } from "../fake-github/index.ts";
import { bad, goodPod, pod, story } from "./story.ts";

describe("outputs", () => {
  it("count the findings, and name every reviewed file", async () => {
    const soft = goodPod("soft").replace("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false");
    await using world = await story({ "k8s/b.yaml": bad, "k8s/a.yaml": soft, "k8s/ok.yaml": goodPod("ok") }, {});
    const result = await world.run();
    expect(result.outputs).toEqual({
      conclusion: "failure",
      findings: "4",
      enforced: "3",
      warned: "1",
      audited: "0",
      new: "4",
      fixable: "3",
      files: '["k8s/a.yaml","k8s/b.yaml","k8s/ok.yaml"]',
      "report-path": "",
      "sarif-path": "",
      "check-run-url": expect.stringMatching(/^http.*\/runs\/\d+$/),
    });
  });

  it("keep a value that looks like the end of one", async () => {
    await using world = await story();
    const name = "out\nend\nconclusion=success\nend-3\nend-3-5";
    const { outputs } = await world.run({ "json-file": name, annotations: "none" });
    expect(outputs).toMatchObject({ "report-path": name, conclusion: "failure" });
  });

  it("keep to GitHub's limits: the log counts the file names that do not fit", async () => {
    await using github = await startFakeGitHub();
    const folder = "a-folder-with-a-long-name/".repeat(8);
    const files = Object.fromEntries(Array.from({ length: 2500 }, (_, index) => [`${folder}${index}.yaml`, "a: 1\n"]));
    await github.repository.commit(files);
    const event = github.scheduleEvent();
    const result = await runAction({ github, event, workspace: { commit: event.sha } });
    expect(result.exitCode).toBe(0);
    const listed = JSON.parse(result.outputs.files ?? "").length;
    expect(listed).toBeGreaterThan(1000);
    expect(result.outputs.files?.length).toBeLessThanOrEqual(400_000);
    expect(result.stdout).toContain(`The output files names ${listed} of 2500 files: GitHub takes no more.`);
  });
});

describe("json-file", () => {
  it("is written in the workspace, with the folders that lead there", async () => {
    await using world = await story();
    const result = await world.run({ "json-file": "reports/out/secctx.json", annotations: "none" });
    expect(result.outputs["report-path"]).toBe("reports/out/secctx.json");
    const report = JSON.parse(readFileSync(join(result.workspace, "reports/out/secctx.json"), "utf8"));
    expect(report).toMatchObject({ schema: "secctx/v1", verdict: "fail", summary: { enforce: 3 } });
  });

  it("that can't be written ends the run, with the reason", async () => {
    await using world = await story();
    const result = await world.run({ "json-file": "README.md/secctx.json" });
    expect(result.exitCode).toBe(2);
    expect(result.stdout).toContain('The input json-file is "README.md/secctx.json", which can\'t be written: ');
  });
});

describe("links of the change", () => {
  const outside = () => {
    const folder = mkdtempSync(join(tmpdir(), "secctx-outside-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "kept"), bad);
    return folder;
  };

  it("lead no report out of the workspace", async () => {
    const folder = outside();
    const links = { kept: join(folder, "kept"), fresh: join(folder, "fresh"), to: folder, git: ".git" };
    const files = Object.entries(links).map(([name, symlink]) => [`reports/${name}`, { symlink }] as const);
    await using world = await story({ ...Object.fromEntries(files), "reports/git": { symlink: "../.git" } });
    const workspace = { commit: world.github.headOf(world.pull), full: true };
    const inputs = ["json-file", "sarif-file", "html-file"];
    const names = ["kept", "fresh", "to/fresh", "to/new/fresh", "git/config"];
    for (const [index, name] of names.entries()) {
      const input = inputs[index % 3] ?? "";
      const file = `reports/${name}`;
      const result = await world.run({ [input]: file, annotations: "none" }, { workspace });
      expect(result).toMatchObject({ exitCode: 2, stderr: "", outputs: { conclusion: "failure" } });
      expect(result.stdout).toContain(
        `The input ${input} is "${file}", but a link takes that outside of the workspace, and no report is written there`,
      );
      expect(readFileSync(join(result.workspace, ".git/config"), "utf8")).toContain("[core]");
    }
    expect(readdirSync(folder)).toEqual(["kept"]);
    expect(readFileSync(join(folder, "kept"), "utf8")).toBe(bad);
    const named = await world.run({ "json-file": join(folder, "named"), annotations: "none" }, { workspace });
    expect(named.exitCode).toBe(0);
    expect(readdirSync(folder)).toEqual(["kept", "named"]);
  });

  it("show nothing of a file elsewhere in a scan of the whole checkout", async () => {
    const folder = outside();
    await using world = await story(
      {},
      { "k8s/a.yaml": { symlink: join(folder, "kept") }, there: { symlink: folder } },
    );
    const event = world.github.workflowDispatchEvent();
    const result = await runAction({ github: world.github, event, workspace: { commit: event.sha } });
    expect(result).toMatchObject({ exitCode: 2, outputs: { findings: "0" } });
    expect(result.stdout).toContain(
      "k8s/a.yaml:1: This file could not be read: a link takes it outside of the repository",
    );
    const said = result.stdout + result.summary + JSON.stringify(world.github.checkRuns);
    expect(said).not.toContain("registry.example.com");
  });

  it("take no configuration from elsewhere in a scan of the whole checkout", async () => {
    for (const files of [
      { ".secctx.yaml": { symlink: join(outside(), "kept") } },
      { ".secctx.yaml": "extends: base.yaml\n", "base.yaml": { symlink: join(outside(), "kept") } },
    ]) {
      await using world = await story({}, files);
      const event = world.github.workflowDispatchEvent();
      const { exitCode, stdout } = await runAction({ github: world.github, event, workspace: { commit: event.sha } });
      expect([exitCode, stdout]).toEqual([2, expect.stringContaining("a link takes it outside of the repository")]);
    }
  });
});

describe("sarif-file and html-file", () => {
  it("are written beside the JSON report, and named by the outputs", async () => {
    await using world = await story();
    const files = { "json-file": "r/a.json", "html-file": "r/a.html", "sarif-file": "r/a.sarif" };
    const { outputs, workspace } = await world.run({ ...files, annotations: "none" });
    expect(outputs).toMatchObject({ "report-path": "r/a.html", "sarif-path": "r/a.sarif" });
    const read = (name: string) => readFileSync(join(workspace, name), "utf8");
    const { results } = JSON.parse(read("r/a.sarif")).runs[0];
    expect(results.length).toBe(JSON.parse(read("r/a.json")).findings.length);
    expect(read("r/a.html")).toMatch(/<script type="text\/plain" id="data">[\w+/=]{500,}<\/script>/);
  });
});

describe("the job summary", () => {
  it("has at most a megabyte, and counts what is left out", async () => {
    await using github = await startFakeGitHub();
    const pods = Array.from({ length: 3600 }, (_, index) => pod(`p${index}`));
    await github.repository.commit(
      Object.fromEntries(
        [0, 1, 2].map((part) => [`k8s/${part}.yaml`, pods.slice(part * 1200, part * 1200 + 1200).join("---\n")]),
      ),
    );
    const event = github.scheduleEvent();
    const result = await runAction({
      github,
      event,
      workspace: { commit: event.sha },
      inputs: { annotations: "none" },
      timeoutMs: 60_000,
    });
    expect(result.exitCode).toBe(1);
    expect(Buffer.byteLength(result.summary)).toBeLessThanOrEqual(2 ** 20);
    const shown = result.summary.match(/^- \*\*failure\*\*/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(500);
    expect(result.summary).toContain(`${3600 - shown} more findings did not fit here.`);
    expect(result.summary).toMatch(/\d+ more workloads\./);
  }, 90_000);

  it("and outputs that can't be written change nothing else", async () => {
    await using world = await story();
    const nowhere = { GITHUB_STEP_SUMMARY: "/nowhere/summary.md", GITHUB_OUTPUT: "/nowhere/output" };
    const result = await world.run({}, { environment: nowhere });
    expect(result).toMatchObject({ exitCode: 1, stderr: "" });
    expect(result.stdout).toContain(
      "The job summary could not be written: Unable to access summary file: '/nowhere/summary.md'.",
    );
    expect(result.stdout).toContain("The outputs could not be written: Missing file at path: /nowhere/output.");
    expect(world.github.checkRuns).toHaveLength(1);
  });
});

describe("inputs", () => {
  it.each([
    [{ enforce: "strict" }, 'The input enforce is "strict": use one of privileged, baseline, restricted, hardened.'],
    [{ gate: "old" }, 'The input gate is "old": use one of new, all, none.'],
    [{ files: "k8s/**\n!k8s/[" }, 'The input files has the pattern "!k8s/[", which has a [ without its other half.'],
    [{ annotations: "both" }, 'The input annotations is "both": use one of auto, check-run, commands, none.'],
    [{ "config-ref": "main" }, 'The input config-ref is "main": use one of base, head.'],
    [{ suggest: "yes" }, 'The input suggest is "yes": use one of true, false, all.'],
    [{ "kubernetes-version": "2" }, 'The input kubernetes-version is "2": use latest, or a release such as 1.34.'],
    [{ "max-annotations": "many" }, 'The input max-annotations is "many": use a whole number from 0 to 9999.'],
    [{ "max-suggestions": "-1" }, 'The input max-suggestions is "-1": use a whole number from 0 to 9999.'],
  ])("that are wrong are refused with what is allowed: %j", async (inputs, sentence) => {
    await using world = await story();
    const result = await world.run(inputs as Record<string, string>);
    expect(result).toMatchObject({ exitCode: 2, stderr: "", outputs: { conclusion: "failure" } });
    expect(result.stdout).toContain(sentence);
    expect(result.summary).toContain("Could not evaluate");
    expect(world.github.calls).toEqual([]);
  });
});
