import { renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builders } from "../rendering/overlays.ts";
import { badPod, createRepository, type Folder, folder, goodPod } from "./folder.ts";

// What a change does with the names of files, rather than with what is in them.

interface Said {
  readonly status: number | null;
  readonly files: number;
  /** `note a.txt`, `error k8s`, … */
  readonly problems: readonly string[];
  readonly text: string;
}

function checkChange({ secctx }: Folder, ...args: readonly string[]): Said {
  const { stdout, status } = secctx(["check", "--changed=main", "--gate", "new", "--format", "json", ...args]);
  const { summary, problems } = JSON.parse(stdout) as {
    readonly summary: { readonly files: number };
    readonly problems: readonly { readonly severity: string; readonly file: string; readonly message: string }[];
  };
  return {
    status,
    files: summary.files,
    problems: problems.map(({ severity, file }) => `${severity} ${file}`),
    text: problems.map(({ message }) => message).join("\n"),
  };
}

const move = ({ path }: Folder, from: string, to: string) => renameSync(join(path, from), join(path, to));

describe("a manifest under a name of ours", () => {
  const names = ["prod/.secctx.yaml", ".secctx.yaml", "prod/.secctx-baseline.json", "prod/.secctx.yml"];

  it.each(names.slice(0, 2))("is judged, in a change and in a whole run: %s", (name) => {
    const place = createRepository({ "a.yaml": goodPod });
    place.write(name, badPod);
    expect(checkChange(place).status).toBe(1);
    // At the root it is the configuration of the next change, which can't be read.
    expect(place.secctx(["--quiet"]).status).toBe(name === ".secctx.yaml" ? 2 : 1);
  });

  it.each(names)("is judged as %s", (name) => {
    const place = createRepository({ "a.yaml": goodPod });
    place.write(
      name,
      name.endsWith(".json") ? '{"apiVersion": "v1", "kind": "Pod", "spec": {"hostPID": true}}' : badPod,
    );
    expect(checkChange(place).status).toBe(1);
  });

  it("is not what a configuration and a baseline are", () => {
    const files = {
      ".secctx.yaml": "enforce: restricted\n",
      "k8s/.secctx.yaml": "enforce: baseline\n",
      "a.yaml": goodPod,
    };
    const { secctx } = folder({
      ...files,
      ".secctx-baseline.json": '{"schema": "secctx-baseline/v2", "findings": []}',
    });
    expect(secctx(["--quiet"]).stdout).toContain("Reviewed 1 workload in 1 file.");
  });
});

describe("a manifest that gets a name which is not one of a manifest", () => {
  it.each(["k8s/web.txt", "k8s/web", "elsewhere/web.conf"])("is said: %s", (name) => {
    const place = createRepository({ "k8s/web.yaml": goodPod, "elsewhere/x": "" });
    move(place, "k8s/web.yaml", name);
    place.write(name, badPod.replace("name: bad", "name: good"));
    const said = checkChange(place);
    expect(said).toMatchObject({ status: 0, files: 0, problems: [`note ${name}`] });
    expect(said.text).toBe(
      "The workload in this file is not judged, because of the file's name, although it was in a manifest before this change: give the file a name that ends in .yaml, or add it to `files`.",
    );
    place.git("add", "--all");
    expect(checkChange(place).problems).toEqual([`note ${name}`]);
  });

  it("is said where the configuration leaves its new place out", () => {
    const place = createRepository({ "k8s/web.yaml": badPod, "docs/x": "", ".secctx.yaml": "files: ['k8s/**']\n" });
    move(place, "k8s/web.yaml", "docs/web.yaml");
    expect(checkChange(place).problems).toEqual(["note docs/web.yaml"]);
  });

  it("is judged where a kustomization of the change names it", ({ skip }) => {
    const missing = builders[0]?.missing;
    if (missing) skip(missing);
    const place = createRepository({ "k8s/kustomization.yaml": "resources: [a.yaml]\n", "k8s/a.yaml": goodPod });
    place.write("k8s/web.txt", badPod.replace("name: ", "name: x-"));
    place.write("k8s/kustomization.yaml", "resources: [a.yaml, web.txt]\n");
    expect(checkChange(place)).toMatchObject({ status: 1, problems: [] });
  });

  it("could not be evaluated where a kustomization of the change names it, and nobody builds that", () => {
    const place = createRepository({ "k8s/kustomization.yaml": "resources: []\n" });
    const checkUnbuilt = () => checkChange(place, "--render", "false");
    place.write("k8s/web.txt", badPod);
    expect(checkUnbuilt()).toMatchObject({ status: 0, problems: [] });
    place.write("k8s/kustomization.yaml", "resources:\n  - web.txt\n");
    const said = checkUnbuilt();
    expect(said).toMatchObject({ status: 2, problems: ["error k8s/web.txt"] });
    expect(said.text).toContain(
      "although a kustomization of this change names it: give the file a name that ends in .yaml",
    );
    place.write("k8s/kustomization.yaml", 'resources: ["we\\x62.txt"]\n');
    expect(checkUnbuilt().problems).toEqual(["error k8s/web.txt"]);
    move(place, "k8s/kustomization.yaml", "k8s/Kustomization");
    expect(checkUnbuilt().problems).toEqual(["error k8s/web.txt"]);
  });

  it.each<[what: string, head: Readonly<Record<string, string>>]>([
    ["is gone", {}],
    ["stays where it was as well", { "k8s/web.yaml": goodPod, "web.txt": goodPod }],
    ["moves to another manifest", { "k8s/other.yaml": goodPod, "web.txt": goodPod }],
    ["leaves only words", { "web.md": "# The Pod\napiVersion and kind: none\n" }],
    ["leaves another workload", { "web.txt": badPod }],
  ])("is not where it %s", (_, head) => {
    const place = createRepository({ "k8s/web.yaml": goodPod, "b.yaml": badPod });
    place.shell("rm k8s/web.yaml");
    for (const [name, text] of Object.entries(head)) place.write(name, text);
    expect(checkChange(place).problems).toEqual([]);
  });
});

describe("a folder of manifests that becomes something else", () => {
  const create = () => createRepository({ "k8s/prod/web.yaml": goodPod, "other/web.yaml": badPod, "b.yaml": goodPod });

  it("a link, could not be evaluated", () => {
    for (const folderName of ["k8s", "k8s/prod"]) {
      const place = create();
      place.shell(`rm -r ${folderName}`);
      symlinkSync(join(place.path, "other"), join(place.path, folderName));
      place.git("add", "--all");
      const said = checkChange(place);
      expect(said).toMatchObject({ status: 2, problems: [`error ${folderName}`] });
      expect(said.text).toContain(
        "it is a link now, and what was a manifest here, or a folder with some, is not judged",
      );
      // Nobody asked for it.
      expect(checkChange(place, "b.yaml").problems).toEqual([]);
    }
  });

  it("a submodule, could not be evaluated, and neither could a manifest that becomes one", () => {
    for (const name of ["k8s", "b.yaml"]) {
      const place = create();
      place.shell(`rm -r ${name} && mkdir ${name}`);
      place.git("rm", "-r", "--cached", "--quiet", name);
      place.git("update-index", "--add", "--cacheinfo", `160000,${place.git("rev-parse", "HEAD").trim()},${name}`);
      place.git("commit", "-m", "module");
      const said = checkChange(place);
      expect(said).toMatchObject({ status: 2, problems: [`error ${name}`] });
      expect(said.text).toContain("it is a submodule now");
    }
  });

  it("nothing, is just gone", () => {
    const place = create();
    place.shell("rm -r k8s");
    expect(checkChange(place)).toMatchObject({ status: 0, problems: [] });
  });
});
