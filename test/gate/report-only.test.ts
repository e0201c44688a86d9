import { describe, expect, it } from "vitest";
import { hardened, story } from "../action/story.ts";
import { badPod, createRepository, folder, goodPod } from "../cli/folder.ts";

describe("the gate `none`", () => {
  it("passes whatever is found, and says so in every format; modes stay", () => {
    const { secctx, read } = folder({ "bad.yaml": badPod });
    const outputs = ["text", "json", "markdown", "junit"];
    const run = secctx(["--gate", "none", ...outputs.flatMap((each) => ["--format", each, "--output", `out.${each}`])]);
    expect(run).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(read("out.text")).toContain("Report only, at level restricted: 4 failures, ");
    expect(JSON.parse(read("out.json"))).toMatchObject({
      policy: { gate: "none" },
      verdict: "pass",
      summary: { enforce: 4 },
    });
    expect(read("out.markdown")).toContain("### secctx: Report only: 4 failures, ");
    expect(read("out.junit")).toContain('failures="0" errors="0"');
    expect(secctx(["--gate", "all"]).status).toBe(1);
    expect(secctx(["--gate", "off"])).toMatchObject({
      status: 2,
      stderr: 'secctx: --gate "off": use one of all, new, none.\n',
    });
  });

  it("is the configuration's too, with and without a change, and an option can ask for more", () => {
    const place = createRepository({ "good.yaml": goodPod, ".secctx.yaml": "gate: none\n" });
    place.write("bad.yaml", badPod);
    expect(place.secctx(["--quiet"]).status).toBe(0);
    expect(place.secctx(["--quiet", "--changed", "main"]).status).toBe(0);
    expect(place.secctx(["--quiet", "--changed", "main", "--gate", "new"]).status).toBe(1);
  });

  it("does not let pass what could not be evaluated", () => {
    const { secctx } = folder({ "bad.yaml": badPod, "broken.yaml": "apiVersion: v1\nkind: Pod\nspec: [\n" });
    const { status, stdout } = secctx(["--gate", "none"]);
    expect(status).toBe(2);
    expect(stdout).toContain("Could not evaluate everything (1 problem above): 4 failures");
  });

  it("passes when the shards of a scan are merged", () => {
    const place = folder({ "k8s/a.yaml": badPod, "k8s/b.yaml": badPod.replace("name: bad", "name: other") });
    for (const share of ["1/2", "2/2"])
      place.secctx(["k8s", "--gate", "none", "--shard", share, "--format", "json", "--output", `${share[0]}.json`]);
    const merged = place.secctx(["merge", "1.json", "2.json", "--output", "all.json"]);
    expect(merged).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Report only, at level restricted: 8 "),
    });
    place.write("1.json", place.read("1.json").replace('"verdict":"pass"', '"verdict":"fail"'));
    expect(place.secctx(["merge", "1.json", "2.json"]).status).toBe(2);
  });

  it("makes the Action's job green and its check run neutral, and still tells what is new", async () => {
    await using world = await story();
    const run = await world.run({ gate: "none" });
    expect(run).toMatchObject({ exitCode: 0, outputs: { conclusion: "neutral", enforced: "3", new: "3" } });
    const [check] = world.github.checkRuns;
    expect(check).toMatchObject({ conclusion: "neutral", title: expect.stringMatching(/^Report only: 3 failures, /) });
    expect(check?.annotations.map(({ annotation_level: level }) => level)).toContain("failure");
    await world.github.push(world.pull, { "k8s/broken.yaml": "apiVersion: v1\nkind: Pod\nspec: [\n" });
    expect(await world.run({ gate: "none" })).toMatchObject({ exitCode: 2, outputs: { conclusion: "failure" } });
    await world.github.push(world.pull, {
      "k8s/broken.yaml": null,
      "k8s/catalog.yaml": `# moved
${hardened}`,
    });
    expect(await world.run({ gate: "none" })).toMatchObject({ exitCode: 0, outputs: { conclusion: "success" } });
  });
});
