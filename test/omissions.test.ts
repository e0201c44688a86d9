import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../src/policy/index.ts";
import { review } from "../src/review/review.ts";
import type { Source } from "../src/yaml/index.ts";

const type = "apiVersion: v1\nkind: Pod\n";
const broken = "spec: [\n";
const actions = "metadata: {name: a}\nspec:\n  containers: {{ .Values.containers }}\n";
const schema = `{"properties": {"apiVersion": {"type": "string"}, "kind": {"enum": ["Pod"]}}, "containers": [}`;

async function judge(source: Omit<Source, "file">) {
  const { verdict, problems } = await review([{ file: "a.yaml", ...source }], null, defaultPolicy);
  return { verdict, problems: problems.map(({ severity }) => severity) };
}

describe("a file that can't be read fails the run only if it can be a manifest", () => {
  it.each<[string, Omit<Source, "file">]>([
    ["says both, one a line", { text: `${type}${broken}` }],
    [
      "says both, with Windows' line ends and a byte order mark",
      { text: `\ufeff${`${type}${broken}`.replaceAll("\n", "\r\n")}` },
    ],
    ["says both in a list", { text: `- apiVersion: v1\n  kind: Pod\n  ${broken}` }],
    ["says both in JSON", { text: `{"apiVersion":"v1","kind":"Pod","spec":[` }],
    ["says both in flow style", { text: `{apiVersion: v1, kind: Pod, spec: [` }],
    ["says both, in quotes and with tags", { text: `"apiVersion": !!str 'v1'\n'kind': &k Pod\ncontainers: [\n` }],
    ["says both, each on a line below", { text: `apiVersion:\n  v1\nkind:\n  Pod\n${broken}` }],
    ["said both before", { text: "containers: [", before: type }],
    [
      "said both before, and is a pointer now",
      { text: "", before: type, unread: { line: 1, reason: "it is", what: "pointer" } },
    ],
    ["is in another encoding and says both", { text: type, unread: { line: 1, reason: "it is", what: "encoding" } }],
    ["may not be read", { text: "", unread: { line: 1, reason: "it is closed", what: "closed" } }],
    ["is a template that could be read before", { text: `${type}${actions}`, before: type }],
    [
      "has more than is evaluated, whatever is in braces",
      { text: `${type}containers: ${"x".repeat(3_200_000)} # {{ x }}\n` },
    ],
  ])("%s", async (_, source) => {
    expect(await judge(source)).toEqual({ verdict: "error", problems: ["error"] });
  });

  it.each<[string, Omit<Source, "file">]>([
    ["says neither", { text: "containers: [" }],
    ["says only a kind", { text: "kind: Pod\ncontainers: [" }],
    ["says them in a comment only", { text: "# apiVersion: v1\n# kind: Pod\ncontainers: [" }],
    ["says them as parts of other words", { text: "the-apiVersion: v1\nmy.kind: Pod\ncontainers: [" }],
    ["describes them: a schema", { text: schema }],
    ["describes them: a schema in YAML", { text: "apiVersion:\n  type: string\nkind:\n  type: string\ncontainers: [" }],
    ["says neither, even if the user names it", { text: "containers: [", named: true }],
    ["is a template that says both", { text: `${type}${actions}` }],
    ["is a template that was one before", { text: `${type}${actions}`, before: `${actions}${type}` }],
    ["is a link", { text: "", unread: { line: 1, reason: "it is a link", what: "link" } }],
  ])("passes over what %s", async (_, source) => {
    expect(await judge(source)).toEqual({ verdict: "pass", problems: ["note"] });
  });
});

describe("what was passed over is said", () => {
  const sources = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([file, text]) => ({ file, text }));

  it("in one note for all, with the names of those that hold something like a workload, and in one for each chart", async () => {
    const texts = {
      "a.yaml": "containers: [",
      "b.json": '{"x": ["testcontainers"',
      "charts/x/templates/a.yaml": `${type}${actions}`,
      "charts/x/templates/b.yaml": '{{ include "pod" . }}\n',
      "c.yaml": `kind: Deployment\n${actions}`,
    };
    const { problems, unjudged, verdict } = await review(sources(texts), null, defaultPolicy);
    expect({ unjudged, verdict }).toEqual({ unjudged: 3, verdict: "pass" });
    expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      "charts/x/templates/a.yaml: A Helm chart, not evaluated (2 templates): pipe `helm template` into `secctx check -`.",
      "a.yaml: 3 files were passed over, because they can't be manifests: 1 text with template actions, 2 texts that are neither YAML nor JSON. The first is here. Not judged, although they seem to hold a workload: a.yaml, c.yaml.",
    ]);
  });

  it("but not a manifest that is only too deep for us, with template actions in a comment", async () => {
    const text = `# {{ x }}\n${type}metadata: {name: a}\nspec: {containers: [{name: a, image: a, x: ${"[".repeat(1500)}${"]".repeat(1500)}}]}\n`;
    const { verdict, problems } = await review(sources({ "a.yaml": text }), null, defaultPolicy);
    expect({ verdict, severities: problems.map(({ severity }) => severity) }).toEqual({
      verdict: "error",
      severities: ["error"],
    });
  });

  it("and the rest of such a file is judged: a template is no way around the gate", async () => {
    const pod = `${type}metadata: {name: a}\nspec:\n  hostPID: true\n  containers: [{name: a, image: a}]\n`;
    const texts = { "templates/a.yaml": `# {{ x }}\n${pod}`, "templates/b.yaml": `${pod}---\n${type}${actions}` };
    const { findings, unjudged } = await review(sources(texts), null, defaultPolicy);
    const files = findings.filter(({ rule }) => rule.id === "host-namespaces").map(({ location }) => location.file);
    expect({ files, unjudged }).toEqual({ files: ["templates/a.yaml", "templates/b.yaml"], unjudged: 1 });
  });
});
