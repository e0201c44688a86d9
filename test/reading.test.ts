import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../src/policy/index.ts";
import { review } from "../src/review/review.ts";

const head =
  "apiVersion: v1\nkind: Pod\nmetadata: {name: shop}\nspec:\n  containers:\n  - name: web\n    image: nginx\n";
const bad = "    securityContext: {privileged: true}\n";
const hardened =
  "    securityContext: {runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}\n";

/** The rules at their lines, and the problems; `named`: as a file that is named on the command line. */
async function readingOf(text: string, named: boolean) {
  const { findings, workloads, problems } = await review([{ file: "m.yaml", text, named }], null, defaultPolicy);
  return {
    findings: findings.map(({ rule, location }) => `${rule.id}:${location.start.line}`),
    workloads: workloads.map(({ pod }) => pod.workload.name),
    problems: problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
    related: findings.map(({ related }) => related.map(({ location }) => location.start.line)),
  };
}

describe("what Kubernetes takes is judged, as it reads it", () => {
  it.each<[what: string, text: string, ...findings: string[]]>([
    [
      "quotes that go on at their parent's indent",
      `${head}    command: [\n      'a\n    b'\n    ]\n${bad}`,
      "privileged:12",
    ],
    ["braces in quotes over lines", `${head}    args: ["\n      echo {{inputs.x}};\n    "]\n${bad}`, "privileged:11"],
    [
      "white space of Go's before JSON",
      `\f{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "c",\n"securityContext": {"privileged": true}}]}}`,
      "privileged:2",
    ],
    ["keys in base64", `${head}    !!binary c2VjdXJpdHlDb250ZXh0:\n      privileged: true\n`, "privileged:9"],
    ["a kind behind an escaped line break", `${head.replace("Pod", '"P\\\n  od"')}${bad}`, "privileged:9"],
    ["a separator with a comment glued to it", `${head}${bad}---#c\n${head}${bad}`, "privileged:8", "privileged:17"],
    ["a line that only a carriage return ends", `${head}    # c\r${bad}`, "privileged:8"],
    ["a tab before a value", `${head}    securityContext:\t{privileged:\ttrue}\n`, "privileged:8"],
    ["a text at its key's column", `${head}    args:\n    - |\n     x\n${bad}`, "privileged:11"],
    [
      "hardening behind a byte order mark, which Kubernetes takes for a key at the top",
      `${head}\uFEFF${hardened}`,
      "run-as-non-root:4",
      "drop-all-capabilities:6",
    ],
    [
      "hardening behind a directive, where the document ends",
      `${head}%YAML 1.1\n${hardened}`,
      "run-as-non-root:4",
      "drop-all-capabilities:6",
    ],
    [
      "kind set twice, the first one a definition's",
      `kind: CustomResourceDefinition\n${head}${bad}`,
      "api-rejected:3",
      "privileged:9",
    ],
    [
      "a definition's lines in a quote",
      `${head}    args: ['\n\napiVersion: apiextensions.k8s.io/v1\n\nkind: CustomResourceDefinition\n\n ']\n${bad}`,
      "privileged:15",
    ],
  ])("%s", async (_, text, ...expected) => {
    for (const named of [true, false]) {
      const { findings, workloads, problems } = await readingOf(text, named);
      expect(findings).toEqual(expect.arrayContaining(expected));
      expect(workloads.length).toBeGreaterThan(0);
      expect(problems.filter((problem) => problem.startsWith("error"))).toEqual([]);
    }
  });

  it("text behind the end of a document is a note", async () => {
    const { problems } = await readingOf(`${head}${bad}...\n${head}`, true);
    const message =
      "Kubernetes does not read on from here: its document ends above. Start the next document with `---`.";
    expect(problems).toEqual([`note 10: ${message}`]);
  });
});

describe("what Kubernetes refuses is never passed over", () => {
  it.each<[what: string, text: string, line: number, message: RegExp]>([
    ["a form feed", `${head.replace("spec", "\fspec")}${bad}`, 4, /control characters are not allowed/],
    [
      "a control character in a kind",
      `${head.replace("Pod", "Po\u0001d")}${bad}`,
      2,
      /control characters are not allowed/,
    ],
    ["a zero", `${head.replace("nginx", "ngi\0nx")}${bad}`, 7, /control characters are not allowed/],
    ["the end of a document before its start", `...\n${head}${bad}`, 1, /this does not belong here/],
    [
      "a document on its separator's line",
      `${head}${bad}--- {kind: Pod, apiVersion: v1}\n`,
      9,
      /nothing but a comment behind `---`/,
    ],
    ["a long key", `${head}    ${"k".repeat(1025)}: 1\n${bad}`, 8, /a colon is missing/],
    [
      "an error behind a hidden kind",
      `${head.replace("kind", '"k\\x69nd"')}${bad}   x: 1\n`,
      9,
      /the line's indent matches no line/,
    ],
    [
      "an error behind a kind with a tag",
      `${head.replace("kind", "!!str kind")}${bad}   x: 1\n`,
      9,
      /the line's indent matches no line/,
    ],
    ["base64 without its padding", `${head}    !!binary YQ: 1\n${bad}`, 8, /does not fit its tag/],
  ])("%s", async (_, text, line, message) => {
    for (const named of [true, false]) {
      const { problems } = await readingOf(text, named);
      expect(problems).toEqual([expect.stringMatching(message)]);
      expect(problems[0]).toMatch(new RegExp(`^error ${line}:`));
    }
  });
});

it("a directive is refused that only a separator follows", async () => {
  const { problems } = await readingOf(`%YAML 1.1\n---\n${head}${bad}`, true);
  expect(problems).toEqual([expect.stringMatching(/^error 1: .*no `---` follows this directive/)]);
});

describe("text behind an alias", () => {
  const pod = (containers: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: shop}\nspec:\n  securityContext:\n    runAsGroup: &id 0\n  containers:\n${containers}`;

  it("is found where the alias is, and the anchor is related: an anchor that is set twice counts from there on", async () => {
    const text = pod("  - name: a\n    securityContext:\n      runAsUser: *id\n").replace(
      "runAsGroup",
      "runAsUser: &id 5\n    runAsGroup",
    );
    const { findings, related } = await readingOf(text, true);
    expect(findings).toContain("run-as-user:11");
    expect(related[findings.indexOf("run-as-user:11")]).toEqual([7]);
  });

  it("is one finding for all who read it, where the first of them does", async () => {
    const container = (name: string) => `  - name: ${name}\n    securityContext: *c\n`;
    const text = `x: &c\n  privileged: true\n${pod(container("a") + container("b"))}`;
    const { findings } = await review([{ file: "m.yaml", text }], null, defaultPolicy);
    const found = findings.filter(({ rule }) => rule.id === "privileged");
    expect(found).toMatchObject([{ containers: ["a", "b"], location: { start: { line: 11 } } }]);
    expect(found[0]?.related).toMatchObject([{ location: { start: { line: 2 } } }]);
  });

  it("is new for a container that comes to read it, and stands there", async () => {
    const before = pod("  - name: a\n    securityContext: &c\n      privileged: true\n");
    const text = `${before}  - name: b\n    securityContext: *c\n`;
    const { findings } = await review([{ file: "m.yaml", text }], [{ file: "m.yaml", text: before }], defaultPolicy);
    const found = findings.filter(({ rule }) => rule.id === "privileged");
    expect(found.map(({ new: isNew, location }) => [isNew, location.start.line])).toEqual([
      [false, 10],
      [true, 12],
    ]);
  });
});
