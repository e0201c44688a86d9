import { describe, expect, it } from "vitest";
import { badPod, folder, goodPod } from "../cli/folder.ts";
import { runAction, startFakeGitHub } from "../fake-github/index.ts";

type Files = Readonly<Record<string, string | null>>;

/** A pull request with files at its base and at its head. */
async function story(base: Files, head: Files) {
  const github = await startFakeGitHub();
  await github.repository.commit({ "README.md": "# shop\n", ...base });
  await github.repository.commit(head, { branch: "change", parent: github.repository.tip("main") ?? null });
  const pull = await github.openPullRequest({ head: "change" });
  const run = async (inputs: Record<string, string> = {}) =>
    runAction({
      github,
      event: await github.pullRequestEvent(pull, "synchronize"),
      inputs,
      workspace: { commit: github.headOf(pull) },
    });
  return { github, pull, run, [Symbol.asyncDispose]: () => github[Symbol.asyncDispose]() };
}

const levels = (annotations: readonly { title?: string | null; annotation_level: string }[] = []) =>
  annotations.map(({ title, annotation_level: level }) => `${title} ${level}`);

describe("the Action's configuration", () => {
  it("is the base's: a change can't switch its own gate off, unless the workflow lets it", async () => {
    await using world = await story(
      { "a.yaml": goodPod },
      { "a.yaml": badPod, ".secctx.yaml": "enforce: privileged\n" },
    );
    expect(await world.run()).toMatchObject({ exitCode: 1, stderr: "" });
    expect(await world.run({ "config-ref": "base" })).toMatchObject({ exitCode: 1 });
    expect(await world.run({ "config-ref": "head" })).toMatchObject({ exitCode: 0 });
    const wrong = await world.run({ "config-ref": "main" });
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stdout).toContain('The input config-ref is "main": use one of base, head.');
    expect(world.github.violations).toEqual([]);
  });

  it("has the base's limits: a change can't raise its own", async () => {
    await using world = await story(
      { ".secctx.yaml": "limits: {containersPerDocument: 1}\n" },
      {
        "a.yaml": goodPod.replace(/ {4}- name: app\n[\s\S]*/, (each) => each + each.replace("app", "other")),
        ".secctx.yaml": "limits: {containersPerDocument: 2}\n",
      },
    );
    const run = await world.run();
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain("This document has more than 1 containers (limits.containersPerDocument).");
    expect(await world.run({ "config-ref": "head" })).toMatchObject({ exitCode: 0 });
  });

  it("decides what the workflow leaves open, and the defaults decide the rest", async () => {
    await using world = await story(
      {
        "a.yaml": goodPod,
        ".secctx.yaml": "enforce: baseline\nwarn: baseline\naudit: baseline\ncheckName: security\nmaxAnnotations: 0\n",
      },
      { "a.yaml": badPod },
    );
    expect(await world.run()).toMatchObject({ exitCode: 1, outputs: { enforced: "1", warned: "0" } });
    expect(world.github.checkRuns[0]).toMatchObject({ name: "security", annotations: [] });
    expect(await world.run({ enforce: "privileged", "max-annotations": "5" })).toMatchObject({
      exitCode: 0,
      outputs: { warned: "1" },
    });
    expect(levels(world.github.checkRuns[1]?.annotations)).toEqual(["privileged warning"]);
  });

  it("has rules, exemptions and namespaces, and the summary lists the ignores that a change adds", async () => {
    const daemon = badPod.replace("metadata:\n", "metadata:\n  namespace: team-a\n");
    const configuration = `rules: {drop-all-capabilities: off}
exemptions:
  - {containers: [app], rules: [seccomp-profile], reason: it profiles}
namespaces: {team-*: restricted}
`;
    await using world = await story(
      { ".secctx.yaml": configuration },
      {
        "k8s/a.yaml": daemon.replace(
          "privileged: true",
          "privileged: true # secctx: ignore[privileged] the *CNI* plugin; until 2999-06-30",
        ),
      },
    );
    const { exitCode, summary, outputs } = await world.run();
    expect(exitCode).toBe(1);
    const [check] = world.github.checkRuns;
    const titles = levels(check?.annotations).join("\n");
    for (const rule of ["privileged", "drop-all-capabilities", "seccomp-profile"])
      expect(titles).not.toContain(`${rule} `);
    const messages = check?.annotations.map(({ message }) => message).join(" ");
    expect(messages).toContain('the namespace "team-*" enforces restricted');
    // What is left is about the user, the group and the root file system.
    for (const rule of ["run-as-non-root", "explicit-user", "explicit-group", "read-only-root-filesystem"])
      expect(titles + messages).toContain(rule);
    expect(outputs.findings).toBe("4");
    expect(summary).toContain("#### This change adds ignores");
    expect(summary).toMatch(
      /^- .*k8s\/a\.yaml:11.* `Pod bad` ignores `privileged`: the \\\*CNI\\\* plugin.*until 2999-06-30/m,
    );
  });

  it("does not list ignores that were there before", async () => {
    const ignored = badPod.replace("privileged: true", "privileged: true # secctx: ignore[privileged] CNI");
    await using world = await story({ "a.yaml": ignored }, { "a.yaml": `# moved\n${ignored}` });
    expect((await world.run()).summary).not.toContain("adds ignores");
  });

  it("accepts the base's baseline, and not the change's own", async () => {
    const place = folder({ "a.yaml": badPod });
    place.secctx(["baseline"]);
    const baseline = place.read(".secctx-baseline.json");
    const two = `${badPod}---\n${badPod.replace("name: bad", "name: other")}`;
    {
      await using world = await story({ "a.yaml": goodPod }, { "a.yaml": badPod, ".secctx-baseline.json": baseline });
      expect(await world.run()).toMatchObject({ exitCode: 1 });
      expect(await world.run({ "config-ref": "head" })).toMatchObject({ exitCode: 0 });
    }
    {
      await using world = await story({ ".secctx-baseline.json": baseline }, { "a.yaml": badPod });
      expect(await world.run()).toMatchObject({ exitCode: 0 });
    }
    const oldForm = JSON.stringify({ schema: "secctx-baseline/v1", findings: [] });
    const before = { "a.yaml": badPod, ".secctx-baseline.json": oldForm };
    {
      await using world = await story(before, { "a.yaml": `# moved\n${badPod}`, ".secctx-baseline.json": baseline });
      const rewritten = await world.run();
      expect(rewritten).toMatchObject({ exitCode: 0, outputs: { new: "0" } });
      expect(rewritten.summary).toContain("has the old format before this change, and the change rewrites it");
    }
    {
      await using world = await story(before, { "a.yaml": `# moved\n${badPod}` });
      expect((await world.run()).exitCode).toBe(2);
    }
    await using world = await story({ ".secctx-baseline.json": baseline }, { "a.yaml": two });
    const { exitCode, outputs } = await world.run();
    expect(exitCode).toBe(1);
    expect(Number(outputs.findings) * 2).toBe(
      JSON.parse(folder({ "a.yaml": two }).secctx(["--format", "json"]).stdout).findings.length,
    );
  });

  it("keeps what is accepted where a change moves its file, and accepts no copy", async () => {
    const place = folder({ "dev/a.yaml": badPod });
    place.secctx(["baseline"]);
    const baseline = { ".secctx-baseline.json": place.read(".secctx-baseline.json") };
    const filler = Object.fromEntries(["x", "y"].map((name) => [`${name}.yaml`, goodPod]));
    const cases: [before: Files, after: Files, inputs: Record<string, string>, status: number, fresh: number][] = [
      // Moved here.
      [{ "dev/a.yaml": badPod }, { "dev/a.yaml": null, "k8s/a.yaml": badPod }, {}, 0, 0],
      [{ "dev/a.yaml": badPod }, { "dev/a.yaml": null, "k8s/a.yaml": badPod }, { gate: "all" }, 0, 0],
      // Moved by an earlier change.
      [{ "k8s/a.yaml": badPod }, { "k8s/a.yaml": `# edited\n${badPod}` }, {}, 0, 0],
      [{ "k8s/a.yaml": badPod }, { "k8s/a.yaml": `# edited\n${badPod}` }, { gate: "all" }, 0, 0],
      // A copy, of what stays where it was, or of what has moved already.
      [{ "dev/a.yaml": badPod }, { "k8s/a.yaml": badPod }, {}, 1, 4],
      [{ "k8s/a.yaml": badPod }, { "k8s/b.yaml": badPod }, {}, 1, 4],
      [{ "k8s/a.yaml": badPod }, { "k8s/b.yaml": badPod }, { gate: "all" }, 1, 4],
    ];
    for (const [before, after, inputs, status, fresh] of cases) {
      await using world = await story({ ...baseline, ...filler, ...before }, after);
      const { exitCode, outputs } = await world.run(inputs);
      expect([before, after, inputs, exitCode, Number(outputs.enforced)]).toEqual([
        before,
        after,
        inputs,
        status,
        fresh,
      ]);
    }
  });

  it.each([
    ["an unknown key", { ".secctx.yaml": "\nenforc: baseline\n" }, {}, ".secctx.yaml:2: ", "did you mean enforce?"],
    [
      "a name that is not read",
      { ".secctx.yml": "enforce: baseline\n" },
      {},
      ".secctx.yml: ",
      "rename the file to .secctx.yaml.",
    ],
    ["no file where one is named", {}, { config: "ci/policy.yaml" }, "ci/policy.yaml", "there is no such file in"],
    [
      "a baseline in conflict",
      { ".secctx-baseline.json": "{\n<<<<<<< a\n" },
      {},
      ".secctx-baseline.json:2: ",
      "merge conflict markers",
    ],
  ] as const)("ends with 2 for %s, and posts nothing", async (_, base, inputs, place, sentence) => {
    await using world = await story({ "a.yaml": goodPod, ...base }, { "a.yaml": badPod });
    const { exitCode, stdout, outputs } = await world.run(inputs);
    expect(exitCode).toBe(2);
    expect(stdout).toContain(place);
    expect(stdout).toContain(sentence);
    expect(outputs.conclusion).toBe("failure");
    expect(world.github.checkRuns.filter(({ conclusion }) => conclusion === "success")).toEqual([]);
  });

  it("is another file if the workflow names one", async () => {
    await using world = await story(
      { "ci/policy.yaml": "enforce: privileged\n", "a.yaml": goodPod },
      { "a.yaml": badPod },
    );
    expect(await world.run({ config: "ci/policy.yaml" })).toMatchObject({ exitCode: 0 });
  });

  it("is the checkout's own in a full scan, which also reports what nothing needs", async () => {
    const github = await startFakeGitHub();
    await using _ = github;
    const configuration = "enforce: privileged\nexemptions:\n  - {names: [nobody], reason: x}\n";
    await github.repository.commit({ "a.yaml": badPod, ".secctx.yaml": configuration });
    const event = await github.scheduleEvent();
    const { exitCode, outputs } = await runAction({
      github,
      event,
      workspace: { commit: github.repository.tip("main") ?? "" },
    });
    expect(exitCode).toBe(0);
    expect(levels(github.checkRuns[0]?.annotations)).toContain("unused-ignore warning");
    expect(outputs.enforced).toBe("0");
  });
});
