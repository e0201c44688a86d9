import { describe, expect, it } from "vitest";
import { badPod, createRepository, type Folder } from "./folder.ts";

const ignored = badPod.replace("privileged: true", "privileged: true # secctx: ignore[privileged] the CNI plugin");
const annotated = badPod.replace(
  "metadata:\n",
  'metadata:\n  annotations: {secctx.dev/ignore: "ignore[privileged] the CNI plugin"}\n',
);
const own = "extends: base.yaml\n";
const exempting = `${own}exemptions: [{rules: [privileged], reason: ours}]\n`;
const shared = "enforce: baseline\nwarn: baseline\naudit: baseline\n";

/** By what the one finding is ignored, or what it says of that. */
function fateIn(place: Folder, ...args: string[]): string {
  const { stdout, stderr } = place.secctx(["--format", "json", ...args]);
  expect(stderr).toBe("");
  const [found] = JSON.parse(stdout).findings.filter(({ rule }: { rule: string }) => rule === "privileged");
  return found.ignored?.by ?? /It is ignored by .*$/.exec(found.message)?.[0] ?? "fails";
}

describe("what may be exempted from a shared policy", () => {
  it("is everything, what held before the change, or nothing, whatever the kind of the ignore", () => {
    const kinds = [
      ["comment", ignored, own],
      ["annotation", annotated, own],
      ["config", badPod, exempting],
      ["baseline", badPod, own],
    ] as const;
    for (const [kind, pod, configuration] of kinds) {
      const place = createRepository({ "base.yaml": shared, ".secctx.yaml": configuration, "a.yaml": pod });
      if (kind === "baseline") place.secctx(["baseline"]);
      const fates = ["all", "base", "none"].map((allows) => {
        place.write("base.yaml", `${shared}extending: {exemptions: ${allows}}\n`);
        return fateIn(place);
      });
      const barred = {
        comment:
          "It is ignored by a comment, which does not count: the shared policy allows no exemptions (base.yaml:4).",
        annotation:
          "It is ignored by an annotation, which does not count: the shared policy allows no exemptions (base.yaml:4).",
        config: "fails",
        baseline:
          "It is ignored by the baseline, which does not count: the shared policy allows no exemptions (base.yaml:4).",
      }[kind];
      expect(fates).toEqual([kind, kind, barred]);
    }
  });

  it("with `base`, not what the change itself adds; the shared policy's own exemptions always hold", () => {
    const place = createRepository({
      "base.yaml": `${shared}extending: {exemptions: base}\n`,
      ".secctx.yaml": own,
      "a.yaml": badPod,
      "b.yaml": ignored.replace("name: bad", "name: old"),
    });
    place.write("a.yaml", ignored);
    const change = ["--changed", "main", "--gate", "all"];
    const bar =
      "which does not count: the shared policy allows only exemptions that held before the change (base.yaml:4).";
    expect(fateIn(place, ...change)).toBe(`It is ignored by a comment, ${bar}`);
    place.write("a.yaml", badPod);
    place.write("b.yaml", `# moved\n${place.read("b.yaml")}`);
    expect(fateIn(place, ...change)).toBe("comment");
    place.git("checkout", "b.yaml");
    place.write("a.yaml", `# changed\n${badPod}`);
    place.write(".secctx.yaml", exempting);
    for (const ref of ["base", "head"])
      expect(place.secctx([...change, "--config-ref", ref, "--quiet"]).status).toBe(1);
    place.write(
      "base.yaml",
      `${shared}extending: {exemptions: none}\nexemptions: [{rules: [privileged], reason: the platform}]\n`,
    );
    expect(fateIn(place)).toBe("config");
  });

  it("counts for every file on top of the one that says so, also for those that another one extends in turn", () => {
    const place = createRepository({
      "base.yaml": `${shared}extending: {exemptions: none}\n`,
      "team.yaml": exempting,
      ".secctx.yaml": "extends: team.yaml\n",
      "a.yaml": badPod,
    });
    expect(fateIn(place)).toBe("fails");
    expect(place.secctx(["--show-config"]).stdout).toMatch(
      /^exemptions\[0\]: ours \(not in force: base\.yaml:4\) +# team\.yaml:2$/m,
    );
    place.write("base.yaml", `${shared}extending: {exemptions: base}\n`);
    place.write("team.yaml", own);
    place.git("add", "--all");
    place.git("commit", "-m", "base");
    place.write("team.yaml", exempting);
    place.write("a.yaml", `# changed\n${badPod}`);
    const change = ["--changed", "HEAD", "--gate", "all", "--config-ref", "head"];
    expect(fateIn(place, ...change)).toBe("fails");
    place.git("commit", "-m", "exempted", "team.yaml");
    place.write("team.yaml", exempting.replace("ours", "still ours"));
    expect(fateIn(place, ...change)).toBe("config");
    expect(place.secctx(["--show-config", ...change]).stdout).toMatch(/^exemptions\[0\]: ours +# team\.yaml:2$/m);
  });
});
