import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../src/policy/index.ts";
import { type Share, selectShare } from "../../src/source/shard.ts";
import { isReported, type Source } from "../../src/yaml/index.ts";
import { badPod, type Folder, folder, goodPod, type Run } from "./folder.ts";

/** A pod of a namespace; soft ones break the restricted level. */
function buildPod(name: string, namespace: string, text = goodPod): string {
  return text.replace(/ {2}name: (good|bad)\n/, `  name: ${name}\n  namespace: ${namespace}\n`);
}

const soft = goodPod.replace("allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true");
const namespace = (name: string, label: string, level: string) =>
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  labels:\n    ${label}: ${level}\n`;
const enforced = "pod-security.kubernetes.io/enforce";

/** Some hundred manifests in which everything that looks beyond its own file is spread over many. */
function createRepository(): Folder {
  const texts = [goodPod, soft, badPod, `${badPod}---\n${soft}`];
  const files: Record<string, string | Uint8Array> = {};
  for (let index = 0; index < 240; index++) {
    const team = `team-${index % 6}`;
    const text = buildPod(`app-${index}`, team, texts[index % texts.length]);
    files[`apps/${team}/app-${index}.yaml`] = `# ${"x".repeat((index * 37) % 400)}\n${text}`;
  }
  // The strictest of two of one name holds, wherever its pods are; a label may be written with escapes.
  files["apps/team-3/zz-namespaces.yaml"] =
    `${namespace("team-0", enforced, "baseline")}---\n${namespace("team-1", enforced, "restricted")}`;
  files["zz/namespace.yaml"] = namespace("team-0", enforced, "restricted");
  files["aa/namespace.yaml"] = namespace("team-2", '"pod-security.kubernetes\\u002eio/enforce"', "restricted");
  // One workload in two places, which one entry of the baseline is for.
  files["aa/twice.yaml"] = buildPod("twice", "team-5", soft);
  files["zz/twice.yaml"] = buildPod("twice", "team-5", soft);
  files["aa/goes.yaml"] = buildPod("goes", "team-5", badPod);
  files["zz/goes.yaml"] = buildPod("goes-too", "team-5", badPod);
  const place = folder(files);
  place.git("init");
  place.write(".secctx.yaml", configuration);
  expect(place.secctx(["baseline"])).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(/^zz\/namespace\.yaml:6: This Namespace enforces restricted, and another one .*\n$/),
  });
  place.write("aa/twice.yaml", buildPod("twice", "team-5"));
  place.write("aa/goes.yaml", buildPod("goes", "team-5"));
  place.write("zz/goes.yaml", buildPod("goes-too", "team-5", soft));
  // What comes after the baseline.
  for (let index = 0; index < 240; index += 5)
    place.write(`apps/team-${index % 6}/app-${index}-new.yaml`, buildPod(`new-${index}`, `team-${index % 6}`, badPod));
  for (const chart of ["aa", "mm", "zz"])
    for (let index = 0; index < 9; index++)
      place.write(`${chart}/templates/${index}.yaml`, `${"# padding\n".repeat(200)}kind: Pod\nname: {{ .x }}\n`);
  place.write("apps/team-1/broken.yaml", "apiVersion: v1\nkind: Pod\nspec: [\n");
  place.write("zz/broken.yaml", `${badPod}---\napiVersion: v1\nkind: Pod\nspec: 3\n`);
  place.write("apps/team-4/binary.yaml", Uint8Array.from([0, 1, 2]));
  place.write("aa/empty.yaml", "");
  place.write("mm/h\u00f6st\u202eile.yaml", badPod.replace("name: app", 'name: "a\\u2028b"'));
  place.write("mm/ignored.yaml", badPod.replace("true", "true # secctx: ignore[privileged] a plugin"));
  return place;
}

const configuration = `exemptions:
  - names: [app-7]
    reason: needed
  - names: [nobody]
    reason: needed by none
  - names: [app-2]
    reason: it was for a while
    expires: 2020-01-01
rules:
  explicit-user: enforce
`;

/** The reports of all shards, by number. */
function runShards({ secctx }: Folder, count: number, args: readonly string[] = []): string[] {
  return Array.from({ length: count }, (_, index) => {
    const file = `shard-${index + 1}.out`;
    const { stderr } = secctx(["--shard", `${index + 1}/${count}`, "--format", "json", "--output", file, ...args]);
    expect(stderr).toBe("");
    return file;
  });
}

describe("the merged report of shards", () => {
  it("is that of one run, byte for byte, and so are the verdict and the exit status", () => {
    const place = createRepository();
    const one = place.secctx(["--format", "json"]);
    const { verdict, summary, problems, findings } = JSON.parse(one.stdout);
    expect(verdict).toBe("error");
    expect(summary.files).toBeGreaterThan(300);
    // All that no shard can know alone is there.
    const said = problems.map(({ message }: { message: string }) => message).join("\n");
    expect(said.match(/A Helm chart, not evaluated \(9 templates\)/g)).toHaveLength(3);
    expect(said).toMatch(/\d+ accepted findings are gone, the first here/);
    const messages: string = findings.map(({ message }: { message: string }) => message).join("\n");
    for (const name of ["team-0", "team-1", "team-2"])
      expect(messages).toContain(`the namespace "${name}" enforces restricted`);
    expect(said.match(/This Namespace enforces restricted, and another one/g)).toHaveLength(1);
    const unused = findings.filter(({ file }: { file: string }) => file === ".secctx.yaml");
    expect(unused.map(({ message }: { message: string }) => message).join("\n")).toMatch(
      /fits no finding[\s\S]*expired on/,
    );

    const shards = runShards(place, 8);
    const counts = shards.map((file) => JSON.parse(place.read(file)).summary.files);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(counts.reduce((sum, count) => sum + count)).toBe(summary.files);
    for (const file of shards)
      expect(place.read(file)).not.toMatch(/A Helm.*A Helm.*A Helm|accepted findings are gone/);
    expect(place.secctx(["merge", ...shards.toReversed()])).toEqual({
      ...one,
      stderr: place.secctx(["--quiet"]).stdout,
    });
    const { status, stdout, stderr } = place.secctx(["merge", "--output", "joined.out", ...shards]);
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: place.secctx(["--quiet"]).stdout, stderr: "" });
    expect(place.read("joined.out")).toBe(one.stdout);
  });

  it.each<[string, Record<string, string>, number, number]>([
    ["nothing", {}, 3, 0],
    ["one file and more shards than files", { "bad.yaml": badPod }, 4, 1],
    ["one shard", { "bad.yaml": badPod, "good.yaml": goodPod }, 1, 1],
    [
      "an exemption that nothing needs and that fails the gate",
      {
        "a.yaml": goodPod,
        "b.yaml": goodPod,
        ".secctx.yaml": "rules: {unused-ignore: enforce}\nexemptions:\n  - {names: [x], reason: r}\n",
      },
      2,
      1,
    ],
  ])("is that of one run: %s", (_, files, count, status) => {
    const place = folder(files);
    const shards = runShards(place, count);
    expect(place.secctx(["merge", ...shards])).toMatchObject({
      status,
      stdout: place.secctx(["--format", "json"]).stdout,
    });
  });

  it("of a part of the repository leaves open what only the whole can decide", () => {
    const place = folder({ "k8s/a.yaml": badPod, "k8s/b.yaml": badPod, ".secctx.yaml": configuration });
    const shards = runShards(place, 2, ["k8s"]);
    const one = place.secctx(["--format", "json", "k8s"]);
    expect(one.stdout).toContain("expired on");
    expect(one.stdout).not.toContain("fits no finding");
    expect(place.secctx(["merge", ...shards]).stdout).toBe(one.stdout);
  });

  it("can come through pipes, which are read once", () => {
    const place = folder({ "a.yaml": badPod, "b.yaml": badPod });
    const [first, second] = runShards(place, 2);
    const { stdout, status } = place.shell(`secctx merge <(cat ${first}) <(cat ${second})`);
    expect({ stdout, status }).toEqual({ stdout: place.secctx(["--format", "json"]).stdout, status: 1 });
  });
});

/** How many findings have each mode after a change to all of them. */
function countModes(findings: readonly object[], change: object): Record<string, number> {
  const { mode } = { mode: "", ...change };
  return { [mode]: findings.length };
}

describe("what can't be merged", () => {
  it("ends with 2 and one sentence, and prints no report", () => {
    const place = folder({ "a.yaml": badPod, "b.yaml": badPod, "c.yaml": badPod });
    const [first = "", second = "", third = ""] = runShards(place, 3);
    const report = JSON.parse(place.read(first));
    const other = (name: string, change: object) => place.write(name, JSON.stringify({ ...report, ...change }));
    place.secctx(["--shard", "2/4", "--format", "json", "--output", "of-4.out"]);
    place.secctx(["--shard", "2/3", "--format", "json", "--output", "soft.out", "--enforce", "baseline"]);
    place.secctx(["--format", "json", "--output", "whole.out"]);
    other("newer.out", { tool: { name: "secctx", version: "99.0.0" } });
    other("v2.out", { schema: "secctx/v2" });
    other("odd.out", { shard: { ...report.shard, index: 9 } });
    other("short.out", { summary: { files: 1 } });
    // What is reported and what is counted must agree, whatever was changed.
    const { findings, summary, workloads } = report;
    other("mild.out", { verdict: "pass", summary: { ...summary, enforce: 0 } });
    other("emptied.out", { findings: [] });
    other("milder.out", { findings: findings.map((finding: object) => ({ ...finding, mode: "audit" })) });
    other("ignored.out", { findings: findings.map((finding: object) => ({ ...finding, ignored: {} })) });
    other("passed.out", { verdict: "pass" });
    other("evaluated.out", { problems: [{ severity: "error", file: "x", line: 1, message: "m" }] });
    other("smaller.out", { workloads: [], summary: { ...summary, containers: 0 } });
    other("lighter.out", { workloads: workloads.map((workload: object) => ({ ...workload, containers: [] })) });
    other("fileless.out", { summary: { ...summary, files: 0 } });
    // Nor do findings whose modes are not those of their levels, though they add up.
    const softened = (change: object) => ({
      verdict: "pass",
      findings: findings.map((finding: object) => ({ ...finding, ...change })),
      summary: { ...summary, enforce: 0, warn: 0, audit: 0, ...countModes(findings, change) },
    });
    other("soft-mode.out", softened({ mode: "audit" }));
    other("soft-level.out", softened({ mode: "warn", level: "hardened" }));
    other("soft-rule.out", softened({ mode: "audit", rule: "nothing" }));
    other("soft-off.out", {
      ...softened({ mode: "audit" }),
      policy: { ...report.policy, rules: { privileged: "off" } },
    });
    other("again.out", { shard: { ...report.shard, index: 2 } });
    other("modeless.out", { findings: findings.map((finding: object) => ({ ...finding, mode: "pass" })) });
    place.write("cut.out", place.read(first).slice(0, -40));
    place.write("list.out", "[]");
    place.write("c.yaml", goodPod);
    place.secctx(["--shard", "2/3", "--format", "json", "--output", "later.out"]);

    const noReport = "it is not a report of secctx check --format json (schema secctx/v1).";
    const refused: readonly (readonly [sentence: string, args: readonly string[]])[] = [
      ["merge: give the JSON reports of all shards, or of repositories.", []],
      [`Shard 2/3 is missing, and what was not reviewed can't pass.`, [first, third]],
      [`Shards 1/3, 3/3 are missing, and what was not reviewed can't pass.`, [second]],
      [`${second} and ${second} are both shard 2/3: give each shard once.`, [first, second, second]],
      [`whole.out: it is the report of a whole run, not of a shard (check --shard I/N).`, ["whole.out"]],
      [
        `${first} and of-4.out are from scans with different numbers of shards: give the shards of one run.`,
        [first, "of-4.out"],
      ],
      [`${first} and soft.out were reviewed with different policies: give the shards of one run.`, [first, "soft.out"]],
      [
        `${first} and later.out are from different scans: their files or configurations differ: give the shards of one run.`,
        [first, "later.out", third],
      ],
      ["newer.out: it was written by secctx 99.0.0, and this is ", ["newer.out", second, third]],
      [`v2.out: ${noReport}`, ["v2.out", second, third]],
      [`odd.out: ${noReport}`, ["odd.out", second, third]],
      [`short.out: ${noReport}`, ["short.out", second, third]],
      [`list.out: ${noReport}`, [first, "list.out"]],
      [`modeless.out: ${noReport}`, ["modeless.out", second, third]],
      ["mild.out: its summary does not add up (enforce: 0, counted ", ["mild.out", second, third]],
      ["emptied.out: its summary does not add up (enforce: ", ["emptied.out", second, third]],
      ["milder.out: its summary does not add up (enforce: ", ["milder.out", second, third]],
      ["ignored.out: its summary does not add up (enforce: ", ["ignored.out", second, third]],
      ["passed.out: its verdict is pass, and it holds what makes it fail", ["passed.out", second, third]],
      ["evaluated.out: its summary does not add up (problems: 0, counted 1)", ["evaluated.out", second, third]],
      ["smaller.out: its summary does not add up (workloads: 1, counted 0)", ["smaller.out", second, third]],
      ["lighter.out: its summary does not add up (containers: 1, counted 0)", ["lighter.out", second, third]],
      ["fileless.out: its summary does not add up (files: 0, counted 1)", ["fileless.out", second, third]],
      ["soft-mode.out: its policy does not give the mode audit to a finding of ", ["soft-mode.out", second, third]],
      ["soft-level.out: its policy does not give the mode warn to a finding of ", ["soft-level.out", second, third]],
      [
        "soft-rule.out: its policy does not give the mode audit to a finding of nothing at ",
        ["soft-rule.out", second, third],
      ],
      ["soft-off.out: its policy does not give the mode audit to a finding of ", ["soft-off.out", second, third]],
      [`${first} and again.out both report on a.yaml: give each shard once.`, [first, "again.out", third]],
      ["cut.out: it is not JSON: was it cut off?", ["cut.out", second, third]],
      ["a.yaml: it is not JSON", ["a.yaml"]],
      ["absent.out: it could not be read: there is no such file or folder.", [first, "absent.out"]],
      [
        `--output "${first}": it is one of the reports to merge: choose another name.`,
        ["--output", first, first, second, third],
      ],
      [
        '--output "no/x.out": the report could not be written: there is no such',
        ["--output", "no/x.out", first, second, third],
      ],
      ['--format "sarif": use one of json, markdown, html.', ["--format", "sarif", first]],
    ];
    for (const [sentence, args] of refused) {
      const run: Run = place.secctx(["merge", ...args]);
      expect({ args, ...run }).toEqual({ args, status: 2, stdout: "", stderr: expect.stringContaining(sentence) });
      expect(run.stderr).toMatch(/^secctx: .*\.\n$|cut off\?\n$/);
    }
    expect(JSON.parse(place.read(first))).toEqual(report);
  });
});

describe("a share", () => {
  it("is named by the reports for people", () => {
    const { secctx } = folder({ "a.yaml": badPod });
    expect(secctx(["--shard", "2/2", "--quiet"]).stdout).toMatch(/ Reviewed 1 workload in 1 file \(shard 2\/2\)\.\n$/);
    expect(secctx(["--shard", "1/2"])).toMatchObject({
      status: 0,
      stdout: "The gate passes at level restricted. No manifest was found (shard 1/2).\n",
    });
    expect(secctx(["--shard", "2/2", "--format", "markdown"]).stdout).toContain(", gate `all`, shard 2/2.\n");
  });

  const found = fc.dictionary(
    fc.string({ minLength: 1, maxLength: 6 }),
    fc.string({ maxLength: 200, unit: fc.constantFrom("a", "\u00e4", "\u{1f600}") }),
    { maxKeys: 30, noNullPrototype: true },
  );

  it("is a sequence of files by name; all shares are as equal in bytes as whole files allow, and every file is in one", async () => {
    await fc.assert(
      fc.asyncProperty(found, fc.integer({ min: 1, max: 9 }), async (texts, count) => {
        const sources = Object.entries(texts).map(([file, text]): Source => ({ file, text }));
        const shares: string[][] = [];
        for (let index = 1; index <= count; index++) {
          const share: Share = { index, count };
          const { sources: marked } = await selectShare({ sources, problems: [] }, share, defaultPolicy);
          expect(marked.map(({ file }) => file)).toEqual(sources.map(({ file }) => file));
          shares.push(
            marked
              .filter(isReported)
              .map(({ file }) => file)
              .sort(),
          );
        }
        expect(shares.flat()).toEqual(Object.keys(texts).sort());
        const size = (file: string) => Buffer.byteLength(texts[file] ?? "") + 1;
        const all = shares.flat().reduce((sum, file) => sum + size(file), 0);
        const largest = Math.max(0, ...shares.flat().map(size));
        for (const share of shares)
          expect(share.reduce((sum, file) => sum + size(file), 0)).toBeLessThanOrEqual(all / count + largest);
      }),
    );
  });

  it("has the problems of its own files, and the same scan name whatever the share and the day", async () => {
    const sources = [{ file: "b", text: "1" }];
    const problems = ["a", "c"].map((file) => ({ severity: "error", file, line: 1, message: "m" }) as const);
    const of = (index: number, policy = defaultPolicy, texts = sources) =>
      selectShare({ sources: texts, problems }, { index, count: 2 }, policy);
    const [first, second] = [await of(1), await of(2)];
    expect([...first.problems, ...second.problems]).toEqual(problems);
    expect(second.shard.scan).toBe(first.shard.scan);
    expect((await of(1, { ...defaultPolicy, today: "2026-01-01" })).shard.scan).toBe(first.shard.scan);
    expect((await of(1, { ...defaultPolicy, rules: { privileged: "off" } })).shard.scan).not.toBe(first.shard.scan);
    expect((await of(1, defaultPolicy, [{ file: "b", text: "2" }])).shard.scan).not.toBe(first.shard.scan);
  });
});
