import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { closureOf } from "../../src/rendering/kustomize/closure.ts";
import { readKustomization } from "../../src/rendering/kustomize/kustomizations.ts";
import { scratchFolder } from "../../src/rendering/scratch.ts";
import { withFullReader } from "../../src/yaml/index.ts";
import {
  build,
  builders,
  deployment,
  kustomization,
  noTool,
  optionsFor,
  reviewOverlay,
  withFiles,
} from "./overlays.ts";

interface Failure {
  readonly files: Readonly<Record<string, string>>;
  /** `file:line: message`, as a pattern for its end. */
  readonly says: RegExp;
  readonly prepare?: (folder: string) => void;
}

const pod = deployment("- name: app\n  image: x\n");
const overlay = (lines: string) => ({ "dev/kustomization.yaml": kustomization(lines) });
const generator = (lines: string) => `apiVersion: example.com/v1\nkind: Maker\nmetadata:\n  name: m\n${lines}`;

/** What is refused before anything is run: there is no program to run in these tests. */
const refused: Readonly<Record<string, Failure>> = {
  "a remote base": {
    files: overlay("resources:\n  - https://github.com/example/app//config/default?ref=v1\n"),
    says: /^dev\/kustomization.yaml:4: .* takes https:\/\/github\.com\/example\/app\/\/config\/default\?ref=v1 from remote: not evaluated, secctx opens no connections\./,
  },
  "a remote base of a base": {
    files: {
      ...overlay("resources: [../base]\n"),
      "base/kustomization.yaml": kustomization("bases:\n- git@github.com:example/app.git\n"),
    },
    says: /^base\/kustomization.yaml:4: .* from remote/,
  },
  "a remote component": { files: overlay("components: [github.com/example/app]\n"), says: /:3: .* from remote/ },
  "a remote patch": { files: overlay("patches:\n  - path: HTTPS://example.com/p.yaml\n"), says: /:4: .* from remote/ },
  "a remote file of a generator": {
    files: overlay("configMapGenerator:\n  - name: c\n    files:\n      - key=http://example.com/a\n"),
    says: /:6: .* http:\/\/example\.com\/a from remote/,
  },
  "a remote schema": { files: overlay("openapi:\n  path: https://example.com/s.json\n"), says: /:4: .* from remote/ },
  "a login in a remote base, without the login": {
    files: overlay("resources: ['https://ada:s3cret@example.com/a/b']\n"),
    says: /takes https:\/\/example\.com\/a\/b from remote/,
  },
  "a key that Go takes for the same": {
    files: overlay("re\u017fources: ['https://example.com/a']\n"),
    says: /:3: .* from remote/,
  },
  "a folder whose name kustomize takes for a repository": {
    files: { ...overlay("resources: [github.com/example/app]\n"), "dev/github.com/example/app/kustomization.yaml": "" },
    says: /:3: .* from remote/,
  },
  charts: { files: overlay("helmCharts:\n  - name: a\n"), says: /:3: .*--enable-helm/ },
  "charts in the old list": {
    files: overlay("helmChartInflationGenerator: [{chartName: a}]\n"),
    says: /:3: .*--enable-helm/,
  },
  "a chart as a built-in generator": {
    files: {
      ...overlay("generators: [g.yaml]\n"),
      "dev/g.yaml": "apiVersion: builtin\nkind: HelmChartInflationGenerator\n",
    },
    says: /^dev\/g.yaml:2: .*--enable-helm/,
  },
  "an exec function": {
    files: {
      ...overlay("generators: [g.yaml]\n"),
      "dev/g.yaml": generator("  annotations: {config.kubernetes.io/function: 'exec: {path: ./run.sh}'}\n"),
    },
    says: /^dev\/g.yaml:2: .*--enable-alpha-plugins/,
  },
  "a container function in the kustomization": {
    files: overlay(
      `transformers:\n  - |-\n${generator("  annotations:\n    config.kubernetes.io/function: 'container: {image: x}'\n").replace(/^(?=.)/gm, "    ")}`,
    ),
    says: /^dev\/kustomization.yaml:4: .*--enable-alpha-plugins/,
  },
  "a function in a folder of validators": {
    files: {
      ...overlay("validators: [../check]\n"),
      "check/kustomization.yaml": kustomization("resources: [v.yaml]\n"),
      "check/v.yaml": generator(""),
    },
    says: /^check\/v.yaml:2: .*--enable-alpha-plugins/,
  },
  "a remote file of a built-in transformer": {
    files: {
      ...overlay("transformers: [t.yaml]\n"),
      "dev/t.yaml": "apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: t}\npath: https://example.com/p\n",
    },
    says: /^dev\/t.yaml:4: .* from remote/,
  },
  "a base above the repository": {
    files: overlay("resources: [../../outside]\n"),
    says: /:3: .* leads out of the repository/,
  },
  "a patch outside of the repository": {
    files: overlay("patches: [{path: /etc/passwd}]\n"),
    says: /:3: .* leads out of the/,
  },
  "a link to a file outside": {
    files: overlay("resources: [link.yaml]\n"),
    prepare: (folder) => symlinkSync("/etc/passwd", join(folder, "dev/link.yaml")),
    says: /^dev\/kustomization.yaml:3: .* takes link.yaml, which leads out of the repository/,
  },
  "a link to a folder outside, on the way": {
    files: overlay("configMapGenerator: [{name: c, files: [etc/passwd]}]\n"),
    prepare: (folder) => symlinkSync("/etc", join(folder, "dev/etc")),
    says: /:3: .* leads out of the repository/,
  },
  "a link through a link within": {
    files: overlay("resources: [one/passwd]\n"),
    prepare: (folder) => {
      symlinkSync("../two", join(folder, "dev/one"));
      symlinkSync("../../../../../../etc", join(folder, "two"));
    },
    says: /:3: .* leads out of the repository/,
  },
  "a kustomization that is a link to the outside": {
    files: { "dev/d.yaml": pod },
    prepare: (folder) => symlinkSync("/etc/passwd", join(folder, "dev/kustomization.yaml")),
    says: /^dev\/kustomization.yaml:1: .* leads out of the repository/,
  },
  "a kustomization that is not YAML": { files: overlay("resources: [\n"), says: /^dev\/kustomization.yaml:\d+: / },
  "a base whose kustomization is not YAML": {
    files: { ...overlay("resources: [../base]\n"), "base/kustomization.yaml": "a: b: c\n" },
    says: /^base\/kustomization.yaml:1: /,
  },
};

/** What kustomize refuses itself. */
const failing: Readonly<Record<string, Failure>> = {
  "a file that is not there": {
    files: {
      ...overlay("resources: [../base]\n"),
      "base/kustomization.yaml": kustomization("resources:\n- d.yaml\n- e.yaml\n"),
      "base/d.yaml": pod,
    },
    says: /^base\/kustomization.yaml:5: dev could not be built: .*base\/e\.yaml.*no such file or directory\. Correct it/,
  },
  "a folder without a kustomization": {
    files: { ...overlay("resources: [../base]\n"), "base/d.yaml": pod },
    says: /^dev\/kustomization.yaml:3: dev could not be built: .*unable to find one of 'kustomization\.yaml'/,
  },
  "a cycle": {
    files: { ...overlay("resources: [../base]\n"), "base/kustomization.yaml": kustomization("resources: [../dev]\n") },
    says: /^base\/kustomization.yaml:3: dev could not be built: .*cycle detected/,
  },
  "a key that kustomize does not know": {
    files: overlay("namePrefix: a\nreources: []\n"),
    says: /:4: .*unknown field "reources"/,
  },
  "a value of the wrong type": {
    files: overlay("resources: []\nnameSuffix: 1\n"),
    says: /:4: .*cannot unmarshal number/,
  },
  "a file above the kustomization": {
    files: { ...overlay("resources:\n- ../base/d.yaml\n"), "base/d.yaml": pod },
    says: /^dev\/kustomization.yaml:4: .*is not in or below.*kustomize\.loadRestrictor/,
  },
  "a file above, of a generator": {
    files: { ...overlay("configMapGenerator:\n- name: c\n  files: [../secret.txt]\n"), "secret.txt": "s3cret" },
    says: /^dev\/kustomization.yaml:5: .*is not in or below/,
  },
  "a resource that is not YAML": {
    files: { ...overlay("resources: [d.yaml]\n"), "dev/d.yaml": "a: b\n c: d\n" },
    says: /^dev\/d.yaml:\d: dev could not be built: /,
  },
  "a patch without a target": {
    files: {
      ...overlay("resources: [d.yaml]\npatches:\n- path: p.yaml\n"),
      "dev/d.yaml": pod,
      "dev/p.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: no}\n",
    },
    says: /^dev\/kustomization.yaml:\d: dev could not be built: no resource matches strategic merge patch/,
  },
  "two kustomizations in a folder": {
    files: { ...overlay("resources: [d.yaml]\n"), "dev/Kustomization": kustomization(""), "dev/d.yaml": pod },
    says: /^dev\/kustomization.yaml:1: dev could not be built: Found multiple kustomization files/,
  },
};

const inWords = (problems: readonly { file: string; line: number; message: string }[]) =>
  problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);

describe("refused before anything is run", () => {
  it.each(Object.entries(refused))("%s", async (_, { files, prepare, says }) => {
    const { source, problems } = await withFiles(files, (folder) => {
      prepare?.(folder);
      return build(folder, "dev", noTool, { loadRestrictor: "none" });
    });
    expect(source).toBeUndefined();
    expect(inWords(problems)).toEqual([expect.stringMatching(says)]);
    expect(JSON.stringify(problems)).not.toMatch(/s3cret|secctx-overlay-/);
  });
});

describe.each(builders.slice(0, 1))("refused by $kind", ({ tool, missing }) => {
  beforeEach(({ skip }) => {
    skip(missing !== undefined, missing);
  });

  it.each(Object.entries(failing))("%s", async (_, { files, says }) => {
    const { source, problems } = await withFiles(files, (folder) => build(folder, "dev", tool));
    expect(source).toBeUndefined();
    expect(inWords(problems)).toEqual([expect.stringMatching(says)]);
    expect(JSON.stringify(problems)).not.toMatch(new RegExp(`s3cret|${tmpdir()}`));
  });

  it("reads files above a kustomization where the configuration lets it", async () => {
    const files = { ...overlay("resources: [../base/d.yaml]\n"), "base/d.yaml": pod };
    const { placed } = await withFiles(files, (folder) =>
      reviewOverlay(folder, "dev", tool, { loadRestrictor: "none" }),
    );
    expect(placed.map(({ at }) => at)).toContain("base/d.yaml:11");
  });

  it("follows links that stay in the repository, in the copy too", async () => {
    const files = {
      ...overlay("resources: [../linked, link.yaml]\n"),
      "a/base/kustomization.yaml": kustomization("resources: [d.yaml]\n"),
      "a/base/d.yaml": pod,
    };
    const { placed, problems } = await withFiles(files, (folder) => {
      symlinkSync("a/base", join(folder, "linked"));
      mkdirSync(join(folder, "dev/real"));
      writeFileSync(join(folder, "dev/real/e.yaml"), deployment("- name: app\n  image: x\n", { name: "other" }));
      symlinkSync("real/e.yaml", join(folder, "dev/link.yaml"));
      return reviewOverlay(folder, "dev", tool);
    });
    expect(problems).toEqual([]);
    expect(new Set(placed.map(({ at }) => at.replace(/:.*/, "")))).toEqual(
      new Set(["a/base/d.yaml", "dev/real/e.yaml"]),
    );
    expect(placed.every(({ placement }) => placement.isExact)).toBe(true);
  });

  it("leaves no copy behind", async () => {
    await withFiles({ ...overlay("resources: [d.yaml]\n"), "dev/d.yaml": pod }, (folder) => build(folder, "dev", tool));
    expect(readdirSync(scratchFolder()).filter((name) => name.startsWith("copy-"))).toEqual([]);
  });

  it("says it where the build takes too long", async () => {
    const files = { ...overlay("resources: [d.yaml]\n"), "dev/d.yaml": pod };
    const { problems } = await withFiles(files, async (folder) => {
      const options = { ...optionsFor(folder, tool), limits: { seconds: 0.001, megabytes: 1 } };
      const root = await withFullReader(() => readKustomization(join(options.repository, "dev"), options));
      const { buildOverlay } = await import("../../src/rendering/kustomize/build.ts");
      if (!root.uses) throw new Error("no kustomization");
      return buildOverlay(root, { loadRestrictor: "root" }, options);
    });
    expect(inWords(problems)).toEqual([
      expect.stringMatching(/^dev\/kustomization.yaml:1: dev could not be built: \w+ took more than 0\.001 seconds/),
    ]);
  });
});

describe("what a kustomization is built of", () => {
  it("names every file and folder once, through bases, components and plugins", async () => {
    const files = {
      "dev/kustomization.yaml": kustomization(`resources: [../base, own.yaml, gone.yaml]
components: [../part]
patches: [{path: p.yaml}, {patch: "[]", target: {kind: Pod}}]
patchesStrategicMerge: [p.yaml, "a: {b: c}"]
replacements: [{path: r.yaml}]
configurations: [c.yaml]
crds: [crd.json]
openapi: {path: s.json}
transformers: [t.yaml]
secretGenerator: [{name: s, envs: [s.env], files: [k=s.txt]}]
configMapGenerator: [{name: s, env: old.env}]
`),
      ...Object.fromEntries(
        [
          "own.yaml",
          "p.yaml",
          "r.yaml",
          "c.yaml",
          "crd.json",
          "s.json",
          "s.env",
          "s.txt",
          "old.env",
          "q.yaml",
          "unused.yaml",
        ].map((name) => [`dev/${name}`, ""]),
      ),
      "dev/t.yaml": "apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: t}\npath: q.yaml\n",
      "base/kustomization.yml": kustomization("resources: [d.yaml]\n"),
      "base/d.yaml": pod,
      "part/Kustomization": kustomization("patches: []\n", "Component"),
    };
    const names = await withFiles(files, async (folder) => {
      const options = optionsFor(folder, noTool);
      const root = await withFullReader(() => readKustomization(join(options.repository, "dev"), options));
      if (!root.uses) throw new Error("no kustomization");
      const { kustomizations, files } = await withFullReader(() => closureOf(root, options));
      return [...kustomizations.keys(), ...files].map(options.show);
    });
    const wanted = [...Object.keys(files).filter((name) => name !== "dev/unused.yaml"), "dev", "base", "part"];
    expect(names.toSorted()).toEqual(wanted.toSorted());
  });
});
