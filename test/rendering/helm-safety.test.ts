import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chartIn, helms, judge, missingHelm, repositoryWith } from "./charts.ts";

/** What a template prints that asks for something outside of the chart. */
const questions: Readonly<Record<string, readonly [template: string, answer: string]>> = {
  "the address of a host": [`a: "{{ getHostByName "localhost" }}"\n`, `a: ""`],
  "an object of the cluster": ["a: {{ lookup `v1` `Namespace` `` `default` }}\n", "a: map[]"],
  "a file above the chart": [`a: "{{ .Files.Get "../secret.txt" }}"\n`, `a: ""`],
  "files above the chart, by a pattern": [`a: "{{ range $p, $_ := .Files.Glob "../**" }}{{ $p }}{{ end }}"\n`, `a: ""`],
};

/** What Helm does not have. */
const unknown = ["{{ env `HOME` }}", "{{ expandenv `$HOME` }}", "{{ exec `id` }}", "{{ readFile `x` }}"];

describe.for(helms)("a chart reaches nothing outside of it, with %s:", (helm) => {
  it.for(Object.entries(questions))("%s", async ([, [template, answer]], { skip }) => {
    const missing = missingHelm(helm);
    if (missing) skip(missing);
    const repository = repositoryWith({ "templates/d.yaml": template, "../secret.txt": "secret" });
    const { text, problems } = await judge(join(repository, "app"), repository, { helm });
    expect(problems).toEqual([]);
    expect(text.split("\n")).toContain(answer);
  });

  it.for(unknown)("%s", async (template, { skip }) => {
    const missing = missingHelm(helm);
    if (missing) skip(missing);
    const repository = repositoryWith({ "templates/d.yaml": `a: ${template}\n` });
    const { problems } = await judge(join(repository, "app"), repository, { helm });
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining("not defined")]);
  });

  it("no plugin, and nothing of our environment", async ({ skip }) => {
    const missing = missingHelm(helm);
    if (missing) skip(missing);
    const repository = repositoryWith({ "templates/d.yaml": "a: {{ .Release.Namespace }}\n", "ran.txt": "" });
    const plugins = join(repository, "plugins");
    mkdirSync(join(plugins, "template"), { recursive: true });
    const plugin = `name: evil\nversion: 0.1.0\nusage: x\ndescription: x\ncommand: touch ${repository}/app/ran\nhooks: {}\n`;
    writeFileSync(join(plugins, "template/plugin.yaml"), plugin);
    const before = { ...process.env };
    Object.assign(process.env, {
      HELM_PLUGINS: plugins,
      HELM_NAMESPACE: "ours",
      HELM_DEBUG: "true",
      HELM_KUBECONTEXT: "x",
    });
    try {
      const { text, problems } = await judge(join(repository, "app"), repository, { helm });
      expect(problems).toEqual([]);
      expect(text).toContain("a: default\n");
    } finally {
      for (const name of ["HELM_PLUGINS", "HELM_NAMESPACE", "HELM_DEBUG", "HELM_KUBECONTEXT"]) delete process.env[name];
      Object.assign(process.env, before);
    }
  });

  it("names that would be options, or lists of names", async ({ skip }) => {
    const missing = missingHelm(helm);
    if (missing) skip(missing);
    const repository = repositoryWith({ "templates/d.yaml": "a: 1\n" });
    const wrong = [
      { release: "--post-renderer=./x" },
      { release: "" },
      { namespace: "a,b" },
      { namespace: "-n" },
      { apiVersions: ["v1", "--x"] },
      { apiVersions: ["a,b"] },
    ];
    for (const each of wrong) {
      const { problems } = await judge(join(repository, "app"), repository, { helm, ...each });
      expect(problems.map(({ message }) => message)).toEqual([
        expect.stringContaining("can't be the name of a release, a namespace or an API version."),
      ]);
    }
  });
});

describe("a values file", () => {
  it("that is not there, or not in the repository, is an error, and nothing is run", async ({ skip }) => {
    const missing = missingHelm("helm3");
    if (missing) skip(missing);
    const repository = repositoryWith({ "templates/d.yaml": "a: 1\n", "../link.yaml": { link: "/etc/hostname" } });
    const said = async (name: string) => {
      const { problems } = await judge(join(repository, "app"), repository, { helm: "helm3", values: [name] });
      return problems.map(({ message }) => message);
    };
    expect(await said("app/none.yaml")).toEqual(["The values file app/none.yaml is not there."]);
    expect(await said("link.yaml")).toEqual(["The values file link.yaml is not a file of the repository."]);
    expect(await said("app")).toEqual(["The values file app is not a file of the repository."]);
  });
});

describe("a link in a chart", () => {
  const outOfIt = "is a link that leads out of the repository: Helm would follow it, so nothing is rendered.";

  it.for<[string, string, string]>([
    ["to a file outside", "/etc/hostname", outOfIt],
    ["to a folder outside", "/etc", outOfIt],
    ["to what git keeps", "../../.git/config", outOfIt],
    ["to nothing", "../nowhere", "is a link that leads nowhere: Helm would follow it, so nothing is rendered."],
    ["to a folder that it stands in", "..", "is a link to a folder that it stands in."],
  ])("%s is an error, and nothing is read or run", async ([, target, message]) => {
    const repository = repositoryWith({ "templates/link": { link: target } });
    mkdirSync(join(repository, ".git"));
    writeFileSync(join(repository, ".git/config"), "");
    expect(await chartIn(join(repository, "app"), repository)).toEqual({
      problems: [{ severity: "error", file: "app/templates/link", line: 1, message: `app/templates/link ${message}` }],
    });
  });

  it("to a file of the repository is followed, as Helm does", async ({ skip }) => {
    const missing = missingHelm("helm3");
    if (missing) skip(missing);
    const repository = repositoryWith({ "templates/d.yaml": { link: "../../shared.yaml" } });
    writeFileSync(join(repository, "shared.yaml"), "a: 1\n");
    const { text, problems } = await judge(join(repository, "app"), repository, { helm: "helm3" });
    expect(problems).toEqual([]);
    expect(text).toContain("a: 1\n");
  });

  it("counts towards what a chart may hold", async () => {
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`files/${index}`, ""]));
    const repository = repositoryWith(many);
    expect(await chartIn(join(repository, "app"), repository)).toEqual({
      problems: [
        {
          severity: "error",
          file: "app/Chart.yaml",
          line: 1,
          message: "app/Chart.yaml has more than 2000 files or 20 MB: not evaluated.",
        },
      ],
    });
  });
});
