import { describe, expect, it } from "vitest";
import { mutant, oddTexts, realManifests } from "./fuzz/mutants.ts";
import { faultsOf } from "./fuzz/trial.ts";
import { cases, seed } from "./random.ts";

const count = cases(500);

describe(`${count} mutants of real manifests, seed ${seed}`, () => {
  it("are reviewed, reported and fixed: no throw, no hang, no range outside of the file, JSON always valid", async () => {
    const pool = realManifests();
    expect(pool.length).toBeGreaterThan(50);
    const costs: { readonly number: number; readonly microseconds: number }[] = [];
    for (let number = 0; number < count; number++) {
      const made = mutant(pool, seed, number);
      const before = process.cpuUsage();
      expect({ number, text: made.text, faults: await faultsOf(made) }).toMatchObject({ faults: [] });
      const { user, system } = process.cpuUsage(before);
      costs.push({ number, microseconds: user + system });
    }
    // Any of them takes milliseconds: what takes a thousand times as long as most others hangs, on a slow machine, too.
    costs.sort((a, b) => a.microseconds - b.microseconds);
    const usual = costs[Math.floor(count / 2)]?.microseconds ?? 0;
    expect(costs.filter(({ microseconds }) => microseconds > 1000 * usual)).toEqual([]);
  });

  it("so are those of texts with every odd corner of YAML, and all readers read them alike", async () => {
    const pool = oddTexts();
    for (let number = 0; number < count; number++) {
      const made = mutant(pool, seed, number);
      expect({ number, text: made.text, faults: await faultsOf(made) }).toMatchObject({ faults: [] });
    }
  });

  it("are the same again, and differ", () => {
    const pool = realManifests();
    const made = Array.from({ length: 100 }, (_, number) => mutant(pool, seed, number));
    expect(made).toEqual(made.map(({ number }) => mutant(pool, seed, number)));
    expect(new Set(made.map(({ text }) => text)).size).toBeGreaterThan(95);
    expect(made.filter(({ text, original }) => text !== original).length).toBeGreaterThan(85);
  });
});

describe("what mutants have found stays found", () => {
  const pod = (port: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  hostNetwork: true\n  containers:\n    - name: app\n      image: x\n      ports: [{${port}}]\n`;

  it.each([
    ["a mapping as a port of the host", pod("containerPort: 1, hostPort: {drop: [ALL]}")],
    ["a mapping as a container's port", pod("containerPort: {}")],
    ["mappings as protocol and address", pod("containerPort: 1, hostPort: 1, protocol: {}, hostIP: {a: b}")],
  ])("%s", async (_, text) => {
    expect(await faultsOf({ number: 0, text, original: "" })).toEqual([]);
  });
});

describe("a trial notices what is wrong", () => {
  it("with a text that throws", async () => {
    const text = undefined as unknown as string;
    expect(await faultsOf({ number: 0, text, original: "" })).toEqual([expect.stringMatching(/^threw /)]);
  });
});
