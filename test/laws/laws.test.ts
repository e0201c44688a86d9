import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fix } from "../../src/fix.ts";
import { defaultPolicy } from "../../src/policy/index.ts";
import { review } from "../../src/review.ts";
import { randomManifest } from "./random-pods.ts";

describe("random pods", () => {
  it("are read without a problem, and their fixes too", async () => {
    await fc.assert(
      fc.asyncProperty(randomManifest(), async (text) => {
        const source = { file: "m.yaml", text, named: true };
        expect((await review([source], null, defaultPolicy)).problems).toEqual([]);
        const fixed = await fix(source, defaultPolicy);
        expect((await review([{ ...source, text: fixed.text }], null, defaultPolicy)).problems).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
