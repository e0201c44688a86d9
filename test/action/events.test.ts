import { describe, expect, it } from "vitest";
import { runAction, startFakeGitHub, type WorkflowEvent } from "../fake-github/index.ts";
import { annotationsOf, bad, goodPod, hardened, pod, story } from "./story.ts";

const failures = [
  "failure k8s/catalog.yaml:29 privileged",
  "failure k8s/catalog.yaml:30 run-as-non-root",
  "failure k8s/catalog.yaml:28 drop-all-capabilities",
];

describe("pull_request", () => {
  it("judges the change: a red check on the head's lines, whatever commit is checked out", async () => {
    await using world = await story();
    const { github, pull, run } = world;
    for (const commit of [github.headOf(pull), github.repository.tip("main") ?? ""]) {
      const result = await run({}, { workspace: { commit } });
      expect(result).toMatchObject({ exitCode: 1, stderr: "" });
      expect(github.checkRuns.at(-1)).toMatchObject({
        name: "secctx",
        status: "completed",
        conclusion: "failure",
        headSha: github.headOf(pull),
      });
      expect(annotationsOf(github).filter((line) => line.startsWith("failure"))).toEqual(failures);
    }
    expect(github.violations).toEqual([]);
  });

  it("is not held up by what was there before, unless the gate is all", async () => {
    const touched = bad.replace("debug:1", "debug:2");
    await using world = await story({ "k8s/catalog.yaml": touched }, { "k8s/catalog.yaml": bad });
    expect(await world.run()).toMatchObject({ exitCode: 0, outputs: { conclusion: "neutral", new: "0" } });
    expect(annotationsOf(world.github).filter((line) => !line.startsWith("notice"))).toEqual([]);
    expect(await world.run({ gate: "all" })).toMatchObject({ exitCode: 1, outputs: { new: "" } });
  });

  it("finds nothing new in what only moved to another file, or was renamed", async () => {
    await using world = await story(
      {
        "old.yaml": null,
        "team/new.yaml": `# moved\n${bad}`,
        "k8s/b.yaml": `${pod("b")}---\n${pod("a")}`,
        "k8s/a.yaml": null,
      },
      { "old.yaml": bad, "k8s/a.yaml": pod("a"), "k8s/b.yaml": pod("b") },
    );
    expect(await world.run()).toMatchObject({ exitCode: 0, outputs: { new: "0" } });
    expect(world.github.violations).toEqual([]);
  });

  it("annotates only what the change touches", async () => {
    await using world = await story({ "k8s/catalog.yaml": bad }, { "k8s/catalog.yaml": hardened, "k8s/old.yaml": bad });
    await world.run({ gate: "all" });
    expect(new Set(world.github.checkRuns[0]?.annotations.map(({ path }) => path))).toEqual(
      new Set(["k8s/catalog.yaml"]),
    );
  });

  it("names the head's lines although the checkout is the merge with a base that has moved", async () => {
    await using world = await story();
    const { github, pull, run } = world;
    await github.repository.commit({ "k8s/catalog.yaml": `# one\n# two\n# three\n${hardened}` });
    const merge = (await github.pullRequestEvent(pull, "synchronize")).sha;
    expect(await run({ suggest: "true" }, { workspace: { commit: merge } })).toMatchObject({ exitCode: 1 });
    expect(annotationsOf(github).filter((line) => line.startsWith("failure"))).toEqual(failures);
    await github.applySuggestion(github.reviewComments[0]?.id ?? 0);
    expect((await run()).exitCode).toBe(0);
  });

  it("takes a copy for new", async () => {
    const copy = bad.replace("name: catalog\nspec", "name: copy\nspec");
    await using world = await story(
      { "k8s/copy.yaml": copy, "k8s/catalog.yaml": `# touched\n${bad}` },
      { "k8s/catalog.yaml": bad },
      { github: { copies: true } },
    );
    expect(await world.run()).toMatchObject({ exitCode: 1, outputs: { new: "3" } });
  });

  it("is judged from a fork too: the token only reads, so commands replace the check run", async () => {
    await using world = await story(undefined, undefined, { pull: { fork: "stranger" } });
    const { github, run } = world;
    for (const deleted of [false, true]) {
      if (deleted) github.deleteFork(world.pull);
      const result = await run({ suggest: "true" }, { token: github.createToken() });
      expect(result.exitCode).toBe(1);
      expect(
        result.commands.filter(({ command }) => command === "error").map(({ properties }) => properties.line),
      ).toEqual(["29", "30", "28"]);
      const remedy = "the token of a pull request from a fork can only read, whatever the permissions say";
      expect(result.stdout.split(remedy)).toHaveLength(3);
      expect(result.stdout).not.toMatch(/add `/);
      expect(result.summary).toContain(remedy);
    }
    expect([github.checkRuns, github.reviewComments, github.issueComments]).toEqual([[], [], []]);
    expect(github.violations).toEqual([]);
  });

  it("is judged for Dependabot too, with the permissions that the token has", async () => {
    await using world = await story(undefined, undefined, { pull: { author: "dependabot[bot]" } });
    const { github, run } = world;
    expect((await run({}, { token: github.createToken() })).exitCode).toBe(1);
    expect(github.checkRuns).toEqual([]);
    const token = github.createToken({ permissions: { checks: "write" } });
    expect((await run({}, { token })).exitCode).toBe(1);
    expect(github.checkRuns).toHaveLength(1);
  });

  it("costs three calls if no manifest changed, and passes", async () => {
    await using world = await story({ "README.md": "# changed\n", "docs/notes.txt": "new\n" });
    const result = await world.run();
    expect(result).toMatchObject({ exitCode: 0, outputs: { conclusion: "success", files: "[]" } });
    expect(world.github.calls).toHaveLength(3);
    world.github.clearCalls();
    expect((await world.run({ suggest: "true" })).exitCode).toBe(0);
    expect(world.github.calls).toHaveLength(3);
  });

  it("costs a call more for each comment that goes when the last manifest is dropped", async () => {
    await using world = await story({ "k8s/a.yaml": pod("a"), "k8s/b.yaml": pod("b"), "README.md": "# changed\n" }, {});
    const { github, pull } = world;
    await world.run({ suggest: "true", "max-suggestions": "1" });
    await github.push(pull, { "k8s/a.yaml": null, "k8s/b.yaml": null });
    github.clearCalls();
    expect((await world.run({ suggest: "true", "max-suggestions": "1" })).exitCode).toBe(0);
    expect([github.reviewComments, github.issueComments]).toEqual([[], []]);
    expect(github.calls).toHaveLength(3 + 2);
    expect(github.violations).toEqual([]);
  });

  it("costs at most twelve calls for 100 manifests, each of them bad, and fifteen with suggestions", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`k8s/p${index}.yaml`, pod(`p${index}`)]),
    );
    const base = Object.fromEntries(Object.keys(files).map((file) => [file, goodPod(file.slice(4, -5))]));
    await using world = await story(files, base);
    const result = await world.run({}, { workspace: { commit: world.github.repository.tip("main") ?? "" } });
    expect(result).toMatchObject({ exitCode: 1, outputs: { new: "100" } });
    expect(world.github.calls.length).toBeLessThanOrEqual(12);
    const writes = world.github.calls.filter(({ method, path }) => method !== "GET" && path !== "/graphql");
    expect(writes.map(({ method }) => method)).toEqual(["POST", "PATCH"]);
    for (const [index, { at }] of writes.entries())
      expect(at - (writes[index - 1]?.at ?? -1000)).toBeGreaterThanOrEqual(995);
    world.github.clearCalls();
    await world.run({ suggest: "true" });
    expect(world.github.reviewComments).toHaveLength(20);
    expect(world.github.issueComments).toHaveLength(1);
    expect(world.github.calls.length).toBeLessThanOrEqual(15);
    expect(world.github.violations).toEqual([]);
  });

  it("judges the commit that the event names although the head has moved on, and writes nothing on the pull request", async () => {
    await using world = await story();
    const { github, pull } = world;
    const event = await github.pullRequestEvent(pull, "opened");
    const head = github.headOf(pull);
    await github.push(pull, { "k8s/catalog.yaml": hardened, "k8s/other.yaml": pod("other") });
    const result = await runAction({ github, event, inputs: { suggest: "true" } });
    expect(result.exitCode).toBe(1);
    expect(github.checkRuns[0]?.headSha).toBe(head);
    expect(annotationsOf(github).filter((line) => line.startsWith("failure"))).toEqual(failures);
    expect(result.summary).toContain("newer head");
    expect([github.reviewComments, github.issueComments]).toEqual([[], []]);
    expect(github.violations).toEqual([]);
  });
});

describe("events with more rights than the change's author read nothing of the workspace", () => {
  /** A workspace in which everything is well. */
  const lie = async (event: WorkflowEvent, world: Awaited<ReturnType<typeof story>>) =>
    runAction({
      github: world.github,
      event,
      inputs: { suggest: "true" },
      workspace: { commit: world.github.repository.tip("main") ?? "" },
    });

  it.each([undefined, "stranger"])("pull_request_target, head in %s", async (fork) => {
    await using world = await story(undefined, undefined, { pull: fork === undefined ? {} : { fork } });
    const { github, pull } = world;
    const result = await lie(await github.pullRequestEvent(pull, "opened", { target: true }), world);
    expect(result.exitCode).toBe(1);
    expect(annotationsOf(github).filter((line) => line.startsWith("failure"))).toEqual(failures);
    expect(github.checkRuns[0]?.headSha).toBe(github.headOf(pull));
    expect(github.reviewComments).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });

  it.each([undefined, "stranger"])("workflow_run, head in %s", async (fork) => {
    await using world = await story(undefined, undefined, { pull: fork === undefined ? {} : { fork } });
    const { github, pull } = world;
    const event = await github.workflowRunEvent(pull);
    expect((await lie(event, world)).exitCode).toBe(1);
    expect(annotationsOf(github).filter((line) => line.startsWith("failure"))).toEqual(failures);
    expect(github.reviewComments).toHaveLength(1);

    await github.push(pull, { "README.md": "# later\n" });
    const late = await lie(event, world);
    expect(late.exitCode).toBe(2);
    expect(late.stdout).toContain("or a later push has a run of its own");
    expect(github.reviewComments).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });

  it("workflow_run after a push is refused", async () => {
    await using world = await story();
    const event = await world.github.workflowRunEvent(world.pull);
    const payload = { ...event.payload, workflow_run: { ...(event.payload.workflow_run as object), event: "push" } };
    const result = await lie({ ...event, payload }, world);
    expect(result).toMatchObject({ exitCode: 2 });
    expect(result.stdout).toContain('was started by "push": secctx serves workflow_run after pull_request only');
  });
});

describe("merge_group", () => {
  it("judges what the group brings, even if GitHub's comparison is too short", async () => {
    await using world = await story(undefined, undefined, { github: { limits: { comparedFiles: 300 } } });
    const { github, pull } = world;
    const event = await github.mergeGroupEvent([pull]);
    expect(await runAction({ github, event })).toMatchObject({ exitCode: 1, outputs: { new: "3" } });
    expect(github.checkRuns[0]).toMatchObject({ headSha: event.sha, conclusion: "failure" });

    const many = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`docs/${index}.md`, "x\n"]));
    await github.push(pull, { ...many, "k8s/catalog.yaml": null, "k8s/moved.yaml": bad, "k8s/new.yaml": pod("new") });
    const large = await github.mergeGroupEvent([pull]);
    expect(await runAction({ github, event: large })).toMatchObject({ exitCode: 1, outputs: { new: "4" } });
    expect(github.violations).toEqual([]);
  });
});

describe("push", () => {
  it("judges what was pushed; for a new branch, what the default branch does not have", async () => {
    await using github = await startFakeGitHub();
    const before = await github.repository.commit({ "old.yaml": bad });
    await github.repository.commit({ "new.yaml": hardened });
    const run = async (event: WorkflowEvent) => runAction({ github, event, workspace: { commit: event.sha } });
    expect((await run(await github.pushEvent({ branch: "main", before }))).exitCode).toBe(0);
    await github.repository.commit({ "branch.yaml": hardened }, { branch: "topic" });
    expect((await run(await github.pushEvent({ branch: "topic" }))).outputs).toMatchObject({
      files: '["branch.yaml"]',
    });
    // The default branch's own first push.
    expect((await run(await github.pushEvent({ branch: "main" }))).outputs).toMatchObject({
      conclusion: "failure",
      files: '["new.yaml","old.yaml"]',
    });
    expect(github.violations).toEqual([]);
  });

  it("judges the whole checkout after a forced push over a commit that is gone", async () => {
    await using github = await startFakeGitHub();
    await github.repository.commit({ "old.yaml": bad });
    const event = await github.pushEvent({ branch: "main", before: "1".repeat(40), forced: true });
    expect((await runAction({ github, event, workspace: { commit: event.sha } })).exitCode).toBe(1);
    const result = await runAction({ github, event });
    expect(result.exitCode).toBe(2);
    expect(result.stdout).toContain("put actions/checkout before this step");
    const compared = await runAction({ github, event, inputs: { gate: "new" }, workspace: { commit: event.sha } });
    expect(compared.exitCode).toBe(2);
    expect(compared.stdout).toContain("1111111 is gone after a forced push, or the job lacks `contents: read`");
  });
});

describe("schedule and workflow_dispatch", () => {
  it("judge the whole checkout, and never take an empty one for clean", async () => {
    await using github = await startFakeGitHub();
    await github.repository.commit({ "k8s/old.yaml": bad, "chart/x.yaml": pod("x") });
    for (const event of [github.scheduleEvent(), github.workflowDispatchEvent({ branch: "main" })]) {
      const workspace = { commit: event.sha };
      expect(await runAction({ github, event, workspace })).toMatchObject({
        exitCode: 1,
        outputs: { new: "", enforced: "4" },
      });
      expect(await runAction({ github, event, workspace, token: null })).toMatchObject({ exitCode: 1 });
      const files = "**/*.yaml\n!chart/**";
      expect(await runAction({ github, event, workspace, inputs: { files } })).toMatchObject({
        outputs: { enforced: "3" },
      });
      const empty = await runAction({ github, event });
      expect(empty).toMatchObject({ exitCode: 2, outputs: { conclusion: "failure" } });
      expect(empty.stdout).toContain("put actions/checkout before this step");
    }
    expect(github.violations).toEqual([]);
  });
});

describe("an event that can't be judged is refused", () => {
  it.each([
    [
      "an event that is not served",
      { name: "issues" },
      'secctx does not serve the event "issues": use one of pull_request, pull_request_target, ',
    ],
    ["a payload without its object", { payload: {} }, "The event has no pull_request: is its payload"],
    ["a payload that is not an object", { payload: 7 }, "is not a JSON object"],
    [
      "a head that is not a text",
      { payload: { pull_request: { number: 1, head: { sha: 1 }, base: { sha: "a" } } } },
      "The event has no sha",
    ],
    ["no commit", { sha: "" }, "The event has no GITHUB_SHA"],
  ])("%s", async (_, change, sentence) => {
    await using world = await story();
    const event = { ...(await world.github.pullRequestEvent(world.pull, "opened")), ...change } as WorkflowEvent;
    const result = await runAction({ github: world.github, event });
    expect(result.exitCode).toBe(2);
    expect(result.stdout).toContain(sentence);
    expect(result.summary).toContain("Could not evaluate");
    expect(result.outputs.conclusion).toBe("failure");
    expect(result.stdout + result.stderr).not.toMatch(/^\s+at /m);
  });
});
