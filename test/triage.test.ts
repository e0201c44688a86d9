import { describe, expect, it } from "vitest";
import { mayDemand, mayHoldWorkload } from "../src/pod/index.ts";
import { defaultPolicy } from "../src/policy/index.ts";
import { findDemands } from "../src/review/demands.ts";
import { readManifest } from "../src/review/documents.ts";
import { review } from "../src/review/review.ts";
import { withFullReader } from "../src/yaml/index.ts";

const definition =
  "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n  containers: the word alone\n";
const pod =
  "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, securityContext: {privileged: true}}]}}";

describe("a text without a workload or a Namespace is never parsed", () => {
  it.each<[what: string, text: string]>([
    ["no word of a workload", "apiVersion: v1\nkind: Service\n"],
    ["a word that only holds one", "kind: PodSecurityPolicy\nnote: Listed Jobs\nscope: Namespaced\n"],
    ["escapes of no letters", 'pattern: "^\\\\d+\\n\\"$"\nbang: "!important"\n'],
    ["a definition", definition],
    ["its words in another order", `${definition.replace(/^(.*\n)(.*\n)/, "$2$1")}status: {}\n`],
    ["in quotes", definition.replace("CustomResourceDefinition", '"CustomResourceDefinition"')],
    ["behind a marker and comments", `--- # next\n# A licence\n\n${definition}`],
    ["with CRLF", `---\r\n\r\n${definition.replaceAll("\n", "\r\n")}`],
    ["with comments and empty lines", definition.replaceAll("\n", " # why\n\n# and\n")],
  ])("%s", (_, text) => {
    expect(mayHoldWorkload(text)).toBe(false);
  });
});

describe("a text is parsed if a word of a workload or a Namespace is in it, or could be", () => {
  it.each<[what: string, text: string]>([
    ["a kind", "apiVersion: v1\nkind: Pod\n"],
    ["a Namespace without labels", "apiVersion: v1\nkind: Namespace\n"],
    ["a kind in JSON", '{"kind":"Deployment"}'],
    ["a kind on the next line", "kind:\n  Pod\n"],
    ["a kind with a tag", "kind: !!str Pod\n"],
    ["a kind that is an alias", "x: &k Pod\nkind: *k\n"],
    ["a kind as a complex key's value", "? kind\n: Pod\n"],
    ["a list", "kind: RoleList\n"],
    ["a security context", "spec:\n  podSecurityContext: {}\n"],
    ["a label of Pod Security", "metadata:\n  labels:\n    pod-security.kubernetes.io/enforce: baseline\n"],
    ["an escaped letter", 'a: {"contain\\u0065rs": []}'],
    ["an escaped line break", 'kind: "Depl\\\n  oyment"\n'],
    ["base64", "!!binary a2luZA==: !!binary UG9k\n"],
    ["base64 by another name", "!<tag:yaml.org,2002:bin%61ry> a2luZA==: x\n"],
    ["base64 behind a handle", "%TAG !b! tag:yaml.org,2002:bin\n---\n!b!ary a2luZA==: x\n"],
  ])("%s", (_, text) => {
    expect(mayHoldWorkload(text)).toBe(true);
  });
});

describe("what stands beside a definition, or looks like one, is judged", () => {
  it.each<[what: string, text: string]>([
    [
      "in one list of JSON",
      '{"apiVersion": "v1", "kind": "List", "items": [\n{\n"apiVersion": "apiextensions.k8s.io/v1",\n"kind": "CustomResourceDefinition"\n},\n' +
        '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "c", "securityContext": {"privileged": true}}]}}]}\n',
    ],
    ["in a block's list", `apiVersion: v1\nitems:\n- ${pod}\nkind: List\n`],
    ["in the definition's own list", `${definition}kind: CustomResourceDefinitionList\nitems:\n- ${pod}\n`],
    [
      "kind set twice",
      `${definition}kind: Pod\napiVersion: v1\nspec:\n  containers: [{name: c, securityContext: {privileged: true}}]\n`,
    ],
    ["a merge key", `x: &p ${pod}\n${definition}<<: *p\n`],
    [
      "a quoted key",
      `${definition}"apiVersion": v1\n"kind": Pod\nspec: {containers: [{name: c, securityContext: {privileged: true}}]}\n`,
    ],
    [
      "a complex key",
      `${definition}? apiVersion\n: v1\n? kind\n: Pod\n? spec\n: {containers: [{name: c, securityContext: {privileged: true}}]}\n`,
    ],
    [
      "a carriage return",
      `${definition}apiVersion: v1\rkind: Pod\rspec: {containers: [{name: c, securityContext: {privileged: true}}]}\r`,
    ],
    ["an indent", `  ${pod.slice(0, -1)}, a: "\n${definition}"}\n`],
    [
      "a custom resource of that name",
      "apiVersion: example.com/v1\nkind: CustomResourceDefinition\nspec: {containers: [{name: c, securityContext: {privileged: true}}]}\n",
    ],
  ])("%s", async (_, text) => {
    expect(mayHoldWorkload(text)).toBe(true);
    for (const named of [true, false]) {
      const { findings, problems } = await review([{ file: "m.yaml", text, named }], null, defaultPolicy);
      expect(problems).toEqual([]);
      expect(findings.map(({ rule }) => rule.id)).toContain("privileged");
    }
  });
});

it("a file that the user named is read, save for definitions", async () => {
  const text = `${definition}---\napiVersion: v1\nkind: Service\n---\n${definition}broken: [\n---\na: [\n`;
  const { documents, problems } = await withFullReader(() =>
    readManifest({ file: "m.yaml", text, named: true }, defaultPolicy),
  );
  expect(documents).toMatchObject([{ index: 1, firstLine: 5 }]);
  expect(problems).toMatchObject([{ line: 15 }]);
});

describe("what a Namespace demands is found however it is written", () => {
  it.each<[what: string, label: string]>([
    ["plainly", "pod-security.kubernetes.io/enforce: baseline"],
    ["with an escaped letter", '"pod-security.kubernete\\x73.io/enforce": baseline'],
    ["with an escaped line break", '? "pod-security.kubern\\\n        etes.io/enforce"\n    : baseline'],
    ["as base64", "!!binary cG9kLXNlY3VyaXR5Lmt1YmVybmV0ZXMuaW8vZW5mb3JjZQ==: baseline"],
  ])("%s", async (_, label) => {
    const text = `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    ${label}\n`;
    expect(mayDemand(text)).toBe(true);
    const { demands } = await withFullReader(() => findDemands([{ file: "n.yaml", text }], null, defaultPolicy));
    expect(demands).toMatchObject([{ name: "shop", levels: { enforce: "baseline" } }]);
  });
});
