import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { helms, judge, missingHelm } from "./charts.ts";

const folder = join(import.meta.dirname, "../../../shared/cases/rendering");
const cases = existsSync(folder) ? readdirSync(folder).filter((name) => /^h\d/.test(name)) : [];

interface Expected {
  readonly expect: readonly { readonly rule: string; readonly at: string; readonly related?: readonly string[] }[];
  readonly notEvaluated?: string;
}

describe.for(helms)("every chart of the cases, with %s", (helm) => {
  it("are there", ({ skip }) => {
    skip(cases.length === 0, "there are no cases in ../shared/cases/rendering");
    expect(cases.length).toBeGreaterThan(10);
  });

  it.for(cases)("%s", async (name, { skip }) => {
    const missing = missingHelm(helm);
    if (missing) skip(missing);
    // Elsewhere, so that what is found does not depend on what lies around it.
    const repository = mkdtempSync(join(realpathSync(tmpdir()), "secctx-case-"));
    onTestFinished(() => rmSync(repository, { recursive: true }));
    cpSync(join(folder, name), repository, { recursive: true });
    const expected: Expected = JSON.parse(readFileSync(join(folder, name, "expect.json"), "utf8"));
    const { problems, placed } = await judge(repository, repository, { helm });
    expect(problems.map(({ message }) => message)).toEqual(
      expected.notEvaluated === undefined ? [] : [expect.stringContaining(expected.notEvaluated)],
    );
    const found = placed.map(({ rule, placement: { location, via } }) => ({
      rule,
      at: `${location.file}:${location.start.line}`,
      related: via.map(({ location: { file, start } }) => `${file}:${start.line}`),
    }));
    for (const { rule, at, related = [] } of expected.expect)
      expect(found).toContainEqual({ rule, at, related: expect.arrayContaining([...related]) });
  });
});
