import { describe, expect, it } from "vitest";
import { badPod, goodPod } from "../cli/folder.ts";
import { type Files, runAction, startFakeGitHub } from "../fake-github/index.ts";

/** What the Action says of a pull request that turns the files of `base` into those of `head`, with and without a checkout. */
async function reviewed(base: Files, head: Files, inputs: Readonly<Record<string, string>> = {}) {
  const runs: { exitCode: number | null; summary: string }[] = [];
  for (const isCheckedOut of [false, true]) {
    await using github = await startFakeGitHub();
    await github.repository.commit({ "README.md": "# shop\n", ...base });
    await github.repository.commit(head, { branch: "change", parent: github.repository.tip("main") ?? null });
    const pull = await github.openPullRequest({ head: "change" });
    const event = await github.pullRequestEvent(pull, "synchronize");
    const workspace = isCheckedOut ? { workspace: { commit: github.headOf(pull) } } : {};
    const { exitCode, summary } = await runAction({ github, event, inputs, ...workspace });
    expect(github.violations).toEqual([]);
    runs.push({ exitCode, summary });
  }
  const [blind, seeing] = runs;
  expect(seeing?.exitCode).toBe(blind?.exitCode);
  return { exitCode: blind?.exitCode, summaries: runs.map(({ summary }) => summary) };
}

const each = (...texts: readonly string[]) => [0, 1].map(() => expect.stringMatching(new RegExp(texts.join("[^]*"))));
const notJudged = "The workload in this file is not judged, because of the file's name";

describe("a change of names", () => {
  it.each(["new", "all"])("says a manifest that gets another kind of name (gate: %s)", async (gate) => {
    const renamed = await reviewed(
      { "k8s/web.yaml": goodPod },
      { "k8s/web.yaml": null, "k8s/web.txt": goodPod },
      { gate },
    );
    expect(renamed).toEqual({ exitCode: 0, summaries: each("k8s/web\\.txt", notJudged) });
    const rewritten = badPod.replace("name: bad", "name: good");
    const replaced = await reviewed(
      { "k8s/web.yaml": goodPod },
      { "k8s/web.yaml": null, "other.txt": rewritten },
      { gate },
    );
    expect(replaced).toEqual({ exitCode: 0, summaries: each("other\\.txt", notJudged) });
  });

  it("does not pass with a file that its kustomization names", async () => {
    const head = { "k8s/kustomization.yaml": "resources: [web.txt]\n", "k8s/web.txt": badPod };
    // What is built of the kustomization is judged where the head is checked out.
    const named = await reviewed({ "k8s/kustomization.yaml": "resources: []\n" }, head, { render: "false" });
    expect(named).toEqual({ exitCode: 2, summaries: each("a kustomization of this change names it") });
  });

  it("does not pass with a folder of manifests that becomes a link or a submodule", async () => {
    const base = { "k8s/web.yaml": goodPod, "other/web.yaml": badPod };
    const linked = await reviewed(base, { "k8s/web.yaml": null, k8s: { symlink: "other" } });
    expect(linked).toEqual({ exitCode: 2, summaries: each("it is a link now") });
    const module = await reviewed(base, { "k8s/web.yaml": null, k8s: { submodule: "1".repeat(40) } });
    expect(module).toEqual({ exitCode: 2, summaries: each("it is a submodule now") });
  });

  it("judges a manifest under a name of ours", async () => {
    expect((await reviewed({}, { "prod/.secctx.yaml": badPod })).exitCode).toBe(1);
  });
});
