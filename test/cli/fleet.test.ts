import { describe, expect, it } from "vitest";
import { badPod, type Folder, folder, goodPod } from "./folder.ts";

/** A folder with the report of each repository, by the repository's name. */
function fleetOf(
  repositories: Readonly<
    Record<string, { readonly files: Readonly<Record<string, string>>; readonly options?: string[] }>
  >,
): Folder {
  const place = folder();
  for (const [name, { files, options = [] }] of Object.entries(repositories)) {
    const { secctx, read } = folder(files);
    secctx(["--format", "json", "--output", "report.json", ...options]);
    place.write(`reports/${name}.json`, read("report.json"));
  }
  return place;
}

const broken = "apiVersion: v1\nkind: Pod\nspec: [\n";
const ignored = badPod.replace("true", "true # secctx: ignore[privileged] a plugin");

const one = () => fleetOf({ "acme/bad": { files: { "a.yaml": badPod, "b.yaml": goodPod } } });

const fleet = () =>
  fleetOf({
    "acme/good": { files: { "a.yaml": goodPod } },
    "acme/bad": { files: { "a.yaml": badPod, "b.yaml": goodPod } },
    "acme/reporting": { files: { "a.yaml": ignored }, options: ["--gate", "none"] },
    "other/broken": { files: { "a.yaml": broken, "b.yaml": goodPod } },
  });

const all = ["acme/bad", "acme/good", "acme/reporting", "other/broken"].map((name) => `reports/${name}.json`);

describe("secctx merge, of the reports of repositories", () => {
  it("prints a table of repositories and rules, the worst first, and ends as the worst", () => {
    const { secctx } = fleet();
    const { stdout, stderr, status } = secctx(["merge", "--format", "markdown", ...all]);
    expect({ stderr, status }).toEqual({
      stderr: "4 repositories: 2 pass, 1 fails, 1 could not be evaluated as a whole.\n",
      status: 2,
    });
    const rows = stdout.split("\n").filter((line) => line.startsWith("|"));
    const cells = rows.map((row) =>
      row
        .slice(2, -2)
        .split(" | ")
        .map((cell) => cell.trim()),
    );
    const [head = []] = cells;
    const column = (name: string) => cells.slice(2).map((row) => row[head.indexOf(name)]);
    expect(column("repository")).toEqual(["`other/broken`", "`acme/bad`", "`acme/reporting`", "`acme/good`"]);
    expect(column("gate")).toEqual(["not evaluated", "fails", "only reports", "passes"]);
    expect(column("enforces")).toEqual(["restricted", "restricted", "restricted", "restricted"]);
    expect(column("workloads")).toEqual(["1", "2", "1", "1"]);
    expect(column("ignored")).toEqual(["0", "0", "1", "0"]);
    expect(column("`privileged`")).toEqual(["", "**1**", "", ""]);
    expect(column("`read-only-root-filesystem`")).toEqual(["", "1", "1", ""]);
    expect(head.slice(8)).not.toContain("`host-ports`");
    expect(secctx(["merge", "--format", "markdown", ...all.slice(0, 3)]).status).toBe(1);
    expect(secctx(["merge", "--format", "markdown", "--exit-zero", ...all.slice(0, 3)]).status).toBe(0);
    expect(secctx(["merge", "--format", "markdown", "--exit-zero", ...all]).status).toBe(2);
    expect(secctx(["merge", "--format", "markdown", ...all.slice(1, 3)]).status).toBe(0);
  });

  it("writes the same as a page that loads and runs nothing", () => {
    const { secctx, read } = fleet();
    const { stdout, status } = secctx(["merge", "--format", "html", "--output", "fleet.html", ...all]);
    expect({ stdout, status }).toEqual({
      stdout: "4 repositories: 2 pass, 1 fails, 1 could not be evaluated as a whole.\n",
      status: 2,
    });
    const page = read("fleet.html");
    expect(page).toMatch(/default-src 'none'; style-src 'sha256-[\w+/]{43}='/);
    expect(page).not.toMatch(/<script|src=|href=/);
    expect(page).toContain('<tr><th scope="row">acme/bad</th><td class="fail">fails</td><td>restricted</td><td>2</td>');
  });

  it("takes the reports of other versions, with rules that are not known here", () => {
    const place = one();
    const report = JSON.parse(place.read("reports/acme/bad.json"));
    const [first] = report.findings;
    const findings = report.findings.map((each: object) => (each === first ? { ...each, rule: "new|`rule`" } : each));
    place.write(
      "reports/acme/new.json",
      JSON.stringify({ ...report, tool: { name: "secctx", version: "9.0.0" }, findings }),
    );
    const { stdout, status } = place.secctx(["merge", "--format", "markdown", "reports/acme/new.json"]);
    expect(status).toBe(1);
    expect(stdout).toContain("| `` new\\|`rule` `` |");
  });

  it("lets no name of a repository act", () => {
    const place = one();
    const text = place.read("reports/acme/bad.json");
    const name = 'x`|<img src=x onerror=alert(1)>"&';
    place.write(`${name}/y.json`, text);
    const markdown = place.secctx(["merge", "--format", "markdown", `${name}/y.json`]).stdout;
    expect(markdown).toContain('| ``x`\\|<img src=x onerror=alert(1)>"&/y`` | fails |');
    const html = place.secctx(["merge", "--format", "html", `${name}/y.json`]).stdout;
    expect(html).toContain("x`|&lt;img src=x onerror=alert(1)&gt;&quot;&amp;/y");
    expect(html).not.toContain("<img");
  });

  it("ends with 2 and one sentence where something is wrong, and prints no table", () => {
    const place = one();
    place.write("other/acme/bad.json", place.read("reports/acme/bad.json"));
    place.write("a.yaml", badPod);
    place.secctx(["--shard", "1/2", "--format", "json", "--output", "shard.json", "a.yaml"]);
    place.write("v2.json", JSON.stringify({ schema: "secctx/v2" }));
    place.write("odd.json", place.read("reports/acme/bad.json").replace('"verdict":"fail"', '"verdict":"well"'));
    const noReport = "it is not a report of secctx check --format json (schema secctx/v1).";
    const refused: Readonly<Record<string, readonly string[]>> = {
      "reports/acme/bad.json and other/acme/bad.json are both named acme/bad: name each report OWNER/REPOSITORY.json.":
        ["reports/acme/bad.json", "other/acme/bad.json"],
      "shard.json: it is the report of a shard: merge the shards of its repository first.": ["shard.json"],
      [`v2.json: ${noReport}`]: ["v2.json"],
      [`odd.json: ${noReport}`]: ["odd.json"],
      "a.yaml: it is not JSON: was it cut off?": ["a.yaml"],
      "merge: give the JSON reports of all shards, or of repositories.": [],
    };
    for (const [sentence, args] of Object.entries(refused))
      expect(place.secctx(["merge", "--format", "html", ...args])).toEqual({
        status: 2,
        stdout: "",
        stderr: `secctx: ${sentence}\n`,
      });
    expect(place.secctx(["merge", "reports/acme/bad.json"]).stderr).toContain(
      "To see repositories side by side, add --format markdown or --format html.",
    );
  });
});
