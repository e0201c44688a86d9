import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { runTool } from "../src/rendering/run.ts";
import { doSideBySide } from "../src/rendering/side-by-side.ts";

describe("work done side by side", () => {
  it("gives what it makes in the order of the items, and does no more at once than there are processors", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 20 }), async (delays) => {
        let running = 0;
        let most = 0;
        const made = await doSideBySide(delays, async (delay) => {
          most = Math.max(most, ++running);
          await wait(delay);
          running--;
          return delay;
        });
        expect(made).toEqual(delays);
        expect(most).toBe(Math.min(delays.length, availableParallelism()));
      }),
      { numRuns: 20 },
    );
  });

  it("ends with the first error, after what had begun and without what had not", async () => {
    const events: string[] = [];
    const work = async (name: string) => {
      events.push(`${name} begins`);
      await wait(name === "bad" ? 5 : 50);
      if (name === "bad") throw new Error("no");
      events.push(`${name} ends`);
    };
    const beside = Array.from({ length: availableParallelism() - 1 }, (_, index) => `beside ${index}`);
    await expect(doSideBySide(["bad", ...beside, "late"], work)).rejects.toThrow("no");
    const all = ["bad begins", ...beside.flatMap((name) => [`${name} begins`, `${name} ends`])];
    expect(events.toSorted()).toEqual(all.toSorted());
  });
});

/** Prints how many programs like it run at the moment. */
const census = `
  const { readdirSync, rmSync, writeFileSync } = require("node:fs");
  writeFileSync("run-" + process.pid, "");
  setTimeout(() => { console.log(readdirSync(".").length); setTimeout(() => rmSync("run-" + process.pid), 50); }, 50);
`;

describe("tools", () => {
  it("wait for their turn: no more run at once than there are processors, or two", async () => {
    const folder = mkdtempSync(join(tmpdir(), "secctx-turns-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const tool = { kind: "helm", path: process.execPath } as const;
    const run = () => runTool(tool, ["-e", census], { folder, limits: { seconds: 60, megabytes: 1 } });
    const most = Math.max(2, availableParallelism());
    const runs = await Promise.all(Array.from({ length: 3 * most }, run));
    expect(runs.map(({ status, stderr }) => ({ status, stderr }))).toEqual(runs.map(() => ({ status: 0, stderr: "" })));
    const counts = runs.map(({ stdout }) => Number(stdout));
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(most);
  });
});
