import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { atMost, compare, memoryBelow } from "../bench/compare.ts";
import { crdCount, crds } from "../bench/crds.ts";
import { judge, lineOf, type Pair, type Ratios, ratiosFile } from "../bench/gate.ts";
import { costOf, measure, unmeasurable } from "../bench/measure.ts";
import { gateTable } from "../bench/page.ts";
import { installedPeer, scoring } from "../bench/peer.ts";
import { deploymentNames, deployments } from "../bench/sets.ts";
import { markdownOf, textOf, unmeasured } from "../bench/table.ts";

/** A pair whose costs come from lists; what comes after the end of one is its last. */
function pairOf(costs: readonly number[], references: readonly number[]): Pair & { readonly taken: () => number } {
  let taken = 0;
  let asked = 0;
  return {
    name: "a / b",
    cost: () => costs[Math.min(taken++, costs.length - 1)] ?? Number.NaN,
    reference: () => references[Math.min(asked++, references.length - 1)] ?? Number.NaN,
    taken: () => taken,
  };
}

describe("the gate of speed", () => {
  const slow = 1000;
  it.each<[what: string, costs: number[], references: number[], verdict: boolean, ratio: number, runs: number]>([
    ["what is committed", [2000], [slow], true, 2, 3],
    ["less", [1000], [slow], true, 1, 3],
    ["a fifth more is none", [2400], [slow], true, 2.4, 3],
    ["a little more than that, each time", [2401], [slow], false, 2.401, 15],
    ["twice as much, each time", [4000], [slow], false, 4, 15],
    ["one quiet run among the first", [9000, 2000, 9000], [slow], true, 2, 3],
    ["the other side disturbed, too", [2000], [9000, slow, 9000], true, 2, 3],
    ["a busy machine that gets quiet", [5000, 5000, 5000, 5000, 2100], [slow], true, 2.1, 6],
    ["a reference that was lucky once", [2600, 2600, 2600, 2600, 2600, 2600, 2300], [slow], true, 2.3, 9],
    ["short runs are repeated for a second", [20], [10], true, 2, 34],
  ])("%s", (_, costs, references, isMet, ratio, runs) => {
    const pair = pairOf(costs, references);
    expect(judge([pair], { "a / b": 2 })).toEqual([{ name: "a / b", ratio, committed: 2, isMet }]);
    expect(pair.taken()).toBe(runs);
  });

  it("fails what nothing is committed for, and says what to do", () => {
    const [standing] = judge([pairOf([2000], [slow])], {});
    expect(standing).toMatchObject({ committed: undefined, isMet: false });
    expect(standing && lineOf(standing)).toContain("run `npm run bench -- --write`");
  });

  it("says both ratios, the limit and the verdict", () => {
    const [standing] = judge([pairOf([3000], [slow])], { "a / b": 2 });
    expect(standing && lineOf(standing)).toMatch(/^a \/ b +3\.00 × +committed +2\.00 ×, at most 2\.40 ×: MISSED$/);
  });

  it("holds to what docs/performance.md says", () => {
    const ratios = JSON.parse(readFileSync(ratiosFile, "utf8")) as Ratios;
    const page = readFileSync(join(import.meta.dirname, "../docs/performance.md"), "utf8");
    expect(page).toContain(gateTable(ratios));
  });
});

const node = (script: string) => ({ name: script, file: process.execPath, arguments: ["-e", script] });

describe("a measured process", () => {
  it("has its own costs: processor, clock, memory, output", ({ skip }) => {
    skip(unmeasurable !== undefined, unmeasurable);
    const [idle, busy, large, loud] = measure(
      [
        node("setTimeout(() => {}, 400)"),
        node("for (let n = 0, sum = 0; n < 3e8; n++) sum += n % 7;"),
        node("Buffer.alloc(200e6, 1)"),
        node("console.log('x'.repeat(999))"),
      ],
      1,
    );
    expect(idle?.min.wall).toBeGreaterThan(400);
    expect(idle?.min.cpu).toBeLessThan(200);
    expect(busy?.min.cpu).toBeGreaterThan(200);
    expect(large?.min.memory).toBeGreaterThan(200e6);
    expect(idle?.min.memory).toBeLessThan(150e6);
    expect([idle?.output, loud?.output]).toEqual([0, 1000]);
  });

  it("that fails measures nothing", ({ skip }) => {
    skip(unmeasurable !== undefined, unmeasurable);
    expect(() => costOf(node("process.exit(3)"))).toThrow("process.exit(3) ended with 3");
  });
});

describe("a comparison", () => {
  it("says met or MISSED in numbers, and what was not measured", ({ skip }) => {
    skip(unmeasurable !== undefined, unmeasurable);
    const short = node("0");
    const long = { ...node("setTimeout(() => {}, 1500)"), goals: [atMost(1.5, short.name), memoryBelow(1e9)] };
    const table = compare({
      title: "Two",
      about: "Nothing.",
      entries: [short, long, { ...node("1"), goals: [atMost(2, "kube-score")] }],
      runs: 1,
    });
    expect(table.rows.map((cells) => cells.at(-1))).toEqual([
      "",
      "at most 1.5 × 0: MISSED",
      "less than 1000 MB of memory: met",
      "at most 2.0 × kube-score: not measured",
    ]);
    expect(textOf(table)).toMatch(/^ {2}setTimeout.+ \d+\.\d\d × \(\d+\.\d\d ×\) +at most 1\.5 × 0: MISSED$/m);
    expect(markdownOf(table)).toMatch(/^\| setTimeout.+ \| at most 1\.5 × 0: MISSED \|$/m);
  });

  it("that can't be made says why", () => {
    const table = unmeasured("Playground", "there is no Chromium");
    expect(textOf(table)).toBe("\nPlayground\n  Not measured: there is no Chromium.");
    expect(markdownOf(table)).toBe("## Playground\n\nNot measured: there is no Chromium.");
  });
});

describe("the sets", () => {
  it("has Deployments that kube-score judges as secctx does: each of them", ({ skip }) => {
    const peer = installedPeer();
    if ("missing" in peer) return skip(peer.missing);
    const { file, arguments: args, cwd } = scoring(peer, deployments(100), deploymentNames(100));
    const { stdout } = spawnSync(file, args, { cwd, encoding: "utf8" });
    const judged = new Set(stdout.match(/\bweb-\d+(?=\/shop )/g));
    expect([...judged].length).toBe(100);
  });

  it("has definitions of 58 MB, the same each time, and YAML", () => {
    const texts = [...crds()];
    expect(texts.length).toBe(crdCount);
    expect(texts.reduce((sum, { length }) => sum + length, 0) / 1e6).toBeCloseTo(58, 0);
    expect([...crds()].every((text, index) => text === texts[index])).toBe(true);
    const [shortest = ""] = texts.toSorted((a, b) => a.length - b.length);
    expect(parse(shortest)).toMatchObject({ kind: "CustomResourceDefinition", spec: { versions: [{ name: "v1" }] } });
  });
});
