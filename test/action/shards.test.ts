import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { folder } from "../cli/folder.ts";
import { type ActionRun, type FakeGitHub, runAction, startFakeGitHub } from "../fake-github/index.ts";
import { bad, goodPod, pod, story } from "./story.ts";

const root = dirname(dirname(import.meta.dirname));
const { jobs } = parse(readFileSync(join(root, ".github/workflows/full-scan.yml"), "utf8"));

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

const stepOf = (job: string, is: (step: Step) => unknown): Step => jobs[job].steps.find(is);
const reviewing = stepOf("shard", ({ uses }) => uses === "./.secctx-tool").with ?? {};
const uploaded = stepOf("shard", ({ uses }) => uses?.startsWith("actions/upload-artifact@")).with?.path ?? "";
const planning = stepOf("plan", ({ run }) => run).run ?? "";
const joining = stepOf("verdict", ({ run }) => run).run ?? "";

/** The value of an expression for one job of the matrix. */
function filled(text: string, index: number, shards: number): string {
  const values: Readonly<Record<string, number>> = { "matrix.index": index, "inputs.shards": shards };
  return text.replace(/\$\{\{ (\S+) \}\}/g, (_, name) => String(values[name]));
}

/** Runs a step's script as the runner does. */
function script(run: string, cwd: string, env: Readonly<Record<string, string>>) {
  const path = `${dirname(process.execPath)}:${process.env.PATH}`;
  return spawnSync("bash", ["-e", "-c", run], { cwd, env: { PATH: path, HOME: cwd, ...env }, encoding: "utf8" });
}

const namespace = `apiVersion: v1
kind: Namespace
metadata: {name: default, labels: {pod-security.kubernetes.io/enforce: restricted}}
`;
const files: Readonly<Record<string, string>> = {
  "a/catalog.yaml": bad,
  "b/soft.yaml": pod("soft"),
  "c/good.yaml": goodPod("good"),
  "d/::error::x.yaml": "apiVersion: v1\nkind: Pod\nspec: [\n",
  "zz/namespace.yaml": namespace,
  ".secctx.yaml": "warn: restricted\nexemptions:\n  - {names: [nobody], reason: a reason}\n",
};

function shard(github: FakeGitHub, index: number, shards: number): Promise<ActionRun> {
  const event = github.scheduleEvent();
  const inputs = Object.fromEntries(
    Object.entries(reviewing).map(([name, value]) => [name, filled(value, index, shards)]),
  );
  return runAction({ github, event, inputs, workspace: { commit: event.sha } });
}

describe("the workflow for very many manifests", () => {
  const indexes = (shards: string, commit = "0".repeat(40)) => {
    const cwd = mkdtempSync(join(tmpdir(), "secctx-plan-"));
    try {
      writeFileSync(join(cwd, "output"), "");
      const { status, stdout } = script(planning, cwd, {
        SHARDS: shards,
        COMMIT: commit,
        GITHUB_OUTPUT: join(cwd, "output"),
      });
      return { status, stdout, output: readFileSync(join(cwd, "output"), "utf8") };
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  };

  it("plans a job for each shard, and refuses what is not a number of shards", () => {
    expect(indexes("3")).toEqual({ status: 0, stdout: "", output: "indexes=[1,2,3]\n" });
    expect(indexes("1").output).toBe("indexes=[1]\n");
    for (const wrong of ["0", "257", "-1", "2.5", "x"])
      expect(indexes(wrong)).toEqual({
        status: 2,
        stdout: `::error::The input shards is ${wrong}: use a whole number from 1 to 256.\n`,
        output: "",
      });
    expect(indexes("3", "")).toMatchObject({
      status: 2,
      stdout: expect.stringMatching(/^::error::.*a matrix of your own\.\n$/),
    });
  });

  it("gives the report and the verdict of one run, and nothing while a shard is missing", async () => {
    await using github = await startFakeGitHub();
    await github.repository.commit({ ...files });
    const cwd = mkdtempSync(join(tmpdir(), "secctx-verdict-"));
    try {
      mkdirSync(join(cwd, "shards"));
      mkdirSync(join(cwd, ".secctx-tool/dist"), { recursive: true });
      symlinkSync(join(root, "dist/cli"), join(cwd, ".secctx-tool/dist/cli"));
      writeFileSync(join(cwd, "summary"), "");
      const verdict = () => script(joining, cwd, { GITHUB_STEP_SUMMARY: join(cwd, "summary") });
      const reviewed: string[] = [];
      for (const index of [1, 2, 3]) {
        const missing = verdict();
        expect(missing.status).toBe(2);
        expect(missing.stderr).toMatch(
          index === 1 ? /could not be read/ : /missing, and what was not reviewed can't pass/,
        );
        expect(existsSync(join(cwd, "secctx.json"))).toBe(false);
        const { outputs, workspace } = await shard(github, index, 3);
        reviewed.push(...JSON.parse(outputs.files ?? ""));
        const report = filled(uploaded, index, 3);
        copyFileSync(join(workspace, report), join(cwd, "shards", report));
      }
      expect(reviewed).toEqual(Object.keys(files).filter((file) => file !== ".secctx.yaml"));
      const { status, stdout, stderr } = verdict();
      expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
      const place = folder(files);
      const one = place.secctx(["--format", "json"]);
      expect(readFileSync(join(cwd, "secctx.json"), "utf8")).toBe(one.stdout);
      expect(one.stdout).toContain('the namespace \\"default\\" enforces restricted');
      expect(one.stdout).toContain("it fits no finding");
      // A name must not give the runner a command.
      const [start, ...lines] = stdout.trimEnd().split("\n");
      const token = /^::stop-commands::([0-9a-f]{32})$/.exec(start ?? "")?.[1];
      expect(lines.at(-1)).toBe(`::${token}::`);
      expect(`${lines.slice(0, -1).join("\n")}\n`).toBe(place.secctx(["--quiet"]).stdout);
      expect(readFileSync(join(cwd, "summary"), "utf8")).toMatch(/Could not evaluate everything .* in 5 files\.\n$/);
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  });
});

describe("the input shard", () => {
  it("is refused if there is a change, and if it is not a share", async () => {
    await using world = await story();
    const refused = await world.run({ shard: "1/2" });
    expect(refused.exitCode).toBe(2);
    expect(refused.stdout).toContain(
      "The input shard divides a review of the whole checkout, and this event has a change",
    );
    const wrong = await world.run({ shard: "3/2" });
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stdout).toContain('The input shard is "3/2": use I/N, such as 2/8 for the second of eight');
  });
});
