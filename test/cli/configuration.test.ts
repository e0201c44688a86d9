import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPatternDefect } from "../../src/pod/patterns.ts";
import { readConfiguration } from "../../src/policy/index.ts";
import { readBySchema, type Schema } from "../../src/policy/schema.ts";
import { read, withFullReader } from "../../src/yaml/index.ts";
import { badPod, type Folder, folder, goodPod } from "./folder.ts";

const root = dirname(dirname(import.meta.dirname));
const schema = JSON.parse(readFileSync(join(root, "schema/config.schema.json"), "utf8"));

/** Findings of the JSON report by rule: their mode, or by what they are ignored. */
function readFates({ secctx }: Folder, ...args: string[]): Record<string, string> {
  const { stdout, stderr } = secctx(["--format", "json", ...args]);
  expect(stderr).toBe("");
  return Object.fromEntries(
    JSON.parse(stdout).findings.map((finding: { rule: string; mode: string; ignored: { by: string } | null }) => [
      finding.rule,
      finding.ignored?.by ?? finding.mode,
    ]),
  );
}

describe("the configuration", () => {
  it("overrides the defaults, and options override it, as --show-config tells with lines", () => {
    const { secctx } = folder({
      ".secctx.yaml": `# our policy
enforce: baseline
kubernetesVersion: 1.30
rules:
  read-only-root-filesystem: off
namespaces:
  team-*: restricted
exemptions:
  - names: [cilium]
    reason: the CNI plugin
    expires: 2999-06-30
fix:
  runAsUser: 10001
limits:
  documentsPerFile: 7
placeholders: false
helm: {skipTests: true}
`,
    });
    const rows = (...options: string[]) =>
      secctx(["check", "--show-config", ...options])
        .stdout.trimEnd()
        .split("\n")
        .map((line) => line.replace(/ {2,}/g, "  "));
    expect(rows("--warn", "restricted")).toEqual([
      "enforce: baseline  # .secctx.yaml:2",
      "warn: restricted  # --warn",
      "audit: hardened  # default",
      "kubernetesVersion: 1.30  # .secctx.yaml:3",
      "gate: all  # default",
      "images: false  # default",
      "render: auto  # default",
      "helm.skipTests: true  # .secctx.yaml:17",
      "placeholders: false  # .secctx.yaml:16",
      "rules.read-only-root-filesystem: off  # .secctx.yaml:5",
      'namespaces.team-*: {"enforce":"restricted","warn":"restricted"}  # .secctx.yaml:7',
      "exemptions[0]: the CNI plugin (until 2999-06-30)  # .secctx.yaml:9",
      "fix.runAsUser: 10001  # .secctx.yaml:13",
      "limits.documentCharacters: 3145728  # default",
      "limits.documentsPerFile: 7  # .secctx.yaml:15",
      "limits.containersPerDocument: 10000  # default",
      "limits.findingsPerDocument: 200000  # default",
      "limits.fixCharacters: 30000000  # default",
      "limits.renderSeconds: 30  # default",
      "limits.renderMegabytes: 64  # default",
      "limits.renderDocuments: 20000  # default",
    ]);
    expect(rows("--enforce=hardened")[0]).toBe("enforce: hardened  # --enforce");
    expect(rows("--no-config").slice(0, 4)).toEqual([
      "enforce: restricted  # default",
      "warn: hardened  # default",
      "audit: hardened  # default",
      "kubernetesVersion: latest  # default",
    ]);
  });

  it.each([
    ["documentCharacters", goodPod, goodPod.length, "This document has more than # characters", 33_554_432],
    ["documentsPerFile", `${goodPod}---\n${goodPod}---\n`, 3, "This file holds more than # documents", 1_000_000],
    [
      "containersPerDocument",
      goodPod.replace(/ {4}- name: app\n[\s\S]*/, (container) => container + container.replace("app", "other")),
      2,
      "This document has more than # containers",
      1_000_000,
    ],
  ])(
    "sets limits.%s, lower or higher up to a maximum, and what has more is a problem that names it",
    (name, text, count, says, most) => {
      const { secctx, write } = folder({ "m.yaml": text });
      const withLimit = (limit: number) => {
        write(".secctx.yaml", `limits: {${name}: ${limit}}\n`);
        return secctx(["m.yaml"]);
      };
      expect(withLimit(count)).toMatchObject({ status: 0 });
      const { status, stdout } = withLimit(count - 1);
      expect(status).toBe(2);
      expect(stdout).toContain(
        `${says.replace("#", (count - 1).toLocaleString("en"))} (limits.${name}). Split it, or leave it out if it is not a manifest.`,
      );
      expect(withLimit(most)).toMatchObject({ status: 0 });
      expect(withLimit(most + 1)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining(`limits.${name} must be a whole number from 1 to ${most}, and is ${most + 1}.`),
      });
    },
  );

  it("does not let a fix make a document longer than its limit", () => {
    const { secctx, write, read } = folder({ "m.yaml": badPod });
    write(".secctx.yaml", `limits: {documentCharacters: ${badPod.length + 1}}\n`);
    expect(secctx(["fix", "m.yaml"]).stdout).toContain("would become too long (limits.documentCharacters)");
    expect(read("m.yaml").length).toBeLessThanOrEqual(badPod.length + 1);
    expect(secctx(["m.yaml"]).status).toBe(1);
  });

  it("applies to the folders below it, and names files from its own folder", () => {
    const place = folder({
      ".secctx.yaml": "exemptions:\n  - files: [k8s/prod/*]\n    reason: other people's\n",
      "k8s/prod/bad.yaml": badPod,
      "k8s/dev/bad.yaml": badPod,
    });
    place.git("init");
    for (const cwd of [".", "k8s", "k8s/dev"]) {
      const path = { ".": "k8s", k8s: ".", "k8s/dev": ".." }[cwd] as string;
      const { stdout } = place.secctx(["--format", "json", path], { cwd });
      const ignored = JSON.parse(stdout).findings.filter((each: { ignored: unknown }) => each.ignored);
      expect(new Set(ignored.map(({ file }: { file: string }) => file.replace(/^.*(?=bad)/, "")))).toEqual(
        new Set(["bad.yaml"]),
      );
      expect(ignored.length * 2).toBe(JSON.parse(stdout).findings.length);
    }
    place.write("k8s/dev/.secctx.yaml", "enforce: privileged\n");
    expect(place.secctx(["--quiet"], { cwd: "k8s/dev" }).status).toBe(0);
    expect(place.secctx(["--quiet"], { cwd: "k8s" }).status).toBe(1);
  });

  it("can be any file that the user names", () => {
    const { secctx } = folder({
      "bad.yaml": badPod,
      "ci/policy.yaml": "enforce: privileged\n",
      ".secctx.yaml": "enforce: x\n",
    });
    for (const command of ["check", "effective"])
      expect(secctx([command, "--quiet", "--config", "ci/policy.yaml", "bad.yaml"]).status).toBe(0);
    expect(secctx(["fix", "--diff", "--config", "ci/policy.yaml", "bad.yaml"]).status).toBe(0);
    for (const command of ["check", "effective", "fix"]) {
      expect(secctx([command, "bad.yaml"])).toMatchObject({ status: 2, stdout: "" });
      expect(secctx([command, "--no-config", "bad.yaml"]).status).not.toBe(2);
    }
  });

  it("sets the mode of a rule's findings", () => {
    const place = folder({ "bad.yaml": badPod });
    expect(readFates(place)).toMatchObject({
      privileged: "enforce",
      "explicit-user": "warn",
      "run-as-non-root": "enforce",
    });
    place.write(".secctx.yaml", "rules: {privileged: audit, explicit-user: enforce, run-as-non-root: off}\n");
    const after = readFates(place);
    expect(after).toMatchObject({ privileged: "audit", "explicit-user": "enforce" });
    expect(after).not.toHaveProperty("run-as-non-root");
  });

  it("reads the other words of YAML as what they look like", () => {
    const place = folder({
      "bad.yaml": badPod,
      ".secctx.yaml": "rules:\n  privileged: off\nkubernetesVersion: 1.30\n",
    });
    const { stdout } = place.secctx(["--format", "json"]);
    expect(JSON.parse(stdout).policy.kubernetesVersion).toBe("v1.30");
    expect(readFates(place)).not.toHaveProperty("privileged");
  });

  it("says what the cluster's namespaces demand, and a Namespace among the manifests can only demand more", () => {
    const inNamespace = (pod: string, name: string) => pod.replace("metadata:\n", `metadata:\n  namespace: ${name}\n`);
    const lax = "enforce: privileged\nwarn: privileged\naudit: privileged\n";
    const place = folder({
      "a.yaml": inNamespace(badPod, "team-a"),
      ".secctx.yaml": `${lax}namespaces:\n  team-a: baseline\n  "team-*": {warn: restricted, version: "1.30"}\n`,
    });
    expect(readFates(place)).toEqual({ privileged: "enforce" });
    const { stdout } = place.secctx([]);
    expect(stdout).toContain(
      'The cluster will reject the pods: the namespace "team-a" enforces baseline (.secctx.yaml, line 5).',
    );
    place.write("a.yaml", inNamespace(badPod, "team-b"));
    expect(readFates(place)).toMatchObject({ privileged: "warn", "run-as-non-root": "warn" });
    place.write("a.yaml", badPod);
    expect(readFates(place)).toEqual({});
    place.write("a.yaml", inNamespace(badPod, "team-a"));
    place.write(
      "ns.yaml",
      "apiVersion: v1\nkind: Namespace\nmetadata: {name: team-a, labels: {pod-security.kubernetes.io/warn: baseline}}\n",
    );
    expect(readFates(place)).toEqual({ privileged: "enforce" });
    place.write("ns.yaml", place.read("ns.yaml").replace("warn: baseline", "enforce: restricted"));
    expect(readFates(place)).toMatchObject({ privileged: "enforce", "run-as-non-root": "enforce" });
  });

  it("tells where the user's own kinds keep their pod", () => {
    const engine = (spec: string) =>
      `apiVersion: example.com/v2\nkind: Engine\nmetadata: {name: e}\nspec:\n  parts:\n    - name: p\n      ${spec}\n`;
    const container = "containers: [{name: app, image: i, securityContext: {privileged: true}}]";
    const place = folder({ "e.yaml": engine(`run: {spec: {${container}}}`) });
    // By its shape alone it is a part of a pod: what it leaves out is not unset.
    expect(Object.keys(readFates(place))).toEqual(["privileged"]);
    const told = (path: string) => `workloads:\n  - apiVersion: example.com/*\n    kind: Engine\n    ${path}\n`;
    for (const path of ["podSpec: spec.parts.[].run.spec", "podTemplate: spec.parts.[].run"]) {
      place.write(".secctx.yaml", told(path));
      expect(readFates(place)).toMatchObject({ privileged: "enforce", "run-as-non-root": "enforce" });
    }
    place.write(".secctx.yaml", told("podSpec: spec.nowhere"));
    expect(readFates(place)).toEqual({});
  });

  it("says which files of a folder are manifests; a file that is named always is", () => {
    const place = folder({
      "k8s/bad.yaml": badPod,
      "test/bad.yaml": badPod,
      ".secctx.yaml": 'files: ["**/*.yaml", "!test/**"]\n',
    });
    const files = (...args: string[]) => JSON.parse(place.secctx(["--format", "json", ...args]).stdout).summary.files;
    expect(files()).toBe(1);
    expect(files("test")).toBe(0);
    expect(files("test/bad.yaml")).toBe(1);
    expect(place.secctx(["fix", "--diff"]).stdout).not.toContain("test/bad.yaml");
  });

  it("gives fixes their ids, and options override it", () => {
    const { secctx } = folder({ "bad.yaml": badPod, ".secctx.yaml": "fix: {runAsUser: 10001, runAsGroup: 10002}\n" });
    const { stdout } = secctx(["fix", "--diff", "--run-as-group", "7"]);
    expect(stdout).toContain("runAsUser: 10001");
    expect(stdout).toContain("runAsGroup: 7");
  });

  it("is not a manifest, and an empty one says nothing", () => {
    const { secctx } = folder({ "good.yaml": goodPod, ".secctx.yaml": "# nothing yet\n" });
    expect(secctx([]).stdout).toBe("The gate passes at level restricted. Reviewed 1 workload in 1 file.\n");
  });
});

/** What is wrong, with what is said of it. */
const mistakes: readonly (readonly [string, string])[] = [
  ["enforc: x", '1: "enforc" is not a key of the configuration: did you mean enforce? Else use one of enforce, warn, '],
  [
    "# one\n\nkubernetes-version: '1.30'",
    '3: "kubernetes-version" is not a key of the configuration: did you mean kubernetesVersion?',
  ],
  ["zzz: x", '1: "zzz" is not a key of the configuration: use one of '],
  ["enforce: 5", '1: enforce is "5": use one of privileged, baseline, restricted, hardened.'],
  ["enforce: restrictd", '1: enforce is "restrictd": did you mean restricted? Else use one of'],
  ["enforce:", "1: enforce has no value."],
  ["enforce: [a]", "1: enforce is a list: use one of"],
  ["enforce: baseline\nenforce: restricted", "2: enforce is set twice: keep one."],
  [
    "kubernetesVersion: 2.0",
    '1: kubernetesVersion is "2.0", which is not a release: write latest, or a release such as 1.34.',
  ],
  [
    "rules:\n  privilegd: off",
    '2: rules: the key is "privilegd": did you mean privileged? Else use one of api-rejected, ',
  ],
  [
    "rules:\n  privileged: of",
    '2: rules.privileged is "of": did you mean off? Else use one of off, audit, warn, enforce.',
  ],
  ["rules: [privileged]", "1: rules must be a mapping of keys to values."],
  ["images: maybe", '1: images is "maybe": use one of true, false, layers.'],
  ["maxAnnotations: 3.5", "1: maxAnnotations must be a whole number from 0 to 9999, and is 3.5."],
  ["files: x.yaml", "1: files must be a list of at least 1: start each item with a dash."],
  ["files: []", "1: files must be a list of at least 1"],
  ["exemptions:\n  - names: [a]", "2: exemptions[0] needs the key reason: why the findings may pass."],
  ["exemptions:\n  - names: [a]\n    reason: ''", "3: exemptions[0].reason must not be empty."],
  [
    "exemptions:\n  - reason: x",
    "2: exemptions[0] must have at least one of rules, kinds, namespaces, names, containers, images, files.",
  ],
  [
    "exemptions:\n  - names: ['a[']\n    reason: x",
    '2: exemptions[0].names[0] is "a[", which has a [ without its other half: write a pattern such as team-*.',
  ],
  [
    "exemptions:\n  - names: [a]\n    reason: x\n    expires: 2027-02-30",
    '4: exemptions[0].expires is "2027-02-30", which is not a day: write a day such as 2027-06-30.',
  ],
  [
    "exemptions:\n  - names: [a]\n    reason: x\n    expire: 2027-02-20",
    '4: "expire" is not a key of exemptions[0]: did you mean expires?',
  ],
  [
    "files:\n  - k8s/**\n  - '!{a'",
    '3: files[1] is "!{a", which has a { without its other half: write a pattern such as team-*.',
  ],
  [
    "workloads:\n  - apiVersion: '*a*a*a*a'\n    kind: K\n    podSpec: spec",
    '2: workloads[0].apiVersion is "*a*a*a*a", which has more than 3 * or groups that repeat or exclude between two slashes: ',
  ],
  [
    "fix: {writablePaths: [{image: +(a)+(b), paths: [/a]}]}",
    '1: fix.writablePaths[0].image is "+(a)+(b)", which has two repeating groups side by side',
  ],
  ["namespaces:\n  'a[': baseline", '2: namespaces: the key is "a[", which has a [ without its other half'],
  ["namespaces:\n  a: hardened", '2: namespaces.a is "hardened": use one of privileged, baseline, restricted.'],
  ["namespaces:\n  a: {version: '1.30'}", "2: namespaces.a must have at least one of enforce, warn, audit."],
  ["workloads:\n  - {apiVersion: a/v1, kind: K}", "2: workloads[0] must have exactly one of podSpec, podTemplate."],
  [
    "workloads:\n  - {apiVersion: a/v1, kind: K, podSpec: a, podTemplate: b}",
    "2: workloads[0] must have exactly one of",
  ],
  [
    "workloads:\n  - {apiVersion: a/v1, kind: K, podSpec: a..b}",
    '2: workloads[0].podSpec is "a..b", which does not lead anywhere: write field names',
  ],
  ["fix: {runAsUser: 0}", "1: fix.runAsUser must be a whole number from 1 to 2147483647, and is 0."],
  [
    "fix: {writablePaths: [{image: a, paths: [tmp]}]}",
    '1: fix.writablePaths[0].paths[0] is "tmp", which does not start with /: write a path that starts with /.',
  ],
  ["render: maybe", '1: render is "maybe": use one of auto, true, false.'],
  [
    "helm: {charts: [{values: [[a.yaml]]}]}",
    "1: helm.charts[0] needs the key path: the folder of the chart, from the root of the repository.",
  ],
  [
    "helm: {charts: [{path: a, release: --x}]}",
    '1: helm.charts[0].release is "--x", which is not a name: write small letters, digits and dashes.',
  ],
  [
    "helm: {chart: []}",
    '1: "chart" is not a key of helm: did you mean charts? Else use one of binary, charts, ci, skipTests.',
  ],
  [
    "exemptions: [{values: [NET_ADMIN], reason: x, names: [a]}]",
    "1: exemptions[0].values needs the key rules beside it.",
  ],
  [
    "exemptions:\n  - rules: [privileged]\n    values: [NET_ADMIN]\n    reason: x",
    "2: exemptions[0].rules: privileged has no values: leave out values, or use rules that have some: host-namespaces, host-path-volumes, ",
  ],
  [
    "exemptions:\n  - rules: [added-*, host-ports]\n    values:\n      - NET_ADMIN\n      - 80\n      - BANANA\n    reason: x",
    '6: exemptions[0].values[2]: "BANANA" is not a value of host-ports (a port from 1 to 65535) or added-capabilities (a capability such as NET_ADMIN, or ALL).',
  ],
  [
    "exemptions: [{rules: [host-ports], values: [65536], reason: x}]",
    '1: exemptions[0].values[0]: "65536" is not a value of host-ports ',
  ],
  [
    "exemptions: [{rules: [run-as-user], values: [1000], reason: x}]",
    '1: exemptions[0].values[0]: "1000" is not a value of run-as-user (only 0).',
  ],
  [
    "exemptions: [{rules: [added-capability], values: [CHOWN], reason: x}]",
    "1: exemptions[0].rules: no rule matches added-capability: leave out values, or use rules that have some: ",
  ],
  [
    "exemptions: [{rules: [host-ports], values: [], reason: x}]",
    "1: exemptions[0].values must be a list of at least 1",
  ],
  [
    "exemptions: [{rules: [host-ports], values: [{}], reason: x}]",
    "1: exemptions[0].values[0] must be text, and is a mapping.",
  ],
  ["kustomize: {loadRestrictor: all}", '1: kustomize.loadRestrictor is "all": use one of root, none.'],
  ["shard: 1/2", "1: shard: Each job has a share of its own: set it in the workflow."],
  ["- a", "1: the file must be a mapping of keys to values."],
  ["a: 1\n---\nb: 2", "2: A second document: keep one."],
  ["a: [", "1: This is not YAML: "],
  [
    "enforce: x\nwarn: x\nrules: x",
    '1: enforce is "x": use one of privileged, baseline, restricted, hardened. (2 more below: line 2, 3)',
  ],
];

describe("a configuration that is wrong", () => {
  it("ends the run with 2 and one sentence with file and line, whatever the command", () => {
    const { secctx, write } = folder({ "bad.yaml": badPod });
    for (const [text, sentence] of mistakes) {
      write(".secctx.yaml", `${text}\n`);
      const { status, stdout, stderr } = secctx(["check"]);
      expect({ text, status, stdout, stderr }).toEqual({
        text,
        status: 2,
        stdout: "",
        stderr: expect.stringContaining(`secctx: .secctx.yaml:${sentence}`),
      });
      expect(stderr).toMatch(/^secctx: .*[.?)]\n$/);
    }
  });

  it("ends the run too if it can't be read or has the wrong name", () => {
    const { secctx, write, shell } = folder({ "good.yaml": goodPod, ".secctx.yml": "enforce: baseline\n" });
    expect(secctx([])).toMatchObject({
      status: 2,
      stderr: "secctx: .secctx.yml: this name is not read: rename the file to .secctx.yaml.\n",
    });
    shell("rm .secctx.yml; mkdir .secctx.yaml");
    expect(secctx([])).toMatchObject({
      status: 2,
      stderr: "secctx: .secctx.yaml: it could not be read: it is a folder.\n",
    });
    expect(secctx(["--config", "nope.yaml"])).toMatchObject({
      status: 2,
      stderr: "secctx: nope.yaml: it could not be read: there is no such file or folder.\n",
    });
    expect(secctx(["--config", "good.yaml", "--no-config"]).stderr).toContain(
      "--config and --no-config exclude each other",
    );
    shell("rmdir .secctx.yaml");
    write(".secctx.yaml", new Uint8Array([0xff, 0xfe, 0x41]));
    expect(secctx([])).toMatchObject({
      status: 2,
      stderr: "secctx: .secctx.yaml: it is not UTF-8 text. Save it as UTF-8.\n",
    });
  });
});

describe("the published schema", () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false });
  ajv.addFormat("glob", (text) => findPatternDefect(text) === undefined);
  ajv.addFormat("date", (text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text));
  ajv.addFormat("kubernetes-version", /^(latest|v?1\.(0|[1-9]\d{0,3}))$/);
  ajv.addFormat("field-path", (text) => !/[[\]\s]/.test(text.replaceAll(".[]", "")) && text.split(".").every(Boolean));
  ajv.addFormat("dns-label", /^(?!-)[a-z0-9-]{1,53}(?<!-)$/);
  ajv.addFormat("api-version", /^[a-z0-9][a-z0-9.-]*(\/[A-Za-z0-9]+)?(\/[A-Za-z0-9]+)?$/);
  ajv.addFormat("absolute-path", (text) => text.startsWith("/") && text.length > 1);
  const validate = ajv.compile(schema);

  it("accepts and refuses what the command line accepts and refuses", async () => {
    const key = fc.constantFrom(
      "enforce",
      "rules",
      "exemptions",
      "namespaces",
      "workloads",
      "fix",
      "images",
      "files",
      "gate",
      "maxAnnotations",
      "enforced",
      "kubernetesVersion",
    );
    const inner = fc.constantFrom(
      "reason",
      "names",
      "expires",
      "privileged",
      "runAsUser",
      "apiVersion",
      "kind",
      "podSpec",
      "podTemplate",
      "enforce",
      "version",
      "writablePaths",
      "image",
      "paths",
      "x",
    );
    const leaf = fc.constantFrom<unknown[]>(
      "baseline",
      "restricted",
      "off",
      "warn",
      "new",
      "1.30",
      "2027-06-30",
      "2027-02-30",
      "a*",
      "a[",
      "/tmp",
      "spec.a.[]",
      "",
      0,
      1,
      10001,
      3.5,
      true,
      null,
    );
    const item = fc.oneof(
      leaf,
      fc.array(leaf, { maxLength: 2 }),
      fc.dictionary(inner, fc.oneof(leaf, fc.array(leaf, { maxLength: 2 })), { maxKeys: 4 }),
    );
    const value = fc.oneof(leaf, fc.array(item, { maxLength: 2 }), fc.dictionary(inner, item, { maxKeys: 3 }));
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, value, { maxKeys: 2 }), async (configuration) => {
        const source = { file: "c", text: JSON.stringify(configuration) };
        const [document] = await withFullReader(() => read(source).documents);
        if (!document) throw new Error("a document");
        const result = readBySchema(document, schema as Schema);
        // Texts stand for what they look like: 5 is "5" where a word is wanted.
        const asRead = "value" in result ? result.value : configuration;
        const isTaken = "value" in result;
        if (isTaken) taken++;
        if (isTaken) expect([configuration, validate(asRead), validate.errors]).toEqual([configuration, true, null]);
        else expect([configuration, validate(asRead)]).toEqual([configuration, false]);
        expect("defects" in (await withFullReader(() => readConfiguration(source)))).toBe(!isTaken);
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it("describes every key", () => {
    const describedKeys = (part: Schema): boolean[] =>
      Object.values(part.properties ?? {}).flatMap((each) => [
        /^[A-Z].*\.$/.test(each.description ?? ""),
        ...describedKeys(each),
        ...describedKeys(each.items ?? {}),
      ]);
    expect(describedKeys(schema)).not.toContain(false);
    expect(describedKeys(schema).length).toBeGreaterThan(25);
  });
});
