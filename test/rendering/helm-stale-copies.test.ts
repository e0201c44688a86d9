import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { packFolder, readIgnoreRules, unpackArchive } from "../../src/rendering/helm/archives.ts";
import { listChartFiles } from "../../src/rendering/helm/charts.ts";
import { noteStaleCopies } from "../../src/rendering/helm/stale-copies.ts";
import { folder } from "../cli/folder.ts";
import { chartIn, chartOf, type Files, type Helm, helms, missingHelm, podWith, repositoryWith } from "./charts.ts";

/** A chart that needs some of its neighbours, each at its own line from the fifth on. */
function chartWith(...neighbours: readonly string[]): string {
  const dependencies = neighbours.map((name) => `- {name: ${name}, version: ">=0", repository: "file://../${name}"}\n`);
  return chartOf("app", `dependencies:\n${dependencies.join("")}`);
}

/** A chart with its neighbours, and what is said of it. */
function neighbours(files: Files) {
  const repository = repositoryWith(files);
  const chart = join(repository, "app");
  const reading = { repository, show: (path: string) => relative(repository, path) };
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(repository, name)), { recursive: true });
    writeFileSync(join(repository, name), content);
  };
  const notes = async () => {
    const read = await chartIn(chart, repository);
    if ("problems" in read) throw new Error(read.problems[0]?.message);
    return (await noteStaleCopies(read, reading)).map(({ file, line, message }) => `${file}:${line} ${message}`);
  };
  return { repository, reading, write, notes };
}

/** A chart whose neighbours' copies `helm dependency update` has put into `charts/`. */
function updated(helm: Helm, files: Files) {
  const own = neighbours(files);
  const update = (chart: string) =>
    execFileSync(helm, ["dependency", "update", join(own.repository, chart)], { stdio: "pipe" });
  update("app");
  return { ...own, update };
}

const define = '{{ define "common.pod" }}hostPID: true{{ end }}\n';

describe.each(helms)("copies of neighbours, by %s", (helm) => {
  beforeEach(({ skip }) => {
    const missing = missingHelm(helm);
    if (missing) skip(missing);
  });

  it("are what the neighbours are, whatever Helm changes when it packs them", async () => {
    const { notes } = updated(helm, {
      "Chart.yaml": chartWith("common", "old"),
      "../common/Chart.yaml": `# The parts that all charts share.
${chartOf("common", "type: library\nappVersion: 1\nsources: []\nunknown: 1\ndeprecated: false\n")}dependencies:
  # Packed into charts/.
  - name: inner
    version: 1
    alias: other
`,
      "../common/Chart.lock": "dependencies: []\ndigest: sha256:0\ngenerated: 2020-01-01T00:00:00Z\n",
      "../common/templates/_pod.tpl": `\uFEFF${define}`,
      "../common/templates/link.yaml": { link: "../files/a.txt" },
      "../common/templates/.swp": "an editor's\n",
      "../common/files/a.txt": "one\r\ntwo\r\n",
      "../common/empty.yaml": "",
      "../common/.helmignore": "*.md\n",
      "../common/README.md": "# Common\n",
      "../common/charts/inner/Chart.yaml": `# Also.\n${chartOf("inner")}`,
      "../common/charts/inner/templates/x.yaml": "a: b\n",
      "../common/charts/inner/Chart.lock": "dependencies: []\n",
      "../common/charts/.gitkeep": "",
      "../old/Chart.yaml": "name: old\nversion: 0.1.0\napiVersion: v1\n",
      "../old/requirements.yaml": "# None.\ndependencies: []\n",
      "../old/requirements.lock": "dependencies: []\n",
      "../old/values.yaml": "# Nothing.\n",
    });
    expect(await notes()).toEqual([]);
  });

  it("are without what .helmignore leaves out, as Helm reads it", async () => {
    const rules = {
      names: "*.txt\n# a comment\n\n  b.yaml  \n",
      folders: "docs/\nc*/\n",
      places: "/a.txt\ntemplates/b.yaml\n/docs/deep/\n",
      characters: "[ab].txt\n?.yaml\n",
      keeping: "!*.yaml\n",
      "keeping-more": "a.txt\n![CVt]*\n",
      none: "# nothing\n",
    };
    const files = ["a.txt", "b.yaml", "cc/d.md", "docs/a.txt", "docs/deep/b.yaml", "templates/b.yaml", "templates/.x"];
    const { repository, reading, notes } = updated(helm, {
      "Chart.yaml": chartWith(...Object.keys(rules)),
      ...Object.fromEntries(
        Object.entries(rules).flatMap(([name, text]) => [
          [`../${name}/Chart.yaml`, chartOf(name)],
          [`../${name}/.helmignore`, text],
          ...files.map((file) => [`../${name}/${file}`, "x: y\n"]),
        ]),
      ),
    });
    for (const [name, text] of Object.entries(rules)) {
      const packed = await unpackArchive(readFileSync(join(repository, "app/charts", `${name}-0.1.0.tgz`)));
      const folder = join(repository, name);
      const all = await packFolder(folder, listChartFiles(folder, reading).entries, reading);
      const isLeftOut = readIgnoreRules(text);
      if (!packed || typeof all === "string" || typeof isLeftOut === "string") throw new Error(name);
      const kept = [...all.keys()].filter((path) => !isLeftOut(path)).map((path) => `${name}/${path}`);
      expect(kept.toSorted()).toEqual([...packed.keys()].toSorted());
    }
    expect(await notes()).toEqual([]);
  });

  it("are said to be others than the neighbours are now, with the first file, at the dependency's line", async () => {
    const { repository, write, notes } = updated(helm, {
      "Chart.yaml": chartWith("common", "common-lib"),
      "../common/Chart.yaml": chartOf("common", "dependencies: [{name: inner, version: 1.0.0}]\n"),
      "../common/templates/_pod.tpl": define,
      "../common/.helmignore": "*.md\n",
      "../common-lib/Chart.yaml": chartOf("common-lib"),
    });
    expect(await notes()).toEqual([]);
    const said = (what: string) => [
      `app/Chart.yaml:5 Helm renders app/charts/common-0.1.0.tgz, a copy of common that is not what common is now: common/${what}. Only the copy is judged. Run "helm dependency update app".`,
    ];
    write("common/README.md", "Not packed.\n");
    // As after `helm package --version 1.2.3`.
    write(
      "common/Chart.yaml",
      `# New.\nappVersion: 2\n${chartOf("common", "dependencies: [{name: inner, version: 1.0.0}]\n").replace("0.1.0", "0.1.1")}`,
    );
    expect(await notes()).toEqual([]);
    write(
      "common/Chart.yaml",
      chartOf("common", "dependencies: [{name: inner, version: 1.0.0, condition: inner.on}]\n"),
    );
    expect(await notes()).toEqual(said("Chart.yaml differs"));
    write("common/values.yaml", "a: 1\n");
    expect(await notes()).toEqual(said("Chart.yaml differs, the first of 2 files that differ"));
    write("common/templates/_pod.tpl", define.replace("true", "false"));
    expect(await notes()).toEqual(said("templates/_pod.tpl differs, the first of 3 files that differ"));
    renameSync(join(repository, "common/templates/_pod.tpl"), join(repository, "common/templates/pod.tpl"));
    expect(await notes()).toEqual(said("templates/_pod.tpl is only in the copy, the first of 4 files that differ"));
  });

  it("are compared as folders and with archives in them too", async () => {
    const { repository, write, update, notes } = updated(helm, {
      "Chart.yaml": chartWith("common"),
      "../common/Chart.yaml": chartOf(
        "common",
        "dependencies: [{name: inner, version: 0.1.0, repository: 'file://../inner'}]\n",
      ),
      "../inner/Chart.yaml": chartOf("inner"),
      "../inner/templates/x.yaml": "a: b\n",
    });
    update("common");
    expect(await notes()).toEqual([
      expect.stringContaining(" now: common/charts/inner/templates/x.yaml is not in the copy, the first of "),
    ]);
    update("app");
    expect(await notes()).toEqual([]);
    write("inner/templates/x.yaml", "a: c\n");
    update("common");
    expect(await notes()).toEqual([expect.stringContaining(" now: common/charts/inner/templates/x.yaml differs. ")]);
    renameSync(join(repository, "common/charts"), join(repository, "ignored"));
    expect(await notes()).toEqual([]);
    renameSync(join(repository, "ignored"), join(repository, "common/charts"));
    rmSync(join(repository, "app/charts"), { recursive: true });
    cpSync(join(repository, "common"), join(repository, "app/charts/common"), { recursive: true });
    expect(await notes()).toEqual([]);
    write("common/values.yaml", "a: b\n");
    expect(await notes()).toEqual([
      'app/Chart.yaml:5 Helm renders app/charts/common, a copy of common that is not what common is now: common/values.yaml is not in the copy. Only the copy is judged. Remove app/charts/common, and run "helm dependency update app".',
    ]);
    rmSync(join(repository, "app/charts/common"), { recursive: true });
    symlinkSync("../../common", join(repository, "app/charts/common"));
    expect(await notes()).toEqual([]);
  });
});

describe("a copy that can't be compared is said", () => {
  const unreadable = "app/charts/common-0.1.0.tgz is not an archive that can be read.";
  it.each([
    ["an archive that is none", "no archive", unreadable],
    ["one that is cut off", gzipSync(Buffer.alloc(700, "x")), unreadable],
    ["one that unpacks to more than a chart may have", gzipSync(Buffer.alloc(21e6)), unreadable],
  ])("%s", async (_, archive, why) => {
    const { write, notes } = neighbours({
      "Chart.yaml": chartWith("common"),
      "../common/Chart.yaml": chartOf("common"),
    });
    write("app/charts/common-0.1.0.tgz", archive);
    expect(await notes()).toEqual([
      `app/Chart.yaml:5 Helm renders app/charts/common-0.1.0.tgz, which can't be compared with common: ${why}`,
    ]);
  });

  it.each([
    [
      "an archive in the neighbour that is none",
      { "charts/x.tgz": "" },
      "common/charts/x.tgz is not an archive that can be read.",
    ],
    [
      "patterns that Helm refuses",
      { ".helmignore": "a\n**/b\n" },
      'common/.helmignore: it can\'t have the pattern "**/b".',
    ],
    ["more than a chart may have", { big: "x".repeat(21e6) }, "common/Chart.yaml has more than 2000 files or 20 MB."],
    ["a link", { secret: { link: "/etc/hostname" } }, "common/secret is a link that leads out of the repository."],
  ] as const)("%s", async (_, files, why) => {
    const { notes } = neighbours({
      "Chart.yaml": chartWith("common"),
      "charts/common/Chart.yaml": chartOf("common"),
      "../common/Chart.yaml": chartOf("common"),
      ...Object.fromEntries(
        Object.entries<Files[string]>(files).map(([name, content]) => [`../common/${name}`, content]),
      ),
    });
    expect(await notes()).toEqual([
      `app/Chart.yaml:5 Helm renders app/charts/common, which can't be compared with common: ${why}`,
    ]);
  });
});

it("a change of a neighbour that did not come into the copy is a note", ({ skip }) => {
  const missing = missingHelm("helm3");
  if (missing) skip(missing);
  const own = folder({
    "shop/Chart.yaml": chartWith("common"),
    "shop/templates/pod.yaml": podWith("", '  {{ include "common.pod" . }}\n'),
    "shop/charts/common/Chart.yaml": chartOf("common"),
    "shop/charts/common/templates/_pod.tpl": define,
    "common/Chart.yaml": chartOf("common"),
    "common/templates/_pod.tpl": define,
  });
  own.git("init", "--quiet");
  own.git("add", "--all");
  own.git("commit", "--quiet", "--message", "before");
  own.write("common/templates/_pod.tpl", define.replace("true", "false"));
  const { stdout, status } = own.secctx(["check", "--changed=HEAD", "--gate=new", "--format=json"]);
  const { problems, verdict } = JSON.parse(stdout);
  expect({ status, verdict }).toEqual({ status: 0, verdict: "pass" });
  expect(problems).toMatchObject([{ severity: "note", file: "shop/Chart.yaml", line: 5 }]);
});
