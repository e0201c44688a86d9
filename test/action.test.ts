import { describe, expect, it } from "vitest";
import { runAction, startFakeGitHub } from "./fake-github/index.ts";

const hardened = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: catalog
spec:
  selector:
    matchLabels: {app: catalog}
  template:
    metadata:
      labels: {app: catalog}
    spec:
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: catalog
          image: registry.example.com/catalog:2
          securityContext:
            allowPrivilegeEscalation: false
            capabilities:
              drop: ["ALL"]
            readOnlyRootFilesystem: true
`;

const bad = `${hardened}        - name: debug
          image: registry.example.com/debug:1
          securityContext:
            privileged: true
            runAsNonRoot: false
            readOnlyRootFilesystem: true
`;

/** A pull request that makes a hardened Deployment's second container privileged and root. */
async function story(
  files: Record<string, string> = { "k8s/catalog.yaml": bad },
  base: Record<string, string> = { "k8s/catalog.yaml": hardened },
) {
  const github = await startFakeGitHub();
  await github.repository.commit({ "README.md": "# shop\n", ...base });
  await github.repository.commit(files, { branch: "change", parent: github.repository.tip("main") ?? null });
  const pull = await github.openPullRequest({ head: "change" });
  const run = async (inputs: Record<string, string> = {}, token?: string | null) => {
    const event = await github.pullRequestEvent(pull, "synchronize");
    return runAction({
      github,
      event,
      inputs,
      ...(token === undefined ? {} : { token }),
      workspace: { commit: github.headOf(pull) },
    });
  };
  return { github, pull, run, [Symbol.asyncDispose]: () => github[Symbol.asyncDispose]() };
}

describe("a pull request with a bad manifest", () => {
  it("gets a red check on the right lines, a suggestion that applies, and turns green", async () => {
    await using world = await story();
    const { github, run } = world;

    const first = await run({ suggest: "true" });
    expect(first.stderr).toBe("");
    expect(first.exitCode).toBe(1);
    expect(github.checkRuns).toHaveLength(1);
    const [check] = github.checkRuns;
    expect(check).toMatchObject({
      name: "secctx",
      status: "completed",
      conclusion: "failure",
      headSha: github.headOf(world.pull),
    });
    const failures = check?.annotations.filter(({ annotation_level: level }) => level === "failure") ?? [];
    expect(failures.map(({ path, start_line: line, title }) => `${path}:${line} ${title}`)).toEqual([
      "k8s/catalog.yaml:28 drop-all-capabilities",
      "k8s/catalog.yaml:29 privileged",
      "k8s/catalog.yaml:30 run-as-non-root",
    ]);
    expect(failures[2]?.message).toContain("runAsNonRoot is false here, overriding true on the pod (line 13)");
    expect(first.outputs).toMatchObject({
      conclusion: "failure",
      enforced: "3",
      new: "3",
      fixable: "2",
      "check-run-url": expect.stringContaining("http"),
    });
    expect(first.summary).toContain("3 failures");

    const [suggestion] = github.reviewComments;
    expect(github.reviewComments).toHaveLength(1);
    expect(suggestion?.body).toContain("privileged: false");

    const again = await run({ suggest: "true" });
    expect(again.exitCode).toBe(1);
    expect(github.reviewComments).toHaveLength(1);
    expect(github.checkRuns).toHaveLength(2);

    await github.applySuggestion(suggestion?.id ?? 0);
    const green = await run({ suggest: "true" });
    expect(green.exitCode).toBe(0);
    expect(github.checkRuns.at(-1)?.conclusion).toBe("success");
    expect(github.violations).toEqual([]);
  });

  it("has the same verdict where the token may only read, by workflow commands", async () => {
    await using world = await story();
    const { github, run } = world;
    const result = await run({ suggest: "true" }, github.createToken());
    expect(result.exitCode).toBe(1);
    expect(github.checkRuns).toEqual([]);
    expect(
      result.commands.filter(({ command }) => command === "error").map(({ properties }) => properties.line),
    ).toEqual(["28", "29", "30"]);
    expect(result.stdout).toContain("add `checks: write`");
    expect(result.summary).toContain("checks");
    expect(github.violations).toEqual([]);
  });

  it("is not held up by what was there before", async () => {
    const old = bad.replace("registry.example.com/debug:1", "registry.example.com/debug:2");
    await using world = await story({ "k8s/catalog.yaml": old }, { "k8s/catalog.yaml": bad });
    const result = await world.run();
    expect(result.exitCode).toBe(0);
    expect(world.github.checkRuns[0]?.annotations.map(({ annotation_level: level }) => level)).not.toContain("failure");
    expect(await world.run({ gate: "all" })).toMatchObject({ exitCode: 1 });
  });

  it("gets every annotation, in batches of 50", async () => {
    const pods = Array.from(
      { length: 30 },
      (_, index) =>
        `apiVersion: v1\nkind: Pod\nmetadata:\n  name: p${index}\nspec:\n  containers:\n    - name: c\n      image: i\n`,
    );
    await using world = await story({ "pods.yaml": pods.join("---\n") });
    const { github, run } = world;
    await run();
    expect(github.checkRuns[0]?.annotations).toHaveLength(60);
    expect(github.callsTo("* */check-runs*").map(({ method }) => method)).toEqual(["POST", "PATCH"]);
    await run({ "max-annotations": "10" });
    expect(github.checkRuns[1]?.annotations).toHaveLength(10);
    expect(github.checkRuns[1]?.title).toContain("10 of 60 annotations shown");
    expect(github.violations).toEqual([]);
  });
});

describe("what can't be evaluated is never green", () => {
  it("says which manifest, and still reports the others", async () => {
    await using world = await story({
      "k8s/broken.yaml": "apiVersion: v1\nkind: Pod\nspec: [\n",
      "k8s/catalog.yaml": bad,
      "k8s/binary.yaml": "\0\0",
    });
    const result = await world.run();
    expect(result.exitCode).toBe(2);
    expect(world.github.checkRuns[0]).toMatchObject({ conclusion: "failure" });
    expect(world.github.checkRuns[0]?.title).toContain("Could not evaluate");
    expect(result.summary).toContain("k8s/broken.yaml:");
    expect(result.summary).toContain("k8s/binary.yaml:1");
    expect(result.summary).toContain("privileged");
  });

  it.each([
    [{ enforce: "strict" }, 'The input enforce is "strict": use one of privileged, baseline, restricted, hardened.'],
    [{ "kubernetes-version": "2" }, 'The input kubernetes-version is "2": use latest, or a release such as 1.34.'],
    [{ "max-annotations": "many" }, 'The input max-annotations is "many": use a whole number from 0 to 9999.'],
    [{ "sarif-file": "out.sarif" }, "The input sarif-file is not served by this version of secctx."],
  ])("refuses %j", async (inputs, sentence) => {
    await using world = await story();
    const result = await world.run(inputs as Record<string, string>);
    expect(result.exitCode).toBe(2);
    expect(result.stdout).toContain(sentence);
    expect(result.summary).toContain("Could not evaluate");
    expect(result.stdout + result.stderr).not.toMatch(/^\s+at /m);
    expect(world.github.checkRuns).toEqual([]);
  });

  it("needs a token where GitHub lists the change", async () => {
    await using world = await story();
    expect(await world.run({}, null)).toMatchObject({ exitCode: 2 });
  });
});

describe("other events", () => {
  it("a pull request without manifests costs three calls and passes", async () => {
    await using world = await story({ "README.md": "# changed\n" });
    const result = await world.run();
    expect(result.exitCode).toBe(0);
    expect(world.github.calls.length).toBeLessThanOrEqual(3);
    expect(world.github.checkRuns[0]?.conclusion).toBe("success");
  });

  it("reads the head's blobs where the checkout is another commit", async () => {
    await using world = await story();
    const { github, pull } = world;
    const event = await github.pullRequestEvent(pull, "opened");
    const result = await runAction({ github, event, workspace: { commit: github.repository.tip("main") ?? "" } });
    expect(result.exitCode).toBe(1);
    expect(github.checkRuns[0]?.annotations.map(({ start_line: line }) => line)).toContain(29);
  });

  it("a push is judged by what it changed, a new branch and a dispatch by the whole checkout", async () => {
    await using github = await startFakeGitHub();
    const before = await github.repository.commit({ "old.yaml": bad });
    await github.repository.commit({ "new.yaml": hardened });
    const run = async (event: Parameters<typeof runAction>[0]["event"]) =>
      runAction({ github, event, workspace: { commit: github.repository.tip("main") ?? "" } });
    expect((await run(await github.pushEvent({ branch: "main", before }))).exitCode).toBe(0);
    expect((await run(await github.pushEvent({ branch: "main", before: "0".repeat(40) }))).exitCode).toBe(1);
    expect((await run(github.workflowDispatchEvent({ branch: "main" }))).exitCode).toBe(1);
    expect(github.violations).toEqual([]);
  });

  it("an unknown event is refused with the known ones", async () => {
    await using world = await story();
    const event = { ...(await world.github.pullRequestEvent(world.pull, "opened")), name: "issues" };
    const result = await runAction({ github: world.github, event });
    expect(result.exitCode).toBe(2);
    expect(result.stdout).toContain('secctx does not serve the event "issues": use one of pull_request, ');
  });
});
