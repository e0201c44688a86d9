import { describe, expect, it } from "vitest";
import { badPod, goodPod } from "../cli/folder.ts";
import { runAction, startFakeGitHub } from "../fake-github/index.ts";

/** What the Action says of a pull request that turns the files of `base` into those of `head`; `null` removes one. */
async function reviewed(base: Readonly<Record<string, string>>, head: Readonly<Record<string, string | null>>) {
  const github = await startFakeGitHub();
  await using _ = github;
  await github.repository.commit({ "README.md": "# shop\n", ...base });
  await github.repository.commit(head, { branch: "change", parent: github.repository.tip("main") ?? null });
  const event = await github.pullRequestEvent(await github.openPullRequest({ head: "change" }), "synchronize");
  const { exitCode, outputs } = await runAction({ github, event });
  const failures = github.checkRuns[0]?.annotations.filter(({ annotation_level: level }) => level === "failure") ?? [];
  return { exitCode, fresh: outputs.new, failures: failures.map(({ path, start_line: line }) => `${path}:${line}`) };
}

describe("a pull request is judged by its meaning", () => {
  it("passes what moved to another file or document, or got another name", async () => {
    const pass = { exitCode: 0, fresh: "0", failures: [] };
    expect(await reviewed({ "a.yaml": badPod }, { "a.yaml": null, "k8s/b.yaml": `# moved\n${badPod}` })).toEqual(pass);
    expect(
      await reviewed({ "a.yaml": badPod, "b.yaml": goodPod }, { "a.yaml": null, "b.yaml": `${goodPod}---\n${badPod}` }),
    ).toEqual(pass);
    expect(await reviewed({ "a.yaml": badPod }, { "a.yaml": badPod.replace("name: bad", "name: renamed") })).toEqual(
      pass,
    );
  });

  it("fails for a container that is added to a bad workload, and for nothing else", async () => {
    const added = `${badPod}    - name: added\n      image: registry.example.com/added:1\n`;
    const { exitCode, failures } = await reviewed({ "a.yaml": badPod }, { "a.yaml": added });
    expect(exitCode).toBe(1);
    // Line 5 is the pod's: what it does not set for the new container.
    expect(failures).toEqual(["a.yaml:5", "a.yaml:11"]);
  });

  it("fails on the line that a default of the pod was removed from", async () => {
    const lost = goodPod.replace("    runAsNonRoot: true\n", "");
    expect(await reviewed({ "a.yaml": goodPod }, { "a.yaml": lost })).toEqual({
      exitCode: 1,
      fresh: "1",
      failures: ["a.yaml:6"],
    });
  });
});
