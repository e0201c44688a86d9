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
    ["# secctx: ignore[privileged]", "it gives no reason: write one after the brackets."],
    ["# secctx: ignore[privileged] ; until 2027-01-01", "it gives no reason"],
    ["# secctx: ignore[privileged] x; until soon", '"soon" is not a day: write one such as 2027-06-30.'],
    ["# secctx: ignore[privileged] x; until 2027-02-29", '"2027-02-29" is not a day'],
    ["# secctx: ignore[privileged] x; until", '"" is not a day'],
    [
      "# secctx: ignore[privileged] x, until 2020-01-01",
      '"2020-01-01" looks like a last day: write it at the end, as "; until 2027-06-30"',
    ],
    ["# secctx: ignore[privileged] x; UNTIL 2999-01-01", '"; UNTIL 2999-01-01" looks like a last day'],
    ["# secctx: ignore[privileged] x; till the plugin is gone", '"; till the plugin is gone" looks like a last day'],
    ["# secctx: ignore privileged", 'its form is not "# secctx: ignore[rule] reason; until 2027-06-30".'],
    ["# secctx: disable[privileged] x", "its form is not"],
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

describe("the annotation secctx.dev/ignore", () => {
  const annotated = (own: string, template: string, more = "") => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: d${own}
spec:
  replicas: 1
  selector: {matchLabels: {a: b}}
  template:
    metadata:
      labels: {a: b}${template}
    spec:
      hostPID: true
      containers:
        - {name: a, image: i, securityContext: {privileged: true}}
        - {name: b, image: i}
${more}`;
  const annotation = (indent: number, ...lines: readonly string[]) => {
    const space = " ".repeat(indent);
    return `\n${space}annotations:\n${space}  secctx.dev/ignore: |\n${lines.map((line) => `${space}    ${line}\n`).join("")}`.trimEnd();
  };
  const cni = "ignore[privileged, host-namespaces] it is the CNI plugin; until 2999-06-30";
  const ignored = (all: readonly string[]) => all.filter((each) => each.endsWith(" annotation"));

  it.each([
    ["on the object", annotated(annotation(2, cni), "")],
    ["on its pod template", annotated("", annotation(6, cni))],
    ["on one line, in quotes", annotated("", `\n      annotations: {secctx.dev/ignore: "${cni}"}`)],
    [
      "with a line for each rule",
      annotated(annotation(2, "ignore[privileged] CNI", "", "ignore[host-namespaces] CNI"), ""),
    ],
    [
      "in JSON",
      JSON.stringify({
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name: "p", annotations: { "secctx.dev/ignore": `${cni}\nignore[host-ports] none` } },
        spec: {
          hostPID: true,
          containers: [
            { name: "a", image: "i", securityContext: { privileged: true } },
            { name: "b", image: "i" },
          ],
        },
      }),
    ],
  ])("%s covers it as a comment there would", async (_, text) => {
    const all = await fates(text);
    expect(ignored(all)).toEqual(
      ["privileged a annotation", "host-namespaces a+b annotation"].toSorted((x, y) => all.indexOf(x) - all.indexOf(y)),
    );
    expect(of("run-as-non-root", all)).toEqual(["a+b open"]);
  });

  it("covers its own item of a List, and its own template of an object", async () => {
    const [one, other] = [cni, ""].map((said) =>
      JSON.parse(
        JSON.stringify({
          apiVersion: "v1",
          kind: "Pod",
          metadata: { name: said ? "one" : "two", ...(said && { annotations: { "secctx.dev/ignore": said } }) },
          spec: { containers: [{ name: "a", image: "i", securityContext: { privileged: true } }] },
        }),
      ),
    );
    const all = await fates(JSON.stringify({ apiVersion: "v1", kind: "List", items: [one, other] }));
    expect(of("privileged", all)).toEqual(["a annotation", "a open"]);
    // What is above the template is the object's own.
    const above = await fates(
      annotated("", annotation(6, "ignore[api-rejected] trials")).replace("replicas: 1", "replicas: many"),
    );
    expect(of("api-rejected", above)).toEqual([" open"]);
    const whole = await fates(
      annotated(annotation(2, "ignore[api-rejected] trials"), "").replace("replicas: 1", "replicas: many"),
    );
    expect(of("api-rejected", whole)).toEqual([" annotation"]);
  });

  it.each([
    ["ignore[privileged]", "it gives no reason: write one after the brackets."],
    ["ignore[privilegd] CNI", 'there is no rule "privilegd", did you mean privileged?'],
    ["ignore[host-ports] CNI", "no finding of its rules is there."],
    ["ignore[privileged] CNI; until 2020-01-01", "it expired on 2020-01-01."],
    ["ignore[privileged] CNI, until 2999-01-01", '"2999-01-01" looks like a last day'],
    ["# secctx: ignore[privileged] CNI", 'its form is not "ignore[rule] reason; until 2027-06-30".'],
    ["true", 'its form is not "ignore[rule] reason; until 2027-06-30".'],
  ])("that says it wrong ignores nothing, and is told so on its line: %s", async (line, why) => {
    const text = annotated(annotation(2, "ignore[host-namespaces] it watches the node", line), "");
    const { findings } = await review([{ file: "p.yaml", text }], null, { ...defaultPolicy, today: "2026-06-30" });
    expect(findings.filter(({ ignored: by }) => by).map(({ rule }) => rule.id)).toEqual(["host-namespaces"]);
    const [said, ...others] = findings.filter(({ rule }) => rule.id === "unused-ignore");
    expect(others).toEqual([]);
    expect(said).toMatchObject({
      mode: "warn",
      location: { start: { line: 8, column: 7 }, end: { line: 8, column: 7 + line.length } },
      path: ["metadata", "annotations", "secctx.dev/ignore"],
    });
    expect(said?.message).toContain(`This ignore annotation ignores nothing: ${why}`);
  });

  it("that is empty or not a text is told so, too", async () => {
    for (const value of ['""', "[a]", "5"])
      expect(
        of("unused-ignore", await fates(annotated("", `\n      annotations: {secctx.dev/ignore: ${value}}`))),
      ).toEqual([" open"]);
  });

  it("is listed among the ignores that a change adds, and is what JSON says", async () => {
    const [before, after] = [annotated("", ""), annotated(annotation(2, cni), "")];
    const changed = (text: string) =>
      review([{ file: "k8s/p.yaml", text }], [{ file: "k8s/p.yaml", text: before }], {
        ...defaultPolicy,
        today: "2026-06-30",
      });
    expect((await changed(after)).addedIgnores).toMatchObject([
      { rules: ["privileged", "host-namespaces"], reason: "it is the CNI plugin", location: { start: { line: 7 } } },
    ]);
    expect((await changed(before)).addedIgnores).toEqual([]);
    const place = folder({ "p.yaml": after });
    const { findings } = JSON.parse(place.secctx(["--format", "json"]).stdout);
    expect(findings.find(({ rule }: { rule: string }) => rule === "privileged").ignored).toEqual({
      by: "annotation",
      reason: "it is the CNI plugin",
      expires: "2999-06-30",
    });
    expect(place.secctx(["fix", "--diff"]).stdout).not.toContain("privileged: false");
  });
});

describe("an exemption by values", () => {
  const all = `${head}  hostPID: true
  hostNetwork: true
  securityContext:
    runAsUser: 0
    sysctls: [{name: kernel.msgmax, value: "1"}, {name: net.core.somaxconn, value: "1"}]
    seLinuxOptions: {type: spc_t, role: system_r}
    seccompProfile: {type: Unconfined}
  volumes:
    - {name: logs, hostPath: {path: /var/log}}
    - {name: root, hostPath: {path: /}}
    - {name: nfs, nfs: {server: s, path: /a}}
    - {name: fc, fc: {wwids: [a]}}
  containers:
    - name: a
      image: i
      ports: [{containerPort: 80, hostPort: 80}, {containerPort: 81, hostPort: 8080}]
      volumeMounts: [{name: logs, mountPath: /l}, {name: root, mountPath: /r, readOnly: true}]
      securityContext:
        procMount: Unmasked
        capabilities: {add: [NET_ADMIN, SYS_MODULE]}
    - name: b
      image: i
      volumeMounts: [{name: logs, mountPath: /l, readOnly: true}]
`;
  const where = { file: "c", range: { start: 0, end: 1 }, start: { line: 3, column: 5 }, end: { line: 3, column: 6 } };
  const judged = async (criteria: object) =>
    (
      await review([{ file: "p.yaml", text: all }], null, {
        ...defaultPolicy,
        exemptions: [{ reason: "CNI", expires: null, location: where, excerpt: "", path: [], ...criteria }],
      })
    ).findings;

  it.each([
    ["added-capabilities", ["NET_ADMIN"], 1, "SYS_MODULE"],
    ["host-path-volumes", ["/var/log"], 1, "/ of the node"],
    ["host-ports", ["8080"], 1, "hostPort 80 "],
    ["host-namespaces", ["hostPID"], 1, "hostNetwork"],
    ["sysctls", ["kernel.msgmax"], 1, "net.core.somaxconn"],
    ["volume-types", ["nfs"], 1, "of type fc"],
    ["selinux-options", ["spc_t"], 1, "seLinuxOptions.role"],
    ["seccomp-profile", ["Unconfined"], 1, undefined],
    ["run-as-user", ["0"], 1, undefined],
    ["proc-mount", ["Unmasked"], 1, undefined],
    ["host-path-volumes", ["/var", "/var/log/"], 0, "/var/log"],
    ["added-capabilities", ["net_admin"], 0, "NET_ADMIN"],
  ])("of %s accepts %j, exactly, and nothing else", async (rule, values, accepted, rest) => {
    const findings = (await judged({ rules: [rule], values })).filter((each) => each.rule.id === rule);
    expect(findings.filter(({ ignored }) => ignored?.by === "config").length).toBe(accepted);
    const open = findings.filter(({ ignored }) => !ignored);
    expect(open.every(({ mode }) => mode === "enforce")).toBe(true);
    if (rest === undefined) expect(open).toEqual([]);
    else expect(open[0]?.message).toContain(rest);
  });

  it("of a container leaves the rest, and says of it what is so of the rest", async () => {
    const findings = await judged({ rules: ["host-path-volumes"], values: ["/var/log"], containers: ["a"] });
    const [logs] = findings.filter(
      ({ rule, path, ignored }) => rule.id === "host-path-volumes" && path.includes(0) && !ignored,
    );
    const [whole] = (await judged({ rules: ["sysctls"] })).filter(({ rule }) => rule.id === "host-path-volumes");
    expect(logs?.containers).toEqual(["b"]);
    expect(whole?.message).not.toBe(logs?.message.replace('container "b"', 'containers "a" and "b"'));
  });
});
