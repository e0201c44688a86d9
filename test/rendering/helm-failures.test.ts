import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { neighboursOf } from "../../src/rendering/helm/charts.ts";
import { folder } from "../cli/folder.ts";
import { chartIn, chartOf, type Files, helms, judge, missingHelm, podWith, repositoryWith, wayOf } from "./charts.ts";

const giveValues = "Give values in .secctx.yaml (helm.charts[].values) or ci/*-values.yaml.";
const failed = "app could not be rendered with its own values.yaml:";

/** A chart that can't be rendered: where that is said, and in which words. */
const failures: Readonly<Record<string, readonly [Files, at: string, message: string]>> = {
  "a value that is required": [
    { "templates/d.yaml": `a: 1\nb: {{ required "host is required" .Values.host }}\n` },
    "app/templates/d.yaml:2",
    `${failed} host is required. ${giveValues}`,
  ],
  "a template that refuses, in two lines": [
    { "templates/d.yaml": `{{ fail "no\\n  way." }}\n` },
    "app/templates/d.yaml:1",
    `${failed} no way. ${giveValues}`,
  ],
  "a value that is not there": [
    { "templates/d.yaml": "a: 1\nb: 2\nc: {{ .Values.a.b }}\n" },
    "app/templates/d.yaml:3",
    `${failed} nil pointer evaluating interface {}.b. ${giveValues}`,
  ],
  "a value that is not there, in a helper": [
    {
      "templates/_x.tpl": `{{ define "x" }}\n{{ .Values.a.b }}\n{{ end }}`,
      "templates/d.yaml": `a: {{ include "x" . }}\n`,
    },
    "app/templates/_x.tpl:2",
    `${failed} nil pointer evaluating interface {}.b. ${giveValues}`,
  ],
  "a value that is not there, in a chart of another name than its folder": [
    {
      "Chart.yaml": chartOf("shop", "dependencies: [{name: sub, version: 0.1.0, alias: one}]\n"),
      "charts/folder/Chart.yaml": chartOf("sub"),
      "charts/folder/templates/d.yaml": "c: {{ .Values.a.b }}\n",
    },
    "app/charts/folder/templates/d.yaml:1",
    `${failed} nil pointer evaluating interface {}.b. ${giveValues}`,
  ],
  "values that the schema refuses": [
    { "values.schema.json": `{"required": ["host"]}`, "templates/d.yaml": "a: 1\n" },
    "app/Chart.yaml:1",
    `${failed} values don't meet the specifications of the schema(s) in the following chart(s): app: - at '': missing property 'host'. ${giveValues}`,
  ],
  "an action that does not end": [
    { "templates/d.yaml": "a: 1\nb: {{ .Values.a\n" },
    "app/templates/d.yaml:2",
    `${failed} unclosed action started at app/templates/d.yaml:2. Correct the template.`,
  ],
  "a function that Helm does not have": [
    { "templates/d.yaml": "a: 1\nb: {{ env `HOME` }}\n" },
    "app/templates/d.yaml:2",
    `${failed} function "env" not defined. Correct the template.`,
  ],
  "a helper that is not there": [
    { "templates/d.yaml": `a: {{ include "nope" . }}\n` },
    "app/templates/d.yaml:1",
    `${failed} no template "nope". Correct the template.`,
  ],
  "a template that makes no YAML": [
    { "templates/d.yaml": "a: {{ print `b: c` }}\n" },
    "app/templates/d.yaml:1",
    `${failed} YAML parse error on app/templates/d.yaml: error converting YAML to JSON: yaml: mapping values are not allowed in this context. Correct the template.`,
  ],
  "a dependency that is not there": [
    {
      "Chart.yaml": chartOf(
        "app",
        "dependencies:\n  - name: other\n    repository: file://../other\n    version: 1.x\n",
      ),
      "templates/d.yaml": "a: 1\n",
    },
    "app/Chart.yaml:5",
    `The chart depends on "other" (file://../other), which is missing in charts/: run "helm dependency build" before.`,
  ],
  "a dependency that is not there, of a chart in it": [
    {
      "charts/sub/Chart.yaml": chartOf("sub", "dependencies:\n  - name: other\n    version: 1.x\n"),
      "templates/d.yaml": "a: 1\n",
    },
    "app/charts/sub/Chart.yaml:5",
    `The chart depends on "other", which is missing in charts/: run "helm dependency build" before.`,
  ],
  "a dependency that is not there, of a chart of the first version": [
    {
      "Chart.yaml": "apiVersion: v1\nname: app\nversion: 0.1.0\n",
      "requirements.yaml": "dependencies:\n  - name: other\n    repository: '@stable'\n    version: 1.x\n",
    },
    "app/requirements.yaml:2",
    `The chart depends on "other" (@stable), which is missing in charts/: run "helm dependency build" before.`,
  ],
  "a release of Kubernetes that the chart is not for": [
    { "Chart.yaml": chartOf("app", `kubeVersion: ">=1.99.0"\n`), "templates/d.yaml": "a: 1\n" },
    "app/Chart.yaml:1",
    `${failed} chart requires kubeVersion: >=1.99.0 which is incompatible with Kubernetes v1.34.0. Set the release that it is for: kubernetesVersion, or helm.charts[].kubeVersion, in .secctx.yaml.`,
  ],
};

describe.for(helms)("a chart that can't be rendered says so at the line that Helm names, with %s:", (helm) => {
  it.for(Object.entries(failures))("%s", async ([, [files, at, message]], { skip }) => {
    const missing = missingHelm(helm);
    if (missing) skip(missing);
    const repository = repositoryWith(files);
    const { problems } = await judge(join(repository, "app"), repository, { helm });
    expect(problems.map(({ file, line, ...rest }) => ({ at: `${file}:${line}`, ...rest }))).toEqual([
      { severity: "error", at, message },
    ]);
  });

  it("values that are not YAML", async ({ skip }) => {
    const missing = missingHelm(helm);
    if (missing) skip(missing);
    const repository = repositoryWith({
      "templates/d.yaml": "a: 1\n",
      "values.yaml": "a: b: c\n",
      "p,r/q.yaml": "a:\n  b\nc\n",
    });
    const own = await judge(join(repository, "app"), repository, { helm });
    expect(own.problems).toEqual([
      {
        severity: "error",
        file: "app/values.yaml",
        line: 1,
        message: expect.stringMatching(
          / cannot load values\.yaml: .*mapping values are not allowed in this context\. Correct the file\.$/,
        ),
      },
    ]);
    rmSync(join(repository, "app/values.yaml"));
    const given = await judge(join(repository, "app"), repository, { helm, values: ["app/p,r/q.yaml"] });
    expect(given.problems).toEqual([
      {
        severity: "error",
        file: "app/p,r/q.yaml",
        line: 4,
        message: expect.stringMatching(
          /^app could not be rendered with app\/p,r\/q\.yaml: failed to parse app\/p,r\/q\.yaml: .*\. Correct the file\.$/,
        ),
      },
    ]);
  });

  it("a template that does not end, or prints too much", async ({ skip }) => {
    const missing = missingHelm(helm);
    if (missing) skip(missing);
    const endless = repositoryWith({ "templates/d.yaml": "{{ range until 2000000000 }}{{ end }}\n" });
    const slow = await judge(join(endless, "app"), endless, { helm, seconds: 2 });
    expect(slow.problems.map(({ message }) => message)).toEqual([
      `${failed} helm took more than 2 seconds (limits.renderSeconds).`,
    ]);
    const large = repositoryWith({ "templates/d.yaml": `a: {{ repeat 3000000 "a" }}\n` });
    const loud = await judge(join(large, "app"), large, { helm, megabytes: 2 });
    expect(loud.problems.map(({ message }) => message)).toEqual([
      `${failed} helm printed more than 2 MB (limits.renderMegabytes).`,
    ]);
  });

  it("what fails in the same way with several lists of values, or in several overlays, is said once", ({ skip }) => {
    const missing = missingHelm(helm);
    if (missing) skip(missing);
    const needsHost = `{{ required "host is required" .Values.host }}\n`;
    const { secctx } = folder({
      ".secctx.yaml": `helm: {binary: ${helm}}\nlimits: {renderSeconds: 60}\n`,
      "none/Chart.yaml": "apiVersion: v2\nname: none\nversion: 1.0.0\n",
      "none/templates/d.yaml": `a: ${needsHost}`,
      "none/ci/a-values.yaml": "b: 1\n",
      "none/ci/b-values.yaml": "b: 2\n",
      "base/kustomization.yaml": "resources: [https://example.com/web.yaml]\n",
      "dev/kustomization.yaml": "resources: [../base]\n",
      "prod/kustomization.yaml": "resources: [../base]\n",
      "some/Chart.yaml": "apiVersion: v2\nname: some\nversion: 1.0.0\n",
      "some/templates/d.yaml": `a: ${needsHost}`,
      "some/ci/a-values.yaml": "host: a\n",
      "some/ci/b-values.yaml": "[a\n",
    });
    const { stdout, status } = secctx(["check", "--format", "json"]);
    expect(status).toBe(2);
    expect(JSON.parse(stdout).problems.map(({ message }: { readonly message: string }) => message)).toEqual([
      expect.stringContaining("takes https://example.com/web.yaml from remote"),
      "none could not be rendered with its own values.yaml, with none/ci/a-values.yaml and with none/ci/b-values.yaml: host is required. Give values in .secctx.yaml (helm.charts[].values) or ci/*-values.yaml.",
      expect.stringMatching(
        /^some could not be rendered with some\/ci\/b-values\.yaml: failed to parse .* Correct the file\.$/,
      ),
      "some could not be rendered with its own values.yaml: host is required. It renders with other values: to have it judged with these only, list them in .secctx.yaml (helm.charts[].values).",
    ]);
  });

  it("a chart without templates gives nothing to judge", async ({ skip }) => {
    const missing = missingHelm(helm);
    if (missing) skip(missing);
    const repository = repositoryWith({ "values.yaml": "a: 1\n" });
    const { problems, placed, text } = await judge(join(repository, "app"), repository, { helm });
    expect([problems, placed, text.trim()]).toEqual([[], [], ""]);
  });

  it("a chart in an archive is judged on the first line of the chart that has it", async ({ skip }) => {
    const missing = missingHelm(helm);
    if (missing) skip(missing);
    const repository = repositoryWith({ "values.yaml": "a: 1\n" });
    mkdirSync(join(repository, "sub/templates"), { recursive: true });
    writeFileSync(join(repository, "sub/Chart.yaml"), chartOf("sub"));
    writeFileSync(join(repository, "sub/templates/d.yaml"), podWith("      securityContext: {privileged: true}\n"));
    mkdirSync(join(repository, "app/charts"));
    execFileSync("tar", ["czf", "app/charts/sub-0.1.0.tgz", "sub"], { cwd: repository });
    const { placed, problems } = await judge(join(repository, "app"), repository, { helm });
    expect(problems).toEqual([]);
    expect(placed.filter(({ rule }) => rule === "privileged").map(({ placement }) => wayOf(placement))).toEqual([
      "app/Chart.yaml:1 (not exact)",
    ]);
  });

  it("tests and hooks are judged, unless tests are to be left out", async ({ skip }) => {
    const missing = missingHelm(helm);
    if (missing) skip(missing);
    const hook = (name: string, kind: string) =>
      podWith("      securityContext: {privileged: true}\n").replace(
        "{name: web}",
        `{name: ${name}, annotations: {helm.sh/hook: ${kind}}}`,
      );
    const repository = repositoryWith({
      "templates/a.yaml": hook("a", "pre-install"),
      "templates/b.yaml": hook("b", "test"),
    });
    const places = async (skipTests: boolean) => {
      const { placed } = await judge(join(repository, "app"), repository, { helm, skipTests });
      return placed.filter(({ rule }) => rule === "privileged").map(({ placement }) => wayOf(placement));
    };
    expect(await places(false)).toEqual(["app/templates/a.yaml:8", "app/templates/b.yaml:8"]);
    expect(await places(true)).toEqual(["app/templates/a.yaml:8"]);
  });
});

describe("what a chart is made of", () => {
  it("is its files and those of the charts in it, and a rendering for each of ci/*-values.yaml", async () => {
    const repository = repositoryWith({
      "Chart.yaml": chartOf("app", "type: library\ndependencies: [{name: sub, version: 1.x, alias: one}]\n"),
      "charts/sub/Chart.yaml": chartOf("sub"),
      "charts/_old/Chart.yaml": chartOf("old"),
      "ci/b-values.yaml": "",
      "ci/a-values.yaml": "",
      "ci/c.yaml": "",
    });
    const chart = await chartIn(join(repository, "app"), repository);
    if ("problems" in chart) throw new Error("it can be read");
    const below = (path: string) => path.slice(repository.length + 1);
    expect(chart.type).toBe("library");
    expect([...chart.charts].map(([name, { folder }]) => [name, below(folder)])).toEqual([["one", "app/charts/sub"]]);
    expect(chart.values.map((list) => list.map(below))).toEqual([
      [],
      ["app/ci/a-values.yaml"],
      ["app/ci/b-values.yaml"],
    ]);
    expect(chart.entries.map(({ path }) => below(path)).toSorted()).toEqual([
      "app/Chart.yaml",
      "app/charts/_old/Chart.yaml",
      "app/charts/sub/Chart.yaml",
      "app/ci/a-values.yaml",
      "app/ci/b-values.yaml",
      "app/ci/c.yaml",
    ]);
  });

  it("are its neighbours in the repository too, which a build would put into it", async () => {
    const repository = repositoryWith({
      "Chart.yaml": chartOf(
        "app",
        "dependencies: [{name: a, repository: file://../a}, {name: b, repository: file:///etc}, {name: c, repository: oci://x}]\n",
      ),
      "../a/Chart.yaml": chartOf("a"),
      "charts/a/Chart.yaml": chartOf("a"),
      "charts/b/Chart.yaml": chartOf("b"),
      "charts/c/Chart.yaml": chartOf("c"),
    });
    const chart = await chartIn(join(repository, "app"), repository);
    if ("problems" in chart) throw new Error("it can be read");
    const neighbours = neighboursOf(chart, { repository, show: (path) => path });
    expect(neighbours.map(({ folder }) => folder)).toEqual([join(repository, "a")]);
  });
});
