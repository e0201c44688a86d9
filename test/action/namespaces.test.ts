import { describe, expect, it } from "vitest";
import { badPod, goodPod } from "../cli/folder.ts";
import { runAction, startFakeGitHub } from "../fake-github/index.ts";

function namespace(level: string): string {
  return `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    pod-security.kubernetes.io/enforce: ${level}\n`;
}

const inShop = (pod: string) => pod.replace("metadata:\n", "metadata:\n  namespace: shop\n");
const lax = { enforce: "privileged", warn: "privileged", audit: "privileged" };

interface Options {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly isCheckedOut?: boolean;
}

/** What the Action says of a pull request, without a checkout unless one is asked for, and what it asked GitHub. */
async function reviewed(
  base: Readonly<Record<string, string>>,
  head: Readonly<Record<string, string | null>>,
  { inputs = lax, isCheckedOut = false }: Options = {},
) {
  await using github = await startFakeGitHub();
  await github.repository.commit({ "README.md": "# shop\n", ...base });
  await github.repository.commit(head, { branch: "change", parent: github.repository.tip("main") ?? null });
  const pull = await github.openPullRequest({ head: "change" });
  const event = await github.pullRequestEvent(pull, "synchronize");
  github.clearCalls();
  const workspace = isCheckedOut ? { workspace: { commit: github.headOf(pull) } } : {};
  const { exitCode, summary, stderr } = await runAction({ github, event, inputs, ...workspace });
  expect({ stderr, violations: github.violations }).toEqual({ stderr: "", violations: [] });
  return { exitCode, summary, calls: github.calls.length };
}

describe("a change is judged by the repository's Namespaces", () => {
  const base = { "infra/namespaces.yaml": namespace("restricted"), "a.yaml": inShop(goodPod) };
  const head = { "a.yaml": inShop(badPod) };

  it.each([false, true])(
    "by one that it does not touch, with two calls more at most (checkout: %s)",
    async (isCheckedOut) => {
      const judged = await reviewed(base, head, { isCheckedOut });
      expect(judged.exitCode).toBe(1);
      expect(judged.summary).toContain("infra/namespaces.yaml");
      const none = await reviewed({ "a.yaml": goodPod }, { "a.yaml": badPod }, { inputs: {} });
      expect(judged.calls - none.calls).toBeLessThanOrEqual(2);
    },
  );

  it.each([
    [100, undefined],
    [101, "1 file of the repository was not searched for Namespaces"],
    [103, "3 files of the repository were not searched for Namespaces"],
  ])("says of %s files how many it did not search", async (count, sentence) => {
    const names = Array.from({ length: count }, (_, index) => `config/${index}.yaml`);
    const many = { ...Object.fromEntries(names.map((name) => [name, `# ${name}\n`])), "a.yaml": goodPod };
    const [blind, seeing] = [
      await reviewed(many, { "a.yaml": badPod }),
      await reviewed(many, { "a.yaml": badPod }, { isCheckedOut: true }),
    ];
    if (sentence === undefined) expect(blind.summary).not.toContain("not searched");
    else expect(blind.summary).toContain(sentence);
    expect(seeing.summary).not.toContain("not searched");
  });

  it("asks for none where no Namespace can demand more", async () => {
    const [alone, beside] = [
      await reviewed({ "a.yaml": goodPod }, head, { inputs: {} }),
      await reviewed(base, head, { inputs: {} }),
    ];
    expect(beside.calls).toBe(alone.calls);
  });

  it.each(["new", "all"])("by one that it lowers, whose old level holds for this change (gate: %s)", async (gate) => {
    const lowered = { ...head, "infra/namespaces.yaml": namespace("privileged") };
    expect((await reviewed(base, lowered, { inputs: { ...lax, gate } })).exitCode).toBe(1);
    const removed = { ...head, "infra/namespaces.yaml": null };
    expect((await reviewed(base, removed, { inputs: { ...lax, gate } })).exitCode).toBe(1);
  });

  it("says in the summary that it lowers one", async () => {
    const { summary, exitCode } = await reviewed(base, { "infra/namespaces.yaml": namespace("baseline") });
    expect(exitCode).toBe(0);
    expect(summary).toContain("This change lowers what the namespace");
  });
});
