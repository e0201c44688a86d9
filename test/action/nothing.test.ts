import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bad, story } from "./story.ts";

describe("a change without manifests", () => {
  it("passes in three calls, with the words and the reports of any other change", async () => {
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
      "POST /graphql",
      "POST /repos/octo-org/shop/check-runs",
    ]);
    const full = await world.run({ "json-file": "report.json" });
    expect(full.summary.replace(/^\| `jsonFile` .*\n/m, "")).toBe(lean.summary);
    expect(full.stdout).toBe(lean.stdout);
    expect(JSON.parse(readFileSync(join(full.workspace, "report.json"), "utf8"))).toMatchObject({ findings: [] });
    const [one, other] = github.checkRuns;
    expect(one?.summary).toBe(other?.summary);
    expect(existsSync(join(lean.workspace, "report.json"))).toBe(false);
  });

  it("still reports that an exemption has expired", async () => {
    const configuration = "exemptions:\n  - rules: [privileged]\n    reason: old\n    expires: 2020-01-01\n";
    await using world = await story({ "README.md": "new\n" }, { "README.md": "old\n", ".secctx.yaml": configuration });
    const { outputs, summary } = await world.run();
    expect(outputs).toMatchObject({ conclusion: "neutral", findings: "1", warned: "1" });
    expect(summary).toContain("expired on 2020");
  });
});
