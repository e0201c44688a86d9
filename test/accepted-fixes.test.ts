import { beforeEach, describe, expect, it } from "vitest";
import { defaultPolicy } from "../src/policy/index.ts";
import { fix } from "../src/review/fix.ts";
import { review } from "../src/review/review.ts";
import {
  conformanceFolder,
  decodingRecordsIn,
  kubeletRecordsIn,
  noConformance,
  recordsIn,
} from "./conformance/data.ts";
import { refusalsOf } from "./laws/laws.ts";

const folder = conformanceFolder();

/** Why Kubernetes would refuse what fixing makes of a manifest that it accepts, and the fixes that were offered and not made. */
async function harmsOf(text: string): Promise<string[]> {
  const { text: fixed, declined } = await fix({ file: "m.yaml", text, named: true }, defaultPolicy);
  const { workloads } = await review([{ file: "m.yaml", text: fixed, named: true }], null, defaultPolicy);
  const refusals = workloads.flatMap(({ pod }) => refusalsOf(pod, defaultPolicy.kubernetesVersion));
  const left = declined.filter(({ finding }) => finding.fix).map(({ reason }) => `offered, but ${reason}`);
  return [...refusals, ...left].map((harm) => `${harm}\n${text}`);
}

describe("what Kubernetes' own code accepted is accepted after all fixes", () => {
  beforeEach(({ skip }) => {
    if (folder === undefined) skip(noConformance);
  });

  it.each(["random", "kubelet", "decoding"] as const)("%s", async (set) => {
    const accepted = { random: recordsIn, kubelet: kubeletRecordsIn, decoding: decodingRecordsIn }
      [set](folder ?? "")
      .filter(({ expect: answer }) => {
        const { decode, strict = [], invalid = [], podInvalid = [], noMatch } = answer as Partial<Answers>;
        return !decode && !noMatch && strict.length + invalid.length + podInvalid.length === 0;
      })
      .map(({ manifest }) => manifest);
    expect(accepted.length, noConformance).toBeGreaterThan(50);
    const harms: string[] = [];
    for (const manifest of accepted) for (const harm of await harmsOf(manifest)) harms.push(harm);
    expect(harms).toEqual([]);
  });
});

/** What any of the sets may hold of a refusal. */
interface Answers {
  readonly decode: string;
  readonly noMatch: string;
  readonly strict: readonly unknown[];
  readonly invalid: readonly unknown[];
  readonly podInvalid: readonly unknown[];
}
