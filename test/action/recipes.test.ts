import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTrigger } from "../../src/github/event.ts";
import { runAction, type WorkflowEvent } from "../fake-github/index.ts";
import { ownWorkflows, recipes, type Step } from "../workflow-files.ts";
import { bad, hardened, type Story, story } from "./story.ts";

const root = dirname(dirname(import.meta.dirname));
const read = (file: string) => readFileSync(join(root, file), "utf8");

const workflows = [...recipes, ...ownWorkflows];

describe("workflows", () => {
  it("use every event that secctx serves, and the page says what each gives", () => {
    const named = (text: string) => [...text.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name);
    const refusal = (() => {
      try {
        readTrigger({ GITHUB_EVENT_NAME: "none" });
      } catch (error) {
        return (error as Error).message;
      }
      return "";
    })();
    const events = /use one of (.*)\./.exec(refusal)?.[1]?.split(", ") ?? [];
    expect(events).toHaveLength(7);
    const table = /^\| event \| token .*?\n\n/ms.exec(read("docs/github.md"))?.[0] ?? "";
    expect(named(table)).toEqual(expect.arrayContaining(events));
    expect([...new Set(workflows.flatMap(({ on }) => on))]).toEqual(expect.arrayContaining(events));
  });
});

/** Every job with the Action, on every event of its workflow. */
const runs = workflows.flatMap(({ where, on, jobs }) =>
  Object.entries(jobs).flatMap(([name, job]) =>
    (job.steps ?? [])
      .filter(({ uses = "" }) => uses === "./" || uses.startsWith("OWNER/secctx@"))
      .flatMap((step) => on.map((event) => ({ where, name, job, step, event }))),
  ),
);

function eventOf(world: Story, name: string): Promise<WorkflowEvent> | WorkflowEvent {
  const { github, pull } = world;
  const events: Readonly<Record<string, () => Promise<WorkflowEvent> | WorkflowEvent>> = {
    pull_request: () => github.pullRequestEvent(pull, "opened"),
    pull_request_target: () => github.pullRequestEvent(pull, "opened", { target: true }),
    workflow_run: () => github.workflowRunEvent(pull),
    merge_group: () => github.mergeGroupEvent([pull]),
    push: async () => {
      const before = github.repository.tip("main") ?? "";
      await github.repository.commit({ "k8s/catalog.yaml": bad });
      return github.pushEvent({ branch: "main", before });
    },
    schedule: () => github.scheduleEvent(),
    workflow_dispatch: () => github.workflowDispatchEvent(),
  };
  const make = events[name];
  if (!make) throw new Error(`there is no event ${name} here`);
  return make();
}

function inputsOf({ with: given = {} }: Step): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
}

describe("a recipe does what it promises, with the permissions that it has, in a private repository", () => {
  it.each(runs)("$where, job $name, on $event", async ({ job, step, event }) => {
    const isOfForks = event === "pull_request_target";
    // A full scan finds what was bad from the beginning.
    const isWhole = event === "schedule" || event === "workflow_dispatch";
    await using world = await story(
      { "k8s/catalog.yaml": bad },
      { "k8s/catalog.yaml": isWhole ? bad : hardened },
      {
        github: { private: true },
        pull: isOfForks ? { fork: "stranger" } : {},
      },
    );
    const { github } = world;
    const { contents = "none", checks = "none", "pull-requests": pullRequests = "none" } = job.permissions ?? {};
    const permissions = { contents, checks, pullRequests } as NonNullable<
      Parameters<typeof github.createToken>[0]
    >["permissions"];
    const token = github.createToken({ permissions: permissions ?? {} });
    const hasCheckout = job.steps?.some(({ uses }) => uses?.startsWith("actions/checkout@"));
    const given = await eventOf(world, event);
    const result = await runAction({
      github,
      event: given,
      token,
      inputs: inputsOf(step),
      ...(hasCheckout ? { workspace: { commit: given.sha } } : {}),
    });
    expect(result).toMatchObject({ exitCode: 1, stderr: "", outputs: { conclusion: "failure" } });
    expect(result.stdout).not.toContain("to the job's permissions");
    expect(github.checkRuns).toHaveLength(checks === "write" ? 1 : 0);
    const isSuggested =
      String(step.with?.suggest) === "true" && pullRequests === "write" && /pull_request|workflow_run/.test(event);
    expect(github.reviewComments).toHaveLength(isSuggested ? 1 : 0);
    expect(github.violations).toEqual([]);
  });
});

describe("the recipe for the state of all repositories", () => {
  const script =
    workflows
      .flatMap(({ jobs }) => Object.values(jobs))
      .flatMap(({ steps = [] }) => steps)
      .find(({ run }) => run?.includes("gh repo list"))?.run ?? "";

  it("clones each repository, reports on it, and writes the table", () => {
    const work = mkdtempSync(join(tmpdir(), "secctx-fleet-"));
    try {
      mkdirSync(join(work, "bin"));
      symlinkSync(root, join(work, "secctx"));
      const repositories = {
        "acme/bad": bad,
        "acme/good": hardened,
        "acme/broken": "apiVersion: v1\nkind: Pod\nspec: [\n",
      };
      for (const [name, text] of Object.entries(repositories)) {
        mkdirSync(join(work, "origins", name), { recursive: true });
        writeFileSync(join(work, "origins", name, "a.yaml"), text);
      }
      // A stand-in that lists and copies as gh would.
      writeFileSync(
        join(work, "bin/gh"),
        `#!/bin/sh\ncase "$1 $2" in\n"repo list") printf '${Object.keys(repositories).join("\\n")}\\n' ;;\n` +
          `"repo clone") mkdir -p "$4" && cp -r "${work}/origins/$3/." "$4" ;;\nesac\n`,
      );
      chmodSync(join(work, "bin/gh"), 0o755);
      const { status, stderr } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", script], {
        cwd: work,
        encoding: "utf8",
        env: {
          PATH: `${join(work, "bin")}:${dirname(process.execPath)}:${process.env.PATH}`,
          HOME: work,
          GITHUB_WORKSPACE: work,
          GITHUB_STEP_SUMMARY: join(work, "summary.md"),
          ORGANISATION: "acme",
        },
      });
      expect({ status, stderr }).toMatchObject({
        status: 2,
        stderr: expect.stringContaining("3 repositories: 1 passes, 1 fails, 1 could not be evaluated as a whole."),
      });
      const summary = readFileSync(join(work, "summary.md"), "utf8");
      expect(summary.match(/^\| `acme\/\w+` \| [a-z ]+ \|/gm)).toEqual([
        "| `acme/broken` | not evaluated |",
        "| `acme/bad` | fails |",
        "| `acme/good` | passes |",
      ]);
      expect(readFileSync(join(work, "fleet.html"), "utf8")).toContain("acme/bad");
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
});

describe("the recipe that opens a pull request", () => {
  const script =
    workflows
      .flatMap(({ jobs }) => Object.values(jobs))
      .flatMap(({ steps = [] }) => steps)
      .find(({ run }) => run?.includes("gh pr create"))?.run ?? "";

  it("fixes, pushes a branch and asks for a pull request; with nothing to fix it does nothing", () => {
    const folder = mkdtempSync(join(tmpdir(), "secctx-recipe-"));
    try {
      const git = (...options: string[]) =>
        execFileSync("git", options, { cwd: join(folder, "work"), encoding: "utf8" });
      mkdirSync(join(folder, "work"));
      execFileSync("git", ["init", "--quiet", "--bare", join(folder, "origin.git")]);
      git("init", "--quiet", "--initial-branch=main");
      git("remote", "add", "origin", join(folder, "origin.git"));
      writeFileSync(
        join(folder, "work/pod.yaml"),
        "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: c\n      image: i\n      securityContext:\n        runAsUser: 10001\n",
      );
      git("add", "--all");
      git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message=start");
      const run = (id: string) => {
        // The second checkout.
        mkdirSync(join(folder, "work/.secctx-tool/dist"), { recursive: true });
        symlinkSync(join(root, "dist/cli"), join(folder, "work/.secctx-tool/dist/cli"));
        mkdirSync(join(folder, "bin"), { recursive: true });
        writeFileSync(join(folder, "bin/gh"), `#!/bin/sh\necho "$@" >> "${join(folder, "gh.log")}"\n`);
        chmodSync(join(folder, "bin/gh"), 0o755);
        const path = `${join(folder, "bin")}:${dirname(process.execPath)}:${process.env.PATH}`;
        return spawnSync("bash", ["-e", "-c", script], {
          cwd: join(folder, "work"),
          env: { PATH: path, HOME: folder, GITHUB_RUN_ID: id },
          encoding: "utf8",
        });
      };
      expect(run("7")).toMatchObject({ status: 0 });
      expect(readFileSync(join(folder, "gh.log"), "utf8")).toMatch(/^pr create --fill/);
      expect(git("ls-remote", "--heads", "origin")).toContain("refs/heads/secctx/fix-7");
      expect(git("show", "--name-only", "--format=%s")).toBe("Harden security contexts\n\npod.yaml\n");
      expect(run("8")).toMatchObject({ status: 0 });
      expect(readFileSync(join(folder, "gh.log"), "utf8").split("\n")).toHaveLength(2);
      expect(git("ls-remote", "--heads", "origin")).not.toContain("fix-8");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
