import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { compare, type Row } from "../bench/compare.ts";
import { crds } from "../bench/crds.ts";
import { leastTimes } from "../bench/measure.ts";
import { markdownOf, textOf, unmeasured } from "../bench/tables.ts";

const node = (script: string) => ({ name: script, file: process.execPath, args: ["-e", script] });

describe("a comparison", () => {
  it("says of each goal whether it is met", () => {
    const command = node("0");
    const rows: readonly Row[] = [
      { ...command, most: 0, memory: 1 },
      { ...command, most: 1e6, memory: 1e12 },
      { ...command, memory: "as the reference" },
      command,
    ];
    const { head, rows: cells } = compare({ about: "Nothing.", reference: command, rows, runs: 1 });
    expect(head).toEqual(["", "time", "to 0", "memory", "goal"]);
    // Memory is measured where GNU time is.
    expect(cells.map((row) => row.at(-1))).toEqual([
      "",
      expect.stringMatching(/^at most 0\.0 ×: MISSED(; at most 0 MB: MISSED)?$/),
      expect.stringMatching(/^at most 1000000\.0 ×: met(; at most 1000000 MB: met)?$/),
      expect.stringMatching(/^(at most \d+ MB: (met|MISSED))?$/),
      "",
    ]);
  });

  it("ends at a command that can't do its work", () => {
    expect(() => leastTimes([node("process.exit(3)")], 1)).toThrow("process.exit(3) ended with 3");
  });
});

describe("a table", () => {
  const table = {
    about: "Two rows.",
    head: ["", "time"],
    rows: [
      ["one", "1.0 ms"],
      ["three", "30.0 ms"],
    ],
  };

  it("is text in columns, or Markdown", () => {
    expect(textOf("Times", table)).toBe("\nTimes\nTwo rows.\n         time\n  one    1.0 ms\n  three  30.0 ms");
    expect(markdownOf("Times", table)).toBe(
      "## Times\n\nTwo rows.\n\n|  | time |\n| --- | --- |\n| one | 1.0 ms |\n| three | 30.0 ms |",
    );
  });

  it("that could not be made says why", () => {
    expect(markdownOf("Times", unmeasured("there is no clock"))).toBe("## Times\n\nNot measured: there is no clock.");
  });
});

describe("the definitions to measure with", () => {
  it("have the size that is asked for, are the same each time, and are YAML", () => {
    const texts = [...crds(20, 1e6)];
    expect(texts.join("").length / 1e6).toBeCloseTo(1, 0);
    expect([...crds(20, 1e6)]).toEqual(texts);
    for (const text of texts) expect(parse(text)).toMatchObject({ kind: "CustomResourceDefinition" });
  });
});
