import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyPatch,
  applyPatches,
  type Document,
  type Patch,
  type PatchRefusal,
  type Path,
  sameValue,
} from "../../src/yaml/index.ts";
import { readJson, readJsonAsYaml } from "../../src/yaml/read/json.ts";
import { evaluate } from "../../src/yaml/tree.ts";
import { conformanceFolder, noConformance, recordsIn } from "../conformance/data.ts";
import { corpus, manifestsIn, noCorpus } from "../corpus.ts";
import { cases } from "../random.ts";
import { manifestOf } from "./documents.ts";
import { anyDressed } from "./dress.ts";
import { anyPatch, brokenLaw, brokenPlace, brokenRange } from "./laws.ts";
import { findDisagreement } from "./readers.ts";

// A failure prints its seed and the smallest text that fails.
const numRuns = cases(250);

describe("a manifest in any dress", () => {
  it("is read as what it means", () => {
    const law = fc.property(anyDressed, ({ text, values }) => {
      const { documents, problems } = manifestOf(text);
      expect(problems).toEqual([]);
      expect(documents).toHaveLength(values.length);
      for (const [index, { value }] of documents.entries()) {
        if (!sameValue(value, values[index])) expect(value).toEqual(values[index]);
      }
    });
    fc.assert(law, { numRuns });
  });

  it("has the text of every value at its range, and parts within their wholes", () => {
    const law = fc.property(anyDressed, ({ text }) => {
      for (const document of manifestOf(text).documents) expect(brokenRange(document)).toBeUndefined();
    });
    fc.assert(law, { numRuns });
  });

  it("is changed at the patched path, by one splice, or not at all", () => {
    const law = fc.property(anyDressed, fc.nat(2), anyPatch, ({ text, comments }, index, patch) => {
      const { documents } = manifestOf(text);
      const document = documents[index % documents.length];
      if (document) expect(brokenLaw(document, patch(document.value), comments)).toBeUndefined();
    });
    fc.assert(law, { numRuns: 3 * numRuns });
  });

  it("is changed by patches at once as by one behind the other", () => {
    const patches = fc.array(anyPatch, { minLength: 2, maxLength: 4 });
    const law = fc.property(anyDressed, fc.nat(2), patches, ({ text }, index, makers) => {
      const { documents } = manifestOf(text);
      const document = documents[index % documents.length];
      if (!document) return;
      const all = makers.map((make) => make(document.value)).filter(standsAlone);
      const oneByOne = all.reduce<Document | PatchRefusal>(
        (each, patch) => ("declined" in each ? each : applyPatch(each, patch)),
        document,
      );
      // What only the text before allows is no harm.
      if (!("declined" in oneByOne)) expect(applyPatches(document, all)).toMatchObject({ text: oneByOne.text });
    });
    fc.assert(law, { numRuns: 3 * numRuns });
  });

  it("is read alike by all readers", () => {
    fc.assert(
      fc.property(anyDressed, ({ text }) => readersAgree(text)),
      { numRuns },
    );
  });
});

/** Whether a patch takes nothing away, and has nothing to do with where those before it write. */
function standsAlone({ op, path }: Patch, index: number, all: readonly Patch[]): boolean {
  const isRelated = (other: Path) => path.every((step, depth) => depth >= other.length || step === other[depth]);
  return op !== "remove" && !all.slice(0, index).some((other) => isRelated(other.path));
}

describe("JSON", () => {
  const space = fc.constantFrom<(string | number)[]>(0, 2, "\t", "\n", "\r\n ");
  const objects = fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue({ stringUnit: "binary" }), { maxKeys: 8 });
  const written = fc.tuple(objects, space).map(([object, indent]) => JSON.stringify(object, null, indent));

  it("is read alike by all readers, and as what it means", () => {
    fc.assert(fc.property(written, meansItself), { numRuns: 3 * numRuns });
  });

  it("that is cut, or has something put in, is read as what it means, or not at all", () => {
    const put = fc.constantFrom(
      ..."\n\t \"'{}[]:,-#&*!|\\\u0000\uFEFF01.e?",
      "\\u0041",
      "\\/",
      "<<",
      "//",
      "NaN",
      "null",
    );
    const law = fc.property(written, fc.nat(), fc.nat(3), put, (text, at, length, piece) => {
      const start = at % (text.length + 1);
      meansItself(text.slice(0, start) + piece + text.slice(start + length));
    });
    fc.assert(law, { numRuns: 3 * numRuns });
  });

  it.each([
    '{"a":1}',
    '{"a": [true, null, -0.5e3, "x\\u00e9\\n"], "b": {}}\n',
    '\r\n{\n"<<": {"a": "{"}, "a": 01234567890123456789}',
  ])("%j", (text) => readersAgree(text));

  it("is read by its own reader, whatever YAML makes of it", () => {
    const read = (text: string) => "tree" in readJson(text, 0, text.length);
    const json = [
      '{"a": [1, {"b": "\\u00e9"}], "": {}}',
      "\n{}\n",
      "[]",
      "1",
      '{"?": 1}',
      '{"a":"\\ud83d\\ude00\\/"}',
      '\t{"a"\n:1}',
    ];
    expect(json.filter((text) => !read(text))).toEqual([]);
    const odd = ["{} {}", "{a: 1}", '{"a": 01}', '{"a": 1e999}', '{"a": 1,}', '{"a" 1}', '{"a": "'];
    expect(odd.filter(read)).toEqual([]);
  });

  it.each([
    ["a tab before it", '\t{"a": 1}'],
    ["a colon on its own line", '{"a"\n: 1}'],
    ["an escaped slash", '{"a": "\\/"}'],
    ["half of a character", '{"a": "\\ud83d\\ude00"}'],
    ["a line separator", '{"a": "\u2028"}'],
    ["a byte order mark", '{"a": "\uFEFF"}'],
    ["a control character", '{"a": "\x7f"}'],
    ["a long key", `{"${"k".repeat(1000)}": 1}`],
    ["no object", "[1]"],
  ])("is left to the full reader where YAML has %s", (_, text) => {
    expect(readJsonAsYaml(text, 0, text.length)).toBeUndefined();
  });
});

/** A small reader that reads a text reads what the full one does. */
function readersAgree(text: string): void {
  const { small, full } = findDisagreement(text) ?? {};
  if (small) expect({ tree: small, aliases: [] }).toEqual(full);
}

/** The reader of JSON reads what JSON says. */
function meansItself(text: string): void {
  // A file, which is UTF-8, can't hold half of a character.
  if (/\p{Surrogate}/u.test(text)) return;
  const reading = readJson(text, 0, text.length);
  // Zero has no sign in Go's integers, and there are no halves of characters in its strings.
  if ("tree" in reading && reading.tree) expect(evaluate(reading.tree).value).toEqual(asInGo(JSON.parse(text)));
  readersAgree(text);
}

function asInGo(value: unknown): unknown {
  if (Object.is(value, -0)) return 0;
  if (typeof value === "string") return value.replace(/\p{Surrogate}/gu, "\ufffd");
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(asInGo);
  return Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(value).map(([key, each]) => [asInGo(key), asInGo(each)])),
  );
}

describe("any text", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ..."\n\t\r\"'{}[]:,-#&*!|>%@`?~\\\uFEFF\u2028\0",
      "\n---\n",
      "\n...\n",
      ": ",
      "- ",
      "  ",
      "<<: ",
      "*a-0",
      "&a-0 ",
      "{{ ",
      "!!int ",
    ),
    fc.string({ maxLength: 3 }),
  );
  const cuts = fc.array(fc.tuple(fc.nat(), fc.nat(6), piece), { minLength: 1, maxLength: 6 });
  const mangled = fc.tuple(anyDressed, cuts).map(([{ text }, changes]) =>
    changes.reduce((before, [at, length, put]) => {
      const start = at % (before.length + 1);
      return before.slice(0, start) + put + before.slice(start + length);
    }, text),
  );

  it.each([
    ["of any characters", fc.oneof(fc.string({ maxLength: 200 }), fc.string({ unit: "binary", maxLength: 60 }))],
    ["of what YAML is made of", fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""))],
    ["that was a manifest", mangled],
  ])("%s is read, or is a problem on one of its lines", (_, anyText) => {
    const law = fc.property(anyText, fc.array(anyPatch, { maxLength: 2 }), (text, patches) => {
      const { documents, problems } = manifestOf(text);
      for (const { line, message } of problems) {
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(text.split("\n").length);
        expect(message).toMatch(/^[A-Z`].*[.`]$/su);
      }
      for (const document of documents) {
        expect(brokenPlace(document)).toBeUndefined();
        for (const patch of patches) expect(brokenLaw(document, patch(document.value))).toBeUndefined();
      }
      readersAgree(text);
    });
    fc.assert(law, { numRuns });
  });
});

describe("manifests as people and programs write them", () => {
  const conformance = conformanceFolder();

  it("keep the laws: the corpus", ({ skip }) => {
    skip(noCorpus !== undefined, noCorpus);
    const manifests = Object.values(manifestsIn(corpus)).filter((text) => !text.includes("{{"));
    expect(manifests.length).toBeGreaterThan(300);
    for (const [index, text] of manifests.entries()) keepsLaws(text, index);
  });

  it("keep the laws: the random pods", ({ skip }) => {
    if (conformance === undefined) return skip(noConformance);
    const records = recordsIn(conformance);
    expect(records.length).toBeGreaterThan(1000);
    for (const [index, { manifest }] of records.entries()) if (index % 5 === 0) keepsLaws(manifest, index);
  });

  function keepsLaws(text: string, seed: number): void {
    const { documents, problems } = manifestOf(text);
    expect(problems).toEqual([]);
    for (const document of documents) {
      expect(brokenRange(document)).toBeUndefined();
      for (const patch of fc.sample(anyPatch, { numRuns: 3, seed }))
        expect(brokenLaw(document, patch(document.value))).toBeUndefined();
    }
  }
});

it("twenty patches of one large document stay cheap", () => {
  const item = (index: number): string =>
    `  - name: c${index}\n    image: nginx\n    securityContext:\n      capabilities: {drop: [ALL]}\n`;
  const text = `spec:\n  containers:\n${Array.from({ length: 200 }, (_, index) => item(index)).join("")}`;
  let [document] = manifestOf(text).documents;
  for (let index = 0; document && index < 20; index++) {
    const changed = applyPatch(document, {
      op: "set",
      path: ["spec", "containers", index, "securityContext", "privileged"],
      value: false,
    });
    if ("declined" in changed) throw new Error(changed.declined);
    document = changed;
  }
  expect(document?.text.match(/privileged: false/g)).toHaveLength(20);
});
