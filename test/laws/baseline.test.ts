import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import {
  acceptAll,
  type Baseline,
  baselineText,
  defaultPolicy,
  entriesFor,
  markGone,
  type Occurrence,
  readBaseline,
} from "../../src/policy/index.ts";
import { review } from "../../src/review/review.ts";
import type { Source } from "../../src/yaml/index.ts";
import { type Fields, pod } from "../gate/change.ts";
import { cases } from "../random.ts";

/** A workload, and what is wrong with it: each of these is one fact, and none is a weaker form of another. */
interface Flawed {
  readonly name: string;
  readonly flaws: readonly Flaw[];
}
const flaws = ["privileged", "hostPID", "hostIPC", "NET_ADMIN", "SYS_TIME"] as const;
type Flaw = (typeof flaws)[number];
const ownRules = ["privileged", "host-namespaces", "added-capabilities"];

/** The documents of each file. */
type Tree = ReadonlyMap<string, readonly Flawed[]>;

const fileNames = ["dev/web.yaml", "prod/web.yaml", "k8s/a.yaml", "k8s/b.yaml", "z.yaml"];
const file = fc.constantFrom(...fileNames);
const workload: fc.Arbitrary<Flawed> = fc.record({
  name: fc.constantFrom("web", "api"),
  flaws: fc.subarray([...flaws]),
});
const tree: fc.Arbitrary<Tree> = fc
  .uniqueArray(fc.tuple(file, fc.array(workload, { minLength: 1, maxLength: 3 })), {
    maxLength: 4,
    selector: ([name]) => name,
  })
  .map((files) => new Map(files));

/** What somebody does to a tree. */
type Edit = (before: Tree) => Tree;
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(file, file).map(
    ([from, to]): Edit =>
      (before) =>
        without(before, from, [[to, before.get(from)]]),
  ),
  fc.tuple(file, file).map(
    ([from, to]): Edit =>
      (before) =>
        new Map([...before, ...present([[to, before.get(from)]])]),
  ),
  file.map(
    (gone): Edit =>
      (before) =>
        without(before, gone),
  ),
  fc.tuple(file, workload).map(
    ([to, added]): Edit =>
      (before) =>
        new Map([...before, [to, [added, ...(before.get(to) ?? [])]]]),
  ),
  fc.tuple(file, workload).map(
    ([to, other]): Edit =>
      (before) =>
        new Map([...before, ...present([[to, before.get(to) && [other]]])]),
  ),
);

function present(files: readonly (readonly [string, readonly Flawed[] | undefined])[]): [string, readonly Flawed[]][] {
  return files.flatMap(([name, documents]) => (documents ? [[name, documents] as [string, readonly Flawed[]]] : []));
}

function without(
  before: Tree,
  gone: string,
  more: readonly (readonly [string, readonly Flawed[] | undefined])[] = [],
): Tree {
  return new Map([...[...before].filter(([name]) => name !== gone), ...present(more)]);
}

function objectOf({ name, flaws: own }: Flawed): Fields {
  const add = own.filter((flaw) => /[A-Z]_/.test(flaw));
  const spec = Object.fromEntries(own.filter((flaw) => flaw.startsWith("host")).map((flaw) => [flaw, true]));
  const context = {
    ...(own.includes("privileged") && { privileged: true, allowPrivilegeEscalation: true }),
    ...(add.length > 0 && { capabilities: { drop: ["ALL"], add } }),
  };
  return pod({ name, spec, context });
}

function sourcesOf(files: Tree): Source[] {
  const names = [...files.keys()].toSorted();
  return names.map((name) => ({
    file: name,
    text: (files.get(name) ?? []).map((each) => stringify(objectOf(each))).join("---\n"),
  }));
}

/** What was found, apart by whether the baseline accepts it. */
async function judge(now: Tree, baseline: Baseline, before: Tree | null = null) {
  const policy = { ...defaultPolicy, baseline: markGone(baseline, (name) => now.has(name)), isWhole: before === null };
  const changed = (of: Tree, other: Tree) =>
    new Map([...of].filter(([name, documents]) => JSON.stringify(documents) !== JSON.stringify(other.get(name))));
  const { findings } = await review(
    sourcesOf(before ? changed(now, before) : now),
    before && sourcesOf(changed(before, now)),
    policy,
  );
  const own = findings.filter(({ rule }) => ownRules.includes(rule.id));
  const [accepted, open] = [true, false].map((isAccepted) =>
    own.filter(({ ignored }) => (ignored !== null) === isAccepted).flatMap(({ occurrences }) => occurrences()),
  ) as [Occurrence[], Occurrence[]];
  return { accepted, open };
}

async function acceptTree(files: Tree): Promise<Baseline> {
  const { open } = await judge(files, new Map());
  const baseline = readBaseline({ file: "b", text: baselineText(entriesFor(acceptAll(open))) });
  if ("line" in baseline) throw new Error(baseline.message);
  return baseline;
}

/** How often each fact is there, by what is asked for. */
function count(occurrences: readonly Occurrence[], by: (each: Occurrence) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of occurrences) counts.set(by(each), (counts.get(by(each)) ?? 0) + 1);
  return counts;
}
const meaning = ({ workload: of, fact }: Occurrence) => `${of} ${JSON.stringify(fact)}`;
const meaningAndFile = (each: Occurrence) => `${each.file} ${meaning(each)}`;

describe("what a baseline accepts after any edits", () => {
  it.each([["of a whole tree"], ["of what a change touches"]])(
    "%s was there before: no more of it, in its own file, or where that went",
    async (what) => {
      const seen = { accepted: 0, moved: 0, open: 0 };
      await fc.assert(
        fc.asyncProperty(tree, fc.array(edit, { minLength: 1, maxLength: 4 }), async (before, edits) => {
          const after = edits.reduce((files, each) => each(files), before);
          const baseline = await acceptTree(before);
          const { open: was } = await judge(before, new Map());
          const { accepted, open } = await judge(after, baseline, what === "of a whole tree" ? null : before);
          const [inAll, inFile] = [count(was, meaning), count(was, meaningAndFile)];
          for (const [key, number] of count(accepted, meaning)) expect(number).toBeLessThanOrEqual(inAll.get(key) ?? 0);
          const stayed = accepted.filter((each) => before.has(each.file));
          const heldBefore = ({ file: name, workload: of }: Occurrence) =>
            was.some((each) => each.file === name && each.workload === of);
          for (const [key, number] of count(stayed.filter(heldBefore), meaningAndFile))
            expect(number).toBeLessThanOrEqual(inFile.get(key) ?? 0);
          // What was taken from a file that is gone is not more than was there.
          const moved = accepted.filter((each) => !inFile.has(meaningAndFile(each)));
          const gone = count(
            was.filter((each) => !after.has(each.file)),
            meaning,
          );
          for (const [key, number] of count(moved, meaning)) expect(number).toBeLessThanOrEqual(gone.get(key) ?? 0);
          seen.accepted += accepted.length;
          seen.moved += moved.length;
          seen.open += open.length;
        }),
        { numRuns: cases(60) },
      );
      expect(Math.min(seen.accepted, seen.moved, seen.open)).toBeGreaterThan(5);
    },
  );

  it("is all of it where files only move", async () => {
    const places = fc.shuffledSubarray(
      fileNames.flatMap((name) => [`moved/${name}`, `other-${name}`]),
      { minLength: 10, maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(tree, places, fc.boolean(), async (before, names, isChange) => {
        const after: Tree = new Map([...before.values()].map((documents, index) => [names[index] ?? "", documents]));
        const { open } = await judge(after, await acceptTree(before), isChange ? before : null);
        expect(open).toEqual([]);
      }),
      { numRuns: cases(40) },
    );
  });

  it("does not hang on where its file is read from, or on the order of its entries", async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (before) => {
        const { open } = await judge(before, new Map());
        const text = baselineText(entriesFor(acceptAll(open)));
        expect(baselineText(entriesFor(acceptAll(open.toReversed())))).toBe(text);
        const lines = text.split("\n");
        const entries = lines.filter((line) => line.startsWith("    "));
        const mixed = text.replace(entries.join("\n"), () =>
          entries
            .map((line) => line.replace(/,$/, ""))
            .toReversed()
            .join(",\n"),
        );
        const baseline = readBaseline({ file: "b", text: mixed });
        expect((await judge(before, baseline as Baseline)).open).toEqual([]);
      }),
      { numRuns: cases(20) },
    );
  });
});
