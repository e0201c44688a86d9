import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isNothing, nothingFound } from "../../src/github/empty-change.ts";
import { defaultPolicy, type Policy } from "../../src/policy/index.ts";
import { review } from "../../src/review/review.ts";
import { addProblems } from "../../src/review/stream.ts";
import { bad, story } from "./story.ts";

/** One with all that has a say in what there is. */
const policy: Policy = {
  ...defaultPolicy,
  today: "2030-01-01",
  namespaces: [
    {
      name: "shop",
      levels: { enforce: "baseline" },
      version: defaultPolicy.kubernetesVersion,
      location: {
        file: ".secctx.yaml",
        range: { start: 0, end: 0 },
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    },
  ],
  rules: { privileged: "off" },
  baseline: new Map([["shop", []]]),
};

describe("a change without manifests", () => {
  it.each(["new", "all"] as const)("comes to what a review of nothing comes to, by the gate %s", async (gate) => {
    const own = { ...policy, gate };
    const reviewed = await review([], gate === "new" ? [] : null, own);
    expect(nothingFound(own)).toEqual(addProblems(reviewed, [], 0));
  });

  it("is something where a file can't be read or was there before, where everything is judged, and where an exemption may have expired", () => {
    const change = { sources: [], base: [], problems: [] } as never as Parameters<typeof isNothing>[0];
    const source = { file: "a.yaml", text: "" };
    const exemption = { reason: "old", expires: "2020-01-01" } as never;
    const problem = { severity: "error", file: "a.yaml", line: 1, message: "" } as const;
    expect(isNothing(change, policy)).toBe(true);
    expect(isNothing({ ...change, base: null }, policy)).toBe(true);
    expect(isNothing({ ...change, sources: [source] }, policy)).toBe(false);
    expect(isNothing({ ...change, base: [source] }, policy)).toBe(false);
    expect(isNothing({ ...change, problems: [problem] }, policy)).toBe(false);
    expect(isNothing(change, { ...policy, isWhole: true })).toBe(false);
    // It may have expired.
    expect(isNothing(change, { ...policy, exemptions: [exemption] })).toBe(false);
  });

  it("is a success in two calls, in the words of any other, with the reports that are asked for", async () => {
    await using world = await story({ "README.md": "new\n" }, { "README.md": "old\n", "k8s/bad.yaml": bad });
    const { github } = world;
    const lean = await world.run();
    expect(lean).toMatchObject({
      exitCode: 0,
      stderr: "",
      outputs: { conclusion: "success", findings: "0", new: "0" },
    });
    expect(github.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "POST /graphql",
      "POST /repos/octo-org/shop/check-runs",
    ]);
    // A report has to be written: the whole machinery is loaded, and says the same.
    const full = await world.run({ "json-file": "report.json" });
    expect(full.summary).toBe(lean.summary);
    expect(full.stdout).toBe(lean.stdout);
    expect(JSON.parse(readFileSync(join(full.workspace, "report.json"), "utf8"))).toMatchObject({ findings: [] });
    const [one, other] = github.checkRuns;
    expect(one?.summary).toBe(other?.summary);
    expect(existsSync(join(lean.workspace, "report.json"))).toBe(false);
  });

  it("is still told that an exemption has expired", async () => {
    const configuration = "exemptions:\n  - rules: [privileged]\n    reason: old\n    expires: 2020-01-01\n";
    await using world = await story({ "README.md": "new\n" }, { "README.md": "old\n", ".secctx.yaml": configuration });
    const { outputs, summary } = await world.run();
    expect(outputs).toMatchObject({ conclusion: "neutral", findings: "1", warned: "1" });
    expect(summary).toContain("expired on 2020");
  });
});
