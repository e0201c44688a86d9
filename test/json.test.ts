import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { formatPointer } from "../src/report/json.ts";
import { version } from "../src/report/version.ts";
import { rules } from "../src/rules/index.ts";
import { badPod, folder, goodPod, type RunOptions } from "./cli/folder.ts";
import { corpus, noCorpus } from "./corpus.ts";

const root = dirname(import.meta.dirname);
const schema = JSON.parse(readFileSync(join(root, "schema/report.schema.json"), "utf8"));
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
// What is asked of a report is said by each test.
// biome-ignore lint/suspicious/noExplicitAny: the schema is the type
type Report = any;

/** What the command line prints, valid by the schema. */
function checkToJson(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  options?: RunOptions,
): Report {
  const { stdout, stderr } = folder(files).secctx(["check", "--format", "json", ...args], options);
  expect(stderr).toBe("");
  // One line, so that reports can be joined and searched by line.
  expect(stdout).toMatch(/^\{.*\}\n$/);
  const report = JSON.parse(stdout);
  expect(validate(report) ? [] : validate.errors).toEqual([]);
  return report;
}

/** Every key of a value with its place, in order: `findings[].start.line`. Keys of `effective` values are the manifest's. */
function listKeys(value: Json, path = ""): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((each) => listKeys(each, `${path}[]`)))];
  if (typeof value !== "object" || value === null || path.endsWith(".value")) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = path === "" ? key : `${path}.${key}`;
    return [place, ...listKeys(inner, place)];
  });
}

const shared = "runAsUser runAsGroup runAsNonRoot seLinuxOptions seccompProfile appArmorProfile windowsOptions";
const ofContainers = "privileged allowPrivilegeEscalation capabilities readOnlyRootFilesystem procMount";
const ofPods = "fsGroup fsGroupChangePolicy supplementalGroups supplementalGroupsPolicy sysctls seLinuxChangePolicy";
const effectiveFields = `${shared} ${ofContainers} ${ofPods}`.split(" ");

describe("the JSON report", () => {
  it("fits its schema for the examples", () => {
    const { verdict, summary, workloads } = checkToJson({}, [join(root, "examples")]);
    expect(verdict).toBe("fail");
    expect(summary.workloads).toBe(workloads.length);
    expect(summary.workloads).toBeGreaterThan(5);
  });

  it("fits it for real manifests, in which it finds many kinds of rules, modes and origins", ({ skip }) => {
    skip(noCorpus !== undefined, noCorpus);
    const { findings, summary, workloads } = checkToJson({}, [corpus]);
    expect(summary.workloads).toBeGreaterThan(150);
    const kinds = (key: string) => [...new Set(findings.map((finding: Report) => finding[key]))];
    expect(kinds("rule").length).toBeGreaterThan(10);
    expect(kinds("mode")).toEqual(expect.arrayContaining(["enforce", "warn"]));
    expect(kinds("origin")).toEqual(expect.arrayContaining(["container", "pod", "default"]));
    for (const { admission } of workloads)
      for (const { allowed, message } of [admission.baseline, admission.restricted])
        expect(message !== null).toBe(allowed === false);
  });

  it("fits it for standard input, for nothing, and for what could not be evaluated", () => {
    expect(checkToJson({}, ["-"], { input: badPod })).toMatchObject({ verdict: "fail", workloads: [{ file: "-" }] });
    expect(checkToJson({})).toEqual({
      schema: "secctx/v1",
      tool: { name: "secctx", version },
      policy: {
        enforce: "restricted",
        warn: "hardened",
        audit: "hardened",
        kubernetesVersion: "latest",
        gate: "all",
        rules: {},
      },
      verdict: "pass",
      summary: {
        files: 0,
        workloads: 0,
        containers: 0,
        enforce: 0,
        warn: 0,
        audit: 0,
        ignored: 0,
        problems: 0,
        unjudged: 0,
      },
      findings: [],
      workloads: [],
      problems: [],
      shard: null,
    });
    const broken = {
      "broken.yaml": "apiVersion: v1\nkind: Pod\nspec: [\n",
      "chart/templates/a.yaml": "{{ x }}\n",
      "good.yaml": goodPod,
    };
    expect(checkToJson(broken)).toMatchObject({
      verdict: "error",
      summary: { files: 3, problems: 2, workloads: 1 },
      problems: [
        { severity: "error", file: "broken.yaml", line: 3 },
        { severity: "note", file: "chart/templates/a.yaml" },
      ],
    });
  });

  it("has every field, in order", () => {
    const manifest = badPod.replace(
      "spec:",
      "spec:\n  securityContext: {runAsUser: 1000, readOnlyRootFilesystem: true}",
    );
    const report = checkToJson({ "a.yaml": manifest, "b.yaml": "apiVersion: v1\nkind: Pod\nspec: [\n" });
    const position = (place: string) => [place, `${place}.line`, `${place}.column`];
    const places = (prefix: string, names: string) => names.split(" ").map((name) => `${prefix}.${name}`);
    const setting = (field: string) => {
      const place = `workloads[].containers[].effective.${field}`;
      const isDeclared = field === "runAsUser" || field === "privileged";
      return [place, ...places(place, isDeclared ? "value origin file line" : "value origin")];
    };
    const present = listKeys(report).filter((key) => !/effective\.(host|shareProcess)/.test(key));
    expect(present).toEqual([
      "schema",
      "tool",
      ...places("tool", "name version"),
      "policy",
      ...places("policy", "enforce warn audit kubernetesVersion gate rules"),
      "findings",
      ...places("findings[]", "rule level mode message file document path"),
      ...position("findings[].start"),
      ...position("findings[].end"),
      "findings[].workload",
      ...places("findings[].workload", "apiVersion kind namespace name"),
      ...places("findings[]", "containers origin new fingerprint related rendered fix"),
      ...places("findings[].fix", "title safety risk"),
      "findings[].ignored",
      "workloads",
      ...places("workloads[]", "file line apiVersion kind namespace name source admission"),
      "workloads[].admission.version",
      ...["baseline", "restricted"].flatMap((level) => [
        `workloads[].admission.${level}`,
        ...places(`workloads[].admission.${level}`, "allowed message"),
      ]),
      "workloads[].containers",
      ...places("workloads[].containers[]", "name type image effective"),
      ...effectiveFields.flatMap(setting),
      "workloads[].containers[].derived",
      ...places(
        "workloads[].containers[].derived",
        "userName uid gid capabilities noNewPrivileges seccomp privileged readOnlyRoot",
      ),
      "verdict",
      "summary",
      ...places("summary", "files workloads containers enforce warn audit ignored problems unjudged"),
      "problems",
      ...places("problems[]", "severity file line message"),
      "shard",
    ]);
  });

  it("says for each field who won and where, and nothing more for a field that nobody set", () => {
    const manifest = `apiVersion: v1
kind: Pod
metadata:
  name: p
  namespace: shop
  annotations:
    container.apparmor.security.beta.kubernetes.io/c: unconfined
spec:
  securityContext:
    runAsUser: 1000
    runAsGroup: 3000
  initContainers:
    - name: i
      restartPolicy: Always
  containers:
    - name: c
      image: example.com/c
      securityContext:
        runAsUser: 2000
        capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}
`;
    const { workloads, findings } = checkToJson({ "p.yaml": manifest });
    const [workload] = workloads;
    expect(workload).toMatchObject({
      file: "p.yaml",
      line: 1,
      apiVersion: "v1",
      kind: "Pod",
      namespace: "shop",
      name: "p",
      source: "manifest",
    });
    const [sidecar, app] = workload.containers;
    expect([sidecar.type, sidecar.image, app.type, app.image]).toEqual(["sidecar", null, "app", "example.com/c"]);
    expect(app.effective).toMatchObject({
      runAsUser: { value: 2000, origin: "container", file: "p.yaml", line: 19 },
      runAsGroup: { value: 3000, origin: "pod", file: "p.yaml", line: 11 },
      capabilities: {
        value: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] },
        origin: "container",
        file: "p.yaml",
        line: 20,
      },
      appArmorProfile: { origin: "annotation", file: "p.yaml", line: 7 },
      privileged: { value: null, origin: "default" },
    });
    expect(app.derived).toEqual({
      userName: null,
      uid: 2000,
      gid: 3000,
      capabilities: ["NET_BIND_SERVICE"],
      noNewPrivileges: false,
      seccomp: "Unconfined",
      privileged: false,
      readOnlyRoot: false,
    });
    expect(findings.find(({ rule }: Report) => rule === "app-armor-profile")).toMatchObject({
      path: "/metadata/annotations/container.apparmor.security.beta.kubernetes.io~1c",
      origin: "annotation",
      start: { line: 7, column: 55 },
      end: { line: 7, column: 65 },
      document: 0,
      containers: ["c"],
      new: null,
      ignored: null,
    });
  });

  it("keeps a finding's fingerprint when lines move and files are renamed", () => {
    const prints = (files: Readonly<Record<string, string>>) =>
      checkToJson(files)
        .findings.map(({ fingerprint }: Report) => fingerprint)
        .toSorted();
    const before = prints({ "a.yaml": badPod });
    expect(prints({ "moved/b.yaml": `# moved\n---\n\n${badPod}` })).toEqual(before);
    expect(prints({ "a.yaml": badPod.replace("name: bad", "name: other") })).not.toEqual(before);
  });

  it("does not depend on the order of the paths", () => {
    const files = { "a.yaml": badPod, "b/c.yaml": badPod, "d.yaml": goodPod };
    expect(checkToJson(files, ["d.yaml", "b", "a.yaml"])).toEqual(checkToJson(files, ["a.yaml", "d.yaml", "b/c.yaml"]));
  });

  it("writes paths as JSON Pointers", () => {
    expect(formatPointer(["metadata", "annotations", "a/b~c", 0])).toBe("/metadata/annotations/a~1b~0c/0");
    expect(formatPointer([])).toBe("");
  });
});

describe("the schema of the report", () => {
  it("refuses what is not a report", () => {
    const report = checkToJson({ "a.yaml": badPod });
    const [finding] = report.findings;
    const [workload] = report.workloads;
    const [container] = workload.containers;
    const withSetting = (setting: Json) => ({
      workloads: [
        { ...workload, containers: [{ ...container, effective: { ...container.effective, runAsUser: setting } }] },
      ],
    });
    const wrong: Record<string, Json>[] = [
      { more: 1 },
      { schema: "secctx/v2" },
      { verdict: "ok" },
      { findings: [{ ...finding, more: 1 }] },
      { findings: [{ ...finding, fix: { title: "x" } }] },
      { findings: [{ ...finding, fingerprint: "x" }] },
      { findings: [{ ...finding, path: "spec" }] },
      { workloads: [{ ...workload, namespace: undefined }] },
      withSetting({ value: 1, origin: "default" }),
      withSetting({ value: null, origin: "default", file: "a.yaml", line: 1 }),
      withSetting({ value: 1, origin: "pod" }),
      withSetting({ value: 1, origin: "pod", file: "a.yaml", line: 0 }),
    ];
    expect(wrong.filter((change) => validate(JSON.parse(JSON.stringify({ ...report, ...change }))))).toEqual([]);
  });

  it("describes every field whose name is not enough", () => {
    const told = new Set("name version apiVersion kind namespace allowed line column".split(" "));
    const bare: string[] = [];
    const walk = (node: Json, path: string): void => {
      if (typeof node !== "object" || node === null || path.endsWith("/then") || path.endsWith("/if")) return;
      const { properties = {} } = node as { properties?: Record<string, object> };
      for (const [name, property] of Object.entries(properties))
        if (!("description" in property || "$ref" in property || told.has(name))) bare.push(`${path}/${name}`);
      for (const [name, inner] of Object.entries(node)) walk(inner, `${path}/${name}`);
    };
    walk(schema, "");
    expect(bare).toEqual([]);
  });

  it("fits the ids and levels of the rules", () => {
    expect(schema.$defs.level.enum).toEqual(expect.arrayContaining(rules.map(({ level }) => level)));
  });
});
