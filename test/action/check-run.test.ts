import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { annotationsOf, bad, goodPod, hardened, pod, story } from "./story.ts";

/** The fenced blocks of a language in Markdown. */
function blocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(new RegExp(`^(\`{3,})${language}\\n(.*?)\\n\\1$`, "gms"))].map(
    ([, , content = ""]) => `${content}\n`,
  );
}

describe("the check run", () => {
  it("is created completed, in one call, and a new one by the next run", async () => {
    await using world = await story();
    await world.run();
    await world.run();
    expect(world.github.checkRuns).toHaveLength(2);
    const [post] = world.github.callsTo("POST */check-runs");
    expect(post?.body).toMatchObject({ name: "secctx", status: "completed", conclusion: "failure" });
    expect(world.github.checkRuns[0]?.detailsUrl).toContain("/actions/runs/9000000001");
    expect(world.github.callsTo("PATCH *")).toEqual([]);
    expect(world.github.violations).toEqual([]);
  });

  it("says why the lines are wrong and which level won, in plain text", async () => {
    await using world = await story();
    await world.run({ "check-name": "security (k8s)" });
    const [check] = world.github.checkRuns;
    expect(check?.name).toBe("security (k8s)");
    const root = check?.annotations.find(({ start_line: line }) => line === 30);
    expect(root).toMatchObject({ end_line: 30, start_column: 27, end_column: 31, annotation_level: "failure" });
    expect(root?.message).toContain("runAsNonRoot is false here, overriding true on the pod (line 13)");
  });

  it("merges what it says of one place, the most serious first", async () => {
    await using world = await story(
      {
        "pod.yaml":
          "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: c\n      image: i\n",
      },
      {},
    );
    await world.run();
    const lines = annotationsOf(world.github);
    const places = lines.map((line) => line.split(" ")[1]);
    expect(new Set(places).size).toBe(places.length);
    expect(lines[0]).toMatch(/^failure pod\.yaml:\d+ .*, /);
    const levels = lines.map((line) => ["failure", "warning", "notice"].indexOf(line.split(" ")[0] ?? ""));
    expect(levels).toEqual(levels.toSorted());
  });

  it("gets its annotations in batches of 50, up to max-annotations; the rest is counted, and listed", async () => {
    const pods = Array.from({ length: 120 }, (_, index) => pod(`p${index}`));
    await using world = await story({ "pods.yaml": pods.join("---\n") }, {});
    const { github, run } = world;
    await run();
    expect(github.checkRuns[0]?.annotations).toHaveLength(120);
    expect(github.callsTo("* */check-runs*").map(({ method }) => method)).toEqual(["POST", "PATCH", "PATCH"]);
    for (const patch of github.callsTo("PATCH *")) expect(Object.keys(patch.body as object)).toEqual(["output"]);
    const result = await run({ "max-annotations": "10" });
    expect(github.checkRuns[1]?.annotations).toHaveLength(10);
    expect(github.checkRuns[1]?.title).toContain("(10 of 120 annotations shown)");
    expect(github.checkRuns[1]?.summary).toContain("10 of 120 annotations shown, the most serious first");
    expect(result.summary.match(/^- \*\*failure\*\*/gm)).toHaveLength(120);
    expect((await run({ "max-annotations": "0" })).exitCode).toBe(1);
    expect(github.checkRuns[2]?.annotations).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  it("is cut between findings and between files, below GitHub's limits, and counts what is left out", async () => {
    const pods = Array.from({ length: 900 }, (_, index) => pod(`p${index}`));
    const files = Object.fromEntries(
      [0, 1, 2].map((part) => [`pods${part}.yaml`, pods.slice(part * 300, part * 300 + 300).join("---\n")]),
    );
    await using world = await story(files, {});
    const result = await world.run({ "max-annotations": "1" });
    const [check] = world.github.checkRuns;
    for (const part of [check?.summary, check?.text]) expect(Buffer.byteLength(part ?? "")).toBeLessThanOrEqual(65_535);
    const shown = check?.summary?.match(/^- \*\*failure\*\*.*\.$/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(50);
    expect(check?.summary).toContain(`${900 - shown} more findings did not fit here.`);
    expect(check?.text).toMatch(
      /more files? to harden: on a checkout, `npx secctx fix` \(Node\.js 20 or later\) writes them/,
    );
    expect(result.summary.match(/^- \*\*failure\*\*/gm)).toHaveLength(900);
    expect(world.github.violations).toEqual([]);
  });

  it("has a table of workloads, findings by file, and a patch that git applies", async () => {
    const files = { "k8s/a b.yaml": pod("spaces"), "k8s/catalog.yaml": bad };
    await using world = await story(files, { "k8s/catalog.yaml": hardened });
    const { github, pull } = world;
    await world.run();
    const [check] = github.checkRuns;
    expect(check?.summary).toContain(
      "| `Deployment catalog` | **rejected** | **rejected** | `drop-all-capabilities` `privileged` `run-as-non-root` |",
    );
    expect(check?.summary).toMatch(/\*\*`k8s\/catalog\.yaml`\*\*\n\n- \*\*failure\*\* \[line 2[89]\]\(http/);
    const patch = blocks(check?.text ?? "", "diff").join("");
    const work = await github.repository.checkout(github.headOf(pull));
    writeFileSync(join(work, "fix.patch"), patch);
    execFileSync("git", ["apply", "fix.patch"], { cwd: work });
    const changed = execFileSync("git", ["diff", "--name-only", "-z"], { cwd: work, encoding: "utf8" });
    expect(changed.split("\0").filter(Boolean)).toEqual(["k8s/a b.yaml", "k8s/catalog.yaml"]);
  });

  it.each([
    ["success", { "k8s/a.yaml": goodPod("a") }, 0],
    [
      "neutral",
      { "k8s/a.yaml": goodPod("a").replace("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false") },
      0,
    ],
    ["failure", { "k8s/a.yaml": pod("a") }, 1],
  ])("concludes with %s, and the job ends accordingly", async (conclusion, files, exitCode) => {
    await using world = await story(files, {});
    expect(await world.run()).toMatchObject({ exitCode, outputs: { conclusion } });
    expect(world.github.checkRuns[0]?.conclusion).toBe(conclusion);
  });
});

describe("other channels", () => {
  it("commands: at most nine of a kind, the rest counted, and no check run", async () => {
    await using world = await story(
      { "pods.yaml": Array.from({ length: 12 }, (_, index) => pod(`p${index}`)).join("---\n") },
      {},
    );
    const result = await world.run({ annotations: "commands" });
    expect(result.commands.filter(({ command }) => command === "error")).toHaveLength(9);
    expect(result.stdout).toContain("3 more errors: see the job summary.");
    expect(world.github.checkRuns).toEqual([]);
    const few = await world.run({ annotations: "commands", "max-annotations": "2" });
    expect(few.commands.filter(({ command }) => command === "error")).toHaveLength(2);
    expect(few.stdout).toContain("10 more errors");
  });

  it("none: the log, the summary and the exit status stay", async () => {
    await using world = await story();
    const result = await world.run({ annotations: "none" });
    expect(result.exitCode).toBe(1);
    expect(result.commands.map(({ command }) => command)).toEqual(["group", "endgroup"]);
    expect(result.stdout).toContain("k8s/catalog.yaml:29:25 enforce privileged: privileged is true");
    expect(result.summary).toContain("`privileged`");
    expect(world.github.checkRuns).toEqual([]);
  });
});
