import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../src/policy/index.ts";
import { review } from "../src/review/review.ts";
import { damagedWorkload, randomWorkload } from "./laws/random-workloads.ts";
import { cases } from "./random.ts";

const numRuns = cases(300);

/** What is refused of an object, with the path of each. */
async function refusals(object: unknown) {
  const { findings, problems } = await review([{ file: "m.json", text: JSON.stringify(object) }], null, defaultPolicy);
  const refused = findings.filter(({ rule }) => rule.id === "api-rejected" || rule.id === "ignored-field");
  return { refused: refused.map(({ rule, path }) => ({ rule: rule.id, path })), problems };
}

describe(`random workloads, ${numRuns} of each`, () => {
  it("with any field that Kubernetes has, and a value of its type: nothing is refused", async () => {
    await fc.assert(
      fc.asyncProperty(randomWorkload(), async ({ object }) => {
        expect(await refusals(object)).toEqual({ refused: [], problems: [] });
      }),
      { numRuns },
    );
  });

  it("with one value of a wrong type, or one unknown field, anywhere: it is refused there, and for nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(damagedWorkload(), async ({ object, path, rule }) => {
        expect((await refusals(object)).refused).toEqual([{ rule, path }]);
      }),
      { numRuns },
    );
  });
});
