import { describe, expect, it } from "vitest";
import { defaultPolicy, type Policy } from "../src/policy/index.ts";
import { review } from "../src/review/review.ts";
import { read, remarksIn, withFullReader } from "../src/yaml/index.ts";
import { badPod, folder } from "./cli/folder.ts";

/** Where the comment `# !` of each document leads: `spec.containers.0`, or nothing. */
async function subjects(text: string): Promise<(string | undefined)[]> {
  const { documents, problems } = await withFullReader(() => read({ file: "m.yaml", text }));
  expect(problems).toEqual([]);
  return documents.flatMap((document) => remarksIn(document, "!").map(({ path }) => path?.join(".")));
}

describe("a comment speaks of", () => {
  it.each([
    ["the key on its line", "a:\n  b: 1 # !\n  c: 2\n", "a.b"],
    ["a block's key, with all in it", "a: # !\n  b: 1\n", "a"],
    ["the key below it", "a:\n  # !\n  b: 1\n", "a.b"],
    ["the key below blanks and other comments", "a:\n  # !\n\n  # more\n  b: 1\n", "a.b"],
    ["the list item on its line, whole", "a:\n  - b: 1 # !\n    c: 2\n", "a.0"],
    ["a later key of an item", "a:\n  - b: 1\n    c: 2 # !\n", "a.0.c"],
    ["the list item below it", "a:\n  - b: 1\n  # !\n  - b: 2\n", "a.1"],
    ["an item whose dash stands alone", "a:\n  -\n    b: 1\n  # !\n  -\n    b: 2\n", "a.1"],
    ["a word of a list", "a:\n  - x\n  - y # !\n", "a.1"],
    ["a list that is not indented", "a:\n- b: 1\n# !\n- b: 2\n", "a.1"],
    ["a list in a list", "a:\n  - - b: 1 # !\n", "a.0"],
    ["what stands in brackets", "a: {b: 1} # !\n", "a"],
    ["a key in brackets over several lines", "a: {\n  b: 1, # !\n  c: 2\n}\n", "a.b"],
    ["the document below it", "# !\na: 1\n", ""],
    ["the document, behind its dashes", "--- # !\na: 1\n", ""],
    ["the document below its dashes", "---\n# !\na: 1\n", ""],
    ["the document below a blank line", "# !\n\n---\na: 1\n", ""],
    ["the value that ends on its line", 'a:\n  b: "x\n    y" # !\n  c: 1\n', "a.b"],
    ["a key behind CRLF", "a:\r\n  # !\r\n  b: 1\r\n", "a.b"],
    ["a key behind a byte order mark", "\uFEFF# !\na: 1\n", ""],
    ["a quoted key", '"a": 1\n# !\n"b": 2\n', "b"],
    ["an anchored item", "a:\n  - &x\n    b: 1\n  # !\n  - &y {b: 2}\n", "a.1"],
    ["nothing at the end", "a:\n  b: 1\n  # !\n", undefined],
  ])("%s", async (_, text, path) => {
    expect(await subjects(text)).toEqual([path]);
  });

  it("what is in its own document, or below the dashes that it stands above", async () => {
    expect(await subjects("a: 1\n# !\n---\nb: 1\n")).toEqual([""]);
    expect(await subjects("a:\n  x: 1\n  # !\n---\nb: 1\n")).toEqual([undefined]);
    expect(await subjects("# !\n---\na: 1\n# !\n---\nb: 1\n# !\n")).toEqual(["", "", undefined]);
  });

  it("nothing, where it is no comment", async () => {
    expect(await subjects('a: "# !"\nb: |\n  # !\nc: x#!\n')).toEqual([]);
  });
});

const head = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n";

async function fates(text: string, more: Partial<Policy> = {}): Promise<string[]> {
  const { findings } = await review([{ file: "k8s/p.yaml", text }], null, {
    ...defaultPolicy,
    today: "2026-06-30",
    ...more,
  });
  return findings.map(
    ({ rule, containers, ignored }) => `${rule.id} ${containers.join("+")} ${ignored ? ignored.by : "open"}`,
  );
}

const of = (rule: string, all: readonly string[]) =>
  all.filter((each) => each.startsWith(`${rule} `)).map((each) => each.slice(rule.length + 1));

describe("an ignore comment", () => {
  const two = (onPod: string, onA: string, onB: string) =>
    `${head}${onPod}  containers:\n    - name: a ${onA}\n      image: i\n      securityContext: {privileged: true}\n    - name: b ${onB}\n      image: i\n`;

  it("covers a node and all in it, for its rules alone", async () => {
    const all = await fates(two("", "# secctx: ignore[privileged] the CNI plugin", ""));
    expect(of("privileged", all)).toEqual(["a comment"]);
    expect(all.filter((each) => each.endsWith("comment"))).toEqual(["privileged a comment"]);
    const several = await fates(two("", "# secctx: ignore[privileged, drop-all-capabilities] CNI", ""));
    expect(of("drop-all-capabilities", several)).toEqual(["a comment", "b open"]);
  });

  it("takes its container out of a finding about several, and leaves the others theirs", async () => {
    const all = await fates(two("", "# secctx: ignore[run-as-non-root] it needs root", ""));
    expect(of("run-as-non-root", all).toSorted()).toEqual(["a comment", "b open"]);
    const both = await fates(
      two("", "# secctx: ignore[run-as-non-root] root", "# secctx: ignore[run-as-non-root] root"),
    );
    expect(of("run-as-non-root", both)).toEqual(["a+b comment"]);
  });

  it("on the document covers everything in it, and nothing of the next", async () => {
    const text = `# secctx: ignore[privileged] all of it\n${two("", "", "")}---\n${two("", "", "")}`;
    expect(of("privileged", await fates(text))).toEqual(["a comment", "a open"]);
  });

  it("holds until its day is over", async () => {
    const until = (day: string) => fates(two("", `# secctx: ignore[privileged] CNI; until ${day}`, ""));
    expect(of("privileged", await until("2026-06-30"))).toEqual(["a comment"]);
    const late = await until("2026-06-29");
    expect(of("privileged", late)).toEqual(["a open"]);
    expect(of("unused-ignore", late)).toEqual([" open"]);
  });

  it("is used by what no mode asks for, and not by what a rule that is off would say", async () => {
    const text = two("", "# secctx: ignore[explicit-user] the image's", "");
    const lax = { enforce: "baseline", warn: "baseline", audit: "baseline" } as const;
    expect(of("unused-ignore", await fates(text, lax))).toEqual([]);
    expect(of("unused-ignore", await fates(text, { rules: { "explicit-user": "off" } }))).toEqual([" open"]);
    expect(
      of("unused-ignore", await fates(text, { rules: { "explicit-user": "off", "unused-ignore": "off" } })),
    ).toEqual([]);
  });

  it.each([
    ["# secctx: ignore[privilegd] x", 'there is no rule "privilegd", did you mean privileged?'],
    ["# secctx: ignore[banana] x", 'there is no rule "banana": `secctx explain` lists them.'],
    ["# secctx: ignore[] x", "it names no rule."],
    ["# secctx: ignore[privileged]", "it gives no reason: write one behind the brackets."],
    ["# secctx: ignore[privileged] ; until 2027-01-01", "it gives no reason"],
    ["# secctx: ignore[privileged] x; until soon", '"soon" is not a day: write one such as 2027-06-30.'],
    ["# secctx: ignore[privileged] x; until 2027-02-29", '"2027-02-29" is not a day'],
    ["# secctx: ignore[privileged] x; until", '"" is not a day'],
    [
      "# secctx: ignore[privileged] x, until 2020-01-01",
      '"2020-01-01" looks like its last day, which only "; until 2027-06-30"',
    ],
    ["# secctx: ignore[privileged] x; UNTIL 2999-01-01", '"; UNTIL 2999-01-01" looks like its last day'],
    ["# secctx: ignore[privileged] x; till the plugin is gone", '"; till the plugin is gone" looks like its last day'],
    ["# secctx: ignore privileged", 'it is not of the form "# secctx: ignore[rule] reason; until 2027-06-30".'],
    ["# secctx: disable[privileged] x", "it is not of the form"],
    ["# secctx: ignore[host-ports] x", "no finding of its rules is there."],
    ["# secctx: ignore[privileged] x; until 2020-01-01", "it expired on 2020-01-01."],
  ])("that says it wrong ignores nothing, and is told so on its line: %s", async (comment, why) => {
    const { findings } = await review([{ file: "p.yaml", text: two("", comment, "") }], null, {
      ...defaultPolicy,
      today: "2026-06-30",
    });
    expect(findings.filter(({ ignored }) => ignored)).toEqual([]);
    const [said, ...others] = findings.filter(({ rule }) => rule.id === "unused-ignore");
    expect(others).toEqual([]);
    expect(said).toMatchObject({ mode: "warn", location: { start: { line: 7, column: 15 } } });
    expect(said?.message).toContain(`This ignore comment ignores nothing: ${why}`);
  });

  it("keeps fixes away from what it covers, and off the pod that its container shares", () => {
    const place = folder({ "p.yaml": two("", "# secctx: ignore[privileged, run-as-non-root] CNI", "") });
    const { stdout, stderr } = place.secctx(["fix", "--diff"]);
    expect(stdout).not.toContain("privileged: false");
    expect(stdout).not.toContain("runAsNonRoot: true");
    expect(stderr).toContain("left  privileged, line 9: ignored: CNI");
    expect(stderr).toContain('it would also change what is ignored in "a": set the field in the other containers');
    expect(stdout).toContain("+        allowPrivilegeEscalation: false");
  });

  it("is counted, and appears in JSON with its reason", () => {
    const place = folder({
      "bad.yaml": badPod.replace(
        "privileged: true",
        "privileged: true # secctx: ignore[privileged] CNI; until 2999-01-01",
      ),
    });
    const { stdout } = place.secctx(["--format", "json"]);
    const { findings, summary } = JSON.parse(stdout);
    expect(summary.ignored).toBe(1);
    expect(findings.find(({ rule }: { rule: string }) => rule === "privileged").ignored).toEqual({
      by: "comment",
      reason: "CNI",
      expires: "2999-01-01",
    });
    const text = place.secctx([]).stdout;
    expect(text).not.toContain("  privileged  ");
    expect(text).toMatch(/warnings?, 1 ignored\. Reviewed/);
  });
});

describe("an exemption", () => {
  const where = {
    file: ".secctx.yaml",
    range: { start: 0, end: 1 },
    start: { line: 3, column: 5 },
    end: { line: 3, column: 6 },
  };
  const daemon = (name: string) => `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: ${name}, namespace: kube-system}
spec:
  selector: {}
  template:
    spec:
      hostNetwork: true
      containers:
        - {name: agent, image: quay.io/cilium/cilium:v1, securityContext: {privileged: true}}
        - {name: shell, image: busybox, securityContext: {privileged: true}}
`;
  const exempt = (criteria: object, more: Partial<Policy> = {}, text = daemon("cilium")) =>
    fates(text, {
      exemptions: [
        { reason: "CNI", expires: null, location: where, excerpt: "", path: ["exemptions", 0], ...criteria },
      ],
      ...more,
    });

  it.each([
    [{ rules: ["privileged"] }, ["agent config", "shell config"], ["agent+shell open"]],
    [{ rules: ["host-*"] }, ["agent open", "shell open"], ["agent+shell config"]],
    [{ kinds: ["DaemonSet"], names: ["cil*"] }, ["agent config", "shell config"], ["agent+shell config"]],
    [{ kinds: ["Deployment"] }, ["agent open", "shell open"], ["agent+shell open"]],
    [{ namespaces: ["kube-*"] }, ["agent config", "shell config"], ["agent+shell config"]],
    [{ namespaces: ["default"] }, ["agent open", "shell open"], ["agent+shell open"]],
    [{ containers: ["agent"] }, ["agent config", "shell open"], ["agent config", "shell open"]],
    [{ images: ["quay.io/cilium/*"] }, ["agent config", "shell open"], ["agent config", "shell open"]],
    [{ files: ["k8s/**"] }, ["agent config", "shell config"], ["agent+shell config"]],
    [{ files: ["k8s"] }, ["agent open", "shell open"], ["agent+shell open"]],
    [{ names: ["cilium"], rules: ["sysctls"] }, ["agent open", "shell open"], ["agent+shell open"]],
  ])("fits by all of its criteria: %j", async (criteria, privileged, network) => {
    const all = await exempt(criteria);
    expect(of("privileged", all)).toEqual(privileged);
    expect(of("host-namespaces", all)).toEqual(network);
  });

  it("names files from the root of the repository, wherever it is run", async () => {
    expect(of("privileged", await exempt({ files: ["apps/k8s/p.yaml"] }, { folder: "apps/" }))).toEqual([
      "agent config",
      "shell config",
    ]);
  });

  it("that has expired, or that nothing needs in all that there is, is told so on its line", async () => {
    const late = await exempt({ names: ["*"], expires: "2026-06-29" });
    expect(of("privileged", late)).toEqual(["agent open", "shell open"]);
    expect(of("unused-ignore", late)).toEqual([" open"]);
    expect(of("unused-ignore", await exempt({ names: ["nobody"] }))).toEqual([]);
    expect(of("unused-ignore", await exempt({ names: ["nobody"] }, { isWhole: true }))).toEqual([" open"]);
    expect(of("unused-ignore", await exempt({ names: ["cilium"] }, { isWhole: true }))).toEqual([]);

    const place = folder({ "bad.yaml": badPod, ".secctx.yaml": "exemptions:\n  - names: [nobody]\n    reason: x\n" });
    expect(place.secctx([]).stdout).toMatch(
      /^\.secctx\.yaml:2:5 {2}warn {2}unused-ignore .*\n.*- names: \[nobody\]\n.*\n {2}This exemption ignores nothing: it fits no finding\./m,
    );
    expect(place.secctx(["bad.yaml"]).stdout).not.toContain("unused-ignore");
  });
});

describe("a reason that ends in something like a day", () => {
  it.each([
    "CNI, until 2020-01-01",
    "CNI until 2999-01-01",
    "CNI (until 2999-01-01)",
    "CNI. Until: 2999-1-1.",
    "CNI;until2999-01-01",
    "CNI; untill 2999-01-01",
    "CNI; UNTIL 2999-01-01",
    "CNI; till further notice",
    "CNI; Until the migration is over",
    "CNI; expires 2999-01-01",
    "CNI \u2013 until 2999\u201101\u201101",
    "CNI until \uff12\uff10\uff12\uff17-01-01",
    "CNI until 2027/01/31",
    "CNI until 31.01.2027",
    "CNI until 1/31/2027",
    "CNI until 20270131",
    "CNI until Jan 31, 2027",
    "CNI until January 31st",
    "CNI until 31 January 2027",
    "CNI until the 1st of June",
    "CNI until June 2027",
    "CNI until 2027",
    "CNI until Q3 2027",
    "CNI until the end of 2027",
    "CNI till next week",
    "CNI by Friday",
    "CNI through the end of the month",
    "CNI, valid 2027-01",
    "CNI 2027-01-01",
  ])("ignores nothing: %s", async (reason) => {
    const all = await fates(
      `${head}  hostPID: true # secctx: ignore[host-namespaces] ${reason}\n  containers: [{name: a, image: i}]\n`,
    );
    expect(of("host-namespaces", all)).toEqual(["a open"]);
    expect(of("unused-ignore", all)).toEqual([" open"]);
  });

  it.each([
    "CNI",
    "needed until the migration to eBPF is done",
    "needed until issue 123 is closed",
    "since 2024-05-01 it watches the node's network",
    "see CVE-2024-12345",
    "cilium 1.15.10",
    "see https://example.com/runbooks/2024-05/cni",
    "RFC 1123, section 2.1",
    "may",
    "port 2027",
    "by design",
    "it decodes with decoder 64, and marker 5",
    "approved by the team of May",
    "the agent runs as the user 20300",
  ])("but these are only reasons: %s", async (reason) => {
    const all = await fates(
      `${head}  hostPID: true # secctx: ignore[host-namespaces] ${reason}\n  containers: [{name: a, image: i}]\n`,
    );
    expect(of("host-namespaces", all)).toEqual(["a comment"]);
  });

  it("is found in a long text in no time", async () => {
    const long = ["until ", "2027-", "1 ", "; until", "jan ", "by next "].map((part) => part.repeat(100_000));
    const start = performance.now();
    for (const reason of long)
      await fates(`${head}  hostPID: true # secctx: ignore[host-namespaces] ${reason}x\n  containers: []\n`);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
