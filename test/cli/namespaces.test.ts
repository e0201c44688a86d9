import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { NamespaceJson, NamespacesJson } from "../../src/report/namespaces-json.ts";
import { missingHelm } from "../rendering/charts.ts";
import { builders } from "../rendering/overlays.ts";
import { type Folder, folder } from "./folder.ts";

const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../../schema/namespaces.schema.json"), "utf8"));
const isValid = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

const prefix = "pod-security.kubernetes.io";

const passes = {
  restricted: `securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
containers:
  - {name: app, image: app:1, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}`,
  baseline: "containers: [{name: app, image: app:1}]",
  privileged: "containers: [{name: app, image: app:1, securityContext: {privileged: true}}]",
};

const pod = (name: string, namespace: string | null, spec: string) =>
  `apiVersion: v1
kind: Pod
metadata: {name: ${name}${namespace === null ? "" : `, namespace: ${namespace}`}}
spec:
${spec.replace(/^/gm, "  ")}
`;

const deployment = (name: string, namespace: string | null, spec: string) =>
  `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}${namespace === null ? "" : `, namespace: ${namespace}`}}
spec:
  selector: {matchLabels: {app: a}}
  template:
    metadata: {labels: {app: a}}
    spec:
${spec.replace(/^/gm, "      ")}
`;

const namespace = (name: string, labels: Readonly<Record<string, string>> = {}) =>
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  labels: ${JSON.stringify(
    Object.fromEntries(Object.entries(labels).map(([key, value]) => [`${prefix}/${key}`, value])),
  )}\n`;

const all = (...documents: readonly string[]) => documents.join("---\n");

/** What the command says of the folder, as data that its schema accepts. */
function reportOn({ secctx }: Folder, args: readonly string[] = [], expected = 0): NamespacesJson {
  const { stdout, stderr, status } = secctx(["namespaces", "--format", "json", ...args]);
  expect({ stderr, status }).toEqual({ stderr: "", status: expected });
  const report = JSON.parse(stdout);
  expect(isValid(report), JSON.stringify(isValid.errors)).toBe(true);
  return report;
}

function namespacesOf(files: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const { namespaces } = reportOn(folder(files), args);
  return Object.fromEntries(namespaces.map((each) => [each.name ?? "(none)", each]));
}

/** The enforced level and its version, as the labels put them. */
const enforced = ({ labels }: NamespaceJson) => [labels[`${prefix}/enforce`], labels[`${prefix}/enforce-version`]];

describe("secctx namespaces", () => {
  it("finds the strictest level that all workloads of a namespace pass, and what keeps it from the next", () => {
    const { strict, shop, infra, empty } = namespacesOf({
      "a.yaml": all(
        namespace("shop"),
        deployment("web", "shop", passes.restricted),
        deployment("db", "shop", passes.baseline),
        pod("one", "strict", passes.restricted),
      ),
      "b.yaml": all(
        deployment("cni", "infra", passes.privileged),
        deployment("ui", "infra", passes.baseline),
        namespace("empty"),
      ),
    });
    expect(strict).toMatchObject({ level: "restricted", workloads: 1, next: null, obstacles: [], objects: [] });
    expect(shop).toMatchObject({
      level: "baseline",
      workloads: 2,
      today: null,
      objects: [{ file: "a.yaml", line: 1 }],
      next: "restricted",
      obstacles: [{ kind: "Deployment", name: "db", file: "a.yaml", allowed: false }],
    });
    expect(shop?.obstacles[0]?.message).toMatch(
      /^would violate PodSecurity "restricted:latest": allowPrivilegeEscalation != false \(/,
    );
    expect(infra).toMatchObject({ level: "privileged", next: "baseline", obstacles: [{ name: "cni" }] });
    expect(empty).toMatchObject({ level: null, workloads: 0, labels: {}, next: null });
    expect(shop?.labels).toEqual({
      [`${prefix}/enforce`]: "baseline",
      [`${prefix}/enforce-version`]: "v1.37",
      [`${prefix}/warn`]: "restricted",
      [`${prefix}/warn-version`]: "latest",
      [`${prefix}/audit`]: "restricted",
      [`${prefix}/audit-version`]: "latest",
    });
    expect([strict, infra].map((each) => each && enforced(each))).toEqual([
      ["restricted", "v1.37"],
      ["privileged", "v1.37"],
    ]);
  });

  it("says what a namespace enforces today: whether it fits, could be raised, or rejects pods", () => {
    const probe = `${passes.baseline.slice(0, -2)}, livenessProbe: {tcpSocket: {host: db, port: 1}}}]`;
    const files = {
      "a.yaml": all(
        ...[namespace("fits", { enforce: "baseline" }), pod("a", "fits", passes.baseline)],
        ...[namespace("lax", { enforce: "baseline", audit: "restricted" }), pod("b", "lax", passes.restricted)],
        ...[namespace("broken", { enforce: "restricted" }), pod("c", "broken", passes.baseline)],
        // The host of a probe is judged from v1.34 on.
        ...[namespace("old", { enforce: "baseline", "enforce-version": "v1.24" }), pod("d", "old", probe)],
        ...[namespace("bad", { enforce: "strict" }), pod("e", "bad", passes.baseline)],
        pod("f", "known", passes.privileged),
      ),
      ".secctx.yaml": "namespaces:\n  kn*: {enforce: baseline, version: '1.30'}\n",
    };
    const { fits, lax, broken, old, bad, known } = namespacesOf(files);
    expect(fits).toMatchObject({ level: "baseline", rejected: [], today: { enforce: "baseline", version: "latest" } });
    expect(lax && enforced(lax)).toEqual(["restricted", "v1.37"]);
    expect(broken).toMatchObject({ level: "baseline", rejected: [{ name: "c", allowed: false }] });
    expect(broken && enforced(broken), "a label is never lowered").toEqual(["restricted", "latest"]);
    expect(old).toMatchObject({ level: "privileged", rejected: [], obstacles: [{ name: "d" }] });
    expect(old && enforced(old)).toEqual(["baseline", "v1.24"]);
    expect(bad?.remarks).toEqual([
      expect.stringMatching(
        /^The API server refuses this Namespace: .*must be one of privileged, baseline, restricted\. If it exists/,
      ),
    ]);
    expect(known).toMatchObject({
      rejected: [{ name: "f" }],
      today: { file: ".secctx.yaml", line: 2, version: "v1.30" },
    });
    const { stdout } = folder(files).secctx(["namespaces"]);
    for (const sentence of [
      "It enforces baseline today.",
      "It enforces baseline today, and can enforce restricted.",
      "It enforces restricted today, and the cluster rejects the pods of 1 workload: mend what is listed, or enforce no more than baseline.",
      "It enforces baseline v1.30 today (.secctx.yaml:2), and the cluster rejects the pods of 1 workload",
      "Not all of its workloads pass baseline. It enforces baseline v1.24 today.",
      "  Rejected today, and what keeps it from restricted:\n",
    ])
      expect(stdout).toContain(sentence);
  });

  it("judges in the chosen version, and no stricter than the policy itself", () => {
    const files = {
      "a.yaml": pod("a", "a", passes.restricted.replace("RuntimeDefault", "Localhost, localhostProfile: a")),
    };
    const { a } = namespacesOf(files, ["--kubernetes-version", "1.30"]);
    expect(a && enforced(a)).toEqual(["restricted", "v1.30"]);
    const { a: capped } = namespacesOf(files, ["--enforce", "baseline", "--warn", "baseline"]);
    expect(capped?.level).toBe("restricted");
    expect(capped?.labels).toMatchObject({
      [`${prefix}/enforce`]: "baseline",
      [`${prefix}/warn`]: "baseline",
      [`${prefix}/audit`]: "restricted",
    });
    // Dropping all capabilities is asked for from v1.22 on, and escalation judged from v1.8 on.
    const old = {
      "a.yaml": pod("a", "a", "securityContext: {runAsNonRoot: true}\ncontainers: [{name: app, image: a}]"),
    };
    expect(namespacesOf(old, ["--kubernetes-version", "1.7"]).a?.level).toBe("restricted");
    expect(namespacesOf(old, ["--kubernetes-version", "1.37"]).a?.level).toBe("baseline");
  });

  it("judges as the cluster does: by the pods of controllers, with Windows' exceptions, and without our ignores", () => {
    const windows = (os: string) => `${os}\nsecurityContext: {runAsNonRoot: true}\ncontainers: [{name: app, image: a}]`;
    const found = namespacesOf({
      "a.yaml": all(
        deployment("web", "templates", passes.privileged),
        pod("a", "windows", windows("os: {name: windows}")),
        pod("b", "selected", windows("nodeSelector: {kubernetes.io/os: windows}")),
        pod("c", "ignored", passes.privileged.replace("}]", "}] # secctx: ignore[privileged] it is trusted")),
        `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: r, namespace: rollout}
spec:
  selector: {matchLabels: {app: a}}
  template: {metadata: {labels: {app: a}}, spec: {containers: [{name: app, image: a}]}}
`,
        `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: p, namespace: operated}
spec: {securityContext: {runAsUser: 1000}, containers: [{name: prometheus, securityContext: {readOnlyRootFilesystem: true}}]}
`,
        pod("d", "open", passes.restricted.replace("RuntimeDefault", `"$${"{PROFILE}"}"`)),
        pod("e", "undecodable", "hostNetwork: certainly\ncontainers: [{name: app, image: a}]"),
      ),
    });
    expect(Object.fromEntries(Object.entries(found).map(([name, { level }]) => [name, level]))).toEqual({
      templates: "privileged",
      windows: "restricted",
      selected: "baseline",
      ignored: "privileged",
      rollout: "baseline",
      operated: "privileged",
      open: "privileged",
      undecodable: "privileged",
    });
    expect(found.rollout?.obstacles[0]?.message).toMatch(/; Pod Security judges the pods that this Rollout makes/);
    const unknown = (name: string) => found[name]?.obstacles.map(({ allowed, message }) => [allowed, message]);
    expect(unknown("operated")).toEqual([
      [null, "The pods are made by the operator of this Prometheus: what it adds to them is not known here."],
    ]);
    expect(unknown("open")).toEqual([
      [null, "The answer hangs on what a tool fills in later: spec.securityContext.seccompProfile.type."],
    ]);
    expect(unknown("undecodable")).toEqual([
      [null, "The API server can't read this object, so Pod Security never sees it."],
    ]);
  });

  it("says so where no namespace is named, and takes that of a release or an overlay", ({ skip }) => {
    const missing = missingHelm("helm3") ?? builders[0]?.missing;
    if (missing) skip(missing);
    const chart = { "Chart.yaml": "apiVersion: v2\nname: c\nversion: 1.0.0\n", "values.yaml": "{}\n" };
    const files = {
      "plain/a.yaml": pod("a", null, passes.restricted),
      "overlay/kustomization.yaml": "namespace: over\nresources: [a.yaml]\n",
      "overlay/a.yaml": pod("b", null, passes.baseline),
      ...Object.fromEntries(Object.entries(chart).map(([name, text]) => [`one/${name}`, text])),
      "one/templates/a.yaml": pod("c", null, passes.baseline),
      "one/ci/other-values.yaml": "{}\n",
      "one/ci/third-values.yaml": "{}\n",
      ...Object.fromEntries(Object.entries(chart).map(([name, text]) => [`two/${name}`, text])),
      "two/templates/a.yaml": pod("d", null, passes.privileged),
      ".secctx.yaml": "helm:\n  binary: helm3\n  charts:\n    - {path: two, namespace: released}\n",
    };
    const found = namespacesOf(files);
    expect(
      Object.entries(found).map(([name, { workloads, level, obstacles }]) => [
        name,
        workloads,
        level,
        obstacles.length,
      ]),
    ).toEqual([
      ["over", 1, "baseline", 1],
      ["released", 1, "privileged", 1],
      ["(none)", 2, "baseline", 1],
    ]);
    const { stdout } = folder(files).secctx(["namespaces"]);
    expect(stdout).toContain("Whoever applies them decides where they go: to default, unless they say otherwise.");
  });

  it("prints the whole report and ends with 2 where something could not be evaluated", () => {
    const home = folder({ "a.yaml": pod("a", "a", passes.baseline), "b.yaml": "apiVersion: v1\nkind: Pod\nspec: [\n" });
    expect(reportOn(home, [], 2)).toMatchObject({
      complete: false,
      namespaces: [{ name: "a", level: "baseline" }],
      problems: [{ severity: "error", file: "b.yaml", line: 3 }],
    });
    for (const args of [[], ["--quiet"], ["--format", "markdown"]]) {
      const { stdout, status } = home.secctx(["namespaces", ...args]);
      expect(status).toBe(2);
      expect(stdout).toMatch(/b\.yaml:3/);
      expect(stdout).toContain(
        "Could not evaluate everything \\(above\\)".replaceAll("\\", args[1] === "markdown" ? "\\" : ""),
      );
    }
  });

  it("prints a table, and for each namespace what to mend and what to paste", () => {
    const files = {
      "a.yaml": all(namespace("shop", { enforce: "baseline" }), deployment("db", "shop", passes.baseline)),
    };
    const { stdout, status } = folder(files).secctx(["namespaces"]);
    expect(status).toBe(0);
    expect(stdout.split("\n")).toEqual([
      "namespace  passes    enforces today  workloads  kept from the next level by",
      "shop       baseline  baseline        1          restricted: 1 workload",
      "",
      "Namespace shop  a.yaml:1",
      "  Its one workload passes baseline. It enforces baseline today.",
      "  What keeps it from restricted:",
      "    a.yaml:7  Deployment db",
      expect.stringMatching(/^ {6}allowPrivilegeEscalation != false \(container "app" must set /),
      "  Labels:",
      "    pod-security.kubernetes.io/enforce: baseline",
      "    pod-security.kubernetes.io/enforce-version: latest",
      "    pod-security.kubernetes.io/warn: restricted",
      "    pod-security.kubernetes.io/warn-version: latest",
      "    pod-security.kubernetes.io/audit: restricted",
      "    pod-security.kubernetes.io/audit-version: latest",
      "",
      expect.stringMatching(/^Judged by the Pod Security Standards v1\.37, .*kubectl label --dry-run=server/),
      "",
    ]);
    const { stdout: markdown } = folder(files).secctx(["namespaces", "--format", "markdown"]);
    expect(markdown).toContain("| `shop` | baseline | baseline | 1 | restricted: 1 workload |");
    expect(markdown).toContain("```yaml\npod-security.kubernetes.io/enforce: baseline\n");
    expect(folder().secctx(["namespaces"]).stdout).toMatch(/^No workload and no Namespace was found\. /);
  });

  it("lets no name act on a terminal, a log or a page", () => {
    const name = JSON.stringify("x`|<b>\u001b[31m\u202e\n::error::y");
    const { secctx } = folder({ "a.yaml": `${pod("a", name, passes.baseline)}---\n${namespace(name)}` });
    for (const format of ["text", "markdown"]) {
      const { stdout } = secctx(["namespaces", "--format", format]);
      for (const character of ["\u001b", "\u202e"]) expect(stdout).not.toContain(character);
      expect(stdout).not.toMatch(/^\s*::error/m);
      if (format === "markdown") expect(stdout).not.toMatch(/^\| `x`\|/m);
    }
  });

  it("refuses what it does not know", () => {
    const { secctx } = folder({ "a.yaml": pod("a", "a", passes.baseline) });
    const refused: Readonly<Record<string, readonly string[]>> = {
      '--format "html": use one of text, json, markdown.': ["--format", "html"],
      "Unknown option '--changed'. Options of namespaces: --enforce": ["--changed"],
      '"absent.yaml": there is no such file or folder': ["absent.yaml"],
    };
    for (const [sentence, args] of Object.entries(refused))
      expect(secctx(["namespaces", ...args])).toEqual({
        status: 2,
        stdout: "",
        stderr: expect.stringContaining(sentence),
      });
  });
});
