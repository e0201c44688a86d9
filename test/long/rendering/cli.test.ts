import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Folder, folder } from "../../cli/folder.ts";
import { missingHelm } from "../../rendering/charts.ts";
import { builders } from "../../rendering/overlays.ts";

beforeEach(({ skip }) => {
  const missing = missingHelm("helm3") ?? builders[0]?.missing;
  if (missing) skip(missing);
});

const deployment = (container: string, name = "web") => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: app
          image: registry.example.com/web:1
${container.replace(/^/gm, "          ")}
`;

/** A chart whose container is as privileged as its values say. */
const chart = {
  "shop/Chart.yaml": "apiVersion: v2\nname: shop\nversion: 1.0.0\n",
  "shop/values.yaml": "# Whether it may do everything.\ndebug: true\n",
  "shop/templates/web.yaml": deployment("securityContext:\n  privileged: {{ .Values.debug }}"),
};

/** A base and two overlays, of which one makes it worse. */
const overlays = {
  "base/kustomization.yaml": "resources: [web.yaml]\n",
  "base/web.yaml": deployment("securityContext:\n  privileged: false"),
  "dev/kustomization.yaml": "resources: [../base]\npatches:\n  - path: worse.yaml\n",
  "dev/worse.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      containers:
        - name: app
          securityContext:
            privileged: true
`,
  "prod/kustomization.yaml": "resources: [../base]\nnamePrefix: prod-\n",
};

interface Found {
  readonly file: string;
  readonly start: { readonly line: number };
  readonly rule: string;
  readonly new: boolean | null;
  readonly message: string;
  readonly related: readonly { readonly file: string; readonly start: { readonly line: number } }[];
  readonly rendered: readonly { readonly root: string; readonly values: readonly string[] }[] | null;
  readonly ignored: { readonly by: string; readonly reason: string } | null;
  readonly fix: object | null;
}

/** What the rule `privileged` says of a folder, and how the run ended. */
function check({ secctx }: Folder, ...args: string[]) {
  const { status, stdout, stderr } = secctx(["check", "--format", "json", ...args]);
  if (!stdout.startsWith("{")) throw new Error(stderr);
  const report = JSON.parse(stdout);
  const found: Found[] = report.findings.filter(({ rule }: Found) => rule === "privileged");
  return {
    status,
    report,
    found,
    places: found.map(({ file, start }) => `${file}:${start.line}`),
    problems: report.problems.map(
      ({ severity, file, line, message }: Record<string, string>) => `${severity} ${file}:${line} ${message}`,
    ),
  };
}

describe("a chart", () => {
  it("is judged as the cluster would see it, and found where a person would edit it", () => {
    const { status, found, places, report } = check(folder(chart));
    expect(status).toBe(1);
    expect(places).toEqual(["shop/values.yaml:2"]);
    expect(found[0]?.related).toMatchObject([{ file: "shop/templates/web.yaml", start: { line: 14 } }]);
    expect(found[0]?.rendered).toMatchObject([{ root: "shop", values: [], document: 0 }]);
    expect(report.workloads).toMatchObject([{ source: "helm", file: "shop/templates/web.yaml", name: "web" }]);
    expect(report.workloads[0].containers[0].effective.privileged).toEqual({
      value: true,
      origin: "container",
      file: "shop/values.yaml",
      line: 2,
    });
  });

  it("is rendered with each list of values that the configuration has", () => {
    const { places, found } = check(
      folder({
        ...chart,
        "shop/prod.yaml": "debug: false\n",
        "shop/dev.yaml": "\ndebug: true\n",
        ".secctx.yaml": "helm: {charts: [{path: shop, values: [[prod.yaml], [dev.yaml]]}]}\n",
      }),
    );
    expect(places).toEqual(["shop/dev.yaml:2"]);
    expect(found[0]?.rendered).toMatchObject([{ values: ["shop/dev.yaml"] }]);
  });

  it("is rendered with each file of ci/, too, unless the configuration says otherwise", () => {
    const files = { ...chart, "shop/values.yaml": "debug: false\n", "shop/ci/all-values.yaml": "debug: true\n" };
    expect(check(folder(files)).places).toEqual(["shop/ci/all-values.yaml:1"]);
    expect(check(folder({ ...files, ".secctx.yaml": "helm: {ci: false}\n" })).places).toEqual([]);
  });

  it("is rendered with the files of --values instead", () => {
    const chartAndMore = folder({ ...chart, "safe.yaml": "debug: false\n" });
    expect(check(chartAndMore, "--values", "safe.yaml").places).toEqual([]);
    const { status, stderr } = folder({ "a.yaml": "" }).secctx(["check", "--values", "a.yaml"]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "secctx: --values is for one chart, and among the paths there is none: name the folder of one.\n",
    });
  });

  it.for(["values-prod.yaml", "prod-values.yaml", "prod.values.yml", "prod.yaml", "staging-eu.yaml", "envs/eu.yaml"])(
    "has a note on values that no rendering has: %s",
    (name) => {
      const { status, problems } = check(
        folder({ ...chart, "shop/values.yaml": "debug: false\n", [`shop/${name}`]: "debug: true\n" }),
      );
      expect(status).toBe(1);
      expect(problems).toEqual([
        expect.stringContaining(`note shop/${name}:1 In no rendering of this chart: shop/${name}. To have`),
      ]);
    },
  );

  it("may hold a file that is called as its folder of templates is", () => {
    expect(check(folder({ ...chart, "shop/more/templates": "x\n" })).places).toEqual(["shop/values.yaml:2"]);
  });

  it("does not show the login of a dependency that is missing", () => {
    const dependency = "dependencies:\n  - {name: zz, version: 1.x, repository: 'https://user:word@example.com/x'}\n";
    const { problems } = check(folder({ ...chart, "shop/Chart.yaml": chart["shop/Chart.yaml"] + dependency }));
    expect(problems).toEqual([
      expect.stringMatching(/^error shop\/Chart.yaml:5 .*\(https:\/\/example\.com\/x\), which is missing in charts\//),
    ]);
  });

  it("that is a library has nothing to say: Helm installs none by itself", () => {
    const library = { ...chart, "shop/Chart.yaml": `${chart["shop/Chart.yaml"]}type: library\n` };
    expect(check(folder(library))).toMatchObject({ status: 0, places: [], problems: [] });
  });

  it("that the configuration names and nobody has ends with 2", () => {
    const { status, stderr } = folder({ ...chart, ".secctx.yaml": "helm: {charts: [{path: nope}]}\n" }).secctx([
      "check",
    ]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^secctx: helm\.charts: there is no chart in "nope", seen from /);
  });

  it("is judged, too, where only a file of it is named, as pre-commit does", () => {
    expect(check(folder(chart), "shop/templates/web.yaml").places).toEqual(["shop/values.yaml:2"]);
  });

  it("that can't be rendered is an error in Helm's words, and all else is judged", () => {
    const broken = { "shop/templates/more.yaml": 'a: {{ required "host is needed" .Values.host }}\n' };
    const { status, problems, places } = check(folder({ ...chart, ...broken, ...overlays }));
    expect(status).toBe(2);
    expect(problems).toEqual([expect.stringMatching(/^error shop\/templates\/more.yaml:1 .*host is needed/)]);
    expect(places).toEqual(["dev/worse.yaml:10"]);
  });

  it("is a note with --render false, and Helm is not asked", () => {
    const { status, problems } = check(folder(chart), "--render", "false");
    expect(status).toBe(0);
    expect(problems).toEqual([expect.stringMatching(/^note .*A Helm chart, not evaluated/)]);
  });

  it("is not evaluated without Helm, and not with a program of the repository", () => {
    const own = folder({ ...chart, "bin/helm": "#!/bin/sh\ntouch was-run\n" });
    chmodSync(join(own.path, "bin/helm"), 0o755);
    const { stdout, status } = own.secctx(["check", "--format", "json"], { env: { PATH: join(own.path, "bin") } });
    expect(status).toBe(2);
    expect(JSON.parse(stdout).problems).toMatchObject([
      { severity: "error", file: "shop/Chart.yaml", message: expect.stringContaining("lies in the repository") },
    ]);
    const without = folder(chart).secctx(["check", "--format", "json"], { env: { PATH: "/nowhere" } });
    expect(without.status).toBe(2);
    expect(JSON.parse(without.stdout).problems).toMatchObject([
      { severity: "error", message: expect.stringContaining("helm is not on PATH") },
    ]);
    own.write(".secctx.yaml", "helm: {binary: bin/helm}\n");
    expect(check(own).problems).toEqual([expect.stringContaining("neither a name on PATH nor an absolute path")]);
    expect(() => own.read("was-run")).toThrow();
  });
});

describe("a finding of several lists of values", () => {
  it("names them from the chart's folder", () => {
    const { found } = check(folder({ ...chart, "shop/ci/a-values.yaml": "a: 1\n", "shop/ci/b-values.yaml": "b: 1\n" }));
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        / It shows in the renderings of shop \(as it is, ci\/a-values\.yaml and ci\/b-values\.yaml\)\.$/,
      ),
    ]);
  });
});

describe("overlays", () => {
  it("are judged as they are built, and their base through them", () => {
    const { status, found, places, report } = check(folder(overlays));
    expect(status).toBe(1);
    expect(places).toEqual(["dev/worse.yaml:10"]);
    expect(found[0]?.rendered).toMatchObject([{ root: "dev" }]);
    expect(report.workloads.map(({ name, source }: Record<string, string>) => `${source} ${name}`).toSorted()).toEqual([
      "kustomize prod-web",
      "kustomize web",
    ]);
  });

  it("share one finding on their base, which names them", () => {
    const { found, places } = check(
      folder({ ...overlays, "base/web.yaml": deployment("securityContext:\n  privileged: true") }),
    );
    // The patch of one overlay sets it, too.
    expect(places).toEqual(["base/web.yaml:14", "dev/worse.yaml:10"]);
    const [, { message = "" } = {}] = found;
    expect(message).not.toContain("renderings");
    const all = check(
      folder({
        ...overlays,
        "dev/kustomization.yaml": "resources: [../base]\n",
        "dev/worse.yaml": "",
        "base/web.yaml": deployment("securityContext:\n  privileged: true"),
      }),
    );
    expect(all.places).toEqual(["base/web.yaml:14"]);
    expect(all.found[0]?.message).toMatch(
      /It shows in Deployment "web" and Deployment "prod-web", rendered by dev and prod\.$/,
    );
  });

  it("have findings of their own where workloads are called alike", () => {
    const files = {
      ...overlays,
      "prod/kustomization.yaml": overlays["dev/kustomization.yaml"],
      "prod/worse.yaml": overlays["dev/worse.yaml"],
    };
    const { report, places } = check(folder(files));
    expect(places).toEqual(["dev/worse.yaml:10", "prod/worse.yaml:10"]);
    const fingerprints = report.findings.map(({ fingerprint }: Record<string, string>) => fingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });

  it("are a note with --render false, and their files are judged as they stand", () => {
    const { places, problems } = check(folder(overlays), "--render", "false");
    expect(places).toEqual(["dev/worse.yaml:10"]);
    expect(problems).toEqual([expect.stringMatching(/^note base\/kustomization.yaml:1 3 kustomizations, not built/)]);
  });

  it("can be chosen", () => {
    const { report, places } = check(folder({ ...overlays, ".secctx.yaml": "kustomize: {roots: [prod]}\n" }));
    // What the others alone use is judged as it stands.
    expect(places).toEqual(["dev/worse.yaml:10"]);
    expect(report.workloads.map(({ name }: Record<string, string>) => name)).toEqual(["prod-web"]);
  });
});

describe("an ignore annotation", () => {
  const said = "annotations: {secctx.dev/ignore: 'ignore[privileged] the debugger of the shop'}";
  const annotated = deployment("securityContext:\n  privileged: true").replace(
    "    metadata: {",
    `    metadata: {${said}, `,
  );

  it("ignores in what is rendered, and is used where one of several renderings needs it", () => {
    const own = folder({
      ...overlays,
      "base/web.yaml": annotated,
      "prod/worse.yaml": overlays["dev/worse.yaml"].replace("privileged: true", "privileged: false"),
      "prod/kustomization.yaml": overlays["dev/kustomization.yaml"],
    });
    const { findings } = JSON.parse(own.secctx(["--format", "json"]).stdout);
    const of = (rule: string) => findings.filter((each: Record<string, unknown>) => each.rule === rule);
    expect(of("privileged").map(({ ignored }: Record<string, unknown>) => ignored)).toEqual([
      { by: "annotation", reason: "the debugger of the shop", expires: null },
    ]);
    expect(of("unused-ignore")).toEqual([]);
  });
});

describe("what no overlay is built of", () => {
  const component = (patch: string) =>
    `apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches: [{path: ${patch}}]\n`;

  it("is a note for components that nobody uses", () => {
    const own = folder({
      ...overlays,
      "used/kustomization.yaml": component("../dev/worse.yaml"),
      "left/kustomization.yaml": component("worse.yaml"),
      "left/worse.yaml": overlays["dev/worse.yaml"],
      "prod/kustomization.yaml": "resources: [../base]\ncomponents: [../used]\n",
      ".secctx.yaml": "kustomize: {loadRestrictor: none}\n",
    });
    expect(check(own).problems).toEqual([
      "note left/kustomization.yaml:1 Nothing that is rendered here uses this component, so its patches are not judged: left.",
    ]);
  });

  it("is an error for a circle", () => {
    const own = folder({
      "a/kustomization.yaml": "resources: [../b]\n",
      "b/kustomization.yaml": "resources: [../a]\n",
    });
    const { status, problems } = check(own);
    expect(status).toBe(2);
    expect(problems).toEqual(
      ["a", "b"].map(
        (name) =>
          `error ${name}/kustomization.yaml:1 ${name} is built of itself, through other kustomizations: not evaluated, because kustomize can't build a circle. Leave one of them out.`,
      ),
    );
  });

  it("is neither a patch that a built-in plugin takes nor a List whose items come through", () => {
    const own = folder({
      "kustomization.yaml": "resources: [all.yaml]\ntransformers: [t.yaml]\n",
      "all.yaml": `apiVersion: v1\nkind: List\nitems:\n${deployment("securityContext:\n  privileged: true").replace(/^/gm, "    ").replace("    ", "  - ").trimEnd()}\n`,
      "t.yaml": "apiVersion: builtin\nkind: PatchStrategicMergeTransformer\nmetadata: {name: t}\npaths: [p.yaml]\n",
      "p.yaml": overlays["dev/worse.yaml"].replace("true", "false"),
    });
    expect(check(own)).toMatchObject({ places: [], problems: [] });
  });
});

describe("an ignore comment", () => {
  const ignore = "# secctx: ignore[privileged] the debugger of the shop";

  it.for<[where: string, files: Record<string, string>]>([
    [
      "in values that hold braces",
      { ...chart, "shop/values.yaml": `${ignore}\ndebug: true\nname: "{{ .Release.Name }}"\n` },
    ],
    ["in values", { ...chart, "shop/values.yaml": `${ignore}\ndebug: true\n` }],
    [
      "in a template",
      {
        ...chart,
        "shop/templates/web.yaml": deployment(
          "securityContext:\n  {{- /* secctx: ignore[privileged] the debugger of the shop */}}\n  privileged: true",
        ),
      },
    ],
    [
      "in a patch",
      {
        ...overlays,
        "dev/worse.yaml": overlays["dev/worse.yaml"].replace("privileged: true", `privileged: true ${ignore}`),
      },
    ],
  ])("%s ignores", ([_, files]) => {
    expect(check(folder(files)).found.map(({ ignored }) => ignored)).toEqual([
      { by: "comment", reason: "the debugger of the shop", expires: null },
    ]);
  });

  it.for<[where: string, files: Record<string, string>]>([
    [
      "in a template whose other rendering has no finding",
      {
        ...chart,
        "shop/templates/web.yaml": deployment(`securityContext:\n  ${ignore}\n  privileged: {{ .Values.debug }}`),
        "shop/ci/safe-values.yaml": "debug: false\n",
      },
    ],
    [
      "in a value that a template prints",
      {
        ...chart,
        "shop/templates/web.yaml": deployment("securityContext:\n  {{- tpl .Values.raw . | nindent 12 }}"),
        "shop/values.yaml": `raw: |\n  privileged: true ${ignore}\n`,
      },
    ],
  ])("%s is used", ([, files]) => {
    const { report, found } = check(folder(files));
    expect(found.map(({ ignored }) => ignored?.by)).toEqual(["comment"]);
    expect(report.findings.filter(({ rule }: Found) => rule === "unused-ignore")).toEqual([]);
  });

  it("that is used does not speak for another one of the same words", () => {
    const { report } = check(
      folder({
        ...chart,
        "shop/templates/web.yaml": deployment("securityContext:\n  privileged: {{ .Values.debug }}"),
        "shop/values.yaml": `${ignore}\ndebug: true\n${ignore}\nother: 1\n`,
      }),
    );
    expect(report.findings.filter(({ rule }: Found) => rule === "unused-ignore")).toMatchObject([
      { file: "shop/values.yaml", start: { line: 3 } },
    ]);
  });

  it("in values that are not part of the run is not said to be unused", () => {
    const own = folder({
      ...chart,
      "shop/ci/a-values.yaml": `${ignore}\ndebug: true\n`,
      "safe.yaml": "debug: false\n",
    });
    const { report } = check(own, "--values", "safe.yaml");
    expect(report.findings.filter(({ rule }: Found) => rule === "unused-ignore")).toEqual([]);
  });

  it("in values that ignores nothing is said", () => {
    const { report } = check(folder({ ...chart, "shop/values.yaml": `debug: false\n${ignore}\nother: 1\n` }));
    expect(report.findings.filter(({ rule }: Found) => rule === "unused-ignore")).toMatchObject([
      { file: "shop/values.yaml", start: { line: 2 } },
    ]);
  });
});

function repository(files: Readonly<Record<string, string>>): Folder {
  const made = folder(files);
  commitAll(made);
  return made;
}

function commitAll({ git }: Folder): void {
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "before");
  git("checkout", "--quiet", "-b", "change");
}

describe("what a change brings", () => {
  it.for<[what: string, gone: string, error: string]>([
    ["a patch", "dev/worse.yaml", "dev could not be built"],
    ["a resource", "base/web.yaml", "dev could not be built"],
  ])("that takes %s away from an overlay breaks it", ([, gone, error]) => {
    const own = repository(overlays);
    own.git("rm", "--quiet", gone);
    const { status, problems } = check(own, "--changed=main");
    expect(status).toBe(2);
    expect(problems.join("\n")).toContain(error);
  });

  it.for(builders)(
    "that takes a patch away is told in the tool's own words, without a log's frame: $kind",
    ({ kind, missing }, { skip }) => {
      if (missing) skip(missing);
      const own = repository({ ...overlays, ".secctx.yaml": `kustomize: {binary: ${kind}}\n` });
      own.git("rm", "--quiet", "dev/worse.yaml");
      const { problems } = check(own, "--changed=main");
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(
        /^error dev\/kustomization\.yaml:3 dev could not be built: (?!E\d).*worse\.yaml.*no such file or directory\. Correct it/,
      );
    },
  );

  it("that takes the last overlay away from a base leaves that to itself", () => {
    const { "prod/kustomization.yaml": _, ...files } = {
      ...overlays,
      "base/web.yaml": deployment("securityContext:\n  privileged: true"),
      "dev/worse.yaml": overlays["dev/worse.yaml"].replace("true", "false"),
    };
    const own = repository(files);
    expect(check(own).places).toEqual([]);
    own.git("rm", "--quiet", "-r", "dev");
    expect(check(own, "--changed=main", "--gate", "new")).toMatchObject({ status: 1, places: ["base/web.yaml:14"] });
  });

  it("is new by what is rendered before it and after it", () => {
    const own = repository({ ...chart, ...overlays, "shop/values.yaml": "debug: false\n" });
    own.write("shop/values.yaml", "\n\ndebug: true\n");
    const { found, places } = check(own, "--changed=main", "--gate", "new");
    expect(places).toEqual(["shop/values.yaml:3"]);
    expect(found[0]?.new).toBe(true);
  });

  it("is not judged with values that the configuration lists for a chart which has moved, and that is said", () => {
    const own = repository({
      ...chart,
      "shop/values.yaml": "debug: false\n",
      "shop/prod.yaml": "debug: false\n",
      ".secctx.yaml": "helm: {charts: [{path: shop, values: [[prod.yaml]]}]}\n",
    });
    own.git("mv", "shop", "store");
    own.write(".secctx.yaml", own.read(".secctx.yaml").replace("path: shop", "path: store"));
    expect(check(own, "--changed=main").problems).toContainEqual(
      expect.stringMatching(
        /^note shop\/Chart\.yaml:1 The configuration in force names "shop" under helm\.charts, where there is no chart now\./,
      ),
    );
  });

  it("is old in one more list of values that changes nothing of it", () => {
    const own = repository(chart);
    own.write("shop/ci/more-values.yaml", "name: more\n");
    const { status, found } = check(own, "--changed=main", "--gate", "new");
    expect(status).toBe(0);
    expect(found.map((each) => each.new)).toEqual([false]);
    own.write("shop/ci/more-values.yaml", "debug: maybe\n");
    own.write("shop/values.yaml", "debug: false\n");
    own.git("commit", "--quiet", "--all", "--message", "now");
    own.write("shop/ci/more-values.yaml", "debug: true\n");
    expect(check(own, "--changed=HEAD", "--gate", "new").found.map((each) => each.new)).toEqual([true]);
  });

  it("is seen in a values file that the configuration names, wherever it lies", () => {
    const own = repository({
      ...chart,
      "envs/prod.yaml": "debug: false\n",
      ".secctx.yaml": "helm: {charts: [{path: shop, values: [[../envs/prod.yaml]]}]}\n",
    });
    own.write("envs/prod.yaml", "debug: true\n");
    expect(check(own, "--changed=main", "--gate", "new").places).toEqual(["envs/prod.yaml:1"]);
  });

  it("is old where the template only moved", () => {
    const own = repository(chart);
    own.write("shop/templates/web.yaml", `# The shop's own.\n${chart["shop/templates/web.yaml"]}`);
    const { status, found } = check(own, "--changed=main", "--gate", "new");
    expect(found.map((each) => each.new)).toEqual([false]);
    expect(status).toBe(0);
  });

  it("is seen in a helper that is not a manifest, and in a base that overlays use", () => {
    const own = repository({
      ...overlays,
      ...chart,
      "shop/templates/_context.tpl": '{{- define "context" -}}\nprivileged: false\n{{- end -}}\n',
      "shop/templates/web.yaml": deployment('securityContext:\n  {{- include "context" . | nindent 12 }}'),
    });
    own.write("shop/templates/_context.tpl", '{{- define "context" -}}\nprivileged: true\n{{- end -}}\n');
    own.write("base/web.yaml", deployment("securityContext:\n  privileged: true"));
    const { found, places } = check(own, "--changed=main", "--gate", "new");
    expect(places).toEqual(["base/web.yaml:14", "dev/worse.yaml:10", "shop/templates/_context.tpl:2"]);
    expect(found.map((each) => each.new)).toEqual([true, false, true]);
  });

  it("lists the ignore comments that it adds to values", () => {
    const own = repository({ ...chart, "shop/values.yaml": "debug: false\n" });
    own.write("shop/values.yaml", "# secctx: ignore[privileged] trust me\ndebug: true\n");
    const { stdout } = own.secctx(["check", "--changed=main", "--format", "markdown"]);
    expect(stdout).toContain("trust me");
    expect(stdout).toContain("shop/values.yaml");
  });
});

describe("what a change can't do", () => {
  const hostPid = `patches:
  - target: {kind: Deployment}
    patch: |-
      - op: add
        path: /spec/template/spec/hostPID
        value: true
`;
  const rulesOf = (own: Folder) => {
    const { report } = check(own, "--changed=main", "--gate", "new");
    return report.findings.filter((each: Found) => each.new).map(({ rule }: Found) => rule);
  };

  it("is to hide an overlay in a file without an extension", () => {
    const own = repository(overlays);
    own.write("more/Kustomization", `resources: [../base]\n${hostPid}`);
    expect(rulesOf(own)).toContain("host-namespaces");
  });

  it("is to hide an overlay in a folder that is passed over elsewhere", () => {
    const own = repository(overlays);
    own.write(".hidden/kustomization.yaml", `resources: [../base]\n${hostPid}`);
    own.git("add", "--all");
    expect(rulesOf(own)).toContain("host-namespaces");
  });

  it("is to take an overlay away by a second one that uses it", () => {
    const own = repository(overlays);
    own.write("prod/kustomization.yaml", `${overlays["prod/kustomization.yaml"]}${hostPid}`);
    own.write(
      "zz/kustomization.yaml",
      "resources: [../prod]\npatches:\n  - patch: '[{op: remove, path: /spec/template/spec/hostPID}]'\n    target: {kind: Deployment}\n",
    );
    expect(rulesOf(own)).toContain("host-namespaces");
  });

  it("is to be in a chart that can't be rendered, with the reason elsewhere in it; other charts are left alone", () => {
    const own = folder({
      ...chart,
      "shop/files/x": "",
      "shop2/Chart.yaml": chart["shop/Chart.yaml"],
      "shop2/values.yaml": "",
    });
    symlinkSync("/nowhere", join(own.path, "shop/files/link"));
    commitAll(own);
    own.write("shop2/values.yaml", "debug: true\n");
    expect(check(own, "--changed=main").problems).toEqual([]);
    own.write("shop/values.yaml", "debug: 1\n");
    const { status, problems } = check(own, "--changed=main");
    expect(problems).toEqual([expect.stringMatching(/^error shop\/files\/link:1 .* nothing is rendered\.$/)]);
    expect(status).toBe(2);
  });

  it("is to swallow a manifest by a generator", () => {
    const own = repository({ "k8s/web.yaml": deployment("securityContext:\n  privileged: false") });
    own.write("k8s/web.yaml", deployment("securityContext:\n  privileged: true"));
    own.write("k8s/kustomization.yaml", "configMapGenerator:\n  - name: x\n    files: [web.yaml]\n");
    expect(check(own, "--changed=main", "--gate", "new").places).toEqual(["k8s/web.yaml:14"]);
  });

  it("is to change a template by the file that it is a link to", () => {
    const own = folder({
      ...chart,
      "shared/web.txt": deployment("securityContext:\n  privileged: false"),
      "shop/values.yaml": "debug: false\n",
    });
    symlinkSync("../../shared/web.txt", join(own.path, "shop/templates/linked.yaml"));
    commitAll(own);
    own.write("shared/web.txt", deployment("securityContext:\n  privileged: true"));
    expect(rulesOf(own)).toContain("privileged");
  });

  it("is to print what git keeps or ignores, by a template or a generator", () => {
    const own = repository({
      "Chart.yaml": chart["shop/Chart.yaml"],
      "templates/web.yaml": deployment(
        'env: [{name: A, value: {{ .Files.Get ".git/config" | quote }}}, {name: B, value: {{ .Files.Get ".env" | quote }}}]',
      ).replace(
        "registry.example.com/web:1",
        '{{ printf "%s" (.Files.Get ".env") | default "none" | b64enc | quote }}',
      ),
      ".gitignore": ".env\n",
    });
    own.write(".env", "TOKEN=secret");
    const { report } = check(own);
    expect(report.workloads[0].containers[0].image).toBe(Buffer.from("none").toString("base64"));
    expect(JSON.stringify(report)).not.toContain(Buffer.from("TOKEN=secret").toString("base64"));
  });
});

describe("fixes", () => {
  it("are made in the base, the patch and the values in one run, also those that others make possible", () => {
    const own = folder({ ...overlays, ...chart });
    const patch = own.secctx(["fix", "--diff"]).stdout;
    const { status, stdout } = own.secctx(["fix"]);
    expect(status).toBe(0);
    expect(own.read("dev/worse.yaml")).toContain("privileged: false");
    // While one overlay is privileged, this is not for both.
    expect(own.read("base/web.yaml")).toContain("allowPrivilegeEscalation: false");
    expect(own.read("shop/values.yaml")).toContain("debug: false");
    expect(own.read("shop/templates/web.yaml")).toContain("allowPrivilegeEscalation: false");
    expect(own.secctx(["fix"]).stdout).toContain("No file changed.");
    expect(check(own).places).toEqual([]);
    // What stays is named on the lines of the fixed files.
    const [, line] = /base\/web\.yaml: .*\n(?: {2}fix .*\n)* {2}left {2}explicit-user, line (\d+):/.exec(stdout) ?? [];
    expect(own.read("base/web.yaml").split("\n")[Number(line) - 1]).toBe("      securityContext:");
    const other = folder({ ...overlays, ...chart, "fix.patch": patch });
    other.git("apply", "fix.patch");
    for (const name of ["dev/worse.yaml", "base/web.yaml", "shop/values.yaml", "shop/templates/web.yaml"])
      expect(other.read(name)).toBe(own.read(name));
  });
});

it("`fix` names a file that it changes for findings which stand in another", () => {
  const own = folder({
    ...chart,
    "shop/values.yaml": "debug: false\n",
    "shop/templates/web.yaml": deployment(
      "{{- with .Values.securityContext }}\nsecurityContext:\n  {{- toYaml . | nindent 12 }}\n{{- end }}",
    ),
  });
  const { status, stdout } = own.secctx(["fix", "--rule", "allow-privilege-escalation"]);
  expect(status).toBe(0);
  expect(stdout).toContain("shop/values.yaml: changed by fixes that are listed under other files\n");
  expect(own.read("shop/values.yaml")).toBe("debug: false\nsecurityContext:\n  allowPrivilegeEscalation: false\n");
});

it("the text report shows the fixes of charts also where other reports are written beside it", () => {
  const own = folder(chart);
  const alone = own.secctx(["check"]).stdout;
  expect(alone).toContain("All fixes of shop/values.yaml\n");
  const beside = ["check", "--format", "text", "--output", "-", "--format", "json", "--output", "report.json"];
  expect(own.secctx(beside).stdout).toBe(alone);
});
