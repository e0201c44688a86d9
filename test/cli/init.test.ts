import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { configurationSchema } from "../../src/policy/index.ts";
import { badPod, folder, goodPod } from "./folder.ts";

const root = dirname(dirname(import.meta.dirname));

describe("secctx init", () => {
  it("writes a configuration that changes nothing, and the workflow of README.md, at the root", () => {
    const place = folder({ "k8s/good.yaml": goodPod });
    place.git("init");
    expect(place.secctx(["init"], { cwd: "k8s" })).toEqual({
      status: 0,
      stderr: "",
      stdout:
        "Wrote ../.secctx.yaml and ../.github/workflows/secctx.yml. Replace OWNER and FULL-COMMIT-SHA there with the owner and the commit of secctx that you trust.\n" +
        "Nothing is found today.\n",
    });
    expect(place.secctx(["check", "--show-config"]).stdout).toBe(
      place.secctx(["check", "--show-config", "--no-config"]).stdout,
    );
    const [, snippet] =
      /```yaml\n# \.github\/workflows\/secctx\.yml\n(.*?)```/s.exec(readFileSync(join(root, "README.md"), "utf8")) ??
      [];
    expect(place.read(".github/workflows/secctx.yml")).toBe(snippet);
  });

  it("shows every key, with its default or a valid example", () => {
    const place = folder({ "good.yaml": goodPod });
    place.secctx(["init"]);
    const text = place.read(".secctx.yaml");
    expect(text).toMatch(/^# yaml-language-server: \$schema=https:\/\/\S+\/schema\/config\.schema\.json\n/);
    const keys = [...text.matchAll(/^#([a-zA-Z]+):/gm)].map(([, key]) => key);
    expect(keys).toEqual(Object.keys(configurationSchema().properties ?? {}));
    // The policy of the example is nowhere.
    expect(text).toContain("\n#extends: acme/policy/secctx.yaml@v1\n");
    place.write(".secctx.yaml", text.replace(/^#extends:.*$/m, "").replace(/^#(?=[a-zA-Z]| {2})/gm, ""));
    const { status, stdout } = place.secctx(["check", "--show-config"]);
    expect(status).toBe(0);
    expect(stdout).toContain("exemptions[0]: The CNI plugin sets up the node's network. (until 2999-06-30)");
    expect(stdout).toMatch(/^enforce: restricted +# \.secctx\.yaml:\d+$/m);
  });

  it("offers the baseline if there are findings", () => {
    const { stdout } = folder({ "bad.yaml": badPod }).secctx(["init"]);
    expect(stdout).toMatch(
      /\nToday there are 7 findings \(4 failures, 3 warnings\)\. To start with only new ones, accept these: secctx baseline writes \.secctx-baseline\.json\.\n$/,
    );
  });

  it("names what could not be evaluated", () => {
    const run = folder({ "bad.yaml": "apiVersion: v1\nkind: Pod\nspec: [\n" }).secctx(["init"]);
    expect(run.stdout).toMatch(/\nNothing is found today in what could be evaluated\.\n$/);
    expect(run.stderr).toMatch(/^bad\.yaml:3: /);
  });

  it.each([".secctx.yaml", ".secctx.yml", ".github/workflows/secctx.yml", ".github/workflows/secctx.yaml"])(
    "overwrites nothing: %s",
    (name) => {
      const place = folder({ [name]: "# mine\n" });
      expect(place.secctx(["init"])).toEqual({
        status: 2,
        stdout: "",
        stderr: `secctx: ${name} already exists, so nothing was written. Move it away to start again.\n`,
      });
      expect(place.shell("find . -path ./.cache -prune -o -type f -print").stdout.trim()).toBe(`./${name}`);
      expect(place.read(name)).toBe("# mine\n");
    },
  );

  it("takes no path", () => {
    expect(folder().secctx(["init", "k8s"])).toMatchObject({ status: 2, stdout: "" });
  });
});
