import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { badPod, type Folder, folder } from "./folder.ts";

/** A repository with links that lead out of it, and the place that they lead to. */
function linked(links: Readonly<Record<string, string>>): { readonly place: Folder; readonly outside: Folder } {
  const outside = folder({ "secret.yaml": badPod, "kept.txt": "kept\n" });
  const place = folder({ "x.json": "{}" });
  place.git("init");
  for (const [name, target] of Object.entries(links))
    symlinkSync(target.replace("OUTSIDE", outside.path), join(place.path, name));
  return { place, outside };
}

describe("what is found is not read through a link out of the repository", () => {
  const refusal = "a link takes it outside of the repository, and such a link is not followed";

  it("neither a file below a folder, nor one that git says has changed, nor a named one", () => {
    const { place } = linked({ "a.yaml": "OUTSIDE/secret.yaml" });
    place.git("add", "x.json");
    place.git("commit", "-m", "base");
    for (const args of [[], ["*.yaml"], ["a.yaml"], ["--changed=HEAD"]]) {
      const { status, stdout } = place.secctx(["check", ...args]);
      expect(status, args.join()).toBe(2);
      expect(stdout).toContain(`a.yaml:1  not evaluated\n  This file could not be read: ${refusal}.`);
      expect(stdout).not.toContain("registry.example.com");
    }
  });

  it("nor a folder", () => {
    const { place, outside } = linked({ k8s: "OUTSIDE" });
    expect(place.secctx(["check"])).toMatchObject({ status: 0, stderr: "" });
    for (const path of ["k8s", "k8s/", "k8s/*.yaml", "./k8s/**"])
      expect(place.secctx(["check", path])).toMatchObject({
        status: 2,
        stdout: "",
        stderr: expect.stringContaining(`secctx: "k8s": ${refusal}. Name what it leads to`),
      });
    expect(place.secctx(["check", outside.path])).toMatchObject({ status: 1, stderr: "" });
  });

  it("nor a policy that a configuration extends", () => {
    const { place, outside } = linked({ "base.yaml": "OUTSIDE/base.yaml" });
    outside.write("base.yaml", "enforce: [privileged\n");
    place.write(".secctx.yaml", "extends: base.yaml\n");
    expect(place.secctx(["check"])).toMatchObject({
      status: 2,
      stderr: `secctx: base.yaml: ${refusal}. Put the file in its place.\n`,
    });
  });

  it("nor what git keeps for itself; a link within the repository is followed", () => {
    const { place } = linked({ "a.yaml": ".git/pod.yaml", "b.yaml": "pod.txt" });
    writeFileSync(join(place.path, ".git/pod.yaml"), badPod);
    place.write("pod.txt", badPod);
    expect(place.secctx(["check", "a.yaml"])).toMatchObject({ status: 2, stdout: expect.stringContaining(refusal) });
    expect(place.secctx(["check", "b.yaml"])).toMatchObject({ status: 1 });
  });
});

describe("nothing is written through a link out of the working directory", () => {
  it.each([
    ["a link to a file", "out.json", { "out.json": "OUTSIDE/kept.txt" }],
    ["a link to nothing", "out.json", { "out.json": "OUTSIDE/new.json" }],
    ["a link to a folder", "r/out.json", { r: "OUTSIDE" }],
    ["a link to a link", "r/new/out.json", { r: "s", s: "OUTSIDE" }],
    ["a link into git's own folder", "r/post-checkout", { r: ".git/hooks" }],
  ])("%s, as an output", (_, output, links) => {
    const { place, outside } = linked(links as Record<string, string>);
    const write = (path: string) => place.secctx(["x.json", "--format", "json", "--output", path]);
    for (const path of [output, `./${output}`])
      expect(write(path)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining(`--output "${path}": a link takes it outside of the working directory`),
      });
    expect(readdirSync(outside.path)).toEqual(["kept.txt", "secret.yaml"]);
    expect(readFileSync(join(outside.path, "kept.txt"), "utf8")).toBe("kept\n");
    expect(existsSync(join(place.path, ".git/hooks/post-checkout"))).toBe(false);
  });

  it("but where an absolute path says so, or the link stays within", () => {
    const { place, outside } = linked({ out: "OUTSIDE/new.json", in: "here.json" });
    const write = (path: string) => place.secctx(["x.json", "--format", "json", "--output", path]);
    expect(write(join(place.path, "out"))).toMatchObject({ status: 0, stderr: "" });
    expect(existsSync(join(outside.path, "new.json"))).toBe(true);
    expect(write("in")).toMatchObject({ status: 0, stderr: "" });
    expect(existsSync(join(place.path, "here.json"))).toBe(true);
  });

  it("as a baseline, a configuration or a workflow", () => {
    const { place, outside } = linked({ ".secctx-baseline.json": "OUTSIDE/new.json", ".github": "OUTSIDE" });
    place.write("bad.yaml", badPod);
    const refused = "a link takes it outside of the repository, and nothing is written there";
    expect(place.secctx(["baseline", "bad.yaml"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(refused),
    });
    expect(place.secctx(["init"])).toMatchObject({ status: 2, stderr: expect.stringContaining(refused) });
    expect(readdirSync(outside.path)).toEqual(["kept.txt", "secret.yaml"]);
    expect(existsSync(join(place.path, ".secctx.yaml"))).toBe(false);
  });
});
