import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../src/policy/index.ts";
import { replay } from "../src/report/by-manifest.ts";
import { alignColumns } from "../src/report/columns.ts";
import { renderText, type TextOptions } from "../src/report/text.ts";
import type { TextStyle } from "../src/report/text-block.ts";
import { formatCount } from "../src/report/words.ts";
import type { Result } from "../src/review/result.ts";
import { review } from "../src/review/review.ts";
import type { ReviewStream } from "../src/review/stream.ts";
import type { Problem } from "../src/yaml/index.ts";

const plain: TextOptions = { paint: (_, shown) => shown, quiet: false };

function reviewText(manifest: string): Promise<Result> {
  return review([{ file: "a.yaml", text: manifest }], null, defaultPolicy);
}

/** The report of what was found in `a.yaml`. */
function renderResult(result: Result, options: TextOptions): Promise<string> {
  return renderStream(replay({ result, sources: [{ file: "a.yaml", text: "" }] }), options);
}

async function renderStream(reviewing: ReviewStream, options: TextOptions): Promise<string> {
  let report = "";
  for await (const piece of renderText(reviewing, options)) report += piece;
  return report;
}

/** Whether a block speaks of a rule first. */
function heads(block: string, rule: string): boolean {
  return /^\S+ {2}\w+ {2}(.*?)(,| {2})/.exec(block)?.[1] === rule;
}

/** What the caret of the rule's finding stands under, and the line that is shown. */
async function findMarked(rule: string, manifest: string): Promise<{ line: string; under: string }> {
  const sections = (await renderResult(await reviewText(manifest), plain)).split("\n\n");
  const [, line = "", caret = ""] = sections.find((each) => heads(each, rule))?.split("\n") ?? [];
  expect(line).toMatch(/^ *\d+ \| /);
  expect(caret).toMatch(/^ {6}\| \s*\^+$/);
  const [from, to] = [caret.indexOf("^"), caret.length];
  return { line: line.slice(8), under: line.slice(from, to) };
}

function buildPod(context: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n    - name: c\n      securityContext: ${context}\n`;
}

describe("the excerpt of the text report", () => {
  it("has its carets under the value", async () => {
    expect(await findMarked("privileged", buildPod("{privileged: true}"))).toEqual({
      line: "      securityContext: {privileged: true}",
      under: "true",
    });
  });

  it("keeps tabs, so that the carets are in the right columns whatever their width", async () => {
    const shown = await renderResult(await reviewText(buildPod("{privileged:\ttrue}")), plain);
    expect(shown).toMatch(/\n {6}\| {36}\t\^{4}\n/);
  });

  it("gives wide characters two columns", async () => {
    const manifest = buildPod('{procMount: "漢字", privileged: true}');
    const shown = await renderResult(await reviewText(manifest), plain);
    const [line = "", caret = ""] =
      shown
        .split("\n\n")
        .find((each) => heads(each, "privileged"))
        ?.split("\n")
        .slice(1) ?? [];
    expect(caret.indexOf("^")).toBe(line.indexOf("true") + 2);
  });

  it("shows what is invisible, and marks all of it", async () => {
    const { under } = await findMarked("selinux-options", buildPod('{seLinuxOptions: {user: "a\u202eb"}}'));
    expect(under).toBe('"a\\u{202e}b"');
  });

  it("is cut around the range if the line is a whole file", async () => {
    const env = JSON.stringify(Array.from({ length: 30 }, (_, index) => ({ name: `variable-${index}`, value: "x" })));
    const container = `{"name":"c","env":${env},"securityContext":{"privileged":true},"args":${env}}`;
    const { line, under } = await findMarked(
      "privileged",
      `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[${container}]}}`,
    );
    expect(line).toMatch(/^….*"privileged":true.*…$/);
    expect(line.length).toBeLessThan(170);
    expect(under).toBe("true");
  });
});

describe("the text report", () => {
  it("wraps sentences and cuts excerpts on a narrow terminal", async () => {
    const result = await reviewText(buildPod(`{privileged: true, seLinuxOptions: {user: "${"x".repeat(200)}"}}`));
    const wide = await renderResult(result, plain);
    const narrow = await renderResult(result, { ...plain, width: 60 });
    const lines = narrow.split("\n").filter((line) => line.startsWith("  ") && line.includes(" "));
    expect(lines.filter((line) => line.length > 60 && !/x{50}|·/.test(line))).toEqual([]);
    expect(narrow.split(/\s+/).filter((word) => /[a-z]{4}/.test(word)).length).toBeGreaterThan(50);
    expect(narrow.replace(/\s+/g, " ")).toContain("so that an intruder there owns the node. Remove it,");
    expect(wide).toMatch(/^ {2}privileged is true: .{100,}$/m);
  });

  it("turns places into links if the terminal supports them", async () => {
    const linked = await renderResult(await reviewText(buildPod("{privileged: true}")), {
      ...plain,
      link: (file, shown) => `<${file}>${shown}</>`,
    });
    expect(linked).toMatch(/^<a\.yaml>a\.yaml:7:\d+<\/> {2}enforce/m);
  });

  it("says who won, or that nobody did", async () => {
    const shown = await renderResult(await reviewText(buildPod("{privileged: true}")), plain);
    expect(shown).toContain("  enforce  privileged  baseline  Pod p · set by the container\n");
    expect(shown).toContain("  Pod p · not set: the default applies\n");
    const unnamed = await reviewText(buildPod("{privileged: true}").replace("metadata: {name: p}\n", ""));
    expect(await renderResult(unnamed, plain)).toContain("  Pod without a name · ");
  });

  it("names nobody who set an ignore, which is not a setting", async () => {
    const ignored = `# secctx: ignore[host-ports] a reason\n${buildPod("{}")}`;
    expect(await renderResult(await reviewText(ignored), plain)).toMatch(/ {2}unused-ignore {2}privileged {2}Pod p\n/);
  });

  it("shows what mends a chart or an overlay as a patch behind its findings, with long lines cut", async () => {
    const result = await reviewText(buildPod("{privileged: true}"));
    const fixed = new Map([["a.yaml", `${"x".repeat(1000)}\n`]]);
    const shown = await renderStream(replay({ result, sources: [{ file: "a.yaml", text: "old\n" }], fixed }), plain);
    expect(shown).toMatch(/\n\nAll fixes of a\.yaml\n {2}@@ -1,1 \+1,1 @@\n {2}-old\n {2}\+x{159}…\n\nrule /);
  });

  it("styles what matters, and nothing that comes from the manifest", async () => {
    const painted: [TextStyle, string][] = [];
    const paint = (style: TextStyle, shown: string) => {
      painted.push([style, shown]);
      return shown;
    };
    await renderResult(await reviewText(buildPod("{privileged: true}")), { ...plain, paint });
    expect(painted).toEqual(
      expect.arrayContaining([
        ["bold", "a.yaml:7:37"],
        ["red", "enforce"],
        ["yellow", "warn"],
        ["red", "^^^^"],
        ["red", "The gate fails at level restricted"],
      ]),
    );
  });

  it("ends with the verdict and the counts", async () => {
    const result = await reviewText(buildPod("{privileged: true}"));
    const last = async (changes: Partial<Result>) =>
      (await renderResult({ ...result, ...changes }, plain)).trimEnd().split("\n").at(-1);
    const error: Problem = { severity: "error", file: "b.yaml", line: 2, message: "This can't be read." };
    const note: Problem = { ...error, severity: "note", message: "Worth knowing." };
    expect(await last({})).toMatch(
      /^The gate fails at level restricted: \d failures, \d warnings\. Reviewed 1 workload in 1 file\.$/,
    );
    expect(await last({ verdict: "pass", findings: [] })).toBe(
      "The gate passes at level restricted. Reviewed 1 workload in 1 file.",
    );
    expect(
      await last({
        verdict: "pass",
        findings: result.findings.slice(0, 1).map((one) => ({ ...one, mode: "audit" })),
        workloads: [],
        files: 2,
      }),
    ).toBe("The gate passes at level restricted: 1 notice. Reviewed 0 workloads in 2 files.");
    expect(await last({ verdict: "pass", findings: [], unjudged: 2 })).toBe(
      "The gate passes at level restricted. Reviewed 1 workload in 1 file; 2 files with something like a workload were not judged.",
    );
    expect(await last({ verdict: "error", findings: [], problems: [error, note] })).toBe(
      "Could not evaluate everything (1 problem above). Reviewed 1 workload in 1 file.",
    );
    expect(await renderResult({ ...result, findings: [], problems: [error, note] }, plain)).toContain(
      "b.yaml:2  not evaluated\n  This can't be read.\n\nb.yaml:2  note\n  Worth knowing.\n\n",
    );
  });

  it("shows names as they are, whatever they hold", async () => {
    const manifest = buildPod("{privileged: true}").replace("name: c", () => 'name: "a$$b$&c"');
    expect(await renderResult(await reviewText(manifest), plain)).toContain('it gives container "a$$b$&c" every');
  });

  it("counts in singular and plural", () => {
    expect([0, 1, 2].map((count) => formatCount(count, "fix", "fixes"))).toEqual(["0 fixes", "1 fix", "2 fixes"]);
    expect([0, 1, 2].map((count) => formatCount(count, "file"))).toEqual(["0 files", "1 file", "2 files"]);
  });
});

describe("a table for a terminal", () => {
  it("lines up its columns, numbers at their ends, also behind wide characters", () => {
    const rows = [
      ["name", "count", "more"],
      ["名前", "7", "x"],
    ];
    expect(alignColumns(rows, (column) => column === 1)).toEqual(["name  count  more", "名前      7  x"]);
  });
});
