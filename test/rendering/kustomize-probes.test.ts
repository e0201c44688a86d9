import { describe, expect, it } from "vitest";
import type { Contributor } from "../../src/rendering/kustomize/probes.ts";
import {
  markMappings,
  markOperations,
  type Probes,
  probesOf,
  toJson,
  withoutProbes,
} from "../../src/rendering/kustomize/probes.ts";
import { isRemote, withoutLogin } from "../../src/rendering/kustomize/remote.ts";
import { type Document, isList, offsetsWithin, read, withFullReader } from "../../src/yaml/index.ts";

async function documentOf(text: string): Promise<Document> {
  const { documents } = await withFullReader(() => read({ file: "a.yaml", text }));
  const [document] = documents;
  if (!document) throw new Error("nothing to read");
  return document;
}

/** A text with probes in it, as kustomize gets it. */
async function marked(text: string): Promise<{ json: string; probes: Probes }> {
  const document = await documentOf(text);
  const probes: Probes = { prefix: "p", all: [] };
  const contributor = { document } as Contributor;
  const value = isList(document.value)
    ? markOperations(document.value, contributor, probes, { neighbours: true })
    : markMappings(document.value, contributor, probes);
  return { json: toJson(value, probes), probes };
}

describe("probes", () => {
  it.each([
    [
      "each mapping gets one",
      "a: {b: 1}\nc: [{d: 2}, 3]\n",
      '{"a":{"b":1,"p1":"x"},"c":[{"d":2,"p2":"x"},3],"p0":"x"}',
    ],
    ["empty ones too", "a: {}\n", '{"a":{"p1":"x"},"p0":"x"}'],
    [
      "what is deleted stays as it is",
      "a:\n- {name: b, $patch: delete}\n",
      '{"a":[{"name":"b","$patch":"delete"}],"p0":"x"}',
    ],
    ["so do orders", "$setElementOrder/a: [{name: b}]\n", '{"$setElementOrder/a":[{"name":"b"}],"p0":"x"}'],
    ["words are spelled as they were", "a: yes\nb: 0o7\nc: 1.50\nd: ~\n", '{"a":yes,"b":0o7,"c":1.50,"d":~,"p0":"x"}'],
  ])("%s", async (_, text, json) => {
    expect((await marked(text)).json).toBe(json);
  });

  it.each([
    ["beside what is set", "{op: replace, path: /a/b, value: true}", '{"op":"add","path":"/a/p0","value":"x"}'],
    ["beside what is removed", "{op: remove, path: /a/b}", '{"op":"add","path":"/a/p0","value":"x"}'],
    ["above a list", "{op: add, path: /a/b~1c/-, value: d}", '{"op":"add","path":"/a/p0","value":"x"}'],
    ["above a position", "{op: replace, path: /a/b/0, value: d}", '{"op":"add","path":"/a/p0","value":"x"}'],
  ])("an operation has a neighbour %s", async (_, operation, neighbour) => {
    const { json } = await marked(`- ${operation}\n`);
    expect(JSON.parse(json)).toEqual([expect.anything(), JSON.parse(neighbour)]);
  });

  it("a test becomes a probe, a move gets two, and a value's mappings have their own", async () => {
    const { json, probes } = await marked(
      "- {op: test, path: /a, value: {}}\n- {op: move, from: /a/b, path: /c/d}\n- {op: add, path: /e, value: {f: {}}}\n",
    );
    expect(JSON.parse(json)).toEqual([
      { op: "add", path: "/p0", value: "x" },
      { op: "move", from: "/a/b", path: "/c/d" },
      { op: "add", path: "/a/p1", value: "x" },
      { op: "add", path: "/c/p2", value: "x" },
      { op: "add", path: "/e", value: { f: { p4: "x" }, p3: "x" } },
      { op: "add", path: "/p5", value: "x" },
    ]);
    expect(probes.all.map(({ path, operation }) => [path.join("."), operation?.kind])).toEqual([
      ["0", undefined],
      ["1", "remove"],
      ["1", "set"],
      ["2.value", undefined],
      ["2.value.f", undefined],
      ["2", "set"],
    ]);
  });

  it("are found again in their order, and taken out", () => {
    const all = Array.from({ length: 12 }, (_, number) => ({ number, contributor: {} as Contributor, path: [] }));
    const value = { p11: "x", p2: "x", a: { p1: "x" }, b: [{ p3: "x", c: 1 }] };
    expect(probesOf(value, { prefix: "p", all }).map(({ number }) => number)).toEqual([2, 11]);
    expect(withoutProbes(value, "p")).toEqual({ b: [{ c: 1 }] });
  });
});

describe("where a text in a kustomization stands in the file", () => {
  it.each([
    ["a block", "a:\n  - |-\n     b: 1\n\n      c: 2\n"],
    ["a block with its indentation said", "a:\n  - |2\n      b: 1\n     c: 2\n"],
    ["a block with Windows line ends", "a:\r\n  - |\r\n    b: 1\r\n    c: 2\r\n"],
    ["a block at the end of the file", "a:\n- |\n  b: 1\n  c: 2"],
    ["quotes", 'a: ["{b: 1, c: 2}"]\n'],
    ["a plain word", "a: [b]\n"],
  ])("%s", async (_, text) => {
    const document = await documentOf(text);
    const inner = Object(document.value).a[0] as string;
    const offsets = offsetsWithin(document, ["a", 0]);
    for (const [offset, character] of [...inner].entries())
      if (character !== "\n") expect(text[offsets?.(offset) ?? -1]).toBe(character);
  });

  it.each([
    ["folded", "a:\n- >\n  b:\n  c\n"],
    ["escapes", 'a: ["b\\tc"]\n'],
  ])("not where it is %s", async (_, text) => {
    expect(offsetsWithin(await documentOf(text), ["a", 0])).toBeUndefined();
  });
});

describe("what kustomize would fetch", () => {
  // The first column is what lies there in the repository.
  it.each([
    [undefined, "https://github.com/a/b?ref=v1"],
    ["file", "https://example.com/a.yaml"],
    ["folder", "github.com/a/b"],
    ["folder", "github.com/a/b//c"],
    ["folder", "GitHub.com:a/b"],
    [undefined, "git@github.com:a/b.git"],
    [undefined, "ssh://git@example.com/a/b"],
    [undefined, "user@example.com:a/b"],
    [undefined, "file:///tmp/a"],
    [undefined, "git::https://example.com/a/b"],
    [undefined, "gh:a/b"],
    [undefined, "example.com/a/b?ref=main"],
  ] as const)("%s %s", (local, name) => {
    expect(isRemote(name, local)).toBe(true);
  });

  it.each([
    ["file", "github.com/a/b"],
    ["folder", "../base"],
    [undefined, "../base"],
    [undefined, "d.yaml"],
    ["folder", "/abs/path"],
    ["folder", "team@v1/base"],
    ["folder", "http"],
    [undefined, "a.git/b"],
  ] as const)("not %s %s", (local, name) => {
    expect(isRemote(name, local)).toBe(false);
  });

  it("is said without a login", () => {
    expect(withoutLogin("https://ada:s3cret@example.com/a@b")).toBe("https://example.com/a@b");
  });
});
