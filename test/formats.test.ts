import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../src/policy/index.ts";
import { replay } from "../src/report/by-manifest.ts";
import { computeFixChanges } from "../src/report/fix-changes.ts";
import { type Format, formats, renderReport } from "../src/report/formats.ts";
import { hashLines } from "../src/report/line-hashes.ts";
import { renderSarif } from "../src/report/sarif.ts";
import type { Finding } from "../src/review/finding.ts";
import type { Result } from "../src/review/result.ts";
import { review } from "../src/review/review.ts";
import { addProblems } from "../src/review/stream.ts";
import { rules } from "../src/rules/index.ts";
import type { Source } from "../src/yaml/index.ts";
import { badPod, folder, goodPod } from "./cli/folder.ts";
import { hostile, hostileManifest } from "./hostile-names.ts";

const root = dirname(import.meta.dirname);

// OASIS' schema as schemastore.org has it (Apache-2.0), revision rtm.5, on one line. It is of draft 4; nothing in it reads differently in draft 7.
const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(readFileSync(join(root, "test/fixtures/sarif-2.1.0.schema.json"), "utf8"));
const isSarif = new Ajv({
  strict: false,
  unicodeRegExp: false,
  allErrors: true,
  formats: { uri: /^[a-z]+:/i, "uri-reference": /^[\w\-.~%!$&'()*+,;=:@/?#]*$/, "date-time": true },
}).compile(schema);

// biome-ignore lint/suspicious/noExplicitAny: the schema is the type
type Log = any;

/** What the SARIF report holds, valid by its schema. */
async function buildSarif(
  sources: readonly Source[],
  change: (result: Result) => Result = (result) => result,
): Promise<Log> {
  const result = change(await review(sources, null, defaultPolicy));
  const log = JSON.parse(
    renderSarif(result, { sources, fixes: await computeFixChanges(result, sources), rulePage: () => undefined }),
  );
  expect(isSarif(log) ? [] : isSarif.errors).toEqual([]);
  return log.runs[0];
}

function ignoreAll(by: "comment" | "baseline"): (result: Result) => Result {
  return (result) => ({
    ...result,
    findings: result.findings.map((finding) => ({
      ...finding,
      ignored: { by, reason: "CNI <plugin>", expires: null },
    })),
  });
}

const bad: Source = { file: "k8s/bad pod#1.yaml", text: badPod };

describe("SARIF", () => {
  it("is valid for the examples, for nothing, and for what could not be evaluated", async () => {
    const { secctx } = folder();
    const { stdout } = secctx(["--format", "sarif", join(root, "examples")]);
    expect(isSarif(JSON.parse(stdout)) ? [] : isSarif.errors).toEqual([]);
    expect((await buildSarif([])).results).toEqual([]);
    const run = await buildSarif([{ file: "a.yaml", text: "apiVersion: v1\nkind: Pod\nspec: [\n" }]);
    expect(run.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: "error",
          locations: [{ physicalLocation: { artifactLocation: { uri: "a.yaml" }, region: { startLine: 3 } } }],
        },
      ],
    });
  });

  it("has every rule, with its help and its severity by GitHub's scale", () => {
    const { tool } = JSON.parse(folder({ "bad.yaml": badPod }).secctx(["--format", "sarif"]).stdout).runs[0];
    expect(tool.driver.rules.map(({ id }: Log) => id)).toEqual(rules.map(({ id }) => id));
    for (const rule of tool.driver.rules) {
      expect(rule.help.markdown).toContain(`# ${rule.id}\n`);
      expect(Number(rule.properties["security-severity"])).toBeGreaterThan(0);
      expect(rule.properties.tags.length).toBeLessThanOrEqual(10);
      expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1024);
    }
  });

  it("places a finding, in a path that is a reference, with its level and fingerprints", async () => {
    const { results, tool } = await buildSarif([bad]);
    const result = results.find(({ ruleId }: Log) => ruleId === "privileged");
    expect(result).toMatchObject({
      level: "error",
      ruleIndex: tool.driver.rules.findIndex(({ id }: Log) => id === "privileged"),
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "k8s/bad%20pod%231.yaml" },
            region: { startLine: 10, startColumn: 21, endLine: 10, endColumn: 25 },
          },
          logicalLocations: [{ fullyQualifiedName: "Pod/bad/app" }],
        },
      ],
      partialFingerprints: {
        primaryLocationLineHash: hashLines(badPod)[9],
        "secctx/v1": expect.stringMatching(/^[0-9a-f]{16}$/),
      },
      suppressions: [],
    });
    expect(results.map(({ level }: Log) => level)).toEqual(results.map(({ level }: Log) => level).toSorted());
  });

  it.each([
    ["\n", badPod],
    ["CRLF", badPod.replaceAll("\n", "\r\n")],
    ["no last line break", badPod.trimEnd()],
    ["another document before it", `a: 1\n---\n${goodPod}---\n${badPod}`],
  ])("has fixes that make of the text what the fix itself does: %s", async (_, text) => {
    const source = { file: "a.yaml", text };
    const { results } = await buildSarif([source]);
    const fixed = results.filter((each: Log) => each.fixes);
    expect(fixed.length).toBeGreaterThan(3);
    for (const { ruleId, fixes } of fixed) {
      const after = applyReplacements(text, fixes[0].artifactChanges[0].replacements);
      const { findings } = await review([{ file: "a.yaml", text: after }], null, defaultPolicy);
      expect(findings.filter(({ rule }) => rule.id === ruleId).length).toBeLessThan(
        results.filter((each: Log) => each.ruleId === ruleId).length,
      );
      expect(after.split(/\r?\n/).length - text.split(/\r?\n/).length).toBeLessThan(12);
    }
  });

  it("suppresses what is ignored, with the reason", async () => {
    const [inSource] = (await buildSarif([bad], ignoreAll("comment"))).results;
    expect(inSource.suppressions).toEqual([{ kind: "inSource", justification: "CNI <plugin>" }]);
    const [external] = (await buildSarif([bad], ignoreAll("baseline"))).results;
    expect(external.suppressions).toEqual([{ kind: "external", justification: "CNI <plugin>" }]);
    expect(external.fixes).toBeUndefined();
  });

  it("keeps GitHub's limit for a run, with the most serious first, and says how many are left out", async () => {
    const result = await review([bad], null, defaultPolicy);
    const [worst] = result.findings.filter(({ mode }) => mode === "enforce") as [Finding];
    const many = Array.from({ length: 25_001 }, () => ({ ...worst, mode: "audit" as const }));
    const options = { sources: [bad], fixes: new Map(), rulePage: () => undefined };
    const policy = { ...defaultPolicy, limits: { ...defaultPolicy.limits, fixCharacters: 1e12 } };
    const [run] = JSON.parse(renderSarif({ ...result, policy, findings: [...many, worst] }, options)).runs;
    expect(run.results.length).toBe(25_000);
    expect(run.results[0].level).toBe("error");
    expect(run.invocations[0].toolExecutionNotifications).toEqual([
      { level: "warning", message: { text: "2 more findings did not fit here." } },
      { level: "warning", message: { text: "20002 more fixes are not listed here: secctx fix applies them." } },
    ]);
  });

  it("lets no text from a manifest become a link or a control character", async () => {
    const { results } = await buildSarif([
      { file: "a.yaml", text: badPod.replace("name: app", 'name: "[x](https://evil.example)\\u001b[31m"') },
    ]);
    expect(JSON.stringify(results)).toContain("[x] (https://evil.example)");
    expect(JSON.stringify(results)).not.toContain("\\u001b");
  });

  it("gives a fix that goes into several files whole", async () => {
    const sources = [
      { file: "base/pod.yaml", text: goodPod },
      { file: "prod/pod.yaml", text: badPod },
    ];
    const insert = (file: string, text: string) => ({ file, range: { start: 0, end: 0 }, text });
    const edits = [insert("base/pod.yaml", "# one\n"), insert("prod/pod.yaml", "# two\n")];
    const { results } = await buildSarif(sources, (result) => ({
      ...result,
      findings: result.findings.filter(({ fix }) => fix).map((finding) => ({ ...finding, edits })),
    }));
    for (const { fixes } of results)
      expect(
        fixes[0].artifactChanges.map((change: Log) => [
          change.artifactLocation.uri,
          change.replacements.map(({ insertedContent }: Log) => insertedContent.text),
        ]),
      ).toEqual([
        ["prod/pod.yaml", ["# two\n"]],
        ["base/pod.yaml", ["# one\n"]],
      ]);
    expect(results.length).toBeGreaterThan(0);
  });

  it("keeps the text of a fix unchanged, and writes no character that a terminal obeys", async () => {
    const text = badPod.replace("privileged: true", "privileged: true # a\u202eb\u200fc\u2066d");
    const source = { file: "a.yaml", text };
    const result = await review([source], null, defaultPolicy);
    const report = renderSarif(result, {
      sources: [source],
      fixes: await computeFixChanges(result, [source]),
      rulePage: () => undefined,
    });
    expect(report).toMatch(/a\\u202eb\\u200fc\\u2066d/);
    expect(report).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    const [run] = JSON.parse(report).runs;
    expect(JSON.stringify(run.results)).toContain("a\u202eb\u200fc\u2066d");
  });
});

describe("line hashes", () => {
  it.each([
    ["", ["c129715d7a2bc9a3:1"]],
    [" a\nb\n  \t\tc\n d", ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]],
  ])("are those of github/codeql-action: %j", (text, hashes) => {
    expect(hashLines(text)).toEqual(hashes);
  });

  it("do not depend on blanks and line endings, and count repetitions", () => {
    const lines = "one: 1\ntwo:\n  - three\n".repeat(40);
    expect(hashLines(lines.replaceAll("\n", "\r\n"))).toEqual(hashLines(lines));
    expect(hashLines(lines.replaceAll("  - ", "\t-   "))).toEqual(hashLines(lines));
    expect(new Set(hashLines(lines)).size).toBe(121);
  });
});

/** The text with replacements by line and column, from the last to the first. */
function applyReplacements(text: string, replacements: readonly Log[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = (line: number, column: number) => (starts[line - 1] ?? Number.NaN) + column - 1;
  return replacements.reduceRight((current, { deletedRegion: region, insertedContent }) => {
    const [start, end] = [offset(region.startLine, region.startColumn), offset(region.endLine, region.endColumn)];
    expect(start).toBeLessThanOrEqual(end);
    expect(end).toBeLessThanOrEqual(text.length);
    return current.slice(0, start) + insertedContent.text + current.slice(end);
  }, text);
}

async function renderIn(
  format: Format,
  sources: readonly Source[],
  change = (result: Result) => result,
): Promise<string> {
  const result = change(await review(sources, null, defaultPolicy));
  const text = { paint: (_: string, shown: string) => shown, quiet: false };
  const options = { text, rulePage: () => undefined, htmlPage: () => '<script type="text/plain" id="data"></script>' };
  let report = "";
  for await (const piece of renderReport(format, replay({ result, sources }), options))
    report += Buffer.from(piece).toString();
  return report;
}

describe("JUnit", () => {
  it("fails what fails the gate, and passes the rest", async () => {
    const xml = await renderIn("junit", [bad, { file: "good.yaml", text: goodPod }]);
    const [head = ""] = xml.split("\n").slice(1);
    const failures = Number(/failures="(\d+)"/.exec(head)?.[1]);
    expect(failures).toBeGreaterThan(3);
    expect([...xml.matchAll(/<failure type="(?:baseline|restricted)" message="/g)].length).toBe(failures);
    expect(xml).toContain('<testcase classname="good.yaml" name="Pod good: no findings" time="0"/>');
    expect(xml).toMatch(/name="explicit-user: Pod bad \/ app, line \d+" time="0"><system-out>warning\n/);
    expect([...xml.matchAll(/<testcase /g)].length).toBe(Number(/tests="(\d+)"/.exec(head)?.[1]));
  });

  it("skips what is ignored, and errs where something could not be evaluated", async () => {
    const ignored = await renderIn("junit", [bad], ignoreAll("comment"));
    expect(ignored).toContain('<skipped message="ignored by comment: CNI &lt;plugin&gt;"/>');
    expect(ignored).not.toContain("<failure");
    const broken = await renderIn("junit", [], (result) =>
      addProblems(result, [{ severity: "error", file: "b.yaml", line: 3, message: 'Not "YAML".' }], []),
    );
    expect(broken).toContain('errors="1"');
    expect(broken).toContain('<error message="Not &quot;YAML&quot;.">b.yaml:3</error>');
  });

  it("escapes everything that a manifest says", async () => {
    const name = 'name: "]]>\\u0000<script>&amp;\\"\\uFFFE"';
    const xml = await renderIn("junit", [{ file: '<a&"b>.yaml', text: badPod.replace("name: app", name) }]);
    expect(xml).not.toMatch(/<script|\ufffe|&(?!amp;|lt;|gt;|quot;|#10;)/);
    expect(xml).toContain('classname="&lt;a&amp;&quot;b&gt;.yaml"');
  });
});

describe("formats", () => {
  it.each(formats)("%s is what the command line writes, alone and beside the others", (format) => {
    const { secctx, read } = folder({ "bad.yaml": badPod });
    const { stdout, status, stderr } = secctx(["--format", format]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout.length).toBeGreaterThan(500);
    secctx(["--format", format, "--output", "r", "--format", "json", "--output", "j"]);
    expect(read("r")).toBe(stdout);
    expect(read("j")).toBe(secctx(["--format", "json"]).stdout);
  });
});

describe("hostile names are shown, and obeyed nowhere", () => {
  const files = [...Object.values(hostile), "##[error]owned"].map((name) => ({
    file: `${name}.yaml`,
    text: hostileManifest,
  }));
  const broken = { file: "::error::owned", text: "apiVersion: v1\nkind: Pod\nspec: [" };

  it.each(formats)("in %s", async (format) => {
    const report = await renderIn(format, [...files, broken]);
    // A page holds its data compressed.
    if (format !== "html") expect(report).toContain("owned");
    expect(report).not.toContain("##[");
    // What we break commands with is a character of this kind, too.
    expect(report.replaceAll(/:\u200b:|##\u200b\[|@\u200b/g, "")).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    const commands = report.split("\n").filter((line) => /^\s*::/.test(line));
    if (format !== "github") expect(commands).toEqual([]);
    for (const command of commands) expect(command).toMatch(/^::(error|warning|notice) file=[^:,]+,line=\d+,/);
    if (format === "json" || format === "sarif") expect(JSON.stringify(JSON.parse(report))).toContain("##[error]owned");
  });
});
