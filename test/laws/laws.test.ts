import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../src/policy/index.ts";
import { formatUnifiedDiff } from "../../src/report/diff.ts";
import { type FixedFile, fix } from "../../src/review/fix.ts";
import { corpus, manifestsIn, noCorpus } from "../corpus.ts";
import { cases } from "../random.ts";
import { brokenLaws, type Fixing, fixing, laws } from "./laws.ts";
import { randomManifest, wishes } from "./random-pods.ts";

const numRuns = cases(60);

describe(`${numRuns} random pods in random dress`, () => {
  it("keep every law", async () => {
    await fc.assert(
      fc.asyncProperty(randomManifest(), wishes, async (text, { policy, isWanted }) => {
        expect(await brokenLaws({ file: "m.yaml", text, named: true }, policy, isWanted)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it("what fix --diff prints is what fix writes, once git has applied it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "secctx-laws-"));
    try {
      const fixed: FixedFile[] = [];
      for (const [index, text] of fc.sample(randomManifest(), { numRuns }).entries())
        fixed.push(await fix({ file: `m${index}.yaml`, text, named: true }, defaultPolicy));
      mkdirSync(join(folder, "pods"));
      for (const { file, before } of fixed) writeFileSync(join(folder, "pods", file), before);
      const patch = fixed.map(({ file, before, text }) => formatUnifiedDiff(`pods/${file}`, before, text)).join("");
      execFileSync("git", ["init", "-q"], { cwd: folder });
      execFileSync("git", ["apply", "-"], { cwd: folder, input: patch });
      for (const { file, text } of fixed) expect(readFileSync(join(folder, "pods", file), "utf8")).toBe(text);
      expect(fixed.filter(({ before, text }) => before !== text).length).toBeGreaterThan(numRuns / 2);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("real manifests", () => {
  it("keep every law", async ({ skip }) => {
    skip(noCorpus !== undefined, noCorpus);
    const broken: string[] = [];
    for (const [file, text] of Object.entries(manifestsIn(corpus)))
      for (const law of await brokenLaws({ file, text }, defaultPolicy)) broken.push(`${file}: ${law}`);
    expect(broken).toEqual([]);
  });
});

describe("each law notices what breaks it", () => {
  const text = `apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  containers:
    - name: app # the app
      # what it runs
      image: busybox
      securityContext:
        privileged: true
        readOnlyRootFilesystem: true
`;
  const source = { file: "m.yaml", text, named: true };
  /** What fixing would be if it had written another text. */
  const instead = async (after: string, honest?: Fixing): Promise<Fixing> => {
    const run = honest ?? (await fixing(source, defaultPolicy));
    const other = await fixing({ ...source, text: after }, defaultPolicy);
    return {
      ...run,
      fixed: { ...run.fixed, text: after },
      after: (await fixing({ ...source, text: after }, defaultPolicy)).before,
      again: other.fixed,
      changed: other.documents,
    };
  };
  const fixedText = async () => (await fix(source, defaultPolicy)).text;

  it("and none is broken by the fixes themselves", async () => {
    const run = await fixing(source, defaultPolicy);
    for (const law of Object.values(laws)) expect(law(run)).toEqual([]);
  });

  it.each<[keyof typeof laws, (fixed: string) => string]>([
    ["fixing twice is fixing once", () => text],
    ["no finding that had a fix remains", (fixed) => fixed.replace("privileged: false", "privileged: true")],
    ["no problem is new", (fixed) => `${fixed}---\nkind: [\napiVersion: v1\n`],
    ["comments are kept", (fixed) => fixed.replace(" # the app", "")],
    ["comments stay with their keys", (fixed) => fixed.replace("runs\n", "runs\n      tty: true\n")],
    [
      "what Kubernetes accepts before it accepts after",
      (fixed) => fixed.replace("privileged: false", "privileged: true\n        allowPrivilegeEscalation: false"),
    ],
    ["what Kubernetes accepts before it accepts after", (fixed) => fixed.replace("spec:\n", "spec:\n  fsGroup: 1\n")],
    ["every untouched byte is kept", (fixed) => fixed.replace("image: busybox", "image:  busybox")],
    ["every untouched byte is kept", (fixed) => fixed.replaceAll("\n", "\r\n")],
    ["every untouched byte is kept", (fixed) => `\uFEFF${fixed}`],
    ["every untouched byte is kept", (fixed) => fixed.trimEnd()],
    ["the document differs only at the patched paths", (fixed) => fixed.replace("busybox", "busybox:1")],
    ["admission never gets worse", (fixed) => fixed.replace("spec:\n", "spec:\n  hostPID: true\n")],
    [
      "the effective context never gets weaker",
      (fixed) => fixed.replace("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false"),
    ],
    ["the effective context never gets weaker", (fixed) => fixed.replace("spec:\n", "spec:\n  hostPID: true\n")],
  ])("%s", async (name, broken) => {
    expect(laws[name]?.(await instead(broken(await fixedText())))).not.toEqual([]);
  });

  it("what the author wrote is moved, or named where it goes", async () => {
    const run = await fixing(source, defaultPolicy);
    const [first] = run.before.findings;
    const fix = {
      title: "Set it",
      safety: "review",
      risk: null,
      patches: [{ op: "remove", path: ["metadata", "name"] }],
    } as const;
    const applied = first ? [{ ...first, fix }] : [];
    const gone = { ...(await instead("kind: Pod\napiVersion: v1\nspec: {}\n", run)), fixed: { ...run.fixed, applied } };
    expect(laws["what the author wrote is moved, or named where it goes"]?.(gone)).toHaveLength(1);
  });

  it("comments stay with their keys, where a key is moved", async () => {
    const misplaced = {
      ...source,
      text: text
        .replace("privileged: true", "runAsGroup: 1")
        .replace("spec:\n", "spec:\n  securityContext:\n    # never\n    privileged: false\n    runAsUser: 1\n"),
    };
    const run = await fixing(misplaced, defaultPolicy);
    const law = laws["comments stay with their keys"];
    expect(run.fixed.applied.map(({ fix: offered }) => offered?.title)).toContain('Move privileged to container "app"');
    expect(law?.(run)).toEqual([]);
    const left = run.fixed.text.replace(/ +# never\n/, "").replace("    runAsUser", "    # never\n    runAsUser");
    expect(law?.({ ...run, fixed: { ...run.fixed, text: left } })).toEqual([
      "# never did not go along with privileged",
    ]);
  });

  it("no finding is new", async () => {
    const run = await fixing(source, defaultPolicy);
    const [first] = run.before.findings;
    expect(
      laws["no finding is new"]?.({
        ...run,
        after: { ...run.after, findings: first ? [{ ...first, new: true }] : [] },
      }),
    ).toHaveLength(1);
  });
});
