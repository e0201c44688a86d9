import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Folder, folder } from "../../cli/folder.ts";
import { missingHelm } from "../../rendering/charts.ts";
import { builders } from "../../rendering/overlays.ts";

beforeEach(({ skip }) => {
  const missing = missingHelm("helm3") ?? builders[0]?.missing;
  if (missing) skip(missing);
});

function pod(name: string, more = ""): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n${more}  containers: [{name: app, image: web}]\n`;
}

const chart = {
  "shop/Chart.yaml": `apiVersion: v2
name: shop
version: 1.0.0
dependencies:
  - {name: sub, version: 0.1.0, repository: 'file://../parts/sub', condition: sub.enabled}
`,
  "shop/values.yaml": "sub: {enabled: true}\n",
  "shop/templates/random.yaml": pod("web-{{ randAlphaNum 5 | lower }}", "  hostIPC: true\n"),
  "parts/sub/Chart.yaml": "apiVersion: v2\nname: sub\nversion: 0.1.0\n",
  "parts/sub/templates/pod.yaml": `# Source: not what Helm says\n${pod("sub", "  hostPID: true\n")}`,
  ".gitignore": "charts/\n",
};

/** A folder with the chart, whose dependency is packed and ignored by git. */
function packed(files: Readonly<Record<string, string>> = {}): Folder {
  const own = folder({ ...chart, ...files, "shop/charts/.keep": "" });
  execFileSync("tar", ["czf", join(own.path, "shop/charts/sub-0.1.0.tgz"), "sub"], { cwd: join(own.path, "parts") });
  return own;
}

function check({ secctx }: Folder, ...args: string[]) {
  const levels = ["enforce", "warn", "audit"].map((mode) => `--${mode}=baseline`);
  const { stdout, stderr, status } = secctx(["check", "--format", "json", ...levels, ...args]);
  if (!stdout.startsWith("{")) throw new Error(stderr);
  const report = JSON.parse(stdout);
  interface Found {
    readonly file: string;
    readonly start: { readonly line: number };
    readonly new: boolean | null;
    readonly ignored: object | null;
    readonly message: string;
  }
  const found: Found[] = report.findings;
  return {
    status,
    found,
    places: found.map(({ file, start, new: isNew }) => `${file}:${start.line} ${isNew}`),
    notes: report.problems.map(({ file, line, message }: Record<string, string>) => `${file}:${line} ${message}`),
  };
}

describe("what no rendering has", () => {
  it("is said once: templates that no values bring, what .helmignore leaves out, a packed chart that is switched off", () => {
    const own = packed({
      "shop/values.yaml": "sub: {enabled: false}\n",
      "shop/.helmignore": "templates/ignored.yaml\n",
      "shop/templates/ignored.yaml": pod("ignored"),
      "shop/templates/off.yaml": `{{ if .Values.more }}\n${pod("off")}{{ end }}\n`,
    });
    expect(check(own, "shop").notes).toEqual([
      expect.stringMatching(
        /^shop\/templates\/ignored.yaml:1 In no rendering: shop\/templates\/ignored.yaml, shop\/templates\/off.yaml, the dependency "sub"\. Helm leaves it out/,
      ),
    ]);
    own.write("shop/ci/on-values.yaml", "sub: {enabled: true}\nmore: true\n");
    expect(check(own, "shop").notes).toEqual([
      expect.stringContaining("In no rendering: shop/templates/ignored.yaml. "),
    ]);
  });

  it("is said of an object that a patch deletes, unless another overlay has it", () => {
    const deletes =
      "resources: [../base]\npatches:\n  - patch: |\n      $patch: delete\n      apiVersion: v1\n      kind: Pod\n      metadata: {name: gone}\n";
    const own = folder({
      "base/kustomization.yaml": "resources: [web.yaml, gone.yaml]\n",
      "base/web.yaml": pod("web"),
      "base/gone.yaml": pod("gone"),
      "prod/kustomization.yaml": deletes,
    });
    expect(check(own).notes).toEqual([
      'base/gone.yaml:1 In no rendering: Pod "gone". A patch removes it, so it is not judged.',
    ]);
    own.write("dev/kustomization.yaml", "resources: [../base]\n");
    expect(check(own).notes).toEqual([]);
  });
});

it("what Helmfile gives a chart of the repository is said to be left out, once, until somebody says which values count", () => {
  const own = folder({
    "shop/Chart.yaml": "apiVersion: v2\nname: shop\nversion: 1.0.0\n",
    "shop/values.yaml": "debug: false\n",
    "shop/templates/web.yaml": pod("web", "  hostPID: {{ .Values.debug }}\n"),
    "deploy/helmfile.yaml": `releases:
  - name: redis
    chart: bitnami/redis
  - name: shop
    chart: ../shop
    values: [debug: {{ .Values.debug }}, prod.yaml]
`,
    "deploy/helmfile.d/more.yaml": 'releases:\n  - chart: "../../shop" # again\n    name: more\n',
    "deploy/other.yaml": "releases:\n  - chart: ../shop\n",
  });
  // That it is a template is another note.
  const notes = (...args: string[]) => check(own, ...args).notes.filter((each: string) => each.includes("Helmfile"));
  const note =
    "Helmfile deploys shop with values that are not evaluated: what is judged is rendered without them. Name their files in .secctx.yaml (helm.charts[].values), or give them with --values.";
  expect(notes()).toEqual([`deploy/helmfile.d/more.yaml:2 ${note}`]);
  expect(notes("deploy/helmfile.yaml", "shop")).toEqual([`deploy/helmfile.yaml:5 ${note}`]);
  own.git("init", "--quiet");
  own.git("add", "--all");
  own.git("commit", "--quiet", "--message", "before");
  own.write("shop/values.yaml", "debug: true\n");
  expect(notes("--changed=HEAD")).toEqual([`deploy/helmfile.d/more.yaml:2 ${note}`]);
  expect(notes("--values=shop/values.yaml", "shop")).toEqual([]);
  own.write(".secctx.yaml", "helm: {charts: [{path: shop, values: [[values.yaml]]}]}\n");
  expect(notes()).toEqual([]);
});

it("what is in an archive stands at the dependency's line, and is old where git ignores the archive; so is what has a random name", () => {
  const own = packed();
  own.git("init", "--quiet");
  own.git("add", "--all");
  own.git("commit", "--quiet", "--message", "before");
  own.git("checkout", "--quiet", "-b", "change");
  const template = chart["shop/templates/random.yaml"];
  own.write("shop/templates/random.yaml", template.replace("  hostIPC", "  hostPID: true\n  hostIPC"));
  const { places, notes } = check(own, "--changed=main", "--gate", "new");
  expect(places).toEqual([
    "shop/Chart.yaml:5 false",
    "shop/templates/random.yaml:6 true",
    "shop/templates/random.yaml:7 false",
  ]);
  expect(notes).toEqual([]);
});

it("a line that can't be told is said at the finding and counted", () => {
  // Helm's marks are letters of this script: a template that has some is not marked.
  const { found, notes } = check(
    folder({
      "shop/Chart.yaml": "apiVersion: v2\nname: shop\nversion: 1.0.0\n",
      "shop/templates/pod.yaml": `# \uA500\n${pod("web", "  hostPID: true\n")}`,
    }),
  );
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringMatching(/The exact line can't be told: it comes from somewhere in this file\.$/),
  ]);
  expect(notes).toEqual([
    expect.stringMatching(/^shop\/templates\/pod.yaml:1 1 finding stands at the file that it comes/),
  ]);
});

it("a comment in a patch that stands in a kustomization ignores", () => {
  const { found } = check(
    folder({
      "base/kustomization.yaml": "resources: [web.yaml]\n",
      "base/web.yaml": pod("web"),
      "prod/kustomization.yaml": `resources: [../base]
patches:
  - patch: |
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        # secctx: ignore[host-namespaces] the debugger of the shop
        hostPID: true
`,
    }),
  );
  expect(found.map(({ ignored }) => ignored)).toEqual([
    { by: "comment", reason: "the debugger of the shop", expires: null },
  ]);
});

describe("what can't be", () => {
  it("a folder for temporary files that is not there ends with 2", () => {
    const own = folder({ "base/kustomization.yaml": "resources: [web.yaml]\n", "base/web.yaml": pod("web") });
    const { status, stderr } = own.secctx(["check"], { env: { TMPDIR: "/nowhere" } });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        "secctx: Charts and overlays are rendered in a folder in /nowhere, which can't be made: there is no such file or folder. Set TMPDIR to a folder that you may write to.\n",
    });
    own.write(".secctx.yaml", "kustomize: {roots: [base, nope/*]}\n");
    const idle = own.secctx(["check"]);
    expect(idle.status).toBe(2);
    expect(idle.stderr).toMatch(
      /^secctx: kustomize\.roots: no folder with a kustomization fits "nope\/\*", seen from /,
    );
  });

  it("an overlay of another repository is not read by the one around the working directory", () => {
    const own = folder({
      "here/readme.txt": "",
      "other/base/kustomization.yaml": "resources: [web.yaml]\n",
      "other/base/web.yaml": pod("web", "  hostPID: true\n"),
      "other/prod/kustomization.yaml": "resources: [../base]\n",
    });
    for (const name of ["here", "other"]) own.git("init", "--quiet", name);
    const { stdout, status } = own.secctx(["check", "--format", "json", "--enforce=baseline", "../other/prod"], {
      cwd: "here",
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout).problems).toEqual([]);
    expect(JSON.parse(stdout).findings[0].file).toBe("../other/base/web.yaml");
  });
});
