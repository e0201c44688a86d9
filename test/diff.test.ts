import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffLines, formatUnifiedDiff } from "../src/report/diff.ts";

const lines = fc.array(fc.constantFrom("a", "b", "  c: d", "", "-", "+", "\\", "--- x"), { maxLength: 12 });

describe("a unified diff", () => {
  it("is empty for equal texts", () => {
    expect(formatUnifiedDiff("a", "x\n", "x\n")).toBe("");
  });

  it.each([
    ["a.yaml", "a.yaml"],
    ["ünïcødé.yaml", "ünïcødé.yaml"],
    ["with space.yaml", "with space.yaml\t"],
    ['quo"te.yaml', '"quo\\042te.yaml"'],
    ["back\\slash ü.yaml", '"back\\134slash \\303\\274.yaml"'],
    ["tab\t.yaml", '"tab\\011.yaml"'],
    ["web\u202elmay.yaml", '"web\\342\\200\\256lmay.yaml"'],
    ["web\u200b.yaml", '"web\\342\\200\\213.yaml"'],
  ])("writes the name %j as git does", (name, written) => {
    const [old, changed] = formatUnifiedDiff(name, "x\n", "y\n").split("\n");
    const prefixed = (prefix: string) => (written.startsWith('"') ? `"${prefix}${written.slice(1)}` : prefix + written);
    expect([old, changed]).toEqual([`--- ${prefixed("a/")}`, `+++ ${prefixed("b/")}`]);
  });

  it("says where a text ends without a newline", () => {
    expect(formatUnifiedDiff("a", "x", "x\n")).toBe(
      "--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-x\n\\ No newline at end of file\n+x\n",
    );
  });
});

describe("changed lines", () => {
  it("turn the old text into the new one", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const text = (list: readonly string[]) => list.map((line) => `${line}\n`).join("");
        const changes = diffLines(text(before), text(after));
        const result: string[] = [...before];
        for (const { start, end, lines: added } of changes.toReversed())
          result.splice(start - 1, end - start, ...added);
        expect(result).toEqual(after);
      }),
    );
  });

  it("are as few as possible", () => {
    expect(diffLines("a\nb\nc\n", "a\nB\nc\n")).toEqual([{ start: 2, end: 3, lines: ["B"] }]);
    expect(diffLines("a\nc\n", "a\nb\nc\n")).toEqual([{ start: 2, end: 2, lines: ["b"] }]);
    expect(diffLines("a\n", "a\n")).toEqual([]);
  });
});
